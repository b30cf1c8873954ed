//! `collections.deque`: a record of slots (an array, null before the first value), the slot of the first value, how many
//! values there are, `maxlen`, and a count of changes that iteration watches. The number of slots is a power of two.

use super::operator::{Index, argument, ask, hand_over, index_of, not_an_integer, plainness};
use super::subclass;
use super::text::Parameters;
use crate::heap::{Held, Kind};
use crate::interp::Next;
use crate::native::{Args, Def, MANY, Result, Trap, TypeDef};
use crate::object::list::list_words;
use crate::object::tuple::tuple_words;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// The type, for the module that has it.
pub static TYPE: TypeDef = TypeDef {
    kind: Type::Deque,
    attributes: ATTRIBUTES,
    constructor: construct,
    length,
    item,
    store,
    iterator: make_iterator,
    next,
    is_sound,
};

/// Sorted by name.
static ATTRIBUTES: &[Def] = defs![
    Def::frozen("__add__", &"_deque_add"),
    Def::class_method("__class_getitem__", super::methods::class_getitem, 1, 1),
    Def::frozen("__contains__", &"_deque_contains"),
    Def::frozen("__copy__", &"_deque_copy"),
    Def::function("__delitem__", delitem, 1, 1),
    Def::frozen("__eq__", &"_deque_eq"),
    Def::frozen("__ge__", &"_deque_ge"),
    Def::function("__getitem__", getitem, 1, 1),
    Def::frozen("__gt__", &"_deque_gt"),
    Def::constant("__hash__", |_| Ok(Value::NONE)),
    Def::frozen("__iadd__", &"_deque_iadd"),
    Def::frozen("__imul__", &"_deque_imul"),
    Def::keywords("__init__", init, 0, MANY),
    Def::function("__iter__", iter, 0, 0),
    Def::frozen("__le__", &"_deque_le"),
    Def::function("__len__", len, 0, 0),
    Def::frozen("__lt__", &"_deque_lt"),
    Def::frozen("__mul__", &"_deque_mul"),
    Def::frozen("__ne__", &"_deque_ne"),
    Def::fixed("__new__", new, 0, MANY),
    Def::frozen("__reduce__", &"_deque_reduce"),
    Def::frozen("__repr__", &"_deque_repr"),
    Def::function("__reversed__", reversed, 0, 0),
    Def::frozen("__rmul__", &"_deque_mul"),
    Def::function("__setitem__", setitem, 2, 2),
    Def::function("append", append, 1, 1),
    Def::function("appendleft", appendleft, 1, 1),
    Def::function("clear", clear, 0, 0),
    Def::frozen("copy", &"_deque_copy"),
    Def::frozen("count", &"_deque_count"),
    Def::function("extend", extend, 1, 1),
    Def::function("extendleft", extendleft, 1, 1),
    Def::frozen("index", &"_deque_index"),
    Def::function("insert", insert, 2, 2),
    Def::get_set("maxlen", &(maxlen, set_maxlen)),
    Def::function("pop", pop, 0, 0),
    Def::function("popleft", popleft, 0, 0),
    Def::frozen("remove", &"_deque_remove"),
    Def::function("reverse", reverse, 0, 0),
    Def::function("rotate", rotate, 0, MANY),
];

/// Fields of the record.
const SLOTS: usize = 0;
const FIRST: usize = 1;
const COUNT: usize = 2;
const MOST: usize = 3;
const CHANGES: usize = 4;
/// Slots after the first value.
const FEWEST: usize = 8;

/// Where a deque stands.
#[derive(Clone, Copy)]
struct Ring {
    record: Value,
    array: Value,
    first: usize,
    count: usize,
    slots: usize,
}

impl Ring {
    /// That of a record of this type.
    fn at(vm: &Vm<'_>, record: Value) -> Ring {
        let array = vm.heap.record_field(record, SLOTS);
        let number = |i| vm.heap.record_field(record, i).raw_int() as usize;
        let slots = if array.is_object() { vm.heap.size(array) - 1 } else { 0 };
        Ring { record, array, first: number(FIRST), count: number(COUNT), slots }
    }

