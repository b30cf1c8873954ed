//! The frames of the running program, as `globals()`, `locals()`, `super()` and the like see them.

use super::frame::{GENERATOR_FRAME, OWN_NAMESPACE};
use super::lookup::Use;
use crate::heap::{Held, Kind};
use crate::native::Result;
use crate::object::code::{HIDDEN, NAMESPACE};
use crate::object::function::{F_CODE, F_GLOBALS};
use crate::value::Value;
use crate::vm::{FRAME, Vm};

impl Vm<'_> {
    /// The youngest frame that runs code, at or after `fp`: carriers are passed over. `library`: the library's count too.
    pub(crate) fn code_frame(&self, fp: usize, library: bool) -> Option<usize> {
        let mut fp = fp;
        while fp < self.heap.map {
            let function = self.frame_function_at(fp);
            if self.heap.is_kind(function, Kind::Function)
                && (library || self.heap.code_flags(self.heap.field(function, F_CODE)) & HIDDEN == 0)
            {
                return Some(fp);
            }
            let words = self.frame_words(fp);
            if words == 0 {
                return None;
            }
            fp += words;
        }
        None
    }

    /// The youngest frame of the script.
    pub(crate) fn script_frame(&self) -> Option<usize> {
        self.code_frame(self.heap.floor, false)
    }

    /// The frame below, of the script.
    pub(crate) fn script_frame_below(&self, fp: usize) -> Option<usize> {
        self.code_frame(fp + self.frame_words(fp), false)
    }

    /// Function of a frame.
    pub(crate) fn frame_function_at(&self, fp: usize) -> Value {
        Value(self.heap.mem[fp + 2])
    }

    /// Full code object of a frame that runs code.
    pub(crate) fn frame_code_at(&self, fp: usize) -> Value {
        self.heap.field(self.frame_function_at(fp), F_CODE)
    }

    /// Globals of a frame that runs code.
    pub(crate) fn frame_globals_at(&self, fp: usize) -> Value {
        self.heap.field(self.frame_function_at(fp), F_GLOBALS)
    }

    /// Globals of the script's youngest frame; those of `__main__` are not assumed when there is none.
    pub(crate) fn script_globals(&self) -> Option<Value> {
        self.script_frame().map(|fp| self.frame_globals_at(fp))
    }

    /// The namespace that a frame runs over, null for functions.
    pub(crate) fn frame_namespace_at(&self, fp: usize) -> Value {
        let own = Value(self.heap.mem[fp + 3]);
        if self.frame_flags(fp) & OWN_NAMESPACE != 0 && own.is_object() {
            return own;
        }
        if self.heap.code_flags(self.frame_code_at(fp)) & NAMESPACE != 0 {
            self.frame_globals_at(fp)
        } else {
            Value::NULL
        }
    }

    /// Name of the program counter of a frame: the instruction that runs there.
    pub(crate) fn frame_pc_at(&self, fp: usize) -> usize {
        let mut above = self.heap.floor;
        if above == fp {
            return self.pc.saturating_sub(1);
        }
        while above < fp {
            let words = self.frame_words(above);
            if words == 0 {
                break;
            }
            if above + words == fp {
                return (self.heap.mem[above] as u32 as usize).saturating_sub(1);
            }
            above += words;
        }
        0
    }

    /// `locals()` of a frame: its namespace, or a dict of its variables, the same one each time (a new one each time for
    /// generators). What a script added to it stays. May reserve and move; frames stay.
    pub(crate) fn frame_locals(&mut self, fp: usize) -> Result {
        if self.heap.code_flags(self.frame_code_at(fp)) & NAMESPACE != 0 {
            let namespace = self.frame_namespace_at(fp);
            if !namespace.is_null() {
                return Ok(namespace);
            }
        }
        let function = self.frame_function_at(fp);
        let read = &|vm: &Vm<'_>, i| Value(vm.heap.mem[fp + FRAME + i]);
        if self.frame_flags(fp) & GENERATOR_FRAME != 0 {
            return self.variables(function, Value::NULL, read);
        }
        let is_known = self.frame_flags(fp) & OWN_NAMESPACE != 0;
        let known = if is_known { Value(self.heap.mem[fp + 3]) } else { Value::NULL };
        let dict = self.variables(function, known, read)?;
        self.set_frame_namespace(fp, dict);
        Ok(dict)
    }

    /// A dict of the variables of a function's frame whose registers `read` gives: a new one for null. May reserve and move.
    pub(crate) fn variables(
        &mut self,
        function: Value,
        dict: Value,
        read: &dyn Fn(&Vm<'_>, usize) -> Value,
    ) -> Result {
        let mark = self.heap.held_mark();
        let code = self.heap.field(function, F_CODE);
        let code = self.heap.hold(code);
        let dict = self.heap.hold(dict);
        let result = self.variables_held(code, dict, read);
        self.heap.release_to(mark);
        result
    }

    fn variables_held(&mut self, code: Held, dict: Held, read: &dyn Fn(&Vm<'_>, usize) -> Value) -> Result {
        let fresh = !self.heap.held(dict).is_object();
        if fresh {
            let made = self.heap.new_dict();
            let made = self.grant_memory(made)?;
            self.heap.set_held(dict, made);
        }
        let locals = self.heap.code_locals(self.heap.held(code));
        let (own, free) = self.heap.code_cells(self.heap.held(code));
        self.charge(4 * (locals + own + free));
        for i in 0..locals + own + free {
            let Some((name, place)) = self.variable(self.heap.held(code), i) else { continue };
            let value = read(self, place);
            let is_cell = self.heap.is_kind(value, Kind::Cell) && place >= locals;
            let value = if is_cell { self.heap.field(value, 1) } else { value };
            let missing = value.is_unbound() || value.is_null();
            if missing && fresh {
                continue;
            }
            let place = self.heap.hold(value);
            let image = self.heap.code_image(self.heap.held(code));
            let name = self.image_constant(image, name, true)?;
            if missing {
                self.heap.remove_str(self.heap.held(dict), name);
                self.heap.release(place);
                continue;
            }
            let (target, value) = (self.heap.held(dict), self.heap.held(place));
            self.heap.release(place);
            let made = self.heap.set_str(target, name, value);
            self.grant_memory(made)?;
        }
        Ok(self.heap.held(dict))
    }

    /// Constant of the name and register of variable `i` of full code: locals, own cells, free cells. A parameter that a
    /// cell took over is found in its cell; None for cells that were met already.
    fn variable(&self, code: Value, i: usize) -> Option<(u32, usize)> {
        let (_, view) = self.image_code(code)?;
        let locals = view.local_count as usize;
        if i < locals {
            let name = view.locals().nth(i)?;
            let taken = view.cells().position(|(_, parameter)| parameter == Some(i as u32));
            return Some((name, taken.map_or(i, |cell| locals + cell)));
        }
        let cell = i - locals;
        if cell < view.cell_count as usize {
            let (name, parameter) = view.cells().nth(cell)?;
            return if parameter.is_some() { None } else { Some((name, i)) };
        }
        Some((view.frees().nth(cell - view.cell_count as usize)?, i))
    }

    /// Register of the free variable of that name.
    fn free_variable_place(&self, code: Value, name: &[u8]) -> Option<usize> {
        let (image, view) = self.image_code(code)?;
        let index = view.frees().position(|k| image.str(k) == Some(name))?;
        Some(view.local_count as usize + view.cell_count as usize + index)
    }

    /// The content of the free variable of that name in a frame: null when there is none, unbound when it is empty.
    pub(crate) fn free_variable(&self, fp: usize, name: &[u8]) -> Value {
        match self.free_variable_place(self.frame_code_at(fp), name) {
            Some(place) => self.cell_content(fp, place),
            None => Value::NULL,
        }
    }

    /// What the cell in a register of a frame holds; null when there is no cell.
    fn cell_content(&self, fp: usize, place: usize) -> Value {
        let cell = Value(self.heap.mem[fp + FRAME + place]);
        if self.heap.is_kind(cell, Kind::Cell) { self.heap.field(cell, 1) } else { Value::NULL }
    }

    /// Register of the first positional argument.
    fn first_argument_place(&self, code: Value) -> Option<usize> {
        if self.heap.code_params(code).0 == 0 {
            return None;
        }
        self.variable(code, 0).map(|(_, place)| place)
    }

    /// The first positional argument of a frame: null when its code takes none, unbound when it was deleted.
    pub(crate) fn first_argument(&self, fp: usize) -> Value {
        match self.first_argument_place(self.frame_code_at(fp)) {
            Some(place) => self.argument_content(fp, place),
            None => Value::NULL,
        }
    }

    fn argument_content(&self, fp: usize, place: usize) -> Value {
        let value = Value(self.heap.mem[fp + FRAME + place]);
        if self.heap.is_kind(value, Kind::Cell) && place > 0 { self.heap.field(value, 1) } else { value }
    }

    /// `__class__` and first argument of a method that called `super()` lately.
    pub(crate) fn remembered_super(&self, fp: usize) -> Option<(Value, Value)> {
        let code = self.frame_code_at(fp);
        let word = self.remembered(code.offset() as u64, Value::NULL, Use::Super)?;
        Some((self.cell_content(fp, word as u32 as usize), self.argument_content(fp, (word >> 32) as usize)))
    }

    /// Remembers where a method that calls `super()` has both.
    pub(crate) fn remember_super(&mut self, fp: usize) {
        let code = self.frame_code_at(fp);
        let places = (self.free_variable_place(code, b"__class__"), self.first_argument_place(code));
        if let (Some(class), Some(argument)) = places {
            let word = class as u64 | (argument as u64) << 32;
            self.remember(code.offset() as u64, Value::NULL, Use::Super, word);
        }
    }
}
