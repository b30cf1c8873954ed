//! The control loop: measures, leads the wheels along their references, sees when a move has ended or is blocked.

use super::{Base, EASE, Mode, Spin, Work};
use crate::hardware::{Broken, Hardware, Motor, Side};
use crate::limits;
use crate::ramp::Ramp;
use crate::task::Stop;
use crate::wheel::Wheel;
use hognose_device::Millis;

/// The reference waits when it is farther ahead than this: mm, degrees.
const AHEAD: [f32; 2] = [60.0, 60.0];
/// A wheel's reference waits when it is farther ahead, degrees.
const WHEEL_AHEAD: f32 = 180.0;
/// Close enough to the goal: mm, degrees.
const NEAR: [f32; 2] = [0.5, 0.15];
/// Close enough for a wheel, degrees.
const WHEEL_NEAR: f32 = 1.2;
/// After so many ticks at the goal, so much more is close enough: the last bit of a way is slow, and what is left of it the next
/// move makes up for.
const PATIENCE: [(u16, f32); 3] = [(30, 1.8), (80, 3.5), (300, 5.0)];
/// Ticks that it must be close enough.
const SETTLED: u8 = 6;

impl Base {
    /// One tick: measures, leads, drives. `now` is the program's time, which stands still in a pause.
    pub fn tick(&mut self, now: Millis, dt: f32, hardware: &mut dyn Hardware) -> Result<(), Broken> {
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
        let slack = self.slack(0);
        let near = (0..2).all(|i| (self.work.axes[i].position - here[i]).abs() <= slack * NEAR[i]);
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

    /// How many times its tolerance a task may be off by now.
    fn slack(&self, slot: usize) -> f32 {
        let waited = self.tasks[slot].waited;
        PATIENCE.iter().rev().find(|(ticks, _)| waited >= *ticks).map_or(1.0, |(_, times)| *times)
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
        task.waited = if there { task.waited.saturating_add(1) } else { 0 };
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
