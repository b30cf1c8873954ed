//! Where the program and the settings survive: flash with two areas for programs and a log.
//!
//! ```text
//! sector 0, 1   log: records of 128 bytes, appended; when one sector is full the other begins with what still counts
//! area A, B     one program each: an upload goes where the current program is not
//! ```
//!
//! A record that says which area counts is the last thing an upload writes. So whenever power fails there is one whole program:
//! the old one or the new one.

mod record;

use crate::flash;
use crate::setting::{self, Setting, Values};
use core::fmt;
use embedded_storage::nor_flash::NorFlash;
use hognose_link::crc::Crc32;
use hognose_link::{Limits, Line};
pub use record::Entry;
use record::{Record, SIZE};

/// Why the store could not do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The flash is too small.
    TooSmall {
        /// Bytes that it has.
        have: u32,
        /// Bytes that are needed.
        need: u32,
    },
    /// Units of that size cannot be written.
    WriteSize(usize),
    /// The flash failed.
    Flash(&'static str),
    /// What was written is not what is there.
    NotKept {
        /// Where, from the start of the flash.
        at: u32,
    },
    /// A program longer than an area.
    TooLarge {
        /// Its bytes.
        size: u32,
        /// Bytes of an area.
        limit: u32,
    },
    /// Bytes of a program that is not being uploaded, or not at that place.
    NotStaged,
    /// The bytes do not match their checksum.
    Checksum {
        /// Checksum of the bytes that are there.
        found: u32,
    },
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            StoreError::TooSmall { have, need } => write!(f, "flash of {have} bytes, {need} are needed"),
            StoreError::WriteSize(size) => write!(f, "flash written {size} bytes at a time (at most 64)"),
            StoreError::Flash(what) => f.write_str(what),
            StoreError::NotKept { at } => write!(f, "flash at {at:#x} does not keep what is written"),
            StoreError::TooLarge { size, limit } => write!(f, "program is {size} bytes, at most {limit} fit"),
            StoreError::NotStaged => f.write_str("no program is being stored there"),
            StoreError::Checksum { found } => write!(f, "what was stored has checksum {found:#010x}"),
        }
    }
}

impl core::error::Error for StoreError {}

/// A program on its way in.
#[derive(Clone, Copy, Debug)]
struct Staged {
    entry: Entry,
    /// Bytes that are in flash.
    written: u32,
    /// Bytes after them that wait until a whole unit is there.
    rest: [u8; UNIT],
    rest_len: usize,
}

/// Bytes that are written at a time: a multiple of every usual write size.
const UNIT: usize = 64;

/// The store of a device.
///
/// ```
/// use hognose_device::flash::{MemoryFlash, SECTOR};
/// use hognose_device::store::{Request, Store};
///
/// let mut bytes = vec![0; 6 * SECTOR];
/// let mut store = Store::open(MemoryFlash::new(&mut bytes), 8192)?;
/// assert!(store.program().is_none());
/// let image = b"some image";
/// store.stage(&Request { size: 10, crc: 0x8C34_5A16, ..Request::default() })?;
/// store.write(0, image)?;
/// # let _ = store.check_staged();
/// # Ok::<(), hognose_device::store::StoreError>(())
/// ```
#[derive(Debug)]
pub struct Store<F> {
    flash: F,
    /// Bytes of an area.
    area: u32,
    /// Sector of the log that counts.
    sector: u32,
    generation: u32,
    /// Place of the next record in it.
    next: u32,
    program: Option<Entry>,
    values: Values,
    staged: Option<Staged>,
}

/// A program as an upload announces it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Request<'a> {
    /// Bytes of the image.
    pub size: u32,
    /// CRC-32 of the image.
    pub crc: u32,
    /// What it is granted.
    pub grants: u32,
    /// Its limits.
    pub limits: Limits,
    /// Does it start with the device?
    pub autostart: bool,
    /// Its name; 48 bytes are kept.
    pub name: &'a str,
}

