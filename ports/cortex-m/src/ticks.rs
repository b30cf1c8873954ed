//! SysTick: the processor's own counter of 24 bits, carried on by its interrupt.

use core::sync::atomic::{AtomicU32, Ordering};

const CONTROL: *mut u32 = 0xE000_E010 as *mut u32;
const RELOAD: *mut u32 = 0xE000_E014 as *mut u32;
const VALUE: *mut u32 = 0xE000_E018 as *mut u32;
/// Ticks between two interrupts.
const PERIOD: u32 = 1 << 24;

static ROUNDS: AtomicU32 = AtomicU32::new(0);

/// Its interrupt: the counter began again.
#[unsafe(no_mangle)]
extern "C" fn tick() {
    ROUNDS.store(ROUNDS.load(Ordering::Relaxed) + 1, Ordering::Relaxed);
}

/// Starts it.
pub fn start() {
    // SAFETY: these are the registers of SysTick, which every Cortex-M3 has at these places; only this file uses them.
    unsafe {
        RELOAD.write_volatile(PERIOD - 1);
        VALUE.write_volatile(0);
        // On, with interrupt, from the processor's clock.
        CONTROL.write_volatile(7);
    }
}

/// Ticks since the start.
pub fn now() -> u64 {
    loop {
        let rounds = ROUNDS.load(Ordering::Relaxed);
        // SAFETY: as in `start`.
        let value = unsafe { VALUE.read_volatile() };
        if ROUNDS.load(Ordering::Relaxed) == rounds {
            return rounds as u64 * PERIOD as u64 + (PERIOD - 1 - value) as u64;
        }
    }
}

/// Takes two instructions for each number.
#[cfg(feature = "bench")]
pub fn count_down(from: u32) {
    // SAFETY: only a register that is given up is changed.
    unsafe {
        core::arch::asm!("2: subs {n}, #1", "bne 2b", n = inout(reg) from => _, options(nomem, nostack));
    }
}
