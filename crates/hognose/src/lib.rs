//! The Python engine as an embedder meets it: runs other people's Python in memory of yours, under limits of yours, with the
//! functions that you offer and nothing else.
//!
//! ```
//! use hognose::{Budget, Captured, Engine, Outcome};
//!
//! let mut block = vec![0u64; 32 * 1024];
//! let mut output = Captured::<256>::new();
//! let mut engine = Engine::new(&mut block)?;
//! engine.set_host(&mut output);
//! engine.load_source("print(6 * 7)", "answer.py")?;
//! assert_eq!(engine.run(Budget::fuel(100_000)), Outcome::Finished);
//! drop(engine);
//! assert_eq!(output.text(), "42\n");
//! # Ok::<(), hognose::Error>(())
//! ```
//!
//! - [`Engine`]: one interpreter over one block (`&mut [u64]`). No allocator; several side by side share nothing.
//! - [`Budget`] and [`Outcome`]: what one run may spend, and how it ended. Run again to go on.
//! - [`module!`]: declares host modules: typed parameters with ranges, units and defaults; help, docs and stubs come from it.
//! - [`Host`]: takes output, finds modules, has the state behind host functions.
//! - [`Control`]: stop, pause, interrupt from a thread, an interrupt, a signal handler.
//! - [`Handle`]: a function or other value of the script that the host keeps, to call later.
//! - [`Object`], [`FromPython`], [`ToPython`]: values in and out.
//!
//! The examples of this crate are whole programs: `embed`, `range`, `pending`, `two_engines`, `untrusted`.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(test)]
extern crate std;

mod budget;
mod captured;
#[cfg(feature = "compiler")]
mod compile;
mod control;
pub mod convert;
pub mod declare;
mod engine;
mod error;
mod handle;
mod level;
mod names;
mod object;
mod raise;

pub use budget::{Budget, Clock, Outcome};
pub use captured::Captured;
#[cfg(feature = "compiler")]
pub use compile::SourceCompiler;
pub use control::Control;
pub use convert::{Arguments, List, ToPython};
pub use engine::{Engine, Statistics};
pub use error::{Error, ReadError};
pub use handle::Handle;
pub use hognose_vm::character::Characters;
pub use hognose_vm::interp::LoadError;
pub use hognose_vm::native::{Args, Def, ModuleDef, Native, Note, Result as NativeResult, Trap};
pub use hognose_vm::object::string::Text;
pub use hognose_vm::snapshot::SnapshotError;
pub use hognose_vm::types::Type;
pub use hognose_vm::value::Value;
pub use hognose_vm::vm::{FoundModule, Host, Vm};
pub use object::{FromPython, Object};
pub use raise::Raise;

/// The part of the library that is written in Python, as an image.
pub static FROZEN: &[u8] = hognose_lib::FROZEN;
/// What of it the language itself needs, without any module to import.
pub static CORE: &[u8] = hognose_lib::CORE;
/// The language alone, for hosts that offer no module of [`LIBRARY`]: a fifth less than [`CORE`]. Namespaces of classes do not show
/// `__dict__` and `__weakref__` there.
pub static LANGUAGE: &[u8] = hognose_lib::LANGUAGE;
/// Powers of complex numbers, for hosts without the library: without this table, `**` has only their small whole powers.
pub const COMPLEX: &ModuleDef = hognose_lib::COMPLEX;
/// Built-in modules of the library.
pub const LIBRARY: &[&ModuleDef] = hognose_lib::MODULES;
