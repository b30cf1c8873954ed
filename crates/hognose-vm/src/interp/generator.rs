//! Generators, coroutines and asynchronous generators: frames moved to the heap and back.

use super::call::Called;
use super::frame::{CARRIER, Cont, GENERATOR_FRAME, copy_words, meta};
use crate::heap::{Held, Kind, Root};
use crate::lower::op;
use crate::names;
use crate::native::{Result, Trap};
use crate::object::code::{ASYNC_GENERATOR, COROUTINE};
use crate::object::generator::{
    Flavour, G_EXTRA, G_FUNCTION, G_HANDLED, G_OUTER, G_PC, GENERATOR_WORDS, State,
};
use crate::types::Type;
use crate::value::Value;
use crate::vm::{FRAME, Vm};

/// Fuel of going into a generator.
pub(crate) const RESUME_COST: isize = 8;

/// Fields of the objects that drive one step of an asynchronous generator: `__anext__()` and `asend()`, and those of
/// `athrow()` and `aclose()`.
pub(crate) mod step {
    use crate::value::Value;

    /// The generator.
    pub(crate) const GENERATOR: usize = 0;
    /// What is sent, or thrown (None for `aclose()`).
    pub(crate) const VALUE: usize = 1;
    /// [`FRESH`], [`ACTIVE`] or [`CLOSED`].
    pub(crate) const STATE: usize = 2;
    /// Not awaited yet.
    pub(crate) const FRESH: Value = Value::int(0);
    /// The generator runs or waits for it.
    pub(crate) const ACTIVE: Value = Value::int(1);
    /// Over.
    pub(crate) const CLOSED: Value = Value::int(2);
}

/// What the loop does itself of going into a generator: the plain case of [`Vm::resume`], with nothing to raise and nothing
/// to move. Gives the new floor. None: the generator is as it was. `limit`: where the stack may reach down to.
#[inline(always)]
pub(crate) fn enter(
    mem: &mut [u64],
    generator: usize,
    fp: usize,
    limit: usize,
    link: u64,
    meta: u64,
    handled: Value,
) -> Option<usize> {
    let head = mem.get_mut(generator..)?.first_chunk_mut::<GENERATOR_WORDS>()?;
    let registers = ((head[0] >> 32) as usize).checked_sub(GENERATOR_WORDS)?;
    let words = registers + FRAME;
    if head[1] as u32 > State::Suspended as u32 || head[G_HANDLED] != Value::NULL.0 || fp < limit + words {
        return None;
    }
    head[1] = head[1] & !0xFFFF_FFFF | State::Running as u64;
    head[G_OUTER] = handled.0;
    let function = head[G_FUNCTION];
    let new = fp - words;
    *mem.get_mut(new..)?.first_chunk_mut::<FRAME>()? =
        [link | (words as u64) << 32, meta, function, Value::object(generator as u32).0];
    copy_words(mem, generator + GENERATOR_WORDS, new + FRAME, registers)?;
    Some(new)
}

/// [`enter`] for the places that are less hot.
#[inline(never)]
pub(crate) fn enter_far(
    mem: &mut [u64],
    generator: usize,
    fp: usize,
    limit: usize,
    link: u64,
    meta: u64,
    handled: Value,
) -> Option<usize> {
    enter(mem, generator, fp, limit, link, meta, handled)
}

/// What the loop does itself of a `yield`: the plain case of [`Vm::yield_value`]. The frame at `fp` goes back into its
/// generator, which goes on at `next`. Gives the floor of the frame below; the caller drops that at `fp`. None: nothing was done.
#[inline(always)]
pub(crate) fn leave(mem: &mut [u64], fp: usize, next: usize, handled: Value) -> Option<usize> {
    let &[link, meta, _, generator] = mem.get(fp..)?.first_chunk::<FRAME>()?;
    let words = (link >> 32) as usize;
    // Carriers get values by way of what made them.
    if (meta >> 8) as u8 != GENERATOR_FRAME || (*mem.get(fp + words + 1)? >> 8) as u8 & CARRIER != 0 {
        return None;
    }
    let at = Value(generator).offset();
    let head = mem.get_mut(at..)?.first_chunk_mut::<GENERATOR_WORDS>()?;
    // It handles no exception of its own, and so left that of its surroundings as it is.
    if head[G_HANDLED] != Value::NULL.0 || head[G_OUTER] != handled.0 {
        return None;
    }
    head[1] = head[1] & !0xFFFF_FFFF | State::Suspended as u64;
    head[G_PC] = next as u64;
    head[G_OUTER] = Value::NULL.0;
    copy_words(mem, fp + FRAME, at + GENERATOR_WORDS, words.checked_sub(FRAME)?)?;
    Some(fp + words)
}

