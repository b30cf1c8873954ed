//! `+` and `*` of sequences.

use super::item::first_item;
use crate::heap::{Held, Kind};
use crate::native::Result;
use crate::object::bytes::{BYTEARRAY_WORDS, bytes_words};
use crate::object::list::list_words;
use crate::object::string::str_words;
use crate::object::tuple::tuple_words;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// `left + right` of two str, lists, tuples, or bytes-like objects; None for anything else.
pub(crate) fn concat(vm: &mut Vm<'_>, left: Value, right: Value) -> Result<Option<Value>> {
    if vm.heap.is_str(left) && vm.heap.is_str(right) {
        return concat_str(vm, left, right).map(Some);
    }
    let (lk, rk) = (vm.heap.kind(left), vm.heap.kind(right));
    let mark = vm.heap.held_mark();
    let (l, r) = (vm.heap.hold(left), vm.heap.hold(right));
    let result = match (lk, rk) {
        (Kind::List, Kind::List) | (Kind::Tuple, Kind::Tuple) => concat_items(vm, l, r, lk).map(Some),
        (Kind::Bytes | Kind::ByteArray, Kind::Bytes | Kind::ByteArray) => {
            concat_bytes(vm, l, r, lk).map(Some)
        }
        _ => Ok(None),
    };
    vm.heap.release_to(mark);
    result
}

fn concat_str(vm: &mut Vm<'_>, left: Value, right: Value) -> Result {
    let (n, m) = (vm.heap.text(left).len(), vm.heap.text(right).len());
    if n == 0 {
        return Ok(right);
    }
    if m == 0 {
        return Ok(left);
    }
    if n + m <= 5 {
        let mut bytes = [0; 5];
        bytes[..n].copy_from_slice(&vm.heap.text(left));
        bytes[n..n + m].copy_from_slice(&vm.heap.text(right));
        return Ok(Value::short_str(&bytes[..n + m]).unwrap_or(Value::EMPTY_STR));
    }
    check_length(vm, n + m)?;
    vm.charge((n + m) / 8);
    let growth = vm.heap.growth(left, n, m);
    let words = growth.words(n + m);
    let (left, right) = if vm.heap.has_room(words) {
        // Nothing moves.
        vm.reserve(words)?;
        (left, right)
    } else {
        let mark = vm.heap.held_mark();
        let (l, r) = (vm.heap.hold(left), vm.heap.hold(right));
        let room = vm.reserve(words);
        vm.heap.release_to(mark);
        room?;
        (vm.heap.held(l), vm.heap.held(r))
    };
    Ok(vm.heap.add_text(left, right, growth))
}

/// Lengths are 32 bits wide: anything longer does not fit a block either.
fn check_length(vm: &mut Vm<'_>, len: usize) -> Result<()> {
    if len as u64 >= u32::MAX as u64 { Err(vm.out_of_memory()) } else { Ok(()) }
}

fn concat_items(vm: &mut Vm<'_>, l: Held, r: Held, kind: Kind) -> Result {
    let (n, m) = (vm.heap.items(vm.heap.held(l)).len(), vm.heap.items(vm.heap.held(r)).len());
    if kind == Kind::Tuple && (n == 0 || m == 0) {
        return Ok(vm.heap.held(if n == 0 { r } else { l }));
    }
    check_length(vm, n + m)?;
    vm.charge(n + m);
    let new = if kind == Kind::List {
        vm.reserve(list_words(n + m))?;
        vm.heap.alloc_list(n + m)
    } else {
        vm.reserve(tuple_words(n + m))?;
        vm.heap.alloc_tuple(n + m)
    };
    if n + m > 0 {
        let to = first_item(vm, new);
        let (from, from2) = (first_item(vm, vm.heap.held(l)), first_item(vm, vm.heap.held(r)));
        vm.heap.mem.copy_within(from..from + n, to);
        vm.heap.mem.copy_within(from2..from2 + m, to + n);
    }
    Ok(new)
}

fn concat_bytes(vm: &mut Vm<'_>, l: Held, r: Held, kind: Kind) -> Result {
    let len = |vm: &Vm<'_>, p| vm.heap.bytes_like(vm.heap.held(p)).map_or(0, <[u8]>::len);
    let (n, m) = (len(vm, l), len(vm, r));
    check_length(vm, n + m)?;
    vm.charge((n + m) / 8);
    vm.reserve(BYTEARRAY_WORDS + bytes_words(n + m))?;
    let new = if kind == Kind::Bytes { vm.heap.alloc_bytes(n + m) } else { vm.heap.alloc_buffer(n + m) };
    copy_bytes(vm, vm.heap.held(l), new, 0, n);
    copy_bytes(vm, vm.heap.held(r), new, n, m);
    if kind == Kind::Bytes { Ok(new) } else { Ok(vm.heap.alloc_bytearray(new, n + m)) }
}

/// Copies the first `n` bytes of a bytes or bytearray object into a bytes or buffer object, from byte `at` on.
pub(crate) fn copy_bytes(vm: &mut Vm<'_>, from: Value, to: Value, at: usize, n: usize) {
    let from = if vm.heap.is_kind(from, Kind::ByteArray) { vm.heap.field(from, 3) } else { from };
    if n == 0 || !from.is_object() {
        return;
    }
    let (from, to) = ((from.offset() + 2) * 8, (to.offset() + 2) * 8 + at);
    let bytes: &mut [u8] = bytemuck::cast_slice_mut(vm.heap.mem);
    bytes.copy_within(from..from + n, to);
}

