//! `hognose vibe`: a computer in a window, or headless.

use clap::Args;
use hognose_desktop::desktop::Options;
use hognose_desktop::script;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The computer and what runs on it.
#[derive(Args)]
#[command(override_usage = "hognose vibe [OPTIONS] [FILE [ARGUMENTS]]")]
pub struct VibeArgs {
    /// The program; without one there is a prompt
    file: Option<PathBuf>,
    /// Its arguments
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
    /// Folder that is the computer's disk; that of the program, or the working directory, when not given
    #[arg(long, value_name = "FOLDER")]
    disk: Option<PathBuf>,
    /// Memory of each program, such as 16M
    #[arg(long, value_name = "SIZE", value_parser = crate::limits::size, default_value = "32M")]
    memory: usize,
    /// Programs may use the network of this computer
    #[arg(long)]
    network: bool,
    /// No window: time is counted instead of measured, and it ends when the script has ended
    #[arg(long)]
    headless: bool,
    /// What a person does: characters, {enter}, {ctrl-c}, {move X Y}, {press N}, {release}, {wait MS}, {shot FILE}
    #[arg(long, value_name = "KEYS", default_value = "")]
    script: String,
    /// Store the screen at the end as a PNG
    #[arg(long, value_name = "PNG")]
    screenshot: Option<PathBuf>,
    /// Record the screen as a GIF of half its size
    #[arg(long, value_name = "GIF")]
    record: Option<PathBuf>,
    /// Seconds since 1970 that its clock starts with
    #[arg(long, value_name = "SECONDS")]
    clock: Option<u64>,
    /// Pixels of the screen
    #[arg(long, value_name = "WxH", value_parser = size, default_value = "1280x800")]
    screen: (u32, u32),
}

/// Smallest and largest side of the screen.
const SIDES: std::ops::RangeInclusive<u32> = 160..=4096;

fn size(text: &str) -> Result<(u32, u32), String> {
    let sides = text.split_once('x').and_then(|(w, h)| Some((w.parse().ok()?, h.parse().ok()?)));
    match sides {
        Some((w, h)) if SIDES.contains(&w) && SIDES.contains(&h) => Ok((w, h)),
        _ => Err(format!("a size such as 1280x800, each side {}..={}", SIDES.start(), SIDES.end())),
    }
}

/// The folder that is the disk, and the path of the program on it.
fn place(args: &VibeArgs) -> Result<(PathBuf, Option<String>), String> {
    let told = |path: &Path, error: std::io::Error| format!("can't open '{}': {error}", path.display());
    let Some(file) = &args.file else {
        return Ok((args.disk.clone().unwrap_or_else(|| PathBuf::from(".")), None));
    };
    let file = file.canonicalize().map_err(|error| told(file, error))?;
    let folder = match &args.disk {
        Some(folder) => folder.canonicalize().map_err(|error| told(folder, error))?,
        None => file.parent().map_or(PathBuf::from("/"), Path::to_path_buf),
    };
    let inside = file.strip_prefix(&folder).ok().and_then(Path::to_str);
    let Some(inside) = inside else {
        return Err(format!("'{}' is not on the disk '{}'", file.display(), folder.display()));
    };
    Ok((folder, Some(format!("/{}", inside.replace('\\', "/")))))
}

/// Runs it; the exit status is that of the program.
pub fn vibe(args: VibeArgs) -> ExitCode {
    match run(&args) {
        Ok(status) => ExitCode::from(u8::try_from(status).unwrap_or(1)),
        Err(message) => {
            complain!("hognose: {message}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &VibeArgs) -> Result<i32, String> {
    let script: VecDeque<_> =
        script::parse(&args.script).map_err(|message| format!("--script: {message}"))?;
    let (folder, program) = place(args)?;
    let options = Options {
        folder,
        network: args.network,
        window: !args.headless,
        now: args.clock,
        script,
        record: args.record.clone(),
        size: args.screen,
    };
    let mut words: Vec<&str> = program.iter().map(String::as_str).collect();
    if program.is_some() {
        words.extend(args.arguments.iter().map(String::as_str));
    }
    let end = hognose_desktop::run(options, &words, args.memory, args.screenshot.as_deref())?;
    if args.headless {
        tell!("{}", String::from_utf8_lossy(&end.printed).trim_end_matches('\n'));
    }
    Ok(end.status)
}
