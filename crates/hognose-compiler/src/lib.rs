//! Python tree to program image, in caller-supplied memory.
//!
//! [`compile`] makes an image of one module, [`compile_modules`] of several. A source is compiled statement by statement of
//! its top level: parse, find the scopes, write the code, forget the tree. Nothing recurses on the native stack, however deep
//! the source is: what is to be done later is a task on a stack in the caller's memory.
//!
//! The memory is shared by the image (from the start), the tasks and scopes, and the tree (at the end). How much each of them
//! gets is guessed; when the guess was wrong, the trees are measured and everything is done again, so that a source compiles
//! whenever there is enough for all three.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(test)]
extern crate std;

mod assign;
mod block;
mod call;
mod class;
mod comprehension;
mod constant;
mod display;
pub mod error;
mod exception;
mod expression;
mod fault;
mod function;
mod import;
mod key;
mod label;
mod loops;
mod module;
mod name;
mod pattern;
mod place;
mod scope;
mod statement;
mod task;
mod unit;
mod unparse;
mod with;
mod words;

pub use error::{CompileError, CompileErrorKind, ErrorName, Problem};
pub use hognose_syntax::character::Characters;
pub use hognose_syntax::error::{ErrorClass, ErrorText, SyntaxErrorKind};
pub use hognose_syntax::parser::Mode;
pub use module::{Request, compile, compile_modules};

use hognose_syntax::tree::Tree;

/// A compiler at work on one statement of the top level.
pub(crate) struct Compiler<'c, 'a> {
    /// What lasts from statement to statement.
    s: &'c mut module::State<'a>,
    /// The statement.
    t: Tree<'c>,
}