impl<F: NorFlash> Store<F> {
    /// Takes up what is in flash; what is not a store becomes an empty one. `program`: bytes of the largest program; the flash
    /// has to have two erase units, and twice what that takes.
    ///
    /// # Errors
    /// When the flash is too small, or fails.
    pub fn open(flash: F, program: u32) -> Result<Store<F>, StoreError> {
        if F::WRITE_SIZE > UNIT || UNIT % F::WRITE_SIZE.max(1) != 0 || F::READ_SIZE > SIZE {
            return Err(StoreError::WriteSize(F::WRITE_SIZE));
        }
        let erase = erase_size::<F>();
        let area = program.div_ceil(erase).saturating_mul(erase);
        let need = area.saturating_add(erase).saturating_mul(2);
        let have = u32::try_from(flash.capacity()).unwrap_or(u32::MAX);
        if have < need || (erase as usize) < 4 * SIZE {
            return Err(StoreError::TooSmall { have, need });
        }
        let mut store = Store {
            flash,
            area,
            sector: 0,
            generation: 0,
            next: 0,
            program: None,
            values: setting::DEFAULTS,
            staged: None,
        };
        for sector in 0..2 {
            if let Some(Record::Header(generation)) = store.record(sector, 0)? {
                if generation > store.generation {
                    (store.sector, store.generation) = (sector, generation);
                }
            }
        }
        if store.generation == 0 {
            store.begin_sector(0)?;
        } else {
            store.replay()?;
        }
        Ok(store)
    }

    /// The flash.
    pub fn flash(&mut self) -> &mut F {
        &mut self.flash
    }

    /// Bytes of the largest program.
    pub const fn largest(&self) -> u32 {
        self.area
    }

    /// The program that counts.
    pub const fn program(&self) -> Option<&Entry> {
        self.program.as_ref()
    }

    /// A setting.
    pub fn setting(&self, setting: Setting) -> i32 {
        self.values.get(setting as usize).copied().unwrap_or(0)
    }

    /// Changes a setting. The value was checked.
    ///
    /// # Errors
    /// When the flash fails; the setting is as it was.
    pub fn set(&mut self, setting: Setting, value: i32) -> Result<(), StoreError> {
        let mut values = self.values;
        if let Some(place) = values.get_mut(setting as usize) {
            if *place == value {
                return Ok(());
            }
            *place = value;
        }
        self.append(Record::Settings(values))?;
        self.values = values;
        Ok(())
    }

    /// Gets ready for the bytes of a program. The one that counts stays.
    ///
    /// # Errors
    /// When it is too long, or the flash fails.
    pub fn stage(&mut self, request: &Request<'_>) -> Result<(), StoreError> {
        let (size, limit) = (request.size, self.area);
        if size > limit {
            return Err(StoreError::TooLarge { size, limit });
        }
        self.staged = None;
        let area = self.program.map_or(0, |program| 1 - program.area.min(1));
        let from = self.area_at(area);
        self.flash.erase(from, from + self.area).map_err(broken)?;
        let entry = Entry {
            area,
            size,
            crc: request.crc,
            grants: request.grants,
            uses: 0,
            limits: request.limits,
            autostart: request.autostart,
            name: Line::from(record::name(request.name)),
        };
        self.staged = Some(Staged { entry, written: 0, rest: [0xFF; UNIT], rest_len: 0 });
        Ok(())
    }

    /// The program that is staged goes on, with what is asked for now. False: another one is staged, or none.
    pub fn stage_again(&mut self, request: &Request<'_>) -> bool {
        let Some(staged) = &mut self.staged else { return false };
        let entry = &mut staged.entry;
        if entry.size != request.size || entry.crc != request.crc {
            return false;
        }
        (entry.grants, entry.limits, entry.autostart) = (request.grants, request.limits, request.autostart);
        entry.name = Line::from(record::name(request.name));
        true
    }

