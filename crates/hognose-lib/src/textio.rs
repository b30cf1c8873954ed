//! Module `_text`: parts of strings by places in bytes, for text streams: places in characters take time to find when a
//! string is not ASCII.

use hognose_vm::native::{Args, Def, ModuleDef, Result};
use hognose_vm::text::utf8;
use hognose_vm::types::Type;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_text",
    attributes: &[
        Def::function("line", line, 4, 4),
        Def::function("offset", offset, 2, 2),
        Def::function("part", part, 3, 3),
        Def::function("size", size, 1, 1),
    ],
    types: &[],
    notes: &[],
    doc: "",
};

fn number(vm: &Vm<'_>, args: Args, i: usize) -> Option<usize> {
    usize::try_from(vm.heap.as_i64(vm.unwrap(args.get(vm, i)))?).ok()
}

/// The string in argument 0, held, and its bytes.
fn text(vm: &mut Vm<'_>, args: Args) -> Result<usize> {
    let value = vm.unwrap(args.get(vm, 0));
    if !vm.heap.is_str(value) {
        return Err(vm.raise(Type::TypeError, "not a string"));
    }
    Ok(vm.heap.text(value).len())
}

/// How many bytes so many characters from a place on are; all to the end when there are no more. None: all.
fn bytes_of(bytes: &[u8], ascii: bool, size: Option<usize>) -> usize {
    match size {
        None => bytes.len(),
        Some(size) if ascii => size.min(bytes.len()),
        Some(size) => utf8::offset_of(bytes, size).unwrap_or(bytes.len()),
    }
}

fn cut(vm: &mut Vm<'_>, args: Args, start: usize, end: usize) -> Result {
    let value = vm.unwrap(args.get(vm, 0));
    {
        let text = vm.heap.text(value);
        let split = |at: usize| text.get(at).is_some_and(|b| b & 0xC0 == 0x80);
        if split(start) || split(end) {
            return Err(vm.raise(Type::ValueError, "not a place between characters"));
        }
        if let Some(short) = text.get(start..end).and_then(Value::short_str) {
            return Ok(short);
        }
    }
    vm.charge(end.saturating_sub(start) / 8);
    let place = vm.heap.hold(value);
    vm.new_str_part(place, start, end)
}

/// `size(text)`: its bytes.
fn size(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(Value::int(text(vm, args)? as i64))
}

/// `offset(text, index)`: the place of a character in bytes; of those behind the end that of the end.
fn offset(vm: &mut Vm<'_>, args: Args) -> Result {
    let len = text(vm, args)?;
    let index = number(vm, args, 1).unwrap_or(len);
    let value = vm.unwrap(args.get(vm, 0));
    let ascii = vm.heap.is_ascii(value);
    if !ascii {
        vm.charge(index.min(len) / 8);
    }
    let at = bytes_of(&vm.heap.text(value), ascii, Some(index));
    Ok(Value::int(at as i64))
}

/// `part(text, at, size)`: so many characters from byte `at` on, all of them when size is below 0.
fn part(vm: &mut Vm<'_>, args: Args) -> Result {
    let len = text(vm, args)?;
    let at = number(vm, args, 1).unwrap_or(len).min(len);
    let size = number(vm, args, 2);
    let value = vm.unwrap(args.get(vm, 0));
    let ascii = vm.heap.is_ascii(value);
    if !ascii {
        vm.charge(size.unwrap_or(0).min(len) / 8);
    }
    let end = at + bytes_of(vm.heap.text(value).get(at..).unwrap_or(&[]), ascii, size);
    cut(vm, args, at, end)
}

/// `line(text, at, ends, size)`: from byte `at` to behind the next line end, or to the end of the text, but at most so many
/// characters when size is not below 0. Line ends are that string; if it is empty "\n", "\r" and "\r\n".
fn line(vm: &mut Vm<'_>, args: Args) -> Result {
    let len = text(vm, args)?;
    let at = number(vm, args, 1).unwrap_or(len).min(len);
    let size = number(vm, args, 3);
    let value = vm.unwrap(args.get(vm, 0));
    let ascii = vm.heap.is_ascii(value);
    let ends = vm.heap.text(vm.unwrap(args.get(vm, 2)));
    let end = {
        let whole = vm.heap.text(value);
        let rest = whole.get(at..).unwrap_or(&[]);
        let n = match &*ends {
            [] => match rest.iter().position(|&b| b == b'\n' || b == b'\r') {
                Some(i) => i + 1 + usize::from(rest.get(i..i + 2) == Some(b"\r\n")),
                None => rest.len(),
            },
            [one] => rest.iter().position(|b| b == one).map_or(rest.len(), |i| i + 1),
            ends => rest.windows(ends.len()).position(|w| w == ends).map_or(rest.len(), |i| i + ends.len()),
        };
        let n = match size {
            Some(_) => bytes_of(rest.get(..n).unwrap_or(rest), ascii, size),
            None => n,
        };
        at + n
    };
    vm.charge((end - at) / 8);
    cut(vm, args, at, end)
}
