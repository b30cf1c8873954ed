//! Lists of expressions, bare and in brackets, slices, displays with braces, comprehensions.

use super::expression::level;
use super::memory::Frame;
use super::{Fault, Parsed, Parser, Step};
use crate::token::TokenKind as T;
use crate::tree::{Kind, NodeId};

// What kind of list a frame `Items` is: the low bits of its data.
const KIND: u16 = 15;
/// Without brackets, stars allowed.
pub(super) const BARE: u16 = 0;
/// Without brackets or stars.
pub(super) const PLAIN: u16 = 1;
/// After `match`: as BARE, with `:=`.
pub(super) const SUBJECT: u16 = 2;
/// Targets of `for`.
pub(super) const TARGETS: u16 = 3;
/// Targets of `del`: they make no tuple.
pub(super) const DELETE: u16 = 4;
/// In `()`.
pub(super) const GROUP: u16 = 5;
/// In `()` after `with`: a group or items.
pub(super) const WITH_GROUP: u16 = 6;
/// In `[]`.
pub(super) const BRACKET: u16 = 7;
/// In `[]` after an expression.
pub(super) const SUBSCRIPT: u16 = 8;
/// In the braces of an f-string.
pub(super) const FIELD: u16 = 9;

/// Without brackets, with anything that can be in some list. For parts of programs.
#[cfg(feature = "explain")]
pub(super) const ANY: u16 = 10;

/// There was a comma.
const COMMA: u16 = 1 << 4;
/// The element is a `yield`.
const YIELD: u16 = 1 << 5;
/// Elements of `WITH_GROUP`: one is an item with a target.
const AS: u16 = 1 << 6;
/// Elements of `WITH_GROUP`: one can be no item.
const NO_ITEM: u16 = 1 << 7;

// What a frame `Brace` is, and what is to come.
const DICT: u16 = 1;
const SET: u16 = 2;
const VALUE: u16 = 4;

/// Kinds of comprehension.
const LIST_COMPREHENSION: u16 = 0;
const SET_COMPREHENSION: u16 = 1;
const DICT_COMPREHENSION: u16 = 2;
const GENERATOR: u16 = 3;
/// The only argument of a call.
pub(super) const ARGUMENT_GENERATOR: u16 = 4;
const FIELD_GENERATOR: u16 = 5;

// What is to come in a frame `Clause`.
const TARGET: u16 = 0;
const ITER: u16 = 1;
const CONDITION: u16 = 2;
const ASYNC: u16 = 4;

