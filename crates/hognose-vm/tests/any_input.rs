//! No input makes any of it panic, overflow or run on.

mod common;

use common::Kept;
use hognose_vm::num::float as fl;
use hognose_vm::num::literal::{scan_int, transliterate};
use hognose_vm::text::format_spec::{self as spec, Spec, Target};
use hognose_vm::text::sink::{Count, Fixed};
use hognose_vm::text::str_format::{self, Numbering};
use hognose_vm::text::utf8;
use hognose_vm::text::{case, percent, search, space};
use proptest::prelude::*;

/// Bytes that mean something to one parser or another, and some that mean nothing.
fn hard_bytes() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![
        6 => proptest::sample::select(&b"{}[]()!:%.,_<>=^+-# 0123456789xobdeEfFgGnsrac*zjJp\t\n'\"\\"[..]),
        1 => any::<u8>(),
    ];
    prop::collection::vec(byte, 0..24)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn numbers_in_text(text in hard_bytes(), base in 0u32..40) {
        let parsed = fl::parse(&text);
        prop_assert!(parsed.is_none() || !text.is_empty());
        if let Some((_, len)) = fl::parse_prefix(&text) {
            prop_assert!(len <= text.len());
        }
        if let Ok(value) = fl::from_hex(&text) {
            let mut sink = Kept::default();
            fl::to_hex(value, &mut sink).unwrap();
            let again = fl::from_hex(&sink.0).unwrap();
            prop_assert!(again.to_bits() == value.to_bits() || value.is_nan());
        }
        let mut out = vec![0; text.len()];
        let len = transliterate(&text, &mut out).unwrap();
        if let Some(found) = scan_int(&out[..len], base) {
            prop_assert!(found.count <= len);
        }
    }

    #[test]
    fn specifications(text in hard_bytes(), bits in any::<u64>(), small in any::<i64>()) {
        let value = f64::from_bits(bits);
        for target in [Target::Str, Target::Int, Target::Float, Target::Complex] {
            let Ok(spec) = Spec::parse(&text, target) else { continue };
            let mut room = [0; 300];
            let mut sink = Fixed::new(&mut room);
            let _ = match target {
                Target::Str => spec::put_str(&text, &spec, &mut sink),
                Target::Int => spec::put_i64(small, &spec, &mut sink),
                Target::Float => spec::put_float(value, &spec, &mut sink),
                Target::Complex => spec::put_complex(value, -value, &spec, &mut sink),
            };
            // What was put has the width asked for, if it all fitted.
            if sink.len() < 300 && spec.width < 300 && target == Target::Float {
                let mut count = Count::default();
                if spec::put_float(value, &spec, &mut count).is_ok() && count.bytes <= 300 {
                    prop_assert!(count.points >= spec.width);
                    prop_assert_eq!(count.bytes, sink.len());
                }
            }
        }
    }

    #[test]
    fn templates(text in hard_bytes()) {
        let pieces = percent::Template::new(&text).count();
        prop_assert!(pieces <= text.len());
        let mut numbering = Numbering::default();
        let mut pieces = 0;
        for piece in str_format::Template::new(&text) {
            pieces += 1;
            let Ok(piece) = piece else { continue };
            let Some(field) = piece.field else { continue };
            if let Ok((_, path)) = str_format::split_name(field.name, &mut numbering) {
                prop_assert!(path.count() <= field.name.len());
            }
        }
        prop_assert!(pieces <= text.len());
    }

    #[test]
    fn text_of_any_bytes(text in prop::collection::vec(any::<u8>(), 0..24), part in hard_bytes(), index in 0usize..40) {
        let mut sink = Kept::default();
        for change in [case::Change::Upper, case::Change::Capitalize, case::Change::Fold] {
            case::change(&text, change, &mut sink).unwrap();
        }
        prop_assert!(space::trim_space(&text).len() <= text.len());
        prop_assert!(utf8::offset_of(&text, index).is_none_or(|offset| offset <= text.len()));
        prop_assert!(search::find(&text, &part).is_none_or(|at| text[at..].starts_with(&part)));
        if let Err(error) = utf8::check(&text, 0, true) {
            prop_assert!(error.start < error.end && error.end <= text.len());
        }
        let lines = core::iter::successors(space::line(&text, 0, false), |&(_, next)| space::line(&text, next, false));
        prop_assert!(lines.count() <= text.len());
    }

    #[test]
    fn float_arithmetic(a in any::<u64>(), b in any::<u64>(), places in any::<i64>()) {
        let (a, b) = (f64::from_bits(a), f64::from_bits(b));
        if let Some((_, rest)) = fl::div_mod(a, b) {
            prop_assert!(rest.is_nan() || rest.abs() <= b.abs());
        }
        if let Ok(power) = fl::pow(a, b) {
            prop_assert!(!power.is_infinite() || a.is_infinite() || b.is_infinite());
        }
        if let Some(rounded) = fl::round_places(a, places % 400) {
            prop_assert!(rounded.is_nan() == a.is_nan());
        }
        let mut sink = Kept::default();
        fl::repr(a, &mut sink).unwrap();
        prop_assert!(sink.0.len() <= 24);
        let again = fl::parse(&sink.0).unwrap();
        prop_assert!(again.to_bits() == a.to_bits() || a.is_nan());
    }
}
