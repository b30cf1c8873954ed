//! Pages of flash: one sector each, with a header that is written last.

use crate::checksum::Checksum;
use crate::error::FileError;
use embedded_storage::nor_flash::NorFlash;

/// Bytes of a header.
pub(crate) const HEADER: u32 = 32;
const MAGIC: u16 = 0x4648;
/// Bytes that are copied at once. Every unit of writing divides it.
const PIECE: usize = 32;

/// What a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A file: its name.
    File = 1,
    /// A folder: its name.
    Folder = 2,
    /// Bytes of a file.
    Data = 3,
}

/// The header of a page that is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    pub kind: Kind,
    /// Of the file or folder.
    pub id: u32,
    /// Of data its place in the file, counted in pages; else the folder that it is in.
    pub place: u32,
    /// Of data the bytes in this page, of a file those of the whole file.
    pub size: u32,
    /// Of two pages with the same meaning the one with the higher number counts.
    pub order: u32,
    /// Bytes of the name.
    pub name: u8,
    /// Of name or data.
    sum: u32,
}

impl Header {
    /// `order` and `sum` are filled in by writing it.
    pub(crate) fn new(kind: Kind, id: u32, place: u32, size: u32, name: u8) -> Header {
        Header { kind, id, place, size, order: 0, name, sum: 0 }
    }

    /// Bytes behind the header.
    pub(crate) fn content(&self) -> u32 {
        if self.kind == Kind::Data { self.size } else { self.name.into() }
    }

    fn bytes(&self) -> [u8; HEADER as usize] {
        let mut bytes = [0; HEADER as usize];
        bytes[..2].copy_from_slice(&MAGIC.to_le_bytes());
        bytes[2] = self.kind as u8;
        bytes[3] = self.name;
        let words = [self.id, self.place, self.size, self.order, self.sum];
        for (place, word) in bytes[4..24].chunks_exact_mut(4).zip(words) {
            place.copy_from_slice(&word.to_le_bytes());
        }
        let mut sum = Checksum::new();
        sum.add(&bytes[..28]);
        bytes[28..].copy_from_slice(&sum.value().to_le_bytes());
        bytes
    }

    fn of(bytes: &[u8; HEADER as usize]) -> Option<Header> {
        let word = |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
        let kind = match bytes[2] {
            1 => Kind::File,
            2 => Kind::Folder,
            3 => Kind::Data,
            _ => return None,
        };
        let header = Header {
            kind,
            id: word(4),
            place: word(8),
            size: word(12),
            order: word(16),
            sum: word(20),
            name: bytes[3],
        };
        if header.bytes() == *bytes { Some(header) } else { None }
    }
}

/// The pages of a flash.
pub(crate) struct Pages<S> {
    flash: S,
    count: u32,
    /// Where the next search for a free one begins: all wear alike.
    next: u32,
    free: u32,
    order: u32,
}

impl<S: NorFlash> Pages<S> {
    /// `Unsupported` when its units do not fit: a sector of more than 64 bytes, written in units of a power of two of at
    /// most 32, and at least four sectors.
    pub(crate) fn new(flash: S) -> Result<Pages<S>, FileError> {
        let sector = S::ERASE_SIZE;
        let count = flash.capacity().checked_div(sector).unwrap_or(0);
        let unit = |n: usize| n.is_power_of_two() && n <= PIECE;
        if sector < 64 || sector % PIECE != 0 || !unit(S::WRITE_SIZE) || !unit(S::READ_SIZE) || count < 4 {
            return Err(FileError::Unsupported);
        }
        let count = u32::try_from(count).map_err(|_| FileError::Unsupported)?;
        Ok(Pages { flash, count, next: 0, free: 0, order: 0 })
    }

    pub(crate) fn into_flash(self) -> S {
        self.flash
    }

    pub(crate) fn flash(&mut self) -> &mut S {
        &mut self.flash
    }

    pub(crate) fn count(&self) -> u32 {
        self.count
    }

    pub(crate) fn free(&self) -> u32 {
        self.free
    }

    /// Bytes of a page behind the header.
    pub(crate) fn room(&self) -> u32 {
        S::ERASE_SIZE as u32 - HEADER
    }

    fn start(page: u32) -> u32 {
        page * S::ERASE_SIZE as u32
    }

    fn raw(&mut self, at: u32, into: &mut [u8]) -> Result<(), FileError> {
        if S::READ_SIZE == 1 {
            return self.flash.read(at, into).map_err(|_| FileError::Failed);
        }
        // Whole pieces, of which what is wanted is taken.
        let mut done = 0;
        while done < into.len() {
            let here = at + done as u32;
            let start = here - here % PIECE as u32;
            let mut piece = [0; PIECE];
            self.flash.read(start, &mut piece).map_err(|_| FileError::Failed)?;
            let from = (here - start) as usize;
            let n = (PIECE - from).min(into.len() - done);
            into[done..done + n].copy_from_slice(&piece[from..from + n]);
            done += n;
        }
        Ok(())
    }

