//! Built-in functions about attributes, types and identity.

use crate::builtins::object::{after_setting, attribute_name, finish};
use crate::heap::{Kind, Root};
use crate::interp::Found;
use crate::names;
use crate::native::{Args, Result, Trap, What};
use crate::object::class::HAS_GETATTRIBUTE;
use crate::object::equal::Hash;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// `callable`
pub fn callable(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    Ok(Value::bool(vm.is_callable(value)))
}

impl Vm<'_> {
    /// Can it be called?
    pub(crate) fn is_callable(&mut self, value: Value) -> bool {
        if let Some(index) = value.as_native() {
            return !matches!(
                self.native_def(index).map(|d| d.what),
                Some(What::Getter(_) | What::Member(_) | What::GetSet(_))
            );
        }
        if self.is_type(value) || matches!(self.heap.kind(value), Kind::Function | Kind::BoundMethod) {
            return true;
        }
        let class = self.type_of(value);
        self.find_in_type(class, names::DUNDER_CALL).is_some_and(|found| !found.is_none())
    }
}

/// `delattr`
pub fn delattr(vm: &mut Vm<'_>, args: Args) -> Result {
    let name = attribute_name(vm, args.get(vm, 1))?;
    let object = args.get(vm, 0);
    let setter = vm.set_attribute(object, name, Value::UNBOUND)?;
    after_setting(vm, setter)
}

/// `setattr`
pub fn setattr(vm: &mut Vm<'_>, args: Args) -> Result {
    let name = attribute_name(vm, args.get(vm, 1))?;
    let (object, value) = (args.get(vm, 0), args.get(vm, 2));
    let setter = vm.set_attribute(object, name, value)?;
    after_setting(vm, setter)
}

/// `getattr`
pub fn getattr(vm: &mut Vm<'_>, args: Args) -> Result {
    let name = attribute_name(vm, args.get(vm, 1))?;
    args.set(vm, 1, name);
    let object = args.get(vm, 0);
    let found = match vm.attribute(object, name) {
        Err(Trap::Raised) if args.len() > 2 && vm.is_raised(Type::AttributeError) => {
            vm.heap.set_root(Root::Raised, Value::NULL);
            Found::Missing
        }
        found => found?,
    };
    if args.len() > 2 {
        match found {
            Found::Missing => return Ok(args.get(vm, 2)),
            Found::Call(..) => {
                // A getter of a script: its AttributeError means the default.
                let function = vm.frozen_function("_getattr_default")?;
                return Err(vm.tail_forward(function, args));
            }
            _ => {}
        }
    }
    let (object, name) = (args.get(vm, 0), args.get(vm, 1));
    finish(vm, object, name, found)
}

/// `hasattr`
pub fn hasattr(vm: &mut Vm<'_>, args: Args) -> Result {
    let name = attribute_name(vm, args.get(vm, 1))?;
    args.set(vm, 1, name);
    let object = args.get(vm, 0);
    match vm.attribute(object, name) {
        Ok(Found::Missing) => Ok(Value::FALSE),
        Ok(Found::Call(..)) => {
            let function = vm.frozen_function("_hasattr")?;
            Err(vm.tail_forward(function, args))
        }
        Ok(_) => Ok(Value::TRUE),
        Err(Trap::Raised) if vm.is_raised(Type::AttributeError) => {
            vm.heap.set_root(Root::Raised, Value::NULL);
            Ok(Value::FALSE)
        }
        Err(trap) => Err(trap),
    }
}

/// `dir`
pub fn dir(vm: &mut Vm<'_>, args: Args) -> Result {
    if !args.is_empty() {
        let function = vm.frozen_function("_builtin_dir")?;
        return Err(vm.tail_forward(function, args));
    }
    let locals = super::code::locals(vm, args)?;
    let place = vm.heap.hold(locals);
    let function = vm.frozen_function("_sorted_keys")?;
    let locals = vm.heap.held(place);
    Err(vm.tail_call(function, &[locals]))
}

/// `vars`
pub fn vars(vm: &mut Vm<'_>, args: Args) -> Result {
    if args.is_empty() {
        return super::code::locals(vm, args);
    }
    let object = args.get(vm, 0);
    match vm.attribute(object, names::DUNDER_DICT) {
        Ok(Found::Missing) => Err(no_dict(vm)),
        Err(Trap::Raised) if vm.is_raised(Type::AttributeError) => Err(no_dict(vm)),
        found => {
            let found = found?;
            let object = args.get(vm, 0);
            finish(vm, object, names::DUNDER_DICT, found)
        }
    }
}

