//! The base: two wheels that are led along a line, a circle, a turn, or each for itself. Called every 5 ms.

mod command;
mod lead;

use crate::hardware::{Motor, Side};
use crate::limits::{self, Calibration};
use crate::ramp::Ramp;
use crate::task::{MoveId, Task};
use crate::wheel::Wheel;

/// Speed per error of position, 1/s.
const STIFF: f32 = 8.0;
/// Speed per error that lasts, 1/s².
const STUBBORN: f32 = 6.0;
/// Part of the acceleration that references use: what is left is for catching up with them.
const EASE: f32 = 0.95;
/// Below this speed it stands, mm/s.
const STANDS: f32 = 5.0;
/// Part of the difference between gyro and encoders that each sample takes away.
const TRUST: f32 = 0.2;

/// Speeds and accelerations of moves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// mm/s
    pub speed: f32,
    /// mm/s²
    pub acceleration: f32,
    /// degrees/s
    pub turn_rate: f32,
    /// degrees/s²
    pub turn_acceleration: f32,
}

impl Default for Pace {
    fn default() -> Self {
        Pace {
            speed: limits::DEFAULT_SPEED,
            acceleration: limits::DEFAULT_ACCELERATION,
            turn_rate: limits::DEFAULT_TURN_RATE,
            turn_acceleration: limits::DEFAULT_TURN_ACCELERATION,
        }
    }
}

/// How the wheels are led.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Mode {
    /// Not at all: each motor rests as it was told.
    Rest,
    /// Together: the axes are way and heading.
    Together,
    /// Each for itself: the axes are the left and the right wheel.
    Apart([Spin; 2]),
}

/// How one wheel is led.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Spin {
    Rest,
    Duty(f32),
    Follow,
}

/// A circle: the heading follows the way.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Circle {
    way: f32,
    heading: f32,
    degrees_per_mm: f32,
}

/// What the motors work at; what a pause puts aside.
#[derive(Clone, Copy, Debug)]
struct Work {
    mode: Mode,
    axes: [Ramp; 2],
    lasting: [f32; 2],
    circle: Option<Circle>,
    /// Speed of each axis in this move, 0 for that of the pace.
    speeds: [f32; 2],
    rest: [Motor; 2],
}

/// The base.
#[derive(Clone, Debug)]
pub struct Base {
    /// The wheels, left first.
    pub wheels: [Wheel; 2],
    calibration: Calibration,
    pace: Pace,
    /// Fastest drive that is allowed, mm/s.
    cap: f32,
    /// Volts.
    voltage: f32,
    work: Work,
    aside: Option<Work>,
    tasks: [Task; 2],
    aside_tasks: [Task; 2],
    last_id: u32,
    stalled: [bool; 2],
    stall_seen: bool,
    anchor: Option<[f32; 2]>,
    gyro: bool,
    totals: [i64; 2],
    /// Heading by wheels alone, degrees.
    turned: f32,
    /// Heading by gyro and wheels, degrees.
    heading: f32,
    /// Yaw of the gyro at heading 0.
    yaw_at_zero: Option<f32>,
    pose: [f32; 2],
    zero: [f32; 2],
    wheel_zero: [f32; 2],
}

impl Base {
    /// A base at rest.
    pub fn new(calibration: Calibration) -> Base {
        Base {
            wheels: [Wheel::default(); 2],
            calibration,
            pace: Pace::default(),
            cap: limits::SPEED,
            voltage: 4.0,
            work: Work::resting(Motor::Coast),
            aside: None,
            tasks: [Task::NONE; 2],
            aside_tasks: [Task::NONE; 2],
            last_id: 0,
            stalled: [false; 2],
            stall_seen: false,
            anchor: None,
            gyro: true,
            totals: [0; 2],
            turned: 0.0,
            heading: 0.0,
            yaw_at_zero: None,
            pose: [0.0; 2],
            zero: [0.0; 2],
            wheel_zero: [0.0; 2],
        }
    }

    /// A program begins: pace, counters and pose start anew.
    pub fn begin(&mut self) {
        self.halt(Motor::Brake);
        self.pace = Pace::default();
        self.stalled = [false; 2];
        self.gyro = true;
        self.pose = [0.0; 2];
        self.anchor = None;
        let heading = self.heading;
        self.shift_heading(-heading);
        self.turned = 0.0;
        self.zero = [self.way(), 0.0];
        self.wheel_zero = Side::BOTH.map(|side| self.wheel_degrees(side));
    }

    // Reading

    /// Way since power-on, mm.
    fn way(&self) -> f32 {
        (self.totals[0] + self.totals[1]) as f32 / 2.0 * self.calibration.mm_per_count()
    }

    fn direction(&self) -> f32 {
        if self.gyro { self.heading } else { self.turned }
    }

    fn wheel_degrees(&self, side: Side) -> f32 {
        self.totals[side.index()] as f32 * (360.0 / self.calibration.counts)
    }

    /// Way since the last reset, mm.
    pub fn distance(&self) -> f32 {
        self.way() - self.zero[0]
    }

    /// Angle since the last reset, degrees.
    pub fn angle(&self) -> f32 {
        self.direction() - self.zero[1]
    }

    /// Speed, mm/s.
    pub fn speed(&self) -> f32 {
        (self.wheels[0].speed + self.wheels[1].speed) / 2.0
    }

    /// Rate of turn by the wheels, degrees/s.
    pub fn turn_rate(&self) -> f32 {
        ((self.wheels[0].speed - self.wheels[1].speed) / self.calibration.track).to_degrees()
    }

