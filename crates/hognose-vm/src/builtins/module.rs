//! Modules.

use crate::heap::Kind;
use crate::names;
use crate::native::{Args, Def, MANY, Native, Result};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    if kind == Type::Module { MODULE } else { &[] }
}

static MODULE: &[Def] = defs!["ModuleType";
    Def::get_set("__annotations__", &(annotations, set_annotations)),
    Def::frozen("__dir__", &"_module_dir"),
    Def::keywords("__init__", init, 1, 2),
    Def::fixed("__new__", new, 0, MANY),
    Def::frozen("__repr__", &"_module_repr"),
];

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    if kind == Type::Module { Some(make) } else { None }
}

/// The annotations of a module without any: made when asked for.
fn annotations(vm: &mut Vm<'_>, args: Args) -> Result {
    let made = vm.heap.new_dict();
    let dict = vm.grant_memory(made)?;
    let place = vm.heap.hold(dict);
    let module = vm.unwrap(args.get(vm, 0));
    if !vm.heap.is_kind(module, Kind::Module) {
        return Ok(dict);
    }
    let namespace = vm.heap.module_dict(module);
    let made = vm.heap.set_str(namespace, names::DUNDER_ANNOTATIONS, dict);
    vm.grant_memory(made)?;
    Ok(vm.heap.held(place))
}

/// `module.__annotations__ = value`; unbound: takes them away.
fn set_annotations(vm: &mut Vm<'_>, args: Args) -> Result {
    let (module, value) = (vm.unwrap(args.get(vm, 0)), args.get(vm, 1));
    if !vm.heap.is_kind(module, Kind::Module) {
        return Ok(Value::NONE);
    }
    let namespace = vm.heap.module_dict(module);
    if !value.is_unbound() {
        let made = vm.heap.set_str(namespace, names::DUNDER_ANNOTATIONS, value);
        vm.grant_memory(made)?;
    } else if !vm.heap.remove_str(namespace, names::DUNDER_ANNOTATIONS) {
        return Err(vm.raise(Type::AttributeError, "__annotations__"));
    }
    Ok(Value::NONE)
}

const PARAMETERS: super::text::Parameters<2> =
    super::text::Parameters { function: "module", names: ["name", "doc"], required: 1, positional: 2 };

fn make(vm: &mut Vm<'_>, args: Args) -> Result {
    let given = PARAMETERS.bind(vm, args, 0)?;
    let name = given.get(vm, 0);
    check_name(vm, name)?;
    let made = vm.heap.new_module(0);
    let module = vm.grant_memory(made)?;
    let place = vm.heap.hold(module);
    let (name, doc) = (given.get(vm, 0), given.get(vm, 1).or_none());
    vm.describe_module(place, name, doc)?;
    Ok(vm.heap.held(place))
}

fn check_name(vm: &mut Vm<'_>, name: Value) -> Result<()> {
    if vm.heap.is_str(name) {
        return Ok(());
    }
    Err(vm.raise_with(Type::TypeError, |vm, out| {
        out.write_str("module() argument 'name' must be str, not ")?;
        vm.write_type_name(name, out)
    }))
}

fn new(vm: &mut Vm<'_>, args: Args) -> Result {
    super::subclass::check(vm, Type::Module, args)?;
    let made = vm.heap.new_module(0);
    let module = vm.grant_memory(made)?;
    let class = args.get(vm, 0);
    super::subclass::wrap(vm, class, module)
}

fn init(vm: &mut Vm<'_>, args: Args) -> Result {
    let given = PARAMETERS.bind(vm, args, 1)?;
    let name = given.get(vm, 0);
    check_name(vm, name)?;
    let module = vm.unwrap(args.get(vm, 0));
    if !vm.heap.is_kind(module, Kind::Module) {
        return Ok(Value::NONE);
    }
    let place = vm.heap.hold(module);
    let (name, doc) = (given.get(vm, 0), given.get(vm, 1).or_none());
    vm.describe_module(place, name, doc)?;
    Ok(Value::NONE)
}

impl Vm<'_> {
    /// Gives a module the names that every module has: `__name__`, `__doc__` and what says where it comes from, all None.
    pub(crate) fn describe_module(
        &mut self,
        module: crate::heap::Held,
        name: Value,
        doc: Value,
    ) -> Result<()> {
        let (n, d) = (self.heap.hold(name), self.heap.hold(doc));
        let parts = [(names::DUNDER_NAME, n), (names::DUNDER_DOC, d)];
        for (key, value) in parts {
            let dict = self.heap.module_dict(self.heap.held(module));
            let made = self.heap.set_str(dict, key, self.heap.held(value));
            self.grant_memory(made)?;
        }
        for key in [names::DUNDER_PACKAGE, names::DUNDER_LOADER, names::DUNDER_SPEC] {
            let dict = self.heap.module_dict(self.heap.held(module));
            let made = self.heap.set_str(dict, key, Value::NONE);
            self.grant_memory(made)?;
        }
        self.heap.release(n);
        Ok(())
    }
}
