//! Files as an engine asks for them: with a folder that paths begin in, and with imports.

use crate::error::FileError;
use crate::files::{Files, Open, Whence};
use crate::path::Path;
use hognose_vm::vm::{File, FileEntry, FileFacts, FileSpace, FoundModule};

/// Handles up to here are the standard streams of a script.
const FIRST_HANDLE: u64 = 3;
/// Bytes of a module that are read at once.
const PIECE: usize = 256;

/// Files with a folder that paths begin in. What a [`Host`](hognose_vm::vm::Host) needs for its `file` and `find_module`.
pub struct Tree<F> {
    files: F,
    here: Path,
}

impl<F: Files> Tree<F> {
    /// Paths begin at the root.
    pub fn new(files: F) -> Tree<F> {
        Tree { files, here: Path::root() }
    }

    /// The files themselves, by absolute paths.
    pub fn files(&mut self) -> &mut F {
        &mut self.files
    }

    /// The files, when nothing else needs them any more.
    pub fn into_files(self) -> F {
        self.files
    }

    /// The folder that paths begin in.
    pub fn here(&self) -> &str {
        self.here.as_str()
    }

    /// The program is gone: its files are closed, and paths begin at the root again.
    pub fn reset(&mut self) {
        self.files.close_all();
        self.here = Path::root();
    }

    /// Answers an engine: for [`Host::file`](hognose_vm::vm::Host::file).
    pub fn request(&mut self, request: File<'_>) -> Result<u64, u16> {
        self.answer(request).map_err(FileError::number)
    }

    fn answer(&mut self, request: File<'_>) -> Result<u64, FileError> {
        let handle =
            |n: u64| n.checked_sub(FIRST_HANDLE).and_then(|n| n.try_into().ok()).ok_or(FileError::BadHandle);
        match request {
            File::Open { path, read, write, truncate, append, create, exclusive } => {
                let path = self.here.join(path)?;
                let how = Open { read, write, truncate, append, create, exclusive };
                self.files.open(path.as_str(), how).map(|file| u64::from(file) + FIRST_HANDLE)
            }
            File::Read(file, into) => self.files.read(handle(file)?, into).map(|n| n as u64),
            File::Write(file, bytes) => self.files.write(handle(file)?, bytes).map(|n| n as u64),
            File::Seek(file, offset, from) => {
                let from = match from {
                    0 => Whence::Start,
                    1 => Whence::Here,
                    2 => Whence::End,
                    _ => return Err(FileError::Invalid),
                };
                self.files.seek(handle(file)?, offset, from)
            }
            File::Truncate(file, size) => self.files.truncate(handle(file)?, size).map(|()| size),
            File::Flush(file) => self.files.sync(handle(file)?).map(|()| 0),
            File::Close(file) => self.files.close(handle(file)?).map(|()| 0),
            File::Remove(path) => self.at(path, |files, path| files.remove(path)),
            File::Facts(path, facts) => self.at(path, |files, path| {
                *facts = files.facts(path)?;
                Ok(())
            }),
            File::Entry { path, at, entry } => {
                let path = self.here.join(path)?;
                let next = self.files.entry(path.as_str(), at, entry)?;
                // Nothing of the medium gets out that could be no name.
                if next.is_some() && (entry.name().is_empty() || entry.name().contains(&b'/')) {
                    return Err(FileError::Failed);
                }
                Ok(next.unwrap_or(0))
            }
            File::MakeFolder(path) => self.at(path, |files, path| files.make_folder(path)),
            File::RemoveFolder(path) => self.at(path, |files, path| files.remove_folder(path)),
            File::Rename { from, to } => {
                let (from, to) = (self.here.join(from)?, self.here.join(to)?);
                self.files.rename(from.as_str(), to.as_str()).map(|()| 0)
            }
            File::Enter(path) => {
                let path = self.here.join(path)?;
                if path.as_str() != "/" && !self.files.facts(path.as_str())?.is_folder() {
                    return Err(FileError::NotFolder);
                }
                self.here = path;
                Ok(0)
            }
            File::Current(put) => {
                let here = self.here.as_str().as_bytes();
                for (to, from) in put.iter_mut().zip(here) {
                    *to = *from;
                }
                Ok(here.len() as u64)
            }
            File::Space(path, space) => self.at(path, |files, path| {
                *space = files.space(path)?;
                Ok(())
            }),
            File::Sync => self.files.sync_all().map(|()| 0),
        }
    }

    fn at(
        &mut self,
        path: &str,
        ask: impl FnOnce(&mut F, &str) -> Result<(), FileError>,
    ) -> Result<u64, FileError> {
        let path = self.here.join(path)?;
        ask(&mut self.files, path.as_str()).map(|()| 0)
    }

