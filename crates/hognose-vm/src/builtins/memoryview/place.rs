//! Items and slices of views, read and written.

use super::super::text::{Index, View, index_of, split_block};
use super::item::{pack, to_value, unpack};
use super::{BASE, Layout, SHAPE, alive, derive, gather, layout, living};
use crate::heap::Kind;
use crate::native::{Args, Result, Trap};
use crate::object::bytes::bytes_words;
use crate::object::tuple::tuple_words;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Bytes of the base of a view, from byte `at`, as the item there.
fn read(vm: &mut Vm<'_>, view: Value, format: u8, size: usize, at: usize) -> Result {
    let base = vm.heap.field(view, BASE);
    let item = {
        let bytes = vm.heap.bytes_like(base).unwrap_or(&[]);
        unpack(format, bytes.get(at..at + size).unwrap_or(&[]))
    };
    to_value(vm, item)
}

/// Item `i` of a view of one dimension; None behind the last.
pub(crate) fn item(vm: &mut Vm<'_>, view: Value, i: usize) -> Result<Option<Value>> {
    let view = alive(vm, view)?;
    let shown = layout(vm, view);
    if i >= shown.items {
        return Ok(None);
    }
    read(vm, view, shown.format, shown.size, shown.place(i)).map(Some)
}

/// What a key means.
enum Key {
    /// The item at that byte.
    Item(usize),
    /// First item, step, number of items.
    Slice(i64, i64, usize),
    /// Python code must say what an index is.
    Ask,
}

fn invalid(vm: &mut Vm<'_>) -> Trap {
    vm.raise(Type::TypeError, "memoryview: invalid slice key")
}

/// An index below a length; IndexError naming the dimension.
fn index_below(vm: &mut Vm<'_>, index: Index, length: usize, dimension: usize) -> Result<usize> {
    let i = match index {
        Index::Value(i) => i,
        _ => {
            return Err(vm.raise(Type::IndexError, "cannot fit 'int' into an index-sized integer"));
        }
    };
    let at = if i < 0 { i + length as i64 } else { i };
    if at < 0 || at >= length as i64 {
        return Err(vm.raise_with(Type::IndexError, |_, out| {
            write!(out, "index out of bounds on dimension {dimension}")
        }));
    }
    Ok(at as usize)
}

fn key(vm: &mut Vm<'_>, view: Value, key: Value) -> Result<Key> {
    let shown = layout(vm, view);
    let shape = vm.heap.field(view, SHAPE);
    let dimensions = if shape.is_object() { vm.heap.tuple_len(shape) } else { 1 };
    let first = if shape.is_object() { vm.heap.item(shape, 0).raw_int() as usize } else { shown.items };
    if vm.heap.is_kind(key, Kind::Slice) {
        return slice(vm, key, first);
    }
    if vm.heap.is_kind(key, Kind::Tuple) {
        let n = vm.heap.tuple_len(key);
        let mut numbers = true;
        for i in 0..n {
            let part = vm.heap.item(key, i);
            match index_of(vm, part) {
                Index::Ask => return Ok(Key::Ask),
                Index::No => numbers = false,
                _ => {}
            }
        }
        if !numbers {
            return Err(invalid(vm));
        }
        if n < dimensions {
            return Err(vm.raise(Type::NotImplementedError, "sub-views are not implemented"));
        }
        if n > dimensions {
            return Err(vm.raise_with(Type::TypeError, |_, out| {
                write!(out, "cannot index {dimensions}-dimension view with {n}-element tuple")
            }));
        }
        let mut at = 0usize;
        for i in 0..n {
            let part = vm.heap.item(key, i);
            let length =
                if shape.is_object() { vm.heap.item(shape, i).raw_int() as usize } else { shown.items };
            let index = index_of(vm, part);
            at = at * length + index_below(vm, index, length, i + 1)?;
        }
        return Ok(Key::Item(if shape.is_object() {
            shown.offset + at * shown.size
        } else {
            shown.place(at)
        }));
    }
    match index_of(vm, key) {
        Index::Ask => Ok(Key::Ask),
        Index::No => Err(invalid(vm)),
        index => {
            if dimensions > 1 {
                return Err(
                    vm.raise(Type::NotImplementedError, "multi-dimensional sub-views are not implemented")
                );
            }
            let at = index_below(vm, index, shown.items, 1)?;
            Ok(Key::Item(shown.place(at)))
        }
    }
}

