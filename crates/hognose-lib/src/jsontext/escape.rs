//! Text to the inside of a JSON string.

use crate::regex::{Kind, char_at};

/// How far [`escape_into`] came.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Progress {
    /// Bytes of the text that were read.
    pub read: usize,
    /// Bytes that were written.
    pub written: usize,
}

const HEX: &[u8; 16] = b"0123456789abcdef";

/// What one character becomes: up to 12 bytes.
struct Escaped {
    bytes: [u8; 12],
    len: usize,
}

impl Escaped {
    fn new() -> Escaped {
        Escaped { bytes: [0; 12], len: 0 }
    }

    fn add(&mut self, bytes: &[u8]) {
        for &b in bytes {
            if let Some(to) = self.bytes.get_mut(self.len) {
                *to = b;
                self.len += 1;
            }
        }
    }

    /// `\uXXXX`
    fn unit(&mut self, c: u32) {
        let digit = |shift: u32| HEX[(c >> shift & 15) as usize];
        self.add(&[b'\\', b'u', digit(12), digit(8), digit(4), digit(0)]);
    }
}

/// How a character is written; nothing if as it is.
fn escape(c: u32, ascii: bool) -> Option<Escaped> {
    let mut out = Escaped::new();
    match c {
        0x22 => out.add(b"\\\""),
        0x5c => out.add(b"\\\\"),
        0x0a => out.add(b"\\n"),
        0x0d => out.add(b"\\r"),
        0x09 => out.add(b"\\t"),
        0x0c => out.add(b"\\f"),
        0x08 => out.add(b"\\b"),
        0..=0x1f => out.unit(c),
        0x20..=0x7e => return None,
        _ if !ascii => return None,
        0x10000.. => {
            let c = c - 0x10000;
            out.unit(0xd800 | (c >> 10 & 0x3ff));
            out.unit(0xdc00 | (c & 0x3ff));
        }
        _ => out.unit(c),
    }
    Some(out)
}

/// Writes `text` (UTF-8) as the inside of a JSON string, as much as `out` has room for; call again with the rest.
///
/// With `ascii` everything above `~` becomes `\uXXXX`, two of them above U+FFFF (`ensure_ascii`); without, only what
/// JSON demands is escaped.
pub fn escape_into(text: &[u8], ascii: bool, out: &mut [u8]) -> Progress {
    let mut done = Progress::default();
    while let Some((c, len)) = char_at(text, done.read, Kind::Str) {
        let escaped = escape(c, ascii);
        let bytes = match &escaped {
            Some(e) => e.bytes.get(..e.len),
            None => text.get(done.read..done.read + len),
        };
        let Some(bytes) = bytes else { break };
        let Some(to) = out.get_mut(done.written..done.written + bytes.len()) else { break };
        to.copy_from_slice(bytes);
        done.read += len;
        done.written += bytes.len();
    }
    done
}

/// How many bytes [`escape_into`] writes for the whole of `text`.
pub fn escaped_len(text: &[u8], ascii: bool) -> usize {
    let (mut at, mut sum) = (0, 0usize);
    while let Some((c, len)) = char_at(text, at, Kind::Str) {
        at += len;
        sum = sum.saturating_add(escape(c, ascii).map_or(len, |e| e.len));
    }
    sum
}
