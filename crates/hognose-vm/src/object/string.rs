//! `str`: generalised UTF-8 (lone surrogates as three bytes). At most 5 bytes inline, static names in flash, the rest
//! in the block: `[len u32, hash u32] bytes`, flag [`ASCII`], flag [`INTERNED`]; sums may be [grown](super::grown).

use crate::hash::hash_bytes;
use crate::heap::{Heap, Kind, OutOfMemory, Root};
use crate::names;
use crate::object::cut::LONGEST;
use crate::object::grown::is_grown;
use crate::value::Value;

/// Flag: all bytes below 128, so that characters are bytes.
pub const ASCII: u8 = 1;
/// Flag: the only heap string with this text that is interned.
pub const INTERNED: u8 = 2;

/// The bytes of a string, wherever they are.
#[derive(Clone, Copy)]
pub enum Text<'a> {
    /// In the block or in flash.
    Bytes(&'a [u8]),
    /// Inside the value.
    Short([u8; 8], usize),
}

impl core::ops::Deref for Text<'_> {
    type Target = [u8];
    #[inline]
    fn deref(&self) -> &[u8] {
        match self {
            Text::Bytes(bytes) => bytes,
            Text::Short(bytes, n) => &bytes[..*n],
        }
    }
}

impl Text<'_> {
    /// As `&str`; lone surrogates make it a question mark string.
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(self).unwrap_or("?")
    }
}

/// Words that a string of that many bytes needs.
pub const fn str_words(len: usize) -> usize {
    2 + len.div_ceil(8)
}

