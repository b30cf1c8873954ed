//! Built-in functions that compile, run and import code, and make classes.

use crate::native::{Args, Result};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// `__build_class__`
pub fn build_class(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_build_class")?;
    Err(vm.tail_forward(function, args))
}

/// `__import__`
pub fn import(vm: &mut Vm<'_>, args: Args) -> Result {
    let named = (0..args.keyword_count()).find(|&i| *vm.heap.text(args.keyword_name(vm, i)) == *b"name");
    let name = vm.unwrap(named.map_or(args.get(vm, 0), |i| args.keyword_value(vm, i)));
    if vm.heap.is_str(name) {
        vm.check_grant(name)?;
    }
    let function = vm.frozen_function("_builtin_import")?;
    Err(vm.tail_forward(function, args))
}

/// `aiter`
pub fn aiter(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    if vm.is_async_generator(value) {
        return Ok(value);
    }
    let function = vm.frozen_function("_builtin_aiter")?;
    Err(vm.tail_forward(function, args))
}

/// `anext`
pub fn anext(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    if args.len() == 1 && vm.is_async_generator(value) {
        return vm.new_step(value, crate::value::Value::NONE);
    }
    let function = vm.frozen_function("_builtin_anext")?;
    Err(vm.tail_forward(function, args))
}

/// `compile`
pub fn compile(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_compile")?;
    Err(vm.tail_forward(function, args))
}

/// `eval`
pub fn eval(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_eval")?;
    Err(vm.tail_forward(function, args))
}

/// `exec`
pub fn exec(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_exec")?;
    Err(vm.tail_forward(function, args))
}

/// `globals`
pub fn globals(vm: &mut Vm<'_>, _args: Args) -> Result {
    match vm.script_globals() {
        Some(globals) => Ok(globals),
        None => Err(vm.raise(Type::SystemError, "globals(): no current frame")),
    }
}

/// `locals`
pub fn locals(vm: &mut Vm<'_>, _args: Args) -> Result {
    match vm.script_frame() {
        Some(fp) => vm.frame_locals(fp),
        None => Err(vm.raise(Type::SystemError, "locals(): no current frame")),
    }
}

/// `exit` and `quit`
pub fn exit(vm: &mut Vm<'_>, args: Args) -> Result {
    let code = args.get(vm, 0);
    let code = if code.is_unbound() { Value::NONE } else { code };
    Err(vm.raise_value(Type::SystemExit, code))
}
