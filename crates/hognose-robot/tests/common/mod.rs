//! A simulated robot and its time.
#![allow(dead_code)]

use hognose::Raise;
use hognose_device::{Equipment, Value};
use hognose_robot::part;
use hognose_robot::sim::{Options, Sim, World};
use hognose_robot::{Reply, Rig, Settings};
use std::task::Poll;

/// A robot in a world that is large and empty.
pub fn rig(options: Options) -> Rig<Sim> {
    rig_in(World { border: false, ..World::default() }, options)
}

/// A robot in a world, with a program that has begun.
pub fn rig_in(world: World, options: Options) -> Rig<Sim> {
    let mut rig = Rig::new(Sim::new(world, options), Settings::default());
    rig.poll(0);
    rig.begin(0, part::ALL);
    rig
}

pub fn ideal() -> Options {
    Options { ideal: true, ..Options::default() }
}

pub fn seed(seed: u64) -> Options {
    Options { seed, ..Options::default() }
}

/// One millisecond.
pub fn step(rig: &mut Rig<Sim>) {
    let now = rig.hardware.now() + 1;
    rig.hardware.advance(now);
    rig.alive(now);
    rig.poll(now);
}

/// Some milliseconds.
pub fn run(rig: &mut Rig<Sim>, ms: u64) {
    for _ in 0..ms {
        step(rig);
    }
}

/// Lets a function end; its value.
pub fn finish(rig: &mut Rig<Sim>, reply: Reply) -> Result<Value, Raise> {
    match reply? {
        Poll::Ready(value) => Ok(value),
        Poll::Pending => loop {
            if let Some(answer) = rig.answer() {
                return answer;
            }
            step(rig);
            assert!(rig.hardware.now() < 10_000_000, "it never ends");
        },
    }
}

/// Calls a function of the robot and lets it end.
#[macro_export]
macro_rules! ask {
    ($rig:ident . $function:ident ( $($argument:expr),* $(,)? )) => {{
        let reply = $rig.robot.$function($($argument),*);
        common::finish(&mut $rig, reply)
    }};
}
