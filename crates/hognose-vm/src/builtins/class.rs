//! `type`: making classes and what classes have.

use crate::heap::Kind;
use crate::names;
use crate::native::{Args, Def, MANY, Native, Result, Trap};
use crate::object::class;
use crate::object::tuple::tuple_words;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

use super::object::{attribute_name, finish};

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    if kind == Type::Type { TYPE } else { &[] }
}

static TYPE: &[Def] = defs![
    Def::get_set("__abstractmethods__", &(get_abstract, set_abstract)),
    Def::get_set("__annotations__", &(get_annotations, set_annotations)),
    Def::member("__base__", get_base),
    Def::get_set("__bases__", &(get_bases, set_bases)),
    Def::keywords("__call__", call, 0, MANY),
    Def::function("__delattr__", delattr, 1, 1),
    Def::getter("__dict__", get_dict),
    Def::frozen("__dir__", &"_type_dir"),
    Def::get_set("__doc__", &(get_doc, set_doc)),
    Def::member("__flags__", get_flags),
    Def::function("__getattribute__", getattribute, 1, 1),
    Def::keywords("__init__", init, 0, MANY),
    Def::function("__instancecheck__", instancecheck, 1, 1),
    Def::get_set("__module__", &(get_module, set_module)),
    Def::member("__mro__", get_mro),
    Def::get_set("__name__", &(get_name, set_name)),
    Def::fixed("__new__", new, 0, MANY),
    Def::function("__or__", or, 1, 1),
    Def::class_method("__prepare__", prepare, 0, MANY).with_keywords(),
    Def::get_set("__qualname__", &(get_qualname, set_qualname)),
    Def::function("__repr__", super::text::repr_method, 0, 0),
    Def::function("__ror__", ror, 1, 1),
    Def::function("__setattr__", setattr, 2, 2),
    Def::function("__subclasscheck__", subclasscheck, 1, 1),
    Def::function("__subclasses__", subclasses, 0, 0),
    Def::function("mro", mro, 0, 0),
];

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    if kind == Type::Type { Some(make) } else { None }
}

/// `type(x)` and `type(name, bases, namespace, **keywords)`.
fn make(vm: &mut Vm<'_>, args: Args) -> Result {
    match args.len() {
        1 if args.keyword_count() == 0 => Ok(vm.type_of(args.get(vm, 0))),
        3 => {
            let function = vm.frozen_function("_type_construct")?;
            Err(vm.tail_forward(function, args))
        }
        _ => Err(vm.raise(Type::TypeError, "type() takes 1 or 3 arguments")),
    }
}

/// `type.__new__(metaclass, name, bases, namespace, **keywords)`.
fn new(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    if class.is_unbound() {
        return Err(vm.raise(Type::TypeError, "type.__new__(): not enough arguments"));
    }
    if !vm.is_type(class) || !vm.is_subclass(class, Type::Type.value()) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("type.__new__(X): X is not a type object (")?;
            vm.write_type_name(class, out)?;
            out.write_str(")")
        }));
    }
    if class == Type::Type.value() && args.len() == 2 && args.keyword_count() == 0 {
        return Ok(vm.type_of(args.get(vm, 1)));
    }
    if args.len() != 4 {
        let n = args.len() - 1;
        return Err(vm.raise_with(Type::TypeError, |_, out| {
            write!(out, "type.__new__() takes exactly 3 arguments ({n} given)")
        }));
    }
    let function = vm.frozen_function("_type_new")?;
    Err(vm.tail_forward(function, args))
}

fn init(vm: &mut Vm<'_>, args: Args) -> Result {
    match args.len() {
        2 if args.keyword_count() > 0 => {
            Err(vm.raise(Type::TypeError, "type.__init__() takes no keyword arguments"))
        }
        2 | 4 => Ok(Value::NONE),
        _ => Err(vm.raise(Type::TypeError, "type.__init__() takes 1 or 3 arguments")),
    }
}

/// `type.__call__`: what calling a class does when its metaclass has no say.
fn call(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    if class.as_builtin_type().is_some() {
        return Err(vm.tail_forward(class, args.skip(1)));
    }
    let function = vm.frozen_function("_class_call")?;
    Err(vm.tail_forward(function, args))
}

fn prepare(vm: &mut Vm<'_>, _args: Args) -> Result {
    let made = vm.heap.new_dict();
    vm.grant_memory(made)
}

fn getattribute(vm: &mut Vm<'_>, args: Args) -> Result {
    let name = attribute_name(vm, args.get(vm, 1))?;
    args.set(vm, 1, name);
    let object = args.get(vm, 0);
    let found = vm.class_attribute(object, name)?;
    let found = vm.call_native_getter(found)?;
    let (object, name) = (args.get(vm, 0), args.get(vm, 1));
    finish(vm, object, name, found)
}

