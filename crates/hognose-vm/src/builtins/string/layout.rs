//! Changes of case, and strings laid out in fields.

use super::super::text::Parameters;
use super::super::text::{Index, index_of, int_argument, make_str, not_an_integer};
use crate::native::{Args, Result};
use crate::object::string::str_words;
use crate::text::case::{self, Change};
use crate::text::field::pad;
use crate::text::sink::{Count, Fixed, Full, Sink};
use crate::text::utf8;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

fn change(vm: &mut Vm<'_>, args: Args, how: Change) -> Result {
    let text = args.get(vm, 0);
    if vm.heap.is_ascii(text) {
        if text.is_short_str() {
            let (mut bytes, n) = text.short_bytes();
            case::ascii::change_all(&mut bytes[..n], how);
            return Ok(Value::short_str(&bytes[..n]).unwrap_or(Value::EMPTY_STR));
        }
        let n = vm.heap.text(text).len();
        vm.charge(n / 8);
        vm.reserve(str_words(n))?;
        let text = args.get(vm, 0);
        return Ok(make_str(&mut vm.heap, n, |view, out| {
            out.copy_from_slice(&view.text(text));
            case::ascii::change_all(out, how);
        }));
    }
    let mut count = Count::default();
    let _ = case::change(&vm.heap.text(text), how, &mut count);
    vm.charge(count.bytes);
    vm.reserve(str_words(count.bytes))?;
    let text = args.get(vm, 0);
    Ok(make_str(&mut vm.heap, count.bytes, |view, out| {
        let _ = case::change(&view.text(text), how, &mut Fixed::new(out));
    }))
}

macro_rules! changes {
    ($($name:ident $how:ident)+) => {
        $(
            #[doc = concat!("`", stringify!($name), "`")]
            pub fn $name(vm: &mut Vm<'_>, args: Args) -> Result {
                change(vm, args, Change::$how)
            }
        )+
    };
}

changes! {
    capitalize Capitalize
    casefold Fold
    lower Lower
    swapcase Swap
    title Title
    upper Upper
}

/// Left and right padding of a text of `n` code points in a field of `width`.
type Sides = fn(usize, usize) -> (usize, usize);

fn padded(vm: &mut Vm<'_>, args: Args, name: &str, sides: Sides) -> Result {
    let width = int_argument(vm, args, 1, Some(Type::Str), name)?;
    let filler = args.get(vm, 2);
    let mut fill = u32::from(b' ');
    if !filler.is_unbound() {
        let inner = vm.unwrap(filler);
        if !vm.heap.is_str(inner) {
            return Err(vm.raise_with(Type::TypeError, |vm, out| {
                out.write_str("The fill character must be a unicode character, not ")?;
                vm.write_type_name(filler, out)
            }));
        }
        if vm.heap.str_len(inner) != 1 {
            return Err(vm.raise(Type::TypeError, "The fill character must be exactly one character long"));
        }
        fill = utf8::decode(&vm.heap.text(inner), 0).map_or(fill, |(point, _)| point);
    }
    let text = args.get(vm, 0);
    let n = vm.heap.str_len(text);
    let width = usize::try_from(width.max(0)).unwrap_or(usize::MAX);
    if width <= n {
        return Ok(text);
    }
    let (left, right) = sides(n, width);
    let bytes = vm.heap.text(text).len();
    let Some(total) = (left + right).checked_mul(utf8::width(fill)).and_then(|n| n.checked_add(bytes)) else {
        return Err(vm.out_of_memory());
    };
    if total > vm.heap.words() * 8 {
        return Err(vm.out_of_memory());
    }
    vm.charge(total / 8);
    vm.reserve(str_words(total))?;
    let text = args.get(vm, 0);
    Ok(make_str(&mut vm.heap, total, |view, out| {
        let mut sink = Fixed::new(out);
        let _ = pad(fill, left, &mut sink)
            .and_then(|()| sink.put(&view.text(text)))
            .and_then(|()| pad(fill, right, &mut sink));
    }))
}

/// `center`
pub fn center(vm: &mut Vm<'_>, args: Args) -> Result {
    padded(vm, args, "center", |n, width| {
        let spare = width - n;
        // As CPython: an odd cell goes to the left when the width is odd.
        let left = spare / 2 + (spare & width & 1);
        (left, spare - left)
    })
}

