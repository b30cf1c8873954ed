//! What can be wrong with a program: what, where, what was allowed. All faults of a stage are collected.

use crate::env::Region;
use crate::expr::LazyError;
use crate::label::Label;
use crate::operand::Wrong;
use crate::site::Site;
use std::fmt;

/// One thing that is wrong.
#[derive(Debug)]
pub enum FaultKind {
    /// An item or label stands in the program twice.
    Duplicate {
        /// Its text.
        what: String,
        /// The label, if it is one.
        label: Option<Label>,
    },
    /// A label with no item after it.
    Detached {
        /// Its text.
        what: String,
        /// The label.
        label: Label,
    },
    /// A reference to something that is not part of the program.
    Missing {
        /// The operand with the reference, empty in data.
        operand: String,
        /// What is missing.
        what: String,
    },
    /// A register the environment does not name.
    Register {
        /// The operand.
        operand: String,
        /// The name asked for.
        name: String,
        /// Names there are.
        known: Vec<String>,
    },
    /// Something that is not an operand, or not one allowed in this place.
    Operand {
        /// Which operand.
        operand: String,
        /// What was found and what was allowed.
        wrong: Wrong,
    },
    /// The wrong number of operands.
    Count {
        /// `targets` or `sources`.
        what: &'static str,
        /// How many there are.
        found: usize,
        /// How many the opcode takes.
        allowed: usize,
    },
    /// Something in the code that is no code.
    Item {
        /// Its text.
        found: String,
    },
    /// A memory operand beyond the address space.
    Address {
        /// The operand.
        operand: String,
        /// The address. Allowed: 0 to 2^32 - 1.
        address: String,
    },
    /// A value that fits no word.
    Value {
        /// The operand.
        operand: String,
        /// The value. Allowed: -2^31 to 2^32 - 1.
        value: String,
    },
    /// A data value that does not fit its size.
    Data {
        /// The value.
        value: String,
        /// Bytes there are for it, unsigned.
        size: u64,
    },
    /// Division by zero in an expression.
    Zero {
        /// The operand, empty in data.
        operand: String,
    },
    /// A number out of hand in the middle of an expression.
    Huge {
        /// The operand, empty in data.
        operand: String,
    },
    /// A lazy value failed.
    Lazy {
        /// The operand, empty in data.
        operand: String,
        /// The text of the lazy value.
        what: String,
        /// Why it failed.
        cause: LazyError,
    },
    /// A memory operand outside the regions it may lie in.
    Outside {
        /// The operand.
        operand: String,
        /// Its address.
        address: i64,
        /// Where it may lie.
        allowed: Vec<(&'static str, Region)>,
    },
    /// The code does not fit its region, or is empty.
    Fit {
        /// Used addresses.
        used: Region,
        /// The code region.
        region: Region,
    },
    /// More code than this assembler makes.
    Long {
        /// Bytes of code.
        bytes: u64,
        /// Bytes allowed.
        allowed: u64,
    },
    /// Lazy values that change from one look to the next.
    Unstable,
    /// No item at all.
    Empty,
}

struct In<'a>(&'a str);

impl fmt::Display for In<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { Ok(()) } else { write!(f, "{}: ", self.0) }
    }
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Duplicate { what, .. } => write!(f, "{what} stands in the program twice"),
            Self::Detached { what, .. } => write!(f, "{what} has no instruction or data after it"),
            Self::Missing { operand, what } => {
                write!(f, "{}{what} is not defined in the program", In(operand))
            }
            Self::Register { operand, name, known } => {
                write!(f, "{}no register is named {name}, there are: ", In(operand))?;
                if known.is_empty() { write!(f, "none") } else { write!(f, "{}", known.join(", ")) }
            }
            Self::Operand { operand, wrong } => {
                write!(f, "{}{} is not allowed, allowed is {}", In(operand), wrong.found, wrong.allowed)
            }
            Self::Count { what, found, allowed } => {
                write!(f, "{found} {what}, this instruction takes {allowed}")
            }
            Self::Item { found } => {
                write!(
                    f,
                    "{found} is no code: allowed are instructions, data, labels, directives, None, bool, iterables"
                )
            }
            Self::Address { operand, address } => {
                write!(f, "{}address {address} is outside 0..4294967295", In(operand))
            }
            Self::Value { operand, value } => {
                write!(f, "{}value {value} is outside -2147483648..4294967295", In(operand))
            }
            Self::Data { value, size } => match size {
                0..=7 => write!(
                    f,
                    "value {value} is outside 0..{} ({size} bytes, unsigned)",
                    (1u64 << (8 * size)) - 1
                ),
                _ => write!(f, "value {value} does not fit {size} unsigned bytes"),
            },
            Self::Zero { operand } => write!(f, "{}division by zero", In(operand)),
            Self::Huge { operand } => write!(f, "{}the expression grows beyond all bounds", In(operand)),
            Self::Lazy { operand, what, cause } => write!(f, "{}{what} failed: {cause}", In(operand)),
            Self::Outside { operand, address, allowed } => {
                write!(f, "{}address {address:#x} is outside ", In(operand))?;
                for (i, (name, region)) in allowed.iter().enumerate() {
                    let or = if i > 0 { " and " } else { "" };
                    write!(f, "{or}{name} {region}")?;
                }
                Ok(())
            }
            Self::Fit { used, region } if used.lo >= used.hi => {
                write!(f, "the program has no bytes, the code region is {region}")
            }
            Self::Fit { used, region } => write!(f, "code takes {used}, the code region is {region}"),
            Self::Long { bytes, allowed } => write!(f, "{bytes} bytes of code, allowed are {allowed}"),
            Self::Unstable => {
                write!(f, "no layout: lazy immediates give other values each time they are asked")
            }
            Self::Empty => write!(f, "the program is empty"),
        }
    }
}

/// A fault and where it is.
#[derive(Debug)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// Index of the item, if it is in one.
    pub item: Option<usize>,
    /// Source line of the item, if known.
    pub site: Option<Site>,
    /// The item's text, empty if the fault is in none.
    pub text: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(site) = &self.site {
            write!(f, "{site}: ")?;
        }
        if !self.text.is_empty() {
            write!(f, "{}: ", self.text)?;
        }
        write!(f, "{}", self.kind)
    }
}

/// All faults found, in the order of the program. Never empty.
#[derive(Debug)]
pub struct Faults(pub Vec<Fault>);

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, fault) in self.0.iter().enumerate() {
            if i > 0 {
                writeln!(f)?;
            }
            write!(f, "{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}
