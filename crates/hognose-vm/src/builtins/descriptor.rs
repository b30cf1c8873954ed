//! `property`, `staticmethod`, `classmethod`, `super`, and the getters of named tuples.

use super::function::check_get;
use super::object::finish;
use super::text::Parameters;
use crate::heap::Kind;
use crate::interp::{Found, property};
use crate::names;
use crate::native::{Args, Def, MANY, Native, Result};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    match kind {
        Type::Property => PROPERTY,
        Type::StaticMethod => STATIC_METHOD,
        Type::ClassMethod => CLASS_METHOD,
        Type::Super => SUPER,
        Type::TupleGetter => TUPLE_GETTER,
        _ => &[],
    }
}

static PROPERTY: &[Def] = defs!["property";
    Def::function("__delete__", property_delete, 1, 1),
    Def::get_set("__doc__", &(property_doc, set_property_doc)),
    Def::function("__get__", property_get, 1, 2),
    Def::keywords("__init__", property_init, 0, 4),
    Def::getter("__isabstractmethod__", property_abstract),
    Def::fixed("__new__", property_new, 0, MANY),
    Def::function("__set__", property_set, 2, 2),
    Def::function("__set_name__", property_set_name, 2, 2),
    Def::function("deleter", deleter, 1, 1),
    Def::member("fdel", fdel),
    Def::member("fget", fget),
    Def::member("fset", fset),
    Def::function("getter", getter, 1, 1),
    Def::function("setter", setter, 1, 1),
];

static STATIC_METHOD: &[Def] = defs!["staticmethod";
    Def::keywords("__call__", static_call, 0, MANY),
    Def::member("__func__", wrapped),
    Def::function("__get__", static_get, 1, 2),
    Def::keywords("__init__", method_init, 1, 1),
    Def::getter("__isabstractmethod__", wrapped_abstract),
    Def::fixed("__new__", static_new, 0, MANY),
    Def::member("__wrapped__", wrapped),
];

static CLASS_METHOD: &[Def] = defs!["classmethod";
    Def::member("__func__", wrapped),
    Def::function("__get__", class_get, 1, 2),
    Def::keywords("__init__", method_init, 1, 1),
    Def::getter("__isabstractmethod__", wrapped_abstract),
    Def::fixed("__new__", class_new, 0, MANY),
    Def::member("__wrapped__", wrapped),
];

static SUPER: &[Def] = defs!["super";
    Def::function("__get__", super_get, 1, 2),
    Def::keywords("__init__", super_init, 0, 2),
    Def::fixed("__new__", super_new, 0, MANY),
    Def::frozen("__repr__", &"_super_repr"),
    Def::member("__self__", super_self),
    Def::member("__self_class__", super_self_class),
    Def::member("__thisclass__", super_this_class),
];

static TUPLE_GETTER: &[Def] = defs!["_tuplegetter";
    Def::get_set("__doc__", &(getter_doc, set_getter_doc)),
    Def::function("__get__", tuple_get, 1, 2),
    Def::function("__reduce__", getter_reduce, 0, 0),
    Def::frozen("__repr__", &"_tuplegetter_repr"),
    Def::function("__set__", tuple_set, 2, 2),
];

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    match kind {
        Type::Property => wanted!("property", make_property),
        Type::StaticMethod => wanted!("staticmethod", |vm, args| make_method(vm, args, Type::StaticMethod)),
        Type::ClassMethod => wanted!("classmethod", |vm, args| make_method(vm, args, Type::ClassMethod)),
        Type::Super => wanted!("super", make_super),
        Type::TupleGetter => Some(make_getter),
        _ => None,
    }
}

// property

const PROPERTY_PARAMETERS: Parameters<4> =
    Parameters { function: "property", names: ["fget", "fset", "fdel", "doc"], required: 0, positional: 4 };
const NO_PROPERTY: [Value; 6] =
    [Value::NONE, Value::NONE, Value::NONE, Value::NONE, Value::NULL, Value::FALSE];

fn make_property(vm: &mut Vm<'_>, args: Args) -> Result {
    let given = PROPERTY_PARAMETERS.bind(vm, args, 0)?;
    let values = core::array::from_fn(|i| given.get(vm, i).or_none());
    new_property(vm, values, Value::NULL)
}

