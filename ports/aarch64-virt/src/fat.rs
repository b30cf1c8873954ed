//! Files on the disk: a FAT file system. Every request mounts it and leaves it whole: what is written is on the disk, and its mark of
//! being in use is taken off again, so that the plug may be pulled at any time between two requests.

use crate::clock::{Clock, date};
use crate::disk::{Disk, DiskError};
use crate::swap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use fatfs::{
    Date, DateTime, DirEntry, Error, FileSystem, FsOptions, IoBase, LossyOemCpConverter, Read, Seek,
    SeekFrom, Time, TimeProvider, Write,
};
use hognose_files::{FileEntry, FileError, FileFacts, FileSpace, Files, Handle, Open, Whence};

/// Files that may be open at a time, of all programs together.
const MOST: usize = 512;
/// Bytes of the largest file.
const LARGEST: u64 = u32::MAX as u64;
/// Zeros that are written at once.
const ZEROS: [u8; 512] = [0; 512];

/// The disk, lent for one request.
struct Lent<'a>(&'a mut Disk);

impl IoBase for Lent<'_> {
    type Error = DiskError;
}

impl Read for Lent<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, DiskError> {
        self.0.read(buffer)
    }
}

impl Write for Lent<'_> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, DiskError> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> Result<(), DiskError> {
        // The device has it already; that it is there for good is asked for when a file is closed.
        Ok(())
    }
}

impl Seek for Lent<'_> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64, DiskError> {
        self.0.seek(to)
    }
}

/// Dates of files, from the machine's clock.
#[derive(Clone, Copy, Debug)]
struct Dates;

impl TimeProvider for Dates {
    fn get_current_date(&self) -> Date {
        self.get_current_date_time().date
    }

    fn get_current_date_time(&self) -> DateTime {
        let (year, month, day, hour, minute, second) = date(Clock::seconds());
        // A FAT knows the years from 1980 to 2107.
        let day = Date::new(year.clamp(1980, 2107), month.into(), day.into());
        DateTime::new(day, Time::new(hour.into(), minute.into(), second.into(), 0))
    }
}

type Mounted<'a> = FileSystem<Lent<'a>, Dates, LossyOemCpConverter>;
type Entry<'f, 'a> = DirEntry<'f, Lent<'a>, Dates, LossyOemCpConverter>;
type Folder<'f, 'a> = fatfs::Dir<'f, Lent<'a>, Dates, LossyOemCpConverter>;
type OpenFile<'f, 'a> = fatfs::File<'f, Lent<'a>, Dates, LossyOemCpConverter>;

/// A file that a program has open: by its path, which is looked up anew for every request. So one that was removed is not found any
/// more, and nobody writes into what belongs to another file by now.
struct Opened {
    path: String,
    how: Open,
    place: u64,
}

/// The files of a disk.
pub struct Fat {
    disk: Disk,
    open: Vec<Option<Opened>>,
}

fn error(error: Error<DiskError>) -> FileError {
    match error {
        Error::NotFound => FileError::NotFound,
        Error::AlreadyExists => FileError::Exists,
        Error::DirectoryIsNotEmpty => FileError::NotEmpty,
        Error::NotEnoughSpace => FileError::NoSpace,
        Error::InvalidFileNameLength => FileError::NameTooLong,
        Error::InvalidInput | Error::UnsupportedFileNameCharacter => FileError::Invalid,
        _ => FileError::Failed,
    }
}

/// What is at a path: None for the root.
fn find<'f, 'a>(mounted: &'f Mounted<'a>, path: &str) -> Result<Option<Entry<'f, 'a>>, FileError> {
    let mut folder = mounted.root_dir();
    let mut found = None;
    for name in path.split('/').filter(|name| !name.is_empty()) {
        if let Some(entry) = found.take() {
            let entry: Entry<'f, 'a> = entry;
            if !entry.is_dir() {
                return Err(FileError::NotFolder);
            }
            folder = entry.to_dir();
        }
        found = Some(entry_of(&folder, name)?.ok_or(FileError::NotFound)?);
    }
    Ok(found)
}

fn entry_of<'f, 'a>(folder: &Folder<'f, 'a>, name: &str) -> Result<Option<Entry<'f, 'a>>, FileError> {
    for entry in folder.iter() {
        let entry = entry.map_err(error)?;
        if entry.eq_name(name) {
            return Ok(Some(entry));
        }
    }
    Ok(None)
}

fn file<'f, 'a>(mounted: &'f Mounted<'a>, path: &str) -> Result<OpenFile<'f, 'a>, FileError> {
    match find(mounted, path)? {
        Some(entry) if entry.is_file() => Ok(entry.to_file()),
        _ => Err(FileError::IsFolder),
    }
}

