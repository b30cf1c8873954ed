//! The instruction set of compiled patterns, and a view of a program.
//!
//! A program is a header of [`HEADER`] words, two words for each group when any has a name (start and end of the name
//! in the pattern), and the code. An instruction is one word, the operation in the low 8 bits and `a` in the upper 24,
//! and operands in the words after it. Addresses are word indices into the program.
//!
//! | operation | a | operands | does |
//! |---|---|---|---|
//! | FAIL | | | goes back to the last choice |
//! | SUCCESS | | | the match ends here |
//! | CHAR, NOT_CHAR | character | | that character; any other |
//! | FOLD_A, FOLD_U | folded character | | that character without regard to case, of ASCII, of Unicode |
//! | NOT_FOLD_A, NOT_FOLD_U | folded character | | any other |
//! | ANY, ANY_ALL | | | any character but newline; any |
//! | CLASS | class, 8 if ASCII | | a character of the class |
//! | SET | words of it | see `set` | a character of the set |
//! | TEXT | bytes | the bytes, four a word | those bytes |
//! | AT | anchor | | goes on if the anchor holds |
//! | OPEN, CLOSE | group - 1 | | marks start, end of a group |
//! | BACK, BACK_A, BACK_U | group - 1 | | what the group matched; without regard to case |
//! | COND | group - 1 | address | goes to the address if the group did not match |
//! | JUMP | address | | goes to the address |
//! | SPLIT | address | hint | goes on; when that fails, to the address |
//! | SPLIT_LAZY | address | | goes to the address; when that fails, on |
//! | RUN, RUN_LAZY, RUN_ALL | words of it | least, most, hint, one-character instruction | repeats it; RUN_ALL never gives back |
//! | REPEAT | loop | address | starts a loop, goes to its UNTIL |
//! | UNTIL | loop | least, most, address of the body, hint | again the body or on |
//! | UNTIL_LAZY | loop | least, most, address of the body, address of MORE | the same, on first |
//! | MORE | loop | address of the body | another time the body |
//! | UNTIL_ALL | loop | least, most, address of the body | again the body, for good, or on |
//! | ALL_END | loop | address of UNTIL_ALL | ends one time of the body |
//! | ATOMIC, ATOMIC_END | | | what is between gives nothing back |
//! | LOOK | | characters back, address after | what follows up to LOOK_END must match |
//! | LOOK_NOT | | characters back, address after | what follows up to LOOK_NOT_END must not match |
//!
//! A hint is the byte that must stand here for the next instruction to match, or [`NO_HINT`].

use super::error::Span;
use super::source::encode;
use super::{Flags, Kind};

pub const FAIL: u32 = 0;
pub const SUCCESS: u32 = 1;
pub const CHAR: u32 = 2;
pub const NOT_CHAR: u32 = 3;
pub const FOLD_A: u32 = 4;
pub const NOT_FOLD_A: u32 = 5;
pub const FOLD_U: u32 = 6;
pub const NOT_FOLD_U: u32 = 7;
pub const ANY: u32 = 8;
pub const ANY_ALL: u32 = 9;
pub const CLASS: u32 = 10;
pub const SET: u32 = 11;
pub const TEXT: u32 = 12;
pub const AT: u32 = 13;
pub const OPEN: u32 = 14;
pub const CLOSE: u32 = 15;
pub const BACK: u32 = 16;
pub const BACK_A: u32 = 17;
pub const BACK_U: u32 = 18;
pub const COND: u32 = 19;
pub const JUMP: u32 = 20;
pub const SPLIT: u32 = 21;
pub const SPLIT_LAZY: u32 = 22;
pub const RUN: u32 = 23;
pub const RUN_LAZY: u32 = 24;
pub const RUN_ALL: u32 = 25;
pub const REPEAT: u32 = 26;
pub const UNTIL: u32 = 27;
pub const UNTIL_LAZY: u32 = 28;
pub const MORE: u32 = 29;
pub const UNTIL_ALL: u32 = 30;
pub const ALL_END: u32 = 31;
pub const ATOMIC: u32 = 32;
pub const ATOMIC_END: u32 = 33;
pub const LOOK: u32 = 34;
pub const LOOK_END: u32 = 35;
pub const LOOK_NOT: u32 = 36;
pub const LOOK_NOT_END: u32 = 37;

/// Any byte may follow.
pub const NO_HINT: u32 = 256;
/// Bit of CLASS for ASCII only.
pub const CLASS_ASCII: u32 = 8;

/// `^`
pub const BEGIN: u32 = 0;
/// `$`
pub const END: u32 = 1;
/// `\A`
pub const BEGIN_TEXT: u32 = 2;
/// `\Z`
pub const END_TEXT: u32 = 3;
/// `\b`
pub const BOUNDARY: u32 = 4;
/// `\B`
pub const NOT_BOUNDARY: u32 = 5;
/// `^` at every line
pub const BEGIN_LINE: u32 = 6;
/// `$` at every line
pub const END_LINE: u32 = 7;
/// `\b` of ASCII words
pub const BOUNDARY_A: u32 = 8;
/// `\B` of ASCII words
pub const NOT_BOUNDARY_A: u32 = 9;

/// Words of the header.
pub const HEADER: usize = 10;
const MAGIC: u32 = 0x3158_5248; // "HRX1"

