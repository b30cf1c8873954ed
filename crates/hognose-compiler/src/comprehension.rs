//! Comprehensions: functions of one argument, the iterator of their first `for`.

use crate::Compiler;
use crate::block::{Block, BlockKind};
use crate::error::Problem;
use crate::fault::{Done, Fault};
use crate::label::Spot;
use crate::scope::kind;
use crate::task::Task;
use crate::unit::UnitKind;
use hognose_image::isa::Op;
use hognose_syntax::tree::{Kind, List, Node, NodeId};

impl Compiler<'_, '_> {
    fn generators(&self, node: NodeId) -> List {
        match self.t.node(node) {
            Node::ListComp { generators, .. }
            | Node::SetComp { generators, .. }
            | Node::DictComp { generators, .. }
            | Node::GeneratorExp { generators, .. } => generators,
            _ => List::EMPTY,
        }
    }

    pub(crate) fn comprehension(&mut self, node: NodeId) -> Done {
        let (name, begin): (&[u8], _) = match self.t.kind(node) {
            Kind::ListComp => (b"<listcomp>", Some(Op::BuildList)),
            Kind::SetComp => (b"<setcomp>", Some(Op::BuildSet)),
            Kind::DictComp => (b"<dictcomp>", Some(Op::BuildDict)),
            _ => (b"<genexpr>", None),
        };
        let outside = self.s.unit.kind;
        let line = self.line_of(node);
        let name = self.s.writer.str(name)?;
        let none = self.parameters(None);
        self.enter_function(node, UnitKind::Comprehension, name, line, none)?;
        let awaits = self.s.unit.scope.has(kind::COROUTINE, &self.s.words);
        let may_await = matches!(outside, UnitKind::AsyncFunction | UnitKind::Comprehension);
        if awaits && begin.is_some() && !may_await {
            return Err(self.fault(Problem::AsyncComprehension, self.t.span(node)));
        }
        self.later(Task::ComprehensionEnd, node)?;
        self.at(node);
        self.s.unit.owner = node.to_word();
        if let Some(begin) = begin {
            self.op1(begin, 0)?;
            self.s.unit.base = 1;
        }
        self.todo(Task::For, 0, node.to_word(), 0)
    }

    pub(crate) fn comprehension_end(&mut self, node: NodeId) -> Done {
        let awaits = self.s.unit.scope.has(kind::COROUTINE, &self.s.words);
        let is_generator = self.t.kind(node) == Kind::GeneratorExp;
        self.at(node);
        if is_generator {
            self.return_none()?;
        } else {
            self.op(Op::Return)?;
        }
        self.finish_function(node, 0)?;
        let Some(first) = self.t.item(self.generators(node), 0) else { return Ok(()) };
        let Node::Comprehension { is_async, iter, .. } = self.t.node(first) else { return Ok(()) };
        if awaits && !is_generator {
            self.later(Task::Await, node)?;
        }
        self.emit_later(Op::Call, 1, node)?;
        self.emit_later(if is_async { Op::GetAiter } else { Op::GetIter }, 0, node)?;
        self.iterable_later(iter)
    }

    // The loops. `data` is the index of the `for`, and from bit 12 on the number of loops around.

    pub(crate) fn comprehension_for(&mut self, data: u32, node: NodeId) -> Done {
        let index = data & 0xfff;
        let Some(item) = self.t.item(self.generators(node), index as usize) else { return Ok(()) };
        let Node::Comprehension { is_async, iter, .. } = self.t.node(item) else { return Ok(()) };
        // As in Python this stands for the last condition, if that was a comparison.
        self.at_owner();
        if index == 0 {
            self.todo(Task::Iterated, data, node.to_word(), 0)?;
            return self.op1(Op::LoadLocal, 0);
        }
        if !is_async {
            // `for x in [value]` binds a name.
            if let Some(value) = self.only_item(iter) {
                self.todo(Task::Targeted, data, node.to_word(), Spot::DEAD.to_word())?;
                self.todo(Task::Targets, data, node.to_word(), 0)?;
                return self.expr_later(value);
            }
        }
        self.todo(Task::Iterated, data, node.to_word(), 0)?;
        let owner = NodeId::from_word(self.s.unit.owner);
        self.emit_later(if is_async { Op::GetAiter } else { Op::GetIter }, 0, owner)?;
        self.iterable_later(iter)
    }

    fn only_item(&self, node: NodeId) -> Option<NodeId> {
        let (Node::ListDisplay { items } | Node::Tuple { items }) = self.t.node(node) else { return None };
        match self.t.len(items) {
            1 => self.t.item(items, 0).filter(|item| self.t.kind(*item) != Kind::Starred),
            _ => None,
        }
    }

