//! `hognose upload`: a program goes to a device.

use super::bar::Bar;
use super::link::{Answer, Asked, Device, Link};
use super::package::Package;
use super::watch::follow;
use super::{NO_ANSWER, Problem, REFUSED, ToArgs, end};
use crate::limits::{duration, size};
use clap::Args;
use hognose_link::{Command, Limits, Nak, Reply, Sender, UploadBegin};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// How often a broken connection is made anew.
const TRIES: u32 = 3;

/// What to send, and where.
#[derive(Args)]
pub struct UploadArgs {
    /// The program: Python source, a script that makes a Bajo program, or an image
    program: String,
    #[command(flatten)]
    to: ToArgs,
    /// Where the device keeps it
    #[arg(long, value_name = "N", default_value_t = 0)]
    slot: u8,
    /// The device starts it by itself when it is switched on
    #[arg(long)]
    autostart: bool,
    /// Stop the program that runs; without it a running device refuses
    #[arg(long)]
    replace: bool,
    /// Start it when it is there
    #[arg(long)]
    start: bool,
    /// Start it, show its output, and end as it ends
    #[arg(long)]
    watch: bool,
    /// Parts of the robot that it may use, such as drive,front; without it all
    #[arg(long, value_name = "PART", value_delimiter = ',')]
    grant: Vec<String>,
    /// Longest time that it may run, below that of the device
    #[arg(long, value_name = "TIME", value_parser = duration)]
    time: Option<Duration>,
    /// Memory that it may use, below that of the device
    #[arg(long, value_name = "SIZE", value_parser = size)]
    memory: Option<usize>,
}

/// Sends a program.
pub fn upload(args: UploadArgs) -> ExitCode {
    end("upload", try_upload(&args))
}

/// The bits of the parts that were named; all when none was.
fn grants(names: &[String], device: &Device) -> Result<u32, Problem> {
    if names.is_empty() {
        return Ok(device.grants);
    }
    let mut grants = 0;
    for name in names {
        grants |= hognose_robot::part::grant(name)
            .ok_or_else(|| Problem::usage(format!("there is no part '{name}' to grant")))?;
    }
    Ok(grants)
}

fn try_upload(args: &UploadArgs) -> Result<u8, Problem> {
    let package = Package::of_file(&args.program).map_err(Problem::usage)?;
    let mut link = args.to.open(Asked::CONTROL)?;
    let device =
        link.device().cloned().ok_or_else(|| Problem::no_answer("the device said nothing of itself"))?;
    let (size, most) = (package.bytes.len(), device.max_program as usize);
    if size > most {
        return Err(Problem::refused(format!(
            "'{}' is {size} bytes as an image, this device takes {most}",
            args.program
        )));
    }
    let limits = Limits {
        run_time: args.time.map_or(0, |time| time.as_millis().min(u128::from(u32::MAX)) as u32),
        memory: args.memory.map_or(0, |memory| memory.min(u32::MAX as usize) as u32),
        ..Limits::default()
    };
    let begin = UploadBegin {
        slot: args.slot,
        size: 0,
        crc: 0,
        replace: args.replace,
        autostart: args.autostart,
        grants: grants(&args.grant, &device)?,
        limits,
        name: &package.name,
    };
    let started = Instant::now();
    let mut bar = Bar::new(size);
    let sent = send(&mut link, &package, begin, usize::from(device.max_chunk), &mut bar);
    bar.clear();
    sent?;
    tell!(
        "{} is on {}: {size} bytes in {:.2} s, verified",
        package.name,
        device.name,
        started.elapsed().as_secs_f64()
    );
    if args.watch || args.start {
        link.order(&Command::Start { slot: args.slot })?;
    }
    if args.watch {
        return follow(&mut link, args.slot, Some(args.program.as_ref()));
    }
    link.close();
    Ok(0)
}

/// Sends all commands of an upload; a broken connection is made anew, and the upload goes on where it was.
fn send(
    link: &mut Link,
    package: &Package,
    begin: UploadBegin<'_>,
    chunk: usize,
    bar: &mut Bar,
) -> Result<(), Problem> {
    let mut sender = Sender::new(&package.bytes, begin, chunk);
    let mut tries = 0;
    while let Some(command) = sender.command() {
        match link.ask(&command) {
            Ok(Ok(answer)) => {
                let reply = match answer {
                    Answer::Offset(offset) => Reply::Offset(offset),
                    _ => Reply::Done,
                };
                sender.acked(&reply);
                bar.set(sender.progress().0);
            }
            Ok(Err(refused)) => {
                let nak = Nak { code: refused.code, value: refused.value, text: &refused.text };
                if !sender.nacked(&nak) {
                    return Err(Problem { message: refused.text, status: REFUSED });
                }
            }
            Err(problem) if problem.status == NO_ANSWER && tries < TRIES => {
                tries += 1;
                bar.clear();
                complain!("{}; trying again", problem.message);
                std::thread::sleep(Duration::from_millis(200));
                link.again()?;
                sender.reconnected();
            }
            Err(problem) => return Err(problem),
        }
    }
    Ok(())
}