pub const H_MAGIC: usize = 0;
/// Words of the whole program.
pub const H_LEN: usize = 1;
/// Flags, and above them [`H_BYTES`].
pub const H_FLAGS: usize = 2;
/// Groups, the whole match not counted.
pub const H_GROUPS: usize = 3;
pub const H_LOOPS: usize = 4;
/// 1 if the program has a table of names.
pub const H_NAMES: usize = 5;
/// Address of the first instruction.
pub const H_CODE: usize = 6;
/// Least width in characters.
pub const H_WIDTH: usize = 7;
/// How to look for a start: one of the `SCAN_` values, and a value above its low 8 bits.
pub const H_SCAN: usize = 8;
/// Address of the eight words of [`SCAN_BYTES`].
pub const H_SCAN_AT: usize = 9;

/// In [`H_FLAGS`]: a bytes pattern.
const H_BYTES: u32 = 1 << 16;

/// Every position may start a match.
pub const SCAN_NONE: u32 = 0;
/// Only the start of the text.
pub const SCAN_BEGIN: u32 = 1;
/// Only the byte in the value.
pub const SCAN_BYTE: u32 = 2;
/// Only the TEXT at the address in the value.
pub const SCAN_TEXT: u32 = 3;
/// Only the bytes of a bitmap.
pub const SCAN_BYTES: u32 = 4;

/// The first two words of a header.
pub fn header_start(flags: Flags, kind: Kind) -> [u32; 3] {
    [MAGIC, 0, flags.0 | if kind == Kind::Bytes { H_BYTES } else { 0 }]
}

/// A compiled pattern.
#[derive(Clone, Copy, Debug)]
pub struct Program<'p> {
    pub(super) words: &'p [u32],
}

impl<'p> Program<'p> {
    /// Takes what [`compile`](super::compile) wrote; nothing if `words` do not start with a program.
    pub fn new(words: &'p [u32]) -> Option<Program<'p>> {
        let len = *words.get(H_LEN)? as usize;
        let program = Program { words: words.get(..len)? };
        // As many as an instruction can name; so no sum of them overflows.
        let counts = program.groups() < 1 << 24 && program.loops() < 1 << 24;
        (program.word(H_MAGIC) == MAGIC && len >= HEADER && counts).then_some(program)
    }

    #[inline]
    pub(super) fn word(&self, at: usize) -> u32 {
        self.words.get(at).copied().unwrap_or(FAIL)
    }

    /// How many words it is.
    pub fn words(&self) -> usize {
        self.words.len()
    }

    /// The flags, as `Pattern.flags` shows them.
    pub fn flags(&self) -> Flags {
        Flags(self.word(H_FLAGS) & (H_BYTES - 1))
    }

    /// Whether it is for strings or bytes.
    pub fn kind(&self) -> Kind {
        if self.word(H_FLAGS) & H_BYTES != 0 { Kind::Bytes } else { Kind::Str }
    }

    /// How many groups it has, the whole match not counted: `Pattern.groups`.
    pub fn groups(&self) -> u32 {
        self.word(H_GROUPS)
    }

    pub(super) fn loops(&self) -> u32 {
        self.word(H_LOOPS)
    }

    /// Where in the pattern the name of a group stands; nothing if it has none.
    pub fn group_name(&self, group: u32) -> Option<Span> {
        if group == 0 || group > self.groups() || self.word(H_NAMES) == 0 {
            return None;
        }
        let at = HEADER + 2 * (group as usize - 1);
        let span = Span { start: self.word(at), end: self.word(at + 1) };
        (span.end > span.start).then_some(span)
    }

    /// The number of the group that `pattern`, which this was compiled from, calls `name`.
    pub fn group_named(&self, pattern: &[u8], name: &[u8]) -> Option<u32> {
        // The table of names lies before the code.
        let named = (self.word(H_CODE) as usize).saturating_sub(HEADER).min(self.words.len()) / 2;
        (1..=self.groups().min(named as u32))
            .find(|&g| self.group_name(g).is_some_and(|span| span.of(pattern) == name))
    }

    /// Words of state that a match needs at least.
    pub fn state_words(&self) -> usize {
        super::state::HEADER + 2 * (self.groups() as usize + self.loops() as usize) + 64
    }
}

/// The first byte that the instruction at `at` needs, if it needs one; marks of groups are looked past.
pub fn hint_at(words: &[u32], mut at: usize, kind: Kind) -> u32 {
    loop {
        let Some(&word) = words.get(at) else { return NO_HINT };
        match word & 0xff {
            OPEN | CLOSE => at += 1,
            CHAR => return u32::from(encode(word >> 8, kind).0[0]),
            TEXT => return words.get(at + 1).map_or(NO_HINT, |w| w & 0xff),
            _ => return NO_HINT,
        }
    }
}

/// The words of the instruction at `at`.
pub fn length(words: &[u32], at: usize) -> usize {
    let Some(&word) = words.get(at) else { return 1 };
    let a = (word >> 8) as usize;
    match word & 0xff {
        SET | RUN | RUN_LAZY | RUN_ALL => a.max(1),
        TEXT => 1 + a.div_ceil(4),
        COND | SPLIT | REPEAT | MORE | ALL_END => 2,
        LOOK | LOOK_NOT => 3,
        UNTIL_ALL => 4,
        UNTIL | UNTIL_LAZY => 5,
        _ => 1,
    }
}
