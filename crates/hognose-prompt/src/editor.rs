//! The line editor: keys in, cells out.

use crate::history::History;

/// Where the line is shown: a serial terminal, or a screen of cells. It need not know escape sequences.
pub trait Terminal {
    /// Writes text at the cursor. `\n` goes to the start of the next line.
    fn write(&mut self, text: &[u8]);

    /// Goes back so many cells.
    fn back(&mut self, cells: usize) {
        for _ in 0..cells {
            self.write(b"\x08");
        }
    }

    /// Empties so many cells from the cursor on, and stays where it is.
    fn blank(&mut self, cells: usize) {
        for _ in 0..cells {
            self.write(b" ");
        }
        self.back(cells);
    }
}

/// What a key asks for that is not the editor's own business.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Nothing: the editor did what there was to do.
    Done,
    /// Enter: the line is at the end of [`Editor::text`], with its line end.
    Line,
    /// Ctrl-C.
    Interrupt,
    /// Ctrl-D on an empty input.
    End,
    /// Ctrl-E on an empty input: paste mode.
    Paste,
    /// Ctrl-A on an empty input: raw mode.
    Raw,
    /// Ctrl-B on an empty input: back to the usual prompt.
    Friendly,
    /// Tab behind something.
    Complete,
}

/// Keys that take more than one byte.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sequence {
    None,
    /// After ESC.
    Escape,
    /// After ESC [ or ESC O, with the number so far.
    Numbered(u8),
    /// Inside a character: its bytes so far, and how many are missing.
    Character([u8; 4], u8, u8),
}

/// Blanks of a step of indentation.
const STEP: usize = 4;

/// A line editor over lent memory. An input may have several lines; the last one can be edited.
pub struct Editor<'b> {
    text: &'b mut [u8],
    len: usize,
    /// Where the last line begins.
    start: usize,
    /// The cursor.
    at: usize,
    history: History<'b>,
    /// Lines back in the history; 0 for the line that is being made.
    back: usize,
    sequence: Sequence,
    /// The key before was a carriage return: a line feed after it is part of it.
    returned: bool,
}

