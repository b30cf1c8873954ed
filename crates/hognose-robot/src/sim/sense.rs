//! What the sensors of the simulated robot see.

use super::body::{Body, RADIUS};
use super::noise::Noise;
use super::ray;
use super::world::{Wall, World};
use crate::hardware::{Inertia, Zones};

/// Degrees between two zones of the front sensor.
pub const PITCH: f64 = 7.5;
/// Height of the front sensor, mm.
pub const EYE: f64 = 40.0;
/// Nearest and farthest that it sees, mm.
const RANGE: [f64; 2] = [20.0, 2000.0];
/// The spot that the colour sensor sees: its radius, and how far ahead of the middle it is, mm.
const SPOT: [f64; 2] = [4.0, 30.0];
/// Raw colour of full black and full white.
pub const BLACK: [f64; 3] = [3338.0, 5868.0, 2993.0];
/// Raw colour of full white.
pub const WHITE: [f64; 3] = [37333.0, 65535.0, 40437.0];

/// Sensors have errors of their own, which stay as long as they live.
#[derive(Clone, Debug)]
pub struct Senses {
    imu: Noise,
    front: Noise,
    sides: Noise,
    floor: Noise,
    /// Drift of the yaw, degrees/s.
    drift: f64,
    gains: [f64; 3],
    /// Colour as the slow sensor sees it, 0 to 255.
    lagged: Option<[f64; 3]>,
}

impl Senses {
    /// Sensors with the errors of a seed.
    pub fn new(noise: &mut Noise) -> Senses {
        let (mut imu, front, sides, mut floor) = (noise.fork(), noise.fork(), noise.fork(), noise.fork());
        let drift = imu.normal(0.5 / 60.0);
        let gains = [0; 3].map(|_| 1.0 + floor.normal(0.03));
        Senses { imu, front, sides, floor, drift, gains, lagged: None }
    }

    /// The inertial sensor, on for `on` seconds since it saw `zero` as heading.
    pub fn inertia(
        &mut self,
        body: &Body,
        world: &World,
        zero: f64,
        on: f64,
        ready: bool,
        tilted: bool,
    ) -> Inertia {
        let noise = &mut self.imu;
        let yaw = body.pose.heading - zero + self.drift * on + noise.normal(0.1);
        let (steep, up) = world.slope_at([body.pose.x, body.pose.y]);
        let (sin, cos) = libm::sincos((up - body.pose.heading).to_radians());
        let pitch = steep * cos + noise.normal(0.2);
        // Uphill to the right lifts the right side.
        let roll = if tilted { 90.0 } else { -steep * sin } + noise.normal(0.2);
        let (sp, cp) = libm::sincos(pitch.to_radians());
        let (sr, cr) = libm::sincos(roll.to_radians());
        let acceleration = [body.acceleration - 9810.0 * sp, 9810.0 * sr * cp, 9810.0 * cr * cp];
        let rate = [0.0, 0.0, body.rate];
        let (s, c) = libm::sincos(body.pose.heading.to_radians());
        let magnetic = [20.0 * c, -20.0 * s, 44.0];
        let mut blur =
            |values: [f64; 3], deviation: f64| values.map(|x| (x + noise.normal(deviation)) as f32);
        Inertia {
            yaw: yaw as f32,
            pitch: pitch as f32,
            roll: roll as f32,
            rate: blur(rate, 0.3),
            acceleration: blur(acceleration, 50.0),
            magnetic: blur(magnetic, 0.5),
            ready,
        }
    }

