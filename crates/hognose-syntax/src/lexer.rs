//! Source text to tokens.
//!
//! The rules are those of Python's own lexer: indentation by two measures of a tab (8 and 1) so that a mix that could
//! be read in two ways is refused, line ends CR, LF and CR LF, joined lines by backslash and inside brackets.

mod number;
mod text;

pub(crate) use text::{Quoting, TextEnd};

use crate::error::{Place, SyntaxErrorKind};
use crate::identifier;
use crate::token::{Token, TokenKind};

/// Brackets can be this deep, as in Python.
pub const MAX_BRACKETS: usize = 200;
/// Indentation can be this deep: the hundredth level is refused, as in Python.
pub const MAX_INDENTS: usize = 100;

/// A fault of the text itself, before any grammar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct LexError {
    pub kind: SyntaxErrorKind,
    pub place: Place,
}

type Lexed<T> = Result<T, LexError>;

/// How far a line is indented: with tabs to multiples of 8, and with tabs as one column.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Indentation {
    columns: u16,
    characters: u16,
}

/// The lexer. Cloning it is how to look ahead.
#[derive(Clone, Debug)]
pub(crate) struct Lexer<'a> {
    source: &'a [u8],
    at: usize,
    /// The next byte begins a line.
    line_start: bool,
    /// Indents (positive) or dedents (negative) still to be given out.
    pending: i16,
    /// Open brackets.
    depth: usize,
    /// Two bits for each open bracket.
    brackets: [u8; MAX_BRACKETS / 4],
    /// Index of the innermost entry of `indents`.
    level: usize,
    indents: [Indentation; MAX_INDENTS],
    /// A whole f-string is one token that ends at the next quote of its kind.
    whole_fstrings: bool,
    /// The end was reached at the start of a line.
    finished: bool,
    /// The source is a part of an expression: line ends are blanks.
    fragment: bool,
}

impl<'a> Lexer<'a> {
    /// A lexer at the start of a source that has no null bytes and is UTF-8.
    pub fn new(source: &'a [u8]) -> Self {
        let at = if source.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        Self {
            source,
            at,
            line_start: true,
            pending: 0,
            depth: 0,
            brackets: [0; MAX_BRACKETS / 4],
            level: 0,
            indents: [Indentation::default(); MAX_INDENTS],
            whole_fstrings: false,
            finished: false,
            fragment: false,
        }
    }

    /// A lexer for a part of the source that stands inside brackets, as an expression of an f-string does.
    #[cfg(feature = "explain")]
    pub fn inside(source: &'a [u8], start: usize, end: usize) -> Self {
        let mut lexer = Self::new(source.get(..end).unwrap_or(source));
        lexer.at = start;
        lexer.line_start = false;
        lexer.fragment = true;
        lexer
    }

    /// From now on a whole f-string is one token, as Python 3.11 has it.
    #[cfg(feature = "explain")]
    pub fn set_whole_fstrings(&mut self) {
        self.whole_fstrings = true;
    }

    /// Goes back to the start of a statement that began with these blocks open.
    #[cfg(feature = "explain")]
    pub fn rewind(&mut self, at: usize, level: usize) {
        self.at = at;
        self.level = level.min(MAX_INDENTS - 1);
        self.line_start = false;
        self.finished = false;
        self.pending = 0;
        self.depth = 0;
    }

    /// How many blocks are open.
    pub const fn level(&self) -> usize {
        self.level
    }

    /// How many brackets are open.
    pub const fn depth(&self) -> usize {
        self.depth
    }

    /// Offset of the next byte to be read.
    pub const fn offset(&self) -> usize {
        self.at
    }

    /// The byte at an offset; 0 after the end (a source has no null bytes).
    fn byte(&self, at: usize) -> u8 {
        self.source.get(at).copied().unwrap_or(0)
    }

    fn current(&self) -> u8 {
        self.byte(self.at)
    }

    fn at_end(&self) -> bool {
        self.at >= self.source.len()
    }

    /// Length of the line end at an offset: 0, 1 or 2 bytes.
    fn line_end(&self, at: usize) -> usize {
        match self.byte(at) {
            b'\n' => 1,
            b'\r' if self.byte(at + 1) == b'\n' => 2,
            b'\r' => 1,
            _ => 0,
        }
    }

    fn token(&self, kind: TokenKind, start: usize) -> Token {
        Token { kind, start: start as u32, end: self.at as u32 }
    }

