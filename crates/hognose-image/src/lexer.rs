//! Words of the text form.

use crate::text::{begins_word, continues_word};

/// One word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token<'t> {
    /// A bare word.
    Word(&'t str),
    /// A word after a dot, without the dot.
    Directive(&'t str),
    /// A number, not looked at yet.
    Number(&'t str),
    /// What stands between the quotes, escapes and all.
    Str(&'t str),
    /// The same after `b`.
    Bytes(&'t str),
    /// One of `@ # $ ( ) , :` or anything else.
    Mark(char),
    /// The end of a line.
    Newline,
    /// The end of the text.
    End,
}

/// Reads words one by one.
#[derive(Clone, Copy)]
pub(crate) struct Lexer<'t> {
    text: &'t str,
    at: usize,
    /// Where the word read last began.
    start: usize,
}

impl<'t> Lexer<'t> {
    pub fn new(text: &'t str) -> Self {
        Lexer { text, at: 0, start: 0 }
    }

    /// A lexer that read the text up to `at`.
    pub const fn at(text: &'t str, at: usize) -> Self {
        Lexer { text, at, start: at }
    }

    /// Where the word read last began, in bytes of the text.
    pub const fn start(&self) -> usize {
        self.start
    }

    /// Line and column, both from 1, of a place; columns count characters.
    pub fn place(&self, at: usize) -> (u32, u32) {
        let before = self.text.get(..at).unwrap_or(self.text);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() as u32 + 1;
        let begin = before.rfind('\n').map_or(0, |newline| newline + 1);
        (line, before.get(begin..).unwrap_or("").chars().count() as u32 + 1)
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn scan(&self, mut at: usize, test: impl Fn(u8) -> bool) -> usize {
        while self.byte(at).is_some_and(&test) {
            at += 1;
        }
        at
    }

    /// Looks at the next word without reading it.
    pub fn peek(&self) -> Token<'t> {
        let mut ahead = *self;
        ahead.next()
    }

    /// Reads the next word.
    pub fn next(&mut self) -> Token<'t> {
        self.at = self.scan(self.at, |byte| matches!(byte, b' ' | b'\t' | b'\r'));
        if self.byte(self.at) == Some(b';') {
            self.at = self.scan(self.at, |byte| byte != b'\n');
        }
        self.start = self.at;
        let Some(first) = self.byte(self.at) else { return Token::End };
        let second = self.byte(self.at + 1);
        let slice = |from: usize, to: usize| self.text.get(from..to).unwrap_or("");
        let start = self.at;
        match first {
            b'\n' => {
                self.at += 1;
                Token::Newline
            }
            b'"' | b'b' if first == b'"' || second == Some(b'"') => {
                let from = if first == b'"' { start + 1 } else { start + 2 };
                let mut to = self.scan(from, |byte| !matches!(byte, b'"' | b'\\' | b'\n'));
                while self.byte(to) == Some(b'\\') {
                    to = self.scan(self.text.len().min(to + 2), |byte| !matches!(byte, b'"' | b'\\' | b'\n'));
                }
                if self.byte(to) != Some(b'"') {
                    self.at += 1;
                    return Token::Mark('"');
                }
                self.at = to + 1;
                let inside = slice(from, to);
                if first == b'"' { Token::Str(inside) } else { Token::Bytes(inside) }
            }
            _ if begins_word(first) => {
                self.at = self.scan(start, continues_word);
                Token::Word(slice(start, self.at))
            }
            b'.' if second.is_some_and(begins_word) => {
                self.at = self.scan(start + 1, continues_word);
                Token::Directive(slice(start + 1, self.at))
            }
            b'0'..=b'9' | b'-' if first != b'-' || second.is_some_and(|byte| byte.is_ascii_digit()) => {
                let mut at = start + 1;
                while let Some(byte) = self.byte(at) {
                    let exponent =
                        matches!(self.byte(at - 1), Some(b'e' | b'E')) && matches!(byte, b'+' | b'-');
                    if !(continues_word(byte) || byte == b'.' || exponent) {
                        break;
                    }
                    at += 1;
                }
                self.at = at;
                Token::Number(slice(start, at))
            }
            _ => {
                let mark = self.text.get(start..).and_then(|rest| rest.chars().next()).unwrap_or('\0');
                self.at += mark.len_utf8();
                Token::Mark(mark)
            }
        }
    }

    /// Reads the rest of the line, without comment and blanks around.
    pub fn rest_of_line(&mut self) -> &'t str {
        let end = self.scan(self.at, |byte| !matches!(byte, b'\n' | b';'));
        let from = self.scan(self.at, |byte| matches!(byte, b' ' | b'\t' | b'\r'));
        self.start = from;
        self.at = end;
        self.text.get(from..end).unwrap_or("").trim_ascii_end()
    }
}