    /// The header of a page; None when it is free.
    pub(crate) fn header(&mut self, page: u32) -> Result<Option<Header>, FileError> {
        let mut bytes = [0; HEADER as usize];
        self.raw(Self::start(page), &mut bytes)?;
        if bytes[..2] != MAGIC.to_le_bytes() {
            return Ok(None);
        }
        let room = self.room();
        Ok(Header::of(&bytes).filter(|header| header.content() <= room))
    }

    /// Bytes behind the header of a page.
    pub(crate) fn read(&mut self, page: u32, offset: u32, into: &mut [u8]) -> Result<(), FileError> {
        self.raw(Self::start(page) + HEADER + offset, into)
    }

    /// The first page that a test finds, from a page on.
    pub(crate) fn find(
        &mut self,
        from: u32,
        mut test: impl FnMut(&mut Self, u32, &Header) -> Result<bool, FileError>,
    ) -> Result<Option<(u32, Header)>, FileError> {
        for page in from..self.count {
            if let Some(header) = self.header(page)? {
                if test(self, page, &header)? {
                    return Ok(Some((page, header)));
                }
            }
        }
        Ok(None)
    }

    /// Looks at every page after a start: those that are not whole are erased.
    pub(crate) fn check(&mut self) -> Result<(), FileError> {
        self.free = 0;
        for page in 0..self.count {
            match self.header(page)? {
                Some(header) if self.sum(page, header.content())? == header.sum => {
                    self.order = self.order.max(header.order);
                }
                Some(_) => self.release(page)?,
                None if self.is_blank(page)? => self.free += 1,
                None => self.release(page)?,
            }
        }
        Ok(())
    }

    fn sum(&mut self, page: u32, len: u32) -> Result<u32, FileError> {
        let mut sum = Checksum::new();
        let mut at = 0;
        while at < len {
            let mut piece = [0; PIECE];
            let n = (len - at).min(PIECE as u32);
            let part = &mut piece[..n as usize];
            self.read(page, at, part)?;
            sum.add(part);
            at += n;
        }
        Ok(sum.value())
    }

    fn is_blank(&mut self, page: u32) -> Result<bool, FileError> {
        let mut at = 0;
        while at < S::ERASE_SIZE as u32 {
            let mut piece = [0; PIECE];
            self.raw(Self::start(page) + at, &mut piece)?;
            if piece != [0xFF; PIECE] {
                return Ok(false);
            }
            at += PIECE as u32;
        }
        Ok(true)
    }

    /// The page is free from now on.
    pub(crate) fn release(&mut self, page: u32) -> Result<(), FileError> {
        let start = Self::start(page);
        self.flash.erase(start, start + S::ERASE_SIZE as u32).map_err(|_| FileError::Failed)?;
        self.free += 1;
        Ok(())
    }

    /// Writes a new page; `fill` gives its content from an offset on, and may read other pages. Keeps `spare` pages free.
    pub(crate) fn write(
        &mut self,
        mut header: Header,
        spare: u32,
        mut fill: impl FnMut(&mut Self, u32, &mut [u8]) -> Result<(), FileError>,
    ) -> Result<u32, FileError> {
        if self.free <= spare {
            return Err(FileError::NoSpace);
        }
        let mut page = None;
        for i in 0..self.count {
            let candidate = (self.next + i) % self.count;
            if self.header(candidate)?.is_none() {
                page = Some(candidate);
                break;
            }
        }
        let page = page.ok_or(FileError::NoSpace)?;
        self.next = (page + 1) % self.count;
        self.free -= 1;
        let mut sum = Checksum::new();
        let (mut at, len) = (0, header.content());
        let written = loop {
            if at >= len {
                break Ok(());
            }
            let mut piece = [0xFF; PIECE];
            let n = (len - at).min(PIECE as u32);
            let part = &mut piece[..n as usize];
            if let Err(error) = fill(self, at, part) {
                break Err(error);
            }
            sum.add(part);
            let whole = (n as usize).next_multiple_of(S::WRITE_SIZE);
            if self.flash.write(Self::start(page) + HEADER + at, &piece[..whole]).is_err() {
                break Err(FileError::Failed);
            }
            at += n;
        };
        self.order = self.order.wrapping_add(1);
        header.order = self.order;
        header.sum = sum.value();
        let written = written.and_then(|()| {
            self.flash.write(Self::start(page), &header.bytes()).map_err(|_| FileError::Failed)
        });
        if let Err(error) = written {
            // Free pages are blank.
            self.release(page)?;
            return Err(error);
        }
        Ok(page)
    }

    /// Erases everything.
    pub(crate) fn format(&mut self) -> Result<(), FileError> {
        let end = Self::start(self.count);
        self.flash.erase(0, end).map_err(|_| FileError::Failed)?;
        self.free = self.count;
        Ok(())
    }
}
