//! Raising, unwinding, tracebacks.

use super::frame::{CARRIER, Cont, GENERATOR_FRAME};
use crate::heap::{Kind, Root};
use crate::lower::op;
use crate::native::{Result, Trap};
use crate::object::code::HIDDEN;
use crate::object::exception::{E_CAUSE, E_CONTEXT, E_TRACEBACK};
use crate::object::generator::{G_HANDLED, G_OUTER};
use crate::types::Type;
use crate::value::Value;
use crate::vm::{Exit, FRAME, Vm};
use core::fmt::Write;

/// A message being written: as much as fits, cut at a character.
#[derive(Debug)]
pub struct Message {
    bytes: [u8; 400],
    len: usize,
}

impl Default for Message {
    fn default() -> Self {
        Message { bytes: [0; 400], len: 0 }
    }
}

impl Message {
    /// What was written.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

impl Write for Message {
    fn write_str(&mut self, s: &str) -> core::fmt::Result {
        for c in s.chars() {
            let n = c.len_utf8();
            if self.len + n > self.bytes.len() {
                return Ok(());
            }
            c.encode_utf8(&mut self.bytes[self.len..]);
            self.len += n;
        }
        Ok(())
    }
}

impl Vm<'_> {
    /// MemoryError, the one built in advance.
    #[cold]
    pub fn out_of_memory(&mut self) -> Trap {
        let error = self.heap.root(Root::MemoryError);
        self.heap.set_field(error, E_TRACEBACK, Value::NONE);
        self.heap.set_field(error, E_CONTEXT, Value::NONE);
        self.heap.set_field(error, E_CAUSE, Value::NONE);
        self.heap.set_root(Root::Raised, error);
        self.reraise = false;
        Trap::Raised
    }

    /// Makes room for `words` words; every object may move. MemoryError when there is none.
    #[inline]
    pub fn reserve(&mut self, words: usize) -> Result<()> {
        if self.heap.reserve(words).is_ok() { Ok(()) } else { Err(self.out_of_memory()) }
    }

    /// Turns "no memory" of the heap into MemoryError.
    #[inline]
    pub fn grant_memory<T>(
        &mut self,
        result: core::result::Result<T, crate::heap::OutOfMemory>,
    ) -> Result<T> {
        match result {
            Ok(value) => Ok(value),
            Err(_) => Err(self.out_of_memory()),
        }
    }

    /// Raises a built-in exception with a message.
    #[cold]
    pub fn raise(&mut self, kind: Type, message: &str) -> Trap {
        self.raise_bytes(kind, message.as_bytes())
    }

    /// Raises a built-in exception with a message written by a closure (at most 400 bytes of it).
    #[cold]
    pub fn raise_with(
        &mut self,
        kind: Type,
        write: impl FnOnce(&Self, &mut dyn Write) -> core::fmt::Result,
    ) -> Trap {
        let mut message = Message::default();
        let _ = write(self, &mut message);
        self.raise_bytes(kind, message.as_bytes())
    }

    /// Raises a built-in exception with a message as bytes.
    #[cold]
    pub fn raise_bytes(&mut self, kind: Type, message: &[u8]) -> Trap {
        let text = match self.heap.new_str(message) {
            Ok(text) => text,
            Err(_) => return self.out_of_memory(),
        };
        self.raise_value(kind, text)
    }

    /// Raises a built-in exception with one argument.
    #[cold]
    pub fn raise_value(&mut self, kind: Type, argument: Value) -> Trap {
        let made =
            self.heap.new_tuple(&[argument]).and_then(|args| self.heap.new_exception(kind.value(), args));
        match made {
            Ok(exception) => self.throw(exception),
            Err(_) => self.out_of_memory(),
        }
    }

    /// Raises a built-in exception without arguments.
    #[cold]
    pub fn raise_bare(&mut self, kind: Type) -> Trap {
        let empty = self.heap.root(Root::EmptyTuple);
        match self.heap.new_exception(kind.value(), empty) {
            Ok(exception) => self.throw(exception),
            Err(_) => self.out_of_memory(),
        }
    }