/// A property of getter, setter, deleter and doc.
fn new_property(vm: &mut Vm<'_>, [get, set, delete, doc]: [Value; 4], name: Value) -> Result {
    let of_getter = Value::bool(doc.is_none() && !get.is_none());
    let made = vm.heap.new_record(Type::Property, &[get, set, delete, doc, name, of_getter]);
    vm.grant_memory(made)
}

fn property_new(vm: &mut Vm<'_>, args: Args) -> Result {
    super::subclass::check(vm, Type::Property, args)?;
    let made = vm.heap.new_record(Type::Property, &NO_PROPERTY);
    let record = vm.grant_memory(made)?;
    let class = args.get(vm, 0);
    super::subclass::wrap(vm, class, record)
}

fn property_init(vm: &mut Vm<'_>, args: Args) -> Result {
    let given = PROPERTY_PARAMETERS.bind(vm, args, 1)?;
    let record = vm.unwrap(args.get(vm, 0));
    for i in 0..4 {
        let value = given.get(vm, i).or_none();
        vm.heap.set_record_field(record, i, value);
    }
    let of_getter = !given.get(vm, 0).or_none().is_none() && given.get(vm, 3).or_none().is_none();
    vm.heap.set_record_field(record, property::OWN_DOC, Value::bool(of_getter));
    if of_getter && record != args.get(vm, 0) {
        // Classes have a `__doc__` of their own, which hides that of properties: a derived one gets an attribute.
        let function = vm.frozen_function("_property_doc")?;
        let (outer, getter) = (args.get(vm, 0), given.get(vm, 0));
        return Err(vm.tail_call(function, &[outer, getter]));
    }
    Ok(Value::NONE)
}

/// The property behind the receiver: methods get it unwrapped, getters get it as it is.
fn record(vm: &Vm<'_>, args: Args) -> Value {
    vm.unwrap(args.get(vm, 0))
}

fn property_get(vm: &mut Vm<'_>, args: Args) -> Result {
    check_get(vm, args)?;
    let (property, object) = (record(vm, args), args.get(vm, 1));
    if object.is_none() {
        return Ok(args.get(vm, 0));
    }
    let getter = vm.heap.record_field(property, property::GET);
    if getter.is_none() {
        return Err(vm.no_accessor(property, object, "getter"));
    }
    Err(vm.tail_call(getter, &[object]))
}

fn property_set(vm: &mut Vm<'_>, args: Args) -> Result {
    let (property, object, value) = (record(vm, args), args.get(vm, 1), args.get(vm, 2));
    let setter = vm.heap.record_field(property, property::SET);
    if setter.is_none() {
        return Err(vm.no_accessor(property, object, "setter"));
    }
    Err(vm.tail_call(setter, &[object, value]))
}

fn property_delete(vm: &mut Vm<'_>, args: Args) -> Result {
    let (property, object) = (record(vm, args), args.get(vm, 1));
    let deleter = vm.heap.record_field(property, property::DELETE);
    if deleter.is_none() {
        return Err(vm.no_accessor(property, object, "deleter"));
    }
    Err(vm.tail_call(deleter, &[object]))
}

fn property_set_name(vm: &mut Vm<'_>, args: Args) -> Result {
    let (property, name) = (record(vm, args), args.get(vm, 2));
    vm.heap.set_record_field(property, property::NAME, name);
    Ok(Value::NONE)
}

fn property_doc(vm: &mut Vm<'_>, args: Args) -> Result {
    let property = record(vm, args);
    if vm.heap.record_field(property, property::OWN_DOC) != Value::TRUE {
        return Ok(vm.heap.record_field(property, property::DOC));
    }
    let getter = vm.heap.record_field(property, property::GET);
    if vm.heap.is_kind(getter, Kind::Function) {
        return vm.function_doc(getter);
    }
    let function = vm.frozen_function("_doc_of")?;
    let getter = vm.heap.record_field(record(vm, args), property::GET);
    Err(vm.tail_call(function, &[getter]))
}

fn set_property_doc(vm: &mut Vm<'_>, args: Args) -> Result {
    let (property, doc) = (record(vm, args), args.get(vm, 1));
    vm.heap.set_record_field(property, property::DOC, doc.or_none());
    vm.heap.set_record_field(property, property::OWN_DOC, Value::FALSE);
    Ok(Value::NONE)
}

fn fget(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.heap.record_field(record(vm, args), property::GET))
}

fn fset(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.heap.record_field(record(vm, args), property::SET))
}

