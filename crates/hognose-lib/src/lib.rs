//! Python library modules for the engine
#![no_std]
#![forbid(unsafe_code)]

pub mod jsontext;
pub mod regex;
pub mod structfmt;
