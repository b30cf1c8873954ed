//! `float`: its table and methods.

mod construct;

use super::text::special as s;
use super::text::{Index, TextBuilder, float_to_int, index_of, not_an_integer, raw, repr_method, retry};
use crate::native::{Args, Def, MANY, Native, Result};
use crate::num::bigint::{self, Int};
use crate::num::float::{self as float, HexError, ratio, round_half_even, round_places};
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
    wanted!("float", construct::constructor)
}

static ATTRIBUTES: &[Def] = defs!["float";
    Def::function("__abs__", abs, 0, 0),
    Def::function("__add__", s::add, 1, 1),
    Def::function("__bool__", s::truth, 0, 0),
    Def::function("__ceil__", ceil, 0, 0),
    Def::function("__divmod__", s::divmod, 1, 1),
    Def::function("__eq__", s::eq, 1, 1),
    Def::function("__float__", itself, 0, 0),
    Def::function("__floor__", floor, 0, 0),
    Def::function("__floordiv__", s::floordiv, 1, 1),
    Def::function("__format__", s::format, 1, 1),
    Def::function("__ge__", s::ge, 1, 1),
    Def::class_method("__getformat__", getformat, 1, 1),
    Def::function("__getnewargs__", s::newargs, 0, 0),
    Def::function("__gt__", s::gt, 1, 1),
    Def::function("__hash__", s::hash, 0, 0),
    Def::function("__int__", trunc, 0, 0),
    Def::function("__le__", s::le, 1, 1),
    Def::function("__lt__", s::lt, 1, 1),
    Def::function("__mod__", s::modulo, 1, 1),
    Def::function("__mul__", s::mul, 1, 1),
    Def::function("__ne__", s::ne, 1, 1),
    Def::function("__neg__", s::neg, 0, 0),
    Def::fixed("__new__", construct::new, 0, MANY),
    Def::function("__pos__", s::pos, 0, 0),
    Def::function("__pow__", s::pow, 1, 2),
    Def::function("__radd__", s::radd, 1, 1),
    Def::function("__rdivmod__", s::rdivmod, 1, 1),
    Def::function("__repr__", repr_method, 0, 0),
    Def::function("__rfloordiv__", s::rfloordiv, 1, 1),
    Def::function("__rmod__", s::rmodulo, 1, 1),
    Def::function("__rmul__", s::rmul, 1, 1),
    Def::function("__round__", round, 0, 1),
    Def::function("__rpow__", s::rpow, 1, 2),
    Def::function("__rsub__", s::rsub, 1, 1),
    Def::function("__rtruediv__", s::rtruediv, 1, 1),
    Def::function("__sub__", s::sub, 1, 1),
    Def::function("__truediv__", s::truediv, 1, 1),
    Def::function("__trunc__", trunc, 0, 0),
    Def::function("as_integer_ratio", as_integer_ratio, 0, 0),
    Def::function("conjugate", itself, 0, 0),
    Def::class_method("fromhex", fromhex, 1, 1),
    Def::function("hex", hex, 0, 0),
    Def::getter("imag", zero),
    Def::function("is_integer", is_integer, 0, 0),
    Def::getter("real", itself),
];

fn receiver(vm: &Vm<'_>, args: Args) -> f64 {
    vm.unwrap(args.get(vm, 0)).as_float().unwrap_or(0.0)
}

fn itself(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(Value::float(receiver(vm, args)))
}

fn zero(_: &mut Vm<'_>, _: Args) -> Result {
    Ok(Value::float(0.0))
}

fn abs(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(Value::float(libm::fabs(receiver(vm, args))))
}

fn trunc(vm: &mut Vm<'_>, args: Args) -> Result {
    let x = receiver(vm, args);
    float_to_int(vm, x)
}

