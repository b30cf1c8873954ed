//! Arguments of a call against the declaration.

use super::{Function, Kind, Literal, Parameter, Range, wording::Shown};
use crate::convert::ToPython;
use crate::handle;
use crate::raise::Raise;
use core::fmt::Write;
use hognose_vm::heap::Kind as Heap;
use hognose_vm::native::{Args, Result, Trap};
use hognose_vm::object::string::str_words;
use hognose_vm::types::Type;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

/// Charges the cost of a call, checks its arguments, fills in defaults. Callables become numbers of handles. Nothing moves
/// after the values were read, so they are right until the next reserve.
pub fn check<const N: usize>(vm: &mut Vm<'_>, args: Args, function: &'static Function) -> Result<[Value; N]> {
    vm.charge(function.cost as usize);
    make_room(vm, function)?;
    let mut values = [Value::UNBOUND; N];
    let n = args.len();
    if n > N {
        return Err(too_many(vm, function, n));
    }
    for i in 0..n {
        values[i] = args.get(vm, i);
    }
    for k in 0..args.keyword_count() {
        let name = args.keyword_name(vm, k);
        let found = function.parameters.iter().position(|p| p.name.as_bytes() == &*vm.heap.text(name));
        let Some(i) = found.filter(|&i| i < N) else {
            return Err(vm.raise_with(Type::TypeError, |vm, out| {
                let name = vm.heap.text(name);
                write!(out, "{}() got an unexpected keyword argument '{}'", function.name, name.as_str())
            }));
        };
        if !values[i].is_unbound() {
            return Err(vm.raise_with(Type::TypeError, |_, out| {
                write!(
                    out,
                    "{}() got multiple values for argument '{}'",
                    function.name, function.parameters[i].name
                )
            }));
        }
        values[i] = args.keyword_value(vm, k);
    }
    for (value, parameter) in values.iter_mut().zip(function.parameters) {
        *value = match (value.is_unbound(), &parameter.default) {
            (false, _) => checked(vm, *value, function, parameter)?,
            (true, Some(default)) => literal(vm, default, parameter.kind),
            (true, None) => return Err(missing(vm, function, parameter)),
        };
    }
    // All is well: only now are callables kept, so that nothing is left behind by a call that is refused.
    for (value, parameter) in values.iter_mut().zip(function.parameters) {
        if parameter.kind == Kind::Callable && !value.is_none() {
            match handle::keep_reserved(vm, *value) {
                Some(handle) => *value = Value::int(handle.to_bits() as i64),
                None => return Err(vm.out_of_memory()),
            }
        }
    }
    Ok(values)
}

/// Everything that may be needed is reserved before the first argument is read.
fn make_room(vm: &mut Vm<'_>, function: &Function) -> Result<()> {
    let callables = function.parameters.iter().filter(|p| p.kind == Kind::Callable).count();
    if callables > 0 {
        handle::make_room(vm, callables)?;
    }
    let mut words = 0;
    for parameter in function.parameters {
        if let Some(Literal::Str(text)) = parameter.default {
            words += str_words(text.len());
        }
    }
    if words > 0 { vm.reserve(words) } else { Ok(()) }
}

fn literal(vm: &mut Vm<'_>, literal: &Literal, kind: Kind) -> Value {
    match literal {
        Literal::None => Value::NONE,
        Literal::Int(n) if kind == Kind::Float => Value::float(*n as f64),
        Literal::Int(n) => Value::int(*n),
        Literal::Float(x) => Value::float(*x),
        Literal::Bool(on) => Value::bool(*on),
        Literal::Str(text) => vm.heap.make_str(text.as_bytes()),
    }
}

/// A constant of a module.
#[doc(hidden)]
pub fn constant(vm: &mut Vm<'_>, value: &Literal) -> Result {
    match value {
        Literal::Str(text) => text.to_python(vm),
        Literal::Int(n) => n.to_python(vm),
        other => Ok(literal(vm, other, Kind::Any)),
    }
}

