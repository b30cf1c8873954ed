//! Bajo programs on the simulated robot.

mod common;

use bajo::{Call, HostCall, Machine, Memory, Outcome, Regions};
use bajo_asm::{
    Code, Env, Label, assemble, br, br_le, br_ne, code, imm, reg, sys, sys00, sys01, sys02, sys10,
};
use common::{ideal, rig, rig_in, run, seed};
use hognose_device::Equipment;
use hognose_robot::sim::{Sim, World};
use hognose_robot::words::{self, TABLE};
use hognose_robot::{Rig, part};

/// Runs a program, 100 instructions a millisecond, with the robot's functions.
fn drive(rig: &mut Rig<Sim>, program: Code) -> Outcome {
    let assembly = assemble(program.with_exit(), Env::default()).expect("a program");
    let (ram_base, code_base) = (0, 0x1_0000);
    let mut ram = vec![0; 4096];
    let mut machine = Machine::new(code_base);
    loop {
        common::step(rig);
        assert!(rig.hardware.now() < 600_000, "it never ends");
        let answer = rig.answer();
        let memory = Memory::new(ram_base, &mut ram, code_base, assembly.code()).expect("apart");
        let mut bus =
            Regions::new(memory, |call: HostCall<'_>, memory: &mut Memory<'_>| rig.call(call, memory));
        match answer {
            Some(Ok(value)) => machine.answer(&mut bus, &value.words()).expect("it has targets"),
            Some(Err(raise)) => {
                return Outcome::Failed(machine.refuse(words::code(&raise)).expect("it waits"));
            }
            None => {}
        }
        match machine.run(&mut bus, 100) {
            Outcome::Waiting(_) | Outcome::Spent => {}
            outcome => return outcome,
        }
    }
}

#[test]
fn a_square() {
    let next = Label::auto();
    let mut rig = rig(seed(4));
    let program = code![
        reg(0).set(4),
        reg(3).set(0),
        &next,
        sys(0x100, vec![reg(1)], vec![imm(300)]),
        sys(0x101, vec![reg(2)], vec![imm(90)]),
        reg(3).set(reg(3) + reg(1)),
        reg(3).set(reg(3) + reg(2)),
        reg(0).set(reg(0) - 1),
        br_ne(reg(0), 0, &next),
        bajo_asm::exit(reg(3)),
    ];
    assert_eq!(drive(&mut rig, program), Outcome::Finished(8), "eight moves, all of them got there");
    let pose = rig.hardware.body().pose;
    assert!(pose.x.hypot(pose.y) <= 30.0 && (pose.heading - 360.0).abs() <= 5.0, "{pose:?}");
}

#[test]
fn stop_before_a_wall() {
    let (look, near) = (Label::auto(), Label::auto());
    let mut rig = rig_in(World::default(), seed(2));
    let program = code![
        &look,
        sys10(reg(0), 0x400),
        br_le(reg(0), 150, &near),
        sys01(0x104, 150),
        sys01(0xC00, 10),
        br(&look),
        &near,
        sys00(0x107),
        sys01(0xC00, 300),
    ];
    assert_eq!(drive(&mut rig, program), Outcome::Finished(0));
    let gap = 940.0 - rig.hardware.body().pose.y;
    assert!((100.0..=150.0).contains(&gap) && rig.hardware.body().collisions == 0, "{gap}");
}

#[test]
fn results_texts_and_errors() {
    let text = Label::auto();
    let mut rig = rig(ideal());
    let program = code![
        sys(0x109, vec![reg(0), reg(1), reg(2), reg(3)], vec![imm(200)]),
        sys02(0x801, &text, 240),
        sys(0x900, vec![], vec![imm(0), imm(0), (&text).into()]),
        sys00(0x906),
        sys02(0x702, 0, 0xFF_00_10),
        sys01(0xC00, 50),
        reg(0).set(reg(0) + reg(1)),
        reg(0).set(reg(0) + reg(2)),
        reg(0).set(reg(0) + reg(3)),
        bajo_asm::exit(reg(0)),
        &text,
        bajo_asm::Item::text("A4/8 C5/8"),
    ];
    assert_eq!(drive(&mut rig, program), Outcome::Finished(200 + 600 + 120 + 720));
    assert_eq!(rig.hardware.lights()[0], [255, 0, 16]);
    assert_eq!(rig.hardware.screen()[0], 0x7E, "an A");
    for (program, wanted) in [
        (code![sys01(0x100, 20_000)], words::BAD_VALUE),
        (code![sys00(0x100)], words::BAD_COUNT),
        (code![sys01(0x106, 1)], words::BAD_COUNT),
        (code![sys01(0x10001, 1)], bajo::UNKNOWN_FUNCTION),
        (code![sys01(0x801, 0x7FFF_0000)], words::BAD_TEXT),
        (code![sys01(0xA00, 0)], words::NOT_GRANTED),
        (code![sys02(0x402, 8, 0)], words::BAD_VALUE),
    ] {
        match drive(&mut rig, program) {
            Outcome::Failed(fault) => assert_eq!(fault.code, wanted, "{fault}"),
            outcome => panic!("{outcome:?}, not {wanted}"),
        }
    }
}

/// No word that a program gives can do harm.
#[test]
fn any_words_are_taken() {
    let mut rig = rig(ideal());
    let odd = [0, 1, -1, 2, 100, 1000, i32::MIN, i32::MAX, 0x8000_0000u32 as i32 + 5];
    let mut ram = [b'x'; 64];
    for entry in TABLE {
        for &a in &odd {
            for &b in &odd {
                for n in 0..=7 {
                    let args: Vec<i32> = (0..n).map(|i| if i % 2 == 0 { a } else { b }).collect();
                    let mut memory = Memory::new(0, &mut ram, 4096, &[]).unwrap();
                    let mut results = [0; 8];
                    let call =
                        HostCall { func: entry.number, args: &args, results: &mut results, wanted: 1, pc: 0 };
                    match rig.call(call, &mut memory) {
                        Ok(Call::Done | Call::Pending) => {}
                        Ok(other) => panic!("{}: {other:?}", entry.name),
                        Err(code) => assert!((-15..0).contains(&code), "{}: {code}", entry.name),
                    }
                }
            }
            run(&mut rig, 3);
        }
        // Whatever it was told, it keeps to its limits and can be made safe.
        let now = rig.hardware.now();
        rig.make_safe(now, "test");
        assert!(rig.is_safe(), "{}", entry.name);
        rig.begin(now, part::ALL);
    }
    assert!(rig.hardware.body().speed.abs() < 310.0);
}
