//! Second step: where each name is found.

use super::{Field, Scope, Symbol, kind, symbol};
use crate::Compiler;
use crate::error::Problem;
use crate::fault::{Done, Fault, Flaw};
use crate::name::Name;
use hognose_syntax::tree::{List, Node, NodeId};

/// Where a name that is not bound in a scope comes from.
enum Origin {
    Global,
    /// A function or class around.
    Scope(Scope),
}

impl Compiler<'_, '_> {
    /// Settles the names of all scopes of the statement.
    pub(crate) fn resolve_scopes(&mut self) -> Done {
        let module = self.s.module;
        let mut scope = Scope::at(module.get(Field::First, &self.s.words));
        while scope.is_some() {
            self.resolve_scope(scope)?;
            scope = self.following(scope);
        }
        // While code is written this is the child that was asked for last.
        self.clear_last();
        Ok(())
    }

    /// The next scope in the order in which they were found: inner ones right after the outer one.
    fn following(&self, scope: Scope) -> Scope {
        let words = &self.s.words;
        let first = scope.get(Field::First, words);
        if first != 0 {
            return Scope::at(first);
        }
        let mut scope = scope;
        loop {
            let next = scope.get(Field::Next, words);
            if next != 0 {
                return Scope::at(next);
            }
            scope = scope.outer(words);
            if scope == self.s.module || !scope.is_some() {
                return Scope::at(0);
            }
        }
    }

    fn clear_last(&mut self) {
        let mut scope = self.s.module;
        while scope.is_some() {
            scope.set(Field::Last, 0, &mut self.s.words);
            scope = self.following(scope);
        }
    }

    fn resolve_scope(&mut self, scope: Scope) -> Done {
        let mut next = scope.symbols(&self.s.words).next();
        while let Some(symbol) = next {
            self.resolve_symbol(scope, symbol)?;
            next = symbol.next(&self.s.words);
        }
        Ok(())
    }

    fn resolve_symbol(&mut self, scope: Scope, symbol: Symbol) -> Done {
        let flags = symbol.flags(&self.s.words);
        if flags & symbol::FOUND != 0 {
            // Came from a scope inside.
            return Ok(());
        }
        let name = symbol.name(&self.s.words);
        let declared = symbol.declared(&self.s.words);
        symbol.declare(0, &mut self.s.words);
        if flags & symbol::GLOBAL != 0 {
            if flags & symbol::NONLOCAL != 0 {
                return Err(self.declaration(Problem::NonlocalAndGlobal, scope, name, declared));
            }
            symbol.raise(symbol::FOUND_GLOBAL, &mut self.s.words);
            return Ok(());
        }
        if flags & symbol::BOUND != 0 && flags & symbol::NONLOCAL == 0 {
            return Ok(());
        }
        match self.origin(scope, name)? {
            Origin::Scope(owner) => {
                symbol.raise(symbol::FOUND_FREE, &mut self.s.words);
                self.pass_down(owner, scope, name)
            }
            Origin::Global if flags & symbol::NONLOCAL != 0 => {
                Err(self.declaration(Problem::NoBinding, scope, name, declared))
            }
            Origin::Global => {
                symbol.raise(symbol::FOUND_GLOBAL, &mut self.s.words);
                Ok(())
            }
        }
    }

    fn origin(&mut self, scope: Scope, name: u32) -> Result<Origin, Fault> {
        let words = &self.s.words;
        let mut outer = scope.outer(words);
        while outer.is_some() && outer != self.s.module {
            if outer.has(kind::CLASS, words) {
                if name == self.s.writer.str(b"__class__")? {
                    return Ok(Origin::Scope(outer));
                }
            } else if let Some(symbol) = outer.symbol(name, words) {
                let flags = symbol.flags(words);
                if flags & symbol::GLOBAL != 0 {
                    return Ok(Origin::Global);
                }
                if flags & symbol::BOUND != 0 && flags & symbol::NONLOCAL == 0 {
                    return Ok(Origin::Scope(outer));
                }
            }
            outer = outer.outer(words);
        }
        Ok(Origin::Global)
    }

    /// The owner keeps the name in a cell; the scopes between it and the user hand the cell on.
    fn pass_down(&mut self, owner: Scope, user: Scope, name: u32) -> Done {
        let words = &mut self.s.words;
        if owner.has(kind::CLASS, words) {
            owner.raise(kind::CLASS_CELL, words);
        } else if let Some(symbol) = owner.symbol(name, words) {
            symbol.raise(symbol::FOUND_CELL, words);
        }
        let mut scope = user.outer(words);
        while scope != owner && scope.is_some() {
            match scope.symbol(name, words) {
                Some(symbol) => {
                    let is_own = symbol.flags(words) & (symbol::BOUND | symbol::GLOBAL) != 0;
                    if scope.has(kind::CLASS, words) && is_own {
                        symbol.raise(symbol::FREE_IN_CLASS, words);
                    }
                }
                None => {
                    let symbol = scope.define(name, words)?;
                    symbol.raise(symbol::FOUND_FREE, words);
                }
            }
            scope = scope.outer(words);
        }
        Ok(())
    }

    /// An error of a declaration, at its statement.
    #[cold]
    fn declaration(&mut self, problem: Problem, scope: Scope, name: u32, statement: u32) -> Fault {
        let node = NodeId::from_word(statement);
        let names = match self.t.node(node) {
            Node::Global { names } | Node::Nonlocal { names } => names,
            _ => List::EMPTY,
        };
        let class = match scope.get(Field::Class, &self.s.words) {
            0 => None,
            class => Some(Name::at(class)),
        };
        let mut flaw = Flaw { problem, name: None, class, place: self.t.span(node) };
        for item in self.t.items(names) {
            let ident = Name::at(self.t.span(item).start);
            match self.name_id(ident, scope) {
                Ok(id) if id == name => flaw.name = Some(ident.span(self.t.source())),
                Ok(_) => {}
                Err(fault) => return fault,
            }
        }
        let fault = self.flawed(flaw);
        self.when_resolved(fault)
    }
}
