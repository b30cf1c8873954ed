//! What a host sees: calls, pauses, traces, faults, states.

use bajo::{
    Bus, BusError, Call, Cause, Decoded, Fault, HostCall, Machine, Memory, NoHost, Opcode, Outcome, Place,
    Regions, STATE_LEN, Slot,
};

const BASE: u32 = 0x100;

/// Runs code in place and decoded, over 64 bytes of RAM, and returns what both say.
fn both(
    code: &[u8],
    budget: u64,
    host: impl Fn(HostCall<'_>, &mut Memory<'_>) -> Result<Call, i32>,
) -> (Outcome, Machine, Vec<u8>) {
    let mut ends = Vec::new();
    for fast in [false, true] {
        let mut ram = vec![0; 64];
        let mut bus = Regions::new(Memory::new(0, &mut ram, BASE, code).unwrap(), &host);
        let mut machine = Machine::new(BASE);
        let outcome = if fast {
            let (mut index, mut slots) = ([0; 64], [Slot::EMPTY; 32]);
            machine.run_decoded(&mut bus, &mut Decoded::new(&mut index, &mut slots), budget)
        } else {
            machine.run(&mut bus, budget)
        };
        ends.push((outcome, machine, ram));
    }
    let last = ends.pop().unwrap();
    assert_eq!(ends[0], last);
    last
}

