//! The standard streams `sys.stdin`, `sys.stdout` and `sys.stderr`, and the byte streams behind them: records of the
//! number of the stream (0, 1, 2) and, for input, what was read of a line and not taken yet.

use crate::heap::{Kind, Root};
use crate::native::{Args, Def, Native, Result};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    if kind == Type::ConsoleText { TEXT } else { BYTES }
}

/// What calling one of these types runs: scripts get the streams from `sys`.
pub fn constructor(kind: Type) -> Option<Native> {
    let _ = kind;
    None
}

static TEXT: &[Def] = defs!["TextIOWrapper";
    Def::getter("__class__", class),
    Def::frozen("__enter__", &"_console_self"),
    Def::frozen("__exit__", &"_console_exit"),
    Def::frozen("__iter__", &"_console_self"),
    Def::frozen("__next__", &"_console_next"),
    Def::frozen("__repr__", &"_console_repr"),
    Def::getter("buffer", buffer),
    Def::function("close", flush, 0, 0),
    Def::getter("closed", |_, _| Ok(Value::FALSE)),
    Def::getter("encoding", |_, _| Ok(crate::names::short("utf-8"))),
    Def::getter("errors", errors),
    Def::function("fileno", fileno, 0, 0),
    Def::function("flush", flush, 0, 0),
    Def::function("isatty", isatty, 0, 0),
    Def::getter("line_buffering", |_, _| Ok(Value::FALSE)),
    Def::getter("mode", mode),
    Def::getter("name", name),
    Def::getter("newlines", |_, _| Ok(Value::NONE)),
    Def::frozen("read", &"_console_read"),
    Def::function("readable", readable, 0, 0),
    Def::frozen("readline", &"_console_readline"),
    Def::frozen("readlines", &"_console_readlines"),
    Def::frozen("reconfigure", &"_console_reconfigure"),
    Def::function("seekable", |_, _| Ok(Value::FALSE), 0, 0),
    Def::function("writable", writable, 0, 0),
    Def::function("write", write, 1, 1),
    Def::frozen("writelines", &"_console_writelines"),
];

static BYTES: &[Def] = defs!["TextIOWrapper";
    Def::getter("__class__", class),
    Def::frozen("__enter__", &"_console_self"),
    Def::frozen("__exit__", &"_console_exit"),
    Def::frozen("__iter__", &"_console_self"),
    Def::frozen("__next__", &"_console_next"),
    Def::frozen("__repr__", &"_console_repr"),
    Def::function("close", flush, 0, 0),
    Def::getter("closed", |_, _| Ok(Value::FALSE)),
    Def::function("fileno", fileno, 0, 0),
    Def::function("flush", flush, 0, 0),
    Def::function("isatty", isatty, 0, 0),
    Def::getter("mode", mode),
    Def::getter("name", name),
    Def::frozen("read", &"_console_read"),
    Def::function("readable", readable, 0, 0),
    Def::frozen("readline", &"_console_readline"),
    Def::frozen("readlines", &"_console_readlines"),
    Def::function("seekable", |_, _| Ok(Value::FALSE), 0, 0),
    Def::function("writable", writable, 0, 0),
    Def::function("write", write, 1, 1),
    Def::frozen("writelines", &"_console_writelines"),
];

/// Is it one of the streams?
pub(crate) fn is_console(vm: &Vm<'_>, value: Value) -> bool {
    [Type::ConsoleText, Type::ConsoleReader, Type::ConsoleWriter]
        .iter()
        .any(|&kind| vm.heap.is_record(value, kind))
}

/// `__class__`: once module `io` is there, the class of it that such a stream stands for.
fn class(vm: &mut Vm<'_>, args: Args) -> Result {
    let modules = vm.heap.root(Root::Modules);
    if vm.heap.is_kind(modules, Kind::Dict) && vm.heap.get_str(modules, crate::names::short("io")).is_some() {
        let function = vm.frozen_function("_console_class")?;
        let stream = args.get(vm, 0);
        return Err(vm.tail_call(function, &[stream]));
    }
    Ok(vm.type_of(args.get(vm, 0)))
}

/// Number of a stream.
pub(crate) fn number(vm: &Vm<'_>, stream: Value) -> u8 {
    vm.heap.record_field(stream, 0).as_int().unwrap_or(0) as u8
}

/// `_console(n)`: the text stream of that number.
pub(crate) fn make(vm: &mut Vm<'_>, args: Args) -> Result {
    let n = args.get(vm, 0);
    let made = vm.heap.new_record(Type::ConsoleText, &[n, Value::NONE]);
    vm.grant_memory(made)
}

