//! Constants: held back until it is clear that nothing folds them.
//!
//! A constant expression is not written at once. It waits on a list in the working memory, as two words: the node it stands
//! for, and its index in the pool, or [`LEAF`] for a literal that is not in the pool yet. An operator that finds its
//! operands there folds them as Python does; everything else writes what waits first.

use crate::Compiler;
use crate::fault::{Done, Fault};
use hognose_image::Constant;
use hognose_image::decimal::Decimal;
use hognose_image::isa::Op;
use hognose_syntax::literal;
use hognose_syntax::operator::{BinaryOp, Singleton, UnaryOp};
use hognose_syntax::span::Span;
use hognose_syntax::tree::{Kind, Node, NodeId};

/// A literal that is not in the pool yet.
const LEAF: u32 = u32::MAX;
/// `__debug__`, which is `True`.
const DEBUG: u32 = u32::MAX - 1;
/// `None` that no literal stands for.
const NONE: u32 = u32::MAX - 2;
/// `True` and `False` that came out of folding.
const TRUE: u32 = u32::MAX - 3;
const FALSE: u32 = u32::MAX - 4;

/// Longest string that folding makes, as in Python.
const LONGEST: u64 = 4096;

/// A number that can be computed with.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Number {
    Int(i128),
    Float(f64),
    Complex(f64, f64),
}

/// A constant that waits, as far as folding knows it.
#[derive(Clone, Copy, Debug)]
enum Value {
    Number(Number),
    Bool(bool),
    None,
    Ellipsis,
    /// A literal of text: its node.
    Str(NodeId),
    Bytes(NodeId),
    /// Something in the pool.
    Pool(u32),
    /// A literal that does not fit.
    Other(NodeId),
}

impl Compiler<'_, '_> {
    // What waits

    fn wait(&mut self, node: NodeId, index: u32) -> Done {
        if self.s.unit.dead {
            return Ok(());
        }
        self.s.words.add([node.to_word(), index])?;
        self.s.waiting += 1;
        Ok(())
    }

    /// Holds back a literal.
    pub(crate) fn literal(&mut self, node: NodeId) -> Done {
        self.wait(node, LEAF)
    }

    /// Holds back `__debug__`.
    pub(crate) fn debug(&mut self, node: NodeId) -> Done {
        self.wait(node, DEBUG)
    }

    /// Holds back a `None` at a node.
    pub(crate) fn none(&mut self, node: NodeId) -> Done {
        self.wait(node, NONE)
    }

    /// Holds back a constant of the pool.
    pub(crate) fn pooled(&mut self, node: NodeId, index: u32) -> Done {
        self.wait(node, index)
    }

    fn top(&self, depth: u32) -> (NodeId, u32) {
        let place = self.s.words.low().saturating_sub(2 * (depth + 1));
        (NodeId::from_word(self.s.words.get(place)), self.s.words.get(place + 1))
    }

    fn drop_waiting(&mut self, count: u32) {
        let low = self.s.words.low();
        self.s.words.cut(low.saturating_sub(2 * count));
        self.s.waiting = self.s.waiting.saturating_sub(count);
    }

    /// Writes what waits.
    #[inline]
    pub(crate) fn flush(&mut self) -> Done {
        if self.s.waiting == 0 { Ok(()) } else { self.write_waiting() }
    }

    fn write_waiting(&mut self) -> Done {
        let here = self.s.here;
        let count = self.s.waiting;
        for depth in (0..count).rev() {
            let (node, index) = self.top(depth);
            self.at(node);
            match self.value(node, index) {
                Value::None => self.raw(Op::None, 0, 0)?,
                Value::Bool(true) => self.raw(Op::True, 0, 0)?,
                Value::Bool(false) => self.raw(Op::False, 0, 0)?,
                Value::Ellipsis => self.raw(Op::Ellipsis, 0, 0)?,
                Value::Number(Number::Int(value)) if i32::try_from(value).is_ok() => {
                    self.raw(Op::Int, value as i32 as u32, 0)?;
                }
                _ => {
                    let index = self.intern_waiting(node, index)?;
                    self.raw(Op::Const, index, 0)?;
                }
            }
        }
        self.drop_waiting(count);
        self.s.here = here;
        Ok(())
    }

