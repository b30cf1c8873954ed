//! Getting programs in: images into the block, source through the compiler, the first frame of a run.

use super::frame::{Cont, meta};
use crate::heap::{Kind, Root};
use crate::native::Result;
use crate::object::bytes::bytes_words;
use crate::types::Type;
use crate::value::Value;
use crate::vm::{CompileError, CompileRequest, Exit, FRAME, Vm};

/// Why a program could not be loaded.
#[derive(Debug)]
pub enum LoadError {
    /// The bytes are no image.
    Image(hognose_image::ImageError),
    /// The image is not well-formed.
    Check(super::Message),
    /// The source text was refused.
    Source(CompileError),
    /// The block is too small.
    Memory,
    /// This engine has no compiler.
    NoCompiler,
}

impl core::fmt::Display for LoadError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            LoadError::Image(error) => write!(f, "not an image: {error}"),
            LoadError::Check(message) => {
                write!(
                    f,
                    "the image is not well-formed: {}",
                    core::str::from_utf8(message.as_bytes()).unwrap_or("")
                )
            }
            LoadError::Source(error) => {
                write!(f, "line {}: {}: {}", error.at[0], error.kind.name(), error.text())
            }
            LoadError::Memory => f.write_str("the block is too small"),
            LoadError::NoCompiler => f.write_str("this engine has no compiler: only images can be loaded"),
        }
    }
}

impl<'m> Vm<'m> {
    /// Copies an image into the block and checks it. Gives the image object.
    pub fn load_image(&mut self, bytes: &[u8]) -> core::result::Result<Value, LoadError> {
        self.load_image_with(bytes.len(), &mut |target| target.copy_from_slice(bytes))
    }

    /// The same of an image of that many bytes that `fill` puts where it is told to: it need not be in memory before.
    pub fn load_image_with(
        &mut self,
        len: usize,
        fill: &mut dyn FnMut(&mut [u8]),
    ) -> core::result::Result<Value, LoadError> {
        self.heap.reserve(bytes_words(len)).map_err(|_| LoadError::Memory)?;
        let image = self.heap.alloc_blob(Kind::Image, len);
        let at = image.offset() + 2;
        let words = len.div_ceil(8);
        let target: &mut [u8] = bytemuck::cast_slice_mut(&mut self.heap.mem[at..at + words]);
        fill(target.get_mut(..len).unwrap_or(&mut []));
        self.check_image(image)
    }

    /// The same of an image that was checked before, such as when firmware was made that has it inside. One that is not
    /// well-formed gives wrong results, or a panic.
    pub fn load_trusted_image(&mut self, bytes: &[u8]) -> core::result::Result<Value, LoadError> {
        hognose_image::Image::parse(bytes).map_err(LoadError::Image)?;
        let len = bytes.len();
        self.heap.reserve(bytes_words(len)).map_err(|_| LoadError::Memory)?;
        let image = self.heap.alloc_blob(Kind::Image, len);
        let at = image.offset() + 2;
        let target: &mut [u8] = bytemuck::cast_slice_mut(&mut self.heap.mem[at..at + len.div_ceil(8)]);
        for (to, from) in target.iter_mut().zip(bytes) {
            *to = *from;
        }
        Ok(image)
    }

    /// Checks an image object.
    pub(crate) fn check_image(&mut self, image: Value) -> core::result::Result<Value, LoadError> {
        let scratch = {
            let view = hognose_image::Image::parse(self.heap.blob(image)).map_err(LoadError::Image)?;
            hognose_image::check_scratch_words(&view)
        };
        let words = scratch.div_ceil(2) + 1;
        let place = self.heap.hold(image);
        let room = self.heap.reserve(words);
        let image = self.heap.held(place);
        self.heap.release(place);
        room.map_err(|_| LoadError::Memory)?;
        self.charge(scratch);
        let top = self.heap.top;
        let (low, gap) = self.heap.mem.split_at_mut(top);
        let len = low[image.offset() + 1] as u32 as usize;
        let bytes: &[u8] = bytemuck::cast_slice(&low[image.offset() + 2..]);
        let view = hognose_image::Image::trusted(&bytes[..len]);
        let scratch: &mut [u32] = bytemuck::cast_slice_mut(&mut gap[..words]);
        match hognose_image::check(&view, scratch) {
            Ok(_) => Ok(image),
            Err(error) => {
                let mut message = super::Message::default();
                let _ = core::fmt::Write::write_fmt(&mut message, format_args!("{error}"));
                Err(LoadError::Check(message))
            }
        }
    }

