//! `robot.help()`: everything that programs can call, printed.

use super::TABLES;
use hognose::{Args, NativeResult, Value, Vm};

/// Prints a line for each function.
pub fn help(vm: &mut Vm<'_>, _: Args) -> NativeResult {
    for table in TABLES {
        // Constants and parts have no signature.
        for def in table.attributes.iter().filter(|def| def.doc.contains(") -> ")) {
            let signature = def.doc.lines().next().unwrap_or(def.name);
            for piece in [table.name, ".", signature, "\n"] {
                vm.write(1, piece.as_bytes());
            }
            vm.charge(20);
        }
    }
    Ok(Value::NONE)
}
