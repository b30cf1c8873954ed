//! What images and checks cost: bytes, words, time.

mod common;
use common::raw::{LENGTH, RANGES, Raw, STACK, varint_bytes};
use common::{GOOD, assemble, good, verdict};
use hognose_image::{Image, check_scratch_words};
use std::time::{Duration, Instant};

#[test]
fn a_small_program_makes_a_small_image() {
    let text = ".module \"__main__\" \"hi.py\" #0\n.code #0 \"<module>\"\n.flags namespace\n.at 1:0 to 5\nload_name print\n\
                .at 1:6 to 10\nconst \"hi\"\n.at 1:0 to 11\ncall 1\npop\nnone\nreturn\n";
    assert_eq!(assemble("hi", text).len(), 105);
    assert_eq!(assemble("hi", &format!(".stripped\n{text}")).len(), 100);
}

#[test]
fn checking_needs_little_memory() {
    for (name, _) in GOOD {
        let bytes = good(name);
        let words = check_scratch_words(&Image::parse(&bytes).unwrap());
        assert!(words * 4 < bytes.len() / 2, "{name}: {words} words for {} bytes", bytes.len());
    }
}

/// The closure image with this as code object 1.
fn with_code(bytes: Vec<u8>, ranges: Vec<[u32; 4]>) -> Raw {
    let mut raw = Raw::of(&good("closure"));
    raw.flags = 3;
    raw.codes.iter_mut().for_each(|code| code.positions.clear());
    let code = &mut raw.codes[1];
    code.figures[STACK] = 400;
    code.figures[LENGTH] = bytes.len() as u32;
    code.figures[RANGES] = ranges.len() as u32;
    code.bytes = bytes;
    code.ranges = ranges;
    raw
}

fn passes_soon(name: &str, raw: &Raw) {
    let bytes = raw.encode();
    assert!(bytes.len() > 1_000_000);
    let start = Instant::now();
    assert_eq!(verdict(&bytes), "", "{name}");
    // A tenth of a second; what is quadratic takes hours.
    assert!(start.elapsed() < Duration::from_secs(20), "{name}: {:?}", start.elapsed());
}

#[test]
fn no_image_of_a_megabyte_takes_long() {
    const LEN: usize = 1_000_000;
    const POP: u8 = 0x08;
    const NONE: u8 = 0x03;
    const RETURN: u8 = 0x59;

    let mut jumps = Vec::new();
    while jumps.len() < LEN {
        let [a, b, c, _] = (jumps.len() as u32 + 5).to_le_bytes();
        jumps.extend([NONE, 0x31, a, b, c]);
    }
    jumps.extend([NONE, RETURN]);
    passes_soon("jumps", &with_code(jumps, vec![]));

    let mut plain = [NONE, POP].repeat(LEN / 2);
    plain.extend([NONE, RETURN]);
    let target = plain.len() as u32;
    plain.push(0x61);
    // Ranges as deep as they may be, far from where the code around them starts.
    let mut deep = Vec::new();
    for middle in (1000..LEN as u32 - 1000).step_by(2000) {
        deep.extend((0..255).map(|level| [middle - 2 * level, 2 + 4 * level, target, 0]));
    }
    passes_soon("deep", &with_code(plain.clone(), deep));
    // Many small ranges side by side inside deep ones.
    let mut flat: Vec<_> = (600..LEN as u32 - 2000).step_by(4).map(|at| [at, 2, target, 0]).collect();
    flat.extend((0..254).map(|level| [598 - 2 * level, LEN as u32 - 2000 + 4 * level, target, 0]));
    passes_soon("flat", &with_code(plain, flat));

    // Calls with many keywords, their values made by one instruction.
    let mut calls = vec![NONE];
    let mut raw = with_code(vec![], vec![]);
    let names = raw.constants.len() as u8;
    raw.constants[0] = b"\x09name".to_vec();
    raw.constants.push([vec![11], vec![0; 255]].concat());
    while calls.len() < LEN {
        calls.extend([0x4d, 0xff, 1, NONE, 0x53]);
        calls.extend([varint_bytes(255), vec![names]].concat());
    }
    calls.push(RETURN);
    raw.codes[1].figures[LENGTH] = calls.len() as u32;
    raw.codes[1].bytes = calls;
    passes_soon("calls", &raw);

    // Functions made of a code object with many names.
    let mut functions = [0x57, 1, 0, POP].repeat(LEN / 4);
    functions.extend([NONE, RETURN]);
    let mut raw = with_code(functions, vec![]);
    raw.codes[1].frees.clear();
    raw.codes[1].figures[12] = 0;
    raw.codes[1].locals = vec![0; 60_000];
    raw.codes[1].figures[10] = 60_000;
    raw.constants[0] = b"\x09name".to_vec();
    raw.codes[2].bytes = vec![NONE, RETURN];
    raw.codes[2].figures[LENGTH] = 2;
    passes_soon("functions", &raw);
}
