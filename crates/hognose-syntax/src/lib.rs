//! Python 3.11 source text to tokens to tree, in caller-supplied memory.
#![no_std]
#![forbid(unsafe_code)]

pub mod operator;
pub mod span;
pub mod tree;
