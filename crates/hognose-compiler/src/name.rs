//! Names: private ones, their constants, and how they are loaded, stored and deleted.

use crate::Compiler;
use crate::error::Problem;
use crate::fault::{Done, Fault};
use crate::scope::{Field, Scope, Symbol, kind, symbol};
use crate::unit::UnitKind;
use hognose_image::isa::Op;
use hognose_syntax::span::Span;
use hognose_syntax::tree::{Ident, NodeId};

/// An identifier of the source: the offset of its first byte. Never 0 where it is optional.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Name(u32);

impl Name {
    pub const fn at(start: u32) -> Name {
        Name(start)
    }

    pub const fn start(self) -> u32 {
        self.0
    }

    pub fn span(self, source: &[u8]) -> Span {
        let rest = source.get(self.0 as usize..).unwrap_or(&[]);
        let goes_on = |byte: &&u8| **byte == b'_' || **byte >= 0x80 || byte.is_ascii_alphanumeric();
        let len = rest.iter().take_while(goes_on).count();
        Span { start: self.0, end: self.0 + len as u32 }
    }

    pub fn text(self, source: &[u8]) -> &str {
        let Span { start, end } = self.span(source);
        core::str::from_utf8(source.get(start as usize..end as usize).unwrap_or(&[])).unwrap_or("")
    }
}

impl From<Ident> for Name {
    fn from(ident: Ident) -> Name {
        Name(ident.start())
    }
}

/// What stands between `_` and a private name in a class: the name of the class without underscores in front. None when the
/// name is not private.
pub(crate) fn private_prefix<'t>(class: &'t str, name: &str) -> Option<&'t str> {
    let class = class.trim_start_matches('_');
    let private = name.starts_with("__") && !name.ends_with("__") && !class.is_empty();
    private.then_some(class)
}

/// What is done with a variable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Access {
    Load,
    Store,
    Delete,
}

