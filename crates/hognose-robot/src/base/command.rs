//! What the base is told: moves, speeds, rest, pause.

use super::{Base, Circle, EASE, Mode, Spin, Work};
use crate::hardware::{Motor, Side};
use crate::limits;
use crate::ramp::{Goal, Ramp, ideal_time};
use crate::task::{MoveId, Stop, Task};
use hognose_device::Millis;

/// A move goes on from where the one before should have ended when it is no farther off: mm, degrees.
const CARRY: [f32; 2] = [4.0, 2.5];

impl Base {
    fn new_task(&mut self, slot: usize, then: Stop, deadline: Millis) -> MoveId {
        self.last_id = self.last_id.wrapping_add(1);
        self.tasks[slot] =
            Task { id: self.last_id, then, deadline, until: None, settled: 0, waited: 0, result: None };
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
        let ideal = ideal_time(distance, self.fastest(), self.pace.acceleration);
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

    /// Speed of moves, as far as it is allowed.
    fn fastest(&self) -> f32 {
        self.pace.speed.min(self.cap).max(1.0)
    }

    /// The rate at which the wheels have their fastest speed on the spot.
    pub(super) fn fastest_turn(&self) -> f32 {
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
        let speed =
            self.pace.speed.min(self.cap.max(1.0) / outer).min(self.pace.turn_rate / degrees_per_mm.abs());
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

    pub(super) fn end_all(&mut self, motor: Motor) {
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

    pub(super) fn wheel_acceleration(&self) -> f32 {
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

    pub(super) fn rest_spin(&mut self, i: usize, motor: Motor) {
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
}
