//! `__new__` of named tuples: a bound method of a native, so that it is quick and no code is made for each of them. What it
//! is bound to is a tuple of name, names of the fields, and defaults of the last fields.

use crate::builtins::subclass;
use crate::heap::Kind;
use crate::native::{Args, Result};
use crate::object::tuple::tuple_words;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// `_named_new(name, fields, defaults)`: the method.
pub(super) fn named_new(vm: &mut Vm<'_>, args: Args) -> Result {
    let made = vm.heap.new_tuple(&[args.get(vm, 0), args.get(vm, 1), args.get(vm, 2)]);
    let about = vm.grant_memory(made)?;
    let Some((table, entry)) = super::super::find_intrinsic(b"_named_tuple") else {
        return Err(vm.raise(Type::SystemError, "the native of named tuples is missing"));
    };
    let native = crate::native::native_value(crate::builtins::INTRINSICS_TABLE + table as u32, entry);
    let made = vm.heap.new_bound_method(native, about);
    vm.grant_memory(made)
}

/// Number of fields when that is what a named tuple is made of.
fn fields(vm: &Vm<'_>, about: Value) -> Option<usize> {
    if !vm.heap.is_kind(about, Kind::Tuple) || vm.heap.tuple_len(about) != 3 {
        return None;
    }
    let names = vm.heap.item(about, 1);
    vm.heap.is_kind(names, Kind::Tuple).then(|| vm.heap.tuple_len(names))
}

/// `__new__(cls, *values, **values)`; what it is bound to comes first.
pub(super) fn named_tuple(vm: &mut Vm<'_>, args: Args) -> Result {
    let Some(n) = fields(vm, args.get(vm, 0)) else {
        return Err(vm.raise(Type::TypeError, "not the __new__ of a named tuple"));
    };
    if args.len() != n + 2 || args.keyword_count() > 0 {
        let function = vm.frozen_function("_named_bind")?;
        return Err(vm.tail_forward(function, args));
    }
    subclass::check(vm, Type::Tuple, args.skip(1))?;
    vm.reserve(tuple_words(n))?;
    let tuple = vm.heap.alloc_tuple(n);
    for i in 0..n {
        let value = args.get(vm, i + 2);
        vm.heap.set_item(tuple, i, value);
    }
    let class = args.get(vm, 1);
    subclass::wrap(vm, class, tuple)
}

/// `__defaults__` of that method; null for other bound natives.
pub(crate) fn named_defaults(vm: &Vm<'_>, method: Value) -> Value {
    let about = vm.heap.field(method, 2);
    let native = vm.heap.field(method, 1).as_native().and_then(|index| vm.native_def(index));
    if native.is_none_or(|def| def.name != "_named_tuple") || fields(vm, about).is_none() {
        return Value::NULL;
    }
    let defaults = vm.heap.item(about, 2);
    if vm.heap.is_kind(defaults, Kind::Tuple) && vm.heap.tuple_len(defaults) > 0 {
        defaults
    } else {
        Value::NONE
    }
}
