//! Sets, and branches that are sets, as one instruction.

use super::Flags;
use super::case::{Fold, any_case, apply, lower};
use super::classes::Class;
use super::emit::{Emitter, ascii_classes, folding};
use super::error::RegexError;
use super::program as op;
use super::set;
use super::tree::{self, CLASS_ITEM};

impl Emitter<'_, '_> {
    /// Whether each alternative of a branch is one character or class.
    pub fn is_set(&self, branch: u32) -> bool {
        let mut alt = self.tree.word(branch, 2);
        while alt != 0 {
            let node = self.tree.word(alt, 2);
            let one = match self.tree.kind(node) {
                tree::LITERAL | tree::CLASS => true,
                tree::SET => self.tree.value(node) == 0,
                _ => false,
            };
            if !one || self.tree.next(node) != 0 {
                return false;
            }
            alt = self.tree.next(alt);
        }
        true
    }

    /// Emits a set, or a branch that is one.
    pub fn set(&mut self, node: u32, flags: Flags) -> Result<(), RegexError> {
        let how = folding(flags);
        let mut word = match how {
            Fold::None => 0,
            Fold::Ascii => set::FOLD_ASCII,
            Fold::Unicode => set::FOLD_UNICODE,
        };
        let ascii = ascii_classes(flags);
        if ascii {
            word |= set::ASCII;
        }
        let at = self.out.extend(&[0; set::PAIRS_AT])?;
        let mut bits = [0u32; 8];
        let mut classes = 0;
        if self.tree.kind(node) == tree::BRANCH {
            let mut alt = self.tree.word(node, 2);
            while alt != 0 {
                classes |= self.items(self.tree.word(alt, 2), &mut bits)?;
                alt = self.tree.next(alt);
            }
        } else {
            word |= self.tree.value(node) & 1;
            classes |= self.items(node, &mut bits)?;
        }
        let pairs_at = at + set::PAIRS_AT;
        if let Some(pairs) = self.out.words.get_mut(pairs_at..self.out.len) {
            self.out.len = pairs_at + set::sort_pairs(pairs);
        }
        let pairs = self.out.words.get(pairs_at..self.out.len).unwrap_or(&[]);
        let bits = close_over_case(bits, pairs, how);
        for c in 0..256u32 {
            let in_class = (0..6).any(|n| classes >> n & 1 != 0 && Class(n).has(c, ascii));
            let bit = u32::from(in_class || has_bit(&bits, c)) << (c & 31);
            let to = at + 2 + (c >> 5) as usize;
            self.out.patch(to, self.out.word(to) | bit);
        }
        self.out.patch(at, op::SET | ((self.out.len - at) as u32) << 8);
        self.out.patch(at + 1, word | classes << set::CLASSES);
        Ok(())
    }

    /// Adds the characters of a node: below 256 to `bits`, the others as pairs; gives its classes.
    fn items(&mut self, node: u32, bits: &mut [u32; 8]) -> Result<u32, RegexError> {
        let value = self.tree.value(node);
        match self.tree.kind(node) {
            tree::LITERAL => self.range(value, value, bits).map(|()| 0),
            tree::CLASS => Ok(1 << value),
            _ => {
                let mut classes = 0;
                for i in 0..self.tree.word(node, 2) {
                    let (first, last) = (self.tree.word(node, 3 + 2 * i), self.tree.word(node, 4 + 2 * i));
                    if first >= CLASS_ITEM {
                        classes |= 1 << (first - CLASS_ITEM);
                    } else {
                        self.range(first, last, bits)?;
                    }
                }
                Ok(classes)
            }
        }
    }

    fn range(&mut self, first: u32, last: u32, bits: &mut [u32; 8]) -> Result<(), RegexError> {
        for c in first..=last.min(255) {
            if let Some(word) = bits.get_mut((c >> 5) as usize) {
                *word |= 1 << (c & 31);
            }
        }
        if last > 255 {
            self.out.extend(&[first.max(256), last])?;
        }
        Ok(())
    }
}

fn has_bit(bits: &[u32; 8], c: u32) -> bool {
    bits.get((c >> 5) as usize).is_some_and(|w| w >> (c & 31) & 1 != 0)
}

/// The bitmap of what a folded character may be.
fn close_over_case(bits: [u32; 8], pairs: &[u32], how: Fold) -> [u32; 8] {
    let mut closed = [0; 8];
    for c in 0..256u32 {
        let found = match how {
            Fold::None => has_bit(&bits, c),
            Fold::Ascii => {
                let upper = if (0x61..=0x7a).contains(&c) { c - 0x20 } else { c };
                apply(how, c) == c && (has_bit(&bits, c) || has_bit(&bits, upper))
            }
            Fold::Unicode => {
                lower(c) == c
                    && any_case(c, |c| if c < 256 { has_bit(&bits, c) } else { set::in_pairs(pairs, c) })
            }
        };
        if let Some(word) = closed.get_mut((c >> 5) as usize) {
            *word |= u32::from(found) << (c & 31);
        }
    }
    closed
}
