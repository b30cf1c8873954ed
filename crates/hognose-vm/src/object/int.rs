//! `int`: inline up to 48 bits, else `[limbs u32, negative u32] limbs`: 32-bit limbs, little-endian, no leading zero,
//! magnitude outside the inline range.

use crate::heap::{Heap, Kind, OutOfMemory};
use crate::value::Value;

/// Words that an integer of that many limbs needs.
pub const fn int_words(limbs: usize) -> usize {
    2 + limbs.div_ceil(2)
}

/// Words that any integer of 64 bits needs.
pub const INT64_WORDS: usize = int_words(2);

/// Magnitude and sign of an integer, wherever it is.
pub enum IntParts<'a> {
    /// Inline: limbs and how many of them count.
    Small([u32; 2], usize, bool),
    /// In the block.
    Big(&'a [u32], bool),
}

impl IntParts<'_> {
    /// Little-endian limbs without leading zeros; none for 0.
    pub fn limbs(&self) -> &[u32] {
        match self {
            IntParts::Small(limbs, n, _) => &limbs[..*n],
            IntParts::Big(limbs, _) => limbs,
        }
    }

    /// Is it below zero?
    pub fn negative(&self) -> bool {
        match self {
            IntParts::Small(_, _, negative) | IntParts::Big(_, negative) => *negative,
        }
    }
}

impl Heap<'_> {
    /// Limbs and sign of a big integer.
    pub fn big_parts(&self, value: Value) -> (&[u32], bool) {
        let word = self.word(value, 1);
        let limbs: &[u32] = {
            let at = value.offset();
            let n = self.size(value);
            bytemuck::cast_slice(&self.mem[at + 2..at + n])
        };
        (limbs.get(..word as u32 as usize).unwrap_or(&[]), word >> 32 != 0)
    }

    /// Magnitude and sign of an int or bool; None for anything else.
    pub fn int_parts(&self, value: Value) -> Option<IntParts<'_>> {
        if let Some(n) = value.as_index() {
            let m = n.unsigned_abs();
            let limbs = [m as u32, (m >> 32) as u32];
            let count = if m == 0 {
                0
            } else if m >> 32 == 0 {
                1
            } else {
                2
            };
            return Some(IntParts::Small(limbs, count, n < 0));
        }
        if self.is_kind(value, Kind::BigInt) {
            let (limbs, negative) = self.big_parts(value);
            return Some(IntParts::Big(limbs, negative));
        }
        None
    }

    /// Is it an int or bool (not a subclass)?
    #[inline]
    pub fn is_integer(&self, value: Value) -> bool {
        value.is_int() || value.is_bool() || self.is_kind(value, Kind::BigInt)
    }

    /// An integer of 64 bits; reserves when it does not fit inline.
    pub fn new_int(&mut self, n: i64) -> Result<Value, OutOfMemory> {
        if Value::fits(n) {
            return Ok(Value::int(n));
        }
        self.reserve(INT64_WORDS)?;
        Ok(self.make_int(n.unsigned_abs() as u128, n < 0))
    }

    /// An integer of 64 unsigned bits.
    pub fn new_uint(&mut self, n: u64) -> Result<Value, OutOfMemory> {
        self.reserve(INT64_WORDS)?;
        Ok(self.make_int(n as u128, false))
    }

    /// An integer of at most 128 bits, reserved before ([`int_words`] of 4).
    pub fn make_int(&mut self, magnitude: u128, negative: bool) -> Value {
        let limbs =
            [magnitude as u32, (magnitude >> 32) as u32, (magnitude >> 64) as u32, (magnitude >> 96) as u32];
        let n = 4 - limbs.iter().rev().take_while(|&&l| l == 0).count();
        if n <= 2 {
            let small = magnitude as u64;
            if small < 1 << 47 || negative && small == 1 << 47 {
                return Value::int(if negative { -(small as i64) } else { small as i64 });
            }
            #[cfg(target_pointer_width = "64")]
            {
                // Two limbs are one word.
                let at = self.alloc_raw(Kind::BigInt, 0, 0, int_words(2));
                self.mem[at + 1] = 2 | (negative as u64) << 32;
                self.mem[at + 2] = small;
                return Value::object(at as u32);
            }
        }
        let value = self.alloc_big(n);
        self.big_limbs_mut(value)[..n].copy_from_slice(&limbs[..n]);
        self.finish_big(value, n, negative)
    }

    /// An unfinished integer of that many zero limbs, reserved before ([`int_words`]).
    pub fn alloc_big(&mut self, limbs: usize) -> Value {
        let at = self.alloc_raw(Kind::BigInt, 0, 0, int_words(limbs));
        self.mem[at + 1] = limbs as u64;
        Value::object(at as u32)
    }

    /// Limbs of an integer being built (an even number of them).
    pub fn big_limbs_mut(&mut self, value: Value) -> &mut [u32] {
        let at = value.offset();
        let n = self.size(value);
        bytemuck::cast_slice_mut(&mut self.mem[at + 2..at + n])
    }

    /// Ends the building: drops leading zeros, gives an inline integer where it fits, gives unused words back.
    pub fn finish_big(&mut self, value: Value, limbs: usize, negative: bool) -> Value {
        let at = value.offset();
        let old = self.size(value);
        let used = {
            let limbs = &self.big_limbs_mut(value)[..limbs];
            limbs.len() - limbs.iter().rev().take_while(|&&l| l == 0).count()
        };
        let last = at + old == self.top;
        if used <= 2 {
            let small =
                if used == 0 { 0 } else { self.mem[at + 2] & if used == 1 { 0xFFFF_FFFF } else { u64::MAX } };
            if small < 1 << 47 || negative && small == 1 << 47 {
                if last {
                    self.top = at;
                }
                return Value::int(if negative { (small as i64).wrapping_neg() } else { small as i64 });
            }
        }
        let new = int_words(used);
        if new < old && last {
            self.top = at + new;
            self.mem[at] = self.mem[at] & 0xFFFF_FFFF | (new as u64) << 32;
        }
        self.mem[at + 1] = used as u64 | (negative as u64) << 32;
        value
    }

    /// The integer if it fits 64 bits.
    pub fn as_i64(&self, value: Value) -> Option<i64> {
        if let Some(n) = value.as_index() {
            return Some(n);
        }
        if !self.is_kind(value, Kind::BigInt) {
            return None;
        }
        let (limbs, negative) = self.big_parts(value);
        let magnitude = match limbs {
            [] => 0,
            [a] => *a as u64,
            [a, b] => *a as u64 | (*b as u64) << 32,
            _ => return None,
        };
        if negative {
            if magnitude <= 1 << 63 { Some((magnitude as i64).wrapping_neg()) } else { None }
        } else {
            i64::try_from(magnitude).ok()
        }
    }
}
