//! Bytes that came and were not looked at yet.

/// Most bytes that wait; more than two windows of a raw paste.
const MOST: usize = 512;

/// A ring of bytes.
pub(crate) struct Queue {
    bytes: [u8; MOST],
    start: usize,
    len: usize,
}

impl Queue {
    pub(crate) const fn new() -> Queue {
        Queue { bytes: [0; MOST], start: 0, len: 0 }
    }

    /// Takes as many as there is room for; gives how many.
    pub(crate) fn put(&mut self, bytes: &[u8]) -> usize {
        let n = bytes.len().min(MOST - self.len);
        for &byte in bytes.iter().take(n) {
            self.bytes[(self.start + self.len) % MOST] = byte;
            self.len += 1;
        }
        n
    }

    pub(crate) fn take(&mut self) -> Option<u8> {
        if self.len == 0 {
            return None;
        }
        let byte = self.bytes[self.start];
        self.start = (self.start + 1) % MOST;
        self.len -= 1;
        Some(byte)
    }

    /// Drops everything up to the last such byte; false when there is none.
    pub(crate) fn drop_through(&mut self, wanted: u8) -> bool {
        let last = (0..self.len).rev().find(|i| self.bytes[(self.start + i) % MOST] == wanted);
        let Some(last) = last else { return false };
        self.start = (self.start + last + 1) % MOST;
        self.len -= last + 1;
        true
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.len == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_out_in_order_round_the_end() {
        let mut queue = Queue::new();
        for round in 0..10 {
            assert_eq!(queue.put(&[round; 300]), 300);
            assert_eq!(queue.put(&[99; 300]), MOST - 300);
            for i in 0..MOST {
                assert_eq!(queue.take(), Some(if i < 300 { round } else { 99 }));
            }
            assert_eq!(queue.take(), None);
        }
    }

    #[test]
    fn an_interrupt_drops_what_was_typed_before_it() {
        let mut queue = Queue::new();
        queue.put(b"ab\x03cd\x03e");
        assert!(queue.drop_through(3));
        assert_eq!((queue.take(), queue.take()), (Some(b'e'), None));
        assert!(!queue.drop_through(3));
    }
}
