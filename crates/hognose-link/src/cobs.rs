//! Consistent overhead byte stuffing: bytes without a zero, so that a zero can end a frame.
//!
//! Both directions work in place; a frame needs one buffer.

/// Bytes that stuffing may add to `length` bytes.
pub const fn overhead(length: usize) -> usize {
    length / 254 + 1
}

/// Stuffs `buffer[gap..gap + length]` to the front of `buffer` and returns the stuffed length.
///
/// `gap` must be at least [`overhead`]`(length)`, so that the output never overtakes the input. `None` if it is not, or
/// if the buffer is too short.
pub fn encode_in_place(buffer: &mut [u8], gap: usize, length: usize) -> Option<usize> {
    if gap < overhead(length) || gap.checked_add(length)? > buffer.len() {
        return None;
    }
    let mut code_at = 0;
    let mut out = 1;
    let mut code = 1u8;
    for at in gap..gap + length {
        let byte = buffer[at];
        if code == 0xFF {
            buffer[code_at] = code;
            code_at = out;
            out += 1;
            code = 1;
        }
        if byte == 0 {
            buffer[code_at] = code;
            code_at = out;
            out += 1;
            code = 1;
        } else {
            buffer[out] = byte;
            out += 1;
            code += 1;
        }
    }
    buffer[code_at] = code;
    Some(out)
}

/// Unstuffs `bytes` in place and returns the plain length, or the offset at which the stuffing is wrong.
pub fn decode_in_place(bytes: &mut [u8]) -> Result<usize, usize> {
    let mut read = 0;
    let mut write = 0;
    while read < bytes.len() {
        let code = usize::from(bytes[read]);
        if code == 0 || read + code > bytes.len() {
            return Err(read);
        }
        for at in read + 1..read + code {
            if bytes[at] == 0 {
                return Err(at);
            }
            bytes[write] = bytes[at];
            write += 1;
        }
        read += code;
        if code != 0xFF && read < bytes.len() {
            bytes[write] = 0;
            write += 1;
        }
    }
    Ok(write)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec;
    use std::vec::Vec;

    fn stuffed(plain: &[u8]) -> Vec<u8> {
        let gap = overhead(plain.len());
        let mut buffer = vec![0; gap];
        buffer.extend_from_slice(plain);
        let length = encode_in_place(&mut buffer, gap, plain.len()).unwrap();
        buffer.truncate(length);
        buffer
    }

    #[test]
    fn known_pairs() {
        assert_eq!(stuffed(&[]), [1]);
        assert_eq!(stuffed(&[0]), [1, 1]);
        assert_eq!(stuffed(&[0x11, 0x22, 0, 0x33]), [3, 0x11, 0x22, 2, 0x33]);
        assert_eq!(stuffed(&[0x11, 0, 0, 0]), [2, 0x11, 1, 1, 1]);
    }

    #[test]
    fn every_length_round_trips() {
        for length in 0..1200usize {
            for period in [1usize, 2, 7, 254, 255, 5000] {
                let plain: Vec<u8> = (0..length)
                    .map(|i| if (i + 1) % period == 0 { 0 } else { (i % 255) as u8 + 1 })
                    .collect();
                let mut bytes = stuffed(&plain);
                assert!(!bytes.contains(&0));
                assert!(bytes.len() <= length + overhead(length));
                let plain_length = decode_in_place(&mut bytes).unwrap();
                assert_eq!(&bytes[..plain_length], &plain[..], "{length} {period}");
            }
        }
    }

    #[test]
    fn wrong_stuffing_says_where() {
        assert_eq!(decode_in_place(&mut [5, 1, 2]), Err(0));
        assert_eq!(decode_in_place(&mut [2, 1, 0]), Err(2));
        assert_eq!(decode_in_place(&mut [3, 1, 0, 1]), Err(2));
        assert_eq!(encode_in_place(&mut [0; 4], 0, 3), None);
    }
}
