//! Asynchronous generators and the objects that drive their steps.

use super::{get_code, get_delegate, get_frame, get_name, get_qualname, same, set_name, set_qualname};
use crate::heap::{Kind, Root};
use crate::interp::step::{ACTIVE, CLOSED, FRESH, GENERATOR, STATE, VALUE};
use crate::native::{Args, Def, Result, Trap};
use crate::object::generator::{G_EXTRA, State};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

pub(super) static ASYNC_GENERATOR: &[Def] = defs!["async_generator";
    Def::function("__aiter__", same, 0, 0),
    Def::function("__anext__", anext, 0, 0),
    Def::class_method("__class_getitem__", super::super::methods::class_getitem, 1, 1),
    Def::get_set("__name__", &(get_name, set_name)),
    Def::get_set("__qualname__", &(get_qualname, set_qualname)),
    Def::function("__repr__", super::repr_method, 0, 0),
    Def::function("aclose", aclose, 0, 0),
    Def::getter("ag_await", get_delegate),
    Def::member("ag_code", get_code),
    Def::getter("ag_frame", get_frame),
    Def::member("ag_running", running),
    Def::function("asend", asend, 1, 1),
    Def::function("athrow", athrow, 1, 3),
];

/// Records of generator, value and state.
pub(super) static STEP: &[Def] = defs!["async_generator";
    Def::function("__await__", same, 0, 0),
    Def::function("__iter__", same, 0, 0),
    Def::function("__next__", step_next, 0, 0),
    Def::function("close", step_close, 0, 0),
    Def::function("send", step_send, 1, 1),
    Def::function("throw", step_throw, 1, 3),
];

/// Records of generator, exception (None: `aclose()`) and state.
pub(super) static THROW: &[Def] = defs!["async_generator";
    Def::function("__await__", same, 0, 0),
    Def::function("__iter__", same, 0, 0),
    Def::function("__next__", throw_next, 0, 0),
    Def::function("close", step_close, 0, 0),
    Def::function("send", throw_send, 1, 1),
    Def::function("throw", throw_throw, 1, 3),
];

/// Records of the awaitable, the default, and the iterator once there is one: `anext(iterator, default)`.
pub(super) static ANEXT: &[Def] = defs!["async_generator";
    Def::function("__await__", same, 0, 0),
    Def::function("__iter__", same, 0, 0),
    Def::frozen("__next__", &"_anext_next"),
    Def::frozen("close", &"_anext_close"),
    Def::frozen("send", &"_anext_send"),
    Def::frozen("throw", &"_anext_throw"),
];

fn anext(vm: &mut Vm<'_>, args: Args) -> Result {
    let generator = args.get(vm, 0);
    vm.new_step(generator, Value::NONE)
}

fn asend(vm: &mut Vm<'_>, args: Args) -> Result {
    let (generator, value) = (args.get(vm, 0), args.get(vm, 1));
    vm.new_step(generator, value)
}

fn new_throw(vm: &mut Vm<'_>, generator: Value, exception: Value) -> Result {
    let made = vm.heap.new_record(Type::AsyncGeneratorThrow, &[generator, exception, FRESH]);
    vm.grant_memory(made)
}

fn aclose(vm: &mut Vm<'_>, args: Args) -> Result {
    let generator = args.get(vm, 0);
    new_throw(vm, generator, Value::NONE)
}

fn athrow(vm: &mut Vm<'_>, args: Args) -> Result {
    let (generator, exception) = (args.get(vm, 0), args.get(vm, 1));
    if args.len() == 2 && vm.heap.is_exception(exception) {
        return new_throw(vm, generator, exception);
    }
    let function = vm.frozen_function("_async_generator_throw")?;
    Err(vm.tail_forward(function, args))
}

/// Is a step of it under way?
fn is_busy(vm: &Vm<'_>, generator: Value) -> bool {
    vm.heap.is_kind(vm.heap.field(generator, G_EXTRA), Kind::Record)
}

fn running(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(Value::bool(is_busy(vm, args.get(vm, 0))))
}

fn step_next(vm: &mut Vm<'_>, args: Args) -> Result {
    let step = args.get(vm, 0);
    Err(vm.send_step(step, Value::NONE))
}

fn step_send(vm: &mut Vm<'_>, args: Args) -> Result {
    let (step, value) = (args.get(vm, 0), args.get(vm, 1));
    Err(vm.send_step(step, value))
}

const REUSED_STEP: &str = "cannot reuse already awaited __anext__()/asend()";
const REUSED_THROW: &str = "cannot reuse already awaited aclose()/athrow()";

fn step_throw(vm: &mut Vm<'_>, args: Args) -> Result {
    throw_by(vm, args, REUSED_STEP)
}

fn throw_throw(vm: &mut Vm<'_>, args: Args) -> Result {
    throw_by(vm, args, REUSED_THROW)
}

