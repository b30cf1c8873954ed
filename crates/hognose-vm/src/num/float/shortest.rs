//! The shortest digits of a float, exactly, with integers of a few limbs and no tables: after Steele and White, "How to print
//! floating-point numbers accurately".

use super::decimal::place;
use crate::num::bigint::{add_into, mul_small, pieces, sub_from};
use core::cmp::Ordering;

/// Limbs of the widest integer: 2^1076 times ten, and a few bits.
const LIMBS: usize = 37;

/// Digits of a float that is finite and above zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Digits {
    /// ASCII digits, the first of them not `0`.
    pub bytes: [u8; 17],
    /// How many there are.
    pub len: usize,
    /// The place of the first: that of the digit of `10^p` is `p`.
    pub top: i32,
}

/// The shortest digits that read back as the same float, and among those the nearest; half way between two, the even one.
#[cfg_attr(all(target_pointer_width = "64", not(test)), expect(dead_code, reason = "for small machines"))]
pub(super) fn shortest(value: f64) -> Digits {
    let (mantissa, exponent) = pieces(value);
    // A float whose last bit is zero is what its neighbours' halves read back as too.
    let even = mantissa & 1 == 0;
    // The float below a power of two is only half as far away as that above it.
    let edge = u32::from(mantissa == 1 << 52 && exponent > -1074);
    let len = (exponent.unsigned_abs() as usize + 80) / 32 + 1;
    let (mut rest, mut unit, mut down) = ([0; LIMBS], [0; LIMBS], [0; LIMBS]);
    let (rest, unit, down) = (&mut rest[..len], &mut unit[..len], &mut down[..len]);
    // The float is `rest / unit`; half the way to the float below it is `down / unit`.
    let up = exponent.max(0).unsigned_abs();
    place(mantissa, up + 1 + edge, rest);
    place(1, exponent.min(0).unsigned_abs() + 1 + edge, unit);
    place(1, up, down);
    // The power of ten below the float, or the one below that: `315652 / 2^20` is a little less than the logarithm of two.
    let bits = 63 - mantissa.leading_zeros() as i32 + exponent;
    let mut top = (bits * 315_652 >> 20) - i32::from(bits < 0);
    let power = top.unsigned_abs();
    for _ in 0..power {
        if top >= 0 {
            mul_small(unit, 10, 0);
        } else {
            mul_small(rest, 10, 0);
            mul_small(down, 10, 0);
        }
    }
    // Does `rest` and half the way to the float above it reach `unit`?
    let reaches = |rest: &[u32], down: &[u32], unit: &[u32]| {
        let mut sum = [0; LIMBS];
        let sum = &mut sum[..len];
        sum.copy_from_slice(rest);
        for _ in 0..=edge {
            add_into(sum, down);
        }
        let order = compare(sum, unit);
        order == Ordering::Greater || even && order == Ordering::Equal
    };
    while reaches(rest, down, unit) {
        mul_small(unit, 10, 0);
        top += 1;
    }
    let mut digits = Digits { bytes: [b'0'; 17], len: 0, top: top - 1 };
    for byte in &mut digits.bytes {
        mul_small(rest, 10, 0);
        mul_small(down, 10, 0);
        while compare(rest, unit) != Ordering::Less {
            sub_from(rest, unit);
            *byte += 1;
        }
        digits.len += 1;
        let order = compare(rest, down);
        let low = order == Ordering::Less || even && order == Ordering::Equal;
        let high = reaches(rest, down, unit);
        if low || high {
            let up = if low && high {
                let mut twice = [0; LIMBS];
                let twice = &mut twice[..len];
                twice.copy_from_slice(rest);
                add_into(twice, rest);
                match compare(twice, unit) {
                    Ordering::Less => false,
                    Ordering::Equal => *byte & 1 != 0,
                    Ordering::Greater => true,
                }
            } else {
                high
            };
            *byte += u8::from(up);
            break;
        }
    }
    digits
}

/// Compares integers of the same number of limbs.
fn compare(a: &[u32], b: &[u32]) -> Ordering {
    a.iter().rev().cmp(b.iter().rev())
}
