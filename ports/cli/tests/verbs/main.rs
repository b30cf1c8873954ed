//! The command, verb by verb, through the built binary.

mod bajo;
mod command;
mod files;
mod images;
#[cfg(unix)]
mod repl;
mod run;
mod start;
