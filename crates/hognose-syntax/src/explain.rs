//! Why a program is wrong, in Python's words.

use crate::error::{Place, SyntaxError, SyntaxErrorKind};
use crate::parser::{Fault, Parser};
use crate::token::TokenKind;

impl Parser<'_> {
    /// The error a fault stands for.
    #[cold]
    pub(crate) fn explain(&mut self, fault: Fault) -> SyntaxError {
        let (kind, place) = match fault {
            Fault::Memory => (SyntaxErrorKind::OutOfMemory, Place::LineStart(self.token().start)),
            Fault::Lex(error) => (error.kind, error.place),
            Fault::Syntax => {
                let token = self.token();
                match token.kind {
                    TokenKind::Indent => (SyntaxErrorKind::UnexpectedIndent, Place::Cursor(token.start)),
                    _ => (SyntaxErrorKind::Invalid, Place::Range { start: token.start, end: token.end }),
                }
            }
        };
        SyntaxError::at(kind, place, self.source())
    }
}
