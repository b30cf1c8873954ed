//! Floats as text: `repr`, and the styles `e`, `f` and `g`.

#[cfg(not(target_pointer_width = "64"))]
use super::shortest as way;
#[cfg(target_pointer_width = "64")]
use super::tables as way;
use super::{Cut, Decimal};
use crate::text::sink::{Full, Sink};

/// How to lay out digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// The shortest digits that give the same float when read back, laid out as `repr` does.
    Repr,
    /// `1.50e+00`: this many digits behind the point.
    Exponent(usize),
    /// `1.50`: this many digits behind the point.
    Fixed(usize),
    /// This many significant digits (zero counts as one), without trailing zeros, with an exponent when that is shorter.
    General(usize),
}

/// Finer points of layout.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Flags {
    /// `#`: always a point; [`Style::General`] keeps trailing zeros.
    pub alternate: bool,
    /// Without an exponent there is at least one digit behind the point.
    pub point_zero: bool,
    /// `z`: what is rounded to zero has no sign.
    pub no_neg_zero: bool,
    /// `E`, `INF`, `NAN`.
    pub upper: bool,
}

/// More digits behind the point than this no float has: the rest are zeros.
const PLACES: usize = 1100;

/// The largest precision (C's INT_MAX), so that lengths never overflow.
pub const MAX_PRECISION: usize = 0x7FFF_FFFF;

// Without an allocator the large one has nowhere else to be.
#[allow(clippy::large_enum_variant)]
#[derive(Debug, Clone)]
enum Source {
    /// "inf" or "nan".
    Word(&'static [u8; 3]),
    /// Digits from the place `top` down.
    Short {
        bytes: [u8; 17],
        len: usize,
        top: i32,
    },
    Exact(Decimal),
}

/// A float ready to be put: the parts are known, so their lengths are too.
#[derive(Debug, Clone)]
pub struct Rendered {
    source: Source,
    /// A minus belongs in front.
    pub neg: bool,
    /// Digits before the point.
    pub whole: usize,
    /// Whether there is a point.
    pub point: bool,
    /// Digits behind the point.
    pub fraction: usize,
    /// The exponent, if one is shown.
    pub exponent: Option<i32>,
    upper: bool,
    /// The place of the first digit.
    high: i32,
}

impl Rendered {
    /// Lays out a float. Precisions are taken as 2^31 - 1 at most.
    pub fn new(value: f64, style: Style, flags: Flags) -> Self {
        let style = match style {
            Style::Repr => Style::Repr,
            Style::Exponent(precision) => Style::Exponent(precision.min(MAX_PRECISION)),
            Style::Fixed(precision) => Style::Fixed(precision.min(MAX_PRECISION)),
            Style::General(precision) => Style::General(precision.min(MAX_PRECISION)),
        };
        let blank = Rendered {
            source: Source::Word(b"nan"),
            neg: value.is_sign_negative(),
            whole: 3,
            point: false,
            fraction: 0,
            exponent: None,
            upper: flags.upper,
            high: 0,
        };
        if !value.is_finite() {
            let word = match (value.is_nan(), flags.upper) {
                (true, false) => b"nan",
                (true, true) => b"NAN",
                (false, false) => b"inf",
                (false, true) => b"INF",
            };
            return Rendered { source: Source::Word(word), neg: !value.is_nan() && value < 0.0, ..blank };
        }
        // `top` and `bottom`: places of the first and the last digit that count.
        let (source, top, bottom) = match style {
            Style::Repr => {
                let (bytes, len, top) = shortest(value);
                (Source::Short { bytes, len, top }, top, top + 1 - len as i32)
            }
            Style::Exponent(precision) => exact(value, Cut::Digits(precision.min(PLACES) as u32 + 1)),
            Style::Fixed(precision) => exact(value, Cut::Places(precision.min(PLACES) as i32)),
            Style::General(precision) => exact(value, Cut::Digits(precision.clamp(1, PLACES) as u32)),
        };
        let mut with_exponent = false;
        let mut low = bottom;
        let mut padding = 0;
        match style {
            Style::Repr => with_exponent = !(-4..16).contains(&top),
            Style::Exponent(precision) => {
                with_exponent = true;
                low = top - precision.min(PLACES) as i32;
                padding = precision.saturating_sub(PLACES);
            }
            Style::Fixed(precision) => {
                low = -(precision.min(PLACES) as i32);
                padding = precision.saturating_sub(PLACES);
            }
            Style::General(precision) => {
                let precision = precision.max(1);
                let most = precision - usize::from(flags.point_zero);
                with_exponent = top < -4 || (top >= 0 && top as usize >= most);
                if flags.alternate {
                    low = top + 1 - precision.min(PLACES) as i32;
                    padding = precision.saturating_sub(PLACES);
                }
            }
        }
        // The place of the last digit before the point.
        let unit = if with_exponent { top } else { 0 };
        let low = low.min(if flags.point_zero && !with_exponent { -1 } else { unit });
        let high = top.max(unit);
        let fraction = (unit - low) as usize + padding;
        Rendered {
            neg: blank.neg && !(flags.no_neg_zero && is_zero(&source)),
            source,
            whole: (high - unit) as usize + 1,
            point: fraction > 0 || flags.alternate,
            fraction,
            exponent: with_exponent.then_some(top),
            high,
            ..blank
        }
    }

