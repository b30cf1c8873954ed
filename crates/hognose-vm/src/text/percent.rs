//! Templates of the `%` operator: `%(key)-+ #0width.precision conversion`.
//!
//! [`Template`] splits a template into pieces without looking at values; the `put_*` functions render one value as its
//! [`Conversion`] says. What needs objects (looking up keys, taking arguments, `str()` of a value) stays with the
//! caller.

use super::field::{Align, Field, Grouping, Integer, Sign, put_text};
use super::sink::{Full, Sink};
use super::tables::{next_digit, to_count, to_width};
use super::utf8::{self, Encoded, decode};
use crate::num::float::{Flags, MAX_PRECISION, Rendered, Style};

/// A width or precision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// Not given.
    None,
    /// Written out.
    Given(usize),
    /// `*`: the next argument ("* wants int").
    Star,
}

/// One conversion of a template, width and precision as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conversion<'a> {
    /// The key between parentheses ("format requires a mapping").
    pub key: Option<&'a [u8]>,
    /// `-`
    pub left: bool,
    /// `+`
    pub plus: bool,
    /// A space.
    pub space: bool,
    /// `#`
    pub alternate: bool,
    /// `0`
    pub zero: bool,
    /// The width.
    pub width: Amount,
    /// The precision.
    pub precision: Amount,
    /// The code point of the conversion; [`Conversion::family`] says what it is.
    pub kind: u32,
    /// Byte offset of the conversion in the template.
    pub offset: usize,
}

/// What a conversion takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// `s`: `str(value)`, or bytes in a template of bytes.
    Str,
    /// `r`
    Repr,
    /// `a`
    Ascii,
    /// `c`: an integer or one character ("%c requires int or char").
    Char,
    /// `d i u` in base 10, `o` in 8, `x X` in 16. Only base 10 takes floats, whose fraction it drops.
    Int(u32),
    /// `e f g E F G`
    Float,
}

/// A piece of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text that stands for itself.
    Literal(&'a [u8]),
    /// A value goes here.
    Value(Conversion<'a>),
}

/// What is wrong with a template: ValueError.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TemplateError {
    /// "incomplete format"
    Incomplete,
    /// "incomplete format key"
    IncompleteKey,
    /// "width too big"
    WidthTooBig,
    /// "precision too big" ("prec too big" for bytes)
    PrecisionTooBig,
}

impl TemplateError {
    /// CPython's message.
    pub fn text(self, bytes: bool) -> &'static str {
        match self {
            TemplateError::Incomplete => "incomplete format",
            TemplateError::IncompleteKey => "incomplete format key",
            TemplateError::WidthTooBig => "width too big",
            TemplateError::PrecisionTooBig if bytes => "prec too big",
            TemplateError::PrecisionTooBig => "precision too big",
        }
    }
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

    fn byte(&self) -> Result<u8, TemplateError> {
        self.text.get(self.at).copied().ok_or(TemplateError::Incomplete)
    }

    fn amount(&mut self, most: u64, error: TemplateError) -> Result<Amount, TemplateError> {
        if self.byte()? == b'*' {
            self.at += 1;
            return Ok(Amount::Star);
        }
        let mut value = None;
        while let Some(&byte @ b'0'..=b'9') = self.text.get(self.at) {
            let next = next_digit(value.unwrap_or(0), byte - b'0').filter(|&next| next <= most);
            value = Some(next.ok_or(error)?);
            self.at += 1;
        }
        Ok(value.map_or(Amount::None, |value| Amount::Given(to_width(value))))
    }

    /// Reads a conversion, behind its percent sign.
    fn conversion(&mut self) -> Result<Conversion<'a>, TemplateError> {
        let mut found = Conversion {
            key: None,
            left: false,
            plus: false,
            space: false,
            alternate: false,
            zero: false,
            width: Amount::None,
            precision: Amount::None,
            kind: 0,
            offset: 0,
        };
        if self.byte()? == b'(' {
            found.key = Some(self.key()?);
        }
        loop {
            match self.byte()? {
                b'-' => found.left = true,
                b'+' => found.plus = true,
                b' ' => found.space = true,
                b'#' => found.alternate = true,
                b'0' => found.zero = true,
                _ => break,
            }
            self.at += 1;
        }
        found.width = self.amount(u64::MAX, TemplateError::WidthTooBig)?;
        if self.byte()? == b'.' {
            self.at += 1;
            found.precision = match self.amount(MAX_PRECISION as u64, TemplateError::PrecisionTooBig)? {
                Amount::None => Amount::Given(0),
                amount => amount,
            };
        }
        // C's length modifiers mean nothing.
        if matches!(self.byte()?, b'h' | b'l' | b'L') {
            self.at += 1;
        }
        let (kind, size) = decode(self.text, self.at).ok_or(TemplateError::Incomplete)?;
        (found.kind, found.offset) = (kind, self.at);
        self.at += size;
        Ok(found)
    }

    /// Reads a key with balanced parentheses.
    fn key(&mut self) -> Result<&'a [u8], TemplateError> {
        self.at += 1;
        let start = self.at;
        let mut depth = 1;
        while let Some(&byte) = self.text.get(self.at) {
            match byte {
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return Ok(&self.text[start..self.at - 1]);
            }
        }
        Err(TemplateError::IncompleteKey)
    }
}

