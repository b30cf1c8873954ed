//! Python on the bare machine: QEMU's `virt` for AArch64. It starts right into the prompt.
#![no_std]
#![no_main]

extern crate alloc;

mod clock;
mod description;
mod disk;
mod exceptions;
mod fat;
mod files;
mod heap;
mod interrupts;
mod keyboard;
mod log;
mod memory;
mod network;
mod parts;
mod pci;
mod random;
mod screen;
mod serial;
mod sound;
mod start;
mod swap;
mod virtio;

use crate::disk::Disk;
use crate::fat::Fat;
use crate::network::{Card, Net};
use crate::parts::{Found, Parts};
use crate::random::Random;
use crate::screen::Screen;
use crate::sound::Sound;
use alloc::boxed::Box;
use alloc::format;
use alloc::vec::Vec;
use core::cell::RefCell;
use hognose_files::Tree;
use hognose_vibe::machine::Machine;
use hognose_vibe::{Computer, jobs};
use virtio_drivers::transport::DeviceType;

unsafe extern "C" {
    /// End of the image in memory; its address is what counts.
    static IMAGE_END: u8;
}

/// Bytes of the block of each program.
const BLOCK: usize = 24 << 20;
/// Bytes of memory that drivers, the prompt and a program take.
const LEAST: usize = 96 << 20;
/// A file that runs before the prompt comes.
const AUTORUN: &str = "/autorun.py";

#[unsafe(no_mangle)]
extern "C" fn main() -> ! {
    serial::start();
    let ram = description::memory();
    // SAFETY: behind the image nothing is used yet; below the end of RAM there is memory.
    unsafe { heap::give(&raw const IMAGE_END as usize, memory::RAM + ram) };
    interrupts::start();
    if heap::free() < LEAST {
        panic!("this machine has {} MB of memory; {} MB are the least", ram >> 20, (LEAST >> 20) + 32);
    }
    let jobs: &'static RefCell<jobs::Table> = Box::leak(Box::new(RefCell::new(jobs::Table::new())));
    let parts = Box::leak(Box::new(RefCell::new(Parts::new(find(ram), jobs))));
    exceptions::show_on(parts);
    parts.borrow_mut().start();
    converse(parts, Machine::new(parts, jobs, BLOCK, &hognose_vibe::MODULES), ram)
}

/// Runs what is to run at the start, then one prompt after the other.
fn converse(parts: &'static RefCell<Parts>, mut machine: Machine, ram: usize) -> ! {
    let stat = parts.borrow_mut().files().and_then(|disk| disk.stat(AUTORUN));
    if stat.is_some_and(|stat| !stat.folder) {
        finish(&mut machine, &[AUTORUN]);
    }
    let banner = format!(
        "Hognose {}: Python 3.11\non the bare machine: QEMU virt, Cortex-A72, {} MB\nhelp(thing) tells about a thing, run(\"/python/hello.py\") runs a file\n",
        env!("CARGO_PKG_VERSION"),
        ram >> 20,
    );
    loop {
        let Some(pid) = machine.start_prompt(&banner) else { panic!("there is no memory for the prompt") };
        while machine.status(pid).is_none() {
            machine.step();
        }
    }
}

fn finish(machine: &mut Machine, words: &[&str]) {
    let Some(pid) = machine.start(words) else { return };
    while machine.status(pid).is_none() {
        machine.step();
    }
}

/// What is plugged in. What does not work is said in the log and left out.
fn find(ram: usize) -> Found {
    let mut found = Found { screen: None, inputs: Vec::new(), disk: None, sound: None, net: None, ram };
    let mut card = None;
    for (kind, place) in virtio::devices() {
        let works = match kind {
            DeviceType::GPU => {
                found.screen = Screen::open(place);
                found.screen.is_some()
            }
            DeviceType::Input => {
                found.inputs.push(place);
                true
            }
            DeviceType::Block => {
                found.disk = Disk::open(place).and_then(Fat::open).map(Tree::new);
                found.disk.is_some()
            }
            DeviceType::Network => {
                card = Card::open(place);
                card.is_some()
            }
            _ => true,
        };
        log::line(format_args!("virtio {kind:?}: {}", if works { "found" } else { "does not work" }));
    }
    found.sound = Sound::open();
    if found.sound.is_some() {
        log::line(format_args!("AC97: found"));
    }
    let seed = Random::seed(description::secret(), interrupts::uptime().as_nanos() as u64);
    found.net = card.map(|card| Net::start(card, seed));
    found
}
