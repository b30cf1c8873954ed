//! The flash of a device on this computer: in memory, and in a file when it shall outlast the command.

use embedded_storage::nor_flash::{
    ErrorType, NorFlash, NorFlashErrorKind, ReadNorFlash, check_erase, check_read, check_write,
};
use hognose_device::flash::SECTOR;
use rustix::fs::{FlockOperation, flock};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

/// Name of the file in a store's folder.
const FILE: &str = "flash.bin";

/// Flash: erased bytes are 0xFF, writing only clears bits.
pub struct HostFlash {
    bytes: Vec<u8>,
    file: Option<File>,
}

impl HostFlash {
    /// Erased, and gone with the command.
    pub fn in_memory(sectors: usize) -> HostFlash {
        HostFlash { bytes: vec![0xFF; sectors * SECTOR], file: None }
    }

    /// In a folder, which is made when it is not there.
    ///
    /// # Errors
    /// A message: it cannot be used, or another device uses it.
    pub fn in_folder(folder: &Path, sectors: usize) -> Result<HostFlash, String> {
        let failed = |error: std::io::Error| format!("store '{}': {error}", folder.display());
        std::fs::create_dir_all(folder).map_err(failed)?;
        let mut file = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(folder.join(FILE))
            .map_err(failed)?;
        if flock(&file, FlockOperation::NonBlockingLockExclusive).is_err() {
            return Err(format!("store '{}': another device uses it", folder.display()));
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(failed)?;
        // A new file is erased flash; so is what a shorter one does not have.
        let size = sectors * SECTOR;
        if bytes.len() != size {
            bytes.resize(size, 0xFF);
            file.rewind().and_then(|()| file.set_len(size as u64)).map_err(failed)?;
            file.write_all(&bytes).map_err(failed)?;
        }
        Ok(HostFlash { bytes, file: Some(file) })
    }

    /// Writes a part of the file as it is in memory.
    fn keep(&mut self, from: usize, to: usize) -> Result<(), NorFlashErrorKind> {
        let (Some(file), Some(bytes)) = (&mut self.file, self.bytes.get(from..to)) else { return Ok(()) };
        let written = file.seek(SeekFrom::Start(from as u64)).and_then(|_| file.write_all(bytes));
        written.map_err(|_| NorFlashErrorKind::Other)
    }
}

impl ErrorType for HostFlash {
    type Error = NorFlashErrorKind;
}

impl ReadNorFlash for HostFlash {
    const READ_SIZE: usize = 1;

    fn read(&mut self, offset: u32, bytes: &mut [u8]) -> Result<(), Self::Error> {
        check_read(self, offset, bytes.len())?;
        let from = offset as usize;
        bytes
            .copy_from_slice(self.bytes.get(from..from + bytes.len()).ok_or(NorFlashErrorKind::OutOfBounds)?);
        Ok(())
    }

    fn capacity(&self) -> usize {
        self.bytes.len()
    }
}

impl NorFlash for HostFlash {
    const WRITE_SIZE: usize = 1;
    const ERASE_SIZE: usize = SECTOR;

    fn erase(&mut self, from: u32, to: u32) -> Result<(), Self::Error> {
        check_erase(self, from, to)?;
        let (from, to) = (from as usize, to as usize);
        self.bytes.get_mut(from..to).ok_or(NorFlashErrorKind::OutOfBounds)?.fill(0xFF);
        self.keep(from, to)
    }

    fn write(&mut self, offset: u32, bytes: &[u8]) -> Result<(), Self::Error> {
        check_write(self, offset, bytes.len())?;
        let from = offset as usize;
        let place = self.bytes.get_mut(from..from + bytes.len()).ok_or(NorFlashErrorKind::OutOfBounds)?;
        for (to, byte) in place.iter_mut().zip(bytes) {
            *to &= byte;
        }
        self.keep(from, from + bytes.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_outlasts_the_command_and_is_used_by_one() {
        let folder = std::env::temp_dir().join(format!("hognose-flash-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        let mut flash = HostFlash::in_folder(&folder, 2).unwrap();
        flash.erase(0, SECTOR as u32).unwrap();
        flash.write(4, b"\xF0").unwrap();
        flash.write(4, b"\x3F").unwrap();
        assert!(flash.write(2 * SECTOR as u32, b"x").is_err());
        let busy = HostFlash::in_folder(&folder, 2).err().unwrap();
        assert!(busy.ends_with("another device uses it"), "{busy}");
        drop(flash);
        let mut flash = HostFlash::in_folder(&folder, 2).unwrap();
        let mut bytes = [0; 3];
        flash.read(3, &mut bytes).unwrap();
        assert_eq!(bytes, [0xFF, 0x30, 0xFF]);
        std::fs::remove_dir_all(folder).unwrap();
    }
}
