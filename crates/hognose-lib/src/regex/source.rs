//! The characters of a pattern, read one ahead, a backslash together with what follows it.

use super::error::{ErrorKind, RegexError, Span, char_position};
use super::{Flags, Kind};
use hognose_vm::character::FindCharacter;

/// No character: the second part of a token that is no escape.
const NONE: u32 = u32::MAX;

/// One character, or a backslash and the character after it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// The (first) character.
    pub c: u32,
    /// The character after the backslash.
    second: u32,
    pub start: usize,
    pub end: usize,
}

impl Token {
    /// The character, if it stands alone.
    #[inline]
    pub fn single(self) -> Option<u32> {
        (self.second == NONE).then_some(self.c)
    }

    /// What a backslash makes special.
    #[inline]
    pub fn escaped(self) -> Option<u32> {
        (self.second != NONE).then_some(self.second)
    }

    /// How many characters it is.
    pub fn chars(self) -> u32 {
        1 + u32::from(self.second != NONE)
    }

    pub fn span(self) -> Span {
        Span::new(self.start, self.end)
    }

    pub fn is(self, c: u8) -> bool {
        self.single() == Some(u32::from(c))
    }

    pub fn flag(self) -> Option<Flags> {
        self.single().and_then(Flags::letter)
    }

    /// The character as a decimal digit.
    pub fn digit(self) -> Option<u32> {
        self.single().filter(|c| (0x30..=0x39).contains(c)).map(|c| c - 0x30)
    }

    /// The character as an octal digit.
    pub fn octal(self) -> Option<u32> {
        self.digit().filter(|&d| d < 8)
    }

    pub fn hex(self) -> Option<u32> {
        self.single().and_then(char::from_u32).and_then(|c| c.to_digit(16))
    }
}

/// The character of `text` at byte `at`, and its length in bytes. Malformed UTF-8 is read a byte at a time, never refused.
#[inline]
pub fn char_at(text: &[u8], at: usize, kind: Kind) -> Option<(u32, usize)> {
    let b = *text.get(at)?;
    if b < 0x80 || kind == Kind::Bytes { Some((u32::from(b), 1)) } else { Some(wide_char(text, at, b)) }
}

/// A character of two bytes or more. Surrogates, which Python strings can hold, are read like any other.
#[inline]
pub fn wide_char(text: &[u8], at: usize, first: u8) -> (u32, usize) {
    let tail =
        |n: usize| text.get(at + n).filter(|&&b| b & 0xc0 == 0x80).map_or(NONE, |&b| u32::from(b & 0x3f));
    let first = u32::from(first);
    let (a, b, c) = (tail(1), tail(2), tail(3));
    if first & 0xe0 == 0xc0 && a != NONE {
        ((first & 0x1f) << 6 | a, 2)
    } else if first & 0xf0 == 0xe0 && a != NONE && b != NONE {
        ((first & 0x0f) << 12 | a << 6 | b, 3)
    } else if first & 0xf8 == 0xf0 && a != NONE && b != NONE && c != NONE {
        ((first & 0x07) << 18 | a << 12 | b << 6 | c, 4)
    } else {
        (first, 1)
    }
}

/// The UTF-8 (or single byte) of `c` and its length.
pub fn encode(c: u32, kind: Kind) -> ([u8; 4], usize) {
    let tail = |shift: u32| 0x80 | (c >> shift & 0x3f) as u8;
    if c < 0x80 || kind == Kind::Bytes {
        ([c as u8, 0, 0, 0], 1)
    } else if c < 0x800 {
        ([0xc0 | (c >> 6) as u8, tail(0), 0, 0], 2)
    } else if c < 0x10000 {
        ([0xe0 | (c >> 12) as u8, tail(6), tail(0), 0], 3)
    } else {
        ([0xf0 | (c >> 18 & 7) as u8, tail(12), tail(6), tail(0)], 4)
    }
}

/// How many characters `text` has.
pub fn count_chars(text: &[u8], kind: Kind) -> usize {
    let mut n = 0;
    let mut at = 0;
    while let Some((_, len)) = char_at(text, at, kind) {
        n += 1;
        at += len;
    }
    n
}

/// The reader.
pub struct Source<'a> {
    pub text: &'a [u8],
    pub kind: Kind,
    /// Knows the names of characters.
    pub find: Option<FindCharacter>,
    /// One past the token ahead.
    index: usize,
    /// The token ahead.
    pub next: Option<Token>,
}

