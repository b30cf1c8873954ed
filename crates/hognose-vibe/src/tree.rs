//! Any files of a machine as a disk.

use crate::handles::Path;
use crate::part::{Disk, Stat};
use hognose_files::{FileError, Files, Open, Tree, Whence};
use hognose_vm::vm::{File, FileEntry, FileFacts};

/// What a file that is written is called until it is whole.
const UNFINISHED: &str = ".new~";

/// A path in the folder of another.
fn beside(path: &str, name: &str) -> Option<Path> {
    let folder = path.rfind('/').and_then(|at| path.get(..=at)).unwrap_or("");
    joined(folder, name)
}

fn joined(a: &str, b: &str) -> Option<Path> {
    let mut bytes = [0; crate::handles::PATH];
    bytes.get_mut(..a.len())?.copy_from_slice(a.as_bytes());
    bytes.get_mut(a.len()..a.len() + b.len())?.copy_from_slice(b.as_bytes());
    Path::new(core::str::from_utf8(bytes.get(..a.len() + b.len())?).ok()?)
}

/// The absolute form of a path.
fn absolute<F: Files>(tree: &Tree<F>, path: &str) -> Option<hognose_files::Path> {
    hognose_files::Path::root().join(tree.here()).ok()?.join(path).ok()
}

fn write_all<F: Files>(files: &mut F, path: &str, mut bytes: &[u8]) -> Result<(), FileError> {
    let file = files.open(path, Open::CREATE)?;
    let mut written = Ok(());
    while !bytes.is_empty() && written.is_ok() {
        match files.write(file, bytes) {
            Ok(0) => written = Err(FileError::NoSpace),
            Ok(n) => bytes = bytes.get(n..).unwrap_or(&[]),
            Err(error) => written = Err(error),
        }
    }
    let closed = files.close(file);
    written.and(closed)
}

impl<F: Files> Disk for Tree<F> {
    fn stat(&mut self, path: &str) -> Option<Stat> {
        let mut facts = FileFacts::default();
        let root = absolute(self, path)?;
        if root.as_str() == "/" {
            return Some(Stat { folder: true, size: 0 });
        }
        self.request(File::Facts(path, &mut facts)).ok()?;
        let folder = facts.is_folder();
        Some(Stat { folder, size: if folder { 0 } else { facts.size } })
    }

    fn read(&mut self, path: &str, offset: u64, out: &mut [u8]) -> Option<usize> {
        let path = absolute(self, path)?;
        let files = self.files();
        let file = files.open(path.as_str(), Open::READ).ok()?;
        let offset = i64::try_from(offset).unwrap_or(i64::MAX);
        let at = files.seek(file, offset, Whence::Start);
        let read = at.and_then(|_| files.read(file, out));
        let closed = files.close(file);
        closed.ok()?;
        read.ok()
    }

    fn write(&mut self, path: &str, bytes: &[u8]) -> bool {
        let Some(path) = absolute(self, path) else { return false };
        let files = self.files();
        if files.facts(path.as_str()).is_ok_and(|facts| facts.is_folder()) {
            return false;
        }
        if bytes.is_empty() {
            return write_all(files, path.as_str(), bytes).is_ok();
        }
        // The old content stands until the new one is whole.
        let Some(unfinished) = joined(path.as_str(), UNFINISHED) else { return false };
        let written = write_all(files, unfinished.as_str(), bytes)
            .and_then(|()| files.rename(unfinished.as_str(), path.as_str()));
        if written.is_err() {
            let _ = files.remove(unfinished.as_str());
        }
        written.is_ok()
    }

    fn make_folder(&mut self, path: &str) -> bool {
        self.request(File::MakeFolder(path)).is_ok()
    }

    fn remove(&mut self, path: &str) -> bool {
        self.request(File::Remove(path)).is_ok()
    }

    fn remove_folder(&mut self, path: &str) -> bool {
        self.request(File::RemoveFolder(path)).is_ok()
    }

    fn rename(&mut self, path: &str, name: &str) -> bool {
        let Some(to) = beside(path, name) else { return false };
        self.request(File::Rename { from: path, to: to.as_str() }).is_ok()
    }

    fn list(&mut self, path: &str, tell: &mut dyn FnMut(&str, bool) -> bool) -> bool {
        if !self.stat(path).is_some_and(|stat| stat.folder) {
            return false;
        }
        let mut entry = FileEntry::new();
        let mut at = 0;
        loop {
            at = match self.request(File::Entry { path, at, entry: &mut entry }) {
                Ok(0) | Err(_) => return true,
                Ok(next) => next,
            };
            let name = core::str::from_utf8(entry.name()).unwrap_or("");
            if !name.is_empty() && !tell(name, entry.facts.is_folder()) {
                return true;
            }
        }
    }

    fn folder(&mut self) -> &str {
        self.here()
    }

    fn enter(&mut self, path: &str) -> bool {
        self.request(File::Enter(path)).is_ok()
    }

    fn request(&mut self, request: File<'_>) -> Result<u64, u16> {
        Tree::request(self, request)
    }
}
