//! Lazy immediates: expressions whose value is known after layout.
//!
//! An expression is a list of terms in reverse Polish order, so nothing here recurses, however deep it nests.

use crate::label::{ItemId, Label};
use crate::layout::Layout;
use crate::number::Number;
use std::error::Error;
use std::fmt;
use std::ops;
use std::sync::Arc;

/// What a lazy value may fail with.
pub type LazyError = Box<dyn Error + Send + Sync>;

/// A value of your own that is asked for during layout, several times per build.
pub trait Lazy: Send + Sync {
    /// The value, given the layout as far as it is known. Addresses and sizes change until the layout settles.
    ///
    /// # Errors
    /// Whatever went wrong; it ends the assembly and is reported as the cause.
    fn value(&self, layout: &Arc<Layout>) -> Result<Number, LazyError>;

    /// How listings and errors call it.
    fn text(&self) -> String {
        "Lazy".to_owned()
    }
}

/// One step of an expression.
#[derive(Clone)]
pub enum Term {
    /// A constant.
    Int(Number),
    /// Address of a label.
    Label(Label),
    /// Address of an item.
    Item(ItemId),
    /// An item that is not part of the program, by its text.
    Nowhere(Arc<str>),
    /// Encoded size of an item.
    SizeOf(ItemId),
    /// Address of a register.
    Reg(i64),
    /// A byte address.
    Addr(i64),
    /// Address of a named register.
    Named(Arc<str>),
    /// A value of your own.
    Lazy(Arc<dyn Lazy>),
    /// Something that is no value, by its text: reported when the program is assembled.
    Wrong(Arc<str>),
    /// Turns a value into memory at that address: the same value, but it must lie in the code.
    At,
    /// Turns a destination into its distance from the end of an item (`None`: of the item it is written in).
    From(Option<ItemId>),
    /// Sum of two values.
    Add,
    /// Difference of two values.
    Sub,
    /// Product of two values.
    Mul,
    /// Quotient of two values, rounded down.
    Div,
    /// Remainder of two values, with the sign of the second.
    Mod,
}

impl Term {
    /// Values it takes from the stack.
    pub(crate) fn arity(&self) -> usize {
        match self {
            Self::At | Self::From(_) => 1,
            Self::Add | Self::Sub | Self::Mul | Self::Div | Self::Mod => 2,
            _ => 0,
        }
    }
}

/// An expression over labels, items and numbers. Division rounds down, as in Python; numbers have no limit until
/// the result becomes an operand.
#[derive(Clone)]
pub struct Expr {
    pub(crate) terms: Vec<Term>,
}

impl Expr {
    fn one(term: Term) -> Self {
        Self { terms: vec![term] }
    }

    /// From terms in reverse Polish order. `None` unless they make exactly one value.
    pub fn from_terms(terms: Vec<Term>) -> Option<Self> {
        let mut values = 0usize;
        for term in &terms {
            values = values.checked_sub(term.arity())? + 1;
        }
        (values == 1).then_some(Self { terms })
    }

    /// A constant.
    pub fn int(value: impl Into<Number>) -> Self {
        Self::one(Term::Int(value.into()))
    }

    /// The address of an item.
    pub fn item(id: ItemId) -> Self {
        Self::one(Term::Item(id))
    }

    /// The address of something that is nowhere in the program: an error when it is assembled. `text` names it.
    pub fn nowhere(text: &str) -> Self {
        Self::one(Term::Nowhere(Arc::from(text)))
    }

    /// Something that is no value: an error when it is assembled. `text` names it.
    pub fn wrong(text: &str) -> Self {
        Self::one(Term::Wrong(Arc::from(text)))
    }

    /// The encoded size of an item, in bytes.
    pub fn size_of(id: ItemId) -> Self {
        Self::one(Term::SizeOf(id))
    }

    /// The address of register `n`.
    pub fn reg(n: i64) -> Self {
        Self::one(Term::Reg(n))
    }

    /// A byte address (which, unlike a number, is checked to lie in a region).
    pub fn address(a: i64) -> Self {
        Self::one(Term::Addr(a))
    }

    /// The address of a named register.
    pub fn named(name: &str) -> Self {
        Self::one(Term::Named(Arc::from(name)))
    }

    /// A value of your own.
    pub fn lazy(value: Arc<dyn Lazy>) -> Self {
        Self::one(Term::Lazy(value))
    }

    /// The label, if it is one and nothing else.
    pub fn as_label(&self) -> Option<&Label> {
        match self.terms.as_slice() {
            [Term::Label(label)] => Some(label),
            _ => None,
        }
    }

    /// Memory at the address `self`: the same number, checked to lie in the code.
    #[must_use]
    pub fn at(mut self) -> Self {
        self.terms.push(Term::At);
        self
    }

    /// The distance from the end of `base` to `self`; without a base, from the end of the item it is written in.
    #[must_use]
    pub fn offset_from(mut self, base: Option<ItemId>) -> Self {
        self.terms.push(Term::From(base));
        self
    }

    fn join(mut self, other: Self, term: Term) -> Self {
        self.terms.extend(other.terms);
        self.terms.push(term);
        self
    }

    /// For each term the index of the root of its first operand (itself for terms without), one pass, no recursion.
    pub(crate) fn first_operands(&self) -> Vec<usize> {
        // The stack holds (root, start) of every value not yet consumed.
        let mut stack: Vec<(usize, usize)> = Vec::new();
        let mut first = Vec::with_capacity(self.terms.len());
        for (i, term) in self.terms.iter().enumerate() {
            let (root, start) = match term.arity() {
                0 => (i, i),
                1 => stack.pop().unwrap_or((i, i)),
                _ => {
                    let right = stack.pop().unwrap_or((i, i));
                    stack.pop().unwrap_or(right)
                }
            };
            first.push(root);
            stack.push((i, start));
        }
        first
    }
}

impl fmt::Debug for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", crate::text::Names::none().expr(self))
    }
}

impl From<&Label> for Expr {
    fn from(label: &Label) -> Self {
        Self::one(Term::Label(label.clone()))
    }
}

impl From<Label> for Expr {
    fn from(label: Label) -> Self {
        Self::one(Term::Label(label))
    }
}

impl From<i64> for Expr {
    fn from(value: i64) -> Self {
        Self::int(value)
    }
}

macro_rules! operators {
    ($($trait:ident $method:ident $term:ident),*) => {$(
        impl<T: Into<Expr>> ops::$trait<T> for Expr {
            type Output = Expr;
            fn $method(self, other: T) -> Expr {
                self.join(other.into(), Term::$term)
            }
        }
        impl<T: Into<Expr>> ops::$trait<T> for &Label {
            type Output = Expr;
            fn $method(self, other: T) -> Expr {
                Expr::from(self).join(other.into(), Term::$term)
            }
        }
    )*};
}

operators!(Add add Add, Sub sub Sub, Mul mul Mul, Div div Div, Rem rem Mod);
