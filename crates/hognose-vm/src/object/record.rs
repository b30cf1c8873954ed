//! Records: built-in objects that are just a type and a few values (property, staticmethod, super, views, tracebacks ...).
//! `[0, id] values`, aux is the built-in type.

use crate::heap::{Heap, Kind, OutOfMemory};
use crate::types::Type;
use crate::value::Value;

impl Heap<'_> {
    /// A record of at most 6 values. May reserve and move.
    pub fn new_record(&mut self, kind: Type, values: &[Value]) -> Result<Value, OutOfMemory> {
        let mark = self.held_mark();
        for &value in values {
            self.hold(value);
        }
        let room = self.reserve(2 + values.len());
        let at = if room.is_ok() {
            self.alloc_values(Kind::Record, kind as u16, 1, values.len(), Value::NULL)
        } else {
            0
        };
        if at != 0 {
            for i in 0..values.len() {
                self.mem[at + 2 + i] = self.held_at(mark + i).0;
            }
        }
        self.release_to(mark);
        room?;
        Ok(Value::object(at as u32))
    }

    /// Is it a record of that type?
    #[inline]
    pub fn is_record(&self, value: Value, kind: Type) -> bool {
        self.is_kind(value, Kind::Record) && self.aux(value) == kind as u16
    }

    /// Value `i` of a record.
    #[inline]
    pub fn record_field(&self, value: Value, i: usize) -> Value {
        self.field(value, 2 + i)
    }

    /// Sets value `i` of a record.
    #[inline]
    pub fn set_record_field(&mut self, value: Value, i: usize, field: Value) {
        self.set_field(value, 2 + i, field);
    }
}
