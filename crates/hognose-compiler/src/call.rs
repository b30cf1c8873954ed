//! Calls.

use crate::Compiler;
use crate::display;
use crate::error::Problem;
use crate::fault::{Done, Fault};
use crate::name::{Access, Name};
use crate::task::Task;
use hognose_image::isa::Op;
use hognose_syntax::span::Span;
use hognose_syntax::tree::{List, Node, NodeId};

/// Most arguments that are put on the stack; names of keywords are limited to 255 by the image.
const MOST: usize = 200;
/// Most pairs of a dict of keywords that are put on the stack.
const MOST_PAIRS: usize = 15;

/// Forms of a call with everything on the stack.
pub(crate) const FUNCTION: u32 = 0;
pub(crate) const METHOD: u32 = 1;
/// `__build_class__`, with two arguments more.
pub(crate) const CLASS: u32 = 2;

/// Flags of keywords that spread: a dict is there.
const HAVE_DICT: u32 = 1;

impl Compiler<'_, '_> {
    pub(crate) fn call(&mut self, node: NodeId) -> Done {
        let Node::Call { func, args, keywords } = self.t.node(node) else { return Ok(()) };
        let simple = self.is_simple(args, keywords);
        if let Node::Attribute { value, .. } = self.t.node(func) {
            if simple {
                self.todo(Task::Called, METHOD, node.to_word(), keywords.to_word())?;
                self.arguments_later(node, args, keywords)?;
                self.later(Task::Method, func)?;
                return self.expr_later(value);
            }
        }
        self.call_with(node, args, keywords, FUNCTION)?;
        self.expr_later(func)
    }

    fn is_simple(&self, args: List, keywords: List) -> bool {
        let unpacks = |item| matches!(self.t.node(item), Node::Keyword { is_unpack: true, .. });
        self.t.len(args) + self.t.len(keywords) <= MOST
            && !self.has_starred(args)
            && !self.t.items(keywords).any(unpacks)
    }

    /// Arguments and the call itself; what is called is there then, and for a class its first two arguments.
    pub(crate) fn call_with(&mut self, node: NodeId, args: List, keywords: List, form: u32) -> Done {
        if self.is_simple(args, keywords) {
            self.todo(Task::Called, form, node.to_word(), keywords.to_word())?;
            return self.arguments_later(node, args, keywords);
        }
        self.check_keywords(node, keywords)?;
        self.emit_later(Op::CallSpread, u32::from(!keywords.is_empty()), node)?;
        if !keywords.is_empty() {
            self.todo(Task::Keywords, 0, keywords.to_word(), node.to_word())?;
        }
        let pushed = if form == CLASS { 2 } else { 0 };
        match (self.t.len(args), self.t.item(args, 0).map(|item| self.t.node(item))) {
            (1, Some(Node::Starred { value })) if pushed == 0 => self.expr_later(value),
            _ => self.collect_later(node, args, pushed),
        }
    }

    /// The tuple of arguments, once what is called is there.
    fn collect_later(&mut self, node: NodeId, args: List, pushed: u32) -> Done {
        self.todo(Task::Spread, pushed, args.to_word(), node.to_word())
    }

    pub(crate) fn spread(&mut self, pushed: u32, args: u32, node: NodeId) -> Done {
        self.collect(node, List::from_word(args), display::TUPLE, pushed as usize)
    }

    fn arguments_later(&mut self, node: NodeId, args: List, keywords: List) -> Done {
        self.check_keywords(node, keywords)?;
        self.exprs_later(keywords, 0, self.t.len(keywords))?;
        self.exprs_later(args, 0, self.t.len(args))
    }

    /// No keyword twice, and none of them `__debug__`.
    fn check_keywords(&mut self, node: NodeId, keywords: List) -> Done {
        for (index, keyword) in self.t.items(keywords).enumerate() {
            if matches!(self.t.node(keyword), Node::Keyword { is_unpack: true, .. }) {
                continue;
            }
            let span = self.t.span(keyword);
            let name = Name::at(span.start);
            self.not_debug(name, Access::Store, self.t.span(node))?;
            let text = self.name_text(name);
            for other in self.t.items(keywords).skip(index + 1) {
                let is_named = matches!(self.t.node(other), Node::Keyword { is_unpack: false, .. });
                if is_named && self.same_name(self.t.name(other), text)? {
                    return Err(self.about(Problem::KeywordRepeated, name, self.t.span(other)));
                }
            }
        }
        Ok(())
    }

