//! Bajo: a bytecode machine on 32-bit integers, no heap, no registers
#![no_std]
#![forbid(unsafe_code)]
