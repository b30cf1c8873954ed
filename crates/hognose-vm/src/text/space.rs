//! White space and line ends.

use super::utf8::{decode, decode_back};

/// Python's `str.isspace` for one code point.
pub fn is_space(point: u32) -> bool {
    match point {
        0x09..=0x0D | 0x1C..=0x20 | 0x85 | 0xA0 => true,
        0..=0x167F => false,
        0x1680 | 0x2000..=0x200A | 0x2028 | 0x2029 | 0x202F | 0x205F | 0x3000 => true,
        _ => false,
    }
}

/// Python's `bytes.isspace` for one byte.
pub fn is_byte_space(byte: u8) -> bool {
    matches!(byte, 0x09..=0x0D | 0x20)
}

/// Whether `str.splitlines` ends a line at this code point.
pub fn is_line_end(point: u32) -> bool {
    matches!(point, 0x0A..=0x0D | 0x1C..=0x1E | 0x85 | 0x2028 | 0x2029)
}

/// `text` without white space at its start.
pub fn trim_start(text: &[u8]) -> &[u8] {
    let mut at = 0;
    while let Some((point, size)) = decode(text, at) {
        if !is_space(point) {
            break;
        }
        at += size;
    }
    &text[at..]
}

/// `text` without white space at its end.
pub fn trim_end(text: &[u8]) -> &[u8] {
    let mut end = text.len();
    while let Some((point, size)) = decode_back(text, end) {
        if !is_space(point) {
            break;
        }
        end -= size;
    }
    &text[..end]
}

/// `text` without white space around: Python's `str.strip()`.
pub fn trim_space(text: &[u8]) -> &[u8] {
    trim_end(trim_start(text))
}

/// `bytes` without white space around: Python's `bytes.strip()`.
pub fn trim_byte_space(bytes: &[u8]) -> &[u8] {
    let start = bytes.iter().position(|&byte| !is_byte_space(byte)).unwrap_or(bytes.len());
    let end = bytes.iter().rposition(|&byte| !is_byte_space(byte)).map_or(start, |last| last + 1);
    &bytes[start..end]
}

/// The text of a number without the white space that `int` and `float` allow around it: in text that is all ASCII the
/// separators 0x1C to 0x1F are none.
pub fn trim_number(text: &[u8]) -> &[u8] {
    if text.is_ascii() { trim_byte_space(text) } else { trim_space(text) }
}

/// A line of `text` from `at` on: where its content ends and where the next line begins. `None` at the end.
///
/// `bytes` selects the line ends of `bytes.splitlines` ("\n", "\r" and both together) instead of those of `str`.
pub fn line(text: &[u8], at: usize, bytes: bool) -> Option<(usize, usize)> {
    if at >= text.len() {
        return None;
    }
    let mut here = at;
    while here < text.len() {
        let (point, size) =
            if bytes { (u32::from(text[here]), 1) } else { decode(text, here).unwrap_or((0, 1)) };
        if point == 0x0D && text.get(here + 1) == Some(&b'\n') {
            return Some((here, here + 2));
        }
        if if bytes { matches!(point, 0x0A | 0x0D) } else { is_line_end(point) } {
            return Some((here, here + size));
        }
        here += size;
    }
    Some((text.len(), text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trims_every_kind_of_space() {
        assert_eq!(trim_space("\u{3000}\t a\u{a0}b \u{2028}\x1c\n".as_bytes()), "a\u{a0}b".as_bytes());
        assert_eq!(trim_space(b" \n "), b"");
        assert_eq!(trim_space("\u{200b}".as_bytes()), "\u{200b}".as_bytes());
    }

    #[test]
    fn lines() {
        let text = "a\r\nb\rc\u{85}d\n\ne".as_bytes();
        let mut found = [(0, 0); 8];
        let (mut at, mut count) = (0, 0);
        while let Some((end, next)) = line(text, at, false) {
            found[count] = (at, end);
            (at, count) = (next, count + 1);
        }
        assert_eq!(&found[..count], &[(0, 1), (3, 4), (5, 6), (8, 9), (10, 10), (11, 12)]);
        assert_eq!(line(text, 3, true), Some((4, 5)));
        assert_eq!(line(text, 5, true), Some((9, 10)));
        assert_eq!(line(b"", 0, false), None);
    }
}
