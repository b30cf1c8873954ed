//! What went wrong, where, and what was allowed.

use crate::opcode::{MAX_OPERANDS, Opcode, RMW};
use core::fmt;

/// Error codes of the machine, the numbers of the C interface. Hosts use others, negative by convention.
pub mod code {
    /// No error.
    pub const OK: i32 = 0;
    /// The program ended itself with `Exit`.
    pub const EXIT: i32 = 1;
    /// First byte of an operand that starts no varint.
    pub const BAD_VARINT: i32 = 2;
    /// Opcode 72 to 127.
    pub const UNKNOWN_OPCODE: i32 = 3;
    /// A count above 8, a list that must not be empty, or rmw without a first operand.
    pub const BAD_OPERAND: i32 = 4;
    /// Kept for the C interface; nothing raises it.
    pub const BUG: i32 = 5;
    /// Division by zero.
    pub const ZERO_DIVISION: i32 = 6;
    /// `Div` of -2^31 by -1.
    pub const INTEGER_OVERFLOW: i32 = 7;
}

/// The part of an instruction that an error belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The opcode byte.
    Opcode,
    /// The count of targets.
    TargetCount,
    /// This target, from 0.
    Target(u8),
    /// The count of sources.
    SourceCount,
    /// This source, from 0.
    Source(u8),
    /// The work itself, all operands being known.
    Action,
}

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// The byte at this address starts no varint.
    BadVarint {
        /// Where the byte is.
        address: u32,
    },
    /// There is no such opcode.
    UnknownOpcode,
    /// More operands than an instruction may have.
    BadCount {
        /// The count, unsigned.
        count: u32,
    },
    /// An instruction that needs a source has none: `And`, `Or`, `Max`, `Min`, and `Sys` its function number.
    NoSources,
    /// The rmw flag on an instruction without a target or without a source.
    NoFirstOperand,
    /// An indirect operand whose chain of offsets does not end within 2^24 links.
    EndlessChain,
    /// The divisor is 0.
    ZeroDivision,
    /// The quotient -2^31 / -1 does not fit.
    IntegerOverflow,
    /// The bus refused to give bytes of the instruction.
    Fetch {
        /// First byte.
        address: u32,
    },
    /// The bus refused a read.
    Read {
        /// First byte.
        address: u32,
        /// Bytes.
        len: u8,
    },
    /// The bus refused a write.
    Write {
        /// First byte.
        address: u32,
        /// Bytes.
        len: u8,
    },
    /// The host function failed.
    Call {
        /// Its number.
        func: i32,
    },
}

impl Cause {
    /// Error code of the C interface; of refusals by the bus or the host, which bring their own, 0.
    #[must_use]
    pub const fn code(self) -> i32 {
        match self {
            Self::BadVarint { .. } => code::BAD_VARINT,
            Self::UnknownOpcode => code::UNKNOWN_OPCODE,
            Self::BadCount { .. } | Self::NoSources | Self::NoFirstOperand | Self::EndlessChain => {
                code::BAD_OPERAND
            }
            Self::ZeroDivision => code::ZERO_DIVISION,
            Self::IntegerOverflow => code::INTEGER_OVERFLOW,
            Self::Fetch { .. } | Self::Read { .. } | Self::Write { .. } | Self::Call { .. } => 0,
        }
    }
}

/// A failed instruction.
///
/// Decoding goes on after an error, so one instruction can meet several. `cause` and `place` tell
/// the first; `code` is the last, which is what the C interface reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fault {
    /// Address of the instruction.
    pub pc: u32,
    /// Its first byte: opcode number and rmw flag.
    pub opcode: u8,
    /// The part of it that failed first.
    pub place: Place,
    /// Why that failed.
    pub cause: Cause,
    /// Error code of the last error in the instruction.
    pub code: i32,
}

impl Fault {
    /// The opcode, `None` when it is unknown or could not be fetched.
    #[must_use]
    pub const fn op(&self) -> Option<Opcode> {
        if matches!((self.place, self.cause), (Place::Opcode, Cause::Fetch { .. })) {
            return None;
        }
        Opcode::from_number(self.opcode & !RMW)
    }

    /// The address that could not be used, if the error has one.
    #[must_use]
    pub const fn address(&self) -> Option<u32> {
        match self.cause {
            Cause::BadVarint { address }
            | Cause::Fetch { address }
            | Cause::Read { address, .. }
            | Cause::Write { address, .. } => Some(address),
            _ => None,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Opcode => f.write_str("opcode"),
            Self::TargetCount => f.write_str("target count"),
            Self::Target(i) => write!(f, "target {i}"),
            Self::SourceCount => f.write_str("source count"),
            Self::Source(i) => write!(f, "source {i}"),
            Self::Action => f.write_str("action"),
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::BadVarint { address } => {
                write!(f, "the byte at {address:#x} starts no operand (one of its five low bits must be set)")
            }
            Self::UnknownOpcode => write!(f, "unknown opcode (known are 0 to {})", crate::opcode::COUNT - 1),
            Self::BadCount { count } => write!(f, "count of {count} (at most {MAX_OPERANDS})"),
            Self::NoSources => f.write_str("no sources (at least one is needed)"),
            Self::NoFirstOperand => {
                f.write_str("the flag for \"source 0 is target 0\" needs a target and a source")
            }
            Self::EndlessChain => f.write_str("chain of indirect offsets without end (at most 2^24 links)"),
            Self::ZeroDivision => f.write_str("division by zero"),
            Self::IntegerOverflow => f.write_str("-2147483648 / -1 does not fit a word"),
            Self::Fetch { address } => write!(f, "no code at {address:#x}"),
            Self::Read { address, len } => write!(f, "cannot read {len} bytes at {address:#x}"),
            Self::Write { address, len } => write!(f, "cannot write {len} bytes at {address:#x}"),
            Self::Call { func } => write!(f, "host function {func} failed"),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at {:#x}, ", self.pc)?;
        match self.op() {
            Some(op) => write!(f, "{}, ", op.name())?,
            None if self.cause == Cause::UnknownOpcode => write!(f, "byte {:#04x}, ", self.opcode)?,
            None => {}
        }
        write!(f, "{}: {} (error {})", self.place, self.cause, self.code)
    }
}

impl core::error::Error for Fault {}
