//! Methods that change a bytearray.

use super::super::text::{Index, index_of, int_argument, not_an_integer, retry, substring};
use super::{buffer, length};
use crate::builtins::memoryview::check_exports;
use crate::native::{Args, Result, Trap};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;
use hognose_image::isa::BinaryOp;

const KIND: Option<Type> = Some(Type::ByteArray);

/// Argument `i` as a byte.
fn byte(vm: &mut Vm<'_>, args: Args, i: usize, name: &str) -> Result<u8> {
    let value = args.get(vm, i);
    match index_of(vm, value) {
        Index::Value(n) => match u8::try_from(n) {
            Ok(byte) => Ok(byte),
            Err(_) => Err(vm.raise(Type::ValueError, "byte must be in range(0, 256)")),
        },
        Index::Huge(_) => Err(vm.raise(Type::ValueError, "byte must be in range(0, 256)")),
        Index::Ask => Err(retry(vm, args, i, KIND, name)),
        Index::No => Err(not_an_integer(vm, value)),
    }
}

fn resize(vm: &mut Vm<'_>, args: Args, len: usize) -> Result {
    let array = args.get(vm, 0);
    let made = vm.heap.resize_bytearray(array, len);
    vm.grant_memory(made)
}

/// `append`
pub fn append(vm: &mut Vm<'_>, args: Args) -> Result {
    let byte = byte(vm, args, 1, "append")?;
    let n = length(vm, args);
    let array = args.get(vm, 0);
    check_exports(vm, array)?;
    let array = resize(vm, args, n + 1)?;
    if let Some(last) = vm.heap.bytearray_mut(array).last_mut() {
        *last = byte;
    }
    Ok(Value::NONE)
}

/// `insert`
pub fn insert(vm: &mut Vm<'_>, args: Args) -> Result {
    let at = int_argument(vm, args, 1, KIND, "insert")?;
    let byte = byte(vm, args, 2, "insert")?;
    let n = length(vm, args);
    let at = if at < 0 { (at + n as i64).max(0) } else { at.min(n as i64) } as usize;
    let array = args.get(vm, 0);
    check_exports(vm, array)?;
    vm.charge((n - at) / 16);
    let array = resize(vm, args, n + 1)?;
    let bytes = vm.heap.bytearray_mut(array);
    if let Some(rest) = bytes.get_mut(at..) {
        let end = rest.len() - 1;
        rest.copy_within(..end, 1);
        rest[0] = byte;
    }
    Ok(Value::NONE)
}

/// Takes byte `at` out.
fn take(vm: &mut Vm<'_>, args: Args, at: usize) -> Result<u8> {
    let array = args.get(vm, 0);
    check_exports(vm, array)?;
    let array = args.get(vm, 0);
    let bytes = vm.heap.bytearray_mut(array);
    let n = bytes.len();
    let byte = bytes.get(at).copied().unwrap_or(0);
    bytes.copy_within((at + 1).min(n).., at);
    resize(vm, args, n.saturating_sub(1))?;
    Ok(byte)
}

/// `pop`
pub fn pop(vm: &mut Vm<'_>, args: Args) -> Result {
    let at = if args.len() > 1 { int_argument(vm, args, 1, KIND, "pop")? } else { -1 };
    let n = length(vm, args) as i64;
    if n == 0 {
        return Err(vm.raise(Type::IndexError, "pop from empty bytearray"));
    }
    let at = if at < 0 { at + n } else { at };
    if at < 0 || at >= n {
        return Err(vm.raise(Type::IndexError, "pop index out of range"));
    }
    let byte = take(vm, args, at as usize)?;
    Ok(Value::int(byte as i64))
}

/// `remove`
pub fn remove(vm: &mut Vm<'_>, args: Args) -> Result {
    let byte = byte(vm, args, 1, "remove")?;
    let found = crate::text::search::find_byte(vm.heap.bytearray(args.get(vm, 0)), byte);
    match found {
        Some(at) => {
            take(vm, args, at)?;
            Ok(Value::NONE)
        }
        None => Err(vm.raise(Type::ValueError, "value not found in bytearray")),
    }
}

/// `clear`
pub fn clear(vm: &mut Vm<'_>, args: Args) -> Result {
    let array = args.get(vm, 0);
    check_exports(vm, array)?;
    let array = args.get(vm, 0);
    vm.heap.set_field(array, 3, Value::NULL);
    vm.heap.set_len_word(array, 0);
    Ok(Value::NONE)
}

