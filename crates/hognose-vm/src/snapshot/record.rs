//! Records and iterators: what their fields may be, by type. A type that is not here is refused.

use super::error::{Fault, SnapshotError};
use super::wanted::Wanted;
use crate::builtins::operator::plainness;
use crate::heap::Kind;
use crate::heap::header::size;
use crate::object::iter::ITER_WORDS;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Most iterators that step each other without a frame.
const MOST_DEPTH: u64 = 6;

/// Fields of a record.
fn record_fields(kind: Type) -> Option<&'static [Wanted]> {
    use Wanted::*;
    Some(match kind {
        Type::Object => &[],
        Type::Property => &[VisibleOrNull; 6],
        Type::StaticMethod | Type::ClassMethod => &[Visible, IsOrNull(Kind::Dict)],
        Type::Super => &[Visible, Visible, Visible],
        Type::MemberDescriptor | Type::GetSetDescriptor => &[Str, Is(Kind::Class)],
        Type::Traceback => &[Entry, Code, Count, Is(Kind::Dict), VisibleOrNull],
        Type::Frame => &[Code, Is(Kind::Dict), Count, Visible, VisibleOrNull],
        Type::MappingProxy => &[Visible],
        Type::DictKeys | Type::DictValues | Type::DictItems => &[Is(Kind::Dict)],
        Type::GenericAlias => &[Visible, Is(Kind::Tuple), Visible],
        Type::Union => &[Is(Kind::Tuple)],
        Type::TupleGetter => &[Count, Visible],
        Type::Array => &[Is(Kind::ByteArray), Count],
        Type::Deque => &[IsOrNull(Kind::Array), Count, Count, Visible, Count],
        Type::ConsoleText | Type::ConsoleReader | Type::ConsoleWriter => &[Count, Visible],
        Type::RegexPattern => &[Visible, Count, Is(Kind::Bytes), Is(Kind::Dict), Is(Kind::Tuple)],
        Type::RegexMatch => &[Visible, Visible, Is(Kind::Tuple)],
        Type::RegexScanner => &[Visible, Visible, Count, Count, Count],
        Type::CoroutineWrapper => &[Is(Kind::Generator)],
        Type::AsyncGeneratorStep | Type::AsyncGeneratorThrow => &[Is(Kind::Generator), Visible, Count],
        _ => return None,
    })
}

/// Fields x, y and z of an iterator; x may also be None, once it has ended.
fn iter_fields(kind: Type) -> Option<[Wanted; 3]> {
    use Wanted::*;
    Some(match kind {
        Type::ListIterator | Type::ListReverseIterator => [Is(Kind::List), Null, Null],
        Type::TupleIterator => [Is(Kind::Tuple), Null, Null],
        Type::RangeIterator => [Int, Null, Null],
        Type::LongRangeIterator => [Is(Kind::Range), Index, Null],
        Type::StrIterator | Type::StrAsciiIterator => [Str, Null, Null],
        Type::BytesIterator => [Is(Kind::Bytes), Null, Null],
        Type::ByteArrayIterator => [Is(Kind::ByteArray), Null, Null],
        Type::MemoryIterator => [Is(Kind::MemoryView), Null, Null],
        Type::DictKeyIterator
        | Type::DictValueIterator
        | Type::DictItemIterator
        | Type::DictReverseKeyIterator
        | Type::DictReverseValueIterator
        | Type::DictReverseItemIterator => [Is(Kind::Dict), Null, Null],
        Type::SetIterator => [Visible, Null, Null],
        Type::ArrayIterator | Type::DequeIterator | Type::DequeReverseIterator => {
            [Is(Kind::Record), Null, Null]
        }
        Type::CallableIterator => [Visible, Visible, Null],
        Type::SequenceIterator => [Visible, Null, Null],
        Type::Enumerate => [Visible, Index, Null],
        Type::Zip => [Is(Kind::Tuple), Null, Null],
        Type::Map => [Is(Kind::Tuple), Visible, Null],
        Type::Filter => [Visible, Visible, Null],
        Type::Reversed => [Visible, Null, Null],
        _ => return None,
    })
}