    /// The bytes of the program at `offset`, which is where the last ones ended.
    ///
    /// # Errors
    /// When they belong elsewhere, or the flash fails.
    pub fn write(&mut self, offset: u32, bytes: &[u8]) -> Result<(), StoreError> {
        let base = self.staged.as_ref().map_or(0, |staged| self.area_at(staged.entry.area));
        let staged = self.staged.as_mut().ok_or(StoreError::NotStaged)?;
        let end = u64::from(offset) + bytes.len() as u64;
        if offset != staged.written + staged.rest_len as u32 || end > u64::from(staged.entry.size) {
            return Err(StoreError::NotStaged);
        }
        let mut bytes = bytes;
        while !bytes.is_empty() {
            let count = bytes.len().min(UNIT - staged.rest_len);
            let (now, later) = bytes.split_at(count);
            if let Some(to) = staged.rest.get_mut(staged.rest_len..staged.rest_len + count) {
                to.copy_from_slice(now);
            }
            staged.rest_len += count;
            bytes = later;
            if staged.rest_len == UNIT {
                self.flash.write(base + staged.written, &staged.rest).map_err(broken)?;
                staged.written += UNIT as u32;
                staged.rest_len = 0;
                staged.rest = [0xFF; UNIT];
            }
        }
        Ok(())
    }

    /// Reads back what was written, all of it.
    ///
    /// # Errors
    /// When bytes are missing or wrong, or the flash fails.
    pub fn check_staged(&mut self) -> Result<Entry, StoreError> {
        let base = self.staged.as_ref().map_or(0, |staged| self.area_at(staged.entry.area));
        let staged = self.staged.as_mut().ok_or(StoreError::NotStaged)?;
        if staged.written + staged.rest_len as u32 != staged.entry.size {
            return Err(StoreError::NotStaged);
        }
        if staged.rest_len > 0 {
            self.flash.write(base + staged.written, &staged.rest).map_err(broken)?;
            // What is written again is the same: bits that are cleared stay so.
            (staged.written, staged.rest_len) = (staged.entry.size, 0);
        }
        let entry = staged.entry;
        let found = self.checksum(&entry)?;
        if found != entry.crc {
            return Err(StoreError::Checksum { found });
        }
        Ok(entry)
    }

    /// Makes the staged program the one that counts. `uses`: the grants that it uses.
    ///
    /// # Errors
    /// As [`Store::check_staged`]; the old program stays.
    pub fn commit(&mut self, uses: u32) -> Result<Entry, StoreError> {
        let entry = Entry { uses, ..self.check_staged()? };
        self.append(Record::Program(entry))?;
        self.program = Some(entry);
        self.staged = None;
        Ok(entry)
    }

    /// Forgets the staged program.
    pub fn abandon(&mut self) {
        self.staged = None;
    }

    /// Forgets the program that counts.
    ///
    /// # Errors
    /// When the flash fails; the program is still there.
    pub fn delete(&mut self) -> Result<(), StoreError> {
        if self.program.is_some() {
            self.append(Record::Deleted)?;
            self.program = None;
        }
        Ok(())
    }

    /// Bytes of a program, from `offset` on.
    ///
    /// # Errors
    /// When the flash fails, or the program is not that long.
    pub fn read(&mut self, entry: &Entry, offset: u32, bytes: &mut [u8]) -> Result<(), StoreError> {
        if u64::from(offset) + bytes.len() as u64 > u64::from(self.area) {
            return Err(StoreError::NotStaged);
        }
        let at = self.area_at(entry.area) + offset;
        self.read_at(at, bytes)
    }

    fn area_at(&self, area: u8) -> u32 {
        2 * erase_size::<F>() + u32::from(area.min(1)) * self.area
    }

    /// Reads at any place any number of bytes.
    fn read_at(&mut self, at: u32, bytes: &mut [u8]) -> Result<(), StoreError> {
        let mut window = [0; SIZE];
        let (mut at, mut bytes) = (at, bytes);
        while !bytes.is_empty() {
            let skip = at % SIZE as u32;
            let count = bytes.len().min(SIZE - skip as usize);
            self.flash.read(at - skip, &mut window).map_err(broken)?;
            let (now, later) = bytes.split_at_mut(count);
            now.copy_from_slice(window.get(skip as usize..skip as usize + count).unwrap_or(&[]));
            bytes = later;
            at += count as u32;
        }
        Ok(())
    }

