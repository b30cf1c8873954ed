//! Bajo: a bytecode machine on 32-bit integers, no heap, no registers.
//!
//! A program works on one flat 32-bit address space of bytes that holds RAM and code. Operands are
//! immediates, memory, or memory reached through memory; "register n" is only a name for the word
//! at address `4 * n`.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(test)]
extern crate std;

mod action;
mod bus;
pub mod check;
mod decoded;
mod fast;
pub mod fault;
pub mod image;
pub mod instruction;
mod machine;
mod memory;
pub mod opcode;
pub mod operand;
mod slot;
mod step;
mod trace;
pub mod varint;

pub use bus::{BAD_ADDRESS, Bus, BusError, Call, HostCall, UNKNOWN_FUNCTION};
pub use check::check;
pub use decoded::Decoded;
pub use fault::{Cause, Fault, Place};
pub use image::Image;
pub use instruction::Instruction;
pub use machine::{Machine, Outcome, STATE_LEN};
pub use memory::{Host, MapError, Memory, NoHost, Regions};
pub use opcode::{OPCODES, OpInfo, Opcode};
pub use slot::Slot;
pub use trace::{Event, Trace};

/// The page of the docs, whose example is a test.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/bajo/machine.md")]
struct MachinePage;
