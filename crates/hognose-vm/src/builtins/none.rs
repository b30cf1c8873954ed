//! `None`, `Ellipsis` and `NotImplemented`.

use super::text::repr_method;
use crate::native::{Args, Def, MANY, Native, Result};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    match kind {
        Type::None => NONE,
        Type::Ellipsis => ELLIPSIS,
        _ => NOT_IMPLEMENTED,
    }
}

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    Some(match kind {
        Type::None => none,
        Type::Ellipsis => ellipsis,
        _ => not_implemented,
    })
}

static NONE: &[Def] = defs!["NoneType";
    Def::function("__bool__", falsehood, 0, 0),
    Def::fixed("__new__", new_none, 0, MANY),
    Def::function("__repr__", repr_method, 0, 0),
];
static ELLIPSIS: &[Def] = defs!["EllipsisType";
    Def::fixed("__new__", new_ellipsis, 0, MANY),
    Def::function("__reduce__", name, 0, 0),
    Def::function("__repr__", repr_method, 0, 0),
];
static NOT_IMPLEMENTED: &[Def] = defs!["NotImplementedType";
    Def::fixed("__new__", new_not_implemented, 0, MANY),
    Def::function("__reduce__", name, 0, 0),
    Def::function("__repr__", repr_method, 0, 0),
];

fn falsehood(_: &mut Vm<'_>, _: Args) -> Result {
    Ok(Value::FALSE)
}

fn name(vm: &mut Vm<'_>, args: Args) -> Result {
    let text: &[u8] = if args.get(vm, 0) == Value::ELLIPSIS { b"Ellipsis" } else { b"NotImplemented" };
    let made = vm.heap.new_str(text);
    vm.grant_memory(made)
}

fn only(vm: &mut Vm<'_>, args: Args, skip: usize, kind: Type, value: Value) -> Result {
    if args.len() > skip || args.keyword_count() > 0 {
        return Err(
            vm.raise_with(Type::TypeError, |_, out| write!(out, "{} takes no arguments", kind.name()))
        );
    }
    Ok(value)
}

fn none(vm: &mut Vm<'_>, args: Args) -> Result {
    only(vm, args, 0, Type::None, Value::NONE)
}

fn ellipsis(vm: &mut Vm<'_>, args: Args) -> Result {
    // CPython's own name for the type here.
    if args.len() > 0 || args.keyword_count() > 0 {
        return Err(vm.raise(Type::TypeError, "EllipsisType takes no arguments"));
    }
    Ok(Value::ELLIPSIS)
}

fn not_implemented(vm: &mut Vm<'_>, args: Args) -> Result {
    only(vm, args, 0, Type::NotImplemented, Value::NOT_IMPLEMENTED)
}

fn new_none(vm: &mut Vm<'_>, args: Args) -> Result {
    only(vm, args, 1, Type::None, Value::NONE)
}

fn new_ellipsis(vm: &mut Vm<'_>, args: Args) -> Result {
    ellipsis(vm, args.skip(1))
}

fn new_not_implemented(vm: &mut Vm<'_>, args: Args) -> Result {
    only(vm, args, 1, Type::NotImplemented, Value::NOT_IMPLEMENTED)
}
