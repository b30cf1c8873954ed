//! Why the compiler cannot go on, inside.
//!
//! Nearly every step can fail, so what they hand upwards is one word; what is wrong with the program waits in the state.

use crate::Compiler;
use crate::error::Problem;
use crate::name::Name;
use hognose_image::WriteError;
use hognose_syntax::error::{SyntaxError, SyntaxErrorKind};
use hognose_syntax::span::Span;

/// A reason to stop.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u32)]
pub(crate) enum Fault {
    /// An error of the program: it is in the state.
    Program,
    /// The working memory is full.
    WorkSpace,
    /// The memory for the image is full.
    ImageSpace,
    /// A code object is too long.
    CodeSize,
    /// Anything else that stops the writer of the image.
    ImageSize,
    /// Too many constants in an image.
    Constants,
    /// An escape that the parser let through and the compiler does not.
    Escapes,
    /// Too many loops in a comprehension.
    Loops,
    /// Too many scopes in a statement.
    Scopes,
    /// Too many names in a statement.
    Symbols,
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

/// Why a module was not compiled, with all that is known.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Failure {
    /// The parser refused the text.
    Parser(SyntaxError),
    /// The first error of the program.
    Program(Flaw),
    /// Space or a limit.
    Stopped(Fault),
}

pub(crate) type Done = Result<(), Fault>;

impl From<WriteError> for Fault {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::NoSpace { .. } => Fault::ImageSpace,
            WriteError::CodeTooLong { .. } => Fault::CodeSize,
            _ => Fault::ImageSize,
        }
    }
}

impl From<SyntaxError> for Failure {
    fn from(error: SyntaxError) -> Self {
        Failure::Parser(error)
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Failure::Stopped(fault)
    }
}

impl Fault {
    /// What there was too much of; None when it is memory.
    pub const fn limit(self) -> Option<&'static str> {
        match self {
            Fault::Program | Fault::WorkSpace | Fault::ImageSpace => None,
            Fault::CodeSize => Some("instructions"),
            Fault::ImageSize => Some("bytes in the image"),
            Fault::Constants => Some("constants"),
            Fault::Escapes => Some("escapes"),
            Fault::Loops => Some("loops of a comprehension"),
            Fault::Scopes => Some("scopes"),
            Fault::Symbols => Some("names in a statement"),
        }
    }
}

impl Failure {
    /// Is it the memory that is too small?
    pub const fn is_space(&self) -> bool {
        self.is_tree_space() || matches!(self, Failure::Stopped(Fault::WorkSpace | Fault::ImageSpace))
    }

    /// Is it the memory for the tree that is too small?
    pub const fn is_tree_space(&self) -> bool {
        matches!(self, Failure::Parser(SyntaxError { kind: SyntaxErrorKind::OutOfMemory, .. }))
    }
}

impl Compiler<'_, '_> {
    /// An error at a place.
    #[cold]
    #[inline(never)]
    pub(crate) fn fault(&mut self, problem: Problem, place: Span) -> Fault {
        self.flawed(Flaw { problem, name: None, class: None, place })
    }

    /// An error with a name in its message.
    #[cold]
    #[inline(never)]
    pub(crate) fn named_fault(&mut self, problem: Problem, name: Span, place: Span) -> Fault {
        self.flawed(Flaw { problem, name: Some(name), class: None, place })
    }

    /// That error.
    #[cold]
    pub(crate) fn flawed(&mut self, flaw: Flaw) -> Fault {
        self.s.flaw = Some(flaw);
        Fault::Program
    }
}
