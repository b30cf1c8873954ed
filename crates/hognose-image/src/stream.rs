//! What an open code object is while it is written: instructions with label numbers in place of labels, and notes between
//! them. The first byte of an instruction is its opcode, below 0x80; that of a note is above.

use crate::code::{Instruction, decode};
use crate::position::Position;
use crate::varint::{self, Cursor, zigzag32};

const PLACE: u8 = 0x80;
const RANGE: u8 = 0x81;
const POSITION: u8 = 0x82;
const NO_POSITION: u8 = 0x83;
const LOCAL: u8 = 0x84;
const CELL: u8 = 0x85;
const FREE: u8 = 0x86;

/// A note in the stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    /// The label is here.
    Place(u32),
    /// Labels of an exception range.
    Range { start: u32, end: u32, target: u32, depth: u32 },
    /// The position from here on, written relative to the one before.
    Position { from: Position, to: Position },
    /// No position from here on.
    NoPosition,
    /// A local.
    Local(u32),
    /// A cell variable and the parameter that it takes over.
    Cell(u32, Option<u32>),
    /// A free variable.
    Free(u32),
}

impl Event {
    /// Most bytes of a note.
    pub const MOST: usize = 1 + 4 * varint::MAX_U32;

    /// Writes the note, gives its length.
    pub fn write(self, out: &mut [u8; Event::MOST]) -> usize {
        let difference = |a: u32, b: u32| zigzag32(a.wrapping_sub(b) as i32);
        let (tag, count, values) = match self {
            Event::Place(label) => (PLACE, 1, [label, 0, 0, 0]),
            Event::Range { start, end, target, depth } => (RANGE, 4, [start, end, target, depth]),
            Event::Position { from, to } => {
                let column = difference(to.column, from.end_column);
                let end_column = difference(to.end_column, to.column);
                (
                    POSITION,
                    4,
                    [difference(to.line, from.line), to.end_line.wrapping_sub(to.line), column, end_column],
                )
            }
            Event::NoPosition => (NO_POSITION, 0, [0; 4]),
            Event::Local(name) => (LOCAL, 1, [name, 0, 0, 0]),
            Event::Cell(name, parameter) => {
                (CELL, 2, [name, parameter.map_or(0, |index| index.saturating_add(1)), 0, 0])
            }
            Event::Free(name) => (FREE, 1, [name, 0, 0, 0]),
        };
        out[0] = tag;
        let mut len = 1;
        for value in values.iter().take(count) {
            len += varint::write(u64::from(*value), out.get_mut(len..).unwrap_or(&mut []));
        }
        len
    }
}

/// One item of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    /// An instruction; `next` is meaningless, `len` its length.
    Instruction { instruction: Instruction, len: u32 },
    /// A note.
    Event(Event),
}

/// Reads a stream step by step, so that the memory around it may be written in between.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stream {
    at: usize,
    end: usize,
    position: Position,
}

impl Stream {
    /// Of the bytes `at..end`, of a code object with this first line.
    pub fn new(at: usize, end: usize, first_line: u32) -> Self {
        Stream {
            at,
            end,
            position: Position { line: first_line, end_line: first_line, column: 0, end_column: 0 },
        }
    }

    /// The next item.
    pub fn next(&mut self, buf: &[u8]) -> Option<Item> {
        let bytes = buf.get(..self.end)?;
        let first = *bytes.get(self.at)?;
        if first < PLACE {
            let instruction = decode(bytes, self.at)?;
            let len = instruction.next - self.at as u32;
            self.at = instruction.next as usize;
            return Some(Item::Instruction { instruction, len });
        }
        let mut cursor = Cursor::starting(bytes, self.at + 1);
        let event = match first {
            PLACE => Event::Place(cursor.varint()?),
            RANGE => Event::Range {
                start: cursor.varint()?,
                end: cursor.varint()?,
                target: cursor.varint()?,
                depth: cursor.varint()?,
            },
            POSITION => {
                let from = self.position;
                let line = from.line.wrapping_add_signed(cursor.signed()?);
                let end_line = line.wrapping_add(cursor.varint()?);
                let column = from.end_column.wrapping_add_signed(cursor.signed()?);
                let end_column = column.wrapping_add_signed(cursor.signed()?);
                let to = Position { line, end_line, column, end_column };
                self.position = to;
                Event::Position { from, to }
            }
            NO_POSITION => Event::NoPosition,
            LOCAL => Event::Local(cursor.varint()?),
            CELL => Event::Cell(cursor.varint()?, cursor.varint()?.checked_sub(1)),
            FREE => Event::Free(cursor.varint()?),
            _ => return None,
        };
        self.at = cursor.at();
        Some(Item::Event(event))
    }

    /// Steps to the next instruction; gives it with its length.
    pub fn next_instruction(&mut self, buf: &[u8]) -> Option<(Instruction, u32)> {
        loop {
            if let Item::Instruction { instruction, len } = self.next(buf)? {
                return Some((instruction, len));
            }
        }
    }
}
