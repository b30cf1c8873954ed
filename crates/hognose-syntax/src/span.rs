//! Places in the source text.

/// A range of bytes of the source.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

/// A line and a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Position {
    /// Line, counted from 1.
    pub line: u32,
    /// Column in characters, counted from 0.
    pub column: u32,
    /// Column in bytes of UTF-8, counted from 0 (what `ast` calls `col_offset`).
    pub byte_column: u32,
}

/// Turns offsets into lines and columns. It remembers where it was: going forward costs only the bytes between.
#[derive(Clone, Debug)]
pub struct LineCursor<'a> {
    source: &'a [u8],
    line: u32,
    line_start: usize,
}

impl<'a> LineCursor<'a> {
    /// A cursor at the start of the source.
    #[must_use]
    pub const fn new(source: &'a [u8]) -> Self {
        Self { source, line: 1, line_start: 0 }
    }

    /// The line and column of an offset.
    pub fn position(&mut self, offset: u32) -> Position {
        let offset = (offset as usize).min(self.source.len());
        if offset < self.line_start {
            self.line = 1;
            self.line_start = 0;
        }
        let mut at = self.line_start;
        while at < offset {
            let byte = self.source[at];
            at += 1;
            // CR LF is one line end: the LF ends the line.
            if byte == b'\n' || (byte == b'\r' && self.source.get(at) != Some(&b'\n')) {
                self.line += 1;
                self.line_start = at;
            }
        }
        let start = if self.line_start == 0 && self.source.starts_with(b"\xef\xbb\xbf") {
            3
        } else {
            self.line_start
        };
        let bytes = self.source.get(start..offset).unwrap_or(&[]);
        let column = bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count() as u32;
        Position { line: self.line, column, byte_column: bytes.len() as u32 }
    }

    /// Offset of the first byte of the line the cursor is on, a byte order mark left out.
    #[must_use]
    pub fn line_offset(&self) -> u32 {
        if self.line_start == 0 && self.source.starts_with(b"\xef\xbb\xbf") {
            3
        } else {
            self.line_start as u32
        }
    }

    /// The bytes of the line the cursor is on, without its line end.
    #[must_use]
    pub fn line_text(&self) -> &'a [u8] {
        let rest = self.source.get(self.line_offset() as usize..).unwrap_or(&[]);
        let len = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        &rest[..len]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns() {
        let source = "é = 1\r\nab\rc\n".as_bytes();
        let mut cursor = LineCursor::new(source);
        let position = |line, column, byte_column| Position { line, column, byte_column };
        assert_eq!(cursor.position(0), position(1, 0, 0));
        assert_eq!(cursor.position(2), position(1, 1, 2));
        assert_eq!(cursor.line_text(), "é = 1".as_bytes());
        assert_eq!(cursor.position(9), position(2, 1, 1));
        assert_eq!(cursor.line_text(), b"ab");
        assert_eq!(cursor.position(11), position(3, 0, 0));
        // Back, and behind the end.
        assert_eq!(cursor.position(3), position(1, 2, 3));
        assert_eq!(cursor.position(99), position(4, 0, 0));
        assert_eq!(cursor.line_text(), b"");
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        let mut cursor = LineCursor::new("\u{feff}ab".as_bytes());
        assert_eq!(cursor.position(4), Position { line: 1, column: 1, byte_column: 1 });
        assert_eq!(cursor.line_text(), b"ab");
        assert_eq!(cursor.line_offset(), 3);
    }
}
