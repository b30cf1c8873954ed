//! Module `array`: the type is the engine's.

use hognose_vm::builtins::ARRAY;
use hognose_vm::native::{Def, ModuleDef};
use hognose_vm::types::Type;
use hognose_vm::vm::Vm;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "array",
    attributes: &[
        Def::type_of("ArrayType", Type::Array),
        Def::type_of("array", Type::Array),
        Def::constant("typecodes", |vm: &mut Vm<'_>| crate::argument::text(vm, b"bBuhHiIlLqQfd")),
    ],
    types: &[&ARRAY],
    notes: &[],
    doc: "This module defines an object type which can efficiently represent an array of basic values.",
};
