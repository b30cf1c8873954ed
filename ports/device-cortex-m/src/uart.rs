//! The serial port: UART 0 of Arm's CMSDK. What comes is kept by its interrupt until it is asked for.

use core::sync::atomic::{AtomicU8, AtomicUsize, Ordering};

const DATA: *mut u32 = 0x4000_4000 as *mut u32;
const STATE: *mut u32 = 0x4000_4004 as *mut u32;
const CONTROL: *mut u32 = 0x4000_4008 as *mut u32;
const CLEAR: *mut u32 = 0x4000_400C as *mut u32;
const DIVIDER: *mut u32 = 0x4000_4010 as *mut u32;
/// Switches interrupts on.
const ENABLE: *mut u32 = 0xE000_E100 as *mut u32;

/// Bits of the state.
const SEND_FULL: u32 = 1;
const RECEIVED: u32 = 2;

/// Most bytes that wait.
const ROOM: usize = 4096;
static BYTES: [AtomicU8; ROOM] = [const { AtomicU8::new(0) }; ROOM];
/// Counted up for ever by the interrupt, and by who reads.
static PUT: AtomicUsize = AtomicUsize::new(0);
static TAKEN: AtomicUsize = AtomicUsize::new(0);

/// Starts it.
pub fn start() {
    // SAFETY: these are the registers of this port and of the interrupt controller; only this file uses them.
    unsafe {
        // 115200 baud from 25 MHz.
        DIVIDER.write_volatile(217);
        // Sends, receives, interrupts when it has received.
        CONTROL.write_volatile(1 | 2 | 8);
        ENABLE.write_volatile(1);
    }
}

/// Its interrupt.
#[unsafe(no_mangle)]
extern "C" fn received() {
    // SAFETY: as in `start`.
    unsafe {
        CLEAR.write_volatile(RECEIVED);
        while STATE.read_volatile() & RECEIVED != 0 {
            let byte = DATA.read_volatile() as u8;
            let put = PUT.load(Ordering::Relaxed);
            // What does not fit is lost: the link asks for it again.
            if put.wrapping_sub(TAKEN.load(Ordering::Relaxed)) < ROOM {
                BYTES[put % ROOM].store(byte, Ordering::Relaxed);
                PUT.store(put.wrapping_add(1), Ordering::Release);
            }
        }
    }
}

/// Takes what came; gives how much.
pub fn receive(into: &mut [u8]) -> usize {
    let mut taken = TAKEN.load(Ordering::Relaxed);
    let put = PUT.load(Ordering::Acquire);
    let mut n = 0;
    for place in into.iter_mut() {
        if taken == put {
            break;
        }
        *place = BYTES[taken % ROOM].load(Ordering::Relaxed);
        taken = taken.wrapping_add(1);
        n += 1;
    }
    TAKEN.store(taken, Ordering::Release);
    n
}

/// Sends a byte, when there is room for one; false when not.
pub fn send(byte: u8) -> bool {
    // SAFETY: as in `start`.
    unsafe {
        if STATE.read_volatile() & SEND_FULL != 0 {
            return false;
        }
        DATA.write_volatile(byte.into());
    }
    true
}
