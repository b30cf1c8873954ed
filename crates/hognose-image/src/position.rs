//! Positions of instructions in the source, coded in about a byte and a half each.
//!
//! One entry an instruction, in the order of the code, each relative to the position before it. Before the first entry
//! stands line = first line of the code object, start column = end column = 0.
//!
//! | first byte | means |
//! |---|---|
//! | `0dddwwww` | same line; starts d columns after the last end, w wide |
//! | `10nnnnnn` | the same position (or none) again, for n + 1 instructions |
//! | `110bbbbb`, signed varint e | same line; starts b columns before the last start, ends e columns after the last end |
//! | `1110llll`, varint c, varint w | l - 4 lines on (l = 4: same line); starts at column c, w wide |
//! | `11110000`, signed varint l, varint h, varint c, varint e | l lines on, ends h lines below its start, columns c and e |
//! | `11110001` | no position; the next entry is relative to the last position that there was |
//!
//! All forms but the last two end on the line where they start, "the same line" being the line where the last position
//! starts. The first form of the table that can say it is the only one allowed, and of equal positions as many as possible
//! share a byte: so a sequence of positions has one form. Columns are byte offsets in the UTF-8 of the line.

use crate::varint::{self, Cursor, unzigzag32, zigzag32};

/// A place in the source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// Line where it starts, from 1.
    pub line: u32,
    /// Line where it ends.
    pub end_line: u32,
    /// Start column, a byte offset in the UTF-8 of its line, from 0.
    pub column: u32,
    /// End column, after the last byte.
    pub end_column: u32,
}

impl Position {
    /// Whether a table can hold it.
    pub const fn is_sound(&self) -> bool {
        self.line <= self.end_line
            && self.end_line < FIGURE_LIMIT
            && self.column < FIGURE_LIMIT
            && self.end_column < FIGURE_LIMIT
    }

    /// What a table of a code object with this first line starts from.
    const fn start(first_line: u32) -> Self {
        Position { line: first_line, end_line: first_line, column: 0, end_column: 0 }
    }
}

/// Lines and columns are below this.
pub const FIGURE_LIMIT: u32 = 1 << 30;

const AGAIN: u8 = 0x80;
const BACK: u8 = 0xc0;
const LINE: u8 = 0xe0;
const LONG: u8 = 0xf0;
const NONE: u8 = 0xf1;
/// Most repetitions in one byte.
const AGAIN_MOST: u32 = 64;

/// Reads a table: one item an instruction, `None` for an instruction without a position. Ends at the end of the table or
/// at a malformed entry; [`Positions::rest`] tells which.
#[derive(Clone, Copy, Debug)]
pub struct Positions<'a> {
    cursor: Cursor<'a>,
    base: Position,
    last: Option<Position>,
    again: u32,
}

impl<'a> Positions<'a> {
    /// Over `table`, of a code object with this first line.
    pub fn new(table: &'a [u8], first_line: u32) -> Self {
        Positions { cursor: Cursor::new(table), base: Position::start(first_line), last: None, again: 0 }
    }

    /// Bytes not read yet: not empty after a malformed entry.
    pub fn rest(&self) -> &'a [u8] {
        self.cursor.rest()
    }

    /// Whether all entries were given out.
    pub fn is_finished(&self) -> bool {
        self.again == 0 && self.cursor.is_empty()
    }

    fn entry(&mut self) -> Option<Option<Position>> {
        if self.again > 0 {
            self.again -= 1;
            return Some(self.last);
        }
        let mut cursor = self.cursor;
        let head = cursor.byte()?;
        let base = self.base;
        let low = u32::from(head);
        let position = match head {
            0..AGAIN => {
                let column = base.end_column.checked_add(low >> 4)?;
                Some(one_line(base.line, column, column.checked_add(low & 15)?))
            }
            AGAIN..BACK => {
                self.again = low & 63;
                self.last
            }
            BACK..LINE => {
                let column = base.column.checked_sub(low & 31)?;
                Some(one_line(base.line, column, base.end_column.checked_add_signed(cursor.signed()?)?))
            }
            LINE..LONG => {
                let line = base.line.checked_add_signed((low & 15) as i32 - 4)?;
                let column = cursor.varint()?;
                Some(one_line(line, column, column.checked_add(cursor.varint()?)?))
            }
            LONG => {
                let line = base.line.checked_add_signed(unzigzag32(cursor.varint()?))?;
                let end_line = line.checked_add(cursor.varint()?)?;
                Some(Position { line, end_line, column: cursor.varint()?, end_column: cursor.varint()? })
            }
            NONE => None,
            _ => return None,
        };
        self.cursor = cursor;
        self.last = position;
        if let Some(position) = position {
            self.base = position;
        }
        Some(position)
    }
}

