//! Formats of Python's `struct`, as CPython 3.11 reads them: layout, and packing and unpacking one item.
//!
//! [`Layout::read`] checks a format and sums it up; a [`Cursor`] walks its items; [`pack`] and [`unpack`] turn one item
//! into bytes and back.
//!
//! Native sizes and alignments are those of a 64-bit little-endian machine (`l` and `P` have 8 bytes), on every machine:
//! the same script gives the same bytes everywhere.
//!
//! | file | what |
//! |---|---|
//! | `code` | the format characters: sizes, what they take |
//! | `layout` | a format as a whole, and its items |
//! | `item` | one item to and from bytes |
//! | `half` | floats of two and four bytes |
//! | `error` | messages |

mod code;
mod error;
mod half;
mod item;
mod layout;

pub use code::{Code, Takes};
pub use error::{ErrorClass, StructError};
pub use item::{Value, pack, unpack};
pub use layout::{Cursor, Item, Layout};