fn setattr(vm: &mut Vm<'_>, args: Args) -> Result {
    let name = attribute_name(vm, args.get(vm, 1))?;
    let (object, value) = (args.get(vm, 0), args.get(vm, 2));
    let setter = vm.generic_set_attribute(object, name, value)?;
    super::object::after_setting(vm, setter)
}

fn delattr(vm: &mut Vm<'_>, args: Args) -> Result {
    let name = attribute_name(vm, args.get(vm, 1))?;
    let object = args.get(vm, 0);
    let setter = vm.generic_set_attribute(object, name, Value::UNBOUND)?;
    super::object::after_setting(vm, setter)
}

fn instancecheck(vm: &mut Vm<'_>, args: Args) -> Result {
    let (class, object) = (args.get(vm, 0), args.get(vm, 1));
    let own = vm.type_of(object);
    if vm.is_subclass(own, class) || !vm.may_claim_class(own) {
        return Ok(Value::bool(vm.is_subclass(own, class)));
    }
    let function = vm.frozen_function("_type_instancecheck")?;
    Err(vm.tail_forward(function, args))
}

fn subclasscheck(vm: &mut Vm<'_>, args: Args) -> Result {
    let (class, object) = (args.get(vm, 0), args.get(vm, 1));
    if !vm.is_type(object) {
        let function = vm.frozen_function("_subclass_by_bases")?;
        let (class, object) = (args.get(vm, 0), args.get(vm, 1));
        return Err(vm.tail_call(function, &[object, class]));
    }
    Ok(Value::bool(vm.is_subclass(object, class)))
}

fn or(vm: &mut Vm<'_>, args: Args) -> Result {
    let (left, right) = (args.get(vm, 0), args.get(vm, 1));
    Ok(super::alias::union(vm, left, right)?.unwrap_or(Value::NOT_IMPLEMENTED))
}

fn ror(vm: &mut Vm<'_>, args: Args) -> Result {
    let (right, left) = (args.get(vm, 0), args.get(vm, 1));
    Ok(super::alias::union(vm, left, right)?.unwrap_or(Value::NOT_IMPLEMENTED))
}

fn mro(vm: &mut Vm<'_>, args: Args) -> Result {
    let n = vm.mro_len(args.get(vm, 0));
    vm.reserve(crate::object::list::list_words(n))?;
    let list = vm.heap.alloc_list(n);
    let class = args.get(vm, 0);
    for i in 0..n {
        let item = vm.mro_item(class, i);
        vm.heap.set_list_item(list, i, item);
    }
    Ok(list)
}

fn get_mro(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    if class.is_object() {
        return Ok(vm.heap.class_mro(class));
    }
    let n = vm.mro_len(class);
    vm.reserve(tuple_words(n))?;
    let tuple = vm.heap.alloc_tuple(n);
    for i in 0..n {
        let item = vm.mro_item(class, i);
        vm.heap.set_item(tuple, i, item);
    }
    Ok(tuple)
}

fn subclasses(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    let mut count = 0;
    for &kind in Type::ALL {
        count += (kind.base().value() == class && kind != Type::Object) as usize;
    }
    vm.charge(vm.heap.classes_made());
    let users = (0..vm.heap.class_places()).filter(|&place| direct(vm, place, class).is_some()).count();
    vm.reserve(crate::object::list::list_words(count + users))?;
    let class = args.get(vm, 0);
    let list = vm.heap.alloc_list(count + users);
    let mut i = 0;
    for &kind in Type::ALL {
        if kind.base().value() == class && kind != Type::Object {
            vm.heap.set_list_item(list, i, kind.value());
            i += 1;
        }
    }
    for place in 0..vm.heap.class_places() {
        if let Some(found) = direct(vm, place, class) {
            vm.heap.set_list_item(list, i, found);
            i += 1;
        }
    }
    // A collection in between may have freed some.
    vm.heap.set_list_len(list, i);
    Ok(list)
}

/// The class at that place of the table of classes, if that is a direct base of it.
fn direct(vm: &Vm<'_>, place: usize, base: Value) -> Option<Value> {
    let class = vm.heap.class_at(place)?;
    let bases = vm.heap.class_bases(class);
    (0..vm.heap.tuple_len(bases)).any(|i| vm.heap.item(bases, i) == base).then_some(class)
}

fn get_base(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    Ok(match class.as_builtin_type() {
        Some(t) if t == Type::Object as u16 => Value::NONE,
        Some(t) => Type::from_index(t).base().value(),
        None => vm.heap.class_base(class),
    })
}

