//! Comparisons of built-in containers that need no Python code.

use crate::heap::{Heap, Kind};
use crate::object::dict::Lookup;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;
use core::cmp::Ordering;

/// How deep sequences are compared here, and how many items.
const DEPTH: usize = 6;
const WORK: usize = 1 << 14;

/// Order of two values of the built-in kinds that have one; None: they have none, or Python code must be asked.
pub(crate) fn quick_order(vm: &Vm<'_>, a: Value, b: Value) -> Option<Ordering> {
    let mut work = WORK;
    order_at(vm, a, b, 0, &mut work)
}

fn order_at(vm: &Vm<'_>, a: Value, b: Value, depth: usize, work: &mut usize) -> Option<Ordering> {
    if let (Some(x), Some(y)) = (a.as_int(), b.as_int()) {
        return Some(x.cmp(&y));
    }
    let heap = &vm.heap;
    if heap.is_number(a) && heap.is_number(b) {
        if heap.is_kind(a, Kind::Complex) || heap.is_kind(b, Kind::Complex) {
            return None;
        }
        return vm.number_order(a, b);
    }
    if heap.is_str(a) && heap.is_str(b) {
        return Some(heap.text(a).cmp(&heap.text(b)));
    }
    match (heap.kind(a), heap.kind(b)) {
        (Kind::Tuple, Kind::Tuple) | (Kind::List, Kind::List) if depth < DEPTH => {
            let n = heap.items(a).len().min(heap.items(b).len());
            for i in 0..n {
                if *work == 0 {
                    return None;
                }
                *work -= 1;
                let (x, y) = (Value(heap.items(a)[i]), Value(heap.items(b)[i]));
                match heap.quick_eq(x, y, depth + 1) {
                    Some(true) => {}
                    Some(false) => return order_at(vm, x, y, depth + 1, work),
                    None => return None,
                }
            }
            Some(heap.items(a).len().cmp(&heap.items(b).len()))
        }
        (Kind::Bytes, Kind::Bytes | Kind::ByteArray) | (Kind::ByteArray, Kind::Bytes | Kind::ByteArray) => {
            Some(heap.bytes_like(a)?.cmp(heap.bytes_like(b)?))
        }
        _ => None,
    }
}

/// `left operator right` (`< <= == != > >=`) of built-in containers; None when these do not go together or Python code must
/// be asked.
pub(crate) fn quick_compare(vm: &Vm<'_>, operator: u8, left: Value, right: Value) -> Option<bool> {
    let heap = &vm.heap;
    if matches!(operator, 2 | 3) {
        return heap.quick_eq(left, right, 0).map(|equal| equal == (operator == 2));
    }
    match (heap.kind(left), heap.kind(right)) {
        (Kind::List, Kind::List) | (Kind::Tuple, Kind::Tuple) => {
            let order = quick_order(vm, left, right)?;
            Some(match operator {
                0 => order.is_lt(),
                1 => order.is_le(),
                4 => order.is_gt(),
                _ => order.is_ge(),
            })
        }
        (Kind::Set | Kind::FrozenSet, Kind::Set | Kind::FrozenSet) => {
            let (n, m) = (heap.dict_len(left), heap.dict_len(right));
            match operator {
                0 if n >= m => Some(false),
                4 if n <= m => Some(false),
                0 | 1 => quick_subset(heap, left, right),
                _ => quick_subset(heap, right, left),
            }
        }
        _ => None,
    }
}

/// Are all keys of a dict or set in the other one?
pub(crate) fn quick_subset(heap: &Heap<'_>, a: Value, b: Value) -> Option<bool> {
    if heap.dict_len(a) > heap.dict_len(b) {
        return Some(false);
    }
    let mut unknown = false;
    for bucket in 0..heap.dict_buckets(a) {
        let Some((entry, hash)) = heap.dict_bucket(a, bucket) else { continue };
        match heap.find(b, heap.entry_key(a, entry), hash) {
            Lookup::Found(_) => {}
            Lookup::Missing => return Some(false),
            Lookup::Ask { .. } => unknown = true,
        }
    }
    if unknown { None } else { Some(true) }
}

/// Index from `from` on of the first pair of items that are not surely equal; the length of the shorter sequence when
/// there is none.
pub(crate) fn first_difference(heap: &Heap<'_>, a: Value, b: Value, from: usize) -> usize {
    let n = heap.items(a).len().min(heap.items(b).len());
    (from..n)
        .find(|&i| heap.quick_eq(Value(heap.items(a)[i]), Value(heap.items(b)[i]), 0) != Some(true))
        .unwrap_or(n)
}

/// Which frozen comparison two values need.
pub(crate) fn family(vm: &Vm<'_>, left: Value, right: Value) -> i64 {
    let sort = |v: Value| match vm.builtin_type_of(v) {
        Type::List => 1,
        Type::Tuple => 2,
        Type::Dict => 3,
        Type::Set | Type::FrozenSet | Type::DictKeys | Type::DictItems => 4,
        Type::Range => 5,
        Type::Slice => 6,
        Type::MappingProxy => 7,
        Type::Method | Type::Builtin => 8,
        _ => 0,
    };
    let (l, r) = (sort(left), sort(right));
    if l == 7 || r == 7 {
        7
    } else if l == r {
        l
    } else {
        0
    }
}
