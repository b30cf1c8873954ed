//! `hognose sim`: a program on the simulated robot.

mod drive;
pub mod fault;
mod live;
mod map;
mod plain;
mod replay;
pub mod robot;
mod view;
mod watch;

use crate::console::worded;
use crate::device::package::Package;
use crate::limits::duration;
use clap::Args;
use hognose_robot::sim::world::Mishap;
use hognose_robot::sim::{Options, Sim, Trace, World, picture};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

/// Exit status of wrong usage.
const USAGE: u8 = 2;

/// What to run, where, and what to show of it.
#[derive(Args)]
pub struct SimArgs {
    /// The program: Python source, a script that makes a Bajo program, or an image
    #[arg(required_unless_present_any = ["replay", "diff"])]
    program: Option<String>,
    /// The world, a JSON file; without it an empty field of 2 by 2 m
    #[arg(long, value_name = "FILE")]
    world: Option<PathBuf>,
    /// Virtual seconds in a real one, `max` for as fast as possible; without it 1 when shown live, else max
    #[arg(long, value_name = "N", value_parser = speed)]
    speed: Option<Speed>,
    /// All randomness comes from it
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// No noise, no drift, no slip
    #[arg(long)]
    ideal: bool,
    /// Write what happened to this file, line by line
    #[arg(long, value_name = "FILE")]
    trace: Option<PathBuf>,
    /// Write a PNG of the world with the path and the robot
    #[arg(long, value_name = "FILE")]
    picture: Option<PathBuf>,
    /// Do not show it live: print the output and how it ended
    #[arg(long)]
    headless: bool,
    /// Something that goes wrong, such as 2s:stuck_motor=left, 1s-3s:dead_sensor=front, 5s:battery=4, 1s:tilt
    #[arg(long, value_name = "TIME[-TIME]:FAULT[=VALUE]", value_parser = fault::fault)]
    fault: Vec<Mishap>,
    /// Longest virtual time, such as 30s
    #[arg(long, value_name = "TIME", value_parser = duration, default_value = "10m")]
    time: Duration,
    /// Show a trace again
    #[arg(long, value_name = "TRACE", conflicts_with_all = ["program", "diff"])]
    replay: Option<PathBuf>,
    /// Compare two traces
    #[arg(long, num_args = 2, value_names = ["TRACE", "TRACE"], conflicts_with_all = ["program", "replay"])]
    diff: Vec<PathBuf>,
}

/// How fast virtual time goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Speed {
    /// So many times real time.
    Times(f64),
    /// As fast as possible.
    Max,
}

impl Speed {
    /// As the clock of the simulator has it.
    fn factor(self) -> Option<f64> {
        match self {
            Speed::Times(times) => Some(times),
            Speed::Max => None,
        }
    }
}

fn speed(text: &str) -> Result<Speed, String> {
    if text == "max" {
        return Ok(Speed::Max);
    }
    let times = text.strip_suffix('x').unwrap_or(text).parse::<f64>().ok();
    times
        .filter(|times| (0.01..=10_000.0).contains(times))
        .map(Speed::Times)
        .ok_or(format!("'{text}' is no speed; write a number from 0.01 to 10000, or max"))
}

/// A world from a file.
///
/// # Errors
/// A message that says where and what.
pub fn world(path: Option<&Path>) -> Result<World, String> {
    let Some(path) = path else { return Ok(World::default()) };
    let shown = path.display();
    let text = std::fs::read_to_string(path)
        .map_err(|error| format!("can't open world '{shown}': {}", worded(&error)))?;
    World::from_json(&text).map_err(|error| format!("world '{shown}', {error}"))
}

/// A trace from a file.
fn read_trace(path: &Path) -> Result<Trace, String> {
    let shown = path.display();
    let text = std::fs::read_to_string(path)
        .map_err(|error| format!("can't open trace '{shown}': {}", worded(&error)))?;
    Trace::parse(&text).map_err(|error| format!("'{shown}': {error}"))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes)
        .map_err(|error| format!("can't write file '{}': {}", path.display(), worded(&error)))
}

/// Runs, replays or compares.
pub fn sim(args: SimArgs) -> ExitCode {
    let done = match (&args.replay, args.diff.as_slice()) {
        (Some(trace), _) => replay::replay(&args, trace),
        (None, [left, right]) => replay::diff(left, right),
        _ => run(&args),
    };
    ExitCode::from(done.unwrap_or_else(|message| {
        if message.is_empty() {
            return 1;
        }
        complain!("hognose sim: {message}");
        USAGE
    }))
}

/// Is it to be shown in the terminal?
fn is_live(args: &SimArgs) -> bool {
    !args.headless && std::io::stdout().is_terminal() && std::io::stdin().is_terminal()
}

fn run(args: &SimArgs) -> Result<u8, String> {
    let mut world = world(args.world.as_deref())?;
    world.faults.extend(&args.fault);
    let file = args.program.as_deref().unwrap_or("-");
    let package = Package::of_file(file)?;
    let file = Path::new(file);
    let live = is_live(args);
    let keeps = args.trace.is_some() || args.picture.is_some();
    let options = Options { seed: args.seed, ideal: args.ideal, trace: keeps };
    let sim = Sim::new(world, options);
    let most = args.time.as_millis() as u64;
    let (sim, status) = if live {
        let speed = args.speed.map_or(Some(1.0), Speed::factor);
        live::run(&package, file, sim, most, speed)?
    } else {
        plain::run(&package, file, sim, most, args.speed.and_then(Speed::factor))?
    };
    if let Some(path) = &args.trace {
        write(path, sim.trace().to_text().as_bytes())?;
    }
    if let Some(path) = &args.picture {
        let png = picture::png(sim.world(), sim.trace()).map_err(|error| error.to_string())?;
        write(path, &png)?;
    }
    Ok(status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speeds() {
        assert_eq!(speed("max"), Ok(Speed::Max));
        assert_eq!(speed("10"), Ok(Speed::Times(10.0)));
        assert_eq!(speed("0.5x"), Ok(Speed::Times(0.5)));
        for wrong in ["", "0", "-1", "x", "nan", "inf", "1e9"] {
            assert!(speed(wrong).is_err(), "{wrong}");
        }
    }
}
