//! Natives of frozen code about containers and iteration.

use crate::builtins::iterator::{enumerate_count, new_enumerate_over, new_over};
use crate::builtins::list::{self, Sorted};
use crate::builtins::methods::{self, Place, find_item as seek_item, quick_len};
use crate::builtins::operator::{
    self, Index, ask as ask_frozen, bytes_copy, delete_item, family, has_index, index_of, quick_compare,
    sequence_item, set_item,
};
use crate::builtins::{set, subclass, text, tuple};
use crate::hash::hash_word;
use crate::heap::Kind;
use crate::interp::{Found, Next};
use crate::names;
use crate::native::{Args, Def, MANY, Result};
use crate::num::hash::SetHash;
use crate::object::class;
use crate::object::dict::Lookup;
use crate::object::equal::{Hash, TupleHash};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;
use hognose_image::isa::BinaryOp;

/// Sorted by name.
pub static INTRINSICS: &[Def] = defs![
    Def::function("_append", append, 2, 2),
    Def::function("_ask", ask, 2, MANY),
    Def::function("_bytes_find", bytes_find, 2, 2),
    Def::function("_bytes_of", bytes_of, 1, 1),
    Def::function("_check_iterator", check_iterator, 1, 1),
    Def::function("_check_len", check_len, 1, 1),
    Def::function("_compare_plan", compare_plan, 3, 3),
    Def::function("_contains_plan", contains_plan, 1, 1),
    Def::function("_delete", delete, 2, 2),
    Def::function("_enumerate_count", enumerate_count, 1, 1),
    Def::function("_find_item", find_item, 4, 4),
    Def::function("_first_difference", first_difference, 3, 3),
    Def::function("_fold_hash", fold_hash, 1, 1),
    Def::function("_fold_int", fold_int, 1, 1),
    Def::function("_has", has, 2, 2),
    Def::function("_hash", hash, 1, 1),
    Def::function("_hash_plan", hash_plan, 1, 1),
    Def::function("_is_frozen", is_frozen, 1, 1),
    Def::function("_is_iterable", is_iterable, 1, 1),
    Def::function("_is_plain_dict", is_plain_dict, 1, 1),
    Def::function("_is_proxy", is_proxy, 1, 1),
    Def::function("_is_view", is_view, 1, 1),
    Def::function("_item", item, 2, 2),
    Def::function("_item_plan", item_plan, 2, 2),
    Def::function("_iterator_end", iterator_end, 1, 1),
    Def::function("_iterator_field", iterator_field, 2, 2),
    Def::function("_iterator_step", iterator_step, 2, 2),
    Def::function("_join_hashes", join_hashes, 2, 2),
    Def::function("_key_hash", key_hash, 1, 1),
    Def::function("_key_is_unhashable", key_is_unhashable, 1, 1),
    Def::function("_layout_of", layout_of, 1, 1),
    Def::function("_list_give", list_give, 2, 2),
    Def::function("_list_take", list_take, 1, 1),
    Def::function("_new_alias", new_alias, 2, 2),
    Def::function("_new_enumerate", new_enumerate, 2, 2),
    Def::function("_new_filter", new_filter, 2, 2),
    Def::function("_new_iterator", new_iterator, 3, 3),
    Def::function("_new_map", new_map, 2, 2),
    Def::function("_new_zip", new_zip, 2, 2),
    Def::function("_plain_int", plain_int, 1, 1),
    Def::function("_plain_len", plain_len, 1, 1),
    Def::function("_plain_set", plain_set, 1, 1),
    Def::function("_rotate", rotate, 3, 3),
    Def::function("_set_fill", set_fill, 2, 2),
    Def::function("_sort_begin", sort_begin, 2, 2),
    Def::function("_sort_end", sort_end, 2, 2),
    Def::function("_sort_step", sort_step, 1, 1),
    Def::function("_store", store, 3, 3),
    Def::function("_store_plan", store_plan, 2, 2),
    Def::function("_table_copy", table_copy, 1, 1),
    Def::function("_table_entry", table_entry, 3, 3),
    Def::function("_table_find", table_find, 4, 4),
    Def::function("_table_insert", table_insert, 4, 4),
    Def::function("_table_key", table_key, 2, 2),
    Def::function("_table_new", table_new, 1, 1),
    Def::function("_table_put", table_put, 3, 3),
    Def::function("_table_remove", table_remove, 2, 2),
    Def::function("_table_set", table_set, 3, 3),
    Def::function("_table_take", table_take, 2, 2),
    Def::function("_table_value", table_value, 2, 2),
    Def::function("_target", target, 1, 1),
    Def::function("_type_name", type_name, 1, 1),
    Def::function("_unpack_plain", unpack_plain, 2, 2),
    Def::function("_unsupported", unsupported, 4, 4),
    Def::function("_wrap", wrap, 2, 2),
    Def::function("_zip_is_strict", zip_is_strict, 1, 1),
    Def::function("_zip_uneven", zip_uneven, 2, 2),
];

