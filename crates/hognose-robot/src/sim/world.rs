//! Worlds: what stands around the robot and what is painted on the floor. Written as JSON.
//!
//! Lengths in mm, angles in degrees; x to the right, y ahead, heading 0 along y, clockwise positive. The origin is in the middle.

use serde::{Deserialize, Serialize};
use std::format;
use std::string::String;
use std::vec::Vec;

/// Most things of a kind in a world.
const MOST: usize = 2000;
/// Farthest from the origin, mm.
const FAR: f64 = 20_000.0;

/// A world.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct World {
    /// What it is called.
    pub name: String,
    /// Width and height around the origin.
    pub size: [f64; 2],
    /// Is there a wall all around?
    pub border: bool,
    /// Where the robot begins.
    pub start: Pose,
    /// Colour of the floor.
    pub floor: Paint,
    /// How well the wheels hold: 0.98 an ordinary floor, 0.5 a slippery one.
    pub grip: f64,
    /// Walls.
    pub walls: Vec<Wall>,
    /// Boxes.
    pub boxes: Vec<Block>,
    /// Painted lines.
    pub lines: Vec<Line>,
    /// Painted patches.
    pub patches: Vec<Patch>,
    /// Slopes.
    pub ramps: Vec<Slope>,
    /// Places to reach.
    pub goals: Vec<GoalPlace>,
    /// Does touching something end the program?
    pub collision_ends: bool,
    /// Charge of the battery at the start, percent.
    pub battery: f64,
    /// How much faster than a real one the battery empties.
    pub drain: f64,
    /// Buttons that are pressed by themselves.
    pub presses: Vec<Press>,
    /// Faults that come by themselves.
    pub faults: Vec<Mishap>,
}

/// Where something stands and where it looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Pose {
    /// mm to the right.
    pub x: f64,
    /// mm ahead.
    pub y: f64,
    /// Degrees, clockwise.
    pub heading: f64,
}

/// A colour: a name or red, green, blue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Paint {
    /// By name: red, green, blue, white, black, yellow, grey.
    Name(String),
    /// Red, green, blue, 0 to 255.
    Rgb([u8; 3]),
}

impl Paint {
    /// Red, green, blue; None for an unknown name.
    pub fn rgb(&self) -> Option<[u8; 3]> {
        Some(match self {
            Paint::Rgb(rgb) => *rgb,
            Paint::Name(name) => match name.as_str() {
                "red" => [200, 35, 30],
                "green" => [35, 150, 60],
                "blue" => [30, 60, 170],
                "white" => [235, 235, 235],
                "black" => [15, 15, 15],
                "yellow" => [220, 190, 35],
                "grey" => [110, 110, 110],
                _ => return None,
            },
        })
    }
}

/// A wall.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wall {
    /// One end.
    pub from: [f64; 2],
    /// The other end.
    pub to: [f64; 2],
    /// Height, 100 if not said.
    #[serde(default = "wall_height")]
    pub height: f64,
    /// Part of the light that it sends back, 1 if not said. Below 0.3 it is dark: seen less far.
    #[serde(default = "one")]
    pub reflectivity: f64,
}

/// A box.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Its middle.
    pub at: [f64; 2],
    /// Width and depth.
    pub size: [f64; 2],
    /// Turned by, clockwise.
    #[serde(default)]
    pub angle: f64,
    /// Height, 100 if not said.
    #[serde(default = "wall_height")]
    pub height: f64,
    /// As of a wall.
    #[serde(default = "one")]
    pub reflectivity: f64,
}

/// A painted line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Where it goes through, two points or more.
    pub points: Vec<[f64; 2]>,
    /// Its width, 20 if not said.
    #[serde(default = "line_width")]
    pub width: f64,
    /// Its colour, black if not said.
    #[serde(default = "black")]
    pub color: Paint,
}

/// A painted rectangle, or a disc when it has a radius.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Patch {
    /// Its middle.
    pub at: [f64; 2],
    /// Width and depth of a rectangle.
    #[serde(default)]
    pub size: Option<[f64; 2]>,
    /// Radius of a disc.
    #[serde(default)]
    pub radius: Option<f64>,
    /// Its colour.
    pub color: Paint,
}

/// A slope: an area where the floor rises.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slope {
    /// Its middle.
    pub at: [f64; 2],
    /// Width and depth.
    pub size: [f64; 2],
    /// How steep, degrees.
    pub steep: f64,
    /// Heading that goes up.
    #[serde(default)]
    pub heading: f64,
}

