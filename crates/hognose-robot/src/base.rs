//! The base: two wheels that are led along a line, a circle, a turn, or each for itself. Called every 5 ms.

use crate::hardware::{Hardware, Motor, Side};
use crate::limits::{self, Calibration};
use crate::ramp::{Goal, Ramp, ideal_time};
use crate::task::{MoveId, Stop, Task};
use crate::wheel::Wheel;
use hognose_device::Millis;

/// Speed per error of position, 1/s.
const STIFF: f32 = 8.0;
/// Speed per error that lasts, 1/s².
const STUBBORN: f32 = 6.0;
/// The reference waits when it is farther ahead than this: mm, degrees.
const AHEAD: [f32; 2] = [60.0, 60.0];
/// A wheel's reference waits when it is farther ahead, degrees.
const WHEEL_AHEAD: f32 = 180.0;
/// Part of the acceleration that references use: what is left is for catching up with them.
const EASE: f32 = 0.95;
/// Close enough to the goal: mm, degrees.
const NEAR: [f32; 2] = [0.5, 0.15];
/// Close enough for a wheel, degrees.
const WHEEL_NEAR: f32 = 1.2;
/// Ticks that it must be close enough.
const SETTLED: u8 = 6;
/// A move goes on from where the one before should have ended when it is no farther off: mm, degrees.
const CARRY: [f32; 2] = [4.0, 2.5];
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
        self.pace.speed = self.pace.speed.min(self.cap);
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
        self.pace.speed = self.pace.speed.min(self.cap.max(1.0));
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

    // Commands

    fn new_task(&mut self, slot: usize, then: Stop, deadline: Millis) -> MoveId {
        self.last_id = self.last_id.wrapping_add(1);
        self.tasks[slot] = Task { id: self.last_id, then, deadline, until: None, settled: 0, result: None };
        MoveId { slot: slot as u8, id: self.last_id }
    }

    /// The wheels are led together from now on; gives way and heading to count from.
    fn together(&mut self) -> [f32; 2] {
        let here = [self.way(), self.direction()];
        self.stalled = [false; 2];
        self.tasks = [Task::NONE; 2];
        if self.work.mode != Mode::Together {
            let mut start = here;
            if let Some(anchor) = self.anchor {
                if (0..2).all(|i| (anchor[i] - here[i]).abs() <= CARRY[i]) {
                    start = anchor;
                }
            }
            let speed =
                if self.work.mode == Mode::Rest { [0.0; 2] } else { [self.speed(), self.turn_rate()] };
            self.work = Work::resting(Motor::Brake);
            self.work.mode = Mode::Together;
            self.work.axes = [Ramp::moving(start[0], speed[0]), Ramp::moving(start[1], speed[1])];
        }
        self.anchor = None;
        self.work.circle = None;
        self.work.speeds = [0.0; 2];
        self.work.axes.map(|axis| axis.position)
    }

    fn deadline(&self, now: Millis, timeout: Option<Millis>, ideal: f32) -> Millis {
        now + timeout.unwrap_or((2000.0 * ideal) as Millis + limits::MOVE_SLACK)
    }

    /// Drives straight on, mm.
    pub fn straight(&mut self, now: Millis, distance: f32, then: Stop, timeout: Option<Millis>) -> MoveId {
        let [way, heading] = self.together();
        self.work.axes[0].set(Goal::Position(way + distance));
        self.work.axes[1].set(Goal::Position(heading));
        let ideal = ideal_time(distance, self.pace.speed, self.pace.acceleration);
        let deadline = self.deadline(now, timeout, ideal);
        self.new_task(0, then, deadline)
    }

    /// Turns on the spot, degrees clockwise.
    pub fn turn(&mut self, now: Millis, angle: f32, then: Stop, timeout: Option<Millis>) -> MoveId {
        let [way, heading] = self.together();
        self.work.axes[0].set(Goal::Position(way));
        self.work.axes[1].set(Goal::Position(heading + angle));
        let rate = self.pace.turn_rate.min(self.fastest_turn());
        let ideal = ideal_time(angle, rate, self.pace.turn_acceleration);
        let deadline = self.deadline(now, timeout, ideal);
        self.new_task(0, then, deadline)
    }

    /// The rate at which the wheels have their fastest speed on the spot.
    fn fastest_turn(&self) -> f32 {
        (self.cap.max(1.0) / (self.calibration.track / 2.0)).to_degrees()
    }

    /// Drives along a circle to the right (radius positive) or left, that way, mm; backward when it is negative.
    pub fn arc(&mut self, now: Millis, radius: f32, way: f32, then: Stop, timeout: Option<Millis>) -> MoveId {
        let [start, heading] = self.together();
        self.work.axes[0].set(Goal::Position(start + way));
        let degrees_per_mm = (1.0 / radius).to_degrees();
        self.work.circle = Some(Circle { way: start, heading, degrees_per_mm });
        // The outer wheel has the longer way, and the turn has its own limits.
        let outer = 1.0 + self.calibration.track / 2.0 / radius.abs();
        let speed = self.pace.speed.min(self.cap / outer).min(self.pace.turn_rate / degrees_per_mm.abs());
        self.work.speeds[0] = speed;
        let ideal = ideal_time(way, speed, self.pace.acceleration);
        let deadline = self.deadline(now, timeout, ideal);
        self.new_task(0, then, deadline)
    }

    /// Drives on and on: mm/s and degrees/s. The caller has limited each; together the outer wheel may be too fast, then both
    /// are made slower. True: they were.
    pub fn drive(&mut self, speed: f32, turn_rate: f32) -> bool {
        self.together();
        let outer = speed.abs() + turn_rate.to_radians().abs() * self.calibration.track / 2.0;
        let part = if outer > self.cap { self.cap / outer } else { 1.0 };
        self.work.axes[0].set(Goal::Speed(speed * part));
        self.work.axes[1].set(Goal::Speed(turn_rate * part));
        self.work.speeds = [self.cap.max(1.0), self.fastest_turn()];
        part < 1.0
    }

    /// Drives each wheel at a speed, mm/s.
    pub fn tank(&mut self, left: f32, right: f32) {
        let rate = ((left - right) / self.calibration.track).to_degrees();
        self.drive((left + right) / 2.0, rate);
    }

    /// Ends everything at once: motors coast or brake.
    pub fn halt(&mut self, motor: Motor) {
        self.stalled = [false; 2];
        self.aside = None;
        self.end_all(motor);
        self.tasks = [Task::NONE; 2];
    }

    fn end_all(&mut self, motor: Motor) {
        self.work = Work::resting(motor);
        self.anchor = None;
        for wheel in &mut self.wheels {
            wheel.rest(motor);
        }
    }

    /// Holds the place where it is.
    pub fn hold(&mut self) {
        self.together();
        let here = [self.way(), self.direction()];
        self.work.axes = here.map(Ramp::at);
        self.work.lasting = [0.0; 2];
    }

    /// One wheel is led for itself from now on.
    fn apart(&mut self, side: Side) -> usize {
        let i = side.index();
        let mut spins = match self.work.mode {
            Mode::Apart(spins) => spins,
            _ => {
                self.work = Work::resting(Motor::Coast);
                self.tasks = [Task::NONE; 2];
                [Spin::Rest; 2]
            }
        };
        if spins[i] != Spin::Follow {
            self.work.axes[i] = Ramp::moving(self.wheel_degrees(side), self.wheel_speed(side));
            self.work.lasting[i] = 0.0;
        }
        spins[i] = Spin::Follow;
        self.work.mode = Mode::Apart(spins);
        self.work.speeds[i] = 0.0;
        self.stalled[i] = false;
        self.anchor = None;
        self.tasks[i] = Task::NONE;
        i
    }

    /// Turns a wheel on and on, degrees/s.
    pub fn run(&mut self, side: Side, speed: f32) {
        let i = self.apart(side);
        self.work.axes[i].set(Goal::Speed(speed));
        self.work.speeds[i] = limits::WHEEL_SPEED;
    }

    /// Gives a motor a duty from -1 to 1.
    pub fn dc(&mut self, side: Side, duty: f32) {
        let i = self.apart(side);
        self.spin(i, Spin::Duty(duty));
    }

    fn spin(&mut self, i: usize, spin: Spin) {
        if let Mode::Apart(spins) = &mut self.work.mode {
            spins[i] = spin;
            if spins.iter().all(|&spin| spin == Spin::Rest) {
                self.work.mode = Mode::Rest;
            }
        }
    }

    fn wheel_acceleration(&self) -> f32 {
        EASE * self.pace.acceleration / self.calibration.mm_per_degree()
    }

    /// Turns a wheel by an angle, degrees, at a speed, degrees/s.
    pub fn run_angle(
        &mut self,
        now: Millis,
        side: Side,
        speed: f32,
        angle: f32,
        then: Stop,
        timeout: Option<Millis>,
    ) -> MoveId {
        let i = self.apart(side);
        let speed = speed.abs().max(1.0);
        self.work.speeds[i] = speed;
        let start = self.work.axes[i].position;
        self.work.axes[i].set(Goal::Position(start + angle));
        let ideal = ideal_time(angle, speed, self.wheel_acceleration());
        let deadline = self.deadline(now, timeout, ideal);
        self.new_task(i, then, deadline)
    }

    /// Turns a wheel at a speed, degrees/s, for a time.
    pub fn run_time(&mut self, now: Millis, side: Side, speed: f32, time: Millis, then: Stop) -> MoveId {
        let i = self.apart(side);
        self.work.axes[i].set(Goal::Speed(speed));
        self.work.speeds[i] = limits::WHEEL_SPEED;
        let id = self.new_task(i, then, now + time + limits::MOVE_SLACK);
        self.tasks[i].until = Some(now + time);
        id
    }

    /// Lets one wheel rest, at once.
    pub fn rest_wheel(&mut self, side: Side, motor: Motor) {
        let i = self.apart(side);
        self.rest_spin(i, motor);
    }

    fn rest_spin(&mut self, i: usize, motor: Motor) {
        self.work.rest[i] = motor;
        self.wheels[i].rest(motor);
        self.spin(i, Spin::Rest);
    }

    /// Holds one wheel where it is.
    pub fn hold_wheel(&mut self, side: Side) {
        let i = self.apart(side);
        self.work.axes[i] = Ramp::at(self.wheel_degrees(side));
        self.work.lasting[i] = 0.0;
    }

    // Pause

    /// Puts the work aside: brakes, and holds the place once it stands.
    pub fn pause(&mut self) {
        if self.aside.is_some() {
            return;
        }
        self.aside_tasks = self.tasks;
        let work = self.work;
        let anchor = self.anchor;
        if work.mode != Mode::Rest {
            self.end_all(Motor::Brake);
            self.tasks = [Task::NONE; 2];
        }
        self.aside = Some(work);
        self.anchor = anchor;
    }

    /// Takes up the rest of the work from where it stands.
    pub fn resume(&mut self) {
        let Some(mut work) = self.aside.take() else { return };
        self.tasks = self.aside_tasks;
        let places = match work.mode {
            Mode::Rest => return,
            Mode::Together => [self.way(), self.direction()],
            Mode::Apart(_) => Side::BOTH.map(|side| self.wheel_degrees(side)),
        };
        for (axis, place) in work.axes.iter_mut().zip(places) {
            let goal = axis.goal();
            // What holds a place goes on holding that one, not the one where it stands now.
            let still = matches!(goal, Goal::Position(p) if (p - place).abs() < CARRY[0]);
            *axis = Ramp::at(if still { axis.position } else { place });
            axis.set(goal);
        }
        work.lasting = [0.0; 2];
        self.work = work;
    }

    // Control

    /// One tick: measures, leads, drives. `now` is the program's time, which stands still in a pause.
    pub fn tick(
        &mut self,
        now: Millis,
        dt: f32,
        hardware: &mut dyn Hardware,
    ) -> Result<(), crate::hardware::Broken> {
        self.measure(dt, hardware);
        match self.work.mode {
            Mode::Rest => self.hold_pause(),
            Mode::Together => self.lead(now, dt),
            Mode::Apart(spins) => self.lead_apart(now, dt, spins),
        }
        for side in Side::BOTH {
            hardware.motor(side, self.wheels[side.index()].motor)?;
        }
        Ok(())
    }

    fn measure(&mut self, dt: f32, hardware: &mut dyn Hardware) {
        let mut mm = [0.0; 2];
        for side in Side::BOTH {
            let i = side.index();
            let step = self.wheels[i].measure(hardware.counts(side), dt, &self.calibration);
            self.totals[i] += i64::from(step);
            mm[i] = step as f32 * self.calibration.mm_per_count();
        }
        let turn = ((mm[0] - mm[1]) / self.calibration.track).to_degrees();
        self.turned += turn;
        self.heading += turn;
        let (way, course) = ((mm[0] + mm[1]) / 2.0, (self.heading - turn / 2.0).to_radians());
        self.pose[0] += way * libm::sinf(course);
        self.pose[1] += way * libm::cosf(course);
    }

    /// In a pause, once it stands: what was driven before is held.
    fn hold_pause(&mut self) {
        let held = matches!(self.aside, Some(work) if work.mode != Mode::Rest);
        if held && !self.is_moving() {
            self.work.mode = Mode::Together;
            self.work.axes = [self.way(), self.direction()].map(Ramp::at);
        }
    }

    /// The wheels together.
    fn lead(&mut self, now: Millis, dt: f32) {
        let here = [self.way(), self.direction()];
        let most = [
            (if self.work.speeds[0] > 0.0 { self.work.speeds[0] } else { self.pace.speed }).min(self.cap),
            (if self.work.speeds[1] > 0.0 { self.work.speeds[1] } else { self.pace.turn_rate })
                .min(self.fastest_turn()),
        ];
        let hard = [self.pace.acceleration * EASE, self.pace.turn_acceleration * EASE];
        let behind = |work: &Work, i: usize| (work.axes[i].position - here[i]).abs() > AHEAD[i];
        let waits = behind(&self.work, 0) || behind(&self.work, 1);
        // Where it should be now; the ramps go on to where it should be at the next tick.
        let due = self.work.axes.map(|axis| axis.position);
        if !waits {
            self.work.axes[0].step(dt, most[0], hard[0]);
            match self.work.circle {
                Some(circle) => {
                    let way = self.work.axes[0];
                    self.work.axes[1].follow(
                        circle.heading + (way.position - circle.way) * circle.degrees_per_mm,
                        way.speed * circle.degrees_per_mm,
                        way.acceleration * circle.degrees_per_mm,
                    );
                }
                None => self.work.axes[1].step(dt, most[1], hard[1]),
            }
        }
        let mut command = [0.0; 2];
        for i in 0..2 {
            command[i] = self.work.command(i, due[i] - here[i], dt, waits, self.calibration.lag);
        }
        let half = self.calibration.track / 2.0;
        let side_speed = |turn: f32| turn.to_radians() * half;
        let told = [self.work.axes[0].speed, side_speed(self.work.axes[1].speed)];
        let wanted = [command[0], side_speed(command[1])];
        for (i, sign) in [(0, 1.0), (1, -1.0)] {
            // On the rim the wheel is faster than the floor by its slip.
            let rim = (wanted[0] + sign * wanted[1]) / (1.0 - self.calibration.slip);
            let duty = Wheel::duty_for(rim, self.voltage, &self.calibration);
            self.power(i, duty, dt);
            if self.wheels[i].is_stalled(told[0] + sign * told[1], dt) {
                return self.stall(0, &[0, 1]);
            }
        }
        let near = (0..2).all(|i| (self.work.axes[i].position - here[i]).abs() <= NEAR[i]);
        let there =
            self.work.axes[0].is_done() && (self.work.circle.is_some() || self.work.axes[1].is_done());
        let Some(reached) = self.judge(0, now, there, near) else { return };
        let then = self.tasks[0].then;
        let anchor = self.work.axes.map(|axis| axis.position);
        self.tasks[0].result = Some(reached);
        if then == Stop::Hold {
            self.work.axes = anchor.map(Ramp::at);
            self.work.circle = None;
        } else {
            self.end_all(then.motor());
        }
        self.anchor = reached.then_some(anchor);
    }

    /// Is a task over? Then whether it was reached.
    fn judge(&mut self, slot: usize, now: Millis, there: bool, near: bool) -> Option<bool> {
        let task = &mut self.tasks[slot];
        if task.result.is_some() {
            return None;
        }
        if let Some(until) = task.until {
            if now >= until {
                return Some(true);
            }
        }
        task.settled = if there && near { task.settled + 1 } else { 0 };
        if task.settled >= SETTLED {
            return Some(true);
        }
        (now >= task.deadline).then_some(false)
    }

    fn stall(&mut self, slot: usize, sides: &[usize]) {
        self.stall_seen = true;
        self.tasks[slot].result = Some(false);
        for &i in sides {
            self.stalled[i] = true;
        }
        if sides.len() == 2 {
            self.end_all(Motor::Brake);
        } else {
            self.rest_spin(slot, Motor::Brake);
        }
    }

    /// Each wheel for itself.
    fn lead_apart(&mut self, now: Millis, dt: f32, spins: [Spin; 2]) {
        let degree = self.calibration.mm_per_degree();
        for side in Side::BOTH {
            let i = side.index();
            let told = match spins[i] {
                Spin::Rest => continue,
                Spin::Duty(duty) => {
                    self.power(i, duty, dt);
                    duty * self.calibration.full_speed
                }
                Spin::Follow => {
                    let here = self.wheel_degrees(side);
                    let due = self.work.axes[i].position;
                    let waits = (due - here).abs() > WHEEL_AHEAD;
                    if !waits {
                        let speed =
                            if self.work.speeds[i] > 0.0 { self.work.speeds[i] } else { limits::WHEEL_SPEED };
                        let cap = self.cap.max(1.0) * 1.02 / degree;
                        let hard = self.wheel_acceleration();
                        self.work.axes[i].step(dt, speed.min(cap), hard);
                    }
                    let wanted = self.work.command(i, due - here, dt, waits, self.calibration.lag);
                    self.power(i, Wheel::duty_for(wanted * degree, self.voltage, &self.calibration), dt);
                    self.work.axes[i].speed * degree
                }
            };
            if self.wheels[i].is_stalled(told, dt) {
                self.stall(i, &[i]);
                continue;
            }
            let axis = self.work.axes[i];
            let near = (axis.position - self.wheel_degrees(side)).abs() <= WHEEL_NEAR;
            if let Some(reached) = self.judge(i, now, axis.is_done(), near) {
                self.tasks[i].result = Some(reached);
                match self.tasks[i].then {
                    Stop::Hold => {
                        self.work.axes[i] =
                            Ramp::at(if axis.is_done() { axis.position } else { self.wheel_degrees(side) })
                    }
                    then => self.rest_spin(i, then.motor()),
                }
            }
        }
    }

    /// Drives a wheel, but no faster than allowed: above that the duty is taken back.
    fn power(&mut self, i: usize, duty: f32, dt: f32) {
        let cap = (self.cap * 1.02).max(1.0);
        let speed = self.wheels[i].speed;
        let level = Wheel::duty_for(cap, self.voltage, &self.calibration);
        let most = (level + 2.0 * (cap - speed) / self.calibration.full_speed).clamp(0.0, 1.0);
        let least = (level + 2.0 * (cap + speed) / self.calibration.full_speed).clamp(0.0, 1.0);
        self.wheels[i].drive(duty.clamp(-least, most), dt);
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
