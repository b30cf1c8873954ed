//! Iterators: their types, and what makes `enumerate`, `zip`, `map`, `filter` and `reversed`.

use super::methods;
use super::operator::{ask, hand_over, nested, plainness, plainness_over, reverse_iterator};
use crate::interp::Next;
use crate::names;
use crate::native::{Args, Def, MANY, Native, Result};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    static PLAIN: &[Def] = defs!["iterator";
        Def::function("__iter__", itself, 0, 0),
        Def::function("__length_hint__", length_hint, 0, 0),
        Def::function("__next__", next, 0, 0),
    ];
    static REVERSED: &[Def] = defs!["reversed";
        Def::function("__iter__", itself, 0, 0),
        Def::function("__length_hint__", length_hint, 0, 0),
        Def::fixed("__new__", new_reversed, 0, MANY),
        Def::function("__next__", next, 0, 0),
    ];
    static ENUMERATE: &[Def] = defs!["enumerate";
        Def::class_method("__class_getitem__", methods::class_getitem, 1, 1),
        Def::function("__iter__", itself, 0, 0),
        Def::fixed("__new__", new_enumerate, 0, MANY),
        Def::function("__next__", next, 0, 0),
    ];
    static ZIP: &[Def] = defs!["zip";
        Def::function("__iter__", itself, 0, 0),
        Def::fixed("__new__", new_zip, 0, MANY),
        Def::function("__next__", next, 0, 0),
    ];
    static MAP: &[Def] = defs!["map";
        Def::function("__iter__", itself, 0, 0),
        Def::fixed("__new__", new_map, 0, MANY),
        Def::function("__next__", next_mapped, 0, 0),
    ];
    static FILTER: &[Def] = defs!["filter";
        Def::function("__iter__", itself, 0, 0),
        Def::fixed("__new__", new_filter, 0, MANY),
        Def::frozen("__next__", &"_filter_next"),
    ];
    static CALLABLE: &[Def] =
        defs!["iterator";Def::function("__iter__", itself, 0, 0), Def::frozen("__next__", &"_callable_next")];
    match kind {
        Type::Reversed => REVERSED,
        Type::Enumerate => ENUMERATE,
        Type::Zip => ZIP,
        Type::Map => MAP,
        Type::Filter => FILTER,
        Type::CallableIterator => CALLABLE,
        _ => PLAIN,
    }
}

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    match kind {
        Type::Reversed => wanted!("reversed", make_reversed),
        Type::Enumerate => wanted!("enumerate", make_enumerate),
        Type::Zip => wanted!("zip", make_zip),
        Type::Map => wanted!("map", make_map),
        Type::Filter => wanted!("filter", make_filter),
        _ => None,
    }
}

fn itself(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(args.get(vm, 0))
}

/// `__next__` of the engine's iterators.
fn next(vm: &mut Vm<'_>, args: Args) -> Result {
    let iterator = args.get(vm, 0);
    match vm.next_builtin(iterator)? {
        Next::Item(item) => Ok(item),
        Next::End => Err(vm.raise_bare(Type::StopIteration)),
        Next::Ask => {
            let iterator = args.get(vm, 0);
            let function = match Type::from_index(vm.heap.aux(iterator)) {
                Type::Enumerate => "_enumerate_next",
                Type::Zip => "_zip_next",
                Type::Map => "_map_next",
                Type::Filter => "_filter_next",
                Type::CallableIterator => "_callable_next",
                Type::Reversed => "_reversed_next",
                _ => "_sequence_next",
            };
            Err(ask(vm, function, &[iterator]))
        }
    }
}

/// `map.__next__`: with plain iterators the function is called with what they give, without a frame in between.
fn next_mapped(vm: &mut Vm<'_>, args: Args) -> Result {
    let map = args.get(vm, 0);
    let n = vm.heap.tuple_len(vm.heap.field(map, 3));
    if vm.heap.word(map, 2) == 0 || n > 7 {
        return Err(hand_over(vm, "_map_next", args));
    }
    let mark = vm.heap.held_mark();
    for i in 0..n {
        let iterators = vm.heap.field(args.get(vm, 0), 3);
        let inner = vm.heap.item(iterators, i);
        match vm.next_builtin(inner)? {
            Next::Item(item) => vm.heap.hold(item),
            _ => return Err(vm.raise_bare(Type::StopIteration)),
        };
    }
    let mut items = [Value::NONE; 8];
    for (i, item) in items.iter_mut().enumerate().take(n) {
        *item = vm.heap.held_at(mark + i);
    }
    let function = vm.heap.field(args.get(vm, 0), 4);
    Err(vm.tail_call(function, &items[..n]))
}

