//! Output of a program on its way to whoever reads it.

use core::fmt::Write;
use hognose_link::Line;

/// Bytes that wait at most.
pub const SIZE: usize = 2048;
/// Bytes that are kept free for saying that output was lost.
const MARK: usize = 48;

/// Output in a ring: when it is full, what comes is lost, and how much is said in its place.
pub(crate) struct Console {
    bytes: [u8; SIZE],
    start: usize,
    len: usize,
    lost: u32,
}

impl Console {
    pub const fn new() -> Console {
        Console { bytes: [0; SIZE], start: 0, len: 0, lost: 0 }
    }

    /// Is there so little room that the program should wait?
    pub const fn is_full(&self) -> bool {
        self.len > SIZE / 4
    }

    pub fn write(&mut self, bytes: &[u8]) {
        if self.lost > 0 && self.len + MARK + bytes.len() <= SIZE {
            let mut text = Line::new();
            let _ = write!(text, "\n[{} bytes of output lost]\n", self.lost);
            self.lost = 0;
            self.push(text.as_str().as_bytes());
        }
        let room = if self.lost > 0 { 0 } else { (SIZE - MARK).saturating_sub(self.len) };
        let (now, lost) = bytes.split_at(bytes.len().min(room));
        self.push(now);
        self.lost = self.lost.saturating_add(u32::try_from(lost.len()).unwrap_or(u32::MAX));
    }

    fn push(&mut self, bytes: &[u8]) {
        for &byte in bytes.iter().take(SIZE - self.len) {
            self.bytes[(self.start + self.len) % SIZE] = byte;
            self.len += 1;
        }
    }

    /// The oldest output, as much as lies in one piece.
    pub fn peek(&self) -> &[u8] {
        self.bytes.get(self.start..(self.start + self.len).min(SIZE)).unwrap_or(&[])
    }

    /// The oldest bytes were read.
    pub fn take(&mut self, count: usize) {
        let count = count.min(self.len);
        self.start = (self.start + count) % SIZE;
        self.len -= count;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    extern crate std;
    use std::string::String;

    fn drain(console: &mut Console) -> String {
        let mut text = String::new();
        while !console.peek().is_empty() {
            let piece = console.peek().len().min(7);
            text.push_str(core::str::from_utf8(&console.peek()[..piece]).unwrap());
            console.take(piece);
        }
        text
    }

    #[test]
    fn what_is_lost_is_said_where_it_is_missing() {
        let mut console = Console::new();
        for _ in 0..300 {
            console.write(b"0123456789");
        }
        assert!(console.is_full());
        let text = drain(&mut console);
        assert_eq!(text.len(), SIZE - MARK);
        console.write(b"after\n");
        assert_eq!(drain(&mut console), "\n[1000 bytes of output lost]\nafter\n");
    }
}
