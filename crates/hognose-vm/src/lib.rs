//! Checked image to running Python program, in one block of memory
#![no_std]
#![forbid(unsafe_code)]

pub mod num;
pub mod text;
