//! What follows a backslash, outside and inside a set.

use super::Kind;
use super::classes::Class;
use super::error::{ErrorKind, RegexError, Span};
use super::parse::Parser;
use super::program;
use super::source::{Source, Token};
use super::tree;

/// What an escape inside a set is.
#[derive(Clone, Copy)]
pub enum Item {
    Char(u32),
    Class(Class),
}

/// The class that a letter names.
fn class(c: u32) -> Option<Class> {
    Some(match u8::try_from(c).ok()? {
        b'd' => Class::DIGIT,
        b'D' => Class::NOT_DIGIT,
        b's' => Class::SPACE,
        b'S' => Class::NOT_SPACE,
        b'w' => Class::WORD,
        b'W' => Class::NOT_WORD,
        _ => return None,
    })
}

/// The character that a letter stands for; `\b` is one only inside a set.
pub fn control(c: u32) -> Option<u32> {
    Some(match u8::try_from(c).ok()? {
        b'a' => 0x07,
        b'b' => 0x08,
        b'f' => 0x0c,
        b'n' => 0x0a,
        b'r' => 0x0d,
        b't' => 0x09,
        b'v' => 0x0b,
        b'\\' => 0x5c,
        _ => return None,
    })
}

fn is_letter(c: u32) -> bool {
    u8::try_from(c).is_ok_and(|b| b.is_ascii_alphabetic())
}

fn octal(c: u32) -> Option<u32> {
    (0x30..=0x37).contains(&c).then(|| c - 0x30)
}

/// Escapes that are the same inside and outside a set: `\x`, `\u`, `\U`, `\N`.
fn coded(source: &mut Source, token: Token, c: u32) -> Result<Option<u32>, RegexError> {
    let digits = match u8::try_from(c) {
        Ok(b'x') => 2,
        Ok(b'u') if source.kind == Kind::Str => 4,
        Ok(b'U') if source.kind == Kind::Str => 8,
        Ok(b'N') if source.kind == Kind::Str => return named(source).map(Some),
        _ => return Ok(None),
    };
    let (value, taken) = source.digits(digits, 16, Token::hex)?;
    let span = Span::new(token.start, source.tell());
    if taken < digits {
        return Err(source.error(ErrorKind::IncompleteEscape(span), 2 + taken));
    }
    if value > 0x10ffff {
        return Err(source.error(ErrorKind::BadEscape(span), 2 + taken));
    }
    Ok(Some(value))
}

/// `\N{name}`
fn named(source: &mut Source) -> Result<u32, RegexError> {
    if !source.take(b'{')? {
        return Err(source.error(ErrorKind::MissingBrace, 0));
    }
    let name = source.name("}", "character name")?;
    let back = source.chars(name) + 4;
    let Some(find) = source.find else { return Err(source.error(ErrorKind::NamedCharacter(name), back)) };
    match core::str::from_utf8(name.of(source.text)).ok().and_then(find) {
        Some(found) => Ok(u32::from(found)),
        None => Err(source.error(ErrorKind::UnknownCharacterName(name), back)),
    }
}

/// An escape that has no meaning of its own: the character itself, unless it is a letter or digit.
fn plain(source: &Source, token: Token, c: u32) -> Result<u32, RegexError> {
    if is_letter(c) || (0x30..=0x39).contains(&c) {
        return Err(source.error(ErrorKind::BadEscape(token.span()), 2));
    }
    Ok(c)
}

/// An escape inside a set; `token` was taken.
pub fn in_set(source: &mut Source, token: Token, c: u32) -> Result<Item, RegexError> {
    if let Some(c) = control(c) {
        return Ok(Item::Char(c));
    }
    if let Some(class) = class(c) {
        return Ok(Item::Class(class));
    }
    if let Some(c) = coded(source, token, c)? {
        return Ok(Item::Char(c));
    }
    if let Some(first) = octal(c) {
        let (rest, taken) = source.digits(2, 8, Token::octal)?;
        let value = first << (3 * taken) | rest;
        if value > 0o377 {
            let span = Span::new(token.start, source.tell());
            return Err(source.error(ErrorKind::OctalOutOfRange(span), 2 + taken));
        }
        return Ok(Item::Char(value));
    }
    plain(source, token, c).map(Item::Char)
}

impl Parser<'_, '_> {
    /// An escape outside a set; `token` was taken.
    pub fn escape(&mut self, token: Token) -> Result<(), RegexError> {
        let Some(c) = token.escaped() else { return Ok(()) };
        match u8::try_from(c) {
            Ok(b'A') => return self.anchor(program::BEGIN_TEXT),
            Ok(b'b') => return self.anchor(program::BOUNDARY),
            Ok(b'B') => return self.anchor(program::NOT_BOUNDARY),
            Ok(b'Z') => return self.anchor(program::END_TEXT),
            _ => {}
        }
        if let Some(class) = class(c) {
            return self.unit(tree::CLASS | class.0 << 8);
        }
        if let Some(c) = control(c) {
            return self.literal(c);
        }
        if let Some(c) = coded(&mut self.source, token, c)? {
            return self.literal(c);
        }
        match c {
            0x30 => {
                let (value, _) = self.source.digits(2, 8, Token::octal)?;
                self.literal(value)
            }
            0x31..=0x39 => self.number_escape(token, c - 0x30),
            _ => {
                let c = plain(&self.source, token, c)?;
                self.literal(c)
            }
        }
    }

    /// A reference to a group, or three octal digits.
    fn number_escape(&mut self, token: Token, first: u32) -> Result<(), RegexError> {
        let mut group = first;
        let mut chars = 2;
        if let Some(second) = self.source.next.and_then(Token::digit) {
            self.source.get()?;
            chars = 3;
            group = first * 10 + second;
            let third = self.source.next.and_then(Token::octal);
            if let (true, true, Some(third)) = (first < 8, second < 8, third) {
                self.source.get()?;
                let value = first << 6 | second << 3 | third;
                if value > 0o377 {
                    let span = Span::new(token.start, self.source.tell());
                    return Err(self.source.error(ErrorKind::OctalOutOfRange(span), 4));
                }
                return self.literal(value);
            }
        }
        if group >= self.groups {
            let span = Span::new(token.start + 1, self.source.tell());
            return Err(self.source.error(ErrorKind::InvalidGroup(span), chars - 1));
        }
        if !self.is_closed(group) {
            return Err(self.source.error(ErrorKind::OpenGroup, chars));
        }
        self.check_lookbehind(group)?;
        self.reference(group)
    }
}