fn checked(vm: &mut Vm<'_>, given: Value, function: &Function, parameter: &Parameter) -> Result<Value> {
    let value = vm.unwrap(given);
    let wrong_type = |vm: &mut Vm<'_>| Err(wrong_type(vm, given, function, parameter));
    match parameter.kind {
        Kind::Int => {
            if !vm.is_a(value, Type::Int) {
                return wrong_type(vm);
            }
            let number = vm.heap.as_i64(value);
            let allowed = match (parameter.range, number) {
                (Range::Int(low, high), Some(n)) => low <= n && n <= high,
                (_, n) => n.is_some(),
            };
            if !allowed {
                if let (true, Range::Int(low, high), Some(n)) =
                    (parameter.clamps(number < Some(0)), parameter.range, number)
                {
                    tell_limited(vm, value, function, parameter);
                    return Ok(Value::int(n.clamp(low, high)));
                }
                return Err(out_of_range(vm, value, function, parameter));
            }
            // Bools become integers; integers beyond 48 bits stay the objects they are.
            Ok(number.filter(|&n| Value::fits(n)).map_or(value, Value::int))
        }
        Kind::Float => {
            let number = match value.as_float() {
                Some(x) => x,
                None if vm.is_a(value, Type::Int) => match vm.heap.as_i64(value) {
                    Some(n) => n as f64,
                    None => return Err(out_of_range(vm, value, function, parameter)),
                },
                None => return wrong_type(vm),
            };
            if let Range::Float(low, high) = parameter.range {
                if !(low <= number && number <= high) {
                    if parameter.clamps(number < 0.0) && number.is_finite() {
                        tell_limited(vm, value, function, parameter);
                        return Ok(Value::float(number.clamp(low, high)));
                    }
                    return Err(out_of_range(vm, value, function, parameter));
                }
            }
            Ok(Value::float(number))
        }
        Kind::Bool if value != Value::TRUE && value != Value::FALSE => wrong_type(vm),
        Kind::Str if !vm.heap.is_str(value) => wrong_type(vm),
        Kind::Bytes if vm.heap.bytes_like(value).is_none() => wrong_type(vm),
        Kind::Callable if given.is_none() && parameter.default == Some(Literal::None) => Ok(given),
        Kind::Callable if !is_callable(vm, given) => wrong_type(vm),
        Kind::Callable | Kind::Any => Ok(given),
        Kind::Str | Kind::Bytes => {
            if let Range::Length(low, high) = parameter.range {
                let n = length(vm, value) as i64;
                if n < low || n > high {
                    return Err(out_of_range(vm, value, function, parameter));
                }
            }
            Ok(value)
        }
        _ => Ok(value),
    }
}

/// Can it be called, as far as its type tells?
fn is_callable(vm: &mut Vm<'_>, value: Value) -> bool {
    value.as_native().is_some()
        || vm.is_type(value)
        || matches!(vm.heap.kind(value), Heap::Function | Heap::BoundMethod)
        || {
            let class = vm.type_of(value);
            vm.find_in_type(class, hognose_vm::names::DUNDER_CALL).is_some()
        }
}

fn length(vm: &Vm<'_>, value: Value) -> usize {
    match vm.heap.bytes_like(value) {
        Some(bytes) => bytes.len(),
        None => vm.heap.str_len(value),
    }
}

#[cold]
fn too_many(vm: &mut Vm<'_>, function: &Function, given: usize) -> Trap {
    let most = function.parameters.len();
    let least = function.parameters.iter().filter(|p| p.default.is_none()).count();
    vm.raise_with(Type::TypeError, |_, out| {
        write!(out, "{}() takes ", function.name)?;
        if least < most {
            write!(out, "from {least} to ")?;
        }
        let (plural, were) = (if most == 1 { "" } else { "s" }, if given == 1 { "was" } else { "were" });
        write!(out, "{most} positional argument{plural} but {given} {were} given")
    })
}

