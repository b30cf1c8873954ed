//! The Bajo assembler: layout, labels, lazy immediates, listing
#![forbid(unsafe_code)]
