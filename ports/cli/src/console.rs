//! Standard streams of the command as the host of an engine.

use crate::modules::Finder;
use hognose::{FoundModule, Host};
use std::io::Write;

/// Output with a buffer of its own, so that a print costs no system call; standard error is written at once.
pub struct Console {
    out: Vec<u8>,
    finder: Finder,
    terminal: bool,
}

/// Bytes kept before they are written.
const BUFFER: usize = 16 * 1024;

impl Console {
    /// Modules are looked for by `finder`.
    pub fn new(finder: Finder) -> Console {
        use std::io::IsTerminal;
        Console { out: Vec::with_capacity(BUFFER), finder, terminal: std::io::stdout().is_terminal() }
    }

    /// Writes what is kept.
    pub fn flush(&mut self) {
        let mut stdout = std::io::stdout().lock();
        // A closed pipe is the reader's choice, not an error of the program.
        let _ = stdout.write_all(&self.out);
        let _ = stdout.flush();
        self.out.clear();
    }
}

impl Drop for Console {
    fn drop(&mut self) {
        self.flush();
    }
}

impl Host for Console {
    fn write(&mut self, stream: u8, bytes: &[u8]) {
        if stream == 2 {
            self.flush();
            let _ = std::io::stderr().write_all(bytes);
            return;
        }
        self.out.extend_from_slice(bytes);
        if self.out.len() >= BUFFER || self.terminal && bytes.ends_with(b"\n") {
            self.flush();
        }
    }

    fn find_module(&mut self, name: &str, put: &mut dyn FnMut(&[u8]) -> bool) -> Option<FoundModule> {
        self.finder.find(name, put)
    }
}
