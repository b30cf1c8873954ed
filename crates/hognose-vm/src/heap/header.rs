//! The one header word of every object, and which of its words are values.
//!
//! ```text
//!  bits  0..8   kind
//!        8..16  flags, meaning depends on the kind
//!       16..32  aux: built-in type of records, iterators and generators, size in words of instances
//!       32..64  size in words, header included; for instances the offset of their shape
//! ```

/// What an object is: decides its layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    /// Nothing: a gap that the collector closes.
    Filler = 0,
    /// `[len u32, hash u32] bytes`: str of more than 5 bytes, generalised UTF-8.
    Str,
    /// `[len u32, hash u32] bytes`
    Bytes,
    /// `[limbs u32, negative u32] limbs`: int outside the inline range, little-endian 32-bit limbs, no leading zero.
    BigInt,
    /// `[real bits] [imag bits]`
    Complex,
    /// Raw bytes: storage of bytearrays, native state. `[len u32, 0] bytes`
    Buffer,
    /// Values: the items of a tuple.
    Tuple,
    /// Values: storage of lists, overflow slots.
    Array,
    /// `[len u32, id u32] storage`
    List,
    /// `[live u32, id u32] [used u32, stamp u32] storage`
    Dict,
    /// `[live u32, id u32] [used u32, stamp u32] storage`
    Set,
    /// As a set.
    FrozenSet,
    /// `[capacity u32, buckets u32] values raw`: entries (2 words each for dicts, 1 for sets), then the index.
    Table,
    /// `[len u32, id u32] [exports u32, 0] storage`
    ByteArray,
    /// `[offset u32, items u32] [format u8, itemsize u8, readonly u8, stride i32] base`
    MemoryView,
    /// One value: a variable shared with inner functions.
    Cell,
    /// `[0, id] code globals defaults kwdefaults closure dict`
    Function,
    /// Metadata, constants, register code, caches: see `object::code`.
    Code,
    /// A code object not lowered yet: see `object::code`.
    CodeStub,
    /// function receiver
    BoundMethod,
    /// See `object::class`.
    Class,
    /// See `object::shape`.
    Shape,
    /// `[0, id] overflow slots`: see `object::instance`.
    Instance,
    /// `[0, id] class args cause context traceback dict notes`: see `object::exception`.
    Exception,
    /// A generator, coroutine or asynchronous generator: see `object::generator`.
    Generator,
    /// `[0, id] dict`; aux is 1 + index of the static definition, or 0.
    Module,
    /// start stop step
    Slice,
    /// start stop step: Python ints
    Range,
    /// `[raw] [raw] value value value`: a built-in iterator, aux says which.
    Iter,
    /// `[0, id] values`: any other built-in object, aux is its type.
    Record,
    /// `[imports..]` the bytes of a loaded image, as `Bytes`.
    Image,
}

impl Kind {
    /// The kind with that number.
    #[inline]
    pub const fn from_byte(byte: u8) -> Option<Kind> {
        use Kind::*;
        // Written out, the compiler sees that a kind is its number: no table is read.
        Some(match byte {
            0 => Filler,
            1 => Str,
            2 => Bytes,
            3 => BigInt,
            4 => Complex,
            5 => Buffer,
            6 => Tuple,
            7 => Array,
            8 => List,
            9 => Dict,
            10 => Set,
            11 => FrozenSet,
            12 => Table,
            13 => ByteArray,
            14 => MemoryView,
            15 => Cell,
            16 => Function,
            17 => Code,
            18 => CodeStub,
            19 => BoundMethod,
            20 => Class,
            21 => Shape,
            22 => Instance,
            23 => Exception,
            24 => Generator,
            25 => Module,
            26 => Slice,
            27 => Range,
            28 => Iter,
            29 => Record,
            30 => Image,
            _ => return None,
        })
    }

    /// Words after the header that are not values, when the values go on to the end of the object;
    /// None for kinds with nothing but raw words or a layout of their own.
    pub(crate) const fn raw_words(self) -> Option<usize> {
        use Kind::*;
        match self {
            Filler | Str | Bytes | BigInt | Complex | Buffer | Image => None,
            Tuple | Array | Cell | BoundMethod | Slice | Range => Some(0),
            List | Function | Exception | Module | Record | Class => Some(1),
            Dict | Set | FrozenSet | ByteArray | MemoryView | Iter => Some(2),
            Instance => Some(1),
            Shape | CodeStub => Some(2),
            Generator => Some(4),
            Table | Code => None,
        }
    }
}

/// Builds a header word.
#[inline]
pub(crate) const fn header(kind: Kind, flags: u8, aux: u16, high: u32) -> u64 {
    kind as u64 | (flags as u64) << 8 | (aux as u64) << 16 | (high as u64) << 32
}

/// The kind in a header word.
#[inline]
pub(crate) const fn kind_byte(header: u64) -> u8 {
    header as u8
}

/// Flags of a header word.
#[inline]
pub(crate) const fn flags(header: u64) -> u8 {
    (header >> 8) as u8
}

/// Aux of a header word.
#[inline]
pub(crate) const fn aux(header: u64) -> u16 {
    (header >> 16) as u16
}

/// Upper half of a header word.
#[inline]
pub(crate) const fn high(header: u64) -> u32 {
    (header >> 32) as u32
}

/// Size of the object in words, header included; never 0.
#[inline]
pub(crate) const fn size(header: u64) -> usize {
    let n =
        if kind_byte(header) == Kind::Instance as u8 { aux(header) as usize } else { high(header) as usize };
    if n == 0 { 1 } else { n }
}
