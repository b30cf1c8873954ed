//! `list`

mod sort;

use super::operator::{Index, argument, ask, first_item, hand_over};
use super::subclass;
use crate::heap::Kind;
use crate::interp::Next;
use crate::names;
use crate::native::{Args, Def, MANY, Native, Result};
use crate::object::list::{LIST_WORDS, list_words};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

pub(crate) use sort::{Sorted, is_sort_work, sort_begin, sort_end, sort_step, try_sort};

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    let _ = kind;
    static ATTRIBUTES: &[Def] = defs!["list";
        Def::function("__add__", super::methods::add, 1, 1),
        Def::class_method("__class_getitem__", super::methods::class_getitem, 1, 1),
        Def::function("__contains__", super::methods::contains, 1, 1),
        Def::function("__delitem__", super::methods::delitem, 1, 1),
        Def::function("__eq__", super::methods::eq, 1, 1),
        Def::function("__ge__", super::methods::ge, 1, 1),
        Def::function("__getitem__", super::methods::getitem, 1, 1),
        Def::function("__gt__", super::methods::gt, 1, 1),
        Def::constant("__hash__", |_| Ok(Value::NONE)),
        Def::function("__iadd__", super::methods::iadd, 1, 1),
        Def::function("__imul__", super::methods::imul, 1, 1),
        Def::keywords("__init__", init, 0, MANY),
        Def::function("__iter__", super::methods::iter, 0, 0),
        Def::function("__le__", super::methods::le, 1, 1),
        Def::function("__len__", super::methods::len, 0, 0),
        Def::function("__lt__", super::methods::lt, 1, 1),
        Def::function("__mul__", super::methods::mul, 1, 1),
        Def::function("__ne__", super::methods::ne, 1, 1),
        Def::fixed("__new__", new, 0, MANY),
        Def::function("__repr__", super::text::repr_method, 0, 0),
        Def::function("__reversed__", super::methods::reversed, 0, 0),
        Def::function("__rmul__", super::methods::mul, 1, 1),
        Def::function("__setitem__", super::methods::setitem, 2, 2),
        Def::function("append", append, 1, 1),
        Def::function("clear", clear, 0, 0),
        Def::function("copy", copy, 0, 0),
        Def::function("count", super::methods::count, 1, 1),
        Def::function("extend", extend, 1, 1),
        Def::function("index", super::methods::index, 1, 3),
        Def::function("insert", insert, 2, 2),
        Def::function("pop", pop, 0, 1),
        Def::function("remove", remove, 1, 1),
        Def::function("reverse", reverse, 0, 0),
        Def::keywords("sort", sort, 0, MANY),
    ];
    ATTRIBUTES
}

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    let _ = kind;
    Some(construct)
}

fn construct(vm: &mut Vm<'_>, args: Args) -> Result {
    super::methods::one_argument(vm, "list", args)?;
    if args.is_empty() {
        return new_list(vm, 0);
    }
    list_from(vm, args, 0)
}

/// An empty list with room for that many items.
pub(crate) fn new_list(vm: &mut Vm<'_>, capacity: usize) -> Result {
    vm.reserve(list_words(capacity))?;
    let list = vm.heap.alloc_list(capacity);
    vm.heap.set_list_len(list, 0);
    Ok(list)
}

/// A new list of the items of argument `i`.
pub(crate) fn list_from(vm: &mut Vm<'_>, args: Args, i: usize) -> Result {
    let list = new_list(vm, 0)?;
    let place = vm.heap.hold(list);
    match fill(vm, place, args, i)? {
        Filled::All => Ok(vm.heap.held(place)),
        Filled::Ask => {
            let source = args.get(vm, i);
            Err(ask(vm, "_list_of", &[source]))
        }
    }
}

/// How far filling a list came.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Filled {
    /// All items are there.
    All,
    /// Nothing was done: Python code decides.
    Ask,
}

