//! `try` with `except`, `except*`, `else` and `finally`; `raise`, `assert`.

use crate::Compiler;
use crate::block::{Block, BlockKind};
use crate::error::Problem;
use crate::fault::Done;
use crate::label::Spot;
use crate::name::{Access, Name};
use crate::task::Task;
use hognose_image::isa::Op;
use hognose_syntax::tree::{Node, NodeId};

impl Compiler<'_, '_> {
    pub(crate) fn try_statement(&mut self, node: NodeId) -> Done {
        let Node::Try { handlers, body, finalbody, .. } = self.t.node(node) else { return Ok(()) };
        if finalbody.is_empty() {
            return self.try_except(node);
        }
        let end = self.spot()?;
        let base = self.s.unit.base;
        self.push_block(Block::guarded(BlockKind::Finally, node.to_word(), end, base))?;
        self.later(Task::FinallyBody, node)?;
        if handlers.is_empty() {
            self.todo(Task::Statements, 0, body.to_word(), 0)
        } else {
            self.try_except(node)
        }
    }

    // finally

    /// The body is done.
    pub(crate) fn finally_body(&mut self, node: NodeId) -> Done {
        let Node::Try { finalbody, .. } = self.t.node(node) else { return Ok(()) };
        let target = self.end_block()?.target;
        let exit = self.spot()?;
        self.s.words.push(target.to_word())?;
        self.todo(Task::FinallyDone, 0, node.to_word(), exit.to_word())?;
        self.todo(Task::Statements, 0, finalbody.to_word(), 0)
    }

    /// The way without exception is done; the other way.
    pub(crate) fn finally_done(&mut self, node: NodeId, exit: Spot) -> Done {
        let Node::Try { finalbody, .. } = self.t.node(node) else { return Ok(()) };
        let target = Spot::from_word(self.s.words.pop());
        self.jump(Op::Jump, exit)?;
        self.place(target)?;
        let cleanup = self.spot()?;
        self.op(Op::PushHandled)?;
        self.s.unit.base += 2;
        // The exception goes when the range is left: one value stays.
        let depth = self.s.unit.base - 1;
        self.push_block(Block::guarded(BlockKind::FinallyEnd, node.to_word(), cleanup, depth))?;
        self.todo(Task::FinallyEnd, 0, node.to_word(), exit.to_word())?;
        self.todo(Task::Statements, 0, finalbody.to_word(), 0)
    }

    pub(crate) fn finally_end(&mut self, node: NodeId, exit: Spot) -> Done {
        self.at(node);
        self.op(Op::Reraise)?;
        let cleanup = self.end_block()?.target;
        self.s.unit.base -= 2;
        self.place(cleanup)?;
        self.raise_on()?;
        self.place(exit)
    }

    // except

    fn try_except(&mut self, node: NodeId) -> Done {
        let Node::Try { body, .. } = self.t.node(node) else { return Ok(()) };
        let except = self.spot()?;
        let base = self.s.unit.base;
        self.push_block(Block::guarded(BlockKind::Try, node.to_word(), except, base))?;
        self.later(Task::TryBody, node)?;
        self.todo(Task::Statements, 0, body.to_word(), 0)
    }

    /// The body is done: `else` follows. With `except*` it stands at the end.
    pub(crate) fn try_body(&mut self, node: NodeId) -> Done {
        let Node::Try { is_star, orelse, .. } = self.t.node(node) else { return Ok(()) };
        let except = self.end_block()?.target;
        if is_star {
            let orelse = self.spot()?;
            self.jump(Op::Jump, orelse)?;
            return self.star_handlers(node, except, orelse);
        }
        self.todo(Task::TryElse, 0, node.to_word(), except.to_word())?;
        self.todo(Task::Statements, 0, orelse.to_word(), 0)
    }

    /// `else` is done: the handlers.
    pub(crate) fn try_else(&mut self, node: NodeId, except: Spot) -> Done {
        // Also when the body cannot end a handler may.
        let end = self.spot_for(except)?;
        self.jump(Op::Jump, end)?;
        self.place(except)?;
        self.at(node);
        let cleanup = self.spot()?;
        self.op(Op::PushHandled)?;
        self.s.unit.base += 1;
        let depth = self.s.unit.base;
        self.push_block(Block::guarded(BlockKind::Handlers, node.to_word(), cleanup, depth))?;
        self.todo(Task::Handler, 0, node.to_word(), end.to_word())
    }

