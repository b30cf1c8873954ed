//! The console output of a device, in a ring of the caller's bytes, by offset since the device started.

#[derive(Debug)]
pub(crate) struct Ring<'b> {
    bytes: &'b mut [u8],
    start: usize,
    pub oldest: u32,
    pub end: u32,
}

impl<'b> Ring<'b> {
    pub fn new(bytes: &'b mut [u8]) -> Self {
        Self { bytes, start: 0, oldest: 0, end: 0 }
    }

    fn used(&self) -> usize {
        self.end.wrapping_sub(self.oldest) as usize
    }

    /// Adds output, and returns how much of it was taken. Bytes from offset `keep` on are never overwritten.
    pub fn write(&mut self, data: &[u8], keep: Option<u32>) -> usize {
        let capacity = self.bytes.len();
        if capacity == 0 {
            // Nobody can ever read it: do not hold the program up for ever.
            return data.len();
        }
        let held = keep.map_or(0, |keep| (self.end.wrapping_sub(keep) as usize).min(self.used()));
        let take = match keep {
            Some(_) => data.len().min(capacity - held),
            None => data.len(),
        };
        for &byte in &data[..take] {
            if self.used() == capacity {
                self.start = (self.start + 1) % capacity;
                self.oldest = self.oldest.wrapping_add(1);
            }
            let place = (self.start + self.used()) % capacity;
            self.bytes[place] = byte;
            self.end = self.end.wrapping_add(1);
        }
        take
    }

    /// Copies output from `offset` on to `out`, and returns how much.
    pub fn copy(&self, offset: u32, out: &mut [u8]) -> usize {
        let skip = offset.wrapping_sub(self.oldest) as usize;
        let count = self.used().saturating_sub(skip).min(out.len());
        for (i, place) in out.iter_mut().take(count).enumerate() {
            *place = self.bytes[(self.start + skip + i) % self.bytes.len()];
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_never_overwritten() {
        let mut memory = [0; 8];
        let mut ring = Ring::new(&mut memory);
        assert_eq!(ring.write(b"abcdef", Some(0)), 6);
        assert_eq!(ring.write(b"ghij", Some(0)), 2);
        assert_eq!(ring.write(b"x", Some(0)), 0);
        assert_eq!(ring.write(b"ijk", Some(3)), 3);
        let mut out = [0; 8];
        assert_eq!((ring.oldest, ring.copy(3, &mut out)), (3, 8));
        assert_eq!(&out, b"defghijk");
        assert_eq!(ring.write(b"lm", None), 2);
        assert_eq!(ring.copy(ring.oldest, &mut out), 8);
        assert_eq!(&out, b"fghijklm");
        assert_eq!(ring.copy(12, &mut out), 1);
        assert_eq!(ring.copy(13, &mut out), 0);
    }
}