    /// That of the receiver.
    fn of(vm: &Vm<'_>, args: Args) -> Ring {
        Ring::at(vm, vm.unwrap(args.get(vm, 0)))
    }

    /// Most values that there may be.
    fn most(&self, vm: &Vm<'_>) -> usize {
        let most = vm.heap.record_field(self.record, MOST);
        if most.is_none() {
            return usize::MAX;
        }
        vm.heap.as_i64(most).and_then(|most| usize::try_from(most).ok()).unwrap_or(usize::MAX)
    }

    /// Word of the array that holds value `i`.
    fn place(&self, i: usize) -> usize {
        1 + (self.first.wrapping_add(i) & self.slots.wrapping_sub(1))
    }

    fn get(&self, vm: &Vm<'_>, i: usize) -> Value {
        vm.heap.field(self.array, self.place(i))
    }

    fn set(&self, vm: &mut Vm<'_>, i: usize, value: Value) {
        vm.heap.set_field(self.array, self.place(i), value);
    }

    /// Writes first and count back, and that there was a change.
    fn save(&self, vm: &mut Vm<'_>) {
        vm.heap.set_record_field(self.record, FIRST, Value::int(self.first as i64));
        vm.heap.set_record_field(self.record, COUNT, Value::int(self.count as i64));
        let changes = vm.heap.record_field(self.record, CHANGES).raw_int();
        vm.heap.set_record_field(self.record, CHANGES, Value::int((changes + 1) & u32::MAX as i64));
    }

    fn drop_first(&mut self, vm: &mut Vm<'_>) -> Value {
        let value = self.get(vm, 0);
        self.set(vm, 0, Value::NONE);
        self.first = (self.first + 1) & (self.slots - 1);
        self.count -= 1;
        value
    }

    fn drop_last(&mut self, vm: &mut Vm<'_>) -> Value {
        let value = self.get(vm, self.count - 1);
        self.set(vm, self.count - 1, Value::NONE);
        self.count -= 1;
        value
    }

    /// Adds where there is room.
    fn add(&mut self, vm: &mut Vm<'_>, value: Value, left: bool) {
        if left {
            self.first = self.first.wrapping_sub(1) & (self.slots - 1);
        }
        self.count += 1;
        let i = if left { 0 } else { self.count - 1 };
        self.set(vm, i, value);
    }
}

/// Makes room for one more value.
fn grow(vm: &mut Vm<'_>, deque: Held) -> Result<()> {
    let old = Ring::at(vm, vm.heap.held(deque)).slots;
    let slots = (old * 2).max(FEWEST);
    vm.charge(slots);
    vm.reserve(tuple_words(slots))?;
    let array = vm.heap.alloc_array(slots, Value::NONE);
    let ring = Ring::at(vm, vm.heap.held(deque));
    for i in 0..ring.count {
        let value = ring.get(vm, i);
        vm.heap.set_field(array, 1 + i, value);
    }
    vm.heap.set_record_field(ring.record, SLOTS, array);
    vm.heap.set_record_field(ring.record, FIRST, Value::int(0));
    Ok(())
}

/// Adds a value at one end of a held deque; at the limit a value of the other end goes. May reserve and move.
fn push(vm: &mut Vm<'_>, deque: Held, value: Value, left: bool) -> Result<()> {
    let mut ring = Ring::at(vm, vm.heap.held(deque));
    let most = ring.most(vm);
    if most == 0 {
        return Ok(());
    }
    if ring.count >= most {
        if left {
            ring.drop_last(vm)
        } else {
            ring.drop_first(vm)
        };
    }
    let mut value = value;
    if ring.count == ring.slots {
        let place = vm.heap.hold(value);
        let grown = grow(vm, deque);
        value = vm.heap.held(place);
        vm.heap.release(place);
        grown?;
        ring = Ring::at(vm, vm.heap.held(deque));
    }
    ring.add(vm, value, left);
    ring.save(vm);
    Ok(())
}

