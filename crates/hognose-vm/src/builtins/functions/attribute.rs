//! Built-in functions about attributes, types and identity.

use crate::native::{Args, Result};
use crate::vm::Vm;

/// `callable`
pub fn callable(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_callable")?;
    Err(vm.tail_forward(function, args))
}

/// `delattr`
pub fn delattr(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_delattr")?;
    Err(vm.tail_forward(function, args))
}

/// `dir`
pub fn dir(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_dir")?;
    Err(vm.tail_forward(function, args))
}

/// `getattr`
pub fn getattr(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_getattr")?;
    Err(vm.tail_forward(function, args))
}

/// `hasattr`
pub fn hasattr(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_hasattr")?;
    Err(vm.tail_forward(function, args))
}

/// `hash`
pub fn hash(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_hash")?;
    Err(vm.tail_forward(function, args))
}

/// `help`
pub fn help(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_help")?;
    Err(vm.tail_forward(function, args))
}

/// `id`
pub fn id(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_id")?;
    Err(vm.tail_forward(function, args))
}

/// `isinstance`
pub fn isinstance(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_isinstance")?;
    Err(vm.tail_forward(function, args))
}

/// `issubclass`
pub fn issubclass(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_issubclass")?;
    Err(vm.tail_forward(function, args))
}

/// `setattr`
pub fn setattr(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_setattr")?;
    Err(vm.tail_forward(function, args))
}

/// `vars`
pub fn vars(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_vars")?;
    Err(vm.tail_forward(function, args))
}
