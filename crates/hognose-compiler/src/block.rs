//! Blocks: loops, `try`, `with`, and how `break`, `continue` and `return` leave them.
//!
//! A block is a record on the stack of tasks, under the task that ends it. The innermost one is known, each knows the one
//! around it. A block with an exception range has its range in pieces: what is done on the way out of it is not in it.

use crate::Compiler;
use crate::error::Problem;
use crate::fault::{Done, Fault};
use crate::label::Spot;
use crate::name::{Access, Name};
use crate::task::Task;
use hognose_image::isa::Op;
use hognose_syntax::tree::{Node, NodeId};

/// Most blocks around a statement, as in Python.
const MOST_BLOCKS: u32 = 20;

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident),* $(,)?) => {
        /// Kinds of block.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub(crate) enum BlockKind {
            $($(#[$doc])* $kind,)*
        }

        impl BlockKind {
            const ALL: &'static [BlockKind] = &[$(BlockKind::$kind),*];
        }
    };
}

kinds! {
    /// `while`.
    While,
    /// `for`: the iterator is on the stack.
    For,
    /// The body of `try` with `except`.
    Try,
    /// The body of `try` with `finally`.
    Finally,
    /// The `finally` after an exception: the exception handled before, and this one, are on the stack.
    FinallyEnd,
    /// `with`: the way out of the manager is on the stack.
    With,
    /// `async with`.
    AsyncWith,
    /// Handlers: the exception handled before is on the stack.
    Handlers,
    /// The body of a handler.
    Handler,
    /// Handlers of `except*`.
    StarHandlers,
    /// A value waits on the stack.
    Value,
    /// `async for` of a comprehension.
    AsyncComprehension,
}

/// A block.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Block {
    pub kind: BlockKind,
    /// The block around it.
    pub outer: u32,
    /// Its statement; of a handler the name that it binds, or 0.
    pub node: u32,
    /// Where `continue` goes.
    pub entry: Spot,
    /// Where `break` goes; where a loop of a comprehension ends.
    pub exit: Spot,
    /// Where the current piece of its range begins.
    pub start: Spot,
    /// Where its range leads.
    pub target: Spot,
    /// Values on the stack that its range keeps.
    pub depth: u32,
}

/// Words of a block.
const WORDS: usize = 8;
/// Place of `start` among them, from the last one on: the last word is the one on top.
const START: u32 = 5;

impl Block {
    /// A loop.
    pub fn new(kind: BlockKind, node: NodeId, entry: Spot, exit: Spot, depth: u32) -> Block {
        let node = node.to_word();
        Block { kind, outer: 0, node, entry, exit, start: Spot::DEAD, target: Spot::DEAD, depth }
    }

    /// A block with an exception range.
    pub fn guarded(kind: BlockKind, node: u32, target: Spot, depth: u32) -> Block {
        let dead = Spot::DEAD;
        Block { kind, outer: 0, node, entry: dead, exit: dead, start: dead, target, depth }
    }

    fn is_loop(&self) -> bool {
        matches!(self.kind, BlockKind::While | BlockKind::For)
    }
}

/// Ways out.
pub(crate) const BREAK: u32 = 0;
pub(crate) const CONTINUE: u32 = 1;
/// `return` with its value on the stack.
pub(crate) const RETURN: u32 = 2;
/// `return` of a constant, or without a value.
pub(crate) const RETURN_CONSTANT: u32 = 3;

impl Compiler<'_, '_> {
    /// Begins a block; its range begins here.
    pub(crate) fn push_block(&mut self, block: Block) -> Done {
        let outer = self.s.unit.block;
        let mut count = 0;
        let mut place = outer;
        while place != 0 {
            count += 1;
            place = self.block(place).outer;
        }
        if count >= MOST_BLOCKS {
            return Err(self.fault(Problem::TooManyBlocks, self.s.here));
        }
        let start = if block.target.is_dead() { Spot::DEAD } else { self.border()? };
        self.s.words.push_all([
            block.depth,
            block.target.to_word(),
            start.to_word(),
            block.exit.to_word(),
            block.entry.to_word(),
            block.node,
            outer,
            block.kind as u32,
        ])?;
        self.s.unit.block = self.s.words.top();
        Ok(())
    }