fn fdel(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.heap.record_field(record(vm, args), property::DELETE))
}

/// Is one of the accessors abstract?
fn property_abstract(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_any_abstract")?;
    let property = record(vm, args);
    let [get, set, delete] = core::array::from_fn(|i| vm.heap.record_field(property, i));
    Err(vm.tail_call(function, &[get, set, delete]))
}

/// Is the function inside abstract?
fn wrapped_abstract(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_any_abstract")?;
    let inside = vm.heap.record_field(record(vm, args), 0);
    Err(vm.tail_call(function, &[inside]))
}

/// A property with one accessor changed; of the same class as the old one.
fn with(vm: &mut Vm<'_>, args: Args, which: usize) -> Result {
    let (outer, accessor) = (args.get(vm, 0), args.get(vm, 1));
    let old = vm.unwrap(outer);
    let mut values = core::array::from_fn(|i| vm.heap.record_field(old, i));
    values[which] = accessor;
    if vm.heap.record_field(old, property::OWN_DOC) == Value::TRUE {
        values[property::DOC] = Value::NONE;
    }
    let class = vm.type_of(outer);
    if class.is_object() {
        return Err(vm.tail_call(class, &values));
    }
    let name = vm.heap.record_field(old, property::NAME);
    new_property(vm, values, name)
}

fn getter(vm: &mut Vm<'_>, args: Args) -> Result {
    with(vm, args, property::GET)
}

fn setter(vm: &mut Vm<'_>, args: Args) -> Result {
    with(vm, args, property::SET)
}

fn deleter(vm: &mut Vm<'_>, args: Args) -> Result {
    with(vm, args, property::DELETE)
}

// staticmethod, classmethod: records of the function and a dict of attributes

fn make_method(vm: &mut Vm<'_>, args: Args, kind: Type) -> Result {
    check_one(vm, args, kind)?;
    let function = args.get(vm, 0);
    let made = vm.heap.new_record(kind, &[function, Value::NULL]);
    vm.grant_memory(made)
}

fn check_one(vm: &mut Vm<'_>, args: Args, kind: Type) -> Result<()> {
    let name = kind.name();
    if args.keyword_count() > 0 {
        return Err(
            vm.raise_with(Type::TypeError, |_, out| write!(out, "{name}() takes no keyword arguments"))
        );
    }
    let n = args.len();
    if n != 1 {
        return Err(
            vm.raise_with(Type::TypeError, |_, out| write!(out, "{name} expected 1 argument, got {n}"))
        );
    }
    Ok(())
}

fn new_method(vm: &mut Vm<'_>, args: Args, kind: Type) -> Result {
    super::subclass::check(vm, kind, args)?;
    let made = vm.heap.new_record(kind, &[Value::NONE, Value::NULL]);
    let record = vm.grant_memory(made)?;
    let class = args.get(vm, 0);
    super::subclass::wrap(vm, class, record)
}

fn static_new(vm: &mut Vm<'_>, args: Args) -> Result {
    new_method(vm, args, Type::StaticMethod)
}

fn class_new(vm: &mut Vm<'_>, args: Args) -> Result {
    new_method(vm, args, Type::ClassMethod)
}

fn method_init(vm: &mut Vm<'_>, args: Args) -> Result {
    let record = record(vm, args);
    let kind = vm.builtin_type_of(record);
    check_one(vm, args.skip(1), kind)?;
    let function = args.get(vm, 1);
    vm.heap.set_record_field(record, 0, function);
    Ok(Value::NONE)
}

fn wrapped(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.heap.record_field(record(vm, args), 0))
}

fn static_call(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.heap.record_field(record(vm, args), 0);
    Err(vm.tail_forward(function, args.skip(1)))
}

fn static_get(vm: &mut Vm<'_>, args: Args) -> Result {
    check_get(vm, args)?;
    wrapped(vm, args)
}

fn class_get(vm: &mut Vm<'_>, args: Args) -> Result {
    check_get(vm, args)?;
    let (record, object, class) = (record(vm, args), args.get(vm, 1), args.get(vm, 2));
    let class = if class.is_unbound() || class.is_none() { vm.type_of(object) } else { class };
    let place = vm.heap.hold(class);
    let found = vm.bind(record, Value::NULL, class)?;
    let class = vm.heap.held(place);
    finish(vm, class, names::DUNDER_FUNC, found)
}

