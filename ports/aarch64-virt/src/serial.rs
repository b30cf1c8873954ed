//! The serial port: a PL011. What arrives is kept by the interrupt until somebody reads it.

use crate::memory::Register;
use core::fmt;
use core::sync::atomic::{AtomicBool, AtomicU8, AtomicUsize, Ordering};

// SAFETY: the PL011 of this machine; registers of it as documented by Arm (DDI 0183).
const DATA: Register = unsafe { Register::at(BASE) };
// SAFETY: as above.
const FLAGS: Register = unsafe { Register::at(BASE + 0x18) };
// SAFETY: as above.
const LINE: Register = unsafe { Register::at(BASE + 0x2c) };
// SAFETY: as above.
const CONTROL: Register = unsafe { Register::at(BASE + 0x30) };
// SAFETY: as above.
const MASK: Register = unsafe { Register::at(BASE + 0x38) };
// SAFETY: as above.
const CLEAR: Register = unsafe { Register::at(BASE + 0x44) };
const BASE: usize = 0x0900_0000;
/// Its interrupt.
pub const INTERRUPT: u32 = 33;
/// Nothing to read.
const EMPTY: u32 = 1 << 4;
/// No room to write.
const FULL: u32 = 1 << 5;
/// Ctrl-C.
const BREAK: u8 = 3;
/// Bytes that are kept: a pasted program.
const KEPT: usize = 1 << 16;

static RING: [AtomicU8; KEPT] = [const { AtomicU8::new(0) }; KEPT];
static READ: AtomicUsize = AtomicUsize::new(0);
static WRITTEN: AtomicUsize = AtomicUsize::new(0);
static BROKEN: AtomicBool = AtomicBool::new(false);

/// Sets it up, with an interrupt for what arrives.
pub fn start() {
    CONTROL.write(0);
    CLEAR.write(0x7ff);
    // 8 bits, queues on.
    LINE.write(7 << 4);
    // Received, and received a while ago.
    MASK.write(1 << 4 | 1 << 6);
    // On, in both directions.
    CONTROL.write(1 | 1 << 8 | 1 << 9);
}

/// Called by the interrupt: takes what has arrived.
pub fn take() {
    // First, so that what comes while this reads interrupts again.
    CLEAR.write(1 << 4 | 1 << 6);
    while FLAGS.read() & EMPTY == 0 {
        let byte = DATA.read() as u8;
        if byte == BREAK {
            BROKEN.store(true, Ordering::Release);
            continue;
        }
        let written = WRITTEN.load(Ordering::Relaxed);
        if written.wrapping_sub(READ.load(Ordering::Acquire)) < KEPT {
            RING[written % KEPT].store(byte, Ordering::Relaxed);
            WRITTEN.store(written.wrapping_add(1), Ordering::Release);
        }
    }
}

/// Was Ctrl-C typed since this was asked last?
pub fn take_break() -> bool {
    BROKEN.swap(false, Ordering::AcqRel)
}

/// The next byte that arrived.
pub fn read() -> Option<u8> {
    let read = READ.load(Ordering::Relaxed);
    if read == WRITTEN.load(Ordering::Acquire) {
        return None;
    }
    let byte = RING[read % KEPT].load(Ordering::Relaxed);
    READ.store(read.wrapping_add(1), Ordering::Release);
    Some(byte)
}

/// Writes bytes; a line end becomes CR LF.
pub fn write(bytes: &[u8]) {
    for &byte in bytes {
        if byte == b'\n' {
            put(b'\r');
        }
        put(byte);
    }
}

fn put(byte: u8) {
    while FLAGS.read() & FULL != 0 {}
    DATA.write(byte.into());
}

/// The serial port for `write!`.
pub struct Serial;

impl fmt::Write for Serial {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        write(text.as_bytes());
        Ok(())
    }
}
