//! Text against what CPython answered (tests/data/record.py), and searching against the obvious way.

mod common;

use common::{Kept, Tally, cases, hex, kept, unescape};
use hognose_vm::num::bigint;
use hognose_vm::num::literal::{scan_int, transliterate};
use hognose_vm::text::case::{self, Change};
use hognose_vm::text::utf8::{self, Errors};
use hognose_vm::text::{repr, search};
use proptest::prelude::*;

fn put(run: impl FnOnce(&mut Kept)) -> Vec<u8> {
    let mut sink = Kept::default();
    run(&mut sink);
    sink.0
}

#[test]
fn representations() {
    let mut tally = Tally::default();
    for case in cases(include_str!("data/text_repr.txt")) {
        let text = hex(case[0]);
        let got = put(|sink| repr::str_repr(&text, false, sink).unwrap());
        tally.check(case[0], got, unescape(case[1]));
        tally.check(case[0], kept(|sink| repr::str_repr(&text, true, sink)), case[2].into());
        tally.check(case[0], kept(|sink| repr::bytes_repr(&text, sink)), case[3].into());
    }
    tally.end(900);
}

#[test]
fn utf8_errors_are_those_of_cpython() {
    let mut tally = Tally::default();
    for case in cases(include_str!("data/utf8_errors.txt")) {
        let bytes = hex(case[0]);
        for (pass, expected) in [(false, case[1]), (true, case[2])] {
            let got = match utf8::check(&bytes, 0, pass) {
                Ok(()) => "ok".into(),
                Err(error) => format!("{} {} {}", error.start, error.end, error.reason.text()),
            };
            tally.check((case[0], pass), got, expected.into());
        }
        let handlers = [Errors::Replace, Errors::Ignore, Errors::BackslashReplace, Errors::SurrogateEscape];
        for (errors, expected) in handlers.into_iter().zip(&case[3..]) {
            let got = put(|sink| utf8::put_decoded(&bytes, errors, sink).unwrap());
            tally.check((case[0], errors), got, hex(expected));
        }
    }
    tally.end(2000);
}

#[test]
fn case_in_context() {
    let mut tally = Tally::default();
    let changes =
        [Change::Lower, Change::Upper, Change::Title, Change::Capitalize, Change::Swap, Change::Fold];
    let tests: [fn(&[u8]) -> bool; 11] = [
        case::is_alpha,
        case::is_alnum,
        case::is_decimal,
        case::is_digit,
        case::is_numeric,
        case::is_all_space,
        case::is_printable,
        case::is_identifier,
        case::is_lower,
        case::is_upper,
        case::is_title,
    ];
    for case in cases(include_str!("data/case_words.txt")) {
        let text = unescape(case[0]);
        for (change, expected) in changes.into_iter().zip(&case[1..]) {
            let got = put(|sink| case::change(&text, change, sink).unwrap());
            tally.check((case[0], change), got, unescape(expected));
        }
        let got: String = tests.iter().map(|test| if test(&text) { '1' } else { '0' }).collect();
        tally.check(case[0], got, case[7].into());
    }
    tally.end(2000);
}

#[test]
fn empty_text() {
    assert!(
        case::is_printable(b"") && !case::is_alpha(b"") && !case::is_identifier(b"") && !case::is_title(b"")
    );
    assert_eq!(kept(|sink| repr::str_repr(b"", false, sink)), "''");
}

#[test]
fn ascii_case() {
    for (change, expected) in [
        (Change::Lower, "they're bill's 2nd"),
        (Change::Upper, "THEY'RE BILL'S 2ND"),
        (Change::Title, "They'Re Bill'S 2Nd"),
        (Change::Capitalize, "They're bill's 2nd"),
        (Change::Swap, "THEY'RE bILL'S 2nD"),
    ] {
        let mut text = *b"they're Bill's 2Nd";
        case::ascii::change_all(&mut text, change);
        assert_eq!(core::str::from_utf8(&text).unwrap(), expected);
    }
    assert!(case::ascii::is_title(b"A Bc 1D"));
    assert!(!case::ascii::is_title(b"A bc") && !case::ascii::is_title(b"AB") && !case::ascii::is_title(b"1"));
}

