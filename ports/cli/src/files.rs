//! Files of this computer as the host of an engine.

use hognose_vm::vm::File as Request;
use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};

/// Numbers of module `errno` for what the system has no number for.
const EACCES: u16 = 13;
const EBADF: u16 = 9;
const EINVAL: u16 = 22;
const EIO: u16 = 5;
const EISDIR: u16 = 21;

/// Handles up to here are the standard streams, which are no files here.
const FIRST_HANDLE: u64 = 3;
/// Bytes that are kept before they are written.
const KEPT: usize = 64 * 1024;

/// Open files by handle.
pub struct Files {
    open: HashMap<u64, Open>,
    next: u64,
    allowed: bool,
}

/// An open file. What is written to it is kept for a while, so that programs may write in small pieces.
struct Open {
    file: File,
    kept: Vec<u8>,
}

type Answer<T = u64> = Result<T, u16>;

fn number(error: std::io::Error) -> u16 {
    error.raw_os_error().and_then(|n| u16::try_from(n).ok()).filter(|&n| n != 0).unwrap_or(EIO)
}

impl Open {
    fn flush(&mut self) -> Answer<()> {
        let written = self.file.write_all(&self.kept);
        self.kept.clear();
        written.map_err(number)
    }

    fn write(&mut self, bytes: &[u8]) -> Answer {
        if self.kept.len() + bytes.len() > KEPT {
            self.flush()?;
        }
        if bytes.len() > KEPT {
            return self.file.write(bytes).map(|n| n as u64).map_err(number);
        }
        self.kept.extend_from_slice(bytes);
        Ok(bytes.len() as u64)
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        // Nobody is left to be told.
        let _ = self.flush();
    }
}

impl Files {
    /// No open files. Not allowed: every request is refused with the error of permissions.
    pub fn new(allowed: bool) -> Files {
        Files { open: HashMap::new(), next: FIRST_HANDLE, allowed }
    }

    fn get(&mut self, handle: u64) -> Answer<&mut Open> {
        self.open.get_mut(&handle).ok_or(EBADF)
    }

    /// The file with everything in it that was written to it.
    fn settled(&mut self, handle: u64) -> Answer<&mut File> {
        let open = self.get(handle)?;
        open.flush()?;
        Ok(&mut open.file)
    }

    /// Does what is asked.
    pub fn request(&mut self, request: Request<'_>) -> Answer {
        if !self.allowed {
            return Err(EACCES);
        }
        match request {
            Request::Open { path, read, write, truncate, append, create, exclusive } => {
                // The same file may be open for writing: who opens it sees what was written.
                for open in self.open.values_mut() {
                    open.flush()?;
                }
                let mut options = OpenOptions::new();
                options.read(read).write(write && !append).append(append);
                options.truncate(truncate && !append).create(create).create_new(exclusive);
                let file = options.open(path).map_err(number)?;
                if file.metadata().map_err(number)?.is_dir() {
                    return Err(EISDIR);
                }
                let handle = self.next;
                self.next += 1;
                self.open.insert(handle, Open { file, kept: Vec::new() });
                Ok(handle)
            }
            Request::Read(handle, room) => self.settled(handle)?.read(room).map(|n| n as u64).map_err(number),
            Request::Write(handle, bytes) => self.get(handle)?.write(bytes),
            Request::Seek(handle, offset, from) => {
                let place = match from {
                    0 => SeekFrom::Start(u64::try_from(offset).map_err(|_| EINVAL)?),
                    1 => SeekFrom::Current(offset),
                    2 => SeekFrom::End(offset),
                    _ => return Err(EINVAL),
                };
                self.settled(handle)?.seek(place).map_err(number)
            }
            Request::Truncate(handle, size) => {
                self.settled(handle)?.set_len(size).map_err(number)?;
                Ok(size)
            }
            Request::Flush(handle) => self.settled(handle)?.flush().map(|()| 0).map_err(number),
            Request::Close(handle) => {
                let mut open = self.open.remove(&handle).ok_or(EBADF)?;
                open.flush().map(|()| 0)
            }
            Request::Remove(path) => std::fs::remove_file(path).map(|()| 0).map_err(number),
        }
    }
}