/// Throws into the generator that a step drives.
fn throw_by(vm: &mut Vm<'_>, args: Args, reused: &str) -> Result {
    let (step, exception) = (args.get(vm, 0), args.get(vm, 1));
    if args.len() > 2 || !vm.heap.is_exception(exception) {
        let function = vm.frozen_function("_step_throw")?;
        return Err(vm.tail_forward(function, args));
    }
    if vm.heap.record_field(step, STATE) == CLOSED {
        return Err(vm.raise(Type::RuntimeError, reused));
    }
    let generator = vm.heap.record_field(step, GENERATOR);
    if vm.heap.generator_state(generator) == State::Finished {
        vm.heap.set_record_field(step, STATE, CLOSED);
        return Err(vm.throw(exception));
    }
    if vm.heap.generator_state(generator) == State::Running {
        return Err(vm.already_executing(generator));
    }
    vm.heap.set_record_field(step, STATE, ACTIVE);
    vm.heap.set_field(generator, G_EXTRA, step);
    Err(vm.tail_throw(generator, exception))
}

fn step_close(vm: &mut Vm<'_>, args: Args) -> Result {
    let step = args.get(vm, 0);
    vm.heap.set_record_field(step, STATE, CLOSED);
    let generator = vm.heap.record_field(step, GENERATOR);
    if vm.heap.field(generator, G_EXTRA) == step {
        vm.heap.set_field(generator, G_EXTRA, Value::NULL);
    }
    Ok(Value::NONE)
}

fn throw_next(vm: &mut Vm<'_>, args: Args) -> Result {
    let step = args.get(vm, 0);
    Err(send_throw(vm, step, Value::NONE))
}

fn throw_send(vm: &mut Vm<'_>, args: Args) -> Result {
    let (step, value) = (args.get(vm, 0), args.get(vm, 1));
    Err(send_throw(vm, step, value))
}

/// One step of `athrow()` or `aclose()`.
fn send_throw(vm: &mut Vm<'_>, step: Value, value: Value) -> Trap {
    if vm.heap.record_field(step, STATE) == CLOSED {
        return vm.raise(Type::RuntimeError, REUSED_THROW);
    }
    let generator = vm.heap.record_field(step, GENERATOR);
    if vm.heap.generator_state(generator) == State::Finished {
        vm.heap.set_record_field(step, STATE, CLOSED);
        return vm.raise_bare(Type::StopIteration);
    }
    if vm.heap.record_field(step, STATE) == ACTIVE {
        return vm.send_to(generator, value);
    }
    let exception = vm.heap.record_field(step, VALUE);
    if is_busy(vm, generator) {
        vm.heap.set_record_field(step, STATE, CLOSED);
        let what = if exception.is_none() {
            "aclose(): asynchronous generator is already running"
        } else {
            "athrow(): asynchronous generator is already running"
        };
        return vm.raise(Type::RuntimeError, what);
    }
    if !value.is_none() {
        return vm.raise(Type::RuntimeError, "can't send non-None value to a just-started coroutine");
    }
    let exception = if exception.is_none() {
        let mark = vm.heap.held_mark();
        let (s, g) = (vm.heap.hold(step), vm.heap.hold(generator));
        let empty = vm.heap.root(Root::EmptyTuple);
        let made = vm.heap.new_exception(Type::GeneratorExit.value(), empty);
        let (step, generator) = (vm.heap.held(s), vm.heap.held(g));
        vm.heap.release_to(mark);
        return match vm.grant_memory(made) {
            Ok(exception) => begin_throw(vm, step, generator, exception),
            Err(trap) => trap,
        };
    } else {
        exception
    };
    begin_throw(vm, step, generator, exception)
}

fn begin_throw(vm: &mut Vm<'_>, step: Value, generator: Value, exception: Value) -> Trap {
    vm.heap.set_record_field(step, STATE, ACTIVE);
    vm.heap.set_field(generator, G_EXTRA, step);
    vm.tail_throw(generator, exception)
}

impl Vm<'_> {
    /// One step of `__anext__()` or `asend()`: the trap that resumes the generator, or an error.
    pub(crate) fn send_step(&mut self, step: Value, value: Value) -> Trap {
        let generator = self.heap.record_field(step, GENERATOR);
        let state = self.heap.record_field(step, STATE);
        if state == CLOSED {
            return self.raise(Type::RuntimeError, REUSED_STEP);
        }
        let mut value = value;
        if state == FRESH {
            if is_busy(self, generator) {
                return self.raise(Type::RuntimeError, "anext(): asynchronous generator is already running");
            }
            if value.is_none() {
                value = self.heap.record_field(step, VALUE);
            }
            self.heap.set_record_field(step, STATE, ACTIVE);
        }
        if self.heap.generator_state(generator) == State::Finished {
            self.heap.set_record_field(step, STATE, CLOSED);
            return self.raise_bare(Type::StopAsyncIteration);
        }
        self.heap.set_field(generator, G_EXTRA, step);
        let place = self.heap.hold(step);
        let trap = self.send_to(generator, value);
        let step = self.heap.held(place);
        self.heap.release(place);
        if trap != Trap::Resume {
            let generator = self.heap.record_field(step, GENERATOR);
            self.heap.set_field(generator, G_EXTRA, Value::NULL);
            self.heap.set_record_field(step, STATE, CLOSED);
        }
        trap
    }
}
