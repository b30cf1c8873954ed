//! Special methods that built-in containers share, for their tables: each does what the instruction of the same purpose
//! does, and hands over to the same frozen function.

use super::operator::{
    Index, ask, family, hand_over, has_index, index_of, not_an_integer, quick_compare, range_parts,
    reverse_iterator, sequence_binary,
};
use crate::heap::Kind;
use crate::native::{Args, Result};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;
use hognose_image::isa::BinaryOp;

/// At most one positional argument and no keywords, for constructors.
pub(crate) fn one_argument(vm: &mut Vm<'_>, name: &str, args: Args) -> Result<()> {
    if args.keyword_count() > 0 {
        return Err(
            vm.raise_with(Type::TypeError, |_, out| write!(out, "{name}() takes no keyword arguments"))
        );
    }
    if args.len() > 1 {
        let n = args.len();
        return Err(vm.raise_with(Type::TypeError, |_, out| {
            write!(out, "{name} expected at most 1 argument, got {n}")
        }));
    }
    Ok(())
}

/// A set on the one side, on the other something else that is like one: only the views know what to do.
fn is_other_set(vm: &Vm<'_>, set: Value, other: Value) -> bool {
    matches!(vm.heap.kind(set), Kind::Set | Kind::FrozenSet) && vm.heap.is_kind(other, Kind::Record)
}

fn binary(vm: &mut Vm<'_>, args: Args, operator: BinaryOp, in_place: bool) -> Result {
    let (left, right) = (args.get(vm, 0), vm.unwrap(args.get(vm, 1)));
    if is_other_set(vm, left, right) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    if let Some(value) = sequence_binary(vm, operator, in_place, left, right)? {
        return Ok(value);
    }
    let left = args.get(vm, 0);
    if matches!(vm.heap.kind(left), Kind::Set | Kind::FrozenSet | Kind::Dict | Kind::Record) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let right = args.get(vm, 1);
    if operator == BinaryOp::Mul {
        return Err(not_an_integer(vm, right));
    }
    Err(vm.unsupported(operator, in_place, left, right))
}

fn reflected(vm: &mut Vm<'_>, args: Args, operator: BinaryOp) -> Result {
    let (right, left) = (args.get(vm, 0), vm.unwrap(args.get(vm, 1)));
    if is_other_set(vm, right, left) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    Ok(sequence_binary(vm, operator, false, left, right)?.unwrap_or(Value::NOT_IMPLEMENTED))
}

/// `__add__`
pub(crate) fn add(vm: &mut Vm<'_>, args: Args) -> Result {
    binary(vm, args, BinaryOp::Add, false)
}

/// `__iadd__`
pub(crate) fn iadd(vm: &mut Vm<'_>, args: Args) -> Result {
    binary(vm, args, BinaryOp::Add, true)
}

/// `__mul__` and `__rmul__`
pub(crate) fn mul(vm: &mut Vm<'_>, args: Args) -> Result {
    binary(vm, args, BinaryOp::Mul, false)
}

/// `__imul__`
pub(crate) fn imul(vm: &mut Vm<'_>, args: Args) -> Result {
    binary(vm, args, BinaryOp::Mul, true)
}

/// `__and__`
pub(crate) fn and(vm: &mut Vm<'_>, args: Args) -> Result {
    binary(vm, args, BinaryOp::And, false)
}

/// `__or__`
pub(crate) fn or(vm: &mut Vm<'_>, args: Args) -> Result {
    binary(vm, args, BinaryOp::Or, false)
}

/// `__xor__`
pub(crate) fn xor(vm: &mut Vm<'_>, args: Args) -> Result {
    binary(vm, args, BinaryOp::Xor, false)
}

/// `__sub__`
pub(crate) fn sub(vm: &mut Vm<'_>, args: Args) -> Result {
    binary(vm, args, BinaryOp::Sub, false)
}

/// `__iand__`
pub(crate) fn iand(vm: &mut Vm<'_>, args: Args) -> Result {
    binary(vm, args, BinaryOp::And, true)
}

/// `__ior__`
pub(crate) fn ior(vm: &mut Vm<'_>, args: Args) -> Result {
    binary(vm, args, BinaryOp::Or, true)
}

/// `__ixor__`
pub(crate) fn ixor(vm: &mut Vm<'_>, args: Args) -> Result {
    binary(vm, args, BinaryOp::Xor, true)
}

/// `__isub__`
pub(crate) fn isub(vm: &mut Vm<'_>, args: Args) -> Result {
    binary(vm, args, BinaryOp::Sub, true)
}

