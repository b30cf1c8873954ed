//! Truth of values, and the instructions that ask for it.

use super::call::Called;
use super::frame::Cont;
use crate::heap::Kind;
use crate::lower::op;
use crate::names;
use crate::native::Result;
use crate::object::class;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Truth of a value, when it needs no Python code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Truth {
    /// Known.
    Is(bool),
    /// A user's `__bool__` or `__len__` must be called.
    Ask,
}

impl Vm<'_> {
    /// Truth of a value.
    pub(crate) fn truth(&self, value: Value) -> Truth {
        if let Some(n) = value.as_index() {
            return Truth::Is(n != 0);
        }
        if let Some(x) = value.as_float() {
            return Truth::Is(x != 0.0);
        }
        if !value.is_object() {
            return Truth::Is(!(value.is_none() || value == Value::EMPTY_STR));
        }
        Truth::Is(match self.heap.kind(value) {
            Kind::Str
            | Kind::Bytes
            | Kind::List
            | Kind::Dict
            | Kind::Set
            | Kind::FrozenSet
            | Kind::ByteArray => self.heap.len_word(value) != 0,
            Kind::Tuple => self.heap.tuple_len(value) != 0,
            Kind::Complex => self.heap.complex_parts(value) != (0.0, 0.0),
            Kind::MemoryView => self.heap.word(value, 1) >> 32 != 0,
            Kind::Instance => {
                let flags = self.heap.class_flags(self.heap.instance_class(value));
                if flags & class::HAS_TRUTH != 0 {
                    return Truth::Ask;
                }
                if flags & class::HAS_PAYLOAD != 0 {
                    return self.truth(self.heap.payload(value));
                }
                true
            }
            Kind::Range | Kind::Record => match crate::builtins::quick_len(self, value) {
                Some(n) => n != 0,
                None => return Truth::Ask,
            },
            Kind::Exception => return Truth::Ask,
            Kind::Class if self.heap.class_metaclass(value).is_object() => return Truth::Ask,
            _ => true,
        })
    }

    /// Truth of a value when it needs no Python code, for natives.
    pub(crate) fn quick_truth(&self, value: Value) -> Option<bool> {
        match self.truth(value) {
            Truth::Is(truth) => Some(truth),
            Truth::Ask => None,
        }
    }

    /// Asks a user's `__bool__` or `__len__`; the continuation finishes the running instruction.
    fn ask_truth(&mut self, value: Value) -> Result<()> {
        let class = self.type_of(value);
        if let Some(method) = self.find_in_type(class, names::DUNDER_BOOL) {
            return self.call_special(method, &[value], Cont::Bool, 0);
        }
        if let Some(method) = self.find_in_type(class, names::DUNDER_LEN) {
            return self.call_special(method, &[value], Cont::LenTruth, 0);
        }
        self.finish_truth(true)
    }

    /// The running instruction goes on with the truth of a value.
    pub(crate) fn with_truth(&mut self, value: Value) -> Result<()> {
        match self.truth(value) {
            Truth::Is(truth) => self.finish_truth(truth),
            Truth::Ask => self.ask_truth(value),
        }
    }

    pub(crate) fn truth_returned(&mut self, value: Value) -> Result<()> {
        if !value.is_bool() {
            return Err(self.raise_with(Type::TypeError, |vm, out| {
                out.write_str("__bool__ should return bool, returned ")?;
                vm.write_type_name(value, out)
            }));
        }
        self.finish_truth(value == Value::TRUE)
    }

    pub(crate) fn len_truth_returned(&mut self, value: Value) -> Result<()> {
        let n = self.check_len(value)?;
        self.finish_truth(n != 0)
    }

    /// Result of a `__len__` as a length, with CPython's errors.
    pub(crate) fn check_len(&mut self, value: Value) -> Result<u64> {
        let value = self.unwrap(value);
        if !self.heap.is_integer(value) {
            return Err(self.raise_with(Type::TypeError, |vm, out| {
                out.write_str("'")?;
                vm.write_type_name(value, out)?;
                out.write_str("' object cannot be interpreted as an integer")
            }));
        }
        match self.heap.as_i64(value) {
            Some(n) if n >= 0 => Ok(n as u64),
            Some(_) => Err(self.raise(Type::ValueError, "__len__() should return >= 0")),
            None => Err(self.raise(Type::OverflowError, "cannot fit 'int' into an index-sized integer")),
        }
    }

    /// Ends the running instruction, now that the truth it asked for is known.
    pub(crate) fn finish_truth(&mut self, truth: bool) -> Result<()> {
        let w = self.current();
        match w as u8 {
            op::JF | op::JT => {
                if truth == (w as u8 == op::JT) {
                    self.take_jump(op::bc(w) as i32 as isize);
                }
            }
            op::CMPJ | op::CMPIJ => {
                if truth == (op::s(w) >> 4 != 0) {
                    self.take_jump(op::c(w) as u16 as i16 as isize);
                }
            }
            op::NOT => self.set_reg(op::a(w), Value::bool(!truth)),
            op::CONTAINS => self.set_reg(op::a(w), Value::bool(truth != (op::s(w) != 0))),
            _ => {}
        }
        Ok(())
    }

    /// A jump of an instruction that left the loop; backward ones cost their way.
    pub(crate) fn take_jump(&mut self, rel: isize) {
        self.pc = (self.pc as isize + rel) as usize;
        if rel < 0 {
            self.fuel += rel as i64;
        }
    }

    pub(crate) fn op_branch(&mut self, w: u64) -> Result<()> {
        let value = self.reg(op::a(w));
        if self.heap.is_kind(value, Kind::List) {
            return self.finish_truth(self.heap.len_word(value) != 0);
        }
        self.with_truth(value)
    }

    pub(crate) fn op_not(&mut self, w: u64) -> Result<()> {
        let value = self.reg(op::b(w));
        self.with_truth(value)
    }

    /// A call whose value, at once or later, is the answer to `in`.
    pub(crate) fn contains_returned(&mut self, _dst: u16, value: Value) -> Result<()> {
        self.with_truth(value)
    }

    #[allow(dead_code)]
    pub(crate) fn called_into(&mut self, called: Called, dst: usize) {
        if let Called::Value(value) = called {
            self.set_reg(dst, value);
        }
    }
}
