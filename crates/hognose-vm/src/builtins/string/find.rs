//! `find`, `index`, `count`, `startswith` and their like.

use super::super::text::bound;
use crate::heap::Kind;
use crate::native::{Args, Result};
use crate::text::search;
use crate::text::utf8;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// The part of a string that a search is about: offsets of its first byte and behind its last one. None: the bounds leave
/// less than nothing.
struct Window {
    start: usize,
    end: usize,
    /// Index of the first code point.
    index: usize,
}

/// Reads the bounds of a method: arguments 2 and 3, in code points.
fn window(vm: &mut Vm<'_>, args: Args, name: &str) -> Result<Option<Window>> {
    let text = args.get(vm, 0);
    let (least, most) = (1, 3);
    let given = args.len() - 1;
    if given < least || given > most {
        let (many, limit) = if given < least { ("least", least) } else { ("most", most) };
        return Err(vm.raise_with(Type::TypeError, |_, out| {
            let plural = if limit == 1 { "" } else { "s" };
            write!(out, "{name}() takes at {many} {limit} argument{plural} ({given} given)")
        }));
    }
    if args.len() == 2 {
        return Ok(Some(Window { start: 0, end: vm.heap.text(text).len(), index: 0 }));
    }
    if let (Some(start), 3, true) = (args.get(vm, 2).as_int(), args.len(), vm.heap.is_ascii(text)) {
        let n = vm.heap.text(text).len();
        let start = if start < 0 { (start + n as i64).max(0) } else { start };
        let start = usize::try_from(start).unwrap_or(usize::MAX);
        return Ok(if start > n { None } else { Some(Window { start, end: n, index: start }) });
    }
    let start = bound(vm, args, 2, 0, Some(Type::Str), name)?;
    let end = bound(vm, args, 3, i64::MAX, Some(Type::Str), name)?;
    let n = vm.heap.str_len(text) as i64;
    let cut = |i: i64| if i < 0 { (i + n).max(0) } else { i };
    let (start, end) = (cut(start), cut(end).min(n));
    if start > end {
        return Ok(None);
    }
    let (first, last) = (start as usize, end as usize);
    if vm.heap.is_ascii(text) {
        return Ok(Some(Window { start: first, end: last, index: first }));
    }
    let bytes = vm.heap.text(text);
    let start = utf8::offset_of(&bytes, first).unwrap_or(bytes.len());
    let end = utf8::offset_of(&bytes, last).unwrap_or(bytes.len());
    let cost = bytes.len() / 8;
    vm.charge(cost);
    Ok(Some(Window { start, end, index: first }))
}

/// The string searched for.
fn needle(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 1);
    let part = vm.unwrap(value);
    if vm.heap.is_str(part) {
        return Ok(part);
    }
    Err(vm.raise_with(Type::TypeError, |vm, out| {
        out.write_str("must be str, not ")?;
        vm.write_type_name(value, out)
    }))
}

fn search(vm: &mut Vm<'_>, args: Args, name: &str, back: bool) -> Result<Option<usize>> {
    let window = window(vm, args, name)?;
    let part = needle(vm, args)?;
    let Some(Window { start, end, index }) = window else { return Ok(None) };
    let text = args.get(vm, 0);
    let ascii = vm.heap.is_ascii(text);
    let (found, cost) = {
        let (text, part) = (vm.heap.text(text), vm.heap.text(part));
        let text = text.get(start..end).unwrap_or(&[]);
        let found = if back { search::rfind(text, &part) } else { search::find(text, &part) };
        let found = found.map(|at| index + if ascii { at } else { utf8::index_of(text, at) });
        (found, search::cost_find(text.len(), part.len()))
    };
    vm.charge(cost as usize / 16);
    Ok(found)
}

fn found_or(found: Option<usize>) -> Value {
    Value::int(found.map_or(-1, |at| at as i64))
}

/// `find`
pub fn find(vm: &mut Vm<'_>, args: Args) -> Result {
    search(vm, args, "find", false).map(found_or)
}

