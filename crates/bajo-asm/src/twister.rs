//! The Mersenne Twister MT19937, seeded the reference way with the one-word key 42. The repair of oscillating
//! layouts draws from it, so equal programs get equal bytes everywhere.

const LEN: usize = 624;
const MIDDLE: usize = 397;

/// A generator in the state every repair starts from.
pub struct Twister {
    state: Box<[u32; LEN]>,
    next: usize,
}

impl Twister {
    /// Seeded with the key `[42]`.
    pub fn new() -> Self {
        Self::keyed(42)
    }

    fn keyed(key: u32) -> Self {
        let mut s = Box::new([0u32; LEN]);
        s[0] = 19_650_218;
        for i in 1..LEN {
            s[i] = 1_812_433_253u32.wrapping_mul(s[i - 1] ^ (s[i - 1] >> 30)).wrapping_add(i as u32);
        }
        let mut i = 1;
        for _ in 0..LEN {
            let mixed = (s[i - 1] ^ (s[i - 1] >> 30)).wrapping_mul(1_664_525);
            s[i] = (s[i] ^ mixed).wrapping_add(key);
            i += 1;
            if i == LEN {
                s[0] = s[LEN - 1];
                i = 1;
            }
        }
        for _ in 1..LEN {
            let mixed = (s[i - 1] ^ (s[i - 1] >> 30)).wrapping_mul(1_566_083_941);
            s[i] = (s[i] ^ mixed).wrapping_sub(i as u32);
            i += 1;
            if i == LEN {
                s[0] = s[LEN - 1];
                i = 1;
            }
        }
        s[0] = 0x8000_0000;
        Self { state: s, next: LEN }
    }

    fn refill(&mut self) {
        let s = &mut self.state;
        for i in 0..LEN {
            let y = (s[i] & 0x8000_0000) | (s[(i + 1) % LEN] & 0x7fff_ffff);
            let twist = if y & 1 == 1 { 0x9908_b0df } else { 0 };
            s[i] = s[(i + MIDDLE) % LEN] ^ (y >> 1) ^ twist;
        }
        self.next = 0;
    }

    /// The next 32 random bits.
    pub fn word(&mut self) -> u32 {
        if self.next >= LEN {
            self.refill();
        }
        let mut y = self.state[self.next];
        self.next += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c_5680;
        y ^= (y << 15) & 0xefc6_0000;
        y ^ (y >> 18)
    }

    /// A number below `n`. `n` must be 1 or more and below 2^31: 0 counts as 1.
    pub fn below(&mut self, n: u32) -> u32 {
        let n = n.max(1);
        let bits = 32 - n.leading_zeros();
        loop {
            let r = self.word() >> (32 - bits);
            if r < n {
                return r;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_words() {
        let mut t = Twister::new();
        let words: Vec<u32> = (0..8).map(|_| t.word()).collect();
        assert_eq!(
            words,
            [
                0xa3b1_799d,
                0x1c80_317f,
                0x0667_1ad1,
                0xbdd6_40fb,
                0x4668_5257,
                0x3eb1_3b90,
                0x3924_56de,
                0x23b8_c1e9
            ]
        );
    }

    #[test]
    fn choices() {
        let draw = |n, count| {
            let mut t = Twister::new();
            (0..count).map(|_| t.below(n)).collect::<Vec<_>>()
        };
        assert_eq!(draw(2, 9), [0, 0, 1, 0, 0, 0, 0, 0, 1]);
        assert_eq!(draw(3, 9), [2, 0, 0, 2, 1, 0, 0, 0, 2]);
        assert_eq!(draw(5, 12), [0, 0, 2, 1, 1, 1, 0, 4, 0, 4, 3, 0]);
        assert_eq!(draw(8, 12), [1, 0, 4, 3, 3, 2, 1, 1, 6, 0, 0, 1]);
        assert_eq!(draw(10, 12), [1, 0, 4, 3, 3, 2, 1, 8, 1, 9, 6, 0]);
        assert_eq!(draw(100, 12), [81, 14, 3, 94, 35, 31, 28, 17, 94, 13, 86, 94]);
        assert_eq!(draw(1, 3), [0, 0, 0]);
    }
}