    pub(crate) fn block(&self, place: u32) -> Block {
        let word = |index: u32| self.s.words.get(place + index);
        Block {
            kind: BlockKind::ALL.get(word(0) as usize).copied().unwrap_or(BlockKind::While),
            outer: word(1),
            node: word(2),
            entry: Spot::from_word(word(3)),
            exit: Spot::from_word(word(4)),
            start: Spot::from_word(word(START)),
            target: Spot::from_word(word(6)),
            depth: word(7),
        }
    }

    /// Ends the innermost block without closing its range.
    pub(crate) fn pop_block(&mut self) -> Block {
        let block = self.block(self.s.unit.block);
        self.s.words.pop_all::<WORDS>();
        self.s.unit.block = block.outer;
        block
    }

    /// Ends the range and the innermost block.
    pub(crate) fn end_block(&mut self) -> Result<Block, Fault> {
        self.close(self.s.unit.block)?;
        Ok(self.pop_block())
    }

    pub(crate) fn set_start(&mut self, place: u32, start: Spot) {
        self.s.words.set(place + START, start.to_word());
    }

    /// Ends a piece of the range of a block.
    pub(crate) fn close(&mut self, place: u32) -> Done {
        let block = self.block(place);
        if !block.start.is_dead() {
            let end = self.border()?;
            self.range(block.start, end, block.target, block.depth)?;
            self.s.words.set(place + START, Spot::DEAD.to_word());
        }
        Ok(())
    }

    /// Begins a new piece of the range of a block.
    pub(crate) fn open(&mut self, place: u32) -> Done {
        let block = self.block(place);
        if block.start.is_dead() && !block.target.is_dead() {
            let start = self.border()?;
            self.s.words.set(place + START, start.to_word());
        }
        Ok(())
    }

    // Ways out

    /// Leaves the blocks that `exit` leaves, then the code.
    pub(crate) fn exit(&mut self, exit: u32, node: NodeId) -> Done {
        let block = self.s.unit.block;
        self.s.words.push(self.s.unit.base)?;
        self.todo(Task::Left, exit, block, node.to_word())?;
        self.leave(exit, block, node)
    }

    /// Leaves blocks from `place` outwards.
    pub(crate) fn leave(&mut self, exit: u32, place: u32, node: NodeId) -> Done {
        let mut place = place;
        let preserve = exit == RETURN;
        self.at(node);
        loop {
            if place == 0 {
                self.s.unit.block = 0;
                return match exit {
                    BREAK => Err(self.fault(Problem::BreakOutside, self.t.span(node))),
                    CONTINUE => Err(self.fault(Problem::ContinueOutside, self.t.span(node))),
                    _ => Ok(()),
                };
            }
            let block = self.block(place);
            if block.kind == BlockKind::StarHandlers {
                return Err(self.fault(Problem::ExceptStarExit, self.t.span(node)));
            }
            if block.is_loop() && matches!(exit, BREAK | CONTINUE) {
                self.s.unit.block = place;
                return Ok(());
            }
            match block.kind {
                BlockKind::While | BlockKind::AsyncComprehension | BlockKind::StarHandlers => {}
                BlockKind::For | BlockKind::Value => {
                    self.under(preserve)?;
                    self.op(Op::Pop)?;
                }
                BlockKind::Try | BlockKind::Handlers => self.close(place)?,
                BlockKind::Finally => {
                    self.close(place)?;
                    return self.leave_finally(exit, block, node);
                }
                BlockKind::FinallyEnd => {
                    self.under(preserve)?;
                    self.op(Op::Pop)?;
                    self.under(preserve)?;
                    self.close(place)?;
                    self.op(Op::PopHandled)?;
                }
                BlockKind::With | BlockKind::AsyncWith => {
                    self.close(place)?;
                    self.under(preserve)?;
                    self.at_word(block.node);
                    self.call_exit(block.kind == BlockKind::AsyncWith)?;
                    self.at(node);
                }
                BlockKind::Handler => {
                    self.close(place)?;
                    self.under(preserve)?;
                    self.close(block.outer)?;
                    self.op(Op::PopHandled)?;
                    self.forget_caught(block.node)?;
                }
            }
            place = block.outer;
        }
    }

