//! Between big integers, machine integers and floats.

pub(crate) use hognose_image::decimal::assemble;

use super::{Int, Made, Short, bit_length, room, trim, used};
use core::cmp::Ordering;

/// Why a number has no counterpart on the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FloatRange {
    /// Integer to float: "int too large to convert to float". Quotient: "integer division result too large for a float".
    TooLarge,
    /// Infinity to integer: "cannot convert float infinity to integer".
    Infinite,
    /// NaN to integer: "cannot convert float NaN to integer".
    Nan,
    /// Division by zero.
    Zero,
    /// A slice is shorter than documented.
    Short,
}

impl From<Short> for FloatRange {
    fn from(_: Short) -> Self {
        FloatRange::Short
    }
}

/// Writes a `u64`. `out`: 2 limbs.
pub fn from_u64(value: u64, out: &mut [u32]) -> Result<Made, Short> {
    let out = room(out, 2)?;
    (out[0], out[1]) = (value as u32, (value >> 32) as u32);
    Ok(Made { neg: false, len: used(out) })
}

/// Writes an `i64`. `out`: 2 limbs.
pub fn from_i64(value: i64, out: &mut [u32]) -> Result<Made, Short> {
    let made = from_u64(value.unsigned_abs(), out)?;
    Ok(Made { neg: value < 0, ..made })
}

/// Writes an `i128`. `out`: 4 limbs.
pub fn from_i128(value: i128, out: &mut [u32]) -> Result<Made, Short> {
    let out = room(out, 4)?;
    let mag = value.unsigned_abs();
    for (at, limb) in out.iter_mut().enumerate() {
        *limb = (mag >> (32 * at)) as u32;
    }
    Ok(Made { neg: value < 0, len: used(out) })
}

/// The integer as an `i64`, if it is one.
pub fn to_i64(a: Int) -> Option<i64> {
    let mag = trim(a.mag);
    if mag.len() > 2 {
        return None;
    }
    let value = low_u64(mag);
    if a.neg { 0i64.checked_sub_unsigned(value) } else { i64::try_from(value).ok() }
}

/// The integer as a `u64`, if it is one.
pub fn to_u64(a: Int) -> Option<u64> {
    let mag = trim(a.mag);
    (mag.len() <= 2 && (!a.neg || mag.is_empty())).then(|| low_u64(mag))
}

/// The integer as an `i128`, if it is one.
pub fn to_i128(a: Int) -> Option<i128> {
    let mag = trim(a.mag);
    if mag.len() > 4 {
        return None;
    }
    let value = mag.iter().rev().fold(0u128, |value, &limb| value << 32 | u128::from(limb));
    if a.neg { 0i128.checked_sub_unsigned(value) } else { i128::try_from(value).ok() }
}

/// The lowest 64 bits of a magnitude.
pub(super) fn low_u64(mag: &[u32]) -> u64 {
    let limb = |at: usize| u64::from(mag.get(at).copied().unwrap_or(0));
    limb(0) | limb(1) << 32
}

/// The integer part of a float, exactly. `out`: 33 limbs serve every float.
pub fn from_f64(value: f64, out: &mut [u32]) -> Result<Made, FloatRange> {
    if value.is_nan() {
        return Err(FloatRange::Nan);
    }
    if value.is_infinite() {
        return Err(FloatRange::Infinite);
    }
    let (mantissa, exponent) = pieces(value);
    let neg = value < 0.0;
    if exponent <= 0 {
        let whole = mantissa.checked_shr(exponent.unsigned_abs()).unwrap_or(0);
        let made = from_u64(whole, out)?;
        return Ok(Made { neg: neg && made.len > 0, ..made });
    }
    let limbs = [mantissa as u32, (mantissa >> 32) as u32];
    Ok(super::shl(Int { neg, mag: &limbs }, exponent.unsigned_abs().into(), out)?)
}

/// `|value| = mantissa * 2^exponent` of a finite float.
pub(crate) fn pieces(value: f64) -> (u64, i32) {
    let bits = value.to_bits();
    let exponent = (bits >> 52 & 0x7FF) as i32;
    let fraction = bits & ((1 << 52) - 1);
    if exponent == 0 { (fraction, -1074) } else { (fraction | 1 << 52, exponent - 1075) }
}

/// The float nearest to the integer, ties to even. `None`: "int too large to convert to float". Cost: `n` steps.
pub fn to_f64(a: Int) -> Option<f64> {
    let mag = trim(a.mag);
    let bits = bit_length(mag);
    if bits > 1024 {
        return None;
    }
    let (top, lost) = top_bits(mag, bits);
    assemble(a.neg, top, lost, bits.saturating_sub(64) as i64)
}

