//! A file system over flash.
//!
//! Every file and folder has a page with its name, and files have a page for each part of their bytes. A page that changes is
//! written anew elsewhere, then the old one is erased: whenever the power fails, one of both is whole. What belongs together is
//! found by looking at all headers, so nothing is kept in RAM but the open files. A part that was never written is zeros.

use crate::error::FileError;
use crate::files::{Files, Handle, Open, Whence};
use crate::page::{Header, Kind, Pages};
use crate::path::split;
use embedded_storage::nor_flash::NorFlash;
use hognose_vm::vm::{FileEntry, FileFacts, FileSpace};

/// Files that can be open at once.
const MOST_OPEN: usize = 8;
/// Pages that new data leaves free, so that files can always be changed, renamed and removed.
const SPARE: u32 = 2;
/// Bytes of the longest file.
const LONGEST: u64 = i32::MAX as u64;
/// The folder that everything is in. It has no page.
const ROOT: u32 = 0;

/// An open file.
#[derive(Clone, Copy)]
struct Opened {
    id: u32,
    at: u64,
    size: u32,
    how: Open,
    /// The page with the name says another size.
    grown: bool,
}

/// A file or folder.
#[derive(Clone, Copy)]
struct Node {
    page: u32,
    header: Header,
}

/// Files on flash, see the crate's page.
pub struct FlashFiles<S> {
    pages: Pages<S>,
    open: [Option<Opened>; MOST_OPEN],
    next_id: u32,
}

impl<S: NorFlash> FlashFiles<S> {
    /// Takes up what is on the flash, and puts in order what a power failure left. A flash that nothing was ever written to
    /// is one without files.
    pub fn mount(flash: S) -> Result<FlashFiles<S>, FileError> {
        let mut pages = Pages::new(flash)?;
        pages.check()?;
        let mut files = FlashFiles { pages, open: [None; MOST_OPEN], next_id: 1 };
        files.put_in_order()?;
        Ok(files)
    }

    /// Starts without files, whatever is on the flash.
    pub fn format(flash: S) -> Result<FlashFiles<S>, FileError> {
        let mut pages = Pages::new(flash)?;
        pages.format()?;
        Ok(FlashFiles { pages, open: [None; MOST_OPEN], next_id: 1 })
    }

    /// The flash below. What is written to it is not looked at before the next [`FlashFiles::mount`].
    pub fn flash(&mut self) -> &mut S {
        self.pages.flash()
    }

    /// The flash, when nothing else needs it any more.
    pub fn into_flash(self) -> S {
        self.pages.into_flash()
    }

    fn put_in_order(&mut self) -> Result<(), FileError> {
        // Of two with the same meaning the newer one stays.
        for page in 0..self.pages.count() {
            let Some(header) = self.pages.header(page)? else { continue };
            self.next_id = self.next_id.max(header.id.wrapping_add(1));
            let newer = self.pages.find(0, |pages, other, h| {
                if other == page
                    || h.order <= header.order
                    || (h.kind == Kind::Data) != (header.kind == Kind::Data)
                {
                    return Ok(false);
                }
                if header.kind == Kind::Data || h.id == header.id {
                    return Ok(h.id == header.id && (header.kind != Kind::Data || h.place == header.place));
                }
                Ok(h.place == header.place && same_name(pages, (page, &header), (other, h))?)
            })?;
            if newer.is_some() {
                self.pages.release(page)?;
            }
        }
        // Parts behind the end of their file, and parts without one.
        let room = self.pages.room();
        for page in 0..self.pages.count() {
            let Some(header) = self.pages.header(page)?.filter(|h| h.kind == Kind::Data) else { continue };
            let size = self.node_of(header.id)?.map_or(0, |node| node.header.size);
            match part_len(size, header.place, room) {
                0 => self.pages.release(page)?,
                len if len < header.size => self.trim(page, header, len)?,
                _ => {}
            }
        }
        Ok(())
    }

    /// The part without what is behind so many bytes.
    fn trim(&mut self, page: u32, header: Header, len: u32) -> Result<(), FileError> {
        let new = Header::new(Kind::Data, header.id, header.place, len, 0);
        self.pages.write(new, 0, |pages, at, into| pages.read(page, at, into))?;
        self.pages.release(page)
    }