#[cold]
fn missing(vm: &mut Vm<'_>, function: &Function, parameter: &Parameter) -> Trap {
    vm.raise_with(Type::TypeError, |_, out| {
        write!(
            out,
            "{}() missing required argument '{}': {}",
            function.name,
            parameter.name,
            parameter.kind.name()
        )?;
        write!(out, "{}", Shown(parameter))
    })
}

#[cold]
fn wrong_type(vm: &mut Vm<'_>, given: Value, function: &Function, parameter: &Parameter) -> Trap {
    vm.raise_with(Type::TypeError, |vm, out| {
        write!(out, "{}(): {} must be {}", function.name, parameter.name, parameter.kind.name())?;
        write!(out, "{}, not ", Shown(parameter))?;
        vm.write_type_name(given, out)
    })
}

#[cold]
fn out_of_range(vm: &mut Vm<'_>, value: Value, function: &Function, parameter: &Parameter) -> Trap {
    vm.raise_with(Type::ValueError, |vm, out| {
        write!(out, "{}(): {} must be", function.name, parameter.name)?;
        match parameter.range {
            Range::All => write!(out, " {} of at most 64 bits", parameter.kind.name())?,
            _ => write!(out, "{}", Shown(parameter))?,
        }
        out.write_str(", not ")?;
        show(vm, value, out)
    })
}

/// Tells the script, if the host says so, that it gets less than it asked for.
#[cold]
fn tell_limited(vm: &mut Vm<'_>, value: Value, function: &Function, parameter: &Parameter) {
    let (line, place) = vm.place();
    if !vm.host().is_none_or(|host| host.limited(place)) {
        return;
    }
    let mut text = Raise::new(Type::RuntimeWarning, "");
    let out = &mut text;
    let _ = (|| -> core::fmt::Result {
        out.write_str("warning: ")?;
        if let Some(line) = line {
            write!(out, "line {line}: ")?;
        }
        write!(out, "{}(): {} is limited to {}", function.name, parameter.name, Shown(&parameter.range))?;
        if !parameter.unit.is_empty() {
            write!(out, " {}", parameter.unit)?;
        }
        out.write_str(", not ")?;
        show(vm, value, out)?;
        out.write_str("\n")
    })();
    vm.write(2, text.message().as_bytes());
}

fn show(vm: &Vm<'_>, value: Value, out: &mut dyn Write) -> core::fmt::Result {
    if let Some(x) = value.as_float() {
        let mut text = [0; 32];
        let mut sink = hognose_vm::text::sink::Fixed::new(&mut text);
        let _ = hognose_vm::num::float::repr(x, &mut sink);
        let n = sink.len();
        return out.write_str(core::str::from_utf8(&text[..n]).unwrap_or("?"));
    }
    if vm.is_a(value, Type::Int) {
        return match vm.heap.as_i64(value) {
            Some(n) => write!(out, "{n}"),
            None => out.write_str("a larger one"),
        };
    }
    write!(out, "{}", length(vm, value))
}

/// What a host function gave, as the native's result.
#[doc(hidden)]
pub fn finish<T: ToPython>(vm: &mut Vm<'_>, outcome: core::result::Result<T, Raise>) -> Result {
    match outcome {
        Ok(value) => value.to_python(vm),
        Err(raise) => Err(raise.throw(vm)),
    }
}

/// What a pending host function gave: the value if it has it already, or the engine waits.
#[doc(hidden)]
pub fn finish_pending<T: ToPython>(
    vm: &mut Vm<'_>,
    outcome: core::result::Result<core::task::Poll<T>, Raise>,
    function: &'static Function,
) -> Result {
    match outcome {
        Ok(core::task::Poll::Ready(value)) => value.to_python(vm),
        Ok(core::task::Poll::Pending) => {
            vm.heap.set_root(hognose_vm::heap::Root::Pending, Value::int(function.signature as i64));
            Err(Trap::Pending)
        }
        Err(raise) => Err(raise.throw(vm)),
    }
}
