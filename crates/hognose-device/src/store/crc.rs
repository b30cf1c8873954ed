//! CRC-32 without a table: programs are short, and flash is dear.

/// CRC-32/ISO-HDLC over bytes that come in pieces.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Crc(u32);

impl Crc {
    /// Over nothing.
    pub const fn new() -> Crc {
        Crc(u32::MAX)
    }

    /// Over these bytes too.
    pub fn update(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 ^= u32::from(*byte);
            for _ in 0..8 {
                self.0 = self.0 >> 1 ^ (0xEDB8_8320 & (self.0 & 1).wrapping_neg());
            }
        }
    }

    /// Its value.
    pub const fn value(self) -> u32 {
        !self.0
    }
}

/// CRC-32 of these bytes.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc.value()
}

#[cfg(test)]
mod tests {
    #[test]
    fn it_is_the_usual_one() {
        assert_eq!(super::crc32(b"123456789"), 0xCBF4_3926);
    }
}
