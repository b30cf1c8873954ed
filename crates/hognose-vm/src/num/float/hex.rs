//! `float.hex` and `float.fromhex`.

use crate::num::bigint::{assemble, digit_value, pieces};
use crate::text::sink::{Full, Sink};
use crate::text::space::trim_byte_space;

/// Puts `value.hex()`. At most 24 bytes.
pub fn to_hex(value: f64, sink: &mut (impl Sink + ?Sized)) -> Result<(), Full> {
    if !value.is_finite() {
        return super::repr(value, sink);
    }
    if value.is_sign_negative() {
        sink.put(b"-")?;
    }
    let (mantissa, exponent) = pieces(value);
    if mantissa == 0 {
        return sink.put(b"0x0.0p+0");
    }
    sink.put(if mantissa >> 52 == 0 { b"0x0." } else { b"0x1." })?;
    let mut digits = [0; 13];
    for (at, byte) in digits.iter_mut().rev().enumerate() {
        *byte = b"0123456789abcdef"[(mantissa >> (4 * at) & 15) as usize];
    }
    sink.put(&digits)?;
    let exponent = exponent + 52;
    sink.put(if exponent < 0 { b"p-" } else { b"p+" })?;
    let size = exponent.unsigned_abs();
    let digits = [1000, 100, 10, 1].map(|unit| b'0' + (size / unit % 10) as u8);
    let zeros = digits.iter().take(3).take_while(|&&digit| digit == b'0').count();
    sink.put(&digits[zeros..])
}

/// Why text is no hexadecimal float.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HexError {
    /// ValueError: "invalid hexadecimal floating-point string".
    Invalid,
    /// OverflowError: "hexadecimal value too large to represent as a float".
    TooLarge,
}

/// Python's `float.fromhex(text)`.
pub fn from_hex(text: &[u8]) -> Result<f64, HexError> {
    let text = trim_byte_space(text);
    let (neg, text) = match text.first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    };
    if let Some(value) = super::parse::word(text) {
        return Ok(if neg { -value } else { value });
    }
    let text = match text {
        [b'0', b'x' | b'X', rest @ ..] => rest,
        _ => text,
    };
    let (mut top, mut lost, mut exponent) = (0u64, false, 0i64);
    let (mut digits, mut point) = (0usize, false);
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        if byte == b'.' && !point {
            point = true;
        } else if let Some(digit) = digit_value(byte).filter(|&digit| digit < 16) {
            digits += 1;
            if top >> 60 == 0 {
                top = top << 4 | u64::from(digit);
                exponent -= if point { 4 } else { 0 };
            } else {
                lost |= digit != 0;
                exponent += if point { 0 } else { 4 };
            }
        } else {
            break;
        }
        at += 1;
    }
    if digits == 0 {
        return Err(HexError::Invalid);
    }
    exponent = exponent.saturating_add(binary_exponent(&text[at..])?);
    if top == 0 {
        return Ok(if neg { -0.0 } else { 0.0 });
    }
    assemble(neg, top, lost, exponent).ok_or(HexError::TooLarge)
}

/// What follows the digits: nothing, or "p" and a decimal exponent.
fn binary_exponent(text: &[u8]) -> Result<i64, HexError> {
    let rest = match text {
        [] => return Ok(0),
        [b'p' | b'P', rest @ ..] => rest,
        _ => return Err(HexError::Invalid),
    };
    let (neg, rest) = match rest {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, rest),
    };
    if rest.is_empty() || !rest.iter().all(u8::is_ascii_digit) {
        return Err(HexError::Invalid);
    }
    // Far beyond what any digits before it could make up for.
    let size = rest.iter().fold(0i64, |size, &byte| (size * 10 + i64::from(byte - b'0')).min(1 << 48));
    Ok(if neg { -size } else { size })
}
