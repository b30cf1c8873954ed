//! The Python engine as an embedder meets it
#![no_std]
#![forbid(unsafe_code)]
