//! Whatever anybody asks of the robot, in any order: its driver keeps its limits.

use crate::bench::open;
use hognose_device::{Equipment, Owner};
use hognose_robot::hardware::{Hardware, Motor};
use hognose_robot::recorder::{Recorder, Told};
use hognose_robot::sim::world::Button;
use hognose_robot::sim::{Fault, Options, Sim};
use hognose_robot::words::TABLE;
use hognose_robot::{Rig, Settings, limits, part};

struct Random(u64);

impl Random {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    fn word(&mut self) -> i32 {
        match self.below(6) {
            0 => self.below(3) as i32,
            1 => -(self.below(1000) as i32),
            2 => self.below(100_000) as i32,
            3 => i32::MIN + self.below(3) as i32,
            4 => i32::MAX - self.below(3) as i32,
            _ => self.below(500) as i32,
        }
    }
}

#[test]
fn r47_r49_r50_r55_the_driver_keeps_its_limits_in_any_order_of_calls() {
    for seed in 0..12 {
        let mut random = Random(seed);
        let options = Options { seed, ideal: false, trace: false };
        let mut rig = Rig::new(Recorder::new(Sim::new(open(), options)), Settings::default());
        rig.poll(0);
        rig.begin(0, part::ALL);
        let (mut running, mut paused) = (true, None);
        let mut speeds: Vec<f64> = Vec::new();
        let mut idle = 0;
        let mut ram = [b'a'; 64];
        ram[40] = 0;
        for now in 1..20_000u64 {
            rig.hardware.hardware.advance(now);
            let owner = rig.owner();
            rig.alive(now);
            rig.poll(now);
            let _ = rig.answer();
            while rig.signal().is_some() {}
            match random.below(60) {
                0..=7 => {
                    let entry = TABLE[random.below(TABLE.len() as u64) as usize];
                    let args: Vec<i32> = (0..random.below(5)).map(|_| random.word()).collect();
                    let mut memory = bajo::Memory::new(0, &mut ram, 4096, &[]).unwrap();
                    let mut results = [0; 8];
                    let call = bajo::HostCall {
                        func: entry.number,
                        args: &args,
                        results: &mut results,
                        wanted: 1,
                        pc: 0,
                    };
                    let _ = rig.call(call, &mut memory);
                }
                8 if random.below(20) == 0 => {
                    rig.pause(now);
                    paused = paused.or(Some(now));
                }
                9 | 10 if paused.is_some() => {
                    rig.resume(now);
                    paused = None;
                }
                11 if random.below(30) == 0 => {
                    rig.make_safe(now, "any");
                    (running, paused) = (false, None);
                    assert!(rig.is_safe(), "seed {seed} at {now}");
                    let off = |motor: &Motor| !matches!(motor, Motor::Duty(_));
                    assert!(rig.hardware.hardware.motors().iter().all(off), "seed {seed} at {now}");
                }
                12 | 13 if !running => {
                    rig.begin(now, random.below(64) as u32);
                    running = true;
                }
                14 if random.below(10) == 0 => {
                    let owner = [Owner::Remote, Owner::Safety, Owner::Stop][random.below(3) as usize];
                    let _ = rig.claim(now, owner);
                }
                15 => [Owner::Remote, Owner::Safety, Owner::Stop]
                    .into_iter()
                    .for_each(|owner| rig.release(now, owner)),
                16 if random.below(10) == 0 => {
                    let _ = rig.drive(now, random.word() as i16, random.word() as i16);
                }
                17 if random.below(100) == 0 => rig.hardware.hardware.inject(Fault::StuckMotor(Button::Left)),
                18 => rig.hardware.hardware.mend(Fault::StuckMotor(Button::Left)),
                _ => {}
            }
            let what = || format!("seed {seed} at {now} ms");
            for told in rig.hardware.take() {
                match told {
                    Told::Motor(_, Motor::Duty(duty)) => {
                        assert!(duty.is_finite() && duty.abs() <= 1.0, "{}: {duty}", what());
                        assert!(owner < Owner::Stop, "{}: emergency stop", what());
                    }
                    Told::Tone(Some((frequency, volume))) => {
                        assert!(
                            (limits::TONES.0..=limits::TONES.1).contains(&frequency) && volume <= 80,
                            "{}",
                            what()
                        );
                    }
                    Told::Lights(frame) => {
                        let sum: u32 = frame.iter().flatten().map(|&part| u32::from(part)).sum();
                        let all = 8.0 * 3.0 * 255.0;
                        assert!(
                            f64::from(sum) <= all * f64::from(limits::LIGHT_PART) * 8.0 + 1.0,
                            "{}",
                            what()
                        );
                    }
                    _ => {}
                }
            }
            let speed = rig.hardware.hardware.body().speed;
            speeds.push(speed);
            assert!(speed.abs() <= f64::from(limits::SPEED) * 1.5, "{}: {speed} mm/s", what());
            if paused.is_some_and(|since| now > since + 500) {
                assert!(
                    speed.abs() < 20.0 || rig.owner() > Owner::Program,
                    "{}: {speed} mm/s in a pause",
                    what()
                );
            }
            // What an owner leaves brakes with the next turn of the control.
            idle = if !running && rig.owner() == Owner::Nobody { idle + 1 } else { 0 };
            if idle > limits::MOTOR_PERIOD {
                let driven =
                    rig.hardware.hardware.motors().iter().any(|motor| matches!(motor, Motor::Duty(_)));
                assert!(!driven, "{}: nobody drives", what());
            }
        }
        assert!(speeds.iter().any(|speed| speed.abs() > 50.0), "seed {seed}: it never drove");
        let _ = rig.hardware.charge();
    }
}