/// A place to reach.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalPlace {
    /// What it is called.
    #[serde(default)]
    pub name: String,
    /// Its middle.
    pub at: [f64; 2],
    /// How near the robot's middle must come, 50 if not said.
    #[serde(default = "goal_radius")]
    pub radius: f64,
}

/// A button that is pressed by itself.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Press {
    /// Which one.
    pub button: Button,
    /// When, ms.
    pub at: u64,
    /// For how long, ms, 200 if not said.
    #[serde(default = "press_time")]
    pub hold: u64,
}

/// A button of the robot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Button {
    /// Left.
    Left,
    /// Right.
    Right,
}

/// A fault at a time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mishap {
    /// When, ms.
    pub at: u64,
    /// What.
    pub fault: super::Fault,
    /// When it is over, ms; never if not said.
    #[serde(default)]
    pub until: Option<u64>,
}

fn wall_height() -> f64 {
    100.0
}
fn one() -> f64 {
    1.0
}
fn line_width() -> f64 {
    20.0
}
fn black() -> Paint {
    Paint::Name("black".into())
}
fn goal_radius() -> f64 {
    50.0
}
fn press_time() -> u64 {
    200
}

impl Default for World {
    /// An empty field of 2 by 2 m with a wall around it.
    fn default() -> World {
        World {
            name: "empty".into(),
            size: [2000.0, 2000.0],
            border: true,
            start: Pose::default(),
            floor: Paint::Name("white".into()),
            grip: 0.98,
            walls: Vec::new(),
            boxes: Vec::new(),
            lines: Vec::new(),
            patches: Vec::new(),
            ramps: Vec::new(),
            goals: Vec::new(),
            collision_ends: false,
            battery: 100.0,
            drain: 1.0,
            presses: Vec::new(),
            faults: Vec::new(),
        }
    }
}

/// Why a text is no world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorldError {
    /// Where: line and column for JSON, a path such as `walls[2].height` for values.
    pub place: String,
    /// What is wrong, and what would be right.
    pub what: String,
}

impl core::fmt::Display for WorldError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

impl std::error::Error for WorldError {}

/// Checks numbers and says where they stand.
struct Check(Result<(), WorldError>);

impl Check {
    fn number(&mut self, place: &str, value: f64, low: f64, high: f64) {
        if self.0.is_ok() && !(low <= value && value <= high) {
            self.0 =
                Err(WorldError { place: place.into(), what: format!("{value} is not from {low} to {high}") });
        }
    }

    fn point(&mut self, place: &str, point: [f64; 2]) {
        self.number(&format!("{place}[0]"), point[0], -FAR, FAR);
        self.number(&format!("{place}[1]"), point[1], -FAR, FAR);
    }

    fn size(&mut self, place: &str, size: [f64; 2]) {
        self.number(&format!("{place}[0]"), size[0], 1.0, 2.0 * FAR);
        self.number(&format!("{place}[1]"), size[1], 1.0, 2.0 * FAR);
    }

    fn count(&mut self, place: &str, n: usize) {
        if self.0.is_ok() && n > MOST {
            self.0 = Err(WorldError {
                place: place.into(),
                what: format!("{n} of them, at most {MOST} are allowed"),
            });
        }
    }

    fn paint(&mut self, place: &str, paint: &Paint) {
        if let (true, Paint::Name(name), None) = (self.0.is_ok(), paint, paint.rgb()) {
            let what =
                format!("no colour: {name:?} (red, green, blue, white, black, yellow, grey or [r, g, b])");
            self.0 = Err(WorldError { place: place.into(), what });
        }
    }
}

impl World {
    /// Reads a world.
    ///
    /// # Errors
    /// Says where and what: bad JSON, unknown fields, numbers that cannot be.
    pub fn from_json(text: &str) -> Result<World, WorldError> {
        let world: World = serde_json::from_str(text).map_err(|error| WorldError {
            place: format!("line {} column {}", error.line(), error.column()),
            what: {
                let text = std::string::ToString::to_string(&error);
                text.split(" at line ").next().unwrap_or("").into()
            },
        })?;
        world.check()?;
        Ok(world)
    }