/// Adds what an iterable has at one end of a held deque; false: nothing was done, Python code decides.
fn push_all(vm: &mut Vm<'_>, deque: Held, source: Value, left: bool) -> Result<bool> {
    match vm.heap.kind(source) {
        Kind::Instance | Kind::Exception | Kind::Class | Kind::Generator => return Ok(false),
        Kind::Iter if plainness(vm, source) == 0 => return Ok(false),
        _ if source == vm.heap.held(deque) => return Ok(false),
        _ => {}
    }
    let Some(iterator) = vm.iter_builtin(source)? else { return Ok(false) };
    let iterator = vm.heap.hold(iterator);
    while let Next::Item(item) = vm.next_builtin(vm.heap.held(iterator))? {
        vm.charge(1);
        push(vm, deque, item, left)?;
    }
    vm.heap.release(iterator);
    Ok(true)
}

const PARAMETERS: Parameters<2> =
    Parameters { function: "deque", names: ["iterable", "maxlen"], required: 0, positional: 2 };

/// An empty deque.
fn empty(vm: &mut Vm<'_>) -> Result {
    let zero = Value::int(0);
    let made = vm.heap.new_record(Type::Deque, &[Value::NULL, zero, zero, Value::NONE, zero]);
    vm.grant_memory(made)
}

fn construct(vm: &mut Vm<'_>, args: Args) -> Result {
    let made = empty(vm)?;
    let deque = vm.heap.hold(made);
    if fill(vm, deque, args)? {
        return Ok(vm.heap.held(deque));
    }
    let iterable = PARAMETERS.bind(vm, args, 0)?.get(vm, 0);
    let deque = vm.heap.held(deque);
    Err(ask(vm, "_deque_of", &[deque, iterable]))
}

/// Takes the arguments of the constructor; false: Python code must iterate over the first one.
fn fill(vm: &mut Vm<'_>, deque: Held, args: Args) -> Result<bool> {
    let given = PARAMETERS.bind(vm, args, 0)?;
    let most = vm.unwrap(given.get(vm, 1).or_none());
    if !most.is_none() {
        match index_of(vm, most) {
            Index::At(n) if n >= 0 => {}
            Index::At(_) => return Err(vm.raise(Type::ValueError, "maxlen must be non-negative")),
            Index::Far(_) => {
                return Err(vm.raise(Type::OverflowError, "Python int too large to convert to C ssize_t"));
            }
            Index::Other => return Err(vm.raise(Type::TypeError, "an integer is required")),
        }
    }
    let record = vm.heap.held(deque);
    vm.heap.set_record_field(record, MOST, most);
    clear_held(vm, record);
    if !given.has(0) {
        return Ok(true);
    }
    let iterable = given.get(vm, 0);
    push_all(vm, deque, iterable, false)
}

fn new(vm: &mut Vm<'_>, args: Args) -> Result {
    subclass::check(vm, Type::Deque, args)?;
    let made = empty(vm)?;
    let class = args.get(vm, 0);
    subclass::wrap(vm, class, made)
}

/// `__init__`, also of subclasses; the receiver comes as it is.
fn init(vm: &mut Vm<'_>, args: Args) -> Result {
    let deque = vm.unwrap(args.get(vm, 0));
    if !vm.heap.is_record(deque, Type::Deque) {
        return Err(vm.raise(Type::TypeError, "descriptor '__init__' requires a 'collections.deque' object"));
    }
    let deque = vm.heap.hold(deque);
    if fill(vm, deque, args.skip(1))? {
        return Ok(Value::NONE);
    }
    let iterable = PARAMETERS.bind(vm, args, 1)?.get(vm, 0);
    let deque = vm.heap.held(deque);
    Err(ask(vm, "_deque_extend", &[deque, iterable]))
}

// Both ends

fn append(vm: &mut Vm<'_>, args: Args) -> Result {
    let mut ring = Ring::of(vm, args);
    if ring.count < ring.slots && vm.heap.record_field(ring.record, MOST).is_none() {
        let value = args.get(vm, 1);
        ring.add(vm, value, false);
        ring.save(vm);
        return Ok(Value::NONE);
    }
    let deque = vm.heap.hold(ring.record);
    let value = args.get(vm, 1);
    push(vm, deque, value, false)?;
    Ok(Value::NONE)
}

fn appendleft(vm: &mut Vm<'_>, args: Args) -> Result {
    let ring = Ring::of(vm, args);
    let deque = vm.heap.hold(ring.record);
    let value = args.get(vm, 1);
    push(vm, deque, value, true)?;
    Ok(Value::NONE)
}

