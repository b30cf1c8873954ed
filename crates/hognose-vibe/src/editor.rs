//! The line that is typed at a prompt. It draws with BS and blanks alone: neither console nor serial port need know more.

use crate::part::key;
use alloc::collections::VecDeque;
use alloc::string::String;
use alloc::vec::Vec;

/// Lines that are remembered.
const HISTORY: usize = 8;
/// Longest line, characters.
const LINE: usize = 1000;
/// A step of indentation.
const STEP: usize = 4;

const fn ctrl(letter: u8) -> u16 {
    (letter - b'A' + 1) as u16
}
const CTRL_A: u16 = ctrl(b'A');
const CTRL_B: u16 = ctrl(b'B');
const CTRL_E: u16 = ctrl(b'E');
const CTRL_F: u16 = ctrl(b'F');
const CTRL_K: u16 = ctrl(b'K');
const CTRL_N: u16 = ctrl(b'N');
const CTRL_P: u16 = ctrl(b'P');
const CTRL_U: u16 = ctrl(b'U');

/// What a key led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The line is still typed.
    Typing,
    /// The line is whole: [`Editor::take`] it.
    Enter,
    /// It is given up.
    Interrupt,
    /// Ctrl-D on an empty line.
    End,
    /// Ctrl-E on an empty line: many lines are to be pasted.
    Paste,
    /// What is before the cursor is to be completed.
    Complete,
}

/// A line, its cursor, and the lines before it.
pub struct Editor {
    line: Vec<u8>,
    cursor: usize,
    history: VecDeque<String>,
    /// Which of them is shown; as many as there are: none.
    at: usize,
    columns: usize,
    /// Characters on the screen behind the prompt, and where among them the cursor stands.
    shown: (usize, usize),
    /// First character that is shown.
    from: usize,
}

impl Editor {
    /// For lines of that many columns behind the prompt.
    pub fn new(columns: usize) -> Editor {
        Editor {
            line: Vec::new(),
            cursor: 0,
            history: VecDeque::new(),
            at: 0,
            columns: columns.max(8),
            shown: (0, 0),
            from: 0,
        }
    }

    /// A new line, with that many blanks to begin with.
    pub fn begin(&mut self, blanks: usize, out: &mut Vec<u8>) {
        self.line = alloc::vec![b' '; blanks];
        (self.cursor, self.shown, self.from) = (blanks, (0, 0), 0);
        self.at = self.history.len();
        self.draw(out);
    }

    /// The line, which is remembered.
    pub fn take(&mut self) -> String {
        let line = String::from_utf8(core::mem::take(&mut self.line)).unwrap_or_default();
        self.cursor = 0;
        if !line.trim().is_empty() && self.history.back() != Some(&line) {
            self.history.push_back(line.clone());
            if self.history.len() > HISTORY {
                self.history.pop_front();
            }
        }
        line
    }

    /// What is before the cursor.
    pub fn before(&self) -> &str {
        self.line.get(..self.cursor).and_then(|bytes| core::str::from_utf8(bytes).ok()).unwrap_or("")
    }

    /// Puts text at the cursor; only what can be shown.
    pub fn insert(&mut self, text: &str, out: &mut Vec<u8>) {
        for byte in text.bytes().filter(|byte| (32..=126).contains(byte)) {
            if self.line.len() < LINE {
                self.line.insert(self.cursor, byte);
                self.cursor += 1;
            }
        }
        self.draw(out);
    }

    /// Shows the line once more, behind a new prompt.
    pub fn show_again(&mut self, out: &mut Vec<u8>) {
        self.shown = (0, 0);
        self.draw(out);
    }

    fn draw(&mut self, out: &mut Vec<u8>) {
        let room = self.columns - 1;
        if self.cursor < self.from {
            self.from = self.cursor;
        }
        if self.cursor > self.from + room {
            self.from = self.cursor - room;
        }
        let end = self.line.len().min(self.from + room);
        let part = self.line.get(self.from..end).unwrap_or(&[]);
        let back = |n: usize, out: &mut Vec<u8>| out.extend(core::iter::repeat_n(8u8, n));
        back(self.shown.1, out);
        out.extend_from_slice(part);
        let rest = self.shown.0.saturating_sub(part.len());
        out.extend(core::iter::repeat_n(b' ', rest));
        back(rest + part.len() - (self.cursor - self.from).min(part.len()), out);
        self.shown = (part.len(), self.cursor - self.from);
    }

    fn recall(&mut self, at: usize) {
        self.at = at.min(self.history.len());
        self.line = self.history.get(self.at).map_or(Vec::new(), |line| line.clone().into_bytes());
        self.cursor = self.line.len();
    }

    fn remove(&mut self, from: usize, to: usize) {
        if from < to && to <= self.line.len() {
            self.line.drain(from..to);
            self.cursor = from;
        }
    }

    /// A key; what there is to be written goes to `out`.
    pub fn key(&mut self, code: u16, out: &mut Vec<u8>) -> Step {
        let empty = self.line.is_empty();
        match code {
            key::ENTER | 13 => {
                self.cursor = self.line.len();
                self.draw(out);
                out.push(b'\n');
                return Step::Enter;
            }
            key::INTERRUPT => {
                out.push(b'\n');
                return Step::Interrupt;
            }
            key::END_OF_INPUT if empty => {
                out.push(b'\n');
                return Step::End;
            }
            CTRL_E if empty => return Step::Paste,
            key::TAB => {
                if !self.before().trim().is_empty() && !self.before().ends_with(' ') {
                    return Step::Complete;
                }
                self.insert("    ", out);
                return Step::Typing;
            }
            key::BACKSPACE | 127 => {
                let blank = !self.before().is_empty() && self.before().bytes().all(|byte| byte == b' ');
                let n = if blank { (self.cursor - 1) % STEP + 1 } else { 1 };
                self.remove(self.cursor.saturating_sub(n), self.cursor);
            }
            key::DELETE | key::END_OF_INPUT => {
                if self.cursor < self.line.len() {
                    self.line.remove(self.cursor);
                }
            }
            key::LEFT | CTRL_B => self.cursor = self.cursor.saturating_sub(1),
            key::RIGHT | CTRL_F => self.cursor = (self.cursor + 1).min(self.line.len()),
            key::HOME | CTRL_A => self.cursor = 0,
            key::END | CTRL_E => self.cursor = self.line.len(),
            key::UP | CTRL_P => self.recall(self.at.saturating_sub(1)),
            key::DOWN | CTRL_N => self.recall(self.at + 1),
            CTRL_K => self.line.truncate(self.cursor),
            CTRL_U => self.remove(0, self.cursor),
            32..=126 => {
                if self.line.len() < LINE {
                    self.line.insert(self.cursor, code as u8);
                    self.cursor += 1;
                }
                // The usual case: at the end of a line that fits.
                if self.cursor == self.line.len() && self.cursor - self.from < self.columns {
                    out.push(code as u8);
                    self.shown = (self.shown.0 + 1, self.shown.1 + 1);
                    return Step::Typing;
                }
            }
            _ => return Step::Typing,
        }
        self.draw(out);
        Step::Typing
    }
}
