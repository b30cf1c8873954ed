//! Recorded cases: one a line, fields between tabs. Text is escaped so that a line stays one line of ASCII.
#![allow(dead_code)]

use hognose_vm::text::sink::{Full, Sink};

/// A sink that keeps everything.
#[derive(Default)]
pub struct Kept(pub Vec<u8>);

impl Sink for Kept {
    fn put(&mut self, bytes: &[u8]) -> Result<(), Full> {
        self.0.extend_from_slice(bytes);
        Ok(())
    }
}

/// What a renderer puts, as text (surrogates shown as U+FFFD).
pub fn kept(put: impl FnOnce(&mut Kept) -> Result<(), Full>) -> String {
    let mut sink = Kept::default();
    put(&mut sink).unwrap();
    String::from_utf8_lossy(&sink.0).into_owned()
}

/// The fields of every line.
pub fn cases(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines().filter(|line| !line.is_empty()).map(|line| line.split('\t').collect())
}

/// Bytes from hexadecimal digits.
pub fn hex(text: &str) -> Vec<u8> {
    (0..text.len() / 2).map(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap()).collect()
}

/// A float from the hexadecimal digits of its bits.
pub fn float(text: &str) -> f64 {
    f64::from_bits(u64::from_str_radix(text, 16).unwrap())
}

/// Generalised UTF-8 from text where `\{hex}` stands for a code point.
pub fn unescape(text: &str) -> Vec<u8> {
    let mut sink = Kept::default();
    let mut parts = text.split("\\{");
    sink.put(parts.next().unwrap().as_bytes()).unwrap();
    for part in parts {
        let (point, rest) = part.split_once('}').unwrap();
        hognose_vm::text::utf8::put(u32::from_str_radix(point, 16).unwrap(), &mut sink).unwrap();
        sink.put(rest.as_bytes()).unwrap();
    }
    sink.0
}

/// Collects failures and shows some of them at the end.
#[derive(Default)]
pub struct Tally {
    seen: usize,
    wrong: Vec<String>,
}

impl Tally {
    /// Counts one case.
    pub fn check<T: PartialEq + std::fmt::Debug>(&mut self, what: impl std::fmt::Debug, got: T, expected: T) {
        self.seen += 1;
        if got != expected {
            self.wrong.push(format!("{what:?}: got {got:?}, expected {expected:?}"));
        }
    }

    /// Fails when a case failed, or when there were fewer than `least`.
    pub fn end(self, least: usize) {
        let shown: Vec<_> = self.wrong.iter().take(12).cloned().collect();
        assert!(self.wrong.is_empty(), "{} of {} wrong:\n{}", self.wrong.len(), self.seen, shown.join("\n"));
        assert!(self.seen >= least, "only {} cases", self.seen);
    }
}
