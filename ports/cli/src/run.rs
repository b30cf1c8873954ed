//! `hognose run`: one program, to its end.

use crate::console::Console;
use crate::modules::Finder;
use clap::Args;
use hognose::{Budget, Engine, Error, Outcome};
use std::io::Read;
use std::path::PathBuf;
use std::process::ExitCode;

/// Words of the default block: 256 MB, reserved and touched only as needed.
const DEFAULT_BLOCK: usize = 32 << 20;

/// What to run and within which limits.
#[derive(Args)]
pub struct RunArgs {
    /// The program: a file, or `-` for standard input.
    file: Option<String>,
    /// Arguments of the program (`sys.argv[1:]`).
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    args: Vec<String>,
    /// Runs this text.
    #[arg(short = 'c', value_name = "CODE", conflicts_with = "file")]
    code: Option<String>,
    /// Memory of the engine, such as 64K or 16M.
    #[arg(long, value_name = "SIZE", value_parser = size)]
    memory: Option<usize>,
    /// Most instructions the program may execute.
    #[arg(long, value_name = "N")]
    fuel: Option<u64>,
    /// Prints what the program used.
    #[arg(long)]
    stats: bool,
}

fn size(text: &str) -> Result<usize, String> {
    let (digits, factor) = match text.char_indices().last() {
        Some((i, 'K' | 'k')) => (&text[..i], 1 << 10),
        Some((i, 'M' | 'm')) => (&text[..i], 1 << 20),
        Some((i, 'G' | 'g')) => (&text[..i], 1 << 30),
        _ => (text, 1),
    };
    let n: usize = digits.parse().map_err(|_| format!("'{text}' is no size; try 64K, 16M or 1G"))?;
    let bytes = n.checked_mul(factor).ok_or(format!("'{text}' is too large"))?;
    if bytes < 1024 { Err("at least 1K".to_owned()) } else { Ok(bytes) }
}

/// Runs the program; its exit status is that of Python.
pub fn run(args: RunArgs) -> ExitCode {
    let (source, name, folder) = match read(&args) {
        Ok(parts) => parts,
        Err(message) => {
            eprintln!("hognose: {message}");
            return ExitCode::from(2);
        }
    };
    let mut block = vec![0u64; args.memory.map_or(DEFAULT_BLOCK, |bytes| bytes / 8)];
    let mut console = Console::new(Finder::new(folder));
    let status = {
        let mut engine = match Engine::new(&mut block) {
            Ok(engine) => engine,
            Err(error) => {
                eprintln!("hognose: {error}");
                return ExitCode::from(1);
            }
        };
        engine.set_host(&mut console);
        let status = execute(&mut engine, &source, &name, &args);
        if args.stats {
            let used = engine.statistics();
            eprintln!(
                "fuel {}  peak {} KB  collections {}  largest {} KB",
                used.fuel,
                used.peak / 1024,
                used.collections,
                used.longest_collection / 1024
            );
        }
        status
    };
    drop(console);
    ExitCode::from(status)
}

fn read(args: &RunArgs) -> Result<(String, String, PathBuf), String> {
    if let Some(code) = &args.code {
        return Ok((code.clone(), "<string>".to_owned(), PathBuf::from(".")));
    }
    match args.file.as_deref() {
        Some("-") | None => {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text).map_err(|e| format!("cannot read standard input: {e}"))?;
            Ok((text, "<stdin>".to_owned(), PathBuf::from(".")))
        }
        Some(file) => {
            let bytes = std::fs::read(file)
                .map_err(|e| format!("can't open file '{file}': {e}. Give the path of a Python program."))?;
            let text = String::from_utf8(bytes).map_err(|_| format!("'{file}' is not UTF-8 text"))?;
            let folder = PathBuf::from(file).parent().map_or(PathBuf::from("."), |p| p.to_path_buf());
            Ok((text, file.to_owned(), folder))
        }
    }
}

fn execute(engine: &mut Engine<'_>, source: &str, name: &str, args: &RunArgs) -> u8 {
    match engine.load_source(source, name) {
        Ok(()) => {}
        Err(Error::Raised) => return engine.report(),
        Err(error) => {
            eprintln!("{error}");
            return 1;
        }
    }
    let budget = args.fuel.map_or(Budget::UNLIMITED, Budget::fuel);
    match engine.run(budget) {
        Outcome::Finished => 0,
        Outcome::Failed => engine.report(),
        Outcome::Spent => {
            eprintln!("hognose: the program used up its {} instructions", budget.fuel);
            1
        }
        Outcome::Stopped => 130,
        Outcome::TimeSpent | Outcome::Paused => 1,
        Outcome::Waiting => {
            eprintln!("hognose: the program waits for a host function that never answers");
            1
        }
    }
}
