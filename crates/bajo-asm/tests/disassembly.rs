//! What is disassembled assembles to the same bytes, whatever the bytes.

mod support;

use bajo_asm::{Code, Env, Label, assemble, br, br_lt, code, disassemble, exit, nop, reg};
use proptest::prelude::*;
use support::{kernel, raw, unhex};

fn comes_back(bytes: &[u8], base: u32, entries: Option<&[u32]>) {
    let disassembly = disassemble(bytes, base, entries);
    let lines: Vec<u8> = disassembly.lines.iter().flat_map(|l| l.bytes.clone()).collect();
    assert_eq!(lines, bytes);
    let mut at = base;
    for line in &disassembly.lines {
        assert_eq!(line.address, at);
        at = at.wrapping_add(line.bytes.len() as u32);
    }
    if bytes.is_empty() {
        return;
    }
    let assembly = disassembly.assemble().unwrap_or_else(|f| panic!("{f}"));
    assert_eq!(assembly.code(), bytes);
}

#[test]
fn every_vector_comes_back() {
    let mut count = 0;
    for (base, bytes) in raw() {
        comes_back(&bytes, base, None);
        comes_back(&bytes, base, Some(&[base]));
        count += 1;
    }
    assert!(count > 600);
}

#[test]
fn assembled_programs_become_instructions_again() {
    for name in ["loop", "sieve", "fib", "matmul"] {
        let (_, bytes) = kernel(name);
        let disassembly = disassemble(&bytes, 0x10000, None);
        assert!(disassembly.lines.iter().all(|l| l.item.inst().is_some()), "{name}");
        comes_back(&bytes, 0x10000, None);
    }
}

#[test]
fn listing_names_destinations() {
    let loop_ = Label::new("loop");
    let program =
        code![reg(1).set(0), &loop_, reg(1).set(reg(1) + 1), br_lt(reg(1), 9, &loop_), exit(reg(1))];
    let bytes = assemble(program, Env::default()).unwrap().code().to_vec();
    let listing = disassemble(&bytes, 0x10000, None).assemble().unwrap().listing();
    assert_eq!(
        listing,
        "   10000:\t3d 09 01                Mov r1, #0\n\
         .L10003\n   \
         10003:\t81 09 09                Add r1, r1, #1\n   \
         10006:\t1d 49 13 35             BrGt #9, r1, #-7:<L10003>\n   \
         1000a:\t2d 13                   Exit r1"
    );
}

#[test]
fn of_two_fixed_points_the_one_given_comes_back() {
    // A branch back over 30 bytes fits 2 bytes, but layouts that start large find 3.
    let mut bytes = vec![0u8; 30];
    bytes.extend([0x19, 0xfd, 0x2d, 0x01]);
    comes_back(&bytes, 0x10000, None);
    let top = Label::auto();
    let mut program = Code::from(&top);
    (0..30).for_each(|_| program.push(nop()));
    program.push(br(&top));
    let assembly = assemble(program.with_exit(), Env::default()).unwrap();
    assert_eq!(assembly.code()[30..33], [0x19, 0x0a, 0x02]);
}

#[test]
fn unreachable_bytes_are_data() {
    // Br over two bytes that would be instructions.
    let bytes = unhex("191100002d01");
    let disassembly = disassemble(&bytes, 0x100, Some(&[0x100]));
    let insts: Vec<bool> = disassembly.lines.iter().map(|l| l.item.inst().is_some()).collect();
    assert_eq!(insts, [true, false, true]);
    comes_back(&bytes, 0x100, Some(&[0x100]));
}

#[test]
fn overlong_forms_come_back() {
    // Mov r1, #20 with a 5-byte immediate; Add r1, r1, #1 written out without rmw.
    comes_back(&unhex("3d09100500000001091309012d01"), 0x10000, None);
    let long = unhex("3d09900a000000");
    let disassembly = disassemble(&long, 0x10000, None);
    assert!(disassembly.lines[0].item.inst().is_some());
    comes_back(&long, 0x10000, None);
}

proptest! {
    #[test]
    fn any_bytes_come_back(bytes in prop::collection::vec(any::<u8>(), 0..200), base in any::<u32>()) {
        comes_back(&bytes[..bytes.len().min((u32::MAX - base) as usize)], base, None);
    }

    #[test]
    fn any_bytes_come_back_from_entries(
        bytes in prop::collection::vec(any::<u8>(), 1..200),
        entries in prop::collection::vec(0u32..220, 0..4),
    ) {
        comes_back(&bytes, 0, Some(&entries));
    }

    #[test]
    fn likely_instructions_come_back(
        ops in prop::collection::vec((0u8..72, any::<bool>(), prop::collection::vec(0u8..128, 0..6)), 1..40),
    ) {
        // Odd bytes are one-byte operands, so most of this decodes.
        let bytes: Vec<u8> = ops
            .into_iter()
            .flat_map(|(op, rmw, rest)| {
                let mut inst = vec![op | if rmw { 0x80 } else { 0 }];
                inst.extend(rest.into_iter().map(|b| b * 2 + 1));
                inst
            })
            .collect();
        comes_back(&bytes, 0x10000, None);
    }
}
