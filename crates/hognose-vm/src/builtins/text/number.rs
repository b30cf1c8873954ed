//! Numbers as text.

use super::builder::TextBuilder;
use super::view::fill_object;
use crate::heap::{Held, Kind};
use crate::native::Result;
use crate::num::bigint::{self, Int};
use crate::num::float;
use crate::object::bytes::bytes_words;
use crate::text::format_spec::complex_repr;
use crate::text::sink::{Fixed, Full, Sink};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Bytes that `repr` of a float or complex number takes at most.
pub(crate) const NUMBER_TEXT: usize = 64;

/// The digits of an integer, no sign, no prefix.
pub(crate) enum Digits {
    /// Here: the array and where in it they begin.
    Small([u8; 64], usize),
    /// In a buffer of the block, from that byte on.
    Big(Held, usize),
}

impl Digits {
    /// The digits.
    pub fn bytes<'a>(&'a self, vm: &'a Vm<'_>) -> &'a [u8] {
        match self {
            Digits::Small(digits, start) => digits.get(*start..).unwrap_or(&[]),
            Digits::Big(place, start) => vm.heap.blob(vm.heap.held(*place)).get(*start..).unwrap_or(&[]),
        }
    }
}

/// Sign and digits of an int or bool in a base from 2 to 36. Big ones take a held place. May reserve and move.
/// ValueError beyond the limit of digits (`sys.set_int_max_str_digits`) in bases that are no power of two.
pub(crate) fn int_digits(vm: &mut Vm<'_>, value: Value, base: u32) -> Result<(bool, Digits)> {
    if let Some(n) = value.as_index() {
        let mut digits = [0; 64];
        let mut at = digits.len();
        let mut rest = n.unsigned_abs();
        let base = base.clamp(2, 36) as u64;
        loop {
            at -= 1;
            digits[at] = b"0123456789abcdefghijklmnopqrstuvwxyz"[(rest % base) as usize];
            rest /= base;
            if rest == 0 || at == 0 {
                return Ok((n < 0, Digits::Small(digits, at)));
            }
        }
    }
    if !vm.heap.is_kind(value, Kind::BigInt) {
        return Err(vm.raise(Type::SystemError, "not an integer"));
    }
    let limit = vm.int_digits_limit();
    let checked = limit > 0 && !base.is_power_of_two();
    let (limbs, negative) = vm.heap.big_parts(value);
    let n = limbs.len();
    if checked && bigint::decimal_digits_at_least(limbs) > limit as u64 {
        return Err(too_many_digits(vm));
    }
    vm.charge((bigint::cost_text(n, base) / 8).min(1 << 40) as usize);
    let bound = bigint::digits_bound(n, base);
    let place = vm.heap.hold(value);
    vm.reserve(bytes_words(bound) + n / 2 + 2)?;
    let buffer = vm.heap.alloc_buffer(bound);
    let value = vm.heap.held(place);
    vm.heap.set_held(place, buffer);
    // The scratch lies in the reserved words behind the buffer.
    let top = vm.heap.top;
    let (low, scratch) = vm.heap.mem.split_at_mut(top);
    let scratch: &mut [u32] = bytemuck::cast_slice_mut(scratch.get_mut(..n / 2 + 1).unwrap_or(&mut []));
    let (low, out) = low.split_at_mut(buffer.offset());
    let out: &mut [u8] = bytemuck::cast_slice_mut(out.get_mut(2..).unwrap_or(&mut []));
    let out = out.get_mut(..bound).unwrap_or(&mut []);
    let at = value.offset();
    let limbs: &[u32] = bytemuck::cast_slice(low.get(at + 2..at + 2 + n.div_ceil(2)).unwrap_or(&[]));
    let range = bigint::text(limbs.get(..n).unwrap_or(limbs), base, scratch, out);
    let Ok(range) = range else { return Err(vm.out_of_memory()) };
    if checked && range.len() > limit {
        return Err(too_many_digits(vm));
    }
    Ok((negative, Digits::Big(place, range.start)))
}

