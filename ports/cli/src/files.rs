//! Files of this computer as the host of an engine.

use hognose_vm::vm::{File as Request, FileEntry, FileFacts, FileSpace};
use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

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
    open: BTreeMap<u64, Open>,
    next: u64,
    allowed: bool,
    /// Folder and entries of the folder that is being listed.
    listed: (String, Vec<FileEntry>),
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
        Files { open: BTreeMap::new(), next: FIRST_HANDLE, allowed, listed: Default::default() }
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
            Request::Remove(path) => done(std::fs::remove_file(path)),
            Request::Facts(path, facts) => {
                // What is kept counts too.
                for open in self.open.values_mut() {
                    open.flush()?;
                }
                *facts = facts_of(&std::fs::metadata(path).map_err(number)?);
                Ok(0)
            }
            Request::Entry { path, at, entry } => {
                if at == 0 || self.listed.0 != path {
                    self.listed = (path.to_owned(), entries(Path::new(path))?);
                }
                match usize::try_from(at).ok().and_then(|at| self.listed.1.get(at)) {
                    Some(found) => {
                        entry.clone_from(found);
                        Ok(at + 1)
                    }
                    None => {
                        self.listed = Default::default();
                        Ok(0)
                    }
                }
            }
            Request::MakeFolder(path) => done(std::fs::create_dir(path)),
            Request::RemoveFolder(path) => done(std::fs::remove_dir(path)),
            Request::Rename { from, to } => done(std::fs::rename(from, to)),
            Request::Enter(path) => done(std::env::set_current_dir(path)),
            Request::Current(put) => {
                let here = std::env::current_dir().map_err(number)?;
                let here = here.as_os_str().as_encoded_bytes();
                put.iter_mut().zip(here).for_each(|(to, from)| *to = *from);
                Ok(here.len() as u64)
            }
            Request::Space(path, space) => {
                *space = space_of(Path::new(path))?;
                Ok(0)
            }
            Request::Sync => {
                for open in self.open.values_mut() {
                    open.flush()?;
                    open.file.sync_all().map_err(number)?;
                }
                Ok(0)
            }
        }
    }
}

fn done(result: std::io::Result<()>) -> Answer {
    result.map(|()| 0).map_err(number)
}

fn facts_of(data: &std::fs::Metadata) -> FileFacts {
    let changed = data.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    let changed = changed.and_then(|time| u64::try_from(time.as_nanos()).ok()).unwrap_or(0);
    #[cfg(unix)]
    let (mode, number) = {
        use std::os::unix::fs::MetadataExt;
        (data.mode(), data.ino())
    };
    #[cfg(not(unix))]
    let (mode, number) = (if data.is_dir() { FileFacts::FOLDER } else { FileFacts::FILE }, 0);
    FileFacts { mode, size: data.len(), number, changed }
}

fn entries(folder: &Path) -> Answer<Vec<FileEntry>> {
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(number)? {
        let entry = entry.map_err(number)?;
        // What is gone by now, or a link to nothing, is no file.
        let data = std::fs::metadata(entry.path()).or_else(|_| entry.metadata());
        let facts = data.map_or(FileFacts::default(), |data| facts_of(&data));
        let mut found = FileEntry { facts, ..FileEntry::new() };
        if found.set_name(entry.file_name().as_encoded_bytes()) {
            entries.push(found);
        }
    }
    Ok(entries)
}

#[cfg(unix)]
fn space_of(path: &Path) -> Answer<FileSpace> {
    let space = rustix::fs::statvfs(path).map_err(|error| number(error.into()))?;
    Ok(FileSpace {
        block: u32::try_from(space.f_frsize).unwrap_or(u32::MAX),
        blocks: space.f_blocks,
        free: space.f_bavail,
        name: u32::try_from(space.f_namemax).unwrap_or(FileEntry::MOST as u32),
    })
}

#[cfg(not(unix))]
fn space_of(_: &Path) -> Answer<FileSpace> {
    const ENOSYS: u16 = 38;
    Err(ENOSYS)
}
