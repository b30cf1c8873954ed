//! Changes of case and tests of whole strings, as `str` has them. For bytes and ASCII strings see [`ascii`].

use super::sink::{Full, Sink};
use super::space::is_space;
use super::tables::{self, Mapped};
use super::utf8::{decode, decode_back, points, put};

/// A change of case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// `str.lower`
    Lower,
    /// `str.upper`
    Upper,
    /// `str.title`
    Title,
    /// `str.capitalize`
    Capitalize,
    /// `str.swapcase`
    Swap,
    /// `str.casefold`
    Fold,
}

/// Puts `text` with its case changed. The result may be longer or shorter: count first.
pub fn change(text: &[u8], change: Change, sink: &mut (impl Sink + ?Sized)) -> Result<(), Full> {
    let (mut at, mut after_cased) = (0, false);
    while let Some((point, size)) = decode(text, at) {
        let mapped = match change {
            Change::Lower => lower(text, at, point),
            Change::Upper => tables::to_upper(point),
            Change::Fold => tables::to_folded(point),
            Change::Capitalize if at == 0 => tables::to_title(point),
            Change::Capitalize => lower(text, at, point),
            Change::Title => {
                let mapped = if after_cased { lower(text, at, point) } else { tables::to_title(point) };
                after_cased = tables::is_cased(point);
                mapped
            }
            Change::Swap if tables::is_upper(point) => lower(text, at, point),
            Change::Swap if tables::is_lower(point) => tables::to_upper(point),
            Change::Swap => {
                put(point, sink)?;
                at += size;
                continue;
            }
        };
        for &point in mapped.points() {
            put(point, sink)?;
        }
        at += size;
    }
    Ok(())
}

/// Lower case in its place: a capital sigma at the end of a word becomes a final sigma.
fn lower(text: &[u8], at: usize, point: u32) -> Mapped {
    if point == 0x3A3 && ends_word(text, at) { tables::to_lower(0x3C2) } else { tables::to_lower(point) }
}

/// Whether a cased letter comes before and none after, looking through what is ignorable.
fn ends_word(text: &[u8], at: usize) -> bool {
    let mut back = at;
    let before = loop {
        match decode_back(text, back) {
            Some((point, size)) if tables::is_case_ignorable(point) => back -= size,
            other => break other,
        }
    };
    if !before.is_some_and(|(point, _)| tables::is_cased(point)) {
        return false;
    }
    // A capital sigma takes two bytes.
    let mut next = at + 2;
    let after = loop {
        match decode(text, next) {
            Some((point, size)) if tables::is_case_ignorable(point) => next += size,
            other => break other,
        }
    };
    !after.is_some_and(|(point, _)| tables::is_cased(point))
}

/// `str.isalpha` and its like: not empty, and every code point passes.
fn all(text: &[u8], test: impl Fn(u32) -> bool) -> bool {
    !text.is_empty() && points(text).all(test)
}

/// `str.isalpha`
pub fn is_alpha(text: &[u8]) -> bool {
    all(text, tables::is_alpha)
}

/// `str.isalnum`
pub fn is_alnum(text: &[u8]) -> bool {
    all(text, |point| tables::is_alpha(point) || tables::is_numeric(point))
}

/// `str.isdecimal`
pub fn is_decimal(text: &[u8]) -> bool {
    all(text, tables::is_decimal)
}

/// `str.isdigit`
pub fn is_digit(text: &[u8]) -> bool {
    all(text, tables::is_digit)
}

/// `str.isnumeric`
pub fn is_numeric(text: &[u8]) -> bool {
    all(text, tables::is_numeric)
}

/// `str.isspace`
pub fn is_all_space(text: &[u8]) -> bool {
    all(text, is_space)
}

/// `str.isprintable`; true for the empty string.
pub fn is_printable(text: &[u8]) -> bool {
    points(text).all(tables::is_printable)
}

/// `str.isidentifier`
pub fn is_identifier(text: &[u8]) -> bool {
    let mut points = points(text);
    points.next().is_some_and(tables::starts_identifier) && points.all(tables::continues_identifier)
}

/// `str.islower`: something is lower case, nothing upper or title case.
pub fn is_lower(text: &[u8]) -> bool {
    points(text).any(tables::is_lower) && !points(text).any(|p| tables::is_upper(p) || tables::is_title(p))
}

/// `str.isupper`: something is upper case, nothing lower or title case.
pub fn is_upper(text: &[u8]) -> bool {
    points(text).any(tables::is_upper) && !points(text).any(|p| tables::is_lower(p) || tables::is_title(p))
}

/// `str.istitle`: upper case begins words, lower case goes on with them, and there is a word.
pub fn is_title(text: &[u8]) -> bool {
    let (mut any, mut after_cased) = (false, false);
    for point in points(text) {
        if tables::is_upper(point) || tables::is_title(point) {
            if after_cased {
                return false;
            }
            (any, after_cased) = (true, true);
        } else if tables::is_lower(point) {
            if !after_cased {
                return false;
            }
        } else {
            after_cased = false;
        }
    }
    any
}

/// The same for bytes, where only ASCII letters have case.
pub mod ascii {
    use super::Change;

    /// What a byte becomes. `after_letter` tells whether an ASCII letter stands before it, `first` whether it is the
    /// first byte. Folding is lower case.
    pub fn change(byte: u8, change: Change, first: bool, after_letter: bool) -> u8 {
        let up = match change {
            Change::Upper => true,
            Change::Lower | Change::Fold => false,
            Change::Title => !after_letter,
            Change::Capitalize => first,
            Change::Swap => byte.is_ascii_lowercase(),
        };
        if up { byte.to_ascii_uppercase() } else { byte.to_ascii_lowercase() }
    }

    /// Changes bytes in place.
    pub fn change_all(bytes: &mut [u8], how: Change) {
        let mut after_letter = false;
        for (at, byte) in bytes.iter_mut().enumerate() {
            let letter = byte.is_ascii_alphabetic();
            *byte = change(*byte, how, at == 0, after_letter);
            after_letter = letter;
        }
    }

    /// `bytes.istitle`
    pub fn is_title(bytes: &[u8]) -> bool {
        let (mut any, mut after_letter) = (false, false);
        for &byte in bytes {
            if (byte.is_ascii_uppercase() && after_letter) || (byte.is_ascii_lowercase() && !after_letter) {
                return false;
            }
            after_letter = byte.is_ascii_alphabetic();
            any |= after_letter;
        }
        any
    }
}
