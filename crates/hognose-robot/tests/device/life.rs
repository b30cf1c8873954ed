//! The lifecycle: commands in every state, limits, pause, restart, grants, demonstrations.

use crate::bench::{Bench, FLASH, LARGEST, image, leak, open};
use hognose_device::{Equipment, Note, Owner, Setting};
use hognose_link::{Limits, NakCode, State, StopReason};
use hognose_robot::recorder::Told;
use hognose_robot::{Settings, part};

/// The table of commands, state by state.
#[test]
fn r42_every_command_in_every_state() {
    let loops = "from robot import *\nwhile True: wait(10)\n";
    let code = |result: Result<(), hognose_link::Refusal>| result.err().map(|refusal| refusal.code);
    // EMPTY
    let mut bench = Bench::new();
    assert_eq!(bench.state(), State::Empty);
    assert_eq!(code(bench.device.start()), Some(NakCode::NoProgram));
    assert_eq!(code(bench.device.pause()), Some(NakCode::NoProgram));
    assert_eq!(code(bench.device.resume()), Some(NakCode::NotPaused));
    bench.device.stop(StopReason::Host);
    assert_eq!(code(bench.device.delete()), None);
    assert_eq!(bench.state(), State::Empty);
    // READY
    bench.upload(loops);
    assert_eq!(bench.state(), State::Ready);
    assert_eq!(code(bench.device.pause()), None);
    assert_eq!(code(bench.device.resume()), Some(NakCode::NotPaused));
    bench.device.stop(StopReason::Host);
    bench.upload(loops);
    assert_eq!(bench.state(), State::Ready);
    // RUNNING
    bench.start();
    bench.run(20);
    assert_eq!(code(bench.device.start()), None);
    assert_eq!(code(bench.device.resume()), None);
    assert_eq!(code(bench.send(&image(loops), Limits::default(), part::ALL)), Some(NakCode::Busy));
    assert_eq!(bench.state(), State::Running);
    // PAUSED
    assert_eq!(code(bench.device.pause()), None);
    assert_eq!(bench.state(), State::Paused);
    assert_eq!(code(bench.device.pause()), None);
    assert_eq!(code(bench.send(&image(loops), Limits::default(), part::ALL)), Some(NakCode::Busy));
    assert_eq!(code(bench.device.start()), None);
    assert_eq!(bench.state(), State::Running, "start resumes");
    bench.device.pause().unwrap();
    assert_eq!(code(bench.device.resume()), None);
    assert_eq!(bench.state(), State::Running);
    // STOPPING
    bench.device.stop(StopReason::Host);
    assert_eq!(bench.state(), State::Stopping);
    assert_eq!(code(bench.device.start()), Some(NakCode::Busy));
    assert_eq!(code(bench.send(&image(loops), Limits::default(), part::ALL)), Some(NakCode::Busy));
    assert_eq!(code(bench.device.pause()), None);
    assert_eq!(code(bench.device.resume()), Some(NakCode::NotPaused));
    bench.device.stop(StopReason::Host);
    assert_eq!(code(bench.device.delete()), None);
    assert_eq!(bench.state(), State::Empty);
    // A delete stops.
    for pause in [false, true] {
        bench.upload(loops);
        bench.start();
        bench.run(20);
        if pause {
            bench.device.pause().unwrap();
        }
        assert_eq!(code(bench.device.delete()), None);
        assert!(bench.is_safe() && bench.state() == State::Empty);
    }
    // Emergency: nothing starts, nothing drives, until it is cleared.
    bench.upload(loops);
    bench.device.emergency();
    assert_eq!(code(bench.device.start()), Some(NakCode::Fault));
    let now = bench.now;
    assert_eq!(bench.device.equipment().drive(now, 100, 0), Err(Owner::Stop));
    bench.device.clear();
    bench.start();
}

