//! Binary and unary operators beyond the loop's own arms: built-in operands, then methods of classes.

use super::call::Called;
use super::frame::Cont;
use crate::heap::Kind;
use crate::lower::op;
use crate::names;
use crate::native::{Result, native_value};
use crate::object::class;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;
use hognose_image::isa::BinaryOp;

/// Name of the method, of the reflected one, of the in-place one.
pub(crate) fn methods(op: BinaryOp) -> (Value, Value, Value) {
    use names::*;
    match op {
        BinaryOp::Add => (DUNDER_ADD, DUNDER_RADD, DUNDER_IADD),
        BinaryOp::Sub => (DUNDER_SUB, DUNDER_RSUB, DUNDER_ISUB),
        BinaryOp::Mul => (DUNDER_MUL, DUNDER_RMUL, DUNDER_IMUL),
        BinaryOp::TrueDiv => (DUNDER_TRUEDIV, DUNDER_RTRUEDIV, DUNDER_ITRUEDIV),
        BinaryOp::FloorDiv => (DUNDER_FLOORDIV, DUNDER_RFLOORDIV, DUNDER_IFLOORDIV),
        BinaryOp::Mod => (DUNDER_MOD, DUNDER_RMOD, DUNDER_IMOD),
        BinaryOp::Pow => (DUNDER_POW, DUNDER_RPOW, DUNDER_IPOW),
        BinaryOp::LShift => (DUNDER_LSHIFT, DUNDER_RLSHIFT, DUNDER_ILSHIFT),
        BinaryOp::RShift => (DUNDER_RSHIFT, DUNDER_RRSHIFT, DUNDER_IRSHIFT),
        BinaryOp::And => (DUNDER_AND, DUNDER_RAND, DUNDER_IAND),
        BinaryOp::Or => (DUNDER_OR, DUNDER_ROR, DUNDER_IOR),
        BinaryOp::Xor => (DUNDER_XOR, DUNDER_RXOR, DUNDER_IXOR),
        BinaryOp::MatMul => (DUNDER_MATMUL, DUNDER_RMATMUL, DUNDER_IMATMUL),
    }
}

/// The operator, whether in place, and both operands of the running instruction.
fn decode(vm: &Vm<'_>, w: u64) -> (BinaryOp, bool, Value, Value) {
    let left = vm.reg(op::b(w));
    match w as u8 {
        op::ADDI | op::SUBI => {
            let n = Value::int(op::c(w) as u16 as i16 as i64);
            let operator = if w as u8 == op::ADDI { BinaryOp::Add } else { BinaryOp::Sub };
            (operator, op::s(w) & 1 != 0, left, n)
        }
        code => {
            let operator = BinaryOp::from_byte(code - op::ADD).unwrap_or(BinaryOp::Add);
            (operator, op::s(w) & 1 != 0, left, vm.reg(op::c(w)))
        }
    }
}

