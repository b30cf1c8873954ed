//! `with` and `async with`.

use crate::Compiler;
use crate::block::{Block, BlockKind};
use crate::error::Problem;
use crate::fault::Done;
use crate::task::Task;
use crate::unit::UnitKind;
use hognose_image::isa::Op;
use hognose_syntax::tree::{Node, NodeId};

impl Compiler<'_, '_> {
    /// The item at an index; behind the last one the body.
    pub(crate) fn with(&mut self, index: u32, node: NodeId) -> Done {
        let Node::With { is_async, items, body } = self.t.node(node) else { return Ok(()) };
        let Some(item) = self.t.item(items, index as usize) else {
            return self.todo(Task::Statements, 0, body.to_word(), 0);
        };
        if is_async && self.s.unit.kind != UnitKind::AsyncFunction {
            return Err(self.fault(Problem::AsyncWithOutside, self.t.span(node)));
        }
        let Node::WithItem { context, .. } = self.t.node(item) else { return Ok(()) };
        self.todo(Task::WithEnter, index, node.to_word(), 0)?;
        self.expr_later(context)
    }

    /// The manager is there.
    pub(crate) fn with_enter(&mut self, index: u32, node: NodeId) -> Done {
        let Node::With { is_async, items, .. } = self.t.node(node) else { return Ok(()) };
        let Some(item) = self.t.item(items, index as usize) else { return Ok(()) };
        let Node::WithItem { vars, .. } = self.t.node(item) else { return Ok(()) };
        self.at(node);
        if is_async {
            self.op(Op::BeforeAsyncWith)?;
            self.wait_for(1)?;
        } else {
            self.op(Op::BeforeWith)?;
        }
        let target = self.spot()?;
        self.s.unit.base += 1;
        let depth = self.s.unit.base;
        let kind = if is_async { BlockKind::AsyncWith } else { BlockKind::With };
        self.push_block(Block::guarded(kind, node.to_word(), target, depth))?;
        self.later(Task::WithEnd, node)?;
        self.todo(Task::With, index + 1, node.to_word(), 0)?;
        match vars {
            Some(vars) => self.later(Task::Store, vars),
            None => self.op(Op::Pop),
        }
    }

    /// The body is done.
    pub(crate) fn with_end(&mut self, node: NodeId) -> Done {
        let block = self.end_block()?;
        let is_async = block.kind == BlockKind::AsyncWith;
        let exit = self.spot_for(block.target)?;
        self.at(node);
        self.call_exit(is_async)?;
        self.jump(Op::Jump, exit)?;
        // [exit, exception]
        self.place(block.target)?;
        let cleanup = self.spot()?;
        let suppress = self.spot()?;
        self.op(Op::PushHandled)?;
        let depth = self.s.unit.base + 1;
        let start = self.border()?;
        self.op(Op::WithExcept)?;
        if is_async {
            self.wait_for(2)?;
        }
        self.jump(Op::JumpIfTrue, suppress)?;
        self.op(Op::Reraise)?;
        let end = self.border()?;
        self.range(start, end, cleanup, depth)?;
        self.place(suppress)?;
        self.op(Op::Pop)?;
        self.op(Op::PopHandled)?;
        self.op(Op::Pop)?;
        self.jump(Op::Jump, exit)?;
        self.place(cleanup)?;
        self.raise_on()?;
        self.s.unit.base -= 1;
        self.place(exit)
    }
}
