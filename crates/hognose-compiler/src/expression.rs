//! Expressions: operators, comparisons, conditions, attributes, subscripts.

use crate::Compiler;
use crate::error::Problem;
use crate::fault::Done;
use crate::label::Spot;
use crate::name::{Access, Name};
use crate::scope::kind;
use crate::task::Task;
use crate::unit::UnitKind;
use hognose_image::isa::{self, Op};
use hognose_syntax::operator::{BinaryOp, BoolOp, CompareOp, UnaryOp};
use hognose_syntax::tree::{Kind, List, Node, NodeId};

impl Compiler<'_, '_> {
    pub(crate) fn todo(&mut self, task: Task, data: u32, a: u32, b: u32) -> Done {
        self.s.words.todo(task, data, a, b)
    }

    /// A task of a node alone.
    pub(crate) fn later(&mut self, task: Task, node: NodeId) -> Done {
        self.todo(task, 0, node.to_word(), 0)
    }

    pub(crate) fn expr_later(&mut self, node: NodeId) -> Done {
        self.later(Task::Expr, node)
    }

    /// Items of a list from `first` up to `end`, one after the other.
    pub(crate) fn exprs_later(&mut self, list: List, first: usize, end: usize) -> Done {
        if first < end { self.todo(Task::Exprs, first as u32, list.to_word(), end as u32) } else { Ok(()) }
    }

    pub(crate) fn exprs(&mut self, first: u32, list: u32, end: u32) -> Done {
        let Some(item) = self.t.item(List::from_word(list), first as usize) else { return Ok(()) };
        if first + 1 < end {
            self.todo(Task::Exprs, first + 1, list, end)?;
        }
        self.expr_later(item)
    }

    pub(crate) fn place_later(&mut self, spot: Spot) -> Done {
        self.todo(Task::Place, 0, spot.to_word(), 0)
    }

    pub(crate) fn jump_later(&mut self, spot: Spot, node: NodeId) -> Done {
        self.todo(Task::Jump, 0, spot.to_word(), node.to_word())
    }

    /// Jumps when the truth of an expression is `sense`.
    pub(crate) fn jump_if_later(&mut self, node: NodeId, spot: Spot, sense: bool) -> Done {
        self.todo(Task::JumpIf, u32::from(sense), node.to_word(), spot.to_word())
    }

    /// Loads an expression.
    pub(crate) fn expr(&mut self, node: NodeId) -> Done {
        match self.t.node(node) {
            Node::Name {} => self.load_name(node),
            Node::Constant { .. }
            | Node::Int {}
            | Node::Float {}
            | Node::Imaginary {}
            | Node::Str {}
            | Node::Bytes {} => self.literal(node),
            Node::BinOp { left, .. } => {
                self.later(Task::Right, node)?;
                self.expr_later(left)
            }
            Node::UnaryOp { op, operand } => {
                if op == UnaryOp::Not {
                    if let Some(compare) = self.inverted(operand) {
                        return self.compare_inverted(node, operand, compare);
                    }
                }
                self.later(Task::Unary, node)?;
                self.expr_later(operand)
            }
            Node::BoolOp { values, .. } => {
                let end = self.spot()?;
                let Some(first) = self.t.item(values, 0) else { return Ok(()) };
                self.todo(Task::Bool, 1, node.to_word(), end.to_word())?;
                self.expr_later(first)
            }
            Node::Compare { left, links } => self.compare(node, left, links),
            Node::NamedExpr { value, .. } => {
                self.later(Task::Named, node)?;
                self.expr_later(value)
            }
            Node::IfExp { .. } => {
                let end = self.spot()?;
                self.todo(Task::Owner, 0, self.s.unit.owner, 0)?;
                self.place_later(end)?;
                self.conditional(node, end)
            }
            Node::Attribute { value, .. } => {
                self.later(Task::Attribute, node)?;
                self.expr_later(value)
            }
            Node::Subscript { value, index } => {
                self.emit_later(Op::Subscript, 0, node)?;
                self.expr_later(index)?;
                self.expr_later(value)
            }
            Node::Slice { lower, upper, step } => {
                self.emit_later(Op::BuildSlice, 2 + u32::from(step.is_some()), node)?;
                if let Some(step) = step {
                    self.expr_later(step)?;
                }
                self.bound_later(upper, node)?;
                self.bound_later(lower, node)
            }
            Node::Keyword { value, .. } => self.expr_later(value),
            Node::Starred { .. } => Err(self.fault(Problem::StarredHere, self.t.span(node))),
            Node::Tuple { items } => self.display(node, items, crate::display::TUPLE),
            Node::ListDisplay { items } => self.display(node, items, crate::display::LIST),
            Node::Set { items } => self.display(node, items, crate::display::SET),
            Node::Dict { items } => self.dict(node, items),
            Node::Call { .. } => self.call(node),
            Node::JoinedStr { .. } => self.joined_str(node),
            Node::Lambda { .. } => self.lambda(node),
            Node::ListComp { .. }
            | Node::SetComp { .. }
            | Node::DictComp { .. }
            | Node::GeneratorExp { .. } => self.comprehension(node),
            Node::Await { value } => {
                self.may_await(node)?;
                self.later(Task::Await, node)?;
                self.expr_later(value)
            }
            Node::Yield { value } => {
                self.may_yield(node)?;
                self.later(Task::Yield, node)?;
                match value {
                    Some(value) => self.expr_later(value),
                    None => self.none(node),
                }
            }
            Node::YieldFrom { value } => {
                self.may_yield(node)?;
                if self.s.unit.kind == UnitKind::AsyncFunction {
                    return Err(self.fault(Problem::YieldFromInAsync, self.t.span(node)));
                }
                self.later(Task::Yield, node)?;
                self.expr_later(value)
            }
            _ => Ok(()),
        }
    }

