//! Floats from text, as Python's `float()` reads them.

use crate::text::space::trim_number;
use crate::text::tables::decimal_value;
use crate::text::utf8::decode;
use hognose_image::decimal::{self, Decimal};

/// "inf", "infinity" or "nan" in any case.
pub(super) fn word(text: &[u8]) -> Option<f64> {
    let is = |word: &[u8]| text.eq_ignore_ascii_case(word);
    if is(b"inf") || is(b"infinity") {
        Some(f64::INFINITY)
    } else if is(b"nan") {
        Some(f64::NAN)
    } else {
        None
    }
}

/// Python's `float(text)`: white space around is allowed, underscores between digits, "inf" and "nan" in any case,
/// and the decimal digits of every script. `None`: ValueError, "could not convert string to float: ".
///
/// Rounding is exact whatever the number of digits. Cost: a step a byte.
pub fn parse(text: &[u8]) -> Option<f64> {
    let text = trim_number(text);
    if let Some(value) = decimal::float(text) {
        return Some(value);
    }
    let (neg, size) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    if let Some(value) = word(size) {
        return Some(if neg { -value } else { value });
    }
    let value = read(size)?;
    Some(if neg { -value } else { value })
}

/// The longest prefix of `text` that is a decimal float without underscores, and its length: what a tokenizer or a
/// reader of JSON needs. No sign, no words.
pub fn parse_prefix(text: &[u8]) -> Option<(f64, usize)> {
    let digits = |at: usize| text[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let whole = digits(0);
    let mut end = whole;
    if text.get(end) == Some(&b'.') {
        let fraction = digits(end + 1);
        if whole + fraction == 0 {
            return None;
        }
        end += 1 + fraction;
    } else if whole == 0 {
        return None;
    }
    if matches!(text.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(text.get(end + 1), Some(b'+' | b'-')));
        let exponent = if end + 1 + sign <= text.len() { digits(end + 1 + sign) } else { 0 };
        if exponent > 0 {
            end += 1 + sign + exponent;
        }
    }
    let value = decimal::float(&text[..end])?;
    Some((value, end))
}

/// Reads digits, a point, an exponent; underscores stand between digits only.
fn read(text: &[u8]) -> Option<f64> {
    let mut number = Decimal::default();
    let (mut at, mut digits, mut point, mut after_digit) = (0, 0usize, false, false);
    while let Some(&byte) = text.get(at) {
        if let Some((digit, size)) = digit(text, at) {
            number.push(digit, point);
            digits += 1;
            after_digit = true;
            at += size;
        } else if byte == b'_' && after_digit && digit(text, at + 1).is_some() {
            after_digit = false;
            at += 1;
        } else if byte == b'.' && !point {
            point = true;
            after_digit = false;
            at += 1;
        } else {
            break;
        }
    }
    if digits == 0 {
        return None;
    }
    if at < text.len() {
        number.shift(exponent(&text[at..])?);
    }
    Some(number.value())
}

/// The decimal digit at an offset, in any script, and its length.
fn digit(text: &[u8], at: usize) -> Option<(u8, usize)> {
    match text.get(at)? {
        byte @ b'0'..=b'9' => Some((byte - b'0', 1)),
        0x80.. => {
            let (point, size) = decode(text, at)?;
            Some((decimal_value(point)?, size))
        }
        _ => None,
    }
}

/// "e", perhaps a sign, digits.
fn exponent(text: &[u8]) -> Option<i64> {
    let [b'e' | b'E', rest @ ..] = text else { return None };
    let (neg, rest) = match rest {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, rest),
    };
    let (mut at, mut size, mut after_digit) = (0, 0i64, false);
    while at < rest.len() {
        if let Some((value, length)) = digit(rest, at) {
            // Far beyond what any digits before it could make up for.
            size = (size * 10 + i64::from(value)).min(1 << 48);
            after_digit = true;
            at += length;
        } else if rest[at] == b'_' && after_digit && digit(rest, at + 1).is_some() {
            after_digit = false;
            at += 1;
        } else {
            return None;
        }
    }
    (at > 0).then_some(if neg { -size } else { size })
}
