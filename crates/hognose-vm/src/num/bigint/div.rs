//! Division: Knuth's algorithm D, with Python's floor semantics on top.

use super::add::{add_into, add_one, sub_reversed};
use super::{Int, Made, Short, Step, cmp_mag, room, trim, used};
use core::cmp::Ordering;

/// Why a division gave no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DivError {
    /// The divisor is zero.
    Zero,
    /// A slice is shorter than documented.
    Short,
}

impl From<Short> for DivError {
    fn from(_: Short) -> Self {
        DivError::Short
    }
}

/// Limb steps of [`divmod_mag`] and [`divmod_floor`] at most. One quotient limb costs about three steps more than the
/// multiplication row it stands for.
pub fn cost_div(n: usize, m: usize) -> u64 {
    let (n, m) = (n as u64, m as u64);
    let rows = (n + 1).saturating_sub(m);
    rows.saturating_mul(m + 3).saturating_add(2 * n + m + 4)
}

/// `limbs /= divisor` in place; returns the remainder. A divisor of zero is taken as one.
pub fn div_small(limbs: &mut [u32], divisor: u32) -> u32 {
    let divisor = u64::from(divisor.max(1));
    let mut rest = 0;
    for limb in limbs.iter_mut().rev() {
        let wide = rest << 32 | u64::from(*limb);
        *limb = (wide / divisor) as u32;
        rest = wide % divisor;
    }
    rest as u32
}

/// The remainder of a magnitude by a small divisor. A divisor of zero is taken as one.
pub fn rem_small(limbs: &[u32], divisor: u32) -> u32 {
    let divisor = u64::from(divisor.max(1));
    limbs.iter().rev().fold(0, |rest, &limb| (rest << 32 | u64::from(limb)) % divisor) as u32
}

/// Quotient and remainder of magnitudes; returns their lengths.
///
/// `quotient`: `n - m + 1` limbs (none when `n < m`). `rest`: `n + 1` limbs. `scratch`: `m` limbs. On 64-bit machines two limbs
/// more of each make it fast.
pub fn divmod_mag(
    a: &[u32],
    b: &[u32],
    quotient: &mut [u32],
    rest: &mut [u32],
    scratch: &mut [u32],
) -> Result<(usize, usize), DivError> {
    let (x, y) = (trim(a), trim(b));
    if cfg!(target_pointer_width = "64") && y.len() >= 2 && cmp_mag(x, y) != Ordering::Less {
        if let Some(lengths) = super::wide::divmod(x, y, quotient, rest, scratch) {
            return Ok(lengths);
        }
    }
    let mut division = Division::new();
    loop {
        if let Step::Done(lengths) = division.step(a, b, quotient, rest, scratch, u64::MAX)? {
            return Ok(lengths);
        }
    }
}

/// Python's `divmod(a, b)`: the quotient is rounded down, the remainder has the sign of the divisor.
///
/// `quotient`: `n - m + 2` limbs, at least 2. `rest`: `n + 1` limbs, at least `m`. `scratch`: `m` limbs.
pub fn divmod_floor(
    a: Int,
    b: Int,
    quotient: &mut [u32],
    rest: &mut [u32],
    scratch: &mut [u32],
) -> Result<(Made, Made), DivError> {
    let lengths = divmod_mag(a.mag, b.mag, quotient, rest, scratch)?;
    Ok(Division::floor(a, b, lengths, quotient, rest)?)
}

/// Division in slices: one quotient limb after the other. State is plain data.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Division {
    begun: bool,
    shift: u32,
    /// Quotient limbs still to find.
    left: usize,
}

impl Division {
    /// A division that has not begun.
    pub fn new() -> Self {
        Self::default()
    }

