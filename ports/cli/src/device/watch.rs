//! `hognose watch`: what a device does, live.

use super::link::{Answer, Asked, Failure, Link, Told};
use super::source::Tracebacks;
use super::status::state;
use super::{Problem, REFUSED, ToArgs, end, source};
use crate::interrupt;
use crate::limits::duration;
use clap::Args;
use hognose_link::{Command, Reading, State, Status, StopReason, topic};
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Time between two messages of telemetry, ms.
const PERIOD: u16 = 100;
/// Exit status after Ctrl-C.
const INTERRUPTED: u8 = 130;
/// Exit status of a program that a limit ended.
const LIMITED: u8 = 3;
/// Exit status of a program that was stopped.
const STOPPED: u8 = 4;

/// Which device, and for how long.
#[derive(Args)]
pub struct WatchArgs {
    #[command(flatten)]
    to: ToArgs,
    /// For so long; without it until Ctrl-C
    #[arg(long = "for", value_name = "TIME", value_parser = duration)]
    time: Option<Duration>,
    /// Until the program ends
    #[arg(long)]
    until_end: bool,
    /// Source of the program, for the lines of errors
    #[arg(long, value_name = "FILE")]
    source: Option<PathBuf>,
}

/// Shows what a device does.
pub fn watch(args: WatchArgs) -> ExitCode {
    end("watch", try_watch(&args))
}

/// Tells what a device tells.
pub struct Teller {
    /// Name of the program, and its checksum.
    name: String,
    program: u32,
    source: Option<PathBuf>,
    /// The line at the bottom of a terminal.
    live: bool,
    bottom: String,
    /// The last output had no end of line.
    open: bool,
    status: Option<Status>,
    reading: Option<Reading>,
    tracebacks: Tracebacks,
    /// The last failure that was not shown, and when something of it came last.
    failure: Option<Failure>,
    /// What is told after it.
    after: Option<String>,
    since: Instant,
}

/// What belongs to a failure has come after this time.
const TOGETHER: Duration = Duration::from_millis(150);

impl Teller {
    /// For the program in that slot.
    ///
    /// # Errors
    /// The device does not answer.
    pub fn of(link: &mut Link, slot: u8, said: Option<&Path>) -> Result<Teller, Problem> {
        let (name, program) = match link.ask(&Command::Slot { slot })? {
            Ok(Answer::Slot(slot)) => (slot.name, slot.crc),
            _ => (String::new(), 0),
        };
        let source = source::find(said, &name);
        let live = std::io::stderr().is_terminal();
        Ok(Teller {
            name,
            program,
            source,
            live,
            bottom: String::new(),
            open: false,
            status: None,
            reading: None,
            tracebacks: Tracebacks::default(),
            failure: None,
            after: None,
            since: Instant::now(),
        })
    }

    /// Tells one thing.
    pub fn tell(&mut self, told: &Told) {
        match told {
            Told::Console(bytes, lost) => {
                self.clear();
                if *lost > 0 {
                    complain!("({lost} bytes of output were lost)");
                }
                if self.tracebacks.is_whole() {
                    self.settle(true);
                }
                let plain = self.tracebacks.take(&String::from_utf8_lossy(bytes));
                self.since = Instant::now();
                if !plain.is_empty() {
                    crate::output::text(plain.as_bytes());
                    self.open = !plain.ends_with('\n');
                }
            }
            // Only a moment on the way to the next one.
            Told::State(_, State::Stopping, _) => {}
            Told::State(_, to, reason) => match reason {
                StopReason::None => self.say(&to.to_string()),
                // Behind the error that it tells of.
                reason if self.failure.is_some() => self.after = Some(format!("{to}: {reason}")),
                reason => self.say(&format!("{to}: {reason}")),
            },
            Told::Failed(failure) => {
                self.settle(true);
                self.failure = Some(failure.clone());
                self.since = Instant::now();
            }
            Told::Event(text) => self.say(text),
            Told::Lost(count) => self.say(&format!("{count} events were lost")),
            Told::Status(status) => self.status = Some(*status),
            Told::Reading(reading) => self.reading = Some(*reading),
        }
        self.draw();
    }

    /// A failure with its place; one of another program than the one that is stored has no source here.
    pub fn failed(&self, failure: &Failure) -> String {
        if failure.program == self.program {
            source::shown(failure, &self.name, self.source.as_deref())
        } else {
            source::shown(failure, "(an earlier program)", None)
        }
    }

    /// The local source of the program.
    pub fn source(&self) -> Option<&Path> {
        self.source.as_deref()
    }

    /// Shows a failure once all of it has come, or at once.
    pub fn settle(&mut self, at_once: bool) {
        if !at_once && self.since.elapsed() < TOGETHER {
            return;
        }
        let failure = self.failure.take();
        let source = self.source.as_deref();
        let traceback = self.tracebacks.shown(failure.as_ref(), source);
        let text = traceback.or_else(|| Some(self.failed(failure.as_ref()?)));
        for text in [text, self.after.take()].into_iter().flatten() {
            self.say(&text);
        }
    }