    /// Way and angle count from these values.
    pub fn reset(&mut self, distance: f32, angle: f32) {
        self.zero = [self.way() - distance, self.direction() - angle];
    }

    /// Heading, degrees, clockwise positive, without end.
    pub fn heading(&self) -> f32 {
        self.heading
    }

    /// The heading is this from now on. A move that is on its way is not disturbed.
    pub fn reset_heading(&mut self, heading: f32) {
        let by = heading - self.heading;
        self.shift_heading(by);
    }

    fn shift_heading(&mut self, by: f32) {
        self.heading += by;
        if let Some(yaw) = &mut self.yaw_at_zero {
            *yaw -= by;
        }
        if self.gyro {
            self.zero[1] += by;
            for work in core::iter::once(&mut self.work).chain(&mut self.aside) {
                if work.mode == Mode::Together {
                    work.axes[1].shift(by);
                }
                if let Some(circle) = &mut work.circle {
                    circle.heading += by;
                }
            }
            if let Some(anchor) = &mut self.anchor {
                anchor[1] += by;
            }
        }
    }

    /// Pose by odometry since the program began: mm to the right, mm ahead.
    pub fn pose(&self) -> [f32; 2] {
        self.pose
    }

    /// Does a wheel turn?
    pub fn is_moving(&self) -> bool {
        self.wheels.iter().any(|w| w.speed.abs() > STANDS)
    }

    /// Are both motors without power?
    pub fn is_off(&self) -> bool {
        self.work.mode == Mode::Rest && self.wheels.iter().all(|w| !matches!(w.motor, Motor::Duty(_)))
    }

    /// Has the last move ended?
    pub fn is_done(&self) -> bool {
        self.tasks.iter().all(|task| task.result.is_some())
    }

    /// Was the last command ended because the wheel did not turn?
    pub fn stalled(&self, side: Side) -> bool {
        self.stalled[side.index()]
    }

    /// A stall since the last time this was asked.
    pub fn take_stall(&mut self) -> bool {
        core::mem::take(&mut self.stall_seen)
    }

    /// How a move ended; None while it goes on. A move that another took the place of was not reached.
    pub fn outcome(&self, id: MoveId) -> Option<bool> {
        let tasks = if self.aside.is_some() { &self.aside_tasks } else { &self.tasks };
        match tasks.get(usize::from(id.slot)) {
            Some(task) if task.id == id.id => task.result,
            _ => Some(false),
        }
    }

    /// Angle of a wheel since its last reset, degrees.
    pub fn wheel_angle(&self, side: Side) -> f32 {
        self.wheel_degrees(side) - self.wheel_zero[side.index()]
    }

    /// A wheel's angle counts from this value.
    pub fn reset_wheel(&mut self, side: Side, angle: f32) {
        self.wheel_zero[side.index()] = self.wheel_degrees(side) - angle;
    }

    /// Speed of a wheel, degrees/s.
    pub fn wheel_speed(&self, side: Side) -> f32 {
        self.wheels[side.index()].speed / ((1.0 - self.calibration.slip) * self.calibration.mm_per_degree())
    }

    /// Encoder counts of a wheel since power-on.
    pub fn wheel_counts(&self, side: Side) -> i64 {
        self.totals[side.index()]
    }

    // Settings

    /// Speeds and accelerations.
    pub fn pace(&self) -> Pace {
        self.pace
    }

    /// Sets them; the caller has limited them. Moves that are on their way go on with them.
    pub fn set_pace(&mut self, pace: Pace) {
        self.pace = pace;
    }

    /// Fastest drive that is allowed, mm/s.
    pub fn cap(&self) -> f32 {
        self.cap
    }

    /// Nothing drives faster than this from now on.
    pub fn set_cap(&mut self, cap: f32) {
        self.cap = cap.clamp(0.0, limits::SPEED);
    }

    /// Volts of the battery.
    pub fn set_voltage(&mut self, volts: f32) {
        self.voltage = volts;
    }

    /// Does the gyro have a say in the heading of moves?
    pub fn use_gyro(&mut self, on: bool) {
        if on != self.gyro {
            self.halt(Motor::Brake);
            let before = self.angle();
            self.gyro = on;
            self.reset(self.distance(), before);
        }
    }

    /// Is it used and does something move by it?
    pub fn needs_gyro(&self) -> bool {
        self.gyro && self.work.mode != Mode::Rest
    }

    /// A sample of the gyro.
    pub fn correct(&mut self, yaw: f32) {
        match self.yaw_at_zero {
            Some(zero) => self.heading += TRUST * (yaw - zero - self.heading),
            None => self.yaw_at_zero = Some(yaw - self.heading),
        }
    }

    /// The gyro is off: when it comes back it goes on from the heading by wheels.
    pub fn lose_gyro(&mut self) {
        self.yaw_at_zero = None;
    }
}

impl Work {
    fn resting(motor: Motor) -> Work {
        Work {
            mode: Mode::Rest,
            axes: [Ramp::at(0.0); 2],
            lasting: [0.0; 2],
            circle: None,
            speeds: [0.0; 2],
            rest: [motor; 2],
        }
    }

    /// Speed that an axis needs to follow its reference, which it is behind by `error`.
    fn command(&mut self, i: usize, error: f32, dt: f32, waits: bool, lag: f32) -> f32 {
        let axis = &self.axes[i];
        if !waits {
            let most = 60.0 / STUBBORN;
            self.lasting[i] = (self.lasting[i] + error * dt).clamp(-most, most);
        }
        axis.speed + lag * axis.acceleration + STIFF * error + STUBBORN * self.lasting[i]
    }
}
