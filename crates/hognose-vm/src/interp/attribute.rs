//! Attributes: finding, binding, setting, deleting; inline caches for instances of user classes.

use super::run::{SLOT, epoch_bits};
use crate::heap::{Kind, Root};
use crate::lower::op;
use crate::names;
use crate::native::{Args, MODULE_TABLES, Result, Trap, What, native_value};
use crate::object::class;
use crate::object::exception::E_DICT;
use crate::object::function::F_DICT;
use crate::object::instance::INSTANCE_WORDS;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// What reading an attribute came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// The value.
    Value(Value),
    /// A function whose receiver is the object: a method, not bound yet.
    Method(Value),
    /// Call that with these arguments (as many as are not null): property getters, `__get__`, `__getattr__`.
    Call(Value, [Value; 3]),
    /// There is no such attribute.
    Missing,
}

/// Bits of a cache key for methods of built-in kinds: the kind alone, upper half 0.
fn builtin_key(kind: Kind) -> Option<u64> {
    match kind {
        Kind::Str | Kind::List | Kind::Dict | Kind::Set | Kind::Bytes | Kind::ByteArray | Kind::Tuple => {
            Some(kind as u64)
        }
        _ => None,
    }
}

impl Vm<'_> {
    /// Looks a name up along the MRO of a type; what is found is not bound.
    pub fn find_in_type(&mut self, class: Value, name: Value) -> Option<Value> {
        if let Some(t) = class.as_builtin_type() {
            return self.find_in_builtin(Type::from_index(t), name);
        }
        if !self.heap.is_class(class) {
            return None;
        }
        let mut from = 0;
        let count = self.heap.tuple_len(self.heap.class_mro(class));
        while from < count {
            let (found, at) = self.heap.mro_find(class, name, from);
            if found.is_some() {
                return found;
            }
            if at >= count {
                return None;
            }
            let base = self.heap.item(self.heap.class_mro(class), at);
            if let Some(t) = base.as_builtin_type() {
                // Only the type's own table: its bases have places of their own in the MRO.
                let t = Type::from_index(t);
                let index = {
                    let text = self.heap.text(name);
                    t.attributes().binary_search_by(|def| def.name.as_bytes().cmp(&text))
                };
                if let Ok(i) = index {
                    return Some(native_value(t as u32, i));
                }
            }
            from = at + 1;
        }
        None
    }

    fn find_in_builtin(&mut self, kind: Type, name: Value) -> Option<Value> {
        let text = self.heap.text(name);
        kind.find(&text).map(|(owner, i)| native_value(owner as u32, i))
    }

    /// Does the MRO find something a user defined, not the engine?
    pub fn find_user(&mut self, class: Value, name: Value) -> Option<Value> {
        self.find_in_type(class, name).filter(|v| v.as_native().is_none())
    }

    /// Is what a class holds under a name a data descriptor?
    fn is_data_descriptor(&self, found: Value) -> bool {
        if let Some(index) = found.as_native() {
            return matches!(
                self.native_def(index).map(|d| d.what),
                Some(What::GetSet(..) | What::Getter(_))
            );
        }
        match self.heap.kind(found) {
            Kind::Record => {
                self.heap.is_record(found, Type::Property)
                    || self.heap.is_record(found, Type::MemberDescriptor)
            }
            Kind::Instance => {
                let flags = self.heap.class_flags(self.heap.instance_class(found));
                let base = self.builtin_type_of(found);
                flags & class::IS_DATA_DESCRIPTOR != 0 || base == Type::Property
            }
            _ => false,
        }
    }

    /// Binds what the type holds to an object. `receiver` null: asked of the class itself.
    pub fn bind(&mut self, found: Value, receiver: Value, class: Value) -> Found {
        if let Some(index) = found.as_native() {
            let Some(def) = self.native_def(index) else { return Found::Value(found) };
            return match def.what {
                What::Function(_) | What::Frozen(_) => {
                    if receiver.is_null() || index >> 16 >= MODULE_TABLES {
                        Found::Value(found)
                    } else {
                        Found::Method(found)
                    }
                }
                What::ClassMethod(_) | What::FrozenClassMethod(_) => {
                    match self.heap.new_bound_method(found, class) {
                        Ok(bound) => Found::Value(bound),
                        Err(_) => Found::Missing,
                    }
                }
                What::Getter(_) | What::GetSet(..) => {
                    if receiver.is_null() {
                        Found::Value(found)
                    } else {
                        Found::Call(found, [receiver, Value::NULL, Value::NULL])
                    }
                }
                What::Type(kind) => Found::Value(kind.value()),
                _ => Found::Value(found),
            };
        }
        match self.heap.kind(found) {
            Kind::Function => {
                if receiver.is_null() {
                    Found::Value(found)
                } else {
                    Found::Method(found)
                }
            }
            Kind::Record | Kind::Instance => {
                let record = self.unwrap(found);
                if self.heap.is_record(record, Type::StaticMethod) {
                    return Found::Value(self.heap.record_field(record, 0));
                }
                if self.heap.is_record(record, Type::ClassMethod) {
                    let inner = self.heap.record_field(record, 0);
                    if self.heap.is_kind(inner, Kind::Function)
                        || inner.as_native().is_some()
                        || self.heap.is_kind(inner, Kind::BoundMethod)
                    {
                        return match self.heap.new_bound_method(inner, class) {
                            Ok(bound) => Found::Value(bound),
                            Err(_) => Found::Missing,
                        };
                    }
                    return self.bind(inner, class, self.type_of(class));
                }
                if self.heap.is_record(record, Type::Property) && !self.overrides_get(found) {
                    if receiver.is_null() {
                        return Found::Value(found);
                    }
                    let getter = self.heap.record_field(record, 0);
                    return Found::Call(getter, [receiver, Value::NULL, Value::NULL]);
                }
                if self.heap.is_record(record, Type::MemberDescriptor) {
                    if receiver.is_null() {
                        return Found::Value(found);
                    }
                    let name = self.heap.record_field(record, 0);
                    return match self.heap.instance_get(receiver, name) {
                        Some(value) => Found::Value(value),
                        None => Found::Missing,
                    };
                }
                let kind = self.type_of(found);
                if self.heap.class_flags(kind) & class::IS_DESCRIPTOR != 0 {
                    if let Some(get) = self.find_in_type(kind, names::DUNDER_GET) {
                        return Found::Call(get, [found, receiver.or_none(), class]);
                    }
                }
                Found::Value(found)
            }
            _ => Found::Value(found),
        }
    }

    fn overrides_get(&self, found: Value) -> bool {
        self.heap.is_kind(found, Kind::Instance)
            && self.heap.class_flags(self.heap.instance_class(found)) & class::IS_DESCRIPTOR != 0
    }

    /// Looks up an attribute of an object; the name is interned. May reserve and move.
    pub fn attribute(&mut self, object: Value, name: Value) -> Result<Found> {
        let mark = self.heap.held_mark();
        let (o, n) = (self.heap.hold(object), self.heap.hold(name));
        let found = self.attribute_plain(object, name);
        let (object, name) = (self.heap.held(o), self.heap.held(n));
        self.heap.release_to(mark);
        match found? {
            Found::Missing => self.attribute_fallback(object, name),
            Found::Call(callee, args) => {
                // Getters of the engine are called at once.
                if let Some(index) = callee.as_native() {
                    if let Some(What::Getter(native) | What::GetSet(native, _)) =
                        self.native_def(index).map(|d| d.what)
                    {
                        return self.call_getter(native, args[0]).map(Found::Value);
                    }
                }
                Ok(Found::Call(callee, args))
            }
            found => Ok(found),
        }
    }

    /// Calls a native getter with its receiver, on a carrier for the time of the call.
    pub(crate) fn call_getter(&mut self, native: crate::native::Native, receiver: Value) -> Result {
        self.call_native_now(native, &[receiver])
    }

    /// Calls a native that returns at once with values on a carrier of its own.
    pub(crate) fn call_native_now(&mut self, native: crate::native::Native, values: &[Value]) -> Result {
        let mark = self.heap.held_mark();
        for &value in values {
            self.heap.hold(value);
        }
        let at = self.push_carrier(values.len(), super::Cont::Normal, 0);
        let at = match at {
            Ok(at) => at,
            Err(trap) => {
                self.heap.release_to(mark);
                return Err(trap);
            }
        };
        for i in 0..values.len() {
            self.heap.mem[at + i] = self.heap.held_at(mark + i).0;
        }
        self.heap.release_to(mark);
        let inner = self.heap.held_mark();
        let result = native(self, Args { base: at as u32, count: values.len() as u16, keywords: 0 });
        self.heap.release_to(inner);
        match result {
            Ok(value) => {
                self.pop_frame();
                Ok(value)
            }
            Err(trap) => {
                self.pop_frame();
                Err(trap)
            }
        }
    }

    /// `__getattr__` of the class, or missing.
    fn attribute_fallback(&mut self, object: Value, name: Value) -> Result<Found> {
        let class = self.type_of(object);
        if self.heap.class_flags(class) & class::HAS_GETATTR != 0 {
            if let Some(getattr) = self.find_in_type(class, names::DUNDER_GETATTR) {
                return Ok(Found::Call(getattr, [object, name, Value::NULL]));
            }
        }
        if self.heap.is_kind(object, Kind::Module) {
            let dict = self.heap.module_dict(object);
            if let Some(getattr) = self.heap.get_str(dict, names::DUNDER_GETATTR) {
                return Ok(Found::Call(getattr, [name, Value::NULL, Value::NULL]));
            }
        }
        Ok(Found::Missing)
    }

    fn attribute_plain(&mut self, object: Value, name: Value) -> Result<Found> {
        match self.heap.kind(object) {
            Kind::Instance => {
                let class = self.heap.instance_class(object);
                if self.heap.class_flags(class) & class::HAS_GETATTRIBUTE != 0 {
                    let function = self.frozen_function("_getattribute")?;
                    return Ok(Found::Call(function, [object, name, Value::NULL]));
                }
                self.generic_attribute(object, name)
            }
            Kind::Module => {
                let dict = self.heap.module_dict(object);
                if let Some(value) = self.heap.get_str(dict, name) {
                    if !value.is_unbound() {
                        return Ok(Found::Value(value));
                    }
                    return Ok(Found::Missing);
                }
                let definition = self.heap.aux(object);
                if definition > 0 {
                    if let Some(value) = self.static_attribute(definition as u32 - 1, name)? {
                        return Ok(Found::Value(value));
                    }
                }
                self.generic_attribute(object, name)
            }
            Kind::Class => self.class_attribute(object, name),
            Kind::Exception | Kind::Function => self.generic_attribute(object, name),
            _ if object.as_builtin_type().is_some() => self.class_attribute(object, name),
            _ if self.heap.is_record(object, Type::Super) => self.super_attribute(object, name),
            _ => {
                let kind = self.builtin_type_of(object);
                match self.find_in_builtin(kind, name) {
                    Some(found) => Ok(self.bind(found, object, kind.value())),
                    None => Ok(Found::Missing),
                }
            }
        }
    }

    /// An attribute of a module's static table: table number without the module bit.
    fn static_attribute(&mut self, module: u32, name: Value) -> Result<Option<Value>> {
        let table = MODULE_TABLES + module;
        let entry = {
            let text = self.heap.text(name);
            if table == crate::builtins::BUILTINS_TABLE {
                crate::builtins::find_function(&text)
            } else {
                self.modules.get(module as usize).and_then(|m| m.find(&text))
            }
        };
        match entry {
            Some(entry) => self.module_attribute(table, entry).map(Some),
            None => Ok(None),
        }
    }

    /// Attribute `entry` of a static table as a value.
    pub(crate) fn module_attribute(&mut self, table: u32, entry: usize) -> Result {
        let value = native_value(table, entry);
        match self.native_def(table << 16 | entry as u32).map(|d| d.what) {
            Some(What::Type(kind)) => Ok(kind.value()),
            Some(What::Constant(make)) => make(self),
            Some(What::FrozenObject(name)) => self.frozen_function(name),
            Some(_) => Ok(value),
            None => Err(self.raise(Type::SystemError, "no such entry of a static table")),
        }
    }

    /// `object.__getattribute__`: data descriptors, then the object's own attributes, then the rest of the class.
    pub fn generic_attribute(&mut self, object: Value, name: Value) -> Result<Found> {
        let class = self.type_of(object);
        let found = self.find_in_type(class, name);
        if let Some(found) = found {
            if self.is_data_descriptor(found) {
                let has_getattr = self.heap.class_flags(class) & class::HAS_GETATTR != 0;
                let bound = self.bind(found, object, class);
                if has_getattr && matches!(bound, Found::Call(..)) {
                    // An AttributeError of the getter falls back to __getattr__.
                    let function = self.frozen_function("_getattr_hook")?;
                    return Ok(Found::Call(function, [object, name, Value::NULL]));
                }
                return Ok(bound);
            }
        }
        if let Some(value) = self.own_attribute(object, name) {
            return Ok(Found::Value(value));
        }
        match found {
            Some(found) => Ok(self.bind(found, object, class)),
            None => Ok(Found::Missing),
        }
    }

    /// An attribute in the object's own namespace.
    pub(crate) fn own_attribute(&mut self, object: Value, name: Value) -> Option<Value> {
        match self.heap.kind(object) {
            Kind::Instance => self.heap.instance_get(object, name),
            Kind::Exception => {
                let dict = self.heap.field(object, E_DICT);
                if dict.is_object() { self.heap.get_str(dict, name) } else { None }
            }
            Kind::Function => {
                let dict = self.heap.field(object, F_DICT);
                if dict.is_object() { self.heap.get_str(dict, name) } else { None }
            }
            Kind::Module => {
                let dict = self.heap.module_dict(object);
                self.heap.get_str(dict, name)
            }
            _ => None,
        }
    }

    /// An attribute of a class: of its metaclass when that is a data descriptor, of its own MRO, of the metaclass.
    fn class_attribute(&mut self, class: Value, name: Value) -> Result<Found> {
        let metaclass = self.type_of(class);
        let meta = self.find_in_type(metaclass, name);
        if let Some(found) = meta {
            if self.is_data_descriptor(found) {
                return Ok(self.bind(found, class, metaclass));
            }
        }
        if let Some(found) = self.find_in_type(class, name) {
            // `type` derives from object: what object has for instances, classes find through `type` first.
            return Ok(self.bind(found, Value::NULL, class));
        }
        match meta {
            Some(found) => Ok(self.bind(found, class, metaclass)),
            None => Ok(Found::Missing),
        }
    }

    /// An attribute through `super()`: record (class, object, class of object).
    fn super_attribute(&mut self, record: Value, name: Value) -> Result<Found> {
        let (start, object, kind) = (
            self.heap.record_field(record, 0),
            self.heap.record_field(record, 1),
            self.heap.record_field(record, 2),
        );
        if name != names::DUNDER_CLASS && !kind.is_none() {
            let mro_len =
                if self.heap.is_class(kind) { self.heap.tuple_len(self.heap.class_mro(kind)) } else { 0 };
            let mut after = false;
            for i in 0..mro_len {
                let base = self.heap.item(self.heap.class_mro(kind), i);
                if after {
                    if let Some(found) = self.find_in_one(base, name) {
                        let receiver = if object == kind { Value::NULL } else { object };
                        let receiver = if object == kind && self.is_type(object) { receiver } else { object };
                        return Ok(self.bind(found, receiver, kind));
                    }
                }
                after |= base == start;
            }
        }
        match self.find_in_builtin(Type::Super, name) {
            Some(found) => Ok(self.bind(found, record, Type::Super.value())),
            None => Ok(Found::Missing),
        }
    }

    /// In the own namespace of one class of an MRO.
    pub(crate) fn find_in_one(&mut self, class: Value, name: Value) -> Option<Value> {
        match class.as_builtin_type() {
            Some(t) => {
                let t = Type::from_index(t);
                let index = {
                    let text = self.heap.text(name);
                    t.attributes().binary_search_by(|def| def.name.as_bytes().cmp(&text))
                };
                index.ok().map(|i| native_value(t as u32, i))
            }
            None => {
                let dict = self.heap.class_dict(class);
                self.heap.get_str(dict, name)
            }
        }
    }

    /// AttributeError for a missing attribute.
    #[cold]
    pub fn attribute_error(&mut self, object: Value, name: Value) -> Trap {
        let mark = self.heap.held_mark();
        let (o, n) = (self.heap.hold(object), self.heap.hold(name));
        let trap = self.raise_with(Type::AttributeError, |vm, out| {
            if vm.heap.is_kind(object, Kind::Module) {
                out.write_str("module '")?;
                vm.write_module_name(object, out)?;
            } else if vm.is_type(object) {
                out.write_str("type object '")?;
                vm.write_class_name(object, out)?;
            } else {
                out.write_str("'")?;
                vm.write_type_name(object, out)?;
            }
            let tail =
                if vm.heap.is_kind(object, Kind::Module) || vm.is_type(object) { "'" } else { "' object" };
            write!(out, "{tail} has no attribute '{}'", vm.heap.text(name).as_str())
        });
        let name = self.heap.held(n);
        self.attach_name(name);
        let object = self.heap.held(o);
        self.heap.release_to(mark);
        if self.heap.root(Root::Raised) != self.heap.root(Root::MemoryError) {
            let _ = self.set_exception_attribute(names::short("obj"), object);
        }
        trap
    }

    fn write_module_name(&self, module: Value, out: &mut dyn core::fmt::Write) -> core::fmt::Result {
        let definition = self.heap.aux(module);
        if definition > 0 {
            let index = definition as usize - 1;
            if MODULE_TABLES + index as u32 == crate::builtins::BUILTINS_TABLE {
                return out.write_str("builtins");
            }
            if let Some(m) = self.modules.get(index) {
                return out.write_str(m.name);
            }
        }
        let dict = self.heap.module_dict(module);
        for entry in 0..self.heap.dict_used(dict) {
            if self.heap.entry_key(dict, entry) == names::DUNDER_NAME {
                return out.write_str(self.heap.text(self.heap.entry_value(dict, entry)).as_str());
            }
        }
        out.write_str("?")
    }

    // Instructions

    pub(crate) fn op_load_attribute(&mut self, w: u64) -> Result<()> {
        let object = self.reg(op::b(w));
        let code = self.frame_code();
        let name = Value(self.heap.mem[code.offset() + op::cs(w)]);
        let dst = op::a(w);
        if object.is_unbound() || object.is_null() {
            return Err(self.raise(Type::SystemError, "attribute of nothing"));
        }
        if self.heap.is_kind(object, Kind::Instance) {
            self.fill_slot_cache(object, name, op::cs(w));
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

    /// Remembers the slot of an instance's own attribute, when no data descriptor stands before it.
    fn fill_slot_cache(&mut self, object: Value, name: Value, cache: usize) {
        let class = self.heap.instance_class(object);
        if self.heap.class_flags(class) & class::HAS_GETATTRIBUTE != 0 {
            return;
        }
        let shape = self.heap.shape(object);
        if self.heap.shape_is_dict(shape) {
            return;
        }
        let Some(slot) = self.heap.shape_find(shape, name) else { return };
        if slot >= self.heap.instance_capacity(object) {
            return;
        }
        if let Some(found) = self.find_in_type(class, name) {
            // A member descriptor of __slots__ names the same slot.
            if self.is_data_descriptor(found) && !self.heap.is_record(found, Type::MemberDescriptor) {
                return;
            }
        }
        let at = self.frame_code().offset() + cache;
        self.heap.mem[at + 1] =
            (shape.offset() as u64) << 32 | Kind::Instance as u64 | epoch_bits(self.epoch);
        self.heap.mem[at + 2] = SLOT | (INSTANCE_WORDS + slot) as u64;
    }

    pub(crate) fn op_load_method(&mut self, w: u64) -> Result<()> {
        let object = self.reg(op::b(w));
        let at = self.frame_code().offset() + op::cs(w);
        let name = Value(self.heap.mem[at]);
        let dst = op::a(w);
        // The usual case: a function of the class, no attribute of the instance in its way.
        let kind = self.heap.kind(object);
        if kind == Kind::Instance {
            let class = self.heap.instance_class(object);
            let shape = self.heap.shape(object);
            if self.heap.class_flags(class) & class::HAS_GETATTRIBUTE == 0
                && !self.heap.shape_is_dict(shape)
                && self.heap.shape_find(shape, name).is_none()
            {
                if let Some(found) = self.find_in_type(class, name) {
                    if self.heap.is_kind(found, Kind::Function) {
                        self.heap.mem[at + 1] =
                            (shape.offset() as u64) << 32 | Kind::Instance as u64 | epoch_bits(self.epoch);
                        self.heap.mem[at + 2] = found.0;
                        self.set_reg(dst + 1, object);
                        self.set_reg(dst, found);
                        return Ok(());
                    }
                }
            }
        } else if let Some(key) = builtin_key(kind) {
            let t = self.builtin_type_of(object);
            if let Some(found) = self.find_in_builtin(t, name) {
                if let Found::Method(function) = self.bind(found, object, t.value()) {
                    self.heap.mem[at + 1] = key;
                    self.heap.mem[at + 2] = function.0;
                    self.set_reg(dst + 1, object);
                    self.set_reg(dst, function);
                    return Ok(());
                }
            }
        }
        match self.attribute(object, name)? {
            Found::Method(function) => {
                // The receiver of super() is the object behind it.
                let object = self.reg(op::b(w));
                let receiver = self.method_receiver(object);
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

    /// Receiver of a method found on an object: the object, or what a super object stands for.
    pub(crate) fn method_receiver(&self, object: Value) -> Value {
        if self.heap.is_record(object, Type::Super) { self.heap.record_field(object, 1) } else { object }
    }

    /// What was found, as a value: methods are bound. Calls are left to the caller.
    pub fn found_value(&mut self, object: Value, found: Found) -> Result<Found> {
        match found {
            Found::Method(function) => {
                let receiver = self.method_receiver(object);
                let made = self.heap.new_bound_method(function, receiver);
                self.grant_memory(made).map(Found::Value)
            }
            other => Ok(other),
        }
    }

    pub(crate) fn op_store_attribute(&mut self, w: u64) -> Result<()> {
        let (object, value) = (self.reg(op::a(w)), self.reg(op::b(w)));
        let at = self.frame_code().offset() + op::cs(w);
        let name = Value(self.heap.mem[at]);
        if self.heap.is_kind(object, Kind::Instance) {
            let class = self.heap.instance_class(object);
            if self.heap.class_flags(class) & (class::HAS_SETATTR | class::NO_DICT) == 0
                && !self.find_in_type(class, name).is_some_and(|found| self.is_data_descriptor(found))
            {
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
                let at = self.frame_code().offset() + op::cs(w);
                if new_name && !self.heap.shape_is_dict(shape) && self.heap.field(shape, 4) == old {
                    self.heap.mem[at + 1] =
                        (old.offset() as u64) << 32 | Kind::Instance as u64 | epoch_bits(self.epoch);
                    self.heap.mem[at + 2] = shape.0;
                } else {
                    let name = Value(self.heap.mem[at]);
                    self.fill_slot_cache(object, name, op::cs(w));
                }
                return Ok(());
            }
        }
        match self.set_attribute(object, name, value)? {
            None => Ok(()),
            Some((callee, args)) => self.call_then(callee, given(&args), super::Cont::Discard, 0),
        }
    }

    pub(crate) fn op_delete_attribute(&mut self, w: u64) -> Result<()> {
        let object = self.reg(op::a(w));
        let name = self.constant(op::bc(w) as usize);
        match self.set_attribute(object, name, Value::UNBOUND)? {
            None => Ok(()),
            Some((callee, args)) => self.call_then(callee, given(&args), super::Cont::Discard, 0),
        }
    }

    /// Sets an attribute (unbound: deletes it). Gives what must be called to do it, if Python code must.
    pub fn set_attribute(
        &mut self,
        object: Value,
        name: Value,
        value: Value,
    ) -> Result<Option<(Value, [Value; 3])>> {
        let class = self.type_of(object);
        if self.heap.class_flags(class) & class::HAS_SETATTR != 0 {
            let dunder = if value.is_unbound() { names::DUNDER_DELATTR } else { names::DUNDER_SETATTR };
            if let Some(set) = self.find_user(class, dunder) {
                let last = if value.is_unbound() { Value::NULL } else { value };
                return Ok(Some((set, [object, name, last])));
            }
        }
        self.generic_set_attribute(object, name, value)
    }

    /// `object.__setattr__` and `object.__delattr__`.
    pub fn generic_set_attribute(
        &mut self,
        object: Value,
        name: Value,
        value: Value,
    ) -> Result<Option<(Value, [Value; 3])>> {
        let class = self.type_of(object);
        if let Some(found) = self.find_in_type(class, name) {
            if let Some(index) = found.as_native() {
                match self.native_def(index).map(|d| d.what) {
                    Some(What::GetSet(_, set)) => {
                        self.call_native_now(set, &[object, value])?;
                        return Ok(None);
                    }
                    Some(What::Getter(_)) => {
                        return Err(self.raise_with(Type::AttributeError, |vm, out| {
                            out.write_str("attribute '")?;
                            write!(out, "{}' of '", vm.heap.text(name).as_str())?;
                            vm.write_type_name(object, out)?;
                            out.write_str("' objects is not writable")
                        }));
                    }
                    _ => {}
                }
            } else {
                let record = self.unwrap(found);
                if self.heap.is_record(record, Type::Property) && !self.overrides_get(found) {
                    let setter = self.heap.record_field(record, if value.is_unbound() { 2 } else { 1 });
                    if setter.is_none() || setter.is_null() {
                        let what = if value.is_unbound() { "deleter" } else { "setter" };
                        return Err(self.raise_with(Type::AttributeError, |vm, out| {
                            write!(out, "property '{}' of '", vm.heap.text(name).as_str())?;
                            let qualname = vm.class_qualname_of(class);
                            out.write_str(vm.heap.text(qualname).as_str())?;
                            write!(out, "' object has no {what}")
                        }));
                    }
                    let last = if value.is_unbound() { Value::NULL } else { value };
                    return Ok(Some((setter, [object, last, Value::NULL])));
                }
                let kind = self.type_of(found);
                if self.heap.class_flags(kind) & class::IS_DATA_DESCRIPTOR != 0 {
                    let dunder = if value.is_unbound() { names::DUNDER_DELETE } else { names::DUNDER_SET };
                    if let Some(set) = self.find_in_type(kind, dunder) {
                        let last = if value.is_unbound() { Value::NULL } else { value };
                        return Ok(Some((set, [found, object, last])));
                    }
                    return Err(self.raise_with(Type::AttributeError, |vm, out| {
                        vm.heap.text(dunder).as_str().fmt_into(out)
                    }));
                }
            }
        }
        self.set_own_attribute(object, name, value)?;
        Ok(None)
    }

    fn class_qualname_of(&self, class: Value) -> Value {
        if self.heap.is_class(class) { self.heap.class_qualname(class) } else { self.type_name(class) }
    }

    fn set_own_attribute(&mut self, object: Value, name: Value, value: Value) -> Result<()> {
        let delete = value.is_unbound();
        match self.heap.kind(object) {
            Kind::Instance => {
                let class = self.heap.instance_class(object);
                if self.heap.class_flags(class) & class::NO_DICT != 0 {
                    let allowed = self
                        .find_in_type(class, name)
                        .is_some_and(|found| self.heap.is_record(found, Type::MemberDescriptor));
                    if !allowed {
                        if self.find_in_type(class, name).is_some() {
                            return Err(self.raise_with(Type::AttributeError, |vm, out| {
                                out.write_str("'")?;
                                vm.write_type_name(object, out)?;
                                write!(
                                    out,
                                    "' object attribute '{}' is read-only",
                                    vm.heap.text(name).as_str()
                                )
                            }));
                        }
                        return Err(self.attribute_error(object, name));
                    }
                }
                if delete {
                    let made = self.heap.instance_remove(object, name);
                    if !self.grant_memory(made)? {
                        return Err(self.attribute_error(object, name));
                    }
                    return Ok(());
                }
                let made = self.heap.instance_set(object, name, value);
                self.grant_memory(made)
            }
            Kind::Class => self.set_class_attribute(object, name, value),
            Kind::Module => {
                if self.heap.aux(object) as u32 + MODULE_TABLES == crate::builtins::BUILTINS_TABLE + 1 {
                    let dict = self.heap.module_dict(object);
                    self.heap.set_root(Root::Builtins, dict);
                    // Cached built-in names are stale now.
                    self.forget_builtin_caches();
                }
                let dict = self.heap.module_dict(object);
                if delete {
                    if self.heap.remove_str(dict, name) {
                        return Ok(());
                    }
                    if self.heap.aux(object) == 0 {
                        return Err(self.attribute_error(object, name));
                    }
                }
                let made = self.heap.set_str(dict, name, value);
                self.grant_memory(made).map(|_| ())
            }
            Kind::Exception | Kind::Function => {
                let field = if self.heap.kind(object) == Kind::Exception { E_DICT } else { F_DICT };
                if delete {
                    let dict = self.heap.field(object, field);
                    if dict.is_object() && self.heap.remove_str(dict, name) {
                        return Ok(());
                    }
                    return Err(self.attribute_error(object, name));
                }
                let mark = self.heap.held_mark();
                let (o, n, v) = (self.heap.hold(object), self.heap.hold(name), self.heap.hold(value));
                if !self.heap.field(object, field).is_object() {
                    let made = self.heap.new_dict();
                    let dict = self.grant_memory(made)?;
                    let object = self.heap.held(o);
                    self.heap.set_field(object, field, dict);
                }
                let dict = self.heap.field(self.heap.held(o), field);
                let made = self.heap.set_str(dict, self.heap.held(n), self.heap.held(v));
                self.heap.release_to(mark);
                self.grant_memory(made).map(|_| ())
            }
            _ if object.as_builtin_type().is_some() => Err(self.raise_with(Type::TypeError, |vm, out| {
                write!(out, "cannot set '{}' attribute of immutable type '", vm.heap.text(name).as_str())?;
                vm.write_class_name(object, out)?;
                out.write_str("'")
            })),
            _ => {
                let class = self.type_of(object);
                if self.find_in_type(class, name).is_some() {
                    return Err(self.raise_with(Type::AttributeError, |vm, out| {
                        out.write_str("'")?;
                        vm.write_type_name(object, out)?;
                        write!(out, "' object attribute '{}' is read-only", vm.heap.text(name).as_str())
                    }));
                }
                Err(self.attribute_error(object, name))
            }
        }
    }

    /// Module `builtins` was changed: every cache of a global is dropped, since some may hold what it replaced.
    fn forget_builtin_caches(&mut self) {
        let mut at = 1;
        while at < self.heap.top {
            let head = self.heap.mem[at];
            let words = crate::heap::header::size(head);
            if head as u8 == Kind::Code as u8 {
                for i in crate::object::code::cache_words(self.heap.mem, at)
                    .step_by(crate::object::code::CACHE_WORDS)
                {
                    self.heap.mem[i + 1] = 0;
                    self.heap.mem[i + 2] = Value::NULL.0;
                }
            }
            at += words;
        }
    }
}

/// Writing a piece of text into a message.
trait FmtInto {
    fn fmt_into(&self, out: &mut dyn core::fmt::Write) -> core::fmt::Result;
}

impl FmtInto for str {
    fn fmt_into(&self, out: &mut dyn core::fmt::Write) -> core::fmt::Result {
        out.write_str(self)
    }
}

/// The arguments that are there.
pub(crate) fn given(args: &[Value; 3]) -> &[Value] {
    let n = args.iter().position(|a| a.is_null()).unwrap_or(3);
    &args[..n]
}
