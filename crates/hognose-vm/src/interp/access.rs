//! The instructions that read, write and delete attributes, with inline caches for instances of user classes.
//!
//! A cache is right as long as its key matches: shape and epoch for instances, kind and type for methods of built-in
//! types. Whatever could change the answer for a shape (a class that changes) changes the epoch.

use super::attribute::Found;
use super::lookup::Use;
use super::run::{SLOT, TYPE_MASK, epoch_bits};
use crate::heap::Kind;
use crate::lower::op;
use crate::native::Result;
use crate::object::class;
use crate::object::instance::INSTANCE_WORDS;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Cache key for methods of an object of a built-in type with that header: kind and type, upper half 0. None for types
/// whose objects have attributes of their own, or whose type is not in the header.
fn builtin_key(head: u64) -> Option<u64> {
    let by_type = match Kind::from_byte(head as u8)? {
        Kind::Str | Kind::List | Kind::Dict | Kind::Set | Kind::Bytes | Kind::ByteArray | Kind::Tuple => true,
        Kind::Generator | Kind::Iter => true,
        Kind::Record => {
            matches!(
                Type::from_index((head >> 16) as u16),
                Type::Deque | Type::Array | Type::RegexPattern | Type::RegexMatch
            )
        }
        _ => false,
    };
    by_type.then_some(head & TYPE_MASK)
}