    /// Compiles source text into an image object. The text comes from outside the block.
    pub fn compile(&mut self, request: &CompileRequest<'_>) -> core::result::Result<Value, LoadError> {
        let Some(compiler) = self.compiler else { return Err(LoadError::NoCompiler) };
        self.charge(request.source.len());
        // All free memory is scratch; the image is left at its start. First with what is free now, then after a collection.
        for attempt in 0..2 {
            if attempt == 1 {
                self.heap.collect_hard();
            }
            let top = self.heap.top;
            let end = self.heap.floor.saturating_sub(32);
            if end <= top + 2 {
                continue;
            }
            let len = match compiler.compile(request, &mut self.heap.mem[top + 2..end]) {
                Ok(len) => len,
                Err(error) if error.kind == Type::MemoryError && attempt == 0 => continue,
                Err(error) if error.kind == Type::MemoryError => return Err(LoadError::Memory),
                Err(error) => return Err(LoadError::Source(error)),
            };
            let words = bytes_words(len);
            if top + words > end {
                continue;
            }
            // The bytes are in place already: the object is put around them.
            self.heap.mem[top] = crate::heap::header::header(Kind::Image, 0, 0, words as u32);
            self.heap.mem[top + 1] = len as u64;
            self.heap.top = top + words;
            if self.heap.limit < self.heap.top {
                self.heap.limit = self.heap.top;
            }
            return self.check_image(Value::object(top as u32));
        }
        Err(LoadError::Memory)
    }

    /// Code object (stub) of the top level of module `index` of an image.
    pub(crate) fn module_code(&mut self, image: Value, index: u32) -> Result {
        let code = {
            let view = hognose_image::Image::trusted(self.image_bytes(image));
            view.module(index).map(|m| m.code)
        };
        let Some(code) = code else {
            return Err(self.raise(Type::SystemError, "no such module in the image"));
        };
        let made = self.heap.new_stub(image, code);
        self.grant_memory(made)
    }

    /// Starts the main module of an image: its first frame is pushed, [`Vm::run`] runs it.
    pub fn start(&mut self, image: Value) -> Result<()> {
        let place = self.heap.hold(image);
        let result = self.start_held(place);
        self.heap.release(place);
        result
    }

    fn start_held(&mut self, image: crate::heap::Held) -> Result<()> {
        let made = self.heap.new_module(0);
        let module = self.grant_memory(made)?;
        let module = self.heap.hold(module);
        let modules = self.modules_dict()?;
        let module_value = self.heap.held(module);
        let made = self.heap.set_str(modules, crate::names::DUNDER_MAIN, module_value);
        self.grant_memory(made)?;
        self.describe_module(module, crate::names::DUNDER_MAIN, Value::NONE)?;
        let builtins = self.builtins_module()?;
        let dict = self.heap.module_dict(self.heap.held(module));
        let made = self.heap.set_str(dict, crate::names::DUNDER_BUILTINS, builtins);
        self.grant_memory(made)?;
        let file = {
            let view = hognose_image::Image::trusted(self.image_bytes(self.heap.held(image)));
            view.module(0).map(|m| m.file)
        };
        if let Some(file) = file {
            let image_value = self.heap.held(image);
            let text = self.image_constant(image_value, file, true)?;
            let dict = self.heap.module_dict(self.heap.held(module));
            let made = self.heap.set_str(dict, crate::names::DUNDER_FILE, text);
            self.grant_memory(made)?;
        }
        let image_value = self.heap.held(image);
        // Imports find the other modules of the image through this.
        self.heap.set_root(Root::FrozenImage, image_value);
        let stub = self.module_code(image_value, 0)?;
        let dict = self.heap.module_dict(self.heap.held(module));
        self.enter(stub, dict, dict)
    }

    /// Pushes an entry frame for a code object without parameters over globals and a namespace.
    pub fn enter(&mut self, code: Value, globals: Value, namespace: Value) -> Result<()> {
        let mark = self.heap.held_mark();
        let (g, n) = (self.heap.hold(globals), self.heap.hold(namespace));
        let code = self.lower(code)?;
        let function = self.new_function(code, self.heap.held(g))?;
        let f = self.heap.hold(function);
        let words = self.heap.code_registers(self.function_code(function)) + FRAME;
        self.room_for_frame(words)?;
        let (function, globals, namespace) = (self.heap.held(f), self.heap.held(g), self.heap.held(n));
        self.heap.release_to(mark);
        let fp = self.heap.floor - words;
        let mem = &mut self.heap.mem;
        mem[fp] = self.pc as u64 | (words as u64) << 32;
        mem[fp + 1] = meta(Cont::Entry, 0, 0);
        mem[fp + 2] = function.0;
        mem[fp + 3] = Value::NULL.0;
        mem[fp + FRAME..fp + words].fill(Value::UNBOUND.0);
        self.heap.floor = fp;
        if namespace != globals {
            self.set_frame_namespace(fp, namespace);
        }
        self.depth += 1;
        self.pc = self.heap.code_start(self.frame_code());
        Ok(())
    }

