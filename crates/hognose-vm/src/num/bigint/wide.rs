//! Division in digits of two limbs, for machines with registers of 64 bits: half as many rows, each half as long, and no
//! division but one for the reciprocal of the divisor (Möller and Granlund, "Improved division by invariant integers").

use super::used;

/// Digit `i` of a magnitude.
fn digit(limbs: &[u32], i: usize) -> u64 {
    let at = |k: usize| u64::from(limbs.get(k).copied().unwrap_or(0));
    at(2 * i) | at(2 * i + 1) << 32
}

fn join(pair: &[u32]) -> u64 {
    u64::from(pair[0]) | u64::from(pair[1]) << 32
}

fn put(pair: &mut [u32], wide: u64) {
    pair[0] = wide as u32;
    pair[1] = (wide >> 32) as u32;
}

/// `out = a << shift` for a shift below 64, as many digits as `out` has.
fn shift_up(a: &[u32], shift: u32, out: &mut [u32]) {
    let mut low = 0;
    for (i, pair) in out.chunks_exact_mut(2).enumerate() {
        let wide = u128::from(digit(a, i)) << shift;
        put(pair, wide as u64 | low);
        low = (wide >> 64) as u64;
    }
}

/// `a >>= shift` for a shift below 64.
fn shift_down(a: &mut [u32], shift: u32) {
    let mut high = 0;
    for pair in a.chunks_exact_mut(2).rev() {
        let wide = u128::from(join(pair)) << 64 >> shift;
        put(pair, (wide >> 64) as u64 | high);
        high = wide as u64;
    }
}

/// A divisor digit with its highest bit set, and its reciprocal.
#[derive(Clone, Copy)]
struct Divisor {
    digit: u64,
    reciprocal: u64,
}

impl Divisor {
    fn new(digit: u64) -> Divisor {
        let most = u128::from(!digit) << 64 | u128::from(u64::MAX);
        Divisor { digit, reciprocal: (most / u128::from(digit)) as u64 }
    }

    /// Quotient and remainder of two digits, the higher one below the divisor.
    fn divide(self, high: u64, low: u64) -> (u64, u64) {
        let guess = (u128::from(self.reciprocal) * u128::from(high))
            .wrapping_add(u128::from(high) << 64 | u128::from(low));
        let mut quotient = ((guess >> 64) as u64).wrapping_add(1);
        let mut rest = low.wrapping_sub(quotient.wrapping_mul(self.digit));
        if rest > guess as u64 {
            quotient = quotient.wrapping_sub(1);
            rest = rest.wrapping_add(self.digit);
        }
        if rest >= self.digit {
            quotient = quotient.wrapping_add(1);
            rest -= self.digit;
        }
        (quotient, rest)
    }
}

/// `rest -= factor * divisor` over the digits of the divisor; what is to be taken from the digit above, and from that one more.
fn take_product(rest: &mut [u32], divisor: &[u32], factor: u64) -> (u64, bool) {
    let (mut carry, mut borrow) = (0u64, false);
    for (r, d) in rest.chunks_exact_mut(2).zip(divisor.chunks_exact(2)) {
        let product = u128::from(join(d)) * u128::from(factor) + u128::from(carry);
        carry = (product >> 64) as u64;
        let (x, first) = join(r).overflowing_sub(product as u64);
        let (x, second) = x.overflowing_sub(u64::from(borrow));
        borrow = first | second;
        put(r, x);
    }
    (carry, borrow)
}

/// `rest += divisor` over the digits of the divisor; is one carried out of the top?
fn give_back(rest: &mut [u32], divisor: &[u32]) -> bool {
    let mut carry = false;
    for (r, d) in rest.chunks_exact_mut(2).zip(divisor.chunks_exact(2)) {
        let (x, first) = join(r).overflowing_add(join(d));
        let (x, second) = x.overflowing_add(u64::from(carry));
        carry = first | second;
        put(r, x);
    }
    carry
}

