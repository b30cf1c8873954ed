//! The world as a machine sees it: memory to read and write, host functions to call.

use crate::memory::Memory;
use crate::opcode::MAX_OPERANDS;

/// Error code of an access outside the mapped memory, as [`Memory`] reports it.
pub const BAD_ADDRESS: i32 = -1;

/// Error code of a host function the device does not have.
pub const UNKNOWN_FUNCTION: i32 = -2;

/// A refused access.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BusError {
    /// Error code; negative by convention, 0 counts as success, 1 as an exit.
    pub code: i32,
    /// The word that a refused read yields. Decoding goes on with it before the instruction fails.
    pub value: u32,
}

impl BusError {
    /// An error with this code; a refused read yields 0.
    #[must_use]
    pub const fn new(code: i32) -> Self {
        Self { code, value: 0 }
    }
}

/// One call of a host function.
#[derive(Debug)]
pub struct HostCall<'a> {
    /// Function number.
    pub func: i32,
    /// Arguments, at most 7.
    pub args: &'a [i32],
    /// Results, all zero at first. Those beyond `wanted` are ignored.
    pub results: &'a mut [i32; MAX_OPERANDS],
    /// How many results the program takes.
    pub wanted: usize,
    /// Address of the instruction after the call.
    pub pc: u32,
}

/// What a host function says when it returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Call {
    /// Done, the results are there.
    Done,
    /// Done, and `run` returns [`Outcome::Paused`](crate::Outcome::Paused) after this instruction.
    Pause,
    /// Not done yet: `run` returns [`Outcome::Waiting`](crate::Outcome::Waiting) and the host gives
    /// the results later, to [`Machine::answer`](crate::Machine::answer).
    Pending,
    /// Done, and the program goes on at this address.
    Goto(u32),
}

/// Memory and host functions.
///
/// Addresses wrap modulo 2^32, `len` is 1, 2 or 4 bytes (3 only in [`Bus::fetch`]), words are
/// little-endian, nothing is aligned.
pub trait Bus {
    /// Reads `len` bytes at `address`, zero-extended.
    ///
    /// # Errors
    /// A [`BusError`] fails the instruction.
    fn read(&mut self, address: u32, len: u32) -> Result<u32, BusError>;

    /// Writes the low `len` bytes of `value` at `address`; higher bits of `value` may be anything.
    ///
    /// # Errors
    /// A [`BusError`] fails the instruction; its other targets are written all the same.
    fn write(&mut self, address: u32, value: u32, len: u32) -> Result<(), BusError>;

    /// Calls a host function.
    ///
    /// # Errors
    /// An error code fails the instruction and no target is written. By convention it is negative.
    fn call(&mut self, call: HostCall<'_>) -> Result<Call, i32>;

    /// Reads `len` bytes of an instruction at `pc`: 1 to 4.
    ///
    /// # Errors
    /// As [`Bus::read`], which it is unless overridden.
    #[inline]
    fn fetch(&mut self, pc: u32, len: u32) -> Result<u32, BusError> {
        self.read(pc, len)
    }

    /// The eight bytes at `pc`, little-endian, if reading them has no effect and cannot fail.
    /// Only a short cut for speed: `None` is always right.
    #[inline(always)]
    fn peek(&self, _pc: u32) -> Option<u64> {
        None
    }

    /// Told when a jump or a taken branch sets the pc, before the instruction writes its target.
    #[inline(always)]
    fn moved(&mut self, _pc: u32) {}

    /// Memory that may be touched directly, without `read`, `write`, `fetch` and `moved`: decoded
    /// execution does. The code in it must not change as long as decoded instructions of it are used.
    /// `None` by default.
    fn memory(&mut self) -> Option<Memory<'_>> {
        None
    }
}