impl Parser<'_> {
    /// Begins a list; the step after is [`Step::Item`].
    pub(super) fn open_items(&mut self, kind: u16, start: u32) -> Parsed<()> {
        self.memory.push_all(&[start, 0])?;
        self.enter(Frame::Items, kind)
    }

    /// An element of the list on top begins, or the list ends.
    pub(super) fn item(&mut self) -> Parsed<Step> {
        let (_, data) = self.memory.top();
        let kind = data & KIND;
        let first = data & COMMA == 0;
        match self.token.kind {
            T::RightParen if matches!(kind, GROUP | WITH_GROUP) => return self.close_items(),
            T::RightBracket if kind == BRACKET => return self.close_items(),
            T::RightBracket if kind == SUBSCRIPT && !first => return self.close_items(),
            T::Yield if first && matches!(kind, GROUP | WITH_GROUP | FIELD) => {
                self.memory.set_data(data | YIELD);
                return self.open_yield();
            }
            T::Star if !matches!(kind, PLAIN | DELETE) => {
                self.memory.set_data(data | NO_ITEM);
                return self.open_starred(if kind == SUBSCRIPT { level::TERNARY } else { level::BIT_OR });
            }
            T::Colon if kind == SUBSCRIPT => {
                self.memory.push_all(&[0, 0, self.token.start])?;
                self.enter(Frame::Slice, 0)?;
                return self.slice_bound();
            }
            _ if !first && !self.starts_expression() => return self.close_items(),
            _ => {}
        }
        self.min = match kind {
            BARE | PLAIN | FIELD => level::TERNARY,
            TARGETS => level::BIT_OR,
            DELETE => level::PRIMARY,
            _ => level::NAMED,
        };
        Ok(Step::Operand)
    }

    /// An element of the list on top is complete.
    pub(super) fn items_value(&mut self, data: u16) -> Parsed<Step> {
        let kind = data & KIND;
        if data & YIELD != 0 {
            return self.close_items();
        }
        match self.token.kind {
            T::Comma => {
                self.note_named(data);
                self.memory.add_item::<2>(self.value.0)?;
                let (_, data) = self.memory.top();
                self.memory.set_data(data | COMMA);
                self.advance()?;
                Ok(Step::Item)
            }
            T::For | T::Async if matches!(kind, GROUP | WITH_GROUP | BRACKET | FIELD) => {
                if data & (COMMA | AS) != 0 || self.value_is_starred() {
                    return Err(Fault::Syntax);
                }
                self.leave();
                let [start, _] = self.memory.pop_all();
                let kind = match kind {
                    BRACKET => LIST_COMPREHENSION,
                    FIELD => FIELD_GENERATOR,
                    _ => GENERATOR,
                };
                self.open_comprehension(kind, start, self.value.0, 0)
            }
            T::Colon if kind == SUBSCRIPT && !self.value_is_starred() => {
                let kind = self.kind(self.value);
                if kind == Kind::Slice || kind == Kind::NamedExpr && !self.value_grouped {
                    return Err(Fault::Syntax);
                }
                self.memory.push_all(&[self.value.0, 0, self.value_start])?;
                self.enter(Frame::Slice, 0)?;
                self.slice_bound()
            }
            T::As if kind == WITH_GROUP => {
                self.note_named(data);
                let (_, data) = self.memory.top();
                if data & NO_ITEM != 0 || self.kind(self.value) == Kind::WithItem {
                    return Err(Fault::Syntax);
                }
                self.memory.set_data(data | AS);
                self.advance()?;
                self.open_with_target(true)
            }
            _ => {
                self.note_named(data);
                if data & COMMA != 0 {
                    self.memory.add_item::<2>(self.value.0)?;
                }
                self.close_items()
            }
        }
    }

    /// After `with (` an element with `:=` can be no item.
    fn note_named(&mut self, data: u16) {
        if data & KIND == WITH_GROUP && !self.value_grouped && self.kind(self.value) == Kind::NamedExpr {
            self.memory.set_data(data | NO_ITEM);
        }
    }

    /// The list on top ends before the current token. Without a comma its only element is the value.
    fn close_items(&mut self) -> Parsed<Step> {
        let (_, data) = self.memory.top();
        let kind = data & KIND;
        let bare = data & COMMA == 0;
        match kind {
            GROUP | WITH_GROUP => {
                if !self.at(T::RightParen) {
                    return Err(Fault::Syntax);
                }
                return self.close_group(data);
            }
            BRACKET => {
                // The only element is still the value, unless there is none.
                let empty = bare && self.memory.peek(1) == 0 && self.previous_is_open();
                if bare && !empty {
                    self.memory.add_item::<2>(self.value.0)?;
                }
                self.expect(T::RightBracket)?;
                self.leave();
                let [start, count] = self.memory.pop_all();
                let items = self.memory.list(count)?;
                self.make(Kind::ListDisplay, 0, start, &[items.0])?;
                return Ok(Step::Suffix);
            }
            DELETE => {
                if bare {
                    self.memory.add_item::<2>(self.value.0)?;
                }
                return self.delete();
            }
            SUBJECT if bare && self.value_is_starred() => return Err(Fault::Syntax),
            FIELD if bare && self.value_is_starred() => return Err(Fault::Syntax),
            _ => {}
        }
        let tuple = !bare || kind == SUBSCRIPT && self.value_is_starred();
        if tuple && bare {
            self.memory.add_item::<2>(self.value.0)?;
        }
        self.leave();
        let [start, count] = self.memory.pop_all();
        if tuple {
            let items = self.memory.list(count)?;
            self.make(Kind::Tuple, 0, start, &[items.0])?;
        }
        if kind == SUBSCRIPT {
            self.expect(T::RightBracket)?;
            return self.subscript_value();
        }
        Ok(Step::Value)
    }

    /// True when the last token taken is the bracket that opened the list on top.
    fn previous_is_open(&self) -> bool {
        self.memory.peek(2) + 1 == self.last_end
    }

    /// The group on top ends at the current `)`.
    fn close_group(&mut self, data: u16) -> Parsed<Step> {
        let bare = data & COMMA == 0;
        let empty = bare && self.previous_is_open();
        if bare && !empty && data & (YIELD | AS) == 0 && self.value_is_starred() {
            return Err(Fault::Syntax);
        }
        self.advance()?;
        let (_, data) = self.memory.top();
        if data & KIND == WITH_GROUP {
            let items = !empty && data & (NO_ITEM | YIELD) == 0 && self.at(T::Colon);
            if items {
                if bare {
                    self.memory.add_item::<2>(self.value.0)?;
                }
                return self.with_items_in_group();
            }
            if data & AS != 0 {
                return Err(Fault::Syntax);
            }
        }
        self.leave();
        let [start, count] = self.memory.pop_all();
        if !bare || empty {
            let items = self.memory.list(count)?;
            self.make(Kind::Tuple, 0, start, &[items.0])?;
        }
        self.value_start = start;
        self.value_grouped = true;
        Ok(Step::Suffix)
    }

    /// At a `:` of the slice on top: the next bound, if there is one.
    fn slice_bound(&mut self) -> Parsed<Step> {
        let (_, data) = self.memory.top();
        if !self.at(T::Colon) || data > 1 {
            return self.close_slice();
        }
        self.memory.set_data(data + 1);
        self.advance()?;
        match self.token.kind {
            T::Colon | T::Comma | T::RightBracket => self.slice_bound(),
            _ => {
                self.min = level::TERNARY;
                Ok(Step::Operand)
            }
        }
    }

    pub(super) fn slice_value(&mut self, data: u16) -> Parsed<Step> {
        if data == 1 {
            self.memory.poke(2, self.value.0);
            return self.slice_bound();
        }
        let step = self.value.0;
        self.finish_slice(step)
    }

    fn close_slice(&mut self) -> Parsed<Step> {
        self.finish_slice(0)
    }

    fn finish_slice(&mut self, step: u32) -> Parsed<Step> {
        self.leave();
        let [lower, upper, start] = self.memory.pop_all();
        self.make(Kind::Slice, 0, start, &[lower, upper, step])?;
        Ok(Step::Value)
    }

    // ---- braces -----------------------------------------------------------------------------------------------

    pub(super) fn open_brace(&mut self) -> Parsed<Step> {
        self.memory.push_all(&[self.token.start, 0])?;
        self.enter(Frame::Brace, 0)?;
        self.advance()?;
        Ok(Step::BraceItem)
    }

    pub(super) fn brace_item(&mut self) -> Parsed<Step> {
        let (_, data) = self.memory.top();
        match self.token.kind {
            T::RightBrace => return self.close_brace(),
            T::DoubleStar if data & SET == 0 => {
                self.memory.set_data(DICT);
                self.memory.push(self.token.start)?;
                self.enter(Frame::DictUnpack, 0)?;
                self.advance()?;
                self.min = level::BIT_OR;
            }
            T::Star if data & DICT == 0 => {
                self.memory.set_data(SET);
                return self.open_starred(level::BIT_OR);
            }
            _ => self.min = if data & DICT != 0 { level::TERNARY } else { level::NAMED },
        }
        Ok(Step::Operand)
    }

    pub(super) fn dict_unpack_value(&mut self) -> Parsed<Step> {
        self.leave();
        let start = self.memory.pop();
        self.make(Kind::DictUnpack, 0, start, &[self.value.0])?;
        Ok(Step::Value)
    }

    pub(super) fn brace_value(&mut self, data: u16) -> Parsed<Step> {
        let generates = matches!(self.token.kind, T::For | T::Async) && data & VALUE == 0;
        let named = !self.value_grouped && self.kind(self.value) == Kind::NamedExpr;
        let unpacks = self.kind(self.value) == Kind::DictUnpack;
        if data & (SET | VALUE) == 0 && self.at(T::Colon) && !named && !unpacks {
            // A key.
            self.memory.add_item::<2>(self.value.0)?;
            self.memory.set_data(DICT | VALUE);
            self.advance()?;
            self.min = level::TERNARY;
            return Ok(Step::Operand);
        }
        if data & DICT != 0 && data & VALUE == 0 && !unpacks {
            return Err(Fault::Syntax);
        }
        if data & VALUE != 0 && matches!(self.token.kind, T::For | T::Async) && self.memory.peek(1) == 1 {
            self.leave();
            let [key, start, _] = self.memory.pop_all();
            return self.open_comprehension(DICT_COMPREHENSION, start, key, self.value.0);
        }
        if generates && data == 0 {
            self.leave();
            let [start, _] = self.memory.pop_all();
            return self.open_comprehension(SET_COMPREHENSION, start, self.value.0, 0);
        }
        self.memory.add_item::<2>(self.value.0)?;
        self.memory.set_data(if data & DICT != 0 { DICT } else { SET });
        match self.token.kind {
            T::Comma => {
                self.advance()?;
                Ok(Step::BraceItem)
            }
            T::RightBrace => self.close_brace(),
            _ => Err(Fault::Syntax),
        }
    }

    fn close_brace(&mut self) -> Parsed<Step> {
        self.expect(T::RightBrace)?;
        let data = self.leave();
        let [start, count] = self.memory.pop_all();
        let items = self.memory.list(count)?;
        let kind = if data & SET != 0 { Kind::Set } else { Kind::Dict };
        self.make(kind, 0, start, &[items.0])?;
        Ok(Step::Suffix)
    }

    // ---- comprehensions ---------------------------------------------------------------------------------------

    /// The element is read; the current token is `for` or `async`.
    pub(super) fn open_comprehension(
        &mut self,
        kind: u16,
        start: u32,
        element: u32,
        value: u32,
    ) -> Parsed<Step> {
        self.memory.push_all(&[element, value, start, 0])?;
        self.enter(Frame::Comprehension, kind)?;
        self.open_clause()
    }

    fn open_clause(&mut self) -> Parsed<Step> {
        let start = self.token.start;
        let is_async = self.take(T::Async)?;
        self.expect(T::For)?;
        self.memory.push_all(&[0, 0, start, 0])?;
        self.enter(Frame::Clause, if is_async { ASYNC } else { 0 } | TARGET)?;
        self.open_items(TARGETS, self.token.start)?;
        Ok(Step::Item)
    }

    pub(super) fn clause_value(&mut self, data: u16) -> Parsed<Step> {
        match data & 3 {
            TARGET => {
                self.check_targets(self.value, true)?;
                self.memory.poke(4, self.value.0);
                self.expect(T::In)?;
                self.memory.set_data(data & ASYNC | ITER);
                self.min = level::OR;
                return Ok(Step::Operand);
            }
            ITER => self.memory.poke(3, self.value.0),
            _ => self.memory.add_item::<4>(self.value.0)?,
        }
        if self.take(T::If)? {
            self.memory.set_data(data & ASYNC | CONDITION);
            self.min = level::OR;
            return Ok(Step::Operand);
        }
        self.leave();
        let [target, iter, start, count] = self.memory.pop_all();
        let ifs = self.memory.list(count)?;
        let is_async = u8::from(data & ASYNC != 0);
        self.make(Kind::Comprehension, is_async, start, &[target, iter, ifs.0])?;
        self.memory.add_item::<4>(self.value.0)?;
        if matches!(self.token.kind, T::For | T::Async) {
            return self.open_clause();
        }
        self.close_comprehension()
    }

    fn close_comprehension(&mut self) -> Parsed<Step> {
        let (_, kind) = self.memory.top();
        match kind {
            LIST_COMPREHENSION => self.expect(T::RightBracket)?,
            SET_COMPREHENSION | DICT_COMPREHENSION => self.expect(T::RightBrace)?,
            FIELD_GENERATOR => {}
            _ => self.expect(T::RightParen)?,
        }
        self.leave();
        let [element, value, start, count] = self.memory.pop_all();
        let generators = self.memory.list(count)?.0;
        match kind {
            LIST_COMPREHENSION => self.make(Kind::ListComp, 0, start, &[element, generators])?,
            SET_COMPREHENSION => self.make(Kind::SetComp, 0, start, &[element, generators])?,
            DICT_COMPREHENSION => self.make(Kind::DictComp, 0, start, &[element, value, generators])?,
            _ => self.make(Kind::GeneratorExp, 0, start, &[element, generators])?,
        }
        match kind {
            ARGUMENT_GENERATOR => self.call_of_generator(),
            FIELD_GENERATOR => Ok(Step::Value),
            _ => Ok(Step::Suffix),
        }
    }

    /// The items of the list on top, which stays: their number.
    pub(super) fn item_count(&self) -> u32 {
        self.memory.peek(1)
    }

    /// An item of the list on top.
    pub(super) fn item_at(&self, place: u32) -> NodeId {
        NodeId(self.memory.peek((2 + self.item_count() - place) as usize))
    }
}
