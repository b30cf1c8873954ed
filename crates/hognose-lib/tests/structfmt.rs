//! Formats of `struct` against what CPython 3.11 answered (structfmt/cases.txt, written by structfmt/record.py).

use hognose_lib::structfmt::*;
use proptest::prelude::*;

fn from_hex(hex: &str) -> Vec<u8> {
    (0..hex.len() / 2).map(|n| u8::from_str_radix(&hex[2 * n..2 * n + 2], 16).expect("hex")).collect()
}

fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// A value as record.py writes it; bytes point into `bytes`.
fn value<'a>(text: &str, bytes: &'a mut Vec<u8>) -> Value<'a> {
    let (kind, rest) = text.split_at(1);
    match kind {
        "i" => {
            let limit = if rest.starts_with('-') { i128::MIN } else { i128::MAX };
            Value::Int(rest.parse().unwrap_or(limit))
        }
        "f" => Value::Float(f64::from_bits(u64::from_str_radix(rest, 16).expect("bits"))),
        "t" => Value::Bool(rest == "1"),
        "b" => {
            *bytes = from_hex(rest);
            Value::Bytes(bytes)
        }
        _ => Value::Other,
    }
}

fn show(value: Value) -> String {
    match value {
        Value::Int(n) => format!("i{n}"),
        Value::Float(x) => format!("f{:016x}", x.to_bits()),
        Value::Bool(truth) => format!("t{}", u8::from(truth)),
        Value::Bytes(bytes) => format!("b{}", to_hex(bytes)),
        Value::Other => "o".into(),
    }
}

fn items(format: &[u8], layout: &Layout) -> Vec<Item> {
    let mut cursor = Cursor::new(format);
    std::iter::from_fn(|| cursor.next(format, layout)).collect()
}

fn place(item: Item) -> std::ops::Range<usize> {
    item.offset as usize..(item.offset + item.size) as usize
}

fn answer(op: &str, format: &[u8], argument: &str, short: bool) -> Result<String, StructError> {
    let layout = Layout::read(format)?;
    let numbers = || -> Vec<i64> { argument.split(' ').map(|n| n.parse().expect("a number")).collect() };
    match op {
        // Of large ones only the size is recorded.
        "layout" if short => Ok(layout.size.to_string()),
        "layout" => {
            assert_eq!(items(format, &layout).len() as u64, layout.items);
            Ok(format!("{} {}", layout.size, layout.items))
        }
        "pack" => {
            let values: Vec<&str> = argument.split(' ').filter(|v| !v.is_empty()).collect();
            layout.check_items("pack", values.len() as u64)?;
            let mut out = vec![0; layout.size as usize];
            for (item, text) in items(format, &layout).into_iter().zip(values) {
                pack(&layout, item, value(text, &mut Vec::new()), &mut out[place(item)])?;
            }
            Ok(to_hex(&out))
        }
        "unpack" => {
            let bytes = from_hex(argument);
            layout.check_unpack(bytes.len() as u64)?;
            let values = items(format, &layout)
                .into_iter()
                .map(|item| show(unpack(&layout, item, &bytes[place(item)])));
            Ok(values.collect::<Vec<_>>().join(" "))
        }
        "iter" => {
            let len = numbers()[0] as u64;
            layout.check_iter(len)?;
            Ok((len / layout.size).to_string())
        }
        "from" | "into" => Ok(layout.place(op == "into", numbers()[0], numbers()[1] as u64)?.to_string()),
        _ => panic!("operation {op}"),
    }
}

