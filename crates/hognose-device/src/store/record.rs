//! Records of the log: 128 bytes each, with a checksum.

use crate::setting::{self, Values};
use hognose_link::crc::crc32;
use hognose_link::{Limits, Line};

/// Bytes of a record.
pub(super) const SIZE: usize = 128;
const CRC_AT: usize = SIZE - 4;
const HEADER: u8 = 1;
const PROGRAM: u8 = 2;
const DELETED: u8 = 3;
const SETTINGS: u8 = 4;

/// What the store knows of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which of the two areas it is in.
    pub(super) area: u8,
    /// Bytes of the image.
    pub size: u32,
    /// CRC-32 of the image.
    pub crc: u32,
    /// What it was granted.
    pub grants: u32,
    /// The grants that it uses.
    pub uses: u32,
    /// Limits that were asked for; 0 leaves those of the device.
    pub limits: Limits,
    /// Does it start with the device?
    pub autostart: bool,
    /// Its name.
    pub name: Line,
}

/// A record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Record {
    /// The first of a sector: the highest generation is the one that counts.
    Header(u32),
    Program(Entry),
    Deleted,
    Settings(Values),
}

struct Writer<'a> {
    bytes: &'a mut [u8; SIZE],
    at: usize,
}

impl Writer<'_> {
    fn put(&mut self, bytes: &[u8]) {
        if let Some(to) = self.bytes.get_mut(self.at..self.at + bytes.len()) {
            to.copy_from_slice(bytes);
        }
        self.at += bytes.len();
    }

    fn word(&mut self, word: u32) {
        self.put(&word.to_le_bytes());
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(count)?;
        self.bytes = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|b| b[0])
    }

    fn word(&mut self) -> Option<u32> {
        self.take(4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
    }

    fn short(&mut self) -> Option<u16> {
        self.take(2).map(|b| u16::from_le_bytes([b[0], b[1]]))
    }
}

impl Record {
    /// As bytes.
    pub fn to_bytes(self) -> [u8; SIZE] {
        let mut bytes = [0; SIZE];
        let mut out = Writer { bytes: &mut bytes, at: 0 };
        match self {
            Record::Header(generation) => {
                out.put(&[HEADER]);
                out.word(generation);
            }
            Record::Program(entry) => {
                out.put(&[PROGRAM, entry.area, u8::from(entry.autostart)]);
                let limits = entry.limits;
                for word in [entry.size, entry.crc, entry.grants, entry.uses] {
                    out.word(word);
                }
                for word in [limits.run_time, limits.memory, limits.kilo_steps] {
                    out.word(word);
                }
                for short in [limits.recursion, limits.host_calls, limits.console] {
                    out.put(&short.to_le_bytes());
                }
                let name = name(entry.name.as_str()).as_bytes();
                out.put(&[name.len() as u8]);
                out.put(name);
            }
            Record::Deleted => out.put(&[DELETED]),
            Record::Settings(values) => {
                out.put(&[SETTINGS, values.len() as u8]);
                for value in values {
                    out.put(&value.to_le_bytes());
                }
            }
        }
        let crc = crc32(&bytes[..CRC_AT]);
        bytes[CRC_AT..].copy_from_slice(&crc.to_le_bytes());
        bytes
    }

    /// From bytes; None when they are none.
    pub fn from_bytes(bytes: &[u8; SIZE]) -> Option<Record> {
        let mut crc = Reader { bytes: &bytes[CRC_AT..] };
        if crc.word()? != crc32(&bytes[..CRC_AT]) {
            return None;
        }
        let mut from = Reader { bytes: &bytes[..CRC_AT] };
        Some(match from.byte()? {
            HEADER => Record::Header(from.word()?),
            PROGRAM => {
                let (area, autostart) = (from.byte()?, from.byte()? != 0);
                let [size, crc, grants, uses] = [from.word()?, from.word()?, from.word()?, from.word()?];
                let limits = Limits {
                    run_time: from.word()?,
                    memory: from.word()?,
                    kilo_steps: from.word()?,
                    recursion: from.short()?,
                    host_calls: from.short()?,
                    console: from.short()?,
                };
                let len = from.byte()?;
                let name = Line::from(core::str::from_utf8(from.take(len.into())?).ok()?);
                if area > 1 {
                    return None;
                }
                Record::Program(Entry { area, size, crc, grants, uses, limits, autostart, name })
            }
            DELETED => Record::Deleted,
            SETTINGS => {
                let count = usize::from(from.byte()?);
                let mut values = setting::DEFAULTS;
                // A newer version may have written more of them, an older one fewer.
                for value in values.iter_mut().take(count) {
                    *value = from.word()? as i32;
                }
                Record::Settings(values)
            }
            _ => return None,
        })
    }
}

/// What of a name is kept: 48 bytes.
pub(super) fn name(name: &str) -> &str {
    let mut len = name.len().min(48);
    while !name.is_char_boundary(len) {
        len -= 1;
    }
    name.get(..len).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_come_back() {
        let entry = Entry {
            area: 1,
            size: 8192,
            crc: 0x1234_5678,
            grants: 5,
            uses: 1,
            limits: Limits { run_time: 1, memory: 2, kilo_steps: 3, recursion: 4, host_calls: 5, console: 6 },
            autostart: true,
            name: Line::from("square"),
        };
        let mut values = setting::DEFAULTS;
        values[2] = -7;
        for record in [Record::Header(9), Record::Program(entry), Record::Deleted, Record::Settings(values)] {
            let bytes = record.to_bytes();
            assert_eq!(Record::from_bytes(&bytes), Some(record));
            for at in 0..SIZE {
                let mut bad = bytes;
                bad[at] ^= 0x10;
                assert_eq!(Record::from_bytes(&bad), None, "byte {at}");
            }
        }
        assert_eq!(Record::from_bytes(&[0xFF; SIZE]), None);
    }
}
