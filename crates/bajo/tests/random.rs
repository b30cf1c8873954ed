//! Random programs behave the same in place, over slices, decoded, paused and copied out.

mod support;

use bajo::check::{Device, Finding, Summary, check};
use bajo::operand::Mode;
use bajo::{Cause, Decoded, Instruction, Machine, OPCODES, Outcome, Slot, varint};
use proptest::prelude::*;
use support::{Model, SysCall};

const RAM: usize = 512;
const BASE: u32 = 0x800;
/// Where RAM begins, in half of the runs.
const RAM_BASE: u32 = 32;
const BUDGET: u64 = 300;

/// An operand as a tree; only the encoder below knows the encoding.
#[derive(Clone, Debug)]
enum Operand {
    Last(Mode),
    Indirect(u32, Box<Operand>),
}

fn put(code: &mut Vec<u8>, key: u64, long: bool) {
    let (bytes, len) = varint::encode(key).unwrap();
    if long {
        // The same value in five bytes.
        code.extend_from_slice(&(key << 5 | 16).to_le_bytes()[..5]);
    } else {
        code.extend_from_slice(&bytes[..len]);
    }
}

impl Operand {
    fn encode(&self, code: &mut Vec<u8>, target: bool, long: bool) {
        let mode = match self {
            Self::Last(mode) => *mode,
            Self::Indirect(reference, _) => Mode::Indirect(*reference),
        };
        // A target cannot be an immediate: its word becomes an address.
        let mode = match (target, mode) {
            (true, Mode::Immediate(word)) => Mode::Memory(word as u32 & 0x1ff),
            _ => mode,
        };
        put(code, if target { mode.target_key().unwrap() } else { mode.source_key() }, long);
        if let Self::Indirect(_, offset) = self {
            offset.encode(code, false, long);
        }
    }
}

fn address() -> impl Strategy<Value = u32> {
    prop_oneof![
        12 => (0u32..16).prop_map(|n| 4 * n),
        4 => 0u32..RAM as u32,
        2 => BASE..BASE + 64,
        1 => RAM as u32 - 4..RAM as u32 + 4,
        1 => any::<u32>(),
    ]
}

fn operand() -> impl Strategy<Value = Operand> {
    let word = prop_oneof![6 => -9i32..70, 2 => -600i32..600, 1 => any::<i32>()];
    let last = prop_oneof![
        word.prop_map(|word| Operand::Last(Mode::Immediate(word))),
        address().prop_map(|address| Operand::Last(Mode::Memory(address))),
    ];
    let links = prop_oneof![30 => Just(0), 15 => Just(1), 2 => 2usize..5];
    (links, last, prop::collection::vec(address(), 4)).prop_map(|(links, last, references)| {
        let indirect = |offset, reference| Operand::Indirect(reference, Box::new(offset));
        references.into_iter().take(links).fold(last, indirect)
    })
}

prop_compose! {
    /// One instruction, now and then one that does not exist or with a count that is too large.
    fn instruction()(
        number in prop_oneof![40 => 0u8..72, 1 => 72u8..128],
        operands in prop::collection::vec(operand(), 16),
        counts in (prop_oneof![20 => 0i32..5, 1 => -1i32..10], prop_oneof![20 => 1i32..5, 1 => -1i32..10]),
        count_from_memory in prop::bool::weighted(0.02),
        rmw in any::<bool>(),
        long in prop::bool::weighted(0.1),
        hop in -30i32..30,
    ) -> Vec<u8> {
        let info = OPCODES.get(usize::from(number));
        let (mut targets, mut sources) = (0, 0);
        let mut code = vec![number];
        let mut operands = operands.into_iter();
        let count = |code: &mut Vec<u8>, list: &bajo::opcode::Operands, n: i32| match list.fixed() {
            Some(n) => n as i32,
            None => {
                let mode = if count_from_memory { Mode::Memory(0) } else { Mode::Immediate(n) };
                put(code, mode.source_key(), long);
                n.clamp(0, 8)
            }
        };
        if let Some(info) = info {
            targets = count(&mut code, &info.targets, counts.0);
            for operand in operands.by_ref().take(targets as usize) {
                operand.encode(&mut code, true, long);
            }
            sources = count(&mut code, &info.sources, counts.1);
            let rmw = rmw && targets > 0 && sources > 0;
            if rmw {
                code[0] |= 0x80;
            }
            for (i, operand) in (0..sources).zip(operands).skip(usize::from(rmw)) {
                let hops = info.flow.is_relative() && info.flow.destination() == Some(i as usize);
                let operand = if hops { Operand::Last(Mode::Immediate(hop)) } else { operand };
                operand.encode(&mut code, false, long);
            }
        }
        if targets == 0 && sources == 0 && rmw && hop == 7 {
            code[0] |= 0x80;
        }
        code
    }
}

