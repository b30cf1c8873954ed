//! Statements, and the machine that does one task after the other.

use crate::Compiler;
use crate::block;
use crate::error::Problem;
use crate::fault::Done;
use crate::label::Spot;
use crate::name::{Access, Name};
use crate::scope::kind;
use crate::task::{Task, Todo};
use hognose_image::isa::Op;
use hognose_syntax::tree::{List, Node, NodeId};

impl Compiler<'_, '_> {
    /// Does all tasks down to the one that stops it.
    pub(crate) fn run(&mut self) -> Done {
        loop {
            let todo = self.s.words.take();
            if todo.task == Task::Stop {
                return Ok(());
            }
            self.step(todo)?;
        }
    }

    fn step(&mut self, todo: Todo) -> Done {
        let Todo { task, data, a, b } = todo;
        let node = NodeId::from_word(a);
        let node_b = NodeId::from_word(b);
        let spot = Spot::from_word(a);
        let spot_b = Spot::from_word(b);
        match task {
            Task::Stop => Ok(()),
            Task::Expr => self.expr(node),
            Task::Exprs => self.exprs(data, a, b),
            Task::Emit => {
                self.at(node_b);
                let op = Op::from_byte(data as u8).unwrap_or(Op::Pop);
                self.op1(op, a)
            }
            Task::JumpOn => self.jump_on(Op::from_byte(data as u8).unwrap_or(Op::Jump), spot),
            Task::Owner => {
                self.s.unit.owner = a;
                Ok(())
            }
            Task::Jump => {
                self.flush()?;
                self.at(node_b);
                self.jump(Op::Jump, spot)
            }
            Task::Place => self.place(spot),
            Task::JumpIf => self.jump_if(node, spot_b, data != 0),
            Task::JumpIfEach => self.jump_if_each(data, a, spot_b),
            Task::JumpIfLink => self.jump_if_link(data, node, spot_b),
            Task::Conditional => self.conditional(node, spot_b),
            Task::Right => self.right(node),
            Task::Binary => self.binary(node),
            Task::Unary => match self.t.node(node) {
                Node::UnaryOp { op, .. } => self.unary(node, op),
                _ => Ok(()),
            },
            Task::Bool => self.bool_op(data, node, spot_b),
            Task::Link => self.link(data, node, spot_b),
            Task::Compared => self.compared(data, node, spot_b),
            Task::Named => self.named(node),
            Task::Attribute => self.load_attribute(node),
            Task::Items => self.items(data, a, node_b),
            Task::Display => self.displayed(data, a, node_b),
            Task::Tuple => {
                if self.fold_items(node_b, a, false)? {
                    return Ok(());
                }
                self.at(node_b);
                self.op1(Op::BuildTuple, a)
            }
            Task::Pairs => self.pairs(data, a, node_b),
            Task::Method => self.method(node),
            Task::Called => self.called(data, node, b),
            Task::Spread => self.spread(data, a, node_b),
            Task::Keywords => self.keywords(data, a, node_b),
            Task::KeywordPairs => self.keyword_pairs(data, a, b),
            Task::Await => {
                self.at(node);
                self.wait_for(0)
            }
            Task::Yield => self.yielded(node),
            Task::Parts => self.parts(data, node, b),

            Task::Function => self.function(data, node, b),
            Task::Defaults => self.defaults(data, a),
            Task::KeywordDefaults => self.keyword_defaults(data, a),
            Task::Annotations => self.annotations(data, node),
            Task::Annotation => self.annotation(node),
            Task::FunctionEnd => self.function_end(node, data),
            Task::Class => self.class(node),
            Task::ClassEnd => self.class_end(node),
            Task::Decorate => self.decorate(data, a),
            Task::StoreName => {
                self.at(node_b);
                self.access_name(Name::at(a), Access::Store)
            }
            Task::ComprehensionEnd => self.comprehension_end(node),
            Task::For => self.comprehension_for(data, node),
            Task::Iterated => self.iterated(data, node),
            Task::Targets => self.targets(data, node),
            Task::Targeted => self.targeted(data, node, spot_b),
            Task::Conditions => self.conditions(data, a, spot_b),
            Task::Element => self.element(data, node),
            Task::LoopEnd => self.loop_end(spot, spot_b),
            Task::AsyncLoopEnd => self.async_loop_end(spot),

            Task::Store => self.store(node),
            Task::Stores => self.stores(data, a),
            Task::StoreInto => self.store_into(node),
            Task::Deletes => self.deletes(data, a),
            Task::DeleteFrom => self.delete_from(node),
            Task::Assign => self.assign_targets(data, a, node_b),
            Task::Augmented => self.augmented(data, node),
            Task::Annotated => self.annotated(node),
            Task::Noted => self.noted(node),

            Task::Statements => self.statements(data, a, b),
            Task::Dropped => self.dropped(node),
            Task::Returned => self.returned(node),
            Task::Asserted => self.asserted(node),
            Task::Else => self.else_branch(data, spot, node_b),
            Task::WhileBody => self.while_body(),
            Task::WhileTest => self.while_test(node),
            Task::WhileEnd => self.while_end(node),
            Task::ForStart => self.for_start(node),
            Task::ForEnd => self.for_end(node),
            Task::Leave => self.leave(data, a, node_b),
            Task::Left => self.left(data, a, node_b),
            Task::Reopen => self.reopen(a),
            Task::PopBlock => {
                self.pop_block();
                Ok(())
            }

            Task::FinallyBody => self.finally_body(node),
            Task::FinallyDone => self.finally_done(node, spot_b),
            Task::FinallyEnd => self.finally_end(node, spot_b),
            Task::TryBody => self.try_body(node),
            Task::TryElse => self.try_else(node, spot_b),
            Task::Handler => self.handler(data, node, spot_b),
            Task::HandlerMatch => self.handler_match(node, spot_b),
            Task::HandlerChosen => self.handler_chosen(data, node, spot_b),
            Task::HandlerEnd => self.handler_end(data, node, spot_b),
            Task::StarHandler => self.star_handler(data, node, spot_b),
            Task::StarMatch => self.star_match(data, node, spot_b),
            Task::StarHandlerEnd => self.star_handler_end(data, node, spot_b),
            Task::With => self.with(data, node),
            Task::WithEnter => self.with_enter(data, node),
            Task::WithEnd => self.with_end(node),

            Task::Case => self.case(data, node, spot_b),
            Task::Matched => self.matched(data, node, spot_b),
            Task::Guarded => self.guarded(data, node, spot_b),
            Task::CaseEnd => self.case_end(data, node, spot_b),
            Task::Pattern => self.pattern(node),
            Task::SubPattern => self.sub_pattern(node),
            Task::Irrefutable => {
                self.irrefutable(data);
                Ok(())
            }
            Task::PatternValue => self.pattern_value(node),
            Task::PatternItems => self.pattern_items(data, a),
            Task::PatternIndexed => self.pattern_indexed(data, node),
            Task::PatternKeys => self.pattern_keys(data, a),
            Task::PatternKeysEnd => self.pattern_keys_end(node),
            Task::PatternMapped => self.pattern_mapped(data, a),
            Task::PatternMappingEnd => self.pattern_mapping_end(node),
            Task::PatternClass => self.pattern_class(node),
            Task::PatternClassItem => self.pattern_class_item(data, node),
            Task::PatternAs => self.pattern_as(node),
            Task::PatternAlternative => self.pattern_alternative(data, node),
            Task::PatternAlternativeEnd => self.pattern_alternative_end(data, node),
        }
    }