    fn node_of(&mut self, id: u32) -> Result<Option<Node>, FileError> {
        let found = self.pages.find(0, |_, _, h| Ok(h.kind != Kind::Data && h.id == id))?;
        Ok(found.map(|(page, header)| Node { page, header }))
    }

    fn part_of(&mut self, id: u32, place: u32) -> Result<Option<(u32, Header)>, FileError> {
        self.pages.find(0, |_, _, h| Ok(h.kind == Kind::Data && h.id == id && h.place == place))
    }

    fn child(&mut self, folder: u32, name: &str) -> Result<Option<Node>, FileError> {
        let found = self.pages.find(0, |pages, page, h| {
            Ok(h.kind != Kind::Data && h.place == folder && has_name(pages, page, h, name.as_bytes())?)
        })?;
        Ok(found.map(|(page, header)| Node { page, header }))
    }

    /// The id of a folder. Of the root it is `ROOT`.
    fn folder(&mut self, path: &str) -> Result<u32, FileError> {
        let mut id = ROOT;
        for name in path.split('/').filter(|name| !name.is_empty()) {
            match self.child(id, name)? {
                Some(node) if node.header.kind == Kind::Folder => id = node.header.id,
                Some(_) => return Err(FileError::NotFolder),
                None => return Err(FileError::NotFound),
            }
        }
        Ok(id)
    }

    /// The folder that a path ends in, the name there, and what has it. `Busy` for the root itself.
    fn place<'p>(&mut self, path: &'p str) -> Result<(u32, &'p str, Option<Node>), FileError> {
        let (folder, name) = split(path).ok_or(FileError::Busy)?;
        if name.len() > self.longest_name() {
            return Err(FileError::NameTooLong);
        }
        let folder = self.folder(folder)?;
        let node = self.child(folder, name)?;
        Ok((folder, name, node))
    }

    fn longest_name(&self) -> usize {
        (self.pages.room() as usize).min(FileEntry::MOST)
    }

    fn existing(&mut self, path: &str) -> Result<Node, FileError> {
        self.place(path)?.2.ok_or(FileError::NotFound)
    }

    fn make(&mut self, kind: Kind, folder: u32, name: &str) -> Result<u32, FileError> {
        let id = self.next_id;
        let header = Header::new(kind, id, folder, 0, name.len() as u8);
        self.pages.write(header, SPARE, |_, at, into| Ok(copy_from(name.as_bytes(), at, into)))?;
        self.next_id = id.checked_add(1).ok_or(FileError::NoSpace)?;
        Ok(id)
    }

    /// Writes down the size of a file.
    fn note_size(&mut self, id: u32, size: u32) -> Result<(), FileError> {
        let Node { page, header } = self.node_of(id)?.ok_or(FileError::Failed)?;
        if header.size != size {
            let new = Header::new(header.kind, id, header.place, size, header.name);
            self.pages.write(new, 0, |pages, at, into| pages.read(page, at, into))?;
            self.pages.release(page)?;
        }
        self.every(id, |open| open.grown = false);
        Ok(())
    }

    fn cut(&mut self, id: u32, size: u32) -> Result<(), FileError> {
        self.note_size(id, size)?;
        self.every(id, |open| open.size = size);
        let room = self.pages.room();
        let mut from = 0;
        while let Some((page, header)) =
            self.pages.find(from, |_, _, h| Ok(h.kind == Kind::Data && h.id == id))?
        {
            from = page + 1;
            match part_len(size, header.place, room) {
                0 => self.pages.release(page)?,
                len if len < header.size => self.trim(page, header, len)?,
                _ => {}
            }
        }
        Ok(())
    }

    /// Removes the page with the name first: from then on the file is gone.
    fn erase(&mut self, node: Node) -> Result<(), FileError> {
        self.pages.release(node.page)?;
        let id = node.header.id;
        let mut from = 0;
        while let Some((page, _)) = self.pages.find(from, |_, _, h| Ok(h.kind == Kind::Data && h.id == id))? {
            from = page + 1;
            self.pages.release(page)?;
        }
        Ok(())
    }

    fn every(&mut self, id: u32, change: impl Fn(&mut Opened)) {
        self.open.iter_mut().flatten().filter(|open| open.id == id).for_each(change);
    }

    fn is_open(&self, id: u32) -> bool {
        self.open.iter().flatten().any(|open| open.id == id)
    }

    fn opened(&self, file: Handle) -> Result<Opened, FileError> {
        self.open.get(file as usize).copied().flatten().ok_or(FileError::BadHandle)
    }

    fn moved(&mut self, file: Handle, at: u64) {
        if let Some(Some(open)) = self.open.get_mut(file as usize) {
            open.at = at;
        }
    }

    fn is_empty(&mut self, id: u32) -> Result<bool, FileError> {
        Ok(self.pages.find(0, |_, _, h| Ok(h.kind != Kind::Data && h.place == id))?.is_none())
    }

    fn size_of(&self, header: &Header) -> u32 {
        let open = self.open.iter().flatten().find(|open| open.id == header.id);
        open.map_or(header.size, |open| open.size)
    }

    fn facts_of(&self, header: &Header) -> FileFacts {
        match header.kind {
            Kind::Folder => {
                FileFacts { mode: FileFacts::FOLDER, size: 0, number: header.id.into(), changed: 0 }
            }
            _ => FileFacts {
                mode: FileFacts::FILE,
                size: self.size_of(header).into(),
                number: header.id.into(),
                changed: 0,
            },
        }
    }
}

