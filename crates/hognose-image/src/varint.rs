//! Numbers of changing length, and a cursor over bytes that cannot run out of them badly.
//!
//! 7 bits a byte, low bits first, high bit set on all but the last byte. Only the shortest form is read, so that a number
//! has one spelling and an image one form. Signed numbers are zigzag coded: 0, -1, 1, -2 are 0, 1, 2, 3.

/// Most bytes a 32-bit number takes.
pub const MAX_U32: usize = 5;
/// Most bytes a 64-bit number takes.
pub const MAX_U64: usize = 10;

/// Zigzag form of a signed 32-bit number.
pub const fn zigzag32(value: i32) -> u32 {
    ((value << 1) ^ (value >> 31)) as u32
}

/// The number whose zigzag form this is.
pub const fn unzigzag32(value: u32) -> i32 {
    ((value >> 1) as i32) ^ -((value & 1) as i32)
}

/// Zigzag form of a signed 64-bit number.
pub const fn zigzag64(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

/// The number whose zigzag form this is.
pub const fn unzigzag64(value: u64) -> i64 {
    ((value >> 1) as i64) ^ -((value & 1) as i64)
}

/// Bytes that `value` takes, 1 to 10.
pub const fn len(value: u64) -> usize {
    let bits = 64 - (value | 1).leading_zeros() as usize;
    bits.div_ceil(7)
}

/// Writes `value` at the start of `out`; gives the bytes written. `out` has to hold [`len`] bytes: with less, nothing past
/// its end is written.
pub fn write(value: u64, out: &mut [u8]) -> usize {
    let mut rest = value;
    let mut count = 0;
    for byte in out {
        count += 1;
        if rest < 0x80 {
            *byte = rest as u8;
            break;
        }
        *byte = rest as u8 | 0x80;
        rest >>= 7;
    }
    count
}

/// Reads bytes in order; every read past the end or of a malformed number gives `None`.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    /// A cursor at the start of `bytes`.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Cursor { bytes, at: 0 }
    }

    /// A cursor at byte `at` of `bytes`.
    pub const fn starting(bytes: &'a [u8], at: usize) -> Self {
        Cursor { bytes, at }
    }

    /// Bytes read so far, counted from the start of the slice.
    pub const fn at(&self) -> usize {
        self.at
    }

    /// Whether all was read.
    pub const fn is_empty(&self) -> bool {
        self.at >= self.bytes.len()
    }

    /// All that was not read yet.
    pub fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or(&[])
    }

    /// The next byte.
    pub fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    /// The next `count` bytes.
    pub fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let end = self.at.checked_add(count)?;
        let taken = self.bytes.get(self.at..end)?;
        self.at = end;
        Some(taken)
    }

    /// The next two bytes, little-endian.
    pub fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(self.take(2)?.try_into().ok()?))
    }

    /// The next three bytes, little-endian.
    pub fn u24(&mut self) -> Option<u32> {
        match self.take(3)? {
            &[a, b, c] => Some(u32::from_le_bytes([a, b, c, 0])),
            _ => None,
        }
    }

    /// The next four bytes, little-endian.
    pub fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    /// The next eight bytes, little-endian.
    pub fn u64(&mut self) -> Option<u64> {
        Some(u64::from_le_bytes(self.take(8)?.try_into().ok()?))
    }

    /// The next varint of at most 32 bits.
    pub fn varint(&mut self) -> Option<u32> {
        // Nearly all numbers of an image are below 128.
        let first = *self.bytes.get(self.at)?;
        if first < 0x80 {
            self.at += 1;
            return Some(u32::from(first));
        }
        // Most others below 16384.
        if let Some(&second @ 1..0x80) = self.bytes.get(self.at + 1) {
            self.at += 2;
            return Some(u32::from(first & 0x7f) | u32::from(second) << 7);
        }
        u32::try_from(self.varint64()?).ok()
    }

    /// The next varint of at most 64 bits.
    pub fn varint64(&mut self) -> Option<u64> {
        let mut value = 0u64;
        let mut shift = 0;
        loop {
            let byte = self.byte()?;
            let part = u64::from(byte & 0x7f);
            if shift == 63 && part > 1 {
                return None;
            }
            value |= part << shift;
            if byte < 0x80 {
                // A last byte of zero adds nothing: not the shortest form.
                return if byte == 0 && shift > 0 { None } else { Some(value) };
            }
            shift += 7;
            if shift > 63 {
                return None;
            }
        }
    }

    /// The next signed varint of at most 32 bits.
    pub fn signed(&mut self) -> Option<i32> {
        self.varint().map(unzigzag32)
    }

    /// The next signed varint of at most 64 bits.
    pub fn signed64(&mut self) -> Option<i64> {
        self.varint64().map(unzigzag64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        for value in [0, 1, 127, 128, 16383, 16384, u64::from(u32::MAX), 1 << 62, u64::MAX] {
            let mut out = [0; MAX_U64];
            let count = write(value, &mut out);
            assert_eq!(count, len(value));
            let mut cursor = Cursor::new(&out[..count]);
            assert_eq!(cursor.varint64(), Some(value));
            assert!(cursor.is_empty());
        }
        for value in [0, -1, 1, i64::MIN, i64::MAX] {
            assert_eq!(unzigzag64(zigzag64(value)), value);
        }
        for value in [0, -1, 1, i32::MIN, i32::MAX] {
            assert_eq!(unzigzag32(zigzag32(value)), value);
        }
    }

    #[test]
    fn only_the_shortest_form_is_read() {
        assert_eq!(Cursor::new(&[0x80, 0x00]).varint(), None);
        assert_eq!(Cursor::new(&[0x81, 0x80, 0x00]).varint(), None);
        assert_eq!(Cursor::new(&[0x80, 0x01]).varint(), Some(128));
        assert_eq!(Cursor::new(&[0xff, 0xff, 0xff, 0xff, 0x0f]).varint(), Some(u32::MAX));
        assert_eq!(Cursor::new(&[0xff, 0xff, 0xff, 0xff, 0x1f]).varint(), None);
        assert_eq!(Cursor::new(&[0xff]).varint(), None);
        assert_eq!(Cursor::new(&[0xff; 9]).varint64(), None);
        let mut top = [0xff; 10];
        top[9] = 1;
        assert_eq!(Cursor::new(&top).varint64(), Some(u64::MAX));
        top[9] = 2;
        assert_eq!(Cursor::new(&top).varint64(), None);
    }
}