/// `rfind`
pub fn rfind(vm: &mut Vm<'_>, args: Args) -> Result {
    search(vm, args, "rfind", true).map(found_or)
}

fn must(vm: &mut Vm<'_>, found: Option<usize>) -> Result {
    match found {
        Some(at) => Ok(Value::int(at as i64)),
        None => Err(vm.raise(Type::ValueError, "substring not found")),
    }
}

/// `index`
pub fn index(vm: &mut Vm<'_>, args: Args) -> Result {
    let found = search(vm, args, "index", false)?;
    must(vm, found)
}

/// `rindex`
pub fn rindex(vm: &mut Vm<'_>, args: Args) -> Result {
    let found = search(vm, args, "rindex", true)?;
    must(vm, found)
}

/// `count`
pub fn count(vm: &mut Vm<'_>, args: Args) -> Result {
    let window = window(vm, args, "count")?;
    let part = needle(vm, args)?;
    let Some(Window { start, end, .. }) = window else { return Ok(Value::int(0)) };
    let text = args.get(vm, 0);
    let (n, cost) = {
        let (text, part) = (vm.heap.text(text), vm.heap.text(part));
        let text = text.get(start..end).unwrap_or(&[]);
        let n = if part.is_empty() { utf8::count(text) + 1 } else { search::count(text, &part) };
        (n, search::cost_find(text.len(), part.len()))
    };
    vm.charge(cost as usize / 8);
    Ok(Value::int(n as i64))
}

fn matches_end(vm: &mut Vm<'_>, args: Args, name: &str, end_of: bool) -> Result {
    // The usual call, where size matters less than time.
    #[cfg(target_pointer_width = "64")]
    if args.len() == 2 && vm.heap.is_str(args.get(vm, 1)) {
        let (text, part) = (vm.heap.text(args.get(vm, 0)), vm.heap.text(args.get(vm, 1)));
        let (text, part): (&[u8], &[u8]) = (&text, &part);
        let found = match (part, if end_of { text.last() } else { text.first() }) {
            ([byte], Some(other)) => byte == other,
            _ if end_of => text.ends_with(part),
            _ => text.starts_with(part),
        };
        return Ok(Value::bool(found));
    }
    let window = window(vm, args, name)?;
    let value = args.get(vm, 1);
    let part = vm.unwrap(value);
    let text = args.get(vm, 0);
    let test = |vm: &Vm<'_>, part: Value| {
        let Some(Window { start, end, .. }) = &window else { return false };
        let (text, part) = (vm.heap.text(text), vm.heap.text(part));
        let text = text.get(*start..*end).unwrap_or(&[]);
        if end_of { text.ends_with(&part) } else { text.starts_with(&part) }
    };
    if vm.heap.is_str(part) {
        return Ok(Value::bool(test(vm, part)));
    }
    if vm.heap.is_kind(part, Kind::Tuple) {
        let n = vm.heap.tuple_len(part);
        vm.charge(n);
        for i in 0..n {
            let item = vm.heap.item(part, i);
            let inner = vm.unwrap(item);
            if !vm.heap.is_str(inner) {
                return Err(vm.raise_with(Type::TypeError, |vm, out| {
                    write!(out, "tuple for {name} must only contain str, not ")?;
                    vm.write_type_name(item, out)
                }));
            }
            if test(vm, inner) {
                return Ok(Value::TRUE);
            }
        }
        return Ok(Value::FALSE);
    }
    Err(vm.raise_with(Type::TypeError, |vm, out| {
        write!(out, "{name} first arg must be str or a tuple of str, not ")?;
        vm.write_type_name(value, out)
    }))
}

/// `startswith`
pub fn startswith(vm: &mut Vm<'_>, args: Args) -> Result {
    matches_end(vm, args, "startswith", false)
}

/// `endswith`
pub fn endswith(vm: &mut Vm<'_>, args: Args) -> Result {
    matches_end(vm, args, "endswith", true)
}
