//! String literals, and the text parts of f-strings.

use super::{LexError, Lexed, Lexer};
use crate::error::{Place, SyntaxErrorKind};
use crate::span::{LineCursor, Span};
use crate::token::{Token, TokenKind};

/// How an f-string is quoted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Quoting {
    /// `'` or `"`.
    pub quote: u8,
    /// Three quotes, so that line ends may stand inside.
    pub triple: bool,
    /// Backslashes are plain.
    pub raw: bool,
}

impl Quoting {
    /// One byte that says it all, to keep on a stack.
    pub const fn to_code(self) -> u8 {
        (self.quote == b'"') as u8 | (self.triple as u8) << 1 | (self.raw as u8) << 2
    }

    /// Back from [`Quoting::to_code`].
    pub const fn from_code(code: u8) -> Self {
        Self { quote: if code & 1 != 0 { b'"' } else { b'\'' }, triple: code & 2 != 0, raw: code & 4 != 0 }
    }
}

/// What ends a text part of an f-string.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TextEnd {
    /// The closing quote; the lexer is behind it.
    Quote,
    /// A `{` that opens a field; the lexer is behind it.
    Field,
    /// The `}` that ends the field whose format spec this is; the lexer is before it.
    Brace,
}

impl Lexer<'_> {
    /// A literal whose prefix begins at `start`; the lexer is at the quote.
    pub(super) fn string(&mut self, start: usize, kind: TokenKind) -> Lexed<Token> {
        let quote = self.current();
        let triple = self.byte(self.at + 1) == quote && self.byte(self.at + 2) == quote;
        self.at += if triple { 3 } else { 1 };
        if kind == TokenKind::FString && !self.whole_fstrings {
            return Ok(self.token(kind, start));
        }
        loop {
            match self.current() {
                0 if self.at_end() => return self.unterminated(start, triple),
                b'\n' | b'\r' if !triple => return self.unterminated(start, triple),
                b'\\' => {
                    self.at += 1;
                    self.at += self.line_end(self.at).max(1);
                }
                byte if byte == quote => {
                    if !triple {
                        self.at += 1;
                        return Ok(self.token(kind, start));
                    }
                    if self.byte(self.at + 1) == quote && self.byte(self.at + 2) == quote {
                        self.at += 3;
                        return Ok(self.token(kind, start));
                    }
                    self.at += 1;
                }
                _ => self.at += 1,
            }
        }
    }

    /// The fault of a literal without an end. The place is the character where it begins.
    fn unterminated<T>(&self, start: usize, triple: bool) -> Lexed<T> {
        let mut cursor = LineCursor::new(self.source);
        // A line end that closes the source begins no line.
        let last = self.at.min(self.source.len()).saturating_sub(usize::from(self.at_end()));
        let line = cursor.position(last as u32).line;
        let kind = if triple {
            SyntaxErrorKind::UnterminatedTripleString { line }
        } else {
            SyntaxErrorKind::UnterminatedString { line }
        };
        Err(LexError { kind, place: Place::UpTo(start as u32 + 1) })
    }

    /// How the f-string that begins with this token is quoted.
    pub fn quoting(&self, token: Token) -> Quoting {
        let text = self.source.get(token.start as usize..token.end as usize).unwrap_or(&[]);
        let quotes = text.iter().filter(|byte| matches!(byte, b'"' | b'\'')).count();
        Quoting {
            quote: text.last().copied().unwrap_or(b'"'),
            triple: quotes > 1,
            raw: text.iter().any(|byte| byte | 0x20 == b'r'),
        }
    }

    /// How a whole string literal is quoted.
    pub fn quoting_of_literal(&self, token: Token) -> Quoting {
        let text = self.source.get(token.start as usize..token.end as usize).unwrap_or(&[]);
        let prefix = text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let (letters, quoted) = text.split_at(prefix);
        let quote = quoted.first().copied().unwrap_or(b'"');
        let triple = quoted.len() >= 6 && quoted.iter().take(3).all(|&byte| byte == quote);
        Quoting { quote, triple, raw: letters.iter().any(|byte| byte | 0x20 == b'r') }
    }

    /// Reads a text part of an f-string up to what ends it. `None` in place of a fault: the explanation of errors
    /// finds what is wrong. In a format spec (`spec`) no brace is doubled.
    pub fn text_part(&mut self, quoting: Quoting, spec: bool) -> Option<(Span, TextEnd)> {
        let start = self.at as u32;
        loop {
            let end = self.at as u32;
            match self.current() {
                0 if self.at_end() => return None,
                b'\n' | b'\r' if !quoting.triple => return None,
                b'\\' => {
                    if quoting.raw || self.byte(self.at + 1) != b'N' {
                        // `\{` and `\}` are a backslash and the brace's own meaning.
                        self.at += 1;
                        if !matches!(self.current(), b'{' | b'}') {
                            self.at += self.line_end(self.at).max(1);
                        }
                    } else {
                        self.at += 2;
                        if self.current() == b'{' {
                            while !matches!(self.current(), 0 | b'}' | b'\n' | b'\r')
                                && self.current() != quoting.quote
                            {
                                self.at += 1;
                            }
                            self.at += usize::from(self.current() == b'}');
                        }
                    }
                }
                b'{' => {
                    if !spec && self.byte(self.at + 1) == b'{' {
                        self.at += 2;
                        continue;
                    }
                    self.at += 1;
                    return Some((Span { start, end }, TextEnd::Field));
                }
                b'}' => {
                    if spec {
                        return Some((Span { start, end }, TextEnd::Brace));
                    }
                    if self.byte(self.at + 1) != b'}' {
                        return None;
                    }
                    self.at += 2;
                }
                byte if byte == quoting.quote => {
                    if !quoting.triple {
                        self.at += 1;
                        return Some((Span { start, end }, TextEnd::Quote));
                    }
                    if self.byte(self.at + 1) == byte && self.byte(self.at + 2) == byte {
                        self.at += 3;
                        return Some((Span { start, end }, TextEnd::Quote));
                    }
                    self.at += 1;
                }
                _ => self.at += 1,
            }
        }
    }

    /// Steps over blanks in a field, where line ends count as such.
    pub fn skip_field_blanks(&mut self) {
        while matches!(self.current(), b' ' | b'\t' | b'\x0c' | b'\r' | b'\n') {
            self.at += 1;
        }
    }

    /// Takes this byte when it comes next.
    pub fn take_byte(&mut self, byte: u8) -> bool {
        let here = self.current() == byte;
        self.at += usize::from(here);
        here
    }

    /// The byte that comes next; 0 at the end.
    pub fn peek_byte(&self) -> u8 {
        self.current()
    }

    /// Goes back to an offset in the same line and bracket, to read it in another way.
    pub fn back_to(&mut self, at: u32) {
        self.at = at as usize;
    }

    /// The closing brace of a field has been read by bytes: its bracket is closed.
    pub fn close_field(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// The next token when looking ahead; an f-string is skipped. None for a fault.
    pub fn next_in_scan(&mut self) -> Option<TokenKind> {
        self.whole_fstrings = true;
        self.next().ok().map(|token| token.kind)
    }
}