#[test]
fn r36_each_edge_is_told_once() {
    let mut bench = Bench::new();
    bench.play("from robot import *\nwait(30)\n");
    let edges: Vec<(State, State, StopReason)> = bench
        .notes
        .iter()
        .filter_map(|note| match *note {
            Note::State { from, to, reason } => Some((from, to, reason)),
            _ => None,
        })
        .collect();
    let finished = StopReason::Finished;
    assert_eq!(
        edges,
        [
            (State::Ready, State::Running, StopReason::None),
            (State::Running, State::Stopping, finished),
            (State::Stopping, State::Ready, finished),
        ]
    );
}

#[test]
fn r42_a_pause_freezes_everything_and_the_rest_of_a_move_comes_after() {
    let mut bench = Bench::new();
    bench.upload("from robot import *\nprint(drive.straight(500))\nprint(system.time())\n");
    bench.start();
    bench.until(10_000, |bench| bench.sim().body().pose.y >= 250.0);
    bench.device.pause().unwrap();
    bench.run(300);
    let (place, steps) = (bench.sim().body().pose.y, bench.device.status().steps);
    assert!(place < 290.0, "{place}");
    bench.run(1700);
    assert!((bench.sim().body().pose.y - place).abs() < 2.0);
    assert_eq!(bench.device.status().steps, steps);
    bench.device.resume().unwrap();
    bench.until(10_000, |bench| bench.state() == State::Ready);
    let end = bench.sim().body().pose.y;
    assert!((495.0..=505.0).contains(&end), "{end}");
    let run_time = bench.device.status().run_time;
    assert!(bench.output.starts_with("True\n") && run_time < 6000, "{} {run_time}", bench.output);
}

#[test]
fn r20_waits_are_exact_and_sleeps_too() {
    let mut bench = Bench::new();
    let source = "from robot import *\nimport time\na = system.time()\nwait(100)\nb = system.time()\ntime.sleep(0.1)\n\
                  c = system.time()\nfor i in range(600): wait(100)\nprint(b - a, c - b, system.time() - c)\n";
    assert_eq!(bench.play(source), StopReason::Finished);
    let times: Vec<u64> = bench.output.split_whitespace().map(|n| n.parse().unwrap()).collect();
    assert!((100..=105).contains(&times[0]) && (100..=105).contains(&times[1]), "{times:?}");
    assert!((60_000..=61_300).contains(&times[2]), "{times:?}");
}

#[test]
fn r61_a_program_that_waits_runs_no_instruction() {
    for wait in ["wait(60000)", "buttons.wait('right')", "time.sleep(60)"] {
        let mut bench = Bench::new();
        bench.upload(&format!("from robot import *\nimport time\n{wait}\n"));
        bench.start();
        bench.run(50);
        let steps = bench.device.status().steps;
        let mut calls = 0;
        let end = bench.now + 2000;
        while bench.now < end {
            // As a super-loop does: it sleeps until it is wanted.
            let next = bench.slice();
            calls += 1;
            bench.now = next.max(bench.now + 1);
            let now = bench.now;
            bench.sim().advance(now);
        }
        assert_eq!((bench.device.status().steps, bench.state()), (steps, State::Running), "{wait}");
        assert!(calls <= 2000 / 5 * 2, "{wait}: {calls} calls in 2 s");
    }
}

#[test]
fn r22_r64_an_endless_loop_is_stopped_and_its_line_is_told() {
    let mut bench = Bench::new();
    let source = "from robot import *\ndrive.drive(100)\nwhile True:\n    pass\n";
    let limits = Limits { run_time: 1000, ..Limits::default() };
    bench.send(&image(source), limits, part::ALL).unwrap();
    assert_eq!(bench.replay(), StopReason::TimeLimit);
    let failure = bench.failure.expect("it is told");
    assert!((3..=4).contains(&failure.line), "{failure:?}");
    assert_eq!(failure.error.as_str(), "time limit");
    assert!(bench.is_safe());
    bench.start();
    bench.run(100);
    let at = bench.now;
    bench.device.stop(StopReason::Host);
    bench.until(20, |bench| bench.state() == State::Ready);
    assert!(bench.now - at <= 20);
}

