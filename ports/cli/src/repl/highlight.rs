//! What is typed, in colours.

use nu_ansi_term::{Color, Style};
use reedline::{Highlighter, StyledText};

/// Words of the language.
pub const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// Colours for Python.
pub struct Python {
    /// Colours at all?
    pub coloured: bool,
}

impl Highlighter for Python {
    fn highlight(&self, line: &str, _cursor: usize) -> StyledText {
        let mut styled = StyledText::new();
        for (style, piece) in pieces(line) {
            styled.push((if self.coloured { style } else { Style::new() }, piece.to_owned()));
        }
        styled
    }
}

/// The line in pieces: comments, strings, numbers, words, the rest.
fn pieces(line: &str) -> Vec<(Style, &str)> {
    let mut pieces = Vec::new();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let (style, length) = match first {
            '#' => (Color::DarkGray.normal(), rest.find('\n').unwrap_or(rest.len())),
            '\'' | '"' => (Color::Green.normal(), string(rest, first)),
            c if c.is_ascii_digit() => {
                (Color::Yellow.normal(), span(rest, |c| c.is_ascii_alphanumeric() || c == '.' || c == '_'))
            }
            c if c.is_alphabetic() || c == '_' => {
                let length = span(rest, |c| c.is_alphanumeric() || c == '_');
                let keyword = KEYWORDS.contains(&&rest[..length]);
                (if keyword { Color::Blue.bold() } else { Style::new() }, length)
            }
            _ => {
                let other = |c: char| !(c.is_alphanumeric() || matches!(c, '#' | '\'' | '"' | '_'));
                (Style::new(), span(rest, other))
            }
        };
        let (piece, after) = rest.split_at(length.max(first.len_utf8()));
        pieces.push((style, piece));
        rest = after;
    }
    pieces
}

/// Bytes from the start while that holds.
fn span(text: &str, holds: impl Fn(char) -> bool) -> usize {
    text.find(|c| !holds(c)).unwrap_or(text.len())
}

/// Bytes of the string that begins here, up to its end or that of the line.
fn string(text: &str, quote: char) -> usize {
    let triple: String = [quote; 3].iter().collect();
    if let Some(inner) = text.strip_prefix(&triple) {
        return inner.find(&triple).map_or(text.len(), |end| end + 6);
    }
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '\n' => return at,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pieces_are_the_line() {
        for line in [
            "",
            "if x: # c\n  'a\\'b' + \"\"\"x\ny\"\"\" é1 1.5e3 _a",
            "'open",
            "'''open\n",
            "\\",
            "é",
            "'é'",
        ] {
            let whole: String = pieces(line).iter().map(|(_, piece)| *piece).collect();
            assert_eq!(whole, line);
        }
        let styles: Vec<bool> = pieces("if x").iter().map(|(style, _)| *style != Style::new()).collect();
        assert_eq!(styles, [true, false, false]);
    }
}
