//! Iterators of the engine: what makes them and their next item, where that needs no Python code.
//!
//! | type | a | b | x | y |
//! |---|---|---|---|---|
//! | list_reverseiterator | items left | | list | |
//! | reversed | items left (str: bytes left) | | sequence | |
//! | longrange_iterator | | | range | next value |
//! | dict_reverse... | entries left | length at the start | dict | |
//! | enumerate | 1 + depth of plain iterators, else 0 | | iterator | next number |
//! | zip | strict | 1 + depth of plain iterators, else 0 | tuple of iterators | |
//! | map | | 1 + depth of plain iterators, else 0 | tuple of iterators | function |
//! | filter | | | iterator | function |
//! | callable_iterator | | | callable | sentinel |
//! | iterator | next index | | object | |
//!
//! x is None once the iterator has ended. A *plain* iterator never needs Python code for its next item.

use crate::heap::{Held, Kind};
use crate::interp::Next;
use crate::native::Result;
use crate::text::utf8;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;
use hognose_image::isa::BinaryOp;

/// Plain iterators inside each other at most; deeper ones go through Python frames, whose number is limited.
const DEPTH: u64 = 5;

/// 1 + how deep plain iterators are nested in this one; 0: it is not plain.
pub(crate) fn plainness(vm: &Vm<'_>, iterator: Value) -> u64 {
    if !vm.heap.is_kind(iterator, Kind::Iter) {
        return 0;
    }
    match Type::from_index(vm.heap.aux(iterator)) {
        Type::Enumerate => vm.heap.word(iterator, 1),
        Type::Zip => vm.heap.word(iterator, 2),
        Type::Map | Type::Filter | Type::CallableIterator | Type::SequenceIterator | Type::MemoryIterator => {
            0
        }
        Type::Reversed if is_reversible_here(vm, vm.heap.field(iterator, 3)) => 1,
        Type::Reversed => 0,
        _ => 1,
    }
}

/// Plainness of an iterator over those iterators, the items of a tuple.
pub(crate) fn plainness_over(vm: &Vm<'_>, iterators: Value) -> u64 {
    let mut most = 0;
    for i in 0..vm.heap.tuple_len(iterators) {
        match plainness(vm, vm.heap.item(iterators, i)) {
            0 => return 0,
            n => most = most.max(n),
        }
    }
    nested(most)
}

/// Plainness of an iterator around one of that plainness.
pub(crate) fn nested(inner: u64) -> u64 {
    if inner == 0 || inner >= DEPTH { 0 } else { inner + 1 }
}

fn is_reversible_here(vm: &Vm<'_>, value: Value) -> bool {
    vm.heap.is_str(value)
        || value.is_none()
        || matches!(vm.heap.kind(value), Kind::Tuple | Kind::Bytes | Kind::ByteArray)
}

/// Next item of the rarer built-in iterators.
pub(crate) fn next_other(vm: &mut Vm<'_>, iterator: Value, kind: Type) -> Result<Next> {
    match kind {
        Type::Enumerate => next_numbered(vm, iterator),
        Type::Zip => next_zipped(vm, iterator),
        Type::ListReverseIterator => Ok(next_from_end(vm, iterator)),
        Type::Reversed if is_reversible_here(vm, vm.heap.field(iterator, 3)) => {
            Ok(next_from_end(vm, iterator))
        }
        Type::LongRangeIterator => next_long(vm, iterator),
        Type::ArrayIterator | Type::DequeIterator | Type::DequeReverseIterator => {
            match vm.brought_record(vm.heap.field(iterator, 3)) {
                Some(brought) => (brought.next)(vm, iterator, kind),
                None => Ok(Next::End),
            }
        }
        Type::MemoryIterator => next_viewed(vm, iterator),
        Type::DictReverseKeyIterator | Type::DictReverseValueIterator | Type::DictReverseItemIterator => {
            next_entry_back(vm, iterator, kind)
        }
        _ => Ok(Next::Ask),
    }
}

fn next_viewed(vm: &mut Vm<'_>, iterator: Value) -> Result<Next> {
    let (view, i) = (vm.heap.field(iterator, 3), vm.heap.word(iterator, 1));
    if !vm.heap.is_kind(view, Kind::MemoryView) {
        return Ok(Next::End);
    }
    let place = vm.heap.hold(iterator);
    let item = crate::builtins::memoryview::item_at(vm, view, i as usize);
    let iterator = vm.heap.held(place);
    vm.heap.release(place);
    match item? {
        Some(item) => {
            vm.heap.set_word(iterator, 1, i + 1);
            Ok(Next::Item(item))
        }
        None => Ok(end(vm, iterator)),
    }
}

