//! Gamma functions.

use super::float::{domain, only, range};
use hognose_vm::native::{Args, Result};
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

/// `(n - 1)!` for n from 1 to 23, which are exact.
const FACTORIALS: [f64; 23] = factorials();

const fn factorials() -> [f64; 23] {
    let mut all = [1.0; 23];
    let mut n = 1;
    while n < 23 {
        all[n] = all[n - 1] * n as f64;
        n += 1;
    }
    all
}

/// `gamma(x)`
pub(crate) fn gamma(vm: &mut Vm<'_>, args: Args) -> Result {
    let x = only(vm, "gamma", args)?;
    if x.is_nan() || x == f64::INFINITY {
        return Ok(Value::float(x));
    }
    if x == 0.0 || x == f64::NEG_INFINITY {
        return Err(domain(vm));
    }
    if x == libm::floor(x) {
        if x < 0.0 {
            return Err(domain(vm));
        }
        if let Some(&exact) = FACTORIALS.get(x as usize - 1) {
            return Ok(Value::float(exact));
        }
    }
    let r = if x.abs() < 1e-20 {
        1.0 / x
    } else if x < -200.0 {
        // Too small for a float; the sign alternates between the poles.
        if hognose_vm::num::float::rest(libm::floor(x), 2.0) == 0.0 { 0.0 } else { -0.0 }
    } else {
        libm::tgamma(x)
    };
    if r.is_infinite() { Err(range(vm)) } else { Ok(Value::float(r)) }
}

/// `lgamma(x)`
pub(crate) fn lgamma(vm: &mut Vm<'_>, args: Args) -> Result {
    let x = only(vm, "lgamma", args)?;
    if !x.is_finite() {
        return Ok(Value::float(x.abs()));
    }
    if x == libm::floor(x) && x <= 2.0 {
        return if x <= 0.0 { Err(domain(vm)) } else { Ok(Value::float(0.0)) };
    }
    let r = if x.abs() < 1e-20 { -libm::log(x.abs()) } else { libm::lgamma(x) };
    if r.is_infinite() { Err(range(vm)) } else { Ok(Value::float(r)) }
}