#[test]
fn r22_an_upload_may_lower_limits_and_only_settings_raise_them() {
    let mut bench = Bench::new();
    let program = image("pass\n");
    let high = Limits { run_time: 600_001, ..Limits::default() };
    let refusal = bench.send(&program, high, part::ALL).unwrap_err();
    assert_eq!((refusal.code, refusal.value), (NakCode::LimitTooHigh, 600_000));
    bench.device.store().set(Setting::RunTime, 700_000).unwrap();
    bench.send(&program, high, part::ALL).unwrap();
    let high = Limits { memory: 1 << 20, ..Limits::default() };
    assert_eq!(bench.send(&program, high, part::ALL).unwrap_err().code, NakCode::LimitTooHigh);
}

#[test]
fn r46_one_object_too_many_is_a_memory_error() {
    let mut bench = Bench::new();
    let source = "from robot import *\ndrive.drive(100)\nx = []\nwhile True: x.append(bytes(100))\n";
    let limits = Limits { memory: 24 * 1024, ..Limits::default() };
    bench.send(&image(source), limits, part::ALL).unwrap();
    assert_eq!(bench.replay(), StopReason::MemoryLimit);
    let status = bench.device.status();
    assert!(status.memory_peak <= 24 * 1024 && status.memory_peak > 12 * 1024, "{}", status.memory_peak);
    assert!(bench.is_safe());
    assert_eq!(bench.failure.unwrap().error.as_str(), "MemoryError");
}

#[test]
fn r31_r56_recursion_ends_at_its_limit_with_a_traceback() {
    let mut bench = Bench::new();
    let source = "from robot import *\ndrive.drive(100)\ndef f(n):\n    print(n)\n    f(n + 1)\nf(1)\n";
    assert_eq!(bench.play(source), StopReason::Error);
    assert_eq!(bench.failure.unwrap().error.as_str(), "RecursionError");
    assert!(bench.output.contains("Traceback") && bench.is_safe());
    let deepest = bench.output.lines().filter_map(|line| line.parse::<u32>().ok()).max();
    assert!(deepest <= Some(32), "{deepest:?}");
}

#[test]
fn r09_five_calls_are_five_lines_with_file_line_and_column() {
    let mut bench = Bench::new();
    let source = "def a(): return [][1]\ndef b(): return a()\ndef c(): return b()\ndef d(): return c()\ndef e(): return d()\n\
                  e()\n";
    assert_eq!(bench.play(source), StopReason::Error);
    assert_eq!(bench.output.matches("File \"program.py\", line ").count(), 6, "{}", bench.output);
    let failure = bench.failure.unwrap();
    assert_eq!((failure.line, failure.column), (1, 17));
    assert_eq!((failure.error.as_str(), failure.message.as_str()), ("IndexError", "list index out of range"));
}

#[test]
fn r23_a_program_that_was_not_granted_a_part_is_refused_by_name() {
    let mut bench = Bench::new();
    let without = part::ALL & !part::grant("motors").unwrap();
    for (source, name) in [
        ("from robot import drive\n", "robot.drive"),
        ("import robot\nrobot.motors.left.run(1)\n", "robot.motors"),
        ("from robot import *\ndrive.brake()\n", "robot.drive"),
        ("import robot as r\ndef f():\n    return r.drive\n", "robot.drive"),
    ] {
        let refusal = bench.send(&image(source), Limits::default(), without).unwrap_err();
        let text = format!("the program uses {name}, which it was not granted");
        assert_eq!((refusal.code, refusal.text.as_str()), (NakCode::NotGranted, text.as_str()), "{source}");
    }
    let harmless = "from robot import lights, wait\ndrive = 5\nprint(drive)\n";
    bench.send(&image(harmless), Limits::default(), without).expect("a name of its own");
    // What the device does not give, no upload gets.
    bench.device.store().set(Setting::Grants, without as i32).unwrap();
    let refusal = bench.send(&image("from robot import drive\n"), Limits::default(), part::ALL).unwrap_err();
    assert_eq!(refusal.code, NakCode::NotGranted);
}