fn folder<'f, 'a>(mounted: &'f Mounted<'a>, path: &str) -> Result<Folder<'f, 'a>, FileError> {
    match find(mounted, path)? {
        Some(entry) if entry.is_dir() => Ok(entry.to_dir()),
        Some(_) => Err(FileError::NotFolder),
        None => Ok(mounted.root_dir()),
    }
}

/// The folder of a path, which has to be there, and the name in it.
fn parent<'f, 'a, 'p>(
    mounted: &'f Mounted<'a>,
    path: &'p str,
) -> Result<(Folder<'f, 'a>, &'p str), FileError> {
    let (above, name) = split(path);
    if name.is_empty() {
        return Err(FileError::Busy);
    }
    Ok((folder(mounted, above)?, name))
}

/// Fills with zeros up to a place.
fn fill(file: &mut OpenFile<'_, '_>, to: u64) -> Result<(), FileError> {
    let mut size = file.seek(SeekFrom::End(0)).map_err(error)?;
    while size < to {
        let part = ZEROS.get(..((to - size).min(512)) as usize).unwrap_or(&ZEROS);
        file.write_all(part).map_err(error)?;
        size += part.len() as u64;
    }
    Ok(())
}

/// Folder and name of an absolute path.
fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// Is a path somewhere below a folder?
fn within(path: &str, folder: &str) -> bool {
    let tail = path.get(folder.len()..);
    path.get(..folder.len()).is_some_and(|head| head.eq_ignore_ascii_case(folder))
        && tail.is_some_and(|tail| tail.starts_with('/'))
}

fn facts(entry: &Entry<'_, '_>) -> FileFacts {
    let mode = if entry.is_dir() { FileFacts::FOLDER } else { FileFacts::FILE };
    FileFacts {
        mode,
        size: if entry.is_dir() { 0 } else { entry.len() },
        number: 0,
        changed: seconds(entry.modified()),
    }
}

/// Nanoseconds since 1970 of a date.
fn seconds(when: DateTime) -> u64 {
    let (year, month) = (u64::from(when.date.year), u64::from(when.date.month));
    // Years that begin in March have their odd day at the end.
    let (year, month) = if month < 3 { (year.saturating_sub(1), month + 9) } else { (year, month - 3) };
    let days =
        year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + u64::from(when.date.day);
    let days = days.saturating_sub(719_469);
    let seconds = u64::from(when.time.hour) * 3600 + u64::from(when.time.min) * 60 + u64::from(when.time.sec);
    (days * 86400 + seconds) * 1_000_000_000
}

impl Fat {
    /// The files of that disk. None: there is no file system on it.
    pub fn open(disk: Disk) -> Option<Fat> {
        let mut files = Fat { disk, open: Vec::new() };
        files.with(|_| Ok(())).ok()?;
        Some(files)
    }

    fn with<R>(&mut self, ask: impl FnOnce(&Mounted<'_>) -> Result<R, FileError>) -> Result<R, FileError> {
        // The library begins where the disk stands.
        self.disk.seek(SeekFrom::Start(0)).map_err(|_| FileError::Failed)?;
        let mounted =
            FileSystem::new(Lent(&mut self.disk), FsOptions::new().time_provider(Dates)).map_err(error)?;
        let result = ask(&mounted);
        mounted.unmount().map_err(error)?;
        result
    }

    /// When both are files of the same folder their contents change places, so that what is left is to remove the old one. False:
    /// it is not so.
    fn replace(&mut self, from: &str, to: &str) -> Result<bool, FileError> {
        let ((above, _), (beside, _)) = (split(from), split(to));
        if above != beside || from.eq_ignore_ascii_case(to) {
            return Ok(false);
        }
        let found = self.with(|mounted| {
            let short = |path: &str| match find(mounted, path) {
                Ok(Some(entry)) => {
                    Ok(swap::name(entry.short_file_name_as_bytes()).map(|name| (name, entry.is_file())))
                }
                Ok(None) | Err(FileError::NotFound) => Ok(None),
                Err(error) => Err(error),
            };
            let (Some((new, true)), Some((old, true))) = (short(from)?, short(to)?) else { return Ok(None) };
            let mut names = Vec::new();
            for (end, _) in above.match_indices('/').skip(1).chain([(above.len(), "")]) {
                match above.get(..end).filter(|folder| !folder.is_empty()) {
                    Some(folder) => match short(folder)? {
                        Some((name, _)) => names.push(name),
                        None => return Ok(None),
                    },
                    None => {}
                }
            }
            Ok(Some((mounted.fat_type(), names, new, old)))
        })?;
        let Some((kind, names, new, old)) = found else { return Ok(false) };
        swap::swap(&mut self.disk, kind, &names, &new, &old).map_err(|_| FileError::Failed)
    }

    fn opened(&self, file: Handle) -> Result<(String, Open, u64), FileError> {
        let opened = self.open.get(file as usize).and_then(Option::as_ref).ok_or(FileError::BadHandle)?;
        Ok((opened.path.clone(), opened.how, opened.place))
    }

    fn set_place(&mut self, file: Handle, place: u64) {
        if let Some(Some(opened)) = self.open.get_mut(file as usize) {
            opened.place = place;
        }
    }
}

impl Files for Fat {
    fn open(&mut self, path: &str, how: Open) -> Result<Handle, FileError> {
        let slot = match self.open.iter().position(Option::is_none) {
            Some(slot) => slot,
            None if self.open.len() < MOST => {
                self.open.push(None);
                self.open.len() - 1
            }
            None => return Err(FileError::TooManyOpen),
        };
        self.with(|mounted| {
            let (folder, name) = parent(mounted, path)
                .map_err(|e| if e == FileError::Busy { FileError::IsFolder } else { e })?;
            match entry_of(&folder, name)? {
                Some(_) if how.exclusive => Err(FileError::Exists),
                Some(entry) if entry.is_dir() => Err(FileError::IsFolder),
                Some(entry) if how.truncate => entry.to_file().truncate().map_err(error),
                Some(_) => Ok(()),
                None if how.create => folder.create_file(name).map(|_| ()).map_err(error),
                None => Err(FileError::NotFound),
            }
        })?;
        let opened = Opened { path: path.to_string(), how, place: 0 };
        *self.open.get_mut(slot).ok_or(FileError::TooManyOpen)? = Some(opened);
        Ok(slot as Handle)
    }

