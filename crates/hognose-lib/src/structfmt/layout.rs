//! A format as a whole, and its items one by one.

use super::code::{Code, size};
use super::error::StructError;

/// What a format says, checked: byte order, size, number of items.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Layout {
    /// Bytes that it packs into.
    pub size: u64,
    /// Values that it packs.
    pub items: u64,
    /// Most significant byte first.
    pub big_endian: bool,
    /// Native sizes and alignment (`@`, or none).
    pub native: bool,
}

/// One value's place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Item {
    /// Its format character.
    pub code: Code,
    /// Where it starts, in bytes.
    pub offset: u64,
    /// How many bytes it is.
    pub size: u64,
}

/// A count and a format character.
struct Field {
    code: u8,
    count: u64,
}

/// The greatest size, as on a 64-bit machine.
const MAX: u64 = i64::MAX as u64;

impl Layout {
    /// Checks a format and sums it up.
    pub fn read(text: &[u8]) -> Result<Layout, StructError> {
        if text.contains(&0) {
            return Err(StructError::EmbeddedNull);
        }
        let (big_endian, native) = match text.first() {
            Some(b'>' | b'!') => (true, false),
            Some(b'<' | b'=') => (false, false),
            _ => (false, true),
        };
        let mut layout = Layout { size: 0, items: 0, big_endian, native };
        let mut at = start(text);
        while let Some(field) = next_field(text, &mut at)? {
            let size = size(field.code, native).ok_or(StructError::BadChar)?;
            let offset = layout.align(layout.size, field.code, size);
            let bytes = field.count.checked_mul(size).and_then(|n| n.checked_add(offset));
            layout.size = bytes.filter(|&n| n <= MAX).ok_or(StructError::TooLong)?;
            layout.items += match field.code {
                b'x' => 0,
                b's' | b'p' => 1,
                _ => field.count,
            };
        }
        Ok(layout)
    }

    /// Where a value of `size` bytes can start, at `offset` or after.
    fn align(&self, offset: u64, code: u8, size: u64) -> u64 {
        let aligned = self.native && !matches!(code, b's' | b'p' | b'x');
        if aligned { offset.saturating_add(size - 1) / size * size } else { offset }
    }

    /// Checks the number of values. `function` is `pack` or `pack_into`.
    pub fn check_items(&self, function: &'static str, got: u64) -> Result<(), StructError> {
        if got == self.items {
            Ok(())
        } else {
            Err(StructError::Items { function, expected: self.items, got })
        }
    }

    /// Checks the buffer of `unpack`, of `len` bytes.
    pub fn check_unpack(&self, len: u64) -> Result<(), StructError> {
        if len == self.size { Ok(()) } else { Err(StructError::Buffer(self.size)) }
    }

    /// Checks the buffer of `iter_unpack`.
    pub fn check_iter(&self, len: u64) -> Result<(), StructError> {
        if self.size == 0 {
            return Err(StructError::NothingToIterate);
        }
        if len % self.size == 0 { Ok(()) } else { Err(StructError::Multiple(self.size)) }
    }

    /// Where `pack_into` or `unpack_from` start in a buffer of `len` bytes; a negative offset counts from its end.
    pub fn place(&self, packing: bool, offset: i64, len: u64) -> Result<u64, StructError> {
        let mut start = offset.unsigned_abs();
        if offset < 0 {
            if start < self.size {
                let wrong = if packing { StructError::NoSpace } else { StructError::NotEnough };
                return Err(wrong(self.size, offset));
            }
            start = len.checked_sub(start).ok_or(StructError::Offset(offset, len))?;
        }
        match len.checked_sub(start) {
            Some(left) if left >= self.size => Ok(start),
            _ => Err(StructError::BufferAt { packing, size: self.size, offset: start, len }),
        }
    }
}

fn start(text: &[u8]) -> usize {
    usize::from(matches!(text.first(), Some(b'@' | b'=' | b'<' | b'>' | b'!')))
}

/// Reads a field; nothing at the end.
fn next_field(text: &[u8], at: &mut usize) -> Result<Option<Field>, StructError> {
    while text.get(*at).is_some_and(|b| matches!(b, b' ' | 9..=13)) {
        *at += 1;
    }
    let mut count = None;
    while let Some(digit) = text.get(*at).filter(|b| b.is_ascii_digit()) {
        let sum = count.unwrap_or(0u64).checked_mul(10).and_then(|n| n.checked_add(u64::from(digit - b'0')));
        count = Some(sum.filter(|&n| n <= MAX).ok_or(StructError::TooLong)?);
        *at += 1;
    }
    let Some(&code) = text.get(*at) else {
        return if count.is_some() { Err(StructError::CountWithoutCode) } else { Ok(None) };
    };
    *at += 1;
    Ok(Some(Field { code, count: count.unwrap_or(1) }))
}

/// Walks the items of a format. It holds no text, and can be kept and copied.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cursor {
    at: usize,
    offset: u64,
    /// The field that is walked, and how many of it are left.
    item: Option<(Code, u64)>,
    left: u64,
}

impl Cursor {
    /// At the start of the format `text`.
    pub fn new(text: &[u8]) -> Cursor {
        Cursor { at: start(text), offset: 0, item: None, left: 0 }
    }

    /// The next item of the format, which is the same at each call. All bytes between items are padding.
    pub fn next(&mut self, text: &[u8], layout: &Layout) -> Option<Item> {
        loop {
            if let (Some((code, size)), 1..) = (self.item, self.left) {
                let item = Item { code, offset: self.offset, size };
                self.left -= 1;
                self.offset = self.offset.saturating_add(size);
                return Some(item);
            }
            let field = next_field(text, &mut self.at).ok()??;
            let size = size(field.code, layout.native)?;
            self.offset = layout.align(self.offset, field.code, size);
            match field.code {
                b'x' => self.offset = self.offset.saturating_add(field.count),
                b's' | b'p' => (self.item, self.left) = (Some((Code(field.code), field.count)), 1),
                code => (self.item, self.left) = (Some((Code(code), size)), field.count),
            }
        }
    }
}
