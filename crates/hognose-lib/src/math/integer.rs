//! Functions of whole numbers, and from floats to them.

use super::float::domain;
use crate::argument::{forward, integer};
use hognose_vm::native::{Args, Result};
use hognose_vm::num::bigint;
use hognose_vm::object::int::int_words;
use hognose_vm::types::Type;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

/// Limbs of the largest float.
const FLOAT_LIMBS: usize = 34;

/// A float without fraction as an int.
pub(crate) fn whole(vm: &mut Vm<'_>, x: f64) -> Result {
    if x.abs() < 9.0e15 {
        return integer(vm, x as i64);
    }
    if x.is_nan() {
        return Err(vm.raise(Type::ValueError, "cannot convert float NaN to integer"));
    }
    if x.is_infinite() {
        return Err(vm.raise(Type::OverflowError, "cannot convert float infinity to integer"));
    }
    vm.reserve(int_words(FLOAT_LIMBS))?;
    let big = vm.heap.alloc_big(FLOAT_LIMBS);
    let made = bigint::from_f64(x, vm.heap.big_limbs_mut(big));
    match made {
        Ok(_) => Ok(vm.heap.finish_big(big, FLOAT_LIMBS, x < 0.0)),
        Err(_) => Err(domain(vm)),
    }
}

fn rounded(vm: &mut Vm<'_>, frozen: &'static str, args: Args, round: fn(f64) -> f64) -> Result {
    let x = args.get(vm, 0);
    if let Some(x) = x.as_float() {
        return whole(vm, round(x));
    }
    if let Some(n) = x.as_index() {
        return Ok(Value::int(n));
    }
    if vm.heap.is_integer(x) { Ok(x) } else { Err(forward(vm, frozen, args)) }
}

/// `ceil(x)`
pub(crate) fn ceil(vm: &mut Vm<'_>, args: Args) -> Result {
    rounded(vm, "_math_ceil", args, libm::ceil)
}

/// `floor(x)`
pub(crate) fn floor(vm: &mut Vm<'_>, args: Args) -> Result {
    rounded(vm, "_math_floor", args, libm::floor)
}

/// `trunc(x)`
pub(crate) fn trunc(vm: &mut Vm<'_>, args: Args) -> Result {
    rounded(vm, "_math_trunc", args, libm::trunc)
}

