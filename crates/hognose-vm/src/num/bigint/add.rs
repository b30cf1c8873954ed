//! Comparison, addition and subtraction.

use super::{Int, Made, Short, room, trim, used};
use core::cmp::Ordering;

/// Limb steps of [`add`], [`sub`] and [`cmp`] at most.
pub fn cost_add(n: usize, m: usize) -> u64 {
    n.max(m) as u64 + 1
}

/// Compares two magnitudes.
pub fn cmp_mag(a: &[u32], b: &[u32]) -> Ordering {
    let (a, b) = (trim(a), trim(b));
    a.len().cmp(&b.len()).then_with(|| a.iter().rev().cmp(b.iter().rev()))
}

/// Compares two integers.
pub fn cmp(a: Int, b: Int) -> Ordering {
    match (a.signum(), b.signum()) {
        (-1, -1) => cmp_mag(b.mag, a.mag),
        (1, 1) => cmp_mag(a.mag, b.mag),
        (x, y) => x.cmp(&y),
    }
}

/// `a + b` of magnitudes. `out`: `max(n, m) + 1` limbs.
pub fn add_mag(a: &[u32], b: &[u32], out: &mut [u32]) -> Result<usize, Short> {
    let (a, b) = (trim(a), trim(b));
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    let out = room(out, long.len() + 1)?;
    out[..long.len()].copy_from_slice(long);
    let carry = add_into(&mut out[..long.len()], short);
    out[long.len()] = carry as u32;
    Ok(long.len() + carry as usize)
}

/// `a - b` of magnitudes, where `a >= b`. `out`: `n` limbs. (With `a < b` the result is modulo a power of two.)
pub fn sub_mag(a: &[u32], b: &[u32], out: &mut [u32]) -> Result<usize, Short> {
    let (a, b) = (trim(a), trim(b));
    let out = room(out, a.len())?;
    out.copy_from_slice(a);
    sub_from(out, &b[..b.len().min(a.len())]);
    Ok(used(out))
}

/// `a + 1` of magnitudes, in place: `mag[..len]` grows to the returned length. `mag`: `len + 1` limbs.
pub fn add_one(mag: &mut [u32], len: usize) -> Result<usize, Short> {
    let mag = room(mag, len + 1)?;
    for limb in &mut mag[..len] {
        let (sum, carry) = limb.overflowing_add(1);
        *limb = sum;
        if !carry {
            return Ok(used(&mag[..len]));
        }
    }
    mag[len] = 1;
    Ok(len + 1)
}

/// `a + b`. `out`: `max(n, m) + 1` limbs.
pub fn add(a: Int, b: Int, out: &mut [u32]) -> Result<Made, Short> {
    if a.neg == b.neg {
        let len = add_mag(a.mag, b.mag, out)?;
        return Ok(Made { neg: a.neg && len > 0, len });
    }
    match cmp_mag(a.mag, b.mag) {
        Ordering::Equal => Ok(Made { neg: false, len: 0 }),
        Ordering::Greater => Ok(Made { neg: a.neg, len: sub_mag(a.mag, b.mag, out)? }),
        Ordering::Less => Ok(Made { neg: b.neg, len: sub_mag(b.mag, a.mag, out)? }),
    }
}

/// `a - b`. `out`: `max(n, m) + 1` limbs.
pub fn sub(a: Int, b: Int, out: &mut [u32]) -> Result<Made, Short> {
    add(a, Int { neg: !b.neg, mag: b.mag }, out)
}

/// `a += b` over the limbs of `a`; `b` is not longer. Returns the carry out.
pub(crate) fn add_into(a: &mut [u32], b: &[u32]) -> bool {
    let (low, high) = a.split_at_mut(b.len().min(a.len()));
    let mut carry = 0;
    for (x, &y) in low.iter_mut().zip(b) {
        let sum = u64::from(*x) + u64::from(y) + carry;
        *x = sum as u32;
        carry = sum >> 32;
    }
    let mut carry = carry != 0;
    for x in high {
        if !carry {
            break;
        }
        (*x, carry) = x.overflowing_add(1);
    }
    carry
}

/// `a -= b` over the limbs of `a`; `b` is not longer. Returns the borrow out.
pub(crate) fn sub_from(a: &mut [u32], b: &[u32]) -> bool {
    let (low, high) = a.split_at_mut(b.len().min(a.len()));
    let mut borrow = 0;
    for (x, &y) in low.iter_mut().zip(b) {
        let difference = i64::from(*x) - i64::from(y) + borrow;
        *x = difference as u32;
        borrow = difference >> 32;
    }
    let mut borrow = borrow != 0;
    for x in high {
        if !borrow {
            break;
        }
        (*x, borrow) = x.overflowing_sub(1);
    }
    borrow
}

/// `a = b - a` over the limbs of `a`, where `b >= a` and `b` is not longer.
pub(super) fn sub_reversed(a: &mut [u32], b: &[u32]) {
    let mut borrow = 0;
    for (at, x) in a.iter_mut().enumerate() {
        let difference = i64::from(b.get(at).copied().unwrap_or(0)) - i64::from(*x) + borrow;
        *x = difference as u32;
        borrow = difference >> 32;
    }
}