fn no_dict(vm: &mut Vm<'_>) -> Trap {
    vm.raise(Type::TypeError, "vars() argument must have __dict__ attribute")
}

/// `hash`
pub fn hash(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    if let Hash::Visible(hash) = vm.heap.quick_hash(value) {
        let made = vm.heap.new_int(hash);
        return vm.grant_memory(made);
    }
    let function = vm.frozen_function("_builtin_hash")?;
    Err(vm.tail_forward(function, args))
}

/// `help`
pub fn help(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_help")?;
    Err(vm.tail_forward(function, args))
}

/// `id`
pub fn id(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    let made = vm.heap.identity(value);
    let id = vm.grant_memory(made)?;
    // Values that are no objects are their own identity: tag and payload, without the bits that all of them have.
    let id = if value.is_object() || value.is_float() { id } else { (id & 0x0007_FFFF_FFFF_FFFF) << 4 | 8 };
    let made = vm.heap.new_uint(id);
    vm.grant_memory(made)
}

/// `isinstance`
pub fn isinstance(vm: &mut Vm<'_>, args: Args) -> Result {
    let (object, class) = (args.get(vm, 0), args.get(vm, 1));
    if let Some(is) = vm.quick_isinstance(object, class) {
        return Ok(Value::bool(is));
    }
    let function = vm.frozen_function("_builtin_isinstance")?;
    Err(vm.tail_forward(function, args))
}

/// `issubclass`
pub fn issubclass(vm: &mut Vm<'_>, args: Args) -> Result {
    let (class, base) = (args.get(vm, 0), args.get(vm, 1));
    if let Some(is) = vm.quick_issubclass(class, base) {
        return Ok(Value::bool(is));
    }
    let function = vm.frozen_function("_builtin_issubclass")?;
    Err(vm.tail_forward(function, args))
}

impl Vm<'_> {
    /// The classes of a tuple or union, or one class.
    fn members(&self, class: Value) -> (Value, usize) {
        if self.heap.is_kind(class, Kind::Tuple) {
            return (class, self.heap.tuple_len(class));
        }
        if self.heap.is_record(class, Type::Union) {
            let members = self.heap.record_field(class, 0);
            return (members, self.heap.tuple_len(members));
        }
        (Value::NULL, 1)
    }

    /// A class whose checks are those of `type`.
    fn has_plain_checks(&mut self, class: Value, name: Value) -> bool {
        if class.as_builtin_type().is_some() {
            return true;
        }
        if !self.heap.is_class(class) {
            return false;
        }
        let metaclass = self.heap.class_metaclass(class);
        !metaclass.is_object() || self.find_user(metaclass, name).is_none()
    }

    /// `isinstance` without Python code; None when some may be needed.
    pub(crate) fn quick_isinstance(&mut self, object: Value, class: Value) -> Option<bool> {
        let own = self.type_of(object);
        if own == class {
            return Some(true);
        }
        let (list, n) = self.members(class);
        self.charge(n);
        for i in 0..n {
            let one = if list.is_null() { class } else { self.heap.item(list, i) };
            if own == one {
                return Some(true);
            }
            if !self.has_plain_checks(one, names::DUNDER_INSTANCECHECK) {
                return None;
            }
            if self.is_subclass(own, one) {
                return Some(true);
            }
        }
        if self.may_claim_class(own) { None } else { Some(false) }
    }

    /// May objects of a class claim another `__class__` than their type?
    pub(crate) fn may_claim_class(&mut self, class: Value) -> bool {
        let console = [Type::ConsoleText, Type::ConsoleReader, Type::ConsoleWriter];
        if let Some(kind) = class.as_builtin_type() {
            return console.iter().any(|&one| one as u16 == kind);
        }
        class.is_object()
            && (self.heap.class_flags(class) & HAS_GETATTRIBUTE != 0
                || self.find_user(class, names::DUNDER_CLASS).is_some())
    }

    /// `issubclass` without Python code; None when some may be needed, or an error.
    fn quick_issubclass(&mut self, class: Value, base: Value) -> Option<bool> {
        if !self.is_type(class) {
            return None;
        }
        let (list, n) = self.members(base);
        self.charge(n);
        for i in 0..n {
            let one = if list.is_null() { base } else { self.heap.item(list, i) };
            if !self.has_plain_checks(one, names::DUNDER_SUBCLASSCHECK) {
                return None;
            }
            if self.is_subclass(class, one) {
                return Some(true);
            }
        }
        Some(false)
    }
}
