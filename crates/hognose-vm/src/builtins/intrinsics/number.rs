//! Natives of frozen code about numbers.

use crate::builtins::text::float_to_int;
use crate::native::{Args, Def, Result};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Sorted by name.
pub static INTRINSICS: &[Def] = defs![
    Def::function("_exact_int", exact_int, 1, 1),
    Def::function("_int_inverse", crate::builtins::int::inverse, 2, 2),
    Def::function("_int_limit", limit, 0, 1),
    Def::function("_layout", layout, 1, 1),
    Def::function("_payload", payload, 1, 1),
    Def::function("_trunc", trunc, 1, 1),
    Def::function("_wrap_payload", wrap, 2, 2),
];

/// `_exact_int(value)`: the int inside of an int, bool or instance of a subclass; None for anything else.
fn exact_int(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = vm.unwrap(args.get(vm, 0));
    Ok(match value.as_index() {
        Some(n) => Value::int(n),
        None if vm.heap.is_integer(value) => value,
        None => Value::NONE,
    })
}

/// `_int_limit(digits)`: the most digits of an int as text; sets them when given.
fn limit(vm: &mut Vm<'_>, args: Args) -> Result {
    if let Some(n) = args.get(vm, 0).as_index() {
        vm.set_int_digits_limit(usize::try_from(n).unwrap_or(0));
    }
    Ok(Value::int(vm.int_digits_limit() as i64))
}

/// `_layout(class)`: the built-in type that gives its instances their layout.
fn layout(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    Ok(if vm.heap.is_class(class) { vm.heap.class_layout(class) } else { class })
}

/// `_payload(value)`: the built-in object inside an instance of a subclass, else the value itself.
fn payload(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.unwrap(args.get(vm, 0)))
}

/// `_trunc(float)`: its whole part as an int.
fn trunc(vm: &mut Vm<'_>, args: Args) -> Result {
    match vm.unwrap(args.get(vm, 0)).as_float() {
        Some(x) => float_to_int(vm, x),
        None => Err(vm.raise(Type::TypeError, "not a float")),
    }
}

/// `_wrap_payload(class, value)`: an instance of a subclass of a built-in type with that object inside.
fn wrap(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    if !vm.heap.is_class(class) {
        return Ok(args.get(vm, 1));
    }
    let instance = vm.new_instance(class)?;
    let value = vm.unwrap(args.get(vm, 1));
    vm.heap.set_payload(instance, value);
    Ok(instance)
}
