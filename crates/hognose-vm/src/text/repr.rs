//! `repr` and `ascii` of strings and bytes.

use super::sink::{Full, Sink};
use super::tables::is_printable;
use super::utf8::decode;

/// Puts `repr(text)`, or `ascii(text)` when `ascii` is set.
pub fn str_repr(text: &[u8], ascii: bool, sink: &mut (impl Sink + ?Sized)) -> Result<(), Full> {
    let quote = quote_for(text);
    sink.put(&[quote])?;
    // What is shown as it is goes out in runs.
    let (mut at, mut run) = (0, 0);
    while let Some((point, size)) = decode(text, at) {
        let plain = match point {
            0x5C => false,
            0x20..=0x7E => point != u32::from(quote),
            _ => !ascii && is_printable(point),
        };
        if !plain {
            sink.put(&text[run..at])?;
            escape(point, sink)?;
            run = at + size;
        }
        at += size;
    }
    sink.put(&text[run..at])?;
    sink.put(&[quote])
}

/// Puts `repr` of bytes.
pub fn bytes_repr(bytes: &[u8], sink: &mut (impl Sink + ?Sized)) -> Result<(), Full> {
    let quote = quote_for(bytes);
    sink.put(&[b'b', quote])?;
    let mut run = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        if byte == quote || byte == b'\\' || !(0x20..0x7F).contains(&byte) {
            sink.put(&bytes[run..at])?;
            match byte {
                0x7F.. | 0..=8 | 0x0B | 0x0C | 0x0E..=0x1F => put_hex(b'x', byte.into(), 2, sink)?,
                _ => escape(byte.into(), sink)?,
            }
            run = at + 1;
        }
    }
    sink.put(&bytes[run..])?;
    sink.put(&[quote])
}

/// Double quotes only around text with single quotes and no double ones.
fn quote_for(text: &[u8]) -> u8 {
    if text.contains(&b'\'') && !text.contains(&b'"') { b'"' } else { b'\'' }
}

/// Puts a code point as an escape.
fn escape(point: u32, sink: &mut (impl Sink + ?Sized)) -> Result<(), Full> {
    match point {
        0x09 => sink.put(b"\\t"),
        0x0A => sink.put(b"\\n"),
        0x0D => sink.put(b"\\r"),
        0x22 => sink.put(b"\\\""),
        0x27 => sink.put(b"\\'"),
        0x5C => sink.put(b"\\\\"),
        _ => put_escaped(point, sink),
    }
}

/// Puts a code point as `\xNN`, `\uNNNN` or `\UNNNNNNNN`, the shortest that holds it: also what the error handler
/// "backslashreplace" puts on encoding.
pub fn put_escaped(point: u32, sink: &mut (impl Sink + ?Sized)) -> Result<(), Full> {
    match point {
        0..=0xFF => put_hex(b'x', point, 2, sink),
        0x100..=0xFFFF => put_hex(b'u', point, 4, sink),
        _ => put_hex(b'U', point, 8, sink),
    }
}

/// Puts a backslash, a letter, and `digits` hexadecimal digits (8 at most).
pub fn put_hex(letter: u8, value: u32, digits: usize, sink: &mut (impl Sink + ?Sized)) -> Result<(), Full> {
    let mut text = [0; 8];
    for (at, byte) in text.iter_mut().rev().enumerate() {
        *byte = b"0123456789abcdef"[(value >> (4 * at) & 15) as usize];
    }
    sink.put(&[b'\\', letter])?;
    sink.put(&text[8 - digits.min(8)..])
}
