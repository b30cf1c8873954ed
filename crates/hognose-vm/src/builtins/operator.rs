//! Operators, items and iteration of built-in sequences: what the interpreter asks for.

use crate::interp::Next;
use crate::native::Result;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;
use hognose_image::isa::BinaryOp;

/// Binary operators of built-in types other than numbers; None: they do not know it.
pub(crate) fn sequence_binary(
    vm: &mut Vm<'_>,
    operator: BinaryOp,
    in_place: bool,
    left: Value,
    right: Value,
) -> Result<Option<Value>> {
    let _ = (vm, operator, in_place, left, right);
    Ok(None)
}

/// `object[index]` of built-in sequences; None when Python code may be needed.
pub(crate) fn sequence_item(vm: &mut Vm<'_>, object: Value, index: Value) -> Result<Option<Value>> {
    let _ = (vm, object, index);
    Ok(None)
}

/// An iterator over a record (dict views ...); None when it has none of the engine's.
pub(crate) fn iter_record(vm: &mut Vm<'_>, value: Value) -> Result<Option<Value>> {
    let _ = (vm, value);
    Ok(None)
}

/// Next item of the rarer built-in iterators.
pub(crate) fn next_other(vm: &mut Vm<'_>, iterator: Value, kind: Type) -> Result<Next> {
    let _ = (vm, iterator, kind);
    Ok(Next::Ask)
}
