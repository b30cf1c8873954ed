//! Natives of frozen code about library modules. What native modules of other crates need is in `access`.

pub mod access;
mod named;

pub(crate) use named::named_defaults;

use crate::builtins::console;
use crate::heap::{Kind, Root};
use crate::interp::Found;
use crate::names;
use crate::native::{Args, Def, MANY, MODULE_TABLES, Result};
use crate::object::class;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Sorted by name.
pub static INTRINSICS: &[Def] = defs![
    Def::function("_argv", argv, 0, 0),
    Def::function("_as_builtin", as_builtin, 1, 1),
    Def::function("_code_place", code_place, 2, 2),
    Def::function("_console", console::make, 1, 1),
    Def::function("_console_keep", console::keep, 2, 2),
    Def::function("_deque_items", crate::builtins::deque::items, 1, 1),
    Def::function("_dict_turn", dict_turn, 1, 1),
    Def::function("_frames", frames, 1, 1),
    Def::function("_hide_base", hide_base, 1, 1),
    Def::function("_intern", intern, 1, 1),
    Def::function("_is_static", is_static, 1, 1),
    Def::function("_library", library, 2, 2),
    Def::function("_modules", modules, 0, 0),
    Def::function("_named_new", named::named_new, 3, 3),
    Def::keywords("_named_tuple", named::named_tuple, 1, MANY),
    Def::function("_ordered", ordered, 1, 1),
    Def::function("_special", special, 2, 2),
    Def::function("_static_modules", static_modules, 0, 0),
    Def::function("_unmade", unmade, 1, 1),
];

/// `_static_modules()`: names of the modules of the engine itself, a tuple.
fn static_modules(vm: &mut Vm<'_>, _args: Args) -> Result {
    vm.charge(vm.modules.len());
    let n = vm.modules.len();
    vm.reserve(crate::object::tuple::tuple_words(n + 1))?;
    let tuple = vm.heap.alloc_tuple(n + 1);
    vm.heap.set_item(tuple, n, names::BUILTINS);
    let tuple = vm.heap.hold(tuple);
    for i in 0..n {
        let made = vm.heap.intern(vm.modules[i].name.as_bytes());
        let name = vm.grant_memory(made)?;
        let made = vm.heap.held(tuple);
        vm.heap.set_item(made, i, name);
    }
    Ok(vm.heap.held(tuple))
}

/// `_code_place(code, i)`: line, end line, column and end column of what stands at that place of a code object; Nones for an
/// instruction that has none, None behind the last one. Code that never ran has no instructions yet.
fn code_place(vm: &mut Vm<'_>, args: Args) -> Result {
    let (code, at) = (args.get(vm, 0), args.get(vm, 1));
    let at = at.as_int().and_then(|at| usize::try_from(at).ok()).unwrap_or(0);
    if !vm.heap.is_kind(code, Kind::Code) || at >= vm.heap.code_start(code) + vm.heap.code_len(code) {
        return Ok(Value::NONE);
    }
    vm.charge(vm.heap.code_len(code));
    let parts = match vm.position(code, at) {
        Some(p) => [p.line, p.end_line, p.column, p.end_column].map(|n| Value::int(n as i64)),
        None => [Value::NONE; 4],
    };
    let made = vm.heap.new_tuple(&parts);
    vm.grant_memory(made)
}

/// `_frames(n)`: the frame object of the n-th caller of the script's frame with those below it, or None.
fn frames(vm: &mut Vm<'_>, args: Args) -> Result {
    let skip = args.get(vm, 0).as_int().unwrap_or(0).max(0) as usize;
    vm.frame_objects(skip)
}

/// `_is_static(module)`: is it a module of the engine itself?
fn is_static(vm: &mut Vm<'_>, args: Args) -> Result {
    let module = vm.unwrap(args.get(vm, 0));
    Ok(Value::bool(vm.is_module(module) && vm.heap.aux(module) != 0))
}

/// `_unmade(module)`: names of the module that frozen code makes and that were not asked for yet; a list.
fn unmade(vm: &mut Vm<'_>, args: Args) -> Result {
    vm.reserve(crate::object::list::LIST_WORDS)?;
    let list = vm.heap.alloc_list(0);
    let list = vm.heap.hold(list);
    let mut from = 0;
    while let Some((at, name)) = vm.unmade_attribute(args.get(vm, 0), from) {
        let made = vm.heap.intern(name.as_bytes());
        let name = vm.grant_memory(made)?;
        let made = vm.heap.list_push(vm.heap.held(list), name);
        let (now, _) = vm.grant_memory(made)?;
        vm.heap.set_held(list, now);
        from = at + 1;
    }
    Ok(vm.heap.held(list))
}

/// `_as_builtin(class)`: a class of the library that messages call by module and name, as CPython does those written in C.
fn as_builtin(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    set_class_flag(vm, class, class::WITH_MODULE)?;
    Ok(class)
}

/// `_ordered(class)`: iterating over dicts inside its instances and those of subclasses names OrderedDict.
fn ordered(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    set_class_flag(vm, class, class::IS_ORDERED)?;
    Ok(class)
}

