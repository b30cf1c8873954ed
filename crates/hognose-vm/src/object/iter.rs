//! Built-in iterators: `[a] [b] x y z`, aux is the type. What a and b mean is the iterator's own business
//! ([`crate::interp`] knows the hot ones).

use crate::heap::{Heap, Kind, OutOfMemory};
use crate::types::Type;
use crate::value::Value;

/// Words of an iterator.
pub const ITER_WORDS: usize = 6;

impl Heap<'_> {
    /// An iterator. May reserve and move.
    pub fn new_iter(
        &mut self,
        kind: Type,
        a: u64,
        b: u64,
        x: Value,
        y: Value,
        z: Value,
    ) -> Result<Value, OutOfMemory> {
        let mark = self.held_mark();
        let (px, py, pz) = (self.hold(x), self.hold(y), self.hold(z));
        let room = self.reserve(ITER_WORDS);
        let (x, y, z) = (self.held(px), self.held(py), self.held(pz));
        self.release_to(mark);
        room?;
        let at = self.alloc_values(Kind::Iter, kind as u16, 2, 3, x);
        self.mem[at + 1] = a;
        self.mem[at + 2] = b;
        self.mem[at + 4] = y.0;
        self.mem[at + 5] = z.0;
        Ok(Value::object(at as u32))
    }

    /// Is it an iterator of that type?
    #[inline]
    pub fn is_iter(&self, value: Value, kind: Type) -> bool {
        self.is_kind(value, Kind::Iter) && self.aux(value) == kind as u16
    }
}
