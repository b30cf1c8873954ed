//! Functions, bound methods, cells, modules, slices, ranges: the small fixed records.
//!
//! Function: `[0, id] code globals defaults kwdefaults closure dict`. The dict holds attributes that a script set,
//! `__name__`, `__doc__` and the like included; null before the first.

use crate::heap::{Heap, Kind, OutOfMemory};
use crate::value::Value;

/// Words of a function.
pub const FUNCTION_WORDS: usize = 8;
pub(crate) const F_CODE: usize = 2;
pub(crate) const F_GLOBALS: usize = 3;
pub(crate) const F_DEFAULTS: usize = 4;
pub(crate) const F_KWDEFAULTS: usize = 5;
pub(crate) const F_CLOSURE: usize = 6;
pub(crate) const F_DICT: usize = 7;

impl Heap<'_> {
    /// A function, reserved before ([`FUNCTION_WORDS`]); absent parts null.
    pub(crate) fn alloc_function(
        &mut self,
        code: Value,
        globals: Value,
        defaults: Value,
        kwdefaults: Value,
        closure: Value,
    ) -> Value {
        let at = self.alloc_values(Kind::Function, 0, 1, FUNCTION_WORDS - 2, Value::NULL);
        let f = Value::object(at as u32);
        self.set_field(f, F_CODE, code);
        self.set_field(f, F_GLOBALS, globals);
        self.set_field(f, F_DEFAULTS, defaults);
        self.set_field(f, F_KWDEFAULTS, kwdefaults);
        self.set_field(f, F_CLOSURE, closure);
        f
    }

    /// A cell, reserved before (2 words).
    pub(crate) fn alloc_cell(&mut self, value: Value) -> Value {
        Value::object(self.alloc_values(Kind::Cell, 0, 0, 1, value) as u32)
    }

    /// Binds a function to a receiver. May reserve and move.
    pub fn new_bound_method(&mut self, function: Value, receiver: Value) -> Result<Value, OutOfMemory> {
        let mark = self.held_mark();
        let (f, r) = (self.hold(function), self.hold(receiver));
        let room = self.reserve(3);
        let (function, receiver) = (self.held(f), self.held(r));
        self.release_to(mark);
        room?;
        let at = self.alloc_values(Kind::BoundMethod, 0, 0, 2, function);
        self.mem[at + 2] = receiver.0;
        Ok(Value::object(at as u32))
    }

    /// A module with a new dict. `definition` is 1 + index of its static table, 0 for a script's own. May reserve.
    pub fn new_module(&mut self, definition: u16) -> Result<Value, OutOfMemory> {
        self.reserve(3 + super::dict::DICT_WORDS)?;
        let dict = self.alloc_dict();
        let at = self.alloc_values(Kind::Module, definition, 1, 1, dict);
        Ok(Value::object(at as u32))
    }

    /// Namespace of a module.
    pub fn module_dict(&self, module: Value) -> Value {
        self.field(module, 2)
    }

    /// Makes an object of three values (slice, range). May reserve and move.
    pub fn new_triple(&mut self, kind: Kind, a: Value, b: Value, c: Value) -> Result<Value, OutOfMemory> {
        let mark = self.held_mark();
        let (pa, pb, pc) = (self.hold(a), self.hold(b), self.hold(c));
        let room = self.reserve(4);
        let (a, b, c) = (self.held(pa), self.held(pb), self.held(pc));
        self.release_to(mark);
        room?;
        let at = self.alloc_values(kind, 0, 0, 3, a);
        self.mem[at + 2] = b.0;
        self.mem[at + 3] = c.0;
        Ok(Value::object(at as u32))
    }
}
