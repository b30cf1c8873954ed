//! What programs ask the sensors.

use crate::color;
use crate::hardware::{Sensor, Side, Zones};
use crate::limits;
use crate::part::Part;
use crate::robot::{Reply, Robot, Wait, now};
use crate::sense::NoSample;
use core::ops::Range;
use core::task::Poll;
use hognose::{Raise, Type};
use hognose_device::Value;

/// A question to a sensor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Query {
    /// Heading, degrees.
    Heading,
    /// Pitch and roll, degrees.
    Tilt,
    /// Acceleration with gravity, mm/s²: of an axis, or all.
    Acceleration(Option<usize>),
    /// Rates, degrees/s.
    AngularVelocity(Option<usize>),
    /// Magnetic field, µT.
    MagneticField,
    /// Is the inertial sensor ready?
    Ready,
    /// Does the robot stand still?
    Stationary,
    /// Distance in front, mm.
    Distance,
    /// Is something nearer than that, mm, in both of the last two frames?
    Detected(f32),
    /// All zones.
    Zones,
    /// One zone, row by row.
    Zone(usize),
    /// Proximity, percent.
    Proximity(Side),
    /// Is the proximity at least that, percent?
    SideDetected(Side, f32),
    /// Proximity counts.
    Raw(Side),
    /// Colour of the floor.
    Color,
    /// Red, green, blue of the floor.
    Rgb,
    /// Hue, saturation, value of the floor.
    Hsv,
    /// How bright the floor is, percent.
    Reflection,
    /// Raw colour of the floor.
    RawColor,
    /// Age of the last sample, ms.
    Age(Sensor),
    /// What is below counts as black (false) or white (true) from now on.
    Calibrate(bool),
}

impl Query {
    fn sensor(self) -> Sensor {
        match self {
            Query::Heading
            | Query::Tilt
            | Query::Acceleration(_)
            | Query::AngularVelocity(_)
            | Query::MagneticField
            | Query::Ready
            | Query::Stationary => Sensor::Imu,
            Query::Distance | Query::Detected(_) | Query::Zones | Query::Zone(_) => Sensor::Front,
            Query::Proximity(side) | Query::SideDetected(side, _) | Query::Raw(side) => match side {
                Side::Left => Sensor::LeftSide,
                Side::Right => Sensor::RightSide,
            },
            Query::Color
            | Query::Rgb
            | Query::Hsv
            | Query::Reflection
            | Query::RawColor
            | Query::Calibrate(_) => Sensor::Floor,
            Query::Age(sensor) => sensor,
        }
    }
}

/// Rounded to tenths: more digits mean nothing.
pub(crate) fn tenths(x: f32) -> f64 {
    libm::round(f64::from(x) * 10.0) / 10.0
}

/// What the middle two rows see in those columns. `floor`: what the lower one sees farther away is the floor.
fn middle(zones: &Zones, columns: Range<usize>, floor: i16) -> impl Iterator<Item = i16> {
    let rows = zones.chunks_exact(8).zip([i16::MAX, floor].into_iter().cycle().skip(1)).skip(3).take(2);
    rows.flat_map(move |(row, floor)| {
        let seen = row.iter().take(columns.end).skip(columns.start);
        seen.copied().filter(move |&mm| mm >= 0 && mm < floor)
    })
}

/// The nearest of the middle two rows in those columns; [`limits::FRONT_MAX`] for nothing.
pub(crate) fn nearest(zones: &Zones, columns: Range<usize>, floor: i16) -> i16 {
    let least = middle(zones, columns, floor).min().unwrap_or(limits::FRONT_MAX);
    least.clamp(limits::FRONT_MIN, limits::FRONT_MAX)
}

/// Distance of what is straight ahead: the nearest of the middle four zones, averaged with those that see about the same.
pub(crate) fn ahead(zones: &Zones, floor: i16) -> i16 {
    let least = i32::from(nearest(zones, 3..5, floor));
    let (mut sum, mut count) = (0, 0);
    for mm in
        middle(zones, 3..5, floor).map(i32::from).filter(|&mm| mm >= least && mm <= least + least / 5 + 20)
    {
        sum += mm;
        count += 1;
    }
    if count == 0 { least as i16 } else { ((sum + count / 2) / count) as i16 }
}

