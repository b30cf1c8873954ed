//! Natives of frozen code about text and bytes.

use crate::builtins::string::{format_fields, split_field};
use crate::builtins::text::{
    Owner, active_containers, escape_all, make_active_containers, object_repr, owner, percent_fields,
    percent_values, quick_repr, quick_str, replaced_stream,
};
use crate::heap::Kind;
use crate::names;
use crate::native::{Args, Def, Result};
use crate::object::list::list_words;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Sorted by name.
pub static INTRINSICS: &[Def] = defs![
    Def::function("_bytearray_fill", bytearray_fill, 2, 2),
    Def::function("_escape", escape, 1, 1),
    Def::function("_format_fields", fields, 1, 1),
    Def::function("_host_line", host_line, 0, 0),
    Def::function("_host_write", host_write, 2, 2),
    Def::function("_is_mapping", is_mapping, 1, 1),
    Def::function("_object_repr", default_repr, 1, 1),
    Def::function("_percent_fields", wanted, 1, 1),
    Def::function("_percent_values", percent, 2, 2),
    Def::function("_quick_repr", show, 1, 1),
    Def::function("_quick_str", text, 1, 1),
    Def::function("_repr_enter", enter, 1, 1),
    Def::function("_repr_items", items, 1, 1),
    Def::function("_repr_kind", kind, 1, 1),
    Def::function("_repr_leave", leave, 0, 0),
    Def::function("_split_field", split, 1, 1),
    Def::function("_stdin", stdin, 0, 0),
    Def::function("_stdout", stdout, 0, 0),
];

/// `_escape(text)`: the text with everything beyond ASCII escaped.
fn escape(vm: &mut Vm<'_>, args: Args) -> Result {
    let text = vm.unwrap(args.get(vm, 0));
    escape_all(vm, text)
}

/// `_host_line()`: a line of the host's standard input as bytes, empty at its end.
fn host_line(vm: &mut Vm<'_>, _: Args) -> Result {
    vm.read_line()
}

/// `_quick_str(value)`: its text, None when Python code must be run for it.
fn text(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    Ok(quick_str(vm, value)?.unwrap_or(Value::NONE))
}

/// `_quick_repr(value)`: as `_quick_str`.
fn show(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    Ok(quick_repr(vm, value)?.unwrap_or(Value::NONE))
}

/// `_object_repr(value)`: `object.__repr__`.
fn default_repr(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    object_repr(vm, value)
}

/// What sort of container a value is for frozen code.
const OTHER: i64 = 0;
const LIST: i64 = 1;
const TUPLE: i64 = 2;
const DICT: i64 = 3;
const SET: i64 = 4;
const SLICE: i64 = 5;
const METHOD: i64 = 6;
const KEYS: i64 = 7;
const ITEMS: i64 = 8;
const WRAPPER: i64 = 9;
const STATIC: i64 = 10;

fn sort_of(vm: &Vm<'_>, object: Value) -> i64 {
    match vm.heap.kind(object) {
        Kind::List => LIST,
        Kind::Tuple => TUPLE,
        Kind::Dict => DICT,
        Kind::Set | Kind::FrozenSet => SET,
        Kind::Slice => SLICE,
        Kind::BoundMethod if vm.heap.field(object, 1).as_native().is_none() => METHOD,
        Kind::Record => match Type::from_index(vm.heap.aux(object)) {
            Type::DictKeys | Type::DictValues => KEYS,
            Type::DictItems => ITEMS,
            Type::MappingProxy => WRAPPER,
            Type::StaticMethod | Type::ClassMethod => STATIC,
            _ => OTHER,
        },
        _ => OTHER,
    }
}

/// `_repr_kind(value)`: what sort of container it is when its `__repr__` is the built-in one, else 0.
fn kind(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    if vm.is_user_object(value) {
        let class = vm.type_of(value);
        match owner(vm, class, names::DUNDER_REPR) {
            Owner::User | Owner::Builtin(Type::Object) => return Ok(Value::int(OTHER)),
            Owner::Builtin(_) => {}
        }
    }
    let value = args.get(vm, 0);
    let inner = vm.unwrap(value);
    Ok(Value::int(sort_of(vm, inner)))
}

