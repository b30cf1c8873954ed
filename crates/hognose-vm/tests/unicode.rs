//! Every code point against what CPython answered (tables/generate.py).

mod common;

use common::{Kept, Tally, cases};
use hognose_vm::text::case::{self, Change};
use hognose_vm::text::{space, tables, utf8};

/// FNV-1a, as the recorder computes it.
fn checksum(mut put: impl FnMut(u32, &mut Kept)) -> String {
    let mut total = 0xCBF2_9CE4_8422_2325u64;
    for point in 0..=utf8::MAX {
        let mut sink = Kept::default();
        put(point, &mut sink);
        for byte in sink.0 {
            total = (total ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3);
        }
    }
    format!("{total:016x}")
}

fn test(name: &str) -> Option<fn(u32) -> bool> {
    Some(match name {
        "isalpha" => tables::is_alpha,
        "isdecimal" => tables::is_decimal,
        "isdigit" => tables::is_digit,
        "isnumeric" => tables::is_numeric,
        "isspace" => space::is_space,
        "isprintable" => tables::is_printable,
        "isidentifier" => tables::starts_identifier,
        "islower" => tables::is_lower,
        "isupper" => tables::is_upper,
        "istitle" => |point| case::is_title(utf8::Encoded::new(point).bytes()),
        "continues" => tables::continues_identifier,
        "ignorable" => tables::is_case_ignorable,
        _ => return None,
    })
}

#[test]
fn every_code_point() {
    let mut tally = Tally::default();
    for case in cases(include_str!("data/unicode.txt")) {
        let (name, expected) = case[0].split_once(' ').unwrap();
        let got = if let Some(test) = test(name) {
            checksum(|point, sink| sink.0.push(b'0' + u8::from(test(point))))
        } else {
            let inside = name.strip_prefix("aa");
            let change = match inside.unwrap_or(name) {
                "lower" => Change::Lower,
                "upper" => Change::Upper,
                "title" => Change::Title,
                "casefold" => Change::Fold,
                "swapcase" => Change::Swap,
                "capitalize" => Change::Capitalize,
                other => panic!("unknown {other}"),
            };
            checksum(|point, sink| {
                let mut text = utf8::Encoded::new(point).bytes().to_vec();
                if inside.is_some() {
                    text.insert(0, b'a');
                    text.push(b'A');
                }
                case::change(&text, change, sink).unwrap();
                sink.0.push(0);
            })
        };
        tally.check(name, got, expected.into());
    }
    tally.end(20);
}
