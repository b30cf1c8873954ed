//! Time.

use crate::call::Call;
use crate::wait::{Wait, uptime};
use hognose::{NativeResult, ToPython, Value, Vm};

const DAY: u64 = 86400;

pub fn sleep_ms(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    // Cut to the type of the kernel: what was negative would be a sleep of weeks, which nobody means.
    let milliseconds = call.int32(0).max(0);
    match call.moment(milliseconds.into()) {
        Some(until) if milliseconds > 0 => call.wait(vm, Wait::Until(until)),
        _ => call.wait(vm, Wait::Yield),
    }
}

pub fn sched_yield(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    call.wait(vm, Wait::Yield)
}

pub fn uptime_ms(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    uptime(call.computer).to_python(vm)
}

fn now(call: &mut Call<'_>) -> u64 {
    call.computer.clock().and_then(|clock| clock.time()).unwrap_or(0)
}

pub fn timestamp(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    now(call).to_python(vm)
}

pub fn datetime(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let now = now(call);
    let (year, month, day) = date((now / DAY) as i64);
    let second = now % DAY;
    let weekday = (now / DAY + 4) % 7;
    [
        year,
        month,
        day,
        (second / 3600) as i64,
        (second / 60 % 60) as i64,
        (second % 60) as i64,
        weekday as i64,
    ]
    .map(Value::int)
    .to_python(vm)
}

/// Year, month, day of a number of days since the start of 1970: whole cycles of 400 years, counted from the first of March,
/// so that the leap day comes last.
fn date(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let cycle = days.div_euclid(146_097);
    let day = days.rem_euclid(146_097);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let of_year = day - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (cycle * 400 + year + next, month, day)
}
