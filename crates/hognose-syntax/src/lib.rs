//! Python 3.11 source text to tokens to tree, in caller-supplied memory.
#![no_std]
#![forbid(unsafe_code)]

mod encoding;
pub mod error;
#[cfg(feature = "explain")]
mod explain;
mod identifier;
mod lexer;
pub mod literal;
mod location;
pub mod operator;
pub mod parser;
#[cfg(not(feature = "explain"))]
mod plain;
pub mod span;
pub mod token;
pub mod tree;