#[test]
fn r07_r27_r62_bad_images_are_refused_and_say_why() {
    let mut bench = Bench::new();
    bench.upload("print('old')\n");
    let good = image("from robot import *\ndef f(a, b=2): return [a, b, 'text']\nprint(f(1))\n");
    let fix = |mut bytes: Vec<u8>| {
        bytes[12..16].fill(0);
        let crc = hognose_image_crc(&bytes);
        bytes[12..16].copy_from_slice(&crc.to_le_bytes());
        bytes
    };
    let said = |bench: &mut Bench, bytes: &[u8]| {
        bench
            .send(bytes, Limits::default(), part::ALL)
            .map_err(|refusal| (refusal.code, refusal.text.to_string()))
    };
    let mut wrong = good.clone();
    wrong[0] = b'X';
    let magic = said(&mut bench, &wrong).unwrap_err();
    let mut wrong = good.clone();
    wrong[4] = 99;
    let version = said(&mut bench, &wrong).unwrap_err();
    let mut wrong = good.clone();
    *wrong.last_mut().unwrap() ^= 1;
    let crc = said(&mut bench, &wrong).unwrap_err();
    for error in [&magic, &version, &crc] {
        assert_eq!(error.0, NakCode::BadImage);
    }
    assert!(magic.1 != version.1 && version.1 != crc.1 && magic.1 != crc.1);
    // Every byte changed, with a checksum that is right: refused or run, and always safe.
    let (mut refused, mut seed) = (0, 1u32);
    for at in 16..good.len() {
        let mut wrong = good.clone();
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        wrong[at] ^= 1 << (seed >> 29);
        if said(&mut bench, &fix(wrong)).is_err() {
            refused += 1;
            continue;
        }
        if bench.device.start().is_ok() {
            bench.run(20);
            bench.device.stop(StopReason::Host);
            bench.run(3);
            assert!(bench.is_safe() && bench.state() == State::Ready, "byte {at}");
        }
    }
    assert!(refused >= 50, "{refused}");
    assert_eq!(bench.play("print('new')\n"), StopReason::Finished);
}

fn hognose_image_crc(bytes: &[u8]) -> u32 {
    // The checksum of an image leaves its own four bytes out.
    let mut rest = bytes[..12].to_vec();
    rest.extend_from_slice(&bytes[16..]);
    hognose_link::crc::crc32(&rest)
}

#[test]
fn r35_r72_a_program_starts_again_and_survives_the_power() {
    let flash = leak(0, FLASH);
    let copy = |bench: &mut Bench| {
        leak(0u8, FLASH)
            .iter()
            .zip(bench.device.store().flash().bytes())
            .map(|(_, b)| *b)
            .collect::<Vec<u8>>()
    };
    let mut bench = Bench::over(flash, open(), Settings::default(), 1000);
    for _ in 0..3 {
        assert_eq!(
            if bench.state() == State::Empty { bench.play("print('again')\n") } else { bench.replay() },
            StopReason::Finished
        );
        assert_eq!(bench.output, "again\n");
    }
    let bytes = copy(&mut bench);
    let flash = Box::leak(bytes.into_boxed_slice());
    let mut bench = Bench::over(flash, open(), Settings::default(), 1000);
    assert_eq!(bench.state(), State::Ready);
    assert_eq!(bench.replay(), StopReason::Finished);
    assert_eq!(bench.output, "again\n");
    // One that is set so starts by itself.
    let program = image("from robot import *\nwhile True: wait(5)\n");
    let request = hognose_device::store::Request {
        size: program.len() as u32,
        crc: hognose_link::crc::crc32(&program),
        grants: part::ALL,
        autostart: true,
        ..Default::default()
    };
    bench.device.stage(&request, false).unwrap();
    bench.device.write(0, &program).unwrap();
    bench.device.commit().unwrap();
    assert_eq!(bench.state(), State::Ready);
    let bytes = copy(&mut bench);
    let flash = Box::leak(bytes.into_boxed_slice());
    let bench = Bench::over(flash, open(), Settings::default(), 1000);
    assert_eq!(bench.state(), State::Running);
}

