//! The events of a device, numbered, in a ring of the caller's bytes. The oldest make room for the newest.

use crate::message::EventKind;
use crate::wire::{Wire, WireError, Writer};

/// Bytes of an event in the journal, at most.
pub(crate) const EVENT_MAX: usize = 300;

#[derive(Debug)]
pub(crate) struct Journal<'b> {
    bytes: &'b mut [u8],
    start: usize,
    used: usize,
    pub oldest: u32,
    pub next: u32,
}

impl<'b> Journal<'b> {
    pub fn new(bytes: &'b mut [u8]) -> Self {
        Self { bytes, start: 0, used: 0, oldest: 0, next: 0 }
    }

    fn at(&self, offset: usize) -> u8 {
        let length = self.bytes.len().max(1);
        self.bytes.get((self.start + offset) % length).copied().unwrap_or(0)
    }

    fn entry_length(&self, offset: usize) -> usize {
        usize::from(u16::from_le_bytes([self.at(offset), self.at(offset + 1)]))
    }

    /// Adds an event; its number is the old `next`.
    pub fn push(&mut self, at: u32, kind: &EventKind<'_>) -> Result<u32, WireError> {
        let mut scratch = [0; EVENT_MAX];
        let mut writer = Writer::new(&mut scratch);
        writer.u32("at", at)?;
        cut(kind).put(&mut writer)?;
        let length = writer.length();
        let need = length + 2;
        if need > self.bytes.len() {
            let problem = crate::wire::Problem::NoRoom { need, have: self.bytes.len() };
            return Err(WireError { problem, field: "journal", at: 0 });
        }
        while self.bytes.len() - self.used < need {
            let oldest = self.entry_length(0) + 2;
            self.start = (self.start + oldest) % self.bytes.len();
            self.used -= oldest.min(self.used);
            self.oldest = self.oldest.wrapping_add(1);
        }
        let head = (length as u16).to_le_bytes();
        for (i, byte) in head.iter().chain(&scratch[..length]).enumerate() {
            let place = (self.start + self.used + i) % self.bytes.len();
            self.bytes[place] = *byte;
        }
        self.used += need;
        let number = self.next;
        self.next = self.next.wrapping_add(1);
        Ok(number)
    }

    /// Copies time and kind of event `number` to `out` and returns their length.
    pub fn copy(&self, number: u32, out: &mut [u8]) -> Option<usize> {
        let skip = number.wrapping_sub(self.oldest);
        if skip >= self.next.wrapping_sub(self.oldest) {
            return None;
        }
        let mut offset = 0;
        for _ in 0..skip {
            offset += self.entry_length(offset) + 2;
        }
        let length = self.entry_length(offset);
        for (i, place) in out.get_mut(..length)?.iter_mut().enumerate() {
            *place = self.at(offset + 2 + i);
        }
        Some(length)
    }
}

/// Cuts long texts, so that every text event fits the journal.
fn cut<'a>(kind: &EventKind<'a>) -> EventKind<'a> {
    fn short(text: &str, most: usize) -> &str {
        let mut end = text.len().min(most);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        &text[..end]
    }
    match *kind {
        EventKind::Failed { program, pc, line, column, error, message } => EventKind::Failed {
            program,
            pc,
            line,
            column,
            error: short(error, 60),
            message: short(message, 200),
        },
        EventKind::Warning { text } => EventKind::Warning { text: short(text, 255) },
        EventKind::Controller { name } => EventKind::Controller { name: short(name, 120) },
        other => other,
    }
}

/// Reads what [`Journal::copy`] gave.
#[cfg(test)]
fn read(bytes: &[u8]) -> Result<(u32, EventKind<'_>), WireError> {
    let mut reader = crate::wire::Reader::new(bytes);
    Ok((reader.u32("at")?, EventKind::get(&mut reader)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::string::String;

    #[test]
    fn old_events_make_room_and_keep_their_numbers() {
        let mut memory = [0; 61];
        let mut journal = Journal::new(&mut memory);
        for number in 0..100u32 {
            let kind = EventKind::Battery { level: number as u8 };
            assert_eq!(journal.push(number * 10, &kind), Ok(number));
            let mut out = [0; 64];
            for old in journal.oldest..journal.next {
                let length = journal.copy(old, &mut out).unwrap();
                assert_eq!(read(&out[..length]), Ok((old * 10, EventKind::Battery { level: old as u8 })));
            }
            assert_eq!(journal.copy(journal.next, &mut out), None);
        }
        assert_eq!(journal.next - journal.oldest, 7);
        assert_eq!(journal.copy(journal.oldest - 1, &mut [0; 64]), None);
    }

    #[test]
    fn long_texts_are_cut() {
        let mut memory = [0; 400];
        let mut journal = Journal::new(&mut memory);
        let long: String = "ä".repeat(500);
        let kind = EventKind::Failed { program: 1, pc: 2, line: 3, column: 4, error: &long, message: &long };
        journal.push(0, &kind).unwrap();
        let mut out = [0; EVENT_MAX];
        let length = journal.copy(0, &mut out).unwrap();
        let Ok((_, EventKind::Failed { message, .. })) = read(&out[..length]) else { panic!() };
        assert_eq!(message.len(), 200);
        assert!(journal.push(0, &EventKind::Custom { id: 1, data: &[0; 400] }).is_err());
    }
}
