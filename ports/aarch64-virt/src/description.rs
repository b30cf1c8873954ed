//! The description of the machine that lies at the start of RAM (a flattened device tree): how much RAM there is, and a secret
//! number.

use crate::memory::RAM;

/// First word of every description.
const MAGIC: u32 = 0xd00d_feed;
/// Without a description: as much as this port needs at least.
const LEAST: usize = 128 << 20;
/// Longer ones are not believed.
const LONGEST: usize = 1 << 20;

fn bytes() -> &'static [u8] {
    // SAFETY: RAM that nothing writes to; the description ends below the stack's guard.
    unsafe { core::slice::from_raw_parts(RAM as *const u8, LONGEST) }
}

/// Bytes of RAM.
pub fn memory() -> usize {
    let reg = find(bytes(), b"memory", b"reg\0");
    let word = |at| reg.and_then(|reg| word(reg, at));
    match (word(8), word(12)) {
        (Some(high), Some(low)) => (u64::from(high) << 32 | u64::from(low)) as usize,
        _ => LEAST,
    }
}

/// Bytes that nobody but this machine knows; none when it was not given any.
pub fn secret() -> &'static [u8] {
    find(bytes(), b"chosen", b"rng-seed\0").unwrap_or_default()
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    let word = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_be_bytes(word.try_into().ok()?))
}

/// The value of a property, its name with a 0, in the first node whose name begins so.
fn find<'b>(bytes: &'b [u8], node: &[u8], property: &[u8]) -> Option<&'b [u8]> {
    if word(bytes, 0)? != MAGIC {
        return None;
    }
    let strings = word(bytes, 12)? as usize;
    let mut at = word(bytes, 8)? as usize;
    let mut inside = false;
    loop {
        let kind = word(bytes, at)?;
        at += 4;
        match kind {
            // A node begins: its name.
            1 => {
                let name = bytes.get(at..)?;
                let len = name.iter().position(|byte| *byte == 0)?;
                inside = name.starts_with(node);
                at += (len + 4) & !3;
            }
            2 => inside = false,
            // A property: length, name, value.
            3 => {
                let (len, name) = (word(bytes, at)? as usize, word(bytes, at + 4)? as usize);
                let name = bytes.get(strings.checked_add(name)?..)?;
                if inside && name.starts_with(property) {
                    return bytes.get(at + 8..)?.get(..len);
                }
                at = at.checked_add(8 + ((len + 3) & !3))?;
            }
            4 => {}
            _ => return None,
        }
    }
}
