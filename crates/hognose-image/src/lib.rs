//! The portable program image: encode, decode, check, assemble, disassemble.
//!
//! [`layout`] is the byte format and [`isa`] its instructions. [`writer`] makes images in memory of the caller, [`view`]
//! and [`code`] read them.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(test)]
extern crate std;

pub mod asm;
pub mod check;
pub mod code;
pub mod crc;
pub mod decimal;
pub mod dis;
mod finish;
pub mod isa;
pub mod layout;
mod lexer;
mod pool;
pub mod position;
mod stream;
pub mod text;
pub mod varint;
pub mod view;
pub mod writer;

pub use asm::{AsmError, AsmProblem, asm};
pub use check::{CheckError, Checked, check, check_scratch_words};
pub use code::{Code, Instruction, Range};
pub use dis::{DisError, dis, dis_scratch_words};
pub use position::Position;
pub use view::{Constant, Image, ImageError, Import, Module};
pub use writer::{CodeHead, Label, WriteError, Writer};
