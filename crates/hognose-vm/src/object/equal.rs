//! Equality and hashes that need no Python code.

use crate::hash::{hash_word, unhash_word};
use crate::heap::{Heap, Kind, OutOfMemory};
use crate::object::class;
use crate::object::dict::Lookup;
use crate::types::Type;
use crate::value::Value;

/// How deep tuples are compared and hashed here; deeper ones go the general way.
const DEPTH: usize = 6;

/// How many items are compared or hashed here; what is larger goes the general way, which looks at the budget.
const WORK: usize = 1 << 14;

/// What a value can be equal to: only values of its own sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Number,
    Str,
    Bytes,
    Tuple,
    List,
    Dict,
    Set,
    Range,
    Slice,
    Method,
    /// Only to itself.
    Identity,
}

/// A hash, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hash {
    /// As `hash()` shows it.
    Visible(i64),
    /// The type is not hashable.
    Unhashable(Value),
    /// A user's `__hash__` must be called.
    Ask,
    /// No memory for the identity.
    Full,
}

/// Prime of numeric hashes: 2^61 - 1, as CPython on 64-bit machines.
pub const MODULUS: u64 = (1 << 61) - 1;

impl Heap<'_> {
    /// Are they equal, when that can be said without running Python code? Identity comes first, as in containers.
    pub fn quick_eq(&self, a: Value, b: Value, depth: usize) -> Option<bool> {
        let mut work = WORK;
        self.equal_at(a, b, depth, &mut work)
    }

    fn equal_at(&self, a: Value, b: Value, depth: usize, work: &mut usize) -> Option<bool> {
        if a == b {
            // Not for NaN: containers compare identity first, `==` on floats does not come here.
            return Some(true);
        }
        let (a, b) = (self.plain_payload(a), self.plain_payload(b));
        if self.is_str(a) && self.is_str(b) {
            if self.is_canonical_str(a) && self.is_canonical_str(b) {
                return Some(a == b);
            }
            return Some(*self.text(a) == *self.text(b));
        }
        if self.is_number(a) && self.is_number(b) {
            return Some(self.numbers_equal(a, b));
        }
        let (x, y) = (self.sort_of(a)?, self.sort_of(b)?);
        if x != y {
            return Some(false);
        }
        match x {
            Sort::Identity => Some(a == b),
            Sort::Bytes => Some(self.bytes_like(a)? == self.bytes_like(b)?),
            Sort::Tuple | Sort::List if depth < DEPTH => {
                let n = self.items(a).len();
                if n != self.items(b).len() {
                    return Some(false);
                }
                for i in 0..n {
                    if *work == 0 {
                        return None;
                    }
                    *work -= 1;
                    match self.equal_at(Value(self.items(a)[i]), Value(self.items(b)[i]), depth + 1, work) {
                        Some(true) => {}
                        other => return other,
                    }
                }
                Some(true)
            }
            Sort::Set | Sort::Dict if depth < DEPTH => self.tables_equal(a, b, depth, work),
            Sort::Range => self.ranges_equal(a, b),
            Sort::Method if self.field(a, 2) == self.field(b, 2) => {
                self.equal_at(self.field(a, 1), self.field(b, 1), depth + 1, work)
            }
            Sort::Method => Some(false),
            _ => None,
        }
    }

    /// Equality of two dicts or two sets, by the hashes that their tables keep.
    fn tables_equal(&self, a: Value, b: Value, depth: usize, work: &mut usize) -> Option<bool> {
        if self.dict_len(a) != self.dict_len(b) {
            return Some(false);
        }
        let has_values = self.is_kind(a, Kind::Dict);
        for bucket in 0..self.dict_buckets(a) {
            let Some((entry, hash)) = self.dict_bucket(a, bucket) else { continue };
            if *work == 0 {
                return None;
            }
            *work -= 1;
            let key = self.entry_key(a, entry);
            match self.find_by(b, key, hash, |x, y| self.equal_at(x, y, depth + 1, work)) {
                Lookup::Found(other) if has_values => {
                    let (x, y) = (self.entry_value(a, entry), self.entry_value(b, other));
                    match self.equal_at(x, y, depth + 1, work) {
                        Some(true) => {}
                        other => return other,
                    }
                }
                Lookup::Found(_) => {}
                Lookup::Missing => return Some(false),
                Lookup::Ask { .. } => return None,
            }
        }
        Some(true)
    }

    /// Equality of two ranges: the same items, whatever the parts. None when the parts are too large.
    fn ranges_equal(&self, a: Value, b: Value) -> Option<bool> {
        let parts = |r: Value| {
            let part = |i| self.field(r, i).as_index();
            let (start, stop, step) = (part(1)?, part(2)?, part(3)?);
            Some((start, step, crate::interp::range_len(start, stop, step)))
        };
        let ((start, step, n), (start2, step2, n2)) = (parts(a)?, parts(b)?);
        Some(n == n2 && (n == 0 || start == start2 && (n == 1 || step == step2)))
    }

    /// The built-in object inside an instance of a subclass that does not define `__eq__`; anything else itself.
    #[inline]
    fn plain_payload(&self, value: Value) -> Value {
        if self.is_kind(value, Kind::Instance) {
            let flags = self.class_flags(self.instance_class(value));
            if flags & (class::HAS_EQ | class::HAS_PAYLOAD) == class::HAS_PAYLOAD {
                let payload = self.payload(value);
                if !payload.is_null() {
                    return payload;
                }
            }
        }
        value
    }

    /// What a value can be equal to; None when a script decides, or code elsewhere.
    fn sort_of(&self, value: Value) -> Option<Sort> {
        if value.is_short_str() || value.is_name() {
            return Some(Sort::Str);
        }
        if value.is_int() || value.is_float() || value.is_bool() {
            return Some(Sort::Number);
        }
        if !value.is_object() {
            return Some(Sort::Identity);
        }
        Some(match self.kind(value) {
            Kind::Str => Sort::Str,
            Kind::BigInt | Kind::Complex => Sort::Number,
            Kind::Bytes | Kind::ByteArray => Sort::Bytes,
            Kind::Tuple => Sort::Tuple,
            Kind::List => Sort::List,
            Kind::Dict => Sort::Dict,
            Kind::Set | Kind::FrozenSet => Sort::Set,
            Kind::Range => Sort::Range,
            Kind::Slice => Sort::Slice,
            Kind::BoundMethod => Sort::Method,
            Kind::Function | Kind::Generator | Kind::Module | Kind::Iter => Sort::Identity,
            Kind::Class if self.class_metaclass(value).is_object() => return None,
            Kind::Class => Sort::Identity,
            Kind::Instance => {
                let flags = self.class_flags(self.instance_class(value));
                if flags & (class::HAS_EQ | class::HAS_PAYLOAD) != 0 {
                    return None;
                }
                Sort::Identity
            }
            Kind::Exception => {
                if self.class_flags_of_exception(value) & class::HAS_EQ != 0 {
                    return None;
                }
                Sort::Identity
            }
            _ => return None,
        })
    }

    /// int, bool, float or complex, not a subclass?
    pub fn is_number(&self, value: Value) -> bool {
        value.is_int()
            || value.is_float()
            || value.is_bool()
            || matches!(self.kind(value), Kind::BigInt | Kind::Complex)
    }

    /// Equality of two numbers, exact between ints and floats.
    pub fn numbers_equal(&self, a: Value, b: Value) -> bool {
        if let (Some(x), Some(y)) = (a.as_index(), b.as_index()) {
            return x == y;
        }
        if let (Some(x), Some(y)) = (a.as_float(), b.as_float()) {
            return x == y;
        }
        match (self.kind(a), self.kind(b)) {
            (Kind::Complex, _) => self.complex_equals(a, b),
            (_, Kind::Complex) => self.complex_equals(b, a),
            (Kind::BigInt, Kind::BigInt) => self.big_parts(a) == self.big_parts(b),
            _ => match (a.as_float(), b.as_float()) {
                (Some(x), None) => self.int_equals_float(b, x),
                (None, Some(y)) => self.int_equals_float(a, y),
                _ => false,
            },
        }
    }

    fn complex_equals(&self, c: Value, other: Value) -> bool {
        let (re, im) = self.complex_parts(c);
        if self.is_kind(other, Kind::Complex) {
            let (re2, im2) = self.complex_parts(other);
            return re == re2 && im == im2;
        }
        im == 0.0 && self.numbers_equal(Value::float(re), other)
    }

    /// Real and imaginary part of a complex object.
    pub fn complex_parts(&self, c: Value) -> (f64, f64) {
        (f64::from_bits(self.word(c, 1)), f64::from_bits(self.word(c, 2)))
    }

    /// Makes a complex number; reserves 3 words.
    pub fn new_complex(&mut self, re: f64, im: f64) -> Result<Value, OutOfMemory> {
        self.reserve(3)?;
        let at = self.alloc_raw(Kind::Complex, 0, 0, 3);
        self.mem[at + 1] = Value::float(re).0;
        self.mem[at + 2] = Value::float(im).0;
        Ok(Value::object(at as u32))
    }

    fn int_equals_float(&self, int: Value, x: f64) -> bool {
        match int.as_index() {
            Some(n) => n as f64 == x && (n as f64) as i64 == n,
            None => {
                if x.is_nan() || x.is_infinite() || libm::trunc(x) != x {
                    return false;
                }
                let (limbs, negative) = self.big_parts(int);
                if negative != (x < 0.0) {
                    return false;
                }
                let mut rest = libm::fabs(x);
                let bits = limbs.len() * 32 - limbs.last().map_or(32, |l| l.leading_zeros() as usize);
                let (_, exponent) = libm::frexp(rest);
                if exponent as usize != bits {
                    return false;
                }
                for i in (0..limbs.len()).rev() {
                    let scale = libm::ldexp(1.0, 32 * i as i32);
                    let digit = libm::floor(rest / scale);
                    if digit != limbs[i] as f64 {
                        return false;
                    }
                    rest -= digit * scale;
                }
                rest == 0.0
            }
        }
    }

    /// The hash as `hash()` shows it, when no Python code is needed for it. May reserve for identities.
    pub fn quick_hash(&mut self, value: Value) -> Hash {
        let mut work = WORK;
        self.hash_at(value, 0, &mut work)
    }

    /// The hash for tables behind a visible one.
    #[inline]
    pub fn table_hash(&mut self, value: Value) -> Result<u32, Hash> {
        if value.is_int() {
            return Ok(hash_word(visible_small(value.raw_int()) as u64));
        }
        if self.is_str(value) {
            return Ok(self.str_table_hash(value));
        }
        match self.quick_hash(value) {
            Hash::Visible(visible) => Ok(hash_word(visible as u64)),
            other => Err(other),
        }
    }

    fn hash_at(&mut self, value: Value, depth: usize, work: &mut usize) -> Hash {
        if let Some(n) = value.as_index() {
            return Hash::Visible(visible_int(n));
        }
        if let Some(x) = value.as_float() {
            return Hash::Visible(visible_float(x));
        }
        if value == Value::EMPTY_STR {
            return Hash::Visible(0);
        }
        if self.is_str(value) {
            return Hash::Visible(unhash_word(self.str_hash(value)) as i64);
        }
        match self.kind(value) {
            Kind::Filler => Hash::Visible((value.0 ^ value.0 >> 48) as i64 & 0xFFFF_FFFF_FFFF),
            Kind::BigInt => {
                let (limbs, negative) = self.big_parts(value);
                let mut h = 0u64;
                for &limb in limbs.iter().rev() {
                    h = ((h as u128 * (1 << 32) + limb as u128) % MODULUS as u128) as u64;
                }
                let h = if negative { -(h as i64) } else { h as i64 };
                Hash::Visible(if h == -1 { -2 } else { h })
            }
            Kind::Complex => {
                let (re, im) = self.complex_parts(value);
                let h = (visible_float(re) as u64)
                    .wrapping_add(1_000_003u64.wrapping_mul(visible_float(im) as u64));
                Hash::Visible(if h as i64 == -1 { -2 } else { h as i64 })
            }
            Kind::Bytes if self.blob(value).is_empty() => Hash::Visible(0),
            Kind::Bytes => {
                let cached = (self.word(value, 1) >> 32) as u32;
                if cached != 0 {
                    return Hash::Visible(cached as i64);
                }
                let hash = crate::hash::hash_bytes(self.blob(value)).max(1);
                let word = self.word(value, 1) | (hash as u64) << 32;
                self.set_word(value, 1, word);
                Hash::Visible(hash as i64)
            }
            Kind::Tuple | Kind::FrozenSet => {
                if depth >= DEPTH {
                    return Hash::Ask;
                }
                let place = self.hold(value);
                let hash = self.hash_of_items(place, depth, work);
                self.release(place);
                hash
            }
            Kind::Range => self.hash_of_range(value),
            Kind::BoundMethod => {
                let place = self.hold(self.field(value, 1));
                let receiver = self.identity(self.field(value, 2));
                let function = self.held(place);
                self.release(place);
                match (receiver, self.hash_at(function, depth, work)) {
                    (Ok(id), Hash::Visible(h)) => Hash::Visible((id as i64).rotate_right(4) ^ h),
                    (Err(OutOfMemory), _) => Hash::Full,
                    (_, other) => other,
                }
            }
            Kind::List | Kind::Dict | Kind::Set | Kind::ByteArray | Kind::Slice => Hash::Unhashable(value),
            Kind::Instance => {
                let flags = self.class_flags(self.instance_class(value));
                if flags & class::UNHASHABLE != 0 {
                    return Hash::Unhashable(value);
                }
                if flags & class::HAS_HASH != 0 {
                    return Hash::Ask;
                }
                let payload = self.payload(value);
                match self.kind(payload) {
                    _ if payload.is_null() => self.identity_hash(value),
                    Kind::List | Kind::Dict | Kind::Set | Kind::ByteArray => Hash::Unhashable(value),
                    _ => match self.hash_at(payload, depth, work) {
                        Hash::Unhashable(_) => Hash::Unhashable(value),
                        hash => hash,
                    },
                }
            }
            Kind::Class if self.class_metaclass(value).is_object() => {
                let flags = self.class_flags(self.class_metaclass(value));
                if flags & (class::UNHASHABLE | class::HAS_HASH) != 0 {
                    Hash::Ask
                } else {
                    self.identity_hash(value)
                }
            }
            Kind::Exception => {
                let flags = self.class_flags_of_exception(value);
                if flags & class::UNHASHABLE != 0 {
                    Hash::Unhashable(value)
                } else if flags & class::HAS_HASH != 0 {
                    Hash::Ask
                } else {
                    self.identity_hash(value)
                }
            }
            Kind::Record => match Type::from_index(self.aux(value)) {
                Type::DictKeys | Type::DictItems | Type::MappingProxy | Type::Deque | Type::Array => {
                    Hash::Unhashable(value)
                }
                Type::GenericAlias | Type::Union | Type::RegexPattern => Hash::Ask,
                _ => self.identity_hash(value),
            },
            Kind::MemoryView => Hash::Ask,
            _ => self.identity_hash(value),
        }
    }

    /// Hash of a tuple or frozenset from those of its items.
    fn hash_of_items(&mut self, place: crate::heap::Held, depth: usize, work: &mut usize) -> Hash {
        let is_tuple = self.is_kind(self.held(place), Kind::Tuple);
        let n = if is_tuple { self.tuple_len(self.held(place)) } else { self.dict_used(self.held(place)) };
        let mut tuple = TupleHash::new();
        let mut set = crate::num::hash::SetHash::default();
        for i in 0..n {
            if *work == 0 {
                return Hash::Ask;
            }
            *work -= 1;
            let items = self.held(place);
            let item = if is_tuple { self.item(items, i) } else { self.entry_key(items, i) };
            if item == Value::DELETED {
                continue;
            }
            match self.hash_at(item, depth + 1, work) {
                Hash::Visible(h) if is_tuple => tuple.add(h),
                Hash::Visible(h) => set.add(h),
                other => return other,
            }
        }
        Hash::Visible(if is_tuple { tuple.finish() } else { set.end() })
    }

    /// Hash of a range of inline integers: that of the tuple (length, start or None, step or None).
    fn hash_of_range(&mut self, range: Value) -> Hash {
        let part = |heap: &Self, i: usize| heap.field(range, i).as_index();
        let (Some(start), Some(stop), Some(step)) = (part(self, 1), part(self, 2), part(self, 3)) else {
            return Hash::Ask;
        };
        let n = crate::interp::range_len(start, stop, step);
        let mut work = WORK;
        let mut hash = TupleHash::new();
        hash.add(visible_int(n as i64));
        let first = if n > 0 { Value::int(start) } else { Value::NONE };
        let last = if n > 1 { Value::int(step) } else { Value::NONE };
        for value in [first, last] {
            if let Hash::Visible(h) = self.hash_at(value, 0, &mut work) {
                hash.add(h);
            }
        }
        Hash::Visible(hash.finish())
    }

    /// Hash by identity.
    pub fn identity_hash(&mut self, value: Value) -> Hash {
        match self.identity(value) {
            Ok(id) => Hash::Visible(id as i64),
            Err(OutOfMemory) => Hash::Full,
        }
    }
}

