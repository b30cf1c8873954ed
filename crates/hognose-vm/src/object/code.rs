//! Code objects. A stub stands for a code object of an image that was not called yet; lowering makes the full one.
//!
//! ```text
//! stub   [index u32, module u32] [flags] image full
//! full   w1 instructions u32, caches u32
//!        w2 registers u16, 1 + arguments of the fast call u16 (0: none), own cells u16, free cells u16
//!        w3 positional u16, positional-only u16, keyword-only u16, flags u16
//!        w4 index in the image u32, values u32
//!        w5 handlers u32, locals u32
//!        values: image, name, qualname, parameter names, constants
//!        instructions, one word each (see `lower::op`)
//!        handlers, two words each: [start u32, end u32] [target u32, register u32]
//!        caches, three words each: name, key, value
//! ```
//!
//! A pc counts words from the start of the code object, so it stays right when the object moves.

use crate::heap::{Heap, Kind, OutOfMemory};
use crate::value::Value;

/// Words of a stub.
pub const STUB_WORDS: usize = 5;
/// Words of a full code object before its values.
pub const CODE_RAW: usize = 6;
/// Words of one inline cache.
pub const CACHE_WORDS: usize = 3;
/// Values before the parameter names.
pub const FIRST_NAME: usize = 3;

/// Flag in w3: plain positional parameters only, no generator: the fast call.
pub const SIMPLE: u16 = 1 << 15;
/// Flag in w3: `*args`.
pub const VARARGS: u16 = 1;
/// Flag in w3: `**kwargs`.
pub const KEYWORDS: u16 = 2;
/// Flag in w3: calling makes a generator.
pub const GENERATOR: u16 = 4;
/// Flag in w3: calling makes a coroutine.
pub const COROUTINE: u16 = 8;
/// Flag in w3: calling makes an asynchronous generator.
pub const ASYNC_GENERATOR: u16 = 16;
/// Flag in w3: locals are a mapping (module, class body, exec).
pub const NAMESPACE: u16 = 32;
/// Flag in w3: not shown in tracebacks.
pub const HIDDEN: u16 = 128;

/// Words of the values of a full code object, as indices into the block.
pub(crate) fn value_words(mem: &[u64], at: usize) -> (usize, usize) {
    let values = (mem[at + 4] >> 32) as usize;
    (at + CODE_RAW, at + CODE_RAW + values)
}

/// Words of its caches, as indices into the block.
pub(crate) fn cache_words(mem: &[u64], at: usize) -> core::ops::Range<usize> {
    let caches = (mem[at + 1] >> 32) as usize * CACHE_WORDS;
    let end = at + (mem[at] >> 32) as usize;
    end - caches..end
}

impl Heap<'_> {
    /// A stub for a code object of an image (null: the frozen library). May reserve and move.
    pub(crate) fn new_stub(&mut self, image: Value, index: u32) -> Result<Value, OutOfMemory> {
        let place = self.hold(image);
        let room = self.reserve(STUB_WORDS);
        let image = self.held(place);
        self.release(place);
        room?;
        let at = self.alloc_values(Kind::CodeStub, 0, 2, 2, Value::NULL);
        self.mem[at + 1] = index as u64;
        self.mem[at + 3] = image.0;
        Ok(Value::object(at as u32))
    }

    /// The full code object behind a stub or itself; null when it is not lowered yet.
    #[inline]
    pub(crate) fn full_code(&self, code: Value) -> Value {
        if self.is_kind(code, Kind::CodeStub) { self.field(code, 4) } else { code }
    }

    /// Image of a code object or stub: an image object, or null for the frozen library.
    pub(crate) fn code_image(&self, code: Value) -> Value {
        if self.is_kind(code, Kind::CodeStub) { self.field(code, 3) } else { self.field(code, CODE_RAW) }
    }

    /// Index in its image.
    pub(crate) fn code_index(&self, code: Value) -> u32 {
        if self.is_kind(code, Kind::CodeStub) { self.word(code, 1) as u32 } else { self.word(code, 4) as u32 }
    }

    /// Number of values.
    #[inline]
    pub(crate) fn code_values(&self, code: Value) -> usize {
        (self.word(code, 4) >> 32) as usize
    }

    /// Value `i`: image, name, qualname, parameter names, constants.
    #[inline]
    pub(crate) fn code_value(&self, code: Value, i: usize) -> Value {
        self.field(code, CODE_RAW + i)
    }

    /// pc of the first instruction.
    #[inline]
    pub(crate) fn code_start(&self, code: Value) -> usize {
        CODE_RAW + self.code_values(code)
    }

    /// Number of instructions.
    #[inline]
    pub(crate) fn code_len(&self, code: Value) -> usize {
        self.word(code, 1) as u32 as usize
    }

    /// Registers, locals included.
    #[inline]
    pub(crate) fn code_registers(&self, code: Value) -> usize {
        self.word(code, 2) as u16 as usize
    }

    /// Locals.
    #[inline]
    pub(crate) fn code_locals(&self, code: Value) -> usize {
        (self.word(code, 5) >> 32) as usize
    }

    /// Own cells and free cells.
    #[inline]
    pub(crate) fn code_cells(&self, code: Value) -> (usize, usize) {
        let word = self.word(code, 2);
        ((word >> 32) as u16 as usize, (word >> 48) as usize)
    }

    /// Positional, positional-only, keyword-only parameters.
    #[inline]
    pub(crate) fn code_params(&self, code: Value) -> (usize, usize, usize) {
        let word = self.word(code, 3);
        (word as u16 as usize, (word >> 16) as u16 as usize, (word >> 32) as u16 as usize)
    }

    /// Flags: [`SIMPLE`] and the others.
    #[inline]
    pub(crate) fn code_flags(&self, code: Value) -> u16 {
        (self.word(code, 3) >> 48) as u16
    }

    /// The handler for an exception at pc: target pc and register of the exception.
    pub(crate) fn code_handler(&self, code: Value, pc: usize) -> Option<(usize, usize)> {
        let n = self.word(code, 5) as u32 as usize;
        let first = code.offset() + self.code_start(code) + self.code_len(code);
        for i in 0..n {
            let (range, goal) = (self.mem[first + 2 * i], self.mem[first + 2 * i + 1]);
            if pc >= range as u32 as usize && pc < (range >> 32) as usize {
                return Some((goal as u32 as usize, (goal >> 32) as usize));
            }
        }
        None
    }
}
