//! What Unicode 14 (that of CPython 3.11) says about single code points, in about 8 KB of tables.
//!
//! Whether a letter is upper or lower case comes from `core`, which may know a newer Unicode: letters that Unicode 14 did not
//! know are left alone, so that every build gives the same results. What it changes to is in tables of ours, a seventh of the
//! size of those in `core`.

#[rustfmt::skip]
mod case;
#[rustfmt::skip]
mod data;

/// A change of case above ASCII.
struct CaseMap {
    /// Points at the same distance from what they become: first point and number of points less one (from bit 21 on); the
    /// distance, doubled, plus 1 when only every other point is meant.
    runs: &'static [(u32, i32)],
    /// Points that become several (zero: none).
    long: &'static [(u16, [u16; 3])],
}

impl CaseMap {
    fn of(&self, point: u32) -> Mapped {
        if let Ok(at) = self.long.binary_search_by_key(&point, |entry| entry.0.into()) {
            if let Some(mapped) = self.long.get(at).map(|entry| Mapped::several(entry.1)) {
                return mapped;
            }
        }
        let first = |run: &(u32, i32)| run.0 & 0x1F_FFFF;
        let at = self.runs.partition_point(|run| first(run) <= point);
        if let Some(run) = at.checked_sub(1).and_then(|at| self.runs.get(at)) {
            let (steps, odd) = match (point - first(run), run.1 & 1) {
                (far, 0) => (far, false),
                (far, _) => (far / 2, far % 2 != 0),
            };
            if steps <= run.0 >> 21 && !odd {
                return Mapped::one(point.wrapping_add_signed(run.1 >> 1));
            }
        }
        Mapped::one(point)
    }
}

/// A set of code points as distances between the boundaries of its ranges, with an index to start from.
struct RangeSet {
    /// For each entry of the index, the boundary before it (where the distances go on from).
    points: &'static [u32],
    /// For each entry of the index, where its distances begin in `data`.
    starts: &'static [u16],
    /// Distances, seven bits a byte, lowest first.
    data: &'static [u8],
}

impl RangeSet {
    fn has(&self, point: u32) -> bool {
        // The entry that begins last among those whose first boundary may still be at or below the point.
        let entry = self.points.partition_point(|&start| start <= point).saturating_sub(1);
        let (Some(&from), Some(&start)) = (self.points.get(entry), self.starts.get(entry)) else {
            return false;
        };
        let (mut boundary, mut inside) = (from, false);
        let (mut distance, mut shift) = (0u32, 0);
        for &byte in &self.data[usize::from(start).min(self.data.len())..] {
            distance |= u32::from(byte & 127) << shift;
            shift += 7;
            if byte < 128 {
                boundary += distance;
                if boundary > point {
                    return inside;
                }
                inside = !inside;
                (distance, shift) = (0, 0);
            }
        }
        false
    }
}

/// Python's `str.isprintable` for one code point: `repr` shows it as it is.
pub fn is_printable(point: u32) -> bool {
    if point < 127 { point >= 32 } else { data::PRINTABLE.has(point) }
}

/// Does the code point take two columns of a terminal?
pub fn is_wide(point: u32) -> bool {
    point > 0x10FF && data::WIDE.has(point)
}

/// Python's `str.isalpha` for one code point: general categories L*.
pub fn is_alpha(point: u32) -> bool {
    match u8::try_from(point) {
        Ok(byte) if byte < 128 => byte.is_ascii_alphabetic(),
        _ => data::ALPHA.has(point),
    }
}

/// The value of a decimal digit of any script.
pub fn decimal_value(point: u32) -> Option<u8> {
    let at = data::ZEROS.partition_point(|&zero| zero <= point).checked_sub(1)?;
    let value = point - data::ZEROS.get(at)?;
    (value < 10).then_some(value as u8)
}

/// One more decimal digit of a count that templates hold. Counts have the range of 64-bit machines everywhere, so that the
/// same templates are refused on all; [`to_count`] cuts what a smaller machine cannot count to its largest number.
pub(crate) fn next_digit(value: u64, digit: u8) -> Option<u64> {
    let next = value.checked_mul(10)?.checked_add(digit.into())?;
    (next <= i64::MAX as u64).then_some(next)
}

/// A count as the machine can hold it.
pub(crate) fn to_count(value: u64) -> usize {
    usize::try_from(value).unwrap_or(usize::MAX)
}

