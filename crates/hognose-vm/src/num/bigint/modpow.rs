//! Powers modulo an integer, and inverses.

use super::{
    DivError, Short, Step, bit_length, cmp_mag, cost_div, cost_mul, divmod_mag, mul_mag, mul_scratch, room,
    test_bit, trim, used,
};
use core::cmp::Ordering;

/// Scratch limbs that [`modpow`] needs for a modulus of `m` limbs.
pub fn modpow_scratch(m: usize) -> usize {
    m * 7 + 4 + mul_scratch(m, m)
}

/// `base ** exponent % modulus` of magnitudes, for `base < modulus`. `out`: `m + 1` limbs. `scratch`:
/// [`modpow_scratch`] limbs.
///
/// Cost: a bit of the exponent takes up to two times `cost_mul(m, m) + cost_div(2 * m, m)`.
pub fn modpow(
    base: &[u32],
    exponent: &[u32],
    modulus: &[u32],
    out: &mut [u32],
    scratch: &mut [u32],
) -> Result<usize, DivError> {
    let mut power = ModPow::new(exponent);
    loop {
        if let Step::Done(len) = power.step(base, exponent, modulus, out, scratch, u64::MAX)? {
            return Ok(len);
        }
    }
}

/// [`modpow`] in slices: one bit of the exponent after the other. State is plain data; `out` holds the power so
/// far, `scratch` nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ModPow {
    /// Bits of the exponent still to be used.
    left: u64,
    /// Limbs of the power so far.
    len: usize,
    begun: bool,
}

impl ModPow {
    /// Begins a power with this exponent.
    pub fn new(exponent: &[u32]) -> Self {
        ModPow { left: bit_length(exponent), len: 0, begun: false }
    }

    /// Goes on for about `limit` limb steps, and at least one bit of the exponent.
    pub fn step(
        &mut self,
        base: &[u32],
        exponent: &[u32],
        modulus: &[u32],
        out: &mut [u32],
        scratch: &mut [u32],
        limit: u64,
    ) -> Result<Step<usize>, DivError> {
        let (base, modulus) = (trim(base), trim(modulus));
        let m = modulus.len();
        if m == 0 {
            return Err(DivError::Zero);
        }
        if !self.begun {
            self.begun = true;
            room(out, 1)?[0] = 1;
            self.len = usize::from(cmp_mag(modulus, &[1]) == Ordering::Greater);
        }
        let mut spent = 0u64;
        let row = cost_mul(m, m).saturating_add(cost_div(2 * m, m));
        while self.left > 0 && self.len > 0 {
            if spent > limit {
                return Ok(Step::More);
            }
            self.left -= 1;
            self.times(None, modulus, out, scratch)?;
            spent = spent.saturating_add(row);
            if test_bit(exponent, self.left) {
                self.times(Some(base), modulus, out, scratch)?;
                spent = spent.saturating_add(row);
            }
        }
        Ok(Step::Done(self.len))
    }

    /// Multiplies the power with `factor`, or with itself, and reduces it.
    fn times(
        &mut self,
        factor: Option<&[u32]>,
        modulus: &[u32],
        out: &mut [u32],
        scratch: &mut [u32],
    ) -> Result<(), DivError> {
        let m = modulus.len();
        let power = out.get(..self.len).ok_or(Short)?;
        let factor = factor.unwrap_or(power);
        let (product, scratch) = scratch.split_at_mut_checked(2 * m).ok_or(Short)?;
        let len = mul_mag(power, factor, product, scratch)?;
        let (quotient, scratch) = scratch.split_at_mut_checked(m + 2).ok_or(Short)?;
        let (rest, scratch) = scratch.split_at_mut_checked(2 * m + 1).ok_or(Short)?;
        let (_, len) = divmod_mag(&product[..len], modulus, quotient, rest, scratch)?;
        room(out, len)?.copy_from_slice(&rest[..len]);
        self.len = len;
        Ok(())
    }
}

/// Scratch limbs that [`inverse`] needs for a modulus of `m` limbs.
pub fn inverse_scratch(m: usize) -> usize {
    4 * (m + 1) + (m + 2) + (m + 2) + (2 * m + 4) + m
}

/// The inverse of `a` modulo `modulus`, for `a < modulus`: what Python's `pow(a, -1, modulus)` begins with. `None` when
/// they have a common divisor ("base is not invertible for the given modulus"). `out`: `m + 1` limbs. `scratch`:
/// [`inverse_scratch`] limbs.
///
/// Cost: about `40 * m * m`.
pub fn inverse(
    a: &[u32],
    modulus: &[u32],
    out: &mut [u32],
    scratch: &mut [u32],
) -> Result<Option<usize>, DivError> {
    let modulus = trim(modulus);
    let m = modulus.len();
    if m == 0 {
        return Err(DivError::Zero);
    }
    if modulus == [1] {
        return Ok(Some(0));
    }
    let (mut x, scratch) = scratch.split_at_mut_checked(m + 1).ok_or(Short)?;
    let (mut y, scratch) = scratch.split_at_mut_checked(m + 1).ok_or(Short)?;
    let (mut s, scratch) = scratch.split_at_mut_checked(m + 1).ok_or(Short)?;
    let (mut t, scratch) = scratch.split_at_mut_checked(m + 1).ok_or(Short)?;
    for part in [&mut x, &mut y, &mut s, &mut t] {
        part.fill(0);
    }
    // x = s * a and y = t * a modulo the modulus, up to the sign that changes with every step.
    x[..m].copy_from_slice(modulus);
    let a = trim(a);
    room(y, a.len())?.copy_from_slice(a);
    t[0] = 1;
    let mut odd = false;
    while used(y) > 0 {
        let (quotient, scratch) = scratch.split_at_mut_checked(m + 2).ok_or(Short)?;
        let (rest, scratch) = scratch.split_at_mut_checked(m + 2).ok_or(Short)?;
        let (product, divisor) = scratch.split_at_mut_checked(2 * m + 4).ok_or(Short)?;
        let (q, r) = divmod_mag(x, y, quotient, rest, divisor)?;
        x.fill(0);
        room(x, r)?.copy_from_slice(&rest[..r]);
        core::mem::swap(&mut x, &mut y);
        let len = mul_mag(&quotient[..q], t, product, &mut [])?;
        super::add::add_into(s, room(product, len)?);
        core::mem::swap(&mut s, &mut t);
        odd = !odd;
    }
    if trim(x) != [1] {
        return Ok(None);
    }
    // The last swap left the cofactor of the divisor in `s`.
    if !odd {
        return Ok(Some(super::sub_mag(modulus, s, out)?));
    }
    room(out, used(s))?.copy_from_slice(trim(s));
    Ok(Some(used(s)))
}
