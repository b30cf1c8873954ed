//! What literals mean: the characters of strings, the bytes of bytes, the digits of numbers.
//!
//! Nothing is stored: decoders give one character, byte or digit after the other.

use crate::character::FindCharacter;
use crate::error::EscapeFault;
use crate::span::Span;
use crate::tree::TextForm;

/// Why a literal cannot be decoded. `E` is the error of the caller's sink. The parser has refused all but `Sink` already.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LiteralError<E> {
    /// A wrong escape sequence. Positions are those of Python's message.
    Escape {
        /// Position of the backslash.
        first: u32,
        /// Position of the last byte that belongs to it.
        last: u32,
        /// What is wrong.
        fault: EscapeFault,
    },
    /// `\N{...}`, and the names of characters are not known.
    NamedCharacter,
    /// A character above 127 in a bytes literal.
    NotAscii,
    /// What the sink said.
    Sink(E),
}

/// Gives the code points of a `Str` node: of all the literals side by side in the span. Lone surrogates (`\ud800`) are given
/// as they are. `find` knows the names of characters.
///
/// # Errors
/// When an escape sequence is wrong, or when the sink returns an error.
pub fn decode_str<E>(
    source: &[u8],
    span: Span,
    find: Option<FindCharacter>,
    mut sink: impl FnMut(u32) -> Result<(), E>,
) -> Result<(), LiteralError<E>> {
    let mut literals = Literals { source, at: span.start as usize, end: span.end as usize };
    while let Some((body, raw)) = literals.next() {
        decode(source, body, Rules { raw, braces: false, bytes: false, find }, &mut sink)?;
    }
    Ok(())
}

/// Gives the bytes of a `Bytes` node.
///
/// # Errors
/// When an escape sequence is wrong, or when the sink returns an error.
pub fn decode_bytes<E>(
    source: &[u8],
    span: Span,
    mut sink: impl FnMut(u8) -> Result<(), E>,
) -> Result<(), LiteralError<E>> {
    let mut literals = Literals { source, at: span.start as usize, end: span.end as usize };
    while let Some((body, raw)) = literals.next() {
        decode(source, body, Rules { raw, braces: false, bytes: true, find: None }, &mut |code| {
            sink(code as u8)
        })?;
    }
    Ok(())
}

/// Gives the code points of a `TextPart` node. `find` knows the names of characters.
///
/// # Errors
/// When an escape sequence is wrong, or when the sink returns an error.
pub fn decode_part<E>(
    source: &[u8],
    span: Span,
    form: TextForm,
    find: Option<FindCharacter>,
    mut sink: impl FnMut(u32) -> Result<(), E>,
) -> Result<(), LiteralError<E>> {
    let raw = form.is_raw() || form.is_verbatim();
    decode(source, span, Rules { raw, braces: form.doubles_braces(), bytes: false, find }, &mut sink)
}

/// True when all the literals in a span decode. Only escape sequences and characters above 127 can be wrong.
pub(crate) fn is_sound(source: &[u8], span: Span, bytes: bool, find: Option<FindCharacter>) -> bool {
    let sink = |_| Ok::<(), ()>(());
    if bytes {
        decode_bytes(source, span, |_| Ok::<(), ()>(())).is_ok()
    } else {
        decode_str(source, span, find, sink).is_ok()
    }
}

/// Decimal integer literals have at most this many digits, as in Python.
pub const MAX_DIGITS: usize = 4300;

/// The number of digits of a decimal integer literal.
pub(crate) fn digits(text: &[u8]) -> usize {
    text.iter().filter(|byte| byte.is_ascii_digit()).count()
}

/// True for an integer literal that Python refuses for its length.
pub(crate) fn is_too_long(text: &[u8]) -> bool {
    text.len() > MAX_DIGITS
        && !matches!(text.get(1), Some(b'a'..=b'z' | b'A'..=b'Z'))
        && digits(text) > MAX_DIGITS
}

