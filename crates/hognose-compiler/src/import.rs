//! `import` and `from .. import`.

use crate::Compiler;
use crate::error::Problem;
use crate::fault::Done;
use crate::name::{Access, Name};
use hognose_image::isa::Op;
use hognose_syntax::tree::{Ident, List, Node, NodeId};

/// Features that are always there.
const FEATURES: [&str; 8] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "generator_stop",
];

impl Compiler<'_, '_> {
    pub(crate) fn import_modules(&mut self, node: NodeId, names: List) -> Done {
        for alias in self.t.items(names) {
            let Node::Alias { asname, .. } = self.t.node(alias) else { continue };
            self.at(node);
            self.op1(Op::Int, 0)?;
            self.op(Op::None)?;
            let first = Name::at(self.t.span(alias).start);
            if !self.s.unit.dead {
                let module = if self.t.alias_name(alias).nth(1).is_some() {
                    let mut dot: &[u8] = b"";
                    for part in self.t.alias_name(alias) {
                        self.s.writer.stage(dot)?;
                        self.stage_name(part)?;
                        dot = b".";
                    }
                    self.s.writer.staged_str()?
                } else {
                    self.name_here(first)?
                };
                self.op1(Op::ImportName, module)?;
            }
            match asname {
                None => self.access_name(first, Access::Store)?,
                Some(asname) => {
                    // `import a.b.c as d` goes down from `a`.
                    for part in self.t.alias_name(alias).skip(1) {
                        if self.s.unit.dead {
                            break;
                        }
                        let name = self.text_id(part, self.s.unit.scope)?;
                        self.op1(Op::ImportFrom, name)?;
                        self.op1(Op::Swap, 2)?;
                        self.op(Op::Pop)?;
                    }
                    self.access_name(asname.into(), Access::Store)?;
                }
            }
        }
        Ok(())
    }

    pub(crate) fn import_from(
        &mut self,
        node: NodeId,
        module: Option<Ident>,
        names: List,
        level: u32,
    ) -> Done {
        self.at(node);
        if self.is_future(module) && !self.s.future_allowed {
            return Err(self.fault(Problem::FutureLate, self.t.span(node)));
        }
        self.op1(Op::Int, level)?;
        if !self.s.unit.dead {
            let low = self.s.words.low();
            for alias in self.t.items(names) {
                let id = match self.t.node(alias) {
                    Node::Alias { is_star: true, .. } => self.s.writer.str(b"*")?,
                    _ => self.plain_id(self.t.name(alias))?,
                };
                self.s.words.add([id])?;
            }
            let tuple = self.s.writer.tuple(self.s.words.from(low));
            self.s.words.cut(low);
            self.op1(Op::Const, tuple?)?;
            let mut dot: &[u8] = b"";
            let parts = module.map(|module| self.t.dotted(module));
            for part in parts.into_iter().flatten() {
                self.s.writer.stage(dot)?;
                self.stage_name(part)?;
                dot = b".";
            }
            let module = self.s.writer.staged_str()?;
            self.op1(Op::ImportName, module)?;
        }
        for alias in self.t.items(names) {
            let Node::Alias { is_star, asname } = self.t.node(alias) else { continue };
            if is_star {
                return self.op(Op::ImportStar);
            }
            let name = Name::at(self.t.span(alias).start);
            self.attribute_op(Op::ImportFrom, name)?;
            self.access_name(asname.map_or(name, Name::from), Access::Store)?;
        }
        self.op(Op::Pop)
    }

    fn is_future(&self, module: Option<Ident>) -> bool {
        let Some(module) = module else { return false };
        let mut parts = self.t.dotted(module);
        parts.next() == Some("__future__") && parts.next().is_none()
    }

    /// Looks at a statement of the top level before anything else: imports from `__future__` may only stand in front.
    pub(crate) fn future(&mut self, statement: NodeId) -> Done {
        if !self.s.future_allowed {
            return Ok(());
        }
        match self.t.node(statement) {
            Node::ImportFrom { module, names, .. } if self.is_future(module) => {
                for alias in self.t.items(names) {
                    self.feature(statement, alias)?;
                }
                self.s.future_docs = true;
                Ok(())
            }
            // A doc string may stand in front of them.
            Node::Expr { value }
                if !self.s.future_docs && self.t.kind(value) == hognose_syntax::tree::Kind::Str =>
            {
                self.s.future_docs = true;
                Ok(())
            }
            _ => {
                self.s.future_allowed = false;
                Ok(())
            }
        }
    }

    fn feature(&mut self, statement: NodeId, alias: NodeId) -> Done {
        let span = self.t.span(alias);
        let name = Name::at(span.start);
        let text = match self.t.node(alias) {
            Node::Alias { is_star: true, .. } => "*",
            _ => self.name_text(name),
        };
        match text {
            "annotations" => {
                self.s.future_annotations = true;
                return Ok(());
            }
            "barry_as_FLUFL" => return Ok(()),
            _ if FEATURES.contains(&text) => return Ok(()),
            _ => {}
        }
        let problem = if text == "braces" { Problem::FutureBraces } else { Problem::FutureUnknown };
        let text = if text == "*" { span } else { name.span(self.t.source()) };
        Err(self.named_fault(problem, text, self.t.span(statement)))
    }
}
