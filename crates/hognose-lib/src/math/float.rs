//! Functions of floats.

use crate::argument::{forward, forward_named, is_int, real, tuple};
use hognose_vm::native::{Args, Result, Trap};
use hognose_vm::num::bigint::{self, Int};
use hognose_vm::num::float::{PowError, pow as power};
use hognose_vm::types::Type;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

/// `math domain error`
#[cold]
pub(crate) fn domain(vm: &mut Vm<'_>) -> Trap {
    vm.raise(Type::ValueError, "math domain error")
}

/// `math range error`
#[cold]
pub(crate) fn range(vm: &mut Vm<'_>) -> Trap {
    vm.raise(Type::OverflowError, "math range error")
}

/// Argument 0 as a float. The trap of None asks for the same call with the argument converted by Python code.
pub(crate) fn only(vm: &mut Vm<'_>, name: &str, args: Args) -> Result<f64> {
    let x = args.get(vm, 0);
    if let Some(x) = x.as_float() {
        return Ok(x);
    }
    match real(vm, x)? {
        Some(x) => Ok(x),
        None => Err(forward_named(vm, "_math_again", name, args, 1)),
    }
}

fn both(vm: &mut Vm<'_>, name: &str, args: Args) -> Result<(f64, f64)> {
    let (x, y) = (args.get(vm, 0), args.get(vm, 1));
    match (real(vm, x)?, real(vm, y)?) {
        (Some(x), Some(y)) => Ok((x, y)),
        _ => Err(forward_named(vm, "_math_again", name, args, 2)),
    }
}

/// A function of one float: NaN from a number is a domain error, an infinity from a finite number a range error if
/// the function can overflow, else a domain error.
fn unary(vm: &mut Vm<'_>, name: &str, args: Args, f: fn(f64) -> f64, overflows: bool) -> Result {
    let x = only(vm, name, args)?;
    let r = f(x);
    if r.is_finite() {
        return Ok(Value::float(r));
    }
    if r.is_nan() && !x.is_nan() {
        return Err(domain(vm));
    }
    if r.is_infinite() && x.is_finite() {
        return Err(if overflows { range(vm) } else { domain(vm) });
    }
    Ok(Value::float(r))
}

macro_rules! unary {
    ($($name:ident $f:expr, $overflows:literal, $doc:literal;)+) => {
        $(
            #[doc = $doc]
            pub(crate) fn $name(vm: &mut Vm<'_>, args: Args) -> Result {
                unary(vm, stringify!($name), args, $f, $overflows)
            }
        )+
    };
}

unary! {
    acos libm::acos, false, "Arc cosine";
    acosh libm::acosh, false, "Inverse hyperbolic cosine";
    asin libm::asin, false, "Arc sine";
    asinh libm::asinh, false, "Inverse hyperbolic sine";
    atan libm::atan, false, "Arc tangent";
    atanh libm::atanh, false, "Inverse hyperbolic tangent";
    cbrt libm::cbrt, false, "Cube root";
    cos libm::cos, false, "Cosine";
    cosh libm::cosh, true, "Hyperbolic cosine";
    erf libm::erf, false, "Error function";
    erfc libm::erfc, false, "Complement of the error function";
    exp libm::exp, true, "e to the power of x";
    exp2 libm::exp2, true, "2 to the power of x";
    expm1 libm::expm1, true, "exp(x) - 1, exact for small x";
    fabs libm::fabs, false, "Absolute value";
    log1p one_plus, false, "Logarithm of 1 + x, exact for small x";
    sin libm::sin, false, "Sine";
    sinh libm::sinh, true, "Hyperbolic sine";
    sqrt libm::sqrt, false, "Square root";
    tan libm::tan, false, "Tangent";
    tanh libm::tanh, false, "Hyperbolic tangent";
    degrees |x| x * (180.0 / core::f64::consts::PI), false, "Radians to degrees";
    radians |x| x * (core::f64::consts::PI / 180.0), false, "Degrees to radians";
    ulp unit, false, "Least bit of x";
}

fn one_plus(x: f64) -> f64 {
    // The sign of a zero stays.
    if x == 0.0 { x } else { libm::log1p(x) }
}

fn unit(x: f64) -> f64 {
    let x = x.abs();
    if !x.is_finite() {
        return x;
    }
    let above = f64::from_bits(x.to_bits() + 1);
    if above.is_infinite() { x - f64::from_bits(x.to_bits() - 1) } else { above - x }
}

pub(crate) fn isfinite(vm: &mut Vm<'_>, args: Args) -> Result {
    only(vm, "isfinite", args).map(|x| Value::bool(x.is_finite()))
}

