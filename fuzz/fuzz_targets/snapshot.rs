//! Snapshots with something changed in them, or made of any bytes: refused, or run within the budget without a panic.
#![no_main]

use hognose::{Budget, Engine, LIBRARY, Outcome};
use hognose_image::crc::Crc;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

/// Words of the block.
const BLOCK: usize = 32 * 1024;
/// Bytes before what may be changed: magic, version, fingerprints, lengths.
const HEADER: usize = 40;
const FUEL: u64 = 5_000;

const PROGRAMS: [&str; 6] = [
    include_str!("../../crates/hognose-vm/tests/programs/calls.py"),
    include_str!("../../crates/hognose-vm/tests/programs/classes.py"),
    include_str!("../../crates/hognose-vm/tests/programs/data.py"),
    include_str!("../../crates/hognose-vm/tests/programs/exceptions.py"),
    include_str!("../../crates/hognose-vm/tests/programs/generators.py"),
    "import re, json, math\nx = re.compile('(a|b)*c').findall('abacab c')\ny = json.dumps({'a': [1, 2.5, None]})\n",
];

/// Snapshots of programs on their way.
static GOOD: LazyLock<Vec<Vec<u8>>> =
    LazyLock::new(|| PROGRAMS.iter().flat_map(|source| taken(source)).collect());

fn taken(source: &str) -> Vec<Vec<u8>> {
    let mut block = vec![0; BLOCK];
    let mut engine = Engine::new(&mut block).expect("the block is large enough");
    engine.load_source(source, "good.py").expect("it is a program");
    let mut all = Vec::new();
    loop {
        let mut bytes = Vec::new();
        engine
            .snapshot(&mut |piece| {
                bytes.extend_from_slice(piece);
                true
            })
            .expect("paused");
        all.push(bytes);
        if engine.run(Budget::fuel(97)) != Outcome::Spent {
            return all;
        }
    }
}

/// One change: place, what to do, a number.
fn change(bytes: &mut [u8], place: u16, how: u8, number: u64) {
    let words = (bytes.len() - HEADER - 8) / 8;
    let word = |i: u64| HEADER + 8 * (i as usize % words);
    let at = word(place.into());
    let read = |bytes: &[u8], at: usize| u64::from_le_bytes(bytes[at..at + 8].try_into().expect("8 bytes"));
    let old = read(bytes, at);
    let new = match how % 8 {
        0 => read(bytes, word(number)),
        1 => 0xFFFE << 48 | number % words as u64,
        2 => 0xFFFD << 48 | number % 8,
        3 => old ^ 1 << (number % 64),
        4 => old.wrapping_add(number % 9).wrapping_sub(4),
        5 => 0xFFFF << 48 | number & 0xFFFF,
        6 => old & !0xFFFF_FFFF | number & 0xFFFF_FFFF,
        _ => number,
    };
    bytes[at..at + 8].copy_from_slice(&new.to_le_bytes());
}

fn seal(bytes: &mut [u8]) {
    let end = bytes.len() - 8;
    let crc = Crc::new().with(&bytes[..end]).value();
    bytes[end..end + 4].copy_from_slice(&crc.to_le_bytes());
}

fuzz_target!(|data: &[u8]| {
    let [low, high, changes @ ..] = data else { return };
    let which = usize::from(u16::from_le_bytes([*low, *high]));
    let mut bytes;
    if which == 0xFFFF {
        bytes = changes.to_vec();
    } else {
        bytes = GOOD[which % GOOD.len()].clone();
        // Place, what to do, and as much of the number as there is.
        for one in changes.chunks(7) {
            let mut part = [0; 11];
            part[..one.len()].copy_from_slice(one);
            let number = u64::from_le_bytes(part[3..].try_into().expect("8 bytes"));
            change(&mut bytes, u16::from_le_bytes([part[0], part[1]]), part[2], number);
        }
        seal(&mut bytes);
    }
    let mut block = vec![!0; BLOCK];
    let Ok(mut engine) = Engine::restore(&mut block, &bytes, LIBRARY) else { return };
    if engine.run(Budget::fuel(FUEL)) == Outcome::Failed {
        engine.report();
    }
    engine.vm().heap.collect();
    engine.snapshot(&mut |_| true).expect("paused");
});
