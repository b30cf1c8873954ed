//! Match objects.

use super::parameters::parameters;
use super::{index_of, kind_of, pattern, receiver, slice, template};
use crate::argument::{forward, forward_named};
use crate::regex::Kind;
use hognose_vm::heap::Held;
use hognose_vm::names;
use hognose_vm::native::{Args, Result, Trap};
use hognose_vm::object::tuple::tuple_words;
use hognose_vm::types::Type;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

/// Fields of a match.
pub const PATTERN: usize = 0;
pub const TEXT: usize = 1;
pub const MARKS: usize = 2;

// Of the marks.
const BEGIN: usize = 0;
const END: usize = 1;
const LAST: usize = 2;
/// Start of group 0.
const SPANS: usize = 3;

/// A new match. The marks are asked for group by group.
pub fn make(
    vm: &mut Vm<'_>,
    pattern: Held,
    text: Held,
    (begin, end): (usize, usize),
    run: &super::run::Run,
) -> Result {
    let groups = pattern::count(vm, vm.heap.held(pattern)) + 1;
    vm.charge(groups / 4);
    vm.reserve(tuple_words(SPANS + 2 * groups))?;
    let marks = vm.heap.alloc_tuple(SPANS + 2 * groups);
    for group in 0..groups {
        let (start, end) = match run.span(vm, pattern, group) {
            Some((start, end)) => (start as i64, end as i64),
            None => (-1, -1),
        };
        vm.heap.set_item(marks, SPANS + 2 * group, Value::int(start));
        vm.heap.set_item(marks, SPANS + 2 * group + 1, Value::int(end));
    }
    let last = run.last_index(vm, pattern);
    for (i, n) in [(BEGIN, begin), (END, end), (LAST, last)] {
        vm.heap.set_item(marks, i, Value::int(n as i64));
    }
    let fields = [vm.heap.held(pattern), vm.heap.held(text), marks];
    let made = vm.heap.new_record(Type::RegexMatch, &fields);
    vm.grant_memory(made)
}

fn mark(vm: &Vm<'_>, found: Value, i: usize) -> i64 {
    let marks = vm.heap.record_field(found, MARKS);
    vm.heap.items(marks).get(i).and_then(|&n| Value(n).as_int()).unwrap_or(-1)
}

/// Start and end of a group in bytes.
pub fn group_span(vm: &Vm<'_>, found: Value, group: usize) -> Option<(usize, usize)> {
    let (start, end) = (mark(vm, found, SPANS + 2 * group), mark(vm, found, SPANS + 2 * group + 1));
    match (usize::try_from(start), usize::try_from(end)) {
        (Ok(start), Ok(end)) if start <= end => Some((start, end)),
        _ => None,
    }
}

/// The receiver; also that its pattern is one.
fn this(vm: &mut Vm<'_>, args: Args, name: &str) -> Result {
    let found = receiver(vm, args, Type::RegexMatch, name)?;
    let pattern = vm.heap.record_field(found, PATTERN);
    if vm.heap.is_record(pattern, Type::RegexPattern) {
        return Ok(found);
    }
    Err(vm.raise(Type::SystemError, "a match without a pattern"))
}

fn no_keywords(vm: &mut Vm<'_>, args: Args, name: &str) -> Result<()> {
    if args.keyword_count() == 0 {
        return Ok(());
    }
    Err(vm.raise_with(Type::TypeError, |_, out| write!(out, "Match.{name}() takes no keyword arguments")))
}

#[cold]
fn no_group(vm: &mut Vm<'_>) -> Trap {
    vm.raise(Type::IndexError, "no such group")
}

/// The group that an argument, an index or a name, means to a method.
fn group_of(vm: &mut Vm<'_>, args: Args, argument: usize, name: &str) -> Result<usize> {
    let (found, index) = (args.get(vm, 0), args.get(vm, argument));
    let pattern = vm.heap.record_field(found, PATTERN);
    if let Some(group) = pattern::group_index(vm, pattern, index) {
        return Ok(group);
    }
    if !vm.heap.is_integer(vm.unwrap(index)) {
        let class = vm.type_of(index);
        if vm.find_in_type(class, names::DUNDER_INDEX).is_some() {
            return Err(if args.len() == 2 {
                forward_named(vm, "_re_indexed", name, args, 2)
            } else {
                forward(vm, "_re_groups", args)
            });
        }
    }
    Err(no_group(vm))
}