    /// Raises an exception object; the handled exception becomes its context.
    pub fn throw(&mut self, exception: Value) -> Trap {
        let handled = self.heap.root(Root::Handled);
        if handled.is_object() && handled != exception {
            // No cycles: the chain of contexts is cut where it meets the exception itself.
            let mut at = handled;
            for _ in 0..1000 {
                let next = self.heap.field(at, E_CONTEXT);
                if !self.heap.is_exception(next) {
                    break;
                }
                if next == exception {
                    self.heap.set_field(at, E_CONTEXT, Value::NONE);
                    break;
                }
                at = next;
            }
            self.heap.set_field(exception, E_CONTEXT, handled);
        }
        self.throw_as_is(exception)
    }

    /// Raises an exception with the context that it has.
    pub(crate) fn throw_as_is(&mut self, exception: Value) -> Trap {
        self.heap.set_root(Root::Raised, exception);
        self.reraise = false;
        Trap::Raised
    }

    /// Writes class and message of an exception without running anything of the program.
    pub fn write_plainly(&mut self, stream: u8, exception: Value) {
        if !self.heap.is_exception(exception) {
            return;
        }
        let mut name = Message::default();
        let _ = self.write_type_name(exception, &mut name);
        self.write(stream, name.as_bytes());
        let args = self.heap.exception_args(exception);
        if self.heap.tuple_len(args) > 0 {
            let first = self.heap.item(args, 0);
            self.write(stream, b": ");
            self.write_value(stream, first);
        }
    }

    /// KeyError with that key.
    #[cold]
    pub fn raise_key(&mut self, key: Value) -> Trap {
        self.raise_value(Type::KeyError, key)
    }

    /// Finds the handler of the raised exception, dropping frames on the way.
    pub(crate) fn unwind(&mut self) -> core::result::Result<(), Exit> {
        loop {
            if !self.has_frames() {
                let exception = self.heap.root(Root::Raised);
                self.heap.set_root(Root::Result, exception);
                self.heap.set_root(Root::Raised, Value::NULL);
                return Err(Exit::Raised);
            }
            let fp = self.heap.floor;
            if self.frame_flags(fp) & CARRIER != 0 {
                let word = self.heap.mem[fp + 1];
                self.pop_frame();
                if word as u8 == Cont::Entry as u8 {
                    let exception = self.heap.root(Root::Raised);
                    self.heap.set_root(Root::Result, exception);
                    self.heap.set_root(Root::Raised, Value::NULL);
                    return Err(Exit::Raised);
                }
                let cont = Cont::from_byte(word as u8);
                if cont == Cont::Normal {
                    self.name_attribute_error();
                }
                match self.continue_after_exception(cont, (word >> 16) as u16) {
                    Ok(true) => return Ok(()),
                    Ok(false) => continue,
                    Err(_) => continue,
                }
            }
            if self.runs() {
                self.add_traceback();
                let code = self.frame_code();
                if let Some((target, register)) = self.heap.code_handler(code, self.pc - 1) {
                    let registers = self.heap.code_registers(code);
                    let at = self.heap.floor + FRAME + register.min(registers.saturating_sub(1));
                    self.heap.mem[at] = self.heap.root(Root::Raised).0;
                    self.heap.set_root(Root::Raised, Value::NULL);
                    // A handler before what raised is a loop like any other: compilers write none, images may.
                    let raised = core::mem::replace(&mut self.pc, target);
                    if target < raised {
                        self.charge(raised - target);
                    }
                    return Ok(());
                }
            }
            let word = self.heap.mem[fp + 1];
            let (cont, flags, dst) = (Cont::from_byte(word as u8), (word >> 8) as u8, (word >> 16) as u16);
            if flags & GENERATOR_FRAME != 0 {
                self.generator_failed();
            }
            self.depth = self.depth.saturating_sub(1);
            self.pop_frame();
            if cont == Cont::Entry {
                let exception = self.heap.root(Root::Raised);
                self.heap.set_root(Root::Result, exception);
                self.heap.set_root(Root::Raised, Value::NULL);
                return Err(Exit::Raised);
            }
            if cont == Cont::Normal {
                self.name_attribute_error();
            }
            if let Ok(true) = self.continue_after_exception(cont, dst) {
                return Ok(());
            }
        }
    }

