//! Numbers and text laid out in a field: sign, prefix, grouped digits, padding.

use super::sink::{Full, Sink};
use super::utf8::{self, Encoded};
use crate::num::float::Rendered;

/// Where the content stands in a field that is wider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// `<`
    Left,
    /// `>`
    Right,
    /// `^`
    Center,
    /// `=`: the padding stands between sign and digits.
    AfterSign,
}

/// How a sign is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// `-`: only for numbers below zero.
    Minus,
    /// `+`: always.
    Plus,
    /// A space for numbers that are not below zero.
    Space,
}

impl Sign {
    /// The sign's byte, if it has one.
    pub fn byte(self, neg: bool) -> Option<u8> {
        match (self, neg) {
            (_, true) => Some(b'-'),
            (Sign::Plus, false) => Some(b'+'),
            (Sign::Space, false) => Some(b' '),
            (Sign::Minus, false) => None,
        }
    }
}

/// What separates groups of digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// Nothing.
    None,
    /// A comma every three digits.
    Comma,
    /// An underscore every three digits.
    Underscore,
    /// An underscore every four digits.
    UnderscoreFour,
}

/// A number as digits before the point and everything behind them.
pub trait Number {
    /// Digits that may be grouped; zero for "inf" and its like.
    fn whole(&self) -> usize;
    /// Puts `count` of them from the `skip`th on.
    fn put_whole(&self, skip: usize, count: usize, sink: &mut dyn Sink) -> Result<(), Full>;
    /// Bytes of the rest.
    fn tail_len(&self) -> usize;
    /// Puts the rest.
    fn put_tail(&self, sink: &mut dyn Sink) -> Result<(), Full>;
}

impl Number for Rendered {
    fn whole(&self) -> usize {
        if self.is_number() { self.whole } else { 0 }
    }

    fn put_whole(&self, skip: usize, count: usize, sink: &mut dyn Sink) -> Result<(), Full> {
        Rendered::put_whole(self, skip, count, sink)
    }

    fn tail_len(&self) -> usize {
        if self.is_number() { Rendered::tail_len(self) } else { self.len() }
    }

    fn put_tail(&self, sink: &mut dyn Sink) -> Result<(), Full> {
        if self.is_number() {
            Rendered::put_tail(self, sink)
        } else {
            Rendered::put_whole(self, 0, self.len(), sink)
        }
    }
}

/// The digits of an integer.
#[derive(Debug, Clone, Copy)]
pub struct Integer<'a> {
    /// ASCII digits, lower case.
    pub digits: &'a [u8],
    /// Show letters in upper case.
    pub upper: bool,
    /// Zeros are put in front up to this many digits.
    pub least: usize,
}

impl Number for Integer<'_> {
    fn whole(&self) -> usize {
        self.digits.len().max(self.least)
    }

    fn put_whole(&self, skip: usize, count: usize, sink: &mut dyn Sink) -> Result<(), Full> {
        let zeros = self.least.saturating_sub(self.digits.len());
        let before = zeros.saturating_sub(skip).min(count);
        sink.fill(b'0', before)?;
        let skip = (skip + before).saturating_sub(zeros);
        let digits = self.digits.get(skip..).unwrap_or(&[]);
        let digits = &digits[..digits.len().min(count - before)];
        if !self.upper {
            return sink.put(digits);
        }
        for part in digits.chunks(64) {
            let mut upper = [0; 64];
            for (to, from) in upper.iter_mut().zip(part) {
                *to = from.to_ascii_uppercase();
            }
            sink.put(&upper[..part.len()])?;
        }
        Ok(())
    }

    fn tail_len(&self) -> usize {
        0
    }

    fn put_tail(&self, _: &mut dyn Sink) -> Result<(), Full> {
        Ok(())
    }
}

/// A field for a number.
#[derive(Debug, Clone, Copy)]
pub struct Field<'a> {
    /// The code point that pads.
    pub fill: u32,
    /// Where the number stands.
    pub align: Align,
    /// Code points that the field has at least.
    pub width: usize,
    /// The sign, if one is shown.
    pub sign: Option<u8>,
    /// "0x" and its like.
    pub prefix: &'a [u8],
    /// How digits are grouped.
    pub grouping: Grouping,
}

