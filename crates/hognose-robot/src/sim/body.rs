//! The body: motors, wheels, what they push against.

use super::noise::Noise;
use super::ray;
use super::world::{Pose, Wall, World};
use crate::hardware::Motor;

/// Diameter of a wheel, mm.
pub const WHEEL: f64 = 39.0;
/// Distance between the wheels, mm.
pub const TRACK: f64 = 90.0;
/// Radius of the body, mm.
pub const RADIUS: f64 = 60.0;
/// Encoder counts of one turn of a wheel.
pub const COUNTS: f64 = 600.0;
/// Speed of a wheel at full duty and 4.0 V without load, mm/s.
pub const FULL_SPEED: f64 = 400.0;
/// Below this duty nothing turns.
pub const DEAD_ZONE: f64 = 0.08;
/// Time constants, s: driven, braking, rolling out.
const LAG: [f64; 3] = [0.08, 0.025, 0.3];
/// Slip at rest, and more with acceleration (per 2000 mm/s²).
const SLIP: [f64; 2] = [0.01, 0.05];
/// Current of a driven motor, mA: at no load, and more when it is held back.
const CURRENT: [f64; 2] = [60.0, 900.0];
/// Farthest from a wall that counts as touching it, mm.
const TOUCH: f64 = 0.05;

/// Where the robot is and how it moves.
#[derive(Clone, Debug)]
pub struct Body {
    /// Where it stands.
    pub pose: Pose,
    /// Speed of the rims, as the motors turn them, mm/s.
    pub rims: [f64; 2],
    /// Way of the rims since the start, mm.
    pub way: [f64; 2],
    /// Speed over the floor, mm/s.
    pub speed: f64,
    /// Acceleration ahead, mm/s².
    pub acceleration: f64,
    /// Rate of turn, degrees/s, clockwise.
    pub rate: f64,
    /// Direction of what it touches, degrees from ahead, clockwise.
    pub contact: Option<f64>,
    /// Touches since the start.
    pub collisions: u32,
    /// Current of both motors, mA.
    pub current: f64,
    gains: [f64; 2],
    free: [f64; 2],
    slips: bool,
    blocked: f64,
}

impl Body {
    /// At rest at the start.
    pub fn new(world: &World, noise: &mut Noise) -> Body {
        Body {
            pose: world.start,
            rims: [0.0; 2],
            way: [0.0; 2],
            speed: 0.0,
            acceleration: 0.0,
            rate: 0.0,
            contact: None,
            collisions: 0,
            current: 0.0,
            gains: [1.0 + noise.normal(0.02), 1.0 + noise.normal(0.02)],
            free: [0.0; 2],
            slips: noise.is_on(),
            blocked: 0.0,
        }
    }

    /// Encoder counts of a wheel.
    pub fn counts(&self, wheel: usize) -> i32 {
        libm::floor(self.way[wheel] * COUNTS / (WHEEL * core::f64::consts::PI)) as i64 as i32
    }

    /// One step of `dt` seconds.
    pub fn step(
        &mut self,
        dt: f64,
        motors: [Motor; 2],
        stuck: [bool; 2],
        voltage: f64,
        world: &World,
        walls: &[Wall],
    ) {
        let before = self.free;
        self.current = 0.0;
        for i in 0..2 {
            let (target, lag, effort) = match motors[i] {
                Motor::Duty(duty) => {
                    let duty = f64::from(duty).clamp(-1.0, 1.0);
                    let effort =
                        libm::copysign(((duty.abs() - DEAD_ZONE) / (1.0 - DEAD_ZONE)).max(0.0), duty);
                    (effort * FULL_SPEED * voltage / 4.0 * self.gains[i], LAG[0], Some(effort))
                }
                Motor::Brake => (0.0, LAG[1], None),
                Motor::Coast => (0.0, LAG[2], None),
            };
            self.free[i] += (target - self.free[i]) * (1.0 - libm::exp(-dt / lag));
            if stuck[i] {
                self.free[i] = 0.0;
            }
            // A wheel whose way is blocked turns only as far as it slips.
            self.rims[i] = self.free[i] * (1.0 - world.grip * self.blocked);
            if let Some(effort) = effort {
                self.current += CURRENT[0] + CURRENT[1] * (effort - self.rims[i] / FULL_SPEED).abs();
            }
            self.way[i] += self.rims[i] * dt;
        }
        let ground = |i: usize| {
            let slip = if self.slips {
                SLIP[0] + SLIP[1] * ((self.free[i] - before[i]) / dt).abs() / 2000.0
            } else {
                0.0
            };
            self.rims[i] * (1.0 - slip.min(0.5))
        };
        let (left, right) = (ground(0), ground(1));
        let turn = (left - right) / TRACK * dt;
        let (ahead, course) = ((left + right) / 2.0 * dt, self.pose.heading.to_radians() + turn / 2.0);
        let (sin, cos) = libm::sincos(course);
        let old = [self.pose.x, self.pose.y];
        let wanted = [old[0] + ahead * sin, old[1] + ahead * cos];
        let place = self.keep_out(wanted, walls);
        // How much of the way was taken away.
        let real = (place[0] - old[0]) * sin + (place[1] - old[1]) * cos;
        self.blocked = if ahead.abs() > 1e-9 { (1.0 - real / ahead).clamp(0.0, 1.0) } else { 0.0 };
        (self.pose.x, self.pose.y) = (place[0], place[1]);
        self.pose.heading += turn.to_degrees();
        self.rate = turn.to_degrees() / dt;
        self.acceleration = (real / dt - self.speed) / dt;
        self.speed = real / dt;
    }

