//! This computer as the host of an engine: standard streams, clocks, files, modules.

use crate::files::Files;
use crate::input::{self, Line, TICK};
use crate::interrupt;
use crate::limits::Limits;
use crate::modules::Finder;
use crate::paint;
use crate::session::CONTROL;
use hognose::{FoundModule, Host};
use hognose_vm::vm::File;
use std::any::{Any, TypeId};
use std::cell::RefCell;
use std::io::{IsTerminal, Write};
use std::rc::Rc;
use std::sync::atomic::{AtomicI32, Ordering};
use std::time::{Duration, Instant, SystemTime};

/// Bytes kept before they are written.
const BUFFER: usize = 16 * 1024;

/// Number of the error that standard output had and that the program was not told of; 0 for none.
static LOST: AtomicI32 = AtomicI32::new(0);
/// The error without a number of its own.
const EIO: i32 = 5;

/// What the program has to be told of: the error of standard output.
pub fn take_lost() -> Option<std::io::Error> {
    match LOST.swap(0, Ordering::Relaxed) {
        0 => None,
        number => Some(std::io::Error::from_raw_os_error(number)),
    }
}

/// As Python words it: `[Errno 2] No such file or directory`.
pub fn worded(error: &std::io::Error) -> String {
    let text = error.to_string();
    match error.raw_os_error() {
        Some(number) => format!(
            "[Errno {number}] {}",
            text.strip_suffix(&format!(" (os error {number})")).unwrap_or(&text)
        ),
        None => text,
    }
}

/// Standard output with a buffer of its own, so that a print costs no system call; standard error is written at once.
pub struct Output {
    kept: Vec<u8>,
    terminal: bool,
    painted: bool,
}

impl Output {
    fn new() -> Output {
        Output { kept: Vec::new(), terminal: std::io::stdout().is_terminal(), painted: false }
    }

    /// Standard error in colours from now on.
    pub fn paint(&mut self, on: bool) {
        self.painted = on;
    }

    /// Writes what is kept.
    pub fn flush(&mut self) {
        if !self.kept.is_empty() {
            let mut stdout = std::io::stdout().lock();
            if let Err(error) = stdout.write_all(&self.kept).and_then(|()| stdout.flush()) {
                LOST.store(error.raw_os_error().unwrap_or(EIO), Ordering::Relaxed);
                CONTROL.pause();
            }
            self.kept.clear();
        }
    }

    fn write(&mut self, stream: u8, bytes: &[u8]) {
        if stream == 2 {
            self.flush();
            let mut stderr = std::io::stderr().lock();
            let _ = if self.painted { paint::write(bytes, &mut stderr) } else { stderr.write_all(bytes) };
            return;
        }
        self.kept.extend_from_slice(bytes);
        if self.kept.len() >= BUFFER || self.terminal && bytes.ends_with(b"\n") {
            self.flush();
        }
    }
}

/// What programs see of this computer.
pub struct Console {
    /// Shared with the prompt, which writes in between.
    pub output: Rc<RefCell<Output>>,
    finder: Finder,
    files: Files,
    start: Instant,
    terminal: crate::terminal::Terminal,
}

impl Console {
    /// Modules are looked for by `finder`.
    pub fn new(finder: Finder, limits: &Limits) -> Console {
        Console {
            output: Rc::new(RefCell::new(Output::new())),
            finder,
            files: Files::new(!limits.sandbox),
            start: Instant::now(),
            terminal: crate::terminal::Terminal,
        }
    }
}

impl Drop for Console {
    fn drop(&mut self) {
        self.output.borrow_mut().flush();
    }
}

/// Ctrl-C ends a wait; the engine is told at once.
fn interrupted() -> bool {
    let pressed = interrupt::take();
    if pressed {
        CONTROL.interrupt();
    }
    pressed
}

impl Host for Console {
    fn write(&mut self, stream: u8, bytes: &[u8]) {
        self.output.borrow_mut().write(stream, bytes);
    }

    fn is_terminal(&mut self, stream: u8) -> bool {
        match stream {
            0 => std::io::stdin().is_terminal(),
            1 => std::io::stdout().is_terminal(),
            _ => std::io::stderr().is_terminal(),
        }
    }

    fn flush(&mut self) {
        self.output.borrow_mut().flush();
    }

    fn state_of(&mut self, part: TypeId) -> Option<&mut dyn Any> {
        (part == TypeId::of::<crate::terminal::Terminal>()).then_some(&mut self.terminal)
    }

    fn find_module(
        &mut self,
        name: &str,
        folder: Option<&str>,
        put: &mut dyn FnMut(&[u8]) -> bool,
    ) -> Option<FoundModule> {
        self.finder.find(name, folder, put)
    }

    fn read_line(&mut self, put: &mut dyn FnMut(&[u8]) -> bool) -> bool {
        self.output.borrow_mut().flush();
        match input::line(interrupted) {
            Line::Text(line) => put(&line),
            Line::End | Line::Interrupted => false,
        }
    }

    fn clock(&mut self) -> Option<u64> {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).ok()?;
        u64::try_from(now.as_nanos()).ok()
    }

    fn monotonic(&mut self) -> Option<u64> {
        u64::try_from(self.start.elapsed().as_nanos()).ok()
    }

    fn sleep(&mut self, nanoseconds: u64) -> bool {
        self.output.borrow_mut().flush();
        let end = Instant::now().checked_add(Duration::from_nanos(nanoseconds));
        while !interrupted() {
            let left = end.map_or(TICK, |end| end.saturating_duration_since(Instant::now()));
            if left.is_zero() {
                break;
            }
            std::thread::sleep(left.min(TICK));
        }
        true
    }

    fn file(&mut self, request: File<'_>) -> Result<u64, u16> {
        self.files.request(request)
    }
}