impl Vm<'_> {
    pub(crate) fn check_record(&self, object: Value) -> Result<(), Fault> {
        let kind = Type::from_index(self.heap.aux(object));
        let fields = record_fields(kind).ok_or("a record of a type that has none")?;
        if self.heap.size(object) != 2 + fields.len() {
            return Err("a number of fields that its type does not have");
        }
        for (i, &wanted) in fields.iter().enumerate() {
            if !self.heap.fits(self.heap.record_field(object, i), wanted) {
                return Err("a field with what it is not for");
            }
        }
        if matches!(kind, Type::Deque | Type::Array)
            && !self.brought(kind).is_some_and(|brought| (brought.is_sound)(self, object))
        {
            return Err("a container that cannot be");
        }
        Ok(())
    }

    pub(crate) fn check_iter(&self, object: Value) -> Result<(), Fault> {
        debug_assert_eq!(ITER_WORDS, 6);
        let kind = Type::from_index(self.heap.aux(object));
        let fields = iter_fields(kind).ok_or("an iterator of a type that has none")?;
        let [x, y, z] = [3, 4, 5].map(|i| self.heap.field(object, i));
        let (a, b) = (self.heap.word(object, 1), self.heap.word(object, 2));
        // Those over others end when these do, and have nothing to say so.
        let ends =
            !matches!(kind, Type::RangeIterator | Type::Enumerate | Type::Zip | Type::Map | Type::Filter);
        let ended = ends && x.is_none();
        let all = [x, y, z];
        if (0..3).any(|i| !self.heap.fits(all[i], fields[i]) && !(i == 0 && ended)) {
            return Err("a field with what it is not for");
        }
        // The index of everything but ranges counts items or bytes.
        if a > u32::MAX as u64 && kind != Type::RangeIterator {
            return Err("an index beyond any sequence");
        }
        match kind {
            Type::RangeIterator => {
                let Some(step) = x.as_int() else { return Err("a field with what it is not for") };
                let last = a as i64 as i128 + step as i128 * b.saturating_sub(1) as i128;
                let fits = |n: i128| i64::try_from(n).is_ok_and(Value::fits);
                if b != 0 && !(fits(a as i64 as i128) && fits(last)) {
                    return Err("numbers beyond inline integers");
                }
            }
            Type::ArrayIterator if !ended && !self.heap.is_record(x, Type::Array) => {
                return Err("a field with what it is not for");
            }
            Type::DequeIterator | Type::DequeReverseIterator
                if !ended && !self.heap.is_record(x, Type::Deque) =>
            {
                return Err("a field with what it is not for");
            }
            Type::SetIterator if !ended && !matches!(self.heap.kind(x), Kind::Set | Kind::FrozenSet) => {
                return Err("a field with what it is not for");
            }
            Type::StrIterator | Type::StrAsciiIterator | Type::Reversed if self.heap.is_str(x) => {
                let text = self.heap.text(x);
                let a = a as usize;
                if a > text.len() || text.get(a).is_some_and(|byte| byte & 0xC0 == 0x80) {
                    return Err("an index inside a character");
                }
            }
            Type::Enumerate | Type::Zip | Type::Map | Type::Filter => self.check_nesting(object)?,
            _ => {}
        }
        Ok(())
    }

    /// How deep an iterator steps others without a frame, as it says itself.
    fn depth(&self, iterator: Value) -> u64 {
        if self.heap.is_iter(iterator, Type::Enumerate) {
            self.heap.word(iterator, 1)
        } else if self.heap.is_iter(iterator, Type::Zip) || self.heap.is_iter(iterator, Type::Map) {
            self.heap.word(iterator, 2)
        } else {
            0
        }
    }

    /// Iterators that step others natively are deeper than those, and not deep: so stepping them ends.
    fn check_nesting(&self, object: Value) -> Result<(), Fault> {
        let depth = self.depth(object);
        if depth > MOST_DEPTH {
            return Err("deeper than it can be");
        }
        if depth == 0 {
            return Ok(());
        }
        let inner = self.heap.field(object, 3);
        let plain = |value| {
            let inner = plainness(self, value);
            inner != 0 && inner < depth
        };
        let all = if self.heap.is_iter(object, Type::Enumerate) {
            plain(inner)
        } else {
            self.heap.items(inner).iter().all(|&word| plain(Value(word)))
        };
        if all { Ok(()) } else { Err("not deeper than what it steps") }
    }

    /// Going from traceback to traceback ends, and so does going from class to base.
    pub(crate) fn check_chains(&mut self) -> Result<(), SnapshotError> {
        self.check_chain("a traceback that leads back to itself", |vm, at| {
            let entry = Value::object(at as u32);
            vm.heap.is_record(entry, Type::Traceback).then(|| vm.heap.record_field(entry, 0))
        })?;
        self.check_chain("a class that is derived from itself", |vm, at| {
            let class = Value::object(at as u32);
            vm.heap.is_class(class).then(|| vm.heap.class_base(class))
        })
    }

    /// `next` gives what follows an object that is part of a chain.
    fn check_chain(
        &mut self,
        what: Fault,
        next: impl Fn(&Self, usize) -> Option<Value>,
    ) -> Result<(), SnapshotError> {
        // Two bits of every object: seen on this way, seen on any way.
        self.clear_bits();
        let mut first = 1;
        while first < self.heap.top {
            for way in 0..2 {
                let mut at = first;
                while let Some(value) = next(self, at) {
                    if self.bit(at + 1) {
                        break;
                    }
                    if way == 0 && self.bit(at) {
                        return Err(self.object_error(at, what));
                    }
                    self.set_bit(at + way);
                    if !value.is_object() {
                        break;
                    }
                    at = value.offset();
                }
            }
            first += size(self.heap.mem[first]);
        }
        Ok(())
    }
}
