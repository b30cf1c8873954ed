//! Whether a character is in a set.
//!
//! The operands of SET: one word of flags, a bitmap of eight words for the characters below 256 (classes included),
//! and pairs of words, first and last character, sorted and apart, for those from 256 on.

use super::case::{any_case, ascii_lower, lower};
use super::classes::Class;

/// The set is what is not in it.
pub const NEGATED: u32 = 1;
/// Characters are folded before they are looked up.
pub const FOLD_ASCII: u32 = 2;
pub const FOLD_UNICODE: u32 = 4;
/// Classes have ASCII characters only.
pub const ASCII: u32 = 8;
/// Shift of one bit for each class.
pub const CLASSES: u32 = 8;
/// Words before the pairs, the instruction included.
pub const PAIRS_AT: usize = 10;

/// `set` is the SET instruction with all its words.
#[inline]
pub fn has(set: &[u32], c: u32) -> bool {
    let flags = set.get(1).copied().unwrap_or(0);
    let c = match flags & (FOLD_ASCII | FOLD_UNICODE) {
        0 => c,
        FOLD_ASCII => ascii_lower(c),
        _ => lower(c),
    };
    let found = if c < 256 { has_bit(set, c) } else { has_high(set, flags, c) };
    found ^ (flags & NEGATED != 0)
}

#[inline]
fn has_bit(set: &[u32], c: u32) -> bool {
    set.get(2 + (c >> 5) as usize).is_some_and(|w| w >> (c & 31) & 1 != 0)
}

#[inline(never)]
fn has_high(set: &[u32], flags: u32, c: u32) -> bool {
    let ascii = flags & ASCII != 0;
    let classes = flags >> CLASSES & 0x3f;
    if classes != 0 && (0..6).any(|n| classes >> n & 1 != 0 && Class(n).has(c, ascii)) {
        return true;
    }
    let pairs = set.get(PAIRS_AT..).unwrap_or(&[]);
    if flags & FOLD_UNICODE == 0 {
        return in_pairs(pairs, c);
    }
    // The bitmap has the lower case of all that is below 256.
    any_case(c, |c| if c < 256 { has_bit(set, lower(c)) } else { in_pairs(pairs, c) })
}

/// Whether `c` is in one of the sorted ranges.
pub fn in_pairs(pairs: &[u32], c: u32) -> bool {
    let (mut low, mut high) = (0, pairs.len() / 2);
    while low < high {
        let middle = (low + high) / 2;
        match pairs.get(2 * middle..2 * middle + 2) {
            Some(&[first, last]) if c >= first => {
                if c <= last {
                    return true;
                }
                low = middle + 1;
            }
            _ => high = middle,
        }
    }
    false
}

/// Sorts pairs by their first word and joins those that touch; gives the number of words left.
pub fn sort_pairs(pairs: &mut [u32]) -> usize {
    let n = pairs.len() / 2;
    // Heap sort: no memory, no bad case.
    for start in (0..n / 2).rev() {
        sift(pairs, start, n);
    }
    for end in (1..n).rev() {
        swap(pairs, 0, end);
        sift(pairs, 0, end);
    }
    let mut kept = 0;
    for i in 0..n {
        let Some(&[first, last]) = pairs.get(2 * i..2 * i + 2) else { break };
        match pairs.get_mut(..2 * kept).and_then(|p| p.last_mut()) {
            Some(end) if first <= end.saturating_add(1) => *end = last.max(*end),
            _ => {
                if let Some(to) = pairs.get_mut(2 * kept..2 * kept + 2) {
                    to.copy_from_slice(&[first, last]);
                }
                kept += 1;
            }
        }
    }
    2 * kept
}

fn first_of(pairs: &[u32], i: usize) -> u32 {
    pairs.get(2 * i).copied().unwrap_or(0)
}

fn swap(pairs: &mut [u32], i: usize, j: usize) {
    pairs.swap(2 * i, 2 * j);
    pairs.swap(2 * i + 1, 2 * j + 1);
}

fn sift(pairs: &mut [u32], mut root: usize, end: usize) {
    loop {
        let mut child = 2 * root + 1;
        if child >= end {
            return;
        }
        if child + 1 < end && first_of(pairs, child) < first_of(pairs, child + 1) {
            child += 1;
        }
        if first_of(pairs, root) >= first_of(pairs, child) {
            return;
        }
        swap(pairs, root, child);
        root = child;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_sorted_and_joined() {
        let mut pairs = [900, 910, 300, 400, 401, 500, 350, 380, 905, 920];
        let n = sort_pairs(&mut pairs);
        assert_eq!(pairs[..n], [300, 500, 900, 920]);
        for (c, yes) in [(299, false), (300, true), (500, true), (501, false), (920, true), (921, false)] {
            assert_eq!(in_pairs(&pairs[..n], c), yes, "{c}");
        }
    }
}
