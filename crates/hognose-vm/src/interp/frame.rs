//! Frames on the stack, and what happens with the value when one returns.
//!
//! ```text
//! fp + 0   caller's pc u32 | words of this frame u32
//!      1   continuation u8, flags u8, result register u16
//!      2   function
//!      3   code object of the frame below, where the value just goes into a register of that; or what the flags say: a
//!          namespace (module and class bodies, exec), the dict that `locals()` gave, a generator; or null
//!      4.. registers
//! ```
//!
//! A *carrier* frame holds arguments for calls that do not come from a call instruction; its registers are a spare slot and
//! the arguments. It never runs. The frame above it hands its value through it.

use crate::heap::{Kind, Root};
use crate::native::{Result, Trap};
use crate::object::function::F_CODE;
use crate::types::Type;
use crate::value::{NARROW, Value};
use crate::vm::{FRAME, Vm};

/// What to do with the value that a frame returns, in the frame below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Cont {
    /// Into the result register.
    Normal = 0,
    /// The run is over.
    Entry,
    /// Nothing.
    Discard,
    /// `__init__`: must be None; the instance waits in the slot before the arguments.
    Init,
    /// `__bool__`: finish the instruction with it.
    Bool,
    /// `__len__` asked for truth.
    LenTruth,
    /// A binary operator's first method.
    Binary,
    /// A binary operator's second method.
    BinaryLast,
    /// An in-place method.
    InPlace,
    /// A comparison's first method.
    Compare,
    /// A comparison's second method.
    CompareLast,
    /// `__contains__`: the truth of it.
    Contains,
    /// `__next__` or a generator in a `for`.
    For,
    /// `__iter__`: must be an iterator.
    Iter,
    /// A step of `yield from`.
    YieldFrom,
    /// A generator's step asked by `next`, `send`, `throw`: the end is StopIteration.
    Step,
    /// A unary operator: into the result register.
    Unary,
    /// A module body that an import runs: the module waits in the spare slot of the carrier.
    Import,
    /// `__format__`, `__str__`, `__repr__`: must be a string.
    Text,
    /// A tuple that the instruction spreads over registers.
    Spread,
    /// `__set_name__` and the like of class building, see `interp::class`.
    ClassBody,
}

impl Cont {
    pub(crate) fn from_byte(byte: u8) -> Cont {
        const ALL: [Cont; 21] = [
            Cont::Normal,
            Cont::Entry,
            Cont::Discard,
            Cont::Init,
            Cont::Bool,
            Cont::LenTruth,
            Cont::Binary,
            Cont::BinaryLast,
            Cont::InPlace,
            Cont::Compare,
            Cont::CompareLast,
            Cont::Contains,
            Cont::For,
            Cont::Iter,
            Cont::YieldFrom,
            Cont::Step,
            Cont::Unary,
            Cont::Import,
            Cont::Text,
            Cont::Spread,
            Cont::ClassBody,
        ];
        ALL.get(byte as usize).copied().unwrap_or(Cont::Normal)
    }
}

/// Flag of a frame: its namespace word is a generator.
pub(crate) const GENERATOR_FRAME: u8 = 1;
/// Flag of a frame: it carries arguments and never runs.
pub(crate) const CARRIER: u8 = 2;

/// Flag of a frame: the frame below is a carrier, so returning is not just a register.
pub(crate) const ON_CARRIER: u8 = 4;

/// Flag of a frame: its namespace word is a namespace of its own or the dict of its variables, or null.
pub(crate) const OWN_NAMESPACE: u8 = 8;

/// Builds a meta word.
pub(crate) const fn meta(cont: Cont, flags: u8, dst: u16) -> u64 {
    cont as u64 | (flags as u64) << 8 | (dst as u64) << 16
}

/// More words than these are copied by what the compiler makes of large copies.
const FEW: usize = 12;

/// Copies words that do not overlap; None, with some of them copied, when they are not all in the block. Few words go one by
/// one: frames are small, and setting up a wide copy takes longer than that.
#[inline(always)]
pub(crate) fn copy_words(mem: &mut [u64], from: usize, to: usize, n: usize) -> Option<()> {
    if n > FEW {
        mem.get(from..from + n)?;
        mem.get(to..to + n)?;
        mem.copy_within(from..from + n, to);
        return Some(());
    }
    for i in 0..n {
        *mem.get_mut(to + i)? = *mem.get(from + i)?;
    }
    Some(())
}

