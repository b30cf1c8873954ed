//! The files of the computer: a folder of this one. Nothing outside of it can be reached.

use hognose_files::{FileEntry, FileError, FileSpace, Files, Handle, Open, Whence};
use hognose_vm::vm::FileFacts;
use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// Files below a folder.
pub struct Folder {
    root: PathBuf,
    open: HashMap<Handle, File>,
    next: Handle,
    /// Names of the folder that is listed.
    listed: (PathBuf, Vec<(String, FileFacts)>),
}

fn refused(error: std::io::Error) -> FileError {
    match error.raw_os_error().and_then(|number| u16::try_from(number).ok()) {
        Some(number) if cfg!(unix) => FileError::of_number(number),
        _ => match error.kind() {
            ErrorKind::NotFound => FileError::NotFound,
            ErrorKind::AlreadyExists => FileError::Exists,
            ErrorKind::PermissionDenied => FileError::Denied,
            _ => FileError::Failed,
        },
    }
}

fn facts(metadata: &std::fs::Metadata) -> FileFacts {
    let changed = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    FileFacts {
        mode: if metadata.is_dir() { FileFacts::FOLDER } else { FileFacts::FILE },
        size: metadata.len(),
        number: 0,
        changed: changed.map_or(0, |time| time.as_nanos() as u64),
    }
}

impl Folder {
    /// Everything is below `root`.
    pub fn new(root: &Path) -> std::io::Result<Folder> {
        let root = root.canonicalize()?;
        Ok(Folder { root, open: HashMap::new(), next: 1, listed: (PathBuf::new(), Vec::new()) })
    }

    /// Where a path stands on this computer. A link that leads out of the folder is refused.
    fn place(&self, path: &str) -> Result<PathBuf, FileError> {
        let place = self.root.join(path.trim_start_matches('/'));
        let mut known = place.as_path();
        // What is not there yet has no true name: that of the folder above counts.
        let real = loop {
            match known.canonicalize() {
                Ok(real) => break real,
                Err(_) => known = known.parent().ok_or(FileError::NotFound)?,
            }
        };
        if real.starts_with(&self.root) { Ok(place) } else { Err(FileError::Denied) }
    }

    fn file(&mut self, file: Handle) -> Result<&mut File, FileError> {
        self.open.get_mut(&file).ok_or(FileError::BadHandle)
    }
}

impl Files for Folder {
    fn open(&mut self, path: &str, how: Open) -> Result<Handle, FileError> {
        let place = self.place(path)?;
        let mut options = OpenOptions::new();
        options.read(how.read).write(how.write && !how.append).append(how.append);
        options.truncate(how.truncate && !how.append).create(how.create).create_new(how.exclusive);
        let file = options.open(place).map_err(refused)?;
        if file.metadata().map_err(refused)?.is_dir() {
            return Err(FileError::IsFolder);
        }
        let handle = self.next;
        self.next = self.next.wrapping_add(1);
        self.open.insert(handle, file);
        Ok(handle)
    }

    fn read(&mut self, file: Handle, into: &mut [u8]) -> Result<usize, FileError> {
        self.file(file)?.read(into).map_err(refused)
    }

    fn write(&mut self, file: Handle, bytes: &[u8]) -> Result<usize, FileError> {
        self.file(file)?.write(bytes).map_err(refused)
    }

    fn seek(&mut self, file: Handle, offset: i64, from: Whence) -> Result<u64, FileError> {
        let place = match from {
            Whence::Start => SeekFrom::Start(u64::try_from(offset).map_err(|_| FileError::Invalid)?),
            Whence::Here => SeekFrom::Current(offset),
            Whence::End => SeekFrom::End(offset),
        };
        self.file(file)?.seek(place).map_err(refused)
    }

    fn size(&mut self, file: Handle) -> Result<u64, FileError> {
        Ok(self.file(file)?.metadata().map_err(refused)?.len())
    }

    fn truncate(&mut self, file: Handle, size: u64) -> Result<(), FileError> {
        self.file(file)?.set_len(size).map_err(refused)
    }

    fn sync(&mut self, file: Handle) -> Result<(), FileError> {
        self.file(file)?.flush().map_err(refused)
    }

    fn close(&mut self, file: Handle) -> Result<(), FileError> {
        self.open.remove(&file).map(drop).ok_or(FileError::BadHandle)
    }

    fn facts(&mut self, path: &str) -> Result<FileFacts, FileError> {
        let place = self.place(path)?;
        place.metadata().map(|metadata| facts(&metadata)).map_err(refused)
    }

    fn entry(&mut self, folder: &str, at: u64, entry: &mut FileEntry) -> Result<Option<u64>, FileError> {
        let place = self.place(folder)?;
        if at == 0 || self.listed.0 != place {
            let mut names = Vec::new();
            for found in std::fs::read_dir(&place).map_err(refused)?.flatten() {
                if let (Ok(name), Ok(metadata)) = (found.file_name().into_string(), found.metadata()) {
                    names.push((name, facts(&metadata)));
                }
            }
            names.sort_by(|a, b| a.0.cmp(&b.0));
            self.listed = (place, names);
        }
        let Some((name, facts)) = usize::try_from(at).ok().and_then(|at| self.listed.1.get(at)) else {
            return Ok(None);
        };
        entry.set_name(name.as_bytes());
        entry.facts = *facts;
        Ok(Some(at + 1))
    }

    fn make_folder(&mut self, path: &str) -> Result<(), FileError> {
        std::fs::create_dir(self.place(path)?).map_err(refused)
    }

    fn remove_folder(&mut self, path: &str) -> Result<(), FileError> {
        std::fs::remove_dir(self.place(path)?).map_err(refused)
    }

    fn remove(&mut self, path: &str) -> Result<(), FileError> {
        std::fs::remove_file(self.place(path)?).map_err(refused)
    }

    fn rename(&mut self, from: &str, to: &str) -> Result<(), FileError> {
        std::fs::rename(self.place(from)?, self.place(to)?).map_err(refused)
    }

    fn space(&mut self, _path: &str) -> Result<FileSpace, FileError> {
        Err(FileError::Unsupported)
    }

    fn sync_all(&mut self) -> Result<(), FileError> {
        Ok(())
    }

    fn close_all(&mut self) {
        self.open.clear();
    }
}
