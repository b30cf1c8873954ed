//! Python tree to program image, in caller-supplied memory
#![no_std]
#![forbid(unsafe_code)]
