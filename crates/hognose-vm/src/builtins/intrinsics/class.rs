//! Natives of frozen code about classes, calls, imports, matching, with.

mod dir;
mod matching;
mod module;
mod run;

use crate::builtins::object::finish;
use crate::heap::{Kind, Root};
use crate::interp::{Found, NewClass, property};
use crate::names;
use crate::native::{Args, Def, MANY, Result, What};
use crate::object::class;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Sorted by name.
pub static INTRINSICS: &[Def] = defs![
    Def::function("_add_names", dir::add_names, 2, 2),
    Def::function("_alias", alias, 2, 2),
    Def::function("_all_types", all_types, 1, 1),
    Def::function("_async_generator_throw_in", async_generator_throw_in, 2, 2),
    Def::function("_best_metaclass", best_metaclass, 2, 2),
    Def::function("_caller", run::caller, 0, 0),
    Def::function("_check_class", check_class, 4, 4),
    Def::function("_class_init", class_init, 1, 1),
    Def::function("_class_make", class_make, 5, 5),
    Def::function("_class_new", class_new, 1, 1),
    Def::function("_class_space", crate::builtins::class::get_dict, 1, 1),
    Def::function("_compile", run::compile, 4, 4),
    Def::function("_exception_traceback", exception_traceback, 1, 1),
    Def::function("_find_host_module", module::find_host, 2, 2),
    Def::function("_find_library_module", module::find_library, 1, 1),
    Def::function("_find_module", module::find, 1, 1),
    Def::function("_get_set", get_set, 2, 2),
    Def::function("_import_globals", module::import_globals, 0, 0),
    Def::function("_init_subclass", init_subclass, 1, 1),
    Def::function("_initializing", module::initializing, 2, 2),
    Def::function("_is_code", run::is_code, 1, 1),
    Def::function("_is_coroutine", is_coroutine, 1, 1),
    Def::function("_is_initializing", module::is_initializing, 1, 1),
    Def::function("_is_instance", is_instance, 2, 2),
    Def::function("_is_subclass", is_subclass, 2, 2),
    Def::function("_is_type", is_type, 1, 1),
    Def::function("_load_global", run::load_global, 2, 2),
    Def::function("_match_builtin", matching::match_builtin, 1, 1),
    Def::function("_meta_mro", meta_mro, 1, 1),
    Def::function("_module_value", module::value, 2, 2),
    Def::function("_own_names", dir::own_names, 2, 2),
    Def::keywords("_payload_new", payload_new, 1, MANY),
    Def::function("_plain_getattr", plain_getattr, 2, 2),
    Def::function("_raise", raise, 1, 2),
    Def::function("_run_body", run::run_body, 2, 2),
    Def::function("_run_code", run::run_code, 4, 4),
    Def::function("_run_module", module::run_module, 2, 2),
    Def::function("_set_mro", set_mro, 2, 2),
    Def::function("_set_name_hooks", set_name_hooks, 1, 1),
    Def::function("_slots_of", slots_of, 1, 1),
    Def::function("_throw_in", throw_in, 2, 3),
    Def::function("_type_find", type_find, 2, 2),
    Def::function("_type_module", type_module, 1, 1),
    Def::function("_type_qualname", type_qualname, 1, 1),
];

/// `_get_set(name, class)`: the class gets a descriptor that shows in its namespace.
fn get_set(vm: &mut Vm<'_>, args: Args) -> Result {
    let made = vm.heap.new_record(Type::GetSetDescriptor, &[args.get(vm, 0), args.get(vm, 1)]);
    let record = vm.grant_memory(made)?;
    let dict = vm.heap.class_dict(args.get(vm, 1));
    // A `__doc__` that nobody wrote comes last.
    let doc = vm.heap.get_str(dict, names::DUNDER_DOC) == Some(Value::NONE);
    if doc {
        vm.heap.remove_str(dict, names::DUNDER_DOC);
    }
    let made = vm.heap.set_str(dict, args.get(vm, 0), record);
    vm.grant_memory(made)?;
    if doc {
        let dict = vm.heap.class_dict(args.get(vm, 1));
        let made = vm.heap.set_str(dict, names::DUNDER_DOC, Value::NONE);
        vm.grant_memory(made)?;
    }
    Ok(Value::NONE)
}

/// `_is_type(x)`
fn is_type(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(Value::bool(vm.is_type(args.get(vm, 0))))
}

/// `_is_instance(object, class)`: by the order of its type, no hooks.
fn is_instance(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(Value::bool(vm.is_instance(args.get(vm, 0), args.get(vm, 1))))
}

