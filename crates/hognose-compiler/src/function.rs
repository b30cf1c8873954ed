//! Functions and lambdas: defaults, annotations, body, closure, decorators.

use crate::Compiler;
use crate::error::Problem;
use crate::fault::{Done, Fault};
use crate::name::{Access, Name};
use crate::scope::{Field, Scope, Symbol, kind, symbol};
use crate::task::Task;
use crate::unit::UnitKind;
use hognose_image::CodeHead;
use hognose_image::isa::Op;
use hognose_image::layout::*;
use hognose_syntax::tree::{Kind, List, Node, NodeId};

/// Parts of `make_function`.
const DEFAULTS: u32 = 1;
const KEYWORD_DEFAULTS: u32 = 2;
const ANNOTATIONS: u32 = 4;
const CLOSURE: u32 = 8;

/// Stages of a function; the parts are counted above.
const AFTER_DECORATORS: u32 = 0;
const AFTER_DEFAULTS: u32 = 1;
const AFTER_KEYWORD_DEFAULTS: u32 = 2;
const AFTER_ANNOTATIONS: u32 = 3;

/// The lists of parameters, taken apart.
#[derive(Clone, Copy)]
pub(crate) struct Parameters {
    pub posonly: List,
    pub args: List,
    pub vararg: Option<NodeId>,
    pub kwonly: List,
    pub kwarg: Option<NodeId>,
}

impl Compiler<'_, '_> {
    pub(crate) fn parameters(&self, params: Option<NodeId>) -> Parameters {
        match params.map(|params| self.t.node(params)) {
            Some(Node::Params { posonly, args, vararg, kwonly, kwarg }) => {
                Parameters { posonly, args, vararg, kwonly, kwarg }
            }
            _ => Parameters {
                posonly: List::EMPTY,
                args: List::EMPTY,
                vararg: None,
                kwonly: List::EMPTY,
                kwarg: None,
            },
        }
    }

    fn parameters_of(&self, function: NodeId) -> Parameters {
        match self.t.node(function) {
            Node::FunctionDef { params, .. } | Node::Lambda { params, .. } => self.parameters(params),
            _ => self.parameters(None),
        }
    }

    pub(crate) fn function_def(&mut self, node: NodeId, decorators: List) -> Done {
        self.todo(Task::Function, AFTER_DECORATORS, node.to_word(), 0)?;
        self.exprs_later(decorators, 0, self.t.len(decorators))
    }

    pub(crate) fn lambda(&mut self, node: NodeId) -> Done {
        self.todo(Task::Function, AFTER_DECORATORS, node.to_word(), 0)
    }

    /// A stage of a function, with the parts that are on the stack.
    pub(crate) fn function(&mut self, stage: u32, node: NodeId, parts: u32) -> Done {
        let params = self.parameters_of(node);
        let has_default = |item: &NodeId| matches!(self.t.node(*item), Node::Param { default: Some(_), .. });
        match stage {
            AFTER_DECORATORS => {
                let lists = [params.posonly, params.args].into_iter().flat_map(|list| self.t.items(list));
                let count = lists.filter(has_default).count() as u32;
                if count == 0 {
                    return self.todo(Task::Function, AFTER_DEFAULTS, node.to_word(), parts);
                }
                self.check_parameters(node, params)?;
                self.todo(Task::Function, AFTER_DEFAULTS, node.to_word(), parts | DEFAULTS)?;
                self.todo(Task::Tuple, 0, count, node.to_word())?;
                self.todo(Task::Defaults, 0, params.args.to_word(), 0)?;
                self.todo(Task::Defaults, 0, params.posonly.to_word(), 0)
            }
            AFTER_DEFAULTS => {
                let count = self.t.items(params.kwonly).filter(has_default).count() as u32;
                if count == 0 {
                    return self.todo(Task::Function, AFTER_KEYWORD_DEFAULTS, node.to_word(), parts);
                }
                let parts = parts | KEYWORD_DEFAULTS;
                self.todo(Task::Function, AFTER_KEYWORD_DEFAULTS, node.to_word(), parts)?;
                self.emit_later(Op::BuildDict, count, node)?;
                self.todo(Task::KeywordDefaults, 0, params.kwonly.to_word(), 0)
            }
            AFTER_KEYWORD_DEFAULTS => {
                let count = self.annotation_count(node);
                if count == 0 {
                    return self.todo(Task::Function, AFTER_ANNOTATIONS, node.to_word(), parts);
                }
                self.todo(Task::Function, AFTER_ANNOTATIONS, node.to_word(), parts | ANNOTATIONS)?;
                self.emit_later(Op::BuildDict, count, node)?;
                self.todo(Task::Annotations, 0, node.to_word(), 0)
            }
            _ => self.function_body(node, parts),
        }
    }

