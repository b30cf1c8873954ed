//! `int(...)`, `bool(...)`

use super::super::text::{
    Index, Parameters, index_of, new_of, not_an_integer, quick_repr, raw, split_block, substring,
};
use crate::builtins::operator::ask;
use crate::heap::Kind;
use crate::names;
use crate::native::{Args, Result, Trap};
use crate::num::bigint::{self, Digits};
use crate::num::literal::{scan_int, transliterate};
use crate::object::bytes::bytes_words;
use crate::object::int::int_words;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

static INT: Parameters<2> = Parameters { function: "int", names: ["", "base"], required: 0, positional: 2 };

/// `int(x)`, `int(text, base)`
pub fn constructor(vm: &mut Vm<'_>, args: Args) -> Result {
    if args.is_empty() && args.keyword_count() == 0 {
        return Ok(Value::int(0));
    }
    let bound = INT.bind(vm, args, 0)?;
    let (value, base) = (bound.get(vm, 0), bound.get(vm, 1));
    if base.is_unbound() {
        return of_value(vm, value);
    }
    if value.is_unbound() {
        return Err(vm.raise(Type::TypeError, "int() missing string argument"));
    }
    let base = match index_of(vm, base) {
        Index::Value(n) if n == 0 || (2..=36).contains(&n) => n as u32,
        Index::Value(_) | Index::Huge(_) => {
            return Err(vm.raise(Type::ValueError, "int() base must be >= 2 and <= 36, or 0"));
        }
        Index::Ask => {
            let function = vm.frozen_function("_int_of_base")?;
            let (value, base) = (bound.get(vm, 0), bound.get(vm, 1));
            return Err(vm.tail_call(function, &[value, base]));
        }
        Index::No => return Err(not_an_integer(vm, base)),
    };
    let text = vm.unwrap(value);
    if vm.heap.is_str(text) || vm.heap.bytes_like(text).is_some() {
        return int_of_text(vm, text, base);
    }
    Err(vm.raise(Type::TypeError, "int() can't convert non-string with explicit base"))
}

/// `int(value)`
fn of_value(vm: &mut Vm<'_>, value: Value) -> Result {
    if value.is_int() {
        return Ok(value);
    }
    if vm.is_user_object(value) {
        // A class may say what its int is, its payload aside.
        let class = vm.type_of(value);
        for name in [names::DUNDER_INT, names::DUNDER_INDEX, names::DUNDER_TRUNC] {
            if vm.find_user(class, name).is_some() {
                return Err(ask(vm, "_int", &[value]));
            }
        }
    }
    let inner = vm.unwrap(value);
    if let Some(whole) = super::whole(vm, inner)? {
        return Ok(whole);
    }
    if vm.heap.is_str(inner) || vm.heap.bytes_like(inner).is_some() {
        return int_of_text(vm, inner, 10);
    }
    if vm.heap.is_kind(inner, Kind::MemoryView) {
        let copy = crate::builtins::memoryview::copy_bytes(vm, inner)?;
        return int_of_text(vm, copy, 10);
    }
    // Library types (decimals, fractions) have methods of their own.
    let class = vm.type_of(value);
    for name in [names::DUNDER_INT, names::DUNDER_INDEX, names::DUNDER_TRUNC] {
        if vm.find_in_type(class, name).is_some() && !vm.heap.is_number(inner) {
            return Err(ask(vm, "_int", &[value]));
        }
    }
    Err(vm.raise_with(Type::TypeError, |vm, out| {
        out.write_str("int() argument must be a string, a bytes-like object or a real number, not '")?;
        vm.write_type_name(value, out)?;
        out.write_str("'")
    }))
}

/// What was found in the text of an integer.
enum Found {
    Small(i64),
    /// Sign, base, number of digits, and where in the text they are.
    Big(bool, u32, usize, usize, usize),
    Wrong,
}

fn scan(text: &[u8], base: u32) -> Found {
    let Some(int) = scan_int(text, base) else { return Found::Wrong };
    if let Some(n) = int.small() {
        return Found::Small(n);
    }
    let start = (int.digits.text.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize).min(text.len());
    Found::Big(int.neg, int.digits.base, int.count, start, (start + int.digits.text.len()).min(text.len()))
}

/// `int(text, base)` of a str, bytes or bytearray.
pub(crate) fn int_of_text(vm: &mut Vm<'_>, text: Value, base: u32) -> Result {
    let mark = vm.heap.held_mark();
    let place = vm.heap.hold(text);
    let result = of_text_held(vm, place, base);
    vm.heap.release_to(mark);
    result
}