fn fault(code: &[u8]) -> Fault {
    match both(code, 10, |_, _| Err(-7)).0 {
        Outcome::Failed(fault) => fault,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_state_is_small() {
    assert!(size_of::<Machine>() <= 64);
    const { assert!(STATE_LEN <= 64) };
    assert_eq!(size_of::<Slot>(), 20);
}

#[test]
fn faults_say_what_and_where() {
    let new = |pc, opcode, place, cause, code| Fault { pc, opcode, place, cause, code };
    // Nop; Mov r1, mem[r2 + #1000]
    let found = fault(&[0, 0x3d, 9, 0x27, 0x82, 0x3e]);
    assert_eq!(found, new(0x101, 0x3d, Place::Source(0), Cause::Read { address: 1000, len: 4 }, -1));
    assert_eq!(found.to_string(), "at 0x101, Mov, source 0: cannot read 4 bytes at 0x3e8 (error -1)");
    assert_eq!(found.op(), Some(Opcode::Mov));
    assert_eq!(found.address(), Some(1000));
    // StH ram[63], #1
    let found = fault(&[0x2b, 0xfa, 0x03, 9]);
    assert_eq!(found.to_string(), "at 0x100, StH, target 0: cannot write 2 bytes at 0x3f (error -1)");
    // 72
    let found = fault(&[72]);
    assert_eq!(
        found.to_string(),
        "at 0x100, byte 0x48, opcode: unknown opcode (known are 0 to 71) (error 3)"
    );
    assert_eq!(found.op(), None);
    // Add r0, bad varint, r0
    let found = fault(&[1, 1, 0x20, 3]);
    assert_eq!(found, new(0x100, 1, Place::Source(0), Cause::BadVarint { address: 0x102 }, 2));
    // And r0 with 9 sources, with none, and the flag without a source
    assert_eq!(fault(&[8, 1, 0x49]), new(0x100, 8, Place::SourceCount, Cause::BadCount { count: 9 }, 4));
    assert_eq!(fault(&[8, 1, 1]), new(0x100, 8, Place::Action, Cause::NoSources, 4));
    assert_eq!(fault(&[0x88, 1, 1]), new(0x100, 0x88, Place::Source(0), Cause::NoFirstOperand, 4));
    // Div r0, #1, #0
    assert_eq!(fault(&[4, 1, 9, 1]), new(0x100, 4, Place::Action, Cause::ZeroDivision, 6));
    // Sys00 #5
    assert_eq!(fault(&[0x2e, 0x29]), new(0x100, 0x2e, Place::Action, Cause::Call { func: 5 }, -7));
    // The end of the code
    let found = fault(&[0]);
    assert_eq!(found, new(0x101, 0, Place::Opcode, Cause::Fetch { address: 0x101 }, -1));
    assert_eq!(found.to_string(), "at 0x101, opcode: no code at 0x101 (error -1)");
}

#[test]
fn the_first_error_is_the_cause_and_the_last_the_code() {
    // Add r0, ram[1000], bad varint
    let found = fault(&[1, 1, 0x46, 0x1f, 0x40]);
    assert!(matches!(found.cause, Cause::Read { .. }), "{found}");
    assert_eq!((found.place, found.code), (Place::Source(0), 2));
}

#[test]
fn a_host_may_pause_and_send_the_program_elsewhere() {
    // Sys11 r1, #1, #5; Sys00 #2; Exit #3; Exit r1
    let code = [0x34, 9, 9, 0x29, 0x2e, 0x11, 0x2d, 0x19, 0x2d, 0x13];
    let host = |call: HostCall<'_>, _: &mut Memory<'_>| match call.func {
        1 => {
            assert_eq!((call.args, call.wanted, call.pc), (&[5][..], 1, 0x104));
            assert_eq!(*call.results, [0; 8]);
            call.results[0] = 42;
            Ok(Call::Pause)
        }
        _ => Ok(Call::Goto(0x108)),
    };
    let (outcome, machine, ram) = both(&code, 10, host);
    assert_eq!((outcome, machine.spent(), machine.pc()), (Outcome::Paused, 1, 0x104));
    assert_eq!(ram[4], 42);
    let mut ram = ram;
    let mut bus = Regions::new(Memory::new(0, &mut ram, BASE, &code).unwrap(), &host);
    let mut machine = machine;
    assert_eq!(machine.run(&mut bus, 10), Outcome::Finished(42));
    assert_eq!(machine.spent(), 3);
}

#[test]
fn results_start_at_zero() {
    // Mov r1, #9; Sys10 r1, #1; Exit r1: a host that writes no result
    let (outcome, ..) = both(&[0x3d, 9, 0x49, 0x33, 9, 9, 0x2d, 0x13], 10, |_, _| Ok(Call::Done));
    assert_eq!(outcome, Outcome::Finished(0));
}

#[test]
fn open_calls() {
    // Sys20 r1, r25, #3; Exit r1
    let code = [0x38, 9, 0xc9, 0x19, 0x2d, 0x13];
    let (outcome, machine, _) = both(&code, 10, |_, _| Ok(Call::Pending));
    assert_eq!(outcome, Outcome::Waiting(3));
    assert_eq!((machine.waiting(), machine.spent()), (Some(3), 1));
    let mut ram = vec![0; 64];
    let mut bus = Regions::new(Memory::new(0, &mut ram, BASE, &code).unwrap(), NoHost);

    let mut answered = machine;
    assert_eq!(answered.run(&mut bus, 10), Outcome::Waiting(3));
    let fault = answered.answer(&mut bus, &[7, 8, 9]).unwrap_err();
    assert_eq!((fault.pc, fault.opcode, fault.place), (BASE, 0x38, Place::Target(1)));
    assert!(matches!(fault.cause, Cause::Write { len: 4, .. }));
    assert_eq!(answered.run(&mut bus, 10), Outcome::Finished(7));
    assert_eq!(answered.answer(&mut bus, &[1]), Ok(()));
    assert_eq!(bus.memory.read(4, 4), Ok(7));

    let mut refused = machine;
    let fault = refused.refuse(-9).unwrap();
    assert_eq!((fault.pc, fault.cause, fault.code), (BASE, Cause::Call { func: 3 }, -9));
    assert_eq!(refused.refuse(-9), None);
    assert_eq!(refused.run(&mut bus, 1), Outcome::Finished(7));

    let mut moved = machine;
    moved.set_pc(BASE + 4);
    assert_eq!(moved.waiting(), None);
}

#[test]
fn states_that_cannot_be_are_refused() {
    let good = Machine::new(5).to_bytes();
    assert_eq!(Machine::from_bytes(&good), Some(Machine::new(5)));
    for (at, byte) in [(56, 9), (56, 254), (58, 2)] {
        let mut bad = good;
        bad[at] = byte;
        assert_eq!(Machine::from_bytes(&bad), None, "{at} {byte}");
    }
}

#[test]
fn a_trace_sees_every_instruction_and_may_pause() {
    // Mov r1, #7; LongMul r2, r3, r1, #-1; BrEq r1, #7, +2; Nop; Nop; Div r1, r1, #0
    let code = [0x3d, 9, 0x39, 0x46, 0x11, 0x19, 0x13, 0x05, 0x1b, 0x13, 0x39, 0x11, 0, 0, 0x84, 9, 1];
    let mut ram = vec![0; 64];
    let mut bus = Regions::new(Memory::new(0, &mut ram, BASE, &code).unwrap(), NoHost);
    let mut machine = Machine::new(BASE);
    let mut lines = Vec::new();
    let mut trace = |event: &bajo::Event<'_>| {
        lines.push(format!(
            "{:x} {} {:?} {:?} {:?} {:x}{}",
            event.pc,
            event.op.map_or("?", Opcode::name),
            event.sources,
            event.targets,
            event.results,
            event.next,
            event.fault.map(|fault| format!(" {}", fault.code)).unwrap_or_default()
        ));
        event.op != Some(Opcode::LongMul)
    };
    assert_eq!(machine.run_traced(&mut bus, 9, &mut trace), Outcome::Paused);
    assert_eq!(machine.spent(), 2);
    assert!(matches!(machine.run_traced(&mut bus, 9, &mut trace), Outcome::Failed(_)));
    assert_eq!(
        lines,
        [
            "100 Mov [7] [4] [7] 103",
            "103 LongMul [7, -1] [8, 12] [-7, -1] 108",
            "108 BrEq [7, 7, 2] [] [] 10e",
            "10e Div [7, 0] [4] [] 111 6",
        ]
    );
}

#[test]
fn a_budget_of_nothing_does_nothing() {
    let (outcome, machine, _) = both(&[0x2d, 1], 0, |_, _| Ok(Call::Done));
    assert_eq!((outcome, machine.spent(), machine.pc()), (Outcome::Spent, 0, BASE));
}

/// Memory that is the same byte everywhere but at address 0, with more bits than were asked for.
struct Same;

impl Bus for Same {
    fn read(&mut self, address: u32, _len: u32) -> Result<u32, BusError> {
        // Exit r1
        Ok(if address == 0 { 0xff2d } else { 0x113 })
    }
    fn write(&mut self, _address: u32, _value: u32, _len: u32) -> Result<(), BusError> {
        Err(BusError::new(-3))
    }
    fn call(&mut self, _call: HostCall<'_>) -> Result<Call, i32> {
        Err(-2)
    }
}

#[test]
fn a_bus_may_be_anything() {
    assert_eq!(Machine::new(0).run(&mut Same, 5), Outcome::Finished(0x113));
}
