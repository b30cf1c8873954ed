//! `split`, `rsplit`, `partition`.

use super::super::string::{parts, split_arguments, three_parts};
use super::{buffer, buffer_argument, not_bytes};
use crate::native::{Args, Result};
use crate::types::Type;
use crate::vm::Vm;

fn split_either(vm: &mut Vm<'_>, args: Args, back: bool) -> Result {
    let (separator, most) = split_arguments(vm, args, back)?;
    let mut inner = separator;
    if !separator.is_none() {
        let place = vm.heap.hold(separator);
        let Some(bytes) = buffer(vm, separator)? else {
            let separator = vm.heap.held(place);
            return Err(not_bytes(vm, separator));
        };
        if vm.heap.bytes_like(bytes).is_none_or(<[u8]>::is_empty) {
            return Err(vm.raise(Type::ValueError, "empty separator"));
        }
        inner = bytes;
    }
    let bytes = args.get(vm, 0);
    parts(vm, bytes, inner, most, back, true)
}

/// `split`
pub fn split(vm: &mut Vm<'_>, args: Args) -> Result {
    split_either(vm, args, false)
}

/// `rsplit`
pub fn rsplit(vm: &mut Vm<'_>, args: Args) -> Result {
    split_either(vm, args, true)
}

/// `partition`
pub fn partition(vm: &mut Vm<'_>, args: Args) -> Result {
    let separator = buffer_argument(vm, args, 1)?;
    three_parts(vm, args, separator, false)
}

/// `rpartition`
pub fn rpartition(vm: &mut Vm<'_>, args: Args) -> Result {
    let separator = buffer_argument(vm, args, 1)?;
    three_parts(vm, args, separator, true)
}