impl Iterator for Positions<'_> {
    type Item = Option<Position>;

    fn next(&mut self) -> Option<Self::Item> {
        self.entry()
    }
}

fn one_line(line: u32, column: u32, end_column: u32) -> Position {
    Position { line, end_line: line, column, end_column }
}

/// Writes a table in its one form, byte by byte into a sink. Call [`PositionWriter::end`] after the last instruction.
#[derive(Clone, Copy, Debug)]
pub struct PositionWriter {
    base: Position,
    last: Option<Position>,
    started: bool,
    again: u32,
}

impl PositionWriter {
    /// For a code object with this first line.
    pub fn new(first_line: u32) -> Self {
        PositionWriter { base: Position::start(first_line), last: None, started: false, again: 0 }
    }

    /// The position of the next instruction: figures below [`FIGURE_LIMIT`], the end not on a line before the start. The
    /// sink's first error ends it.
    pub fn add<E>(
        &mut self,
        position: Option<Position>,
        sink: &mut dyn FnMut(&[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        if self.started && position == self.last {
            self.again += 1;
            if self.again == AGAIN_MOST {
                self.end(sink)?;
            }
            return Ok(());
        }
        self.end(sink)?;
        self.started = true;
        self.last = position;
        let Some(position) = position else { return sink(&[NONE]) };
        let base = self.base;
        self.base = position;
        let mut out = Small::default();
        let lines = i64::from(position.line) - i64::from(base.line);
        let flat = position.end_line == position.line && position.end_column >= position.column;
        // A difference below 0 becomes one that is too large for the forms that want it small.
        let width = position.end_column.wrapping_sub(position.column);
        let ahead = position.column.checked_sub(base.end_column).unwrap_or(u32::MAX);
        let back = base.column.checked_sub(position.column).unwrap_or(u32::MAX);
        let end = i32::try_from(i64::from(position.end_column) - i64::from(base.end_column));
        let single = position.end_line == position.line;
        match end {
            _ if flat && lines == 0 && ahead < 8 && width < 16 => out.byte((ahead << 4 | width) as u8),
            Ok(end) if single && lines == 0 && back < 32 => {
                out.byte(BACK | back as u8);
                out.varint(zigzag32(end));
            }
            _ if flat && (-4..12).contains(&lines) => {
                out.byte(LINE | (lines + 4) as u8);
                out.varint(position.column);
                out.varint(width);
            }
            _ => {
                out.byte(LONG);
                out.varint(zigzag32(lines as i32));
                out.varint(position.end_line.wrapping_sub(position.line));
                out.varint(position.column);
                out.varint(position.end_column);
            }
        }
        sink(out.bytes())
    }

    /// Writes repetitions not written yet.
    pub fn end<E>(&mut self, sink: &mut dyn FnMut(&[u8]) -> Result<(), E>) -> Result<(), E> {
        if self.again > 0 {
            let head = AGAIN | (self.again - 1) as u8;
            self.again = 0;
            sink(&[head])?;
        }
        Ok(())
    }
}

/// The longest entry.
#[derive(Default)]
struct Small {
    bytes: [u8; 1 + 4 * varint::MAX_U32],
    len: usize,
}

impl Small {
    fn byte(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.len) {
            *place = byte;
            self.len += 1;
        }
    }

    fn varint(&mut self, value: u32) {
        if let Some(place) = self.bytes.get_mut(self.len..) {
            self.len += varint::write(u64::from(value), place);
        }
    }

    fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or(&[])
    }
}