    /// Calls anything that can be called from the host, with at most 8 arguments; [`Vm::run`] runs it and leaves the value
    /// in the root `Result`. A program that has not ended stays below and goes on with the next run after that. An error:
    /// the call could not begin, and the exception is in `Result`.
    pub fn start_call(&mut self, callable: Value, args: &[Value]) -> Result<()> {
        let (floor, depth) = (self.heap.floor, self.depth);
        let called = if self.heap.is_kind(callable, Kind::Function) {
            self.call_values(callable, args, Cont::Entry, 0)
        } else {
            self.call_by_frozen(callable, args)
        };
        match called {
            Ok(super::Called::Value(value)) => {
                self.heap.set_root(Root::Result, value);
                self.returned = true;
                Ok(())
            }
            Ok(super::Called::Frame) => Ok(()),
            Err(trap) => {
                self.drop_call(floor, depth);
                Err(trap)
            }
        }
    }

    /// Natives may wait or run in slices: they are called by an instruction that can run again.
    fn call_by_frozen(&mut self, callable: Value, args: &[Value]) -> Result<super::Called> {
        let mark = self.heap.held_mark();
        let place = self.heap.hold(callable);
        let made = self.heap.new_tuple(args);
        let tuple = match self.grant_memory(made) {
            Ok(tuple) => self.heap.hold(tuple),
            Err(trap) => {
                self.heap.release_to(mark);
                return Err(trap);
            }
        };
        let function = self.frozen_function("_call_from_host");
        let (callable, tuple) = (self.heap.held(place), self.heap.held(tuple));
        self.heap.release_to(mark);
        self.call_values(function?, &[callable, tuple], Cont::Entry, 0)
    }

    /// Calls a frozen function of the library from the host with one argument.
    pub fn start_frozen(&mut self, name: &'static str, argument: Value) -> Result<()> {
        let place = self.heap.hold(argument);
        let function = self.frozen_function(name);
        let argument = self.heap.held(place);
        self.heap.release(place);
        self.start_call(function?, &[argument])
    }

    /// Runs on with that much fuel.
    pub fn run(&mut self, fuel: u64) -> Exit {
        self.grant(fuel);
        self.execute()
    }

    /// Drops all frames: the program ends where it stands, nothing of it runs any more.
    pub fn abandon(&mut self) {
        self.heap.floor = self.heap.map;
        self.depth = 0;
        self.returned = false;
        self.heap.set_root(Root::Handled, Value::NONE);
        self.heap.set_root(Root::Raised, Value::NULL);
        self.heap.release_to(0);
        self.heap.forget_tail();
        self.heap.set_gc_enabled(true);
        // The one that every lack of memory is must not keep frames, or what a script hung on it.
        let error = self.heap.root(Root::MemoryError);
        let empty = self.heap.root(Root::EmptyTuple);
        self.heap.clear_exception(error, empty);
    }

    /// Drops the program with all that it left: its modules, what it put among the built-in names, its result. Another one
    /// begins as in a new engine, but for what the host holds.
    pub fn forget_program(&mut self) {
        self.abandon();
        for root in [Root::Modules, Root::Builtins, Root::FrozenImage, Root::Program, Root::Reported] {
            self.heap.set_root(root, Value::NULL);
        }
        self.heap.set_root(Root::Result, Value::NONE);
        self.depth_limit = self.host_depth_limit;
    }

    /// The answer to a pending host call: the value of the call instruction that waits.
    pub fn answer(&mut self, value: Value) -> Result<()> {
        if self.has_frames() && self.frame_flags(self.heap.floor) & super::frame::CARRIER != 0 {
            return self.deliver(Cont::Normal, 0, value);
        }
        if !self.runs() {
            return Err(self.raise(Type::SystemError, "no host call is waiting"));
        }
        let w = self.current();
        use crate::lower::op;
        match w as u8 {
            op::CALL | op::CALLM => self.set_reg(op::c(w), value),
            op::CALLK | op::CALLMK | op::CALLX => self.set_reg(op::a(w), value),
            _ => return Err(self.raise(Type::SystemError, "no host call is waiting")),
        }
        Ok(())
    }
}