#[test]
fn r02_a_program_of_8192_bytes_is_taken_and_one_more_is_not() {
    let mut bench = Bench::new();
    let mut text = "a".repeat(8000);
    let len = |text: &str| image(&format!("x = '{text}'\nprint(len(x))\n")).len();
    while len(&text) > LARGEST as usize {
        text.pop();
    }
    while len(&text) < LARGEST as usize {
        text.push('a');
    }
    let largest = image(&format!("x = '{text}'\nprint(len(x))\n"));
    assert_eq!(largest.len(), 8192);
    bench.send(&largest, Limits::default(), part::ALL).unwrap();
    assert_eq!(bench.replay(), StopReason::Finished);
    text.push('a');
    let refusal = bench
        .send(&image(&format!("x = '{text}'\nprint(len(x))\n")), Limits::default(), part::ALL)
        .unwrap_err();
    assert_eq!((refusal.code, refusal.value), (NakCode::TooLarge, 8192));
    assert_eq!(refusal.text.as_str(), "program is 8193 bytes, this device takes 8192");
    assert_eq!(bench.replay(), StopReason::Finished, "the old one is still there");
}

#[test]
fn r30_r63_the_status_has_line_steps_and_memory() {
    let mut bench = Bench::new();
    bench.upload("from robot import *\nwait(50)\nwhile True:\n    wait(1)\n");
    bench.start();
    bench.run(500);
    let status = bench.device.status();
    assert_eq!((status.state, status.line), (State::Running, 4));
    assert!(status.steps > 100 && status.memory > 1000 && status.memory_peak >= status.memory);
    assert!((495..=500).contains(&status.run_time), "{}", status.run_time);
}

#[test]
fn r05_r38_r40_the_motors_keep_their_period_while_the_program_never_yields() {
    let mut bench = Bench::new();
    bench.upload("from robot import *\ndrive.straight(3000, wait=False)\nwhile True: pass\n");
    bench.start();
    bench.run(200);
    let mut last = bench.now;
    let mut worst = 0;
    for _ in 0..2000 {
        let before = bench.device.status().steps;
        bench.device.equipment().hardware.told.clear();
        bench.tick();
        assert!(bench.device.status().steps - before <= 1000 + 64, "one step is one slice");
        let told = &bench.device.equipment().hardware.told;
        if told.iter().any(|told| matches!(told, Told::Motor(..))) {
            worst = worst.max(bench.now - last);
            last = bench.now;
        }
    }
    assert!((5..=6).contains(&worst), "{worst}");
}

#[test]
fn r52_a_demonstration_takes_the_place_of_the_program_and_says_so() {
    let mut bench = Bench::new();
    let demo = Box::leak(
        image("from robot import *\nprint('demo')\ndrive.drive(50)\nwait(200)\n").into_boxed_slice(),
    );
    bench.upload("from robot import *\ndrive.drive(100)\nwhile True: wait(10)\n");
    bench.start();
    bench.run(200);
    bench.device.demonstrate(demo).unwrap();
    bench.collect();
    assert!(bench.notes.contains(&Note::State {
        from: State::Running,
        to: State::Stopping,
        reason: StopReason::Demo
    }));
    bench.until(1000, |bench| bench.state() == State::Ready);
    assert_eq!(bench.output, "demo\n");
    assert!(bench.is_safe());
    assert_eq!(bench.device.slot().name, "test", "the program is still there");
}

#[test]
fn r55_r65_the_stronger_owner_drives_and_the_loser_is_told() {
    let mut bench = Bench::new();
    bench.upload("from robot import *\nwhile True:\n    try:\n        drive.drive(100)\n    except RuntimeError as e:\n        print(e)\n    wait(10)\n");
    bench.start();
    bench.run(100);
    for _ in 0..10 {
        let now = bench.now;
        bench.device.equipment().drive(now, -100, 0).expect("remote drive is stronger");
        bench.run(10);
    }
    assert!(bench.sim().body().speed < 0.0, "only the owner's commands reach the motors");
    assert!(bench.output.contains("remote drive has the motors"), "{}", bench.output);
    let now = bench.now;
    bench.device.equipment().release(now, Owner::Remote);
    bench.run(500);
    assert!(bench.sim().body().speed > 50.0, "the program has them back");
}

