//! Interrupts: the controller (a GIC of version 2), the timer of the processor at 1,000 Hz, and waiting for the next one.

use crate::memory::Register;
use crate::serial;
use core::arch::asm;
use core::time::Duration;

const DISTRIBUTOR: usize = 0x0800_0000;
const INTERFACE: usize = 0x0801_0000;
/// The virtual timer's interrupt.
const TIMER: u32 = 27;
/// Ticks a second.
const RATE: u64 = 1000;
/// From here on numbers stand for no interrupt.
const SPURIOUS: u32 = 1020;

fn distributor(offset: usize) -> Register {
    // SAFETY: the distributor of this machine's GIC; its registers as documented by Arm (IHI 0048).
    unsafe { Register::at(DISTRIBUTOR + offset) }
}

fn interface(offset: usize) -> Register {
    // SAFETY: the processor's interface of this machine's GIC.
    unsafe { Register::at(INTERFACE + offset) }
}

fn enable(number: u32) {
    let bank = number as usize / 32 * 4;
    distributor(0x100 + bank).write(1 << (number % 32));
    // To the first core.
    let word = distributor(0x800 + number as usize / 4 * 4);
    word.write(word.read() | 1 << (number % 4 * 8));
}

/// Lets interrupts of the timer and of the serial port come.
pub fn start() {
    distributor(0).write(1);
    interface(4).write(0xff);
    interface(0).write(1);
    enable(TIMER);
    enable(serial::INTERRUPT);
    next_tick();
    // SAFETY: the handlers are in place.
    unsafe { asm!("msr cntv_ctl_el0, {on}", "isb", "msr daifclr, #2", on = in(reg) 1u64) };
}

fn frequency() -> u64 {
    let value: u64;
    // SAFETY: reads a register without effect.
    unsafe { asm!("mrs {}, cntfrq_el0", out(reg) value, options(nomem, nostack)) };
    value.max(1)
}

fn count() -> u64 {
    let value: u64;
    // SAFETY: reads a register without effect.
    unsafe { asm!("isb", "mrs {}, cntvct_el0", out(reg) value, options(nomem, nostack)) };
    value
}

fn next_tick() {
    // SAFETY: sets when the timer fires next; its handler is in place.
    unsafe { asm!("msr cntv_tval_el0, {}", in(reg) frequency() / RATE) };
}

/// Time since the machine was started.
pub fn uptime() -> Duration {
    let (count, frequency) = (count(), frequency());
    let nanoseconds = (count % frequency) * 1_000_000_000 / frequency;
    Duration::new(count / frequency, nanoseconds as u32)
}

/// Sleeps until something happens, at most a millisecond.
pub fn wait() {
    // SAFETY: interrupts are on, so the timer ends it.
    unsafe { asm!("wfi") };
}

/// The handler of all interrupts.
#[unsafe(no_mangle)]
extern "C" fn interrupt() {
    let number = interface(0xc).read();
    match number & 0x3ff {
        TIMER => {
            next_tick();
            // The port interrupts when its first byte comes: what is left behind by any mishap is found here.
            serial::take();
        }
        serial::INTERRUPT => serial::take(),
        SPURIOUS.. => return,
        _ => {}
    }
    interface(0x10).write(number);
}
