//! Integers from digits.

use super::mul::mul_wide;
use super::{Short, Step, room, used};

/// Why digits gave no integer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParseError {
    /// The byte at this offset is no digit of the base.
    Digit(usize),
    /// The output is shorter than documented.
    Short,
}

impl From<Short> for ParseError {
    fn from(_: Short) -> Self {
        ParseError::Short
    }
}

/// Limbs that hold any number of `count` digits of a base from 2 to 36.
pub fn limbs_for_digits(count: usize, base: u32) -> usize {
    if base.is_power_of_two() {
        return (count as u64).saturating_mul(base.trailing_zeros().into()).div_ceil(32) as usize;
    }
    (count / chunk(base).0 + 1) * 2
}

/// Limb steps of [`parse`] at most: linear for powers of two, quadratic for other bases.
pub fn cost_parse(count: usize, base: u32) -> u64 {
    let digits = count as u64;
    if base.is_power_of_two() {
        return digits;
    }
    let chunks = digits / chunk(base).0 as u64 + 1;
    (chunks / 2 + 1).saturating_mul(chunks + 1).saturating_add(digits)
}

/// Digits whose power of the base fits a `u64`, and that power.
fn chunk(base: u32) -> (usize, u64) {
    if base == 10 {
        return (19, 10_000_000_000_000_000_000);
    }
    let base = u64::from(base.max(2));
    let (mut digits, mut power) = (1, base);
    while let Some(next) = power.checked_mul(base) {
        (digits, power) = (digits + 1, next);
    }
    (digits, power)
}

/// The value of an ASCII digit in bases up to 36.
pub(crate) fn digit_value(byte: u8) -> Option<u32> {
    match byte {
        b'0'..=b'9' => Some(u32::from(byte - b'0')),
        b'a'..=b'z' => Some(u32::from(byte - b'a') + 10),
        b'A'..=b'Z' => Some(u32::from(byte - b'A') + 10),
        _ => None,
    }
}

/// Digits of a number as text: ASCII digits and letters, and underscores, which count for nothing. Other decimal
/// digits of Unicode are turned into ASCII by [`literal`](crate::num::literal).
#[derive(Debug, Clone, Copy)]
pub struct Digits<'a> {
    /// The text, without sign and prefix.
    pub text: &'a [u8],
    /// The base, 2 to 36.
    pub base: u32,
}

/// The magnitude that `digits` stand for, most significant first. `out`: [`limbs_for_digits`] limbs.
pub fn parse(digits: Digits, out: &mut [u32]) -> Result<usize, ParseError> {
    let mut parsing = Parsing::new();
    loop {
        if let Step::Done(len) = parsing.step(digits, out, u64::MAX)? {
            return Ok(len);
        }
    }
}

/// Parsing in slices. State is plain data; `out` holds the number so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Parsing {
    /// Bytes read.
    at: usize,
    /// Limbs made.
    len: usize,
}

impl Parsing {
    /// A parsing that has not begun.
    pub fn new() -> Self {
        Self::default()
    }

    /// Goes on for about `limit` limb steps; returns the length of the magnitude when done.
    pub fn step(&mut self, digits: Digits, out: &mut [u32], limit: u64) -> Result<Step<usize>, ParseError> {
        let base = digits.base.clamp(2, 36);
        if base.is_power_of_two() {
            return binary(digits.text, base, out).map(Step::Done);
        }
        let (size, power) = chunk(base);
        let mut spent = 0u64;
        while self.at < digits.text.len() {
            if spent > limit {
                return Ok(Step::More);
            }
            let (mut value, mut count) = (0u64, 0);
            while count < size {
                let Some(&byte) = digits.text.get(self.at) else { break };
                self.at += 1;
                if byte == b'_' {
                    continue;
                }
                let digit =
                    digit_value(byte).filter(|&digit| digit < base).ok_or(ParseError::Digit(self.at - 1))?;
                value = value * u64::from(base) + u64::from(digit);
                count += 1;
            }
            let factor = if count == size { power } else { u64::from(base).pow(count as u32) };
            let carry = mul_wide(room(out, self.len)?, factor, value);
            for limb in [carry as u32, (carry >> 32) as u32] {
                if carry != 0 {
                    match out.get_mut(self.len) {
                        Some(place) => *place = limb,
                        None if limb == 0 => continue,
                        None => return Err(ParseError::Short),
                    }
                    self.len += 1;
                }
            }
            self.len = used(room(out, self.len)?);
            spent = spent.saturating_add(self.len as u64 / 2 + size as u64 / 8 + 1);
        }
        Ok(Step::Done(self.len))
    }
}

/// Bases that are powers of two: every digit has its own bits.
fn binary(text: &[u8], base: u32, out: &mut [u32]) -> Result<usize, ParseError> {
    let width = base.trailing_zeros();
    let (mut wide, mut bits, mut len) = (0u64, 0, 0);
    for (at, &byte) in text.iter().enumerate().rev() {
        if byte == b'_' {
            continue;
        }
        let digit = digit_value(byte).filter(|&digit| digit < base).ok_or(ParseError::Digit(at))?;
        wide |= u64::from(digit) << bits;
        bits += width;
        if bits >= 32 {
            *out.get_mut(len).ok_or(ParseError::Short)? = wide as u32;
            (len, wide, bits) = (len + 1, wide >> 32, bits - 32);
        }
    }
    if wide != 0 {
        *out.get_mut(len).ok_or(ParseError::Short)? = wide as u32;
        len += 1;
    }
    Ok(used(room(out, len)?))
}
