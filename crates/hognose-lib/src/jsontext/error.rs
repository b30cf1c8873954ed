//! What can be wrong with JSON text.

use core::fmt::{self, Display, Formatter};

/// What is wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ErrorKind {
    /// No value where one must be.
    Value,
    /// No string where a key must be.
    Key,
    /// No colon after a key.
    Colon,
    /// Neither a comma nor the end after a member.
    Comma,
    /// Something after the value.
    ExtraData,
    /// A string without end; the position is its start.
    Unterminated,
    /// A control character as it is, in a string, when that is not allowed.
    Control,
    /// A backslash before something that it does not go with.
    Escape,
    /// `\u` without four hexadecimal digits.
    Unicode,
    /// A byte-order mark before the text.
    ByteOrderMark,
    /// An array inside more arrays and objects than there are bits for: a `RecursionError` in Python.
    DeepArray,
    /// An object inside more arrays and objects than there are bits for.
    DeepObject,
}

/// Why text is no JSON.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct JsonError {
    /// What is wrong.
    pub kind: ErrorKind,
    /// Where, in bytes.
    pub at: usize,
}

impl JsonError {
    /// CPython's message without the position: `JSONDecodeError.msg`.
    pub fn words(&self) -> &'static str {
        match self.kind {
            ErrorKind::Value => "Expecting value",
            ErrorKind::Key => "Expecting property name enclosed in double quotes",
            ErrorKind::Colon => "Expecting ':' delimiter",
            ErrorKind::Comma => "Expecting ',' delimiter",
            ErrorKind::ExtraData => "Extra data",
            ErrorKind::Unterminated => "Unterminated string starting at",
            ErrorKind::Control => "Invalid control character at",
            ErrorKind::Escape => "Invalid \\escape",
            ErrorKind::Unicode => "Invalid \\uXXXX escape",
            ErrorKind::ByteOrderMark => "Unexpected UTF-8 BOM (decode using utf-8-sig)",
            ErrorKind::DeepArray => {
                "maximum recursion depth exceeded while decoding a JSON array from a unicode string"
            }
            ErrorKind::DeepObject => {
                "maximum recursion depth exceeded while decoding a JSON object from a unicode string"
            }
        }
    }

    /// Whether it is a `JSONDecodeError`, which has a position; if not it is a `RecursionError`.
    pub fn is_decode_error(&self) -> bool {
        !matches!(self.kind, ErrorKind::DeepArray | ErrorKind::DeepObject)
    }

    /// Line and column, from 1, and position, from 0, in characters: Python's `lineno`, `colno`, `pos`.
    pub fn place(&self, text: &[u8]) -> (usize, usize, usize) {
        let before = text.get(..self.at).unwrap_or(text);
        let start = before.iter().rposition(|&b| b == b'\n').map_or(0, |n| n + 1);
        let lines = before.iter().filter(|&&b| b == b'\n').count();
        let chars = |bytes: &[u8]| bytes.iter().filter(|&&b| b & 0xc0 != 0x80).count();
        (lines + 1, chars(before.get(start..).unwrap_or(&[])) + 1, chars(before))
    }

    /// The message, as `str(error)` has it, about `text`.
    pub fn message<'a>(&'a self, text: &'a [u8]) -> Message<'a> {
        Message { error: self, text }
    }
}

/// A [`JsonError`] in words; made by [`JsonError::message`].
#[derive(Debug)]
pub struct Message<'a> {
    error: &'a JsonError,
    text: &'a [u8],
}

impl Display for Message<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.error.words())?;
        if !self.error.is_decode_error() {
            return Ok(());
        }
        let (line, column, pos) = self.error.place(self.text);
        write!(f, ": line {line} column {column} (char {pos})")
    }
}