    /// A conditional expression whose end is known: that of the one it is the last part of.
    pub(crate) fn conditional(&mut self, node: NodeId, end: Spot) -> Done {
        let Node::IfExp { test, body, orelse } = self.t.node(node) else { return self.expr(node) };
        self.s.unit.owner = node.to_word();
        let next = self.spot()?;
        self.todo(Task::Conditional, 0, orelse.to_word(), end.to_word())?;
        self.place_later(next)?;
        self.jump_later(end, node)?;
        self.expr_later(body)?;
        self.jump_if_later(test, next, false)
    }

    fn bound_later(&mut self, bound: Option<NodeId>, slice: NodeId) -> Done {
        match bound {
            Some(bound) => self.expr_later(bound),
            None => self.emit_later(Op::None, 0, slice),
        }
    }

    // Operators

    /// The left operand is there.
    pub(crate) fn right(&mut self, node: NodeId) -> Done {
        let Node::BinOp { right, .. } = self.t.node(node) else { return Ok(()) };
        self.later(Task::Binary, node)?;
        self.expr_later(right)
    }

    pub(crate) fn binary(&mut self, node: NodeId) -> Done {
        let Node::BinOp { op, .. } = self.t.node(node) else { return Ok(()) };
        if self.fold_binary(node, op)? {
            return Ok(());
        }
        self.at(node);
        self.op1(Op::Binary, binary_op(op) as u32)
    }

    pub(crate) fn named(&mut self, node: NodeId) -> Done {
        let Node::NamedExpr { target, .. } = self.t.node(node) else { return Ok(()) };
        self.at(node);
        self.op1(Op::Copy, 1)?;
        self.at(target);
        let name = Name::at(self.t.span(target).start);
        self.access_name(name, Access::Store)
    }

    pub(crate) fn load_attribute(&mut self, node: NodeId) -> Done {
        self.attribute(node, Op::LoadAttr)
    }

    /// An instruction on an attribute whose object is there.
    pub(crate) fn attribute(&mut self, node: NodeId, op: Op) -> Done {
        let Node::Attribute { name, .. } = self.t.node(node) else { return Ok(()) };
        let start = self.t.span(node).start;
        self.s.here = self.attribute_span(start, node, self.t.ident(name));
        self.attribute_op(op, name.into())
    }

    // and, or

    pub(crate) fn bool_op(&mut self, index: u32, node: NodeId, end: Spot) -> Done {
        let Node::BoolOp { op, values } = self.t.node(node) else { return Ok(()) };
        let Some(next) = self.t.item(values, index as usize) else { return self.place(end) };
        self.at(node);
        let stops = op == BoolOp::Or;
        match self.constant_truth() {
            // A constant that does not decide is dropped, one that does ends it.
            Some(truth) if truth != stops => {
                self.drop_constant();
            }
            Some(_) => self.jump(Op::Jump, end)?,
            None => self.jump(if stops { Op::JumpIfTrueOrPop } else { Op::JumpIfFalseOrPop }, end)?,
        }
        self.todo(Task::Bool, index + 1, node.to_word(), end.to_word())?;
        self.expr_later(next)
    }

