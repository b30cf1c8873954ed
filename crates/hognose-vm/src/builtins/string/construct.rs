//! `str(...)`

use super::super::text::{Parameters, new_of, quick_str};
use super::codec::decode_value;
use crate::heap::Kind;
use crate::native::{Args, Result};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

static STR: Parameters<3> =
    Parameters { function: "str", names: ["object", "encoding", "errors"], required: 0, positional: 3 };

/// `str(object)`, `str(bytes, encoding, errors)`
pub fn constructor(vm: &mut Vm<'_>, args: Args) -> Result {
    if args.is_empty() && args.keyword_count() == 0 {
        return Ok(Value::EMPTY_STR);
    }
    let bound = STR.bind(vm, args, 0)?;
    let (object, encoding, errors) = (bound.get(vm, 0), bound.get(vm, 1), bound.get(vm, 2));
    if object.is_unbound() {
        return Ok(Value::EMPTY_STR);
    }
    if encoding.is_unbound() && errors.is_unbound() {
        if let Some(text) = quick_str(vm, object)? {
            return Ok(text);
        }
        let function = vm.frozen_function("_str")?;
        let object = bound.get(vm, 0);
        return Err(vm.tail_call(function, &[object]));
    }
    let data = vm.bytes_inside(object);
    if !matches!(vm.heap.kind(data), Kind::Bytes | Kind::ByteArray | Kind::MemoryView) {
        for (i, name) in [(1, "encoding"), (2, "errors")] {
            let value = bound.get(vm, i);
            if !value.is_unbound() && !vm.heap.is_str(vm.unwrap(value)) {
                return Err(vm.raise_with(Type::TypeError, |vm, out| {
                    write!(out, "str() argument '{name}' must be str, not ")?;
                    crate::builtins::text::write_given(vm, value, out)
                }));
            }
        }
        if vm.heap.is_str(data) {
            return Err(vm.raise(Type::TypeError, "decoding str is not supported"));
        }
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("decoding to str: need a bytes-like object, ")?;
            vm.write_type_name(object, out)?;
            out.write_str(" found")
        }));
    }
    decode_value(vm, "str", data, encoding, errors)
}

/// `str.__new__`
pub fn new(vm: &mut Vm<'_>, args: Args) -> Result {
    new_of(vm, args, Type::Str, constructor)
}
