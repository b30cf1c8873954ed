//! Imports. The search itself is frozen code (`_import`), which asks the natives here for modules.

use super::attribute::Found;
use super::source::{Compiled, Source};
use crate::heap::{Held, Kind, Root};
use crate::lower::op;
use crate::names;
use crate::native::{MODULE_TABLES, ModuleDef, Result};
use crate::types::Type;
use crate::value::Value;
use crate::vm::{FoundModule, Vm};
use hognose_image::Image;

impl Vm<'_> {
    pub(crate) fn op_import_name(&mut self, w: u64) -> Result<()> {
        let name = self.constant(op::bc(w) as usize);
        let a = op::a(w);
        let (level, fromlist) = (self.reg(a), self.reg(a + 1));
        let globals = self.frame_globals();
        if self.importable.is_some() && level == Value::int(0) {
            self.check_grant(name)?;
        }
        // A script may have replaced `__import__`.
        let own = self.own_builtins(globals);
        let changed = own.unwrap_or(self.heap.root(Root::Builtins));
        if changed.is_object() {
            match self.heap.get_str(changed, names::DUNDER_IMPORT) {
                Some(import) if import.is_unbound() => {
                    return Err(self.raise(Type::ImportError, "__import__ not found"));
                }
                None if own.is_some() => return Err(self.raise(Type::ImportError, "__import__ not found")),
                Some(import) if import.as_native().is_none() => {
                    return self.call_into(import, &[name, globals, Value::NONE, fromlist, level], a);
                }
                _ => {}
            }
        }
        // The usual case at once: loaded before, absolute.
        if level == Value::int(0) && self.heap.root(Root::Modules).is_object() {
            if let Some(module) = self.loaded_module(name, fromlist) {
                self.set_reg(a, module);
                return Ok(());
            }
        }
        if level == Value::int(0) {
            let mark = self.heap.held_mark();
            let (n, g, f) = (self.heap.hold(name), self.heap.hold(globals), self.heap.hold(fromlist));
            let module = self.import_static(n, fromlist);
            let (name, globals, fromlist) = (self.heap.held(n), self.heap.held(g), self.heap.held(f));
            self.heap.release_to(mark);
            if let Some(module) = module? {
                self.set_reg(a, module);
                return Ok(());
            }
            return self.frozen_into("_import", &[name, globals, fromlist, level], a);
        }
        self.frozen_into("_import", &[name, globals, fromlist, level], a)
    }

    /// Imports a module of a static table that was not imported before, which needs nothing of the library in the block.
    /// None: there is no such table, the module was imported, it is in a package, or names are taken from a package that
    /// its table does not have.
    fn import_static(&mut self, name: Held, fromlist: Value) -> Result<Option<Value>> {
        let table = {
            let text = self.heap.text(self.heap.held(name));
            self.modules.iter().copied().find(|m| m.name.as_bytes() == &*text && !m.name.contains('.'))
        };
        if !table.is_some_and(|table| self.gives_all(table, fromlist)) {
            return Ok(None);
        }
        let modules = self.modules_dict()?;
        let name_value = self.heap.held(name);
        if self.heap.find_str(modules, name_value).is_some() {
            return Ok(None);
        }
        let found = self.find_module(name)?;
        if !self.heap.is_kind(found, Kind::Tuple) {
            return Ok(None);
        }
        let module = self.heap.hold(self.heap.item(found, 0));
        let modules = self.modules_dict()?;
        let made = self.heap.set_str(modules, self.heap.held(name), self.heap.held(module));
        self.grant_memory(made)?;
        Ok(Some(self.heap.held(module)))
    }

    /// What `import name` gives when that module is loaded; with names to take from it only when it is no package.
    fn loaded_module(&mut self, name: Value, fromlist: Value) -> Option<Value> {
        let modules = self.heap.root(Root::Modules);
        let module = self.heap.get_str(modules, name).filter(|&module| self.is_module(module))?;
        if !fromlist.is_none() {
            let definition = (self.heap.aux(module) as usize).checked_sub(1);
            if let Some(table) = definition.and_then(|i| self.modules.get(i)) {
                return self.gives_all(table, fromlist).then_some(module);
            }
            let dict = self.heap.module_dict(module);
            return if self.heap.get_str(dict, names::DUNDER_PATH).is_some() { None } else { Some(module) };
        }
        let dot = self.heap.text(name).iter().position(|&b| b == b'.');
        let Some(dot) = dot else { return Some(module) };
        let top = {
            let text = self.heap.text(name);
            self.heap.find_name(&text[..dot])?
        };
        self.heap.get_str(modules, top).filter(|&module| self.is_module(module))
    }

    /// Does a table have all names that are taken from it, or is it no package?
    fn gives_all(&self, table: &ModuleDef, fromlist: Value) -> bool {
        if fromlist.is_none() || table.find(b"__path__").is_none() {
            return true;
        }
        self.heap.items(fromlist).iter().all(|&name| table.find(&self.heap.text(Value(name))).is_some())
    }

    pub(crate) fn op_import_from(&mut self, w: u64) -> Result<()> {
        let module = self.reg(op::b(w));
        let name = self.constant(op::cs(w));
        if self.is_module(module) {
            let dict = self.heap.module_dict(module);
            if let Some(value) = self.heap.get_str(dict, name).filter(|value| !value.is_unbound()) {
                self.set_reg(op::a(w), value);
                return Ok(());
            }
            if let Found::Value(value) = self.default_attribute(module, name)? {
                self.set_reg(op::a(w), value);
                return Ok(());
            }
        }
        // What was looked for may have moved things.
        let (module, name) = (self.reg(op::b(w)), self.constant(op::cs(w)));
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

    /// A new object with the attributes of a static table: what hosts make of things that have a state. Its own attributes
    /// come before those of the table; [`What::ClassMethod`](crate::native::What) natives of the table get the object first.
    pub fn new_part(&mut self, table: &'static str) -> Result {
        let Some(index) = self.modules.iter().position(|m| m.name == table) else {
            return Err(self.raise(Type::SystemError, "no such static table"));
        };
        let made = self.heap.new_module(index as u16 + 1);
        let part = self.grant_memory(made)?;
        let place = self.heap.hold(part);
        let made = self.heap.intern(table.as_bytes());
        let name = self.grant_memory(made)?;
        let dict = self.heap.module_dict(self.heap.held(place));
        let made = self.heap.set_str(dict, names::DUNDER_NAME, name);
        self.grant_memory(made)?;
        let part = self.heap.held(place);
        self.heap.release(place);
        Ok(part)
    }

    /// The one object of a static table: a part of another module, made when it is first asked for.
    pub fn part(&mut self, table: &'static str) -> Result {
        let made = self.heap.intern(table.as_bytes());
        let name = self.grant_memory(made)?;
        let mark = self.heap.held_mark();
        let name = self.heap.hold(name);
        let modules = self.modules_dict()?;
        if let Some(part) =
            self.heap.get_str(modules, self.heap.held(name)).filter(|&part| self.is_module(part))
        {
            self.heap.release_to(mark);
            return Ok(part);
        }
        let part = self.new_part(table)?;
        let place = self.heap.hold(part);
        let modules = self.modules_dict()?;
        let made = self.heap.set_str(modules, self.heap.held(name), self.heap.held(place));
        self.grant_memory(made)?;
        let part = self.heap.held(place);
        self.heap.release_to(mark);
        Ok(part)
    }

    /// Is the value a module object?
    pub fn is_module(&self, value: Value) -> bool {
        self.heap.is_kind(value, Kind::Module)
    }

    /// RuntimeError for what the importer cannot do.
    pub(crate) fn no_compiler(&mut self) -> crate::native::Trap {
        self.raise(Type::RuntimeError, "this engine has no compiler: only images can be loaded")
    }

    /// A module by dotted name, not run yet: `(module, code or None)`; None when there is none. Searched in the static
    /// tables and the program's image.
    pub(crate) fn find_module(&mut self, name: Held) -> Result {
        let module = self.static_module(self.heap.held(name))?;
        if !module.is_null() {
            let module = self.heap.hold(module);
            let own_name = self.heap.held(name);
            self.describe_module(module, own_name, Value::NONE)?;
            self.set_in_module(module, names::DUNDER_PACKAGE, Value::EMPTY_STR)?;
            return self.found_module(self.heap.held(module), Value::NONE);
        }
        let program = self.heap.root(Root::FrozenImage);
        if program.is_object() {
            if let Some(index) = self.module_in(program, name).filter(|&index| index != 0) {
                return self.module_of_image(program, index, name);
            }
        }
        Ok(Value::NONE)
    }

    /// The same in the library.
    pub(crate) fn library_module(&mut self, name: Held) -> Result {
        match self.module_in(Value::NULL, name).filter(|&index| index != 0) {
            Some(index) => self.module_of_image(Value::NULL, index, name),
            None => Ok(Value::NONE),
        }
    }

    fn found_module(&mut self, module: Value, code: Value) -> Result {
        let made = self.heap.new_tuple(&[module, code]);
        self.grant_memory(made)
    }

    /// Index of a module in an image (null: the library).
    fn module_in(&self, image: Value, name: Held) -> Option<u32> {
        let name = self.heap.text(self.heap.held(name));
        Image::trusted(self.image_bytes(image)).find_module(&name)
    }

    fn set_in_module(&mut self, module: Held, key: Value, value: Value) -> Result<()> {
        let dict = self.heap.module_dict(self.heap.held(module));
        let made = self.heap.set_str(dict, key, value);
        self.grant_memory(made).map(|_| ())
    }

    /// A module of an image that is in the block, or of the library (null).
    fn module_of_image(&mut self, image: Value, index: u32, name: Held) -> Result {
        let image = self.heap.hold(image);
        let Some(record) = Image::trusted(self.image_bytes(self.heap.held(image))).module(index) else {
            return Ok(Value::NONE);
        };
        let file = if image_is_library(self.heap.held(image)) {
            Value::NONE
        } else {
            self.image_constant(self.heap.held(image), record.file, true)?
        };
        let module = self.new_described_module(name, file, record.is_package())?;
        let module = self.heap.hold(module);
        let code = self.module_code(self.heap.held(image), index)?;
        self.found_module(self.heap.held(module), code)
    }

    /// A module with the names that every module has.
    fn new_described_module(&mut self, name: Held, file: Value, package: bool) -> Result {
        let file = self.heap.hold(file);
        let made = self.heap.new_module(0);
        let module = self.grant_memory(made)?;
        let module = self.heap.hold(module);
        let own_name = self.heap.held(name);
        self.describe_module(module, own_name, Value::NONE)?;
        let own_name = self.heap.held(name);
        let last_dot = self.heap.text(own_name).iter().rposition(|&b| b == b'.');
        if package {
            self.set_in_module(module, names::DUNDER_PACKAGE, own_name)?;
        } else {
            let made = match last_dot {
                Some(at) => self.intern_part(own_name, at),
                None => Ok(Value::EMPTY_STR),
            };
            self.set_in_module(module, names::DUNDER_PACKAGE, made?)?;
        }
        let builtins = self.builtins_module()?;
        self.set_in_module(module, names::DUNDER_BUILTINS, builtins)?;
        let path = self.heap.held(file);
        if !path.is_none() {
            self.set_in_module(module, names::DUNDER_FILE, path)?;
        }
        if package {
            let folder = match self.heap.text(self.heap.held(file)).iter().rposition(|&b| b == b'/') {
                Some(at) => self.intern_part(self.heap.held(file), at)?,
                None => self.heap.held(name),
            };
            let folder = self.heap.hold(folder);
            self.reserve(crate::object::list::list_words(1))?;
            let list = self.heap.alloc_list(1);
            let folder = self.heap.held(folder);
            self.heap.set_list_item(list, 0, folder);
            self.set_in_module(module, names::DUNDER_PATH, list)?;
        }
        Ok(self.heap.held(module))
    }

    /// A package that is only a folder.
    fn folder_module(&mut self, name: Held, folder: Held) -> Result {
        let module = self.new_described_module(name, Value::NONE, true)?;
        let module = self.heap.hold(module);
        let path = self.module_file(name, folder, b"")?;
        let path = self.heap.hold(path);
        self.reserve(crate::object::list::list_words(1))?;
        let list = self.heap.alloc_list(1);
        let path = self.heap.held(path);
        self.heap.set_list_item(list, 0, path);
        self.set_in_module(module, names::DUNDER_PATH, list)?;
        self.set_in_module(module, names::DUNDER_FILE, Value::NONE)?;
        self.found_module(self.heap.held(module), Value::NONE)
    }

    /// The first `n` bytes of a string as a string.
    fn intern_part(&mut self, text: Value, n: usize) -> Result {
        let place = self.heap.hold(text);
        self.reserve(crate::object::string::str_words(n))?;
        let made = self.heap.alloc_str(n);
        let text = self.heap.held(place);
        self.heap.release(place);
        self.heap.copy_text_part(text, 0, n, made, 0);
        let ascii = self.heap.text(made).is_ascii();
        let made = self.heap.finish_str(made, ascii);
        let made = self.heap.intern_value(made);
        self.grant_memory(made)
    }

    /// A module that the host has, as source or as an image; beside the program or in that folder. `(None, refusal)` when its
    /// source was refused, `(module, None)` for a folder that is a package without source.
    pub(crate) fn host_module(&mut self, name: Held, folder: Held) -> Result {
        let Some((found, bytes)) = self.ask_host(name, folder)? else { return Ok(Value::NONE) };
        let bytes = self.heap.hold(bytes);
        if found.folder {
            return self.folder_module(name, folder);
        }
        if found.image {
            let image = match self.check_image(self.heap.held(bytes)) {
                Ok(image) => image,
                Err(error) => return Err(self.raise_load(error)),
            };
            let image = self.heap.hold(image);
            let index = self.module_in(self.heap.held(image), name).unwrap_or(0);
            let image = self.heap.held(image);
            return self.module_of_image(image, index, name);
        }
        let file = self.module_file(name, folder, if found.package { b"/__init__.py" } else { b".py" })?;
        let file = self.heap.hold(file);
        let source = Source {
            text: bytes,
            file,
            module: name,
            package: found.package,
            mode: 0,
            separate_locals: false,
            keep_source: self.keep_source,
        };
        let image = match self.compile_held(source)? {
            Compiled::Image(image) => image,
            Compiled::Refused(error) => {
                let refusal = self.refusal(&error, source)?;
                return self.found_module(Value::NONE, refusal);
            }
        };
        let image = self.heap.hold(image);
        let path = self.heap.held(file);
        let module = self.new_described_module(name, path, found.package)?;
        let module = self.heap.hold(module);
        let code = self.module_code(self.heap.held(image), 0)?;
        self.found_module(self.heap.held(module), code)
    }

    /// What the host has under a name: an image object or a bytes object of source.
    fn ask_host(&mut self, name: Held, folder: Held) -> Result<Option<(FoundModule, Value)>> {
        let (mut buffer, mut place) = ([0; 256], [0; 256]);
        let (Some(dotted), Some(place)) = (
            copy_text(&self.heap.text(self.heap.held(name)), &mut buffer),
            match self.heap.held(folder) {
                folder if folder.is_none() => Some(None),
                folder => copy_text(&self.heap.text(folder), &mut place).map(Some),
            },
        ) else {
            return Ok(None);
        };
        for attempt in 0..2 {
            if attempt == 1 {
                self.heap.collect();
            }
            let top = self.heap.top;
            let end = self.heap.floor.saturating_sub(32);
            if end <= top + 2 {
                continue;
            }
            let Some(host) = self.host.as_deref_mut() else { return Ok(None) };
            let room: &mut [u8] = bytemuck::cast_slice_mut(&mut self.heap.mem[top + 2..end]);
            let (mut written, mut full) = (0, false);
            let found = host.find_module(dotted, place, &mut |piece| {
                match room.get_mut(written..written + piece.len()) {
                    Some(target) if !full => {
                        target.copy_from_slice(piece);
                        written += piece.len();
                    }
                    _ => full = true,
                }
                !full
            });
            if full {
                continue;
            }
            let Some(found) = found else { return Ok(None) };
            self.charge(written / 4);
            // The last word of the object is filled up with zeros.
            let room: &mut [u8] = bytemuck::cast_slice_mut(&mut self.heap.mem[top + 2..end]);
            let last = written.next_multiple_of(8).min(room.len());
            room[written..last].fill(0);
            let kind = if found.image { Kind::Image } else { Kind::Bytes };
            if let Some(bytes) = self.adopt(kind, written, end) {
                return Ok(Some((found, bytes)));
            }
        }
        Err(self.out_of_memory())
    }

    /// Path of the source of a module with that end: beside the main one, or its last name in a folder.
    fn module_file(&mut self, name: Held, folder: Held, tail: &[u8]) -> Result {
        let given = self.heap.held(folder);
        let beside = if given.is_none() { self.program_folder() } else { given };
        let beside = self.heap.hold(beside);
        let (from, slash, skip) = if given.is_none() {
            let text = self.heap.text(self.heap.held(beside));
            (0, 0, text.iter().rposition(|&b| b == b'/').map_or(0, |at| at + 1))
        } else {
            let text = self.heap.text(given);
            let slash = (!text.is_empty() && text.last() != Some(&b'/')) as usize;
            let name = self.heap.text(self.heap.held(name));
            (name.iter().rposition(|&b| b == b'.').map_or(0, |at| at + 1), slash, text.len())
        };
        let folder = beside;
        let len = self.heap.text(self.heap.held(name)).len() - from;
        let words = crate::object::string::str_words(skip + slash + len + tail.len());
        self.reserve(words)?;
        let made = self.heap.alloc_str(skip + slash + len + tail.len());
        self.heap.copy_text_part(self.heap.held(folder), 0, skip, made, 0);
        if slash == 1 {
            self.heap.str_bytes_mut(made)[skip] = b'/';
        }
        let skip = skip + slash;
        self.heap.copy_text_part(self.heap.held(name), from, len, made, skip);
        let bytes = self.heap.str_bytes_mut(made);
        for byte in &mut bytes[skip..skip + len] {
            if *byte == b'.' {
                *byte = b'/';
            }
        }
        bytes[skip + len..skip + len + tail.len()].copy_from_slice(tail);
        let ascii = self.heap.text(made).is_ascii();
        let made = self.heap.finish_str(made, ascii);
        self.heap.release(folder);
        Ok(made)
    }

    /// `__file__` of the main module, empty when it has none.
    fn program_folder(&mut self) -> Value {
        let modules = self.heap.root(Root::Modules);
        if !modules.is_object() {
            return Value::EMPTY_STR;
        }
        let main = self.heap.get_str(modules, names::DUNDER_MAIN).filter(|&main| self.is_module(main));
        let Some(main) = main else { return Value::EMPTY_STR };
        let dict = self.heap.module_dict(main);
        let file = self.heap.get_str(dict, names::DUNDER_FILE);
        file.filter(|&file| self.heap.is_str(file)).unwrap_or(Value::EMPTY_STR)
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

    /// Is the body of that module running? Its header says so.
    pub(crate) fn is_initializing(&self, module: Value) -> bool {
        self.is_module(module) && self.heap.flags(module) & INITIALIZING != 0
    }

    /// The body of a module begins or ends.
    pub(crate) fn set_initializing(&mut self, module: Value, on: bool) {
        if self.is_module(module) {
            let flags = self.heap.flags(module) & !INITIALIZING;
            self.heap.set_flags(module, flags | if on { INITIALIZING } else { 0 });
        }
    }
}

/// A text in a buffer; none when it is too long.
fn copy_text<'a>(text: &[u8], buffer: &'a mut [u8]) -> Option<&'a str> {
    let target = buffer.get_mut(..text.len())?;
    target.copy_from_slice(text);
    core::str::from_utf8(target).ok()
}

/// Flag of a module: its body runs.
pub(crate) const INITIALIZING: u8 = 1;

fn image_is_library(image: Value) -> bool {
    image.is_null()
}