/// `__rand__`
pub(crate) fn rand(vm: &mut Vm<'_>, args: Args) -> Result {
    reflected(vm, args, BinaryOp::And)
}

/// `__ror__`
pub(crate) fn ror(vm: &mut Vm<'_>, args: Args) -> Result {
    reflected(vm, args, BinaryOp::Or)
}

/// `__rxor__`
pub(crate) fn rxor(vm: &mut Vm<'_>, args: Args) -> Result {
    reflected(vm, args, BinaryOp::Xor)
}

/// `__rsub__`
pub(crate) fn rsub(vm: &mut Vm<'_>, args: Args) -> Result {
    reflected(vm, args, BinaryOp::Sub)
}

/// A comparison as a method: NotImplemented when the operands do not go together.
fn compare(vm: &mut Vm<'_>, args: Args, operator: u8) -> Result {
    let (left, right) = (args.get(vm, 0), vm.unwrap(args.get(vm, 1)));
    if family(vm, left, right) == 0 || is_other_set(vm, left, right) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    match quick_compare(vm, operator, left, right) {
        Some(truth) => Ok(Value::bool(truth)),
        None => Err(ask(vm, "_compare", &[Value::int(operator as i64), left, right])),
    }
}

/// `__lt__`
pub(crate) fn lt(vm: &mut Vm<'_>, args: Args) -> Result {
    compare(vm, args, 0)
}

/// `__le__`
pub(crate) fn le(vm: &mut Vm<'_>, args: Args) -> Result {
    compare(vm, args, 1)
}

/// `__eq__`
pub(crate) fn eq(vm: &mut Vm<'_>, args: Args) -> Result {
    compare(vm, args, 2)
}

/// `__ne__`
pub(crate) fn ne(vm: &mut Vm<'_>, args: Args) -> Result {
    compare(vm, args, 3)
}

/// `__gt__`
pub(crate) fn gt(vm: &mut Vm<'_>, args: Args) -> Result {
    compare(vm, args, 4)
}

/// `__ge__`
pub(crate) fn ge(vm: &mut Vm<'_>, args: Args) -> Result {
    compare(vm, args, 5)
}

/// `__hash__` of hashable containers.
pub(crate) fn hash(vm: &mut Vm<'_>, args: Args) -> Result {
    Err(hand_over(vm, "_builtin_hash", args))
}

/// `__class_getitem__`: the type with type arguments.
pub(crate) fn class_getitem(vm: &mut Vm<'_>, args: Args) -> Result {
    super::alias::new_alias(vm, args.get(vm, 0), args.get(vm, 1))
}

/// `__getitem__`
pub(crate) fn getitem(vm: &mut Vm<'_>, args: Args) -> Result {
    let (object, index) = (args.get(vm, 0), args.get(vm, 1));
    match vm.item_builtin(object, index)? {
        Some(value) => Ok(value),
        None => Err(hand_over(vm, "_getitem", args)),
    }
}

/// `__setitem__`
pub(crate) fn setitem(vm: &mut Vm<'_>, args: Args) -> Result {
    Err(hand_over(vm, "_setitem", args))
}

/// `__delitem__`
pub(crate) fn delitem(vm: &mut Vm<'_>, args: Args) -> Result {
    Err(hand_over(vm, "_delitem", args))
}

/// `__contains__`
pub(crate) fn contains(vm: &mut Vm<'_>, args: Args) -> Result {
    let (container, item) = (args.get(vm, 0), args.get(vm, 1));
    match vm.contains_builtin(item, container)? {
        Some(truth) => Ok(Value::bool(truth)),
        None => Err(hand_over(vm, "_contains", args)),
    }
}

/// `__iter__`
pub(crate) fn iter(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    match vm.iter_builtin(value)? {
        Some(iterator) => Ok(iterator),
        None => Err(hand_over(vm, "_iter_record", args)),
    }
}

/// `__reversed__`
pub(crate) fn reversed(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    match reverse_iterator(vm, value)? {
        Some(iterator) => Ok(iterator),
        None => Err(hand_over(vm, "_reverse_record", args)),
    }
}

/// `__len__`
pub(crate) fn len(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    match quick_len(vm, value) {
        Some(n) => Ok(Value::int(n as i64)),
        None => Err(hand_over(vm, "_len", args)),
    }
}

