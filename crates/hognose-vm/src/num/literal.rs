//! Integers in text, as Python's `int(text, base)` reads them.

use super::bigint::{Digits, digit_value};
use crate::text::space::{is_space, trim_byte_space};
use crate::text::tables::decimal_value;
use crate::text::utf8::decode;

/// An integer found in text.
#[derive(Debug, Clone, Copy)]
pub struct IntText<'a> {
    /// A minus stands before it.
    pub neg: bool,
    /// Its digits, with underscores between them.
    pub digits: Digits<'a>,
    /// How many digits there are, without underscores. Python limits these for bases that are no power of two
    /// ("Exceeds the limit (4300 digits) for integer string conversion: value has N digits; use
    /// sys.set_int_max_str_digits() to increase the limit").
    pub count: usize,
}

impl IntText<'_> {
    /// The value, when it has few enough digits to be surely an `i64`.
    pub fn small(&self) -> Option<i64> {
        let most = match self.digits.base {
            ..=10 => 18,
            11..=16 => 15,
            _ => 12,
        };
        if self.count > most {
            return None;
        }
        let digits = self.digits.text.iter().filter_map(|&byte| digit_value(byte));
        let value = digits.fold(0i64, |value, digit| value * i64::from(self.digits.base) + i64::from(digit));
        Some(if self.neg { -value } else { value })
    }
}

/// Finds the integer that is all of `text`, white space around it aside. `base` is 2 to 36, or 0 for "as written"
/// (`0x`, `0o`, `0b`, else decimal without leading zeros). `None`: ValueError, "invalid literal for int() with base 10:
/// '...'". Text that is not ASCII goes through [`transliterate`] first. Cost: a step a byte.
pub fn scan_int(text: &[u8], base: u32) -> Option<IntText<'_>> {
    let text = trim_byte_space(text);
    let (neg, text) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let written = match text {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 0,
    };
    let prefixed = written != 0 && (base == 0 || base == written);
    let text = match (prefixed, text) {
        (true, [_, _, b'_', rest @ ..] | [_, _, rest @ ..]) => rest,
        _ => text,
    };
    let zero_only = base == 0 && !prefixed && text.first() == Some(&b'0');
    let base = match (base, prefixed) {
        (0, true) => written,
        (0, false) => 10,
        (base, _) => base,
    };
    let (mut count, mut after_digit) = (0, false);
    for &byte in text {
        if byte == b'_' && after_digit {
            after_digit = false;
            continue;
        }
        digit_value(byte).filter(|&digit| digit < base)?;
        if zero_only && byte != b'0' {
            return None;
        }
        count += 1;
        after_digit = true;
    }
    after_digit.then_some(IntText { neg, digits: Digits { text, base }, count })
}

/// Turns text into ASCII as `int` does: decimal digits of every script become ASCII digits, white space becomes a space,
/// anything else a question mark, which no integer has. `out` must not be shorter than `text`; returns the length
/// used.
pub fn transliterate(text: &[u8], out: &mut [u8]) -> Option<usize> {
    let (mut at, mut len) = (0, 0);
    while let Some((point, size)) = decode(text, at) {
        *out.get_mut(len)? = match (decimal_value(point), point) {
            (Some(digit), _) => b'0' + digit,
            (None, 0..=127) if !is_space(point) => point as u8,
            (None, _) if is_space(point) => b' ',
            _ => b'?',
        };
        (at, len) = (at + size, len + 1);
    }
    Some(len)
}