    fn read(&mut self, handle: Handle, into: &mut [u8]) -> Result<usize, FileError> {
        let (path, how, place) = self.opened(handle)?;
        if !how.read {
            return Err(FileError::BadHandle);
        }
        let len = self.with(|mounted| {
            let mut file = file(mounted, &path)?;
            if file.seek(SeekFrom::Start(place.min(LARGEST))).map_err(error)? != place {
                return Ok(0);
            }
            let mut len = 0;
            while let Some(rest @ [_, ..]) = into.get_mut(len..) {
                match file.read(rest).map_err(error)? {
                    0 => break,
                    n => len += n,
                }
            }
            Ok(len)
        })?;
        self.set_place(handle, place + len as u64);
        Ok(len)
    }

    fn write(&mut self, handle: Handle, bytes: &[u8]) -> Result<usize, FileError> {
        let (path, how, place) = self.opened(handle)?;
        if !how.write {
            return Err(FileError::BadHandle);
        }
        let (place, len) = self.with(|mounted| {
            let mut file = file(mounted, &path)?;
            let place = if how.append { u64::from(file.size().unwrap_or(0)) } else { place };
            if place + bytes.len() as u64 > LARGEST {
                return Err(FileError::TooLarge);
            }
            if file.seek(SeekFrom::Start(place)).map_err(error)? != place {
                fill(&mut file, place)?;
            }
            let mut len = 0;
            while let Some(rest @ [_, ..]) = bytes.get(len..) {
                match file.write(rest).map_err(error) {
                    Ok(0) => break,
                    Ok(n) => len += n,
                    // What was written before is said first.
                    Err(_) if len > 0 => break,
                    Err(error) => return Err(error),
                }
            }
            file.flush().map_err(error)?;
            Ok((place, len))
        })?;
        self.set_place(handle, place + len as u64);
        Ok(len)
    }

    fn seek(&mut self, handle: Handle, offset: i64, from: Whence) -> Result<u64, FileError> {
        let (_, _, here) = self.opened(handle)?;
        let base = match from {
            Whence::Start => 0,
            Whence::Here => here,
            Whence::End => self.size(handle)?,
        };
        let place = base.checked_add_signed(offset).ok_or(FileError::Invalid)?;
        self.set_place(handle, place);
        Ok(place)
    }

    fn size(&mut self, handle: Handle) -> Result<u64, FileError> {
        let (path, ..) = self.opened(handle)?;
        self.with(|mounted| Ok(file(mounted, &path)?.size().unwrap_or(0).into()))
    }

    fn truncate(&mut self, handle: Handle, size: u64) -> Result<(), FileError> {
        let (path, how, _) = self.opened(handle)?;
        if !how.write {
            return Err(FileError::BadHandle);
        }
        if size > LARGEST {
            return Err(FileError::TooLarge);
        }
        self.with(|mounted| {
            let mut file = file(mounted, &path)?;
            if file.seek(SeekFrom::Start(size)).map_err(error)? == size {
                file.truncate().map_err(error)
            } else {
                fill(&mut file, size)
            }
        })
    }

