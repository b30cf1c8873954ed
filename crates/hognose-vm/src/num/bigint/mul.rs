//! Multiplication: schoolbook for short operands, Karatsuba above [`THRESHOLD`] when the caller lends scratch.

use super::add::{add_into, sub_from};
use super::{Int, Made, Short, Step, cmp_mag, room, trim, used};
use core::cmp::Ordering;

/// From this many limbs in the shorter operand on Karatsuba wins (measured on x86-64).
pub const THRESHOLD: usize = 64;

/// Karatsuba halves at most this often, so the native stack has a fixed bound. 12 halvings reach from
/// [`THRESHOLD`] to numbers of a megabyte; longer ones stay correct and get slower.
const DEPTH: u32 = 12;

/// The sliced form works on tiles of this many limbs on a side.
const TILE: usize = 512;

/// Scratch limbs [`mul_mag`] can make use of. With less it falls back to schoolbook.
pub fn mul_scratch(n: usize, m: usize) -> usize {
    let short = n.min(m);
    if short < THRESHOLD { 0 } else { short.saturating_mul(4).saturating_add(64) }
}

/// Limb steps of [`mul_mag`] with scratch, roughly; without scratch it is `n * m`.
pub fn cost_mul(n: usize, m: usize) -> u64 {
    let (long, short) = (n.max(m) as u64, n.min(m) as u64);
    if short < THRESHOLD as u64 {
        return long.saturating_mul(short).saturating_add(long + 1);
    }
    let (mut side, mut weight, mut moved) = (short, 1u64, 0u64);
    for _ in 0..DEPTH {
        if side < THRESHOLD as u64 {
            break;
        }
        moved = moved.saturating_add(weight.saturating_mul(side.saturating_mul(8)));
        side = side.div_ceil(2);
        weight *= 3;
    }
    let square = side.saturating_mul(side).saturating_mul(weight).saturating_add(moved);
    square.saturating_mul(long.div_ceil(short)).saturating_add(long)
}

/// `a * b` of magnitudes. `out`: `n + m` limbs. `scratch`: any length; [`mul_scratch`] limbs for full speed.
pub fn mul_mag(a: &[u32], b: &[u32], out: &mut [u32], scratch: &mut [u32]) -> Result<usize, Short> {
    let (a, b) = (trim(a), trim(b));
    let out = room(out, a.len() + b.len())?;
    product(a, b, out, scratch, DEPTH);
    Ok(used(out))
}

/// `a * a` of a magnitude. `out`: `2 n` limbs. `scratch` as for [`mul_mag`].
pub fn square_mag(a: &[u32], out: &mut [u32], scratch: &mut [u32]) -> Result<usize, Short> {
    mul_mag(a, a, out, scratch)
}

/// `a * b`. `out`: `n + m` limbs. `scratch` as for [`mul_mag`].
pub fn mul(a: Int, b: Int, out: &mut [u32], scratch: &mut [u32]) -> Result<Made, Short> {
    let len = mul_mag(a.mag, b.mag, out, scratch)?;
    Ok(Made { neg: a.neg != b.neg && len > 0, len })
}

/// `limbs = limbs * factor + carry`, in place; returns the carry out of the top.
pub fn mul_small(limbs: &mut [u32], factor: u32, carry: u32) -> u32 {
    let mut carry = u64::from(carry);
    for limb in limbs {
        let wide = u64::from(*limb) * u64::from(factor) + carry;
        *limb = wide as u32;
        carry = wide >> 32;
    }
    carry as u32
}

/// As [`mul_small`] with a factor and a carry of two limbs.
pub(super) fn mul_wide(limbs: &mut [u32], factor: u64, carry: u64) -> u64 {
    let mut carry = carry;
    let mut pairs = limbs.chunks_exact_mut(2);
    for pair in &mut pairs {
        let wide = u128::from(join(pair[0], pair[1])) * u128::from(factor) + u128::from(carry);
        (pair[0], pair[1]) = split(wide as u64);
        carry = (wide >> 64) as u64;
    }
    for limb in pairs.into_remainder() {
        let wide = u128::from(*limb) * u128::from(factor) + u128::from(carry);
        *limb = wide as u32;
        carry = (wide >> 32) as u64;
    }
    carry
}

fn join(low: u32, high: u32) -> u64 {
    u64::from(low) | u64::from(high) << 32
}

fn split(wide: u64) -> (u32, u32) {
    (wide as u32, (wide >> 32) as u32)
}

/// `out += a * b`, limb by limb over the length of `a`; returns the carry of up to two limbs.
fn add_product(out: &mut [u32], a: &[u32], b: u64) -> u64 {
    let mut carry = 0u64;
    let mut pairs = out.chunks_exact_mut(2);
    let mut factors = a.chunks_exact(2);
    for (o, x) in (&mut pairs).zip(&mut factors) {
        let wide =
            u128::from(join(x[0], x[1])) * u128::from(b) + u128::from(join(o[0], o[1])) + u128::from(carry);
        (o[0], o[1]) = split(wide as u64);
        carry = (wide >> 64) as u64;
    }
    for (o, x) in pairs.into_remainder().iter_mut().zip(factors.remainder()) {
        let wide = u128::from(*x) * u128::from(b) + u128::from(*o) + u128::from(carry);
        *o = wide as u32;
        carry = (wide >> 32) as u64;
    }
    carry
}

/// `out += a * b` with a one-limb `b`; returns the carry.
fn add_product_one(out: &mut [u32], a: &[u32], b: u32) -> u32 {
    let mut carry = 0u64;
    for (o, &x) in out.iter_mut().zip(a) {
        let wide = u64::from(x) * u64::from(b) + u64::from(*o) + carry;
        *o = wide as u32;
        carry = wide >> 32;
    }
    carry as u32
}