#[test]
fn integers_in_text() {
    let mut tally = Tally::default();
    for case in cases(include_str!("data/int_parse.txt")) {
        let text = unescape(case[0]);
        let mut plain = vec![0; text.len()];
        if !text.is_ascii() {
            let len = transliterate(&text, &mut plain).unwrap();
            plain.truncate(len);
        } else {
            plain.clone_from(&text);
        }
        let got = match scan_int(&plain, case[1].parse().unwrap()) {
            None => "!ValueError".into(),
            Some(found) => {
                let mut limbs = vec![0; bigint::limbs_for_digits(found.count, found.digits.base)];
                let len = bigint::parse(found.digits, &mut limbs).unwrap();
                let sign = if found.neg && len > 0 { "-" } else { "" };
                let text = format!("{sign}{}", num_bigint::BigUint::new(limbs[..len].to_vec()));
                if let Some(small) = found.small() {
                    assert_eq!(small.to_string(), text);
                }
                text
            }
        };
        tally.check(&case, got, case[2].split(": ").next().unwrap().into());
    }
    tally.end(300);
}

#[test]
fn offsets_and_indices() {
    let text = "aé日😀".repeat(50);
    let bytes = text.as_bytes();
    assert_eq!(utf8::count(bytes), 200);
    for (index, (offset, c)) in text.char_indices().enumerate() {
        assert_eq!(utf8::offset_of(bytes, index), Some(offset));
        assert_eq!(utf8::index_of(bytes, offset), index);
        assert_eq!(utf8::decode(bytes, offset), Some((c.into(), c.len_utf8())));
        assert_eq!(utf8::decode_back(bytes, offset + c.len_utf8()), Some((c.into(), c.len_utf8())));
    }
    assert_eq!(utf8::offset_of(bytes, 200), Some(bytes.len()));
    assert_eq!(utf8::offset_of(bytes, 201), None);
    assert_eq!(utf8::find_surrogate(&unescape("a\\{ff}\\{dc80}")), Some((3, 0xDC80)));
    assert_eq!(utf8::find_surrogate("a퟿".as_bytes()), None);
}

/// `str.replace` as bytes, the obvious way.
fn replace(text: &str, old: &str, new: &str, most: usize) -> Vec<u8> {
    text.replacen(old, new, most).into_bytes()
}

