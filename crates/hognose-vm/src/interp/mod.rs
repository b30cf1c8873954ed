//! The interpreter: one `match` loop over register code, and what its instructions need when they are not simple.
//!
//! Operations of instructions have one shape: `fn op_x(&mut self, w) -> Result<()>`. They read registers, and either set the
//! result register, or push a frame whose return will do so (its *continuation*), or fail with a [`Trap`].

mod access;
mod assignment;
mod attribute;
mod binary;
mod binding;
mod build;
mod call;
mod caller;
mod class;
mod compare;
mod exception;
mod frame;
mod function;
mod generator;
mod grant;
mod host;
mod import;
mod item;
mod iterate;
mod load;
mod lookup;
mod matching;
mod mro;
mod name;
mod native;
mod number;
mod plain;
mod raise;
mod run;
mod source;
mod truth;

pub(crate) use access::given;
pub(crate) use assignment::Setter;
pub use attribute::Found;
pub(crate) use binary::methods;
pub(crate) use binding::property;
pub(crate) use call::Called;
pub(crate) use class::NewClass;
pub(crate) use frame::{CARRIER, Cont, GENERATOR_FRAME, ON_CARRIER, OWN_NAMESPACE};
pub(crate) use generator::step;
pub(crate) use import::INITIALIZING;
pub use iterate::{Next, range_len};
pub use load::LoadError;
#[cfg(target_pointer_width = "64")]
pub(crate) use native::{KNOWN_NATIVES, KnownNative};
pub use raise::Message;
pub(crate) use source::{Compiled, Source};
