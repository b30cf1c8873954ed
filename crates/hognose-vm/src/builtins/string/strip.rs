//! `strip`, `removeprefix`, `replace` and their like.

use super::super::text::{Index, View, index_of, make_str, not_an_integer, retry, substring};
use super::layout::is_absent;
use crate::native::{Args, Result, Trap};
use crate::object::string::str_words;
use crate::text::search::{Insert, cost_find, put_replaced, replaced_len};
use crate::text::sink::Fixed;
use crate::text::{space, utf8};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Which ends of a text are stripped.
#[derive(Clone, Copy)]
pub(crate) struct Ends {
    /// The first characters.
    pub start: bool,
    /// The last ones.
    pub end: bool,
}

fn stripped(vm: &mut Vm<'_>, args: Args, name: &str, ends: Ends) -> Result {
    let chars = args.get(vm, 1);
    let inner = vm.unwrap(chars);
    if !is_absent(inner) && !vm.heap.is_str(inner) {
        return Err(vm.raise_with(Type::TypeError, |_, out| write!(out, "{name} arg must be None or str")));
    }
    let text = args.get(vm, 0);
    let (start, end) = {
        let text = vm.heap.text(text);
        let text: &[u8] = &text;
        if is_absent(inner) {
            let rest = if ends.start { space::trim_start(text) } else { text };
            let start = text.len() - rest.len();
            let end = if ends.end { start + space::trim_end(rest).len() } else { text.len() };
            (start, end)
        } else {
            strip_chars(text, &vm.heap.text(inner), ends)
        }
    };
    substring(vm, text, start, end)
}

/// What is left of a text without certain characters at its ends.
fn strip_chars(text: &[u8], chars: &[u8], ends: Ends) -> (usize, usize) {
    #[cfg(target_pointer_width = "64")]
    if let [byte] = chars {
        // No part of another character is such a byte.
        let other = |here: &u8| here != byte;
        let start = if ends.start { text.iter().position(other).unwrap_or(text.len()) } else { 0 };
        let end =
            if ends.end { text.iter().rposition(other).map_or(start, |last| last + 1) } else { text.len() };
        return (start, end.max(start));
    }
    let has = |part: &[u8]| match part {
        [byte] => chars.contains(byte),
        _ => crate::text::search::find(chars, part).is_some(),
    };
    let (mut start, mut end) = (0, text.len());
    while ends.start {
        match utf8::decode(text, start) {
            Some((_, size)) if has(&text[start..start + size]) => start += size,
            _ => break,
        }
    }
    while ends.end && end > start {
        match utf8::decode_back(text, end) {
            Some((_, size)) if has(&text[end - size..end]) => end -= size,
            _ => break,
        }
    }
    (start, end)
}

/// `strip`
pub fn strip(vm: &mut Vm<'_>, args: Args) -> Result {
    stripped(vm, args, "strip", Ends { start: true, end: true })
}

/// `lstrip`
pub fn lstrip(vm: &mut Vm<'_>, args: Args) -> Result {
    stripped(vm, args, "lstrip", Ends { start: true, end: false })
}

/// `rstrip`
pub fn rstrip(vm: &mut Vm<'_>, args: Args) -> Result {
    stripped(vm, args, "rstrip", Ends { start: false, end: true })
}

fn not_str(vm: &mut Vm<'_>, what: &str, value: Value) -> Trap {
    vm.raise_with(Type::TypeError, |vm, out| {
        write!(out, "{what} must be str, not ")?;
        crate::builtins::text::write_given(vm, value, out)
    })
}

/// `removeprefix`
pub fn removeprefix(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 1);
    let part = vm.unwrap(value);
    if !vm.heap.is_str(part) {
        return Err(not_str(vm, "removeprefix() argument", value));
    }
    let text = args.get(vm, 0);
    let (n, cut) = {
        let (text, part) = (vm.heap.text(text), vm.heap.text(part));
        (text.len(), if text.starts_with(&part) { part.len() } else { 0 })
    };
    substring(vm, text, cut, n)
}

/// `removesuffix`
pub fn removesuffix(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 1);
    let part = vm.unwrap(value);
    if !vm.heap.is_str(part) {
        return Err(not_str(vm, "removesuffix() argument", value));
    }
    let text = args.get(vm, 0);
    let end = {
        let (text, part) = (vm.heap.text(text), vm.heap.text(part));
        if text.ends_with(&part) { text.len() - part.len() } else { text.len() }
    };
    substring(vm, text, 0, end)
}

/// The most replacements among the arguments of `replace`.
pub(crate) fn most_replacements(vm: &mut Vm<'_>, args: Args) -> Result<usize> {
    let most = args.get(vm, 3);
    if most.is_unbound() {
        return Ok(usize::MAX);
    }
    match index_of(vm, most) {
        Index::Value(n) => Ok(usize::try_from(n).unwrap_or(usize::MAX)),
        Index::Huge(_) => Err(vm.raise(Type::OverflowError, "Python int too large to convert to C ssize_t")),
        Index::Ask => {
            let kind = vm.builtin_type_of(args.get(vm, 0));
            Err(retry(vm, args, 3, Some(kind), "replace"))
        }
        Index::No => Err(not_an_integer(vm, most)),
    }
}

/// `replace`
pub fn replace(vm: &mut Vm<'_>, args: Args) -> Result {
    for i in 1..3 {
        let value = args.get(vm, i);
        let inner = vm.unwrap(value);
        if !vm.heap.is_str(inner) {
            return Err(not_str(
                vm,
                if i == 1 { "replace() argument 1" } else { "replace() argument 2" },
                value,
            ));
        }
        args.set(vm, i, inner);
    }
    let most = most_replacements(vm, args)?;
    let (text, old, new) = (args.get(vm, 0), args.get(vm, 1), args.get(vm, 2));
    let (counted, cost) = {
        let (text, old) = (vm.heap.text(text), vm.heap.text(old));
        let counted = replaced_len(&text, &old, vm.heap.text(new).len(), most, Insert::Points);
        (counted, cost_find(text.len(), old.len()))
    };
    vm.charge(cost as usize / 8);
    let Some((times, total)) = counted.filter(|&(_, total)| total <= vm.heap.words() * 8) else {
        return Err(vm.raise(Type::OverflowError, "replace string is too long"));
    };
    if times == 0 {
        return Ok(text);
    }
    vm.charge(total / 8);
    vm.reserve(str_words(total))?;
    let (text, old, new) = (args.get(vm, 0), args.get(vm, 1), args.get(vm, 2));
    Ok(make_str(&mut vm.heap, total, |view: &View<'_>, out| {
        let _ = put_replaced(
            &view.text(text),
            &view.text(old),
            &view.text(new),
            times,
            Insert::Points,
            &mut Fixed::new(out),
        );
    }))
}
