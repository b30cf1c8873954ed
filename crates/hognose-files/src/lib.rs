//! Files of any machine behind one trait, what an engine asks for answered from it, and a file system for flash and memory.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(test)]
extern crate std;

mod error;
mod files;
mod memory;
mod path;
mod tree;

pub use error::FileError;
pub use files::{Files, Handle, Open, Whence};
pub use hognose_vm::vm::{FileEntry, FileFacts, FileSpace};
pub use memory::{Memory, MemoryError};
pub use path::{LONGEST, Path};
pub use tree::Tree;
