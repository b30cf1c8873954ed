//! Replacing.

use super::matches;
use crate::text::sink::{Full, Sink};
use crate::text::utf8;

/// Where the empty part matches: before every one of these, and at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Insert {
    /// Code points: the text is a string.
    Points,
    /// Bytes.
    Bytes,
}

/// How often `text.replace(old, _, most)` replaces, and the length in bytes of what it makes with a `new` of `new_len`
/// bytes. `None` when that length is no `usize`. Nothing is replaced: the result is the text itself.
pub fn replaced_len(
    text: &[u8],
    old: &[u8],
    new_len: usize,
    most: usize,
    insert: Insert,
) -> Option<(usize, usize)> {
    let times = if old.is_empty() {
        let places = if insert == Insert::Points { utf8::count(text) } else { text.len() };
        most.min(places.checked_add(1)?)
    } else {
        matches(text, old).take(most).count()
    };
    let kept = text.len() - times * old.len();
    Some((times, kept.checked_add(times.checked_mul(new_len)?)?))
}

/// Puts `text.replace(old, new, most)`.
pub fn put_replaced(
    text: &[u8],
    old: &[u8],
    new: &[u8],
    most: usize,
    insert: Insert,
    sink: &mut (impl Sink + ?Sized),
) -> Result<(), Full> {
    let mut at = 0;
    if old.is_empty() {
        for _ in 0..most {
            sink.put(new)?;
            let size = match insert {
                Insert::Points => utf8::decode(text, at).map(|(_, size)| size),
                Insert::Bytes => (at < text.len()).then_some(1),
            };
            let Some(size) = size else { return Ok(()) };
            sink.put(&text[at..at + size])?;
            at += size;
        }
        return sink.put(&text[at..]);
    }
    for found in matches(text, old).take(most) {
        sink.put(&text[at..found])?;
        sink.put(new)?;
        at = found + old.len();
    }
    sink.put(&text[at..])
}
