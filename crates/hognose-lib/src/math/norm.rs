//! Sums and distances, rounded once as far as that is possible.

use super::float::range;
use crate::argument::{forward, real};
use hognose_vm::heap::Kind;
use hognose_vm::native::{Args, Result};
use hognose_vm::types::Type;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

/// Digits of 32 bits of an exact sum: from 2^-1074, the least float, to above 2^1024 times the most numbers there can be. Above
/// them lies one with the sign.
const DIGITS: usize = 68;
/// Bits of a float's digits.
const BITS: usize = 53;

/// An exact sum of floats: one long number in units of the least float, two's complement.
struct Exact {
    digits: [i64; DIGITS],
    special: f64,
    infinite: f64,
}

/// A sum that left the floats although its numbers did not.
struct Overflow;

impl Exact {
    fn new() -> Exact {
        Exact { digits: [0; DIGITS], special: 0.0, infinite: 0.0 }
    }

    fn add(&mut self, value: f64) -> core::result::Result<(), Overflow> {
        if !value.is_finite() {
            if value.is_infinite() {
                self.infinite += value;
            }
            self.special += value;
            return Ok(());
        }
        let bits = value.to_bits();
        let (exponent, fraction) = ((bits >> 52) as usize & 0x7FF, bits & ((1 << 52) - 1));
        let (shift, fraction) =
            if exponent == 0 { (0, fraction) } else { (exponent - 1, fraction | 1 << 52) };
        let mut wide = u128::from(fraction) << (shift % 32);
        let first = shift / 32;
        let mut carry = 0;
        for i in first..DIGITS {
            let part = (wide as u32) as i64;
            wide >>= 32;
            let sum = self.digits[i] + carry + if value < 0.0 { -part } else { part };
            if i == DIGITS - 1 {
                self.digits[i] = sum;
                break;
            }
            self.digits[i] = sum & 0xFFFF_FFFF;
            carry = sum >> 32;
            if carry == 0 && wide == 0 {
                break;
            }
        }
        // From 2^1023 on, in units of the least float, it may have left them.
        const HIGH: usize = (1023 + 1074) / 32;
        let sign = self.digits[DIGITS - 1] >> 63;
        let near = self.digits[HIGH..DIGITS - 1].iter().any(|&d| d != sign & 0xFFFF_FFFF);
        if near && self.total().is_infinite() {
            return Err(Overflow);
        }
        Ok(())
    }

    /// The sum, rounded once, half to even.
    fn total(&self) -> f64 {
        let negative = self.digits[DIGITS - 1] < 0;
        let mut digits = [0u32; DIGITS];
        let mut carry = u64::from(negative);
        for (to, &from) in digits.iter_mut().zip(&self.digits) {
            let digit = u64::from(if negative { !(from as u32) } else { from as u32 }) + carry;
            *to = digit as u32;
            carry = digit >> 32;
        }
        let Some(top) = digits.iter().rposition(|&d| d != 0) else { return 0.0 };
        let height = top * 32 + (32 - digits[top].leading_zeros() as usize);
        let cut = height.saturating_sub(BITS);
        let bit = |i: usize| u64::from(digits[i / 32] >> (i % 32) & 1);
        let mut fraction = (cut..height).rev().fold(0, |all, i| all << 1 | bit(i));
        if cut > 0 && bit(cut - 1) == 1 && (fraction & 1 == 1 || (0..cut - 1).any(|i| bit(i) == 1)) {
            fraction += 1;
        }
        // The leading one adds to the exponent, as does a carry out of the rounding.
        let bits = ((cut as u64) << 52) + fraction;
        let magnitude = if bits >= f64::INFINITY.to_bits() { f64::INFINITY } else { f64::from_bits(bits) };
        if negative { -magnitude } else { magnitude }
    }
}