    /// The nearest place that is not in a wall.
    fn keep_out(&mut self, wanted: [f64; 2], walls: &[Wall]) -> [f64; 2] {
        let mut place = wanted;
        let mut touched = None;
        // In a corner one wall pushes against another: a few rounds settle that.
        for _ in 0..4 {
            let mut moved = false;
            for wall in walls {
                let near = ray::nearest_point(place, wall.from, wall.to);
                let (dx, dy) = (place[0] - near[0], place[1] - near[1]);
                let distance = libm::hypot(dx, dy);
                if distance < RADIUS + TOUCH {
                    touched = Some([-dx, -dy]);
                }
                if distance < RADIUS && distance > 1e-9 {
                    let out = RADIUS / distance;
                    place = [near[0] + dx * out, near[1] + dy * out];
                    moved = true;
                }
            }
            if !moved {
                break;
            }
        }
        let contact = touched.map(|[x, y]| {
            let angle = libm::atan2(x, y).to_degrees() - self.pose.heading;
            angle - 360.0 * libm::round(angle / 360.0)
        });
        if contact.is_some() && self.contact.is_none() {
            self.collisions += 1;
        }
        self.contact = contact;
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(body: &mut Body, world: &World, ms: u32, motors: [Motor; 2]) {
        let walls = world.obstacles();
        for _ in 0..ms {
            body.step(0.001, motors, [false; 2], 4.0, world, &walls);
        }
    }

    #[test]
    fn it_drives_as_its_figures_say() {
        let world = World { border: false, ..World::default() };
        let mut body = Body::new(&world, &mut Noise::new(1, false));
        run(&mut body, &world, 2000, [Motor::Duty(1.0); 2]);
        assert!((body.speed - 400.0).abs() < 1e-3 && body.pose.x == 0.0, "{body:?}");
        assert!((body.current - 120.0).abs() < 1.0, "{}", body.current);
        run(&mut body, &world, 150, [Motor::Brake; 2]);
        assert!(body.speed < 5.0);
        run(&mut body, &world, 2000, [Motor::Duty(0.08); 2]);
        assert!(body.speed < 0.01, "the dead zone");
        let mut body = Body::new(&world, &mut Noise::new(1, false));
        run(&mut body, &world, 1000, [Motor::Duty(0.5), Motor::Duty(-0.5)]);
        assert!(body.rate > 200.0 && body.pose.heading > 100.0 && body.pose.x.abs() < 1e-9);
    }

    #[test]
    fn a_wall_stops_it_and_stalls_its_wheels() {
        let world = World::default();
        let mut body = Body::new(&world, &mut Noise::new(1, false));
        run(&mut body, &world, 6000, [Motor::Duty(1.0); 2]);
        assert!((body.pose.y - 940.0).abs() < 1e-6, "{}", body.pose.y);
        assert!(body.rims[0] < 10.0 && body.current > 1800.0, "{body:?}");
        assert_eq!((body.collisions, body.contact.map(libm::round)), (1, Some(0.0)));
        let slippery = World { grip: 0.5, ..world };
        let mut body = Body::new(&slippery, &mut Noise::new(1, false));
        run(&mut body, &slippery, 6000, [Motor::Duty(1.0); 2]);
        assert!(body.rims[0] > 150.0, "its wheels go on turning: {}", body.rims[0]);
    }
}
