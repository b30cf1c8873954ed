//! All classes of the block, in order of making: a table that does not keep them alive.
//!
//! `[used int] [made int] classes`: what is used may be null, where a class died; how many were ever made is the measure of
//! the work of looking at all of them, since it does not depend on when the collector ran.

use super::{Heap, Kind, OutOfMemory, Root};
use crate::value::Value;

/// Items before the classes.
const HEAD: usize = 2;

impl Heap<'_> {
    fn class_head(&self, i: usize) -> usize {
        let table = self.root(Root::Classes);
        if table.is_object() { self.field(table, 1 + i).as_int().unwrap_or(0).max(0) as usize } else { 0 }
    }

    /// Places that may have a class: to go over with [`Heap::class_at`].
    pub(crate) fn class_places(&self) -> usize {
        let table = self.root(Root::Classes);
        if table.is_object() { self.class_head(0).min(self.size(table).saturating_sub(1 + HEAD)) } else { 0 }
    }

    /// How many classes were ever made.
    pub(crate) fn classes_made(&self) -> usize {
        self.class_head(1)
    }

    /// The class at a place, if it lives.
    pub(crate) fn class_at(&self, place: usize) -> Option<Value> {
        if place >= self.class_places() {
            return None;
        }
        let class = self.field(self.root(Root::Classes), 1 + HEAD + place);
        self.is_class(class).then_some(class)
    }

    /// Makes room for one more class in the table. May reserve and move.
    pub(crate) fn reserve_class(&mut self) -> Result<(), OutOfMemory> {
        let table = self.root(Root::Classes);
        let room = if table.is_object() { self.size(table).saturating_sub(1 + HEAD) } else { 0 };
        if self.class_places() < room {
            return Ok(());
        }
        // The places of the dead first.
        let mut live = 0;
        for i in 0..room {
            let class = self.field(table, 1 + HEAD + i);
            if class.is_object() {
                self.set_field(table, 1 + HEAD + live, class);
                live += 1;
            }
        }
        for i in live..room {
            self.set_field(table, 1 + HEAD + i, Value::NULL);
        }
        if room > 0 {
            self.set_field(table, 1, Value::int(live as i64));
        }
        if live < room {
            return Ok(());
        }
        let grown = room + room / 2 + 4;
        self.reserve(1 + HEAD + grown)?;
        // Some may have died by that.
        let (used, made) = (self.class_places(), self.classes_made());
        let old = self.root(Root::Classes);
        let new = Value::object(self.alloc_values(Kind::Array, 0, 0, HEAD + grown, Value::NULL) as u32);
        for i in 0..used {
            let class = self.field(old, 1 + HEAD + i);
            self.set_field(new, 1 + HEAD + i, class);
        }
        self.set_field(new, 1, Value::int(used as i64));
        self.set_field(new, 2, Value::int(made as i64));
        self.set_root(Root::Classes, new);
        Ok(())
    }

    /// Enters a class, room for which was made.
    pub(crate) fn enter_class(&mut self, class: Value) {
        let (used, made) = (self.class_places(), self.classes_made());
        let table = self.root(Root::Classes);
        if table.is_object() && 1 + HEAD + used < self.size(table) {
            self.set_field(table, 1 + HEAD + used, class);
            self.set_field(table, 1, Value::int(used as i64 + 1));
            self.set_field(table, 2, Value::int(made as i64 + 1));
        }
    }

    /// Drops the dead, while the collector's marks stand.
    pub(super) fn forget_dead_classes(&mut self) {
        let table = self.root(Root::Classes);
        if !table.is_object() {
            return;
        }
        for i in 1 + HEAD..self.size(table) {
            let class = self.field(table, i);
            if class.is_object() && !self.is_marked(class.offset()) {
                self.set_field(table, i, Value::NULL);
            }
        }
    }
}
