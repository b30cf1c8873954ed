//! The rules of the driver: limits, rates, order, who drives, what happens when something fails.

mod common;

use common::{ideal, rig, rig_in, run, seed};
use hognose_device::{Equipment, Owner, Signal, Value};
use hognose_robot::hardware::{Motor, Sensor};
use hognose_robot::limits::{self, Settings};
use hognose_robot::recorder::{Recorder, Told};
use hognose_robot::sim::world::{Button, Paint, Patch, Pose, Wall};
use hognose_robot::sim::{Fault, Options, Part, Sim, World};
use hognose_robot::{Ending, Query, Rig, Side, Stop, part};
use std::task::Poll;

fn open() -> World {
    World { border: false, ..World::default() }
}

fn recorded(world: World, settings: Settings) -> Rig<Recorder<Sim>> {
    let mut rig = Rig::new(Recorder::new(Sim::new(world, ideal())), settings);
    rig.poll(0);
    rig.begin(0, part::ALL);
    rig
}

fn pass(rig: &mut Rig<Recorder<Sim>>, ms: u64) {
    for _ in 0..ms {
        let now = rig.hardware.hardware.now() + 1;
        rig.hardware.hardware.advance(now);
        rig.alive(now);
        rig.poll(now);
    }
}

fn signals<H: hognose_robot::Hardware>(rig: &mut Rig<H>) -> Vec<Signal> {
    std::iter::from_fn(|| rig.signal()).collect()
}

fn go_on() -> Ending {
    Ending { wait: false, ..Ending::default() }
}