/// Visible hash of an int of at most 64 bits.
pub fn visible_int(n: i64) -> i64 {
    let magnitude = n.unsigned_abs();
    let h = if magnitude >= MODULUS { magnitude % MODULUS } else { magnitude } as i64;
    let h = if n < 0 { -h } else { h };
    if h == -1 { -2 } else { h }
}

/// Visible hash of an int that needs no object.
#[inline]
pub(crate) fn visible_small(n: i64) -> i64 {
    // All are smaller than the modulus.
    if n == -1 { -2 } else { n }
}

/// Visible hash of a float: that of the equal int where there is one.
pub fn visible_float(x: f64) -> i64 {
    if x.is_nan() {
        // Those that are not identical differ in their low bits.
        return 0x7FF8_0000 + (x.to_bits() & 0xFFFF_FFFF) as i64;
    }
    if x.is_infinite() {
        return if x > 0.0 { 314_159 } else { -314_159 };
    }
    // The mantissa, 28 bits a step, times two to the exponent, modulo 2^61 - 1.
    let (mut m, mut e) = libm::frexp(libm::fabs(x));
    let mut h = 0u64;
    while m != 0.0 {
        h = ((h << 28) & MODULUS) | h >> (61 - 28);
        m *= 268_435_456.0;
        e -= 28;
        let y = m as u64;
        m -= y as f64;
        h += y;
        if h >= MODULUS {
            h -= MODULUS;
        }
    }
    let e = e.rem_euclid(61) as u32;
    h = ((h << e) & MODULUS) | if e == 0 { 0 } else { h >> (61 - e) };
    let h = if x < 0.0 { -(h as i64) } else { h as i64 };
    if h == -1 { -2 } else { h }
}