fn program() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        8 => prop::collection::vec(instruction(), 1..14).prop_map(|parts| parts.concat()),
        1 => prop::collection::vec(any::<u8>(), 0..80),
    ]
}

fn memory() -> impl Strategy<Value = Vec<u8>> {
    let word = prop_oneof![
        6 => 0u32..RAM as u32,
        2 => BASE..BASE + 100,
        1 => any::<u32>(),
        1 => Just(0),
    ];
    prop::collection::vec(word, 16).prop_map(|words| {
        let mut ram: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
        ram.resize(RAM, 3);
        ram
    })
}

/// Everything that can be seen of a run. A failed instruction is reported and the program goes on.
#[derive(Debug, PartialEq)]
struct Seen {
    ends: Vec<Outcome>,
    state: Vec<u8>,
    ram: Vec<u8>,
    calls: Vec<SysCall>,
}

fn watch(
    code: &[u8],
    ram: &[u8],
    direct: bool,
    (original, ram_base): (bool, u32),
    mut go: impl FnMut(&mut Machine, &mut Model, u64) -> Outcome,
) -> Seen {
    let mut model = Model { direct, ram: ram.to_vec(), ..Model::new(ram_base, RAM, BASE, code) };
    let mut machine = Machine::new(BASE);
    if original {
        machine = machine.like_original();
    }
    let mut ends = Vec::new();
    while machine.spent() < BUDGET {
        let left = BUDGET - machine.spent();
        let outcome = go(&mut machine, &mut model, left);
        ends.push(outcome);
        if outcome == Outcome::Spent {
            break;
        }
    }
    assert_eq!(machine.spent(), BUDGET);
    Seen { ends, state: machine.to_bytes().to_vec(), ram: model.ram, calls: model.calls }
}

/// A small budget at a time.
fn in_bits(
    machine: &mut Machine,
    model: &mut Model,
    budget: u64,
    bit: u64,
    mut go: impl FnMut(&mut Machine, &mut Model, u64) -> Outcome,
) -> Outcome {
    let end = machine.spent() + budget;
    loop {
        let left = end - machine.spent();
        let outcome = go(machine, model, bit.min(left));
        if outcome != Outcome::Spent || machine.spent() == end {
            return outcome;
        }
    }
}