/// `_console_keep(stream, rest)`: keeps what was not taken of a line, gives what was kept.
pub(crate) fn keep(vm: &mut Vm<'_>, args: Args) -> Result {
    let (stream, rest) = (args.get(vm, 0), args.get(vm, 1));
    if !is_console(vm, stream) {
        return Err(vm.raise(Type::TypeError, "not a stream"));
    }
    let kept = vm.heap.record_field(stream, 1);
    vm.heap.set_record_field(stream, 1, rest);
    Ok(kept)
}

fn buffer(vm: &mut Vm<'_>, args: Args) -> Result {
    let n = vm.heap.record_field(args.get(vm, 0), 0);
    let kind = if n == Value::int(0) { Type::ConsoleReader } else { Type::ConsoleWriter };
    let made = vm.heap.new_record(kind, &[n, Value::NONE]);
    vm.grant_memory(made)
}

fn fileno(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.heap.record_field(args.get(vm, 0), 0))
}

fn flush(vm: &mut Vm<'_>, _: Args) -> Result {
    if let Some(host) = vm.host() {
        host.flush();
    }
    Ok(Value::NONE)
}

fn isatty(vm: &mut Vm<'_>, args: Args) -> Result {
    let stream = number(vm, args.get(vm, 0));
    Ok(Value::bool(vm.host().is_some_and(|host| host.is_terminal(stream))))
}

fn readable(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(Value::bool(number(vm, args.get(vm, 0)) == 0))
}

fn writable(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(Value::bool(number(vm, args.get(vm, 0)) != 0))
}

fn errors(vm: &mut Vm<'_>, args: Args) -> Result {
    let text: &[u8] = if number(vm, args.get(vm, 0)) == 2 { b"backslashreplace" } else { b"strict" };
    let made = vm.heap.intern(text);
    vm.grant_memory(made)
}

fn mode(vm: &mut Vm<'_>, args: Args) -> Result {
    let stream = args.get(vm, 0);
    let text = vm.heap.is_record(stream, Type::ConsoleText);
    Ok(crate::names::short(match (number(vm, stream) == 0, text) {
        (true, true) => "r",
        (true, false) => "rb",
        (false, true) => "w",
        (false, false) => "wb",
    }))
}

fn name(vm: &mut Vm<'_>, args: Args) -> Result {
    let text: &[u8] = match number(vm, args.get(vm, 0)) {
        0 => b"<stdin>",
        1 => b"<stdout>",
        _ => b"<stderr>",
    };
    let made = vm.heap.intern(text);
    vm.grant_memory(made)
}

/// `write(text)` or `write(bytes)`: to the host; gives the number of characters or bytes.
fn write(vm: &mut Vm<'_>, args: Args) -> Result {
    let (stream, value) = (args.get(vm, 0), vm.unwrap(args.get(vm, 1)));
    let n = number(vm, stream);
    if n == 0 {
        let function = vm.frozen_function("_console_refuse")?;
        return Err(vm.tail_call(function, &[]));
    }
    if vm.heap.is_record(stream, Type::ConsoleText) {
        if !vm.heap.is_str(value) {
            return Err(vm.raise_with(Type::TypeError, |vm, out| {
                out.write_str("write() argument must be str, not ")?;
                vm.write_type_name(value, out)
            }));
        }
        vm.charge(vm.heap.text(value).len() / 8);
        let count = vm.heap.str_len(value) as i64;
        let text = super::functions::writable(vm, n, value)?;
        vm.write_value(n, text);
        return Ok(Value::int(count));
    }
    if !vm.has_bytes(value) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("a bytes-like object is required, not '")?;
            vm.write_type_name(value, out)?;
            out.write_str("'")
        }));
    }
    let len = vm.bytes_of(value).len();
    vm.charge(len / 8);
    if let Some(host) = vm.host.take() {
        host.write(n, vm.bytes_of(value));
        vm.host = Some(host);
    }
    Ok(Value::int(len as i64))
}

/// What a script put in the place of a standard stream: null when it is the console still, unbound when it was deleted.
pub(crate) fn replaced(vm: &mut Vm<'_>, name: Value) -> Value {
    let modules = vm.heap.root(crate::heap::Root::Modules);
    if !vm.heap.is_kind(modules, Kind::Dict) {
        return Value::NULL;
    }
    match vm.heap.get_str(modules, crate::names::short("sys")) {
        Some(module) if vm.heap.is_kind(module, Kind::Module) => {
            let dict = vm.heap.module_dict(module);
            match vm.heap.get_str(dict, name) {
                Some(stream) if vm.heap.is_record(stream, Type::ConsoleText) => {
                    let own = number(vm, stream) == (name == crate::names::STDOUT) as u8;
                    if own { Value::NULL } else { stream }
                }
                Some(stream) => stream,
                // Of the engine's own module it was not asked for yet.
                None if vm.heap.aux(module) != 0 => Value::NULL,
                None => Value::UNBOUND,
            }
        }
        _ => Value::NULL,
    }
}
