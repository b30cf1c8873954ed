//! The code object that is being written: instructions, labels, positions, code that never runs.

use crate::Compiler;
use crate::fault::{Done, Fault};
use crate::label::Spot;
use crate::scope::Scope;
use hognose_image::isa::{Flow, Op};
use hognose_syntax::span::Span;
use hognose_syntax::tree::NodeId;

/// What a code object is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum UnitKind {
    Module,
    Class,
    Function,
    AsyncFunction,
    Lambda,
    Comprehension,
}

impl UnitKind {
    const ALL: [UnitKind; 6] = [
        UnitKind::Module,
        UnitKind::Class,
        UnitKind::Function,
        UnitKind::AsyncFunction,
        UnitKind::Lambda,
        UnitKind::Comprehension,
    ];
}

/// State of the code object that is being written.
#[derive(Clone, Copy)]
pub(crate) struct Unit {
    pub kind: UnitKind,
    pub scope: Scope,
    /// Values on the stack where a statement begins.
    pub base: u32,
    /// What comes now never runs.
    pub dead: bool,
    /// The whole code object never runs: there is none, it is only looked at for errors.
    pub phantom: bool,
    /// The innermost block.
    pub block: u32,
    /// Labels made so far.
    pub labels: u32,
    /// The node that jumps stand for.
    pub owner: u32,
}

/// Words of a saved unit.
const SAVED: usize = 7;

impl Unit {
    pub const fn new(kind: UnitKind, scope: Scope) -> Unit {
        Unit { kind, scope, base: 0, dead: false, phantom: false, block: 0, labels: 0, owner: 0 }
    }

    fn save(&self) -> [u32; SAVED] {
        let flags = u32::from(self.dead) | u32::from(self.phantom) << 1;
        [self.kind as u32, self.scope.place(), self.base, flags, self.block, self.labels, self.owner]
    }

    fn load(words: [u32; SAVED]) -> Unit {
        let [kind, scope, base, flags, block, labels, owner] = words;
        Unit {
            kind: UnitKind::ALL.get(kind as usize).copied().unwrap_or(UnitKind::Module),
            scope: Scope::at(scope),
            base,
            dead: flags & 1 != 0,
            phantom: flags & 2 != 0,
            block,
            labels,
            owner,
        }
    }
}

impl Compiler<'_, '_> {
    /// Goes into a code object inside the one that was open, which waits on the stack.
    pub(crate) fn enter_unit(&mut self, kind: UnitKind, scope: Scope) -> Done {
        let outer = self.s.unit;
        self.s.words.push_all(outer.save())?;
        self.s.unit = Unit { dead: outer.dead, phantom: outer.dead, ..Unit::new(kind, scope) };
        Ok(())
    }

    /// Goes back to the code object outside.
    pub(crate) fn leave_unit(&mut self) {
        self.s.unit = Unit::load(self.s.words.pop_all());
    }

    // Positions

    /// The instructions that follow stand for this node.
    pub(crate) fn at(&mut self, node: NodeId) {
        self.s.here = self.t.span(node);
    }

    pub(crate) fn at_word(&mut self, node: u32) -> NodeId {
        let node = NodeId::from_word(node);
        self.at(node);
        node
    }

    /// The instructions that follow stand for what jumps stand for.
    pub(crate) fn at_owner(&mut self) {
        self.at_word(self.s.unit.owner);
    }

    fn locate(&mut self) -> Done {
        let here = self.s.here;
        if self.s.located != here {
            self.s.located = here;
            self.s.position = self.s.lines.position(here);
        }
        let position = self.s.position;
        self.s.writer.position(Some(position))?;
        Ok(())
    }

    // Instructions

    /// An instruction with operands.
    pub(crate) fn emit(&mut self, op: Op, a: u32, b: u32) -> Done {
        self.flush()?;
        self.raw(op, a, b)
    }

