//! The robot of this port: two ideal wheels in an empty room.

use hognose_robot::hardware::{Broken, Charge, Frame, Hardware, Inertia, Motor, Screen, Sensor, Side, Zones};
use hognose_robot::limits::Calibration;

/// Gravity, mm/s².
const GRAVITY: f32 = 9810.0;

/// Its state.
pub struct Wheels {
    calibration: Calibration,
    duty: [f32; 2],
    /// Way of each wheel, mm.
    way: [f32; 2],
    rate: f32,
    /// Yaw when the sensor was switched on.
    zero: f32,
    now: u64,
    /// There is a sample that nobody read.
    fresh: bool,
}

impl Wheels {
    /// It stands.
    pub fn new() -> Wheels {
        let calibration = Calibration::default();
        Wheels { calibration, duty: [0.0; 2], way: [0.0; 2], rate: 0.0, zero: 0.0, now: 0, fresh: false }
    }

    /// Time goes on to that millisecond.
    pub fn advance(&mut self, now: u64) {
        let seconds = now.saturating_sub(self.now) as f32 / 1000.0;
        if seconds <= 0.0 {
            return;
        }
        let before = self.yaw();
        for (way, duty) in self.way.iter_mut().zip(self.duty) {
            let turning =
                (duty.abs() - self.calibration.dead_zone).max(0.0) / (1.0 - self.calibration.dead_zone);
            *way += turning.copysign(duty) * self.calibration.full_speed * seconds;
        }
        self.rate = (self.yaw() - before) / seconds;
        self.now = now;
        self.fresh = true;
    }

    /// Degrees, clockwise positive.
    fn yaw(&self) -> f32 {
        (self.way[0] - self.way[1]) / self.calibration.track * (180.0 / core::f32::consts::PI)
    }
}

impl Hardware for Wheels {
    fn calibration(&self) -> Calibration {
        Calibration { slip: 0.0, ..Calibration::default() }
    }

    fn motor(&mut self, side: Side, motor: Motor) -> Result<(), Broken> {
        self.duty[side.index()] = match motor {
            Motor::Coast | Motor::Brake => 0.0,
            Motor::Duty(duty) => duty,
        };
        Ok(())
    }

    fn counts(&mut self, side: Side) -> i32 {
        let around = self.calibration.wheel * core::f32::consts::PI;
        (self.way[side.index()] / around * self.calibration.counts) as i32
    }

    fn power(&mut self, sensor: Sensor, on: bool) {
        if sensor == Sensor::Imu && on {
            self.zero = self.yaw();
        }
    }

    fn inertia(&mut self) -> Result<Option<Inertia>, Broken> {
        if !core::mem::take(&mut self.fresh) {
            return Ok(None);
        }
        Ok(Some(Inertia {
            yaw: self.yaw() - self.zero,
            rate: [0.0, 0.0, self.rate],
            acceleration: [0.0, 0.0, -GRAVITY],
            ready: true,
            ..Inertia::default()
        }))
    }

    fn zones(&mut self) -> Result<Option<Zones>, Broken> {
        Ok(Some([-1; 64]))
    }

    fn side(&mut self, _: Side) -> Result<Option<u16>, Broken> {
        Ok(Some(0))
    }

    fn floor(&mut self) -> Result<Option<[u16; 3]>, Broken> {
        Ok(Some([2000; 3]))
    }

    fn button(&mut self, _: Side) -> bool {
        false
    }

    fn charge(&mut self) -> Result<Charge, Broken> {
        Ok(Charge { voltage: 4000, current: 100, level: 90, charging: false })
    }

    fn show_lights(&mut self, _: &Frame) {}

    fn tone(&mut self, _: Option<(f32, u8)>) {}

    fn show_screen(&mut self, _: &Screen) {}
}
