//! Operands, operators and what reduces them.

use super::display;
use super::memory::{Frame, Memory};
use super::{Fault, Parsed, Parser, Step};
use crate::literal;
use crate::operator::{BinaryOp, BoolOp, CompareOp, Singleton, UnaryOp};
use crate::token::TokenKind as T;
use crate::tree::{Kind, NodeId};

/// Levels of operators, from the loosest to the tightest.
pub(super) mod level {
    /// `:=`
    pub const NAMED: u8 = 0;
    /// `if else`, `lambda`
    pub const TERNARY: u8 = 1;
    pub const OR: u8 = 2;
    pub const AND: u8 = 3;
    pub const NOT: u8 = 4;
    pub const COMPARE: u8 = 5;
    pub const BIT_OR: u8 = 6;
    pub const BIT_XOR: u8 = 7;
    pub const BIT_AND: u8 = 8;
    pub const SHIFT: u8 = 9;
    pub const SUM: u8 = 10;
    pub const TERM: u8 = 11;
    /// Signs
    pub const FACTOR: u8 = 12;
    pub const POWER: u8 = 13;
    pub const AWAIT: u8 = 14;
    pub const PRIMARY: u8 = 15;
}

/// The level of a binary operator and its code.
fn binary(kind: T) -> Option<(u8, BinaryOp)> {
    Some(match kind {
        T::Pipe => (level::BIT_OR, BinaryOp::BitOr),
        T::Caret => (level::BIT_XOR, BinaryOp::BitXor),
        T::Ampersand => (level::BIT_AND, BinaryOp::BitAnd),
        T::LeftShift => (level::SHIFT, BinaryOp::LShift),
        T::RightShift => (level::SHIFT, BinaryOp::RShift),
        T::Plus => (level::SUM, BinaryOp::Add),
        T::Minus => (level::SUM, BinaryOp::Sub),
        T::Star => (level::TERM, BinaryOp::Mult),
        T::Slash => (level::TERM, BinaryOp::Div),
        T::DoubleSlash => (level::TERM, BinaryOp::FloorDiv),
        T::Percent => (level::TERM, BinaryOp::Mod),
        T::At => (level::TERM, BinaryOp::MatMult),
        T::DoubleStar => (level::POWER, BinaryOp::Pow),
        _ => return None,
    })
}

/// True for a token that begins a comparison operator.
fn compares(kind: T) -> bool {
    matches!(
        kind,
        T::EqualEqual
            | T::NotEqual
            | T::Less
            | T::LessEqual
            | T::Greater
            | T::GreaterEqual
            | T::Is
            | T::In
            | T::Not
    )
}

