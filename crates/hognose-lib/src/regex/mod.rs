//! Regular expressions as CPython 3.11 has them, on slices and memory that the caller supplies.
//!
//! Three steps, none of which allocates or recurses:
//!
//! 1. [`compile`] turns pattern text into a *program*, a slice of words, with a second slice as scratch.
//! 2. [`Matcher`] runs a program over a text. All it knows between calls is in a slice of words (the *state*), so a
//!    match can stop when its fuel is spent and go on later, or move to a larger slice when the state is full.
//! 3. [`Template`] reads the replacement text of `sub`, [`escape`] quotes text.
//!
//! Texts are UTF-8 ([`Kind::Str`]) or plain bytes ([`Kind::Bytes`]). All positions and spans are byte offsets, except
//! the position inside a [`RegexError`], which counts characters as CPython's message does.
//!
//! | file | what |
//! |---|---|
//! | `source` | characters and escapes of a pattern, one ahead |
//! | `parse`, `parse_group`, `parse_set`, `parse_escape` | pattern -> tree |
//! | `tree` | nodes of the tree, and the stack, in scratch |
//! | `emit`, `emit_set` | tree -> program |
//! | `hints` | first bytes and literal prefix of a program |
//! | `program` | the instruction set, and a view of a program |
//! | `matcher`, `state` | a match as the caller sees it, and where it is kept |
//! | `machine`, `repeats`, `places`, `runs` | executing a program |
//! | `set`, `case`, `classes`, `tables` | questions about one character |
//! | `template`, `quote`, `error` | replacement texts, `escape`, messages |

mod case;
mod classes;
mod emit;
mod emit_set;
mod error;
mod hints;
mod machine;
mod matcher;
mod parse;
mod parse_escape;
mod parse_group;
mod parse_set;
mod places;
mod program;
mod quote;
mod repeats;
mod runs;
mod set;
mod source;
mod state;
mod tables;
mod template;
mod tree;

pub use emit::{Compiled, compile, compile_with_names};
pub use error::{ErrorClass, ErrorKind, Memory, Message, RegexError, Span};
pub use matcher::{Matcher, Step};
pub use program::Program;
pub use quote::escape;
pub(crate) use source::{char_at, wide_char};
pub use state::{Mode, Search};
pub use template::{Piece, Template};

/// What a pattern and its texts are made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Characters in UTF-8.
    Str,
    /// Bytes.
    Bytes,
}

/// Flags of a pattern, with the values that CPython gives them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Flags(pub u32);

impl Flags {
    /// `T`: no repeats allowed. Undocumented in CPython, and here only because `(?t)` is accepted there.
    pub const TEMPLATE: Flags = Flags(1);
    /// `I`: without regard to case.
    pub const IGNORECASE: Flags = Flags(2);
    /// `L`: case and classes of the locale, for bytes. Here the locale is always "C".
    pub const LOCALE: Flags = Flags(4);
    /// `M`: `^` and `$` match at every line.
    pub const MULTILINE: Flags = Flags(8);
    /// `S`: `.` matches a newline too.
    pub const DOTALL: Flags = Flags(16);
    /// `U`: classes of Unicode; on for every str pattern without `A`.
    pub const UNICODE: Flags = Flags(32);
    /// `X`: white space and comments in the pattern are skipped.
    pub const VERBOSE: Flags = Flags(64);
    /// `DEBUG`: accepted, and without effect.
    pub const DEBUG: Flags = Flags(128);
    /// `A`: classes and case of ASCII.
    pub const ASCII: Flags = Flags(256);

    /// `a`, `L` and `u`, of which a pattern has one.
    pub(crate) const TYPES: Flags = Flags(4 | 32 | 256);
    /// Flags that cannot be turned on for a part of a pattern.
    pub(crate) const GLOBAL: Flags = Flags(1 | 128);

    /// No flags.
    pub const fn empty() -> Flags {
        Flags(0)
    }

    /// Whether any of `other` is on.
    pub const fn has(self, other: Flags) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    pub const fn with(self, other: Flags) -> Flags {
        Flags(self.0 | other.0)
    }

    /// These without those of `other`.
    pub const fn without(self, other: Flags) -> Flags {
        Flags(self.0 & !other.0)
    }

    /// The flags inside a group that turns on `add` and off `del`.
    pub(crate) const fn scoped(self, add: Flags, del: Flags) -> Flags {
        let base = if add.has(Flags::TYPES) { self.without(Flags::TYPES) } else { self };
        base.with(add).without(del)
    }

    /// The flag that a letter of `(?...)` names.
    pub(crate) const fn letter(c: u32) -> Option<Flags> {
        Some(match c {
            0x69 => Flags::IGNORECASE,
            0x4c => Flags::LOCALE,
            0x6d => Flags::MULTILINE,
            0x73 => Flags::DOTALL,
            0x78 => Flags::VERBOSE,
            0x61 => Flags::ASCII,
            0x74 => Flags::TEMPLATE,
            0x75 => Flags::UNICODE,
            _ => return None,
        })
    }
}