// super: class to start after, object, class of the object; the last two None when not bound

fn make_super(vm: &mut Vm<'_>, args: Args) -> Result {
    let values = super_of(vm, args)?;
    let made = vm.heap.new_record(Type::Super, &values);
    vm.grant_memory(made)
}

fn super_new(vm: &mut Vm<'_>, args: Args) -> Result {
    super::subclass::check(vm, Type::Super, args)?;
    let made = vm.heap.new_record(Type::Super, &[Value::NONE; 3]);
    let record = vm.grant_memory(made)?;
    let class = args.get(vm, 0);
    super::subclass::wrap(vm, class, record)
}

fn super_init(vm: &mut Vm<'_>, args: Args) -> Result {
    let values = super_of(vm, args.skip(1))?;
    let record = record(vm, args);
    for (i, value) in values.into_iter().enumerate() {
        vm.heap.set_record_field(record, i, value);
    }
    Ok(Value::NONE)
}

fn super_of(vm: &mut Vm<'_>, args: Args) -> Result<[Value; 3]> {
    if args.keyword_count() > 0 {
        return Err(vm.raise(Type::TypeError, "super() takes no keyword arguments"));
    }
    if args.len() > 2 {
        let n = args.len();
        return Err(vm.raise_with(Type::TypeError, |_, out| {
            write!(out, "super() expected at most 2 arguments, got {n}")
        }));
    }
    let (class, object) =
        if args.is_empty() { callers_super(vm)? } else { (args.get(vm, 0), args.get(vm, 1)) };
    if !vm.is_type(class) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("super() argument 1 must be a type, not ")?;
            vm.write_type_name(class, out)
        }));
    }
    if object.is_unbound() || object.is_none() {
        return Ok([class, Value::NONE, Value::NONE]);
    }
    let start = super_class(vm, class, object)?;
    Ok([class, object, start])
}

/// Class and first argument of the method that calls `super()`.
fn callers_super(vm: &mut Vm<'_>) -> Result<(Value, Value)> {
    let Some(fp) = vm.code_frame(vm.heap.floor, true) else {
        return Err(vm.raise(Type::RuntimeError, "super(): no current frame"));
    };
    if let Some((class, object)) = vm.remembered_super(fp) {
        if vm.is_type(class) && !object.is_null() && !object.is_unbound() {
            return Ok((class, object));
        }
    }
    let object = vm.first_argument(fp);
    if object.is_null() {
        return Err(vm.raise(Type::RuntimeError, "super(): no arguments"));
    }
    if object.is_unbound() {
        return Err(vm.raise(Type::RuntimeError, "super(): arg[0] deleted"));
    }
    let class = vm.free_variable(fp, b"__class__");
    if class.is_null() {
        return Err(vm.raise(Type::RuntimeError, "super(): __class__ cell not found"));
    }
    if class.is_unbound() {
        return Err(vm.raise(Type::RuntimeError, "super(): empty __class__ cell"));
    }
    if !vm.is_type(class) {
        return Err(vm.raise_with(Type::RuntimeError, |vm, out| {
            out.write_str("super(): __class__ is not a type (")?;
            vm.write_type_name(class, out)?;
            out.write_str(")")
        }));
    }
    vm.remember_super(fp);
    Ok((class, object))
}

/// The class whose order is searched: that of the object, or the object itself when it is a class.
fn super_class(vm: &mut Vm<'_>, class: Value, object: Value) -> Result {
    if vm.is_type(object) && vm.is_subclass(object, class) {
        return Ok(object);
    }
    let own = vm.type_of(object);
    if vm.is_subclass(own, class) {
        return Ok(own);
    }
    Err(vm.raise(Type::TypeError, "super(type, obj): obj must be an instance or subtype of type"))
}

fn super_get(vm: &mut Vm<'_>, args: Args) -> Result {
    let (outer, object) = (args.get(vm, 0), args.get(vm, 1));
    let old = vm.unwrap(outer);
    if object.is_none() || !vm.heap.record_field(old, 1).is_none() {
        return Ok(outer);
    }
    let class = vm.heap.record_field(old, 0);
    let start = super_class(vm, class, object)?;
    let made = vm.heap.new_record(Type::Super, &[class, object, start]);
    vm.grant_memory(made)
}

fn super_this_class(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.heap.record_field(record(vm, args), 0))
}

