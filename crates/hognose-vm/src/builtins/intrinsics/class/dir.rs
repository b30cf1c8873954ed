//! Names for `dir()`.

use crate::heap::Kind;
use crate::native::{Args, Result};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// `_add_names(dict, class)`: the names in all namespaces of the order of a class become keys.
pub(super) fn add_names(vm: &mut Vm<'_>, args: Args) -> Result {
    let n = vm.mro_len(args.get(vm, 1));
    for i in (0..n).rev() {
        let base = vm.mro_item(args.get(vm, 1), i);
        match base.as_builtin_type() {
            Some(t) => add_table(vm, args, Type::from_index(t))?,
            None => {
                let namespace = vm.heap.class_dict(base);
                add_keys(vm, args, namespace)?;
            }
        }
    }
    Ok(Value::NONE)
}

fn add_table(vm: &mut Vm<'_>, args: Args, kind: Type) -> Result<()> {
    vm.charge(4 * vm.attributes_of(kind).len());
    for def in vm.attributes_of(kind) {
        // Not every object has one: those that do add it themselves.
        if kind == Type::Object && def.name == "__dict__" {
            continue;
        }
        let made = vm.heap.intern(def.name.as_bytes());
        let name = vm.grant_memory(made)?;
        let dict = args.get(vm, 0);
        let made = vm.heap.set_str(dict, name, Value::NONE);
        vm.grant_memory(made)?;
    }
    Ok(())
}

fn add_keys(vm: &mut Vm<'_>, args: Args, namespace: Value) -> Result<()> {
    let place = vm.heap.hold(namespace);
    let used = vm.heap.dict_used(namespace);
    vm.charge(4 * used);
    for entry in 0..used {
        let namespace = vm.heap.held(place);
        let key = vm.heap.entry_key(namespace, entry);
        if !vm.heap.is_str(key) {
            continue;
        }
        let dict = args.get(vm, 0);
        let made = vm.heap.set_str(dict, key, Value::NONE);
        vm.grant_memory(made)?;
    }
    vm.heap.release(place);
    Ok(())
}

/// `_own_names(dict, object)`: the names in the object's own namespace become keys.
pub(super) fn own_names(vm: &mut Vm<'_>, args: Args) -> Result {
    let object = args.get(vm, 1);
    let namespace = match vm.heap.kind(object) {
        Kind::Instance => {
            let class = vm.heap.instance_class(object);
            if vm.heap.class_flags(class) & crate::object::class::NO_DICT != 0 {
                return Ok(Value::NONE);
            }
            let made = vm.heap.to_dict_mode(object);
            let object = vm.grant_memory(made)?;
            vm.heap.instance_dict(object)
        }
        Kind::Module => vm.whole_module_dict(object)?,
        Kind::Function | Kind::Exception => vm.own_dict(object)?,
        Kind::BoundMethod if vm.heap.is_kind(vm.heap.field(object, 1), Kind::Function) => {
            let function = vm.heap.field(object, 1);
            vm.own_dict(function)?
        }
        _ => return Ok(Value::NONE),
    };
    add_keys(vm, args, namespace)?;
    let made = vm.heap.set_str(args.get(vm, 0), crate::names::DUNDER_DICT, Value::NONE);
    vm.grant_memory(made)?;
    Ok(Value::NONE)
}
