//! Prefix varints: the encoding of every operand.
//!
//! The lowest set bit of the first byte tells the length, the bytes are little-endian:
//!
//! ```text
//! xxxxxxx1                         1 byte,   7 bits of value
//! xxxxxx10 xxxxxxxx                2 bytes, 14 bits
//! xxxxx100 ...                     3 bytes, 21 bits
//! xxxx1000 ...                     4 bytes, 28 bits
//! xxx10000 ...                     5 bytes, 35 bits
//! xxx00000                         not a varint
//! ```

/// Bytes of the longest varint.
pub const MAX_LEN: usize = 5;

/// First value that has no varint.
pub const LIMIT: u64 = 1 << 35;

/// Length in bytes that a first byte announces, `None` when it is not the start of a varint.
#[must_use]
#[inline]
pub const fn len_of_head(head: u8) -> Option<u32> {
    let zeros = head.trailing_zeros();
    if zeros < MAX_LEN as u32 { Some(zeros + 1) } else { None }
}

/// Decodes the varint at the start of `bytes`: value and length. Over-long forms mean the same as
/// short ones. `None` when the first byte is not one of a varint, or bytes are missing.
#[must_use]
pub fn decode(bytes: &[u8]) -> Option<(u64, usize)> {
    let len = len_of_head(*bytes.first()?)? as usize;
    let mut raw = [0; 8];
    for (to, from) in raw.iter_mut().zip(bytes.get(..len)?) {
        *to = *from;
    }
    Some((u64::from_le_bytes(raw) >> len, len))
}

/// Bytes that the shortest varint of `value` takes, `None` from [`LIMIT`] on.
#[must_use]
pub const fn len(value: u64) -> Option<usize> {
    if value >= LIMIT {
        return None;
    }
    let bits = u64::BITS - value.leading_zeros();
    Some(if bits == 0 { 1 } else { bits.div_ceil(7) as usize })
}

/// The shortest varint of `value`: the first `len` bytes of the array. `None` from [`LIMIT`] on.
#[must_use]
pub fn encode(value: u64) -> Option<([u8; MAX_LEN], usize)> {
    let n = len(value)?;
    let raw = (value << n | 1 << (n - 1)).to_le_bytes();
    let mut bytes = [0; MAX_LEN];
    bytes.copy_from_slice(&raw[..MAX_LEN]);
    Some((bytes, n))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_of_every_length() {
        for n in 1..=MAX_LEN {
            let last = (1u64 << (7 * n)) - 1;
            assert_eq!(len(last), Some(n));
            let (bytes, used) = encode(last).unwrap();
            assert_eq!(used, n);
            assert_eq!(decode(&bytes), Some((last, n)));
            assert_eq!(len(last + 1), (n < MAX_LEN).then_some(n + 1));
        }
        assert_eq!(encode(0), Some(([1, 0, 0, 0, 0], 1)));
    }

    #[test]
    fn over_long_is_the_same_value() {
        assert_eq!(decode(&[0x29]), Some((20, 1)));
        assert_eq!(decode(&[0x52, 0]), Some((20, 2)));
        assert_eq!(decode(&[0x90, 2, 0, 0, 0]), Some((20, 5)));
    }

    #[test]
    fn bad_heads_and_missing_bytes() {
        for head in 0..=255u8 {
            assert_eq!(len_of_head(head).is_none(), head & 31 == 0, "{head:#x}");
        }
        assert_eq!(decode(&[]), None);
        assert_eq!(decode(&[0x20, 0, 0, 0, 0]), None);
        assert_eq!(decode(&[0x10, 0, 0, 0]), None);
    }
}
