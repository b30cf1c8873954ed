//! Comparisons and membership beyond numbers.

use super::frame::Cont;
use crate::heap::Kind;
use crate::lower::op;
use crate::names;
use crate::native::Result;
use crate::object::class;
use crate::object::dict::{Lookup, Place};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;
use core::cmp::Ordering;

/// Method names by operator number: `< <= == != > >=`.
pub(crate) const METHODS: [Value; 6] = [
    names::DUNDER_LT,
    names::DUNDER_LE,
    names::DUNDER_EQ,
    names::DUNDER_NE,
    names::DUNDER_GT,
    names::DUNDER_GE,
];
/// The operator with sides exchanged.
pub(crate) const REFLECTED: [u8; 6] = [4, 5, 2, 3, 0, 1];
const TEXTS: [&str; 6] = ["<", "<=", "==", "!=", ">", ">="];

/// Does that order satisfy the operator?
pub(crate) fn satisfies(op: u8, order: Ordering) -> bool {
    match op {
        0 => order.is_lt(),
        1 => order.is_le(),
        2 => order.is_eq(),
        3 => order.is_ne(),
        4 => order.is_gt(),
        _ => order.is_ge(),
    }
}

/// Operator and operands of a comparing instruction.
fn decode(vm: &Vm<'_>, w: u64) -> (u8, Value, Value) {
    match w as u8 {
        op::CMPJ => (op::s(w) & 15, vm.reg(op::a(w)), vm.reg(op::b(w))),
        op::CMPIJ => (op::s(w) & 15, vm.reg(op::a(w)), Value::int(op::b(w) as u16 as i16 as i64)),
        _ => (op::s(w) & 15, vm.reg(op::b(w)), vm.reg(op::c(w))),
    }
}

