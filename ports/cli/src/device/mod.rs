//! Devices: what is sent to them, over what, and how.

mod bar;
mod carrier;
mod control;
pub mod flash;
pub mod link;
mod link_test;
mod logs;
pub mod package;
mod prompt;
mod serve;
mod settings;
pub mod source;
mod status;
mod target;
mod upload;
mod watch;
mod web;

use crate::limits::duration;
use clap::Args;
use link::{Asked, Link};
use std::process::ExitCode;
use std::time::Duration;
use target::Target;

pub use control::{
    DeleteArgs, DriveArgs, PlainArgs, StartArgs, StopArgs, clear, delete, drive, pause, resume, start, stop,
};
pub use link_test::{LinkTestArgs, link_test};
pub use logs::{LogsArgs, logs};
pub use serve::{DeviceArgs, device};
pub use settings::{SettingsArgs, settings};
pub use status::{StatusArgs, status};
pub use upload::{UploadArgs, upload};
pub use watch::{WatchArgs, watch};

/// Exit status: the device said no, or its program failed.
const REFUSED: u8 = 1;
/// Exit status of wrong usage.
const USAGE: u8 = 2;
/// Exit status: nobody there, or no answer in time.
const NO_ANSWER: u8 = 3;
/// Variable with the key.
const KEY: &str = "HOGNOSE_KEY";
/// Variable with the device.
const TO: &str = "HOGNOSE_TO";

/// Which device, and how long to wait for it.
#[derive(Args, Clone)]
pub struct ToArgs {
    /// The device: serial:/dev/ttyACM0[@BAUD], tcp:HOST:PORT, ws:HOST:PORT, pty:PATH, pipe:COMMAND; without it that of
    /// the variable HOGNOSE_TO
    #[arg(long, value_name = "TARGET")]
    to: Option<String>,
    /// The key of a device on a network; better in the variable HOGNOSE_KEY, where others on this computer do not see it
    #[arg(long, value_name = "KEY")]
    key: Option<String>,
    /// Longest wait for an answer
    #[arg(long, value_name = "TIME", value_parser = duration, default_value = "3s")]
    wait: Duration,
}

impl ToArgs {
    fn target(&self) -> Result<Target, Problem> {
        let named = self.to.clone().or_else(|| std::env::var(TO).ok());
        let text = named.ok_or_else(|| {
            Problem::usage("say which device: --to tcp:HOST:PORT, or the variable HOGNOSE_TO")
        })?;
        Target::parse(&text).map_err(|message| Problem { message, status: USAGE })
    }

    fn key(&self) -> Option<Vec<u8>> {
        let key = self.key.clone().or_else(|| std::env::var(KEY).ok());
        key.filter(|key| !key.is_empty()).map(String::into_bytes)
    }

    /// Opens a session.
    fn open(&self, asked: Asked) -> Result<Link, Problem> {
        Link::open(self.target()?, self.key(), self.wait, asked)
    }
}

/// Why something was not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What to say.
    pub message: String,
    /// Exit status.
    pub status: u8,
}

impl Problem {
    fn usage(message: impl Into<String>) -> Problem {
        Problem { message: message.into(), status: USAGE }
    }

    fn refused(message: impl Into<String>) -> Problem {
        Problem { message: message.into(), status: REFUSED }
    }

    fn no_answer(message: impl Into<String>) -> Problem {
        Problem { message: message.into(), status: NO_ANSWER }
    }
}

/// The end of a verb.
fn end(verb: &str, done: Result<u8, Problem>) -> ExitCode {
    match done {
        Ok(status) => ExitCode::from(status),
        Err(problem) => {
            if !problem.message.is_empty() {
                complain!("hognose {verb}: {}", problem.message);
            }
            ExitCode::from(problem.status)
        }
    }
}
