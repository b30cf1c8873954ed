//! Finding, counting, splitting and replacing in bytes.
//!
//! Strings can be searched as bytes: generalised UTF-8 never matches in the middle of a code point. Nothing here
//! allocates; searching takes a number of steps linear in both lengths, whatever they hold.

mod replace;
mod split;
mod two_way;

pub use replace::{Insert, put_replaced, replaced_len};
pub use split::{RSplit, RSplitSpace, Split, SplitSpace};

use two_way::two_way;

/// Steps of [`find`], [`rfind`], [`count`] and whatever is built on them, at most.
pub fn cost_find(text: usize, part: usize) -> u64 {
    4 * (text as u64).saturating_add(part as u64) + 8
}

/// Bytes looked at together.
const BLOCK: usize = 32;

/// The offset of the first `byte`.
#[inline]
pub fn find_byte(text: &[u8], byte: u8) -> Option<usize> {
    let mut at = 0;
    for block in text.chunks_exact(BLOCK) {
        // No early exit: the compiler compares whole blocks at once.
        if block.iter().fold(false, |found, &here| found | (here == byte)) {
            break;
        }
        at += BLOCK;
    }
    text[at..].iter().position(|&here| here == byte).map(|place| at + place)
}

/// The offset of the last `byte`.
pub fn rfind_byte(text: &[u8], byte: u8) -> Option<usize> {
    let mut end = text.len();
    for block in text.rchunks_exact(BLOCK) {
        if block.iter().fold(false, |found, &here| found | (here == byte)) {
            break;
        }
        end -= BLOCK;
    }
    text[..end].iter().rposition(|&here| here == byte)
}

/// The offset of the first `part`; zero for the empty one.
pub fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    let (&first, rest) = match part {
        [] => return Some(0),
        [byte] => return find_byte(text, *byte),
        [first, rest @ ..] => (first, rest),
    };
    let last_start = text.len().checked_sub(part.len())?;
    let (mut at, mut wasted) = (0, 0);
    while at <= last_start {
        at += find_byte(&text[at..=last_start], first)?;
        let here = &text[at + 1..at + part.len()];
        if here.last() == rest.last() {
            // Most texts end a comparison soon. When they do not, go on with the method that never looks back.
            let same = here.iter().zip(rest).take_while(|(a, b)| a == b).count();
            if same == rest.len() {
                return Some(at);
            }
            wasted += same;
        }
        // Each stop of the search for a byte costs about as much as comparing a few.
        wasted += 4;
        at += 1;
        if wasted > 4 * (at + 64) {
            return two_way::<false>(&text[at..], part).map(|place| at + place);
        }
    }
    None
}

/// The offset of the last `part`; the end for the empty one.
pub fn rfind(text: &[u8], part: &[u8]) -> Option<usize> {
    match part {
        [] => Some(text.len()),
        [byte] => rfind_byte(text, *byte),
        _ => two_way::<true>(text, part).map(|place| text.len() - place - part.len()),
    }
}

/// Matches of a part that do not overlap, from the left: their offsets. For the empty part there are none.
#[derive(Debug, Clone)]
pub struct Matches<'a> {
    text: &'a [u8],
    part: &'a [u8],
    at: usize,
}

/// Iterates over the matches of `part`.
pub fn matches<'a>(text: &'a [u8], part: &'a [u8]) -> Matches<'a> {
    Matches { text, part, at: 0 }
}

impl Iterator for Matches<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.part.is_empty() {
            return None;
        }
        let found = self.at + find(self.text.get(self.at..)?, self.part)?;
        self.at = found + self.part.len();
        Some(found)
    }
}

/// How often `part` occurs without overlap. The empty part occurs before every position and at the end: count those of
/// the text instead.
pub fn count(text: &[u8], part: &[u8]) -> usize {
    if let [byte] = part {
        return text.iter().filter(|&here| here == byte).count();
    }
    matches(text, part).count()
}
