//! Instructions that build and take apart containers and strings.

use super::call::Called;
use super::frame::Cont;
use crate::heap::{Kind, Root};
use crate::lower::op;
use crate::native::Result;
use crate::object::dict::{DICT_WORDS, Lookup, Place};
use crate::object::list::list_words;
use crate::object::string::str_words;
use crate::object::tuple::tuple_words;
use crate::types::Type;
use crate::value::Value;
use crate::vm::{FRAME, Vm};

impl Vm<'_> {
    /// Copies `n` registers from `first` on into the words of the block at `to`.
    fn copy_registers(&mut self, first: usize, n: usize, to: usize) {
        let from = self.heap.floor + FRAME + first;
        self.heap.mem.copy_within(from..from + n, to);
    }

    pub(crate) fn op_build_tuple(&mut self, w: u64) -> Result<()> {
        let n = op::c(w);
        self.reserve(tuple_words(n))?;
        let tuple = self.heap.alloc_tuple(n);
        self.copy_registers(op::b(w), n, tuple.offset() + 1);
        self.set_reg(op::a(w), tuple);
        Ok(())
    }

    pub(crate) fn op_build_list(&mut self, w: u64) -> Result<()> {
        let n = op::c(w);
        self.reserve(list_words(n))?;
        let list = self.heap.alloc_list(n);
        if n > 0 {
            let storage = self.heap.field(list, 2);
            self.copy_registers(op::b(w), n, storage.offset() + 1);
        }
        self.set_reg(op::a(w), list);
        Ok(())
    }

    pub(crate) fn op_build_set(&mut self, w: u64) -> Result<()> {
        let (first, n) = (op::b(w), op::c(w));
        self.reserve(DICT_WORDS)?;
        let set = self.heap.alloc_set(Kind::Set);
        let mark = self.heap.held_mark();
        let place = self.heap.hold(set);
        for i in 0..n {
            let item = self.reg(first + i);
            if !self.put_quickly(self.heap.held(place), item, Value::NONE, Some(place))? {
                // Some item needs Python code to be hashed or compared: the whole display goes that way.
                self.heap.release_to(mark);
                self.reserve(list_words(n))?;
                let list = self.heap.alloc_list(n);
                let storage = self.heap.field(list, 2);
                self.copy_registers(first, n, storage.offset() + 1);
                return self.frozen_into("_build_set", &[list], op::a(w));
            }
        }
        let set = self.heap.held(place);
        self.heap.release_to(mark);
        self.set_reg(op::a(w), set);
        Ok(())
    }

    /// Sets `container[key] = value` (sets: adds the key) when that needs no Python code; false when it does.
    /// `place` is updated when the container moves.
    pub(crate) fn put_quickly(
        &mut self,
        container: Value,
        key: Value,
        value: Value,
        place: Option<crate::heap::Held>,
    ) -> Result<bool> {
        match self.heap.find_place(container, key) {
            Place::At(entry) => {
                if self.heap.is_kind(container, Kind::Dict) {
                    self.heap.set_entry_value(container, entry as usize, value);
                }
                return Ok(true);
            }
            Place::Missing(hash) => {
                let Ok((now, _, _)) = self.heap.insert_new(container, key, value, hash) else {
                    return Err(self.out_of_memory());
                };
                if let Some(place) = place {
                    self.heap.set_held(place, now);
                }
                return Ok(true);
            }
            Place::Unknown => {}
        }
        let mark = self.heap.held_mark();
        let (c, k, v) = (self.heap.hold(container), self.heap.hold(key), self.heap.hold(value));
        let hash = match self.heap.table_hash(key) {
            Ok(hash) => hash,
            Err(crate::object::equal::Hash::Unhashable(what)) => {
                self.heap.release_to(mark);
                return Err(self.unhashable(what));
            }
            Err(crate::object::equal::Hash::Full) => return Err(self.out_of_memory()),
            Err(_) => {
                self.heap.release_to(mark);
                return Ok(false);
            }
        };
        let (container, key, value) = (self.heap.held(c), self.heap.held(k), self.heap.held(v));
        let done = match self.heap.find(container, key, hash) {
            Lookup::Found(entry) => {
                if self.heap.is_kind(container, Kind::Dict) {
                    self.heap.set_entry_value(container, entry, value);
                }
                Ok(true)
            }
            Lookup::Ask { .. } => Ok(false),
            Lookup::Missing => match self.heap.insert_new(container, key, value, hash) {
                Ok((now, _, _)) => {
                    if let Some(place) = place {
                        self.heap.set_held(place, now);
                    }
                    Ok(true)
                }
                Err(_) => Err(self.out_of_memory()),
            },
        };
        self.heap.release_to(mark);
        done
    }

    #[cold]
    pub(crate) fn unhashable(&mut self, value: Value) -> crate::native::Trap {
        self.raise_with(Type::TypeError, |vm, out| {
            out.write_str("unhashable type: '")?;
            vm.write_type_name(value, out)?;
            out.write_str("'")
        })
    }

    pub(crate) fn op_build_dict(&mut self, w: u64) -> Result<()> {
        let (first, n) = (op::b(w), op::c(w));
        self.reserve(crate::object::dict::dict_words(n, 2))?;
        let dict = self.heap.alloc_dict();
        let mark = self.heap.held_mark();
        let place = self.heap.hold(dict);
        if n > 0 {
            let made = self.heap.dict_reserve(dict, n);
            let dict = self.grant_memory(made)?;
            self.heap.set_held(place, dict);
        }
        for i in 0..n {
            let (key, value) = (self.reg(first + 2 * i), self.reg(first + 2 * i + 1));
            if !self.put_quickly(self.heap.held(place), key, value, Some(place))? {
                self.heap.release_to(mark);
                self.reserve(list_words(2 * n))?;
                let list = self.heap.alloc_list(2 * n);
                let storage = self.heap.field(list, 2);
                self.copy_registers(first, 2 * n, storage.offset() + 1);
                return self.frozen_into("_build_dict", &[list], op::a(w));
            }
        }
        let dict = self.heap.held(place);
        self.heap.release_to(mark);
        self.set_reg(op::a(w), dict);
        Ok(())
    }

    pub(crate) fn op_build_string(&mut self, w: u64) -> Result<()> {
        let (first, n) = (op::b(w), op::c(w));
        let mut len = 0;
        for i in 0..n {
            let part = self.reg(first + i);
            if !self.heap.is_str(part) {
                return Err(self.raise(Type::SystemError, "a piece of a string is no string"));
            }
            len += self.heap.text(part).len();
        }
        self.charge(len / 8);
        self.reserve(str_words(len))?;
        let made = self.heap.alloc_str(len);
        let mut at = 0;
        let mut ascii = true;
        for i in 0..n {
            let part = self.reg(first + i);
            ascii &= self.heap.is_ascii(part);
            at += self.heap.copy_text(part, made, at);
        }
        let made = self.heap.finish_str(made, ascii);
        self.set_reg(op::a(w), made);
        Ok(())
    }

    pub(crate) fn op_list_append(&mut self, w: u64) -> Result<()> {
        let list = self.reg(op::a(w));
        if !self.heap.is_kind(list, Kind::List) {
            return Err(self.raise(Type::SystemError, "not a list"));
        }
        let item = self.reg(op::b(w));
        let made = self.heap.list_push(list, item);
        self.grant_memory(made).map(|_| ())
    }

    pub(crate) fn op_set_add(&mut self, w: u64) -> Result<()> {
        let (set, item) = (self.reg(op::a(w)), self.reg(op::b(w)));
        if !self.heap.is_kind(set, Kind::Set) {
            return Err(self.raise(Type::SystemError, "not a set"));
        }
        if self.put_quickly(set, item, Value::NONE, None)? {
            return Ok(());
        }
        let (set, item) = (self.reg(op::a(w)), self.reg(op::b(w)));
        self.frozen_discard("_set_add", &[set, item])
    }

    pub(crate) fn op_dict_add(&mut self, w: u64) -> Result<()> {
        let (dict, key, value) = (self.reg(op::a(w)), self.reg(op::b(w)), self.reg(op::c(w)));
        if !self.heap.is_kind(dict, Kind::Dict) {
            return Err(self.raise(Type::SystemError, "not a dict"));
        }
        if self.put_quickly(dict, key, value, None)? {
            return Ok(());
        }
        let (dict, key, value) = (self.reg(op::a(w)), self.reg(op::b(w)), self.reg(op::c(w)));
        self.frozen_discard("_dict_set", &[dict, key, value])
    }

    pub(crate) fn op_list_extend(&mut self, w: u64) -> Result<()> {
        let (list, more) = (self.reg(op::a(w)), self.reg(op::b(w)));
        if !self.heap.is_kind(list, Kind::List) {
            return Err(self.raise(Type::SystemError, "not a list"));
        }
        if matches!(self.heap.kind(more), Kind::List | Kind::Tuple) {
            let n = self.heap.items(more).len();
            let len = self.heap.list_len(list);
            self.charge(n);
            let made = self.heap.list_reserve(list, len + n);
            let list = self.grant_memory(made)?;
            let more = self.reg(op::b(w));
            if n > 0 {
                let from = if self.heap.is_kind(more, Kind::List) {
                    self.heap.field(more, 2).offset() + 1
                } else {
                    more.offset() + 1
                };
                let to = self.heap.field(list, 2).offset() + 1 + len;
                self.heap.mem.copy_within(from..from + n, to);
                self.heap.set_len_word(list, len + n);
            }
            return Ok(());
        }
        self.frozen_discard("_list_extend", &[list, more])
    }

    pub(crate) fn op_set_update(&mut self, w: u64) -> Result<()> {
        let (set, more) = (self.reg(op::a(w)), self.reg(op::b(w)));
        if !self.heap.is_kind(set, Kind::Set) {
            return Err(self.raise(Type::SystemError, "not a set"));
        }
        self.frozen_discard("_set_update", &[set, more])
    }

    pub(crate) fn op_dict_update(&mut self, w: u64) -> Result<()> {
        let (dict, more) = (self.reg(op::a(w)), self.reg(op::b(w)));
        if !self.heap.is_kind(dict, Kind::Dict) {
            return Err(self.raise(Type::SystemError, "not a dict"));
        }
        self.frozen_discard("_dict_update", &[dict, more])
    }

    pub(crate) fn op_dict_merge(&mut self, w: u64) -> Result<()> {
        let (dict, more) = (self.reg(op::a(w)), self.reg(op::b(w)));
        if !self.heap.is_kind(dict, Kind::Dict) {
            return Err(self.raise(Type::SystemError, "not a dict"));
        }
        if self.heap.is_kind(more, Kind::Dict) && self.merge_quickly(w)? {
            return Ok(());
        }
        let (dict, more) = (self.reg(op::a(w)), self.reg(op::b(w)));
        let callee = if op::a(w) >= 2 { self.reg(op::a(w) - 2) } else { Value::NONE };
        self.frozen_discard("_dict_merge", &[dict, more, callee])
    }

    /// Merges keywords of one dict into those collected so far, as long as all keys are new strings; false when one is not.
    fn merge_quickly(&mut self, w: u64) -> Result<bool> {
        let more = self.reg(op::b(w));
        self.charge(self.heap.dict_len(more));
        if self.heap.dict_len(self.reg(op::a(w))) == 0 && self.has_string_keys(more) {
            // The first mapping of a call: nobody has the empty dict but this register.
            let made = self.heap.dict_copy(more, Kind::Dict);
            let copy = self.grant_memory(made)?;
            self.set_reg(op::a(w), copy);
            return Ok(true);
        }
        // All are looked at first: what is merged twice is an error.
        let mut entry = 0;
        while let Some(found) = self.heap.next_entry(more, entry) {
            let key = self.heap.entry_key(more, found);
            if !self.heap.is_str(key) || self.heap.get_str(self.reg(op::a(w)), key).is_some() {
                return Ok(false);
            }
            entry = found + 1;
        }
        entry = 0;
        while let Some(found) = self.heap.next_entry(self.reg(op::b(w)), entry) {
            let (dict, more) = (self.reg(op::a(w)), self.reg(op::b(w)));
            let (key, value) = (self.heap.entry_key(more, found), self.heap.entry_value(more, found));
            let made = self.heap.set_str(dict, key, value);
            self.grant_memory(made)?;
            entry = found + 1;
        }
        Ok(true)
    }

    pub(crate) fn op_list_to_tuple(&mut self, w: u64) -> Result<()> {
        let list = self.reg(op::b(w));
        if !self.heap.is_kind(list, Kind::List) {
            return Err(self.raise(Type::SystemError, "not a list"));
        }
        let n = self.heap.list_len(list);
        self.reserve(tuple_words(n))?;
        let tuple = self.heap.alloc_tuple(n);
        let list = self.reg(op::b(w));
        for i in 0..n {
            let item = self.heap.list_item(list, i);
            self.heap.set_item(tuple, i, item);
        }
        self.set_reg(op::a(w), tuple);
        Ok(())
    }

    pub(crate) fn op_unpack(&mut self, w: u64) -> Result<()> {
        let source = self.reg(op::b(w));
        let n = op::c(w);
        let (first, len) = match self.heap.kind(source) {
            Kind::List => (self.heap.field(source, 2).offset() + 1, self.heap.list_len(source)),
            Kind::Tuple => (source.offset() + 1, self.heap.tuple_len(source)),
            _ => {
                // Anything else becomes a tuple first, which is then spread.
                return self.frozen_spread("_unpack", &[source, Value::int(n as i64)]);
            }
        };
        if len > n {
            return Err(self.raise_with(Type::ValueError, |_, out| {
                write!(out, "too many values to unpack (expected {n})")
            }));
        }
        if len < n {
            return Err(self.raise_with(Type::ValueError, |_, out| {
                write!(out, "not enough values to unpack (expected {n}, got {len})")
            }));
        }
        let base = self.heap.floor + FRAME + op::a(w);
        // The source may be the very register that the items go to: read through the block, not the register.
        for i in 0..n {
            self.heap.mem[base + n - 1 - i] = self.heap.mem[first + i];
        }
        Ok(())
    }

    /// The tuple of the items is in the first target register.
    fn unpack_again(&mut self, w: u64) -> Result<()> {
        let tuple = self.reg(op::a(w));
        let n = op::c(w);
        if self.heap.is_kind(tuple, Kind::Tuple) && self.heap.tuple_len(tuple) == n {
            for i in 0..n {
                let item = self.heap.item(tuple, i);
                self.set_reg(op::a(w) + n - 1 - i, item);
            }
        }
        Ok(())
    }

    /// Continuation of instructions that spread a tuple over registers.
    pub(crate) fn spread_returned(&mut self, value: Value) -> Result<()> {
        let w = self.current();
        match w as u8 {
            op::UNPACK => {
                self.set_reg(op::a(w), value);
                self.unpack_again(w)
            }
            op::UNPACKX => {
                let n = op::s(w) as usize + op::c(w) + 1;
                if self.heap.is_kind(value, Kind::Tuple) && self.heap.tuple_len(value) == n {
                    for i in 0..n {
                        let item = self.heap.item(value, i);
                        self.set_reg(op::a(w) + n - 1 - i, item);
                    }
                }
                Ok(())
            }
            op::WITHENTER | op::AWITHENTER | op::MATCHG => {
                if self.heap.is_kind(value, Kind::Tuple) && self.heap.tuple_len(value) == 2 {
                    let (first, second) = (self.heap.item(value, 0), self.heap.item(value, 1));
                    self.set_reg(op::a(w), first);
                    self.set_reg(op::a(w) + 1, second);
                    if w as u8 == op::MATCHG && self.heap.is_exception(second) {
                        // What the clause took is what it handles.
                        self.heap.set_root(Root::Handled, second);
                    }
                }
                Ok(())
            }
            op::WITHEXC => {
                self.set_reg(op::a(w) + 3, value);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Calls frozen code whose tuple of results the running instruction spreads over registers.
    pub(crate) fn frozen_spread(&mut self, name: &'static str, args: &[Value]) -> Result<()> {
        match self.call_frozen(name, args, Cont::Spread, 0)? {
            Called::Value(value) => self.spread_returned(value),
            Called::Frame => Ok(()),
        }
    }

    pub(crate) fn op_unpack_star(&mut self, w: u64) -> Result<()> {
        let source = self.reg(op::b(w));
        let (before, after) = (Value::int(op::s(w) as i64), Value::int(op::c(w) as i64));
        self.frozen_spread("_unpack_star", &[source, before, after])
    }

    pub(crate) fn op_format(&mut self, w: u64) -> Result<()> {
        let value = self.reg(op::b(w));
        let conversion = op::s(w);
        let dst = op::a(w);
        let spec = if w as u8 == op::FORMATS { self.reg(op::c(w)) } else { Value::EMPTY_STR };
        if self.heap.is_str(value) && conversion <= 1 && spec == Value::EMPTY_STR {
            self.set_reg(dst, value);
            return Ok(());
        }
        // Without a conversion `__format__` decides, with one and no spec the text of the value is all.
        let text = match conversion {
            0 => crate::builtins::quick_format(self, value, spec)?,
            1 if spec == Value::EMPTY_STR => crate::builtins::quick_str(self, value)?,
            2 if spec == Value::EMPTY_STR => crate::builtins::quick_repr(self, value)?,
            _ => None,
        };
        if let Some(text) = text {
            self.set_reg(dst, text);
            return Ok(());
        }
        let value = self.reg(op::b(w));
        let spec = if w as u8 == op::FORMATS { self.reg(op::c(w)) } else { Value::EMPTY_STR };
        self.frozen_into("_format", &[value, Value::int(conversion as i64), spec], dst)
    }

    pub(crate) fn op_slice(&mut self, w: u64) -> Result<()> {
        let (b, n) = (op::b(w), op::c(w));
        let (start, stop) = (self.reg(b), self.reg(b + 1));
        let step = if n > 2 { self.reg(b + 2) } else { Value::NONE };
        let made = self.heap.new_triple(Kind::Slice, start, stop, step);
        let slice = self.grant_memory(made)?;
        self.set_reg(op::a(w), slice);
        Ok(())
    }
}
