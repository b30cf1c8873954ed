//! The text form of an image, as assembler and disassembler share it.
//!
//! ```text
//! ; a comment
//! .stripped                                  no positions
//! .constants                                 the pool in order, one a line; may be left out
//!   @0 "print"
//!   @1 (@0, 12)
//! .module "__main__" "hi.py" #1 package source "text"     name, file, top-level code; the last two may be missing
//! .import "robot" "drive" 0x1234 "stop" 0x77              host module, then names with hashes
//! .code #0 "name"                            code objects in order, from 0
//!   .qualname "C.name"                       same as the name when missing
//!   .of 1                                    module, 0 when missing
//!   .line 3                                  first line, 1 when missing
//!   .flags varargs nested
//!   .doc "text"
//!   .args 2 1 0                              positional parameters, positional-only ones of them, keyword-only ones
//!   .stack 4                                 found out when missing
//!   .local self                              one a line; parameters first
//!   .cell x 0                                parameter that it takes over, if any
//!   .free y
//!   .range L0 L4 L4 0                        exception range: start, end, target, depth
//! L0:
//!   .at 3:0 to 5                             position from here on: line, columns; `to 4:5` to name another end line
//!   load_name print
//!   .at none
//! L4:
//!   reraise
//! ```
//!
//! Constants are written as in Python: `None`, `12`, `-0x1f`, `1.5`, `"text\n\u{1f40d}"`, `b"bytes\x00"`, `(1, "a")`, and
//! `frozenset(1, 2)`, `complex 0.0 1.5`. A float may also be given by its bits, `float 0x7ff8000000000000`. `@3` is the
//! constant of that index, whatever it is. Items of tuples and frozensets are no tuples themselves, but `@3`. In strings
//! `\x80` is a byte as it is.
//!
//! Operands are separated by commas: a number, a constant, a name (bare or quoted), a local or cell by name or as `$3`, a
//! code object as `#3`, a label, an operator as in Python. Equal constants become one, in the order in which they are first
//! met, so that `.constants` is needed only to fix another order.

use crate::layout::*;

/// Code flags in words.
pub(crate) const FLAG_WORDS: [(u32, &str); 8] = [
    (CODE_VARARGS, "varargs"),
    (CODE_KEYWORDS, "keywords"),
    (CODE_GENERATOR, "generator"),
    (CODE_COROUTINE, "coroutine"),
    (CODE_ASYNC_GENERATOR, "async_generator"),
    (CODE_NAMESPACE, "namespace"),
    (CODE_NESTED, "nested"),
    (CODE_HIDDEN, "hidden"),
];

/// Whether a byte can begin a bare word.
pub(crate) const fn begins_word(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_'
}

/// Whether a byte can go on a bare word.
pub(crate) const fn continues_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Whether these bytes can be written as a bare word.
pub(crate) fn is_word(bytes: &[u8]) -> bool {
    bytes.first().is_some_and(|byte| begins_word(*byte)) && bytes.iter().all(|byte| continues_word(*byte))
}

/// Part of a string that may hold lone surrogates, or anything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// A character.
    Char(char),
    /// A lone surrogate.
    Surrogate(u16),
    /// A byte that belongs to neither.
    Byte(u8),
}

/// Takes strings apart.
pub(crate) struct Parts<'a> {
    rest: &'a [u8],
}

impl<'a> Parts<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Parts { rest: bytes }
    }
}

impl Iterator for Parts<'_> {
    type Item = Part;

    fn next(&mut self) -> Option<Part> {
        let first = *self.rest.first()?;
        let len = match first {
            0..0x80 => 1,
            0xe0..=0xef => 3,
            0xf0..=0xff => 4,
            _ => 2,
        };
        let (part, len) = match self.rest.get(..len) {
            Some(bytes) => match (core::str::from_utf8(bytes), bytes) {
                (Ok(text), _) => (text.chars().next().map_or(Part::Byte(first), Part::Char), len),
                (Err(_), &[0xed, high @ 0xa0..=0xbf, low @ 0x80..=0xbf]) => {
                    (Part::Surrogate(0xd000 | u16::from(high & 0x3f) << 6 | u16::from(low & 0x3f)), len)
                }
                (Err(_), _) => (Part::Byte(first), 1),
            },
            None => (Part::Byte(first), 1),
        };
        self.rest = self.rest.get(len..).unwrap_or(&[]);
        Some(part)
    }
}
