//! Sound.

use crate::call::Call;
use crate::part::Format;
use crate::wait::Wait;
use hognose::{Handle, NativeResult, Value, Vm};

/// Rates of samples, Hz.
const RATES: [i64; 13] =
    [5512, 8000, 11025, 16000, 22050, 32000, 44100, 48000, 64000, 88200, 96000, 176_400, 192_000];

pub fn sound_play(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let mut path = crate::handles::Path::new("");
    if let Some(text) = call.words(vm, 0).as_str() {
        path = crate::handles::Path::new(text);
    }
    let Some(path) = path else { return Ok(Value::FALSE) };
    if !call.vibe.player.file(call.computer, vm, path.as_str()) {
        return Ok(Value::FALSE);
    }
    call.wait(vm, Wait::Sound)
}

pub fn sound_play_pcm(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let (channels, rate, wait) = (call.int(1), call.int(2), call.int(3) != 0);
    let data = call.value(vm, 0);
    let frame = channels.saturating_mul(2);
    if !(1..=8).contains(&channels) || !RATES.contains(&rate) || (call.words(vm, 0).len() as i64) < frame {
        return Ok(Value::FALSE);
    }
    let format = Format { channels: channels as u32, rate: rate as u32 };
    let inner = vm.unwrap(data);
    if vm.heap.is_str(inner) {
        return Err(vm.raise(hognose::Type::TypeError, "object with buffer protocol required"));
    }
    let handle = Handle::keep(vm, inner)?;
    if !call.vibe.player.data(call.computer, vm, handle, format) {
        handle.release(vm);
        return Ok(Value::FALSE);
    }
    if wait { call.wait(vm, Wait::Sound) } else { Ok(Value::TRUE) }
}

pub fn sound_stop(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    call.vibe.player.stop(vm);
    if let Some(sound) = call.computer.sound() {
        sound.stop();
    }
    Ok(Value::NONE)
}

pub fn sound_pause(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    if let Some(sound) = call.computer.sound() {
        sound.pause();
    }
    Ok(Value::NONE)
}

pub fn sound_resume(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    Ok(Value::bool(call.computer.sound().is_some_and(|sound| sound.is_paused() && sound.resume())))
}

pub fn sound_is_playing(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    let active = call.vibe.player.is_active();
    Ok(Value::bool(
        call.computer.sound().is_some_and(|sound| !sound.is_paused() && (active || sound.is_playing())),
    ))
}

pub fn sound_is_paused(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    Ok(Value::bool(call.computer.sound().is_some_and(|sound| sound.is_paused())))
}