    /// The value to be returned goes under the one below it.
    fn under(&mut self, preserve: bool) -> Done {
        if preserve { self.op1(Op::Swap, 2) } else { Ok(()) }
    }

    /// A copy of the statements of `finally`, then the blocks around.
    fn leave_finally(&mut self, exit: u32, block: Block, node: NodeId) -> Done {
        let Node::Try { finalbody, .. } = self.t.node(NodeId::from_word(block.node)) else { return Ok(()) };
        self.s.unit.block = block.outer;
        self.s.unit.base = block.depth + u32::from(exit == RETURN);
        self.todo(Task::Leave, exit, block.outer, node.to_word())?;
        if exit == RETURN {
            let value = Block::guarded(BlockKind::Value, 0, Spot::DEAD, block.depth);
            self.push_block(value)?;
            self.todo(Task::PopBlock, 0, 0, 0)?;
        }
        self.todo(Task::Statements, 0, finalbody.to_word(), 0)
    }

    /// All blocks are left.
    pub(crate) fn left(&mut self, exit: u32, saved: u32, node: NodeId) -> Done {
        let goal = self.s.unit.block;
        self.at(node);
        let block = self.block(goal);
        match exit {
            BREAK => {
                if block.kind == BlockKind::For {
                    self.op(Op::Pop)?;
                }
                self.jump(Op::Jump, block.exit)?;
            }
            CONTINUE => self.jump(Op::Jump, block.entry)?,
            RETURN => self.op(Op::Return)?,
            _ => {
                let Node::Return { value } = self.t.node(node) else { return Ok(()) };
                self.todo(Task::Reopen, 0, saved, 0)?;
                self.emit_later(Op::Return, 0, node)?;
                return match value {
                    Some(value) => self.expr_later(value),
                    None => self.none(node),
                };
            }
        }
        self.reopen(saved)
    }

    /// The code goes on inside all the blocks that were left. The depth of the stack there stands under the task.
    pub(crate) fn reopen(&mut self, saved: u32) -> Done {
        let goal = self.s.unit.block;
        self.s.unit.base = self.s.words.pop();
        self.s.unit.block = saved;
        let mut place = saved;
        while place != goal && place != 0 {
            self.open(place)?;
            place = self.block(place).outer;
        }
        Ok(())
    }

    /// Calls the way out of a manager without an exception.
    pub(crate) fn call_exit(&mut self, is_async: bool) -> Done {
        for _ in 0..3 {
            self.op(Op::None)?;
        }
        self.op1(Op::Call, 3)?;
        if is_async {
            self.wait_for(2)?;
        }
        self.op(Op::Pop)
    }

    /// Unbinds the name of a handler.
    pub(crate) fn forget_caught(&mut self, name: u32) -> Done {
        if name == 0 {
            return Ok(());
        }
        let name = Name::at(name);
        self.op(Op::None)?;
        self.access_name(name, Access::Store)?;
        self.access_name(name, Access::Delete)
    }

    /// Ends handling and raises the exception on top again.
    pub(crate) fn raise_on(&mut self) -> Done {
        self.op1(Op::Swap, 2)?;
        self.op(Op::PopHandled)?;
        self.op(Op::Reraise)
    }
}
