//! The disk: a virtio block device. Sectors that were read are kept; what is written goes to the device at once, in order.

use crate::virtio::{Place, Shared};
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use fatfs::{IoBase, IoError, Read, Seek, SeekFrom, Write};
use virtio_drivers::device::blk::VirtIOBlk;

/// Bytes of a sector.
pub const SECTOR: usize = 512;
/// Sectors that are kept: 8 MB.
const KEPT: usize = 16384;

/// A disk.
pub struct Disk {
    device: VirtIOBlk<Shared, Place>,
    kept: BTreeMap<usize, Box<[u8; SECTOR]>>,
    place: u64,
}

/// The disk failed, or something lies outside of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiskError {
    /// The device says so.
    Device,
    /// There are not so many sectors.
    Outside,
    /// The library stopped early.
    Short,
}

impl IoError for DiskError {
    fn is_interrupted(&self) -> bool {
        false
    }

    fn new_unexpected_eof_error() -> DiskError {
        DiskError::Outside
    }

    fn new_write_zero_error() -> DiskError {
        DiskError::Short
    }
}

impl Disk {
    /// Sets it up. None: the device does not work.
    pub fn open(place: Place) -> Option<Disk> {
        Some(Disk { device: VirtIOBlk::new(place).ok()?, kept: BTreeMap::new(), place: 0 })
    }

    /// Bytes of it.
    pub fn size(&self) -> u64 {
        self.device.capacity() * SECTOR as u64
    }

    fn sector(&mut self, number: usize) -> Result<&mut [u8; SECTOR], DiskError> {
        if !self.kept.contains_key(&number) {
            if self.kept.len() >= KEPT {
                self.kept.clear();
            }
            let mut bytes = Box::new([0; SECTOR]);
            self.device.read_blocks(number, &mut bytes[..]).map_err(|_| DiskError::Device)?;
            self.kept.insert(number, bytes);
        }
        self.kept.get_mut(&number).map(|bytes| &mut **bytes).ok_or(DiskError::Outside)
    }

    /// The sector and the place in it; None at the end.
    fn here(&self) -> Option<(usize, usize)> {
        (self.place < self.size())
            .then_some(((self.place / SECTOR as u64) as usize, (self.place % SECTOR as u64) as usize))
    }
}

impl IoBase for Disk {
    type Error = DiskError;
}

impl Read for Disk {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, DiskError> {
        let Some((number, at)) = self.here() else { return Ok(0) };
        let whole = buffer.len() / SECTOR * SECTOR;
        // Many sectors at once, when none of them is kept.
        if at == 0 && whole > SECTOR && self.kept.range(number..number + whole / SECTOR).next().is_none() {
            let left = (self.size() - self.place) as usize / SECTOR * SECTOR;
            let len = whole.min(left).min(128 * SECTOR);
            let part = buffer.get_mut(..len).ok_or(DiskError::Outside)?;
            self.device.read_blocks(number, part).map_err(|_| DiskError::Device)?;
            self.place += len as u64;
            return Ok(len);
        }
        let sector = self.sector(number)?;
        let len = buffer.len().min(SECTOR - at);
        buffer[..len].copy_from_slice(&sector[at..at + len]);
        self.place += len as u64;
        Ok(len)
    }
}

impl Write for Disk {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, DiskError> {
        let Some((number, at)) = self.here() else { return Ok(0) };
        let whole = bytes.len() / SECTOR * SECTOR;
        if at == 0 && whole > SECTOR {
            let left = (self.size() - self.place) as usize / SECTOR * SECTOR;
            let len = whole.min(left).min(128 * SECTOR);
            let part = bytes.get(..len).ok_or(DiskError::Outside)?;
            for number in number..number + len / SECTOR {
                self.kept.remove(&number);
            }
            self.device.write_blocks(number, part).map_err(|_| DiskError::Device)?;
            self.place += len as u64;
            return Ok(len);
        }
        let sector = self.sector(number)?;
        let len = bytes.len().min(SECTOR - at);
        sector[at..at + len].copy_from_slice(&bytes[..len]);
        let copy = *sector;
        if self.device.write_blocks(number, &copy).is_err() {
            self.kept.remove(&number);
            return Err(DiskError::Device);
        }
        self.place += len as u64;
        Ok(len)
    }

    fn flush(&mut self) -> Result<(), DiskError> {
        self.device.flush().map_err(|_| DiskError::Device)
    }
}

impl Seek for Disk {
    fn seek(&mut self, to: SeekFrom) -> Result<u64, DiskError> {
        let place = match to {
            SeekFrom::Start(place) => Some(place),
            SeekFrom::Current(by) => self.place.checked_add_signed(by),
            SeekFrom::End(by) => self.size().checked_add_signed(by),
        };
        self.place = place.ok_or(DiskError::Outside)?;
        Ok(self.place)
    }
}
