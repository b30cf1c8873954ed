//! The prompt: what comes from the keyboard or a tool, in budgeted steps.

use crate::complete::{Found, Note, complete};
use crate::editor::{Editor, Key, Terminal};
use crate::outline::{Outline, outline};
use crate::queue::Queue;
use core::fmt::Write;
use hognose::{Budget, Control, Engine, Outcome, Type};

/// Name of what is entered in tracebacks.
const NAME: &str = "<stdin>";
/// Bytes that a tool may send in a raw paste before it is told that there is room for as many more.
const WINDOW: u16 = 128;

const CTRL_A: u8 = 1;
const CTRL_B: u8 = 2;
const CTRL_C: u8 = 3;
const CTRL_D: u8 = 4;
const CTRL_E: u8 = 5;

/// Memory of a prompt.
pub struct Buffers<'b> {
    /// One input: the longest program that a tool can send at once. 1 KB at least; tools send what they are given as a whole.
    pub text: &'b mut [u8],
    /// Lines that can be called up again.
    pub history: &'b mut [u8],
    /// The tree of one statement, to find out whether an input is whole. 1024 words are good for usual ones.
    pub tree: &'b mut [u32],
}

/// What a prompt is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It waits for bytes.
    Idle,
    /// There is more to do: call [`Prompt::step`] again.
    Busy,
    /// Code waits for the answer of a host function.
    Waiting,
    /// A soft reset was asked for: put everything that belongs to the program back, and call [`Prompt::begin`], with a new
    /// engine or with this one.
    Reset,
    /// Ctrl-D at the usual prompt, or code there that exits: leave with that status, or treat it like [`State::Reset`] after
    /// writing `MPY: soft reboot`, which tools look for.
    Left(u8),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// `>>> `
    Friendly,
    /// Lines up to Ctrl-D are one input.
    Paste,
    /// For tools: up to Ctrl-D, without echo.
    Raw,
    /// The same with flow control. The number is what is left of the window.
    RawPaste(u16),
    /// A raw paste that did not fit: up to the Ctrl-D of the tool everything is dropped.
    Overflow,
}

/// A prompt over one engine. Names stay from one input to the next, in module `__main__`.
pub struct Prompt<'b> {
    editor: Editor<'b>,
    tree: &'b mut [u32],
    queue: Queue,
    mode: Mode,
    running: bool,
    /// What runs is the program of the start: the prompt has not been shown yet.
    starting: bool,
    left: Option<u8>,
    banner: &'b str,
}

/// Output goes where that of the engine goes.
struct Screen<'e, 'm>(&'e mut Engine<'m>);

impl Terminal for Screen<'_, '_> {
    fn write(&mut self, text: &[u8]) {
        self.0.vm().write(1, text);
    }
}

fn say(engine: &mut Engine<'_>, text: &str) {
    engine.vm().write(1, text.as_bytes());
}