fn get_bases(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    match class.as_builtin_type() {
        Some(t) if t == Type::Object as u16 => Ok(vm.heap.root(crate::heap::Root::EmptyTuple)),
        Some(t) if t == Type::ExceptionGroup as u16 => {
            let made = vm.heap.new_tuple(&[Type::BaseExceptionGroup.value(), Type::Exception.value()]);
            vm.grant_memory(made)
        }
        Some(t) => {
            let made = vm.heap.new_tuple(&[Type::from_index(t).base().value()]);
            vm.grant_memory(made)
        }
        None => Ok(vm.heap.class_bases(class)),
    }
}

fn set_bases(vm: &mut Vm<'_>, args: Args) -> Result {
    let (class, bases) = (args.get(vm, 0), args.get(vm, 1));
    check_mutable(vm, class, bases, "__bases__")?;
    if !vm.heap.is_kind(bases, Kind::Tuple) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("can only assign tuple to ")?;
            vm.write_class_name(class, out)?;
            out.write_str(".__bases__, not ")?;
            vm.write_type_name(bases, out)
        }));
    }
    let n = vm.heap.tuple_len(bases);
    if n == 0 {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("can only assign non-empty tuple to ")?;
            vm.write_class_name(class, out)?;
            out.write_str(".__bases__, not ()")
        }));
    }
    if let Some(i) = (0..n).find(|&i| !vm.is_type(vm.heap.item(bases, i))) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            vm.write_class_name(class, out)?;
            out.write_str(".__bases__ must be tuple of classes, not '")?;
            vm.write_type_name(vm.heap.item(bases, i), out)?;
            out.write_str("'")
        }));
    }
    vm.set_bases(class, bases)?;
    Ok(Value::NONE)
}

/// Special attributes of types can be set on classes of a script only, and most cannot be deleted.
fn check_mutable(vm: &mut Vm<'_>, class: Value, value: Value, name: &'static str) -> Result<()> {
    let verb = if value.is_unbound() { "delete" } else { "set" };
    if class.is_object() && !value.is_unbound() {
        return Ok(());
    }
    Err(vm.raise_with(Type::TypeError, |vm, out| {
        write!(out, "cannot {verb} '{name}' attribute of immutable type '")?;
        vm.write_class_name(class, out)?;
        out.write_str("'")
    }))
}

/// `__dict__` of a class: a view of its namespace.
pub(super) fn get_dict(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    if class.is_object()
        && vm.heap.class_flags(class) & class::IS_WHOLE == 0
        && vm.frozen_code_index("_class_whole").is_some()
    {
        vm.heap.set_class_flags(class, vm.heap.class_flags(class) | class::IS_WHOLE);
        let function = vm.frozen_function("_class_whole")?;
        let class = args.get(vm, 0);
        return Err(vm.tail_call(function, &[class]));
    }
    let dict = if class.is_object() { vm.heap.class_dict(class) } else { builtin_dict(vm, args)? };
    let made = vm.heap.new_record(Type::MappingProxy, &[dict]);
    vm.grant_memory(made)
}

/// The table of a built-in type as a dict.
fn builtin_dict(vm: &mut Vm<'_>, args: Args) -> Result {
    let kind = Type::from_index(args.get(vm, 0).as_builtin_type().unwrap_or(0));
    let made = vm.heap.new_dict();
    let dict = vm.grant_memory(made)?;
    let dict = vm.heap.hold(dict);
    for (i, def) in vm.attributes_of(kind).iter().enumerate() {
        let made = vm.heap.intern(def.name.as_bytes());
        let name = vm.grant_memory(made)?;
        let made =
            vm.heap.set_str(vm.heap.held(dict), name, crate::native::native_value(kind as u16 as u32, i));
        vm.grant_memory(made)?;
    }
    Ok(vm.heap.held(dict))
}

fn get_flags(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    let mut flags = 1 << 12;
    match class.as_builtin_type() {
        Some(t) => flags |= (Type::from_index(t).is_base_type() as i64) << 10 | 1 << 8,
        None => {
            flags |= 1 << 9 | 1 << 10;
            flags |= ((vm.heap.class_flags(class) & class::IS_ABSTRACT != 0) as i64) << 20;
        }
    }
    Ok(Value::int(flags))
}

/// A special attribute in the own namespace of a class.
fn own(vm: &mut Vm<'_>, class: Value, name: Value) -> Option<Value> {
    if !class.is_object() {
        return None;
    }
    let dict = vm.heap.class_dict(class);
    vm.heap.get_str(dict, name)
}

fn set_own(vm: &mut Vm<'_>, args: Args, name: Value) -> Result {
    let (class, value) = (args.get(vm, 0), args.get(vm, 1));
    vm.set_class_attribute(class, name, value)?;
    Ok(Value::NONE)
}

