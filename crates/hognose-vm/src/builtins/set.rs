//! `set` and `frozenset`

use super::dict::{Sought, no_hash, seek};
use super::methods;
use super::operator::{ask, hand_over, plainness, quick_subset};
use super::subclass;
use crate::heap::{Held, Kind};
use crate::interp::Next;
use crate::names;
use crate::native::{Args, Def, MANY, Native, Result};
use crate::object::dict::{DICT_WORDS, Lookup};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;
use hognose_image::isa::BinaryOp;

macro_rules! shared {
    ($of:literal: $($before:expr,)* ; $($more:expr),*) => {
        defs![$of;
            Def::function("__and__", methods::and, 1, 1),
            Def::class_method("__class_getitem__", methods::class_getitem, 1, 1),
            Def::function("__contains__", methods::contains, 1, 1),
            Def::function("__eq__", methods::eq, 1, 1),
            Def::function("__ge__", methods::ge, 1, 1),
            Def::function("__gt__", methods::gt, 1, 1),
            $($before,)*
            Def::function("__iter__", methods::iter, 0, 0),
            $($more),*
        ]
    };
}

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    static SET: &[Def] = shared!["set":
        Def::constant("__hash__", |_| Ok(Value::NONE)),
        Def::function("__iand__", methods::iand, 1, 1),
        Def::keywords("__init__", init, 0, MANY),
        Def::function("__ior__", methods::ior, 1, 1),
        Def::function("__isub__", methods::isub, 1, 1), ;
        Def::function("__ixor__", methods::ixor, 1, 1),
        Def::function("__le__", methods::le, 1, 1),
        Def::function("__len__", methods::len, 0, 0),
        Def::function("__lt__", methods::lt, 1, 1),
        Def::function("__ne__", methods::ne, 1, 1),
        Def::fixed("__new__", new_set, 0, MANY),
        Def::function("__or__", methods::or, 1, 1),
        Def::function("__rand__", methods::rand, 1, 1),
        Def::function("__repr__", super::text::repr_method, 0, 0),
        Def::function("__ror__", methods::ror, 1, 1),
        Def::function("__rsub__", methods::rsub, 1, 1),
        Def::function("__rxor__", methods::rxor, 1, 1),
        Def::function("__sub__", methods::sub, 1, 1),
        Def::function("__xor__", methods::xor, 1, 1),
        Def::function("add", add, 1, 1),
        Def::function("clear", clear, 0, 0),
        Def::function("copy", copy, 0, 0),
        Def::frozen("difference", &"_set_difference"),
        Def::frozen("difference_update", &"_set_difference_update"),
        Def::function("discard", discard, 1, 1),
        Def::frozen("intersection", &"_set_intersection"),
        Def::frozen("intersection_update", &"_set_intersection_update"),
        Def::function("isdisjoint", isdisjoint, 1, 1),
        Def::function("issubset", issubset, 1, 1),
        Def::function("issuperset", issuperset, 1, 1),
        Def::function("pop", pop, 0, 0),
        Def::function("remove", remove, 1, 1),
        Def::function("symmetric_difference", symmetric_difference, 1, 1),
        Def::function("symmetric_difference_update", symmetric_difference_update, 1, 1),
        Def::frozen("union", &"_set_union"),
        Def::frozen("update", &"_set_update_all")
    ];
    static FROZEN_SET: &[Def] = shared!["frozenset":
        Def::function("__hash__", methods::hash, 0, 0), ;
        Def::function("__le__", methods::le, 1, 1),
        Def::function("__len__", methods::len, 0, 0),
        Def::function("__lt__", methods::lt, 1, 1),
        Def::function("__ne__", methods::ne, 1, 1),
        Def::fixed("__new__", new_frozenset, 0, MANY),
        Def::function("__or__", methods::or, 1, 1),
        Def::function("__rand__", methods::rand, 1, 1),
        Def::function("__repr__", super::text::repr_method, 0, 0),
        Def::function("__ror__", methods::ror, 1, 1),
        Def::function("__rsub__", methods::rsub, 1, 1),
        Def::function("__rxor__", methods::rxor, 1, 1),
        Def::function("__sub__", methods::sub, 1, 1),
        Def::function("__xor__", methods::xor, 1, 1),
        Def::function("copy", copy, 0, 0),
        Def::frozen("difference", &"_set_difference"),
        Def::frozen("intersection", &"_set_intersection"),
        Def::function("isdisjoint", isdisjoint, 1, 1),
        Def::function("issubset", issubset, 1, 1),
        Def::function("issuperset", issuperset, 1, 1),
        Def::function("symmetric_difference", symmetric_difference, 1, 1),
        Def::frozen("union", &"_set_union")
    ];
    if kind == Type::Set { SET } else { FROZEN_SET }
}

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    if kind == Type::Set { wanted!("set", construct_set) } else { wanted!("frozenset", construct_frozenset) }
}

