//! Special methods that several built-in types share, as scripts may call them by name.

use super::{quick_format, quick_str};
use crate::native::{Args, Result};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;
use hognose_image::isa::BinaryOp;

/// Does the other operand belong to the family that the left one's methods know?
fn is_family(vm: &Vm<'_>, left: Value, right: Value) -> bool {
    if vm.heap.is_str(left) {
        return vm.heap.is_str(right);
    }
    if vm.heap.is_integer(left) {
        return vm.heap.is_integer(right);
    }
    if left.is_float() {
        return right.is_float() || vm.heap.is_integer(right);
    }
    if vm.heap.is_number(left) {
        return vm.heap.is_number(right);
    }
    vm.heap.bytes_like(left).is_some() && vm.heap.bytes_like(right).is_some()
}

fn compare(vm: &mut Vm<'_>, args: Args, operator: u8) -> Result {
    let left = args.get(vm, 0);
    let right = vm.unwrap(args.get(vm, 1));
    use crate::heap::Kind;
    if vm.heap.is_kind(left, Kind::ByteArray) && vm.heap.is_kind(right, Kind::MemoryView) {
        let copy = crate::builtins::memoryview::copy_bytes(vm, right)?;
        let left = args.get(vm, 0);
        return Ok(vm.compare_builtin(operator, left, copy).map_or(Value::NOT_IMPLEMENTED, Value::bool));
    }
    let bytes = vm.heap.is_kind(left, Kind::Bytes) && !vm.heap.is_kind(right, Kind::Bytes);
    if bytes || !is_family(vm, left, right) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    Ok(vm.compare_builtin(operator, left, right).map_or(Value::NOT_IMPLEMENTED, Value::bool))
}

macro_rules! comparisons {
    ($($name:ident $operator:literal $doc:literal)+) => {
        $(
            #[doc = $doc]
            pub(crate) fn $name(vm: &mut Vm<'_>, args: Args) -> Result {
                compare(vm, args, $operator)
            }
        )+
    };
}

comparisons! {
    lt 0 "`__lt__`"
    le 1 "`__le__`"
    eq 2 "`__eq__`"
    ne 3 "`__ne__`"
    gt 4 "`__gt__`"
    ge 5 "`__ge__`"
}

fn arithmetic(vm: &mut Vm<'_>, args: Args, operator: BinaryOp, reflected: bool) -> Result {
    let left = args.get(vm, 0);
    let right = vm.unwrap(args.get(vm, 1));
    if !is_family(vm, left, right) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (left, right) = if reflected { (right, left) } else { (left, right) };
    Ok(vm.number_binary(operator, left, right)?.unwrap_or(Value::NOT_IMPLEMENTED))
}

macro_rules! operators {
    ($($name:ident $reflected:ident $operator:ident)+) => {
        $(
            #[doc = concat!("`__", stringify!($name), "__` of numbers")]
            pub(crate) fn $name(vm: &mut Vm<'_>, args: Args) -> Result {
                arithmetic(vm, args, BinaryOp::$operator, false)
            }
            #[doc = concat!("`__", stringify!($reflected), "__` of numbers")]
            pub(crate) fn $reflected(vm: &mut Vm<'_>, args: Args) -> Result {
                arithmetic(vm, args, BinaryOp::$operator, true)
            }
        )+
    };
}

operators! {
    add radd Add
    sub rsub Sub
    mul rmul Mul
    truediv rtruediv TrueDiv
    floordiv rfloordiv FloorDiv
    modulo rmodulo Mod
    and rand And
    or ror Or
    xor rxor Xor
    lshift rlshift LShift
    rshift rrshift RShift
}

/// `__neg__`
pub(crate) fn neg(vm: &mut Vm<'_>, args: Args) -> Result {
    unary(vm, args, crate::lower::op::NEG)
}

/// `__pos__`
pub(crate) fn pos(vm: &mut Vm<'_>, args: Args) -> Result {
    unary(vm, args, crate::lower::op::POS)
}

/// `__invert__`
pub(crate) fn invert(vm: &mut Vm<'_>, args: Args) -> Result {
    unary(vm, args, crate::lower::op::INV)
}

fn unary(vm: &mut Vm<'_>, args: Args, code: u8) -> Result {
    let value = args.get(vm, 0);
    Ok(vm.unary_builtin(code, value)?.unwrap_or(Value::NOT_IMPLEMENTED))
}

