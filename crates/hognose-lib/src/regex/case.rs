//! Upper and lower case of one character, as the matching of CPython 3.11 sees them.

use super::tables::{CASE_HIGH, CASE_LOW, CASE_PAIRS, FOLDS};

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

/// The simple lower case of `c`.
#[inline]
pub fn lower(c: u32) -> u32 {
    if c < 128 { ascii_lower(c) } else { high_lower(c) }
}

#[inline(never)]
fn high_lower(c: u32) -> u32 {
    let Ok(low) = u16::try_from(c) else {
        let at = CASE_HIGH.partition_point(|r| r.1 < c);
        return CASE_HIGH.get(at).filter(|r| r.0 <= c).map_or(c, |r| c + r.2);
    };
    let at = CASE_LOW.partition_point(|r| r.1 < low);
    if let Some(run) = CASE_LOW.get(at).filter(|r| r.0 <= low) {
        return u32::from(low.wrapping_add(run.2));
    }
    let at = CASE_PAIRS.partition_point(|r| r.1 < low);
    c + u32::from(CASE_PAIRS.get(at).is_some_and(|r| r.0 <= low && (low - r.0) & 1 == 0))
}

/// Whether any of the characters whose lower case is `lo`, but not `lo` itself, passes `test`.
fn any_upper(lo: u32, test: &mut impl FnMut(u32) -> bool) -> bool {
    let Ok(low) = u16::try_from(lo) else {
        let mut uppers =
            CASE_HIGH.iter().filter_map(|r| lo.checked_sub(r.2).filter(|c| (r.0..=r.1).contains(c)));
        return uppers.any(test);
    };
    let mut uppers =
        CASE_LOW.iter().map(|r| (low.wrapping_sub(r.2), r)).filter(|(c, r)| (r.0..=r.1).contains(c));
    if uppers.any(|(c, _)| test(u32::from(c))) {
        return true;
    }
    let upper = low.wrapping_sub(1);
    let at = CASE_PAIRS.partition_point(|r| r.1 < upper);
    CASE_PAIRS.get(at).is_some_and(|r| r.0 <= upper && (upper - r.0) & 1 == 0) && test(u32::from(upper))
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
    least(high_lower(c))
}

/// The least of the lower-case characters that equal `lo`.
fn least(lo: u32) -> u32 {
    match FOLDS.binary_search_by_key(&lo, |f| u32::from(f.0)) {
        Ok(at) => FOLDS.get(at).map_or(lo, |f| u32::from(f.1)),
        Err(_) => lo,
    }
}

/// Whether any of the characters that equal the lower-case `lo` without regard to case passes `test`.
pub fn any_case(lo: u32, mut test: impl FnMut(u32) -> bool) -> bool {
    let first = least(lo);
    let others = FOLDS.iter().filter(|f| u32::from(f.1) == first).map(|f| u32::from(f.0));
    core::iter::once(first).chain(others).any(|lo| test(lo) || any_upper(lo, &mut test))
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