fn construct_set(vm: &mut Vm<'_>, args: Args) -> Result {
    construct(vm, args, Kind::Set)
}

fn construct_frozenset(vm: &mut Vm<'_>, args: Args) -> Result {
    construct(vm, args, Kind::FrozenSet)
}

fn type_of(kind: Kind) -> Type {
    if kind == Kind::Set { Type::Set } else { Type::FrozenSet }
}

fn construct(vm: &mut Vm<'_>, args: Args, kind: Kind) -> Result {
    methods::one_argument(vm, type_of(kind).name(), args)?;
    set_from(vm, args, 0, kind)
}

/// A new set of the items of argument `i`.
fn set_from(vm: &mut Vm<'_>, args: Args, i: usize, kind: Kind) -> Result {
    let source = args.get(vm, i);
    if kind == Kind::FrozenSet && vm.heap.is_kind(source, Kind::FrozenSet) {
        return Ok(source);
    }
    if matches!(vm.heap.kind(source), Kind::Set | Kind::FrozenSet) {
        vm.charge(vm.heap.dict_len(source));
        let made = vm.heap.dict_copy(source, kind);
        return vm.grant_memory(made);
    }
    let set = new_set_object(vm, kind)?;
    if source.is_unbound() {
        return Ok(set);
    }
    let place = vm.heap.hold(set);
    if fill(vm, place, args, i)? {
        return Ok(vm.heap.held(place));
    }
    let (set, source) = (vm.heap.held(place), args.get(vm, i));
    Err(ask(vm, "_set_filled", &[set, source]))
}

pub(crate) fn new_set_object(vm: &mut Vm<'_>, kind: Kind) -> Result {
    vm.reserve(DICT_WORDS)?;
    Ok(vm.heap.alloc_set(kind))
}

/// How many items are taken from an iterator before frozen code goes on, which looks at the budget.
const ITEMS_AT_ONCE: usize = 1 << 16;

/// Adds the items of argument `i` to the held set. False: Python code is needed; it adds all items, or those left in the
/// iterator, again or for the first time.
pub(crate) fn fill(vm: &mut Vm<'_>, set: Held, args: Args, i: usize) -> Result<bool> {
    let source = args.get(vm, i);
    match vm.heap.kind(source) {
        Kind::Instance | Kind::Exception | Kind::Class | Kind::Generator => return Ok(false),
        Kind::Iter if plainness(vm, source) == 0 => return Ok(false),
        Kind::Set | Kind::FrozenSet if vm.heap.dict_len(vm.heap.held(set)) == 0 => {
            vm.charge(vm.heap.dict_len(source));
            if vm.heap.dict_len(source) > 0 {
                let made = vm.heap.dict_copy(source, Kind::Set);
                let copy = vm.grant_memory(made)?;
                let set = vm.heap.held(set);
                vm.heap.take_table(copy, set);
            }
            return Ok(true);
        }
        _ => {}
    }
    let Some(iterator) = vm.iter_builtin(source)? else { return Ok(false) };
    let iterator = vm.heap.hold(iterator);
    for _ in 0..ITEMS_AT_ONCE {
        let it = vm.heap.held(iterator);
        let item = match vm.next_builtin(it)? {
            Next::Item(item) => item,
            Next::End => {
                vm.heap.release(iterator);
                return Ok(true);
            }
            Next::Ask => return Ok(false),
        };
        vm.charge(2);
        let place = vm.heap.hold(item);
        if !vm.put_quickly(vm.heap.held(set), item, Value::NONE, Some(set))? {
            let (set, item, it) = (vm.heap.held(set), vm.heap.held(place), vm.heap.held(iterator));
            return Err(ask(vm, "_set_of_rest", &[set, item, it]));
        }
        vm.heap.release(place);
    }
    let (set, it) = (vm.heap.held(set), vm.heap.held(iterator));
    Err(ask(vm, "_set_filled", &[set, it]))
}

