//! `if`, `while`, `for`, `async for`.

use crate::Compiler;
use crate::block::{Block, BlockKind};
use crate::error::Problem;
use crate::fault::Done;
use crate::label::Spot;
use crate::task::Task;
use crate::unit::UnitKind;
use hognose_image::isa::Op;
use hognose_syntax::tree::{Kind, List, Node, NodeId};

impl Compiler<'_, '_> {
    /// Behind the `tail` of a `for` loop code goes back to its start at once.
    pub(crate) fn if_statement(&mut self, node: NodeId, tail: bool) -> Done {
        if tail {
            let again = self.block(self.s.unit.block).entry;
            return self.branch(node, again, true);
        }
        let end = self.spot()?;
        self.place_later(end)?;
        self.branch(node, end, false)
    }

    /// An `if` whose end is known: that of the `if` it is the `elif` of.
    fn branch(&mut self, node: NodeId, end: Spot, tail: bool) -> Done {
        let Node::If { test, body, orelse } = self.t.node(node) else { return Ok(()) };
        self.at(node);
        self.s.unit.owner = node.to_word();
        let mut next = end;
        if !orelse.is_empty() {
            next = self.spot()?;
            self.s.words.push(end.to_word())?;
            self.todo(Task::Else, u32::from(tail), next.to_word(), node.to_word())?;
        }
        self.todo(Task::Statements, 0, body.to_word(), u32::from(tail))?;
        self.jump_if_later(test, next, false)
    }

    /// The body of `if` is done, `else` follows.
    pub(crate) fn else_branch(&mut self, tail: u32, next: Spot, node: NodeId) -> Done {
        let Node::If { orelse, .. } = self.t.node(node) else { return Ok(()) };
        let end = Spot::from_word(self.s.words.pop());
        self.jump(Op::Jump, end)?;
        self.place(next)?;
        match self.t.item(orelse, 0) {
            Some(elif) if self.t.len(orelse) == 1 && self.t.kind(elif) == Kind::If => {
                self.branch(elif, end, tail != 0)
            }
            _ => self.todo(Task::Statements, 0, orelse.to_word(), tail),
        }
    }

    pub(crate) fn while_statement(&mut self, node: NodeId, test: NodeId, body: List) -> Done {
        let end = self.spot()?;
        let otherwise = self.spot()?;
        let start = self.here()?;
        let base = self.s.unit.base;
        // Behind the loop `else` follows: where that begins is kept under the block.
        self.s.words.push(otherwise.to_word())?;
        self.push_block(Block::new(BlockKind::While, node, start, end, base))?;
        self.later(Task::WhileTest, node)?;
        self.todo(Task::Statements, 0, body.to_word(), 0)?;
        self.later(Task::WhileBody, node)?;
        self.jump_if_later(test, otherwise, false)
    }

    /// The body of `while` begins: where the test at the bottom goes back to.
    pub(crate) fn while_body(&mut self) -> Done {
        let body = self.here()?;
        // It is kept where blocks keep the start of a range: loops have none.
        let block = self.s.unit.block;
        self.set_start(block, body);
        Ok(())
    }

    /// The body of `while` is done: the test once more.
    pub(crate) fn while_test(&mut self, node: NodeId) -> Done {
        let Node::While { test, .. } = self.t.node(node) else { return Ok(()) };
        let body = self.block(self.s.unit.block).start;
        self.s.unit.owner = node.to_word();
        self.later(Task::WhileEnd, node)?;
        self.jump_if_later(test, body, true)
    }

    pub(crate) fn while_end(&mut self, node: NodeId) -> Done {
        let Node::While { orelse, .. } = self.t.node(node) else { return Ok(()) };
        let end = self.pop_block().exit;
        let otherwise = Spot::from_word(self.s.words.pop());
        self.place(otherwise)?;
        self.place_later(end)?;
        self.todo(Task::Statements, 0, orelse.to_word(), 0)
    }

    // for

    pub(crate) fn for_statement(&mut self, node: NodeId) -> Done {
        let Node::For { is_async, iter, .. } = self.t.node(node) else { return Ok(()) };
        if is_async && self.s.unit.kind != UnitKind::AsyncFunction {
            return Err(self.fault(Problem::AsyncForOutside, self.t.span(node)));
        }
        self.later(Task::ForStart, node)?;
        if is_async { self.expr_later(iter) } else { self.iterable_later(iter) }
    }

    pub(crate) fn for_start(&mut self, node: NodeId) -> Done {
        let Node::For { is_async, target, body, .. } = self.t.node(node) else { return Ok(()) };
        self.at(node);
        self.op(if is_async { Op::GetAiter } else { Op::GetIter })?;
        let end = self.spot()?;
        let cleanup = self.spot()?;
        let start = self.here()?;
        self.s.unit.base += 1;
        let base = self.s.unit.base;
        self.s.words.push(cleanup.to_word())?;
        self.push_block(Block::new(BlockKind::For, node, start, end, base))?;
        if is_async {
            self.next_awaited(cleanup)?;
        } else {
            self.jump(Op::ForIter, cleanup)?;
        }
        self.later(Task::ForEnd, node)?;
        self.todo(Task::Statements, 0, body.to_word(), 1)?;
        self.later(Task::Store, target)
    }

    pub(crate) fn for_end(&mut self, node: NodeId) -> Done {
        let Node::For { is_async, iter, orelse, .. } = self.t.node(node) else { return Ok(()) };
        let block = self.pop_block();
        let cleanup = Spot::from_word(self.s.words.pop());
        self.at(node);
        self.jump(Op::Jump, block.entry)?;
        self.s.unit.base -= 1;
        self.place(cleanup)?;
        if is_async {
            self.at(iter);
            self.op(Op::EndAsyncFor)?;
        }
        self.place_later(block.exit)?;
        self.todo(Task::Statements, 0, orelse.to_word(), 0)
    }
}