/// The parts of an integer literal: its base (2, 8, 10 or 16) and its digits, most significant first, as numbers.
pub fn int_digits(text: &[u8]) -> (u32, impl Iterator<Item = u32> + Clone + '_) {
    let (base, digits) = match text {
        [b'0', b'x' | b'X', rest @ ..] => (16, rest),
        [b'0', b'o' | b'O', rest @ ..] => (8, rest),
        [b'0', b'b' | b'B', rest @ ..] => (2, rest),
        _ => (10, text),
    };
    (base, digits.iter().filter_map(move |&byte| char::from(byte).to_digit(base)))
}

/// The characters of a float or imaginary literal that make the number: no underscores, no `j`.
pub fn float_characters(text: &[u8]) -> impl Iterator<Item = u8> + Clone + '_ {
    text.iter().copied().filter(|byte| !matches!(byte, b'_' | b'j' | b'J'))
}

/// Walks the literals that stand side by side in a span.
struct Literals<'a> {
    source: &'a [u8],
    at: usize,
    end: usize,
}

impl Literals<'_> {
    fn byte(&self, at: usize) -> u8 {
        if at < self.end { self.source.get(at).copied().unwrap_or(0) } else { 0 }
    }

    /// What stands between the quotes of the next literal, and whether it is raw.
    fn next(&mut self) -> Option<(Span, bool)> {
        loop {
            match self.byte(self.at) {
                b' ' | b'\t' | b'\x0c' | b'\\' | b'\r' | b'\n' => self.at += 1,
                b'#' => {
                    while !matches!(self.byte(self.at), 0 | b'\r' | b'\n') {
                        self.at += 1;
                    }
                }
                _ => break,
            }
        }
        let mut raw = false;
        while self.byte(self.at).is_ascii_alphabetic() {
            raw |= self.byte(self.at) | 0x20 == b'r';
            self.at += 1;
        }
        let quote = self.byte(self.at);
        if !matches!(quote, b'"' | b'\'') {
            return None;
        }
        let ends =
            |literals: &Self, at: usize, length: usize| (0..length).all(|i| literals.byte(at + i) == quote);
        let length = if ends(self, self.at, 3) { 3 } else { 1 };
        self.at += length;
        let start = self.at;
        while self.at < self.end && !ends(self, self.at, length) {
            self.at += if self.byte(self.at) == b'\\' { 2 } else { 1 };
        }
        let body = Span { start: start as u32, end: self.at.min(self.end) as u32 };
        self.at += length;
        Some((body, raw))
    }
}

#[derive(Clone, Copy)]
struct Rules {
    raw: bool,
    braces: bool,
    bytes: bool,
    find: Option<FindCharacter>,
}

/// Decodes what stands between quotes.
fn decode<E>(
    source: &[u8],
    body: Span,
    rules: Rules,
    sink: &mut impl FnMut(u32) -> Result<(), E>,
) -> Result<(), LiteralError<E>> {
    let bytes = source.get(body.start as usize..body.end as usize).unwrap_or(&[]);
    let text = core::str::from_utf8(bytes).unwrap_or("");
    let mut put = |code: u32| sink(code).map_err(LiteralError::Sink);
    let mut characters = text.chars();
    // Python decodes a copy in which a character above 127 is written as \UXXXXXXXX: its positions count so.
    let mut position = 0;
    while let Some(character) = characters.next() {
        let rest = characters.as_str();
        match character {
            '\r' => {
                if !rest.starts_with('\n') {
                    put(10)?;
                }
            }
            '{' | '}' if rules.braces => {
                if rest.starts_with(character) {
                    characters.next();
                }
                put(character as u32)?;
            }
            '\\' if !rules.raw => {
                let escape = Escape { rest, position, bytes: rules.bytes, find: rules.find };
                let (code, taken) = escape.read(rules.braces)?;
                characters = rest.get(taken..).unwrap_or("").chars();
                position += taken as u32;
                if taken == 0 && !rest.starts_with(|next: char| next.is_ascii()) {
                    // Before such a character Python writes the backslash as \u005c.
                    position += 5;
                }
                if let Some(code) = code {
                    put(code)?;
                } else if !rest.starts_with(['\r', '\n']) {
                    put(u32::from(b'\\'))?;
                }
            }
            _ if rules.bytes && !character.is_ascii() => return Err(LiteralError::NotAscii),
            _ => put(character as u32)?,
        }
        position += if character.is_ascii() { 1 } else { 10 };
    }
    Ok(())
}

