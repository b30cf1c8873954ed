//! Lowering: portable stack code to fixed-width register code, one pass a code object.
//!
//! Stack slots become frame registers: `locals | own cells | free cells | constants of loops | stack`. Values on the
//! stack stay symbolic as long as they can (a local, a constant), so `load a; load b; add; store c` becomes one `ADD c, a, b`. Everything symbolic is
//! written to its home register before a jump, a label or the start of an exception range.
//!
//! The image was checked before; what the pass finds wrong all the same is an error, never a panic.

mod emit;
mod instruction;
mod label;
mod object;
pub mod op;
mod pinned;
mod stack;

pub(crate) use emit::Emitter;
pub(crate) use label::Labels;
pub(crate) use object::{Places, Use, blob_at, collect_uses, lower_object, object_room, uses_room};

/// Why a code object cannot be lowered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LowerError {
    /// The scratch memory or the output is too small: again with more.
    NoSpace,
    /// More registers, constants or instructions than the register code can name.
    TooLarge,
    /// An instruction is malformed at that byte; a checked image has none.
    Malformed(u32),
    /// Code at that byte is reached first by a jump backwards.
    Order(u32),
    /// This build does not have that instruction, or not with that operator.
    Absent(hognose_image::isa::Op),
}

/// What the pass found out besides the instructions.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Lowered {
    /// Instructions.
    pub len: usize,
    /// Inline caches.
    pub caches: usize,
    /// Exception handlers.
    pub handlers: usize,
    /// Registers.
    pub registers: usize,
}
