//! `hognose repl`: a prompt that runs what is typed.

mod complete;
mod editor;
mod highlight;
mod more;

use crate::characters::CHARACTERS;
use crate::console::{Console, Output};
use crate::input::{self, Line};
use crate::interrupt;
use crate::limits::{Limits, Rig};
use crate::modules::{self, Finder};
use crate::session::{self, CONTROL, End, INTERRUPTED};
use clap::Args;
use editor::{Editor, Input};
use hognose::{Engine, Error, Type};
use std::cell::RefCell;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::Instant;

/// Name of what is typed in tracebacks.
const NAME: &str = "<stdin>";

/// Within which limits each input runs.
#[derive(Args)]
#[cfg_attr(test, derive(Debug, PartialEq))]
pub struct ReplArgs {
    #[command(flatten)]
    limits: Limits,
}

impl ReplArgs {
    /// What a line without options means, read without the descriptions of all verbs.
    pub fn plain(line: &[String]) -> Option<ReplArgs> {
        matches!(line, [_, verb] if verb == "repl").then(|| ReplArgs { limits: Limits::default() })
    }
}

/// A prompt with an engine of its own.
pub fn repl(args: ReplArgs) -> ExitCode {
    let start = Instant::now();
    if let Some(message) = modules::unknown(&args.limits.allow) {
        complain!("hognose: {message}");
        return ExitCode::from(2);
    }
    let allowed = args.limits.allowed();
    let finder = Finder::new(PathBuf::from("."));
    let mut console = Console::new(finder.clone(), &args.limits);
    let output = console.output.clone();
    let mut block = args.limits.block();
    let status = match Engine::with_modules(&mut block, modules::all()) {
        Ok(mut engine) => {
            engine.set_characters(CHARACTERS);
            engine.set_host(&mut console);
            engine.set_control(&CONTROL);
            if !allowed.is_empty() {
                engine.grant(&allowed);
            }
            if args.limits.rig == Some(Rig::Move) {
                engine.vm().heap.set_rig(true, None);
            }
            let _ = engine.set_arguments(&[""]);
            let status = converse(&mut engine, &output, &args.limits, &finder);
            let status = session::close(&mut engine, status);
            if args.limits.stats {
                session::statistics(&mut engine, start.elapsed());
            }
            status
        }
        Err(error) => {
            complain!("hognose: {error}");
            1
        }
    };
    drop(console);
    ExitCode::from(status)
}

/// Runs what is typed until it is enough; the exit status.
pub fn converse(
    engine: &mut Engine<'_>,
    output: &Rc<RefCell<Output>>,
    limits: &Limits,
    finder: &Finder,
) -> u8 {
    if engine.global("__name__").is_none() {
        if let Err(error) = engine.load_source("", NAME) {
            match error {
                Error::Raised => return engine.report(),
                error => session::say(engine, &error.to_string()),
            }
            return 1;
        }
        session::drive(engine, limits);
    }
    output.borrow_mut().flush();
    if std::io::stdin().is_terminal() && std::io::stdout().is_terminal() {
        at_terminal(engine, output, limits, finder)
    } else {
        from_pipe(engine, limits)
    }
}

fn at_terminal(
    engine: &mut Engine<'_>,
    output: &Rc<RefCell<Output>>,
    limits: &Limits,
    finder: &Finder,
) -> u8 {
    tell!("Hognose {}: Python 3.11. Ctrl-C interrupts, Ctrl-D leaves.", env!("CARGO_PKG_VERSION"));
    let coloured = std::env::var_os("NO_COLOR").is_none();
    output.borrow_mut().paint(coloured && std::io::stderr().is_terminal());
    let editor = Editor::start(coloured);
    let mut names = complete::Names::new(finder);
    loop {
        output.borrow_mut().flush();
        let text = match editor.read(|line, at| names.complete(engine, line, at)) {
            Input::Text(text) => text,
            Input::Interrupt => {
                complain!("KeyboardInterrupt");
                continue;
            }
            Input::End => return 0,
            Input::Failed(message) => {
                session::say(engine, &message);
                return 1;
            }
        };
        if let Some(status) = enter(engine, &text, limits) {
            return status;
        }
    }
}

/// Without a terminal: the same, without prompts.
fn from_pipe(engine: &mut Engine<'_>, limits: &Limits) -> u8 {
    let mut text = String::new();
    loop {
        let at_end = match input::line(interrupt::take) {
            Line::Text(line) => {
                text.push_str(&String::from_utf8_lossy(&line));
                if more::is_wanted(&text) {
                    continue;
                }
                false
            }
            Line::End => true,
            Line::Interrupted => return INTERRUPTED,
        };
        if let Some(status) = enter(engine, &text, limits) {
            return status;
        }
        text.clear();
        if at_end {
            return 0;
        }
    }
}

/// Runs one input. A status: it asked to leave.
fn enter(engine: &mut Engine<'_>, text: &str, limits: &Limits) -> Option<u8> {
    let word = text.trim();
    if word.is_empty() {
        return None;
    }
    let leaves = matches!(word, "exit" | "quit" | "exit()" | "quit()");
    if leaves && engine.global(word.trim_end_matches("()")).is_none() {
        return Some(0);
    }
    more::pieces(text).into_iter().find_map(|piece| enter_one(engine, piece, limits).err()).flatten()
}

/// Runs one piece of an input. An error: the rest of the input is dropped; with a status it asked to leave.
fn enter_one(engine: &mut Engine<'_>, text: &str, limits: &Limits) -> Result<(), Option<u8>> {
    let text = if text.ends_with('\n') { text.to_owned() } else { format!("{text}\n") };
    let end = match engine.load_line(&text, NAME) {
        Ok(()) => session::drive(engine, limits),
        Err(Error::Raised | Error::Load(hognose::LoadError::Source(_))) => End::Failed,
        Err(error) => {
            session::say(engine, &error.to_string());
            return Err(None);
        }
    };
    let leaves = end == End::Failed && {
        let exception = engine.result().value();
        engine.vm().is_instance(exception, Type::SystemExit.value())
    };
    let status = session::finish(engine, end, limits);
    engine.stop();
    match end {
        End::Finished => Ok(()),
        _ => Err(leaves.then_some(status)),
    }
}
