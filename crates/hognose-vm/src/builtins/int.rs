//! `int` and `bool`: their tables and methods.

mod bytes;
mod construct;

pub(crate) use construct::int_of_text;

use super::text::special as s;
use super::text::{Index, float_to_int, index_of, not_an_integer, repr_method, with_int};
use crate::native::{Args, Def, MANY, Native, Result};
use crate::num::bigint;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;
use hognose_image::isa::BinaryOp;

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    match kind {
        Type::Bool => BOOL,
        _ => INT,
    }
}

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    match kind {
        Type::Bool => wanted!("bool", construct::boolean),
        _ => wanted!("int", construct::constructor),
    }
}

static BOOL: &[Def] = defs!["bool";
    Def::function("__and__", s::and, 1, 1),
    Def::fixed("__new__", construct::new_bool, 0, MANY),
    Def::function("__or__", s::or, 1, 1),
    Def::function("__rand__", s::rand, 1, 1),
    Def::function("__repr__", repr_method, 0, 0),
    Def::function("__ror__", s::ror, 1, 1),
    Def::function("__rxor__", s::rxor, 1, 1),
    Def::function("__xor__", s::xor, 1, 1),
];

static INT: &[Def] = defs!["int";
    Def::function("__abs__", abs, 0, 0),
    Def::function("__add__", s::add, 1, 1),
    Def::function("__and__", s::and, 1, 1),
    Def::function("__bool__", s::truth, 0, 0),
    Def::function("__ceil__", itself, 0, 0),
    Def::function("__divmod__", s::divmod, 1, 1),
    Def::function("__eq__", s::eq, 1, 1),
    Def::function("__float__", float, 0, 0),
    Def::function("__floor__", itself, 0, 0),
    Def::function("__floordiv__", s::floordiv, 1, 1),
    Def::function("__format__", s::format, 1, 1),
    Def::function("__ge__", s::ge, 1, 1),
    Def::function("__getnewargs__", s::newargs, 0, 0),
    Def::function("__gt__", s::gt, 1, 1),
    Def::function("__hash__", s::hash, 0, 0),
    Def::function("__index__", itself, 0, 0),
    Def::function("__int__", itself, 0, 0),
    Def::function("__invert__", s::invert, 0, 0),
    Def::function("__le__", s::le, 1, 1),
    Def::function("__lshift__", s::lshift, 1, 1),
    Def::function("__lt__", s::lt, 1, 1),
    Def::function("__mod__", s::modulo, 1, 1),
    Def::function("__mul__", s::mul, 1, 1),
    Def::function("__ne__", s::ne, 1, 1),
    Def::function("__neg__", s::neg, 0, 0),
    Def::fixed("__new__", construct::new, 0, MANY),
    Def::function("__or__", s::or, 1, 1),
    Def::function("__pos__", s::pos, 0, 0),
    Def::function("__pow__", s::pow, 1, 2),
    Def::function("__radd__", s::radd, 1, 1),
    Def::function("__rand__", s::rand, 1, 1),
    Def::function("__rdivmod__", s::rdivmod, 1, 1),
    Def::function("__repr__", repr_method, 0, 0),
    Def::function("__rfloordiv__", s::rfloordiv, 1, 1),
    Def::function("__rlshift__", s::rlshift, 1, 1),
    Def::function("__rmod__", s::rmodulo, 1, 1),
    Def::function("__rmul__", s::rmul, 1, 1),
    Def::function("__ror__", s::ror, 1, 1),
    Def::function("__round__", round, 0, 1),
    Def::function("__rpow__", s::rpow, 1, 2),
    Def::function("__rrshift__", s::rrshift, 1, 1),
    Def::function("__rshift__", s::rshift, 1, 1),
    Def::function("__rsub__", s::rsub, 1, 1),
    Def::function("__rtruediv__", s::rtruediv, 1, 1),
    Def::function("__rxor__", s::rxor, 1, 1),
    Def::function("__sub__", s::sub, 1, 1),
    Def::function("__truediv__", s::truediv, 1, 1),
    Def::function("__trunc__", itself, 0, 0),
    Def::function("__xor__", s::xor, 1, 1),
    Def::function("as_integer_ratio", ratio, 0, 0),
    Def::function("bit_count", bit_count, 0, 0),
    Def::function("bit_length", bit_length, 0, 0),
    Def::function("conjugate", itself, 0, 0),
    Def::getter("denominator", one),
    Def::class_method("from_bytes", bytes::from_bytes, 0, MANY).with_keywords(),
    Def::getter("imag", zero),
    Def::getter("numerator", itself),
    Def::getter("real", itself),
    Def::keywords("to_bytes", bytes::to_bytes, 0, MANY),
];

