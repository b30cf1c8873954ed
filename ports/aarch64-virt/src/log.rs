//! The kernel's log: the last 64 KB of what the machine says about itself.

use alloc::collections::VecDeque;
use core::cell::RefCell;
use core::fmt::{self, Write};

/// Bytes that are kept.
const KEPT: usize = 65536;

struct Log(RefCell<VecDeque<u8>>);

// SAFETY: one core, and interrupt handlers do not write here.
unsafe impl Sync for Log {}

static LOG: Log = Log(RefCell::new(VecDeque::new()));

struct Line;

impl Write for Line {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let Ok(mut log) = LOG.0.try_borrow_mut() else { return Ok(()) };
        for byte in text.bytes() {
            if log.len() >= KEPT {
                log.pop_front();
            }
            log.push_back(byte);
        }
        Ok(())
    }
}

/// Writes a line.
pub fn line(text: fmt::Arguments<'_>) {
    let time = crate::interrupts::uptime();
    let _ = writeln!(Line, "[{:5}.{:03}] {text}", time.as_secs(), time.subsec_millis());
}

/// Bytes that there are.
pub fn size() -> usize {
    LOG.0.borrow().len()
}

/// Copies bytes from that place on; how many.
pub fn read(offset: usize, out: &mut [u8]) -> usize {
    let log = LOG.0.borrow();
    let mut len = 0;
    for (to, from) in out.iter_mut().zip(log.iter().skip(offset)) {
        *to = *from;
        len += 1;
    }
    len
}
