//! `robot` itself.

use super::argument::{done, number, unit};
use super::{guide, merged, part, watch};
use crate::limits::WAIT;
use crate::robot::Robot;
use hognose::{Def, ModuleDef, Note, module};

module! {
    /// A small robot with two wheels. Lengths in mm, angles in degrees, times in ms. robot.help() lists everything.
    pub ROBOT = "robot" for Robot;

    /// Axis: ahead.
    const X: int = 0;

    /// Axis: to the right.
    const Y: int = 1;

    /// Axis: down.
    const Z: int = 2;

    /// Waits.
    pending fn wait(robot, time: float in [0, WAIT] unit "ms") cost 20 {
        unit(robot.pause_program(time))
    }

    /// Calls handler() when something happens: "button" (the right one goes down), "front" (something is nearer than value mm, 200),
    /// "side" (proximity of value %, 30), "bump", "battery" (charge down to value %, 20), "timer" (every value ms). Handlers are
    /// called between two steps of the program, one after the other. None as handler takes those of the event away.
    fn on(robot, event: str, handler: callable = None, value: any = None) cost 20 {
        let given = (handler.to_bits() != 0).then_some(handler);
        let outcome = number("on", "value", value).and_then(|value| done(robot.on(event, value, given)));
        if let (Err(_), Some(handle)) = (&outcome, given) {
            robot.events.drop_handle(handle);
        }
        outcome
    }
}

module! {
    /// Colours of floor and lights.
    pub COLOR = "robot.Color";

    /// No colour.
    const NONE: str = "none";
    /// Red.
    const RED: str = "red";
    /// Orange.
    const ORANGE: str = "orange";
    /// Yellow.
    const YELLOW: str = "yellow";
    /// Green.
    const GREEN: str = "green";
    /// Cyan.
    const CYAN: str = "cyan";
    /// Blue.
    const BLUE: str = "blue";
    /// Violet.
    const VIOLET: str = "violet";
    /// Magenta.
    const MAGENTA: str = "magenta";
    /// White.
    const WHITE: str = "white";
    /// Gray.
    const GRAY: str = "gray";
    /// Black.
    const BLACK: str = "black";
}

module! {
    /// What the motors do at the end of a move.
    pub STOP = "robot.Stop";

    /// They turn freely.
    const COAST: str = "coast";
    /// They brake.
    const BRAKE: str = "brake";
    /// They hold their position.
    const HOLD: str = "hold";
}

/// `robot`
pub static TABLE: ModuleDef = ModuleDef {
    name: "robot",
    attributes: &DEFS,
    types: &[],
    notes: &[ROBOT.definition.notes[0], NOTES],
    doc: ROBOT.definition.doc,
};

static DEFS: [Def; 5 + PARTS.len()] = merged(ROBOT.definition.attributes, PARTS);

static NOTES: &[Note] = &[
    Note::doc("StopWatch", "StopWatch() -> StopWatch\n\nA stopwatch that runs."),
    Note::doc("help", "help() -> None\n\nPrints all functions of the robot."),
];

const PARTS: &[Def] = &[
    part!("drive", "robot.drive"),
    part!("motors", "robot.motors"),
    part!("imu", "robot.imu"),
    part!("front", "robot.front"),
    part!("left_side", "robot.left_side"),
    part!("right_side", "robot.right_side"),
    part!("floor", "robot.floor"),
    part!("lights", "robot.lights"),
    part!("headlights", "robot.headlights"),
    part!("speaker", "robot.speaker"),
    part!("display", "robot.display"),
    part!("buttons", "robot.buttons"),
    part!("battery", "robot.battery"),
    part!("system", "robot.system"),
    part!("Color", "robot.Color"),
    part!("Stop", "robot.Stop"),
    Def::function("StopWatch", watch::new, 0, 0),
    Def::function("help", guide::help, 0, 0),
];
