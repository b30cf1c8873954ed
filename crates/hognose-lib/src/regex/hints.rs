//! What can be said about the first byte of a match, or of a part of it, before trying.

use super::Kind;
use super::case::any_case;
use super::classes::Class;
use super::emit::too_small;
use super::error::RegexError;
use super::program::{self as op, hint_at, length};
use super::set;
use super::source::encode;

/// Fills in the hints of the code from `code` to `len` and how to look for a start; gives the new length.
pub fn add(words: &mut [u32], code: usize, len: usize, kind: Kind) -> Result<usize, RegexError> {
    let mut at = code;
    while at < len {
        let Some(program) = words.get(..len) else { break };
        let step = length(program, at);
        let op = program.get(at).map_or(op::FAIL, |w| w & 0xff);
        let hint = match op {
            op::SPLIT => Some((1, hint_at(program, at + 2, kind))),
            op::RUN | op::RUN_LAZY => Some((3, hint_at(program, at + step, kind))),
            op::UNTIL => {
                let body = program.get(at + 3).map_or(0, |&b| b as usize);
                Some((4, hint_at(program, body, kind)))
            }
            _ => None,
        };
        if let Some((offset, hint)) = hint {
            if let Some(to) = words.get_mut(at + offset) {
                *to = hint;
            }
        }
        at += step;
    }
    let Some(program) = words.get(..len) else { return Ok(len) };
    let (scan, bitmap) = scan(program, code, kind);
    let mut len = len;
    let mut scan_at = 0;
    if let Some(bitmap) = bitmap {
        let Some(to) = words.get_mut(len..len + 8) else { return Err(too_small(len + 8)) };
        to.copy_from_slice(&bitmap);
        scan_at = len;
        len += 8;
    }
    for (at, word) in [(op::H_SCAN, scan), (op::H_SCAN_AT, scan_at as u32)] {
        if let Some(to) = words.get_mut(at) {
            *to = word;
        }
    }
    Ok(len)
}

/// How to look for a start.
fn scan(program: &[u32], code: usize, kind: Kind) -> (u32, Option<[u32; 8]>) {
    let mut at = code;
    while program.get(at).is_some_and(|w| w & 0xff == op::OPEN) {
        at += 1;
    }
    let word = program.get(at).copied().unwrap_or(op::FAIL);
    match (word & 0xff, word >> 8) {
        (op::AT, op::BEGIN | op::BEGIN_TEXT) => return (op::SCAN_BEGIN, None),
        (op::TEXT, _) => return (op::SCAN_TEXT | (at as u32) << 8, None),
        _ => {}
    }
    let mut first = First { program, kind, bits: [0; 8], todo: [0; 32], waiting: 0 };
    if first.walk(code).is_none() {
        return (op::SCAN_NONE, None);
    }
    let count: u32 = first.bits.iter().map(|w| w.count_ones()).sum();
    match count {
        1 => {
            let byte = (0..256).find(|&b| first.has(b)).unwrap_or(0);
            (op::SCAN_BYTE | byte << 8, None)
        }
        // A set of nearly everything is slower than trying.
        150.. => (op::SCAN_NONE, None),
        _ => (op::SCAN_BYTES, Some(first.bits)),
    }
}

/// The bytes that a match can start with.
struct First<'p> {
    program: &'p [u32],
    kind: Kind,
    bits: [u32; 8],
    todo: [u32; 32],
    waiting: usize,
}