    /// The handler at an index; behind the last one the exception goes on.
    pub(crate) fn handler(&mut self, index: u32, node: NodeId, end: Spot) -> Done {
        let Node::Try { handlers, .. } = self.t.node(node) else { return Ok(()) };
        let Some(item) = self.t.item(handlers, index as usize) else {
            self.op(Op::Reraise)?;
            let cleanup = self.end_block()?.target;
            self.s.unit.base -= 1;
            self.place(cleanup)?;
            self.raise_on()?;
            return self.place(end);
        };
        let Node::ExceptHandler { kind, .. } = self.t.node(item) else { return Ok(()) };
        self.at(item);
        let last = index as usize + 1 == self.t.len(handlers);
        if kind.is_none() && !last {
            return Err(self.fault(Problem::DefaultExcept, self.t.span(item)));
        }
        let next = if kind.is_some() { self.spot()? } else { Spot::DEAD };
        self.s.words.push(end.to_word())?;
        self.todo(Task::HandlerChosen, index, node.to_word(), next.to_word())?;
        if let Some(kind) = kind {
            self.todo(Task::HandlerMatch, 0, item.to_word(), next.to_word())?;
            self.expr_later(kind)?;
        }
        Ok(())
    }

    /// The type of a handler is there.
    pub(crate) fn handler_match(&mut self, handler: NodeId, next: Spot) -> Done {
        self.at(handler);
        self.op(Op::MatchException)?;
        self.jump(Op::JumpIfFalse, next)
    }

    pub(crate) fn handler_chosen(&mut self, index: u32, node: NodeId, next: Spot) -> Done {
        let Some((item, name, body)) = self.handler_at(node, index) else { return Ok(()) };
        self.at(item);
        let cleanup = match name {
            Some(name) => {
                self.access_name(name, Access::Store)?;
                self.spot()?
            }
            None => {
                self.op(Op::Pop)?;
                Spot::DEAD
            }
        };
        let depth = self.s.unit.base;
        let name = name.map_or(0, Name::start);
        self.push_block(Block::guarded(BlockKind::Handler, name, cleanup, depth))?;
        self.todo(Task::HandlerEnd, index, node.to_word(), next.to_word())?;
        self.todo(Task::Statements, 0, body.to_word(), 0)
    }

    fn handler_at(
        &self,
        node: NodeId,
        index: u32,
    ) -> Option<(NodeId, Option<Name>, hognose_syntax::tree::List)> {
        let Node::Try { handlers, .. } = self.t.node(node) else { return None };
        let item = self.t.item(handlers, index as usize)?;
        match self.t.node(item) {
            Node::ExceptHandler { name, body, .. } => Some((item, name.map(Name::from), body)),
            _ => None,
        }
    }

    /// The body of a handler is done. Under its block stands where all of it ends.
    pub(crate) fn handler_end(&mut self, index: u32, node: NodeId, next: Spot) -> Done {
        let block = self.end_block()?;
        let end = Spot::from_word(self.s.words.pop());
        let handlers = self.s.unit.block;
        self.close(handlers)?;
        self.op(Op::PopHandled)?;
        self.forget_caught(block.node)?;
        self.jump(Op::Jump, end)?;
        self.open(handlers)?;
        if block.node != 0 {
            self.place(block.target)?;
            self.forget_caught(block.node)?;
            self.op(Op::Reraise)?;
        }
        self.place(next)?;
        self.todo(Task::Handler, index + 1, node.to_word(), end.to_word())
    }

    // except*

    fn star_handlers(&mut self, node: NodeId, except: Spot, orelse: Spot) -> Done {
        self.place(except)?;
        let cleanup = self.spot()?;
        self.op(Op::PushHandled)?;
        self.s.unit.base += 1;
        let depth = self.s.unit.base;
        self.push_block(Block::guarded(BlockKind::StarHandlers, node.to_word(), cleanup, depth))?;
        // [previous, exception] -> [previous, original, list, exception]
        self.op1(Op::Copy, 1)?;
        self.op1(Op::BuildList, 0)?;
        self.op1(Op::Swap, 2)?;
        self.s.unit.base += 3;
        self.todo(Task::StarHandler, 0, node.to_word(), orelse.to_word())
    }

