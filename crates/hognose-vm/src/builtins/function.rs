//! Functions, methods, natives as descriptors, code objects, frames, cells.

mod code;
mod frame;
mod native;

use super::object::finish;
use crate::heap::{Kind, Root};
use crate::names;
use crate::native::{Args, Def, MANY, Native, Result, Trap};
use crate::object::function::{F_CLOSURE, F_CODE, F_DEFAULTS, F_GLOBALS, F_KWDEFAULTS};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    match kind {
        Type::Function => FUNCTION,
        Type::Method => METHOD,
        Type::Cell => CELL,
        Type::Code => code::CODE,
        Type::Frame => frame::FRAME,
        Type::Builtin => native::BUILTIN,
        Type::MethodDescriptor | Type::WrapperDescriptor => native::METHOD_DESCRIPTOR,
        Type::GetSetDescriptor => native::GETSET_DESCRIPTOR,
        Type::MemberDescriptor => native::MEMBER_DESCRIPTOR,
        _ => &[],
    }
}

static FUNCTION: &[Def] = defs!["FunctionType";
    Def::get_set("__annotations__", &(get_annotations, set_annotations)),
    Def::member("__builtins__", get_builtins),
    Def::keywords("__call__", call, 0, MANY),
    Def::member("__closure__", get_closure),
    Def::get_set("__code__", &(get_code, set_code)),
    Def::get_set("__defaults__", &(get_defaults, set_defaults)),
    Def::get_set("__doc__", &(get_doc, set_doc)),
    Def::function("__get__", get, 1, 2),
    Def::member("__globals__", get_globals),
    Def::get_set("__kwdefaults__", &(get_kwdefaults, set_kwdefaults)),
    Def::get_set("__module__", &(get_module, set_module)),
    Def::get_set("__name__", &(get_name, set_name)),
    Def::get_set("__qualname__", &(get_qualname, set_qualname)),
    Def::function("__repr__", super::text::repr_method, 0, 0),
];

static METHOD: &[Def] = defs!["FunctionType";
    Def::keywords("__call__", method_call, 0, MANY),
    Def::member("__func__", get_func),
    Def::function("__repr__", super::text::repr_method, 0, 0),
    Def::member("__self__", get_self),
];

static CELL: &[Def] = defs!["FunctionType";
    Def::function("__repr__", super::text::repr_method, 0, 0),
    Def::get_set("cell_contents", &(get_contents, set_contents)),
];

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    match kind {
        Type::Function => Some(make_function),
        Type::Method => Some(make_method),
        Type::Cell => Some(make_cell),
        _ => None,
    }
}

/// `types.FunctionType(code, globals, name=None, argdefs=None, closure=None)`
fn make_function(vm: &mut Vm<'_>, args: Args) -> Result {
    const PARAMETERS: super::text::Parameters<5> = super::text::Parameters {
        function: "function",
        names: ["code", "globals", "name", "argdefs", "closure"],
        required: 2,
        positional: 5,
    };
    let given = PARAMETERS.bind(vm, args, 0)?;
    let (code, globals) = (given.get(vm, 0), given.get(vm, 1));
    if !matches!(vm.heap.kind(code), Kind::Code | Kind::CodeStub) {
        return Err(wrong_argument(vm, "code", "code", code));
    }
    if !vm.heap.is_kind(globals, Kind::Dict) {
        return Err(wrong_argument(vm, "globals", "dict", globals));
    }
    let closure = given.get(vm, 4).or_none();
    check_closure(vm, code, closure)?;
    let code = given.get(vm, 0);
    let code = vm.lower(code)?;
    given.set(vm, 0, code);
    let globals = given.get(vm, 1);
    let function = vm.new_function(code, globals)?;
    let (defaults, closure) = (given.get(vm, 3).or_none(), given.get(vm, 4).or_none());
    if !defaults.is_none() {
        vm.heap.set_field(function, F_DEFAULTS, defaults);
    }
    if !closure.is_none() {
        vm.heap.set_field(function, F_CLOSURE, closure);
    }
    let name = given.get(vm, 2).or_none();
    if !name.is_none() {
        let place = vm.heap.hold(function);
        vm.set_function_special(function, names::DUNDER_NAME, name)?;
        return Ok(vm.heap.held(place));
    }
    Ok(function)
}