fn extend(vm: &mut Vm<'_>, args: Args) -> Result {
    extend_by(vm, args, false, "_deque_extend")
}

fn extendleft(vm: &mut Vm<'_>, args: Args) -> Result {
    extend_by(vm, args, true, "_deque_extendleft")
}

fn extend_by(vm: &mut Vm<'_>, args: Args, left: bool, frozen: &'static str) -> Result {
    let ring = Ring::of(vm, args);
    let deque = vm.heap.hold(ring.record);
    let iterable = args.get(vm, 1);
    if push_all(vm, deque, iterable, left)? {
        return Ok(Value::NONE);
    }
    Err(hand_over(vm, frozen, args))
}

#[cold]
fn nothing_left(vm: &mut Vm<'_>) -> Trap {
    vm.raise(Type::IndexError, "pop from an empty deque")
}

fn pop(vm: &mut Vm<'_>, args: Args) -> Result {
    let mut ring = Ring::of(vm, args);
    if ring.count == 0 {
        return Err(nothing_left(vm));
    }
    let value = ring.drop_last(vm);
    ring.save(vm);
    Ok(value)
}

fn popleft(vm: &mut Vm<'_>, args: Args) -> Result {
    let mut ring = Ring::of(vm, args);
    if ring.count == 0 {
        return Err(nothing_left(vm));
    }
    let value = ring.drop_first(vm);
    ring.save(vm);
    Ok(value)
}

fn clear_held(vm: &mut Vm<'_>, record: Value) {
    let mut ring = Ring::at(vm, record);
    // The slots go too.
    vm.heap.set_record_field(record, SLOTS, Value::NULL);
    ring.first = 0;
    ring.count = 0;
    ring.save(vm);
}

fn clear(vm: &mut Vm<'_>, args: Args) -> Result {
    let ring = Ring::of(vm, args);
    clear_held(vm, ring.record);
    Ok(Value::NONE)
}

fn maxlen(vm: &mut Vm<'_>, args: Args) -> Result {
    let deque = vm.unwrap(args.get(vm, 0));
    Ok(vm.heap.record_field(deque, MOST))
}

fn set_maxlen(vm: &mut Vm<'_>, _: Args) -> Result {
    Err(vm.raise(Type::AttributeError, "attribute 'maxlen' of 'collections.deque' objects is not writable"))
}

// Items

fn len(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(Value::int(Ring::of(vm, args).count as i64))
}

/// Number of values of a record of this type.
fn length(vm: &Vm<'_>, deque: Value) -> u64 {
    vm.heap.record_field(deque, COUNT).raw_int() as u64
}

#[cold]
fn out_of_range(vm: &mut Vm<'_>) -> Trap {
    vm.raise(Type::IndexError, "deque index out of range")
}

/// Place of an index from either end.
fn locate(vm: &mut Vm<'_>, ring: &Ring, i: i64) -> Result<usize> {
    let at = if i < 0 { i + ring.count as i64 } else { i };
    match usize::try_from(at) {
        Ok(at) if at < ring.count => Ok(at),
        _ => Err(out_of_range(vm)),
    }
}

/// The index of a subscript; None: its `__index__` must be called.
fn subscript(vm: &mut Vm<'_>, ring: &Ring, index: Value) -> Result<Option<usize>> {
    match index_of(vm, index) {
        Index::At(i) => locate(vm, ring, i).map(Some),
        Index::Far(_) => Err(vm.raise(Type::IndexError, "cannot fit 'int' into an index-sized integer")),
        Index::Other if super::operator::has_index(vm, index) => Ok(None),
        Index::Other => Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("sequence index must be integer, not '")?;
            vm.write_type_name(index, out)?;
            out.write_str("'")
        })),
    }
}

/// `deque[index]`; None: Python code is needed.
fn item(vm: &mut Vm<'_>, deque: Value, index: Value) -> Result<Option<Value>> {
    let ring = Ring::at(vm, deque);
    Ok(subscript(vm, &ring, index)?.map(|i| ring.get(vm, i)))
}

