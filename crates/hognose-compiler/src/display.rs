//! Displays: tuples, lists, sets, dicts; f-strings.

use crate::Compiler;
use crate::fault::Done;
use crate::task::Task;
use hognose_image::isa::Op;
use hognose_syntax::operator::Conversion;
use hognose_syntax::tree::{Kind, List, Node, NodeId};

/// What is made of items.
pub(crate) const TUPLE: u32 = 0;
pub(crate) const LIST: u32 = 1;
pub(crate) const SET: u32 = 2;
/// A set of constants that is only searched.
pub(crate) const FROZENSET: u32 = 3;

/// Most items that are put on the stack at once.
const MOST: usize = 30;
/// From this number of constants on, a list or set display is made from a tuple in the pool.
const MANY_CONSTANTS: usize = 8;

impl Compiler<'_, '_> {
    pub(crate) fn has_starred(&self, items: List) -> bool {
        self.t.items(items).any(|item| self.t.kind(item) == Kind::Starred)
    }

    /// A tuple, list or set display.
    pub(crate) fn display(&mut self, node: NodeId, items: List, kind: u32) -> Done {
        self.collect(node, items, kind, 0)
    }

    /// Puts items into a collection, with `pushed` more of them on the stack already.
    pub(crate) fn collect(&mut self, node: NodeId, items: List, kind: u32, pushed: usize) -> Done {
        let count = self.t.len(items);
        if !self.has_starred(items) {
            let constant = || self.t.items(items).all(|item| self.is_literal(item));
            if kind != TUPLE && pushed == 0 && count >= MANY_CONSTANTS && constant() {
                self.at(node);
                self.op1(if kind == LIST { Op::BuildList } else { Op::BuildSet }, 0)?;
                self.emit_later(if kind == LIST { Op::ListExtend } else { Op::SetUpdate }, 0, node)?;
                let whole = if kind == LIST { TUPLE } else { FROZENSET };
                self.todo(Task::Display, whole, items.to_word(), node.to_word())?;
                return self.exprs_later(items, 0, count);
            }
            let few = count + pushed <= MOST;
            if few || (kind == TUPLE && pushed == 0 && constant()) {
                self.todo(Task::Display, kind | (pushed as u32) << 2, items.to_word(), node.to_word())?;
                return self.exprs_later(items, 0, count);
            }
        }
        let first = self.t.items(items).position(|item| self.t.kind(item) == Kind::Starred);
        let together = match first {
            Some(first) if first + pushed <= MOST => first,
            _ => 0,
        };
        if kind == TUPLE {
            self.emit_later(Op::ListToTuple, 0, node)?;
        }
        let begins = if kind == SET { Op::BuildSet } else { Op::BuildList };
        self.todo(Task::Items, kind | (together as u32) << 2, items.to_word(), node.to_word())?;
        self.emit_later(begins, (together + pushed) as u32, node)?;
        self.exprs_later(items, 0, together)
    }

    /// The items of a display are on the stack.
    pub(crate) fn displayed(&mut self, data: u32, items: u32, node: NodeId) -> Done {
        let (kind, pushed) = (data & 3, data >> 2);
        let count = self.t.len(List::from_word(items)) as u32;
        if pushed == 0
            && matches!(kind, TUPLE | FROZENSET)
            && self.fold_items(node, count, kind == FROZENSET)?
        {
            return Ok(());
        }
        self.at(node);
        let op = match kind {
            TUPLE => Op::BuildTuple,
            LIST => Op::BuildList,
            _ => Op::BuildSet,
        };
        self.op1(op, count + pushed)
    }

    /// Items one by one into the collection on top.
    pub(crate) fn items(&mut self, data: u32, items: u32, node: NodeId) -> Done {
        let (kind, index) = (data & 3, data >> 2);
        let Some(item) = self.t.item(List::from_word(items), index as usize) else { return Ok(()) };
        self.todo(Task::Items, kind | (index + 1) << 2, items, node.to_word())?;
        match self.t.node(item) {
            Node::Starred { value } => {
                self.emit_later(if kind == SET { Op::SetUpdate } else { Op::ListExtend }, 0, node)?;
                self.expr_later(value)
            }
            _ => {
                self.emit_later(if kind == SET { Op::SetAdd } else { Op::ListAppend }, 1, node)?;
                self.expr_later(item)
            }
        }
    }

    // Dicts

