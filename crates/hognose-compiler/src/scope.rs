//! Scopes of the statement that is being compiled: which names are local, free, global.
//!
//! A scope is a record in the lower part of the working memory, with a list of its symbols:
//!
//! ```text
//! scope   node, outer, next sibling, first child, last child, first symbol, last symbol, flags, class, depth of iterables
//! symbol  name (constant), flags (12 bits) | next (20 bits), slot plus 1 (while scopes are found: node of a declaration)
//! ```

mod find;
mod resolve;

use crate::fault::{Done, Fault};
use crate::words::Words;

/// A scope: the place of its record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Scope(u32);

/// A symbol: the place of its record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Symbol(u32);

/// Fields of a scope.
#[derive(Clone, Copy)]
pub(crate) enum Field {
    Node,
    Outer,
    Next,
    First,
    /// The last child while scopes are found; later the child that was asked for last.
    Last,
    Symbols,
    LastSymbol,
    Flags,
    /// Identifier of the class whose private names are mangled here; 0 for none.
    Class,
    /// Iterables of comprehensions around.
    Iterables,
}

const FIELDS: usize = 10;

/// Flags of scopes.
pub(crate) mod kind {
    /// A class body; neither this nor `MODULE` is a function.
    pub const CLASS: u32 = 1;
    /// The module.
    pub const MODULE: u32 = 2;
    /// A comprehension of some kind.
    pub const LIST: u32 = 4;
    pub const SET: u32 = 8;
    pub const DICT: u32 = 16;
    pub const GENERATOR_EXPRESSION: u32 = 32;
    pub const COMPREHENSION: u32 = LIST | SET | DICT | GENERATOR_EXPRESSION;
    /// Has a `yield`.
    pub const GENERATOR: u32 = 64;
    /// Is `async`, or awaits.
    pub const COROUTINE: u32 = 128;
    /// Inside a function.
    pub const NESTED: u32 = 256;
    /// A class with methods that want to know it.
    pub const CLASS_CELL: u32 = 512;
    /// A name is an iteration variable now.
    pub const TARGET: u32 = 1024;
    /// Has annotated assignments.
    pub const ANNOTATED: u32 = 2048;
    /// A text of annotations that is not evaluated.
    pub const ANNOTATION: u32 = 4096;
}

/// Flags of symbols.
pub(crate) mod symbol {
    pub const GLOBAL: u32 = 1;
    pub const LOCAL: u32 = 2;
    pub const PARAMETER: u32 = 4;
    pub const NONLOCAL: u32 = 8;
    pub const USED: u32 = 16;
    pub const ANNOTATED: u32 = 32;
    pub const ITERATION: u32 = 64;
    pub const IMPORTED: u32 = 128;
    /// A name of a class that a method takes from outside the class.
    pub const FREE_IN_CLASS: u32 = 256;
    pub const BOUND: u32 = LOCAL | PARAMETER | IMPORTED;
    /// Where the name is found, two bits.
    pub const FOUND_LOCAL: u32 = 0;
    pub const FOUND_CELL: u32 = 512;
    pub const FOUND_FREE: u32 = 1024;
    pub const FOUND_GLOBAL: u32 = 512 | 1024;
    pub const FOUND: u32 = 512 | 1024;
}

const FLAG_BITS: u32 = 12;
const FLAG_MASK: u32 = (1 << FLAG_BITS) - 1;

impl Scope {
    pub const fn at(place: u32) -> Scope {
        Scope(place)
    }

    pub const fn place(self) -> u32 {
        self.0
    }

    pub const fn is_some(self) -> bool {
        self.0 != 0
    }

    pub fn get(self, field: Field, words: &Words<'_>) -> u32 {
        words.get(self.0 + field as u32)
    }

    pub fn set(self, field: Field, value: u32, words: &mut Words<'_>) {
        words.set(self.0 + field as u32, value);
    }

    pub fn outer(self, words: &Words<'_>) -> Scope {
        Scope(self.get(Field::Outer, words))
    }

    pub fn flags(self, words: &Words<'_>) -> u32 {
        self.get(Field::Flags, words)
    }

    pub fn has(self, flags: u32, words: &Words<'_>) -> bool {
        self.flags(words) & flags != 0
    }

    pub fn raise(self, flags: u32, words: &mut Words<'_>) {
        let flags = self.flags(words) | flags;
        self.set(Field::Flags, flags, words);
    }

    /// Is it a function, a lambda, a comprehension?
    pub fn is_function(self, words: &Words<'_>) -> bool {
        !self.has(kind::CLASS | kind::MODULE, words)
    }

    /// A scope without symbols. Flags and class are those given.
    pub fn new(
        node: u32,
        outer: Scope,
        flags: u32,
        class: u32,
        words: &mut Words<'_>,
    ) -> Result<Scope, Fault> {
        let iterables = if outer.is_some() { outer.get(Field::Iterables, words) } else { 0 };
        let fields: [u32; FIELDS] = [node, outer.0, 0, 0, 0, 0, 0, flags, class, iterables];
        let scope = Scope(words.add(fields)?);
        if outer.is_some() {
            let last = Scope(outer.get(Field::Last, words));
            if last.is_some() {
                last.set(Field::Next, scope.0, words);
            } else {
                outer.set(Field::First, scope.0, words);
            }
            outer.set(Field::Last, scope.0, words);
        }
        Ok(scope)
    }

