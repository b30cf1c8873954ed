//! The state of a match: a slice of words that the caller supplies.
//!
//! [`HEADER`] words, two words for each group (start, end) and each loop (times, last position), then the stack, which
//! grows up. Nothing in it depends on where it lies: it can be copied to a larger slice at any time between calls.
//!
//! The stack has entries of three words. The low 3 bits of the first are the tag:
//!
//! | tag | first word | second | third | when it is taken off |
//! |---|---|---|---|---|
//! | CHOICE | address | position | | goes on there |
//! | SLOT | slot | value | | gives the slot its value back |
//! | CLOSED | slot | value | last group | the same, and the last group that was closed |
//! | LOOP | first slot | value | value | gives two slots back |
//! | RUN | address | least position | position | one character fewer |
//! | LAZY | address | position | times | one character more |
//! | WALL | address or 0 | wall before | position | the inside failed: goes on at the address, or back further |

/// No position; no wall.
pub const NONE: u32 = u32::MAX;

pub const HEADER: usize = 14;

pub const S_PHASE: usize = 0;
pub const S_MODE: usize = 1;
/// Where the search begins, and where the text ends.
pub const S_BEGIN: usize = 2;
pub const S_END: usize = 3;
/// Where this match begins.
pub const S_START: usize = 4;
pub const S_PC: usize = 5;
pub const S_POS: usize = 6;
/// Words on the stack.
pub const S_STACK: usize = 7;
/// The innermost wall on the stack.
pub const S_WALL: usize = 8;
/// The group that was closed last.
pub const S_LAST: usize = 9;
/// Characters that a RUN has read so far, and the least position it may go back to.
pub const S_RUN: usize = 10;
pub const S_RUN_MIN: usize = 11;
/// Fuel that was used and is not paid.
pub const S_DEBT: usize = 12;
/// Words of groups and loops.
pub const S_SLOTS: usize = 13;

/// Looking for a position to try.
pub const SCAN: u32 = 0;
/// Executing.
pub const FORWARD: u32 = 1;
/// Taking off the stack.
pub const BACKWARD: u32 = 2;
pub const MATCHED: u32 = 3;
pub const FAILED: u32 = 4;

pub const MODE_SEARCH: u32 = 0;
pub const MODE_MATCH: u32 = 1;
pub const MODE_FULL: u32 = 2;
pub const MODE_ADVANCE: u32 = 4;

pub const CHOICE: u32 = 0;
pub const SLOT: u32 = 1;
pub const CLOSED: u32 = 2;
pub const LOOP: u32 = 3;
pub const RUN: u32 = 4;
pub const LAZY: u32 = 5;
pub const WALL: u32 = 6;

/// Where a match may start and must end.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Mode {
    /// Starts anywhere.
    #[default]
    Search,
    /// Starts at the beginning.
    Match,
    /// Starts at the beginning and ends at the end.
    FullMatch,
}

/// What is asked of a match.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Search {
    /// Where it may start and must end.
    pub mode: Mode,
    /// First byte of the text that it may start at; what is before can still be seen (by `^`, `\b`, look-behind).
    pub begin: usize,
    /// Where the text ends; what is behind cannot be seen.
    pub end: usize,
    /// The match must not be empty at `begin`.
    ///
    /// `findall`, `finditer`, `sub` and `split` search on from the end of each match with this set to whether that
    /// match was empty: so an empty match can follow another match, but not an empty one at the same place.
    pub must_advance: bool,
}

impl Search {
    /// A search in the whole of a text of `len` bytes.
    pub fn whole(mode: Mode, len: usize) -> Search {
        Search { mode, begin: 0, end: len, must_advance: false }
    }
}
