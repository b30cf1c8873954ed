//! `join`

use super::super::text::{Parts, raw};
use super::make_like;
use crate::heap::Kind;
use crate::native::{Args, Result};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// `join`: lists and tuples of what has bytes in one piece natively, the rest by way of frozen code.
pub fn join(vm: &mut Vm<'_>, args: Args) -> Result {
    let items = args.get(vm, 1);
    if !matches!(vm.heap.kind(items), Kind::List | Kind::Tuple) {
        let function = vm.frozen_function("_bytes_join")?;
        return Err(vm.tail_forward(function, args));
    }
    let kind = Parts::of(vm, args.get(vm, 0));
    let n = vm.heap.items(items).len();
    let mut total = super::length(vm, args).saturating_mul(n.saturating_sub(1));
    for i in 0..n {
        let item = item_of(vm, items, i);
        let inner = vm.bytes_inside(item);
        match vm.heap.kind(inner) {
            Kind::Bytes | Kind::ByteArray => {}
            Kind::MemoryView if crate::builtins::memoryview::layout(vm, inner).is_contiguous() => {}
            Kind::MemoryView => {
                let function = vm.frozen_function("_bytes_join")?;
                return Err(vm.tail_forward(function, args));
            }
            _ => {
                return Err(vm.raise_with(Type::TypeError, |vm, out| {
                    write!(out, "sequence item {i}: expected a bytes-like object, ")?;
                    vm.write_type_name(item, out)?;
                    out.write_str(" found")
                }));
            }
        }
        total = total.saturating_add(raw(vm, inner).len());
    }
    if total > vm.heap.words() * 8 {
        return Err(vm.out_of_memory());
    }
    vm.charge(n + total / 8);
    vm.reserve(kind.words(total))?;
    let separator = args.get(vm, 0);
    // The pieces one after the other, each by a view of the block without the result.
    let made = make_like(vm, kind, total, |_, _| {});
    let target = if kind == Parts::ByteArray { vm.heap.field(made, 3) } else { made };
    let items = args.get(vm, 1);
    let mut at = 0;
    let mut put = |vm: &mut Vm<'_>, piece: Value| {
        let size = raw(vm, piece).len();
        super::super::text::fill_object(&mut vm.heap, target, at, size, |view, out| {
            out.copy_from_slice(view.bytes(piece).get(..out.len()).unwrap_or(&[]));
        });
        at += size;
    };
    for i in 0..n {
        if i > 0 {
            put(vm, separator);
        }
        let item = item_of(vm, items, i);
        let inner = vm.bytes_inside(item);
        put(vm, inner);
    }
    Ok(made)
}

fn item_of(vm: &Vm<'_>, items: Value, i: usize) -> Value {
    vm.heap.items(items).get(i).map_or(Value::NONE, |&word| Value(word))
}