/// `__bool__`
pub(crate) fn truth(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    let truth = match value.as_float() {
        Some(x) => x != 0.0,
        None if vm.heap.is_kind(value, crate::heap::Kind::Complex) => {
            vm.heap.complex_parts(value) != (0.0, 0.0)
        }
        None => value != Value::int(0) && value != Value::FALSE && !value.is_none(),
    };
    Ok(Value::bool(truth))
}

/// `__divmod__` of ints and floats
pub(crate) fn divmod(vm: &mut Vm<'_>, args: Args) -> Result {
    let left = args.get(vm, 0);
    let right = vm.unwrap(args.get(vm, 1));
    if !is_family(vm, left, right) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    Ok(vm.divmod_builtin(left, right)?.unwrap_or(Value::NOT_IMPLEMENTED))
}

/// `__rdivmod__` of ints and floats
pub(crate) fn rdivmod(vm: &mut Vm<'_>, args: Args) -> Result {
    let left = args.get(vm, 0);
    let right = vm.unwrap(args.get(vm, 1));
    if !is_family(vm, left, right) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    Ok(vm.divmod_builtin(right, left)?.unwrap_or(Value::NOT_IMPLEMENTED))
}

/// `__hash__`
pub(crate) fn hash(vm: &mut Vm<'_>, args: Args) -> Result {
    use crate::object::equal::Hash;
    let value = args.get(vm, 0);
    match vm.heap.quick_hash(value) {
        Hash::Visible(hash) => {
            let made = vm.heap.new_int(hash);
            vm.grant_memory(made)
        }
        Hash::Unhashable(what) => Err(vm.unhashable(what)),
        Hash::Full => Err(vm.out_of_memory()),
        Hash::Ask => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// `__len__` of strings and bytes
pub(crate) fn len(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    let n = if vm.heap.is_str(value) { vm.heap.str_len(value) } else { super::raw(vm, value).len() };
    Ok(Value::int(n as i64))
}

/// `__iter__`
pub(crate) fn iter(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    match vm.iter_builtin(value)? {
        Some(iterator) => Ok(iterator),
        None => Err(vm.not_iterable(args.get(vm, 0))),
    }
}

/// `__contains__` of strings and bytes: natively, else as `in` does it.
pub(crate) fn contains(vm: &mut Vm<'_>, args: Args) -> Result {
    let container = args.get(vm, 0);
    let item = vm.unwrap(args.get(vm, 1));
    if let Some(found) = vm.contains_builtin(item, container)? {
        return Ok(Value::bool(found));
    }
    let function = vm.frozen_function("_contains")?;
    let (container, item) = (args.get(vm, 0), args.get(vm, 1));
    Err(vm.tail_call(function, &[container, item]))
}

/// `__getitem__` of strings and bytes
pub(crate) fn getitem(vm: &mut Vm<'_>, args: Args) -> Result {
    let (object, index) = (args.get(vm, 0), args.get(vm, 1));
    if let Some(item) = vm.item_builtin(object, index)? {
        return Ok(item);
    }
    let function = vm.frozen_function("_getitem")?;
    let (object, index) = (args.get(vm, 0), args.get(vm, 1));
    Err(vm.tail_call(function, &[object, index]))
}

fn sequence(
    vm: &mut Vm<'_>,
    left: Value,
    right: Value,
    operator: BinaryOp,
    in_place: bool,
) -> Result<Option<Value>> {
    let right = if vm.is_user_object(right) { vm.unwrap(right) } else { right };
    crate::builtins::sequence_binary(vm, operator, in_place, left, right)
}

/// `__add__` of strings and bytes: TypeError for other operands.
pub(crate) fn concat(vm: &mut Vm<'_>, args: Args) -> Result {
    let (left, right) = (args.get(vm, 0), args.get(vm, 1));
    match sequence(vm, left, right, BinaryOp::Add, false)? {
        Some(value) => Ok(value),
        None => {
            let (left, right) = (args.get(vm, 0), args.get(vm, 1));
            Err(vm.unsupported(BinaryOp::Add, false, left, right))
        }
    }
}

/// `__mul__` and `__rmul__` of strings and bytes
pub(crate) fn repeat(vm: &mut Vm<'_>, args: Args) -> Result {
    let (left, right) = (args.get(vm, 0), args.get(vm, 1));
    match sequence(vm, left, right, BinaryOp::Mul, false)? {
        Some(value) => Ok(value),
        None => {
            let right = args.get(vm, 1);
            Err(super::not_an_integer(vm, right))
        }
    }
}

/// `__mod__` of strings and bytes
pub(crate) fn percent(vm: &mut Vm<'_>, args: Args) -> Result {
    let (left, right) = (args.get(vm, 0), args.get(vm, 1));
    Ok(super::percent(vm, left, right)?.unwrap_or(Value::NOT_IMPLEMENTED))
}

/// `__rmod__` of strings
pub(crate) fn rpercent(vm: &mut Vm<'_>, args: Args) -> Result {
    let (left, right) = (vm.unwrap(args.get(vm, 1)), args.get(vm, 0));
    if vm.builtin_type_of(left) != vm.builtin_type_of(right) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    Ok(super::percent(vm, left, right)?.unwrap_or(Value::NOT_IMPLEMENTED))
}

/// `__format__` of numbers and strings
pub(crate) fn format(vm: &mut Vm<'_>, args: Args) -> Result {
    let (value, spec) = (args.get(vm, 0), args.get(vm, 1));
    let text = vm.unwrap(spec);
    if !vm.heap.is_str(text) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("__format__() argument must be str, not ")?;
            super::write_given(vm, spec, out)
        }));
    }
    let target = if text == Value::EMPTY_STR { value } else { vm.unwrap(value) };
    match quick_format(vm, target, text)? {
        Some(text) => Ok(text),
        None => object_format(vm, args),
    }
}

