//! Python that owns a whole computer: console, keys, mouse, screen, files, processes, time, sound, network, windows.
//!
//! - [`Computer`](computer::Computer): a computer as parts, each of which it may lack. A port implements those it has.
//! - [`module`]: the Python module `vibe` over it.
//! - [`vibe`]: what a program has of the computer, and its waits.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "alloc")]
extern crate alloc;

pub mod call;
pub mod computer;
#[cfg(feature = "alloc")]
pub mod desk;
#[cfg(feature = "alloc")]
pub mod display;
pub mod font;
pub mod handles;
pub mod host;
#[cfg(feature = "alloc")]
pub mod jobs;
pub mod keys;
#[cfg(feature = "alloc")]
pub mod machine;
pub mod module;
pub mod paint;
pub mod part;
pub mod player;
#[cfg(feature = "alloc")]
pub mod prompt;
pub mod terminal;
pub mod tree;
#[cfg(feature = "alloc")]
pub mod truetype;
pub mod vibe;
pub mod wait;
pub mod wav;

pub use computer::{Computer, Shared};
pub use module::{MODULES, VIBE};
pub use vibe::{Turn, Vibe, turn};
