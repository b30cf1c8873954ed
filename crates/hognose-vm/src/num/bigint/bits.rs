//! Bits: counts, shifts, and the bitwise operations on two's complement of infinite width.

use super::add::sub_from;
use super::{Int, Made, Short, room, trim, used};

/// Bits of the magnitude without leading zeros: Python's `int.bit_length`.
pub fn bit_length(a: &[u32]) -> u64 {
    let a = trim(a);
    match a.last() {
        Some(top) => a.len() as u64 * 32 - u64::from(top.leading_zeros()),
        None => 0,
    }
}

/// Ones in the magnitude: Python's `int.bit_count`.
pub fn bit_count(a: &[u32]) -> u64 {
    a.iter().map(|limb| u64::from(limb.count_ones())).sum()
}

/// Zero bits below the lowest one; `None` for zero.
pub fn trailing_zeros(a: &[u32]) -> Option<u64> {
    let at = a.iter().position(|&limb| limb != 0)?;
    Some(at as u64 * 32 + u64::from(a[at].trailing_zeros()))
}

/// Bit `at` of the magnitude.
pub fn test_bit(a: &[u32], at: u64) -> bool {
    match usize::try_from(at / 32) {
        Ok(limb) => a.get(limb).is_some_and(|limb| limb >> (at % 32) & 1 != 0),
        Err(_) => false,
    }
}

/// `a << count`. `out`: `n + count / 32 + 1` limbs. Cost: that many steps.
pub fn shl(a: Int, count: u64, out: &mut [u32]) -> Result<Made, Short> {
    let mag = trim(a.mag);
    if mag.is_empty() {
        return Ok(Made { neg: false, len: 0 });
    }
    let limbs = usize::try_from(count / 32).map_err(|_| Short)?;
    let shift = (count % 32) as u32;
    let len = limbs.checked_add(mag.len() + 1).ok_or(Short)?;
    let out = room(out, len)?;
    out[..limbs].fill(0);
    let mut carry = 0;
    for (o, &limb) in out[limbs..].iter_mut().zip(mag) {
        let wide = u64::from(limb) << shift;
        *o = wide as u32 | carry;
        carry = (wide >> 32) as u32;
    }
    out[len - 1] = carry;
    Ok(Made { neg: a.neg, len: used(out) })
}

/// Python's `a >> count`, rounded down. `out`: `max(1, n - count / 32 + 1)` limbs. Cost: `n` steps.
pub fn shr_floor(a: Int, count: u64, out: &mut [u32]) -> Result<Made, Short> {
    let mag = trim(a.mag);
    let neg = a.neg && !mag.is_empty();
    let limbs = usize::try_from(count / 32).unwrap_or(usize::MAX);
    let shift = (count % 32) as u32;
    let (lost, kept) = mag.split_at(limbs.min(mag.len()));
    let out = room(out, kept.len() + 1)?;
    let mut carry = 0;
    for (o, &limb) in out.iter_mut().zip(kept).rev() {
        let wide = u64::from(limb) << 32 >> shift;
        *o = (wide >> 32) as u32 | carry;
        carry = wide as u32;
    }
    let mut len = used(&out[..kept.len()]);
    if neg && (carry != 0 || lost.iter().any(|&limb| limb != 0)) {
        len = super::add_one(out, len)?;
    }
    Ok(Made { neg: neg && len > 0, len })
}

/// `~a`, which is `-a - 1`. `out`: `n + 1` limbs.
pub fn not(a: Int, out: &mut [u32]) -> Result<Made, Short> {
    let mag = trim(a.mag);
    let work = room(out, mag.len())?;
    work.copy_from_slice(mag);
    if a.neg && !mag.is_empty() {
        sub_from(work, &[1]);
        return Ok(Made { neg: false, len: used(work) });
    }
    Ok(Made { neg: true, len: super::add_one(out, mag.len())? })
}

/// `a & b`. `out`: `max(n, m) + 1` limbs. Cost: that many steps.
pub fn and(a: Int, b: Int, out: &mut [u32]) -> Result<Made, Short> {
    if !a.neg && !b.neg {
        // Nothing is left of the longer one's top.
        let (x, y) = (trim(a.mag), trim(b.mag));
        let out = room(out, x.len().min(y.len()))?;
        for ((o, x), y) in out.iter_mut().zip(x).zip(y) {
            *o = x & y;
        }
        return Ok(Made { neg: false, len: used(out) });
    }
    bitwise(a, b, out, |x, y| x & y)
}

/// `a | b`. `out`: `max(n, m) + 1` limbs. Cost: that many steps.
pub fn or(a: Int, b: Int, out: &mut [u32]) -> Result<Made, Short> {
    bitwise(a, b, out, |x, y| x | y)
}

/// `a ^ b`. `out`: `max(n, m) + 1` limbs. Cost: that many steps.
pub fn xor(a: Int, b: Int, out: &mut [u32]) -> Result<Made, Short> {
    bitwise(a, b, out, |x, y| x ^ y)
}

/// The limbs of an integer in two's complement, one at a time from the lowest.
struct Complement<'a> {
    mag: &'a [u32],
    mask: u32,
    carry: u64,
}

impl<'a> Complement<'a> {
    fn new(a: Int<'a>) -> Self {
        let mag = trim(a.mag);
        let neg = a.neg && !mag.is_empty();
        Complement { mag, mask: if neg { u32::MAX } else { 0 }, carry: u64::from(neg) }
    }

    fn limb(&mut self, at: usize) -> u32 {
        let wide = u64::from(self.mag.get(at).copied().unwrap_or(0) ^ self.mask) + self.carry;
        self.carry = wide >> 32;
        wide as u32
    }
}

fn bitwise(a: Int, b: Int, out: &mut [u32], op: impl Fn(u32, u32) -> u32) -> Result<Made, Short> {
    let (mut x, mut y) = (Complement::new(a), Complement::new(b));
    let len = x.mag.len().max(y.mag.len()) + 1;
    let out = room(out, len)?;
    // One limb beyond both operands holds nothing but the sign.
    let neg = op(x.mask, y.mask) != 0;
    if neg {
        let mut carry = 1;
        for (at, o) in out.iter_mut().enumerate() {
            let wide = u64::from(!op(x.limb(at), y.limb(at))) + carry;
            *o = wide as u32;
            carry = wide >> 32;
        }
    } else {
        for (at, o) in out.iter_mut().enumerate() {
            *o = op(x.limb(at), y.limb(at));
        }
    }
    let len = used(out);
    Ok(Made { neg: neg && len > 0, len })
}
