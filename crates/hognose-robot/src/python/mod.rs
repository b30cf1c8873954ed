//! Module `robot` for Python programs.
//!
//! Each part of the robot is an object with functions of its own: `robot.drive`, `robot.lights`. They are static tables: a part
//! costs a program some 200 bytes once it is used. The [`Robot`](crate::Robot) behind them is found by `Host::state_of`.

mod argument;
mod drive;
mod guide;
mod light;
mod motors;
mod senses;
mod shows;
mod system;
mod top;
mod watch;

use hognose::declare::{Module, wording};
use hognose::{Def, LIBRARY, ModuleDef, Vm};

/// The declarations of all functions: parameters, units, limits. The module itself comes first. Lights and
/// stopwatches, which are objects of their own, are only in [`TABLES`].
pub static DECLARED: [&Module; 18] = [
    &top::ROBOT,
    &drive::DRIVE,
    &motors::LEFT,
    &motors::RIGHT,
    &senses::IMU,
    &senses::FRONT,
    &senses::LEFT_SIDE,
    &senses::RIGHT_SIDE,
    &senses::FLOOR,
    &shows::LIGHTS,
    &shows::HEADLIGHTS,
    &shows::SPEAKER,
    &shows::DISPLAY,
    &shows::BUTTONS,
    &shows::LEFT_BUTTON,
    &shows::RIGHT_BUTTON,
    &system::BATTERY,
    &system::SYSTEM,
];

/// The tables for an engine, without its library.
pub static TABLES: [&ModuleDef; 23] = [
    &top::TABLE,
    &drive::DRIVE.definition,
    &motors::TABLE,
    &motors::LEFT.definition,
    &motors::RIGHT.definition,
    &senses::IMU.definition,
    &senses::FRONT.definition,
    &senses::LEFT_SIDE.definition,
    &senses::RIGHT_SIDE.definition,
    &senses::FLOOR.definition,
    &light::TABLE,
    &light::ONE,
    &shows::HEADLIGHTS.definition,
    &shows::SPEAKER.definition,
    &shows::DISPLAY.definition,
    &shows::BUTTONS_TABLE,
    &shows::LEFT_BUTTON.definition,
    &shows::RIGHT_BUTTON.definition,
    &system::BATTERY.definition,
    &system::TABLE,
    &watch::ONE,
    &top::COLOR.definition,
    &top::STOP.definition,
];

/// The tables for [`Engine::with_modules`](hognose::Engine::with_modules): the library and module `robot`.
pub static MODULES: [&ModuleDef; LIBRARY.len() + TABLES.len()] = {
    let mut all: [&ModuleDef; LIBRARY.len() + TABLES.len()] = [&motors::TABLE; LIBRARY.len() + TABLES.len()];
    let mut i = 0;
    while i < LIBRARY.len() {
        all[i] = LIBRARY[i];
        i += 1;
    }
    let mut i = 0;
    while i < TABLES.len() {
        all[LIBRARY.len() + i] = TABLES[i];
        i += 1;
    }
    all
};

/// Checksum over all declarations: images that were built for the same one find what they were built for.
pub fn fingerprint() -> u32 {
    let mut sum = 0x811C_9DC5u32;
    for module in DECLARED {
        for function in module.declaration.functions {
            for byte in function.signature.to_le_bytes() {
                sum = (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
            }
        }
    }
    sum
}

/// What gets a value of a part.
type Make = fn(&mut Vm<'_>) -> hognose::NativeResult;

/// Functions of a declaration and more of a table, sorted by name.
const fn merged<const N: usize>(declared: &[Def], more: &[Def]) -> [Def; N] {
    let mut table = [Def::constant("", nothing as Make); N];
    let mut n = 0;
    while n < N {
        let def = if n < declared.len() { declared[n] } else { more[n - declared.len()] };
        let mut at = n;
        while at > 0 && wording::less(def.name, table[at - 1].name) {
            table[at] = table[at - 1];
            at -= 1;
        }
        table[at] = def;
        n += 1;
    }
    table
}

fn nothing(_vm: &mut Vm<'_>) -> hognose::NativeResult {
    Ok(hognose::Value::NONE)
}

/// A part of a module: an attribute that is another table.
macro_rules! part {
    ($name:literal, $table:literal) => {
        hognose::Def::constant($name, |vm| vm.part($table))
    };
}
use part;
