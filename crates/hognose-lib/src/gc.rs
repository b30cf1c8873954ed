//! Module `gc`: the collector of the block.

use crate::argument::int;
use hognose_vm::native::{Args, Def, ModuleDef, Result};
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "gc",
    attributes: &[
        Def::frozen_object("callbacks", &"_sys_nothing"),
        Def::keywords("collect", collect, 0, 1),
        Def::function("disable", disable, 0, 0),
        Def::function("enable", enable, 0, 0),
        Def::function("freeze", nothing, 0, 0),
        Def::frozen_object("garbage", &"_sys_nothing"),
        Def::function("get_count", get_count, 0, 0),
        Def::function("get_freeze_count", |_, _| Ok(Value::int(0)), 0, 0),
        Def::function("get_threshold", get_threshold, 0, 0),
        Def::function("is_tracked", is_tracked, 1, 1),
        Def::function("isenabled", isenabled, 0, 0),
        Def::function("mem_alloc", mem_alloc, 0, 0),
        Def::function("mem_free", mem_free, 0, 0),
        Def::function("set_threshold", nothing, 1, 3),
        Def::function("threshold", threshold, 0, 1),
        Def::function("unfreeze", nothing, 0, 0),
    ],
    types: &[],
    notes: &[],
    doc: "This module provides access to the garbage collector.",
};

/// Fuel of a collection, the same however full the block is: fuel must not depend on that.
const FUEL: usize = 2000;

/// `collect(generation=2)`: gives how many objects are gone.
fn collect(vm: &mut Vm<'_>, _: Args) -> Result {
    let before = vm.heap.count_objects();
    vm.charge(FUEL);
    vm.heap.collect();
    Ok(Value::int(before.saturating_sub(vm.heap.count_objects()) as i64))
}

fn enable(vm: &mut Vm<'_>, _: Args) -> Result {
    vm.heap.set_gc_enabled(true);
    Ok(Value::NONE)
}

fn disable(vm: &mut Vm<'_>, _: Args) -> Result {
    vm.heap.set_gc_enabled(false);
    Ok(Value::NONE)
}

fn isenabled(vm: &mut Vm<'_>, _: Args) -> Result {
    Ok(Value::bool(vm.heap.gc_enabled))
}

/// What CPython tunes by these is not there: the block is collected when it is full, or has doubled.
fn nothing(_: &mut Vm<'_>, _: Args) -> Result {
    Ok(Value::NONE)
}

fn three(vm: &mut Vm<'_>, first: i64) -> Result {
    crate::argument::tuple(vm, &[Value::int(first), Value::int(0), Value::int(0)])
}

fn get_count(vm: &mut Vm<'_>, _: Args) -> Result {
    let n = vm.heap.count_objects();
    vm.charge(FUEL);
    three(vm, n as i64)
}

fn get_threshold(vm: &mut Vm<'_>, _: Args) -> Result {
    three(vm, 0)
}

/// `threshold()` and `threshold(bytes)`: a limit that is never reached.
fn threshold(vm: &mut Vm<'_>, args: Args) -> Result {
    let given = args.get(vm, 0);
    if given.is_unbound() {
        return Ok(Value::int(-1));
    }
    match int(vm, given) {
        Some(_) => Ok(Value::NONE),
        None => {
            Err(crate::argument::wrong_type(vm, "'", given, "' object cannot be interpreted as an integer"))
        }
    }
}

fn is_tracked(vm: &mut Vm<'_>, args: Args) -> Result {
    use hognose_vm::heap::Kind;
    let value = args.get(vm, 0);
    let plain = matches!(
        vm.heap.kind(value),
        Kind::Filler | Kind::Str | Kind::Bytes | Kind::BigInt | Kind::Complex | Kind::ByteArray
    );
    Ok(Value::bool(!plain))
}

fn mem_alloc(vm: &mut Vm<'_>, _: Args) -> Result {
    Ok(Value::int(vm.heap.used_words() as i64 * 8))
}

fn mem_free(vm: &mut Vm<'_>, _: Args) -> Result {
    let free = vm.heap.words().saturating_sub(vm.heap.used_words());
    Ok(Value::int(free as i64 * 8))
}