    /// Statements of a list from an index on. Behind the last one comes the end of a `for` loop when `tail` is not 0.
    pub(crate) fn statements(&mut self, index: u32, list: u32, tail: u32) -> Done {
        let Some(statement) = self.t.item(List::from_word(list), index as usize) else { return Ok(()) };
        self.todo(Task::Statements, index + 1, list, tail)?;
        let last = tail != 0 && index as usize + 1 == self.t.len(List::from_word(list));
        self.statement(statement, last)
    }

    /// A statement. Behind it comes the end of a `for` loop when it is the `tail` of one.
    pub(crate) fn statement(&mut self, node: NodeId, tail: bool) -> Done {
        self.flush()?;
        self.at(node);
        self.s.unit.owner = node.to_word();
        match self.t.node(node) {
            Node::FunctionDef { decorators, .. } => self.function_def(node, decorators),
            Node::ClassDef { decorators, .. } => self.class_def(node, decorators),
            Node::Return { value } => self.return_statement(node, value),
            Node::Delete { targets } => self.deletes(0, targets.to_word()),
            Node::Assign { targets, value } => self.assign(node, targets, value),
            Node::AugAssign { .. } => self.augmented(0, node),
            Node::AnnAssign { .. } => self.annotated_assign(node),
            Node::For { .. } => self.for_statement(node),
            Node::While { test, body, .. } => self.while_statement(node, test, body),
            Node::If { .. } => self.if_statement(node, tail),
            Node::With { .. } => self.with(0, node),
            Node::Match { subject, .. } => self.match_statement(node, subject),
            Node::Raise { exc, cause } => self.raise(node, exc, cause),
            Node::Try { .. } => self.try_statement(node),
            Node::Assert { test, .. } => self.assert(node, test),
            Node::Import { names } => self.import_modules(node, names),
            Node::ImportFrom { module, names, level } => self.import_from(node, module, names, level),
            Node::Expr { value } => {
                self.later(Task::Dropped, node)?;
                self.expr_later(value)
            }
            Node::Break {} => self.exit(block::BREAK, node),
            Node::Continue {} => self.exit(block::CONTINUE, node),
            _ => Ok(()),
        }
    }

    /// The value of an expression statement.
    fn dropped(&mut self, node: NodeId) -> Done {
        self.at(node);
        if self.s.interactive && self.s.unit.kind == crate::unit::UnitKind::Module {
            return self.op(Op::PrintExpression);
        }
        if self.drop_constant() {
            return Ok(());
        }
        if let Node::Expr { value } = self.t.node(node) {
            self.at(value);
        }
        self.op(Op::Pop)
    }

    fn return_statement(&mut self, node: NodeId, value: Option<NodeId>) -> Done {
        self.return_outside(node)?;
        let Some(value) = value else { return self.exit(block::RETURN_CONSTANT, node) };
        let flags = self.s.unit.scope.flags(&self.s.words);
        if flags & kind::COROUTINE != 0 && flags & kind::GENERATOR != 0 {
            return Err(self.fault(Problem::ReturnValueInAsyncGenerator, self.t.span(node)));
        }
        self.later(Task::Returned, node)?;
        self.expr_later(value)
    }

    /// The value to be returned is there.
    fn returned(&mut self, node: NodeId) -> Done {
        self.at(node);
        if self.s.unit.block == 0 {
            return self.op(Op::Return);
        }
        // A constant is loaded when all blocks are left.
        let exit = if self.drop_constant() { block::RETURN_CONSTANT } else { block::RETURN };
        self.exit(exit, node)
    }
}
