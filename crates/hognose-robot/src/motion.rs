//! Driving, as programs ask for it: every argument is checked or limited here, whoever calls.

use crate::base::Pace;
use crate::hardware::{Motor, Side};
use crate::limits;
use crate::robot::{DONE, Reply, Robot, Wait, now};
use crate::sensing::tenths;
use crate::task::{MoveId, Stop};
use core::task::Poll;
use hognose::{Raise, Type};
use hognose_device::{Millis, Value};

/// How a move ends, and whether the program waits for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ending {
    /// What the motors do then.
    pub then: Stop,
    /// Does the program wait?
    pub wait: bool,
    /// Longest time, ms.
    pub timeout: Option<Millis>,
}

impl Default for Ending {
    fn default() -> Self {
        Ending { then: Stop::Brake, wait: true, timeout: None }
    }
}

impl Robot {
    // Arguments

    /// A number that must be in a range.
    pub(crate) fn in_range(
        &self,
        function: &str,
        name: &str,
        value: f64,
        low: f32,
        high: f32,
    ) -> Result<f32, Raise> {
        if (f64::from(low)..=f64::from(high)).contains(&value) {
            return Ok(value as f32);
        }
        Err(Raise::with(
            Type::ValueError,
            format_args!("{function}(): {name} must be {low}..={high}, not {value}"),
        ))
    }

    /// A number that is brought into a range, which is counted; not a number and infinities are refused.
    pub(crate) fn limit(
        &mut self,
        function: &str,
        name: &str,
        value: f64,
        low: f32,
        high: f32,
    ) -> Result<f32, Raise> {
        if !value.is_finite() {
            return Err(Raise::with(
                Type::ValueError,
                format_args!("{function}(): {name} must be a finite number, not {value}"),
            ));
        }
        let limited = value.clamp(low.into(), high.into());
        if limited != value {
            self.limited += 1;
        }
        Ok(limited as f32)
    }

    /// Milliseconds.
    pub(crate) fn millis(
        &self,
        function: &str,
        name: &str,
        value: f64,
        most: Millis,
    ) -> Result<Millis, Raise> {
        self.in_range(function, name, value, 0.0, most as f32).map(|ms| ms as Millis)
    }

    fn begun(&mut self, id: MoveId, ending: Ending) -> Reply {
        if ending.wait { self.wait(Wait::Move(id)) } else { now(Value::Bool(false)) }
    }

    // Drive

    /// Drives straight on, mm. True when it got there.
    pub fn straight(&mut self, distance: f64, ending: Ending) -> Reply {
        self.may_drive()?;
        let distance =
            self.in_range("straight", "distance", distance, -limits::DISTANCE, limits::DISTANCE)?;
        let id = self.base.straight(self.program_time(), distance, ending.then, ending.timeout);
        self.begun(id, ending)
    }

    /// Turns on the spot, degrees clockwise.
    pub fn turn(&mut self, angle: f64, ending: Ending) -> Reply {
        self.may_drive()?;
        let angle = self.in_range("turn", "angle", angle, -limits::ANGLE, limits::ANGLE)?;
        let id = self.base.turn(self.program_time(), angle, ending.then, ending.timeout);
        self.begun(id, ending)
    }

    /// Drives along a circle to its right, to its left when the radius is negative: by an angle of that circle in degrees or a
    /// way in mm, exactly one of both; backward when it is negative.
    pub fn arc(&mut self, radius: f64, angle: Option<f64>, distance: Option<f64>, ending: Ending) -> Reply {
        self.may_drive()?;
        let radius = self.in_range("arc", "radius", radius, -limits::RADIUS, limits::RADIUS)?;
        if radius.abs() < 1.0 {
            return Err(Raise::value("arc(): radius must not be 0: turn() turns on the spot"));
        }
        let way = match (angle, distance) {
            (Some(angle), None) => {
                self.in_range("arc", "angle", angle, -limits::ANGLE, limits::ANGLE)?;
                let way = libm::round(f64::from(radius.abs()) * angle.to_radians() * 1000.0) / 1000.0;
                self.in_range("arc", "the way of that angle, mm,", way, -limits::DISTANCE, limits::DISTANCE)?
            }
            (None, Some(distance)) => {
                self.in_range("arc", "distance", distance, -limits::DISTANCE, limits::DISTANCE)?
            }
            _ => {
                return Err(Raise::new(
                    Type::TypeError,
                    "arc() needs either an angle or a distance, not both",
                ));
            }
        };
        let id = self.base.arc(self.program_time(), radius, way, ending.then, ending.timeout);
        self.begun(id, ending)
    }

