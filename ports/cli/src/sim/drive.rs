//! Drives a program and the simulated robot through virtual time, millisecond by millisecond.

use super::watch::{Ask, Cause, Ending, Moment, Watcher};
use crate::device::package::{Engine as Kind, Package};
use bajo::{HostCall, Image, Machine, Memory, Outcome as BajoOutcome, Regions};
use hognose::{Budget, Engine, Host, Outcome};
use hognose_device::{Equipment, Signal};
use hognose_robot::sim::Sim;
use hognose_robot::{Rig, Settings, Side, part, python, words};
use std::any::{Any, TypeId};

/// Instructions in a virtual millisecond: what a small device does.
const PACE: u64 = 1000;
/// Memory of a program, bytes.
const MEMORY: usize = 64 * 1024;
/// RAM of a Bajo program, bytes.
const RAM: usize = 16 * 1024;

/// What stands around a program.
struct Computer {
    rig: Rig<Sim>,
    /// Output that nobody saw yet.
    output: Vec<(u8, Vec<u8>)>,
}

impl Host for Computer {
    fn write(&mut self, stream: u8, bytes: &[u8]) {
        match self.output.last_mut() {
            Some((last, kept)) if *last == stream => kept.extend_from_slice(bytes),
            _ => self.output.push((stream, bytes.to_vec())),
        }
    }

    fn state_of(&mut self, part: TypeId) -> Option<&mut dyn Any> {
        if part == TypeId::of::<Computer>() { Some(self) } else { self.rig.state_of(part) }
    }

    fn limited(&mut self, place: u32) -> bool {
        self.rig.warn(place)
    }
}

/// What a millisecond brings.
enum Next {
    Go,
    Wait,
    End(Ending),
    Quit,
}

/// Life of a program as its watcher sees it.
struct Life<'w> {
    watcher: &'w mut dyn Watcher,
    ending: Option<Ending>,
    paused: bool,
    /// Virtual time at which it must have ended.
    most: u64,
}

fn ending(cause: Cause, reason: impl Into<String>) -> Ending {
    Ending { cause, reason: reason.into(), error: String::new() }
}

fn failed(error: String) -> Ending {
    Ending { cause: Cause::Error, reason: "stopped by an error".into(), error }
}

impl Life<'_> {
    /// One millisecond of the world.
    fn millisecond(&mut self, computer: &mut Computer, state: &'static str) -> Ask {
        for (stream, bytes) in computer.output.drain(..) {
            computer.rig.hardware.print(&String::from_utf8_lossy(&bytes));
            self.watcher.output(stream, &bytes);
        }
        let rig = &mut computer.rig;
        let senses = rig.senses();
        let ask =
            self.watcher.moment(&Moment { sim: &rig.hardware, senses, state, ending: self.ending.as_ref() });
        if let Ask::Button(side, down) = ask {
            rig.hardware.press(if side == 0 { Side::Left } else { Side::Right }, down);
        }
        let now = rig.hardware.now() + 1;
        rig.hardware.advance(now);
        rig.poll(now);
        ask
    }

    /// One millisecond of a program's life.
    fn live(&mut self, computer: &mut Computer) -> Next {
        let state = if self.paused { "PAUSED" } else { "RUNNING" };
        computer.rig.alive(computer.rig.hardware.now() + 1);
        let ask = self.millisecond(computer, state);
        let rig = &mut computer.rig;
        let now = rig.hardware.now();
        match ask {
            Ask::Start if self.paused => {
                rig.resume(now);
                self.paused = false;
            }
            Ask::Pause if !self.paused => {
                rig.pause(now);
                self.paused = true;
            }
            Ask::Stop => return Next::End(ending(Cause::Stopped, "stopped by host")),
            Ask::Quit | Ask::Interrupt => return Next::Quit,
            _ => {}
        }
        while let Some(signal) = rig.signal() {
            let reason = match signal {
                Signal::StopRequested => {
                    let reason = match rig.stop_reason() {
                        "" => "finished".to_owned(),
                        said => format!("finished: {said}"),
                    };
                    return Next::End(ending(Cause::Finished, reason));
                }
                Signal::ButtonPressed => "stopped by button",
                Signal::BatteryCritical | Signal::BrownOut => "stopped by low battery",
                Signal::Tilted => "stopped because it was tilted",
                Signal::Watchdog => "stopped by the watchdog",
                Signal::Tethered(true) => "stopped by a cable",
                _ => continue,
            };
            return Next::End(ending(Cause::Stopped, reason));
        }
        if rig.hardware.is_over() {
            return Next::End(ending(Cause::Stopped, "stopped by a collision"));
        }
        if now >= self.most {
            return Next::End(ending(Cause::Limit, "stopped by the time limit"));
        }
        if self.paused { Next::Wait } else { Next::Go }
    }
}