/// Proximity in percent of counts: 0 at 5 counts or less, 100 at about 6,300.
pub(crate) fn percent(counts: u16) -> u8 {
    let counts = f32::from(counts.max(1));
    (100.0 * libm::log10f(counts / 5.0) / 3.1 + 0.5).clamp(0.0, 100.0) as u8
}

fn no_sample(why: NoSample) -> Raise {
    match why {
        NoSample::Broken(part) => Raise::with(Type::OSError, format_args!("the {part} does not answer")),
        NoSample::Silent(sensor, ms) => {
            Raise::with(Type::OSError, format_args!("{} has given no sample for {ms} ms", sensor.name()))
        }
    }
}

impl Robot {
    /// Asks a sensor. Pending while the first sample is on its way: [`Robot::read`] makes the program wait then.
    pub fn ask(&mut self, query: Query) -> Reply {
        self.granted(Part::Sensors)?;
        let at = self.at;
        match query.sensor() {
            Sensor::Imu => self.ask_imu(query),
            Sensor::Front => {
                let (near, frames, floor) = (self.near, self.frames, self.floor_seen);
                let sample = match self.front.get(at) {
                    Poll::Pending => return Ok(Poll::Pending),
                    Poll::Ready(sample) => sample.map_err(no_sample)?,
                };
                now(match query {
                    Query::Distance => Value::Int(i64::from(ahead(sample, floor))),
                    // It takes two frames to tell.
                    Query::Detected(_) if frames < 2 => return Ok(Poll::Pending),
                    Query::Detected(within) => Value::Bool(near.iter().all(|&mm| f32::from(mm) < within)),
                    Query::Zones => Value::Grid(*sample),
                    Query::Zone(zone) => Value::Int(sample.get(zone).copied().unwrap_or(-1).into()),
                    _ => self.age(Sensor::Front),
                })
            }
            sensor @ (Sensor::LeftSide | Sensor::RightSide) => {
                let side = &mut self.sides[usize::from(sensor == Sensor::RightSide)];
                let counts = match side.get(at) {
                    Poll::Pending => return Ok(Poll::Pending),
                    Poll::Ready(sample) => *sample.map_err(no_sample)?,
                };
                now(match query {
                    Query::Proximity(_) => Value::Int(i64::from(percent(counts))),
                    Query::SideDetected(_, threshold) => Value::Bool(f32::from(percent(counts)) >= threshold),
                    Query::Raw(_) => Value::Int(i64::from(counts)),
                    _ => self.age(sensor),
                })
            }
            Sensor::Floor => self.ask_floor(query),
        }
    }

    fn ask_imu(&mut self, query: Query) -> Reply {
        let at = self.at;
        let sample = match self.imu.get(at) {
            Poll::Pending => return Ok(Poll::Pending),
            Poll::Ready(sample) => *sample.map_err(no_sample)?,
        };
        let axes = |values: [f32; 3], axis: Option<usize>| match axis {
            Some(axis) => Value::Float(tenths(values.get(axis).copied().unwrap_or(0.0))),
            None => Value::Triple(values.map(tenths)),
        };
        now(match query {
            Query::Heading => Value::Float(tenths(self.base.heading())),
            Query::Tilt => Value::Pair([tenths(sample.pitch), tenths(sample.roll)]),
            Query::Acceleration(axis) => axes(sample.acceleration, axis),
            Query::AngularVelocity(axis) => axes(sample.rate, axis),
            Query::MagneticField => axes(sample.magnetic, None),
            Query::Ready => Value::Bool(sample.ready),
            Query::Stationary => Value::Bool(self.is_still()),
            _ => self.age(Sensor::Imu),
        })
    }

    fn ask_floor(&mut self, query: Query) -> Reply {
        let at = self.at;
        let raw = match self.floor.get(at) {
            Poll::Pending => return Ok(Poll::Pending),
            Poll::Ready(sample) => *sample.map_err(no_sample)?,
        };
        let rgb = self.points.rgb(raw);
        now(match query {
            // It takes three samples to tell.
            Query::Color if !self.vote.is_settled() => return Ok(Poll::Pending),
            Query::Color => {
                let color = self.vote.color();
                let counts = self.detectable >> color & 1 == 1;
                let color = if counts { color } else { color::NONE };
                Value::Name(color::NAMES.get(usize::from(color)).copied().unwrap_or("none"), color.into())
            }
            Query::Rgb => Value::Whole(rgb.map(i32::from)),
            Query::Hsv => Value::Whole(color::hsv(rgb)),
            Query::Reflection => {
                let sum: i64 = rgb.iter().map(|&part| i64::from(part)).sum();
                Value::Int(sum * 100 / (3 * 255))
            }
            Query::RawColor => Value::Whole(raw.map(i32::from)),
            Query::Calibrate(white) => {
                self.set_point(white, raw)?;
                Value::None
            }
            _ => self.age(Sensor::Floor),
        })
    }