fn findings(code: &[u8]) -> Summary {
    let has_function = &|_| true;
    let device = Device { code, code_base: BASE, ram_base: 0, ram_len: RAM as u32, has_function };
    let mut count = 0;
    let mut report = |finding: Finding| {
        assert!(!finding.to_string().is_empty());
        count += 1;
    };
    let summary = check(&device, &[BASE], &mut vec![0; code.len()], &mut report).unwrap();
    assert_eq!(summary.findings, count);
    summary
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_way_of_running_is_the_same(code in program(), ram in memory(), slots in 0usize..100, original: bool, shift: bool) {
        let original = (original, if shift { RAM_BASE } else { 0 });
        let plain = watch(&code, &ram, false, original, |machine, model, budget| machine.run(model, budget));

        let direct = watch(&code, &ram, true, original, |machine, model, budget| machine.run(model, budget));
        prop_assert_eq!(&direct, &plain);

        let copied = watch(&code, &ram, false, original, |machine, model, budget| {
            in_bits(machine, model, budget, 1, |machine, model, bit| {
                let outcome = machine.run(model, bit);
                *machine = Machine::from_bytes(&machine.to_bytes()).unwrap();
                outcome
            })
        });
        prop_assert_eq!(&copied, &plain);

        let mut index = vec![0; code.len()];
        let mut memory = vec![Slot::EMPTY; slots];
        let mut decoded = Decoded::new(&mut index, &mut memory);
        let fast = watch(&code, &ram, true, original, |machine, model, budget| {
            machine.run_decoded(model, &mut decoded, budget)
        });
        prop_assert_eq!(&fast, &plain);

        decoded.clear();
        let fast = watch(&code, &ram, true, original, |machine, model, budget| {
            in_bits(machine, model, budget, 3, |machine, model, bit| machine.run_decoded(model, &mut decoded, bit))
        });
        prop_assert_eq!(&fast, &plain);
    }

    #[test]
    fn host_calls_may_wait(code in program(), ram in memory()) {
        let plain = watch(&code, &ram, false, (false, 0), |machine, model, budget| machine.run(model, budget));
        let mut index = vec![0; code.len()];
        let mut memory = vec![Slot::EMPTY; 100];
        let mut decoded = Decoded::new(&mut index, &mut memory);
        let waiting = watch(&code, &ram, true, (false, 0), |machine, model, budget| {
            model.pending = true;
            let end = machine.spent() + budget;
            loop {
                let left = end - machine.spent();
                let outcome = machine.run_decoded(model, &mut decoded, left);
                let Outcome::Waiting(func) = outcome else { return outcome };
                *machine = Machine::from_bytes(&machine.to_bytes()).unwrap();
                assert_eq!(machine.waiting(), Some(func));
                let results = model.calls.last().unwrap().2.clone().unwrap();
                if let Err(fault) = machine.answer(model, &results) {
                    return Outcome::Failed(fault);
                }
                if machine.spent() == end {
                    return Outcome::Spent;
                }
            }
        });
        // What stays in the state of a call long answered differs, all that matters does not.
        prop_assert_eq!(&waiting.ends, &plain.ends);
        prop_assert_eq!(&waiting.state[..16], &plain.state[..16]);
        prop_assert_eq!(&waiting.ram, &plain.ram);
        prop_assert_eq!(&waiting.calls, &plain.calls);
    }

    #[test]
    fn checked_code_fails_only_in_what_a_check_cannot_know(
        parts in prop::collection::vec(instruction(), 1..14),
        bytes in prop::collection::vec(any::<u8>(), 0..30),
        wild in prop::bool::weighted(0.1),
        ram in memory(),
    ) {
        // Most of the time, only what is fine by itself: few other programs have no findings.
        let mut code = Vec::new();
        for part in &parts {
            let mut alone = part.clone();
            alone.extend_from_slice(&[0x2d, 1]);
            if wild || findings(&alone).findings == 0 {
                code.extend_from_slice(part);
            }
        }
        code.extend_from_slice(&[0x2d, 1]);
        if wild {
            code.extend_from_slice(&bytes);
        }
        let summary = findings(&code);
        if summary.findings > 0 || summary.dynamic_jumps > 0 {
            return Ok(());
        }
        let mut model = Model { ram, ..Model::new(0, RAM, BASE, &code) };
        let mut machine = Machine::new(BASE);
        if let Outcome::Failed(fault) = machine.run(&mut model, BUDGET) {
            let fine = matches!(
                fault.cause,
                Cause::Read { .. }
                    | Cause::Write { .. }
                    | Cause::Call { .. }
                    | Cause::ZeroDivision
                    | Cause::IntegerOverflow
            );
            prop_assert!(fine, "{fault}");
        }
    }

    #[test]
    fn no_bytes_upset_decoding(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        if let Ok(instruction) = Instruction::decode(&bytes) {
            prop_assert!((1..=bytes.len()).contains(&instruction.len()));
            prop_assert!(!instruction.display(BASE, BASE..BASE + 9).to_string().is_empty());
            let _ = instruction.destination(BASE);
        }
        let _ = bajo::Image::parse(&bytes);
        let mut file = b"BAJO\x01\0\0\0".to_vec();
        file.extend_from_slice(&bytes);
        prop_assert!(bajo::Image::parse(&file).is_err());
    }

    #[test]
    fn images_come_back(code in prop::collection::vec(any::<u8>(), 1..60), load: u32, entry in 0usize..60) {
        let entry = load.wrapping_add((entry % code.len()) as u32);
        if let Ok(image) = bajo::Image::new(load, entry, &code) {
            let mut file = image.header().to_vec();
            file.extend_from_slice(&code);
            prop_assert_eq!(bajo::Image::parse(&file), Ok(image));
        } else {
            prop_assert!(u64::from(load) + code.len() as u64 > 1 << 32);
        }
    }

    #[test]
    fn what_is_decoded_is_what_is_executed(code in program(), ram in memory()) {
        let mut model = Model { ram, ..Model::new(0, RAM, BASE, &code) };
        let mut machine = Machine::new(BASE);
        for _ in 0..BUDGET {
            let pc = machine.pc();
            let mut next = None;
            let outcome = machine.run_traced(&mut model, 1, &mut |event: &bajo::Event<'_>| {
                next = event.fault.is_none().then_some((event.op, event.sources.len(), event.targets.len(), event.next));
                true
            });
            let at = pc.wrapping_sub(BASE) as usize;
            let Some((op, sources, targets, to)) = next else { continue };
            if at >= code.len() {
                continue;
            }
            match Instruction::decode(&code[at..]) {
                Ok(instruction) => {
                    prop_assert_eq!(Some(instruction.op()), op);
                    prop_assert_eq!(instruction.source_count(), sources);
                    prop_assert_eq!(instruction.target_count(), targets);
                    let next = pc + instruction.len() as u32;
                    let jump = instruction.op().info().flow.destination().is_some();
                    prop_assert!(jump || to == next, "{instruction}: {to:#x}, {next:#x}");
                    if let Some(destination) = instruction.destination(pc) {
                        prop_assert!(to == destination || to == next, "{instruction}");
                    }
                }
                Err(error) => prop_assert!(
                    matches!(error.kind, bajo::instruction::DecodeErrorKind::CountFromMemory), "{error}"
                ),
            }
            let _ = outcome;
        }
    }
}

