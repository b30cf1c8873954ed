//! Hashes for the engine's own tables. Values that scripts see come from [`crate::num`].

/// Hash of bytes, 32 bits, the same on every machine. Eight bytes a step, multiply and fold.
pub const fn hash_bytes(bytes: &[u8]) -> u32 {
    let mut h: u64 = 0x9E37_79B9_7F4A_7C15 ^ bytes.len() as u64;
    let mut i = 0;
    while i + 8 <= bytes.len() {
        let word = u64::from_le_bytes([
            bytes[i],
            bytes[i + 1],
            bytes[i + 2],
            bytes[i + 3],
            bytes[i + 4],
            bytes[i + 5],
            bytes[i + 6],
            bytes[i + 7],
        ]);
        h = mix(h ^ word);
        i += 8;
    }
    if i < bytes.len() {
        let mut word = 0u64;
        let mut k = 0;
        while k < 8 && i + k < bytes.len() {
            word |= (bytes[i + k] as u64) << (8 * k);
            k += 1;
        }
        h = mix(h ^ word);
    }
    fold(h)
}

/// [`hash_bytes`] of up to 8 bytes that stand in a word, the first one lowest, zeros behind them.
#[inline]
pub const fn hash_few(word: u64, len: usize) -> u32 {
    let h = 0x9E37_79B9_7F4A_7C15 ^ len as u64;
    fold(if len == 0 { h } else { mix(h ^ word) })
}

/// Hash of one word.
#[inline]
pub const fn hash_word(word: u64) -> u32 {
    fold(mix(word ^ 0x9E37_79B9_7F4A_7C15))
}

/// A word whose [`hash_word`] is that: the visible hash of strings, so that a script's own `__hash__` may return it and
/// meet the string in a table.
#[inline]
pub const fn unhash_word(hash: u32) -> u64 {
    let b = hash as u64;
    let b = b ^ b >> 29 ^ b >> 58;
    let a = b.wrapping_mul(SECOND_INVERSE);
    let a = a ^ a >> 32;
    a.wrapping_mul(FIRST_INVERSE) ^ 0x9E37_79B9_7F4A_7C15
}

/// Joins the hash of a sequence so far with that of its next item.
#[inline]
pub const fn join(h: u32, item: u32) -> u32 {
    fold(mix(((h as u64) << 32 | item as u64) ^ 0xD6E8_FEB8_6659_FD93))
}

const FIRST: u64 = 0xE703_7ED1_A0B4_28DB;
const SECOND: u64 = 0xA076_1D64_78BD_642F;
/// Their inverses modulo 2^64.
const FIRST_INVERSE: u64 = 0x2E1B_9953_F3B3_9353;
const SECOND_INVERSE: u64 = 0x939C_72E4_AF1E_62CF;

#[inline]
const fn mix(x: u64) -> u64 {
    let a = x.wrapping_mul(FIRST);
    let b = (a ^ (a >> 32)).wrapping_mul(SECOND);
    b ^ (b >> 29)
}

#[inline]
const fn fold(h: u64) -> u32 {
    (h ^ (h >> 32)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_differ_in_the_low_bits() {
        let mut seen = [0u32; 64];
        for i in 0..64u64 {
            seen[(hash_word(i) & 63) as usize] += 1;
        }
        assert!(seen.iter().all(|&n| n < 6), "{seen:?}");
        assert_ne!(hash_bytes(b"ab"), hash_bytes(b"ba"));
    }

    #[test]
    fn few_bytes_hash_like_bytes() {
        for text in ["", "a", "abc", "hello", "eight888"] {
            let mut word = [0; 8];
            word[..text.len()].copy_from_slice(text.as_bytes());
            assert_eq!(hash_few(u64::from_le_bytes(word), text.len()), hash_bytes(text.as_bytes()));
        }
    }

    #[test]
    fn a_word_is_found_for_every_hash() {
        for hash in [0, 1, 2, 0x8000_0000, u32::MAX, hash_bytes(b"name")] {
            assert_eq!(hash_word(unhash_word(hash)), hash);
        }
        assert_eq!(FIRST.wrapping_mul(FIRST_INVERSE), 1);
        assert_eq!(SECOND.wrapping_mul(SECOND_INVERSE), 1);
    }
}
