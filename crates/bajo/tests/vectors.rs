//! Every vector: in place over a recorded bus, in place over slices, paused everywhere.

mod support;

use bajo::{Cause, Decoded, Machine, Outcome, Slot};
use support::{Case, Model, cases};

/// How a run ended, in the words of the vectors.
#[derive(Debug, PartialEq, Eq)]
struct End {
    steps: u64,
    err: i32,
    exit_rc: i32,
    pc: u32,
}

fn expected(case: &Case) -> End {
    let run = case.run();
    End {
        steps: run["steps"].as_u64().unwrap(),
        err: run["err"].as_i64().unwrap() as i32,
        exit_rc: run["exit_rc"].as_i64().unwrap() as i32,
        pc: support::word(&run["pc"]),
    }
}

fn end(machine: &Machine, outcome: Outcome) -> End {
    let err = match outcome {
        Outcome::Finished(code) => {
            assert_eq!(code, machine.exit_code());
            1
        }
        Outcome::Failed(fault) => fault.code,
        Outcome::Spent => 0,
        other => panic!("{other:?}"),
    };
    End { steps: machine.spent(), err, exit_rc: machine.exit_code(), pc: machine.pc() }
}

/// Runs a case with `go`, which executes at most that many instructions, and compares everything.
///
/// The original ignores an rmw flag without a first operand; here it is error 4 with the pc in the
/// same place, so a host that goes on after it sees what the vector says.
fn compare(case: &Case, model: &mut Model, mut go: impl FnMut(&mut Machine, &mut Model, u64) -> Outcome) {
    let mut machine = Machine::new(case.entry);
    let mut outcome = go(&mut machine, model, case.max_steps);
    let mut quirks = 0;
    while let Outcome::Failed(fault) = outcome {
        let quirk = fault.cause == Cause::NoFirstOperand || (case.quirk && quirks == 0);
        if !quirk || fault.code != 4 {
            break;
        }
        quirks += 1;
        let left = case.max_steps - machine.spent();
        outcome = go(&mut machine, model, left);
    }
    assert!(quirks > 0 || !case.quirk, "{}", case.name);
    assert_eq!(end(&machine, outcome), expected(case), "{}", case.name);
    assert_eq!(model.calls, case.sys_calls(), "{}", case.name);
    assert!(model.ram == case.ram_out(), "{}: RAM differs", case.name);
    if let (Some(log), Some(bus)) = (&model.log, case.bus()) {
        assert_eq!(*log, bus, "{}", case.name);
    }
}

#[test]
fn in_place_with_every_access_recorded() {
    let mut with_bus = 0;
    for case in cases() {
        let mut model = case.model();
        model.log = Some(Vec::new());
        with_bus += usize::from(case.bus().is_some());
        compare(&case, &mut model, |machine, model, budget| machine.run(model, budget));
    }
    assert_eq!(with_bus, 13);
}

#[test]
fn like_the_original() {
    for case in cases() {
        let mut model = case.model();
        let mut machine = Machine::new(case.entry).like_original();
        let outcome = machine.run(&mut model, case.max_steps);
        assert_eq!(end(&machine, outcome), expected(&case), "{}", case.name);
        assert_eq!(model.calls, case.sys_calls(), "{}", case.name);
        assert!(model.ram == case.ram_out(), "{}: RAM differs", case.name);
    }
}

#[test]
fn in_place_with_direct_code() {
    for case in cases() {
        let mut model = case.model();
        model.direct = true;
        compare(&case, &mut model, |machine, model, budget| machine.run(model, budget));
    }
}

#[test]
fn paused_and_copied_out_after_every_instruction() {
    for case in cases() {
        let mut model = case.model();
        compare(&case, &mut model, |machine, model, budget| {
            for _ in 0..budget {
                let outcome = machine.step(model);
                *machine = Machine::from_bytes(&machine.to_bytes()).unwrap();
                if outcome != Outcome::Spent {
                    return outcome;
                }
            }
            Outcome::Spent
        });
    }
}

