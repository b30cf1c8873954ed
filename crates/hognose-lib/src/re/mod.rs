//! Module `_re`: patterns, matches and what is done with them, over the engine of [`regex`](crate::regex).
//!
//! A pattern is a record: [pattern, flags, program, numbers of names, names of groups]. A match is a record: [pattern, text,
//! marks], the marks a tuple: where the search began and ended, the group closed last (0 for none), then start and end of
//! each group from 0 on, -1 for those that did not take part; all in bytes. A scanner is a record: [pattern, text, where it
//! goes on, where it ends, must it advance].
//!
//! | file | what |
//! |---|---|
//! | `pattern` | compiling, attributes of patterns |
//! | `found` | match objects |
//! | `run` | one match: state in a slice, or in the block when it is large or takes long |
//! | `task` | searching, splitting, replacing, in slices |
//! | `template` | replacement texts |
//! | `parameters` | arguments by name |

mod found;
mod parameters;
mod pattern;
mod run;
mod task;
mod template;

use crate::regex::Kind;
use hognose_vm::heap::Held;
use hognose_vm::native::{Args, Def, ModuleDef, Result, Trap, What};
use hognose_vm::text::utf8;
use hognose_vm::types::Type;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

/// A read-only attribute, in the table of a module.
const fn member(name: &'static str, get: hognose_vm::native::Native) -> Def {
    Def { what: What::Member(get), ..Def::function(name, get, 0, 0) }
}

/// The module: what patterns and scanners have is here under their names.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_re",
    attributes: &[
        Def::function("between", task::between, 3, 3),
        Def::function("compile", pattern::compile, 2, 2),
        Def::function("escape", pattern::escape, 1, 1),
        Def::method("findall", task::findall),
        Def::method("finditer", task::finditer),
        member("flags", pattern::flags),
        Def::method("fullmatch", task::fullmatch),
        member("groupindex", pattern::groupindex),
        member("groups", pattern::groups),
        Def::method("match", task::match_start),
        member("pattern", pattern::pattern),
        Def::method("scanner", task::scanner),
        Def::method("search", task::search),
        Def::method("split", task::split),
        Def::function("step", task::step, 1, 1),
        Def::method("sub", task::sub),
        Def::method("subn", task::subn),
    ],
    types: &[],
    notes: &[],
    doc: "",
};

/// What matches have.
pub static MATCH: ModuleDef = ModuleDef {
    name: "_re_match",
    attributes: &[
        Def::method("__getitem__", found::item),
        Def::method("end", found::end),
        member("endpos", found::endpos),
        Def::method("expand", found::expand),
        Def::method("group", found::group),
        Def::method("groupdict", found::groupdict),
        Def::method("groups", found::groups),
        member("lastgroup", found::lastgroup),
        member("lastindex", found::lastindex),
        member("pos", found::pos),
        member("re", found::re),
        member("regs", found::regs),
        Def::method("span", found::span),
        Def::method("start", found::start),
        member("string", found::string),
    ],
    types: &[],
    notes: &[],
    doc: "",
};

/// Fields of a pattern.
const SOURCE: usize = 0;
const FLAGS: usize = 1;
const PROGRAM: usize = 2;
const NUMBERS: usize = 3;
const NAMES: usize = 4;

/// Receiver of a method, if it is of that type.
fn receiver(vm: &mut Vm<'_>, args: Args, kind: Type, name: &str) -> Result {
    let value = args.get(vm, 0);
    if vm.heap.is_record(value, kind) {
        return Ok(value);
    }
    Err(vm.raise_with(Type::TypeError, |vm, out| {
        write!(
            out,
            "descriptor '{name}' for '{}.{}' objects doesn't apply to a '",
            kind.module(),
            kind.name()
        )?;
        vm.write_type_name(value, out)?;
        out.write_str("' object")
    }))
}

/// Is a pattern for strings or bytes?
fn kind_of(vm: &Vm<'_>, pattern: Value) -> Kind {
    let source = vm.heap.record_field(pattern, SOURCE);
    if vm.heap.is_str(vm.unwrap(source)) { Kind::Str } else { Kind::Bytes }
}

/// Bytes of a string, or of anything with bytes.
fn len_of(vm: &Vm<'_>, text: Value) -> usize {
    let inner = vm.unwrap(text);
    if vm.heap.is_str(inner) { vm.heap.text(inner).len() } else { vm.bytes_of(inner).len() }
}

/// The place of a character in bytes; beyond the end: the end.
fn offset_of(vm: &mut Vm<'_>, text: Value, index: usize) -> usize {
    let inner = vm.unwrap(text);
    let len = len_of(vm, inner);
    if !vm.heap.is_str(inner) || vm.heap.is_ascii(inner) || index == 0 {
        return index.min(len);
    }
    vm.charge(index.min(len) / 8);
    utf8::offset_of(&vm.heap.text(inner), index).unwrap_or(len)
}

/// The place of a byte in characters.
fn index_of(vm: &mut Vm<'_>, text: Value, offset: usize) -> i64 {
    let inner = vm.unwrap(text);
    if !vm.heap.is_str(inner) || vm.heap.is_ascii(inner) {
        return offset as i64;
    }
    vm.charge(offset / 8);
    utf8::index_of(&vm.heap.text(inner), offset) as i64
}

/// A part of a text as a string or as bytes. May reserve and move.
fn slice(vm: &mut Vm<'_>, text: Held, start: usize, end: usize) -> Result {
    let outer = vm.heap.held(text);
    let inner = vm.unwrap(outer);
    let n = end.saturating_sub(start);
    if !vm.heap.is_str(inner) {
        vm.charge(n / 8);
        let place = vm.heap.hold(inner);
        let made = vm.new_bytes_part(place, start, end);
        vm.heap.release(place);
        return made;
    }
    {
        let whole = vm.heap.text(inner);
        if n == whole.len() && outer == inner {
            return Ok(outer);
        }
        let part = whole.get(start..end).unwrap_or(&[]);
        // Marks of a match lie between characters; those of a damaged one may not.
        let split = |at: usize| whole.get(at).is_some_and(|b| b & 0xC0 == 0x80);
        if split(start) || split(end) {
            return Ok(Value::EMPTY_STR);
        }
        if let Some(short) = Value::short_str(part) {
            return Ok(short);
        }
    }
    vm.charge(n / 8);
    let place = vm.heap.hold(inner);
    let made = vm.new_str_part(place, start, end);
    vm.heap.release(place);
    made
}

#[cold]
fn no_text(vm: &mut Vm<'_>, value: Value) -> Trap {
    crate::argument::wrong_type(vm, "expected string or bytes-like object, got '", value, "'")
}

/// Checks that a text is of the kind that a pattern is for.
fn check_text(vm: &mut Vm<'_>, pattern: Value, text: Value) -> Result<()> {
    let is_str = vm.heap.is_str(vm.unwrap(text));
    if !is_str && !vm.has_bytes(text) {
        return Err(no_text(vm, text));
    }
    match kind_of(vm, pattern) {
        Kind::Str if !is_str => {
            Err(vm.raise(Type::TypeError, "cannot use a string pattern on a bytes-like object"))
        }
        Kind::Bytes if is_str => {
            Err(vm.raise(Type::TypeError, "cannot use a bytes pattern on a string-like object"))
        }
        _ => Ok(()),
    }
}