fn wrong_argument(vm: &mut Vm<'_>, name: &'static str, wanted: &'static str, value: Value) -> Trap {
    vm.raise_with(Type::TypeError, |vm, out| {
        write!(out, "function() argument '{name}' must be {wanted}, not ")?;
        vm.write_type_name(value, out)
    })
}

/// A closure must be a tuple of as many cells as the code has free variables.
fn check_closure(vm: &mut Vm<'_>, code: Value, closure: Value) -> Result<()> {
    let free = vm.image_code(code).map_or(0, |(_, view)| view.free_count as usize);
    if closure.is_none() && free == 0 {
        return Ok(());
    }
    if !vm.heap.is_kind(closure, Kind::Tuple) {
        let what =
            if free > 0 { "arg 5 (closure) must be tuple" } else { "arg 5 (closure) must be None or tuple" };
        return Err(vm.raise(Type::TypeError, what));
    }
    let n = vm.heap.tuple_len(closure);
    if n != free {
        return Err(vm.raise_with(Type::ValueError, |_, out| {
            write!(out, "code requires closure of length {free}, not {n}")
        }));
    }
    if (0..n).any(|i| !vm.heap.is_kind(vm.heap.item(closure, i), Kind::Cell)) {
        return Err(vm.raise(Type::TypeError, "arg 5 (closure) expected cell, found something else"));
    }
    Ok(())
}

fn call(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = args.get(vm, 0);
    Err(vm.tail_forward(function, args.skip(1)))
}

/// `__get__` of what a type has built in: asked for an object, a class, or both.
pub(super) fn check_get(vm: &mut Vm<'_>, args: Args) -> Result<()> {
    let class = args.get(vm, 2);
    if args.get(vm, 1).is_none() && (class.is_none() || class.is_unbound()) {
        return Err(vm.raise(Type::TypeError, "__get__(None, None) is invalid"));
    }
    Ok(())
}

fn get(vm: &mut Vm<'_>, args: Args) -> Result {
    check_get(vm, args)?;
    let (function, object) = (args.get(vm, 0), args.get(vm, 1));
    if object.is_none() {
        return Ok(function);
    }
    let made = vm.heap.new_bound_method(function, object);
    vm.grant_memory(made)
}

// What the layout of a function holds

fn get_globals(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.heap.field(args.get(vm, 0), F_GLOBALS))
}

fn get_builtins(vm: &mut Vm<'_>, _args: Args) -> Result {
    let module = vm.builtins_module()?;
    vm.whole_module_dict(module)
}

fn get_closure(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.heap.field(args.get(vm, 0), F_CLOSURE).or_none())
}

fn get_code(vm: &mut Vm<'_>, args: Args) -> Result {
    // The same object every time: the full one.
    let code = vm.heap.field(args.get(vm, 0), F_CODE);
    let code = vm.lower(code)?;
    let function = args.get(vm, 0);
    vm.heap.set_field(function, F_CODE, code);
    Ok(code)
}

fn set_code(vm: &mut Vm<'_>, args: Args) -> Result {
    let (function, code) = (args.get(vm, 0), args.get(vm, 1));
    if !matches!(vm.heap.kind(code), Kind::Code | Kind::CodeStub) {
        return Err(vm.raise(Type::TypeError, "__code__ must be set to a code object"));
    }
    let closure = vm.heap.field(function, F_CLOSURE);
    let have = if closure.is_object() { vm.heap.tuple_len(closure) } else { 0 };
    let free = vm.image_code(code).map_or(0, |(_, view)| view.free_count as usize);
    if have != free {
        return Err(vm.raise_with(Type::ValueError, |vm, out| {
            let name = vm.heap.code_value(vm.heap.field(function, F_CODE), 1);
            let name = if vm.heap.is_str(name) { name } else { Value::EMPTY_STR };
            write!(
                out,
                "{}() requires a code object with {have} free vars, not {free}",
                vm.heap.text(name).as_str()
            )
        }));
    }
    let code = vm.lower(code)?;
    let function = args.get(vm, 0);
    vm.heap.set_field(function, F_CODE, code);
    Ok(Value::NONE)
}