impl First<'_> {
    fn has(&self, byte: u32) -> bool {
        self.bits.get((byte >> 5) as usize).is_some_and(|w| w >> (byte & 31) & 1 != 0)
    }

    fn add(&mut self, byte: u32) {
        if let Some(w) = self.bits.get_mut((byte >> 5) as usize) {
            *w |= 1 << (byte & 31);
        }
    }

    fn add_char(&mut self, c: u32) {
        self.add(u32::from(encode(c, self.kind).0[0]));
    }

    /// Adds bytes that pass; above ASCII a character of a str starts with any leading byte.
    fn add_all(&mut self, high: bool, mut test: impl FnMut(u32) -> bool) {
        match self.kind {
            Kind::Bytes => (0..256).filter(|&b| test(b)).for_each(|b| self.add(b)),
            Kind::Str => {
                (0..128).filter(|&b| test(b)).for_each(|b| self.add(b));
                if high {
                    (0xc0..256).for_each(|b| self.add(b));
                }
            }
        }
    }

    fn later(&mut self, at: usize) -> Option<()> {
        *self.todo.get_mut(self.waiting)? = at as u32;
        self.waiting += 1;
        Some(())
    }

    fn next(&mut self) -> Option<usize> {
        self.waiting = self.waiting.checked_sub(1)?;
        self.todo.get(self.waiting).map(|&at| at as usize)
    }

    fn word(&self, at: usize) -> usize {
        self.program.get(at).map_or(0, |&w| w as usize)
    }

    /// Follows every way from `at` to its first character. Nothing if a way ends without one, or is too long.
    fn walk(&mut self, at: usize) -> Option<()> {
        let mut at = at;
        for _ in 0..300 {
            let word = *self.program.get(at)?;
            let a = (word >> 8) as usize;
            let next = at + length(self.program, at);
            let done = match word & 0xff {
                op::SUCCESS | op::BACK | op::BACK_A | op::BACK_U => return None,
                op::AT | op::OPEN | op::CLOSE | op::ATOMIC | op::ATOMIC_END => {
                    at = next;
                    false
                }
                op::JUMP => {
                    at = a;
                    false
                }
                op::SPLIT | op::SPLIT_LAZY => {
                    self.later(a)?;
                    at = next;
                    false
                }
                op::COND => {
                    self.later(self.word(at + 1))?;
                    at = next;
                    false
                }
                // What stands ahead need not be what is matched.
                op::LOOK | op::LOOK_NOT => {
                    at = self.word(at + 2);
                    false
                }
                op::RUN | op::RUN_LAZY | op::RUN_ALL => {
                    self.one(at + 4)?;
                    let optional = self.word(at + 1) == 0;
                    at = next;
                    !optional
                }
                op::REPEAT => {
                    let until = self.word(at + 1);
                    if self.word(until + 1) == 0 {
                        self.later(until + length(self.program, until))?;
                    }
                    at = self.word(until + 3);
                    false
                }
                // The body was followed already: it can match nothing.
                op::UNTIL | op::UNTIL_LAZY | op::UNTIL_ALL => {
                    at = next;
                    false
                }
                op::ALL_END => {
                    at = next;
                    false
                }
                _ => {
                    self.one(at)?;
                    true
                }
            };
            if done {
                match self.next() {
                    Some(way) => at = way,
                    None => return Some(()),
                }
            }
        }
        None
    }

    /// Adds what an instruction of one character, or a text, can start with.
    fn one(&mut self, at: usize) -> Option<()> {
        let word = *self.program.get(at)?;
        let a = word >> 8;
        match word & 0xff {
            op::CHAR => self.add_char(a),
            op::NOT_CHAR => self.add_all(true, |b| b != a),
            op::FOLD_A => {
                self.add_char(a);
                if (0x61..=0x7a).contains(&a) {
                    self.add_char(a - 0x20);
                }
            }
            op::FOLD_U => {
                any_case(a, |c| {
                    self.add_char(c);
                    false
                });
            }
            op::NOT_FOLD_A | op::NOT_FOLD_U | op::ANY_ALL => self.add_all(true, |_| true),
            op::ANY => self.add_all(true, |b| b != 0x0a),
            op::CLASS => {
                let (class, ascii) = (Class(a & 7), a & op::CLASS_ASCII != 0);
                let high = !ascii || class.0 & 1 != 0;
                self.add_all(high, |b| class.has(b, ascii));
            }
            op::SET => {
                let words = self.program.get(at..at + a as usize)?;
                let flags = *words.get(1)?;
                let narrow = flags & (set::NEGATED | set::FOLD_UNICODE | 0x3f << set::CLASSES) == 0
                    && words.get(6..)?.iter().all(|&w| w == 0);
                self.add_all(!narrow, |b| set::has(words, b));
            }
            op::TEXT => self.add(self.word(at + 1) as u32 & 0xff),
            op::FAIL => {}
            _ => return None,
        }
        Some(())
    }
}
