//! Character classes: `\w`, `\d`, `\s`, and what may stand in a name.

use super::tables::{
    DIGIT_ZEROS, MARKS_HIGH, MARKS_LOW, NO_NAME_HIGH, NO_NAME_LOW, ODD_STARTS, SPACES, WORD_HIGH, WORD_LOW,
};

/// A class that a pattern can name. The lowest bit of the number negates.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Class(pub u32);

impl Class {
    pub const DIGIT: Class = Class(0);
    pub const NOT_DIGIT: Class = Class(1);
    pub const SPACE: Class = Class(2);
    pub const NOT_SPACE: Class = Class(3);
    pub const WORD: Class = Class(4);
    pub const NOT_WORD: Class = Class(5);

    /// Whether `c` is in the class; only ASCII characters are in a positive one when `ascii`.
    #[inline]
    pub fn has(self, c: u32, ascii: bool) -> bool {
        let yes = match self.0 >> 1 {
            0 => is_digit(c, ascii),
            1 => is_space(c, ascii),
            _ => is_word(c, ascii),
        };
        yes ^ (self.0 & 1 != 0)
    }
}

/// Alphanumeric or underscore.
#[inline]
pub fn is_word(c: u32, ascii: bool) -> bool {
    match u8::try_from(c) {
        Ok(b) if b < 128 => b.is_ascii_alphanumeric() || b == b'_',
        _ => !ascii && high_word(c),
    }
}

/// A decimal digit.
#[inline]
pub fn is_digit(c: u32, ascii: bool) -> bool {
    if c < 128 { (0x30..=0x39).contains(&c) } else { !ascii && digit_value(c).is_some() }
}

/// White space.
#[inline]
pub fn is_space(c: u32, ascii: bool) -> bool {
    if c < 128 {
        // U+001C to U+001F are white space in Unicode only.
        matches!(c, 9..=13 | 32) || (!ascii && (0x1c..=0x1f).contains(&c))
    } else {
        !ascii && in_low(&SPACES, c)
    }
}

fn in_low(table: &[(u16, u16)], c: u32) -> bool {
    let at = table.partition_point(|r| u32::from(r.1) < c);
    table.get(at).is_some_and(|r| u32::from(r.0) <= c)
}

#[inline(never)]
fn high_word(c: u32) -> bool {
    in_two(&WORD_LOW, &WORD_HIGH, c)
}

fn in_two(low: &[(u16, u16)], high: &[(u32, u32)], c: u32) -> bool {
    if c < 0x10000 {
        return in_low(low, c);
    }
    let at = high.partition_point(|r| r.1 < c);
    high.get(at).is_some_and(|r| r.0 <= c)
}

/// The value of a decimal digit of any script.
pub fn digit_value(c: u32) -> Option<u32> {
    if c < 128 {
        return char::from_u32(c).and_then(|c| c.to_digit(10));
    }
    let after = DIGIT_ZEROS.partition_point(|&zero| zero <= c);
    let zero = *DIGIT_ZEROS.get(after.checked_sub(1)?)?;
    let value = c.checked_sub(zero)?;
    (value < 10).then_some(value)
}

/// Whether `c` may start a name.
pub fn starts_name(c: u32) -> bool {
    if c < 128 {
        return c == 0x5f || char::from_u32(c).is_some_and(|c| c.is_ascii_alphabetic());
    }
    let letter = high_word(c) && digit_value(c).is_none() && !in_two(&NO_NAME_LOW, &NO_NAME_HIGH, c);
    letter ^ in_low(&ODD_STARTS, c)
}

/// Whether `c` may go on a name.
pub fn goes_on_name(c: u32) -> bool {
    if c < 128 {
        return is_word(c, true);
    }
    if high_word(c) { !in_two(&NO_NAME_LOW, &NO_NAME_HIGH, c) } else { in_two(&MARKS_LOW, &MARKS_HIGH, c) }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// FNV-1a over 32-bit values.
    pub struct Fnv(pub u64);

    impl Default for Fnv {
        fn default() -> Fnv {
            Fnv(0xcbf29ce484222325)
        }
    }

    impl Fnv {
        pub fn add(&mut self, value: u32) {
            for b in value.to_le_bytes() {
                self.0 = (self.0 ^ u64::from(b)).wrapping_mul(0x100000001b3);
            }
        }
    }

    /// Every character, against what tables.py recorded.
    #[test]
    fn every_character() {
        let mut hash = Fnv::default();
        for c in 0..0x110000 {
            let word = c != 0x5f && is_word(c, false);
            let name = u32::from(starts_name(c)) << 3 | u32::from(goes_on_name(c)) << 4;
            let classes = u32::from(is_digit(c, false)) << 1 | u32::from(is_space(c, false)) << 2;
            hash.add(u32::from(word) | classes | name);
        }
        assert_eq!(hash.0, crate::regex::tables::CLASSES_HASH);
    }

    #[test]
    fn classes_of_ascii_and_beyond() {
        assert!(is_word(0x5f, true) && is_word(0xe9, false) && !is_word(0xe9, true));
        assert!(is_word(0xb2, false), "superscript two is numeric");
        assert!(!is_word(0x301, false), "a combining mark is not");
        assert!(is_digit(0x661, false) && !is_digit(0xb2, false));
        assert!(is_space(0x1c, false) && !is_space(0x1c, true) && is_space(0x3000, false));
        assert!(Class::NOT_DIGIT.has(0x661, true) && !Class::NOT_DIGIT.has(0x661, false));
        assert_eq!(digit_value(0x664), Some(4));
    }
}
