//! `robot.battery`, `robot.system`.

use super::argument::{direct, truth, unit, whole};
use super::merged;
use crate::robot::Robot;
use hognose::{Args, Def, ModuleDef, NativeResult, Note, ToPython, Vm, module};

module! {
    /// The battery.
    pub BATTERY = "robot.battery" for Robot;

    /// Voltage.
    fn voltage(robot) -> int unit "mV" cost 20 {
        direct(whole(robot.battery_voltage()))
    }

    /// Current that is taken out of it; negative while it charges.
    fn current(robot) -> int unit "mA" cost 20 {
        direct(whole(robot.battery_current()))
    }

    /// Charge.
    fn level(robot) -> int unit "%" cost 20 {
        direct(whole(robot.battery_level()))
    }

    /// Does it charge?
    fn charging(robot) -> bool cost 20 {
        direct(truth(robot.battery_charging()))
    }
}

module! {
    /// The robot itself.
    pub SYSTEM = "robot.system" for Robot;

    /// Ends the program.
    pending fn stop(robot, reason: str in 0..=1000 = "") cost 20 {
        unit(robot.stop_program(reason))
    }

    /// Time that the program runs, without pauses.
    fn time(robot) -> int unit "ms" cost 20 {
        Ok(robot.running_for() as i64)
    }

    /// Name of the robot.
    fn name(robot) -> str cost 20 {
        Ok(robot.name())
    }

    /// Version of its software.
    fn version(_) -> str cost 20 {
        Ok(env!("CARGO_PKG_VERSION"))
    }
}

/// `robot.system`
pub static TABLE: ModuleDef = ModuleDef {
    name: "robot.system",
    attributes: &DEFS,
    types: &[],
    notes: &[SYSTEM.definition.notes[0], NOTES],
    doc: SYSTEM.definition.doc,
};

static DEFS: [Def; 5] = merged(SYSTEM.definition.attributes, &[Def::function("memory", memory, 0, 0)]);

static NOTES: &[Note] =
    &[Note::doc("memory", "memory() -> tuple\n\nBytes of the program's memory: used, all of it.")];

fn memory(vm: &mut Vm<'_>, _: Args) -> NativeResult {
    let (used, all) = (8 * vm.heap.used_words(), 8 * vm.heap.words());
    (used, all).to_python(vm)
}
