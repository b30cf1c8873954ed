//! Assignments and deletions.

use crate::Compiler;
use crate::error::Problem;
use crate::expression::binary_op;
use crate::fault::Done;
use crate::name::{Access, Name};
use crate::task::Task;
use crate::unit::UnitKind;
use hognose_image::isa::Op;
use hognose_syntax::tree::{Kind, List, Node, NodeId};

/// Most targets in front of a starred one.
const MOST_BEFORE_STAR: usize = 255;

impl Compiler<'_, '_> {
    pub(crate) fn assign(&mut self, node: NodeId, targets: List, value: NodeId) -> Done {
        if let Some((items, names)) = self.swapped(targets, value) {
            self.todo(Task::Stores, 0, names.to_word(), 0)?;
            let count = self.t.len(items);
            self.emit_later(Op::Swap, count as u32, value)?;
            return self.exprs_later(items, 0, count);
        }
        self.todo(Task::Assign, 0, targets.to_word(), node.to_word())?;
        self.expr_later(value)
    }

    /// `a, b = c, d`: as many values as targets, two or three, need no tuple.
    fn swapped(&self, targets: List, value: NodeId) -> Option<(List, List)> {
        if self.t.len(targets) != 1 {
            return None;
        }
        let Node::Tuple { items } = self.t.node(value) else { return None };
        let target = self.t.item(targets, 0)?;
        let (Node::Tuple { items: names } | Node::ListDisplay { items: names }) = self.t.node(target) else {
            return None;
        };
        let count = self.t.len(items);
        let plain = !self.has_starred(items) && !self.has_starred(names);
        (plain && count == self.t.len(names) && (2..=3).contains(&count)).then_some((items, names))
    }

    /// The value for the targets from `index` on is there.
    pub(crate) fn assign_targets(&mut self, index: u32, targets: u32, node: NodeId) -> Done {
        let list = List::from_word(targets);
        let Some(target) = self.t.item(list, index as usize) else { return Ok(()) };
        self.at(node);
        if (index as usize) + 1 < self.t.len(list) {
            self.op1(Op::Copy, 1)?;
            self.todo(Task::Assign, index + 1, targets, node.to_word())?;
        }
        self.later(Task::Store, target)
    }

    /// Stores the value on top.
    pub(crate) fn store(&mut self, target: NodeId) -> Done {
        self.at(target);
        match self.t.node(target) {
            Node::Name {} => self.access_name(Name::at(self.t.span(target).start), Access::Store),
            Node::Attribute { value, name } => {
                self.flush()?;
                self.not_debug(name.into(), Access::Store, self.t.span(target))?;
                self.later(Task::StoreInto, target)?;
                self.expr_later(value)
            }
            Node::Subscript { value, index } => {
                self.flush()?;
                self.later(Task::StoreInto, target)?;
                self.expr_later(index)?;
                self.expr_later(value)
            }
            Node::Tuple { items } | Node::ListDisplay { items } => self.unpack(target, items),
            Node::Starred { .. } => Err(self.fault(Problem::StarredTarget, self.t.span(target))),
            _ => Ok(()),
        }
    }

    fn unpack(&mut self, target: NodeId, items: List) -> Done {
        let count = self.t.len(items);
        let mut stars =
            self.t.items(items).enumerate().filter(|(_, item)| self.t.kind(*item) == Kind::Starred);
        match (stars.next(), stars.next()) {
            (None, _) => self.op1(Op::Unpack, count as u32)?,
            (Some((before, _)), None) => {
                let after = count - before - 1;
                if before > MOST_BEFORE_STAR || after >= 1 << 16 {
                    return Err(self.fault(Problem::TooManyTargets, self.t.span(target)));
                }
                self.emit(Op::UnpackStar, before as u32, after as u32)?;
            }
            _ => return Err(self.fault(Problem::TwoStarred, self.t.span(target))),
        }
        self.todo(Task::Stores, 0, items.to_word(), 0)
    }

    /// Stores into the targets from `index` on; a starred one takes its list.
    pub(crate) fn stores(&mut self, index: u32, list: u32) -> Done {
        let Some(target) = self.t.item(List::from_word(list), index as usize) else { return Ok(()) };
        self.todo(Task::Stores, index + 1, list, 0)?;
        match self.t.node(target) {
            Node::Starred { value } => self.later(Task::Store, value),
            _ => self.later(Task::Store, target),
        }
    }

    /// The object, and the index if it is a subscript, are there.
    pub(crate) fn store_into(&mut self, target: NodeId) -> Done {
        match self.t.kind(target) {
            Kind::Attribute => self.attribute(target, Op::StoreAttr),
            _ => {
                self.at(target);
                self.op(Op::StoreSubscript)
            }
        }
    }

    // Deletions

    pub(crate) fn deletes(&mut self, index: u32, list: u32) -> Done {
        let Some(target) = self.t.item(List::from_word(list), index as usize) else { return Ok(()) };
        self.todo(Task::Deletes, index + 1, list, 0)?;
        self.at(target);
        match self.t.node(target) {
            Node::Name {} => self.access_name(Name::at(self.t.span(target).start), Access::Delete),
            Node::Attribute { value, .. } => {
                self.later(Task::DeleteFrom, target)?;
                self.expr_later(value)
            }
            Node::Subscript { value, index } => {
                self.later(Task::DeleteFrom, target)?;
                self.expr_later(index)?;
                self.expr_later(value)
            }
            Node::Tuple { items } | Node::ListDisplay { items } => {
                self.todo(Task::Deletes, 0, items.to_word(), 0)
            }
            _ => Ok(()),
        }
    }

