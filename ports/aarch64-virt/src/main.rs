//! Python on the bare machine: QEMU's `virt` for AArch64. It starts right into the prompt.
#![no_std]
#![no_main]

extern crate alloc;

mod description;
mod exceptions;
mod heap;
mod interrupts;
mod memory;
mod prompt;
mod serial;
mod start;

unsafe extern "C" {
    /// End of the image in memory; its address is what counts.
    static IMAGE_END: u8;
}

#[unsafe(no_mangle)]
extern "C" fn main() -> ! {
    serial::start();
    let memory = description::memory();
    // SAFETY: behind the image nothing is used yet; below the end of RAM there is memory.
    unsafe { heap::give(&raw const IMAGE_END as usize, memory::RAM + memory) };
    interrupts::start();
    prompt::run()
}
