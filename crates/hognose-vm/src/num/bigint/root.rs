//! Integer square roots.

use super::add::add_into;
use super::{DivError, Short, Step, bit_length, cmp_mag, cost_div, divmod_mag, room, trim, used};
use core::cmp::Ordering;

/// Scratch limbs that [`isqrt`] needs for a number of `n` limbs.
pub fn isqrt_scratch(n: usize) -> usize {
    // Quotient, remainder, divisor.
    (n + 2) + (n + 1) + (n + 2)
}

/// The largest integer whose square is not above `a`. `out`: `n / 2 + 2` limbs. `scratch`: [`isqrt_scratch`] limbs.
///
/// Cost: about `log2(32 n) + 2` times `cost_div(n, n / 2)`.
pub fn isqrt(a: &[u32], out: &mut [u32], scratch: &mut [u32]) -> Result<usize, Short> {
    let mut root = Root::new();
    loop {
        if let Step::Done(len) = root.step(a, out, scratch, u64::MAX)? {
            return Ok(len);
        }
    }
}

/// [`isqrt`] in slices: one step of Newton's method after the other, from above. State is plain data; `out` holds
/// the guess, `scratch` nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Root {
    len: usize,
}

impl Root {
    /// A root that has not begun.
    pub fn new() -> Self {
        Self::default()
    }

    /// Goes on for about `limit` limb steps, and at least one step of Newton's method.
    pub fn step(
        &mut self,
        a: &[u32],
        out: &mut [u32],
        scratch: &mut [u32],
        limit: u64,
    ) -> Result<Step<usize>, Short> {
        let a = trim(a);
        if a.is_empty() {
            return Ok(Step::Done(0));
        }
        if self.len == 0 {
            // A power of two that is not below the root.
            let bit = bit_length(a).div_ceil(2);
            self.len = (bit / 32) as usize + 1;
            let guess = room(out, self.len)?;
            guess.fill(0);
            guess[self.len - 1] = 1 << (bit % 32);
        }
        let mut spent = 0u64;
        loop {
            if spent > limit {
                return Ok(Step::More);
            }
            let guess = out.get(..self.len).ok_or(Short)?;
            let (quotient, scratch) = scratch.split_at_mut_checked(a.len() + 2).ok_or(Short)?;
            let (rest, scratch) = scratch.split_at_mut_checked(a.len() + 1).ok_or(Short)?;
            let (q, _) = divmod_mag(a, guess, quotient, rest, scratch).map_err(|error| match error {
                DivError::Zero | DivError::Short => Short,
            })?;
            spent = spent.saturating_add(cost_div(a.len(), guess.len()));
            if cmp_mag(&quotient[..q], guess) != Ordering::Less {
                return Ok(Step::Done(self.len));
            }
            // guess = (guess + quotient) / 2; the quotient is the smaller one.
            let top = room(out, self.len + 1)?;
            top[self.len] = 0;
            add_into(top, &quotient[..q]);
            let mut carry = 0;
            for limb in top.iter_mut().rev() {
                let low = *limb << 31;
                *limb = *limb >> 1 | carry;
                carry = low;
            }
            self.len = used(top);
        }
    }
}