fn new_set(vm: &mut Vm<'_>, args: Args) -> Result {
    subclass::check(vm, Type::Set, args)?;
    let set = new_set_object(vm, Kind::Set)?;
    let class = args.get(vm, 0);
    subclass::wrap(vm, class, set)
}

fn new_frozenset(vm: &mut Vm<'_>, args: Args) -> Result {
    subclass::check(vm, Type::FrozenSet, args)?;
    let class = args.get(vm, 0);
    let args = subclass::own_arguments(vm, class, names::DUNDER_INIT, args);
    methods::one_argument(vm, "frozenset", args.skip(1))?;
    let class = args.get(vm, 0);
    if class.is_object() {
        let source = if args.len() > 1 { args.get(vm, 1) } else { vm.heap.alloc_tuple(0) };
        return Err(ask(vm, "_frozenset_new", &[class, source]));
    }
    set_from(vm, args, 1, Kind::FrozenSet)
}

/// `set.__init__(self, iterable=())`
fn init(vm: &mut Vm<'_>, args: Args) -> Result {
    methods::one_argument(vm, "set", args.skip(1))?;
    let set = vm.unwrap(args.get(vm, 0));
    vm.heap.dict_clear(set);
    if args.len() < 2 {
        return Ok(Value::NONE);
    }
    let source = args.get(vm, 1);
    Err(ask(vm, "_set_update", &[set, source]))
}

fn add(vm: &mut Vm<'_>, args: Args) -> Result {
    let (set, item) = (args.get(vm, 0), args.get(vm, 1));
    if vm.put_quickly(set, item, Value::NONE, None)? {
        return Ok(Value::NONE);
    }
    Err(hand_over(vm, "_set_add", args))
}

fn clear(vm: &mut Vm<'_>, args: Args) -> Result {
    let set = args.get(vm, 0);
    vm.heap.dict_clear(set);
    Ok(Value::NONE)
}

fn copy(vm: &mut Vm<'_>, args: Args) -> Result {
    let set = args.get(vm, 0);
    if vm.heap.is_kind(set, Kind::FrozenSet) {
        return Ok(set);
    }
    vm.charge(vm.heap.dict_len(set));
    let made = vm.heap.dict_copy(set, Kind::Set);
    vm.grant_memory(made)
}

/// Looks for argument 1 in the set; a set as argument stands for the frozenset of its items.
fn seek_member(vm: &mut Vm<'_>, args: Args) -> Result<Sought> {
    if matches!(vm.heap.kind(vm.unwrap(args.get(vm, 1))), Kind::Set) {
        return Ok(Sought::Ask);
    }
    seek(vm, args, 0, 1)
}

fn discard(vm: &mut Vm<'_>, args: Args) -> Result {
    match seek_member(vm, args)? {
        Sought::Found(entry) => {
            let set = args.get(vm, 0);
            vm.heap.remove_entry(set, entry);
            Ok(Value::NONE)
        }
        Sought::Missing(_) => Ok(Value::NONE),
        Sought::Ask => Err(hand_over(vm, "_set_discard", args)),
    }
}