/// Bytes of the part at a place of a file.
fn part_len(size: u32, place: u32, room: u32) -> u32 {
    size.saturating_sub(place.saturating_mul(room)).min(room)
}

fn copy_from(bytes: &[u8], at: u32, into: &mut [u8]) {
    for (to, from) in into.iter_mut().zip(bytes.get(at as usize..).unwrap_or(&[])) {
        *to = *from;
    }
}

fn has_name<S: NorFlash>(
    pages: &mut Pages<S>,
    page: u32,
    header: &Header,
    name: &[u8],
) -> Result<bool, FileError> {
    if usize::from(header.name) != name.len() {
        return Ok(false);
    }
    let mut at = 0;
    for part in name.chunks(32) {
        let mut bytes = [0; 32];
        let bytes = &mut bytes[..part.len()];
        pages.read(page, at, bytes)?;
        if bytes != part {
            return Ok(false);
        }
        at += part.len() as u32;
    }
    Ok(true)
}

fn same_name<S: NorFlash>(
    pages: &mut Pages<S>,
    (page, header): (u32, &Header),
    other: (u32, &Header),
) -> Result<bool, FileError> {
    let mut name = [0; FileEntry::MOST];
    let name = &mut name[..usize::from(header.name).min(FileEntry::MOST)];
    pages.read(page, 0, name)?;
    has_name(pages, other.0, other.1, name)
}

impl<S: NorFlash> Files for FlashFiles<S> {
    fn open(&mut self, path: &str, how: Open) -> Result<Handle, FileError> {
        let slot = self.open.iter().position(Option::is_none).ok_or(FileError::TooManyOpen)?;
        if path == "/" {
            return Err(FileError::IsFolder);
        }
        let (folder, name, node) = self.place(path)?;
        let (id, size) = match node {
            Some(_) if how.exclusive => return Err(FileError::Exists),
            Some(node) if node.header.kind == Kind::Folder => return Err(FileError::IsFolder),
            Some(node) => (node.header.id, self.size_of(&node.header)),
            None if how.create => (self.make(Kind::File, folder, name)?, 0),
            None => return Err(FileError::NotFound),
        };
        let mut opened = Opened { id, at: 0, size, how, grown: false };
        if how.truncate && size > 0 {
            self.cut(id, 0)?;
            opened.size = 0;
        }
        self.open[slot] = Some(opened);
        Ok(slot as Handle)
    }

