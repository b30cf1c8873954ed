//! `format(value, spec)` of numbers and strings.

use super::number::{Digits, int_digits};
use super::view::{View, make_str};
use crate::heap::Kind;
use crate::native::{Result, Trap};
use crate::object::string::str_words;
use crate::text::format_spec::{
    FormatError, IntKind, Spec, SpecError, Target, put_char, put_complex, put_float, put_int, put_str,
};
use crate::text::sink::{Count, Fixed, Sink};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// `format(value, spec)` when that needs no Python code: numbers and strings that are no instances of a script's class,
/// and with an empty spec whatever has no `__format__` of its own.
pub(crate) fn quick_format(vm: &mut Vm<'_>, value: Value, spec: Value) -> Result<Option<Value>> {
    let target = if vm.heap.is_str(value) {
        Target::Str
    } else if value.is_float() {
        Target::Float
    } else if vm.heap.is_integer(value) {
        Target::Int
    } else if vm.heap.is_kind(value, Kind::Complex) {
        Target::Complex
    } else {
        if spec != Value::EMPTY_STR {
            return Ok(None);
        }
        if vm.is_user_object(value) {
            let class = vm.type_of(value);
            if super::owner(vm, class, crate::names::DUNDER_FORMAT) == super::Owner::User {
                return Ok(None);
            }
        }
        return super::quick_str(vm, value);
    };
    let spec = vm.unwrap(spec);
    if !vm.heap.is_str(spec) {
        return Ok(None);
    }
    if spec == Value::EMPTY_STR {
        return super::quick_str(vm, value);
    }
    let mark = vm.heap.held_mark();
    let result = format_held(vm, value, spec, target);
    vm.heap.release_to(mark);
    result.map(Some)
}

fn format_held(vm: &mut Vm<'_>, value: Value, spec_text: Value, target: Target) -> Result {
    let parsed = {
        let text = vm.heap.text(spec_text);
        Spec::parse(&text, target)
    };
    let name = match target {
        Target::Str => "str",
        Target::Int if value.is_bool() => "bool",
        Target::Int => "int",
        Target::Float => "float",
        Target::Complex => "complex",
    };
    let spec = match parsed {
        Ok(spec) => spec,
        Err(error) => return Err(raise(vm, error, spec_text, name)),
    };
    // Beyond any memory: said before anything counts that far.
    if spec.width > vm.heap.words() * 8 {
        return Err(vm.out_of_memory());
    }
    vm.charge(spec.width / 8);
    let spec_place = vm.heap.hold(spec_text);
    let made = match target {
        Target::Str => {
            vm.charge(vm.heap.text(value).len() / 8);
            two_passes(vm, value, |view, value, sink| put_str(&view.text(value), &spec, sink))?
        }
        Target::Float => {
            let x = value.raw_float();
            two_passes(vm, Value::NONE, |_, _, sink| put_float(x, &spec, sink))?
        }
        Target::Complex => {
            let (re, im) = vm.heap.complex_parts(value);
            two_passes(vm, Value::NONE, |_, _, sink| put_complex(re, im, &spec, sink))?
        }
        Target::Int => match spec.int_kind() {
            Err(error) => Err(error),
            Ok(IntKind::Float) => match vm.to_float(value)? {
                Some(x) => two_passes(vm, Value::NONE, |_, _, sink| put_float(x, &spec, sink))?,
                None => return Err(vm.raise(Type::SystemError, "not a number")),
            },
            Ok(IntKind::Char) => match vm.heap.as_i64(value) {
                Some(n) => two_passes(vm, Value::NONE, |_, _, sink| put_char(n, &spec, sink))?,
                None => {
                    return Err(vm.raise(Type::OverflowError, "Python int too large to convert to C long"));
                }
            },
            Ok(IntKind::Digits(base)) => {
                let (negative, digits) = int_digits(vm, value, base)?;
                match &digits {
                    Digits::Small(bytes, at) => two_passes(vm, Value::NONE, |_, _, sink| {
                        put_int(negative, &bytes[*at..], &spec, sink)
                    })?,
                    Digits::Big(place, at) => {
                        let buffer = vm.heap.held(*place);
                        two_passes(vm, buffer, |view, buffer, sink| {
                            put_int(negative, view.bytes(buffer).get(*at..).unwrap_or(&[]), &spec, sink)
                        })?
                    }
                }
            }
        },
    };
    match made {
        Ok(text) => Ok(text),
        Err(error) => {
            let spec_text = vm.heap.held(spec_place);
            Err(raise(vm, error, spec_text, name))
        }
    }
}

/// Makes a string with a renderer: at once when it is short, else by counting first.
fn two_passes(
    vm: &mut Vm<'_>,
    source: Value,
    put: impl Fn(&View<'_>, Value, &mut dyn Sink) -> core::result::Result<(), FormatError>,
) -> Result<core::result::Result<Value, SpecError>> {
    let mut room = [0; 96];
    let mut sink = Fixed::new(&mut room);
    match put(&View::whole(&vm.heap), source, &mut sink) {
        Ok(()) => {
            let made = vm.heap.new_str(sink.bytes());
            return vm.grant_memory(made).map(Ok);
        }
        Err(FormatError::Spec(error)) => return Ok(Err(error)),
        Err(FormatError::Full) => {}
    }
    let mut count = Count::default();
    if put(&View::whole(&vm.heap), source, &mut count).is_err() {
        return Err(vm.out_of_memory());
    }
    let place = vm.heap.hold(source);
    vm.reserve(str_words(count.bytes))?;
    let source = vm.heap.held(place);
    Ok(Ok(make_str(&mut vm.heap, count.bytes, |view, out| {
        let _ = put(view, source, &mut Fixed::new(out));
    })))
}

#[cold]
fn raise(vm: &mut Vm<'_>, error: SpecError, spec: Value, name: &str) -> Trap {
    let mut room = [0; 400];
    let mut sink = Fixed::new(&mut room);
    let _ = error.put(&vm.heap.text(spec), name.as_bytes(), &mut sink);
    let kind = if error == SpecError::CharRange { Type::OverflowError } else { Type::ValueError };
    vm.raise_bytes(kind, sink.bytes())
}
