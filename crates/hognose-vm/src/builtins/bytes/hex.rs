//! `hex`, `fromhex`

use super::super::text::{Index, Parameters, Parts, index_of, make_str, not_an_integer, raw};
use super::make_like;
use crate::heap::Kind;
use crate::native::{Args, Result};
use crate::object::string::str_words;
use crate::types::Type;
use crate::vm::Vm;

static HEX: Parameters<2> =
    Parameters { function: "hex", names: ["sep", "bytes_per_sep"], required: 0, positional: 2 };

/// Puts hexadecimal digits, with a separator every `group` bytes counted from the end (from the start below zero).
fn put_hex(bytes: &[u8], separator: Option<u8>, group: i64, out: &mut [u8]) {
    let mut places = out.iter_mut();
    let mut put = |byte: u8| {
        if let Some(place) = places.next() {
            *place = byte;
        }
    };
    let size = group.unsigned_abs() as usize;
    for (i, &byte) in bytes.iter().enumerate() {
        if let Some(separator) = separator.filter(|_| i > 0) {
            let counted = if group > 0 { bytes.len() - i } else { i };
            if counted % size.max(1) == 0 {
                put(separator);
            }
        }
        put(b"0123456789abcdef"[(byte >> 4) as usize]);
        put(b"0123456789abcdef"[(byte & 15) as usize]);
    }
}

/// `hex` of bytes, bytearrays and views
pub fn hex(vm: &mut Vm<'_>, args: Args) -> Result {
    let bound = HEX.bind(vm, args, 1)?;
    let group = bound.get(vm, 1);
    let group = if group.is_unbound() {
        1
    } else {
        match index_of(vm, group) {
            Index::Value(n) if i32::try_from(n).is_ok() => n,
            Index::Value(_) | Index::Huge(_) => {
                return Err(vm.raise(Type::OverflowError, "Python int too large to convert to C int"));
            }
            Index::Ask | Index::No => return Err(not_an_integer(vm, group)),
        }
    };
    let sep = bound.get(vm, 0);
    let mut separator = None;
    if !sep.is_unbound() {
        let inner = vm.unwrap(sep);
        let text = vm.heap.is_str(inner);
        if !text && vm.heap.bytes_like(inner).is_none() {
            let class = vm.type_of(sep);
            if vm.find_in_type(class, crate::names::DUNDER_LEN).is_some() {
                let (kind, text) = match crate::builtins::quick_len(vm, inner) {
                    Some(1) | None => (Type::TypeError, "sep must be str or bytes."),
                    Some(_) => (Type::ValueError, "sep must be length 1."),
                };
                return Err(vm.raise(kind, text));
            }
            return Err(vm.raise_with(Type::TypeError, |vm, out| {
                out.write_str("object of type '")?;
                vm.write_type_name(sep, out)?;
                out.write_str("' has no len()")
            }));
        }
        let (one, count) = {
            let bytes = raw(vm, inner);
            let count = if text { crate::text::utf8::count(&bytes) } else { bytes.len() };
            (bytes.first().copied().unwrap_or(0), count)
        };
        if count != 1 {
            return Err(vm.raise(Type::ValueError, "sep must be length 1."));
        }
        if one >= 0x80 {
            return Err(vm.raise(Type::ValueError, "sep must be ASCII."));
        }
        separator = Some(one);
    }
    if group == 0 {
        separator = None;
    }
    let value = args.get(vm, 0);
    let value = if vm.heap.is_kind(value, Kind::MemoryView) {
        crate::builtins::memoryview::copy_bytes(vm, value)?
    } else {
        value
    };
    let n = raw(vm, value).len();
    let separators =
        if separator.is_some() && n > 0 { (n - 1) / group.unsigned_abs().max(1) as usize } else { 0 };
    let total = 2 * n + separators;
    vm.charge(total / 8);
    let place = vm.heap.hold(value);
    vm.reserve(str_words(total))?;
    let value = vm.heap.held(place);
    Ok(make_str(&mut vm.heap, total, |view, out| put_hex(view.bytes(value), separator, group, out)))
}

/// Reads pairs of hexadecimal digits with white space between them; the index of what is none on failure.
fn read_hex(text: &[u8], mut put: impl FnMut(u8)) -> core::result::Result<(), usize> {
    // What is beyond ASCII is wrong before anything else is.
    if let Some(at) = text.iter().position(|&byte| byte >= 0x80) {
        return Err(at);
    }
    let digit = |at: usize| text.get(at).and_then(|&byte| (byte as char).to_digit(16));
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        if crate::text::space::is_byte_space(byte) {
            at += 1;
            continue;
        }
        let high = digit(at).ok_or(at)?;
        let low = digit(at + 1).ok_or(at + 1)?;
        put((high << 4 | low) as u8);
        at += 2;
    }
    Ok(())
}

/// `fromhex`
pub fn fromhex(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 1);
    let text = vm.unwrap(value);
    if !vm.heap.is_str(text) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("fromhex() argument must be str, not ")?;
            crate::builtins::text::write_given(vm, value, out)
        }));
    }
    let class = args.get(vm, 0);
    let array = vm.is_subclass(class, Type::ByteArray.value());
    let kind = if array { Parts::ByteArray } else { Parts::Bytes };
    let mut n = 0;
    let result = read_hex(&vm.heap.text(text), |_| n += 1);
    if let Err(at) = result {
        let index = crate::text::utf8::index_of(&vm.heap.text(text), at);
        return Err(vm.raise_with(Type::ValueError, |_, out| {
            write!(out, "non-hexadecimal number found in fromhex() arg at position {index}")
        }));
    }
    vm.charge(n);
    vm.reserve(kind.words(n))?;
    let text = vm.unwrap(args.get(vm, 1));
    let made = make_like(vm, kind, n, |view, out| {
        let mut places = out.iter_mut();
        let _ = read_hex(&view.text(text), |byte| {
            if let Some(place) = places.next() {
                *place = byte;
            }
        });
    });
    let class = args.get(vm, 0);
    if class.as_builtin_type().is_some() {
        return Ok(made);
    }
    Err(vm.tail_call(class, &[made]))
}
