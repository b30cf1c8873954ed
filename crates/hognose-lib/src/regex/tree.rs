//! The tree of a pattern, in scratch: nodes grow up from the start, a stack grows down from the end.
//!
//! A node is its index; 0 is none. Word 0 is the kind in the low 8 bits and a small value above; word 1 is the next
//! node of the sequence.
//!
//! | kind | value | words from 2 on |
//! |---|---|---|
//! | LITERAL, NOT_LITERAL | character | |
//! | ANY | | |
//! | CLASS | class | |
//! | AT | anchor | |
//! | SET | 1 if negated | number of items, then two words each: first and last character, or `CLASS_ITEM + class`, 0 |
//! | REF | | group |
//! | BRANCH | | first ALT |
//! | ALT (next = next ALT) | | sequence |
//! | GROUP | | number, sequence |
//! | PLAIN | flags added, 9 bits, flags removed, 9 bits | sequence |
//! | ATOMIC | | sequence |
//! | LOOK | 1 negative, 2 behind | sequence, least width, greatest width |
//! | COND | | group, yes, no |
//! | REPEAT | mode | least, most, node |

use super::error::{ErrorKind, Memory, RegexError};

pub const LITERAL: u32 = 1;
pub const NOT_LITERAL: u32 = 2;
pub const ANY: u32 = 3;
pub const CLASS: u32 = 4;
pub const AT: u32 = 5;
pub const SET: u32 = 6;
pub const REF: u32 = 7;
pub const BRANCH: u32 = 8;
pub const ALT: u32 = 9;
pub const GROUP: u32 = 10;
pub const PLAIN: u32 = 11;
pub const ATOMIC: u32 = 12;
pub const LOOK: u32 = 13;
pub const COND: u32 = 14;
pub const REPEAT: u32 = 15;

/// First word of a set item that is a class.
pub const CLASS_ITEM: u32 = 0x8000_0000;
/// No upper limit of a repeat; also a width that is too large to say.
pub const MANY: u32 = u32::MAX;

/// How a repeat tries.
pub const GREEDY: u32 = 0;
pub const LAZY: u32 = 1;
pub const POSSESSIVE: u32 = 2;

/// Scratch memory as tree and stack.
pub struct Tree<'a> {
    words: &'a mut [u32],
    /// End of the nodes.
    top: usize,
    /// Words on the stack.
    stacked: usize,
    /// Most words that were in use at once.
    peak: usize,
}

impl<'a> Tree<'a> {
    pub fn new(words: &'a mut [u32]) -> Result<Tree<'a>, RegexError> {
        let mut tree = Tree { words, top: 0, stacked: 0, peak: 0 };
        tree.alloc(&[0])?;
        Ok(tree)
    }

    fn room(&mut self, n: usize) -> Result<(), RegexError> {
        let need = self.top + self.stacked + n;
        self.peak = self.peak.max(need);
        if need > self.words.len() {
            return Err(RegexError::whole(ErrorKind::Memory(Memory::Scratch, need as u32)));
        }
        Ok(())
    }

    /// Adds words at the end of the nodes; gives their index.
    pub fn alloc(&mut self, words: &[u32]) -> Result<u32, RegexError> {
        self.room(words.len())?;
        let at = self.top;
        if let Some(to) = self.words.get_mut(at..at + words.len()) {
            to.copy_from_slice(words);
        }
        self.top += words.len();
        Ok(at as u32)
    }

    /// Gives back the words from `at` on.
    pub fn cut(&mut self, at: u32) {
        self.top = at as usize;
    }

    pub fn push(&mut self, words: &[u32]) -> Result<(), RegexError> {
        self.room(words.len())?;
        self.stacked += words.len();
        let at = self.words.len() - self.stacked;
        if let Some(to) = self.words.get_mut(at..at + words.len()) {
            to.copy_from_slice(words);
        }
        Ok(())
    }

    /// Takes what was pushed last; nothing if the stack is empty.
    pub fn pop<const N: usize>(&mut self) -> Option<[u32; N]> {
        if self.stacked < N {
            return None;
        }
        let at = self.words.len() - self.stacked;
        self.stacked -= N;
        self.words.get(at..at + N)?.try_into().ok()
    }

    /// Most words that were in use at once.
    pub fn peak(&self) -> usize {
        self.peak
    }

    #[inline]
    pub fn word(&self, node: u32, n: u32) -> u32 {
        self.words.get(node as usize + n as usize).copied().unwrap_or(0)
    }

    pub fn set(&mut self, node: u32, n: u32, word: u32) {
        if let Some(to) = self.words.get_mut(node as usize + n as usize) {
            *to = word;
        }
    }

    #[inline]
    pub fn kind(&self, node: u32) -> u32 {
        self.word(node, 0) & 0xff
    }

    #[inline]
    pub fn value(&self, node: u32) -> u32 {
        self.word(node, 0) >> 8
    }

    #[inline]
    pub fn next(&self, node: u32) -> u32 {
        self.word(node, 1)
    }
}

/// A sequence being built: its nodes and its width in characters.
#[derive(Clone, Copy, Default)]
pub struct Sequence {
    pub head: u32,
    /// The last node, and the one before it.
    pub last: u32,
    before: u32,
    /// Width without the last node.
    low: u32,
    high: u32,
    /// Width of the last node.
    last_low: u32,
    last_high: u32,
}

impl Sequence {
    pub fn append(&mut self, tree: &mut Tree, node: u32, low: u32, high: u32) {
        if self.last == 0 {
            self.head = node;
        } else {
            tree.set(self.last, 1, node);
        }
        (self.before, self.last) = (self.last, node);
        (self.low, self.high) = self.width();
        (self.last_low, self.last_high) = (low, high);
    }

    /// Puts the last node into a repeat.
    pub fn repeat(&mut self, tree: &mut Tree, mode: u32, min: u32, max: u32) -> Result<(), RegexError> {
        let node = tree.alloc(&[REPEAT | mode << 8, 0, min, max, self.last])?;
        if self.before == 0 {
            self.head = node;
        } else {
            tree.set(self.before, 1, node);
        }
        self.last = node;
        self.last_low = self.last_low.saturating_mul(min);
        self.last_high = self.last_high.saturating_mul(max);
        Ok(())
    }

    /// Least and greatest width; [`MANY`] is too large to say.
    pub fn width(&self) -> (u32, u32) {
        (self.low.saturating_add(self.last_low), self.high.saturating_add(self.last_high))
    }

    pub const WORDS: usize = 7;

    pub fn to_words(self) -> [u32; Self::WORDS] {
        [self.head, self.last, self.before, self.low, self.high, self.last_low, self.last_high]
    }

    pub fn from_words(w: [u32; Self::WORDS]) -> Sequence {
        let [head, last, before, low, high, last_low, last_high] = w;
        Sequence { head, last, before, low, high, last_low, last_high }
    }
}
