//! Memory outside the program: blocks of the system, the pictures of the screen, the letters of the console. Module `_vibe` has
//! what the class that stands for such memory is made of; it is `vibe.Memory`, in the module's Python part.

use crate::call::Call;
use crate::computer::Computer;
use crate::font;
use crate::part::block;
use hognose::{NativeResult, ToPython, Value, Vm};

/// Bytes of the letters of the console.
const FONT: usize = 256 * 16;

/// Bytes of a block; None: there is no such block.
fn len(computer: &mut dyn Computer, number: u32) -> Option<usize> {
    match number {
        block::SCREEN | block::BACK => {
            let (width, height) = computer.screen()?.size();
            Some(width as usize * height as usize * 4)
        }
        block::FONT => Some(FONT),
        _ => computer.memory()?.bytes(number).map(|bytes| bytes.len()),
    }
}

/// Copies bytes of a block from `at` on; false where it has none.
fn read(computer: &mut dyn Computer, number: u32, at: usize, out: &mut [u8]) -> bool {
    match number {
        block::SCREEN | block::BACK => {
            let Some(screen) = computer.screen() else { return false };
            let pixels = if number == block::BACK { screen.back() } else { screen.pixels() };
            for (i, byte) in (at..).zip(out) {
                *byte = pixels.get(i / 4).map_or(0, |pixel| pixel.to_le_bytes()[i % 4]);
            }
            true
        }
        block::FONT => {
            for (i, byte) in (at..).zip(out) {
                *byte = font::glyph((i / 16) as u8).get(i % 16).copied().unwrap_or(0);
            }
            true
        }
        _ => {
            let bytes =
                computer.memory().and_then(|memory| memory.bytes(number)).and_then(|bytes| bytes.get(at..));
            match bytes.and_then(|bytes| bytes.get(..out.len())) {
                Some(bytes) => {
                    out.copy_from_slice(bytes);
                    true
                }
                None => false,
            }
        }
    }
}

/// Writes bytes of a block from `at` on, as the bytes of `from` repeated up to `n`; false where it has none.
fn write(computer: &mut dyn Computer, number: u32, at: usize, from: &[u8], n: usize) -> bool {
    let from = from.iter().copied().cycle().take(if from.is_empty() { 0 } else { n });
    match number {
        block::SCREEN | block::BACK => {
            let Some(screen) = computer.screen() else { return false };
            let (width, height) = screen.size();
            let pixels = if number == block::BACK { screen.back() } else { screen.pixels() };
            for (i, byte) in (at..).zip(from) {
                if let Some(pixel) = pixels.get_mut(i / 4) {
                    let shift = i % 4 * 8;
                    *pixel = *pixel & !(0xFF << shift) | u32::from(byte) << shift;
                }
            }
            if number == block::SCREEN && width > 0 && n > 0 {
                let (first, last) = ((at / 4) as u32 / width, ((at + n - 1) / 4) as u32 / width);
                let first = first.min(height);
                screen.touched(0, first, width, (last + 1).min(height) - first);
            }
            true
        }
        block::FONT => false,
        _ => {
            let Some(bytes) = computer.memory().and_then(|memory| memory.bytes(number)) else { return false };
            for (slot, byte) in bytes.get_mut(at..).unwrap_or(&mut []).iter_mut().zip(from) {
                *slot = byte;
            }
            true
        }
    }
}

fn number(call: &Call<'_>) -> u32 {
    u32::try_from(call.int(0)).unwrap_or(u32::MAX)
}

/// The part of a block that arguments 1 and 2 mean, if all of it is there.
fn part(call: &mut Call<'_>) -> Option<(u32, usize, usize)> {
    let (number, at, n) =
        (number(call), usize::try_from(call.int(1)).ok()?, usize::try_from(call.int(2)).ok()?);
    (at.checked_add(n)? <= len(call.computer, number)?).then_some((number, at, n))
}

/// `allocate(bytes)`
pub fn allocate(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let bytes = usize::try_from(call.int(0)).ok().filter(|&bytes| bytes > 0);
    bytes.and_then(|bytes| call.computer.memory()?.allocate(bytes)).to_python(vm)
}

/// `release(block)`
pub fn release(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    let number = number(call);
    if let Some(memory) = call.computer.memory().filter(|_| number >= block::FIRST) {
        memory.free(number);
    }
    Ok(Value::NONE)
}

