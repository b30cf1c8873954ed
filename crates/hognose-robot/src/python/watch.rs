//! `robot.StopWatch()`.

use crate::robot::Robot;
use hognose::{Args, Def, ModuleDef, NativeResult, Note, ToPython, Value, Vm};

/// A stopwatch: its functions get the object, which knows when it was started.
pub static ONE: ModuleDef = ModuleDef {
    name: "robot.StopWatch",
    attributes: &[
        Def::class_method("pause", pause, 0, 0),
        Def::class_method("reset", reset, 0, 0),
        Def::class_method("resume", resume, 0, 0),
        Def::class_method("time", time, 0, 0),
    ],
    types: &[],
    notes: &[&[
        Note::doc("pause", "pause() -> None\n\nStands still."),
        Note::doc("reset", "reset() -> None\n\nStarts from 0."),
        Note::doc("resume", "resume() -> None\n\nGoes on."),
        Note::doc(
            "time",
            "time() -> int\n\nTime since it was started or reset, without its pauses.\n\nresult: ms",
        ),
    ]],
    doc: "A stopwatch, as StopWatch() gives it. It stands still while the program is paused.",
};

/// Attribute: the program's time when it showed 0; for one that stands still, what it shows less all times: negative - 1.
const SINCE: &[u8] = b"since";

/// Sets an attribute of a part; gives the part.
pub fn set(vm: &mut Vm<'_>, part: Value, name: &[u8], value: Value) -> NativeResult {
    let place = vm.heap.hold(part);
    let key = vm.heap.intern(name);
    let part = vm.heap.held(place);
    let made = match key {
        Ok(key) => {
            let dict = vm.heap.module_dict(part);
            vm.heap.set_str(dict, key, value).map(|_| ())
        }
        Err(full) => Err(full),
    };
    let part = vm.heap.held(place);
    vm.heap.release(place);
    vm.grant_memory(made)?;
    Ok(part)
}

/// An attribute of a part, None when it has none.
pub fn get(vm: &mut Vm<'_>, part: Value, name: &[u8]) -> NativeResult {
    let Some(key) = vm.heap.find_name(name) else { return Ok(Value::NONE) };
    if !vm.is_module(part) {
        return Ok(Value::NONE);
    }
    let dict = vm.heap.module_dict(part);
    Ok(vm.heap.get_str(dict, key).unwrap_or(Value::NONE))
}

fn now(vm: &mut Vm<'_>) -> NativeResult<i64> {
    vm.with_host::<Robot, _>(|robot, _| Ok(robot.program_time() as i64))
}

/// `StopWatch()`
pub fn new(vm: &mut Vm<'_>, _: Args) -> NativeResult {
    let now = now(vm)?;
    let watch = vm.new_part("robot.StopWatch")?;
    set(vm, watch, SINCE, Value::int(now))
}

/// Since when it counts, and whether it stands still.
fn state(vm: &mut Vm<'_>, args: Args) -> NativeResult<(i64, bool)> {
    let watch = args.get(vm, 0);
    let since = get(vm, watch, SINCE)?.as_int().unwrap_or(0);
    Ok(if since < 0 { (-since - 1, true) } else { (since, false) })
}

fn time(vm: &mut Vm<'_>, args: Args) -> NativeResult {
    let (since, still) = state(vm, args)?;
    let now = now(vm)?;
    (if still { since } else { now.saturating_sub(since) }).to_python(vm)
}

fn reset(vm: &mut Vm<'_>, args: Args) -> NativeResult {
    let (_, still) = state(vm, args)?;
    let now = now(vm)?;
    let watch = args.get(vm, 0);
    set(vm, watch, SINCE, Value::int(if still { -1 } else { now }))?;
    Ok(Value::NONE)
}

fn pause(vm: &mut Vm<'_>, args: Args) -> NativeResult {
    let (since, still) = state(vm, args)?;
    let now = now(vm)?;
    if !still {
        let watch = args.get(vm, 0);
        set(vm, watch, SINCE, Value::int(-now.saturating_sub(since).max(0) - 1))?;
    }
    Ok(Value::NONE)
}

fn resume(vm: &mut Vm<'_>, args: Args) -> NativeResult {
    let (shown, still) = state(vm, args)?;
    let now = now(vm)?;
    if still {
        let watch = args.get(vm, 0);
        set(vm, watch, SINCE, Value::int(now.saturating_sub(shown).max(0)))?;
    }
    Ok(Value::NONE)
}
