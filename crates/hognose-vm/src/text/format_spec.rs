//! Python's format specification mini language: `[[fill]align][sign][z][#][0][width][,_][.precision][type]`.
//!
//! [`Spec::parse`] reads a specification once; the `put_*` functions apply it. An integer is given as digits that the
//! caller made in the base that [`Spec::int_kind`] names, so this module needs no memory of its own.

use super::field::{Align, Field, Grouping, Integer, Number, Sign, put_text};
use super::sink::{Full, Sink};
use super::tables::{decimal_value, next_digit, to_count, to_width};
use super::utf8::{self, Encoded, decode};
use crate::num::bigint;
use crate::num::float::{Flags, MAX_PRECISION, Rendered, Style};

/// Which type's defaults and rules hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// `str`
    Str,
    /// `int` and `bool`
    Int,
    /// `float`
    Float,
    /// `complex`
    Complex,
}

/// A specification that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spec {
    /// The code point that pads.
    pub fill: u32,
    /// Where the content stands.
    pub align: Align,
    /// The sign, if one was given.
    pub sign: Option<Sign>,
    /// `z`
    pub no_neg_zero: bool,
    /// `#`
    pub alternate: bool,
    /// Code points at least; zero when none was given.
    pub width: usize,
    /// `,` or `_`
    pub grouping: Grouping,
    /// `.precision`
    pub precision: Option<usize>,
    /// The type's code point, if one was given.
    pub kind: Option<u32>,
}

/// What is wrong with a specification. All are ValueError but the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpecError {
    /// "Too many decimal digits in format string"
    TooManyDigits,
    /// "Cannot specify both ',' and '_'."
    BothSeparators,
    /// "Format specifier missing precision"
    MissingPrecision,
    /// "Invalid format specifier '...' for object of type '...'": something is left behind the type.
    Invalid,
    /// "Cannot specify ',' with 's'."
    Separator {
        /// `,` or `_`
        separator: u8,
        /// The type's code point.
        kind: u32,
    },
    /// "Unknown format code 'y' for object of type '...'"
    Unknown {
        /// The type's code point.
        kind: u32,
    },
    /// "Sign not allowed in string format specifier"
    StrSign,
    /// "Space not allowed in string format specifier"
    StrSpace,
    /// "Negative zero coercion (z) not allowed in string format specifier"
    StrNegZero,
    /// "Alternate form (#) not allowed in string format specifier"
    StrAlternate,
    /// "'=' alignment not allowed in string format specifier"
    StrAlign,
    /// "Precision not allowed in integer format specifier"
    IntPrecision,
    /// "Negative zero coercion (z) not allowed in integer format specifier"
    IntNegZero,
    /// "Sign not allowed with integer format specifier 'c'"
    CharSign,
    /// "Alternate form (#) not allowed with integer format specifier 'c'"
    CharAlternate,
    /// "precision too big"
    PrecisionTooBig,
    /// "Zero padding is not allowed in complex format specifier"
    ComplexZero,
    /// "'=' alignment flag is not allowed in complex format specifier"
    ComplexAlign,
    /// OverflowError: "%c arg not in range(0x110000)"
    CharRange,
}