/// `deque[index] = value`, or `del deque[index]` when the value is unbound; false: Python code is needed.
fn store(vm: &mut Vm<'_>, deque: Value, index: Value, value: Value) -> Result<bool> {
    let ring = Ring::at(vm, deque);
    let Some(i) = subscript(vm, &ring, index)? else { return Ok(false) };
    if value.is_unbound() {
        remove(vm, ring, i);
    } else {
        ring.set(vm, i, value);
    }
    Ok(true)
}

/// The index that a method was given.
fn given(vm: &mut Vm<'_>, ring: &Ring, index: Value) -> Result<Option<usize>> {
    match index_of(vm, index) {
        Index::At(i) => locate(vm, ring, i).map(Some),
        Index::Other if !super::operator::has_index(vm, index) => Err(not_an_integer(vm, index)),
        _ => subscript(vm, ring, index),
    }
}

fn getitem(vm: &mut Vm<'_>, args: Args) -> Result {
    let ring = Ring::of(vm, args);
    let index = args.get(vm, 1);
    match given(vm, &ring, index)? {
        Some(i) => Ok(ring.get(vm, i)),
        None => Err(hand_over(vm, "_deque_get", args)),
    }
}

fn setitem(vm: &mut Vm<'_>, args: Args) -> Result {
    let ring = Ring::of(vm, args);
    let index = args.get(vm, 1);
    match given(vm, &ring, index)? {
        Some(i) => {
            let value = args.get(vm, 2);
            ring.set(vm, i, value);
            Ok(Value::NONE)
        }
        None => Err(hand_over(vm, "_deque_set", args)),
    }
}

fn delitem(vm: &mut Vm<'_>, args: Args) -> Result {
    let ring = Ring::of(vm, args);
    let index = args.get(vm, 1);
    match given(vm, &ring, index)? {
        Some(i) => {
            remove(vm, ring, i);
            Ok(Value::NONE)
        }
        None => Err(hand_over(vm, "_deque_delete", args)),
    }
}

fn remove(vm: &mut Vm<'_>, mut ring: Ring, i: usize) {
    vm.charge(i.min(ring.count - i));
    if i < ring.count / 2 {
        for k in (0..i).rev() {
            let before = ring.get(vm, k);
            ring.set(vm, k + 1, before);
        }
        ring.drop_first(vm);
    } else {
        for k in i..ring.count - 1 {
            let next = ring.get(vm, k + 1);
            ring.set(vm, k, next);
        }
        ring.drop_last(vm);
    }
    ring.save(vm);
}

fn insert(vm: &mut Vm<'_>, args: Args) -> Result {
    let index = args.get(vm, 1);
    let Some(i) = argument(vm, index)? else { return Err(hand_over(vm, "_deque_insert", args)) };
    let ring = Ring::of(vm, args);
    if ring.count >= ring.most(vm) {
        return Err(vm.raise(Type::IndexError, "deque already at its maximum size"));
    }
    let count = ring.count;
    let at = if i < 0 {
        (i + count as i64).max(0) as usize
    } else {
        usize::try_from(i).unwrap_or(count).min(count)
    };
    vm.charge(at.min(count - at));
    let deque = vm.heap.hold(ring.record);
    let left = at < count / 2;
    push(vm, deque, Value::NONE, left)?;
    let ring = Ring::of(vm, args);
    if left {
        for k in 0..at {
            let next = ring.get(vm, k + 1);
            ring.set(vm, k, next);
        }
    } else {
        for k in (at..count).rev() {
            let before = ring.get(vm, k);
            ring.set(vm, k + 1, before);
        }
    }
    let value = args.get(vm, 2);
    ring.set(vm, at, value);
    Ok(Value::NONE)
}

