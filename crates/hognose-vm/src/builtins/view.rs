//! `dict_keys`, `dict_values`, `dict_items`, `mappingproxy`: records whose one value is the dict (or mapping) behind them.

use super::methods;
use super::operator::{ask, hand_over};
use crate::native::{Args, Def, Native, Result};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    static SET_LIKE: &[Def] = defs!["dict_keys";
        Def::function("__and__", methods::and, 1, 1),
        Def::function("__contains__", methods::contains, 1, 1),
        Def::function("__eq__", methods::eq, 1, 1),
        Def::function("__ge__", methods::ge, 1, 1),
        Def::function("__gt__", methods::gt, 1, 1),
        Def::constant("__hash__", |_| Ok(Value::NONE)),
        Def::function("__iter__", methods::iter, 0, 0),
        Def::function("__le__", methods::le, 1, 1),
        Def::function("__len__", methods::len, 0, 0),
        Def::function("__lt__", methods::lt, 1, 1),
        Def::function("__ne__", methods::ne, 1, 1),
        Def::function("__or__", methods::or, 1, 1),
        Def::function("__rand__", methods::rand, 1, 1),
        Def::function("__repr__", super::text::repr_method, 0, 0),
        Def::function("__reversed__", methods::reversed, 0, 0),
        Def::function("__ror__", methods::ror, 1, 1),
        Def::function("__rsub__", methods::rsub, 1, 1),
        Def::function("__rxor__", methods::rxor, 1, 1),
        Def::function("__sub__", methods::sub, 1, 1),
        Def::function("__xor__", methods::xor, 1, 1),
        Def::frozen("isdisjoint", &"_view_isdisjoint"),
        Def::getter("mapping", mapping),
    ];
    static VALUES: &[Def] = defs!["dict_values";
        Def::function("__iter__", methods::iter, 0, 0),
        Def::function("__len__", methods::len, 0, 0),
        Def::function("__repr__", super::text::repr_method, 0, 0),
        Def::function("__reversed__", methods::reversed, 0, 0),
        Def::getter("mapping", mapping),
    ];
    static PROXY: &[Def] = defs!["mappingproxy";
        Def::class_method("__class_getitem__", methods::class_getitem, 1, 1),
        Def::function("__contains__", contains, 1, 1),
        Def::frozen("__eq__", &"_proxy_eq"),
        Def::frozen("__getitem__", &"_proxy_getitem"),
        Def::constant("__hash__", |_| Ok(Value::NONE)),
        Def::function("__iter__", methods::iter, 0, 0),
        Def::function("__len__", methods::len, 0, 0),
        Def::frozen("__ne__", &"_proxy_ne"),
        Def::function("__or__", methods::or, 1, 1),
        Def::function("__repr__", super::text::repr_method, 0, 0),
        Def::function("__reversed__", methods::reversed, 0, 0),
        Def::function("__ror__", methods::ror, 1, 1),
        Def::frozen("copy", &"_proxy_copy"),
        Def::frozen("get", &"_proxy_get"),
        Def::frozen("items", &"_proxy_items"),
        Def::frozen("keys", &"_proxy_keys"),
        Def::frozen("values", &"_proxy_values"),
    ];
    match kind {
        Type::DictKeys | Type::DictItems => SET_LIKE,
        Type::DictValues => VALUES,
        _ => PROXY,
    }
}

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    if kind == Type::MappingProxy { Some(proxy) } else { None }
}

/// A read-only proxy of the mapping behind a view.
fn mapping(vm: &mut Vm<'_>, args: Args) -> Result {
    let dict = vm.heap.record_field(args.get(vm, 0), 0);
    let made = vm.heap.new_record(Type::MappingProxy, &[dict]);
    vm.grant_memory(made)
}

/// `mappingproxy(mapping)`
fn proxy(vm: &mut Vm<'_>, args: Args) -> Result {
    let mapping = args.get(vm, 0);
    if args.len() != 1 {
        return Err(vm.raise(Type::TypeError, "mappingproxy() missing required argument 'mapping' (pos 1)"));
    }
    let class = vm.type_of(mapping);
    let sequence = matches!(vm.builtin_type_of(mapping), Type::List | Type::Tuple);
    if sequence || vm.find_in_type(class, crate::names::DUNDER_GETITEM).is_none() {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("mappingproxy() argument must be a mapping, not ")?;
            vm.write_type_name(mapping, out)
        }));
    }
    let made = vm.heap.new_record(Type::MappingProxy, &[mapping]);
    vm.grant_memory(made)
}

fn contains(vm: &mut Vm<'_>, args: Args) -> Result {
    let (mapping, item) = (vm.heap.record_field(args.get(vm, 0), 0), args.get(vm, 1));
    if !vm.is_user_object(mapping) {
        if let Some(truth) = vm.contains_builtin(item, mapping)? {
            return Ok(Value::bool(truth));
        }
        return Err(hand_over(vm, "_proxy_contains", args));
    }
    Err(ask(vm, "_is_in", &[item, mapping]))
}