    /// Writes it.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Are all its numbers possible?
    pub fn check(&self) -> Result<(), WorldError> {
        let mut check = Check(Ok(()));
        check.size("size", self.size);
        check.point("start", [self.start.x, self.start.y]);
        check.number("start.heading", self.start.heading, -36_000.0, 36_000.0);
        check.paint("floor", &self.floor);
        check.number("grip", self.grip, 0.0, 1.0);
        check.number("battery", self.battery, 0.0, 100.0);
        check.number("drain", self.drain, 0.0, 1e6);
        check.count("walls", self.walls.len());
        for (i, wall) in self.walls.iter().enumerate() {
            check.point(&format!("walls[{i}].from"), wall.from);
            check.point(&format!("walls[{i}].to"), wall.to);
            check.number(&format!("walls[{i}].height"), wall.height, 1.0, 10_000.0);
            check.number(&format!("walls[{i}].reflectivity"), wall.reflectivity, 0.0, 1.0);
        }
        check.count("boxes", self.boxes.len());
        for (i, block) in self.boxes.iter().enumerate() {
            check.point(&format!("boxes[{i}].at"), block.at);
            check.size(&format!("boxes[{i}].size"), block.size);
            check.number(&format!("boxes[{i}].angle"), block.angle, -360.0, 360.0);
            check.number(&format!("boxes[{i}].height"), block.height, 1.0, 10_000.0);
            check.number(&format!("boxes[{i}].reflectivity"), block.reflectivity, 0.0, 1.0);
        }
        check.count("lines", self.lines.len());
        for (i, line) in self.lines.iter().enumerate() {
            check.count(&format!("lines[{i}].points"), line.points.len());
            check.number(
                &format!("lines[{i}].points (how many)"),
                line.points.len() as f64,
                2.0,
                MOST as f64,
            );
            for (j, &point) in line.points.iter().enumerate() {
                check.point(&format!("lines[{i}].points[{j}]"), point);
            }
            check.number(&format!("lines[{i}].width"), line.width, 1.0, 1000.0);
            check.paint(&format!("lines[{i}].color"), &line.color);
        }
        check.count("patches", self.patches.len());
        for (i, patch) in self.patches.iter().enumerate() {
            check.point(&format!("patches[{i}].at"), patch.at);
            check.paint(&format!("patches[{i}].color"), &patch.color);
            match (patch.size, patch.radius) {
                (Some(size), None) => check.size(&format!("patches[{i}].size"), size),
                (None, Some(radius)) => check.number(&format!("patches[{i}].radius"), radius, 1.0, FAR),
                _ if check.0.is_ok() => {
                    let what = "it needs a size or a radius, not both".into();
                    check.0 = Err(WorldError { place: format!("patches[{i}]"), what });
                }
                _ => {}
            }
        }
        check.count("ramps", self.ramps.len());
        for (i, ramp) in self.ramps.iter().enumerate() {
            check.point(&format!("ramps[{i}].at"), ramp.at);
            check.size(&format!("ramps[{i}].size"), ramp.size);
            check.number(&format!("ramps[{i}].steep"), ramp.steep, -30.0, 30.0);
            check.number(&format!("ramps[{i}].heading"), ramp.heading, -360.0, 360.0);
        }
        check.count("goals", self.goals.len());
        for (i, goal) in self.goals.iter().enumerate() {
            check.point(&format!("goals[{i}].at"), goal.at);
            check.number(&format!("goals[{i}].radius"), goal.radius, 1.0, FAR);
        }
        check.count("presses", self.presses.len());
        check.count("faults", self.faults.len());
        check.0
    }

    /// Everything that blocks the way: walls, the sides of boxes, the border.
    pub fn obstacles(&self) -> Vec<Wall> {
        let mut all = self.walls.clone();
        let mut ring = |corners: [[f64; 2]; 4], height: f64, reflectivity: f64| {
            for i in 0..4 {
                all.push(Wall { from: corners[i], to: corners[(i + 1) % 4], height, reflectivity });
            }
        };
        for block in &self.boxes {
            let (sin, cos) = libm::sincos(block.angle.to_radians());
            let corner = |x: f64, y: f64| {
                let (x, y) = (x * block.size[0] / 2.0, y * block.size[1] / 2.0);
                [block.at[0] + x * cos + y * sin, block.at[1] - x * sin + y * cos]
            };
            let corners = [corner(-1.0, -1.0), corner(-1.0, 1.0), corner(1.0, 1.0), corner(1.0, -1.0)];
            ring(corners, block.height, block.reflectivity);
        }
        if self.border {
            let (x, y) = (self.size[0] / 2.0, self.size[1] / 2.0);
            ring([[-x, -y], [-x, y], [x, y], [x, -y]], 100.0, 1.0);
        }
        all
    }

