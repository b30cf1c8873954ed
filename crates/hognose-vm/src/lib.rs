//! Checked image to running Python program, in one block of memory.
//!
//! [`vm::Vm`] is the engine: a block, the built-in modules, where the program stands. Images come in through
//! [`Vm::load_image`](vm::Vm::load_image), are checked there, and each code object is lowered to register code when it is first
//! called. Nothing here knows source text (a [`vm::Compiler`] may be given) or devices (a [`vm::Host`] is).
#![no_std]
#![forbid(unsafe_code)]

#[macro_use]
mod wanted;

pub mod builtins;
pub mod character;
pub mod hash;
pub mod heap;
pub mod interp;
mod lower;
pub mod names;
pub mod native;
pub mod num;
pub mod object;
pub mod snapshot;
pub mod text;
pub mod types;
pub mod value;
pub mod vm;
