//! Greatest common divisors, after Lehmer: most steps of Euclid run on the top 60 bits of both numbers.

use super::{DivError, Short, Step, bit_length, cmp_mag, divmod_mag, room, trim, used};
use core::cmp::Ordering;

/// The greatest common divisor of two magnitudes; zero only for two zeros.
///
/// `x` and `y` hold the numbers on entry (`n` and `m` limbs in use) and are worked on; each is `max(n, m) + 1` limbs
/// long. `scratch`: `3 * max(n, m) + 4` limbs. The result is in `x`.
///
/// Cost: about `8 * n * n` for numbers of like size.
pub fn gcd(x: &mut [u32], n: usize, y: &mut [u32], m: usize, scratch: &mut [u32]) -> Result<usize, Short> {
    let mut state = Gcd::new(n, m);
    loop {
        if let Step::Done(len) = state.step(x, y, scratch, u64::MAX)? {
            return Ok(len);
        }
    }
}

/// [`gcd`] in slices. State is plain data; `x` and `y` hold the work, `scratch` nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gcd {
    n: usize,
    m: usize,
}

impl Gcd {
    /// Begins with numbers of `n` and `m` limbs.
    pub fn new(n: usize, m: usize) -> Self {
        Gcd { n, m }
    }

    /// Goes on for about `limit` limb steps. The result is in `x` when done, and this is its length.
    pub fn step(
        &mut self,
        x: &mut [u32],
        y: &mut [u32],
        scratch: &mut [u32],
        limit: u64,
    ) -> Result<Step<usize>, Short> {
        let mut spent = 0u64;
        loop {
            self.n = used(x.get(..self.n).ok_or(Short)?);
            self.m = used(y.get(..self.m).ok_or(Short)?);
            if cmp_mag(&x[..self.n], &y[..self.m]) == Ordering::Less {
                let len = self.n.max(self.m);
                room(x, len)?[self.n..].fill(0);
                room(y, len)?[self.m..].fill(0);
                x[..len].swap_with_slice(&mut y[..len]);
                (self.n, self.m) = (self.m, self.n);
            }
            if self.m == 0 {
                return Ok(Step::Done(self.n));
            }
            if spent > limit {
                return Ok(Step::More);
            }
            if self.n <= 2 {
                let (mut a, mut b) =
                    (super::convert::low_u64(&x[..self.n]), super::convert::low_u64(&y[..self.m]));
                while b != 0 {
                    (a, b) = (b, a % b);
                }
                self.m = 0;
                self.n = super::from_u64(a, x)?.len;
                return Ok(Step::Done(self.n));
            }
            spent = spent.saturating_add(4 * self.n as u64 + 40);
            let (a, b) = (&mut x[..self.n], &mut y[..self.m]);
            match cofactors(a, b) {
                Some(factors) => {
                    room(y, self.n)?[self.m..].fill(0);
                    combine(&mut x[..self.n], &mut y[..self.n], factors);
                    self.m = self.n;
                }
                None => {
                    let (quotient, scratch) = scratch.split_at_mut_checked(self.n + 1).ok_or(Short)?;
                    let (rest, scratch) = scratch.split_at_mut_checked(self.n + 1).ok_or(Short)?;
                    let lengths = divmod_mag(a, b, quotient, rest, scratch);
                    let (_, r) = lengths.map_err(|error| match error {
                        DivError::Zero | DivError::Short => Short,
                    })?;
                    spent = spent.saturating_add(super::cost_div(self.n, self.m));
                    room(x, self.m)?.copy_from_slice(&y[..self.m]);
                    room(y, r)?.copy_from_slice(&rest[..r]);
                    (self.n, self.m) = (self.m, r);
                }
            }
        }
    }
}

/// What some steps of Euclid make of `(x, y)`: `(a*x - b*y, d*y - c*x)`, or `(a*y - b*x, d*x - c*y)` when `odd`.
struct Cofactors {
    a: i64,
    b: i64,
    c: i64,
    d: i64,
    odd: bool,
}

/// Runs Euclid on the top 60 bits as long as its quotients are sure to be those of the whole numbers. `None` when the
/// first quotient is not. (Cohen, "A Course in Computational Algebraic Number Theory", algorithm 1.3.7, with the
/// simpler test of Jebelean and Collins.)
fn cofactors(x: &[u32], y: &[u32]) -> Option<Cofactors> {
    let shift = bit_length(x).checked_sub(60)?;
    let window = |mag: &[u32]| -> i64 {
        let (limb, shift) = ((shift / 32) as usize, shift % 32);
        let part = trim(mag).get(limb..).unwrap_or(&[]);
        let wide = part.iter().take(3).rev().fold(0u128, |wide, &limb| wide << 32 | u128::from(limb));
        (wide >> shift) as i64
    };
    let (mut p, mut q) = (window(x), window(y));
    let (mut a, mut b, mut c, mut d) = (1i64, 0i64, 0i64, 1i64);
    let mut odd = false;
    while q != c {
        let quotient = (p + (a - 1)) / (q - c);
        let s = b.checked_add(quotient.checked_mul(d)?)?;
        let t = p - quotient.checked_mul(q)?;
        if s > t {
            break;
        }
        (p, q) = (q, t);
        let next = a.checked_add(quotient.checked_mul(c)?)?;
        (a, b, c, d) = (d, c, s, next);
        odd = !odd;
    }
    if b == 0 && !odd {
        return None;
    }
    let plain = |value: i64| (value <= 1 << 30).then_some(value);
    Some(Cofactors { a: plain(a)?, b: plain(b)?, c: plain(c)?, d: plain(d)?, odd })
}

/// Replaces both numbers; they are given in the same number of limbs.
fn combine(x: &mut [u32], y: &mut [u32], factors: Cofactors) {
    let Cofactors { a, b, c, d, odd } = factors;
    // Factors are not above 2^30, so sums of two products and a carry fit.
    let (a, b, c, d) = if odd { (-b, -a, -d, -c) } else { (a, b, c, d) };
    let (mut up, mut down) = (0i64, 0i64);
    for (p, q) in x.iter_mut().zip(y.iter_mut()) {
        let (u, v) = (i64::from(*p), i64::from(*q));
        up += a * u - b * v;
        down += d * v - c * u;
        (*p, *q) = (up as u32, down as u32);
        up >>= 32;
        down >>= 32;
    }
}
