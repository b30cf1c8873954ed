//! Modules, for the frozen importer.

use crate::heap::Kind;
use crate::native::{Args, Result};
use crate::value::Value;
use crate::vm::Vm;

fn name_of(vm: &mut Vm<'_>, args: Args) -> Result<crate::heap::Held> {
    let name = args.get(vm, 0);
    let made = vm.heap.intern_value(name);
    let name = vm.grant_memory(made)?;
    Ok(vm.heap.hold(name))
}

/// `_find_module(name)`: a module of a static table or of the program's image: `(module, code or None)`, or None.
pub(super) fn find(vm: &mut Vm<'_>, args: Args) -> Result {
    let name = name_of(vm, args)?;
    vm.find_module(name)
}

/// `_find_library_module(name)`: the same of the library.
pub(super) fn find_library(vm: &mut Vm<'_>, args: Args) -> Result {
    let name = name_of(vm, args)?;
    vm.library_module(name)
}

/// `_find_host_module(name, folder or None)`: the same of the host; `(None, refusal)` when its source was refused.
pub(super) fn find_host(vm: &mut Vm<'_>, args: Args) -> Result {
    let name = name_of(vm, args)?;
    let folder = vm.heap.hold(args.get(vm, 1));
    vm.host_module(name, folder)
}

/// `_module_value(module, name)`: what a module has in its own namespace, None when there is no such thing.
pub(super) fn value(vm: &mut Vm<'_>, args: Args) -> Result {
    let (module, name) = (vm.unwrap(args.get(vm, 0)), args.get(vm, 1));
    if !vm.is_module(module) {
        return Ok(Value::NONE);
    }
    let dict = vm.heap.module_dict(module);
    match vm.heap.get_str(dict, name) {
        Some(value) => Ok(value.or_none()),
        None if name == crate::names::DUNDER_NAME && vm.heap.aux(module) != 0 => {
            let mut text = crate::interp::Message::default();
            let _ = vm.write_module_name(module, &mut text);
            let made = vm.heap.new_str(text.as_bytes());
            vm.grant_memory(made)
        }
        None => Ok(Value::NONE),
    }
}

/// `_run_module(module, code)`: runs the body of a module.
pub(super) fn run_module(vm: &mut Vm<'_>, args: Args) -> Result {
    let code = vm.lower(args.get(vm, 1))?;
    let module = args.get(vm, 0);
    let globals = vm.heap.module_dict(module);
    let function = vm.new_function(code, globals)?;
    Err(vm.tail_call(function, &[]))
}

/// `_initializing(module, on)`: its body begins or ends.
pub(super) fn initializing(vm: &mut Vm<'_>, args: Args) -> Result {
    let (module, on) = (args.get(vm, 0), args.get(vm, 1));
    vm.set_initializing(module, on == Value::TRUE);
    Ok(Value::NONE)
}

/// `_is_initializing(module)`
pub(super) fn is_initializing(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(Value::bool(vm.is_initializing(args.get(vm, 0))))
}

/// `_import_globals()`: globals of the script's frame, or None.
pub(super) fn import_globals(vm: &mut Vm<'_>, _args: Args) -> Result {
    let globals = vm.script_globals().unwrap_or(Value::NONE);
    Ok(if vm.heap.is_kind(globals, Kind::Dict) { globals } else { Value::NONE })
}
