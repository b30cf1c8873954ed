//! The clock: a PL031 that counts seconds since 1970, and the timer for what is between them.

use crate::interrupts::uptime;
use crate::memory::Register;
use core::time::Duration;

// SAFETY: the PL031 of this machine; its first register is the time (Arm DDI 0224).
const SECONDS: Register = unsafe { Register::at(0x0901_0000) };

/// Time since the start of 1970 in UTC when the machine was at uptime 0.
pub struct Clock {
    start: Duration,
}

impl Clock {
    /// Reads the clock.
    pub fn read() -> Clock {
        Clock { start: Duration::from_secs(SECONDS.read().into()).saturating_sub(uptime()) }
    }

    /// Time since the start of 1970 in UTC.
    pub fn now(&self) -> Duration {
        self.start + uptime()
    }

    /// Seconds since 1970, of the clock itself.
    pub fn seconds() -> u32 {
        SECONDS.read()
    }
}

/// Year, month, day, hour, minute, second of a number of seconds since 1970.
pub fn date(seconds: u32) -> (u16, u8, u8, u8, u8, u8) {
    let (days, rest) = (seconds / 86400, seconds % 86400);
    let mut year = 1970;
    let mut left = days;
    let long = |year: u32| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    while left >= 365 + u32::from(long(year)) {
        left -= 365 + u32::from(long(year));
        year += 1;
    }
    let lengths = [31, 28 + u32::from(long(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 1;
    for length in lengths {
        if left < length {
            break;
        }
        left -= length;
        month += 1;
    }
    (year as u16, month, left as u8 + 1, (rest / 3600) as u8, (rest / 60 % 60) as u8, (rest % 60) as u8)
}
