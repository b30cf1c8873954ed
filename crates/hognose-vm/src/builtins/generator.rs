//! Generators, coroutines and what awaits them.

mod asynchronous;

use super::text::repr_method;
use crate::heap::Kind;
use crate::interp::step;
use crate::native::{Args, Def, Native, Result};
use crate::object::generator::{Flavour, G_FUNCTION, G_NAME, G_PC, G_QUALNAME, GENERATOR_WORDS, State};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    match kind {
        Type::Generator => GENERATOR,
        Type::Coroutine => COROUTINE,
        Type::CoroutineWrapper => WRAPPER,
        Type::AsyncGenerator => asynchronous::ASYNC_GENERATOR,
        Type::AsyncGeneratorStep => asynchronous::STEP,
        Type::AsyncGeneratorThrow => asynchronous::THROW,
        Type::AnextAwaitable => asynchronous::ANEXT,
        _ => &[],
    }
}

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    let _ = kind;
    None
}

static GENERATOR: &[Def] = defs!["GeneratorType";
    Def::class_method("__class_getitem__", super::methods::class_getitem, 1, 1),
    Def::function("__iter__", same, 0, 0),
    Def::get_set("__name__", &(get_name, set_name)),
    Def::function("__next__", next, 0, 0),
    Def::get_set("__qualname__", &(get_qualname, set_qualname)),
    Def::function("__repr__", repr_method, 0, 0),
    Def::function("close", close, 0, 0),
    Def::member("gi_code", get_code),
    Def::getter("gi_frame", get_frame),
    Def::getter("gi_running", get_running),
    Def::getter("gi_suspended", get_suspended),
    Def::getter("gi_yieldfrom", get_delegate),
    Def::function("send", send, 1, 1),
    Def::function("throw", throw, 1, 3),
];

static COROUTINE: &[Def] = defs!["CoroutineType";
    Def::function("__await__", await_, 0, 0),
    Def::class_method("__class_getitem__", super::methods::class_getitem, 1, 1),
    Def::get_set("__name__", &(get_name, set_name)),
    Def::get_set("__qualname__", &(get_qualname, set_qualname)),
    Def::function("__repr__", repr_method, 0, 0),
    Def::function("close", close, 0, 0),
    Def::getter("cr_await", get_delegate),
    Def::member("cr_code", get_code),
    Def::getter("cr_frame", get_frame),
    Def::member("cr_origin", |_, _| Ok(Value::NONE)),
    Def::getter("cr_running", get_running),
    Def::getter("cr_suspended", get_suspended),
    Def::function("send", send, 1, 1),
    Def::function("throw", throw, 1, 3),
];

static WRAPPER: &[Def] = defs!["CoroutineType";
    Def::function("__iter__", same, 0, 0),
    Def::function("__next__", wrapper_next, 0, 0),
    Def::function("close", wrapper_close, 0, 0),
    Def::function("send", wrapper_send, 1, 1),
    Def::function("throw", wrapper_throw, 1, 3),
];

fn same(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(args.get(vm, 0))
}

fn next(vm: &mut Vm<'_>, args: Args) -> Result {
    let generator = args.get(vm, 0);
    Err(vm.send_to(generator, Value::NONE))
}

fn send(vm: &mut Vm<'_>, args: Args) -> Result {
    let (generator, value) = (args.get(vm, 0), args.get(vm, 1));
    Err(vm.send_to(generator, value))
}

/// `throw(exception)` natively; the forms that make an exception first are frozen code.
fn throw(vm: &mut Vm<'_>, args: Args) -> Result {
    let (generator, exception) = (args.get(vm, 0), args.get(vm, 1));
    if args.len() == 2 && vm.heap.is_exception(exception) {
        return Err(vm.throw_to(generator, exception, Value::NULL));
    }
    let function = vm.frozen_function("_generator_throw")?;
    Err(vm.tail_forward(function, args))
}

fn close(vm: &mut Vm<'_>, args: Args) -> Result {
    let generator = args.get(vm, 0);
    match vm.heap.generator_state(generator) {
        State::Finished => Ok(Value::NONE),
        State::Running => Err(vm.already_executing(generator)),
        State::Suspended if !vm.closes_quietly(generator) => {
            let function = vm.frozen_function("_generator_close")?;
            let generator = args.get(vm, 0);
            Err(vm.tail_call(function, &[generator]))
        }
        _ => {
            let _ = vm.heap.finish_generator(generator);
            Ok(Value::NONE)
        }
    }
}

fn get_code(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.heap.field(args.get(vm, 0), G_FUNCTION);
    Ok(vm.function_code(function))
}

fn get_running(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(Value::bool(vm.heap.generator_state(args.get(vm, 0)) == State::Running))
}

