//! Does an input want more lines?

use hognose_syntax::parser::{Mode, Parser};

/// Words of memory for the tree of an input.
const WORDS: usize = 1 << 18;

/// Is the text the beginning of something, so that more lines must follow? A block ends with an empty line, as at
/// Python's prompt.
pub fn is_wanted(text: &str) -> bool {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let mut memory = vec![0; WORDS];
    let mut parser = match Parser::new(text.as_bytes(), Mode::Single, &mut memory) {
        Ok(parser) => parser,
        Err(error) => return error.incomplete,
    };
    match parser.parse_rest() {
        // A block may go on until an empty line says that it does not.
        Ok(()) => text.contains('\n') && is_block(text) && !text.ends_with('\n'),
        Err(error) => error.incomplete,
    }
}

/// Does it have lines that are indented, or begin with a decorator?
fn is_block(text: &str) -> bool {
    text.lines().any(|line| line.starts_with([' ', '\t', '@'])) && {
        let last = text.lines().last().unwrap_or("");
        last.starts_with([' ', '\t'])
    }
}

#[cfg(test)]
mod tests {
    use super::is_wanted;

    #[test]
    fn blocks_and_brackets_want_more() {
        for text in ["if x:", "if x:\n", "def f():\n    return 1", "f(1,\n", "'''a", "x = [", "a = \\", "@d", "@d\ndef f():\n    pass\n", "try:\n    x\n", "class A:\n    x = 1\n\n    def"] {
            assert!(is_wanted(text), "{text:?}");
        }
    }

    #[test]
    fn whole_inputs_do_not() {
        for text in ["", "x", "x = 1\n", "if x: y\n\n", "def f():\n    return 1\n\n", "f(1,\n2)\n", "1 +\n", ")", "'abc", "if x:\n    y\n\n", "for", "x = (1 +\n     2)"] {
            assert!(!is_wanted(text), "{text:?}");
        }
    }
}
