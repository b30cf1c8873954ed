//! Memory made of two slices, RAM and code, and the bus over it.

use crate::bus::{BAD_ADDRESS, Bus, BusError, Call, HostCall, UNKNOWN_FUNCTION};
use core::fmt;

/// RAM and read-only code at fixed addresses. An access must lie wholly inside one of the two.
#[derive(Debug)]
pub struct Memory<'a> {
    pub(crate) ram_base: u32,
    pub(crate) ram: &'a mut [u8],
    pub(crate) code_base: u32,
    pub(crate) code: &'a [u8],
}

/// Why RAM and code cannot be mapped so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapError {
    /// RAM runs past the end of the 32-bit address space.
    RamTooLong,
    /// Code runs past the end of the 32-bit address space.
    CodeTooLong,
    /// RAM and code share addresses.
    Overlap,
}

impl fmt::Display for MapError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::RamTooLong => "RAM runs past address 0xffffffff",
            Self::CodeTooLong => "code runs past address 0xffffffff",
            Self::Overlap => "RAM and code overlap",
        })
    }
}

impl core::error::Error for MapError {}

impl<'a> Memory<'a> {
    /// Maps `ram` at `ram_base` and `code` at `code_base`.
    ///
    /// # Errors
    /// When one of them leaves the address space, or they overlap.
    pub fn new(ram_base: u32, ram: &'a mut [u8], code_base: u32, code: &'a [u8]) -> Result<Self, MapError> {
        let ram_end = u64::from(ram_base) + ram.len() as u64;
        let code_end = u64::from(code_base) + code.len() as u64;
        if ram_end > 1 << 32 {
            return Err(MapError::RamTooLong);
        }
        if code_end > 1 << 32 {
            return Err(MapError::CodeTooLong);
        }
        let apart = ram_end <= u64::from(code_base) || code_end <= u64::from(ram_base);
        if !(apart || ram.is_empty() || code.is_empty()) {
            return Err(MapError::Overlap);
        }
        Ok(Self { ram_base, ram, code_base, code })
    }

    /// The same memory, borrowed for a shorter time.
    #[inline]
    pub fn reborrow(&mut self) -> Memory<'_> {
        Memory { ram_base: self.ram_base, ram: self.ram, code_base: self.code_base, code: self.code }
    }

    /// RAM.
    pub fn ram(&mut self) -> &mut [u8] {
        self.ram
    }

    /// Address of the first byte of RAM.
    #[must_use]
    pub fn ram_base(&self) -> u32 {
        self.ram_base
    }

    /// Code.
    #[must_use]
    pub fn code(&self) -> &'a [u8] {
        self.code
    }

    /// Address of the first byte of code.
    #[must_use]
    pub fn code_base(&self) -> u32 {
        self.code_base
    }

    /// Reads `len` bytes (up to 4) at `address`, zero-extended.
    ///
    /// # Errors
    /// [`BAD_ADDRESS`] when the bytes are not all RAM or all code.
    #[inline]
    pub fn read(&self, address: u32, len: u32) -> Result<u32, BusError> {
        load(self.ram, address.wrapping_sub(self.ram_base), len)
            .or_else(|| load(self.code, address.wrapping_sub(self.code_base), len))
            .ok_or(BusError::new(BAD_ADDRESS))
    }

    /// Writes the low `len` bytes (up to 4) of `value` at `address`.
    ///
    /// # Errors
    /// [`BAD_ADDRESS`] when the bytes are not all RAM.
    #[inline]
    pub fn write(&mut self, address: u32, value: u32, len: u32) -> Result<(), BusError> {
        store(self.ram, address.wrapping_sub(self.ram_base), value, len).ok_or(BusError::new(BAD_ADDRESS))
    }

    /// The `len` bytes at `address`, for host functions that take text or tables.
    /// `None` when they are not all RAM or all code.
    #[must_use]
    pub fn bytes(&self, address: u32, len: usize) -> Option<&[u8]> {
        fn part(bytes: &[u8], from: u32, len: usize) -> Option<&[u8]> {
            bytes.get(from as usize..)?.get(..len)
        }
        part(self.ram, address.wrapping_sub(self.ram_base), len)
            .or_else(|| part(self.code, address.wrapping_sub(self.code_base), len))
    }

    /// The `len` bytes of RAM at `address`, to be written.
    #[must_use]
    pub fn bytes_mut(&mut self, address: u32, len: usize) -> Option<&mut [u8]> {
        self.ram.get_mut(address.wrapping_sub(self.ram_base) as usize..)?.get_mut(..len)
    }

    /// The bytes from `address` up to the first zero byte, the text form of the assembler's `D("...")`.
    /// `None` when there is no zero byte before the region ends.
    #[must_use]
    pub fn text(&self, address: u32) -> Option<&[u8]> {
        fn part(bytes: &[u8], from: u32) -> Option<&[u8]> {
            let rest = bytes.get(from as usize..)?;
            rest.get(..rest.iter().position(|&b| b == 0)?)
        }
        part(self.ram, address.wrapping_sub(self.ram_base))
            .or_else(|| part(self.code, address.wrapping_sub(self.code_base)))
    }
}