impl SpecError {
    /// Puts CPython's message. `spec` is the whole specification, `type_name` the type of the formatted object.
    pub fn put(&self, spec: &[u8], type_name: &[u8], sink: &mut (impl Sink + ?Sized)) -> Result<(), Full> {
        let fixed: &[u8] = match *self {
            SpecError::TooManyDigits => b"Too many decimal digits in format string",
            SpecError::BothSeparators => b"Cannot specify both ',' and '_'.",
            SpecError::MissingPrecision => b"Format specifier missing precision",
            SpecError::Invalid => {
                sink.put(b"Invalid format specifier '")?;
                sink.put(spec)?;
                sink.put(b"' for object of type '")?;
                sink.put(type_name)?;
                b"'"
            }
            SpecError::Separator { separator, kind } => {
                sink.put(b"Cannot specify '")?;
                sink.put(&[separator])?;
                sink.put(b"' with '")?;
                put_code(kind, sink)?;
                b"'."
            }
            SpecError::Unknown { kind } => {
                sink.put(b"Unknown format code '")?;
                put_code(kind, sink)?;
                sink.put(b"' for object of type '")?;
                sink.put(type_name)?;
                b"'"
            }
            SpecError::StrSign => b"Sign not allowed in string format specifier",
            SpecError::StrSpace => b"Space not allowed in string format specifier",
            SpecError::StrNegZero => b"Negative zero coercion (z) not allowed in string format specifier",
            SpecError::StrAlternate => b"Alternate form (#) not allowed in string format specifier",
            SpecError::StrAlign => b"'=' alignment not allowed in string format specifier",
            SpecError::IntPrecision => b"Precision not allowed in integer format specifier",
            SpecError::IntNegZero => b"Negative zero coercion (z) not allowed in integer format specifier",
            SpecError::CharSign => b"Sign not allowed with integer format specifier 'c'",
            SpecError::CharAlternate => b"Alternate form (#) not allowed with integer format specifier 'c'",
            SpecError::PrecisionTooBig => b"precision too big",
            SpecError::ComplexZero => b"Zero padding is not allowed in complex format specifier",
            SpecError::ComplexAlign => b"'=' alignment flag is not allowed in complex format specifier",
            SpecError::CharRange => b"%c arg not in range(0x110000)",
        };
        sink.put(fixed)
    }
}

/// Puts a format code as CPython's messages show it: printable ASCII as it is, the rest as `\x` and hexadecimal digits.
pub(crate) fn put_code(kind: u32, sink: &mut (impl Sink + ?Sized)) -> Result<(), Full> {
    if (33..127).contains(&kind) {
        return utf8::put(kind, sink);
    }
    let digits = (32 - kind.leading_zeros()).div_ceil(4).max(1) as usize;
    super::repr::put_hex(b'x', kind, digits, sink)
}

/// Why formatting stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormatError {
    /// The specification does not fit the value.
    Spec(SpecError),
    /// The sink refused.
    Full,
}

impl From<SpecError> for FormatError {
    fn from(error: SpecError) -> Self {
        FormatError::Spec(error)
    }
}

impl From<Full> for FormatError {
    fn from(_: Full) -> Self {
        FormatError::Full
    }
}

/// How an integer is to be formatted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntKind {
    /// As digits in this base: [`put_int`].
    Digits(u32),
    /// As one character: [`put_char`].
    Char,
    /// As a float: convert it ("int too large to convert to float"), then [`put_float`].
    Float,
}

/// Reads a specification piece by piece.
struct Reader<'a> {
    text: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u32> {
        decode(self.text, self.at).map(|(point, _)| point)
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.text.get(self.at) == Some(&byte);
        self.at += usize::from(found);
        found
    }

    /// Decimal digits of any script.
    fn integer(&mut self) -> Result<Option<u64>, SpecError> {
        let mut value = None;
        while let Some((point, size)) = decode(self.text, self.at) {
            let Some(digit) = decimal_value(point) else { break };
            value = Some(next_digit(value.unwrap_or(0), digit).ok_or(SpecError::TooManyDigits)?);
            self.at += size;
        }
        Ok(value)
    }
}

fn align_of(point: u32) -> Option<Align> {
    Some(match u8::try_from(point).ok()? {
        b'<' => Align::Left,
        b'>' => Align::Right,
        b'^' => Align::Center,
        b'=' => Align::AfterSign,
        _ => return None,
    })
}

