//! The prompt of a computer: that of [`hognose_prompt`], fed with keys.

use crate::part::key;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec;
use hognose::{Control, Engine};
use hognose_prompt::{Buffers, State};

/// Bytes of the longest input.
const TEXT: usize = 64 * 1024;
/// Bytes of lines that can be called up again: some eight of them.
const HISTORY: usize = 1024;
/// Words for the tree of a statement.
const TREE: usize = 16 * 1024;
/// Name of what is known from the start in tracebacks.
const NAME: &str = "<prompt>";

/// What is known at the prompt from the start.
const SETUP: &str = "\
def run(path, *arguments):
    'Runs a Python file as a program of its own and waits; gives its exit status.'
    import vibe
    return vibe.exec(path, arguments)
";

/// A prompt. It is made once and used for one engine after the other: its memory is never given back.
pub struct Prompt {
    prompt: hognose_prompt::Prompt<'static>,
    state: State,
}

impl Prompt {
    /// With these lines above the first input.
    pub fn new(banner: &str) -> Prompt {
        let buffers = Buffers {
            text: Box::leak(vec![0; TEXT].into_boxed_slice()),
            history: Box::leak(vec![0; HISTORY].into_boxed_slice()),
            tree: Box::leak(vec![0; TREE].into_boxed_slice()),
        };
        let banner: &'static str = Box::leak(String::from(banner).into_boxed_str());
        Prompt { prompt: hognose_prompt::Prompt::new(buffers, banner), state: State::Busy }
    }

    /// Begins with a new engine.
    pub fn begin(&mut self, engine: &mut Engine<'_>) {
        // Without memory for that there is a prompt all the same.
        let _ = engine.load_source(SETUP, NAME);
        self.prompt.begin(engine);
        self.state = State::Busy;
    }

    /// Does it wait for keys?
    pub fn is_typing(&self) -> bool {
        self.state == State::Idle
    }

    /// A key was typed.
    pub fn key(&mut self, code: u16) {
        let byte = [code as u8];
        let bytes: &[u8] = match code {
            key::UP => b"\x1b[A",
            key::DOWN => b"\x1b[B",
            key::RIGHT => b"\x1b[C",
            key::LEFT => b"\x1b[D",
            key::HOME => b"\x1b[H",
            key::END => b"\x1b[F",
            key::DELETE => b"\x1b[3~",
            key::ENTER => b"\r",
            // Esc alone would begin a sequence that never ends.
            key::ESCAPE => return,
            0..=127 => &byte,
            _ => return,
        };
        self.prompt.receive(bytes);
        self.state = State::Busy;
    }

    /// Does some of what there is to do.
    pub fn step(&mut self, engine: &mut Engine<'_>, control: &Control, fuel: u64) -> State {
        self.state = self.prompt.step(engine, control, fuel);
        if self.state == State::Reset {
            self.begin(engine);
        }
        self.state
    }
}
