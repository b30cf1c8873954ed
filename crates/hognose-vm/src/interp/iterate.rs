//! Iteration: making iterators and taking their next item.

use super::call::Called;
use super::frame::Cont;
use crate::heap::{Kind, Root};
use crate::lower::op;
use crate::names;
use crate::native::{Result, Trap};
use crate::object::dict::ORDERED;
use crate::object::generator::State;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Next item of a built-in iterator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// The item.
    Item(Value),
    /// There are no more.
    End,
    /// Python code must be run for it: call `__next__` the general way.
    Ask,
}

impl Vm<'_> {
    pub(crate) fn op_get_iter(&mut self, w: u64) -> Result<()> {
        let value = self.reg(op::b(w));
        let dst = op::a(w);
        if let Some(iterator) = self.iter_builtin(value)? {
            self.set_reg(dst, iterator);
            return Ok(());
        }
        let value = self.reg(op::b(w));
        let class = self.type_of(value);
        if let Some(method) = self.find_in_type(class, names::DUNDER_ITER) {
            if method.is_none() {
                return Err(self.not_iterable(value));
            }
            return self.call_special(method, &[value], Cont::Iter, dst as u16);
        }
        if self.find_in_type(class, names::DUNDER_GETITEM).is_some() && self.is_user_object(value) {
            let made = self.heap.new_iter(Type::SequenceIterator, 0, 0, value, Value::NULL, Value::NULL);
            let iterator = self.grant_memory(made)?;
            self.set_reg(dst, iterator);
            return Ok(());
        }
        Err(self.not_iterable(value))
    }

    #[cold]
    pub(crate) fn not_iterable(&mut self, value: Value) -> Trap {
        self.raise_with(Type::TypeError, |vm, out| {
            out.write_str("'")?;
            vm.write_type_name(value, out)?;
            out.write_str("' object is not iterable")
        })
    }

    /// An iterator over a built-in object; None when Python code decides.
    pub(crate) fn iter_builtin(&mut self, value: Value) -> Result<Option<Value>> {
        let kind = self.heap.kind(value);
        let made = match kind {
            Kind::Iter | Kind::Generator => {
                if kind == Kind::Generator
                    && self.heap.generator_flavour(value) != crate::object::generator::Flavour::Generator
                {
                    return Ok(None);
                }
                return Ok(Some(value));
            }
            Kind::List => self.heap.new_iter(Type::ListIterator, 0, 0, value, Value::NULL, Value::NULL),
            Kind::Tuple => self.heap.new_iter(Type::TupleIterator, 0, 0, value, Value::NULL, Value::NULL),
            Kind::Dict => {
                let n = self.heap.dict_len(value) as u64;
                self.heap.new_iter(Type::DictKeyIterator, 0, n, value, Value::NULL, Value::NULL)
            }
            Kind::Set | Kind::FrozenSet => {
                let n = self.heap.dict_len(value) as u64;
                self.heap.new_iter(Type::SetIterator, 0, n, value, Value::NULL, Value::NULL)
            }
            Kind::Bytes => self.heap.new_iter(Type::BytesIterator, 0, 0, value, Value::NULL, Value::NULL),
            Kind::ByteArray => {
                self.heap.new_iter(Type::ByteArrayIterator, 0, 0, value, Value::NULL, Value::NULL)
            }
            Kind::MemoryView => {
                self.heap.new_iter(Type::MemoryIterator, 0, 0, value, Value::NULL, Value::NULL)
            }
            Kind::Range => {
                let parts = [self.heap.field(value, 1), self.heap.field(value, 2), self.heap.field(value, 3)];
                match (parts[0].as_index(), parts[1].as_index(), parts[2].as_index()) {
                    (Some(start), Some(stop), Some(step)) => {
                        let n = range_len(start, stop, step);
                        self.heap.new_iter(
                            Type::RangeIterator,
                            start as u64,
                            n,
                            Value::int(step),
                            Value::NULL,
                            Value::NULL,
                        )
                    }
                    _ => self.heap.new_iter(Type::LongRangeIterator, 0, 0, value, parts[0], Value::NULL),
                }
            }
            _ if self.heap.is_str(value) => {
                let kind = if self.heap.is_ascii(value) { Type::StrAsciiIterator } else { Type::StrIterator };
                self.heap.new_iter(kind, 0, 0, value, Value::NULL, Value::NULL)
            }
            _ => return crate::builtins::iter_record(self, value),
        };
        self.grant_memory(made).map(Some)
    }

    pub(crate) fn op_for_iter(&mut self, w: u64) -> Result<()> {
        let iterator = self.reg(op::a(w));
        if self.heap.is_kind(iterator, Kind::Generator) {
            match self.heap.generator_state(iterator) {
                State::Running => return Err(self.already_executing(iterator)),
                State::Finished => {
                    self.iterator_ended(w);
                    return Ok(());
                }
                _ => return self.resume(iterator, Value::NONE, Cont::For, op::b(w) as u16),
            }
        }
        match self.next_builtin(iterator)? {
            Next::Item(value) => {
                self.set_reg(op::b(w), value);
                if op::s(w) != 0 {
                    self.pc += 1;
                }
                Ok(())
            }
            Next::End => {
                self.iterator_ended(w);
                Ok(())
            }
            Next::Ask => {
                let iterator = self.reg(op::a(w));
                let class = self.type_of(iterator);
                let Some(next) = self.find_in_type(class, names::DUNDER_NEXT) else {
                    return Err(self.raise_with(Type::TypeError, |vm, out| {
                        out.write_str("'")?;
                        vm.write_type_name(iterator, out)?;
                        out.write_str("' object is not an iterator")
                    }));
                };
                let fp = self.heap.floor;
                match self.call_values(next, &[iterator], Cont::For, op::b(w) as u16) {
                    Ok(Called::Value(value)) => {
                        self.set_reg(op::b(w), value);
                        if op::s(w) != 0 {
                            self.pc += 1;
                        }
                        Ok(())
                    }
                    Ok(Called::Frame) => Ok(()),
                    Err(Trap::Raised) if self.heap.floor == fp && self.is_raised(Type::StopIteration) => {
                        self.heap.set_root(Root::Raised, Value::NULL);
                        self.iterator_ended(w);
                        Ok(())
                    }
                    Err(trap) => Err(trap),
                }
            }
        }
    }

    /// The iterator of a `for` has no more: jumps out of the loop.
    pub(crate) fn iterator_ended(&mut self, w: u64) {
        if op::s(w) == 0 {
            self.take_jump(op::c(w) as u16 as i16 as isize);
        }
    }

    /// Next item of a built-in iterator, without Python code.
    pub fn next_builtin(&mut self, iterator: Value) -> Result<Next> {
        if !self.heap.is_kind(iterator, Kind::Iter) {
            return Ok(Next::Ask);
        }
        let kind = Type::from_index(self.heap.aux(iterator));
        let source = self.heap.field(iterator, 3);
        let i = self.heap.word(iterator, 1) as usize;
        let value = match kind {
            Type::RangeIterator => {
                let left = self.heap.word(iterator, 2);
                if left == 0 {
                    return Ok(Next::End);
                }
                let value = self.heap.word(iterator, 1) as i64;
                self.heap.set_word(iterator, 1, value.wrapping_add(source.raw_int()) as u64);
                self.heap.set_word(iterator, 2, left - 1);
                return Ok(Next::Item(Value::int(value)));
            }
            _ if source.is_none() => return Ok(Next::End),
            Type::ListIterator | Type::TupleIterator => {
                self.heap.items(source).get(i).map(|&word| Value(word))
            }
            Type::StrIterator | Type::StrAsciiIterator => {
                let text = self.heap.text(source);
                match crate::text::utf8::decode(&text, i) {
                    Some((_, width)) => {
                        let value = Value::short_str(&text[i..i + width]);
                        self.heap.set_word(iterator, 1, (i + width) as u64);
                        return Ok(value.map_or(Next::End, Next::Item));
                    }
                    None => None,
                }
            }
            Type::BytesIterator => self.heap.blob(source).get(i).map(|&b| Value::int(b as i64)),
            Type::ByteArrayIterator => self.heap.bytearray(source).get(i).map(|&b| Value::int(b as i64)),
            Type::DictKeyIterator | Type::DictValueIterator | Type::DictItemIterator | Type::SetIterator => {
                return self.next_of_table(iterator, source, i, kind);
            }
            _ => return crate::builtins::next_other(self, iterator, kind),
        };
        match value {
            Some(value) => {
                self.heap.set_word(iterator, 1, i as u64 + 1);
                Ok(Next::Item(value))
            }
            None => {
                self.heap.set_field(iterator, 3, Value::NONE);
                Ok(Next::End)
            }
        }
    }

    fn next_of_table(&mut self, iterator: Value, source: Value, i: usize, kind: Type) -> Result<Next> {
        // The length at the beginning, and above it how many entries were given so far.
        let word = self.heap.word(iterator, 2);
        let (expected, given) = (word as u32, word >> 32);
        if expected as usize != self.heap.dict_len(source) || word == u64::MAX {
            self.heap.set_word(iterator, 2, u64::MAX);
            let what = if kind == Type::SetIterator {
                "Set changed size during iteration"
            } else if self.heap.flags(source) & ORDERED != 0 {
                "OrderedDict mutated during iteration"
            } else {
                "dictionary changed size during iteration"
            };
            return Err(self.raise(Type::RuntimeError, what));
        }
        let Some(entry) = self.heap.next_entry(source, i) else {
            self.heap.set_field(iterator, 3, Value::NONE);
            return Ok(Next::End);
        };
        if given >= u64::from(expected) && kind != Type::SetIterator {
            self.heap.set_field(iterator, 3, Value::NONE);
            return Err(self.raise(Type::RuntimeError, "dictionary keys changed during iteration"));
        }
        self.heap.set_word(iterator, 1, entry as u64 + 1);
        self.heap.set_word(iterator, 2, word + (1 << 32));
        let key = self.heap.entry_key(source, entry);
        Ok(Next::Item(match kind {
            Type::DictValueIterator => self.heap.entry_value(source, entry),
            Type::DictItemIterator => {
                let value = self.heap.entry_value(source, entry);
                let made = self.heap.new_tuple(&[key, value]);
                self.grant_memory(made)?
            }
            _ => key,
        }))
    }

    /// What `__iter__` gave must be an iterator.
    pub(crate) fn check_iterator(&mut self, value: Value) -> Result<()> {
        if matches!(self.heap.kind(value), Kind::Iter | Kind::Generator) {
            return Ok(());
        }
        let class = self.type_of(value);
        if self.find_in_type(class, names::DUNDER_NEXT).is_some() {
            return Ok(());
        }
        Err(self.raise_with(Type::TypeError, |vm, out| {
            out.write_str("iter() returned non-iterator of type '")?;
            vm.write_type_name(value, out)?;
            out.write_str("'")
        }))
    }

    pub(crate) fn op_get_yield_from_iter(&mut self, w: u64) -> Result<()> {
        let value = self.reg(op::b(w));
        if self.heap.is_kind(value, Kind::Generator) {
            use crate::object::generator::Flavour;
            let inside = crate::object::code::COROUTINE;
            if self.heap.generator_flavour(value) == Flavour::Coroutine
                && self.heap.code_flags(self.frame_code()) & inside == 0
            {
                return Err(self.raise(
                    Type::TypeError,
                    "cannot 'yield from' a coroutine object in a non-coroutine generator",
                ));
            }
            self.set_reg(op::a(w), value);
            return Ok(());
        }
        self.op_get_iter(w)
    }

    // Asynchronous iteration and awaiting: rare enough for frozen code.

    pub(crate) fn op_get_aiter(&mut self, w: u64) -> Result<()> {
        let value = self.reg(op::b(w));
        self.frozen_into("_get_aiter", &[value], op::a(w))
    }

    pub(crate) fn op_get_anext(&mut self, w: u64) -> Result<()> {
        let value = self.reg(op::b(w));
        self.frozen_into("_get_anext", &[value], op::a(w))
    }

    pub(crate) fn op_end_async_for(&mut self, w: u64) -> Result<()> {
        let exception = self.reg(op::a(w) + 1);
        if self.heap.is_exception(exception) && self.exception_base(exception).is_a(Type::StopAsyncIteration)
        {
            return Ok(());
        }
        self.op_reraise(op::word(op::RERAISE, 0, op::a(w) as u16 + 1, 0, 0))
    }

    pub(crate) fn op_get_awaitable(&mut self, w: u64) -> Result<()> {
        let value = self.reg(op::a(w));
        if self.heap.is_kind(value, Kind::Generator)
            && self.heap.generator_flavour(value) == crate::object::generator::Flavour::Coroutine
        {
            if !self.delegate(value).is_null() && self.heap.generator_state(value) == State::Suspended {
                return Err(self.raise(Type::RuntimeError, "coroutine is being awaited already"));
            }
            return Ok(());
        }
        self.frozen_into("_get_awaitable", &[value, Value::int(op::s(w) as i64)], op::a(w))
    }
}

/// Number of items of a range of inline integers; the step is not 0.
pub fn range_len(start: i64, stop: i64, step: i64) -> u64 {
    let (low, high, step) = if step > 0 { (start, stop, step) } else { (stop, start, step.wrapping_neg()) };
    if low >= high || step <= 0 { 0 } else { ((high - low - 1) as u64) / step as u64 + 1 }
}
