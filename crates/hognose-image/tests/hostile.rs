//! Whatever the bytes: no reader, checker, disassembler or assembler panics, and what passes the checker comes back from its
//! text.

mod common;
use common::raw::{self, Raw, seal};
use common::{GOOD, assemble, good, text_of};
use hognose_image::isa::Op;
use hognose_image::position::{PositionWriter, Positions};
use hognose_image::{Image, Position, asm, check, check_scratch_words, varint};
use proptest::prelude::*;

/// Calls everything there is on these bytes; gives whether the checker takes them.
fn try_everything(bytes: &[u8]) -> bool {
    let trusted = Image::trusted(bytes);
    walk(&trusted);
    let Ok(image) = Image::parse(bytes) else { return false };
    walk(&image);
    let need = check_scratch_words(&image);
    let mut scratch = vec![0; need];
    let passed = check(&image, &mut scratch).is_ok();
    // With less memory it says so and nothing else happens.
    if need > 0 && passed {
        assert!(check(&image, &mut scratch[..need - 1]).is_err());
    }
    let text = text_of(&image);
    if passed {
        assert!(!text.contains(".malformed"), "{text}");
        assert!(assemble("again", &text) == bytes, "{text}");
    }
    passed
}

fn walk(image: &Image<'_>) {
    let few = |count: u32| (0..count.min(300)).chain([count, u32::MAX]);
    for index in few(image.constant_count()) {
        let _ = (image.constant(index), image.str(index), image.constant_record(index));
    }
    for index in few(image.module_count()) {
        let _ = image.module(index);
    }
    let _ = image.find_module(b"none of that name");
    for index in few(image.import_count()) {
        let _ = image.import(index).map(|import| import.names.count());
    }
    for index in few(image.code_count()) {
        let Some(code) = image.code(index) else { continue };
        let _ = (code.locals().count(), code.cells().count(), code.frees().count(), code.ranges().count());
        let _ = (code.positions().count(), code.instructions().count(), code.parameter_count());
        for pc in [0, 1, 7, 100, u32::MAX] {
            let _ = (code.decode(pc), code.position(pc), code.range_at(pc));
        }
    }
}

/// Every byte to every other value.
fn change_every_byte(name: &str) {
    let bytes = good(name);
    let mut passed = 0;
    for at in 0..bytes.len() {
        for change in 1..=255 {
            let mut spoilt = bytes.clone();
            spoilt[at] ^= change;
            seal(&mut spoilt);
            passed += u32::from(try_everything(&spoilt));
        }
    }
    // Letters of strings and the like may change freely.
    assert!(passed > 100, "{passed}");
}

/// One test each, so that they run side by side.
#[test]
fn no_change_of_one_byte_makes_anything_panic_loop() {
    change_every_byte("loop");
}

#[test]
fn no_change_of_one_byte_makes_anything_panic_try() {
    change_every_byte("try");
}

#[test]
fn no_change_of_one_byte_makes_anything_panic_generator() {
    change_every_byte("generator");
}

#[test]
fn no_change_of_one_byte_makes_anything_panic_closure() {
    change_every_byte("closure");
}

#[test]
fn no_change_of_one_byte_makes_anything_panic_class() {
    change_every_byte("class");
}

#[test]
fn no_cut_makes_anything_panic() {
    for (name, _) in GOOD {
        let bytes = good(name);
        for len in 0..bytes.len() {
            let mut spoilt = bytes[..len].to_vec();
            assert!(!try_everything(&spoilt));
            if len >= 16 {
                spoilt[8..12].copy_from_slice(&(len as u32).to_le_bytes());
                seal(&mut spoilt);
                try_everything(&spoilt);
            }
        }
    }
}

fn instruction() -> impl Strategy<Value = Vec<u8>> {
    let number = || prop_oneof![8 => 0u32..6, 2 => 0u32..300, 1 => any::<u32>()];
    (0..Op::ALL.len(), number(), number(), 0u8..40).prop_map(|(op, a, b, label)| {
        let op = Op::ALL[op];
        let mut bytes = vec![op as u8];
        for (kind, value) in op.operands().iter().zip([a, b]) {
            match kind {
                hognose_image::isa::Operand::Label => bytes.extend([label, 0, 0]),
                hognose_image::isa::Operand::Bin | hognose_image::isa::Operand::Cmp => {
                    bytes.push(value as u8)
                }
                _ => bytes.extend(raw::varint_bytes(value)),
            }
        }
        bytes
    })
}