impl<'b> Editor<'b> {
    /// `text` has to hold an input, `history` what can be called up again.
    pub fn new(text: &'b mut [u8], history: &'b mut [u8]) -> Editor<'b> {
        Editor {
            text,
            len: 0,
            start: 0,
            at: 0,
            history: History::new(history),
            back: 0,
            sequence: Sequence::None,
            returned: false,
        }
    }

    /// An input begins.
    pub fn begin(&mut self, prompt: &str, terminal: &mut dyn Terminal) {
        (self.len, self.start, self.at, self.back) = (0, 0, 0, 0);
        self.sequence = Sequence::None;
        terminal.write(prompt.as_bytes());
    }

    /// Another line of the input, indented like the one before, and a step more behind a colon.
    pub fn more(&mut self, prompt: &str, terminal: &mut dyn Terminal) {
        self.start = self.len;
        self.at = self.len;
        self.back = 0;
        terminal.write(prompt.as_bytes());
        let before = self.text().strip_suffix('\n').unwrap_or("");
        let line = before.rsplit('\n').next().unwrap_or("");
        let mut blanks = line.len() - line.trim_start_matches(' ').len();
        if line.trim_end().ends_with(':') {
            blanks += STEP;
        }
        for _ in 0..blanks {
            self.insert(" ", terminal);
        }
    }

    /// The whole input.
    pub fn text(&self) -> &str {
        self.part(0, self.len)
    }

    /// The whole input, which need not be text when it was not typed.
    pub fn bytes(&self) -> &[u8] {
        self.text.get(..self.len).unwrap_or(&[])
    }

    /// No input.
    pub fn clear(&mut self) {
        (self.len, self.start, self.at, self.back) = (0, 0, 0, 0);
    }

    /// Adds a byte that is not edited; false when there is no room.
    pub fn append(&mut self, byte: u8) -> bool {
        let Some(place) = self.text.get_mut(self.len) else { return false };
        *place = byte;
        self.len += 1;
        true
    }

    /// The last line up to the cursor.
    pub fn before(&self) -> &str {
        self.part(self.start, self.at)
    }

    /// Shows prompt and last line again, such as after names that complete a word.
    pub fn show(&self, prompt: &str, terminal: &mut dyn Terminal) {
        terminal.write(prompt.as_bytes());
        terminal.write(self.part(self.start, self.len).as_bytes());
        terminal.back(cells(self.part(self.at, self.len)));
    }

    /// Is this the first line of an input?
    pub fn is_first(&self) -> bool {
        self.start == 0
    }

    fn part(&self, from: usize, to: usize) -> &str {
        self.text.get(from..to).and_then(|part| core::str::from_utf8(part).ok()).unwrap_or("")
    }

    /// Puts text at the cursor; false when there is no room.
    pub fn insert(&mut self, new: &str, terminal: &mut dyn Terminal) -> bool {
        // A byte is kept for the line end.
        if self.len + new.len() >= self.text.len() {
            return false;
        }
        self.text.copy_within(self.at..self.len, self.at + new.len());
        self.text[self.at..self.at + new.len()].copy_from_slice(new.as_bytes());
        self.len += new.len();
        terminal.write(self.part(self.at, self.len).as_bytes());
        self.at += new.len();
        terminal.back(cells(self.part(self.at, self.len)));
        true
    }

    /// Removes what is between two places of the last line.
    fn remove(&mut self, from: usize, to: usize, terminal: &mut dyn Terminal) {
        if from >= to || to > self.len || from < self.start {
            return;
        }
        let gone = cells(self.part(from, to));
        self.go(from, terminal);
        self.text.copy_within(to..self.len, from);
        self.len -= to - from;
        terminal.write(self.part(from, self.len).as_bytes());
        terminal.blank(gone);
        terminal.back(cells(self.part(from, self.len)));
    }

    fn go(&mut self, to: usize, terminal: &mut dyn Terminal) {
        if to < self.at {
            terminal.back(cells(self.part(to, self.at)));
        } else {
            terminal.write(self.part(self.at, to).as_bytes());
        }
        self.at = to;
    }

    fn left(&self) -> usize {
        self.at - self.part(self.start, self.at).chars().next_back().map_or(0, char::len_utf8)
    }

    fn right(&self) -> usize {
        self.at + self.part(self.at, self.len).chars().next().map_or(0, char::len_utf8)
    }

    fn call_up(&mut self, back: usize, terminal: &mut dyn Terminal) {
        if back > 0 && self.history.get(back).is_none() {
            return;
        }
        self.back = back;
        self.remove(self.start, self.len, terminal);
        let line = self.history.get(back).unwrap_or("");
        let room = self.text.len().saturating_sub(self.start + 1);
        if let (true, Some(place)) =
            (line.len() <= room, self.text.get_mut(self.start..self.start + line.len()))
        {
            place.copy_from_slice(line.as_bytes());
            terminal.write(line.as_bytes());
            self.len = self.start + line.len();
            self.at = self.len;
        }
    }

    /// Takes a byte from the keyboard.
    pub fn key(&mut self, byte: u8, terminal: &mut dyn Terminal) -> Key {
        let returned = core::mem::replace(&mut self.returned, byte == b'\r');
        match core::mem::replace(&mut self.sequence, Sequence::None) {
            Sequence::None if byte == b'\n' && returned => Key::Done,
            Sequence::None => self.plain(byte, terminal),
            Sequence::Escape => {
                if matches!(byte, b'[' | b'O') {
                    self.sequence = Sequence::Numbered(0);
                }
                Key::Done
            }
            Sequence::Numbered(number) => {
                match byte {
                    b'0'..=b'9' => {
                        self.sequence = Sequence::Numbered(number.wrapping_mul(10).wrapping_add(byte - b'0'));
                    }
                    b';' => self.sequence = Sequence::Numbered(0),
                    b'A' => self.call_up(self.back + 1, terminal),
                    b'B' => self.call_up(self.back.saturating_sub(1), terminal),
                    b'C' => self.go(self.right(), terminal),
                    b'D' => self.go(self.left(), terminal),
                    b'H' => self.go(self.start, terminal),
                    b'F' => self.go(self.len, terminal),
                    b'~' => match number {
                        1 | 7 => self.go(self.start, terminal),
                        4 | 8 => self.go(self.len, terminal),
                        3 => self.remove(self.at, self.right(), terminal),
                        _ => {}
                    },
                    _ => {}
                }
                Key::Done
            }
            Sequence::Character(mut bytes, have, missing) => {
                if byte & 0xC0 != 0x80 {
                    return self.plain(byte, terminal);
                }
                if let Some(place) = bytes.get_mut(usize::from(have)) {
                    *place = byte;
                }
                if missing > 1 {
                    self.sequence = Sequence::Character(bytes, have + 1, missing - 1);
                } else if let Some(Ok(character)) =
                    bytes.get(..usize::from(have) + 1).map(core::str::from_utf8)
                {
                    self.insert(character, terminal);
                }
                Key::Done
            }
        }
    }

    fn plain(&mut self, byte: u8, terminal: &mut dyn Terminal) -> Key {
        let is_empty = self.len == 0;
        match byte {
            // Ctrl-A to Ctrl-E on an empty input.
            1 if is_empty => return Key::Raw,
            2 if is_empty => return Key::Friendly,
            3 => return Key::Interrupt,
            4 if is_empty => return Key::End,
            5 if is_empty => return Key::Paste,
            1 => self.go(self.start, terminal),
            2 => self.go(self.left(), terminal),
            4 => self.remove(self.at, self.right(), terminal),
            5 => self.go(self.len, terminal),
            6 => self.go(self.right(), terminal),
            8 | 127 => {
                // In front of only blanks a step of them at once.
                let before = self.before();
                let blanks = !before.is_empty() && before.bytes().all(|b| b == b' ');
                let from = if blanks { self.at - (before.len() - 1) % STEP - 1 } else { self.left() };
                self.remove(from, self.at, terminal);
            }
            b'\t' if self.before().trim().is_empty() => {
                let blanks = STEP - self.before().len() % STEP;
                self.insert(&"    "[..blanks], terminal);
            }
            b'\t' => return Key::Complete,
            b'\r' | b'\n' => return self.enter(terminal),
            // Ctrl-K and Ctrl-U: up to the end, up to the start.
            11 => self.remove(self.at, self.len, terminal),
            21 => self.remove(self.start, self.at, terminal),
            // Ctrl-N and Ctrl-P.
            14 => self.call_up(self.back.saturating_sub(1), terminal),
            16 => self.call_up(self.back + 1, terminal),
            27 => self.sequence = Sequence::Escape,
            32..127 => {
                let byte = [byte];
                self.insert(core::str::from_utf8(&byte).unwrap_or(""), terminal);
            }
            0xC2..=0xDF => self.sequence = Sequence::Character([byte, 0, 0, 0], 1, 1),
            0xE0..=0xEF => self.sequence = Sequence::Character([byte, 0, 0, 0], 1, 2),
            0xF0..=0xF4 => self.sequence = Sequence::Character([byte, 0, 0, 0], 1, 3),
            _ => {}
        }
        Key::Done
    }

    fn enter(&mut self, terminal: &mut dyn Terminal) -> Key {
        terminal.write(b"\n");
        let line = self.text.get(self.start..self.len).and_then(|part| core::str::from_utf8(part).ok());
        let line = line.unwrap_or("");
        self.history.add(line);
        if !self.is_first() && line.trim().is_empty() {
            // The indentation that nobody wrote anything behind.
            self.len = self.start;
        }
        // There is always room for it.
        if let Some(place) = self.text.get_mut(self.len) {
            *place = b'\n';
            self.len += 1;
        }
        self.at = self.len;
        Key::Line
    }
}

