//! What can be wrong with a format, a value or a buffer, in CPython's words.

use super::code::Code;
use core::fmt::{self, Display, Formatter};

/// Which Python exception an error is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ErrorClass {
    /// `struct.error`
    Struct,
    /// `OverflowError`
    Overflow,
}

/// Why something was refused. `Display` is CPython's message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StructError {
    /// A zero byte in a format.
    EmbeddedNull,
    /// A character that is no format, or not with this byte order.
    BadChar,
    /// A number at the end.
    CountWithoutCode,
    /// More than 2^63 - 1 bytes.
    TooLong,
    /// `pack` got another number of values; the name of the function that was called.
    Items {
        /// `pack` or `pack_into`.
        function: &'static str,
        /// How many it needs.
        expected: u64,
        /// How many it got.
        got: u64,
    },
    /// `unpack` needs so many bytes.
    Buffer(u64),
    /// `iter_unpack` needs a multiple of so many bytes.
    Multiple(u64),
    /// `iter_unpack` of a format without bytes.
    NothingToIterate,
    /// A negative offset before the start of the buffer: offset, length of the buffer.
    Offset(i64, u64),
    /// `pack_into` at a negative offset: bytes needed, offset.
    NoSpace(u64, i64),
    /// `unpack_from` at a negative offset: bytes needed, offset.
    NotEnough(u64, i64),
    /// Too little behind the offset.
    BufferAt {
        /// Whether it was `pack_into`; otherwise `unpack_from`.
        packing: bool,
        /// Bytes of the format.
        size: u64,
        /// Where it should start.
        offset: u64,
        /// Bytes of the buffer.
        len: u64,
    },
    /// The value is no whole number.
    NotInteger,
    /// The value is no number.
    NotFloat,
    /// The value is not `bytes`.
    NotBytes(Code),
    /// The value is not one byte.
    NotChar,
    /// The number is outside of what the machine has.
    OutOfRange,
    /// The number is outside of what the format has. CPython names the format otherwise when the byte order is not
    /// the machine's: then this is true.
    Range(Code, bool),
    /// The number has more than eight bytes.
    IntTooLarge,
    /// The number is too large for a small float.
    FloatTooLarge(Code),
}

impl StructError {
    /// The exception that Python raises for it.
    pub fn class(&self) -> ErrorClass {
        match self {
            StructError::FloatTooLarge(_) => ErrorClass::Overflow,
            _ => ErrorClass::Struct,
        }
    }
}

impl Display for StructError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        use StructError::*;
        f.write_str(match *self {
            EmbeddedNull => "embedded null character",
            BadChar => "bad char in struct format",
            CountWithoutCode => "repeat count given without format specifier",
            TooLong => "total struct size too long",
            Items { function, expected, got } => {
                return write!(f, "{function} expected {expected} items for packing (got {got})");
            }
            Buffer(size) => return write!(f, "unpack requires a buffer of {size} bytes"),
            Multiple(size) => {
                return write!(f, "iterative unpacking requires a buffer of a multiple of {size} bytes");
            }
            NothingToIterate => "cannot iteratively unpack with a struct of length 0",
            Offset(offset, len) => return write!(f, "offset {offset} out of range for {len}-byte buffer"),
            NoSpace(size, offset) => return write!(f, "no space to pack {size} bytes at offset {offset}"),
            NotEnough(size, offset) => return write!(f, "not enough data to unpack {size} bytes at offset {offset}"),
            BufferAt { packing, size, offset, len } => {
                let (function, doing) = if packing { ("pack_into", "packing") } else { ("unpack_from", "unpacking") };
                let need = offset.saturating_add(size);
                return write!(
                    f,
                    "{function} requires a buffer of at least {need} bytes for {doing} {size} bytes at offset {offset} \
                     (actual buffer size is {len})"
                );
            }
            NotInteger => "required argument is not an integer",
            NotFloat => "required argument is not a float",
            NotBytes(code) => return write!(f, "argument for '{}' must be a bytes object", code.letter()),
            NotChar => "char format requires a bytes object of length 1",
            OutOfRange => "argument out of range",
            Range(code, swapped) => match code.0 {
                b'b' => "byte format requires -128 <= number <= 127",
                b'B' => "ubyte format requires 0 <= number <= 255",
                b'h' if !swapped => "short format requires -32768 <= number <= 32767",
                b'H' if !swapped => "ushort format requires 0 <= number <= 65535",
                c => {
                    let (low, high) = match c {
                        b'h' => (-32768, 32767),
                        b'H' => (0, 65535),
                        _ if code.is_signed() => (i64::from(i32::MIN), i64::from(i32::MAX)),
                        _ => (0, i64::from(u32::MAX)),
                    };
                    return write!(f, "'{}' format requires {low} <= number <= {high}", char::from(c));
                }
            },
            IntTooLarge => "int too large to convert",
            FloatTooLarge(code) => return write!(f, "float too large to pack with {} format", code.letter()),
        })
    }
}
