//! What happened on a device, in order, until somebody is told.

use hognose_link::{EventKind, Line, State, StopReason};

/// Notes that are kept at most; of more the oldest are lost.
const MOST: usize = 24;

/// Something that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// An edge of the lifecycle.
    State {
        /// Before.
        from: State,
        /// After.
        to: State,
        /// Why, when a program ended.
        reason: StopReason,
    },
    /// The program failed; see [`crate::Device::failure`].
    Failed,
    /// A program was stored.
    Uploaded {
        /// Bytes of its image.
        size: u32,
        /// CRC-32 of its image.
        crc: u32,
    },
    /// The program was deleted.
    Deleted,
    /// The start and stop button.
    Button(bool),
    /// The battery is low.
    Battery(u8),
    /// A wheel was blocked, its move ended.
    Stalled,
    /// Something a person should read.
    Warning(&'static str),
}

/// How a program failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failure {
    /// CRC-32 of the image.
    pub program: u32,
    /// Where in the image.
    pub pc: u32,
    /// Line, from 1; 0 when the image does not know.
    pub line: u32,
    /// Column, from 1; 0 when the image does not know.
    pub column: u16,
    /// Name of the exception, or of the limit.
    pub error: Line,
    /// Its message.
    pub message: Line,
}

impl Note {
    /// As an event of the link.
    pub fn event<'a>(&self, failure: Option<&'a Failure>) -> Option<EventKind<'a>> {
        Some(match *self {
            Note::State { from, to, reason } => EventKind::State { from, to, reason },
            Note::Failed => {
                let failure = failure?;
                EventKind::Failed {
                    program: failure.program,
                    pc: failure.pc,
                    line: failure.line,
                    column: failure.column,
                    error: failure.error.as_str(),
                    message: failure.message.as_str(),
                }
            }
            Note::Uploaded { size, crc } => EventKind::Uploaded { slot: 0, size, crc },
            Note::Deleted => EventKind::Deleted { slot: 0 },
            Note::Button(pressed) => EventKind::Button { button: 0, pressed },
            Note::Battery(level) => EventKind::Battery { level },
            Note::Stalled => EventKind::Stall { actuator: 0 },
            Note::Warning(text) => EventKind::Warning { text },
        })
    }
}

/// The notes that nobody took yet.
#[derive(Debug)]
pub(crate) struct Notes {
    notes: [Note; MOST],
    first: usize,
    count: usize,
}

impl Notes {
    pub const fn new() -> Notes {
        Notes { notes: [Note::Deleted; MOST], first: 0, count: 0 }
    }

    pub fn push(&mut self, note: Note) {
        if self.count == MOST {
            self.first = (self.first + 1) % MOST;
            self.count -= 1;
        }
        self.notes[(self.first + self.count) % MOST] = note;
        self.count += 1;
    }

    pub fn pop(&mut self) -> Option<Note> {
        if self.count == 0 {
            return None;
        }
        let note = self.notes[self.first];
        self.first = (self.first + 1) % MOST;
        self.count -= 1;
        Some(note)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_come_in_order_and_the_newest_are_kept() {
        let mut notes = Notes::new();
        for level in 0..30 {
            notes.push(Note::Battery(level));
        }
        for level in 6..30 {
            assert_eq!(notes.pop(), Some(Note::Battery(level)));
        }
        assert_eq!(notes.pop(), None);
    }
}