    /// Finds a module for an engine: for [`Host::find_module`](hognose_vm::vm::Host::find_module). `a.b` is
    /// `a/b/__init__.py`, `a/b.py` or the image `a/b.hog` of the folder that paths begin in, and then of `/lib`; with a folder
    /// only the last part of the name is looked for there.
    pub fn find_module(
        &mut self,
        name: &str,
        folder: Option<&str>,
        put: &mut dyn FnMut(&[u8]) -> bool,
    ) -> Option<FoundModule> {
        if name.split('.').any(|part| part.is_empty() || part.contains(['/', '\\', '\0'])) {
            return None;
        }
        match folder {
            Some(folder) => {
                let folder = if folder.is_empty() { "." } else { folder };
                let last = name.rsplit('.').next()?;
                let folder = self.here.join(folder).ok()?;
                self.module_at(&folder.join(last).ok()?, put)
            }
            None => {
                let bottom = |mut path: Path| {
                    for part in name.split('.') {
                        path = path.join(part).ok()?;
                    }
                    Some(path)
                };
                let (own, shared) = (bottom(self.here.clone()), bottom(Path::root().join("lib").ok()?));
                own.and_then(|path| self.module_at(&path, put)).or_else(|| self.module_at(&shared?, put))
            }
        }
    }

    fn module_at(&mut self, path: &Path, put: &mut dyn FnMut(&[u8]) -> bool) -> Option<FoundModule> {
        let found = |package, image, folder| Some(FoundModule { package, image, folder });
        let inside = path.join("__init__.py").ok();
        if inside.and_then(|inside| self.copy(inside.as_str(), put)).is_some() {
            return found(true, false, false);
        }
        for (end, image) in [(".py", false), (".hog", true)] {
            let mut file = [0; crate::LONGEST];
            let name = path.as_str().as_bytes();
            let len = name.len() + end.len();
            if len > file.len() {
                return None;
            }
            file[..name.len()].copy_from_slice(name);
            file[name.len()..len].copy_from_slice(end.as_bytes());
            let file = core::str::from_utf8(&file[..len]).ok()?;
            if self.copy(file, put).is_some() {
                return found(false, image, false);
            }
        }
        match self.files.facts(path.as_str()) {
            Ok(facts) if facts.is_folder() => found(true, false, true),
            _ => None,
        }
    }

    /// Gives a whole file to `put`; None when it cannot be read.
    fn copy(&mut self, path: &str, put: &mut dyn FnMut(&[u8]) -> bool) -> Option<()> {
        let file = self.files.open(path, Open::READ).ok()?;
        let mut piece = [0; PIECE];
        let whole = loop {
            match self.files.read(file, &mut piece) {
                Ok(0) => break true,
                Ok(n) if put(piece.get(..n).unwrap_or(&[])) => {}
                _ => break false,
            }
        };
        let closed = self.files.close(file).is_ok();
        if whole && closed { Some(()) } else { None }
    }
}

/// A machine without files: every request is refused.
impl Files for () {
    fn open(&mut self, _: &str, _: Open) -> Result<u32, FileError> {
        Err(FileError::Unsupported)
    }

    fn read(&mut self, _: u32, _: &mut [u8]) -> Result<usize, FileError> {
        Err(FileError::BadHandle)
    }

    fn write(&mut self, _: u32, _: &[u8]) -> Result<usize, FileError> {
        Err(FileError::BadHandle)
    }

    fn seek(&mut self, _: u32, _: i64, _: Whence) -> Result<u64, FileError> {
        Err(FileError::BadHandle)
    }

    fn size(&mut self, _: u32) -> Result<u64, FileError> {
        Err(FileError::BadHandle)
    }

    fn truncate(&mut self, _: u32, _: u64) -> Result<(), FileError> {
        Err(FileError::BadHandle)
    }

    fn sync(&mut self, _: u32) -> Result<(), FileError> {
        Err(FileError::BadHandle)
    }

    fn close(&mut self, _: u32) -> Result<(), FileError> {
        Err(FileError::BadHandle)
    }

    fn facts(&mut self, _: &str) -> Result<FileFacts, FileError> {
        Err(FileError::Unsupported)
    }

    fn entry(&mut self, _: &str, _: u64, _: &mut FileEntry) -> Result<Option<u64>, FileError> {
        Err(FileError::Unsupported)
    }

    fn make_folder(&mut self, _: &str) -> Result<(), FileError> {
        Err(FileError::Unsupported)
    }

    fn remove_folder(&mut self, _: &str) -> Result<(), FileError> {
        Err(FileError::Unsupported)
    }

    fn remove(&mut self, _: &str) -> Result<(), FileError> {
        Err(FileError::Unsupported)
    }

    fn rename(&mut self, _: &str, _: &str) -> Result<(), FileError> {
        Err(FileError::Unsupported)
    }

    fn space(&mut self, _: &str) -> Result<FileSpace, FileError> {
        Err(FileError::Unsupported)
    }

    fn sync_all(&mut self) -> Result<(), FileError> {
        Ok(())
    }

    fn close_all(&mut self) {}
}