impl Spec {
    /// Reads a specification for a type.
    pub fn parse(text: &[u8], target: Target) -> Result<Self, SpecError> {
        let default = if target == Target::Str { Align::Left } else { Align::Right };
        let mut spec = Spec {
            fill: u32::from(b' '),
            align: default,
            sign: None,
            no_neg_zero: false,
            alternate: false,
            width: 0,
            grouping: Grouping::None,
            precision: None,
            kind: None,
        };
        let mut reader = Reader { text, at: 0 };
        let (mut fill_given, mut align_given) = (false, false);
        if let Some((first, size)) = decode(text, 0) {
            if let Some((align, next)) =
                decode(text, size).and_then(|(point, next)| Some((align_of(point)?, next)))
            {
                (spec.fill, spec.align) = (first, align);
                (fill_given, align_given) = (true, true);
                reader.at = size + next;
            } else if let Some(align) = align_of(first) {
                spec.align = align;
                align_given = true;
                reader.at = size;
            }
        }
        for (byte, sign) in [(b'+', Sign::Plus), (b'-', Sign::Minus), (b' ', Sign::Space)] {
            if spec.sign.is_none() && reader.take(byte) {
                spec.sign = Some(sign);
            }
        }
        spec.no_neg_zero = reader.take(b'z');
        spec.alternate = reader.take(b'#');
        if !fill_given && reader.take(b'0') {
            spec.fill = u32::from(b'0');
            if !align_given && default == Align::Right {
                spec.align = Align::AfterSign;
            }
        }
        spec.width = to_width(reader.integer()?.unwrap_or(0));
        if reader.take(b',') {
            spec.grouping = Grouping::Comma;
        }
        if reader.take(b'_') {
            if spec.grouping != Grouping::None {
                return Err(SpecError::BothSeparators);
            }
            spec.grouping = Grouping::Underscore;
        }
        if spec.grouping == Grouping::Underscore && reader.peek() == Some(b','.into()) {
            return Err(SpecError::BothSeparators);
        }
        if reader.take(b'.') {
            spec.precision = Some(to_count(reader.integer()?.ok_or(SpecError::MissingPrecision)?));
        }
        if let Some((kind, size)) = decode(text, reader.at) {
            if reader.at + size < text.len() {
                return Err(SpecError::Invalid);
            }
            spec.kind = Some(kind);
        }
        spec.check_grouping(target)?;
        Ok(spec)
    }

    /// Separators go with some types only, and with bases that are powers of two they stand every four digits.
    fn check_grouping(&mut self, target: Target) -> Result<(), SpecError> {
        let separator = match self.grouping {
            Grouping::None => return Ok(()),
            Grouping::Comma => b',',
            Grouping::Underscore | Grouping::UnderscoreFour => b'_',
        };
        let default = match target {
            Target::Str => u32::from(b's'),
            Target::Int => u32::from(b'd'),
            Target::Float | Target::Complex => return self.check_kind(separator, self.kind),
        };
        self.check_kind(separator, Some(self.kind.unwrap_or(default)))
    }

    fn check_kind(&mut self, separator: u8, kind: Option<u32>) -> Result<(), SpecError> {
        let Some(kind) = kind else { return Ok(()) };
        match u8::try_from(kind) {
            Ok(b'd' | b'e' | b'f' | b'g' | b'E' | b'F' | b'G' | b'%' | 0) => Ok(()),
            Ok(b'b' | b'o' | b'x' | b'X') if separator == b'_' => {
                self.grouping = Grouping::UnderscoreFour;
                Ok(())
            }
            _ => Err(SpecError::Separator { separator, kind }),
        }
    }

    fn byte(&self) -> Option<u8> {
        self.kind.map(|kind| u8::try_from(kind).unwrap_or(0xFF))
    }

    fn unknown(&self) -> SpecError {
        SpecError::Unknown { kind: self.kind.unwrap_or(0) }
    }

    /// How an integer is to be formatted, if the specification is one for integers.
    pub fn int_kind(&self) -> Result<IntKind, SpecError> {
        let kind = match self.byte() {
            None | Some(b'd' | b'n') => IntKind::Digits(10),
            Some(b'b') => IntKind::Digits(2),
            Some(b'o') => IntKind::Digits(8),
            Some(b'x' | b'X') => IntKind::Digits(16),
            Some(b'c') => IntKind::Char,
            Some(b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'%') => return Ok(IntKind::Float),
            Some(_) => return Err(self.unknown()),
        };
        if self.precision.is_some() {
            return Err(SpecError::IntPrecision);
        }
        if self.no_neg_zero {
            return Err(SpecError::IntNegZero);
        }
        if kind == IntKind::Char && self.sign.is_some() {
            return Err(SpecError::CharSign);
        }
        if kind == IntKind::Char && self.alternate {
            return Err(SpecError::CharAlternate);
        }
        Ok(kind)
    }

