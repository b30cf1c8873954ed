//! Functions and attributes of the engine itself, as scripts see them, and the members of `__slots__`.

use super::{bound, check_get};
use crate::heap::Kind;
use crate::names;
use crate::native::{Args, Def, MANY, MODULE_TABLES, Native, Result, Trap, What};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

pub(super) static BUILTIN: &[Def] = defs!["FunctionType";
    Def::keywords("__call__", call, 0, MANY),
    Def::getter("__defaults__", get_defaults),
    Def::getter("__doc__", get_doc),
    Def::getter("__module__", get_module),
    Def::getter("__name__", get_name),
    Def::getter("__qualname__", get_qualname),
    Def::function("__repr__", super::super::text::repr_method, 0, 0),
    Def::getter("__self__", get_self),
    Def::getter("__text_signature__", |_, _| Ok(Value::NONE)),
];

pub(super) static METHOD_DESCRIPTOR: &[Def] = defs!["FunctionType";
    Def::keywords("__call__", call, 0, MANY),
    Def::getter("__doc__", get_doc),
    Def::function("__get__", get, 1, 2),
    Def::member("__name__", get_name),
    Def::member("__objclass__", get_class),
    Def::getter("__qualname__", get_qualname),
    Def::function("__repr__", super::super::text::repr_method, 0, 0),
    Def::getter("__text_signature__", |_, _| Ok(Value::NONE)),
];

/// Natives, and records of name and class that show in the namespaces of classes.
pub(super) static GETSET_DESCRIPTOR: &[Def] = defs!["FunctionType";
    Def::function("__delete__", delete, 1, 1),
    Def::getter("__doc__", get_doc),
    Def::function("__get__", get, 1, 2),
    Def::member("__name__", member_name),
    Def::member("__objclass__", member_class),
    Def::getter("__qualname__", member_qualname),
    Def::frozen("__repr__", &"_member_repr"),
    Def::function("__set__", set, 2, 2),
];

/// Records of name and class.
pub(super) static MEMBER_DESCRIPTOR: &[Def] = defs!["FunctionType";
    Def::function("__delete__", member_delete, 1, 1),
    Def::getter("__doc__", |_, _| Ok(Value::NONE)),
    Def::function("__get__", member_get, 1, 2),
    Def::member("__name__", member_name),
    Def::member("__objclass__", member_class),
    Def::getter("__qualname__", member_qualname),
    Def::frozen("__repr__", &"_member_repr"),
    Def::function("__set__", member_set, 2, 2),
];

/// `__defaults__`, which of natives only the `__new__` of named tuples has.
fn get_defaults(vm: &mut Vm<'_>, args: Args) -> Result {
    let method = args.get(vm, 0);
    let defaults = if vm.heap.is_kind(method, Kind::BoundMethod) {
        crate::builtins::named_defaults(vm, method)
    } else {
        Value::NULL
    };
    if defaults.is_null() {
        let made = vm.heap.intern(b"__defaults__");
        let name = vm.grant_memory(made)?;
        let method = args.get(vm, 0);
        return Err(vm.attribute_error(method, name));
    }
    Ok(defaults)
}

/// The native behind a function of the engine: itself, that of a bound method, or what a record in a class stands for.
#[inline(never)]
fn native_of(vm: &Vm<'_>, value: Value) -> u32 {
    if vm.heap.is_record(value, Type::GetSetDescriptor) {
        let place = vm.find_attribute(Type::Object, b"__dict__").map_or(0, |(_, place)| place);
        return (Type::Object as u32) << 16 | place as u32;
    }
    let native = if vm.heap.is_kind(value, Kind::BoundMethod) { vm.heap.field(value, 1) } else { value };
    native.as_native().unwrap_or(0)
}

fn call(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = args.get(vm, 0);
    Err(vm.tail_forward(function, args.skip(1)))
}

