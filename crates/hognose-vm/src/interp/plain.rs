//! Calls without detours: a function whose parameters are all plain, and a class whose instances need nothing but their
//! `__init__`. Nothing here reserves, moves or raises: what is not that simple is left to [`call`](super::call).

use super::frame::{Cont, copy_words, meta, unbind};
use crate::heap::{Kind, Root};
use crate::lower::op;
use crate::names;
use crate::native::Result;
use crate::object::class;
use crate::object::code::{
    ASYNC_GENERATOR, CODE_RAW, COROUTINE, FIRST_NAME, GENERATOR, KEYWORDS, SIMPLE, VARARGS,
};
use crate::object::dict::{Place, place};
use crate::object::function::{F_CODE, F_DEFAULTS, F_KWDEFAULTS};
use crate::object::instance::INSTANCE_WORDS;
use crate::value::Value;
use crate::vm::{FRAME, Vm};

/// Words of an entry of a dict.
const ENTRY_WORDS: usize = 2;
/// Flags of functions whose calls make more than a frame.
const MORE: u16 = VARARGS | KEYWORDS | GENERATOR | COROUTINE | ASYNC_GENERATOR;
/// Flags of classes whose instances need more than `__init__`.
const SPECIAL: u32 =
    class::HAS_NEW | class::HAS_PAYLOAD | class::IS_EXCEPTION | class::IS_META | class::IS_ABSTRACT;

/// Where in the block the arguments of a call lie: those given by place in a row, those by name with their names.
#[derive(Clone, Copy)]
struct Given {
    /// First argument given by place.
    at: usize,
    /// How many are.
    n: usize,
    /// First name, and the argument that goes with it.
    name: usize,
    value: usize,
    /// Words from one of these to the next.
    stride: usize,
    /// How many are given by name.
    named: usize,
}

/// Fills the parameters at `regs` and unbinds the `registers` after them. None: the arguments do not fit, or not simply.
fn fill(mem: &mut [u64], function: usize, regs: usize, registers: usize, given: Given) -> Option<()> {
    let code = Value(*mem.get(function + F_CODE)?).offset();
    let params = *mem.get(code + 3)?;
    let positional = params as u16 as usize;
    let posonly = (params >> 16) as u16 as usize;
    let named = positional + (params >> 32) as u16 as usize;
    let Given { at, n, .. } = given;
    if n > positional || named > registers {
        return None;
    }
    copy_words(mem, at, regs, n)?;
    unbind(mem.get_mut(regs + n..regs + registers)?);
    let first = code + CODE_RAW + FIRST_NAME;
    let mut bound = n;
    for i in 0..given.named {
        // Names are mostly the very same words; what only equals one is left to the long way.
        let name = *mem.get(given.name + i * given.stride)?;
        let value = *mem.get(given.value + i * given.stride)?;
        let p = mem.get(first + posonly..first + named)?.iter().position(|&p| p == name)? + posonly;
        let place = mem.get_mut(regs + p)?;
        if *place != Value::UNBOUND.0 {
            return None;
        }
        *place = value;
        bound += 1;
    }
    if bound == named {
        return Some(());
    }
    // Defaults for what is left.
    let defaults = Value(*mem.get(function + F_DEFAULTS)?);
    for p in n..positional {
        if *mem.get(regs + p)? == Value::UNBOUND.0 {
            if !defaults.is_object() || *mem.get(defaults.offset())? as u8 != Kind::Tuple as u8 {
                return None;
            }
            let count = (*mem.get(defaults.offset())? >> 32) as usize - 1;
            let i = (p + count).checked_sub(positional)?;
            let value = *mem.get(defaults.offset() + 1 + i)?;
            *mem.get_mut(regs + p)? = value;
        }
    }
    let defaults = Value(*mem.get(function + F_KWDEFAULTS)?);
    for p in positional..named {
        if *mem.get(regs + p)? == Value::UNBOUND.0 {
            if !defaults.is_object() || *mem.get(defaults.offset())? as u8 != Kind::Dict as u8 {
                return None;
            }
            let name = Value(*mem.get(first + p)?);
            let Place::At(at) = place(mem, defaults.offset(), name) else { return None };
            let value = *mem.get(at as usize + 1)?;
            *mem.get_mut(regs + p)? = value;
        }
    }
    Some(())
}

