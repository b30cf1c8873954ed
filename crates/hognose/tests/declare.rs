//! One declaration: texts, hash, stubs, page, table.

use hognose::declare::{Kind, Literal, Range};
use hognose::{Raise, module};
use std::task::Poll;

/// What stands behind the module.
struct Robot {
    speed: i64,
}

const FASTEST: i64 = 1000;

module! {
    /// The motors of the robot.
    ///
    /// Two wheels, each with its motor.
    pub MOTORS = "motors" for Robot;

    /// Diameter of a wheel.
    const WHEEL: int unit "mm" = 56;

    /// Drives both wheels at that speed.
    fn drive(robot, speed: int in [-FASTEST, FASTEST] unit "mm/s", seconds: float in 0.0..=60.5 unit "s" = 1.25) cost 20 {
        if seconds == 0.0 {
            return Err(Raise::value("no time"));
        }
        robot.speed = speed;
        Ok(())
    }

    /// Says something "loud".
    fn say(_, text: str in 0..=16, loud: bool = false, data: bytes = None) -> str {
        Ok(if loud { "LOUD" } else { text.get(..1).map_or("", |_| "quiet") })
    }

    /// Calls when a wheel is blocked.
    fn on_block(robot, handler: callable = None, extra: any = None) {
        robot.speed = handler.to_bits() as i64 + extra.len().unwrap_or(0) as i64;
        Ok(())
    }

    /// Distance to the next thing.
    pending fn distance(robot) -> float unit "mm" {
        Ok(if robot.speed == 0 { Poll::Ready(12.5) } else { Poll::Pending })
    }
}

#[test]
fn help_says_everything() {
    let drive = &MOTORS.declaration.functions[0];
    assert_eq!(
        drive.help,
        "drive(speed: int, seconds: float = 1.25) -> None\n\nDrives both wheels at that speed.\n\n\
         speed: -1000..=1000 mm/s\nseconds: 0.0..=60.5 s"
    );
    assert_eq!(
        MOTORS.declaration.function(3).unwrap().help,
        "distance() -> float\n\nDistance to the next thing.\n\nresult: mm\nWaits until the host answers."
    );
    assert_eq!(MOTORS.declaration.doc, "The motors of the robot.\n\nTwo wheels, each with its motor.");
}

#[test]
fn the_declaration_is_data_in_order() {
    let names: Vec<&str> = MOTORS.declaration.functions.iter().map(|f| f.name).collect();
    assert_eq!(names, ["drive", "say", "on_block", "distance"]);
    let (number, say) = MOTORS.declaration.find("say").unwrap();
    assert_eq!((number, say.result, say.cost, say.pending), (1, Kind::Str, 0, false));
    assert_eq!(say.parameters[0].range, Range::Length(0, 16));
    assert_eq!(say.parameters[1].default, Some(Literal::Bool(false)));
    assert_eq!(MOTORS.declaration.functions[0].parameters[0].range, Range::Int(-1000, 1000));
    assert_eq!(MOTORS.declaration.functions[0].cost, 20);
    assert!(MOTORS.declaration.functions[3].pending);
}

#[test]
fn the_table_is_sorted_and_complete() {
    let names: Vec<&str> = MOTORS.definition.attributes.iter().map(|d| d.name).collect();
    assert_eq!(names, ["WHEEL", "distance", "drive", "on_block", "say"]);
    let drive = &MOTORS.definition.attributes[2];
    let note = MOTORS.definition.note(drive.name).unwrap();
    assert_eq!(note.signature, MOTORS.declaration.functions[0].signature);
    assert!(note.doc.starts_with("drive(speed: int"));
}

module! {
    A = "a";
    /// One.
    fn f(_, x: int in 0..=5 unit "mm") cost 5 { let _ = x; Ok(()) }
    fn g(_, x: int in 0..=6 unit "mm") { let _ = x; Ok(()) }
    fn h(_, x: int in 0..=5 unit "cm") { let _ = x; Ok(()) }
    pending fn i(_, x: int in 0..=5 unit "mm") { let _ = x; Ok(Poll::Pending) }
}
module! {
    B = "b";
    /// Another doc, another cost: the same signature.
    fn f(_, x: int in 0..=5 unit "mm") { let _ = x; Ok(()) }
}

/// FNV-1a of a text.
fn fnv(text: &str) -> u32 {
    text.bytes().fold(0x811C_9DC5, |h: u32, b| (h ^ b as u32).wrapping_mul(0x0100_0193))
}