/// `length(block)`
pub fn length(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let number = number(call);
    len(call.computer, number).to_python(vm)
}

/// `load(block, at, n)`: bytes, None when they are not there.
pub fn load(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let Some((number, at, n)) = part(call) else { return Ok(Value::NONE) };
    vm.charge(n / 16);
    let mut there = false;
    let made = vm.new_bytes_by(n, [], |_, _, out| there = read(call.computer, number, at, out))?;
    Ok(if there { made } else { Value::NONE })
}

/// `store(block, at, n, bytes)`: the bytes, over and over, up to n.
pub fn store(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let Some((number, at, n)) = part(call) else { return Ok(Value::FALSE) };
    let words = call.words(vm, 3);
    let stored = write(call.computer, number, at, &words, n);
    drop(words);
    vm.charge(n / 16);
    Ok(Value::bool(stored))
}

/// `move(block, at, n, to, to_at)`: copies inside the computer.
pub fn transfer(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let Some((from, at, n)) = part(call) else { return Ok(Value::FALSE) };
    let (to, to_at) =
        (u32::try_from(call.int(3)).unwrap_or(u32::MAX), usize::try_from(call.int(4)).unwrap_or(usize::MAX));
    let room = len(call.computer, to);
    if !room.is_some_and(|room| to_at.checked_add(n).is_some_and(|end| end <= room)) {
        return Ok(Value::FALSE);
    }
    vm.charge(n / 16);
    let mut piece = [0; 1024];
    let mut done = 0;
    // From the end when the target lies behind the source in the same block, so that nothing is overwritten before it is read.
    let backwards = from == to && to_at > at;
    while done < n {
        let size = (n - done).min(piece.len());
        let skip = if backwards { n - done - size } else { done };
        let Some(room) = piece.get_mut(..size) else { break };
        if !read(call.computer, from, at + skip, room) || !write(call.computer, to, to_at + skip, room, size)
        {
            return Ok(Value::FALSE);
        }
        done += size;
    }
    Ok(Value::TRUE)
}

pub fn dma_available(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    Ok(Value::bool(call.computer.dma().is_some_and(|dma| dma.is_available())))
}

/// Goes on in the frozen library, which has the class for memory.
fn frozen(vm: &mut Vm<'_>, name: &'static str, arguments: &[Value]) -> NativeResult {
    // What is no object does not move; objects are only handed on from the call's own registers.
    let function = vm.frozen_function(name)?;
    Err(vm.tail_call(function, arguments))
}

/// The memory of a block.
fn memory(vm: &mut Vm<'_>, number: Option<(u32, usize)>, changed: bool) -> NativeResult {
    match number {
        Some((number, len)) => {
            let len = Value::int(i64::try_from(len).unwrap_or(i64::MAX >> 16));
            frozen(
                vm,
                "_memory_of_host",
                &[Value::int(number.into()), Value::int(0), len, Value::bool(!changed)],
            )
        }
        None => Ok(Value::NONE),
    }
}

pub fn framebuffer(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let found = len(call.computer, block::SCREEN).map(|len| (block::SCREEN, len));
    memory(vm, found, true)
}

pub fn backbuffer(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let found = len(call.computer, block::BACK).map(|len| (block::BACK, len));
    memory(vm, found, true)
}

pub fn font(_: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    memory(vm, Some((block::FONT, FONT)), false)
}

pub fn malloc(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let bytes = usize::try_from(call.int(0)).ok().filter(|&bytes| bytes > 0);
    let made = bytes.and_then(|bytes| Some((call.computer.memory()?.allocate(bytes)?, bytes)));
    memory(vm, made, true)
}

/// Goes on with a frozen function and the arguments of the call.
fn forward(call: &Call<'_>, vm: &mut Vm<'_>, name: &'static str) -> NativeResult {
    let function = vm.frozen_function(name)?;
    Err(vm.tail_forward(function, call.arguments()))
}

pub fn free(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    forward(call, vm, "_memory_free")
}

pub fn dma_copy(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    forward(call, vm, "_memory_copy")
}

pub fn dma_copy_2d(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    forward(call, vm, "_memory_copy_rows")
}

pub fn dma_fb_copy(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    forward(call, vm, "_memory_copy_pixels")
}

pub fn dma_fill(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    forward(call, vm, "_memory_fill")
}
