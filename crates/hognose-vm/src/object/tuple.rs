//! `tuple`: its items, nothing else. Also the bare arrays behind lists.

use crate::heap::{Heap, Kind, OutOfMemory, Root};
use crate::value::Value;

/// Words that a tuple of that many items needs.
pub const fn tuple_words(len: usize) -> usize {
    1 + len
}

impl Heap<'_> {
    /// A tuple of that many items, all None, reserved before ([`tuple_words`]).
    pub fn alloc_tuple(&mut self, len: usize) -> Value {
        let empty = self.root(Root::EmptyTuple);
        if len == 0 && empty.is_object() {
            return empty;
        }
        Value::object(self.alloc_values(Kind::Tuple, 0, 0, len, Value::NONE) as u32)
    }

    /// A bare array of that many values, reserved before ([`tuple_words`]).
    pub fn alloc_array(&mut self, len: usize, fill: Value) -> Value {
        Value::object(self.alloc_values(Kind::Array, 0, 0, len, fill) as u32)
    }

    /// Reserves and makes a tuple of values that do not need to survive a collection: inline and static ones, or held.
    pub fn new_tuple(&mut self, items: &[Value]) -> Result<Value, OutOfMemory> {
        let mark = self.held_mark();
        let mut places = [None; 8];
        if items.len() > places.len() {
            return Err(OutOfMemory);
        }
        for (place, &item) in places.iter_mut().zip(items) {
            *place = Some(self.hold(item));
        }
        let room = self.reserve(tuple_words(items.len()));
        if room.is_ok() {
            let tuple = self.alloc_tuple(items.len());
            for (i, place) in places.iter().take(items.len()).enumerate() {
                if let Some(place) = place {
                    let item = self.held(*place);
                    self.set_item(tuple, i, item);
                }
            }
            self.release_to(mark);
            return Ok(tuple);
        }
        self.release_to(mark);
        Err(OutOfMemory)
    }

    /// A tuple of two values, which need not be held. May reserve and move.
    #[inline]
    pub fn new_pair(&mut self, first: Value, second: Value) -> Result<Value, OutOfMemory> {
        if self.top + 3 > self.limit {
            return self.new_tuple(&[first, second]);
        }
        self.reserve(3)?;
        let pair = Value::object(self.alloc_values(Kind::Tuple, 0, 0, 2, first) as u32);
        self.set_field(pair, 2, second);
        Ok(pair)
    }

    /// Number of items of a tuple or array.
    #[inline]
    pub fn tuple_len(&self, value: Value) -> usize {
        self.size(value) - 1
    }

    /// Item of a tuple or array, below its length.
    #[inline]
    pub fn item(&self, value: Value, i: usize) -> Value {
        self.field(value, 1 + i)
    }

    /// Sets an item of a tuple or array.
    #[inline]
    pub fn set_item(&mut self, value: Value, i: usize, item: Value) {
        self.set_field(value, 1 + i, item);
    }
}
