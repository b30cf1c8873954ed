//! A kernel for tests: it loads a program as VibeOS does, gives it the table, and tells what the program did.
//!
//! QEMU puts the program at [`PROGRAM`] and what is to happen at [`SCENE`] (see [`scene`]). The table ends where the memory ends, so
//! that a read behind it faults; processor and memory are as the kernel leaves them, but unaligned accesses fault.
#![no_std]
#![no_main]

mod disk;
mod entries;
mod heap;
mod load;
mod scene;
mod serial;
mod start;

use core::fmt::Write;
use scene::Scene;
use serial::Serial;

/// Where the program's file lies.
const PROGRAM: usize = 0x4800_0000;
/// Where the scene lies.
const SCENE: usize = 0x4900_0000;
/// Where programs are loaded.
const LOAD: usize = 0x5A00_0000;
/// Top of the stack of programs, 1 MiB below it.
const STACK: usize = 0x5E00_0000;
/// First pixel.
pub const SCREEN: usize = 0x5E80_0000;
/// Pixels of a row, and rows.
pub const PIXELS: (usize, usize) = (1280, 800);
/// The table: its end is the end of the memory.
pub const TABLE: usize = 0x6000_0000 - 1000;

unsafe extern "C" {
    fn call_program(entry: usize, table: usize, count: usize, words: usize, stack: usize) -> i32;
    fn leave(status: i32) -> !;
}

/// Ends the program from inside one of its calls.
pub extern "C" fn exit(status: i32) {
    // SAFETY: a program runs, as nobody else calls this.
    unsafe { leave(status) }
}

#[unsafe(no_mangle)]
extern "C" fn main() {
    let scene = Scene::read(SCENE);
    heap::start();
    disk::start();
    entries::start(&scene);
    let mut words = [0usize; 17];
    let mut count = 1;
    // What spawned programs find there.
    words[0] = 0xDEAD_BEEF_DEAD_BEEF;
    for word in scene.words() {
        words[count] = word;
        count += 1;
    }
    let Some(entry) = load::load(PROGRAM, LOAD) else {
        let _ = writeln!(Serial, "[stand-in] the program cannot be loaded");
        off();
    };
    // Without words, the array itself is not to be looked at either.
    let address = if count > 1 { words.as_ptr() as usize } else { 0xDEAD_BEEF_0000 };
    // SAFETY: the program was loaded.
    let status = unsafe { call_program(entry, TABLE, count, address, STACK) };
    let (blocks, most) = heap::live();
    let (console, terminal, calls) = entries::said();
    let _ = writeln!(
        Serial,
        "\n[stand-in] status {status} blocks {blocks} handles {} most {most} console {console} terminal {terminal} calls {calls} pixels {} table {}",
        disk::handles(),
        entries::pixels(),
        if entries::is_whole() { "whole" } else { "changed" },
    );
    off();
}

#[unsafe(no_mangle)]
extern "C" fn fault(syndrome: usize, at: usize, address: usize) -> ! {
    let _ = writeln!(
        Serial,
        "\n[stand-in] fault: syndrome {syndrome:#x} at {at:#x} (program {:#x}) address {address:#x}",
        at.wrapping_sub(LOAD)
    );
    off();
}

/// Switches the machine off.
fn off() -> ! {
    // SAFETY: the firmware's call.
    unsafe { core::arch::asm!("hvc #0", in("x0") 0x8400_0008usize, options(noreturn)) }
}

#[panic_handler]
fn panic(info: &core::panic::PanicInfo<'_>) -> ! {
    let _ = writeln!(Serial, "\n[stand-in] {info}");
    off();
}