#[cold]
fn too_many_digits(vm: &mut Vm<'_>) -> crate::native::Trap {
    let limit = vm.int_digits_limit();
    vm.raise_with(Type::ValueError, |_, out| {
        write!(
            out,
            "Exceeds the limit ({limit} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit"
        )
    })
}

/// `repr` of an int (not of a bool) as a string.
pub(crate) fn int_str(vm: &mut Vm<'_>, value: Value) -> Result {
    if let Some(n) = value.as_index() {
        let mut digits = [0; 20];
        let made = vm.heap.new_str(bigint::text_i64(n, &mut digits));
        return vm.grant_memory(made);
    }
    prefixed(vm, value, 10, "")
}

/// Sign, prefix and digits of an int as a string.
pub(crate) fn prefixed(vm: &mut Vm<'_>, value: Value, base: u32, prefix: &str) -> Result {
    let mark = vm.heap.held_mark();
    let result = prefixed_held(vm, value, base, prefix);
    vm.heap.release_to(mark);
    result
}

fn prefixed_held(vm: &mut Vm<'_>, value: Value, base: u32, prefix: &str) -> Result {
    let (negative, digits) = int_digits(vm, value, base)?;
    let extra = negative as usize + prefix.len();
    let mut start = [0; 4];
    let mut sink = Fixed::new(&mut start);
    let _ = sink.put(if negative { b"-" } else { b"" }).and_then(|()| sink.put(prefix.as_bytes()));
    let n = digits.bytes(vm).len();
    vm.reserve(crate::object::string::str_words(extra + n))?;
    let made = vm.heap.alloc_str(extra + n);
    fill_object(&mut vm.heap, made, 0, extra, |_, out| {
        let n = out.len().min(start.len());
        out[..n].copy_from_slice(&start[..n]);
    });
    match &digits {
        Digits::Small(bytes, at) => {
            fill_object(&mut vm.heap, made, extra, n, |_, out| out.copy_from_slice(&bytes[*at..]));
        }
        Digits::Big(place, at) => {
            let buffer = vm.heap.held(*place);
            fill_object(&mut vm.heap, made, extra, n, |view, out| {
                if let Some(digits) = view.bytes(buffer).get(*at..*at + n) {
                    out.copy_from_slice(digits);
                }
            });
        }
    }
    Ok(vm.heap.finish_str(made, true))
}

/// Adds `repr` of an int to a text.
pub(crate) fn put_int(vm: &mut Vm<'_>, value: Value, builder: &TextBuilder) -> Result<()> {
    if let Some(n) = value.as_index() {
        let mut digits = [0; 20];
        return builder.put(vm, bigint::text_i64(n, &mut digits));
    }
    let mark = vm.heap.held_mark();
    let text = int_str(vm, value)?;
    builder.put_value(vm, text)?;
    vm.heap.release_to(mark);
    Ok(())
}

/// Puts `repr` of a float or complex number, at most [`NUMBER_TEXT`] bytes; false for anything else.
pub(crate) fn put_real(vm: &Vm<'_>, value: Value, sink: &mut dyn Sink) -> core::result::Result<bool, Full> {
    if let Some(x) = value.as_float() {
        float::repr(x, sink)?;
        return Ok(true);
    }
    if vm.heap.is_kind(value, Kind::Complex) {
        let (re, im) = vm.heap.complex_parts(value);
        complex_repr(re, im, sink)?;
        return Ok(true);
    }
    Ok(false)
}

/// An integer of the block or inline, as arithmetic wants it; None for anything else.
pub(crate) fn with_int<T>(vm: &Vm<'_>, value: Value, take: impl FnOnce(Int<'_>) -> T) -> Option<T> {
    let parts = vm.heap.int_parts(value)?;
    Some(take(Int::new(parts.negative(), parts.limbs())))
}