fn get_defaults(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.heap.field(args.get(vm, 0), F_DEFAULTS).or_none())
}

fn set_defaults(vm: &mut Vm<'_>, args: Args) -> Result {
    let (function, value) = (args.get(vm, 0), args.get(vm, 1).or_none());
    if !value.is_none() && !vm.heap.is_kind(value, Kind::Tuple) {
        return Err(vm.raise(Type::TypeError, "__defaults__ must be set to a tuple object"));
    }
    vm.heap.set_field(function, F_DEFAULTS, if value.is_none() { Value::NULL } else { value });
    Ok(Value::NONE)
}

fn get_kwdefaults(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.heap.field(args.get(vm, 0), F_KWDEFAULTS).or_none())
}

fn set_kwdefaults(vm: &mut Vm<'_>, args: Args) -> Result {
    let (function, value) = (args.get(vm, 0), args.get(vm, 1).or_none());
    if !value.is_none() && !vm.heap.is_kind(value, Kind::Dict) {
        return Err(vm.raise(Type::TypeError, "__kwdefaults__ must be set to a dict object"));
    }
    vm.heap.set_field(function, F_KWDEFAULTS, if value.is_none() { Value::NULL } else { value });
    Ok(Value::NONE)
}

// What is kept beside it, when it is not that of the code

impl Vm<'_> {
    /// `__doc__` of a function.
    pub(crate) fn function_doc(&mut self, function: Value) -> Result {
        if let Some(doc) = self.function_special(function, names::DUNDER_DOC) {
            return Ok(doc);
        }
        let code = self.heap.field(function, F_CODE);
        match self.image_code(code).and_then(|(_, view)| view.doc) {
            Some(k) => {
                let image = self.heap.code_image(code);
                self.image_constant(image, k, false)
            }
            None => Ok(Value::NONE),
        }
    }

    /// `__name__` of a function.
    pub(crate) fn function_name(&mut self, function: Value) -> Result {
        match self.function_special(function, names::DUNDER_NAME) {
            Some(name) => Ok(name),
            None => self.code_name(self.heap.field(function, F_CODE)),
        }
    }

    /// `__qualname__` of a function.
    pub(crate) fn function_qualname(&mut self, function: Value) -> Result {
        match self.function_special(function, names::DUNDER_QUALNAME) {
            Some(name) => Ok(name),
            None => self.code_qualname(self.heap.field(function, F_CODE)),
        }
    }

    /// Module `builtins`, made and entered into `sys.modules` on first use.
    pub(crate) fn builtins_module(&mut self) -> Result {
        let modules = self.modules_dict()?;
        if let Some(module) = self.heap.get_str(modules, names::BUILTINS) {
            if self.heap.is_kind(module, Kind::Module) {
                return Ok(module);
            }
        }
        let module = self.static_module(names::BUILTINS)?;
        let place = self.heap.hold(module);
        let modules = self.heap.root(Root::Modules);
        let made = self.heap.set_str(modules, names::BUILTINS, module);
        self.grant_memory(made)?;
        let module = self.heap.held(place);
        self.heap.release(place);
        Ok(module)
    }
}

fn get_doc(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = args.get(vm, 0);
    vm.function_doc(function)
}

fn get_name(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = args.get(vm, 0);
    vm.function_name(function)
}

fn get_qualname(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = args.get(vm, 0);
    vm.function_qualname(function)
}

fn get_module(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = args.get(vm, 0);
    if let Some(module) = vm.function_special(function, names::DUNDER_MODULE) {
        return Ok(module);
    }
    let globals = vm.heap.field(function, F_GLOBALS);
    Ok(vm.heap.get_str(globals, names::DUNDER_NAME).unwrap_or(Value::NONE))
}

fn get_annotations(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = args.get(vm, 0);
    if let Some(known) = vm.function_special(function, names::DUNDER_ANNOTATIONS) {
        return Ok(known);
    }
    let made = vm.heap.new_dict();
    let dict = vm.grant_memory(made)?;
    let place = vm.heap.hold(dict);
    let function = args.get(vm, 0);
    vm.set_function_special(function, names::DUNDER_ANNOTATIONS, dict)?;
    Ok(vm.heap.held(place))
}

