//! Module `_struct`: `pack`, `unpack` and friends over the formats of [`structfmt`](crate::structfmt).
//!
//! Values that only Python code can convert (`__index__`, `__float__`, truth of instances) are converted by frozen code,
//! which then calls again. Errors that are `struct.error` are raised by frozen code, as the class lives there.

use crate::argument::{forward, forward_text, integer, wrong_type};
use crate::structfmt::{self, Code, Cursor, ErrorClass, Item, Layout, StructError, Takes};
use hognose_vm::heap::Kind;
use hognose_vm::native::{Args, Def, MANY, ModuleDef, Result, Trap};
use hognose_vm::num::bigint::{self, Int};
use hognose_vm::object::bytes::bytes_words;
use hognose_vm::object::tuple::tuple_words;
use hognose_vm::types::Type;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_struct",
    attributes: &[
        Def::function("calcsize", calcsize, 1, 1),
        Def::function("kinds", kinds, 1, 1),
        Def::function("pack", pack, 0, MANY),
        Def::function("pack_into", pack_into, 0, MANY),
        Def::function("rounds", rounds, 2, 2),
        Def::function("unpack", unpack, 2, 2),
        Def::keywords("unpack_from", unpack_from, 1, 3),
    ],
    types: &[],
    notes: &[],
    doc: "",
};

/// Module `struct`: its classes are made when they are first read.
pub static STRUCT: ModuleDef = ModuleDef {
    name: "struct",
    attributes: &[
        Def::frozen_object("Struct", &"_struct_class"),
        Def::frozen_object("__all__", &"_struct_all"),
        Def::library("calcsize", &"_struct"),
        Def::frozen_object("error", &"_struct_error"),
        Def::frozen("iter_unpack", &"_struct_iter_unpack"),
        Def::library("pack", &"_struct"),
        Def::library("pack_into", &"_struct"),
        Def::library("unpack", &"_struct"),
        Def::library("unpack_from", &"_struct"),
    ],
    types: &[],
    notes: &[],
    doc: "",
};

/// Raises a fault of a format or of what does not fit it.
#[cold]
fn fail(vm: &mut Vm<'_>, error: StructError) -> Trap {
    if error.class() == ErrorClass::Overflow {
        return vm.raise_with(Type::OverflowError, |_, out| write!(out, "{error}"));
    }
    let mut message = hognose_vm::interp::Message::default();
    let _ = core::fmt::Write::write_fmt(&mut message, format_args!("{error}"));
    forward_text(vm, "_struct_fail", core::str::from_utf8(message.as_bytes()).unwrap_or(""))
}

/// The format of a call, checked.
fn layout(vm: &mut Vm<'_>, args: Args) -> Result<Layout> {
    let format = vm.unwrap(args.get(vm, 0));
    if args.is_empty() {
        return Err(vm.raise(Type::TypeError, "missing format argument"));
    }
    if vm.heap.is_str(format) && !vm.heap.is_ascii(format) {
        return Err(forward(vm, "_struct_bad_format", args));
    }
    if !vm.heap.is_str(format) && !vm.heap.is_kind(format, Kind::Bytes) {
        return Err(wrong_type(vm, "Struct() argument 1 must be a str or bytes object, not ", format, ""));
    }
    let layout = with_format(vm, args, Layout::read);
    layout.map_err(|error| fail(vm, error))
}

fn with_format<T>(vm: &Vm<'_>, args: Args, read: impl FnOnce(&[u8]) -> T) -> T {
    let format = vm.unwrap(args.get(vm, 0));
    if vm.heap.is_str(format) { read(&vm.heap.text(format)) } else { read(vm.heap.blob(format)) }
}

fn calcsize(vm: &mut Vm<'_>, args: Args) -> Result {
    let layout = layout(vm, args)?;
    integer(vm, layout.size as i64)
}

/// `kinds(format)`: one letter a value, `i` for ints, `f` for floats, `?` for truths, `s` for bytes.
fn kinds(vm: &mut Vm<'_>, args: Args) -> Result {
    let layout = layout(vm, args)?;
    let n = usize::try_from(layout.items).unwrap_or(usize::MAX);
    vm.charge(n);
    let format = vm.unwrap(args.get(vm, 0));
    let format = vm.heap.hold(format);
    let out = vm.growing(n.min(1 << 30))?;
    let mut cursor = with_held(vm, format, Cursor::new);
    for _ in 0..n {
        let Some(item) = with_held(vm, format, |text| cursor.next(text, &layout)) else { break };
        let letter: &[u8] = match item.code.takes() {
            Takes::Int => b"i",
            Takes::Float => b"f",
            Takes::Truth => b"?",
            Takes::Bytes => b"s",
        };
        out.put(vm, letter)?;
    }
    Ok(out.text(vm))
}