    fn field(&self, neg: bool, prefix: &'static [u8]) -> Field<'static> {
        Field {
            fill: self.fill,
            align: self.align,
            width: self.width,
            sign: self.sign.unwrap_or(Sign::Minus).byte(neg),
            prefix,
            grouping: self.grouping,
        }
    }

    /// The style of a float, whether a percent sign follows, and whether the type is upper case. `plain` says how
    /// numbers look when no type is given.
    fn float_style(&self, plain: Flags) -> Result<(Style, Flags, bool), SpecError> {
        let mut flags =
            Flags { alternate: self.alternate, no_neg_zero: self.no_neg_zero, ..Flags::default() };
        let precision = self.precision.unwrap_or(6);
        flags.upper = matches!(self.byte(), Some(b'E' | b'F' | b'G'));
        let style = match self.byte() {
            None => {
                flags.point_zero = plain.point_zero;
                self.precision.map_or(Style::Repr, Style::General)
            }
            Some(b'e' | b'E') => Style::Exponent(precision),
            Some(b'f' | b'F' | b'%') => Style::Fixed(precision),
            Some(b'g' | b'G' | b'n') => Style::General(precision),
            Some(_) => return Err(self.unknown()),
        };
        if self.precision.is_some_and(|precision| precision > MAX_PRECISION) {
            return Err(SpecError::PrecisionTooBig);
        }
        Ok((style, flags, self.byte() == Some(b'%')))
    }
}

/// Puts a string: `format(str, spec)`.
pub fn put_str(text: &[u8], spec: &Spec, sink: &mut dyn Sink) -> Result<(), FormatError> {
    if !matches!(spec.byte(), None | Some(b's')) {
        return Err(spec.unknown().into());
    }
    match spec.sign {
        None => {}
        Some(Sign::Space) => return Err(SpecError::StrSpace.into()),
        Some(Sign::Plus | Sign::Minus) => return Err(SpecError::StrSign.into()),
    }
    if spec.no_neg_zero {
        return Err(SpecError::StrNegZero.into());
    }
    if spec.alternate {
        return Err(SpecError::StrAlternate.into());
    }
    if spec.align == Align::AfterSign {
        return Err(SpecError::StrAlign.into());
    }
    Ok(put_text(text, spec.fill, spec.align, spec.width, spec.precision, sink)?)
}

/// Puts an integer, given as its digits in the base of [`IntKind::Digits`]: `format(int, spec)`.
pub fn put_int(neg: bool, digits: &[u8], spec: &Spec, sink: &mut dyn Sink) -> Result<(), FormatError> {
    let prefix: &[u8] = match (spec.alternate, spec.byte()) {
        (true, Some(b'b')) => b"0b",
        (true, Some(b'o')) => b"0o",
        (true, Some(b'x')) => b"0x",
        (true, Some(b'X')) => b"0X",
        _ => b"",
    };
    let number = Integer { digits, upper: spec.byte() == Some(b'X'), least: 0 };
    Ok(spec.field(neg, prefix).put(&number, sink)?)
}

/// Puts a small integer as digits.
pub fn put_i64(value: i64, spec: &Spec, sink: &mut dyn Sink) -> Result<(), FormatError> {
    let IntKind::Digits(base) = spec.int_kind()? else { return Err(spec.unknown().into()) };
    let mag = value.unsigned_abs();
    let limbs = [mag as u32, (mag >> 32) as u32];
    let (mut scratch, mut digits) = ([0; 2], [0; 65]);
    let range = bigint::text(&limbs, base, &mut scratch, &mut digits).map_err(|_| FormatError::Full)?;
    put_int(value < 0, &digits[range], spec, sink)
}

/// Puts an integer as a character: type `c`. (An integer that is no `i64` is OverflowError, "Python int too large to
/// convert to C long".)
pub fn put_char(value: i64, spec: &Spec, sink: &mut dyn Sink) -> Result<(), FormatError> {
    let point = u32::try_from(value).ok().filter(|&point| point <= utf8::MAX).ok_or(SpecError::CharRange)?;
    let align = if spec.align == Align::AfterSign { Align::Right } else { spec.align };
    Ok(put_text(Encoded::new(point).bytes(), spec.fill, align, spec.width, None, sink)?)
}

/// A percent sign behind a number.
struct Percent(Rendered);

impl Number for Percent {
    fn whole(&self) -> usize {
        Number::whole(&self.0)
    }

