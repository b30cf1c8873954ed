//! What a source must be before it is read: UTF-8, without null bytes, and not declared to be anything else.

use crate::error::{Place, SyntaxError, SyntaxErrorKind};

/// Refuses a source that is not UTF-8, declares another encoding or has a null byte.
pub(crate) fn check(source: &[u8]) -> Result<(), SyntaxError> {
    if let Some((start, end)) = foreign_cookie(source) {
        let place = Place::Range { start: start as u32, end: end as u32 };
        return Err(SyntaxError::at(SyntaxErrorKind::UnknownEncoding, place, source));
    }
    if let Err(error) = core::str::from_utf8(source) {
        let at = error.valid_up_to();
        let kind = SyntaxErrorKind::NotUtf8 { byte: source.get(at).copied().unwrap_or(0) };
        return Err(SyntaxError::at(kind, Place::LineStart(at as u32), source));
    }
    check_bytes(source)
}

/// Refuses a source that has a null byte.
pub(crate) fn check_bytes(source: &[u8]) -> Result<(), SyntaxError> {
    if let Some(at) = source.iter().position(|&byte| byte == 0) {
        let place = Place::UpTo(at as u32);
        return Err(SyntaxError::at(SyntaxErrorKind::NullByte, place, source));
    }
    Ok(())
}

/// Where a comment of the first two lines names an encoding that is not UTF-8 (ASCII is a part of it).
fn foreign_cookie(source: &[u8]) -> Option<(usize, usize)> {
    let mut at = if source.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    for _ in 0..2 {
        let rest = source.get(at..)?;
        let length = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let line = rest.get(..length)?;
        let blank = line.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\x0c')).count();
        match line.get(blank) {
            Some(b'#') => {}
            None => {
                at += length + 1;
                continue;
            }
            Some(_) => return None,
        }
        if let Some((start, end)) = cookie(line) {
            let name = line.get(start..end)?;
            const ACCEPTED: [&[u8]; 5] = [b"utf-8", b"utf8", b"ascii", b"us-ascii", b"utf-8-sig"];
            let same = |accepted: &&[u8]| {
                accepted.len() == name.len()
                    && accepted
                        .iter()
                        .zip(name)
                        .all(|(&a, &b)| a == b.to_ascii_lowercase() || a == b'-' && b == b'_')
            };
            return if ACCEPTED.iter().any(same) { None } else { Some((at + start, at + end)) };
        }
        at += length + 1;
    }
    None
}

/// The name after `coding:` or `coding=` in a comment.
fn cookie(line: &[u8]) -> Option<(usize, usize)> {
    const WORD: &[u8] = b"coding";
    let found = line
        .windows(WORD.len() + 1)
        .position(|window| window.starts_with(WORD) && matches!(window.last(), Some(b':' | b'=')))?;
    let mut start = found + WORD.len() + 1;
    while matches!(line.get(start), Some(b' ' | b'\t')) {
        start += 1;
    }
    let name = line.get(start..)?;
    let length = name
        .iter()
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
        .count();
    if length == 0 { None } else { Some((start, start + length)) }
}
