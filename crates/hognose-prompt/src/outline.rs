//! Does an input want more lines?

use hognose_syntax::error::ErrorClass;
use hognose_syntax::parser::{Mode, Parser};
use hognose_syntax::tree::Kind;

/// What an input of whole lines is so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outline {
    /// It can be run.
    Whole,
    /// It is the beginning of something. A block ends with an empty line.
    Beginning,
}

/// Looks at the lines that were entered. `memory` is for one statement at a time; what does not fit is taken as whole, so that
/// running it tells what is wrong.
pub fn outline(text: &str, memory: &mut [u32]) -> Outline {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let mut parser = match Parser::new(text.as_bytes(), Mode::Exec, memory) {
        Ok(parser) => parser,
        Err(error) => return of(error.incomplete),
    };
    let mut is_block = false;
    loop {
        match parser.next_statement() {
            Ok(Some(statement)) => is_block = is_compound(parser.tree().kind(statement)),
            Ok(None) => return of(is_block && !text.ends_with('\n')),
            Err(error) if error.class() == ErrorClass::Memory => return Outline::Whole,
            Err(error) => return of(error.incomplete),
        }
    }
}

fn of(more: bool) -> Outline {
    if more { Outline::Beginning } else { Outline::Whole }
}

fn is_compound(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::FunctionDef
            | Kind::ClassDef
            | Kind::For
            | Kind::While
            | Kind::If
            | Kind::With
            | Kind::Match
            | Kind::Try
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_and_whole_inputs() {
        let mut memory = [0; 4096];
        for text in ["if x:\n", "def f():\n    pass\n", "f(1,\n", "'''a\n", "@d\n", "try:\n    x\n"] {
            assert_eq!(outline(text, &mut memory), Outline::Beginning, "{text:?}");
        }
        for text in ["x\n", "\n", "if x:\n    y\n\n", "f(1)\n", "1 +\n", "x = )\n"] {
            assert_eq!(outline(text, &mut memory), Outline::Whole, "{text:?}");
        }
        assert_eq!(outline("if x:\n    y = [1, 2, 3]\n", &mut [0; 4]), Outline::Whole);
    }
}
