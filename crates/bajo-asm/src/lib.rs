//! The Bajo assembler: expressions, labels, lazy immediates, data, macros, variable-size layout, listing, and the
//! disassembler that undoes it.
//!
//! ```
//! use bajo_asm::{Env, Label, assemble, br_le, code, reg, sys02};
//!
//! let skip = Label::auto();
//! let program = code![
//!     reg(0).set(10),
//!     reg(1).set(reg(0) + 20),
//!     reg(2).set(reg(1) * 30),
//!     br_le(reg(2), 1000, &skip),
//!     sys02(42, reg(0), reg(1)),
//!     &skip,
//! ];
//! let assembly = assemble(program.with_exit(), Env::default())?;
//! assert_eq!(assembly.code()[..3], [0x3d, 0x01, 0x51]);
//! println!("{}", assembly.listing());
//! # Ok::<(), bajo_asm::Faults>(())
//! ```
#![forbid(unsafe_code)]

mod assembly;
mod check;
mod code;
mod disassembly;
mod encode;
mod env;
mod expr;
mod fault;
mod grow;
mod hash;
mod inst;
mod label;
mod layout;
mod listing;
mod macros;
mod number;
mod operand;
mod program;
mod site;
mod text;
mod twister;

pub use assembly::{Assembly, MAX_CODE, Placed, assemble};
pub use bajo::Opcode;
pub use code::{Code, Item};
pub use disassembly::{Disassembly, Line, disassemble};
pub use env::{Env, EnvError, MAX_PASSES, Region};
pub use expr::{Expr, Lazy, LazyError, Term};
pub use fault::{Fault, FaultKind, Faults};
pub use inst::*;
pub use label::{ItemId, Label};
pub use layout::Layout;
pub use macros::{Subroutine, case, pack, when};
pub use number::Number;
pub use operand::{
    Comparison, Last, Mem, Operand, Pending, Relation, Right, Wrong, at, imm, ind, mem, named, reg,
};
pub use site::Site;