fn def(vm: &Vm<'_>, args: Args) -> Option<&'static Def> {
    vm.native_def(native_of(vm, args.get(vm, 0)))
}

fn get_name(vm: &mut Vm<'_>, args: Args) -> Result {
    let name = def(vm, args).map_or("", |def| def.name);
    let made = vm.heap.intern(name.as_bytes());
    vm.grant_memory(made)
}

fn get_doc(vm: &mut Vm<'_>, args: Args) -> Result {
    let doc = vm.native_note(native_of(vm, args.get(vm, 0))).map_or("", |note| note.doc);
    if doc.is_empty() {
        return Ok(Value::NONE);
    }
    let made = vm.heap.new_str(doc.as_bytes());
    vm.grant_memory(made)
}

fn get_qualname(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    let index = native_of(vm, value);
    let Some(def) = vm.native_def(index) else { return Ok(Value::NONE) };
    if index >> 16 >= MODULE_TABLES {
        return get_name(vm, args);
    }
    let mut text = crate::interp::Message::default();
    let owner = Type::from_index((index >> 16) as u16);
    let _ = core::fmt::Write::write_fmt(&mut text, format_args!("{}.{}", owner.name(), def.name));
    let made = vm.heap.new_str(text.as_bytes());
    vm.grant_memory(made)
}

fn get_module(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    let table = native_of(vm, value) >> 16;
    if table < MODULE_TABLES {
        return Ok(Value::NONE);
    }
    let name = if table >= crate::builtins::INTRINSICS_TABLE {
        "builtins"
    } else {
        vm.modules.get((table - MODULE_TABLES) as usize).map_or("builtins", |m| m.name)
    };
    let made = vm.heap.intern(name.as_bytes());
    vm.grant_memory(made)
}

fn get_self(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    if vm.heap.is_kind(value, Kind::BoundMethod) {
        return Ok(vm.heap.field(value, 2));
    }
    let table = native_of(vm, value) >> 16;
    if table < MODULE_TABLES {
        return Ok(Type::from_index(table as u16).value());
    }
    let name = get_module(vm, args)?;
    let modules = vm.modules_dict()?;
    Ok(vm.heap.get_str(modules, name).unwrap_or(Value::NONE))
}

fn get_class(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    Ok(Type::from_index((native_of(vm, value) >> 16) as u16).value())
}

/// Is the object one whose type has that native?
fn check_object(vm: &mut Vm<'_>, descriptor: Value, object: Value) -> Result<()> {
    let index = native_of(vm, descriptor);
    let owner = Type::from_index((index >> 16) as u16);
    if vm.is_instance(object, owner.value()) {
        return Ok(());
    }
    Err(wrong_object(vm, index, owner, object))
}

fn wrong_object(vm: &mut Vm<'_>, index: u32, owner: Type, object: Value) -> Trap {
    let name = vm.native_def(index).map_or("", |def| def.name);
    vm.raise_with(Type::TypeError, |vm, out| {
        write!(out, "descriptor '{name}' for '{}' objects doesn't apply to a '", owner.name())?;
        vm.write_type_name(object, out)?;
        out.write_str("' object")
    })
}

fn get(vm: &mut Vm<'_>, args: Args) -> Result {
    check_get(vm, args)?;
    let (descriptor, object) = (args.get(vm, 0), args.get(vm, 1));
    let index = native_of(vm, descriptor);
    let is_class_method = matches!(
        vm.native_def(index).map(|d| d.what),
        Some(What::ClassMethod(..) | What::FrozenClassMethod(_))
    );
    if !object.is_none() && !is_class_method {
        check_object(vm, descriptor, object)?;
        if descriptor.as_native().is_none() {
            if vm.heap.record_field(descriptor, 0) != names::DUNDER_DICT {
                return Ok(Value::NONE);
            }
            args.set(vm, 0, Value::native(index));
        }
    }
    bound(vm, args)
}

fn set(vm: &mut Vm<'_>, args: Args) -> Result {
    store(vm, args)
}

fn delete(vm: &mut Vm<'_>, args: Args) -> Result {
    store(vm, args)
}

fn store(vm: &mut Vm<'_>, args: Args) -> Result {
    let (descriptor, object, value) = (args.get(vm, 0), args.get(vm, 1), args.get(vm, 2));
    check_object(vm, descriptor, object)?;
    let index = native_of(vm, descriptor);
    match vm.native_def(index).map(|d| d.what) {
        Some(What::GetSet(&(_, set))) => vm.call_native_now(set, &[object, value]),
        Some(What::Member(_)) => Err(vm.raise(Type::AttributeError, "readonly attribute")),
        _ => {
            let name = vm.native_def(index).map_or("", |def| def.name);
            let owner = Type::from_index((index >> 16) as u16).name();
            Err(vm.raise_with(Type::AttributeError, |_, out| {
                write!(out, "attribute '{name}' of '{owner}' objects is not writable")
            }))
        }
    }
}

/// A field of a member of `__slots__`; members of built-in types are natives and have none.
fn member_field(vm: &mut Vm<'_>, args: Args, field: usize, of_native: Native) -> Result {
    let member = args.get(vm, 0);
    if member.as_native().is_some() { of_native(vm, args) } else { Ok(vm.heap.record_field(member, field)) }
}

fn member_name(vm: &mut Vm<'_>, args: Args) -> Result {
    member_field(vm, args, 0, get_name)
}

fn member_class(vm: &mut Vm<'_>, args: Args) -> Result {
    member_field(vm, args, 1, get_class)
}

fn member_qualname(vm: &mut Vm<'_>, args: Args) -> Result {
    if args.get(vm, 0).as_native().is_some() {
        return get_qualname(vm, args);
    }
    let function = vm.frozen_function("_member_qualname")?;
    let member = args.get(vm, 0);
    Err(vm.tail_call(function, &[member]))
}

fn member_get(vm: &mut Vm<'_>, args: Args) -> Result {
    check_get(vm, args)?;
    let (member, object) = (args.get(vm, 0), args.get(vm, 1));
    if member.as_native().is_some() {
        return get(vm, args);
    }
    if object.is_none() {
        return Ok(member);
    }
    let slot = if vm.heap.is_kind(object, Kind::Instance) {
        vm.heap.member_slot(vm.heap.instance_class(object), member)
    } else {
        None
    };
    match slot.map(|slot| vm.heap.slot(object, slot)) {
        None => Err(vm.member_of_other(member, object)),
        Some(value) if value.is_null() => {
            let name = vm.heap.record_field(member, 0);
            Err(vm.attribute_error(object, name))
        }
        Some(value) => Ok(value),
    }
}

fn member_set(vm: &mut Vm<'_>, args: Args) -> Result {
    let (member, object, value) = (args.get(vm, 0), args.get(vm, 1), args.get(vm, 2));
    if member.as_native().is_some() {
        return store(vm, args);
    }
    if !vm.heap.is_kind(object, Kind::Instance) {
        return Err(vm.member_of_other(member, object));
    }
    let name = vm.heap.record_field(member, 0);
    vm.set_member(member, object, name, value)?;
    Ok(Value::NONE)
}

fn member_delete(vm: &mut Vm<'_>, args: Args) -> Result {
    let _ = names::DUNDER_DELETE;
    member_set(vm, args)
}
