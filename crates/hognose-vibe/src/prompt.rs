//! A prompt: lines that are typed are run in one engine.

use crate::computer::Shared;
use crate::editor::{Editor, Step};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use hognose::{Budget, Engine, Error, LoadError, Outcome, Type};
use hognose_syntax::error::ErrorClass;
use hognose_syntax::parser::{Mode, Parser};
use hognose_syntax::tree::Kind;

/// Name of what is typed in tracebacks.
const NAME: &str = "<stdin>";
/// Instructions that completion may take.
const FUEL: u64 = 2_000_000;
/// Words of memory for the tree of what is typed, to begin with and at most.
const FIRST_WORDS: usize = 1 << 12;
const MOST_WORDS: usize = 1 << 20;
/// Most completions that are listed.
const LISTED: usize = 40;

/// What is known at the prompt from the start.
const SETUP: &str = "\
def run(path, *arguments):
    'Runs a Python file as a program of its own and waits; gives its exit status.'
    import vibe
    return vibe.exec(path, arguments)
";

/// What the prompt does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Doing {
    Typing,
    Pasting,
    Running,
}

/// A prompt.
pub struct Prompt {
    editor: Editor,
    text: String,
    mode: Doing,
}

/// What came of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// Nothing to run yet.
    Nothing,
    /// The engine has something to run.
    Loaded,
    /// It is to end.
    End,
}

impl Prompt {
    /// Gets an engine ready and shows a banner.
    pub fn new(engine: &mut Engine<'_>, computer: Shared, banner: &str) -> Prompt {
        let columns = match computer.try_borrow_mut() {
            Ok(mut computer) => computer.console().map_or(80, |console| console.cells().1),
            Err(_) => 80,
        };
        let mut prompt =
            Prompt { editor: Editor::new((columns as usize).saturating_sub(5)), text: String::new(), mode: Doing::Typing };
        if engine.load_source(SETUP, NAME).is_ok() {
            engine.run(Budget::fuel(FUEL));
        }
        let mut out = Vec::from(banner.as_bytes());
        prompt.ask(&mut out);
        write(engine, &out);
        prompt
    }

    /// Does it wait for keys?
    pub fn is_typing(&self) -> bool {
        self.mode != Doing::Running
    }

    fn ask(&mut self, out: &mut Vec<u8>) {
        let (sign, blanks) = match (self.mode, self.text.is_empty()) {
            (Doing::Pasting, _) => ("=== ", 0),
            (_, true) => (">>> ", 0),
            (_, false) => ("... ", indentation(&self.text)),
        };
        out.extend_from_slice(sign.as_bytes());
        self.editor.begin(blanks, out);
    }

    /// A key was typed.
    pub fn key(&mut self, engine: &mut Engine<'_>, code: u16) -> Typed {
        let mut out = Vec::new();
        let step = self.editor.key(code, &mut out);
        write(engine, &out);
        out.clear();
        match step {
            Step::Typing => return Typed::Nothing,
            Step::Complete => {
                self.complete(engine);
                return Typed::Nothing;
            }
            Step::Interrupt => {
                self.text.clear();
                self.mode = Doing::Typing;
                out.extend_from_slice(b"KeyboardInterrupt\n");
            }
            Step::End if self.mode == Doing::Pasting => return self.load(engine),
            Step::End => return Typed::End,
            Step::Paste => {
                self.mode = Doing::Pasting;
                out.extend_from_slice(b"\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\n");
            }
            Step::Enter => {
                let line = self.editor.take();
                let blank = line.trim().is_empty();
                let first = self.text.is_empty();
                // A line of blanks alone ends a block.
                self.text.push_str(if blank && self.mode == Doing::Typing { "" } else { &line });
                self.text.push('\n');
                let whole = self.mode == Doing::Typing && !(first && blank) && !is_more_wanted(&self.text);
                if whole {
                    return self.load(engine);
                }
                if first && blank && self.mode == Doing::Typing {
                    self.text.clear();
                }
            }
        }
        self.ask(&mut out);
        write(engine, &out);
        Typed::Nothing
    }

    fn load(&mut self, engine: &mut Engine<'_>) -> Typed {
        let text = core::mem::take(&mut self.text);
        let pasted = self.mode == Doing::Pasting;
        self.mode = Doing::Running;
        // What is pasted may be many statements; what is typed is one, and its value is shown.
        let loaded = if pasted { engine.load_line(&format!("exec({text:?})\n"), NAME) } else { engine.load_line(&text, NAME) };
        match loaded {
            Ok(()) => Typed::Loaded,
            Err(Error::Raised | Error::Load(LoadError::Source(_))) => {
                engine.report();
                self.again(engine)
            }
            Err(error) => {
                write(engine, format!("{error}\n").as_bytes());
                self.again(engine)
            }
        }
    }

