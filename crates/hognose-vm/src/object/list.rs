//! `list`: `[len u32, id u32] storage`, storage an array or null.

use crate::heap::{Heap, Kind, OutOfMemory};
use crate::object::tuple::tuple_words;
use crate::value::Value;

/// Words of a list object without its storage.
pub const LIST_WORDS: usize = 3;

/// Words of a list with that many items, storage included.
pub const fn list_words(len: usize) -> usize {
    LIST_WORDS + if len == 0 { 0 } else { tuple_words(len) }
}

impl Heap<'_> {
    /// A list of that many items, all None, reserved before ([`list_words`]).
    pub fn alloc_list(&mut self, len: usize) -> Value {
        let storage = if len == 0 { Value::NULL } else { self.alloc_array(len, Value::NONE) };
        let at = self.alloc_values(Kind::List, 0, 1, 1, storage);
        self.mem[at + 1] = len as u64;
        Value::object(at as u32)
    }

    /// A list of that many items, not 0, all of which are written next; reserved before.
    pub(crate) fn alloc_list_to_fill(&mut self, len: usize) -> Value {
        let words = tuple_words(len);
        let storage = self.take(words);
        self.mem[storage] = crate::heap::header::header(Kind::Array, 0, 0, words as u32);
        let at = self.take(LIST_WORDS);
        self.mem[at] = crate::heap::header::header(Kind::List, 0, 0, LIST_WORDS as u32);
        self.mem[at + 1] = len as u64;
        self.mem[at + 2] = Value::object(storage as u32).0;
        Value::object(at as u32)
    }

    /// Number of items.
    #[inline]
    pub fn list_len(&self, list: Value) -> usize {
        self.len_word(list)
    }

    /// Item below the length.
    #[inline]
    pub fn list_item(&self, list: Value, i: usize) -> Value {
        self.field(self.field(list, 2), 1 + i)
    }

    /// Sets an item below the length.
    #[inline]
    pub fn set_list_item(&mut self, list: Value, i: usize, item: Value) {
        let storage = self.field(list, 2);
        self.set_field(storage, 1 + i, item);
    }

    /// Capacity of the storage.
    #[inline]
    pub(crate) fn list_capacity(&self, list: Value) -> usize {
        let storage = self.field(list, 2);
        if storage.is_object() { self.size(storage) - 1 } else { 0 }
    }

    /// Appends; may reserve and move. Gives the list and the item as they are afterwards.
    pub fn list_push(&mut self, list: Value, item: Value) -> Result<(Value, Value), OutOfMemory> {
        let len = self.list_len(list);
        let (list, item) = if len == self.list_capacity(list) {
            let item_place = self.hold(item);
            let grown = self.list_reserve(list, len + 1);
            let item = self.held(item_place);
            self.release(item_place);
            (grown?, item)
        } else {
            (list, item)
        };
        self.set_list_item(list, len, item);
        self.set_len_word(list, len + 1);
        Ok((list, item))
    }

    /// Makes the storage hold at least that many items; may reserve and move. Gives the list as it is afterwards.
    pub fn list_reserve(&mut self, list: Value, capacity: usize) -> Result<Value, OutOfMemory> {
        if capacity <= self.list_capacity(list) {
            return Ok(list);
        }
        let grown = capacity.saturating_add(capacity / 4).saturating_add(3);
        let place = self.hold(list);
        let mut room = self.reserve(tuple_words(grown));
        let mut size = grown;
        if room.is_err() {
            size = capacity;
            room = self.reserve(tuple_words(size));
        }
        let list = self.held(place);
        self.release(place);
        room?;
        let new = self.alloc_array(size, Value::NONE);
        let old = self.field(list, 2);
        let len = self.list_len(list);
        if old.is_object() {
            let from = old.offset() + 1;
            self.mem.copy_within(from..from + len, new.offset() + 1);
        }
        self.set_field(list, 2, new);
        Ok(list)
    }

    /// Sets the length within the capacity; items beyond the old length are None, dropped ones are let go.
    pub fn set_list_len(&mut self, list: Value, len: usize) {
        let old = self.list_len(list);
        let storage = self.field(list, 2);
        if storage.is_object() {
            let (a, b) = if len < old { (len, old) } else { (old, len) };
            for i in a..b.min(self.size(storage) - 1) {
                self.set_field(storage, 1 + i, Value::NONE);
            }
        }
        self.set_len_word(list, len);
    }

    /// The items of a list or tuple as raw words, to read.
    pub fn items(&self, value: Value) -> &[u64] {
        match self.kind(value) {
            Kind::List => {
                let storage = self.field(value, 2);
                if !storage.is_object() {
                    return &[];
                }
                let at = storage.offset() + 1;
                self.mem.get(at..at + self.list_len(value)).unwrap_or(&[])
            }
            Kind::Tuple | Kind::Array => {
                let at = value.offset();
                let n = self.size(value);
                &self.mem[at + 1..at + n]
            }
            _ => &[],
        }
    }
}