fn gcd_small(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// Magnitudes of all arguments when they are inline ints.
fn small(vm: &Vm<'_>, args: Args) -> bool {
    (0..args.len()).all(|i| args.get(vm, i).as_index().is_some())
}

/// `gcd(*integers)`
pub(crate) fn gcd(vm: &mut Vm<'_>, args: Args) -> Result {
    if !small(vm, args) {
        return Err(forward(vm, "_math_gcd", args));
    }
    vm.charge(args.len());
    let sum = (0..args.len())
        .fold(0, |sum, i| gcd_small(sum, args.get(vm, i).as_index().unwrap_or(0).unsigned_abs()));
    integer(vm, sum as i64)
}

/// `lcm(*integers)`
pub(crate) fn lcm(vm: &mut Vm<'_>, args: Args) -> Result {
    if !small(vm, args) {
        return Err(forward(vm, "_math_lcm", args));
    }
    vm.charge(args.len());
    let mut sum = 1u64;
    for i in 0..args.len() {
        let n = args.get(vm, i).as_index().unwrap_or(0).unsigned_abs();
        if n == 0 {
            return Ok(Value::int(0));
        }
        match (sum / gcd_small(sum, n)).checked_mul(n).filter(|&n| n < 1 << 62) {
            Some(product) => sum = product,
            None => return Err(forward(vm, "_math_lcm", args)),
        }
    }
    integer(vm, sum as i64)
}

/// Copies the limbs of an int into a new one that is being built, at limb `at`.
fn copy_limbs(vm: &mut Vm<'_>, from: Value, to: Value, at: usize) -> usize {
    let n = vm.heap.int_parts(from).map_or(0, |p| p.limbs().len());
    for i in 0..n {
        let limb = vm.heap.int_parts(from).and_then(|p| p.limbs().get(i).copied()).unwrap_or(0);
        if let Some(place) = vm.heap.big_limbs_mut(to).get_mut(at + i) {
            *place = limb;
        }
    }
    n
}

/// `_gcd(a, b)`: of two ints of any size.
pub(crate) fn gcd_two(vm: &mut Vm<'_>, args: Args) -> Result {
    let len = |v: Value, vm: &Vm<'_>| vm.heap.int_parts(v).map_or(0, |p| p.limbs().len());
    let (n, m) = (len(args.get(vm, 0), vm), len(args.get(vm, 1), vm));
    let size = n.max(m) + 1;
    let scratch = 3 * size + 4;
    vm.charge(8 * n.min(m) * size);
    vm.reserve(int_words(2 * size + scratch))?;
    let work = vm.heap.alloc_big(2 * size + scratch);
    copy_limbs(vm, args.get(vm, 0), work, 0);
    copy_limbs(vm, args.get(vm, 1), work, size);
    let made = {
        let limbs = vm.heap.big_limbs_mut(work);
        let (x, rest) = limbs.split_at_mut(size);
        let (y, scratch) = rest.split_at_mut(size);
        bigint::gcd(x, n, y, m, scratch)
    };
    match made {
        Ok(len) => {
            vm.heap.big_limbs_mut(work)[len..].fill(0);
            Ok(vm.heap.finish_big(work, 2 * size + scratch, false))
        }
        Err(_) => Err(vm.out_of_memory()),
    }
}

/// `isqrt(n)`
pub(crate) fn isqrt(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = vm.unwrap(args.get(vm, 0));
    if !vm.heap.is_integer(value) {
        return Err(forward(vm, "_math_isqrt", args));
    }
    if vm.heap.int_parts(value).is_some_and(|p| p.negative()) {
        return Err(vm.raise(Type::ValueError, "isqrt() argument must be nonnegative"));
    }
    if let Some(n) = value.as_index() {
        // 47 bits: the float root is off by one at most.
        let mut root = libm::sqrt(n as f64) as i64;
        root -= (root * root > n) as i64;
        root += ((root + 1) * (root + 1) <= n) as i64;
        return Ok(Value::int(root));
    }
    let n = vm.heap.int_parts(value).map_or(0, |p| p.limbs().len());
    let out = n / 2 + 2;
    // One object for the root, the number and the scratch, cut to the root in the end.
    let all = out + n + bigint::isqrt_scratch(n);
    vm.charge(n * n);
    vm.reserve(int_words(all))?;
    let value = vm.unwrap(args.get(vm, 0));
    let work = vm.heap.alloc_big(all);
    copy_limbs(vm, value, work, out);
    let made = {
        let limbs = vm.heap.big_limbs_mut(work);
        let (root, rest) = limbs.split_at_mut(out);
        let (number, scratch) = rest.split_at_mut(n);
        bigint::isqrt(number, root, scratch)
    };
    match made {
        Ok(len) => {
            vm.heap.big_limbs_mut(work)[len..].fill(0);
            Ok(vm.heap.finish_big(work, all, false))
        }
        Err(_) => Err(vm.out_of_memory()),
    }
}

/// `factorial(n)`: up to 20 at once.
pub(crate) fn factorial(vm: &mut Vm<'_>, args: Args) -> Result {
    match args.get(vm, 0).as_index() {
        Some(n) if (0..=20).contains(&n) => {
            let product: u64 = (1..=n as u64).product();
            integer(vm, product as i64)
        }
        _ => Err(forward(vm, "_math_factorial", args)),
    }
}

/// `comb(n, k)`
pub(crate) fn comb(vm: &mut Vm<'_>, args: Args) -> Result {
    if let (Some(n), Some(k)) = (args.get(vm, 0).as_index(), args.get(vm, 1).as_index()) {
        if n >= 0 && k >= 0 && n < 1 << 31 {
            if k > n {
                return Ok(Value::int(0));
            }
            let k = k.min(n - k);
            let mut product = 1i64;
            let mut i = 0;
            while i < k && product < 1 << 31 {
                product = product * (n - i) / (i + 1);
                i += 1;
            }
            if i == k {
                return integer(vm, product);
            }
        }
    }
    Err(forward(vm, "_math_comb", args))
}

/// `perm(n, k=None)`
pub(crate) fn perm(vm: &mut Vm<'_>, args: Args) -> Result {
    Err(forward(vm, "_math_perm", args))
}
