//! The battery of the simulated robot.

/// Capacity, mAh.
pub const CAPACITY: f64 = 1800.0;
/// Inner resistance, ohm.
const RESISTANCE: f64 = 0.15;
/// Voltage without load at a charge in percent.
const OPEN: [(f64, f64); 6] =
    [(0.0, 3.30), (10.0, 3.55), (25.0, 3.70), (50.0, 3.80), (75.0, 3.95), (100.0, 4.20)];

/// A battery.
#[derive(Clone, Debug)]
pub struct Battery {
    /// Charge, percent.
    pub charge: f64,
    /// Volts at its contacts.
    pub voltage: f64,
    /// Current that is taken, mA.
    pub current: f64,
    /// How much faster it empties.
    drain: f64,
}

impl Battery {
    /// With a charge in percent.
    pub fn new(charge: f64, drain: f64) -> Battery {
        Battery { charge, voltage: open(charge), current: 0.0, drain }
    }

    /// Takes a current in mA for `dt` seconds.
    pub fn step(&mut self, current: f64, dt: f64) {
        self.current = current;
        self.charge = (self.charge - current * dt / 3600.0 / CAPACITY * 100.0 * self.drain).max(0.0);
        self.voltage = open(self.charge) - RESISTANCE * current / 1000.0;
    }

    /// What the gauge shows: percent of what is usable.
    pub fn level(&self) -> u8 {
        libm::round((self.charge * 100.0 / 95.0 - 500.0 / 95.0).clamp(0.0, 100.0)) as u8
    }
}

/// Volts without load.
fn open(charge: f64) -> f64 {
    let charge = charge.clamp(0.0, 100.0);
    for pair in OPEN.windows(2) {
        let ((low, a), (high, b)) = (pair[0], pair[1]);
        if charge <= high {
            return a + (b - a) * (charge - low) / (high - low);
        }
    }
    OPEN[5].1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_empties_by_what_is_taken() {
        let mut battery = Battery::new(100.0, 1.0);
        for _ in 0..3600 {
            battery.step(900.0, 1.0);
        }
        assert!((battery.charge - 50.0).abs() < 1e-6);
        assert!((battery.voltage - (3.80 - 0.135)).abs() < 1e-6);
        assert_eq!(battery.level(), 47);
        let mut lesson = Battery::new(10.0, 100.0);
        lesson.step(900.0, 3600.0);
        assert_eq!((lesson.charge, lesson.level()), (0.0, 0));
    }
}