fn is_table(vm: &Vm<'_>, value: Value) -> bool {
    matches!(vm.heap.kind(value), Kind::Dict | Kind::Set | Kind::FrozenSet)
}

pub(super) fn misused(vm: &mut Vm<'_>) -> crate::native::Trap {
    vm.raise(Type::SystemError, "a native of the library was misused")
}

/// Number given as argument `i`.
fn number(vm: &Vm<'_>, args: Args, i: usize) -> i64 {
    args.get(vm, i).as_index().unwrap_or(0)
}

// Special methods

/// `_ask(object, name, ...)`: calls a special method, looked up in the type; NotImplemented when there is none.
fn ask(vm: &mut Vm<'_>, args: Args) -> Result {
    let (object, name) = (args.get(vm, 0), args.get(vm, 1));
    let class = vm.type_of(object);
    let Some(found) = vm.find_in_type(class, name).filter(|found| !found.is_none()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let n = (args.len() - 2).min(6);
    let mut values = [Value::NONE; 8];
    let bound = vm.bind(found, object, class);
    // Binding may have moved everything.
    for (i, value) in values.iter_mut().enumerate().take(n) {
        *value = args.get(vm, 2 + i);
    }
    match bound? {
        Found::Method(function) => {
            values.copy_within(0..n, 1);
            values[0] = args.get(vm, 0);
            Err(vm.tail_call(function, &values[..n + 1]))
        }
        Found::Value(function) => Err(vm.tail_call(function, &values[..n])),
        Found::Call(getter, [a, b, c]) => {
            let count = getter_count(b, n);
            let parts = [getter, a, b, c, values[0], values[1], count];
            Err(ask_frozen(vm, "_ask_getter", &parts.map(Value::or_none)))
        }
        Found::Missing => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// How `_ask_getter` is told the number of arguments, and that the getter takes the object alone, as that of a property does.
pub(crate) fn getter_count(second: Value, n: usize) -> Value {
    Value::int(if second.is_null() { -1 - n as i64 } else { n as i64 })
}

/// `_has(object, name)`: has its type that special method, if only as None?
fn has(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = vm.type_of(args.get(vm, 0));
    let name = args.get(vm, 1);
    Ok(Value::bool(vm.find_in_type(class, name).is_some()))
}

/// `_type_name(object)`
fn type_name(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = vm.type_of(args.get(vm, 0));
    let plain = match class.as_builtin_type() {
        Some(kind) => Type::from_index(kind).module() == "builtins",
        None => vm.heap.class_flags(class) & crate::object::class::WITH_MODULE == 0,
    };
    if plain && class.is_object() {
        return Ok(vm.type_name(class));
    }
    let mut text = crate::interp::Message::default();
    let _ = vm.write_class_name(class, &mut text);
    let made = vm.heap.intern(text.as_bytes());
    vm.grant_memory(made)
}

/// `_target(object)`: the built-in object inside an instance, the dict behind a view or proxy, else the object.
fn target(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = vm.unwrap(args.get(vm, 0));
    if vm.heap.is_kind(value, Kind::Record) {
        let kind = Type::from_index(vm.heap.aux(value));
        if matches!(kind, Type::DictKeys | Type::DictValues | Type::DictItems | Type::MappingProxy) {
            let inner = vm.heap.record_field(value, 0);
            return Ok(if kind == Type::MappingProxy { inner } else { vm.unwrap(inner) });
        }
    }
    Ok(value)
}

/// `_wrap(class, object)`: an instance of a subclass with the object inside.
fn wrap(vm: &mut Vm<'_>, args: Args) -> Result {
    let (class, object) = (args.get(vm, 0), vm.unwrap(args.get(vm, 1)));
    subclass::wrap(vm, class, object)
}

/// `_layout_of(class)`: the built-in type it derives from.
fn layout_of(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    Ok(if vm.heap.is_class(class) { vm.heap.class_layout(class) } else { class })
}

/// `_new_alias(origin, arguments)`
fn new_alias(vm: &mut Vm<'_>, args: Args) -> Result {
    methods::class_getitem(vm, args)
}

/// `_is_iterable(object)`
fn is_iterable(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = vm.type_of(args.get(vm, 0));
    let iterable = vm.find_in_type(class, names::DUNDER_ITER).is_some_and(|found| !found.is_none())
        || vm.is_user_object(args.get(vm, 0)) && vm.find_in_type(class, names::DUNDER_GETITEM).is_some();
    Ok(Value::bool(iterable))
}

fn is_record(vm: &Vm<'_>, args: Args, kinds: &[Type]) -> Result {
    let value = args.get(vm, 0);
    Ok(Value::bool(kinds.iter().any(|&kind| vm.heap.is_record(value, kind))))
}

/// `_is_proxy(object)`: a mappingproxy?
fn is_proxy(vm: &mut Vm<'_>, args: Args) -> Result {
    is_record(vm, args, &[Type::MappingProxy])
}

/// `_is_view(object)`: keys or items of a dict?
fn is_view(vm: &mut Vm<'_>, args: Args) -> Result {
    is_record(vm, args, &[Type::DictKeys, Type::DictItems])
}

/// `_is_frozen(object)`: a frozenset itself?
fn is_frozen(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(Value::bool(vm.heap.is_kind(args.get(vm, 0), Kind::FrozenSet)))
}

/// `_is_plain_dict(object)`: a dict, or an instance of a subclass that iterates as dicts do?
fn is_plain_dict(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    if vm.heap.is_kind(value, Kind::Dict) {
        return Ok(Value::TRUE);
    }
    if !vm.heap.is_kind(vm.unwrap(value), Kind::Dict) {
        return Ok(Value::FALSE);
    }
    let class = vm.type_of(value);
    Ok(Value::bool(vm.find_user(class, names::DUNDER_ITER).is_none()))
}

/// `_plain_set(object)`: the set or frozenset that it is or has inside, else None.
fn plain_set(vm: &mut Vm<'_>, args: Args) -> Result {
    let inner = vm.unwrap(args.get(vm, 0));
    Ok(if matches!(vm.heap.kind(inner), Kind::Set | Kind::FrozenSet) { inner } else { Value::NONE })
}

/// `_plain_int(object)`: the int that it is or has inside, else None.
fn plain_int(vm: &mut Vm<'_>, args: Args) -> Result {
    let inner = vm.unwrap(args.get(vm, 0));
    Ok(if inner.is_bool() {
        Value::int((inner == Value::TRUE) as i64)
    } else if vm.heap.is_integer(inner) {
        inner
    } else {
        Value::NONE
    })
}

/// `_plain_len(object)`: length of a built-in container (also inside an instance), else None.
fn plain_len(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    let class = vm.type_of(value);
    if vm.is_user_object(value) && vm.find_user(class, names::DUNDER_LEN).is_some() {
        return Ok(Value::NONE);
    }
    let inner = vm.unwrap(args.get(vm, 0));
    Ok(quick_len(vm, inner).map_or(Value::NONE, |n| Value::int(n as i64)))
}

/// `_check_len(n)`: what a `__len__` gave, as CPython wants it.
fn check_len(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    let n = vm.check_len(value)?;
    let made = vm.heap.new_int(n as i64);
    vm.grant_memory(made)
}

/// `_check_iterator(iterator)`: it, when it is one.
fn check_iterator(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    vm.check_iterator(value)?;
    Ok(args.get(vm, 0))
}

/// `_unsupported(operator, in_place, left, right)`: raises TypeError for operands that do not go together.
fn unsupported(vm: &mut Vm<'_>, args: Args) -> Result {
    let operator = BinaryOp::from_byte(number(vm, args, 0) as u8).unwrap_or(BinaryOp::Add);
    let in_place = args.get(vm, 1) == Value::TRUE;
    let (left, right) = (args.get(vm, 2), args.get(vm, 3));
    Err(vm.unsupported(operator, in_place, left, right))
}

// Hashes

/// `_hash(object)`: its hash, None when Python code gives it.
fn hash(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    match vm.heap.quick_hash(value) {
        Hash::Visible(h) => {
            let made = vm.heap.new_int(h);
            vm.grant_memory(made)
        }
        Hash::Unhashable(what) => Err(vm.unhashable(what)),
        Hash::Full => Err(vm.out_of_memory()),
        Hash::Ask => Ok(Value::NONE),
    }
}

/// `_key_hash(object)`: its hash for tables, None when Python code gives it.
fn key_hash(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    match vm.heap.table_hash(value) {
        Ok(h) => Ok(Value::int(h as i64)),
        Err(Hash::Unhashable(what)) => Err(vm.unhashable(what)),
        Err(Hash::Full) => Err(vm.out_of_memory()),
        Err(_) => Ok(Value::NONE),
    }
}

/// `_key_is_unhashable(object)`
fn key_is_unhashable(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    Ok(Value::bool(matches!(vm.heap.table_hash(value), Err(Hash::Unhashable(_)))))
}

/// `_fold_hash(hash)`: the hash for tables behind one that `hash()` shows.
fn fold_hash(vm: &mut Vm<'_>, args: Args) -> Result {
    let visible = vm.heap.as_i64(args.get(vm, 0)).unwrap_or(0);
    Ok(Value::int(hash_word(visible as u64) as i64))
}

/// `_fold_int(n)`: what `hash()` shows for the int that a `__hash__` gave.
fn fold_int(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = vm.unwrap(args.get(vm, 0));
    let hash = match vm.heap.as_i64(value) {
        Some(-1) => -2,
        Some(n) => n,
        None => match vm.heap.quick_hash(value) {
            Hash::Visible(h) => h,
            _ => 0,
        },
    };
    let made = vm.heap.new_int(hash);
    vm.grant_memory(made)
}

/// `_hash_plan(object)`: who hashes it: 1 its class, 2 items of a tuple, 3 of a frozenset, 4 a range, 5 the object inside,
/// 6 a native `__hash__`.
fn hash_plan(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    let flags = match vm.heap.kind(value) {
        Kind::Tuple => return Ok(Value::int(2)),
        Kind::FrozenSet => return Ok(Value::int(3)),
        Kind::Range => return Ok(Value::int(4)),
        Kind::Instance => vm.heap.class_flags(vm.heap.instance_class(value)),
        Kind::Class | Kind::Exception => class::HAS_HASH,
        _ => return Ok(Value::int(6)),
    };
    let inside = flags & class::HAS_HASH == 0 && vm.unwrap(value) != value;
    Ok(Value::int(if inside { 5 } else { 1 }))
}

/// `_join_hashes(hashes, ordered)`: the hash of a tuple (or frozenset) of items with those hashes, a list.
fn join_hashes(vm: &mut Vm<'_>, args: Args) -> Result {
    let (list, ordered) = (args.get(vm, 0), args.get(vm, 1) == Value::TRUE);
    let (mut tuple, mut set) = (TupleHash::new(), SetHash::default());
    for i in 0..vm.heap.items(list).len() {
        let h = vm.heap.as_i64(Value(vm.heap.items(list)[i])).unwrap_or(0);
        tuple.add(h);
        set.add(h);
    }
    let made = vm.heap.new_int(if ordered { tuple.finish() } else { set.end() });
    vm.grant_memory(made)
}

// Tables: dicts and sets

/// A lookup as a number: the entry, -1, or -2 - the bucket to go on from.
fn state_of(lookup: Lookup) -> i64 {
    match lookup {
        Lookup::Found(entry) => entry as i64,
        Lookup::Missing => -1,
        Lookup::Ask { bucket, .. } => -2 - bucket as i64,
    }
}

/// `_table_find(table, key, hash, state)`
fn table_find(vm: &mut Vm<'_>, args: Args) -> Result {
    let (table, key) = (args.get(vm, 0), args.get(vm, 1));
    if !is_table(vm, table) {
        return Err(misused(vm));
    }
    let (hash, state) = (number(vm, args, 2) as u32, number(vm, args, 3));
    let buckets = vm.heap.dict_buckets(table);
    let bucket = (-2 - state) as usize;
    let lookup = if state < -1 && bucket < buckets {
        vm.heap.find_next(table, key, hash, bucket)
    } else {
        vm.heap.find(table, key, hash)
    };
    Ok(Value::int(state_of(lookup)))
}

/// Entry in the bucket before the one that a state names.
fn asked(vm: &Vm<'_>, args: Args) -> Option<usize> {
    let table = args.get(vm, 0);
    let buckets = vm.heap.dict_buckets(table);
    let next = (-2 - number(vm, args, 1)) as usize;
    if next >= buckets {
        return None;
    }
    let bucket = if next == 0 { buckets - 1 } else { next - 1 };
    vm.heap.dict_bucket(table, bucket).map(|(entry, _)| entry)
}

/// `_table_key(table, state)`: the key that must be compared.
fn table_key(vm: &mut Vm<'_>, args: Args) -> Result {
    match asked(vm, args) {
        Some(entry) => Ok(vm.heap.entry_key(args.get(vm, 0), entry)),
        None => Err(misused(vm)),
    }
}

/// `_table_entry(table, state, key)`: the entry of that key, -1 when it is no longer there.
fn table_entry(vm: &mut Vm<'_>, args: Args) -> Result {
    let key = args.get(vm, 2);
    let found = asked(vm, args).filter(|&entry| vm.heap.entry_key(args.get(vm, 0), entry) == key);
    Ok(Value::int(found.map_or(-1, |entry| entry as i64)))
}

/// An entry number that is one, of a living entry.
fn living(vm: &mut Vm<'_>, args: Args) -> Result<usize> {
    let table = args.get(vm, 0);
    let entry = number(vm, args, 1) as usize;
    if !is_table(vm, table)
        || entry >= vm.heap.dict_used(table)
        || vm.heap.entry_key(table, entry) == Value::DELETED
    {
        return Err(misused(vm));
    }
    Ok(entry)
}

/// `_table_value(dict, entry)`
fn table_value(vm: &mut Vm<'_>, args: Args) -> Result {
    let entry = living(vm, args)?;
    let table = args.get(vm, 0);
    Ok(if vm.heap.is_kind(table, Kind::Dict) { vm.heap.entry_value(table, entry) } else { Value::NONE })
}

/// `_table_set(dict, entry, value)`
fn table_set(vm: &mut Vm<'_>, args: Args) -> Result {
    let entry = living(vm, args)?;
    let (table, value) = (args.get(vm, 0), args.get(vm, 2));
    if vm.heap.is_kind(table, Kind::Dict) {
        vm.heap.set_entry_value(table, entry, value);
    }
    Ok(Value::NONE)
}

/// `_table_remove(table, entry)`
fn table_remove(vm: &mut Vm<'_>, args: Args) -> Result {
    let entry = living(vm, args)?;
    let table = args.get(vm, 0);
    vm.heap.remove_entry(table, entry);
    Ok(Value::NONE)
}

/// `_table_insert(table, key, hash, value)`: a key that is not there.
fn table_insert(vm: &mut Vm<'_>, args: Args) -> Result {
    let (table, key, value) = (args.get(vm, 0), args.get(vm, 1), args.get(vm, 3));
    if !is_table(vm, table) {
        return Err(misused(vm));
    }
    let made = vm.heap.insert_new(table, key, value, number(vm, args, 2) as u32);
    vm.grant_memory(made)?;
    Ok(Value::NONE)
}

/// `_table_put(table, key, value)`: sets an entry when that needs no Python code; was it done?
fn table_put(vm: &mut Vm<'_>, args: Args) -> Result {
    let (table, key, value) = (args.get(vm, 0), args.get(vm, 1), args.get(vm, 2));
    if !is_table(vm, table) {
        return Err(misused(vm));
    }
    Ok(Value::bool(vm.put_quickly(table, key, value, None)?))
}

/// `_table_copy(table)`: a new dict, set or frozenset.
fn table_copy(vm: &mut Vm<'_>, args: Args) -> Result {
    let table = vm.unwrap(args.get(vm, 0));
    if !is_table(vm, table) {
        return Err(misused(vm));
    }
    vm.charge(vm.heap.dict_len(table));
    let kind = vm.heap.kind(table);
    let made = vm.heap.dict_copy(table, kind);
    vm.grant_memory(made)
}

/// `_table_new(table)`: an empty one of the same kind.
fn table_new(vm: &mut Vm<'_>, args: Args) -> Result {
    let kind = vm.heap.kind(args.get(vm, 0));
    set::new_set_object(vm, if kind == Kind::FrozenSet { Kind::FrozenSet } else { Kind::Set })
}

/// `_table_take(to, from)`: the entries of a new set that nobody else has become those of a set.
fn table_take(vm: &mut Vm<'_>, args: Args) -> Result {
    let (to, from) = (args.get(vm, 0), args.get(vm, 1));
    if to == from
        || !matches!(vm.heap.kind(from), Kind::Set | Kind::FrozenSet)
        || !vm.heap.is_kind(to, Kind::Set)
    {
        return Err(misused(vm));
    }
    vm.heap.take_table(from, to);
    Ok(Value::NONE)
}

/// `_set_fill(set, iterable)`: adds all items when that needs no Python code; was it done?
fn set_fill(vm: &mut Vm<'_>, args: Args) -> Result {
    let place = vm.heap.hold(args.get(vm, 0));
    // An iterator would lose what it gave when Python code must take over in the middle: that is done by frozen code
    // which `fill` calls; its value, the set, is true as well.
    Ok(Value::bool(set::fill(vm, place, args, 1)?))
}

// Items

/// `_item_plan(object, index)`: how to get the item: see `_getitem` in the frozen library.
fn item_plan(vm: &mut Vm<'_>, args: Args) -> Result {
    let (object, index) = (args.get(vm, 0), args.get(vm, 1));
    let inner = vm.unwrap(object);
    let plan = match vm.heap.kind(inner) {
        Kind::Dict => 1,
        Kind::Class => 4,
        _ if inner.as_builtin_type().is_some() => 4,
        // Ranges of small integers too may have items and slices that are not small.
        Kind::Range => 5,
        Kind::List | Kind::Tuple | Kind::Bytes | Kind::ByteArray => sequence_plan(vm, index),
        _ if vm.heap.is_str(inner) => sequence_plan(vm, index),
        _ => {
            let class = vm.type_of(object);
            if vm.find_in_type(class, names::DUNDER_GETITEM).is_some() { 6 } else { 7 }
        }
    };
    Ok(Value::int(plan))
}

fn sequence_plan(vm: &mut Vm<'_>, index: Value) -> i64 {
    if vm.heap.is_kind(index, Kind::Slice) {
        return 2;
    }
    if matches!(index_of(vm, index), Index::Other) && has_index(vm, index) { 3 } else { 0 }
}

/// `_item(object, index)`: of a built-in sequence, with an int or a slice of ints.
fn item(vm: &mut Vm<'_>, args: Args) -> Result {
    let (object, index) = (vm.unwrap(args.get(vm, 0)), args.get(vm, 1));
    match sequence_item(vm, object, index)? {
        Some(value) => Ok(value),
        None => Err(misused(vm)),
    }
}

/// `_store_plan(object, name)`: 0 list or bytearray, 1 dict, 2 a native method of that name, 3 none.
fn store_plan(vm: &mut Vm<'_>, args: Args) -> Result {
    let (object, name) = (args.get(vm, 0), args.get(vm, 1));
    let inner = vm.unwrap(object);
    Ok(Value::int(match vm.heap.kind(inner) {
        Kind::List | Kind::ByteArray => 0,
        Kind::Dict => 1,
        _ => {
            let class = vm.type_of(object);
            if vm.find_in_type(class, name).is_some() { 2 } else { 3 }
        }
    }))
}

/// `_store(sequence, index, value)`: False: the arguments must be made plain first.
fn store(vm: &mut Vm<'_>, args: Args) -> Result {
    if !matches!(vm.heap.kind(args.get(vm, 0)), Kind::List | Kind::ByteArray) {
        return Err(misused(vm));
    }
    Ok(Value::bool(set_item(vm, args)?))
}

/// `_delete(sequence, index)`: False: the index must be made plain first.
fn delete(vm: &mut Vm<'_>, args: Args) -> Result {
    if !matches!(vm.heap.kind(args.get(vm, 0)), Kind::List | Kind::ByteArray) {
        return Err(misused(vm));
    }
    Ok(Value::bool(delete_item(vm, args)?))
}

/// `_contains_plan(container)`: how to look for an item: see `_contains` in the frozen library.
fn contains_plan(vm: &mut Vm<'_>, args: Args) -> Result {
    let container = args.get(vm, 0);
    let inner = vm.unwrap(container);
    let class = vm.type_of(container);
    if vm.is_user_object(container) && vm.find_user(class, names::DUNDER_ITER).is_some() && inner == container
    {
        return Ok(Value::int(7));
    }
    Ok(Value::int(match vm.builtin_type_of(inner) {
        Type::List | Type::Tuple => 0,
        Type::Dict | Type::Set | Type::FrozenSet | Type::DictKeys => 1,
        Type::Range => 2,
        Type::Str => 3,
        Type::Bytes | Type::ByteArray => 4,
        Type::DictItems => 5,
        _ => {
            let found = vm.find_in_type(class, names::DUNDER_CONTAINS);
            if found.is_some_and(|found| !found.is_none()) { 6 } else { 7 }
        }
    }))
}

/// `_find_item(sequence, value, start, stop)`: index of an equal item, -1 for none, -2 - i when Python code must say
/// whether item i is equal; stop -1 is the end.
fn find_item(vm: &mut Vm<'_>, args: Args) -> Result {
    let (start, stop) = (number(vm, args, 2).max(0) as usize, number(vm, args, 3));
    let stop = usize::try_from(stop).unwrap_or(usize::MAX);
    let found = seek_item(vm, args.get(vm, 0), args.get(vm, 1), start, stop);
    Ok(Value::int(match found {
        Place::At(i) => i as i64,
        Place::None => -1,
        Place::Ask(i) => -2 - i as i64,
    }))
}

/// `_bytes_of(object)`: its bytes as a bytes object, None when it has none.
fn bytes_of(vm: &mut Vm<'_>, args: Args) -> Result {
    let inner = vm.bytes_inside(args.get(vm, 0));
    args.set(vm, 0, inner);
    Ok(bytes_copy(vm, args, 0)?.unwrap_or(Value::NONE))
}

/// `_bytes_find(bytes, part)`: is the byte, or are the bytes, in it?
fn bytes_find(vm: &mut Vm<'_>, args: Args) -> Result {
    let (whole, part) = (args.get(vm, 0), args.get(vm, 1));
    let cost = text::raw(vm, whole).len() / 8;
    vm.charge(cost);
    let whole = text::raw(vm, whole);
    Ok(Value::bool(match part.as_index() {
        Some(n) => whole.contains(&(n as u8)),
        None => crate::text::search::find(&whole, &text::raw(vm, part)).is_some(),
    }))
}

// Comparisons

/// `_compare_plan(operator, left, right)`: the answer when it needs no Python code, else which comparison gives it.
fn compare_plan(vm: &mut Vm<'_>, args: Args) -> Result {
    let operator = number(vm, args, 0).clamp(0, 5) as u8;
    let (left, right) = (args.get(vm, 1), args.get(vm, 2));
    let which = family(vm, left, right);
    vm.charge(quick_len(vm, left).unwrap_or(0).min(1 << 14) as usize / 2);
    if which != 0 && which != 7 {
        if let Some(truth) = quick_compare(vm, operator, left, right) {
            return Ok(Value::bool(truth));
        }
    }
    Ok(Value::int(which))
}

/// `_first_difference(left, right, from)`: index of the first items that are not surely equal, -1 for none.
fn first_difference(vm: &mut Vm<'_>, args: Args) -> Result {
    let (left, right) = (args.get(vm, 0), args.get(vm, 1));
    let from = number(vm, args, 2).max(0) as usize;
    let n = vm.heap.items(left).len().min(vm.heap.items(right).len());
    let found = operator::first_difference(&vm.heap, left, right, from);
    vm.charge(found.saturating_sub(from));
    Ok(Value::int(if found < n { found as i64 } else { -1 }))
}

// Lists

/// `_append(list, item)`
fn append(vm: &mut Vm<'_>, args: Args) -> Result {
    let (list, item) = (args.get(vm, 0), args.get(vm, 1));
    if !vm.heap.is_kind(list, Kind::List) {
        return Err(misused(vm));
    }
    let made = vm.heap.list_push(list, item);
    vm.grant_memory(made)?;
    Ok(Value::NONE)
}

/// `_rotate(list, low, i)`: item i moves to `low`, those between one up.
fn rotate(vm: &mut Vm<'_>, args: Args) -> Result {
    let list = args.get(vm, 0);
    let (low, i) = (number(vm, args, 1) as usize, number(vm, args, 2) as usize);
    if !vm.heap.is_kind(list, Kind::List) || i >= vm.heap.list_len(list) || low > i {
        return Err(misused(vm));
    }
    let at = operator::first_item(vm, list);
    vm.heap.mem[at + low..=at + i].rotate_right(1);
    Ok(Value::NONE)
}

/// `_list_take(list)`: a new list with its items; it is empty then.
fn list_take(vm: &mut Vm<'_>, args: Args) -> Result {
    let list = args.get(vm, 0);
    if !vm.heap.is_kind(list, Kind::List) {
        return Err(misused(vm));
    }
    let new = list::new_list(vm, 0)?;
    let list = args.get(vm, 0);
    let (storage, n) = (vm.heap.field(list, 2), vm.heap.list_len(list));
    vm.heap.set_field(new, 2, storage);
    vm.heap.set_len_word(new, n);
    vm.heap.set_field(list, 2, Value::NULL);
    vm.heap.set_len_word(list, 0);
    Ok(new)
}

/// `_list_give(list, items)`: puts the items of `items` back; had the list been changed since it was emptied?
fn list_give(vm: &mut Vm<'_>, args: Args) -> Result {
    let (list, items) = (args.get(vm, 0), args.get(vm, 1));
    if !vm.heap.is_kind(list, Kind::List) || !vm.heap.is_kind(items, Kind::List) {
        return Err(misused(vm));
    }
    let changed = vm.heap.field(list, 2).is_object();
    let (storage, n) = (vm.heap.field(items, 2), vm.heap.list_len(items));
    vm.heap.set_field(list, 2, storage);
    vm.heap.set_len_word(list, n);
    vm.heap.set_field(items, 2, Value::NULL);
    vm.heap.set_len_word(items, 0);
    Ok(Value::bool(changed))
}

/// `_sort_begin(keys, keyed)`: the work of sorting; keyed: only the arrangement is worked out, to be put into other lists.
fn sort_begin(vm: &mut Vm<'_>, args: Args) -> Result {
    let (list, keyed) = (args.get(vm, 0), args.get(vm, 1) == Value::TRUE);
    if !vm.heap.is_kind(list, Kind::List) {
        return Err(misused(vm));
    }
    let keys = if keyed { list } else { Value::NONE };
    list::sort_begin(vm, list, keys)
}

/// `_sort_step(work)`: True: done, False: more to do, None: Python code must compare.
fn sort_step(vm: &mut Vm<'_>, args: Args) -> Result {
    let work = args.get(vm, 0);
    if !list::is_sort_work(vm, work) {
        return Err(misused(vm));
    }
    vm.charge(8192);
    Ok(match list::sort_step(vm, args.get(vm, 0)) {
        Sorted::Done => Value::TRUE,
        Sorted::More => Value::FALSE,
        Sorted::Ask => Value::NONE,
    })
}

/// `_sort_end(work, list)`: arranges the list.
fn sort_end(vm: &mut Vm<'_>, args: Args) -> Result {
    let (work, list) = (args.get(vm, 0), args.get(vm, 1));
    if !list::is_sort_work(vm, work) || !vm.heap.is_kind(list, Kind::List) {
        return Err(misused(vm));
    }
    vm.charge(vm.heap.list_len(list));
    list::sort_end(vm, work, list);
    Ok(Value::NONE)
}

// Iterators

/// `_iterator_field(iterator, i)`: its value i.
fn iterator_field(vm: &mut Vm<'_>, args: Args) -> Result {
    let iterator = vm.unwrap(args.get(vm, 0));
    if !vm.heap.is_kind(iterator, Kind::Iter) {
        return Err(misused(vm));
    }
    Ok(vm.heap.field(iterator, 3 + number(vm, args, 1).clamp(0, 2) as usize).or_none())
}

/// `_iterator_end(iterator)`
fn iterator_end(vm: &mut Vm<'_>, args: Args) -> Result {
    let iterator = vm.unwrap(args.get(vm, 0));
    if !vm.heap.is_kind(iterator, Kind::Iter) {
        return Err(misused(vm));
    }
    vm.heap.set_field(iterator, 3, Value::NONE);
    Ok(Value::NONE)
}

/// `_iterator_step(iterator, by)`: its index, which then changes by that; going down it is changed first.
fn iterator_step(vm: &mut Vm<'_>, args: Args) -> Result {
    let iterator = vm.unwrap(args.get(vm, 0));
    if !vm.heap.is_kind(iterator, Kind::Iter) {
        return Err(misused(vm));
    }
    let by = number(vm, args, 1);
    let now = vm.heap.word(iterator, 1) as i64;
    vm.heap.set_word(iterator, 1, now.wrapping_add(by).max(0) as u64);
    Ok(Value::int(if by < 0 { now.wrapping_sub(1) } else { now }))
}

/// `_new_iterator(what, x, y)`: 0 an iterator over calls of x until y, 1 reversed over y items of x.
fn new_iterator(vm: &mut Vm<'_>, args: Args) -> Result {
    let (x, y) = (args.get(vm, 1), args.get(vm, 2));
    let made = if number(vm, args, 0) == 0 {
        vm.heap.new_iter(Type::CallableIterator, 0, 0, x, y, Value::NULL)
    } else {
        vm.heap.new_iter(Type::Reversed, number(vm, args, 2) as u64, 0, x, Value::NULL, Value::NULL)
    };
    vm.grant_memory(made)
}

/// `_new_enumerate(iterator, start)`
fn new_enumerate(vm: &mut Vm<'_>, args: Args) -> Result {
    let (iterator, start) = (args.get(vm, 0), args.get(vm, 1));
    new_enumerate_over(vm, iterator, start)
}

/// `_new_zip(iterators, strict)`
fn new_zip(vm: &mut Vm<'_>, args: Args) -> Result {
    let (iterators, strict) = (args.get(vm, 0), args.get(vm, 1));
    new_over(vm, Type::Zip, strict == Value::TRUE, Value::NULL, iterators)
}

/// `_new_filter(function, iterator)`
fn new_filter(vm: &mut Vm<'_>, args: Args) -> Result {
    let (function, iterator) = (args.get(vm, 0), args.get(vm, 1));
    let made = vm.heap.new_iter(Type::Filter, 0, 0, iterator, function, Value::NULL);
    vm.grant_memory(made)
}

/// `_new_map(function, iterators)`
fn new_map(vm: &mut Vm<'_>, args: Args) -> Result {
    let (function, iterators) = (args.get(vm, 0), args.get(vm, 1));
    new_over(vm, Type::Map, false, function, iterators)
}

/// `_zip_is_strict(zip)`
fn zip_is_strict(vm: &mut Vm<'_>, args: Args) -> Result {
    let zip = vm.unwrap(args.get(vm, 0));
    Ok(Value::bool(vm.heap.word(zip, 1) != 0))
}

/// `_zip_uneven(i, shorter)`: raises.
fn zip_uneven(vm: &mut Vm<'_>, args: Args) -> Result {
    let how = if args.get(vm, 1) == Value::TRUE { "shorter" } else { "longer" };
    Err(operator::zip_uneven(vm, number(vm, args, 0) as usize, how))
}

/// `_unpack_plain(source, n)`: a tuple of the n items of a built-in container or plain iterator; None when Python code must
/// give them.
fn unpack_plain(vm: &mut Vm<'_>, args: Args) -> Result {
    let n = number(vm, args, 1) as usize;
    let source = args.get(vm, 0);
    if vm.is_user_object(source) || vm.heap.is_kind(source, Kind::Generator) {
        return Ok(Value::NONE);
    }
    if vm.heap.is_kind(source, Kind::Iter) && operator::plainness(vm, source) == 0 {
        return Ok(Value::NONE);
    }
    let Some(iterator) = vm.iter_builtin(source)? else { return Ok(Value::NONE) };
    let iterator = vm.heap.hold(iterator);
    let items = list::new_list(vm, n)?;
    let items = vm.heap.hold(items);
    let mut count = 0;
    loop {
        let it = vm.heap.held(iterator);
        let Next::Item(item) = vm.next_builtin(it)? else { break };
        if count == n {
            return Err(vm.raise_with(Type::ValueError, |_, out| {
                write!(out, "too many values to unpack (expected {n})")
            }));
        }
        let made = vm.heap.list_push(vm.heap.held(items), item);
        let (now, _) = vm.grant_memory(made)?;
        vm.heap.set_held(items, now);
        count += 1;
    }
    if count < n {
        return Err(vm.raise_with(Type::ValueError, |_, out| {
            write!(out, "not enough values to unpack (expected {n}, got {count})")
        }));
    }
    let items = vm.heap.held(items);
    tuple::tuple_of_list(vm, items)
}