    /// A line of its own on standard error: the program's output stays what it is.
    fn say(&mut self, text: &str) {
        self.clear();
        if std::mem::take(&mut self.open) && self.live {
            crate::output::text(b"\n");
        }
        complain!("{text}");
    }

    fn clear(&mut self) {
        if !std::mem::take(&mut self.bottom).is_empty() {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }

    /// The line at the bottom: how it is now.
    fn draw(&mut self) {
        if !self.live || self.open {
            return;
        }
        let mut text = self.status.as_ref().map_or(String::new(), |status| {
            format!("{}, line {}, battery {} %", state(status), status.line, status.battery)
        });
        if let Some(reading) = &self.reading {
            text.push_str(&reading_line(reading));
        }
        if text != self.bottom {
            let _ = write!(std::io::stderr(), "\r\x1b[K{text}");
            self.bottom = text;
        }
    }
}

fn reading_line(reading: &Reading) -> String {
    let front = match reading.front {
        0 => "-".to_owned(),
        mm => mm.to_string(),
    };
    format!(
        "  x {} y {} mm  {}°  wheels {} {} mm/s  front {front}  sides {} {}",
        reading.x,
        reading.y,
        reading.heading / 10,
        reading.left,
        reading.right,
        reading.left_side,
        reading.right_side
    )
}

impl Drop for Teller {
    fn drop(&mut self) {
        self.settle(true);
        self.clear();
    }
}

/// The exit status of a program that ended so.
fn status_of(reason: StopReason) -> u8 {
    match reason {
        StopReason::Finished => 0,
        StopReason::Error => REFUSED,
        StopReason::TimeLimit | StopReason::MemoryLimit | StopReason::StepLimit => LIMITED,
        _ => STOPPED,
    }
}

/// The exit status, when a run is over by this.
fn ended(told: &Told) -> Option<u8> {
    match told {
        Told::State(
            State::Running | State::Paused | State::Stopping,
            State::Ready | State::Empty | State::Fault,
            reason,
        ) => Some(status_of(*reason)),
        _ => None,
    }
}

/// Shows the run that was just started until it ends. Gives its exit status.
///
/// # Errors
/// The device does not answer any more.
pub fn follow(link: &mut Link, slot: u8, said: Option<&Path>) -> Result<u8, Problem> {
    interrupt::catch();
    let mut teller = Teller::of(link, slot, said)?;
    link.order(&Command::Subscribe { topics: topic::ALL, period: PERIOD })?;
    let (mut over, mut begun) = (None, false);
    loop {
        link.pump(Duration::from_millis(20))?;
        while let Some(told) = link.told() {
            begun |= matches!(told, Told::State(_, State::Running, _));
            // The end of the program that this one replaced may be told late: it is not this one's.
            let earlier = !begun && matches!(told, Told::State(_, _, StopReason::Replaced));
            if let Some(status) = ended(&told).filter(|_| !earlier) {
                over = Some((Instant::now(), status));
            }
            // Who has control and what was stored is known to who asked for it.
            let known = matches!(told, Told::Event(_) | Told::State(State::Empty, ..));
            if !known || over.is_some() {
                teller.tell(&told);
            }
        }
        // Output may come behind the last event.
        if let Some((_, status)) = over.filter(|(since, _)| since.elapsed() > Duration::from_millis(200)) {
            let _ = link.ask(&Command::Close);
            return Ok(status);
        }
        teller.settle(false);
        if interrupt::take() {
            link.stop(hognose_link::StopKind::Stop)?;
            drop(teller);
            complain!("stopped");
            return Ok(INTERRUPTED);
        }
    }
}

fn try_watch(args: &WatchArgs) -> Result<u8, Problem> {
    interrupt::catch();
    let mut link = args.to.open(Asked::VIEW)?;
    let Answer::Status(now) = link.order(&Command::Status)? else {
        return Err(Problem::refused("the device gave another answer than its status"));
    };
    let mut teller = Teller::of(&mut link, now.slot, args.source.as_deref())?;
    if !teller.live {
        tell!("{}", state(&now));
    }
    link.order(&Command::Subscribe { topics: topic::ALL, period: PERIOD })?;
    let since = Instant::now();
    let mut status = 0;
    let (mut over, mut shown) = (None, Instant::now());
    while args.time.is_none_or(|time| since.elapsed() < time) {
        link.pump(Duration::from_millis(20))?;
        while let Some(told) = link.told() {
            teller.tell(&told);
            if let Some(status) = ended(&told).filter(|_| args.until_end) {
                over = Some((Instant::now(), status));
            }
            match told {
                // Without a terminal: one line a second.
                Told::Reading(reading) if !teller.live && shown.elapsed() >= Duration::from_secs(1) => {
                    shown = Instant::now();
                    tell!("{}", reading_line(&reading).trim_start());
                }
                _ => {}
            }
        }
        if let Some((_, its)) = over.filter(|(since, _)| since.elapsed() > Duration::from_millis(200)) {
            status = its;
            break;
        }
        teller.settle(false);
        if interrupt::take() {
            status = INTERRUPTED;
            break;
        }
    }
    drop(teller);
    link.close();
    Ok(status)
}