impl Vm<'_> {
    pub(crate) fn op_load_attribute(&mut self, w: u64) -> Result<()> {
        self.provide_lookups();
        let object = self.reg(op::b(w));
        let code = self.frame_code();
        let name = Value(self.heap.mem[code.offset() + op::cs(w)]);
        let dst = op::a(w);
        if object.is_unbound() || object.is_null() {
            return Err(self.raise(Type::SystemError, "attribute of nothing"));
        }
        if self.heap.is_kind(object, Kind::Instance) {
            if self.fill_load_cache(object, name, op::cs(w)) {
                let word = self.heap.mem[code.offset() + op::cs(w) + 2];
                let value = match word.checked_sub(SLOT) {
                    Some(slot) if slot >> 32 == 0 => self.heap.slot(object, slot as usize - INSTANCE_WORDS),
                    _ => Value(word),
                };
                if !value.is_null() {
                    self.set_reg(dst, value);
                    return Ok(());
                }
            }
        }
        match self.attribute(object, name)? {
            Found::Value(value) => {
                self.set_reg(dst, value);
                Ok(())
            }
            Found::Method(function) => {
                let receiver = self.method_receiver(self.reg(op::b(w)));
                let made = self.heap.new_bound_method(function, receiver);
                let bound = self.grant_memory(made)?;
                self.set_reg(dst, bound);
                Ok(())
            }
            Found::Call(callee, args) => self.call_into(callee, given(&args), dst),
            Found::Missing => {
                let object = self.reg(op::b(w));
                let name = Value(self.heap.mem[self.frame_code().offset() + op::cs(w)]);
                Err(self.attribute_error(object, name))
            }
        }
    }

    /// Fills the inline cache of an instruction.
    fn set_cache(&mut self, cache: usize, key: u64, word: u64) {
        let at = self.frame_code().offset() + cache;
        self.heap.mem[at + 1] = key;
        self.heap.mem[at + 2] = word;
    }

    /// Fills the cache of a read: the slot of the instance's own attribute, or plain data of its class. False when reading
    /// is more than that.
    fn fill_load_cache(&mut self, object: Value, name: Value, cache: usize) -> bool {
        let key = self.shape_key(object);
        let word = match self.remembered(key, name, Use::Load) {
            Some(word) => word,
            None => {
                let Some(word) = self.load_word(object, name) else { return false };
                self.remember(key, name, Use::Load, word);
                word
            }
        };
        self.set_cache(cache, key, word);
        true
    }

    /// What the cache of a read holds for the shape of an instance.
    fn load_word(&mut self, object: Value, name: Value) -> Option<u64> {
        let class = self.heap.instance_class(object);
        if self.heap.class_flags(class) & class::HAS_GETATTRIBUTE != 0 {
            return None;
        }
        let shape = self.heap.shape(object);
        if self.heap.shape_is_dict(shape) {
            return None;
        }
        let mut wanted = name;
        let found = self.find_in_type(class, name);
        if let Some(found) = found {
            if self.heap.is_record(found, Type::MemberDescriptor) {
                // In the shape a slot of `__slots__` goes by its descriptor.
                wanted = found;
            } else if self.is_data_descriptor(found) {
                return None;
            }
        }
        if let Some(slot) = self.heap.shape_find(shape, wanted) {
            return Some(SLOT | (INSTANCE_WORDS + slot) as u64);
        }
        // Data is only remembered for classes whose changes are watched.
        let found = found.filter(|&v| self.is_plain_data(v) && v.0 >> 32 != SLOT >> 32)?;
        let key = self.type_key(class);
        self.remembered(key, name, Use::Type).map(|_| found.0)
    }

    /// Header of an object; of a string in the block for one that is no object.
    fn builtin_head(&self, object: Value) -> Option<u64> {
        if object.is_object() {
            Some(self.heap.head(object))
        } else {
            object.is_short_str().then_some(Kind::Str as u64)
        }
    }

    pub(crate) fn op_load_method(&mut self, w: u64) -> Result<()> {
        self.provide_lookups();
        let object = self.reg(op::b(w));
        let at = self.frame_code().offset() + op::cs(w);
        let name = Value(self.heap.mem[at]);
        let dst = op::a(w);
        // The usual case: a function of the class, no attribute of the instance in its way.
        let kind = self.heap.kind(object);
        if kind == Kind::Instance {
            let key = self.shape_key(object);
            if let Some(word) = self.remembered(key, name, Use::Method) {
                self.set_cache(op::cs(w), key, word);
                self.set_reg(dst + 1, object);
                self.set_reg(dst, Value(word));
                return Ok(());
            }
            let class = self.heap.instance_class(object);
            let shape = self.heap.shape(object);
            if self.heap.class_flags(class) & class::HAS_GETATTRIBUTE == 0
                && !self.heap.shape_is_dict(shape)
                && self.heap.shape_find(shape, name).is_none()
            {
                if let Some(found) = self.find_in_type(class, name) {
                    if self.heap.is_kind(found, Kind::Function) {
                        self.remember(key, name, Use::Method, found.0);
                        self.set_cache(op::cs(w), key, found.0);
                        self.set_reg(dst + 1, object);
                        self.set_reg(dst, found);
                        return Ok(());
                    }
                }
            }
        } else if kind == Kind::Record && self.heap.is_record(object, Type::Super) {
            if let Some(function) = self.remembered_super_method(object, name) {
                let receiver = self.heap.record_field(object, 1);
                self.set_reg(dst + 1, receiver);
                self.set_reg(dst, function);
                return Ok(());
            }
        } else if let Some(key) = self.builtin_head(object).and_then(builtin_key) {
            let t = self.builtin_type_of(object);
            if let Some(found) = self.find_in_type(t.value(), name) {
                if let Found::Method(function) = self.bind(found, object, t.value())? {
                    let (object, at) = (self.reg(op::b(w)), self.frame_code().offset() + op::cs(w));
                    self.heap.mem[at + 1] = key;
                    self.heap.mem[at + 2] = function.0;
                    self.set_reg(dst + 1, object);
                    self.set_reg(dst, function);
                    return Ok(());
                }
            }
        }
        // Binding may have moved them.
        let object = self.reg(op::b(w));
        let name = Value(self.heap.mem[self.frame_code().offset() + op::cs(w)]);
        match self.attribute(object, name)? {
            Found::Method(function) => {
                // The receiver of super() is the object behind it.
                let object = self.reg(op::b(w));
                let receiver = self.method_receiver(object);
                if self.heap.is_kind(function, Kind::Function) && self.heap.is_record(object, Type::Super) {
                    let name = Value(self.heap.mem[self.frame_code().offset() + op::cs(w)]);
                    self.remember_super_method(object, name, function);
                }
                self.set_reg(dst + 1, receiver);
                self.set_reg(dst, function);
                Ok(())
            }
            Found::Value(value) => {
                self.set_reg(dst, Value::NULL);
                self.set_reg(dst + 1, value);
                Ok(())
            }
            Found::Call(callee, args) => {
                self.set_reg(dst, Value::NULL);
                self.call_into(callee, given(&args), dst + 1)
            }
            Found::Missing => {
                let object = self.reg(op::b(w));
                let name = Value(self.heap.mem[self.frame_code().offset() + op::cs(w)]);
                Err(self.attribute_error(object, name))
            }
        }
    }

    pub(crate) fn op_store_attribute(&mut self, w: u64) -> Result<()> {
        self.provide_lookups();
        let (object, value) = (self.reg(op::a(w)), self.reg(op::b(w)));
        let at = self.frame_code().offset() + op::cs(w);
        let name = Value(self.heap.mem[at]);
        if self.heap.is_kind(object, Kind::Instance) {
            let key = self.shape_key(object);
            if let Some(word) = self.remembered(key, name, Use::Store).filter(|w| w >> 32 == SLOT >> 32) {
                let made = self.heap.set_slot(object, (word - SLOT) as usize - INSTANCE_WORDS, value);
                self.grant_memory(made)?;
                self.set_cache(op::cs(w), key, word);
                return Ok(());
            }
            if self.store_in_instance(w, object, name, value)? {
                return Ok(());
            }
        }
        let (object, value) = (self.reg(op::a(w)), self.reg(op::b(w)));
        let name = Value(self.heap.mem[self.frame_code().offset() + op::cs(w)]);
        match self.set_attribute(object, name, value)? {
            None => Ok(()),
            Some((callee, args)) => self.call_then(callee, given(&args), super::Cont::Discard, 0),
        }
    }

    /// Stores where no script has a say, and remembers the slot; false when one may.
    fn store_in_instance(&mut self, w: u64, object: Value, name: Value, value: Value) -> Result<bool> {
        let class = self.heap.instance_class(object);
        let flags = self.heap.class_flags(class);
        if flags & class::HAS_SETATTR != 0 {
            return Ok(false);
        }
        if let Some(found) = self.find_in_type(class, name) {
            if self.heap.is_record(found, Type::MemberDescriptor) {
                let Some(slot) = self.heap.member_slot(class, found) else { return Ok(false) };
                let made = self.heap.set_slot(object, slot, value);
                self.grant_memory(made)?;
                self.fill_store_cache(w, SLOT | (INSTANCE_WORDS + slot) as u64);
                return Ok(true);
            }
            if self.is_data_descriptor(found) {
                return Ok(false);
            }
        }
        if flags & class::NO_DICT != 0 {
            return Ok(false);
        }
        let old = self.heap.shape(object);
        let new_name = !self.heap.shape_is_dict(old) && self.heap.shape_find(old, name).is_none();
        // The old shape is kept: the instance leaves it.
        let place = self.heap.hold(old);
        let made = self.heap.instance_set(object, name, value);
        let old = self.heap.held(place);
        self.heap.release(place);
        self.grant_memory(made)?;
        let object = self.reg(op::a(w));
        let shape = self.heap.shape(object);
        let name = Value(self.heap.mem[self.frame_code().offset() + op::cs(w)]);
        if new_name && !self.heap.shape_is_dict(shape) && self.heap.field(shape, 4) == old {
            let key = (old.offset() as u64) << 32 | Kind::Instance as u64 | epoch_bits(self.epoch);
            self.remember(key, name, Use::Store, shape.0);
            self.set_cache(op::cs(w), key, shape.0);
        } else if !self.heap.shape_is_dict(shape) {
            if let Some(slot) = self.heap.shape_find(shape, name) {
                self.fill_store_cache(w, SLOT | (INSTANCE_WORDS + slot) as u64);
            }
        }
        Ok(true)
    }

    /// Fills the cache of a write to a slot.
    fn fill_store_cache(&mut self, w: u64, word: u64) {
        let object = self.reg(op::a(w));
        let name = Value(self.heap.mem[self.frame_code().offset() + op::cs(w)]);
        let key = self.shape_key(object);
        self.remember(key, name, Use::Store, word);
        self.set_cache(op::cs(w), key, word);
    }

    pub(crate) fn op_delete_attribute(&mut self, w: u64) -> Result<()> {
        let object = self.reg(op::a(w));
        let name = self.constant(op::bc(w) as usize);
        match self.set_attribute(object, name, Value::UNBOUND)? {
            None => Ok(()),
            Some((callee, args)) => self.call_then(callee, given(&args), super::Cont::Discard, 0),
        }
    }
}

/// The arguments that are there.
pub(crate) fn given(args: &[Value; 3]) -> &[Value] {
    let n = args.iter().position(|a| a.is_null()).unwrap_or(3);
    &args[..n]
}
