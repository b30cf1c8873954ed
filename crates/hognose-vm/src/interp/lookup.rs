//! A table of what lookups in types and instances found lately, for the places that see several shapes.
//!
//! It is a buffer of the block that lives until the next collection: then it is dropped, and made again when the next
//! inline cache misses and there is room without a collection. So its entries hold plain offsets, and nothing has to follow
//! objects that move. An entry is `key name use word`; a key holds the epoch, like those of the inline caches.

use super::run::epoch_bits;
use crate::heap::header::{high, kind_byte};
use crate::heap::{Kind, Root};
use crate::object::bytes::bytes_words;
use crate::object::class::{DATA_REMEMBERED, DATA_VOLATILE};
use crate::value::Value;
use crate::vm::Vm;

/// Words of an entry.
const ENTRY: usize = 4;
/// Words of a block for each entry.
const SHARE: usize = 512;
/// Fewer entries are not worth their room: small blocks have no table.
const FEWEST: usize = 16;
/// More would not be used.
const MOST: usize = 256;
/// Words of a buffer before its bytes.
const HEAD: usize = 2;

/// What was looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// A name along the MRO of a type; the word is the value, or unbound.
    Type = 1,
    /// An attribute of an instance to read: what an inline cache of that instruction holds.
    Load,
    /// A method of an instance: what an inline cache of that instruction holds.
    Method,
    /// An attribute of an instance to write: what an inline cache of that instruction holds.
    Store,
    /// A function of the library by where its name lies in the program's constants; the word is the function.
    Frozen,
    /// An entry of the static table of a module.
    Static,
    /// Registers of the class cell and of the first argument in a method that calls `super()`.
    Super,
    /// A method found through a `super` object; the word is the function.
    SuperMethod,
}

/// Where in the block the entry for a key and a name is, if there is a table.
#[inline(always)]
fn entry(mem: &[u64], table: Value, key: u64, name: Value, what: u64) -> Option<usize> {
    if !table.is_object() {
        return None;
    }
    let at = table.offset();
    let entries = high(*mem.get(at)?) as usize / ENTRY;
    let mixed = (key ^ name.0.rotate_left(29) ^ what).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    // Entries are a power of two; the header's words above them do not reach the next one.
    let mask = (1usize << (entries | 1).ilog2()) - 1;
    Some(at + HEAD + ENTRY * ((mixed >> 40) as usize & mask))
}

/// What was remembered, else null: for the loop, which has the block and the table in its hands.
#[inline(never)]
pub(crate) fn recall(mem: &[u64], table: Value, key: u64, name: u64, what: Use) -> u64 {
    match entry(mem, table, key, Value(name), what as u64).and_then(|at| mem.get(at..at + ENTRY)) {
        Some(&[k, n, u, word]) if k == key && n == name && u == what as u64 => word,
        _ => Value::NULL.0,
    }
}

impl Vm<'_> {
    /// Makes the table when there is none and there is room for it. Never collects.
    pub(crate) fn provide_lookups(&mut self) {
        if self.heap.root(Root::Lookups).is_object() {
            return;
        }
        let mut entries = (self.heap.words() / SHARE).min(MOST);
        if entries < FEWEST {
            return;
        }
        entries = 1 << entries.ilog2();
        let bytes = entries * ENTRY * 8;
        if self.heap.has_room(2 * bytes_words(bytes)) && self.heap.reserve(bytes_words(bytes)).is_ok() {
            let table = self.heap.alloc_buffer(bytes);
            self.heap.set_root(Root::Lookups, table);
        }
    }

    /// What was remembered.
    #[inline]
    pub(crate) fn remembered(&self, key: u64, name: Value, what: Use) -> Option<u64> {
        self.remembered_as(key, name, what as u64)
    }

    #[inline]
    fn remembered_as(&self, key: u64, name: Value, what: u64) -> Option<u64> {
        let at = entry(self.heap.mem, self.heap.root(Root::Lookups), key, name, what)?;
        match self.heap.mem.get(at..at + ENTRY) {
            Some(&[k, n, u, word]) if k == key && n == name.0 && u == what => Some(word),
            _ => None,
        }
    }

    /// Remembers.
    pub(crate) fn remember(&mut self, key: u64, name: Value, what: Use, word: u64) {
        self.remember_as(key, name, what as u64, word);
    }

    fn remember_as(&mut self, key: u64, name: Value, what: u64, word: u64) {
        if let Some(at) = entry(self.heap.mem, self.heap.root(Root::Lookups), key, name, what) {
            if let Some(entry) = self.heap.mem.get_mut(at..at + ENTRY) {
                entry.copy_from_slice(&[key, name.0, what, word]);
            }
        }
    }

    /// What a name was along the MRO of a type.
    pub(crate) fn remembered_in_type(&self, class: Value, name: Value) -> Option<Value> {
        self.remembered(self.type_key(class), name, Use::Type).map(Value).filter(|v| !v.is_unbound())
    }

    /// Key and use of a method of a `super` object: both classes are the key, the epoch goes with the use.
    fn super_key(&self, record: Value) -> Option<(u64, u64)> {
        let (start, kind) = (self.heap.record_field(record, 0), self.heap.record_field(record, 2));
        // Of a class that searches itself, methods are not bound.
        let bound = start.is_object() && kind.is_object() && self.heap.record_field(record, 1) != kind;
        bound.then(|| {
            let key = (start.offset() as u64) << 32 | kind.offset() as u64;
            (key, Use::SuperMethod as u64 | epoch_bits(self.epoch))
        })
    }

    /// The function that a name of a `super` object stood for.
    pub(crate) fn remembered_super_method(&self, record: Value, name: Value) -> Option<Value> {
        let (key, what) = self.super_key(record)?;
        self.remembered_as(key, name, what).map(Value)
    }

    /// Remembers a function found through a `super` object.
    pub(crate) fn remember_super_method(&mut self, record: Value, name: Value, function: Value) {
        if let Some((key, what)) = self.super_key(record) {
            self.remember_as(key, name, what, function.0);
        }
    }

    /// The key of an instance: that of the inline caches.
    #[inline]
    pub(crate) fn shape_key(&self, instance: Value) -> u64 {
        let head = self.heap.mem[instance.offset()];
        (high(head) as u64) << 32 | kind_byte(head) as u64 | epoch_bits(self.epoch)
    }

    /// The key of a class, or of a built-in type.
    #[inline]
    pub(crate) fn type_key(&self, class: Value) -> u64 {
        match class.as_builtin_type() {
            Some(t) => (t as u64) << 32 | epoch_bits(self.epoch),
            None => (class.offset() as u64) << 32 | Kind::Class as u64 | epoch_bits(self.epoch),
        }
    }

    /// May what a class holds under a name be remembered? Data that changed once while it was is not, ever again: a change
    /// makes all caches stale.
    pub(crate) fn may_remember(&mut self, found: Value, owner: Value) -> bool {
        if !self.is_plain_data(found) {
            return true;
        }
        let flags = self.heap.class_flags(owner);
        if flags & DATA_VOLATILE != 0 {
            return false;
        }
        if flags & DATA_REMEMBERED == 0 {
            self.heap.set_class_flags(owner, flags | DATA_REMEMBERED);
        }
        true
    }

    /// A value that is only a value in a class, whatever object it is read from.
    pub(crate) fn is_plain_data(&self, value: Value) -> bool {
        if value.is_object() {
            matches!(self.heap.kind(value), Kind::Str | Kind::List | Kind::Dict | Kind::Tuple | Kind::BigInt)
        } else {
            value.as_native().is_none() && !value.is_unbound()
        }
    }
}