fn super_self(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.heap.record_field(record(vm, args), 1))
}

fn super_self_class(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.heap.record_field(record(vm, args), 2))
}

// Getters of named tuples: index and doc

fn make_getter(vm: &mut Vm<'_>, args: Args) -> Result {
    let (index, doc) = (args.get(vm, 0), args.get(vm, 1));
    if args.len() != 2 || index.as_int().is_none() {
        return Err(vm.raise(Type::TypeError, "_tuplegetter expected 2 arguments"));
    }
    let made = vm.heap.new_record(Type::TupleGetter, &[index, doc]);
    vm.grant_memory(made)
}

fn getter_doc(vm: &mut Vm<'_>, args: Args) -> Result {
    let doc = vm.heap.record_field(record(vm, args), 1);
    Ok(if doc == Value::ELLIPSIS { Value::NONE } else { doc })
}

/// The class and what it was called with.
fn getter_reduce(vm: &mut Vm<'_>, args: Args) -> Result {
    let record = record(vm, args);
    let made = vm.heap.new_tuple(&[vm.heap.record_field(record, 0), vm.heap.record_field(record, 1)]);
    let values = vm.grant_memory(made)?;
    let made = vm.heap.new_tuple(&[Type::TupleGetter.value(), values]);
    vm.grant_memory(made)
}

fn set_getter_doc(vm: &mut Vm<'_>, args: Args) -> Result {
    let (record, doc) = (record(vm, args), args.get(vm, 1));
    vm.heap.set_record_field(record, 1, doc.or_none());
    Ok(Value::NONE)
}

fn tuple_get(vm: &mut Vm<'_>, args: Args) -> Result {
    check_get(vm, args)?;
    let (getter, object) = (record(vm, args), args.get(vm, 1));
    let tuple = vm.unwrap(object);
    if object.is_none() {
        return Ok(getter);
    }
    let index = vm.heap.record_field(getter, 0).as_int().unwrap_or(0);
    if !vm.heap.is_kind(tuple, Kind::Tuple) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            write!(out, "descriptor for index '{index}' for tuple subclasses doesn't apply to '")?;
            vm.write_type_name(object, out)?;
            out.write_str("' object")
        }));
    }
    match usize::try_from(index).ok().filter(|&i| i < vm.heap.tuple_len(tuple)) {
        Some(i) => Ok(vm.heap.item(tuple, i)),
        None => Err(vm.raise(Type::IndexError, "tuple index out of range")),
    }
}

fn tuple_set(vm: &mut Vm<'_>, args: Args) -> Result {
    let getter = record(vm, args);
    Err(vm.fixed_item(getter))
}

impl Vm<'_> {
    /// AttributeError: items of named tuples are not set, nor those of the engine's own structures, whose getters have `...`
    /// for a doc.
    #[cold]
    pub(crate) fn fixed_item(&mut self, getter: Value) -> crate::native::Trap {
        let own = self.heap.record_field(getter, 1) == Value::ELLIPSIS;
        self.raise(Type::AttributeError, if own { "readonly attribute" } else { "can't set attribute" })
    }

    /// Attributes of `staticmethod` and `classmethod` objects: their own, then some of the function inside.
    pub(crate) fn method_record_attribute(&mut self, record: Value, name: Value) -> Result<Found> {
        const SHARED: [Value; 5] = [
            names::DUNDER_NAME,
            names::DUNDER_QUALNAME,
            names::DUNDER_DOC,
            names::DUNDER_MODULE,
            names::DUNDER_ANNOTATIONS,
        ];
        let dict = self.heap.record_field(record, 1);
        if dict.is_object() {
            if let Some(value) = self.heap.get_str(dict, name) {
                return Ok(Found::Value(value));
            }
        }
        let function = self.heap.record_field(record, 0);
        let mut record = record;
        if SHARED.contains(&name) && !function.is_none() {
            if self.heap.is_kind(function, Kind::Function) {
                return self.generic_attribute(function, name);
            }
            let place = self.heap.hold(record);
            let found = self.attribute(function, name);
            record = self.heap.held(place);
            self.heap.release(place);
            match found? {
                Found::Missing => {}
                found => return Ok(found),
            }
        }
        let kind = self.builtin_type_of(record);
        match self.find_in_builtin(kind, name) {
            Some(found) => self.bind(found, record, kind.value()),
            None => Ok(Found::Missing),
        }
    }
}