    /// Drops a constant that waits; says whether there was one.
    pub(crate) fn drop_constant(&mut self) -> bool {
        let there = self.s.waiting > 0;
        if there {
            self.drop_waiting(1);
        }
        there
    }

    /// Truth of the constant on top, if one waits there.
    pub(crate) fn constant_truth(&self) -> Option<bool> {
        if self.s.waiting == 0 {
            return None;
        }
        let (node, index) = self.top(0);
        match self.value(node, index) {
            Value::None => Some(false),
            Value::Bool(value) => Some(value),
            Value::Ellipsis => Some(true),
            Value::Number(Number::Int(value)) => Some(value != 0),
            Value::Number(Number::Float(value)) => Some(value != 0.0),
            Value::Number(Number::Complex(real, imag)) => Some(real != 0.0 || imag != 0.0),
            Value::Str(node) => Some(self.has_text(node)),
            Value::Bytes(node) => {
                let any = |_| Err(());
                Some(literal::decode_bytes(self.t.source(), self.t.span(node), any).is_err())
            }
            // Integers that do not fit are not zero.
            Value::Other(_) => Some(true),
            Value::Pool(index) => self.s.writer.constant_record(index).map(|record| record.len() > 1),
        }
    }

    fn has_text(&self, node: NodeId) -> bool {
        literal::decode_str(self.t.source(), self.t.span(node), self.s.characters.find, |_| Err(())).is_err()
    }

    fn value(&self, node: NodeId, index: u32) -> Value {
        match index {
            DEBUG | TRUE => return Value::Bool(true),
            FALSE => return Value::Bool(false),
            NONE => return Value::None,
            LEAF => {}
            _ => {
                return match self.s.writer.get(index) {
                    Some(Constant::Int(value)) => Value::Number(Number::Int(i128::from(value))),
                    Some(Constant::BigInt { negative, magnitude }) => match large_int(negative, magnitude) {
                        Some(value) => Value::Number(Number::Int(value)),
                        None => Value::Pool(index),
                    },
                    Some(Constant::Float(value)) => Value::Number(Number::Float(value)),
                    Some(Constant::Complex { real, imag }) => Value::Number(Number::Complex(real, imag)),
                    _ => Value::Pool(index),
                };
            }
        }
        let kind = self.t.kind(node);
        if let Some(number) = literal_number(kind, self.t.text(self.t.span(node))) {
            return Value::Number(number);
        }
        match self.t.node(node) {
            Node::Constant { value: Singleton::None } => Value::None,
            Node::Constant { value: Singleton::True } => Value::Bool(true),
            Node::Constant { value: Singleton::False } => Value::Bool(false),
            Node::Constant { value: Singleton::Ellipsis } => Value::Ellipsis,
            Node::Int {} => Value::Other(node),
            Node::Str {} => Value::Str(node),
            Node::Bytes {} => Value::Bytes(node),
            _ => Value::None,
        }
    }

    // The pool

    fn intern_waiting(&mut self, node: NodeId, index: u32) -> Result<u32, Fault> {
        let constant = match self.value(node, index) {
            Value::None => Constant::None,
            Value::Bool(true) => Constant::True,
            Value::Bool(false) => Constant::False,
            Value::Ellipsis => Constant::Ellipsis,
            Value::Number(number) => return self.number(number),
            Value::Pool(index) => return Ok(index),
            Value::Str(node) => return self.intern_str(node),
            Value::Bytes(node) => return self.intern_bytes(node),
            Value::Other(node) => return self.intern_int(node),
        };
        Ok(self.s.writer.constant(&constant)?)
    }

    /// The text of a string literal, in the pool.
    pub(crate) fn intern_str(&mut self, node: NodeId) -> Result<u32, Fault> {
        self.stage_str(node)?;
        Ok(self.s.writer.staged_str()?)
    }

    fn stage_str(&mut self, node: NodeId) -> Done {
        let find = self.s.characters.find;
        let writer = &mut self.s.writer;
        let decoded = literal::decode_str(self.t.source(), self.t.span(node), find, |code| {
            let (bytes, len) = utf8(code);
            writer.stage(bytes.get(..len).unwrap_or(&[]))
        });
        decoded_or_space(decoded)
    }

