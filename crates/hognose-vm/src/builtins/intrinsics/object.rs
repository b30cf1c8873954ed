//! Natives of frozen code about attributes, exceptions, tracebacks, generators.

use crate::builtins::{exception, traceback};
use crate::heap::Root;
use crate::native::{Args, Def, Result};
use crate::object::exception::E_TRACEBACK;
use crate::value::Value;
use crate::vm::Vm;

/// Sorted by name.
pub static INTRINSICS: &[Def] = defs![
    Def::function("_exception_new", exception_new, 2, 2),
    Def::function("_group_store", exception::group_store, 3, 3),
    Def::function("_handled", handled, 0, 0),
    Def::function("_names_at", names_at, 1, 1),
    Def::function("_raise", raise, 1, 1),
    Def::function("_reraise", reraise, 1, 1),
    Def::function("_sys_hook", sys_hook, 1, 1),
    Def::function("_traceback_of", traceback_of, 1, 1),
    Def::function("_traceback_source", traceback::source, 1, 1),
    Def::function("_traceback_where", traceback::place, 1, 1),
    Def::function("_write", write, 2, 2),
];

/// `_handled()`: the exception that is handled, or None.
fn handled(vm: &mut Vm<'_>, _args: Args) -> Result {
    Ok(exception::handled(vm))
}

/// `_raise(exception)`: raises it as it is, without setting its context.
fn raise(vm: &mut Vm<'_>, args: Args) -> Result {
    let exception = args.get(vm, 0);
    if !vm.heap.is_exception(exception) {
        return Err(vm.raise(crate::types::Type::TypeError, "exceptions must derive from BaseException"));
    }
    vm.heap.set_root(Root::Raised, exception);
    vm.reraise = false;
    Err(crate::native::Trap::Raised)
}

/// `_reraise(exception)`: the same for one that was raised before.
fn reraise(vm: &mut Vm<'_>, args: Args) -> Result {
    raise(vm, args)
}

/// `_exception_new(class, args)`: an exception without its `__init__`.
fn exception_new(vm: &mut Vm<'_>, args: Args) -> Result {
    let (class, tuple) = (args.get(vm, 0), args.get(vm, 1));
    let made = vm.heap.new_exception(class, tuple);
    vm.grant_memory(made)
}

/// `_traceback_of(exception)`
fn traceback_of(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.heap.field(args.get(vm, 0), E_TRACEBACK))
}

/// `_write(stream, text)`: to the host.
fn write(vm: &mut Vm<'_>, args: Args) -> Result {
    let stream = args.get(vm, 0).as_int().unwrap_or(1) as u8;
    let text = args.get(vm, 1);
    vm.write_value(stream, text);
    Ok(Value::NONE)
}

/// `_sys_hook(name)`: what a script put into `sys` under that name, None when it is not there, NotImplemented when it was
/// deleted.
fn sys_hook(vm: &mut Vm<'_>, args: Args) -> Result {
    let modules = vm.heap.root(Root::Modules);
    if !modules.is_object() {
        return Ok(Value::NONE);
    }
    let Some(sys) = vm.heap.get_str(modules, crate::names::short("sys")) else { return Ok(Value::NONE) };
    if !vm.is_module(sys) {
        return Ok(Value::NONE);
    }
    let dict = vm.heap.module_dict(sys);
    let name = args.get(vm, 0);
    Ok(match vm.heap.get_str(dict, name) {
        Some(value) if value.is_unbound() => Value::NOT_IMPLEMENTED,
        Some(value) => value,
        None => Value::NONE,
    })
}

/// `_names_at(traceback)`: names that code of that entry can see: locals, globals, built-in ones; a list.
fn names_at(vm: &mut Vm<'_>, args: Args) -> Result {
    vm.reserve(crate::object::list::LIST_WORDS)?;
    let list = vm.heap.alloc_list(0);
    let list = vm.heap.hold(list);
    let mut n = 0;
    loop {
        let traceback = args.get(vm, 0);
        let code = vm.heap.record_field(traceback, 1);
        let found = vm.image_code(code).and_then(|(_, view)| {
            let (locals, cells) = (view.local_count as usize, view.cell_count as usize);
            if n < locals {
                view.locals().nth(n)
            } else if n < locals + cells {
                view.cells().nth(n - locals).map(|(name, _)| name)
            } else {
                view.frees().nth(n - locals - cells)
            }
        });
        let Some(k) = found else { break };
        let image = vm.heap.code_image(code);
        let name = vm.image_constant(image, k, true)?;
        push(vm, list, name)?;
        n += 1;
    }
    let mut entry = 0;
    loop {
        let globals = vm.heap.record_field(args.get(vm, 0), 3);
        let Some(at) = vm.heap.next_entry(globals, entry) else { break };
        let key = vm.heap.entry_key(globals, at);
        push(vm, list, key)?;
        entry = at + 1;
    }
    for def in crate::builtins::FUNCTIONS {
        let made = vm.heap.intern(def.name.as_bytes());
        let name = vm.grant_memory(made)?;
        push(vm, list, name)?;
    }
    Ok(vm.heap.held(list))
}

fn push(vm: &mut Vm<'_>, list: crate::heap::Held, value: Value) -> Result<()> {
    let made = vm.heap.list_push(vm.heap.held(list), value);
    let (now, _) = vm.grant_memory(made)?;
    vm.heap.set_held(list, now);
    Ok(())
}
