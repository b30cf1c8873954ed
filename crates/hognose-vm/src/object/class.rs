//! User classes: `[flags u32, id u32] name bases mro dict metaclass shape qualname dict_shape capacity layout slots base`.
//!
//! Built-in types are static tables ([`crate::types`]) and no objects at all.

use crate::heap::{Heap, Kind, OutOfMemory};
use crate::object::shape::SHAPE_WORDS;
use crate::value::Value;

/// A user's `__eq__` somewhere in the MRO.
pub const HAS_EQ: u32 = 1;
/// A user's `__hash__`.
pub const HAS_HASH: u32 = 2;
/// `__hash__ = None`, or `__eq__` without `__hash__`.
pub const UNHASHABLE: u32 = 4;
/// Instances keep a built-in object in slot 0.
pub const HAS_PAYLOAD: u32 = 8;
/// A user's `__getattr__`.
pub const HAS_GETATTR: u32 = 16;
/// A user's `__getattribute__`.
pub const HAS_GETATTRIBUTE: u32 = 32;
/// A user's `__setattr__` or `__delattr__`.
pub const HAS_SETATTR: u32 = 64;
/// Instances are exceptions.
pub const IS_EXCEPTION: u32 = 128;
/// Instances have no `__dict__` (all classes of the MRO have `__slots__`).
pub const NO_DICT: u32 = 256;
/// The class itself is a metaclass (derived from `type`).
pub const IS_META: u32 = 512;
/// A user's `__init__`.
pub const HAS_INIT: u32 = 1024;
/// A user's `__new__`.
pub const HAS_NEW: u32 = 2048;
/// A user's `__bool__` or `__len__`.
pub const HAS_TRUTH: u32 = 4096;
/// `__get__`, `__set__` or `__delete__`: instances are descriptors.
pub const IS_DESCRIPTOR: u32 = 8192;
/// `__set__` or `__delete__`: instances are data descriptors.
pub const IS_DATA_DESCRIPTOR: u32 = 16384;
/// A user's `__call__`.
pub const HAS_CALL: u32 = 32768;
/// Some of its `__abstractmethods__` are left: no instances.
pub const IS_ABSTRACT: u32 = 65536;
/// A cache holds plain data of the class.
pub const DATA_REMEMBERED: u32 = 1 << 17;
/// Plain data of the class changed while a cache held it: no cache holds any again.
pub const DATA_VOLATILE: u32 = 1 << 18;
/// Messages name it with its module, as CPython does classes written in C.
pub const WITH_MODULE: u32 = 1 << 19;
/// Dicts inside its instances are those of OrderedDict.
pub const IS_ORDERED: u32 = 1 << 20;
/// Its namespace has the descriptors `__dict__` and `__weakref__`: made when somebody first looks at it.
pub const IS_WHOLE: u32 = 1 << 21;

/// Words of a class.
pub const CLASS_WORDS: usize = 14;
const NAME: usize = 2;
const BASES: usize = 3;
const MRO: usize = 4;
const DICT: usize = 5;
const META: usize = 6;
const SHAPE: usize = 7;
const QUALNAME: usize = 8;
const DICT_SHAPE: usize = 9;
const CAPACITY: usize = 10;
const LAYOUT: usize = 11;
const SLOTS: usize = 12;
const BASE: usize = 13;

/// What a new class is made of; all values as they are after the reserve.
pub struct ClassParts {
    /// `__name__`
    pub name: Value,
    /// `__qualname__`
    pub qualname: Value,
    /// Tuple of direct bases.
    pub bases: Value,
    /// Tuple of the method resolution order; its first place is for the class itself.
    pub mro: Value,
    /// Namespace.
    pub dict: Value,
    /// Metaclass.
    pub metaclass: Value,
    /// Flags.
    pub flags: u32,
    /// Built-in type that decides the layout, `object` for plain classes.
    pub layout: Value,
    /// Tuple of slot names, or null.
    pub slots: Value,
    /// The base whose instances its own are like.
    pub base: Value,
}

