//! Tables of dicts and sets.

use super::error::Fault;
use super::wanted::Wanted;
use crate::hash::{hash_bytes, hash_word};
use crate::heap::{Heap, Kind, Root};
use crate::object::equal::visible_int;
use crate::value::Value;
use crate::vm::Vm;

/// The table hash of a key, where it can be said at once.
fn hash_of(heap: &Heap<'_>, key: Value) -> Option<u32> {
    if key.is_int() {
        return Some(hash_word(visible_int(key.raw_int()) as u64));
    }
    if key.is_name() {
        return crate::names::HASH.get(key.payload() as usize).copied();
    }
    if key.is_short_str() {
        return Some(hash_bytes(&heap.text(key)));
    }
    heap.is_str(key).then(|| hash_bytes(&heap.text(key)).max(1))
}

impl Vm<'_> {
    /// Entries and index agree: every living entry has one bucket, no bucket has anything else.
    pub(crate) fn check_dict(&mut self, dict: Value) -> Result<(), Fault> {
        let table = self.heap.field(dict, 3);
        let (live, used) = (self.heap.dict_len(dict), self.heap.dict_used(dict));
        if table.is_null() {
            return if live == 0 && used == 0 { Ok(()) } else { Err("entries without a table") };
        }
        self.own(table, Kind::Table)?;
        let stride = if self.heap.is_kind(dict, Kind::Dict) { 2 } else { 1 };
        let counts = self.heap.word(table, 1);
        let (capacity, buckets) = (counts as u32 as usize, (counts >> 32) as usize);
        if self.heap.aux(table) as usize != stride || used > capacity || live > used {
            return Err("counts that its table does not have");
        }
        // A deleted name of a built-in module stands there unbound.
        let is_namespace = dict == self.heap.root(Root::Builtins) || self.bit(dict.offset());
        let bound = if is_namespace { Wanted::Bound } else { Wanted::Visible };
        let mut found = 0;
        for entry in 0..capacity {
            let key = self.heap.field(table, 2 + entry * stride);
            if entry >= used {
                if !self.heap.fits(key, Wanted::Any) {
                    return Err("an unused entry");
                }
                continue;
            }
            if key == Value::DELETED {
                continue;
            }
            found += 1;
            if !self.heap.is_visible(key) {
                return Err("a key that a script cannot have");
            }
            if stride == 2 && !self.heap.fits(self.heap.field(table, 3 + entry * 2), bound) {
                return Err("a value that a script cannot have");
            }
        }
        if found != live {
            return Err("not as many entries as it says");
        }
        // The bits of the entries' own words tell which of them had their bucket.
        let first = table.offset() + 2;
        let index = first + capacity * stride;
        let mut filled = 0;
        for bucket in index..index + buckets {
            let word = self.heap.mem[bucket];
            if word == 0 {
                continue;
            }
            filled += 1;
            let entry = (word as u32 as usize).wrapping_sub(1);
            if entry >= used {
                return Err("a bucket without an entry");
            }
            let place = first + entry * stride;
            let key = Value(self.heap.mem[place]);
            if key == Value::DELETED || self.bit(place) {
                return Err("a bucket with the entry of another");
            }
            self.set_bit(place);
            if hash_of(&self.heap, key).is_some_and(|hash| hash != (word >> 32) as u32) {
                return Err("a hash that does not go with its key");
            }
        }
        if filled != live {
            return Err("entries without buckets");
        }
        Ok(())
    }
}
