//! Where in the source an item was written.

use std::fmt;
use std::panic::Location;
use std::sync::Arc;

/// A file and a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    file: File,
    line: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum File {
    Rust(&'static str),
    Other(Arc<str>),
}

impl Site {
    /// A place in a file that is not Rust.
    pub fn new(file: &str, line: u32) -> Self {
        Self { file: File::Other(Arc::from(file)), line }
    }

    /// The caller, as seen by a function marked `#[track_caller]`.
    #[track_caller]
    pub fn here() -> Self {
        let at = Location::caller();
        Self { file: File::Rust(at.file()), line: at.line() }
    }

    /// The file's name.
    pub fn file(&self) -> &str {
        match &self.file {
            File::Rust(name) => name,
            File::Other(name) => name,
        }
    }

    /// The line, from 1.
    pub fn line(&self) -> u32 {
        self.line
    }
}

impl fmt::Display for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file(), self.line)
    }
}