fn of_text_held(vm: &mut Vm<'_>, place: crate::heap::Held, base: u32) -> Result {
    let mut text = vm.heap.held(place);
    let n = raw(vm, text).len();
    vm.charge(n / 4);
    if vm.heap.is_str(text) && !vm.heap.is_ascii(text) {
        // Digits of other scripts: an ASCII copy of the text.
        vm.reserve(bytes_words(n))?;
        let source = vm.heap.held(place);
        let copy = vm.heap.alloc_buffer(n);
        let mut len = 0;
        super::super::text::fill_object(&mut vm.heap, copy, 0, n, |view, out| {
            len = transliterate(&view.text(source), out).unwrap_or(0);
        });
        vm.heap.set_len_word(copy, len);
        text = copy;
    }
    let found = scan(&raw(vm, text), base);
    match found {
        Found::Wrong => {
            let text = vm.heap.held(place);
            Err(invalid_literal(vm, text, base))
        }
        Found::Small(n) => {
            let made = vm.heap.new_int(n);
            vm.grant_memory(made)
        }
        Found::Big(negative, base, count, start, end) => {
            let limit = vm.int_digits_limit();
            if limit > 0 && count > limit && !base.is_power_of_two() {
                return Err(vm.raise_with(Type::ValueError, |_, out| {
                    write!(
                        out,
                        "Exceeds the limit ({limit} digits) for integer string conversion: value has {count} digits; use sys.set_int_max_str_digits() to increase the limit"
                    )
                }));
            }
            vm.charge((bigint::cost_parse(count, base) / 8).min(1 << 40) as usize);
            let limbs = bigint::limbs_for_digits(count, base);
            let source = vm.heap.hold(text);
            vm.reserve(int_words(limbs))?;
            let text = vm.heap.held(source);
            let made = vm.heap.alloc_big(limbs);
            let parsed = {
                let (words, view) = split_block(&mut vm.heap, made);
                let out: &mut [u32] = bytemuck::cast_slice_mut(words.get_mut(2..).unwrap_or(&mut []));
                let text = view.raw(text);
                let digits = Digits { text: text.get(start..end).unwrap_or(&[]), base };
                bigint::parse(digits, out)
            };
            match parsed {
                Ok(len) => Ok(vm.heap.finish_big(made, len, negative)),
                Err(_) => Err(vm.raise(Type::SystemError, "digits were misread")),
            }
        }
    }
}

/// ValueError for text that is no integer.
#[cold]
pub(crate) fn invalid_literal(vm: &mut Vm<'_>, text: Value, base: u32) -> Trap {
    // A bytearray is shown as bytes.
    let text = if vm.heap.is_kind(text, Kind::ByteArray) {
        let place = vm.heap.hold(text);
        let n = raw(vm, text).len();
        let room = vm.reserve(bytes_words(n));
        let text = vm.heap.held(place);
        vm.heap.release(place);
        if let Err(trap) = room {
            return trap;
        }
        super::super::text::make_bytes(&mut vm.heap, n, |view, out| out.copy_from_slice(&view.raw(text)))
    } else {
        text
    };
    let shown = match quick_repr(vm, text) {
        Ok(shown) => shown.unwrap_or(Value::EMPTY_STR),
        Err(trap) => return trap,
    };
    // As CPython: the first 200 characters.
    let end = crate::text::utf8::offset_of(&vm.heap.text(shown), 200);
    let shown = match end {
        Some(end) => match substring(vm, shown, 0, end) {
            Ok(part) => part,
            Err(trap) => return trap,
        },
        None => shown,
    };
    vm.raise_with(Type::ValueError, |vm, out| {
        write!(out, "invalid literal for int() with base {base}: {}", vm.heap.text(shown).as_str())
    })
}

/// `int.__new__`
pub fn new(vm: &mut Vm<'_>, args: Args) -> Result {
    new_of(vm, args, Type::Int, constructor)
}

/// `bool(x)`
pub fn boolean(vm: &mut Vm<'_>, args: Args) -> Result {
    if args.keyword_count() > 0 {
        return Err(vm.raise(Type::TypeError, "bool() takes no keyword arguments"));
    }
    match args.len() {
        0 => Ok(Value::FALSE),
        1 => {
            let value = args.get(vm, 0);
            match vm.quick_truth(value) {
                Some(truth) => Ok(Value::bool(truth)),
                None => {
                    let function = vm.frozen_function("_bool")?;
                    let value = args.get(vm, 0);
                    Err(vm.tail_call(function, &[value]))
                }
            }
        }
        n => {
            Err(vm.raise_with(Type::TypeError, |_, out| {
                write!(out, "bool expected at most 1 argument, got {n}")
            }))
        }
    }
}

/// `bool.__new__`
pub fn new_bool(vm: &mut Vm<'_>, args: Args) -> Result {
    new_of(vm, args, Type::Bool, boolean)
}