/// An escape sequence; the backslash is read.
struct Escape<'a> {
    rest: &'a str,
    position: u32,
    bytes: bool,
    find: Option<FindCharacter>,
}

impl Escape<'_> {
    /// The character it stands for, and how many bytes after the backslash belong to it. No character for a joined line,
    /// and for what is no escape sequence: then the backslash stands for itself.
    fn read<E>(&self, braces: bool) -> Result<(Option<u32>, usize), LiteralError<E>> {
        let bytes = self.rest.as_bytes();
        let code = match bytes.first() {
            Some(b'\n') => return Ok((None, 1)),
            Some(b'\r') => return Ok((None, if bytes.get(1) == Some(&b'\n') { 2 } else { 1 })),
            Some(b'\\') => b'\\',
            Some(b'\'') => b'\'',
            Some(b'"') => b'"',
            Some(b'a') => 7,
            Some(b'b') => 8,
            Some(b'f') => 12,
            Some(b'n') => b'\n',
            Some(b'r') => b'\r',
            Some(b't') => b'\t',
            Some(b'v') => 11,
            Some(b'0'..=b'7') => return Ok(self.octal()),
            Some(b'x') => return self.hexadecimal(2, EscapeFault::TruncatedX),
            Some(b'u') if !self.bytes => return self.hexadecimal(4, EscapeFault::TruncatedU4),
            Some(b'U') if !self.bytes => return self.hexadecimal(8, EscapeFault::TruncatedU8),
            Some(b'N') if !self.bytes => return self.named(),
            Some(b'{' | b'}') if braces => return Ok((None, 0)),
            _ => return Ok((None, 0)),
        };
        Ok((Some(u32::from(code)), 1))
    }

    fn octal(&self) -> (Option<u32>, usize) {
        let digits = self.rest.bytes().take(3).take_while(|byte| matches!(byte, b'0'..=b'7'));
        let (mut value, mut length) = (0, 0);
        for digit in digits {
            value = value * 8 + u32::from(digit - b'0');
            length += 1;
        }
        (Some(if self.bytes { value & 0xff } else { value }), length)
    }

    fn hexadecimal<E>(
        &self,
        length: usize,
        fault: EscapeFault,
    ) -> Result<(Option<u32>, usize), LiteralError<E>> {
        let mut value = 0u32;
        for place in 0..length {
            let digit = self.rest.as_bytes().get(1 + place).and_then(|&byte| char::from(byte).to_digit(16));
            let Some(digit) = digit else { return Err(self.fault(1 + place, fault)) };
            value = value << 4 | digit;
        }
        if value > 0x10_ffff {
            return Err(self.fault(1 + length, EscapeFault::IllegalCharacter));
        }
        Ok((Some(value), 1 + length))
    }

    /// `\N{name}`.
    fn named<E>(&self) -> Result<(Option<u32>, usize), LiteralError<E>> {
        let bytes = self.rest.as_bytes();
        let name = bytes.get(2..).unwrap_or(&[]);
        let length = name.iter().position(|&byte| byte == b'}');
        match (bytes.get(1), length) {
            (Some(b'{'), Some(length @ 1..)) => {
                let Some(find) = self.find else { return Err(LiteralError::NamedCharacter) };
                let name = self.rest.get(2..2 + length).unwrap_or("");
                match find(name) {
                    Some(found) => Ok((Some(u32::from(found)), 3 + length)),
                    None => {
                        let width = name.chars().map(|c| if c.is_ascii() { 1 } else { 10 }).sum::<usize>();
                        Err(self.fault(3 + width, EscapeFault::UnknownName))
                    }
                }
            }
            (Some(b'{'), Some(0)) => Err(self.fault(2, EscapeFault::MalformedName)),
            (Some(b'{'), None) => Err(self.fault(bytes.len(), EscapeFault::MalformedName)),
            _ => Err(self.fault(1, EscapeFault::MalformedName)),
        }
    }

    /// A fault of the sequence, `taken` bytes after the backslash.
    fn fault<E>(&self, taken: usize, fault: EscapeFault) -> LiteralError<E> {
        LiteralError::Escape { first: self.position, last: self.position + taken as u32, fault }
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use super::*;
    use std::string::String;
    use std::vec::Vec;

    fn find(name: &str) -> Option<char> {
        (name == "DASH").then_some('-')
    }

    fn text(source: &str) -> Result<String, LiteralError<()>> {
        let mut out = String::new();
        let span = Span { start: 0, end: source.len() as u32 };
        decode_str(source.as_bytes(), span, Some(find), |code| {
            out.push(char::from_u32(code).unwrap_or('?'));
            Ok(())
        })?;
        Ok(out)
    }

    fn bytes(source: &str) -> Result<Vec<u8>, LiteralError<()>> {
        let mut out = Vec::new();
        let span = Span { start: 0, end: source.len() as u32 };
        decode_bytes(source.as_bytes(), span, |byte| {
            out.push(byte);
            Ok(())
        })?;
        Ok(out)
    }

    #[test]
    fn strings() {
        assert_eq!(text(r"'a\n\x41\u0042\103\q'").as_deref(), Ok("a\nABC\\q"));
        assert_eq!(text("'a' # 'b'\n r'\\n' \"\"\"c\r\nd\"\"\"").as_deref(), Ok("a\\nc\nd"));
        assert_eq!(text("'a\\\r\nb'").as_deref(), Ok("ab"));
        assert_eq!(text(r"'\ud800'").as_deref(), Ok("?"));
        assert_eq!(text(r"'a\N{DASH}b' r'\N{DASH}'").as_deref(), Ok(r"a-b\N{DASH}"));
        assert_eq!(bytes(r"b'\xff\777' B'a'").as_deref(), Ok(&[255, 255, b'a'][..]));
    }

    #[test]
    fn wrong_escapes() {
        let fault = |first, last, fault| Err(LiteralError::Escape { first, last, fault });
        assert_eq!(text(r"'ab\x4'"), fault(2, 4, EscapeFault::TruncatedX));
        assert_eq!(text(r"'é\u12'"), fault(10, 13, EscapeFault::TruncatedU4));
        assert_eq!(text(r"'\U00110000'"), fault(0, 9, EscapeFault::IllegalCharacter));
        assert_eq!(text(r"'é\N{DOT}'"), fault(10, 16, EscapeFault::UnknownName));
        assert_eq!(text(r"'\N{}'"), fault(0, 2, EscapeFault::MalformedName));
        let span = Span { start: 0, end: 10 };
        let unknown = decode_str(br"'\N{DASH}'", span, None, |_| Ok::<(), ()>(()));
        assert_eq!(unknown, Err(LiteralError::NamedCharacter));
        assert_eq!(bytes("b'é'"), Err(LiteralError::NotAscii));
    }

    #[test]
    fn a_sink_can_stop() {
        let span = Span { start: 0, end: 5 };
        assert_eq!(decode_str(b"'abc'", span, None, Err), Err(LiteralError::Sink(97)));
    }

    #[test]
    fn numbers() {
        let digits = |text: &[u8]| {
            let (base, digits) = int_digits(text);
            (base, digits.collect::<Vec<_>>())
        };
        assert_eq!(digits(b"1_0"), (10, [1, 0].into()));
        assert_eq!(digits(b"0xF_a"), (16, [15, 10].into()));
        assert_eq!(digits(b"0o17"), (8, [1, 7].into()));
        assert_eq!(digits(b"0B01"), (2, [0, 1].into()));
        let float: Vec<u8> = float_characters(b"1_0.5e-3J").collect();
        assert_eq!(float, b"10.5e-3");
    }
}
