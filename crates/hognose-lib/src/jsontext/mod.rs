//! JSON text as CPython 3.11's `json` reads and writes it: no values, no memory of its own.
//!
//! [`Scanner`] turns text into [`Event`]s, one a call, and finds what is wrong with it in CPython's words.
//! [`Text::chars`] undoes the escapes of a string, [`escape_into`] makes them.
//!
//! Spans and positions of events are bytes; the position of a [`JsonError`] counts characters as CPython's message does.
//!
//! | file | what |
//! |---|---|
//! | `scanner` | text -> events |
//! | `string` | the inside of a string |
//! | `escape` | text -> the inside of a string |
//! | `error` | messages |

mod error;
mod escape;
mod scanner;
mod string;

pub use error::{ErrorKind, JsonError, Message};
pub use escape::{Progress, escape_into, escaped_len};
pub use scanner::{Event, Scanner, Span};
pub use string::{Chars, Text};
