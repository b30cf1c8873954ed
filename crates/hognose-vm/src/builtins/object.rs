//! `object`: what every object can do.

use crate::heap::{Kind, Root};
use crate::interp::{Found, Setter};
use crate::names;
use crate::native::{Args, Def, MANY, Native, Result, Trap, What, native_value};
use crate::object::class;
use crate::object::exception::{E_CLASS, E_DICT};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Most slots of a class whose objects may become those of one with the same slots in another order.
const MOST_REORDERED: usize = 32;

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    if kind == Type::Object { OBJECT } else { &[] }
}

static OBJECT: &[Def] = defs![
    Def::get_set("__class__", &(get_class, set_class)),
    Def::function("__delattr__", delattr, 1, 1),
    Def::get_set("__dict__", &(get_dict, set_dict)),
    Def::frozen("__dir__", &"_object_dir"),
    Def::getter("__doc__", get_doc),
    Def::function("__eq__", eq, 1, 1),
    Def::frozen("__format__", &"_object_format"),
    Def::function("__ge__", unordered, 1, 1),
    Def::function("__getattribute__", getattribute, 1, 1),
    Def::frozen("__getstate__", &"_object_getstate"),
    Def::function("__gt__", unordered, 1, 1),
    Def::function("__hash__", hash, 0, 0),
    Def::keywords("__init__", init, 0, MANY),
    Def::class_method("__init_subclass__", init_subclass, 0, 0).with_keywords(),
    Def::function("__le__", unordered, 1, 1),
    Def::function("__lt__", unordered, 1, 1),
    Def::frozen("__ne__", &"_object_ne"),
    Def::fixed("__new__", new, 0, MANY),
    Def::frozen("__reduce__", &"_object_reduce"),
    Def::frozen("__reduce_ex__", &"_object_reduce_ex"),
    Def::frozen("__repr__", &"_object_repr"),
    Def::function("__setattr__", setattr, 2, 2),
    Def::function("__sizeof__", sizeof, 0, 0),
    Def::frozen("__str__", &"_object_str"),
    Def::class_method("__subclasshook__", subclasshook, 0, MANY),
];

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    if kind == Type::Object { Some(make) } else { None }
}

fn make(vm: &mut Vm<'_>, args: Args) -> Result {
    if args.len() + args.keyword_count() > 0 {
        return Err(vm.raise(Type::TypeError, "object() takes no arguments"));
    }
    let made = vm.heap.new_record(Type::Object, &[]);
    vm.grant_memory(made)
}

/// Is what a class has under a name that of `object`?
fn is_default(vm: &mut Vm<'_>, class: Value, name: Value) -> bool {
    let own = vm.find_in_builtin(Type::Object, name);
    vm.find_in_type(class, name) == own
}

fn init(vm: &mut Vm<'_>, args: Args) -> Result {
    if args.len() + args.keyword_count() <= 1 {
        return Ok(Value::NONE);
    }
    let class = vm.type_of(args.get(vm, 0));
    if !is_default(vm, class, names::DUNDER_INIT) {
        return Err(vm.raise(
            Type::TypeError,
            "object.__init__() takes exactly one argument (the instance to initialize)",
        ));
    }
    if is_default(vm, class, names::DUNDER_NEW) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            vm.write_class_name(class, out)?;
            out.write_str(".__init__() takes exactly one argument (the instance to initialize)")
        }));
    }
    Ok(Value::NONE)
}

