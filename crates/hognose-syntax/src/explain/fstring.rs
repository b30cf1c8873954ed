//! What can be wrong with string literals, f-strings above all.
//!
//! Python 3.11 ends an f-string at the next quote of its kind and then looks for fields in what it has. Errors follow these
//! rules, also where the parser would accept more.

use super::fragment::{Fragment, Part};
use super::machine::Stop;
use crate::character::Characters;
use crate::error::{Place, SyntaxErrorKind as K};
use crate::lexer::MAX_BRACKETS;
use crate::literal::{self, LiteralError};
use crate::span::Span;
use crate::tree::TextForm;

/// Format specs can be this deep.
const MAX_SPECS: u32 = 2;

fn escape_error(error: LiteralError<()>, bytes: bool) -> Option<K> {
    Some(match error {
        LiteralError::Escape { first, .. } if bytes => K::BytesEscape { at: first },
        LiteralError::Escape { first, last, fault } => K::UnicodeEscape { first, last, fault },
        LiteralError::NamedCharacter => K::NamedCharacter,
        LiteralError::NotAscii => K::BytesNotAscii,
        LiteralError::Sink(()) => return None,
    })
}

fn raise(error: Option<K>, here: Place) -> Result<(), Stop> {
    error.map_or(Ok(()), |kind| Err(Stop::Raised(kind, here)))
}

/// Checks the escape sequences of a literal that is no f-string. Errors are reported `here`.
pub(super) fn check_plain(
    source: &[u8],
    span: Span,
    characters: Characters,
    bytes: bool,
    here: Place,
) -> Result<(), Stop> {
    let result = if bytes {
        literal::decode_bytes(source, span, |_| Ok::<(), ()>(()))
    } else {
        literal::decode_str(source, span, characters.find, |_| Ok::<(), ()>(()))
    };
    raise(result.err().and_then(|error| escape_error(error, bytes)), here)
}

/// Checks an f-string, the expressions in its fields too. Errors of the string are reported `here`.
pub(super) fn check(
    source: &[u8],
    characters: Characters,
    span: Span,
    here: Place,
    words: &mut [u32],
) -> Result<(), Stop> {
    let text = source.get(span.start as usize..span.end as usize).unwrap_or(&[]);
    let prefix = text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let (letters, quoted) = text.split_at(prefix);
    let quote = quoted.first().copied().unwrap_or(b'"');
    let triple = quoted.len() >= 6 && quoted.iter().take(3).all(|&byte| byte == quote);
    let quotes = if triple { 3 } else { 1 };
    let mut scan = Scan {
        source,
        characters,
        at: span.start as usize + prefix + quotes,
        end: (span.end as usize).saturating_sub(quotes),
        raw: letters.iter().any(|byte| byte | 0x20 == b'r'),
        here,
    };
    scan.string(words)
}

struct Scan<'a> {
    source: &'a [u8],
    characters: Characters,
    at: usize,
    end: usize,
    raw: bool,
    here: Place,
}

