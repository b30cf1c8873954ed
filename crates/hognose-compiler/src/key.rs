//! Keys of mapping patterns: which literals are equal.

use crate::Compiler;
use crate::constant::{Number, literal_number};
use hognose_syntax::literal;
use hognose_syntax::operator::{BinaryOp, Singleton, UnaryOp};
use hognose_syntax::span::Span;
use hognose_syntax::tree::{Node, NodeId};

/// Characters that are compared at once.
const WINDOW: usize = 32;

impl Compiler<'_, '_> {
    /// Are two keys equal, as far as both are literals?
    pub(crate) fn equal_keys(&self, left: NodeId, right: NodeId) -> bool {
        if let (Some(left), Some(right)) = (self.key_number(left), self.key_number(right)) {
            let parts = |number| match number {
                Number::Int(value) => (value as f64, 0.0, Some(value)),
                Number::Float(value) => (value, 0.0, None),
                Number::Complex(real, imag) => (real, imag, None),
            };
            let (a, b) = (parts(left), parts(right));
            return match (a.2, b.2) {
                (Some(a), Some(b)) => a == b,
                _ => (a.0, a.1) == (b.0, b.1),
            };
        }
        match (self.t.node(left), self.t.node(right)) {
            (Node::Constant { value: a }, Node::Constant { value: b }) => a == b,
            (Node::Str {}, Node::Str {}) => self.equal_texts(left, right),
            (Node::Bytes {}, Node::Bytes {}) => self.equal_texts(left, right),
            (Node::Int {}, Node::Int {}) => {
                let digits = |node| literal::int_digits(self.t.text(self.t.span(node)));
                let (a, b) = (digits(left), digits(right));
                a.0 == b.0 && a.1.eq(b.1)
            }
            _ => false,
        }
    }

    fn key_number(&self, key: NodeId) -> Option<Number> {
        match self.t.node(key) {
            Node::Constant { value: Singleton::True } => Some(Number::Int(1)),
            Node::Constant { value: Singleton::False } => Some(Number::Int(0)),
            Node::BinOp { op, left, right } => {
                let real = match self.signed(left)? {
                    Number::Int(value) => value as f64,
                    Number::Float(value) => value,
                    Number::Complex(..) => return None,
                };
                let Number::Complex(_, imag) = self.signed(right)? else { return None };
                Some(Number::Complex(real, if op == BinaryOp::Sub { -imag } else { imag }))
            }
            _ => self.signed(key),
        }
    }

    fn signed(&self, key: NodeId) -> Option<Number> {
        let number = |node| literal_number(self.t.kind(node), self.t.text(self.t.span(node)));
        match self.t.node(key) {
            Node::UnaryOp { op: UnaryOp::USub, operand } => Some(match number(operand)? {
                Number::Int(value) => Number::Int(value.checked_neg()?),
                Number::Float(value) => Number::Float(-value),
                Number::Complex(real, imag) => Number::Complex(-real, -imag),
            }),
            _ => number(key),
        }
    }

    /// Compares two literals, some characters at a time.
    fn equal_texts(&self, left: NodeId, right: NodeId) -> bool {
        let (left, right) = (self.t.span(left), self.t.span(right));
        let mut first = 0;
        loop {
            let (a, b) = (self.window(left, first), self.window(right, first));
            if a != b {
                return false;
            }
            if a.1 < WINDOW {
                return true;
            }
            first += WINDOW;
        }
    }

    /// Characters of a literal from `first` on, and how many there are.
    fn window(&self, span: Span, first: usize) -> ([u32; WINDOW], usize) {
        let mut window = [0; WINDOW];
        let mut at = 0usize;
        let _ = literal::decode_str(self.t.source(), span, self.s.characters.find, |code| {
            if let Some(place) = at.checked_sub(first) {
                *window.get_mut(place).ok_or(())? = code;
            }
            at += 1;
            Ok::<(), ()>(())
        });
        (window, at.saturating_sub(first))
    }
}
