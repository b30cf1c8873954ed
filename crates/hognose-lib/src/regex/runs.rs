//! Instructions that match one character: once, and as often as they do.

use super::Kind;
use super::case::{ascii_lower, fold};
use super::classes::Class;
use super::program as op;
use super::set;
use super::source::char_at;

/// Whether the instruction at `at` matches the character `c`.
#[inline]
pub fn matches(words: &[u32], at: usize, c: u32) -> bool {
    let word = words.get(at).copied().unwrap_or(op::FAIL);
    let a = word >> 8;
    match word & 0xff {
        op::CHAR => c == a,
        op::NOT_CHAR => c != a,
        op::FOLD_A => ascii_lower(c) == a,
        op::NOT_FOLD_A => ascii_lower(c) != a,
        op::FOLD_U => fold(c) == a,
        op::NOT_FOLD_U => fold(c) != a,
        op::ANY => c != 0x0a,
        op::ANY_ALL => true,
        op::CLASS => Class(a & 7).has(c, a & op::CLASS_ASCII != 0),
        op::SET => set::has(words.get(at..at + a as usize).unwrap_or(&[]), c),
        _ => false,
    }
}

/// Repeats `test` from `pos` on, at most `most` times; gives the times and where it stopped.
#[inline]
fn repeat(text: &[u8], mut pos: usize, most: u32, kind: Kind, test: impl Fn(u32) -> bool) -> (u32, usize) {
    let mut times = 0;
    while times < most {
        match char_at(text, pos, kind) {
            Some((c, len)) if test(c) => pos += len,
            _ => break,
        }
        times += 1;
    }
    (times, pos)
}

/// Repeats the instruction at `at` from `pos` on, at most `most` times; gives the times and where it stopped.
pub fn forward(words: &[u32], at: usize, text: &[u8], pos: usize, most: u32, kind: Kind) -> (u32, usize) {
    let word = words.get(at).copied().unwrap_or(op::FAIL);
    let a = word >> 8;
    match word & 0xff {
        op::ANY => repeat(text, pos, most, kind, |c| c != 0x0a),
        op::ANY_ALL => repeat(text, pos, most, kind, |_| true),
        op::CHAR => repeat(text, pos, most, kind, |c| c == a),
        op::NOT_CHAR => repeat(text, pos, most, kind, |c| c != a),
        op::CLASS => {
            let (class, ascii) = (Class(a & 7), a & op::CLASS_ASCII != 0);
            repeat(text, pos, most, kind, |c| class.has(c, ascii))
        }
        op::SET => {
            let words = words.get(at..at + a as usize).unwrap_or(&[]);
            repeat(text, pos, most, kind, |c| set::has(words, c))
        }
        _ => repeat(text, pos, most, kind, |c| matches(words, at, c)),
    }
}

/// Where the character before `pos` starts, not before `least`.
#[inline]
pub fn back_one(text: &[u8], pos: usize, least: usize, kind: Kind) -> usize {
    let mut pos = pos.saturating_sub(1);
    if kind == Kind::Str {
        while pos > least && text.get(pos).is_some_and(|b| b & 0xc0 == 0x80) {
            pos -= 1;
        }
    }
    pos.max(least)
}

/// The first `byte` of `text`.
pub fn find_byte(text: &[u8], byte: u8) -> Option<usize> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGHS: u64 = 0x8080_8080_8080_8080;
    let wanted = u64::from(byte) * ONES;
    let mut at = 0;
    let mut blocks = text.chunks_exact(8);
    for block in &mut blocks {
        let Ok(bytes) = <[u8; 8]>::try_from(block) else { break };
        // A byte of the difference that is zero is one that was looked for.
        let differs = u64::from_le_bytes(bytes) ^ wanted;
        let zeros = differs.wrapping_sub(ONES) & !differs & HIGHS;
        if zeros != 0 {
            return Some(at + (zeros.trailing_zeros() / 8) as usize);
        }
        at += 8;
    }
    blocks.remainder().iter().position(|&b| b == byte).map(|n| at + n)
}

/// Whether the TEXT instruction at `at` matches at `pos`; gives where it ends.
#[inline]
pub fn text_at(words: &[u32], at: usize, text: &[u8], pos: usize) -> Option<usize> {
    let len = (*words.get(at)? >> 8) as usize;
    let here = text.get(pos..pos.checked_add(len)?)?;
    let packed = words.get(at + 1..at + 1 + len.div_ceil(4))?;
    let mut blocks = here.chunks_exact(4);
    for (block, &word) in (&mut blocks).zip(packed) {
        if block != word.to_le_bytes() {
            return None;
        }
    }
    let rest = blocks.remainder();
    if rest.is_empty() || packed.last()?.to_le_bytes().starts_with(rest) { Some(pos + len) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_found_wherever_they_stand() {
        let mut text = [0x61u8; 40];
        for i in 0..40 {
            text[i] = 0x62;
            for start in 0..=40 {
                assert_eq!(find_byte(&text[start..], 0x62), (start <= i).then(|| i - start));
            }
            text[i] = 0x61;
        }
        assert_eq!(find_byte(&[0x80, 1, 0, 1, 1, 1, 1, 1, 0], 0), Some(2));
    }

    #[test]
    fn one_character_back() {
        let text = "aé€".as_bytes();
        assert_eq!(back_one(text, 6, 0, Kind::Str), 3);
        assert_eq!(back_one(text, 3, 0, Kind::Str), 1);
        assert_eq!(back_one(text, 3, 0, Kind::Bytes), 2);
        assert_eq!(back_one(text, 6, 4, Kind::Str), 4);
    }
}