/// Schoolbook. `out` is exactly as long as both together. Works on 64-bit halves of the numbers where the machine
/// has such registers.
fn schoolbook(a: &[u32], b: &[u32], out: &mut [u32]) {
    out.fill(0);
    let (a, b) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    let n = a.len();
    let mut at = 0;
    if cfg!(target_pointer_width = "64") && n > 2 {
        while at + 2 <= b.len() {
            let carry = add_product(&mut out[at..at + n], a, join(b[at], b[at + 1]));
            (out[at + n], out[at + n + 1]) = split(carry);
            at += 2;
        }
    }
    while at < b.len() {
        out[at + n] = add_product_one(&mut out[at..at + n], a, b[at]);
        at += 1;
    }
}

/// `out = a * b`, `out` exactly as long as both together.
fn product(a: &[u32], b: &[u32], out: &mut [u32], scratch: &mut [u32], depth: u32) {
    let (a, b) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    if b.len() < THRESHOLD || depth == 0 {
        return schoolbook(a, b, out);
    }
    if b.len() <= a.len().div_ceil(2) {
        lopsided(a, b, out, scratch, depth);
    } else {
        karatsuba(a, b, out, scratch, depth);
    }
}

/// A long `a` in pieces of the length of `b`.
fn lopsided(a: &[u32], b: &[u32], out: &mut [u32], scratch: &mut [u32], depth: u32) {
    if scratch.len() < 2 * b.len() {
        return schoolbook(a, b, out);
    }
    let (part, scratch) = scratch.split_at_mut(2 * b.len());
    out.fill(0);
    for (at, piece) in a.chunks(b.len()).enumerate() {
        let part = &mut part[..piece.len() + b.len()];
        product(piece, b, part, scratch, depth - 1);
        add_into(&mut out[at * b.len()..], part);
    }
}

/// Three products of half the length. `b` is longer than half of `a`, and not longer than `a`.
fn karatsuba(a: &[u32], b: &[u32], out: &mut [u32], scratch: &mut [u32], depth: u32) {
    let half = a.len().div_ceil(2);
    if scratch.len() < 2 * half + 1 {
        return schoolbook(a, b, out);
    }
    let (middle, scratch) = scratch.split_at_mut(2 * half + 1);
    let ((a0, a1), (b0, b1)) = (a.split_at(half), b.split_at(half));
    // The differences live in `out` until their product stands in `middle`.
    let (da, db) = out[..2 * half].split_at_mut(half);
    let down = distance(a0, a1, da) != distance(b0, b1, db);
    product(da, db, &mut middle[..2 * half], scratch, depth - 1);
    middle[2 * half] = 0;
    let (low, high) = out.split_at_mut(2 * half);
    product(a0, b0, low, scratch, depth - 1);
    product(a1, b1, high, scratch, depth - 1);
    // a0*b1 + a1*b0 = a0*b0 + a1*b1 - (a0-a1)*(b0-b1). Passing below zero on the way is harmless: it wraps.
    if !down {
        for limb in middle.iter_mut() {
            *limb = !*limb;
        }
        add_into(middle, &[1]);
    }
    add_into(middle, low);
    add_into(middle, high);
    let middle = trim(middle);
    add_into(&mut out[half..], middle);
}

/// `out = |a - b|` over the limbs of `a` (`b` is not longer); tells whether it went below zero.
fn distance(a: &[u32], b: &[u32], out: &mut [u32]) -> bool {
    if cmp_mag(a, b) == Ordering::Less {
        out.fill(0);
        out[..b.len()].copy_from_slice(b);
        sub_from(out, &a[..used(a)]);
        return true;
    }
    out.copy_from_slice(a);
    sub_from(out, b);
    false
}

/// Multiplication in slices: tiles of a bounded size, one after the other.
///
/// State is plain data. Each tile costs at most `cost_mul(512, 512)`, and `step` stops after the tile that used
/// up its limit. For long operands the whole is slower than [`mul_mag`] by a small factor.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Multiply {
    tile: usize,
}

impl Multiply {
    /// A multiplication that has not begun.
    pub fn new() -> Self {
        Self::default()
    }

    /// Scratch limbs that [`Multiply::step`] needs.
    pub const SCRATCH: usize = 2 * TILE + 4 * TILE + 64;

    /// Goes on with `out = a * b`. `out`: `n + m` limbs. `scratch`: [`Multiply::SCRATCH`] limbs (or `n + m` plus
    /// `mul_scratch(n, m)` when that is less). Returns the length of the product when done.
    pub fn step(
        &mut self,
        a: &[u32],
        b: &[u32],
        out: &mut [u32],
        scratch: &mut [u32],
        limit: u64,
    ) -> Result<Step<usize>, Short> {
        let (a, b) = (trim(a), trim(b));
        let out = room(out, a.len() + b.len())?;
        let (wide, tall) = (a.len().div_ceil(TILE), b.len().div_ceil(TILE));
        if self.tile == 0 {
            out.fill(0);
        }
        let mut spent = 0;
        while self.tile < wide * tall {
            if spent > limit {
                return Ok(Step::More);
            }
            let (x, y) = (self.tile % wide * TILE, self.tile / wide * TILE);
            let (p, q) = (&a[x..a.len().min(x + TILE)], &b[y..b.len().min(y + TILE)]);
            let (part, rest) = scratch.split_at_mut_checked(p.len() + q.len()).ok_or(Short)?;
            product(p, q, part, rest, DEPTH);
            add_into(&mut out[x + y..], trim(part));
            spent = spent.saturating_add(cost_mul(p.len(), q.len()));
            self.tile += 1;
        }
        Ok(Step::Done(used(out)))
    }
}