/// `__length_hint__`: how many items are left, as far as the iterator knows.
fn length_hint(vm: &mut Vm<'_>, args: Args) -> Result {
    let iterator = args.get(vm, 0);
    let (a, b) = (vm.heap.word(iterator, 1), vm.heap.word(iterator, 2));
    let source = vm.heap.field(iterator, 3);
    if source.is_none() {
        return Ok(Value::int(0));
    }
    let left = match Type::from_index(vm.heap.aux(iterator)) {
        Type::RangeIterator => b as i64,
        Type::ListIterator | Type::TupleIterator | Type::BytesIterator | Type::ByteArrayIterator => {
            (methods::quick_len(vm, source).unwrap_or(0) as i64).saturating_sub(a as i64)
        }
        Type::StrIterator | Type::StrAsciiIterator => {
            let text = vm.heap.text(source);
            crate::text::utf8::count(text.get(a as usize..).unwrap_or(&[])) as i64
        }
        Type::ListReverseIterator => (a.min(vm.heap.list_len(source) as u64)) as i64,
        Type::Reversed if vm.heap.is_str(source) => {
            let text = vm.heap.text(source);
            crate::text::utf8::count(text.get(..a as usize).unwrap_or(&[])) as i64
        }
        Type::DictKeyIterator | Type::DictValueIterator | Type::DictItemIterator | Type::SetIterator => {
            if b as u32 as usize != vm.heap.dict_len(source) {
                0
            } else {
                let used = vm.heap.dict_used(source);
                (a as usize..used).filter(|&i| vm.heap.entry_key(source, i) != Value::DELETED).count() as i64
            }
        }
        Type::DictReverseKeyIterator | Type::DictReverseValueIterator | Type::DictReverseItemIterator => {
            if b != vm.heap.dict_len(source) as u64 {
                0
            } else {
                let used = (a as usize).min(vm.heap.dict_used(source));
                (0..used).filter(|&i| vm.heap.entry_key(source, i) != Value::DELETED).count() as i64
            }
        }
        _ => return Err(hand_over(vm, "_iterator_hint", args)),
    };
    Ok(Value::int(left.max(0)))
}

/// An iterator over argument `i` in its place; false: Python code must make it.
fn iterate(vm: &mut Vm<'_>, args: Args, i: usize) -> Result<bool> {
    let value = args.get(vm, i);
    match vm.iter_builtin(value)? {
        Some(iterator) => {
            args.set(vm, i, iterator);
            Ok(true)
        }
        None => Ok(false),
    }
}

fn no_keywords(vm: &mut Vm<'_>, args: Args, name: &str) -> Result<()> {
    if args.keyword_count() > 0 {
        return Err(
            vm.raise_with(Type::TypeError, |_, out| write!(out, "{name}() takes no keyword arguments"))
        );
    }
    Ok(())
}

fn make_reversed(vm: &mut Vm<'_>, args: Args) -> Result {
    no_keywords(vm, args, "reversed")?;
    if args.len() != 1 {
        let n = args.len();
        return Err(
            vm.raise_with(Type::TypeError, |_, out| write!(out, "reversed expected 1 argument, got {n}"))
        );
    }
    let value = args.get(vm, 0);
    let class = vm.type_of(value);
    if !vm.is_user_object(value) {
        if let Some(iterator) = reverse_iterator(vm, value)? {
            return Ok(iterator);
        }
    } else if vm.find_user(class, names::DUNDER_REVERSED).is_none()
        && vm.find_user(class, names::DUNDER_GETITEM).is_none()
        && vm.unwrap(value) != value
    {
        let inner = vm.unwrap(value);
        if let Some(iterator) = reverse_iterator(vm, inner)? {
            return Ok(iterator);
        }
    }
    Err(hand_over(vm, "_reversed", args))
}

/// `enumerate(iterable, start=0)`
fn make_enumerate(vm: &mut Vm<'_>, args: Args) -> Result {
    static PARAMETERS: super::text::Parameters<2> = super::text::Parameters {
        function: "enumerate",
        names: ["iterable", "start"],
        required: 0,
        positional: 2,
    };
    let bound = PARAMETERS.bind(vm, args, 0)?;
    if !bound.has(0) {
        return Err(vm.raise(Type::TypeError, "enumerate() missing required argument 'iterable'"));
    }
    let start = if bound.has(1) { bound.get(vm, 1) } else { Value::int(0) };
    let iterable = bound.get(vm, 0);
    if !start.is_int() {
        return Err(ask(vm, "_enumerate_from", &[iterable, start]));
    }
    match vm.iter_builtin(iterable)? {
        Some(iterator) => new_enumerate_over(vm, iterator, start),
        None => {
            let iterable = bound.get(vm, 0);
            Err(ask(vm, "_enumerate_from", &[iterable, start]))
        }
    }
}

/// An enumerate over an iterator. May reserve and move.
pub(crate) fn new_enumerate_over(vm: &mut Vm<'_>, iterator: Value, start: Value) -> Result {
    let depth = nested(plainness(vm, iterator));
    let made = vm.heap.new_iter(Type::Enumerate, depth, 0, iterator, start, Value::NULL);
    vm.grant_memory(made)
}

/// Makes an iterator over a tuple of iterators: `zip` or `map`.
pub(crate) fn new_over(
    vm: &mut Vm<'_>,
    kind: Type,
    strict: bool,
    function: Value,
    iterators: Value,
) -> Result {
    let depth = plainness_over(vm, iterators);
    let made = vm.heap.new_iter(kind, strict as u64, depth, iterators, function, Value::NULL);
    vm.grant_memory(made)
}