pub(crate) fn isinf(vm: &mut Vm<'_>, args: Args) -> Result {
    only(vm, "isinf", args).map(|x| Value::bool(x.is_infinite()))
}

pub(crate) fn isnan(vm: &mut Vm<'_>, args: Args) -> Result {
    only(vm, "isnan", args).map(|x| Value::bool(x.is_nan()))
}

pub(crate) fn atan2(vm: &mut Vm<'_>, args: Args) -> Result {
    both(vm, "atan2", args).map(|(y, x)| Value::float(libm::atan2(y, x)))
}

pub(crate) fn copysign(vm: &mut Vm<'_>, args: Args) -> Result {
    both(vm, "copysign", args).map(|(x, y)| Value::float(libm::copysign(x, y)))
}

pub(crate) fn nextafter(vm: &mut Vm<'_>, args: Args) -> Result {
    both(vm, "nextafter", args).map(|(x, y)| Value::float(libm::nextafter(x, y)))
}

pub(crate) fn fmod(vm: &mut Vm<'_>, args: Args) -> Result {
    let (x, y) = both(vm, "fmod", args)?;
    if y.is_infinite() && x.is_finite() {
        return Ok(Value::float(x));
    }
    let r = hognose_vm::num::float::rest(x, y);
    if r.is_nan() && !x.is_nan() && !y.is_nan() { Err(domain(vm)) } else { Ok(Value::float(r)) }
}

pub(crate) fn remainder(vm: &mut Vm<'_>, args: Args) -> Result {
    let (x, y) = both(vm, "remainder", args)?;
    if x.is_nan() || y.is_nan() {
        return Ok(Value::float(if x.is_nan() { x } else { y }));
    }
    if x.is_infinite() || y == 0.0 {
        return Err(domain(vm));
    }
    if y.is_infinite() {
        return Ok(Value::float(x));
    }
    let r = libm::remainder(x, y);
    Ok(Value::float(if r == 0.0 { libm::copysign(0.0, x) } else { r }))
}

pub(crate) fn pow(vm: &mut Vm<'_>, args: Args) -> Result {
    let (x, y) = both(vm, "pow", args)?;
    match power(x, y) {
        Ok(r) => Ok(Value::float(r)),
        Err(PowError::Overflow) => Err(range(vm)),
        Err(PowError::ZeroToNegative | PowError::Complex) if x == 0.0 && y == f64::NEG_INFINITY => {
            Ok(Value::float(f64::INFINITY))
        }
        Err(_) => Err(domain(vm)),
    }
}

pub(crate) fn ldexp(vm: &mut Vm<'_>, args: Args) -> Result {
    let (x, exponent) = (args.get(vm, 0), args.get(vm, 1));
    let Some(x) = real(vm, x)? else { return Err(forward(vm, "_math_ldexp", args)) };
    if !is_int(vm, exponent) {
        return Err(vm.raise(Type::TypeError, "Expected an int as second argument to ldexp."));
    }
    if x == 0.0 || !x.is_finite() {
        return Ok(Value::float(x));
    }
    let exponent = vm.unwrap(exponent);
    let steps = match vm.heap.as_i64(exponent) {
        Some(n) => n.clamp(-5000, 5000),
        None if vm.heap.int_parts(exponent).is_some_and(|p| p.negative()) => -5000,
        None => 5000,
    };
    let r = libm::scalbn(x, steps as i32);
    if r.is_infinite() { Err(range(vm)) } else { Ok(Value::float(r)) }
}

pub(crate) fn frexp(vm: &mut Vm<'_>, args: Args) -> Result {
    let x = only(vm, "frexp", args)?;
    let (m, e) = if x == 0.0 || !x.is_finite() { (x, 0) } else { libm::frexp(x) };
    tuple(vm, &[Value::float(m), Value::int(e as i64)])
}

pub(crate) fn modf(vm: &mut Vm<'_>, args: Args) -> Result {
    let x = only(vm, "modf", args)?;
    let whole = libm::trunc(x);
    let part = if x.is_infinite() { libm::copysign(0.0, x) } else { libm::copysign(x - whole, x) };
    tuple(vm, &[Value::float(part), Value::float(whole)])
}

/// Logarithms by base.
#[derive(Clone, Copy)]
enum Base {
    E,
    Two,
    Ten,
}

fn log_float(x: f64, base: Base) -> f64 {
    match base {
        Base::E => libm::log(x),
        Base::Two => libm::log2(x),
        Base::Ten => libm::log10(x),
    }
}

