//! Shapes (hidden classes): which attribute of an instance is in which slot.
//!
//! `[slots u32, flags u32] [slot] class parent name child sibling`. A shape adds one name to its parent; the root shape of a
//! class has none. Shapes of one parent are chained through `sibling`.

use crate::heap::{Heap, Kind, OutOfMemory};
use crate::value::Value;

/// Words of a shape.
pub const SHAPE_WORDS: usize = 8;
/// Flag: instances keep their attributes in a dict (in the overflow field).
pub const DICT_MODE: u32 = 1;
/// More attributes than this go to a dict.
pub const MOST_SLOTS: usize = 120;

impl Heap<'_> {
    /// A root shape, reserved before ([`SHAPE_WORDS`]).
    pub(crate) fn alloc_shape(
        &mut self,
        class: Value,
        parent: Value,
        name: Value,
        slots: usize,
        flags: u32,
    ) -> Value {
        let at = self.alloc_values(Kind::Shape, 0, 2, 5, Value::NULL);
        self.mem[at + 1] = slots as u64 | (flags as u64) << 32;
        self.mem[at + 2] = slots.saturating_sub(1) as u64;
        self.mem[at + 3] = class.0;
        self.mem[at + 4] = parent.0;
        self.mem[at + 5] = name.0;
        Value::object(at as u32)
    }

    /// Class of the instances.
    #[inline]
    pub(crate) fn shape_class(&self, shape: Value) -> Value {
        self.field(shape, 3)
    }

    /// Number of slots in use.
    #[inline]
    pub(crate) fn shape_slots(&self, shape: Value) -> usize {
        self.word(shape, 1) as u32 as usize
    }

    /// Do its instances keep a dict?
    #[inline]
    pub(crate) fn shape_is_dict(&self, shape: Value) -> bool {
        (self.word(shape, 1) >> 32) as u32 & DICT_MODE != 0
    }

    /// Slot of a name.
    pub(crate) fn shape_find(&self, mut shape: Value, name: Value) -> Option<usize> {
        loop {
            if self.field(shape, 5) == name {
                return Some(self.word(shape, 2) as usize);
            }
            shape = self.field(shape, 4);
            if !shape.is_object() {
                return None;
            }
        }
    }

    /// Name of a slot; null for the hidden payload slot.
    pub(crate) fn shape_name(&self, mut shape: Value, slot: usize) -> Value {
        loop {
            if self.word(shape, 2) as usize == slot && !self.field(shape, 5).is_null() {
                return self.field(shape, 5);
            }
            shape = self.field(shape, 4);
            if !shape.is_object() {
                return Value::NULL;
            }
        }
    }

    /// The shape that adds a name, made when needed. May reserve and move; gives the shape.
    pub(crate) fn shape_with(&mut self, shape: Value, name: Value) -> Result<Value, OutOfMemory> {
        let mut child = self.field(shape, 6);
        while child.is_object() {
            if self.field(child, 5) == name {
                return Ok(child);
            }
            child = self.field(child, 7);
        }
        let mark = self.held_mark();
        let (s, n) = (self.hold(shape), self.hold(name));
        let room = self.reserve(SHAPE_WORDS);
        let (shape, name) = (self.held(s), self.held(n));
        self.release_to(mark);
        room?;
        let slots = self.shape_slots(shape) + 1;
        let class = self.shape_class(shape);
        let new = self.alloc_shape(class, shape, name, slots, 0);
        let first = self.field(shape, 6);
        self.set_field(new, 7, first);
        self.set_field(shape, 6, new);
        Ok(new)
    }
}
