//! The file that VibeOS loads. The kernel keeps for ever what it loads a program into, so as little as possible is in there: the
//! program itself is packed, is unpacked into memory of the kernel's heap, and that is given back at the end.
//!
//! What is packed, in front of the stream numbers of 4 bytes: bytes of the program, bytes that it takes in memory, its entry, where
//! its code ends, bytes of the list of places that hold addresses. The stream is the program and the list. In the code the targets
//! of calls count from the start of the program, which packs better; the list has the distance from one place to the next in units
//! of 8 bytes, in base 128, low digits first.
#![no_std]
#![no_main]

mod lzma;

use core::ptr::{read_volatile, write_bytes};
use core::slice::from_raw_parts_mut;

/// The program, packed.
static PACKED: &[u8] = include_bytes!(env!("HOGNOSE_PACKED"));
/// Bytes in front of the stream.
const HEAD: usize = 20;
/// Programs lie at multiples of this.
const PAGE: usize = 4096;
/// Places in the kernel's table.
const PUTS: usize = 0x010;
const MALLOC: usize = 0x070;
const FREE: usize = 0x078;

/// A function of the kernel, 0 for none.
fn entry(table: *const u8, at: usize) -> usize {
    // SAFETY: inside the table.
    unsafe { read_volatile(table.add(at).cast()) }
}

fn fail(table: *const u8, text: &'static core::ffi::CStr) -> i32 {
    let puts = entry(table, PUTS);
    if puts != 0 {
        // SAFETY: the kernel's function.
        let puts: extern "C" fn(*const core::ffi::c_char) = unsafe { core::mem::transmute(puts) };
        puts(text.as_ptr());
    }
    1
}

/// Where the kernel calls the program.
///
/// # Safety
/// `table` is the kernel's table.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn _start(table: *const u8, count: i32, words: *const *const u8) -> i32 {
    let head = |i: usize| {
        let bytes = PACKED.get(4 * i..4 * i + 4).and_then(|bytes| bytes.try_into().ok()).unwrap_or([0; 4]);
        u32::from_le_bytes(bytes) as usize
    };
    let (len, whole, start, code, list) = (head(0), head(1), head(2), head(3), head(4));
    let malloc = entry(table, MALLOC);
    if malloc == 0 {
        return fail(table, c"hognose: no memory\n");
    }
    // SAFETY: the kernel's function.
    let malloc: extern "C" fn(usize) -> *mut u8 = unsafe { core::mem::transmute(malloc) };
    let room = whole.max(len + list);
    let block = malloc(room + PAGE);
    if block.is_null() {
        return fail(table, c"hognose: no memory\n");
    }
    // SAFETY: inside the block, which is larger by a page.
    let base = unsafe { block.add(block.align_offset(PAGE)) };
    // SAFETY: the block has room for that, and nothing else is in it.
    let memory = unsafe { from_raw_parts_mut(base, room) };
    let done = PACKED
        .get(HEAD..)
        .zip(memory.get_mut(..len + list))
        .is_some_and(|(packed, out)| lzma::unpack(packed, out));
    let status = if done {
        place(memory, len, code);
        // SAFETY: the part of the memory that is not filled.
        unsafe { write_bytes(base.add(len), 0, whole.saturating_sub(len)) };
        see_code(base, code);
        // SAFETY: the program's entry, of this type.
        let run: extern "C" fn(*const u8, i32, *const *const u8) -> i32 =
            unsafe { core::mem::transmute(base.add(start)) };
        run(table, count, words)
    } else {
        fail(table, c"hognose: the program is damaged\n")
    };
    let free = entry(table, FREE);
    if free != 0 {
        // SAFETY: the kernel's function; the program has ended.
        let free: extern "C" fn(*mut u8) = unsafe { core::mem::transmute(free) };
        free(block);
    }
    status
}

/// Makes the program fit the place where it is.
fn place(memory: &mut [u8], len: usize, code: usize) {
    let base = memory.as_ptr() as u64;
    let (program, list) = memory.split_at_mut(len);
    for (i, word) in program[..code.min(len) & !3].chunks_exact_mut(4).enumerate() {
        let call = u32::from_le_bytes([word[0], word[1], word[2], word[3]]);
        if call >> 26 == 0b10_0101 {
            let target = (call & 0x3FF_FFFF).wrapping_sub(i as u32) & 0x3FF_FFFF;
            word.copy_from_slice(&(call & !0x3FF_FFFF | target).to_le_bytes());
        }
    }
    let (mut at, mut step, mut shift) = (0usize, 0usize, 0);
    for &byte in list.iter() {
        step |= usize::from(byte & 0x7F) << shift;
        shift += 7;
        if byte & 0x80 != 0 {
            continue;
        }
        at += step * 8;
        (step, shift) = (0, 0);
        if let Some(bytes) = program.get_mut(at..at + 8) {
            let word = bytes.try_into().map_or(0, u64::from_le_bytes);
            bytes.copy_from_slice(&(word.wrapping_add(base)).to_le_bytes());
        }
    }
}

/// Lets the processor see new code, also where its caches are on.
fn see_code(base: *mut u8, len: usize) {
    // SAFETY: cleans and forgets lines of our own memory. Lines have at least 16 bytes.
    unsafe {
        for at in (0..len).step_by(16) {
            core::arch::asm!("dc cvau, {}", in(reg) base.add(at));
        }
        core::arch::asm!("dsb ish");
        for at in (0..len).step_by(16) {
            core::arch::asm!("ic ivau, {}", in(reg) base.add(at));
        }
        core::arch::asm!("dsb ish", "isb");
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {
        core::hint::spin_loop();
    }
}
