//! `bytes` and `bytearray`: their tables, and what their methods share.

mod construct;
mod find;
mod hex;
mod join;
mod layout;
mod mutate;
mod split;
mod strip;
mod translate;

pub(crate) use construct::fill;
pub(crate) use hex::hex;

use super::memoryview::copy_bytes;
use super::text::special as s;
use super::text::{Parts, View, make_bytes, repr_method, str_method};
use crate::heap::Kind;
use crate::native::{Args, Def, MANY, Native, Result, Trap};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    match kind {
        Type::ByteArray => BYTEARRAY,
        _ => BYTES,
    }
}

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    match kind {
        Type::ByteArray => wanted!("bytearray", construct::bytearray),
        _ => wanted!("bytes", construct::bytes),
    }
}

static BYTES: &[Def] = defs!["bytes";
    Def::function("__add__", s::concat, 1, 1),
    Def::function("__bytes__", construct::itself, 0, 0),
    Def::function("__contains__", s::contains, 1, 1),
    Def::function("__eq__", s::eq, 1, 1),
    Def::function("__ge__", s::ge, 1, 1),
    Def::function("__getitem__", s::getitem, 1, 1),
    Def::function("__getnewargs__", s::newargs, 0, 0),
    Def::function("__gt__", s::gt, 1, 1),
    Def::function("__hash__", s::hash, 0, 0),
    Def::function("__iter__", s::iter, 0, 0),
    Def::function("__le__", s::le, 1, 1),
    Def::function("__len__", s::len, 0, 0),
    Def::function("__lt__", s::lt, 1, 1),
    Def::function("__mod__", s::percent, 1, 1),
    Def::function("__mul__", s::repeat, 1, 1),
    Def::function("__ne__", s::ne, 1, 1),
    Def::fixed("__new__", construct::new_bytes, 0, MANY),
    Def::function("__repr__", repr_method, 0, 0),
    Def::function("__rmod__", s::rpercent, 1, 1),
    Def::function("__rmul__", s::repeat, 1, 1),
    Def::function("__str__", str_method, 0, 0),
    Def::function("capitalize", layout::capitalize, 0, 0),
    Def::function("center", layout::center, 1, 2),
    Def::function("count", find::count, 0, MANY),
    Def::keywords("decode", construct::decode, 0, MANY),
    Def::function("endswith", find::endswith, 0, MANY),
    Def::keywords("expandtabs", layout::expandtabs, 0, MANY),
    Def::function("find", find::find, 0, MANY),
    Def::class_method("fromhex", hex::fromhex, 1, 1),
    Def::keywords("hex", hex::hex, 0, MANY),
    Def::function("index", find::index, 0, MANY),
    Def::function("isalnum", layout::isalnum, 0, 0),
    Def::function("isalpha", layout::isalpha, 0, 0),
    Def::function("isascii", layout::isascii, 0, 0),
    Def::function("isdigit", layout::isdigit, 0, 0),
    Def::function("islower", layout::islower, 0, 0),
    Def::function("isspace", layout::isspace, 0, 0),
    Def::function("istitle", layout::istitle, 0, 0),
    Def::function("isupper", layout::isupper, 0, 0),
    Def::function("join", join::join, 1, 1),
    Def::function("ljust", layout::ljust, 1, 2),
    Def::function("lower", layout::lower, 0, 0),
    Def::function("lstrip", strip::lstrip, 0, 1),
    Def::fixed("maketrans", translate::maketrans, 0, MANY),
    Def::function("partition", split::partition, 1, 1),
    Def::function("removeprefix", strip::removeprefix, 1, 1),
    Def::function("removesuffix", strip::removesuffix, 1, 1),
    Def::function("replace", strip::replace, 2, 3),
    Def::function("rfind", find::rfind, 0, MANY),
    Def::function("rindex", find::rindex, 0, MANY),
    Def::function("rjust", layout::rjust, 1, 2),
    Def::function("rpartition", split::rpartition, 1, 1),
    Def::keywords("rsplit", split::rsplit, 0, MANY),
    Def::function("rstrip", strip::rstrip, 0, 1),
    Def::keywords("split", split::split, 0, MANY),
    Def::keywords("splitlines", super::string::splitlines, 0, MANY),
    Def::function("startswith", find::startswith, 0, MANY),
    Def::function("strip", strip::strip, 0, 1),
    Def::function("swapcase", layout::swapcase, 0, 0),
    Def::function("title", layout::title, 0, 0),
    Def::keywords("translate", translate::translate, 0, MANY),
    Def::function("upper", layout::upper, 0, 0),
    Def::function("zfill", layout::zfill, 1, 1),
];