impl Heap<'_> {
    /// A class with its root shape, reserved before ([`CLASS_WORDS`] + [`SHAPE_WORDS`]).
    pub(crate) fn alloc_class(&mut self, parts: &ClassParts) -> Value {
        let at = self.alloc_values(Kind::Class, 0, 1, CLASS_WORDS - 2, Value::NULL);
        let class = Value::object(at as u32);
        self.mem[at + 1] = parts.flags as u64;
        for (i, v) in [
            (NAME, parts.name),
            (BASES, parts.bases),
            (MRO, parts.mro),
            (DICT, parts.dict),
            (META, parts.metaclass),
            (QUALNAME, parts.qualname),
            (CAPACITY, Value::int(0)),
            (LAYOUT, parts.layout),
            (SLOTS, parts.slots),
            (BASE, parts.base),
        ] {
            self.set_field(class, i, v);
        }
        let payload = (parts.flags & HAS_PAYLOAD != 0) as usize;
        let shape = self.alloc_shape(class, Value::NULL, Value::NULL, payload, 0);
        self.set_field(class, SHAPE, shape);
        class
    }

    /// Words to reserve for a class.
    pub(crate) const fn class_words() -> usize {
        CLASS_WORDS + SHAPE_WORDS
    }

    /// Is it a user class?
    #[inline]
    pub fn is_class(&self, value: Value) -> bool {
        self.is_kind(value, Kind::Class)
    }

    /// Flags of a user class; none for built-in types.
    #[inline]
    pub fn class_flags(&self, class: Value) -> u32 {
        if class.is_object() { self.word(class, 1) as u32 } else { 0 }
    }

    pub(crate) fn set_class_flags(&mut self, class: Value, flags: u32) {
        let word = self.word(class, 1) & !0xFFFF_FFFF | flags as u64;
        self.set_word(class, 1, word);
    }

    /// Flags of the class of an exception object.
    pub(crate) fn class_flags_of_exception(&self, exception: Value) -> u32 {
        self.class_flags(self.exception_class(exception))
    }

    /// `__name__`
    pub fn class_name(&self, class: Value) -> Value {
        self.field(class, NAME)
    }

    /// Sets `__name__`.
    pub fn set_class_name(&mut self, class: Value, name: Value) {
        self.set_field(class, NAME, name);
    }

    /// `__qualname__`
    pub fn class_qualname(&self, class: Value) -> Value {
        self.field(class, QUALNAME)
    }

    /// Sets `__qualname__`.
    pub fn set_class_qualname(&mut self, class: Value, name: Value) {
        self.set_field(class, QUALNAME, name);
    }

    /// Tuple of direct bases.
    pub fn class_bases(&self, class: Value) -> Value {
        self.field(class, BASES)
    }

    /// Tuple of the method resolution order, the class itself first.
    #[inline]
    pub fn class_mro(&self, class: Value) -> Value {
        self.field(class, MRO)
    }

    /// Sets the method resolution order.
    pub(crate) fn set_class_mro(&mut self, class: Value, mro: Value) {
        self.set_field(class, MRO, mro);
    }

    /// Namespace, a dict.
    #[inline]
    pub fn class_dict(&self, class: Value) -> Value {
        self.field(class, DICT)
    }

    /// Metaclass: `type` or a user class.
    #[inline]
    pub fn class_metaclass(&self, class: Value) -> Value {
        self.field(class, META)
    }

    /// Root shape of its instances: payload and `__slots__` first.
    #[inline]
    pub(crate) fn class_shape(&self, class: Value) -> Value {
        self.field(class, SHAPE)
    }

    /// Sets the root shape; new instances have room for `capacity` slots.
    pub(crate) fn set_class_shape(&mut self, class: Value, shape: Value, capacity: usize) {
        self.set_field(class, SHAPE, shape);
        self.set_field(class, CAPACITY, Value::int(capacity as i64));
    }

    /// Slot of a member descriptor (of `__slots__`) in the instances of a class.
    pub(crate) fn member_slot(&self, class: Value, member: Value) -> Option<usize> {
        self.shape_find(self.class_shape(class), member)
    }

    /// Sets the tuple of direct bases.
    pub(crate) fn set_class_bases(&mut self, class: Value, bases: Value) {
        self.set_field(class, BASES, bases);
    }

    pub(crate) fn class_dict_shape(&self, class: Value) -> Value {
        self.field(class, DICT_SHAPE)
    }

    pub(crate) fn set_class_dict_shape(&mut self, class: Value, shape: Value) {
        self.set_field(class, DICT_SHAPE, shape);
    }

    /// Slots that a new instance gets.
    #[inline]
    pub(crate) fn class_capacity(&self, class: Value) -> usize {
        (self.field(class, CAPACITY).raw_int() as usize).max(self.shape_slots(self.class_shape(class)))
    }

    /// Sets how many slots the first instances get.
    pub(crate) fn set_class_capacity(&mut self, class: Value, slots: usize) {
        self.set_field(class, CAPACITY, Value::int(slots.min(super::shape::MOST_SLOTS) as i64));
    }

    /// Remembers how many slots instances came to need, so that the next ones have room.
    pub(crate) fn learn_capacity(&mut self, class: Value, slots: usize) {
        if self.field(class, CAPACITY).raw_int() < slots as i64 {
            self.set_field(class, CAPACITY, Value::int(slots.min(super::shape::MOST_SLOTS) as i64));
        }
    }

    /// Built-in type that decides the layout of its instances.
    pub fn class_layout(&self, class: Value) -> Value {
        self.field(class, LAYOUT)
    }

    /// Tuple of its own slot names, or null.
    pub(crate) fn class_slots(&self, class: Value) -> Value {
        self.field(class, SLOTS)
    }

    /// `__base__`: the base whose instances its own are like.
    pub fn class_base(&self, class: Value) -> Value {
        self.field(class, BASE)
    }

    /// Sets `__base__`.
    pub(crate) fn set_class_base(&mut self, class: Value, base: Value) {
        self.set_field(class, BASE, base);
    }

    /// Looks a name up along the MRO of a user class, in user classes only; gives the value and the index in the MRO.
    /// When it meets a built-in type it stops there and gives that index with None.
    pub(crate) fn mro_find(&mut self, class: Value, name: Value, from: usize) -> (Option<Value>, usize) {
        let mro = self.class_mro(class);
        for i in from..self.tuple_len(mro) {
            let base = self.item(mro, i);
            if !base.is_object() {
                return (None, i);
            }
            let dict = self.class_dict(base);
            if let Some(value) = self.get_str(dict, name) {
                return (Some(value), i);
            }
        }
        (None, self.tuple_len(mro))
    }

    /// Sets a name in the namespace of a class. May reserve and move.
    pub(crate) fn class_set(&mut self, class: Value, name: Value, value: Value) -> Result<(), OutOfMemory> {
        let dict = self.class_dict(class);
        self.set_str(dict, name, value).map(|_| ())
    }
}
