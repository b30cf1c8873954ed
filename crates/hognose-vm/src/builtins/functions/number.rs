//! Built-in functions on numbers.

use crate::native::{Args, Result};
use crate::vm::Vm;

/// `abs`
pub fn abs(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_abs")?;
    Err(vm.tail_forward(function, args))
}

/// `bin`
pub fn bin(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_bin")?;
    Err(vm.tail_forward(function, args))
}

/// `divmod`
pub fn divmod(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_divmod")?;
    Err(vm.tail_forward(function, args))
}

/// `hex`
pub fn hex(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_hex")?;
    Err(vm.tail_forward(function, args))
}

/// `oct`
pub fn oct(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_oct")?;
    Err(vm.tail_forward(function, args))
}

/// `pow`
pub fn pow(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_pow")?;
    Err(vm.tail_forward(function, args))
}

/// `round`
pub fn round(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_round")?;
    Err(vm.tail_forward(function, args))
}
