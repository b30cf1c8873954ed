//! However a program ends, the robot is safe.

use crate::bench::{Bench, FLASH, image, leak};
use hognose_device::{Equipment, Note, Setting};
use hognose_link::{Limits, NakCode, State, StopReason};
use hognose_robot::recorder::Told;
use hognose_robot::sim::world::Button;
use hognose_robot::sim::{Fault, World};
use hognose_robot::{Settings, part};

/// Everything on, and then whatever comes.
const BUSY: &str = "
from robot import *
lights.on('red')
speaker.beep(440, 5000, wait=False)
front.distance()
drive.drive(200)
";

fn busy(rest: &str) -> String {
    format!("{BUSY}{rest}")
}

#[test]
fn r06_every_end_goes_one_way() {
    let mut bench = Bench::new();
    let endless = busy("while True: wait(10)\n");
    // What a program does itself.
    for (rest, reason) in [
        ("wait(200)\n", StopReason::Finished),
        ("wait(200)\nraise SystemExit\n", StopReason::Finished),
        ("wait(200)\nsystem.stop('enough')\n", StopReason::Finished),
        ("wait(200)\n1/0\n", StopReason::Error),
        ("wait(200)\nx = []\nwhile True: x.append('abc' * 50)\n", StopReason::MemoryLimit),
        ("wait(200)\ndef f(): f()\nf()\n", StopReason::Error),
    ] {
        assert_eq!(bench.play(&busy(rest)), reason, "{rest}");
        assert!(bench.is_safe(), "{rest}");
        assert_eq!(bench.device.status().memory, 0, "{rest}");
    }
    // What happens to it.
    bench.upload(&endless);
    let ends: [(&str, StopReason, fn(&mut Bench)); 7] = [
        ("host", StopReason::Host, |bench| bench.device.stop(StopReason::Host)),
        ("emergency", StopReason::Emergency, |bench| bench.device.emergency()),
        ("link", StopReason::LinkLost, |bench| bench.device.stop(StopReason::LinkLost)),
        ("power", StopReason::PowerOff, |bench| bench.device.stop(StopReason::PowerOff)),
        ("tether", StopReason::Tethered, |bench| bench.inject(Fault::Tether)),
        ("battery", StopReason::LowBattery, |bench| bench.inject(Fault::Battery(3.0))),
        ("watchdog", StopReason::Watchdog, |bench| {
            // Nobody looks after the program for so long.
            bench.now += 150;
        }),
    ];
    for (name, reason, end) in ends {
        bench.start();
        bench.run(300);
        assert!(!bench.motors_off() && bench.state() == State::Running, "{name}");
        end(&mut bench);
        let took = bench.until(1200, |bench| bench.state() == State::Ready);
        assert_eq!(bench.device.reason(), reason, "{name}");
        assert!(bench.is_safe(), "{name} after {took}");
        assert_eq!(bench.device.status().memory, 0, "{name}");
        bench.device.clear();
        bench.sim().mend(Fault::Tether);
        bench.inject(Fault::Battery(90.0));
        bench.run(1500);
        bench.collect();
    }
    // A button, a limit, a replacement.
    bench.start();
    bench.run(100);
    bench.press();
    assert_eq!((bench.device.reason(), bench.is_safe()), (StopReason::Button, true));
    let limits = Limits { run_time: 400, ..Limits::default() };
    bench.send(&image(&endless), limits, part::ALL).unwrap();
    assert_eq!(bench.replay(), StopReason::TimeLimit);
    assert!(bench.is_safe());
    let limits = Limits { kilo_steps: 20, ..Limits::default() };
    bench.send(&image(&busy("while True: pass\n")), limits, part::ALL).unwrap();
    assert_eq!(bench.replay(), StopReason::StepLimit);
    assert!(bench.is_safe());
    bench.upload(&endless);
    bench.start();
    bench.run(100);
    let request = hognose_device::store::Request { size: 5, ..Default::default() };
    assert_eq!(bench.device.stage(&request, false).unwrap_err().code, NakCode::Busy);
    bench.device.stage(&request, true).unwrap();
    assert_eq!((bench.device.reason(), bench.is_safe()), (StopReason::Replaced, true));
}

#[test]
fn r06_a_broken_motor_ends_in_fault_until_it_is_cleared() {
    let mut bench = Bench::new();
    bench.upload(&busy("while True: wait(10)\n"));
    bench.start();
    bench.run(200);
    bench.inject(Fault::DeadMotor(Button::Left));
    bench.until(100, |bench| bench.state() == State::Fault);
    assert_eq!(bench.device.start().unwrap_err().code, NakCode::Fault);
    bench.sim().mend(Fault::DeadMotor(Button::Left));
    bench.device.clear();
    assert_eq!(bench.state(), State::Ready);
    bench.start();
    bench.run(200);
    assert!(!bench.motors_off());
}

