//! The host functions that the command offers to programs.

use bajo::{Call, Host, HostCall, Memory, UNKNOWN_FUNCTION};
use std::io::Read;
use std::time::Instant;

/// Error code of a host function that was called with too few arguments.
const TOO_FEW_ARGUMENTS: i32 = -3;

/// Error code of a host function that was given an address without text.
const NO_TEXT: i32 = -4;

/// What a number can mean to a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// Prints its arguments as numbers, with a line end.
    Print,
    /// Prints its arguments in hexadecimal, with a line end.
    Hex,
    /// Prints its argument as a byte.
    Putc,
    /// Prints the text at an address, up to its zero byte.
    Puts,
    /// Gives a byte of standard input, -1 at its end.
    Getc,
    /// Gives the milliseconds since the start.
    Millis,
    /// Takes anything, gives zeros.
    Ignore,
}

const NAMES: [(&str, Function); 7] = [
    ("print", Function::Print),
    ("hex", Function::Hex),
    ("putc", Function::Putc),
    ("puts", Function::Puts),
    ("getc", Function::Getc),
    ("millis", Function::Millis),
    ("ignore", Function::Ignore),
];

impl Function {
    /// The function of this name.
    pub fn named(name: &str) -> Option<Self> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, function)| *function)
    }

    /// All names.
    pub fn names() -> Vec<&'static str> {
        NAMES.iter().map(|(name, _)| *name).collect()
    }
}

/// The functions that were chosen on the command line.
pub struct System {
    functions: Vec<(i32, Function)>,
    start: Instant,
    out: Vec<u8>,
}

impl System {
    /// A system that offers these.
    pub fn new(functions: &[(i32, Function)]) -> Self {
        Self { functions: functions.to_vec(), start: Instant::now(), out: Vec::new() }
    }

    /// Writes what is printed so far.
    pub fn flush(&mut self) {
        let out = std::mem::take(&mut self.out);
        crate::output::text(&out);
    }

    fn print(&mut self, words: impl Iterator<Item = String>) {
        let line: Vec<String> = words.collect();
        self.out.extend_from_slice(line.join(" ").as_bytes());
        self.out.push(b'\n');
    }
}

impl Drop for System {
    fn drop(&mut self) {
        self.flush();
    }
}

/// Bytes kept before they are written.
const BUFFER: usize = 16 * 1024;

impl Host for System {
    fn call(&mut self, call: HostCall<'_>, memory: &mut Memory<'_>) -> Result<Call, i32> {
        let known = self.functions.iter().rev().find(|(func, _)| *func == call.func);
        let &(_, function) = known.ok_or(UNKNOWN_FUNCTION)?;
        let first = call.args.first().copied().ok_or(TOO_FEW_ARGUMENTS);
        match function {
            Function::Print => self.print(call.args.iter().map(i32::to_string)),
            Function::Hex => self.print(call.args.iter().map(|word| format!("{word:#x}"))),
            Function::Putc => self.out.push(first? as u8),
            Function::Puts => self.out.extend_from_slice(memory.text(first? as u32).ok_or(NO_TEXT)?),
            Function::Getc => {
                self.flush();
                let mut byte = [0];
                let read = std::io::stdin().lock().read(&mut byte);
                call.results[0] = if matches!(read, Ok(1)) { byte[0].into() } else { -1 };
            }
            Function::Millis => call.results[0] = self.start.elapsed().as_millis() as i32,
            Function::Ignore => {}
        }
        if self.out.len() >= BUFFER || self.out.ends_with(b"\n") {
            self.flush();
        }
        Ok(Call::Done)
    }
}