    /// An AttributeError that leaves what an instruction called to read an attribute learns which one and of what.
    fn name_attribute_error(&mut self) {
        if !self.is_raised(Type::AttributeError)
            || !self.runs()
            || self.frame_flags(self.heap.floor) & CARRIER != 0
        {
            return;
        }
        let exception = self.heap.root(Root::Raised);
        let w = self.current();
        if !matches!(w as u8, op::LOADATTR | op::LOADMETHOD) {
            return;
        }
        let state = self.heap.field(exception, crate::object::exception::E_STATE);
        if state.is_object() {
            let known = |vm: &mut Self, name| vm.heap.get_str(state, name).is_some_and(|v| !v.is_none());
            if known(self, crate::names::short("name")) || known(self, crate::names::short("obj")) {
                return;
            }
        }
        let name = Value(self.heap.mem[self.frame_code().offset() + op::cs(w)]);
        self.attach_name(name);
        let object = self.reg(op::b(w));
        if !object.is_null() && !object.is_unbound() {
            let _ = self.set_exception_attribute(crate::names::short("obj"), object);
        }
    }

    /// Some continuations take certain exceptions as an answer; true: they did, go on running.
    fn continue_after_exception(&mut self, cont: Cont, dst: u16) -> Result<bool> {
        let exception = self.heap.root(Root::Raised);
        match cont {
            Cont::For if self.has_frames() && self.is_raised(Type::StopIteration) => {
                if self.frame_flags(self.heap.floor) & CARRIER != 0 {
                    return Ok(false);
                }
                self.heap.set_root(Root::Raised, Value::NULL);
                let w = self.current();
                self.iterator_ended(w);
                Ok(true)
            }
            Cont::YieldFrom if self.is_raised(Type::StopIteration) => {
                let value = self.stop_value(exception);
                self.heap.set_root(Root::Raised, Value::NULL);
                let a = op::a(self.current());
                self.set_reg(a, value);
                Ok(true)
            }
            Cont::Import => {
                self.import_failed(dst);
                Ok(false)
            }
            _ => Ok(false),
        }
    }

    /// Is the raised exception of that built-in type?
    pub(crate) fn is_raised(&self, kind: Type) -> bool {
        let exception = self.heap.root(Root::Raised);
        self.heap.is_exception(exception) && self.exception_base(exception).is_a(kind)
    }

    /// `value` of a StopIteration.
    pub(crate) fn stop_value(&mut self, exception: Value) -> Value {
        let args = self.heap.exception_args(exception);
        let dict = self.heap.field(exception, crate::object::exception::E_STATE);
        if dict.is_object() {
            if let Some(value) = self.heap.get_str(dict, crate::names::short("value")) {
                return value;
            }
        }
        if self.heap.tuple_len(args) > 0 { self.heap.item(args, 0) } else { Value::NONE }
    }

    /// Adds the youngest frame to the traceback of the raised exception. Without memory the entry is left out.
    fn add_traceback(&mut self) {
        if self.reraise {
            self.reraise = false;
            return;
        }
        let code = self.frame_code();
        if self.heap.code_flags(code) & HIDDEN != 0 {
            return;
        }
        let exception = self.heap.root(Root::Raised);
        if exception == self.heap.root(Root::MemoryError) && self.heap.free_words() < 512 {
            return;
        }
        let globals = self.frame_globals();
        let next = self.heap.field(exception, E_TRACEBACK);
        let made = self
            .heap
            .new_record(Type::Traceback, &[next, code, Value::int(self.pc as i64 - 1), globals, Value::NULL]);
        if let Ok(traceback) = made {
            let exception = self.heap.root(Root::Raised);
            self.heap.set_field(exception, E_TRACEBACK, traceback);
        }
    }

    // Instructions

    pub(crate) fn op_raise(&mut self, w: u64) -> Result<()> {
        if op::s(w) == 0 {
            let handled = self.heap.root(Root::Handled);
            if !self.heap.is_exception(handled) {
                return Err(self.raise(Type::RuntimeError, "No active exception to reraise"));
            }
            self.heap.set_root(Root::Raised, handled);
            // The same frame is not entered twice for a bare raise.
            self.reraise = self.frame_is_last(handled);
            return Err(Trap::Raised);
        }
        let exception = self.reg(op::a(w));
        let has_cause = op::s(w) == 2;
        // Classes are called, by the general path, then this instruction runs again with the instance.
        if self.is_type(exception) && self.is_exception_class(exception) {
            if exception.is_object() || has_cause {
                if !has_cause {
                    return self.frozen_discard("_raise_class", &[exception]);
                }
                let cause = self.reg(op::b(w));
                return self.frozen_discard("_raise_from", &[exception, cause]);
            }
            let kind = Type::from_index(exception.as_builtin_type().unwrap_or(0));
            return Err(self.raise_bare(kind));
        }
        if !self.heap.is_exception(exception) {
            return Err(self.raise(Type::TypeError, "exceptions must derive from BaseException"));
        }
        if has_cause {
            let cause = self.reg(op::b(w));
            if self.is_type(cause) && self.is_exception_class(cause) {
                return self.frozen_discard("_raise_from", &[exception, cause]);
            }
            self.set_cause(exception, cause)?;
        }
        Err(self.throw(exception))
    }

