//! Upper and lower case of one character, as the matching of CPython 3.11 sees them.

use super::tables::{FOLDS, OTHER_CASES};

/// How characters are compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fold {
    /// Each equals itself.
    None,
    /// ASCII letters without regard to case.
    Ascii,
    /// All letters without regard to case.
    Unicode,
}

/// Characters that got a case after Unicode 14. The standard library may know it, CPython 3.11 does not.
fn later_than_unicode_14(c: u32) -> bool {
    matches!(c, 0x1c89 | 0xa7cb..=0xa7cf | 0xa7d2 | 0xa7d4 | 0xa7da..=0xa7dc | 0x10d50..=0x10d65 | 0x16ea0..=0x16ed3)
}

/// The simple lower case of `c`.
#[inline]
pub fn lower(c: u32) -> u32 {
    if c < 128 { ascii_lower(c) } else { high_lower(c) }
}

#[inline(never)]
fn high_lower(c: u32) -> u32 {
    if later_than_unicode_14(c) {
        return c;
    }
    // Only U+0130 has two characters as lower case; the first of them is the simple one.
    char::from_u32(c).and_then(|c| c.to_lowercase().next()).map_or(c, u32::from)
}

/// The lower case of `c` if it is an ASCII letter.
#[inline]
pub fn ascii_lower(c: u32) -> u32 {
    if (0x41..=0x5a).contains(&c) { c | 0x20 } else { c }
}

/// The one character that stands for all that equal `c` without regard to case.
#[inline]
pub fn fold(c: u32) -> u32 {
    if c < 128 { ascii_lower(c) } else { high_fold(c) }
}

#[inline(never)]
fn high_fold(c: u32) -> u32 {
    let lo = high_lower(c);
    match FOLDS.binary_search_by_key(&lo, |f| u32::from(f.0)) {
        Ok(at) => FOLDS.get(at).map_or(lo, |f| u32::from(f.1)),
        Err(_) => lo,
    }
}

/// Whether any of the characters that equal the lower-case `lo` without regard to case passes `test`.
pub fn any_case(lo: u32, mut test: impl FnMut(u32) -> bool) -> bool {
    if test(lo) {
        return true;
    }
    if let Some(c) = char::from_u32(lo) {
        let mut upper = c.to_uppercase();
        if let (Some(u), None) = (upper.next(), upper.next()) {
            let u = u32::from(u);
            if u != lo && lower(u) == lo && test(u) {
                return true;
            }
        }
    }
    let at = OTHER_CASES.partition_point(|p| u32::from(p.0) < lo);
    OTHER_CASES.iter().skip(at).take_while(|p| u32::from(p.0) == lo).any(|p| test(u32::from(p.1)))
}

/// Whether another character than `c` equals it without regard to case.
pub fn is_cased(c: u32, how: Fold) -> bool {
    match how {
        Fold::None => false,
        Fold::Ascii => c < 128 && (c as u8).is_ascii_alphabetic(),
        Fold::Unicode => {
            let lo = lower(c);
            lo != c || any_case(lo, |other| other != c)
        }
    }
}

/// `c` folded as `how` says.
#[inline]
pub fn apply(how: Fold, c: u32) -> u32 {
    match how {
        Fold::None => c,
        Fold::Ascii => ascii_lower(c),
        Fold::Unicode => fold(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equivalences() {
        assert_eq!(lower(0x130), 0x69);
        assert_eq!(fold(0x17f), 0x73);
        assert_eq!(fold(0x131), 0x69);
        assert_eq!(fold(0x212a), 0x6b);
        assert_eq!(lower(0xa7cb), 0xa7cb, "not assigned in Unicode 14");
        assert!(any_case(0x69, |c| c == 0x130));
        assert!(!any_case(0x69, |c| c == 0x6a));
        assert!(is_cased(0xdf, Fold::Unicode) && !is_cased(0xdf, Fold::Ascii));
    }

    /// Every character, against what tables.py recorded. Surrogates have no case there either.
    #[test]
    fn every_character() {
        let mut hash = crate::regex::classes::tests::Fnv::default();
        for c in 0..0x110000 {
            hash.add(lower(c));
            hash.add(fold(c));
        }
        assert_eq!(hash.0, crate::regex::tables::CASES_HASH);
    }

    /// What equals a character is found from any of its cases.
    #[test]
    fn all_cases_of_every_character() {
        for c in 0..0x110000 {
            assert!(any_case(lower(c), |other| other == c), "{c:x}");
            any_case(lower(c), |other| {
                assert_eq!(fold(other), fold(c), "{c:x} {other:x}");
                false
            });
        }
    }
}
