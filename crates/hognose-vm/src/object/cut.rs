//! Short pieces of strings, copied by words: shifting a word or two is less work than calling a copy of a few bytes.
//!
//! For machines whose registers hold a word; on others shifts of 64 bits cost more than they save.

use crate::heap::Heap;
use crate::object::string::{ASCII, str_words};
use crate::value::Value;

/// Longest piece in bytes that is cut; 0 where shifts are slow.
pub(crate) const LONGEST: usize = if cfg!(target_pointer_width = "64") { 64 } else { 0 };
/// The highest bit of each byte.
const HIGH: u64 = 0x8080_8080_8080_8080;

/// The places of one byte among the first ones from a word of the block on.
#[cfg(any(test, target_pointer_width = "64"))]
pub(crate) struct Places {
    /// First word.
    base: usize,
    /// Number of bytes.
    len: usize,
    /// The byte, eight times.
    pattern: u64,
    /// First byte that was not looked at.
    at: usize,
    /// Places not given yet among the eight bytes before that: their highest bits.
    bits: u64,
}

#[cfg(any(test, target_pointer_width = "64"))]
impl Places {
    /// The places of `byte` among `len` bytes.
    pub fn new(base: usize, len: usize, byte: u8) -> Places {
        Places { base, len, pattern: byte as u64 * 0x0101_0101_0101_0101, at: 0, bits: 0 }
    }

    /// The next one.
    #[inline]
    pub fn next(&mut self, mem: &[u64]) -> Option<usize> {
        while self.bits == 0 {
            let left = self.len.checked_sub(self.at).filter(|&left| left > 0)?;
            let word = u64::from_le(*mem.get(self.base + self.at / 8)?) ^ self.pattern;
            self.bits = !((word & !HIGH).wrapping_add(!HIGH) | word | !HIGH);
            if left < 8 {
                self.bits &= (1 << (8 * left)) - 1;
            }
            self.at += 8;
        }
        let place = self.at - 8 + self.bits.trailing_zeros() as usize / 8;
        self.bits &= self.bits - 1;
        Some(place)
    }
}

impl Heap<'_> {
    /// Eight bytes from byte `at` on of those that begin at a word; what is behind them may be anything.
    #[inline]
    fn eight(&self, base: usize, at: usize) -> u64 {
        let (word, shift) = (base + at / 8, at % 8 * 8);
        let low = u64::from_le(self.mem[word]) >> shift;
        if shift == 0 {
            return low;
        }
        low | u64::from_le(self.mem.get(word + 1).copied().unwrap_or(0)) << (64 - shift)
    }

    /// The string of `n` bytes from byte `start` on of those that begin at a word, which the caller reserved words for unless
    /// it is of at most 5 bytes.
    pub(crate) fn cut(&mut self, base: usize, start: usize, n: usize) -> Value {
        if n <= 5 {
            // The word at the end of a text that ends with a word may not be there.
            return if n == 0 { Value::EMPTY_STR } else { Value::short_word(self.eight(base, start), n) };
        }
        let new = self.alloc_str_to_fill(n);
        let first = new.offset() + 2;
        let mut seen = 0;
        for k in 0..str_words(n) - 2 {
            let mut word = self.eight(base, start + 8 * k);
            let left = n - 8 * k;
            if left < 8 {
                word &= (1 << (8 * left)) - 1;
            }
            seen |= word;
            self.mem[first + k] = word.to_le();
        }
        self.set_flags(new, if seen & HIGH == 0 { ASCII } else { 0 });
        new
    }

    /// Puts the lowest `n` bytes of a word, at most 8, all others of which are 0, at byte `at` of those that begin at a word; there
    /// were zeros.
    #[inline]
    pub(crate) fn put_few(&mut self, base: usize, at: usize, bytes: u64, n: usize) {
        let (word, shift) = (base + at / 8, at % 8 * 8);
        self.mem[word] |= (bytes << shift).to_le();
        if shift + 8 * n > 64 {
            self.mem[word + 1] |= (bytes >> (64 - shift)).to_le();
        }
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::vec;
    use std::vec::Vec;

    #[test]
    fn places_are_those_of_the_byte() {
        let text = b"a,,b,\x2d\xac,c,,";
        for len in 0..text.len() {
            let mut mem = vec![0u64; 4];
            bytemuck::cast_slice_mut(&mut mem)[..text.len()].copy_from_slice(text);
            let mut places = Places::new(0, len, b',');
            let mut found = Vec::new();
            while let Some(place) = places.next(&mem) {
                found.push(place);
            }
            let wanted: Vec<usize> = (0..len).filter(|&i| text[i] == b',').collect();
            assert_eq!(found, wanted);
        }
    }

    #[test]
    fn pieces_are_the_bytes() {
        let mut block = vec![0u64; 1 << 16];
        let mut heap = Heap::new(&mut block).expect("large enough");
        let text = "0123456789abcdefghij\u{e9}klmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        let source = heap.new_str(text.as_bytes()).expect("room");
        for start in 0..text.len() {
            for end in start..text.len().min(start + 40) {
                let Some(part) = text.get(start..end) else { continue };
                heap.reserve(str_words(end - start)).expect("room");
                let base = heap.home(source) + 2;
                let cut = heap.cut(base, start, end - start);
                assert_eq!(&*heap.text(cut), part.as_bytes());
                assert_eq!(heap.is_ascii(cut), part.is_ascii());
                let plain = heap.new_str(part.as_bytes()).expect("room");
                assert!(heap.str_eq(cut, plain));
                if cut.is_object() {
                    // The padding too: keys are compared by words.
                    let last = str_words(end - start) - 1;
                    assert_eq!(heap.word(cut, last), heap.word(plain, last));
                }
            }
        }
    }
}
