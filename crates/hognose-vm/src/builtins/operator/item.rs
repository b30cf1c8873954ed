//! `sequence[index]` and `sequence[slice]`.

use super::index::{Bounds, Index, bounds, has_index, index_of};
use crate::heap::Kind;
use crate::native::{Result, Trap};
use crate::object::bytes::{BYTEARRAY_WORDS, bytes_words};
use crate::object::list::list_words;
use crate::object::string::str_words;
use crate::object::tuple::tuple_words;
use crate::text::utf8;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// `object[index]` of list, tuple, str, bytes, bytearray and range; None for anything else, or when Python code must be
/// asked first.
pub(crate) fn sequence_item(vm: &mut Vm<'_>, object: Value, index: Value) -> Result<Option<Value>> {
    let kind = vm.builtin_type_of(object);
    if !is_sequence(kind) || vm.is_user_object(object) {
        return Ok(None);
    }
    if vm.heap.is_kind(index, Kind::Slice) {
        if !has!("op build_slice") && !has!("slice") {
            return Err(vm.absent("slices"));
        }
        return slice(vm, object, index, kind);
    }
    match index_of(vm, index) {
        Index::At(i) => item(vm, object, i, kind),
        Index::Far(_) if kind == Type::Range => Ok(None),
        Index::Far(_) => Err(vm.raise(Type::IndexError, "cannot fit 'int' into an index-sized integer")),
        Index::Other if has_index(vm, index) => Ok(None),
        Index::Other => Err(bad_index(vm, kind, index)),
    }
}

fn is_sequence(kind: Type) -> bool {
    matches!(kind, Type::List | Type::Tuple | Type::Str | Type::Bytes | Type::ByteArray | Type::Range)
}

/// TypeError for an index that is no index.
pub(crate) fn bad_index(vm: &mut Vm<'_>, kind: Type, index: Value) -> Trap {
    vm.raise_with(Type::TypeError, |vm, out| {
        if kind == Type::Str {
            out.write_str("string indices must be integers, not '")?;
            vm.write_type_name(index, out)?;
            return out.write_str("'");
        }
        let name = if kind == Type::Bytes { "byte" } else { kind.name() };
        write!(out, "{name} indices must be integers or slices, not ")?;
        vm.write_type_name(index, out)
    })
}

fn out_of_range(vm: &mut Vm<'_>, kind: Type) -> Trap {
    let text = match kind {
        Type::List => "list index out of range",
        Type::Tuple => "tuple index out of range",
        Type::Str => "string index out of range",
        Type::ByteArray => "bytearray index out of range",
        Type::Range => "range object index out of range",
        _ => "index out of range",
    };
    vm.raise(Type::IndexError, text)
}

fn item(vm: &mut Vm<'_>, object: Value, i: i64, kind: Type) -> Result<Option<Value>> {
    let found = match kind {
        Type::List | Type::Tuple => {
            let items = vm.heap.items(object);
            place(i, items.len()).map(|at| Value(items[at]))
        }
        Type::Bytes => {
            let bytes = vm.heap.blob(object);
            place(i, bytes.len()).map(|at| Value::int(bytes[at] as i64))
        }
        Type::ByteArray => {
            let bytes = vm.heap.bytearray(object);
            place(i, bytes.len()).map(|at| Value::int(bytes[at] as i64))
        }
        Type::Str => character(vm, object, i),
        _ => {
            let Some((start, step, n)) = range_parts(vm, object) else { return Ok(None) };
            let at = if i < 0 { i.saturating_add(n as i64) } else { i };
            if at < 0 || at as u64 >= n { None } else { Some(Value::int(start + step * at)) }
        }
    };
    match found {
        Some(value) => Ok(Some(value)),
        None => Err(out_of_range(vm, kind)),
    }
}

/// Index from the front, when it is inside.
#[inline]
pub(crate) fn place(i: i64, len: usize) -> Option<usize> {
    let at = if i < 0 { i.checked_add(len as i64)? } else { i };
    if at >= 0 && (at as u64) < len as u64 { Some(at as usize) } else { None }
}

/// Start, step and number of items of a range whose parts are all inline.
pub(crate) fn range_parts(vm: &Vm<'_>, range: Value) -> Option<(i64, i64, u64)> {
    let part = |i| vm.heap.field(range, i).as_index();
    let (start, stop, step) = (part(1)?, part(2)?, part(3)?);
    Some((start, step, crate::interp::range_len(start, stop, step)))
}