#[test]
fn as_cpython() {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/structfmt/cases.txt");
    let path = std::env::var("STRUCT_CASES").unwrap_or(default.into());
    let cases = std::fs::read_to_string(path).expect("cases.txt");
    let (mut count, mut wrong) = (0, Vec::new());
    for line in cases.lines().filter(|l| !l.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [op, format, argument, expected] = fields[..] else { panic!("fields of {line:?}") };
        let got = answer(op, &from_hex(format), argument, !expected.contains(' ')).unwrap_or_else(|error| {
            let class = if error.class() == ErrorClass::Overflow { "OverflowError" } else { "error" };
            format!("!{class}: {error}")
        });
        count += 1;
        if got != expected {
            wrong.push(format!("{line}\n    got {got}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {count} differ:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(30)].join("\n")
    );
    assert!(count > 600);
}

#[test]
fn a_cursor_can_be_kept_and_copied() {
    let format = b">2h3sx?";
    let layout = Layout::read(format).expect("a format");
    let mut cursor = Cursor::new(format);
    let first = cursor.next(format, &layout).expect("an item");
    assert_eq!((first.code.letter(), first.offset, first.size), ('h', 0, 2));
    let copy = cursor;
    let rest = |mut cursor: Cursor| -> Vec<(char, u64, u64)> {
        std::iter::from_fn(|| cursor.next(format, &layout))
            .map(|i| (i.code.letter(), i.offset, i.size))
            .collect()
    };
    assert_eq!(rest(cursor), [('h', 2, 2), ('s', 4, 3), ('?', 8, 1)]);
    assert_eq!(rest(copy), rest(cursor));
    assert_eq!(first.code.takes(), Takes::Int);
}

fn formats() -> impl Strategy<Value = Vec<u8>> {
    let good = prop::sample::select(b"xcbB?hHiIlLqQnNefdspP @=<>!0123459 ".to_vec());
    prop::collection::vec(prop_oneof![20 => good, 1 => any::<u8>()], 0..10)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    /// Whatever is unpacked packs into the same bytes, but for floats that are no numbers and what lies between items.
    #[test]
    fn what_is_unpacked_packs_again(format in formats(), seed in prop::collection::vec(any::<u8>(), 64)) {
        let Ok(layout) = Layout::read(&format) else { return Ok(()) };
        if layout.size > 10_000 || layout.items > 10_000 {
            return Ok(());
        }
        let bytes: Vec<u8> = (0..layout.size as usize).map(|n| seed[n % 64]).collect();
        let all = items(&format, &layout);
        prop_assert_eq!(all.len() as u64, layout.items);
        let mut end = 0;
        for item in all {
            prop_assert!(item.offset >= end);
            end = item.offset + item.size;
            let old = &bytes[place(item)];
            let value = unpack(&layout, item, old);
            let mut new = vec![0xaa; old.len()];
            prop_assert_eq!(pack(&layout, item, value, &mut new), Ok(()));
            let same = match value {
                Value::Float(x) => x.is_nan() || new == old,
                // Any byte is true, and what follows a short text is not kept.
                Value::Bool(truth) => new == [u8::from(truth)],
                _ => unpack(&layout, item, &new) == value,
            };
            prop_assert!(same, "{:?} {:?} {:?}", item, old, new);
        }
        prop_assert!(end <= layout.size);
    }

    /// Values of the wrong kind, and buffers of the wrong length, are errors or nothing, never a panic.
    #[test]
    fn nothing_panics(format in formats(), n: i128, x: f64, bytes in prop::collection::vec(any::<u8>(), 0..20), offset: i64, len: u64) {
        let Ok(layout) = Layout::read(&format) else { return Ok(()) };
        let mut cursor = Cursor::new(&format);
        for _ in 0..50 {
            let Some(item) = cursor.next(&format, &layout) else { break };
            for value in [Value::Int(n), Value::Float(x), Value::Bool(true), Value::Bytes(&bytes), Value::Other] {
                if let Err(error) = pack(&layout, item, value, &mut bytes.clone()) {
                    prop_assert!(!error.to_string().is_empty());
                }
            }
            unpack(&layout, item, &bytes);
        }
        for packing in [false, true] {
            match layout.place(packing, offset, len) {
                Ok(start) => prop_assert!(start + layout.size <= len),
                Err(error) => prop_assert!(!error.to_string().is_empty()),
            }
        }
    }
}