static BYTEARRAY: &[Def] = defs!["bytearray";
    Def::function("__add__", s::concat, 1, 1),
    Def::function("__alloc__", mutate::alloc, 0, 0),
    Def::function("__contains__", s::contains, 1, 1),
    Def::function("__delitem__", mutate::delitem, 1, 1),
    Def::function("__eq__", s::eq, 1, 1),
    Def::function("__ge__", s::ge, 1, 1),
    Def::function("__getitem__", s::getitem, 1, 1),
    Def::function("__gt__", s::gt, 1, 1),
    Def::constant("__hash__", |_| Ok(Value::NONE)),
    Def::function("__iadd__", mutate::iadd, 1, 1),
    Def::function("__imul__", mutate::imul, 1, 1),
    Def::keywords("__init__", construct::init, 0, MANY),
    Def::function("__iter__", s::iter, 0, 0),
    Def::function("__le__", s::le, 1, 1),
    Def::function("__len__", s::len, 0, 0),
    Def::function("__lt__", s::lt, 1, 1),
    Def::function("__mod__", s::percent, 1, 1),
    Def::function("__mul__", s::repeat, 1, 1),
    Def::function("__ne__", s::ne, 1, 1),
    Def::fixed("__new__", construct::new_bytearray, 0, MANY),
    Def::function("__repr__", repr_method, 0, 0),
    Def::function("__rmod__", s::rpercent, 1, 1),
    Def::function("__rmul__", s::repeat, 1, 1),
    Def::function("__setitem__", mutate::setitem, 2, 2),
    Def::function("__str__", str_method, 0, 0),
    Def::function("append", mutate::append, 1, 1),
    Def::function("capitalize", layout::capitalize, 0, 0),
    Def::function("center", layout::center, 1, 2),
    Def::function("clear", mutate::clear, 0, 0),
    Def::function("copy", mutate::copy, 0, 0),
    Def::function("count", find::count, 0, MANY),
    Def::keywords("decode", construct::decode, 0, MANY),
    Def::function("endswith", find::endswith, 0, MANY),
    Def::keywords("expandtabs", layout::expandtabs, 0, MANY),
    Def::function("extend", mutate::extend, 1, 1),
    Def::function("find", find::find, 0, MANY),
    Def::class_method("fromhex", hex::fromhex, 1, 1),
    Def::keywords("hex", hex::hex, 0, MANY),
    Def::function("index", find::index, 0, MANY),
    Def::function("insert", mutate::insert, 2, 2),
    Def::function("isalnum", layout::isalnum, 0, 0),
    Def::function("isalpha", layout::isalpha, 0, 0),
    Def::function("isascii", layout::isascii, 0, 0),
    Def::function("isdigit", layout::isdigit, 0, 0),
    Def::function("islower", layout::islower, 0, 0),
    Def::function("isspace", layout::isspace, 0, 0),
    Def::function("istitle", layout::istitle, 0, 0),
    Def::function("isupper", layout::isupper, 0, 0),
    Def::function("join", join::join, 1, 1),
    Def::function("ljust", layout::ljust, 1, 2),
    Def::function("lower", layout::lower, 0, 0),
    Def::function("lstrip", strip::lstrip, 0, 1),
    Def::fixed("maketrans", translate::maketrans, 0, MANY),
    Def::function("partition", split::partition, 1, 1),
    Def::function("pop", mutate::pop, 0, 1),
    Def::function("remove", mutate::remove, 1, 1),
    Def::function("removeprefix", strip::removeprefix, 1, 1),
    Def::function("removesuffix", strip::removesuffix, 1, 1),
    Def::function("replace", strip::replace, 2, 3),
    Def::function("reverse", mutate::reverse, 0, 0),
    Def::function("rfind", find::rfind, 0, MANY),
    Def::function("rindex", find::rindex, 0, MANY),
    Def::function("rjust", layout::rjust, 1, 2),
    Def::function("rpartition", split::rpartition, 1, 1),
    Def::keywords("rsplit", split::rsplit, 0, MANY),
    Def::function("rstrip", strip::rstrip, 0, 1),
    Def::keywords("split", split::split, 0, MANY),
    Def::keywords("splitlines", super::string::splitlines, 0, MANY),
    Def::function("startswith", find::startswith, 0, MANY),
    Def::function("strip", strip::strip, 0, 1),
    Def::function("swapcase", layout::swapcase, 0, 0),
    Def::function("title", layout::title, 0, 0),
    Def::keywords("translate", translate::translate, 0, MANY),
    Def::function("upper", layout::upper, 0, 0),
    Def::function("zfill", layout::zfill, 1, 1),
];

