//! The words inside operands.
//!
//! A source is one varint `m`, and after an indirect one its offset, which is a source again:
//!
//! ```text
//! m bits   2 1 0   payload
//!          . 0 0   m >> 2   immediate p
//!          . 1 0   m >> 2   immediate ~p
//!          0 0 1   m >> 3   memory at 4p
//!          1 0 1   m >> 3   memory at p
//!          0 1 1   m >> 3   memory at (word at 4p) + offset
//!          1 1 1   m >> 3   memory at (word at p) + offset
//! ```
//!
//! A target is a source without its lowest bit, which would be 1: `m` bits 1 0 and payload `m >> 2`.

/// How a memory operand finds its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// An immediate word. Never a target.
    Immediate(i32),
    /// Memory at this byte address.
    Memory(u32),
    /// Memory at the word stored at this byte address plus the offset that follows.
    Indirect(u32),
}

impl Mode {
    /// What a source varint means.
    #[must_use]
    #[inline]
    pub fn of_source(key: u64) -> Self {
        match key & 3 {
            0 | 2 => Self::Immediate(immediate(key) as i32),
            1 => Self::Memory(source_address(key)),
            _ => Self::Indirect(source_address(key)),
        }
    }

    /// What a target varint means.
    #[must_use]
    #[inline]
    pub fn of_target(key: u64) -> Self {
        if key & 1 == 0 { Self::Memory(target_address(key)) } else { Self::Indirect(target_address(key)) }
    }

    /// The varint value of this operand as a source, the shortest form.
    #[must_use]
    pub fn source_key(self) -> u64 {
        match self {
            Self::Immediate(value) if value < 0 => (u64::from(!value as u32) << 2) | 2,
            Self::Immediate(value) => u64::from(value as u32) << 2,
            Self::Memory(address) => address_key(address, 0) << 1 | 1,
            Self::Indirect(reference) => address_key(reference, 1) << 1 | 1,
        }
    }

    /// The varint value of this operand as a target. `None` for an immediate.
    #[must_use]
    pub fn target_key(self) -> Option<u64> {
        match self {
            Self::Immediate(_) => None,
            Self::Memory(address) => Some(address_key(address, 0)),
            Self::Indirect(reference) => Some(address_key(reference, 1)),
        }
    }
}

/// Target form of a memory operand: words are counted by four, which makes them short.
fn address_key(address: u32, indirect: u64) -> u64 {
    if address % 4 == 0 {
        u64::from(address / 4) << 2 | indirect
    } else {
        u64::from(address) << 2 | 2 | indirect
    }
}

/// The word of an immediate source. The payload is cut to 32 bits before the complement.
#[inline(always)]
pub(crate) fn immediate(key: u64) -> u32 {
    let payload = (key >> 2) as u32;
    if key & 2 == 0 { payload } else { !payload }
}

/// The address in a memory or indirect source.
#[inline(always)]
pub(crate) fn source_address(key: u64) -> u32 {
    target_address(key >> 1)
}

/// The address in a target.
#[inline(always)]
pub(crate) fn target_address(key: u64) -> u32 {
    let payload = (key >> 2) as u32;
    if key & 2 == 0 { payload << 2 } else { payload }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_back() {
        let modes = [
            Mode::Immediate(0),
            Mode::Immediate(-1),
            Mode::Immediate(i32::MIN),
            Mode::Immediate(i32::MAX),
            Mode::Memory(0),
            Mode::Memory(5),
            Mode::Memory(0xffff_fffc),
            Mode::Memory(u32::MAX),
            Mode::Indirect(52),
            Mode::Indirect(70001),
        ];
        for mode in modes {
            assert_eq!(Mode::of_source(mode.source_key()), mode);
            if let Some(key) = mode.target_key() {
                assert_eq!(Mode::of_target(key), mode);
            }
        }
    }

    #[test]
    fn payloads_are_cut() {
        assert_eq!(Mode::of_source(0x1_ffff_ffff << 2), Mode::Immediate(-1));
        assert_eq!(Mode::of_source((1 << 32) << 2 | 2), Mode::Immediate(-1));
        assert_eq!(Mode::of_target(0x4000_0001 << 2), Mode::Memory(4));
    }
}