fn get_doc(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    let Some(found) = own(vm, class, names::DUNDER_DOC) else { return Ok(Value::NONE) };
    let found = vm.bind(found, Value::NULL, class)?;
    let class = args.get(vm, 0);
    finish(vm, class, names::DUNDER_DOC, found)
}

fn set_doc(vm: &mut Vm<'_>, args: Args) -> Result {
    let (class, value) = (args.get(vm, 0), args.get(vm, 1));
    check_mutable(vm, class, value, "__doc__")?;
    set_own(vm, args, names::DUNDER_DOC)
}

fn get_module(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    match class.as_builtin_type() {
        Some(t) => {
            let made = vm.heap.intern(Type::from_index(t).module().as_bytes());
            vm.grant_memory(made)
        }
        None => match own(vm, class, names::DUNDER_MODULE) {
            Some(module) => Ok(module),
            None => Err(vm.raise_value(Type::AttributeError, names::DUNDER_MODULE)),
        },
    }
}

fn set_module(vm: &mut Vm<'_>, args: Args) -> Result {
    let (class, value) = (args.get(vm, 0), args.get(vm, 1));
    check_mutable(vm, class, value, "__module__")?;
    set_own(vm, args, names::DUNDER_MODULE)
}

fn get_name(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    match class.as_builtin_type() {
        Some(t) => {
            let made = vm.heap.intern(Type::from_index(t).name().as_bytes());
            vm.grant_memory(made)
        }
        None => Ok(vm.heap.class_name(class)),
    }
}

fn get_qualname(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    if class.is_object() { Ok(vm.heap.class_qualname(class)) } else { get_name(vm, args) }
}

fn only_string(vm: &mut Vm<'_>, class: Value, value: Value, what: &'static str) -> Trap {
    vm.raise_with(Type::TypeError, |vm, out| {
        out.write_str("can only assign string to ")?;
        vm.write_class_name(class, out)?;
        write!(out, ".{what}, not '")?;
        vm.write_type_name(value, out)?;
        out.write_str("'")
    })
}

fn set_name(vm: &mut Vm<'_>, args: Args) -> Result {
    let (class, value) = (args.get(vm, 0), vm.unwrap(args.get(vm, 1)));
    check_mutable(vm, class, value, "__name__")?;
    if !vm.heap.is_str(value) {
        return Err(only_string(vm, class, value, "__name__"));
    }
    vm.heap.set_class_name(class, value);
    Ok(Value::NONE)
}

fn set_qualname(vm: &mut Vm<'_>, args: Args) -> Result {
    let (class, value) = (args.get(vm, 0), vm.unwrap(args.get(vm, 1)));
    check_mutable(vm, class, value, "__qualname__")?;
    if !vm.heap.is_str(value) {
        return Err(only_string(vm, class, value, "__qualname__"));
    }
    vm.heap.set_class_qualname(class, value);
    Ok(Value::NONE)
}

fn get_abstract(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    match own(vm, class, names::DUNDER_ABSTRACTMETHODS) {
        Some(value) => Ok(value),
        None => Err(vm.raise_value(Type::AttributeError, names::DUNDER_ABSTRACTMETHODS)),
    }
}

fn set_abstract(vm: &mut Vm<'_>, args: Args) -> Result {
    let (class, value) = (args.get(vm, 0), args.get(vm, 1));
    if !value.is_unbound() {
        check_mutable(vm, class, value, "__abstractmethods__")?;
    } else if own(vm, class, names::DUNDER_ABSTRACTMETHODS).is_none() {
        return Err(vm.raise_value(Type::AttributeError, names::DUNDER_ABSTRACTMETHODS));
    }
    set_own(vm, args, names::DUNDER_ABSTRACTMETHODS)
}

fn get_annotations(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    if let Some(known) = own(vm, class, names::DUNDER_ANNOTATIONS) {
        return Ok(known);
    }
    if !class.is_object() {
        return Err(vm.attribute_error(class, names::DUNDER_ANNOTATIONS));
    }
    let made = vm.heap.new_dict();
    let dict = vm.grant_memory(made)?;
    let place = vm.heap.hold(dict);
    let class = args.get(vm, 0);
    vm.set_class_attribute(class, names::DUNDER_ANNOTATIONS, dict)?;
    Ok(vm.heap.held(place))
}

fn set_annotations(vm: &mut Vm<'_>, args: Args) -> Result {
    let (class, value) = (args.get(vm, 0), args.get(vm, 1));
    if !value.is_unbound() || !class.is_object() {
        check_mutable(vm, class, value, "__annotations__")?;
    } else if own(vm, class, names::DUNDER_ANNOTATIONS).is_none() {
        return Err(vm.raise_value(Type::AttributeError, names::DUNDER_ANNOTATIONS));
    }
    set_own(vm, args, names::DUNDER_ANNOTATIONS)
}
