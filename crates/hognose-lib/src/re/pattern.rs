//! Patterns.

use super::{FLAGS, NAMES, NUMBERS, PROGRAM, SOURCE, receiver};
use crate::argument::{forward, integer, text};
use crate::regex::{self, ErrorClass, ErrorKind, Flags, Kind, Memory, Program, RegexError};
use hognose_vm::heap::Held;
use hognose_vm::interp::Message;
use hognose_vm::native::{Args, Result, Trap};
use hognose_vm::object::tuple::tuple_words;
use hognose_vm::types::Type;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

/// Raises what is wrong with a pattern or template, which is held.
#[cold]
pub fn fail(vm: &mut Vm<'_>, error: RegexError, kind: Kind, place: Held) -> Trap {
    let mut message = Message::default();
    {
        let value = vm.unwrap(vm.heap.held(place));
        let write = |bytes: &[u8], message: &mut Message| {
            let _ =
                core::fmt::Write::write_fmt(message, format_args!("{}", error.short_message(bytes, kind)));
        };
        if vm.heap.is_str(value) {
            write(&vm.heap.text(value), &mut message);
        } else {
            write(vm.bytes_of(value), &mut message);
        }
    }
    let words = core::str::from_utf8(message.as_bytes()).unwrap_or("");
    match error.class() {
        ErrorClass::Value => vm.raise(Type::ValueError, words),
        ErrorClass::Overflow => vm.raise(Type::OverflowError, words),
        ErrorClass::Index => vm.raise(Type::IndexError, words),
        ErrorClass::Memory => vm.out_of_memory(),
        ErrorClass::Regex => {
            let words = match text(vm, words.as_bytes()) {
                Ok(words) => vm.heap.hold(words),
                Err(trap) => return trap,
            };
            match vm.frozen_function("_re_fail") {
                Ok(function) => {
                    let (words, value) = (vm.heap.held(words), vm.heap.held(place));
                    let pos = error.pos.map_or(Value::NONE, |pos| Value::int(pos.into()));
                    vm.tail_call(function, &[words, value, pos])
                }
                Err(trap) => trap,
            }
        }
    }
}

/// `compile(pattern, flags)`: a pattern; flags is an int.
pub fn compile(vm: &mut Vm<'_>, args: Args) -> Result {
    let source = vm.unwrap(args.get(vm, 0));
    let kind = if vm.heap.is_str(source) { Kind::Str } else { Kind::Bytes };
    if kind == Kind::Bytes && !vm.has_bytes(source) {
        return Err(vm.raise(Type::TypeError, "first argument must be string or compiled pattern"));
    }
    let flags = vm.heap.as_i64(vm.unwrap(args.get(vm, 1))).unwrap_or(0);
    let Ok(flags) = u32::try_from(flags) else {
        return Err(vm.raise(Type::OverflowError, "flags are out of range"));
    };
    let len = super::len_of(vm, source);
    let source = vm.heap.hold(source);
    let find = vm.characters().find;
    let (mut words, mut scratch) = (32 + 3 * len, 64 + 4 * len);
    let program = loop {
        vm.charge(len + 16);
        let compiled =
            vm.new_bytes_of_words(words, scratch, [source], |others, [source], out, scratch| {
                others.part(source, 0, usize::MAX, |pattern| {
                    regex::compile_with_names(pattern, kind, Flags(flags & 0x1ff), find, out, scratch)
                        .map(|compiled| compiled.len)
                })
            })?;
        match compiled {
            Ok(program) => break vm.heap.hold(program),
            Err(error) => match error.kind {
                ErrorKind::Memory(which, wanted) => {
                    let size = if which == Memory::Program { &mut words } else { &mut scratch };
                    *size = (wanted as usize).max(size.saturating_add(*size / 2));
                }
                _ => return Err(fail(vm, error, kind, source)),
            },
        }
    };
    let (flags, groups) = {
        let program = Program::new(vm.words(vm.heap.held(program)));
        program.map_or((0, 0), |p| (p.flags().0 | flags & !0x1ff, p.groups()))
    };
    name_groups(vm, args, source, program, groups, flags)
}

