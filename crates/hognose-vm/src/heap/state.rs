//! The heap's own counters and roots by number, for snapshots.

use super::{Heap, ROOTS};
use crate::value::Value;

impl Heap<'_> {
    /// Next identity and last stamp given out.
    pub(crate) fn counters(&self) -> (u32, u32) {
        (self.next_id, self.next_stamp)
    }

    /// Sets next identity and last stamp given out.
    pub(crate) fn set_counters(&mut self, next_id: u32, next_stamp: u32) {
        self.next_id = next_id;
        self.next_stamp = next_stamp;
    }

    /// Drops the arguments of a call that a native asked for.
    pub(crate) fn forget_tail(&mut self) {
        self.tail.fill(Value::NULL);
    }

    /// Root by number.
    pub(crate) fn root_at(&self, i: usize) -> Value {
        self.roots.get(i).copied().unwrap_or(Value::NULL)
    }

    /// Sets a root by number.
    pub(crate) fn set_root_at(&mut self, i: usize, value: Value) {
        if i < ROOTS {
            self.roots[i] = value;
        }
    }
}