    fn read(&mut self, file: Handle, into: &mut [u8]) -> Result<usize, FileError> {
        let open = self.opened(file)?;
        if !open.how.read {
            return Err(FileError::BadHandle);
        }
        let left = u64::from(open.size).saturating_sub(open.at);
        let wanted = into.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        let room = self.pages.room();
        let mut done = 0;
        while done < wanted {
            let at = open.at as u32 + done as u32;
            let (place, offset) = (at / room, at % room);
            let n = (room - offset).min((wanted - done) as u32);
            let to = &mut into[done..done + n as usize];
            to.fill(0);
            if let Some((page, header)) = self.part_of(open.id, place)? {
                let there = header.size.saturating_sub(offset).min(n);
                self.pages.read(page, offset, &mut to[..there as usize])?;
            }
            done += n as usize;
        }
        self.moved(file, open.at + done as u64);
        Ok(done)
    }

    fn write(&mut self, file: Handle, bytes: &[u8]) -> Result<usize, FileError> {
        let mut open = self.opened(file)?;
        if !open.how.write {
            return Err(FileError::BadHandle);
        }
        if open.how.append {
            open.at = open.size.into();
        }
        if open.at + bytes.len() as u64 > LONGEST {
            return Err(FileError::TooLarge);
        }
        let room = self.pages.room();
        let mut done = 0;
        while done < bytes.len() {
            let at = open.at as u32 + done as u32;
            let (place, offset) = (at / room, at % room);
            let n = (room - offset).min((bytes.len() - done) as u32);
            let new = &bytes[done..done + n as usize];
            let old = self.part_of(open.id, place)?;
            let old_len = old.map_or(0, |(_, header)| header.size);
            let header = Header::new(Kind::Data, open.id, place, old_len.max(offset + n), 0);
            let spare = if old.is_some() { 0 } else { SPARE };
            let written = self.pages.write(header, spare, |pages, from, into| {
                into.fill(0);
                if let Some((page, _)) = old {
                    let there = old_len.saturating_sub(from).min(into.len() as u32);
                    pages.read(page, from, &mut into[..there as usize])?;
                }
                for (i, to) in into.iter_mut().enumerate() {
                    let i = (from + i as u32).wrapping_sub(offset) as usize;
                    if let Some(&byte) = new.get(i) {
                        *to = byte;
                    }
                }
                Ok(())
            });
            match written {
                Ok(_) => {}
                Err(_) if done > 0 => break,
                Err(error) => return Err(error),
            }
            if let Some((page, _)) = old {
                self.pages.release(page)?;
            }
            done += n as usize;
            let end = at + n;
            self.every(open.id, |open| {
                if end > open.size {
                    open.size = end;
                    open.grown = true;
                }
            });
        }
        self.moved(file, open.at + done as u64);
        Ok(done)
    }

    fn seek(&mut self, file: Handle, offset: i64, from: Whence) -> Result<u64, FileError> {
        let open = self.opened(file)?;
        let base = match from {
            Whence::Start => 0,
            Whence::Here => open.at as i64,
            Whence::End => open.size.into(),
        };
        let at = base.checked_add(offset).and_then(|at| u64::try_from(at).ok()).ok_or(FileError::Invalid)?;
        self.moved(file, at);
        Ok(at)
    }

    fn size(&mut self, file: Handle) -> Result<u64, FileError> {
        Ok(self.opened(file)?.size.into())
    }

    fn truncate(&mut self, file: Handle, size: u64) -> Result<(), FileError> {
        let open = self.opened(file)?;
        if !open.how.write {
            return Err(FileError::Invalid);
        }
        if size > LONGEST {
            return Err(FileError::TooLarge);
        }
        let size = size as u32;
        if size < open.size {
            return self.cut(open.id, size);
        }
        self.every(open.id, |open| {
            open.grown |= size > open.size;
            open.size = size;
        });
        Ok(())
    }

    fn sync(&mut self, file: Handle) -> Result<(), FileError> {
        let open = self.opened(file)?;
        if open.grown { self.note_size(open.id, open.size) } else { Ok(()) }
    }

