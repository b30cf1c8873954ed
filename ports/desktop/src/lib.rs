//! A computer for Python programs in a window of another: module `vibe` as on the bare machine, with the files of a folder. Headless
//! it is the same in counted time, with keys from a script and screenshots: what tests need.

pub mod desktop;
mod folder;
mod network;
#[cfg(feature = "sound")]
mod output;
pub mod picture;
pub mod script;
mod sound;
#[cfg(feature = "window")]
mod window;

use desktop::{Desktop, Options};
use hognose_vibe::machine::Machine;
use std::cell::RefCell;
use std::path::Path;

/// Milliseconds between the end of a script and the screenshot.
const SETTLE: u64 = 200;
/// Text of the prompt.
const BANNER: &str = concat!(
    "Hognose ",
    env!("CARGO_PKG_VERSION"),
    ": Python 3.11 on this computer\nimport vibe is all of it; run(\"/hello.py\") runs a file; Ctrl-C interrupts, Ctrl-D leaves.\n"
);

/// How it ended.
pub struct End {
    /// Status of the program or the prompt.
    pub status: i32,
    /// What was printed.
    pub printed: Vec<u8>,
    /// What was played, signed 16 bits.
    pub heard: Vec<i16>,
    /// What the screen showed: pixels, width, height.
    pub screen: (Vec<u32>, u32, u32),
}

/// Runs a program, or a prompt without one, to its end: headless also up to the end of the script. `memory` is that of each program in
/// bytes. A screenshot goes to `screenshot`. An error is what the person is told.
pub fn run(
    options: Options,
    program: &[&str],
    memory: usize,
    screenshot: Option<&Path>,
) -> Result<End, String> {
    let headless = !options.window;
    let (desktop, jobs) = Desktop::new(options)?;
    let desktop: &'static RefCell<Desktop> = Box::leak(Box::new(RefCell::new(desktop)));
    desktop.borrow_mut().note("started");
    let mut machine = Machine::new(desktop, jobs, memory, &hognose_vibe::MODULES);
    let started = match program {
        [] => machine.start_prompt(BANNER),
        words => machine.start(words),
    };
    let pid = started.ok_or("no memory for the program")?;
    let mut settled = None;
    let status = loop {
        machine.step();
        if let Some(failure) = desktop.borrow_mut().take_failure() {
            return Err(failure);
        }
        if let Some(status) = machine.status(pid) {
            break status;
        }
        let computer = desktop.borrow();
        if computer.is_closed() {
            break 0;
        }
        if headless && computer.is_idle() {
            let now = computer.now();
            if now >= *settled.get_or_insert(now + SETTLE) {
                break 0;
            }
        }
    };
    let mut computer = desktop.borrow_mut();
    computer.finish();
    let screen = picture::shown(&mut computer);
    if let Some(path) = screenshot {
        picture::png(path, &screen.0, screen.1, screen.2)?;
    }
    let printed = std::mem::take(&mut computer.printed);
    let heard = std::mem::take(&mut computer.speaker.heard);
    Ok(End { status, printed, heard, screen })
}