    pub(crate) fn dict(&mut self, node: NodeId, items: List) -> Done {
        let count = self.t.len(items);
        let unpacks = self.t.items(items).any(|item| self.t.kind(item) == Kind::DictUnpack);
        if !unpacks && count <= MOST {
            self.emit_later(Op::BuildDict, (count / 2) as u32, node)?;
            return self.exprs_later(items, 0, count);
        }
        // Pairs in front of the first `**` together, as far as the stack should hold them.
        let first =
            self.t.items(items).position(|item| self.t.kind(item) == Kind::DictUnpack).unwrap_or(count);
        let together = if first <= MOST { first } else { 0 };
        self.todo(Task::Pairs, together as u32, items.to_word(), node.to_word())?;
        self.emit_later(Op::BuildDict, (together / 2) as u32, node)?;
        self.exprs_later(items, 0, together)
    }

    pub(crate) fn pairs(&mut self, index: u32, items: u32, node: NodeId) -> Done {
        let list = List::from_word(items);
        let Some(item) = self.t.item(list, index as usize) else { return Ok(()) };
        if let Node::DictUnpack { value } = self.t.node(item) {
            self.todo(Task::Pairs, index + 1, items, node.to_word())?;
            self.emit_later(Op::DictUpdate, 0, node)?;
            return self.expr_later(value);
        }
        self.todo(Task::Pairs, index + 2, items, node.to_word())?;
        self.emit_later(Op::DictAdd, 1, node)?;
        self.exprs_later(list, index as usize, index as usize + 2)
    }

    // f-strings

    pub(crate) fn joined_str(&mut self, node: NodeId) -> Done {
        let Node::JoinedStr { values } = self.t.node(node) else { return Ok(()) };
        // Neighbouring texts are one.
        let mut count = 0usize;
        let mut after_text = false;
        for item in self.t.items(values) {
            let text = self.t.kind(item) == Kind::TextPart;
            if !(text && after_text) {
                count += 1;
            }
            after_text = text;
        }
        if count == 0 {
            let empty = self.empty_str()?;
            return self.pooled(node, empty);
        }
        if count > MOST {
            // A list of the parts, joined.
            self.at(node);
            let empty = self.empty_str()?;
            self.pooled(node, empty)?;
            self.flush()?;
            if !self.s.unit.dead {
                let join = self.s.writer.str(b"join")?;
                self.op1(Op::LoadMethod, join)?;
            }
            self.op1(Op::BuildList, 0)?;
            self.emit_later(Op::CallMethod, 1, node)?;
            return self.todo(Task::Parts, 1, node.to_word(), 0);
        }
        if count > 1 {
            self.emit_later(Op::BuildString, count as u32, node)?;
        }
        self.todo(Task::Parts, 0, node.to_word(), 0)
    }

    fn empty_str(&mut self) -> Result<u32, crate::fault::Fault> {
        Ok(self.s.writer.str(b"")?)
    }

    /// Parts of an f-string from `index` on; `listed` when they go into a list.
    pub(crate) fn parts(&mut self, listed: u32, node: NodeId, index: u32) -> Done {
        let Node::JoinedStr { values } = self.t.node(node) else { return Ok(()) };
        let Some(item) = self.t.item(values, index as usize) else { return Ok(()) };
        match self.t.node(item) {
            Node::TextPart { .. } => {
                let mut next = index;
                if self.s.unit.dead {
                    next += 1;
                } else {
                    while let Some(part) = self.t.item(values, next as usize) {
                        let Node::TextPart { form } = self.t.node(part) else { break };
                        self.stage_part(self.t.span(part), form)?;
                        next += 1;
                    }
                    let text = self.s.writer.staged_str()?;
                    self.pooled(node, text)?;
                }
                self.todo(Task::Parts, listed, node.to_word(), next)?;
                if listed != 0 {
                    self.at(node);
                    self.op1(Op::ListAppend, 1)?;
                }
                Ok(())
            }
            Node::FormattedValue { conversion, value, format_spec } => {
                self.todo(Task::Parts, listed, node.to_word(), index + 1)?;
                if listed != 0 {
                    self.emit_later(Op::ListAppend, 1, node)?;
                }
                let conversion = match conversion {
                    Conversion::None => 0,
                    Conversion::Str => 1,
                    Conversion::Repr => 2,
                    Conversion::Ascii => 3,
                };
                let op = if format_spec.is_some() { Op::FormatSpec } else { Op::Format };
                self.emit_later(op, conversion, node)?;
                if let Some(spec) = format_spec {
                    self.expr_later(spec)?;
                }
                self.expr_later(value)
            }
            _ => self.todo(Task::Parts, listed, node.to_word(), index + 1),
        }
    }
}
