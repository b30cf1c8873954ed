//! Descriptors: what an attribute found in a class becomes for an object.

use super::attribute::Found;
use crate::heap::Kind;
use crate::names;
use crate::native::{MODULE_TABLES, Result, What};
use crate::object::class;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Class methods of descriptors of class methods of ...: deeper ones stay unbound.
const NESTING: usize = 64;

/// Fields of a property: getter, setter, deleter, doc, name, and whether the doc is the getter's.
pub(crate) mod property {
    pub(crate) const GET: usize = 0;
    pub(crate) const SET: usize = 1;
    pub(crate) const DELETE: usize = 2;
    pub(crate) const DOC: usize = 3;
    pub(crate) const NAME: usize = 4;
    pub(crate) const OWN_DOC: usize = 5;
}

impl Vm<'_> {
    /// Is what a class holds under a name a data descriptor?
    pub(crate) fn is_data_descriptor(&self, found: Value) -> bool {
        if let Some(index) = found.as_native() {
            return matches!(
                self.native_def(index).map(|d| d.what),
                Some(What::GetSet(_) | What::Getter(_) | What::Member(_))
            );
        }
        match self.heap.kind(found) {
            Kind::Record => self.is_data_record(found),
            Kind::Instance => {
                let flags = self.heap.class_flags(self.heap.instance_class(found));
                flags & class::IS_DATA_DESCRIPTOR != 0 || self.builtin_type_of(found) == Type::Property
            }
            _ => false,
        }
    }

    fn is_data_record(&self, record: Value) -> bool {
        [Type::Property, Type::MemberDescriptor, Type::TupleGetter]
            .iter()
            .any(|&kind| self.heap.is_record(record, kind))
    }

    /// Has the class of a descriptor a `__get__` of a script?
    pub(crate) fn overrides_get(&self, found: Value) -> bool {
        self.heap.is_kind(found, Kind::Instance)
            && self.heap.class_flags(self.heap.instance_class(found)) & class::IS_DESCRIPTOR != 0
    }

    /// Binds what a type holds to an object. `receiver` null: asked of the class itself. May reserve and move.
    pub fn bind(&mut self, found: Value, receiver: Value, class: Value) -> Result<Found> {
        let (mut found, mut receiver) = (found, receiver);
        for _ in 0..NESTING {
            if found.as_native().is_some() {
                return self.bind_native(found, receiver, class);
            }
            match self.heap.kind(found) {
                Kind::Function if receiver.is_null() => return Ok(Found::Value(found)),
                Kind::Function => return Ok(Found::Method(found)),
                Kind::Record | Kind::Instance => {}
                _ => return Ok(Found::Value(found)),
            }
            let record = self.unwrap(found);
            if self.overrides_get(found) {
                return Ok(self.bind_by_get(found, receiver, class));
            }
            if !self.heap.is_kind(record, Kind::Record) {
                return Ok(Found::Value(found));
            }
            match Type::from_index(self.heap.aux(record)) {
                Type::StaticMethod => return Ok(Found::Value(self.heap.record_field(record, 0))),
                Type::ClassMethod => {
                    let inner = self.heap.record_field(record, 0);
                    if !self.binds_itself(inner) {
                        let made = self.heap.new_bound_method(inner, class);
                        return self.grant_memory(made).map(Found::Value);
                    }
                    found = inner;
                    receiver = class;
                }
                Type::Property if receiver.is_null() => return Ok(Found::Value(found)),
                Type::Property => {
                    let getter = self.heap.record_field(record, property::GET);
                    if getter.is_none() {
                        return Err(self.no_accessor(record, receiver, "getter"));
                    }
                    return Ok(Found::Call(getter, [receiver, Value::NULL, Value::NULL]));
                }
                Type::MemberDescriptor if receiver.is_null() => return Ok(Found::Value(found)),
                Type::MemberDescriptor => return Ok(self.bind_member(record, receiver, class)),
                Type::TupleGetter if receiver.is_null() => return Ok(Found::Value(found)),
                Type::TupleGetter => {
                    let tuple = self.unwrap(receiver);
                    let index = self.heap.record_field(record, 0).as_int().unwrap_or(-1) as usize;
                    if self.heap.is_kind(tuple, Kind::Tuple) && index < self.heap.tuple_len(tuple) {
                        return Ok(Found::Value(self.heap.item(tuple, index)));
                    }
                    return Ok(self.bind_by_get(found, receiver, class));
                }
                Type::Super => return Ok(self.bind_by_get(found, receiver, class)),
                _ => return Ok(Found::Value(found)),
            }
        }
        Ok(Found::Value(found))
    }

    fn bind_native(&mut self, found: Value, receiver: Value, class: Value) -> Result<Found> {
        let index = found.as_native().unwrap_or(0);
        let Some(def) = self.native_def(index) else { return Ok(Found::Value(found)) };
        match def.what {
            What::Function(..) | What::Frozen(_) if receiver.is_null() || index >> 16 >= MODULE_TABLES => {
                Ok(Found::Value(found))
            }
            What::Method(_) if receiver.is_null() => Ok(Found::Value(found)),
            What::Function(..) | What::Frozen(_) | What::Method(_) => Ok(Found::Method(found)),
            What::ClassMethod(..) | What::FrozenClassMethod(_) if index >> 16 < MODULE_TABLES => {
                let made = self.heap.new_bound_method(found, class);
                self.grant_memory(made).map(Found::Value)
            }
            What::Getter(_) | What::Member(_) | What::GetSet(_) if !receiver.is_null() => {
                Ok(Found::Call(found, [receiver, Value::NULL, Value::NULL]))
            }
            What::Type(kind) => Ok(Found::Value(kind.value())),
            What::Constant(make) => make(self).map(Found::Value),
            _ => Ok(Found::Value(found)),
        }
    }

    /// Inside a class method: is that a descriptor other than a function?
    fn binds_itself(&self, inner: Value) -> bool {
        match self.heap.kind(inner) {
            Kind::Record => matches!(
                Type::from_index(self.heap.aux(inner)),
                Type::StaticMethod | Type::ClassMethod | Type::Property | Type::MemberDescriptor
            ),
            Kind::Instance => {
                let record = self.unwrap(inner);
                self.overrides_get(inner) || record != inner && self.binds_itself(record)
            }
            _ => false,
        }
    }

    /// The value of a slot of `__slots__`.
    fn bind_member(&mut self, member: Value, receiver: Value, class: Value) -> Found {
        let value = match self.heap.kind(receiver) {
            Kind::Instance => {
                let of = self.heap.instance_class(receiver);
                match self.heap.member_slot(of, member) {
                    Some(slot) => self.heap.slot(receiver, slot),
                    None => return self.bind_by_get(member, receiver, class),
                }
            }
            _ => {
                let name = self.heap.record_field(member, 0);
                self.own_attribute(receiver, name).unwrap_or(Value::NULL)
            }
        };
        if value.is_null() { Found::Missing } else { Found::Value(value) }
    }

    /// By the `__get__` of the descriptor's type.
    fn bind_by_get(&mut self, found: Value, receiver: Value, class: Value) -> Found {
        let kind = self.type_of(found);
        match self.find_in_type(kind, names::DUNDER_GET) {
            Some(get) => Found::Call(get, [found, receiver.or_none(), class]),
            None => Found::Value(found),
        }
    }

    /// AttributeError for a property that lacks what is asked.
    #[cold]
    pub(crate) fn no_accessor(&mut self, record: Value, object: Value, what: &str) -> crate::native::Trap {
        let class = self.type_of(object);
        self.raise_with(Type::AttributeError, |vm, out| {
            out.write_str("property ")?;
            let name = vm.heap.record_field(record, property::NAME);
            if vm.heap.is_str(name) {
                write!(out, "'{}' ", vm.heap.text(name).as_str())?;
            }
            let qualname = vm.class_qualname_of(class);
            write!(out, "of '{}' object has no {what}", vm.heap.text(qualname).as_str())
        })
    }

    /// `__qualname__` of any type.
    pub(crate) fn class_qualname_of(&self, class: Value) -> Value {
        if self.heap.is_class(class) { self.heap.class_qualname(class) } else { self.type_name(class) }
    }

    /// Receiver of a method found on an object: the object, or what a super object stands for.
    pub(crate) fn method_receiver(&self, object: Value) -> Value {
        let record = self.unwrap(object);
        if self.heap.is_record(record, Type::Super) { self.heap.record_field(record, 1) } else { object }
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
}
