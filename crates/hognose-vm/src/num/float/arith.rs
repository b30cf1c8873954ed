//! Division, remainder and power with Python's signs and special cases.

use crate::num::bigint::{assemble, pieces};

/// C's `fmod`: what is left of `a` after as many whole `b` as fit, exactly, with the sign of `a`. NaN where there is no such number.
pub fn rest(a: f64, b: f64) -> f64 {
    if !a.is_finite() || b.is_nan() || b == 0.0 {
        return f64::NAN;
    }
    if b.is_infinite() || a.abs() < b.abs() {
        return a;
    }
    let ((mut mantissa, exponent), (divisor, unit)) = (pieces(a), pieces(b));
    mantissa %= divisor;
    // As many bits at a time as a register has above the 53 of a float.
    let mut left = exponent - unit;
    while left > 0 && mantissa != 0 {
        let now = left.min(11);
        mantissa = (mantissa << now) % divisor;
        left -= now;
    }
    assemble(a < 0.0, mantissa, false, unit.into()).unwrap_or(f64::NAN)
}

/// Python's `a // b`. `None`: division by zero.
pub fn floor_div(a: f64, b: f64) -> Option<f64> {
    div_mod(a, b).map(|(quotient, _)| quotient)
}

/// Python's `a % b`. `None`: division by zero.
pub fn floor_mod(a: f64, b: f64) -> Option<f64> {
    if b == 0.0 {
        return None;
    }
    let rest = self::rest(a, b);
    if rest == 0.0 {
        return Some(libm::copysign(0.0, b));
    }
    Some(if (b < 0.0) != (rest < 0.0) { rest + b } else { rest })
}

/// Python's `divmod(a, b)`. `None`: division by zero.
pub fn div_mod(a: f64, b: f64) -> Option<(f64, f64)> {
    if b == 0.0 {
        return None;
    }
    let mut rest = self::rest(a, b);
    // Close to an integer, but perhaps not one: the subtraction may have rounded.
    let mut quotient = (a - rest) / b;
    if rest == 0.0 {
        rest = libm::copysign(0.0, b);
    } else if (b < 0.0) != (rest < 0.0) {
        rest += b;
        quotient -= 1.0;
    }
    let whole = if quotient == 0.0 {
        libm::copysign(0.0, a / b)
    } else {
        let floor = libm::floor(quotient);
        if quotient - floor > 0.5 { floor + 1.0 } else { floor }
    };
    Some((whole, rest))
}

/// Why a power is no float.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PowError {
    /// ZeroDivisionError: "0.0 cannot be raised to a negative power".
    ZeroToNegative,
    /// OverflowError: (34, 'Numerical result out of range').
    Overflow,
    /// A negative base with a fractional exponent: the result is complex.
    Complex,
}

/// Whether a float is an odd integer.
pub fn is_odd_integer(value: f64) -> bool {
    rest(value.abs(), 2.0) == 1.0
}

/// Python's `base ** exponent` for floats.
pub fn pow(base: f64, exponent: f64) -> Result<f64, PowError> {
    if exponent == 0.0 {
        return Ok(1.0);
    }
    if base.is_nan() {
        return Ok(base);
    }
    if exponent.is_nan() {
        return Ok(if base == 1.0 { 1.0 } else { exponent });
    }
    let size = base.abs();
    if exponent.is_infinite() {
        return Ok(if size == 1.0 {
            1.0
        } else if (exponent > 0.0) == (size > 1.0) {
            f64::INFINITY
        } else {
            0.0
        });
    }
    let odd = is_odd_integer(exponent);
    if base.is_infinite() {
        let result = if exponent > 0.0 { size } else { 0.0 };
        return Ok(if odd { libm::copysign(result, base) } else { result });
    }
    if base == 0.0 {
        if exponent < 0.0 {
            return Err(PowError::ZeroToNegative);
        }
        return Ok(if odd { base } else { 0.0 });
    }
    if base < 0.0 && libm::floor(exponent) != exponent {
        return Err(PowError::Complex);
    }
    let result = super::power::power(size, exponent);
    if result.is_infinite() {
        return Err(PowError::Overflow);
    }
    Ok(if base < 0.0 && odd { -result } else { result })
}

/// A finite float as a fraction in lowest terms: `±mantissa * 2^up / 2^down`; `up` or `down` is zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    /// Below zero.
    pub neg: bool,
    /// The numerator before its shift.
    pub mantissa: u64,
    /// The numerator is shifted up by this.
    pub up: u32,
    /// The denominator is one shifted up by this.
    pub down: u32,
}

/// The pieces of `float.as_integer_ratio`. `None` for what is not finite ("cannot convert Infinity to integer ratio",
/// "cannot convert NaN to integer ratio").
pub fn ratio(value: f64) -> Option<Ratio> {
    if !value.is_finite() {
        return None;
    }
    let (mantissa, exponent) = pieces(value);
    if mantissa == 0 {
        return Some(Ratio { neg: false, mantissa: 0, up: 0, down: 0 });
    }
    let zeros = mantissa.trailing_zeros();
    let exponent = exponent + zeros as i32;
    Some(Ratio {
        neg: value < 0.0,
        mantissa: mantissa >> zeros,
        up: exponent.max(0).unsigned_abs(),
        down: exponent.min(0).unsigned_abs(),
    })
}
