//! Strings that grow at their end: `text += more`, again and again.
//!
//! Nobody counts references here, so a string that is added to may still be held by somebody else: `+` has to make a new
//! one. Copying all of it every time is quadratic work. So what is added to a second time moves into a buffer with room
//! behind it, and the results are objects of three words that say how much of the buffer is theirs:
//!
//! ```text
//! str [GROWN] [len u32, hash u32] buffer      buffer [used u32, 0] bytes ... room
//! ```
//!
//! The next `+` only writes behind the `used` bytes, if the left operand ends just there: all older strings go on to
//! see their own part. Otherwise, and when the room is used up, it copies as before.

use crate::heap::header::header;
use crate::heap::{Heap, Kind};
use crate::object::bytes::bytes_words;
use crate::object::cut::LONGEST;
use crate::object::string::{ASCII, str_words};
use crate::value::Value;

/// Flag of a string: its bytes are the first ones of a buffer.
pub(crate) const GROWN: u8 = 4;
/// Flag of a string: the sum of two. What is added to such a one is likely to be added to again.
pub(crate) const SUM: u8 = 8;
/// Words of a grown string.
pub(crate) const GROWN_WORDS: usize = 3;
/// Shorter sums are copied: that is hardly more work.
const LEAST: usize = 64;

/// How the sum of two strings comes about.
#[derive(Clone, Copy)]
pub(crate) enum Growth {
    /// Both are copied.
    Copy,
    /// Both are copied into a buffer of that many bytes.
    Start(usize),
    /// The right one is written behind the left one.
    Append,
}

impl Growth {
    /// Words that it takes for a sum of `len` bytes.
    pub(crate) fn words(self, len: usize) -> usize {
        match self {
            Growth::Copy => str_words(len),
            Growth::Start(capacity) => GROWN_WORDS + bytes_words(capacity),
            Growth::Append => GROWN_WORDS,
        }
    }
}

/// Is that the header of a string whose bytes are in a buffer?
#[inline]
pub(crate) fn is_grown(head: u64) -> bool {
    head & (0xFF | (GROWN as u64) << 8) == Kind::Str as u64 | (GROWN as u64) << 8
}

/// The object that the bytes of the string with that header at `at` are in, from its word 2 on.
#[inline]
pub(crate) fn home(mem: &[u64], at: usize, head: u64) -> usize {
    if is_grown(head) { Value(mem[at + 2]).offset() } else { at }
}

impl Heap<'_> {
    /// The object that the bytes of a string in the block are in, from its word 2 on.
    #[inline]
    pub(crate) fn home(&self, value: Value) -> usize {
        home(self.mem, value.offset(), self.head(value))
    }

    /// How `more` bytes are best added to a string of `len` bytes.
    pub(crate) fn growth(&self, left: Value, len: usize, more: usize) -> Growth {
        if !left.is_object() || len < LEAST || self.flags(left) & (GROWN | SUM) == 0 {
            return Growth::Copy;
        }
        let sum = len + more;
        if is_grown(self.head(left)) {
            let buffer = self.field(left, 2);
            if self.len_word(buffer) == len && bytes_words(sum) <= self.size(buffer) {
                return Growth::Append;
            }
        }
        // Half as much again; not on a block that is nearly full.
        let capacity = sum + sum / 2;
        if bytes_words(capacity) > self.free_words() / 4 { Growth::Copy } else { Growth::Start(capacity) }
    }

    /// The sum of two strings, [`Growth::words`] of which were reserved: neither is empty, together more than 5 bytes.
    pub(crate) fn add_text(&mut self, left: Value, right: Value, growth: Growth) -> Value {
        let (n, m) = (self.text(left).len(), self.text(right).len());
        let ascii = if self.is_ascii(left) && self.is_ascii(right) { ASCII } else { 0 };
        let buffer = match growth {
            Growth::Copy => {
                let new = self.alloc_str_to_fill(n + m);
                self.copy_text(left, new, 0);
                self.copy_text(right, new, n);
                self.set_flags(new, SUM | ascii);
                return new;
            }
            Growth::Start(capacity) => {
                let words = bytes_words(capacity);
                let at = self.take(words);
                self.mem[at] = header(Kind::Buffer, 0, 0, words as u32);
                self.mem[at + 1] = (n + m) as u64;
                self.mem[at + 2 + n / 8..at + words].fill(0);
                let buffer = Value::object(at as u32);
                self.copy_text(left, buffer, 0);
                buffer
            }
            Growth::Append => {
                let buffer = self.field(left, 2);
                self.set_len_word(buffer, n + m);
                buffer
            }
        };
        if LONGEST > 0 && right.is_short_str() {
            // Behind what is used the buffer is zeros.
            self.put_few(buffer.offset() + 2, n, u64::from_le_bytes(right.short_bytes().0), m);
        } else {
            self.copy_text(right, buffer, n);
        }
        let at = self.take(GROWN_WORDS);
        self.mem[at] = header(Kind::Str, GROWN | ascii, 0, GROWN_WORDS as u32);
        self.mem[at + 1] = (n + m) as u64;
        self.mem[at + 2] = buffer.0;
        Value::object(at as u32)
    }
}