    // Comparisons

    /// The operator of `not (a is b)` and its like, as one.
    fn inverted(&self, node: NodeId) -> Option<CompareOp> {
        let Node::Compare { links, .. } = self.t.node(node) else { return None };
        if self.t.len(links) != 1 {
            return None;
        }
        let Node::CompareLink { op, .. } = self.t.node(self.t.item(links, 0)?) else { return None };
        match op {
            CompareOp::Is => Some(CompareOp::IsNot),
            CompareOp::IsNot => Some(CompareOp::Is),
            CompareOp::In => Some(CompareOp::NotIn),
            CompareOp::NotIn => Some(CompareOp::In),
            _ => None,
        }
    }

    fn compare_inverted(&mut self, node: NodeId, compare: NodeId, op: CompareOp) -> Done {
        let Node::Compare { left, links } = self.t.node(compare) else { return Ok(()) };
        let Some(Node::CompareLink { value, .. }) = self.t.item(links, 0).map(|link| self.t.node(link))
        else {
            return Ok(());
        };
        // Python puts it in the place of the `not`.
        self.emit_later(Op::Compare, compare_op(op) as u32, node)?;
        self.operand_later(op, value, true)?;
        self.expr_later(left)
    }

    /// The right operand of a comparison. A container of constants to search in is a constant, when it is the last operand.
    fn operand_later(&mut self, op: CompareOp, value: NodeId, last: bool) -> Done {
        if last && matches!(op, CompareOp::In | CompareOp::NotIn) {
            return self.iterable_later(value);
        }
        self.expr_later(value)
    }

    /// An expression that is only iterated or searched: a list is as good as a tuple, a set of constants as a frozenset.
    pub(crate) fn iterable_later(&mut self, node: NodeId) -> Done {
        match self.t.node(node) {
            Node::ListDisplay { items } if !self.has_starred(items) => {
                self.todo(Task::Display, crate::display::TUPLE, items.to_word(), node.to_word())?;
                self.exprs_later(items, 0, self.t.len(items))
            }
            Node::Set { items } if self.t.items(items).all(|item| self.is_literal(item)) => {
                self.todo(Task::Display, crate::display::FROZENSET, items.to_word(), node.to_word())?;
                self.exprs_later(items, 0, self.t.len(items))
            }
            _ => self.expr_later(node),
        }
    }

    fn compare(&mut self, node: NodeId, left: NodeId, links: List) -> Done {
        let Some(Node::CompareLink { op, value }) = self.t.item(links, 0).map(|link| self.t.node(link))
        else {
            return Ok(());
        };
        if self.t.len(links) == 1 {
            self.emit_later(Op::Compare, compare_op(op) as u32, node)?;
            self.operand_later(op, value, true)?;
        } else {
            let cleanup = self.spot()?;
            self.todo(Task::Link, 0, node.to_word(), cleanup.to_word())?;
        }
        self.expr_later(left)
    }

    /// The left operand of link `index` is there.
    pub(crate) fn link(&mut self, index: u32, node: NodeId, cleanup: Spot) -> Done {
        let Some((op, value)) = self.link_at(node, index) else { return Ok(()) };
        self.todo(Task::Compared, index, node.to_word(), cleanup.to_word())?;
        let last = self.link_at(node, index + 1).is_none();
        self.operand_later(op, value, last)
    }

    fn link_at(&self, node: NodeId, index: u32) -> Option<(CompareOp, NodeId)> {
        let Node::Compare { links, .. } = self.t.node(node) else { return None };
        match self.t.node(self.t.item(links, index as usize)?) {
            Node::CompareLink { op, value } => Some((op, value)),
            _ => None,
        }
    }