impl Vm<'_> {
    /// Ends a comparing instruction with its result: a register, or a jump on its truth.
    fn finish_compare(&mut self, value: Value) -> Result<()> {
        let w = self.current();
        if matches!(w as u8, op::CMPJ | op::CMPIJ) {
            return self.with_truth(value);
        }
        self.set_reg(op::a(w), value);
        Ok(())
    }

    pub(crate) fn op_compare(&mut self, w: u64) -> Result<()> {
        let (operator, left, right) = decode(self, w);
        if operator & !1 == 2 && self.heap.is_str(left) && self.heap.is_str(right) {
            let equal = self.heap.str_eq(left, right);
            return self.finish_compare(Value::bool(equal == (operator == 2)));
        }
        if let Some(truth) = self.compare_builtin(operator.min(5), left, right) {
            return self.finish_compare(Value::bool(truth));
        }
        self.compare_methods(operator.min(5), left, right)
    }

    /// A comparison that needs no Python code; None when it may.
    pub(crate) fn compare_builtin(&self, operator: u8, left: Value, right: Value) -> Option<bool> {
        if self.heap.is_number(left) && self.heap.is_number(right) {
            if operator == 2 || operator == 3 {
                return Some(self.heap.numbers_equal(left, right) == (operator == 2));
            }
            if self.heap.is_kind(left, Kind::Complex) || self.heap.is_kind(right, Kind::Complex) {
                return None;
            }
            return Some(self.number_order(left, right).is_some_and(|order| satisfies(operator, order)));
        }
        if self.heap.is_str(left) && self.heap.is_str(right) {
            if left == right {
                return Some(satisfies(operator, Ordering::Equal));
            }
            // Order of code points is the order of generalised UTF-8 bytes.
            return Some(satisfies(operator, self.heap.text(left).cmp(&self.heap.text(right))));
        }
        if let (Some(a), Some(b)) = (self.heap.bytes_like(left), self.heap.bytes_like(right)) {
            return Some(satisfies(operator, a.cmp(b)));
        }
        if operator == 2 || operator == 3 {
            if left == right && self.is_reflexive(left) {
                return Some(operator == 2);
            }
            if !self.is_user_object(left) && !self.is_user_object(right) {
                if let Some(equal) = self.heap.quick_eq(left, right, 0) {
                    return Some(equal == (operator == 2));
                }
            }
            if let (Kind::Instance, Kind::Instance) = (self.heap.kind(left), self.heap.kind(right)) {
                let flags = self.heap.class_flags(self.heap.instance_class(left))
                    | self.heap.class_flags(self.heap.instance_class(right));
                if flags & (class::HAS_EQ | class::HAS_PAYLOAD) == 0 {
                    return Some((left == right) == (operator == 2));
                }
            }
        }
        None
    }

    /// Values for which identity means `==`, whatever they hold.
    fn is_reflexive(&self, value: Value) -> bool {
        if !value.is_object() {
            return !value.is_float();
        }
        matches!(
            self.heap.kind(value),
            Kind::Str
                | Kind::Bytes
                | Kind::BigInt
                | Kind::Function
                | Kind::Class
                | Kind::Generator
                | Kind::Module
                | Kind::ByteArray
        )
    }

    /// The methods of the operands' classes; the general case of built-in containers is frozen code.
    fn compare_methods(&mut self, operator: u8, left: Value, right: Value) -> Result<()> {
        let (lc, rc) = (self.type_of(left), self.type_of(right));
        let reflected = METHODS[REFLECTED[operator as usize] as usize];
        let dst = 0;
        if lc != rc && self.is_subclass(rc, lc) {
            if let Some(method) = self.find_operator(rc, reflected) {
                return self.call_special(method, &[right, left], Cont::CompareLast, dst);
            }
            if operator == 3 {
                if let Some(method) = self.find_operator(rc, names::DUNDER_EQ) {
                    return self.compare_ne_by_eq(method, right, left, Cont::CompareLast, dst);
                }
            }
        }
        if let Some(method) = self.find_operator(lc, METHODS[operator as usize]) {
            return self.call_special(method, &[left, right], Cont::Compare, dst);
        }
        if operator == 3 {
            // `!=` without a method of its own is the opposite of `==`.
            if let Some(method) = self.find_operator(lc, names::DUNDER_EQ) {
                return self.compare_ne_by_eq(method, left, right, Cont::Compare, 0);
            }
        }
        self.compare_second(operator, left, right)
    }

    fn compare_ne_by_eq(
        &mut self,
        method: Value,
        left: Value,
        right: Value,
        cont: Cont,
        dst: u16,
    ) -> Result<()> {
        let mark = self.heap.held_mark();
        let (m, l, r) = (self.heap.hold(method), self.heap.hold(left), self.heap.hold(right));
        let function = self.frozen_function("_ne_by_eq");
        let (method, left, right) = (self.heap.held(m), self.heap.held(l), self.heap.held(r));
        self.heap.release_to(mark);
        self.call_then(function?, &[method, left, right], cont, dst)
    }

    /// The left side has no user method (or declined): the reflected one of the right side.
    fn compare_second(&mut self, operator: u8, left: Value, right: Value) -> Result<()> {
        let rc = self.type_of(right);
        if let Some(method) = self.find_operator(rc, METHODS[REFLECTED[operator as usize] as usize]) {
            return self.call_special(method, &[right, left], Cont::CompareLast, 0);
        }
        if operator == 3 {
            if let Some(method) = self.find_operator(rc, names::DUNDER_EQ) {
                return self.compare_ne_by_eq(method, right, left, Cont::CompareLast, 0);
            }
        }
        self.compare_last(operator, left, right)
    }

    /// Built-in behaviour: containers, views, identity, TypeError.
    fn compare_last(&mut self, operator: u8, left: Value, right: Value) -> Result<()> {
        let (l, r) = (self.unwrap(left), self.unwrap(right));
        if l != left || r != right {
            if let Some(truth) = self.compare_builtin(operator, l, r) {
                return self.finish_compare(Value::bool(truth));
            }
        }
        let container = |vm: &Self, v: Value| {
            matches!(
                vm.builtin_type_of(v),
                Type::List
                    | Type::Tuple
                    | Type::Dict
                    | Type::Set
                    | Type::FrozenSet
                    | Type::DictKeys
                    | Type::DictItems
                    | Type::Range
                    | Type::Slice
                    | Type::MemoryView
                    | Type::Method
                    | Type::Builtin
                    | Type::MappingProxy
                    | Type::GenericAlias
                    | Type::Union
                    | Type::Cell
            )
        };
        if let Some(truth) = crate::builtins::quick_compare(self, operator, l, r) {
            return self.finish_compare(Value::bool(truth));
        }
        let code = |vm: &Self, v: Value| matches!(vm.heap.kind(v), Kind::Code | Kind::CodeStub);
        if code(self, l) && code(self, r) && (operator == 2 || operator == 3) {
            return self.finish_compare(Value::bool(self.same_code(l, r) == (operator == 2)));
        }
        if container(self, l) || container(self, r) {
            let mark = self.heap.held_mark();
            let (lp, rp) = (self.heap.hold(l), self.heap.hold(r));
            let function = self.frozen_function("_compare");
            let (l, r) = (self.heap.held(lp), self.heap.held(rp));
            self.heap.release_to(mark);
            return self.call_then(function?, &[Value::int(operator as i64), l, r], Cont::CompareLast, 1);
        }
        if operator == 2 || operator == 3 {
            return self.finish_compare(Value::bool((left == right) == (operator == 2)));
        }
        Err(self.not_comparable(operator, left, right))
    }

    #[cold]
    pub(crate) fn not_comparable(&mut self, operator: u8, left: Value, right: Value) -> crate::native::Trap {
        self.raise_with(Type::TypeError, |vm, out| {
            write!(out, "'{}' not supported between instances of '", TEXTS[operator as usize % 6])?;
            vm.write_type_name(left, out)?;
            out.write_str("' and '")?;
            vm.write_type_name(right, out)?;
            out.write_str("'")
        })
    }

    pub(crate) fn compare_returned(&mut self, _dst: u16, value: Value) -> Result<()> {
        if value != Value::NOT_IMPLEMENTED {
            return self.finish_compare(value);
        }
        let w = self.current();
        let (operator, left, right) = decode(self, w);
        self.compare_second(operator.min(5), left, right)
    }

    /// `dst` 1: the frozen comparison of containers declined.
    pub(crate) fn compare_last_returned(&mut self, dst: u16, value: Value) -> Result<()> {
        if value != Value::NOT_IMPLEMENTED {
            return self.finish_compare(value);
        }
        let w = self.current();
        let (operator, left, right) = decode(self, w);
        let operator = operator.min(5);
        if dst == 1 {
            if operator == 2 || operator == 3 {
                return self.finish_compare(Value::bool((left == right) == (operator == 2)));
            }
            return Err(self.not_comparable(operator, left, right));
        }
        let (lc, rc) = (self.type_of(left), self.type_of(right));
        if lc != rc && self.is_subclass(rc, lc) {
            // The reflected method of the derived class was first; now the plain one, and then nothing.
            if let Some(method) = self.find_operator(lc, METHODS[operator as usize]) {
                return self.call_special(method, &[left, right], Cont::CompareLast, 1);
            }
            if operator == 3 {
                if let Some(method) = self.find_operator(lc, names::DUNDER_EQ) {
                    return self.compare_ne_by_eq(method, left, right, Cont::CompareLast, 1);
                }
            }
        }
        self.compare_last(operator, left, right)
    }

    pub(crate) fn op_contains(&mut self, w: u64) -> Result<()> {
        let (item, container) = (self.reg(op::b(w)), self.reg(op::c(w)));
        if let Some(truth) = self.contains_builtin(item, container)? {
            return self.finish_truth(truth);
        }
        let (item, container) = (self.reg(op::b(w)), self.reg(op::c(w)));
        let class = self.type_of(container);
        if let Some(method) = self.find_operator(class, names::DUNDER_CONTAINS) {
            if method.is_none() {
                return Err(self.raise_with(Type::TypeError, |vm, out| {
                    out.write_str("'")?;
                    vm.write_type_name(container, out)?;
                    out.write_str("' object is not a container")
                }));
            }
            return self.call_special(method, &[container, item], Cont::Contains, 0);
        }
        let mark = self.heap.held_mark();
        let (i, c) = (self.heap.hold(item), self.heap.hold(container));
        let function = self.frozen_function("_contains");
        let (item, container) = (self.heap.held(i), self.heap.held(c));
        self.heap.release_to(mark);
        self.call_then(function?, &[container, item], Cont::Contains, 0)
    }

    /// Membership that needs no Python code; None when it may.
    pub(crate) fn contains_builtin(&mut self, item: Value, container: Value) -> Result<Option<bool>> {
        match self.heap.kind(container) {
            Kind::List | Kind::Tuple => {
                let n = self.heap.items(container).len();
                self.charge(n);
                let mut answer = Some(false);
                for i in 0..n {
                    let found = Value(self.heap.items(container)[i]);
                    let equal = if found == item {
                        Some(true)
                    } else if self.is_user_object(found) || self.is_user_object(item) {
                        self.compare_builtin(2, found, item)
                    } else {
                        self.heap.quick_eq(found, item, 0)
                    };
                    match equal {
                        Some(true) => return Ok(Some(true)),
                        Some(false) => {}
                        None => {
                            answer = None;
                            break;
                        }
                    }
                }
                Ok(answer)
            }
            Kind::Dict | Kind::Set | Kind::FrozenSet => {
                match self.heap.find_place(container, item) {
                    Place::At(_) => return Ok(Some(true)),
                    Place::Missing(_) => return Ok(Some(false)),
                    Place::Unknown => {}
                }
                let place = self.heap.hold(item);
                let c = self.heap.hold(container);
                let hash = self.heap.table_hash(item);
                let (item, container) = (self.heap.held(place), self.heap.held(c));
                self.heap.release(place);
                let Ok(hash) = hash else { return Ok(None) };
                Ok(match self.heap.find(container, item, hash) {
                    Lookup::Found(_) => Some(true),
                    Lookup::Missing => Some(false),
                    Lookup::Ask { .. } => None,
                })
            }
            _ if self.heap.is_str(container) && self.heap.is_str(item) => {
                let (text, part) = (self.heap.text(container), self.heap.text(item));
                if let ([byte], true) = (&*part, text.len() <= 5) {
                    let cost = crate::text::search::cost_find(text.len(), 1);
                    let found = text.contains(byte);
                    self.charge(cost as usize / 8);
                    return Ok(Some(found));
                }
                let cost = crate::text::search::cost_find(text.len(), part.len());
                let found = crate::text::search::find(&text, &part).is_some();
                self.charge(cost as usize / 8);
                Ok(Some(found))
            }
            Kind::Range | Kind::Record | Kind::Bytes | Kind::ByteArray => {
                Ok(crate::builtins::quick_contains(self, item, container))
            }
            _ => Ok(None),
        }
    }
}