impl Vm<'_> {
    /// The youngest frame, just bound, becomes a generator; gives it.
    pub(crate) fn frame_to_generator(&mut self) -> Result {
        let code = self.frame_code();
        let flags = self.heap.code_flags(code);
        let registers = self.heap.code_registers(code);
        let flavour = if flags & ASYNC_GENERATOR != 0 {
            Flavour::AsyncGenerator
        } else if flags & COROUTINE != 0 {
            Flavour::Coroutine
        } else {
            Flavour::Generator
        };
        if let Err(trap) = self.reserve(GENERATOR_WORDS + registers) {
            self.pop_frame();
            return Err(trap);
        }
        let function = self.frame_function();
        let generator = self.heap.alloc_generator(flavour, function, registers);
        let from = self.heap.floor + FRAME;
        let to = generator.offset() + GENERATOR_WORDS;
        self.heap.mem.copy_within(from..from + registers, to);
        let start = self.heap.code_start(self.frame_code());
        self.heap.set_word(generator, G_PC, start as u64);
        self.pop_frame();
        Ok(generator)
    }

    /// Puts a suspended generator on the stack and lets it run on with `value` as the result of its `yield`. A fresh one
    /// takes None only, which whoever sends checks.
    pub(crate) fn resume(&mut self, generator: Value, value: Value, cont: Cont, dst: u16) -> Result<()> {
        self.enter_generator(generator, value, cont, dst)
    }

    fn enter_generator(&mut self, generator: Value, value: Value, cont: Cont, dst: u16) -> Result<()> {
        let function = self.heap.field(generator, G_FUNCTION);
        let code = self.function_code(function);
        let registers = self.heap.code_registers(code);
        if self.depth >= self.depth_limit {
            return Err(self.raise(Type::RecursionError, "maximum recursion depth exceeded"));
        }
        let mark = self.heap.held_mark();
        let (g, v) = (self.heap.hold(generator), self.heap.hold(value));
        let room = self.room_for_frame(registers + FRAME);
        let (generator, value) = (self.heap.held(g), self.heap.held(v));
        self.heap.release_to(mark);
        room?;
        let function = self.heap.field(generator, G_FUNCTION);
        let words = registers + FRAME;
        let new = self.heap.floor - words;
        let from = generator.offset() + GENERATOR_WORDS;
        let mem = &mut self.heap.mem;
        mem[new] = self.pc as u64 | (words as u64) << 32;
        mem[new + 1] = meta(cont, GENERATOR_FRAME, dst);
        mem[new + 2] = function.0;
        mem[new + 3] = generator.0;
        mem.copy_within(from..from + registers, new + FRAME);
        self.heap.floor = new;
        self.depth += 1;
        self.fuel -= RESUME_COST as i64;
        self.pc = self.heap.word(generator, G_PC) as usize;
        let fresh = self.heap.generator_state(generator) == State::Created;
        self.heap.set_generator_state(generator, State::Running);
        // The handled exception of the caller is seen inside; the generator's own comes back with it.
        let outer = self.heap.root(Root::Handled);
        self.heap.set_field(generator, G_OUTER, outer);
        let own = self.heap.field(generator, G_HANDLED);
        if self.heap.is_exception(own) {
            self.heap.set_root(Root::Handled, own);
        }
        if !fresh {
            let code = self.code_base();
            let w = self.heap.mem[code + self.pc];
            if w as u8 == op::YFROM {
                self.set_reg(op::a(w) + 1, value);
            } else {
                let w = self.current();
                self.set_reg(op::a(w), value);
            }
        }
        Ok(())
    }

    /// Moves the youngest frame back into its generator; gives the generator. `next` is where it goes on.
    fn suspend(&mut self, next: usize) -> Value {
        let fp = self.heap.floor;
        let generator = Value(self.heap.mem[fp + 3]);
        let registers = self.frame_words(fp) - FRAME;
        let to = generator.offset() + GENERATOR_WORDS;
        self.heap.mem.copy_within(fp + FRAME..fp + FRAME + registers, to);
        self.heap.set_word(generator, G_PC, next as u64);
        self.heap.set_generator_state(generator, State::Suspended);
        self.leave_generator(generator, true);
        generator
    }

    /// Puts the handled exception back as it was around the generator.
    fn leave_generator(&mut self, generator: Value, keep: bool) {
        let outer = self.heap.field(generator, G_OUTER);
        let handled = self.heap.root(Root::Handled);
        // While the generator runs, its field only says whether it handles one of its own.
        let own =
            if keep && !self.heap.field(generator, G_HANDLED).is_null() { handled } else { Value::NULL };
        self.heap.set_field(generator, G_HANDLED, own);
        self.heap.set_field(generator, G_OUTER, Value::NULL);
        let outer = if self.heap.is_exception(outer) { outer } else { Value::NONE };
        self.heap.set_root(Root::Handled, outer);
    }

    /// The running generator yields a value to whoever resumed it.
    fn yield_value(&mut self, value: Value, next: usize) -> Result<()> {
        let fp = self.heap.floor;
        if self.frame_flags(fp) & GENERATOR_FRAME == 0 {
            return Err(self.raise(Type::SystemError, "yield outside a generator"));
        }
        let word = self.heap.mem[fp + 1];
        self.suspend(next);
        self.depth = self.depth.saturating_sub(1);
        self.pop_frame();
        let (cont, dst) = (Cont::from_byte(word as u8), (word >> 16) as u16);
        if cont == Cont::For {
            let w = self.current();
            if w as u8 == op::FORITER && op::s(w) != 0 {
                self.pc += 1;
            }
        }
        self.deliver(cont, dst, value)
    }

    pub(crate) fn op_yield(&mut self, w: u64) -> Result<()> {
        let value = self.reg(op::a(w));
        let next = self.pc;
        self.yield_value(value, next)
    }

    /// An asynchronous generator yields: that ends the step that drives it.
    pub(crate) fn op_async_yield(&mut self, w: u64) -> Result<()> {
        let value = self.reg(op::a(w));
        let fp = self.heap.floor;
        let generator = self.frame_namespace();
        if self.frame_flags(fp) & GENERATOR_FRAME == 0 || !self.heap.is_kind(generator, Kind::Generator) {
            return Err(self.raise(Type::SystemError, "yield outside a generator"));
        }
        let ignored_exit = self.end_of_step(generator);
        let word = self.heap.mem[fp + 1];
        let next = self.pc;
        self.suspend(next);
        self.depth = self.depth.saturating_sub(1);
        self.pop_frame();
        if ignored_exit {
            return Err(self.raise(Type::RuntimeError, "async generator ignored GeneratorExit"));
        }
        self.step_ended(Cont::from_byte(word as u8), value)
    }

    /// The step of an asynchronous generator gives its value to whoever awaits it.
    fn step_ended(&mut self, cont: Cont, value: Value) -> Result<()> {
        if cont == Cont::YieldFrom && self.frame_flags(self.heap.floor) & CARRIER == 0 {
            let a = op::a(self.current());
            self.set_reg(a, value);
            return Ok(());
        }
        Err(self.stop_iteration(value))
    }

    /// The step that drives an asynchronous generator is over; was it `aclose()`?
    fn end_of_step(&mut self, generator: Value) -> bool {
        let step = self.heap.field(generator, G_EXTRA);
        self.heap.set_field(generator, G_EXTRA, Value::NULL);
        if !self.heap.is_kind(step, Kind::Record) {
            return false;
        }
        self.heap.set_record_field(step, step::STATE, step::CLOSED);
        self.heap.is_record(step, Type::AsyncGeneratorThrow)
            && self.heap.record_field(step, step::VALUE).is_none()
    }

    /// The frame of a generator returned.
    pub(crate) fn generator_returned(&mut self, value: Value) -> Result<()> {
        let fp = self.heap.floor;
        let word = self.heap.mem[fp + 1];
        let generator = Value(self.heap.mem[fp + 3]);
        let closed = self.end_of_step(generator);
        self.leave_generator(generator, false);
        let _ = self.heap.finish_generator(generator);
        self.depth = self.depth.saturating_sub(1);
        self.pop_frame();
        let cont = Cont::from_byte(word as u8);
        if self.heap.generator_flavour(generator) == Flavour::AsyncGenerator {
            if closed {
                return self.step_ended(cont, Value::NONE);
            }
            return Err(self.raise_bare(Type::StopAsyncIteration));
        }
        match cont {
            Cont::For if self.frame_flags(self.heap.floor) & CARRIER == 0 => {
                let w = self.current();
                self.iterator_ended(w);
                Ok(())
            }
            Cont::YieldFrom => {
                let a = op::a(self.current());
                self.set_reg(a, value);
                Ok(())
            }
            _ => Err(self.stop_iteration(value)),
        }
    }

    /// Raises StopIteration with a value (without arguments for None).
    pub(crate) fn stop_iteration(&mut self, value: Value) -> Trap {
        if value.is_none() {
            self.raise_bare(Type::StopIteration)
        } else {
            self.raise_value(Type::StopIteration, value)
        }
    }

    /// The frame of a generator is left by the raised exception.
    pub(crate) fn generator_failed(&mut self) {
        let generator = self.frame_namespace();
        let flavour = self.heap.generator_flavour(generator);
        let closed = self.end_of_step(generator);
        self.leave_generator(generator, false);
        let _ = self.heap.finish_generator(generator);
        if closed && self.is_raised(Type::GeneratorExit) {
            // `aclose()` is done: its awaiter goes on.
            let _ = self.raise_bare(Type::StopIteration);
            return;
        }
        let what = match flavour {
            Flavour::Generator if self.is_raised(Type::StopIteration) => "generator raised StopIteration",
            Flavour::Coroutine if self.is_raised(Type::StopIteration) => "coroutine raised StopIteration",
            Flavour::AsyncGenerator if self.is_raised(Type::StopIteration) => {
                "async generator raised StopIteration"
            }
            Flavour::AsyncGenerator if self.is_raised(Type::StopAsyncIteration) => {
                "async generator raised StopAsyncIteration"
            }
            _ => return,
        };
        let cause = self.heap.root(Root::Raised);
        let place = self.heap.hold(cause);
        let _ = self.raise(Type::RuntimeError, what);
        let cause = self.heap.held(place);
        self.heap.release(place);
        let error = self.heap.root(Root::Raised);
        if error != cause {
            let _ = self.set_cause(error, cause);
            self.heap.set_field(error, crate::object::exception::E_CONTEXT, cause);
            let _ = self.set_cause(error, cause);
        }
    }

    // yield from

    pub(crate) fn op_yield_from(&mut self, w: u64) -> Result<()> {
        let a = op::a(w);
        let (iterator, value) = (self.reg(a), self.reg(a + 1));
        if self.heap.is_kind(iterator, Kind::Generator) {
            match self.heap.generator_state(iterator) {
                State::Running => {
                    return Err(self.already_executing(iterator));
                }
                State::Finished => {
                    if self.heap.generator_flavour(iterator) == Flavour::Coroutine {
                        return Err(self.raise(Type::RuntimeError, "cannot reuse already awaited coroutine"));
                    }
                    self.set_reg(a, Value::NONE);
                    return Ok(());
                }
                _ => return self.resume(iterator, value, Cont::YieldFrom, a as u16),
            }
        }
        if self.heap.is_record(iterator, Type::AsyncGeneratorStep) {
            let trap = self.send_step(iterator, value);
            if trap != Trap::Resume {
                return Err(trap);
            }
            let [generator, value, ..] = self.heap.tail;
            return self.resume(generator, value, Cont::YieldFrom, a as u16);
        }
        if value.is_none() {
            let class = self.type_of(iterator);
            if let Some(next) = self.find_in_type(class, names::DUNDER_NEXT) {
                return self.step_delegate(next, &[iterator]);
            }
        }
        self.step_delegate_send(iterator, value)
    }

    /// One call on the inner iterator: its value is yielded on, StopIteration ends the delegation.
    fn step_delegate(&mut self, callee: Value, args: &[Value]) -> Result<()> {
        let fp = self.heap.floor;
        match self.call_values(callee, args, Cont::YieldFrom, 0) {
            Ok(Called::Value(value)) => self.yield_from_stepped(value),
            Ok(Called::Frame) => Ok(()),
            Err(Trap::Raised) if self.heap.floor == fp && self.is_raised(Type::StopIteration) => {
                let value = self.stop_value(self.heap.root(Root::Raised));
                self.heap.set_root(Root::Raised, Value::NULL);
                let a = op::a(self.current());
                self.set_reg(a, value);
                Ok(())
            }
            Err(trap) => Err(trap),
        }
    }

    fn step_delegate_send(&mut self, iterator: Value, value: Value) -> Result<()> {
        let function = {
            let mark = self.heap.held_mark();
            let (i, v) = (self.heap.hold(iterator), self.heap.hold(value));
            let function = self.frozen_function("_send");
            let (iterator, value) = (self.heap.held(i), self.heap.held(v));
            self.heap.release_to(mark);
            (function?, iterator, value)
        };
        self.step_delegate(function.0, &[function.1, function.2])
    }

    /// The inner iterator yielded: so does this frame, and stays at the same instruction.
    #[inline(never)]
    pub(crate) fn yield_from_stepped(&mut self, value: Value) -> Result<()> {
        let next = self.pc - 1;
        self.yield_value(value, next)
    }

    pub(crate) fn already_executing(&mut self, generator: Value) -> Trap {
        let what = match self.heap.generator_flavour(generator) {
            Flavour::Generator => "generator already executing",
            Flavour::Coroutine => "coroutine already executing",
            Flavour::AsyncGenerator => "async generator already executing",
        };
        self.raise(Type::ValueError, what)
    }

    /// A native asked for a generator to be resumed: `tail[0]` generator, `tail[1]` value, `tail[2]` exception or null.
    pub(crate) fn resume_from_native(&mut self, cont: Cont, dst: u16) -> Result<Called> {
        let [generator, value, exception, given, ..] = self.heap.tail;
        self.heap.tail = [Value::NULL; 8];
        // `Normal` of an instruction or of a carrier: the end must be told as StopIteration.
        let cont = if cont == Cont::Normal { Cont::Step } else { cont };
        if exception.is_null() {
            self.enter_generator(generator, value, cont, dst)?;
            return Ok(Called::Frame);
        }
        let mark = self.heap.held_mark();
        let (g, e, a) = (self.heap.hold(generator), self.heap.hold(exception), self.heap.hold(given));
        let result = self.throw_into(g, e, a, cont, dst);
        self.heap.release_to(mark);
        result.map(|()| Called::Frame)
    }

    /// Raises an exception where a suspended generator stands: in the innermost one that it delegates to. Other iterators
    /// get what `throw` was given, a tuple, or the exception when that is null.
    fn throw_into(
        &mut self,
        generator: Held,
        exception: Held,
        given: Held,
        cont: Cont,
        dst: u16,
    ) -> Result<()> {
        let (mut cont, mut dst) = (cont, dst);
        let is_exit = {
            let class = self.type_of(self.heap.held(exception));
            self.is_subclass(class, Type::GeneratorExit.value())
        };
        loop {
            let outer = self.heap.held(generator);
            let inner = self.delegate(outer);
            let place = self.heap.hold(inner);
            let entered = self.enter_generator(outer, Value::NONE, cont, dst);
            let inner = self.heap.held(place);
            self.heap.release(place);
            entered?;
            if inner.is_null() {
                // One that has not begun is before its first instruction, which no handler covers. The exception gets the
                // one that the generator itself handles for a context, not that of whoever throws; `close` makes its own.
                let exception = self.heap.held(exception);
                let alone = !is_exit && self.heap.field(self.heap.held(generator), G_HANDLED).is_null();
                return Err(if alone { self.throw_as_is(exception) } else { self.throw(exception) });
            }
            // At a `yield from` the pc names the instruction itself: the exception belongs to it.
            self.pc += 1;
            if is_exit || !self.heap.is_kind(inner, Kind::Generator) {
                let place = self.heap.hold(inner);
                let function =
                    self.frozen_function(if is_exit { "_close_then_raise" } else { "_throw_to" })?;
                let (inner, exception) = (self.heap.held(place), self.heap.held(exception));
                let given = self.heap.held(given);
                return self.step_delegate(function, &[inner, exception, given.or_none()]);
            }
            match self.heap.generator_state(inner) {
                State::Running => return Err(self.already_executing(inner)),
                State::Finished => {
                    let exception = self.heap.held(exception);
                    return Err(self.throw_as_is(exception));
                }
                _ => {}
            }
            self.heap.set_held(generator, inner);
            cont = Cont::YieldFrom;
            dst = 0;
        }
    }

    /// What `next`, `send` of a generator or coroutine ask for: the trap that resumes it, or an error.
    pub(crate) fn send_to(&mut self, generator: Value, value: Value) -> Trap {
        match self.heap.generator_state(generator) {
            State::Running => self.already_executing(generator),
            State::Finished => match self.heap.generator_flavour(generator) {
                Flavour::Generator => self.raise_bare(Type::StopIteration),
                Flavour::Coroutine => {
                    self.raise(Type::RuntimeError, "cannot reuse already awaited coroutine")
                }
                Flavour::AsyncGenerator => self.raise_bare(Type::StopAsyncIteration),
            },
            State::Created if !value.is_none() => {
                let what = match self.heap.generator_flavour(generator) {
                    Flavour::Generator => "can't send non-None value to a just-started generator",
                    Flavour::Coroutine => "can't send non-None value to a just-started coroutine",
                    Flavour::AsyncGenerator => "can't send non-None value to a just-started async generator",
                };
                self.raise(Type::TypeError, what)
            }
            _ => self.tail_resume(generator, value),
        }
    }

    /// What `throw` of a generator or coroutine asks for: the trap that raises the exception in it, or an error. `given`: the
    /// arguments of `throw`, a tuple, or null.
    pub(crate) fn throw_to(&mut self, generator: Value, exception: Value, given: Value) -> Trap {
        match self.heap.generator_state(generator) {
            State::Running => self.already_executing(generator),
            State::Finished if self.heap.generator_flavour(generator) == Flavour::Coroutine => {
                self.raise(Type::RuntimeError, "cannot reuse already awaited coroutine")
            }
            State::Finished => self.throw_as_is(exception),
            _ => {
                let trap = self.tail_throw(generator, exception);
                self.heap.tail[3] = given;
                trap
            }
        }
    }

    /// Would GeneratorExit go straight through a suspended generator, so that closing it needs to run nothing?
    pub(crate) fn closes_quietly(&self, generator: Value) -> bool {
        if !self.delegate(generator).is_null() {
            return false;
        }
        let code = self.function_code(self.heap.field(generator, G_FUNCTION));
        let pc = self.heap.word(generator, G_PC) as usize;
        self.heap.code_handler(code, pc.saturating_sub(1)).is_none()
    }

    /// Asks, for a native, that a generator goes on with a value.
    pub fn tail_resume(&mut self, generator: Value, value: Value) -> Trap {
        self.heap.tail[0] = generator;
        self.heap.tail[1] = value;
        self.heap.tail[2] = Value::NULL;
        Trap::Resume
    }

    /// Asks, for a native, that an exception is raised where a generator stands.
    pub fn tail_throw(&mut self, generator: Value, exception: Value) -> Trap {
        self.heap.tail[0] = generator;
        self.heap.tail[1] = Value::NONE;
        self.heap.tail[2] = exception;
        self.heap.tail[3] = Value::NULL;
        Trap::Resume
    }

    /// What a suspended generator delegates to at the moment: null when it stands at a plain `yield`.
    pub(crate) fn delegate(&self, generator: Value) -> Value {
        if self.heap.generator_state(generator) != State::Suspended {
            return Value::NULL;
        }
        let function = self.heap.field(generator, G_FUNCTION);
        let code = self.function_code(function).offset();
        let pc = self.heap.word(generator, G_PC) as usize;
        let w = self.heap.mem[code + pc];
        if w as u8 == op::YFROM {
            self.heap.field(generator, GENERATOR_WORDS + op::a(w))
        } else {
            Value::NULL
        }
    }
}