fn character(vm: &mut Vm<'_>, object: Value, i: i64) -> Option<Value> {
    if vm.heap.is_ascii(object) {
        let text = vm.heap.text(object);
        return place(i, text.len()).and_then(|at| Value::short_str(&text[at..at + 1]));
    }
    let (found, cost) = {
        let text = vm.heap.text(object);
        let offset = if i >= 0 {
            utf8::offset_of(&text, usize::try_from(i).unwrap_or(usize::MAX))
        } else {
            place(i, utf8::count(&text)).and_then(|at| utf8::offset_of(&text, at))
        };
        let found = offset.and_then(|at| {
            let (_, width) = utf8::decode(&text, at)?;
            Value::short_str(&text[at..at + width])
        });
        (found, text.len() / 8)
    };
    vm.charge(cost);
    found
}

fn slice(vm: &mut Vm<'_>, object: Value, slice: Value, kind: Type) -> Result<Option<Value>> {
    let len = match kind {
        Type::List | Type::Tuple => vm.heap.items(object).len(),
        Type::Str => vm.heap.str_len(object),
        Type::Bytes | Type::ByteArray => vm.heap.bytes_like(object).map_or(0, <[u8]>::len),
        _ => match range_parts(vm, object) {
            Some((_, _, n)) => n as usize,
            None => return Ok(None),
        },
    };
    let mark = vm.heap.held_mark();
    let place = vm.heap.hold(object);
    let found = bounds(vm, slice, len)?;
    let result = match found {
        None => Ok(None),
        Some(b) => {
            vm.charge(b.len / if kind == Type::List || kind == Type::Tuple { 1 } else { 8 });
            match kind {
                Type::List => list_slice(vm, place, b).map(Some),
                Type::Tuple => tuple_slice(vm, place, b, len).map(Some),
                Type::Str => str_slice(vm, place, b, len).map(Some),
                Type::Bytes | Type::ByteArray => bytes_slice(vm, place, b, kind).map(Some),
                _ => range_slice(vm, place, b),
            }
        }
    };
    vm.heap.release_to(mark);
    result
}

/// Copies the items that the bounds name to the words of the block from `to` on.
fn copy_items(vm: &mut Vm<'_>, from: usize, b: Bounds, to: usize) {
    if b.step == 1 {
        let start = from + b.start.max(0) as usize;
        vm.heap.mem.copy_within(start..start + b.len, to);
        return;
    }
    for i in 0..b.len {
        vm.heap.mem[to + i] = vm.heap.mem[from + b.at(i)];
    }
}

/// Word of the block of the first item of a list or tuple.
pub(crate) fn first_item(vm: &Vm<'_>, value: Value) -> usize {
    if vm.heap.is_kind(value, Kind::List) {
        let storage = vm.heap.field(value, 2);
        if storage.is_object() { storage.offset() + 1 } else { 1 }
    } else {
        value.offset() + 1
    }
}

fn list_slice(vm: &mut Vm<'_>, place: crate::heap::Held, b: Bounds) -> Result {
    vm.reserve(list_words(b.len))?;
    let list = vm.heap.alloc_list(b.len);
    if b.len > 0 {
        let from = first_item(vm, vm.heap.held(place));
        let to = first_item(vm, list);
        copy_items(vm, from, b, to);
    }
    Ok(list)
}

fn tuple_slice(vm: &mut Vm<'_>, place: crate::heap::Held, b: Bounds, len: usize) -> Result {
    if b.len == len && b.step == 1 {
        return Ok(vm.heap.held(place));
    }
    vm.reserve(tuple_words(b.len))?;
    let tuple = vm.heap.alloc_tuple(b.len);
    if b.len > 0 {
        let from = first_item(vm, vm.heap.held(place));
        copy_items(vm, from, b, tuple.offset() + 1);
    }
    Ok(tuple)
}

fn bytes_slice(vm: &mut Vm<'_>, place: crate::heap::Held, b: Bounds, kind: Type) -> Result {
    vm.reserve(BYTEARRAY_WORDS + bytes_words(b.len))?;
    let new = if kind == Type::Bytes { vm.heap.alloc_bytes(b.len) } else { vm.heap.alloc_buffer(b.len) };
    let source = vm.heap.held(place);
    let from = if kind == Type::Bytes { source } else { vm.heap.field(source, 3) };
    if b.len > 0 {
        let (from, to) = ((from.offset() + 2) * 8, (new.offset() + 2) * 8);
        let bytes: &mut [u8] = bytemuck::cast_slice_mut(vm.heap.mem);
        if b.step == 1 {
            let start = from + b.start as usize;
            bytes.copy_within(start..start + b.len, to);
        } else {
            for i in 0..b.len {
                bytes[to + i] = bytes[from + b.at(i)];
            }
        }
    }
    if kind == Type::Bytes { Ok(new) } else { Ok(vm.heap.alloc_bytearray(new, b.len)) }
}

