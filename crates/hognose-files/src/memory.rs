//! Memory that behaves like NOR flash.

use embedded_storage::nor_flash::{ErrorType, NorFlash, NorFlashError, NorFlashErrorKind, ReadNorFlash};

/// Memory in sectors of so many bytes. Erased bytes are 0xFF.
pub struct Memory<'m, const SECTOR: usize> {
    bytes: &'m mut [u8],
}

impl<'m, const SECTOR: usize> Memory<'m, SECTOR> {
    /// Over these bytes, as they are; those behind the last whole sector are not used.
    pub fn new(bytes: &'m mut [u8]) -> Memory<'m, SECTOR> {
        Memory { bytes }
    }
}

/// A place outside the memory, or one that is not the start of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemoryError {
    /// Outside.
    OutOfBounds,
    /// Not at the start of a sector or word.
    NotAligned,
}

impl NorFlashError for MemoryError {
    fn kind(&self) -> NorFlashErrorKind {
        match self {
            MemoryError::OutOfBounds => NorFlashErrorKind::OutOfBounds,
            MemoryError::NotAligned => NorFlashErrorKind::NotAligned,
        }
    }
}

impl<const SECTOR: usize> ErrorType for Memory<'_, SECTOR> {
    type Error = MemoryError;
}

impl<const SECTOR: usize> Memory<'_, SECTOR> {
    fn part(&mut self, from: u32, len: usize) -> Result<&mut [u8], MemoryError> {
        let from = from as usize;
        let end = from.checked_add(len).ok_or(MemoryError::OutOfBounds)?;
        self.bytes.get_mut(from..end).ok_or(MemoryError::OutOfBounds)
    }
}

impl<const SECTOR: usize> ReadNorFlash for Memory<'_, SECTOR> {
    const READ_SIZE: usize = 1;

    fn read(&mut self, offset: u32, bytes: &mut [u8]) -> Result<(), MemoryError> {
        bytes.copy_from_slice(self.part(offset, bytes.len())?);
        Ok(())
    }

    fn capacity(&self) -> usize {
        self.bytes.len() - self.bytes.len() % SECTOR.max(1)
    }
}

impl<const SECTOR: usize> NorFlash for Memory<'_, SECTOR> {
    const WRITE_SIZE: usize = 4;
    const ERASE_SIZE: usize = SECTOR;

    fn erase(&mut self, from: u32, to: u32) -> Result<(), MemoryError> {
        let sector = SECTOR.max(1);
        if from as usize % sector != 0 || to as usize % sector != 0 {
            return Err(MemoryError::NotAligned);
        }
        self.part(from, to.saturating_sub(from) as usize)?.fill(0xFF);
        Ok(())
    }

    fn write(&mut self, offset: u32, bytes: &[u8]) -> Result<(), MemoryError> {
        if offset as usize % Self::WRITE_SIZE != 0 || bytes.len() % Self::WRITE_SIZE != 0 {
            return Err(MemoryError::NotAligned);
        }
        for (old, new) in self.part(offset, bytes.len())?.iter_mut().zip(bytes) {
            // Writing clears bits; only erasing sets them.
            *old &= new;
        }
        Ok(())
    }
}
