//! Python programs on the simulated robot, in virtual time: 1000 instructions a millisecond.
#![allow(dead_code)]

use hognose::{Budget, Engine, Host, Outcome};
use hognose_device::{Equipment, Signal};
use hognose_robot::sim::{Options, Sim, World};
use hognose_robot::{Rig, Settings, part, python};
use std::any::{Any, TypeId};

/// What stands around an engine.
pub struct Computer {
    pub rig: Rig<Sim>,
    pub output: String,
    pub signals: Vec<Signal>,
}

impl Host for Computer {
    fn write(&mut self, _: u8, bytes: &[u8]) {
        let text = String::from_utf8_lossy(bytes);
        self.rig.hardware.print(&text);
        self.output.push_str(&text);
    }

    fn state_of(&mut self, part: TypeId) -> Option<&mut dyn Any> {
        if part == TypeId::of::<Computer>() { Some(self) } else { self.rig.state_of(part) }
    }

    fn limited(&mut self, place: u32) -> bool {
        self.rig.warn(place)
    }
}

/// How a program is run.
pub struct Setup {
    pub world: World,
    pub options: Options,
    pub settings: Settings,
    pub grants: u32,
    /// Longest virtual time, ms.
    pub most: u64,
    pub block: usize,
    /// Does every object move whenever one could?
    pub moving: bool,
}

impl Default for Setup {
    fn default() -> Self {
        Setup {
            world: World { border: false, ..World::default() },
            options: Options { seed: 1, ideal: false, trace: true },
            settings: Settings::default(),
            grants: part::ALL,
            most: 600_000,
            block: 64 * 1024,
            moving: false,
        }
    }
}

fn computer<'e>(engine: &'e mut Engine<'_>) -> &'e mut Computer {
    let host = engine.vm().host().expect("it has one");
    host.state_of(TypeId::of::<Computer>()).expect("it is").downcast_mut().expect("a computer")
}

/// What `each` may ask for between two milliseconds.
pub enum Next {
    Go,
    Pause,
    Resume,
    Stop,
}

/// Runs a program to its end, safe state included.
pub fn run(source: &str, setup: Setup) -> Computer {
    run_with(source, setup, |_| Next::Go)
}

/// The same, and shows every millisecond to `each`.
pub fn run_with(source: &str, setup: Setup, mut each: impl FnMut(&mut Computer) -> Next) -> Computer {
    let mut rig = Rig::new(Sim::new(setup.world, setup.options), setup.settings);
    rig.poll(0);
    rig.begin(0, setup.grants);
    let mut host = Computer { rig, output: String::new(), signals: Vec::new() };
    let mut block = vec![0u64; setup.block / 8];
    let mut engine = Engine::with_modules(&mut block, &python::MODULES).expect("a block");
    engine.set_host(&mut host);
    engine.vm().heap.set_rig(setup.moving, None);
    engine.load_source(source, "program.py").unwrap_or_else(|error| panic!("{error}"));
    let (mut in_handler, mut paused) = (false, false);
    let reason = loop {
        let pc = computer(&mut engine);
        let now = pc.rig.hardware.now() + 1;
        pc.rig.hardware.advance(now);
        pc.rig.alive(now);
        pc.rig.poll(now);
        while let Some(signal) = pc.rig.signal() {
            pc.signals.push(signal);
        }
        if pc.signals.contains(&Signal::StopRequested) {
            break pc.rig.stop_reason().to_string();
        }
        match each(pc) {
            Next::Go => {}
            Next::Pause => {
                pc.rig.pause(now);
                paused = true;
            }
            Next::Resume => {
                pc.rig.resume(now);
                paused = false;
            }
            Next::Stop => {
                engine.stop();
                break "stopped by host".to_string();
            }
        }
        assert!(now < setup.most, "it never ends");
        if paused {
            continue;
        }
        let pc = computer(&mut engine);
        let (event, answer) = (pc.rig.event(), pc.rig.answer());
        let dropped = pc.rig.dropped();
        if let Some(answer) = answer {
            let taken = match answer {
                Ok(value) => engine.answer(value),
                Err(raise) => engine.answer_error(&raise),
            };
            taken.expect("it waits");
        }
        if let Some(handle) = dropped {
            assert!(engine.release(handle));
        }
        if let Some(handle) = event {
            engine.call(handle, ()).expect("it can be called");
            in_handler = true;
        }
        if engine.is_waiting() {
            continue;
        }
        match engine.run(Budget::fuel(1000)) {
            Outcome::Finished if in_handler => {
                in_handler = false;
                computer(&mut engine).rig.event_done();
            }
            Outcome::Finished => break "finished".to_string(),
            Outcome::Failed => {
                engine.report();
                break "error".to_string();
            }
            _ => {}
        }
    };
    drop(engine);
    let now = host.rig.hardware.now();
    host.rig.make_safe(now, &reason);
    host
}