    /// The parameter at a place in the order in which annotations are evaluated.
    fn annotated_at(&self, params: Parameters, index: usize) -> Option<NodeId> {
        let lists = [params.args, params.posonly].into_iter().flat_map(|list| self.t.items(list));
        let rest = params.vararg.into_iter().chain(self.t.items(params.kwonly)).chain(params.kwarg);
        lists.chain(rest).nth(index)
    }

    fn annotation_count(&self, node: NodeId) -> u32 {
        let Node::FunctionDef { returns, .. } = self.t.node(node) else { return 0 };
        let params = self.parameters_of(node);
        let mut count = u32::from(returns.is_some());
        let mut index = 0;
        while let Some(param) = self.annotated_at(params, index) {
            if matches!(self.t.node(param), Node::Param { annotation: Some(_), .. }) {
                count += 1;
            }
            index += 1;
        }
        count
    }

    /// Names and annotations of parameters from `index` on, then what follows `->`.
    pub(crate) fn annotations(&mut self, index: u32, node: NodeId) -> Done {
        let Node::FunctionDef { returns, .. } = self.t.node(node) else { return Ok(()) };
        let params = self.parameters_of(node);
        match self.annotated_at(params, index as usize) {
            Some(param) => {
                self.todo(Task::Annotations, index + 1, node.to_word(), 0)?;
                let Node::Param { annotation: Some(annotation), .. } = self.t.node(param) else {
                    return Ok(());
                };
                let name = Name::at(self.t.span(param).start);
                self.not_debug(name, Access::Store, self.t.span(param))?;
                self.name_constant(name, param)?;
                self.annotation(annotation)
            }
            None => {
                let Some(returns) = returns else { return Ok(()) };
                if !self.s.unit.dead {
                    let name = self.s.writer.str(b"return")?;
                    self.pooled(returns, name)?;
                }
                self.annotation(returns)
            }
        }
    }

    /// Holds back the text of a name.
    fn name_constant(&mut self, name: Name, node: NodeId) -> Done {
        if self.s.unit.dead {
            return Ok(());
        }
        let id = self.name_here(name)?;
        self.pooled(node, id)
    }

    /// Loads an annotation: its value, or its text.
    pub(crate) fn annotation(&mut self, annotation: NodeId) -> Done {
        if self.s.future_annotations {
            if self.s.unit.dead {
                return Ok(());
            }
            let text = self.unparse(annotation)?;
            return self.pooled(annotation, text);
        }
        match self.t.node(annotation) {
            // `*args: *types` takes the one item.
            Node::Starred { value } => {
                self.emit_later(Op::Unpack, 1, annotation)?;
                self.expr_later(value)
            }
            _ => self.expr_later(annotation),
        }
    }

    /// Defaults of parameters from `index` on.
    pub(crate) fn defaults(&mut self, index: u32, list: u32) -> Done {
        let Some(param) = self.t.item(List::from_word(list), index as usize) else { return Ok(()) };
        self.todo(Task::Defaults, index + 1, list, 0)?;
        match self.t.node(param) {
            Node::Param { default: Some(default), .. } => self.expr_later(default),
            _ => Ok(()),
        }
    }