fn remove(vm: &mut Vm<'_>, args: Args) -> Result {
    match seek_member(vm, args)? {
        Sought::Found(entry) => {
            let set = args.get(vm, 0);
            vm.heap.remove_entry(set, entry);
            Ok(Value::NONE)
        }
        Sought::Missing(_) => {
            let key = args.get(vm, 1);
            Err(vm.raise_key(key))
        }
        Sought::Ask => Err(hand_over(vm, "_set_remove", args)),
    }
}

fn pop(vm: &mut Vm<'_>, args: Args) -> Result {
    let set = args.get(vm, 0);
    if vm.heap.dict_len(set) == 0 {
        return Err(vm.raise(Type::KeyError, "pop from an empty set"));
    }
    let Some(entry) = vm.heap.next_entry(set, 0) else { return Ok(Value::NONE) };
    // From the end: what is left stays without a gap.
    let mut last = vm.heap.dict_used(set) - 1;
    while last > entry && vm.heap.entry_key(set, last) == Value::DELETED {
        last -= 1;
    }
    let key = vm.heap.entry_key(set, last);
    vm.heap.remove_entry(set, last);
    Ok(key)
}

fn isdisjoint(vm: &mut Vm<'_>, args: Args) -> Result {
    let (set, other) = (args.get(vm, 0), vm.unwrap(args.get(vm, 1)));
    if !matches!(vm.heap.kind(other), Kind::Set | Kind::FrozenSet) {
        return Err(hand_over(vm, "_set_isdisjoint", args));
    }
    let (small, large) =
        if vm.heap.dict_len(set) < vm.heap.dict_len(other) { (set, other) } else { (other, set) };
    vm.charge(vm.heap.dict_len(small));
    for bucket in 0..vm.heap.dict_buckets(small) {
        let Some((entry, hash)) = vm.heap.dict_bucket(small, bucket) else { continue };
        match vm.heap.find(large, vm.heap.entry_key(small, entry), hash) {
            Lookup::Found(_) => return Ok(Value::FALSE),
            Lookup::Missing => {}
            Lookup::Ask { .. } => return Err(hand_over(vm, "_set_isdisjoint", args)),
        }
    }
    Ok(Value::TRUE)
}

fn issubset(vm: &mut Vm<'_>, args: Args) -> Result {
    let (set, other) = (args.get(vm, 0), vm.unwrap(args.get(vm, 1)));
    if matches!(vm.heap.kind(other), Kind::Set | Kind::FrozenSet) {
        vm.charge(vm.heap.dict_len(set));
        if let Some(truth) = quick_subset(&vm.heap, set, other) {
            return Ok(Value::bool(truth));
        }
    }
    Err(hand_over(vm, "_set_issubset", args))
}

fn issuperset(vm: &mut Vm<'_>, args: Args) -> Result {
    let (set, other) = (args.get(vm, 0), vm.unwrap(args.get(vm, 1)));
    if matches!(vm.heap.kind(other), Kind::Set | Kind::FrozenSet) {
        vm.charge(vm.heap.dict_len(other));
        if let Some(truth) = quick_subset(&vm.heap, other, set) {
            return Ok(Value::bool(truth));
        }
    }
    Err(hand_over(vm, "_set_issuperset", args))
}

fn symmetric_difference(vm: &mut Vm<'_>, args: Args) -> Result {
    let (set, other) = (args.get(vm, 0), vm.unwrap(args.get(vm, 1)));
    if matches!(vm.heap.kind(other), Kind::Set | Kind::FrozenSet) {
        if let Some(result) = combine(vm, BinaryOp::Xor, set, other)? {
            return Ok(result);
        }
    }
    Err(hand_over(vm, "_set_symmetric_difference", args))
}

fn symmetric_difference_update(vm: &mut Vm<'_>, args: Args) -> Result {
    Err(hand_over(vm, "_set_symmetric_difference_update", args))
}

