//! Python for the VibeOS kernel: a prompt, or a script with its arguments.
//!
//! A program is a function that gets the kernel's table and its words. `argv[0]` is never looked at: programs that were spawned
//! find garbage there.
#![no_std]
#![no_main]

extern crate alloc;

mod computer;
mod files;
mod heap;
mod network;
mod processes;
mod run;
mod screen;
mod sound;
mod system;
mod table;
mod text;

use core::ffi::CStr;
use table::Kernel;

/// Most words after the program's name.
const WORDS: usize = 15;

/// Where the kernel calls the program; its result is the status.
///
/// # Safety
/// `table` is the kernel's table; from `words[1]` on there are `count - 1` texts.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn _start(table: *const u8, count: i32, words: *const *const u8) -> i32 {
    // SAFETY: the caller's promise.
    let kernel = unsafe { Kernel::at(table) };
    heap::start(kernel);
    let status = {
        let mut texts = [""; WORDS];
        let given = usize::try_from(count).unwrap_or(0).saturating_sub(1).min(WORDS);
        for (i, text) in texts.iter_mut().enumerate().take(given) {
            // SAFETY: with more than one word the array and the words after the first are real.
            let word = unsafe { *words.add(i + 1) };
            if !word.is_null() {
                // SAFETY: a word ends with a NUL and stays while the program runs.
                *text = unsafe { CStr::from_ptr(word.cast()) }.to_str().unwrap_or("");
            }
        }
        run::run(kernel, texts.get(..given).unwrap_or(&[]))
    };
    // SAFETY: everything that was allocated was used in `run` only.
    unsafe { heap::end() };
    status
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    if let Some(kernel) = heap::kernel() {
        computer::print(kernel, b"hognose: out of memory, or a fault of its own: the program ends\n");
        // SAFETY: the process ends here; nothing runs after it.
        unsafe { heap::end() };
        kernel.exit(1);
    }
    loop {
        core::hint::spin_loop();
    }
}
