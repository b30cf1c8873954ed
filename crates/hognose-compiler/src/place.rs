//! From byte offsets to lines and columns.

use hognose_image::Position;
use hognose_syntax::span::Span;

/// A line: the offsets from `start` up to `end`, where the next one starts.
#[derive(Clone, Copy)]
struct Line {
    start: u32,
    end: u32,
    number: u32,
}

/// Finds lines. Positions jump between a few places (the start and the end of an expression that goes over many lines): each
/// of the cursors stays at one of them, and the nearest one is moved.
pub(crate) struct Lines<'a> {
    source: &'a [u8],
    cursors: [Line; 4],
}

impl<'a> Lines<'a> {
    pub fn new(source: &'a [u8]) -> Self {
        let first = Line { start: 0, end: line_end(source, 0), number: 1 };
        Lines { source, cursors: [first; 4] }
    }

    /// Line and column in bytes of an offset.
    pub fn find(&mut self, offset: u32) -> (u32, u32) {
        let offset = offset.min(self.source.len() as u32);
        let mut nearest = 0;
        let mut least = u32::MAX;
        for (index, line) in self.cursors.iter().enumerate() {
            let distance = if offset < line.start {
                line.start - offset
            } else if offset < line.end {
                0
            } else {
                offset - line.end + 1
            };
            if distance <= least {
                least = distance;
                nearest = index;
            }
            if distance == 0 {
                break;
            }
        }
        let mut line = self.cursors[nearest];
        if least > 0 {
            while offset < line.start {
                line.end = line.start;
                line.start = line_start(self.source, line.start);
                line.number -= 1;
            }
            while offset >= line.end && (line.end as usize) < self.source.len() {
                line.start = line.end;
                line.end = line_end(self.source, line.start);
                line.number += 1;
            }
            self.cursors[nearest] = line;
        }
        (line.number, offset.saturating_sub(self.text_start(line)))
    }

    /// Offset of the first byte of the text of a line, a byte order mark left out.
    fn text_start(&self, line: Line) -> u32 {
        if line.start == 0 && self.source.starts_with(b"\xef\xbb\xbf") { 3 } else { line.start }
    }

    pub fn position(&mut self, span: Span) -> Position {
        let (line, column) = self.find(span.start);
        let (end_line, end_column) = self.find(span.end.max(span.start));
        Position { line, end_line, column, end_column }
    }

    /// The text of the line of an offset: start and end.
    pub fn text(&mut self, offset: u32) -> (u32, u32) {
        let (_, column) = self.find(offset);
        let mut start = offset.min(self.source.len() as u32) - column;
        if start == 0 && self.source.starts_with(b"\xef\xbb\xbf") {
            start = 3;
        }
        let rest = self.source.get(start as usize..).unwrap_or(&[]);
        let len = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        (start, start + len as u32)
    }
}

/// Where the line after the one that starts here starts. The last line holds the end of the text too.
fn line_end(source: &[u8], start: u32) -> u32 {
    let mut at = start as usize;
    while let Some(byte) = source.get(at) {
        at += 1;
        if *byte == b'\n' || (*byte == b'\r' && source.get(at) != Some(&b'\n')) {
            return at as u32;
        }
    }
    source.len() as u32 + 1
}

/// Where the line before the one that starts here starts.
fn line_start(source: &[u8], start: u32) -> u32 {
    let mut at = (start as usize).saturating_sub(1);
    while at > 0 {
        match source.get(at - 1) {
            Some(b'\n') => break,
            Some(b'\r') if source.get(at) != Some(&b'\n') => break,
            _ => at -= 1,
        }
    }
    at as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offset_in_any_order() {
        let source = b"ab\r\nc\rd\n\nlonger line\n  x";
        let expected = |offset: usize| {
            let (mut line, mut start, mut at) = (1, 0, 0);
            while at < offset {
                let byte = source[at];
                at += 1;
                if byte == b'\n' || (byte == b'\r' && source.get(at) != Some(&b'\n')) {
                    line += 1;
                    start = at;
                }
            }
            (line, (offset - start) as u32)
        };
        let mut lines = Lines::new(source);
        for step in [1, 5, 7, 11, 23] {
            let mut at = 0;
            for _ in 0..100 {
                at = (at + step) % (source.len() + 1);
                assert_eq!(lines.find(at as u32), expected(at), "offset {at}");
            }
        }
    }

    #[test]
    fn a_byte_order_mark_has_no_column() {
        let mut lines = Lines::new(b"\xef\xbb\xbfx = 1\ny");
        assert_eq!(lines.find(3), (1, 0));
        assert_eq!(lines.find(9), (2, 0));
        assert_eq!(lines.text(4), (3, 8));
    }
}
