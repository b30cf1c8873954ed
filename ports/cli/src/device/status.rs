//! `hognose status`: how a device is.

use super::link::{Answer, Asked};
use super::{Problem, ToArgs, end};
use clap::Args;
use hognose_link::{Command, Status, StopReason};
use std::process::ExitCode;

/// Which device.
#[derive(Args)]
pub struct StatusArgs {
    #[command(flatten)]
    to: ToArgs,
}

/// Tells how a device is.
pub fn status(args: StatusArgs) -> ExitCode {
    end("status", try_status(&args))
}

/// State and, where there is one, why the last run ended.
pub fn state(status: &Status) -> String {
    match status.reason {
        StopReason::None => status.state.to_string(),
        reason => format!("{} ({reason})", status.state),
    }
}

fn try_status(args: &StatusArgs) -> Result<u8, Problem> {
    let mut link = args.to.open(Asked::VIEW)?;
    let device = link.device().cloned();
    let Answer::Status(status) = link.order(&Command::Status)? else {
        return Err(Problem::refused("the device gave another answer than its status"));
    };
    if let Some(device) = &device {
        tell!("device    {}, {}", device.name, device.firmware);
    }
    tell!("state     {}", state(&status));
    tell!("battery   {} %, {:.2} V", status.battery, f64::from(status.millivolts) / 1000.0);
    if status.tethered {
        tell!("cable     on");
    }
    tell!("up        {:.1} s", f64::from(status.uptime) / 1000.0);
    if status.run_time > 0 || status.steps > 0 {
        tell!("ran       {:.1} s, {} steps", f64::from(status.run_time) / 1000.0, status.steps);
        tell!("memory    {} bytes, most {}", status.memory, status.memory_peak);
    }
    if status.line > 0 {
        tell!("line      {}", status.line);
    }
    for slot in 0..device.map_or(0, |device| device.slots) {
        if let Ok(Answer::Slot(info)) = link.ask(&Command::Slot { slot })? {
            let auto = if info.autostart { ", starts by itself" } else { "" };
            match info.size {
                0 => tell!("slot {slot}    empty"),
                size => tell!("slot {slot}    {}, {size} bytes{auto}", info.name),
            }
        }
    }
    link.close();
    Ok(0)
}
