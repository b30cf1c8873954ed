//! The portable program image: encode, decode, check, assemble, disassemble.
#![no_std]
#![forbid(unsafe_code)]

pub mod isa;
