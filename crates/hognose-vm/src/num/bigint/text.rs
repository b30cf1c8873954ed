//! Integers as digits.

use super::{Short, Step, bit_length, trim, used};

/// Limb steps of [`text`] at most: a power-of-two base takes a step a digit, other bases are quadratic.
pub fn cost_text(n: usize, base: u32) -> u64 {
    let n = n as u64;
    let digits = digits_bound(n as usize, base) as u64;
    if base.is_power_of_two() { digits } else { (n / 2 + 1).saturating_mul(n + 2).saturating_add(digits) }
}

/// Digits that [`text`] may write for `n` limbs, at most. Base 2 to 36.
pub fn digits_bound(n: usize, base: u32) -> usize {
    // Digits a limb in 256ths, rounded up: 32 / log2(base) * 256.
    let per_limb = match base {
        2 => 32 * 256,
        3 => 5169,
        4..=7 => 16 * 256,
        8..=9 => 2731,
        10..=15 => 2467,
        _ => 8 * 256,
    };
    (n as u128 * per_limb / 256).min(usize::MAX as u128 - 2) as usize + 1
}

/// The digits of a magnitude in a base from 2 to 36, lower case, no sign, no prefix; "0" for zero.
///
/// `scratch`: `n` limbs. `out`: [`digits_bound`] bytes. Returns the range of `out` that holds the digits: they stand
/// at its end.
pub fn text(
    a: &[u32],
    base: u32,
    scratch: &mut [u32],
    out: &mut [u8],
) -> Result<core::ops::Range<usize>, Short> {
    let a = trim(a);
    let scratch = scratch.get_mut(..a.len()).ok_or(Short)?;
    scratch.copy_from_slice(a);
    let mut printing = Printing::new(scratch, base, out.len());
    loop {
        if let Step::Done(start) = printing.step(scratch, out, u64::MAX)? {
            return Ok(start..out.len());
        }
    }
}

/// Printing in slices. State is plain data. The number is consumed: `rest` holds what is still to be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Printing {
    base: u32,
    /// Limbs of the rest.
    len: usize,
    /// The lowest byte of the output written so far.
    at: usize,
}

/// Digits of a `u64` chunk and the power of the base they count to, for bases that are no power of two.
fn chunk(base: u32) -> (u32, u64) {
    if base == 10 {
        return (19, 10_000_000_000_000_000_000);
    }
    let (mut digits, mut power) = (1, u64::from(base));
    while let Some(next) = power.checked_mul(u64::from(base)) {
        (digits, power) = (digits + 1, next);
    }
    (digits, power)
}

const DIGITS: [u8; 36] = *b"0123456789abcdefghijklmnopqrstuvwxyz";

/// "00" to "99".
const PAIRS: [[u8; 2]; 100] = {
    let mut pairs = [[0; 2]; 100];
    let mut at = 0;
    while at < 100 {
        pairs[at] = [b'0' + (at / 10) as u8, b'0' + (at % 10) as u8];
        at += 1;
    }
    pairs
};

impl Printing {
    /// Begins to print the magnitude `rest` in `base` (2 to 36; others are taken as the nearest) to the end of an
    /// output of `out_len` bytes.
    pub fn new(rest: &[u32], base: u32, out_len: usize) -> Self {
        Printing { base: base.clamp(2, 36), len: used(rest), at: out_len }
    }

    /// Goes on for about `limit` limb steps. Returns where in `out` the digits begin when done.
    pub fn step(&mut self, rest: &mut [u32], out: &mut [u8], limit: u64) -> Result<Step<usize>, Short> {
        let rest = rest.get_mut(..self.len).ok_or(Short)?;
        if self.base.is_power_of_two() {
            return self.binary(rest, out);
        }
        let mut spent = 0u64;
        let (digits, power) = chunk(self.base);
        let inverse = Reciprocal::new(power);
        // With three limbs or more the number is not less than `power`: every digit of a chunk counts.
        while self.len > 2 {
            if spent > limit {
                return Ok(Step::More);
            }
            spent = spent.saturating_add(self.len as u64 / 2 + 1);
            let mut part = inverse.divide(&mut rest[..self.len]);
            self.len = used(&rest[..self.len]);
            let end = self.at;
            let start = end.checked_sub(digits as usize).ok_or(Short)?;
            let room = out.get_mut(start..end).ok_or(Short)?;
            if self.base == 10 {
                decimal(part, room);
            } else {
                for byte in room.iter_mut().rev() {
                    *byte = DIGITS[(part % u64::from(self.base)) as usize];
                    part /= u64::from(self.base);
                }
            }
            self.at = start;
        }
        let mut part = super::convert::low_u64(&rest[..self.len]);
        while part > 0 || self.at == out.len() {
            self.at = self.at.checked_sub(1).ok_or(Short)?;
            *out.get_mut(self.at).ok_or(Short)? = DIGITS[(part % u64::from(self.base)) as usize];
            part /= u64::from(self.base);
        }
        Ok(Step::Done(self.at))
    }