    /// The iterator is there.
    pub(crate) fn iterated(&mut self, data: u32, node: NodeId) -> Done {
        let Some(item) = self.t.item(self.generators(node), (data & 0xfff) as usize) else { return Ok(()) };
        let Node::Comprehension { is_async, .. } = self.t.node(item) else { return Ok(()) };
        let inside = data + 0x1000;
        self.s.unit.base += 1;
        self.at_owner();
        if is_async {
            let start = self.here()?;
            let except = self.spot()?;
            let base = self.s.unit.base;
            self.push_block(Block::new(BlockKind::AsyncComprehension, node, start, except, base))?;
            self.todo(Task::AsyncLoopEnd, 0, start.to_word(), 0)?;
            self.next_awaited(except)?;
            self.todo(Task::Targeted, inside, node.to_word(), start.to_word())?;
            return self.todo(Task::Targets, data, node.to_word(), 0);
        }
        let anchor = self.spot()?;
        let start = self.here()?;
        self.jump(Op::ForIter, anchor)?;
        self.todo(Task::LoopEnd, 0, start.to_word(), anchor.to_word())?;
        self.todo(Task::Targeted, inside, node.to_word(), start.to_word())?;
        self.todo(Task::Targets, data, node.to_word(), 0)
    }

    /// Waits for the next item of the asynchronous iterator on top.
    pub(crate) fn next_awaited(&mut self, except: Spot) -> Done {
        let base = self.s.unit.base;
        let start = self.border()?;
        self.op(Op::GetAnext)?;
        self.op(Op::None)?;
        self.op(Op::YieldFrom)?;
        let end = self.border()?;
        self.range(start, end, except, base)
    }

    /// The item is there: into the target.
    pub(crate) fn targets(&mut self, data: u32, node: NodeId) -> Done {
        let Some(item) = self.t.item(self.generators(node), (data & 0xfff) as usize) else { return Ok(()) };
        match self.t.node(item) {
            Node::Comprehension { target, .. } => self.later(Task::Store, target),
            _ => Ok(()),
        }
    }

    /// The target is stored: conditions, then the next `for` or the element.
    /// What no condition stops goes on; the others go back to the start of the loop, if it is one.
    pub(crate) fn targeted(&mut self, data: u32, node: NodeId, start: Spot) -> Done {
        let generators = self.generators(node);
        let index = data & 0xfff;
        let Some(item) = self.t.item(generators, index as usize) else { return Ok(()) };
        let Node::Comprehension { ifs, .. } = self.t.node(item) else { return Ok(()) };
        let mut cleanup = start;
        if start.is_dead() && !ifs.is_empty() {
            cleanup = self.spot()?;
            self.place_later(cleanup)?;
        }
        if (index as usize) + 1 < self.t.len(generators) {
            if index == 0xffe {
                return Err(Fault::Loops);
            }
            self.todo(Task::For, data + 1, node.to_word(), 0)?;
        } else {
            self.element_later(data >> 12, node)?;
        }
        self.todo(Task::Conditions, 0, ifs.to_word(), cleanup.to_word())
    }

    /// Conditions of a `for` from `index` on.
    pub(crate) fn conditions(&mut self, index: u32, list: u32, cleanup: Spot) -> Done {
        let Some(test) = self.t.item(List::from_word(list), index as usize) else { return Ok(()) };
        self.todo(Task::Conditions, index + 1, list, cleanup.to_word())?;
        self.jump_if_later(test, cleanup, false)
    }

    fn element_later(&mut self, depth: u32, node: NodeId) -> Done {
        self.todo(Task::Element, depth, node.to_word(), 0)?;
        match self.t.node(node) {
            Node::ListComp { element, .. }
            | Node::SetComp { element, .. }
            | Node::GeneratorExp { element, .. } => self.expr_later(element),
            Node::DictComp { key, value, .. } => {
                self.expr_later(value)?;
                self.expr_later(key)
            }
            _ => Ok(()),
        }
    }

    /// The element is there.
    pub(crate) fn element(&mut self, depth: u32, node: NodeId) -> Done {
        self.flush()?;
        self.at_owner();
        match self.t.kind(node) {
            Kind::ListComp => self.op1(Op::ListAppend, depth + 1),
            Kind::SetComp => self.op1(Op::SetAdd, depth + 1),
            Kind::DictComp => self.op1(Op::DictAdd, depth + 1),
            _ => {
                self.yield_value()?;
                self.op(Op::Pop)
            }
        }
    }

    pub(crate) fn loop_end(&mut self, start: Spot, end: Spot) -> Done {
        self.jump(Op::Jump, start)?;
        self.place(end)?;
        self.s.unit.base -= 1;
        Ok(())
    }

    pub(crate) fn async_loop_end(&mut self, start: Spot) -> Done {
        let except = self.pop_block().exit;
        self.jump(Op::Jump, start)?;
        self.place(except)?;
        self.at_owner();
        self.op(Op::EndAsyncFor)?;
        self.s.unit.base -= 1;
        Ok(())
    }
}