    fn again(&mut self, engine: &mut Engine<'_>) -> Typed {
        self.mode = Doing::Typing;
        let mut out = Vec::new();
        self.ask(&mut out);
        write(engine, &out);
        Typed::Nothing
    }

    /// What was typed has run. A status: it asked to leave.
    pub fn ended(&mut self, engine: &mut Engine<'_>, outcome: Outcome) -> Option<i32> {
        if outcome == Outcome::Failed {
            let exception = engine.result().value();
            let leaves = engine.vm().is_instance(exception, Type::SystemExit.value());
            let status = engine.report();
            if leaves {
                return Some(status.into());
            }
        }
        engine.stop();
        self.again(engine);
        None
    }

    /// Completes the word before the cursor: names, attributes, modules.
    fn complete(&mut self, engine: &mut Engine<'_>) {
        let before = String::from(self.editor.before());
        let at = before.rfind(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.')).map_or(0, |at| at + 1);
        let word = before.get(at..).unwrap_or("");
        let (base, start) = word.rsplit_once('.').map_or((None, word), |(base, start)| (Some(base), start));
        let plain = |base: &str| base.split('.').all(|part| !part.is_empty() && !part.starts_with(|c: char| c.is_ascii_digit()));
        let importing = before.trim_start().starts_with("import ") || before.trim_start().starts_with("from ");
        let names = match base {
            Some(base) if plain(base) => format!("dir({base})"),
            Some(_) => return,
            None if importing => String::from("list(__import__('sys').builtin_module_names)"),
            None => String::from("list(globals()) + dir(__import__('builtins'))"),
        };
        let hidden = if start.starts_with('_') { "" } else { " and not n.startswith('_')" };
        let expression = format!("sorted(set(n for n in {names} if n.startswith({start:?}){hidden}))");
        if engine.load_expression(&expression, NAME).is_err() || engine.run(Budget::fuel(FUEL)) != Outcome::Finished {
            engine.stop();
            return;
        }
        let found: Vec<String> =
            engine.result().items().filter_map(|item| item.as_text().map(|text| String::from(text.as_str()))).collect();
        engine.stop();
        let Some(first) = found.first() else { return };
        let mut common = first.len();
        for name in &found {
            common = common.min(first.bytes().zip(name.bytes()).take_while(|(a, b)| a == b).count());
        }
        let mut out = Vec::new();
        match first.get(start.len()..common) {
            Some(more) if !more.is_empty() => self.editor.insert(more, &mut out),
            _ if found.len() > 1 => {
                out.push(b'\n');
                for name in found.iter().take(LISTED) {
                    out.extend_from_slice(name.as_bytes());
                    out.push(b' ');
                }
                out.extend_from_slice(if found.len() > LISTED { b"...\n" } else { b"\n" });
                out.extend_from_slice(if self.text.is_empty() { b">>> " } else { b"... " });
                self.editor.show_again(&mut out);
            }
            _ => {}
        }
        write(engine, &out);
    }
}

fn write(engine: &mut Engine<'_>, bytes: &[u8]) {
    if !bytes.is_empty() {
        engine.vm().write(1, bytes);
    }
}

/// Blanks that the next line begins with: those of the line before, and a step more after a colon.
fn indentation(text: &str) -> usize {
    let line = text.lines().next_back().unwrap_or("");
    let blanks = line.len() - line.trim_start_matches(' ').len();
    blanks + if line.trim_end().ends_with(':') { 4 } else { 0 }
}

/// Must more lines follow? A block ends with an empty line.
fn is_more_wanted(text: &str) -> bool {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let mut words = FIRST_WORDS;
    while words <= MOST_WORDS {
        let mut memory = alloc::vec![0; words];
        match outline(text, &mut memory) {
            Some((incomplete, block)) => return incomplete || block && !text.ends_with('\n'),
            None => words *= 16,
        }
    }
    false
}

/// Does it end too early, and is its last statement one with blocks? None: the memory is too small.
fn outline(text: &str, memory: &mut [u32]) -> Option<(bool, bool)> {
    let mut parser = match Parser::new(text.as_bytes(), Mode::Exec, memory) {
        Ok(parser) => parser,
        Err(error) => return Some((error.incomplete, false)),
    };
    let mut block = false;
    loop {
        match parser.next_statement() {
            Ok(Some(statement)) => {
                block = matches!(
                    parser.tree().kind(statement),
                    Kind::FunctionDef | Kind::ClassDef | Kind::For | Kind::While | Kind::If | Kind::With | Kind::Match | Kind::Try
                );
            }
            Ok(None) => return Some((false, block)),
            Err(error) if error.class() == ErrorClass::Memory => return None,
            Err(error) => return Some((error.incomplete, false)),
        }
    }
}
