//! A Python value in 64 bits, NaN-boxed.
//!
//! | top 16 bits | low 48 bits | what |
//! |---|---|---|
//! | below `FFF9` | | a float, all 64 bits; NaNs are canonical, or stamped ones of [`Value::nan`], so that they never collide with a tag |
//! | `FFF9` | index | native function of the engine or a library |
//! | `FFFA` | index | built-in type |
//! | `FFFB` | index | a name of the static table, a `str` of more than 5 bytes |
//! | `FFFC` | length, bytes | a `str` of at most 5 bytes of UTF-8; such strings are never anything else |
//! | `FFFD` | number | None, False, True and the engine's own markers |
//! | `FFFE` | word offset, 32 bits | an object in the block |
//! | `FFFF` | signed integer, 48 bits | an `int` from -2^47 to 2^47-1 |

/// One value. Copying it copies the reference, not the object.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
pub struct Value(pub u64);

const SHIFT: u32 = 48;
const PAYLOAD: u64 = (1 << SHIFT) - 1;
pub(crate) const TAG_NATIVE: u64 = 0xFFF9;
pub(crate) const TAG_TYPE: u64 = 0xFFFA;
pub(crate) const TAG_NAME: u64 = 0xFFFB;
pub(crate) const TAG_SHORT: u64 = 0xFFFC;
pub(crate) const TAG_SPECIAL: u64 = 0xFFFD;
pub(crate) const TAG_REF: u64 = 0xFFFE;
pub(crate) const TAG_INT: u64 = 0xFFFF;
const FIRST_TAG: u64 = TAG_NATIVE << SHIFT;

/// Largest integer that needs no object.
pub const INT_MAX: i64 = (1 << 47) - 1;
/// Smallest integer that needs no object.
pub const INT_MIN: i64 = -(1 << 47);

/// Does the machine compute with 32 bits? Then the upper half of a value is looked at alone where it can be.
pub(crate) const NARROW: bool = cfg!(target_pointer_width = "32");

impl Value {
    /// `None`
    pub const NONE: Value = Value::special(0);
    /// `False`
    pub const FALSE: Value = Value::special(1);
    /// `True`
    pub const TRUE: Value = Value::special(2);
    /// `...`
    pub const ELLIPSIS: Value = Value::special(3);
    /// `NotImplemented`
    pub const NOT_IMPLEMENTED: Value = Value::special(4);
    /// Marker: a variable that is not bound, an argument that was not given. Never reaches a script.
    pub const UNBOUND: Value = Value::special(5);
    /// Marker: a deleted entry of a dict or set. Never reaches a script.
    pub const DELETED: Value = Value::special(6);
    /// Marker: no receiver in a method call, no value in an optional field. Never reaches a script.
    pub const NULL: Value = Value::special(7);
    /// The empty string.
    pub const EMPTY_STR: Value = Value(TAG_SHORT << SHIFT);

    const fn special(n: u64) -> Value {
        Value(TAG_SPECIAL << SHIFT | n)
    }

    /// The top 16 bits.
    #[inline]
    pub const fn tag(self) -> u64 {
        self.0 >> SHIFT
    }

    /// The low 48 bits.
    #[inline]
    pub const fn payload(self) -> u64 {
        self.0 & PAYLOAD
    }

    /// The upper half.
    #[inline]
    const fn high(self) -> u32 {
        (self.0 >> 32) as u32
    }

    // Floats

    /// A float; NaNs become the one canonical NaN of their sign.
    #[inline]
    pub fn float(x: f64) -> Value {
        if x.is_nan() {
            return Value(if x.is_sign_negative() { 0xFFF8 << SHIFT } else { 0x7FF8 << SHIFT });
        }
        Value(x.to_bits())
    }

    /// A NaN that is not identical with others: containers tell them apart, as they do with objects of CPython.
    pub const fn nan(stamp: u32) -> Value {
        Value(0x7FF8 << SHIFT | stamp as u64)
    }

    /// Is it a float?
    #[inline]
    pub const fn is_float(self) -> bool {
        if NARROW { self.high() < (TAG_NATIVE << 16) as u32 } else { self.0 < FIRST_TAG }
    }