/// Cells that a text takes: one for each character.
fn cells(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::string::String;
    use std::vec::Vec;

    /// A screen of one line.
    #[derive(Default)]
    struct Cells {
        cells: Vec<char>,
        at: usize,
    }

    impl Terminal for Cells {
        fn write(&mut self, text: &[u8]) {
            for c in core::str::from_utf8(text).unwrap().chars() {
                match c {
                    '\n' => (self.cells.clear(), self.at = 0).1,
                    '\x08' => self.at -= 1,
                    c => {
                        self.cells.resize(self.cells.len().max(self.at + 1), ' ');
                        self.cells[self.at] = c;
                        self.at += 1;
                    }
                }
            }
        }
    }

    /// The line as shown with a | at the cursor, the input, and the last key's answer.
    fn typed(keys: &[&str]) -> (String, String, Key) {
        let (mut text, mut history) = ([0; 64], [0; 64]);
        let mut editor = Editor::new(&mut text, &mut history);
        let mut screen = Cells::default();
        editor.begin("", &mut screen);
        let mut last = Key::Done;
        for (i, part) in keys.iter().enumerate() {
            for byte in part.bytes() {
                last = editor.key(byte, &mut screen);
            }
            if last == Key::Line && i + 1 < keys.len() {
                editor.begin("", &mut screen);
            }
        }
        let mut shown: String = screen.cells[..screen.at].iter().collect();
        shown.push('|');
        shown.extend(&screen.cells[screen.at..]);
        (shown.trim_end().into(), editor.text().into(), last)
    }

    #[test]
    fn keys_edit_the_line() {
        let cases: &[(&[&str], &str, &str)] = &[
            (&["abc"], "abc|", "abc"),
            (&["abc\x7f\x7fd"], "ad|", "ad"),
            (&["abc\x1b[D\x1b[DX"], "aX|bc", "aXbc"),
            (&["abc\x1b[D\x1b[D\x7f"], "|bc", "bc"),
            (&["abc\x1b[H\x1b[3~"], "|bc", "bc"),
            (&["abc\x01X\x05Y"], "XabcY|", "XabcY"),
            (&["abc\x02\x02\x06\x0b"], "ab|", "ab"),
            (&["abc def\x02\x15"], "|f", "f"),
            (&["äöü\x1b[D\x7fx"], "äx|ü", "äxü"),
            (&["\tx"], "    x|", "    x"),
            (&["\t\t\x7fx"], "    x|", "    x"),
            (&["one\r", "two\r", "\x1b[A"], "two|", "two"),
            (&["one\r", "two\r", "\x1b[A\x10"], "one|", "one"),
            (&["one\r", "two\r", "x\x1b[A\x1b[A\x1b[B\x0e"], "|", ""),
            (&["one\r", "longer\r", "\x1b[A\x1b[A!"], "one!|", "one!"),
            (&["a\x1b[5~b\x1b[1;5Cc"], "abc|", "abc"),
        ];
        for (keys, shown, text) in cases {
            let (s, t, _) = typed(keys);
            assert_eq!((s.as_str(), t.as_str()), (*shown, *text), "{keys:?}");
        }
    }

    #[test]
    fn keys_that_are_not_the_editors() {
        let cases: &[(&str, Key)] = &[
            ("\x01", Key::Raw),
            ("\x02", Key::Friendly),
            ("x\x03", Key::Interrupt),
            ("\x04", Key::End),
            ("x\x04", Key::Done),
            ("\x05", Key::Paste),
            ("x\t", Key::Complete),
            ("x\r", Key::Line),
            ("x\r\n", Key::Done),
            ("x\n", Key::Line),
        ];
        for (keys, wanted) in cases {
            assert_eq!(typed(&[keys]).2, *wanted, "{keys:?}");
        }
    }

    #[test]
    fn lines_are_indented_like_the_one_before() {
        let (mut text, mut history) = ([0; 64], [0; 64]);
        let mut editor = Editor::new(&mut text, &mut history);
        let mut screen = Cells::default();
        editor.begin("", &mut screen);
        for (i, line) in ["if x:\r", "y\r", "for z in y:\r", "pass\r", "\r"].iter().enumerate() {
            if i > 0 {
                editor.more("", &mut screen);
            }
            for byte in line.bytes() {
                editor.key(byte, &mut screen);
            }
        }
        assert_eq!(editor.text(), "if x:\n    y\n    for z in y:\n        pass\n\n");
    }

    #[test]
    fn a_line_ends_where_the_memory_does() {
        let (mut text, mut history) = ([0; 8], []);
        let mut editor = Editor::new(&mut text, &mut history);
        let mut screen = Cells::default();
        editor.begin("", &mut screen);
        for byte in "0123456789\r".bytes() {
            editor.key(byte, &mut screen);
        }
        assert_eq!(editor.text(), "0123456\n");
    }
}