    pub(crate) fn compared(&mut self, index: u32, node: NodeId, cleanup: Spot) -> Done {
        let Some((op, _)) = self.link_at(node, index) else { return Ok(()) };
        self.at(node);
        let op = compare_op(op) as u32;
        if self.link_at(node, index + 1).is_some() {
            self.op1(Op::Swap, 2)?;
            self.op1(Op::Copy, 2)?;
            self.op1(Op::Compare, op)?;
            self.jump(Op::JumpIfFalseOrPop, cleanup)?;
            return self.todo(Task::Link, index + 1, node.to_word(), cleanup.to_word());
        }
        let end = self.spot()?;
        self.op1(Op::Compare, op)?;
        self.jump(Op::Jump, end)?;
        self.place(cleanup)?;
        self.op1(Op::Swap, 2)?;
        self.op(Op::Pop)?;
        self.place(end)
    }

    // Jumps

    pub(crate) fn jump_if(&mut self, node: NodeId, spot: Spot, sense: bool) -> Done {
        if self.t.kind(node) == Kind::Compare {
            // As in Python the jump, and what follows, stands for the comparison.
            self.s.unit.owner = node.to_word();
        }
        match self.t.node(node) {
            Node::UnaryOp { op: UnaryOp::Not, operand } => self.jump_if_later(operand, spot, !sense),
            Node::BoolOp { op, values } => {
                let stops = op == BoolOp::Or;
                let count = self.t.len(values);
                let Some(last) = count.checked_sub(1).and_then(|last| self.t.item(values, last)) else {
                    return Ok(());
                };
                // A value that decides the other way goes on behind.
                let target = if stops == sense { spot } else { self.spot()? };
                if stops != sense {
                    self.place_later(target)?;
                }
                self.jump_if_later(last, spot, sense)?;
                self.todo(Task::JumpIfEach, u32::from(stops), values.to_word(), target.to_word())
            }
            Node::IfExp { test, body, orelse } => {
                let next = self.spot()?;
                let end = self.spot()?;
                self.place_later(end)?;
                self.jump_if_later(orelse, spot, sense)?;
                self.place_later(next)?;
                self.jump_later(end, node)?;
                self.jump_if_later(body, spot, sense)?;
                self.jump_if_later(test, next, false)
            }
            Node::Compare { left, links } if self.t.len(links) > 1 => {
                let cleanup = self.spot()?;
                self.s.words.push(cleanup.to_word())?;
                self.todo(Task::JumpIfLink, u32::from(sense), node.to_word(), spot.to_word())?;
                self.expr_later(left)
            }
            _ => {
                let op = if sense { Op::JumpIfTrue } else { Op::JumpIfFalse };
                self.todo(Task::JumpOn, op as u32, spot.to_word(), 0)?;
                self.expr_later(node)
            }
        }
    }

    /// A jump on the value on top.
    pub(crate) fn jump_on(&mut self, op: Op, spot: Spot) -> Done {
        self.at_owner();
        let taken = match op {
            Op::JumpIfTrue => self.constant_truth(),
            Op::JumpIfFalse => self.constant_truth().map(|truth| !truth),
            _ => None,
        };
        match taken {
            Some(taken) => {
                self.drop_constant();
                if taken { self.jump(Op::Jump, spot) } else { Ok(()) }
            }
            None => self.jump(op, spot),
        }
    }

    /// All but the last value of `and`, `or`.
    pub(crate) fn jump_if_each(&mut self, data: u32, list: u32, spot: Spot) -> Done {
        let (index, stops) = (data >> 1, data & 1);
        let values = List::from_word(list);
        if index as usize + 1 >= self.t.len(values) {
            return Ok(());
        }
        let Some(value) = self.t.item(values, index as usize) else { return Ok(()) };
        self.todo(Task::JumpIfEach, (index + 1) << 1 | stops, list, spot.to_word())?;
        self.jump_if_later(value, spot, stops != 0)
    }

