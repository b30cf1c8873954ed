//! Imports. The search itself is frozen code (`_import`), which asks the natives here for modules.

use crate::heap::{Kind, Root};
use crate::lower::op;
use crate::names;
use crate::native::{MODULE_TABLES, Result};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

impl Vm<'_> {
    pub(crate) fn op_import_name(&mut self, w: u64) -> Result<()> {
        let name = self.constant(op::bc(w) as usize);
        let a = op::a(w);
        let (level, fromlist) = (self.reg(a), self.reg(a + 1));
        let globals = self.frame_globals();
        // A script may have replaced `__import__`.
        let changed = self.heap.root(Root::Builtins);
        if changed.is_object() {
            if let Some(import) = self.heap.get_str(changed, names::DUNDER_IMPORT) {
                return self.call_into(import, &[name, globals, Value::NONE, fromlist, level], a);
            }
        }
        // The usual case at once: loaded before, absolute, no dots.
        if level == Value::int(0) && self.heap.root(Root::Modules).is_object() {
            let modules = self.heap.root(Root::Modules);
            let dotted = {
                let text = self.heap.text(name);
                text.contains(&b'.')
            };
            if !dotted && fromlist.is_none() {
                if let Some(module) = self.heap.get_str(modules, name) {
                    if !module.is_none() {
                        self.set_reg(a, module);
                        return Ok(());
                    }
                }
            }
        }
        self.frozen_into("_import", &[name, globals, fromlist, level], a)
    }

    pub(crate) fn op_import_from(&mut self, w: u64) -> Result<()> {
        let module = self.reg(op::b(w));
        let name = self.constant(op::cs(w));
        self.frozen_into("_import_from", &[module, name], op::a(w))
    }

    pub(crate) fn op_import_star(&mut self, w: u64) -> Result<()> {
        let module = self.reg(op::a(w));
        let namespace = self.namespace();
        self.frozen_discard("_import_star", &[module, namespace])
    }

    /// The `sys.modules` dict, made on first use.
    pub(crate) fn modules_dict(&mut self) -> Result {
        let modules = self.heap.root(Root::Modules);
        if modules.is_object() {
            return Ok(modules);
        }
        let made = self.heap.new_dict();
        let modules = self.grant_memory(made)?;
        self.heap.set_root(Root::Modules, modules);
        Ok(modules)
    }

    /// A module of a static table by name, null when there is none.
    pub(crate) fn static_module(&mut self, name: Value) -> Result {
        let found = {
            let text = self.heap.text(name);
            if *text == *b"builtins" {
                Some(crate::builtins::BUILTINS_TABLE - MODULE_TABLES)
            } else {
                self.modules.iter().position(|m| m.name.as_bytes() == &*text).map(|i| i as u32)
            }
        };
        let Some(index) = found else { return Ok(Value::NULL) };
        let made = self.heap.new_module(index as u16 + 1);
        let module = self.grant_memory(made)?;
        Ok(module)
    }

    /// Continuations of module bodies; kept for symmetry with `__init__`: nothing is left to do.
    pub(crate) fn import_finished(&mut self, module: Value) -> Result<()> {
        let _ = module;
        Ok(())
    }

    /// A module body failed: the frozen importer takes the module out of `sys.modules` itself.
    pub(crate) fn import_failed(&mut self, dst: u16) {
        let _ = dst;
    }

    /// Sets a string attribute in a module's dict.
    pub(crate) fn set_module_text(&mut self, module: Value, name: Value, text: &[u8]) -> Result {
        let place = self.heap.hold(module);
        let made = self.heap.new_str(text);
        let result = match self.grant_memory(made) {
            Ok(value) => {
                let dict = self.heap.module_dict(self.heap.held(place));
                let made = self.heap.set_str(dict, name, value);
                self.grant_memory(made).map(|_| ())
            }
            Err(trap) => Err(trap),
        };
        let module = self.heap.held(place);
        self.heap.release(place);
        result?;
        Ok(module)
    }

    /// Is the value a module object?
    pub fn is_module(&self, value: Value) -> bool {
        self.heap.is_kind(value, Kind::Module)
    }

    /// RuntimeError for what the importer cannot do.
    pub(crate) fn no_compiler(&mut self) -> crate::native::Trap {
        self.raise(Type::RuntimeError, "this engine has no compiler: only images can be loaded")
    }
}
