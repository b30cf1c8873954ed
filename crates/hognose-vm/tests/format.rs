//! Formatting against what CPython answered (tests/data/record.py).

mod common;

use common::{Kept, Tally, cases, float, unescape};
use hognose_vm::num::bigint::{self, Int};
use hognose_vm::text::format_spec::{self as spec, FormatError, IntKind, Spec, SpecError, Target};
use hognose_vm::text::percent::{self, Amount, Family};
use hognose_vm::text::sink::{Fixed, Sink};
use hognose_vm::text::str_format::{self, First, Numbering, Step};
use num_bigint::BigInt;

/// An integer from decimal digits: sign, and its digits in a base.
fn digits(text: &str, base: u32) -> (bool, Vec<u8>) {
    let value: BigInt = text.parse().unwrap();
    let limbs = value.magnitude().to_u32_digits();
    let mut scratch = vec![0; limbs.len()];
    let mut out = vec![0; bigint::digits_bound(limbs.len(), base)];
    let range = bigint::text(&limbs, base, &mut scratch, &mut out).unwrap();
    (value.sign() == num_bigint::Sign::Minus, out[range].to_vec())
}

fn as_float(text: &str) -> Option<f64> {
    let value: BigInt = text.parse().unwrap();
    let limbs = value.magnitude().to_u32_digits();
    bigint::to_f64(Int::new(value.sign() == num_bigint::Sign::Minus, &limbs))
}

/// What a formatter put, or its error as the recorder writes it.
fn shown(result: Result<(), FormatError>, sink: Kept, text: &[u8], type_name: &str) -> Vec<u8> {
    match result {
        Ok(()) => sink.0,
        Err(FormatError::Full) => b"full".to_vec(),
        Err(FormatError::Spec(error)) => {
            let mut sink = Kept::default();
            let kind = if error == SpecError::CharRange { "!OverflowError: " } else { "!ValueError: " };
            sink.put(kind.as_bytes()).unwrap();
            error.put(text, type_name.as_bytes(), &mut sink).unwrap();
            sink.0
        }
    }
}

fn format_int(value: &str, spec: &Spec, sink: &mut Kept) -> Result<(), FormatError> {
    match spec.int_kind()? {
        IntKind::Digits(base) => {
            let (neg, digits) = digits(value, base);
            spec::put_int(neg, &digits, spec, sink)?;
            if let Ok(small) = value.parse() {
                let mut again = Kept::default();
                spec::put_i64(small, spec, &mut again).unwrap();
                assert_eq!(again.0, sink.0);
            }
            Ok(())
        }
        IntKind::Char => match value.parse() {
            Ok(small) => spec::put_char(small, spec, sink),
            Err(_) => {
                sink.put(b"!OverflowError: Python int too large to convert to C long").unwrap();
                Ok(())
            }
        },
        IntKind::Float => spec::put_float(as_float(value).unwrap(), spec, sink),
    }
}

#[test]
fn specifications() {
    let mut tally = Tally::default();
    for case in cases(include_str!("data/format_spec.txt")) {
        let text = unescape(case[2]);
        let mut sink = Kept::default();
        let complex = || {
            let (real, imag) = case[1].split_once(' ').unwrap();
            (float(real), float(imag))
        };
        let (result, type_name) = match case[0] {
            "i" => (
                Spec::parse(&text, Target::Int)
                    .map_err(FormatError::from)
                    .and_then(|spec| format_int(case[1], &spec, &mut sink)),
                "int",
            ),
            "f" => (
                Spec::parse(&text, Target::Float)
                    .map_err(FormatError::from)
                    .and_then(|spec| spec::put_float(float(case[1]), &spec, &mut sink)),
                "float",
            ),
            "s" => (
                Spec::parse(&text, Target::Str)
                    .map_err(FormatError::from)
                    .and_then(|spec| spec::put_str(&unescape(case[1]), &spec, &mut sink)),
                "str",
            ),
            "c" => (
                Spec::parse(&text, Target::Complex)
                    .map_err(FormatError::from)
                    .and_then(|spec| spec::put_complex(complex().0, complex().1, &spec, &mut sink)),
                "complex",
            ),
            _ => (
                spec::complex_repr(complex().0, complex().1, &mut sink).map_err(FormatError::from),
                "complex",
            ),
        };
        let got = shown(result, sink, &text, type_name);
        tally.check(&case, String::from_utf8_lossy(&got), String::from_utf8_lossy(&unescape(case[3])));
    }
    tally.end(1500);
}

