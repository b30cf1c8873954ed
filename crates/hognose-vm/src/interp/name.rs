//! Variables: locals, cells, globals, names of a namespace.

use super::lookup::Use;
use crate::heap::{Kind, Root};
use crate::lower::op;
use crate::native::{Result, Trap};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Most keyword-only parameters with defaults of a function of module `_core`.
const MOST_KEYWORDS: usize = 12;

/// What an instruction of the top level of `_core` pushed.
#[derive(Clone, Copy)]
pub(crate) enum Pushed {
    /// That constant.
    Constant(u32),
    /// That value.
    Value(Value),
}

/// A function of module `_core`.
pub(crate) struct FrozenCode {
    /// Its code object.
    pub index: u32,
    /// Constant of its defaults, a tuple.
    pub defaults: Option<u32>,
    /// Names and defaults of keyword-only parameters by turns, `len` in all.
    keywords: [Pushed; 2 * MOST_KEYWORDS + 1],
    len: usize,
}

impl Vm<'_> {
    pub(crate) fn op_check(&mut self, w: u64) -> Result<()> {
        if self.reg(op::a(w)).is_unbound() { Err(self.unbound_local(op::a(w))) } else { Ok(()) }
    }

    pub(crate) fn op_delete_local(&mut self, w: u64) -> Result<()> {
        if self.reg(op::a(w)).is_unbound() {
            return Err(self.unbound_local(op::a(w)));
        }
        self.set_reg(op::a(w), Value::UNBOUND);
        Ok(())
    }

    pub(crate) fn op_return_unbound(&mut self, _w: u64) -> Result<()> {
        Err(self.raise(Type::SystemError, "returned nothing"))
    }

    /// Name of local `i` of the running code.
    fn local_name(&self, i: usize) -> Option<&[u8]> {
        let (image, code) = self.image_code(self.frame_code())?;
        image.str(code.locals().nth(i)?)
    }

    /// Name of cell `i` (own, then free) of the running code and whether it is free.
    fn cell_name(&self, i: usize) -> Option<(&[u8], bool)> {
        let (image, code) = self.image_code(self.frame_code())?;
        let own = code.cell_count as usize;
        let k = if i < own { code.cells().nth(i)?.0 } else { code.frees().nth(i - own)? };
        Some((image.str(k)?, i >= own))
    }

    #[cold]
    fn unbound_local(&mut self, i: usize) -> Trap {
        self.raise_with(Type::UnboundLocalError, |vm, out| {
            let name = core::str::from_utf8(vm.local_name(i).unwrap_or(b"?")).unwrap_or("?");
            write!(out, "cannot access local variable '{name}' where it is not associated with a value")
        })
    }

    #[cold]
    fn empty_cell(&mut self, register: usize) -> Trap {
        let first = self.heap.code_locals(self.frame_code());
        let free = self.cell_name(register - first).is_some_and(|(_, free)| free);
        let kind = if free { Type::NameError } else { Type::UnboundLocalError };
        self.raise_with(kind, |vm, out| {
            let name = vm.cell_name(register - first).map_or(&b"?"[..], |(name, _)| name);
            let name = core::str::from_utf8(name).unwrap_or("?");
            if free {
                write!(
                    out,
                    "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
                )
            } else {
                write!(out, "cannot access local variable '{name}' where it is not associated with a value")
            }
        })
    }

    fn cell_of(&mut self, register: usize) -> Result {
        let cell = self.reg(register);
        if self.heap.is_kind(cell, Kind::Cell) {
            return Ok(cell);
        }
        Err(self.raise(Type::SystemError, "not a cell"))
    }

    pub(crate) fn op_load_cell(&mut self, w: u64) -> Result<()> {
        let cell = self.cell_of(op::b(w))?;
        let value = self.heap.field(cell, 1);
        if value.is_unbound() {
            return Err(self.empty_cell(op::b(w)));
        }
        self.set_reg(op::a(w), value);
        Ok(())
    }

    pub(crate) fn op_store_cell(&mut self, w: u64) -> Result<()> {
        let cell = self.cell_of(op::a(w))?;
        let value = self.reg(op::b(w));
        self.heap.set_field(cell, 1, value);
        Ok(())
    }

    pub(crate) fn op_delete_cell(&mut self, w: u64) -> Result<()> {
        let cell = self.cell_of(op::a(w))?;
        if self.heap.field(cell, 1).is_unbound() {
            return Err(self.empty_cell(op::a(w)));
        }
        self.heap.set_field(cell, 1, Value::UNBOUND);
        Ok(())
    }

    pub(crate) fn op_load_class_cell(&mut self, w: u64) -> Result<()> {
        let name = self.constant(op::cs(w));
        let namespace = self.frame_namespace();
        if self.heap.is_kind(namespace, Kind::Dict) {
            if let Some(value) = self.heap.get_str(namespace, name) {
                self.set_reg(op::a(w), value);
                return Ok(());
            }
        }
        self.op_load_cell(op::word(op::LOADCELL, 0, op::a(w) as u16, op::b(w) as u16, 0))
    }

    /// The namespace of the running frame: its own, or the globals.
    pub(crate) fn namespace(&self) -> Value {
        let own = self.frame_namespace();
        if own.is_object() { own } else { self.frame_globals() }
    }

    #[cold]
    pub(crate) fn name_error(&mut self, name: Value) -> Trap {
        let place = self.heap.hold(name);
        let trap = self.raise_with(Type::NameError, |vm, out| {
            write!(out, "name '{}' is not defined", vm.heap.text(vm.heap.held(place)).as_str())
        });
        let name = self.heap.held(place);
        self.heap.release(place);
        self.attach_name(name);
        trap
    }

    /// `name` of the raised NameError, AttributeError or ImportError.
    pub(crate) fn attach_name(&mut self, name: Value) {
        let exception = self.heap.root(Root::Raised);
        if self.heap.is_exception(exception) && exception != self.heap.root(Root::MemoryError) {
            let _ = self.set_exception_attribute(crate::names::short("name"), name);
        }
    }

    /// Sets an attribute in the state of the raised exception.
    pub(crate) fn set_exception_attribute(&mut self, name: Value, value: Value) -> Result<()> {
        use crate::object::exception::E_STATE;
        let mark = self.heap.held_mark();
        let (n, v) = (self.heap.hold(name), self.heap.hold(value));
        let exception = self.heap.root(Root::Raised);
        if !self.heap.field(exception, E_STATE).is_object() {
            match self.heap.new_dict() {
                Ok(dict) => {
                    let exception = self.heap.root(Root::Raised);
                    self.heap.set_field(exception, E_STATE, dict);
                }
                Err(_) => {
                    self.heap.release_to(mark);
                    return Ok(());
                }
            }
        }
        let exception = self.heap.root(Root::Raised);
        let dict = self.heap.field(exception, E_STATE);
        let (name, value) = (self.heap.held(n), self.heap.held(v));
        self.heap.release_to(mark);
        let _ = self.heap.set_str(dict, name, value);
        Ok(())
    }

    /// A name among the built-in ones: what a script put into module `builtins` first, then the static table.
    pub(crate) fn find_builtin(&mut self, name: Value) -> Result<Option<Value>> {
        let changed = self.heap.root(Root::Builtins);
        if changed.is_object() {
            if let Some(value) = self.heap.get_str(changed, name) {
                return Ok(if value.is_unbound() { None } else { Some(value) });
            }
        }
        self.find_static_builtin(name)
    }

    fn find_static_builtin(&mut self, name: Value) -> Result<Option<Value>> {
        let found = {
            let text = self.heap.text(name);
            crate::builtins::find_function(&text)
        };
        match found {
            Some(entry) => self.module_attribute(crate::builtins::BUILTINS_TABLE, entry).map(Some),
            None => Ok(None),
        }
    }

    /// A built-in name for code with those globals: their own `__builtins__` decide, and the engine's own code sees the
    /// engine's own names whatever a script did.
    pub(crate) fn find_builtin_from(&mut self, globals: Value, name: Value) -> Result<Option<Value>> {
        if globals == self.heap.root(Root::Frozen) {
            return self.find_static_builtin(name);
        }
        match self.own_builtins(globals) {
            Some(own) => Ok(self.heap.get_str(own, name)),
            None => self.find_builtin(name),
        }
    }

    /// The dict of `__builtins__` in globals when it is not that of the engine.
    pub(crate) fn own_builtins(&mut self, globals: Value) -> Option<Value> {
        let value = self.heap.get_str(globals, crate::names::DUNDER_BUILTINS)?;
        let inner = self.unwrap(value);
        match self.heap.kind(inner) {
            Kind::Dict => Some(inner),
            Kind::Module if self.heap.aux(inner) == 0 => Some(self.heap.module_dict(inner)),
            _ => None,
        }
    }

    /// A global for the running frame, by name.
    fn find_global(&mut self, name: Value) -> Result<Option<Value>> {
        let globals = self.frame_globals();
        if let Some(value) = self.heap.get_str(globals, name) {
            return Ok(Some(value));
        }
        if self.in_frozen() {
            let entry = {
                let text = self.heap.text(name);
                crate::builtins::find_intrinsic(&text)
            };
            if let Some((table, entry)) = entry {
                let table = crate::builtins::INTRINSICS_TABLE + table as u32;
                return self.module_attribute(table, entry).map(Some);
            }
            let is_frozen = {
                let image = hognose_image::Image::trusted(self.frozen);
                let text = self.heap.text(name);
                image.module(0).and_then(|core| frozen_index(&image, core.code, &text)).is_some()
            };
            if is_frozen {
                return self.frozen_function_value(name).map(Some);
            }
        }
        let globals = self.frame_globals();
        self.find_builtin_from(globals, name)
    }

    pub(crate) fn op_load_global(&mut self, w: u64) -> Result<()> {
        let code = self.frame_code();
        let cache = code.offset() + op::bc(w) as usize;
        let name = Value(self.heap.mem[cache]);
        let globals = self.frame_globals();
        if let Some(entry) = self.heap.find_str(globals, name) {
            let stamp = self.heap.watch(globals);
            self.heap.mem[cache + 1] = stamp as u64;
            self.heap.mem[cache + 2] = Value::int(entry as i64).0;
            let value = self.heap.entry_value(globals, entry);
            self.set_reg(op::a(w), value);
            return Ok(());
        }
        let Some(value) = self.find_global(name)? else { return Err(self.name_error(name)) };
        // Built-in things are not objects of the block, so caching them by value is safe; replaced ones are not cached.
        let globals = self.frame_globals();
        if self.heap.root(Root::Builtins).is_null()
            && (value.as_native().is_some() || value.as_builtin_type().is_some())
            && self.own_builtins(globals).is_none()
        {
            let stamp = self.heap.watch(globals);
            let cache = self.frame_code().offset() + op::bc(w) as usize;
            self.heap.mem[cache + 1] = stamp as u64;
            self.heap.mem[cache + 2] = value.0;
        }
        self.set_reg(op::a(w), value);
        Ok(())
    }

    pub(crate) fn op_store_global(&mut self, w: u64) -> Result<()> {
        let cache = self.frame_code().offset() + op::bc(w) as usize;
        let name = Value(self.heap.mem[cache]);
        let globals = self.frame_globals();
        let value = self.reg(op::a(w));
        let made = self.heap.set_str(globals, name, value);
        self.grant_memory(made)?;
        let globals = self.frame_globals();
        let cache = self.frame_code().offset() + op::bc(w) as usize;
        let name = Value(self.heap.mem[cache]);
        if let Some(entry) = self.heap.find_str(globals, name) {
            let stamp = self.heap.watch(globals);
            self.heap.mem[cache + 1] = stamp as u64;
            self.heap.mem[cache + 2] = Value::int(entry as i64).0;
        }
        Ok(())
    }

    pub(crate) fn op_delete_global(&mut self, w: u64) -> Result<()> {
        let name = self.constant(op::bc(w) as usize);
        let globals = self.frame_globals();
        if self.heap.remove_str(globals, name) { Ok(()) } else { Err(self.name_error(name)) }
    }

    pub(crate) fn op_load_name(&mut self, w: u64) -> Result<()> {
        let name = self.constant(op::bc(w) as usize);
        let namespace = self.frame_namespace();
        if namespace.is_object() {
            if !self.heap.is_kind(namespace, Kind::Dict) {
                let globals = self.frame_globals();
                return self.frozen_into("_load_name", &[namespace, name, globals], op::a(w));
            }
            if let Some(value) = self.heap.get_str(namespace, name) {
                self.set_reg(op::a(w), value);
                return Ok(());
            }
        }
        match self.find_global(name)? {
            Some(value) => {
                self.set_reg(op::a(w), value);
                Ok(())
            }
            None => {
                let name = self.constant(op::bc(w) as usize);
                Err(self.name_error(name))
            }
        }
    }

    pub(crate) fn op_store_name(&mut self, w: u64) -> Result<()> {
        let name = self.constant(op::bc(w) as usize);
        let value = self.reg(op::a(w));
        let namespace = self.namespace();
        if !self.heap.is_kind(namespace, Kind::Dict) {
            return self.frozen_discard("_store_name", &[namespace, name, value]);
        }
        let made = self.heap.set_str(namespace, name, value);
        self.grant_memory(made)?;
        Ok(())
    }

    pub(crate) fn op_delete_name(&mut self, w: u64) -> Result<()> {
        let name = self.constant(op::bc(w) as usize);
        let namespace = self.namespace();
        if !self.heap.is_kind(namespace, Kind::Dict) {
            return self.frozen_discard("_delete_name", &[namespace, name]);
        }
        if self.heap.remove_str(namespace, name) { Ok(()) } else { Err(self.name_error(name)) }
    }

    /// A frozen function, by name: a top-level `def` of module `_core` of the frozen image.
    pub(crate) fn frozen_code_index(&self, name: &str) -> Option<FrozenCode> {
        use hognose_image::isa::Op;
        let image = hognose_image::Image::trusted(self.frozen);
        let module = image.module(0)?;
        let wanted = frozen_index(&image, module.code, name.as_bytes())?;
        let top = image.code(module.code)?;
        // What the instructions before the one that makes a function put on the stack.
        let mut pushed = [Pushed::Value(Value::NONE); 2 * MOST_KEYWORDS + 1];
        let mut n = 0usize;
        let mut pairs = 0;
        for (_, i) in top.instructions() {
            let push = match i.op {
                Op::Const => Pushed::Constant(i.a),
                Op::Int => Pushed::Value(Value::int(i.int().into())),
                Op::None => Pushed::Value(Value::NONE),
                Op::True => Pushed::Value(Value::TRUE),
                Op::False => Pushed::Value(Value::FALSE),
                Op::BuildDict => {
                    pairs = i.a as usize;
                    continue;
                }
                Op::MakeFunction => {
                    if i.a != wanted {
                        continue;
                    }
                    let keywords = if i.b & 2 != 0 { 2 * pairs } else { 0 };
                    let first = n.checked_sub(keywords)?;
                    let defaults = match first.checked_sub(1).map(|at| pushed[at]) {
                        Some(Pushed::Constant(k)) if i.b & 1 != 0 => Some(k),
                        _ => None,
                    };
                    pushed.copy_within(first..n, 0);
                    return Some(FrozenCode { index: i.a, defaults, keywords: pushed, len: keywords });
                }
                _ => {
                    n = 0;
                    continue;
                }
            };
            if n == pushed.len() {
                pushed.copy_within(1.., 0);
                n -= 1;
            }
            pushed[n] = push;
            n += 1;
        }
        None
    }

    /// A function of the frozen library, made on first use.
    pub fn frozen_function(&mut self, name: &'static str) -> Result {
        let (place, len) = (name.as_ptr() as usize as u64, Value(name.len() as u64));
        if let Some(function) = self.remembered(place, len, Use::Frozen) {
            return Ok(Value(function));
        }
        self.provide_lookups();
        let made = self.heap.intern(name.as_bytes());
        let key = self.grant_memory(made)?;
        let function = self.frozen_function_value(key)?;
        self.remember(place, len, Use::Frozen, function.0);
        Ok(function)
    }

    fn frozen_function_value(&mut self, key: Value) -> Result {
        let mark = self.heap.held_mark();
        let result = self.frozen_function_held(key);
        self.heap.release_to(mark);
        result
    }

    fn frozen_function_held(&mut self, key: Value) -> Result {
        let place = self.heap.hold(key);
        if !self.heap.root(Root::Frozen).is_object() {
            let made = self.heap.new_dict();
            let dict = self.grant_memory(made)?;
            self.heap.set_root(Root::Frozen, dict);
        }
        let dict = self.heap.root(Root::Frozen);
        let key = self.heap.held(place);
        if let Some(function) = self.heap.get_str(dict, key) {
            return Ok(function);
        }
        let found = {
            let text = self.heap.text(key);
            self.frozen_code_index(text.as_str())
        };
        let Some(FrozenCode { index, defaults, keywords, len }) = found else {
            return Err(self.raise_with(Type::NotImplementedError, |vm, out| {
                write!(
                    out,
                    "this build of the engine has no '{}'",
                    vm.heap.text(vm.heap.held(place)).as_str()
                )
            }));
        };
        let defaults = match defaults {
            Some(k) => self.image_constant(Value::NULL, k, false)?,
            None => Value::NULL,
        };
        let defaults = self.heap.hold(defaults);
        let mut kwdefaults = self.heap.hold(Value::NULL);
        if len > 0 {
            let made = self.heap.new_dict();
            let dict = self.grant_memory(made)?;
            kwdefaults = self.heap.hold(dict);
        }
        for pair in keywords.get(..len).unwrap_or(&[]).chunks(2) {
            let &[Pushed::Constant(name), value] = pair else { continue };
            let value = match value {
                Pushed::Constant(k) => self.image_constant(Value::NULL, k, false)?,
                Pushed::Value(value) => value,
            };
            let value = self.heap.hold(value);
            let name = self.image_constant(Value::NULL, name, true)?;
            let made = self.heap.set_str(self.heap.held(kwdefaults), name, self.heap.held(value));
            self.grant_memory(made)?;
            self.heap.release(value);
        }
        let made = self.heap.new_stub(Value::NULL, index);
        let stub = self.grant_memory(made)?;
        let globals = self.heap.root(Root::Frozen);
        let function = self.new_function(stub, globals)?;
        let defaults = self.heap.held(defaults);
        self.heap.set_field(function, crate::object::function::F_DEFAULTS, defaults);
        let kwdefaults = self.heap.held(kwdefaults);
        self.heap.set_field(function, crate::object::function::F_KWDEFAULTS, kwdefaults);
        let f = self.heap.hold(function);
        let (dict, key) = (self.heap.root(Root::Frozen), self.heap.held(place));
        let made = self.heap.set_str(dict, key, function);
        self.grant_memory(made)?;
        Ok(self.heap.held(f))
    }
}

/// The code of a top-level function of module `_core`, whose own code is `end`. Functions stand in it by name, each behind those
/// inside it.
fn frozen_index(image: &hognose_image::Image<'_>, end: u32, name: &[u8]) -> Option<u32> {
    let (mut low, mut high) = (0, end);
    while low < high {
        let middle = low + (high - low) / 2;
        let outer = |at: &u32| image.outer_name(*at).map(|name| (*at, name));
        match (low..=middle).rev().find_map(|at| outer(&at)) {
            Some((at, found)) if found == name => return Some(at),
            Some((at, found)) if found > name => high = at,
            _ => low = middle + 1,
        }
    }
    None
}
