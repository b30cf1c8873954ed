//! Where text goes: a trait with one method, and the sinks everybody needs.

/// The sink has no room left, or its owner wants no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Full;

/// Takes bytes in order. Renderers never take back what they put.
pub trait Sink {
    /// Takes all of `bytes`, or fails and then the output as a whole is void.
    fn put(&mut self, bytes: &[u8]) -> Result<(), Full>;

    /// Puts `byte` `count` times.
    fn fill(&mut self, byte: u8, count: usize) -> Result<(), Full> {
        let run = [byte; 32];
        let mut left = count;
        while left > 0 {
            let now = left.min(run.len());
            self.put(&run[..now])?;
            left -= now;
        }
        Ok(())
    }
}

impl<S: Sink + ?Sized> Sink for &mut S {
    fn put(&mut self, bytes: &[u8]) -> Result<(), Full> {
        (**self).put(bytes)
    }

    fn fill(&mut self, byte: u8, count: usize) -> Result<(), Full> {
        (**self).fill(byte, count)
    }
}

/// Counts bytes and keeps none: run a renderer once over it to learn the size, reserve, run it again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Bytes put so far.
    pub bytes: usize,
    /// Code points put so far (bytes that do not continue one).
    pub points: usize,
}

impl Sink for Count {
    fn put(&mut self, bytes: &[u8]) -> Result<(), Full> {
        self.bytes = self.bytes.checked_add(bytes.len()).ok_or(Full)?;
        self.points += bytes.iter().filter(|&&b| b & 0xC0 != 0x80).count();
        Ok(())
    }

    fn fill(&mut self, byte: u8, count: usize) -> Result<(), Full> {
        self.bytes = self.bytes.checked_add(count).ok_or(Full)?;
        if byte & 0xC0 != 0x80 {
            self.points += count;
        }
        Ok(())
    }
}

/// Writes into a slice from its start.
#[derive(Debug)]
pub struct Fixed<'a> {
    room: &'a mut [u8],
    len: usize,
}

impl<'a> Fixed<'a> {
    /// An empty sink over `room`.
    pub fn new(room: &'a mut [u8]) -> Self {
        Fixed { room, len: 0 }
    }

    /// Bytes written.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether nothing was written yet.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// What was written.
    pub fn bytes(&self) -> &[u8] {
        &self.room[..self.len]
    }
}

impl Sink for Fixed<'_> {
    fn put(&mut self, bytes: &[u8]) -> Result<(), Full> {
        let end = self.len.checked_add(bytes.len()).ok_or(Full)?;
        self.room.get_mut(self.len..end).ok_or(Full)?.copy_from_slice(bytes);
        self.len = end;
        Ok(())
    }

    fn fill(&mut self, byte: u8, count: usize) -> Result<(), Full> {
        let end = self.len.checked_add(count).ok_or(Full)?;
        self.room.get_mut(self.len..end).ok_or(Full)?.fill(byte);
        self.len = end;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn count_counts_bytes_and_points() {
        let mut count = Count::default();
        count.put("aé日".as_bytes()).unwrap();
        count.fill(b'x', 100).unwrap();
        assert_eq!(count, Count { bytes: 106, points: 103 });
    }

    #[test]
    fn filling_puts_when_a_sink_knows_no_better() {
        struct Ends(usize, u8);
        impl Sink for Ends {
            fn put(&mut self, bytes: &[u8]) -> Result<(), Full> {
                self.0 += bytes.len();
                self.1 = *bytes.last().ok_or(Full)?;
                Ok(())
            }
        }
        let mut sink = Ends(0, 0);
        sink.fill(b'-', 77).unwrap();
        assert_eq!((sink.0, sink.1), (77, b'-'));
    }

    #[test]
    fn fixed_refuses_what_does_not_fit() {
        let mut room = [0; 4];
        let mut sink = Fixed::new(&mut room);
        sink.put(b"abc").unwrap();
        assert_eq!(sink.put(b"de"), Err(Full));
        sink.fill(b'!', 1).unwrap();
        assert_eq!(sink.fill(b'!', 1), Err(Full));
        assert_eq!(sink.bytes(), b"abc!");
    }
}