impl Scan<'_> {
    /// The byte at an offset; 0 behind the end.
    fn byte(&self, at: usize) -> u8 {
        if at < self.end { self.source.get(at).copied().unwrap_or(0) } else { 0 }
    }

    fn error<T>(&self, kind: K) -> Result<T, Stop> {
        Err(Stop::Raised(kind, self.here))
    }

    fn string(&mut self, words: &mut [u32]) -> Result<(), Stop> {
        let mut level = 0;
        loop {
            self.literal(level)?;
            if self.at >= self.end {
                return if level == 0 { Ok(()) } else { self.error(K::FieldEnd) };
            }
            if self.byte(self.at) == b'}' {
                // The end of a format spec, and of its field.
                level -= 1;
                self.at += 1;
            } else if self.field(level, words)? {
                level += 1;
            }
        }
    }

    /// A piece of text, up to a brace that means something.
    fn literal(&mut self, level: u32) -> Result<(), Stop> {
        let start = self.at;
        while self.at < self.end {
            let byte = self.byte(self.at);
            if byte == b'\\' && !self.raw {
                self.at += 1;
                if self.byte(self.at) == b'N' {
                    self.at += 1;
                    if self.byte(self.at) == b'{' {
                        while self.at < self.end && self.byte(self.at) != b'}' {
                            self.at += 1;
                        }
                        self.at += 1;
                    }
                    continue;
                }
                if !matches!(self.byte(self.at), b'{' | b'}') {
                    self.at += 1;
                    continue;
                }
            }
            let byte = if matches!(byte, b'{' | b'}') { byte } else { self.byte(self.at) };
            if matches!(byte, b'{' | b'}') {
                if level > 0 {
                    break;
                }
                if self.byte(self.at + 1) == byte {
                    self.at += 2;
                    continue;
                }
                if byte == b'}' {
                    return self.error(K::FieldBrace);
                }
                break;
            }
            self.at += 1;
        }
        self.at = self.at.min(self.end);
        let form = if self.raw { TextForm::RAW } else { 0 } | if level == 0 { TextForm::BRACES } else { 0 };
        let span = Span { start: start as u32, end: self.at as u32 };
        let result = literal::decode_part(self.source, span, TextForm(form), self.characters.find, |_| {
            Ok::<(), ()>(())
        });
        raise(result.err().and_then(|error| escape_error(error, false)), self.here)
    }

    /// A field, from its `{` on. True when a format spec follows, false when the field is done.
    fn field(&mut self, level: u32, words: &mut [u32]) -> Result<bool, Stop> {
        if level >= MAX_SPECS {
            return self.error(K::FieldsTooDeep);
        }
        self.at += 1;
        let start = self.at;
        self.expression()?;
        let end = self.at;
        let inside = self.source.get(start..end).unwrap_or(&[]);
        let stop = self.byte(end);
        if inside.iter().all(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c')) {
            return match stop {
                b'!' | b':' | b'=' => self.error(K::FieldExpression { before: char::from(stop) }),
                _ => self.error(K::FieldEmpty),
            };
        }
        if !Fragment::parse(Part::Field, self.source, self.characters, start as u32, end as u32, words)
            .is_sound()?
        {
            return Err(Stop::Field(start as u32, end as u32));
        }
        if self.byte(self.at) == b'=' {
            self.at += 1;
            while matches!(self.byte(self.at), b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' | b'\x0b') {
                self.at += 1;
            }
        }
        if self.byte(self.at) == b'!' {
            self.at += 1;
            if self.at >= self.end {
                return self.error(K::FieldEnd);
            }
            if !matches!(self.byte(self.at), b's' | b'r' | b'a') {
                return self.error(K::FieldConversion);
            }
            self.at += 1;
        }
        match self.byte(self.at) {
            b':' if self.at + 1 < self.end => {
                self.at += 1;
                Ok(true)
            }
            b'}' => {
                self.at += 1;
                Ok(false)
            }
            _ => self.error(K::FieldEnd),
        }
    }

    /// Steps over the expression of a field.
    fn expression(&mut self) -> Result<(), Stop> {
        // Two bits for each open bracket.
        let mut brackets = [0u8; MAX_BRACKETS / 4];
        let mut depth = 0;
        // The quote of the string the scan is in, and whether it is a triple one.
        let mut string: Option<(u8, bool)> = None;
        while self.at < self.end {
            let byte = self.byte(self.at);
            if byte == b'\\' {
                return self.error(K::FieldBackslash);
            }
            let triple = |scan: &Self| scan.byte(scan.at + 1) == byte && scan.byte(scan.at + 2) == byte;
            if let Some((quote, is_triple)) = string {
                if byte == quote && (!is_triple || triple(self)) {
                    self.at += if is_triple { 2 } else { 0 };
                    string = None;
                }
                self.at += 1;
                continue;
            }
            match byte {
                b'\'' | b'"' => {
                    let is_triple = triple(self);
                    self.at += if is_triple { 2 } else { 0 };
                    string = Some((byte, is_triple));
                }
                b'(' | b'[' | b'{' => {
                    let code = if byte == b'(' {
                        1
                    } else if byte == b'[' {
                        2
                    } else {
                        3
                    };
                    let Some(slot) = brackets.get_mut(depth / 4) else {
                        return self.error(K::FieldTooManyBrackets);
                    };
                    *slot = *slot & !(3 << (depth % 4 * 2)) | code << (depth % 4 * 2);
                    depth += 1;
                }
                b'#' => return self.error(K::FieldComment),
                b'!' | b':' | b'}' | b'=' | b'<' | b'>' if depth == 0 => {
                    if matches!(byte, b'!' | b'=' | b'<' | b'>') && self.byte(self.at + 1) == b'=' {
                        self.at += 1;
                    } else if !matches!(byte, b'<' | b'>') {
                        break;
                    }
                }
                b')' | b']' | b'}' => {
                    let close = char::from(byte);
                    let Some(outer) = depth.checked_sub(1) else {
                        return self.error(K::FieldUnmatched { bracket: close });
                    };
                    depth = outer;
                    let code = brackets.get(depth / 4).map_or(0, |slot| slot >> (depth % 4 * 2) & 3);
                    let (open, fits) = match code {
                        1 => ('(', b')'),
                        2 => ('[', b']'),
                        _ => ('{', b'}'),
                    };
                    if byte != fits {
                        return self.error(K::FieldMismatched { close, open });
                    }
                }
                _ => {}
            }
            self.at += 1;
        }
        if string.is_some() {
            return self.error(K::FieldUnterminatedString);
        }
        if let Some(outer) = depth.checked_sub(1) {
            let code = brackets.get(outer / 4).map_or(0, |slot| slot >> (outer % 4 * 2) & 3);
            let bracket = [' ', '(', '[', '{'][usize::from(code)];
            return self.error(K::FieldUnmatched { bracket });
        }
        if self.at >= self.end {
            return self.error(K::FieldEnd);
        }
        Ok(())
    }
}
