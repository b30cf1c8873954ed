//! Files in memory.

use hognose_files::{FileEntry, FileError, FileSpace, Files, Handle, Open, Whence};
use hognose_vm::vm::FileFacts;
use std::collections::{BTreeMap, HashMap};

/// Files by path; folders are those with None.
#[derive(Default)]
pub struct Drawer {
    things: BTreeMap<String, Option<Vec<u8>>>,
    open: HashMap<Handle, (String, usize)>,
    next: Handle,
}

impl Drawer {
    fn parent_is_there(&self, path: &str) -> bool {
        match path.rsplit_once('/') {
            Some(("", _)) => true,
            Some((folder, _)) => matches!(self.things.get(folder), Some(None)),
            None => false,
        }
    }

    fn content(&mut self, file: Handle) -> Result<(&mut Vec<u8>, &mut usize), FileError> {
        let (path, at) = self.open.get_mut(&file).ok_or(FileError::BadHandle)?;
        match self.things.get_mut(path) {
            Some(Some(content)) => Ok((content, at)),
            _ => Err(FileError::NotFound),
        }
    }
}

impl Files for Drawer {
    fn open(&mut self, path: &str, how: Open) -> Result<Handle, FileError> {
        if !self.parent_is_there(path) {
            return Err(FileError::NotFound);
        }
        match self.things.get(path) {
            Some(None) => return Err(FileError::IsFolder),
            None if !how.create => return Err(FileError::NotFound),
            Some(Some(_)) if how.exclusive => return Err(FileError::Exists),
            _ => {}
        }
        let content = self.things.entry(path.to_owned()).or_insert(Some(Vec::new()));
        if let (Some(content), true) = (content, how.truncate) {
            content.clear();
        }
        self.next += 1;
        self.open.insert(self.next, (path.to_owned(), 0));
        Ok(self.next)
    }
    fn read(&mut self, file: Handle, into: &mut [u8]) -> Result<usize, FileError> {
        let (content, at) = self.content(file)?;
        let rest = content.get(*at..).unwrap_or(&[]);
        let n = rest.len().min(into.len());
        into[..n].copy_from_slice(&rest[..n]);
        *at += n;
        Ok(n)
    }
    fn write(&mut self, file: Handle, bytes: &[u8]) -> Result<usize, FileError> {
        let (content, at) = self.content(file)?;
        content.resize(content.len().max(*at + bytes.len()), 0);
        content[*at..*at + bytes.len()].copy_from_slice(bytes);
        *at += bytes.len();
        Ok(bytes.len())
    }
    fn seek(&mut self, file: Handle, offset: i64, from: Whence) -> Result<u64, FileError> {
        let (content, at) = self.content(file)?;
        let base = match from {
            Whence::Start => 0,
            Whence::Here => *at,
            Whence::End => content.len(),
        };
        *at = base.saturating_add_signed(offset as isize);
        Ok(*at as u64)
    }
    fn size(&mut self, file: Handle) -> Result<u64, FileError> {
        Ok(self.content(file)?.0.len() as u64)
    }
    fn truncate(&mut self, file: Handle, size: u64) -> Result<(), FileError> {
        self.content(file)?.0.resize(size as usize, 0);
        Ok(())
    }
    fn sync(&mut self, _file: Handle) -> Result<(), FileError> {
        Ok(())
    }
    fn close(&mut self, file: Handle) -> Result<(), FileError> {
        self.open.remove(&file).map(drop).ok_or(FileError::BadHandle)
    }
    fn facts(&mut self, path: &str) -> Result<FileFacts, FileError> {
        let thing = self.things.get(path).ok_or(FileError::NotFound)?;
        let mode = if thing.is_some() { FileFacts::FILE } else { FileFacts::FOLDER };
        Ok(FileFacts { mode, size: thing.as_ref().map_or(0, Vec::len) as u64, number: 0, changed: 0 })
    }
    fn entry(&mut self, folder: &str, at: u64, entry: &mut FileEntry) -> Result<Option<u64>, FileError> {
        let start = format!("{}/", folder.trim_end_matches('/'));
        let inside = |path: &&String| path.strip_prefix(&start).is_some_and(|name| !name.contains('/'));
        let Some(path) = self.things.keys().filter(inside).nth(at as usize).cloned() else { return Ok(None) };
        entry.set_name(path[start.len()..].as_bytes());
        entry.facts = self.facts(&path)?;
        Ok(Some(at + 1))
    }
    fn make_folder(&mut self, path: &str) -> Result<(), FileError> {
        if self.things.contains_key(path) {
            return Err(FileError::Exists);
        }
        if !self.parent_is_there(path) {
            return Err(FileError::NotFound);
        }
        self.things.insert(path.to_owned(), None);
        Ok(())
    }
    fn remove_folder(&mut self, path: &str) -> Result<(), FileError> {
        let start = format!("{path}/");
        if self.things.keys().any(|other| other.starts_with(&start)) {
            return Err(FileError::NotEmpty);
        }
        self.things.remove(path).map(drop).ok_or(FileError::NotFound)
    }
    fn remove(&mut self, path: &str) -> Result<(), FileError> {
        self.things.remove(path).map(drop).ok_or(FileError::NotFound)
    }
    fn rename(&mut self, from: &str, to: &str) -> Result<(), FileError> {
        let thing = self.things.remove(from).ok_or(FileError::NotFound)?;
        self.things.insert(to.to_owned(), thing);
        Ok(())
    }
    fn space(&mut self, _path: &str) -> Result<FileSpace, FileError> {
        Ok(FileSpace { block: 1, blocks: 1 << 20, free: 1 << 20, name: 255 })
    }
    fn sync_all(&mut self) -> Result<(), FileError> {
        Ok(())
    }
    fn close_all(&mut self) {
        self.open.clear();
    }
}
