//! Attributes: where they are found. Binding is in `binding`, setting in `assignment`, the instructions in `access`.

use super::lookup::Use;
use crate::heap::{Kind, Root};
use crate::names;
use crate::native::{Args, MODULE_TABLES, Result, Trap, What, native_value};
use crate::object::class;
use crate::object::exception::E_DICT;
use crate::object::function::F_DICT;
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

impl Vm<'_> {
    /// Looks a name up along the MRO of a type; what is found is not bound.
    pub fn find_in_type(&mut self, class: Value, name: Value) -> Option<Value> {
        let key = self.type_key(class);
        if let Some(word) = self.remembered(key, name, Use::Type) {
            return Some(Value(word)).filter(|v| !v.is_unbound());
        }
        if let Some(t) = class.as_builtin_type() {
            let found = self.find_in_builtin(Type::from_index(t), name);
            self.remember(key, name, Use::Type, found.unwrap_or(Value::UNBOUND).0);
            return found;
        }
        if !self.heap.is_class(class) {
            return None;
        }
        match self.search_type(class, name) {
            None => {
                self.remember(key, name, Use::Type, Value::UNBOUND.0);
                None
            }
            Some((found, owner)) => {
                if self.may_remember(found, owner) {
                    self.remember(key, name, Use::Type, found.0);
                }
                Some(found)
            }
        }
    }

    /// Along the MRO of a user class: what is found, and in which class.
    fn search_type(&mut self, class: Value, name: Value) -> Option<(Value, Value)> {
        let mut from = 0;
        let count = self.heap.tuple_len(self.heap.class_mro(class));
        while from < count {
            let (found, at) = self.heap.mro_find(class, name, from);
            // What shows in the namespace as `__dict__`: the object's own attribute of that name does the work.
            if let Some(found) = found.filter(|&v| !self.heap.is_record(v, Type::GetSetDescriptor)) {
                return Some((found, self.heap.item(self.heap.class_mro(class), at)));
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
                    self.attributes_of(t).binary_search_by(|def| def.name.as_bytes().cmp(&text))
                };
                if let Ok(i) = index {
                    return Some((native_value(t as u32, i), base));
                }
            }
            from = at + 1;
        }
        None
    }

    pub(crate) fn find_in_builtin(&mut self, kind: Type, name: Value) -> Option<Value> {
        let text = self.heap.text(name);
        let (owner, i) = self.find_attribute(kind, &text)?;
        match self.attributes_of(owner).get(i).map(|def| def.what) {
            Some(What::Library(module)) => {
                let table = self.modules.iter().position(|m| m.name == *module)?;
                let entry = self.modules.get(table)?.find(&text)?;
                Some(native_value(MODULE_TABLES + table as u32, entry))
            }
            _ => Some(native_value(owner as u32, i)),
        }
    }

    /// The method of an operator: a user's, or that of a type whose operators are only in its table.
    pub(crate) fn find_operator(&mut self, class: Value, name: Value) -> Option<Value> {
        let found = self.find_in_type(class, name)?;
        match found.as_native() {
            Some(index) if !Type::from_index((index >> 16) as u16).has_operators_in_table() => None,
            _ => Some(found),
        }
    }

    /// Does the MRO find something a user defined, not the engine?
    pub fn find_user(&mut self, class: Value, name: Value) -> Option<Value> {
        let own = |index: u32| index >> 16 < MODULE_TABLES;
        self.find_in_type(class, name).filter(|v| !v.as_native().is_some_and(own))
    }

    /// Looks up an attribute of an object; the name is interned. May reserve and move.
    pub fn attribute(&mut self, object: Value, name: Value) -> Result<Found> {
        let mark = self.heap.held_mark();
        let (o, n) = (self.heap.hold(object), self.heap.hold(name));
        let found = self.attribute_plain(object, name).and_then(|found| self.call_native_getter(found));
        let (object, name) = (self.heap.held(o), self.heap.held(n));
        self.heap.release_to(mark);
        match found {
            Ok(Found::Missing) => self.attribute_fallback(object, name),
            Ok(Found::Call(callee, args)) => {
                let class = self.type_of(object);
                let flags = self.heap.class_flags(class);
                if flags & class::HAS_GETATTR != 0 && flags & class::HAS_GETATTRIBUTE == 0 {
                    // An AttributeError of the getter falls back to `__getattr__`.
                    let o = self.heap.hold(object);
                    let n = self.heap.hold(name);
                    let function = self.frozen_function("_getattr_hook");
                    let (object, name) = (self.heap.held(o), self.heap.held(n));
                    self.heap.release(o);
                    return Ok(Found::Call(function?, [object, name, Value::NULL]));
                }
                Ok(Found::Call(callee, args))
            }
            Err(Trap::Raised) if self.has_getattr(object) && self.is_raised(Type::AttributeError) => {
                self.heap.set_root(Root::Raised, Value::NULL);
                self.attribute_fallback(object, name)
            }
            found => found,
        }
    }

    fn has_getattr(&self, object: Value) -> bool {
        self.heap.class_flags(self.type_of(object)) & class::HAS_GETATTR != 0
    }

    /// Getters of the engine are called at once.
    pub(crate) fn call_native_getter(&mut self, found: Found) -> Result<Found> {
        if let Found::Call(callee, args) = found {
            if let Some(What::Getter(native) | What::Member(native) | What::GetSet(&(native, _))) =
                callee.as_native().and_then(|index| self.native_def(index)).map(|def| def.what)
            {
                return match self.call_native_now(native, &[args[0]]) {
                    Ok(value) => Ok(Found::Value(value)),
                    Err(Trap::Call) => {
                        let (callee, args) = self.asked_call();
                        Ok(Found::Call(callee, args))
                    }
                    Err(trap) => Err(trap),
                };
            }
        }
        Ok(found)
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
        let result = native(self, Args { base: at as u32, count: values.len() as u16, keywords: 0 });
        self.heap.release_to(mark);
        self.pop_frame();
        result
    }

    /// `__getattr__` of the class, or missing.
    fn attribute_fallback(&mut self, object: Value, name: Value) -> Result<Found> {
        let class = self.type_of(object);
        if self.heap.class_flags(class) & class::HAS_GETATTR != 0 {
            if let Some(mut getattr) = self.find_in_type(class, names::DUNDER_GETATTR) {
                if !self.heap.is_kind(getattr, Kind::Function) {
                    let mark = self.heap.held_mark();
                    let (o, n) = (self.heap.hold(object), self.heap.hold(name));
                    let function = self.frozen_function("_call_getattr");
                    let (object, name) = (self.heap.held(o), self.heap.held(n));
                    self.heap.release_to(mark);
                    getattr = function?;
                    return Ok(Found::Call(getattr, [object, name, Value::NULL]));
                }
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

    /// By the rules of the object's kind, without `__getattr__`.
    fn attribute_plain(&mut self, object: Value, name: Value) -> Result<Found> {
        let kind = self.heap.kind(object);
        if matches!(kind, Kind::Instance | Kind::Class | Kind::Exception) {
            let class = self.type_of(object);
            if self.heap.class_flags(class) & class::HAS_GETATTRIBUTE != 0 {
                let mark = self.heap.held_mark();
                let (o, n) = (self.heap.hold(object), self.heap.hold(name));
                let function = self.frozen_function("_getattribute");
                let (object, name) = (self.heap.held(o), self.heap.held(n));
                self.heap.release_to(mark);
                return Ok(Found::Call(function?, [object, name, Value::NULL]));
            }
        }
        self.default_attribute(object, name)
    }

    /// `__getattribute__` of the built-in types: what reading an attribute does when no script has a say.
    pub(crate) fn default_attribute(&mut self, object: Value, name: Value) -> Result<Found> {
        match self.heap.kind(object) {
            Kind::Instance if self.builtin_type_of(object) == Type::Module => {
                let found = self.generic_attribute(object, name)?;
                if found == Found::Missing {
                    let module = self.unwrap(object);
                    return self.module_attribute_of(module, name);
                }
                Ok(found)
            }
            Kind::Instance if self.builtin_type_of(object) == Type::Super => {
                let place = self.heap.hold(object);
                let record = self.unwrap(object);
                let found = self.super_attribute(record, name);
                let object = self.heap.held(place);
                self.heap.release(place);
                let found = found?;
                if found != Found::Missing {
                    return Ok(found);
                }
                self.own_super_attribute(object, name)
            }
            Kind::Instance | Kind::Exception | Kind::Function => self.generic_attribute(object, name),
            Kind::Module => self.module_attribute_of(object, name),
            Kind::Class => self.class_attribute(object, name),
            Kind::BoundMethod => self.method_attribute(object, name),
            _ if object.as_builtin_type().is_some() => self.class_attribute(object, name),
            _ if self.heap.is_record(object, Type::Super) => self.super_attribute(object, name),
            _ if self.heap.is_record(object, Type::GenericAlias) => self.alias_attribute(object, name),
            _ if self.heap.is_record(object, Type::StaticMethod)
                || self.heap.is_record(object, Type::ClassMethod) =>
            {
                self.method_record_attribute(object, name)
            }
            _ => {
                let kind = self.builtin_type_of(object);
                match self.find_in_type(kind.value(), name) {
                    Some(found) => self.bind(found, object, kind.value()),
                    None => Ok(Found::Missing),
                }
            }
        }
    }

    /// An attribute of a module: its namespace, its static table, the type.
    fn module_attribute_of(&mut self, module: Value, name: Value) -> Result<Found> {
        let dict = self.heap.module_dict(module);
        if name != names::DUNDER_DICT && name != names::DUNDER_CLASS {
            if let Some(value) = self.heap.get_str(dict, name) {
                return Ok(if value.is_unbound() { Found::Missing } else { Found::Value(value) });
            }
            if let Some((table, entry)) = self.static_entry(module, name) {
                match self.native_def(table << 16 | entry as u32).map(|d| d.what) {
                    Some(What::FrozenObject(make)) => return self.make_attribute(module, name, make),
                    Some(What::ClassMethod(..)) => return Ok(Found::Method(native_value(table, entry))),
                    _ => {}
                }
                return self.module_attribute(table, entry).map(Found::Value);
            }
        } else if name == names::DUNDER_DICT && self.lacks_attributes(module) {
            let place = self.heap.hold(module);
            let function = self.frozen_function("_module_whole");
            let module = self.heap.held(place);
            self.heap.release(place);
            return Ok(Found::Call(function?, [module, Value::NULL, Value::NULL]));
        }
        self.generic_attribute(module, name)
    }

    /// An attribute that frozen code makes and enters into the module.
    fn make_attribute(&mut self, module: Value, name: Value, make: &'static str) -> Result<Found> {
        let mark = self.heap.held_mark();
        let (m, n) = (self.heap.hold(module), self.heap.hold(name));
        let made = self.frozen_function(make).and_then(|make| {
            let f = self.heap.hold(make);
            let enter = self.frozen_function("_module_make")?;
            Ok((enter, self.heap.held(f)))
        });
        let (module, name) = (self.heap.held(m), self.heap.held(n));
        self.heap.release_to(mark);
        let (enter, make) = made?;
        Ok(Found::Call(enter, [module, name, make]))
    }

    /// Has the module attributes that nobody made yet?
    fn lacks_attributes(&mut self, module: Value) -> bool {
        self.unmade_attribute(module, 0).is_some()
    }

    /// The next attribute from entry `from` on of a static module that frozen code would have to make.
    pub(crate) fn unmade_attribute(&mut self, module: Value, from: usize) -> Option<(usize, &'static str)> {
        let definition = (self.heap.aux(module) as usize).checked_sub(1)?;
        let attributes = self.modules.get(definition)?.attributes;
        for (i, def) in attributes.iter().enumerate().skip(from) {
            if matches!(def.what, What::FrozenObject(_)) {
                let name = self.heap.find_name(def.name.as_bytes());
                let dict = self.heap.module_dict(module);
                if name.and_then(|name| self.heap.get_str(dict, name)).is_none() {
                    return Some((i, def.name));
                }
            }
        }
        None
    }

    /// A bound method has the attributes of its type, then those of its function.
    fn method_attribute(&mut self, method: Value, name: Value) -> Result<Found> {
        let kind = self.builtin_type_of(method);
        let of_function = kind == Type::Method && (name == names::DUNDER_DOC || name == names::DUNDER_DICT);
        let found = if of_function { None } else { self.find_in_type(kind.value(), name) };
        if let Some(found) = found {
            return self.bind(found, method, kind.value());
        }
        let mut function = self.heap.field(method, 1);
        while self.heap.is_kind(function, Kind::BoundMethod) {
            function = self.heap.field(function, 1);
        }
        match self.heap.kind(function) {
            Kind::Function | Kind::Instance => self.generic_attribute(function, name),
            _ => Ok(Found::Missing),
        }
    }

    /// A generic alias hands everything that is not its own to its origin.
    fn alias_attribute(&mut self, alias: Value, name: Value) -> Result<Found> {
        const OWN: [Value; 8] = [
            names::DUNDER_CLASS,
            names::DUNDER_ORIGIN,
            names::DUNDER_ARGS,
            names::DUNDER_PARAMETERS,
            names::DUNDER_UNPACKED,
            names::DUNDER_MRO_ENTRIES,
            names::DUNDER_COPY,
            names::DUNDER_DEEPCOPY,
        ];
        if OWN.contains(&name) {
            return match self.find_in_builtin(Type::GenericAlias, name) {
                Some(found) => self.bind(found, alias, Type::GenericAlias.value()),
                None => Ok(Found::Missing),
            };
        }
        let mut origin = self.heap.record_field(alias, 0);
        while self.heap.is_record(origin, Type::GenericAlias) {
            origin = self.heap.record_field(origin, 0);
        }
        let place = self.heap.hold(origin);
        let found = self.default_attribute(origin, name);
        let origin = self.heap.held(place);
        self.heap.release(place);
        match found? {
            Found::Method(function) => {
                let made = self.heap.new_bound_method(function, origin);
                self.grant_memory(made).map(Found::Value)
            }
            found => Ok(found),
        }
    }

    /// Table and entry of an attribute in the static table of a module, when it has one.
    pub(crate) fn static_entry(&mut self, module: Value, name: Value) -> Option<(u32, usize)> {
        let definition = (self.heap.aux(module) as u32).checked_sub(1)?;
        let table = MODULE_TABLES + definition;
        if let Some(entry) = self.remembered(table as u64, name, Use::Static) {
            return Some((table, entry as usize));
        }
        let entry = {
            let text = self.heap.text(name);
            if table == crate::builtins::BUILTINS_TABLE {
                crate::builtins::find_function(&text)
            } else {
                self.modules.get(definition as usize).and_then(|m| m.find(&text))
            }
        }?;
        self.remember(table as u64, name, Use::Static, entry as u64);
        Some((table, entry))
    }

    /// Attribute `entry` of a static table as a value.
    pub(crate) fn module_attribute(&mut self, table: u32, entry: usize) -> Result {
        let value = native_value(table, entry);
        match self.native_def(table << 16 | entry as u32).map(|d| d.what) {
            Some(What::Type(kind)) => Ok(kind.value()),
            Some(What::Constant(make)) => make(self),
            Some(What::Library(module)) => {
                // The same name in another table.
                let name = self.native_def(table << 16 | entry as u32).map_or("", |def| def.name);
                let place = self.modules.iter().position(|m| m.name == *module);
                let found =
                    place.and_then(|table| Some((table, self.modules.get(table)?.find(name.as_bytes())?)));
                match found {
                    Some((table, entry)) => Ok(native_value(MODULE_TABLES + table as u32, entry)),
                    None => Err(self.raise(Type::SystemError, "no such entry of a static table")),
                }
            }
            Some(What::Alias(name)) => {
                let module =
                    table.checked_sub(MODULE_TABLES).and_then(|module| self.modules.get(module as usize));
                match module.and_then(|module| module.find(name.as_bytes())) {
                    Some(entry) => Ok(native_value(table, entry)),
                    None => Err(self.raise(Type::SystemError, "no such entry of a static table")),
                }
            }
            Some(_) => Ok(value),
            None => Err(self.raise(Type::SystemError, "no such entry of a static table")),
        }
    }

    /// `object.__getattribute__`: data descriptors, then the object's own attributes, then the rest of the class.
    pub fn generic_attribute(&mut self, object: Value, name: Value) -> Result<Found> {
        let class = self.type_of(object);
        let found = self.find_in_type(class, name);
        if let Some(found) = found {
            if self.is_data_descriptor(found) && self.can_read(found) {
                return self.bind(found, object, class);
            }
        }
        if let Some(value) = self.own_attribute(object, name) {
            return Ok(Found::Value(value));
        }
        match found {
            Some(found) => self.bind(found, object, class),
            None => Ok(Found::Missing),
        }
    }

    /// A data descriptor with `__set__` but without `__get__` does not stand before the object's own attribute.
    fn can_read(&self, found: Value) -> bool {
        if !self.heap.is_kind(found, Kind::Instance) {
            return true;
        }
        let flags = self.heap.class_flags(self.heap.instance_class(found));
        flags & class::IS_DESCRIPTOR != 0 || self.builtin_type_of(found) == Type::Property
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
                let dict = self.function_dict(object);
                if dict.is_object() { self.heap.get_str(dict, name) } else { None }
            }
            Kind::Module => {
                let dict = self.heap.module_dict(object);
                self.heap.get_str(dict, name)
            }
            _ => None,
        }
    }

    /// The attributes that a script set on a function; null before the first. What the engine itself keeps for a function
    /// (`__name__`, `__annotations__` ...) is in the dict around it.
    pub(crate) fn function_dict(&mut self, function: Value) -> Value {
        let dict = self.heap.field(function, F_DICT);
        if !dict.is_object() {
            return Value::NULL;
        }
        self.heap.get_str(dict, names::DUNDER_DICT).unwrap_or(Value::NULL)
    }

    /// An attribute of a class: of its metaclass when that is a data descriptor, of its own MRO, of the metaclass.
    pub(crate) fn class_attribute(&mut self, class: Value, name: Value) -> Result<Found> {
        let metaclass = self.type_of(class);
        let meta = self.find_in_type(metaclass, name);
        if let Some(found) = meta {
            if self.is_data_descriptor(found) && self.can_read(found) {
                return self.bind(found, class, metaclass);
            }
        }
        if let Some(found) = self.find_in_type(class, name) {
            // `type` derives from object: what object has for instances, classes find through `type` first.
            return self.bind(found, Value::NULL, class);
        }
        match meta {
            Some(found) => self.bind(found, class, metaclass),
            None => Ok(Found::Missing),
        }
    }

    /// What a class derived from `super` has itself, bound to the super object.
    fn own_super_attribute(&mut self, object: Value, name: Value) -> Result<Found> {
        let place = self.heap.hold(object);
        let found = self.generic_attribute(object, name);
        let object = self.heap.held(place);
        self.heap.release(place);
        match found? {
            Found::Method(function) => {
                let made = self.heap.new_bound_method(function, object);
                self.grant_memory(made).map(Found::Value)
            }
            found => Ok(found),
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
            let mut after = false;
            for i in 0..self.mro_len(kind) {
                let base = self.mro_item(kind, i);
                if after {
                    if let Some(found) = self.find_in_one(base, name) {
                        let receiver = if object == kind { Value::NULL } else { object };
                        return self.bind(found, receiver, kind);
                    }
                }
                after |= base == start;
            }
        }
        // Its own methods are bound to itself, not to what it stands for.
        let place = self.heap.hold(record);
        let found = match self.find_in_builtin(Type::Super, name) {
            Some(found) => self.bind(found, record, Type::Super.value()),
            None => Ok(Found::Missing),
        };
        let record = self.heap.held(place);
        self.heap.release(place);
        match found? {
            Found::Method(function) => {
                let made = self.heap.new_bound_method(function, record);
                self.grant_memory(made).map(Found::Value)
            }
            found => Ok(found),
        }
    }

    /// In the own namespace of one class of an MRO.
    pub(crate) fn find_in_one(&mut self, class: Value, name: Value) -> Option<Value> {
        match class.as_builtin_type() {
            Some(t) => {
                let t = Type::from_index(t);
                let index = {
                    let text = self.heap.text(name);
                    self.attributes_of(t).binary_search_by(|def| def.name.as_bytes().cmp(&text))
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
        let mut object = object;
        // What an alias does not have itself its origin does not have.
        while self.heap.is_record(object, Type::GenericAlias) {
            object = self.heap.record_field(object, 0);
        }
        let mark = self.heap.held_mark();
        let (o, n) = (self.heap.hold(object), self.heap.hold(name));
        let nameless = self.heap.is_kind(object, Kind::Module) && self.heap.aux(object) == 0 && {
            let dict = self.heap.module_dict(object);
            !self.heap.get_str(dict, names::DUNDER_NAME).is_some_and(|name| self.heap.is_str(name))
        };
        let trap = self.raise_with(Type::AttributeError, |vm, out| {
            if vm.heap.is_kind(object, Kind::Module) {
                if vm.is_initializing(object) {
                    out.write_str("partially initialized ")?;
                }
                out.write_str("module")?;
                if !nameless {
                    out.write_str(" '")?;
                    vm.write_module_name(object, out)?;
                }
            } else if vm.is_type(object) {
                out.write_str("type object '")?;
                vm.write_class_name(object, out)?;
            } else {
                out.write_str("'")?;
                vm.write_type_name(vm.attribute_owner(object), out)?;
            }
            let tail = match vm.heap.kind(object) {
                Kind::Module if nameless => "",
                Kind::Module => "'",
                _ if vm.is_type(object) => "'",
                _ => "' object",
            };
            write!(out, "{tail} has no attribute '{}'", vm.heap.text(name).as_str())?;
            if vm.is_initializing(object) {
                out.write_str(" (most likely due to a circular import)")?;
            }
            Ok(())
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

    /// Whose type a missing attribute is blamed on: a bound method's function, else the object.
    fn attribute_owner(&self, object: Value) -> Value {
        if self.builtin_type_of(object) == Type::Method { self.heap.field(object, 1) } else { object }
    }

    pub(crate) fn write_module_name(
        &self,
        module: Value,
        out: &mut dyn core::fmt::Write,
    ) -> core::fmt::Result {
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
}