impl Heap<'_> {
    /// Is it a string?
    #[inline]
    pub fn is_str(&self, value: Value) -> bool {
        value.is_short_str() || value.is_name() || self.is_kind(value, Kind::Str)
    }

    /// Bytes of a string; empty for anything else.
    #[inline]
    pub fn text(&self, value: Value) -> Text<'_> {
        if value.is_object() {
            return Text::Bytes(self.text_bytes(value));
        }
        if value.is_short_str() {
            let (bytes, n) = value.short_bytes();
            return Text::Short(bytes, n);
        }
        if value.is_name() {
            return Text::Bytes(names::TEXT.get(value.payload() as usize).map_or(b"", |t| t.as_bytes()));
        }
        Text::Bytes(b"")
    }

    /// Bytes of a string in the block; empty for any other object.
    #[inline]
    fn text_bytes(&self, value: Value) -> &[u8] {
        let Some([head, len, rest @ ..]) = self.mem.get(value.offset()..) else { return &[] };
        if *head as u8 != Kind::Str as u8 {
            return &[];
        }
        let words = if is_grown(*head) { &self.mem[self.field(value, 2).offset() + 2..] } else { rest };
        bytemuck::cast_slice(words).get(..*len as u32 as usize).unwrap_or(&[])
    }

    /// Do two strings have the same text?
    #[inline]
    pub(crate) fn str_eq(&self, a: Value, b: Value) -> bool {
        if a == b {
            return true;
        }
        if !a.is_object() && !b.is_object() {
            return false;
        }
        *self.text(a) == *self.text(b)
    }

    /// Are all characters of that string below 128?
    #[inline]
    pub fn is_ascii(&self, value: Value) -> bool {
        if value.is_object() {
            let head = self.head(value);
            head as u8 != Kind::Str as u8 || (head >> 8) as u8 & ASCII != 0
        } else if value.is_short_str() {
            value.0 & 0x80_8080_8080 == 0
        } else {
            self.text(value).is_ascii()
        }
    }

    /// Number of code points of a string.
    pub fn str_len(&self, value: Value) -> usize {
        let text = self.text(value);
        if self.is_ascii(value) { text.len() } else { text.iter().filter(|&&b| b & 0xC0 != 0x80).count() }
    }

    /// A string of those bytes, which the caller reserved [`str_words`] for; they must be generalised UTF-8.
    /// Bytes from elsewhere than the block.
    pub fn make_str(&mut self, bytes: &[u8]) -> Value {
        match Value::short_str(bytes) {
            Some(value) => value,
            None => {
                let ascii = bytes.is_ascii();
                let value = self.alloc_str(bytes.len());
                self.str_bytes_mut(value)[..bytes.len()].copy_from_slice(bytes);
                self.finish_str(value, ascii)
            }
        }
    }

    /// Bytes `start..end` of a string as one, which the caller reserved [`str_words`] for unless it is of at most 5 bytes.
    pub(crate) fn make_part(&mut self, source: Value, start: usize, end: usize) -> Value {
        let n = end.saturating_sub(start);
        if LONGEST > 0 && n <= LONGEST && self.is_kind(source, Kind::Str) && end <= self.len_word(source) {
            return self.cut(self.home(source) + 2, start, n);
        }
        if n <= 5 {
            return self.text(source).get(start..end).and_then(Value::short_str).unwrap_or(Value::EMPTY_STR);
        }
        let ascii = self.is_ascii(source);
        let new = self.alloc_str_to_fill(n);
        self.copy_text_part(source, start, n, new, 0);
        let ascii = ascii || self.text(new).is_ascii();
        self.set_flags(new, if ascii { ASCII } else { 0 });
        new
    }

    /// Reserves and makes a string.
    pub fn new_str(&mut self, bytes: &[u8]) -> Result<Value, OutOfMemory> {
        if bytes.len() > 5 {
            self.reserve(str_words(bytes.len()))?;
        }
        Ok(self.make_str(bytes))
    }

    /// An unfinished string of `len` zero bytes, reserved before. Fill it, then [`Heap::finish_str`].
    pub fn alloc_str(&mut self, len: usize) -> Value {
        let at = self.alloc_raw(Kind::Str, 0, 0, str_words(len));
        self.mem[at + 1] = len as u64;
        Value::object(at as u32)
    }

    /// Starts a string all of whose bytes are written next: only the padding behind them is cleared.
    pub(crate) fn alloc_str_to_fill(&mut self, len: usize) -> Value {
        let words = str_words(len);
        let at = self.take(words);
        self.mem[at] = crate::heap::header::header(Kind::Str, 0, 0, words as u32);
        self.mem[at + words - 1] = 0;
        self.mem[at + 1] = len as u64;
        Value::object(at as u32)
    }

    /// All bytes of the words of a string being built; at least its length.
    pub fn str_bytes_mut(&mut self, value: Value) -> &mut [u8] {
        self.bytes_from_mut(value, 2)
    }

    /// Ends the building of a string; gives the inline value when it is short.
    pub fn finish_str(&mut self, value: Value, ascii: bool) -> Value {
        let n = self.len_word(value);
        if n <= 5 {
            let (bytes, n) = {
                let text = self.text(value);
                let mut copy = [0; 5];
                copy[..n].copy_from_slice(&text[..n]);
                (copy, n)
            };
            let words = self.size(value);
            if value.offset() + words == self.top {
                self.top -= words;
            }
            return Value::short_str(&bytes[..n]).unwrap_or(Value::EMPTY_STR);
        }
        self.set_flags(value, if ascii { ASCII } else { 0 });
        value
    }

    /// Makes a string being built shorter and finishes it; gives unused words back.
    pub fn shrink_str(&mut self, value: Value, len: usize) -> Value {
        let old = self.size(value);
        let new = str_words(len);
        if value.offset() + old == self.top && new <= old {
            self.top -= old - new;
            let word = self.mem[value.offset()];
            self.mem[value.offset()] = word & 0xFFFF_FFFF | (new as u64) << 32;
        }
        self.set_len_word(value, len);
        let ascii = self.text(value).is_ascii();
        self.finish_str(value, ascii)
    }

    /// Hash of a string for tables.
    #[inline]
    pub fn str_hash(&mut self, value: Value) -> u32 {
        if value.is_name() {
            return names::HASH.get(value.payload() as usize).copied().unwrap_or(0);
        }
        if value.is_object() {
            let cached = (self.mem[value.offset() + 1] >> 32) as u32;
            if cached != 0 {
                return cached;
            }
            let hash = hash_bytes(&self.text(value)).max(1);
            self.mem[value.offset() + 1] |= (hash as u64) << 32;
            return hash;
        }
        let (bytes, n) = value.short_bytes();
        crate::hash::hash_few(u64::from_le_bytes(bytes), n)
    }

    /// Is it a string whose equality is identity: inline, static or interned?
    #[inline]
    pub fn is_canonical_str(&self, value: Value) -> bool {
        value.is_short_str()
            || value.is_name()
            || self.is_kind(value, Kind::Str) && self.flags(value) & INTERNED != 0
    }

    /// The one string with that text. May reserve.
    pub fn intern(&mut self, bytes: &[u8]) -> Result<Value, OutOfMemory> {
        if let Some(value) = Value::short_str(bytes) {
            return Ok(value);
        }
        if let Some(value) = names::find(bytes) {
            return Ok(value);
        }
        let hash = hash_bytes(bytes).max(1);
        if let Some(found) = self.find_interned(bytes, hash) {
            return Ok(found);
        }
        self.grow_interned(str_words(bytes.len()))?;
        let value = self.make_str(bytes);
        Ok(self.enter_interned(value, hash))
    }

    /// The one string with the text of that one. May reserve.
    pub fn intern_value(&mut self, value: Value) -> Result<Value, OutOfMemory> {
        if !value.is_object() || self.flags(value) & INTERNED != 0 {
            return Ok(value);
        }
        if let Some(name) = names::find(&self.text(value)) {
            return Ok(name);
        }
        let hash = self.str_hash(value);
        if let Some(found) = self.find_interned(&self.text(value), hash) {
            return Ok(found);
        }
        let place = self.hold(value);
        let room = self.grow_interned(0);
        let value = self.held(place);
        self.release(place);
        room?;
        Ok(self.enter_interned(value, hash))
    }

    /// The interned string with that text if there is one: never reserves.
    pub fn find_name(&self, bytes: &[u8]) -> Option<Value> {
        if let Some(value) = Value::short_str(bytes) {
            return Some(value);
        }
        names::find(bytes).or_else(|| self.find_interned(bytes, hash_bytes(bytes).max(1)))
    }

    fn find_interned(&self, bytes: &[u8], hash: u32) -> Option<Value> {
        let table = self.root(Root::Interned);
        if !table.is_object() {
            return None;
        }
        let buckets = self.size(table) - 2;
        let mask = buckets - 1;
        let mut i = hash as usize & mask;
        for _ in 0..buckets {
            let value = self.field(table, 2 + i);
            if value.is_null() {
                return None;
            }
            if value.is_object()
                && (self.mem[value.offset() + 1] >> 32) as u32 == hash
                && *self.text(value) == *bytes
            {
                return Some(value);
            }
            i = (i + 1) & mask;
        }
        None
    }

    /// Room in the table for one more, and `extra` words reserved.
    fn grow_interned(&mut self, extra: usize) -> Result<(), OutOfMemory> {
        let table = self.root(Root::Interned);
        let buckets = if table.is_object() { self.size(table) - 2 } else { 0 };
        // Word 1 counts entries that are not null, as an integer.
        let used = if buckets == 0 { 0 } else { self.field(table, 1).raw_int() as usize };
        if buckets != 0 && (used + 1) * 4 <= buckets * 3 {
            return self.reserve(extra);
        }
        let mut living = 0;
        for i in 0..buckets {
            living += self.field(table, 2 + i).is_object() as usize;
        }
        let new_buckets = ((living + 1) * 2).next_power_of_two().max(16);
        self.reserve(extra + 2 + new_buckets)?;
        let old = self.root(Root::Interned);
        let at = self.alloc_values(Kind::Array, 0, 0, 1 + new_buckets, Value::NULL);
        let new = Value::object(at as u32);
        self.set_field(new, 1, Value::int(0));
        self.set_root(Root::Interned, new);
        for i in 0..buckets {
            let value = self.field(old, 2 + i);
            if value.is_object() {
                let hash = (self.mem[value.offset() + 1] >> 32) as u32;
                self.enter_interned(value, hash);
            }
        }
        // The reserve covers the string as well.
        Ok(())
    }

    fn enter_interned(&mut self, value: Value, hash: u32) -> Value {
        let word = &mut self.mem[value.offset() + 1];
        *word = *word & 0xFFFF_FFFF | (hash as u64) << 32;
        let flags = self.flags(value);
        self.set_flags(value, flags | INTERNED);
        let table = self.root(Root::Interned);
        let mask = self.size(table) - 3;
        let mut i = hash as usize & mask;
        while self.field(table, 2 + i).is_object() {
            i = (i + 1) & mask;
        }
        if self.field(table, 2 + i).is_null() {
            let used = self.field(table, 1).raw_int();
            self.set_field(table, 1, Value::int(used + 1));
        }
        self.set_field(table, 2 + i, value);
        value
    }
}

