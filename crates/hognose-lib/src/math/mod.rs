//! Module `math`. Natives do what floats and ints need; `__float__`, `__index__`, iterables are left to frozen code.

mod float;
mod integer;
mod norm;
mod special;

use hognose_vm::native::{Def, MANY, ModuleDef};
use hognose_vm::value::Value;

pub(crate) use float::{domain, range};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "math",
    attributes: &[
        Def::function("_fsum", norm::fsum, 1, 1),
        Def::function("_gcd", integer::gcd_two, 2, 2),
        Def::function("acos", float::acos, 1, 1),
        Def::function("acosh", float::acosh, 1, 1),
        Def::function("asin", float::asin, 1, 1),
        Def::function("asinh", float::asinh, 1, 1),
        Def::function("atan", float::atan, 1, 1),
        Def::function("atan2", float::atan2, 2, 2),
        Def::function("atanh", float::atanh, 1, 1),
        Def::function("cbrt", float::cbrt, 1, 1),
        Def::function("ceil", integer::ceil, 1, 1),
        Def::function("comb", integer::comb, 2, 2),
        Def::function("copysign", float::copysign, 2, 2),
        Def::function("cos", float::cos, 1, 1),
        Def::function("cosh", float::cosh, 1, 1),
        Def::function("degrees", float::degrees, 1, 1),
        Def::function("dist", norm::dist, 2, 2),
        Def::constant("e", |_| Ok(Value::float(core::f64::consts::E))),
        Def::function("erf", float::erf, 1, 1),
        Def::function("erfc", float::erfc, 1, 1),
        Def::function("exp", float::exp, 1, 1),
        Def::function("exp2", float::exp2, 1, 1),
        Def::function("expm1", float::expm1, 1, 1),
        Def::function("fabs", float::fabs, 1, 1),
        Def::function("factorial", integer::factorial, 1, 1),
        Def::function("floor", integer::floor, 1, 1),
        Def::function("fmod", float::fmod, 2, 2),
        Def::function("frexp", float::frexp, 1, 1),
        Def::function("fsum", norm::fsum, 1, 1),
        Def::function("gamma", special::gamma, 1, 1),
        Def::function("gcd", integer::gcd, 0, MANY),
        Def::function("hypot", norm::hypot, 0, MANY),
        Def::constant("inf", |_| Ok(Value::float(f64::INFINITY))),
        Def::keywords("isclose", float::isclose, 0, MANY),
        Def::function("isfinite", float::isfinite, 1, 1),
        Def::function("isinf", float::isinf, 1, 1),
        Def::function("isnan", float::isnan, 1, 1),
        Def::function("isqrt", integer::isqrt, 1, 1),
        Def::function("lcm", integer::lcm, 0, MANY),
        Def::function("ldexp", float::ldexp, 2, 2),
        Def::function("lgamma", special::lgamma, 1, 1),
        Def::function("log", float::log, 0, MANY),
        Def::function("log10", float::log10, 1, 1),
        Def::function("log1p", float::log1p, 1, 1),
        Def::function("log2", float::log2, 1, 1),
        Def::function("modf", float::modf, 1, 1),
        Def::constant("nan", |_| Ok(Value::float(f64::NAN))),
        Def::function("nextafter", float::nextafter, 2, 2),
        Def::function("perm", integer::perm, 1, 2),
        Def::constant("pi", |_| Ok(Value::float(core::f64::consts::PI))),
        Def::function("pow", float::pow, 2, 2),
        Def::frozen("prod", &"_math_prod"),
        Def::function("radians", float::radians, 1, 1),
        Def::function("remainder", float::remainder, 2, 2),
        Def::function("sin", float::sin, 1, 1),
        Def::function("sinh", float::sinh, 1, 1),
        Def::function("sqrt", float::sqrt, 1, 1),
        Def::function("tan", float::tan, 1, 1),
        Def::function("tanh", float::tanh, 1, 1),
        Def::constant("tau", |_| Ok(Value::float(core::f64::consts::TAU))),
        Def::function("trunc", integer::trunc, 1, 1),
        Def::function("ulp", float::ulp, 1, 1),
    ],
    types: &[],
    notes: &[],
    doc: "This module provides access to the mathematical functions\ndefined by the C standard.",
};
