//! Templates of `str.format`: `{name.attribute[item]!conversion:spec}`.
//!
//! [`Template`] splits a template into pieces, [`split_name`] and [`Path`] take a field's name apart. Looking things up
//! and formatting them stays with the caller. A specification may itself be a template ([`Field::nested`]); two levels
//! are allowed, a third is ValueError "Max string recursion exceeded".

use super::sink::{Full, Sink};
use super::tables::{decimal_value, next_digit, to_count};
use super::utf8::{decode, points};

/// A replacement field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field<'a> {
    /// The name with its attributes and items.
    pub name: &'a [u8],
    /// The code point behind `!`: `s`, `r` or `a`; see [`put_unknown_conversion`].
    pub conversion: Option<u32>,
    /// What stands behind the colon.
    pub spec: &'a [u8],
    /// The specification has fields of its own and must be expanded first.
    pub nested: bool,
}

/// Text, and perhaps a field behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Text that stands for itself.
    pub literal: &'a [u8],
    /// The field.
    pub field: Option<Field<'a>>,
}

/// What is wrong with a template: ValueError.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TemplateError {
    /// "Single '}' encountered in format string"
    SingleClose,
    /// "Single '{' encountered in format string"
    SingleOpen,
    /// "unexpected '{' in field name"
    OpenInName,
    /// "expected '}' before end of string"
    NoClose,
    /// "end of string while looking for conversion specifier"
    NoConversion,
    /// "expected ':' after conversion specifier"
    NoColon,
    /// "unmatched '{' in format spec"
    UnmatchedInSpec,
    /// "Too many decimal digits in format string"
    TooManyDigits,
    /// "Empty attribute in format string"
    EmptyAttribute,
    /// "Missing ']' in format string"
    MissingBracket,
    /// "Only '.' or '[' may follow ']' in format field specifier"
    AfterBracket,
    /// "cannot switch from manual field specification to automatic field numbering"
    ManualToAutomatic,
    /// "cannot switch from automatic field numbering to manual field specification"
    AutomaticToManual,
}

impl TemplateError {
    /// CPython's message.
    pub fn text(self) -> &'static str {
        match self {
            TemplateError::SingleClose => "Single '}' encountered in format string",
            TemplateError::SingleOpen => "Single '{' encountered in format string",
            TemplateError::OpenInName => "unexpected '{' in field name",
            TemplateError::NoClose => "expected '}' before end of string",
            TemplateError::NoConversion => "end of string while looking for conversion specifier",
            TemplateError::NoColon => "expected ':' after conversion specifier",
            TemplateError::UnmatchedInSpec => "unmatched '{' in format spec",
            TemplateError::TooManyDigits => "Too many decimal digits in format string",
            TemplateError::EmptyAttribute => "Empty attribute in format string",
            TemplateError::MissingBracket => "Missing ']' in format string",
            TemplateError::AfterBracket => "Only '.' or '[' may follow ']' in format field specifier",
            TemplateError::ManualToAutomatic => {
                "cannot switch from manual field specification to automatic field numbering"
            }
            TemplateError::AutomaticToManual => {
                "cannot switch from automatic field numbering to manual field specification"
            }
        }
    }
}

/// Puts the message for a conversion that is none: "Unknown conversion specifier x".
pub fn put_unknown_conversion(conversion: u32, sink: &mut (impl Sink + ?Sized)) -> Result<(), Full> {
    sink.put(b"Unknown conversion specifier ")?;
    super::format_spec::put_code(conversion, sink)
}

/// Splits a template. Ends after an error.
#[derive(Debug, Clone)]
pub struct Template<'a> {
    text: &'a [u8],
    at: usize,
}

impl<'a> Template<'a> {
    /// The pieces of `text`.
    pub fn new(text: &'a [u8]) -> Self {
        Template { text, at: 0 }
    }

    /// Goes on at a byte offset that [`Template::offset`] gave.
    pub fn from(text: &'a [u8], offset: usize) -> Self {
        Template { text, at: offset }
    }

    /// The byte offset of what comes next.
    pub fn offset(&self) -> usize {
        self.at
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = self.text.get(self.at).copied();
        self.at += usize::from(byte.is_some());
        byte
    }

