//! The objects of Python as layouts in the block, one kind a file: making them, reading them, changing them.
//!
//! Nothing here runs Python code. What may need to (a user's `__eq__`) says so in its result.

pub mod bytes;
pub mod class;
pub mod code;
pub(crate) mod cut;
pub mod dict;
pub mod equal;
pub mod exception;
pub mod function;
pub mod generator;
pub(crate) mod grown;
pub mod instance;
pub mod int;
pub mod iter;
pub mod list;
pub mod record;
pub mod shape;
pub mod string;
pub mod tuple;