/// `_repr_items(container)`: a list of what is in it now, keys and values of dicts by turns.
fn items(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    let object = vm.unwrap(value);
    let sort = sort_of(vm, object);
    let (table, stride) = match sort {
        DICT => (object, 2),
        SET => (object, 1),
        KEYS | ITEMS => (vm.heap.record_field(object, 0), 2),
        _ => (Value::NULL, 0),
    };
    let n = match sort {
        LIST | TUPLE => vm.heap.items(object).len(),
        DICT | SET | ITEMS => vm.heap.dict_len(table) * stride,
        KEYS => vm.heap.dict_len(table),
        SLICE => 3,
        OTHER => 0,
        _ => 1,
    };
    vm.charge(n);
    vm.reserve(list_words(n))?;
    let list = vm.heap.alloc_list(n);
    let object = vm.unwrap(args.get(vm, 0));
    let mut next = 0;
    let mut put = |vm: &mut Vm<'_>, item: Value| {
        if next < n {
            vm.heap.set_list_item(list, next, item);
            next += 1;
        }
    };
    match sort {
        LIST | TUPLE => {
            for i in 0..n {
                let item = vm.heap.items(object).get(i).map_or(Value::NONE, |&word| Value(word));
                put(vm, item);
            }
        }
        DICT | SET | KEYS | ITEMS => {
            let table = if sort == DICT || sort == SET { object } else { vm.heap.record_field(object, 0) };
            let values =
                Type::from_index(if vm.heap.is_kind(object, Kind::Record) { vm.heap.aux(object) } else { 0 })
                    == Type::DictValues;
            let mut entry = 0;
            while let Some(found) = vm.heap.next_entry(table, entry) {
                entry = found + 1;
                if !values {
                    let key = vm.heap.entry_key(table, found);
                    put(vm, key);
                }
                if values || sort == DICT || sort == ITEMS {
                    let value = vm.heap.entry_value(table, found);
                    put(vm, value);
                }
            }
        }
        SLICE => {
            for i in 0..3 {
                let part = vm.heap.field(object, 1 + i);
                put(vm, part);
            }
        }
        METHOD => {
            let receiver = vm.heap.field(object, 2);
            put(vm, receiver);
        }
        WRAPPER | STATIC => {
            let inner = vm.heap.record_field(object, 0);
            put(vm, inner);
        }
        _ => {}
    }
    Ok(list)
}

/// `_repr_enter(container)`: notes that it is being shown; False when it is already.
fn enter(vm: &mut Vm<'_>, args: Args) -> Result {
    let list = make_active_containers(vm)?;
    let value = args.get(vm, 0);
    if vm.heap.items(list).iter().any(|&word| word == value.0) {
        return Ok(Value::FALSE);
    }
    let made = vm.heap.list_push(list, value);
    vm.grant_memory(made)?;
    Ok(Value::TRUE)
}

/// `_repr_leave()`: the container noted last is shown.
fn leave(vm: &mut Vm<'_>, _: Args) -> Result {
    let list = active_containers(vm);
    if list.is_object() {
        let n = vm.heap.list_len(list);
        vm.heap.set_list_len(list, n.saturating_sub(1));
    }
    Ok(Value::NONE)
}

/// `_percent_fields(template)`: key, number of stars, kind of each conversion.
fn wanted(vm: &mut Vm<'_>, args: Args) -> Result {
    let template = vm.unwrap(args.get(vm, 0));
    percent_fields(vm, template)
}

/// `_percent_values(template, values)`: the template applied to plain values.
fn percent(vm: &mut Vm<'_>, args: Args) -> Result {
    let (template, values) = (vm.unwrap(args.get(vm, 0)), args.get(vm, 1));
    percent_values(vm, template, values)
}

/// `_is_mapping(value)`: can it be asked for keys, and is it neither tuple nor text?
fn is_mapping(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    if matches!(vm.builtin_type_of(value), Type::Tuple | Type::Str | Type::Bytes | Type::ByteArray) {
        return Ok(Value::FALSE);
    }
    let class = vm.type_of(value);
    Ok(Value::bool(vm.find_in_type(class, names::DUNDER_GETITEM).is_some()))
}

/// `_format_fields(template)`: the pieces of a template of `str.format`.
fn fields(vm: &mut Vm<'_>, args: Args) -> Result {
    let template = vm.unwrap(args.get(vm, 0));
    format_fields(vm, template)
}

/// `_split_field(name)`: the name of a field taken apart.
fn split(vm: &mut Vm<'_>, args: Args) -> Result {
    let name = vm.unwrap(args.get(vm, 0));
    split_field(vm, name)
}

/// `_stdout()`: what a script put in the place of `sys.stdout`; False when it is the host's console.
fn stdout(vm: &mut Vm<'_>, _: Args) -> Result {
    let found = replaced_stream(vm, names::STDOUT);
    if found.is_unbound() {
        return Err(vm.raise(Type::RuntimeError, "lost sys.stdout"));
    }
    Ok(if found.is_null() { Value::FALSE } else { found })
}

/// `_stdin()`: what a script put in the place of `sys.stdin`; False when it did not.
fn stdin(vm: &mut Vm<'_>, _: Args) -> Result {
    let found = replaced_stream(vm, names::short("stdin"));
    if found.is_unbound() {
        return Err(vm.raise(Type::RuntimeError, "input(): lost sys.stdin"));
    }
    Ok(if found.is_null() { Value::FALSE } else { found })
}

/// `_host_write(stream, text)`
fn host_write(vm: &mut Vm<'_>, args: Args) -> Result {
    let stream = args.get(vm, 0).as_index().unwrap_or(1) as u8;
    let text = vm.unwrap(args.get(vm, 1));
    let text = crate::builtins::functions::writable(vm, stream, text)?;
    vm.write_value(stream, text);
    Ok(Value::NONE)
}

/// `_bytearray_fill(array, fresh)`: the content of a fresh bytearray becomes that of another one.
fn bytearray_fill(vm: &mut Vm<'_>, args: Args) -> Result {
    let (target, fresh) = (vm.unwrap(args.get(vm, 0)), args.get(vm, 1));
    crate::builtins::bytes::fill(vm, target, fresh)
}
