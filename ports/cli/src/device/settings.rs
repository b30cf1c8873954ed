//! `hognose settings`: what the owner of a device decides for all programs.

use super::link::{Answer, Asked, Link};
use super::{Problem, ToArgs, end};
use clap::Args;
use hognose_device::Setting;
use hognose_link::Command;
use std::process::ExitCode;

/// Which setting, and its new value.
#[derive(Args)]
pub struct SettingsArgs {
    #[command(flatten)]
    to: ToArgs,
    /// Its name; without it all are listed
    name: Option<String>,
    /// Its new value; without it the value is printed
    #[arg(allow_negative_numbers = true)]
    value: Option<i32>,
}

/// Lists, prints or changes settings.
pub fn settings(args: SettingsArgs) -> ExitCode {
    end("settings", try_settings(&args))
}

fn value(link: &mut Link, command: &Command<'_>) -> Result<i32, Problem> {
    match link.order(command)? {
        Answer::Setting(value) => Ok(value),
        _ => Err(Problem::refused("the device gave another answer than a setting")),
    }
}

fn try_settings(args: &SettingsArgs) -> Result<u8, Problem> {
    let Some(name) = &args.name else {
        let mut link = args.to.open(Asked::VIEW)?;
        for setting in Setting::ALL {
            let now = value(&mut link, &Command::GetSetting { key: setting as u16 })?;
            let (low, high) = setting.range();
            tell!("{:24} {now:10}   {low} to {high}", setting.name());
        }
        link.close();
        return Ok(0);
    };
    let Some(setting) = Setting::ALL.into_iter().find(|setting| setting.name() == name) else {
        let names: Vec<&str> = Setting::ALL.iter().map(|setting| setting.name()).collect();
        return Err(Problem::usage(format!("there is no setting '{name}'; there are {}", names.join(", "))));
    };
    let key = setting as u16;
    let (asked, command) = match args.value {
        Some(value) => (Asked::CONTROL, Command::SetSetting { key, value }),
        None => (Asked::VIEW, Command::GetSetting { key }),
    };
    let mut link = args.to.open(asked)?;
    tell!("{}", value(&mut link, &command)?);
    link.close();
    Ok(0)
}
