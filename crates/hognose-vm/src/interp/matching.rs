//! The `match` statement.

use crate::heap::Kind;
use crate::lower::op;
use crate::native::Result;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

impl Vm<'_> {
    pub(crate) fn op_match_mapping(&mut self, w: u64) -> Result<()> {
        let subject = self.unwrap(self.reg(op::b(w)));
        let is = matches!(self.builtin_type_of(subject), Type::Dict | Type::MappingProxy);
        if !is && self.is_user_object(subject) {
            return self.frozen_into("_is_mapping", &[subject], op::a(w));
        }
        self.set_reg(op::a(w), Value::bool(is));
        Ok(())
    }

    pub(crate) fn op_match_sequence(&mut self, w: u64) -> Result<()> {
        let subject = self.unwrap(self.reg(op::b(w)));
        let is = matches!(
            self.builtin_type_of(subject),
            Type::List | Type::Tuple | Type::Range | Type::MemoryView | Type::Deque | Type::Array
        );
        if !is && self.is_user_object(subject) {
            return self.frozen_into("_is_sequence", &[subject], op::a(w));
        }
        self.set_reg(op::a(w), Value::bool(is));
        Ok(())
    }

    pub(crate) fn op_match_keys(&mut self, w: u64) -> Result<()> {
        let (subject, keys) = (self.reg(op::b(w)), self.reg(op::c(w)));
        self.frozen_into("_match_keys", &[subject, keys], op::a(w))
    }

    pub(crate) fn op_match_class(&mut self, w: u64) -> Result<()> {
        let a = op::a(w);
        let (subject, class, names) = (self.reg(a), self.reg(a + 1), self.reg(a + 2));
        self.frozen_into("_match_class", &[subject, class, names, Value::int(op::b(w) as i64)], a)
    }

    pub(crate) fn op_get_len(&mut self, w: u64) -> Result<()> {
        let subject = self.reg(op::b(w));
        let n = match self.heap.kind(subject) {
            Kind::List | Kind::Tuple => self.heap.items(subject).len(),
            _ => return self.frozen_into("_len", &[subject], op::a(w)),
        };
        self.set_reg(op::a(w), Value::int(n as i64));
        Ok(())
    }
}