    /// The handler at an index; behind the last one what is left is raised.
    pub(crate) fn star_handler(&mut self, index: u32, node: NodeId, orelse: Spot) -> Done {
        let Node::Try { handlers, orelse: otherwise, .. } = self.t.node(node) else { return Ok(()) };
        let Some(item) = self.t.item(handlers, index as usize) else {
            return self.star_handlers_end(otherwise, orelse);
        };
        let Node::ExceptHandler { kind, .. } = self.t.node(item) else { return Ok(()) };
        self.at(item);
        self.s.words.push(orelse.to_word())?;
        let missed = self.spot()?;
        self.todo(Task::StarMatch, index, node.to_word(), missed.to_word())?;
        kind.map_or(Ok(()), |kind| self.expr_later(kind))
    }

    /// The type is there.
    pub(crate) fn star_match(&mut self, index: u32, node: NodeId, missed: Spot) -> Done {
        let Some((item, name, body)) = self.handler_at(node, index) else { return Ok(()) };
        self.at(item);
        self.op(Op::MatchGroup)?;
        self.op1(Op::Copy, 1)?;
        self.jump(Op::JumpIfNone, missed)?;
        match name {
            Some(name) => self.access_name(name, Access::Store)?,
            None => self.op(Op::Pop)?,
        }
        let cleanup = self.spot()?;
        let depth = self.s.unit.base;
        let name = name.map_or(0, Name::start);
        self.push_block(Block::guarded(BlockKind::Handler, name, cleanup, depth))?;
        self.todo(Task::StarHandlerEnd, index, node.to_word(), missed.to_word())?;
        self.todo(Task::Statements, 0, body.to_word(), 0)
    }

    /// The body of a handler is done; what it raised goes to the list.
    pub(crate) fn star_handler_end(&mut self, index: u32, node: NodeId, missed: Spot) -> Done {
        let block = self.end_block()?;
        let orelse = Spot::from_word(self.s.words.pop());
        let next = self.spot_for(block.target)?;
        self.forget_caught(block.node)?;
        self.jump(Op::Jump, next)?;
        self.place(block.target)?;
        self.forget_caught(block.node)?;
        // [original, list, rest, exception]
        self.op1(Op::ListAppend, 2)?;
        self.jump(Op::Jump, next)?;
        self.place(missed)?;
        self.op(Op::Pop)?;
        self.place(next)?;
        self.todo(Task::StarHandler, index + 1, node.to_word(), orelse.to_word())
    }

    fn star_handlers_end(&mut self, otherwise: hognose_syntax::tree::List, orelse: Spot) -> Done {
        // [previous, original, list, rest]
        self.op1(Op::ListAppend, 1)?;
        self.op(Op::PrepareReraiseStar)?;
        self.op1(Op::Copy, 1)?;
        let raise = self.spot()?;
        let end = self.spot()?;
        self.jump(Op::JumpIfNotNone, raise)?;
        self.op(Op::Pop)?;
        let handlers = self.s.unit.block;
        self.close(handlers)?;
        self.op(Op::PopHandled)?;
        self.jump(Op::Jump, end)?;
        self.place(raise)?;
        self.raise_on()?;
        let cleanup = self.pop_block().target;
        self.s.unit.base -= 4;
        self.place(cleanup)?;
        self.raise_on()?;
        self.place(orelse)?;
        self.place_later(end)?;
        self.todo(Task::Statements, 0, otherwise.to_word(), 0)
    }

    // raise, assert

    pub(crate) fn raise(&mut self, node: NodeId, exc: Option<NodeId>, cause: Option<NodeId>) -> Done {
        let count = u32::from(exc.is_some()) + u32::from(cause.is_some());
        self.emit_later(Op::Raise, count, node)?;
        for part in [cause, exc].into_iter().flatten() {
            self.expr_later(part)?;
        }
        Ok(())
    }

    pub(crate) fn assert(&mut self, node: NodeId, test: NodeId) -> Done {
        let end = self.spot()?;
        self.place_later(end)?;
        self.later(Task::Asserted, node)?;
        self.jump_if_later(test, end, true)
    }

    pub(crate) fn asserted(&mut self, node: NodeId) -> Done {
        let Node::Assert { msg, .. } = self.t.node(node) else { return Ok(()) };
        // As in Python it stands for the comparison that failed, if it was one.
        let owner = NodeId::from_word(self.s.unit.owner);
        self.at(owner);
        self.op(Op::LoadAssertionError)?;
        self.emit_later(Op::Raise, 1, owner)?;
        if let Some(msg) = msg {
            self.emit_later(Op::Call, 1, owner)?;
            self.expr_later(msg)?;
        }
        Ok(())
    }
}