/// A value with bytes that can be read in place: bytes, bytearrays, copies of views; None for anything else. May reserve and
/// move.
pub(crate) fn buffer(vm: &mut Vm<'_>, value: Value) -> Result<Option<Value>> {
    let inner = vm.bytes_inside(value);
    match vm.heap.kind(inner) {
        Kind::Bytes | Kind::ByteArray => Ok(Some(inner)),
        Kind::MemoryView if !super::memoryview::layout(vm, inner).is_contiguous() => {
            Err(vm.raise(Type::BufferError, "memoryview: underlying buffer is not C-contiguous"))
        }
        Kind::MemoryView => copy_bytes(vm, inner).map(Some),
        _ => Ok(None),
    }
}

/// Argument `i` as something with bytes, which is put in its place.
pub(crate) fn buffer_argument(vm: &mut Vm<'_>, args: Args, i: usize) -> Result {
    let value = args.get(vm, i);
    match buffer(vm, value)? {
        Some(bytes) => {
            args.set(vm, i, bytes);
            Ok(bytes)
        }
        None => {
            let value = args.get(vm, i);
            Err(not_bytes(vm, value))
        }
    }
}

/// TypeError for what has no bytes.
#[cold]
pub(crate) fn not_bytes(vm: &mut Vm<'_>, value: Value) -> Trap {
    vm.raise_with(Type::TypeError, |vm, out| {
        out.write_str("a bytes-like object is required, not '")?;
        vm.write_type_name(value, out)?;
        out.write_str("'")
    })
}

/// Bytes or a bytearray of `n` bytes, words for which were reserved ([`Parts::words`]), filled by a closure.
pub(crate) fn make_like(
    vm: &mut Vm<'_>,
    kind: Parts,
    n: usize,
    fill: impl FnOnce(&View<'_>, &mut [u8]),
) -> Value {
    if kind == Parts::ByteArray {
        let storage = vm.heap.alloc_buffer(n);
        super::text::fill_object(&mut vm.heap, storage, 0, n, fill);
        return vm.heap.alloc_bytearray(storage, n);
    }
    make_bytes(&mut vm.heap, n, fill)
}

/// Length of the receiver of a method.
pub(crate) fn length(vm: &Vm<'_>, args: Args) -> usize {
    vm.heap.bytes_like(args.get(vm, 0)).map_or(0, <[u8]>::len)
}
