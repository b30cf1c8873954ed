//! `translate`, `maketrans`

use super::super::text::{Parameters, Parts, make_bytes};
use super::{buffer, buffer_argument, length, make_like, not_bytes};
use crate::native::{Args, Result};
use crate::object::bytes::bytes_words;
use crate::text::search::find_byte;
use crate::types::Type;
use crate::vm::Vm;

static TRANSLATE: Parameters<2> =
    Parameters { function: "translate", names: ["", "delete"], required: 1, positional: 2 };

/// `translate`
pub fn translate(vm: &mut Vm<'_>, args: Args) -> Result {
    let bound = TRANSLATE.bind(vm, args, 1)?;
    for i in 0..2 {
        let value = bound.get(vm, i);
        if value.is_unbound() || i == 0 && value.is_none() {
            continue;
        }
        let Some(bytes) = buffer(vm, value)? else {
            let value = bound.get(vm, i);
            return Err(not_bytes(vm, value));
        };
        bound.set(vm, i, bytes);
        if i == 0 && vm.heap.bytes_like(bytes).map_or(0, <[u8]>::len) != 256 {
            return Err(vm.raise(Type::ValueError, "translation table must be 256 characters long"));
        }
    }
    let kind = Parts::of(vm, args.get(vm, 0));
    let n = length(vm, args);
    vm.charge(n / 2);
    let left = {
        let deleted = vm.heap.bytes_like(bound.get(vm, 1)).unwrap_or(&[]);
        let bytes = vm.heap.bytes_like(args.get(vm, 0)).unwrap_or(&[]);
        bytes.iter().filter(|&&byte| find_byte(deleted, byte).is_none()).count()
    };
    vm.reserve(kind.words(left))?;
    let (bytes, table, deleted) = (args.get(vm, 0), bound.get(vm, 0), bound.get(vm, 1));
    Ok(make_like(vm, kind, left, |view, out| {
        let table = view.bytes(table);
        let deleted = view.bytes(deleted);
        let kept = view.bytes(bytes).iter().filter(|&&byte| find_byte(deleted, byte).is_none());
        for (to, &byte) in out.iter_mut().zip(kept) {
            *to = table.get(byte as usize).copied().unwrap_or(byte);
        }
    }))
}

/// `maketrans`
pub fn maketrans(vm: &mut Vm<'_>, args: Args) -> Result {
    if args.len() != 2 {
        let n = args.len();
        return Err(
            vm.raise_with(Type::TypeError, |_, out| write!(out, "maketrans expected 2 arguments, got {n}"))
        );
    }
    buffer_argument(vm, args, 0)?;
    buffer_argument(vm, args, 1)?;
    let size = |i: usize| vm.heap.bytes_like(args.get(vm, i)).map_or(0, <[u8]>::len);
    if size(0) != size(1) {
        return Err(vm.raise(Type::ValueError, "maketrans arguments must have same length"));
    }
    vm.reserve(bytes_words(256))?;
    let (from, to) = (args.get(vm, 0), args.get(vm, 1));
    Ok(make_bytes(&mut vm.heap, 256, |view, out| {
        for (i, byte) in out.iter_mut().enumerate() {
            *byte = i as u8;
        }
        for (&from, &to) in view.bytes(from).iter().zip(view.bytes(to)) {
            if let Some(byte) = out.get_mut(from as usize) {
                *byte = to;
            }
        }
    }))
}