    /// A frame of the front sensor.
    pub fn zones(&mut self, body: &Body, walls: &[Wall]) -> Zones {
        let mut zones = [-1; 64];
        let heading = body.pose.heading.to_radians();
        let (sin, cos) = libm::sincos(heading);
        let eye = [body.pose.x + RADIUS * sin, body.pose.y + RADIUS * cos];
        for row in 0..8 {
            let up = libm::tan(((3.5 - row as f64) * PITCH).to_radians());
            for column in 0..8 {
                let across = (column as f64 - 3.5) * PITCH;
                let look = |aside: f64| {
                    let (sin, cos) = libm::sincos(heading + (across + aside).to_radians());
                    seen(walls, eye, [sin, cos], up)
                };
                let (a, b) = (look(-2.0), look(2.0));
                // A zone that sees an edge mixes what is near and what is far.
                let way = match (a, b) {
                    (Some(a), Some(b)) => Some((a + b) / 2.0),
                    (Some(one), None) | (None, Some(one)) => Some(one),
                    (None, None) => None,
                };
                let lost = way.map_or(0.0, |way| 0.01 + ((way - 1500.0) / 500.0).clamp(0.0, 1.0) * 0.5);
                let dropped = self.front.chance(lost);
                let error = self.front.normal(way.map_or(4.0, |way| (0.015 * way).max(4.0)));
                if let (Some(way), false) = (way, dropped) {
                    let way = way + error;
                    if way >= RANGE[0] && way <= RANGE[1] {
                        zones[row * 8 + column] = libm::round(way) as i16;
                    } else if way < RANGE[0] {
                        zones[row * 8 + column] = RANGE[0] as i16;
                    }
                }
            }
        }
        zones
    }

    /// Proximity counts: right +1, left -1.
    pub fn side(&mut self, body: &Body, walls: &[Wall], side: f64) -> u16 {
        let (sin, cos) = libm::sincos((body.pose.heading + 90.0 * side).to_radians());
        let at = [body.pose.x + RADIUS * sin, body.pose.y + RADIUS * cos];
        let counts = match ray::nearest(walls, at, [sin, cos], 20.0, 0.0) {
            Some((way, wall)) => 5e5 / (way * way).max(1.0) * wall.reflectivity,
            None => 0.0,
        };
        let counts = counts + self.sides.normal(3.0 + 0.05 * counts);
        libm::round(counts).clamp(0.0, 65535.0) as u16
    }

    /// Raw colour of the floor, `dt` seconds after the last time.
    pub fn floor(&mut self, body: &Body, world: &World, dt: f64) -> [u16; 3] {
        let (sin, cos) = libm::sincos(body.pose.heading.to_radians());
        let at = [body.pose.x + SPOT[1] * sin, body.pose.y + SPOT[1] * cos];
        let mut sum = [0.0; 3];
        let mut points = 0.0;
        for i in -2..=2 {
            for j in -2..=2 {
                let (dx, dy) = (f64::from(i) * SPOT[0] / 2.0, f64::from(j) * SPOT[0] / 2.0);
                if dx * dx + dy * dy <= SPOT[0] * SPOT[0] {
                    let color = world.color_at([at[0] + dx, at[1] + dy]);
                    for (sum, part) in sum.iter_mut().zip(color) {
                        *sum += f64::from(part);
                    }
                    points += 1.0;
                }
            }
        }
        let mean = sum.map(|s| s / points);
        let keep = if self.floor.is_on() { libm::exp(-dt / 0.06) } else { 0.0 };
        let before = self.lagged.unwrap_or(mean);
        let mut raw = [0; 3];
        let mut lagged = [0.0; 3];
        for i in 0..3 {
            lagged[i] = mean[i] + (before[i] - mean[i]) * keep;
            let value = lagged[i] * self.gains[i] + self.floor.normal(3.0);
            let value = BLACK[i] + (WHITE[i] - BLACK[i]) * value / 255.0;
            raw[i] = libm::round(value).clamp(0.0, 65535.0) as u16;
        }
        self.lagged = Some(lagged);
        raw
    }

    /// The lamp of the colour sensor was off: what it saw before is forgotten.
    pub fn forget_floor(&mut self) {
        self.lagged = None;
    }
}

/// What a ray of the front sensor sees: a wall or the floor, as way along the floor.
fn seen(walls: &[Wall], eye: [f64; 2], direction: [f64; 2], up: f64) -> Option<f64> {
    let floor = if up < 0.0 { EYE / -up } else { f64::INFINITY };
    let wall = ray::nearest(walls, eye, direction, EYE, up).filter(|&(way, wall)| {
        // Dark things are seen less far.
        way < floor && (wall.reflectivity >= 0.3 || way <= RANGE[1] * 0.6)
    });
    let way = wall.map_or(floor, |(way, _)| way);
    (way <= RANGE[1]).then_some(way)
}