/// `ljust`
pub fn ljust(vm: &mut Vm<'_>, args: Args) -> Result {
    padded(vm, args, "ljust", |n, width| (0, width - n))
}

/// `rjust`
pub fn rjust(vm: &mut Vm<'_>, args: Args) -> Result {
    padded(vm, args, "rjust", |n, width| (width - n, 0))
}

/// `zfill`
pub fn zfill(vm: &mut Vm<'_>, args: Args) -> Result {
    let width = int_argument(vm, args, 1, Some(Type::Str), "zfill")?;
    let text = args.get(vm, 0);
    let n = vm.heap.str_len(text);
    let width = usize::try_from(width.max(0)).unwrap_or(usize::MAX);
    if width <= n {
        return Ok(text);
    }
    let zeros = width - n;
    let total = vm.heap.text(text).len().saturating_add(zeros);
    if total > vm.heap.words() * 8 {
        return Err(vm.out_of_memory());
    }
    vm.charge(total / 8);
    vm.reserve(str_words(total))?;
    let text = args.get(vm, 0);
    Ok(make_str(&mut vm.heap, total, |view, out| put_zeros(&view.text(text), zeros, out)))
}

/// Zeros behind the sign of a text; fills all of `out`.
pub(crate) fn put_zeros(text: &[u8], zeros: usize, out: &mut [u8]) {
    let sign = matches!(text.first(), Some(b'+' | b'-')) as usize;
    let (before, after) = text.split_at(sign);
    let mut sink = Fixed::new(out);
    let _ = sink.put(before).and_then(|()| sink.fill(b'0', zeros)).and_then(|()| sink.put(after));
}

/// Puts text with its tabs as spaces. Columns are code points, or bytes for `bytes`.
pub(crate) fn put_expanded(
    text: &[u8],
    size: usize,
    bytes: bool,
    sink: &mut dyn Sink,
) -> core::result::Result<(), Full> {
    let (mut column, mut run) = (0usize, 0);
    for (at, &byte) in text.iter().enumerate() {
        match byte {
            b'\t' => {
                sink.put(&text[run..at])?;
                run = at + 1;
                if size > 0 {
                    let spaces = size - column % size;
                    sink.fill(b' ', spaces)?;
                    column += spaces;
                }
            }
            b'\n' | b'\r' => column = 0,
            byte if !bytes && byte & 0xC0 == 0x80 => {}
            _ => column += 1,
        }
    }
    sink.put(&text[run..])
}

static EXPANDTABS: Parameters<1> =
    Parameters { function: "expandtabs", names: ["tabsize"], required: 0, positional: 1 };

/// The size of tabs among the arguments of `expandtabs`.
pub(crate) fn tab_size(vm: &mut Vm<'_>, args: Args) -> Result<usize> {
    let bound = EXPANDTABS.bind(vm, args, 1)?;
    let size = bound.get(vm, 0);
    if size.is_unbound() {
        return Ok(8);
    }
    match index_of(vm, size) {
        Index::Value(n) if n.unsigned_abs() <= i32::MAX as u64 => Ok(n.max(0) as usize),
        Index::Value(_) | Index::Huge(_) => {
            Err(vm.raise(Type::OverflowError, "Python int too large to convert to C int"))
        }
        Index::Ask if args.keyword_count() == 0 => {
            let kind = vm.builtin_type_of(args.get(vm, 0));
            Err(super::super::text::retry(vm, args, 1, Some(kind), "expandtabs"))
        }
        _ => Err(not_an_integer(vm, size)),
    }
}

/// `expandtabs`
pub fn expandtabs(vm: &mut Vm<'_>, args: Args) -> Result {
    let size = tab_size(vm, args)?;
    let text = args.get(vm, 0);
    let mut count = Count::default();
    if put_expanded(&vm.heap.text(text), size, false, &mut count).is_err()
        || count.bytes > vm.heap.words() * 8
    {
        return Err(vm.raise(Type::OverflowError, "new string is too long"));
    }
    vm.charge(count.bytes / 4);
    vm.reserve(str_words(count.bytes))?;
    let text = args.get(vm, 0);
    Ok(make_str(&mut vm.heap, count.bytes, |view, out| {
        let _ = put_expanded(&view.text(text), size, false, &mut Fixed::new(out));
    }))
}

/// The value of an argument that stands for `None`.
pub(crate) fn is_absent(value: Value) -> bool {
    value.is_unbound() || value.is_none()
}