fn new(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    if class.is_unbound() {
        return Err(vm.raise(Type::TypeError, "object.__new__(): not enough arguments"));
    }
    if !vm.is_type(class) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("object.__new__(X): X is not a type object (")?;
            vm.write_type_name(class, out)?;
            out.write_str(")")
        }));
    }
    let solid = vm.solid_base(class);
    if let Some(t) = solid.as_builtin_type().filter(|&t| t != Type::Object as u16) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("object.__new__(")?;
            vm.write_class_name(class, out)?;
            write!(out, ") is not safe, use {}.__new__()", Type::from_index(t).name())
        }));
    }
    if args.len() + args.keyword_count() > 1 {
        if !is_default(vm, class, names::DUNDER_NEW) {
            return Err(vm.raise(
                Type::TypeError,
                "object.__new__() takes exactly one argument (the type to instantiate)",
            ));
        }
        if is_default(vm, class, names::DUNDER_INIT) {
            return Err(vm.raise_with(Type::TypeError, |vm, out| {
                vm.write_class_name(class, out)?;
                out.write_str("() takes no arguments")
            }));
        }
    }
    let class = args.get(vm, 0);
    if class.as_builtin_type().is_some() {
        let made = vm.heap.new_record(Type::Object, &[]);
        return vm.grant_memory(made);
    }
    if vm.heap.class_flags(class) & class::IS_ABSTRACT != 0 {
        let function = vm.frozen_function("_abstract_error")?;
        let class = args.get(vm, 0);
        return Err(vm.tail_call(function, &[class]));
    }
    vm.new_instance(class)
}

fn eq(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(if args.get(vm, 0) == args.get(vm, 1) { Value::TRUE } else { Value::NOT_IMPLEMENTED })
}

fn unordered(_vm: &mut Vm<'_>, _args: Args) -> Result {
    Ok(Value::NOT_IMPLEMENTED)
}

fn hash(vm: &mut Vm<'_>, args: Args) -> Result {
    use crate::object::equal::Hash;
    let object = args.get(vm, 0);
    let hash = if object.is_object() { vm.heap.identity_hash(object) } else { vm.heap.quick_hash(object) };
    match hash {
        Hash::Visible(hash) => {
            let made = vm.heap.new_int(hash);
            vm.grant_memory(made)
        }
        _ => Err(vm.out_of_memory()),
    }
}

/// The name of an attribute that a script gave, interned; TypeError when it is no string.
pub(crate) fn attribute_name(vm: &mut Vm<'_>, name: Value) -> Result {
    let name = vm.unwrap(name);
    if !vm.heap.is_str(name) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("attribute name must be string, not '")?;
            vm.write_type_name(name, out)?;
            out.write_str("'")
        }));
    }
    let made = vm.heap.intern_value(name);
    vm.grant_memory(made)
}

/// What a lookup found as the value of a native: methods are bound, getters are called.
pub(crate) fn finish(vm: &mut Vm<'_>, object: Value, name: Value, found: Found) -> Result {
    match found {
        Found::Value(value) => Ok(value),
        Found::Method(function) => {
            let receiver = vm.method_receiver(object);
            let made = vm.heap.new_bound_method(function, receiver);
            vm.grant_memory(made)
        }
        Found::Call(callee, arguments) => Err(vm.tail_call(callee, crate::interp::given(&arguments))),
        Found::Missing => Err(vm.attribute_error(object, name)),
    }
}

fn getattribute(vm: &mut Vm<'_>, args: Args) -> Result {
    let name = attribute_name(vm, args.get(vm, 1))?;
    args.set(vm, 1, name);
    let object = args.get(vm, 0);
    let found = vm.default_attribute(object, name)?;
    let found = vm.call_native_getter(found)?;
    let (object, name) = (args.get(vm, 0), args.get(vm, 1));
    finish(vm, object, name, found)
}

fn setattr(vm: &mut Vm<'_>, args: Args) -> Result {
    let name = attribute_name(vm, args.get(vm, 1))?;
    let (object, value) = (args.get(vm, 0), args.get(vm, 2));
    let setter = vm.generic_set_attribute(object, name, value)?;
    after_setting(vm, setter)
}

fn delattr(vm: &mut Vm<'_>, args: Args) -> Result {
    let name = attribute_name(vm, args.get(vm, 1))?;
    let object = args.get(vm, 0);
    let setter = vm.generic_set_attribute(object, name, Value::UNBOUND)?;
    after_setting(vm, setter)
}

