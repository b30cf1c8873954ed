//! The disk as programs see it.

use crate::fat::Fat;
use alloc::format;
use alloc::string::{String, ToString};
use hognose::Text;
use hognose_files::{FileEntry, FileError, Files, Open, Path, Tree, Whence};
use hognose_vibe::part::{Disk, Stat};
use hognose_vm::vm::{File, FileSpace, FoundModule};

/// Name of a new content until it is whole, in the folder of the file.
const NEW: &str = "~new.tmp";

/// The disk, with a folder that paths begin in.
pub struct DiskFiles {
    tree: Tree<Fat>,
}

impl DiskFiles {
    /// Of that file system.
    pub fn new(fat: Fat) -> DiskFiles {
        DiskFiles { tree: Tree::new(fat) }
    }

    fn path(&self, path: &str) -> Option<String> {
        let here = Path::root().join(self.tree.here()).ok()?;
        Some(here.join(path).ok()?.as_str().to_string())
    }

    fn with<R>(&mut self, path: &str, ask: impl FnOnce(&mut Fat, &str) -> Result<R, FileError>) -> Option<R> {
        let path = self.path(path)?;
        ask(self.tree.files(), &path).ok()
    }

    /// A whole file, if it is no longer than that.
    pub fn content(&mut self, path: &str, most: usize) -> Option<alloc::vec::Vec<u8>> {
        let stat = Disk::stat(self, path).filter(|stat| !stat.folder && stat.size <= most as u64)?;
        let mut bytes = alloc::vec![0; stat.size as usize];
        let len = Disk::read(self, path, 0, &mut bytes)?;
        bytes.truncate(len);
        Some(bytes)
    }

    /// Blocks of the disk.
    pub fn space(&mut self) -> FileSpace {
        self.tree.files().space("/").unwrap_or_default()
    }

    /// Finds a module for a program.
    pub fn find_module(
        &mut self,
        name: &str,
        folder: Option<&str>,
        put: &mut dyn FnMut(&[u8]) -> bool,
    ) -> Option<FoundModule> {
        self.tree.find_module(name, folder, put)
    }
}

fn write(fat: &mut Fat, path: &str, bytes: &[u8]) -> Result<(), FileError> {
    match fat.facts(path) {
        Ok(facts) if facts.is_folder() => return Err(FileError::IsFolder),
        Ok(_) | Err(FileError::NotFound) => {}
        Err(error) => return Err(error),
    }
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let new = format!("{folder}/{NEW}");
    let file = fat.open(&new, Open::CREATE)?;
    let written = fat.write(file, bytes);
    let _ = fat.close(file);
    let result = match written {
        Ok(len) if len == bytes.len() => fat.rename(&new, path),
        Ok(_) => Err(FileError::NoSpace),
        Err(error) => Err(error),
    };
    if result.is_err() {
        let _ = fat.remove(&new);
    }
    result
}

impl Disk for DiskFiles {
    fn stat(&mut self, path: &str) -> Option<Stat> {
        let facts = self.with(path, |fat, path| fat.facts(path))?;
        Some(Stat { folder: facts.is_folder(), size: facts.size })
    }

    fn read(&mut self, path: &str, offset: u64, out: &mut [u8]) -> Option<usize> {
        self.with(path, |fat, path| {
            let file = fat.open(path, Open::READ)?;
            let read = fat.seek(file, offset.min(i64::MAX as u64) as i64, Whence::Start).and_then(|_| fat.read(file, out));
            let _ = fat.close(file);
            read
        })
    }

    fn write(&mut self, path: &str, bytes: &[u8]) -> bool {
        self.with(path, |fat, path| write(fat, path, bytes)).is_some()
    }

    fn make_folder(&mut self, path: &str) -> bool {
        self.with(path, |fat, path| fat.make_folder(path)).is_some()
    }

    fn remove(&mut self, path: &str) -> bool {
        self.with(path, |fat, path| fat.remove(path)).is_some()
    }

    fn remove_folder(&mut self, path: &str) -> bool {
        self.with(path, |fat, path| fat.remove_folder(path)).is_some()
    }

    fn rename(&mut self, path: &str, name: &str) -> bool {
        self.with(path, |fat, path| {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            fat.rename(path, &format!("{folder}/{name}"))
        })
        .is_some()
    }

    fn list(&mut self, path: &str, tell: &mut dyn FnMut(&str, bool) -> bool) -> bool {
        self.with(path, |fat, path| {
            let mut entry = FileEntry::new();
            let mut at = 0;
            while let Some(next) = fat.entry(path, at, &mut entry)? {
                at = next;
                if let Ok(name) = core::str::from_utf8(entry.name()) {
                    if !tell(name, entry.facts.is_folder()) {
                        break;
                    }
                }
            }
            Ok(())
        })
        .is_some()
    }

    fn folder(&mut self) -> Text<'_> {
        Text::Bytes(self.tree.here().as_bytes())
    }

    fn enter(&mut self, path: &str) -> bool {
        self.request(File::Enter(path)).is_ok()
    }

    fn request(&mut self, request: File<'_>) -> Result<u64, u16> {
        self.tree.request(request)
    }
}
