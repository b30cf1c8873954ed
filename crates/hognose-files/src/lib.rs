//! Files of any machine behind one trait, what an engine asks for answered from it, and a file system for flash and memory.
//!
//! ```
//! use hognose_files::{Files, FlashFiles, Memory, Open};
//!
//! let mut bytes = vec![0; 64 * 512];
//! let mut files = FlashFiles::format(Memory::<512>::new(&mut bytes))?;
//! files.make_folder("/log")?;
//! let file = files.open("/log/today", Open::CREATE)?;
//! files.write(file, b"started\n")?;
//! files.close(file)?;
//! assert_eq!(files.facts("/log/today")?.size, 8);
//! # Ok::<(), hognose_files::FileError>(())
//! ```
#![no_std]
#![forbid(unsafe_code)]

#[cfg(test)]
extern crate std;

mod checksum;
mod error;
mod files;
mod flash;
mod memory;
mod page;
mod path;
mod tree;

pub use error::FileError;
pub use files::{Files, Handle, Open, Whence};
pub use flash::FlashFiles;
pub use hognose_vm::vm::{FileEntry, FileFacts, FileSpace};
pub use memory::{Memory, MemoryError};
pub use path::{LONGEST, Path};
pub use tree::Tree;