    pub(crate) fn keyword_defaults(&mut self, index: u32, list: u32) -> Done {
        let Some(param) = self.t.item(List::from_word(list), index as usize) else { return Ok(()) };
        self.todo(Task::KeywordDefaults, index + 1, list, 0)?;
        match self.t.node(param) {
            Node::Param { default: Some(default), .. } => {
                self.name_constant(Name::at(self.t.span(param).start), param)?;
                self.expr_later(default)
            }
            _ => Ok(()),
        }
    }

    /// No parameter is called `__debug__`.
    fn check_parameters(&mut self, node: NodeId, params: Parameters) -> Done {
        let tree = self.t;
        let lists =
            [params.posonly, params.args, params.kwonly].into_iter().flat_map(|list| tree.items(list));
        for param in lists.chain(params.vararg).chain(params.kwarg) {
            self.not_debug(Name::at(self.t.span(param).start), Access::Store, self.t.span(node))?;
        }
        Ok(())
    }

    // Bodies

    fn function_body(&mut self, node: NodeId, parts: u32) -> Done {
        let params = self.parameters_of(node);
        self.check_parameters(node, params)?;
        match self.t.node(node) {
            Node::FunctionDef { is_async, name, decorators, body, .. } => {
                let kind = if is_async { UnitKind::AsyncFunction } else { UnitKind::Function };
                let first = self.t.item(decorators, 0).unwrap_or(node);
                let line = self.line_of(first);
                let name = self.plain_id(self.t.ident(name))?;
                self.enter_function(node, kind, name, line, params)?;
                self.todo(Task::FunctionEnd, parts, node.to_word(), 0)?;
                let doc = self.doc_string(body);
                if let Some(doc) = doc {
                    if !self.s.unit.phantom {
                        let text = self.intern_str(doc)?;
                        self.s.writer.head()?.doc = Some(text);
                    }
                }
                self.todo(Task::Statements, u32::from(doc.is_some()), body.to_word(), 0)
            }
            Node::Lambda { body, .. } => {
                let line = self.line_of(node);
                let name = self.s.writer.str(b"<lambda>")?;
                self.enter_function(node, UnitKind::Lambda, name, line, params)?;
                self.todo(Task::FunctionEnd, parts, node.to_word(), 0)?;
                self.emit_later(Op::Return, 0, body)?;
                self.expr_later(body)
            }
            _ => Ok(()),
        }
    }

    pub(crate) fn line_of(&mut self, node: NodeId) -> u32 {
        self.s.lines.find(self.t.span(node).start).0
    }

    /// The doc string of a body: its first statement, if that is a plain string.
    pub(crate) fn doc_string(&self, body: List) -> Option<NodeId> {
        match self.t.node(self.t.item(body, 0)?) {
            Node::Expr { value } if self.t.kind(value) == Kind::Str => Some(value),
            _ => None,
        }
    }

    /// Opens the code object of a node that has a scope.
    pub(crate) fn enter_function(
        &mut self,
        node: NodeId,
        unit: UnitKind,
        name: u32,
        line: u32,
        params: Parameters,
    ) -> Done {
        self.flush()?;
        let Some(scope) = self.s.unit.scope.inner(node.to_word(), &mut self.s.words) else {
            return Err(Fault::Scopes);
        };
        let outer_dead = self.s.unit.dead;
        let qualname = if outer_dead { name } else { self.qualname(scope)? };
        self.enter_unit(unit, scope)?;
        if self.s.unit.phantom {
            return Ok(());
        }
        let flags = scope.flags(&self.s.words);
        let mut code_flags = self.s.code_flags;
        if flags & kind::CLASS != 0 {
            code_flags |= CODE_NAMESPACE;
        } else {
            let is_generator = flags & (kind::GENERATOR | kind::GENERATOR_EXPRESSION) != 0;
            code_flags |= match (is_generator, flags & kind::COROUTINE != 0) {
                (false, false) => 0,
                (true, false) => CODE_GENERATOR,
                (false, true) => CODE_COROUTINE,
                (true, true) => CODE_ASYNC_GENERATOR,
            };
        }
        if flags & kind::NESTED != 0 {
            code_flags |= CODE_NESTED;
        }
        if params.vararg.is_some() {
            code_flags |= CODE_VARARGS;
        }
        if params.kwarg.is_some() {
            code_flags |= CODE_KEYWORDS;
        }
        let posonly = self.t.len(params.posonly) as u32;
        let comprehension = u32::from(unit == UnitKind::Comprehension);
        self.s.writer.begin_code(&CodeHead {
            flags: code_flags,
            name,
            qualname,
            module: self.s.module_index,
            first_line: line,
            max_stack: None,
            doc: None,
            arg_count: posonly + self.t.len(params.args) as u32 + comprehension,
            posonly_count: posonly,
            kwonly_count: self.t.len(params.kwonly) as u32,
        })?;
        self.add_variables(scope, params)
    }