/// None when an attribute was set or deleted, else the call of what does it.
pub(crate) fn after_setting(vm: &mut Vm<'_>, setter: Setter) -> Result {
    let Some((callee, arguments)) = setter else { return Ok(Value::NONE) };
    let function = vm.heap.hold(callee);
    let places = arguments.map(|a| vm.heap.hold(a));
    // The value of the setter is dropped by the frozen caller.
    let discard = vm.frozen_function("_discard")?;
    let callee = vm.heap.held(function);
    let arguments = places.map(|p| vm.heap.held(p));
    let n = crate::interp::given(&arguments).len();
    let all = [callee, arguments[0], arguments[1], arguments[2]];
    Err(vm.tail_call(discard, &all[..n + 1]))
}

fn init_subclass(vm: &mut Vm<'_>, args: Args) -> Result {
    if args.keyword_count() == 0 {
        return Ok(Value::NONE);
    }
    let class = args.get(vm, 0);
    Err(vm.raise_with(Type::TypeError, |vm, out| {
        vm.write_class_name(class, out)?;
        out.write_str(".__init_subclass__() takes no keyword arguments")
    }))
}

fn subclasshook(_vm: &mut Vm<'_>, _args: Args) -> Result {
    Ok(Value::NOT_IMPLEMENTED)
}

fn sizeof(vm: &mut Vm<'_>, args: Args) -> Result {
    let object = args.get(vm, 0);
    let words = if object.is_object() { vm.heap.size(object) } else { 1 };
    Ok(Value::int(8 * words as i64))
}

fn get_doc(_vm: &mut Vm<'_>, _args: Args) -> Result {
    Ok(Value::NONE)
}

fn get_class(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.type_of(args.get(vm, 0)))
}

fn set_class(vm: &mut Vm<'_>, args: Args) -> Result {
    let (object, class) = (args.get(vm, 0), args.get(vm, 1));
    if class.is_unbound() {
        return Err(vm.raise(Type::TypeError, "can't delete __class__ attribute"));
    }
    if !vm.is_type(class) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("__class__ must be set to a class, not '")?;
            vm.write_type_name(class, out)?;
            out.write_str("' object")
        }));
    }
    let old = vm.type_of(object);
    if vm.heap.is_kind(object, Kind::Module) && class.is_object() && vm.layout_of(class) == Type::Module {
        return Err(vm.raise(Type::TypeError, "__class__ assignment of modules is not supported"));
    }
    if !class.is_object() || !old.is_object() {
        return Err(vm.raise(
            Type::TypeError,
            "__class__ assignment only supported for mutable types or ModuleType subclasses",
        ));
    }
    let same = vm.same_layout(old, class) && vm.has_dict(old) == vm.has_dict(class);
    match vm.heap.kind(object) {
        Kind::Instance if same => {
            vm.reorder_slots(object, old, class)?;
            let (object, class) = (args.get(vm, 0), args.get(vm, 1));
            vm.change_class(object, class)?;
        }
        Kind::Exception if same => vm.heap.set_field(object, E_CLASS, class),
        _ => return Err(vm.layout_differs("__class__", class, old)),
    }
    Ok(Value::NONE)
}

