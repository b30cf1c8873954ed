//! `hognose link-test`: how fast a link is.

use super::link::{Answer, Asked, Link};
use super::{Problem, ToArgs, end};
use clap::Args;
use hognose_link::{Command, Limits, Sender, UploadBegin, topic};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Slowest that a command may be answered under load, ms.
const TARGET: f64 = 20.0;
/// Most bytes of the test of throughput.
const BYTES: usize = 8192;

/// Which device, and how long.
#[derive(Args)]
pub struct LinkTestArgs {
    #[command(flatten)]
    to: ToArgs,
    /// Commands to measure
    #[arg(long, value_name = "N", default_value_t = 500)]
    count: u32,
    /// Also measure throughput: an upload that is given up before its end, so that the program stays
    #[arg(long)]
    throughput: bool,
    /// Exit status 1 when 99 of 100 commands are not answered within 20 ms
    #[arg(long)]
    strict: bool,
}

/// Measures a link.
pub fn link_test(args: LinkTestArgs) -> ExitCode {
    end("link-test", try_link_test(&args))
}

fn try_link_test(args: &LinkTestArgs) -> Result<u8, Problem> {
    let mut link = args.to.open(if args.throughput { Asked::CONTROL } else { Asked::VIEW })?;
    let idle = rounds(&mut link, args.count)?;
    tell!("idle       {}", line(&idle));
    link.order(&Command::Subscribe { topics: topic::ALL, period: 10 })?;
    let loaded = rounds(&mut link, args.count)?;
    tell!("telemetry  {}", line(&loaded));
    if args.throughput {
        match throughput(&mut link)? {
            Ok(rate) => tell!("upload     {:.1} KB/s", rate / 1024.0),
            Err(text) => tell!("upload     not measured: {text}"),
        }
    }
    link.close();
    let late = percentile(&loaded, 99.0) > TARGET;
    if late && args.strict {
        complain!(
            "hognose link-test: 99 of 100 answers take {:.1} ms, not {TARGET}",
            percentile(&loaded, 99.0)
        );
    }
    Ok(u8::from(late && args.strict))
}

/// Times of commands until their answers, ms, sorted.
fn rounds(link: &mut Link, count: u32) -> Result<Vec<f64>, Problem> {
    let mut times = Vec::new();
    for number in 0..count.max(1) {
        let since = Instant::now();
        let answer = link.order(&Command::Ping { number })?;
        times.push(since.elapsed().as_secs_f64() * 1000.0);
        if answer != Answer::Pong(number) {
            return Err(Problem::refused(format!("ping {number} was answered by {answer:?}")));
        }
        while link.told().is_some() {}
        // Commands of people do not come one right behind the other.
        link.pump(Duration::from_micros(500))?;
    }
    times.sort_by(f64::total_cmp);
    Ok(times)
}

fn percentile(times: &[f64], percent: f64) -> f64 {
    let at = (times.len() as f64 * percent / 100.0).ceil() as usize;
    times.get(at.saturating_sub(1)).copied().unwrap_or(0.0)
}

fn line(times: &[f64]) -> String {
    let at = |percent| percentile(times, percent);
    format!(
        "{} commands: p50 {:.2} ms, p99 {:.2} ms, slowest {:.2} ms",
        times.len(),
        at(50.0),
        at(99.0),
        at(100.0)
    )
}

/// Bytes a second; or why not.
fn throughput(link: &mut Link) -> Result<Result<f64, String>, Problem> {
    let Some(device) = link.device().cloned() else { return Ok(Err("nothing is known of it".into())) };
    let bytes: Vec<u8> = (0..BYTES.min(device.max_program as usize)).map(|i| i as u8).collect();
    let begin = UploadBegin {
        slot: device.slots.saturating_sub(1),
        size: 0,
        crc: 0,
        replace: false,
        autostart: false,
        grants: 0,
        limits: Limits::default(),
        name: "link-test",
    };
    let mut sender = Sender::new(&bytes, begin, usize::from(device.max_chunk));
    let since = Instant::now();
    while let Some(command) =
        sender.command().filter(|command| !matches!(command, Command::UploadCommit { .. }))
    {
        match link.ask(&command)? {
            Ok(Answer::Offset(offset)) => sender.acked(&hognose_link::Reply::Offset(offset)),
            Ok(_) => return Ok(Err("the device gave no offset".into())),
            Err(refused) => return Ok(Err(refused.text)),
        }
    }
    let rate = bytes.len() as f64 / since.elapsed().as_secs_f64();
    link.order(&Command::UploadAbort)?;
    Ok(Ok(rate))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles() {
        let times: Vec<f64> = (1..=100).map(f64::from).collect();
        assert_eq!(
            (percentile(&times, 50.0), percentile(&times, 99.0), percentile(&times, 100.0)),
            (50.0, 99.0, 100.0)
        );
        assert_eq!(percentile(&[7.0], 99.0), 7.0);
        assert_eq!(percentile(&[], 99.0), 0.0);
    }
}
