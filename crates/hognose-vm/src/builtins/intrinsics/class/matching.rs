//! Class patterns.

use crate::native::{Args, Result};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// `_match_builtin(class)`: does one positional pattern match the subject itself?
pub(super) fn match_builtin(vm: &mut Vm<'_>, args: Args) -> Result {
    const WHOLE: [Type; 11] = [
        Type::Bool,
        Type::ByteArray,
        Type::Bytes,
        Type::Dict,
        Type::Float,
        Type::FrozenSet,
        Type::Int,
        Type::List,
        Type::Set,
        Type::Str,
        Type::Tuple,
    ];
    let class = args.get(vm, 0);
    let is = WHOLE.iter().any(|kind| vm.is_subclass(class, kind.value()));
    Ok(Value::bool(is))
}