    fn empty(&self, kind: TokenKind) -> Token {
        self.token(kind, self.at)
    }

    /// A fault found when the last byte read was the one before `self.at`.
    fn fault<T>(&self, kind: SyntaxErrorKind) -> Lexed<T> {
        Err(LexError { kind, place: Place::UpTo(self.at as u32) })
    }

    /// The next token.
    pub fn next(&mut self) -> Lexed<Token> {
        loop {
            let mut blank = false;
            if self.line_start {
                self.line_start = false;
                blank = self.indentation()?;
            }
            if self.pending > 0 {
                self.pending -= 1;
                return Ok(self.empty(TokenKind::Indent));
            }
            if self.pending < 0 {
                self.pending += 1;
                return Ok(self.empty(TokenKind::Dedent));
            }
            if self.finished {
                return Ok(self.empty(TokenKind::End));
            }
            let comment = self.skip_blanks()?;
            let length = self.line_end(self.at);
            if length == 0 && !self.at_end() {
                return self.word_or_sign();
            }
            if self.at_end() && self.fragment {
                return Ok(self.empty(TokenKind::End));
            }
            if self.at_end() && self.depth > 0 {
                return Err(LexError { kind: SyntaxErrorKind::UnexpectedEnd, place: Place::EndOfText });
            }
            // A last line without a line end ends all the same.
            let token = self.token(TokenKind::Newline, comment.unwrap_or(self.at));
            self.at += length;
            if self.depth == 0 && !self.fragment {
                self.line_start = true;
                if !blank {
                    return Ok(token);
                }
            }
        }
    }

    /// Measures the indentation of a line and gives out what changed. True for a line with nothing on it.
    fn indentation(&mut self) -> Lexed<bool> {
        let begin = self.at;
        let mut here = Indentation::default();
        let mut joined = 0;
        loop {
            match self.current() {
                b' ' => {
                    here.columns = here.columns.saturating_add(1);
                    here.characters = here.characters.saturating_add(1);
                }
                b'\t' => {
                    here.columns = (here.columns / 8).saturating_add(1).saturating_mul(8);
                    here.characters = here.characters.saturating_add(1);
                }
                b'\x0c' => here = Indentation::default(),
                b'\\' => {
                    // A line that begins with a joined one is indented as far as its first part.
                    if joined == 0 {
                        joined = here.columns;
                    }
                    self.at += 1;
                    self.continuation()?;
                    continue;
                }
                _ => break,
            }
            self.at += 1;
        }
        self.finished = self.at_end() && self.at == begin;
        if self.current() == b'#' || self.line_end(self.at) > 0 || self.at_end() && !self.finished {
            return Ok(true);
        }
        if joined > 0 {
            here = Indentation { columns: joined, characters: joined };
        }
        self.change_level(here)?;
        Ok(false)
    }

    fn change_level(&mut self, here: Indentation) -> Lexed<()> {
        let outer = self.indents.get(self.level).copied().unwrap_or_default();
        if here.columns > outer.columns {
            if here.characters <= outer.characters {
                return self.mixed_tabs();
            }
            let place = Place::LineStart(self.at as u32);
            let Some(slot) = self.indents.get_mut(self.level + 1) else {
                return Err(LexError { kind: SyntaxErrorKind::TooManyIndents, place });
            };
            *slot = here;
            self.level += 1;
            self.pending = 1;
            return Ok(());
        }
        let mut outer = outer;
        while self.level > 0 && here.columns < outer.columns {
            self.level -= 1;
            self.pending -= 1;
            outer = self.indents.get(self.level).copied().unwrap_or_default();
        }
        if here.columns != outer.columns {
            let place = Place::LineEnd(self.at as u32);
            return Err(LexError { kind: SyntaxErrorKind::Dedent, place });
        }
        if here.characters != outer.characters {
            return self.mixed_tabs();
        }
        Ok(())
    }

    fn mixed_tabs(&self) -> Lexed<()> {
        Err(LexError { kind: SyntaxErrorKind::InconsistentTabs, place: Place::LineStart(self.at as u32) })
    }

    /// Skips blanks, a comment and joined lines. Gives where the comment began: Python counts it to the line end.
    fn skip_blanks(&mut self) -> Lexed<Option<usize>> {
        loop {
            match self.current() {
                b' ' | b'\t' | b'\x0c' => self.at += 1,
                b'#' => {
                    let start = self.at;
                    self.skip_comment();
                    return Ok(Some(start));
                }
                b'\\' => {
                    self.at += 1;
                    self.continuation()?;
                }
                _ => return Ok(None),
            }
        }
    }

