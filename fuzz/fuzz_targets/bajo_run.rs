//! Any bytes as code: in place, decoded and in small steps, a program does the same and ends within its budget.
#![no_main]

use bajo::{Call, Decoded, HostCall, Machine, Memory, Outcome, Regions, STATE_LEN, Slot};
use libfuzzer_sys::fuzz_target;

const RAM: usize = 1024;
const BASE: u32 = 0x1000;
const BUDGET: u64 = 500;

/// How to go on, for at most this many instructions.
type Go<'a> = &'a mut dyn FnMut(&mut Machine, &mut Regions<'_, Handler>, u64) -> Outcome;
type Handler = fn(HostCall<'_>, &mut Memory<'_>) -> Result<Call, i32>;

fn handler(call: HostCall<'_>, memory: &mut Memory<'_>) -> Result<Call, i32> {
    let mix = call.args.iter().fold(call.func, |mix, arg| mix.wrapping_mul(33).wrapping_add(*arg));
    *call.results = [mix; 8];
    match call.func & 7 {
        0 => Err(mix),
        1 => Ok(Call::Goto(BASE.wrapping_add(mix as u32 & 63))),
        2 => memory.write(mix as u32 & 1023, mix as u32, 1).map(|()| Call::Done).map_err(|error| error.code),
        _ => Ok(Call::Done),
    }
}

/// Everything that can be seen of a run; a failed instruction does not end it.
fn watch(code: &[u8], first: &[u8], go: Go<'_>) -> (Vec<Outcome>, [u8; STATE_LEN], Vec<u8>) {
    let mut ram = vec![0; RAM];
    ram[..first.len()].copy_from_slice(first);
    let memory = Memory::new(0, &mut ram, BASE, code).expect("they do not overlap");
    let mut bus = Regions::new(memory, handler as Handler);
    let mut machine = Machine::new(BASE);
    let mut ends = Vec::new();
    while machine.spent() < BUDGET {
        let left = BUDGET - machine.spent();
        ends.push(go(&mut machine, &mut bus, left));
    }
    assert_eq!(machine.spent(), BUDGET);
    ends.retain(|end| *end != Outcome::Spent);
    (ends, machine.to_bytes(), ram)
}

fuzz_target!(|data: &[u8]| {
    let Some((&[split, slots], rest)) = data.split_first_chunk() else { return };
    let (first, code) = rest.split_at(rest.len().min(split.into()));
    let code = &code[..code.len().min(4096)];
    let plain = watch(code, first, &mut |machine, bus, left| machine.run(bus, left));
    let bits = watch(code, first, &mut |machine, bus, _| {
        let outcome = machine.step(bus);
        *machine = Machine::from_bytes(&machine.to_bytes()).expect("a state that was just written");
        outcome
    });
    assert_eq!(bits, plain);
    let (mut index, mut memory) = (vec![0; code.len()], vec![Slot::EMPTY; slots.into()]);
    let mut decoded = Decoded::new(&mut index, &mut memory);
    let fast = watch(code, first, &mut |machine, bus, left| machine.run_decoded(bus, &mut decoded, left));
    assert_eq!(fast, plain);
});
