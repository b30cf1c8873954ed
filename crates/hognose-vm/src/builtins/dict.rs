//! `dict`

use super::methods;
use super::operator::{ask, hand_over, pair};
use super::subclass;
use crate::heap::{Held, Kind};
use crate::interp::Next;
use crate::native::{Args, Def, MANY, Native, Result};
use crate::object::class;
use crate::object::dict::{Lookup, ORDERED, Place};
use crate::object::equal::Hash;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    let _ = kind;
    static ATTRIBUTES: &[Def] = defs!["dict";
        Def::class_method("__class_getitem__", methods::class_getitem, 1, 1),
        Def::function("__contains__", methods::contains, 1, 1),
        Def::function("__delitem__", methods::delitem, 1, 1),
        Def::function("__eq__", methods::eq, 1, 1),
        Def::function("__ge__", methods::ge, 1, 1),
        Def::function("__getitem__", getitem, 1, 1),
        Def::function("__gt__", methods::gt, 1, 1),
        Def::constant("__hash__", |_| Ok(Value::NONE)),
        Def::keywords("__init__", init, 0, MANY),
        Def::function("__ior__", ior, 1, 1),
        Def::function("__iter__", methods::iter, 0, 0),
        Def::function("__le__", methods::le, 1, 1),
        Def::function("__len__", methods::len, 0, 0),
        Def::function("__lt__", methods::lt, 1, 1),
        Def::function("__ne__", methods::ne, 1, 1),
        Def::fixed("__new__", new, 0, MANY),
        Def::function("__or__", methods::or, 1, 1),
        Def::function("__repr__", super::text::repr_method, 0, 0),
        Def::function("__reversed__", methods::reversed, 0, 0),
        Def::function("__ror__", methods::ror, 1, 1),
        Def::function("__setitem__", methods::setitem, 2, 2),
        Def::function("clear", clear, 0, 0),
        Def::function("copy", copy, 0, 0),
        Def::class_method("fromkeys", fromkeys, 1, 2),
        Def::function("get", get, 1, 2),
        Def::function("items", items, 0, 0),
        Def::function("keys", keys, 0, 0),
        Def::function("pop", pop, 1, 2),
        Def::function("popitem", popitem, 0, 0),
        Def::function("setdefault", setdefault, 1, 2),
        Def::keywords("update", update, 0, 1),
        Def::function("values", values, 0, 0),
    ];
    ATTRIBUTES
}

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    let _ = kind;
    Some(construct)
}

/// Where a key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sought {
    /// In that entry.
    Found(usize),
    /// Nowhere; its hash.
    Missing(u32),
    /// Python code must say.
    Ask,
}

/// Looks for argument `k` among the keys of argument `d`, a dict or set. Unhashable keys are TypeError.
pub(crate) fn seek(vm: &mut Vm<'_>, args: Args, d: usize, k: usize) -> Result<Sought> {
    let (dict, key) = (args.get(vm, d), args.get(vm, k));
    match vm.heap.find_place(dict, key) {
        Place::At(entry) => return Ok(Sought::Found(entry as usize)),
        Place::Missing(hash) => return Ok(Sought::Missing(hash)),
        Place::Unknown => {}
    }
    let hash = match vm.heap.table_hash(key) {
        Ok(hash) => hash,
        Err(why) => return no_hash(vm, why),
    };
    let (dict, key) = (args.get(vm, d), args.get(vm, k));
    Ok(match vm.heap.find(dict, key, hash) {
        Lookup::Found(entry) => Sought::Found(entry),
        Lookup::Missing => Sought::Missing(hash),
        Lookup::Ask { .. } => Sought::Ask,
    })
}

pub(crate) fn no_hash(vm: &mut Vm<'_>, why: Hash) -> Result<Sought> {
    match why {
        Hash::Unhashable(what) => Err(vm.unhashable(what)),
        Hash::Full => Err(vm.out_of_memory()),
        _ => Ok(Sought::Ask),
    }
}

fn construct(vm: &mut Vm<'_>, args: Args) -> Result {
    check_count(vm, "dict", args)?;
    let made = vm.heap.new_dict();
    let dict = vm.grant_memory(made)?;
    let place = vm.heap.hold(dict);
    if args.len() == 1 && args.keyword_count() == 0 && super::operator::plainness(vm, args.get(vm, 0)) != 0 {
        return take_pairs(vm, place, args);
    }
    if !args.is_empty() && !merge(vm, place, args, 0)? {
        return Err(hand_over(vm, "_dict_of", args));
    }
    add_keywords(vm, place, args)?;
    Ok(vm.heap.held(place))
}

