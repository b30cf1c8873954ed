//! Matching exceptions, `with`, `except*`.

use crate::heap::Kind;
use crate::lower::op;
use crate::native::Result;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

impl Vm<'_> {
    pub(crate) fn op_match_exception(&mut self, w: u64) -> Result<()> {
        let (exception, kind) = (self.reg(op::b(w)), self.reg(op::c(w)));
        let matched = self.exception_matches(exception, kind)?;
        self.set_reg(op::a(w), Value::bool(matched));
        Ok(())
    }

    /// Does an exception match what stands after `except`?
    pub(crate) fn exception_matches(&mut self, exception: Value, kind: Value) -> Result<bool> {
        let class = self.type_of(exception);
        if self.heap.is_kind(kind, Kind::Tuple) {
            for i in 0..self.heap.tuple_len(kind) {
                let item = self.heap.item(kind, i);
                if !(self.is_type(item) && self.is_exception_class(item)) {
                    return Err(self.raise(
                        Type::TypeError,
                        "catching classes that do not inherit from BaseException is not allowed",
                    ));
                }
            }
            return Ok(
                (0..self.heap.tuple_len(kind)).any(|i| self.is_subclass(class, self.heap.item(kind, i)))
            );
        }
        if !(self.is_type(kind) && self.is_exception_class(kind)) {
            return Err(self.raise(
                Type::TypeError,
                "catching classes that do not inherit from BaseException is not allowed",
            ));
        }
        Ok(self.is_subclass(class, kind))
    }

    pub(crate) fn op_match_group(&mut self, w: u64) -> Result<()> {
        let (exception, kind) = (self.reg(op::a(w)), self.reg(op::a(w) + 1));
        self.frozen_spread("_match_group", &[exception, kind])
    }

    pub(crate) fn op_prepare_reraise_star(&mut self, w: u64) -> Result<()> {
        let (original, list) = (self.reg(op::a(w)), self.reg(op::a(w) + 1));
        self.frozen_into("_prepare_reraise_star", &[original, list], op::a(w))
    }

    pub(crate) fn op_before_with(&mut self, w: u64) -> Result<()> {
        let manager = self.reg(op::a(w));
        self.frozen_spread("_with_enter", &[manager])
    }

    pub(crate) fn op_before_async_with(&mut self, w: u64) -> Result<()> {
        let manager = self.reg(op::a(w));
        self.frozen_spread("_async_with_enter", &[manager])
    }

    pub(crate) fn op_with_except(&mut self, w: u64) -> Result<()> {
        let (exit, exception) = (self.reg(op::a(w)), self.reg(op::a(w) + 2));
        let class = self.type_of(exception);
        let traceback = if self.heap.is_exception(exception) {
            self.heap.field(exception, crate::object::exception::E_TRACEBACK)
        } else {
            Value::NONE
        };
        self.call_into(exit, &[class, exception, traceback], op::a(w) + 3)
    }

    pub(crate) fn op_print_expression(&mut self, w: u64) -> Result<()> {
        let value = self.reg(op::a(w));
        self.frozen_discard("_print_expression", &[value])
    }

    pub(crate) fn op_setup_annotations(&mut self, _w: u64) -> Result<()> {
        let namespace = self.namespace();
        if !self.heap.is_kind(namespace, Kind::Dict) {
            return self.frozen_discard("_setup_annotations", &[namespace]);
        }
        if self.heap.get_str(namespace, crate::names::DUNDER_ANNOTATIONS).is_none() {
            let made = self.heap.new_dict();
            let dict = self.grant_memory(made)?;
            let namespace = self.namespace();
            let made = self.heap.set_str(namespace, crate::names::DUNDER_ANNOTATIONS, dict);
            self.grant_memory(made)?;
        }
        Ok(())
    }
}
