//! The constants, modules and host imports of a writer: everything that is known by index while code is written.

use crate::layout::*;
use crate::varint;
use crate::view::Constant;
use crate::writer::{WriteError, Writer};

/// Kinds of records in the first region.
pub(crate) const META_MODULE: u8 = 0;
pub(crate) const META_IMPORT: u8 = 1;

/// Bytes of a record in the first region.
pub(crate) const META: usize = 1 + 4 * 5;

impl Writer<'_> {
    // Modules and imports

    /// Adds a module and gives its index; the first is the main one. Its code is told later by [`Writer::set_module_code`].
    pub fn module(
        &mut self,
        name: u32,
        file: u32,
        is_package: bool,
        source: Option<u32>,
    ) -> Result<u32, WriteError> {
        self.known(name)?;
        self.known(file)?;
        let source = match source {
            Some(index) => self.known(index)? + 1,
            None => 0,
        };
        let flags = if is_package { MODULE_PACKAGE } else { 0 };
        self.meta(META_MODULE, [flags, name, u32::MAX, file, source])?;
        self.modules += 1;
        Ok(self.modules - 1)
    }

    /// Says which code object is the top level of a module.
    pub fn set_module_code(&mut self, module: u32, code: u32) -> Result<(), WriteError> {
        let missing = WriteError::NoModule { index: module, count: self.modules };
        let place = self.find_meta(META_MODULE, |left, _| *left == module).ok_or(missing)?;
        self.put_u32(place + 9, code);
        Ok(())
    }

    /// Adds a name used of a host module; one that is there already is not added again. A name with the hash 0 and name
    /// `None` only says that the module is needed.
    pub fn import(&mut self, module: u32, name: Option<u32>, hash: u32) -> Result<(), WriteError> {
        self.known(module)?;
        let name = match name {
            Some(index) => self.known(index)? + 1,
            None => 0,
        };
        let fields = [module, name, hash, 0, 0];
        if self.find_meta(META_IMPORT, |_, found| found == fields).is_none() {
            self.meta(META_IMPORT, fields)?;
        }
        Ok(())
    }

    fn meta(&mut self, kind: u8, fields: [u32; 5]) -> Result<(), WriteError> {
        self.make_room(META)?;
        // Constants move up; their places in `recent` are counted from the start of the constants.
        self.buf.copy_within(self.meta_end..self.constants_end, self.meta_end + META);
        let place = self.meta_end;
        self.meta_end += META;
        self.constants_end += META;
        if let Some(byte) = self.buf.get_mut(place) {
            *byte = kind;
        }
        for (i, field) in fields.iter().enumerate() {
            self.put_u32(place + 1 + 4 * i, *field);
        }
        Ok(())
    }

    /// Place of the first record of the kind that the test takes; the test gets the number of the record among its kind.
    fn find_meta(&self, kind: u8, mut test: impl FnMut(&u32, [u32; 5]) -> bool) -> Option<usize> {
        let mut number = 0;
        let mut place = 0;
        while place < self.meta_end {
            if self.buf.get(place) == Some(&kind) {
                if test(&number, self.meta_fields(place)) {
                    return Some(place);
                }
                number += 1;
            }
            place += META;
        }
        None
    }

    pub(crate) fn meta_fields(&self, place: usize) -> [u32; 5] {
        core::array::from_fn(|i| self.get_u32(place + 1 + 4 * i))
    }

    // Constants

    /// Index of the constant; adds it when there is no equal one. Equal means the same type and the same bytes: `0`, `0.0`
    /// and `-0.0` are three constants. Items of tuples and frozensets have to be constants already. A big int that fits 64
    /// bits becomes an int.
    pub fn constant(&mut self, constant: &Constant<'_>) -> Result<u32, WriteError> {
        let mut small = [0; 1 + 16];
        let (tag, payload): (u8, &[u8]) = match constant {
            Constant::None => (TAG_NONE, &[]),
            Constant::True => (TAG_TRUE, &[]),
            Constant::False => (TAG_FALSE, &[]),
            Constant::Ellipsis => (TAG_ELLIPSIS, &[]),
            Constant::Int(value) => return self.int(*value),
            Constant::BigInt { negative, magnitude } => {
                let used = magnitude.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
                let digits = magnitude.get(..used).unwrap_or(&[]);
                if let Some(value) = small_int(*negative, digits) {
                    return self.int(value);
                }
                (if *negative { TAG_BIG_NEGATIVE } else { TAG_BIG }, digits)
            }
            Constant::Float(value) => {
                small[..8].copy_from_slice(&value.to_le_bytes());
                (TAG_FLOAT, &small[..8])
            }
            Constant::Complex { real, imag } => {
                small[..8].copy_from_slice(&real.to_le_bytes());
                small[8..16].copy_from_slice(&imag.to_le_bytes());
                (TAG_COMPLEX, &small[..16])
            }
            Constant::Str(text) => (TAG_STR, text),
            Constant::Bytes(bytes) => (TAG_BYTES, bytes),
            Constant::Tuple(items) => return self.items(TAG_TUPLE, *items),
            Constant::FrozenSet(items) => return self.items(TAG_FROZENSET, *items),
        };
        self.intern(tag, payload)
    }

    /// Index of a string constant.
    pub fn str(&mut self, text: &[u8]) -> Result<u32, WriteError> {
        self.intern(TAG_STR, text)
    }

    /// Index of an int constant.
    pub fn int(&mut self, value: i64) -> Result<u32, WriteError> {
        let mut small = [0; varint::MAX_U64];
        let len = varint::write(varint::zigzag64(value), &mut small);
        self.intern(TAG_INT, small.get(..len).unwrap_or(&[]))
    }

    /// Index of a tuple constant.
    pub fn tuple(&mut self, items: &[u32]) -> Result<u32, WriteError> {
        self.items(TAG_TUPLE, items.iter().copied())
    }

    /// Index of a frozenset constant; the order of the items is kept.
    pub fn frozenset(&mut self, items: &[u32]) -> Result<u32, WriteError> {
        self.items(TAG_FROZENSET, items.iter().copied())
    }

    /// The bytes (tag and payload) of a constant made before, in time linear in their number.
    pub fn constant_record(&self, index: u32) -> Option<&[u8]> {
        let (place, len) = self.entry(index)?;
        self.buf.get(place..place + len)
    }

    /// The constant made before under that index, in time linear in their number.
    pub fn get(&self, index: u32) -> Option<Constant<'_>> {
        Constant::read(self.constant_record(index)?)
    }

    pub(crate) fn known(&self, index: u32) -> Result<u32, WriteError> {
        if index < self.constants {
            Ok(index)
        } else {
            Err(WriteError::NoConstant { index, count: self.constants })
        }
    }

    /// Adds bytes to the text of a constant that is put together piece by piece; [`Writer::staged_str`] and
    /// [`Writer::staged_bytes`] make the constant. No other call may come in between.
    pub fn stage(&mut self, piece: &[u8]) -> Result<(), WriteError> {
        self.put(self.open_end + self.staged, piece)?;
        self.staged += piece.len();
        Ok(())
    }

    /// Index of the string constant that was staged.
    pub fn staged_str(&mut self) -> Result<u32, WriteError> {
        self.intern_staged(TAG_STR, true)
    }

    /// Index of the bytes constant that was staged.
    pub fn staged_bytes(&mut self) -> Result<u32, WriteError> {
        self.intern_staged(TAG_BYTES, true)
    }

    fn items(&mut self, tag: u8, items: impl Iterator<Item = u32>) -> Result<u32, WriteError> {
        self.stage_items(items)?;
        self.intern_staged(tag, true)
    }

    pub(crate) fn stage_items(&mut self, items: impl Iterator<Item = u32>) -> Result<(), WriteError> {
        self.staged = 0;
        for item in items {
            let item = self.known(item)?;
            let mut small = [0; varint::MAX_U32];
            let len = varint::write(u64::from(item), &mut small);
            self.stage(small.get(..len).unwrap_or(&[]))?;
        }
        Ok(())
    }

    /// The payload stands behind the open region. When it is not to be shared, it becomes a constant of its own even if there
    /// is an equal one.
    pub(crate) fn intern_staged(&mut self, tag: u8, share: bool) -> Result<u32, WriteError> {
        let len = core::mem::take(&mut self.staged);
        let payload = self.buf.get(self.open_end..self.open_end + len).unwrap_or(&[]);
        let hash = hash(tag, payload);
        if share {
            if let Some(index) = self.find(hash, tag, payload) {
                self.remember(hash, index);
                return Ok(index.0);
            }
        }
        let offset = self.constants_end - self.meta_end;
        // Making room may move the open region up; counted as part of it, the payload goes along.
        self.open_end += len;
        let moved = self.make_room(entry_len(len));
        self.open_end -= len;
        moved?;
        let place = self.add_entry(tag, len);
        self.buf.copy_within(self.open_end..self.open_end + len, place);
        if share {
            self.remember(hash, (self.constants - 1, offset));
        }
        Ok(self.constants - 1)
    }

    fn intern(&mut self, tag: u8, payload: &[u8]) -> Result<u32, WriteError> {
        self.staged = 0;
        let hash = hash(tag, payload);
        if let Some(index) = self.find(hash, tag, payload) {
            self.remember(hash, index);
            return Ok(index.0);
        }
        self.make_room(entry_len(payload.len()))?;
        let offset = self.constants_end - self.meta_end;
        let place = self.add_entry(tag, payload.len());
        self.put(place, payload)?;
        self.remember(hash, (self.constants - 1, offset));
        Ok(self.constants - 1)
    }

    /// Writes length and tag of a new constant; gives the place of its payload. There is room.
    fn add_entry(&mut self, tag: u8, payload: usize) -> usize {
        let mut small = [0; varint::MAX_U64];
        let len = varint::write(payload as u64 + 1, &mut small);
        let place = self.constants_end;
        for (i, byte) in small.iter().take(len).chain([&tag]).enumerate() {
            if let Some(target) = self.buf.get_mut(place + i) {
                *target = *byte;
            }
        }
        self.constants_end += len + 1 + payload;
        self.constants += 1;
        place + len + 1
    }

    fn remember(&mut self, hash: u32, (index, offset): (u32, usize)) {
        if let Some(slot) = self.recent.get_mut(hash as usize % 64) {
            *slot = (hash, offset as u32, index);
        }
    }

    /// Index of the equal constant, and where it stands, from the start of the constants.
    fn find(&self, hash: u32, tag: u8, payload: &[u8]) -> Option<(u32, usize)> {
        let equal = |record: &[u8]| record.split_first() == Some((&tag, payload));
        if let Some((seen, offset, index)) = self.recent.get(hash as usize % 64).copied() {
            if seen == hash && offset != u32::MAX {
                let mut cursor = varint::Cursor::starting(self.buf, self.meta_end + offset as usize);
                let record = cursor.varint().and_then(|len| cursor.take(len as usize));
                if record.is_some_and(equal) {
                    return Some((index, offset as usize));
                }
            }
        }
        let mut cursor = varint::Cursor::starting(self.buf.get(..self.constants_end)?, self.meta_end);
        for index in 0..self.constants {
            let offset = cursor.at() - self.meta_end;
            let len = cursor.varint()?;
            let record = cursor.take(len as usize)?;
            if equal(record) {
                return Some((index, offset));
            }
        }
        None
    }

    /// Place and length of the record of a constant.
    fn entry(&self, wanted: u32) -> Option<(usize, usize)> {
        if wanted >= self.constants {
            return None;
        }
        let mut cursor = varint::Cursor::starting(self.buf, self.meta_end);
        let mut len = cursor.varint()? as usize;
        for _ in 0..wanted {
            cursor.take(len)?;
            len = cursor.varint()? as usize;
        }
        Some((cursor.at(), len))
    }

    /// Makes sure that `count` bytes are free after the constants, moving open code objects up.
    fn make_room(&mut self, count: usize) -> Result<(), WriteError> {
        if self.open_start - self.constants_end >= count {
            return Ok(());
        }
        if self.open_start == self.open_end {
            // Nothing is open, or it is empty: the region can simply begin later.
            if self.codes_start - self.constants_end < count {
                return Err(self.no_space());
            }
            self.open_start = self.constants_end + count;
            self.open_end = self.open_start;
            return Ok(());
        }
        let free = self.codes_start - self.open_end;
        let need = count - (self.open_start - self.constants_end);
        if need > free {
            return Err(self.no_space());
        }
        // Some more, in proportion to what has to be moved, so that moving stays rare.
        let by = (need + (self.open_end - self.open_start) / 4).min(need + (free - need) / 8);
        self.buf.copy_within(self.open_start..self.open_end, self.open_start + by);
        self.open_start += by;
        self.open_end += by;
        Ok(())
    }
}

fn entry_len(payload: usize) -> usize {
    varint::len(payload as u64 + 1) + 1 + payload
}

/// FNV-1a.
fn hash(tag: u8, payload: &[u8]) -> u32 {
    let step = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    let hash = payload.iter().fold(step(0x811c_9dc5, &tag), step);
    hash ^ hash >> 16
}

/// The number when it fits 64 bits; `digits` has no zeros at its end.
fn small_int(negative: bool, digits: &[u8]) -> Option<i64> {
    let mut bytes = [0; 8];
    bytes.get_mut(..digits.len())?.copy_from_slice(digits);
    let size = u64::from_le_bytes(bytes);
    if negative { 0i64.checked_sub_unsigned(size) } else { i64::try_from(size).ok() }
}
