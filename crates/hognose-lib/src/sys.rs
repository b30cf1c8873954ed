//! Module `sys`: what the engine says about itself. What is made of Python objects is made when it is first read.

use crate::argument::{int, integer, remember, text, wrong_type};
use hognose_vm::heap::Root;
use hognose_vm::native::{Args, Def, ModuleDef, Result};
use hognose_vm::object::list::list_words;
use hognose_vm::types::Type;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "sys",
    attributes: &[
        Def::alias("__displayhook__", &"displayhook"),
        Def::alias("__excepthook__", &"excepthook"),
        Def::constant("__stderr__", |vm| stream(vm, 2, true)),
        Def::constant("__stdin__", |vm| stream(vm, 0, true)),
        Def::constant("__stdout__", |vm| stream(vm, 1, true)),
        Def::frozen("_getframe", &"_sys_getframe"),
        Def::constant("argv", argv),
        Def::frozen_object("builtin_module_names", &"_sys_builtin_module_names"),
        Def::constant("byteorder", |vm| text(vm, b"little")),
        Def::constant("copyright", |vm| text(vm, b"")),
        Def::frozen("displayhook", &"_sys_displayhook"),
        Def::constant("dont_write_bytecode", |_| Ok(Value::TRUE)),
        Def::frozen("exc_info", &"_sys_exc_info"),
        Def::frozen("excepthook", &"_sys_excepthook"),
        Def::frozen("exception", &"_sys_exception"),
        Def::constant("exec_prefix", |_| Ok(Value::EMPTY_STR)),
        Def::constant("executable", |_| Ok(Value::EMPTY_STR)),
        Def::frozen("exit", &"_sys_exit"),
        Def::frozen_object("flags", &"_sys_flags"),
        Def::frozen_object("float_info", &"_sys_float_info"),
        Def::constant("float_repr_style", |vm| text(vm, b"short")),
        Def::function("get_int_max_str_digits", get_int_max_str_digits, 0, 0),
        Def::function("getdefaultencoding", |vm, _| text(vm, b"utf-8"), 0, 0),
        Def::function("getfilesystemencodeerrors", |vm, _| text(vm, b"surrogateescape"), 0, 0),
        Def::function("getfilesystemencoding", |vm, _| text(vm, b"utf-8"), 0, 0),
        Def::function("getprofile", nothing, 0, 0),
        Def::function("getrecursionlimit", getrecursionlimit, 0, 0),
        Def::frozen("getsizeof", &"_sys_getsizeof"),
        Def::function("gettrace", nothing, 0, 0),
        Def::frozen_object("hash_info", &"_sys_hash_info"),
        Def::constant("hexversion", |_| Ok(Value::int(0x030b_00f0))),
        Def::frozen_object("implementation", &"_sys_implementation"),
        Def::frozen_object("int_info", &"_sys_int_info"),
        Def::function("intern", intern, 1, 1),
        Def::function("is_finalizing", |_, _| Ok(Value::FALSE), 0, 0),
        Def::constant("maxsize", |vm| integer(vm, i64::MAX)),
        Def::constant("maxunicode", |_| Ok(Value::int(0x10_FFFF))),
        Def::frozen_object("meta_path", &"_sys_nothing"),
        Def::constant("modules", |vm| Ok(vm.heap.root(Root::Modules).or_none())),
        Def::frozen_object("path", &"_sys_path"),
        Def::constant("platform", |vm| text(vm, b"hognose")),
        Def::constant("prefix", |_| Ok(Value::EMPTY_STR)),
        Def::frozen("print_exception", &"_sys_print_exception"),
        Def::function("set_int_max_str_digits", set_int_max_str_digits, 1, 1),
        Def::function("setrecursionlimit", setrecursionlimit, 1, 1),
        Def::constant("stderr", |vm| stream(vm, 2, false)),
        Def::constant("stdin", |vm| stream(vm, 0, false)),
        Def::constant("stdout", |vm| stream(vm, 1, false)),
        Def::constant("version", |vm| text(vm, VERSION)),
        Def::frozen_object("version_info", &"_sys_version_info"),
        Def::frozen_object("warnoptions", &"_sys_nothing"),
    ],
    types: &[],
    notes: &[],
    doc: "This module provides access to some objects used or maintained by the engine.",
};

