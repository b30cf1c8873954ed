//! Functions: lowering on first call, making them, binding parameters.

use crate::heap::{Kind, Root};
use crate::lower::op;
use crate::lower::{
    Emitter, Labels, LowerError, Places, Use, blob_at, collect_uses, lower_object, object_room, uses_room,
};
use crate::native::{Result, Trap};
use crate::object::code::{CODE_RAW, FIRST_NAME, KEYWORDS, VARARGS};
use crate::object::function::{F_CLOSURE, F_CODE, F_DEFAULTS, F_GLOBALS, F_KWDEFAULTS, FUNCTION_WORDS};
use crate::object::int::int_words;
use crate::types::Type;
use crate::value::Value;
use crate::vm::{FRAME, Vm};
use hognose_image::isa::Operand;
use hognose_image::{Constant, Image};

impl Vm<'_> {
    /// Makes the full code object of a stub, or gives the one made before.
    pub(crate) fn lower(&mut self, stub: Value) -> Result {
        let full = self.heap.full_code(stub);
        if self.heap.is_kind(full, Kind::Code) {
            return Ok(full);
        }
        let place = self.heap.hold(stub);
        let mark = self.heap.held_mark();
        let result = self.lower_held(place, mark);
        self.heap.release(place);
        result
    }

    fn lower_held(&mut self, stub: crate::heap::Held, _mark: usize) -> Result {
        // 1. What the code refers to, each thing once.
        let (needed, params) = {
            let Some((image, code)) = self.image_code(self.heap.held(stub)) else {
                return Err(self.raise(Type::SystemError, "this code is not in the image"));
            };
            (uses_room(&image, &code), code.parameter_count() as usize)
        };
        self.reserve(needed)?;
        let uses = self.collect_uses(stub)?;
        let uses = self.heap.hold(uses);
        // 2. The values themselves.
        let total = self.heap.tuple_len(self.heap.held(uses));
        // Code of the library may be lowered again, depending on how full the block is: fuel must not.
        if self.heap.code_image(self.heap.held(stub)).is_object() {
            self.charge(total);
        }
        for i in 0..total {
            let entry = self.heap.item(self.heap.held(uses), i);
            let Some(entry) = Use::unpack(entry) else { continue };
            let value = match entry {
                Use::Code(k) => {
                    let image = self.heap.code_image(self.heap.held(stub));
                    let made = self.heap.new_stub(image, k);
                    self.grant_memory(made)?
                }
                Use::Name(k) => self.constant_of(stub, k, true)?,
                Use::Constant(k) => self.constant_of(stub, k, false)?,
            };
            let list = self.heap.held(uses);
            self.heap.set_item(list, i, value);
        }
        // 3. The instructions.
        let mut factor = 2;
        let mut trust = true;
        loop {
            match self.emit(stub, uses, params, factor, trust) {
                Ok(code) => {
                    let stub = self.heap.held(stub);
                    self.heap.set_field(stub, 4, code);
                    return Ok(code);
                }
                Err(LowerError::NoSpace) if factor < 64 => factor *= 2,
                Err(LowerError::Order(_)) if trust => trust = false,
                Err(LowerError::NoSpace) => return Err(self.out_of_memory()),
                Err(LowerError::Absent(op)) => return Err(self.absent(op.text())),
                Err(LowerError::TooLarge) => {
                    return Err(self.raise(Type::SystemError, "a function is too large"));
                }
                Err(LowerError::Malformed(_) | LowerError::Order(_)) => {
                    return Err(self.raise(Type::SystemError, "a function is not well-formed"));
                }
            }
        }
    }

    /// Lists constants, names and code objects that the code uses: an array of packed integers.
    fn collect_uses(&mut self, stub: crate::heap::Held) -> Result {
        let top = self.heap.top;
        let held = self.heap.held(stub);
        let (image_value, index) = (self.heap.code_image(held), self.heap.code_index(held));
        let frozen = self.frozen;
        let (low, gap) = self.heap.mem.split_at_mut(top);
        let bytes = blob_at(low, image_value, frozen);
        let image = Image::trusted(bytes);
        let count = image.code(index).map_or(0, |code| collect_uses(&image, &code, gap));
        let at = self.heap.take(1 + count);
        self.heap.mem[at] = crate::heap::header::header(Kind::Array, 0, 0, 1 + count as u32);
        Ok(Value::object(at as u32))
    }

    /// A constant of an image as a value. Tuples and frozensets are built inside out.
    pub(crate) fn constant_of(&mut self, stub: crate::heap::Held, k: u32, intern: bool) -> Result {
        let image_value = self.heap.code_image(self.heap.held(stub));
        self.image_constant(image_value, k, intern)
    }

    /// Constant `k` of an image.
    pub(crate) fn image_constant(&mut self, image_value: Value, k: u32, intern: bool) -> Result {
        let place = self.heap.hold(image_value);
        let result = self.constant_held(place, k, intern);
        self.heap.release(place);
        result
    }

    fn constant_held(&mut self, image: crate::heap::Held, k: u32, intern: bool) -> Result {
        let view = Image::trusted(self.image_bytes(self.heap.held(image)));
        let simple = match view.constant(k) {
            None => return Err(self.raise(Type::SystemError, "no such constant")),
            Some(Constant::None) => Value::NONE,
            Some(Constant::True) => Value::TRUE,
            Some(Constant::False) => Value::FALSE,
            Some(Constant::Ellipsis) => Value::ELLIPSIS,
            Some(Constant::Float(x)) => Value::float(x),
            Some(Constant::Int(n)) => {
                let made = self.heap.new_int(n);
                return self.grant_memory(made);
            }
            Some(Constant::Complex { real, imag }) => {
                let made = self.heap.new_complex(real, imag);
                return self.grant_memory(made);
            }
            Some(Constant::BigInt { negative, magnitude }) => {
                let limbs = magnitude.len().div_ceil(4);
                self.reserve(int_words(limbs))?;
                let big = self.heap.alloc_big(limbs);
                let at = self.heap.top;
                let frozen = self.frozen;
                let image_value = self.heap.held(image);
                let (low, _) = self.heap.mem.split_at_mut(at);
                let (low, object) = low.split_at_mut(big.offset());
                if let Some(Constant::BigInt { magnitude, .. }) =
                    Image::trusted(blob_at(low, image_value, frozen)).constant(k)
                {
                    let bytes: &mut [u8] = bytemuck::cast_slice_mut(&mut object[2..]);
                    bytes[..magnitude.len()].copy_from_slice(magnitude);
                }
                return Ok(self.heap.finish_big(big, limbs, negative));
            }
            Some(Constant::Str(text)) => {
                let word = |b: &u8| b.is_ascii_alphanumeric() || *b == b'_' || *b >= 128;
                let short = intern || text.len() <= 24 || text.iter().all(word);
                let words = crate::object::string::str_words(text.len());
                let len = text.len();
                if let Some(value) = Value::short_str(text).or_else(|| crate::names::find(text)) {
                    return Ok(value);
                }
                if let Some(found) = if short { self.heap.find_name(text) } else { None } {
                    return Ok(found);
                }
                self.reserve(words)?;
                let value = self.heap.alloc_str(len);
                self.copy_constant(image, k, value, 2);
                let ascii = self.heap.text(value).is_ascii();
                let value = self.heap.finish_str(value, ascii);
                if short {
                    let made = self.heap.intern_value(value);
                    return self.grant_memory(made);
                }
                value
            }
            Some(Constant::Bytes(bytes)) => {
                let len = bytes.len();
                self.reserve(crate::object::bytes::bytes_words(len))?;
                let value = self.heap.alloc_bytes(len);
                self.copy_constant(image, k, value, 2);
                value
            }
            Some(Constant::Tuple(items)) => {
                let n = items.len() as usize;
                return self.constant_tuple(image, k, n);
            }
            Some(Constant::FrozenSet(items)) => {
                let n = items.len() as usize;
                let tuple = self.constant_tuple(image, k, n)?;
                return self.frozenset_of_constants(tuple);
            }
        };
        Ok(simple)
    }

    /// Copies the bytes of a str or bytes constant into a new object.
    fn copy_constant(&mut self, image: crate::heap::Held, k: u32, value: Value, word: usize) {
        let image_value = self.heap.held(image);
        let frozen = self.frozen;
        let (low, object) = self.heap.mem.split_at_mut(value.offset());
        let bytes = match Image::trusted(blob_at(low, image_value, frozen)).constant(k) {
            Some(Constant::Str(bytes)) | Some(Constant::Bytes(bytes)) => bytes,
            _ => return,
        };
        let target: &mut [u8] = bytemuck::cast_slice_mut(&mut object[word..]);
        target[..bytes.len()].copy_from_slice(bytes);
    }

    /// A tuple constant. Items have lower indices than the tuple, so nesting ends; it is as deep as the source was.
    fn constant_tuple(&mut self, image: crate::heap::Held, k: u32, n: usize) -> Result {
        // A work list instead of recursion: tuples under construction, outermost first, in one array.
        self.reserve(1 + n)?;
        let tuple = self.heap.alloc_tuple(n);
        let outer = self.heap.hold(tuple);
        self.reserve(1 + 3 * 64)?;
        let work = self.heap.alloc_array(3 * 64, Value::NULL);
        let work = self.heap.hold(work);
        let outer_value = self.heap.held(outer);
        let list = self.heap.held(work);
        self.heap.set_item(list, 0, outer_value);
        self.heap.set_item(list, 1, Value::int(k as i64));
        self.heap.set_item(list, 2, Value::int(0));
        let mut depth = 1;
        while depth > 0 {
            let base = (depth - 1) * 3;
            let list = self.heap.held(work);
            let (k, next) =
                (self.heap.item(list, base + 1).raw_int() as u32, self.heap.item(list, base + 2).raw_int());
            let view = Image::trusted(self.image_bytes(self.heap.held(image)));
            let item = match view.constant(k) {
                Some(Constant::Tuple(mut items) | Constant::FrozenSet(mut items)) => items.nth(next as usize),
                _ => None,
            };
            let Some(item) = item else {
                depth -= 1;
                continue;
            };
            let nested = match view.constant(item) {
                Some(Constant::Tuple(items)) => Some(items.len() as usize),
                _ => None,
            };
            let is_set = matches!(view.constant(item), Some(Constant::FrozenSet(_)));
            let list = self.heap.held(work);
            self.heap.set_item(list, base + 2, Value::int(next + 1));
            let value = match nested {
                Some(n) if item < k => {
                    self.reserve(1 + n)?;
                    let value = self.heap.alloc_tuple(n);
                    if depth == 64 {
                        return Err(self.raise(Type::SystemError, "constants nested too deeply"));
                    }
                    let list = self.heap.held(work);
                    self.heap.set_item(list, base + 3, value);
                    self.heap.set_item(list, base + 4, Value::int(item as i64));
                    self.heap.set_item(list, base + 5, Value::int(0));
                    depth += 1;
                    value
                }
                Some(_) => return Err(self.raise(Type::SystemError, "constants in a cycle")),
                None if is_set => return Err(self.raise(Type::SystemError, "a frozenset inside a constant")),
                None => self.constant_held(image, item, false)?,
            };
            let list = self.heap.held(work);
            let owner = self.heap.item(list, base);
            self.heap.set_item(owner, next as usize, value);
        }
        let result = self.heap.held(outer);
        self.heap.release(outer);
        Ok(result)
    }

    /// A frozenset of the items of a tuple of constants (all hashable).
    fn frozenset_of_constants(&mut self, tuple: Value) -> Result {
        let place = self.heap.hold(tuple);
        self.reserve(crate::object::dict::DICT_WORDS)?;
        let set = self.heap.alloc_set(Kind::FrozenSet);
        let set = self.heap.hold(set);
        for i in 0..self.heap.tuple_len(self.heap.held(place)) {
            let item = self.heap.item(self.heap.held(place), i);
            let Ok(hash) = self.heap.table_hash(item) else { continue };
            let item = self.heap.item(self.heap.held(place), i);
            let s = self.heap.held(set);
            if self.heap.find(s, item, hash) == crate::object::dict::Lookup::Missing {
                let made = self.heap.insert_new(s, item, Value::NONE, hash);
                let (now, _, _) = self.grant_memory(made)?;
                self.heap.set_held(set, now);
            }
        }
        let result = self.heap.held(set);
        self.heap.release(place);
        Ok(result)
    }

    /// Runs the pass into the gap and makes the code object of what it wrote there.
    fn emit(
        &mut self,
        stub: crate::heap::Held,
        uses: crate::heap::Held,
        params: usize,
        factor: usize,
        trust: bool,
    ) -> core::result::Result<Value, LowerError> {
        let count = self.heap.tuple_len(self.heap.held(uses));
        let room = {
            let Some((image, code)) = self.image_code(self.heap.held(stub)) else {
                return Err(LowerError::Malformed(0));
            };
            object_room(&image, &code, count, factor)
        };
        if self.heap.reserve(room).is_err() {
            return Err(LowerError::NoSpace);
        }
        let held = self.heap.held(stub);
        let (image_value, index) = (self.heap.code_image(held), self.heap.code_index(held));
        let list = self.heap.held(uses).offset() + 1;
        let frozen = self.frozen;
        let top = self.heap.top;
        let (low, gap) = self.heap.mem.split_at_mut(top);
        let image = Image::trusted(blob_at(low, image_value, frozen));
        let Some(code) = image.code(index) else { return Err(LowerError::Malformed(0)) };
        let (name, qualname) = (code.name, code.qualname);
        let uses = &low[list..list + count];
        let total = lower_object(&image, &code, index, uses, &mut gap[..room], factor, trust)?;
        gap[CODE_RAW] = image_value.0;
        let at = self.heap.take(total);
        self.heap.mem[at] = crate::heap::header::header(Kind::Code, 0, 0, total as u32);
        let full = Value::object(at as u32);
        self.name_code(full, name, qualname, params).map_err(|_| LowerError::NoSpace)
    }

    /// Fills in name, qualified name and parameter names.
    fn name_code(&mut self, code: Value, name: u32, qualname: u32, params: usize) -> Result {
        let place = self.heap.hold(code);
        let image = self.heap.code_image(code);
        let value = self.image_constant(image, name, true)?;
        let code = self.heap.held(place);
        self.heap.set_field(code, CODE_RAW + 1, value);
        let image = self.heap.code_image(code);
        let value = self.image_constant(image, qualname, true)?;
        let code = self.heap.held(place);
        self.heap.set_field(code, CODE_RAW + 2, value);
        for i in 0..params {
            let code = self.heap.held(place);
            let Some(k) = self.image_code(code).and_then(|(_, view)| view.locals().nth(i)) else { continue };
            let image = self.heap.code_image(code);
            let value = self.image_constant(image, k, true)?;
            let code = self.heap.held(place);
            self.heap.set_field(code, CODE_RAW + FIRST_NAME + i, value);
        }
        let code = self.heap.held(place);
        self.heap.release(place);
        Ok(code)
    }

    /// The byte of the image's code that an instruction came from: the pass again, asked for one place. Uses the gap.
    pub(crate) fn byte_of_instruction(&mut self, code: Value, index: usize) -> Option<u32> {
        let (image_value, at) = (self.heap.code_image(code), self.heap.code_index(code));
        let frozen = self.frozen;
        let (top, floor) = (self.heap.top, self.heap.floor);
        let (low, gap) = self.heap.mem.split_at_mut(top);
        let gap = &mut gap[..floor - top];
        let image = Image::trusted(blob_at(low, image_value, frozen));
        let view = image.code(at)?;
        let (mut count, mut labels) = (0, 1);
        for (_, i) in view.instructions() {
            labels += (i.op.operands().first() == Some(&Operand::Label)) as usize;
            count += 1;
        }
        labels += 3 * view.range_count as usize;
        let mut answer = None;
        'tries: for factor in [2, 4, 8, 16] {
            for trust in [true, false] {
                let sizes = [
                    count * factor + view.cell_count as usize + 10,
                    view.max_stack as usize + 2,
                    labels * 3,
                    view.bytes().len() / 64 + 1,
                    count * factor + 4,
                ];
                if sizes.iter().sum::<usize>() > gap.len() {
                    return None;
                }
                let (out, rest) = gap.split_at_mut(sizes[0]);
                let (stack, rest) = rest.split_at_mut(sizes[1]);
                let (label_words, rest) = rest.split_at_mut(sizes[2]);
                let (marks, rest) = rest.split_at_mut(sizes[3]);
                let (notes, _) = rest.split_at_mut(sizes[4]);
                let found = Labels::find(&view, marks, label_words).ok()?;
                // Which value an operand names does not change which instructions there are.
                let mut emitter = Emitter::new(view, out, stack, found, notes, Places::Any, trust);
                emitter.query = Some(index);
                match emitter.run() {
                    Ok(_) => {
                        answer = emitter.answer;
                        break 'tries;
                    }
                    Err(LowerError::Order(_)) if trust => {}
                    Err(LowerError::NoSpace) => break,
                    Err(_) => return None,
                }
            }
        }
        answer
    }

    // Instructions

    pub(crate) fn op_make_function(&mut self, w: u64) -> Result<()> {
        self.reserve(FUNCTION_WORDS)?;
        let stub = self.constant(op::b(w));
        let code = {
            let full = self.heap.full_code(stub);
            if full.is_object() { full } else { stub }
        };
        let globals = self.frame_globals();
        let parts = op::s(w);
        let mut next = op::c(w);
        let mut part = |vm: &Self, bit: u8| {
            if parts & bit != 0 {
                next += 1;
                vm.reg(next - 1)
            } else {
                Value::NULL
            }
        };
        let defaults = part(self, 1);
        let kwdefaults = part(self, 2);
        let annotations = part(self, 4);
        let closure = part(self, 8);
        let kinds = [(defaults, Kind::Tuple), (kwdefaults, Kind::Dict), (closure, Kind::Tuple)];
        if kinds.iter().any(|&(part, kind)| !part.is_null() && !self.heap.is_kind(part, kind)) {
            return Err(self.raise(Type::SystemError, "a part of a function is not what it has to be"));
        }
        let function = self.heap.alloc_function(code, globals, defaults, kwdefaults, closure);
        self.set_reg(op::a(w), function);
        if !annotations.is_null() {
            self.set_annotations(op::a(w), annotations)?;
        }
        Ok(())
    }

    /// `__annotations__` of the function in a register.
    fn set_annotations(&mut self, register: usize, annotations: Value) -> Result<()> {
        let place = self.heap.hold(annotations);
        let made = self.heap.new_dict();
        let dict = self.grant_memory(made)?;
        let annotations = self.heap.held(place);
        self.heap.release(place);
        let made = self.heap.set_str(dict, crate::names::DUNDER_ANNOTATIONS, annotations);
        let (dict, _) = self.grant_memory(made)?;
        let function = self.reg(register);
        self.heap.set_field(function, crate::object::function::F_DICT, dict);
        Ok(())
    }

    /// Binds arguments at word `at` to the parameters of the youngest frame, whose registers are all unbound.
    pub(crate) fn bind_parameters(&mut self, at: usize, n: usize, keywords: usize) -> Result<()> {
        let code = self.frame_code();
        let (positional, posonly, kwonly) = self.heap.code_params(code);
        let flags = self.heap.code_flags(code);
        let fp = self.heap.floor;
        let regs = fp + FRAME;
        let direct = n.min(positional);
        self.heap.mem.copy_within(at..at + direct, regs);
        let named = positional + kwonly;
        let star = named;
        let double = named + (flags & VARARGS != 0) as usize;
        if flags & VARARGS != 0 {
            let extra = n - direct;
            self.reserve(1 + extra)?;
            let tuple = self.heap.alloc_tuple(extra);
            for i in 0..extra {
                let value = Value(self.heap.mem[at + direct + i]);
                self.heap.set_item(tuple, i, value);
            }
            self.set_reg(star, tuple);
        }
        if flags & KEYWORDS != 0 {
            let made = self.heap.new_dict();
            let dict = self.grant_memory(made)?;
            self.set_reg(double, dict);
        }
        for i in 0..keywords {
            let names = self.heap.root(Root::CallKeywords);
            let name = self.heap.item(names, i);
            let value = Value(self.heap.mem[at + n + i]);
            let code = self.frame_code();
            let parameter = |vm: &Self, p| vm.heap.code_value(code, FIRST_NAME + p);
            let mut found = (posonly..named).find(|&p| parameter(self, p) == name);
            if found.is_none() && name.is_object() {
                // Names made at run time may be equal without being the same.
                found =
                    (posonly..named).find(|&p| self.heap.quick_eq(parameter(self, p), name, 0) == Some(true));
            }
            match found {
                Some(p) => {
                    if !self.reg(p).is_unbound() {
                        return Err(self.parameter_error(|vm, out| {
                            write!(out, "got multiple values for argument '{}'", vm.heap.text(name).as_str())
                        }));
                    }
                    self.set_reg(p, value);
                }
                None if flags & KEYWORDS != 0 => {
                    let dict = self.reg(double);
                    let made = self.heap.set_str(dict, name, value);
                    let (dict, _) = self.grant_memory(made)?;
                    self.set_reg(double, dict);
                }
                None => return Err(self.unexpected_keyword(name, posonly, keywords)),
            }
        }
        if n > positional && flags & VARARGS == 0 {
            return Err(self.too_many_positional(n));
        }
        // Defaults, then what is missing.
        let function = self.frame_function();
        let defaults = self.heap.field(function, F_DEFAULTS);
        if self.heap.is_kind(defaults, Kind::Tuple) {
            let count = self.heap.tuple_len(defaults).min(positional);
            let skip = self.heap.tuple_len(defaults) - count;
            for i in 0..count {
                let p = positional - count + i;
                if self.reg(p).is_unbound() {
                    let value = self.heap.item(defaults, skip + i);
                    self.set_reg(p, value);
                }
            }
        }
        if (0..positional).any(|p| self.reg(p).is_unbound()) {
            return Err(self.missing_arguments(0, positional, "positional"));
        }
        let kwdefaults = self.heap.field(function, F_KWDEFAULTS);
        for p in positional..named {
            if self.reg(p).is_unbound() && self.heap.is_kind(kwdefaults, Kind::Dict) {
                let name = self.heap.code_value(self.frame_code(), FIRST_NAME + p);
                if let Some(value) = self.heap.get_str(kwdefaults, name) {
                    self.set_reg(p, value);
                }
            }
        }
        if (positional..named).any(|p| self.reg(p).is_unbound()) {
            return Err(self.missing_arguments(positional, named, "keyword-only"));
        }
        Ok(())
    }

    fn parameter_error(
        &mut self,
        write: impl FnOnce(&Self, &mut dyn core::fmt::Write) -> core::fmt::Result,
    ) -> Trap {
        let dict = self.heap.field(self.frame_function(), crate::object::function::F_DICT);
        let changed =
            if dict.is_object() { self.heap.get_str(dict, crate::names::DUNDER_QUALNAME) } else { None };
        let qualname = changed.unwrap_or_else(|| self.heap.code_value(self.frame_code(), 2));
        self.raise_with(Type::TypeError, |vm, out| {
            let qualname = vm.heap.text(qualname);
            let name = qualname.as_str();
            out.write_str(if vm.in_frozen() { visible_name(name) } else { name })?;
            out.write_str("() ")?;
            write(vm, out)
        })
    }

    fn unexpected_keyword(&mut self, name: Value, posonly: usize, keywords: usize) -> Trap {
        let code = self.frame_code();
        let names = self.heap.root(Root::CallKeywords);
        // Positional-only parameters given by name have a message of their own.
        let is_posonly = |vm: &Self, name: Value| {
            (0..posonly)
                .any(|p| vm.heap.quick_eq(vm.heap.code_value(code, FIRST_NAME + p), name, 0) == Some(true))
        };
        if (0..keywords).any(|i| is_posonly(self, self.heap.item(names, i))) {
            return self.parameter_error(|vm, out| {
                out.write_str("got some positional-only arguments passed as keyword arguments: '")?;
                let mut first = true;
                for p in 0..posonly {
                    let parameter = vm.heap.code_value(code, FIRST_NAME + p);
                    let given = (0..keywords)
                        .any(|i| vm.heap.quick_eq(vm.heap.item(names, i), parameter, 0) == Some(true));
                    if given {
                        if !first {
                            out.write_str(", ")?;
                        }
                        first = false;
                        out.write_str(vm.heap.text(parameter).as_str())?;
                    }
                }
                out.write_str("'")
            });
        }
        self.parameter_error(|vm, out| {
            write!(out, "got an unexpected keyword argument '{}'", vm.heap.text(name).as_str())
        })
    }

    fn too_many_positional(&mut self, given: usize) -> Trap {
        let code = self.frame_code();
        let (positional, _, kwonly) = self.heap.code_params(code);
        let defaults = self.heap.field(self.frame_function(), F_DEFAULTS);
        let optional =
            if self.heap.is_kind(defaults, Kind::Tuple) { self.heap.tuple_len(defaults) } else { 0 };
        let kwgiven = (positional..positional + kwonly).filter(|&p| !self.reg(p).is_unbound()).count();
        self.parameter_error(|_, out| {
            out.write_str("takes ")?;
            if optional > 0 {
                write!(out, "from {} to {positional}", positional.saturating_sub(optional))?;
            } else {
                write!(out, "{positional}")?;
            }
            let plural = if positional == 1 && optional == 0 { "" } else { "s" };
            write!(out, " positional argument{plural} but {given}")?;
            if kwgiven > 0 {
                let (a, b) = (if given == 1 { "" } else { "s" }, if kwgiven == 1 { "" } else { "s" });
                write!(out, " positional argument{a} (and {kwgiven} keyword-only argument{b}) were given")
            } else {
                write!(out, " {} given", if given == 1 { "was" } else { "were" })
            }
        })
    }

    fn missing_arguments(&mut self, from: usize, to: usize, kind: &str) -> Trap {
        let code = self.frame_code();
        let count = (from..to).filter(|&p| self.reg(p).is_unbound()).count();
        self.parameter_error(|vm, out| {
            let plural = if count == 1 { "" } else { "s" };
            write!(out, "missing {count} required {kind} argument{plural}: ")?;
            let mut seen = 0;
            for p in from..to {
                if !vm.reg(p).is_unbound() {
                    continue;
                }
                seen += 1;
                if seen > 1 {
                    out.write_str(match (seen == count, count) {
                        (true, 2) => " and ",
                        (true, _) => ", and ",
                        _ => ", ",
                    })?;
                }
                write!(out, "'{}'", vm.heap.text(vm.heap.code_value(code, FIRST_NAME + p)).as_str())?;
            }
            Ok(())
        })
    }

    pub(crate) fn op_copy_free(&mut self, w: u64) -> Result<()> {
        let closure = self.heap.field(self.frame_function(), F_CLOSURE);
        let n = op::b(w);
        if !self.heap.is_kind(closure, Kind::Tuple) || self.heap.tuple_len(closure) != n {
            return Err(self.raise(Type::SystemError, "the closure does not fit the code"));
        }
        for i in 0..n {
            let cell = self.heap.item(closure, i);
            if !self.heap.is_kind(cell, Kind::Cell) {
                return Err(self.raise(Type::SystemError, "the closure holds what is no cell"));
            }
            self.set_reg(op::a(w) + i, cell);
        }
        Ok(())
    }

    pub(crate) fn op_make_cell(&mut self, w: u64) -> Result<()> {
        self.reserve(2)?;
        let value = if op::b(w) == 0xFFFF { Value::UNBOUND } else { self.reg(op::b(w)) };
        let cell = self.heap.alloc_cell(value);
        self.set_reg(op::a(w), cell);
        Ok(())
    }

    /// A function over a code object, for modules and `exec`.
    pub(crate) fn new_function(&mut self, code: Value, globals: Value) -> Result {
        let mark = self.heap.held_mark();
        let (c, g) = (self.heap.hold(code), self.heap.hold(globals));
        let room = self.reserve(FUNCTION_WORDS);
        let (code, globals) = (self.heap.held(c), self.heap.held(g));
        self.heap.release_to(mark);
        room?;
        Ok(self.heap.alloc_function(code, globals, Value::NULL, Value::NULL, Value::NULL))
    }

    /// Function field, for other parts of the interpreter.
    pub(crate) fn function_globals(&self, function: Value) -> Value {
        self.heap.field(function, F_GLOBALS)
    }

    /// Code of a function: full or stub.
    pub(crate) fn function_code(&self, function: Value) -> Value {
        self.heap.field(function, F_CODE)
    }
}

/// What scripts call a function of the library. There `dumps` of `json` is `_json_dumps`, and its classes are made in
/// functions.
fn visible_name(name: &str) -> &str {
    if let Some((_, inner)) = name.rsplit_once("<locals>.") {
        return inner;
    }
    name.strip_prefix('_').and_then(|rest| rest.split_once('_')).map_or(name, |(_, rest)| rest)
}