    /// The bits as a float; only sensible after [`Value::is_float`].
    #[inline]
    pub fn raw_float(self) -> f64 {
        f64::from_bits(self.0)
    }

    /// The float, if it is one.
    #[inline]
    pub fn as_float(self) -> Option<f64> {
        if self.is_float() { Some(f64::from_bits(self.0)) } else { None }
    }

    // Integers

    /// An integer of at most 48 bits; wider ones lose their top, so check with [`Value::fits`] first.
    #[inline]
    pub const fn int(n: i64) -> Value {
        Value(TAG_INT << SHIFT | (n as u64 & PAYLOAD))
    }

    /// Does that integer need no object?
    #[inline]
    pub const fn fits(n: i64) -> bool {
        if NARROW { (n << 16) >> 16 == n } else { n >= INT_MIN && n <= INT_MAX }
    }

    /// Is it an inline integer (not a bool, not a big one)?
    #[inline]
    pub const fn is_int(self) -> bool {
        if NARROW { self.high() >= (TAG_INT << 16) as u32 } else { self.0 >= TAG_INT << SHIFT }
    }

    /// Sign-extended payload; only sensible after [`Value::is_int`].
    #[inline]
    pub const fn raw_int(self) -> i64 {
        ((self.0 << 16) as i64) >> 16
    }

    /// The inline integer, if it is one.
    #[inline]
    pub const fn as_int(self) -> Option<i64> {
        if self.is_int() { Some(self.raw_int()) } else { None }
    }

    /// The integer behind an inline int or a bool.
    #[inline]
    pub const fn as_index(self) -> Option<i64> {
        if self.is_int() {
            Some(self.raw_int())
        } else if self.0 == Value::TRUE.0 {
            Some(1)
        } else if self.0 == Value::FALSE.0 {
            Some(0)
        } else {
            None
        }
    }

    // Bools and markers

    /// `True` or `False`
    #[inline]
    pub const fn bool(b: bool) -> Value {
        if b { Value::TRUE } else { Value::FALSE }
    }

    /// Is it `True` or `False`?
    #[inline]
    pub const fn is_bool(self) -> bool {
        self.0 == Value::TRUE.0 || self.0 == Value::FALSE.0
    }

    /// Is it `None`?
    #[inline]
    pub const fn is_none(self) -> bool {
        self.0 == Value::NONE.0
    }

    /// Is it the unbound marker?
    #[inline]
    pub const fn is_unbound(self) -> bool {
        self.0 == Value::UNBOUND.0
    }

    /// Is it the null marker?
    #[inline]
    pub const fn is_null(self) -> bool {
        self.0 == Value::NULL.0
    }

    /// None instead of the null or unbound marker.
    #[inline]
    pub const fn or_none(self) -> Value {
        if self.is_null() || self.is_unbound() { Value::NONE } else { self }
    }

    // References

    /// The object at that word offset.
    #[inline]
    pub const fn object(offset: u32) -> Value {
        Value(TAG_REF << SHIFT | offset as u64)
    }

    /// Is it an object in the block?
    #[inline]
    pub const fn is_object(self) -> bool {
        // Offsets have 32 bits, so the bits above them are known too.
        self.high() == (TAG_REF << 16) as u32
    }

    /// Word offset; only sensible after [`Value::is_object`].
    #[inline]
    pub const fn offset(self) -> usize {
        self.0 as u32 as usize
    }

    // Static things

    /// The built-in type with that index.
    #[inline]
    pub const fn builtin_type(index: u16) -> Value {
        Value(TAG_TYPE << SHIFT | index as u64)
    }

    /// Index of the built-in type, if it is one.
    #[inline]
    pub const fn as_builtin_type(self) -> Option<u16> {
        if self.tag() == TAG_TYPE { Some(self.0 as u16) } else { None }
    }

    /// The native function with that index.
    #[inline]
    pub const fn native(index: u32) -> Value {
        Value(TAG_NATIVE << SHIFT | index as u64)
    }

