//! A short text of fixed capacity: names of peers, reasons of refusals.

use core::fmt;

/// Up to [`Line::CAPACITY`] bytes of text; longer text is cut at a character.
#[derive(Clone, Copy)]
pub struct Line {
    bytes: [u8; Line::CAPACITY],
    length: u8,
}

impl Line {
    /// Bytes a line holds at most.
    pub const CAPACITY: usize = 96;

    /// An empty line.
    pub const fn new() -> Self {
        Self { bytes: [0; Self::CAPACITY], length: 0 }
    }

    /// A line with the formatted text, cut if it is too long.
    pub fn format(arguments: fmt::Arguments<'_>) -> Self {
        let mut line = Self::new();
        // Writing to a line never fails: it cuts.
        let _ = fmt::Write::write_fmt(&mut line, arguments);
        line
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..usize::from(self.length)).unwrap_or(&[]);
        core::str::from_utf8(bytes).unwrap_or("")
    }
}

impl Default for Line {
    fn default() -> Self {
        Self::new()
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        let mut line = Self::new();
        let _ = fmt::Write::write_str(&mut line, text);
        line
    }
}

impl fmt::Write for Line {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let start = usize::from(self.length);
        let mut take = text.len().min(Self::CAPACITY - start);
        while !text.is_char_boundary(take) {
            take -= 1;
        }
        self.bytes[start..start + take].copy_from_slice(&text.as_bytes()[..take]);
        self.length += take as u8;
        Ok(())
    }
}

impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl PartialEq for Line {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Line {}

#[cfg(test)]
mod tests {
    use super::*;
    use std::string::String;

    #[test]
    fn long_text_is_cut_at_a_character() {
        let text: String = "a".chars().chain("é".chars().cycle().take(100)).collect();
        let line = Line::from(text.as_str());
        assert_eq!(line.as_str().len(), 95);
        assert!(text.starts_with(line.as_str()));
        assert_eq!(Line::format(format_args!("{} of {}", 3, 4)).as_str(), "3 of 4");
    }
}
