//! Hashes that scripts can see: numbers, tuples and frozen sets hash as in CPython on 64-bit machines; text hashes with a
//! function of our own, since CPython's differs from run to run.

use super::bigint::{Int, pieces, trim};

/// Numbers hash to their value modulo this prime, 2^61 - 1, so that equal numbers of different types hash alike.
const MODULUS: u64 = (1 << 61) - 1;
/// The hash of infinity.
const INFINITY: i64 = 314159;
/// What the imaginary part counts.
const IMAGINARY: u64 = 1_000_003;

/// -1 means "error" inside of CPython, so nothing hashes to it.
fn signed(neg: bool, size: u64) -> i64 {
    let hash = if neg { -(size as i64) } else { size as i64 };
    if hash == -1 { -2 } else { hash }
}

/// `value * 2^by` modulo the prime: bits that leave at the top come back at the bottom.
fn rotate(value: u64, by: u32) -> u64 {
    let by = by % 61;
    (value << by & MODULUS) | value >> (61 - by)
}

/// `hash(value)` of a small integer.
pub fn hash_i64(value: i64) -> i64 {
    signed(value < 0, value.unsigned_abs() % MODULUS)
}

/// `hash(value)` of any integer. Cost: `n` steps.
pub fn hash_int(value: Int) -> i64 {
    let mag = trim(value.mag);
    let size = mag.iter().rev().fold(0, |size, &limb| {
        let sum = rotate(size, 32) + u64::from(limb);
        if sum >= MODULUS { sum - MODULUS } else { sum }
    });
    signed(value.neg, size)
}

/// `hash(value)` of a float. `None` for NaN, which hashes by identity.
pub fn hash_f64(value: f64) -> Option<i64> {
    if value.is_nan() {
        return None;
    }
    if value.is_infinite() {
        return Some(if value > 0.0 { INFINITY } else { -INFINITY });
    }
    let (mantissa, exponent) = pieces(value);
    Some(signed(value < 0.0, rotate(mantissa, exponent.rem_euclid(61).unsigned_abs())))
}

/// `hash` of a complex number, given the hashes of its parts.
pub fn hash_complex(real: i64, imag: i64) -> i64 {
    let hash = (real as u64).wrapping_add((imag as u64).wrapping_mul(IMAGINARY)) as i64;
    if hash == -1 { -2 } else { hash }
}

/// `hash` of a tuple from the hashes of its items, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TupleHash {
    sum: u64,
    items: u64,
}

/// The primes of xxHash 64, which CPython's tuple hash is a short form of.
const PRIMES: [u64; 3] = [11_400_714_785_074_694_791, 14_029_467_366_897_019_727, 2_870_177_450_012_600_261];

impl Default for TupleHash {
    fn default() -> Self {
        TupleHash { sum: PRIMES[2], items: 0 }
    }
}

impl TupleHash {
    /// Takes the hash of the next item.
    pub fn add(&mut self, hash: i64) {
        let sum = self.sum.wrapping_add((hash as u64).wrapping_mul(PRIMES[1]));
        self.sum = sum.rotate_left(31).wrapping_mul(PRIMES[0]);
        self.items += 1;
    }

    /// The hash of the tuple.
    pub fn end(self) -> i64 {
        match self.sum.wrapping_add(self.items ^ PRIMES[2] ^ 3_527_539) as i64 {
            -1 => 1_546_275_796,
            hash => hash,
        }
    }
}

/// `hash` of a frozen set from the hashes of its items, in any order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SetHash {
    mixed: u64,
    items: u64,
}

impl SetHash {
    /// Takes the hash of an item.
    pub fn add(&mut self, hash: i64) {
        let hash = hash as u64;
        self.mixed ^= ((hash ^ 89_869_747) ^ (hash << 16)).wrapping_mul(3_644_798_167);
        self.items += 1;
    }

    /// The hash of the set.
    pub fn end(self) -> i64 {
        let hash = self.mixed ^ (self.items + 1).wrapping_mul(1_927_868_237);
        let hash = (hash ^ hash >> 11 ^ hash >> 25).wrapping_mul(69_069).wrapping_add(907_133_923);
        match hash as i64 {
            -1 => 590_923_713,
            hash => hash,
        }
    }
}

/// Hash of bytes, the same on every machine for the same seed. With a seed that an attacker does not know, sets of
/// strings that all collide are hard to find; it is no cryptographic hash. Cost: a step for every eight bytes.
pub fn hash_bytes(seed: u64, bytes: &[u8]) -> u64 {
    let mut hash = fold(seed ^ 0x9E37_79B9_7F4A_7C15, bytes.len() as u64 ^ 0xD6E8_FEB8_6659_FD93);
    let mut words = bytes.chunks_exact(8);
    for word in &mut words {
        let word = word.try_into().map_or(0, u64::from_le_bytes);
        hash = fold(hash ^ word, 0xA076_1D64_78BD_642F);
    }
    let rest = words.remainder();
    if !rest.is_empty() {
        let mut word = [0; 8];
        word[..rest.len()].copy_from_slice(rest);
        hash = fold(hash ^ u64::from_le_bytes(word), 0xE703_7ED1_A0B4_28DB);
    }
    fold(hash, 0x9E37_79B9_7F4A_7C15)
}

/// A 64-bit hash as 32 bits, all of them depending on all of it.
pub fn mix32(hash: u64) -> u32 {
    let mixed = (hash ^ hash >> 32).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    (mixed >> 32) as u32
}

/// Both halves of the product, and the factor again, so that a zero does not stick.
fn fold(a: u64, b: u64) -> u64 {
    let wide = u128::from(a) * u128::from(b);
    (wide as u64) ^ (wide >> 64) as u64 ^ a.rotate_left(23)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_hashes_spread() {
        let mut seen = [0u8; 256];
        for value in 0..2048u32 {
            let bytes = value.to_le_bytes();
            seen[(hash_bytes(7, &bytes) & 255) as usize] += 1;
        }
        // 8 each on average; the squares of the distances sum up to about 8 * 256 when places are random.
        let squares: u32 = seen.iter().map(|&count| u32::from(count.abs_diff(8)).pow(2)).sum();
        assert!((1400..2800).contains(&squares), "{squares}");
        let zeros = [0; 32];
        for len in 1..32 {
            assert_ne!(hash_bytes(1, &zeros[..len]), hash_bytes(1, &zeros[..len - 1]));
        }
        assert_ne!(hash_bytes(1, b"spam"), hash_bytes(2, b"spam"));
        // Snapshots and images may hold hashes: they must not change.
        assert_eq!(hash_bytes(0, b"hognose"), 0x9938_2331_2af7_396b);
    }

    #[test]
    fn every_bit_counts_in_32() {
        for bit in 0..64 {
            assert_ne!(mix32(1 << bit), mix32(0), "bit {bit}");
        }
    }
}
