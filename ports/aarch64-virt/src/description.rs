//! The description of the machine that lies at the start of RAM (a flattened device tree): how much RAM there is.

use crate::memory::RAM;

/// First word of every description.
const MAGIC: u32 = 0xd00d_feed;
/// Without a description: as much as this port needs at least.
const LEAST: usize = 128 << 20;
/// Longer ones are not believed.
const LONGEST: usize = 1 << 20;

/// Bytes of RAM.
pub fn memory() -> usize {
    // SAFETY: RAM that nothing writes to; the description ends below the stack's guard.
    let bytes = unsafe { core::slice::from_raw_parts(RAM as *const u8, LONGEST) };
    find(bytes).unwrap_or(LEAST)
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    let word = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_be_bytes(word.try_into().ok()?))
}

fn find(bytes: &[u8]) -> Option<usize> {
    if word(bytes, 0)? != MAGIC {
        return None;
    }
    let strings = word(bytes, 12)? as usize;
    let mut at = word(bytes, 8)? as usize;
    let mut in_memory = false;
    loop {
        let kind = word(bytes, at)?;
        at += 4;
        match kind {
            // A node begins: its name.
            1 => {
                let name = bytes.get(at..)?;
                let len = name.iter().position(|byte| *byte == 0)?;
                in_memory = name.starts_with(b"memory");
                at += (len + 4) & !3;
            }
            2 => in_memory = false,
            // A property: length, name, value.
            3 => {
                let (len, name) = (word(bytes, at)? as usize, word(bytes, at + 4)? as usize);
                let name = bytes.get(strings.checked_add(name)?..)?;
                if in_memory && name.starts_with(b"reg\0") && len >= 16 {
                    let (high, low) = (word(bytes, at + 16)?, word(bytes, at + 20)?);
                    return Some((u64::from(high) << 32 | u64::from(low)) as usize);
                }
                at = at.checked_add(8 + ((len + 3) & !3))?;
            }
            4 => {}
            _ => return None,
        }
    }
}
