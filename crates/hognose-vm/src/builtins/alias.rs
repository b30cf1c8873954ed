//! Generic aliases (`list[int]`) and unions (`int | str`).

use crate::heap::{Held, Kind};
use crate::native::{Args, Def, MANY, Native, Result};
use crate::object::tuple::tuple_words;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// How deep aliases in aliases are compared.
const NESTING: usize = 16;
/// Field of an alias: is it unpacked?
const UNPACKED: usize = 2;

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    match kind {
        Type::GenericAlias => ALIAS,
        Type::Union => UNION,
        _ => &[],
    }
}

static ALIAS: &[Def] = defs!["GenericAlias";
    Def::member("__args__", get_args),
    Def::keywords("__call__", call, 0, MANY),
    Def::frozen("__copy__", &"_same"),
    Def::frozen("__deepcopy__", &"_same"),
    Def::function("__eq__", eq, 1, 1),
    Def::frozen("__getitem__", &"_alias_getitem"),
    Def::frozen("__hash__", &"_alias_hash"),
    Def::frozen("__instancecheck__", &"_alias_instancecheck"),
    Def::function("__iter__", iter, 0, 0),
    Def::function("__mro_entries__", mro_entries, 1, 1),
    Def::fixed("__new__", new, 3, 3),
    Def::function("__or__", or, 1, 1),
    Def::member("__origin__", get_origin),
    Def::getter("__parameters__", get_parameters),
    Def::frozen("__repr__", &"_alias_repr"),
    Def::function("__ror__", ror, 1, 1),
    Def::frozen("__subclasscheck__", &"_alias_subclasscheck"),
    Def::member("__unpacked__", get_unpacked),
];

static UNION: &[Def] = defs!["UnionType";
    Def::member("__args__", get_union_args),
    Def::function("__eq__", eq, 1, 1),
    Def::frozen("__getitem__", &"_alias_getitem"),
    Def::frozen("__hash__", &"_union_hash"),
    Def::frozen("__instancecheck__", &"_union_instancecheck"),
    Def::function("__or__", or, 1, 1),
    Def::getter("__parameters__", get_parameters),
    Def::frozen("__repr__", &"_union_repr"),
    Def::function("__ror__", ror, 1, 1),
    Def::frozen("__subclasscheck__", &"_union_subclasscheck"),
];

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    if kind == Type::GenericAlias { Some(make) } else { None }
}

fn make(vm: &mut Vm<'_>, args: Args) -> Result {
    if args.len() != 2 || args.keyword_count() > 0 {
        let n = args.len();
        return Err(vm.raise_with(Type::TypeError, |_, out| {
            write!(out, "GenericAlias expected 2 arguments, got {n}")
        }));
    }
    let (origin, item) = (args.get(vm, 0), args.get(vm, 1));
    new_alias(vm, origin, item)
}

fn new(vm: &mut Vm<'_>, args: Args) -> Result {
    make(vm, args.skip(1))
}

/// `origin[item]`: arguments are the items of a tuple, or that one thing.
pub(crate) fn new_alias(vm: &mut Vm<'_>, origin: Value, item: Value) -> Result {
    let mark = vm.heap.held_mark();
    let o = vm.heap.hold(origin);
    let arguments = if vm.heap.is_kind(item, Kind::Tuple) {
        Ok(item)
    } else {
        let made = vm.heap.new_tuple(&[item]);
        vm.grant_memory(made)
    };
    let result = arguments.and_then(|arguments| {
        let origin = vm.heap.held(o);
        let made = vm.heap.new_record(Type::GenericAlias, &[origin, arguments, Value::FALSE]);
        vm.grant_memory(made)
    });
    vm.heap.release_to(mark);
    result
}

fn call(vm: &mut Vm<'_>, args: Args) -> Result {
    let origin = vm.heap.record_field(args.get(vm, 0), 0);
    Err(vm.tail_forward(origin, args.skip(1)))
}

fn get_origin(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.heap.record_field(args.get(vm, 0), 0))
}

fn get_args(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.heap.record_field(args.get(vm, 0), 1))
}

/// Is it the `*alias` that iterating gives?
fn get_unpacked(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.heap.record_field(args.get(vm, 0), UNPACKED))
}

/// `*alias` makes one item: the alias again, marked as unpacked.
fn iter(vm: &mut Vm<'_>, args: Args) -> Result {
    let alias = args.get(vm, 0);
    let fields = [vm.heap.record_field(alias, 0), vm.heap.record_field(alias, 1), Value::TRUE];
    let made = vm.heap.new_record(Type::GenericAlias, &fields);
    let alias = vm.grant_memory(made)?;
    let made = vm.heap.new_tuple(&[alias]);
    let tuple = vm.grant_memory(made)?;
    let made = vm.heap.new_iter(Type::TupleIterator, 0, 0, tuple, Value::NULL, Value::NULL);
    vm.grant_memory(made)
}

fn get_union_args(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.heap.record_field(args.get(vm, 0), 0))
}

/// Type variables are objects of the library; the engine's own aliases have none.
fn get_parameters(vm: &mut Vm<'_>, _args: Args) -> Result {
    Ok(vm.heap.root(crate::heap::Root::EmptyTuple))
}

