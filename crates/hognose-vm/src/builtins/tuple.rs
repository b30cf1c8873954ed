//! `tuple`

use super::list::{Filled, fill, new_list};
use super::methods;
use super::operator::{ask, first_item};
use super::subclass;
use crate::heap::Kind;
use crate::names;
use crate::native::{Args, Def, MANY, Native, Result};
use crate::object::tuple::tuple_words;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    let _ = kind;
    static ATTRIBUTES: &[Def] = defs!["tuple";
        Def::function("__add__", methods::add, 1, 1),
        Def::class_method("__class_getitem__", methods::class_getitem, 1, 1),
        Def::function("__contains__", methods::contains, 1, 1),
        Def::function("__eq__", methods::eq, 1, 1),
        Def::function("__ge__", methods::ge, 1, 1),
        Def::function("__getitem__", methods::getitem, 1, 1),
        Def::function("__getnewargs__", getnewargs, 0, 0),
        Def::function("__gt__", methods::gt, 1, 1),
        Def::function("__hash__", methods::hash, 0, 0),
        Def::function("__iter__", methods::iter, 0, 0),
        Def::function("__le__", methods::le, 1, 1),
        Def::function("__len__", methods::len, 0, 0),
        Def::function("__lt__", methods::lt, 1, 1),
        Def::function("__mul__", methods::mul, 1, 1),
        Def::function("__ne__", methods::ne, 1, 1),
        Def::fixed("__new__", new, 0, MANY),
        Def::function("__repr__", super::text::repr_method, 0, 0),
        Def::function("__rmul__", methods::mul, 1, 1),
        Def::function("count", methods::count, 1, 1),
        Def::function("index", methods::index, 1, 3),
    ];
    ATTRIBUTES
}

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    let _ = kind;
    Some(construct)
}

fn construct(vm: &mut Vm<'_>, args: Args) -> Result {
    methods::one_argument(vm, "tuple", args)?;
    match tuple_from(vm, args, 0)? {
        Some(tuple) => Ok(tuple),
        None => {
            let source = args.get(vm, 0);
            Err(ask(vm, "_tuple_of", &[source]))
        }
    }
}

/// A tuple of the items of argument `i` (the empty one when it is not given); None when that needs Python code.
pub(crate) fn tuple_from(vm: &mut Vm<'_>, args: Args, i: usize) -> Result<Option<Value>> {
    let source = args.get(vm, i);
    if source.is_unbound() {
        vm.reserve(1)?;
        return Ok(Some(vm.heap.alloc_tuple(0)));
    }
    if vm.heap.is_kind(source, Kind::Tuple) {
        return Ok(Some(source));
    }
    if vm.heap.is_kind(source, Kind::List) {
        return tuple_of_list(vm, source).map(Some);
    }
    let list = new_list(vm, 0)?;
    let place = vm.heap.hold(list);
    match fill(vm, place, args, i)? {
        Filled::All => {
            let list = vm.heap.held(place);
            tuple_of_list(vm, list).map(Some)
        }
        Filled::Ask => Ok(None),
    }
}

/// A tuple of the items of a list. May reserve and move.
pub(crate) fn tuple_of_list(vm: &mut Vm<'_>, list: Value) -> Result {
    let n = vm.heap.list_len(list);
    vm.charge(n);
    let place = vm.heap.hold(list);
    let room = vm.reserve(tuple_words(n));
    let list = vm.heap.held(place);
    vm.heap.release(place);
    room?;
    let tuple = vm.heap.alloc_tuple(n);
    if n > 0 {
        let from = first_item(vm, list);
        vm.heap.mem.copy_within(from..from + n, tuple.offset() + 1);
    }
    Ok(tuple)
}

/// `tuple.__new__(cls, iterable=())`
fn new(vm: &mut Vm<'_>, args: Args) -> Result {
    subclass::check(vm, Type::Tuple, args)?;
    let class = args.get(vm, 0);
    let args = subclass::own_arguments(vm, class, names::DUNDER_INIT, args);
    methods::one_argument(vm, "tuple", args.skip(1))?;
    match tuple_from(vm, args, 1)? {
        Some(tuple) => {
            let class = args.get(vm, 0);
            subclass::wrap(vm, class, tuple)
        }
        None => {
            let (class, source) = (args.get(vm, 0), args.get(vm, 1));
            Err(ask(vm, "_tuple_new", &[class, source]))
        }
    }
}

/// `__getnewargs__`: for copies.
fn getnewargs(vm: &mut Vm<'_>, args: Args) -> Result {
    let made = vm.heap.new_tuple(&[args.get(vm, 0)]);
    vm.grant_memory(made)
}
