//! `robot.imu`, `robot.front`, `robot.left_side`, `robot.right_side`, `robot.floor`.

use super::argument::{done, head, real, truth, whole};
use crate::color;
use crate::hardware::{Sensor, Side};
use crate::robot::Robot;
use crate::sensing::Query;
use core::task::Poll;
use hognose::{Object, Raise, Type, module};

/// Farthest that the heading is set.
const FAR: f64 = 360_000.0;

/// An axis: X, Y, Z, or None for all.
fn axis(function: &str, given: Object<'_>) -> Result<Option<usize>, Raise> {
    if given.is_none() {
        return Ok(None);
    }
    match given.as_int() {
        Some(axis @ 0..=2) => Ok(Some(axis as usize)),
        _ => Err(Raise::with(Type::ValueError, format_args!("{function}(): axis must be X, Y, Z or None"))),
    }
}

module! {
    /// The inertial sensor. Axes: X ahead, Y to the right, Z down.
    pub IMU = "robot.imu" for Robot;

    /// Heading, clockwise positive, without end: 0 when the program began.
    pending fn heading(robot) -> float unit "deg" cost 20 {
        real(robot.read(Query::Heading))
    }

    /// The heading is this from now on.
    fn reset_heading(robot, angle: float in [-FAR, FAR] unit "deg" = 0.0) cost 20 {
        done(robot.reset_heading(angle))
    }

    /// Pitch (nose up) and roll (left side up) in deg.
    pending fn tilt(robot) -> tuple cost 20 {
        robot.read(Query::Tilt)
    }

    /// Acceleration with gravity in mm/s², of one axis or of all: lying flat Z is 9810.
    pending fn acceleration(robot, axis: any = None) -> any cost 20 {
        robot.read(Query::Acceleration(self::axis("acceleration", axis)?))
    }

    /// Rate of turn in deg/s, around one axis or all: turning right is positive around Z.
    pending fn angular_velocity(robot, axis: any = None) -> any cost 20 {
        robot.read(Query::AngularVelocity(self::axis("angular_velocity", axis)?))
    }

    /// Magnetic field in µT.
    pending fn magnetic_field(robot) -> tuple cost 20 {
        robot.read(Query::MagneticField)
    }

    /// Has it settled? It needs a second of standing still.
    pending fn ready(robot) -> bool cost 20 {
        truth(robot.read(Query::Ready))
    }

    /// Does the robot stand still?
    pending fn stationary(robot) -> bool cost 20 {
        truth(robot.read(Query::Stationary))
    }

    /// How old the last sample is.
    pending fn age(robot) -> int unit "ms" cost 20 {
        whole(robot.read(Query::Age(Sensor::Imu)))
    }
}

module! {
    /// The distance sensor in front: 8 by 8 zones.
    pub FRONT = "robot.front" for Robot;

    /// What distance() gives when nothing is seen.
    const MAX: int unit "mm" = 2000;

    /// Distance of what is straight ahead, 20 to 2000; 2000 when nothing is seen.
    pending fn distance(robot) -> int unit "mm" cost 20 {
        whole(robot.read(Query::Distance))
    }

    /// Is something ahead nearer than that, in both of the last two frames?
    pending fn detected(robot, within: float in 0.0..=2000.0 unit "mm" = 200.0) -> bool cost 20 {
        truth(robot.read(Query::Detected(within as f32)))
    }

    /// Distances of all 64 zones in mm, row 0 at the top, column 0 at the left, -1 for nothing.
    pending fn zones(robot) -> tuple cost 60 {
        robot.read(Query::Zones)
    }

    /// How old the last frame is.
    pending fn age(robot) -> int unit "ms" cost 20 {
        whole(robot.read(Query::Age(Sensor::Front)))
    }
}

macro_rules! side {
    ($table:ident $name:literal $side:expr, $sensor:expr) => {
        module! {
            /// A proximity sensor at a side.
            pub $table = $name for Robot;

            /// How near something is: 100 touches it, 0 is far away.
            pending fn proximity(robot) -> int unit "%" cost 20 {
                whole(robot.read(Query::Proximity($side)))
            }

            /// Is something at least that near?
            pending fn detected(robot, threshold: float in 0.0..=100.0 unit "%" = 30.0) -> bool cost 20 {
                truth(robot.read(Query::SideDetected($side, threshold as f32)))
            }

            /// Counts of the sensor, 0 to 65535.
            pending fn raw(robot) -> int cost 20 {
                whole(robot.read(Query::Raw($side)))
            }

            /// How old the last sample is.
            pending fn age(robot) -> int unit "ms" cost 20 {
                whole(robot.read(Query::Age($sensor)))
            }
        }
    };
}

