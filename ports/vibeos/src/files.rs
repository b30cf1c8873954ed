//! Files. The kernel reads at an offset and writes whole files, so a file that is open for writing is kept in memory until it is
//! flushed or closed.

use crate::table::{Address, Kernel};
use crate::text::{Name, text};
use alloc::string::String;
use alloc::vec::Vec;
use hognose_files::{FileError, Files, Handle, Open, Tree, Whence};
use hognose_vibe::part::*;
use hognose_vm::vm::{File, FileEntry, FileFacts, FileSpace};

/// Most files that a program has open by `open`.
const OPEN: usize = 32;
/// Bytes of the longest path, the NUL included.
const PATH: usize = 256;
/// Type of a folder in a listing.
const FOLDER: u8 = 2;

/// The disk.
pub struct Disks {
    kernel: Kernel,
    here: [u8; PATH],
    tree: Tree<Kept>,
}

impl Disks {
    /// By that table.
    pub fn new(kernel: Kernel) -> Disks {
        Disks { kernel, here: [0; PATH], tree: Tree::new(Kept { kernel, open: Vec::new() }) }
    }

    fn current(&mut self) -> &str {
        self.here = [0; PATH];
        if self.kernel.get_cwd(self.here.as_mut_ptr(), PATH) != Some(0) {
            self.here = [0; PATH];
        }
        text(&self.here)
    }
}

/// A file or folder that the kernel has open.
struct Node {
    kernel: Kernel,
    handle: Address,
}

impl Node {
    fn open(kernel: Kernel, path: &str) -> Option<Node> {
        let name = Name::new(path)?;
        let handle = kernel.open(name.address()).filter(|handle| !handle.is_null())?;
        Some(Node { kernel, handle })
    }

    fn stat(&self) -> Stat {
        let folder = self.kernel.is_dir(self.handle).is_some_and(|folder| folder != 0);
        let size = self.kernel.file_size(self.handle).and_then(|size| u64::try_from(size).ok());
        Stat { folder, size: if folder { 0 } else { size.unwrap_or(0) } }
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> Option<usize> {
        let offset = usize::try_from(offset).ok()?;
        let n = self.kernel.read(self.handle, out.as_mut_ptr(), out.len().min(i32::MAX as usize), offset)?;
        usize::try_from(n).ok().map(|n| n.min(out.len()))
    }

    /// Entry `i` of a folder: its name and whether it is a folder.
    fn entry(&self, i: i32, name: &mut [u8; PATH]) -> Option<bool> {
        let mut kind = 0;
        let done = self.kernel.readdir(self.handle, i, name.as_mut_ptr(), PATH, &mut kind)?;
        (done == 0).then_some(kind == FOLDER)
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.kernel.close(self.handle);
    }
}

fn stat(kernel: Kernel, path: &str) -> Option<Stat> {
    Some(Node::open(kernel, path)?.stat())
}

fn write(kernel: Kernel, path: &str, bytes: &[u8]) -> bool {
    if stat(kernel, path).is_some_and(|stat| stat.folder) {
        return false;
    }
    let Some(name) = Name::new(path) else { return false };
    // The node is good until the kernel looks for the next path.
    let Some(node) = kernel.create(name.address()).filter(|node| !node.is_null()) else { return false };
    kernel.write(node, bytes.as_ptr(), bytes.len()).is_some_and(|n| usize::try_from(n) == Ok(bytes.len()))
}

fn make_folder(kernel: Kernel, path: &str) -> bool {
    Name::new(path).and_then(|name| kernel.mkdir(name.address())).is_some_and(|node| !node.is_null())
}

fn remove(kernel: Kernel, path: &str) -> bool {
    Name::new(path).and_then(|name| kernel.delete(name.address())) == Some(0)
}

fn remove_folder(kernel: Kernel, path: &str) -> bool {
    Name::new(path).and_then(|name| kernel.delete_dir(name.address())) == Some(0)
}

fn rename(kernel: Kernel, path: &str, name: &str) -> bool {
    let names = Name::new(path).zip(Name::new(name));
    names.and_then(|(path, name)| kernel.rename(path.address(), name.address())) == Some(0)
}

impl Disk for Disks {
    fn stat(&mut self, path: &str) -> Option<Stat> {
        stat(self.kernel, path)
    }

    fn read(&mut self, path: &str, offset: u64, out: &mut [u8]) -> Option<usize> {
        let node = Node::open(self.kernel, path)?;
        if node.stat().folder { None } else { node.read(offset, out) }
    }

