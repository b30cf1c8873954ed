//! Drives a program and the simulated robot through virtual time, millisecond by millisecond.

use super::robot::{self, Robot};
use super::watch::{Ask, Cause, Ending, Moment, Watcher};
use crate::device::flash::HostFlash;
use crate::device::link;
use crate::device::package::Package;
use crate::device::source::{self, Tracebacks};
use hognose_device::flash::SECTOR;
use hognose_device::store::Request;
use hognose_device::{Device, Equipment, Setting, Store};
use hognose_link::crc::crc32;
use hognose_link::{Limits, Refusal, State, StopReason};
use hognose_robot::sim::Sim;
use hognose_robot::{Side, part};
use std::path::Path;

/// Largest program, bytes: that of a device.
const PROGRAM: u32 = 8192;
/// Sectors of its store.
const SECTORS: usize = 2 * (PROGRAM as usize / SECTOR + 1);

/// The name of a state as devices write it.
fn name(state: State) -> &'static str {
    match state {
        State::Empty => "EMPTY",
        State::Ready => "READY",
        State::WaitingStart => "WAITING_START",
        State::Running => "RUNNING",
        State::Paused => "PAUSED",
        State::Stopping => "STOPPING",
        State::Fault => "FAULT",
    }
}

fn cause(reason: StopReason) -> Cause {
    match reason {
        StopReason::Finished => Cause::Finished,
        StopReason::Error => Cause::Error,
        StopReason::TimeLimit | StopReason::MemoryLimit | StopReason::StepLimit => Cause::Limit,
        _ => Cause::Stopped,
    }
}

/// How a program ended, as its device tells it.
fn ending(
    robot: &mut Robot<'_, HostFlash>,
    collided: bool,
    program: &str,
    file: &Path,
    tracebacks: &mut Tracebacks,
) -> Ending {
    let reason = robot.reason();
    let failure = robot.failure().map(|failure| link::Failure {
        program: failure.program,
        line: failure.line,
        column: failure.column,
        error: failure.error.as_str().to_owned(),
        message: failure.message.as_str().to_owned(),
    });
    let traceback = tracebacks.shown(failure.as_ref(), Some(file));
    let error = traceback.or_else(|| Some(source::shown(failure.as_ref()?, program, Some(file))));
    let error = error.unwrap_or_default();
    let said = robot.equipment().stop_reason().to_owned();
    let words = match (reason, collided) {
        (_, true) => "stopped by a collision".to_owned(),
        (StopReason::Finished, _) if !said.is_empty() => format!("finished: {said}"),
        (StopReason::Error, _) => "stopped by an error".to_owned(),
        (reason, _) => reason.text().to_owned(),
    };
    Ending { cause: cause(reason), reason: words, error }
}

/// Stores a program on the device, as an upload does.
fn install(robot: &mut Robot<'_, HostFlash>, package: &Package) -> Result<(), String> {
    let size = package.bytes.len();
    if size > PROGRAM as usize {
        return Err(format!("the program is {size} bytes as an image, a device takes {PROGRAM}"));
    }
    let request = Request {
        size: size as u32,
        crc: crc32(&package.bytes),
        grants: part::ALL,
        limits: Limits::default(),
        autostart: false,
        name: &package.name,
    };
    let refused = |refusal: Refusal| format!("the device refuses the program: {}", refusal.text.as_str());
    robot.stage(&request, false).map_err(refused)?;
    robot.write(0, &package.bytes).map_err(refused)?;
    robot.commit().map_err(refused)
}

/// Runs a program until the watcher leaves. Gives the robot as it is then, and how the program ended last.
///
/// # Errors
/// When the program cannot begin.
pub fn run(
    package: &Package,
    file: &Path,
    sim: Sim,
    most: u64,
    watcher: &mut dyn Watcher,
) -> Result<(Sim, Option<Ending>), String> {
    let mut block = robot::block();
    let mut gear = robot::gear(sim);
    let store = Store::open(HostFlash::in_memory(SECTORS), PROGRAM).map_err(|error| error.to_string())?;
    let mut robot = Device::new(&mut block, &mut gear, store, robot::config());
    let most = i32::try_from(most).unwrap_or(i32::MAX).min(Setting::RunTime.range().1);
    robot.store().set(Setting::RunTime, most).map_err(|error| error.to_string())?;
    robot.boot(0);
    install(&mut robot, package)?;
    let ending = live(&mut robot, package, file, watcher)?;
    drop(robot);
    Ok((gear.equipment.hardware, ending))
}

/// The loop: one turn is one virtual millisecond.
fn live(
    robot: &mut Robot<'_, HostFlash>,
    package: &Package,
    file: &Path,
    watcher: &mut dyn Watcher,
) -> Result<Option<Ending>, String> {
    let (mut last, mut runs, mut collided, mut leaving) = (None, false, false, false);
    let mut tracebacks = Tracebacks::default();
    loop {
        while !robot.output().is_empty() {
            let bytes = robot.output().to_vec();
            robot.taken(bytes.len());
            robot.equipment().hardware.print(&String::from_utf8_lossy(&bytes));
            let plain = tracebacks.take(&String::from_utf8_lossy(&bytes));
            watcher.output(1, plain.as_bytes());
        }
        let state = robot.state();
        if runs && matches!(state, State::Ready | State::Empty | State::Fault) {
            runs = false;
            last = Some(ending(robot, collided, &package.name, file, &mut tracebacks));
        }
        if leaving && !runs {
            return Ok(last);
        }
        let rig = robot.equipment();
        let senses = rig.senses();
        let ask = watcher.moment(&Moment {
            sim: &rig.hardware,
            senses,
            state: name(state),
            ending: last.as_ref().filter(|_| !runs),
        });
        match ask {
            Ask::Go => {}
            Ask::Start if leaving => {}
            Ask::Start => match robot.start() {
                Ok(()) => {
                    collided &= runs;
                    runs = true;
                    last = None;
                }
                Err(refusal) => {
                    let reason = format!("not started: {}", refusal.text.as_str());
                    last = Some(Ending { cause: Cause::Stopped, reason, error: String::new() });
                }
            },
            // Without a program that runs there is nothing to pause.
            Ask::Pause => robot.pause().unwrap_or_default(),
            Ask::Stop => robot.stop(StopReason::Host),
            Ask::Button(side, down) => {
                let side = if side == 0 { Side::Left } else { Side::Right };
                robot.equipment().hardware.press(side, down);
            }
            Ask::Quit | Ask::Interrupt => {
                robot.stop(StopReason::Host);
                leaving = true;
            }
        }
        let rig = robot.equipment();
        let now = rig.hardware.now() + 1;
        rig.hardware.advance(now);
        if runs && !collided && rig.hardware.is_over() {
            collided = true;
            robot.stop(StopReason::Host);
        }
        robot.step(now);
        // The button of the robot starts programs too.
        if !runs && robot.state() == State::Running {
            (runs, last, collided) = (true, None, false);
        }
    }
}
