//! Splitting at a separator or at white space, from either end.

use super::{find, rfind};
use crate::text::space::{is_byte_space, is_space};
use crate::text::utf8::{decode, decode_back};
use core::ops::Range;

/// `text.split(separator, most)`: ranges of the text from left to right.
#[derive(Debug, Clone)]
pub struct Split<'a> {
    text: &'a [u8],
    separator: &'a [u8],
    left: usize,
    at: Option<usize>,
}

impl<'a> Split<'a> {
    /// Splits at most `most` times. The separator must not be empty ("empty separator"); an empty one never splits.
    pub fn new(text: &'a [u8], separator: &'a [u8], most: usize) -> Self {
        Split { text, separator, left: if separator.is_empty() { 0 } else { most }, at: Some(0) }
    }
}

impl Iterator for Split<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let start = self.at?;
        if self.left > 0 {
            if let Some(found) = find(&self.text[start..], self.separator) {
                self.left -= 1;
                self.at = Some(start + found + self.separator.len());
                return Some(start..start + found);
            }
        }
        self.at = None;
        Some(start..self.text.len())
    }
}

/// `text.rsplit(separator, most)`: ranges of the text from right to left.
#[derive(Debug, Clone)]
pub struct RSplit<'a> {
    text: &'a [u8],
    separator: &'a [u8],
    left: usize,
    end: Option<usize>,
}

impl<'a> RSplit<'a> {
    /// Splits at most `most` times. The separator must not be empty; an empty one never splits.
    pub fn new(text: &'a [u8], separator: &'a [u8], most: usize) -> Self {
        RSplit { text, separator, left: if separator.is_empty() { 0 } else { most }, end: Some(text.len()) }
    }
}

impl Iterator for RSplit<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let end = self.end?;
        if self.left > 0 {
            if let Some(found) = rfind(&self.text[..end], self.separator) {
                self.left -= 1;
                self.end = Some(found);
                return Some(found + self.separator.len()..end);
            }
        }
        self.end = None;
        Some(0..end)
    }
}

/// How long the white space, or what is none, goes on in one direction.
fn run(text: &[u8], from: usize, back: bool, bytes: bool, space: bool) -> usize {
    let mut at = from;
    loop {
        let next = match (bytes, back) {
            (true, false) => text.get(at).map(|&byte| (is_byte_space(byte), 1)),
            (true, true) => {
                at.checked_sub(1).and_then(|at| text.get(at)).map(|&byte| (is_byte_space(byte), 1))
            }
            (false, false) => decode(text, at).map(|(point, size)| (is_space(point), size)),
            (false, true) => decode_back(text, at).map(|(point, size)| (is_space(point), size)),
        };
        match next {
            Some((is, size)) if is == space => at = if back { at - size } else { at + size },
            _ => return at,
        }
    }
}

/// `text.split(None, most)`: ranges between runs of white space, from left to right.
#[derive(Debug, Clone)]
pub struct SplitSpace<'a> {
    text: &'a [u8],
    left: usize,
    at: usize,
    bytes: bool,
}

impl<'a> SplitSpace<'a> {
    /// Splits at most `most` times; `bytes` selects the white space of bytes instead of that of strings.
    pub fn new(text: &'a [u8], most: usize, bytes: bool) -> Self {
        SplitSpace { text, left: most, at: 0, bytes }
    }
}

impl Iterator for SplitSpace<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let start = run(self.text, self.at, false, self.bytes, true);
        if start >= self.text.len() {
            return None;
        }
        let mut end = self.text.len();
        if self.left > 0 {
            self.left -= 1;
            end = run(self.text, start, false, self.bytes, false);
        }
        self.at = end;
        Some(start..end)
    }
}

/// `text.rsplit(None, most)`: ranges between runs of white space, from right to left.
#[derive(Debug, Clone)]
pub struct RSplitSpace<'a> {
    text: &'a [u8],
    left: usize,
    end: usize,
    bytes: bool,
}

impl<'a> RSplitSpace<'a> {
    /// Splits at most `most` times; `bytes` selects the white space of bytes instead of that of strings.
    pub fn new(text: &'a [u8], most: usize, bytes: bool) -> Self {
        RSplitSpace { text, left: most, end: text.len(), bytes }
    }
}

impl Iterator for RSplitSpace<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let end = run(self.text, self.end, true, self.bytes, true);
        if end == 0 {
            return None;
        }
        let mut start = 0;
        if self.left > 0 {
            self.left -= 1;
            start = run(self.text, end, true, self.bytes, false);
        }
        self.end = start;
        Some(start..end)
    }
}