fn end(vm: &mut Vm<'_>, iterator: Value) -> Next {
    vm.heap.set_field(iterator, 3, Value::NONE);
    Next::End
}

/// A tuple of two values, which need not be held by the caller. May reserve and move.
pub(crate) fn pair(vm: &mut Vm<'_>, first: Value, second: Value) -> Result {
    let made = vm.heap.new_pair(first, second);
    vm.grant_memory(made)
}

fn next_numbered(vm: &mut Vm<'_>, iterator: Value) -> Result<Next> {
    if vm.heap.word(iterator, 1) == 0 {
        return Ok(Next::Ask);
    }
    let number = vm.heap.field(iterator, 4);
    if !number.is_int() || !Value::fits(number.raw_int() + 1) {
        return next_numbered_big(vm, iterator);
    }
    let inner = vm.heap.field(iterator, 3);
    // Lists are what is numbered most.
    let found = if vm.heap.is_iter(inner, Type::ListIterator) {
        let item = vm.next_builtin(inner)?;
        vm.heap.set_field(iterator, 4, Value::int(number.raw_int() + 1));
        item
    } else {
        let place = vm.heap.hold(iterator);
        let item = vm.next_builtin(inner);
        let iterator = vm.heap.held(place);
        vm.heap.release(place);
        let item = item?;
        vm.heap.set_field(iterator, 4, Value::int(number.raw_int() + 1));
        item
    };
    match found {
        Next::Item(item) => pair(vm, number, item).map(Next::Item),
        other => Ok(other),
    }
}

/// The same for numbers that are no inline integers, or will not be.
fn next_numbered_big(vm: &mut Vm<'_>, iterator: Value) -> Result<Next> {
    let mark = vm.heap.held_mark();
    let place = vm.heap.hold(iterator);
    let inner = vm.heap.field(iterator, 3);
    let found = vm.next_builtin(inner);
    let result = match found {
        Ok(Next::Item(item)) => {
            let item = vm.heap.hold(item);
            let number = vm.heap.field(vm.heap.held(place), 4);
            let held = vm.heap.hold(number);
            vm.number_binary(BinaryOp::Add, number, Value::int(1)).and_then(|more| {
                let iterator = vm.heap.held(place);
                vm.heap.set_field(iterator, 4, more.unwrap_or(Value::int(0)));
                let (number, item) = (vm.heap.held(held), vm.heap.held(item));
                pair(vm, number, item).map(Next::Item)
            })
        }
        other => other,
    };
    vm.heap.release_to(mark);
    result
}

fn next_zipped(vm: &mut Vm<'_>, iterator: Value) -> Result<Next> {
    if vm.heap.word(iterator, 2) == 0 {
        return Ok(Next::Ask);
    }
    let n = vm.heap.tuple_len(vm.heap.field(iterator, 3));
    if n == 0 {
        return Ok(Next::End);
    }
    let strict = vm.heap.word(iterator, 1) != 0;
    let mark = vm.heap.held_mark();
    let place = vm.heap.hold(iterator);
    let result = if n == 2 { zip_two(vm, place, strict) } else { zip_many(vm, place, n, strict) };
    vm.heap.release_to(mark);
    result
}

fn step(vm: &mut Vm<'_>, zip: Held, i: usize) -> Result<Option<Value>> {
    let iterators = vm.heap.field(vm.heap.held(zip), 3);
    let inner = vm.heap.item(iterators, i);
    match vm.next_builtin(inner)? {
        Next::Item(item) => Ok(Some(item)),
        _ => Ok(None),
    }
}

fn zip_two(vm: &mut Vm<'_>, zip: Held, strict: bool) -> Result<Next> {
    let Some(first) = step(vm, zip, 0)? else { return zip_ended(vm, zip, 0, 2, strict) };
    let place = vm.heap.hold(first);
    let Some(second) = step(vm, zip, 1)? else { return zip_ended(vm, zip, 1, 2, strict) };
    let first = vm.heap.held(place);
    pair(vm, first, second).map(Next::Item)
}

