//! As much of ELF files of 32 bits as sizes need.

/// What a program takes on a device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// Bytes of flash: code, constants, first values of variables.
    pub text: u64,
    /// Bytes of RAM that are taken before anything runs.
    pub ram: u64,
}

/// Sums up the sections of a little-endian file of 32 bits.
pub fn sizes(file: &[u8]) -> Option<Sizes> {
    const NOBITS: u32 = 8;
    const WRITE: u32 = 1;
    const ALLOC: u32 = 2;
    let half = |at: usize| Some(u16::from_le_bytes(file.get(at..at + 2)?.try_into().ok()?) as usize);
    let word = |at: usize| Some(u32::from_le_bytes(file.get(at..at + 4)?.try_into().ok()?));
    if file.get(..6)? != b"\x7fELF\x01\x01" {
        return None;
    }
    let (table, entry, count) = (word(32)? as usize, half(46)?, half(48)?);
    let mut sum = Sizes { text: 0, ram: 0 };
    for i in 0..count {
        let at = table + i * entry;
        let (kind, flags, size) = (word(at + 4)?, word(at + 8)?, word(at + 20)? as u64);
        if flags & ALLOC == 0 {
            continue;
        }
        if kind != NOBITS {
            sum.text += size;
        }
        if flags & WRITE != 0 {
            sum.ram += size;
        }
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file with nothing but a head and these sections: kind, flags, size.
    fn file(sections: &[[u32; 3]]) -> Vec<u8> {
        let mut bytes = b"\x7fELF\x01\x01".to_vec();
        bytes.resize(52, 0);
        bytes[32] = 52;
        bytes[46] = 40;
        bytes[48] = sections.len() as u8;
        for [kind, flags, size] in sections {
            let mut section = [0; 40];
            section[4..8].copy_from_slice(&kind.to_le_bytes());
            section[8..12].copy_from_slice(&flags.to_le_bytes());
            section[20..24].copy_from_slice(&size.to_le_bytes());
            bytes.extend(section);
        }
        bytes
    }

    #[test]
    fn code_variables_and_notes_are_told_apart() {
        let bytes = file(&[[1, 6, 1000], [1, 2, 200], [1, 3, 30], [8, 3, 4000], [1, 0, 50000]]);
        assert_eq!(sizes(&bytes), Some(Sizes { text: 1230, ram: 4030 }));
        assert_eq!(sizes(&bytes[..60]), None);
        assert_eq!(sizes(b"\x7fELF\x02\x01"), None);
    }
}
