//! CRC-32/ISO-HDLC (the one of zip, PNG and Ethernet), four bits at a time: 64 bytes of table.

const TABLE: [u32; 16] = {
    let mut table = [0; 16];
    let mut i = 0;
    while i < 16 {
        let mut value = i as u32;
        let mut bit = 0;
        while bit < 4 {
            value = if value & 1 == 1 { (value >> 1) ^ 0xedb8_8320 } else { value >> 1 };
            bit += 1;
        }
        table[i] = value;
        i += 1;
    }
    table
};

/// A CRC in the making.
#[derive(Clone, Copy, Debug)]
pub struct Crc(u32);

impl Crc {
    /// Of no bytes.
    pub const fn new() -> Self {
        Crc(u32::MAX)
    }

    /// With `bytes` after those before.
    #[must_use]
    pub fn with(self, bytes: &[u8]) -> Self {
        let mut value = self.0;
        for byte in bytes {
            value ^= u32::from(*byte);
            value = (value >> 4) ^ TABLE[(value & 15) as usize];
            value = (value >> 4) ^ TABLE[(value & 15) as usize];
        }
        Crc(value)
    }

    /// The figure.
    pub const fn value(self) -> u32 {
        !self.0
    }
}

impl Default for Crc {
    fn default() -> Self {
        Crc::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_the_published_check_value() {
        // "check" of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms.
        assert_eq!(Crc::new().with(b"1234").with(b"56789").value(), 0xcbf4_3926);
        assert_eq!(Crc::new().value(), 0);
    }
}