    pub(crate) fn delete_from(&mut self, target: NodeId) -> Done {
        match self.t.kind(target) {
            Kind::Attribute => self.attribute(target, Op::DelAttr),
            _ => {
                self.at(target);
                self.op(Op::DelSubscript)
            }
        }
    }

    // Augmented

    /// `target op= value`. Stages: what the target needs, its old value, the new value.
    pub(crate) fn augmented(&mut self, stage: u32, node: NodeId) -> Done {
        let Node::AugAssign { op, target, value } = self.t.node(node) else { return Ok(()) };
        match stage {
            0 => {
                self.todo(Task::Augmented, 1, node.to_word(), 0)?;
                match self.t.node(target) {
                    Node::Attribute { value, .. } => self.expr_later(value),
                    Node::Subscript { value, index } => {
                        self.expr_later(index)?;
                        self.expr_later(value)
                    }
                    _ => Ok(()),
                }
            }
            1 => {
                match self.t.kind(target) {
                    Kind::Attribute => {
                        self.at(target);
                        self.op1(Op::Copy, 1)?;
                        self.attribute(target, Op::LoadAttr)?;
                    }
                    Kind::Subscript => {
                        self.at(target);
                        self.op1(Op::Copy, 2)?;
                        self.op1(Op::Copy, 2)?;
                        self.op(Op::Subscript)?;
                    }
                    _ => self.load_name(target)?,
                }
                // A `__debug__` to be changed is refused when it is stored.
                self.flush()?;
                self.todo(Task::Augmented, 2, node.to_word(), 0)?;
                self.expr_later(value)
            }
            _ => {
                self.at(node);
                self.op1(Op::InPlace, binary_op(op) as u32)?;
                self.at(target);
                match self.t.kind(target) {
                    Kind::Attribute => {
                        self.op1(Op::Swap, 2)?;
                        self.store_into(target)
                    }
                    Kind::Subscript => {
                        self.op1(Op::Swap, 3)?;
                        self.op1(Op::Swap, 2)?;
                        self.store_into(target)
                    }
                    _ => self.store(target),
                }
            }
        }
    }

    // Annotated

    pub(crate) fn annotated_assign(&mut self, node: NodeId) -> Done {
        let Node::AnnAssign { target, value, .. } = self.t.node(node) else { return Ok(()) };
        self.later(Task::Annotated, node)?;
        if let Some(value) = value {
            self.later(Task::Store, target)?;
            self.expr_later(value)?;
        }
        Ok(())
    }

    /// The value is stored: the annotation.
    pub(crate) fn annotated(&mut self, node: NodeId) -> Done {
        let Node::AnnAssign { simple, target, annotation, value } = self.t.node(node) else { return Ok(()) };
        let keeps = matches!(self.s.unit.kind, UnitKind::Module | UnitKind::Class);
        let place = self.t.span(node);
        if keeps && !simple {
            // Evaluated and dropped.
            self.emit_later(Op::Pop, 0, node)?;
            self.todo(Task::Annotation, 0, annotation.to_word(), 0)?;
        }
        match self.t.node(target) {
            Node::Name {} => {
                let name = Name::at(self.t.span(target).start);
                self.not_debug(name, Access::Store, place)?;
                if keeps && simple {
                    self.later(Task::Noted, node)?;
                    self.todo(Task::Annotation, 0, annotation.to_word(), 0)?;
                }
                Ok(())
            }
            Node::Attribute { value: object, name } => {
                self.not_debug(name.into(), Access::Store, place)?;
                if value.is_none() {
                    self.emit_later(Op::Pop, 0, node)?;
                    self.expr_later(object)?;
                }
                Ok(())
            }
            Node::Subscript { value: object, index } if value.is_none() => {
                self.parts_later(node, index)?;
                self.emit_later(Op::Pop, 0, node)?;
                self.expr_later(object)
            }
            _ => Ok(()),
        }
    }

    /// An index that is evaluated and dropped: the parts of slices each by itself.
    fn parts_later(&mut self, node: NodeId, index: NodeId) -> Done {
        match self.t.node(index) {
            Node::Slice { lower, upper, step } => {
                for part in [step, upper, lower].into_iter().flatten() {
                    self.emit_later(Op::Pop, 0, node)?;
                    self.expr_later(part)?;
                }
                Ok(())
            }
            _ => {
                self.emit_later(Op::Pop, 0, node)?;
                self.expr_later(index)
            }
        }
    }

    /// Notes the annotation on top in `__annotations__`.
    pub(crate) fn noted(&mut self, node: NodeId) -> Done {
        let Node::AnnAssign { target, .. } = self.t.node(node) else { return Ok(()) };
        self.at(node);
        self.flush()?;
        if self.s.unit.dead {
            return Ok(());
        }
        let annotations = self.s.writer.str(b"__annotations__")?;
        self.op1(Op::LoadName, annotations)?;
        let name = self.name_here(Name::at(self.t.span(target).start))?;
        self.op1(Op::Const, name)?;
        self.op(Op::StoreSubscript)
    }
}
