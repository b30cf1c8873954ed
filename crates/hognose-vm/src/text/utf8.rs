//! Generalised UTF-8: how strings are stored, and how bytes are checked before they become one.
//!
//! A string is a sequence of code points from 0 to 0x10FFFF, each stored as UTF-8 stores it. Python strings may hold
//! lone surrogates ("\ud800"): they are stored the same way, as three bytes `ED A0..BF 80..BF`. Two surrogates side by
//! side stay two code points, as in Python, and are never joined; so the text is UTF-8 exactly when it has no
//! surrogate, and equal strings have equal bytes. Byte order is code point order.
//!
//! Functions on strings trust that they are well formed but never panic when they are not.

use super::sink::{Full, Sink};

/// The last code point.
pub const MAX: u32 = 0x10FFFF;

/// One code point encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoded {
    bytes: [u8; 4],
    len: usize,
}

impl Encoded {
    /// Encodes a code point (surrogates too). What is above [`MAX`] becomes U+FFFD.
    pub fn new(point: u32) -> Self {
        let tail = |shift: u32| 0x80 | (point >> shift & 0x3F) as u8;
        let (bytes, len) = match point {
            0..=0x7F => ([point as u8, 0, 0, 0], 1),
            0x80..=0x7FF => ([0xC0 | (point >> 6) as u8, tail(0), 0, 0], 2),
            0x800..=0xFFFF => ([0xE0 | (point >> 12) as u8, tail(6), tail(0), 0], 3),
            0x1_0000..=MAX => ([0xF0 | (point >> 18) as u8, tail(12), tail(6), tail(0)], 4),
            _ => ([0xEF, 0xBF, 0xBD, 0], 3),
        };
        Encoded { bytes, len }
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

/// Puts one code point.
pub fn put(point: u32, sink: &mut (impl Sink + ?Sized)) -> Result<(), Full> {
    sink.put(Encoded::new(point).bytes())
}

/// Bytes that the encoding of a code point takes.
pub fn width(point: u32) -> usize {
    match point {
        0..=0x7F => 1,
        0x80..=0x7FF => 2,
        0x800..=0xFFFF => 3,
        _ => 4,
    }
}

/// The code point at a byte offset and its length in bytes; `None` at the end. A byte that begins no code point counts
/// as U+FFFD of one byte.
#[inline]
pub fn decode(text: &[u8], at: usize) -> Option<(u32, usize)> {
    let rest = text.get(at..)?;
    let &first = rest.first()?;
    if first < 0x80 {
        return Some((first.into(), 1));
    }
    let tail = |byte: u8| u32::from(byte & 0x3F);
    let lead = u32::from(first);
    Some(match (first, rest) {
        (0xC0..=0xDF, [_, a, ..]) => ((lead & 0x1F) << 6 | tail(*a), 2),
        (0xE0..=0xEF, [_, a, b, ..]) => ((lead & 0x0F) << 12 | tail(*a) << 6 | tail(*b), 3),
        (0xF0.., [_, a, b, c, ..]) => ((lead & 0x07) << 18 | tail(*a) << 12 | tail(*b) << 6 | tail(*c), 4),
        _ => (0xFFFD, 1),
    })
}

/// The code point that ends at a byte offset and its length in bytes; `None` at the start.
pub fn decode_back(text: &[u8], end: usize) -> Option<(u32, usize)> {
    let before = text.get(..end)?;
    let start = before.len().checked_sub(1)?;
    let back = before.iter().rev().take(4).position(|&byte| byte & 0xC0 != 0x80).unwrap_or(0);
    let start = start - back;
    match decode(before, start) {
        Some((point, size)) if start + size == end => Some((point, size)),
        _ => Some((0xFFFD, 1)),
    }
}

/// The code points of a string.
#[derive(Debug, Clone)]
pub struct Points<'a> {
    text: &'a [u8],
    at: usize,
}

/// Iterates over the code points of a string.
pub fn points(text: &[u8]) -> Points<'_> {
    Points { text, at: 0 }
}

impl Points<'_> {
    /// The byte offset of the next code point.
    pub fn offset(&self) -> usize {
        self.at
    }
}

impl Iterator for Points<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let (point, size) = decode(self.text, self.at)?;
        self.at += size;
        Some(point)
    }
}

const LOW_BITS: u64 = 0x0101_0101_0101_0101;

/// Bytes of eight that continue a code point, as ones in the lowest bit of each.
fn continuations(word: &[u8]) -> u64 {
    let word = word.try_into().map_or(0, u64::from_le_bytes);
    (word >> 7) & !(word >> 6) & LOW_BITS
}

/// Code points in a string.
pub fn count(text: &[u8]) -> usize {
    let mut words = text.chunks_exact(8);
    let mut inner = 0;
    let mut sums = 0u64;
    for (at, word) in (&mut words).enumerate() {
        // Sums of eight byte-wide counters, gathered before one can overflow.
        sums += continuations(word);
        if at % 255 == 254 {
            inner += gather(sums);
            sums = 0;
        }
    }
    inner += gather(sums);
    inner += words.remainder().iter().filter(|&&byte| byte & 0xC0 == 0x80).count();
    text.len() - inner
}

fn gather(sums: u64) -> usize {
    sums.to_le_bytes().iter().map(|&count| usize::from(count)).sum()
}