fn with_held<T>(vm: &Vm<'_>, held: hognose_vm::heap::Held, read: impl FnOnce(&[u8]) -> T) -> T {
    let format = vm.heap.held(held);
    if vm.heap.is_str(format) { read(&vm.heap.text(format)) } else { read(vm.heap.blob(format)) }
}

/// What a value is to a format.
enum Given {
    /// A number or truth.
    Plain(structfmt::Value<'static>),
    /// Bytes, in the value itself.
    Bytes,
    /// Only Python code can tell.
    Python,
}

fn given(vm: &Vm<'_>, value: Value, code: Code) -> Given {
    let inner = vm.unwrap(value);
    let other = if vm.heap.is_kind(inner, Kind::Instance) {
        Given::Python
    } else {
        Given::Plain(structfmt::Value::Other)
    };
    match code.takes() {
        Takes::Int => match vm.heap.int_parts(inner) {
            Some(parts) => {
                let extreme = if parts.negative() { i128::MIN } else { i128::MAX };
                Given::Plain(structfmt::Value::Int(
                    bigint::to_i128(Int::new(parts.negative(), parts.limbs())).unwrap_or(extreme),
                ))
            }
            None => other,
        },
        Takes::Float => match inner.as_float() {
            Some(x) => Given::Plain(structfmt::Value::Float(x)),
            None => match vm.heap.int_parts(inner) {
                Some(parts) => {
                    Given::Plain(match bigint::to_f64(Int::new(parts.negative(), parts.limbs())) {
                        Some(x) => structfmt::Value::Float(x),
                        None => structfmt::Value::Other,
                    })
                }
                None => other,
            },
        },
        Takes::Truth => match truth(vm, value) {
            Some(truth) => Given::Plain(structfmt::Value::Bool(truth)),
            None => Given::Python,
        },
        Takes::Bytes => match vm.heap.kind(inner) {
            Kind::Bytes => Given::Bytes,
            Kind::ByteArray if code.letter() != 'c' => Given::Bytes,
            _ => Given::Plain(structfmt::Value::Other),
        },
    }
}

fn truth(vm: &Vm<'_>, value: Value) -> Option<bool> {
    if let Some(n) = value.as_index() {
        return Some(n != 0);
    }
    if let Some(x) = value.as_float() {
        return Some(x != 0.0);
    }
    if value.is_none() {
        return Some(false);
    }
    if vm.heap.is_str(value) {
        return Some(value != Value::EMPTY_STR);
    }
    match vm.heap.kind(value) {
        Kind::List | Kind::Tuple => Some(!vm.heap.items(value).is_empty()),
        Kind::Dict | Kind::Set | Kind::FrozenSet => Some(vm.heap.dict_len(value) != 0),
        Kind::Bytes | Kind::ByteArray => Some(!vm.bytes_of(value).is_empty()),
        Kind::BigInt => Some(true),
        _ => None,
    }
}

/// Puts the values from argument `first` on into an object, `start` bytes behind its start. None: a value needs Python.
fn put_values(
    vm: &mut Vm<'_>,
    args: Args,
    first: usize,
    layout: &Layout,
    target: Value,
    start: usize,
) -> Result<Option<()>> {
    let mut cursor = with_format(vm, args, Cursor::new);
    for i in first..args.len() {
        let Some(item) = with_format(vm, args, |format| cursor.next(format, layout)) else { break };
        let value = args.get(vm, i);
        let at = start + item.offset as usize;
        let done = match given(vm, value, item.code) {
            Given::Python => return Ok(None),
            Given::Plain(plain) => match slot(vm, target, at, item.size as usize) {
                Some(out) => structfmt::pack(layout, item, plain, out),
                None => Ok(()),
            },
            Given::Bytes => put_bytes(vm, item, value, target, at),
        };
        if let Err(error) = done {
            return Err(fail(vm, error));
        }
    }
    Ok(Some(()))
}

/// `n` bytes of a bytes object that is being made, or of a buffer.
fn slot<'a>(vm: &'a mut Vm<'_>, target: Value, at: usize, n: usize) -> Option<&'a mut [u8]> {
    if vm.heap.is_kind(target, Kind::Bytes) {
        vm.heap.blob_mut(target).get_mut(at..at + n)
    } else {
        vm.bytes_of_mut(target)?.get_mut(at..at + n)
    }
}

/// `c`, `s` and `p`.
fn put_bytes(
    vm: &mut Vm<'_>,
    item: Item,
    from: Value,
    target: Value,
    at: usize,
) -> core::result::Result<(), StructError> {
    let len = vm.bytes_of(from).len();
    let (mut at, mut room) = (at, item.size as usize);
    match item.code.letter() {
        'c' if len != 1 => return Err(StructError::NotChar),
        'p' if room > 0 => {
            let shown = len.min(room - 1).min(255) as u8;
            if let Some(out) = slot(vm, target, at, 1) {
                out[0] = shown;
            }
            at += 1;
            room -= 1;
        }
        _ => {}
    }
    // Both lie in the block: through a small buffer.
    let mut done = 0;
    let mut buffer = [0; 64];
    let n = len.min(room);
    while done < n {
        let part = (n - done).min(buffer.len());
        buffer[..part].copy_from_slice(vm.bytes_of(from).get(done..done + part).unwrap_or(&[0; 64][..part]));
        if let Some(out) = slot(vm, target, at + done, part) {
            out.copy_from_slice(&buffer[..part]);
        }
        done += part;
    }
    if let Some(rest) = slot(vm, target, at + n, room - n) {
        rest.fill(0);
    }
    Ok(())
}

fn pack(vm: &mut Vm<'_>, args: Args) -> Result {
    let layout = layout(vm, args)?;
    if let Err(error) = layout.check_items("pack", args.len() as u64 - 1) {
        return Err(fail(vm, error));
    }
    let size = usize::try_from(layout.size).unwrap_or(usize::MAX).min(u32::MAX as usize);
    vm.charge(args.len() + size / 8);
    vm.reserve(bytes_words(size))?;
    let made = vm.heap.alloc_bytes(size);
    match put_values(vm, args, 1, &layout, made, 0)? {
        Some(()) => Ok(made),
        None => Err(forward(vm, "_struct_pack", args)),
    }
}

/// The offset of a call; None when only Python code can tell.
fn offset(vm: &mut Vm<'_>, value: Value) -> Result<Option<i64>> {
    let inner = vm.unwrap(value);
    if let Some(n) = vm.heap.as_i64(inner) {
        return Ok(Some(n));
    }
    if vm.heap.is_integer(inner) {
        return Err(vm.raise(Type::IndexError, "cannot fit 'int' into an index-sized integer"));
    }
    Ok(None)
}

fn pack_into(vm: &mut Vm<'_>, args: Args) -> Result {
    let layout = layout(vm, args)?;
    if args.len() < 3 {
        let what = if args.len() == 2 {
            "pack_into expected offset argument"
        } else {
            "pack_into expected buffer argument"
        };
        return Err(forward_text(vm, "_struct_fail", what));
    }
    if let Err(error) = layout.check_items("pack_into", args.len() as u64 - 3) {
        return Err(fail(vm, error));
    }
    let (target, place) = (args.get(vm, 1), args.get(vm, 2));
    if vm.bytes_of_mut(target).is_none() {
        return Err(wrong_type(vm, "argument must be read-write bytes-like object, not ", target, ""));
    }
    let Some(place) = offset(vm, place)? else { return Err(forward(vm, "_struct_pack_into", args)) };
    let start = match layout.place(true, place, vm.bytes_of(target).len() as u64) {
        Ok(start) => start as usize,
        Err(error) => return Err(fail(vm, error)),
    };
    vm.charge(args.len() + layout.size as usize / 8);
    if let Some(out) = slot(vm, target, start, layout.size as usize) {
        out.fill(0);
    }
    match put_values(vm, args, 3, &layout, target, start)? {
        Some(()) => Ok(Value::NONE),
        None => Err(forward(vm, "_struct_pack_into", args)),
    }
}

/// A tuple of the values at a place of a buffer that is argument 1.
fn take_values(vm: &mut Vm<'_>, args: Args, buffer: Value, layout: &Layout, start: usize) -> Result {
    let n = layout.items as usize;
    vm.charge(n);
    let buffer = vm.heap.hold(buffer);
    vm.reserve(tuple_words(n))?;
    let tuple = vm.heap.alloc_tuple(n);
    let tuple = vm.heap.hold(tuple);
    let mut cursor = with_format(vm, args, Cursor::new);
    for i in 0..n {
        let Some(item) = with_format(vm, args, |format| cursor.next(format, layout)) else { break };
        let at = start + item.offset as usize;
        let source = vm.heap.held(buffer);
        let bytes = vm.bytes_of(source).get(at..at + item.size as usize).unwrap_or(&[]);
        let value = match structfmt::unpack(layout, item, bytes) {
            structfmt::Value::Int(n) if Value::fits(n.clamp(i64::MIN.into(), i64::MAX.into()) as i64) => {
                Value::int(n as i64)
            }
            structfmt::Value::Int(n) => match i64::try_from(n) {
                Ok(n) => integer(vm, n)?,
                Err(_) => {
                    let made = vm.heap.new_uint(n as u64);
                    vm.grant_memory(made)?
                }
            },
            structfmt::Value::Float(x) => Value::float(x),
            structfmt::Value::Bool(truth) => Value::bool(truth),
            structfmt::Value::Bytes(found) => {
                let skip = usize::from(item.code.letter() == 'p' && !bytes.is_empty());
                let (from, to) = (at + skip, at + skip + found.len());
                vm.new_bytes_part(buffer, from, to)?
            }
            structfmt::Value::Other => Value::NONE,
        };
        let tuple = vm.heap.held(tuple);
        vm.heap.set_item(tuple, i, value);
    }
    Ok(vm.heap.held(tuple))
}

#[cold]
fn no_buffer(vm: &mut Vm<'_>, value: Value) -> Trap {
    wrong_type(vm, "a bytes-like object is required, not '", value, "'")
}

fn unpack(vm: &mut Vm<'_>, args: Args) -> Result {
    let layout = layout(vm, args)?;
    let buffer = args.get(vm, 1);
    if !vm.has_bytes(buffer) {
        return Err(no_buffer(vm, buffer));
    }
    if let Err(error) = layout.check_unpack(vm.bytes_of(buffer).len() as u64) {
        return Err(fail(vm, error));
    }
    take_values(vm, args, buffer, &layout, 0)
}

/// `unpack_from(format, /, buffer, offset=0)`
fn unpack_from(vm: &mut Vm<'_>, args: Args) -> Result {
    let (mut buffer, mut place) = (args.get(vm, 1), args.get(vm, 2));
    for i in 0..args.keyword_count() {
        let name = args.keyword_name(vm, i);
        let value = args.keyword_value(vm, i);
        match &*vm.heap.text(name) {
            b"buffer" if buffer.is_unbound() => buffer = value,
            b"offset" if place.is_unbound() => place = value,
            _ => return Err(forward(vm, "_struct_unpack_from", args)),
        }
    }
    if buffer.is_unbound() {
        return Err(forward(vm, "_struct_unpack_from", args));
    }
    let place = if place.is_unbound() { Value::int(0) } else { place };
    let layout = layout(vm, args)?;
    if !vm.has_bytes(buffer) {
        return Err(no_buffer(vm, buffer));
    }
    let Some(place) = offset(vm, place)? else { return Err(forward(vm, "_struct_unpack_from", args)) };
    match layout.place(false, place, vm.bytes_of(buffer).len() as u64) {
        Ok(start) => take_values(vm, args, buffer, &layout, start as usize),
        Err(error) => Err(fail(vm, error)),
    }
}

/// `rounds(format, buffer)`: how often the format is in the buffer, for `iter_unpack`.
fn rounds(vm: &mut Vm<'_>, args: Args) -> Result {
    let layout = layout(vm, args)?;
    let buffer = args.get(vm, 1);
    if !vm.has_bytes(buffer) {
        return Err(no_buffer(vm, buffer));
    }
    let len = vm.bytes_of(buffer).len() as u64;
    match layout.check_iter(len) {
        Ok(()) => integer(vm, (len / layout.size) as i64),
        Err(error) => Err(fail(vm, error)),
    }
}