    fn piece(&mut self) -> Result<Piece<'a>, TemplateError> {
        let start = self.at;
        let brace = loop {
            match self.byte() {
                None => return Ok(Piece { literal: &self.text[start..], field: None }),
                Some(brace @ (b'{' | b'}')) => break brace,
                Some(_) => {}
            }
        };
        let next = self.text.get(self.at).copied();
        if next == Some(brace) {
            // Two stand for one.
            let literal = &self.text[start..self.at];
            self.at += 1;
            return Ok(Piece { literal, field: None });
        }
        if brace == b'}' {
            return Err(TemplateError::SingleClose);
        }
        if next.is_none() {
            return Err(TemplateError::SingleOpen);
        }
        let literal = &self.text[start..self.at - 1];
        Ok(Piece { literal, field: Some(self.field()?) })
    }

    /// Reads a field, behind its brace.
    fn field(&mut self) -> Result<Field<'a>, TemplateError> {
        let start = self.at;
        let end = loop {
            match self.byte().ok_or(TemplateError::NoClose)? {
                b'{' => return Err(TemplateError::OpenInName),
                b'[' => {
                    while self.text.get(self.at).is_some_and(|&byte| byte != b']') {
                        self.at += 1;
                    }
                }
                end @ (b'}' | b':' | b'!') => break end,
                _ => {}
            }
        };
        let mut field =
            Field { name: &self.text[start..self.at - 1], conversion: None, spec: &[], nested: false };
        if end == b'}' {
            return Ok(field);
        }
        if end == b'!' {
            let (conversion, size) = decode(self.text, self.at).ok_or(TemplateError::NoConversion)?;
            field.conversion = Some(conversion);
            self.at += size;
            match self.byte() {
                Some(b'}') => return Ok(field),
                Some(b':') | None => {}
                Some(_) => return Err(TemplateError::NoColon),
            }
        }
        let start = self.at;
        let mut depth = 1;
        loop {
            match self.byte().ok_or(TemplateError::UnmatchedInSpec)? {
                b'{' => {
                    field.nested = true;
                    depth += 1;
                }
                b'}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                field.spec = &self.text[start..self.at - 1];
                return Ok(field);
            }
        }
    }
}

impl<'a> Iterator for Template<'a> {
    type Item = Result<Piece<'a>, TemplateError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.at >= self.text.len() {
            return None;
        }
        let piece = self.piece();
        if piece.is_err() {
            self.at = self.text.len();
        }
        Some(piece)
    }
}

/// Decimal digits of any script as a number; `None` for what is no number.
fn integer(text: &[u8]) -> Result<Option<usize>, TemplateError> {
    let mut value = None;
    for point in points(text) {
        let Some(digit) = decimal_value(point) else { return Ok(None) };
        value = Some(next_digit(value.unwrap_or(0), digit).ok_or(TemplateError::TooManyDigits)?);
    }
    Ok(value.map(to_count))
}

/// What a field's name begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First<'a> {
    /// The positional argument with this index.
    Index(usize),
    /// The keyword argument with this name.
    Name(&'a [u8]),
}

/// How fields are numbered. One for a template and its nested specifications.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Numbering {
    manual: bool,
    automatic: bool,
    next: usize,
}

/// Splits a field's name into its beginning and the path behind it, and numbers it when it has no name.
pub fn split_name<'a>(
    name: &'a [u8],
    numbering: &mut Numbering,
) -> Result<(First<'a>, Path<'a>), TemplateError> {
    let end = name.iter().position(|byte| matches!(byte, b'.' | b'[')).unwrap_or(name.len());
    let (first, rest) = name.split_at(end);
    let path = Path { text: rest, at: 0 };
    let index = integer(first)?;
    let automatic = first.is_empty();
    if !automatic && index.is_none() {
        return Ok((First::Name(first), path));
    }
    if automatic && numbering.manual {
        return Err(TemplateError::ManualToAutomatic);
    }
    if !automatic && numbering.automatic {
        return Err(TemplateError::AutomaticToManual);
    }
    numbering.manual |= !automatic;
    numbering.automatic |= automatic;
    let index = index.unwrap_or(numbering.next);
    numbering.next += usize::from(automatic);
    Ok((First::Index(index), path))
}

/// A step from an object to a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// `.name`
    Attribute(&'a [u8]),
    /// `[3]`
    Index(usize),
    /// `[key]`, without quotes: the key is this text.
    Key(&'a [u8]),
}

/// The attributes and items of a field's name. Ends after an error.
#[derive(Debug, Clone, Copy)]
pub struct Path<'a> {
    text: &'a [u8],
    at: usize,
}

impl<'a> Path<'a> {
    fn step(&mut self, first: u8) -> Result<Step<'a>, TemplateError> {
        self.at += 1;
        let rest = &self.text[self.at..];
        match first {
            b'.' => {
                let name =
                    &rest[..rest.iter().position(|byte| matches!(byte, b'.' | b'[')).unwrap_or(rest.len())];
                self.at += name.len();
                if name.is_empty() { Err(TemplateError::EmptyAttribute) } else { Ok(Step::Attribute(name)) }
            }
            b'[' => {
                let end = super::search::find_byte(rest, b']').ok_or(TemplateError::MissingBracket)?;
                self.at += end + 1;
                let key = &rest[..end];
                match integer(key)? {
                    Some(index) => Ok(Step::Index(index)),
                    None if key.is_empty() => Err(TemplateError::EmptyAttribute),
                    None => Ok(Step::Key(key)),
                }
            }
            _ => Err(TemplateError::AfterBracket),
        }
    }
}

impl<'a> Iterator for Path<'a> {
    type Item = Result<Step<'a>, TemplateError>;

    fn next(&mut self) -> Option<Self::Item> {
        let &first = self.text.get(self.at)?;
        let step = self.step(first);
        if step.is_err() {
            self.at = self.text.len();
        }
        Some(step)
    }
}
