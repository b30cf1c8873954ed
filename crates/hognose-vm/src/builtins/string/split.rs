//! `split`, `rsplit`, `splitlines`, `partition`.

use super::super::text::{
    Index, Parameters, Parts, copy_part, index_of, list_of_parts, not_an_integer, retry, retry_with,
};
use super::layout::is_absent;
#[cfg(target_pointer_width = "64")]
use crate::heap::Kind;
use crate::native::{Args, Result};
use crate::object::tuple::tuple_words;
#[cfg(target_pointer_width = "64")]
use crate::object::{cut::Places, list::list_words};
use crate::text::search::{self, RSplit, RSplitSpace, Split, SplitSpace};
use crate::text::space;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

static SPLIT: Parameters<2> =
    Parameters { function: "split", names: ["sep", "maxsplit"], required: 0, positional: 2 };
static RSPLIT: Parameters<2> =
    Parameters { function: "rsplit", names: ["sep", "maxsplit"], required: 0, positional: 2 };

/// Separator (None for white space) and number of splits among the arguments of `split` and `rsplit`.
pub(crate) fn split_arguments(vm: &mut Vm<'_>, args: Args, back: bool) -> Result<(Value, usize)> {
    let table = if back { &RSPLIT } else { &SPLIT };
    let bound = table.bind(vm, args, 1)?;
    let most = bound.get(vm, 1);
    let most = if most.is_unbound() {
        usize::MAX
    } else {
        match index_of(vm, most) {
            Index::Value(n) => usize::try_from(n).unwrap_or(usize::MAX),
            Index::Huge(_) => {
                return Err(vm.raise(Type::OverflowError, "Python int too large to convert to C ssize_t"));
            }
            Index::Ask if args.keyword_count() == 0 => {
                let kind = vm.builtin_type_of(args.get(vm, 0));
                return Err(retry(vm, args, 2, Some(kind), table.function));
            }
            Index::Ask => {
                let kind = vm.builtin_type_of(args.get(vm, 0));
                let values = [args.get(vm, 0), bound.get(vm, 0).or_none(), most];
                return Err(retry_with(vm, &values, 2, Some(kind), table.function));
            }
            _ => return Err(not_an_integer(vm, most)),
        }
    };
    let separator = bound.get(vm, 0);
    Ok((if is_absent(separator) { Value::NONE } else { separator }, most))
}

/// The list of the parts of a value, separated by another one or by white space (None).
pub(crate) fn parts(
    vm: &mut Vm<'_>,
    text: Value,
    separator: Value,
    most: usize,
    back: bool,
    bytes: bool,
) -> Result {
    if separator.is_none() {
        return list_of_parts(vm, text, Value::NONE, back, |text, _, visit| {
            if back {
                RSplitSpace::new(text, most, bytes).for_each(|part| visit(part.start, part.end));
            } else {
                SplitSpace::new(text, most, bytes).for_each(|part| visit(part.start, part.end));
            }
        });
    }
    list_of_parts(vm, text, separator, back, |text, separator, visit| {
        if back {
            RSplit::new(text, separator, most).for_each(|part| visit(part.start, part.end));
        } else {
            Split::new(text, separator, most).for_each(|part| visit(part.start, part.end));
        }
    })
}

/// `text.split(separator)` for a separator of one byte and a text in the block; None for others.
#[cfg(target_pointer_width = "64")]
fn split_by_byte(vm: &mut Vm<'_>, args: Args) -> Result<Option<Value>> {
    let (text, separator) = (args.get(vm, 0), args.get(vm, 1));
    let (bytes, n) = separator.short_bytes();
    if args.len() != 2
        || args.keyword_count() != 0
        || !separator.is_short_str()
        || n != 1
        || !vm.heap.is_kind(text, Kind::Str)
    {
        return Ok(None);
    }
    let len = vm.heap.len_word(text);
    let (mut count, mut words, mut start) = (1, 0, 0);
    let mut places = Places::new(vm.heap.home(text) + 2, len, bytes[0]);
    while let Some(place) = places.next(vm.heap.mem) {
        words += Parts::Str.words(place - start);
        start = place + 1;
        count += 1;
    }
    words += Parts::Str.words(len - start);
    vm.charge(len / 4 + count);
    vm.reserve(list_words(count).saturating_add(words))?;
    let text = args.get(vm, 0);
    let list = vm.heap.alloc_list_to_fill(count);
    let items = vm.heap.field(list, 2).offset() + 1;
    let mut places = Places::new(vm.heap.home(text) + 2, len, bytes[0]);
    let mut start = 0;
    for i in 0..count {
        let end = places.next(vm.heap.mem).unwrap_or(len);
        let part = vm.heap.make_part(text, start, end);
        vm.heap.mem[items + i] = part.0;
        start = end + 1;
    }
    Ok(Some(list))
}

