//! The fields of the engine in a snapshot, in order, and what they may be.

use super::error::SnapshotError;
use crate::heap::{ROOTS, Root};
use crate::value::Value;
use crate::vm::Vm;

/// Fields before the roots.
const FIRST: usize = 13;
/// All fields.
pub(crate) const FIELDS: usize = FIRST + ROOTS;
/// Words that stay free between objects and frames.
pub(crate) const SLACK: usize = 24;

/// Roots that mean nothing between two runs.
const PASSING: [Root; 4] = [Root::TailCallable, Root::TailKeywords, Root::TailNamespace, Root::Lookups];

const RERAISE: u64 = 1;
const KEEP_SOURCE: u64 = 2;
const GC: u64 = 4;
const RETURNED: u64 = 8;

/// A field that must be at most `most`.
fn field(name: &'static str, found: u64, most: u64) -> Result<usize, SnapshotError> {
    if found > most {
        return Err(SnapshotError::Field { name, found, most });
    }
    Ok(found as usize)
}

impl Vm<'_> {
    pub(crate) fn save_fields(&self, out: &mut [u64; FIELDS]) {
        let flags = self.reraise as u64 * RERAISE
            | self.keep_source as u64 * KEEP_SOURCE
            | self.heap.gc_enabled as u64 * GC
            | self.returned as u64 * RETURNED;
        let (next_id, next_stamp) = self.heap.counters();
        let fields = [
            self.pc as u64,
            self.depth as u64,
            self.depth_limit as u64,
            self.spent,
            self.epoch as u64,
            flags,
            self.int_digits as u64,
            next_id as u64,
            next_stamp as u64,
            self.heap.peak_words() as u64,
            self.heap.longest_collection as u64,
            self.heap.collections as u64,
            0,
        ];
        out[..FIRST].copy_from_slice(&fields);
        for (i, out) in out[FIRST..].iter_mut().enumerate() {
            let root = self.heap.root_at(i);
            *out = if PASSING.iter().any(|&r| r as usize == i) { Value::NULL.0 } else { root.0 };
        }
    }

    /// Takes over what the collector needs, and the fields that stand for themselves.
    pub(crate) fn load_fields(&mut self, fields: &[u64; FIELDS]) -> Result<(), SnapshotError> {
        const HALF: u64 = u32::MAX as u64;
        const SIZE: u64 = (usize::MAX >> 1) as u64;
        self.pc = field("pc", fields[0], HALF)?;
        self.depth = field("depth", fields[1], HALF)?;
        self.depth_limit = field("recursion limit", fields[2], SIZE)?;
        // Half of what the counter holds: it goes on counting.
        field("fuel spent", fields[3], u64::MAX >> 1)?;
        self.spent = fields[3];
        self.epoch = field("epoch", fields[4], HALF)? as u32;
        let flags = field("flags", fields[5], RERAISE | KEEP_SOURCE | GC | RETURNED)? as u64;
        self.reraise = flags & RERAISE != 0;
        self.keep_source = flags & KEEP_SOURCE != 0;
        self.returned = flags & RETURNED != 0;
        self.heap.gc_enabled = flags & GC != 0;
        self.int_digits = field("digits of an int", fields[6], SIZE)?;
        let next_id = field("next identity", fields[7], HALF)?.max(1);
        let next_stamp = field("next stamp", fields[8], HALF)?.max(1);
        self.heap.set_counters(next_id as u32, next_stamp as u32);
        field("peak", fields[9], HALF)?;
        field("longest collection", fields[10], HALF)?;
        field("collections", fields[11], HALF)?;
        field("reserved", fields[12], 0)?;
        for (i, &word) in fields[FIRST..].iter().enumerate() {
            self.heap.set_root_at(i, Value(word));
        }
        for root in PASSING {
            if !self.heap.root(root).is_null() {
                return Err(SnapshotError::Root { root, what: "means nothing in a paused engine" });
            }
        }
        Ok(())
    }

    /// Takes over the figures that collecting changes.
    pub(crate) fn load_figures(&mut self, fields: &[u64; FIELDS]) {
        self.heap.peak = fields[9] as usize;
        self.heap.longest_collection = fields[10] as usize;
        self.heap.collections = fields[11] as u32;
    }
}
