//! `sequence[index] = value` and `del sequence[index]` of lists and bytearrays.

use super::index::{Bounds, Index, bounds, has_index, index_of};
use super::item::{bad_index, first_item, place};
use crate::builtins::text;
use crate::heap::Kind;
use crate::native::{Args, Result};
use crate::object::bytes::bytes_words;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

pub(crate) use crate::builtins::memoryview::check_exports;

/// What an index means for storing.
enum Where {
    At(usize),
    Slice(Bounds),
    /// Python code must be asked.
    Ask,
}

fn locate(vm: &mut Vm<'_>, sequence: Value, index: Value, len: usize, range_error: &str) -> Result<Where> {
    if vm.heap.is_kind(index, Kind::Slice) {
        return Ok(match bounds(vm, index, len)? {
            Some(b) => Where::Slice(b),
            None => Where::Ask,
        });
    }
    match index_of(vm, index) {
        Index::At(i) => match place(i, len) {
            Some(at) => Ok(Where::At(at)),
            None => Err(vm.raise(Type::IndexError, range_error)),
        },
        Index::Far(_) => Err(vm.raise(Type::IndexError, "cannot fit 'int' into an index-sized integer")),
        Index::Other if has_index(vm, index) => Ok(Where::Ask),
        Index::Other => {
            let kind = vm.builtin_type_of(sequence);
            Err(bad_index(vm, kind, index))
        }
    }
}

/// `args[0][args[1]] = args[2]` of a list or bytearray; a slice takes a list or tuple (bytes-like for bytearrays).
/// False: Python code is needed first, to make plain what the arguments are.
pub(crate) fn set_item(vm: &mut Vm<'_>, args: Args) -> Result<bool> {
    let (sequence, index) = (args.get(vm, 0), args.get(vm, 1));
    if vm.heap.is_kind(sequence, Kind::List) {
        let len = vm.heap.list_len(sequence);
        return match locate(vm, sequence, index, len, "list assignment index out of range")? {
            Where::At(at) => {
                let (list, value) = (args.get(vm, 0), args.get(vm, 2));
                vm.heap.set_list_item(list, at, value);
                Ok(true)
            }
            Where::Slice(b) => set_list_slice(vm, args, b),
            Where::Ask => Ok(false),
        };
    }
    if matches!(index_of(vm, index), Index::At(_)) && byte_of(vm, args.get(vm, 2))?.is_none() {
        // The value is looked at before the place.
        return Ok(false);
    }
    let len = vm.heap.bytearray(sequence).len();
    match locate(vm, sequence, index, len, "bytearray index out of range")? {
        Where::At(at) => {
            let Some(byte) = byte_of(vm, args.get(vm, 2))? else { return Ok(false) };
            let array = args.get(vm, 0);
            if let Some(place) = vm.heap.bytearray_mut(array).get_mut(at) {
                *place = byte;
            }
            Ok(true)
        }
        Where::Slice(b) => set_bytes_slice(vm, args, b),
        Where::Ask => Ok(false),
    }
}

/// A value as a byte; None: its `__index__` must be called.
pub(crate) fn byte_of(vm: &mut Vm<'_>, value: Value) -> Result<Option<u8>> {
    match index_of(vm, value) {
        Index::At(n) => match u8::try_from(n) {
            Ok(byte) => Ok(Some(byte)),
            Err(_) => Err(vm.raise(Type::ValueError, "byte must be in range(0, 256)")),
        },
        Index::Far(_) => Err(vm.raise(Type::ValueError, "byte must be in range(0, 256)")),
        Index::Other if has_index(vm, value) => Ok(None),
        Index::Other => Err(super::index::not_an_integer(vm, value)),
    }
}

fn wrong_size(vm: &mut Vm<'_>, what: &str, given: usize, wanted: usize) -> crate::native::Trap {
    vm.raise_with(Type::ValueError, |_, out| {
        write!(out, "attempt to assign {what} of size {given} to extended slice of size {wanted}")
    })
}

fn set_list_slice(vm: &mut Vm<'_>, args: Args, b: Bounds) -> Result<bool> {
    let (list, value) = (args.get(vm, 0), args.get(vm, 2));
    if !matches!(vm.heap.kind(value), Kind::List | Kind::Tuple) || list == value {
        return Ok(false);
    }
    let n = vm.heap.items(value).len();
    vm.charge(n);
    if b.step != 1 {
        if n != b.len {
            return Err(wrong_size(vm, "sequence", n, b.len));
        }
        let (from, to) = (first_item(vm, value), first_item(vm, list));
        for i in 0..n {
            vm.heap.mem[to + b.at(i)] = vm.heap.mem[from + i];
        }
        return Ok(true);
    }
    let list = replace(vm, args, b.start as usize, b.len, n)?;
    let value = args.get(vm, 2);
    if n > 0 {
        let (from, to) = (first_item(vm, value), first_item(vm, list) + b.start as usize);
        vm.heap.mem.copy_within(from..from + n, to);
    }
    Ok(true)
}

/// Makes place for `n` items instead of `old` ones from `start` on in the list `args[0]`; gives the list.
fn replace(vm: &mut Vm<'_>, args: Args, start: usize, old: usize, n: usize) -> Result {
    let list = args.get(vm, 0);
    let len = vm.heap.list_len(list);
    let tail = len - start - old;
    vm.charge(tail / 4);
    let list = if n > old {
        let made = vm.heap.list_reserve(list, len + n - old);
        vm.grant_memory(made)?
    } else {
        list
    };
    if n != old {
        let at = first_item(vm, list) + start;
        vm.heap.mem.copy_within(at + old..at + old + tail, at + n);
        if n > old {
            vm.heap.set_len_word(list, len + n - old);
        } else {
            vm.heap.set_list_len(list, len + n - old);
        }
    }
    Ok(list)
}