/// The byte offset of the code point with this index; the length of the text for the index behind the last; `None`
/// beyond that. Cost: a step for every eight bytes passed.
pub fn offset_of(text: &[u8], index: usize) -> Option<usize> {
    let (mut at, mut left) = (0, index);
    for block in text.chunks_exact(64) {
        // No early exit: the compiler counts a whole block at once.
        let starts = block.iter().fold(0u8, |n, &byte| n + (byte & 0xC0 != 0x80) as u8) as usize;
        if starts > left {
            break;
        }
        (at, left) = (at + 64, left - starts);
    }
    for word in text[at..].chunks_exact(8) {
        let starts = 8 - continuations(word).count_ones() as usize;
        if starts > left {
            break;
        }
        (at, left) = (at + 8, left - starts);
    }
    // Here `left` code points begin at or after `at` before the one wanted; `at` may be inside one.
    while at < text.len() {
        if text[at] & 0xC0 != 0x80 {
            if left == 0 {
                return Some(at);
            }
            left -= 1;
        }
        at += 1;
    }
    (left == 0).then_some(at)
}

/// The index of the code point at a byte offset.
pub fn index_of(text: &[u8], offset: usize) -> usize {
    count(text.get(..offset).unwrap_or(text))
}

/// The first surrogate: its byte offset and value. Its index is [`index_of`] the offset. Encoding a string that has one
/// is UnicodeEncodeError, "surrogates not allowed".
pub fn find_surrogate(text: &[u8]) -> Option<(usize, u32)> {
    let at = text.windows(2).position(|pair| pair[0] == 0xED && pair[1] >= 0xA0)?;
    decode(text, at).map(|(point, _)| (at, point))
}

/// Why bytes are no UTF-8, in CPython's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// "invalid start byte"
    Start,
    /// "invalid continuation byte"
    Continuation,
    /// "unexpected end of data"
    End,
}

impl Reason {
    /// The reason of the UnicodeDecodeError.
    pub fn text(self) -> &'static str {
        match self {
            Reason::Start => "invalid start byte",
            Reason::Continuation => "invalid continuation byte",
            Reason::End => "unexpected end of data",
        }
    }
}

/// What is wrong in bytes that are no UTF-8. The exception's `start` and `end` are these offsets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Utf8Error {
    /// Offset of the first byte that is wrong.
    pub start: usize,
    /// Offset behind the bytes that are wrong; decoding goes on there.
    pub end: usize,
    /// Why.
    pub reason: Reason,
}

/// Checks bytes from `from` on. Surrogates are refused, as Python's "utf-8" codec does; with `surrogatepass` they are
/// taken. Cost: a step a byte.
pub fn check(bytes: &[u8], from: usize, surrogatepass: bool) -> Result<(), Utf8Error> {
    let mut at = from.min(bytes.len());
    while at < bytes.len() {
        // `core` is fast at what is right.
        match core::str::from_utf8(&bytes[at..]) {
            Ok(_) => return Ok(()),
            Err(error) => at += error.valid_up_to(),
        }
        let error = Utf8Error { start: at, ..examine(bytes, at) };
        let surrogate = matches!(bytes[at..], [0xED, 0xA0..=0xBF, 0x80..=0xBF, ..]);
        if !(surrogatepass && surrogate) {
            return Err(error);
        }
        at += 3;
    }
    Ok(())
}

/// What CPython finds wrong with the bytes at an offset where something is wrong.
fn examine(bytes: &[u8], at: usize) -> Utf8Error {
    let rest = &bytes[at..];
    let wrong = |size: usize, reason| Utf8Error { start: at, end: at + size, reason };
    let byte = |place: usize| rest.get(place).copied();
    let follows = |place: usize| byte(place).is_some_and(|byte| byte & 0xC0 == 0x80);
    let size = match byte(0) {
        Some(0xC2..=0xDF) => 2,
        Some(0xE0..=0xEF) => 3,
        Some(0xF0..=0xF4) => 4,
        _ => return wrong(1, Reason::Start),
    };
    let second = match (byte(0), byte(1)) {
        (_, None) => return wrong(1, Reason::End),
        (Some(0xE0), Some(second)) => second >= 0xA0,
        (Some(0xED), Some(second)) => second < 0xA0,
        (Some(0xF0), Some(second)) => second >= 0x90,
        (Some(0xF4), Some(second)) => second < 0x90,
        _ => true,
    };
    if !follows(1) || !second {
        return wrong(1, Reason::Continuation);
    }
    for place in 2..size {
        if byte(place).is_none() {
            return wrong(place, Reason::End);
        }
        if !follows(place) {
            return wrong(place, Reason::Continuation);
        }
    }
    // Nothing is wrong here; the caller found otherwise, so this is not reached.
    wrong(1, Reason::Start)
}

/// What to do with bytes that are no UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Errors {
    /// Each error becomes U+FFFD.
    Replace,
    /// Errors are left out.
    Ignore,
    /// Each byte becomes `\xNN`.
    BackslashReplace,
    /// Each byte becomes the surrogate U+DC80 to U+DCFF.
    SurrogateEscape,
}

/// Puts bytes as a string, errors handled. ("strict" is [`check`] alone, "surrogatepass" is [`check`] with it.)
pub fn put_decoded(bytes: &[u8], errors: Errors, sink: &mut (impl Sink + ?Sized)) -> Result<(), Full> {
    let mut at = 0;
    loop {
        let Err(error) = check(bytes, at, false) else { return sink.put(&bytes[at..]) };
        sink.put(&bytes[at..error.start])?;
        let wrong = &bytes[error.start..error.end];
        match errors {
            Errors::Replace => put(0xFFFD, sink)?,
            Errors::Ignore => {}
            Errors::BackslashReplace => {
                for &byte in wrong {
                    super::repr::put_hex(b'x', byte.into(), 2, sink)?;
                }
            }
            Errors::SurrogateEscape => {
                for &byte in wrong {
                    put(0xDC00 + u32::from(byte), sink)?;
                }
            }
        }
        at = error.end;
    }
}
