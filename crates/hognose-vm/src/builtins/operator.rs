//! Operators, items and iteration of built-in sequences: what the interpreter asks for.

mod compare;
mod concat;
mod contains;
mod index;
mod item;
mod next;
mod store;

pub(crate) use compare::{family, first_difference, quick_compare, quick_order, quick_subset};
pub(crate) use concat::repeat;
pub(crate) use contains::quick_contains;
pub(crate) use index::{Bounds, Index, argument, bounds, has_index, index_of, not_an_integer};
pub(crate) use item::{first_item, place, range_parts, sequence_item};
pub(crate) use next::{
    iter_record, nested, next_other, pair, plainness, plainness_over, reverse_iterator, zip_uneven,
};
pub(crate) use store::{bytes_copy, delete_item, set_item};

use crate::heap::Kind;
use crate::native::{Result, Trap};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;
use hognose_image::isa::BinaryOp;

/// Calls a frozen function with values instead of going on here.
pub(crate) fn ask(vm: &mut Vm<'_>, function: &'static str, values: &[Value]) -> Trap {
    let mark = vm.heap.held_mark();
    for &value in values {
        vm.heap.hold(value);
    }
    let found = vm.frozen_function(function);
    let mut now = [Value::NONE; 8];
    let n = values.len().min(now.len());
    for (i, value) in now.iter_mut().enumerate().take(n) {
        *value = vm.heap.held_at(mark + i);
    }
    vm.heap.release_to(mark);
    match found {
        Ok(function) => vm.tail_call(function, &now[..n]),
        Err(trap) => trap,
    }
}

/// Hands the arguments of a native over to a frozen function.
pub(crate) fn hand_over(vm: &mut Vm<'_>, function: &'static str, args: crate::native::Args) -> Trap {
    match vm.frozen_function(function) {
        Ok(function) => vm.tail_forward(function, args),
        Err(trap) => trap,
    }
}

/// Binary operators of built-in types other than numbers; None: they do not know it.
pub(crate) fn sequence_binary(
    vm: &mut Vm<'_>,
    operator: BinaryOp,
    in_place: bool,
    left: Value,
    right: Value,
) -> Result<Option<Value>> {
    match operator {
        BinaryOp::Add if in_place && vm.heap.is_kind(left, Kind::List) => {
            super::list::extend_in_place(vm, left, right).map(Some)
        }
        BinaryOp::Add if in_place && vm.heap.is_kind(left, Kind::ByteArray) => {
            let right = vm.bytes_inside(right);
            if vm.heap.bytes_like(right).is_none() && !vm.heap.is_kind(right, Kind::MemoryView) {
                return Ok(None);
            }
            Err(ask(vm, "_bytearray_iadd", &[left, right]))
        }
        BinaryOp::Add => {
            let has_bytes = matches!(vm.heap.kind(left), Kind::Bytes | Kind::ByteArray);
            let right = if has_bytes { vm.bytes_inside(right) } else { right };
            let sum = concat::concat(vm, left, right)?;
            let is_bytes = |vm: &Vm<'_>, v| matches!(vm.heap.kind(v), Kind::Bytes | Kind::ByteArray);
            if sum.is_none() && is_bytes(vm, left) && vm.heap.is_kind(right, Kind::MemoryView) {
                return Err(ask(vm, "_bytes_add", &[left, right]));
            }
            Ok(sum)
        }
        BinaryOp::Mul => multiply(vm, in_place, left, right),
        BinaryOp::Mod if has!("str %") && is_template(vm, left) => super::text::percent(vm, left, right),
        BinaryOp::And | BinaryOp::Or | BinaryOp::Xor | BinaryOp::Sub => {
            super::set::binary(vm, operator, in_place, left, right)
        }
        _ => Ok(None),
    }
}

fn is_template(vm: &Vm<'_>, value: Value) -> bool {
    vm.heap.is_str(value) || matches!(vm.heap.kind(value), Kind::Bytes | Kind::ByteArray)
}

fn is_repeatable(vm: &Vm<'_>, value: Value) -> bool {
    vm.heap.is_str(value)
        || matches!(vm.heap.kind(value), Kind::List | Kind::Tuple | Kind::Bytes | Kind::ByteArray)
}

