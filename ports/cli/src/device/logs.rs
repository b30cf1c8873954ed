//! `hognose logs`: what happened, and what the program printed.

use super::link::{Asked, Told};
use super::source::Tracebacks;
use super::watch::Teller;
use super::{Problem, ToArgs, end};
use clap::Args;
use hognose_link::{Role, StopReason};
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
    let teller = Teller::of(&mut link, 0, args.source.as_deref())?;
    let (mut output, mut lost) = (String::new(), 0);
    let mut last = Instant::now();
    while last.elapsed() < SILENCE {
        link.pump(Duration::from_millis(20))?;
        while let Some(told) = link.told() {
            match told {
                Told::State(_, to, StopReason::None) => tell!("{to}"),
                Told::State(_, to, reason) => tell!("{to}: {reason}"),
                Told::Failed(failure) => tell!("{}", teller.failed(&failure)),
                Told::Event(text) => tell!("{text}"),
                Told::Lost(count) => tell!("({count} events were lost)"),
                Told::Console(bytes, gone) => {
                    lost += gone;
                    output.push_str(&String::from_utf8_lossy(&bytes));
                }
                Told::Status(_) | Told::Reading(_) => continue,
            }
            last = Instant::now();
        }
    }
    if !output.is_empty() {
        tell!(
            "output{}:",
            if lost > 0 { format!(" ({lost} bytes before it were lost)") } else { String::new() }
        );
        let filled = Tracebacks::default().fill(&output, teller.source());
        crate::output::text(filled.as_bytes());
    }
    link.close();
    Ok(0)
}