fn zip_many(vm: &mut Vm<'_>, zip: Held, n: usize, strict: bool) -> Result<Next> {
    vm.charge(n);
    vm.reserve(1 + n)?;
    let tuple = vm.heap.alloc_tuple(n);
    let tuple = vm.heap.hold(tuple);
    for i in 0..n {
        let Some(item) = step(vm, zip, i)? else { return zip_ended(vm, zip, i, n, strict) };
        let tuple = vm.heap.held(tuple);
        vm.heap.set_item(tuple, i, item);
    }
    Ok(Next::Item(vm.heap.held(tuple)))
}

/// Iterator `i` of a zip ended: so does the zip, and a strict one complains when others have more.
fn zip_ended(vm: &mut Vm<'_>, zip: Held, i: usize, n: usize, strict: bool) -> Result<Next> {
    if strict {
        if i > 0 {
            return Err(zip_uneven(vm, i + 1, "shorter"));
        }
        for k in 1..n {
            if step(vm, zip, k)?.is_some() {
                return Err(zip_uneven(vm, k + 1, "longer"));
            }
        }
    }
    Ok(Next::End)
}

/// ValueError of a strict zip: argument `i`, counted from 1, is not as long as those before.
pub(crate) fn zip_uneven(vm: &mut Vm<'_>, i: usize, how: &str) -> crate::native::Trap {
    vm.raise_with(Type::ValueError, |_, out| {
        if i == 2 {
            write!(out, "zip() argument 2 is {how} than argument 1")
        } else {
            write!(out, "zip() argument {i} is {how} than arguments 1-{}", i - 1)
        }
    })
}

fn next_from_end(vm: &mut Vm<'_>, iterator: Value) -> Next {
    let source = vm.heap.field(iterator, 3);
    if source.is_none() {
        return Next::End;
    }
    let left = vm.heap.word(iterator, 1) as usize;
    let (found, left) = if vm.heap.is_str(source) {
        let text = vm.heap.text(source);
        match utf8::decode_back(&text, left.min(text.len())) {
            Some((_, width)) => (Value::short_str(&text[left - width..left]), left - width),
            None => (None, 0),
        }
    } else if left == 0 {
        (None, 0)
    } else {
        let found = match vm.heap.bytes_like(source) {
            Some(bytes) => bytes.get(left - 1).map(|&byte| Value::int(byte as i64)),
            None => vm.heap.items(source).get(left - 1).map(|&word| Value(word)),
        };
        (found, left - 1)
    };
    match found {
        Some(value) => {
            vm.heap.set_word(iterator, 1, left as u64);
            Next::Item(value)
        }
        None => end(vm, iterator),
    }
}

fn next_long(vm: &mut Vm<'_>, iterator: Value) -> Result<Next> {
    let (range, value) = (vm.heap.field(iterator, 3), vm.heap.field(iterator, 4));
    if range.is_none() {
        return Ok(Next::End);
    }
    let (stop, step) = (vm.heap.field(range, 2), vm.heap.field(range, 3));
    let operator = if vm.number_order(step, Value::int(0)).is_some_and(|o| o.is_gt()) { 0 } else { 4 };
    if vm.compare_builtin(operator, value, stop) != Some(true) {
        return Ok(end(vm, iterator));
    }
    let mark = vm.heap.held_mark();
    let (i, v) = (vm.heap.hold(iterator), vm.heap.hold(value));
    let next = vm.number_binary(BinaryOp::Add, value, step);
    let (iterator, value) = (vm.heap.held(i), vm.heap.held(v));
    vm.heap.release_to(mark);
    if let Some(next) = next? {
        vm.heap.set_field(iterator, 4, next);
    }
    Ok(Next::Item(value))
}

fn next_entry_back(vm: &mut Vm<'_>, iterator: Value, kind: Type) -> Result<Next> {
    let dict = vm.heap.field(iterator, 3);
    if dict.is_none() {
        return Ok(Next::End);
    }
    if vm.heap.word(iterator, 2) != vm.heap.dict_len(dict) as u64 {
        vm.heap.set_word(iterator, 2, u64::MAX);
        let what = if vm.heap.flags(dict) & crate::object::dict::ORDERED != 0 {
            "OrderedDict mutated during iteration"
        } else {
            "dictionary changed size during iteration"
        };
        return Err(vm.raise(Type::RuntimeError, what));
    }
    let mut left = (vm.heap.word(iterator, 1) as usize).min(vm.heap.dict_used(dict));
    while left > 0 && vm.heap.entry_key(dict, left - 1) == Value::DELETED {
        left -= 1;
    }
    if left == 0 {
        return Ok(end(vm, iterator));
    }
    vm.heap.set_word(iterator, 1, left as u64 - 1);
    let key = vm.heap.entry_key(dict, left - 1);
    let value = vm.heap.entry_value(dict, left - 1);
    match kind {
        Type::DictReverseKeyIterator => Ok(Next::Item(key)),
        Type::DictReverseValueIterator => Ok(Next::Item(value)),
        _ => pair(vm, key, value).map(Next::Item),
    }
}