side!(LEFT_SIDE "robot.left_side" Side::Left, Sensor::LeftSide);
side!(RIGHT_SIDE "robot.right_side" Side::Right, Sensor::RightSide);

/// Numbers of colours, a bit each.
fn colors(given: Object<'_>) -> Result<u8, Raise> {
    if given.item(0).is_none() {
        return Err(Raise::value("detectable_colors(): a list of at least one Color"));
    }
    let mut bits = 0;
    for item in given.items() {
        let name = item.as_text();
        let number = name.as_ref().and_then(|name| color::number(name.as_str())).ok_or_else(|| {
            let shown = name.as_ref().map_or("that", |name| head(name.as_str()));
            Raise::with(Type::ValueError, format_args!("detectable_colors(): the floor has no color {shown} (red, green, blue, white, black, yellow)"))
        })?;
        bits |= 1 << number;
    }
    Ok(bits)
}

/// A point of calibration: None, True (what is below now) or raw values.
enum Point {
    Keep,
    Below,
    Raw([u16; 3]),
}

fn point(name: &str, given: Object<'_>) -> Result<Point, Raise> {
    if given.is_none() {
        return Ok(Point::Keep);
    }
    if given.as_bool() == Some(true) {
        return Ok(Point::Below);
    }
    let raw = |i| given.item(i).and_then(Object::as_int).and_then(|n| u16::try_from(n).ok());
    match (given.len(), raw(0), raw(1), raw(2)) {
        (Some(3), Some(r), Some(g), Some(b)) => Ok(Point::Raw([r, g, b])),
        _ => Err(Raise::with(
            Type::ValueError,
            format_args!("calibrate(): {name} must be True (what is below now) or three int 0..=65535"),
        )),
    }
}

module! {
    /// The colour sensor below.
    pub FLOOR = "robot.floor" for Robot;

    /// Colour of the floor: Color.RED, GREEN, BLUE, WHITE, BLACK, YELLOW or NONE. Three samples must agree.
    pending fn color(robot) -> str cost 20 {
        robot.read(Query::Color)
    }

    /// Red, green, blue of the floor, 0 to 255.
    pending fn rgb(robot) -> tuple cost 20 {
        robot.read(Query::Rgb)
    }

    /// Hue in deg, saturation and value in %.
    pending fn hsv(robot) -> tuple cost 20 {
        robot.read(Query::Hsv)
    }

    /// How bright the floor is.
    pending fn reflection(robot) -> int unit "%" cost 20 {
        whole(robot.read(Query::Reflection))
    }

    /// Only these colours count from now on; others are Color.NONE.
    fn detectable_colors(robot, colors: any) cost 20 {
        done(robot.set_detectable(self::colors(colors)?))
    }

    /// What counts as black and as white: True for what is below now, or raw values as raw() gives them.
    pending fn calibrate(robot, black: any = None, white: any = None) cost 20 {
        let points = [point("black", black)?, point("white", white)?];
        if let [Point::Below, Point::Below] = points {
            return Err(Raise::value("calibrate(): what is below cannot be black and white"));
        }
        for (white, point) in points.iter().enumerate() {
            if let Point::Raw(raw) = point {
                robot.set_point(white == 1, *raw)?;
            }
        }
        let below = points.iter().position(|point| matches!(point, Point::Below));
        match below {
            Some(white) => super::argument::unit(robot.read(Query::Calibrate(white == 1))),
            None => Ok(Poll::Ready(())),
        }
    }

    /// Raw red, green, blue, 0 to 65535.
    pending fn raw(robot) -> tuple cost 20 {
        robot.read(Query::RawColor)
    }

    /// How old the last sample is.
    pending fn age(robot) -> int unit "ms" cost 20 {
        whole(robot.read(Query::Age(Sensor::Floor)))
    }
}
