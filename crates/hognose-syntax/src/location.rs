//! From byte offsets to the lines and columns of an error.

use crate::error::{ErrorText, Place, SyntaxError, SyntaxErrorKind};
use crate::span::{LineCursor, Position};

impl SyntaxError {
    /// An error at a place of the source.
    #[cold]
    pub(crate) fn at(kind: SyntaxErrorKind, place: Place, source: &[u8]) -> Self {
        Self::at_columns(kind, place, source, |position| position.column)
    }

    /// An error at a place of the source; `column` says in what columns are counted.
    #[cold]
    pub(crate) fn at_columns(
        kind: SyntaxErrorKind,
        place: Place,
        source: &[u8],
        column_of: fn(Position) -> u32,
    ) -> Self {
        let mut cursor = LineCursor::new(source);
        let (offset, shift, end) = match place {
            Place::Range { start, end } => (start, 1, End::At(end)),
            Place::From { start } => (start, 1, End::Column(0)),
            Place::To { start, end } => (start, 1, End::To(end)),
            Place::Last { start, end } => (start, 0, End::Last(end)),
            Place::Unplaced(at) => (at, 0, End::Nowhere),
            Place::UpTo(cursor) => (cursor, 0, End::Same),
            Place::Cursor(cursor) => (cursor, 0, End::Column(-1)),
            Place::Continuation(at) => (at, 0, End::Joined(joined_start(source, at))),
            Place::LineStart(at) => (line_start(source, at), 1, End::Column(0)),
            Place::LineEnd(at) => (line_end(source, at), 1, End::Column(-1)),
            Place::EndOfText => (text_end(source), 1, End::Column(-1)),
        };
        let mut position = cursor.position(offset);
        if source.is_empty() && matches!(end, End::Nowhere) {
            position.line = 0;
        }
        let text = cursor.line_text();
        let text_start = cursor.line_offset();
        let mut column = column_of(position) + shift;
        let (end_line, end_column) = match end {
            End::At(offset) => {
                let end = cursor.position(offset);
                if end.line == position.line {
                    (end.line, column_of(end) as i32 + 1)
                } else {
                    (end.line, column_in_line(text, end.byte_column) + 1)
                }
            }
            End::To(offset) => {
                let end = cursor.position(offset);
                (end.line, column_of(end) as i32)
            }
            End::Last(offset) => {
                let end = cursor.position(offset);
                column = column_in_line(text, end.byte_column) as u32;
                (end.line, 0)
            }
            End::Nowhere => {
                column = 0;
                (position.line, 0)
            }
            End::Joined(start) => {
                column = column_in_line(text, offset - start) as u32 + 1;
                (position.line, 0)
            }
            End::Same => (position.line, column as i32),
            End::Column(column) => (position.line, column),
        };
        Self {
            kind,
            incomplete: false,
            in_fstring: false,
            line: position.line,
            column,
            end_line,
            end_column,
            text: ErrorText::Line { start: text_start, end: text_start + text.len() as u32 },
        }
    }
}

enum End {
    At(u32),
    To(u32),
    Last(u32),
    Nowhere,
    Joined(u32),
    Same,
    Column(i32),
}

/// Python reads the column of the end in the line of the start, which may be shorter.
fn column_in_line(line: &[u8], bytes: u32) -> i32 {
    // The line end counts as one character, and there is a place behind it.
    let within = line.get(..bytes as usize).unwrap_or(line);
    let characters = within.iter().filter(|&&byte| byte & 0xc0 != 0x80).count();
    let beyond = (bytes as usize - within.len()).min(1);
    (characters + beyond) as i32
}

fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

fn line_start(source: &[u8], at: u32) -> u32 {
    let before = source.get(..at as usize).unwrap_or(source);
    before.iter().rposition(|&byte| is_line_end(byte)).map_or(0, |end| end as u32 + 1)
}

/// The start of the first of the lines that are joined by backslashes up to the line of an offset: Python counts the
/// column of a wrong backslash from there.
fn joined_start(source: &[u8], at: u32) -> u32 {
    let mut start = line_start(source, at);
    loop {
        let before = source.get(..start as usize).unwrap_or(&[]);
        let cut = before.strip_suffix(b"\r\n").or(before.strip_suffix(b"\n")).or(before.strip_suffix(b"\r"));
        match cut {
            Some(line @ [.., b'\\']) => start = line_start(source, line.len() as u32),
            _ => return start,
        }
    }
}

fn line_end(source: &[u8], at: u32) -> u32 {
    let rest = source.get(at as usize..).unwrap_or(&[]);
    at + rest.iter().position(|&byte| is_line_end(byte)).unwrap_or(rest.len()) as u32
}

/// The end of the last line, its line end left out.
fn text_end(source: &[u8]) -> u32 {
    let cut = match source {
        [.., b'\r', b'\n'] => 2,
        [.., b'\n' | b'\r'] => 1,
        _ => 0,
    };
    (source.len() - cut) as u32
}