/// `_is_subclass(class, class)`: by order, no hooks.
fn is_subclass(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(Value::bool(vm.is_subclass(args.get(vm, 0), args.get(vm, 1))))
}

/// `_all_types(tuple)`: is every item a type?
fn all_types(vm: &mut Vm<'_>, args: Args) -> Result {
    let tuple = args.get(vm, 0);
    let n = vm.heap.items(tuple).len();
    Ok(Value::bool((0..n).all(|i| vm.is_type(vm.heap.item(tuple, i)))))
}

/// `_type_find(class, name)`: what the order of a class holds under a name, not bound; None when nothing.
fn type_find(vm: &mut Vm<'_>, args: Args) -> Result {
    let (class, name) = (args.get(vm, 0), args.get(vm, 1));
    Ok(vm.find_in_type(class, name).unwrap_or(Value::NONE))
}

/// `_type_qualname(class)`
fn type_qualname(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    match class.as_builtin_type() {
        Some(t) => {
            let made = vm.heap.intern(Type::from_index(t).name().as_bytes());
            vm.grant_memory(made)
        }
        None if vm.heap.is_class(class) => Ok(vm.heap.class_qualname(class)),
        None => Ok(Value::NONE),
    }
}

/// `_type_module(class)`: its `__module__`, None when it is no string.
fn type_module(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    match class.as_builtin_type() {
        Some(t) => {
            let made = vm.heap.intern(Type::from_index(t).module().as_bytes());
            vm.grant_memory(made)
        }
        None if vm.heap.is_class(class) => {
            let dict = vm.heap.class_dict(class);
            let module = vm.heap.get_str(dict, names::DUNDER_MODULE);
            Ok(module.filter(|&module| vm.heap.is_str(module)).unwrap_or(Value::NONE))
        }
        None => Ok(Value::NONE),
    }
}

/// `_plain_getattr(object, name)`: `object.__getattribute__`, whatever the class says.
fn plain_getattr(vm: &mut Vm<'_>, args: Args) -> Result {
    let (object, name) = (args.get(vm, 0), args.get(vm, 1));
    let found = vm.default_attribute(object, name)?;
    let found = vm.call_native_getter(found)?;
    let (object, name) = (args.get(vm, 0), args.get(vm, 1));
    finish(vm, object, name, found)
}

/// `_alias(origin, arguments)`: a generic alias.
fn alias(vm: &mut Vm<'_>, args: Args) -> Result {
    let (origin, item) = (args.get(vm, 0), args.get(vm, 1));
    crate::builtins::alias::new_alias(vm, origin, item)
}

// Making classes

/// `_best_metaclass(metaclass, bases)`: the most derived of it and those of the bases.
fn best_metaclass(vm: &mut Vm<'_>, args: Args) -> Result {
    let (mut winner, bases) = (args.get(vm, 0), args.get(vm, 1));
    for i in 0..vm.heap.items(bases).len() {
        let one = vm.type_of(vm.heap.item(bases, i));
        if vm.is_subclass(winner, one) {
            continue;
        }
        if !vm.is_subclass(one, winner) {
            return Err(vm.raise(
                Type::TypeError,
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of \
                 all its bases",
            ));
        }
        winner = one;
    }
    Ok(winner)
}