impl Vm<'_> {
    /// Have instances of two classes the same fixed slots? Those of one class, or of two that add the same to one base.
    fn same_layout(&self, one: Value, other: Value) -> bool {
        let (one, other) = (self.solid_base(one), self.solid_base(other));
        if one == other {
            return true;
        }
        if !one.is_object()
            || !other.is_object()
            || self.heap.class_base(one) != self.heap.class_base(other)
            || self.has_dict(one) != self.has_dict(other)
        {
            return false;
        }
        let (one, other) = (self.heap.class_slots(one), self.heap.class_slots(other));
        let n = self.heap.tuple_len(one);
        let named = |i| (0..n).any(|k| self.heap.item(one, i) == self.heap.item(other, k));
        n == self.heap.tuple_len(other) && n <= MOST_REORDERED && (0..n).all(named)
    }

    /// Values of slots that both classes have, but in another order, change places.
    fn reorder_slots(&mut self, object: Value, old: Value, new: Value) -> Result<()> {
        let (old, new) = (self.solid_base(old), self.solid_base(new));
        if old == new || !old.is_object() || !new.is_object() {
            return Ok(());
        }
        let (from, to) = (self.heap.class_slots(old), self.heap.class_slots(new));
        let n = self.heap.tuple_len(to).min(MOST_REORDERED);
        let first = self.heap.shape_slots(self.heap.class_shape(old)).saturating_sub(n);
        let mark = self.heap.held_mark();
        let place = self.heap.hold(object);
        let mut values = [place; MOST_REORDERED];
        for (k, value) in values.iter_mut().enumerate().take(n) {
            let name = self.heap.item(to, k);
            let found = (0..n).find(|&i| self.heap.item(from, i) == name);
            *value = self.heap.hold(found.map_or(Value::NULL, |i| self.heap.slot(object, first + i)));
        }
        let mut result = Ok(());
        for (k, &value) in values.iter().enumerate().take(n) {
            let (object, value) = (self.heap.held(place), self.heap.held(value));
            let made = self.heap.set_slot(object, first + k, value);
            result = result.and(self.grant_memory(made));
        }
        self.heap.release_to(mark);
        result
    }

    /// Makes an instance one of another class with the same layout: its attributes move to the shapes of that class.
    fn change_class(&mut self, object: Value, class: Value) -> Result<()> {
        let (o, c) = (self.heap.hold(object), self.heap.hold(class));
        // A real dict first: then only the fixed slots are left, which are in the same places.
        if self.heap.class_flags(self.heap.instance_class(object)) & class::NO_DICT == 0 {
            let made = self.heap.to_dict_mode(object);
            self.grant_memory(made)?;
            let made = self.heap.class_dict_mode(self.heap.held(c));
            let shape = self.grant_memory(made)?;
            let object = self.heap.held(o);
            self.heap.set_shape(object, shape);
        } else {
            let shape = self.heap.class_shape(self.heap.held(c));
            let object = self.heap.held(o);
            self.heap.set_shape(object, shape);
        }
        Ok(())
    }
}

fn no_dict(vm: &mut Vm<'_>, object: Value) -> Trap {
    vm.attribute_error(object, names::DUNDER_DICT)
}

/// `__dict__` of any object: a live dict, or AttributeError.
fn get_dict(vm: &mut Vm<'_>, args: Args) -> Result {
    let object = args.get(vm, 0);
    match vm.heap.kind(object) {
        Kind::Instance => {
            let class = vm.heap.instance_class(object);
            if vm.heap.class_flags(class) & class::NO_DICT != 0 {
                return Err(no_dict(vm, object));
            }
            let made = vm.heap.to_dict_mode(object);
            let object = vm.grant_memory(made)?;
            Ok(vm.heap.instance_dict(object))
        }
        Kind::Exception | Kind::Function => vm.own_dict(object),
        Kind::Module => vm.whole_module_dict(object),
        Kind::Record
            if vm.heap.is_record(object, Type::StaticMethod)
                || vm.heap.is_record(object, Type::ClassMethod) =>
        {
            if !vm.heap.record_field(object, 1).is_object() {
                let made = vm.heap.new_dict();
                let dict = vm.grant_memory(made)?;
                let object = args.get(vm, 0);
                vm.heap.set_record_field(object, 1, dict);
            }
            Ok(vm.heap.record_field(args.get(vm, 0), 1))
        }
        _ => Err(no_dict(vm, object)),
    }
}