fn is_set(vm: &Vm<'_>, value: Value) -> bool {
    matches!(vm.heap.kind(value), Kind::Set | Kind::FrozenSet)
}

fn is_view(vm: &Vm<'_>, value: Value) -> bool {
    vm.heap.is_record(value, Type::DictKeys) || vm.heap.is_record(value, Type::DictItems)
}

/// `& | ^ -` of sets, views and dicts; None: these operands do not go together.
pub(crate) fn binary(
    vm: &mut Vm<'_>,
    operator: BinaryOp,
    in_place: bool,
    left: Value,
    right: Value,
) -> Result<Option<Value>> {
    let code = Value::int(operator as i64);
    if is_set(vm, left) && is_set(vm, right) {
        if in_place && vm.heap.is_kind(left, Kind::Set) {
            return in_place_binary(vm, operator, left, right);
        }
        let mark = vm.heap.held_mark();
        let (l, r) = (vm.heap.hold(left), vm.heap.hold(right));
        let result = combine(vm, operator, left, right);
        let (left, right) = (vm.heap.held(l), vm.heap.held(r));
        vm.heap.release_to(mark);
        return match result? {
            Some(value) => Ok(Some(value)),
            None => Err(ask(vm, "_set_binary", &[code, left, right])),
        };
    }
    if is_view(vm, left) || is_view(vm, right) {
        return Err(ask(vm, "_view_binary", &[code, left, right]));
    }
    if operator != BinaryOp::Or {
        return Ok(None);
    }
    let is_dict = |vm: &Vm<'_>, v| vm.heap.is_kind(v, Kind::Dict);
    if is_dict(vm, left) && in_place {
        return Err(ask(vm, "_dict_ior", &[left, right]));
    }
    if is_dict(vm, left) && is_dict(vm, right) {
        let mark = vm.heap.held_mark();
        let (l, r) = (vm.heap.hold(left), vm.heap.hold(right));
        let result = super::dict::union(vm, left, right);
        let (left, right) = (vm.heap.held(l), vm.heap.held(r));
        vm.heap.release_to(mark);
        return match result? {
            Some(value) => Ok(Some(value)),
            None => Err(ask(vm, "_dict_or", &[left, right])),
        };
    }
    let is_proxy = |vm: &Vm<'_>, v| vm.heap.is_record(v, Type::MappingProxy);
    if is_proxy(vm, left) || is_proxy(vm, right) {
        return Err(ask(vm, "_proxy_or", &[left, right]));
    }
    Ok(None)
}

/// `|= &= -= ^=` of a set with a set: the entries of the result take the place of its own.
fn in_place_binary(vm: &mut Vm<'_>, operator: BinaryOp, left: Value, right: Value) -> Result<Option<Value>> {
    let mark = vm.heap.held_mark();
    let (l, r) = (vm.heap.hold(left), vm.heap.hold(right));
    let small = vm.heap.dict_len(right) * 8 < vm.heap.dict_len(left);
    let done = match operator {
        BinaryOp::Or => add_all(vm, l, r)?,
        BinaryOp::Sub if small && left != right => remove_all(vm, l, r)?,
        _ => match combine(vm, operator, left, right)? {
            Some(result) => {
                let left = vm.heap.held(l);
                vm.heap.take_table(result, left);
                true
            }
            None => false,
        },
    };
    let (left, right) = (vm.heap.held(l), vm.heap.held(r));
    vm.heap.release_to(mark);
    if done {
        return Ok(Some(left));
    }
    Err(ask(vm, "_set_in_place", &[Value::int(operator as i64), left, right]))
}

/// Adds all of a held set to another; false when Python code is needed.
fn add_all(vm: &mut Vm<'_>, to: Held, from: Held) -> Result<bool> {
    vm.charge(vm.heap.dict_len(vm.heap.held(from)));
    let mut entry = 0;
    while let Some(at) = vm.heap.next_entry(vm.heap.held(from), entry) {
        let key = vm.heap.entry_key(vm.heap.held(from), at);
        if !vm.put_quickly(vm.heap.held(to), key, Value::NONE, Some(to))? {
            return Ok(false);
        }
        entry = at + 1;
    }
    Ok(true)
}

