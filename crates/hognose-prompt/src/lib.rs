//! The prompt of a machine: a line editor, Python's prompt with paste mode, and the raw REPL with raw paste of MicroPython,
//! which tools such as `mpremote` and Thonny speak.
//!
//! Nothing here waits: [`Prompt::receive`] takes bytes as they come, [`Prompt::step`] runs code within a budget. All output goes to
//! the [`Host`](hognose::Host) of the engine, line ends as `\n`.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(test)]
extern crate std;

mod complete;
mod editor;
mod history;
mod outline;
mod prompt;
mod queue;

pub use editor::{Editor, Key, Terminal};
pub use history::History;
pub use outline::{Outline, outline};
pub use prompt::{Buffers, Prompt, State};