impl<'a> Iterator for Template<'a> {
    type Item = Result<Piece<'a>, TemplateError>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        if rest[0] != b'%' {
            let literal = &rest[..super::search::find_byte(rest, b'%').unwrap_or(rest.len())];
            self.at += literal.len();
            return Some(Ok(Piece::Literal(literal)));
        }
        if rest.get(1) == Some(&b'%') {
            self.at += 2;
            return Some(Ok(Piece::Literal(&rest[1..2])));
        }
        self.at += 1;
        let found = self.conversion().map(Piece::Value);
        if found.is_err() {
            self.at = self.text.len();
        }
        Some(found)
    }
}

/// A conversion with width and precision known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resolved {
    /// Code points at least.
    pub width: usize,
    /// Whether the value stands at the left.
    pub left: bool,
    /// The precision.
    pub precision: Option<usize>,
    alternate: bool,
    zero: bool,
    sign: Sign,
    kind: u8,
}

impl Conversion<'_> {
    /// What the conversion takes. `None`: ValueError, see [`Conversion::put_unsupported`]; `bytes` selects the
    /// conversions of bytes, which have `b` besides.
    pub fn family(&self, bytes: bool) -> Option<Family> {
        Some(match u8::try_from(self.kind).ok()? {
            b's' => Family::Str,
            b'b' if bytes => Family::Str,
            b'r' => Family::Repr,
            b'a' => Family::Ascii,
            b'c' => Family::Char,
            b'd' | b'i' | b'u' => Family::Int(10),
            b'o' => Family::Int(8),
            b'x' | b'X' => Family::Int(16),
            b'e' | b'f' | b'g' | b'E' | b'F' | b'G' => Family::Float,
            _ => return None,
        })
    }

    /// Puts the message for a conversion that is none: "unsupported format character 'y' (0x79) at index 1".
    pub fn put_unsupported(&self, template: &[u8], sink: &mut (impl Sink + ?Sized)) -> Result<(), Full> {
        sink.put(b"unsupported format character '")?;
        utf8::put(if (31..=126).contains(&self.kind) { self.kind } else { u32::from(b'?') }, sink)?;
        sink.put(b"' (0x")?;
        let mut digits = [0; 20];
        let start = write_digits(u64::from(self.kind), 16, &mut digits);
        sink.put(&digits[start..])?;
        sink.put(b") at index ")?;
        let start = write_digits(utf8::index_of(template, self.offset) as u64, 10, &mut digits);
        sink.put(&digits[start..])
    }

    /// Fills in the arguments of the stars. A negative width means left, a negative precision zero.
    pub fn resolve(&self, width: i64, precision: i64) -> Resolved {
        let (mut left, mut cells) = (self.left, 0);
        match self.width {
            Amount::None => {}
            Amount::Given(given) => cells = given,
            Amount::Star => {
                left |= width < 0;
                cells = to_width(width.unsigned_abs());
            }
        }
        Resolved {
            width: cells,
            left,
            precision: match self.precision {
                Amount::None => None,
                Amount::Given(given) => Some(given),
                Amount::Star => Some(to_count(precision.max(0).unsigned_abs()).min(MAX_PRECISION)),
            },
            alternate: self.alternate,
            zero: self.zero,
            sign: match (self.plus, self.space) {
                (true, _) => Sign::Plus,
                (false, true) => Sign::Space,
                (false, false) => Sign::Minus,
            },
            kind: u8::try_from(self.kind).unwrap_or(0),
        }
    }
}

