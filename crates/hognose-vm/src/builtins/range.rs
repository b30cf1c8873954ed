//! `range`

use super::methods;
use super::operator::{Index, hand_over, has_index, index_of, not_an_integer, range_parts};
use crate::heap::Kind;
use crate::native::{Args, Def, Native, Result};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    let _ = kind;
    static ATTRIBUTES: &[Def] = defs!["range";
        Def::frozen("__bool__", &"_range_bool"),
        Def::function("__contains__", methods::contains, 1, 1),
        Def::function("__eq__", methods::eq, 1, 1),
        Def::function("__getitem__", methods::getitem, 1, 1),
        Def::function("__hash__", methods::hash, 0, 0),
        Def::function("__iter__", methods::iter, 0, 0),
        Def::function("__len__", methods::len, 0, 0),
        Def::function("__ne__", methods::ne, 1, 1),
        Def::function("__repr__", super::text::repr_method, 0, 0),
        Def::function("__reversed__", methods::reversed, 0, 0),
        Def::function("count", count, 1, 1),
        Def::function("index", index, 1, 1),
        Def::member("start", |vm, args| Ok(vm.heap.field(args.get(vm, 0), 1))),
        Def::member("step", |vm, args| Ok(vm.heap.field(args.get(vm, 0), 3))),
        Def::member("stop", |vm, args| Ok(vm.heap.field(args.get(vm, 0), 2))),
    ];
    ATTRIBUTES
}

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    let _ = kind;
    Some(construct)
}

fn construct(vm: &mut Vm<'_>, args: Args) -> Result {
    if args.keyword_count() > 0 {
        return Err(vm.raise(Type::TypeError, "range() takes no keyword arguments"));
    }
    let n = args.len();
    if n == 0 || n > 3 {
        let limit = if n == 0 { "at least 1 argument" } else { "at most 3 arguments" };
        return Err(vm.raise_with(Type::TypeError, |_, out| write!(out, "range expected {limit}, got {n}")));
    }
    for i in 0..n {
        let value = args.get(vm, i);
        if value.is_int() {
            continue;
        }
        match index_of(vm, value) {
            Index::At(_) | Index::Far(_) => {
                let int = vm.unwrap(value);
                let int = int.as_index().filter(|_| int.is_bool()).map_or(int, Value::int);
                args.set(vm, i, int);
            }
            Index::Other if has_index(vm, value) => return Err(hand_over(vm, "_range_new", args)),
            Index::Other => return Err(not_an_integer(vm, value)),
        }
    }
    let step = if n == 3 { args.get(vm, 2) } else { Value::int(1) };
    if step == Value::int(0) {
        return Err(vm.raise(Type::ValueError, "range() arg 3 must not be zero"));
    }
    let (start, stop) =
        if n == 1 { (Value::int(0), args.get(vm, 0)) } else { (args.get(vm, 0), args.get(vm, 1)) };
    let made = vm.heap.new_triple(Kind::Range, start, stop, step);
    vm.grant_memory(made)
}

/// Index of a value in a range, when that needs no Python code: `Some(None)` when it is not in it.
pub(crate) fn position(vm: &Vm<'_>, range: Value, value: Value) -> Option<Option<u64>> {
    let n = match value.as_index() {
        Some(n) => n,
        None => match value.as_float() {
            Some(x) if libm::trunc(x) != x || libm::fabs(x) > 1e15 => return Some(None),
            Some(x) => x as i64,
            // Strings and the like are equal to no number.
            None if vm.heap.is_str(value) || value.is_none() => return Some(None),
            None => return None,
        },
    };
    let (start, step, len) = range_parts(vm, range)?;
    let far = n - start;
    if far % step != 0 {
        return Some(None);
    }
    let at = far / step;
    Some(if at >= 0 && (at as u64) < len { Some(at as u64) } else { None })
}

fn count(vm: &mut Vm<'_>, args: Args) -> Result {
    match position(vm, args.get(vm, 0), args.get(vm, 1)) {
        Some(found) => Ok(Value::int(found.is_some() as i64)),
        None => Err(hand_over(vm, "_range_count", args)),
    }
}

fn index(vm: &mut Vm<'_>, args: Args) -> Result {
    match position(vm, args.get(vm, 0), args.get(vm, 1)) {
        Some(Some(at)) => Ok(Value::int(at as i64)),
        _ => Err(hand_over(vm, "_range_index", args)),
    }
}
