//! Built-in functions over iterables. What needs no Python code is done here; else frozen code goes on where this stopped.

use crate::builtins::list::{SORT_AT_ONCE, list_from, sort_options, try_sort};
use crate::builtins::methods::quick_len;
use crate::builtins::operator::{ask, hand_over, plainness, quick_order};
use crate::heap::{Held, Kind};
use crate::interp::Next;
use crate::names;
use crate::native::{Args, Result};
use crate::object::generator::{Flavour, State};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;
use hognose_image::isa::BinaryOp;

/// Items taken from an iterator before frozen code goes on, which looks at the budget.
const AT_ONCE: usize = 1 << 14;

/// A plain iterator over argument `i`; None: Python code must give the items.
fn plain_iterator(vm: &mut Vm<'_>, args: Args, i: usize) -> Result<Option<Value>> {
    let value = args.get(vm, i);
    if vm.is_user_object(value) {
        return Ok(None);
    }
    match vm.iter_builtin(value)? {
        Some(iterator) if plainness(vm, iterator) != 0 => Ok(Some(iterator)),
        _ => Ok(None),
    }
}

/// `all` (`stop` False) and `any` (`stop` True): the first item of that truth decides.
fn seek_truth(vm: &mut Vm<'_>, args: Args, stop: bool) -> Result {
    let (general, rest) = if stop { ("_builtin_any", "_any_rest") } else { ("_builtin_all", "_all_rest") };
    let Some(iterator) = plain_iterator(vm, args, 0)? else { return Err(hand_over(vm, general, args)) };
    let place = vm.heap.hold(iterator);
    for _ in 0..AT_ONCE {
        let iterator = vm.heap.held(place);
        let Next::Item(item) = vm.next_builtin(iterator)? else { return Ok(Value::bool(!stop)) };
        vm.charge(1);
        match vm.quick_truth(item) {
            Some(truth) if truth == stop => return Ok(Value::bool(stop)),
            Some(_) => {}
            None => {
                let iterator = vm.heap.held(place);
                return Err(ask(vm, rest, &[iterator, item]));
            }
        }
    }
    let iterator = vm.heap.held(place);
    Err(ask(vm, rest, &[iterator, Value::bool(!stop)]))
}

/// `all`
pub fn all(vm: &mut Vm<'_>, args: Args) -> Result {
    seek_truth(vm, args, false)
}

/// `any`
pub fn any(vm: &mut Vm<'_>, args: Args) -> Result {
    seek_truth(vm, args, true)
}

/// `iter`
pub fn iter(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    if args.len() == 2 {
        return Err(hand_over(vm, "_iter_callable", args));
    }
    if let Some(iterator) = vm.iter_builtin(value)? {
        return Ok(iterator);
    }
    let value = args.get(vm, 0);
    let class = vm.type_of(value);
    match vm.find_in_type(class, names::DUNDER_ITER) {
        Some(method) if method.is_none() => Err(vm.not_iterable(value)),
        Some(_) => Err(hand_over(vm, "_iter_user", args)),
        None if vm.is_user_object(value) && vm.find_in_type(class, names::DUNDER_GETITEM).is_some() => {
            let made = vm.heap.new_iter(Type::SequenceIterator, 0, 0, value, Value::NULL, Value::NULL);
            vm.grant_memory(made)
        }
        None => Err(vm.not_iterable(value)),
    }
}

/// `len`
pub fn len(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    match quick_len(vm, value) {
        Some(n) => Ok(Value::int(n as i64)),
        None => Err(hand_over(vm, "_len", args)),
    }
}

/// `next`
pub fn next(vm: &mut Vm<'_>, args: Args) -> Result {
    let iterator = args.get(vm, 0);
    let default = args.get(vm, 1);
    if vm.heap.is_kind(iterator, Kind::Generator) && vm.heap.generator_flavour(iterator) == Flavour::Generator
    {
        return match vm.heap.generator_state(iterator) {
            State::Running => Err(vm.already_executing(iterator)),
            State::Finished if default.is_unbound() => Err(vm.raise_bare(Type::StopIteration)),
            State::Finished => Ok(default),
            _ if default.is_unbound() => Err(vm.tail_resume(iterator, Value::NONE)),
            _ => Err(hand_over(vm, "_next_of_generator", args)),
        };
    }
    match vm.next_builtin(iterator)? {
        Next::Item(item) => return Ok(item),
        Next::End => {
            let default = args.get(vm, 1);
            return if default.is_unbound() { Err(vm.raise_bare(Type::StopIteration)) } else { Ok(default) };
        }
        Next::Ask => {}
    }
    let (iterator, default) = (args.get(vm, 0), args.get(vm, 1));
    let class = vm.type_of(iterator);
    let Some(method) = vm.find_in_type(class, names::DUNDER_NEXT).filter(|m| !m.is_none()) else {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("'")?;
            vm.write_type_name(iterator, out)?;
            out.write_str("' object is not an iterator")
        }));
    };
    if default.is_unbound() {
        if vm.heap.is_kind(method, Kind::Function) || method.as_native().is_some() {
            return Err(vm.tail_call(method, &[iterator]));
        }
        return Err(hand_over(vm, "_next_of_user", args));
    }
    Err(hand_over(vm, "_next_or", args))
}

