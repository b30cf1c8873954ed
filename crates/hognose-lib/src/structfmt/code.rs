//! The format characters.

/// What an item is made from, and what it becomes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Takes {
    /// A whole number (`__index__`).
    Int,
    /// A number (`__float__`).
    Float,
    /// Anything: its truth.
    Truth,
    /// `bytes` (or `bytearray`).
    Bytes,
}

/// A format character that is one or more items; all but `x`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Code(pub(super) u8);

/// Size and alignment of a format character; nothing if there is no such.
pub(super) fn size(c: u8, native: bool) -> Option<u64> {
    Some(match c {
        b'x' | b'b' | b'B' | b'c' | b's' | b'p' | b'?' => 1,
        b'h' | b'H' | b'e' => 2,
        b'i' | b'I' | b'f' => 4,
        b'l' | b'L' => {
            if native {
                8
            } else {
                4
            }
        }
        b'q' | b'Q' | b'd' => 8,
        b'n' | b'N' | b'P' if native => 8,
        _ => return None,
    })
}

impl Code {
    /// The character.
    pub fn letter(self) -> char {
        char::from(self.0)
    }

    /// What it is made from.
    pub fn takes(self) -> Takes {
        match self.0 {
            b'e' | b'f' | b'd' => Takes::Float,
            b'?' => Takes::Truth,
            b'c' | b's' | b'p' => Takes::Bytes,
            _ => Takes::Int,
        }
    }

    /// Whether negative numbers are among its values.
    pub(super) fn is_signed(self) -> bool {
        matches!(self.0, b'b' | b'h' | b'i' | b'l' | b'q' | b'n')
    }
}
