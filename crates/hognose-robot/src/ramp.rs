//! How a target is approached: limited speed, limited acceleration, limited jerk.

/// Ticks over which the speed is averaged: 16 ticks of 5 ms, so that a change of acceleration takes 80 ms. Then also the
/// largest one asks for no faster change of the duty than its limit allows.
const SMOOTH: usize = 16;

/// Where a ramp goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Goal {
    /// To this position, and stop there.
    Position(f32),
    /// On and on at this speed.
    Speed(f32),
}

/// A reference that moves: position, speed and acceleration that the motors shall follow. Units are the caller's.
#[derive(Clone, Copy, Debug)]
pub struct Ramp {
    /// Where the reference is.
    pub position: f32,
    /// How fast it goes.
    pub speed: f32,
    /// How fast that changes.
    pub acceleration: f32,
    goal: Goal,
    raw: f32,
    raw_speed: f32,
    ring: [f32; SMOOTH],
    at: usize,
}

impl Ramp {
    /// At rest at a position.
    pub fn at(position: f32) -> Ramp {
        Ramp {
            position,
            speed: 0.0,
            acceleration: 0.0,
            goal: Goal::Position(position),
            raw: position,
            raw_speed: 0.0,
            ring: [0.0; SMOOTH],
            at: 0,
        }
    }

    /// At a position, with a speed that it has already.
    pub fn moving(position: f32, speed: f32) -> Ramp {
        Ramp { speed, raw_speed: speed, ring: [speed; SMOOTH], ..Ramp::at(position) }
    }

    /// Is where another reference leads it.
    pub fn follow(&mut self, position: f32, speed: f32, acceleration: f32) {
        *self = Ramp { acceleration, ..Ramp::moving(position, speed) };
    }

    /// Goes somewhere else from now on, from the speed it has.
    pub fn set(&mut self, goal: Goal) {
        self.goal = goal;
    }

    /// Where it goes.
    pub fn goal(&self) -> Goal {
        self.goal
    }

    /// Shifts everything: the positions count from elsewhere now.
    pub fn shift(&mut self, by: f32) {
        self.position += by;
        self.raw += by;
        if let Goal::Position(p) = &mut self.goal {
            *p += by;
        }
    }

    /// Has it come to its position and stands there?
    pub fn is_done(&self) -> bool {
        match self.goal {
            Goal::Position(p) => {
                self.raw == p && self.raw_speed == 0.0 && self.ring.iter().all(|&v| v == 0.0)
            }
            Goal::Speed(_) => false,
        }
    }

    /// One tick of `dt` seconds at that speed and acceleration at most, both positive.
    pub fn step(&mut self, dt: f32, speed: f32, acceleration: f32) {
        let most = acceleration * dt;
        let wanted = match self.goal {
            Goal::Speed(v) => v.clamp(-speed, speed),
            Goal::Position(p) => {
                let rest = p - self.raw;
                // The fastest speed from which whole ticks of braking still end at the goal.
                let ticks = libm::sqrtf(0.25 + 2.0 * rest.abs() / (most * dt)) - 0.5;
                let allowed = (most * ticks).min(speed).min(rest.abs() / dt);
                libm::copysignf(allowed, rest)
            }
        };
        self.raw_speed += (wanted - self.raw_speed).clamp(-most, most);
        if let Goal::Position(p) = self.goal {
            let rest = p - self.raw;
            if (rest - self.raw_speed * dt).abs() < 1e-3 * (1.0 + most * dt)
                && self.raw_speed.abs() <= 2.0 * most
            {
                // The last part of a tick.
                self.put(rest / dt, dt);
                (self.raw, self.raw_speed) = (p, 0.0);
                if self.is_done() {
                    self.position = p;
                }
                return;
            }
        }
        self.raw += self.raw_speed * dt;
        self.put(self.raw_speed, dt);
    }

    fn put(&mut self, speed: f32, dt: f32) {
        if let Some(place) = self.ring.get_mut(self.at) {
            *place = speed;
        }
        self.at = (self.at + 1) % SMOOTH;
        let smooth = self.ring.iter().sum::<f32>() / SMOOTH as f32;
        self.acceleration = (smooth - self.speed) / dt;
        self.speed = smooth;
        self.position += smooth * dt;
    }
}

/// Seconds that a way takes at best.
pub fn ideal_time(way: f32, speed: f32, acceleration: f32) -> f32 {
    let way = way.abs();
    if way >= speed * speed / acceleration {
        way / speed + speed / acceleration
    } else {
        2.0 * libm::sqrtf(way / acceleration)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DT: f32 = 0.005;

    #[test]
    fn it_comes_exactly_to_its_goal_within_its_limits() {
        for goal in [500.0, -500.0, 3.0, 0.2, 7000.0, -0.01] {
            let mut ramp = Ramp::at(0.0);
            ramp.set(Goal::Position(goal));
            let (mut n, mut fastest, mut hardest) = (0, 0f32, 0f32);
            while !ramp.is_done() {
                ramp.step(DT, 120.0, 600.0);
                (fastest, hardest) = (fastest.max(ramp.speed.abs()), hardest.max(ramp.acceleration.abs()));
                n += 1;
                assert!(n < 20_000, "{goal}: {ramp:?}");
            }
            assert_eq!(ramp.position, goal);
            assert!(fastest <= 120.01 && hardest <= 601.0, "{goal}: {fastest} {hardest}");
            let took = n as f32 * DT;
            assert!(took <= ideal_time(goal, 120.0, 600.0) + 0.1, "{goal}: {took}");
        }
    }

    #[test]
    fn acceleration_changes_little_in_a_tick() {
        let mut ramp = Ramp::at(0.0);
        ramp.set(Goal::Speed(300.0));
        let mut before = 0.0;
        for _ in 0..200 {
            ramp.step(DT, 300.0, 600.0);
            assert!((ramp.acceleration - before).abs() <= 600.0 / SMOOTH as f32 + 0.5);
            before = ramp.acceleration;
        }
        assert!((ramp.speed - 300.0).abs() < 0.01);
    }

    #[test]
    fn a_new_goal_behind_it_is_reached_without_a_jump() {
        let mut ramp = Ramp::at(0.0);
        ramp.set(Goal::Position(1000.0));
        for _ in 0..100 {
            ramp.step(DT, 200.0, 600.0);
        }
        ramp.set(Goal::Position(20.0));
        let mut speed = ramp.speed;
        while !ramp.is_done() {
            ramp.step(DT, 200.0, 600.0);
            assert!((ramp.speed - speed).abs() <= 600.0 * DT + 0.01);
            speed = ramp.speed;
        }
        assert_eq!(ramp.position, 20.0);
    }
}