/// Runs a program until the watcher leaves. Gives the robot as it is then, and how the program ended last.
///
/// # Errors
/// When the program cannot begin.
pub fn run(
    package: &Package,
    sim: Sim,
    most: u64,
    watcher: &mut dyn Watcher,
) -> Result<(Sim, Option<Ending>), String> {
    let mut computer = Computer { rig: Rig::new(sim, Settings::default()), output: Vec::new() };
    let mut life = Life { watcher, ending: None, paused: false, most: 0 };
    computer.rig.poll(0);
    loop {
        match life.millisecond(&mut computer, "READY") {
            Ask::Start => {}
            Ask::Quit | Ask::Interrupt => break,
            _ => continue,
        }
        life.ending = None;
        life.paused = false;
        while computer.rig.signal().is_some() {}
        let now = computer.rig.hardware.now();
        life.most = now + most;
        computer.rig.begin(now, part::ALL);
        let end = match package.engine {
            Kind::Python => python_run(&mut computer, &mut life, &package.bytes)?,
            Kind::Bajo => bajo_run(&mut computer, &mut life, &package.bytes)?,
        };
        let now = computer.rig.hardware.now();
        computer.rig.make_safe(now, end.as_ref().map_or("stopped by host", |end| end.reason.as_str()));
        life.ending = end;
        if life.ending.is_none() {
            break;
        }
    }
    Ok((computer.rig.hardware, life.ending))
}

/// The computer around an engine.
fn around<'e>(engine: &'e mut Engine<'_>) -> Option<&'e mut Computer> {
    engine.vm().host()?.state_of(TypeId::of::<Computer>())?.downcast_mut()
}

/// A Python program to its end; None when the watcher left.
fn python_run(computer: &mut Computer, life: &mut Life<'_>, image: &[u8]) -> Result<Option<Ending>, String> {
    let mut block = vec![0u64; MEMORY / 8];
    let mut engine = Engine::with_modules(&mut block, &python::MODULES).map_err(|error| error.to_string())?;
    engine.set_host(computer);
    engine.load_image(image).map_err(|error| format!("the device refuses the program: {error}"))?;
    let mut in_handler = false;
    loop {
        let Some(computer) = around(&mut engine) else { return Ok(None) };
        match life.live(computer) {
            Next::Go => {}
            Next::Wait => continue,
            Next::End(end) => return Ok(Some(end)),
            Next::Quit => return Ok(None),
        }
        let (event, answer) = (computer.rig.event(), computer.rig.answer());
        let dropped = computer.rig.dropped();
        let taken = match answer {
            Some(Ok(value)) => engine.answer(value),
            Some(Err(raise)) => engine.answer_error(&raise),
            None => Ok(()),
        };
        if let Some(handle) = dropped {
            engine.release(handle);
        }
        let called = match event {
            Some(handle) => {
                in_handler = true;
                engine.call(handle, ())
            }
            None => Ok(()),
        };
        if let Err(error) = taken.and(called) {
            return Ok(Some(failed(error.to_string())));
        }
        if engine.is_waiting() {
            continue;
        }
        match engine.run(Budget::fuel(PACE)) {
            Outcome::Finished if in_handler => {
                in_handler = false;
                if let Some(computer) = around(&mut engine) {
                    computer.rig.event_done();
                }
            }
            Outcome::Finished => return Ok(Some(ending(Cause::Finished, "finished"))),
            Outcome::Failed => return Ok(Some(traceback(&mut engine))),
            _ => {}
        }
    }
}

/// How Python shows the exception that ended a program.
fn traceback(engine: &mut Engine<'_>) -> Ending {
    let before = around(engine).map_or(Vec::new(), |computer| std::mem::take(&mut computer.output));
    let status = engine.report();
    let shown = around(engine).map_or(Vec::new(), |computer| std::mem::replace(&mut computer.output, before));
    let text: String = shown.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect();
    if status == 0 { ending(Cause::Finished, "finished") } else { failed(text) }
}

/// A Bajo program to its end; None when the watcher left.
fn bajo_run(computer: &mut Computer, life: &mut Life<'_>, image: &[u8]) -> Result<Option<Ending>, String> {
    let image = Image::parse(image).map_err(|error| error.to_string())?;
    let mut ram = vec![0; RAM];
    let mut machine = Machine::new(image.entry);
    loop {
        match life.live(computer) {
            Next::Go => {}
            Next::Wait => continue,
            Next::End(end) => return Ok(Some(end)),
            Next::Quit => return Ok(None),
        }
        let rig = &mut computer.rig;
        let answer = rig.answer();
        let memory = Memory::new(0, &mut ram, image.load, image.code).map_err(|error| error.to_string())?;
        let mut bus =
            Regions::new(memory, |call: HostCall<'_>, memory: &mut Memory<'_>| rig.call(call, memory));
        let fault = match answer {
            Some(Ok(value)) => machine.answer(&mut bus, &value.words()).err(),
            Some(Err(raise)) => machine.refuse(words::code(&raise)),
            None => None,
        };
        let outcome = match fault {
            Some(fault) => BajoOutcome::Failed(fault),
            None => machine.run(&mut bus, PACE),
        };
        match outcome {
            BajoOutcome::Finished(0) => return Ok(Some(ending(Cause::Finished, "finished"))),
            BajoOutcome::Finished(code) => {
                return Ok(Some(failed(format!("the program ended with exit code {code}"))));
            }
            BajoOutcome::Failed(fault) => return Ok(Some(failed(fault.to_string()))),
            _ => {}
        }
    }
}