    /// Speeds that are allowed together.
    pub(crate) fn drive_limits(&self, speed: f32, turn_rate: f32) -> (f32, f32) {
        let cap = self.base.cap();
        (speed.clamp(-cap, cap), turn_rate.clamp(-limits::TURN_RATE, limits::TURN_RATE))
    }

    /// Drives on and on, mm/s and degrees/s.
    pub fn drive(&mut self, speed: f64, turn_rate: f64) -> Reply {
        self.may_drive()?;
        let cap = self.base.cap();
        let speed = self.limit("drive", "speed", speed, -cap, cap)?;
        let turn_rate = self.limit("drive", "turn_rate", turn_rate, -limits::TURN_RATE, limits::TURN_RATE)?;
        if self.base.drive(speed, turn_rate) {
            self.limited += 1;
        }
        DONE
    }

    /// Drives each wheel on and on, mm/s.
    pub fn tank(&mut self, left: f64, right: f64) -> Reply {
        self.may_drive()?;
        let cap = self.base.cap();
        let left = self.limit("tank", "left", left, -cap, cap)?;
        let right = self.limit("tank", "right", right, -cap, cap)?;
        self.base.tank(left, right);
        DONE
    }

    /// Ends every move at once: coast, brake, or hold the place.
    pub fn stop_driving(&mut self, stop: Stop) -> Reply {
        self.granted(crate::part::Part::Motors)?;
        match stop {
            // Stopping is always allowed, but not stopping somebody else.
            _ if self.owner() > hognose_device::Owner::Program => {}
            Stop::Hold => {
                self.may_drive()?;
                self.base.hold();
            }
            stop => self.base.halt(stop.motor()),
        }
        DONE
    }

    /// Speeds and accelerations of moves: what is None stays. mm/s, mm/s², degrees/s, degrees/s².
    pub fn set_pace(&mut self, values: [Option<f64>; 4]) -> Reply {
        self.granted(crate::part::Part::Motors)?;
        let mut pace = self.base.pace();
        let cap = self.base.cap().max(limits::LEAST_SPEED);
        let least = limits::LEAST_SPEED;
        let fields: [(&mut f32, &str, f32); 4] = [
            (&mut pace.speed, "speed", cap),
            (&mut pace.acceleration, "acceleration", limits::ACCELERATION),
            (&mut pace.turn_rate, "turn_rate", limits::TURN_RATE),
            (&mut pace.turn_acceleration, "turn_acceleration", limits::TURN_ACCELERATION),
        ];
        for ((field, name, most), value) in fields.into_iter().zip(values) {
            if let Some(value) = value {
                *field = self.limit("settings", name, value, least, most)?;
            }
        }
        self.base.set_pace(pace);
        DONE
    }

    /// Speed, acceleration, turn rate, turn acceleration of moves.
    pub fn pace(&self) -> [f64; 4] {
        let Pace { speed, acceleration, turn_rate, turn_acceleration } = self.base.pace();
        [speed, acceleration, turn_rate, turn_acceleration].map(tenths)
    }

    /// Way since the last reset, mm.
    pub fn distance(&self) -> f64 {
        tenths(self.base.distance())
    }

    /// Angle since the last reset, degrees.
    pub fn angle(&self) -> f64 {
        tenths(self.base.angle())
    }

    /// Speed, mm/s.
    pub fn speed(&self) -> f64 {
        tenths(self.base.speed())
    }

    /// Distance, speed, angle, rate of turn.
    pub fn drive_state(&self) -> [f64; 4] {
        [self.base.distance(), self.base.speed(), self.base.angle(), self.base.turn_rate()].map(tenths)
    }

    /// Distance and angle count from these.
    pub fn reset_drive(&mut self, distance: f64, angle: f64) -> Reply {
        self.granted(crate::part::Part::Motors)?;
        let distance = self.in_range("reset", "distance", distance, -1e6, 1e6)?;
        let angle = self.in_range("reset", "angle", angle, -1e6, 1e6)?;
        self.base.reset(distance, angle);
        DONE
    }

    /// Has the last move ended?
    pub fn is_done(&self) -> bool {
        self.base.is_done()
    }

    /// Does a wheel turn?
    pub fn is_moving(&self) -> bool {
        self.base.is_moving()
    }