    fn checksum(&mut self, entry: &Entry) -> Result<u32, StoreError> {
        let mut crc = Crc32::new();
        let mut piece = [0; SIZE];
        let mut at = 0;
        while at < entry.size {
            let count = (entry.size - at).min(SIZE as u32) as usize;
            let piece = piece.get_mut(..count).unwrap_or(&mut []);
            self.read(entry, at, piece)?;
            crc.update(piece);
            at += SIZE as u32;
        }
        Ok(crc.value())
    }

    // The log

    const fn places() -> u32 {
        erase_size::<F>() / SIZE as u32
    }

    fn record_at(sector: u32, place: u32) -> u32 {
        sector * erase_size::<F>() + place * SIZE as u32
    }

    fn bytes_of(&mut self, sector: u32, place: u32) -> Result<[u8; SIZE], StoreError> {
        let mut bytes = [0; SIZE];
        self.flash.read(Self::record_at(sector, place), &mut bytes).map_err(broken)?;
        Ok(bytes)
    }

    fn record(&mut self, sector: u32, place: u32) -> Result<Option<Record>, StoreError> {
        Ok(Record::from_bytes(&self.bytes_of(sector, place)?))
    }

    /// Reads the log: the last record of each kind counts, and of programs the last whose bytes are right.
    fn replay(&mut self) -> Result<(), StoreError> {
        let mut programs: [Option<Entry>; 2] = [None; 2];
        self.next = 1;
        for place in 1..Self::places() {
            let bytes = self.bytes_of(self.sector, place)?;
            if bytes.iter().any(|byte| *byte != 0xFF) {
                self.next = place + 1;
            }
            match Record::from_bytes(&bytes) {
                Some(Record::Program(entry)) if entry.size <= self.area => {
                    programs = [Some(entry), programs[0]]
                }
                Some(Record::Deleted) => programs = [None; 2],
                Some(Record::Settings(values)) => self.values = values,
                _ => {}
            }
        }
        for (value, setting) in self.values.iter_mut().zip(Setting::ALL) {
            let (low, high) = setting.range();
            *value = (*value).clamp(low, high);
        }
        for entry in programs.into_iter().flatten() {
            if self.program.is_none() && self.checksum(&entry)? == entry.crc {
                self.program = Some(entry);
            }
        }
        Ok(())
    }

    fn append(&mut self, record: Record) -> Result<(), StoreError> {
        if self.next >= Self::places() {
            self.begin_sector(1 - self.sector)?;
        }
        match self.put(self.sector, self.next, record) {
            // What is there now is no record: the next place, once.
            Err(StoreError::NotKept { .. }) => {
                self.next += 1;
                if self.next >= Self::places() {
                    self.begin_sector(1 - self.sector)?;
                }
                self.put(self.sector, self.next, record)?;
            }
            other => other?,
        }
        self.next += 1;
        Ok(())
    }

    fn put(&mut self, sector: u32, place: u32, record: Record) -> Result<(), StoreError> {
        let (at, bytes) = (Self::record_at(sector, place), record.to_bytes());
        self.flash.write(at, &bytes).map_err(broken)?;
        if self.bytes_of(sector, place)? != bytes { Err(StoreError::NotKept { at }) } else { Ok(()) }
    }

    /// Begins a sector of the log with what counts; the header, which makes it count, comes last.
    fn begin_sector(&mut self, sector: u32) -> Result<(), StoreError> {
        let from = Self::record_at(sector, 0);
        self.flash.erase(from, from + erase_size::<F>()).map_err(broken)?;
        self.put(sector, 1, Record::Settings(self.values))?;
        let mut next = 2;
        if let Some(entry) = self.program {
            self.put(sector, next, Record::Program(entry))?;
            next += 1;
        }
        let generation = self.generation.saturating_add(1);
        self.put(sector, 0, Record::Header(generation))?;
        (self.sector, self.generation, self.next) = (sector, generation, next);
        Ok(())
    }
}

const fn erase_size<F: NorFlash>() -> u32 {
    F::ERASE_SIZE as u32
}

fn broken(error: impl embedded_storage::nor_flash::NorFlashError) -> StoreError {
    StoreError::Flash(flash::words(&error))
}