/// A short string some times, when that is a short one as well.
#[cfg(target_pointer_width = "64")]
fn few_times(text: Value, times: Value) -> Option<Value> {
    let (bytes, n) = text.short_bytes();
    let times = times.as_int().filter(|times| text.is_short_str() && (0..=5).contains(times))? as usize;
    if n * times > 5 {
        return None;
    }
    let word = (0..times).fold(0, |word, i| word | u64::from_le_bytes(bytes) << (8 * n * i));
    Some(Value::short_word(word, n * times))
}

fn multiply(vm: &mut Vm<'_>, in_place: bool, left: Value, right: Value) -> Result<Option<Value>> {
    #[cfg(target_pointer_width = "64")]
    if let Some(text) = few_times(left, right) {
        return Ok(Some(text));
    }
    let (sequence, times, in_place) = if is_repeatable(vm, left) {
        (left, right, in_place)
    } else if is_repeatable(vm, right) {
        (right, left, false)
    } else {
        return Ok(None);
    };
    match index_of(vm, times) {
        Index::At(n) => repeat(vm, sequence, n, in_place),
        Index::Far(_) => Err(vm.raise(Type::OverflowError, "cannot fit 'int' into an index-sized integer")),
        Index::Other if has_index(vm, times) => {
            Err(ask(vm, "_sequence_repeat", &[sequence, times, Value::bool(in_place)]))
        }
        Index::Other => Ok(None),
    }
}

/// A binary operator after the methods of user classes were asked: with the built-in objects inside instances of
/// subclasses. None: the operands do not go together.
pub(crate) fn payload_binary(
    vm: &mut Vm<'_>,
    operator: BinaryOp,
    in_place: bool,
    left: Value,
    right: Value,
) -> Result<Option<Value>> {
    let (l, r) = (vm.unwrap(left), vm.unwrap(right));
    if vm.heap.is_number(l) && vm.heap.is_number(r) {
        return vm.number_binary(operator, l, r);
    }
    if has!("str %") && operator == BinaryOp::Mod && is_template(vm, l) {
        return super::text::percent(vm, l, right);
    }
    let mutable = matches!(vm.heap.kind(l), Kind::List | Kind::Dict | Kind::Set | Kind::ByteArray);
    if in_place && mutable {
        if l != left {
            // The instance stays what the variable holds.
            return Err(ask(vm, "_in_place", &[Value::int(operator as i64), left, l, right]));
        }
        if vm.heap.is_kind(l, Kind::List) && operator == BinaryOp::Add {
            return super::list::extend_in_place(vm, l, right).map(Some);
        }
    }
    if let Some(value) = sequence_binary(vm, operator, in_place, l, r)? {
        return Ok(Some(value));
    }
    method_binary(vm, operator, in_place, left, right)
}

/// The methods that the tables of other built-in types have for an operator (types, aliases, memory views ...).
fn method_binary(
    vm: &mut Vm<'_>,
    operator: BinaryOp,
    in_place: bool,
    left: Value,
    right: Value,
) -> Result<Option<Value>> {
    let (name, reflected, _) = crate::interp::methods(operator);
    let (lc, rc) = (vm.type_of(left), vm.type_of(right));
    let known = |vm: &mut Vm<'_>, value: Value, class: Value, name: Value| {
        let own = matches!(
            vm.heap.kind(vm.unwrap(value)),
            Kind::List
                | Kind::Tuple
                | Kind::Dict
                | Kind::Set
                | Kind::FrozenSet
                | Kind::Bytes
                | Kind::ByteArray
        );
        let value = vm.unwrap(value);
        !own && !vm.heap.is_str(value)
            && !vm.heap.is_number(value)
            && vm.find_in_type(class, name).is_some_and(|found| found.as_native().is_some())
    };
    if !known(vm, left, lc, name) && !known(vm, right, rc, reflected) {
        return Ok(None);
    }
    let values = [left, right, name, reflected, Value::int(operator as i64), Value::bool(in_place)];
    Err(ask(vm, "_operator_methods", &values))
}