fn part(text: &str, range: std::ops::Range<usize>) -> &str {
    &text[range]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn searching(text in "[ab]{0,60}", wanted in "[ab]{0,9}", repeat in 1usize..5) {
        let text = text.repeat(repeat);
        let (bytes, wanted_bytes) = (text.as_bytes(), wanted.as_bytes());
        prop_assert_eq!(search::find(bytes, wanted_bytes), text.find(&wanted));
        prop_assert_eq!(search::rfind(bytes, wanted_bytes), text.rfind(&wanted));
        if !wanted.is_empty() {
            prop_assert_eq!(search::count(bytes, wanted_bytes), text.matches(&wanted).count());
        }
        // Long periodic parts, found near the end.
        let long = format!("{}{}", wanted.repeat(8), "a");
        let hay = format!("{}{}b", text, long);
        prop_assert_eq!(search::find(hay.as_bytes(), long.as_bytes()), hay.find(&long));
        prop_assert_eq!(search::rfind(hay.as_bytes(), long.as_bytes()), hay.rfind(&long));
    }

    #[test]
    fn bytes_found(text in prop::collection::vec(0u8..4, 0..100), byte in 0u8..5) {
        prop_assert_eq!(search::find_byte(&text, byte), text.iter().position(|&here| here == byte));
        prop_assert_eq!(search::rfind_byte(&text, byte), text.iter().rposition(|&here| here == byte));
    }

    #[test]
    fn splitting(text in "[ab,é ]{0,30}", separator in "(,|ab|é|, )", most in 0usize..6) {
        let bytes = text.as_bytes();
        let got: Vec<_> = search::Split::new(bytes, separator.as_bytes(), most).map(|range| part(&text, range)).collect();
        prop_assert_eq!(got, text.splitn(most + 1, &separator).collect::<Vec<_>>());
        let got: Vec<_> = search::RSplit::new(bytes, separator.as_bytes(), most).map(|range| part(&text, range)).collect();
        prop_assert_eq!(got, text.rsplitn(most + 1, &separator).collect::<Vec<_>>());
    }

    #[test]
    fn splitting_at_space(text in "[ab\t\u{3000} ]{0,30}", most in 0usize..6) {
        let all: Vec<_> = text.split_whitespace().collect();
        let got: Vec<_> = search::SplitSpace::new(text.as_bytes(), most, false).map(|range| part(&text, range)).collect();
        prop_assert_eq!(got.len(), all.len().min(most + 1));
        prop_assert_eq!(&got[..all.len().min(most)], &all[..all.len().min(most)]);
        if all.len() > most {
            let at = text.rfind(got[most]).unwrap();
            prop_assert_eq!(at + got[most].len(), text.len());
            prop_assert!(!got[most].starts_with(char::is_whitespace));
        }
        let got: Vec<_> = search::RSplitSpace::new(text.as_bytes(), most, false).map(|range| part(&text, range)).collect();
        prop_assert_eq!(got.len(), all.len().min(most + 1));
        for (at, word) in got.iter().take(most).enumerate() {
            prop_assert_eq!(*word, all[all.len() - 1 - at]);
        }
        if all.len() > most {
            prop_assert!(text.starts_with(got[most]));
            prop_assert!(!got[most].ends_with(char::is_whitespace));
        }
    }

    #[test]
    fn replacing(text in "[abé]{0,20}", old in "[abé]{0,2}", new in "[xé]{0,3}", most in 0usize..12) {
        let bytes = text.as_bytes();
        let got = put(|sink| {
            search::put_replaced(bytes, old.as_bytes(), new.as_bytes(), most, search::Insert::Points, sink).unwrap();
        });
        let (times, len) = search::replaced_len(bytes, old.as_bytes(), new.len(), most, search::Insert::Points).unwrap();
        prop_assert_eq!(len, got.len());
        prop_assert_eq!(times, text.matches(&old).count().min(most));
        prop_assert_eq!(got, replace(&text, &old, &new, most));
    }

    #[test]
    fn decoding_never_panics(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
        let mut sink = Kept::default();
        repr::str_repr(&bytes, false, &mut sink).unwrap();
        for change in [Change::Lower, Change::Title, Change::Swap] {
            case::change(&bytes, change, &mut sink).unwrap();
        }
        let mut end = bytes.len();
        while let Some((_, size)) = utf8::decode_back(&bytes, end) {
            end -= size;
        }
        prop_assert_eq!(end, 0);
        let ranges = search::SplitSpace::new(&bytes, 100, false).count();
        prop_assert!(ranges <= bytes.len());
    }
}

#[test]
fn replacing_nothing_in_bytes() {
    let got =
        put(|sink| search::put_replaced("é".as_bytes(), b"", b"-", 9, search::Insert::Bytes, sink).unwrap());
    assert_eq!(got, b"-\xc3-\xa9-");
    assert_eq!(search::replaced_len("é".as_bytes(), b"", 1, 9, search::Insert::Bytes), Some((3, 5)));
    assert_eq!(search::replaced_len(b"aaa", b"a", usize::MAX, 9, search::Insert::Bytes), None);
}

/// A search that goes back after every mismatch would take minutes here.
#[test]
fn searching_is_linear() {
    let text = vec![b'a'; 1 << 20];
    let mut wanted = vec![b'a'; 1 << 14];
    wanted[0] = b'b';
    assert_eq!(search::find(&text, &wanted), None);
    wanted[0] = b'a';
    wanted[1 << 13] = b'b';
    assert_eq!(search::find(&text, &wanted), None);
    assert_eq!(search::rfind(&text, &wanted), None);
    // Found at the very end, by either direction.
    let mut text = text;
    text.extend_from_slice(&wanted);
    assert_eq!(search::find(&text, &wanted), Some(1 << 20));
    text.reverse();
    wanted.reverse();
    assert_eq!(search::rfind(&text, &wanted), Some(0));
}