    fn sync(&mut self, handle: Handle) -> Result<(), FileError> {
        self.opened(handle)?;
        self.sync_all()
    }

    fn close(&mut self, handle: Handle) -> Result<(), FileError> {
        let slot = self.open.get_mut(handle as usize).ok_or(FileError::BadHandle)?;
        let opened = slot.take().ok_or(FileError::BadHandle)?;
        if opened.how.write { self.sync_all() } else { Ok(()) }
    }

    fn facts(&mut self, path: &str) -> Result<FileFacts, FileError> {
        self.with(|mounted| {
            let root = FileFacts { mode: FileFacts::FOLDER, ..FileFacts::default() };
            Ok(find(mounted, path)?.map_or(root, |entry| facts(&entry)))
        })
    }

    fn entry(&mut self, path: &str, at: u64, into: &mut FileEntry) -> Result<Option<u64>, FileError> {
        self.with(|mounted| {
            let folder = folder(mounted, path)?;
            let mut index = 0;
            for entry in folder.iter() {
                let entry = entry.map_err(error)?;
                let name = entry.file_name();
                if name == "." || name == ".." {
                    continue;
                }
                if index == at {
                    if !into.set_name(name.as_bytes()) {
                        return Err(FileError::NameTooLong);
                    }
                    into.facts = facts(&entry);
                    return Ok(Some(at + 1));
                }
                index += 1;
            }
            Ok(None)
        })
    }

    fn make_folder(&mut self, path: &str) -> Result<(), FileError> {
        self.with(|mounted| {
            let (folder, name) = parent(mounted, path)
                .map_err(|e| if e == FileError::Busy { FileError::Exists } else { e })?;
            if entry_of(&folder, name)?.is_some() {
                return Err(FileError::Exists);
            }
            folder.create_dir(name).map(|_| ()).map_err(error)
        })
    }

    fn remove_folder(&mut self, path: &str) -> Result<(), FileError> {
        self.with(|mounted| {
            let (folder, name) = parent(mounted, path)?;
            match entry_of(&folder, name)? {
                None => Err(FileError::NotFound),
                Some(entry) if !entry.is_dir() => Err(FileError::NotFolder),
                Some(_) => folder.remove(name).map_err(error),
            }
        })
    }

    fn remove(&mut self, path: &str) -> Result<(), FileError> {
        self.with(|mounted| {
            let (folder, name) = parent(mounted, path)
                .map_err(|e| if e == FileError::Busy { FileError::IsFolder } else { e })?;
            match entry_of(&folder, name)? {
                None => Err(FileError::NotFound),
                Some(entry) if entry.is_dir() => Err(FileError::IsFolder),
                Some(_) => folder.remove(name).map_err(error),
            }
        })
    }

    fn rename(&mut self, from: &str, to: &str) -> Result<(), FileError> {
        if within(to, from) {
            return Err(FileError::Invalid);
        }
        if self.replace(from, to)? {
            self.with(|mounted| {
                let (folder, name) = parent(mounted, from)?;
                folder.remove(name).map_err(error)
            })?;
        } else {
            self.with(|mounted| {
                let (source, old) = parent(mounted, from)?;
                let (target, new) = parent(mounted, to)?;
                let entry = entry_of(&source, old)?.ok_or(FileError::NotFound)?;
                if !from.eq_ignore_ascii_case(to) {
                    match entry_of(&target, new)? {
                        Some(there) if there.is_dir() && entry.is_file() => return Err(FileError::IsFolder),
                        Some(there) if there.is_file() && entry.is_dir() => return Err(FileError::NotFolder),
                        Some(_) => target.remove(new).map_err(error)?,
                        None => {}
                    }
                }
                source.rename(old, &target, new).map_err(error)
            })?;
        }
        // Who has it open goes on with it.
        for opened in self.open.iter_mut().flatten() {
            if opened.path.eq_ignore_ascii_case(from) {
                opened.path = to.to_string();
            } else if within(&opened.path, from) {
                opened.path = format!("{to}{}", opened.path.get(from.len()..).unwrap_or_default());
            }
        }
        Ok(())
    }

    fn space(&mut self, _path: &str) -> Result<FileSpace, FileError> {
        self.with(|mounted| {
            let stats = mounted.stats().map_err(error)?;
            Ok(FileSpace {
                block: stats.cluster_size(),
                blocks: stats.total_clusters().into(),
                free: stats.free_clusters().into(),
                name: 255,
            })
        })
    }

    fn sync_all(&mut self) -> Result<(), FileError> {
        self.disk.flush().map_err(|_| FileError::Failed)
    }

    fn close_all(&mut self) {
        self.open.clear();
    }
}
