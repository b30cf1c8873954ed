//! Integers of any size over slices of 32-bit limbs.
//!
//! A magnitude is a slice of limbs, least significant first. It is *normal* when its last limb is not zero; zero is
//! the empty slice. Every function takes magnitudes that are not normal too (it trims them first) and leaves a
//! normal result: it returns how many limbs of the output it used. The sign travels beside the magnitude in
//! [`Int`] and [`Made`]; zero is never negative.
//!
//! The caller owns all memory. Each function documents how long its output and scratch must be, in limbs, in terms
//! of `n` and `m`, the lengths of its operands in normal form; a shorter slice is refused with [`Short`] and nothing is promised
//! about what it then holds. Outputs never overlap inputs.
//!
//! Cost: `cost_*` gives an upper bound in *limb steps* (one multiply-add or one limb moved), so that a caller can
//! charge before it works. Routines that may take long have a sliced form besides: a small plain-data state with a
//! `step` that works for about `limit` limb steps and can be laid aside between calls.

mod add;
mod bits;
mod bytes;
mod convert;
mod div;
mod gcd;
mod modpow;
mod mul;
mod parse;
mod pow;
mod root;
mod text;
mod wide;

pub(crate) use add::{add_into, sub_from};
pub(crate) use convert::{assemble, pieces};
pub(crate) use parse::digit_value;
pub(crate) use text::decimal;

pub use add::{add, add_mag, add_one, cmp, cmp_mag, cost_add, sub, sub_mag};
pub use bits::{and, bit_count, bit_length, not, or, shl, shr_floor, test_bit, trailing_zeros, xor};
pub use bytes::{BytesError, Order, from_bytes, to_bytes};
pub use convert::{
    FloatRange, cmp_f64, from_f64, from_i64, from_i128, from_u64, to_f64, to_i64, to_i128, to_u64, true_div,
    true_div_scratch,
};
pub use div::{DivError, Division, cost_div, div_small, divmod_floor, divmod_mag, rem_small};
pub use gcd::{Gcd, gcd};
pub use modpow::{ModPow, inverse, inverse_scratch, modpow, modpow_scratch};
pub use mul::{Multiply, cost_mul, mul, mul_mag, mul_scratch, mul_small, square_mag};
pub use parse::{Digits, ParseError, Parsing, cost_parse, limbs_for_digits, parse};
pub use pow::{Power, limbs_for_pow, pow};
pub use root::{Root, isqrt, isqrt_scratch};
pub use text::{Printing, cost_text, decimal_digits_at_least, digits_bound, text, text_i64};

use core::cmp::Ordering;

/// An output or scratch slice is shorter than the documented bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Short;

/// A borrowed integer: sign and magnitude.
#[derive(Debug, Clone, Copy)]
pub struct Int<'a> {
    /// Below zero. Ignored when the magnitude is zero.
    pub neg: bool,
    /// Limbs, least significant first.
    pub mag: &'a [u32],
}

impl<'a> Int<'a> {
    /// The integer with this sign and magnitude, trimmed to normal form.
    pub fn new(neg: bool, mag: &'a [u32]) -> Self {
        let mag = trim(mag);
        Int { neg: neg && !mag.is_empty(), mag }
    }

    /// Whether this is zero.
    pub fn is_zero(self) -> bool {
        trim(self.mag).is_empty()
    }

    /// -1, 0 or 1.
    pub fn signum(self) -> i32 {
        match (self.is_zero(), self.neg) {
            (true, _) => 0,
            (false, true) => -1,
            (false, false) => 1,
        }
    }
}

impl PartialEq for Int<'_> {
    fn eq(&self, other: &Self) -> bool {
        cmp(*self, *other) == Ordering::Equal
    }
}

/// What a function left in its output slice: the sign, and how many limbs hold the magnitude.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made {
    /// Below zero; never set for zero.
    pub neg: bool,
    /// Limbs used; zero for zero.
    pub len: usize,
}

impl Made {
    /// The integer made, given the slice it was made in.
    pub fn of(self, out: &[u32]) -> Int<'_> {
        Int { neg: self.neg, mag: out.get(..self.len).unwrap_or(out) }
    }
}

/// Progress of a sliced routine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<T> {
    /// The limit was used up; call again with the same buffers.
    More,
    /// Finished.
    Done(T),
}

/// `mag` without its high zero limbs.
pub fn trim(mag: &[u32]) -> &[u32] {
    let len = mag.iter().rposition(|&limb| limb != 0).map_or(0, |at| at + 1);
    &mag[..len]
}

/// The length of `mag` without its high zero limbs.
fn used(mag: &[u32]) -> usize {
    trim(mag).len()
}

/// The first `len` limbs of `out`, or [`Short`].
fn room(out: &mut [u32], len: usize) -> Result<&mut [u32], Short> {
    out.get_mut(..len).ok_or(Short)
}
