//! Errors without explanations: what the parser itself knows.

use crate::error::{Place, SyntaxError, SyntaxErrorKind};
use crate::parser::{Fault, Parser};
use crate::token::TokenKind;

impl Parser<'_> {
    /// The error a fault stands for.
    #[cold]
    pub(crate) fn explain(&mut self, fault: Fault) -> SyntaxError {
        let token = self.token();
        let (kind, place) = match fault {
            Fault::Memory => (SyntaxErrorKind::OutOfMemory, Place::LineStart(token.start)),
            Fault::SecondStatement => {
                let place = Place::Range { start: token.start, end: token.end };
                (SyntaxErrorKind::MultipleStatements, place)
            }
            Fault::Lex(error) => (error.kind, error.place),
            Fault::Syntax if token.kind == TokenKind::Indent => {
                (SyntaxErrorKind::UnexpectedIndent, Place::Cursor(token.start))
            }
            Fault::Syntax => (SyntaxErrorKind::Invalid, Place::Range { start: token.start, end: token.end }),
        };
        SyntaxError::at(kind, place, self.source())
    }
}
