//! Reading objects while another object is being filled.
//!
//! A result is filled in place in the block, from other objects of the block. The block is split for that time: the words
//! being filled, and everything else, which a [`View`] reads.

use crate::heap::{Heap, Kind, header};
use crate::names;
use crate::num::bigint::Int;
use crate::object::grown::is_grown;
use crate::object::string::Text;
use crate::value::Value;

/// The block without the words that are being filled.
pub(crate) struct View<'a> {
    low: &'a [u64],
    high: &'a [u64],
    high_at: usize,
}

impl<'a> View<'a> {
    /// All of the block.
    pub fn whole(heap: &'a Heap<'_>) -> View<'a> {
        View { low: heap.mem, high: &[], high_at: heap.mem.len() }
    }

    /// Words of an object, header first; none for anything that is no object here.
    fn words(&self, value: Value) -> &'a [u64] {
        if !value.is_object() {
            return &[];
        }
        let at = value.offset();
        let rest = if at < self.high_at { self.low.get(at..) } else { self.high.get(at - self.high_at..) };
        let Some(rest) = rest else { return &[] };
        let size = rest.first().map_or(0, |&head| header::size(head));
        rest.get(..size).unwrap_or(&[])
    }

    fn kind(&self, value: Value) -> Kind {
        let byte = self.words(value).first().map_or(0, |&head| header::kind_byte(head));
        Kind::from_byte(byte).unwrap_or(Kind::Filler)
    }

    /// Bytes of an object that is `[len u32, _] bytes`.
    fn blob(&self, value: Value) -> &'a [u8] {
        match self.words(value) {
            [_, len, rest @ ..] => {
                let bytes: &[u8] = bytemuck::cast_slice(rest);
                bytes.get(..*len as u32 as usize).unwrap_or(bytes)
            }
            _ => &[],
        }
    }

    /// Bytes of a string; none for anything else.
    pub fn text(&self, value: Value) -> Text<'a> {
        if value.is_short_str() {
            let (bytes, n) = value.short_bytes();
            return Text::Short(bytes, n);
        }
        if value.is_name() {
            return Text::Bytes(names::TEXT.get(value.payload() as usize).map_or(b"", |t| t.as_bytes()));
        }
        match self.words(value) {
            [head, len, buffer, ..] if is_grown(*head) => {
                let bytes = self.blob(Value(*buffer));
                Text::Bytes(bytes.get(..*len as u32 as usize).unwrap_or(bytes))
            }
            [head, ..] if header::kind_byte(*head) == Kind::Str as u8 => Text::Bytes(self.blob(value)),
            _ => Text::Bytes(b""),
        }
    }

    /// Bytes of bytes, bytearrays, buffers and contiguous views of those; none for anything else.
    pub fn bytes(&self, value: Value) -> &'a [u8] {
        match self.kind(value) {
            Kind::Bytes | Kind::Buffer => self.blob(value),
            Kind::ByteArray => match self.words(value) {
                [_, len, _, storage, ..] => {
                    let bytes = self.blob(Value(*storage));
                    bytes.get(..*len as u32 as usize).unwrap_or(bytes)
                }
                _ => &[],
            },
            Kind::MemoryView => match self.words(value) {
                [_, place, shape, base, ..] => {
                    let (offset, items) = (*place as u32 as usize, (*place >> 32) as usize);
                    let size = (*shape >> 8) as u8 as usize;
                    let base = if self.kind(Value(*base)) == Kind::MemoryView {
                        &[]
                    } else {
                        self.bytes(Value(*base))
                    };
                    base.get(offset..offset + items * size).unwrap_or(&[])
                }
                _ => &[],
            },
            _ => &[],
        }
    }

    /// The bytes of a bytes object as words; none for anything else.
    pub fn words32(&self, value: Value) -> &'a [u32] {
        match self.words(value) {
            [_, len, rest @ ..] if self.kind(value) == Kind::Bytes => {
                let words: &[u32] = bytemuck::cast_slice(rest);
                words.get(..*len as u32 as usize / 4).unwrap_or(&[])
            }
            _ => &[],
        }
    }

    /// Runs a routine on a big integer; on zero for anything else.
    pub fn with_big<T>(&self, value: Value, run: impl FnOnce(Int<'_>) -> T) -> T {
        match self.words(value) {
            [_, sizes, limbs @ ..] if self.kind(value) == Kind::BigInt => {
                let limbs: &[u32] = bytemuck::cast_slice(limbs);
                run(Int::new(sizes >> 32 != 0, limbs.get(..*sizes as u32 as usize).unwrap_or(limbs)))
            }
            _ => run(Int::new(false, &[])),
        }
    }

    /// Bytes of a string, or of anything with bytes.
    pub fn raw(&self, value: Value) -> Text<'a> {
        if self.kind(value) == Kind::Str || value.is_short_str() || value.is_name() {
            self.text(value)
        } else {
            Text::Bytes(self.bytes(value))
        }
    }
}

/// The objects of the block, and what is free behind them: `words` words, reserved before.
pub(crate) fn split_free<'a>(heap: &'a mut Heap<'_>, words: usize) -> (View<'a>, &'a mut [u64]) {
    let top = heap.top;
    let (low, free) = heap.mem.split_at_mut(top);
    (View { low, high: &[], high_at: top }, free.get_mut(..words).unwrap_or(&mut []))
}

/// The words of an object, to fill them, and a view of the rest of the block.
pub(crate) fn split_block<'a>(heap: &'a mut Heap<'_>, object: Value) -> (&'a mut [u64], View<'a>) {
    let at = object.offset();
    let end = at + heap.size(object);
    let (low, rest) = heap.mem.split_at_mut(at);
    let (words, high) = rest.split_at_mut(end - at);
    (words, View { low, high, high_at: end })
}

/// Fills bytes `from..from + n` of an object that is `[len u32, _] bytes`, with the rest of the block in view.
pub(crate) fn fill_object(
    heap: &mut Heap<'_>,
    object: Value,
    from: usize,
    n: usize,
    fill: impl FnOnce(&View<'_>, &mut [u8]),
) {
    let (words, view) = split_block(heap, object);
    let bytes: &mut [u8] = bytemuck::cast_slice_mut(words.get_mut(2..).unwrap_or(&mut []));
    if let Some(out) = bytes.get_mut(from..from + n) {
        fill(&view, out);
    }
}

/// A string of `len` bytes, reserved before ([`str_words`](crate::object::string::str_words)), filled by a closure.
pub(crate) fn make_str(heap: &mut Heap<'_>, len: usize, fill: impl FnOnce(&View<'_>, &mut [u8])) -> Value {
    let made = heap.alloc_str(len);
    fill_object(heap, made, 0, len, fill);
    let ascii = heap.text(made).is_ascii();
    heap.finish_str(made, ascii)
}

/// A bytes object of `len` bytes, reserved before ([`bytes_words`](crate::object::bytes::bytes_words)), filled by a closure.
pub(crate) fn make_bytes(heap: &mut Heap<'_>, len: usize, fill: impl FnOnce(&View<'_>, &mut [u8])) -> Value {
    let made = heap.alloc_bytes(len);
    fill_object(heap, made, 0, len, fill);
    made
}
