//! Method resolution order, and which base decides what instances look like.

use crate::heap::{Held, Kind};
use crate::native::{Result, Trap};
use crate::object::class;
use crate::object::tuple::tuple_words;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Most work of one merge of orders: beyond it the class is refused.
const MOST_STEPS: usize = 1 << 24;

/// Has the type a layout of its own, beyond that of its base?
fn is_solid(kind: Type) -> bool {
    if !kind.is_exception() {
        return kind != Type::Bool;
    }
    matches!(
        kind,
        Type::BaseException
            | Type::BaseExceptionGroup
            | Type::StopIteration
            | Type::SystemExit
            | Type::ImportError
            | Type::OSError
            | Type::SyntaxError
            | Type::UnicodeDecodeError
            | Type::UnicodeEncodeError
            | Type::UnicodeTranslateError
            | Type::AttributeError
            | Type::NameError
    )
}

/// The nearest base with a layout of its own, the type itself included.
fn solid_type(kind: Type) -> Type {
    let mut at = kind;
    while !is_solid(at) && at != Type::Object {
        at = at.base();
    }
    at
}

impl Vm<'_> {
    /// Length of the method resolution order of any type.
    pub(crate) fn mro_len(&self, class: Value) -> usize {
        match class.as_builtin_type() {
            Some(t) => {
                let (mut at, mut n) = (Type::from_index(t), 1);
                n += (at == Type::ExceptionGroup) as usize;
                while at != Type::Object {
                    at = at.base();
                    n += 1;
                }
                n
            }
            None if self.heap.is_class(class) => self.heap.tuple_len(self.heap.class_mro(class)),
            None => 0,
        }
    }

    /// Item of the method resolution order of any type, below its length.
    pub(crate) fn mro_item(&self, class: Value, i: usize) -> Value {
        match class.as_builtin_type() {
            Some(t) => {
                let mut at = Type::from_index(t);
                if at == Type::ExceptionGroup && i >= 2 {
                    // Its second base comes after the first.
                    const REST: [Type; 3] = [Type::Exception, Type::BaseException, Type::Object];
                    return REST[(i - 2).min(2)].value();
                }
                for _ in 0..i {
                    at = at.base();
                }
                at.value()
            }
            None => self.heap.item(self.heap.class_mro(class), i),
        }
    }

    /// The merged order of bases, with a free first place for the class itself: a tuple. May reserve and move.
    pub(crate) fn merge_orders(&mut self, bases: Held) -> Result {
        let n = self.heap.tuple_len(self.heap.held(bases));
        let mut total = 1;
        for k in 0..n {
            total += self.mro_len(self.heap.item(self.heap.held(bases), k));
        }
        let steps = if n == 1 { total } else { total.saturating_mul(total) };
        if steps > MOST_STEPS {
            return Err(self.raise(Type::OverflowError, "too many base classes"));
        }
        self.charge(steps / 8);
        self.reserve(tuple_words(total) + tuple_words(n + 1) + tuple_words(total))?;
        let bases = self.heap.held(bases);
        let merged = self.heap.alloc_array(total, Value::NONE);
        let next = self.heap.alloc_array(n + 1, Value::int(0));
        let mut len = 1;
        loop {
            match self.next_in_merge(bases, next, n) {
                Ok(None) => break,
                Ok(Some(class)) => {
                    // Every class comes once, so there is room for it.
                    self.heap.set_item(merged, len.min(total - 1), class);
                    len += 1;
                    self.advance_merge(bases, next, n, class);
                }
                Err(()) => return Err(self.inconsistent_order(bases, next, n)),
            }
        }
        let order = self.heap.alloc_tuple(len);
        for i in 1..len {
            let item = self.heap.item(merged, i);
            self.heap.set_item(order, i, item);
        }
        Ok(order)
    }

    /// Length of the k-th order to merge: those of the bases, then the bases themselves.
    fn order_len(&self, bases: Value, n: usize, k: usize) -> usize {
        if k == n { n } else { self.mro_len(self.heap.item(bases, k)) }
    }

    fn order_item(&self, bases: Value, n: usize, k: usize, i: usize) -> Value {
        if k == n { self.heap.item(bases, i) } else { self.mro_item(self.heap.item(bases, k), i) }
    }

    fn order_next(&self, next: Value, k: usize) -> usize {
        self.heap.item(next, k).raw_int() as usize
    }

    /// The next class of a merge: the first head that is in no tail. None at the end, an error when all heads are blocked.
    fn next_in_merge(&self, bases: Value, next: Value, n: usize) -> core::result::Result<Option<Value>, ()> {
        let mut left = false;
        for k in 0..=n {
            let at = self.order_next(next, k);
            if at >= self.order_len(bases, n, k) {
                continue;
            }
            left = true;
            let candidate = self.order_item(bases, n, k, at);
            let blocked = (0..=n).any(|m| {
                let from = self.order_next(next, m) + 1;
                (from..self.order_len(bases, n, m)).any(|i| self.order_item(bases, n, m, i) == candidate)
            });
            if !blocked {
                return Ok(Some(candidate));
            }
        }
        if left { Err(()) } else { Ok(None) }
    }

    fn advance_merge(&mut self, bases: Value, next: Value, n: usize, class: Value) {
        for k in 0..=n {
            let at = self.order_next(next, k);
            if at < self.order_len(bases, n, k) && self.order_item(bases, n, k, at) == class {
                self.heap.set_item(next, k, Value::int(at as i64 + 1));
            }
        }
    }

    #[cold]
    fn inconsistent_order(&mut self, bases: Value, next: Value, n: usize) -> Trap {
        self.raise_with(Type::TypeError, |vm, out| {
            out.write_str("Cannot create a consistent method resolution\norder (MRO) for bases")?;
            let head = |k: usize| {
                let at = vm.order_next(next, k);
                if at < vm.order_len(bases, n, k) { Some(vm.order_item(bases, n, k, at)) } else { None }
            };
            let mut first = true;
            for k in 0..=n {
                let Some(class) = head(k) else { continue };
                if (0..k).any(|j| head(j) == Some(class)) {
                    continue;
                }
                out.write_str(if first { " " } else { ", " })?;
                vm.write_class_name(class, out)?;
                first = false;
            }
            Ok(())
        })
    }

    /// The nearest base that has a layout of its own, the class itself included.
    pub(crate) fn solid_base(&self, class: Value) -> Value {
        let mut at = class;
        loop {
            if let Some(t) = at.as_builtin_type() {
                return solid_type(Type::from_index(t)).value();
            }
            let slots = self.heap.class_slots(at);
            if self.heap.is_kind(slots, Kind::Tuple) && self.heap.tuple_len(slots) > 0 {
                return at;
            }
            at = self.heap.class_base(at);
        }
    }

    /// The base whose instances those of a new class are like; errors when there is none.
    pub(crate) fn best_base(&mut self, bases: Value) -> Result {
        let mut best = Type::Object.value();
        let mut winner = Value::NULL;
        for k in 0..self.heap.tuple_len(bases) {
            let base = self.heap.item(bases, k);
            if !self.is_type(base) {
                return Err(self.raise(Type::TypeError, "bases must be types"));
            }
            if base.as_builtin_type().is_some_and(|t| !Type::from_index(t).is_base_type()) {
                return Err(self.raise_with(Type::TypeError, |vm, out| {
                    out.write_str("type '")?;
                    vm.write_class_name(base, out)?;
                    out.write_str("' is not an acceptable base type")
                }));
            }
            let candidate = self.solid_base(base);
            if winner.is_null() || candidate != winner && self.is_subclass(candidate, winner) {
                winner = candidate;
                best = base;
            } else if !self.is_subclass(winner, candidate) {
                return Err(self.raise(Type::TypeError, "multiple bases have instance lay-out conflict"));
            }
        }
        Ok(best)
    }

    /// TypeError when a base is there twice.
    pub(crate) fn check_duplicates(&mut self, bases: Value) -> Result<()> {
        let n = self.heap.tuple_len(bases);
        if n.saturating_mul(n) > MOST_STEPS {
            return Err(self.raise(Type::OverflowError, "too many base classes"));
        }
        self.charge(n * n / 16);
        for i in 1..n {
            let base = self.heap.item(bases, i);
            if (0..i).any(|j| self.heap.item(bases, j) == base) {
                return Err(self.raise_with(Type::TypeError, |vm, out| {
                    out.write_str("duplicate base class ")?;
                    vm.write_class_name(base, out)
                }));
            }
        }
        Ok(())
    }

    /// Built-in type that decides the layout, and the flags that a class has from the classes of its order.
    pub(crate) fn inherited(&self, order: Value) -> (Type, u32) {
        let mut layout = Type::Object;
        let mut flags = 0;
        for i in 1..self.heap.tuple_len(order) {
            let base = self.heap.item(order, i);
            let of = match base.as_builtin_type() {
                Some(t) => t,
                None => {
                    flags |= self.heap.class_flags(base)
                        & (class::IS_EXCEPTION | class::IS_META | class::HAS_PAYLOAD | class::IS_ORDERED);
                    self.heap.class_layout(base).as_builtin_type().unwrap_or(0)
                }
            };
            let of = Type::from_index(of);
            let (old, new) = (solid_type(layout), solid_type(of));
            if layout == Type::Object || of.is_a(layout) || old != new && new.is_a(old) {
                layout = of;
            }
        }
        if layout.is_exception() {
            flags |= class::IS_EXCEPTION;
        } else if layout == Type::Type {
            flags |= class::IS_META;
        } else if layout != Type::Object {
            flags |= class::HAS_PAYLOAD;
        }
        (layout, flags)
    }

    /// Have instances of that type a dict?
    pub(crate) fn has_dict(&self, class: Value) -> bool {
        match class.as_builtin_type() {
            Some(t) => {
                let t = Type::from_index(t);
                t.is_exception()
                    || matches!(t, Type::Type | Type::Module | Type::StaticMethod | Type::ClassMethod)
            }
            None => self.heap.class_flags(class) & class::NO_DICT == 0,
        }
    }
}