    /// Goes on with a division of magnitudes for about `limit` limb steps. Slices as for [`divmod_mag`]; between
    /// calls they hold the work and must not be touched. Returns the lengths of quotient and remainder when done.
    pub fn step(
        &mut self,
        a: &[u32],
        b: &[u32],
        quotient: &mut [u32],
        rest: &mut [u32],
        scratch: &mut [u32],
        limit: u64,
    ) -> Result<Step<(usize, usize)>, DivError> {
        let (a, b) = (trim(a), trim(b));
        let (n, m) = (a.len(), b.len());
        let &top = b.last().ok_or(DivError::Zero)?;
        if n < m || (n == m && cmp_mag(a, b) == Ordering::Less) {
            room(rest, n)?.copy_from_slice(a);
            return Ok(Step::Done((0, n)));
        }
        let quotient = room(quotient, n - m + 1)?;
        let rest = room(rest, n + 1)?;
        if m == 1 {
            quotient.copy_from_slice(a);
            rest[0] = div_small(quotient, top);
            return Ok(Step::Done((used(quotient), usize::from(rest[0] != 0))));
        }
        let divisor = room(scratch, m)?;
        if !self.begun {
            self.begun = true;
            self.shift = top.leading_zeros();
            self.left = n - m + 1;
            shift_up(b, self.shift, divisor);
            rest[n] = shift_up(a, self.shift, &mut rest[..n]);
        }
        let mut spent = 0;
        while self.left > 0 {
            if spent > limit {
                return Ok(Step::More);
            }
            self.left -= 1;
            quotient[self.left] = quotient_limb(&mut rest[self.left..self.left + m + 1], divisor);
            spent = spent.saturating_add(m as u64 + 3);
        }
        shift_down(&mut rest[..m], self.shift);
        Ok(Step::Done((used(quotient), used(&rest[..m]))))
    }

    /// Turns quotient and remainder of the magnitudes of `a` and `b` into those of Python, in place. Slices as for
    /// [`divmod_floor`].
    pub fn floor(
        a: Int,
        b: Int,
        lengths: (usize, usize),
        quotient: &mut [u32],
        rest: &mut [u32],
    ) -> Result<(Made, Made), Short> {
        let (mut q, mut r) = lengths;
        if a.neg != b.neg && r > 0 {
            q = add_one(quotient, q)?;
            let b = trim(b.mag);
            let rest = room(rest, b.len())?;
            rest[r..].fill(0);
            sub_reversed(rest, b);
            r = used(rest);
        }
        Ok((Made { neg: a.neg != b.neg && q > 0, len: q }, Made { neg: b.neg && r > 0, len: r }))
    }
}

/// `out = a << shift` for a shift below 32; returns what leaves at the top.
fn shift_up(a: &[u32], shift: u32, out: &mut [u32]) -> u32 {
    let mut carry = 0;
    for (o, &limb) in out.iter_mut().zip(a) {
        let wide = u64::from(limb) << shift;
        *o = wide as u32 | carry;
        carry = (wide >> 32) as u32;
    }
    carry
}

/// `a >>= shift` for a shift below 32.
fn shift_down(a: &mut [u32], shift: u32) {
    let mut carry = 0;
    for limb in a.iter_mut().rev() {
        let wide = u64::from(*limb) << 32 >> shift;
        *limb = (wide >> 32) as u32 | carry;
        carry = wide as u32;
    }
}

/// One limb of the quotient: `rest` (one limb longer than `divisor`) loses that many times the divisor. The divisor
/// has its highest bit set and two limbs or more, and `rest` is less than the divisor moved up by one limb.
fn quotient_limb(rest: &mut [u32], divisor: &[u32]) -> u32 {
    let m = divisor.len();
    let (high, next) = (u64::from(divisor[m - 1]), u64::from(divisor[m - 2]));
    let wide = u64::from(rest[m]) << 32 | u64::from(rest[m - 1]);
    let (mut guess, mut left) = (wide / high, wide % high);
    while guess >> 32 != 0 || guess * next > (left << 32 | u64::from(rest[m - 2])) {
        guess -= 1;
        left += high;
        if left >> 32 != 0 {
            break;
        }
    }
    let mut carry = 0u64;
    let mut borrow = 0i64;
    for (r, &d) in rest.iter_mut().zip(divisor) {
        let wide = guess * u64::from(d) + carry;
        carry = wide >> 32;
        let difference = i64::from(*r) - i64::from(wide as u32) + borrow;
        *r = difference as u32;
        borrow = difference >> 32;
    }
    let difference = i64::from(rest[m]) - carry as i64 + borrow;
    rest[m] = difference as u32;
    if difference < 0 {
        guess -= 1;
        // The carry out of the top cancels the borrow.
        add_into(rest, divisor);
    }
    guess as u32
}