    /// A part of an f-string, added to the text that is being put together.
    pub(crate) fn stage_part(&mut self, span: Span, form: hognose_syntax::tree::TextForm) -> Done {
        let find = self.s.characters.find;
        let writer = &mut self.s.writer;
        let decoded = literal::decode_part(self.t.source(), span, form, find, |code| {
            let (bytes, len) = utf8(code);
            writer.stage(bytes.get(..len).unwrap_or(&[]))
        });
        decoded_or_space(decoded)
    }

    fn stage_bytes(&mut self, node: NodeId) -> Done {
        let writer = &mut self.s.writer;
        let decoded = literal::decode_bytes(self.t.source(), self.t.span(node), |byte| writer.stage(&[byte]));
        decoded_or_space(decoded)
    }

    fn intern_bytes(&mut self, node: NodeId) -> Result<u32, Fault> {
        self.stage_bytes(node)?;
        Ok(self.s.writer.staged_bytes()?)
    }

    /// An integer literal of more than 64 bits. Its magnitude is computed in the free working memory.
    fn intern_int(&mut self, node: NodeId) -> Result<u32, Fault> {
        let text = self.t.text(self.t.span(node));
        let (base, digits) = literal::int_digits(text);
        let low = self.s.words.low();
        for digit in digits {
            let mut carry = u64::from(digit);
            for place in low..self.s.words.low() {
                let value = u64::from(self.s.words.get(place)) * u64::from(base) + carry;
                self.s.words.set(place, value as u32);
                carry = value >> 32;
            }
            if carry > 0 {
                self.s.words.add([carry as u32])?;
            }
        }
        self.intern_magnitude(low, false)
    }

    /// A large integer of the words from a place on, low ones first, which are dropped.
    fn intern_magnitude(&mut self, low: u32, negative: bool) -> Result<u32, Fault> {
        for place in low..self.s.words.low() {
            let word = self.s.words.get(place);
            self.s.words.set(place, word.to_le());
        }
        let magnitude: &[u8] = bytemuck::cast_slice(self.s.words.from(low));
        let index = self.s.writer.constant(&Constant::BigInt { negative, magnitude });
        self.s.words.cut(low);
        Ok(index?)
    }

    // Folding

    /// An operator of one operand, with its operand there.
    pub(crate) fn unary(&mut self, node: NodeId, op: UnaryOp) -> Done {
        if self.s.waiting > 0 {
            if let Some(index) = self.fold_unary(op)? {
                self.drop_waiting(1);
                return self.wait(node, index);
            }
        }
        self.at(node);
        self.op(match op {
            UnaryOp::Invert => Op::Invert,
            UnaryOp::Not => Op::Not,
            UnaryOp::UAdd => Op::Positive,
            UnaryOp::USub => Op::Negative,
        })
    }

    fn fold_unary(&mut self, op: UnaryOp) -> Result<Option<u32>, Fault> {
        let (node, index) = self.top(0);
        if op == UnaryOp::Not {
            let truth = self.constant_truth();
            return Ok(truth.map(|truth| if truth { FALSE } else { TRUE }));
        }
        let value = self.value(node, index);
        if let (UnaryOp::USub, Value::Other(node)) = (op, value) {
            let index = self.intern_int(node)?;
            return self.negated(index).map(Some);
        }
        let number = match value {
            Value::Number(number) => number,
            Value::Bool(value) => Number::Int(i128::from(value)),
            _ => return Ok(None),
        };
        let folded = match (op, number) {
            (UnaryOp::USub, Number::Int(value)) => value.checked_neg().map(Number::Int),
            (UnaryOp::USub, Number::Float(value)) => Some(Number::Float(-value)),
            (UnaryOp::USub, Number::Complex(real, imag)) => Some(Number::Complex(-real, -imag)),
            (UnaryOp::UAdd, number) => Some(number),
            (UnaryOp::Invert, Number::Int(value)) => Some(Number::Int(!value)),
            _ => None,
        };
        folded.map(|number| self.number(number)).transpose()
    }

