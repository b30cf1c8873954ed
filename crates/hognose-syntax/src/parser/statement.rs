//! Simple statements, and where statements begin and end.

use super::display::DELETE;
use super::expression::level;
use super::memory::Frame;
use super::{Fault, Mode, Origin, Parsed, Parser, Step};
use crate::operator::BinaryOp;
use crate::token::TokenKind as T;
use crate::tree::{Kind, List};

/// Flag of a frame `Block`, over its level: statements on the line of the header.
const ONE_LINE: u16 = 1 << 8;
/// Flag of a frame `AnnAssign`: the value is to come.
const VALUE: u16 = 2;

/// The operator of `+=` and its like.
fn augmented(kind: T) -> Option<BinaryOp> {
    Some(match kind {
        T::PlusEqual => BinaryOp::Add,
        T::MinusEqual => BinaryOp::Sub,
        T::StarEqual => BinaryOp::Mult,
        T::AtEqual => BinaryOp::MatMult,
        T::SlashEqual => BinaryOp::Div,
        T::PercentEqual => BinaryOp::Mod,
        T::AmpersandEqual => BinaryOp::BitAnd,
        T::PipeEqual => BinaryOp::BitOr,
        T::CaretEqual => BinaryOp::BitXor,
        T::LeftShiftEqual => BinaryOp::LShift,
        T::RightShiftEqual => BinaryOp::RShift,
        T::DoubleStarEqual => BinaryOp::Pow,
        T::DoubleSlashEqual => BinaryOp::FloorDiv,
        _ => return None,
    })
}