#[test]
fn r33_the_way_to_the_safe_state_has_an_order() {
    let mut bench = Bench::new();
    bench.upload(&busy("while True: wait(10)\n"));
    bench.start();
    bench.run(300);
    bench.device.equipment().hardware.take();
    bench.device.stop(StopReason::Host);
    let told = bench.device.equipment().hardware.take();
    let place = |kind: &dyn Fn(&Told) -> bool| told.iter().position(kind).expect("told");
    let motor = place(&|told| matches!(told, Told::Motor(..)));
    let tone = place(&|told| matches!(told, Told::Tone(None)));
    let lights = place(&|told| matches!(told, Told::Lights(_)));
    let screen = place(&|told| matches!(told, Told::Screen));
    let sensor = place(&|told| matches!(told, Told::Power(_, false)));
    assert!(motor < tone && tone < lights && lights < screen && screen < sensor, "{told:?}");
    // All that at once; the report and the memory come with the next step.
    assert_eq!(bench.state(), State::Stopping);
    bench.tick();
    assert_eq!((bench.state(), bench.device.status().memory), (State::Ready, 0));
}

#[test]
fn r34_safe_at_boot_and_after_the_end_and_the_display_says_why() {
    let mut bench = Bench::new();
    assert!(bench.is_safe());
    assert_eq!(bench.play("from robot import *\nwait(50)\n1/0\n"), StopReason::Error);
    bench.run(100);
    assert!(bench.is_safe());
    let error = bench.sim().screen().to_vec();
    assert!(error.iter().any(|byte| *byte != 0), "something is shown");
    bench.play("from robot import *\nwait(50)\n");
    bench.run(100);
    assert_ne!(bench.sim().screen().to_vec(), error, "another reason");
}

#[test]
fn r24_nothing_of_the_program_holds_a_stop_up() {
    let mut bench = Bench::new();
    for rest in [
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass\n",
        "try:\n    while True: wait(1)\nfinally:\n    drive.drive(300)\n    while True: pass\n",
        "class A:\n    def __del__(self): drive.drive(300)\na = A()\nwhile True: pass\n",
        "def f():\n    try: yield 1\n    finally: drive.drive(300)\ng = f()\nnext(g)\nwhile True: pass\n",
    ] {
        bench.upload(&busy(rest));
        bench.start();
        bench.run(200);
        bench.device.stop(StopReason::Host);
        assert!(bench.motors_off());
        bench.run(100);
        assert!(bench.is_safe() && bench.state() == State::Ready, "{rest}");
    }
    // Showing an error may not drive either.
    let source = "class E(Exception):\n    def __str__(self):\n        drive.drive(300)\n        return 'E'\nraise E\n";
    assert_eq!(bench.play(&busy(source)), StopReason::Error);
    bench.run(50);
    assert!(bench.is_safe());
}

/// Programs that are in the middle of each kind of call.
const PLACES: &[&str] = &[
    "while True: pass\n",
    "while True: drive.straight(500)\n",
    "while True: drive.turn(90)\n",
    "while True: drive.arc(100, 90)\n",
    "while True:\n    drive.drive(100)\n    wait(7)\n",
    "while True: motors.left.run_angle(200, 90)\n",
    "while True: speaker.beep(500, 30)\n",
    "while True: speaker.play_notes(['C4/8', 'D4/8'])\n",
    "while True: lights.on('blue'); wait(3)\n",
    "lights.blink('red', [50, 50])\nwhile True: wait(100)\n",
    "while True: print('x' * 30)\n",
    "while True: front.distance(); floor.color(); imu.heading()\n",
    "while True: buttons.wait(timeout=50)\n",
    "import time\nwhile True: time.sleep(0.02)\n",
    "while True: display.text(0, 0, 'hi'); display.show()\n",
    "while True: x = [i * i for i in range(50)]\n",
    "def f(n): return n if n < 1 else f(n - 1)\nwhile True: f(20)\n",
    "while True:\n    try: 1 / 0\n    except ZeroDivisionError: pass\n",
    "on('timer', lambda: wait(5), 20)\nwhile True: wait(2)\n",
    "while True: sorted(str(i) for i in range(40))\n",
];

/// A stop at any instruction, and in every call of the host: never lost, never late.
#[test]
fn r24_ten_thousand_stops_at_random_moments() {
    let mut bench = Bench::with_slice(61);
    let mut seed = 7u64;
    let mut random = move |most: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % most
    };
    let rounds = 10_000 / PLACES.len();
    let mut lost = 0;
    for place in PLACES {
        bench.upload(&format!("from robot import *\ndrive.drive(150)\n{place}"));
        for _ in 0..rounds {
            bench.start();
            for _ in 0..random(30) {
                bench.tick();
                for _ in 0..random(4) {
                    bench.slice();
                }
            }
            if bench.state() != State::Running {
                panic!("{place}: {:?} {}", bench.failure, bench.output);
            }
            bench.device.stop(StopReason::Host);
            let motors = bench.until(100, |bench| bench.motors_off());
            let gone = bench.until(200, |bench| bench.state() == State::Ready);
            lost += u32::from(motors > 50 || gone > 100 || !bench.is_safe());
            bench.device.equipment().hardware.told.clear();
            bench.output.clear();
            bench.notes.clear();
        }
    }
    assert_eq!(lost, 0);
}