/// The items that a slice of a sequence takes.
fn slice(vm: &mut Vm<'_>, slice: Value, length: usize) -> Result<Key> {
    let mut parts = [None; 3];
    for (i, part) in parts.iter_mut().enumerate() {
        let value = vm.heap.field(slice, 1 + i);
        if value.is_none() {
            continue;
        }
        *part = Some(match index_of(vm, value) {
            Index::Value(n) => n,
            Index::Huge(negative) => {
                if negative {
                    -i64::MAX
                } else {
                    i64::MAX
                }
            }
            Index::Ask => return Ok(Key::Ask),
            Index::No => {
                return Err(vm.raise(
                    Type::TypeError,
                    "slice indices must be integers or None or have an __index__ method",
                ));
            }
        });
    }
    let step = parts[2].unwrap_or(1).max(-i64::MAX);
    if step == 0 {
        return Err(vm.raise(Type::ValueError, "slice step cannot be zero"));
    }
    let n = length as i64;
    let (lowest, highest) = if step > 0 { (0, n) } else { (-1, n - 1) };
    let cut = |value: Option<i64>, default: i64| match value {
        None => default,
        Some(i) if i < 0 => i.saturating_add(n).max(lowest),
        Some(i) => i.min(highest),
    };
    let start = cut(parts[0], if step > 0 { 0 } else { n - 1 });
    let stop = cut(parts[1], if step > 0 { n } else { -1 });
    let span = if step > 0 { stop - start } else { start - stop };
    let count = if span > 0 { (span - 1) / step.abs() + 1 } else { 0 };
    Ok(Key::Slice(start, step, count as usize))
}

fn ask(vm: &mut Vm<'_>, args: Args, function: &'static str) -> Trap {
    match vm.frozen_function(function) {
        Ok(function) => vm.tail_forward(function, args),
        Err(trap) => trap,
    }
}

/// `__getitem__`
pub fn getitem(vm: &mut Vm<'_>, args: Args) -> Result {
    let view = living(vm, args)?;
    let shown = layout(vm, view);
    let index = args.get(vm, 1);
    match key(vm, view, index)? {
        Key::Ask => Err(ask(vm, args, "_view_getitem")),
        Key::Item(at) => read(vm, view, shown.format, shown.size, at),
        Key::Slice(start, step, count) => {
            let shape = vm.heap.field(view, SHAPE);
            if shape.is_object() {
                return slice_rows(vm, args, &shown, start, step, count);
            }
            // No place is before the first byte, also for a slice of nothing behind the last item.
            let offset = (shown.offset as i64 + start.max(0) * shown.stride as i64).max(0) as usize;
            let stride = (shown.stride as i64).saturating_mul(step);
            let stride =
                if count > 1 { stride as i32 } else { stride.clamp(i32::MIN.into(), i32::MAX.into()) as i32 };
            let part = Layout { offset, items: count, stride, ..shown };
            derive(vm, view, &part, Value::NULL)
        }
    }
}

/// Rows of a view of several dimensions.
fn slice_rows(vm: &mut Vm<'_>, args: Args, shown: &Layout, start: i64, step: i64, count: usize) -> Result {
    if step != 1 {
        return Err(vm.raise(Type::NotImplementedError, "multi-dimensional slicing is not implemented"));
    }
    let view = args.get(vm, 0);
    let n = vm.heap.tuple_len(vm.heap.field(view, SHAPE));
    vm.reserve(tuple_words(n))?;
    let shape = vm.heap.field(args.get(vm, 0), SHAPE);
    let new = vm.heap.alloc_tuple(n);
    let mut row = 1;
    vm.heap.set_item(new, 0, Value::int(count as i64));
    for i in 1..n {
        let length = vm.heap.item(shape, i);
        row *= length.raw_int() as usize;
        vm.heap.set_item(new, i, length);
    }
    let part = Layout {
        offset: shown.offset + start.max(0) as usize * row * shown.size,
        items: count * row,
        ..*shown
    };
    let view = args.get(vm, 0);
    derive(vm, view, &part, new)
}

