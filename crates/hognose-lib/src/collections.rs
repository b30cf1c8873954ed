//! Module `_collections`: what `collections` has from the engine.

use hognose_vm::builtins::DEQUE;
use hognose_vm::native::{Def, ModuleDef};
use hognose_vm::types::Type;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_collections",
    attributes: &[Def::type_of("_tuplegetter", Type::TupleGetter), Def::type_of("deque", Type::Deque)],
    types: &[&DEQUE],
    notes: &[],
    doc: "",
};
