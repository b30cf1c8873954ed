//! Good images with something spoilt that the assembler would not write: header, tables, records, fields.

mod common;
use common::raw::*;
use common::{GOOD, good, verdict};

/// A good image, what to do to it, what the reader or checker says.
type Case = (&'static str, fn(&mut Raw), &'static str);

/// Index of the first tuple.
fn tuple(raw: &Raw) -> u32 {
    raw.constants.iter().position(|record| record[0] == 11).unwrap() as u32
}

fn add_constant(raw: &mut Raw, record: &[u8]) -> u32 {
    raw.constants.push(record.to_vec());
    raw.constants.len() as u32 - 1
}

const RECORDS: &[Case] = &[
    // Constants
    ("loop", |raw| raw.constants[2].clear(), "constant 2: cannot be read"),
    ("loop", |raw| raw.constants[2] = vec![13], "constant 2: cannot be read"),
    ("loop", |raw| raw.constants[2] = vec![0xff, 1], "constant 2: cannot be read"),
    ("loop", |raw| raw.constants[0] = vec![0, 0], "constant 0: cannot be read"),
    ("loop", |raw| raw.constants[0] = vec![1, 1], "constant 0: cannot be read"),
    ("loop", |raw| raw.constants[0] = vec![2, 0x80], "constant 0: cannot be read"),
    ("loop", |raw| raw.constants[0] = vec![3, 0], "constant 0: cannot be read"),
    ("loop", |raw| raw.constants[0] = vec![4], "constant 0: cannot be read"),
    ("loop", |raw| raw.constants[0] = vec![4, 0x80, 0], "constant 0: cannot be read"),
    ("loop", |raw| raw.constants[0] = vec![4, 1, 1], "constant 0: cannot be read"),
    ("loop", |raw| raw.constants[0] = [vec![4], vec![0xff; 10]].concat(), "constant 0: cannot be read"),
    ("loop", |raw| raw.constants[0] = vec![5], "constant 0: not the one form of this int"),
    ("loop", |raw| raw.constants[0] = vec![5, 7], "constant 0: not the one form of this int"),
    (
        "loop",
        |raw| raw.constants[0] = [&[5][..], &[0xff; 9], &[0]].concat(),
        "constant 0: not the one form of this int",
    ),
    (
        "loop",
        |raw| raw.constants[0] = vec![6, 0, 0, 0, 0, 0, 0, 0, 0x80],
        "constant 0: not the one form of this int",
    ),
    (
        "loop",
        |raw| raw.constants[0] = vec![5, 0, 0, 0, 0, 0, 0, 0, 0x7f],
        "constant 0: not the one form of this int",
    ),
    ("loop", |raw| raw.constants[0] = vec![7; 8], "constant 0: cannot be read"),
    ("loop", |raw| raw.constants[0] = vec![7; 10], "constant 0: cannot be read"),
    ("loop", |raw| raw.constants[0] = vec![8; 16], "constant 0: cannot be read"),
    ("loop", |raw| raw.constants[0] = vec![8; 18], "constant 0: cannot be read"),
    ("loop", |raw| raw.constants[0] = vec![9, 0xff], "constant 0: not UTF-8 at byte 0"),
    ("loop", |raw| raw.constants[0] = b"\x09ab\xc3".to_vec(), "constant 0: not UTF-8 at byte 2"),
    (
        "loop",
        |raw| raw.constants[0] = b"\x09\xed\xa0\x80\xc0\x80".to_vec(),
        "constant 0: not UTF-8 at byte 3",
    ),
    ("loop", |raw| raw.constants[0] = b"\x09\xf4\x90\x80\x80".to_vec(), "constant 0: not UTF-8 at byte 0"),
    ("loop", |raw| raw.constants[3] = vec![11, 3], "constant 3: item 3 does not stand before it"),
    ("loop", |raw| raw.constants[3] = vec![11, 0, 1, 4], "constant 3: item 4 does not stand before it"),
    ("loop", |raw| raw.constants[3] = vec![11, 0, 0x80], "constant 3: cannot be read"),
    ("loop", |raw| raw.constants[3] = vec![11, 0x80, 0], "constant 3: cannot be read"),
    ("loop", |raw| raw.constants[3] = vec![12, 3], "constant 3: item 3 does not stand before it"),
    (
        "loop",
        |raw| raw.constants[3] = vec![12, 0xff, 0xff, 0xff, 0xff, 0x0f],
        "constant 3: item 4294967295 does not stand before it",
    ),
    ("loop", |raw| raw.constants[3] = vec![12, 0, 0x81], "constant 3: cannot be read"),
    // Modules
    ("loop", |raw| raw.modules.clear(), "NoModule"),
    ("loop", |raw| raw.modules[0].clear(), "module 0: cannot be read"),
    ("loop", |raw| raw.modules[0].push(0), "module 0: cannot be read"),
    ("loop", |raw| raw.modules[0].truncate(4), "module 0: cannot be read"),
    ("loop", |raw| raw.modules[0][0] = 2, "module 0: flags 0x2, known are 0x1"),
    ("loop", |raw| raw.modules[0][1] = 99, "module 0: index 99, but there are 12 constants"),
    (
        "loop",
        |raw| {
            let bad = tuple(raw);
            raw.modules[0][1] = bad as u8
        },
        "module 0: constant 11 is not a str",
    ),
    ("loop", |raw| raw.modules[0][2] = 1, "module 0: index 1, but there are 1 code objects"),
    ("loop", |raw| raw.modules[0][3] = 100, "module 0: index 100, but there are 12 constants"),
    ("loop", |raw| raw.modules[0][4] = 15, "module 0: index 14, but there are 12 constants"),
    (
        "loop",
        |raw| {
            let bad = tuple(raw);
            raw.modules[0][4] = bad as u8 + 1
        },
        "module 0: constant 11 is not a str",
    ),
    ("try", |raw| raw.modules[0][2] = 0, "module 0: its code 0 is not namespace code"),
    (
        "class",
        |raw| {
            raw.codes[3].frees.push(0);
            raw.codes[3].figures[FREES] = 1
        },
        "module 0: its code 3 is not code without free variables",
    ),
    ("generator", |raw| raw.modules[0][2] = 4, "module 0: its code 4 is not code of this module"),
    ("generator", |raw| raw.modules[1][2] = 3, "module 1: its code 3 is not code of this module"),
    ("generator", |raw| raw.modules[1][1] = raw.modules[0][1], "module 1: the same as number 0"),
    (
        "loop",
        |raw| {
            let module = raw.modules[0].clone();
            raw.modules.resize(1025, module)
        },
        "image: 1025 modules, at most 1024 allowed",
    ),
    // Imports
    ("try", |raw| raw.imports[0].clear(), "host import 0: cannot be read"),
    ("try", |raw| raw.imports[0].push(0), "host import 0: cannot be read"),
    (
        "try",
        |raw| {
            raw.imports[0].pop();
        },
        "host import 0: cannot be read",
    ),
    ("try", |raw| raw.imports[0][0] = 120, "host import 0: index 120, but there are 25 constants"),
    ("try", |raw| raw.imports[0][1] = 120, "host import 0: index 120, but there are 25 constants"),
    (
        "try",
        |raw| {
            let bad = add_constant(raw, &[0]);
            raw.imports[1][0] = bad as u8
        },
        "host import 1: constant 25 is not a str",
    ),
    (
        "try",
        |raw| {
            let bad = add_constant(raw, &[0]);
            raw.imports[0][6] = bad as u8
        },
        "host import 0: constant 25 is not a str",
    ),
    ("try", |raw| raw.imports[1][0] = raw.imports[0][0], "host import 1: the same as number 0"),
    ("try", |raw| raw.imports[0][6] = raw.imports[0][1], "host import 0: the same as number 0"),
    (
        "try",
        |raw| {
            let copy = add_constant(raw, b"\x09open");
            raw.imports[0][6] = copy as u8
        },
        "host import 0: the same as number 0",
    ),
    (
        "try",
        |raw| raw.imports[0] = [0; 5 * 1024 + 1].to_vec(),
        "host import 0: 1026 imported names, at most 1024 allowed",
    ),
    (
        "try",
        |raw| raw.imports = vec![vec![0]; 1025],
        "host import 0: 1025 imported names, at most 1024 allowed",
    ),
    // Code objects: figures and lists
    ("loop", |raw| raw.code_records = vec![(0, vec![])], "module 0: cannot be read"),
    ("try", |raw| raw.code_records = vec![(0, vec![])], "code 0 (): cannot be read"),
    (
        "try",
        |raw| raw.code_records = vec![(0, raw.codes[0].encode()[..14].to_vec())],
        "code 0 (): cannot be read",
    ),
    (
        "try",
        |raw| raw.code_records = vec![(0, [&[0x80, 0][..], &raw.codes[0].encode()[1..]].concat())],
        "code 0 (): cannot be read",
    ),
    ("try", |raw| raw.codes[0].figures[FLAGS] = 256, "code 0 (read): flags 0x100, known are 0xff"),
    ("try", |raw| raw.codes[0].figures[FLAGS] = u32::MAX, "code 0 (read): flags 0xffffffff, known are 0xff"),
    ("try", |raw| raw.codes[0].figures[NAME] = 35, "code 0 (read): index 35, but there are 25 constants"),
    ("try", |raw| raw.codes[0].figures[2] = 35, "code 0 (): index 35, but there are 25 constants"),
    ("try", |raw| raw.codes[0].figures[6] = 36, "code 0 (read): index 35, but there are 25 constants"),
    ("try", |raw| raw.codes[0].figures[MODULE] = 1, "code 0 (read): index 1, but there are 1 modules"),
    ("try", |raw| raw.codes[0].figures[4] = u32::MAX, "code 0 (read): line 4294967295 is 2^30 or more"),
    (
        "try",
        |raw| raw.codes[0].figures[STACK] = 65535,
        "code 0 (read): 65539 locals, cells and stack values, at most 65535 allowed",
    ),
    (
        "try",
        |raw| raw.codes[0].figures[STACK] = u32::MAX,
        "code 0 (read): 4294967299 locals, cells and stack values, at most 65535 allowed",
    ),
    ("try", |raw| raw.codes[0].figures[7] = u32::MAX, "code 0 (read): 4294967296 parameters, but 4 locals"),
    (
        "try",
        |raw| raw.codes[0].figures[8] = 2,
        "code 0 (read): 2 positional-only parameters of 1 positional ones",
    ),
    ("try", |raw| raw.codes[0].figures[9] = 4, "code 0 (read): 5 parameters, but 4 locals"),
    ("try", |raw| raw.codes[0].figures[LOCALS] = u32::MAX, "code 0 (): cannot be read"),
    ("try", |raw| raw.codes[0].figures[CELLS] = u32::MAX, "code 0 (): cannot be read"),
    ("try", |raw| raw.codes[0].figures[FREES] = u32::MAX, "code 0 (): cannot be read"),
    ("try", |raw| raw.codes[0].figures[LENGTH] = u32::MAX, "code 0 (): cannot be read"),
    ("try", |raw| raw.codes[0].figures[RANGES] = u32::MAX, "code 0 (): cannot be read"),
    (
        "try",
        |raw| raw.codes[0].figures[RANGES] = 8,
        "code 0 (read): exception range 7 from 1767 to 1771 in 98 bytes of code",
    ),
    ("try", |raw| raw.codes[0].locals[3] = 35, "code 0 (read): index 35, but there are 25 constants"),
    ("try", |raw| raw.codes[0].locals[0] = constant_of_int(raw), "code 0 (read): constant 25 is not a str"),
    (
        "closure",
        |raw| raw.codes[2].cells[0][1] = 4,
        "code 2 (counter): cell 0 takes over local 3, but there are 3 parameters",
    ),
    (
        "closure",
        |raw| raw.codes[2].cells[0][1] = 2,
        "code 2 (counter): cell 1 takes over parameter 1, which another one has",
    ),
    (
        "closure",
        |raw| raw.codes[2].cells[1][0] = 77,
        "code 2 (counter): index 77, but there are 16 constants",
    ),
    (
        "closure",
        |raw| raw.codes[1].frees[1] = 77,
        "code 1 (counter.<locals>.count): index 77, but there are 16 constants",
    ),
    // Code objects: bytes
    (
        "loop",
        |raw| {
            raw.codes[0].bytes.clear();
            raw.codes[0].figures[LENGTH] = 0
        },
        "code 0 (<module>): has no instructions",
    ),
    ("loop", |raw| raw.codes[0].bytes[0] = 0, "code 0 (<module>) byte 0: no instruction, byte 0x00"),
    ("loop", |raw| raw.codes[0].bytes[0] = 0x07, "code 0 (<module>) byte 0: no instruction, byte 0x07"),
    ("loop", |raw| raw.codes[0].bytes[0] = 0xff, "code 0 (<module>) byte 0: no instruction, byte 0xff"),
    (
        "loop",
        |raw| raw.codes[0].bytes[1] = 0x80,
        "code 0 (<module>) byte 19: leaves 5 values, at most 4 stated",
    ),
    (
        "loop",
        |raw| raw.codes[0].bytes[1..3].copy_from_slice(&[0x80, 0]),
        "code 0 (<module>) byte 0: no instruction, byte 0x02",
    ),
    (
        "loop",
        |raw| raw.codes[0].bytes[3] = 0x80,
        "code 0 (<module>) byte 2: index 3456, but there are 12 constants",
    ),
    (
        "loop",
        |raw| *raw.codes[0].bytes.last_mut().unwrap() = 0x02,
        "code 0 (<module>) byte 92: no instruction, byte 0x02",
    ),
    (
        "loop",
        |raw| operand(raw, 0x2c, 13),
        "code 0 (<module>) byte 21: binary with operand 13, allowed are 0 to 12",
    ),
    (
        "loop",
        |raw| operand(raw, 0x2d, 255),
        "code 0 (<module>) byte 39: in_place with operand 255, allowed are 0 to 12",
    ),
    (
        "loop",
        |raw| operand(raw, 0x2e, 10),
        "code 0 (<module>) byte 25: compare with operand 10, allowed are 0 to 9",
    ),
    (
        "loop",
        |raw| operand(raw, 0x30, 1),
        "code 0 (<module>) byte 31: jump to byte 1, where no instruction starts",
    ),
    (
        "loop",
        |raw| operand(raw, 0x31, 94),
        "code 0 (<module>) byte 27: jump to byte 94, where no instruction starts",
    ),
    (
        "loop",
        |raw| operand(raw, 0x31, 255),
        "code 0 (<module>) byte 27: jump to byte 255, where no instruction starts",
    ),
    (
        "loop",
        |raw| operand(raw, 0x31, 28),
        "code 0 (<module>) byte 27: jump to byte 28, where no instruction starts",
    ),
    (
        "loop",
        |raw| operand(raw, 0x31, 3),
        "code 0 (<module>) byte 27: jump to byte 3, where no instruction starts",
    ),
    (
        "loop",
        |raw| operand(raw, 0x39, 13),
        "code 0 (<module>) byte 11: jump to byte 13, where no instruction starts",
    ),
    (
        "loop",
        |raw| raw.codes[0].bytes[14] = 0x80,
        "code 0 (<module>) byte 11: jump to byte 8388655, where no instruction starts",
    ),
    ("loop", |raw| operand(raw, 0x01, 14), "code 0 (<module>) byte 79: index 14, but there are 12 constants"),
    (
        "loop",
        |raw| operand(raw, 0x53, 0),
        "code 0 (<module>) byte 87: call_keywords with operand 0, allowed are 1 to 4294967295",
    ),
    // Exception ranges
    ("try", |raw| raw.codes[0].ranges.swap(0, 1), "code 0 (read): exception range 1 is out of order"),
    ("try", |raw| raw.codes[0].ranges.reverse(), "code 0 (read): exception range 1 is out of order"),
    (
        "try",
        |raw| raw.codes[0].ranges[0][0] += 1,
        "code 0 (read): exception range 0 at byte 8, where no instruction starts",
    ),
    (
        "try",
        |raw| raw.codes[0].ranges[0][1] += 1,
        "code 0 (read): exception range 0 at byte 18, where no instruction starts",
    ),
    (
        "try",
        |raw| raw.codes[0].ranges[0][2] += 3,
        "code 0 (read): exception range 0 at byte 32, where no instruction starts",
    ),
    (
        "try",
        |raw| raw.codes[0].ranges[0][1] = 0,
        "code 0 (read): exception range 0 from 7 to 7 in 98 bytes of code",
    ),
    (
        "try",
        |raw| raw.codes[0].ranges[0][1] = 1000,
        "code 0 (read): exception range 0 from 7 to 1007 in 98 bytes of code",
    ),
    (
        "try",
        |raw| raw.codes[0].ranges[0][0] = 127,
        "code 0 (read): exception range 0 from 127 to 137 in 98 bytes of code",
    ),
    ("try", |raw| raw.codes[0].ranges[0][1] = u32::MAX, "code 0 (read): cannot be read"),
    (
        "try",
        |raw| raw.codes[0].ranges[0][2] = 127,
        "code 0 (read): exception range 0 at byte 127, where no instruction starts",
    ),
    (
        "try",
        |raw| raw.codes[0].ranges[0][2] = u32::MAX,
        "code 0 (read): exception range 0 at byte 4294967295, where no instruction starts",
    ),
    ("try", |raw| raw.codes[0].ranges[0][3] = 0, "code 0 (read) byte 30: takes 3 values, the stack has 2"),
    (
        "try",
        |raw| raw.codes[0].ranges[0][3] = u32::MAX,
        "code 0 (read) byte 29: leaves 4294967295 values, at most 5 stated",
    ),
    (
        "try",
        |raw| raw.codes[0].ranges[0][3] = 65535,
        "code 0 (read) byte 29: leaves 65536 values, at most 5 stated",
    ),
    ("try", nest, "code 0 (read): exception range 255 makes more than 255 levels"),
    // Positions
    ("loop", |raw| raw.codes[0].positions.clear(), "code 0 (<module>): positions go wrong at instruction 0"),
    (
        "loop",
        |raw| {
            raw.codes[0].positions.pop();
        },
        "code 0 (<module>): positions go wrong at instruction 38",
    ),
    (
        "loop",
        |raw| raw.codes[0].positions.push(0x80),
        "code 0 (<module>): positions go wrong at instruction 41",
    ),
    (
        "loop",
        |raw| raw.codes[0].positions.push(0xf1),
        "code 0 (<module>): positions go wrong at instruction 41",
    ),
    (
        "loop",
        |raw| raw.codes[0].positions[0] = 0xf2,
        "code 0 (<module>): positions go wrong at instruction 0",
    ),
    (
        "loop",
        |raw| raw.codes[0].positions[0] = 0xff,
        "code 0 (<module>): positions go wrong at instruction 0",
    ),
    ("loop", |raw| positions(raw, 3, &[0x80; 3]), "code 0 (<module>): positions go wrong at instruction 6"),
    (
        "loop",
        |raw| positions(raw, 1, &[0xe4, 3, 2]),
        "code 0 (<module>): positions go wrong at instruction 1",
    ),
    (
        "loop",
        |raw| positions(raw, 1, &[0xf0, 0, 0, 3, 5]),
        "code 0 (<module>): positions go wrong at instruction 1",
    ),
    ("loop", |raw| positions(raw, 1, &[0xc0, 0]), "code 0 (<module>): positions go wrong at instruction 2"),
    ("loop", |raw| positions(raw, 1, &[0xdf, 0]), "code 0 (<module>): positions go wrong at instruction 1"),
    (
        "loop",
        |raw| positions(raw, 1, &[0xc1, 0xff, 0xff, 0xff, 0xff, 0x0f]),
        "code 0 (<module>): positions go wrong at instruction 1",
    ),
    (
        "loop",
        |raw| positions(raw, 1, &[0xe0, 0, 0]),
        "code 0 (<module>): positions go wrong at instruction 1",
    ),
    (
        "loop",
        |raw| positions(raw, 1, &[0xf0, 1, 0, 0x80, 0, 0]),
        "code 0 (<module>): positions go wrong at instruction 1",
    ),
    (
        "loop",
        |raw| positions(raw, 1, &[0xf0, 0, 0x80, 0x80, 0x80, 0x80, 0x08, 0, 0]),
        "code 0 (<module>): positions go wrong at instruction 1",
    ),
    (
        "loop",
        |raw| positions(raw, 1, &[0xe5, 0xff, 0xff, 0xff, 0xff, 0x0f, 1]),
        "code 0 (<module>): positions go wrong at instruction 1",
    ),
    ("loop", |raw| raw.flags = 2, "code 0 (<module>): has positions in a stripped image"),
    ("loop", |raw| raw.flags = 4, "Flags { found: 4, known: 3 }"),
    ("loop", |raw| raw.flags = 0x8000, "Flags { found: 32768, known: 3 }"),
    ("loop", |raw| raw.flags = 1, "NotNarrow"),
    ("loop", |raw| raw.flags = 3, "NotNarrow"),
];