#[test]
fn host_calls_answered_later() {
    for case in cases() {
        let mut model = case.model();
        model.pending = true;
        let mut waited = 0;
        compare(&case, &mut model, |machine, model, budget| {
            let end = machine.spent() + budget;
            loop {
                let outcome = machine.run(model, end - machine.spent());
                let Outcome::Waiting(func) = outcome else { return outcome };
                waited += 1;
                assert_eq!(machine.run(model, 1), Outcome::Waiting(func));
                *machine = Machine::from_bytes(&machine.to_bytes()).unwrap();
                let results = model.calls.last().unwrap().2.clone().unwrap();
                if let Err(fault) = machine.answer(model, &results) {
                    return Outcome::Failed(fault);
                }
            }
        });
        assert_eq!(waited, case.sys_calls().iter().filter(|call| call.2.is_some()).count(), "{}", case.name);
    }
}

#[test]
fn decoded() {
    for case in cases() {
        let mut model = case.model();
        model.direct = true;
        let (mut index, mut slots) = (vec![0; model.code.len()], vec![Slot::EMPTY; model.code.len() + 8]);
        let mut decoded = Decoded::new(&mut index, &mut slots);
        compare(&case, &mut model, |machine, model, budget| machine.run_decoded(model, &mut decoded, budget));
    }
}

#[test]
fn decoded_into_any_amount_of_memory() {
    for case in cases() {
        let len = case.model().code.len().min(30);
        for memory in 0..len {
            let mut model = case.model();
            model.direct = true;
            let (mut index, mut slots) = (vec![0; 3 * memory], vec![Slot::EMPTY; memory]);
            let mut decoded = Decoded::new(&mut index, &mut slots);
            compare(&case, &mut model, |machine, model, budget| {
                machine.run_decoded(model, &mut decoded, budget)
            });
        }
    }
}

#[test]
fn decoded_in_turns_with_in_place() {
    for case in cases() {
        let mut model = case.model();
        model.direct = true;
        let (mut index, mut slots) = (vec![0; model.code.len()], vec![Slot::EMPTY; model.code.len()]);
        let mut decoded = Decoded::new(&mut index, &mut slots);
        compare(&case, &mut model, |machine, model, budget| {
            for turn in 0..budget {
                let outcome = if turn % 3 == 0 {
                    machine.run(model, 1)
                } else {
                    machine.run_decoded(model, &mut decoded, 1)
                };
                if outcome != Outcome::Spent {
                    return outcome;
                }
            }
            Outcome::Spent
        });
    }
}

#[test]
fn decoded_over_a_bus_without_memory_runs_in_place() {
    for case in cases() {
        let mut model = case.model();
        model.log = Some(Vec::new());
        let mut decoded = Decoded::new(&mut [], &mut []);
        compare(&case, &mut model, |machine, model, budget| machine.run_decoded(model, &mut decoded, budget));
    }
}

const KERNELS: [(&str, u64, i32); 4] = [
    (include_str!("vectors/bajo-kernels/loop.hex"), 20_000_002, 10_000_000),
    (include_str!("vectors/bajo-kernels/sieve.hex"), 8_203_812, 6057),
    (include_str!("vectors/bajo-kernels/fib.hex"), 8_580_885, 196_418),
    (include_str!("vectors/bajo-kernels/matmul.hex"), 1_602_255, 51_547_840),
];

#[test]
fn kernels() {
    for (code, steps, exit) in KERNELS {
        let code = support::hex(code.trim());
        let fresh = || Model { direct: true, ..Model::new(0, 0x1_0000, 0x1_0000, &code) };

        let mut model = fresh();
        let mut machine = Machine::new(0x1_0000);
        assert_eq!(machine.run(&mut model, steps), Outcome::Finished(exit));
        assert_eq!(machine.spent(), steps);

        let mut other = fresh();
        let (mut index, mut slots) = (vec![0; code.len()], vec![Slot::EMPTY; code.len()]);
        let mut decoded = Decoded::new(&mut index, &mut slots);
        let mut machine = Machine::new(0x1_0000);
        assert_eq!(machine.run_decoded(&mut other, &mut decoded, steps - 1), Outcome::Spent);
        assert_eq!(machine.run_decoded(&mut other, &mut decoded, 1), Outcome::Finished(exit));
        assert_eq!(machine.spent(), steps);
        assert!(model.ram == other.ram);
    }
}