    fn skip_comment(&mut self) {
        while !self.at_end() && self.line_end(self.at) == 0 {
            self.at += 1;
        }
    }

    /// After a backslash: a line end, and something after it.
    fn continuation(&mut self) -> Lexed<()> {
        let length = self.line_end(self.at);
        if length == 0 && !self.at_end() {
            return Err(LexError {
                kind: SyntaxErrorKind::AfterContinuation,
                place: Place::Continuation(self.at as u32),
            });
        }
        self.at += length;
        if self.at_end() {
            return Err(LexError { kind: SyntaxErrorKind::UnexpectedEnd, place: Place::EndOfText });
        }
        Ok(())
    }

    /// A token that begins with the current character, which is no blank.
    fn word_or_sign(&mut self) -> Lexed<Token> {
        let start = self.at;
        let first = self.current();
        match first {
            b'a'..=b'z' | b'A'..=b'Z' | b'_' | 0x80.. => self.word(start),
            b'0'..=b'9' => self.number(start),
            b'.' if self.byte(start + 1).is_ascii_digit() => self.number(start),
            b'\'' | b'"' => self.string(start, TokenKind::Str),
            _ => self.sign(start),
        }
    }

    /// A name, a keyword or the prefix of a literal.
    fn word(&mut self, start: usize) -> Lexed<Token> {
        if let Some(kind) = self.prefix() {
            return self.string(start, kind);
        }
        let mut plain = true;
        loop {
            match self.current() {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' => {}
                0x80.. => plain = false,
                _ => break,
            }
            self.at += 1;
        }
        let word = self.source.get(start..self.at).unwrap_or(&[]);
        if !plain {
            self.check_word(start, word)?;
            return Ok(self.token(TokenKind::Name, start));
        }
        Ok(self.token(TokenKind::of_word(word), start))
    }

    /// Refuses a word with a character that no identifier has.
    fn check_word(&mut self, start: usize, word: &[u8]) -> Lexed<()> {
        let word = core::str::from_utf8(word).unwrap_or("");
        for (offset, character) in word.char_indices() {
            let fits =
                if offset == 0 { identifier::starts(character) } else { identifier::continues(character) };
            if !fits {
                self.at = start + offset + character.len_utf8();
                return self.fault(if identifier::is_printable(character) {
                    SyntaxErrorKind::InvalidCharacter { character }
                } else {
                    SyntaxErrorKind::NonPrintable { character }
                });
            }
        }
        Ok(())
    }

    /// When a quote follows letters that make a prefix, steps to the quote and gives the kind of literal.
    fn prefix(&mut self) -> Option<TokenKind> {
        let quote = |at: usize| matches!(self.byte(at), b'\'' | b'"');
        let (length, kind) = match (self.current() | 0x20, self.byte(self.at + 1) | 0x20) {
            (b'b', b'r') | (b'r', b'b') if quote(self.at + 2) => (2, TokenKind::Bytes),
            (b'f', b'r') | (b'r', b'f') if quote(self.at + 2) => (2, TokenKind::FString),
            (b'b', _) if quote(self.at + 1) => (1, TokenKind::Bytes),
            (b'f', _) if quote(self.at + 1) => (1, TokenKind::FString),
            (b'r' | b'u', _) if quote(self.at + 1) => (1, TokenKind::Str),
            _ => return None,
        };
        self.at += length;
        Some(kind)
    }