    /// Parameters, cells and free variables of the code object that was opened.
    fn add_variables(&mut self, scope: Scope, params: Parameters) -> Done {
        // The body of a `finally` is compiled more than once: slots of the time before are forgotten.
        let mut next = scope.symbols(&self.s.words).next();
        while let Some(symbol) = next {
            symbol.clear_slot(&mut self.s.words);
            next = symbol.next(&self.s.words);
        }
        let mut slot = 0;
        let tree = self.t;
        let lists =
            [params.posonly, params.args, params.kwonly].into_iter().flat_map(|list| tree.items(list));
        for param in lists.chain(params.vararg).chain(params.kwarg) {
            let id = self.name_id(Name::at(self.t.span(param).start), scope)?;
            self.s.writer.local(id)?;
            if let Some(symbol) = scope.symbol(id, &self.s.words) {
                symbol.set_slot(slot, &mut self.s.words);
            }
            slot += 1;
        }
        if self.s.unit.kind == UnitKind::Comprehension {
            let id = self.s.writer.str(b".0")?;
            self.s.writer.local(id)?;
            if let Some(symbol) = scope.symbol(id, &self.s.words) {
                symbol.set_slot(0, &mut self.s.words);
            }
        }
        if scope.has(kind::CLASS_CELL, &self.s.words) {
            let id = self.s.writer.str(b"__class__")?;
            self.s.writer.cell(id, None)?;
        }
        // In the order of their names.
        for wanted in [symbol::FOUND_CELL, symbol::FOUND_FREE] {
            let mut last = None;
            while let Some(next) = self.next_variable(scope, wanted, last) {
                let name = next.name(&self.s.words);
                let slot = if wanted == symbol::FOUND_CELL {
                    let parameter = next.slot(&self.s.words);
                    self.s.writer.cell(name, parameter)?
                } else {
                    self.s.writer.free_variable(name)?
                };
                next.set_slot(slot, &mut self.s.words);
                last = Some(name);
            }
        }
        Ok(())
    }

    /// The cell or free variable whose name comes after `last`.
    fn next_variable(&self, scope: Scope, wanted: u32, last: Option<u32>) -> Option<Symbol> {
        let words = &self.s.words;
        let text = |name: u32| self.s.writer.constant_record(name).unwrap_or(&[]);
        let last = last.map(text);
        let mut best: Option<(Symbol, &[u8])> = None;
        for symbol in scope.symbols(words) {
            if !is_variable(symbol.flags(words), wanted) {
                continue;
            }
            let name = text(symbol.name(words));
            if last.is_some_and(|last| name <= last) || best.is_some_and(|(_, best)| name >= best) {
                continue;
            }
            best = Some((symbol, name));
        }
        best.map(|(symbol, _)| symbol)
    }

    /// Cells for the free variables of an inner scope, as a tuple on the stack. Says whether there are any.
    fn load_closure(&mut self, scope: Scope) -> Result<bool, Fault> {
        let mut last = None;
        let mut count = 0;
        while let Some(next) = self.next_variable(scope, symbol::FOUND_FREE, last) {
            let name = next.name(&self.s.words);
            let cell = self.cell_of(name)?;
            self.op1(Op::LoadClosure, cell)?;
            last = Some(name);
            count += 1;
        }
        if count > 0 {
            self.op1(Op::BuildTuple, count)?;
        }
        Ok(count > 0)
    }

