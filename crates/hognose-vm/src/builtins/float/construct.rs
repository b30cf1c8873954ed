//! `float(...)`

use super::super::subclass;
use super::super::text::{new_of, quick_repr, raw};
use crate::heap::Kind;
use crate::names;
use crate::native::{Args, Result};
use crate::num::float;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// `float(x)`
pub fn constructor(vm: &mut Vm<'_>, args: Args) -> Result {
    if args.keyword_count() > 0 {
        return Err(vm.raise(Type::TypeError, "float() takes no keyword arguments"));
    }
    match args.len() {
        0 => return Ok(Value::float(0.0)),
        1 => {}
        n => {
            return Err(vm.raise_with(Type::TypeError, |_, out| {
                write!(out, "float expected at most 1 argument, got {n}")
            }));
        }
    }
    let value = args.get(vm, 0);
    if value.is_float() {
        return Ok(value);
    }
    if vm.is_user_object(value) {
        let class = vm.type_of(value);
        for name in [names::DUNDER_FLOAT, names::DUNDER_INDEX] {
            if vm.find_user(class, name).is_some() {
                let function = vm.frozen_function("_float")?;
                return Err(vm.tail_forward(function, args));
            }
        }
    }
    let inner = vm.unwrap(value);
    if let Some(x) = vm.to_float(inner)? {
        return Ok(Value::float(x));
    }
    if vm.heap.is_str(inner) || vm.heap.bytes_like(inner).is_some() {
        return float_of_text(vm, inner);
    }
    if vm.heap.is_kind(inner, Kind::MemoryView) {
        let copy = crate::builtins::memoryview::copy_bytes(vm, inner)?;
        return float_of_text(vm, copy);
    }
    let class = vm.type_of(value);
    for name in [names::DUNDER_FLOAT, names::DUNDER_INDEX] {
        if vm.find_in_type(class, name).is_some() {
            let function = vm.frozen_function("_float")?;
            return Err(vm.tail_forward(function, args));
        }
    }
    Err(vm.raise_with(Type::TypeError, |vm, out| {
        out.write_str("float() argument must be a string or a real number, not '")?;
        vm.write_type_name(value, out)?;
        out.write_str("'")
    }))
}

/// `float(text)` of a str, bytes or bytearray.
pub(crate) fn float_of_text(vm: &mut Vm<'_>, text: Value) -> Result {
    let (parsed, n) = {
        let text = raw(vm, text);
        (float::parse(&text), text.len())
    };
    vm.charge(n / 4);
    if let Some(x) = parsed {
        return Ok(if x.is_nan() && x.is_sign_positive() {
            Value::nan(vm.heap.new_stamp())
        } else {
            Value::float(x)
        });
    }
    let shown = quick_repr(vm, text)?.unwrap_or(Value::EMPTY_STR);
    Err(vm.raise_with(Type::ValueError, |vm, out| {
        write!(out, "could not convert string to float: {}", vm.heap.text(shown).as_str())
    }))
}

/// `float.__new__`
pub fn new(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    let args = subclass::own_arguments(vm, class, names::DUNDER_INIT, args);
    new_of(vm, args, Type::Float, constructor)
}