    /// The method of the object on top.
    pub(crate) fn method(&mut self, attribute: NodeId) -> Done {
        self.attribute(attribute, Op::LoadMethod)
    }

    /// Everything is on the stack.
    pub(crate) fn called(&mut self, form: u32, node: NodeId, keywords: u32) -> Done {
        self.at(node);
        let args = match self.t.node(node) {
            Node::Call { func, args, .. } => {
                if form == METHOD {
                    self.s.here = self.method_span(node, func);
                }
                args
            }
            Node::ClassDef { bases, .. } => bases,
            _ => List::EMPTY,
        };
        let keywords = List::from_word(keywords);
        let extra = if form == CLASS { 2 } else { 0 };
        let count = (self.t.len(args) + self.t.len(keywords)) as u32 + extra;
        if keywords.is_empty() {
            return self.op1(if form == METHOD { Op::CallMethod } else { Op::Call }, count);
        }
        self.flush()?;
        if self.s.unit.dead {
            return Ok(());
        }
        let names = self.keyword_names(keywords)?;
        self.emit(if form == METHOD { Op::CallMethodKeywords } else { Op::CallKeywords }, count, names)
    }

    /// A call of a method stands where the name of the method does when that is on another line than the object.
    fn method_span(&mut self, node: NodeId, attribute: NodeId) -> Span {
        let whole = self.t.span(node);
        let Node::Attribute { name, .. } = self.t.node(attribute) else { return whole };
        let name = self.t.ident(name);
        Span { start: self.attribute_span(whole.start, attribute, name).start, end: whole.end }
    }

    /// The names of keywords as a constant tuple.
    fn keyword_names(&mut self, keywords: List) -> Result<u32, Fault> {
        let low = self.s.words.low();
        for keyword in self.t.items(keywords) {
            let name = self.plain_id(self.t.name(keyword))?;
            self.s.words.add([name])?;
        }
        let tuple = self.s.writer.tuple(self.s.words.from(low));
        self.s.words.cut(low);
        Ok(tuple?)
    }

    /// Keywords into a dict, with `**` among them.
    pub(crate) fn keywords(&mut self, data: u32, keywords: u32, node: NodeId) -> Done {
        let list = List::from_word(keywords);
        let (flags, index) = (data & 1, (data >> 1) as usize);
        let Some(keyword) = self.t.item(list, index) else { return Ok(()) };
        let Node::Keyword { is_unpack, value } = self.t.node(keyword) else { return Ok(()) };
        if is_unpack {
            if flags & HAVE_DICT == 0 {
                self.at(node);
                self.op1(Op::BuildDict, 0)?;
            }
            self.todo(Task::Keywords, HAVE_DICT | (index as u32 + 1) << 1, keywords, node.to_word())?;
            self.emit_later(Op::DictMerge, 0, node)?;
            return self.expr_later(value);
        }
        let is_named = |item: &NodeId| matches!(self.t.node(*item), Node::Keyword { is_unpack: false, .. });
        let count = self.t.items(list).skip(index).take_while(is_named).take(MOST_PAIRS).count();
        self.todo(Task::Keywords, HAVE_DICT | ((index + count) as u32) << 1, keywords, node.to_word())?;
        if flags & HAVE_DICT != 0 {
            self.emit_later(Op::DictMerge, 0, node)?;
        }
        self.emit_later(Op::BuildDict, count as u32, node)?;
        self.todo(Task::KeywordPairs, index as u32, keywords, (index + count) as u32)
    }

    /// Names and values of keywords.
    pub(crate) fn keyword_pairs(&mut self, index: u32, keywords: u32, end: u32) -> Done {
        let list = List::from_word(keywords);
        let Some(keyword) = self.t.item(list, index as usize).filter(|_| index < end) else { return Ok(()) };
        let Node::Keyword { value, .. } = self.t.node(keyword) else { return Ok(()) };
        if !self.s.unit.dead {
            let name = self.plain_id(self.t.name(keyword))?;
            self.pooled(keyword, name)?;
        }
        self.todo(Task::KeywordPairs, index + 1, keywords, end)?;
        self.expr_later(value)
    }
}