/// The highest 64 bits of a magnitude of `bits` bits, and whether any one is lost below them.
fn top_bits(mag: &[u32], bits: u64) -> (u64, bool) {
    let shift = bits.saturating_sub(64);
    let (limbs, shift) = ((shift / 32) as usize, (shift % 32) as u32);
    let kept = mag.get(limbs..).unwrap_or(&[]);
    let wide = kept.iter().take(3).rev().fold(0u128, |wide, &limb| wide << 32 | u128::from(limb));
    let below = mag.iter().take(limbs).any(|&limb| limb != 0);
    ((wide >> shift) as u64, below || wide & ((1 << shift) - 1) != 0)
}

/// Compares an integer with a float, exactly. `None` for NaN.
pub fn cmp_f64(a: Int, b: f64) -> Option<Ordering> {
    if b.is_nan() {
        return None;
    }
    let sign = if b > 0.0 { 1 } else { -i32::from(b < 0.0) };
    if a.signum() != sign || sign == 0 {
        return Some(a.signum().cmp(&sign));
    }
    let of_sign = |order: Ordering| if sign < 0 { order.reverse() } else { order };
    let mag = trim(a.mag);
    let bits = bit_length(mag);
    if b.is_infinite() || bits > 1024 {
        return Some(of_sign(if b.is_infinite() { Ordering::Less } else { Ordering::Greater }));
    }
    let (mantissa, exponent) = pieces(b);
    let length = i64::from(64 - mantissa.leading_zeros()) + i64::from(exponent);
    if (bits as i64) != length {
        return Some(of_sign((bits as i64).cmp(&length)));
    }
    // Same length: compare the top 64 bits of both, then what lies below on either side. The float has at most 53
    // bits, all of them in its top.
    let (top, lost) = top_bits(mag, bits);
    let shift = bits.min(64) as i64 - i64::from(64 - mantissa.leading_zeros());
    let (other, below) = if shift >= 0 {
        (mantissa << shift, false)
    } else {
        (mantissa >> -shift, mantissa & ((1 << -shift) - 1) != 0)
    };
    Some(of_sign(top.cmp(&other).then(lost.cmp(&below))))
}

/// Scratch limbs that [`true_div`] needs.
pub fn true_div_scratch(n: usize, m: usize) -> usize {
    // Shifted dividend, quotient, remainder, divisor.
    let dividend = n.max(m + 3) + 1;
    3 * dividend + m + 4
}

/// Python's `a / b`: the float nearest to the exact quotient. `scratch`: [`true_div_scratch`] limbs. Cost:
/// `cost_div(n.max(m + 3), m)`.
pub fn true_div(a: Int, b: Int, scratch: &mut [u32]) -> Result<f64, FloatRange> {
    let (x, y) = (trim(a.mag), trim(b.mag));
    if y.is_empty() {
        return Err(FloatRange::Zero);
    }
    let neg = a.neg != b.neg;
    if x.is_empty() {
        return Ok(if b.neg { -0.0 } else { 0.0 });
    }
    let (bits, divisor_bits) = (bit_length(x) as i64, bit_length(y) as i64);
    if bits <= 53 && divisor_bits <= 53 {
        let quotient = low_u64(x) as f64 / low_u64(y) as f64;
        return Ok(if neg { -quotient } else { quotient });
    }
    if bits - divisor_bits > 1024 {
        return Err(FloatRange::TooLarge);
    }
    if bits - divisor_bits < -1080 {
        return Ok(if neg { -0.0 } else { 0.0 });
    }
    // Move the dividend so that the quotient has 63 or 64 bits.
    let shift = divisor_bits - bits + 63;
    let (dividend, scratch) = scratch.split_at_mut_checked(x.len().max(y.len() + 2) + 1).ok_or(Short)?;
    let plain = Int { neg: false, mag: x };
    let (made, mut lost) = if shift >= 0 {
        (super::shl(plain, shift as u64, dividend)?, false)
    } else {
        let lost = super::trailing_zeros(x).is_some_and(|zeros| zeros < shift.unsigned_abs());
        (super::shr_floor(plain, shift.unsigned_abs(), dividend)?, lost)
    };
    let dividend = dividend.get(..made.len).ok_or(Short)?;
    let (quotient, scratch) = scratch.split_at_mut_checked(dividend.len() + 1).ok_or(Short)?;
    let (rest, scratch) = scratch.split_at_mut_checked(dividend.len() + 1).ok_or(Short)?;
    let (q, r) = super::divmod_mag(dividend, y, quotient, rest, scratch).map_err(|_| FloatRange::Short)?;
    lost |= r > 0;
    let top = low_u64(quotient.get(..q).ok_or(Short)?);
    assemble(neg, top, lost, -shift).ok_or(FloatRange::TooLarge)
}