/// `rotate(n=1)`: to the right.
fn rotate(vm: &mut Vm<'_>, args: Args) -> Result {
    let n = args.len().saturating_sub(1);
    if n > 1 {
        return Err(vm.raise_with(Type::TypeError, |_, out| {
            write!(out, "deque.rotate expected at most 1 argument, got {n}")
        }));
    }
    let steps = if n == 0 { Value::int(1) } else { args.get(vm, 1) };
    let Some(steps) = argument(vm, steps)? else { return Err(hand_over(vm, "_deque_rotate", args)) };
    let mut ring = Ring::of(vm, args);
    if ring.count < 2 {
        return Ok(Value::NONE);
    }
    let right = steps.rem_euclid(ring.count as i64) as usize;
    let left = ring.count - right;
    if right == 0 {
        return Ok(Value::NONE);
    }
    vm.charge(right.min(left));
    if right <= left {
        for _ in 0..right {
            let value = ring.drop_last(vm);
            ring.add(vm, value, true);
        }
    } else {
        for _ in 0..left {
            let value = ring.drop_first(vm);
            ring.add(vm, value, false);
        }
    }
    ring.save(vm);
    Ok(Value::NONE)
}

fn reverse(vm: &mut Vm<'_>, args: Args) -> Result {
    let ring = Ring::of(vm, args);
    vm.charge(ring.count);
    for i in 0..ring.count / 2 {
        let j = ring.count - 1 - i;
        let (a, b) = (ring.get(vm, i), ring.get(vm, j));
        ring.set(vm, i, b);
        ring.set(vm, j, a);
    }
    Ok(Value::NONE)
}

/// `_deque_items(deque)`: a new list of the values.
pub(crate) fn items(vm: &mut Vm<'_>, args: Args) -> Result {
    let deque = vm.unwrap(args.get(vm, 0));
    if !vm.heap.is_record(deque, Type::Deque) {
        return Err(vm.raise(Type::TypeError, "not a deque"));
    }
    let n = Ring::at(vm, deque).count;
    vm.charge(n);
    vm.reserve(list_words(n))?;
    let ring = Ring::of(vm, args);
    let list = vm.heap.alloc_list(n);
    for i in 0..n {
        let value = ring.get(vm, i);
        vm.heap.set_list_item(list, i, value);
    }
    Ok(list)
}

// Iteration: the next index, the count of changes at the start, the deque

fn iter(vm: &mut Vm<'_>, args: Args) -> Result {
    let deque = vm.unwrap(args.get(vm, 0));
    make_iterator(vm, deque, false)
}

fn reversed(vm: &mut Vm<'_>, args: Args) -> Result {
    let deque = vm.unwrap(args.get(vm, 0));
    make_iterator(vm, deque, true)
}

/// An iterator over a record of this type.
fn make_iterator(vm: &mut Vm<'_>, deque: Value, back: bool) -> Result {
    let kind = if back { Type::DequeReverseIterator } else { Type::DequeIterator };
    let changes = vm.heap.record_field(deque, CHANGES).raw_int() as u64;
    let made = vm.heap.new_iter(kind, 0, changes, deque, Value::NULL, Value::NULL);
    vm.grant_memory(made)
}

/// Next value of such an iterator, which has not ended.
fn next(vm: &mut Vm<'_>, iterator: Value, kind: Type) -> Result<Next> {
    let ring = Ring::at(vm, vm.heap.field(iterator, 3));
    let changes = vm.heap.record_field(ring.record, CHANGES).raw_int() as u64;
    if changes != vm.heap.word(iterator, 2) {
        vm.heap.set_field(iterator, 3, Value::NONE);
        return Err(vm.raise(Type::RuntimeError, "deque mutated during iteration"));
    }
    let i = vm.heap.word(iterator, 1) as usize;
    if i >= ring.count {
        vm.heap.set_field(iterator, 3, Value::NONE);
        return Ok(Next::End);
    }
    vm.heap.set_word(iterator, 1, i as u64 + 1);
    let at = if kind == Type::DequeIterator { i } else { ring.count - 1 - i };
    Ok(Next::Item(ring.get(vm, at)))
}

/// Can the fields of a record be those of a deque? For snapshots.
fn is_sound(vm: &Vm<'_>, deque: Value) -> bool {
    let ring = Ring::at(vm, deque);
    let most = vm.heap.record_field(deque, MOST);
    (ring.slots == 0 && ring.first == 0 || ring.slots.is_power_of_two() && ring.first < ring.slots)
        && ring.count <= ring.slots
        && (most.is_none() || vm.heap.as_i64(most).is_some_and(|most| most >= 0))
}