/// Digits with the zeros that padding with separators adds, in groups.
#[derive(Debug, Clone, Copy)]
struct Groups {
    /// Digits in the first group.
    first: usize,
    /// Full groups after it.
    full: usize,
    size: usize,
}

impl Groups {
    /// Groups `digits` digits so that they take `width` places or more. A group never begins with its separator, so they
    /// may take one place more.
    fn new(digits: usize, width: usize, grouping: Grouping) -> Self {
        let size = match grouping {
            Grouping::None => return Groups { first: digits.max(width).max(1), full: 0, size: 0 },
            Grouping::Comma | Grouping::Underscore => 3,
            Grouping::UnderscoreFour => 4,
        };
        let full =
            (digits.saturating_sub(size)).div_ceil(size).max(width.saturating_sub(size).div_ceil(size + 1));
        let first = digits
            .saturating_sub(full * size)
            .max(width.saturating_sub(full.saturating_mul(size + 1)))
            .max(1);
        Groups { first, full, size }
    }

    fn digits(&self) -> usize {
        self.first + self.full * self.size
    }

    fn width(&self) -> usize {
        self.digits() + self.full
    }

    fn put(&self, number: &dyn Number, separator: u8, sink: &mut dyn Sink) -> Result<(), Full> {
        let mut zeros = self.digits().saturating_sub(number.whole());
        let mut skip = 0;
        for group in 0..=self.full {
            let mut size = self.first;
            if group > 0 {
                sink.put(&[separator])?;
                size = self.size;
            }
            let now = zeros.min(size);
            sink.fill(b'0', now)?;
            number.put_whole(skip, size - now, sink)?;
            (zeros, skip) = (zeros - now, skip + size - now);
        }
        Ok(())
    }
}

impl Field<'_> {
    /// Puts a number. Cost: a step a byte put.
    pub fn put(&self, number: &dyn Number, sink: &mut dyn Sink) -> Result<(), Full> {
        let around = usize::from(self.sign.is_some()) + self.prefix.len() + number.tail_len();
        let zeros = self.fill == u32::from(b'0') && self.align == Align::AfterSign;
        let least = if zeros { self.width.saturating_sub(around) } else { 0 };
        let groups = (number.whole() > 0).then(|| Groups::new(number.whole(), least, self.grouping));
        let taken = around.saturating_add(groups.map_or(0, |groups| groups.width()));
        let padding = self.width.saturating_sub(taken);
        let (left, middle, right) = match self.align {
            Align::Left => (0, 0, padding),
            Align::Right => (padding, 0, 0),
            Align::Center => (padding / 2, 0, padding - padding / 2),
            Align::AfterSign => (0, padding, 0),
        };
        pad(self.fill, left, sink)?;
        if let Some(sign) = self.sign {
            sink.put(&[sign])?;
        }
        sink.put(self.prefix)?;
        pad(self.fill, middle, sink)?;
        if let Some(groups) = groups {
            groups.put(number, if self.grouping == Grouping::Comma { b',' } else { b'_' }, sink)?;
        }
        number.put_tail(sink)?;
        pad(self.fill, right, sink)
    }
}

/// Puts a code point `count` times.
pub fn pad(fill: u32, count: usize, sink: &mut dyn Sink) -> Result<(), Full> {
    if let Ok(byte @ 0..=0x7F) = u8::try_from(fill) {
        return sink.fill(byte, count);
    }
    let one = Encoded::new(fill);
    for _ in 0..count {
        sink.put(one.bytes())?;
    }
    Ok(())
}

/// Puts text cut to `precision` code points, in a field of `width` code points or more. [`Align::AfterSign`] counts as
/// left.
pub fn put_text(
    text: &[u8],
    fill: u32,
    align: Align,
    width: usize,
    precision: Option<usize>,
    sink: &mut dyn Sink,
) -> Result<(), Full> {
    let end = precision.and_then(|precision| utf8::offset_of(text, precision)).unwrap_or(text.len());
    let text = &text[..end];
    let padding = if width == 0 { 0 } else { width.saturating_sub(utf8::count(text)) };
    let (left, right) = match align {
        Align::Left | Align::AfterSign => (0, padding),
        Align::Right => (padding, 0),
        Align::Center => (padding / 2, padding - padding / 2),
    };
    pad(fill, left, sink)?;
    sink.put(text)?;
    pad(fill, right, sink)
}