impl Parser<'_> {
    /// True when an expression can begin with the current token; `*` aside.
    pub(super) fn starts_expression(&self) -> bool {
        matches!(
            self.token.kind,
            T::Name
                | T::Int
                | T::Float
                | T::Imaginary
                | T::Str
                | T::Bytes
                | T::FString
                | T::LeftParen
                | T::LeftBracket
                | T::LeftBrace
                | T::Minus
                | T::Plus
                | T::Tilde
                | T::Not
                | T::Lambda
                | T::Await
                | T::Ellipsis
                | T::True
                | T::False
                | T::None
        )
    }

    pub(super) fn operand(&mut self) -> Parsed<Step> {
        let start = self.token.start;
        match self.token.kind {
            T::Name => self.make_leaf(Kind::Name, 0)?,
            T::Int => self.make_int()?,
            T::Float => self.make_leaf(Kind::Float, 0)?,
            T::Imaginary => self.make_leaf(Kind::Imaginary, 0)?,
            T::None => self.make_leaf(Kind::Constant, Singleton::None as u8)?,
            T::True => self.make_leaf(Kind::Constant, Singleton::True as u8)?,
            T::False => self.make_leaf(Kind::Constant, Singleton::False as u8)?,
            T::Ellipsis => self.make_leaf(Kind::Constant, Singleton::Ellipsis as u8)?,
            T::Str | T::Bytes | T::FString => return self.strings(),
            T::LeftParen => {
                self.advance()?;
                self.open_items(display::GROUP, start)?;
                return Ok(Step::Item);
            }
            T::LeftBracket => {
                self.advance()?;
                self.open_items(display::BRACKET, start)?;
                return Ok(Step::Item);
            }
            T::LeftBrace => return self.open_brace(),
            T::Minus => return self.unary(UnaryOp::USub, level::FACTOR),
            T::Plus => return self.unary(UnaryOp::UAdd, level::FACTOR),
            T::Tilde => return self.unary(UnaryOp::Invert, level::FACTOR),
            T::Not => return self.unary(UnaryOp::Not, level::NOT),
            T::Await if self.min <= level::AWAIT => {
                self.advance()?;
                self.memory.push(start)?;
                self.enter(Frame::Await, 0)?;
                self.min = level::PRIMARY;
                return Ok(Step::Operand);
            }
            T::Lambda if self.min <= level::TERNARY => return self.open_lambda(),
            _ => return Err(Fault::Syntax),
        }
        Ok(Step::Suffix)
    }

    /// An integer; Python refuses decimal ones that would take long to convert.
    pub(super) fn make_int(&mut self) -> Parsed<()> {
        if literal::is_too_long(self.text_of(self.token)) {
            return Err(Fault::Syntax);
        }
        self.make_leaf(Kind::Int, 0)
    }

    fn unary(&mut self, op: UnaryOp, at_level: u8) -> Parsed<Step> {
        if self.min > at_level {
            return Err(Fault::Syntax);
        }
        self.memory.push(self.token.start)?;
        self.enter(Frame::Unary, op as u16)?;
        self.advance()?;
        self.min = at_level;
        Ok(Step::Operand)
    }

    pub(super) fn suffix(&mut self) -> Parsed<Step> {
        match self.token.kind {
            T::Dot => {
                self.advance()?;
                let name = self.token.start;
                self.expect(T::Name)?;
                self.make(Kind::Attribute, 0, self.value_start, &[self.value.0, name])?;
                Ok(Step::Suffix)
            }
            T::LeftParen => self.open_call(),
            T::LeftBracket => {
                self.memory.push_all(&[self.value.0, self.value_start])?;
                self.enter(Frame::Subscript, 0)?;
                self.advance()?;
                self.open_items(display::SUBSCRIPT, self.token.start)?;
                Ok(Step::Item)
            }
            _ => Ok(Step::Operator),
        }
    }

    /// The index in `value` of the frame on top.
    pub(super) fn subscript_value(&mut self) -> Parsed<Step> {
        self.leave();
        let [object, start] = self.memory.pop_all();
        self.make(Kind::Subscript, 0, start, &[object, self.value.0])?;
        Ok(Step::Suffix)
    }

    pub(super) fn operator(&mut self) -> Parsed<Step> {
        loop {
            let kind = self.token.kind;
            if let Some((at_level, op)) = binary(kind) {
                if at_level >= self.min {
                    self.memory.push_all(&[self.value.0, self.value_start])?;
                    self.enter(Frame::Binary, op as u16)?;
                    self.advance()?;
                    self.min = if at_level == level::POWER { level::FACTOR } else { at_level + 1 };
                    return Ok(Step::Operand);
                }
            } else if compares(kind) {
                if level::COMPARE >= self.min {
                    self.memory.push_all(&[self.value.0, self.value_start, 0])?;
                    self.enter(Frame::Compare, 0)?;
                    return self.compare();
                }
            } else {
                match kind {
                    T::And if level::AND >= self.min => return self.open_bool(BoolOp::And, level::AND),
                    T::Or if level::OR >= self.min => return self.open_bool(BoolOp::Or, level::OR),
                    T::If if level::TERNARY >= self.min => {
                        self.memory.push_all(&[self.value.0, self.value_start])?;
                        self.enter(Frame::IfTest, 0)?;
                        self.advance()?;
                        self.min = level::OR;
                        return Ok(Step::Operand);
                    }
                    T::Walrus if self.min == level::NAMED && self.value_is_name() => {
                        self.memory.push_all(&[self.value.0, self.value_start])?;
                        self.enter(Frame::Walrus, 0)?;
                        self.advance()?;
                        self.min = level::TERNARY;
                        return Ok(Step::Operand);
                    }
                    _ => {}
                }
            }
            if let Some(step) = self.reduce()? {
                return Ok(step);
            }
        }
    }

    /// Ends the operator on top of the stack, whose last operand is the value. None when the value may go on.
    fn reduce(&mut self) -> Parsed<Option<Step>> {
        let (frame, data) = self.memory.top();
        match frame {
            Frame::Binary => {
                self.leave();
                let [left, start] = self.memory.pop_all();
                self.make(Kind::BinOp, data as u8, start, &[left, self.value.0])?;
            }
            Frame::Unary => {
                self.leave();
                let start = self.memory.pop();
                self.make(Kind::UnaryOp, data as u8, start, &[self.value.0])?;
            }
            Frame::Await => {
                self.leave();
                let start = self.memory.pop();
                self.make(Kind::Await, 0, start, &[self.value.0])?;
            }
            Frame::Compare => {
                let span = self.tree().span(self.value);
                let link =
                    self.memory.node(Kind::CompareLink, data as u8, span.start, span.end, &[self.value.0])?;
                self.memory.add_item::<3>(link.0)?;
                if compares(self.token.kind) {
                    return self.compare().map(Some);
                }
                self.leave();
                let [left, start, count] = self.memory.pop_all();
                let links = self.memory.list(count)?;
                self.make(Kind::Compare, 0, start, &[left, links.0])?;
            }
            Frame::Bool => {
                self.memory.add_item::<2>(self.value.0)?;
                let (op, at_level) =
                    if data == BoolOp::And as u16 { (T::And, level::AND) } else { (T::Or, level::OR) };
                if self.take(op)? {
                    self.min = at_level + 1;
                    return Ok(Some(Step::Operand));
                }
                self.leave();
                let [start, count] = self.memory.pop_all();
                let values = self.memory.list(count)?;
                self.make(Kind::BoolOp, data as u8, start, &[values.0])?;
            }
            Frame::IfTest => {
                self.expect(T::Else)?;
                self.leave();
                let [body, start] = self.memory.pop_all();
                self.memory.push_all(&[body, self.value.0, start])?;
                self.enter(Frame::IfElse, 0)?;
                self.min = level::TERNARY;
                return Ok(Some(Step::Operand));
            }
            Frame::IfElse => {
                self.leave();
                let [body, test, start] = self.memory.pop_all();
                self.make(Kind::IfExp, 0, start, &[test, body, self.value.0])?;
            }
            Frame::Walrus => {
                self.leave();
                let [target, start] = self.memory.pop_all();
                self.make(Kind::NamedExpr, 0, start, &[target, self.value.0])?;
            }
            Frame::LambdaBody => {
                self.leave();
                let [params, start] = self.memory.pop_all();
                self.make(Kind::Lambda, 0, start, &[params, self.value.0])?;
            }
            _ => return Ok(Some(Step::Value)),
        }
        Ok(None)
    }

    /// Takes a comparison operator for the frame on top.
    fn compare(&mut self) -> Parsed<Step> {
        let kind = self.token.kind;
        self.advance()?;
        let op = match kind {
            T::EqualEqual => CompareOp::Eq,
            T::NotEqual => CompareOp::NotEq,
            T::Less => CompareOp::Lt,
            T::LessEqual => CompareOp::LtE,
            T::Greater => CompareOp::Gt,
            T::GreaterEqual => CompareOp::GtE,
            T::Is if self.take(T::Not)? => CompareOp::IsNot,
            T::Is => CompareOp::Is,
            T::In => CompareOp::In,
            _ => {
                self.expect(T::In)?;
                CompareOp::NotIn
            }
        };
        self.memory.set_data(op as u16);
        self.min = level::BIT_OR;
        Ok(Step::Operand)
    }

    fn open_bool(&mut self, op: BoolOp, at_level: u8) -> Parsed<Step> {
        self.memory.push_all(&[self.value.0, self.value_start, 1])?;
        self.enter(Frame::Bool, op as u16)?;
        self.advance()?;
        self.min = at_level + 1;
        Ok(Step::Operand)
    }

    /// A `*` before an element: the operand after it is of this level.
    pub(super) fn open_starred(&mut self, at_level: u8) -> Parsed<Step> {
        self.memory.push(self.token.start)?;
        self.enter(Frame::Starred, 0)?;
        self.advance()?;
        self.min = at_level;
        Ok(Step::Operand)
    }

    pub(super) fn starred_value(&mut self) -> Parsed<Step> {
        self.leave();
        let start = self.memory.pop();
        self.make(Kind::Starred, 0, start, &[self.value.0])?;
        Ok(Step::Value)
    }

    /// The value is a starred element.
    pub(super) fn value_is_starred(&self) -> bool {
        self.kind(self.value) == Kind::Starred
    }

    /// `yield`, which is the current token.
    pub(super) fn open_yield(&mut self) -> Parsed<Step> {
        let start = self.token.start;
        self.advance()?;
        if self.take(T::From)? {
            self.memory.push(start)?;
            self.enter(Frame::YieldFrom, 0)?;
            self.min = level::TERNARY;
            return Ok(Step::Operand);
        }
        if self.starts_expression() || self.at(T::Star) {
            self.memory.push(start)?;
            self.enter(Frame::Yield, 0)?;
            self.open_items(display::BARE, self.token.start)?;
            return Ok(Step::Item);
        }
        self.make(Kind::Yield, 0, start, &[0])?;
        Ok(Step::Value)
    }

    pub(super) fn yield_value(&mut self, kind: Kind) -> Parsed<Step> {
        self.leave();
        let start = self.memory.pop();
        self.make(kind, 0, start, &[self.value.0])?;
        Ok(Step::Value)
    }

    /// A `yield` or a list of expressions, as on the right of `=`.
    pub(super) fn open_right_side(&mut self) -> Parsed<Step> {
        if self.at(T::Yield) {
            return self.open_yield();
        }
        self.open_items(display::BARE, self.token.start)?;
        Ok(Step::Item)
    }

    /// A list of one node.
    pub(super) fn single(id: NodeId) -> u32 {
        Memory::single(id).0
    }
}
