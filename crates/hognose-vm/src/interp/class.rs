//! Making classes: method resolution order, flags, what changes when a class changes.

use crate::heap::Kind;
use crate::lower::op;
use crate::names;
use crate::native::Result;
use crate::object::class::{self, ClassParts};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

impl Vm<'_> {
    pub(crate) fn op_load_build_class(&mut self, w: u64) -> Result<()> {
        let found = self.find_builtin(names::DUNDER_BUILD_CLASS)?;
        let value = match found {
            Some(value) => value,
            None => return Err(self.raise(Type::NameError, "__build_class__ not found")),
        };
        self.set_reg(op::a(w), value);
        Ok(())
    }

    /// Makes a class from its parts: `type.__new__` after the metaclass is known and `__mro_entries__` are done.
    /// `mro` is a tuple of all bases in order, without the class itself. The namespace is copied.
    pub(crate) fn make_class(
        &mut self,
        name: Value,
        bases: Value,
        mro: Value,
        namespace: Value,
        metaclass: Value,
        slots: Value,
    ) -> Result {
        let mark = self.heap.held_mark();
        let places = [name, bases, mro, namespace, metaclass, slots].map(|v| self.heap.hold(v));
        let result = self.make_class_held(places);
        self.heap.release_to(mark);
        result
    }

    fn make_class_held(&mut self, places: [crate::heap::Held; 6]) -> Result {
        let [name, bases, mro, namespace, metaclass, slots] = places;
        let made = self.heap.dict_copy(self.heap.held(namespace), Kind::Dict);
        let dict = self.grant_memory(made)?;
        let dict = self.heap.hold(dict);
        // The method resolution order with the class itself in front; the place is filled in at the end.
        let count = self.heap.tuple_len(self.heap.held(mro));
        self.reserve(2 + count)?;
        let full = self.heap.alloc_tuple(count + 1);
        for i in 0..count {
            let item = self.heap.item(self.heap.held(mro), i);
            self.heap.set_item(full, i + 1, item);
        }
        let full = self.heap.hold(full);
        let (layout, mut flags) = self.inherited(self.heap.held(mro));
        let is_object = layout == Type::Object;
        if !is_object && !layout.is_exception() && layout != Type::Type {
            flags |= class::HAS_PAYLOAD;
        }
        let qualname = match self.heap.get_str(self.heap.held(dict), names::DUNDER_QUALNAME) {
            Some(value) => {
                let d = self.heap.held(dict);
                self.heap.remove_str(d, names::DUNDER_QUALNAME);
                value
            }
            None => self.heap.held(name),
        };
        let qualname = self.heap.hold(qualname);
        self.reserve(crate::heap::Heap::class_words())?;
        let parts = ClassParts {
            name: self.heap.held(name),
            qualname: self.heap.held(qualname),
            bases: self.heap.held(bases),
            mro: self.heap.held(full),
            dict: self.heap.held(dict),
            metaclass: self.heap.held(metaclass),
            flags,
            layout: layout.value(),
            slots: self.heap.held(slots),
        };
        let made = self.heap.alloc_class(&parts);
        let tuple = self.heap.held(full);
        self.heap.set_item(tuple, 0, made);
        self.refresh_flags(made);
        Ok(made)
    }

    /// Layout and inherited flags along a method resolution order of bases.
    fn inherited(&mut self, mro: Value) -> (Type, u32) {
        let mut layout = Type::Object;
        let mut flags = 0;
        for i in 0..self.heap.tuple_len(mro) {
            let base = self.heap.item(mro, i);
            if let Some(t) = base.as_builtin_type() {
                let t = Type::from_index(t);
                if layout == Type::Object || t.is_a(layout) {
                    layout = t;
                }
            } else {
                flags |=
                    self.heap.class_flags(base) & (class::IS_EXCEPTION | class::IS_META | class::HAS_PAYLOAD);
                let t = Type::from_index(self.heap.class_layout(base).as_builtin_type().unwrap_or(0));
                if layout == Type::Object || t.is_a(layout) {
                    layout = t;
                }
            }
        }
        if layout.is_exception() {
            flags |= class::IS_EXCEPTION;
        }
        if layout == Type::Type {
            flags |= class::IS_META;
        }
        (layout, flags)
    }

    /// Computes the flags that say which special methods a class has from a user.
    pub(crate) fn refresh_flags(&mut self, made: Value) {
        let keep = class::IS_EXCEPTION | class::IS_META | class::HAS_PAYLOAD | class::NO_DICT;
        let mut flags = self.heap.class_flags(made) & keep;
        let tests: [(Value, u32); 17] = [
            (names::DUNDER_EQ, class::HAS_EQ),
            (names::DUNDER_GETATTR, class::HAS_GETATTR),
            (names::DUNDER_GETATTRIBUTE, class::HAS_GETATTRIBUTE),
            (names::DUNDER_SETATTR, class::HAS_SETATTR),
            (names::DUNDER_DELATTR, class::HAS_SETATTR),
            (names::DUNDER_INIT, class::HAS_INIT),
            (names::DUNDER_NEW, class::HAS_NEW),
            (names::DUNDER_BOOL, class::HAS_TRUTH),
            (names::DUNDER_LEN, class::HAS_TRUTH),
            (names::DUNDER_GET, class::IS_DESCRIPTOR),
            (names::DUNDER_SET, class::IS_DATA_DESCRIPTOR),
            (names::DUNDER_DELETE, class::IS_DATA_DESCRIPTOR),
            (names::DUNDER_CALL, class::HAS_CALL),
            (names::DUNDER_HASH, 0),
            (names::DUNDER_NE, class::HAS_EQ),
            (names::DUNDER_LT, 0),
            (names::DUNDER_LE, 0),
        ];
        for (name, flag) in tests {
            if flag != 0 && self.find_user(made, name).is_some() {
                flags |= flag;
            }
        }
        // The first class of the MRO that has either `__hash__` or `__eq__` decides about hashing.
        let mro = self.heap.class_mro(made);
        for i in 0..self.heap.tuple_len(mro) {
            let base = self.heap.item(self.heap.class_mro(made), i);
            if !base.is_object() {
                continue;
            }
            let dict = self.heap.class_dict(base);
            let hash = self.heap.get_str(dict, names::DUNDER_HASH);
            let eq = self.heap.get_str(dict, names::DUNDER_EQ);
            match (hash, eq) {
                (Some(hash), _) => {
                    flags |= if hash.is_none() {
                        class::UNHASHABLE
                    } else if hash.as_native().is_some() {
                        0
                    } else {
                        class::HAS_HASH
                    };
                    break;
                }
                (None, Some(_)) => {
                    flags |= class::UNHASHABLE;
                    break;
                }
                _ => {}
            }
        }
        self.heap.set_class_flags(made, flags);
    }

    /// Sets or deletes (unbound) an attribute of a class, and everything that follows from it.
    pub(crate) fn set_class_attribute(&mut self, object: Value, name: Value, value: Value) -> Result<()> {
        let dict = self.heap.class_dict(object);
        let old = self.heap.get_str(dict, name);
        // A changed method, descriptor or special name makes caches stale; plain data does not, it is never cached.
        let matters = |vm: &Self, v: Value| {
            v.is_object()
                && !matches!(
                    vm.heap.kind(v),
                    Kind::Str | Kind::List | Kind::Dict | Kind::Tuple | Kind::BigInt
                )
                || v.as_native().is_some()
        };
        let dunder = {
            let text = self.heap.text(name);
            text.starts_with(b"__")
        };
        if old.is_none() || old.is_some_and(|v| matters(self, v)) || matters(self, value) || dunder {
            self.epoch = self.epoch.wrapping_add(1);
        }
        if value.is_unbound() {
            if !self.heap.remove_str(dict, name) {
                return Err(self.attribute_error(object, name));
            }
        } else {
            let place = self.heap.hold(object);
            let made = self.heap.class_set(object, name, value);
            let object = self.heap.held(place);
            self.heap.release(place);
            self.grant_memory(made)?;
            if dunder {
                self.refresh_all(object);
            }
            return Ok(());
        }
        if dunder {
            self.refresh_all(object);
        }
        Ok(())
    }

    /// A special method changed: flags of the class and of all classes derived from it.
    fn refresh_all(&mut self, changed: Value) {
        self.refresh_flags(changed);
        let mut at = 1;
        while at < self.heap.top {
            let head = self.heap.mem[at];
            if head as u8 == Kind::Class as u8 {
                let other = Value::object(at as u32);
                if other != changed && self.is_subclass(other, changed) {
                    self.refresh_flags(other);
                }
            }
            at += crate::heap::header::size(head);
        }
    }
}