fn constant_of_int(raw: &mut Raw) -> u32 {
    add_constant(raw, &[4, 2])
}

/// Spoils the first operand of the first instruction with that opcode in code 0.
fn operand(raw: &mut Raw, opcode: u8, value: u8) {
    let bytes = raw.encode();
    let image = hognose_image::Image::parse(&bytes).unwrap();
    let code = image.code(0).unwrap();
    let (pc, _) = code.instructions().find(|(_, instruction)| instruction.op as u8 == opcode).unwrap();
    raw.codes[0].bytes[pc as usize + 1] = value;
}

/// Puts other bytes in place of the entries of code 0 from the given instruction on.
fn positions(raw: &mut Raw, instruction: usize, bytes: &[u8]) {
    let table = &mut raw.codes[0].positions;
    let mut entries = hognose_image::position::Positions::new(table, 1);
    entries.nth(instruction - 1);
    let rest = entries.rest().len();
    table.truncate(table.len() - rest);
    table.extend(bytes);
}

/// The same range 257 times around the first instruction.
fn nest(raw: &mut Raw) {
    let code = &mut raw.codes[0];
    code.ranges = vec![[0, 2, 0, 0]; 257];
    code.figures[RANGES] = 257;
}

#[test]
fn pieces_make_the_whole_again() {
    for (name, _) in GOOD {
        let bytes = good(name);
        assert!(Raw::of(&bytes).encode() == bytes, "{name}");
    }
}

#[test]
fn spoilt_records_are_refused_with_the_right_words() {
    let mut wrong = Vec::new();
    for (number, (name, spoil, wanted)) in RECORDS.iter().enumerate() {
        let mut raw = Raw::of(&good(name));
        spoil(&mut raw);
        let found = verdict(&raw.encode());
        if found != *wanted {
            wrong.push(format!("{number}: {found}\n     wanted {wanted}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(RECORDS.len() > 120, "{}", RECORDS.len());
}