impl Vm<'_> {
    pub(crate) fn op_binary(&mut self, w: u64) -> Result<()> {
        let (operator, in_place, left, right) = decode(self, w);
        let dst = op::a(w);
        match self.binary_builtin(operator, in_place, left, right) {
            Ok(Some(value)) => {
                self.set_reg(dst, value);
                return Ok(());
            }
            Ok(None) => {}
            Err(trap) => {
                if let Called::Value(value) = self.follow(trap, Cont::Normal, dst as u16)? {
                    self.set_reg(dst, value);
                }
                return Ok(());
            }
        }
        let (_, _, left, right) = decode(self, w);
        if in_place {
            let class = self.type_of(left);
            if let Some(method) = self.find_operator(class, methods(operator).2) {
                return self.call_special(method, &[left, right], Cont::InPlace, dst as u16);
            }
        }
        self.binary_methods(operator, left, right, dst as u16)
    }

    /// Does the value's class come from a script?
    pub(crate) fn is_user_object(&self, value: Value) -> bool {
        matches!(self.heap.kind(value), Kind::Instance | Kind::Exception | Kind::Class)
    }

    /// The methods of the operands' classes, the reflected one first when the right class is derived from the left one.
    fn binary_methods(&mut self, operator: BinaryOp, left: Value, right: Value, dst: u16) -> Result<()> {
        let (name, reflected, _) = methods(operator);
        let (lc, rc) = (self.type_of(left), self.type_of(right));
        let right_method = if lc != rc { self.find_operator(rc, reflected) } else { None };
        if let Some(method) = right_method {
            if self.is_subclass(rc, lc) && self.find_in_type(lc, reflected) != Some(method) {
                return self.call_special(method, &[right, left], Cont::BinaryLast, dst);
            }
        }
        if let Some(method) = self.find_operator(lc, name) {
            return self.call_special(method, &[left, right], Cont::Binary, dst);
        }
        let (l, r) = (self.unwrap(left), self.unwrap(right));
        if right_method.is_some() && self.knows_number(l, r) {
            return self.binary_last(dst);
        }
        if let Some(method) = right_method {
            // The left operand may still be an instance of a built-in's subclass that knows the answer.
            return self.call_special(method, &[right, left], Cont::BinaryLast, dst);
        }
        self.binary_last(dst)
    }

    /// Do the methods of the left number's type know what to do with the right one?
    fn knows_number(&self, left: Value, right: Value) -> bool {
        if self.heap.is_integer(left) {
            return self.heap.is_integer(right);
        }
        if left.is_float() {
            return right.is_float() || self.heap.is_integer(right);
        }
        self.heap.is_number(left) && self.heap.is_number(right)
    }

    /// After a method of a class declined: have the classes the last word on both sides, as no built-in type that they leave
    /// the operator to knows such operands?
    fn is_declined(&mut self, operator: BinaryOp, in_place: bool, left: Value, right: Value) -> bool {
        let (l, r) = (self.unwrap(left), self.unwrap(right));
        if in_place && matches!(self.heap.kind(l), Kind::List | Kind::ByteArray) {
            return false;
        }
        let (name, reflected, _) = methods(operator);
        let (lc, rc) = (self.type_of(left), self.type_of(right));
        let own = [self.find_user(lc, name).is_some(), lc == rc || self.find_user(rc, reflected).is_some()];
        let numbers = self.heap.is_number(l) || self.heap.is_number(r);
        let knows = [
            !numbers || self.knows_number(l, r),
            if numbers {
                self.knows_number(r, l)
            } else {
                matches!(self.heap.kind(l), Kind::Dict | Kind::Set | Kind::FrozenSet)
                    || matches!(operator, BinaryOp::Mul)
                        && (self.heap.is_str(r)
                            || matches!(
                                self.heap.kind(r),
                                Kind::List | Kind::Tuple | Kind::Bytes | Kind::ByteArray
                            ))
            },
        ];
        (own[0] || own[1]) && (own[0] || !knows[0]) && (own[1] || !knows[1])
    }

    fn binary_declined(&mut self, dst: u16) -> Result<()> {
        let (operator, in_place, left, right) = decode(self, self.current());
        if self.is_declined(operator, in_place, left, right) {
            return Err(self.unsupported_types(operator, in_place, left, right));
        }
        self.binary_last(dst)
    }

    /// Nothing but the built-in behaviour of what instances have inside is left.
    fn binary_last(&mut self, dst: u16) -> Result<()> {
        let (operator, in_place, left, right) = decode(self, self.current());
        match crate::builtins::payload_binary(self, operator, in_place, left, right) {
            Ok(Some(value)) => {
                self.set_reg(dst as usize, value);
                return Ok(());
            }
            Ok(None) => {}
            Err(trap) => {
                if let Called::Value(value) = self.follow(trap, Cont::Normal, dst)? {
                    self.set_reg(dst as usize, value);
                }
                return Ok(());
            }
        }
        let (operator, in_place, left, right) = decode(self, self.current());
        Err(self.unsupported(operator, in_place, left, right))
    }

    /// TypeError for operands that do not go together.
    #[cold]
    pub(crate) fn unsupported(
        &mut self,
        operator: BinaryOp,
        in_place: bool,
        left: Value,
        right: Value,
    ) -> crate::native::Trap {
        if matches!(operator, BinaryOp::Add) {
            // Sequences have messages of their own.
            let l = self.unwrap(left);
            let name = match self.builtin_type_of(l) {
                Type::Str => Some("str"),
                Type::List => Some("list"),
                Type::Tuple => Some("tuple"),
                _ => None,
            };
            if let Some(name) = name {
                return self.raise_with(Type::TypeError, |vm, out| {
                    write!(out, "can only concatenate {name} (not \"")?;
                    vm.write_type_name(right, out)?;
                    write!(out, "\") to {name}")
                });
            }
            if matches!(self.builtin_type_of(l), Type::Bytes | Type::ByteArray) {
                return self.raise_with(Type::TypeError, |vm, out| {
                    out.write_str("can't concat ")?;
                    vm.write_type_name(right, out)?;
                    out.write_str(" to ")?;
                    vm.write_type_name(left, out)
                });
            }
        }
        if matches!(operator, BinaryOp::Mul) {
            let sequence =
                |t: Type| matches!(t, Type::Str | Type::List | Type::Tuple | Type::Bytes | Type::ByteArray);
            let (lt, rt) = (self.builtin_type_of(left), self.builtin_type_of(right));
            // What is some sort of container itself does not look at the right side in place.
            let container = |t: Type| {
                matches!(t, Type::Dict | Type::Set | Type::FrozenSet | Type::Range | Type::MemoryView)
            };
            if sequence(lt) || sequence(rt) && !(in_place && container(lt)) {
                let other = if sequence(lt) { right } else { left };
                return self.raise_with(Type::TypeError, |vm, out| {
                    out.write_str("can't multiply sequence by non-int of type '")?;
                    vm.write_type_name(other, out)?;
                    out.write_str("'")
                });
            }
        }
        self.unsupported_types(operator, in_place, left, right)
    }

    #[cold]
    fn unsupported_types(
        &mut self,
        operator: BinaryOp,
        in_place: bool,
        left: Value,
        right: Value,
    ) -> crate::native::Trap {
        self.raise_with(Type::TypeError, |vm, out| {
            let text = match (operator, in_place) {
                (BinaryOp::Pow, false) => "** or pow()",
                (operator, _) => operator.text(),
            };
            write!(out, "unsupported operand type(s) for {text}{}: '", if in_place { "=" } else { "" })?;
            vm.write_type_name(left, out)?;
            out.write_str("' and '")?;
            vm.write_type_name(right, out)?;
            out.write_str("'")?;
            // As CPython helps those who come from Python 2.
            if matches!(operator, BinaryOp::RShift) && !in_place && vm.is_print(left) {
                out.write_str(". Did you mean \"print(<message>, file=<output_stream>)\"?")?;
            }
            Ok(())
        })
    }

    /// The built-in `print`?
    fn is_print(&self, value: Value) -> bool {
        let print = crate::builtins::find_function(b"print");
        print.is_some_and(|i| value == native_value(crate::builtins::BUILTINS_TABLE, i))
    }

    pub(crate) fn binary_returned(&mut self, dst: u16, value: Value) -> Result<()> {
        if value != Value::NOT_IMPLEMENTED {
            self.set_reg(dst as usize, value);
            return Ok(());
        }
        let w = self.current();
        let (operator, _, left, right) = decode(self, w);
        let (lc, rc) = (self.type_of(left), self.type_of(right));
        if lc != rc {
            if let Some(method) = self.find_operator(rc, methods(operator).1) {
                return self.call_special(method, &[right, left], Cont::BinaryLast, dst);
            }
        }
        self.binary_declined(dst)
    }

    pub(crate) fn binary_last_returned(&mut self, dst: u16, value: Value) -> Result<()> {
        if value != Value::NOT_IMPLEMENTED {
            self.set_reg(dst as usize, value);
            return Ok(());
        }
        let w = self.current();
        let (operator, _, left, right) = decode(self, w);
        // The reflected method was asked first and declined: the plain one is next, once.
        let (lc, rc) = (self.type_of(left), self.type_of(right));
        if self.is_subclass(rc, lc) && lc != rc {
            if let Some(method) = self.find_operator(lc, methods(operator).0) {
                return match self.call_values(method, &[left, right], Cont::Unary, dst)? {
                    Called::Value(v) if v != Value::NOT_IMPLEMENTED => {
                        self.set_reg(dst as usize, v);
                        Ok(())
                    }
                    Called::Value(_) => self.binary_declined(dst),
                    Called::Frame => Ok(()),
                };
            }
        }
        self.binary_declined(dst)
    }

    pub(crate) fn in_place_returned(&mut self, dst: u16, value: Value) -> Result<()> {
        if value != Value::NOT_IMPLEMENTED {
            self.set_reg(dst as usize, value);
            return Ok(());
        }
        let w = self.current();
        let (operator, _, left, right) = decode(self, w);
        self.binary_methods(operator, left, right, dst)
    }

    pub(crate) fn op_unary(&mut self, w: u64) -> Result<()> {
        let value = self.reg(op::b(w));
        let dst = op::a(w);
        let inner = if self.is_user_object(value) { value } else { self.unwrap(value) };
        if let Some(result) = self.unary_builtin(w as u8, inner)? {
            self.set_reg(dst, result);
            return Ok(());
        }
        let value = self.reg(op::b(w));
        let (name, text) = match w as u8 {
            op::NEG => (names::DUNDER_NEG, "-"),
            op::POS => (names::DUNDER_POS, "+"),
            _ => (names::DUNDER_INVERT, "~"),
        };
        let class = self.type_of(value);
        if let Some(method) = self.find_operator(class, name) {
            return self.call_special(method, &[value], Cont::Unary, dst as u16);
        }
        let payload = self.unwrap(value);
        if payload != value {
            if let Some(result) = self.unary_builtin(w as u8, payload)? {
                self.set_reg(dst, result);
                return Ok(());
            }
        }
        let value = self.reg(op::b(w));
        Err(self.raise_with(Type::TypeError, |vm, out| {
            write!(out, "bad operand type for unary {text}: '")?;
            vm.write_type_name(value, out)?;
            out.write_str("'")
        }))
    }

    /// A binary operator on built-in operands; None: these types do not know it (or a class must be asked first).
    pub(crate) fn binary_builtin(
        &mut self,
        operator: BinaryOp,
        in_place: bool,
        left: Value,
        right: Value,
    ) -> Result<Option<Value>> {
        if self.heap.is_number(left) && self.heap.is_number(right) {
            return self.number_binary(operator, left, right);
        }
        // A subclass of a built-in on either side may override the operator.
        if self.is_user_object(left) || self.is_user_object(right) {
            let _ = class::HAS_PAYLOAD;
            return Ok(None);
        }
        crate::builtins::sequence_binary(self, operator, in_place, left, right)
    }
}