impl<'a> Source<'a> {
    pub fn new(text: &'a [u8], kind: Kind) -> Result<Source<'a>, RegexError> {
        // Spans are 32 bits, and characters and lengths share words with flags.
        if text.len() >= 1 << 28 {
            return Err(RegexError::whole(ErrorKind::PatternTooLong));
        }
        let mut source = Source { text, kind, find: None, index: 0, next: None };
        source.read()?;
        Ok(source)
    }

    fn read(&mut self) -> Result<(), RegexError> {
        let start = self.index;
        let Some((c, len)) = char_at(self.text, start, self.kind) else {
            self.next = None;
            return Ok(());
        };
        let mut end = start + len;
        let mut second = NONE;
        if c == 0x5c {
            let Some((after, len)) = char_at(self.text, end, self.kind) else {
                // A backslash at the very end is found as soon as it is one ahead.
                let pos = char_position(self.text, start, self.kind);
                return Err(RegexError { kind: ErrorKind::BadEscapeAtEnd, pos: Some(pos) });
            };
            second = after;
            end += len;
        }
        self.index = end;
        self.next = Some(Token { c, second, start, end });
        Ok(())
    }

    /// Takes the token ahead.
    pub fn get(&mut self) -> Result<Option<Token>, RegexError> {
        let this = self.next;
        self.read()?;
        Ok(this)
    }

    /// Takes the token ahead if it is `c`.
    pub fn take(&mut self, c: u8) -> Result<bool, RegexError> {
        let yes = self.ahead(c);
        if yes {
            self.read()?;
        }
        Ok(yes)
    }

    /// Whether the token ahead is `c`.
    pub fn ahead(&self, c: u8) -> bool {
        self.next.is_some_and(|t| t.is(c))
    }

    /// Byte offset of the token ahead.
    pub fn tell(&self) -> usize {
        self.next.map_or(self.index, |t| t.start)
    }

    /// Goes back to byte `at`.
    pub fn seek(&mut self, at: usize) -> Result<(), RegexError> {
        self.index = at;
        self.read()
    }

    /// Takes up to `n` tokens that `value` knows as digits; gives their value in `base` and their number.
    pub fn digits(
        &mut self,
        n: u32,
        base: u32,
        value: fn(Token) -> Option<u32>,
    ) -> Result<(u32, u32), RegexError> {
        let (mut sum, mut taken) = (0u32, 0);
        while taken < n {
            let Some(digit) = self.next.and_then(value) else { break };
            sum = sum.wrapping_mul(base).wrapping_add(digit);
            taken += 1;
            self.read()?;
        }
        Ok((sum, taken))
    }

    /// Takes everything up to `end`, and `end`.
    pub fn name(&mut self, end: &'static str, what: &'static str) -> Result<Span, RegexError> {
        let start = self.tell();
        let mut chars = 0;
        loop {
            let this = self.get()?;
            match this {
                None if chars == 0 => return Err(self.error(ErrorKind::MissingName(what), 0)),
                None => return Err(self.error(ErrorKind::UnterminatedName(end), chars)),
                Some(t) if end.bytes().next().is_some_and(|b| t.is(b)) => {
                    if chars == 0 {
                        return Err(self.error(ErrorKind::MissingName(what), 1));
                    }
                    return Ok(Span::new(start, t.start));
                }
                Some(t) => chars += t.chars(),
            }
        }
    }

    /// How many characters `span` has.
    pub fn chars(&self, span: Span) -> u32 {
        count_chars(span.of(self.text), self.kind) as u32
    }

    /// An error `back` characters before the token ahead.
    #[cold]
    pub fn error(&self, kind: ErrorKind, back: u32) -> RegexError {
        let pos = char_position(self.text, self.tell(), self.kind).saturating_sub(back);
        RegexError { kind, pos: Some(pos) }
    }

    /// An error at byte `at`.
    #[cold]
    pub fn error_at(&self, kind: ErrorKind, at: usize) -> RegexError {
        RegexError { kind, pos: Some(char_position(self.text, at, self.kind)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_go_there_and_back() {
        for c in [0, 0x7f, 0x80, 0x7ff, 0x800, 0xd800, 0xffff, 0x10000, 0x10ffff] {
            let (bytes, len) = encode(c, Kind::Str);
            assert_eq!(char_at(&bytes[..len], 0, Kind::Str), Some((c, len)));
        }
        assert_eq!(char_at(&[0xe2, 0x82], 0, Kind::Str), Some((0xe2, 1)), "cut short: a byte");
    }
}