/// Quotient and remainder of magnitudes without leading zeros, `a` not less than `b`, `b` of two limbs or more; their
/// lengths. None: a slice has no room for whole digits. `quotient`: `n - m + 3` limbs. `rest`: `n + 3`. `scratch`: `m + 1`.
pub(super) fn divmod(
    a: &[u32],
    b: &[u32],
    quotient: &mut [u32],
    rest: &mut [u32],
    scratch: &mut [u32],
) -> Option<(usize, usize)> {
    let (n, m) = (a.len().div_ceil(2), b.len().div_ceil(2));
    let rows = (n + 1).checked_sub(m)?;
    let quotient = quotient.get_mut(..2 * rows)?;
    let rest = rest.get_mut(..2 * (n + 1))?;
    let divisor = scratch.get_mut(..2 * m)?;
    let shift = digit(b, m.checked_sub(1)?).leading_zeros();
    shift_up(b, shift, divisor);
    shift_up(a, shift, rest);
    let top = Divisor::new(digit(divisor, m - 1));
    if m == 1 {
        let mut left = digit(rest, n);
        for (i, pair) in quotient.chunks_exact_mut(2).enumerate().rev() {
            let (q, r) = top.divide(left, digit(rest, i));
            put(pair, q);
            left = r;
        }
        rest.fill(0);
        put(&mut rest[..2], left >> shift);
        return Some((used(quotient), used(&rest[..2])));
    }
    let next = digit(divisor, m - 2);
    for (i, pair) in quotient.chunks_exact_mut(2).enumerate().rev() {
        let (high, middle, low) = (digit(rest, i + m), digit(rest, i + m - 1), digit(rest, i + m - 2));
        let (mut guess, left) = if high >= top.digit {
            (u64::MAX, middle.checked_add(top.digit))
        } else {
            let (guess, left) = top.divide(high, middle);
            (guess, Some(left))
        };
        let mut left = left;
        while let Some(over) = left {
            if u128::from(guess) * u128::from(next) <= (u128::from(over) << 64 | u128::from(low)) {
                break;
            }
            guess -= 1;
            left = over.checked_add(top.digit);
        }
        let row = &mut rest[2 * i..2 * (i + m)];
        let (carry, borrow) = take_product(row, divisor, guess);
        let (x, first) = high.overflowing_sub(carry);
        let (_, second) = x.overflowing_sub(u64::from(borrow));
        if first | second {
            guess -= 1;
            give_back(row, divisor);
        }
        // What was above the row is used up.
        put(&mut rest[2 * (i + m)..2 * (i + m) + 2], 0);
        put(pair, guess);
    }
    let rest = &mut rest[..2 * m];
    shift_down(rest, shift);
    Some((used(quotient), used(rest)))
}

#[cfg(test)]
mod tests {
    use super::super::{Division, Step};
    use super::*;

    /// Limbs that often are at an edge.
    fn limb(random: &mut u64) -> u32 {
        *random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let bits = (*random >> 32) as u32;
        match *random >> 30 & 7 {
            0 => 0,
            1 | 2 => u32::MAX,
            3 => 1,
            4 => 0x8000_0000,
            _ => bits,
        }
    }

    #[test]
    fn whole_digits_divide_as_limbs_do() {
        let mut random = 5;
        for round in 0..200_000usize {
            let (n, m) = (2 + round % 11, 2 + round / 11 % 7);
            let (mut a, mut b) = ([0u32; 13], [0u32; 9]);
            a[..n].iter_mut().for_each(|l| *l = limb(&mut random));
            b[..m].iter_mut().for_each(|l| *l = limb(&mut random));
            let (a, b) = (&a[..used(&a)], &b[..used(&b)]);
            if b.len() < 2 || super::super::cmp_mag(a, b).is_lt() {
                continue;
            }
            let (mut q, mut r, mut s) = ([7u32; 16], [7u32; 16], [7u32; 16]);
            let Some((ql, rl)) = divmod(a, b, &mut q, &mut r, &mut s) else { panic!("room") };
            let (mut q2, mut r2, mut s2) = ([7u32; 16], [7u32; 16], [7u32; 16]);
            match Division::new().step(a, b, &mut q2, &mut r2, &mut s2, u64::MAX) {
                Ok(Step::Done((ql2, rl2))) => {
                    assert_eq!((&q[..ql], &r[..rl]), (&q2[..ql2], &r2[..rl2]), "{a:x?} / {b:x?}");
                }
                other => panic!("{other:?}"),
            }
        }
    }
}
