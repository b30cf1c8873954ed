//! `hognose start`, `pause`, `resume`, `stop`, `clear`, `delete`, `drive`.

use super::link::{Asked, Link};
use super::watch::follow;
use super::{Problem, ToArgs, end};
use crate::interrupt;
use crate::limits::duration;
use clap::Args;
use hognose_link::{Command, StopKind};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Which program to start.
#[derive(Args)]
pub struct StartArgs {
    #[command(flatten)]
    to: ToArgs,
    /// Where the device keeps it
    #[arg(long, value_name = "N", default_value_t = 0)]
    slot: u8,
    /// Show its output, and end as it ends
    #[arg(long)]
    watch: bool,
    /// Its source, for the lines of errors
    #[arg(long, value_name = "FILE", requires = "watch")]
    source: Option<PathBuf>,
}

/// Which program to delete.
#[derive(Args)]
pub struct DeleteArgs {
    #[command(flatten)]
    to: ToArgs,
    /// Where the device keeps it
    #[arg(long, value_name = "N", default_value_t = 0)]
    slot: u8,
}

/// Which device, and how to stop it.
#[derive(Args)]
pub struct StopArgs {
    #[command(flatten)]
    to: ToArgs,
    /// Nothing moves until `hognose clear`
    #[arg(long)]
    emergency: bool,
}

/// How to drive.
#[derive(Args)]
pub struct DriveArgs {
    #[command(flatten)]
    to: ToArgs,
    /// Forward, mm/s
    #[arg(value_name = "SPEED", allow_negative_numbers = true)]
    speed: i16,
    /// Clockwise, degrees/s
    #[arg(value_name = "TURN", default_value_t = 0, allow_negative_numbers = true)]
    turn: i16,
    /// For so long
    #[arg(long = "for", value_name = "TIME", value_parser = duration, default_value = "1s")]
    time: Duration,
}

/// Which device.
#[derive(Args)]
pub struct PlainArgs {
    #[command(flatten)]
    to: ToArgs,
}

/// Starts a program.
pub fn start(args: StartArgs) -> ExitCode {
    end(
        "start",
        (|| {
            let mut link = args.to.open(Asked::CONTROL)?;
            link.order(&Command::Start { slot: args.slot })?;
            if args.watch {
                return follow(&mut link, args.slot, args.source.as_deref());
            }
            tell!("started");
            link.close();
            Ok(0)
        })(),
    )
}

fn order(to: &ToArgs, command: &Command<'_>, done: &str) -> Result<u8, Problem> {
    let mut link = to.open(Asked::CONTROL)?;
    link.order(command)?;
    tell!("{done}");
    link.close();
    Ok(0)
}

/// Freezes the program.
pub fn pause(args: PlainArgs) -> ExitCode {
    end("pause", order(&args.to, &Command::Pause, "paused"))
}

/// Lets the program go on.
pub fn resume(args: PlainArgs) -> ExitCode {
    end("resume", order(&args.to, &Command::Resume, "resumed"))
}

/// Deletes a program.
pub fn delete(args: DeleteArgs) -> ExitCode {
    end("delete", order(&args.to, &Command::Delete { slot: args.slot }, "deleted"))
}

/// Lets a device move again after a fault or an emergency stop.
pub fn clear(args: PlainArgs) -> ExitCode {
    end("clear", order(&args.to, &Command::Clear, "cleared"))
}

/// Stops whatever runs. It needs no session, no key, and nobody's leave.
pub fn stop(args: StopArgs) -> ExitCode {
    let kind = if args.emergency { StopKind::Emergency } else { StopKind::Stop };
    let stopped = || {
        let mut link = Link::connect(args.to.target()?, args.to.key(), args.to.wait, Asked::VIEW)?;
        link.stop(kind)?;
        tell!("stopped");
        Ok(0)
    };
    end("stop", stopped())
}

/// Time between two messages of a drive: the device ends one that falls silent for half a second.
const AGAIN: Duration = Duration::from_millis(100);

/// Drives by hand for a while; the program has the motors no more meanwhile.
pub fn drive(args: DriveArgs) -> ExitCode {
    interrupt::catch();
    let driven = || {
        let mut link = args.to.open(Asked::CONTROL)?;
        let (since, mut last) = (Instant::now(), None::<Instant>);
        while since.elapsed() < args.time && !interrupt::take() {
            if last.is_none_or(|last| last.elapsed() >= AGAIN) {
                link.drive(args.speed, args.turn)?;
                last = Some(Instant::now());
            }
            link.pump(Duration::from_millis(10))?;
        }
        link.drive(0, 0)?;
        link.pump(Duration::from_millis(10))?;
        link.close();
        Ok(0)
    };
    end("drive", driven())
}