    /// A comparison of several links that ends in a jump. Steps come in pairs: the operand of a link, its operator. The place
    /// where the operand that is left over goes is kept under the task.
    pub(crate) fn jump_if_link(&mut self, data: u32, node: NodeId, spot: Spot) -> Done {
        let (step, sense) = (data >> 1, data & 1);
        let index = step / 2;
        let Some((op, value)) = self.link_at(node, index) else { return Ok(()) };
        if step % 2 == 0 {
            self.todo(Task::JumpIfLink, data + 2, node.to_word(), spot.to_word())?;
            let last = self.link_at(node, index + 1).is_none();
            return self.operand_later(op, value, last);
        }
        self.at(node);
        let op = compare_op(op) as u32;
        let cleanup = Spot::from_word(self.s.words.pop());
        if self.link_at(node, index + 1).is_some() {
            self.op1(Op::Swap, 2)?;
            self.op1(Op::Copy, 2)?;
            self.op1(Op::Compare, op)?;
            self.jump(Op::JumpIfFalse, cleanup)?;
            self.s.words.push(cleanup.to_word())?;
            return self.todo(Task::JumpIfLink, data + 2, node.to_word(), spot.to_word());
        }
        let end = self.spot()?;
        self.op1(Op::Compare, op)?;
        self.jump(if sense != 0 { Op::JumpIfTrue } else { Op::JumpIfFalse }, spot)?;
        self.jump(Op::Jump, end)?;
        self.place(cleanup)?;
        self.op(Op::Pop)?;
        if sense == 0 {
            self.jump(Op::Jump, spot)?;
        }
        self.place(end)
    }

    // Generators and coroutines

    fn may_yield(&mut self, node: NodeId) -> Done {
        if matches!(self.s.unit.kind, UnitKind::Module | UnitKind::Class) {
            return Err(self.fault(Problem::YieldOutside, self.t.span(node)));
        }
        Ok(())
    }

    fn may_await(&mut self, node: NodeId) -> Done {
        let problem = match self.s.unit.kind {
            UnitKind::Module | UnitKind::Class => Problem::AwaitOutside,
            UnitKind::AsyncFunction | UnitKind::Comprehension => return Ok(()),
            UnitKind::Function | UnitKind::Lambda => Problem::AwaitOutsideAsync,
        };
        Err(self.fault(problem, self.t.span(node)))
    }

    /// Waits for the awaitable on top; `what` as in `get_awaitable`.
    pub(crate) fn wait_for(&mut self, what: u32) -> Done {
        self.op1(Op::GetAwaitable, what)?;
        self.op(Op::None)?;
        self.op(Op::YieldFrom)
    }

    /// Yields the value on top.
    pub(crate) fn yield_value(&mut self) -> Done {
        let flags = self.s.unit.scope.flags(&self.s.words);
        let is_async = flags & kind::COROUTINE != 0;
        self.op(if is_async { Op::AsyncYield } else { Op::Yield })
    }

    pub(crate) fn yielded(&mut self, node: NodeId) -> Done {
        self.at(node);
        if self.t.kind(node) == Kind::YieldFrom {
            self.op(Op::GetYieldFromIter)?;
            self.op(Op::None)?;
            return self.op(Op::YieldFrom);
        }
        self.yield_value()
    }
}

pub(crate) fn binary_op(op: BinaryOp) -> isa::BinaryOp {
    match op {
        BinaryOp::Add => isa::BinaryOp::Add,
        BinaryOp::Sub => isa::BinaryOp::Sub,
        BinaryOp::Mult => isa::BinaryOp::Mul,
        BinaryOp::MatMult => isa::BinaryOp::MatMul,
        BinaryOp::Div => isa::BinaryOp::TrueDiv,
        BinaryOp::Mod => isa::BinaryOp::Mod,
        BinaryOp::Pow => isa::BinaryOp::Pow,
        BinaryOp::LShift => isa::BinaryOp::LShift,
        BinaryOp::RShift => isa::BinaryOp::RShift,
        BinaryOp::BitOr => isa::BinaryOp::Or,
        BinaryOp::BitXor => isa::BinaryOp::Xor,
        BinaryOp::BitAnd => isa::BinaryOp::And,
        BinaryOp::FloorDiv => isa::BinaryOp::FloorDiv,
    }
}

pub(crate) fn compare_op(op: CompareOp) -> isa::CompareOp {
    match op {
        CompareOp::Eq => isa::CompareOp::Eq,
        CompareOp::NotEq => isa::CompareOp::Ne,
        CompareOp::Lt => isa::CompareOp::Lt,
        CompareOp::LtE => isa::CompareOp::Le,
        CompareOp::Gt => isa::CompareOp::Gt,
        CompareOp::GtE => isa::CompareOp::Ge,
        CompareOp::Is => isa::CompareOp::Is,
        CompareOp::IsNot => isa::CompareOp::IsNot,
        CompareOp::In => isa::CompareOp::In,
        CompareOp::NotIn => isa::CompareOp::NotIn,
    }
}