impl Vm<'_> {
    /// Pushes the frame of a function with plain parameters over arguments that lie at word `at`; names are in the root
    /// `CallKeywords`. False: nothing was done.
    pub(crate) fn call_plain(
        &mut self,
        function: Value,
        at: usize,
        n: usize,
        keywords: usize,
        cont: Cont,
        dst: u16,
    ) -> bool {
        let names = self.heap.root(Root::CallKeywords);
        let name = if keywords > 0 { names.offset() + 1 } else { 0 };
        let given = Given { at, n, name, value: at + n, stride: 1, named: keywords };
        self.push_filled(function, given, cont, dst)
    }

    fn push_filled(&mut self, function: Value, given: Given, cont: Cont, dst: u16) -> bool {
        let code = self.heap.field(function, F_CODE);
        if !self.heap.is_kind(code, Kind::Code) || self.heap.code_flags(code) & MORE != 0 {
            return false;
        }
        let registers = self.heap.code_registers(code);
        let Some(new) = self.floor_after(registers + FRAME) else { return false };
        if fill(self.heap.mem, function.offset(), new + FRAME, registers, given).is_none() {
            return false;
        }
        self.push_head(function, code, new, cont, dst);
        true
    }

    /// Where a frame of that many words goes, if there is room and depth for it.
    #[inline]
    fn floor_after(&self, words: usize) -> Option<usize> {
        // Where collections are forced the limit is 0, and the objects' end counts.
        let lowest = self.heap.limit.max(self.heap.top);
        let new = self.heap.floor.checked_sub(words)?;
        (new >= lowest && self.depth < self.depth_limit).then_some(new)
    }

    /// The frame whose registers are filled becomes the youngest one.
    #[inline]
    fn push_head(&mut self, function: Value, code: Value, new: usize, cont: Cont, dst: u16) {
        let words = self.heap.floor - new;
        let carried = self.carried();
        // Only the short way of returning asks.
        let below = if cont == Cont::Normal { self.code_below() } else { Value::NULL };
        if let Some(head) = self.heap.mem[new..].first_chunk_mut::<FRAME>() {
            *head = [self.pc as u64 | (words as u64) << 32, meta(cont, carried, dst), function.0, below.0];
        }
        self.heap.floor = new;
        self.depth += 1;
        self.pc = self.heap.code_start(code);
        self.fuel -= self.heap.code_len(code) as i64;
    }

    /// `f(*args, **mapping)` of a tuple and a dict that nobody else has (null: none): their items go straight to the
    /// parameters. A function that takes just `*args, **kw` gets the two as they are. False: nothing was done.
    pub(crate) fn call_spread_plain(
        &mut self,
        function: Value,
        args: Value,
        mapping: Value,
        dst: u16,
    ) -> bool {
        let code = self.heap.field(function, F_CODE);
        if !self.heap.is_kind(code, Kind::Code) || !self.heap.is_kind(args, Kind::Tuple) {
            return false;
        }
        let n = self.heap.tuple_len(args);
        let flags = self.heap.code_flags(code) & MORE;
        if flags != 0 {
            let (positional, _, kwonly) = self.heap.code_params(code);
            let fits = flags == VARARGS && mapping.is_null()
                || flags == VARARGS | KEYWORDS && !mapping.is_null() && self.has_string_keys(mapping);
            let registers = self.heap.code_registers(code);
            if !fits || positional + kwonly != 0 || registers < 1 + (flags & KEYWORDS != 0) as usize {
                return false;
            }
            let Some(new) = self.floor_after(registers + FRAME) else { return false };
            let regs = new + FRAME;
            unbind(self.heap.mem.get_mut(regs..regs + registers).unwrap_or_default());
            self.heap.mem[regs] = args.0;
            if flags & KEYWORDS != 0 {
                self.heap.mem[regs + 1] = mapping.0;
            }
            self.push_head(function, code, new, Cont::Normal, dst);
            return true;
        }
        let mut given = Given { at: args.offset() + 1, n, name: 0, value: 0, stride: ENTRY_WORDS, named: 0 };
        if !mapping.is_null() && self.heap.dict_len(mapping) > 0 {
            if self.heap.dict_used(mapping) != self.heap.dict_len(mapping) {
                return false;
            }
            given.name = self.heap.field(mapping, 3).offset() + 2;
            given.value = given.name + 1;
            given.named = self.heap.dict_len(mapping);
        }
        self.push_filled(function, given, Cont::Normal, dst)
    }

    pub(crate) fn has_string_keys(&self, dict: Value) -> bool {
        let mut entry = 0;
        while let Some(found) = self.heap.next_entry(dict, entry) {
            if !self.heap.is_str(self.heap.entry_key(dict, found)) {
                return false;
            }
            entry = found + 1;
        }
        true
    }

    /// A call instruction on a class: makes the instance, in the word before the arguments, and pushes the frame of its
    /// `__init__`. False: nothing was done.
    pub(crate) fn construct(&mut self, class: Value, at: usize, n: usize, dst: u16) -> bool {
        if self.heap.class_flags(class) & (SPECIAL | class::HAS_INIT) != class::HAS_INIT
            || self.heap.class_metaclass(class).is_object()
        {
            return false;
        }
        let Some(init) = self.remembered_in_type(class, names::DUNDER_INIT) else {
            // Each collection drops the table; the long way fills it again.
            self.provide_lookups();
            return false;
        };
        if !self.heap.is_kind(init, Kind::Function) {
            return false;
        }
        let code = self.heap.field(init, F_CODE);
        if !self.heap.is_kind(code, Kind::Code)
            || self.heap.code_flags(code) & SIMPLE == 0
            || self.heap.code_params(code).0 != n + 1
        {
            return false;
        }
        let capacity = self.heap.class_capacity(class);
        let size = INSTANCE_WORDS + capacity;
        let words = self.heap.code_registers(code) + FRAME;
        let new = match self.heap.floor.checked_sub(words) {
            Some(new) if new >= self.heap.limit && self.heap.has_room(size) => new,
            _ => return false,
        };
        if self.depth >= self.depth_limit || self.heap.reserve(size).is_err() {
            return false;
        }
        let instance = self.heap.alloc_instance(class, capacity);
        let start = self.heap.code_start(code);
        self.fuel -= self.heap.code_len(code) as i64;
        let mem = &mut *self.heap.mem;
        mem[at - 1] = instance.0;
        if let Some(head) = mem[new..].first_chunk_mut::<FRAME>() {
            *head = [self.pc as u64 | (words as u64) << 32, meta(Cont::Init, 0, dst), init.0, Value::NULL.0];
        }
        // The instance is the receiver, and lies before the other arguments.
        let _ = copy_words(mem, at - 1, new + FRAME, n + 1);
        unbind(mem.get_mut(new + FRAME + n + 1..new + words).unwrap_or_default());
        self.heap.floor = new;
        self.depth += 1;
        self.pc = start;
        true
    }

    /// The frame of an `__init__` that an instruction called returned None: drops it; the instance, which waits where the
    /// callable was, is the value of the call.
    #[inline(never)]
    pub(crate) fn initialised(&mut self) -> Result<()> {
        let meta = self.heap.mem[self.heap.floor + 1];
        self.depth = self.depth.saturating_sub(1);
        self.pop_frame();
        let w = self.current();
        let at = op::a(w);
        let method = matches!(w as u8, op::CALLM | op::CALLMK) && self.reg(at).is_null();
        let instance = self.reg(at + method as usize);
        self.set_reg((meta >> 16) as u16 as usize, instance);
        Ok(())
    }
}
