//! Values as text: `str`, `repr` and `format` where no Python code is needed.

use crate::native::Result;
use crate::value::Value;
use crate::vm::Vm;

/// `str(value)` when that needs no Python code.
pub(crate) fn quick_str(vm: &mut Vm<'_>, value: Value) -> Result<Option<Value>> {
    let _ = (vm, value);
    Ok(None)
}

/// `format(value, spec)` when that needs no Python code.
pub(crate) fn quick_format(vm: &mut Vm<'_>, value: Value, spec: Value) -> Result<Option<Value>> {
    let _ = (vm, value, spec);
    Ok(None)
}
