//! Classes.

use crate::Compiler;
use crate::call;
use crate::fault::Done;
use crate::name::Access;
use crate::scope::kind;
use crate::task::Task;
use crate::unit::UnitKind;
use hognose_image::isa::Op;
use hognose_syntax::tree::{List, Node, NodeId};

impl Compiler<'_, '_> {
    pub(crate) fn class_def(&mut self, node: NodeId, decorators: List) -> Done {
        self.later(Task::Class, node)?;
        self.exprs_later(decorators, 0, self.t.len(decorators))
    }

    /// The body; decorators are there.
    pub(crate) fn class(&mut self, node: NodeId) -> Done {
        let Node::ClassDef { name, decorators, body, .. } = self.t.node(node) else { return Ok(()) };
        self.flush()?;
        if !self.s.unit.dead {
            self.at(node);
            self.op(Op::LoadBuildClass)?;
        }
        let first = self.t.item(decorators, 0).unwrap_or(node);
        let line = self.line_of(first);
        let name = self.plain_id(self.t.ident(name))?;
        let none = self.parameters(None);
        self.enter_function(node, UnitKind::Class, name, line, none)?;
        self.later(Task::ClassEnd, node)?;
        if !self.s.unit.phantom {
            // As in Python this is the start of the line.
            let start = self.t.span(first).start;
            let start = start - self.s.lines.find(start).1;
            self.s.here = hognose_syntax::span::Span { start, end: start };
            let module = self.s.writer.str(b"__name__")?;
            self.op1(Op::LoadName, module)?;
            self.store_namespace(b"__module__")?;
            let qualname = self.s.writer.head()?.qualname;
            self.op1(Op::Const, qualname)?;
            self.store_namespace(b"__qualname__")?;
        }
        self.body(body)
    }

    fn store_namespace(&mut self, name: &[u8]) -> Done {
        let name = self.s.writer.str(name)?;
        self.op1(Op::StoreName, name)
    }

    /// A body of a class: annotations, doc string, statements.
    fn body(&mut self, body: List) -> Done {
        if self.s.unit.scope.has(kind::ANNOTATED, &self.s.words) {
            self.op(Op::SetupAnnotations)?;
        }
        let doc = self.doc_string(body);
        self.todo(Task::Statements, u32::from(doc.is_some()), body.to_word(), 0)?;
        if let Some(doc) = doc {
            self.doc(doc)?;
        }
        Ok(())
    }

    /// Stores a doc string of a class or module as its variable.
    pub(crate) fn doc(&mut self, doc: NodeId) -> Done {
        if self.s.unit.dead {
            return Ok(());
        }
        self.literal(doc)?;
        self.at(doc);
        let name = self.s.writer.str(b"__doc__")?;
        self.access_id(name, Access::Store)
    }

    /// The body is done: bases, keywords, the call.
    pub(crate) fn class_end(&mut self, node: NodeId) -> Done {
        let Node::ClassDef { name, bases, keywords, decorators, .. } = self.t.node(node) else {
            return Ok(());
        };
        let scope = self.s.unit.scope;
        if !self.s.unit.dead && scope.has(kind::CLASS_CELL, &self.s.words) {
            self.op1(Op::LoadClosure, 0)?;
            self.op1(Op::Copy, 1)?;
            self.store_namespace(b"__classcell__")?;
            self.op(Op::Return)?;
        } else {
            self.return_none()?;
        }
        self.finish_function(node, 0)?;
        if !self.s.unit.dead {
            let text = self.plain_id(self.t.ident(name))?;
            self.at(node);
            self.op1(Op::Const, text)?;
        }
        self.todo(Task::StoreName, 0, name.start(), node.to_word())?;
        self.todo(Task::Decorate, self.t.len(decorators) as u32, decorators.to_word(), 0)?;
        self.call_with(node, bases, keywords, call::CLASS)
    }
}