fn mro_entries(vm: &mut Vm<'_>, args: Args) -> Result {
    let origin = vm.heap.record_field(args.get(vm, 0), 0);
    let made = vm.heap.new_tuple(&[origin]);
    vm.grant_memory(made)
}

fn eq(vm: &mut Vm<'_>, args: Args) -> Result {
    let (left, right) = (args.get(vm, 0), args.get(vm, 1));
    let kind = vm.builtin_type_of(left);
    if !vm.heap.is_record(right, kind) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    Ok(Value::bool(same(vm, left, right, 0)))
}

/// Are these types, aliases or unions the same?
fn same(vm: &Vm<'_>, left: Value, right: Value, depth: usize) -> bool {
    if left == right {
        return true;
    }
    if depth > NESTING {
        return false;
    }
    let each = |a: Value, b: Value| {
        let n = vm.heap.tuple_len(a);
        n == vm.heap.tuple_len(b)
            && (0..n).all(|i| same(vm, vm.heap.item(a, i), vm.heap.item(b, i), depth + 1))
    };
    if vm.heap.is_record(left, Type::GenericAlias) && vm.heap.is_record(right, Type::GenericAlias) {
        return same(vm, vm.heap.record_field(left, 0), vm.heap.record_field(right, 0), depth + 1)
            && vm.heap.record_field(left, UNPACKED) == vm.heap.record_field(right, UNPACKED)
            && each(vm.heap.record_field(left, 1), vm.heap.record_field(right, 1));
    }
    if vm.heap.is_record(left, Type::Union) && vm.heap.is_record(right, Type::Union) {
        let (a, b) = (vm.heap.record_field(left, 0), vm.heap.record_field(right, 0));
        let n = vm.heap.tuple_len(a);
        return n == vm.heap.tuple_len(b)
            && (0..n).all(|i| (0..n).any(|j| same(vm, vm.heap.item(a, i), vm.heap.item(b, j), depth + 1)));
    }
    vm.heap.quick_eq(left, right, 0) == Some(true)
}

fn or(vm: &mut Vm<'_>, args: Args) -> Result {
    let (left, right) = (args.get(vm, 0), args.get(vm, 1));
    Ok(union(vm, left, right)?.unwrap_or(Value::NOT_IMPLEMENTED))
}

fn ror(vm: &mut Vm<'_>, args: Args) -> Result {
    let (right, left) = (args.get(vm, 0), args.get(vm, 1));
    Ok(union(vm, left, right)?.unwrap_or(Value::NOT_IMPLEMENTED))
}

/// May it stand on a side of `|` between types?
fn is_member(vm: &Vm<'_>, value: Value) -> bool {
    value.is_none() || vm.is_type(value) || is_combined(vm, value)
}

fn is_combined(vm: &Vm<'_>, value: Value) -> bool {
    vm.heap.is_record(value, Type::GenericAlias) || vm.heap.is_record(value, Type::Union)
}

/// `left | right` of types; None when these are no types.
pub(crate) fn union(vm: &mut Vm<'_>, left: Value, right: Value) -> Result<Option<Value>> {
    if !is_member(vm, left) || !is_member(vm, right) || left.is_none() && right.is_none() {
        return Ok(None);
    }
    let mark = vm.heap.held_mark();
    let sides = [vm.heap.hold(left), vm.heap.hold(right)];
    let result = union_held(vm, sides);
    vm.heap.release_to(mark);
    result.map(Some)
}

fn union_held(vm: &mut Vm<'_>, sides: [Held; 2]) -> Result {
    let mut total = 0;
    for side in sides {
        total += count(vm, side);
    }
    vm.charge(total * total / 4);
    if total > 4096 {
        return Err(vm.raise(Type::OverflowError, "too many members in a union"));
    }
    vm.reserve(2 * tuple_words(total) + 3)?;
    let all = vm.heap.alloc_array(total, Value::NONE);
    let mut n = 0;
    for side in sides {
        for i in 0..count(vm, side) {
            let side = vm.heap.held(side);
            let item = if vm.heap.is_record(side, Type::Union) {
                vm.heap.item(vm.heap.record_field(side, 0), i)
            } else {
                side
            };
            let item = if item.is_none() { Type::None.value() } else { item };
            if !(0..n).any(|k| same(vm, vm.heap.item(all, k), item, 0)) {
                vm.heap.set_item(all, n, item);
                n += 1;
            }
        }
    }
    if n == 1 {
        return Ok(vm.heap.item(all, 0));
    }
    let members = vm.heap.alloc_tuple(n);
    for i in 0..n {
        let item = vm.heap.item(all, i);
        vm.heap.set_item(members, i, item);
    }
    let made = vm.heap.new_record(Type::Union, &[members]);
    vm.grant_memory(made)
}

/// Members that one side of `|` brings.
fn count(vm: &Vm<'_>, side: Held) -> usize {
    let side = vm.heap.held(side);
    if vm.heap.is_record(side, Type::Union) { vm.heap.tuple_len(vm.heap.record_field(side, 0)) } else { 1 }
}
