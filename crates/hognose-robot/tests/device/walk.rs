//! Commands, buttons and faults in any order: the lifecycle keeps its edges, and what does not run does not move.

use crate::bench::{Bench, image};
use hognose_device::{Equipment, Note, Setting};
use hognose_link::{Limits, State, StopReason};
use hognose_robot::part;
use hognose_robot::sim::Fault;
use hognose_robot::sim::world::Button;

const PROGRAMS: &[&str] = &[
    "from robot import *\nwhile True: drive.straight(300)\n",
    "from robot import *\ndrive.drive(100)\nwait(300)\n1/0\n",
    "from robot import *\non('timer', lambda: drive.drive(80), 30)\nwait(1000)\n",
    "while True: pass\n",
    "x = []\nwhile True: x.append([0] * 50)\n",
    "from robot import *\nspeaker.beep(440, 4000, wait=False)\nlights.on('red')\nwait(200)\nsystem.stop()\n",
];

/// Edges that there are.
fn is_edge(from: State, to: State) -> bool {
    use State::*;
    match from {
        Empty => matches!(to, Ready | Running | Fault),
        Ready => matches!(to, Empty | WaitingStart | Running | Fault),
        WaitingStart => matches!(to, Ready | Running | Empty | Fault),
        Running => matches!(to, Paused | Stopping),
        Paused => matches!(to, Running | Stopping),
        Stopping => matches!(to, Ready | Empty | Fault),
        Fault => matches!(to, Ready | Empty),
    }
}

#[test]
fn r24_r42_r43_any_order_of_commands_keeps_the_lifecycle() {
    let images: Vec<Vec<u8>> = PROGRAMS.iter().map(|source| image(source)).collect();
    for seed in 1..9u64 {
        let mut random = seed;
        let mut below = |most: u64| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (random >> 33) % most
        };
        let mut bench = Bench::new();
        let mut state = bench.state();
        let (mut runs, mut resting) = (0, 0);
        for _ in 0..6000 {
            match below(40) {
                0..=3 => {
                    let image = &images[below(images.len() as u64) as usize];
                    let _ = bench.send(image, Limits::default(), part::ALL);
                }
                4..=9 => {
                    let _ = bench.device.start();
                }
                10 | 11 => {
                    let _ = bench.device.pause();
                }
                12 | 13 => {
                    let _ = bench.device.resume();
                }
                14 => bench.device.stop(StopReason::Host),
                15 if below(4) == 0 => bench.device.emergency(),
                16 | 17 => bench.device.clear(),
                18 if below(3) == 0 => {
                    let _ = bench.device.delete();
                }
                19 if below(3) == 0 => bench.press(),
                20 if below(4) == 0 => {
                    let gate = below(2) as i32;
                    bench.device.store().set(Setting::StartGate, gate).unwrap();
                }
                21 if below(4) == 0 => bench.inject(Fault::DeadMotor(Button::Right)),
                22 => bench.sim().mend(Fault::DeadMotor(Button::Right)),
                23 if below(4) == 0 => bench.inject(Fault::Tether),
                24 => bench.sim().mend(Fault::Tether),
                25 if below(10) == 0 => {
                    // It is lifted up for a while, and nobody looks after it.
                    bench.now += 150;
                }
                _ => {}
            }
            bench.collect();
            bench.run(1 + below(30));
            for note in std::mem::take(&mut bench.notes) {
                if let Note::State { from, to, .. } = note {
                    assert_eq!(from, state, "seed {seed}: an edge is missing");
                    assert!(is_edge(from, to), "seed {seed}: {from} to {to}");
                    state = to;
                    runs += u32::from(to == State::Running);
                }
            }
            assert_eq!(state, bench.state(), "seed {seed}");
            let runs_now = matches!(state, State::Running | State::Paused | State::Stopping);
            // A motor driver that does not answer cannot be told to stop either.
            let deaf = bench.sim().has(Fault::DeadMotor(Button::Right));
            resting = if runs_now || deaf { 0 } else { resting + 1 };
            if resting > 1 {
                assert!(
                    bench.motors_off() && bench.sim().tone().is_none(),
                    "seed {seed}: {state} and not at rest"
                );
                assert!(bench.device.equipment().is_safe(), "seed {seed}: {state}");
                assert_eq!(bench.device.status().memory, 0, "seed {seed}");
            }
            bench.output.clear();
            bench.device.equipment().hardware.told.clear();
        }
        assert!(runs > 100, "seed {seed}: only {runs} runs");
    }
}

/// What a device takes of RAM besides its block and the robot.
#[test]
fn a_device_is_small() {
    let device = size_of::<crate::bench::Machine>();
    let gear = size_of::<hognose_device::Gear<()>>();
    assert!(device + gear <= 6 * 1024, "{device} + {gear} bytes");
}