/// `sorted`
pub fn sorted(vm: &mut Vm<'_>, args: Args) -> Result {
    if args.len() != 1 {
        let n = args.len();
        return Err(
            vm.raise_with(Type::TypeError, |_, out| write!(out, "sorted expected 1 argument, got {n}"))
        );
    }
    let options = sort_options(vm, args, "sort")?;
    if options.key.is_none() && !vm.is_user_object(args.get(vm, 0)) {
        let source = args.get(vm, 0);
        let known = !matches!(vm.heap.kind(source), Kind::Generator)
            && (!vm.heap.is_kind(source, Kind::Iter) || plainness(vm, source) != 0);
        if let (true, Some(reverse)) = (known, options.reverse) {
            let list = list_from(vm, args, 0)?;
            let place = vm.heap.hold(list);
            if vm.heap.list_len(list) <= SORT_AT_ONCE && try_sort(vm, list, reverse)? {
                return Ok(vm.heap.held(place));
            }
            let list = vm.heap.held(place);
            return Err(ask(vm, "_sorted_list", &[list, Value::NONE, Value::bool(reverse)]));
        }
    }
    let options = sort_options(vm, args, "sort")?;
    let source = args.get(vm, 0);
    Err(ask(vm, "_sorted", &[source, options.key, options.reverse_value]))
}

/// `max`
pub fn max(vm: &mut Vm<'_>, args: Args) -> Result {
    best(vm, args, true)
}

/// `min`
pub fn min(vm: &mut Vm<'_>, args: Args) -> Result {
    best(vm, args, false)
}

fn best(vm: &mut Vm<'_>, args: Args, greatest: bool) -> Result {
    let name = if greatest { "max" } else { "min" };
    let n = args.len();
    if n == 0 {
        return Err(vm.raise_with(Type::TypeError, |_, out| {
            write!(out, "{name} expected at least 1 argument, got 0")
        }));
    }
    let (mut key, mut default) = (Value::NONE, Value::UNBOUND);
    for i in 0..args.keyword_count() {
        let keyword = args.keyword_name(vm, i);
        let value = args.keyword_value(vm, i);
        match &*vm.heap.text(keyword) {
            b"key" => key = value,
            b"default" => default = value,
            _ => {
                return Err(vm.raise_with(Type::TypeError, |vm, out| {
                    let keyword = vm.heap.text(keyword);
                    write!(out, "'{}' is an invalid keyword argument for {name}()", keyword.as_str())
                }));
            }
        }
    }
    if n > 1 && !default.is_unbound() {
        return Err(vm.raise_with(Type::TypeError, |_, out| {
            write!(out, "Cannot specify a default for {name}() with multiple positional arguments")
        }));
    }
    if !key.is_none() || n == 1 {
        return best_of_iterable(vm, args, greatest, key, default);
    }
    let mut found = args.get(vm, 0);
    for i in 1..n {
        let item = args.get(vm, i);
        match quick_order(vm, item, found) {
            Some(order) => {
                if if greatest { order.is_gt() } else { order.is_lt() } {
                    found = item;
                }
            }
            None => {
                let items = tuple_of(vm, args)?;
                let empty = Value::FALSE;
                return Err(ask(
                    vm,
                    "_best",
                    &[Value::bool(greatest), items, Value::NONE, Value::NONE, empty],
                ));
            }
        }
    }
    Ok(found)
}

/// A tuple of all positional arguments.
fn tuple_of(vm: &mut Vm<'_>, args: Args) -> Result {
    let n = args.len();
    vm.reserve(1 + n)?;
    let tuple = vm.heap.alloc_tuple(n);
    for i in 0..n {
        let item = args.get(vm, i);
        vm.heap.set_item(tuple, i, item);
    }
    Ok(tuple)
}