    /// The negative of a large integer of the pool.
    fn negated(&mut self, index: u32) -> Result<u32, Fault> {
        let low = self.s.words.low();
        let mut count = 0;
        loop {
            let byte = match self.s.writer.get(index) {
                Some(Constant::BigInt { magnitude, .. }) => magnitude.get(count).copied(),
                _ => None,
            };
            let Some(byte) = byte else { break };
            if count % 4 == 0 {
                self.s.words.add([0])?;
            }
            let place = low + (count / 4) as u32;
            let word = self.s.words.get(place) | u32::from(byte) << (8 * (count % 4));
            self.s.words.set(place, word);
            count += 1;
        }
        self.intern_magnitude(low, true)
    }

    /// A number in the pool.
    fn number(&mut self, number: Number) -> Result<u32, Fault> {
        let constant = match number {
            Number::Int(value) => {
                let magnitude = value.unsigned_abs().to_le_bytes();
                return Ok(self
                    .s
                    .writer
                    .constant(&Constant::BigInt { negative: value < 0, magnitude: &magnitude })?);
            }
            Number::Float(value) => Constant::Float(value),
            Number::Complex(real, imag) => Constant::Complex { real, imag },
        };
        Ok(self.s.writer.constant(&constant)?)
    }

    /// Folds an operator of two operands, both there; says whether it could.
    pub(crate) fn fold_binary(&mut self, node: NodeId, op: BinaryOp) -> Result<bool, Fault> {
        if self.s.waiting < 2 {
            return Ok(false);
        }
        let (left_node, left_index) = self.top(1);
        let (right_node, right_index) = self.top(0);
        let left = self.value(left_node, left_index);
        let right = self.value(right_node, right_index);
        let number = |value| match value {
            Value::Number(number) => Some(number),
            Value::Bool(value) => Some(Number::Int(i128::from(value))),
            _ => None,
        };
        let logic = matches!(op, BinaryOp::BitAnd | BinaryOp::BitOr | BinaryOp::BitXor);
        let folded = match (number(left), number(right)) {
            // `True & False` is no integer.
            _ if logic && matches!((left, right), (Value::Bool(_), Value::Bool(_))) => None,
            (Some(left), Some(right)) => {
                fold_numbers(op, left, right).map(|number| self.number(number)).transpose()?
            }
            (None, Some(Number::Int(count))) if op == BinaryOp::Mult => self.repeated(left, count)?,
            (Some(Number::Int(count)), None) if op == BinaryOp::Mult => self.repeated(right, count)?,
            (None, None) if op == BinaryOp::Add => self.joined(left, right)?,
            _ => None,
        };
        match folded {
            Some(index) => {
                self.drop_waiting(2);
                self.wait(node, index)?;
                Ok(true)
            }
            None => Ok(false),
        }
    }

    /// A literal of text or bytes, repeated.
    fn repeated(&mut self, value: Value, count: i128) -> Result<Option<u32>, Fault> {
        let mut len = 0u64;
        let source = self.t.source();
        match value {
            Value::Str(node) => {
                let _ = literal::decode_str(source, self.t.span(node), self.s.characters.find, |_| {
                    len += 1;
                    Ok::<(), ()>(())
                });
            }
            Value::Bytes(node) => {
                let _ = literal::decode_bytes(source, self.t.span(node), |_| {
                    len += 1;
                    Ok::<(), ()>(())
                });
            }
            _ => return Ok(None),
        }
        let count = u64::try_from(count).unwrap_or(0);
        if count.saturating_mul(len) > LONGEST || count > LONGEST {
            return Ok(None);
        }
        match value {
            Value::Str(node) => {
                for _ in 0..count {
                    self.stage_str(node)?;
                }
                Ok(Some(self.s.writer.staged_str()?))
            }
            Value::Bytes(node) => {
                for _ in 0..count {
                    self.stage_bytes(node)?;
                }
                Ok(Some(self.s.writer.staged_bytes()?))
            }
            _ => Ok(None),
        }
    }

    /// Two literals of text, or of bytes, as one.
    fn joined(&mut self, left: Value, right: Value) -> Result<Option<u32>, Fault> {
        match (left, right) {
            (Value::Str(left), Value::Str(right)) => {
                self.stage_str(left)?;
                self.stage_str(right)?;
                Ok(Some(self.s.writer.staged_str()?))
            }
            (Value::Bytes(left), Value::Bytes(right)) => {
                self.stage_bytes(left)?;
                self.stage_bytes(right)?;
                Ok(Some(self.s.writer.staged_bytes()?))
            }
            _ => Ok(None),
        }
    }