/// Text of a group, the default when it did not take part. May reserve and move.
fn group_text(vm: &mut Vm<'_>, found: Value, group: usize, default: Value) -> Result {
    let Some((start, end)) = group_span(vm, found, group) else { return Ok(default) };
    let text = vm.heap.hold(vm.heap.record_field(found, TEXT));
    let made = slice(vm, text, start, end);
    vm.heap.release(text);
    made
}

/// `match[group]`
pub fn item(vm: &mut Vm<'_>, args: Args) -> Result {
    let found = this(vm, args, "__getitem__")?;
    let group = group_of(vm, args, 1, "__getitem__")?;
    group_text(vm, found, group, Value::NONE)
}

/// `group(*groups)`
pub fn group(vm: &mut Vm<'_>, args: Args) -> Result {
    let found = this(vm, args, "group")?;
    no_keywords(vm, args, "group")?;
    let n = args.len() - 1;
    if n <= 1 {
        let group = if n == 0 { 0 } else { group_of(vm, args, 1, "group")? };
        return group_text(vm, found, group, Value::NONE);
    }
    vm.charge(n);
    vm.reserve(tuple_words(n))?;
    let tuple = vm.heap.alloc_tuple(n);
    let tuple = vm.heap.hold(tuple);
    for i in 0..n {
        let group = group_of(vm, args, 1 + i, "group")?;
        let found = args.get(vm, 0);
        let text = group_text(vm, found, group, Value::NONE)?;
        let tuple = vm.heap.held(tuple);
        vm.heap.set_item(tuple, i, text);
    }
    Ok(vm.heap.held(tuple))
}

/// `groups(default=None)`
pub fn groups(vm: &mut Vm<'_>, args: Args) -> Result {
    let found = this(vm, args, "groups")?;
    let [default] = parameters(vm, args, "groups", ["default"], 0)?;
    let default = vm.heap.hold(if default.is_unbound() { Value::NONE } else { default });
    let n = pattern::count(vm, vm.heap.record_field(found, PATTERN));
    vm.charge(n);
    vm.reserve(tuple_words(n))?;
    let tuple = vm.heap.alloc_tuple(n);
    let tuple = vm.heap.hold(tuple);
    for i in 0..n {
        let (found, default) = (args.get(vm, 0), vm.heap.held(default));
        let text = group_text(vm, found, i + 1, default)?;
        let tuple = vm.heap.held(tuple);
        vm.heap.set_item(tuple, i, text);
    }
    Ok(vm.heap.held(tuple))
}

/// `groupdict(default=None)`
pub fn groupdict(vm: &mut Vm<'_>, args: Args) -> Result {
    this(vm, args, "groupdict")?;
    let [default] = parameters(vm, args, "groupdict", ["default"], 0)?;
    let default = vm.heap.hold(if default.is_unbound() { Value::NONE } else { default });
    let made = vm.heap.new_dict();
    let dict = vm.grant_memory(made)?;
    let dict = vm.heap.hold(dict);
    let found = args.get(vm, 0);
    let groups = pattern::count(vm, vm.heap.record_field(found, PATTERN));
    for group in 1..=groups {
        vm.charge(1);
        let found = args.get(vm, 0);
        let pattern = vm.heap.record_field(found, PATTERN);
        if pattern::name_of(vm, pattern, group).is_none() {
            continue;
        }
        let default = vm.heap.held(default);
        let text = group_text(vm, found, group, default)?;
        let pattern = vm.heap.record_field(args.get(vm, 0), PATTERN);
        let name = pattern::name_of(vm, pattern, group);
        if vm.heap.is_str(name) {
            let made = vm.heap.set_str(vm.heap.held(dict), name, text);
            vm.grant_memory(made)?;
        }
    }
    Ok(vm.heap.held(dict))
}

/// Start and end in characters of the group that the argument means, -1 when it did not take part.
fn place(vm: &mut Vm<'_>, args: Args, name: &str) -> Result<(i64, i64)> {
    let found = this(vm, args, name)?;
    no_keywords(vm, args, name)?;
    let n = args.len() - 1;
    if n > 1 {
        return Err(vm.raise_with(Type::TypeError, |_, out| {
            write!(out, "{name} expected at most 1 argument, got {n}")
        }));
    }
    let group = if n == 0 { 0 } else { group_of(vm, args, 1, name)? };
    Ok(chars(vm, found, group))
}