    /// Whether this is a number, not "inf" or "nan".
    pub fn is_number(&self) -> bool {
        !matches!(self.source, Source::Word(_))
    }

    /// Bytes of everything but the sign.
    pub fn len(&self) -> usize {
        self.whole + self.tail_len()
    }

    /// Never: there is at least one digit.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// Bytes behind the digits before the point.
    pub fn tail_len(&self) -> usize {
        let exponent = self.exponent.map_or(0, |exponent| if exponent.unsigned_abs() > 99 { 5 } else { 4 });
        usize::from(self.point) + self.fraction + exponent
    }

    /// Puts the digits before the point from the `skip`th on, `count` of them: grouping puts them piecemeal.
    pub fn put_whole(&self, skip: usize, count: usize, sink: &mut (impl Sink + ?Sized)) -> Result<(), Full> {
        if let Source::Word(word) = self.source {
            return sink.put(word.get(skip..skip + count).unwrap_or(&[]));
        }
        let high = self.high - skip as i32;
        self.digits(high, high + 1 - count as i32, sink)
    }

    /// Puts the point, the digits behind it and the exponent.
    pub fn put_tail(&self, sink: &mut (impl Sink + ?Sized)) -> Result<(), Full> {
        if self.point {
            sink.put(b".")?;
        }
        let stored = self.fraction.min(2 * PLACES);
        let high = self.high - self.whole as i32;
        self.digits(high, high + 1 - stored as i32, sink)?;
        sink.fill(b'0', self.fraction - stored)?;
        if let Some(exponent) = self.exponent {
            sink.put(if self.upper { b"E" } else { b"e" })?;
            sink.put(if exponent < 0 { b"-" } else { b"+" })?;
            let size = exponent.unsigned_abs();
            let digits = [b'0' + (size / 100) as u8, b'0' + (size / 10 % 10) as u8, b'0' + (size % 10) as u8];
            sink.put(if size > 99 { &digits } else { &digits[1..] })?;
        }
        Ok(())
    }

    /// Puts all of it, with a minus where one belongs.
    pub fn put(&self, sink: &mut (impl Sink + ?Sized)) -> Result<(), Full> {
        if self.neg {
            sink.put(b"-")?;
        }
        self.put_whole(0, self.whole, sink)?;
        self.put_tail(sink)
    }

    fn digits(&self, high: i32, low: i32, sink: &mut (impl Sink + ?Sized)) -> Result<(), Full> {
        match &self.source {
            Source::Word(_) => Ok(()),
            Source::Exact(decimal) => decimal.put(high, low, sink),
            Source::Short { bytes, len, top } => {
                let (start, end) = (*top - high, *top - low + 1);
                let before = (-start).clamp(0, (end - start).max(0));
                sink.fill(b'0', before as usize)?;
                let first = start.max(0).min(*len as i32);
                let last = end.clamp(first, *len as i32);
                sink.put(&bytes[first as usize..last as usize])?;
                sink.fill(b'0', (end - last.max(start + before)).max(0) as usize)
            }
        }
    }
}

fn is_zero(source: &Source) -> bool {
    match source {
        Source::Word(_) => false,
        Source::Short { bytes, .. } => bytes[0] == b'0',
        Source::Exact(decimal) => decimal.top().is_none(),
    }
}

/// The digits of a float, cut, with the places of the first and the last that is not zero.
fn exact(value: f64, cut: Cut) -> (Source, i32, i32) {
    let decimal = Decimal::new(value, cut);
    let (top, bottom) = (decimal.top().unwrap_or(0), decimal.bottom().unwrap_or(0));
    (Source::Exact(decimal), top, bottom)
}

/// The shortest digits that read back as the same float, and among those the nearest: digits, how many, place of the
/// first.
fn shortest(value: f64) -> ([u8; 17], usize, i32) {
    let mut bytes = [b'0'; 17];
    let value = value.abs();
    if value < 1e16 && value as u64 as f64 == value {
        // Up to here the float's neighbours are integers too, and all digits of the integer count.
        let mut rest = value as u64;
        if rest == 0 {
            return (bytes, 1, 0);
        }
        let top = rest.ilog10() as i32;
        let mut len = top as usize + 1;
        while rest % 10 == 0 {
            (rest, len) = (rest / 10, len - 1);
        }
        crate::num::bigint::decimal(rest, &mut bytes[..len]);
        return (bytes, len, top);
    }
    let digits = way::shortest(value);
    (digits.bytes, digits.len, digits.top)
}

/// Puts `repr(value)`. At most 24 bytes.
pub fn repr(value: f64, sink: &mut (impl Sink + ?Sized)) -> Result<(), Full> {
    Rendered::new(value, Style::Repr, Flags { point_zero: true, ..Flags::default() }).put(sink)
}
