//! `robot.help()`: everything that programs can call, printed.

use super::TABLES;
use crate::robot::Robot;
use hognose::{Args, NativeResult, Trap, Value, Vm};

/// Lines that are printed at a time: the host gets to look at its output between them.
const LINES: usize = 2;

/// Prints a line for each function.
pub fn help(vm: &mut Vm<'_>, _: Args) -> NativeResult {
    let first = vm.with_host(|robot: &mut Robot, _| Ok(robot.helped))?;
    // Constants and parts have no signature.
    let functions = TABLES.iter().flat_map(|table| {
        table
            .attributes
            .iter()
            .filter_map(|def| table.note(def.name))
            .filter(|note| note.doc.contains(") -> "))
            .map(move |note| (table.name, note))
    });
    let mut printed = 0;
    for (table, note) in functions.skip(first).take(LINES) {
        let signature = note.doc.lines().next().unwrap_or(note.name);
        for piece in [table, ".", signature, "\n"] {
            vm.write(1, piece.as_bytes());
        }
        vm.charge(32);
        printed += 1;
    }
    let goes_on = printed == LINES;
    vm.with_host(|robot: &mut Robot, _| {
        robot.helped = if goes_on { first + LINES } else { 0 };
        Ok(())
    })?;
    if goes_on { Err(Trap::Again) } else { Ok(Value::NONE) }
}