    /// Did the last move end because a wheel did not turn?
    pub fn has_stalled(&self) -> bool {
        Side::BOTH.iter().any(|&side| self.base.stalled(side))
    }

    /// Does the gyro have a say in moves? What moves is stopped when that changes.
    pub fn use_gyro(&mut self, on: bool) -> Reply {
        self.may_drive()?;
        self.base.use_gyro(on);
        DONE
    }

    // Motors

    /// Turns a wheel on and on, degrees/s.
    pub fn run(&mut self, side: Side, speed: f64) -> Reply {
        self.may_drive()?;
        let speed = self.limit("run", "speed", speed, -limits::WHEEL_SPEED, limits::WHEEL_SPEED)?;
        self.base.run(side, speed);
        DONE
    }

    /// Gives a motor a duty, percent.
    pub fn dc(&mut self, side: Side, duty: f64) -> Reply {
        self.may_drive()?;
        let duty = self.limit("dc", "duty", duty, -100.0, 100.0)?;
        self.base.dc(side, duty / 100.0);
        DONE
    }

    /// Turns a wheel by an angle, degrees, at a speed, degrees/s: the sign of both counts.
    pub fn run_angle(&mut self, side: Side, speed: f64, angle: f64, ending: Ending) -> Reply {
        self.may_drive()?;
        let speed = self.limit("run_angle", "speed", speed, -limits::WHEEL_SPEED, limits::WHEEL_SPEED)?;
        let angle = self.in_range("run_angle", "angle", angle, -limits::WHEEL_ANGLE, limits::WHEEL_ANGLE)?;
        if speed == 0.0 {
            return Err(Raise::value("run_angle(): speed must not be 0"));
        }
        let angle = if speed < 0.0 { -angle } else { angle };
        let id = self.base.run_angle(self.program_time(), side, speed, angle, ending.then, ending.timeout);
        self.begun(id, ending)
    }

    /// Turns a wheel at a speed, degrees/s, for a time in ms.
    pub fn run_time(&mut self, side: Side, speed: f64, time: f64, ending: Ending) -> Reply {
        self.may_drive()?;
        let speed = self.limit("run_time", "speed", speed, -limits::WHEEL_SPEED, limits::WHEEL_SPEED)?;
        let time = self.millis("run_time", "time", time, limits::WAIT)?;
        let id = self.base.run_time(self.program_time(), side, speed, time, ending.then);
        self.begun(id, ending)
    }

    /// Angle of a wheel, degrees.
    pub fn wheel_angle(&self, side: Side) -> f64 {
        tenths(self.base.wheel_angle(side))
    }

    /// Speed of a wheel, degrees/s.
    pub fn wheel_speed(&self, side: Side) -> f64 {
        tenths(self.base.wheel_speed(side))
    }

    /// The angle of a wheel counts from this.
    pub fn reset_wheel(&mut self, side: Side, angle: f64) -> Reply {
        self.granted(crate::part::Part::Motors)?;
        let angle = self.in_range("reset_angle", "angle", angle, -1e6, 1e6)?;
        self.base.reset_wheel(side, angle);
        DONE
    }

    /// Stops one wheel at once.
    pub fn stop_wheel(&mut self, side: Side, stop: Stop) -> Reply {
        self.granted(crate::part::Part::Motors)?;
        match stop {
            _ if self.owner() > hognose_device::Owner::Program => {}
            Stop::Hold => {
                self.may_drive()?;
                self.base.hold_wheel(side);
            }
            Stop::Coast => self.base.rest_wheel(side, Motor::Coast),
            Stop::Brake => self.base.rest_wheel(side, Motor::Brake),
        }
        DONE
    }

    /// Has this wheel stalled?
    pub fn wheel_stalled(&self, side: Side) -> bool {
        self.base.stalled(side)
    }

    /// Encoder counts of a wheel.
    pub fn wheel_counts(&self, side: Side) -> i64 {
        self.base.wheel_counts(side)
    }

    /// May the program read wheels and way?
    pub fn may_read_motors(&self) -> Result<(), Raise> {
        self.granted(crate::part::Part::Motors)
    }

    // Time

    /// Waits, ms.
    pub fn pause_program(&mut self, time: f64) -> Reply {
        let time = self.millis("wait", "time", time, limits::WAIT)?;
        if time == 0 {
            return Ok(Poll::Ready(Value::None));
        }
        let end = self.program_time() + time;
        self.wait(Wait::Until(end))
    }
}