/// Renders a template with one value and perhaps stars before it.
fn percent(template: &[u8], stars: &[i64], value: &str) -> Result<Vec<u8>, String> {
    let mut sink = Kept::default();
    let mut stars = stars.iter().copied();
    for piece in percent::Template::new(template) {
        let conversion = match piece.map_err(|error| error.text(false).to_string())? {
            percent::Piece::Literal(text) => {
                sink.put(text).unwrap();
                continue;
            }
            percent::Piece::Value(conversion) => conversion,
        };
        let mut star = |amount| if amount == Amount::Star { stars.next().unwrap() } else { 0 };
        let (width, precision) = (star(conversion.width), star(conversion.precision));
        let Some(family) = conversion.family(false) else {
            let mut message = Kept::default();
            conversion.put_unsupported(template, &mut message).unwrap();
            return Err(String::from_utf8(message.0).unwrap());
        };
        let resolved = conversion.resolve(width, precision);
        let (kind, value) = value.split_once(' ').unwrap();
        match (family, kind) {
            (Family::Int(base), _) => {
                let (neg, digits) = digits(value, base);
                resolved.put_int(neg, &digits, &mut sink).unwrap();
            }
            (Family::Float, "f") => resolved.put_float(float(value), &mut sink).unwrap(),
            (Family::Float, _) => resolved.put_float(as_float(value).unwrap(), &mut sink).unwrap(),
            (Family::Char, _) => {
                let point = value.parse::<u32>().ok().filter(|&point| point <= 0x10FFFF);
                let Some(point) = point else { return Err("%c arg not in range(0x110000)".into()) };
                resolved.put_char(point, &mut sink).unwrap();
            }
            (Family::Str, _) => resolved.put_text(&unescape(value), &mut sink).unwrap(),
            (Family::Repr | Family::Ascii, _) => {
                let mut text = Kept::default();
                let ascii = family == Family::Ascii;
                hognose_vm::text::repr::str_repr(&unescape(value), ascii, &mut text).unwrap();
                resolved.put_text(&text.0, &mut sink).unwrap();
            }
        }
    }
    Ok(sink.0)
}

#[test]
fn percent_templates() {
    let mut tally = Tally::default();
    for case in cases(include_str!("data/percent.txt")) {
        let stars: Vec<i64> =
            case[1].split(',').filter(|star| !star.is_empty()).map(|star| star.parse().unwrap()).collect();
        let expected = unescape(case[3]);
        let expected = String::from_utf8_lossy(&expected).into_owned();
        let got = match percent(&unescape(case[0]), &stars, case[2]) {
            Ok(text) => String::from_utf8_lossy(&text).into_owned(),
            Err(message) if message.starts_with("%c") => format!("!OverflowError: {message}"),
            Err(message) => format!("!ValueError: {message}"),
        };
        tally.check(&case, got, expected);
    }
    tally.end(1500);
}

#[test]
fn percent_keys_and_bytes() {
    let mut pieces = percent::Template::new(b"%(a(b)c)-05ld%b");
    let Some(Ok(percent::Piece::Value(first))) = pieces.next() else { panic!("no conversion") };
    assert_eq!(
        (first.key, first.left, first.zero, first.width),
        (Some(&b"a(b)c"[..]), true, true, Amount::Given(5))
    );
    assert_eq!(first.family(true), Some(Family::Int(10)));
    let Some(Ok(percent::Piece::Value(second))) = pieces.next() else { panic!("no conversion") };
    assert_eq!((second.family(true), second.family(false)), (Some(Family::Str), None));
    let mut again = percent::Template::from(b"%(a(b)c)-05ld%b", 13);
    assert_eq!(again.next(), Some(Ok(percent::Piece::Value(second))));
    let mut sink = Kept::default();
    second.resolve(0, 0).put_bytes(b"\xff\x00", &mut sink).unwrap();
    let Some(Ok(percent::Piece::Value(cut))) = percent::Template::new(b"%-4.1b").next() else {
        panic!("no conversion")
    };
    cut.resolve(0, 0).put_bytes(b"\xfe\x00", &mut sink).unwrap();
    assert_eq!(sink.0, b"\xff\x00\xfe   ");
}

