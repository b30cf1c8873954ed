//! Integers among the arguments of natives, `__index__` included, and `__new__` of built-in types.

use crate::builtins::{BUILTINS_TABLE, find_function};
use crate::heap::Kind;
use crate::names;
use crate::native::{Args, Native, Result, Trap, native_value};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// An argument as an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Index {
    /// It fits.
    Value(i64),
    /// Beyond 64 bits; below zero?
    Huge(bool),
    /// A user's `__index__` must be called.
    Ask,
    /// It is none.
    No,
}

/// A value as an integer.
pub(crate) fn index_of(vm: &mut Vm<'_>, value: Value) -> Index {
    if let Some(n) = value.as_index() {
        return Index::Value(n);
    }
    let inner = vm.unwrap(value);
    if let Some(n) = vm.heap.as_i64(inner) {
        return Index::Value(n);
    }
    if vm.heap.is_kind(inner, Kind::BigInt) {
        return Index::Huge(vm.heap.big_parts(inner).1);
    }
    if vm.is_user_object(value) {
        let class = vm.type_of(value);
        if vm.find_user(class, names::DUNDER_INDEX).is_some() {
            return Index::Ask;
        }
    }
    Index::No
}

/// TypeError for what is no integer.
#[cold]
pub(crate) fn not_an_integer(vm: &mut Vm<'_>, value: Value) -> Trap {
    vm.raise_with(Type::TypeError, |vm, out| {
        out.write_str("'")?;
        vm.write_type_name(value, out)?;
        out.write_str("' object cannot be interpreted as an integer")
    })
}

/// A native by the type (None: module `builtins`) and name it is declared under.
fn callable(vm: &Vm<'_>, owner: Option<Type>, name: &str) -> Value {
    let found = match owner {
        Some(kind) => {
            vm.find_attribute(kind, name.as_bytes()).map(|(owner, i)| native_value(owner as u32, i))
        }
        None => find_function(name.as_bytes()).map(|i| native_value(BUILTINS_TABLE, i)),
    };
    found.unwrap_or(Value::NONE)
}

/// Calls the native again, argument `i` replaced by its `__index__`. At most 6 arguments, no keywords.
#[cold]
pub(crate) fn retry(vm: &mut Vm<'_>, args: Args, i: usize, owner: Option<Type>, name: &str) -> Trap {
    let mut values = [Value::NONE; 6];
    let n = args.len().min(6);
    for (k, value) in values.iter_mut().enumerate().take(n) {
        *value = args.get(vm, k);
    }
    retry_with(vm, &values[..n], i, owner, name)
}

/// Calls a native with these values instead of its arguments, value `i` replaced by its `__index__`. At most 6 values.
#[cold]
pub(crate) fn retry_with(
    vm: &mut Vm<'_>,
    given: &[Value],
    i: usize,
    owner: Option<Type>,
    name: &str,
) -> Trap {
    let n = given.len().min(6);
    let mut values = [Value::NONE; 8];
    values[..2].copy_from_slice(&[callable(vm, owner, name), Value::int(i as i64)]);
    values[2..2 + n].copy_from_slice(&given[..n]);
    crate::builtins::operator::ask(vm, "_retry_index", &values[..2 + n])
}

/// Argument `i` as a size: OverflowError beyond 64 bits.
pub(crate) fn int_argument(
    vm: &mut Vm<'_>,
    args: Args,
    i: usize,
    owner: Option<Type>,
    name: &str,
) -> Result<i64> {
    let value = args.get(vm, i);
    match index_of(vm, value) {
        Index::Value(n) => Ok(n),
        Index::Huge(_) => Err(vm.raise(Type::OverflowError, "Python int too large to convert to C ssize_t")),
        Index::Ask => Err(retry(vm, args, i, owner, name)),
        Index::No => Err(not_an_integer(vm, value)),
    }
}

/// Argument `i` as a bound of a slice: missing and None give the default, huge ones are cut to 64 bits.
pub(crate) fn bound(
    vm: &mut Vm<'_>,
    args: Args,
    i: usize,
    default: i64,
    owner: Option<Type>,
    name: &str,
) -> Result<i64> {
    let value = args.get(vm, i);
    if value.is_unbound() || value.is_none() {
        return Ok(default);
    }
    match index_of(vm, value) {
        Index::Value(n) => Ok(n),
        Index::Huge(negative) => Ok(if negative { i64::MIN } else { i64::MAX }),
        Index::Ask => Err(retry(vm, args, i, owner, name)),
        Index::No => {
            Err(vm
                .raise(Type::TypeError, "slice indices must be integers or None or have an __index__ method"))
        }
    }
}

/// A count of bytes: OverflowError when it is beyond what can be counted, ValueError below zero.
pub(crate) fn bytes_count(vm: &mut Vm<'_>, n: Index) -> Result<usize> {
    match n {
        Index::Value(n) if n < 0 => Err(vm.raise(Type::ValueError, "negative count")),
        Index::Value(n) => match usize::try_from(n) {
            Ok(n) if n <= vm.heap.words() * 8 => Ok(n),
            _ => Err(vm.out_of_memory()),
        },
        _ => Err(vm.raise(Type::OverflowError, "cannot fit 'int' into an index-sized integer")),
    }
}

/// `__new__` of a built-in type: `args` begin with the class. What its constructor makes becomes the payload of the instance
/// of a user class.
pub(crate) fn new_of(vm: &mut Vm<'_>, args: Args, kind: Type, constructor: Native) -> Result {
    let class = args.get(vm, 0);
    if !vm.is_type(class) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            write!(out, "{}.__new__(X): X is not a type object (", kind.name())?;
            vm.write_type_name(class, out)?;
            out.write_str(")")
        }));
    }
    if !vm.is_subclass(class, kind.value()) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            write!(out, "{}.__new__(", kind.name())?;
            vm.write_class_name(class, out)?;
            out.write_str("): ")?;
            vm.write_class_name(class, out)?;
            write!(out, " is not a subtype of {}", kind.name())
        }));
    }
    if class.as_builtin_type().is_some() && class != kind.value() {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            write!(out, "{}.__new__(", kind.name())?;
            vm.write_class_name(class, out)?;
            out.write_str(") is not safe, use ")?;
            vm.write_class_name(class, out)?;
            out.write_str(".__new__()")
        }));
    }
    match constructor(vm, args.skip(1)) {
        Ok(value) if class.as_builtin_type().is_some() => Ok(value),
        Ok(value) => {
            // An instance of a subclass gives its own payload.
            let value = vm.unwrap(value);
            let place = vm.heap.hold(value);
            let class = args.get(vm, 0);
            let instance = vm.new_instance(class)?;
            let value = vm.heap.held(place);
            vm.heap.set_payload(instance, value);
            Ok(instance)
        }
        Err(Trap::Call) if class.as_builtin_type().is_none() => {
            // Python code makes the payload: all of it goes there.
            let function = vm.frozen_function("_new_payload")?;
            Err(vm.tail_forward(function, args))
        }
        Err(trap) => Err(trap),
    }
}
