//! The inside of a string.

use super::error::{ErrorKind, JsonError};

/// A string in JSON text that was found good.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Text {
    /// First byte after the quote.
    pub start: usize,
    /// The closing quote.
    pub end: usize,
    /// Whether it has a backslash. If not, the bytes between are the string.
    pub escaped: bool,
}

impl Text {
    /// The bytes between the quotes, escapes and all.
    pub fn raw<'a>(&self, text: &'a [u8]) -> &'a [u8] {
        text.get(self.start..self.end).unwrap_or(&[])
    }

    /// The characters, escapes undone. `text` is what was scanned.
    pub fn chars<'a>(&self, text: &'a [u8]) -> Chars<'a> {
        Chars { rest: self.raw(text) }
    }
}

/// The value of four hexadecimal digits.
fn hex4(digits: Option<&[u8]>) -> Option<u32> {
    digits?.iter().try_fold(0, |sum, &b| Some(sum << 4 | char::from(b).to_digit(16)?))
}

fn is_high(c: u32) -> bool {
    (0xd800..0xdc00).contains(&c)
}

fn is_low(c: u32) -> bool {
    (0xdc00..0xe000).contains(&c)
}

/// The character that a letter after a backslash stands for.
fn escaped(letter: u8) -> Option<u32> {
    Some(u32::from(match letter {
        b'"' | b'\\' | b'/' => letter,
        b'b' => 8,
        b'f' => 12,
        b'n' => 10,
        b'r' => 13,
        b't' => 9,
        _ => return None,
    }))
}

/// Finds the end of a string; `start` is the first byte after the quote.
pub fn scan(text: &[u8], start: usize, strict: bool) -> Result<Text, JsonError> {
    let wrong = |kind, at| Err(JsonError { kind, at });
    let (mut at, mut has_escapes) = (start, false);
    loop {
        let Some(&b) = text.get(at) else { return wrong(ErrorKind::Unterminated, start.saturating_sub(1)) };
        match b {
            b'"' => return Ok(Text { start, end: at, escaped: has_escapes }),
            0..=0x1f if strict => return wrong(ErrorKind::Control, at),
            b'\\' => {
                has_escapes = true;
                at += match text.get(at + 1) {
                    None => return wrong(ErrorKind::Unterminated, start.saturating_sub(1)),
                    Some(b'u') => unicode(text, at + 1)?,
                    Some(&letter) if escaped(letter).is_some() => 2,
                    Some(_) => return wrong(ErrorKind::Escape, at),
                };
            }
            _ => at += 1,
        }
    }
}

/// Checks `\uXXXX`, and a low surrogate after a high one; gives the length. `at` is the "u".
fn unicode(text: &[u8], at: usize) -> Result<usize, JsonError> {
    // Something must follow the digits, and six characters more for a second surrogate to be looked at.
    let follows = |at: usize| text.get(at + 5).is_some();
    let digits = |at: usize| hex4(text.get(at + 1..at + 5)).ok_or(JsonError { kind: ErrorKind::Unicode, at });
    if !follows(at) {
        return Err(JsonError { kind: ErrorKind::Unicode, at });
    }
    let pair = is_high(digits(at)?) && text.get(at + 5..at + 7) == Some(b"\\u") && follows(at + 6);
    if pair && is_low(digits(at + 6)?) { Ok(12) } else { Ok(6) }
}

/// The characters of a string. Surrogates that have no partner come as they are.
#[derive(Clone, Debug)]
pub struct Chars<'a> {
    rest: &'a [u8],
}

impl Iterator for Chars<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let &first = self.rest.first()?;
        let (c, len) = match first {
            b'\\' => self.escape(),
            0..0x80 => (u32::from(first), 1),
            _ => crate::regex::wide_char(self.rest, 0, first),
        };
        self.rest = self.rest.get(len..).unwrap_or(&[]);
        Some(c)
    }
}

impl Chars<'_> {
    /// How many bytes, up to the closing quote, are still to be read.
    pub fn left(&self) -> usize {
        self.rest.len()
    }

    fn escape(&self) -> (u32, usize) {
        match self.rest.get(1) {
            Some(b'u') => {
                let high = hex4(self.rest.get(2..6)).unwrap_or(0xfffd);
                let low = match self.rest.get(6..8) {
                    Some(b"\\u") if is_high(high) => hex4(self.rest.get(8..12)).filter(|&c| is_low(c)),
                    _ => None,
                };
                match low {
                    Some(low) => (0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00), 12),
                    None => (high, 6),
                }
            }
            Some(&letter) => (escaped(letter).unwrap_or(u32::from(letter)), 2),
            None => (u32::from(b'\\'), 1),
        }
    }
}