    fn put_whole(&self, skip: usize, count: usize, sink: &mut dyn Sink) -> Result<(), Full> {
        Number::put_whole(&self.0, skip, count, sink)
    }

    fn tail_len(&self) -> usize {
        Number::tail_len(&self.0) + 1
    }

    fn put_tail(&self, sink: &mut dyn Sink) -> Result<(), Full> {
        Number::put_tail(&self.0, sink)?;
        sink.put(b"%")
    }
}

/// Puts a float: `format(float, spec)`.
pub fn put_float(value: f64, spec: &Spec, sink: &mut dyn Sink) -> Result<(), FormatError> {
    let (style, flags, percent) = spec.float_style(Flags { point_zero: true, ..Flags::default() })?;
    let value = if percent { value * 100.0 } else { value };
    let number = Rendered::new(value, style, flags);
    let field = spec.field(number.neg, b"");
    if percent {
        field.put(&Percent(number), sink)?
    } else {
        field.put(&number, sink)?
    }
    Ok(())
}

/// Puts a complex number: `format(complex, spec)`.
pub fn put_complex(real: f64, imag: f64, spec: &Spec, sink: &mut dyn Sink) -> Result<(), FormatError> {
    let (style, flags, percent) = spec.float_style(Flags::default())?;
    if percent {
        return Err(spec.unknown().into());
    }
    if spec.fill == u32::from(b'0') {
        return Err(SpecError::ComplexZero.into());
    }
    if spec.align == Align::AfterSign {
        return Err(SpecError::ComplexAlign.into());
    }
    let plain = spec.kind.is_none();
    let skip = plain && real == 0.0 && real.is_sign_positive();
    // Both parts without padding, first to count, then for good.
    let parts = |sink: &mut dyn Sink| -> Result<(), Full> {
        let parens = plain && !skip;
        if parens {
            sink.put(b"(")?;
        }
        let bare = Field { fill: u32::from(b' '), align: Align::Left, width: 0, ..spec.field(false, b"") };
        if !skip {
            let number = Rendered::new(real, style, flags);
            Field { sign: spec.sign.unwrap_or(Sign::Minus).byte(number.neg), ..bare }.put(&number, sink)?;
        }
        let number = Rendered::new(imag, style, flags);
        let sign = if skip { spec.sign.unwrap_or(Sign::Minus) } else { Sign::Plus };
        Field { sign: sign.byte(number.neg), ..bare }.put(&number, sink)?;
        sink.put(if parens { b"j)" } else { b"j" })
    };
    let mut count = super::sink::Count::default();
    parts(&mut count)?;
    let padding = spec.width.saturating_sub(count.points);
    let (left, right) = match spec.align {
        Align::Left | Align::AfterSign => (0, padding),
        Align::Right => (padding, 0),
        Align::Center => (padding / 2, padding - padding / 2),
    };
    super::field::pad(spec.fill, left, sink)?;
    parts(sink)?;
    Ok(super::field::pad(spec.fill, right, sink)?)
}

/// Puts `repr` of a complex number. At most 52 bytes.
pub fn complex_repr(real: f64, imag: f64, sink: &mut dyn Sink) -> Result<(), Full> {
    let spec = Spec {
        fill: u32::from(b' '),
        align: Align::Right,
        sign: None,
        no_neg_zero: false,
        alternate: false,
        width: 0,
        grouping: Grouping::None,
        precision: None,
        kind: None,
    };
    put_complex(real, imag, &spec, sink).map_err(|_| Full)
}
