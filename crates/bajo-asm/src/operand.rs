//! Operands: registers, memory, memory through memory, immediates; and what Rust operators make of them.

use crate::code::Code;
use crate::expr::Expr;
use crate::inst::Inst;
use crate::label::Label;
use bajo::Opcode;
use std::fmt;
use std::ops;
use std::sync::Arc;

/// Which operand, for errors.
#[derive(Clone, Copy)]
pub(crate) enum Place {
    Target(Opcode, usize),
    Source(Opcode, usize),
    /// The value of a data item: it needs no name.
    Data,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, names, i) = match self {
            Self::Target(op, i) => ("target", op.info().targets.names, *i),
            Self::Source(op, i) => ("source", op.info().sources.names, *i),
            Self::Data => return Ok(()),
        };
        match names.get(i) {
            Some(name) => write!(f, "{what} {name}"),
            None => write!(f, "{what} {}", i + 1),
        }
    }
}

/// Memory that an operand names directly.
#[derive(Clone, Debug)]
pub enum Mem {
    /// The word at `4 * n`.
    Reg(i64),
    /// Data at a byte address.
    Addr(i64),
    /// A register named in the environment.
    Named(Arc<str>),
    /// Data in the code, at the value of an expression.
    At(Expr),
}

/// What stands at the end of a chain of indirections, usually all there is.
#[derive(Clone, Debug)]
pub enum Last {
    /// A constant.
    Imm(i64),
    /// A value known after layout.
    Lazy(Expr),
    /// Destination of a branch: encoded as the distance from the end of the instruction.
    Branch(Expr),
    /// Direct memory.
    Mem(Mem),
    /// Not an operand at all.
    Wrong(Wrong),
}

/// Something that is not an operand, kept so that it is reported with all other faults.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// What was found.
    pub found: String,
    /// What was allowed.
    pub allowed: &'static str,
}

/// One operand of an instruction.
///
/// A chain of indirections is flat: `chain` holds the bases from the outside in, `last` the innermost offset.
#[derive(Clone, Debug)]
pub struct Operand {
    /// Bases of the indirections, empty for a direct operand or an immediate.
    pub chain: Vec<Mem>,
    /// The innermost offset, or all there is.
    pub last: Last,
}

impl Operand {
    fn plain(last: Last) -> Self {
        Self { chain: Vec::new(), last }
    }

    /// The destination of a branch.
    pub fn branch(to: impl Into<Expr>) -> Self {
        Self::plain(Last::Branch(to.into()))
    }

    /// Something that is not an operand: reported when the program is assembled.
    pub fn wrong(found: &str, allowed: &'static str) -> Self {
        Self::plain(Last::Wrong(Wrong { found: found.to_owned(), allowed }))
    }

    /// True for memory, direct or indirect.
    pub fn is_memory(&self) -> bool {
        !self.chain.is_empty() || matches!(self.last, Last::Mem(_))
    }

    /// Memory at the word this operand names plus `offset`. The operand must be direct memory, anything else is
    /// reported when the program is assembled.
    #[must_use]
    pub fn plus(self, offset: impl Into<Operand>) -> Self {
        match self.last {
            Last::Mem(base) if self.chain.is_empty() => {
                let mut inner = offset.into();
                inner.chain.insert(0, base);
                inner
            }
            _ => Self::wrong(
                "an indirect operand or an immediate",
                "direct memory as the base of an indirection",
            ),
        }
    }

    /// The instruction that gives this operand a value: a move, or the operation of a [`Pending`] expression or
    /// [`Comparison`].
    #[track_caller]
    pub fn set(self, value: impl Into<Right>) -> Inst {
        match value.into() {
            Right::Operand(a) => Inst::new(Opcode::Mov, vec![self], vec![a]),
            Right::Pending(Pending { op, sources }) => Inst::new(op, vec![self], sources),
            Right::Comparison(c) => c.into_test(self),
        }
    }

    fn compare(self, kind: Relation, other: impl Into<Operand>) -> Comparison {
        Comparison { kind, a: self, b: other.into() }
    }
}

/// Register `n`: the word at `4 * n`.
pub fn reg(n: i64) -> Operand {
    Operand::plain(Last::Mem(Mem::Reg(n)))
}

/// Data at byte address `a`.
pub fn mem(a: i64) -> Operand {
    Operand::plain(Last::Mem(Mem::Addr(a)))
}

/// A register that the environment names.
pub fn named(name: &str) -> Operand {
    Operand::plain(Last::Mem(Mem::Named(Arc::from(name))))
}

/// Data in the code, at a label or an expression.
pub fn at(address: impl Into<Expr>) -> Operand {
    Operand::plain(Last::Mem(Mem::At(address.into())))
}

/// Memory at the word `base` names plus `offset`.
pub fn ind(base: Operand, offset: impl Into<Operand>) -> Operand {
    base.plus(offset)
}

/// A constant, -2^31 to 2^32 - 1.
pub fn imm(value: i64) -> Operand {
    Operand::plain(Last::Imm(value))
}

impl From<i64> for Operand {
    fn from(value: i64) -> Self {
        imm(value)
    }
}

impl From<i32> for Operand {
    fn from(value: i32) -> Self {
        imm(i64::from(value))
    }
}

impl From<u32> for Operand {
    fn from(value: u32) -> Self {
        imm(i64::from(value))
    }
}

