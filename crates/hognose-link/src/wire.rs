//! Reading and writing the fields of a message. All numbers are little-endian.

use core::fmt;

/// Why a message was refused, which field, and at which byte of the payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WireError {
    /// What is wrong.
    pub problem: Problem,
    /// The field, as the protocol page names it.
    pub field: &'static str,
    /// Offset in the payload where the field starts.
    pub at: usize,
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// The payload ends inside the field.
    Truncated {
        /// Bytes the field needs.
        need: usize,
        /// Bytes that are left.
        have: usize,
    },
    /// The value is none of those defined.
    Unknown {
        /// The value found.
        got: u32,
    },
    /// The value is outside the range.
    OutOfRange {
        /// The value found.
        got: u32,
        /// Largest value allowed.
        max: u32,
    },
    /// Text that is not UTF-8.
    NotUtf8,
    /// The message is over but bytes follow.
    Trailing {
        /// How many.
        extra: usize,
    },
    /// The buffer for an outgoing message is full.
    NoRoom {
        /// Bytes the field needs.
        need: usize,
        /// Bytes that are left.
        have: usize,
    },
}

impl fmt::Display for WireError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {}: ", self.field, self.at)?;
        match self.problem {
            Problem::Truncated { need, have } => write!(f, "needs {need} bytes, {have} left"),
            Problem::Unknown { got } => write!(f, "value {got} is not defined"),
            Problem::OutOfRange { got, max } => write!(f, "{got}, allowed at most {max}"),
            Problem::NotUtf8 => f.write_str("text is not UTF-8"),
            Problem::Trailing { extra } => write!(f, "{extra} bytes too many"),
            Problem::NoRoom { need, have } => write!(f, "needs {need} bytes, room for {have}"),
        }
    }
}

impl core::error::Error for WireError {}

/// A message or a part of one, as bytes.
pub trait Wire<'a>: Sized {
    /// Writes the fields.
    fn put(&self, out: &mut Writer<'_>) -> Result<(), WireError>;
    /// Reads the fields.
    fn get(from: &mut Reader<'a>) -> Result<Self, WireError>;

    /// Reads a whole payload: nothing may follow.
    fn decode(payload: &'a [u8]) -> Result<Self, WireError> {
        let mut reader = Reader::new(payload);
        let message = Self::get(&mut reader)?;
        reader.end()?;
        Ok(message)
    }

    /// Writes a whole payload to `buffer` and returns its length.
    fn encode(&self, buffer: &mut [u8]) -> Result<usize, WireError> {
        let mut writer = Writer::new(buffer);
        self.put(&mut writer)?;
        Ok(writer.length())
    }
}

/// Takes fields off a payload.
#[derive(Debug)]
pub struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// Starts at the first byte.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Offset of the next byte.
    pub const fn position(&self) -> usize {
        self.at
    }

    /// The next `count` bytes.
    pub fn take(&mut self, field: &'static str, count: usize) -> Result<&'a [u8], WireError> {
        let rest = self.bytes.get(self.at..).unwrap_or(&[]);
        match rest.get(..count) {
            Some(taken) => {
                self.at += count;
                Ok(taken)
            }
            None => Err(WireError {
                problem: Problem::Truncated { need: count, have: rest.len() },
                field,
                at: self.at,
            }),
        }
    }

    /// A fixed number of bytes.
    pub fn array<const N: usize>(&mut self, field: &'static str) -> Result<[u8; N], WireError> {
        let mut array = [0; N];
        array.copy_from_slice(self.take(field, N)?);
        Ok(array)
    }

    /// One byte.
    pub fn u8(&mut self, field: &'static str) -> Result<u8, WireError> {
        Ok(u8::from_le_bytes(self.array(field)?))
    }

    /// Two bytes.
    pub fn u16(&mut self, field: &'static str) -> Result<u16, WireError> {
        Ok(u16::from_le_bytes(self.array(field)?))
    }

    /// Two bytes, signed.
    pub fn i16(&mut self, field: &'static str) -> Result<i16, WireError> {
        Ok(i16::from_le_bytes(self.array(field)?))
    }

    /// Four bytes.
    pub fn u32(&mut self, field: &'static str) -> Result<u32, WireError> {
        Ok(u32::from_le_bytes(self.array(field)?))
    }

    /// Four bytes, signed.
    pub fn i32(&mut self, field: &'static str) -> Result<i32, WireError> {
        Ok(i32::from_le_bytes(self.array(field)?))
    }

    /// Eight bytes.
    pub fn u64(&mut self, field: &'static str) -> Result<u64, WireError> {
        Ok(u64::from_le_bytes(self.array(field)?))
    }

    /// One byte, 0 or 1.
    pub fn bool(&mut self, field: &'static str) -> Result<bool, WireError> {
        Ok(self.bounded(field, 1)? == 1)
    }

    /// One byte of at most `max`.
    pub fn bounded(&mut self, field: &'static str, max: u8) -> Result<u8, WireError> {
        let at = self.at;
        let got = self.u8(field)?;
        if got > max {
            let problem = Problem::OutOfRange { got: u32::from(got), max: u32::from(max) };
            return Err(WireError { problem, field, at });
        }
        Ok(got)
    }

    /// Text: its length in one byte, then UTF-8.
    pub fn text(&mut self, field: &'static str) -> Result<&'a str, WireError> {
        let at = self.at;
        let length = self.u8(field)?;
        let bytes = self.take(field, usize::from(length))?;
        core::str::from_utf8(bytes).map_err(|_| WireError { problem: Problem::NotUtf8, field, at })
    }

    /// All bytes that are left.
    pub fn rest(&mut self) -> &'a [u8] {
        let rest = self.bytes.get(self.at..).unwrap_or(&[]);
        self.at = self.bytes.len();
        rest
    }

    /// Nothing may be left.
    pub fn end(&self) -> Result<(), WireError> {
        match self.bytes.len().saturating_sub(self.at) {
            0 => Ok(()),
            extra => {
                Err(WireError { problem: Problem::Trailing { extra }, field: "end of message", at: self.at })
            }
        }
    }

    /// The error for a byte just read as `field` that has no meaning.
    pub fn unknown(&self, field: &'static str, got: u8) -> WireError {
        WireError { problem: Problem::Unknown { got: u32::from(got) }, field, at: self.at.saturating_sub(1) }
    }
}

/// Puts fields to a buffer.
#[derive(Debug)]
pub struct Writer<'a> {
    bytes: &'a mut [u8],
    at: usize,
}