    fn write(&mut self, path: &str, bytes: &[u8]) -> bool {
        write(self.kernel, path, bytes)
    }

    fn make_folder(&mut self, path: &str) -> bool {
        make_folder(self.kernel, path)
    }

    fn remove(&mut self, path: &str) -> bool {
        remove(self.kernel, path)
    }

    fn remove_folder(&mut self, path: &str) -> bool {
        remove_folder(self.kernel, path)
    }

    fn rename(&mut self, path: &str, name: &str) -> bool {
        rename(self.kernel, path, name)
    }

    fn list(&mut self, path: &str, tell: &mut dyn FnMut(&str, bool) -> bool) -> bool {
        let Some(node) = Node::open(self.kernel, path).filter(|node| node.stat().folder) else {
            return false;
        };
        let mut name = [0; PATH];
        let mut i = 0;
        while let Some(folder) = node.entry(i, &mut name) {
            let name = text(&name);
            if !matches!(name, "." | ".." | "") && !tell(name, folder) {
                break;
            }
            i += 1;
        }
        true
    }

    fn folder(&mut self) -> &str {
        self.current()
    }

    fn enter(&mut self, path: &str) -> bool {
        Name::new(path).and_then(|name| self.kernel.set_cwd(name.address())) == Some(0)
    }

    fn request(&mut self, request: File<'_>) -> Result<u64, u16> {
        // `os` and `vibe` have the kernel's current folder.
        match request {
            File::Enter(path) => {
                if self.enter(path) {
                    return Ok(0);
                }
                let error = if stat(self.kernel, path).is_some() {
                    FileError::NotFolder
                } else {
                    FileError::NotFound
                };
                Err(error.number())
            }
            request => {
                let here = String::from(self.current());
                let _ = self.tree.request(File::Enter(if here.is_empty() { "/" } else { &here }));
                self.tree.request(request)
            }
        }
    }
}

/// A file that a program has open.
struct Opened {
    path: String,
    how: Open,
    at: u64,
    content: Content,
}

/// What is in it.
enum Content {
    /// On the disk, where it stays as it is.
    Disk(Node),
    /// In memory. Was it changed?
    Memory(Vec<u8>, bool),
}

/// Files that programs have open, by absolute paths.
struct Kept {
    kernel: Kernel,
    open: Vec<Option<Opened>>,
}

impl Kept {
    fn file(&mut self, file: Handle) -> Result<&mut Opened, FileError> {
        self.open.get_mut(file as usize).and_then(Option::as_mut).ok_or(FileError::BadHandle)
    }

    fn parent(&self, path: &str) -> Result<(), FileError> {
        let folder =
            path.rsplit_once('/').map_or("/", |(folder, _)| if folder.is_empty() { "/" } else { folder });
        match stat(self.kernel, folder) {
            Some(stat) if stat.folder => Ok(()),
            Some(_) => Err(FileError::NotFolder),
            None => Err(FileError::NotFound),
        }
    }