/// Number of items of a built-in container, when that needs no Python code.
pub(crate) fn quick_len(vm: &Vm<'_>, value: Value) -> Option<u64> {
    let heap = &vm.heap;
    Some(match heap.kind(value) {
        Kind::List | Kind::Tuple => heap.items(value).len() as u64,
        Kind::Dict | Kind::Set | Kind::FrozenSet => heap.dict_len(value) as u64,
        Kind::Bytes | Kind::ByteArray => heap.bytes_like(value).map_or(0, <[u8]>::len) as u64,
        Kind::Range => range_parts(vm, value)?.2,
        Kind::Record
            if matches!(
                Type::from_index(heap.aux(value)),
                Type::DictKeys | Type::DictValues | Type::DictItems | Type::MappingProxy
            ) =>
        {
            return quick_len_of_dict(vm, heap.record_field(value, 0));
        }
        Kind::Record => (vm.brought_record(value)?.length)(vm, value),
        _ if heap.is_str(value) => heap.str_len(value) as u64,
        _ => return None,
    })
}

fn quick_len_of_dict(vm: &Vm<'_>, value: Value) -> Option<u64> {
    let dict = vm.unwrap(value);
    if vm.heap.is_kind(dict, Kind::Dict) { Some(vm.heap.dict_len(dict) as u64) } else { None }
}

/// Where looking for an item came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The item with that index is equal.
    At(usize),
    /// There is none.
    None,
    /// Only Python code can say whether the item with that index is equal.
    Ask(usize),
}

/// Looks for an equal item of a list or tuple from `start` up to `stop`.
pub(crate) fn find_item(vm: &mut Vm<'_>, sequence: Value, item: Value, start: usize, stop: usize) -> Place {
    let stop = stop.min(vm.heap.items(sequence).len());
    vm.charge(stop.saturating_sub(start) / 2);
    if item.is_int() {
        // Most are found, or passed, by identity of the word.
        for i in start..stop {
            let found = Value(vm.heap.items(sequence)[i]);
            if found == item {
                return Place::At(i);
            }
            if !found.is_int() {
                match vm.heap.quick_eq(found, item, 0) {
                    Some(true) => return Place::At(i),
                    Some(false) => {}
                    None => return Place::Ask(i),
                }
            }
        }
        return Place::None;
    }
    for i in start..stop {
        match vm.heap.quick_eq(Value(vm.heap.items(sequence)[i]), item, 0) {
            Some(true) => return Place::At(i),
            Some(false) => {}
            None => return Place::Ask(i),
        }
    }
    Place::None
}

/// `list.count`, `tuple.count`
pub(crate) fn count(vm: &mut Vm<'_>, args: Args) -> Result {
    let (mut n, mut at) = (0, 0);
    loop {
        match find_item(vm, args.get(vm, 0), args.get(vm, 1), at, usize::MAX) {
            Place::At(i) => {
                n += 1;
                at = i + 1;
            }
            Place::None => return Ok(Value::int(n)),
            Place::Ask(_) => return Err(hand_over(vm, "_sequence_count", args)),
        }
    }
}

/// `list.index`, `tuple.index`
pub(crate) fn index(vm: &mut Vm<'_>, args: Args) -> Result {
    let len = vm.heap.items(args.get(vm, 0)).len();
    let mut limits = [0, len];
    for (i, limit) in limits.iter_mut().enumerate() {
        let value = args.get(vm, 2 + i);
        if value.is_unbound() {
            continue;
        }
        match index_of(vm, value) {
            Index::At(n) if n < 0 => *limit = n.saturating_add(len as i64).max(0) as usize,
            Index::At(n) => *limit = (n as u64).min(len as u64) as usize,
            Index::Far(negative) => *limit = if negative { 0 } else { len },
            Index::Other if has_index(vm, value) => return Err(hand_over(vm, "_sequence_index", args)),
            Index::Other => {
                return Err(
                    vm.raise(Type::TypeError, "slice indices must be integers or have an __index__ method")
                );
            }
        }
    }
    match find_item(vm, args.get(vm, 0), args.get(vm, 1), limits[0], limits[1]) {
        Place::At(i) => Ok(Value::int(i as i64)),
        Place::Ask(_) => Err(hand_over(vm, "_sequence_index", args)),
        Place::None if vm.heap.is_kind(args.get(vm, 0), Kind::List) => {
            let item = args.get(vm, 1);
            Err(ask(vm, "_not_in_list", &[item]))
        }
        Place::None => Err(vm.raise(Type::ValueError, "tuple.index(x): x not in tuple")),
    }
}
