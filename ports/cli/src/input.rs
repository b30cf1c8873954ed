//! Standard input by lines. Nothing waits for it longer than it is wanted: the line editor reads the same terminal.

use std::io::Read;
use std::sync::Mutex;
use std::time::Duration;

/// How often a wait looks for Ctrl-C.
pub const TICK: Duration = Duration::from_millis(20);
/// Bytes read at once; no less than the library keeps itself, so that it keeps nothing.
const PIECE: usize = 16 * 1024;

/// What was read and not taken yet.
static KEPT: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// What a wait for a line gave.
pub enum Line {
    /// A line with its end; the last one may have none.
    Text(Vec<u8>),
    /// There are no more.
    End,
    /// It was not waited for any longer.
    Interrupted,
}

/// Waits for a line, until `interrupted`.
pub fn line(interrupted: fn() -> bool) -> Line {
    let mut kept = KEPT.lock().unwrap_or_else(|e| e.into_inner());
    let mut looked = 0;
    loop {
        if let Some(end) = kept[looked..].iter().position(|&byte| byte == b'\n') {
            return Line::Text(kept.drain(..=looked + end).collect());
        }
        looked = kept.len();
        while !is_ready() {
            if interrupted() {
                return Line::Interrupted;
            }
        }
        let mut piece = [0; PIECE];
        match std::io::stdin().lock().read(&mut piece) {
            Ok(n) if n > 0 => kept.extend_from_slice(&piece[..n]),
            // The end may have come with the Ctrl-C.
            _ if interrupted() => return Line::Interrupted,
            _ if kept.is_empty() => return Line::End,
            _ => return Line::Text(std::mem::take(&mut kept)),
        }
    }
}

/// Waits a little; does a read come back at once?
#[cfg(unix)]
fn is_ready() -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let stdin = std::io::stdin();
    let mut wanted = [PollFd::new(&stdin, PollFlags::IN)];
    let time = Timespec { tv_sec: 0, tv_nsec: TICK.subsec_nanos().into() };
    match poll(&mut wanted, Some(&time)) {
        Ok(ready) => ready > 0,
        // A signal ended the wait; any other error shows when it is read.
        Err(error) => error != rustix::io::Errno::INTR,
    }
}

/// Where one cannot ask, reading waits, and Ctrl-C ends the command.
#[cfg(not(unix))]
fn is_ready() -> bool {
    true
}