/// `_check_class(metaclass, name, bases, namespace)`: are these what `type.__new__` takes?
fn check_class(vm: &mut Vm<'_>, args: Args) -> Result {
    let wanted: [(usize, fn(&Vm<'_>, Value) -> bool, &str); 3] = [
        (1, |vm, v| vm.heap.is_str(vm.unwrap(v)), "str"),
        (2, |vm, v| vm.heap.is_kind(vm.unwrap(v), Kind::Tuple), "tuple"),
        (3, |vm, v| vm.heap.is_kind(vm.unwrap(v), Kind::Dict), "dict"),
    ];
    for (i, is, name) in wanted {
        let value = args.get(vm, i);
        if !is(vm, value) {
            return Err(vm.raise_with(Type::TypeError, |vm, out| {
                write!(out, "type.__new__() argument {i} must be {name}, not ")?;
                vm.write_type_name(value, out)
            }));
        }
    }
    Ok(Value::NONE)
}

/// `_slots_of(namespace)`: its `__slots__`, the namespace itself when there are none.
fn slots_of(vm: &mut Vm<'_>, args: Args) -> Result {
    let namespace = args.get(vm, 0);
    let dict = vm.unwrap(namespace);
    Ok(vm.heap.get_str(dict, names::DUNDER_SLOTS).unwrap_or(namespace))
}

/// `_class_make(metaclass, name, bases, namespace, slots or None)`: the class, before the hooks.
fn class_make(vm: &mut Vm<'_>, args: Args) -> Result {
    let [metaclass, name, bases, namespace, slots] = core::array::from_fn(|i| vm.unwrap(args.get(vm, i)));
    // A snapshot may have anything here.
    if !vm.heap.is_kind(bases, Kind::Tuple) || !vm.heap.is_kind(namespace, Kind::Dict) {
        return Err(super::container::misused(vm));
    }
    let module = vm.script_globals().and_then(|globals| vm.heap.get_str(globals, names::DUNDER_NAME));
    let slots = if slots.is_none() { Value::NULL } else { slots };
    let metaclass = if metaclass == Type::Type.value() { metaclass } else { args.get(vm, 0) };
    let new = NewClass {
        name: vm.heap.hold(name),
        bases: vm.heap.hold(bases),
        namespace: vm.heap.hold(namespace),
        metaclass: vm.heap.hold(metaclass),
        slots: vm.heap.hold(slots),
        module: vm.heap.hold(module.unwrap_or(Value::NULL)),
    };
    vm.make_class(new)
}

/// `_meta_mro(metaclass)`: a `mro` that a script defined for it, or None.
fn meta_mro(vm: &mut Vm<'_>, args: Args) -> Result {
    let metaclass = args.get(vm, 0);
    Ok(vm.find_user(metaclass, names::short("mro")).unwrap_or(Value::NONE))
}

/// `_set_mro(class, tuple)`: the order that a metaclass gave.
fn set_mro(vm: &mut Vm<'_>, args: Args) -> Result {
    let (class, order) = (args.get(vm, 0), args.get(vm, 1));
    let n = vm.heap.items(order).len();
    let odd = (0..n).find(|&i| !vm.is_type(vm.heap.item(order, i)));
    if let Some(i) = odd {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("mro() returned a non-class ('")?;
            vm.write_type_name(vm.heap.item(order, i), out)?;
            out.write_str("')")
        }));
    }
    let layout = vm.layout_of(class);
    let fits = (0..n).all(|i| layout.is_a(vm.layout_of(vm.heap.item(order, i))));
    if n == 0 || !fits {
        return Err(vm.raise(Type::TypeError, "mro() returned base with unsuitable layout"));
    }
    vm.heap.set_class_mro(class, order);
    vm.next_epoch();
    vm.refresh_flags(class);
    Ok(Value::NONE)
}

/// `_set_name_hooks(class)`: a list of `(name, value)` whose `__set_name__` is a script's, or None when there are none.
/// Properties learn their names at once.
fn set_name_hooks(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    let dict = vm.heap.class_dict(class);
    let mut count = 0;
    for entry in 0..vm.heap.dict_used(dict) {
        let (name, value) = (vm.heap.entry_key(dict, entry), vm.heap.entry_value(dict, entry));
        if !vm.heap.is_str(name) {
            continue;
        }
        match hook_of(vm, value) {
            Hook::None => {}
            Hook::Property => {
                let record = vm.unwrap(value);
                vm.heap.set_record_field(record, property::NAME, name);
            }
            Hook::User => count += 1,
        }
    }
    if count == 0 {
        return Ok(Value::NONE);
    }
    vm.reserve(crate::object::list::list_words(count) + 3 * count)?;
    let list = vm.heap.alloc_list(count);
    let dict = vm.heap.class_dict(args.get(vm, 0));
    let mut i = 0;
    for entry in 0..vm.heap.dict_used(dict) {
        let (name, value) = (vm.heap.entry_key(dict, entry), vm.heap.entry_value(dict, entry));
        if i < count && vm.heap.is_str(name) && hook_of(vm, value) == Hook::User {
            let pair = vm.heap.alloc_tuple(2);
            vm.heap.set_item(pair, 0, name);
            vm.heap.set_item(pair, 1, value);
            vm.heap.set_list_item(list, i, pair);
            i += 1;
        }
    }
    Ok(list)
}

/// Whose `__set_name__` a value of a class namespace has.
#[derive(PartialEq)]
enum Hook {
    None,
    Property,
    User,
}

fn hook_of(vm: &mut Vm<'_>, value: Value) -> Hook {
    let kind = vm.heap.kind(value);
    if vm.heap.is_record(value, Type::Property) {
        return Hook::Property;
    }
    if !matches!(kind, Kind::Instance | Kind::Class | Kind::Exception) {
        return Hook::None;
    }
    let class = vm.type_of(value);
    if vm.find_user(class, names::DUNDER_SET_NAME).is_some() {
        Hook::User
    } else if vm.heap.is_record(vm.unwrap(value), Type::Property) {
        Hook::Property
    } else {
        Hook::None
    }
}

