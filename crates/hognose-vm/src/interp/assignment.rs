//! Setting and deleting attributes. A value that is unbound stands for deletion.

use crate::heap::{Kind, Root};
use crate::names;
use crate::native::{MODULE_TABLES, Result, Trap, What};
use crate::object::class;
use crate::object::exception::E_DICT;
use crate::object::function::F_DICT;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

use super::binding::property;

/// What must be called to do it, with as many arguments as are not null.
pub(crate) type Setter = Option<(Value, [Value; 3])>;

impl Vm<'_> {
    /// Sets an attribute (unbound: deletes it). Gives what must be called to do it, if Python code must.
    pub fn set_attribute(&mut self, object: Value, name: Value, value: Value) -> Result<Setter> {
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
    pub fn generic_set_attribute(&mut self, object: Value, name: Value, value: Value) -> Result<Setter> {
        let class = self.type_of(object);
        if let Some(found) = self.find_in_type(class, name) {
            if let Some(index) = found.as_native() {
                match self.native_def(index).map(|d| d.what) {
                    Some(What::GetSet(&(_, set))) => {
                        return match self.call_native_now(set, &[object, value]) {
                            Ok(_) => Ok(None),
                            Err(Trap::Call) => Ok(Some(self.asked_call())),
                            Err(trap) => Err(trap),
                        };
                    }
                    Some(What::Getter(_)) => return Err(self.not_writable(object, name)),
                    Some(What::Member(_)) => {
                        return Err(self.raise(Type::AttributeError, "readonly attribute"));
                    }
                    _ => {}
                }
            } else if let Some(done) = self.set_by_descriptor(found, object, name, value)? {
                return Ok(done);
            }
        }
        self.set_own_attribute(object, name, value)?;
        Ok(None)
    }

    /// What a getter or setter of the engine asked for: a call of Python code.
    pub(crate) fn asked_call(&self) -> (Value, [Value; 3]) {
        let mut values = [Value::NULL; 3];
        for (i, value) in values.iter_mut().enumerate().take(self.tail_count) {
            *value = self.heap.tail[i];
        }
        (self.heap.root(Root::TailCallable), values)
    }

    #[cold]
    fn not_writable(&mut self, object: Value, name: Value) -> Trap {
        self.raise_with(Type::AttributeError, |vm, out| {
            write!(out, "attribute '{}' of '", vm.heap.text(name).as_str())?;
            if vm.is_type(object) {
                out.write_str("type")?
            } else {
                vm.write_type_name(object, out)?
            }
            out.write_str("' objects is not writable")
        })
    }

    /// Through a data descriptor in the class; None when it is none.
    fn set_by_descriptor(
        &mut self,
        found: Value,
        object: Value,
        name: Value,
        value: Value,
    ) -> Result<Option<Setter>> {
        let kind = self.type_of(found);
        let last = if value.is_unbound() { Value::NULL } else { value };
        if self.heap.class_flags(kind) & class::IS_DATA_DESCRIPTOR != 0 {
            let dunder = if value.is_unbound() { names::DUNDER_DELETE } else { names::DUNDER_SET };
            return match self.find_in_type(kind, dunder) {
                Some(set) => Ok(Some(Some((set, [found, object, last])))),
                None => Err(self.raise_with(Type::AttributeError, |vm, out| {
                    out.write_str(vm.heap.text(dunder).as_str())
                })),
            };
        }
        let record = self.unwrap(found);
        if self.heap.is_record(record, Type::Property) {
            let which = if value.is_unbound() { property::DELETE } else { property::SET };
            let setter = self.heap.record_field(record, which);
            if setter.is_none() {
                let what = if value.is_unbound() { "deleter" } else { "setter" };
                return Err(self.no_accessor(record, object, what));
            }
            return Ok(Some(Some((setter, [object, last, Value::NULL]))));
        }
        if self.heap.is_record(record, Type::MemberDescriptor) && self.heap.is_kind(object, Kind::Instance) {
            self.set_member(record, object, name, value)?;
            return Ok(Some(None));
        }
        if self.heap.is_record(record, Type::TupleGetter) {
            return Err(self.fixed_item(record));
        }
        Ok(None)
    }

    /// Sets or deletes a slot of `__slots__`.
    pub(crate) fn set_member(
        &mut self,
        member: Value,
        object: Value,
        name: Value,
        value: Value,
    ) -> Result<()> {
        let class = self.heap.instance_class(object);
        let Some(slot) = self.heap.member_slot(class, member) else {
            return Err(self.member_of_other(member, object));
        };
        if value.is_unbound() && self.heap.slot(object, slot).is_null() {
            let trap = self.raise_value(Type::AttributeError, name);
            return Err(trap);
        }
        let made = self.heap.set_slot(object, slot, if value.is_unbound() { Value::NULL } else { value });
        self.grant_memory(made)
    }

    /// TypeError: a descriptor of one class used on an instance of another.
    #[cold]
    pub(crate) fn member_of_other(&mut self, member: Value, object: Value) -> Trap {
        self.raise_with(Type::TypeError, |vm, out| {
            let name = vm.heap.record_field(member, 0);
            write!(out, "descriptor '{}' for '", vm.heap.text(name).as_str())?;
            vm.write_class_name(vm.heap.record_field(member, 1), out)?;
            out.write_str("' objects doesn't apply to a '")?;
            vm.write_type_name(object, out)?;
            out.write_str("' object")
        })
    }

    fn set_own_attribute(&mut self, object: Value, name: Value, value: Value) -> Result<()> {
        match self.heap.kind(object) {
            Kind::Instance => self.set_instance_attribute(object, name, value),
            Kind::Class => self.set_class_attribute(object, name, value),
            Kind::Module => self.set_module_attribute(object, name, value),
            Kind::Exception | Kind::Function => self.set_in_own_dict(object, name, value),
            _ if object.as_builtin_type().is_some() => Err(self.raise_with(Type::TypeError, |vm, out| {
                write!(out, "cannot set '{}' attribute of immutable type '", vm.heap.text(name).as_str())?;
                vm.write_class_name(object, out)?;
                out.write_str("'")
            })),
            _ if self.heap.is_record(object, Type::StaticMethod)
                || self.heap.is_record(object, Type::ClassMethod) =>
            {
                self.set_in_record_dict(object, name, value)
            }
            _ => {
                let class = self.type_of(object);
                if self.find_in_type(class, name).is_some() {
                    return Err(self.read_only(object, name));
                }
                if self.heap.is_kind(object, Kind::BoundMethod)
                    && self.builtin_type_of(object) == Type::Method
                {
                    // Reading asks the function, setting does not.
                    return Err(self.raise_with(Type::AttributeError, |vm, out| {
                        write!(out, "'method' object has no attribute '{}'", vm.heap.text(name).as_str())
                    }));
                }
                Err(self.attribute_error(object, name))
            }
        }
    }

    #[cold]
    fn read_only(&mut self, object: Value, name: Value) -> Trap {
        self.raise_with(Type::AttributeError, |vm, out| {
            out.write_str("'")?;
            vm.write_type_name(object, out)?;
            write!(out, "' object attribute '{}' is read-only", vm.heap.text(name).as_str())
        })
    }

    fn set_instance_attribute(&mut self, object: Value, name: Value, value: Value) -> Result<()> {
        let class = self.heap.instance_class(object);
        if self.heap.class_flags(class) & class::NO_DICT != 0 {
            if self.find_in_type(class, name).is_some() {
                return Err(self.read_only(object, name));
            }
            return Err(self.attribute_error(object, name));
        }
        if !value.is_unbound() {
            let made = self.heap.instance_set(object, name, value);
            return self.grant_memory(made);
        }
        let mark = self.heap.held_mark();
        let (o, n) = (self.heap.hold(object), self.heap.hold(name));
        let made = self.heap.instance_remove(object, name);
        let (object, name) = (self.heap.held(o), self.heap.held(n));
        self.heap.release_to(mark);
        if self.grant_memory(made)? { Ok(()) } else { Err(self.attribute_error(object, name)) }
    }

    fn set_module_attribute(&mut self, object: Value, name: Value, value: Value) -> Result<()> {
        if self.heap.aux(object) as u32 + MODULE_TABLES == crate::builtins::BUILTINS_TABLE + 1 {
            let dict = self.heap.module_dict(object);
            self.heap.set_root(Root::Builtins, dict);
            // Cached built-in names are stale now.
            self.forget_caches();
        }
        let dict = self.heap.module_dict(object);
        if value.is_unbound() {
            let is_static = self.heap.aux(object) != 0;
            let there = match self.heap.get_str(dict, name) {
                Some(value) => !value.is_unbound(),
                None => self.static_entry(object, name).is_some(),
            };
            if !there {
                return Err(self.raise_with(Type::AttributeError, |vm, out| {
                    write!(out, "'module' object has no attribute '{}'", vm.heap.text(name).as_str())
                }));
            }
            if !is_static {
                self.heap.remove_str(dict, name);
                return Ok(());
            }
            // What the static table has is hidden by the unbound marker.
        }
        let dict = self.heap.module_dict(object);
        let made = self.heap.set_str(dict, name, value);
        self.grant_memory(made).map(|_| ())
    }

    /// Attributes of exceptions and functions that are not the engine's own.
    fn set_in_own_dict(&mut self, object: Value, name: Value, value: Value) -> Result<()> {
        let mark = self.heap.held_mark();
        let (o, n, v) = (self.heap.hold(object), self.heap.hold(name), self.heap.hold(value));
        let dict = if value.is_unbound() { self.known_dict(object) } else { self.own_dict(object)? };
        let (object, name, value) = (self.heap.held(o), self.heap.held(n), self.heap.held(v));
        self.heap.release_to(mark);
        if value.is_unbound() {
            if dict.is_object() && self.heap.remove_str(dict, name) {
                return Ok(());
            }
            return Err(self.attribute_error(object, name));
        }
        let made = self.heap.set_str(dict, name, value);
        self.grant_memory(made).map(|_| ())
    }

    /// The dict of an exception or function, null when it has none yet.
    fn known_dict(&mut self, object: Value) -> Value {
        match self.heap.kind(object) {
            Kind::Exception => self.heap.field(object, E_DICT),
            Kind::Function => self.function_dict(object),
            _ => Value::NULL,
        }
    }

    /// The dict of an exception or function, made when needed. May reserve and move.
    pub(crate) fn own_dict(&mut self, object: Value) -> Result {
        let known = self.known_dict(object);
        if known.is_object() {
            return Ok(known);
        }
        let place = self.heap.hold(object);
        let result = self.new_own_dict(place);
        self.heap.release(place);
        result
    }

    fn new_own_dict(&mut self, object: crate::heap::Held) -> Result {
        let made = self.heap.new_dict();
        let dict = self.grant_memory(made)?;
        if self.heap.is_kind(self.heap.held(object), Kind::Exception) {
            let exception = self.heap.held(object);
            self.heap.set_field(exception, E_DICT, dict);
            return Ok(dict);
        }
        let place = self.heap.hold(dict);
        let function = self.heap.held(object);
        self.set_function_special(function, names::DUNDER_DICT, dict)?;
        Ok(self.heap.held(place))
    }

    /// Sets what the engine keeps for a function beyond its layout (`__name__`, `__doc__` ...). May reserve and move.
    pub(crate) fn set_function_special(&mut self, function: Value, name: Value, value: Value) -> Result<()> {
        let mark = self.heap.held_mark();
        let (f, n, v) = (self.heap.hold(function), self.heap.hold(name), self.heap.hold(value));
        if !self.heap.field(function, F_DICT).is_object() {
            let made = self.heap.new_dict();
            let dict = match self.grant_memory(made) {
                Ok(dict) => dict,
                Err(trap) => {
                    self.heap.release_to(mark);
                    return Err(trap);
                }
            };
            let function = self.heap.held(f);
            self.heap.set_field(function, F_DICT, dict);
        }
        let (function, name, value) = (self.heap.held(f), self.heap.held(n), self.heap.held(v));
        self.heap.release_to(mark);
        let dict = self.heap.field(function, F_DICT);
        let made = self.heap.set_str(dict, name, value);
        self.grant_memory(made).map(|_| ())
    }

    /// What the engine keeps for a function under that name, or none.
    pub(crate) fn function_special(&mut self, function: Value, name: Value) -> Option<Value> {
        let dict = self.heap.field(function, F_DICT);
        if dict.is_object() { self.heap.get_str(dict, name) } else { None }
    }

    /// `staticmethod` and `classmethod` objects keep attributes in a dict in their second field.
    fn set_in_record_dict(&mut self, record: Value, name: Value, value: Value) -> Result<()> {
        let dict = self.heap.record_field(record, 1);
        if value.is_unbound() {
            if dict.is_object() && self.heap.remove_str(dict, name) {
                return Ok(());
            }
            return Err(self.attribute_error(record, name));
        }
        if dict.is_object() {
            let made = self.heap.set_str(dict, name, value);
            return self.grant_memory(made).map(|_| ());
        }
        let mark = self.heap.held_mark();
        let (r, n, v) = (self.heap.hold(record), self.heap.hold(name), self.heap.hold(value));
        let made = self.heap.new_dict();
        let (record, name, value) = (self.heap.held(r), self.heap.held(n), self.heap.held(v));
        self.heap.release_to(mark);
        let dict = self.grant_memory(made)?;
        self.heap.set_record_field(record, 1, dict);
        let made = self.heap.set_str(dict, name, value);
        self.grant_memory(made).map(|_| ())
    }

    /// Drops every inline cache: some may hold what is no longer true.
    pub(crate) fn forget_caches(&mut self) {
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
