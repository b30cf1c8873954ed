//! Powers of integers.

use super::mul::Multiply;
use super::{
    Int, Made, Short, Step, bit_length, cost_mul, mul_mag, mul_scratch, room, shl, shr_floor, trailing_zeros,
    trim,
};

/// Limbs that hold `base ** exponent`: the length of each of the two buffers of a [`Power`]. `None` when that is beyond
/// any memory.
pub fn limbs_for_pow(base: &[u32], exponent: u64) -> Option<usize> {
    let bits = bit_length(base).checked_mul(exponent)?;
    usize::try_from(bits / 32).ok()?.checked_add(3)
}

/// `base ** exponent`. `out` and `other`: [`limbs_for_pow`] limbs each. `scratch`: any length;
/// `max(mul_scratch(n, n), Multiply::SCRATCH)` for `n` limbs of the result is best.
///
/// Cost: about `1.5 * cost_mul(n / 2, n / 2)` for `n` limbs of the result.
pub fn pow(
    base: Int,
    exponent: u64,
    out: &mut [u32],
    other: &mut [u32],
    scratch: &mut [u32],
) -> Result<Made, Short> {
    let mut power = Power::new(base, exponent);
    loop {
        if let Step::Done(made) = power.step(base, out, other, scratch, u64::MAX)? {
            return Ok(made);
        }
    }
}

/// A power in slices: square and multiply from the highest bit of the exponent. State is plain data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Power {
    exponent: u64,
    /// Bits of the exponent still to be used.
    left: u32,
    /// Two to this power is taken out of the base first and put back at the end.
    zeros: u64,
    /// The odd part of the base, when it has one limb; else zero.
    small: u32,
    /// Limbs of the power so far, which stands in `out`, or in `other` when `swapped`.
    len: usize,
    swapped: bool,
    /// The factor of the base for the current bit is still to be multiplied.
    factor: bool,
    multiply: Multiply,
}

impl Power {
    /// Begins to compute `base ** exponent`.
    pub fn new(base: Int, exponent: u64) -> Self {
        let mag = trim(base.mag);
        let zeros = trailing_zeros(mag).unwrap_or(0);
        let bits = bit_length(mag);
        let (zeros, small) = if bits - zeros <= 32 {
            let mut odd = [0; 2];
            let (limb, shift) = ((zeros / 32) as usize, zeros % 32);
            for (at, place) in odd.iter_mut().enumerate() {
                *place = mag.get(limb + at).copied().unwrap_or(0);
            }
            (zeros, ((u64::from(odd[0]) | u64::from(odd[1]) << 32) >> shift) as u32)
        } else {
            (0, 0)
        };
        Power {
            exponent,
            left: 64 - exponent.leading_zeros(),
            zeros,
            small,
            len: 0,
            swapped: false,
            factor: false,
            multiply: Multiply::new(),
        }
    }

    /// Goes on for about `limit` limb steps, and at least one tile. Buffers as for [`pow`]; between calls they hold the
    /// work. The result is in `out`.
    pub fn step(
        &mut self,
        base: Int,
        out: &mut [u32],
        other: &mut [u32],
        scratch: &mut [u32],
        limit: u64,
    ) -> Result<Step<Made>, Short> {
        let mag = trim(base.mag);
        let neg = base.neg && !mag.is_empty() && self.exponent % 2 == 1;
        if self.exponent == 0 {
            room(out, 1)?[0] = 1;
            return Ok(Step::Done(Made { neg: false, len: 1 }));
        }
        if mag.is_empty() {
            return Ok(Step::Done(Made { neg: false, len: 0 }));
        }
        let small = [self.small];
        let odd: &[u32] = if self.small != 0 { &small } else { mag };
        let mut spent = 0u64;
        if self.len == 0 {
            room(out, odd.len())?.copy_from_slice(odd);
            self.len = odd.len();
            self.left -= 1;
        }
        while (self.left > 0 || self.factor) && odd != [1] {
            if spent > limit {
                return Ok(Step::More);
            }
            let (from, to) = if self.swapped { (&*other, &mut *out) } else { (&*out, &mut *other) };
            let from = from.get(..self.len).ok_or(Short)?;
            let with = if self.factor { odd } else { from };
            let cost = cost_mul(from.len(), with.len());
            let plain = scratch.len() >= mul_scratch(from.len(), with.len()) && cost <= limit.max(1 << 14);
            let made = if plain && self.multiply == Multiply::new() {
                spent = spent.saturating_add(cost);
                Step::Done(mul_mag(from, with, to, scratch)?)
            } else {
                let budget = limit.saturating_sub(spent);
                spent = spent.saturating_add(budget).saturating_add(1);
                self.multiply.step(from, with, to, scratch, budget)?
            };
            let Step::Done(len) = made else { return Ok(Step::More) };
            self.multiply = Multiply::new();
            (self.len, self.swapped) = (len, !self.swapped);
            if self.factor {
                self.factor = false;
            } else {
                self.left -= 1;
                self.factor = self.exponent >> self.left & 1 != 0;
            }
        }
        let zeros = self.zeros.checked_mul(self.exponent).ok_or(Short)?;
        if !self.swapped {
            // Out of the way, to be moved back with its zeros.
            let work = out.get(..self.len).ok_or(Short)?;
            if zeros == 0 {
                return Ok(Step::Done(Made { neg, len: self.len }));
            }
            room(other, self.len)?.copy_from_slice(work);
        }
        let work = Int { neg, mag: other.get(..self.len).ok_or(Short)? };
        let made =
            if zeros == 0 { shr_floor(Int { neg: false, ..work }, 0, out)? } else { shl(work, zeros, out)? };
        Ok(Step::Done(Made { neg, ..made }))
    }
}
