//! Built-in functions on numbers.

use crate::builtins::text::special::power_modulo;
use crate::builtins::text::{Index, Parameters, float_to_int, index_of, not_an_integer, prefixed, retry};
use crate::builtins::{complex, float, int};
use crate::heap::Kind;
use crate::native::{Args, Result};
use crate::num::float::round_half_even;
use crate::value::Value;
use crate::vm::Vm;

/// `abs`
pub fn abs(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    if vm.heap.is_integer(value) {
        return int::absolute(vm, value);
    }
    if let Some(x) = value.as_float() {
        return Ok(Value::float(libm::fabs(x)));
    }
    if vm.heap.is_kind(value, Kind::Complex) {
        let (re, im) = vm.heap.complex_parts(value);
        return complex::magnitude(vm, re, im);
    }
    let function = vm.frozen_function("_builtin_abs")?;
    Err(vm.tail_forward(function, args))
}

fn in_base(vm: &mut Vm<'_>, args: Args, base: u32, prefix: &str, name: &str) -> Result {
    let value = args.get(vm, 0);
    let inner = vm.unwrap(value);
    if vm.heap.is_integer(inner) {
        return prefixed(vm, inner, base, prefix);
    }
    match index_of(vm, value) {
        Index::Ask => Err(retry(vm, args, 0, None, name)),
        _ => Err(not_an_integer(vm, value)),
    }
}

/// `bin`
pub fn bin(vm: &mut Vm<'_>, args: Args) -> Result {
    in_base(vm, args, 2, "0b", "bin")
}

/// `hex`
pub fn hex(vm: &mut Vm<'_>, args: Args) -> Result {
    in_base(vm, args, 16, "0x", "hex")
}

/// `oct`
pub fn oct(vm: &mut Vm<'_>, args: Args) -> Result {
    in_base(vm, args, 8, "0o", "oct")
}

/// `divmod`
pub fn divmod(vm: &mut Vm<'_>, args: Args) -> Result {
    let (left, right) = (args.get(vm, 0), args.get(vm, 1));
    if let Some(pair) = vm.divmod_builtin(left, right)? {
        return Ok(pair);
    }
    let function = vm.frozen_function("_builtin_divmod")?;
    Err(vm.tail_forward(function, args))
}

static POW: Parameters<3> =
    Parameters { function: "pow", names: ["base", "exp", "mod"], required: 2, positional: 3 };

/// `pow`
pub fn pow(vm: &mut Vm<'_>, args: Args) -> Result {
    let bound = POW.bind(vm, args, 0)?;
    let (base, exponent, modulus) = (bound.get(vm, 0), bound.get(vm, 1), bound.get(vm, 2));
    let plain = modulus.is_unbound() || modulus.is_none();
    if plain {
        if vm.heap.is_number(base) && vm.heap.is_number(exponent) {
            if let Some(value) = int::power(vm, base, exponent)? {
                return Ok(value);
            }
        }
        let function = vm.frozen_function("_builtin_pow")?;
        let (base, exponent) = (bound.get(vm, 0), bound.get(vm, 1));
        return Err(vm.tail_call(function, &[base, exponent]));
    }
    let done = power_modulo(vm, base, exponent, modulus)?;
    if done != Value::NOT_IMPLEMENTED {
        return Ok(done);
    }
    let function = vm.frozen_function("_builtin_pow_modulo")?;
    let values = [bound.get(vm, 0), bound.get(vm, 1), bound.get(vm, 2)];
    Err(vm.tail_call(function, &values))
}

static ROUND: Parameters<2> =
    Parameters { function: "round", names: ["number", "ndigits"], required: 1, positional: 2 };

/// `round`
pub fn round(vm: &mut Vm<'_>, args: Args) -> Result {
    let bound = ROUND.bind(vm, args, 0)?;
    let (number, digits) = (bound.get(vm, 0), bound.get(vm, 1));
    if digits.is_unbound() || digits.is_none() {
        if let Some(x) = number.as_float() {
            return float_to_int(vm, round_half_even(x));
        }
        if vm.heap.is_integer(number) {
            return Ok(number.as_index().map_or(number, Value::int));
        }
    } else if let Some(places) = digits.as_index() {
        if let Some(x) = number.as_float() {
            return float::round_float(vm, x, places);
        }
        if vm.heap.is_integer(number) {
            let number = number.as_index().map_or(number, Value::int);
            return int::round_int(vm, number, places);
        }
    }
    let function = vm.frozen_function("_builtin_round")?;
    let (number, digits) = (bound.get(vm, 0), bound.get(vm, 1).or_none());
    Err(vm.tail_call(function, &[number, digits]))
}
