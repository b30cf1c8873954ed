//! Keyboard and mouse.

use crate::call::Call;
use crate::wait::Wait;
use hognose::{NativeResult, ToPython, Value, Vm};

pub fn has_key(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    Ok(Value::bool(call.computer.keyboard().is_some_and(|keyboard| keyboard.has_key())))
}

pub fn getc(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let timeout = call.int(0);
    let Some(keyboard) = call.computer.keyboard() else { return Ok(Value::int(-1)) };
    if let Some(key) = keyboard.key() {
        return Ok(Value::int(key.into()));
    }
    if timeout == 0 {
        return Ok(Value::int(-1));
    }
    let until = call.moment(timeout);
    call.wait(vm, Wait::Key(until))
}

pub fn mouse_pos(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    call.computer.pointer().map_or((0, 0), |pointer| pointer.position()).to_python(vm)
}

pub fn mouse_buttons(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    call.computer.pointer().map_or(0, |pointer| pointer.buttons()).to_python(vm)
}

pub fn mouse_set_pos(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    let (x, y) = (call.int32(0), call.int32(1));
    if let Some(pointer) = call.computer.pointer() {
        pointer.move_to(x, y);
    }
    Ok(Value::NONE)
}

pub fn mouse_delta(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    call.computer.pointer().map_or((0, 0), |pointer| pointer.delta()).to_python(vm)
}
