//! Module `vibe` for Python programs: a table of functions and constants.

mod console;
mod constants;
mod files;
mod input;
mod memory;
mod network;
mod processes;
mod screen;
mod sound;
mod system;
mod table;
mod text;
mod timing;
mod windows;

pub use table::{MEMORY, MODULES, VIBE};