/// Removes all of a held set from another; false when Python code is needed.
fn remove_all(vm: &mut Vm<'_>, from: Held, what: Held) -> Result<bool> {
    for bucket in 0..vm.heap.dict_buckets(vm.heap.held(what)) {
        let (set, other) = (vm.heap.held(from), vm.heap.held(what));
        let Some((entry, hash)) = vm.heap.dict_bucket(other, bucket) else { continue };
        match vm.heap.find(set, vm.heap.entry_key(other, entry), hash) {
            Lookup::Found(found) => vm.heap.remove_entry(set, found),
            Lookup::Missing => {}
            Lookup::Ask { .. } => return Ok(false),
        }
    }
    Ok(true)
}

/// A new set, of the kind of the left one, of what the operator takes of two sets; None when Python code is needed.
fn combine(vm: &mut Vm<'_>, operator: BinaryOp, left: Value, right: Value) -> Result<Option<Value>> {
    let kind = vm.heap.kind(left);
    vm.charge(vm.heap.dict_len(left) + vm.heap.dict_len(right));
    let mark = vm.heap.held_mark();
    let (l, r) = (vm.heap.hold(left), vm.heap.hold(right));
    let result = combine_held(vm, operator, l, r, kind);
    vm.heap.release_to(mark);
    result
}

fn combine_held(vm: &mut Vm<'_>, operator: BinaryOp, l: Held, r: Held, kind: Kind) -> Result<Option<Value>> {
    if operator == BinaryOp::Or {
        let made = vm.heap.dict_copy(vm.heap.held(l), kind);
        let result = vm.grant_memory(made)?;
        let result = vm.heap.hold(result);
        return Ok(if add_all(vm, result, r)? { Some(vm.heap.held(result)) } else { None });
    }
    let result = new_set_object(vm, kind)?;
    let result = vm.heap.hold(result);
    // For the intersection the smaller side is walked, as CPython does.
    let (mut walk, mut look) = (l, r);
    if operator == BinaryOp::And && vm.heap.dict_len(vm.heap.held(r)) > vm.heap.dict_len(vm.heap.held(l)) {
        // The right one is larger: walk the left one.
    } else if operator == BinaryOp::And {
        (walk, look) = (r, l);
    }
    let wanted = operator == BinaryOp::And;
    if !take_matching(vm, result, walk, look, wanted)? {
        return Ok(None);
    }
    if operator == BinaryOp::Xor && !take_matching(vm, result, r, l, false)? {
        return Ok(None);
    }
    Ok(Some(vm.heap.held(result)))
}

/// Adds to a held set those items of `walk` that are (or are not) in `look`; false when Python code is needed.
fn take_matching(vm: &mut Vm<'_>, result: Held, walk: Held, look: Held, wanted: bool) -> Result<bool> {
    let mut entry = 0;
    while let Some(at) = vm.heap.next_entry(vm.heap.held(walk), entry) {
        entry = at + 1;
        let key = vm.heap.entry_key(vm.heap.held(walk), at);
        let hash = match vm.heap.table_hash(key) {
            Ok(hash) => hash,
            Err(why) => {
                no_hash(vm, why)?;
                return Ok(false);
            }
        };
        let key = vm.heap.entry_key(vm.heap.held(walk), at);
        let found = match vm.heap.find(vm.heap.held(look), key, hash) {
            Lookup::Found(_) => true,
            Lookup::Missing => false,
            Lookup::Ask { .. } => return Ok(false),
        };
        if found == wanted {
            let made = vm.heap.insert_new(vm.heap.held(result), key, Value::NONE, hash);
            let (now, _, _) = vm.grant_memory(made)?;
            vm.heap.set_held(result, now);
        }
    }
    Ok(true)
}