fn best_of_iterable(vm: &mut Vm<'_>, args: Args, greatest: bool, key: Value, default: Value) -> Result {
    let mark = vm.heap.held_mark();
    let (k, d) = (vm.heap.hold(key), vm.heap.hold(default));
    if key.is_none() {
        if let Some(iterator) = plain_iterator(vm, args, 0)? {
            let iterator = vm.heap.hold(iterator);
            return best_of_plain(vm, iterator, greatest, d);
        }
    }
    let items = if args.len() == 1 { args.get(vm, 0) } else { tuple_of(vm, args)? };
    let (key, default) = (vm.heap.held(k), vm.heap.held(d));
    vm.heap.release_to(mark);
    let has_default = Value::bool(!default.is_unbound());
    Err(ask(vm, "_best", &[Value::bool(greatest), items, key, default.or_none(), has_default]))
}

fn best_of_plain(vm: &mut Vm<'_>, iterator: Held, greatest: bool, default: Held) -> Result {
    let it = vm.heap.held(iterator);
    let Next::Item(first) = vm.next_builtin(it)? else {
        let default = vm.heap.held(default);
        if !default.is_unbound() {
            return Ok(default);
        }
        let name = if greatest { "max" } else { "min" };
        return Err(
            vm.raise_with(Type::ValueError, |_, out| write!(out, "{name}() arg is an empty sequence"))
        );
    };
    let found = vm.heap.hold(first);
    for _ in 0..AT_ONCE {
        let it = vm.heap.held(iterator);
        let Next::Item(item) = vm.next_builtin(it)? else { return Ok(vm.heap.held(found)) };
        vm.charge(1);
        let so_far = vm.heap.held(found);
        match quick_order(vm, item, so_far) {
            Some(order) => {
                if if greatest { order.is_gt() } else { order.is_lt() } {
                    vm.heap.set_held(found, item);
                }
            }
            None => {
                let it = vm.heap.held(iterator);
                return Err(ask(vm, "_best_rest", &[Value::bool(greatest), so_far, item, it]));
            }
        }
    }
    let (it, found) = (vm.heap.held(iterator), vm.heap.held(found));
    Err(ask(vm, "_best_rest", &[Value::bool(greatest), found, found, it]))
}

/// `sum`
pub fn sum(vm: &mut Vm<'_>, args: Args) -> Result {
    static PARAMETERS: crate::builtins::text::Parameters<2> = crate::builtins::text::Parameters {
        function: "sum",
        names: ["", "start"],
        required: 1,
        positional: 2,
    };
    let bound = PARAMETERS.bind(vm, args, 0)?;
    let start = if bound.has(1) { bound.get(vm, 1) } else { Value::int(0) };
    let text = match vm.builtin_type_of(start) {
        Type::Str => "sum() can't sum strings [use ''.join(seq) instead]",
        Type::Bytes => "sum() can't sum bytes [use b''.join(seq) instead]",
        Type::ByteArray => "sum() can't sum bytearray [use b''.join(seq) instead]",
        _ => "",
    };
    if !text.is_empty() {
        return Err(vm.raise(Type::TypeError, text));
    }
    let total = vm.heap.hold(start);
    if vm.heap.is_number(start) {
        if let Some(iterator) = plain_iterator(vm, args, 0)? {
            let iterator = vm.heap.hold(iterator);
            return sum_plain(vm, iterator, total);
        }
    }
    let (source, total) = (args.get(vm, 0), vm.heap.held(total));
    Err(ask(vm, "_sum", &[source, total]))
}

fn sum_plain(vm: &mut Vm<'_>, iterator: Held, total: Held) -> Result {
    for _ in 0..AT_ONCE {
        let it = vm.heap.held(iterator);
        let Next::Item(item) = vm.next_builtin(it)? else { return Ok(vm.heap.held(total)) };
        vm.charge(1);
        let so_far = vm.heap.held(total);
        let more = match (so_far.as_int(), item.as_int()) {
            (Some(x), Some(y)) if Value::fits(x + y) => Value::int(x + y),
            _ if so_far.is_float() && item.is_float() => Value::float(so_far.raw_float() + item.raw_float()),
            _ if vm.heap.is_number(item) => match vm.number_binary(BinaryOp::Add, so_far, item)? {
                Some(more) => more,
                None => return sum_rest(vm, iterator, total, item),
            },
            _ => return sum_rest(vm, iterator, total, item),
        };
        vm.heap.set_held(total, more);
    }
    let (it, total) = (vm.heap.held(iterator), vm.heap.held(total));
    Err(ask(vm, "_sum", &[it, total]))
}

fn sum_rest(vm: &mut Vm<'_>, iterator: Held, total: Held, item: Value) -> Result {
    let (it, total) = (vm.heap.held(iterator), vm.heap.held(total));
    Err(ask(vm, "_sum_rest", &[it, total, item]))
}
