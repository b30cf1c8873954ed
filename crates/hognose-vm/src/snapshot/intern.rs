//! The table of interned strings.

use super::error::SnapshotError;
use crate::heap::header::{flags, kind_byte, size};
use crate::heap::{Kind, Root};
use crate::object::string::INTERNED;
use crate::value::Value;
use crate::vm::Vm;

/// Steps a bucket that looking all strings up may take on average; honest tables take two or three.
const STEPS: usize = 32;

impl Vm<'_> {
    /// Every interned string is found by its text, and only one with that text is there.
    pub(crate) fn check_interned(&mut self) -> Result<(), SnapshotError> {
        let wrong = |what| Err(SnapshotError::Root { root: Root::Interned, what });
        let table = self.heap.root(Root::Interned);
        let entries = if table.is_object() { self.heap.items(table) } else { &[] };
        let mut strings = 0;
        if table.is_object() {
            let Some((&used, buckets)) = entries.split_first() else { return wrong("without a count") };
            if !buckets.len().is_power_of_two() || buckets.len() < 16 {
                return wrong("a number of buckets that it cannot have");
            }
            let filled = buckets.iter().filter(|&&word| word != Value::NULL.0).count();
            if Value(used) != Value::int(filled as i64) || filled * 4 > buckets.len() * 3 {
                return wrong("a count that does not go with its entries");
            }
            let mut steps = STEPS * (buckets.len() + 64);
            for (place, &word) in buckets.iter().enumerate() {
                let value = Value(word);
                if value.is_null() || value == Value::DELETED {
                    continue;
                }
                if !self.heap.is_kind(value, Kind::Str) || self.heap.flags(value) & INTERNED == 0 {
                    return wrong("an entry that is no interned string");
                }
                strings += 1;
                let hash = (self.heap.word(value, 1) >> 32) as u32;
                let mask = buckets.len() - 1;
                let way = place.wrapping_sub(hash as usize) & mask;
                steps = steps.saturating_sub(1 + way);
                if steps == 0 {
                    return wrong("too crowded");
                }
                for step in 0..way {
                    let other = Value(buckets[(hash as usize + step) & mask]);
                    if other.is_null() {
                        return wrong("an entry that cannot be found");
                    }
                    if other.is_object() && self.heap.text(other)[..] == self.heap.text(value)[..] {
                        return wrong("two strings with the same text");
                    }
                }
            }
        }
        let mut at = 1;
        let mut marked = 0;
        while at < self.heap.top {
            let head = self.heap.mem[at];
            marked += (kind_byte(head) == Kind::Str as u8 && flags(head) & INTERNED != 0) as usize;
            at += size(head);
        }
        if marked != strings {
            return wrong("not all interned strings are in it");
        }
        Ok(())
    }
}
