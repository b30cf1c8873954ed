//! Flash in memory: for devices without any, for simulated ones, and for tests.

use embedded_storage::nor_flash::{
    ErrorType, NorFlash, NorFlashError, NorFlashErrorKind, ReadNorFlash, check_erase, check_read, check_write,
};

/// Bytes that are erased together.
pub const SECTOR: usize = 4096;

/// Flash made of bytes of memory: erased bytes are 0xFF, writing only clears bits.
///
/// ```
/// use embedded_storage::nor_flash::{NorFlash, ReadNorFlash};
/// use hognose_device::flash::{MemoryFlash, SECTOR};
///
/// let mut bytes = [0u8; 2 * SECTOR];
/// let mut flash = MemoryFlash::new(&mut bytes);
/// flash.erase(0, SECTOR as u32)?;
/// flash.write(8, b"snake")?;
/// let mut read = [0; 6];
/// flash.read(8, &mut read)?;
/// assert_eq!(&read, b"snake\xFF");
/// # Ok::<(), embedded_storage::nor_flash::NorFlashErrorKind>(())
/// ```
#[derive(Debug)]
pub struct MemoryFlash<'b> {
    bytes: &'b mut [u8],
}

impl<'b> MemoryFlash<'b> {
    /// Over these bytes, as they are. What is not a whole sector at the end is not used.
    pub fn new(bytes: &'b mut [u8]) -> MemoryFlash<'b> {
        MemoryFlash { bytes }
    }

    /// The bytes.
    pub fn bytes(&mut self) -> &mut [u8] {
        self.bytes
    }
}

impl ErrorType for MemoryFlash<'_> {
    type Error = NorFlashErrorKind;
}

impl ReadNorFlash for MemoryFlash<'_> {
    const READ_SIZE: usize = 1;

    fn read(&mut self, offset: u32, bytes: &mut [u8]) -> Result<(), Self::Error> {
        check_read(self, offset, bytes.len())?;
        let from = self.bytes.get(offset as usize..).and_then(|rest| rest.get(..bytes.len()));
        bytes.copy_from_slice(from.ok_or(NorFlashErrorKind::OutOfBounds)?);
        Ok(())
    }

    fn capacity(&self) -> usize {
        self.bytes.len() / SECTOR * SECTOR
    }
}

impl NorFlash for MemoryFlash<'_> {
    const WRITE_SIZE: usize = 1;
    const ERASE_SIZE: usize = SECTOR;

    fn erase(&mut self, from: u32, to: u32) -> Result<(), Self::Error> {
        check_erase(self, from, to)?;
        self.bytes.get_mut(from as usize..to as usize).ok_or(NorFlashErrorKind::OutOfBounds)?.fill(0xFF);
        Ok(())
    }

    fn write(&mut self, offset: u32, bytes: &[u8]) -> Result<(), Self::Error> {
        check_write(self, offset, bytes.len())?;
        let to = self.bytes.get_mut(offset as usize..).and_then(|rest| rest.get_mut(..bytes.len()));
        for (to, from) in to.ok_or(NorFlashErrorKind::OutOfBounds)?.iter_mut().zip(bytes) {
            *to &= from;
        }
        Ok(())
    }
}

/// The kind of an error of any flash, in words.
pub(crate) fn words(error: &impl NorFlashError) -> &'static str {
    match error.kind() {
        NorFlashErrorKind::NotAligned => "the flash refused an unaligned access",
        NorFlashErrorKind::OutOfBounds => "the flash ends before",
        _ => "the flash does not answer",
    }
}