fn str_slice(vm: &mut Vm<'_>, place: crate::heap::Held, b: Bounds, len: usize) -> Result {
    let source = vm.heap.held(place);
    if b.len == len && b.step == 1 {
        return Ok(source);
    }
    if b.len == 0 {
        return Ok(Value::EMPTY_STR);
    }
    if b.step == 1 {
        let (start, end) = if vm.heap.is_ascii(source) {
            (b.start as usize, b.start as usize + b.len)
        } else {
            let text = vm.heap.text(source);
            let start = utf8::offset_of(&text, b.start as usize).unwrap_or(text.len());
            let rest = text.get(start..).unwrap_or(&[]);
            (start, start + utf8::offset_of(rest, b.len).unwrap_or(rest.len()))
        };
        return part_of_str(vm, place, start, end);
    }
    if vm.heap.is_ascii(source) {
        vm.reserve(str_words(b.len))?;
        let new = vm.heap.alloc_str(b.len);
        let source = vm.heap.held(place);
        for i in 0..b.len {
            let byte = vm.heap.text(source)[b.at(i)];
            vm.heap.str_bytes_mut(new)[i] = byte;
        }
        return Ok(vm.heap.finish_str(new, true));
    }
    // Characters of different widths: measured first, then copied one by one from a walk in the right direction.
    vm.charge(len);
    let mut bytes = 0;
    walk(vm, source, b, |_, _, width| bytes += width);
    vm.reserve(str_words(bytes))?;
    let new = vm.heap.alloc_str(bytes);
    let source = vm.heap.held(place);
    let mut to = 0;
    walk(vm, source, b, |vm, at, width| {
        vm.heap.copy_text_part(source, at, width, new, to);
        to += width;
    });
    let ascii = vm.heap.text(new).is_ascii();
    Ok(vm.heap.finish_str(new, ascii))
}

/// Visits offset and width of the characters of a slice, in its order.
fn walk(vm: &mut Vm<'_>, source: Value, b: Bounds, mut visit: impl FnMut(&mut Vm<'_>, usize, usize)) {
    let mut at = utf8::offset_of(&vm.heap.text(source), b.start.max(0) as usize).unwrap_or(0);
    for i in 0..b.len {
        let width = utf8::decode(&vm.heap.text(source), at).map_or(1, |(_, width)| width);
        visit(vm, at, width);
        if i + 1 == b.len {
            break;
        }
        let text = vm.heap.text(source);
        if b.step > 0 {
            let rest = text.get(at..).unwrap_or(&[]);
            at += utf8::offset_of(rest, b.step as usize).unwrap_or(rest.len());
        } else {
            for _ in 0..b.step.unsigned_abs() {
                at -= utf8::decode_back(&text, at).map_or(0, |(_, width)| width);
            }
        }
    }
}

/// The bytes of a held string from `start` to `end`, both at characters, as a string.
pub(crate) fn part_of_str(vm: &mut Vm<'_>, place: crate::heap::Held, start: usize, end: usize) -> Result {
    let source = vm.heap.held(place);
    let n = end - start;
    if n <= 5 {
        return Ok(Value::short_str(&vm.heap.text(source)[start..end]).unwrap_or(Value::EMPTY_STR));
    }
    vm.reserve(str_words(n))?;
    let new = vm.heap.alloc_str(n);
    let source = vm.heap.held(place);
    vm.heap.copy_text_part(source, start, n, new, 0);
    let ascii = vm.heap.is_ascii(source) || vm.heap.text(new).is_ascii();
    Ok(vm.heap.finish_str(new, ascii))
}

fn range_slice(vm: &mut Vm<'_>, place: crate::heap::Held, b: Bounds) -> Result<Option<Value>> {
    let range = vm.heap.held(place);
    let Some((start, step, _)) = range_parts(vm, range) else { return Ok(None) };
    let (start, step) = (start as i128, step as i128);
    let parts = [start + step * b.start as i128, start + step * b.stop as i128, step * b.step as i128];
    let mut values = [Value::NONE; 3];
    for (value, part) in values.iter_mut().zip(parts) {
        match i64::try_from(part) {
            Ok(n) if Value::fits(n) => *value = Value::int(n),
            _ => return Ok(None),
        }
    }
    let made = vm.heap.new_triple(Kind::Range, values[0], values[1], values[2]);
    vm.grant_memory(made).map(Some)
}
