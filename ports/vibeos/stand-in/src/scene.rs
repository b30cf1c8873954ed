//! What is to happen: lines of text, each a verb and what belongs to it.
//!
//! - `word TEXT`: a word for the program.
//! - `file PATH LENGTH`: a file; its bytes follow on the next line.
//! - `folder PATH`
//! - `key CODE`: a key that waits from the start on.
//! - `later MS CODE`: a key that comes that long after the program took the one before it.
//! - `gone OFFSET CALLS`: that entry of the table is null after so many calls of any.
//! - `back OFFSET CALLS`: it is there again.

use core::ffi::CStr;

/// What is to happen.
#[derive(Clone, Copy)]
pub struct Scene(&'static str);

impl Scene {
    /// The text at that address, up to a NUL.
    pub fn read(at: usize) -> Scene {
        // SAFETY: QEMU put it there, and behind it is zeroed memory.
        let text = unsafe { CStr::from_ptr(at as *const _) };
        Scene(text.to_str().unwrap_or(""))
    }

    /// Verbs and what belongs to them. For a file: path, length, and where its bytes are.
    pub fn lines(self) -> Lines {
        Lines(self.0)
    }

    /// Addresses of the words, which end with a NUL.
    pub fn words(self) -> impl Iterator<Item = usize> {
        self.lines().filter_map(|(verb, rest, _)| (verb == "word").then(|| crate::heap::text(rest)))
    }
}

/// Lines of a scene.
pub struct Lines(&'static str);

impl Iterator for Lines {
    type Item = (&'static str, &'static str, &'static [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (line, after) = self.0.split_once('\n')?;
        self.0 = after;
        let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
        let mut bytes: &[u8] = &[];
        if verb == "file" {
            let len = rest.rsplit_once(' ')?.1.parse().ok()?;
            bytes = after.as_bytes().get(..len)?;
            self.0 = after.get(len..)?.strip_prefix('\n')?;
        }
        Some((verb, rest, bytes))
    }
}
