//! Python library modules for the engine
#![no_std]
#![forbid(unsafe_code)]

mod argument;
mod array;
pub mod cmath;
mod collections;
mod errno;
mod files;
mod gc;
mod json;
pub mod jsontext;
mod math;
mod packing;
mod random;
mod re;
pub mod regex;
pub mod structfmt;
mod sys;
mod textio;
mod time;

pub use errno::errno_name;
use hognose_vm::native::ModuleDef;

/// Image of the library written in Python: module `_core` first, then the importable ones.
pub static FROZEN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/frozen.hog"));

/// Image of its module `_core` alone: the language without anything to import. For small machines.
pub static CORE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/core.hog"));

/// The language alone, for hosts that offer none of [`MODULES`]: their natives find nothing here.
pub static LANGUAGE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/language.hog"));

/// What the operator `**` needs for complex numbers, where [`MODULES`] are left out: some 10 KB on small machines.
pub const COMPLEX: &ModuleDef = &cmath::power::MODULE;

/// Built-in modules, by name.
#[rustfmt::skip]
pub static MODULES: &[&ModuleDef] = &[
    &array::MODULE,
    &cmath::MODULE,
    &cmath::power::MODULE,
    &collections::MODULE,
    &errno::MODULE,
    &files::MODULE,
    &gc::MODULE,
    &json::DECODER,
    &json::ENCODER,
    &json::JSON,
    &json::MODULE,
    &math::MODULE,
    &packing::MODULE,
    &packing::STRUCT,
    &random::MODULE,
    &re::MATCH,
    &re::MODULE,
    &sys::MODULE,
    &textio::MODULE,
    &time::MODULE,
];
