//! Numbers as pure algorithms: big integers, floats as text, hashes, the random generator.
//!
//! Nothing here knows a heap, a value or an engine. Inputs are slices, integers and floats; outputs go to slices
//! the caller owns or to a [`Sink`](crate::text::sink::Sink). Nothing here allocates or panics.

pub mod bigint;
pub mod float;
pub mod hash;
pub mod literal;
pub mod random;
pub mod sha512;
