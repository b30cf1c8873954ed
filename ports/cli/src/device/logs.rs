//! `hognose logs`: what happened, and what the program printed.

use super::link::{Asked, Told};
use super::watch::Teller;
use super::{Problem, ToArgs, end};
use clap::Args;
use hognose_link::Role;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Nothing more comes after this silence.
const SILENCE: Duration = Duration::from_millis(400);

/// Which device.
#[derive(Args)]
pub struct LogsArgs {
    #[command(flatten)]
    to: ToArgs,
    /// Source of the program, for the lines of errors
    #[arg(long, value_name = "FILE")]
    source: Option<PathBuf>,
}

/// Prints what the device still knows of the past.
pub fn logs(args: LogsArgs) -> ExitCode {
    end("logs", try_logs(&args))
}

fn try_logs(args: &LogsArgs) -> Result<u8, Problem> {
    let mut link = args.to.open(Asked { role: Role::Viewer, history: true })?;
    let mut teller = Teller::of(&mut link, 0, args.source.as_deref())?;
    let mut last = Instant::now();
    while last.elapsed() < SILENCE {
        link.pump(Duration::from_millis(20))?;
        while let Some(told) = link.told() {
            if !matches!(told, Told::Status(_) | Told::Reading(_)) {
                last = Instant::now();
                teller.tell(&told);
            }
        }
    }
    link.close();
    Ok(0)
}
