//! First pass over a statement: which scopes there are, and which names each of them binds, declares and uses.
//!
//! The order is that of Python's symbol table, so that of several errors the same one is found first.

use super::{Field, Scope, kind, symbol};
use crate::Compiler;
use crate::error::Problem;
use crate::fault::Done;
use crate::name::Name;
use hognose_syntax::span::Span;
use hognose_syntax::tree::{Kind, List, Node, NodeId, Slot};

/// Most scopes around a scope. Names like `f.<locals>.g` tell all of them, so that their length grows with the depth.
const MOST_SCOPES: usize = 200;

macro_rules! visits {
    ($($(#[$doc:meta])* $visit:ident),* $(,)?) => {
        /// What is to be visited later. The comment names the values in the order data, a.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        enum Visit {
            $($(#[$doc])* $visit,)*
        }

        impl Visit {
            const ALL: &'static [Visit] = &[$(Visit::$visit),*];
        }
    };
}

visits! {
    /// Nothing: ends the run.
    Stop,
    /// store, node.
    Node,
    /// store and first, list.
    List,
    /// which and first, list of parameters.
    Defaults,
    /// which and first, list of parameters.
    Annotations,
    /// -, node: an annotation.
    Annotation,
    /// Ends an annotation that is not evaluated. -, scope outside.
    AnnotationEnd,
    /// -, node: parameters and body of a function.
    Function,
    /// -, node: parameters and body of a lambda.
    Lambda,
    /// -, node: a class body.
    Class,
    /// Ends a scope.
    Leave,
    /// Ends the scope of a comprehension.
    LeaveComprehension,
    /// -, node: what of a comprehension belongs to its own scope.
    Comprehension,
    /// Names are iteration variables; 0: no longer.
    Target,
    /// An iterable of a comprehension begins; 0: ends.
    Iterable,
    /// -, node: `yield`, what it yields is visited.
    Yield,
    /// -, node: `await`, what it awaits is visited.
    Await,
    /// Makes the scope one that awaits.
    Async,
    /// index, list: keys and values of a display, every other one.
    Every,
    /// -, ident, node: binds a name.
    Bind,
}

impl Compiler<'_, '_> {
    /// Finds the scopes of a statement of the module, or of its expression.
    pub(crate) fn find_scopes(&mut self, statement: NodeId) -> Done {
        self.s.scope = self.s.module;
        self.visit_later(Visit::Stop, 0, 0)?;
        self.node_later(statement)?;
        loop {
            let [a, head] = self.s.words.pop_all();
            let data = head >> 8;
            match Visit::ALL.get(head as u8 as usize).copied().unwrap_or(Visit::Stop) {
                Visit::Stop => return Ok(()),
                Visit::Node => self.visit(NodeId::from_word(a), data != 0)?,
                Visit::List => {
                    let list = List::from_word(a);
                    let (index, store) = (data >> 1, data & 1);
                    if let Some(item) = self.t.item(list, index as usize) {
                        self.visit_later(Visit::List, (index + 1) << 1 | store, a)?;
                        self.visit_later(Visit::Node, store, item.to_word())?;
                    }
                }
                Visit::Every => {
                    let list = List::from_word(a);
                    if let Some(item) = self.t.item(list, data as usize) {
                        self.visit_later(Visit::Every, data + 2, a)?;
                        self.node_later(item)?;
                    }
                }
                Visit::Defaults => self.visit_parameter(data, a, false)?,
                Visit::Annotations => self.visit_parameter(data, a, true)?,
                Visit::Annotation => self.visit_annotation(NodeId::from_word(a))?,
                Visit::AnnotationEnd => {
                    let inside = self.s.scope;
                    self.s.scope = Scope::at(a);
                    self.s.words.cut(inside.place());
                }
                Visit::Function => self.visit_function(NodeId::from_word(a))?,
                Visit::Lambda => self.visit_lambda(NodeId::from_word(a))?,
                Visit::Class => self.visit_class(NodeId::from_word(a))?,
                Visit::Leave => self.leave_scope(),
                Visit::LeaveComprehension => {
                    let inside = self.s.scope.flags(&self.s.words);
                    self.leave_scope();
                    if inside & kind::COROUTINE != 0 && inside & kind::GENERATOR_EXPRESSION == 0 {
                        self.s.scope.raise(kind::COROUTINE, &mut self.s.words);
                    }
                }
                Visit::Comprehension => self.visit_inner_comprehension(NodeId::from_word(a))?,
                Visit::Target => {
                    let flags = self.s.scope.flags(&self.s.words) & !kind::TARGET;
                    self.s.scope.set(Field::Flags, flags | kind::TARGET * data, &mut self.s.words);
                }
                Visit::Iterable => {
                    let count = self.s.scope.get(Field::Iterables, &self.s.words);
                    let count = if data != 0 { count + 1 } else { count.saturating_sub(1) };
                    self.s.scope.set(Field::Iterables, count, &mut self.s.words);
                }
                Visit::Yield => self.yields(NodeId::from_word(a))?,
                Visit::Await | Visit::Async => self.s.scope.raise(kind::COROUTINE, &mut self.s.words),
                Visit::Bind => {
                    let node = NodeId::from_word(a);
                    if let Some(name) = self.bound_after(node) {
                        self.bind(name, symbol::LOCAL, self.t.span(node))?;
                    }
                }
            }
        }
    }

    fn visit_later(&mut self, visit: Visit, data: u32, a: u32) -> Done {
        self.s.words.push_all([a, visit as u32 | data << 8])
    }

    fn node_later(&mut self, node: NodeId) -> Done {
        self.visit_later(Visit::Node, 0, node.to_word())
    }

    fn optional_later(&mut self, node: Option<NodeId>) -> Done {
        node.map_or(Ok(()), |node| self.node_later(node))
    }

    fn list_later(&mut self, list: List) -> Done {
        if list.is_empty() { Ok(()) } else { self.visit_later(Visit::List, 0, list.to_word()) }
    }

    /// Everything that has no scope of its own and binds no names is visited field by field.
    fn children_later(&mut self, node: NodeId, store: bool) -> Done {
        let slots = self.t.kind(node).slots();
        for (place, slot) in slots.iter().enumerate().rev() {
            let word = self.t.field(node, place);
            match slot {
                _ if word == 0 => {}
                Slot::Node => self.visit_later(Visit::Node, u32::from(store), word)?,
                Slot::List => self.visit_later(Visit::List, u32::from(store), word)?,
                Slot::Word => {}
            }
        }
        Ok(())
    }

    fn visit(&mut self, node: NodeId, store: bool) -> Done {
        match self.t.node(node) {
            Node::Name {} => {
                let span = self.t.span(node);
                let name = Name::at(span.start);
                self.bind(name, if store { symbol::LOCAL } else { symbol::USED }, span)?;
                if !store && self.s.scope.is_function(&self.s.words) && self.t.name(node) == "super" {
                    let class = self.s.writer.str(b"__class__")?;
                    self.define(self.s.scope, class, symbol::USED)?;
                }
                Ok(())
            }
            Node::FunctionDef { name, params, returns, decorators, .. } => {
                self.bind(name.into(), symbol::LOCAL, self.t.span(node))?;
                self.visit_later(Visit::Function, 0, node.to_word())?;
                self.list_later(decorators)?;
                if let Some(returns) = returns {
                    self.visit_later(Visit::Annotation, 0, returns.to_word())?;
                }
                self.parameters_later(params, true)
            }
            Node::Lambda { params, .. } => {
                self.visit_later(Visit::Lambda, 0, node.to_word())?;
                self.parameters_later(params, false)
            }
            Node::ClassDef { name, bases, keywords, decorators, .. } => {
                self.bind(name.into(), symbol::LOCAL, self.t.span(node))?;
                self.visit_later(Visit::Class, 0, node.to_word())?;
                self.list_later(decorators)?;
                self.list_later(keywords)?;
                self.list_later(bases)
            }
            Node::Delete { targets } => self.visit_later(Visit::List, 1, targets.to_word()),
            Node::Assign { targets, value } => {
                self.node_later(value)?;
                self.visit_later(Visit::List, 1, targets.to_word())
            }
            Node::AugAssign { target, value, .. } => {
                self.node_later(value)?;
                self.visit_later(Visit::Node, 1, target.to_word())
            }
            Node::AnnAssign { .. } => self.visit_annotated(node),
            Node::For { target, iter, body, orelse, .. } => {
                self.list_later(orelse)?;
                self.list_later(body)?;
                self.node_later(iter)?;
                self.visit_later(Visit::Node, 1, target.to_word())
            }
            Node::WithItem { context, vars } => {
                if let Some(vars) = vars {
                    self.visit_later(Visit::Node, 1, vars.to_word())?;
                }
                self.node_later(context)
            }
            Node::Try { body, handlers, orelse, finalbody, .. } => {
                self.list_later(finalbody)?;
                self.list_later(handlers)?;
                self.list_later(orelse)?;
                self.list_later(body)
            }
            Node::ExceptHandler { kind, body, .. } => {
                self.list_later(body)?;
                self.visit_later(Visit::Bind, 0, node.to_word())?;
                self.optional_later(kind)
            }
            Node::Global { names } => self.declare(node, names, symbol::GLOBAL),
            Node::Nonlocal { names } => self.declare(node, names, symbol::NONLOCAL),
            Node::Import { names } | Node::ImportFrom { names, .. } => {
                for alias in self.t.items(names) {
                    self.import(alias)?;
                }
                Ok(())
            }
            Node::MatchMapping { items, .. } => {
                self.visit_later(Visit::Bind, 0, node.to_word())?;
                self.visit_later(Visit::Every, 1, items.to_word())?;
                self.visit_later(Visit::Every, 0, items.to_word())
            }
            Node::MatchAs { pattern, .. } => {
                self.visit_later(Visit::Bind, 0, node.to_word())?;
                self.optional_later(pattern)
            }
            Node::MatchStar { .. } => self.visit_later(Visit::Bind, 0, node.to_word()),
            Node::ListComp { generators, .. }
            | Node::SetComp { generators, .. }
            | Node::DictComp { generators, .. }
            | Node::GeneratorExp { generators, .. } => {
                let Some(first) = self.t.item(generators, 0) else { return Ok(()) };
                let Node::Comprehension { iter, .. } = self.t.node(first) else { return Ok(()) };
                self.visit_later(Visit::Comprehension, 0, node.to_word())?;
                self.visit_later(Visit::Iterable, 0, 0)?;
                self.node_later(iter)?;
                self.visit_later(Visit::Iterable, 1, 0)
            }
            Node::Comprehension { is_async, target, iter, ifs } => {
                if is_async {
                    self.visit_later(Visit::Async, 0, 0)?;
                }
                self.list_later(ifs)?;
                self.visit_later(Visit::Iterable, 0, 0)?;
                self.node_later(iter)?;
                self.visit_later(Visit::Iterable, 1, 0)?;
                self.visit_later(Visit::Target, 0, 0)?;
                self.visit_later(Visit::Node, 1, target.to_word())?;
                self.visit_later(Visit::Target, 1, 0)
            }
            Node::NamedExpr { target, value } => self.visit_named(node, target, value),
            Node::Dict { items } => self.visit_pairs(items),
            Node::Yield { .. } | Node::YieldFrom { .. } => {
                self.not_in_annotation(node, Problem::YieldInAnnotation)?;
                self.visit_later(Visit::Yield, 0, node.to_word())?;
                self.children_later(node, false)
            }
            Node::Await { value } => {
                self.not_in_annotation(node, Problem::AwaitInAnnotation)?;
                self.visit_later(Visit::Await, 0, node.to_word())?;
                self.node_later(value)
            }
            // The targets of a nested target; what stands in an attribute or a subscript is used.
            Node::Tuple { .. } | Node::ListDisplay { .. } | Node::Starred { .. } => {
                self.children_later(node, store)
            }
            _ => self.children_later(node, false),
        }
    }

    /// Keys first, then values; what is unpacked counts as a value.
    fn visit_pairs(&mut self, items: List) -> Done {
        let has_unpack = self.t.items(items).any(|item| self.t.kind(item) == Kind::DictUnpack);
        if has_unpack {
            return self.list_later(items);
        }
        self.visit_later(Visit::Every, 1, items.to_word())?;
        self.visit_later(Visit::Every, 0, items.to_word())
    }

    // Names

    /// The name that a node binds after its parts were visited.
    fn bound_after(&self, node: NodeId) -> Option<Name> {
        let name = match self.t.node(node) {
            Node::ExceptHandler { name, .. } => name,
            Node::MatchAs { name, .. } | Node::MatchStar { name } => name,
            Node::MatchMapping { rest, .. } => rest,
            _ => None,
        };
        name.map(Name::from)
    }

    /// Notes what a name is in the current scope.
    fn bind(&mut self, name: Name, flags: u32, place: Span) -> Done {
        let scope = self.s.scope;
        if scope == self.s.module && !self.s.track && flags & symbol::GLOBAL == 0 {
            return Ok(());
        }
        let id = self.name_id(name, scope)?;
        self.note(scope, id, name, flags, place)
    }

    fn note(&mut self, scope: Scope, id: u32, name: Name, flags: u32, place: Span) -> Done {
        let known = scope.define(id, &mut self.s.words)?;
        let before = known.flags(&self.s.words);
        if before & flags & symbol::PARAMETER != 0 {
            return Err(self.about(Problem::DuplicateParameter, name, place));
        }
        let mut flags = flags;
        if scope.has(kind::TARGET, &self.s.words) {
            if (before | flags) & (symbol::GLOBAL | symbol::NONLOCAL) != 0 {
                return Err(self.about(Problem::InnerLoopRebinds, name, place));
            }
            flags |= symbol::ITERATION;
        }
        known.raise(flags, &mut self.s.words);
        Ok(())
    }

    fn define(&mut self, scope: Scope, id: u32, flags: u32) -> Done {
        let symbol = scope.define(id, &mut self.s.words)?;
        symbol.raise(flags, &mut self.s.words);
        Ok(())
    }

    fn declare(&mut self, node: NodeId, names: List, flag: u32) -> Done {
        let scope = self.s.scope;
        let place = self.t.span(node);
        let global = flag == symbol::GLOBAL;
        for item in self.t.items(names) {
            let name = Name::at(self.t.span(item).start);
            if scope == self.s.module && !global {
                let fault = self.fault(Problem::NonlocalAtModule, place);
                return Err(self.when_resolved(fault));
            }
            let id = self.name_id(name, scope)?;
            let symbol = scope.define(id, &mut self.s.words)?;
            let before = symbol.flags(&self.s.words);
            let problem = if before & symbol::PARAMETER != 0 {
                Some(if global { Problem::GlobalParameter } else { Problem::NonlocalParameter })
            } else if before & symbol::USED != 0 {
                Some(if global { Problem::GlobalAfterUse } else { Problem::NonlocalAfterUse })
            } else if before & symbol::ANNOTATED != 0 {
                Some(if global { Problem::GlobalAnnotated } else { Problem::NonlocalAnnotated })
            } else if before & symbol::LOCAL != 0 {
                Some(if global { Problem::GlobalAfterAssignment } else { Problem::NonlocalAfterAssignment })
            } else {
                None
            };
            if let Some(problem) = problem {
                return Err(self.about(problem, name, place));
            }
            // Errors show the first of several declarations.
            if symbol.declared(&self.s.words) == 0 {
                symbol.declare(node.to_word(), &mut self.s.words);
            }
            self.note(scope, id, name, flag, place)?;
            if global && self.s.separate_locals && scope != self.s.module {
                // As in Python, the top level means the global one too.
                self.define(self.s.module, id, flag)?;
            }
        }
        Ok(())
    }

    fn import(&mut self, alias: NodeId) -> Done {
        let Node::Alias { is_star, asname } = self.t.node(alias) else { return Ok(()) };
        let span = self.t.span(alias);
        if is_star {
            if self.s.scope != self.s.module {
                return Err(self.fault(Problem::ImportStar, span));
            }
            return Ok(());
        }
        self.bind(asname.map_or(Name::at(span.start), Name::from), symbol::IMPORTED, span)
    }

    fn visit_annotated(&mut self, node: NodeId) -> Done {
        let Node::AnnAssign { simple, target, annotation, value } = self.t.node(node) else { return Ok(()) };
        let scope = self.s.scope;
        scope.raise(kind::ANNOTATED, &mut self.s.words);
        self.optional_later(value)?;
        self.visit_later(Visit::Annotation, 0, annotation.to_word())?;
        if self.t.kind(target) != Kind::Name {
            return self.visit_later(Visit::Node, 1, target.to_word());
        }
        let span = self.t.span(target);
        let name = Name::at(span.start);
        if scope != self.s.module && simple {
            let id = self.name_id(name, scope)?;
            let flags = scope.symbol(id, &self.s.words).map_or(0, |symbol| symbol.flags(&self.s.words));
            if flags & (symbol::GLOBAL | symbol::NONLOCAL) != 0 {
                let global = flags & symbol::GLOBAL != 0;
                let problem = if global { Problem::GlobalAnnotated } else { Problem::NonlocalAnnotated };
                return Err(self.about(problem, name, self.t.span(node)));
            }
        }
        match (simple, value) {
            (true, _) => self.bind(name, symbol::ANNOTATED | symbol::LOCAL, span),
            (false, Some(_)) => self.bind(name, symbol::LOCAL, span),
            (false, None) => Ok(()),
        }
    }

    // Scopes

    fn enter_scope(&mut self, node: NodeId, flags: u32, class: Option<Name>) -> Done {
        let outer = self.s.scope;
        let span = self.t.span(node);
        let words = &mut self.s.words;
        let mut around = outer;
        let mut depth = 0;
        while around.is_some() {
            depth += 1;
            around = around.outer(words);
        }
        if depth > MOST_SCOPES {
            return Err(self.fault(Problem::TooManyScopes, span));
        }
        let nested = outer.has(kind::NESTED, words) || outer.is_function(words);
        let flags = if nested { flags | kind::NESTED } else { flags };
        let class = class.map_or(outer.get(Field::Class, words), Name::start);
        self.s.scope = Scope::new(node.to_word(), outer, flags, class, words)?;
        Ok(())
    }

    fn leave_scope(&mut self) {
        self.s.scope = self.s.scope.outer(&self.s.words);
    }

    /// Defaults and annotations of parameters, which belong to the scope around the function.
    fn parameters_later(&mut self, params: Option<NodeId>, annotated: bool) -> Done {
        let Some(params) = params else { return Ok(()) };
        let Node::Params { posonly, args, vararg, kwonly, kwarg } = self.t.node(params) else {
            return Ok(());
        };
        if annotated {
            self.visit_later(Visit::Annotations, 0, kwonly.to_word())?;
            for param in [kwarg, vararg].into_iter().flatten() {
                if let Node::Param { annotation: Some(annotation), .. } = self.t.node(param) {
                    self.visit_later(Visit::Annotation, 0, annotation.to_word())?;
                }
            }
            self.visit_later(Visit::Annotations, 0, args.to_word())?;
            self.visit_later(Visit::Annotations, 0, posonly.to_word())?;
        }
        for list in [kwonly, args, posonly] {
            self.visit_later(Visit::Defaults, 0, list.to_word())?;
        }
        Ok(())
    }

    fn visit_parameter(&mut self, index: u32, list: u32, annotated: bool) -> Done {
        let Some(param) = self.t.item(List::from_word(list), index as usize) else { return Ok(()) };
        let visit = if annotated { Visit::Annotations } else { Visit::Defaults };
        self.visit_later(visit, index + 1, list)?;
        match self.t.node(param) {
            Node::Param { annotation: Some(annotation), .. } if annotated => {
                self.visit_later(Visit::Annotation, 0, annotation.to_word())
            }
            Node::Param { default: Some(default), .. } if !annotated => self.node_later(default),
            _ => Ok(()),
        }
    }

    fn visit_annotation(&mut self, annotation: NodeId) -> Done {
        if self.s.future_annotations {
            // It becomes a text; only what must not stand in it is looked for. Its scope is no child of the one outside.
            let outer = self.s.scope;
            let class = outer.get(Field::Class, &self.s.words);
            let words = &mut self.s.words;
            let inside = Scope::new(annotation.to_word(), Scope::at(0), kind::ANNOTATION, class, words)?;
            inside.set(Field::Outer, outer.place(), words);
            self.s.scope = inside;
            self.visit_later(Visit::AnnotationEnd, 0, outer.place())?;
        }
        self.node_later(annotation)
    }

    fn not_in_annotation(&mut self, node: NodeId, problem: Problem) -> Done {
        if self.s.scope.has(kind::ANNOTATION, &self.s.words) {
            return Err(self.fault(problem, self.t.span(node)));
        }
        Ok(())
    }

    fn visit_function(&mut self, node: NodeId) -> Done {
        let Node::FunctionDef { is_async, params, body, .. } = self.t.node(node) else { return Ok(()) };
        self.enter_scope(node, if is_async { kind::COROUTINE } else { 0 }, None)?;
        self.bind_parameters(params)?;
        self.visit_later(Visit::Leave, 0, 0)?;
        self.list_later(body)
    }

    fn visit_lambda(&mut self, node: NodeId) -> Done {
        let Node::Lambda { params, body } = self.t.node(node) else { return Ok(()) };
        self.enter_scope(node, 0, None)?;
        self.bind_parameters(params)?;
        self.visit_later(Visit::Leave, 0, 0)?;
        self.node_later(body)
    }

    fn bind_parameters(&mut self, params: Option<NodeId>) -> Done {
        let Some(params) = params else { return Ok(()) };
        let Node::Params { posonly, args, vararg, kwonly, kwarg } = self.t.node(params) else {
            return Ok(());
        };
        let tree = self.t;
        let lists = [posonly, args, kwonly].into_iter().flat_map(|list| tree.items(list));
        for param in lists.chain([vararg, kwarg].into_iter().flatten()) {
            let span = self.t.span(param);
            self.bind(Name::at(span.start), symbol::PARAMETER, span)?;
        }
        Ok(())
    }

    fn visit_class(&mut self, node: NodeId) -> Done {
        let Node::ClassDef { name, body, .. } = self.t.node(node) else { return Ok(()) };
        self.enter_scope(node, kind::CLASS, Some(name.into()))?;
        self.visit_later(Visit::Leave, 0, 0)?;
        self.list_later(body)
    }

    // Comprehensions

    fn visit_inner_comprehension(&mut self, node: NodeId) -> Done {
        let (flag, value, element, generators) = match self.t.node(node) {
            Node::ListComp { element, generators } => (kind::LIST, None, element, generators),
            Node::SetComp { element, generators } => (kind::SET, None, element, generators),
            Node::DictComp { key, value, generators } => (kind::DICT, Some(value), key, generators),
            Node::GeneratorExp { element, generators } => {
                (kind::GENERATOR_EXPRESSION, None, element, generators)
            }
            _ => return Ok(()),
        };
        let Some(first) = self.t.item(generators, 0) else { return Ok(()) };
        let Node::Comprehension { is_async, target, ifs, .. } = self.t.node(first) else { return Ok(()) };
        self.enter_scope(node, if is_async { flag | kind::COROUTINE } else { flag }, None)?;
        let argument = self.s.writer.str(b".0")?;
        self.define(self.s.scope, argument, symbol::PARAMETER)?;
        self.visit_later(Visit::LeaveComprehension, 0, 0)?;
        self.node_later(element)?;
        self.optional_later(value)?;
        if self.t.len(generators) > 1 {
            self.visit_later(Visit::List, 1 << 1, generators.to_word())?;
        }
        self.list_later(ifs)?;
        self.visit_later(Visit::Target, 0, 0)?;
        self.visit_later(Visit::Node, 1, target.to_word())?;
        self.visit_later(Visit::Target, 1, 0)
    }

    fn yields(&mut self, node: NodeId) -> Done {
        let scope = self.s.scope;
        scope.raise(kind::GENERATOR, &mut self.s.words);
        let problem = match scope.flags(&self.s.words) & kind::COMPREHENSION {
            0 => return Ok(()),
            kind::LIST => Problem::YieldInList,
            kind::SET => Problem::YieldInSet,
            kind::DICT => Problem::YieldInDict,
            _ => Problem::YieldInGenerator,
        };
        Err(self.fault(problem, self.t.span(node)))
    }

    fn visit_named(&mut self, node: NodeId, target: NodeId, value: NodeId) -> Done {
        self.not_in_annotation(node, Problem::NamedInAnnotation)?;
        let scope = self.s.scope;
        if scope.get(Field::Iterables, &self.s.words) > 0 {
            return Err(self.fault(Problem::NamedInIterable, self.t.span(node)));
        }
        if scope.has(kind::COMPREHENSION, &self.s.words) {
            self.bind_outside(target)?;
        }
        self.visit_later(Visit::Node, 1, target.to_word())?;
        self.node_later(value)
    }

    /// The target of `:=` in a comprehension belongs to the function or module around.
    fn bind_outside(&mut self, target: NodeId) -> Done {
        let inside = self.s.scope;
        let span = self.t.span(target);
        let name = Name::at(span.start);
        let id = self.name_id(name, inside)?;
        let mut scope = inside;
        loop {
            let flags = scope.symbol(id, &self.s.words).map_or(0, |symbol| symbol.flags(&self.s.words));
            if scope.has(kind::COMPREHENSION, &self.s.words) {
                if flags & symbol::ITERATION != 0 {
                    return Err(self.about(Problem::NamedRebinds, name, span));
                }
            } else if scope.has(kind::CLASS, &self.s.words) {
                return Err(self.fault(Problem::NamedInClass, span));
            } else if scope.has(kind::MODULE, &self.s.words) {
                return self.note(inside, id, name, symbol::GLOBAL, span);
            } else {
                let flag = if flags & symbol::GLOBAL != 0 { symbol::GLOBAL } else { symbol::NONLOCAL };
                self.note(inside, id, name, flag, span)?;
                return self.note(scope, id, name, symbol::LOCAL, span);
            }
            scope = scope.outer(&self.s.words);
        }
    }
}