impl<'a> Writer<'a> {
    /// Starts at the first byte.
    pub const fn new(bytes: &'a mut [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Bytes written.
    pub const fn length(&self) -> usize {
        self.at
    }

    /// Bytes that still fit.
    pub const fn room(&self) -> usize {
        self.bytes.len() - self.at
    }

    /// Bytes as they are.
    pub fn bytes(&mut self, field: &'static str, bytes: &[u8]) -> Result<(), WireError> {
        let have = self.room();
        let Some(target) = self.bytes.get_mut(self.at..self.at + bytes.len()) else {
            return Err(WireError {
                problem: Problem::NoRoom { need: bytes.len(), have },
                field,
                at: self.at,
            });
        };
        target.copy_from_slice(bytes);
        self.at += bytes.len();
        Ok(())
    }

    /// One byte.
    pub fn u8(&mut self, field: &'static str, value: u8) -> Result<(), WireError> {
        self.bytes(field, &[value])
    }

    /// Two bytes.
    pub fn u16(&mut self, field: &'static str, value: u16) -> Result<(), WireError> {
        self.bytes(field, &value.to_le_bytes())
    }

    /// Two bytes, signed.
    pub fn i16(&mut self, field: &'static str, value: i16) -> Result<(), WireError> {
        self.bytes(field, &value.to_le_bytes())
    }

    /// Four bytes.
    pub fn u32(&mut self, field: &'static str, value: u32) -> Result<(), WireError> {
        self.bytes(field, &value.to_le_bytes())
    }

    /// Four bytes, signed.
    pub fn i32(&mut self, field: &'static str, value: i32) -> Result<(), WireError> {
        self.bytes(field, &value.to_le_bytes())
    }

    /// Eight bytes.
    pub fn u64(&mut self, field: &'static str, value: u64) -> Result<(), WireError> {
        self.bytes(field, &value.to_le_bytes())
    }

    /// Text of at most 255 bytes: its length in one byte, then UTF-8.
    pub fn text(&mut self, field: &'static str, text: &str) -> Result<(), WireError> {
        let Ok(length) = u8::try_from(text.len()) else {
            let problem =
                Problem::OutOfRange { got: u32::try_from(text.len()).unwrap_or(u32::MAX), max: 255 };
            return Err(WireError { problem, field, at: self.at });
        };
        self.u8(field, length)?;
        self.bytes(field, text.as_bytes())
    }

    /// Bytes that `fill` writes to the free room, at most `most`; returns how many it wrote.
    pub fn fill(&mut self, most: usize, fill: impl FnOnce(&mut [u8]) -> usize) -> usize {
        let room = self.room().min(most);
        let wrote = fill(&mut self.bytes[self.at..self.at + room]).min(room);
        self.at += wrote;
        wrote
    }
}