/// Appends the items of argument `i` to the held list, when that needs no Python code.
pub(crate) fn fill(vm: &mut Vm<'_>, list: crate::heap::Held, args: Args, i: usize) -> Result<Filled> {
    let source = args.get(vm, i);
    match vm.heap.kind(source) {
        Kind::List | Kind::Tuple => {
            append_items(vm, list, args, i)?;
            return Ok(Filled::All);
        }
        Kind::Range => {
            if let Some((start, step, n)) = super::operator::range_parts(vm, source) {
                append_range(vm, list, start, step, n)?;
                return Ok(Filled::All);
            }
        }
        Kind::Iter if super::operator::plainness(vm, source) == 0 => return Ok(Filled::Ask),
        Kind::Instance | Kind::Exception | Kind::Class | Kind::Generator => return Ok(Filled::Ask),
        _ => {}
    }
    let Some(iterator) = vm.iter_builtin(source)? else { return Ok(Filled::Ask) };
    let iterator = vm.heap.hold(iterator);
    loop {
        let it = vm.heap.held(iterator);
        match vm.next_builtin(it)? {
            Next::Item(item) => {
                vm.charge(1);
                let made = vm.heap.list_push(vm.heap.held(list), item);
                let (now, _) = vm.grant_memory(made)?;
                vm.heap.set_held(list, now);
            }
            Next::End => break,
            // Plain iterators do not ask.
            Next::Ask => return Err(vm.raise(Type::SystemError, "an iterator asks for Python code")),
        }
    }
    vm.heap.release(iterator);
    Ok(Filled::All)
}

/// Appends the items of argument `i`, a list or tuple, to the held list (which it may be).
fn append_items(vm: &mut Vm<'_>, list: crate::heap::Held, args: Args, i: usize) -> Result<()> {
    let n = vm.heap.items(args.get(vm, i)).len();
    let len = vm.heap.list_len(vm.heap.held(list));
    if n == 0 {
        return Ok(());
    }
    vm.charge(n);
    let made =
        if len == 0 { exact_room(vm, list, n) } else { vm.heap.list_reserve(vm.heap.held(list), len + n) };
    let now = vm.grant_memory(made)?;
    vm.heap.set_held(list, now);
    let (from, to) = (first_item(vm, args.get(vm, i)), first_item(vm, now) + len);
    vm.heap.mem.copy_within(from..from + n, to);
    vm.heap.set_len_word(now, len + n);
    Ok(())
}

/// Storage of just `n` items for a held list that has none.
fn exact_room(
    vm: &mut Vm<'_>,
    list: crate::heap::Held,
    n: usize,
) -> core::result::Result<Value, crate::heap::OutOfMemory> {
    let held = vm.heap.held(list);
    if vm.heap.list_capacity(held) >= n {
        return Ok(held);
    }
    vm.heap.reserve(1 + n)?;
    let storage = vm.heap.alloc_array(n, Value::NONE);
    let held = vm.heap.held(list);
    vm.heap.set_field(held, 2, storage);
    Ok(held)
}

fn append_range(vm: &mut Vm<'_>, list: crate::heap::Held, start: i64, step: i64, n: u64) -> Result<()> {
    let len = vm.heap.list_len(vm.heap.held(list));
    let Ok(n) = u32::try_from(n) else { return Err(vm.out_of_memory()) };
    let n = n as usize;
    vm.charge(n);
    let made =
        if len == 0 { exact_room(vm, list, n) } else { vm.heap.list_reserve(vm.heap.held(list), len + n) };
    let now = vm.grant_memory(made)?;
    vm.heap.set_held(list, now);
    if n > 0 {
        let at = first_item(vm, now) + len;
        let mut value = start;
        for word in &mut vm.heap.mem[at..at + n] {
            *word = Value::int(value).0;
            value = value.wrapping_add(step);
        }
        vm.heap.set_len_word(now, len + n);
    }
    Ok(())
}

/// `list += iterable`
pub(crate) fn extend_in_place(vm: &mut Vm<'_>, list: Value, more: Value) -> Result {
    if !matches!(vm.heap.kind(more), Kind::List | Kind::Tuple) {
        return Err(ask(vm, "_list_iadd", &[list, more]));
    }
    let n = vm.heap.items(more).len();
    let len = vm.heap.list_len(list);
    vm.charge(n);
    let mark = vm.heap.held_mark();
    let m = vm.heap.hold(more);
    let made = vm.heap.list_reserve(list, len + n);
    let more = vm.heap.held(m);
    vm.heap.release_to(mark);
    let list = vm.grant_memory(made)?;
    if n > 0 {
        let (from, to) = (first_item(vm, more), first_item(vm, list) + len);
        vm.heap.mem.copy_within(from..from + n, to);
        vm.heap.set_len_word(list, len + n);
    }
    Ok(list)
}

/// `list.__new__(cls, ...)`: an empty list, or an instance of the subclass with one inside.
fn new(vm: &mut Vm<'_>, args: Args) -> Result {
    subclass::check(vm, Type::List, args)?;
    vm.reserve(LIST_WORDS)?;
    let list = vm.heap.alloc_list(0);
    let class = args.get(vm, 0);
    subclass::wrap(vm, class, list)
}