    /// An instruction without operands.
    pub(crate) fn op(&mut self, op: Op) -> Done {
        self.emit(op, 0, 0)
    }

    /// An instruction with one operand.
    pub(crate) fn op1(&mut self, op: Op, a: u32) -> Done {
        self.emit(op, a, 0)
    }

    /// An instruction, with no constants held back.
    pub(crate) fn raw(&mut self, op: Op, a: u32, b: u32) -> Done {
        if self.s.unit.dead {
            return Ok(());
        }
        self.locate()?;
        self.s.writer.emit(op, a, b)?;
        if op.flow() == Flow::End {
            self.s.unit.dead = true;
        }
        Ok(())
    }

    /// An instruction at a node, later.
    pub(crate) fn emit_later(&mut self, op: Op, operand: u32, node: NodeId) -> Done {
        self.todo(crate::task::Task::Emit, op as u32, operand, node.to_word())
    }

    /// A jump.
    pub(crate) fn jump(&mut self, op: Op, spot: Spot) -> Done {
        self.flush()?;
        if self.s.unit.dead {
            return Ok(());
        }
        self.locate()?;
        let label = self.s.labels.get(spot)?;
        self.s.writer.jump(op, label)?;
        if op == Op::Jump {
            self.s.unit.dead = true;
        }
        Ok(())
    }

    /// A new place in the code.
    pub(crate) fn spot(&mut self) -> Result<Spot, Fault> {
        if self.s.unit.dead { Ok(Spot::DEAD) } else { self.label() }
    }

    /// A new place that is reached from another one, whatever comes now.
    pub(crate) fn spot_for(&mut self, other: Spot) -> Result<Spot, Fault> {
        if other.is_dead() { Ok(Spot::DEAD) } else { self.label() }
    }

    fn label(&mut self) -> Result<Spot, Fault> {
        if self.s.unit.phantom {
            return Ok(Spot::DEAD);
        }
        let label = self.s.writer.new_label()?;
        let number = self.s.unit.labels;
        self.s.unit.labels += 1;
        self.s.labels.remember(number, label);
        Ok(Spot::new(number))
    }

    /// The place is here: code that jumps to it goes on here.
    pub(crate) fn place(&mut self, spot: Spot) -> Done {
        self.flush()?;
        if !spot.is_dead() {
            self.mark(spot)?;
            self.s.unit.dead = false;
        }
        Ok(())
    }

    fn mark(&mut self, spot: Spot) -> Done {
        let label = self.s.labels.get(spot)?;
        self.s.writer.place(label)?;
        Ok(())
    }

    /// A place here to go back to.
    pub(crate) fn here(&mut self) -> Result<Spot, Fault> {
        let spot = self.spot()?;
        self.place(spot)?;
        Ok(spot)
    }

    /// A border of an exception range here, also when what comes now never runs.
    pub(crate) fn border(&mut self) -> Result<Spot, Fault> {
        self.flush()?;
        let spot = self.label()?;
        if !spot.is_dead() {
            self.mark(spot)?;
        }
        Ok(spot)
    }

    /// An exception range.
    pub(crate) fn range(&mut self, start: Spot, end: Spot, target: Spot, depth: u32) -> Done {
        if start.is_dead() || end.is_dead() || target.is_dead() {
            return Ok(());
        }
        let labels = &self.s.labels;
        let (start, end, target) = (labels.get(start)?, labels.get(end)?, labels.get(target)?);
        self.s.writer.exception_range(start, end, target, depth)?;
        Ok(())
    }

    /// The place of an attribute whose object ends on another line: that of its name.
    pub(crate) fn attribute_span(&mut self, start: u32, attribute: NodeId, name: &str) -> Span {
        let end = self.t.span(attribute).end;
        if self.s.lines.find(start).0 == self.s.lines.find(end).0 {
            Span { start, end }
        } else {
            // Python counts the characters of the name as if they were bytes.
            Span { start: end.saturating_sub(name.chars().count() as u32), end }
        }
    }
}
