//! Parameters of functions and lambdas.

use super::expression::level;
use super::memory::Frame;
use super::{Fault, Parsed, Parser, Step};
use crate::token::TokenKind as T;
use crate::tree::Kind;

// Flags of a frame `Parameters`.
/// Of a lambda: no annotations, and `:` ends.
const LAMBDA: u16 = 1;
/// A parameter has a default: those before `*` that follow must have one.
const DEFAULT: u16 = 2;
/// `/` was read.
const SLASH: u16 = 4;
/// `*` was read, alone or with a name.
const STAR: u16 = 8;
/// The `*` stood alone and no name has followed yet.
const BARE_STAR: u16 = 16;
/// `**name` was read: nothing follows.
const DOUBLE_STAR: u16 = 32;

// What a frame `Parameter` is, and what is to come.
const PLAIN: u16 = 0;
const VARARG: u16 = 1;
const KWARG: u16 = 2;
const ROLE: u16 = 3;
const ANNOTATION: u16 = 4;

// Depths of the words of `Parameters` under its head.
const COUNT: usize = 1;
const KWARG_WORD: usize = 3;
const VARARG_WORD: usize = 4;
const ARGS: usize = 5;
const POSONLY: usize = 6;

impl Parser<'_> {
    pub(super) fn open_lambda(&mut self) -> Parsed<Step> {
        let start = self.token.start;
        self.advance()?;
        // The level outside the lambda is kept by the frame of its body, which begins where this one ends.
        self.memory.push_all(&[0, start])?;
        self.enter(Frame::LambdaBody, 0)?;
        self.open_parameters(LAMBDA)
    }

    /// Parameters of a function; its `(` was taken.
    pub(super) fn open_function_parameters(&mut self) -> Parsed<Step> {
        self.open_parameters(0)
    }

    fn open_parameters(&mut self, flags: u16) -> Parsed<Step> {
        self.memory.push_all(&[0, 0, 0, 0, self.token.start, 0])?;
        self.enter(Frame::Parameters, flags)?;
        Ok(Step::Parameter)
    }

    pub(super) fn parameter(&mut self) -> Parsed<Step> {
        let (_, data) = self.memory.top();
        let end = if data & LAMBDA != 0 { T::Colon } else { T::RightParen };
        if self.at(end) {
            return self.close_parameters(data);
        }
        if data & DOUBLE_STAR != 0 {
            return Err(Fault::Syntax);
        }
        let count = self.memory.peek(COUNT);
        match self.token.kind {
            T::Slash => {
                if data & (SLASH | STAR) != 0 || count == 0 {
                    return Err(Fault::Syntax);
                }
                self.advance()?;
                self.memory.poke(POSONLY, count);
                self.memory.set_data(data | SLASH);
                self.parameter_end()
            }
            T::Star => {
                if data & STAR != 0 {
                    return Err(Fault::Syntax);
                }
                self.advance()?;
                self.memory.poke(ARGS, count);
                if self.at(T::Comma) {
                    self.advance()?;
                    self.memory.set_data(data | STAR | BARE_STAR);
                    return if self.at(T::Name) { Ok(Step::Parameter) } else { Err(Fault::Syntax) };
                }
                self.memory.set_data(data | STAR);
                self.parameter_name(VARARG)
            }
            T::DoubleStar => {
                self.advance()?;
                self.memory.set_data(data | DOUBLE_STAR);
                self.parameter_name(KWARG)
            }
            _ => {
                self.memory.set_data(data & !BARE_STAR);
                self.parameter_name(PLAIN)
            }
        }
    }

    /// A name, and what follows it.
    fn parameter_name(&mut self, role: u16) -> Parsed<Step> {
        let name = self.token;
        let (_, data) = self.memory.top();
        self.expect(T::Name)?;
        self.memory.push_all(&[name.start, name.end, 0])?;
        self.enter(Frame::Parameter, role)?;
        if data & LAMBDA == 0 && self.take(T::Colon)? {
            self.memory.set_data(role | ANNOTATION);
            if role == VARARG && self.at(T::Star) {
                return self.open_starred(level::BIT_OR);
            }
            self.min = level::TERNARY;
            return Ok(Step::Operand);
        }
        self.parameter_default(role)
    }

    pub(super) fn parameter_value(&mut self, data: u16) -> Parsed<Step> {
        if data & ANNOTATION != 0 {
            self.memory.poke(2, self.last_end);
            self.memory.poke(1, self.value.0);
            self.memory.set_data(data & ROLE);
            return self.parameter_default(data & ROLE);
        }
        self.add_parameter(self.value.0)
    }

    fn parameter_default(&mut self, role: u16) -> Parsed<Step> {
        if !self.at(T::Equal) {
            return self.add_parameter(0);
        }
        if role != PLAIN {
            return Err(Fault::Syntax);
        }
        self.advance()?;
        self.min = level::TERNARY;
        Ok(Step::Operand)
    }

    fn add_parameter(&mut self, default: u32) -> Parsed<Step> {
        let role = self.leave();
        let [start, end, annotation] = self.memory.pop_all();
        let param = self.memory.node(Kind::Param, 0, start, end, &[annotation, default])?;
        let (_, data) = self.memory.top();
        match role {
            VARARG => self.memory.poke(VARARG_WORD, param.0),
            KWARG => self.memory.poke(KWARG_WORD, param.0),
            _ => {
                if default != 0 {
                    self.memory.set_data(data | DEFAULT);
                } else if data & (DEFAULT | STAR) == DEFAULT {
                    return Err(Fault::Syntax);
                }
                self.memory.add_item::<6>(param.0)?;
            }
        }
        self.parameter_end()
    }

    /// A comma or the end.
    fn parameter_end(&mut self) -> Parsed<Step> {
        let (_, data) = self.memory.top();
        let end = if data & LAMBDA != 0 { T::Colon } else { T::RightParen };
        if !self.at(end) {
            self.expect(T::Comma)?;
        }
        Ok(Step::Parameter)
    }

    fn close_parameters(&mut self, data: u16) -> Parsed<Step> {
        if data & BARE_STAR != 0 {
            return Err(Fault::Syntax);
        }
        let end = self.last_end;
        self.leave();
        let [posonly, args, vararg, kwarg, start, count] = self.memory.pop_all();
        let mut params = 0;
        if count > 0 || vararg != 0 || kwarg != 0 {
            let args = if data & STAR != 0 { args } else { count };
            let (count, posonly, args) = (count as usize, posonly as usize, args as usize);
            let fields = [
                self.memory.list_of(count, 0, posonly)?.0,
                self.memory.list_of(count, posonly, args)?.0,
                vararg,
                self.memory.list_of(count, args, count)?.0,
                kwarg,
            ];
            params = self.memory.node(Kind::Params, 0, start, end, &fields)?.0;
        }
        self.memory.drop_items(count);
        if data & LAMBDA == 0 {
            return self.function_parameters(params);
        }
        if self.field_depth > 0 && usize::from(self.field_depth) == self.lexer.depth() {
            // In a field of an f-string the colon begins the format spec.
            return Err(Fault::Syntax);
        }
        self.memory.poke(2, params);
        self.advance()?;
        self.min = level::TERNARY;
        Ok(Step::Operand)
    }
}