    fn age(&self, sensor: Sensor) -> Value {
        let at = self.at;
        let age = match sensor {
            Sensor::Imu => self.imu.age(at),
            Sensor::Front => self.front.age(at),
            Sensor::LeftSide => self.sides[0].age(at),
            Sensor::RightSide => self.sides[1].age(at),
            Sensor::Floor => self.floor.age(at),
        };
        Value::Int(age.unwrap_or(0) as i64)
    }

    /// Asks a sensor for a program, which waits for the first sample if need be.
    pub fn read(&mut self, query: Query) -> Reply {
        match self.ask(query)? {
            Poll::Pending => self.wait(Wait::Read(query)),
            ready => Ok(ready),
        }
    }

    /// Raw values that count as black or white.
    ///
    /// # Errors
    /// When white would not be brighter than black.
    pub fn set_point(&mut self, white: bool, raw: [u16; 3]) -> Result<(), Raise> {
        let mut points = self.points;
        if white {
            points.white = raw;
        } else {
            points.black = raw;
        }
        if (0..3).any(|i| points.white[i] <= points.black[i].saturating_add(100)) {
            return Err(Raise::with(
                Type::ValueError,
                format_args!(
                    "calibrate(): white {:?} must be brighter than black {:?}",
                    points.white, points.black
                ),
            ));
        }
        self.points = points;
        Ok(())
    }

    /// Which colours count, a bit for each number of [`color::NAMES`]; the others are none.
    pub fn set_detectable(&mut self, colors: u8) -> Reply {
        self.granted(Part::Sensors)?;
        self.detectable = colors | 1;
        crate::robot::DONE
    }

    /// Heading is this from now on, degrees.
    pub fn reset_heading(&mut self, heading: f64) -> Reply {
        self.granted(Part::Sensors)?;
        let heading = self.in_range("reset_heading", "angle", heading, -360_000.0, 360_000.0)?;
        self.base.reset_heading(heading);
        crate::robot::DONE
    }

    /// Voltage in mV.
    pub fn battery_voltage(&mut self) -> Reply {
        self.battery(|charge| Value::Int(charge.voltage.into()))
    }

    /// Current in mA.
    pub fn battery_current(&mut self) -> Reply {
        self.battery(|charge| Value::Int(charge.current.into()))
    }

    /// Charge in percent.
    pub fn battery_level(&mut self) -> Reply {
        self.battery(|charge| Value::Int(charge.level.into()))
    }

    /// Does it charge?
    pub fn battery_charging(&mut self) -> Reply {
        self.battery(|charge| Value::Bool(charge.charging))
    }

    fn battery(&self, give: impl FnOnce(crate::hardware::Charge) -> Value) -> Reply {
        match self.charge {
            Some(charge) => now(give(charge)),
            None => Err(Raise::os("the battery gauge does not answer")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proximity_is_logarithmic() {
        assert_eq!([0, 5, 50, 500, 6295, 65535].map(percent), [0, 0, 32, 65, 100, 100]);
    }

    #[test]
    fn the_middle_counts() {
        let floor = limits::Calibration::default().floor_seen();
        let mut zones = [-1; 64];
        assert_eq!(nearest(&zones, 3..5, floor), 2000);
        zones[4 * 8..5 * 8].fill(610);
        assert_eq!((nearest(&zones, 3..5, floor), ahead(&zones, floor)), (2000, 2000), "the floor");
        zones[3 * 8 + 1] = 150;
        zones[4 * 8 + 4] = 300;
        zones[0] = 30;
        assert_eq!((nearest(&zones, 3..5, floor), nearest(&zones, 1..7, floor)), (300, 150));
        assert_eq!(ahead(&zones, floor), 300);
        zones[3 * 8 + 3] = 310;
        zones[3 * 8 + 4] = 700;
        assert_eq!(ahead(&zones, floor), 305);
        zones[4 * 8 + 3] = 3;
        assert_eq!(nearest(&zones, 3..5, floor), 20);
    }
}