impl<'c> Compiler<'c, '_> {
    pub(crate) fn name_text(&self, name: Name) -> &'c str {
        name.text(self.t.source())
    }

    /// An error about a name.
    #[cold]
    pub(crate) fn about(&mut self, problem: Problem, name: Name, place: Span) -> Fault {
        self.named_fault(problem, name.span(self.t.source()), place)
    }

    /// The constant of a name as it is known in a scope.
    pub(crate) fn name_id(&mut self, name: Name, scope: Scope) -> Result<u32, Fault> {
        let text = self.name_text(name);
        self.text_id(text, scope)
    }

    /// The constant of an identifier as it is known in a scope.
    pub(crate) fn text_id(&mut self, text: &str, scope: Scope) -> Result<u32, Fault> {
        let writer = &mut self.s.writer;
        if text.starts_with("__") {
            let class = scope.get(Field::Class, &self.s.words);
            if class != 0 {
                let class = Name::at(class).text(self.t.source());
                if let Some(class) = private_prefix(class, text) {
                    writer.stage(b"_")?;
                    self.stage_name(class)?;
                    self.stage_name(text)?;
                    return Ok(self.s.writer.staged_str()?);
                }
            }
        }
        let id = self.plain_id(text)?;
        if id >= 1 << 24 { Err(Fault::Constants) } else { Ok(id) }
    }

    /// The constant of an identifier in its normal form.
    pub(crate) fn plain_id(&mut self, text: &str) -> Result<u32, Fault> {
        if text.is_ascii() || self.s.characters.normalise.is_none() {
            return Ok(self.s.writer.str(text.as_bytes())?);
        }
        self.stage_name(text)?;
        Ok(self.s.writer.staged_str()?)
    }

    /// Adds an identifier in its normal form to the text that is being put together.
    pub(crate) fn stage_name(&mut self, text: &str) -> Done {
        let writer = &mut self.s.writer;
        match self.s.characters.normalise {
            Some(normalise) if !text.is_ascii() => {
                let mut staged = Ok(());
                normalise(text, &mut |character| {
                    if staged.is_ok() {
                        staged = writer.stage(character.encode_utf8(&mut [0; 4]).as_bytes());
                    }
                });
                Ok(staged?)
            }
            _ => Ok(writer.stage(text.as_bytes())?),
        }
    }

    /// Are these one identifier?
    pub(crate) fn same_name(&mut self, left: &str, right: &str) -> Result<bool, Fault> {
        if left == right {
            return Ok(true);
        }
        let Some(normalise) = self.s.characters.normalise else { return Ok(false) };
        if left.is_ascii() && right.is_ascii() {
            return Ok(false);
        }
        // Looking in the pool takes long: most names differ in their sums already.
        let sum = |text: &str| {
            let mut sum = 0u64;
            normalise(text, &mut |c| sum = sum.wrapping_mul(0x0100_0000_01b3) ^ u64::from(u32::from(c)));
            sum
        };
        if sum(left) != sum(right) {
            return Ok(false);
        }
        Ok(self.plain_id(left)? == self.plain_id(right)?)
    }

    /// The constant of a name in the code that is being written.
    pub(crate) fn name_here(&mut self, name: Name) -> Result<u32, Fault> {
        self.name_id(name, self.s.unit.scope)
    }

    /// An instruction on an attribute.
    pub(crate) fn attribute_op(&mut self, op: Op, name: Name) -> Done {
        self.flush()?;
        if self.s.unit.dead {
            return Ok(());
        }
        let id = self.name_here(name)?;
        self.raw(op, id, 0)
    }

    /// Refuses `__debug__` as a target.
    pub(crate) fn not_debug(&mut self, name: Name, access: Access, place: Span) -> Done {
        if self.name_text(name) != "__debug__" {
            return Ok(());
        }
        match access {
            Access::Load => Ok(()),
            Access::Store => Err(self.fault(Problem::AssignDebug, place)),
            Access::Delete => Err(self.fault(Problem::DeleteDebug, place)),
        }
    }

    /// Loads the variable that a node names.
    pub(crate) fn load_name(&mut self, node: NodeId) -> Done {
        self.at(node);
        let name = Name::at(self.t.span(node).start);
        if self.name_text(name) == "__debug__" {
            return self.debug(node);
        }
        self.access_name(name, Access::Load)
    }

    /// Loads, stores or deletes a variable.
    pub(crate) fn access_name(&mut self, name: Name, access: Access) -> Done {
        self.flush()?;
        self.not_debug(name, access, self.s.here)?;
        if self.s.unit.phantom {
            return Ok(());
        }
        let unit = self.s.unit;
        if unit.dead && unit.kind == UnitKind::Module {
            return Ok(());
        }
        if unit.kind == UnitKind::Module
            && matches!(access, Access::Load)
            && self.name_text(name) == "__annotations__"
        {
            // Annotations that come later make the dict at the start of a module in Python.
            self.op(Op::SetupAnnotations)?;
        }
        let id = self.name_here(name)?;
        self.access_id(id, access)
    }

    /// The same for a name that is a constant already.
    pub(crate) fn access_id(&mut self, id: u32, access: Access) -> Done {
        let unit = self.s.unit;
        if unit.kind == UnitKind::Module {
            let explicit = || {
                let symbol = unit.scope.symbol(id, &self.s.words);
                symbol.is_some_and(|symbol| symbol.flags(&self.s.words) & symbol::GLOBAL != 0)
            };
            if self.s.separate_locals && !explicit() {
                return self.emit(namespace_op(access), id, 0);
            }
            return self.emit(global_op(access), id, 0);
        }
        let symbol = unit.scope.symbol(id, &self.s.words);
        let found = symbol.map_or(symbol::FOUND_GLOBAL, |symbol| symbol.found(&self.s.words));
        if unit.kind == UnitKind::Class {
            let flags = symbol.map_or(0, |symbol| symbol.flags(&self.s.words));
            return match (found, symbol) {
                (symbol::FOUND_FREE, Some(symbol)) => {
                    let cell = symbol.slot(&self.s.words).unwrap_or(0);
                    let op = match access {
                        Access::Load => Op::LoadClassCell,
                        Access::Store => Op::StoreCell,
                        Access::Delete => Op::DelCell,
                    };
                    self.emit(op, cell, 0)
                }
                _ if flags & symbol::GLOBAL != 0 => self.emit(global_op(access), id, 0),
                _ => self.emit(namespace_op(access), id, 0),
            };
        }
        match (found, symbol) {
            (symbol::FOUND_LOCAL, Some(symbol)) => {
                let slot = self.local_slot(symbol)?;
                let op = match access {
                    Access::Load => Op::LoadLocal,
                    Access::Store => Op::StoreLocal,
                    Access::Delete => Op::DelLocal,
                };
                self.emit(op, slot, 0)
            }
            (symbol::FOUND_CELL | symbol::FOUND_FREE, Some(symbol)) => {
                let cell = symbol.slot(&self.s.words).unwrap_or(0);
                let op = match access {
                    Access::Load => Op::LoadCell,
                    Access::Store => Op::StoreCell,
                    Access::Delete => Op::DelCell,
                };
                self.emit(op, cell, 0)
            }
            _ => self.emit(global_op(access), id, 0),
        }
    }

    /// The slot of a local: a new one when it is met for the first time.
    fn local_slot(&mut self, symbol: Symbol) -> Result<u32, Fault> {
        if let Some(slot) = symbol.slot(&self.s.words) {
            return Ok(slot);
        }
        let name = symbol.name(&self.s.words);
        let slot = self.s.writer.local(name)?;
        symbol.set_slot(slot, &mut self.s.words);
        Ok(slot)
    }

    /// The cell that a scope hands to a function inside it.
    pub(crate) fn cell_of(&mut self, name: u32) -> Result<u32, Fault> {
        let scope = self.s.unit.scope;
        if scope.has(kind::CLASS_CELL, &self.s.words) && name == self.s.writer.str(b"__class__")? {
            return Ok(0);
        }
        let symbol = scope.symbol(name, &self.s.words);
        Ok(symbol.and_then(|symbol| symbol.slot(&self.s.words)).unwrap_or(0))
    }
}

fn global_op(access: Access) -> Op {
    match access {
        Access::Load => Op::LoadGlobal,
        Access::Store => Op::StoreGlobal,
        Access::Delete => Op::DelGlobal,
    }
}

fn namespace_op(access: Access) -> Op {
    match access {
        Access::Load => Op::LoadName,
        Access::Store => Op::StoreName,
        Access::Delete => Op::DelName,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_names() {
        assert_eq!(private_prefix("Spam", "__egg"), Some("Spam"));
        assert_eq!(private_prefix("__Spam", "__egg"), Some("Spam"));
        assert_eq!(private_prefix("Spam", "__egg__"), None);
        assert_eq!(private_prefix("Spam", "_egg"), None);
        assert_eq!(private_prefix("___", "__egg"), None);
    }
}