const NAMES: &str = "a b c w p ab ba aa bb r ra ar br rb rr";

/// Renders a template as the recorder's probes do: each shows the way to it.
fn str_format(text: &[u8], numbering: &mut Numbering, depth: usize) -> Result<Vec<u8>, String> {
    if depth == 0 {
        return Err("!ValueError: Max string recursion exceeded".into());
    }
    let value_error = |error: str_format::TemplateError| format!("!ValueError: {}", error.text());
    let mut sink = Kept::default();
    for piece in str_format::Template::new(text) {
        let piece = piece.map_err(value_error)?;
        sink.put(piece.literal).unwrap();
        let Some(field) = piece.field else { continue };
        let (first, path) = str_format::split_name(field.name, numbering).map_err(value_error)?;
        let lossy = String::from_utf8_lossy;
        let mut way = match first {
            First::Index(index @ 0..=9) => format!("P{index}"),
            First::Index(index) => {
                return Err(format!(
                    "!IndexError: Replacement index {index} out of range for positional args tuple"
                ));
            }
            First::Name(name) if NAMES.split(' ').any(|known| known.as_bytes() == name) => {
                format!("N{}", lossy(name))
            }
            First::Name(name) => return Err(format!("!KeyError: '{}'", lossy(name))),
        };
        for step in path {
            way += &match step.map_err(value_error)? {
                Step::Attribute(name) => format!(".A{}", lossy(name)),
                Step::Index(index) => format!(".I{index}"),
                Step::Key(key) => format!(".K{}", lossy(key)),
            };
        }
        match field.conversion.map(|conversion| char::from_u32(conversion).unwrap()) {
            None => {}
            Some('r' | 's' | 'a') => way.insert(0, 'r'),
            Some(other) => {
                let mut message = Kept::default();
                str_format::put_unknown_conversion(other.into(), &mut message).unwrap();
                return Err(format!("!ValueError: {}", lossy(&message.0)));
            }
        }
        let spec =
            if field.nested { str_format(field.spec, numbering, depth - 1)? } else { field.spec.to_vec() };
        if field.conversion.is_some() {
            // A string is formatted now, not a probe.
            let parsed = Spec::parse(&spec, Target::Str).map_err(FormatError::from);
            let mut part = Kept::default();
            let result = parsed.and_then(|parsed| spec::put_str(way.as_bytes(), &parsed, &mut part));
            let part = shown(result, part, &spec, "str");
            if part.starts_with(b"!") {
                return Err(lossy(&part).into());
            }
            sink.put(&part).unwrap();
        } else {
            sink.put(format!("<{way}:{}>", lossy(&spec)).as_bytes()).unwrap();
        }
    }
    Ok(sink.0)
}

#[test]
fn str_format_templates() {
    let mut tally = Tally::default();
    for case in cases(include_str!("data/str_format.txt")) {
        let got = str_format(&unescape(case[0]), &mut Numbering::default(), 2);
        let got = got.unwrap_or_else(String::into_bytes);
        tally.check(&case, String::from_utf8_lossy(&got), String::from_utf8_lossy(&unescape(case[1])));
    }
    tally.end(400);
}

#[test]
fn a_full_sink_ends_formatting() {
    let spec = Spec::parse(b"*>20", Target::Float).unwrap();
    let mut room = [0; 19];
    assert_eq!(spec::put_float(1.5, &spec, &mut Fixed::new(&mut room)), Err(FormatError::Full));
    let mut room = [0; 20];
    assert_eq!(spec::put_float(1.5, &spec, &mut Fixed::new(&mut room)), Ok(()));
}

/// Widths beyond any memory neither overflow nor take long to be refused.
#[test]
fn giant_widths() {
    let widest = isize::MAX.to_string();
    for text in [format!("{widest}d"), format!("0{widest},d"), format!("{widest}_d"), format!("^{widest}")] {
        let spec = Spec::parse(text.as_bytes(), Target::Int).unwrap();
        let mut room = [0; 64];
        assert_eq!(spec::put_i64(-5, &spec, &mut Fixed::new(&mut room)), Err(FormatError::Full), "{text}");
    }
}