    /// The scope inside that belongs to a node. Mostly it is the one after the one that was asked for before.
    pub fn inner(self, node: u32, words: &mut Words<'_>) -> Option<Scope> {
        let first = Scope(self.get(Field::First, words));
        let asked = Scope(self.get(Field::Last, words));
        let start = if asked.is_some() { asked } else { first };
        let mut scope = start;
        loop {
            if scope.get(Field::Node, words) == node {
                self.set(Field::Last, scope.0, words);
                return Some(scope);
            }
            scope = Scope(scope.get(Field::Next, words));
            if !scope.is_some() {
                scope = first;
            }
            if scope == start || !scope.is_some() {
                return None;
            }
        }
    }

    /// The symbol of a name.
    pub fn symbol(self, name: u32, words: &Words<'_>) -> Option<Symbol> {
        self.symbols(words).find(|symbol| symbol.name(words) == name)
    }

    /// The symbol of a name, which is made if there is none.
    pub fn define(self, name: u32, words: &mut Words<'_>) -> Result<Symbol, Fault> {
        if let Some(symbol) = self.symbol(name, words) {
            return Ok(symbol);
        }
        let symbol = Symbol(words.add([name, 0, 0])?);
        if symbol.0 >= 1 << (32 - FLAG_BITS) {
            return Err(Fault::Symbols);
        }
        let last = Symbol(self.get(Field::LastSymbol, words));
        if last.0 != 0 {
            let word = words.get(last.0 + 1);
            words.set(last.0 + 1, word & FLAG_MASK | symbol.0 << FLAG_BITS);
        } else {
            self.set(Field::Symbols, symbol.0, words);
        }
        self.set(Field::LastSymbol, symbol.0, words);
        Ok(symbol)
    }

    /// The symbols in the order in which they were met.
    pub fn symbols<'w>(self, words: &'w Words<'_>) -> impl Iterator<Item = Symbol> + use<'w> {
        let mut next = self.get(Field::Symbols, words);
        let words: &'w Words<'w> = words;
        core::iter::from_fn(move || {
            let symbol = Symbol(next);
            if next == 0 {
                return None;
            }
            next = words.get(next + 1) >> FLAG_BITS;
            Some(symbol)
        })
    }
}

impl Symbol {
    pub fn name(self, words: &Words<'_>) -> u32 {
        words.get(self.0)
    }

    pub fn flags(self, words: &Words<'_>) -> u32 {
        words.get(self.0 + 1) & FLAG_MASK
    }

    pub fn raise(self, flags: u32, words: &mut Words<'_>) {
        let word = words.get(self.0 + 1);
        words.set(self.0 + 1, word | flags & FLAG_MASK);
    }

    pub fn next(self, words: &Words<'_>) -> Option<Symbol> {
        match words.get(self.0 + 1) >> FLAG_BITS {
            0 => None,
            place => Some(Symbol(place)),
        }
    }

    /// Where the name is found.
    pub fn found(self, words: &Words<'_>) -> u32 {
        self.flags(words) & symbol::FOUND
    }

    /// Slot of a local, or number of a cell or free variable.
    pub fn slot(self, words: &Words<'_>) -> Option<u32> {
        words.get(self.0 + 2).checked_sub(1)
    }

    pub fn set_slot(self, slot: u32, words: &mut Words<'_>) {
        words.set(self.0 + 2, slot + 1);
    }

    pub fn clear_slot(self, words: &mut Words<'_>) {
        words.set(self.0 + 2, 0);
    }

    /// The statement that declares it, while scopes are found.
    pub fn declared(self, words: &Words<'_>) -> u32 {
        words.get(self.0 + 2)
    }

    pub fn declare(self, node: u32, words: &mut Words<'_>) {
        words.set(self.0 + 2, node);
    }
}

/// Drops the scopes of a statement; of the module only what is declared global is kept, or all names if they count.
pub(crate) fn forget(module: Scope, keep: u32, words: &mut Words<'_>) -> Done {
    let mut next = Symbol(module.get(Field::Symbols, words));
    for field in [Field::First, Field::Last, Field::Symbols, Field::LastSymbol, Field::Iterables] {
        module.set(field, 0, words);
    }
    words.cut(module.0 + FIELDS as u32);
    while next.0 != 0 {
        // Records only move down: this one is read before anything is written over it.
        let (name, word) = (words.get(next.0), words.get(next.0 + 1));
        if word & keep != 0 {
            let symbol = module.define(name, words)?;
            symbol.raise(word & FLAG_MASK, words);
        }
        next = Symbol(word >> FLAG_BITS);
    }
    Ok(())
}