/// `__setitem__`
pub fn setitem(vm: &mut Vm<'_>, args: Args) -> Result {
    let view = living(vm, args)?;
    let shown = layout(vm, view);
    if shown.readonly {
        return Err(vm.raise(Type::TypeError, "cannot modify read-only memory"));
    }
    let index = args.get(vm, 1);
    match key(vm, view, index)? {
        Key::Ask => Err(ask(vm, args, "_view_setitem")),
        Key::Item(at) => {
            let value = args.get(vm, 2);
            let Some(bytes) = pack(vm, shown.format, value)? else {
                return Err(ask(vm, args, "_view_setitem"));
            };
            let base = vm.heap.field(args.get(vm, 0), BASE);
            if let Some(out) = vm.heap.bytearray_mut(base).get_mut(at..at + shown.size) {
                out.copy_from_slice(&bytes[..shown.size]);
            }
            Ok(Value::NONE)
        }
        Key::Slice(start, step, count) => {
            if vm.heap.field(view, SHAPE).is_object() {
                return Err(vm.raise(
                    Type::NotImplementedError,
                    "memoryview slice assignments are currently restricted to ndim = 1",
                ));
            }
            let target = Layout {
                offset: (shown.offset as i64 + start.max(0) * shown.stride as i64).max(0) as usize,
                items: count,
                stride: (shown.stride as i64 * step) as i32,
                ..shown
            };
            set_slice(vm, args, &target)
        }
    }
}

/// Copies the items of `args[2]` over those of a part of the view.
fn set_slice(vm: &mut Vm<'_>, args: Args, target: &Layout) -> Result {
    let value = args.get(vm, 2);
    let source = vm.unwrap(value);
    let given = match vm.heap.kind(source) {
        Kind::Bytes | Kind::ByteArray => {
            let n = vm.heap.bytes_like(source).map_or(0, <[u8]>::len);
            Layout { offset: 0, items: n, format: b'B', size: 1, readonly: true, stride: 1 }
        }
        Kind::MemoryView => {
            alive(vm, source)?;
            layout(vm, source)
        }
        Kind::Record if vm.heap.is_record(source, Type::Array) => crate::builtins::array::layout(vm, source),
        _ => {
            let value = args.get(vm, 2);
            return Err(crate::builtins::bytes::not_bytes(vm, value));
        }
    };
    if given.format != target.format || given.size != target.size || given.items != target.items {
        return Err(
            vm.raise(Type::ValueError, "memoryview assignment: lvalue and rvalue have different structures")
        );
    }
    let n = given.items * given.size;
    vm.charge(n / 4);
    // By way of a copy, because both may show the same bytes.
    vm.reserve(bytes_words(n))?;
    let source = vm.bytes_inside(args.get(vm, 2));
    let base = if vm.heap.is_kind(source, Kind::MemoryView) { vm.heap.field(source, BASE) } else { source };
    let copy = vm.heap.alloc_buffer(n);
    super::super::text::fill_object(&mut vm.heap, copy, 0, n, |view: &View<'_>, out| {
        gather(&given, view.bytes(base), out);
    });
    let storage = vm.heap.field(vm.heap.field(args.get(vm, 0), BASE), 3);
    if !storage.is_object() {
        return Ok(Value::NONE);
    }
    let (words, view) = split_block(&mut vm.heap, storage);
    let bytes: &mut [u8] = bytemuck::cast_slice_mut(words.get_mut(2..).unwrap_or(&mut []));
    for (i, item) in view.bytes(copy).chunks_exact(target.size).enumerate() {
        let at = target.place(i);
        if let Some(out) = bytes.get_mut(at..at + target.size) {
            out.copy_from_slice(item);
        }
    }
    Ok(Value::NONE)
}

/// `__delitem__`
pub fn delitem(vm: &mut Vm<'_>, args: Args) -> Result {
    let view = living(vm, args)?;
    if layout(vm, view).readonly {
        return Err(vm.raise(Type::TypeError, "cannot modify read-only memory"));
    }
    Err(vm.raise(Type::TypeError, "cannot delete memory"))
}