    /// Makes a tuple or frozenset of the last constants if that many wait.
    pub(crate) fn fold_items(&mut self, node: NodeId, count: u32, is_set: bool) -> Result<bool, Fault> {
        if self.s.waiting < count || self.s.unit.dead {
            return Ok(false);
        }
        let first = self.s.words.low().saturating_sub(2 * count);
        for item in 0..count {
            let place = first + 2 * item;
            let (node, index) = (NodeId::from_word(self.s.words.get(place)), self.s.words.get(place + 1));
            let index = self.intern_waiting(node, index)?;
            self.s.words.set(first + item, index);
        }
        let items = self.s.words.from(first).get(..count as usize).unwrap_or(&[]);
        let index = if is_set { self.s.writer.frozenset(items)? } else { self.s.writer.tuple(items)? };
        self.drop_waiting(count);
        self.wait(node, index)?;
        Ok(true)
    }

    /// Is the expression a literal, one with a sign, or a tuple of these?
    pub(crate) fn is_literal(&self, node: NodeId) -> bool {
        self.is_constant(node, 3)
    }

    /// Tuples in tuples count up to `depth`.
    fn is_constant(&self, node: NodeId, depth: u32) -> bool {
        match self.t.node(node) {
            Node::Constant { .. }
            | Node::Int {}
            | Node::Float {}
            | Node::Imaginary {}
            | Node::Str {}
            | Node::Bytes {} => true,
            Node::UnaryOp { op: UnaryOp::USub, operand } => {
                matches!(self.t.kind(operand), Kind::Int | Kind::Float | Kind::Imaginary)
            }
            Node::Tuple { items } if depth > 0 => {
                self.t.items(items).all(|item| self.is_constant(item, depth - 1))
            }
            _ => false,
        }
    }
}

fn decoded_or_space(decoded: Result<(), literal::LiteralError<hognose_image::WriteError>>) -> Done {
    match decoded {
        Ok(()) => Ok(()),
        Err(literal::LiteralError::Sink(error)) => Err(error.into()),
        // The parser has refused literals that do not decode.
        Err(_) => Err(Fault::Escapes),
    }
}

fn fold_numbers(op: BinaryOp, left: Number, right: Number) -> Option<Number> {
    match (left, right) {
        (Number::Int(left), Number::Int(right)) => fold_ints(op, left, right),
        (Number::Complex(..), _) | (_, Number::Complex(..)) => {
            let parts = |number| match number {
                Number::Int(value) => (value as f64, 0.0),
                Number::Float(value) => (value, 0.0),
                Number::Complex(real, imag) => (real, imag),
            };
            let ((a, b), (c, d)) = (parts(left), parts(right));
            match op {
                BinaryOp::Add => Some(Number::Complex(a + c, b + d)),
                BinaryOp::Sub => Some(Number::Complex(a - c, b - d)),
                BinaryOp::Mult => Some(Number::Complex(a * c - b * d, a * d + b * c)),
                _ => None,
            }
        }
        _ => {
            // An integer that a float does not hold exactly is left to run time.
            let exact = |number| match number {
                Number::Float(value) => Some(value),
                Number::Int(value) => Some(value as f64).filter(|_| value.unsigned_abs() <= 1 << 53),
                _ => None,
            };
            let (left, right) = (exact(left)?, exact(right)?);
            match op {
                BinaryOp::Add => Some(Number::Float(left + right)),
                BinaryOp::Sub => Some(Number::Float(left - right)),
                BinaryOp::Mult => Some(Number::Float(left * right)),
                BinaryOp::Div if right != 0.0 => Some(Number::Float(left / right)),
                _ => None,
            }
        }
    }
}

