//! What the checker complains about.

use crate::isa::Op;
use crate::layout::CODE_KINDS;
use core::fmt;

/// What is wrong, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckError<'a> {
    /// Where.
    pub place: Place<'a>,
    /// What, and what was allowed.
    pub problem: Problem,
}

/// A place in an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place<'a> {
    /// The image as a whole.
    Image,
    /// A constant.
    Constant(u32),
    /// A module.
    Module(u32),
    /// A host import.
    Import(u32),
    /// A code object.
    Code {
        /// Its index.
        index: u32,
        /// Its qualified name; empty when that cannot be read.
        name: &'a [u8],
    },
    /// An instruction of a code object.
    Instruction {
        /// Index of the code object.
        index: u32,
        /// Its qualified name; empty when that cannot be read.
        name: &'a [u8],
        /// Byte of its code where the instruction starts.
        pc: u32,
    },
}

/// Kind of constant that a place wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A string.
    Str,
    /// A tuple of strings.
    Names,
}

/// What is wrong, and what was allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The caller lent too little memory.
    Scratch {
        /// Words lent.
        have: usize,
        /// Words needed.
        need: usize,
    },
    /// A record that cannot be read: unknown tag, number not in its shortest form, too short, too long.
    Malformed,
    /// An index out of range.
    Index {
        /// What it counts.
        what: &'static str,
        /// The index.
        index: u32,
        /// How many there are.
        count: u32,
    },
    /// A constant of the wrong kind.
    Constant {
        /// Its index.
        index: u32,
        /// What is wanted.
        wanted: Wanted,
    },
    /// More than a limit allows.
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many.
        found: u64,
        /// The limit.
        most: u32,
    },
    /// Flags that are not known.
    Flags {
        /// Flags set.
        found: u32,
        /// Flags that may be set.
        known: u32,
    },
    /// Something that may be there once only.
    Twice {
        /// Index of the first one.
        first: u32,
    },

    /// Bytes of a string that are not UTF-8, not even with lone surrogates.
    Text {
        /// Byte where it goes wrong.
        at: usize,
    },
    /// A big int that has zeros at its end or fits 64 bits.
    BigInt,
    /// An item of a tuple or frozenset that does not stand before it.
    Item {
        /// Index of the item.
        index: u32,
    },

    /// The top level of a module is not what it has to be.
    ModuleCode {
        /// The code object.
        code: u32,
        /// What is wanted.
        wanted: &'static str,
    },

    /// More than one of generator, coroutine, asynchronous generator.
    Kinds {
        /// Flags set.
        found: u32,
    },
    /// Namespace code with parameters, or of a generator kind.
    Namespace,
    /// More positional-only parameters than positional ones.
    PositionalOnly {
        /// Positional-only ones.
        found: u32,
        /// Positional ones.
        most: u32,
    },
    /// More parameters than locals.
    Parameters {
        /// Parameters.
        found: u64,
        /// Locals.
        most: u32,
    },
    /// A cell variable that takes over a local that is no parameter.
    CellParameter {
        /// Number of the cell variable.
        cell: u32,
        /// The local.
        parameter: u32,
        /// Parameters there are.
        count: u64,
    },
    /// A parameter taken over by two cell variables.
    CellTwice {
        /// Number of the second cell variable.
        cell: u32,
        /// The parameter.
        parameter: u32,
    },
    /// A line number of 2^30 or more.
    Line {
        /// The line.
        found: u32,
    },
    /// No code at all.
    NoCode,

    /// Bytes that are no instruction.
    Instruction {
        /// The byte where the opcode should be.
        byte: u8,
    },
    /// An operand out of its range.
    Operand {
        /// The instruction.
        op: Op,
        /// The operand.
        found: u32,
        /// Least value.
        least: u32,
        /// Greatest value.
        most: u32,
    },
    /// An instruction that needs code of another kind.
    Kind {
        /// The instruction.
        op: Op,
        /// Code flags of which one is needed.
        wanted: u32,
    },
    /// A function made of code of another module.
    FunctionModule {
        /// Module of the code.
        found: u32,
        /// Module of the maker.
        wanted: u32,
    },
    /// A function made without a closure of code with free variables, or the other way round.
    Closure {
        /// Free variables of the code.
        frees: u32,
        /// Whether a closure is given.
        given: bool,
    },
    /// A jump to a place that is no instruction.
    Jump {
        /// Where it goes.
        target: u32,
    },

    /// An exception range whose edge is no instruction.
    RangeEdge {
        /// Number of the range.
        range: u32,
        /// The edge: start, end or target.
        at: u32,
    },
    /// An exception range that is empty or ends past the code.
    RangeBounds {
        /// Number of the range.
        range: u32,
        /// First byte.
        start: u32,
        /// Byte after the last.
        end: u32,
        /// Length of the code.
        len: u32,
    },
    /// An exception range that does not follow its predecessor in order.
    RangeOrder {
        /// Number of the range.
        range: u32,
    },
    /// An exception range that overlaps another, neither holding the other.
    RangeOverlap {
        /// Number of the range.
        range: u32,
        /// Number of the other.
        other: u32,
    },
    /// Exception ranges nested too deeply.
    RangeNest {
        /// Number of the range.
        range: u32,
        /// Most levels.
        most: u32,
    },

    /// An instruction takes more values than there are.
    Underflow {
        /// Values it takes.
        need: u32,
        /// Values there are.
        have: u32,
    },
    /// More values on the stack than the code object says.
    Overflow {
        /// Values after the instruction.
        depth: u32,
        /// Most values.
        most: u32,
    },
    /// Ways join with different depths.
    Join {
        /// Where they join.
        target: u32,
        /// Depth on this way.
        here: u32,
        /// Depth on the other.
        there: u32,
    },
    /// Control goes on past the last instruction.
    FallsOff,
    /// A stack too shallow for the exception range around it.
    RangeDepth {
        /// Number of the range.
        range: u32,
        /// Depth of the stack.
        have: u32,
        /// Depth that the range keeps.
        need: u32,
    },

    /// A position table in a stripped image.
    NotStripped,
    /// A position table that does not fit the instructions, or spells a position in another way than its one form.
    Positions {
        /// Instruction where it goes wrong, counted from 0.
        instruction: u32,
    },
}