#[test]
fn the_safe_state_comes_in_order_and_within_20_ms() {
    let mut rig = recorded(open(), Settings::default());
    let _ = rig.robot.drive(200.0, 0.0);
    let _ = rig.robot.lights_on([255, 0, 0]);
    let _ = rig.robot.beep(440.0, 5000.0, false);
    let _ = rig.robot.ask(Query::Distance);
    pass(&mut rig, 300);
    rig.hardware.take();
    let now = rig.hardware.hardware.now();
    rig.make_safe(now, "test");
    let kinds: Vec<u8> = rig
        .hardware
        .take()
        .iter()
        .map(|told| match told {
            Told::Motor(_, Motor::Brake) => 0,
            Told::Tone(None) => 1,
            Told::Lights(frame) if *frame == [[0; 3]; 8] => 2,
            Told::Screen => 3,
            Told::Power(_, false) => 4,
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(kinds.is_sorted() && kinds.iter().all(|k| *k <= 4) && kinds.contains(&3), "{kinds:?}");
    assert_eq!(kinds.iter().filter(|&&k| k == 0).count(), 2, "both motors, in the same call");
    assert!(rig.is_safe());
    rig.make_safe(now, "again");
    assert_eq!(rig.hardware.take(), [], "again changes nothing");
    pass(&mut rig, 1000);
    assert!(rig.is_safe());
    assert!(rig.hardware.told.iter().all(|told| matches!(told, Told::Gauge)), "{:?}", rig.hardware.told);
}

#[test]
fn power_on_is_safe() {
    let mut rig = Rig::new(Recorder::new(Sim::new(open(), ideal())), Settings::default());
    pass(&mut rig, 1000);
    let coast = |told: &Told| matches!(told, Told::Motor(_, Motor::Coast) | Told::Gauge);
    assert!(rig.is_safe() && rig.hardware.told.iter().all(coast), "{:?}", rig.hardware.told);
}

#[test]
fn rates_are_those_of_the_hardware_however_often_programs_ask() {
    let mut rig = recorded(open(), Settings::default());
    pass(&mut rig, 500);
    for round in 0..1000 {
        for i in 0..100 {
            let n = f64::from(round * 100 + i);
            let _ = rig.robot.drive(n % 300.0, 0.0);
            let _ = rig.robot.lights_on([(round % 100) as u8, i as u8, 0]);
            let _ = rig.robot.beep(300.0 + n % 100.0, 1000.0, false);
            let _ = rig.robot.ask(Query::Distance);
            let _ = rig.robot.ask(Query::Tilt);
            let _ = rig.robot.ask(Query::Raw(Side::Left));
            let _ = rig.robot.ask(Query::RawColor);
            let screen = rig.robot.screen().unwrap();
            screen.pixel(i64::from(i), i64::from(round) % 64, round % 2 == 0);
            screen.show();
        }
        if round == 0 {
            rig.hardware.take();
        }
        pass(&mut rig, 1);
    }
    let count = |kind: fn(&Told) -> bool| rig.hardware.count(kind);
    let most =
        |n: usize, limit: u32| assert!(n as u32 <= limit + 1 && n > 0, "{n} in a second, {limit} allowed");
    most(count(|t| matches!(t, Told::Motor(Side::Left, _))), limits::MOTOR_RATE);
    most(count(|t| matches!(t, Told::Lights(_))), limits::LIGHT_RATE);
    most(count(|t| matches!(t, Told::Screen)), limits::DISPLAY_RATE);
    most(count(|t| matches!(t, Told::Tone(Some(_)))), limits::SOUND_RATE);
    most(count(|t| matches!(t, Told::Read(Sensor::Front))), 16);
    most(count(|t| matches!(t, Told::Read(Sensor::Imu))), 100);
    most(count(|t| matches!(t, Told::Read(Sensor::LeftSide))), 20);
    most(count(|t| matches!(t, Told::Read(Sensor::Floor))), 20);
    most(count(|t| matches!(t, Told::Gauge)), 1);
}

#[test]
fn sensors_are_on_while_they_are_used() {
    let mut rig = recorded(open(), Settings::default());
    pass(&mut rig, 100);
    rig.hardware.take();
    assert!(matches!(rig.robot.read(Query::Distance), Ok(Poll::Pending)));
    let mut waited = 0;
    while rig.answer().is_none() {
        pass(&mut rig, 1);
        waited += 1;
    }
    assert!(waited <= limits::FIRST_SAMPLE && matches!(rig.robot.read(Query::Distance), Ok(Poll::Ready(_))));
    pass(&mut rig, 999);
    assert_eq!(rig.hardware.count(|t| matches!(t, Told::Power(Sensor::Front, false))), 0);
    pass(&mut rig, 3);
    let told = rig.hardware.take();
    assert!(
        told.contains(&Told::Power(Sensor::Front, true)) && told.contains(&Told::Power(Sensor::Front, false))
    );
    assert!(!told.iter().any(|t| matches!(t, Told::Read(Sensor::LeftSide | Sensor::Floor))));
}

#[test]
fn sensors_that_fail_raise() {
    for (dead, wanted) in
        [(true, "the front sensor does not answer"), (false, "front has given no sample for")]
    {
        let mut rig = rig(ideal());
        let fault = if dead { Fault::DeadSensor(Part::Front) } else { Fault::SilentSensor(Part::Front) };
        assert!(ask!(rig.read(Query::Distance)).is_ok());
        rig.hardware.inject(fault);
        run(&mut rig, 400);
        let raise = ask!(rig.read(Query::Distance)).unwrap_err();
        assert!(raise.class() == hognose::Type::OSError && raise.message().starts_with(wanted), "{raise}");
        rig.hardware.mend(fault);
        run(&mut rig, 400);
        assert!(ask!(rig.read(Query::Distance)).is_ok());
        // A sensor that never gave anything is not waited for longer than said.
        let mut rig = common::rig(ideal());
        rig.hardware.inject(fault);
        let before = rig.hardware.now();
        assert!(ask!(rig.read(Query::Detected(100.0))).is_err());
        assert!(rig.hardware.now() - before <= limits::FIRST_SAMPLE + 5);
    }
}

#[test]
fn all_lights_together_keep_their_cap() {
    let mut rig = rig(ideal());
    let _ = rig.robot.lights_on([255; 3]);
    let _ = rig.robot.headlights_on([255; 3]);
    run(&mut rig, 400);
    let sum: u32 = rig.hardware.lights().iter().flatten().map(|&part| u32::from(part)).sum();
    let cap = 8.0 * 3.0 * 255.0 * 0.3;
    assert!(f64::from(sum) <= cap && f64::from(sum) > 0.9 * cap, "{sum}");
    assert!(rig.limited() >= 1);
    let _ = rig.robot.set_brightness(10.0);
    run(&mut rig, 400);
    assert!(rig.hardware.lights().iter().flatten().all(|&part| part <= 26));
}

fn field(rig: &Rig<Sim>) -> u32 {
    rig.hardware.lights().iter().flatten().map(|&part| u32::from(part)).sum()
}

#[test]
fn the_field_flashes_three_times_a_second_at_most() {
    let strobes: [fn(&mut Rig<Sim>, u64); 3] = [
        |rig, ms| {
            if ms == 0 {
                let _ = rig.robot.effect("strobe", 100.0);
            }
        },
        |rig, ms| {
            if ms == 0 {
                let _ = rig.robot.blink([255; 3], 50.0, 50.0);
            }
        },
        |rig, ms| {
            let _ = rig.robot.lights_on([if ms / 25 % 2 == 0 { 255 } else { 0 }; 3]);
        },
    ];
    for (i, strobe) in strobes.iter().enumerate() {
        let mut rig = rig(ideal());
        let mut turns = Vec::new();
        let (mut before, mut rising) = (0, false);
        for ms in 0..6000 {
            strobe(&mut rig, ms);
            common::step(&mut rig);
            let sum = field(&rig);
            if sum != before && (sum > before) != rising {
                rising = sum > before;
                turns.push(ms);
            }
            before = sum;
        }
        let flashes = |from: u64| turns.iter().filter(|&&t| t >= from && t < from + 1000).count();
        let most = (0..5000).map(flashes).max().unwrap_or(0);
        assert!(most <= 6 && turns.len() > 20, "{i}: {most} turns in a second, {} in all", turns.len());
    }
    // A single light may blink faster: it is not the field.
    let mut rig = rig(ideal());
    let mut changes = 0;
    let mut before = [0; 3];
    for ms in 0..1000u64 {
        let _ = rig.robot.light_on(0, [if ms / 50 % 2 == 0 { 200 } else { 0 }; 3]);
        common::step(&mut rig);
        changes += u32::from(rig.hardware.lights()[0] != before);
        before = rig.hardware.lights()[0];
    }
    assert!(changes >= 18, "{changes}");
}

#[test]
fn animations_keep_their_time_and_freeze_in_a_pause() {
    let mut rig = rig(ideal());
    let _ = rig.robot.animate(&[[40, 0, 0], [0, 40, 0], [0, 0, 40]], 200.0);
    let mut changes = Vec::new();
    let mut before = [0; 3];
    for ms in 0..4000 {
        common::step(&mut rig);
        let light = rig.hardware.lights()[0];
        if light != before {
            changes.push(ms);
            before = light;
        }
    }
    let period = (changes[changes.len() - 1] - changes[0]) as f64 / (changes.len() - 1) as f64;
    assert!((period - 200.0).abs() <= 10.0, "{period}");
    let now = rig.hardware.now();
    rig.pause(now);
    run(&mut rig, 1000);
    assert_eq!(rig.hardware.lights()[0], before);
    let now = rig.hardware.now();
    rig.resume(now);
    run(&mut rig, 400);
    assert_ne!(rig.hardware.lights()[0], before);
}

#[test]
fn sounds_end_by_themselves() {
    let mut rig = rig(ideal());
    let _ = rig.robot.beep(440.0, 1e9, false);
    assert_eq!(rig.limited(), 1);
    run(&mut rig, 9_990);
    assert!(rig.hardware.tone().is_some());
    run(&mut rig, 20);
    assert!(rig.hardware.tone().is_none(), "10 s at most");
    let _ = rig.robot.set_volume(100.0);
    assert_eq!((rig.robot.volume(), rig.limited()), (80, 2));
    run(&mut rig, 1500);
    // Tone after tone: after a minute there is silence.
    let (mut loud, mut longest) = (0, 0);
    for ms in 0..100_000 {
        if ms % 100 == 0 {
            let _ = rig.robot.beep(440.0, 1000.0, false);
        }
        common::step(&mut rig);
        loud = if rig.hardware.tone().is_some() { loud + 1 } else { 0 };
        longest = longest.max(loud);
    }
    assert!((59_900..=60_001).contains(&longest), "{longest}");
    let now = rig.hardware.now();
    let _ = rig.robot.beep(440.0, 5000.0, false);
    run(&mut rig, 30);
    rig.pause(now + 30);
    run(&mut rig, 10);
    assert!(rig.hardware.tone().is_none());
    rig.resume(now + 40);
    run(&mut rig, 100);
    assert!(rig.hardware.tone().is_none(), "it is not taken up again");
}

#[test]
fn a_new_move_takes_the_place_of_the_old_one() {
    let mut rig = rig(ideal());
    let first = rig.robot.straight(1000.0, Ending::default());
    run(&mut rig, 500);
    // A handler of an event moves: whoever waits for the first move gets False.
    let _ = rig.robot.turn(10.0, go_on());
    assert_eq!(common::finish(&mut rig, first), Ok(Value::Bool(false)));
    run(&mut rig, 2000);
    assert!(rig.robot.is_done() && (rig.hardware.body().pose.heading - 10.0).abs() < 0.5);
    let _ = rig.robot.run_angle(Side::Left, 200.0, 360.0, go_on());
    run(&mut rig, 300);
    let _ = rig.robot.run(Side::Right, 100.0);
    run(&mut rig, 3000);
    assert!(
        (rig.robot.wheel_speed(Side::Right) - 100.0).abs() < 10.0,
        "{}",
        rig.robot.wheel_speed(Side::Right)
    );
    assert!(rig.robot.wheel_speed(Side::Left).abs() < 2.0, "the other wheel ends its own move");
}

#[test]
fn wheels_keep_their_limits_too() {
    let mut rig = rig(seed(9));
    let _ = rig.robot.dc(Side::Left, 100.0);
    let _ = rig.robot.run(Side::Right, 5000.0);
    let (mut before, mut fastest) = ([0.0; 2], 0.0f64);
    for _ in 0..3000 {
        common::step(&mut rig);
        for (side, before) in rig.hardware.motors().iter().zip(&mut before) {
            if let Motor::Duty(duty) = *side {
                assert!((duty - *before).abs() <= 5.0 / 150.0 + 1e-6, "{duty} after {before}");
                *before = duty;
            }
        }
        fastest = rig.hardware.body().rims.iter().fold(fastest, |a, b| a.max(b.abs()));
    }
    assert!(fastest <= 306.3 * 1.05, "{fastest}");
    assert_eq!(rig.limited(), 1);
}

#[test]
fn holding_pushes_back() {
    let mut rig = rig(ideal());
    let _ = rig.robot.stop_driving(Stop::Hold);
    run(&mut rig, 100);
    let _ = rig.robot.straight(40.0, Ending { then: Stop::Hold, wait: false, timeout: None });
    run(&mut rig, 1500);
    assert!(rig.hardware.motors().iter().all(|m| matches!(m, Motor::Duty(_))), "it goes on holding");
    let _ = rig.robot.stop_driving(Stop::Coast);
    run(&mut rig, 10);
    assert_eq!(rig.hardware.motors(), [Motor::Coast; 2]);
}

#[test]
fn a_stuck_wheel_stalls() {
    let mut rig = rig(ideal());
    rig.hardware.inject(Fault::StuckMotor(Button::Left));
    let before = rig.hardware.now();
    assert_eq!(ask!(rig.straight(500.0, Ending::default())), Ok(Value::Bool(false)));
    assert!(rig.robot.has_stalled() && rig.hardware.now() - before < 3000);
    assert_eq!(signals(&mut rig), [Signal::Stalled]);
    rig.hardware.mend(Fault::StuckMotor(Button::Left));
    assert_eq!(ask!(rig.straight(100.0, Ending::default())), Ok(Value::Bool(true)));
    assert!(!rig.robot.has_stalled());
}

#[test]
fn a_motor_driver_that_fails_ends_in_the_safe_state() {
    let mut rig = rig(ideal());
    let _ = rig.robot.drive(100.0, 0.0);
    run(&mut rig, 500);
    rig.hardware.inject(Fault::DeadMotor(Button::Right));
    run(&mut rig, 10);
    assert_eq!(signals(&mut rig), [Signal::Broken("motor driver")]);
    assert!(rig.is_safe());
    assert_eq!(rig.refusal(), Some("motor driver"));
    let now = rig.hardware.now();
    rig.begin(now, part::ALL);
    let raise = ask!(rig.straight(10.0, Ending::default())).unwrap_err();
    assert_eq!(raise.message(), "no driving: motor driver");
    rig.hardware.mend(Fault::DeadMotor(Button::Right));
    rig.clear_fault();
    assert_eq!(ask!(rig.straight(10.0, Ending::default())), Ok(Value::Bool(true)));
}

#[test]
fn the_stronger_owner_drives() {
    let mut rig = rig(ideal());
    assert_eq!(rig.owner(), Owner::Program);
    let _ = rig.robot.drive(100.0, 0.0);
    run(&mut rig, 500);
    assert_eq!(rig.claim(500, Owner::Demo), Err(Owner::Program));
    // Remote drive takes over: two writers at 100 Hz, only the owner's commands count.
    for i in 0..200 {
        let now = rig.hardware.now();
        assert_eq!(rig.drive(now, -100, 0), Ok(()));
        let raise = rig.robot.drive(300.0, 0.0).unwrap_err();
        assert_eq!(raise.message(), "remote drive has the motors");
        let _ = rig.robot.stop_driving(Stop::Brake);
        run(&mut rig, 10);
        if i > 100 {
            assert!((rig.hardware.body().speed + 100.0).abs() < 10.0, "{}", rig.hardware.body().speed);
        }
    }
    // Silence for half a second: it stops, and says so once.
    run(&mut rig, 490);
    assert!(rig.hardware.body().speed < -90.0);
    run(&mut rig, 200);
    assert!(rig.hardware.body().speed.abs() < 5.0);
    assert_eq!(signals(&mut rig), [Signal::RemoteLost]);
    let now = rig.hardware.now();
    rig.release(now, Owner::Remote);
    assert_eq!(rig.owner(), Owner::Program);
    assert!(rig.robot.drive(50.0, 0.0).is_ok());
    // Emergency stop bars everybody until it is taken back.
    assert_eq!(rig.claim(now, Owner::Stop), Ok(()));
    run(&mut rig, 150);
    assert!(rig.hardware.body().speed.abs() < 5.0);
    assert_eq!(rig.drive(now, 100, 0), Err(Owner::Stop));
    assert_eq!(rig.robot.straight(5.0, go_on()).unwrap_err().message(), "emergency stop has the motors");
    rig.release(now, Owner::Stop);
    assert_eq!(ask!(rig.straight(50.0, Ending::default())), Ok(Value::Bool(true)));
}

#[test]
fn a_cable_keeps_it_from_driving() {
    let mut rig = rig(ideal());
    let _ = rig.robot.drive(200.0, 0.0);
    run(&mut rig, 500);
    rig.hardware.inject(Fault::Tether);
    run(&mut rig, 200);
    assert!(rig.hardware.body().speed.abs() < 5.0);
    assert_eq!(
        (signals(&mut rig), rig.refusal()),
        (vec![Signal::Tethered(true)], Some("tethered: take the cable off"))
    );
    assert!(rig.robot.drive(10.0, 0.0).is_err());
    rig.hardware.mend(Fault::Tether);
    run(&mut rig, 20);
    assert_eq!((signals(&mut rig), rig.refusal()), (vec![Signal::Tethered(false)], None));
    assert!(rig.robot.drive(200.0, 0.0).is_ok());
    let before = rig.hardware.now();
    assert_eq!(ask!(rig.straight(120.0, Ending::default())), Ok(Value::Bool(true)));
    assert!(rig.hardware.now() - before < 2500, "as fast as before");
    // The owner may allow slow driving instead.
    let settings = Settings { tethered_speed: 40.0, ..Settings::default() };
    let mut slow = recorded(open(), settings);
    slow.hardware.hardware.inject(Fault::Tether);
    pass(&mut slow, 20);
    let _ = slow.robot.drive(200.0, 0.0);
    pass(&mut slow, 1500);
    let speed = slow.hardware.hardware.body().speed;
    assert!((38.0..42.0).contains(&speed), "{speed}");
}

#[test]
fn the_battery_warns_once_and_stops_once() {
    let world = World { battery: 27.0, drain: 2000.0, ..open() };
    let mut rig = rig_in(world, ideal());
    run(&mut rig, 30_000);
    let told = signals(&mut rig);
    assert_eq!(told.iter().filter(|s| **s == Signal::BatteryLow).count(), 1, "{told:?}");
    assert_eq!(told.iter().filter(|s| **s == Signal::BatteryCritical).count(), 1, "{told:?}");
    assert_eq!(rig.refusal(), Some("low battery"));
    rig.hardware.inject(Fault::Battery(0.0));
    let _ = rig.robot.lights_on([255; 3]);
    for _ in 0..3 {
        rig.hardware.inject(Fault::Battery(0.0));
        run(&mut rig, 1000);
    }
    assert!(rig.robot.battery_voltage().is_ok());
}

#[test]
fn lying_on_its_side_is_told() {
    let settings = Settings { tilt_stop: true, ..Settings::default() };
    let mut rig = recorded(open(), settings);
    pass(&mut rig, 1000);
    assert_eq!(signals(&mut rig), []);
    rig.hardware.hardware.inject(Fault::Tilt);
    pass(&mut rig, 1000);
    assert_eq!(signals(&mut rig), [Signal::Tilted]);
}

#[test]
fn an_engine_that_falls_silent_is_stopped() {
    let mut rig = rig(ideal());
    let _ = rig.robot.drive(200.0, 0.0);
    run(&mut rig, 500);
    for _ in 0..200 {
        let now = rig.hardware.now() + 1;
        rig.hardware.advance(now);
        rig.poll(now);
        if rig.is_safe() {
            break;
        }
    }
    assert!(rig.is_safe() && rig.hardware.now() <= 500 + limits::WATCHDOG + 10);
    assert_eq!(signals(&mut rig), [Signal::Watchdog]);
}

#[test]
fn what_was_waited_for_is_gone_after_the_end() {
    let mut rig = rig(ideal());
    let _ = rig.robot.straight(1000.0, Ending::default());
    run(&mut rig, 200);
    let now = rig.hardware.now();
    rig.make_safe(now, "test");
    assert!(rig.answer().is_none());
    run(&mut rig, 300);
    rig.begin(now, part::ALL);
    run(&mut rig, 100);
    assert!(rig.answer().is_none() && rig.robot.distance().abs() < 0.5 && rig.robot.pace()[0] == 120.0);
    assert_eq!(rig.hardware.motors(), [Motor::Brake; 2], "it does not go on by itself");
}

#[test]
fn a_drive_goes_on_after_a_pause() {
    let mut rig = rig(ideal());
    let _ = rig.robot.drive(150.0, 0.0);
    let _ = rig.robot.pause_program(2000.0);
    run(&mut rig, 1000);
    rig.pause(1000);
    run(&mut rig, 5);
    assert!(rig.hardware.motors().iter().all(|m| !matches!(m, Motor::Duty(_))), "at once");
    run(&mut rig, 3000);
    assert!(rig.hardware.body().speed.abs() < 1.0 && rig.answer().is_none());
    let now = rig.hardware.now();
    rig.resume(now);
    run(&mut rig, 990);
    assert!((rig.hardware.body().speed - 150.0).abs() < 5.0);
    assert!(rig.answer().is_none(), "the wait still has 10 ms");
    run(&mut rig, 12);
    assert_eq!(rig.answer(), Some(Ok(Value::None)));
}

#[test]
fn the_distance_sensor_measures() {
    let wall = Wall { from: [-500.0, 360.0], to: [500.0, 360.0], height: 1000.0, reflectivity: 1.0 };
    let world = World { walls: vec![wall], ..open() };
    let mut rig = rig_in(world, seed(11));
    let mut sum = 0;
    for _ in 0..50 {
        let Ok(Value::Grid(zones)) = ask!(rig.read(Query::Zones)) else { panic!() };
        let middle: Vec<i32> =
            [27, 28, 35, 36].iter().map(|&i| i32::from(zones[i])).filter(|&mm| mm > 0).collect();
        sum += middle.iter().sum::<i32>() / middle.len() as i32;
        // The floor, seen by the lower rows: h / tan.
        for row in 5..8 {
            let expected = 40.0 / ((row as f64 - 3.5) * 7.5f64).to_radians().tan();
            let seen: Vec<f64> =
                (0..8).map(|c| f64::from(zones[8 * row + c])).filter(|&mm| mm > 0.0).collect();
            let mean = seen.iter().sum::<f64>() / seen.len() as f64;
            assert!((mean - expected).abs() <= 0.1 * expected, "row {row}: {mean}, not {expected}");
        }
        run(&mut rig, 67);
    }
    assert!((sum / 50 - 300).abs() <= 6, "{}", sum / 50);
    rig.hardware.place(Pose { x: 0.0, y: 0.0, heading: 180.0 });
    run(&mut rig, 200);
    let Ok(Value::Grid(zones)) = ask!(rig.read(Query::Zones)) else { panic!() };
    assert!(zones[..32].iter().all(|&mm| mm == -1), "nothing");
    assert_eq!(ask!(rig.read(Query::Distance)), Ok(Value::Int(2000)));
}

#[test]
fn colours_are_told_apart_wherever_it_stands() {
    let names = ["red", "green", "blue", "white", "black", "yellow"];
    let patches = names.iter().enumerate().map(|(i, name)| Patch {
        at: [300.0 * i as f64 - 750.0, 0.0],
        size: Some([250.0, 250.0]),
        radius: None,
        color: Paint::Name((*name).into()),
    });
    let world = World { patches: patches.collect(), floor: Paint::Name("grey".into()), ..open() };
    for (i, name) in names.iter().enumerate() {
        let mut right = 0;
        for pose in 0..200u32 {
            let mut rig = rig_in(world.clone(), seed(u64::from(pose)));
            let turn = f64::from(pose * 47 % 360);
            let middle = [
                300.0 * i as f64 - 750.0 + f64::from(pose % 20) * 4.0 - 40.0,
                f64::from(pose / 20) * 8.0 - 40.0,
            ];
            rig.hardware.place(Pose { x: middle[0], y: middle[1], heading: turn });
            right +=
                i32::from(matches!(ask!(rig.read(Query::Color)), Ok(Value::Name(seen, _)) if seen == *name));
        }
        assert!(right >= 190, "{name}: {right} of 200");
    }
}

#[test]
fn an_hour_at_full_speed_takes_what_the_current_says() {
    let mut sim = Sim::new(open(), seed(1));
    let mut rig = Rig::new(sim.clone(), Settings::default());
    rig.begin(0, part::ALL);
    let _ = rig.robot.drive(300.0, 0.0);
    let (mut charge, before) = (0.0, rig.hardware.battery().charge);
    for _ in 0..600_000 {
        common::step(&mut rig);
        charge += rig.hardware.battery().current / 3_600_000.0;
    }
    // Ten minutes: a sixth of an hour.
    let taken = (before - rig.hardware.battery().charge) / 100.0 * 1800.0;
    assert!((taken - charge).abs() <= 0.1 * charge && taken > 50.0, "{taken} mAh, {charge} by the current");
    sim.advance(10);
    assert_eq!(sim.now(), 10);
}

#[test]
fn it_is_a_hundred_times_as_fast_as_real() {
    let mut rig = rig_in(World::default(), Options { seed: 1, ..Options::default() });
    let start = std::time::Instant::now();
    for _ in 0..20 {
        let _ = rig.robot.ask(Query::Distance);
        let _ = rig.robot.drive(100.0, 90.0);
        run(&mut rig, 1000);
    }
    let times = 20.0 / start.elapsed().as_secs_f64();
    assert!(times >= 100.0, "{times:.0} times");
    println!("{times:.0} times as fast as real");
}