/// Hash of tuples as CPython 3.8 and later compute it (xxHash lanes).
pub struct TupleHash {
    acc: u64,
    len: u64,
}

impl Default for TupleHash {
    fn default() -> Self {
        Self::new()
    }
}

impl TupleHash {
    const P1: u64 = 11_400_714_785_074_694_791;
    const P2: u64 = 14_029_467_366_897_019_727;
    const P5: u64 = 2_870_177_450_012_600_261;

    /// Of no items yet.
    pub const fn new() -> Self {
        TupleHash { acc: Self::P5, len: 0 }
    }

    /// Adds the visible hash of the next item.
    pub fn add(&mut self, lane: i64) {
        self.acc = self.acc.wrapping_add((lane as u64).wrapping_mul(Self::P2));
        self.acc = self.acc.rotate_left(31).wrapping_mul(Self::P1);
        self.len += 1;
    }

    /// The visible hash of the tuple.
    pub fn finish(&self) -> i64 {
        let h = self.acc.wrapping_add(self.len ^ (Self::P5 ^ 3_527_539));
        if h == u64::MAX { 1_546_275_796 } else { h as i64 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn visible_hashes_are_those_of_cpython() {
        assert_eq!(visible_int(-1), -2);
        assert_eq!(visible_int((1 << 61) - 1), 0);
        assert_eq!(visible_float(0.5), 1_152_921_504_606_846_976);
        assert_eq!(visible_float(1.5), 1_152_921_504_606_846_977);
        assert_eq!(visible_float(-3.0), -3);
        assert_eq!(visible_float(1e300), 1_224_995_262_755_759_164);
        let mut t = TupleHash::new();
        t.add(1);
        t.add(2);
        t.add(3);
        assert_eq!(t.finish(), 529_344_067_295_497_451);
    }
}