/// Iterators over all arguments from `from` on, in their places; false: Python code must make one.
fn iterate_all(vm: &mut Vm<'_>, args: Args, from: usize) -> Result<bool> {
    for i in from..args.len() {
        if !iterate(vm, args, i)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A tuple of the arguments from `from` on.
fn rest(vm: &mut Vm<'_>, args: Args, from: usize) -> Result {
    let n = args.len() - from;
    vm.reserve(1 + n)?;
    let tuple = vm.heap.alloc_tuple(n);
    for i in 0..n {
        let item = args.get(vm, from + i);
        vm.heap.set_item(tuple, i, item);
    }
    Ok(tuple)
}

/// `zip(*iterables, strict=False)`
fn make_zip(vm: &mut Vm<'_>, args: Args) -> Result {
    let mut strict = Value::FALSE;
    if args.keyword_count() > 1 {
        let n = args.keyword_count();
        return Err(vm.raise_with(Type::TypeError, |_, out| {
            write!(out, "zip() takes at most 1 keyword argument ({n} given)")
        }));
    }
    for i in 0..args.keyword_count() {
        let name = args.keyword_name(vm, i);
        if &*vm.heap.text(name) != b"strict" {
            return Err(vm.raise_with(Type::TypeError, |vm, out| {
                let name = vm.heap.text(name);
                write!(out, "'{}' is an invalid keyword argument for zip()", name.as_str())
            }));
        }
        strict = args.keyword_value(vm, i);
    }
    if !strict.is_bool() || !iterate_all(vm, args, 0)? {
        let iterables = rest(vm, args, 0)?;
        // A keyword value is read again after the tuple was made.
        let strict = if args.keyword_count() > 0 { args.keyword_value(vm, 0) } else { Value::FALSE };
        return Err(ask(vm, "_zip_of", &[iterables, strict]));
    }
    let iterators = rest(vm, args, 0)?;
    new_over(vm, Type::Zip, strict == Value::TRUE, Value::NULL, iterators)
}

/// `map(function, *iterables)`
fn make_map(vm: &mut Vm<'_>, args: Args) -> Result {
    no_keywords(vm, args, "map")?;
    if args.len() < 2 {
        return Err(vm.raise(Type::TypeError, "map() must have at least two arguments."));
    }
    if !iterate_all(vm, args, 1)? {
        let iterables = rest(vm, args, 1)?;
        let function = args.get(vm, 0);
        return Err(ask(vm, "_map_of", &[function, iterables]));
    }
    let iterators = rest(vm, args, 1)?;
    let function = args.get(vm, 0);
    new_over(vm, Type::Map, false, function, iterators)
}

/// `filter(function, iterable)`
fn make_filter(vm: &mut Vm<'_>, args: Args) -> Result {
    no_keywords(vm, args, "filter")?;
    if args.len() != 2 {
        let n = args.len();
        return Err(
            vm.raise_with(Type::TypeError, |_, out| write!(out, "filter expected 2 arguments, got {n}"))
        );
    }
    if !iterate(vm, args, 1)? {
        return Err(hand_over(vm, "_filter_of", args));
    }
    let (function, iterator) = (args.get(vm, 0), args.get(vm, 1));
    let made = vm.heap.new_iter(Type::Filter, 0, 0, iterator, function, Value::NULL);
    vm.grant_memory(made)
}

/// `__new__` of a type whose constructor may be called by subclasses: makes the iterator, then wraps it.
fn new_of(vm: &mut Vm<'_>, args: Args, kind: Type) -> Result {
    super::subclass::check(vm, kind, args)?;
    let class = args.get(vm, 0);
    if class.is_object() {
        return Err(hand_over(vm, "_iterator_new", args));
    }
    let Some(make) = constructor(kind) else { return Err(vm.raise(Type::TypeError, "cannot create")) };
    make(vm, args.skip(1))
}

fn new_reversed(vm: &mut Vm<'_>, args: Args) -> Result {
    new_of(vm, args, Type::Reversed)
}

fn new_enumerate(vm: &mut Vm<'_>, args: Args) -> Result {
    new_of(vm, args, Type::Enumerate)
}

fn new_zip(vm: &mut Vm<'_>, args: Args) -> Result {
    new_of(vm, args, Type::Zip)
}

fn new_map(vm: &mut Vm<'_>, args: Args) -> Result {
    new_of(vm, args, Type::Map)
}

fn new_filter(vm: &mut Vm<'_>, args: Args) -> Result {
    new_of(vm, args, Type::Filter)
}

/// The number that an enumerate gives next, and counts on.
pub(crate) fn enumerate_count(vm: &mut Vm<'_>, args: Args) -> Result {
    let iterator = args.get(vm, 0);
    let number = vm.heap.field(iterator, 4);
    let place = vm.heap.hold(number);
    let more = vm.number_binary(hognose_image::isa::BinaryOp::Add, number, Value::int(1))?;
    let iterator = args.get(vm, 0);
    vm.heap.set_field(iterator, 4, more.unwrap_or(Value::int(0)));
    Ok(vm.heap.held(place))
}
