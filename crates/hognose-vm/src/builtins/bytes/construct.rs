//! `bytes(...)`, `bytearray(...)`, `decode`

use super::super::string::{decode_value, encode_value};
use super::super::text::{Index, Parameters, Parts, bytes_count, index_of, new_of};
use super::{buffer, make_like};
use crate::builtins::operator::ask;
use crate::heap::Kind;
use crate::names;
use crate::native::{Args, Result};
use crate::object::bytes::BYTEARRAY_WORDS;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

static BYTES: Parameters<3> =
    Parameters { function: "bytes", names: ["source", "encoding", "errors"], required: 0, positional: 3 };
static BYTEARRAY: Parameters<3> =
    Parameters { function: "bytearray", names: ["source", "encoding", "errors"], required: 0, positional: 3 };
static DECODE: Parameters<2> =
    Parameters { function: "decode", names: ["encoding", "errors"], required: 0, positional: 2 };

/// `bytes(...)`
pub fn bytes(vm: &mut Vm<'_>, args: Args) -> Result {
    construct(vm, args, Parts::Bytes)
}

/// `bytearray(...)`
pub fn bytearray(vm: &mut Vm<'_>, args: Args) -> Result {
    construct(vm, args, Parts::ByteArray)
}

fn construct(vm: &mut Vm<'_>, args: Args, kind: Parts) -> Result {
    let array = kind == Parts::ByteArray;
    let table = if array { &BYTEARRAY } else { &BYTES };
    let bound = table.bind(vm, args, 0)?;
    let (source, encoding, errors) = (bound.get(vm, 0), bound.get(vm, 1), bound.get(vm, 2));
    let text = vm.unwrap(source);
    if !encoding.is_unbound() || !errors.is_unbound() {
        for (i, name) in [(1, "encoding"), (2, "errors")] {
            let value = bound.get(vm, i);
            if !value.is_unbound() && !vm.heap.is_str(vm.unwrap(value)) {
                return Err(vm.raise_with(Type::TypeError, |vm, out| {
                    write!(out, "{}() argument '{name}' must be str, not ", table.function)?;
                    super::super::text::write_given(vm, value, out)
                }));
            }
        }
        if !vm.heap.is_str(text) {
            return Err(vm.raise(
                Type::TypeError,
                if encoding.is_unbound() {
                    "errors without a string argument"
                } else {
                    "encoding without a string argument"
                },
            ));
        }
        if encoding.is_unbound() {
            return Err(vm.raise(Type::TypeError, "string argument without an encoding"));
        }
        let made = encode_value(vm, table.function, text, encoding, errors)?;
        return of_bytes(vm, made, kind);
    }
    if source.is_unbound() {
        vm.reserve(kind.words(0))?;
        return Ok(make_like(vm, kind, 0, |_, _| {}));
    }
    let frozen = if array { "_bytearray_from" } else { "_bytes_from" };
    if vm.heap.is_str(text) {
        let class = vm.type_of(source);
        if !array && vm.is_user_object(source) && vm.find_user(class, names::DUNDER_BYTES).is_some() {
            return Err(ask(vm, frozen, &[source]));
        }
        return Err(vm.raise(Type::TypeError, "string argument without an encoding"));
    }
    if vm.is_user_object(source) {
        // A class may say what its bytes or items are, its payload aside.
        let class = vm.type_of(source);
        let names: &[Value] = if array {
            &[names::DUNDER_INDEX, names::DUNDER_ITER]
        } else {
            &[names::DUNDER_BYTES, names::DUNDER_INDEX, names::DUNDER_ITER]
        };
        for &name in names {
            let overrides = name != names::DUNDER_ITER || buffer_kind(vm, text).is_none();
            if overrides && vm.find_user(class, name).is_some() {
                return Err(ask(vm, frozen, &[source]));
            }
        }
    }
    if vm.heap.is_kind(text, Kind::MemoryView) {
        let bytes = crate::builtins::memoryview::copy_bytes(vm, text)?;
        return of_bytes(vm, bytes, kind);
    }
    if let Some(bytes) = buffer(vm, source)? {
        return of_bytes(vm, bytes, kind);
    }
    match index_of(vm, source) {
        Index::No => {}
        n => {
            let n = bytes_count(vm, n)?;
            vm.charge(n / 8);
            vm.reserve(kind.words(n))?;
            return Ok(make_like(vm, kind, n, |_, _| {}));
        }
    }
    if matches!(vm.heap.kind(text), Kind::List | Kind::Tuple) && text == source {
        if let Some(made) = of_items(vm, text, kind)? {
            return Ok(made);
        }
    }
    let source = bound.get(vm, 0);
    let class = vm.type_of(source);
    let iterable = vm.find_in_type(class, names::DUNDER_ITER).is_some()
        || vm.find_in_type(class, names::DUNDER_GETITEM).is_some()
        || matches!(
            vm.heap.kind(source),
            Kind::Iter | Kind::Generator | Kind::Set | Kind::FrozenSet | Kind::Dict
        );
    if !iterable {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("cannot convert '")?;
            vm.write_type_name(source, out)?;
            write!(out, "' object to {}", table.function)
        }));
    }
    let source = bound.get(vm, 0);
    Err(ask(vm, frozen, &[source]))
}