impl Parser<'_> {
    pub(super) fn statement(&mut self) -> Parsed<Step> {
        if self.at(T::Dedent) {
            return self.close_block();
        }
        self.statement = Origin { start: self.token.start, level: self.lexer.level() as u8 };
        match self.token.kind {
            T::If => self.open_if(),
            T::While => self.open_while(),
            T::For => self.open_for(self.token.start, false),
            T::With => self.open_with(self.token.start, false),
            T::Try => self.open_try(),
            T::Def => self.open_function(self.token.start, false),
            T::Class => self.open_class(),
            T::Async => self.open_async(),
            T::At => self.open_decorators(),
            T::Name if self.at_word(b"match") => {
                if self.line_ends_with_colon() {
                    return self.open_match();
                }
                // What looks like a subject follows: perhaps only the colon is missing.
                let subject = self.source.get(self.token.end as usize..).unwrap_or(&[]).trim_ascii_start();
                if matches!(subject.first(), Some(b'(' | b'[' | b'-' | b'+' | b'*')) {
                    self.bare_match = self.bare_match.or(Some(self.statement));
                }
                Ok(Step::Simple)
            }
            _ => Ok(Step::Simple),
        }
    }

    /// Looks ahead: is a colon the last token of the line? No expression ends so, a `match` does.
    fn line_ends_with_colon(&self) -> bool {
        let mut lexer = self.lexer.clone();
        let mut last = T::Name;
        loop {
            match lexer.next_in_scan() {
                Some(T::Newline | T::End) | None => return last == T::Colon,
                Some(kind) => last = kind,
            }
        }
    }

    /// After the colon of a header: an indented block, or statements on the same line.
    pub(super) fn block(&mut self) -> Parsed<Step> {
        let owner = self.statement;
        let indented = self.at(T::Newline);
        if indented {
            self.advance()?;
            self.expect(T::Indent)?;
        }
        self.memory.push_all(&[owner.start, 0])?;
        self.enter(Frame::Block, u16::from(owner.level) | if indented { 0 } else { ONE_LINE })?;
        Ok(if indented { Step::Statement } else { Step::Simple })
    }

    fn close_block(&mut self) -> Parsed<Step> {
        let (frame, data) = self.memory.top();
        if frame != Frame::Block {
            return Err(Fault::Syntax);
        }
        self.leave();
        let [start, count] = self.memory.pop_all();
        self.statement = Origin { start, level: data as u8 };
        self.list = self.memory.list(count)?;
        if data & ONE_LINE == 0 {
            self.expect(T::Dedent)?;
        }
        Ok(Step::BlockDone)
    }

    pub(super) fn simple_done(&mut self) -> Parsed<Step> {
        let (frame, data) = self.memory.top();
        let top_level = frame != Frame::Block;
        if !top_level {
            self.memory.add_item::<2>(self.value.0)?;
        }
        if self.take(T::Semicolon)? && !self.at(T::Newline) {
            self.in_line = top_level;
            return Ok(if top_level { Step::Done } else { Step::Simple });
        }
        self.in_line = false;
        if top_level && self.mode == Mode::Single && self.at(T::Newline) {
            // What follows the line is looked at when it is asked for.
            return Ok(Step::Done);
        }
        self.expect(T::Newline)?;
        if top_level {
            return Ok(Step::Done);
        }
        if data & ONE_LINE != 0 { self.close_block() } else { Ok(Step::Statement) }
    }

    pub(super) fn compound_done(&mut self) -> Parsed<Step> {
        if self.memory.top().0 != Frame::Block {
            return Ok(Step::Done);
        }
        self.memory.add_item::<2>(self.value.0)?;
        Ok(Step::Statement)
    }

    pub(super) fn simple(&mut self) -> Parsed<Step> {
        let start = self.token.start;
        match self.token.kind {
            T::Pass => self.make_leaf(Kind::Pass, 0)?,
            T::Break => self.make_leaf(Kind::Break, 0)?,
            T::Continue => self.make_leaf(Kind::Continue, 0)?,
            T::Return => {
                self.advance()?;
                if self.starts_expression() || self.at(T::Star) {
                    self.memory.push(start)?;
                    self.enter(Frame::Return, 0)?;
                    return self.open_right_side();
                }
                self.make(Kind::Return, 0, start, &[0])?;
            }
            T::Raise => {
                self.advance()?;
                if self.starts_expression() {
                    self.memory.push_all(&[0, start])?;
                    self.enter(Frame::Raise, 0)?;
                    return self.expression();
                }
                self.make(Kind::Raise, 0, start, &[0, 0])?;
            }
            T::Del => {
                self.advance()?;
                self.memory.push(start)?;
                self.enter(Frame::Delete, 0)?;
                self.open_items(DELETE, self.token.start)?;
                return Ok(Step::Item);
            }
            T::Assert => {
                self.advance()?;
                self.memory.push_all(&[0, start])?;
                self.enter(Frame::Assert, 0)?;
                return self.expression();
            }
            T::Global => self.name_list(Kind::Global)?,
            T::Nonlocal => self.name_list(Kind::Nonlocal)?,
            T::Import => self.import()?,
            T::From => self.import_from()?,
            _ => {
                self.memory.push(start)?;
                self.enter(Frame::ExpressionStatement, 0)?;
                return self.open_right_side();
            }
        }
        Ok(Step::SimpleDone)
    }

    /// An expression without stars, commas and `:=` begins.
    pub(super) fn expression(&mut self) -> Parsed<Step> {
        self.min = level::TERNARY;
        Ok(Step::Operand)
    }

    /// Gives a complete expression to a frame of a statement.
    pub(super) fn statement_value(&mut self, frame: Frame, data: u16) -> Parsed<Step> {
        match frame {
            Frame::ExpressionStatement => self.expression_statement(),
            Frame::Assign => self.assign(),
            Frame::AugAssign => {
                self.leave();
                let [target, start] = self.memory.pop_all();
                self.make(Kind::AugAssign, data as u8, start, &[target, self.value.0])?;
                Ok(Step::SimpleDone)
            }
            Frame::AnnAssign => self.annotated(data),
            Frame::Return => {
                self.leave();
                let start = self.memory.pop();
                self.make(Kind::Return, 0, start, &[self.value.0])?;
                Ok(Step::SimpleDone)
            }
            Frame::Raise => self.two_values(Kind::Raise, T::From),
            Frame::Assert => self.two_values(Kind::Assert, T::Comma),
            Frame::WithTarget => self.with_target(data),
            _ => self.header_value(frame, data),
        }
    }

    /// The list of targets is still on the stack, over the frame `Delete`.
    pub(super) fn delete(&mut self) -> Parsed<Step> {
        if !matches!(self.token.kind, T::Semicolon | T::Newline) {
            return Err(Fault::Syntax);
        }
        for place in 0..self.item_count() {
            let target = self.item_at(place);
            self.check_targets(target, false)?;
        }
        self.leave();
        let [_, count] = self.memory.pop_all();
        let targets = self.memory.list(count)?;
        self.leave();
        let start = self.memory.pop();
        self.make(Kind::Delete, 0, start, &[targets.0])?;
        Ok(Step::SimpleDone)
    }

    fn expression_statement(&mut self) -> Parsed<Step> {
        let kind = self.token.kind;
        if kind == T::Equal {
            self.check_targets(self.value, true)?;
            self.leave();
            let start = self.memory.pop();
            self.memory.push_all(&[self.value.0, start, 1])?;
            self.enter(Frame::Assign, 0)?;
            self.advance()?;
            return self.open_right_side();
        }
        let single = self.is_single_target(self.value);
        if kind == T::Colon && single {
            self.leave();
            let start = self.memory.pop();
            self.memory.push_all(&[self.value.0, 0, start])?;
            self.enter(Frame::AnnAssign, u16::from(self.value_is_name()))?;
            self.advance()?;
            return self.expression();
        }
        if let (Some(op), true) = (augmented(kind), single) {
            self.leave();
            let start = self.memory.pop();
            self.memory.push_all(&[self.value.0, start])?;
            self.enter(Frame::AugAssign, op as u16)?;
            self.advance()?;
            return self.open_right_side();
        }
        self.leave();
        let start = self.memory.pop();
        self.make(Kind::Expr, 0, start, &[self.value.0])?;
        Ok(Step::SimpleDone)
    }

    fn assign(&mut self) -> Parsed<Step> {
        if self.at(T::Equal) {
            self.check_targets(self.value, true)?;
            self.memory.add_item::<2>(self.value.0)?;
            self.advance()?;
            return self.open_right_side();
        }
        self.leave();
        let [start, count] = self.memory.pop_all();
        let targets = self.memory.list(count)?;
        self.make(Kind::Assign, 0, start, &[targets.0, self.value.0])?;
        Ok(Step::SimpleDone)
    }

    fn annotated(&mut self, data: u16) -> Parsed<Step> {
        let mut value = self.value.0;
        if data & VALUE == 0 {
            self.memory.poke(2, value);
            if self.take(T::Equal)? {
                self.memory.set_data(data | VALUE);
                return self.open_right_side();
            }
            value = 0;
        }
        self.leave();
        let [target, annotation, start] = self.memory.pop_all();
        self.make(Kind::AnnAssign, (data & 1) as u8, start, &[target, annotation, value])?;
        Ok(Step::SimpleDone)
    }

    /// `raise a from b`, `assert a, b`: a first value, and a second one after `separator`.
    fn two_values(&mut self, kind: Kind, separator: T) -> Parsed<Step> {
        let first = self.memory.peek(2);
        if first == 0 {
            self.memory.poke(2, self.value.0);
            if self.take(separator)? {
                return self.expression();
            }
        }
        self.leave();
        let [stored, start] = self.memory.pop_all();
        let second = if first == 0 { 0 } else { self.value.0 };
        self.make(kind, 0, start, &[stored, second])?;
        Ok(Step::SimpleDone)
    }

    /// `global a, b` and `nonlocal a, b`.
    fn name_list(&mut self, kind: Kind) -> Parsed<()> {
        let start = self.token.start;
        let mut count = 0;
        loop {
            self.advance()?;
            if !self.at(T::Name) {
                return Err(Fault::Syntax);
            }
            self.make_leaf(Kind::Name, 0)?;
            self.memory.push(self.value.0)?;
            count += 1;
            if !self.at(T::Comma) {
                break;
            }
        }
        let names = self.memory.list(count)?;
        self.make(kind, 0, start, &[names.0])
    }

    // ---- imports ----------------------------------------------------------------------------------------------

    fn import(&mut self) -> Parsed<()> {
        let start = self.token.start;
        let mut count = 0;
        loop {
            self.advance()?;
            let name = self.token.start;
            self.dotted_name()?;
            self.alias(name)?;
            count += 1;
            if !self.at(T::Comma) {
                break;
            }
        }
        let names = self.memory.list(count)?;
        self.make(Kind::Import, 0, start, &[names.0])
    }

    fn dotted_name(&mut self) -> Parsed<()> {
        self.expect(T::Name)?;
        while self.take(T::Dot)? {
            self.expect(T::Name)?;
        }
        Ok(())
    }

    /// Pushes an alias whose name was read; `as` may follow.
    fn alias(&mut self, start: u32) -> Parsed<()> {
        let mut asname = 0;
        if self.take(T::As)? {
            asname = self.token.start;
            self.expect(T::Name)?;
        }
        let alias = self.memory.node(Kind::Alias, 0, start, self.last_end, &[asname])?;
        self.memory.push(alias.0)
    }

    fn import_from(&mut self) -> Parsed<()> {
        let start = self.token.start;
        self.advance()?;
        let mut dots = 0;
        loop {
            match self.token.kind {
                T::Dot => dots += 1,
                T::Ellipsis => dots += 3,
                _ => break,
            }
            self.advance()?;
        }
        let mut module = 0;
        if dots == 0 || !self.at(T::Import) {
            module = self.token.start;
            self.dotted_name()?;
        }
        self.expect(T::Import)?;
        let names = self.imported_names()?;
        self.make(Kind::ImportFrom, 0, start, &[module, names.0, dots])
    }

    fn imported_names(&mut self) -> Parsed<List> {
        if self.at(T::Star) {
            let token = self.token;
            self.advance()?;
            let alias = self.memory.node(Kind::Alias, 1, token.start, token.end, &[0])?;
            return Ok(List(Self::single(alias)));
        }
        let grouped = self.take(T::LeftParen)?;
        let mut count = 0;
        loop {
            let name = self.token.start;
            self.expect(T::Name)?;
            self.alias(name)?;
            count += 1;
            if !self.take(T::Comma)? || grouped && self.at(T::RightParen) {
                break;
            }
        }
        if grouped {
            self.expect(T::RightParen)?;
        }
        self.memory.list(count)
    }
}
