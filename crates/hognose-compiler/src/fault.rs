//! Why the compiler cannot go on, inside.

use crate::error::Problem;
use hognose_image::WriteError;
use hognose_syntax::error::{SyntaxError, SyntaxErrorKind};
use hognose_syntax::span::Span;
use crate::name::Name;

/// A reason to stop.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Fault {
    /// The parser refused the text.
    Parser(SyntaxError),
    /// An error of the program.
    Program(Flaw),
    /// The working memory is full.
    WorkSpace,
    /// The writer of the image stopped.
    Write(WriteError),
    /// A limit of images.
    Limit(&'static str),
}

/// An error of the program, by offsets.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Flaw {
    pub problem: Problem,
    /// Name in the message.
    pub name: Option<Span>,
    /// Class whose private names the name may be one of.
    pub class: Option<Name>,
    /// Where.
    pub place: Span,
}

pub(crate) type Done = Result<(), Fault>;

impl From<WriteError> for Fault {
    fn from(error: WriteError) -> Self {
        Fault::Write(error)
    }
}

impl From<SyntaxError> for Fault {
    fn from(error: SyntaxError) -> Self {
        Fault::Parser(error)
    }
}

impl Fault {
    /// An error at a place.
    #[cold]
    pub fn at(problem: Problem, place: Span) -> Fault {
        Fault::Program(Flaw { problem, name: None, class: None, place })
    }

    /// An error with a name in its message.
    #[cold]
    pub fn named(problem: Problem, name: Span, place: Span) -> Fault {
        Fault::Program(Flaw { problem, name: Some(name), class: None, place })
    }

    /// Is it the memory that is too small?
    pub const fn is_space(&self) -> bool {
        self.is_tree_space() || matches!(self, Fault::WorkSpace | Fault::Write(WriteError::NoSpace { .. }))
    }

    /// Is it the memory for the tree that is too small?
    pub const fn is_tree_space(&self) -> bool {
        matches!(self, Fault::Parser(SyntaxError { kind: SyntaxErrorKind::OutOfMemory, .. }))
    }
}
