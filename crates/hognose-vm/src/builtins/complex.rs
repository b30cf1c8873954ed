//! `complex`

use super::text::special as s;
use super::text::{Parameters, new_of, repr_method};
use crate::heap::Kind;
use crate::names;
use crate::native::{Args, Def, MANY, Native, Result};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    let _ = kind;
    ATTRIBUTES
}

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    let _ = kind;
    wanted!("complex", construct)
}

static ATTRIBUTES: &[Def] = defs!["complex";
    Def::function("__abs__", abs, 0, 0),
    Def::function("__add__", s::add, 1, 1),
    Def::function("__bool__", s::truth, 0, 0),
    Def::function("__complex__", itself, 0, 0),
    Def::function("__eq__", s::eq, 1, 1),
    Def::function("__format__", s::format, 1, 1),
    Def::function("__ge__", unordered, 1, 1),
    Def::function("__getnewargs__", newargs, 0, 0),
    Def::function("__gt__", unordered, 1, 1),
    Def::function("__hash__", s::hash, 0, 0),
    Def::function("__le__", unordered, 1, 1),
    Def::function("__lt__", unordered, 1, 1),
    Def::function("__mul__", s::mul, 1, 1),
    Def::function("__ne__", s::ne, 1, 1),
    Def::function("__neg__", s::neg, 0, 0),
    Def::fixed("__new__", new, 0, MANY),
    Def::function("__pos__", s::pos, 0, 0),
    Def::function("__pow__", s::pow, 1, 2),
    Def::function("__radd__", s::radd, 1, 1),
    Def::function("__repr__", repr_method, 0, 0),
    Def::function("__rmul__", s::rmul, 1, 1),
    Def::function("__rpow__", s::rpow, 1, 2),
    Def::function("__rsub__", s::rsub, 1, 1),
    Def::function("__rtruediv__", s::rtruediv, 1, 1),
    Def::function("__sub__", s::sub, 1, 1),
    Def::function("__truediv__", s::truediv, 1, 1),
    Def::function("conjugate", conjugate, 0, 0),
    Def::member("imag", imag),
    Def::member("real", real),
];

fn parts(vm: &Vm<'_>, args: Args) -> (f64, f64) {
    let value = vm.unwrap(args.get(vm, 0));
    if vm.heap.is_kind(value, Kind::Complex) { vm.heap.complex_parts(value) } else { (0.0, 0.0) }
}

fn itself(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.unwrap(args.get(vm, 0)))
}

fn unordered(_: &mut Vm<'_>, _: Args) -> Result {
    Ok(Value::NOT_IMPLEMENTED)
}

fn real(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(Value::float(parts(vm, args).0))
}

fn imag(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(Value::float(parts(vm, args).1))
}

fn conjugate(vm: &mut Vm<'_>, args: Args) -> Result {
    let (re, im) = parts(vm, args);
    vm.make_complex((re, -im))
}

fn newargs(vm: &mut Vm<'_>, args: Args) -> Result {
    let (re, im) = parts(vm, args);
    let made = vm.heap.new_tuple(&[Value::float(re), Value::float(im)]);
    vm.grant_memory(made)
}

fn abs(vm: &mut Vm<'_>, args: Args) -> Result {
    let (re, im) = parts(vm, args);
    magnitude(vm, re, im)
}

/// `abs` of a complex number.
pub(crate) fn magnitude(vm: &mut Vm<'_>, re: f64, im: f64) -> Result {
    let length = libm::hypot(re, im);
    if length.is_infinite() && re.is_finite() && im.is_finite() {
        return Err(vm.raise(Type::OverflowError, "absolute value too large"));
    }
    Ok(Value::float(length))
}

static COMPLEX: Parameters<2> =
    Parameters { function: "complex", names: ["real", "imag"], required: 0, positional: 2 };

/// What an argument of `complex` is.
enum Part {
    Number(f64, f64, bool),
    /// Python code knows.
    Ask,
    No,
}

fn part(vm: &mut Vm<'_>, value: Value, first: bool) -> Result<Part> {
    if value.is_unbound() {
        return Ok(Part::Number(0.0, 0.0, false));
    }
    if vm.is_user_object(value) {
        let class = vm.type_of(value);
        let names: &[Value] = &[names::DUNDER_COMPLEX, names::DUNDER_FLOAT, names::DUNDER_INDEX];
        for &name in if first { names } else { &names[1..] } {
            if vm.find_user(class, name).is_some() {
                return Ok(Part::Ask);
            }
        }
    }
    let inner = vm.unwrap(value);
    if vm.heap.is_kind(inner, Kind::Complex) {
        let (re, im) = vm.heap.complex_parts(inner);
        return Ok(Part::Number(re, im, true));
    }
    Ok(match vm.to_float(inner)? {
        Some(x) => Part::Number(x, 0.0, false),
        None => Part::No,
    })
}

/// `complex(real, imag)`, `complex(text)`
fn construct(vm: &mut Vm<'_>, args: Args) -> Result {
    let bound = COMPLEX.bind(vm, args, 0)?;
    let (real, imag) = (bound.get(vm, 0), bound.get(vm, 1));
    let text = vm.unwrap(real);
    if vm.heap.is_str(text) {
        if !imag.is_unbound() {
            return Err(vm.raise(Type::TypeError, "complex() can't take second arg if first is a string"));
        }
        let place = vm.heap.hold(text);
        let function = vm.frozen_function("_complex_of_text")?;
        let text = vm.heap.held(place);
        return Err(vm.tail_call(function, &[text]));
    }
    if vm.heap.is_str(vm.unwrap(imag)) {
        return Err(vm.raise(Type::TypeError, "complex() second arg can't be a string"));
    }
    let (first, second) = (part(vm, real, true)?, part(vm, imag, false)?);
    let (re, im) = match (first, second) {
        (Part::No, _) => {
            return Err(vm.raise_with(Type::TypeError, |vm, out| {
                out.write_str("complex() first argument must be a string or a number, not '")?;
                vm.write_type_name(real, out)?;
                out.write_str("'")
            }));
        }
        (_, Part::No) => {
            return Err(vm.raise_with(Type::TypeError, |vm, out| {
                out.write_str("complex() second argument must be a number, not '")?;
                vm.write_type_name(imag, out)?;
                out.write_str("'")
            }));
        }
        (Part::Number(a, b, complex), Part::Number(c, d, also_complex)) => {
            // real + imag * 1j, without touching parts that were not given: zeros keep their signs.
            let re = if also_complex { a - d } else { a };
            let im = match (imag.is_unbound(), complex) {
                (true, _) => b,
                (false, true) => c + b,
                (false, false) => c,
            };
            (re, im)
        }
        _ => {
            let function = vm.frozen_function("_complex")?;
            let (real, imag) = (bound.get(vm, 0), bound.get(vm, 1));
            let real = if real.is_unbound() { Value::int(0) } else { real };
            return Err(if imag.is_unbound() {
                vm.tail_call(function, &[real])
            } else {
                vm.tail_call(function, &[real, imag])
            });
        }
    };
    vm.make_complex((re, im))
}

/// `complex.__new__`
fn new(vm: &mut Vm<'_>, args: Args) -> Result {
    new_of(vm, args, Type::Complex, construct)
}
