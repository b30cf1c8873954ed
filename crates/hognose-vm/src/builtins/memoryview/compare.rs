//! Equality and hash of views.

use super::item::unpack;
use super::{BASE, Layout, SHAPE, layout, living};
use crate::heap::Kind;
use crate::native::{Args, Result};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

fn equal(vm: &mut Vm<'_>, args: Args) -> Result<Option<bool>> {
    let view = args.get(vm, 0);
    let other = vm.unwrap(args.get(vm, 1));
    if !vm.heap.field(view, BASE).is_object() {
        return Ok(Some(view == other));
    }
    let shown = layout(vm, view);
    let (there, base, shape) = match vm.heap.kind(other) {
        Kind::Bytes | Kind::ByteArray => {
            let n = vm.heap.bytes_like(other).map_or(0, <[u8]>::len);
            let there = Layout { offset: 0, items: n, format: b'B', size: 1, readonly: true, stride: 1 };
            (there, other, Value::NULL)
        }
        Kind::MemoryView => {
            if !vm.heap.field(other, BASE).is_object() {
                return Ok(Some(false));
            }
            (layout(vm, other), vm.heap.field(other, BASE), vm.heap.field(other, SHAPE))
        }
        Kind::Record if vm.heap.is_record(other, Type::Array) => {
            (crate::builtins::array::layout(vm, other), vm.bytes_inside(other), Value::NULL)
        }
        _ => return Ok(None),
    };
    vm.charge(shown.items / 2);
    if shown.items != there.items || !same_shape(vm, vm.heap.field(view, SHAPE), shape) {
        return Ok(Some(false));
    }
    let here = vm.heap.bytes_like(vm.heap.field(view, BASE)).unwrap_or(&[]);
    let other = vm.heap.bytes_like(base).unwrap_or(&[]);
    let same = (0..shown.items).all(|i| {
        let item = |shown: &Layout, bytes: &[u8]| {
            let at = shown.place(i);
            unpack(shown.format, bytes.get(at..at + shown.size).unwrap_or(&[]))
        };
        item(&shown, here).equals(item(&there, other))
    });
    Ok(Some(same))
}

fn same_shape(vm: &Vm<'_>, a: Value, b: Value) -> bool {
    if a.is_object() && b.is_object() {
        return vm.heap.items(a) == vm.heap.items(b);
    }
    a.is_object() == b.is_object()
}

/// `__eq__`
pub fn eq(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(equal(vm, args)?.map_or(Value::NOT_IMPLEMENTED, Value::bool))
}

/// `__ne__`
pub fn ne(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(equal(vm, args)?.map_or(Value::NOT_IMPLEMENTED, |equal| Value::bool(!equal)))
}

/// `__hash__`: that of the bytes.
pub fn hash(vm: &mut Vm<'_>, args: Args) -> Result {
    let view = living(vm, args)?;
    let shown = layout(vm, view);
    if !shown.readonly {
        return Err(vm.raise(Type::ValueError, "cannot hash writable memoryview object"));
    }
    if !matches!(shown.format, b'B' | b'b' | b'c') {
        return Err(
            vm.raise(Type::ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
        );
    }
    let copy = super::copy_bytes(vm, view)?;
    let hash = crate::hash::hash_bytes(vm.heap.blob(copy)).max(1);
    Ok(Value::int(hash as i64))
}
