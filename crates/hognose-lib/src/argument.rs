//! Reading the arguments of natives, and handing calls over to Python code where they need it.

use hognose_vm::heap::{Held, Root};
use hognose_vm::native::{Args, Result, Trap};
use hognose_vm::types::Type;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

/// A float, an int or an instance of a subclass of float as number; None for what only Python code can convert.
/// OverflowError for ints beyond the floats.
pub fn real(vm: &mut Vm<'_>, value: Value) -> Result<Option<f64>> {
    let value = if vm.builtin_type_of(value) == Type::Float { vm.unwrap(value) } else { value };
    vm.to_float(value)
}

/// An int, also one of a subclass, that fits 64 bits.
pub fn int(vm: &Vm<'_>, value: Value) -> Option<i64> {
    vm.heap.as_i64(vm.unwrap(value))
}

/// Is it an int of any size, also one of a subclass?
pub fn is_int(vm: &Vm<'_>, value: Value) -> bool {
    vm.heap.is_integer(vm.unwrap(value))
}

/// Goes on with a frozen function and the same arguments.
pub fn forward(vm: &mut Vm<'_>, frozen: &'static str, args: Args) -> Trap {
    match vm.frozen_function(frozen) {
        Ok(function) => vm.tail_forward(function, args),
        Err(trap) => trap,
    }
}

/// Goes on with a frozen function that gets a text before the first `n` arguments.
pub fn forward_named(vm: &mut Vm<'_>, frozen: &'static str, name: &str, args: Args, n: usize) -> Trap {
    let made = vm.heap.intern(name.as_bytes());
    let name = match vm.grant_memory(made) {
        Ok(name) => vm.heap.hold(name),
        Err(trap) => return trap,
    };
    match vm.frozen_function(frozen) {
        Ok(function) => {
            let mut values = [Value::NONE; 8];
            values[0] = vm.heap.held(name);
            let n = n.min(args.len()).min(7);
            for i in 0..n {
                values[1 + i] = args.get(vm, i);
            }
            vm.tail_call(function, &values[..n + 1])
        }
        Err(trap) => trap,
    }
}

/// Goes on with a frozen function that gets a text.
pub fn forward_text(vm: &mut Vm<'_>, frozen: &'static str, message: &str) -> Trap {
    let message = match text(vm, message.as_bytes()) {
        Ok(message) => vm.heap.hold(message),
        Err(trap) => return trap,
    };
    match vm.frozen_function(frozen) {
        Ok(function) => {
            let message = vm.heap.held(message);
            vm.tail_call(function, &[message])
        }
        Err(trap) => trap,
    }
}

/// A new tuple of values that are no objects, or that are held.
pub fn tuple(vm: &mut Vm<'_>, values: &[Value]) -> Result {
    let made = vm.heap.new_tuple(values);
    vm.grant_memory(made)
}

/// A new string.
pub fn text(vm: &mut Vm<'_>, bytes: &[u8]) -> Result {
    let made = vm.heap.new_str(bytes);
    vm.grant_memory(made)
}

/// A new integer.
pub fn integer(vm: &mut Vm<'_>, n: i64) -> Result {
    let made = vm.heap.new_int(n);
    vm.grant_memory(made)
}

/// TypeError with the name of the value's type between two texts.
pub fn wrong_type(vm: &mut Vm<'_>, before: &str, value: Value, after: &str) -> Trap {
    vm.raise_with(Type::TypeError, |vm, out| {
        out.write_str(before)?;
        vm.write_type_name(value, out)?;
        out.write_str(after)
    })
}

/// Sets a key that is no object and not in the dict yet.
pub fn put(vm: &mut Vm<'_>, dict: Held, key: Value, value: Value) -> Result<()> {
    let place = vm.heap.hold(value);
    let hash = match vm.heap.table_hash(key) {
        Ok(hash) => hash,
        Err(_) => return Err(vm.raise(Type::TypeError, "unhashable")),
    };
    let (target, value) = (vm.heap.held(dict), vm.heap.held(place));
    let made = vm.heap.insert_new(target, key, value, hash);
    vm.heap.release(place);
    vm.grant_memory(made).map(|_| ())
}

/// What the namespace of a loaded module has under a name.
pub fn remembered(vm: &mut Vm<'_>, module: &str, name: &str) -> Option<Value> {
    let modules = vm.heap.root(Root::Modules);
    let (module, name) = (vm.heap.find_name(module.as_bytes())?, vm.heap.find_name(name.as_bytes())?);
    if !modules.is_object() {
        return None;
    }
    let module = vm.heap.get_str(modules, module).filter(|&module| vm.is_module(module))?;
    let dict = vm.heap.module_dict(module);
    vm.heap.get_str(dict, name)
}

/// Keeps what was made for an attribute of a built-in module in its namespace, so that it is made once. Gives the value.
pub fn remember(vm: &mut Vm<'_>, module: &str, name: &str, value: Held) -> Result {
    let modules = vm.heap.root(Root::Modules);
    let made = vm.heap.intern(name.as_bytes());
    let name = vm.grant_memory(made)?;
    let found = vm.heap.find_name(module.as_bytes());
    if modules.is_object() {
        let modules = vm.heap.root(Root::Modules);
        let found = found.and_then(|module| vm.heap.get_str(modules, module));
        if let Some(module) = found.filter(|&module| vm.is_module(module)) {
            let dict = vm.heap.module_dict(module);
            let made = vm.heap.set_str(dict, name, vm.heap.held(value));
            vm.grant_memory(made)?;
        }
    }
    Ok(vm.heap.held(value))
}
