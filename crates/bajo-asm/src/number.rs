//! Whole numbers without a limit: lazy immediates compute on them, only the result must fit.

use core::fmt;
use num_bigint::BigInt;

/// A whole number of any size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(Repr);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Repr {
    /// Always used when the value fits.
    Small(i64),
    Big(Box<BigInt>),
}

/// The largest intermediate result, in bits: beyond it an expression is out of hand, not useful.
pub const MAX_BITS: u64 = 1 << 20;

impl Number {
    /// The value as `i64`, if it fits.
    pub fn small(&self) -> Option<i64> {
        match self.0 {
            Repr::Small(v) => Some(v),
            Repr::Big(_) => None,
        }
    }

    /// From decimal digits with an optional sign.
    pub fn parse(text: &str) -> Option<Self> {
        text.parse::<BigInt>().ok().map(Self::from_big)
    }

    /// From hexadecimal digits with an optional sign.
    pub fn parse_hex(text: &str) -> Option<Self> {
        BigInt::parse_bytes(text.as_bytes(), 16).map(Self::from_big)
    }

    /// The value as unsigned little-endian bytes, at most `size` of them; `None` if it is negative or longer.
    pub fn to_bytes(&self, size: u64) -> Option<Vec<u8>> {
        let (sign, bytes) = self.big().to_bytes_le();
        let bytes = if sign == num_bigint::Sign::NoSign { Vec::new() } else { bytes };
        (sign != num_bigint::Sign::Minus && bytes.len() as u64 <= size).then_some(bytes)
    }

    fn from_big(v: BigInt) -> Self {
        match i64::try_from(&v) {
            Ok(small) => Self(Repr::Small(small)),
            Err(_) => Self(Repr::Big(Box::new(v))),
        }
    }

    fn from_wide(v: i128) -> Self {
        match i64::try_from(v) {
            Ok(small) => Self(Repr::Small(small)),
            Err(_) => Self(Repr::Big(Box::new(BigInt::from(v)))),
        }
    }

    fn big(&self) -> BigInt {
        match &self.0 {
            Repr::Small(v) => BigInt::from(*v),
            Repr::Big(v) => (**v).clone(),
        }
    }

    fn bits(&self) -> u64 {
        match &self.0 {
            Repr::Small(_) => 64,
            Repr::Big(v) => v.bits(),
        }
    }

    /// `self + other`.
    pub fn add(&self, other: &Self) -> Self {
        match (&self.0, &other.0) {
            (Repr::Small(a), Repr::Small(b)) => Self::from_wide(i128::from(*a) + i128::from(*b)),
            _ => Self::from_big(self.big() + other.big()),
        }
    }

    /// `self - other`.
    pub fn sub(&self, other: &Self) -> Self {
        match (&self.0, &other.0) {
            (Repr::Small(a), Repr::Small(b)) => Self::from_wide(i128::from(*a) - i128::from(*b)),
            _ => Self::from_big(self.big() - other.big()),
        }
    }

    /// `self * other`; `None` if the product has more than [`MAX_BITS`] bits.
    pub fn mul(&self, other: &Self) -> Option<Self> {
        match (&self.0, &other.0) {
            (Repr::Small(a), Repr::Small(b)) => Some(Self::from_wide(i128::from(*a) * i128::from(*b))),
            _ if self.bits() + other.bits() > MAX_BITS => None,
            _ => Some(Self::from_big(self.big() * other.big())),
        }
    }

    /// Quotient rounded down and the remainder that goes with it (its sign follows `other`); `None` if `other` is 0.
    pub fn div_mod(&self, other: &Self) -> Option<(Self, Self)> {
        if *other == Self::from(0) {
            return None;
        }
        if let (Repr::Small(a), Repr::Small(b)) = (&self.0, &other.0) {
            let (a, b) = (i128::from(*a), i128::from(*b));
            let (mut q, mut r) = (a / b, a % b);
            if r != 0 && (r < 0) != (b < 0) {
                q -= 1;
                r += b;
            }
            return Some((Self::from_wide(q), Self::from_wide(r)));
        }
        let (a, b) = (self.big(), other.big());
        let zero = BigInt::from(0);
        let (mut q, mut r) = (&a / &b, &a % &b);
        if r != zero && (r < zero) != (b < zero) {
            q -= 1;
            r += b;
        }
        Some((Self::from_big(q), Self::from_big(r)))
    }
}

impl From<i64> for Number {
    fn from(v: i64) -> Self {
        Self(Repr::Small(v))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Small(v) => write!(f, "{v}"),
            // Errors print these: a million digits would help nobody.
            Repr::Big(v) if v.bits() > 256 => write!(f, "a number of {} bits", v.bits()),
            Repr::Big(v) => write!(f, "{v}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(v: i64) -> Number {
        Number::from(v)
    }

    #[test]
    fn division_rounds_down() {
        for (a, b, q, r) in [(-7, 2, -4, 1), (-7, 3, -3, 2), (7, -2, -4, -1), (7, 2, 3, 1), (-6, 3, -2, 0)] {
            assert_eq!(n(a).div_mod(&n(b)), Some((n(q), n(r))), "{a} by {b}");
        }
        assert_eq!(n(1).div_mod(&n(0)), None);
    }

    #[test]
    fn large_numbers_come_back_small() {
        let big = Number::parse("-340282366920938463463374607431768211457").unwrap();
        assert_eq!(big.small(), None);
        let (q, r) = big.div_mod(&Number::parse("18446744073709551616").unwrap()).unwrap();
        assert_eq!(q.to_string(), "-18446744073709551617");
        assert_eq!(r.to_string(), "18446744073709551615");
        assert_eq!(big.sub(&big), n(0));
        assert_eq!(n(i64::MAX).add(&n(1)).sub(&n(1)), n(i64::MAX));
    }

    #[test]
    fn products_are_bounded() {
        let mut x = n(i64::MAX);
        let mut steps = 0;
        while let Some(square) = x.mul(&x) {
            x = square;
            steps += 1;
        }
        assert!((10..20).contains(&steps), "{steps}");
    }
}