/// Copies words one by one, as many as both have: for calls, which have few arguments, most of them one. The second way is
/// for machines where it takes fewer instructions; on others it becomes a wide copy.
#[inline(always)]
pub(crate) fn copy_few(mut from: &[u64], mut to: &mut [u64]) {
    if !NARROW {
        while let ([word, words @ ..], [place, places @ ..]) = (from, to) {
            *place = *word;
            (from, to) = (words, places);
        }
        return;
    }
    let ([word, words @ ..], [place, places @ ..]) = (from, to) else { return };
    *place = *word;
    if places.is_empty() {
        return;
    }
    for i in 0..places.len() {
        let (Some(place), Some(word)) = (places.get_mut(i), words.get(i)) else { break };
        *place = *word;
    }
}

/// Unbinds registers, two at a time; a plain loop for the same reason.
#[inline(always)]
pub(crate) fn unbind(mut registers: &mut [u64]) {
    while let [first, second, rest @ ..] = registers {
        *first = Value::UNBOUND.0;
        *second = Value::UNBOUND.0;
        registers = rest;
    }
    if let [last, ..] = registers {
        *last = Value::UNBOUND.0;
    }
}

impl Vm<'_> {
    /// Words of the frame at `fp`.
    #[inline]
    pub(crate) fn frame_words(&self, fp: usize) -> usize {
        (self.heap.mem[fp] >> 32) as usize
    }

    /// Flags of the frame at `fp`.
    #[inline]
    pub(crate) fn frame_flags(&self, fp: usize) -> u8 {
        (self.heap.mem[fp + 1] >> 8) as u8
    }

    /// Flag for a frame about to be pushed on the youngest one.
    #[inline]
    pub(crate) fn carried(&self) -> u8 {
        if self.has_frames() && self.frame_flags(self.heap.floor) & CARRIER != 0 { ON_CARRIER } else { 0 }
    }

    /// Code object of the youngest frame, for one about to be pushed on it; null when that does not run.
    #[inline]
    pub(crate) fn code_below(&self) -> Value {
        if self.runs() { self.frame_code() } else { Value::NULL }
    }

    /// Gives the frame at `fp` a namespace of its own. Its return takes the long way then.
    pub(crate) fn set_frame_namespace(&mut self, fp: usize, namespace: Value) {
        self.heap.mem[fp + 1] |= meta(Cont::Normal, OWN_NAMESPACE, 0);
        self.heap.mem[fp + 3] = namespace.0;
    }

    /// Makes sure that `words` more words of stack are free; every object may move.
    pub(crate) fn room_for_frame(&mut self, words: usize) -> Result<()> {
        if self.heap.floor < words || self.heap.floor - words < self.heap.limit.max(self.heap.top + 24) {
            self.heap.reserve_frame(words).map_err(|_| self.out_of_memory())?;
        }
        Ok(())
    }

    /// Pushes a carrier with room for `count` arguments, all None; the arguments start at the word it gives.
    pub(crate) fn push_carrier(&mut self, count: usize, cont: Cont, dst: u16) -> Result<usize> {
        let words = FRAME + 1 + count;
        self.room_for_frame(words)?;
        let fp = self.heap.floor - words;
        let mem = &mut self.heap.mem;
        mem[fp] = self.pc as u64 | (words as u64) << 32;
        mem[fp + 1] = meta(cont, CARRIER, dst);
        mem[fp + 2] = Value::NULL.0;
        mem[fp + 3] = Value::NULL.0;
        mem[fp + 4..fp + words].fill(Value::NONE.0);
        self.heap.floor = fp;
        Ok(fp + FRAME + 1)
    }

    /// Drops the youngest frame and goes back to the pc below it.
    #[inline]
    pub(crate) fn pop_frame(&mut self) {
        let fp = self.heap.floor;
        self.pc = self.heap.mem[fp] as u32 as usize;
        self.heap.floor = fp + (self.heap.mem[fp] >> 32) as usize;
    }

    /// A frame of the running program returned `value` and is still there: drops it and does what its continuation says.
    #[inline(never)]
    pub(crate) fn return_value(&mut self, value: Value) -> Result<()> {
        let fp = self.heap.floor;
        let word = self.heap.mem[fp + 1];
        if (word >> 8) as u8 & GENERATOR_FRAME != 0 {
            return self.generator_returned(value);
        }
        self.depth = self.depth.saturating_sub(1);
        self.pop_frame();
        self.deliver(Cont::from_byte(word as u8), (word >> 16) as u16, value)
    }

    /// Gives a value to the frame below, which is the youngest now, through carriers if there are any.
    pub(crate) fn deliver(&mut self, cont: Cont, dst: u16, value: Value) -> Result<()> {
        let fp = self.heap.floor;
        // What the host called returns to the host, also when the program below waits inside a call.
        if cont != Cont::Entry && fp < self.heap.map && self.frame_flags(fp) & CARRIER != 0 {
            return self.deliver_to_carrier(cont, value);
        }
        self.finish(cont, dst, value)
    }

    /// The frame below is a carrier: first what the call itself wanted, then on with the carrier's own continuation.
    fn deliver_to_carrier(&mut self, cont: Cont, value: Value) -> Result<()> {
        let fp = self.heap.floor;
        let result = match cont {
            Cont::Init => {
                self.check_init(value)?;
                Value(self.heap.mem[fp + FRAME])
            }
            Cont::Import => Value(self.heap.mem[fp + FRAME]),
            Cont::Entry => value,
            _ => value,
        };
        if cont == Cont::Import {
            self.import_finished(result)?;
        }
        let word = self.heap.mem[fp + 1];
        self.pop_frame();
        self.deliver(Cont::from_byte(word as u8), (word >> 16) as u16, result)
    }

    /// The value of a call made by an instruction (or a carrier) whose frame is the youngest now.
    pub(crate) fn finish(&mut self, cont: Cont, dst: u16, value: Value) -> Result<()> {
        match cont {
            Cont::Spread => return self.spread_returned(value),
            Cont::Normal | Cont::Step | Cont::Unary | Cont::Import | Cont::ClassBody => {
                self.set_reg(dst as usize, value)
            }
            Cont::Discard => {}
            Cont::Entry => {
                self.heap.set_root(Root::Result, value);
                self.returned = true;
                return Ok(());
            }
            Cont::Init => {
                self.check_init(value)?;
                // It waits in the register before the arguments: that of the callable.
                let w = self.current();
                let a = crate::lower::op::a(w);
                let method = matches!(w as u8, crate::lower::op::CALLM | crate::lower::op::CALLMK);
                let place = if method && self.reg(a).is_null() { a + 1 } else { a };
                let instance = self.reg(place);
                self.set_reg(dst as usize, instance);
            }
            Cont::Bool => return self.truth_returned(value),
            Cont::LenTruth => return self.len_truth_returned(value),
            Cont::Binary => return self.binary_returned(dst, value),
            Cont::BinaryLast => return self.binary_last_returned(dst, value),
            Cont::InPlace => return self.in_place_returned(dst, value),
            Cont::Compare => return self.compare_returned(dst, value),
            Cont::CompareLast => return self.compare_last_returned(dst, value),
            Cont::Contains => return self.contains_returned(dst, value),
            Cont::For => self.set_reg(dst as usize, value),
            Cont::Iter => {
                self.check_iterator(value)?;
                self.set_reg(dst as usize, value);
            }
            Cont::YieldFrom => return self.yield_from_stepped(value),
            Cont::Text => {
                if !self.heap.is_str(self.unwrap(value)) {
                    return Err(self.raise(Type::TypeError, "__str__ returned non-string"));
                }
                self.set_reg(dst as usize, value);
            }
        }
        Ok(())
    }

    fn check_init(&mut self, value: Value) -> Result<()> {
        if value.is_none() {
            return Ok(());
        }
        Err(self.raise_with(Type::TypeError, |vm, out| {
            out.write_str("__init__() should return None, not '")?;
            vm.write_type_name(value, out)?;
            out.write_str("'")
        }))
    }

    /// Is there any frame of the program left?
    pub(crate) fn has_frames(&self) -> bool {
        self.heap.floor < self.heap.map
    }

    /// Start of the code object of the youngest frame.
    #[inline]
    pub(crate) fn code_base(&self) -> usize {
        self.heap.field(self.frame_function(), F_CODE).offset()
    }

    /// Is the youngest frame one that runs?
    pub(crate) fn runs(&self) -> bool {
        self.has_frames() && self.heap.is_kind(self.frame_function(), Kind::Function)
    }

    /// For natives that ask for a call: `callable(args)`, whose value becomes the value of the native.
    pub fn tail_call(&mut self, callable: Value, args: &[Value]) -> Trap {
        self.heap.set_root(Root::TailCallable, callable);
        self.tail_count = args.len().min(self.heap.tail.len());
        for i in 0..self.tail_count {
            self.heap.tail[i] = args[i];
        }
        self.tail_args = None;
        Trap::Call
    }

    /// For natives that ask for code to be run over a namespace: class bodies, `exec`. The function takes no arguments;
    /// null stands for its globals.
    pub fn tail_run(&mut self, function: Value, namespace: Value) -> Trap {
        self.heap.set_root(Root::TailNamespace, namespace);
        self.tail_call(function, &[])
    }

    /// For natives that ask for a call with the arguments they got: `callable(*args)`.
    pub fn tail_forward(&mut self, callable: Value, args: Args) -> Trap {
        self.heap.set_root(Root::TailCallable, callable);
        self.tail_args = Some(args);
        Trap::Call
    }
}

use crate::native::Args;