fn set_dict(vm: &mut Vm<'_>, args: Args) -> Result {
    let (object, dict) = (args.get(vm, 0), args.get(vm, 1));
    match vm.heap.kind(object) {
        Kind::Instance if vm.heap.class_flags(vm.heap.instance_class(object)) & class::NO_DICT == 0 => {}
        Kind::Exception | Kind::Function => {}
        Kind::Module => return Err(vm.raise(Type::AttributeError, "readonly attribute")),
        _ => return Err(no_dict(vm, object)),
    }
    let inner = vm.unwrap(dict);
    if !vm.heap.is_kind(inner, Kind::Dict) && !dict.is_unbound() {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("__dict__ must be set to a dictionary, not a '")?;
            vm.write_type_name(dict, out)?;
            out.write_str("'")
        }));
    }
    let inner = if dict.is_unbound() {
        if !vm.heap.is_kind(object, Kind::Instance) {
            return Err(vm.raise(Type::TypeError, "cannot delete __dict__"));
        }
        let made = vm.heap.new_dict();
        vm.grant_memory(made)?
    } else {
        inner
    };
    let place = vm.heap.hold(inner);
    let object = args.get(vm, 0);
    match vm.heap.kind(object) {
        Kind::Instance => {
            let made = vm.heap.to_dict_mode(object);
            let object = vm.grant_memory(made)?;
            let dict = vm.heap.held(place);
            vm.heap.set_instance_dict(object, dict);
        }
        Kind::Exception => vm.heap.set_field(object, E_DICT, inner),
        _ => vm.set_function_special(object, names::DUNDER_DICT, inner)?,
    }
    Ok(Value::NONE)
}

impl Vm<'_> {
    /// The namespace of a module with everything that its static table has.
    pub(crate) fn whole_module_dict(&mut self, module: Value) -> Result {
        let definition = self.heap.aux(module) as u32;
        if definition == 0 {
            return Ok(self.heap.module_dict(module));
        }
        let mark = self.heap.held_mark();
        let place = self.heap.hold(module);
        let result = self.fill_module_dict(place, crate::native::MODULE_TABLES + definition - 1);
        let module = self.heap.held(place);
        self.heap.release_to(mark);
        result?;
        Ok(self.heap.module_dict(module))
    }

    fn fill_module_dict(&mut self, module: crate::heap::Held, table: u32) -> Result<()> {
        let is_builtins = table == crate::builtins::BUILTINS_TABLE;
        let count = if is_builtins {
            crate::builtins::FUNCTIONS.len()
        } else {
            self.modules
                .get((table - crate::native::MODULE_TABLES) as usize)
                .map_or(0, |m| m.attributes.len())
        };
        self.charge(4 * count);
        let made = self.heap.intern(b"__name__");
        self.grant_memory(made)?;
        for entry in 0..count {
            let Some(def) = self.native_def(table << 16 | entry as u32) else { continue };
            if matches!(def.what, What::FrozenObject(_)) {
                // Only frozen code can make these: `_module_whole` does.
                continue;
            }
            let made = self.heap.intern(def.name.as_bytes());
            let name = self.grant_memory(made)?;
            let dict = self.heap.module_dict(self.heap.held(module));
            if self.heap.get_str(dict, name).is_some() {
                continue;
            }
            let name = self.heap.hold(name);
            let value = self.module_attribute(table, entry)?;
            let dict = self.heap.module_dict(self.heap.held(module));
            let made = self.heap.set_str(dict, self.heap.held(name), value);
            self.grant_memory(made)?;
            self.heap.release(name);
        }
        if is_builtins && self.heap.root(Root::Builtins).is_null() {
            // From now on a script may change what is in the dict.
            let dict = self.heap.module_dict(self.heap.held(module));
            self.heap.set_root(Root::Builtins, dict);
            self.forget_caches();
        }
        Ok(())
    }

    /// The `__new__` of `object` as a value.
    pub(crate) fn default_new(&mut self) -> Value {
        self.find_in_builtin(Type::Object, names::DUNDER_NEW).unwrap_or(native_value(0, 0))
    }
}
