//! What a machine that stores and runs programs is made of. It knows no robot and no sensor: everything that moves, shines or
//! sounds stands behind [`Equipment`].
#![no_std]
#![forbid(unsafe_code)]
// Without an allocator the message of an error lies in the error.
#![allow(clippy::result_large_err)]

pub mod equipment;
pub mod owner;
pub mod value;

pub use equipment::{Equipment, Senses, Signal};
pub use owner::Owner;
pub use value::Value;

/// Milliseconds since some moment, usually the start of the device. It never goes back.
pub type Millis = u64;