    /// The qualified name of a scope inside the current one.
    fn qualname(&mut self, scope: Scope) -> Result<u32, Fault> {
        // From which scope on the names count: a function that is declared global outside is on the top level.
        let mut first = scope;
        loop {
            let words = &self.s.words;
            let outer = first.outer(words);
            if outer == self.s.module || !outer.is_some() {
                break;
            }
            let node = NodeId::from_word(first.get(Field::Node, words));
            let name = match self.t.node(node) {
                Node::FunctionDef { name, .. } | Node::ClassDef { name, .. } => Some(Name::from(name)),
                _ => None,
            };
            if let Some(name) = name {
                let id = self.name_id(name, outer)?;
                let symbol = outer.symbol(id, &self.s.words);
                if symbol.is_some_and(|symbol| symbol.flags(&self.s.words) & symbol::GLOBAL != 0) {
                    break;
                }
            }
            first = outer;
        }
        // From there inwards.
        let mut at = first;
        loop {
            let node = NodeId::from_word(at.get(Field::Node, &self.s.words));
            let text = match self.t.node(node) {
                Node::FunctionDef { name, .. } | Node::ClassDef { name, .. } => self.t.ident(name),
                Node::Lambda { .. } => "<lambda>",
                Node::ListComp { .. } => "<listcomp>",
                Node::SetComp { .. } => "<setcomp>",
                Node::DictComp { .. } => "<dictcomp>",
                _ => "<genexpr>",
            };
            self.stage_name(text)?;
            if at == scope {
                return Ok(self.s.writer.staged_str()?);
            }
            let has_locals = matches!(self.t.node(node), Node::FunctionDef { .. } | Node::Lambda { .. });
            self.s.writer.stage(if has_locals { b".<locals>." } else { b"." })?;
            // One step inwards: the scope on the way whose outer one is this.
            let mut inner = scope;
            while inner.outer(&self.s.words) != at {
                inner = inner.outer(&self.s.words);
            }
            at = inner;
        }
    }

    /// Ends the code object that is open and makes a function of it; the parts that are on the stack are given.
    pub(crate) fn finish_function(&mut self, node: NodeId, parts: u32) -> Done {
        self.flush()?;
        let scope = self.s.unit.scope;
        let phantom = self.s.unit.phantom;
        let code = if phantom { 0 } else { self.s.writer.finish_code()? };
        self.leave_unit();
        if self.s.unit.dead {
            return Ok(());
        }
        self.at(node);
        let has_closure = self.load_closure(scope)?;
        self.emit(Op::MakeFunction, code, if has_closure { parts | CLOSURE } else { parts })
    }

    /// Falls off the end of a function.
    pub(crate) fn return_none(&mut self) -> Done {
        self.op(Op::None)?;
        self.op(Op::Return)
    }

    pub(crate) fn function_end(&mut self, node: NodeId, parts: u32) -> Done {
        match self.t.node(node) {
            Node::FunctionDef { name, decorators, .. } => {
                self.return_none()?;
                self.finish_function(node, parts)?;
                self.todo(Task::StoreName, 0, name.start(), node.to_word())?;
                self.todo(Task::Decorate, self.t.len(decorators) as u32, decorators.to_word(), 0)
            }
            _ => self.finish_function(node, parts),
        }
    }

    /// Calls decorators, the last one first.
    pub(crate) fn decorate(&mut self, count: u32, list: u32) -> Done {
        for index in (0..count).rev() {
            let Some(decorator) = self.t.item(List::from_word(list), index as usize) else { continue };
            self.at(decorator);
            self.op1(Op::Call, 1)?;
        }
        Ok(())
    }

    pub(crate) fn return_outside(&mut self, node: NodeId) -> Done {
        if matches!(self.s.unit.kind, UnitKind::Module | UnitKind::Class) {
            return Err(self.fault(Problem::ReturnOutside, self.t.span(node)));
        }
        Ok(())
    }
}

/// Is a symbol with these flags a cell variable, or a free one?
fn is_variable(flags: u32, wanted: u32) -> bool {
    flags & symbol::FOUND == wanted || wanted == symbol::FOUND_FREE && flags & symbol::FREE_IN_CLASS != 0
}
