//! Module `_deque`: a ring of values in a list of the block, for `collections.deque`.
//!
//! The list is `[first, count, most, changes, slots ...]`: the slot of the first value, how many there are, how many there
//! may be (None for any number), a count of changes that iteration watches, and the slots, a power of two of them.

use hognose_vm::heap::Kind;
use hognose_vm::native::{Args, Def, ModuleDef, Result, Trap};
use hognose_vm::object::list::list_words;
use hognose_vm::types::Type;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_deque",
    attributes: &[
        Def::function("append", append, 2, 2),
        Def::function("appendleft", appendleft, 2, 2),
        Def::function("clear", clear, 1, 1),
        Def::function("delete", delete, 2, 2),
        Def::function("extend", extend, 2, 2),
        Def::function("get", get, 2, 2),
        Def::function("insert", insert, 3, 3),
        Def::function("items", items, 1, 1),
        Def::function("length", length, 1, 1),
        Def::function("new", new, 1, 1),
        Def::function("pop", pop, 1, 1),
        Def::function("popleft", popleft, 1, 1),
        Def::function("reverse", reverse, 1, 1),
        Def::function("rotate", rotate, 2, 2),
        Def::function("set", set, 3, 3),
        Def::function("step", step, 3, 3),
        Def::function("version", version, 1, 1),
    ],
    doc: "",
};

const FIRST: usize = 0;
const COUNT: usize = 1;
const MOST: usize = 2;
const CHANGES: usize = 3;
const SLOTS: usize = 4;
/// Slots of a new ring.
const FEWEST: usize = 8;

/// Where a ring stands.
#[derive(Clone, Copy)]
struct Ring {
    list: Value,
    first: usize,
    count: usize,
    most: Option<usize>,
    slots: usize,
}

impl Ring {
    /// The ring that is argument 0.
    fn of(vm: &mut Vm<'_>, args: Args) -> Result<Ring> {
        let list = args.get(vm, 0);
        if vm.heap.is_kind(list, Kind::List) && vm.heap.list_len(list) > SLOTS {
            let number = |i| vm.heap.list_item(list, i).as_int().unwrap_or(0).max(0) as usize;
            let slots = vm.heap.list_len(list) - SLOTS;
            let ring = Ring {
                list,
                first: number(FIRST),
                count: number(COUNT),
                most: vm.heap.list_item(list, MOST).as_int().map(|n| n.max(0) as usize),
                slots,
            };
            if slots.is_power_of_two() && ring.first < slots && ring.count <= slots {
                return Ok(ring);
            }
        }
        Err(vm.raise(Type::TypeError, "not a deque"))
    }

    /// Item of the list that holds value `i`.
    fn place(&self, i: usize) -> usize {
        SLOTS + ((self.first + i) & (self.slots - 1))
    }

    fn get(&self, vm: &Vm<'_>, i: usize) -> Value {
        vm.heap.list_item(self.list, self.place(i))
    }

    fn set(&self, vm: &mut Vm<'_>, i: usize, value: Value) {
        vm.heap.set_list_item(self.list, self.place(i), value);
    }

    /// Writes first and count back, and that there was a change.
    fn save(&self, vm: &mut Vm<'_>) {
        vm.heap.set_list_item(self.list, FIRST, Value::int(self.first as i64));
        vm.heap.set_list_item(self.list, COUNT, Value::int(self.count as i64));
        let changes = vm.heap.list_item(self.list, CHANGES).as_int().unwrap_or(0);
        vm.heap.set_list_item(self.list, CHANGES, Value::int((changes + 1) & 0xFFFF_FFFF));
    }

    /// Room for one more; may move everything, so the ring is read again.
    fn room(self, vm: &mut Vm<'_>, args: Args) -> Result<Ring> {
        if self.count < self.slots {
            return Ok(self);
        }
        vm.charge(self.slots);
        let slots = self.slots * 2;
        let grown = vm.heap.list_reserve(self.list, SLOTS + slots);
        let list = vm.grant_memory(grown)?;
        args.set(vm, 0, list);
        vm.heap.set_list_len(list, SLOTS + slots);
        // What was wrapped around goes behind the rest.
        for i in 0..self.first {
            let value = vm.heap.list_item(list, SLOTS + i);
            vm.heap.set_list_item(list, SLOTS + self.slots + i, value);
            vm.heap.set_list_item(list, SLOTS + i, Value::NONE);
        }
        Ok(Ring { list, slots, ..self })
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

    /// Adds at the end what is read after there is room. At the limit the first value goes.
    fn push(mut self, vm: &mut Vm<'_>, args: Args, value: impl FnOnce(&Vm<'_>) -> Value) -> Result<Ring> {
        if self.most == Some(0) {
            return Ok(self);
        }
        if self.most.is_some_and(|most| self.count >= most) {
            self.drop_first(vm);
        }
        let mut ring = self.room(vm, args)?;
        let value = value(vm);
        ring.count += 1;
        ring.set(vm, ring.count - 1, value);
        Ok(ring)
    }