fn split_either(vm: &mut Vm<'_>, args: Args, back: bool) -> Result {
    #[cfg(target_pointer_width = "64")]
    if !back {
        if let Some(list) = split_by_byte(vm, args)? {
            return Ok(list);
        }
    }
    let (separator, most) = split_arguments(vm, args, back)?;
    let inner = vm.unwrap(separator);
    if !inner.is_none() {
        if !vm.heap.is_str(inner) {
            return Err(vm.raise_with(Type::TypeError, |vm, out| {
                out.write_str("must be str or None, not ")?;
                vm.write_type_name(separator, out)
            }));
        }
        if inner == Value::EMPTY_STR {
            return Err(vm.raise(Type::ValueError, "empty separator"));
        }
    }
    let text = args.get(vm, 0);
    parts(vm, text, inner, most, back, false)
}

/// `split`
pub fn split(vm: &mut Vm<'_>, args: Args) -> Result {
    split_either(vm, args, false)
}

/// `rsplit`
pub fn rsplit(vm: &mut Vm<'_>, args: Args) -> Result {
    split_either(vm, args, true)
}

static SPLITLINES: Parameters<1> =
    Parameters { function: "splitlines", names: ["keepends"], required: 0, positional: 1 };

/// `splitlines` of strings, bytes and bytearrays
pub fn splitlines(vm: &mut Vm<'_>, args: Args) -> Result {
    let bound = SPLITLINES.bind(vm, args, 1)?;
    let keep = bound.get(vm, 0);
    let keep = if keep.is_unbound() {
        false
    } else {
        match index_of(vm, keep) {
            Index::Value(n) if i32::try_from(n).is_ok() => n != 0,
            Index::Value(_) | Index::Huge(_) => {
                return Err(vm.raise(Type::OverflowError, "Python int too large to convert to C int"));
            }
            Index::Ask if args.keyword_count() == 0 => {
                let kind = vm.builtin_type_of(args.get(vm, 0));
                return Err(retry(vm, args, 1, Some(kind), "splitlines"));
            }
            _ => return Err(not_an_integer(vm, keep)),
        }
    };
    let text = args.get(vm, 0);
    let bytes = Parts::of(vm, text) != Parts::Str;
    list_of_parts(vm, text, Value::NONE, false, |text, _, visit| {
        let mut at = 0;
        while let Some((end, next)) = space::line(text, at, bytes) {
            visit(at, if keep { next } else { end });
            at = next;
        }
    })
}

/// The tuple of what is before a separator, the separator, and what is behind it. `separator` is of a kind with bytes.
pub(crate) fn three_parts(vm: &mut Vm<'_>, args: Args, separator: Value, back: bool) -> Result {
    let text = args.get(vm, 0);
    let kind = Parts::of(vm, text);
    let (found, length, n) = {
        let (text, part) = (super::super::text::raw(vm, text), super::super::text::raw(vm, separator));
        let found = if back { search::rfind(&text, &part) } else { search::find(&text, &part) };
        (found, text.len(), part.len())
    };
    if n == 0 {
        return Err(vm.raise(Type::ValueError, "empty separator"));
    }
    vm.charge(length / 4);
    vm.reserve(tuple_words(3) + 3 * kind.words(0) + kind.words(length) + 16 + kind.words(n))?;
    let text = args.get(vm, 0);
    let tuple = vm.heap.alloc_tuple(3);
    let places = match found {
        Some(at) => [(0, at), (at, at + n), (at + n, length)],
        None if back => [(0, 0), (0, 0), (0, length)],
        None => [(0, length), (0, 0), (0, 0)],
    };
    for (i, (start, end)) in places.into_iter().enumerate() {
        let whole = end - start == length && kind != Parts::ByteArray;
        let part = if whole { text } else { copy_part(vm, text, start, end, kind) };
        vm.heap.set_item(tuple, i, part);
    }
    Ok(tuple)
}

fn partition_either(vm: &mut Vm<'_>, args: Args, back: bool) -> Result {
    let value = args.get(vm, 1);
    let separator = vm.unwrap(value);
    if !vm.heap.is_str(separator) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("must be str, not ")?;
            vm.write_type_name(value, out)
        }));
    }
    three_parts(vm, args, separator, back)
}

/// `partition`
pub fn partition(vm: &mut Vm<'_>, args: Args) -> Result {
    partition_either(vm, args, false)
}

/// `rpartition`
pub fn rpartition(vm: &mut Vm<'_>, args: Args) -> Result {
    partition_either(vm, args, true)
}