fn set_class_flag(vm: &mut Vm<'_>, class: Value, flag: u32) -> Result<()> {
    if !vm.heap.is_class(class) {
        return Err(vm.raise(Type::TypeError, "not a class"));
    }
    let flags = vm.heap.class_flags(class);
    vm.heap.set_class_flags(class, flags | flag);
    Ok(())
}

/// `_intern(text)`
fn intern(vm: &mut Vm<'_>, args: Args) -> Result {
    let text = vm.unwrap(args.get(vm, 0));
    let made = vm.heap.intern_value(text);
    vm.grant_memory(made)
}

/// `_special(object, name)`: a special method, looked up in the type only, bound; None when there is none.
fn special(vm: &mut Vm<'_>, args: Args) -> Result {
    let (object, name) = (args.get(vm, 0), args.get(vm, 1));
    let class = vm.type_of(object);
    let Some(found) = vm.find_in_type(class, name) else { return Ok(Value::NONE) };
    if found.is_none() {
        return Ok(Value::NONE);
    }
    match vm.bind(found, object, class)? {
        Found::Value(value) => Ok(value),
        Found::Method(function) => {
            let object = args.get(vm, 0);
            let made = vm.heap.new_bound_method(function, object);
            vm.grant_memory(made)
        }
        Found::Call(callee, values) => {
            let n = values.iter().position(|v| v.is_null()).unwrap_or(values.len());
            Err(vm.tail_call(callee, &values[..n]))
        }
        Found::Missing => Ok(Value::NONE),
    }
}

/// `_library(module, name)`: what the built-in module has under that name, whatever a script put into `sys.modules`.
fn library(vm: &mut Vm<'_>, args: Args) -> Result {
    let (module, name) = (args.get(vm, 0), args.get(vm, 1));
    let table = {
        let text = vm.heap.text(module);
        vm.modules.iter().position(|m| m.name.as_bytes() == &*text)
    };
    let entry = table.and_then(|table| {
        let text = vm.heap.text(name);
        vm.modules[table].find(&text).map(|entry| (table, entry))
    });
    match entry {
        Some((table, entry)) => vm.module_attribute(MODULE_TABLES + table as u32, entry),
        None => Err(vm.raise(Type::SystemError, "the library has no such native")),
    }
}

/// `_argv()`: the list that the host gave as `sys.argv`, or None.
fn argv(vm: &mut Vm<'_>, _args: Args) -> Result {
    Ok(vm.heap.root(Root::Argv).or_none())
}

/// `_modules()`: `sys.modules`.
fn modules(vm: &mut Vm<'_>, _args: Args) -> Result {
    vm.modules_dict()
}

/// `_hide_base(class)`: its one base, a built-in type that gives the layout, is no longer seen: the class derives from object.
fn hide_base(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    if !vm.heap.is_class(class) || vm.heap.class_flags(class) & class::HAS_PAYLOAD == 0 {
        return Err(vm.raise(Type::TypeError, "not a class with a built-in base"));
    }
    let object = Type::Object.value();
    vm.reserve(2 * 2 + 4)?;
    let class = args.get(vm, 0);
    let mro = vm.heap.alloc_tuple(2);
    vm.heap.set_item(mro, 0, class);
    vm.heap.set_item(mro, 1, object);
    let bases = vm.heap.alloc_tuple(1);
    vm.heap.set_item(bases, 0, object);
    vm.heap.set_class_mro(class, mro);
    vm.heap.set_class_bases(class, bases);
    vm.epoch = vm.epoch.wrapping_add(1);
    Ok(class)
}

/// `_dict_turn(dict)`: moves the last entry to the front.
fn dict_turn(vm: &mut Vm<'_>, args: Args) -> Result {
    let dict = vm.unwrap(args.get(vm, 0));
    if !vm.heap.is_kind(dict, Kind::Dict) {
        return Err(vm.raise(Type::TypeError, "not a dict"));
    }
    let n = vm.heap.dict_len(dict);
    vm.charge(n);
    if n < 2 {
        return Ok(Value::NONE);
    }
    // A table without gaps, then all entries one place on, the last one first.
    let made = vm.heap.dict_reserve(dict, n);
    let dict = vm.grant_memory(made)?;
    let table = vm.heap.field(dict, 3);
    let at = table.offset();
    let sizes = vm.heap.mem[at + 1];
    let (key, value) = (vm.heap.mem[at + 2 * n], vm.heap.mem[at + 2 * n + 1]);
    vm.heap.mem.copy_within(at + 2..at + 2 * n, at + 4);
    vm.heap.mem[at + 2] = key;
    vm.heap.mem[at + 3] = value;
    let first = at + 2 + 2 * (sizes as u32 as usize);
    for bucket in &mut vm.heap.mem[first..first + (sizes >> 32) as usize] {
        if *bucket != 0 {
            // Buckets hold the entry and 1.
            let entry = *bucket as u32 as usize;
            *bucket = *bucket & !0xFFFF_FFFF | if entry == n { 1 } else { entry as u64 + 1 };
        }
    }
    if vm.heap.stamp(dict) != 0 {
        let stamp = vm.heap.new_stamp();
        let word = vm.heap.word(dict, 2);
        vm.heap.set_word(dict, 2, word & 0xFFFF_FFFF | (stamp as u64) << 32);
    }
    Ok(Value::NONE)
}
