//! Checking constants.

use super::Problem;
use crate::view::{Constant, Image};

pub(super) fn check(image: &Image<'_>, index: u32) -> Result<(), Problem> {
    match image.constant(index).ok_or(Problem::Malformed)? {
        Constant::Str(text) => match bad_text(text) {
            Some(at) => Err(Problem::Text { at }),
            None => Ok(()),
        },
        Constant::BigInt { negative, magnitude } => big_int(negative, magnitude),
        Constant::Tuple(mut items) | Constant::FrozenSet(mut items) => {
            if let Some(item) = items.by_ref().find(|item| *item >= index) {
                return Err(Problem::Item { index: item });
            }
            if items.rest().is_empty() { Ok(()) } else { Err(Problem::Malformed) }
        }
        _ => Ok(()),
    }
}

/// Only what does not fit 64 bits, without zeros at the end.
fn big_int(negative: bool, magnitude: &[u8]) -> Result<(), Problem> {
    let (last, low) = magnitude.split_last().ok_or(Problem::BigInt)?;
    let fits = match magnitude.len() {
        0..8 => true,
        8 => *last < 0x80 || (negative && *last == 0x80 && low.iter().all(|byte| *byte == 0)),
        _ => false,
    };
    if *last == 0 || fits { Err(Problem::BigInt) } else { Ok(()) }
}

/// First byte that is not UTF-8, lone surrogates (`ed a0..bf 80..bf`) being allowed.
fn bad_text(text: &[u8]) -> Option<usize> {
    let mut done = 0;
    loop {
        let rest = text.get(done..)?;
        let Err(error) = core::str::from_utf8(rest) else { return None };
        done += error.valid_up_to();
        match text.get(done..done + 3) {
            Some([0xed, 0xa0..=0xbf, 0x80..=0xbf]) => done += 3,
            _ => return Some(done),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_may_hold_lone_surrogates_and_nothing_worse() {
        for good in [
            &b""[..],
            b"abc",
            "h\u{e9}\u{1f40d}".as_bytes(),
            b"\xed\xa0\x80",
            b"a\xed\xbf\xbfb\xed\xa0\xbd\xed\xb8\x80",
        ] {
            assert_eq!(bad_text(good), None, "{good:x?}");
        }
        let bad: [(&[u8], usize); 7] = [
            (b"ab\xff", 2),
            (b"\xc0\x80", 0),
            (b"\xed\xa0", 0),
            (b"x\xed\xa0\x80\xed", 4),
            (b"\xf4\x90\x80\x80", 0),
            (b"\x80", 0),
            (b"\xe0\x80\x80", 0),
        ];
        for (bad, at) in bad {
            assert_eq!(bad_text(bad), Some(at), "{bad:x?}");
        }
    }

    #[test]
    fn a_big_int_does_not_fit_64_bits() {
        let min = [0, 0, 0, 0, 0, 0, 0, 0x80];
        assert_eq!(big_int(false, &min), Ok(()));
        assert_eq!(big_int(true, &min), Err(Problem::BigInt));
        assert_eq!(big_int(true, &[1, 0, 0, 0, 0, 0, 0, 0x80]), Ok(()));
        assert_eq!(big_int(false, &[0xff; 7]), Err(Problem::BigInt));
        assert_eq!(big_int(false, &[0, 0, 0, 0, 0, 0, 0, 0, 1, 0]), Err(Problem::BigInt));
        assert_eq!(big_int(false, &[0, 0, 0, 0, 0, 0, 0, 0, 1]), Ok(()));
        assert_eq!(big_int(false, &[]), Err(Problem::BigInt));
    }
}
