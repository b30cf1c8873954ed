//! Sums and distances, rounded once as far as that is possible.

use super::float::range;
use crate::argument::{forward, real};
use hognose_vm::heap::Kind;
use hognose_vm::native::{Args, Result};
use hognose_vm::types::Type;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

/// Parts of a sum that do not overlap: 2,100 bits of floats fit into 40 of 53.
const PARTS: usize = 48;

/// An exact sum of floats.
struct Exact {
    parts: [f64; PARTS],
    len: usize,
    special: f64,
    infinite: f64,
}

/// A sum that left the floats although its numbers did not.
struct Overflow;

impl Exact {
    fn new() -> Exact {
        Exact { parts: [0.0; PARTS], len: 0, special: 0.0, infinite: 0.0 }
    }

    fn add(&mut self, value: f64) -> core::result::Result<(), Overflow> {
        let mut x = value;
        let mut kept = 0;
        for i in 0..self.len {
            let mut y = self.parts[i];
            if x.abs() < y.abs() {
                (x, y) = (y, x);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                self.parts[kept] = low;
                kept += 1;
            }
            x = high;
        }
        self.len = kept;
        if x == 0.0 {
            return Ok(());
        }
        if !x.is_finite() {
            if value.is_finite() {
                return Err(Overflow);
            }
            if value.is_infinite() {
                self.infinite += value;
            }
            self.special += value;
            self.len = 0;
            return Ok(());
        }
        // Never full: see PARTS.
        if let Some(place) = self.parts.get_mut(self.len) {
            *place = x;
            self.len += 1;
        }
        Ok(())
    }

    /// The sum, rounded once.
    fn total(&self) -> f64 {
        let mut n = self.len;
        if n == 0 {
            return 0.0;
        }
        n -= 1;
        let mut high = self.parts[n];
        let mut low = 0.0;
        while n > 0 {
            let x = high;
            n -= 1;
            let y = self.parts[n];
            high = x + y;
            low = y - (high - x);
            if low != 0.0 {
                break;
            }
        }
        // Halfway cases look at the part below.
        if n > 0 && (low < 0.0 && self.parts[n - 1] < 0.0 || low > 0.0 && self.parts[n - 1] > 0.0) {
            let y = low * 2.0;
            let x = high + y;
            if y == x - high {
                high = x;
            }
        }
        high
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
