//! Calls of the host on top of each other: what each program or call below waits for.
//!
//! Lives in the block (root `Host`), so that it moves with the engine: an array whose first value is an exception to raise
//! at the next run, the second the number of calls, and then for each call what the level below it waits for.

use hognose_vm::heap::{Kind, Root};
use hognose_vm::native::Result;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

const RAISE: usize = 0;
const COUNT: usize = 1;
const FIRST: usize = 2;
/// Most calls on top of each other.
pub(crate) const MOST: usize = 32;

/// The array, null before the first use. A snapshot may have put anything there.
fn array(vm: &Vm<'_>) -> Value {
    let array = vm.heap.root(Root::Host);
    if vm.heap.is_kind(array, Kind::Array) && vm.heap.tuple_len(array) >= FIRST { array } else { Value::NULL }
}

fn room(vm: &mut Vm<'_>, size: usize) -> Result<Value> {
    let old = array(vm);
    let old_size = if old.is_object() { vm.heap.tuple_len(old) } else { 0 };
    if old_size >= size {
        return Ok(old);
    }
    vm.reserve(1 + size)?;
    let old = array(vm);
    let new = vm.heap.alloc_array(size, Value::NULL);
    for i in 0..old_size {
        let value = vm.heap.item(old, i);
        vm.heap.set_item(new, i, value);
    }
    if old_size == 0 {
        vm.heap.set_item(new, COUNT, Value::int(0));
    }
    vm.heap.set_root(Root::Host, new);
    Ok(new)
}

/// Number of calls of the host that have not ended.
pub(crate) fn depth(vm: &Vm<'_>) -> usize {
    let array = array(vm);
    if !array.is_object() {
        return 0;
    }
    let count = vm.heap.item(array, COUNT).as_int().and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
    count.min(vm.heap.tuple_len(array) - FIRST)
}

/// A call begins: what waits below is put aside.
pub(crate) fn push(vm: &mut Vm<'_>) -> Result<()> {
    let n = depth(vm);
    if n >= MOST {
        return Err(vm.raise(
            hognose_vm::types::Type::RecursionError,
            "too many calls from the host on top of each other",
        ));
    }
    let array = room(vm, FIRST + n + 1)?;
    let waiting = vm.heap.root(Root::Pending);
    vm.heap.set_item(array, FIRST + n, waiting);
    vm.heap.set_item(array, COUNT, Value::int(n as i64 + 1));
    vm.heap.set_root(Root::Pending, Value::NULL);
    Ok(())
}

/// A call or the program ended: the one below is at the top again.
pub(crate) fn pop(vm: &mut Vm<'_>) {
    let n = depth(vm);
    let mut waiting = Value::NULL;
    if n > 0 {
        let array = array(vm);
        waiting = vm.heap.item(array, FIRST + n - 1);
        vm.heap.set_item(array, COUNT, Value::int(n as i64 - 1));
    }
    vm.heap.set_root(Root::Pending, waiting);
}

/// Nothing runs and nothing waits.
pub(crate) fn clear(vm: &mut Vm<'_>) {
    vm.heap.set_root(Root::Host, Value::NULL);
    vm.heap.set_root(Root::Pending, Value::NULL);
}

/// An exception that the next run begins with. Without memory it is the MemoryError.
pub(crate) fn raise_later(vm: &mut Vm<'_>, exception: Value) {
    let place = vm.heap.hold(exception);
    let array = room(vm, FIRST);
    let exception = vm.heap.held(place);
    vm.heap.release(place);
    if let Ok(array) = array {
        vm.heap.set_item(array, RAISE, exception);
    }
}

/// Takes that exception.
pub(crate) fn take_raise(vm: &mut Vm<'_>) -> Option<Value> {
    let array = array(vm);
    if !array.is_object() {
        return None;
    }
    let exception = vm.heap.item(array, RAISE);
    vm.heap.set_item(array, RAISE, Value::NULL);
    if vm.heap.is_exception(exception) { Some(exception) } else { None }
}
