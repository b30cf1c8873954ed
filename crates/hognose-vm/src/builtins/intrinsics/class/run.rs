//! Compiling and running code.

use crate::heap::Kind;
use crate::interp::{Compiled, Source};
use crate::names;
use crate::native::{Args, Result};
use crate::object::function::F_CLOSURE;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// `_caller()`: globals and locals of the script's frame.
pub(super) fn caller(vm: &mut Vm<'_>, _args: Args) -> Result {
    let Some(fp) = vm.script_frame() else {
        return Err(vm.raise(Type::SystemError, "globals and locals cannot be NULL"));
    };
    let locals = vm.frame_locals(fp)?;
    let globals = vm.frame_globals_at(fp);
    let made = vm.heap.new_tuple(&[globals, locals]);
    vm.grant_memory(made)
}

/// `_is_code(x)`
pub(super) fn is_code(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(Value::bool(matches!(vm.heap.kind(args.get(vm, 0)), Kind::Code | Kind::CodeStub)))
}

/// `_compile(source, file, mode, separate_locals)`: a code object, or what to raise: `(class, message, details)`.
pub(super) fn compile(vm: &mut Vm<'_>, args: Args) -> Result {
    let text = vm.unwrap(args.get(vm, 0));
    let has_null = if vm.heap.is_str(text) {
        vm.heap.text(text).contains(&0)
    } else {
        vm.heap.bytes_like(text).is_some_and(|bytes| bytes.contains(&0))
    };
    if has_null {
        return Err(vm.raise(Type::SyntaxError, "source code string cannot contain null bytes"));
    }
    let file = vm.unwrap(args.get(vm, 1));
    let source = Source {
        text: vm.heap.hold(text),
        file: vm.heap.hold(file),
        module: vm.heap.hold(names::DUNDER_MAIN),
        package: false,
        mode: args.get(vm, 2).as_int().unwrap_or(0) as u8,
        separate_locals: args.get(vm, 3) == Value::TRUE,
        keep_source: false,
    };
    match vm.compile_held(source)? {
        Compiled::Image(image) => vm.module_code(image, 0),
        Compiled::Refused(error) => vm.refusal(&error, source),
    }
}

/// `_run_code(code, globals, locals, closure or None)`: runs code over namespaces and gives its value.
pub(super) fn run_code(vm: &mut Vm<'_>, args: Args) -> Result {
    let globals = vm.unwrap(args.get(vm, 1));
    args.set(vm, 1, globals);
    if vm.heap.get_str(globals, names::DUNDER_BUILTINS).is_none() {
        let builtins = vm.builtins_module()?;
        let globals = args.get(vm, 1);
        let made = vm.heap.set_str(globals, names::DUNDER_BUILTINS, builtins);
        vm.grant_memory(made)?;
    }
    let code = vm.lower(args.get(vm, 0))?;
    let function = vm.new_function(code, args.get(vm, 1))?;
    let (globals, locals, closure) = (args.get(vm, 1), args.get(vm, 2), args.get(vm, 3));
    if !closure.is_none() {
        vm.heap.set_field(function, F_CLOSURE, closure);
    }
    if vm.unwrap(locals) == globals {
        return Err(vm.tail_call(function, &[]));
    }
    Err(vm.tail_run(function, locals))
}

/// `_run_body(function, namespace)`: runs the body of a class.
pub(super) fn run_body(vm: &mut Vm<'_>, args: Args) -> Result {
    let (function, namespace) = (args.get(vm, 0), args.get(vm, 1));
    if !vm.heap.is_kind(function, Kind::Function) {
        return Err(vm.raise(Type::TypeError, "__build_class__: func must be a function"));
    }
    Err(vm.tail_run(function, namespace))
}

/// `_load_global(globals, name)`: among globals and built-in names; NameError.
pub(super) fn load_global(vm: &mut Vm<'_>, args: Args) -> Result {
    let (globals, name) = (args.get(vm, 0), args.get(vm, 1));
    if let Some(value) = vm.heap.get_str(globals, name) {
        return Ok(value);
    }
    match vm.find_builtin_from(globals, name)? {
        Some(value) => Ok(value),
        None => {
            let name = args.get(vm, 1);
            Err(vm.name_error(name))
        }
    }
}
