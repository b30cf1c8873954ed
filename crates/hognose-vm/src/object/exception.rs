//! Exceptions: `[suppress u32, id u32] class args cause context traceback dict state`.
//!
//! The class is a built-in type or a user class. A script's own attributes live in the dict, what the type itself keeps
//! (`errno`, `name`, the exceptions of a group ...) in the state; both are null before the first.

use crate::heap::{Heap, Kind, OutOfMemory};
use crate::value::Value;

/// Words of an exception.
pub const EXCEPTION_WORDS: usize = 9;
pub(crate) const E_CLASS: usize = 2;
pub(crate) const E_ARGS: usize = 3;
pub(crate) const E_CAUSE: usize = 4;
pub(crate) const E_CONTEXT: usize = 5;
pub(crate) const E_TRACEBACK: usize = 6;
pub(crate) const E_DICT: usize = 7;
pub(crate) const E_STATE: usize = 8;

impl Heap<'_> {
    /// An exception with that tuple of arguments. May reserve and move.
    pub fn new_exception(&mut self, class: Value, args: Value) -> Result<Value, OutOfMemory> {
        let mark = self.held_mark();
        let (c, a) = (self.hold(class), self.hold(args));
        let room = self.reserve(EXCEPTION_WORDS);
        let (class, args) = (self.held(c), self.held(a));
        self.release_to(mark);
        room?;
        let at = self.alloc_values(Kind::Exception, 0, 1, EXCEPTION_WORDS - 2, Value::NULL);
        let e = Value::object(at as u32);
        self.set_field(e, E_CLASS, class);
        self.set_field(e, E_ARGS, args);
        self.set_field(e, E_CAUSE, Value::NONE);
        self.set_field(e, E_CONTEXT, Value::NONE);
        self.set_field(e, E_TRACEBACK, Value::NONE);
        Ok(e)
    }

    /// Makes an exception as if it were new, with those arguments.
    pub(crate) fn clear_exception(&mut self, exception: Value, args: Value) {
        self.set_exception_suppresses(exception, false);
        for (field, value) in [
            (E_ARGS, args),
            (E_CAUSE, Value::NONE),
            (E_CONTEXT, Value::NONE),
            (E_TRACEBACK, Value::NONE),
            (E_DICT, Value::NULL),
            (E_STATE, Value::NULL),
        ] {
            self.set_field(exception, field, value);
        }
    }

    /// Is it an exception object?
    #[inline]
    pub fn is_exception(&self, value: Value) -> bool {
        self.is_kind(value, Kind::Exception)
    }

    /// Class of an exception.
    pub fn exception_class(&self, exception: Value) -> Value {
        self.field(exception, E_CLASS)
    }

    /// `args`, a tuple.
    pub fn exception_args(&self, exception: Value) -> Value {
        self.field(exception, E_ARGS)
    }

    /// `__suppress_context__`
    pub fn exception_suppresses(&self, exception: Value) -> bool {
        self.len_word(exception) != 0
    }

    /// Sets `__suppress_context__`.
    pub fn set_exception_suppresses(&mut self, exception: Value, on: bool) {
        self.set_len_word(exception, on as usize);
    }
}
