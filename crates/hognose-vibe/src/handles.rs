//! Open files of a program, by number.

use crate::part::Stat;

/// Most open files.
const MOST: usize = 32;
/// Longest path, bytes.
pub const PATH: usize = 255;

/// A path by value.
#[derive(Clone, Copy)]
pub struct Path {
    bytes: [u8; PATH],
    len: u8,
}

impl Default for Path {
    fn default() -> Path {
        Path { bytes: [0; PATH], len: 0 }
    }
}

impl Path {
    /// None: it is too long.
    pub fn new(path: &str) -> Option<Path> {
        let mut bytes = [0; PATH];
        bytes.get_mut(..path.len())?.copy_from_slice(path.as_bytes());
        Some(Path { bytes, len: path.len() as u8 })
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        self.bytes
            .get(..usize::from(self.len))
            .and_then(|bytes| core::str::from_utf8(bytes).ok())
            .unwrap_or("")
    }
}

/// An open file or folder.
#[derive(Clone, Copy)]
pub struct Opened {
    /// Where it stands.
    pub path: Path,
    /// What it was when it was opened.
    pub stat: Stat,
}

/// Open files by number. Numbers are not given again soon, so that an old one is not mistaken for a new one.
pub struct Handles {
    open: [Option<(i64, Opened)>; MOST],
    next: i64,
}

impl Handles {
    pub(crate) fn new() -> Handles {
        Handles { open: [None; MOST], next: 1 }
    }

    /// Its number, more than 0. None: too many are open.
    pub fn add(&mut self, opened: Opened) -> Option<i64> {
        let place = self.open.iter_mut().find(|place| place.is_none())?;
        let number = self.next;
        self.next += 1;
        *place = Some((number, opened));
        Some(number)
    }

    /// What a number stands for.
    pub fn get(&self, number: i64) -> Option<&Opened> {
        self.open.iter().flatten().find(|(n, _)| *n == number).map(|(_, opened)| opened)
    }

    /// Forgets a number.
    pub fn close(&mut self, number: i64) {
        for place in &mut self.open {
            if place.is_some_and(|(n, _)| n == number) {
                *place = None;
            }
        }
    }
}