/// `sequence * times`; None when the value is no sequence.
pub(crate) fn repeat(vm: &mut Vm<'_>, sequence: Value, times: i64, in_place: bool) -> Result<Option<Value>> {
    let kind = vm.builtin_type_of(sequence);
    if !matches!(kind, Type::Str | Type::List | Type::Tuple | Type::Bytes | Type::ByteArray) {
        return Ok(None);
    }
    let times = times.max(0) as u64;
    let len = match kind {
        Type::Str => vm.heap.text(sequence).len(),
        Type::List | Type::Tuple => vm.heap.items(sequence).len(),
        _ => vm.heap.bytes_like(sequence).map_or(0, <[u8]>::len),
    };
    let wide = len as u128 * times as u128;
    if wide > i64::MAX as u128 && matches!(kind, Type::Str | Type::Bytes) {
        let text =
            if kind == Type::Str { "repeated string is too long" } else { "repeated bytes are too long" };
        return Err(vm.raise(Type::OverflowError, text));
    }
    let Ok(total) = u32::try_from(wide) else { return Err(vm.out_of_memory()) };
    let total = total as usize;
    check_length(vm, total)?;
    vm.charge(if matches!(kind, Type::List | Type::Tuple) { total } else { total / 8 });
    let mark = vm.heap.held_mark();
    let place = vm.heap.hold(sequence);
    let result = match kind {
        Type::Str => repeat_str(vm, place, len, total),
        Type::List if in_place => repeat_here(vm, place, len, total),
        Type::List | Type::Tuple => repeat_items(vm, place, len, total, kind),
        Type::ByteArray if in_place => repeat_bytes_here(vm, place, len, total),
        _ => repeat_bytes(vm, place, len, total, kind),
    };
    vm.heap.release_to(mark);
    result.map(Some)
}

/// Fills words `at .. at + total` of the block with copies of the first `len` of them.
fn fill_words(vm: &mut Vm<'_>, at: usize, len: usize, total: usize) {
    if len == 1 {
        let word = vm.heap.mem[at];
        vm.heap.mem[at..at + total].fill(word);
        return;
    }
    let mut done = len;
    while done < total {
        let n = done.min(total - done);
        vm.heap.mem.copy_within(at..at + n, at + done);
        done += n;
    }
}

/// Fills bytes `at .. at + total` of the block with copies of the first `len` of them.
fn fill_bytes(vm: &mut Vm<'_>, at: usize, len: usize, total: usize) {
    let bytes: &mut [u8] = bytemuck::cast_slice_mut(vm.heap.mem);
    if len == 1 {
        let byte = bytes[at];
        bytes[at..at + total].fill(byte);
        return;
    }
    let mut done = len;
    while done < total {
        let n = done.min(total - done);
        bytes.copy_within(at..at + n, at + done);
        done += n;
    }
}

fn repeat_str(vm: &mut Vm<'_>, place: Held, len: usize, total: usize) -> Result {
    if total == 0 {
        return Ok(Value::EMPTY_STR);
    }
    if total == len {
        return Ok(vm.heap.held(place));
    }
    vm.reserve(str_words(total))?;
    let new = vm.heap.alloc_str(total);
    let source = vm.heap.held(place);
    let ascii = vm.heap.is_ascii(source);
    vm.heap.copy_text(source, new, 0);
    fill_bytes(vm, (new.offset() + 2) * 8, len, total);
    Ok(vm.heap.finish_str(new, ascii))
}

fn repeat_items(vm: &mut Vm<'_>, place: Held, len: usize, total: usize, kind: Type) -> Result {
    if kind == Type::Tuple && total == len {
        return Ok(vm.heap.held(place));
    }
    let new = if kind == Type::List {
        vm.reserve(list_words(total))?;
        vm.heap.alloc_list(total)
    } else {
        vm.reserve(tuple_words(total))?;
        vm.heap.alloc_tuple(total)
    };
    if total > 0 {
        let (from, to) = (first_item(vm, vm.heap.held(place)), first_item(vm, new));
        vm.heap.mem.copy_within(from..from + len, to);
        fill_words(vm, to, len, total);
    }
    Ok(new)
}

fn repeat_here(vm: &mut Vm<'_>, place: Held, len: usize, total: usize) -> Result {
    let list = vm.heap.held(place);
    if total > len {
        let made = vm.heap.list_reserve(list, total);
        let list = vm.grant_memory(made)?;
        let at = first_item(vm, list);
        fill_words(vm, at, len, total);
        vm.heap.set_len_word(list, total);
        return Ok(list);
    }
    vm.heap.set_list_len(list, total);
    Ok(list)
}

fn repeat_bytes(vm: &mut Vm<'_>, place: Held, len: usize, total: usize, kind: Type) -> Result {
    if kind == Type::Bytes && total == len {
        return Ok(vm.heap.held(place));
    }
    vm.reserve(BYTEARRAY_WORDS + bytes_words(total))?;
    let new = if kind == Type::Bytes { vm.heap.alloc_bytes(total) } else { vm.heap.alloc_buffer(total) };
    if total > 0 {
        copy_bytes(vm, vm.heap.held(place), new, 0, len);
        fill_bytes(vm, (new.offset() + 2) * 8, len, total);
    }
    if kind == Type::Bytes { Ok(new) } else { Ok(vm.heap.alloc_bytearray(new, total)) }
}

fn repeat_bytes_here(vm: &mut Vm<'_>, place: Held, len: usize, total: usize) -> Result {
    let array = vm.heap.held(place);
    if total == len {
        return Ok(array);
    }
    super::store::check_exports(vm, array)?;
    let made = vm.heap.resize_bytearray(vm.heap.held(place), total);
    let array = vm.grant_memory(made)?;
    if total > len {
        let storage = vm.heap.field(array, 3);
        fill_bytes(vm, (storage.offset() + 2) * 8, len, total);
    }
    Ok(array)
}
