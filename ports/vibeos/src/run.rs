//! The prompt, and scripts.

use crate::computer::VibeOs;
use crate::table::Kernel;
use alloc::boxed::Box;
use core::cell::RefCell;
use hognose_vibe::jobs::{Jobs, Table};
use hognose_vibe::machine::Machine;
use hognose_vibe::{Computer, MODULES};

/// What the prompt says first.
const BANNER: &str = concat!(
    "Hognose ",
    env!("CARGO_PKG_VERSION"),
    ", Python 3.11 for VibeOS\nModule vibe is the computer; Ctrl-D leaves.\n"
);
/// Numbers of programs that run in this process begin above those of the kernel's.
const FIRST: i32 = 1000;
/// Least and most bytes of a program's block; between them an eighth of what the kernel has.
const BLOCK: (usize, usize) = (1 << 20, 8 << 20);

/// Runs the script that the first word names, or a prompt without words; gives the status.
pub fn run(kernel: Kernel, words: &[&str]) -> i32 {
    let jobs: Jobs = Box::leak(Box::new(RefCell::new(Table::after(FIRST))));
    let own: *mut RefCell<VibeOs> = Box::into_raw(Box::new(RefCell::new(VibeOs::new(kernel, jobs))));
    // SAFETY: it stays until the machine, which alone uses it, is gone.
    let computer: &'static RefCell<dyn Computer> = unsafe { &*own };
    let bytes = kernel.get_mem_free().map_or(BLOCK.1, |free| (free / 8).clamp(BLOCK.0, BLOCK.1));
    let mut machine = Machine::new(computer, jobs, bytes, &MODULES);
    let started = if words.is_empty() { machine.start_prompt(BANNER) } else { machine.start(words) };
    let Some(pid) = started else { return 1 };
    let status = loop {
        machine.step();
        if let Some(status) = machine.status(pid) {
            break status;
        }
    };
    drop(machine);
    // What programs left open is closed, and what plays stops.
    // SAFETY: it came from a box, and nobody uses it any more.
    drop(unsafe { Box::from_raw(own) });
    // A file that cannot be opened is an error as any other.
    if status < 0 { 1 } else { status }
}
