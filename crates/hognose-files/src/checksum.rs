//! CRC-32 of IEEE 802.3: polynomial 0xEDB88320 from the lowest bit on, all ones before and turned round after.

/// Sixteen steps of four bits.
const TABLE: [u32; 16] = table();

const fn table() -> [u32; 16] {
    let mut table = [0; 16];
    let mut i = 0;
    while i < 16 {
        let mut crc = i as u32;
        let mut bit = 0;
        while bit < 4 {
            crc = if crc & 1 != 0 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
            bit += 1;
        }
        table[i] = crc;
        i += 1;
    }
    table
}

/// A checksum on its way.
#[derive(Clone, Copy)]
pub(crate) struct Checksum(u32);

impl Checksum {
    pub(crate) fn new() -> Checksum {
        Checksum(!0)
    }

    pub(crate) fn add(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            for half in [byte, byte >> 4] {
                self.0 = self.0 >> 4 ^ TABLE[(self.0 as u8 ^ half) as usize & 15];
            }
        }
    }

    pub(crate) fn value(self) -> u32 {
        !self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Checksum;

    #[test]
    fn it_is_the_checksum_that_everybody_has() {
        let mut sum = Checksum::new();
        sum.add(b"1234");
        sum.add(b"56789");
        assert_eq!(sum.value(), 0xCBF4_3926);
    }
}