fn set_special(vm: &mut Vm<'_>, args: Args, name: Value) -> Result {
    let (function, value) = (args.get(vm, 0), args.get(vm, 1).or_none());
    vm.set_function_special(function, name, value)?;
    Ok(Value::NONE)
}

fn set_doc(vm: &mut Vm<'_>, args: Args) -> Result {
    set_special(vm, args, names::DUNDER_DOC)
}

fn set_module(vm: &mut Vm<'_>, args: Args) -> Result {
    set_special(vm, args, names::DUNDER_MODULE)
}

fn set_name(vm: &mut Vm<'_>, args: Args) -> Result {
    if !vm.heap.is_str(args.get(vm, 1)) {
        return Err(vm.raise(Type::TypeError, "__name__ must be set to a string object"));
    }
    set_special(vm, args, names::DUNDER_NAME)
}

fn set_qualname(vm: &mut Vm<'_>, args: Args) -> Result {
    if !vm.heap.is_str(args.get(vm, 1)) {
        return Err(vm.raise(Type::TypeError, "__qualname__ must be set to a string object"));
    }
    set_special(vm, args, names::DUNDER_QUALNAME)
}

fn set_annotations(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 1).or_none();
    if value.is_none() {
        let made = vm.heap.new_dict();
        let dict = vm.grant_memory(made)?;
        args.set(vm, 1, dict);
    } else if !vm.heap.is_kind(value, Kind::Dict) {
        return Err(vm.raise(Type::TypeError, "__annotations__ must be set to a dict object"));
    }
    set_special(vm, args, names::DUNDER_ANNOTATIONS)
}

// Bound methods

fn make_method(vm: &mut Vm<'_>, args: Args) -> Result {
    if args.len() != 2 || args.keyword_count() > 0 {
        let n = args.len();
        return Err(
            vm.raise_with(Type::TypeError, |_, out| write!(out, "method expected 2 arguments, got {n}"))
        );
    }
    let (function, object) = (args.get(vm, 0), args.get(vm, 1));
    if !vm.is_callable(function) {
        return Err(vm.raise(Type::TypeError, "first argument must be callable"));
    }
    if object.is_none() {
        return Err(vm.raise(Type::TypeError, "self must not be None"));
    }
    let made = vm.heap.new_bound_method(function, object);
    vm.grant_memory(made)
}

fn method_call(vm: &mut Vm<'_>, args: Args) -> Result {
    call(vm, args)
}

fn get_func(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.heap.field(args.get(vm, 0), 1))
}

fn get_self(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.heap.field(args.get(vm, 0), 2))
}

// Cells

fn make_cell(vm: &mut Vm<'_>, args: Args) -> Result {
    vm.reserve(2)?;
    let value = args.get(vm, 0);
    Ok(vm.heap.alloc_cell(value))
}

fn get_contents(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = vm.heap.field(args.get(vm, 0), 1);
    if value.is_unbound() { Err(vm.raise(Type::ValueError, "Cell is empty")) } else { Ok(value) }
}

fn set_contents(vm: &mut Vm<'_>, args: Args) -> Result {
    let (cell, value) = (args.get(vm, 0), args.get(vm, 1));
    vm.heap.set_field(cell, 1, value);
    Ok(Value::NONE)
}

/// A found attribute of a descriptor's `__get__`.
fn bound(vm: &mut Vm<'_>, args: Args) -> Result {
    let (descriptor, object, class) = (args.get(vm, 0), args.get(vm, 1), args.get(vm, 2));
    let class = if class.is_unbound() || class.is_none() { vm.type_of(object) } else { class };
    let receiver = if object.is_none() && class != Type::None.value() { Value::NULL } else { object };
    let found = vm.bind(descriptor, receiver, class)?;
    let found = vm.call_native_getter(found)?;
    let object = args.get(vm, 1);
    finish(vm, object, names::DUNDER_GET, found)
}