fn position() -> impl Strategy<Value = Option<Position>> {
    let near = |middle: u32| prop_oneof![6 => middle..middle + 20, 1 => 0u32..1 << 30];
    prop_oneof![
        1 => Just(None),
        8 => (near(10), prop_oneof![5 => Just(0u32), 1 => 0u32..100], near(0), near(4)).prop_map(|(line, height, column, end)| {
            let end_line = (line + height).min((1 << 30) - 1);
            Some(Position { line, end_line, column, end_column: end })
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        try_everything(&bytes);
        let mut sealed = [b"HOGN\x01\x00\x00\x00".to_vec(), bytes].concat();
        sealed.resize(sealed.len().max(16), 0);
        let len = sealed.len() as u32;
        sealed[8..12].copy_from_slice(&len.to_le_bytes());
        seal(&mut sealed);
        try_everything(&sealed);
    }

    #[test]
    fn several_changes(name in 0..GOOD.len(), changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = good(GOOD[name].0);
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        seal(&mut bytes);
        try_everything(&bytes);
    }

    #[test]
    fn random_code(code in proptest::collection::vec(instruction(), 1..20), ranges in proptest::collection::vec([0u32..20, 1u32..9, 0u32..20, 0u32..3], 0..4)) {
        let mut raw = Raw::of(&good("closure"));
        let own = &mut raw.codes[1];
        own.bytes = code.concat();
        own.figures[raw::LENGTH] = own.bytes.len() as u32;
        own.figures[raw::RANGES] = ranges.len() as u32;
        own.ranges = ranges;
        own.figures[raw::STACK] = 20;
        own.positions = vec![0xf1];
        if code.len() > 1 {
            own.positions.push(0x80 | (code.len() as u8 - 2));
        }
        try_everything(&raw.encode());
    }

    /// Strings that are none too, as far as the text goes.
    #[test]
    fn constants_come_back(texts in proptest::collection::vec(any::<Vec<u8>>(), 0..4), chars in any::<String>(), int in any::<i64>(), bits in any::<[u64; 3]>()) {
        let mut raw = Raw::of(&good("closure"));
        for text in &texts {
            raw.constants.push([&[9], &text[..]].concat());
            raw.constants.push([&[10], &text[..]].concat());
        }
        raw.constants.push([&[9], chars.as_bytes()].concat());
        raw.constants.push([&[7], &bits[0].to_le_bytes()[..]].concat());
        raw.constants.push([&[8], &bits[1].to_le_bytes()[..], &bits[2].to_le_bytes()[..]].concat());
        let mut number = [0; 10];
        let len = varint::write(varint::zigzag64(int), &mut number);
        raw.constants.push([&[4], &number[..len]].concat());
        let bytes = raw.encode();
        let text = text_of(&Image::parse(&bytes).unwrap());
        prop_assert!(assemble("again", &text) == bytes, "{}", text);
        prop_assert!(text.chars().all(|c| c == '\n' || c == ' ' || c.is_alphanumeric() || c.is_ascii_graphic()), "{}", text);
    }

    #[test]
    fn positions_come_back(wanted in proptest::collection::vec((position(), 1usize..80), 0..30), first_line in 0u32..50) {
        let wanted: Vec<_> = wanted.into_iter().flat_map(|(position, count)| std::iter::repeat_n(position, count)).collect();
        let mut table = Vec::new();
        let mut sink = |bytes: &[u8]| { table.extend_from_slice(bytes); Ok::<(), ()>(()) };
        let mut writer = PositionWriter::new(first_line);
        for position in &wanted {
            writer.add(*position, &mut sink).unwrap();
        }
        writer.end(&mut sink).unwrap();
        let mut positions = Positions::new(&table, first_line);
        prop_assert_eq!(positions.by_ref().collect::<Vec<_>>(), wanted);
        prop_assert!(positions.is_finished());
    }

    #[test]
    fn random_text(text in ".{0,60}") {
        let (mut buf, mut scratch) = ([0; 500], [0; 100]);
        let _ = asm(&text, &mut buf, &mut scratch);
    }

    #[test]
    fn spoilt_text(name in 0..GOOD.len(), at in any::<proptest::sample::Index>(), put in "[ -~\n\u{e9}]{0,3}", cut in 0usize..4) {
        let mut text = GOOD[name].1.to_string();
        let at = at.index(text.len());
        let end = (at + cut).min(text.len());
        if text.is_char_boundary(at) && text.is_char_boundary(end) {
            text.replace_range(at..end, &put);
        }
        let (mut buf, mut scratch) = (vec![0; 8000], vec![0; 600]);
        if let Ok(len) = asm(&text, &mut buf, &mut scratch) {
            try_everything(&buf[..len]);
        }
    }
}
