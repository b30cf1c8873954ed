//! Module `time`: clocks and waiting come from the host. There are no time zones: local time is UTC. Dates and texts are
//! frozen code.

use crate::argument::{forward, int, integer, is_int};
use hognose_vm::native::{Args, Def, ModuleDef, Result, Trap};
use hognose_vm::types::Type;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "time",
    attributes: &[
        Def::constant("altzone", |_| Ok(Value::int(0))),
        Def::frozen("asctime", &"_time_asctime"),
        Def::frozen("ctime", &"_time_ctime"),
        Def::constant("daylight", |_| Ok(Value::int(0))),
        Def::frozen("gmtime", &"_time_gmtime"),
        Def::frozen("localtime", &"_time_gmtime"),
        Def::frozen("mktime", &"_time_mktime"),
        Def::function("monotonic", |vm, _| monotonic(vm).map(seconds), 0, 0),
        Def::function("monotonic_ns", |vm, _| nanoseconds(vm, monotonic), 0, 0),
        Def::function("perf_counter", |vm, _| monotonic(vm).map(seconds), 0, 0),
        Def::function("perf_counter_ns", |vm, _| nanoseconds(vm, monotonic), 0, 0),
        Def::function("process_time", |vm, _| monotonic(vm).map(seconds), 0, 0),
        Def::function("process_time_ns", |vm, _| nanoseconds(vm, monotonic), 0, 0),
        Def::function("sleep", sleep, 1, 1),
        Def::function("sleep_ms", |vm, args| sleep_units(vm, args, 1_000_000), 1, 1),
        Def::function("sleep_us", |vm, args| sleep_units(vm, args, 1000), 1, 1),
        Def::frozen("strftime", &"_time_strftime"),
        Def::frozen_object("struct_time", &"_time_structure"),
        Def::function("ticks_add", ticks_add, 2, 2),
        Def::function("ticks_cpu", |vm, _| ticks(vm, 1), 0, 0),
        Def::function("ticks_diff", ticks_diff, 2, 2),
        Def::function("ticks_ms", |vm, _| ticks(vm, 1_000_000), 0, 0),
        Def::function("ticks_us", |vm, _| ticks(vm, 1000), 0, 0),
        Def::function("time", |vm, _| clock(vm).map(seconds), 0, 0),
        Def::function("time_ns", |vm, _| nanoseconds(vm, clock), 0, 0),
        Def::constant("timezone", |_| Ok(Value::int(0))),
        Def::frozen_object("tzname", &"_time_tzname"),
        Def::function("tzset", |_, _| Ok(Value::NONE), 0, 0),
    ],
    types: &[],
    notes: &[],
    doc: "This module provides functions to get the time and to work with it.",
};

/// Ticks count up to here, then from 0 again.
const PERIOD: u64 = 1 << 30;
/// The longest sleep: what CPython can count.
const LONGEST: f64 = i64::MAX as f64;

#[cold]
fn no_clock(vm: &mut Vm<'_>) -> Trap {
    vm.raise(Type::RuntimeError, "the host has no such clock")
}

fn clock(vm: &mut Vm<'_>) -> Result<u64> {
    match vm.host().and_then(|host| host.clock()) {
        Some(now) => Ok(now),
        None => Err(no_clock(vm)),
    }
}

fn monotonic(vm: &mut Vm<'_>) -> Result<u64> {
    match vm.host().and_then(|host| host.monotonic()) {
        Some(now) => Ok(now),
        None => Err(no_clock(vm)),
    }
}

fn seconds(nanoseconds: u64) -> Value {
    Value::float(nanoseconds as f64 / 1e9)
}

fn nanoseconds(vm: &mut Vm<'_>, read: fn(&mut Vm<'_>) -> Result<u64>) -> Result {
    let now = read(vm)?;
    integer(vm, i64::try_from(now).unwrap_or(i64::MAX))
}

/// Monotonic time in units of that many nanoseconds.
fn ticks(vm: &mut Vm<'_>, unit: u64) -> Result {
    let now = monotonic(vm)?;
    Ok(Value::int((now / unit % PERIOD) as i64))
}

fn number(vm: &mut Vm<'_>, args: Args, i: usize) -> Result<i64> {
    let value = args.get(vm, i);
    match int(vm, value) {
        Some(n) => Ok(n),
        None if is_int(vm, value) => {
            Err(vm.raise(Type::OverflowError, "Python int too large to convert to C int"))
        }
        None => {
            Err(crate::argument::wrong_type(vm, "'", value, "' object cannot be interpreted as an integer"))
        }
    }
}

/// `ticks_add(ticks, delta)`
fn ticks_add(vm: &mut Vm<'_>, args: Args) -> Result {
    let (at, delta) = (number(vm, args, 0)?, number(vm, args, 1)?);
    let half = PERIOD as i64 / 2;
    if delta <= -half || delta >= half {
        return Err(vm.raise(Type::OverflowError, "ticks interval overflow"));
    }
    Ok(Value::int(at.wrapping_add(delta).rem_euclid(PERIOD as i64)))
}

/// `ticks_diff(a, b)`: how long after b a is, from minus half the period up.
fn ticks_diff(vm: &mut Vm<'_>, args: Args) -> Result {
    let (a, b) = (number(vm, args, 0)?, number(vm, args, 1)?);
    let half = PERIOD as i64 / 2;
    let difference = a.wrapping_sub(b).wrapping_add(half).rem_euclid(PERIOD as i64) - half;
    Ok(Value::int(difference))
}

/// `sleep(seconds)`
fn sleep(vm: &mut Vm<'_>, args: Args) -> Result {
    let given = vm.unwrap(args.get(vm, 0));
    let wait = if let Some(x) = given.as_float() {
        if x.is_nan() {
            return Err(vm.raise(Type::ValueError, "Invalid value NaN (not a number)"));
        }
        x * 1e9
    } else if is_int(vm, given) {
        match int(vm, given) {
            Some(n) => n as f64 * 1e9,
            None => {
                return Err(vm.raise(Type::OverflowError, "timestamp too large to convert to C _PyTime_t"));
            }
        }
    } else {
        return Err(forward(vm, "_time_sleep", args));
    };
    if wait < 0.0 {
        return Err(vm.raise(Type::ValueError, "sleep length must be non-negative"));
    }
    if wait >= LONGEST {
        return Err(vm.raise(Type::OverflowError, "timestamp out of range for platform time_t"));
    }
    wait_for(vm, args, libm::ceil(wait) as u64)
}

/// `sleep_ms` and `sleep_us`; what is not positive does not wait.
fn sleep_units(vm: &mut Vm<'_>, args: Args, unit: u64) -> Result {
    let n = number(vm, args, 0)?;
    wait_for(vm, args, u64::try_from(n).unwrap_or(0).saturating_mul(unit))
}

fn wait_for(vm: &mut Vm<'_>, args: Args, nanoseconds: u64) -> Result {
    if vm.host().is_some_and(|host| host.sleep_later(nanoseconds)) {
        return Err(Trap::Pending);
    }
    let waited = vm.host().is_some_and(|host| host.sleep(nanoseconds));
    if waited {
        // A request from elsewhere may have ended the wait.
        vm.look_soon();
        return Ok(Value::NONE);
    }
    // The host cannot wait: frozen code looks at its clock until the time has come, which can be paused and stopped.
    let now = monotonic(vm)?;
    let until = integer(vm, i64::try_from(now.saturating_add(nanoseconds)).unwrap_or(i64::MAX))?;
    args.set(vm, 0, until);
    Err(forward(vm, "_time_wait", args))
}
