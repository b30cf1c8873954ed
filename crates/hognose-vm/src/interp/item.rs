//! `a[b]`, `a[b] = c`, `del a[b]`.

use super::frame::Cont;
use crate::heap::Kind;
use crate::lower::op;
use crate::names;
use crate::native::{Result, What};
use crate::object::dict::{Lookup, Place};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

impl Vm<'_> {
    pub(crate) fn op_subscript(&mut self, w: u64) -> Result<()> {
        let (object, index) = (self.reg(op::b(w)), self.reg(op::c(w)));
        if self.heap.is_kind(index, Kind::Slice) {
            if let Some(value) = self.plain_slice(object, index) {
                self.set_reg(op::a(w), value);
                return Ok(());
            }
        }
        if let Some(value) = self.item_builtin(object, index)? {
            self.set_reg(op::a(w), value);
            return Ok(());
        }
        let (object, index) = (self.reg(op::b(w)), self.reg(op::c(w)));
        let class = self.type_of(object);
        let dst = op::a(w) as u16;
        if let Some(method) = self.find_user(class, names::DUNDER_GETITEM) {
            return self.call_special(method, &[object, index], Cont::Normal, dst);
        }
        self.frozen_into("_getitem", &[object, index], dst as usize)
    }

    /// A slice without a step of an ASCII string or a list, for which there is room; None for others.
    fn plain_slice(&mut self, object: Value, slice: Value) -> Option<Value> {
        if !self.heap.field(slice, 3).is_none() {
            return None;
        }
        let is_str = self.heap.is_str(object);
        let len = if is_str {
            if !self.heap.is_ascii(object) {
                return None;
            }
            self.heap.text(object).len()
        } else {
            self.heap.is_kind(object, Kind::List).then(|| self.heap.list_len(object))?
        };
        let bound = |value: Value, default: usize| match value.as_int() {
            Some(i) if i < 0 => Some((i + len as i64).max(0) as usize),
            Some(i) => Some(i.min(len as i64) as usize),
            None => value.is_none().then_some(default),
        };
        let start = bound(self.heap.field(slice, 1), 0)?;
        let end = bound(self.heap.field(slice, 2), len)?.max(start);
        let n = end - start;
        if is_str {
            let words = if n <= 5 || n == len { 0 } else { crate::object::string::str_words(n) };
            if words > 0 && !self.heap.has_room(words) {
                return None;
            }
            self.charge(n / 8);
            if n == len {
                return Some(object);
            }
            if words > 0 {
                self.heap.reserve(words).ok()?;
            }
            return Some(self.heap.make_part(object, start, end));
        }
        let words = crate::object::list::list_words(n);
        if n == 0 || !self.heap.has_room(words) {
            return None;
        }
        self.charge(n);
        self.heap.reserve(words).ok()?;
        let new = self.heap.alloc_list_to_fill(n);
        let from = self.heap.field(object, 2).offset() + 1 + start;
        let to = self.heap.field(new, 2).offset() + 1;
        self.heap.mem.copy_within(from..from + n, to);
        Some(new)
    }

    /// An item of a built-in container when that needs no Python code; None when it may.
    pub(crate) fn item_builtin(&mut self, object: Value, index: Value) -> Result<Option<Value>> {
        match self.heap.kind(object) {
            Kind::Module => {
                let found = self.static_entry(object, names::DUNDER_GETITEM);
                let def = found.and_then(|(table, entry)| self.native_def(table << 16 | entry as u32));
                match def.map(|def| def.what) {
                    Some(What::ClassMethod(_, native)) => {
                        self.call_native_now(native, &[object, index]).map(Some)
                    }
                    _ => Ok(None),
                }
            }
            Kind::Dict => {
                let mark = self.heap.held_mark();
                let (o, k) = (self.heap.hold(object), self.heap.hold(index));
                let hash = self.heap.table_hash(index);
                let (object, index) = (self.heap.held(o), self.heap.held(k));
                self.heap.release_to(mark);
                match hash {
                    Ok(hash) => match self.heap.find(object, index, hash) {
                        Lookup::Found(entry) => Ok(Some(self.heap.entry_value(object, entry))),
                        Lookup::Missing => Err(self.raise_key(index)),
                        Lookup::Ask { .. } => Ok(None),
                    },
                    Err(crate::object::equal::Hash::Unhashable(what)) => Err(self.unhashable(what)),
                    Err(crate::object::equal::Hash::Full) => Err(self.out_of_memory()),
                    Err(_) => Ok(None),
                }
            }
            Kind::List | Kind::Tuple => {
                let Some(i) = index.as_index() else {
                    return crate::builtins::sequence_item(self, object, index);
                };
                let n = self.heap.items(object).len() as i64;
                let at = if i < 0 { i + n } else { i };
                if at < 0 || at >= n {
                    let what = if self.heap.is_kind(object, Kind::List) {
                        "list index out of range"
                    } else {
                        "tuple index out of range"
                    };
                    return Err(self.raise(Type::IndexError, what));
                }
                Ok(Some(Value(self.heap.items(object)[at as usize])))
            }
            Kind::Instance | Kind::Class | Kind::Exception => Ok(None),
            _ => match self.brought_record(object) {
                Some(brought) => (brought.item)(self, object, index),
                None => crate::builtins::sequence_item(self, object, index),
            },
        }
    }

    /// A dict gets a key that it does not have, whose table hash is known.
    #[inline(never)]
    pub(crate) fn store_new(&mut self, w: u64, hash: u32) -> Result<()> {
        let (dict, key, value) = (self.reg(op::a(w)), self.reg(op::b(w)), self.reg(op::c(w)));
        match self.heap.insert_new(dict, key, value, hash) {
            Ok(_) => Ok(()),
            Err(_) => Err(self.out_of_memory()),
        }
    }

    pub(crate) fn op_store_subscript(&mut self, w: u64) -> Result<()> {
        let (object, index, value) = (self.reg(op::a(w)), self.reg(op::b(w)), self.reg(op::c(w)));
        match self.heap.kind(object) {
            Kind::Dict => {
                if self.put_quickly(object, index, value, None)? {
                    return Ok(());
                }
            }
            Kind::List if index.as_index().is_some() => {
                let i = index.as_index().unwrap_or(0);
                let n = self.heap.list_len(object) as i64;
                let at = if i < 0 { i + n } else { i };
                if at < 0 || at >= n {
                    return Err(self.raise(Type::IndexError, "list assignment index out of range"));
                }
                self.heap.set_list_item(object, at as usize, value);
                return Ok(());
            }
            Kind::ByteArray
                if index.as_index().is_some() && value.is_int() && (0..256).contains(&value.raw_int()) =>
            {
                let i = index.as_index().unwrap_or(0);
                let n = self.heap.bytearray(object).len() as i64;
                let at = if i < 0 { i + n } else { i };
                if at >= 0 && at < n {
                    self.heap.bytearray_mut(object)[at as usize] = value.raw_int() as u8;
                    return Ok(());
                }
            }
            Kind::Record => {
                if let Some(brought) = self.brought_record(object) {
                    if (brought.store)(self, object, index, value)? {
                        return Ok(());
                    }
                }
            }
            _ => {}
        }
        let (object, index, value) = (self.reg(op::a(w)), self.reg(op::b(w)), self.reg(op::c(w)));
        let class = self.type_of(object);
        if let Some(method) = self.find_user(class, names::DUNDER_SETITEM) {
            return self.call_special(method, &[object, index, value], Cont::Discard, 0);
        }
        self.frozen_discard("_setitem", &[object, index, value])
    }

    pub(crate) fn op_delete_subscript(&mut self, w: u64) -> Result<()> {
        let (object, index) = (self.reg(op::a(w)), self.reg(op::b(w)));
        if self.heap.is_kind(object, Kind::Dict) {
            if let Place::At(entry) = self.heap.find_place(object, index) {
                self.heap.remove_entry(object, entry as usize);
                return Ok(());
            }
            let hash = self.heap.table_hash(index);
            let (object, index) = (self.reg(op::a(w)), self.reg(op::b(w)));
            if let Ok(hash) = hash {
                match self.heap.find(object, index, hash) {
                    Lookup::Found(entry) => {
                        self.heap.remove_entry(object, entry);
                        return Ok(());
                    }
                    Lookup::Missing => return Err(self.raise_key(index)),
                    Lookup::Ask { .. } => {}
                }
            }
        }
        let (object, index) = (self.reg(op::a(w)), self.reg(op::b(w)));
        if self.heap.is_record(object, Type::Deque) {
            if let Some(brought) = self.brought(Type::Deque) {
                if (brought.store)(self, object, index, Value::UNBOUND)? {
                    return Ok(());
                }
            }
        }
        let (object, index) = (self.reg(op::a(w)), self.reg(op::b(w)));
        let class = self.type_of(object);
        if let Some(method) = self.find_user(class, names::DUNDER_DELITEM) {
            return self.call_special(method, &[object, index], Cont::Discard, 0);
        }
        self.frozen_discard("_delitem", &[object, index])
    }
}
