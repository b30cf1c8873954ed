//! `hognose run`: one program, to its end.

use crate::characters::CHARACTERS;
use crate::console::Console;
use crate::limits::{Limits, Rig};
use crate::modules::{self, Finder};
use crate::program::Program;
use crate::rig;
use crate::session::{self, CONTROL};
use clap::Args;
use hognose::{Engine, Error};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

/// What to run and within which limits.
#[derive(Args)]
#[cfg_attr(test, derive(Debug, PartialEq))]
#[command(override_usage = "hognose run [OPTIONS] <FILE | - | -c CODE | -m MODULE> [ARGUMENTS]")]
pub struct RunArgs {
    /// The program: a file, or `-` for standard input
    file: Option<String>,
    /// Run this text
    #[arg(short = 'c', value_name = "CODE", conflicts_with = "file", allow_hyphen_values = true)]
    code: Option<String>,
    /// Run this module of the working directory, or `__main__` of a package
    #[arg(short = 'm', value_name = "MODULE", conflicts_with_all = ["file", "code"])]
    module: Option<String>,
    /// Go on with a prompt afterwards
    #[arg(short = 'i')]
    prompt: bool,
    /// Write the names to this file that firmware needs for this program as it ran now: see HOGNOSE_NAMES
    #[arg(long, value_name = "OUT")]
    names: Option<PathBuf>,
    #[command(flatten)]
    limits: Limits,
}

impl RunArgs {
    /// What a line without options means: `run FILE` or `run -c CODE`. Most starts are of that kind, and reading them needs none of
    /// the descriptions of all verbs.
    pub fn plain(line: &[String]) -> Option<RunArgs> {
        let (file, code) = match line {
            [_, verb, file] if verb == "run" && (file == "-" || !file.starts_with('-')) => {
                (Some(file.clone()), None)
            }
            [_, verb, option, code] if verb == "run" && option == "-c" => (None, Some(code.clone())),
            _ => return None,
        };
        Some(RunArgs { file, code, module: None, prompt: false, names: None, limits: Limits::default() })
    }
}

/// Runs the program; its exit status is that of Python.
pub fn run(args: RunArgs, arguments: Vec<String>) -> ExitCode {
    if let Some(message) = modules::unknown(&args.limits.allow) {
        complain!("hognose: {message}");
        return ExitCode::from(2);
    }
    let found = match (&args.code, &args.module, &args.file) {
        (Some(code), ..) => Ok(Program::of_code(code)),
        (_, Some(module), _) => Program::of_module(module),
        (.., file) => Program::of_file(file.as_deref().unwrap_or("-")),
    };
    let program = match found {
        Ok(program) => program,
        Err(message) => {
            complain!("hognose: {message}");
            return ExitCode::from(if args.module.is_some() { 1 } else { 2 });
        }
    };
    let allowed = args.limits.allowed();
    let finder = Finder::new(program.folder.clone());
    let mut console = Console::new(finder.clone(), &args.limits);
    let output = console.output.clone();
    let mut block = args.limits.block();
    let mut engine = match Engine::with_modules(&mut block, modules::all()) {
        Ok(engine) => engine,
        Err(error) => {
            complain!("hognose: {error}");
            return ExitCode::from(1);
        }
    };
    engine.set_characters(CHARACTERS);
    engine.set_host(&mut console);
    engine.set_control(&CONTROL);
    if !allowed.is_empty() {
        engine.grant(&allowed);
    }
    if args.limits.rig == Some(Rig::Move) {
        engine.vm().heap.set_rig(true, None);
    }
    let mut words = vec![program.argument.as_str()];
    words.extend(arguments.iter().map(String::as_str));
    let start = Instant::now();
    let mut status =
        match engine.set_arguments(&words).and_then(|()| load(&mut engine, &program, &args.limits)) {
            Ok(()) if args.limits.rig == Some(Rig::Slice) => {
                let bytes = rig::snapshot(&engine);
                return ExitCode::from(rig::drive(bytes, &mut console, &args.limits));
            }
            Ok(()) => {
                let end = session::drive(&mut engine, &args.limits);
                session::finish(&mut engine, end, &args.limits)
            }
            Err(error) => refused(&mut engine, &program, &error),
        };
    if args.limits.stats {
        session::statistics(&mut engine, start.elapsed());
    }
    if let Some(file) = &args.names
        && let Err(error) = write_names(&mut engine, file)
    {
        complain!("hognose: {}: {error}", file.display());
        status = 2;
    }
    if args.prompt {
        status = crate::repl::converse(&mut engine, &output, &args.limits, &finder);
    }
    status = session::close(&mut engine, status);
    drop(console);
    ExitCode::from(status)
}

/// A name a line, sorted.
fn write_names(engine: &mut Engine<'_>, file: &Path) -> std::io::Result<()> {
    let mut names = BTreeSet::new();
    engine.names(&mut |name| {
        names.insert(name.to_owned());
    });
    std::fs::write(file, names.iter().flat_map(|name| [name, "\n"]).collect::<String>())
}

fn load(engine: &mut Engine<'_>, program: &Program, limits: &Limits) -> Result<(), Error> {
    if program.is_image() {
        return engine.load_image(&program.bytes);
    }
    if limits.rig == Some(Rig::Image)
        && let Some(image) = crate::image::round_trip(program)
    {
        crate::warnings::tell(program);
        return engine.load_image(&image);
    }
    engine.load_source_bytes(&program.bytes, &program.name)?;
    crate::warnings::tell(program);
    Ok(())
}

/// The program did not begin.
fn refused(engine: &mut Engine<'_>, program: &Program, error: &Error) -> u8 {
    match error {
        Error::Raised | Error::Load(hognose::LoadError::Source(_)) => engine.report(),
        error => {
            session::say(engine, &format!("{}: {error}", program.name));
            1
        }
    }
}