fn get_suspended(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(Value::bool(vm.heap.generator_state(args.get(vm, 0)) == State::Suspended))
}

fn get_delegate(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.delegate(args.get(vm, 0)).or_none())
}

/// A frame object with what the generator's frame holds; None when it is finished.
fn get_frame(vm: &mut Vm<'_>, args: Args) -> Result {
    let generator = args.get(vm, 0);
    if vm.heap.generator_state(generator) == State::Finished {
        return Ok(Value::NONE);
    }
    let function = vm.heap.field(generator, G_FUNCTION);
    let locals = vm.variables(function, Value::NULL, &|vm, i| {
        let generator = args.get(vm, 0);
        vm.heap.field(generator, GENERATOR_WORDS + i)
    })?;
    let locals = vm.heap.hold(locals);
    let pc = vm.heap.word(args.get(vm, 0), G_PC) as usize;
    let code = vm.function_code(vm.heap.field(args.get(vm, 0), G_FUNCTION));
    let line = vm.position(code, pc.saturating_sub(1)).map(|position| position.line);
    let function = vm.heap.field(args.get(vm, 0), G_FUNCTION);
    let (code, globals) = (vm.function_code(function), vm.function_globals(function));
    let line = match line {
        Some(line) => line,
        None => vm.image_code(code).map_or(0, |(_, view)| view.first_line),
    };
    let locals = vm.heap.held(locals);
    let line = Value::int(line as i64);
    let made = vm.heap.new_record(Type::Frame, &[code, globals, line, Value::NONE, locals]);
    vm.grant_memory(made)
}

fn get_name(vm: &mut Vm<'_>, args: Args) -> Result {
    let generator = args.get(vm, 0);
    let own = vm.heap.field(generator, G_NAME);
    if !own.is_null() {
        return Ok(own);
    }
    let function = vm.heap.field(generator, G_FUNCTION);
    vm.function_name(function)
}

fn get_qualname(vm: &mut Vm<'_>, args: Args) -> Result {
    let generator = args.get(vm, 0);
    let own = vm.heap.field(generator, G_QUALNAME);
    if !own.is_null() {
        return Ok(own);
    }
    let function = vm.heap.field(generator, G_FUNCTION);
    vm.function_qualname(function)
}

fn set_text(vm: &mut Vm<'_>, args: Args, field: usize, what: &str) -> Result {
    let (generator, value) = (args.get(vm, 0), args.get(vm, 1));
    if !vm.heap.is_str(value) {
        return Err(vm.raise(Type::TypeError, what));
    }
    vm.heap.set_field(generator, field, value);
    Ok(Value::NONE)
}

fn set_name(vm: &mut Vm<'_>, args: Args) -> Result {
    set_text(vm, args, G_NAME, "__name__ must be set to a string object")
}

fn set_qualname(vm: &mut Vm<'_>, args: Args) -> Result {
    set_text(vm, args, G_QUALNAME, "__qualname__ must be set to a string object")
}

fn await_(vm: &mut Vm<'_>, args: Args) -> Result {
    let coroutine = args.get(vm, 0);
    let made = vm.heap.new_record(Type::CoroutineWrapper, &[coroutine]);
    vm.grant_memory(made)
}

// The iterator of a coroutine: a record of it

fn wrapper_next(vm: &mut Vm<'_>, args: Args) -> Result {
    let coroutine = vm.heap.record_field(args.get(vm, 0), 0);
    Err(vm.send_to(coroutine, Value::NONE))
}

fn wrapper_send(vm: &mut Vm<'_>, args: Args) -> Result {
    let (coroutine, value) = (vm.heap.record_field(args.get(vm, 0), 0), args.get(vm, 1));
    Err(vm.send_to(coroutine, value))
}

fn wrapper_throw(vm: &mut Vm<'_>, args: Args) -> Result {
    let coroutine = vm.heap.record_field(args.get(vm, 0), 0);
    args.set(vm, 0, coroutine);
    throw(vm, args)
}

fn wrapper_close(vm: &mut Vm<'_>, args: Args) -> Result {
    let coroutine = vm.heap.record_field(args.get(vm, 0), 0);
    args.set(vm, 0, coroutine);
    close(vm, args)
}

impl Vm<'_> {
    /// An iterator that one step of an asynchronous generator can be awaited by. May reserve and move.
    pub(crate) fn new_step(&mut self, generator: Value, value: Value) -> Result {
        let made = self.heap.new_record(Type::AsyncGeneratorStep, &[generator, value, step::FRESH]);
        self.grant_memory(made)
    }

    /// Is it an asynchronous generator?
    pub(crate) fn is_async_generator(&self, value: Value) -> bool {
        self.heap.is_kind(value, Kind::Generator)
            && self.heap.generator_flavour(value) == Flavour::AsyncGenerator
    }
}
