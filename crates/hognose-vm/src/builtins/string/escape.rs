//! Text with the escapes of Python's literals: the encodings `unicode_escape` and `raw_unicode_escape`.

use super::codec::{Errors, Stop, put_wrong};
use crate::character::FindCharacter;
use crate::text::repr::{put_escaped, put_hex};
use crate::text::sink::{Full, Sink};
use crate::text::utf8;

/// Puts a code point, printable ASCII as it is.
pub(super) fn put(point: u32, raw: bool, sink: &mut dyn Sink) -> Result<(), Full> {
    match point {
        0..=0xFF if raw => sink.put(&[point as u8]),
        0x09 => sink.put(b"\\t"),
        0x0A => sink.put(b"\\n"),
        0x0D => sink.put(b"\\r"),
        0x5C => sink.put(b"\\\\"),
        0x20..=0x7E => sink.put(&[point as u8]),
        0x80..=0xFF => put_hex(b'x', point, 2, sink),
        _ => put_escaped(point, sink),
    }
}

/// A fault: how far it reaches, and why.
type Fault = (usize, &'static str);

/// The code point of hexadecimal digits at `at`.
fn hex(bytes: &[u8], at: usize, digits: usize, truncated: &'static str) -> Result<u32, Fault> {
    let mut value = 0u32;
    for i in at..at + digits {
        let digit = bytes.get(i).and_then(|&b| char::from(b).to_digit(16)).ok_or((i, truncated))?;
        value = value << 4 | digit;
    }
    Ok(value)
}

/// What the escape at `at`, a backslash, stands for: code point (None: nothing), and where it ends.
fn escape(
    bytes: &[u8],
    at: usize,
    raw: bool,
    find: Option<FindCharacter>,
) -> Result<(Option<u32>, usize), Fault> {
    let Some(&letter) = bytes.get(at + 1) else {
        return if raw { Ok((Some(0x5C), at + 1)) } else { Err((at + 1, "\\ at end of string")) };
    };
    match letter {
        b'u' => return Ok((Some(hex(bytes, at + 2, 4, "truncated \\uXXXX escape")?), at + 6)),
        b'U' => {
            let point = hex(bytes, at + 2, 8, "truncated \\UXXXXXXXX escape")?;
            let outside = if raw { "\\Uxxxxxxxx out of range" } else { "illegal Unicode character" };
            return if point > 0x10_FFFF { Err((at + 10, outside)) } else { Ok((Some(point), at + 10)) };
        }
        // A backslash that escapes nothing stays, and with it one behind it.
        _ if raw => return Ok((Some(0x5C), at + 1)),
        _ => {}
    }
    let point = match letter {
        b'\n' => return Ok((None, at + 2)),
        b'\\' | b'\'' | b'"' => u32::from(letter),
        b'a' => 7,
        b'b' => 8,
        b't' => 9,
        b'n' => 10,
        b'v' => 11,
        b'f' => 12,
        b'r' => 13,
        b'x' => return Ok((Some(hex(bytes, at + 2, 2, "truncated \\xXX escape")?), at + 4)),
        b'0'..=b'7' => {
            let digits = bytes[at + 1..].iter().take(3).take_while(|b| matches!(b, b'0'..=b'7'));
            let (value, n) = digits.fold((0, 0), |(value, n), &b| (value * 8 + u32::from(b - b'0'), n + 1));
            return Ok((Some(value), at + 1 + n));
        }
        b'N' => return named(bytes, at, find),
        _ => return Ok((Some(0x5C), at + 1)),
    };
    Ok((Some(point), at + 2))
}

/// `\N{...}` at `at`: the character the host finds.
fn named(bytes: &[u8], at: usize, find: Option<FindCharacter>) -> Result<(Option<u32>, usize), Fault> {
    const MALFORMED: &str = "malformed \\N character escape";
    let begin = at + 3;
    if bytes.get(at + 2) != Some(&b'{') {
        return Err((at + 2, MALFORMED));
    }
    let Some(n) = bytes[begin..].iter().position(|&b| b == b'}') else {
        return Err((bytes.len(), MALFORMED));
    };
    let end = begin + n + 1;
    if n == 0 {
        return Err((begin, MALFORMED));
    }
    let name = core::str::from_utf8(&bytes[begin..begin + n]).ok();
    match name.and_then(|name| find?(name)) {
        Some(character) => Ok((Some(character.into()), end)),
        None => Err((end, "unknown Unicode character name")),
    }
}

/// Puts bytes as text: what is no escape is Latin-1.
pub(super) fn decode(
    bytes: &[u8],
    raw: bool,
    errors: Errors,
    find: Option<FindCharacter>,
    sink: &mut dyn Sink,
) -> Result<(), Stop> {
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte != b'\\' {
            utf8::put(byte.into(), sink)?;
            at += 1;
            continue;
        }
        // In raw text two backslashes in a row escape nothing, neither do they what follows.
        if raw && bytes.get(at + 1) == Some(&b'\\') {
            sink.put(b"\\\\")?;
            at += 2;
            continue;
        }
        match escape(bytes, at, raw, find) {
            Ok((point, end)) => {
                if let Some(point) = point {
                    utf8::put(point, sink)?;
                }
                at = end;
            }
            Err((end, reason)) => {
                put_wrong(&bytes[at..end.min(bytes.len())], errors, sink).map_err(|stop| match stop {
                    Stop::Fault(..) => Stop::Fault(at, end, reason),
                    other => other,
                })?;
                at = end;
            }
        }
    }
    Ok(())
}