    fn binary(&mut self, rest: &[u32], out: &mut [u8]) -> Result<Step<usize>, Short> {
        let width = u64::from(self.base.trailing_zeros());
        let count = bit_length(rest).div_ceil(width).max(1);
        let count = usize::try_from(count).map_err(|_| Short)?;
        let start = out.len().checked_sub(count).ok_or(Short)?;
        let limb = |at: usize| u64::from(rest.get(at).copied().unwrap_or(0));
        let mask = u64::from(self.base) - 1;
        let mut bit = 0;
        for byte in out[start..].iter_mut().rev() {
            let at = (bit / 32) as usize;
            let wide = limb(at) | limb(at + 1) << 32;
            *byte = DIGITS[(wide >> (bit % 32) & mask) as usize];
            bit += width;
        }
        self.at = start;
        Ok(Step::Done(start))
    }
}

/// The decimal digits of a small integer, with a minus when it is below zero.
pub fn text_i64(value: i64, out: &mut [u8; 20]) -> &[u8] {
    let mut rest = value.unsigned_abs();
    let mut at = out.len();
    while rest >= 100 {
        let pair = PAIRS[(rest % 100) as usize];
        rest /= 100;
        at -= 2;
        out[at..at + 2].copy_from_slice(&pair);
    }
    if rest >= 10 {
        at -= 2;
        out[at..at + 2].copy_from_slice(&PAIRS[rest as usize]);
    } else {
        at -= 1;
        out[at] = b'0' + rest as u8;
    }
    if value < 0 {
        at -= 1;
        out[at] = b'-';
    }
    &out[at..]
}

/// A lower bound of the decimal digits of a magnitude, from its length alone: exact or one too few. Tells whether a
/// limit on digits ("Exceeds the limit (4300 digits) for integer string conversion") is surely exceeded before any
/// work.
pub fn decimal_digits_at_least(a: &[u32]) -> u64 {
    match bit_length(a) {
        0 => 1,
        // log10(2) = 0.30102999566398119..., rounded down.
        bits => ((u128::from(bits - 1) * 30_102_999_566_398_119) / 100_000_000_000_000_000) as u64 + 1,
    }
}

/// `value` in decimal over the whole of `out`, with leading zeros.
pub(crate) fn decimal(mut value: u64, out: &mut [u8]) {
    let mut pairs = out.rchunks_exact_mut(2);
    for pair in &mut pairs {
        pair.copy_from_slice(&PAIRS[(value % 100) as usize]);
        value /= 100;
    }
    for byte in pairs.into_remainder() {
        *byte = b'0' + (value % 10) as u8;
    }
}

/// Division of many numbers by the same 64-bit divisor with multiplications (Möller and Granlund, "Improved
/// division by invariant integers", 2011).
struct Reciprocal {
    divisor: u64,
    inverse: u64,
    shift: u32,
}

impl Reciprocal {
    fn new(divisor: u64) -> Self {
        let shift = divisor.leading_zeros();
        let divisor = divisor << shift;
        // floor((2^128 - 1) / divisor) - 2^64
        let inverse = (u128::MAX / u128::from(divisor)) as u64;
        Reciprocal { divisor, inverse, shift }
    }

    /// `(high, low) / divisor` for `high < divisor`: quotient and remainder.
    fn pair(&self, high: u64, low: u64) -> (u64, u64) {
        let wide = u128::from(self.inverse) * u128::from(high) + (u128::from(high) << 64 | u128::from(low));
        let (q1, q0) = (((wide >> 64) as u64).wrapping_add(1), wide as u64);
        let mut rest = low.wrapping_sub(q1.wrapping_mul(self.divisor));
        let mut quotient = q1;
        if rest > q0 {
            quotient = quotient.wrapping_sub(1);
            rest = rest.wrapping_add(self.divisor);
        }
        if rest >= self.divisor {
            quotient = quotient.wrapping_add(1);
            rest -= self.divisor;
        }
        (quotient, rest)
    }

    /// Divides the limbs in place, returns the remainder.
    fn divide(&self, limbs: &mut [u32]) -> u64 {
        let mut high = 0;
        let shift = self.shift;
        if limbs.len() % 2 != 0 {
            if let Some(top) = limbs.last_mut() {
                // One limb is less than the divisor, which has more than 32 bits: it is all remainder.
                high = u64::from(*top) << shift;
                *top = 0;
            }
        }
        for pair in limbs.chunks_exact_mut(2).rev() {
            let low = u64::from(pair[0]) | u64::from(pair[1]) << 32;
            // The remainder is kept moved up by `shift`, so its low bits are free for the next limbs.
            let (quotient, rest) = if shift == 0 {
                self.pair(high, low)
            } else {
                self.pair(high | low >> (64 - shift), low << shift)
            };
            (pair[0], pair[1]) = (quotient as u32, (quotient >> 32) as u32);
            high = rest;
        }
        high >> shift
    }
}