    /// Index of the native function, if it is one.
    #[inline]
    pub const fn as_native(self) -> Option<u32> {
        if self.tag() == TAG_NATIVE { Some(self.0 as u32) } else { None }
    }

    /// The static name with that index.
    #[inline]
    pub const fn name(index: u16) -> Value {
        Value(TAG_NAME << SHIFT | index as u64)
    }

    /// Is it a static name?
    #[inline]
    pub const fn is_name(self) -> bool {
        self.tag() == TAG_NAME
    }

    // Short strings

    /// A string of the lowest `n` bytes of a word, the first one lowest; `n` is at most 5.
    #[inline]
    pub(crate) const fn short_word(word: u64, n: usize) -> Value {
        Value(TAG_SHORT << SHIFT | (n as u64) << 40 | word & ((1 << (8 * n)) - 1))
    }

    /// A string of at most 5 bytes; longer input gives None.
    #[inline]
    pub const fn short_str(bytes: &[u8]) -> Option<Value> {
        let n = bytes.len();
        if n > 5 {
            return None;
        }
        let mut bits = 0;
        let mut i = 0;
        while i < n {
            bits |= (bytes[i] as u64) << (8 * i);
            i += 1;
        }
        Some(Value(TAG_SHORT << SHIFT | (n as u64) << 40 | bits))
    }

    /// The string of one ASCII character.
    #[inline]
    pub const fn character(byte: u8) -> Value {
        Value(TAG_SHORT << SHIFT | 1 << 40 | byte as u64)
    }

    /// Is it a string of at most 5 bytes?
    #[inline]
    pub const fn is_short_str(self) -> bool {
        self.tag() == TAG_SHORT
    }

    /// Bytes (padded) and length of a short string.
    #[inline]
    pub const fn short_bytes(self) -> ([u8; 8], usize) {
        let n = (self.0 >> 40) & 7;
        ((self.0 & 0xFF_FFFF_FFFF).to_le_bytes(), if n > 5 { 5 } else { n as usize })
    }

    /// A string of one character.
    #[inline]
    pub fn char(c: char) -> Value {
        let mut buffer = [0; 4];
        let bytes = c.encode_utf8(&mut buffer).as_bytes();
        Value::short_str(bytes).unwrap_or(Value::EMPTY_STR)
    }
}

impl core::fmt::Debug for Value {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.tag() {
            TAG_INT => write!(f, "{}", self.raw_int()),
            TAG_REF => write!(f, "@{}", self.offset()),
            TAG_SPECIAL => write!(f, "special{}", self.payload()),
            TAG_SHORT => {
                let (b, n) = self.short_bytes();
                write!(f, "{:?}", core::str::from_utf8(&b[..n]).unwrap_or("?"))
            }
            TAG_NAME => write!(f, "name{}", self.payload()),
            TAG_TYPE => write!(f, "type{}", self.payload()),
            TAG_NATIVE => write!(f, "native{}", self.payload()),
            _ => write!(f, "{:?}", self.raw_float()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_round_trip_at_the_edges() {
        for n in [0, 1, -1, INT_MAX, INT_MIN, 123_456_789] {
            assert_eq!(Value::int(n).as_int(), Some(n));
            assert!(!Value::int(n).is_float() && !Value::int(n).is_object());
        }
        assert!(!Value::fits(INT_MAX + 1) && !Value::fits(INT_MIN - 1));
    }

    #[test]
    fn no_float_looks_like_a_tag() {
        for bits in [
            0,
            1,
            u64::MAX,
            0xFFF9 << 48,
            0xFFFF_1234_5678_9ABC,
            0x7FF0_0000_0000_0001,
            0xFFF0_0000_0000_0000,
        ] {
            assert!(Value::float(f64::from_bits(bits)).is_float());
        }
    }

    #[test]
    fn short_strings_hold_up_to_five_bytes() {
        assert!(Value::short_str(b"sixsix").is_none());
        let (bytes, n) = Value::short_str("aé".as_bytes()).unwrap_or(Value::NONE).short_bytes();
        assert_eq!(&bytes[..n], "aé".as_bytes());
        assert_eq!(Value::short_str(b""), Some(Value::EMPTY_STR));
    }
}