fn check_count(vm: &mut Vm<'_>, name: &str, args: Args) -> Result<()> {
    if args.len() > 1 {
        let n = args.len();
        return Err(vm.raise_with(Type::TypeError, |_, out| {
            write!(out, "{name} expected at most 1 argument, got {n}")
        }));
    }
    Ok(())
}

/// Sets the keyword arguments in the held dict.
fn add_keywords(vm: &mut Vm<'_>, dict: Held, args: Args) -> Result<()> {
    for i in 0..args.keyword_count() {
        let (name, value) = (args.keyword_name(vm, i), args.keyword_value(vm, i));
        let made = vm.heap.set_str(vm.heap.held(dict), name, value);
        let (now, _) = vm.grant_memory(made)?;
        vm.heap.set_held(dict, now);
    }
    Ok(())
}

/// Sets the entries of argument `i` in the held dict, when that needs no Python code; false: it does, and what was set
/// already is set the same way again by the frozen code.
fn merge(vm: &mut Vm<'_>, dict: Held, args: Args, i: usize) -> Result<bool> {
    let source = args.get(vm, i);
    match vm.heap.kind(source) {
        Kind::Dict => merge_dict(vm, dict, args, i),
        Kind::List | Kind::Tuple => merge_pairs(vm, dict, args, i),
        _ => Ok(false),
    }
}

/// The same for a dict.
fn merge_dict(vm: &mut Vm<'_>, dict: Held, args: Args, i: usize) -> Result<bool> {
    let source = args.get(vm, i);
    let n = vm.heap.dict_len(source);
    vm.charge(2 * n);
    if vm.heap.dict_len(vm.heap.held(dict)) == 0 {
        return copy_into(vm, dict, args, i).map(|_| true);
    }
    if source == vm.heap.held(dict) {
        return Ok(true);
    }
    let mut entry = 0;
    while let Some(at) = vm.heap.next_entry(args.get(vm, i), entry) {
        let source = args.get(vm, i);
        let (key, value) = (vm.heap.entry_key(source, at), vm.heap.entry_value(source, at));
        if !vm.put_quickly(vm.heap.held(dict), key, value, Some(dict))? {
            return Ok(false);
        }
        entry = at + 1;
    }
    Ok(true)
}

/// Copies the table of argument `i`, a dict, into the held dict, which is empty.
fn copy_into(vm: &mut Vm<'_>, dict: Held, args: Args, i: usize) -> Result<()> {
    let source = args.get(vm, i);
    if vm.heap.dict_len(source) == 0 {
        return Ok(());
    }
    let made = vm.heap.dict_copy(source, Kind::Dict);
    let copy = vm.grant_memory(made)?;
    let dict = vm.heap.held(dict);
    vm.heap.take_table(copy, dict);
    Ok(())
}