/// The little-endian word of the first `len` bytes at `at`.
#[inline(always)]
pub(crate) fn load(bytes: &[u8], at: u32, len: u32) -> Option<u32> {
    let rest = bytes.get(at as usize..)?;
    match len {
        4 => rest.first_chunk().map(|b| u32::from_le_bytes(*b)),
        1 => rest.first().map(|b| u32::from(*b)),
        2 => rest.first_chunk().map(|b| u32::from(u16::from_le_bytes(*b))),
        _ => rest.first_chunk().map(|&[a, b, c]| u32::from_le_bytes([a, b, c, 0])),
    }
}

/// Stores the low `len` bytes of `value` at `at`.
#[inline(always)]
pub(crate) fn store(bytes: &mut [u8], at: u32, value: u32, len: u32) -> Option<()> {
    let rest = bytes.get_mut(at as usize..)?;
    let value = value.to_le_bytes();
    match len {
        4 => *rest.first_chunk_mut()? = value,
        1 => *rest.first_mut()? = value[0],
        _ => *rest.first_chunk_mut()? = [value[0], value[1]],
    }
    Some(())
}

/// The functions a host offers to programs, by number.
pub trait Host {
    /// Calls function `call.func`. Arguments and results are words; anything larger is passed
    /// through `memory`.
    ///
    /// # Errors
    /// An error code, negative by convention ([`UNKNOWN_FUNCTION`]), fails the instruction.
    fn call(&mut self, call: HostCall<'_>, memory: &mut Memory<'_>) -> Result<Call, i32>;
}

impl<F: FnMut(HostCall<'_>, &mut Memory<'_>) -> Result<Call, i32>> Host for F {
    fn call(&mut self, call: HostCall<'_>, memory: &mut Memory<'_>) -> Result<Call, i32> {
        self(call, memory)
    }
}

/// A host without functions.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoHost;

impl Host for NoHost {
    fn call(&mut self, _call: HostCall<'_>, _memory: &mut Memory<'_>) -> Result<Call, i32> {
        Err(UNKNOWN_FUNCTION)
    }
}

/// The usual bus: [`Memory`] and a [`Host`].
#[derive(Debug)]
pub struct Regions<'a, H> {
    /// RAM and code.
    pub memory: Memory<'a>,
    /// Host functions.
    pub host: H,
}

impl<'a, H: Host> Regions<'a, H> {
    /// RAM and code with these host functions.
    pub fn new(memory: Memory<'a>, host: H) -> Self {
        Self { memory, host }
    }
}

impl<H: Host> Bus for Regions<'_, H> {
    #[inline]
    fn read(&mut self, address: u32, len: u32) -> Result<u32, BusError> {
        self.memory.read(address, len)
    }

    #[inline]
    fn write(&mut self, address: u32, value: u32, len: u32) -> Result<(), BusError> {
        self.memory.write(address, value, len)
    }

    fn call(&mut self, call: HostCall<'_>) -> Result<Call, i32> {
        self.host.call(call, &mut self.memory)
    }

    #[inline(always)]
    fn peek(&self, pc: u32) -> Option<u64> {
        let at = pc.wrapping_sub(self.memory.code_base) as usize;
        self.memory.code.get(at..)?.first_chunk().map(|b| u64::from_le_bytes(*b))
    }

    fn memory(&mut self) -> Option<Memory<'_>> {
        Some(self.memory.reborrow())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accesses_stay_in_their_region() {
        let mut ram = [1, 2, 3, 4, 5, 6, 7, 8];
        let code = [9, 10, 11, 12, 0];
        let mut memory = Memory::new(16, &mut ram, 24, &code).unwrap();
        assert_eq!(memory.read(16, 4), Ok(0x0403_0201));
        assert_eq!(memory.read(20, 4), Ok(0x0807_0605));
        assert_eq!(memory.read(23, 1), Ok(8));
        assert_eq!(memory.read(24, 3), Ok(0x000b_0a09));
        for (address, len) in [(15, 1), (21, 4), (23, 2), (26, 4), (29, 1), (u32::MAX, 4), (0, 1)] {
            assert_eq!(memory.read(address, len), Err(BusError::new(BAD_ADDRESS)), "{address} {len}");
        }
        assert_eq!(memory.write(22, 0xaabb_ccdd, 2), Ok(()));
        assert_eq!(memory.bytes(20, 4), Some(&[5, 6, 0xdd, 0xcc][..]));
        for (address, len) in [(23, 2), (24, 1), (14, 4)] {
            assert_eq!(memory.write(address, 0, len), Err(BusError::new(BAD_ADDRESS)), "{address} {len}");
        }
        assert_eq!(memory.text(25), Some(&[10, 11, 12][..]));
        assert_eq!(memory.text(16), None);
        assert_eq!(memory.bytes(28, 2), None);
        assert_eq!(memory.bytes_mut(24, 1), None);
    }

    #[test]
    fn maps_that_cannot_be() {
        let mut ram = [0; 8];
        let code = [0; 8];
        let mut map = |ram_base, code_base| Memory::new(ram_base, &mut ram, code_base, &code).err();
        assert_eq!(map(0, 7), Some(MapError::Overlap));
        assert_eq!(map(7, 0), Some(MapError::Overlap));
        assert_eq!(map(0, 8), None);
        assert_eq!(map(8, 0), None);
        assert_eq!(map(0xffff_fff9, 0), Some(MapError::RamTooLong));
        assert_eq!(map(0, 0xffff_fff9), Some(MapError::CodeTooLong));
        assert_eq!(map(0, 0xffff_fff8), None);
    }
}
