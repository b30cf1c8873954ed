//! Watching a program run, instruction by instruction.

use crate::fault::Fault;
use crate::opcode::Opcode;

/// One instruction that was executed, or failed.
#[derive(Clone, Copy, Debug)]
pub struct Event<'a> {
    /// Its address.
    pub pc: u32,
    /// Where the program goes on.
    pub next: u32,
    /// Its opcode, `None` when unknown.
    pub op: Option<Opcode>,
    /// Values of the sources; of a failed instruction those read before it gave up.
    pub sources: &'a [i32],
    /// Addresses of the targets.
    pub targets: &'a [u32],
    /// Words for the targets, in their order. Empty when nothing was written.
    pub results: &'a [i32],
    /// The error, if it failed.
    pub fault: Option<&'a Fault>,
}

/// Receives every instruction, in place: decoded execution is not traced.
///
/// The machine is generic over it, so a machine without a trace holds no code for it.
pub trait Trace {
    /// False takes the hook out of the machine.
    const ON: bool = true;

    /// Called after each instruction. True lets the program go on, false pauses it here.
    fn instruction(&mut self, event: &Event<'_>) -> bool;
}

/// No trace.
impl Trace for () {
    const ON: bool = false;

    #[inline(always)]
    fn instruction(&mut self, _event: &Event<'_>) -> bool {
        true
    }
}

impl<F: FnMut(&Event<'_>) -> bool> Trace for F {
    fn instruction(&mut self, event: &Event<'_>) -> bool {
        self(event)
    }
}
