//! Bajo programs on the device: the same life under the same limits.

use crate::bench::Bench;
use bajo_asm::{Code, Env, Label, assemble, br, br_ne, code, imm, reg, sys, sys00, sys01};
use hognose_link::{Limits, NakCode, State, StopReason};
use hognose_robot::part;

/// A program as an image.
fn image(program: Code) -> Vec<u8> {
    let assembly = assemble(program.with_exit(), Env::default()).expect("a program");
    let load = 0x1_0000;
    let image = bajo::Image::new(load, load, assembly.code()).expect("it fits");
    let mut bytes = image.header().to_vec();
    bytes.extend_from_slice(image.code);
    bytes
}

fn play(bench: &mut Bench, program: Code) -> StopReason {
    bench
        .send(&image(program), Limits::default(), part::ALL)
        .unwrap_or_else(|refusal| panic!("{}", refusal.text));
    bench.replay()
}

#[test]
fn r06_a_bajo_program_drives_and_ends_safe() {
    let next = Label::auto();
    let mut bench = Bench::new();
    let program = code![
        reg(0).set(4),
        &next,
        sys(0x100, vec![reg(1)], vec![imm(200)]),
        sys(0x101, vec![reg(2)], vec![imm(90)]),
        reg(0).set(reg(0) - 1),
        br_ne(reg(0), 0, &next),
    ];
    assert_eq!(play(&mut bench, program), StopReason::Finished);
    let pose = bench.sim().body().pose;
    assert!(pose.x.hypot(pose.y) < 10.0 && (pose.heading - 360.0).abs() < 2.0, "{pose:?}");
    assert!(bench.is_safe());
    assert_eq!(bench.replay(), StopReason::Finished, "again without an upload");
}

#[test]
fn r15_unknown_functions_and_ungranted_ones_are_refused_at_load() {
    let mut bench = Bench::new();
    bench.upload("print('old')\n");
    let unknown = bench.send(&image(code![sys00(0x7777)]), Limits::default(), part::ALL).unwrap_err();
    assert_eq!(unknown.code, NakCode::BadImage);
    assert!(unknown.text.as_str().contains("no host function"), "{}", unknown.text);
    let without = part::ALL & !part::grant("motors").unwrap();
    let refused = bench.send(&image(code![sys01(0x100, 100)]), Limits::default(), without).unwrap_err();
    assert_eq!(refused.code, NakCode::NotGranted);
    let mut damaged = image(code![sys00(0x107)]);
    *damaged.last_mut().unwrap() ^= 1;
    assert_eq!(bench.send(&damaged, Limits::default(), part::ALL).unwrap_err().code, NakCode::BadImage);
    assert_eq!(bench.replay(), StopReason::Finished);
    assert_eq!(bench.output, "old\n");
}

#[test]
fn r43_a_bajo_fault_is_told_with_its_place() {
    let mut bench = Bench::new();
    let program = code![sys01(0x104, 100), sys01(0xC00, 50), reg(0).set(1), reg(1).set(reg(0) / reg(2))];
    assert_eq!(play(&mut bench, program), StopReason::Error);
    assert!(bench.is_safe());
    let failure = bench.failure.expect("it is told");
    assert!(failure.pc > 0x1_0000 && failure.message.as_str().contains("division by zero"), "{failure:?}");
    assert_eq!(
        play(&mut bench, code![sys01(0x100, 20_000)]),
        StopReason::Error,
        "an argument that is not allowed"
    );
}

#[test]
fn r22_r24_an_endless_bajo_program_is_stopped() {
    let around = Label::auto();
    let mut bench = Bench::new();
    let program = image(code![sys01(0x104, 100), &around, br(&around)]);
    let limits = Limits { run_time: 500, ..Limits::default() };
    bench.send(&program, limits, part::ALL).unwrap();
    assert_eq!(bench.replay(), StopReason::TimeLimit);
    let limits = Limits { kilo_steps: 50, ..Limits::default() };
    bench.send(&program, limits, part::ALL).unwrap();
    assert_eq!(bench.replay(), StopReason::StepLimit);
    for ms in 0..200 {
        bench.start();
        bench.run(ms % 23);
        bench.device.stop(StopReason::Host);
        assert!(bench.motors_off());
        bench.until(20, |bench| bench.state() == State::Ready);
        assert!(bench.is_safe());
    }
}

#[test]
fn r42_a_bajo_program_pauses_in_a_move() {
    let mut bench = Bench::new();
    bench.send(&image(code![sys01(0x100, 500)]), Limits::default(), part::ALL).unwrap();
    bench.start();
    bench.until(10_000, |bench| bench.sim().body().pose.y >= 250.0);
    bench.device.pause().unwrap();
    bench.run(2000);
    assert!(bench.sim().body().pose.y < 290.0);
    bench.device.resume().unwrap();
    bench.until(10_000, |bench| bench.state() == State::Ready);
    let end = bench.sim().body().pose.y;
    assert!((495.0..=505.0).contains(&end), "{end}");
}
