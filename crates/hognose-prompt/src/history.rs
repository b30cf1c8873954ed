//! Lines that were entered.

/// Lines in lent memory, the oldest dropped when it is full.
pub struct History<'b> {
    /// Each line with a line end behind it, the newest last.
    bytes: &'b mut [u8],
    len: usize,
}

impl<'b> History<'b> {
    /// No lines yet.
    pub fn new(bytes: &'b mut [u8]) -> History<'b> {
        History { bytes, len: 0 }
    }

    /// Keeps a line, unless it is blank, the newest one again, or longer than the memory.
    pub fn add(&mut self, line: &str) {
        let need = line.len() + 1;
        if line.trim().is_empty() || self.get(1) == Some(line) || need > self.bytes.len() {
            return;
        }
        let mut drop = 0;
        while self.len - drop + need > self.bytes.len() {
            let rest = self.bytes.get(drop..self.len).unwrap_or(&[]);
            drop += rest.iter().position(|&b| b == b'\n').map_or(rest.len(), |at| at + 1);
        }
        self.bytes.copy_within(drop..self.len, 0);
        self.len -= drop;
        if let Some(room) = self.bytes.get_mut(self.len..self.len + need) {
            room[..line.len()].copy_from_slice(line.as_bytes());
            room[line.len()] = b'\n';
            self.len += need;
        }
    }

    /// The line that was entered so many lines ago: 1 is the newest.
    pub fn get(&self, back: usize) -> Option<&str> {
        let lines = self.bytes.get(..self.len.checked_sub(1)?)?;
        let line = lines.rsplit(|&b| b == b'\n').nth(back.checked_sub(1)?)?;
        core::str::from_utf8(line).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::History;

    #[test]
    fn the_newest_lines_are_kept() {
        let mut bytes = [0; 12];
        let mut history = History::new(&mut bytes);
        assert_eq!(history.get(1), None);
        for line in ["one", "one", "", "  ", "two", "three"] {
            history.add(line);
        }
        assert_eq!((history.get(1), history.get(2), history.get(3)), (Some("three"), Some("two"), None));
        history.add("longer than all the memory");
        history.add("elevenchars");
        assert_eq!((history.get(1), history.get(2), history.get(0)), (Some("elevenchars"), None, None));
    }
}