/// A width as the machine can hold it: no memory is larger than half of what can be counted, and sums of widths must
/// not overflow.
pub(crate) fn to_width(value: u64) -> usize {
    to_count(value).min(isize::MAX as usize)
}

/// Python's `str.isdecimal` for one code point.
pub fn is_decimal(point: u32) -> bool {
    decimal_value(point).is_some()
}

/// Python's `str.isdigit` for one code point: decimal digits, superscripts, circled digits.
pub fn is_digit(point: u32) -> bool {
    is_decimal(point) || (point > 127 && data::DIGIT_ODD.has(point))
}

/// Python's `str.isnumeric` for one code point: digits, fractions, numerals.
pub fn is_numeric(point: u32) -> bool {
    is_digit(point) || (point > 127 && data::NUMERIC_ODD.has(point))
}

/// Whether an identifier may begin with it.
pub fn starts_identifier(point: u32) -> bool {
    if point < 128 {
        point == u32::from(b'_') || is_alpha(point)
    } else {
        is_alpha(point) != data::START_ODD.has(point)
    }
}

/// Whether an identifier may go on with it.
pub fn continues_identifier(point: u32) -> bool {
    if point < 128 {
        starts_identifier(point) || is_decimal(point)
    } else {
        is_alpha(point) != data::CONTINUE_ODD.has(point)
    }
}

/// Case_Ignorable: whether the rule of the final sigma looks through it.
pub fn is_case_ignorable(point: u32) -> bool {
    data::IGNORABLE.has(point)
}

/// Title-case letters: general category Lt.
pub fn is_title(point: u32) -> bool {
    point > 127 && data::TITLE_LETTERS.iter().any(|&(first, last)| (first..=last).contains(&point))
}

/// Lowercase, as `str.islower` counts it.
pub fn is_lower(point: u32) -> bool {
    match point {
        // Later versions of Unicode changed these.
        0x295 => true,
        0x10FC | 0xA7F2..=0xA7F4 | 0xAB69 => false,
        _ => known(point).is_some_and(char::is_lowercase),
    }
}

/// Uppercase, as `str.isupper` counts it.
pub fn is_upper(point: u32) -> bool {
    known(point).is_some_and(char::is_uppercase)
}

/// Lower, upper or title case.
pub fn is_cased(point: u32) -> bool {
    is_lower(point) || is_upper(point) || is_title(point)
}

/// The code point as `core` sees it, if Unicode 14 knew it: every letter is printable.
fn known(point: u32) -> Option<char> {
    char::from_u32(point).filter(|_| is_printable(point))
}

/// One to three code points: what a change of case makes of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mapped {
    points: [u32; 3],
    len: usize,
}

impl Mapped {
    fn one(point: u32) -> Self {
        Mapped { points: [point, 0, 0], len: 1 }
    }

    fn several(points: [u16; 3]) -> Self {
        Mapped { points: points.map(u32::from), len: points.iter().filter(|&&point| point != 0).count() }
    }

    /// The code points.
    pub fn points(&self) -> &[u32] {
        &self.points[..self.len]
    }
}

/// The lower case of one code point.
pub fn to_lower(point: u32) -> Mapped {
    if point < 128 {
        return Mapped::one((point as u8).to_ascii_lowercase().into());
    }
    case::LOWER.of(point)
}

/// The upper case of one code point.
pub fn to_upper(point: u32) -> Mapped {
    if point < 128 {
        return Mapped::one((point as u8).to_ascii_uppercase().into());
    }
    case::UPPER.of(point)
}

/// The title case of one code point.
pub fn to_title(point: u32) -> Mapped {
    lookup(data::TITLE_RUNS, data::TITLE_LONG, point).unwrap_or_else(|| to_upper(point))
}

/// The folded case of one code point.
pub fn to_folded(point: u32) -> Mapped {
    lookup(data::FOLD_RUNS, data::FOLD_LONG, point).unwrap_or_else(|| to_lower(point))
}

fn lookup(runs: &[(u32, u32, i32, u8)], long: &[(u16, [u16; 3])], point: u32) -> Option<Mapped> {
    if point < 128 {
        return None;
    }
    if let Ok(at) = long.binary_search_by_key(&point, |entry| entry.0.into()) {
        return Some(Mapped::several(long.get(at)?.1));
    }
    let at = runs.partition_point(|run| run.0 <= point).checked_sub(1)?;
    let &(first, last, distance, step) = runs.get(at)?;
    let inside = point <= last && (point - first) % u32::from(step.max(1)) == 0;
    inside.then(|| Mapped::one(point.wrapping_add_signed(distance)))
}