fn chars(vm: &mut Vm<'_>, found: Value, group: usize) -> (i64, i64) {
    let text = vm.heap.record_field(found, TEXT);
    match group_span(vm, found, group) {
        Some((start, end)) => (index_of(vm, text, start), index_of(vm, text, end)),
        None => (-1, -1),
    }
}

pub fn start(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(Value::int(place(vm, args, "start")?.0))
}

pub fn end(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(Value::int(place(vm, args, "end")?.1))
}

pub fn span(vm: &mut Vm<'_>, args: Args) -> Result {
    let (start, end) = place(vm, args, "span")?;
    crate::argument::tuple(vm, &[Value::int(start), Value::int(end)])
}

/// All spans, as a tuple.
pub fn regs(vm: &mut Vm<'_>, args: Args) -> Result {
    let found = this(vm, args, "regs")?;
    let n = pattern::count(vm, vm.heap.record_field(found, PATTERN)) + 1;
    vm.charge(n);
    vm.reserve(tuple_words(n) + n * tuple_words(2))?;
    let found = args.get(vm, 0);
    let all = vm.heap.alloc_tuple(n);
    for group in 0..n {
        let (start, end) = chars(vm, found, group);
        let pair = vm.heap.alloc_tuple(2);
        vm.heap.set_item(pair, 0, Value::int(start));
        vm.heap.set_item(pair, 1, Value::int(end));
        vm.heap.set_item(all, group, pair);
    }
    Ok(all)
}

fn bound(vm: &mut Vm<'_>, args: Args, name: &str, i: usize) -> Result {
    let found = this(vm, args, name)?;
    let at = usize::try_from(mark(vm, found, i)).unwrap_or(0);
    let text = vm.heap.record_field(found, TEXT);
    Ok(Value::int(index_of(vm, text, at)))
}

pub fn pos(vm: &mut Vm<'_>, args: Args) -> Result {
    bound(vm, args, "pos", BEGIN)
}

pub fn endpos(vm: &mut Vm<'_>, args: Args) -> Result {
    bound(vm, args, "endpos", END)
}

pub fn lastindex(vm: &mut Vm<'_>, args: Args) -> Result {
    let found = this(vm, args, "lastindex")?;
    let last = mark(vm, found, LAST);
    Ok(if last > 0 { Value::int(last) } else { Value::NONE })
}

pub fn lastgroup(vm: &mut Vm<'_>, args: Args) -> Result {
    let found = this(vm, args, "lastgroup")?;
    let last = usize::try_from(mark(vm, found, LAST)).unwrap_or(0);
    let pattern = vm.heap.record_field(found, PATTERN);
    Ok(pattern::name_of(vm, pattern, last))
}

pub fn re(vm: &mut Vm<'_>, args: Args) -> Result {
    let found = this(vm, args, "re")?;
    Ok(vm.heap.record_field(found, PATTERN))
}

pub fn string(vm: &mut Vm<'_>, args: Args) -> Result {
    let found = this(vm, args, "string")?;
    Ok(vm.heap.record_field(found, TEXT))
}

/// `expand(template)`
pub fn expand(vm: &mut Vm<'_>, args: Args) -> Result {
    let found = this(vm, args, "expand")?;
    let pattern = vm.heap.hold(vm.heap.record_field(found, PATTERN));
    let text = vm.heap.hold(vm.heap.record_field(found, TEXT));
    let [template] = parameters(vm, args, "expand", ["template"], 1)?;
    let kind = kind_of(vm, vm.heap.held(pattern));
    let is_str = vm.heap.is_str(vm.unwrap(template));
    if !is_str && !vm.has_bytes(template) {
        return Err(crate::argument::wrong_type(
            vm,
            "decoding to str: need a bytes-like object, ",
            template,
            " found",
        ));
    }
    if is_str != (kind == Kind::Str) {
        return Err(vm.raise(
            Type::TypeError,
            match kind {
                Kind::Str => "sequence item 0: expected str instance, bytes found",
                Kind::Bytes => "sequence item 0: expected a bytes-like object, str found",
            },
        ));
    }
    let template = vm.heap.hold(template);
    let pieces = template::read(vm, pattern, template)?;
    let pieces = vm.heap.hold(pieces);
    let out = vm.growing(32)?;
    template::put(vm, &out, kind, template, pieces, text, |vm, group| {
        let found = args.get(vm, 0);
        group_span(vm, found, group)
    })?;
    Ok(if kind == Kind::Str { out.text(vm) } else { out.finish(vm) })
}