impl From<Expr> for Operand {
    fn from(value: Expr) -> Self {
        Self::plain(Last::Lazy(value))
    }
}

impl From<&Label> for Operand {
    fn from(value: &Label) -> Self {
        Self::plain(Last::Lazy(value.into()))
    }
}

/// How two operands are compared (signed).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// `a == b`
    Eq,
    /// `a != b`
    Ne,
    /// `a < b`
    Lt,
    /// `a <= b`
    Le,
    /// `a > b`
    Gt,
    /// `a >= b`
    Ge,
}

/// A condition for [`when`](crate::when), [`case`](crate::case) or [`Operand::set`].
#[derive(Clone, Debug)]
pub struct Comparison {
    kind: Relation,
    a: Operand,
    b: Operand,
}

impl Comparison {
    /// The instruction that stores the truth of the comparison as 1 or 0.
    #[track_caller]
    fn into_test(self, t: Operand) -> Inst {
        let (op, swap) = match self.kind {
            Relation::Eq => (Opcode::TstEq, false),
            Relation::Ne => (Opcode::TstNe, false),
            Relation::Gt => (Opcode::TstGt, false),
            Relation::Ge => (Opcode::TstGe, false),
            Relation::Lt => (Opcode::TstGt, true),
            Relation::Le => (Opcode::TstGe, true),
        };
        let (a, b) = if swap { (self.b, self.a) } else { (self.a, self.b) };
        Inst::new(op, vec![t], vec![a, b])
    }

    /// The branch taken if the comparison is true.
    #[track_caller]
    pub fn branch_if_true(self, to: impl Into<Expr>) -> Inst {
        let (op, swap) = match self.kind {
            Relation::Eq => (Opcode::BrEq, false),
            Relation::Ne => (Opcode::BrNe, false),
            Relation::Gt => (Opcode::BrGt, false),
            Relation::Ge => (Opcode::BrGe, false),
            Relation::Lt => (Opcode::BrGt, true),
            Relation::Le => (Opcode::BrGe, true),
        };
        let (a, b) = if swap { (self.b, self.a) } else { (self.a, self.b) };
        Inst::new(op, vec![], vec![a, b, Operand::branch(to)])
    }

    /// The branch taken if the comparison is false.
    #[track_caller]
    pub fn branch_if_false(mut self, to: impl Into<Expr>) -> Inst {
        self.kind = match self.kind {
            Relation::Eq => Relation::Ne,
            Relation::Ne => Relation::Eq,
            Relation::Lt => Relation::Ge,
            Relation::Le => Relation::Gt,
            Relation::Gt => Relation::Le,
            Relation::Ge => Relation::Lt,
        };
        self.branch_if_true(to)
    }
}

macro_rules! comparisons {
    ($($name:ident $kind:ident $doc:literal),*) => {
        impl Operand {$(
            #[doc = $doc]
            pub fn $name(self, other: impl Into<Operand>) -> Comparison {
                self.compare(Relation::$kind, other)
            }
        )*}
    };
}

comparisons!(eq Eq "`self == other`", ne Ne "`self != other`", lt Lt "`self < other`, signed",
    le Le "`self <= other`, signed", gt Gt "`self > other`, signed", ge Ge "`self >= other`, signed");

/// An operation that waits for its target, see [`Operand::set`].
#[derive(Clone, Debug)]
pub struct Pending {
    op: Opcode,
    sources: Vec<Operand>,
}

impl Pending {
    /// The absolute value of `a`.
    pub fn abs(a: Operand) -> Self {
        Self { op: Opcode::Abs, sources: vec![a] }
    }
}

/// What [`Operand::set`] accepts.
#[derive(Clone, Debug)]
pub enum Right {
    /// A value.
    Operand(Operand),
    /// An operation.
    Pending(Pending),
    /// A comparison.
    Comparison(Comparison),
}

impl<T: Into<Operand>> From<T> for Right {
    fn from(value: T) -> Self {
        Self::Operand(value.into())
    }
}

impl From<Pending> for Right {
    fn from(value: Pending) -> Self {
        Self::Pending(value)
    }
}

impl From<Comparison> for Right {
    fn from(value: Comparison) -> Self {
        Self::Comparison(value)
    }
}

macro_rules! binary {
    ($($trait:ident $method:ident $op:ident),*) => {$(
        impl<T: Into<Operand>> ops::$trait<T> for Operand {
            type Output = Pending;
            fn $method(self, other: T) -> Pending {
                Pending { op: Opcode::$op, sources: vec![self, other.into()] }
            }
        }
    )*};
}

binary!(Add add Add, Sub sub Sub, Mul mul Mul, Div div Div, Rem rem Rem, BitAnd bitand BitAnd, BitOr bitor BitOr,
    BitXor bitxor BitXor, Shl shl LShift, Shr shr RShift);

impl ops::Neg for Operand {
    type Output = Pending;
    fn neg(self) -> Pending {
        Pending { op: Opcode::Neg, sources: vec![self] }
    }
}

impl ops::Not for Operand {
    type Output = Pending;
    fn not(self) -> Pending {
        Pending { op: Opcode::Inv, sources: vec![self] }
    }
}

impl From<Inst> for Code {
    fn from(inst: Inst) -> Self {
        Self::item(inst.into())
    }
}
