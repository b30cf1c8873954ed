//! Built-in functions that make and show text.

use crate::native::{Args, Result};
use crate::vm::Vm;

/// `ascii`
pub fn ascii(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_ascii")?;
    Err(vm.tail_forward(function, args))
}

/// `chr`
pub fn chr(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_chr")?;
    Err(vm.tail_forward(function, args))
}

/// `format`
pub fn format(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_format")?;
    Err(vm.tail_forward(function, args))
}

/// `input`
pub fn input(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_input")?;
    Err(vm.tail_forward(function, args))
}

/// `ord`
pub fn ord(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_ord")?;
    Err(vm.tail_forward(function, args))
}

/// `print`
pub fn print(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_print")?;
    Err(vm.tail_forward(function, args))
}

/// `repr`
pub fn repr(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_repr")?;
    Err(vm.tail_forward(function, args))
}