/// An iterator over a record: views of dicts and proxies of them. None when it has none of the engine's.
pub(crate) fn iter_record(vm: &mut Vm<'_>, value: Value) -> Result<Option<Value>> {
    if !vm.heap.is_kind(value, Kind::Record) {
        return Ok(None);
    }
    let kind = match Type::from_index(vm.heap.aux(value)) {
        Type::DictKeys | Type::MappingProxy => Type::DictKeyIterator,
        Type::DictValues => Type::DictValueIterator,
        Type::DictItems => Type::DictItemIterator,
        kind @ (Type::Deque | Type::Array) => {
            let Some(brought) = vm.brought(kind) else { return Ok(None) };
            return (brought.iterator)(vm, value, false).map(Some);
        }
        _ => return Ok(None),
    };
    let dict = vm.heap.record_field(value, 0);
    if !vm.heap.is_kind(dict, Kind::Dict) {
        return Ok(None);
    }
    let n = vm.heap.dict_len(dict) as u64;
    let made = vm.heap.new_iter(kind, 0, n, dict, Value::NULL, Value::NULL);
    vm.grant_memory(made).map(Some)
}

/// An iterator over a held built-in sequence, dict or view from its end; None when Python code decides.
pub(crate) fn reverse_iterator(vm: &mut Vm<'_>, value: Value) -> Result<Option<Value>> {
    let heap = &mut vm.heap;
    let null = Value::NULL;
    let made = match heap.kind(value) {
        Kind::List => {
            let n = heap.list_len(value) as u64;
            heap.new_iter(Type::ListReverseIterator, n, 0, value, null, null)
        }
        Kind::Tuple => {
            let n = heap.tuple_len(value) as u64;
            heap.new_iter(Type::Reversed, n, 0, value, null, null)
        }
        Kind::Bytes | Kind::ByteArray => {
            let n = heap.bytes_like(value).map_or(0, <[u8]>::len) as u64;
            heap.new_iter(Type::Reversed, n, 0, value, null, null)
        }
        Kind::Dict => {
            let (used, n) = (heap.dict_used(value) as u64, heap.dict_len(value) as u64);
            heap.new_iter(Type::DictReverseKeyIterator, used, n, value, null, null)
        }
        Kind::Range => {
            let Some((start, step, n)) = super::item::range_parts(vm, value) else { return Ok(None) };
            if !Value::fits(-step) {
                return Ok(None);
            }
            let last = if n == 0 { start } else { start + step * (n as i64 - 1) };
            vm.heap.new_iter(Type::RangeIterator, last as u64, n, Value::int(-step), null, null)
        }
        Kind::Record => {
            let kind = match Type::from_index(heap.aux(value)) {
                Type::DictKeys | Type::MappingProxy => Type::DictReverseKeyIterator,
                Type::DictValues => Type::DictReverseValueIterator,
                Type::DictItems => Type::DictReverseItemIterator,
                Type::Deque => {
                    let Some(brought) = vm.brought(Type::Deque) else { return Ok(None) };
                    return (brought.iterator)(vm, value, true).map(Some);
                }
                _ => return Ok(None),
            };
            let dict = heap.record_field(value, 0);
            if !heap.is_kind(dict, Kind::Dict) {
                return Ok(None);
            }
            let (used, n) = (heap.dict_used(dict) as u64, heap.dict_len(dict) as u64);
            heap.new_iter(kind, used, n, dict, null, null)
        }
        _ if heap.is_str(value) => {
            let n = heap.text(value).len() as u64;
            heap.new_iter(Type::Reversed, n, 0, value, null, null)
        }
        _ => return Ok(None),
    };
    vm.grant_memory(made).map(Some)
}
