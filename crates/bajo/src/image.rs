//! Programs as files: a small header in front of the code.
//!
//! ```text
//! offset  bytes
//!  0      4      magic "BAJO"
//!  4      2      version, 1
//!  6      2      zero
//!  8      4      load address: where the code begins
//! 12      4      entry: the address of the first instruction to execute
//! 16      4      length of the code in bytes
//! 20      4      CRC-32 (IEEE) of the 20 bytes before it and of the code
//! 24             code
//! ```
//!
//! All numbers are little-endian.

use core::fmt;

/// First bytes of every image.
pub const MAGIC: [u8; 4] = *b"BAJO";

/// The version this crate reads and writes.
pub const VERSION: u16 = 1;

/// Bytes before the code.
pub const HEADER_LEN: usize = 24;

/// A program that was read from an image, whole and unharmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Image<'a> {
    /// Address of the first byte of code.
    pub load: u32,
    /// Address of the first instruction to execute.
    pub entry: u32,
    /// The code.
    pub code: &'a [u8],
}

/// Why bytes are no image, or a program cannot be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageError {
    /// The first four bytes are not the magic.
    NoMagic,
    /// Written by something newer.
    Version {
        /// Version in the file.
        found: u16,
    },
    /// Not as many bytes as the header says.
    Length {
        /// Bytes that should be there, header included.
        expected: u64,
        /// Bytes that are.
        found: u64,
    },
    /// The bytes were changed.
    Crc {
        /// CRC in the header.
        expected: u32,
        /// CRC of the bytes.
        found: u32,
    },
    /// The code does not fit between its load address and the end of the address space.
    TooLong {
        /// Where it should begin.
        load: u32,
        /// Its length.
        len: u64,
    },
    /// The entry is not in the code.
    Entry {
        /// The entry.
        entry: u32,
        /// First address of the code.
        load: u32,
        /// Length of the code.
        len: u32,
    },
}

impl fmt::Display for ImageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::NoMagic => f.write_str("no Bajo image: it does not begin with \"BAJO\""),
            Self::Version { found } => write!(f, "image version {found} (this machine reads {VERSION})"),
            Self::Length { expected, found } => {
                write!(f, "image of {found} bytes (its header says {expected})")
            }
            Self::Crc { expected, found } => {
                write!(f, "damaged image: CRC {found:#010x} (its header says {expected:#010x})")
            }
            Self::TooLong { load, len } => {
                write!(f, "{len} bytes of code at {load:#x} run past address 0xffffffff")
            }
            Self::Entry { entry, load, len } => write!(
                f,
                "entry {entry:#x} is not in the code ({load:#x} to {:#x})",
                u64::from(load) + u64::from(len)
            ),
        }
    }
}

impl core::error::Error for ImageError {}

impl<'a> Image<'a> {
    /// A program to be written.
    ///
    /// # Errors
    /// When the code leaves the address space or the entry is not in it.
    pub fn new(load: u32, entry: u32, code: &'a [u8]) -> Result<Self, ImageError> {
        let len = code.len() as u64;
        if u64::from(load) + len > 1 << 32 {
            return Err(ImageError::TooLong { load, len });
        }
        let len = code.len() as u32;
        if entry.wrapping_sub(load) >= len {
            return Err(ImageError::Entry { entry, load, len });
        }
        Ok(Self { load, entry, code })
    }

    /// The header to write in front of the code.
    #[must_use]
    pub fn header(&self) -> [u8; HEADER_LEN] {
        let mut header = [0; HEADER_LEN];
        header[..4].copy_from_slice(&MAGIC);
        header[4..6].copy_from_slice(&VERSION.to_le_bytes());
        header[8..12].copy_from_slice(&self.load.to_le_bytes());
        header[12..16].copy_from_slice(&self.entry.to_le_bytes());
        header[16..20].copy_from_slice(&(self.code.len() as u32).to_le_bytes());
        let crc = crc(&header[..20], self.code);
        header[20..].copy_from_slice(&crc.to_le_bytes());
        header
    }

    /// Reads an image. Every byte is accounted for: nothing may follow the code.
    ///
    /// # Errors
    /// When it is none, is of another version, cut short, damaged, or cannot be loaded as it says.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, ImageError> {
        if !bytes.starts_with(&MAGIC) {
            return Err(ImageError::NoMagic);
        }
        let found = bytes.len() as u64;
        let Some((header, code)) = bytes.split_first_chunk::<HEADER_LEN>() else {
            return Err(ImageError::Length { expected: HEADER_LEN as u64, found });
        };
        let word =
            |at: usize| u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
        let version = word(4);
        if version != u32::from(VERSION) {
            return Err(ImageError::Version { found: version as u16 });
        }
        let expected = HEADER_LEN as u64 + u64::from(word(16));
        if expected != found {
            return Err(ImageError::Length { expected, found });
        }
        let (expected, found) = (word(20), crc(&header[..20], code));
        if expected != found {
            return Err(ImageError::Crc { expected, found });
        }
        Self::new(word(8), word(12), code)
    }
}

/// CRC-32 of the two parts. Bit by bit: a table would cost more flash than the time is worth.
fn crc(head: &[u8], code: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in head.iter().chain(code) {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = crc >> 1 ^ (0xedb8_8320 & (crc & 1).wrapping_neg());
        }
    }
    !crc
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec::Vec;

    #[test]
    fn crc_is_the_usual_one() {
        assert_eq!(crc(b"1234", b"56789"), 0xcbf4_3926);
    }

    fn file() -> Vec<u8> {
        let image = Image::new(0x1_0000, 0x1_0001, &[0, 0x2d, 1]).unwrap();
        let mut file = image.header().to_vec();
        file.extend_from_slice(image.code);
        assert_eq!(Image::parse(&file), Ok(image));
        file
    }

    #[test]
    fn damage_is_seen() {
        let good = file();
        for at in 0..good.len() {
            for bit in 0..8 {
                let mut bad = good.clone();
                bad[at] ^= 1 << bit;
                assert!(Image::parse(&bad).is_err(), "byte {at} bit {bit}");
            }
            assert!(Image::parse(&good[..at]).is_err());
        }
        let mut long = good.clone();
        long.push(0);
        assert_eq!(Image::parse(&long), Err(ImageError::Length { expected: 27, found: 28 }));
        let mut newer = good;
        newer[4] = 2;
        assert_eq!(Image::parse(&newer), Err(ImageError::Version { found: 2 }));
    }

    #[test]
    fn programs_that_cannot_be() {
        assert_eq!(Image::new(8, 7, &[0]), Err(ImageError::Entry { entry: 7, load: 8, len: 1 }));
        assert_eq!(Image::new(8, 9, &[0]), Err(ImageError::Entry { entry: 9, load: 8, len: 1 }));
        assert_eq!(Image::new(8, 8, &[]), Err(ImageError::Entry { entry: 8, load: 8, len: 0 }));
        assert_eq!(
            Image::new(u32::MAX, u32::MAX, &[0, 0]),
            Err(ImageError::TooLong { load: u32::MAX, len: 2 })
        );
        assert!(Image::new(u32::MAX, u32::MAX, &[0]).is_ok());
    }
}