fn set_bytes_slice(vm: &mut Vm<'_>, args: Args, b: Bounds) -> Result<bool> {
    let value = args.get(vm, 2);
    if !matches!(vm.heap.kind(value), Kind::Bytes | Kind::ByteArray) || value == args.get(vm, 0) {
        return Ok(false);
    }
    let n = vm.heap.bytes_like(value).map_or(0, <[u8]>::len);
    vm.charge(n / 8);
    if b.step != 1 {
        if n == 0 {
            delete_bytes(vm, args, b)?;
            return Ok(true);
        }
        if n != b.len {
            return Err(wrong_size(vm, "bytes", n, b.len));
        }
        for i in 0..n {
            let byte = vm.heap.bytes_like(args.get(vm, 2)).map_or(0, |bytes| bytes[i]);
            let array = args.get(vm, 0);
            vm.heap.bytearray_mut(array)[b.at(i)] = byte;
        }
        return Ok(true);
    }
    let array = resize_bytes(vm, args, b.start as usize, b.len, n)?;
    let value = args.get(vm, 2);
    let storage = vm.heap.field(array, 3);
    if storage.is_object() {
        super::concat::copy_bytes(vm, value, storage, b.start as usize, n);
    }
    Ok(true)
}

/// Makes place for `n` bytes instead of `old` ones from `start` on in the bytearray `args[0]`; gives it.
fn resize_bytes(vm: &mut Vm<'_>, args: Args, start: usize, old: usize, n: usize) -> Result {
    let array = args.get(vm, 0);
    if n == old {
        return Ok(array);
    }
    check_exports(vm, array)?;
    let array = args.get(vm, 0);
    let len = vm.heap.bytearray(array).len();
    vm.charge((len - start) / 32);
    let array = if n > old {
        let made = vm.heap.resize_bytearray(array, len + n - old);
        vm.grant_memory(made)?
    } else {
        array
    };
    vm.heap.bytearray_mut(array).copy_within(start + old..len, start + n);
    if n < old {
        let made = vm.heap.resize_bytearray(array, len + n - old);
        return vm.grant_memory(made);
    }
    Ok(array)
}

/// `del args[0][args[1]]` of a list or bytearray. False: Python code is needed first.
pub(crate) fn delete_item(vm: &mut Vm<'_>, args: Args) -> Result<bool> {
    let (sequence, index) = (args.get(vm, 0), args.get(vm, 1));
    let is_list = vm.heap.is_kind(sequence, Kind::List);
    let (len, text) = if is_list {
        (vm.heap.list_len(sequence), "list assignment index out of range")
    } else {
        (vm.heap.bytearray(sequence).len(), "bytearray index out of range")
    };
    let b = match locate(vm, sequence, index, len, text)? {
        Where::At(at) => Bounds { start: at as i64, stop: at as i64 + 1, step: 1, len: 1 },
        Where::Slice(b) => b.rising(),
        Where::Ask => return Ok(false),
    };
    if is_list {
        delete_items(vm, args, b)?
    } else {
        delete_bytes(vm, args, b)?
    }
    Ok(true)
}

fn delete_items(vm: &mut Vm<'_>, args: Args, b: Bounds) -> Result<()> {
    if b.len == 0 {
        return Ok(());
    }
    if b.step == 1 {
        replace(vm, args, b.start as usize, b.len, 0)?;
        return Ok(());
    }
    let list = args.get(vm, 0);
    let len = vm.heap.list_len(list);
    vm.charge(len / 2);
    let at = first_item(vm, list);
    // Each run between two deleted items moves down once.
    let mut to = at + b.at(0);
    for i in 0..b.len {
        let from = at + b.at(i) + 1;
        let end = if i + 1 < b.len { at + b.at(i + 1) } else { at + len };
        vm.heap.mem.copy_within(from..end, to);
        to += end - from;
    }
    vm.heap.set_list_len(list, len - b.len);
    Ok(())
}

fn delete_bytes(vm: &mut Vm<'_>, args: Args, b: Bounds) -> Result<()> {
    let b = b.rising();
    if b.len == 0 {
        return Ok(());
    }
    if b.step == 1 {
        resize_bytes(vm, args, b.start as usize, b.len, 0)?;
        return Ok(());
    }
    let array = args.get(vm, 0);
    check_exports(vm, array)?;
    let array = args.get(vm, 0);
    let bytes = vm.heap.bytearray_mut(array);
    let len = bytes.len();
    let mut to = b.at(0);
    for i in 0..b.len {
        let from = b.at(i) + 1;
        let end = if i + 1 < b.len { b.at(i + 1) } else { len };
        bytes.copy_within(from..end, to);
        to += end - from;
    }
    let made = vm.heap.resize_bytearray(array, len - b.len);
    vm.grant_memory(made).map(|_| ())
}

/// A copy, as bytes, of what has bytes (bytes, bytearray, contiguous memoryview); None for anything else.
pub(crate) fn bytes_copy(vm: &mut Vm<'_>, args: Args, i: usize) -> Result<Option<Value>> {
    let value = args.get(vm, i);
    if !matches!(vm.heap.kind(value), Kind::Bytes | Kind::ByteArray | Kind::MemoryView) {
        return Ok(None);
    }
    let n = text::raw(vm, value).len();
    vm.reserve(bytes_words(n))?;
    let value = args.get(vm, i);
    Ok(Some(text::make_bytes(&mut vm.heap, n, |view, out| {
        let source = view.bytes(value);
        let n = out.len().min(source.len());
        out[..n].copy_from_slice(&source[..n]);
    })))
}
