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

/// Open files by handle.
pub struct Files {
    open: HashMap<u64, File>,
    next: u64,
    allowed: bool,
}

fn number(error: &std::io::Error) -> u16 {
    error.raw_os_error().and_then(|n| u16::try_from(n).ok()).filter(|&n| n != 0).unwrap_or(EIO)
}

impl Files {
    /// No open files. Not allowed: every request is refused with the error of permissions.
    pub fn new(allowed: bool) -> Files {
        Files { open: HashMap::new(), next: 3, allowed }
    }

    fn with<T>(&mut self, handle: u64, does: impl FnOnce(&mut File) -> std::io::Result<T>) -> Result<T, u16> {
        let file = self.open.get_mut(&handle).ok_or(EBADF)?;
        does(file).map_err(|e| number(&e))
    }

    /// Does what is asked.
    pub fn request(&mut self, request: Request<'_>) -> Result<u64, u16> {
        if !self.allowed {
            return Err(EACCES);
        }
        match request {
            Request::Open { path, read, write, truncate, append, create, exclusive } => {
                let mut options = OpenOptions::new();
                options.read(read).write(write && !append).append(append);
                options.truncate(truncate && !append).create(create).create_new(exclusive);
                let file = options.open(path).map_err(|e| number(&e))?;
                let folder = file.metadata().map_err(|e| number(&e))?.is_dir();
                if folder {
                    return Err(EISDIR);
                }
                let handle = self.next;
                self.next += 1;
                self.open.insert(handle, file);
                Ok(handle)
            }
            Request::Read(handle, room) => self.with(handle, |file| file.read(room).map(|n| n as u64)),
            Request::Write(handle, bytes) => self.with(handle, |file| file.write(bytes).map(|n| n as u64)),
            Request::Seek(handle, offset, from) => {
                let place = match from {
                    0 => SeekFrom::Start(u64::try_from(offset).map_err(|_| EINVAL)?),
                    1 => SeekFrom::Current(offset),
                    _ => SeekFrom::End(offset),
                };
                self.with(handle, |file| file.seek(place))
            }
            Request::Truncate(handle, size) => self.with(handle, |file| file.set_len(size).map(|()| size)),
            Request::Flush(handle) => self.with(handle, |file| file.flush().map(|()| 0)),
            Request::Close(handle) => self.open.remove(&handle).map(|_| 0).ok_or(EBADF),
            Request::Remove(path) => std::fs::remove_file(path).map(|()| 0).map_err(|e| number(&e)),
        }
    }
}
