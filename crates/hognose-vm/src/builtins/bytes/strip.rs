//! `strip`, `removeprefix`, `replace` and their like.

use super::super::string::{Ends, is_absent, most_replacements};
use super::super::text::{Parts, substring};
use super::{buffer_argument, make_like};
use crate::native::{Args, Result};
use crate::text::search::{Insert, cost_find, find_byte, put_replaced, replaced_len};
use crate::text::sink::Fixed;
use crate::text::space::is_byte_space;
use crate::types::Type;
use crate::vm::Vm;

fn stripped(vm: &mut Vm<'_>, args: Args, ends: Ends) -> Result {
    let chars = args.get(vm, 1);
    let chars = if is_absent(chars) { None } else { Some(buffer_argument(vm, args, 1)?) };
    let (start, end) = {
        let bytes = vm.heap.bytes_like(args.get(vm, 0)).unwrap_or(&[]);
        let set = chars.and_then(|chars| vm.heap.bytes_like(chars));
        let goes = |byte: u8| match set {
            Some(set) => find_byte(set, byte).is_some(),
            None => is_byte_space(byte),
        };
        let (mut start, mut end) = (0, bytes.len());
        while ends.start && start < end && goes(bytes[start]) {
            start += 1;
        }
        while ends.end && end > start && goes(bytes[end - 1]) {
            end -= 1;
        }
        (start, end)
    };
    let bytes = args.get(vm, 0);
    substring(vm, bytes, start, end)
}

/// `strip`
pub fn strip(vm: &mut Vm<'_>, args: Args) -> Result {
    stripped(vm, args, Ends { start: true, end: true })
}

/// `lstrip`
pub fn lstrip(vm: &mut Vm<'_>, args: Args) -> Result {
    stripped(vm, args, Ends { start: true, end: false })
}

/// `rstrip`
pub fn rstrip(vm: &mut Vm<'_>, args: Args) -> Result {
    stripped(vm, args, Ends { start: false, end: true })
}

/// `removeprefix`
pub fn removeprefix(vm: &mut Vm<'_>, args: Args) -> Result {
    let part = buffer_argument(vm, args, 1)?;
    let (n, cut) = {
        let bytes = vm.heap.bytes_like(args.get(vm, 0)).unwrap_or(&[]);
        let part = vm.heap.bytes_like(part).unwrap_or(&[]);
        (bytes.len(), if bytes.starts_with(part) { part.len() } else { 0 })
    };
    let bytes = args.get(vm, 0);
    substring(vm, bytes, cut, n)
}

/// `removesuffix`
pub fn removesuffix(vm: &mut Vm<'_>, args: Args) -> Result {
    let part = buffer_argument(vm, args, 1)?;
    let end = {
        let bytes = vm.heap.bytes_like(args.get(vm, 0)).unwrap_or(&[]);
        let part = vm.heap.bytes_like(part).unwrap_or(&[]);
        if bytes.ends_with(part) { bytes.len() - part.len() } else { bytes.len() }
    };
    let bytes = args.get(vm, 0);
    substring(vm, bytes, 0, end)
}

/// `replace`
pub fn replace(vm: &mut Vm<'_>, args: Args) -> Result {
    buffer_argument(vm, args, 1)?;
    buffer_argument(vm, args, 2)?;
    let most = most_replacements(vm, args)?;
    let kind = Parts::of(vm, args.get(vm, 0));
    let (counted, cost) = {
        let part = |i: usize| vm.heap.bytes_like(args.get(vm, i)).unwrap_or(&[]);
        let (bytes, old, new) = (part(0), part(1), part(2));
        (replaced_len(bytes, old, new.len(), most, Insert::Bytes), cost_find(bytes.len(), old.len()))
    };
    vm.charge(cost as usize / 8);
    let Some((times, total)) = counted.filter(|&(_, total)| total <= vm.heap.words() * 8) else {
        return Err(vm.raise(Type::OverflowError, "replace bytes is too long"));
    };
    if times == 0 && kind == Parts::Bytes {
        return Ok(args.get(vm, 0));
    }
    vm.charge(total / 8);
    vm.reserve(kind.words(total))?;
    let (bytes, old, new) = (args.get(vm, 0), args.get(vm, 1), args.get(vm, 2));
    Ok(make_like(vm, kind, total, |view, out| {
        let _ = put_replaced(
            view.bytes(bytes),
            view.bytes(old),
            view.bytes(new),
            times,
            Insert::Bytes,
            &mut Fixed::new(out),
        );
    }))
}
