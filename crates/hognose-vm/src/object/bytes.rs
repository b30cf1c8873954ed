//! `bytes`, `bytearray` and the raw buffers behind them.
//!
//! bytes: `[len u32, hash u32] bytes`. bytearray: `[len u32, id u32] [exports u32, 0] storage`, storage a buffer or null.
//! Buffer: `[len u32, 0] bytes`, also used for native state.

use crate::heap::{Heap, Kind, OutOfMemory};
use crate::value::Value;

/// Words that a bytes object or buffer of that many bytes needs.
pub const fn bytes_words(len: usize) -> usize {
    2 + len.div_ceil(8)
}

/// Words of a bytearray object without its storage.
pub const BYTEARRAY_WORDS: usize = 4;

impl Heap<'_> {
    /// A zeroed bytes object, reserved before ([`bytes_words`]).
    pub fn alloc_bytes(&mut self, len: usize) -> Value {
        self.alloc_blob(Kind::Bytes, len)
    }

    /// A zeroed buffer, reserved before ([`bytes_words`]).
    pub fn alloc_buffer(&mut self, len: usize) -> Value {
        self.alloc_blob(Kind::Buffer, len)
    }

    /// A zeroed object of raw bytes of that kind.
    pub(crate) fn alloc_blob(&mut self, kind: Kind, len: usize) -> Value {
        let at = self.alloc_raw(kind, 0, 0, bytes_words(len));
        self.mem[at + 1] = len as u64;
        Value::object(at as u32)
    }

    /// Reserves and makes a bytes object.
    pub fn new_bytes(&mut self, bytes: &[u8]) -> Result<Value, OutOfMemory> {
        self.reserve(bytes_words(bytes.len()))?;
        let value = self.alloc_bytes(bytes.len());
        self.blob_mut(value).copy_from_slice(bytes);
        Ok(value)
    }

    /// Bytes of a bytes, buffer or image object.
    pub fn blob(&self, value: Value) -> &[u8] {
        let n = self.len_word(value);
        self.bytes_from(value, 2).get(..n).unwrap_or(&[])
    }

    /// Bytes of a bytes or buffer object, to write.
    pub fn blob_mut(&mut self, value: Value) -> &mut [u8] {
        let n = self.len_word(value);
        self.bytes_from_mut(value, 2).get_mut(..n).unwrap_or(&mut [])
    }

    /// A bytearray over a storage buffer (or null), reserved before ([`BYTEARRAY_WORDS`]).
    pub fn alloc_bytearray(&mut self, storage: Value, len: usize) -> Value {
        let at = self.alloc_values(Kind::ByteArray, 0, 2, 1, storage);
        self.mem[at + 1] = len as u64;
        Value::object(at as u32)
    }

    /// Reserves and makes a bytearray with a copy of those bytes.
    pub fn new_bytearray(&mut self, bytes: &[u8]) -> Result<Value, OutOfMemory> {
        self.reserve(BYTEARRAY_WORDS + bytes_words(bytes.len()))?;
        let storage = self.alloc_buffer(bytes.len());
        self.blob_mut(storage).copy_from_slice(bytes);
        Ok(self.alloc_bytearray(storage, bytes.len()))
    }

    /// Bytes of a bytearray.
    pub fn bytearray(&self, value: Value) -> &[u8] {
        let n = self.len_word(value);
        let storage = self.field(value, 3);
        if storage.is_object() { self.blob(storage).get(..n).unwrap_or(&[]) } else { &[] }
    }

    /// Bytes of a bytearray, to write.
    pub fn bytearray_mut(&mut self, value: Value) -> &mut [u8] {
        let n = self.len_word(value);
        let storage = self.field(value, 3);
        if storage.is_object() { self.blob_mut(storage).get_mut(..n).unwrap_or(&mut []) } else { &mut [] }
    }

    /// Sets the length of a bytearray, growing its storage when needed (new bytes zero). May reserve and move.
    pub fn resize_bytearray(&mut self, value: Value, len: usize) -> Result<Value, OutOfMemory> {
        let storage = self.field(value, 3);
        let capacity = if storage.is_object() { self.blob(storage).len() } else { 0 };
        let old = self.len_word(value);
        if len <= capacity {
            self.set_len_word(value, len);
            if len > old {
                self.bytearray_mut(value)[old..len].fill(0);
            }
            return Ok(value);
        }
        let capacity = len.saturating_add(len / 8).saturating_add(8);
        let place = self.hold(value);
        let room = self.reserve(bytes_words(capacity));
        let value = self.held(place);
        self.release(place);
        room?;
        let new = self.alloc_buffer(capacity);
        let storage = self.field(value, 3);
        if storage.is_object() {
            let (from, to) = (storage.offset() + 2, new.offset() + 2);
            let words = old.div_ceil(8);
            self.mem.copy_within(from..from + words, to);
            self.blob_mut(new)[old..].fill(0);
        }
        self.set_field(value, 3, new);
        self.set_len_word(value, len);
        Ok(value)
    }

    /// Bytes of a bytes or bytearray value.
    pub fn bytes_like(&self, value: Value) -> Option<&[u8]> {
        match self.kind(value) {
            Kind::Bytes => Some(self.blob(value)),
            Kind::ByteArray => Some(self.bytearray(value)),
            _ => None,
        }
    }
}
