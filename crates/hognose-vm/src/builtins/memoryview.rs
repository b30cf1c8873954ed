//! `memoryview`: `[offset u32, items u32] [format u8, itemsize u8, readonly u8, 0, stride i32] base object shape`.
//!
//! The base is the bytes or bytearray that holds the items, None after `release`; the object is what `obj` shows. The
//! stride is in bytes; a view of several dimensions has a tuple of their lengths and lies in one piece.

use super::text::{View, make_bytes};
use crate::native::{Def, Native, Result};
use crate::object::bytes::bytes_words;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    let _ = kind;
    &[]
}

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    let _ = kind;
    None
}

/// Word of the base.
const BASE: usize = 3;

/// What a view shows of its base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    /// Byte of the first item.
    pub offset: usize,
    /// Number of items.
    pub items: usize,
    /// Code of the items as `struct` has it.
    pub format: u8,
    /// Bytes of an item.
    pub size: usize,
    /// Are writes refused?
    pub readonly: bool,
    /// Bytes from one item to the next.
    pub stride: i32,
}

impl Layout {
    /// Do the items lie side by side?
    pub fn is_contiguous(&self) -> bool {
        self.items <= 1 || self.stride as i64 == self.size as i64
    }

    /// Byte of item `i`.
    pub fn place(&self, i: usize) -> usize {
        (self.offset as i64 + i as i64 * self.stride as i64).max(0) as usize
    }
}

/// What a view shows.
pub(crate) fn layout(vm: &Vm<'_>, view: Value) -> Layout {
    let (place, shape) = (vm.heap.word(view, 1), vm.heap.word(view, 2));
    Layout {
        offset: place as u32 as usize,
        items: (place >> 32) as usize,
        format: shape as u8,
        size: (shape >> 8) as u8 as usize,
        readonly: (shape >> 16) as u8 != 0,
        stride: (shape >> 32) as i32,
    }
}

/// Copies the items of a view one after the other.
pub(crate) fn gather(layout: &Layout, bytes: &[u8], out: &mut [u8]) {
    for (i, item) in out.chunks_exact_mut(layout.size.max(1)).enumerate() {
        let at = layout.place(i);
        if let Some(from) = bytes.get(at..at + layout.size) {
            item.copy_from_slice(from);
        }
    }
}

/// The bytes that a view shows, as a bytes object. May reserve and move.
pub(crate) fn copy_bytes(vm: &mut Vm<'_>, view: Value) -> Result {
    let shown = layout(vm, view);
    let n = shown.items * shown.size;
    vm.charge(n / 8 + if shown.is_contiguous() { 0 } else { shown.items });
    let place = vm.heap.hold(view);
    vm.reserve(bytes_words(n))?;
    let base = vm.heap.field(vm.heap.held(place), BASE);
    vm.heap.release(place);
    Ok(make_bytes(&mut vm.heap, n, |rest: &View<'_>, out| gather(&shown, rest.bytes(base), out)))
}
