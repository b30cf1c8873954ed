//! Calls, and the argument list of a class header.

use super::display::ARGUMENT_GENERATOR;
use super::expression::level;
use super::memory::{Frame, Memory};
use super::{Fault, Parsed, Parser, Step};
use crate::token::TokenKind as T;
use crate::tree::{Kind, NodeId};

// Flags of a frame `Call`.
/// A keyword argument was read: no positional one may follow.
const KEYWORD: u16 = 1;
/// A `**` was read: only keywords and `**` may follow.
const UNPACK: u16 = 2;
/// The header of a class: no call is made.
const CLASS: u16 = 4;

impl Parser<'_> {
    /// A call of the value; the current token is `(`.
    pub(super) fn open_call(&mut self) -> Parsed<Step> {
        self.memory.push_all(&[self.value.0, self.value_start, self.token.start, 0])?;
        self.enter(Frame::Call, 0)?;
        self.advance()?;
        Ok(Step::Argument)
    }

    /// The arguments of a class; the current token is `(`.
    pub(super) fn open_class_arguments(&mut self) -> Parsed<Step> {
        self.memory.push_all(&[0, 0, self.token.start, 0])?;
        self.enter(Frame::Call, CLASS)?;
        self.advance()?;
        Ok(Step::Argument)
    }

    /// Arguments without a call around them, up to the end.
    #[cfg(feature = "explain")]
    pub(super) fn open_bare_arguments(&mut self) -> Parsed<()> {
        self.memory.push_all(&[0, self.token.start, 0, 0])?;
        self.enter(Frame::Call, 0)
    }

    pub(super) fn argument(&mut self) -> Parsed<Step> {
        let (_, data) = self.memory.top();
        match self.token.kind {
            T::RightParen | T::End => self.close_call(),
            T::Star if data & UNPACK != 0 => Err(Fault::Syntax),
            T::Star => self.open_starred(level::TERNARY),
            T::DoubleStar => {
                self.memory.push(self.token.start)?;
                self.advance()?;
                self.open_keyword(1)
            }
            _ => {
                self.min = level::NAMED;
                Ok(Step::Operand)
            }
        }
    }

    fn open_keyword(&mut self, unpack: u16) -> Parsed<Step> {
        self.enter(Frame::Keyword, unpack)?;
        self.min = level::TERNARY;
        Ok(Step::Operand)
    }

    pub(super) fn keyword_value(&mut self, data: u16) -> Parsed<Step> {
        self.leave();
        let start = self.memory.pop();
        self.make(Kind::Keyword, data as u8, start, &[self.value.0])?;
        self.memory.add_item::<4>(self.value.0)?;
        let (_, flags) = self.memory.top();
        self.memory.set_data(flags | if data == 1 { UNPACK } else { KEYWORD });
        self.next_argument()
    }

    pub(super) fn call_value(&mut self, data: u16) -> Parsed<Step> {
        match self.token.kind {
            T::Equal if self.value_is_name() => {
                self.memory.push(self.value_start)?;
                self.advance()?;
                return self.open_keyword(0);
            }
            T::For | T::Async => {
                let first = self.memory.peek(1) == 0;
                if !first || data != 0 || self.value_is_starred() {
                    return Err(Fault::Syntax);
                }
                // The generator takes the parentheses of the call.
                let start = self.memory.peek(2);
                return self.open_comprehension(ARGUMENT_GENERATOR, start, self.value.0, 0);
            }
            _ => {}
        }
        if data & (KEYWORD | UNPACK) != 0 && !self.value_is_starred() {
            return Err(Fault::Syntax);
        }
        self.memory.add_item::<4>(self.value.0)?;
        self.next_argument()
    }

    fn next_argument(&mut self) -> Parsed<Step> {
        match self.token.kind {
            T::Comma => {
                self.advance()?;
                Ok(Step::Argument)
            }
            T::RightParen | T::End => self.close_call(),
            _ => Err(Fault::Syntax),
        }
    }

    fn close_call(&mut self) -> Parsed<Step> {
        // Only arguments without a call around them meet the end: inside brackets the lexer gives none.
        if !self.at(T::End) {
            self.expect(T::RightParen)?;
        }
        let data = self.leave();
        let [function, start, _, count] = self.memory.pop_all();
        let (args, keywords) = self.memory.split(count, Kind::Keyword)?;
        if data & CLASS != 0 {
            return self.class_arguments(args, keywords);
        }
        self.make(Kind::Call, 0, start, &[function, args.0, keywords.0])?;
        Ok(Step::Suffix)
    }

    /// The generator in the value is the argument of the call on top, and has taken its `)`.
    pub(super) fn call_of_generator(&mut self) -> Parsed<Step> {
        self.leave();
        let [function, start, _, _] = self.memory.pop_all();
        let args = Memory::single(NodeId(self.value.0));
        self.make(Kind::Call, 0, start, &[function, args.0, 0])?;
        Ok(Step::Suffix)
    }
}
