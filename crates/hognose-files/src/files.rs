//! The trait that every machine with files implements.

use crate::error::FileError;
use hognose_vm::vm::{FileEntry, FileFacts, FileSpace};

/// An open file.
pub type Handle = u32;

/// How to open a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// May it be read?
    pub read: bool,
    /// May it be written?
    pub write: bool,
    /// Empty it first?
    pub truncate: bool,
    /// Is every write at the end?
    pub append: bool,
    /// Make it when it is not there?
    pub create: bool,
    /// Refuse when it is there?
    pub exclusive: bool,
}

impl Open {
    const NOTHING: Open =
        Open { read: false, write: false, truncate: false, append: false, create: false, exclusive: false };
    /// To read a file that is there: mode `r`.
    pub const READ: Open = Open { read: true, ..Open::NOTHING };
    /// To write a file from its start, made or emptied: mode `w`.
    pub const CREATE: Open = Open { write: true, truncate: true, create: true, ..Open::NOTHING };
    /// To write behind its end, made if need be: mode `a`.
    pub const APPEND: Open = Open { write: true, append: true, create: true, ..Open::NOTHING };
    /// To read and change a file that is there: mode `r+`.
    pub const CHANGE: Open = Open { read: true, write: true, ..Open::NOTHING };
}

/// What an offset counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whence {
    /// The first byte.
    Start,
    /// Where the file is.
    Here,
    /// Behind the last byte.
    End,
}

/// Files and folders of a machine. Paths have `/` between names and are absolute: [`Tree`](crate::Tree) makes them so, and
/// takes `.` and `..` out of them.
pub trait Files {
    /// Opens a file.
    fn open(&mut self, path: &str, how: Open) -> Result<Handle, FileError>;

    /// Reads at most as many bytes as there is room for; gives their number, 0 at the end.
    fn read(&mut self, file: Handle, into: &mut [u8]) -> Result<usize, FileError>;

    /// Writes bytes; gives how many of them. Fewer than all only when the room ends in them.
    fn write(&mut self, file: Handle, bytes: &[u8]) -> Result<usize, FileError>;

    /// Moves to a place, which may lie behind the end; gives it, counted from the start.
    fn seek(&mut self, file: Handle, offset: i64, from: Whence) -> Result<u64, FileError>;

    /// Bytes of an open file.
    fn size(&mut self, file: Handle) -> Result<u64, FileError>;

    /// Cuts the file or fills it with zeros.
    fn truncate(&mut self, file: Handle, size: u64) -> Result<(), FileError>;

    /// Makes sure that what was written to the file will last.
    fn sync(&mut self, file: Handle) -> Result<(), FileError>;

    /// Makes that sure and closes the file; the handle is gone also when it fails.
    fn close(&mut self, file: Handle) -> Result<(), FileError>;

    /// What a file or folder is.
    fn facts(&mut self, path: &str) -> Result<FileFacts, FileError>;

    /// The next entry of a folder, in any order, without `.` and `..`. `at` is 0 for the first; gives the `at` of the one
    /// after it, which is not 0; None when there is none any more.
    fn entry(&mut self, folder: &str, at: u64, entry: &mut FileEntry) -> Result<Option<u64>, FileError>;

    /// Makes a folder in one that is there.
    fn make_folder(&mut self, path: &str) -> Result<(), FileError>;

    /// Removes an empty folder.
    fn remove_folder(&mut self, path: &str) -> Result<(), FileError>;

    /// Removes a file.
    fn remove(&mut self, path: &str) -> Result<(), FileError>;

    /// Gives a file or folder another path. A file or empty folder that had it is replaced.
    fn rename(&mut self, from: &str, to: &str) -> Result<(), FileError>;

    /// The room that is shared by the files at a path.
    fn space(&mut self, path: &str) -> Result<FileSpace, FileError>;

    /// Makes sure that everything will last.
    fn sync_all(&mut self) -> Result<(), FileError>;

    /// Closes all files, because the program that opened them is gone.
    fn close_all(&mut self);
}