/// `object.__format__`: `str(self)`, and no spec is known.
pub(crate) fn object_format(vm: &mut Vm<'_>, args: Args) -> Result {
    let (value, spec) = (args.get(vm, 0), args.get(vm, 1));
    let text = vm.unwrap(spec);
    if !vm.heap.is_str(text) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("__format__() argument must be str, not ")?;
            super::write_given(vm, spec, out)
        }));
    }
    if text != Value::EMPTY_STR {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("unsupported format string passed to ")?;
            vm.write_type_name(value, out)?;
            out.write_str(".__format__")
        }));
    }
    match quick_str(vm, value)? {
        Some(text) => Ok(text),
        None => {
            let function = vm.frozen_function("_str")?;
            let value = args.get(vm, 0);
            Err(vm.tail_call(function, &[value]))
        }
    }
}

/// `__getnewargs__`: a tuple of the value alone
pub(crate) fn newargs(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    let made = vm.heap.new_tuple(&[value]);
    vm.grant_memory(made)
}

/// `__pow__` of numbers
pub(crate) fn pow(vm: &mut Vm<'_>, args: Args) -> Result {
    let (left, right) = (args.get(vm, 0), vm.unwrap(args.get(vm, 1)));
    power(vm, left, right, args)
}

/// `__rpow__` of numbers
pub(crate) fn rpow(vm: &mut Vm<'_>, args: Args) -> Result {
    let (left, right) = (vm.unwrap(args.get(vm, 1)), args.get(vm, 0));
    if !is_family(vm, right, left) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    power(vm, left, right, args)
}

fn power(vm: &mut Vm<'_>, left: Value, right: Value, args: Args) -> Result {
    let given = args.get(vm, 2);
    if args.get(vm, 0).is_float() && !given.is_unbound() && !given.is_none() {
        return Err(
            vm.raise(Type::TypeError, "pow() 3rd argument not allowed unless all arguments are integers")
        );
    }
    if !is_family(vm, left, right) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let modulus = args.get(vm, 2);
    if modulus.is_unbound() || modulus.is_none() {
        return Ok(vm.number_binary(BinaryOp::Pow, left, right)?.unwrap_or(Value::NOT_IMPLEMENTED));
    }
    let modulus = vm.unwrap(modulus);
    power_modulo(vm, left, right, modulus)
}

/// `pow(left, right, modulus)` of numbers; NotImplemented for what is none.
pub(crate) fn power_modulo(vm: &mut Vm<'_>, left: Value, right: Value, modulus: Value) -> Result {
    if vm.heap.is_integer(left) && vm.heap.is_integer(right) && vm.heap.is_integer(modulus) {
        return crate::builtins::int::power_modulo(vm, left, right, modulus);
    }
    // The operands are asked in turn, as their types know the answer.
    for asked in [left, right, modulus] {
        if asked.is_float() {
            return Err(
                vm.raise(Type::TypeError, "pow() 3rd argument not allowed unless all arguments are integers")
            );
        }
        let complex = vm.heap.is_kind(asked, crate::heap::Kind::Complex);
        if complex && vm.heap.is_number(left) && vm.heap.is_number(right) {
            return Err(vm.raise(Type::ValueError, "complex modulo"));
        }
    }
    Ok(Value::NOT_IMPLEMENTED)
}