/// The same for a list or tuple of pairs.
fn merge_pairs(vm: &mut Vm<'_>, dict: Held, args: Args, i: usize) -> Result<bool> {
    let n = vm.heap.items(args.get(vm, i)).len();
    vm.charge(2 * n);
    for k in 0..n {
        let item = Value(vm.heap.items(args.get(vm, i))[k]);
        if !put_pair(vm, dict, item)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Sets the entry that a list or tuple of two means; false: it is none, or Python code is needed.
fn put_pair(vm: &mut Vm<'_>, dict: Held, item: Value) -> Result<bool> {
    if !matches!(vm.heap.kind(item), Kind::Tuple | Kind::List) || vm.heap.items(item).len() != 2 {
        return Ok(false);
    }
    let (key, value) = (Value(vm.heap.items(item)[0]), Value(vm.heap.items(item)[1]));
    vm.put_quickly(vm.heap.held(dict), key, value, Some(dict))
}

/// `dict(zip(...))`: pairs from a plain iterator, one by one.
fn take_pairs(vm: &mut Vm<'_>, dict: Held, args: Args) -> Result {
    let mut n = 0;
    loop {
        let iterator = args.get(vm, 0);
        let Next::Item(item) = vm.next_builtin(iterator)? else { return Ok(vm.heap.held(dict)) };
        vm.charge(2);
        let place = vm.heap.hold(item);
        let done = put_pair(vm, dict, item)?;
        let item = vm.heap.held(place);
        vm.heap.release(place);
        if !done || n == PAIRS_AT_ONCE {
            // What the iterator gave is gone from it: this pair and the rest go on in frozen code.
            let (dict, iterator) = (vm.heap.held(dict), args.get(vm, 0));
            return Err(ask(vm, "_dict_of_rest", &[dict, Value::int(n), item, iterator]));
        }
        n += 1;
    }
}

/// How many pairs are taken before frozen code goes on, which looks at the budget.
const PAIRS_AT_ONCE: i64 = 1 << 16;

/// `dict.__new__(cls, ...)`
fn new(vm: &mut Vm<'_>, args: Args) -> Result {
    subclass::check(vm, Type::Dict, args)?;
    let made = vm.heap.new_dict();
    let dict = vm.grant_memory(made)?;
    let class = args.get(vm, 0);
    if vm.heap.class_flags(class) & class::IS_ORDERED != 0 {
        vm.heap.set_flags(dict, ORDERED);
    }
    subclass::wrap(vm, class, dict)
}

/// `dict.__init__(self, ...)`
fn init(vm: &mut Vm<'_>, args: Args) -> Result {
    check_count(vm, "dict", args.skip(1))?;
    update_with(vm, args)
}

fn update(vm: &mut Vm<'_>, args: Args) -> Result {
    check_count(vm, "update", args.skip(1))?;
    update_with(vm, args)
}

fn update_with(vm: &mut Vm<'_>, args: Args) -> Result {
    let dict = vm.unwrap(args.get(vm, 0));
    let place = vm.heap.hold(dict);
    if args.len() > 1 && !merge(vm, place, args, 1)? {
        return Err(hand_over(vm, "_dict_init", args));
    }
    add_keywords(vm, place, args)?;
    Ok(Value::NONE)
}

/// `dict |= mapping`
fn ior(vm: &mut Vm<'_>, args: Args) -> Result {
    Err(hand_over(vm, "_dict_ior", args))
}

/// `dict | dict`; None when Python code must be asked for a key.
pub(crate) fn union(vm: &mut Vm<'_>, left: Value, right: Value) -> Result<Option<Value>> {
    let mark = vm.heap.held_mark();
    let r = vm.heap.hold(right);
    vm.charge(2 * (vm.heap.dict_len(left) + vm.heap.dict_len(right)));
    let made = vm.heap.dict_copy(left, Kind::Dict);
    let copy = vm.grant_memory(made)?;
    let dict = vm.heap.hold(copy);
    let mut entry = 0;
    let mut done = true;
    while let Some(at) = vm.heap.next_entry(vm.heap.held(r), entry) {
        let source = vm.heap.held(r);
        let (key, value) = (vm.heap.entry_key(source, at), vm.heap.entry_value(source, at));
        if !vm.put_quickly(vm.heap.held(dict), key, value, Some(dict))? {
            done = false;
            break;
        }
        entry = at + 1;
    }
    let dict = vm.heap.held(dict);
    vm.heap.release_to(mark);
    Ok(if done { Some(dict) } else { None })
}

/// `dict[key]`; the receiver comes as it is, since subclasses may have `__missing__`.
fn getitem(vm: &mut Vm<'_>, args: Args) -> Result {
    let object = args.get(vm, 0);
    let key = args.get(vm, 1);
    if !vm.is_user_object(object) {
        if let Some(value) = vm.item_builtin(object, key)? {
            return Ok(value);
        }
    } else if let Ok(hash) = vm.heap.table_hash(key) {
        let (dict, key) = (vm.unwrap(args.get(vm, 0)), args.get(vm, 1));
        if let Lookup::Found(entry) = vm.heap.find(dict, key, hash) {
            return Ok(vm.heap.entry_value(dict, entry));
        }
    }
    Err(hand_over(vm, "_getitem", args))
}

fn clear(vm: &mut Vm<'_>, args: Args) -> Result {
    let dict = args.get(vm, 0);
    vm.heap.dict_clear(dict);
    Ok(Value::NONE)
}

fn copy(vm: &mut Vm<'_>, args: Args) -> Result {
    let dict = args.get(vm, 0);
    vm.charge(2 * vm.heap.dict_len(dict));
    let made = vm.heap.dict_copy(dict, Kind::Dict);
    vm.grant_memory(made)
}

/// `dict.fromkeys(iterable, value=None)`
fn fromkeys(vm: &mut Vm<'_>, args: Args) -> Result {
    if args.get(vm, 0) != Type::Dict.value() {
        return Err(hand_over(vm, "_dict_fromkeys", args));
    }
    let source = args.get(vm, 1);
    if vm.heap.is_kind(source, Kind::Iter) || vm.is_user_object(source) {
        return Err(hand_over(vm, "_dict_fromkeys", args));
    }
    let Some(iterator) = vm.iter_builtin(source)? else { return Err(hand_over(vm, "_dict_fromkeys", args)) };
    if !vm.heap.is_kind(iterator, Kind::Iter) {
        return Err(hand_over(vm, "_dict_fromkeys", args));
    }
    let iterator = vm.heap.hold(iterator);
    let made = vm.heap.new_dict();
    let dict = vm.grant_memory(made)?;
    let dict = vm.heap.hold(dict);
    loop {
        let it = vm.heap.held(iterator);
        let Next::Item(key) = vm.next_builtin(it)? else { break };
        vm.charge(2);
        let value = args.get(vm, 2).or_none();
        if !vm.put_quickly(vm.heap.held(dict), key, value, Some(dict))? {
            return Err(hand_over(vm, "_dict_fromkeys", args));
        }
    }
    Ok(vm.heap.held(dict))
}

fn get(vm: &mut Vm<'_>, args: Args) -> Result {
    #[cfg(target_pointer_width = "64")]
    match crate::object::dict::place(vm.heap.mem, args.get(vm, 0).offset(), args.get(vm, 1)) {
        Place::At(at) => return Ok(Value(vm.heap.mem[at as usize + 1])),
        Place::Missing(_) => return Ok(args.get(vm, 2).or_none()),
        Place::Unknown => {}
    }
    match seek(vm, args, 0, 1)? {
        Sought::Found(entry) => Ok(vm.heap.entry_value(args.get(vm, 0), entry)),
        Sought::Missing(_) => Ok(args.get(vm, 2).or_none()),
        Sought::Ask => Err(hand_over(vm, "_dict_get", args)),
    }
}

fn view(vm: &mut Vm<'_>, args: Args, kind: Type) -> Result {
    let dict = args.get(vm, 0);
    let made = vm.heap.new_record(kind, &[dict]);
    vm.grant_memory(made)
}

fn items(vm: &mut Vm<'_>, args: Args) -> Result {
    view(vm, args, Type::DictItems)
}

fn keys(vm: &mut Vm<'_>, args: Args) -> Result {
    view(vm, args, Type::DictKeys)
}

fn values(vm: &mut Vm<'_>, args: Args) -> Result {
    view(vm, args, Type::DictValues)
}

fn pop(vm: &mut Vm<'_>, args: Args) -> Result {
    if vm.heap.dict_len(args.get(vm, 0)) == 0 {
        let (key, default) = (args.get(vm, 1), args.get(vm, 2));
        return if default.is_unbound() { Err(vm.raise_key(key)) } else { Ok(default) };
    }
    match seek(vm, args, 0, 1)? {
        Sought::Found(entry) => {
            let dict = args.get(vm, 0);
            let value = vm.heap.entry_value(dict, entry);
            vm.heap.remove_entry(dict, entry);
            Ok(value)
        }
        Sought::Missing(_) => {
            let default = args.get(vm, 2);
            if default.is_unbound() {
                let key = args.get(vm, 1);
                return Err(vm.raise_key(key));
            }
            Ok(default)
        }
        Sought::Ask => Err(hand_over(vm, "_dict_pop", args)),
    }
}

fn popitem(vm: &mut Vm<'_>, args: Args) -> Result {
    let dict = args.get(vm, 0);
    if vm.heap.dict_len(dict) == 0 {
        return Err(vm.raise(Type::KeyError, "popitem(): dictionary is empty"));
    }
    vm.reserve(3)?;
    let dict = args.get(vm, 0);
    let mut entry = vm.heap.dict_used(dict) - 1;
    while entry > 0 && vm.heap.entry_key(dict, entry) == Value::DELETED {
        entry -= 1;
    }
    let (key, value) = (vm.heap.entry_key(dict, entry), vm.heap.entry_value(dict, entry));
    let item = pair(vm, key, value)?;
    let place = vm.heap.hold(item);
    let dict = args.get(vm, 0);
    vm.heap.remove_entry(dict, entry);
    Ok(vm.heap.held(place))
}

fn setdefault(vm: &mut Vm<'_>, args: Args) -> Result {
    match seek(vm, args, 0, 1)? {
        Sought::Found(entry) => Ok(vm.heap.entry_value(args.get(vm, 0), entry)),
        Sought::Missing(hash) => {
            let (dict, key, value) = (args.get(vm, 0), args.get(vm, 1), args.get(vm, 2).or_none());
            let made = vm.heap.insert_new(dict, key, value, hash);
            Ok(vm.grant_memory(made)?.2)
        }
        Sought::Ask => Err(hand_over(vm, "_dict_setdefault", args)),
    }
}