/// Logarithm of a positive float; domain error for others.
fn log_of(vm: &mut Vm<'_>, x: f64, base: Base) -> Result<f64> {
    if x > 0.0 || x.is_nan() { Ok(log_float(x, base)) } else { Err(domain(vm)) }
}

/// Logarithm of an int of any size.
fn log_of_int(vm: &mut Vm<'_>, value: Value, base: Base) -> Result<f64> {
    let split = vm.heap.int_parts(value).map(|parts| {
        let limbs = parts.limbs();
        if let Some(x) = bigint::to_f64(Int::new(parts.negative(), limbs)) {
            return (x, 0);
        }
        // The top 96 bits are more than a float holds.
        let top = limbs.len().min(3);
        let m =
            limbs[limbs.len() - top..].iter().rev().fold(0.0, |m, &limb| m * 4_294_967_296.0 + limb as f64);
        (if parts.negative() { -m } else { m }, 32 * (limbs.len() - top))
    });
    let (m, e) = split.unwrap_or((0.0, 0));
    if e == 0 || m < 0.0 {
        return log_of(vm, m, base);
    }
    let (m, more) = libm::frexp(m);
    Ok(log_float(m, base) + log_float(2.0, base) * (e as f64 + more as f64))
}

fn log_argument(vm: &mut Vm<'_>, value: Value, base: Base) -> Result<Option<f64>> {
    let value = vm.unwrap(value);
    if vm.heap.is_integer(value) && value.as_index().is_none() {
        return log_of_int(vm, value, base).map(Some);
    }
    match real(vm, value)? {
        Some(x) => log_of(vm, x, base).map(Some),
        None => Ok(None),
    }
}

pub(crate) fn log(vm: &mut Vm<'_>, args: Args) -> Result {
    if args.is_empty() || args.len() > 2 {
        return Err(vm.raise(Type::TypeError, "math.log requires 1 to 2 arguments"));
    }
    let x = args.get(vm, 0);
    let Some(top) = log_argument(vm, x, Base::E)? else {
        return Err(forward_named(vm, "_math_again", "log", args, args.len()));
    };
    if args.len() == 1 {
        return Ok(Value::float(top));
    }
    let base = args.get(vm, 1);
    let Some(bottom) = log_argument(vm, base, Base::E)? else {
        return Err(forward_named(vm, "_math_again", "log", args, 2));
    };
    if bottom == 0.0 {
        return Err(vm.raise(Type::ZeroDivisionError, "float division by zero"));
    }
    Ok(Value::float(top / bottom))
}

fn log_by(vm: &mut Vm<'_>, name: &str, args: Args, base: Base) -> Result {
    let x = args.get(vm, 0);
    match log_argument(vm, x, base)? {
        Some(x) => Ok(Value::float(x)),
        None => Err(forward_named(vm, "_math_again", name, args, 1)),
    }
}

pub(crate) fn log2(vm: &mut Vm<'_>, args: Args) -> Result {
    log_by(vm, "log2", args, Base::Two)
}

pub(crate) fn log10(vm: &mut Vm<'_>, args: Args) -> Result {
    log_by(vm, "log10", args, Base::Ten)
}

/// `isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)`
pub(crate) fn isclose(vm: &mut Vm<'_>, args: Args) -> Result {
    let mut tolerance = [1e-9, 0.0];
    if args.len() != 2 {
        return Err(forward(vm, "_math_isclose", args));
    }
    for i in 0..args.keyword_count() {
        let name = args.keyword_name(vm, i);
        let which = match &*vm.heap.text(name) {
            b"rel_tol" => 0,
            b"abs_tol" => 1,
            _ => return Err(forward(vm, "_math_isclose", args)),
        };
        match args.keyword_value(vm, i).as_float() {
            Some(x) => tolerance[which] = x,
            None => return Err(forward(vm, "_math_isclose", args)),
        }
    }
    let (Some(a), Some(b)) = (args.get(vm, 0).as_float(), args.get(vm, 1).as_float()) else {
        return Err(forward(vm, "_math_isclose", args));
    };
    let [relative, absolute] = tolerance;
    if relative < 0.0 || absolute < 0.0 {
        return Err(vm.raise(Type::ValueError, "tolerances must be non-negative"));
    }
    Ok(Value::bool(close(a, b, relative, absolute)))
}

/// Are the numbers equal within a tolerance?
pub(crate) fn close(a: f64, b: f64, relative: f64, absolute: f64) -> bool {
    if a == b {
        return true;
    }
    if a.is_infinite() || b.is_infinite() {
        return false;
    }
    let apart = (b - a).abs();
    apart <= (relative * b).abs() || apart <= (relative * a).abs() || apart <= absolute
}
