//! `slice`

use super::methods;
use super::operator::{argument, bounds, hand_over};
use crate::heap::Kind;
use crate::native::{Args, Def, Native, Result};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    let _ = kind;
    static ATTRIBUTES: &[Def] = defs!["slice";
        Def::function("__eq__", methods::eq, 1, 1),
        Def::function("__ge__", methods::ge, 1, 1),
        Def::function("__gt__", methods::gt, 1, 1),
        Def::constant("__hash__", |_| Ok(Value::NONE)),
        Def::function("__le__", methods::le, 1, 1),
        Def::function("__lt__", methods::lt, 1, 1),
        Def::function("__ne__", methods::ne, 1, 1),
        Def::function("__repr__", super::text::repr_method, 0, 0),
        Def::function("indices", indices, 1, 1),
        Def::member("start", |vm, args| Ok(vm.heap.field(args.get(vm, 0), 1))),
        Def::member("step", |vm, args| Ok(vm.heap.field(args.get(vm, 0), 3))),
        Def::member("stop", |vm, args| Ok(vm.heap.field(args.get(vm, 0), 2))),
    ];
    ATTRIBUTES
}

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    let _ = kind;
    wanted!("slice", construct)
}

fn construct(vm: &mut Vm<'_>, args: Args) -> Result {
    if args.keyword_count() > 0 {
        return Err(vm.raise(Type::TypeError, "slice() takes no keyword arguments"));
    }
    let n = args.len();
    if n == 0 || n > 3 {
        let limit = if n == 0 { "at least 1 argument" } else { "at most 3 arguments" };
        return Err(vm.raise_with(Type::TypeError, |_, out| write!(out, "slice expected {limit}, got {n}")));
    }
    let (start, stop) =
        if n == 1 { (Value::NONE, args.get(vm, 0)) } else { (args.get(vm, 0), args.get(vm, 1)) };
    let step = args.get(vm, 2).or_none();
    let made = vm.heap.new_triple(Kind::Slice, start, stop, step);
    vm.grant_memory(made)
}

fn indices(vm: &mut Vm<'_>, args: Args) -> Result {
    let small = args.get(vm, 1).is_int()
        && (1..4).all(|i| {
            let part = vm.heap.field(args.get(vm, 0), i);
            part.is_none() || part.is_int()
        });
    if !small {
        return Err(hand_over(vm, "_slice_indices", args));
    }
    let Some(len) = argument(vm, args.get(vm, 1))? else { return Err(hand_over(vm, "_slice_indices", args)) };
    if len < 0 {
        return Err(vm.raise(Type::ValueError, "length should not be negative"));
    }
    let Some(b) = bounds(vm, args.get(vm, 0), len as usize)? else {
        return Err(hand_over(vm, "_slice_indices", args));
    };
    let made = vm.heap.new_tuple(&[Value::int(b.start), Value::int(b.stop), Value::int(b.step)]);
    vm.grant_memory(made)
}
