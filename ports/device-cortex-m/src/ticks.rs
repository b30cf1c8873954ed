//! SysTick: the processor's own counter of 24 bits, carried on by its interrupt.

use core::sync::atomic::{AtomicU32, Ordering};

const CONTROL: *mut u32 = 0xE000_E010 as *mut u32;
const RELOAD: *mut u32 = 0xE000_E014 as *mut u32;
const VALUE: *mut u32 = 0xE000_E018 as *mut u32;
/// Ticks in a second: the clock of the board.
const CLOCK: u64 = 25_000_000;
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
    // SAFETY: these are the registers of SysTick, which every Cortex-M has at these places; only this file uses them.
    unsafe {
        RELOAD.write_volatile(PERIOD - 1);
        VALUE.write_volatile(0);
        // On, with interrupt, from the processor's clock.
        CONTROL.write_volatile(7);
    }
}

/// Milliseconds since the start.
pub fn milliseconds() -> u64 {
    now() / (CLOCK / 1000)
}

/// Ticks since the start.
fn now() -> u64 {
    loop {
        let rounds = ROUNDS.load(Ordering::Relaxed);
        // SAFETY: as in `start`.
        let value = unsafe { VALUE.read_volatile() };
        if ROUNDS.load(Ordering::Relaxed) == rounds {
            return rounds as u64 * PERIOD as u64 + (PERIOD - 1 - value) as u64;
        }
    }
}
