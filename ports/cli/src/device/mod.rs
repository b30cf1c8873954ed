//! Devices: what is sent to them, and how.

pub mod package;