/// `float.__getformat__(kind)`: floats are those of IEEE 754 everywhere, and the bytes of packed ones begin with the lowest.
fn getformat(vm: &mut Vm<'_>, args: Args) -> Result {
    let kind = args.get(vm, 1);
    if !vm.heap.is_str(kind) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("__getformat__() argument must be str, not ")?;
            vm.write_type_name(kind, out)
        }));
    }
    if !matches!(&*vm.heap.text(kind), b"double" | b"float") {
        return Err(vm.raise(Type::ValueError, "__getformat__() argument 1 must be 'double' or 'float'"));
    }
    let made = vm.heap.new_str(b"IEEE, little-endian");
    vm.grant_memory(made)
}

fn floor(vm: &mut Vm<'_>, args: Args) -> Result {
    let x = receiver(vm, args);
    float_to_int(vm, libm::floor(x))
}

fn ceil(vm: &mut Vm<'_>, args: Args) -> Result {
    let x = receiver(vm, args);
    float_to_int(vm, libm::ceil(x))
}

fn is_integer(vm: &mut Vm<'_>, args: Args) -> Result {
    let x = receiver(vm, args);
    Ok(Value::bool(x.is_finite() && libm::floor(x) == x))
}

fn round(vm: &mut Vm<'_>, args: Args) -> Result {
    let x = receiver(vm, args);
    let digits = args.get(vm, 1);
    if digits.is_unbound() || digits.is_none() {
        return float_to_int(vm, round_half_even(x));
    }
    match index_of(vm, digits) {
        Index::Ask => Err(retry(vm, args, 1, Some(Type::Float), "__round__")),
        Index::No => Err(not_an_integer(vm, digits)),
        Index::Value(n) => round_float(vm, x, n),
        Index::Huge(negative) => round_float(vm, x, if negative { i64::MIN } else { i64::MAX }),
    }
}

/// `round(x, places)`
pub(crate) fn round_float(vm: &mut Vm<'_>, x: f64, places: i64) -> Result {
    match round_places(x, places) {
        Some(x) => Ok(Value::float(x)),
        None => Err(vm.raise(Type::OverflowError, "rounded value too large to represent")),
    }
}

fn as_integer_ratio(vm: &mut Vm<'_>, args: Args) -> Result {
    let x = receiver(vm, args);
    let Some(parts) = ratio(x) else {
        return Err(if x.is_nan() {
            vm.raise(Type::ValueError, "cannot convert NaN to integer ratio")
        } else {
            vm.raise(Type::OverflowError, "cannot convert Infinity to integer ratio")
        });
    };
    let numerator = shifted(vm, parts.neg, parts.mantissa, parts.up)?;
    let place = vm.heap.hold(numerator);
    let denominator = shifted(vm, false, 1, parts.down)?;
    let numerator = vm.heap.held(place);
    let made = vm.heap.new_tuple(&[numerator, denominator]);
    vm.grant_memory(made)
}

/// An int of 64 bits moved up.
fn shifted(vm: &mut Vm<'_>, neg: bool, magnitude: u64, by: u32) -> Result {
    let limbs = [magnitude as u32, (magnitude >> 32) as u32];
    let n = by as usize / 32 + 4;
    vm.big_into(Value::int(0), Value::int(0), n, 0, |_, _, out, _| {
        bigint::shl(Int::new(neg, &limbs), by.into(), out).ok()
    })
}

fn hex(vm: &mut Vm<'_>, args: Args) -> Result {
    let x = receiver(vm, args);
    let builder = TextBuilder::new(vm, 32)?;
    builder.render(vm, |sink| float::to_hex(x, sink))?;
    Ok(builder.finish(vm))
}

fn fromhex(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 1);
    let text = vm.unwrap(value);
    if !vm.heap.is_str(text) {
        return Err(vm.raise(Type::TypeError, "bad argument type for built-in operation"));
    }
    let result = float::from_hex(&raw(vm, text));
    let x = match result {
        Ok(x) => Value::float(x),
        Err(HexError::Invalid) => {
            return Err(vm.raise(Type::ValueError, "invalid hexadecimal floating-point string"));
        }
        Err(HexError::TooLarge) => {
            return Err(vm.raise(Type::OverflowError, "hexadecimal value too large to represent as a float"));
        }
    };
    let class = args.get(vm, 0);
    if class == Type::Float.value() {
        return Ok(x);
    }
    Err(vm.tail_call(class, &[x]))
}
