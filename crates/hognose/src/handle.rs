//! Handles: values of the script that the host keeps.
//!
//! They live in an array of the block, two words a handle: the value, and how often its place was used.

use hognose_vm::heap::{Kind, Root};
use hognose_vm::native;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

/// A value of the script that the host keeps: an event handler, an object, anything. It survives collections, costs
/// 16 bytes of the block, and holds until [`Engine::release`](crate::Engine::release). A handle that was released, or
/// one of another engine, is refused, never mistaken for another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Handle {
    place: u16,
    turn: u16,
}

/// Most handles at a time.
const MOST: usize = u16::MAX as usize;
/// New places of an array that grows.
const STEP: usize = 4;

impl Handle {
    /// As a number, for hosts that keep handles elsewhere (C, registers, tables).
    pub const fn to_bits(self) -> u32 {
        (self.turn as u32) << 16 | self.place as u32
    }

    /// The handle with that number.
    pub const fn from_bits(bits: u32) -> Handle {
        Handle { place: bits as u16, turn: (bits >> 16) as u16 }
    }
}

fn places(vm: &Vm<'_>) -> usize {
    let table = vm.heap.root(Root::Handles);
    // A snapshot may have put anything there.
    if vm.heap.is_kind(table, Kind::Array) { vm.heap.tuple_len(table) / 2 } else { 0 }
}

fn free_places(vm: &Vm<'_>) -> impl Iterator<Item = usize> {
    let table = vm.heap.root(Root::Handles);
    (0..places(vm)).filter(move |&i| vm.heap.item(table, 2 * i).is_null())
}

/// Makes sure that `count` values can be kept. May move every object.
pub(crate) fn make_room(vm: &mut Vm<'_>, count: usize) -> native::Result<()> {
    let free = free_places(vm).take(count).count();
    if free >= count {
        return Ok(());
    }
    let old = places(vm);
    let new = old + old / 2 + (count - free).max(STEP);
    if new > MOST {
        return Err(vm.out_of_memory());
    }
    vm.reserve(1 + 2 * new)?;
    let before = vm.heap.root(Root::Handles);
    let table = vm.heap.alloc_array(2 * new, Value::NULL);
    for i in 0..new {
        let (value, turn) = match i < old {
            true => (vm.heap.item(before, 2 * i), vm.heap.item(before, 2 * i + 1)),
            false => (Value::NULL, Value::int(1)),
        };
        vm.heap.set_item(table, 2 * i, value);
        vm.heap.set_item(table, 2 * i + 1, turn);
    }
    vm.heap.set_root(Root::Handles, table);
    Ok(())
}

/// Keeps a value in a place that was made. Moves nothing.
pub(crate) fn keep_reserved(vm: &mut Vm<'_>, value: Value) -> Option<Handle> {
    let place = free_places(vm).next()?;
    let table = vm.heap.root(Root::Handles);
    vm.heap.set_item(table, 2 * place, value);
    let turn = vm.heap.item(table, 2 * place + 1).as_int()?;
    Some(Handle { place: place as u16, turn: turn as u16 })
}

/// Keeps a value.
pub(crate) fn keep(vm: &mut Vm<'_>, value: Value) -> native::Result<Handle> {
    let held = vm.heap.hold(value);
    let room = make_room(vm, 1);
    let value = vm.heap.held(held);
    vm.heap.release(held);
    room?;
    match keep_reserved(vm, value) {
        Some(handle) => Ok(handle),
        None => Err(vm.out_of_memory()),
    }
}

/// The value behind a handle.
pub(crate) fn value(vm: &Vm<'_>, handle: Handle) -> Option<Value> {
    let (table, i) = (vm.heap.root(Root::Handles), handle.place as usize);
    if i >= places(vm) || vm.heap.item(table, 2 * i + 1) != Value::int(handle.turn as i64) {
        return None;
    }
    let value = vm.heap.item(table, 2 * i);
    if value.is_null() { None } else { Some(value) }
}

/// Lets go of a value; false when the handle holds nothing.
pub(crate) fn release(vm: &mut Vm<'_>, handle: Handle) -> bool {
    if value(vm, handle).is_none() {
        return false;
    }
    let (table, i) = (vm.heap.root(Root::Handles), handle.place as usize);
    vm.heap.set_item(table, 2 * i, Value::NULL);
    let next = handle.turn.wrapping_add(1).max(1);
    vm.heap.set_item(table, 2 * i + 1, Value::int(next as i64));
    true
}

impl Handle {
    /// Keeps a value, for natives. May collect.
    pub fn keep(vm: &mut Vm<'_>, value: Value) -> native::Result<Handle> {
        keep(vm, value)
    }

    /// The value behind it, for natives. It is only right until the engine does anything.
    pub fn read(self, vm: &Vm<'_>) -> Option<Value> {
        value(vm, self)
    }

    /// Lets go of the value, for natives; false when it holds nothing.
    pub fn release(self, vm: &mut Vm<'_>) -> bool {
        release(vm, self)
    }
}
