//! Python 3.11 source text to tokens to tree, in caller-supplied memory.
//!
//! ```
//! use hognose_syntax::parser::{Mode, Parser};
//! use hognose_syntax::tree::Node;
//!
//! let mut memory = [0; 500];
//! let mut parser = Parser::new(b"x = 1\nprint(x", Mode::Exec, &mut memory).unwrap();
//! let statement = parser.next_statement().unwrap().unwrap();
//! let tree = parser.tree();
//! let Node::Assign { targets, .. } = tree.node(statement) else { panic!() };
//! assert_eq!(tree.name(tree.item(targets, 0).unwrap()), "x");
//!
//! let error = parser.next_statement().unwrap_err();
//! assert_eq!((error.line, error.column, error.incomplete), (2, 6, true));
//! # #[cfg(feature = "explain")]
//! assert_eq!(error.to_string(), "'(' was never closed");
//! ```
//!
//! - [`parser`] gives one statement of the top level at a time; its tree is in the memory until the next is asked for.
//! - [`tree`] is the inventory of the language and how to read it.
//! - [`literal`] decodes strings and numbers, of which the tree has only the places.
//! - [`error`] is what can be wrong, in Python's words and with Python's positions.
//!
//! Nothing recurses on the native stack, however deep the source is, and nothing panics, whatever it is.
//!
//! # Differences from Python 3.11
//!
//! - f-strings follow Python 3.12 where 3.11 has an error: quotes, backslashes, comments and line ends in fields.
//! - `\N{...}` is refused unless the host brings the names of characters: see [`character`].
//! - Identifiers are given as they are written: who compares them has to normalise them.
//! - Source text is UTF-8, at most 16 MiB.
//! - Not here but in the compiler: what Python finds wrong after parsing, such as `return` outside a function.
#![no_std]
#![forbid(unsafe_code)]

pub mod character;
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