#[test]
fn r29_two_runs_are_the_same() {
    let run = || {
        let mut bench = Bench::new();
        let source = "from robot import *\nimport random\nrandom.seed(4)\nfor i in range(5):\n    drive.straight(50)\n    \
                      drive.turn(random.randint(-90, 90))\n    print(system.time(), round(imu.heading(), 3))\n";
        assert_eq!(bench.play(source), StopReason::Finished, "{}", bench.output);
        (bench.output.clone(), bench.device.status().steps, bench.device.equipment().hardware.take())
    };
    assert!(run() == run());
}

#[test]
fn r51_sense_decide_act_in_ten_lines() {
    let world = hognose_robot::sim::World::default();
    let mut bench = Bench::over(leak(0, FLASH), world, Settings::default(), 1000);
    let source = "from robot import *\nwhile front.distance() > 150:\n    drive.drive(150)\n    wait(10)\ndrive.brake()\nwait(300)\n\
                  print(front.distance())\n";
    assert_eq!(bench.play(source), StopReason::Finished);
    let gap: u32 = bench.output.trim().parse().unwrap();
    assert!((100..=150).contains(&gap), "{gap}");
}

#[test]
fn r22_output_and_calls_above_their_rate_wait() {
    let mut bench = Bench::new();
    assert_eq!(bench.play("for i in range(400): print('x' * 49)\n"), StopReason::Finished);
    assert_eq!(bench.output.len(), 20_000, "nothing is lost");
    let took = bench.device.status().run_time;
    assert!((4000..6000).contains(&took), "20000 bytes at 4096 a second took {took} ms");
    let source = "from robot import *\nfor i in range(6000): system.time()\n";
    assert_eq!(bench.play(source), StopReason::Finished);
    let took = bench.device.status().run_time;
    assert!((2500..4000).contains(&took), "6000 calls at 2000 a second took {took} ms");
}

#[test]
fn handlers_are_called_between_steps_and_may_sleep() {
    let mut bench = Bench::new();
    let source = "from robot import *\nimport time\nn = 0\ndef tick():\n    global n\n    n += 1\n    time.sleep(0.01)\n    wait(5)\n\
                  on('timer', tick, 50)\ntime.sleep(1)\nprint(n)\n";
    assert_eq!(bench.play(source), StopReason::Finished, "{}", bench.output);
    let calls: u32 = bench.output.trim().parse().unwrap();
    assert!((15..=20).contains(&calls), "{calls}");
}

#[test]
fn r70_a_program_that_runs_keeps_the_device_awake() {
    let mut bench = Bench::new();
    bench.device.store().set(Setting::SleepAfter, 5000).unwrap();
    bench.upload("from robot import *\nwait(20000)\n");
    bench.run(4990);
    assert!(!bench.device.may_sleep());
    bench.run(20);
    assert!(bench.device.may_sleep());
    bench.start();
    bench.run(15_000);
    assert!(!bench.device.may_sleep(), "it runs");
    bench.until(10_000, |bench| bench.state() == State::Ready);
    bench.run(3000);
    bench.device.store().set(Setting::ButtonStarts, 0).unwrap();
    bench.press();
    bench.run(4000);
    assert!(!bench.device.may_sleep(), "somebody was here");
    bench.run(2000);
    assert!(bench.device.may_sleep());
}

#[test]
fn a_program_that_was_paused_may_end_itself() {
    let mut bench = Bench::new();
    bench.upload("from robot import *\nwait(100)\nsystem.stop('enough')\n");
    bench.start();
    bench.run(50);
    bench.device.pause().unwrap();
    bench.run(100);
    bench.device.resume().unwrap();
    bench.until(200, |bench| bench.state() == State::Ready);
    assert_eq!(bench.device.reason(), StopReason::Finished);
}
