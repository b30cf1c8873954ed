//! Snapshots with something changed in them and a checksum that matches: refused, or run to an end or the end of the budget.
//! Never a panic.

mod support;

use hognose_image::crc::Crc;
use hognose_vm::snapshot::HEADER;
use hognose_vm::vm::Vm;
use std::panic::{AssertUnwindSafe, catch_unwind};
use support::{Printed, engine, image, start};

const PROGRAMS: &[(&str, &str)] = &[
    ("calls", include_str!("programs/calls.py")),
    ("data", include_str!("programs/data.py")),
    ("classes", include_str!("programs/classes.py")),
    ("generators", include_str!("programs/generators.py")),
    ("exceptions", include_str!("programs/exceptions.py")),
];

/// Fuel that a changed snapshot may take.
const FUEL: u64 = 20_000;

/// Is this the long run?
fn full() -> bool {
    std::env::var_os("HOGNOSE_FULL").is_some()
}

struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }
}

/// Snapshots of a program at several points of its run.
fn snapshots(source: &str, most: usize) -> Vec<Vec<u8>> {
    let image = image(source);
    let mut block = vec![0; 1 << 15];
    let mut host = Printed::default();
    let mut vm = engine(&mut block);
    vm.set_host(&mut host);
    start(&mut vm, &image).expect("loads");
    let mut all = Vec::new();
    loop {
        let mut bytes = Vec::new();
        vm.snapshot(&mut |piece| {
            bytes.extend_from_slice(piece);
            true
        })
        .expect("paused");
        all.push(bytes);
        if vm.run(131) != hognose_vm::vm::Exit::Spent {
            break;
        }
    }
    let step = all.len().div_ceil(most).max(1);
    all.into_iter().rev().step_by(step).collect()
}

/// Puts the right checksum behind the bytes.
fn seal(bytes: &mut [u8]) {
    let end = bytes.len() - 8;
    let crc = Crc::new().with(&bytes[..end]).value();
    bytes[end..end + 4].copy_from_slice(&crc.to_le_bytes());
}

/// Restores and runs; gives whether it was taken.
fn try_out(bytes: &[u8], block: &mut [u64]) -> bool {
    let mut host = Printed::default();
    let Ok(mut vm) = Vm::restore(block, bytes, hognose_lib::MODULES, hognose_lib::FROZEN) else {
        return false;
    };
    vm.set_compiler(&support::Source);
    vm.set_host(&mut host);
    let _ = vm.run(FUEL);
    // Everything that is there can still be collected and written.
    vm.heap.collect();
    vm.snapshot(&mut |_| true).expect("paused");
    true
}

/// Tries a changed snapshot; a panic is reported with what was changed.
fn survives(name: &str, what: &str, bytes: &[u8], block: &mut [u64]) -> bool {
    match catch_unwind(AssertUnwindSafe(|| try_out(bytes, block))) {
        Ok(taken) => taken,
        Err(_) => panic!("{name}: {what}"),
    }
}

#[test]
fn a_changed_byte_is_refused_by_the_checksum() {
    let bytes = snapshots(PROGRAMS[0].1, 1).remove(0);
    let mut block = vec![0; 1 << 15];
    for at in (0..bytes.len()).step_by(if full() { 1 } else { 37 }) {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (at % 8);
        assert!(
            Vm::restore(&mut block, &changed, hognose_lib::MODULES, hognose_lib::FROZEN).is_err(),
            "byte {at} changed"
        );
    }
    for len in (0..bytes.len()).step_by(41) {
        assert!(Vm::restore(&mut block, &bytes[..len], hognose_lib::MODULES, hognose_lib::FROZEN).is_err());
    }
}

#[test]
fn a_changed_byte_with_its_checksum_harms_nobody() {
    let mut block = vec![0; 1 << 15];
    for (name, source) in PROGRAMS {
        for bytes in snapshots(source, if full() { 8 } else { 1 }) {
            let step = if full() { 1 } else { 61 };
            for at in (HEADER..bytes.len() - 8).step_by(step) {
                let mut changed = bytes.clone();
                changed[at] ^= 1 << (at % 8);
                seal(&mut changed);
                survives(name, &format!("bit {} of byte {at}", at % 8), &changed, &mut block);
            }
        }
    }
}

