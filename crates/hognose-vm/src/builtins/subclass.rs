//! `__new__` of built-in types: the object itself, or an instance of the subclass with the object inside.

use crate::native::{Args, Result};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// `args[0]` must be `kind` or a class derived from it.
pub(crate) fn check(vm: &mut Vm<'_>, kind: Type, args: Args) -> Result<()> {
    let class = args.get(vm, 0);
    let name = kind.name();
    if class.is_unbound() {
        return Err(
            vm.raise_with(Type::TypeError, |_, out| write!(out, "{name}.__new__(): not enough arguments"))
        );
    }
    if !vm.is_type(class) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            write!(out, "{name}.__new__(X): X is not a type object (")?;
            vm.write_type_name(class, out)?;
            out.write_str(")")
        }));
    }
    if !vm.is_subclass(class, kind.value()) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            write!(out, "{name}.__new__(")?;
            vm.write_class_name(class, out)?;
            out.write_str("): ")?;
            vm.write_class_name(class, out)?;
            write!(out, " is not a subtype of {name}")
        }));
    }
    Ok(())
}

/// Arguments of `__new__` or `__init__` of a built-in type for that class: without keywords when the class has the other of the
/// two itself, which they are meant for.
pub(crate) fn own_arguments(vm: &mut Vm<'_>, class: Value, other: Value, args: Args) -> Args {
    if args.keyword_count() > 0 && class.is_object() && vm.find_user(class, other).is_some() {
        return args.without_keywords();
    }
    args
}

/// The object as an instance of that class: itself for the built-in type. May reserve and move.
pub(crate) fn wrap(vm: &mut Vm<'_>, class: Value, object: Value) -> Result {
    if !class.is_object() {
        return Ok(object);
    }
    let mark = vm.heap.held_mark();
    let place = vm.heap.hold(object);
    let made = vm.new_instance(class);
    let object = vm.heap.held(place);
    vm.heap.release_to(mark);
    let instance = made?;
    vm.heap.set_payload(instance, object);
    Ok(instance)
}