    /// Colour of the floor at a point; lines lie over patches, later ones over earlier ones.
    pub fn color_at(&self, point: [f64; 2]) -> [u8; 3] {
        let line = self.lines.iter().rev().find(|line| {
            line.points
                .windows(2)
                .any(|pair| super::ray::distance_to(point, pair[0], pair[1]) <= line.width / 2.0)
        });
        let patch = || {
            self.patches.iter().rev().find(|patch| {
                let (dx, dy) = (point[0] - patch.at[0], point[1] - patch.at[1]);
                match (patch.size, patch.radius) {
                    (Some(size), _) => dx.abs() <= size[0] / 2.0 && dy.abs() <= size[1] / 2.0,
                    (_, Some(radius)) => dx * dx + dy * dy <= radius * radius,
                    _ => false,
                }
            })
        };
        let paint = match line {
            Some(line) => &line.color,
            None => patch().map_or(&self.floor, |patch| &patch.color),
        };
        paint.rgb().unwrap_or([0; 3])
    }

    /// Slope under a point: degrees, and the heading that goes up.
    pub fn slope_at(&self, point: [f64; 2]) -> (f64, f64) {
        let found = self.ramps.iter().rev().find(|ramp| {
            (point[0] - ramp.at[0]).abs() <= ramp.size[0] / 2.0
                && (point[1] - ramp.at[1]).abs() <= ramp.size[1] / 2.0
        });
        found.map_or((0.0, 0.0), |ramp| (ramp.steep, ramp.heading))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::string::ToString;

    #[test]
    fn a_world_is_read_and_written() {
        let text = r#"{
            "name": "yard", "start": {"x": 10, "heading": 90},
            "walls": [{"from": [0, 0], "to": [100, 0]}],
            "boxes": [{"at": [300, 300], "size": [100, 50], "angle": 90}],
            "lines": [{"points": [[0, 0], [0, 500]], "color": "blue"}],
            "patches": [{"at": [0, 0], "radius": 50, "color": [1, 2, 3]}],
            "presses": [{"button": "right", "at": 1000}],
            "faults": [{"at": 500, "fault": {"stuck_motor": "left"}}]
        }"#;
        let world = World::from_json(text).unwrap();
        assert_eq!((world.start.x, world.start.heading, world.walls[0].height), (10.0, 90.0, 100.0));
        assert_eq!(World::from_json(&world.to_json()).unwrap(), world);
        assert_eq!(world.obstacles().len(), 1 + 4 + 4);
        // The box is turned: its long side goes along y.
        let ys = world.obstacles()[1..5].iter().map(|w| w.from[1]).fold(0.0, f64::max);
        assert!((ys - 350.0).abs() < 1e-9, "{ys}");
        assert_eq!(world.color_at([5.0, 100.0]), [30, 60, 170]);
        assert_eq!(world.color_at([30.0, 0.0]), [1, 2, 3]);
        assert_eq!(world.color_at([500.0, 0.0]), [235, 235, 235]);
    }

    #[test]
    fn errors_say_where_and_what() {
        for (text, wanted) in [
            ("{", "line 1 column 1: EOF while parsing an object"),
            (r#"{"wall": []}"#, "line 1 column 7: unknown field `wall`, expected one of"),
            (r#"{"grip": 2}"#, "grip: 2 is not from 0 to 1"),
            (
                r#"{"walls": [{"from": [0, 0], "to": [1e9, 0]}]}"#,
                "walls[0].to[0]: 1000000000 is not from -20000 to 20000",
            ),
            (
                r#"{"patches": [{"at": [0, 0], "color": "pink", "radius": 5}]}"#,
                "patches[0].color: no colour: \"pink\"",
            ),
            (r#"{"patches": [{"at": [0, 0], "color": "red"}]}"#, "patches[0]: it needs a size or a radius"),
            (r#"{"lines": [{"points": [[0, 0]]}]}"#, "lines[0].points (how many): 1 is not from 2"),
        ] {
            let error = World::from_json(text).unwrap_err().to_string();
            assert!(error.starts_with(wanted), "{text}: {error}");
        }
    }
}
