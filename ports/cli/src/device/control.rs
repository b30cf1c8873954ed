//! `hognose start`, `pause`, `resume`, `stop`, `delete`.

use super::link::{Asked, Link};
use super::watch::follow;
use super::{Problem, ToArgs, end};
use clap::Args;
use hognose_link::{Command, StopKind};
use std::path::PathBuf;
use std::process::ExitCode;

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

/// Stops whatever runs. It needs no session, no key, and nobody's leave.
pub fn stop(args: PlainArgs) -> ExitCode {
    end(
        "stop",
        (|| {
            let mut link = Link::connect(args.to.target()?, args.to.key(), args.to.wait, Asked::VIEW)?;
            link.stop(StopKind::Stop)?;
            tell!("stopped");
            Ok(0)
        })(),
    )
}