/// The value of a getter's or method's receiver as an int, not a bool.
fn receiver(vm: &Vm<'_>, args: Args) -> Value {
    let value = vm.unwrap(args.get(vm, 0));
    value.as_index().map_or(value, Value::int)
}

fn itself(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(receiver(vm, args))
}

fn zero(_: &mut Vm<'_>, _: Args) -> Result {
    Ok(Value::int(0))
}

fn one(_: &mut Vm<'_>, _: Args) -> Result {
    Ok(Value::int(1))
}

fn abs(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = receiver(vm, args);
    absolute(vm, value)
}

/// The absolute value of an int.
pub(crate) fn absolute(vm: &mut Vm<'_>, value: Value) -> Result {
    if vm.heap.int_parts(value).is_some_and(|parts| parts.negative()) {
        return Ok(vm.unary_builtin(crate::lower::op::NEG, value)?.unwrap_or(value));
    }
    Ok(value.as_index().map_or(value, Value::int))
}

fn float(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = receiver(vm, args);
    Ok(vm.to_float(value)?.map_or(Value::NOT_IMPLEMENTED, Value::float))
}

fn ratio(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = receiver(vm, args);
    let made = vm.heap.new_tuple(&[value, Value::int(1)]);
    vm.grant_memory(made)
}

fn bit_count(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = receiver(vm, args);
    let n = with_int(vm, value, |int| bigint::bit_count(int.mag)).unwrap_or(0);
    Ok(Value::int(n as i64))
}

fn bit_length(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = receiver(vm, args);
    let n = with_int(vm, value, |int| bigint::bit_length(int.mag)).unwrap_or(0);
    Ok(Value::int(n as i64))
}

fn round(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = receiver(vm, args);
    let digits = args.get(vm, 1);
    if digits.is_unbound() {
        return Ok(value);
    }
    match index_of(vm, digits) {
        Index::Value(n) => round_int(vm, value, n),
        Index::Huge(negative) => Ok(if negative { Value::int(0) } else { value }),
        Index::Ask => Err(super::text::retry(vm, args, 1, Some(Type::Int), "__round__")),
        Index::No => Err(not_an_integer(vm, digits)),
    }
}

/// `round(value, digits)` of an int: half to even at a power of ten.
pub(crate) fn round_int(vm: &mut Vm<'_>, value: Value, digits: i64) -> Result {
    let places = digits.unsigned_abs();
    if digits >= 0 {
        return Ok(value);
    }
    let most = with_int(vm, value, |int| bigint::decimal_digits_at_least(int.mag)).unwrap_or(0) + 2;
    if places > most {
        return Ok(Value::int(0));
    }
    if let Some(n) = value.as_index().filter(|_| places <= 18) {
        let unit = 10i64.pow(places as u32);
        let (mut whole, rest) = (n.div_euclid(unit), n.rem_euclid(unit));
        if rest > unit - rest || rest == unit - rest && whole & 1 != 0 {
            whole += 1;
        }
        let made = vm.heap.new_int(whole.saturating_mul(unit));
        return vm.grant_memory(made);
    }
    let place = vm.heap.hold(value);
    let function = vm.frozen_function("_int_round")?;
    let value = vm.heap.held(place);
    Err(vm.tail_call(function, &[value, Value::int(places as i64)]))
}

