//! `find`, `index`, `count`, `startswith` and their like.

use super::super::text::{Index, bound, index_of, retry};
use super::{buffer, length, not_bytes};
use crate::heap::Kind;
use crate::native::{Args, Result};
use crate::text::search;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// The part that a search is about, from its first byte to the one behind its last. None: less than nothing.
fn window(vm: &mut Vm<'_>, args: Args, name: &str) -> Result<Option<(usize, usize)>> {
    let given = args.len() - 1;
    if given == 0 || given > 3 {
        let (many, limit, plural) = if given == 0 { ("least", 1, "") } else { ("most", 3, "s") };
        return Err(vm.raise_with(Type::TypeError, |_, out| {
            write!(out, "{name}() takes at {many} {limit} argument{plural} ({given} given)")
        }));
    }
    let kind = vm.builtin_type_of(args.get(vm, 0));
    let start = bound(vm, args, 2, 0, Some(kind), name)?;
    let end = bound(vm, args, 3, i64::MAX, Some(kind), name)?;
    let n = length(vm, args) as i64;
    let cut = |i: i64| if i < 0 { (i + n).max(0) } else { i };
    let (start, end) = (cut(start), cut(end).min(n));
    Ok(if start > end { None } else { Some((start as usize, end as usize)) })
}

/// What is searched for: a byte, or an object with bytes.
enum Needle {
    Byte([u8; 1]),
    Bytes(Value),
}

impl Needle {
    fn bytes<'a>(&'a self, vm: &'a Vm<'_>) -> &'a [u8] {
        match self {
            Needle::Byte(byte) => byte,
            Needle::Bytes(value) => vm.heap.bytes_like(*value).unwrap_or(&[]),
        }
    }
}

fn needle(vm: &mut Vm<'_>, args: Args, name: &str) -> Result<Needle> {
    let value = args.get(vm, 1);
    if let Some(bytes) = buffer(vm, value)? {
        return Ok(Needle::Bytes(bytes));
    }
    let value = args.get(vm, 1);
    match index_of(vm, value) {
        Index::Value(n) => match u8::try_from(n) {
            Ok(byte) => Ok(Needle::Byte([byte])),
            Err(_) => Err(vm.raise(Type::ValueError, "byte must be in range(0, 256)")),
        },
        Index::Huge(_) => Err(vm.raise(Type::ValueError, "byte must be in range(0, 256)")),
        Index::Ask => {
            let kind = vm.builtin_type_of(args.get(vm, 0));
            Err(retry(vm, args, 1, Some(kind), name))
        }
        Index::No => Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("argument should be integer or bytes-like object, not '")?;
            vm.write_type_name(value, out)?;
            out.write_str("'")
        })),
    }
}

fn search(vm: &mut Vm<'_>, args: Args, name: &str, back: bool) -> Result<Option<usize>> {
    let window = window(vm, args, name)?;
    let needle = needle(vm, args, name)?;
    let Some((start, end)) = window else { return Ok(None) };
    let (found, cost) = {
        let text = vm.heap.bytes_like(args.get(vm, 0)).and_then(|text| text.get(start..end)).unwrap_or(&[]);
        let part = needle.bytes(vm);
        let found = if back { search::rfind(text, part) } else { search::find(text, part) };
        (found.map(|at| start + at), search::cost_find(text.len(), part.len()))
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
        None => Err(vm.raise(Type::ValueError, "subsection not found")),
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
    let needle = needle(vm, args, "count")?;
    let Some((start, end)) = window else { return Ok(Value::int(0)) };
    let (n, cost) = {
        let text = vm.heap.bytes_like(args.get(vm, 0)).and_then(|text| text.get(start..end)).unwrap_or(&[]);
        let part = needle.bytes(vm);
        let n = if part.is_empty() { text.len() + 1 } else { search::count(text, part) };
        (n, search::cost_find(text.len(), part.len()))
    };
    vm.charge(cost as usize / 8);
    Ok(Value::int(n as i64))
}

fn matches_end(vm: &mut Vm<'_>, args: Args, name: &str, end_of: bool) -> Result {
    let window = window(vm, args, name)?;
    let value = args.get(vm, 1);
    let tuple = vm.unwrap(value);
    if vm.heap.is_kind(tuple, Kind::Tuple) {
        let n = vm.heap.tuple_len(tuple);
        vm.charge(n);
        for i in 0..n {
            let item = vm.heap.item(vm.unwrap(args.get(vm, 1)), i);
            let Some(part) = buffer(vm, item)? else {
                let item = vm.heap.item(vm.unwrap(args.get(vm, 1)), i);
                return Err(not_bytes(vm, item));
            };
            if test(vm, args, window, part, end_of) {
                return Ok(Value::TRUE);
            }
        }
        return Ok(Value::FALSE);
    }
    match buffer(vm, value)? {
        Some(part) => Ok(Value::bool(test(vm, args, window, part, end_of))),
        None => Err(vm.raise_with(Type::TypeError, |vm, out| {
            write!(out, "{name} first arg must be bytes or a tuple of bytes, not ")?;
            vm.write_type_name(args.get(vm, 1), out)
        })),
    }
}

fn test(vm: &Vm<'_>, args: Args, window: Option<(usize, usize)>, part: Value, end_of: bool) -> bool {
    let Some((start, end)) = window else { return false };
    let text = vm.heap.bytes_like(args.get(vm, 0)).and_then(|text| text.get(start..end)).unwrap_or(&[]);
    let part = vm.heap.bytes_like(part).unwrap_or(&[]);
    if end_of { text.ends_with(part) } else { text.starts_with(part) }
}

/// `startswith`
pub fn startswith(vm: &mut Vm<'_>, args: Args) -> Result {
    matches_end(vm, args, "startswith", false)
}

/// `endswith`
pub fn endswith(vm: &mut Vm<'_>, args: Args) -> Result {
    matches_end(vm, args, "endswith", true)
}