    fn close(&mut self, file: Handle) -> Result<(), FileError> {
        let result = self.sync(file);
        if let Some(slot) = self.open.get_mut(file as usize) {
            *slot = None;
        }
        result
    }

    fn facts(&mut self, path: &str) -> Result<FileFacts, FileError> {
        if path == "/" {
            return Ok(FileFacts { mode: FileFacts::FOLDER, size: 0, number: 0, changed: 0 });
        }
        let node = self.existing(path)?;
        Ok(self.facts_of(&node.header))
    }

    fn entry(&mut self, folder: &str, at: u64, entry: &mut FileEntry) -> Result<Option<u64>, FileError> {
        let id = self.folder(folder)?;
        let from = u32::try_from(at).unwrap_or(u32::MAX);
        let found = self.pages.find(from, |_, _, h| Ok(h.kind != Kind::Data && h.place == id))?;
        let Some((page, header)) = found else { return Ok(None) };
        let mut name = [0; FileEntry::MOST];
        let name = &mut name[..usize::from(header.name).min(FileEntry::MOST)];
        self.pages.read(page, 0, name)?;
        entry.set_name(name);
        entry.facts = self.facts_of(&header);
        Ok(Some(u64::from(page) + 1))
    }

    fn make_folder(&mut self, path: &str) -> Result<(), FileError> {
        if path == "/" {
            return Err(FileError::Exists);
        }
        match self.place(path)? {
            (folder, name, None) => self.make(Kind::Folder, folder, name).map(|_| ()),
            _ => Err(FileError::Exists),
        }
    }

    fn remove_folder(&mut self, path: &str) -> Result<(), FileError> {
        let node = self.existing(path)?;
        if node.header.kind != Kind::Folder {
            return Err(FileError::NotFolder);
        }
        if !self.is_empty(node.header.id)? {
            return Err(FileError::NotEmpty);
        }
        self.erase(node)
    }

    fn remove(&mut self, path: &str) -> Result<(), FileError> {
        if path == "/" {
            return Err(FileError::IsFolder);
        }
        let node = self.existing(path)?;
        match node.header.kind {
            Kind::Folder => Err(FileError::IsFolder),
            _ if self.is_open(node.header.id) => Err(FileError::Busy),
            _ => self.erase(node),
        }
    }

    fn rename(&mut self, from: &str, to: &str) -> Result<(), FileError> {
        let node = self.existing(from)?;
        let is_folder = node.header.kind == Kind::Folder;
        let below = to.strip_prefix(from).is_some_and(|rest| rest.starts_with('/'));
        if is_folder && below {
            return Err(FileError::Invalid);
        }
        let (folder, name, target) = self.place(to)?;
        if let Some(target) = target {
            let id = target.header.id;
            match target.header.kind {
                _ if id == node.header.id => return Ok(()),
                Kind::Folder if !is_folder => return Err(FileError::IsFolder),
                Kind::Folder if !self.is_empty(id)? => return Err(FileError::NotEmpty),
                Kind::File if is_folder => return Err(FileError::NotFolder),
                _ if self.is_open(id) => return Err(FileError::Busy),
                _ => {}
            }
        }
        let old = node.header;
        let header = Header::new(old.kind, old.id, folder, old.size, name.len() as u8);
        self.pages.write(header, 0, |_, at, into| Ok(copy_from(name.as_bytes(), at, into)))?;
        self.pages.release(node.page)?;
        target.map_or(Ok(()), |target| self.erase(target))
    }

    fn space(&mut self, _: &str) -> Result<FileSpace, FileError> {
        Ok(FileSpace {
            block: S::ERASE_SIZE as u32,
            blocks: self.pages.count().into(),
            free: self.pages.free().saturating_sub(SPARE).into(),
            name: self.longest_name() as u32,
        })
    }

    fn sync_all(&mut self) -> Result<(), FileError> {
        for i in 0..MOST_OPEN {
            if self.open[i].is_some() {
                self.sync(i as Handle)?;
            }
        }
        Ok(())
    }

    fn close_all(&mut self) {
        for i in 0..MOST_OPEN {
            // Nobody is left to be told.
            let _ = self.close(i as Handle);
        }
    }
}