/// `base ** exponent % modulus` of ints, by Python's rules of signs.
pub(crate) fn power_modulo(vm: &mut Vm<'_>, base: Value, exponent: Value, modulus: Value) -> Result {
    if modulus.as_index() == Some(0) {
        return Err(vm.raise(Type::ValueError, "pow() 3rd argument cannot be 0"));
    }
    let small = (base.as_index(), exponent.as_index(), modulus.as_index());
    if let (Some(b), Some(e), Some(m)) = small {
        return small_power_modulo(vm, b, e, m);
    }
    let mark = vm.heap.held_mark();
    let (b, e, m) = (vm.heap.hold(base), vm.heap.hold(exponent), vm.heap.hold(modulus));
    let function = vm.frozen_function("_int_pow_mod")?;
    let values = [vm.heap.held(b), vm.heap.held(e), vm.heap.held(m)];
    vm.heap.release_to(mark);
    Err(vm.tail_call(function, &values))
}

fn small_power_modulo(vm: &mut Vm<'_>, base: i64, exponent: i64, modulus: i64) -> Result {
    let size = modulus.unsigned_abs() as u128;
    let mut base = (base as i128).rem_euclid(size as i128) as u128;
    if exponent < 0 {
        // The inverse, by the extended algorithm of Euclid.
        let (mut a, mut b, mut x, mut y) = (base as i128, size as i128, 1i128, 0i128);
        while b != 0 {
            let q = a / b;
            (a, b) = (b, a - q * b);
            (x, y) = (y, x - q * y);
        }
        if a != 1 && size != 1 {
            return Err(vm.raise(Type::ValueError, "base is not invertible for the given modulus"));
        }
        base = x.rem_euclid(size as i128) as u128;
    }
    let mut rest = exponent.unsigned_abs();
    let mut result = 1 % size;
    while rest > 0 {
        if rest & 1 != 0 {
            result = result * base % size;
        }
        base = base * base % size;
        rest >>= 1;
    }
    let result = result as i64;
    Ok(Value::int(if modulus < 0 && result != 0 { result + modulus } else { result }))
}

/// The inverse of `base` modulo `modulus` (above 1, `base` below it): for frozen code.
pub(crate) fn inverse(vm: &mut Vm<'_>, args: Args) -> Result {
    let (base, modulus) = (args.get(vm, 0), args.get(vm, 1));
    let m = with_int(vm, modulus, |int| int.mag.len()).unwrap_or(0);
    vm.charge(40 * m * m / 8);
    let mut found = true;
    let made = vm.big_into(base, modulus, m + 1, bigint::inverse_scratch(m), |a, b, out, scratch| {
        match bigint::inverse(a.mag, b.mag, out, scratch) {
            Ok(Some(len)) => Some(bigint::Made { neg: false, len }),
            Ok(None) => {
                found = false;
                Some(bigint::Made { neg: false, len: 0 })
            }
            Err(_) => None,
        }
    })?;
    if !found {
        return Err(vm.raise(Type::ValueError, "base is not invertible for the given modulus"));
    }
    Ok(made)
}

/// A float cut to an int; int of anything else with a whole part that needs no Python code: None.
pub(crate) fn whole(vm: &mut Vm<'_>, value: Value) -> Result<Option<Value>> {
    if let Some(x) = value.as_float() {
        return float_to_int(vm, x).map(Some);
    }
    if vm.heap.is_integer(value) {
        return Ok(Some(value.as_index().map_or(value, Value::int)));
    }
    Ok(None)
}

/// `pow(base, exponent)` of two numbers.
pub(crate) fn power(vm: &mut Vm<'_>, base: Value, exponent: Value) -> Result<Option<Value>> {
    vm.number_binary(BinaryOp::Pow, base, exponent)
}
