//! A part of a program, parsed on its own.

use super::display::{ANY, FIELD};
use super::memory::{Frame, Memory};
use super::{Fault, Mode, Origin, Parsed, Parser, Step};
use crate::character::Characters;
use crate::lexer::Lexer;
use crate::token::{Token, TokenKind};
use crate::tree::{List, NodeId};

impl<'a> Parser<'a> {
    /// A parser for the bytes from `start` to `end`, which are not read as lines.
    pub(crate) fn fragment(
        source: &'a [u8],
        characters: Characters,
        start: u32,
        end: u32,
        words: &'a mut [u32],
    ) -> Self {
        Self {
            source: source.get(..end as usize).unwrap_or(source),
            characters,
            mode: Mode::Eval,
            lexer: Lexer::inside(source, start as usize, end as usize),
            memory: Memory::new(words),
            token: Token { kind: TokenKind::Newline, start, end: start },
            last_end: start,
            min: 0,
            value: NodeId(0),
            value_start: start,
            value_grouped: false,
            list: List::EMPTY,
            field_depth: 0,
            in_line: false,
            started: true,
            statements: 0,
            finished: true,
            statement: Origin { start, level: 0 },
            bare_match: None,
            failed: None,
        }
    }

    /// The whole fragment as an expression, with stars, commas, `:=` and `yield`.
    pub(crate) fn expression_fragment(&mut self) -> Parsed<NodeId> {
        self.whole(|parser| {
            if parser.at(TokenKind::Yield) {
                return parser.open_yield();
            }
            parser.open_items(ANY, parser.token.start)?;
            Ok(Step::Item)
        })
    }

    /// The whole fragment as what stands in a field of an f-string.
    pub(crate) fn field_fragment(&mut self) -> Parsed<NodeId> {
        self.whole(|parser| {
            parser.open_items(FIELD, parser.token.start)?;
            Ok(Step::Item)
        })
    }

    /// The whole fragment as arguments of a call, made a `Call` without a function.
    pub(crate) fn arguments_fragment(&mut self) -> Parsed<NodeId> {
        self.whole(|parser| {
            parser.open_bare_arguments()?;
            Ok(Step::Argument)
        })
    }

    fn whole(&mut self, begin: impl FnOnce(&mut Self) -> Parsed<Step>) -> Parsed<NodeId> {
        self.token = self.lexer.next()?;
        self.enter(Frame::Outermost, 0)?;
        let step = begin(self)?;
        let root = self.run(step)?;
        if self.at(TokenKind::End) { Ok(root) } else { Err(Fault::Syntax) }
    }

    pub(crate) fn push_word(&mut self, word: u32) -> Parsed<()> {
        self.memory.push(word)
    }

    pub(crate) fn pop_word(&mut self) -> u32 {
        self.memory.pop()
    }
}
