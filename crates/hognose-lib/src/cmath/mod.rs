//! Module `cmath`. The mathematics is in `complex`.

pub mod complex;
pub mod power;

use crate::argument::{forward, forward_named, tuple};
use complex::{Answer, Complex, Fault};
use hognose_vm::native::{Args, Def, MANY, ModuleDef, Result, Trap};
use hognose_vm::types::Type;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "cmath",
    attributes: &[
        Def::function("acos", acos, 1, 1),
        Def::function("acosh", acosh, 1, 1),
        Def::function("asin", asin, 1, 1),
        Def::function("asinh", asinh, 1, 1),
        Def::function("atan", atan, 1, 1),
        Def::function("atanh", atanh, 1, 1),
        Def::function("cos", cos, 1, 1),
        Def::function("cosh", cosh, 1, 1),
        Def::constant("e", |_| Ok(Value::float(core::f64::consts::E))),
        Def::function("exp", exp, 1, 1),
        Def::constant("inf", |_| Ok(Value::float(f64::INFINITY))),
        Def::constant("infj", |vm| make(vm, complex::complex(0.0, f64::INFINITY))),
        Def::keywords("isclose", isclose, 0, MANY),
        Def::function("isfinite", isfinite, 1, 1),
        Def::function("isinf", isinf, 1, 1),
        Def::function("isnan", isnan, 1, 1),
        Def::function("log", log, 1, 2),
        Def::function("log10", log10, 1, 1),
        Def::constant("nan", |_| Ok(Value::float(f64::NAN))),
        Def::constant("nanj", |vm| make(vm, complex::complex(0.0, f64::NAN))),
        Def::function("phase", phase, 1, 1),
        Def::constant("pi", |_| Ok(Value::float(core::f64::consts::PI))),
        Def::function("polar", polar, 1, 1),
        Def::function("rect", rect, 2, 2),
        Def::function("sin", sin, 1, 1),
        Def::function("sinh", sinh, 1, 1),
        Def::function("sqrt", sqrt, 1, 1),
        Def::function("tan", tan, 1, 1),
        Def::function("tanh", tanh, 1, 1),
        Def::constant("tau", |_| Ok(Value::float(core::f64::consts::TAU))),
    ],
    types: &[],
    notes: &[],
    doc: "This module provides access to mathematical functions for complex\nnumbers.",
};

fn make(vm: &mut Vm<'_>, z: Complex) -> Result {
    let made = vm.heap.new_complex(z.re, z.im);
    vm.grant_memory(made)
}

#[cold]
fn fault(vm: &mut Vm<'_>, fault: Fault) -> Trap {
    match fault {
        Fault::Domain => crate::math::domain(vm),
        Fault::Range => crate::math::range(vm),
    }
}

/// An argument as complex number; None for what only Python code can convert.
fn number(vm: &mut Vm<'_>, value: Value) -> Result<Option<Complex>> {
    let value = match vm.builtin_type_of(value) {
        Type::Complex => {
            let (re, im) = vm.heap.complex_parts(vm.unwrap(value));
            return Ok(Some(complex::complex(re, im)));
        }
        Type::Float => vm.unwrap(value),
        _ => value,
    };
    Ok(vm.to_float(value)?.map(|x| complex::complex(x, 0.0)))
}

fn only(vm: &mut Vm<'_>, name: &str, args: Args) -> Result<Complex> {
    let z = args.get(vm, 0);
    match number(vm, z)? {
        Some(z) => Ok(z),
        None => Err(forward_named(vm, "_cmath_again", name, args, args.len())),
    }
}

fn unary(vm: &mut Vm<'_>, name: &str, args: Args, f: fn(Complex) -> Answer) -> Result {
    let z = only(vm, name, args)?;
    match f(z) {
        Ok(z) => make(vm, z),
        Err(why) => Err(fault(vm, why)),
    }
}

macro_rules! unary {
    ($($name:ident)+) => {
        $(
            fn $name(vm: &mut Vm<'_>, args: Args) -> Result {
                unary(vm, stringify!($name), args, complex::$name)
            }
        )+
    };
}