fn buffer_kind(vm: &Vm<'_>, value: Value) -> Option<Kind> {
    Some(vm.heap.kind(value)).filter(|kind| matches!(kind, Kind::Bytes | Kind::ByteArray | Kind::MemoryView))
}

/// A copy of bytes; bytes themselves for bytes.
fn of_bytes(vm: &mut Vm<'_>, bytes: Value, kind: Parts) -> Result {
    if kind == Parts::Bytes && vm.heap.is_kind(bytes, Kind::Bytes) {
        return Ok(bytes);
    }
    let n = vm.heap.bytes_like(bytes).map_or(0, <[u8]>::len);
    vm.charge(n / 8);
    let place = vm.heap.hold(bytes);
    vm.reserve(kind.words(n))?;
    let bytes = vm.heap.held(place);
    vm.heap.release(place);
    Ok(make_like(vm, kind, n, |view, out| out.copy_from_slice(view.bytes(bytes))))
}

/// The bytes of a list or tuple of ints; None when an `__index__` must be called.
fn of_items(vm: &mut Vm<'_>, items: Value, kind: Parts) -> Result<Option<Value>> {
    let n = vm.heap.items(items).len();
    vm.charge(n);
    let place = vm.heap.hold(items);
    vm.reserve(kind.words(n))?;
    let items = vm.heap.held(place);
    vm.heap.release(place);
    for i in 0..n {
        let item = vm.heap.items(items).get(i).map_or(Value::NONE, |&word| Value(word));
        match index_of(vm, item) {
            Index::Value(n) if u8::try_from(n).is_ok() => {}
            Index::Ask => return Ok(None),
            Index::No => return Err(super::super::text::not_an_integer(vm, item)),
            _ => {
                return Err(vm.raise(
                    Type::ValueError,
                    if kind == Parts::ByteArray {
                        "byte must be in range(0, 256)"
                    } else {
                        "bytes must be in range(0, 256)"
                    },
                ));
            }
        }
    }
    let made = make_like(vm, kind, n, |_, _| {});
    for i in 0..n {
        let item = vm.heap.items(items).get(i).map_or(Value::NONE, |&word| Value(word));
        let byte = vm.unwrap(item).as_index().unwrap_or(0) as u8;
        let out = if kind == Parts::ByteArray { vm.heap.bytearray_mut(made) } else { vm.heap.blob_mut(made) };
        if let Some(place) = out.get_mut(i) {
            *place = byte;
        }
    }
    Ok(Some(made))
}

/// `bytes.__new__`
pub fn new_bytes(vm: &mut Vm<'_>, args: Args) -> Result {
    new_of(vm, args, Type::Bytes, bytes)
}

/// `bytearray.__new__`: empty, `__init__` fills it.
pub fn new_bytearray(vm: &mut Vm<'_>, args: Args) -> Result {
    new_of(vm, args, Type::ByteArray, |vm, _| {
        vm.reserve(BYTEARRAY_WORDS)?;
        Ok(vm.heap.alloc_bytearray(Value::NULL, 0))
    })
}

/// `bytearray.__init__`
pub fn init(vm: &mut Vm<'_>, args: Args) -> Result {
    let made = match bytearray(vm, args.skip(1)) {
        Ok(made) => made,
        Err(crate::native::Trap::Call) => {
            let function = vm.frozen_function("_bytearray_init")?;
            return Err(vm.tail_forward(function, args));
        }
        Err(trap) => return Err(trap),
    };
    let target = vm.unwrap(args.get(vm, 0));
    fill(vm, target, made)
}

/// Gives a bytearray the content of a fresh one.
pub(crate) fn fill(vm: &mut Vm<'_>, target: Value, made: Value) -> Result {
    if !vm.heap.is_kind(target, Kind::ByteArray) || !vm.heap.is_kind(made, Kind::ByteArray) {
        return Err(vm.raise(Type::TypeError, "not a bytearray"));
    }
    let mark = vm.heap.held_mark();
    let (t, m) = (vm.heap.hold(target), vm.heap.hold(made));
    crate::builtins::memoryview::check_exports(vm, target)?;
    let (target, made) = (vm.heap.held(t), vm.heap.held(m));
    vm.heap.release_to(mark);
    let (storage, n) = (vm.heap.field(made, 3), vm.heap.bytearray(made).len());
    vm.heap.set_field(target, 3, storage);
    vm.heap.set_len_word(target, n);
    Ok(Value::NONE)
}

/// `__bytes__`
pub fn itself(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(args.get(vm, 0))
}

/// `decode`
pub fn decode(vm: &mut Vm<'_>, args: Args) -> Result {
    let bound = DECODE.bind(vm, args, 1)?;
    let (encoding, errors) = (bound.get(vm, 0), bound.get(vm, 1));
    let data = args.get(vm, 0);
    decode_value(vm, "decode", data, encoding, errors)
}