/// `list.__init__(self, iterable=())`
fn init(vm: &mut Vm<'_>, args: Args) -> Result {
    let object = args.get(vm, 0);
    let class = vm.type_of(object);
    let args = subclass::own_arguments(vm, class, names::DUNDER_NEW, args);
    let own = args.skip(1);
    super::methods::one_argument(vm, "list", own)?;
    let list = vm.unwrap(args.get(vm, 0));
    if !vm.heap.is_kind(list, Kind::List) {
        return Err(vm.raise(Type::TypeError, "list.__init__() needs a list"));
    }
    if own.is_empty() || args.get(vm, 1) == list {
        vm.heap.set_field(list, 2, Value::NULL);
        vm.heap.set_len_word(list, 0);
        return Ok(Value::NONE);
    }
    vm.heap.set_field(list, 2, Value::NULL);
    vm.heap.set_len_word(list, 0);
    let place = vm.heap.hold(list);
    match fill(vm, place, args, 1)? {
        Filled::All => Ok(Value::NONE),
        Filled::Ask => {
            let (list, source) = (vm.heap.held(place), args.get(vm, 1));
            Err(ask(vm, "_list_take_all", &[list, source]))
        }
    }
}

fn append(vm: &mut Vm<'_>, args: Args) -> Result {
    let (list, item) = (args.get(vm, 0), args.get(vm, 1));
    let made = vm.heap.list_push(list, item);
    vm.grant_memory(made)?;
    Ok(Value::NONE)
}

fn clear(vm: &mut Vm<'_>, args: Args) -> Result {
    let list = args.get(vm, 0);
    vm.heap.set_field(list, 2, Value::NULL);
    vm.heap.set_len_word(list, 0);
    Ok(Value::NONE)
}

fn copy(vm: &mut Vm<'_>, args: Args) -> Result {
    let n = vm.heap.list_len(args.get(vm, 0));
    vm.charge(n);
    vm.reserve(list_words(n))?;
    let list = vm.heap.alloc_list(n);
    if n > 0 {
        let (from, to) = (first_item(vm, args.get(vm, 0)), first_item(vm, list));
        vm.heap.mem.copy_within(from..from + n, to);
    }
    Ok(list)
}

fn extend(vm: &mut Vm<'_>, args: Args) -> Result {
    let place = vm.heap.hold(args.get(vm, 0));
    match fill(vm, place, args, 1)? {
        Filled::All => Ok(Value::NONE),
        Filled::Ask => Err(hand_over(vm, "_list_take_all", args)),
    }
}

fn insert(vm: &mut Vm<'_>, args: Args) -> Result {
    let Some(i) = argument(vm, args.get(vm, 1))? else { return Err(hand_over(vm, "_list_insert", args)) };
    let list = args.get(vm, 0);
    let len = vm.heap.list_len(list);
    let at = if i < 0 { i.saturating_add(len as i64).max(0) } else { i.min(len as i64) } as usize;
    let made = vm.heap.list_push(list, Value::NONE);
    let (list, _) = vm.grant_memory(made)?;
    vm.charge((len - at) / 16);
    let first = first_item(vm, list);
    vm.heap.mem.copy_within(first + at..first + len, first + at + 1);
    let item = args.get(vm, 2);
    vm.heap.set_list_item(list, at, item);
    Ok(Value::NONE)
}

fn pop(vm: &mut Vm<'_>, args: Args) -> Result {
    let list = args.get(vm, 0);
    let len = vm.heap.list_len(list);
    let i = match args.get(vm, 1) {
        index if index.is_unbound() => -1,
        index => match argument(vm, index)? {
            Some(i) => i,
            None => return Err(hand_over(vm, "_list_pop", args)),
        },
    };
    if len == 0 {
        return Err(vm.raise(Type::IndexError, "pop from empty list"));
    }
    let Some(at) = super::operator::place(i, len) else {
        return Err(vm.raise(Type::IndexError, "pop index out of range"));
    };
    Ok(take(vm, list, at))
}

/// Removes an item below the length and gives it.
fn take(vm: &mut Vm<'_>, list: Value, at: usize) -> Value {
    let len = vm.heap.list_len(list);
    let item = vm.heap.list_item(list, at);
    if at + 1 < len {
        vm.charge((len - at) / 16);
        let first = first_item(vm, list);
        vm.heap.mem.copy_within(first + at + 1..first + len, first + at);
    }
    vm.heap.set_list_item(list, len - 1, Value::NONE);
    vm.heap.set_len_word(list, len - 1);
    // Storage that is mostly empty is given back, as CPython does.
    if len - 1 < vm.heap.list_capacity(list) / 4 && len > 32 {
        shrink(vm, list, len - 1);
    }
    item
}