    /// An operator, a bracket or a stray character.
    fn sign(&mut self, start: usize) -> Lexed<Token> {
        use TokenKind as T;
        let (kind, length) = match (self.byte(start), self.byte(start + 1), self.byte(start + 2)) {
            (b'*', b'*', b'=') => (T::DoubleStarEqual, 3),
            (b'/', b'/', b'=') => (T::DoubleSlashEqual, 3),
            (b'<', b'<', b'=') => (T::LeftShiftEqual, 3),
            (b'>', b'>', b'=') => (T::RightShiftEqual, 3),
            (b'.', b'.', b'.') => (T::Ellipsis, 3),
            (b'*', b'*', _) => (T::DoubleStar, 2),
            (b'/', b'/', _) => (T::DoubleSlash, 2),
            (b'<', b'<', _) => (T::LeftShift, 2),
            (b'>', b'>', _) => (T::RightShift, 2),
            (b'<', b'=', _) => (T::LessEqual, 2),
            (b'>', b'=', _) => (T::GreaterEqual, 2),
            (b'=', b'=', _) => (T::EqualEqual, 2),
            (b'!', b'=', _) => (T::NotEqual, 2),
            // An operator of old: no program has it.
            (b'<', b'>', _) => (T::Stray, 2),
            (b'-', b'>', _) => (T::Arrow, 2),
            (b':', b'=', _) => (T::Walrus, 2),
            (b'+', b'=', _) => (T::PlusEqual, 2),
            (b'-', b'=', _) => (T::MinusEqual, 2),
            (b'*', b'=', _) => (T::StarEqual, 2),
            (b'/', b'=', _) => (T::SlashEqual, 2),
            (b'%', b'=', _) => (T::PercentEqual, 2),
            (b'@', b'=', _) => (T::AtEqual, 2),
            (b'|', b'=', _) => (T::PipeEqual, 2),
            (b'^', b'=', _) => (T::CaretEqual, 2),
            (b'&', b'=', _) => (T::AmpersandEqual, 2),
            (b'(', ..) => (T::LeftParen, 1),
            (b')', ..) => (T::RightParen, 1),
            (b'[', ..) => (T::LeftBracket, 1),
            (b']', ..) => (T::RightBracket, 1),
            (b'{', ..) => (T::LeftBrace, 1),
            (b'}', ..) => (T::RightBrace, 1),
            (b',', ..) => (T::Comma, 1),
            (b':', ..) => (T::Colon, 1),
            (b';', ..) => (T::Semicolon, 1),
            (b'.', ..) => (T::Dot, 1),
            (b'+', ..) => (T::Plus, 1),
            (b'-', ..) => (T::Minus, 1),
            (b'*', ..) => (T::Star, 1),
            (b'/', ..) => (T::Slash, 1),
            (b'%', ..) => (T::Percent, 1),
            (b'@', ..) => (T::At, 1),
            (b'|', ..) => (T::Pipe, 1),
            (b'^', ..) => (T::Caret, 1),
            (b'&', ..) => (T::Ampersand, 1),
            (b'~', ..) => (T::Tilde, 1),
            (b'<', ..) => (T::Less, 1),
            (b'>', ..) => (T::Greater, 1),
            (b'=', ..) => (T::Equal, 1),
            _ => (T::Stray, 1),
        };
        self.at += length;
        match kind {
            T::LeftParen => self.open_bracket(1)?,
            T::LeftBracket => self.open_bracket(2)?,
            T::LeftBrace => self.open_bracket(3)?,
            T::RightParen => self.close_bracket(1)?,
            T::RightBracket => self.close_bracket(2)?,
            T::RightBrace => self.close_bracket(3)?,
            T::Stray => {
                let byte = self.byte(start);
                if byte < b' ' || byte == 0x7f {
                    return self.fault(SyntaxErrorKind::NonPrintable { character: char::from(byte) });
                }
            }
            _ => {}
        }
        Ok(self.token(kind, start))
    }

    fn open_bracket(&mut self, code: u8) -> Lexed<()> {
        let Some(slot) = self.brackets.get_mut(self.depth / 4) else {
            return self.fault(SyntaxErrorKind::TooManyBrackets);
        };
        let shift = self.depth % 4 * 2;
        *slot = *slot & !(3 << shift) | code << shift;
        self.depth += 1;
        Ok(())
    }

    fn close_bracket(&mut self, code: u8) -> Lexed<()> {
        const OPEN: [char; 4] = [' ', '(', '[', '{'];
        const CLOSE: [char; 4] = [' ', ')', ']', '}'];
        let close = CLOSE[usize::from(code & 3)];
        let Some(depth) = self.depth.checked_sub(1) else {
            return self.fault(SyntaxErrorKind::Unmatched { bracket: close });
        };
        self.depth = depth;
        let open = self.brackets.get(depth / 4).map_or(0, |slot| slot >> (depth % 4 * 2) & 3);
        if open != code {
            // The line of the opening bracket is not known here: the explanation of errors puts it in.
            return self.fault(SyntaxErrorKind::Mismatched { close, open: OPEN[usize::from(open)] });
        }
        Ok(())
    }

    /// The `{` that opens a field of an f-string counts as a bracket.
    pub fn open_field(&mut self) -> Lexed<()> {
        self.open_bracket(3)
    }
}