#[test]
fn changed_words_with_their_checksum_harm_nobody() {
    let mut block = vec![0; 1 << 15];
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let (mut taken, mut refused) = (0, 0);
    for (name, source) in PROGRAMS {
        for bytes in snapshots(source, 8) {
            let words = (bytes.len() - HEADER - 8) / 8;
            for _ in 0..if full() { 20_000 } else { 150 } {
                let mut changed = bytes.clone();
                let mut what = String::new();
                for _ in 0..1 + random.below(3) {
                    let at = HEADER + 8 * random.below(words);
                    let from = HEADER + 8 * random.below(words);
                    let old: [u8; 8] = changed[at..at + 8].try_into().expect("8 bytes");
                    let old = u64::from_le_bytes(old);
                    let new = match random.below(8) {
                        0..=2 => {
                            let other: [u8; 8] = changed[from..from + 8].try_into().expect("8 bytes");
                            u64::from_le_bytes(other)
                        }
                        3 => 0xFFFD << 48 | random.below(8) as u64,
                        4 => 0xFFFE << 48 | random.below(words) as u64,
                        5 => old ^ 1 << random.below(64),
                        6 => old.wrapping_add(random.below(5) as u64).wrapping_sub(2),
                        _ => [0, 1, u64::MAX, 0xFFFF << 48, 0xFFFF_7FFF_FFFF_FFFF, 0xFFFC << 48]
                            [random.below(6)],
                    };
                    changed[at..at + 8].copy_from_slice(&new.to_le_bytes());
                    what.push_str(&format!("word {} from {old:x} to {new:x}; ", (at - HEADER) / 8));
                }
                seal(&mut changed);
                match survives(name, &what, &changed, &mut block) {
                    true => taken += 1,
                    false => refused += 1,
                }
            }
        }
    }
    // The test is worth something only when both happen.
    assert!(taken > 50 && refused > 50, "{taken} taken, {refused} refused");
}

/// A sort that is paused is an array with figures in it: nobody believes them afterwards.
#[test]
fn a_changed_sort_harms_nobody() {
    const ITEMS: u64 = 2001;
    let source = "x = list(range(2001))\nx.sort(key=lambda v: v * 7 % 2001)\nx.sort(key=lambda v: str(v))\nprint(x[0])\n";
    let int = |n: u64| 0xFFFFu64 << 48 | n & 0xFFFF_FFFF_FFFF;
    let mut block = vec![0; 1 << 15];
    let mut tried = 0;
    for bytes in snapshots(source, 400) {
        let words: Vec<u64> = bytes[HEADER..]
            .chunks_exact(8)
            .map(|word| u64::from_le_bytes(word.try_into().expect("8 bytes")))
            .collect();
        // Items, what they are, width, place.
        let is_small = |word: u64, most: u64| word >> 48 == 0xFFFF && word & 0xFFFF_FFFF_FFFF <= most;
        let found = words.windows(4).position(|w| {
            w[0] == int(ITEMS) && is_small(w[1], 2) && is_small(w[2], 2 * ITEMS) && is_small(w[3], ITEMS)
        });
        let Some(found) = found else { continue };
        for field in 0..4 {
            for figure in [0, 1, 3, ITEMS - 1, ITEMS + 5, 1 << 40, u64::MAX] {
                let mut changed = bytes.clone();
                let at = HEADER + 8 * (found + field);
                changed[at..at + 8].copy_from_slice(&int(figure).to_le_bytes());
                seal(&mut changed);
                survives("sort", &format!("field {field} is {figure}"), &changed, &mut block);
                tried += 1;
            }
        }
        if tried > 500 {
            break;
        }
    }
    assert!(tried >= 28, "{tried}");
}
