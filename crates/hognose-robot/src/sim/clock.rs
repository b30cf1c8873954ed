//! Virtual time against real time.

use hognose_device::Millis;

/// How fast virtual time goes: as fast as real time, several times as fast, or as fast as the computer can. The caller has the
/// real clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clock {
    /// Virtual milliseconds a real one; None: as many as the computer can.
    speed: Option<f64>,
    /// Virtual and real time, ms, when the speed was set.
    from: (Millis, f64),
    paused: bool,
}

impl Clock {
    /// From virtual time 0. `speed` 1.0 is real time, None as fast as possible.
    pub fn new(speed: Option<f64>) -> Clock {
        Clock { speed: speed.map(usual), from: (0, 0.0), paused: false }
    }

    /// The speed, None for as fast as possible.
    pub fn speed(&self) -> Option<f64> {
        self.speed
    }

    /// Another speed from now on: real time so far in ms, virtual time as it is.
    pub fn set_speed(&mut self, speed: Option<f64>, real: f64, now: Millis) {
        self.speed = speed.map(usual);
        self.from = (now, real);
    }

    /// Stops virtual time, or lets it go on.
    pub fn pause(&mut self, on: bool, real: f64, now: Millis) {
        self.paused = on;
        self.from = (now, real);
    }

    /// Does it stand still?
    pub fn is_paused(&self) -> bool {
        self.paused
    }

    /// How far virtual time may go when that much real time has passed, in ms. As fast as possible: `most` further.
    pub fn target(&self, real: f64, now: Millis, most: Millis) -> Millis {
        let allowed = match (self.paused, self.speed) {
            (true, _) => now,
            (false, None) => return now + most,
            (false, Some(speed)) => self.from.0 + ((real - self.from.1) * speed).max(0.0) as Millis,
        };
        allowed.clamp(now, now + most)
    }
}

/// Speeds that make sense.
fn usual(speed: f64) -> f64 {
    if speed.is_finite() { speed.clamp(0.01, 1e6) } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn virtual_time_follows_real_time() {
        let mut clock = Clock::new(Some(10.0));
        assert_eq!(clock.target(5.0, 0, 1000), 50);
        assert_eq!(clock.target(500.0, 0, 1000), 1000, "no more than asked for at a time");
        clock.set_speed(Some(1.0), 5.0, 50);
        assert_eq!(clock.target(7.0, 50, 1000), 52);
        clock.pause(true, 7.0, 52);
        assert_eq!(clock.target(100.0, 52, 1000), 52);
        clock.pause(false, 100.0, 52);
        assert_eq!(clock.target(101.0, 52, 1000), 53);
        assert_eq!(Clock::new(None).target(0.0, 7, 20), 27);
        assert_eq!(clock.target(0.0, 53, 1000), 53, "never back");
    }
}
