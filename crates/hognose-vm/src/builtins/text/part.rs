//! Parts of strings and bytes, alone and in lists.

use super::raw;
use super::view::{View, make_bytes, split_block};
use crate::heap::Kind;
use crate::native::Result;
use crate::object::bytes::{BYTEARRAY_WORDS, bytes_words};
use crate::object::list::list_words;
use crate::object::string::str_words;
use crate::value::Value;
use crate::vm::Vm;

/// What parts become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Parts {
    /// Strings.
    Str,
    /// Bytes.
    Bytes,
    /// Bytearrays.
    ByteArray,
}

impl Parts {
    /// What parts of that value are.
    pub fn of(vm: &Vm<'_>, value: Value) -> Parts {
        match vm.heap.kind(value) {
            Kind::Bytes => Parts::Bytes,
            Kind::ByteArray => Parts::ByteArray,
            _ => Parts::Str,
        }
    }

    /// Words of a part of `n` bytes.
    pub fn words(self, n: usize) -> usize {
        match self {
            Parts::Str if n <= 5 => 0,
            Parts::Str => str_words(n),
            Parts::Bytes => bytes_words(n),
            Parts::ByteArray => BYTEARRAY_WORDS + bytes_words(n),
        }
    }
}

/// A part of a string, of bytes or of a bytearray, words for which were reserved.
pub(crate) fn copy_part(vm: &mut Vm<'_>, source: Value, start: usize, end: usize, kind: Parts) -> Value {
    let n = end.saturating_sub(start);
    let copy = |view: &View<'_>, out: &mut [u8]| {
        if let Some(part) = view.raw(source).get(start..end) {
            out.copy_from_slice(part);
        }
    };
    match kind {
        Parts::Str => vm.heap.make_part(source, start, end),
        Parts::Bytes => make_bytes(&mut vm.heap, n, copy),
        Parts::ByteArray => {
            let storage = vm.heap.alloc_buffer(n);
            super::fill_object(&mut vm.heap, storage, 0, n, copy);
            vm.heap.alloc_bytearray(storage, n)
        }
    }
}

/// The bytes from `start` to `end` of a value as one of its kind; the value itself when that is all of a str or bytes. May
/// reserve and move.
pub(crate) fn substring(vm: &mut Vm<'_>, source: Value, start: usize, end: usize) -> Result {
    let kind = Parts::of(vm, source);
    if kind != Parts::ByteArray && start == 0 && end == raw(vm, source).len() {
        return Ok(source);
    }
    let n = end - start.min(end);
    vm.charge(n / 8);
    if kind == Parts::Str && n <= 5 {
        return Ok(vm.heap.make_part(source, start, end));
    }
    let place = vm.heap.hold(source);
    vm.reserve(kind.words(end.saturating_sub(start)))?;
    let source = vm.heap.held(place);
    vm.heap.release(place);
    Ok(copy_part(vm, source, start, end, kind))
}

/// Parts whose places are kept on the native stack.
const FEW: usize = 8;

/// A list of parts of `source`, whose ranges the visitor tells from left to right (or from right to left, `reverse`). The
/// visitor gets the bytes of the source and of the separator, and is run twice when there are many.
pub(crate) fn list_of_parts(
    vm: &mut Vm<'_>,
    source: Value,
    separator: Value,
    reverse: bool,
    visit: impl Fn(&[u8], &[u8], &mut dyn FnMut(usize, usize)),
) -> Result {
    let kind = Parts::of(vm, source);
    let (mut count, mut words) = (0usize, 0usize);
    // The places of few parts are kept, and need no second run.
    let mut few = [0u64; FEW];
    {
        let (text, part) = (raw(vm, source), raw(vm, separator));
        visit(&text, &part, &mut |start, end| {
            if let Some(place) = few.get_mut(count) {
                *place = start as u64 | (end as u64) << 32;
            }
            count += 1;
            words += kind.words(end.saturating_sub(start));
        });
    }
    vm.charge(raw(vm, source).len() / 4 + count);
    let mark = vm.heap.held_mark();
    let (s, p) = (vm.heap.hold(source), vm.heap.hold(separator));
    vm.reserve(list_words(count).saturating_add(words))?;
    let (source, separator) = (vm.heap.held(s), vm.heap.held(p));
    vm.heap.release_to(mark);
    let list = vm.heap.alloc_list(count);
    if count == 0 {
        return Ok(list);
    }
    if let Some(few) = few.get(..count) {
        for (i, word) in few.iter().enumerate() {
            let item = copy_part(vm, source, *word as u32 as usize, (*word >> 32) as usize, kind);
            vm.heap.set_list_item(list, if reverse { count - 1 - i } else { i }, item);
        }
        return Ok(list);
    }
    // The places first, into the words of the items; nothing is collected before they are items.
    {
        let storage = vm.heap.field(list, 2);
        let (items, view) = split_block(&mut vm.heap, storage);
        let items = items.get_mut(1..).unwrap_or(&mut []);
        let mut i = 0;
        visit(&view.raw(source), &view.raw(separator), &mut |start, end| {
            let at = if reverse { count.wrapping_sub(1 + i) } else { i };
            if let Some(word) = items.get_mut(at) {
                *word = start as u64 | (end as u64) << 32;
            }
            i += 1;
        });
    }
    for i in 0..count {
        let word = vm.heap.list_item(list, i).0;
        let item = copy_part(vm, source, word as u32 as usize, (word >> 32) as usize, kind);
        vm.heap.set_list_item(list, i, item);
    }
    Ok(list)
}