    fn index(&self, vm: &mut Vm<'_>, i: Value) -> Result<usize> {
        let i = vm.heap.as_i64(vm.unwrap(i));
        let at = i.map(|i| if i < 0 { i + self.count as i64 } else { i });
        match at.and_then(|at| usize::try_from(at).ok()).filter(|&at| at < self.count) {
            Some(at) => Ok(at),
            None => Err(vm.raise(Type::IndexError, "deque index out of range")),
        }
    }
}

/// `new(most)`
fn new(vm: &mut Vm<'_>, args: Args) -> Result {
    vm.reserve(list_words(SLOTS + FEWEST))?;
    let list = vm.heap.alloc_list(SLOTS + FEWEST);
    let most = args.get(vm, 0);
    for (i, value) in [Value::int(0), Value::int(0), most, Value::int(0)].into_iter().enumerate() {
        vm.heap.set_list_item(list, i, value);
    }
    Ok(list)
}

fn append(vm: &mut Vm<'_>, args: Args) -> Result {
    let ring = Ring::of(vm, args)?.push(vm, args, |vm| args.get(vm, 1))?;
    ring.save(vm);
    Ok(Value::NONE)
}

fn appendleft(vm: &mut Vm<'_>, args: Args) -> Result {
    let mut ring = Ring::of(vm, args)?;
    if ring.most == Some(0) {
        return Ok(Value::NONE);
    }
    if ring.most.is_some_and(|most| ring.count >= most) {
        ring.drop_last(vm);
    }
    let mut ring = ring.room(vm, args)?;
    ring.first = ring.first.wrapping_sub(1) & (ring.slots - 1);
    ring.count += 1;
    let value = args.get(vm, 1);
    ring.set(vm, 0, value);
    ring.save(vm);
    Ok(Value::NONE)
}

/// `extend(ring, list)`: all items of a list or tuple.
fn extend(vm: &mut Vm<'_>, args: Args) -> Result {
    let mut ring = Ring::of(vm, args)?;
    let values = args.get(vm, 1);
    if !matches!(vm.heap.kind(values), Kind::List | Kind::Tuple) {
        return Err(vm.raise(Type::TypeError, "not a list"));
    }
    let n = vm.heap.items(values).len();
    vm.charge(n);
    for i in 0..n {
        ring = ring.push(vm, args, |vm| Value(vm.heap.items(args.get(vm, 1)).get(i).copied().unwrap_or(Value::NONE.0)))?;
    }
    ring.save(vm);
    Ok(Value::NONE)
}

#[cold]
fn empty(vm: &mut Vm<'_>) -> Trap {
    vm.raise(Type::IndexError, "pop from an empty deque")
}

fn pop(vm: &mut Vm<'_>, args: Args) -> Result {
    let mut ring = Ring::of(vm, args)?;
    if ring.count == 0 {
        return Err(empty(vm));
    }
    let value = ring.drop_last(vm);
    ring.save(vm);
    Ok(value)
}

fn popleft(vm: &mut Vm<'_>, args: Args) -> Result {
    let mut ring = Ring::of(vm, args)?;
    if ring.count == 0 {
        return Err(empty(vm));
    }
    let value = ring.drop_first(vm);
    ring.save(vm);
    Ok(value)
}

fn length(vm: &mut Vm<'_>, args: Args) -> Result {
    Ring::of(vm, args).map(|ring| Value::int(ring.count as i64))
}

fn version(vm: &mut Vm<'_>, args: Args) -> Result {
    let ring = Ring::of(vm, args)?;
    Ok(vm.heap.list_item(ring.list, CHANGES))
}

fn get(vm: &mut Vm<'_>, args: Args) -> Result {
    let ring = Ring::of(vm, args)?;
    let i = args.get(vm, 1);
    let i = ring.index(vm, i)?;
    Ok(ring.get(vm, i))
}

/// `step(ring, i, version)`: value `i` for an iteration that began at that version.
fn step(vm: &mut Vm<'_>, args: Args) -> Result {
    let ring = Ring::of(vm, args)?;
    if vm.heap.list_item(ring.list, CHANGES) != args.get(vm, 2) {
        return Err(vm.raise(Type::RuntimeError, "deque mutated during iteration"));
    }
    let i = args.get(vm, 1);
    let i = ring.index(vm, i)?;
    Ok(ring.get(vm, i))
}

