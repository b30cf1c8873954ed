//! SHA-512 (FIPS 180-4): what `random.seed` turns text into a number with.

/// First 64 bits of the fractional parts of the cube roots of the first 80 primes.
static ROUNDS: [u64; 80] = ROUND_CONSTANTS;

const ROUND_CONSTANTS: [u64; 80] = {
    let mut constants = [0; 80];
    let (mut found, mut candidate) = (0, 2);
    while found < 80 {
        if is_prime(candidate) {
            constants[found] = root_fraction(candidate, 3);
            found += 1;
        }
        candidate += 1;
    }
    constants
};

/// The same of the square roots of the first eight.
const START: [u64; 8] = {
    let mut start = [0; 8];
    let (mut found, mut candidate) = (0, 2);
    while found < 8 {
        if is_prime(candidate) {
            start[found] = root_fraction(candidate, 2);
            found += 1;
        }
        candidate += 1;
    }
    start
};

const fn is_prime(number: u64) -> bool {
    let mut divisor = 2;
    while divisor * divisor <= number {
        if number % divisor == 0 {
            return false;
        }
        divisor += 1;
    }
    true
}

/// The first 64 bits behind the point of a root of a small number: the largest `x` with `x^degree <= number *
/// 2^(64 * degree)`, found bit by bit.
const fn root_fraction(number: u64, degree: u32) -> u64 {
    let mut root: u128 = 0;
    let mut bit = 68;
    while bit > 0 {
        bit -= 1;
        let next = root | 1 << bit;
        if power_fits(next, number, degree) {
            root = next;
        }
    }
    root as u64
}

/// Whether `x^degree <= number * 2^(64 * degree)`, in limbs of 32 bits.
const fn power_fits(x: u128, number: u64, degree: u32) -> bool {
    let mut power = [0u64; 8];
    power[0] = 1;
    let mut times = 0;
    while times < degree {
        let mut next = [0u64; 8];
        let mut at = 0;
        while at < 3 {
            let factor = (x >> (32 * at)) as u64 & 0xFFFF_FFFF;
            let (mut carry, mut place) = (0, 0);
            while place + at < 8 {
                let wide = next[place + at] + power[place] * factor + carry;
                next[place + at] = wide & 0xFFFF_FFFF;
                carry = wide >> 32;
                place += 1;
            }
            at += 1;
        }
        power = next;
        times += 1;
    }
    // Compare with `number` in the limb at 2 * degree.
    let limb = 2 * degree as usize;
    let mut high = 0;
    let mut at = 7;
    while at > limb {
        high |= power[at];
        at -= 1;
    }
    if high != 0 || power[limb] > number {
        return false;
    }
    if power[limb] < number {
        return true;
    }
    let mut low = 0;
    at = 0;
    while at < limb {
        low |= power[at];
        at += 1;
    }
    low == 0
}

/// A hash in the making.
#[derive(Debug, Clone)]
pub struct Sha512 {
    state: [u64; 8],
    block: [u8; 128],
    /// Bytes taken.
    len: u64,
}

impl Default for Sha512 {
    fn default() -> Self {
        Sha512 { state: START, block: [0; 128], len: 0 }
    }
}

impl Sha512 {
    /// Takes bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            let place = (self.len % 128) as usize;
            self.block[place] = byte;
            self.len += 1;
            if place == 127 {
                self.compress();
            }
        }
    }

    /// The digest of what was taken.
    pub fn digest(mut self) -> [u8; 64] {
        let bits = u128::from(self.len) * 8;
        self.update(&[0x80]);
        while self.len % 128 != 112 {
            self.update(&[0]);
        }
        self.update(&bits.to_be_bytes());
        let mut digest = [0; 64];
        for (bytes, word) in digest.chunks_exact_mut(8).zip(self.state) {
            bytes.copy_from_slice(&word.to_be_bytes());
        }
        digest
    }

    fn compress(&mut self) {
        // The schedule as a ring of 16 words.
        let mut ring = [0u64; 16];
        for (word, bytes) in ring.iter_mut().zip(self.block.chunks_exact(8)) {
            *word = bytes.try_into().map_or(0, u64::from_be_bytes);
        }
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = self.state;
        for (round, &constant) in ROUNDS.iter().enumerate() {
            let at = round % 16;
            if round >= 16 {
                let (early, late) = (ring[(at + 1) % 16], ring[(at + 14) % 16]);
                let s0 = early.rotate_right(1) ^ early.rotate_right(8) ^ early >> 7;
                let s1 = late.rotate_right(19) ^ late.rotate_right(61) ^ late >> 6;
                ring[at] = ring[at].wrapping_add(s0).wrapping_add(ring[(at + 9) % 16]).wrapping_add(s1);
            }
            let s1 = e.rotate_right(14) ^ e.rotate_right(18) ^ e.rotate_right(41);
            let choice = (e & f) ^ (!e & g);
            let first = h.wrapping_add(s1).wrapping_add(choice).wrapping_add(constant).wrapping_add(ring[at]);
            let s0 = a.rotate_right(28) ^ a.rotate_right(34) ^ a.rotate_right(39);
            let majority = (a & b) ^ (a & c) ^ (b & c);
            let second = s0.wrapping_add(majority);
            (h, g, f, e) = (g, f, e, d.wrapping_add(first));
            (d, c, b, a) = (c, b, a, first.wrapping_add(second));
        }
        for (word, add) in self.state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
            *word = word.wrapping_add(add);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn starts(bytes: &[u8], first: u64) {
        let mut hash = Sha512::default();
        hash.update(bytes);
        let digest = hash.digest();
        assert_eq!(digest[..8], first.to_be_bytes(), "{bytes:?}");
    }

    #[test]
    fn known_digests() {
        starts(b"", 0xcf83_e135_7eef_b8bd);
        starts(b"abc", 0xddaf_35a1_9361_7aba);
        starts(&[b'a'; 111], 0xfa91_21c7_b32b_9e01);
        starts(&[b'a'; 112], 0xc01d_080e_fd49_2776);
        starts(&[b'a'; 300], 0xa6a7_7010_dd96_96c2);
    }
}
