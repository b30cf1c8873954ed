//! Inputs of the prompt: does one want more lines, and which statements are in it?

use hognose_syntax::parser::{Mode, Parser};
use hognose_syntax::tree::Kind;

/// Words of memory for the tree of a statement, to begin with and at most.
const FIRST_WORDS: usize = 1 << 12;
const MOST_WORDS: usize = 1 << 24;

/// What a text is to the parser.
struct Outline {
    /// It ends too early.
    incomplete: bool,
    /// The last statement has, or may have, blocks.
    is_block: bool,
    /// Bytes before each further statement that begins a line of its own.
    cuts: Vec<usize>,
}

/// Is the text, of whole lines, the beginning of something, so that more lines must follow? A block ends with an empty line, as at
/// Python's prompt.
pub fn is_wanted(text: &str) -> bool {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let outline = outline(text);
    outline.incomplete || outline.is_block && !text.ends_with('\n')
}

/// The text in pieces that run one after the other: several when lines were pasted. Each is one line of simple statements or one
/// statement with blocks; the last one has all that comes after a syntax error.
pub fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, cuts) = (0, outline(text).cuts);
    for cut in cuts {
        pieces.push(&text[start..cut]);
        start = cut;
    }
    pieces.push(&text[start..]);
    pieces
}

fn outline(text: &str) -> Outline {
    let mut memory = vec![0; FIRST_WORDS];
    loop {
        match outline_within(text, &mut memory) {
            Some(outline) => return outline,
            None if memory.len() < MOST_WORDS => memory = vec![0; memory.len() * 16],
            // Nobody types that.
            None => return Outline { incomplete: false, is_block: false, cuts: Vec::new() },
        }
    }
}

/// None: the memory is too small.
fn outline_within(text: &str, memory: &mut [u32]) -> Option<Outline> {
    use hognose_syntax::error::ErrorClass;
    let mut outline = Outline { incomplete: false, is_block: false, cuts: Vec::new() };
    let mut parser = match Parser::new(text.as_bytes(), Mode::Exec, memory) {
        Ok(parser) => parser,
        Err(error) => {
            outline.incomplete = error.incomplete;
            return Some(outline);
        }
    };
    let mut end = 0;
    loop {
        match parser.next_statement() {
            Ok(Some(statement)) => {
                let tree = parser.tree();
                let span = tree.span(statement);
                let (from, to) = (span.start as usize, span.end as usize);
                // Before a decorator: after the line in which the statement before ends.
                let line_end = text.get(end..from).and_then(|between| between.find('\n'));
                if let (Some(at), true) = (line_end, end > 0) {
                    outline.cuts.push(end + at + 1);
                }
                end = to;
                outline.is_block = is_compound(tree.kind(statement));
            }
            Ok(None) => return Some(outline),
            Err(error) if error.class() == ErrorClass::Memory => return None,
            Err(error) => {
                let rest = text.get(end..).and_then(|rest| rest.find('\n')).map(|at| end + at + 1);
                // Only what is before the statement with the error is known to be whole.
                outline.cuts.extend(rest.filter(|_| end > 0));
                outline.incomplete = error.incomplete;
                outline.is_block = false;
                return Some(outline);
            }
        }
    }
}

/// Statements after whose lines an `else`, a further block or more of the last one may come.
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
    use super::{is_wanted, pieces};

    #[test]
    fn blocks_and_brackets_want_more() {
        let texts = [
            "if x:",
            "if x:\n",
            "if x: y",
            "def f():\n    return 1",
            "f(1,\n",
            "'''a",
            "x = [",
            "a = \\",
            "@d",
            "@d\ndef f():\n    pass\n",
            "try:\n    x\n",
            "class A:\n    x = 1\n\n    def f(self):",
            "x = 1\nfor y in z:\n    y",
            "x = 1\nf(",
        ];
        for text in texts {
            assert!(is_wanted(text), "{text:?}");
        }
    }

    #[test]
    fn whole_inputs_do_not() {
        let texts = [
            "",
            "x",
            "x = 1\n",
            "if x: y\n\n",
            "def f():\n    return 1\n\n",
            "f(1,\n2)\n",
            "1 +\n",
            ")",
            "'abc",
            "if x:\n    y\n\n",
            "for",
            "x = (1 +\n     2)",
            "class A:\n    x = 1\n\n    def",
            "if x:\n    y\n\nz",
        ];
        for text in texts {
            assert!(!is_wanted(text), "{text:?}");
        }
    }

    #[test]
    fn pasted_lines_are_taken_apart() {
        let check = |text: &str, wanted: &[&str]| assert_eq!(pieces(text), wanted, "{text:?}");
        check("", &[""]);
        check("x = 1; y = 2\n", &["x = 1; y = 2\n"]);
        check("x = 1\nprint(x)\n", &["x = 1\n", "print(x)\n"]);
        check("x = (1 +\n  2) # c\n\n# d\ny", &["x = (1 +\n  2) # c\n", "\n# d\ny"]);
        check(
            "@d\ndef f():\n    return 1\n\n@e\nclass A: pass\nf()",
            &["@d\ndef f():\n    return 1\n", "\n@e\nclass A: pass\n", "f()"],
        );
        check("x = 1\ny = = 2\nz", &["x = 1\n", "y = = 2\nz"]);
        check("s = '''a\nb'''\nif s: t\nelse: u\nv", &["s = '''a\nb'''\n", "if s: t\nelse: u\n", "v"]);
    }
}
