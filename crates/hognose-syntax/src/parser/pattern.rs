//! Patterns of `case`.

use super::memory::Frame;
use super::{Fault, Parsed, Parser, Step};
use crate::operator::{BinaryOp, Singleton, UnaryOp};
use crate::token::TokenKind as T;
use crate::tree::Kind;

// What a frame `PatternItems` is: the low bits of its data.
const KIND: u16 = 3;
/// After `case`, without brackets.
const OPEN: u16 = 0;
/// In `()`.
const GROUP: u16 = 1;
/// In `[]`.
const BRACKET: u16 = 2;
/// There was a comma.
const COMMA: u16 = 4;

/// Flag of a frame `PatternClass`: a keyword was read.
const KEYWORD: u16 = 1;
/// Flag of a frame `PatternText`: the literal is the key of a mapping.
const KEY: u16 = 1;

impl Parser<'_> {
    pub(super) fn open_case_pattern(&mut self) -> Parsed<Step> {
        self.open_patterns(OPEN)
    }

    fn open_patterns(&mut self, kind: u16) -> Parsed<Step> {
        self.memory.push_all(&[self.token.start, 0])?;
        self.enter(Frame::PatternItems, kind)?;
        if kind != OPEN {
            self.advance()?;
        }
        self.pattern_item()
    }

    /// An element of the sequence on top begins, or the sequence ends.
    fn pattern_item(&mut self) -> Parsed<Step> {
        let (_, data) = self.memory.top();
        match self.token.kind {
            T::RightParen if data & KIND == GROUP => self.close_sequence(),
            T::RightBracket if data & KIND == BRACKET => self.close_sequence(),
            T::Colon | T::If if data & (KIND | COMMA) == COMMA => self.close_sequence(),
            T::Star => {
                let start = self.token.start;
                self.advance()?;
                let name = self.token;
                self.expect(T::Name)?;
                let name = if self.text_of(name) == b"_" { 0 } else { name.start };
                self.make(Kind::MatchStar, 0, start, &[name])?;
                Ok(Step::PatternValue)
            }
            _ => Ok(Step::Pattern),
        }
    }

    fn close_sequence(&mut self) -> Parsed<Step> {
        match self.memory.top().1 & KIND {
            GROUP => self.expect(T::RightParen)?,
            BRACKET => self.expect(T::RightBracket)?,
            _ => {}
        }
        let data = self.leave();
        let [start, count] = self.memory.pop_all();
        let patterns = self.memory.list(count)?;
        self.make(Kind::MatchSequence, 0, start, &[patterns.0])?;
        if data & KIND == OPEN { self.case_pattern() } else { Ok(Step::PatternOperator) }
    }

    /// Gives a complete pattern to the frame on top.
    pub(super) fn pattern_value(&mut self) -> Parsed<Step> {
        let (frame, data) = self.memory.top();
        match frame {
            Frame::PatternItems => self.sequence_value(data),
            Frame::PatternMapping => {
                self.memory.add_item::<3>(self.value.0)?;
                self.next_entry()
            }
            Frame::PatternClass => {
                if data & KEYWORD != 0 {
                    return Err(Fault::Syntax);
                }
                self.memory.add_item::<3>(self.value.0)?;
                self.next_class_pattern()
            }
            Frame::PatternKeyword => {
                self.leave();
                let start = self.memory.pop();
                self.make(Kind::MatchKeyword, 0, start, &[self.value.0])?;
                self.memory.add_item::<3>(self.value.0)?;
                self.memory.set_data(KEYWORD);
                self.next_class_pattern()
            }
            _ => Err(Fault::Syntax),
        }
    }

    fn sequence_value(&mut self, data: u16) -> Parsed<Step> {
        if self.at(T::Comma) {
            self.memory.add_item::<2>(self.value.0)?;
            self.memory.set_data(data | COMMA);
            self.advance()?;
            return self.pattern_item();
        }
        if data & COMMA != 0 || data & KIND == BRACKET {
            self.memory.add_item::<2>(self.value.0)?;
            return self.close_sequence();
        }
        if self.kind(self.value) == Kind::MatchStar {
            return Err(Fault::Syntax);
        }
        if data & KIND == OPEN {
            self.leave();
            self.memory.drop_items(2);
            return self.case_pattern();
        }
        self.expect(T::RightParen)?;
        self.leave();
        let [start, _] = self.memory.pop_all();
        self.value_start = start;
        Ok(Step::PatternOperator)
    }

    pub(super) fn pattern_operator(&mut self) -> Parsed<Step> {
        let in_or = self.memory.top().0 == Frame::PatternOr;
        if self.at(T::Pipe) {
            if in_or {
                self.memory.add_item::<2>(self.value.0)?;
            } else {
                self.memory.push_all(&[self.value.0, self.value_start, 1])?;
                self.enter(Frame::PatternOr, 0)?;
            }
            self.advance()?;
            return Ok(Step::Pattern);
        }
        if in_or {
            self.memory.add_item::<2>(self.value.0)?;
            self.leave();
            let [start, count] = self.memory.pop_all();
            let patterns = self.memory.list(count)?;
            self.make(Kind::MatchOr, 0, start, &[patterns.0])?;
        }
        if self.take(T::As)? {
            let name = self.token;
            if self.at_word(b"_") {
                return Err(Fault::Syntax);
            }
            self.expect(T::Name)?;
            self.make(Kind::MatchAs, 0, self.value_start, &[self.value.0, name.start])?;
        }
        Ok(Step::PatternValue)
    }

    /// A closed pattern begins.
    pub(super) fn pattern(&mut self) -> Parsed<Step> {
        match self.token.kind {
            T::Int | T::Float | T::Imaginary | T::Minus => {
                self.number_expression()?;
                self.make(Kind::MatchValue, 0, self.value_start, &[self.value.0])?;
            }
            T::Str | T::Bytes | T::FString => {
                self.enter(Frame::PatternText, 0)?;
                return self.strings();
            }
            T::None => self.make_leaf(Kind::MatchSingleton, Singleton::None as u8)?,
            T::True => self.make_leaf(Kind::MatchSingleton, Singleton::True as u8)?,
            T::False => self.make_leaf(Kind::MatchSingleton, Singleton::False as u8)?,
            T::LeftParen => return self.open_patterns(GROUP),
            T::LeftBracket => return self.open_patterns(BRACKET),
            T::LeftBrace => {
                self.memory.push_all(&[0, self.token.start, 0])?;
                self.enter(Frame::PatternMapping, 0)?;
                self.advance()?;
                return self.entry();
            }
            T::Name => return self.name_pattern(),
            _ => return Err(Fault::Syntax),
        }
        Ok(Step::PatternOperator)
    }

    /// The string literal of a pattern is the value.
    pub(super) fn pattern_text(&mut self) -> Parsed<Step> {
        if self.leave() == KEY {
            return self.entry_key();
        }
        self.make(Kind::MatchValue, 0, self.value_start, &[self.value.0])?;
        Ok(Step::PatternOperator)
    }

    /// A number with a sign, or a complex number.
    fn number_expression(&mut self) -> Parsed<()> {
        let start = self.token.start;
        let negative = self.take(T::Minus)?;
        let real = self.token.kind;
        match real {
            T::Int => self.make_int()?,
            T::Float => self.make_leaf(Kind::Float, 0)?,
            T::Imaginary => self.make_leaf(Kind::Imaginary, 0)?,
            _ => return Err(Fault::Syntax),
        }
        if negative {
            self.make(Kind::UnaryOp, UnaryOp::USub as u8, start, &[self.value.0])?;
        }
        let op = match self.token.kind {
            T::Plus => BinaryOp::Add,
            T::Minus => BinaryOp::Sub,
            _ => return Ok(()),
        };
        self.advance()?;
        let left = self.value.0;
        if real == T::Imaginary || !self.at(T::Imaginary) {
            return Err(Fault::Syntax);
        }
        self.make_leaf(Kind::Imaginary, 0)?;
        self.make(Kind::BinOp, op as u8, start, &[left, self.value.0])
    }

    /// A wildcard, a capture, a dotted name or a class.
    fn name_pattern(&mut self) -> Parsed<Step> {
        let name = self.token;
        self.advance()?;
        if self.text_of(name) == b"_" {
            if self.at(T::Equal) && self.memory.top().0 == Frame::PatternClass {
                return self.open_pattern_keyword(name.start);
            }
            self.make(Kind::MatchAs, 0, name.start, &[0, 0])?;
            return Ok(Step::PatternOperator);
        }
        match self.token.kind {
            T::Dot | T::LeftParen => {}
            T::Equal if self.memory.top().0 == Frame::PatternClass => {
                return self.open_pattern_keyword(name.start);
            }
            _ => {
                self.make(Kind::MatchAs, 0, name.start, &[0, name.start])?;
                return Ok(Step::PatternOperator);
            }
        }
        self.value = self.memory.node(Kind::Name, 0, name.start, name.end, &[])?;
        self.attributes(name.start)?;
        if self.at(T::LeftParen) {
            self.memory.push_all(&[self.value.0, name.start, 0])?;
            self.enter(Frame::PatternClass, 0)?;
            self.advance()?;
            return self.class_pattern();
        }
        self.make(Kind::MatchValue, 0, name.start, &[self.value.0])?;
        Ok(Step::PatternOperator)
    }

    /// The `.name` parts after the name in the value.
    fn attributes(&mut self, start: u32) -> Parsed<()> {
        while self.take(T::Dot)? {
            let name = self.token.start;
            self.expect(T::Name)?;
            self.make(Kind::Attribute, 0, start, &[self.value.0, name])?;
        }
        Ok(())
    }

    // ---- classes ----------------------------------------------------------------------------------------------

    fn open_pattern_keyword(&mut self, start: u32) -> Parsed<Step> {
        self.advance()?;
        self.memory.push(start)?;
        self.enter(Frame::PatternKeyword, 0)?;
        Ok(Step::Pattern)
    }

    fn class_pattern(&mut self) -> Parsed<Step> {
        if !self.at(T::RightParen) {
            return Ok(Step::Pattern);
        }
        self.advance()?;
        self.leave();
        let [class, start, count] = self.memory.pop_all();
        let (patterns, keywords) = self.memory.split(count, Kind::MatchKeyword)?;
        self.make(Kind::MatchClass, 0, start, &[class, patterns.0, keywords.0])?;
        Ok(Step::PatternOperator)
    }

    fn next_class_pattern(&mut self) -> Parsed<Step> {
        if !self.take(T::Comma)? && !self.at(T::RightParen) {
            return Err(Fault::Syntax);
        }
        self.class_pattern()
    }

    // ---- mappings ---------------------------------------------------------------------------------------------

    /// An entry of the mapping on top begins, or the mapping ends.
    fn entry(&mut self) -> Parsed<Step> {
        let start = self.token.start;
        match self.token.kind {
            T::RightBrace => return self.close_mapping(),
            T::DoubleStar => {
                self.advance()?;
                if self.at_word(b"_") {
                    return Err(Fault::Syntax);
                }
                self.memory.poke(3, self.token.start);
                self.expect(T::Name)?;
                self.take(T::Comma)?;
                return self.close_mapping();
            }
            T::Int | T::Float | T::Imaginary | T::Minus => self.number_expression()?,
            T::Str | T::Bytes | T::FString => {
                self.enter(Frame::PatternText, KEY)?;
                return self.strings();
            }
            T::None => self.make_leaf(Kind::Constant, Singleton::None as u8)?,
            T::True => self.make_leaf(Kind::Constant, Singleton::True as u8)?,
            T::False => self.make_leaf(Kind::Constant, Singleton::False as u8)?,
            T::Name => {
                self.make_leaf(Kind::Name, 0)?;
                if !self.at(T::Dot) {
                    return Err(Fault::Syntax);
                }
                self.attributes(start)?;
            }
            _ => return Err(Fault::Syntax),
        }
        self.entry_key()
    }

    /// The key in the value is complete.
    fn entry_key(&mut self) -> Parsed<Step> {
        self.expect(T::Colon)?;
        self.memory.add_item::<3>(self.value.0)?;
        Ok(Step::Pattern)
    }

    fn next_entry(&mut self) -> Parsed<Step> {
        if !self.take(T::Comma)? && !self.at(T::RightBrace) {
            return Err(Fault::Syntax);
        }
        self.entry()
    }

    fn close_mapping(&mut self) -> Parsed<Step> {
        self.expect(T::RightBrace)?;
        self.leave();
        let [rest, start, count] = self.memory.pop_all();
        let items = self.memory.list(count)?;
        self.make(Kind::MatchMapping, 0, start, &[items.0, rest])?;
        Ok(Step::PatternOperator)
    }
}