/// Cuts unused storage off: the rest becomes a gap that the collector closes.
fn shrink(vm: &mut Vm<'_>, list: Value, len: usize) {
    let storage = vm.heap.field(list, 2);
    let (at, words) = (storage.offset(), vm.heap.size(storage));
    let keep = 1 + len + len / 2;
    if keep + 1 < words {
        let head = vm.heap.mem[at];
        vm.heap.mem[at] = head & 0xFFFF_FFFF | (keep as u64) << 32;
        vm.heap.mem[at + keep] = crate::heap::header::header(Kind::Filler, 0, 0, (words - keep) as u32);
    }
}

fn remove(vm: &mut Vm<'_>, args: Args) -> Result {
    match super::methods::find_item(vm, args.get(vm, 0), args.get(vm, 1), 0, usize::MAX) {
        super::methods::Place::At(at) => {
            let list = args.get(vm, 0);
            take(vm, list, at);
            Ok(Value::NONE)
        }
        super::methods::Place::None => Err(vm.raise(Type::ValueError, "list.remove(x): x not in list")),
        super::methods::Place::Ask(_) => Err(hand_over(vm, "_list_remove", args)),
    }
}

fn reverse(vm: &mut Vm<'_>, args: Args) -> Result {
    reverse_items(vm, args.get(vm, 0));
    Ok(Value::NONE)
}

/// Reverses a list.
pub(crate) fn reverse_items(vm: &mut Vm<'_>, list: Value) {
    let n = vm.heap.list_len(list);
    vm.charge(n / 4);
    if n > 1 {
        let at = first_item(vm, list);
        vm.heap.mem[at..at + n].reverse();
    }
}

/// `list.sort(*, key=None, reverse=False)`
fn sort(vm: &mut Vm<'_>, args: Args) -> Result {
    let given = args.len() - 1 + args.keyword_count();
    if given > 2 {
        let keyword = if args.len() > 1 { "" } else { "keyword " };
        return Err(vm.raise_with(Type::TypeError, |_, out| {
            write!(out, "sort() takes at most 2 {keyword}arguments ({given} given)")
        }));
    }
    if args.len() > 1 {
        return Err(vm.raise(Type::TypeError, "sort() takes no positional arguments"));
    }
    let options = sort_options(vm, args, "sort")?;
    if options.key.is_none() {
        if let Some(reverse) = options.reverse {
            let list = args.get(vm, 0);
            if vm.heap.list_len(list) <= SORT_AT_ONCE && try_sort(vm, list, reverse)? {
                return Ok(Value::NONE);
            }
        }
    }
    let options = sort_options(vm, args, "sort")?;
    let list = args.get(vm, 0);
    Err(ask(vm, "_list_sort", &[list, options.key, options.reverse_value]))
}

/// Longer lists are sorted step by step, so that the budget is looked at in between.
pub(crate) const SORT_AT_ONCE: usize = 4096;

/// Options of `sort` and `sorted`.
pub(crate) struct SortOptions {
    /// Key function or None.
    pub key: Value,
    /// `reverse` as given.
    pub reverse_value: Value,
    /// Its truth, when that needs no Python code.
    pub reverse: Option<bool>,
}

/// Reads the keywords `key` and `reverse`.
pub(crate) fn sort_options(vm: &mut Vm<'_>, args: Args, function: &str) -> Result<SortOptions> {
    let mut options = SortOptions { key: Value::NONE, reverse_value: Value::FALSE, reverse: Some(false) };
    for i in 0..args.keyword_count() {
        let name = args.keyword_name(vm, i);
        let value = args.keyword_value(vm, i);
        if name == crate::names::short("key") {
            options.key = value;
        } else if &*vm.heap.text(name) == b"reverse" {
            let int = vm.unwrap(value);
            if !vm.heap.is_integer(int) && !super::operator::has_index(vm, int) {
                return Err(super::operator::not_an_integer(vm, value));
            }
            options.reverse_value = value;
            options.reverse = match super::operator::index_of(vm, value) {
                Index::At(n) => Some(n != 0),
                Index::Far(_) => Some(true),
                Index::Other => None,
            };
        } else {
            return Err(vm.raise_with(Type::TypeError, |vm, out| {
                let name = vm.heap.text(name);
                write!(out, "'{}' is an invalid keyword argument for {function}()", name.as_str())
            }));
        }
    }
    Ok(options)
}
