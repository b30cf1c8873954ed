//! Module `_json`: values to JSON text and back. What needs Python code (hooks, `sorted`, classes of scripts) is asked of
//! frozen code in between: the natives keep how far they are in a list of the block and are called again.

mod decode;
mod encode;

use hognose_vm::native::{Def, ModuleDef};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_json",
    attributes: &[
        Def::function("decode", decode::decode, 5, 5),
        Def::function("decode_step", decode::step, 1, 1),
        Def::function("encode", encode::encode, 6, 6),
        Def::function("encode_step", encode::step, 1, 1),
        Def::function("quote", encode::quote, 2, 2),
    ],
    doc: "",
};

/// Steps of one call; after so many the engine looks at its budget.
const SLICE: usize = 8192;

/// Frozen code does nothing and calls again.
const AGAIN: i64 = 1;
