//! The Mersenne Twister MT19937, seeded and read as CPython's `random` does, over 625 words that the caller owns.

use super::bigint::trim;
use super::sha512::Sha512;

/// Words of the state: 624 of the generator and the place of the next.
pub const STATE: usize = SIZE + 1;

const SIZE: usize = 624;
const SHIFT: usize = 397;
const MATRIX: u32 = 0x9908_B0DF;

/// The generator over its state. `getstate` and `setstate` are reading and writing the words: the last one is at most
/// 624, and the first 624 must not all be zero.
#[derive(Debug)]
pub struct Twister<'a> {
    words: &'a mut [u32; SIZE],
    next: &'a mut u32,
}

impl<'a> Twister<'a> {
    /// The generator over `state`, which has [`STATE`] words or more. A state of zeros must be seeded first.
    pub fn new(state: &'a mut [u32]) -> Option<Self> {
        let (words, rest) = state.split_at_mut_checked(SIZE)?;
        Some(Twister { words: words.try_into().ok()?, next: rest.first_mut()? })
    }

    /// `random.seed(integer)`: the sign does not matter.
    pub fn seed_int(&mut self, magnitude: &[u32]) {
        let key = trim(magnitude);
        self.seed_by(key.len().max(1), |at| key.get(at).copied().unwrap_or(0));
    }

    /// `random.seed(float)`: seeds with the float's hash.
    pub fn seed_hash(&mut self, hash: i64) {
        let hash = hash as u64;
        self.seed_int(&[hash as u32, (hash >> 32) as u32]);
    }

    /// `random.seed(text)` and of bytes: the key is the text and its SHA-512 as one big-endian number.
    pub fn seed_bytes(&mut self, text: &[u8]) {
        let mut hash = Sha512::default();
        hash.update(text);
        let digest = hash.digest();
        let len = text.len() + digest.len();
        let byte = |place: usize| match len.checked_sub(place + 1) {
            Some(at) if at < text.len() => text[at],
            Some(at) => digest[at - text.len()],
            None => 0,
        };
        let zeros = (0..len).rev().take_while(|&place| byte(place) == 0).count();
        self.seed_by((len - zeros).div_ceil(4).max(1), |at| {
            u32::from_le_bytes([byte(4 * at), byte(4 * at + 1), byte(4 * at + 2), byte(4 * at + 3)])
        });
    }

    fn seed_one(&mut self, seed: u32) {
        let mut word = seed;
        for (at, place) in self.words.iter_mut().enumerate() {
            if at > 0 {
                word = (word ^ word >> 30).wrapping_mul(1_812_433_253).wrapping_add(at as u32);
            }
            *place = word;
        }
        *self.next = SIZE as u32;
    }

    /// Seeds with a key of `len` words (one or more).
    fn seed_by(&mut self, len: usize, key: impl Fn(usize) -> u32) {
        self.seed_one(19_650_218);
        let (mut at, mut place) = (1, 0);
        let step = |words: &mut [u32; SIZE], at: &mut usize, factor: u32, add: u32| {
            let before = words[*at - 1];
            words[*at] = (words[*at] ^ (before ^ before >> 30).wrapping_mul(factor)).wrapping_add(add);
            *at += 1;
            if *at == SIZE {
                words[0] = words[SIZE - 1];
                *at = 1;
            }
        };
        for _ in 0..len.max(SIZE) {
            step(self.words, &mut at, 1_664_525, key(place).wrapping_add(place as u32));
            place = if place + 1 < len { place + 1 } else { 0 };
        }
        for _ in 1..SIZE {
            let add = (at as u32).wrapping_neg();
            step(self.words, &mut at, 1_566_083_941, add);
        }
        self.words[0] = 1 << 31;
    }

    fn twist(&mut self) {
        for at in 0..SIZE {
            let joined = self.words[at] & 1 << 31 | self.words[(at + 1) % SIZE] & !(1 << 31);
            let odd = if joined & 1 != 0 { MATRIX } else { 0 };
            self.words[at] = self.words[(at + SHIFT) % SIZE] ^ joined >> 1 ^ odd;
        }
        *self.next = 0;
    }

    /// The next 32 bits.
    pub fn next_u32(&mut self) -> u32 {
        if *self.next as usize >= SIZE {
            self.twist();
        }
        let mut word = self.words[*self.next as usize];
        *self.next += 1;
        word ^= word >> 11;
        word ^= word << 7 & 0x9D2C_5680;
        word ^= word << 15 & 0xEFC6_0000;
        word ^ word >> 18
    }

    /// `random.random()`: from 0 to less than 1, in steps of 2^-53.
    pub fn next_f64(&mut self) -> f64 {
        let (high, low) = (self.next_u32() >> 5, self.next_u32() >> 6);
        (f64::from(high) * 67_108_864.0 + f64::from(low)) * (1.0 / 9_007_199_254_740_992.0)
    }

    /// `random.getrandbits(bits)` for up to 64 bits.
    pub fn bits(&mut self, bits: u32) -> u64 {
        match bits {
            0 => 0,
            1..=32 => u64::from(self.next_u32() >> (32 - bits)),
            _ => {
                let low = u64::from(self.next_u32());
                low | u64::from(self.next_u32() >> (64 - bits.min(64))) << 32
            }
        }
    }

    /// `random.getrandbits(bits)` of any size. `out`: a limb for every 32 bits begun; all of them are written and the
    /// number of limbs in use is returned. `None` when `out` is shorter. Cost: a step a limb.
    pub fn many_bits(&mut self, bits: u64, out: &mut [u32]) -> Option<usize> {
        let out = out.get_mut(..usize::try_from(bits.div_ceil(32)).ok()?)?;
        for limb in out.iter_mut() {
            *limb = self.next_u32();
        }
        if let Some(top) = out.last_mut() {
            *top >>= (32 - bits % 32) % 32;
        }
        Some(trim(out).len())
    }

    /// A number below `bound` (zero for zero), all equally likely: what `randrange`, `choice` and `shuffle` draw.
    pub fn below(&mut self, bound: u64) -> u64 {
        if bound == 0 {
            return 0;
        }
        let bits = 64 - bound.leading_zeros();
        loop {
            let drawn = self.bits(bits);
            if drawn < bound {
                return drawn;
            }
        }
    }
}