/// `fsum(iterable)`: lists and tuples of numbers at once.
pub(crate) fn fsum(vm: &mut Vm<'_>, args: Args) -> Result {
    let values = args.get(vm, 0);
    if !matches!(vm.heap.kind(values), Kind::List | Kind::Tuple) {
        return Err(forward(vm, "_math_fsum", args));
    }
    let n = vm.heap.items(values).len();
    vm.charge(n);
    let mut sum = Exact::new();
    for i in 0..n {
        let item = Value(vm.heap.items(values)[i]);
        let Some(x) = real(vm, item)? else { return Err(forward(vm, "_math_fsum", args)) };
        if sum.add(x).is_err() {
            return Err(vm.raise(Type::OverflowError, "intermediate overflow in fsum"));
        }
    }
    if sum.special != 0.0 {
        if sum.infinite.is_nan() {
            return Err(vm.raise(Type::ValueError, "-inf + inf in fsum"));
        }
        return Ok(Value::float(sum.special));
    }
    Ok(Value::float(sum.total()))
}

/// Square root of a sum of squares of numbers given by index, without overflow on the way.
fn norm(n: usize, at: impl Fn(usize) -> f64) -> f64 {
    let (mut largest, mut nan) = (0.0f64, false);
    for i in 0..n {
        let x = at(i).abs();
        nan |= x.is_nan();
        largest = if x > largest { x } else { largest };
    }
    if largest.is_infinite() {
        return largest;
    }
    if nan {
        return f64::NAN;
    }
    if largest == 0.0 || n == 1 {
        return largest;
    }
    // A power of two scales without rounding.
    let (_, exponent) = libm::frexp(largest);
    let (mut high, mut low) = (0.0, 0.0);
    for i in 0..n {
        let x = libm::scalbn(at(i), -exponent);
        let square = x * x;
        let rest = libm::fma(x, x, -square);
        let sum = high + square;
        low += (if high >= square { high - sum + square } else { square - sum + high }) + rest;
        high = sum;
    }
    let root = libm::sqrt(high + low);
    // One step of Newton's method on what the rounding of the root left.
    let square = root * root;
    let rest = libm::fma(root, root, -square);
    let left = (high - square) + (low - rest);
    libm::scalbn(root + left / (2.0 * root), exponent)
}

/// `hypot(*coordinates)`
pub(crate) fn hypot(vm: &mut Vm<'_>, args: Args) -> Result {
    for i in 0..args.len() {
        let value = args.get(vm, i);
        match real(vm, value)? {
            Some(x) => args.set(vm, i, Value::float(x)),
            None => return Err(forward(vm, "_math_hypot", args)),
        }
    }
    vm.charge(args.len());
    let finite = (0..args.len()).all(|i| args.get(vm, i).raw_float().is_finite());
    let r = norm(args.len(), |i| args.get(vm, i).raw_float());
    if finite && r.is_infinite() { Err(range(vm)) } else { Ok(Value::float(r)) }
}

/// `dist(p, q)`: tuples and lists of floats at once.
pub(crate) fn dist(vm: &mut Vm<'_>, args: Args) -> Result {
    let (p, q) = (args.get(vm, 0), args.get(vm, 1));
    let plain = |v: Value| {
        matches!(vm.heap.kind(v), Kind::List | Kind::Tuple)
            && vm.heap.items(v).iter().all(|&x| Value(x).is_float() || Value(x).as_index().is_some())
    };
    if !plain(p) || !plain(q) {
        return Err(forward(vm, "_math_dist", args));
    }
    let n = vm.heap.items(p).len();
    if n != vm.heap.items(q).len() {
        return Err(vm.raise(Type::ValueError, "both points must have the same number of dimensions"));
    }
    vm.charge(n);
    let number = |x: u64| Value(x).as_float().unwrap_or(Value(x).as_index().unwrap_or(0) as f64);
    let r = norm(n, |i| number(vm.heap.items(p)[i]) - number(vm.heap.items(q)[i]));
    Ok(Value::float(r))
}
