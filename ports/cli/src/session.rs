//! One engine of this command: made, run within its limits, asked what it used.

use crate::console;
use crate::interrupt;
use crate::limits::{Limits, Rig};
use hognose::{Budget, Control, Engine, Outcome, Raise, Type};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Exit status of a program that used up its fuel or time.
pub const USED_UP: u8 = 3;
/// Exit status after Ctrl-C, as shells have it.
pub const INTERRUPTED: u8 = 130;
/// Exit status of a program whose last output could not be written.
const NO_OUTPUT: u8 = 120;
/// Instructions between two looks at Ctrl-C.
const SLICE: u64 = 1 << 20;
/// Instructions of a slice of the rig.
const RIG_SLICE: u64 = 7;

/// Requests to the engine.
pub static CONTROL: Control = Control::new();

/// Was a program told that its output was lost?
static TOLD: AtomicBool = AtomicBool::new(false);

/// How a program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It ended.
    Finished,
    /// An exception.
    Failed,
    /// The fuel is used up.
    Fuel,
    /// The time is over.
    Time,
    /// It waits for something that never comes.
    Waiting,
}

/// Runs what the engine has loaded to its end, within the limits.
pub fn drive(engine: &mut Engine<'_>, limits: &Limits) -> End {
    let drive = Drive::begin(engine, limits);
    loop {
        if let Some(end) = drive.slice(engine) {
            return end;
        }
    }
}

/// A program on its way to its end.
pub struct Drive<'l> {
    limits: &'l Limits,
    start: Instant,
    /// Fuel that was spent before.
    before: u64,
}

impl<'l> Drive<'l> {
    /// What the engine has loaded runs from now on.
    pub fn begin(engine: &Engine<'_>, limits: &'l Limits) -> Drive<'l> {
        interrupt::catch();
        Drive { limits, start: Instant::now(), before: engine.statistics().fuel }
    }

    /// Runs on for a while; how it ended, if it did.
    pub fn slice(&self, engine: &mut Engine<'_>) -> Option<End> {
        if interrupt::take() {
            CONTROL.interrupt();
        }
        let slice = if self.limits.rig == Some(Rig::Slice) { RIG_SLICE } else { SLICE };
        let used = engine.statistics().fuel - self.before;
        let left = self.limits.fuel.map_or(u64::MAX, |fuel| fuel.saturating_sub(used));
        let clock = || self.start.elapsed();
        let mut budget = Budget::fuel(left.min(slice));
        if let Some(time) = self.limits.time {
            budget = budget.time(time.saturating_sub(self.start.elapsed()), &clock);
        }
        let mut outcome = engine.run(budget);
        if outcome == Outcome::Paused
            && let Some(raise) = lost_output()
        {
            TOLD.store(true, Ordering::Relaxed);
            outcome = engine.raise(&raise).unwrap_or(outcome);
        }
        match outcome {
            Outcome::Finished => Some(End::Finished),
            Outcome::Failed => Some(End::Failed),
            Outcome::Spent if left <= slice => Some(End::Fuel),
            Outcome::Spent => {
                self.limits.time.is_some_and(|time| self.start.elapsed() >= time).then_some(End::Time)
            }
            Outcome::TimeSpent => Some(End::Time),
            Outcome::Waiting | Outcome::Stopped => Some(End::Waiting),
            Outcome::Paused => None,
        }
    }
}

/// What to raise because output was lost.
fn lost_output() -> Option<Raise> {
    let error = console::take_lost()?;
    let class = match error.kind() {
        std::io::ErrorKind::BrokenPipe => Type::BrokenPipeError,
        _ => Type::OSError,
    };
    Some(Raise::new(class, &console::worded(&error)))
}

/// Writes the last output, and gives the exit status: another one when that failed, as Python does.
pub fn close(engine: &mut Engine<'_>, status: u8) -> u8 {
    engine.flush_files();
    if let Some(host) = engine.vm().host() {
        host.flush();
    }
    // A program that has ended leaves a request to pause unseen.
    CONTROL.clear();
    match lost_output() {
        // What a program printed after it was told does not matter.
        Some(_) if TOLD.load(Ordering::Relaxed) => status,
        Some(raise) => {
            complain!(
                "Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>\n{raise}"
            );
            NO_OUTPUT
        }
        None => status,
    }
}

/// Tells how it ended, where that is not the program's own business, and gives the exit status.
pub fn finish(engine: &mut Engine<'_>, end: End, limits: &Limits) -> u8 {
    match end {
        End::Finished => 0,
        End::Failed => {
            let interrupted = &*engine.result().type_name() == b"KeyboardInterrupt";
            let status = engine.report();
            if interrupted { INTERRUPTED } else { status }
        }
        End::Fuel => {
            say(
                engine,
                &format!("the program used up its fuel of {} instructions", limits.fuel.unwrap_or(0)),
            );
            USED_UP
        }
        End::Time => {
            say(
                engine,
                &format!("the program used up its time of {}", shown(limits.time.unwrap_or_default())),
            );
            USED_UP
        }
        End::Waiting => {
            say(engine, "the program waits for a host function that never answers");
            1
        }
    }
}

/// A message of the command itself, after what the program printed.
pub fn say(engine: &mut Engine<'_>, message: &str) {
    engine.vm().write(2, format!("hognose: {message}\n").as_bytes());
}

fn shown(time: Duration) -> String {
    format!("{} s", time.as_secs_f64())
}

/// What the program used, in one line.
pub fn statistics(engine: &mut Engine<'_>, time: Duration) {
    let used = engine.statistics();
    let kilobytes = |bytes: usize| bytes.div_ceil(1024);
    let line = format!(
        "fuel {}  time {:.3} s  memory peak {} KB of {} KB, {} KB at the end  collections {}, the longest over {} KB\n",
        used.fuel,
        time.as_secs_f64(),
        kilobytes(used.peak),
        kilobytes(used.block),
        kilobytes(used.used),
        used.collections,
        kilobytes(used.longest_collection),
    );
    engine.vm().write(2, line.as_bytes());
}