/// Text of a name, what is not UTF-8 replaced.
struct Name<'a>(&'a [u8]);

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in self.0.utf8_chunks() {
            f.write_str(part.valid())?;
            if !part.invalid().is_empty() {
                f.write_str("\u{fffd}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Place::Image => f.write_str("image"),
            Place::Constant(index) => write!(f, "constant {index}"),
            Place::Module(index) => write!(f, "module {index}"),
            Place::Import(index) => write!(f, "host import {index}"),
            Place::Code { index, name } => write!(f, "code {index} ({})", Name(name)),
            Place::Instruction { index, name, pc } => write!(f, "code {index} ({}) byte {pc}", Name(name)),
        }
    }
}

/// The flags of code kinds in words.
struct Kinds(u32);

impl fmt::Display for Kinds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut first = true;
        for (flag, word) in crate::text::FLAG_WORDS {
            if self.0 & flag != 0 {
                f.write_str(if first { "" } else { " or " })?;
                f.write_str(word)?;
                first = false;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Problem::Scratch { have, need } => write!(f, "needs {need} words of memory, got {have}"),
            Problem::Malformed => f.write_str("cannot be read"),
            Problem::Index { what, index, count } => write!(f, "index {index}, but there are {count} {what}"),
            Problem::Constant { index, wanted: Wanted::Str } => write!(f, "constant {index} is not a str"),
            Problem::Constant { index, wanted: Wanted::Names } => {
                write!(f, "constant {index} is not a tuple of str")
            }
            Problem::TooMany { what, found, most } => write!(f, "{found} {what}, at most {most} allowed"),
            Problem::Flags { found, known } => write!(f, "flags {found:#x}, known are {known:#x}"),
            Problem::Twice { first } => write!(f, "the same as number {first}"),
            Problem::Text { at } => write!(f, "not UTF-8 at byte {at}"),
            Problem::BigInt => f.write_str("not the one form of this int"),
            Problem::Item { index } => write!(f, "item {index} does not stand before it"),
            Problem::ModuleCode { code, wanted } => write!(f, "its code {code} is not {wanted}"),
            Problem::Kinds { found } => {
                write!(f, "is {:#x}, at most one of {} allowed", found, Kinds(CODE_KINDS))
            }
            Problem::Namespace => f.write_str("namespace code has no parameters and is no generator"),
            Problem::PositionalOnly { found, most } => {
                write!(f, "{found} positional-only parameters of {most} positional ones")
            }
            Problem::Parameters { found, most } => write!(f, "{found} parameters, but {most} locals"),
            Problem::CellParameter { cell, parameter, count } => {
                write!(f, "cell {cell} takes over local {parameter}, but there are {count} parameters")
            }
            Problem::CellTwice { cell, parameter } => {
                write!(f, "cell {cell} takes over parameter {parameter}, which another one has")
            }
            Problem::Line { found } => write!(f, "line {found} is 2^30 or more"),
            Problem::NoCode => f.write_str("has no instructions"),
            Problem::Instruction { byte } => write!(f, "no instruction, byte {byte:#04x}"),
            Problem::Operand { op, found, least, most } => {
                write!(f, "{} with operand {found}, allowed are {least} to {most}", op.text())
            }
            Problem::Kind { op, wanted } => write!(f, "{} only in {} code", op.text(), Kinds(wanted)),
            Problem::FunctionModule { found, wanted } => {
                write!(f, "code of module {found} in module {wanted}")
            }
            Problem::Closure { frees, given: true } => {
                write!(f, "a closure for code with {frees} free variables")
            }
            Problem::Closure { frees, given: false } => {
                write!(f, "no closure for code with {frees} free variables")
            }
            Problem::Jump { target } => write!(f, "jump to byte {target}, where no instruction starts"),
            Problem::RangeEdge { range, at } => {
                write!(f, "exception range {range} at byte {at}, where no instruction starts")
            }
            Problem::RangeBounds { range, start, end, len } => {
                write!(f, "exception range {range} from {start} to {end} in {len} bytes of code")
            }
            Problem::RangeOrder { range } => write!(f, "exception range {range} is out of order"),
            Problem::RangeOverlap { range, other } => {
                write!(f, "exception range {range} overlaps range {other}")
            }
            Problem::RangeNest { range, most } => {
                write!(f, "exception range {range} makes more than {most} levels")
            }
            Problem::Underflow { need, have } => write!(f, "takes {need} values, the stack has {have}"),
            Problem::Overflow { depth, most } => write!(f, "leaves {depth} values, at most {most} stated"),
            Problem::Join { target, here, there } => {
                write!(f, "comes to byte {target} with {here} values, another way with {there}")
            }
            Problem::FallsOff => f.write_str("goes on past the end of the code"),
            Problem::RangeDepth { range, have, need } => {
                write!(f, "the stack has {have} values, exception range {range} keeps {need}")
            }
            Problem::NotStripped => f.write_str("has positions in a stripped image"),
            Problem::Positions { instruction } => {
                write!(f, "positions go wrong at instruction {instruction}")
            }
        }
    }
}

impl fmt::Display for CheckError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.problem)
    }
}

impl core::error::Error for CheckError<'_> {}
