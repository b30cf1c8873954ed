//! Modules, for the frozen importer.

use crate::heap::Kind;
use crate::native::{Args, Result};
use crate::value::Value;
use crate::vm::Vm;

/// `_find_module(name)`: `(module, code or None)`, `(None, refusal)` or None.
pub(super) fn find(vm: &mut Vm<'_>, args: Args) -> Result {
    let name = args.get(vm, 0);
    let made = vm.heap.intern_value(name);
    let name = vm.grant_memory(made)?;
    vm.find_module(name)
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
