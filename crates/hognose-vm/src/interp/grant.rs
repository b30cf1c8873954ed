//! Grants: which modules of the library and of the host a program may import.

use crate::native::Result;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;
use hognose_image::Image;

impl<'m> Vm<'m> {
    /// Programs may import only these modules of the library and of the host, by first part of their name, besides their
    /// own; what the library imports for itself is not asked.
    pub fn grant_modules(&mut self, modules: &'m [&'m str]) {
        self.importable = Some(modules);
    }

    /// ImportError when the code that runs is the program's and that absolute module was not granted to it.
    pub(crate) fn check_grant(&mut self, name: Value) -> Result<()> {
        let Some(granted) = self.importable else { return Ok(()) };
        if self.code_frame(self.heap.floor, true) != self.script_frame() {
            return Ok(());
        }
        let allowed = {
            let text = self.heap.text(name);
            let top = text.split(|&b| b == b'.').next().unwrap_or(&text);
            let offered = self.static_definition(top).is_some()
                || Image::trusted(self.frozen).find_module(top).is_some();
            !offered || granted.iter().any(|module| module.as_bytes() == top)
        };
        if allowed {
            return Ok(());
        }
        Err(self.raise_with(Type::ModuleNotFoundError, |vm, out| {
            write!(out, "module '{}' is not granted to this program", vm.heap.text(name).as_str())
        }))
    }
}