#[test]
fn r43_a_hundred_programs_fail_and_then_a_good_one_runs() {
    let mut bench = Bench::new();
    let bad = [
        "1/0",
        "[][1]",
        "{}['x']",
        "int('x')",
        "None.x",
        "raise ValueError('no')",
        "assert 0",
        "left_motor",
        "import no",
    ];
    for i in 0..100 {
        let source = format!("from robot import *\ndrive.drive(100)\nwait(20)\n{}\n", bad[i % bad.len()]);
        assert_eq!(bench.play(&source), StopReason::Error);
        assert!(bench.is_safe());
        let failure = bench.failure.expect("it is told");
        assert_eq!(failure.line, 4, "{}", bench.output);
        let (error, message) = (failure.error, failure.message);
        assert!(
            bench.output.ends_with(&format!("{error}: {message}\n")) || i % bad.len() == 6,
            "{}",
            bench.output
        );
    }
    assert_eq!(bench.play("print('good')\n"), StopReason::Finished);
    assert_eq!(bench.output, "good\n");
}

#[test]
fn r25_r66_a_thousand_cycles_leave_nothing_behind() {
    let mut bench = Bench::new();
    bench.upload("from robot import *\ndata = [str(i) for i in range(100)]\ndrive.drive(100)\nwait(20)\n");
    let mut peak = None;
    for _ in 0..1000 {
        assert_eq!(bench.replay(), StopReason::Finished);
        let status = bench.device.status();
        assert_eq!(status.memory, 0);
        assert_eq!(*peak.get_or_insert(status.memory_peak), status.memory_peak);
        bench.device.equipment().hardware.told.clear();
    }
}

#[test]
fn r71_the_battery_warns_and_then_stops_with_its_reason() {
    let mut bench = Bench::new();
    bench.upload(&busy("while True: wait(10)\n"));
    bench.start();
    bench.run(100);
    bench.inject(Fault::Battery(15.0));
    bench.run(1500);
    assert!(bench.notes.iter().any(|note| matches!(note, Note::Battery(10..=20))), "{:?}", bench.notes);
    assert_eq!(bench.state(), State::Running);
    bench.inject(Fault::Battery(4.0));
    bench.until(1500, |bench| bench.state() == State::Ready);
    assert_eq!((bench.device.reason(), bench.is_safe()), (StopReason::LowBattery, true));
    assert_eq!(bench.device.start().unwrap_err().code, NakCode::LowBattery);
}

#[test]
fn r68_a_cable_refuses_programs_that_drive() {
    let mut bench = Bench::new();
    bench.inject(Fault::Tether);
    bench.run(100);
    bench.upload("print('no motors')\n");
    assert_eq!(bench.replay(), StopReason::Finished);
    bench.upload(&busy("wait(100)\n"));
    let refusal = bench.device.start().unwrap_err();
    assert_eq!((refusal.code, refusal.text.as_str()), (NakCode::Tethered, "tethered: take the cable off"));
    bench.sim().mend(Fault::Tether);
    bench.run(100);
    assert_eq!(bench.replay(), StopReason::Finished);
}

#[test]
fn r67_r69_the_button_starts_and_stops_without_a_host() {
    let mut bench = Bench::new();
    bench.upload(&busy("while True: wait(10)\n"));
    bench.press();
    assert_eq!(bench.state(), State::Running);
    bench.press();
    assert_eq!((bench.state(), bench.device.reason()), (State::Ready, StopReason::Button));
    bench.device.store().set(Setting::StartGate, 1).unwrap();
    bench.start();
    assert_eq!(bench.state(), State::WaitingStart);
    bench.run(500);
    assert!(bench.motors_off());
    bench.press();
    assert_eq!(bench.state(), State::Running);
    bench.device.stop(StopReason::Host);
    bench.run(10);
    bench.start();
    bench.device.stop(StopReason::Host);
    assert_eq!(bench.state(), State::Ready, "the gate is disarmed");
}

#[test]
fn a_fall_stops_when_it_is_set_so() {
    let settings = Settings { tilt_stop: true, ..Settings::default() };
    let mut bench = Bench::over(leak(0, FLASH), World { border: false, ..World::default() }, settings, 1000);
    bench.upload(&busy("while True: wait(10)\n"));
    bench.start();
    bench.run(100);
    bench.inject(Fault::Tilt);
    bench.until(1500, |bench| bench.state() == State::Ready);
    assert_eq!(bench.device.reason(), StopReason::Tilted);
    assert!(bench.device.equipment().is_safe());
}