    fn save(&mut self, file: Handle) -> Result<(), FileError> {
        let kernel = self.kernel;
        let opened = self.file(file)?;
        match &mut opened.content {
            Content::Memory(bytes, changed) if *changed => {
                if !write(kernel, &opened.path, bytes) {
                    return Err(FileError::NoSpace);
                }
                *changed = false;
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

fn whole(node: &Node, size: u64) -> Result<Vec<u8>, FileError> {
    let size = usize::try_from(size).map_err(|_| FileError::TooLarge)?;
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(size).map_err(|_| FileError::TooLarge)?;
    bytes.resize(size, 0);
    let mut at = 0;
    while at < size {
        match node.read(at as u64, bytes.get_mut(at..).unwrap_or(&mut [])) {
            Some(0) => break,
            Some(n) => at += n,
            None => return Err(FileError::Failed),
        }
    }
    bytes.truncate(at);
    Ok(bytes)
}

impl Files for Kept {
    fn open(&mut self, path: &str, how: Open) -> Result<Handle, FileError> {
        let node = Node::open(self.kernel, path);
        let facts = node.as_ref().map(Node::stat);
        let content = match (node, facts) {
            (Some(_), Some(stat)) if how.exclusive && how.create => {
                return Err(if stat.folder { FileError::IsFolder } else { FileError::Exists });
            }
            (Some(_), Some(stat)) if stat.folder => return Err(FileError::IsFolder),
            (Some(node), Some(_)) if !how.write => Content::Disk(node),
            (Some(_), _) if how.truncate => Content::Memory(Vec::new(), true),
            (Some(node), Some(stat)) => Content::Memory(whole(&node, stat.size)?, false),
            _ if !how.create => {
                self.parent(path)?;
                return Err(FileError::NotFound);
            }
            _ => {
                self.parent(path)?;
                Content::Memory(Vec::new(), true)
            }
        };
        let free = self.open.iter().position(Option::is_none);
        if free.is_none() && self.open.len() >= OPEN {
            return Err(FileError::TooManyOpen);
        }
        let opened = Some(Opened { path: path.into(), how, at: 0, content });
        let handle = free.unwrap_or(self.open.len());
        match self.open.get_mut(handle) {
            Some(slot) => *slot = opened,
            None => self.open.push(opened),
        }
        // A file that was made or emptied is so at once.
        if let Err(error) = self.save(handle as Handle) {
            if let Some(slot) = self.open.get_mut(handle) {
                *slot = None;
            }
            return Err(error);
        }
        Ok(handle as Handle)
    }

    fn read(&mut self, file: Handle, into: &mut [u8]) -> Result<usize, FileError> {
        let opened = self.file(file)?;
        if !opened.how.read {
            return Err(FileError::BadHandle);
        }
        let n = match &opened.content {
            Content::Disk(node) => node.read(opened.at, into).ok_or(FileError::Failed)?,
            Content::Memory(bytes, _) => {
                let rest = usize::try_from(opened.at).ok().and_then(|at| bytes.get(at..)).unwrap_or(&[]);
                let n = rest.len().min(into.len());
                for (to, from) in into.iter_mut().zip(rest) {
                    *to = *from;
                }
                n
            }
        };
        opened.at += n as u64;
        Ok(n)
    }

    fn write(&mut self, file: Handle, more: &[u8]) -> Result<usize, FileError> {
        let opened = self.file(file)?;
        let Content::Memory(bytes, changed) = &mut opened.content else { return Err(FileError::BadHandle) };
        let at = if opened.how.append {
            bytes.len()
        } else {
            usize::try_from(opened.at).map_err(|_| FileError::TooLarge)?
        };
        let end =
            at.checked_add(more.len()).filter(|&end| end <= i32::MAX as usize).ok_or(FileError::TooLarge)?;
        if end > bytes.len() {
            bytes.try_reserve(end - bytes.len()).map_err(|_| FileError::NoSpace)?;
            bytes.resize(end, 0);
        }
        for (to, from) in bytes.iter_mut().skip(at).zip(more) {
            *to = *from;
        }
        opened.at = end as u64;
        *changed = true;
        Ok(more.len())
    }

    fn seek(&mut self, file: Handle, offset: i64, from: Whence) -> Result<u64, FileError> {
        let size = self.size(file)?;
        let opened = self.file(file)?;
        let base = match from {
            Whence::Start => 0,
            Whence::Here => opened.at,
            Whence::End => size,
        };
        opened.at = base.checked_add_signed(offset).ok_or(FileError::Invalid)?;
        Ok(opened.at)
    }

    fn size(&mut self, file: Handle) -> Result<u64, FileError> {
        Ok(match &self.file(file)?.content {
            Content::Disk(node) => node.stat().size,
            Content::Memory(bytes, _) => bytes.len() as u64,
        })
    }

    fn truncate(&mut self, file: Handle, size: u64) -> Result<(), FileError> {
        let size = usize::try_from(size)
            .ok()
            .filter(|&size| size <= i32::MAX as usize)
            .ok_or(FileError::TooLarge)?;
        let Content::Memory(bytes, changed) = &mut self.file(file)?.content else {
            return Err(FileError::BadHandle);
        };
        bytes.try_reserve(size.saturating_sub(bytes.len())).map_err(|_| FileError::NoSpace)?;
        bytes.resize(size, 0);
        *changed = true;
        Ok(())
    }

    fn sync(&mut self, file: Handle) -> Result<(), FileError> {
        self.save(file)
    }

    fn close(&mut self, file: Handle) -> Result<(), FileError> {
        let saved = self.save(file);
        if let Some(slot) = self.open.get_mut(file as usize) {
            *slot = None;
        }
        saved
    }

    fn facts(&mut self, path: &str) -> Result<FileFacts, FileError> {
        match stat(self.kernel, path) {
            Some(stat) => {
                let mode = if stat.folder { FileFacts::FOLDER } else { FileFacts::FILE };
                Ok(FileFacts { mode, size: stat.size, number: 0, changed: 0 })
            }
            None => self.parent(path).and(Err(FileError::NotFound)),
        }
    }

    fn entry(&mut self, folder: &str, at: u64, entry: &mut FileEntry) -> Result<Option<u64>, FileError> {
        let node = Node::open(self.kernel, folder).ok_or(FileError::NotFound)?;
        if !node.stat().folder {
            return Err(FileError::NotFolder);
        }
        let mut name = [0; PATH];
        let mut i = i32::try_from(at).map_err(|_| FileError::Invalid)?;
        while let Some(is_folder) = node.entry(i, &mut name) {
            i += 1;
            let name = text(&name);
            if matches!(name, "." | ".." | "") {
                continue;
            }
            for (to, from) in entry.name.iter_mut().zip(name.bytes()) {
                *to = from;
            }
            entry.len = name.len().min(FileEntry::MOST);
            let size = match is_folder {
                true => 0,
                false => {
                    let gap = if folder.ends_with('/') { "" } else { "/" };
                    stat(self.kernel, &alloc::format!("{folder}{gap}{name}")).map_or(0, |stat| stat.size)
                }
            };
            let mode = if is_folder { FileFacts::FOLDER } else { FileFacts::FILE };
            entry.facts = FileFacts { mode, size, number: 0, changed: 0 };
            return Ok(Some(i as u64));
        }
        Ok(None)
    }

    fn make_folder(&mut self, path: &str) -> Result<(), FileError> {
        if stat(self.kernel, path).is_some() {
            return Err(FileError::Exists);
        }
        self.parent(path)?;
        if make_folder(self.kernel, path) { Ok(()) } else { Err(FileError::NoSpace) }
    }

    fn remove_folder(&mut self, path: &str) -> Result<(), FileError> {
        match stat(self.kernel, path) {
            None => Err(FileError::NotFound),
            Some(stat) if !stat.folder => Err(FileError::NotFolder),
            Some(_) if remove_folder(self.kernel, path) => Ok(()),
            Some(_) => Err(FileError::NotEmpty),
        }
    }

    fn remove(&mut self, path: &str) -> Result<(), FileError> {
        match stat(self.kernel, path) {
            None => Err(FileError::NotFound),
            Some(stat) if stat.folder => Err(FileError::IsFolder),
            Some(_) if remove(self.kernel, path) => Ok(()),
            Some(_) => Err(FileError::Failed),
        }
    }

    fn rename(&mut self, from: &str, to: &str) -> Result<(), FileError> {
        let old = stat(self.kernel, from).ok_or(FileError::NotFound)?;
        self.parent(to)?;
        let split = |path: &str| path.rfind('/').map_or(0, |at| at + 1);
        if from.get(..split(from)) != to.get(..split(to)) {
            // The kernel gives names within a folder only.
            return Err(FileError::Unsupported);
        }
        if from == to {
            return Ok(());
        }
        // It would let two files have one name.
        match stat(self.kernel, to) {
            Some(new) if new.folder != old.folder => {
                return Err(if new.folder { FileError::IsFolder } else { FileError::NotFolder });
            }
            Some(new) if new.folder => self.remove_folder(to)?,
            Some(_) => self.remove(to)?,
            None => {}
        }
        let name = to.get(split(to)..).unwrap_or("");
        if rename(self.kernel, from, name) { Ok(()) } else { Err(FileError::Failed) }
    }

    fn space(&mut self, _path: &str) -> Result<FileSpace, FileError> {
        let kibibytes = |n: Option<i32>| n.and_then(|n| u64::try_from(n).ok()).ok_or(FileError::Unsupported);
        Ok(FileSpace {
            block: 1024,
            blocks: kibibytes(self.kernel.get_disk_total())?,
            free: kibibytes(self.kernel.get_disk_free())?,
            name: FileEntry::MOST as u32,
        })
    }

    fn sync_all(&mut self) -> Result<(), FileError> {
        (0..self.open.len() as Handle).try_for_each(|file| match self.save(file) {
            Err(FileError::BadHandle) => Ok(()),
            saved => saved,
        })
    }

    fn close_all(&mut self) {
        for file in 0..self.open.len() as Handle {
            let _ = self.close(file);
        }
    }
}