/// Writes digits to the end of `out`; returns where they begin.
fn write_digits(mut value: u64, base: u64, out: &mut [u8; 20]) -> usize {
    let mut at = out.len();
    loop {
        at -= 1;
        out[at] = b"0123456789abcdef"[(value % base) as usize];
        value /= base;
        if value == 0 || at == 0 {
            return at;
        }
    }
}

impl Resolved {
    fn field(&self, neg: bool, prefix: &'static [u8]) -> Field<'static> {
        let (fill, align) = match (self.left, self.zero) {
            (true, _) => (b' ', Align::Left),
            (false, true) => (b'0', Align::AfterSign),
            (false, false) => (b' ', Align::Right),
        };
        let sign = self.sign.byte(neg);
        Field { fill: fill.into(), align, width: self.width, sign, prefix, grouping: Grouping::None }
    }

    fn align(&self) -> Align {
        if self.left { Align::Left } else { Align::Right }
    }

    /// Puts text of `s`, `r` or `a`.
    pub fn put_text(&self, text: &[u8], sink: &mut dyn Sink) -> Result<(), Full> {
        put_text(text, u32::from(b' '), self.align(), self.width, self.precision, sink)
    }

    /// Puts bytes of `s`, `b`, `r` or `a` in a template of bytes, where a byte counts as a character.
    pub fn put_bytes(&self, bytes: &[u8], sink: &mut dyn Sink) -> Result<(), Full> {
        let bytes = &bytes[..self.precision.unwrap_or(bytes.len()).min(bytes.len())];
        let padding = self.width.saturating_sub(bytes.len());
        sink.fill(b' ', if self.left { 0 } else { padding })?;
        sink.put(bytes)?;
        sink.fill(b' ', if self.left { padding } else { 0 })
    }

    /// Puts the byte of `c` in a template of bytes.
    pub fn put_byte(&self, byte: u8, sink: &mut dyn Sink) -> Result<(), Full> {
        Resolved { precision: None, ..*self }.put_bytes(&[byte], sink)
    }

    /// Puts the character of `c`. The caller refuses what is no code point: OverflowError, "%c arg not in
    /// range(0x110000)".
    pub fn put_char(&self, point: u32, sink: &mut dyn Sink) -> Result<(), Full> {
        put_text(Encoded::new(point).bytes(), u32::from(b' '), self.align(), self.width, None, sink)
    }

    /// Puts an integer, given as its digits in the base of [`Family::Int`].
    pub fn put_int(&self, neg: bool, digits: &[u8], sink: &mut dyn Sink) -> Result<(), Full> {
        let prefix: &[u8] = match (self.alternate, self.kind) {
            (true, b'o') => b"0o",
            (true, b'x') => b"0x",
            (true, b'X') => b"0X",
            _ => b"",
        };
        let number = Integer { digits, upper: self.kind == b'X', least: self.precision.unwrap_or(0) };
        self.field(neg, prefix).put(&number, sink)
    }

    /// Puts a float.
    pub fn put_float(&self, value: f64, sink: &mut dyn Sink) -> Result<(), Full> {
        let precision = self.precision.unwrap_or(6);
        let style = match self.kind {
            b'e' | b'E' => Style::Exponent(precision),
            b'g' | b'G' => Style::General(precision),
            _ => Style::Fixed(precision),
        };
        let flags =
            Flags { alternate: self.alternate, upper: self.kind.is_ascii_uppercase(), ..Flags::default() };
        let number = Rendered::new(value, style, flags);
        self.field(number.neg, b"").put(&number, sink)
    }
}