/// `Mov r0, mem[a + mem[b + ... ]]` with this many links, and what it yields.
fn chain(links: usize) -> (Vec<u8>, Vec<u8>, i32) {
    let mut ram = vec![0u8; 0x8000];
    // Words 1..100 are bases, the table behind them maps offsets to offsets.
    let word =
        |ram: &mut Vec<u8>, at: usize, value: u32| ram[at..at + 4].copy_from_slice(&value.to_le_bytes());
    for i in 1..100 {
        word(&mut ram, 4 * i, (i as u32 * 36) % 1000);
    }
    for at in (400..0x8000).step_by(4) {
        word(&mut ram, at, ((at as u32 * 7 + 13) % 9000 + 400) & !3);
    }
    let mut code = vec![0x3d, 1];
    let references: Vec<u32> = (0..links).map(|i| 4 * (1 + (i * i + i / 3) as u32 % 99)).collect();
    for reference in &references {
        put(&mut code, Mode::Indirect(*reference).source_key(), false);
    }
    put(&mut code, Mode::Immediate(4444).source_key(), false);
    let at =
        |address: u32| u32::from_le_bytes(ram[address as usize..address as usize + 4].try_into().unwrap());
    let value = references.iter().rev().fold(4444, |offset, reference| at(at(*reference) + offset));
    (code, ram, value as i32)
}

#[test]
fn chains_of_any_length() {
    for links in [1, 2, 3, 63, 64, 65, 66, 127, 128, 129, 200, 1000, 5000, 100_000] {
        let (mut code, ram, value) = chain(links);
        code.extend_from_slice(&[0x2d, 3]);
        for direct in [false, true] {
            let mut model = Model { direct, ram: ram.clone(), ..Model::new(0, 0x8000, 0x8000, &code) };
            let mut machine = Machine::new(0x8000);
            assert_eq!(machine.run(&mut model, 9), Outcome::Finished(value), "{links} links");
            assert_eq!(machine.spent(), 2);
        }
    }
}

#[test]
fn a_chain_that_the_code_cuts_off_ends_in_an_error() {
    let (mut code, ram, _) = chain(1000);
    code.truncate(800);
    let mut model = Model { ram, ..Model::new(0, 0x8000, 0x8000, &code) };
    let mut machine = Machine::new(0x8000);
    let Outcome::Failed(fault) = machine.run(&mut model, 9) else { panic!() };
    assert_eq!(fault.place, bajo::Place::Source(0));
    assert!(matches!(fault.cause, bajo::Cause::Fetch { address } if address >= 0x8000 + 798), "{fault}");
}

/// A bus that is one endless chain.
struct Endless;

impl bajo::Bus for Endless {
    fn read(&mut self, address: u32, _len: u32) -> Result<u32, bajo::BusError> {
        Ok(if address == 0 { 0x3d } else { 0x17 })
    }
    fn write(&mut self, _address: u32, _value: u32, _len: u32) -> Result<(), bajo::BusError> {
        Ok(())
    }
    fn call(&mut self, _call: bajo::HostCall<'_>) -> Result<bajo::Call, i32> {
        Ok(bajo::Call::Done)
    }
}

#[test]
fn a_chain_without_end_ends() {
    let Outcome::Failed(fault) = Machine::new(0).run(&mut Endless, 1) else { panic!() };
    assert_eq!((fault.cause, fault.code), (bajo::Cause::EndlessChain, 4));
}