/// `_init_subclass(class)`: the `__init_subclass__` of its bases, bound to it; None when it is that of `object`.
fn init_subclass(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    for i in 1..vm.mro_len(class) {
        let base = vm.mro_item(class, i);
        if let Some(found) = vm.find_in_one(base, names::DUNDER_INIT_SUBCLASS) {
            if found.as_native().is_some() {
                return Ok(Value::NONE);
            }
            let found = vm.bind(found, Value::NULL, class)?;
            let class = args.get(vm, 0);
            return finish(vm, class, names::DUNDER_INIT_SUBCLASS, found);
        }
    }
    Ok(Value::NONE)
}

// Calling classes

/// `_class_new(class)`: the `__new__` to call with it.
fn class_new(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    let Some(found) = vm.find_in_type(class, names::DUNDER_NEW) else { return Ok(vm.default_new()) };
    if found == vm.default_new() && vm.heap.class_flags(class) & class::HAS_PAYLOAD != 0 {
        // The type of its payload has no `__new__` of its own: its constructor makes the payload.
        let entry = INTRINSICS.binary_search_by(|def| def.name.cmp("_payload_new")).unwrap_or(0);
        return vm.module_attribute(crate::builtins::INTRINSICS_TABLE, entry);
    }
    let found = vm.bind(found, Value::NULL, class)?;
    let class = args.get(vm, 0);
    finish(vm, class, names::DUNDER_NEW, found)
}

/// `_payload_new(class, *args, **keywords)`: an instance whose payload its built-in type makes of the arguments.
fn payload_new(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_make_payload")?;
    Err(vm.tail_forward(function, args))
}

/// `_class_init(object)`: its `__init__`, bound; None when there is nothing to do.
fn class_init(vm: &mut Vm<'_>, args: Args) -> Result {
    let object = args.get(vm, 0);
    let class = vm.type_of(object);
    let Some(found) = vm.find_in_type(class, names::DUNDER_INIT) else { return Ok(Value::NONE) };
    if Some(found) == vm.find_in_builtin(Type::Object, names::DUNDER_INIT) {
        return Ok(Value::NONE);
    }
    let found = vm.bind(found, object, class)?;
    let object = args.get(vm, 0);
    if let Found::Method(function) = found {
        // That of a super object is for itself, not for what it stands for.
        let made = vm.heap.new_bound_method(function, object);
        return vm.grant_memory(made);
    }
    finish(vm, object, names::DUNDER_INIT, found)
}

// Raising and generators

/// `_raise(exception)`, `_raise(exception, cause)`: as the statement, for what is an exception already.
fn raise(vm: &mut Vm<'_>, args: Args) -> Result {
    let (exception, cause) = (args.get(vm, 0), args.get(vm, 1));
    if !vm.heap.is_exception(exception) {
        return Err(vm.raise(Type::TypeError, "exceptions must derive from BaseException"));
    }
    if args.len() == 2 {
        vm.set_cause(exception, cause)?;
    }
    let exception = args.get(vm, 0);
    Err(vm.throw(exception))
}

/// `_throw_in(generator, exception, arguments of throw)`
fn throw_in(vm: &mut Vm<'_>, args: Args) -> Result {
    let (generator, exception, given) = (args.get(vm, 0), args.get(vm, 1), args.get(vm, 2));
    let given = if vm.heap.is_kind(given, Kind::Tuple) { given } else { Value::NULL };
    Err(vm.throw_to(generator, exception, given))
}

/// `_async_generator_throw_in(generator, exception)`: the awaitable of `athrow`.
fn async_generator_throw_in(vm: &mut Vm<'_>, args: Args) -> Result {
    let (generator, exception) = (args.get(vm, 0), args.get(vm, 1));
    let made =
        vm.heap.new_record(Type::AsyncGeneratorThrow, &[generator, exception, crate::interp::step::FRESH]);
    vm.grant_memory(made)
}

/// `_exception_traceback(exception)`
fn exception_traceback(vm: &mut Vm<'_>, args: Args) -> Result {
    let exception = args.get(vm, 0);
    if !vm.heap.is_exception(exception) {
        return Ok(Value::NONE);
    }
    Ok(vm.heap.field(exception, crate::object::exception::E_TRACEBACK))
}

/// `_is_coroutine(x)`: a coroutine, or a generator that `types.coroutine` made one.
fn is_coroutine(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    let is = vm.heap.is_kind(value, Kind::Generator)
        && vm.heap.generator_flavour(value) == crate::object::generator::Flavour::Coroutine;
    let _ = (Root::Handled, What::Type(Type::Object), Found::Missing);
    Ok(Value::bool(is))
}