const VERSION: &[u8] = concat!("3.11.0 (hognose ", env!("CARGO_PKG_VERSION"), ")").as_bytes();

/// A standard stream, the same object under both its names.
fn stream(vm: &mut Vm<'_>, n: usize, own: bool) -> Result {
    const NAMES: [(&str, &str); 3] =
        [("stdin", "__stdin__"), ("stdout", "__stdout__"), ("stderr", "__stderr__")];
    let (name, own_name) = NAMES[n];
    let other = if own { name } else { own_name };
    // Under the other name there may be what a script put there.
    let known = crate::argument::remembered(vm, "sys", other)
        .filter(|&known| vm.heap.is_record(known, Type::ConsoleText));
    let stream = match known {
        Some(known) => known,
        None => {
            let made = vm.heap.new_record(Type::ConsoleText, &[Value::int(n as i64), Value::NONE]);
            vm.grant_memory(made)?
        }
    };
    let stream = vm.heap.hold(stream);
    if known.is_none() {
        // Replaced streams come back from here.
        remember(vm, "sys", own_name, stream)?;
    }
    remember(vm, "sys", if own { own_name } else { name }, stream)
}

/// `sys.argv`: what the host gave, or one empty name.
fn argv(vm: &mut Vm<'_>) -> Result {
    if !vm.heap.root(Root::Argv).is_object() {
        vm.reserve(list_words(1))?;
        let list = vm.heap.alloc_list(1);
        vm.heap.set_list_item(list, 0, Value::EMPTY_STR);
        vm.heap.set_root(Root::Argv, list);
    }
    Ok(vm.heap.root(Root::Argv))
}

fn nothing(_: &mut Vm<'_>, _: Args) -> Result {
    Ok(Value::NONE)
}

fn intern(vm: &mut Vm<'_>, args: Args) -> Result {
    let string = args.get(vm, 0);
    if !vm.heap.is_str(string) {
        if vm.is_built_on(string, Type::Str) {
            return Err(wrong_type(vm, "can't intern ", string, ""));
        }
        return Err(wrong_type(vm, "intern() argument must be str, not ", string, ""));
    }
    let made = vm.heap.intern_value(string);
    vm.grant_memory(made)
}

fn getrecursionlimit(vm: &mut Vm<'_>, _: Args) -> Result {
    Ok(Value::int(vm.recursion_limit() as i64))
}

fn setrecursionlimit(vm: &mut Vm<'_>, args: Args) -> Result {
    let limit = args.get(vm, 0);
    if !crate::argument::is_int(vm, limit) {
        return Err(wrong_type(vm, "'", limit, "' object cannot be interpreted as an integer"));
    }
    match int(vm, limit).and_then(|n| i32::try_from(n).ok()) {
        Some(n) if n > 0 => {
            vm.change_recursion_limit(n as usize);
            Ok(Value::NONE)
        }
        Some(_) => Err(vm.raise(Type::ValueError, "recursion limit must be greater or equal than 1")),
        None => Err(vm.raise(Type::OverflowError, "Python int too large to convert to C int")),
    }
}

fn get_int_max_str_digits(vm: &mut Vm<'_>, _: Args) -> Result {
    Ok(Value::int(vm.int_digits_limit() as i64))
}

fn set_int_max_str_digits(vm: &mut Vm<'_>, args: Args) -> Result {
    let limit = args.get(vm, 0);
    if !crate::argument::is_int(vm, limit) {
        return Err(wrong_type(vm, "'", limit, "' object cannot be interpreted as an integer"));
    }
    match int(vm, limit).and_then(|n| i32::try_from(n).ok()) {
        Some(n) if n == 0 || n >= 640 => {
            vm.set_int_digits_limit(n as usize);
            Ok(Value::NONE)
        }
        Some(_) => Err(vm.raise(Type::ValueError, "maxdigits must be 0 or larger than 640")),
        None => Err(vm.raise(Type::OverflowError, "Python int too large to convert to C int")),
    }
}
