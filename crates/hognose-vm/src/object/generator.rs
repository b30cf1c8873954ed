//! Generators, coroutines, asynchronous generators: a frame in the heap.
//!
//! `[state u32, id u32] [pc] [running frame's end] [0] function name qualname handled outer result registers`. While it runs
//! the registers are on the stack and those here are stale but valid.

use crate::heap::{Heap, Kind, OutOfMemory};
use crate::types::Type;
use crate::value::Value;

/// Words before the registers.
pub const GENERATOR_WORDS: usize = 11;
pub(crate) const G_PC: usize = 2;
pub(crate) const G_FUNCTION: usize = 5;
pub(crate) const G_NAME: usize = 6;
pub(crate) const G_QUALNAME: usize = 7;
pub(crate) const G_HANDLED: usize = 8;
pub(crate) const G_OUTER: usize = 9;
/// What an asynchronous generator's pending step is, or null.
pub(crate) const G_EXTRA: usize = 10;

/// What kind of thing it is: its type is in the header, as that of a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub enum Flavour {
    /// `def` with `yield`
    Generator = Type::Generator as u16,
    /// `async def`
    Coroutine = Type::Coroutine as u16,
    /// `async def` with `yield`
    AsyncGenerator = Type::AsyncGenerator as u16,
}

/// Where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum State {
    /// Not begun.
    Created = 0,
    /// At a yield.
    Suspended = 1,
    /// On the stack.
    Running = 2,
    /// Ended.
    Finished = 3,
}

impl Heap<'_> {
    /// A generator with room for that many registers, reserved before.
    pub(crate) fn alloc_generator(&mut self, flavour: Flavour, function: Value, registers: usize) -> Value {
        let values = GENERATOR_WORDS - 5 + registers;
        let at = self.alloc_values(Kind::Generator, flavour as u16, 4, values, Value::UNBOUND);
        let g = Value::object(at as u32);
        self.set_field(g, G_FUNCTION, function);
        for i in G_NAME..GENERATOR_WORDS {
            self.set_field(g, i, Value::NULL);
        }
        g
    }

    /// Where it stands.
    pub fn generator_state(&self, generator: Value) -> State {
        match self.len_word(generator) {
            0 => State::Created,
            1 => State::Suspended,
            2 => State::Running,
            _ => State::Finished,
        }
    }

    pub(crate) fn set_generator_state(&mut self, generator: Value, state: State) {
        self.set_len_word(generator, state as usize);
    }

    /// What kind of thing it is.
    pub fn generator_flavour(&self, generator: Value) -> Flavour {
        match self.aux(generator) {
            aux if aux == Flavour::Generator as u16 => Flavour::Generator,
            aux if aux == Flavour::Coroutine as u16 => Flavour::Coroutine,
            _ => Flavour::AsyncGenerator,
        }
    }

    /// Lets go of everything a finished generator held.
    pub(crate) fn finish_generator(&mut self, generator: Value) -> Result<(), OutOfMemory> {
        self.set_generator_state(generator, State::Finished);
        let (at, n) = (generator.offset(), self.size(generator));
        self.mem[at + G_HANDLED..at + n].fill(Value::NULL.0);
        Ok(())
    }
}
