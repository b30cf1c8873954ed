//! Bajo: a bytecode machine on 32-bit integers, no heap, no registers.
//!
//! A program works on one flat 32-bit address space of bytes that holds RAM and code. Operands are
//! immediates, memory, or memory reached through memory; "register n" is only a name for the word
//! at address `4 * n`.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(test)]
extern crate std;

pub mod opcode;
pub mod varint;

pub use opcode::{OPCODES, OpInfo, Opcode};
