//! Python source text to tokens to tree, in caller-supplied memory
#![no_std]
#![forbid(unsafe_code)]