#[test]
fn the_hash_is_that_of_names_types_ranges_units_and_defaults() {
    let hashes: Vec<u32> = A.declaration.functions.iter().map(|f| f.signature).collect();
    assert_eq!(hashes[0], B.declaration.functions[0].signature);
    assert_eq!(hashes[0], fnv("f(x: int 0..=5 mm) -> None"));
    assert_eq!(hashes[1], fnv("g(x: int 0..=6 mm) -> None"));
    assert_eq!(hashes[3], fnv("pending i(x: int 0..=5 mm) -> None"));
    let drive = fnv("drive(speed: int -1000..=1000 mm/s, seconds: float 0.0..=60.5 s = 1.25) -> None");
    assert_eq!(MOTORS.declaration.functions[0].signature, drive);
}

#[test]
fn stubs_are_python() {
    let mut stub = String::new();
    MOTORS.declaration.write_stub(&mut stub).unwrap();
    assert_eq!(
        stub,
        r#""""The motors of the robot.

Two wheels, each with its motor.
"""
from typing import Callable

WHEEL: int  # mm
"""Diameter of a wheel."""

def drive(speed: int, seconds: float = 1.25) -> None:
    """Drives both wheels at that speed.

    speed: -1000..=1000 mm/s
    seconds: 0.0..=60.5 s
    """

def say(text: str, loud: bool = False, data: bytes = None) -> str:
    """Says something \"loud\".

    text: 0..=16 long
    """

def on_block(handler: Callable[..., object] | None = None, extra: object = None) -> None:
    """Calls when a wheel is blocked."""

def distance() -> float:
    """Distance to the next thing.

    result: mm
    Waits until the host answers.
    """
"#
    );
    let checked = std::process::Command::new("python3")
        .args(["-c", "import ast, sys; ast.parse(sys.argv[1])", &stub])
        .status();
    // Without Python the text above is proof enough.
    assert!(checked.map_or(true, |status| status.success()));
}

#[test]
fn the_page_has_tables() {
    let mut page = String::new();
    MOTORS.declaration.write_page(&mut page).unwrap();
    assert!(page.starts_with("# motors\n\nThe motors of the robot.\n"), "{page}");
    assert!(page.contains("| `WHEEL` | 56 | mm | Diameter of a wheel. |\n"), "{page}");
    assert!(
        page.contains(
            "| `speed` | int | -1000..=1000 | mm/s | |\n| `seconds` | float | 0.0..=60.5 | s | 1.25 |\n"
        ),
        "{page}"
    );
    assert!(page.contains("\nGives float in mm.\n\nWaits until the host answers.\n"), "{page}");
    assert!(page.contains("\nCosts 20 fuel.\n"), "{page}");
}

module! {
    /// A motor that takes what it can.
    pub MOTOR = "motor" for Motor;

    /// Turns.
    fn spin(motor, speed: float clamp -900.0..=900.0 unit "deg/s", steps: int clamp 1..=8 = 1) {
        motor.speeds.push((speed, steps));
        Ok(())
    }
}

#[derive(Default)]
struct Motor {
    speeds: Vec<(f64, i64)>,
    told: Vec<u32>,
    output: Vec<u8>,
}

impl hognose::Host for Motor {
    fn write(&mut self, _: u8, bytes: &[u8]) {
        self.output.extend_from_slice(bytes);
    }
    fn state(&mut self) -> Option<&mut dyn std::any::Any> {
        Some(self)
    }
    fn limited(&mut self, place: u32) -> bool {
        let new = !self.told.contains(&place);
        self.told.push(place);
        new
    }
}

#[test]
fn what_is_too_much_is_limited_and_said_once_a_line() {
    let program = "import motor\nfor i in range(3):\n    motor.spin(1000, 9)\nmotor.spin(-1e6)\nmotor.spin(12)\ntry:\n    motor.spin(float('nan'))\nexcept ValueError as e:\n    print(e)\n";
    let mut motor = Motor::default();
    let mut block = vec![0u64; 32 * 1024];
    let mut engine = hognose::Engine::with_modules(&mut block, hognose::modules![MOTOR]).unwrap();
    engine.set_host(&mut motor);
    engine.load_source(program, "spin.py").unwrap();
    assert_eq!(engine.run(hognose::Budget::fuel(100_000)), hognose::Outcome::Finished);
    drop(engine);
    assert_eq!(motor.speeds, [(900.0, 8), (900.0, 8), (900.0, 8), (-900.0, 1), (12.0, 1)]);
    assert_eq!(
        String::from_utf8(motor.output).unwrap(),
        "warning: line 3: spin(): speed is limited to -900.0..=900.0 deg/s, not 1000\n\
         warning: line 4: spin(): speed is limited to -900.0..=900.0 deg/s, not -1000000.0\n\
         spin(): speed must be -900.0..=900.0 (more is limited) deg/s, not nan\n"
    );
    assert_eq!(motor.told, [3, 3, 3, 3, 3, 3, 4], "each is counted");
    let help = MOTOR.declaration.functions[0].help;
    assert!(
        help.ends_with("speed: -900.0..=900.0 (more is limited) deg/s\nsteps: 1..=8 (more is limited)"),
        "{help}"
    );
}