fn set(vm: &mut Vm<'_>, args: Args) -> Result {
    let ring = Ring::of(vm, args)?;
    let i = args.get(vm, 1);
    let i = ring.index(vm, i)?;
    let value = args.get(vm, 2);
    ring.set(vm, i, value);
    Ok(Value::NONE)
}

fn delete(vm: &mut Vm<'_>, args: Args) -> Result {
    let mut ring = Ring::of(vm, args)?;
    let i = args.get(vm, 1);
    let i = ring.index(vm, i)?;
    vm.charge(ring.count - i);
    for k in i..ring.count - 1 {
        let next = ring.get(vm, k + 1);
        ring.set(vm, k, next);
    }
    ring.drop_last(vm);
    ring.save(vm);
    Ok(Value::NONE)
}

/// `insert(ring, i, value)`: i is an int.
fn insert(vm: &mut Vm<'_>, args: Args) -> Result {
    let ring = Ring::of(vm, args)?;
    if ring.most.is_some_and(|most| ring.count >= most) {
        return Err(vm.raise(Type::IndexError, "deque already at its maximum size"));
    }
    let i = vm.unwrap(args.get(vm, 1));
    let negative = vm.heap.int_parts(i).is_some_and(|p| p.negative());
    let i = match vm.heap.as_i64(i) {
        Some(i) if i < 0 => (i + ring.count as i64).max(0) as usize,
        Some(i) => ring.count.min(i as usize),
        None if negative => 0,
        None => ring.count,
    };
    vm.charge(ring.count - i);
    let mut ring = ring.room(vm, args)?;
    ring.count += 1;
    for k in (i + 1..ring.count).rev() {
        let before = ring.get(vm, k - 1);
        ring.set(vm, k, before);
    }
    let value = args.get(vm, 2);
    ring.set(vm, i, value);
    ring.save(vm);
    Ok(Value::NONE)
}

/// `rotate(ring, n)`: to the right; n is an int.
fn rotate(vm: &mut Vm<'_>, args: Args) -> Result {
    let mut ring = Ring::of(vm, args)?;
    let n = args.get(vm, 1);
    let n = vm.heap.as_i64(vm.unwrap(n)).unwrap_or(0);
    if ring.count < 2 {
        return Ok(Value::NONE);
    }
    let mut right = n.rem_euclid(ring.count as i64) as usize;
    if right == 0 {
        return Ok(Value::NONE);
    }
    let left = ring.count - right;
    vm.charge(right.min(left));
    if right <= left {
        while right > 0 {
            let value = ring.drop_last(vm);
            ring.first = ring.first.wrapping_sub(1) & (ring.slots - 1);
            ring.count += 1;
            ring.set(vm, 0, value);
            right -= 1;
        }
    } else {
        for _ in 0..left {
            let value = ring.drop_first(vm);
            ring.count += 1;
            ring.set(vm, ring.count - 1, value);
        }
    }
    ring.save(vm);
    Ok(Value::NONE)
}

fn reverse(vm: &mut Vm<'_>, args: Args) -> Result {
    let ring = Ring::of(vm, args)?;
    vm.charge(ring.count);
    for i in 0..ring.count / 2 {
        let j = ring.count - 1 - i;
        let (a, b) = (ring.get(vm, i), ring.get(vm, j));
        ring.set(vm, i, b);
        ring.set(vm, j, a);
    }
    Ok(Value::NONE)
}

fn clear(vm: &mut Vm<'_>, args: Args) -> Result {
    let mut ring = Ring::of(vm, args)?;
    vm.charge(ring.count);
    // The slots go too.
    vm.heap.set_list_len(ring.list, SLOTS + FEWEST);
    for i in 0..FEWEST {
        vm.heap.set_list_item(ring.list, SLOTS + i, Value::NONE);
    }
    ring.first = 0;
    ring.count = 0;
    ring.save(vm);
    Ok(Value::NONE)
}

/// `items(ring)`: a new list of the values.
fn items(vm: &mut Vm<'_>, args: Args) -> Result {
    let ring = Ring::of(vm, args)?;
    vm.charge(ring.count);
    vm.reserve(list_words(ring.count))?;
    let ring = Ring::of(vm, args)?;
    let list = vm.heap.alloc_list(ring.count);
    for i in 0..ring.count {
        let value = ring.get(vm, i);
        vm.heap.set_list_item(list, i, value);
    }
    Ok(list)
}
