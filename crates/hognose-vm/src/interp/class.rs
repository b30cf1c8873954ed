//! Making classes: layout, slots, flags, what changes when a class changes.

use crate::heap::{Held, Kind};
use crate::lower::op;
use crate::names;
use crate::native::{Result, Trap};
use crate::object::class::{self, ClassParts};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Most names in the `__slots__` of one class and its bases.
const MOST_MEMBERS: usize = 1000;
/// Slots that the first instances of a class without an `__init__` have room for.
const FIRST_CAPACITY: usize = 3;

/// What `type.__new__` is given; all held.
#[derive(Clone, Copy)]
pub(crate) struct NewClass {
    /// `__name__`, a str.
    pub(crate) name: Held,
    /// Tuple of bases, not empty.
    pub(crate) bases: Held,
    /// A dict; it is copied.
    pub(crate) namespace: Held,
    /// Metaclass.
    pub(crate) metaclass: Held,
    /// Tuple of the names in `__slots__`, or null.
    pub(crate) slots: Held,
    /// `__module__` when the namespace has none, or null.
    pub(crate) module: Held,
}

impl Vm<'_> {
    pub(crate) fn op_load_build_class(&mut self, w: u64) -> Result<()> {
        let globals = self.frame_globals();
        let found = self.find_builtin_from(globals, names::DUNDER_BUILD_CLASS)?;
        let value = match found {
            Some(value) => value,
            None => return Err(self.raise(Type::NameError, "__build_class__ not found")),
        };
        self.set_reg(op::a(w), value);
        Ok(())
    }

    /// Makes a class: `type.__new__` after the metaclass is known, without the hooks that are Python code.
    pub(crate) fn make_class(&mut self, new: NewClass) -> Result {
        let mark = self.heap.held_mark();
        let result = self.make_class_held(new);
        self.heap.release_to(mark);
        result
    }

    fn make_class_held(&mut self, new: NewClass) -> Result {
        let bases = self.heap.held(new.bases);
        let base = self.best_base(bases)?;
        let base = self.heap.hold(base);
        self.check_duplicates(self.heap.held(new.bases))?;
        let order = self.merge_orders(new.bases)?;
        let order = self.heap.hold(order);
        let (layout, mut flags) = self.inherited(self.heap.held(order));
        let members = self.member_names(&new, base)?;
        let members = self.heap.hold(members);
        let made = self.heap.dict_copy(self.heap.held(new.namespace), Kind::Dict);
        let dict = self.grant_memory(made)?;
        let dict = self.heap.hold(dict);
        let qualname = self.prepare_namespace(dict, &new)?;
        let qualname = self.heap.hold(qualname);
        let cell = self.take_from(dict, names::DUNDER_CLASSCELL);
        if !cell.is_null() && !self.heap.is_kind(cell, Kind::Cell) {
            return Err(self.raise_with(Type::TypeError, |vm, out| {
                out.write_str("type.__new__(): __classcell__ must be a nonlocal cell, not <class '")?;
                vm.write_type_name(cell, out)?;
                out.write_str("'>")
            }));
        }
        let cell = self.heap.hold(cell);
        if self.is_without_dict(&new, members) {
            flags |= class::NO_DICT;
        }
        let room = self.heap.reserve_class();
        self.grant_memory(room)?;
        self.reserve(crate::heap::Heap::class_words())?;
        let parts = ClassParts {
            name: self.heap.held(new.name),
            qualname: self.heap.held(qualname),
            bases: self.heap.held(new.bases),
            mro: self.heap.held(order),
            dict: self.heap.held(dict),
            metaclass: self.heap.held(new.metaclass),
            flags,
            layout: layout.value(),
            slots: self.heap.held(members),
            base: self.heap.held(base),
        };
        let made = self.heap.alloc_class(&parts);
        self.heap.enter_class(made);
        let order = self.heap.held(order);
        self.heap.set_item(order, 0, made);
        let made = self.heap.hold(made);
        self.make_members(made, members, base, dict)?;
        if self.heap.get_str(self.heap.held(dict), names::DUNDER_DOC).is_none() {
            self.put_into(dict, names::DUNDER_DOC, Value::NONE)?;
        }
        let class = self.heap.held(made);
        let cell = self.heap.held(cell);
        if self.heap.is_kind(cell, Kind::Cell) {
            self.heap.set_field(cell, 1, class);
        }
        self.refresh_flags(class);
        self.expect_slots(class);
        Ok(class)
    }

    /// How many attributes instances of a new class will have: as many as its `__init__` stores, besides those of its base.
    fn expect_slots(&mut self, class: Value) {
        let dict = self.heap.class_dict(class);
        let base = self.heap.class_base(class);
        let inherited = if base.is_object() { self.heap.class_capacity(base) } else { 0 };
        let own = match self.heap.get_str(dict, names::DUNDER_INIT) {
            Some(init) if self.heap.is_kind(init, Kind::Function) => self.stored_names(init),
            _ if base.is_object() => 0,
            _ => FIRST_CAPACITY,
        };
        if self.heap.class_flags(class) & class::NO_DICT == 0 {
            let slots = self.heap.shape_slots(self.heap.class_shape(class));
            self.heap.set_class_capacity(class, (slots + own).max(inherited + own));
        }
    }

    /// How many names the code of a function stores as attributes of anything; a guess, as good as it is cheap.
    fn stored_names(&mut self, function: Value) -> usize {
        let code = self.heap.field(function, crate::object::function::F_CODE);
        let Some((_, view)) = self.image_code(code) else { return FIRST_CAPACITY };
        let mut seen = [0u32; 32];
        let mut count = 0;
        for (_, instruction) in view.instructions() {
            if instruction.op == hognose_image::isa::Op::StoreAttr && !seen[..count].contains(&instruction.a)
            {
                seen[count] = instruction.a;
                count += 1;
                if count == seen.len() {
                    break;
                }
            }
        }
        count
    }

    /// Removes a name from a dict; what it was, or null.
    fn take_from(&mut self, dict: Held, name: Value) -> Value {
        let dict = self.heap.held(dict);
        match self.heap.get_str(dict, name) {
            Some(value) => {
                self.heap.remove_str(dict, name);
                value
            }
            None => Value::NULL,
        }
    }

    fn put_into(&mut self, dict: Held, name: Value, value: Value) -> Result<()> {
        let made = self.heap.set_str(self.heap.held(dict), name, value);
        self.grant_memory(made).map(|_| ())
    }

    /// What `type.__new__` adds to a namespace and changes in it; gives `__qualname__`.
    fn prepare_namespace(&mut self, dict: Held, new: &NewClass) -> Result {
        let qualname = self.take_from(dict, names::DUNDER_QUALNAME);
        let qualname = if qualname.is_null() { self.heap.held(new.name) } else { qualname };
        if !self.heap.is_str(qualname) {
            return Err(self.raise_with(Type::TypeError, |vm, out| {
                out.write_str("type __qualname__ must be a str, not ")?;
                vm.write_type_name(qualname, out)
            }));
        }
        let qualname = self.heap.hold(qualname);
        let module = self.heap.held(new.module);
        if !module.is_null() && self.heap.get_str(self.heap.held(dict), names::DUNDER_MODULE).is_none() {
            self.put_into(dict, names::DUNDER_MODULE, module)?;
        }
        let has = |vm: &mut Self, name: Value| {
            let dict = vm.heap.held(dict);
            vm.heap.get_str(dict, name).is_some()
        };
        if has(self, names::DUNDER_EQ) && !has(self, names::DUNDER_HASH) {
            self.put_into(dict, names::DUNDER_HASH, Value::NONE)?;
        }
        for (name, kind) in [
            (names::DUNDER_NEW, Type::StaticMethod),
            (names::DUNDER_INIT_SUBCLASS, Type::ClassMethod),
            (names::DUNDER_CLASS_GETITEM, Type::ClassMethod),
        ] {
            let value = self.heap.get_str(self.heap.held(dict), name);
            if let Some(function) = value.filter(|&v| self.heap.is_kind(v, Kind::Function)) {
                let made = self.heap.new_record(kind, &[function, Value::NULL]);
                let wrapped = self.grant_memory(made)?;
                self.put_into(dict, name, wrapped)?;
            }
        }
        Ok(self.heap.held(qualname))
    }

    /// The names of `__slots__` that become members: checked, mangled, interned. A tuple, or null without `__slots__`.
    fn member_names(&mut self, new: &NewClass, base: Held) -> Result {
        let slots = self.heap.held(new.slots);
        if slots.is_null() {
            return Ok(Value::NULL);
        }
        let n = self.heap.tuple_len(slots);
        let layout = self.layout_of(self.heap.held(base));
        if n > 0 && matches!(layout, Type::Int | Type::Tuple | Type::Bytes | Type::Type) {
            return Err(self.raise_with(Type::TypeError, |vm, out| {
                out.write_str("nonempty __slots__ not supported for subtype of '")?;
                vm.write_class_name(vm.heap.held(base), out)?;
                out.write_str("'")
            }));
        }
        if n > MOST_MEMBERS {
            return Err(self.raise(Type::OverflowError, "too many __slots__"));
        }
        self.charge(n * n);
        self.reserve(crate::object::tuple::tuple_words(n))?;
        let names = self.heap.alloc_array(n, Value::NULL);
        let names = self.heap.hold(names);
        let mut count = 0;
        for i in 0..n {
            let name = self.unwrap(self.heap.item(self.heap.held(new.slots), i));
            self.check_member_name(name)?;
            let text = self.heap.text(name);
            if *text == *b"__dict__" {
                if self.has_dict(self.heap.held(base)) {
                    return Err(self.raise(Type::TypeError, "__dict__ slot disallowed: we already got one"));
                }
                continue;
            }
            if *text == *b"__weakref__" {
                continue;
            }
            let name = self.mangled(name, new.name)?;
            let namespace = self.heap.held(new.namespace);
            if self.heap.get_str(namespace, name).is_some()
                && name != names::DUNDER_QUALNAME
                && name != names::DUNDER_CLASSCELL
            {
                return Err(self.raise_with(Type::ValueError, |vm, out| {
                    let name = vm.heap.text(name);
                    write!(out, "'{}' in __slots__ conflicts with class variable", name.as_str())
                }));
            }
            let list = self.heap.held(names);
            if (0..count).any(|k| self.heap.item(list, k) == name) {
                continue;
            }
            self.heap.set_item(list, count, name);
            count += 1;
        }
        self.reserve(crate::object::tuple::tuple_words(count))?;
        let tuple = self.heap.alloc_tuple(count);
        for i in 0..count {
            let item = self.heap.item(self.heap.held(names), i);
            self.heap.set_item(tuple, i, item);
        }
        Ok(tuple)
    }

    fn check_member_name(&mut self, name: Value) -> Result<()> {
        if !self.heap.is_str(name) {
            return Err(self.raise_with(Type::TypeError, |vm, out| {
                out.write_str("__slots__ items must be strings, not '")?;
                vm.write_type_name(name, out)?;
                out.write_str("'")
            }));
        }
        if !crate::text::case::is_identifier(&self.heap.text(name)) {
            return Err(self.raise(Type::TypeError, "__slots__ must be identifiers"));
        }
        Ok(())
    }

    /// A private name as it is inside a class; interned.
    fn mangled(&mut self, name: Value, class: Held) -> Result {
        let text = self.heap.text(name);
        let class = self.heap.text(self.heap.held(class));
        let owner = class.iter().position(|&b| b != b'_').map(|i| &class[i..]);
        let (Some(owner), true, false) = (owner, text.starts_with(b"__"), text.ends_with(b"__")) else {
            let made = self.heap.intern_value(name);
            return self.grant_memory(made);
        };
        let mut buffer = [0; 256];
        let n = 1 + owner.len() + text.len();
        if n > buffer.len() {
            return Err(self.raise(Type::OverflowError, "private identifier too large to be mangled"));
        }
        buffer[0] = b'_';
        buffer[1..1 + owner.len()].copy_from_slice(owner);
        buffer[1 + owner.len()..n].copy_from_slice(&text);
        let made = self.heap.intern(&buffer[..n]);
        self.grant_memory(made)
    }

    /// Built-in type that decides the layout of the instances of a type.
    pub(crate) fn layout_of(&self, class: Value) -> Type {
        let layout = if class.is_object() { self.heap.class_layout(class) } else { class };
        Type::from_index(layout.as_builtin_type().unwrap_or(0))
    }

    /// No `__dict__`: `__slots__` do not ask for one and no base has one.
    fn is_without_dict(&self, new: &NewClass, members: Held) -> bool {
        if self.heap.held(members).is_null() {
            return false;
        }
        let (slots, bases) = (self.heap.held(new.slots), self.heap.held(new.bases));
        let asked = (0..self.heap.tuple_len(slots)).any(|i| self.heap.item(slots, i) == names::DUNDER_DICT);
        !asked && !(0..self.heap.tuple_len(bases)).any(|i| self.has_dict(self.heap.item(bases, i)))
    }

    /// The root shape of a new class: the slots of its base, then its own members, which get their descriptors.
    fn make_members(&mut self, class: Held, members: Held, base: Held, dict: Held) -> Result<()> {
        let base = self.heap.held(base);
        let payload = (self.heap.class_flags(self.heap.held(class)) & class::HAS_PAYLOAD != 0) as usize;
        let shape = self.heap.class_shape(self.heap.held(class));
        let shape = self.heap.hold(shape);
        if base.is_object() {
            let base = self.heap.hold(base);
            let count = self.heap.shape_slots(self.heap.class_shape(self.heap.held(base)));
            for slot in payload..count {
                let key = self.heap.shape_name(self.heap.class_shape(self.heap.held(base)), slot);
                self.add_member(shape, key)?;
            }
        }
        let own = self.heap.held(members);
        let n = if own.is_object() { self.heap.tuple_len(own) } else { 0 };
        for i in 0..n {
            let name = self.heap.item(self.heap.held(members), i);
            let of = self.heap.held(class);
            let made = self.heap.new_record(Type::MemberDescriptor, &[name, of]);
            let member = self.grant_memory(made)?;
            let place = self.heap.hold(member);
            self.add_member(shape, member)?;
            let name = self.heap.item(self.heap.held(members), i);
            let member = self.heap.held(place);
            self.heap.release(place);
            self.put_into(dict, name, member)?;
        }
        let (class, shape) = (self.heap.held(class), self.heap.held(shape));
        let fixed = self.heap.shape_slots(shape);
        if fixed > MOST_MEMBERS + 1 {
            return Err(self.raise(Type::OverflowError, "too many __slots__"));
        }
        let room = if self.heap.class_flags(class) & class::NO_DICT != 0 { 0 } else { 3 };
        self.heap.set_class_shape(class, shape, fixed + room);
        Ok(())
    }

    fn add_member(&mut self, shape: Held, key: Value) -> Result<()> {
        let made = self.heap.shape_with(self.heap.held(shape), key);
        let grown = self.grant_memory(made)?;
        self.heap.set_held(shape, grown);
        Ok(())
    }

    /// Computes the flags that say which special methods a class has from a user.
    pub(crate) fn refresh_flags(&mut self, made: Value) {
        let keep = class::IS_EXCEPTION
            | class::IS_META
            | class::HAS_PAYLOAD
            | class::NO_DICT
            | class::WITH_MODULE
            | class::IS_WHOLE
            | class::IS_ORDERED;
        let mut flags = self.heap.class_flags(made) & keep;
        const TESTS: [(Value, u32); 14] = [
            (names::DUNDER_EQ, class::HAS_EQ),
            (names::DUNDER_NE, class::HAS_EQ),
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
        ];
        for (name, flag) in TESTS {
            if self.find_user(made, name).is_some() {
                flags |= flag;
            }
        }
        let dict = self.heap.class_dict(made);
        if let Some(names) = self.heap.get_str(dict, names::DUNDER_ABSTRACTMETHODS) {
            if self.truth(names) != super::truth::Truth::Is(false) {
                flags |= class::IS_ABSTRACT;
            }
        }
        flags |= self.hash_flags(made);
        flags |= self.heap.class_flags(made) & (class::DATA_REMEMBERED | class::DATA_VOLATILE);
        self.heap.set_class_flags(made, flags);
    }

    /// The first class of the MRO that has `__hash__` decides about hashing: a class made with `__eq__` alone has None there.
    fn hash_flags(&mut self, made: Value) -> u32 {
        let mro = self.heap.class_mro(made);
        for i in 0..self.heap.tuple_len(mro) {
            let base = self.heap.item(self.heap.class_mro(made), i);
            if !base.is_object() {
                continue;
            }
            let dict = self.heap.class_dict(base);
            let Some(hash) = self.heap.get_str(dict, names::DUNDER_HASH) else { continue };
            return if hash.is_none() {
                class::UNHASHABLE
            } else if hash.as_native().is_some() {
                0
            } else {
                class::HAS_HASH
            };
        }
        0
    }

    /// A class changed in a way that caches may not know.
    pub(crate) fn next_epoch(&mut self) {
        self.epoch = self.epoch.wrapping_add(1);
        if self.epoch & 0xFF_FFFF == 0 {
            // Keys hold 24 bits of it: none of the first round may be taken for one of the next.
            self.forget_caches();
        }
    }

    /// Sets or deletes (unbound) an attribute of a class, and everything that follows from it.
    pub(crate) fn set_class_attribute(&mut self, object: Value, name: Value, value: Value) -> Result<()> {
        let dict = self.heap.class_dict(object);
        let old = self.heap.get_str(dict, name);
        // A changed method, descriptor or special name makes caches stale; plain data over plain data only when a cache
        // may hold it.
        let dunder = self.heap.text(name).starts_with(b"__");
        let flags = self.heap.class_flags(object);
        if dunder || old.is_none_or(|v| !self.is_plain_data(v)) || !self.is_plain_data(value) {
            self.next_epoch();
        } else if flags & class::DATA_REMEMBERED != 0 {
            self.heap.set_class_flags(object, flags & !class::DATA_REMEMBERED | class::DATA_VOLATILE);
            self.next_epoch();
        }
        if value.is_unbound() {
            if !self.heap.remove_str(dict, name) {
                return Err(self.attribute_error(object, name));
            }
            if dunder {
                self.refresh_all(object);
            }
            return Ok(());
        }
        let place = self.heap.hold(object);
        let made = self.heap.class_set(object, name, value);
        let object = self.heap.held(place);
        self.heap.release(place);
        self.grant_memory(made)?;
        if dunder {
            self.refresh_all(object);
        }
        Ok(())
    }

    /// A special method changed: flags of the class and of all classes derived from it.
    pub(crate) fn refresh_all(&mut self, changed: Value) {
        self.refresh_flags(changed);
        self.charge(self.heap.classes_made());
        for place in 0..self.heap.class_places() {
            let Some(other) = self.heap.class_at(place) else { continue };
            if other != changed && self.is_subclass(other, changed) {
                self.refresh_flags(other);
            }
        }
    }

    /// Sets `__bases__` of a class: its order and those of all classes derived from it are merged anew.
    pub(crate) fn set_bases(&mut self, class: Value, bases: Value) -> Result<()> {
        let mark = self.heap.held_mark();
        let (c, b) = (self.heap.hold(class), self.heap.hold(bases));
        let result = self.set_bases_held(c, b);
        self.heap.release_to(mark);
        result
    }

    fn set_bases_held(&mut self, class: Held, bases: Held) -> Result<()> {
        let base = self.best_base(self.heap.held(bases))?;
        let (old, new) = (self.solid_of_base(class), self.solid_base(base));
        if old != new {
            return Err(self.layout_differs("__bases__", base, self.heap.class_base(self.heap.held(class))));
        }
        for i in 0..self.heap.tuple_len(self.heap.held(bases)) {
            let one = self.heap.item(self.heap.held(bases), i);
            if self.is_subclass(one, self.heap.held(class)) {
                return Err(self.raise(Type::TypeError, "a __bases__ item causes an inheritance cycle"));
            }
        }
        self.check_duplicates(self.heap.held(bases))?;
        let base = self.heap.hold(base);
        let order = self.merge_orders(bases)?;
        let (object, base, bases) = (self.heap.held(class), self.heap.held(base), self.heap.held(bases));
        self.heap.set_item(order, 0, object);
        self.heap.set_class_mro(object, order);
        self.heap.set_class_bases(object, bases);
        self.heap.set_class_base(object, base);
        self.next_epoch();
        self.refresh_flags(object);
        self.merge_derived(class)
    }

    /// Merges the orders of the classes derived from a changed one, in order of their making: bases come before.
    fn merge_derived(&mut self, changed: Held) -> Result<()> {
        self.charge(self.heap.classes_made());
        for place in 0..self.heap.class_places() {
            let Some(class) = self.heap.class_at(place) else { continue };
            if class == self.heap.held(changed) || !self.is_subclass(class, self.heap.held(changed)) {
                continue;
            }
            let mark = self.heap.held_mark();
            let place = self.heap.hold(class);
            let bases = self.heap.hold(self.heap.class_bases(class));
            let order = self.merge_orders(bases);
            let class = self.heap.held(place);
            self.heap.release_to(mark);
            let order = order?;
            self.heap.set_item(order, 0, class);
            self.heap.set_class_mro(class, order);
            self.refresh_flags(class);
        }
        Ok(())
    }

    fn solid_of_base(&self, class: Held) -> Value {
        self.solid_base(self.heap.class_base(self.heap.held(class)))
    }

    #[cold]
    pub(crate) fn layout_differs(&mut self, what: &str, new: Value, old: Value) -> Trap {
        self.raise_with(Type::TypeError, |vm, out| {
            write!(out, "{what} assignment: '")?;
            vm.write_class_name(new, out)?;
            out.write_str("' object layout differs from '")?;
            vm.write_class_name(old, out)?;
            out.write_str("'")
        })
    }
}