impl<'b> Prompt<'b> {
    /// `banner`: the lines above the first prompt, each with its line end.
    pub fn new(buffers: Buffers<'b>, banner: &'b str) -> Prompt<'b> {
        Prompt {
            editor: Editor::new(buffers.text, buffers.history),
            tree: buffers.tree,
            queue: Queue::new(),
            mode: Mode::Friendly,
            running: false,
            starting: false,
            left: None,
            banner,
        }
    }

    /// Starts with a new or emptied engine: an empty `__main__`, and the prompt of the mode it was in. With code that the
    /// engine has loaded already, such as a file that is run at the start, that code runs first and its names stay.
    pub fn begin(&mut self, engine: &mut Engine<'_>) {
        self.left = None;
        if engine.is_active() {
            self.running = true;
            self.starting = true;
            return;
        }
        self.restart(engine);
        self.greet(engine);
    }

    fn restart(&mut self, engine: &mut Engine<'_>) {
        self.running = false;
        if engine.load_source("", NAME).is_ok() {
            // Running nothing ends at once.
            engine.run(Budget::fuel(10_000));
        }
    }

    fn greet(&mut self, engine: &mut Engine<'_>) {
        match self.mode {
            Mode::Raw => self.greet_raw(engine),
            _ => {
                self.mode = Mode::Friendly;
                say(engine, self.banner);
                self.editor.begin(">>> ", &mut Screen(engine));
            }
        }
    }

    fn greet_raw(&mut self, engine: &mut Engine<'_>) {
        self.mode = Mode::Raw;
        self.editor.clear();
        say(engine, "raw REPL; CTRL-B to exit\n>");
    }

    /// Takes bytes of the stream; gives how many, fewer when too many wait.
    pub fn receive(&mut self, bytes: &[u8]) -> usize {
        self.queue.put(bytes)
    }

    /// Does some of what there is to do: looks at bytes that came, runs code for at most that many instructions. `control` is that
    /// of the engine: Ctrl-C interrupts.
    pub fn step(&mut self, engine: &mut Engine<'_>, control: &Control, fuel: u64) -> State {
        if self.running {
            if self.queue.drop_through(CTRL_C) {
                control.interrupt();
            }
            match engine.run(Budget::fuel(fuel)) {
                Outcome::Waiting => return State::Waiting,
                Outcome::Spent | Outcome::TimeSpent | Outcome::Paused => return State::Busy,
                outcome => self.end(engine, outcome),
            }
            if let Some(status) = self.left.take() {
                return State::Left(status);
            }
        }
        while !self.running {
            let Some(byte) = self.queue.take() else { return State::Idle };
            if let Some(state) = self.take(engine, byte) {
                return state;
            }
        }
        if self.queue.is_empty() || self.running { State::Busy } else { State::Idle }
    }

    fn take(&mut self, engine: &mut Engine<'_>, byte: u8) -> Option<State> {
        match self.mode {
            Mode::Friendly => return self.friendly(engine, byte),
            Mode::Paste => self.paste(engine, byte),
            Mode::Raw => return self.raw(engine, byte),
            Mode::RawPaste(left) => self.raw_paste(engine, byte, left),
            Mode::Overflow => {
                if byte == CTRL_D {
                    self.mode = Mode::Raw;
                    self.editor.clear();
                    say(engine, "\x04MemoryError: the program is longer than this prompt takes\n\x04>");
                }
            }
        }
        None
    }

    fn friendly(&mut self, engine: &mut Engine<'_>, byte: u8) -> Option<State> {
        let prompt = if self.editor.is_first() { ">>> " } else { "... " };
        match self.editor.key(byte, &mut Screen(engine)) {
            Key::Done => {}
            Key::Line => match outline(self.editor.text(), self.tree) {
                Outline::Beginning => self.editor.more("... ", &mut Screen(engine)),
                Outline::Whole if self.editor.text().trim().is_empty() => {
                    self.editor.begin(">>> ", &mut Screen(engine));
                }
                Outline::Whole => {
                    let loaded = engine.load_line(self.editor.text(), NAME);
                    self.loaded(engine, loaded);
                }
            },
            Key::Interrupt => {
                say(engine, "\n");
                self.editor.begin(">>> ", &mut Screen(engine));
            }
            Key::End => return Some(self.reset(engine, "\n")),
            Key::Paste => {
                say(engine, "\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\n=== ");
                self.editor.clear();
                self.mode = Mode::Paste;
            }
            Key::Raw => {
                // A tool wants to see where it begins.
                say(engine, "\n");
                self.greet_raw(engine);
            }
            Key::Friendly => {
                say(engine, "\n");
                self.greet(engine);
            }
            Key::Complete => match complete(engine, self.editor.before()) {
                Found::Nothing => {}
                Found::Rest(rest) => {
                    self.editor.insert(rest.as_str(), &mut Screen(engine));
                }
                Found::Names(names) => {
                    say(engine, "\n");
                    say(engine, names.as_str());
                    say(engine, "\n");
                    self.editor.show(prompt, &mut Screen(engine));
                }
            },
        }
        None
    }

    fn paste(&mut self, engine: &mut Engine<'_>, byte: u8) {
        match byte {
            CTRL_C => {
                say(engine, "\n");
                self.mode = Mode::Friendly;
                self.editor.begin(">>> ", &mut Screen(engine));
            }
            CTRL_D => {
                say(engine, "\n");
                self.mode = Mode::Friendly;
                let loaded = engine.load_statements(self.editor.bytes(), NAME);
                self.loaded(engine, loaded);
            }
            b'\r' | b'\n' => {
                if self.editor.append(b'\n') {
                    say(engine, "\n=== ");
                }
            }
            byte => {
                if self.editor.append(byte) {
                    engine.vm().write(1, &[byte]);
                }
            }
        }
    }

    fn raw(&mut self, engine: &mut Engine<'_>, byte: u8) -> Option<State> {
        match byte {
            CTRL_A if self.editor.bytes().first() == Some(&CTRL_E) => {
                let asked = self.editor.bytes().get(1) == Some(&b'A');
                self.editor.clear();
                if asked {
                    say(engine, "R\x01");
                    engine.vm().write(1, &WINDOW.to_le_bytes());
                    say(engine, "\x01");
                    // The tool may send two windows now.
                    self.mode = Mode::RawPaste(WINDOW);
                } else {
                    say(engine, "R\0>");
                }
            }
            CTRL_A => self.greet_raw(engine),
            CTRL_B => {
                say(engine, "\n");
                self.mode = Mode::Friendly;
                self.greet(engine);
            }
            CTRL_C => self.editor.clear(),
            CTRL_D if self.editor.bytes().is_empty() => return Some(self.reset(engine, "OK\n")),
            CTRL_D => {
                say(engine, "OK");
                let loaded = engine.load_statements(self.editor.bytes(), NAME);
                self.loaded(engine, loaded);
            }
            byte => {
                // What does not fit shows as an error of the program: it ends in the middle.
                self.editor.append(byte);
            }
        }
        None
    }

    fn raw_paste(&mut self, engine: &mut Engine<'_>, byte: u8, left: u16) {
        match byte {
            CTRL_C | CTRL_D => {
                say(engine, "\x04");
                self.mode = Mode::Raw;
                if byte == CTRL_C {
                    self.editor.clear();
                    say(engine, "\x04KeyboardInterrupt: \n\x04>");
                    return;
                }
                let loaded = engine.load_statements(self.editor.bytes(), NAME);
                self.loaded(engine, loaded);
            }
            byte => {
                if !self.editor.append(byte) {
                    say(engine, "\x04");
                    self.mode = Mode::Overflow;
                } else if left > 1 {
                    self.mode = Mode::RawPaste(left - 1);
                } else {
                    say(engine, "\x01");
                    self.mode = Mode::RawPaste(WINDOW);
                }
            }
        }
    }

    /// The program begins, or what is wrong with it is told.
    fn loaded(&mut self, engine: &mut Engine<'_>, loaded: Result<(), hognose::Error>) {
        match loaded {
            Ok(()) => self.running = true,
            Err(hognose::Error::Raised | hognose::Error::Load(hognose::LoadError::Source(_))) => {
                self.end(engine, Outcome::Failed);
            }
            Err(error) => {
                if self.mode == Mode::Raw {
                    say(engine, "\x04");
                }
                let mut note = Note::<128>::new();
                let _ = writeln!(note, "{error}");
                say(engine, note.as_str());
                self.again(engine);
            }
        }
    }

    /// The code ended.
    fn end(&mut self, engine: &mut Engine<'_>, outcome: Outcome) {
        self.running = false;
        let starting = core::mem::take(&mut self.starting);
        let raw = self.mode == Mode::Raw && !starting;
        if raw {
            say(engine, "\x04");
        }
        if outcome == Outcome::Failed {
            let exception = engine.result().value();
            let leaves = engine.vm().is_instance(exception, Type::SystemExit.value());
            let errno = match engine.vm().is_instance(exception, Type::OSError.value()) {
                true => engine.result().message().and_then(|number| number.as_int()),
                false => None,
            };
            let status = engine.report();
            let name = errno.filter(|_| raw).and_then(hognose_lib::errno_name);
            if let (Some(number), Some(name)) = (errno, name) {
                // Tools look for the name of the number.
                let mut note = Note::<64>::new();
                let _ = writeln!(note, "OSError: [Errno {number}] {name}");
                say(engine, note.as_str());
            }
            if leaves && !raw && !starting {
                self.left = Some(status);
            }
        }
        engine.stop();
        if starting { self.greet(engine) } else { self.again(engine) }
    }

    /// The prompt again.
    fn again(&mut self, engine: &mut Engine<'_>) {
        match self.mode {
            Mode::Raw => {
                self.editor.clear();
                say(engine, "\x04>");
            }
            _ if self.left.is_some() => {}
            _ => self.editor.begin(">>> ", &mut Screen(engine)),
        }
    }

    fn reset(&mut self, engine: &mut Engine<'_>, first: &str) -> State {
        say(engine, first);
        engine.flush_files();
        engine.stop();
        if self.mode == Mode::Friendly {
            return State::Left(0);
        }
        say(engine, "MPY: soft reboot\n");
        State::Reset
    }
}