/// Makes the pattern, its groups named.
fn name_groups(vm: &mut Vm<'_>, args: Args, source: Held, program: Held, groups: u32, flags: u32) -> Result {
    let made = vm.heap.new_dict();
    let numbers = vm.grant_memory(made)?;
    let numbers = vm.heap.hold(numbers);
    let mut names = Value::NONE;
    vm.charge(groups as usize);
    let any = (1..=groups).any(|g| group_name(vm, program, g).is_some());
    if any {
        vm.reserve(tuple_words(groups as usize))?;
        names = vm.heap.alloc_tuple(groups as usize);
    } else if let Ok(empty) = vm.heap.new_tuple(&[]) {
        names = empty;
    }
    let names = vm.heap.hold(names);
    let mark = vm.heap.held_mark();
    for group in 1..=groups {
        let Some((start, end)) = group_name(vm, program, group) else { continue };
        let name = vm.new_str_part(source, start, end)?;
        let made = vm.heap.intern_value(name);
        let name = vm.grant_memory(made)?;
        let tuple = vm.heap.held(names);
        vm.heap.set_item(tuple, group as usize - 1, name);
        let dict = vm.heap.held(numbers);
        let made = vm.heap.set_str(dict, name, Value::int(group.into()));
        vm.grant_memory(made)?;
        vm.heap.release_to(mark);
    }
    let fields = [
        args.get(vm, 0),
        Value::int(flags.into()),
        vm.heap.held(program),
        vm.heap.held(numbers),
        vm.heap.held(names),
    ];
    let made = vm.heap.new_record(Type::RegexPattern, &fields);
    vm.grant_memory(made)
}

fn group_name(vm: &Vm<'_>, program: Held, group: u32) -> Option<(usize, usize)> {
    let span = Program::new(vm.words(vm.heap.held(program)))?.group_name(group)?;
    Some((span.start as usize, span.end as usize))
}

/// How many groups a pattern has, the whole match not counted.
pub fn count(vm: &Vm<'_>, pattern: Value) -> usize {
    Program::new(vm.words(vm.heap.record_field(pattern, PROGRAM))).map_or(0, |p| p.groups() as usize)
}

/// Name of a group, or None.
pub fn name_of(vm: &Vm<'_>, pattern: Value, group: usize) -> Value {
    let names = vm.heap.record_field(pattern, NAMES);
    match vm.heap.items(names).get(group.wrapping_sub(1)) {
        Some(&name) => Value(name),
        None => Value::NONE,
    }
}

/// The number of the group that an index or name means; None when there is no such group.
pub fn group_index(vm: &mut Vm<'_>, pattern: Value, index: Value) -> Option<usize> {
    let groups = count(vm, pattern);
    let inner = vm.unwrap(index);
    let number = match vm.heap.as_i64(inner) {
        Some(n) => n,
        None if vm.heap.is_str(inner) => {
            let numbers = vm.heap.record_field(pattern, NUMBERS);
            vm.heap.get_str(numbers, inner)?.as_int()?
        }
        None => return None,
    };
    usize::try_from(number).ok().filter(|&n| n <= groups)
}

fn field(vm: &mut Vm<'_>, args: Args, name: &str, field: usize) -> Result {
    let pattern = receiver(vm, args, Type::RegexPattern, name)?;
    Ok(vm.heap.record_field(pattern, field))
}

pub fn flags(vm: &mut Vm<'_>, args: Args) -> Result {
    field(vm, args, "flags", FLAGS)
}

/// Of a pattern, or of the pattern of a scanner the pattern.
pub fn pattern(vm: &mut Vm<'_>, args: Args) -> Result {
    let scanner = args.get(vm, 0);
    if vm.heap.is_record(scanner, Type::RegexScanner) {
        return Ok(vm.heap.record_field(scanner, 0));
    }
    field(vm, args, "pattern", SOURCE)
}

/// A view that cannot be changed.
pub fn groupindex(vm: &mut Vm<'_>, args: Args) -> Result {
    let numbers = field(vm, args, "groupindex", NUMBERS)?;
    let made = vm.heap.new_record(Type::MappingProxy, &[numbers]);
    vm.grant_memory(made)
}

/// `groups` of a pattern.
pub fn groups(vm: &mut Vm<'_>, args: Args) -> Result {
    let pattern = receiver(vm, args, Type::RegexPattern, "groups")?;
    let n = count(vm, pattern);
    integer(vm, n as i64)
}

/// `escape(text)`
pub fn escape(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = vm.unwrap(args.get(vm, 0));
    let is_str = vm.heap.is_str(value);
    if !is_str && !vm.has_bytes(value) {
        return Err(forward(vm, "_re_no_text", args));
    }
    let len = super::len_of(vm, value);
    vm.charge(len / 4);
    let place = vm.heap.hold(value);
    let total = {
        let count = |bytes: &[u8]| regex::escape(bytes).count();
        if is_str { count(&vm.heap.text(value)) } else { count(vm.bytes_of(value)) }
    };
    let out = vm.growing(total)?;
    out.add(vm, total, [place], |others, [value], out| {
        others.part(value, 0, usize::MAX, |bytes| {
            for (to, from) in out.iter_mut().zip(regex::escape(bytes)) {
                *to = from;
            }
        });
    })?;
    Ok(if is_str { out.text(vm) } else { out.finish(vm) })
}