/// `copy`
pub fn copy(vm: &mut Vm<'_>, args: Args) -> Result {
    let n = length(vm, args);
    let array = args.get(vm, 0);
    substring(vm, array, 0, n)
}

/// `reverse`
pub fn reverse(vm: &mut Vm<'_>, args: Args) -> Result {
    vm.charge(length(vm, args) / 8);
    let array = args.get(vm, 0);
    vm.heap.bytearray_mut(array).reverse();
    Ok(Value::NONE)
}

/// `__alloc__`
pub fn alloc(vm: &mut Vm<'_>, args: Args) -> Result {
    let storage = vm.heap.field(args.get(vm, 0), 3);
    let n = if storage.is_object() { vm.heap.blob(storage).len() } else { 0 };
    Ok(Value::int(n as i64))
}

/// `extend`: bytes natively, other iterables by way of a bytearray that frozen code makes.
pub fn extend(vm: &mut Vm<'_>, args: Args) -> Result {
    let more = args.get(vm, 1);
    let Some(more) = buffer(vm, more)? else {
        let function = vm.frozen_function("_bytearray_extend")?;
        return Err(vm.tail_forward(function, args));
    };
    let more_bytes = vm.heap.bytes_like(more).map_or(0, <[u8]>::len);
    if more_bytes == 0 {
        return Ok(Value::NONE);
    }
    args.set(vm, 1, more);
    let array = args.get(vm, 0);
    check_exports(vm, array)?;
    let n = length(vm, args);
    vm.charge(more_bytes / 8);
    let array = resize(vm, args, n + more_bytes)?;
    let more = args.get(vm, 1);
    if more == array {
        vm.heap.bytearray_mut(array).copy_within(..n, n);
        return Ok(Value::NONE);
    }
    let storage = vm.heap.field(array, 3);
    super::super::text::fill_object(&mut vm.heap, storage, n, more_bytes, |view, out| {
        out.copy_from_slice(view.bytes(more).get(..out.len()).unwrap_or(&[]));
    });
    Ok(Value::NONE)
}

fn in_place(vm: &mut Vm<'_>, args: Args, operator: BinaryOp) -> Result {
    let (left, right) = (args.get(vm, 0), args.get(vm, 1));
    let right = if vm.is_user_object(right) { vm.unwrap(right) } else { right };
    match crate::builtins::sequence_binary(vm, operator, true, left, right)? {
        Some(value) => Ok(value),
        None => {
            let (left, right) = (args.get(vm, 0), args.get(vm, 1));
            if operator == BinaryOp::Mul {
                return Err(not_an_integer(vm, right));
            }
            Err(vm.unsupported(operator, true, left, right))
        }
    }
}

/// `__iadd__`
pub fn iadd(vm: &mut Vm<'_>, args: Args) -> Result {
    in_place(vm, args, BinaryOp::Add)
}

/// `__imul__`
pub fn imul(vm: &mut Vm<'_>, args: Args) -> Result {
    in_place(vm, args, BinaryOp::Mul)
}

fn hand_over(vm: &mut Vm<'_>, args: Args, name: &'static str) -> Trap {
    match vm.frozen_function(name) {
        Ok(function) => vm.tail_forward(function, args),
        Err(trap) => trap,
    }
}

/// `__setitem__`: one byte natively, everything else as the instruction does it.
pub fn setitem(vm: &mut Vm<'_>, args: Args) -> Result {
    let (index, value) = (args.get(vm, 1), args.get(vm, 2));
    if let (Some(i), Some(byte)) = (index.as_index(), value.as_index().and_then(|n| u8::try_from(n).ok())) {
        let n = length(vm, args) as i64;
        let at = if i < 0 { i + n } else { i };
        let array = args.get(vm, 0);
        if let Some(place) = usize::try_from(at).ok().and_then(|at| vm.heap.bytearray_mut(array).get_mut(at))
        {
            *place = byte;
            return Ok(Value::NONE);
        }
    }
    Err(hand_over(vm, args, "_setitem"))
}

/// `__delitem__`
pub fn delitem(vm: &mut Vm<'_>, args: Args) -> Result {
    Err(hand_over(vm, args, "_delitem"))
}
