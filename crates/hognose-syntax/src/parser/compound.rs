//! Compound statements: headers and what follows their blocks.

use super::display::{BARE, SUBJECT, TARGETS, WITH_GROUP};
use super::expression::level;
use super::memory::Frame;
use super::{Fault, Parsed, Parser, Step};
use crate::token::TokenKind as T;
use crate::tree::{Kind, List};

// What is to come in frames `If`, `While` and `For`: the low bits of their data.
const BODY: u16 = 0;
const ORELSE: u16 = 1;
/// An `If` whose `elif` is the `If` over it.
const ELIF: u16 = 2;
const STAGE: u16 = 3;
/// Flag of `For`: the iterable is to come.
const ITER: u16 = 4;
/// Flag of `For`, `With` and `Function`.
const ASYNC: u16 = 8;
/// Flag of `With`: the only item word is a list already.
const LISTED: u16 = 1;

// What a frame `Try` has read.
const TRY_BODY: u16 = 0;
const TRY_HANDLERS: u16 = 1;
const TRY_ELSE: u16 = 2;
const TRY_FINALLY: u16 = 3;
/// Flag of `Try`: the handlers are `except*`.
const STAR: u16 = 4;

/// Flag of `Case`: the guard is to come.
const GUARD: u16 = 1;

impl Parser<'_> {
    fn named_expression(&mut self) -> Parsed<Step> {
        self.min = level::NAMED;
        Ok(Step::Operand)
    }

    /// The colon of a header, and its block.
    fn colon_block(&mut self) -> Parsed<Step> {
        self.expect(T::Colon)?;
        Ok(Step::Block)
    }

    pub(super) fn open_if(&mut self) -> Parsed<Step> {
        self.memory.push_all(&[0, 0, self.token.start])?;
        self.enter(Frame::If, BODY)?;
        self.advance()?;
        self.named_expression()
    }

    pub(super) fn open_while(&mut self) -> Parsed<Step> {
        self.memory.push_all(&[0, 0, self.token.start])?;
        self.enter(Frame::While, BODY)?;
        self.advance()?;
        self.named_expression()
    }

    pub(super) fn open_for(&mut self, start: u32, is_async: bool) -> Parsed<Step> {
        self.memory.push_all(&[0, 0, 0, start])?;
        self.enter(Frame::For, if is_async { ASYNC } else { 0 })?;
        self.advance()?;
        self.open_items(TARGETS, self.token.start)?;
        Ok(Step::Item)
    }

    pub(super) fn open_async(&mut self) -> Parsed<Step> {
        let start = self.token.start;
        self.advance()?;
        match self.token.kind {
            T::Def => self.open_function(start, true),
            T::With => self.open_with(start, true),
            T::For => self.open_for(start, true),
            _ => Err(Fault::Syntax),
        }
    }

    pub(super) fn open_function(&mut self, start: u32, is_async: bool) -> Parsed<Step> {
        self.advance()?;
        let name = self.token.start;
        self.expect(T::Name)?;
        self.expect(T::LeftParen)?;
        self.memory.push_all(&[name, 0, 0, start])?;
        self.enter(Frame::Function, if is_async { ASYNC } else { 0 })?;
        self.open_function_parameters()
    }

    /// The parameters are read up to `)`.
    pub(super) fn function_parameters(&mut self, params: u32) -> Parsed<Step> {
        self.advance()?;
        self.memory.poke(3, params);
        if self.take(T::Arrow)? {
            return self.expression();
        }
        self.colon_block()
    }

    pub(super) fn open_class(&mut self) -> Parsed<Step> {
        let start = self.token.start;
        self.advance()?;
        let name = self.token.start;
        self.expect(T::Name)?;
        self.memory.push_all(&[name, 0, 0, start])?;
        self.enter(Frame::Class, 0)?;
        if self.at(T::LeftParen) {
            return self.open_class_arguments();
        }
        self.colon_block()
    }

    pub(super) fn class_arguments(&mut self, bases: List, keywords: List) -> Parsed<Step> {
        self.memory.poke(3, bases.0);
        self.memory.poke(2, keywords.0);
        self.colon_block()
    }

    pub(super) fn open_decorators(&mut self) -> Parsed<Step> {
        self.memory.push(0)?;
        self.enter(Frame::Decorators, 0)?;
        self.advance()?;
        self.named_expression()
    }

    fn decorator(&mut self) -> Parsed<Step> {
        self.memory.add_item::<1>(self.value.0)?;
        self.expect(T::Newline)?;
        match self.token.kind {
            T::At => {
                self.advance()?;
                self.named_expression()
            }
            T::Def => self.open_function(self.token.start, false),
            T::Class => self.open_class(),
            T::Async => {
                let start = self.token.start;
                self.advance()?;
                if self.at(T::Def) { self.open_function(start, true) } else { Err(Fault::Syntax) }
            }
            _ => Err(Fault::Syntax),
        }
    }

    /// The decorators under a function or class that was taken off.
    fn close_decorators(&mut self) -> Parsed<List> {
        if self.memory.top().0 != Frame::Decorators {
            return Ok(List::EMPTY);
        }
        self.leave();
        let count = self.memory.pop();
        self.memory.list(count)
    }

    // ---- with -------------------------------------------------------------------------------------------------

    pub(super) fn open_with(&mut self, start: u32, is_async: bool) -> Parsed<Step> {
        self.memory.push_all(&[start, 0])?;
        self.enter(Frame::With, if is_async { ASYNC } else { 0 })?;
        self.advance()?;
        if self.at(T::LeftParen) {
            let group = self.token.start;
            self.advance()?;
            self.open_items(WITH_GROUP, group)?;
            return Ok(Step::Item);
        }
        self.expression()
    }

    fn with_context(&mut self) -> Parsed<Step> {
        if self.take(T::As)? {
            return self.open_with_target(false);
        }
        self.make(Kind::WithItem, 0, self.value_start, &[self.value.0, 0])?;
        self.next_with_item()
    }

    /// The target after the `as` that was taken; the value is the context.
    pub(super) fn open_with_target(&mut self, grouped: bool) -> Parsed<Step> {
        self.memory.push_all(&[self.value.0, self.value_start])?;
        self.enter(Frame::WithTarget, u16::from(grouped))?;
        if self.at(T::Star) {
            return self.open_starred(level::PRIMARY);
        }
        self.min = level::PRIMARY;
        Ok(Step::Operand)
    }

    pub(super) fn with_target(&mut self, grouped: u16) -> Parsed<Step> {
        self.check_targets(self.value, true)?;
        if !matches!(self.token.kind, T::Comma | T::RightParen | T::Colon) {
            return Err(Fault::Syntax);
        }
        self.leave();
        let [context, start] = self.memory.pop_all();
        self.make(Kind::WithItem, 0, start, &[context, self.value.0])?;
        if grouped != 0 { Ok(Step::Value) } else { self.next_with_item() }
    }

    fn next_with_item(&mut self) -> Parsed<Step> {
        self.memory.add_item::<2>(self.value.0)?;
        if self.take(T::Comma)? {
            return self.expression();
        }
        self.colon_block()
    }

    /// The list on top turned out to be items in parentheses; the current token is the colon.
    pub(super) fn with_items_in_group(&mut self) -> Parsed<Step> {
        let count = self.item_count();
        for place in 0..count {
            let id = self.item_at(place);
            if self.kind(id) != Kind::WithItem {
                let span = self.tree().span(id);
                let item = self.memory.node(Kind::WithItem, 0, span.start, span.end, &[id.0, 0])?;
                self.memory.poke((2 + count - place) as usize, item.0);
            }
        }
        self.leave();
        let [_, count] = self.memory.pop_all();
        let items = self.memory.list(count)?;
        self.memory.add_item::<2>(items.0)?;
        let (_, data) = self.memory.top();
        self.memory.set_data(data | LISTED);
        self.colon_block()
    }

    // ---- values of headers ------------------------------------------------------------------------------------

    pub(super) fn header_value(&mut self, frame: Frame, data: u16) -> Parsed<Step> {
        match frame {
            Frame::If | Frame::While => {
                self.memory.poke(3, self.value.0);
                self.colon_block()
            }
            Frame::For if data & ITER == 0 => {
                self.check_targets(self.value, true)?;
                self.memory.poke(4, self.value.0);
                self.expect(T::In)?;
                self.memory.set_data(data | ITER);
                self.open_items(BARE, self.token.start)?;
                Ok(Step::Item)
            }
            Frame::For => {
                self.memory.poke(3, self.value.0);
                self.memory.set_data(data & ASYNC);
                self.colon_block()
            }
            Frame::Function => {
                self.memory.poke(2, self.value.0);
                self.colon_block()
            }
            Frame::Decorators => self.decorator(),
            Frame::With => self.with_context(),
            Frame::Handler => self.handler_kind(),
            Frame::Match => {
                self.memory.poke(3, self.value.0);
                self.expect(T::Colon)?;
                self.expect(T::Newline)?;
                self.expect(T::Indent)?;
                if self.at_word(b"case") { Ok(Step::Case) } else { Err(Fault::Syntax) }
            }
            Frame::Case => {
                self.memory.poke(2, self.value.0);
                self.memory.set_data(0);
                self.colon_block()
            }
            _ => Err(Fault::Syntax),
        }
    }

    // ---- after blocks -----------------------------------------------------------------------------------------

    pub(super) fn block_done(&mut self) -> Parsed<Step> {
        let (frame, data) = self.memory.top();
        let list = self.list;
        match frame {
            Frame::If => self.if_block(data, list),
            Frame::While | Frame::For => {
                if data & STAGE == BODY {
                    self.memory.poke(2, list.0);
                    if self.take(T::Else)? {
                        self.memory.set_data(data | ORELSE);
                        return self.colon_block();
                    }
                }
                let orelse = if data & STAGE == BODY { 0 } else { list.0 };
                self.leave();
                if frame == Frame::While {
                    let [test, body, start] = self.memory.pop_all();
                    self.make(Kind::While, 0, start, &[test, body, orelse])?;
                } else {
                    let [target, iter, body, start] = self.memory.pop_all();
                    let is_async = u8::from(data & ASYNC != 0);
                    self.make(Kind::For, is_async, start, &[target, iter, body, orelse])?;
                }
                Ok(Step::CompoundDone)
            }
            Frame::With => {
                self.leave();
                let [start, count] = self.memory.pop_all();
                let items =
                    if data & LISTED != 0 { List(self.memory.pop()) } else { self.memory.list(count)? };
                self.make(Kind::With, u8::from(data & ASYNC != 0), start, &[items.0, list.0])?;
                Ok(Step::CompoundDone)
            }
            Frame::Function => {
                self.leave();
                let [name, params, returns, start] = self.memory.pop_all();
                let decorators = self.close_decorators()?;
                let is_async = u8::from(data & ASYNC != 0);
                let fields = [name, params, returns, decorators.0, list.0];
                self.make(Kind::FunctionDef, is_async, start, &fields)?;
                Ok(Step::CompoundDone)
            }
            Frame::Class => {
                self.leave();
                let [name, bases, keywords, start] = self.memory.pop_all();
                let decorators = self.close_decorators()?;
                self.make(Kind::ClassDef, 0, start, &[name, bases, keywords, decorators.0, list.0])?;
                Ok(Step::CompoundDone)
            }
            Frame::Try => self.try_block(data, list),
            Frame::Handler => {
                self.leave();
                let [kind, name, start] = self.memory.pop_all();
                self.make(Kind::ExceptHandler, 0, start, &[kind, name, list.0])?;
                self.memory.add_item::<4>(self.value.0)?;
                let (_, data) = self.memory.top();
                self.memory.set_data(data & STAR | TRY_HANDLERS);
                self.after_try_block()
            }
            Frame::Case => {
                self.leave();
                let [pattern, guard, start] = self.memory.pop_all();
                self.make(Kind::MatchCase, 0, start, &[pattern, guard, list.0])?;
                self.memory.add_item::<3>(self.value.0)?;
                Ok(Step::Case)
            }
            _ => Err(Fault::Syntax),
        }
    }

    fn if_block(&mut self, data: u16, list: List) -> Parsed<Step> {
        let mut orelse = List::EMPTY;
        if data & STAGE == BODY {
            self.memory.poke(2, list.0);
            if self.at(T::Elif) {
                self.memory.set_data(ELIF);
                return self.open_if();
            }
            if self.take(T::Else)? {
                self.memory.set_data(ORELSE);
                return self.colon_block();
            }
        } else {
            orelse = list;
        }
        loop {
            self.leave();
            let [test, body, start] = self.memory.pop_all();
            self.make(Kind::If, 0, start, &[test, body, orelse.0])?;
            if self.memory.top() != (Frame::If, ELIF) {
                return Ok(Step::CompoundDone);
            }
            orelse = List(Self::single(self.value));
        }
    }

    // ---- try --------------------------------------------------------------------------------------------------

    pub(super) fn open_try(&mut self) -> Parsed<Step> {
        self.memory.push_all(&[0, 0, self.token.start, 0])?;
        self.enter(Frame::Try, TRY_BODY)?;
        self.advance()?;
        self.colon_block()
    }

    fn try_block(&mut self, data: u16, list: List) -> Parsed<Step> {
        match data & STAGE {
            TRY_BODY => self.memory.poke(4, list.0),
            TRY_ELSE => self.memory.poke(3, list.0),
            _ => return self.close_try(list),
        }
        self.after_try_block()
    }

    fn after_try_block(&mut self) -> Parsed<Step> {
        let (_, data) = self.memory.top();
        let stage = data & STAGE;
        match self.token.kind {
            T::Except if stage <= TRY_HANDLERS => {
                let start = self.token.start;
                self.advance()?;
                let star = self.take(T::Star)?;
                if stage == TRY_HANDLERS && star != (data & STAR != 0) {
                    return Err(Fault::Syntax);
                }
                if star {
                    self.memory.set_data(data | STAR);
                }
                self.memory.push_all(&[0, 0, start])?;
                self.enter(Frame::Handler, 0)?;
                if !star && self.at(T::Colon) {
                    return self.colon_block();
                }
                self.expression()
            }
            T::Else if stage == TRY_HANDLERS => {
                self.advance()?;
                self.memory.set_data(data & STAR | TRY_ELSE);
                self.colon_block()
            }
            T::Finally => {
                self.advance()?;
                self.memory.set_data(data & STAR | TRY_FINALLY);
                self.colon_block()
            }
            _ if stage == TRY_BODY => Err(Fault::Syntax),
            _ => self.close_try(List::EMPTY),
        }
    }

    fn handler_kind(&mut self) -> Parsed<Step> {
        self.memory.poke(3, self.value.0);
        if self.take(T::As)? {
            self.memory.poke(2, self.token.start);
            self.expect(T::Name)?;
        }
        self.colon_block()
    }

    fn close_try(&mut self, finalbody: List) -> Parsed<Step> {
        let data = self.leave();
        let [body, orelse, start, count] = self.memory.pop_all();
        let handlers = self.memory.list(count)?;
        let fields = [body, handlers.0, orelse, finalbody.0];
        self.make(Kind::Try, u8::from(data & STAR != 0), start, &fields)?;
        Ok(Step::CompoundDone)
    }

    // ---- match ------------------------------------------------------------------------------------------------

    pub(super) fn open_match(&mut self) -> Parsed<Step> {
        self.memory.push_all(&[0, self.token.start, 0])?;
        self.enter(Frame::Match, 0)?;
        self.advance()?;
        self.open_items(SUBJECT, self.token.start)?;
        Ok(Step::Item)
    }

    pub(super) fn case(&mut self) -> Parsed<Step> {
        if self.at_word(b"case") {
            self.memory.push_all(&[0, 0, self.token.start])?;
            self.enter(Frame::Case, 0)?;
            self.advance()?;
            return self.open_case_pattern();
        }
        self.expect(T::Dedent)?;
        self.leave();
        let [subject, start, count] = self.memory.pop_all();
        let cases = self.memory.list(count)?;
        self.make(Kind::Match, 0, start, &[subject, cases.0])?;
        Ok(Step::CompoundDone)
    }

    /// The pattern of the case on top is the value.
    pub(super) fn case_pattern(&mut self) -> Parsed<Step> {
        self.memory.poke(3, self.value.0);
        if self.take(T::If)? {
            self.memory.set_data(GUARD);
            return self.named_expression();
        }
        self.colon_block()
    }
}
