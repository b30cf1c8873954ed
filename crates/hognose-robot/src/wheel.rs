//! One wheel: how far and how fast it turns, and what its motor is told.

use crate::hardware::Motor;
use crate::limits::{self, Calibration};

/// Ticks over which speed is measured: 10 ticks of 5 ms.
const WINDOW: usize = 10;
/// Below this speed the dead zone is entered smoothly, mm/s.
const CREEP: f32 = 0.8;

/// What is known of a wheel.
#[derive(Clone, Copy, Debug)]
pub struct Wheel {
    /// Encoder counts, as the board gave them last.
    pub counts: i32,
    started: bool,
    ring: [i32; WINDOW],
    at: usize,
    /// Speed on the floor, mm/s.
    pub speed: f32,
    /// Duty that the motor has, 0 when it is not driven.
    pub duty: f32,
    /// What it was told.
    pub motor: Motor,
    /// Ticks for which it has been blocked.
    blocked: u32,
}

impl Default for Wheel {
    fn default() -> Self {
        Wheel {
            counts: 0,
            started: false,
            ring: [0; WINDOW],
            at: 0,
            speed: 0.0,
            duty: 0.0,
            motor: Motor::Coast,
            blocked: 0,
        }
    }
}

impl Wheel {
    /// New counts of the encoder after `dt` seconds; gives how many more there are.
    pub fn measure(&mut self, counts: i32, dt: f32, calibration: &Calibration) -> i32 {
        let step = if self.started { counts.wrapping_sub(self.counts) } else { 0 };
        self.started = true;
        self.counts = counts;
        if let Some(place) = self.ring.get_mut(self.at) {
            *place = step;
        }
        self.at = (self.at + 1) % WINDOW;
        let sum: i64 = self.ring.iter().map(|&n| i64::from(n)).sum();
        self.speed = sum as f32 * calibration.mm_per_count() / (WINDOW as f32 * dt);
        step
    }

    /// The duty for a wheel speed in mm/s at that voltage: what the motor needs without load.
    pub fn duty_for(speed: f32, voltage: f32, calibration: &Calibration) -> f32 {
        let zone = calibration.dead_zone * (speed.abs() / CREEP).min(1.0);
        let rest =
            (1.0 - calibration.dead_zone) * speed.abs() / calibration.full_speed * 4.0 / voltage.max(3.0);
        libm::copysignf((zone + rest).min(1.0), speed)
    }

    /// Goes towards a duty, no faster than the slew limit allows in `dt` seconds.
    pub fn drive(&mut self, duty: f32, dt: f32) {
        let most = dt * 1000.0 / limits::SLEW as f32;
        let duty = if duty.is_finite() { duty.clamp(-1.0, 1.0) } else { 0.0 };
        self.duty += (duty - self.duty).clamp(-most, most);
        self.motor = Motor::Duty(self.duty);
    }

    /// Is not driven any more, at once.
    pub fn rest(&mut self, motor: Motor) {
        self.duty = 0.0;
        self.blocked = 0;
        self.motor = motor;
    }

    /// Has it hardly turned at nearly full duty for too long? `command` is the speed that it was told, mm/s. Called every tick.
    pub fn is_stalled(&mut self, command: f32, dt: f32) -> bool {
        let blocked = self.duty.abs() > limits::STALL_DUTY
            && self.speed.abs() < limits::STALL_PART * command.abs().max(1.0);
        self.blocked = if blocked { self.blocked + 1 } else { 0 };
        self.blocked as f32 * dt * 1000.0 >= limits::STALL_TIME as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speed_is_that_of_the_window_also_over_a_wrap() {
        let calibration = Calibration { slip: 0.0, ..Calibration::default() };
        let mut wheel = Wheel::default();
        let mut counts = i32::MAX - 20;
        for _ in 0..20 {
            counts = counts.wrapping_add(3);
            wheel.measure(counts, 0.005, &calibration);
        }
        // 3 counts in 5 ms are 600 counts a second: one turn.
        assert!((wheel.speed - 39.0 * core::f32::consts::PI).abs() < 0.1, "{}", wheel.speed);
    }

    #[test]
    fn the_whole_scale_takes_150_ms() {
        let mut wheel = Wheel::default();
        let mut ticks = 0;
        while wheel.duty < 1.0 {
            wheel.drive(1.0, 0.005);
            ticks += 1;
        }
        assert_eq!(ticks * 5, 150);
        wheel.rest(Motor::Brake);
        assert_eq!((wheel.duty, wheel.motor), (0.0, Motor::Brake));
    }

    #[test]
    fn a_blocked_wheel_is_seen_after_half_a_second() {
        let mut wheel = Wheel { duty: 0.95, speed: 5.0, ..Wheel::default() };
        let mut ticks = 0;
        while !wheel.is_stalled(120.0, 0.005) {
            ticks += 1;
        }
        assert_eq!(ticks, 99);
        wheel.speed = 13.0;
        assert!(!wheel.is_stalled(120.0, 0.005));
    }

    #[test]
    fn no_speed_needs_no_duty() {
        let calibration = Calibration::default();
        assert_eq!(Wheel::duty_for(0.0, 4.0, &calibration), 0.0);
        assert_eq!(Wheel::duty_for(400.0, 4.0, &calibration), 1.0);
        assert!((Wheel::duty_for(-200.0, 4.0, &calibration) + 0.54).abs() < 1e-6);
    }
}