    /// Sets `__cause__`; None or an exception.
    pub(crate) fn set_cause(&mut self, exception: Value, cause: Value) -> Result<()> {
        if !cause.is_none() && !self.heap.is_exception(cause) {
            return Err(self.raise(Type::TypeError, "exception causes must derive from BaseException"));
        }
        self.heap.set_field(exception, E_CAUSE, cause);
        self.heap.set_exception_suppresses(exception, true);
        Ok(())
    }

    /// Is it a class of exceptions?
    pub(crate) fn is_exception_class(&self, class: Value) -> bool {
        match class.as_builtin_type() {
            Some(t) => Type::from_index(t).is_exception(),
            None => {
                self.heap.is_class(class)
                    && self.heap.class_flags(class) & crate::object::class::IS_EXCEPTION != 0
            }
        }
    }

    /// Is the newest traceback entry of the exception that of the running frame?
    fn frame_is_last(&self, exception: Value) -> bool {
        let traceback = self.heap.field(exception, E_TRACEBACK);
        self.heap.is_record(traceback, Type::Traceback)
            && self.heap.record_field(traceback, 1) == self.frame_code()
            && self.heap.code_flags(self.frame_code()) & HIDDEN == 0
    }

    pub(crate) fn op_reraise(&mut self, w: u64) -> Result<()> {
        let exception = self.reg(op::a(w));
        if !self.heap.is_exception(exception) {
            return Err(self.raise(Type::SystemError, "reraise of what is no exception"));
        }
        self.heap.set_root(Root::Raised, exception);
        self.reraise = true;
        Err(Trap::Raised)
    }

    pub(crate) fn op_push_handled(&mut self, w: u64) -> Result<()> {
        let a = op::a(w);
        let exception = self.reg(a);
        if !self.heap.is_exception(exception) {
            return Err(self.raise(Type::SystemError, "what is handled is no exception"));
        }
        let mut previous = self.heap.root(Root::Handled);
        // Around a generator another exception may be handled when it goes on: null stands for that.
        if let Some(generator) = self.running_generator() {
            if self.heap.field(generator, G_HANDLED).is_null() {
                self.heap.set_field(generator, G_HANDLED, Value::TRUE);
                previous = Value::NULL;
            }
        }
        self.set_reg(a, previous);
        self.set_reg(a + 1, exception);
        self.heap.set_root(Root::Handled, exception);
        Ok(())
    }

    pub(crate) fn op_pop_handled(&mut self, w: u64) -> Result<()> {
        let mut previous = self.reg(op::a(w));
        if previous.is_null() {
            if let Some(generator) = self.running_generator() {
                self.heap.set_field(generator, G_HANDLED, Value::NULL);
                previous = self.heap.field(generator, G_OUTER);
            }
        }
        let previous = if self.heap.is_exception(previous) { previous } else { Value::NONE };
        self.heap.set_root(Root::Handled, previous);
        Ok(())
    }

    /// The generator whose frame runs; none in other frames.
    fn running_generator(&self) -> Option<Value> {
        if self.frame_flags(self.heap.floor) & GENERATOR_FRAME == 0 {
            return None;
        }
        Some(self.frame_namespace())
    }

    /// The position of an instruction of a code object: line, end line, column, end column.
    pub(crate) fn position(&mut self, code: Value, pc: usize) -> Option<hognose_image::Position> {
        if !self.heap.is_kind(code, Kind::Code) {
            return None;
        }
        let index = pc.checked_sub(self.heap.code_start(code))?;
        let byte = self.byte_of_instruction(code, index)?;
        let (_, view) = self.image_code(code)?;
        view.position(byte)
    }
}