unary! { acos acosh asin asinh atan atanh cos cosh exp log10 sin sinh sqrt tan tanh }

fn isfinite(vm: &mut Vm<'_>, args: Args) -> Result {
    only(vm, "isfinite", args).map(|z| Value::bool(z.re.is_finite() && z.im.is_finite()))
}

fn isinf(vm: &mut Vm<'_>, args: Args) -> Result {
    only(vm, "isinf", args).map(|z| Value::bool(z.re.is_infinite() || z.im.is_infinite()))
}

fn isnan(vm: &mut Vm<'_>, args: Args) -> Result {
    only(vm, "isnan", args).map(|z| Value::bool(z.re.is_nan() || z.im.is_nan()))
}

fn log(vm: &mut Vm<'_>, args: Args) -> Result {
    let z = only(vm, "log", args)?;
    let mut answer = complex::ln(z);
    if args.len() == 2 {
        let base = args.get(vm, 1);
        let Some(base) = number(vm, base)? else {
            return Err(forward_named(vm, "_cmath_again", "log", args, 2));
        };
        answer = answer.and_then(|top| complex::divide(top, complex::ln(base)?));
    }
    match answer {
        Ok(z) => make(vm, z),
        Err(why) => Err(fault(vm, why)),
    }
}

fn phase(vm: &mut Vm<'_>, args: Args) -> Result {
    only(vm, "phase", args).map(|z| Value::float(libm::atan2(z.im, z.re)))
}

fn polar(vm: &mut Vm<'_>, args: Args) -> Result {
    let z = only(vm, "polar", args)?;
    match complex::size(z) {
        Ok(r) => tuple(vm, &[Value::float(r), Value::float(libm::atan2(z.im, z.re))]),
        Err(why) => Err(fault(vm, why)),
    }
}

fn rect(vm: &mut Vm<'_>, args: Args) -> Result {
    let (r, phi) = (args.get(vm, 0), args.get(vm, 1));
    let (Some(r), Some(phi)) = (crate::argument::real(vm, r)?, crate::argument::real(vm, phi)?) else {
        return Err(forward(vm, "_cmath_rect", args));
    };
    match complex::rect(r, phi) {
        Ok(z) => make(vm, z),
        Err(why) => Err(fault(vm, why)),
    }
}

/// `isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)`
fn isclose(vm: &mut Vm<'_>, args: Args) -> Result {
    let mut tolerance = [1e-9, 0.0];
    if args.len() != 2 {
        return Err(forward(vm, "_cmath_isclose", args));
    }
    for i in 0..args.keyword_count() {
        let name = args.keyword_name(vm, i);
        let which = match &*vm.heap.text(name) {
            b"rel_tol" => 0,
            b"abs_tol" => 1,
            _ => return Err(forward(vm, "_cmath_isclose", args)),
        };
        match args.keyword_value(vm, i).as_float() {
            Some(x) => tolerance[which] = x,
            None => return Err(forward(vm, "_cmath_isclose", args)),
        }
    }
    let (a, b) = (args.get(vm, 0), args.get(vm, 1));
    let (Some(a), Some(b)) = (number(vm, a)?, number(vm, b)?) else {
        return Err(forward(vm, "_cmath_isclose", args));
    };
    let [relative, absolute] = tolerance;
    if relative < 0.0 || absolute < 0.0 {
        return Err(vm.raise(Type::ValueError, "tolerances must be non-negative"));
    }
    if a == b {
        return Ok(Value::TRUE);
    }
    if [a.re, a.im, b.re, b.im].iter().any(|x| x.is_infinite()) {
        return Ok(Value::FALSE);
    }
    let size = |z: Complex| libm::hypot(z.re, z.im);
    let apart = size(complex::complex(a.re - b.re, a.im - b.im));
    Ok(Value::bool(apart <= relative * size(b) || apart <= relative * size(a) || apart <= absolute))
}