/// Integers of up to 128 bits, as in Python; division only of those that 64 bits hold.
fn fold_ints(op: BinaryOp, left: i128, right: i128) -> Option<Number> {
    let value = match op {
        BinaryOp::Add => left.checked_add(right)?,
        BinaryOp::Sub => left.checked_sub(right)?,
        BinaryOp::Mult => left.checked_mul(right)?,
        BinaryOp::FloorDiv | BinaryOp::Mod => {
            let (left, right) = (i64::try_from(left).ok()?, i64::try_from(right).ok()?);
            let (quotient, rest) = (left.checked_div(right)?, left.checked_rem(right)?);
            // Python rounds down.
            let inexact = rest != 0 && (left < 0) != (right < 0);
            match op {
                BinaryOp::FloorDiv => i128::from(quotient) - i128::from(inexact),
                _ if inexact => i128::from(rest) + i128::from(right),
                _ => i128::from(rest),
            }
        }
        BinaryOp::Pow => power(left, u32::try_from(right).ok()?)?,
        BinaryOp::LShift => {
            let shift = u32::try_from(right).ok().filter(|shift| *shift < 127)?;
            left.checked_mul(1 << shift)?
        }
        BinaryOp::RShift => left >> u32::try_from(right).ok()?.min(127),
        BinaryOp::BitOr => left | right,
        BinaryOp::BitXor => left ^ right,
        BinaryOp::BitAnd => left & right,
        BinaryOp::Div => {
            let exact =
                |value: i128| i64::try_from(value).ok().filter(|value| value.unsigned_abs() <= 1 << 53);
            let (left, right) = (exact(left)?, exact(right)?);
            if right == 0 {
                return None;
            }
            return Some(Number::Float(left as f64 / right as f64));
        }
        BinaryOp::MatMult => return None,
    };
    Some(Number::Int(value))
}

/// A power that 127 bits hold.
fn power(base: i128, exponent: u32) -> Option<i128> {
    if exponent > 127 && base.unsigned_abs() > 1 {
        return None;
    }
    let exponent = if exponent > 127 { exponent % 2 + 2 } else { exponent };
    (0..exponent).try_fold(1i128, |value, _| value.checked_mul(base))
}

/// An integer of the pool that 127 bits hold.
fn large_int(negative: bool, magnitude: &[u8]) -> Option<i128> {
    let mut bytes = [0; 16];
    bytes.get_mut(..magnitude.len())?.copy_from_slice(magnitude);
    let value = i128::try_from(u128::from_le_bytes(bytes)).ok()?;
    Some(if negative { -value } else { value })
}

/// The value of a number literal, if it is not too large.
pub(crate) fn literal_number(kind: Kind, text: &[u8]) -> Option<Number> {
    match kind {
        Kind::Int => small_int(text).map(Number::Int),
        Kind::Float => Some(Number::Float(float(text))),
        Kind::Imaginary => Some(Number::Complex(0.0, float(text))),
        _ => None,
    }
}

/// The value of an integer literal, if 127 bits hold it.
fn small_int(text: &[u8]) -> Option<i128> {
    let (base, mut digits) = literal::int_digits(text);
    digits.try_fold(0i128, |value, digit| value.checked_mul(i128::from(base))?.checked_add(i128::from(digit)))
}

/// The value of a float or imaginary literal.
fn float(text: &[u8]) -> f64 {
    let mut number = Decimal::default();
    let mut characters = literal::float_characters(text);
    let mut behind = false;
    while let Some(byte) = characters.next() {
        match byte {
            b'.' => behind = true,
            b'e' | b'E' => {
                let (mut negative, mut value) = (false, 0i64);
                for byte in characters.by_ref() {
                    match byte {
                        b'-' => negative = true,
                        b'0'..=b'9' => value = (value * 10 + i64::from(byte - b'0')).min(1 << 40),
                        _ => {}
                    }
                }
                number.shift(if negative { -value } else { value });
            }
            b'0'..=b'9' => number.push(byte - b'0', behind),
            _ => {}
        }
    }
    number.value()
}

/// A code point as UTF-8; lone surrogates as three bytes.
pub(crate) fn utf8(code: u32) -> ([u8; 4], usize) {
    let low = |shift: u32| 0x80 | (code >> shift & 0x3f) as u8;
    match code {
        0..0x80 => ([code as u8, 0, 0, 0], 1),
        0x80..0x800 => ([0xc0 | (code >> 6) as u8, low(0), 0, 0], 2),
        0x800..0x1_0000 => ([0xe0 | (code >> 12) as u8, low(6), low(0), 0], 3),
        _ => ([0xf0 | (code >> 18) as u8, low(12), low(6), low(0)], 4),
    }
}
