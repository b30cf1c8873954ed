//! Instances of user classes: `[0, id] overflow slots`, header: aux = size in words, high = shape.
//!
//! Slots beyond the size go to the overflow array. In dict mode the overflow field is the dict. Instances of subclasses of
//! built-in types keep the built-in object in slot 0 (the payload). Slots of `__slots__` come next; their name in the shape
//! is the member descriptor, so that they are never taken for attributes of the instance's dict.

use crate::heap::header::header;
use crate::heap::{Heap, Held, Kind, OutOfMemory};
use crate::object::class;
use crate::object::dict::{DICT_WORDS, table_words};
use crate::object::shape::{DICT_MODE, MOST_SLOTS, SHAPE_WORDS};
use crate::value::Value;

/// Words of an instance before its slots.
pub const INSTANCE_WORDS: usize = 3;

impl Heap<'_> {
    /// A new instance of a user class, slots unbound, payload None. May reserve and move.
    pub fn new_instance(&mut self, class: Value) -> Result<Value, OutOfMemory> {
        let capacity = self.class_capacity(class);
        let place = self.hold(class);
        let room = self.reserve(INSTANCE_WORDS + capacity);
        let class = self.held(place);
        self.release(place);
        room?;
        Ok(self.alloc_instance(class, capacity))
    }

    /// A new instance, reserved before.
    #[inline]
    pub(crate) fn alloc_instance(&mut self, class: Value, capacity: usize) -> Value {
        let words = INSTANCE_WORDS + capacity;
        let at = self.take(words);
        let shape = self.class_shape(class);
        self.mem[at] = header(Kind::Instance, 0, words as u16, shape.offset() as u32);
        self.mem[at + 1] = 0;
        self.mem[at + 2..at + words].fill(Value::NULL.0);
        Value::object(at as u32)
    }

    /// Shape of an instance.
    #[inline]
    pub(crate) fn shape(&self, instance: Value) -> Value {
        Value::object(self.high(instance))
    }

    /// Class of an instance.
    #[inline]
    pub fn instance_class(&self, instance: Value) -> Value {
        self.shape_class(self.shape(instance))
    }

    pub(crate) fn set_shape(&mut self, instance: Value, shape: Value) {
        let word = self.head(instance);
        self.set_word(instance, 0, word & 0xFFFF_FFFF | (shape.offset() as u64) << 32);
    }

    /// Slots inside the object.
    #[inline]
    pub(crate) fn instance_capacity(&self, instance: Value) -> usize {
        self.size(instance) - INSTANCE_WORDS
    }

    /// Value of a slot, null when unset.
    #[inline]
    pub(crate) fn slot(&self, instance: Value, slot: usize) -> Value {
        let capacity = self.instance_capacity(instance);
        if slot < capacity {
            return self.field(instance, INSTANCE_WORDS + slot);
        }
        let overflow = self.field(instance, 2);
        if overflow.is_object() && slot - capacity < self.tuple_len(overflow) {
            return self.item(overflow, slot - capacity);
        }
        Value::NULL
    }

    /// The built-in object inside an instance of a subclass of a built-in type; null when there is none.
    pub fn payload(&self, instance: Value) -> Value {
        if self.is_kind(instance, Kind::Instance)
            && self.class_flags(self.instance_class(instance)) & class::HAS_PAYLOAD != 0
        {
            self.slot(instance, 0)
        } else {
            Value::NULL
        }
    }

    /// Sets the payload of an instance that has one.
    pub fn set_payload(&mut self, instance: Value, payload: Value) {
        self.set_field(instance, INSTANCE_WORDS, payload);
    }

    /// An attribute of the instance itself (not of its class); the name must be interned.
    pub fn instance_get(&mut self, instance: Value, name: Value) -> Option<Value> {
        let shape = self.shape(instance);
        if self.shape_is_dict(shape) {
            let dict = self.field(instance, 2);
            return self.get_str(dict, name);
        }
        let slot = self.shape_find(shape, name)?;
        let value = self.slot(instance, slot);
        if value.is_null() { None } else { Some(value) }
    }

    /// Sets an attribute of the instance itself; the name must be interned. May reserve and move.
    pub fn instance_set(&mut self, instance: Value, name: Value, value: Value) -> Result<(), OutOfMemory> {
        let shape = self.shape(instance);
        if self.shape_is_dict(shape) {
            let dict = self.field(instance, 2);
            self.set_str(dict, name, value)?;
            return Ok(());
        }
        if let Some(slot) = self.shape_find(shape, name) {
            return self.set_slot(instance, slot, value);
        }
        let mark = self.held_mark();
        let (i, n, v) = (self.hold(instance), self.hold(name), self.hold(value));
        let result = self.instance_add(i, n, v);
        self.release_to(mark);
        result
    }

    fn instance_add(
        &mut self,
        i: crate::heap::Held,
        n: crate::heap::Held,
        v: crate::heap::Held,
    ) -> Result<(), OutOfMemory> {
        let shape = self.shape(self.held(i));
        let slot = self.shape_slots(shape);
        if slot >= MOST_SLOTS {
            self.to_dict_mode(self.held(i))?;
            let dict = self.field(self.held(i), 2);
            self.set_str(dict, self.held(n), self.held(v))?;
            return Ok(());
        }
        let name = self.held(n);
        self.shape_with(shape, name)?;
        // The value first: it may need an overflow array, and only then is the shape allowed to promise the slot.
        self.set_slot(self.held(i), slot, self.held(v))?;
        let shape = self.shape(self.held(i));
        let shape = self.shape_with(shape, self.held(n))?;
        let instance = self.held(i);
        self.set_shape(instance, shape);
        let class = self.shape_class(shape);
        self.learn_capacity(class, slot + 1);
        Ok(())
    }

    /// Sets a slot, making the overflow array when needed. May reserve and move.
    pub(crate) fn set_slot(&mut self, instance: Value, slot: usize, value: Value) -> Result<(), OutOfMemory> {
        let capacity = self.instance_capacity(instance);
        if slot < capacity {
            self.set_field(instance, INSTANCE_WORDS + slot, value);
            return Ok(());
        }
        let overflow = self.field(instance, 2);
        let room = if overflow.is_object() { self.tuple_len(overflow) } else { 0 };
        if slot - capacity < room {
            self.set_item(overflow, slot - capacity, value);
            return Ok(());
        }
        let size = (slot - capacity + 1).max(room + room / 2).max(2);
        let mark = self.held_mark();
        let (i, v) = (self.hold(instance), self.hold(value));
        let reserved = self.reserve(1 + size);
        let (instance, value) = (self.held(i), self.held(v));
        self.release_to(mark);
        reserved?;
        let new = self.alloc_array(size, Value::NULL);
        let overflow = self.field(instance, 2);
        for k in 0..room {
            let item = self.item(overflow, k);
            self.set_item(new, k, item);
        }
        self.set_item(new, slot - capacity, value);
        self.set_field(instance, 2, new);
        Ok(())
    }

    /// Removes an attribute of the instance itself; false when it was not there.
    pub fn instance_remove(&mut self, instance: Value, name: Value) -> Result<bool, OutOfMemory> {
        let shape = self.shape(instance);
        if self.shape_is_dict(shape) {
            let dict = self.field(instance, 2);
            return Ok(self.remove_str(dict, name));
        }
        let Some(slot) = self.shape_find(shape, name) else { return Ok(false) };
        if self.slot(instance, slot).is_null() {
            return Ok(false);
        }
        let mark = self.held_mark();
        let (i, n) = (self.hold(instance), self.hold(name));
        let result = self.to_dict_mode(instance);
        let (instance, name) = (self.held(i), self.held(n));
        self.release_to(mark);
        result?;
        let dict = self.field(instance, 2);
        Ok(self.remove_str(dict, name))
    }

    /// Moves the attributes of an instance into a real dict; from then on the dict is where they live. May move.
    pub fn to_dict_mode(&mut self, instance: Value) -> Result<Value, OutOfMemory> {
        let shape = self.shape(instance);
        if self.shape_is_dict(shape) {
            return Ok(instance);
        }
        let mark = self.held_mark();
        let place = self.hold(instance);
        let result = self.to_dict_mode_held(place);
        let instance = self.held(place);
        self.release_to(mark);
        result.map(|()| instance)
    }

    fn to_dict_mode_held(&mut self, instance: Held) -> Result<(), OutOfMemory> {
        let shape = self.shape(self.held(instance));
        let slots = self.shape_slots(shape);
        let shape = self.class_dict_mode(self.shape_class(shape))?;
        let shape = self.hold(shape);
        let mut buckets = 8;
        while buckets * 5 / 8 < slots {
            buckets *= 2;
        }
        self.reserve(DICT_WORDS + table_words(buckets, 2))?;
        let dict = self.alloc_dict();
        let dict = self.hold(dict);
        // Entries in order of slots, which is the order in which they were set.
        for slot in self.shape_slots(self.held(shape))..slots {
            let value = self.slot(self.held(instance), slot);
            if !value.is_null() {
                let name = self.shape_name(self.shape(self.held(instance)), slot);
                let d = self.held(dict);
                self.set_str(d, name, value)?;
            }
        }
        // The fixed slots are always inside the object, so the overflow field is free for the dict.
        let (instance, dict, shape) = (self.held(instance), self.held(dict), self.held(shape));
        self.set_field(instance, 2, dict);
        self.set_shape(instance, shape);
        Ok(())
    }

    /// The shape of instances of a class that keep a dict: payload and `__slots__` stay where they are. May move.
    pub(crate) fn class_dict_mode(&mut self, class: Value) -> Result<Value, OutOfMemory> {
        let known = self.class_dict_shape(class);
        if known.is_object() {
            return Ok(known);
        }
        let place = self.hold(class);
        let room = self.reserve(SHAPE_WORDS);
        let class = self.held(place);
        self.release(place);
        room?;
        let root = self.class_shape(class);
        let fixed = self.shape_slots(root);
        let shape = self.alloc_shape(class, root, Value::NULL, fixed, DICT_MODE);
        self.set_class_dict_shape(class, shape);
        Ok(shape)
    }

    /// The dict of an instance in dict mode.
    pub(crate) fn instance_dict(&self, instance: Value) -> Value {
        self.field(instance, 2)
    }

    /// Replaces the dict of an instance in dict mode.
    pub(crate) fn set_instance_dict(&mut self, instance: Value, dict: Value) {
        self.set_field(instance, 2, dict);
    }
}
