//! Built-in functions over iterables.

use crate::native::{Args, Result};
use crate::vm::Vm;

/// `all`
pub fn all(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_all")?;
    Err(vm.tail_forward(function, args))
}

/// `any`
pub fn any(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_any")?;
    Err(vm.tail_forward(function, args))
}

/// `iter`
pub fn iter(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_iter")?;
    Err(vm.tail_forward(function, args))
}

/// `len`
pub fn len(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_len")?;
    Err(vm.tail_forward(function, args))
}

/// `max`
pub fn max(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_max")?;
    Err(vm.tail_forward(function, args))
}

/// `min`
pub fn min(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_min")?;
    Err(vm.tail_forward(function, args))
}

/// `next`
pub fn next(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_next")?;
    Err(vm.tail_forward(function, args))
}

/// `sorted`
pub fn sorted(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_sorted")?;
    Err(vm.tail_forward(function, args))
}

/// `sum`
pub fn sum(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_sum")?;
    Err(vm.tail_forward(function, args))
}