impl Heap<'_> {
    /// Copies the bytes of a string into one being built, from byte `at` on; gives their number.
    pub fn copy_text(&mut self, from: Value, to: Value, at: usize) -> usize {
        if from.is_object() && self.is_kind(from, Kind::Str) {
            let n = self.len_word(from);
            let (source, target) = (self.home(from) + 2, to.offset() + 2);
            let bytes: &mut [u8] = bytemuck::cast_slice_mut(self.mem);
            bytes.copy_within(source * 8..source * 8 + n, target * 8 + at);
            return n;
        }
        let text = if from.is_name() {
            Text::Bytes(names::TEXT.get(from.payload() as usize).map_or(b"", |t| t.as_bytes()))
        } else {
            let (bytes, n) = from.short_bytes();
            Text::Short(bytes, n)
        };
        let n = text.len();
        self.str_bytes_mut(to)[at..at + n].copy_from_slice(&text);
        n
    }

    /// Copies bytes of a string from offset `skip` on, `n` of them, into one being built at byte `at`.
    pub fn copy_text_part(&mut self, from: Value, skip: usize, n: usize, to: Value, at: usize) {
        if from.is_object() && self.is_kind(from, Kind::Str) {
            let (source, target) = (self.home(from) + 2, to.offset() + 2);
            let bytes: &mut [u8] = bytemuck::cast_slice_mut(self.mem);
            bytes.copy_within(source * 8 + skip..source * 8 + skip + n, target * 8 + at);
            return;
        }
        let (copy, _) = if from.is_name() {
            let text = names::TEXT.get(from.payload() as usize).map_or(&b""[..], |t| t.as_bytes());
            self.str_bytes_mut(to)[at..at + n].copy_from_slice(&text[skip..skip + n]);
            return;
        } else {
            from.short_bytes()
        };
        self.str_bytes_mut(to)[at..at + n].copy_from_slice(&copy[skip..skip + n]);
    }
}
