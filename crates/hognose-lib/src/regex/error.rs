//! What can be wrong with a pattern or a replacement text, in CPython's words.

use super::Kind;
use super::source::{char_at, count_chars};
use core::fmt::{self, Display, Formatter, Write};

/// A piece of the pattern (or replacement), as byte offsets.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    pub(crate) fn new(start: usize, end: usize) -> Span {
        // Texts above 4 GiB are refused before anything is read.
        Span { start: start as u32, end: end as u32 }
    }

    pub(crate) fn of<'a>(&self, text: &'a [u8]) -> &'a [u8] {
        text.get(self.start as usize..self.end as usize).unwrap_or(&[])
    }
}

/// Which Python exception an error is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ErrorClass {
    /// `re.error`.
    Regex,
    /// `ValueError`.
    Value,
    /// `OverflowError`.
    Overflow,
    /// `IndexError`.
    Index,
    /// `MemoryError`: give more memory and try again.
    Memory,
}

/// Which memory was too small.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Memory {
    /// The `out` slice of [`compile`](super::compile).
    Program,
    /// Its `scratch` slice.
    Scratch,
}

/// What is wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)] // each is named after its message
pub enum ErrorKind {
    /// That memory is too small: at least so many words are needed, and it may be more.
    Memory(Memory, u32),
    PatternTooLong,
    BadEscapeAtEnd,
    BadEscape(Span),
    IncompleteEscape(Span),
    OctalOutOfRange(Span),
    /// `\N{...}`, and the host knows no names of characters.
    NamedCharacter(Span),
    /// No character has that name.
    UnknownCharacterName(Span),
    MissingBrace,
    /// A name that should stand there: its terminator follows at once, or the text ends.
    MissingName(&'static str),
    UnterminatedName(&'static str),
    UnterminatedSet,
    BadRange(Span, Span),
    NothingToRepeat,
    MultipleRepeat,
    MinAboveMax,
    RepeatTooLarge,
    UnexpectedEnd,
    BadNameCharacter(Span),
    UnknownName(Span),
    /// The same in a replacement text, where it is an `IndexError`.
    UnknownTemplateName(Span),
    OpenGroup,
    LookbehindGroup,
    UnknownExtension(&'static str, Span),
    UnterminatedComment,
    UnterminatedGroup,
    UnbalancedParenthesis,
    BadGroupNumber,
    /// A number as it was written.
    InvalidGroup(Span),
    TooManyBranches,
    TooManyGroups,
    /// Name, its new number, its old number.
    Redefinition(Span, u32, u32),
    GlobalFlagsNotAtStart,
    LocaleInStr,
    UnicodeInBytes,
    IncompatibleTypes,
    UnknownFlag,
    MissingFlag,
    MissingColon,
    MissingFlagEnd,
    TurnOnGlobal,
    TurnOffGlobal,
    TurnOffType,
    OnAndOff,
    LocaleFlagInStr,
    AsciiAndUnicode,
    UnicodeFlagInBytes,
    AsciiAndLocale,
    VariableLookbehind,
    LookbehindTooLong,
    TemplateRepeat(&'static str),
    MissingAngle,
}

/// Why a pattern or a replacement text was refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RegexError {
    /// What is wrong.
    pub kind: ErrorKind,
    /// Where, in characters from the start (bytes for a bytes pattern); nothing for errors of the whole.
    pub pos: Option<u32>,
}

impl RegexError {
    /// An error of the whole.
    pub(crate) fn whole(kind: ErrorKind) -> RegexError {
        RegexError { kind, pos: None }
    }

    /// The exception that Python raises for it.
    pub fn class(&self) -> ErrorClass {
        match self.kind {
            ErrorKind::Memory(..) => ErrorClass::Memory,
            ErrorKind::LocaleFlagInStr
            | ErrorKind::AsciiAndUnicode
            | ErrorKind::UnicodeFlagInBytes
            | ErrorKind::AsciiAndLocale => ErrorClass::Value,
            ErrorKind::RepeatTooLarge | ErrorKind::PatternTooLong => ErrorClass::Overflow,
            ErrorKind::UnknownTemplateName(_) => ErrorClass::Index,
            _ => ErrorClass::Regex,
        }
    }

    /// Line and column, both from 1, of the error in `text` (the pattern or replacement); Python's `lineno`, `colno`.
    pub fn line_column(&self, text: &[u8], kind: Kind) -> Option<(u32, u32)> {
        let pos = self.pos?;
        let (mut line, mut column, mut at) = (1, 1, 0);
        for _ in 0..pos {
            let Some((c, len)) = char_at(text, at, kind) else { break };
            at += len;
            (line, column) = if c == 0x0a { (line + 1, 1) } else { (line, column + 1) };
        }
        Some((line, column))
    }

    /// The message with its position, as `str(error)` has it. `text` is what was read: pattern or replacement.
    pub fn message<'a>(&'a self, text: &'a [u8], kind: Kind) -> Message<'a> {
        Message { error: self, text, kind, with_position: true }
    }

    /// The message alone: Python's `error.msg`.
    pub fn short_message<'a>(&'a self, text: &'a [u8], kind: Kind) -> Message<'a> {
        Message { error: self, text, kind, with_position: false }
    }
}

/// A [`RegexError`] in words; made by [`RegexError::message`].
#[derive(Debug)]
pub struct Message<'a> {
    error: &'a RegexError,
    text: &'a [u8],
    kind: Kind,
    with_position: bool,
}

impl Message<'_> {
    /// A piece of the text as it stands; for bytes, above ASCII as `\xNN`.
    fn plain(&self, f: &mut Formatter<'_>, span: Span) -> fmt::Result {
        each_char(span.of(self.text), self.kind, |c| match char::from_u32(c) {
            Some(c) if c.is_ascii() || self.kind == Kind::Str => f.write_char(c),
            _ if c < 0x100 => write!(f, "\\x{c:02x}"),
            _ => write!(f, "\\u{c:04x}"),
        })
    }

    /// A piece of the text as `repr` shows it.
    fn quoted(&self, f: &mut Formatter<'_>, span: Span) -> fmt::Result {
        let text = span.of(self.text);
        // An IndexError does not go the way of re.error, which makes messages about bytes ASCII.
        let ascii = self.kind == Kind::Bytes && !matches!(self.error.kind, ErrorKind::UnknownTemplateName(_));
        let quote = if text.contains(&b'\'') && !text.contains(&b'"') { '"' } else { '\'' };
        f.write_char(quote)?;
        each_char(text, self.kind, |c| match char::from_u32(c) {
            Some('\n') => f.write_str("\\n"),
            Some('\r') => f.write_str("\\r"),
            Some('\t') => f.write_str("\\t"),
            Some('\\') => f.write_str("\\\\"),
            Some(c) if c == quote => write!(f, "\\{c}"),
            Some(c) if c.is_ascii() && !c.is_ascii_control() => f.write_char(c),
            Some(c) if printable(c) && !ascii => f.write_char(c),
            _ if c < 0x100 => write!(f, "\\x{c:02x}"),
            _ if c < 0x10000 => write!(f, "\\u{c:04x}"),
            _ => write!(f, "\\U{c:08x}"),
        })?;
        f.write_char(quote)
    }

    /// A number as `int` would show it: signs, spaces, underscores and leading zeros dropped.
    fn number(&self, f: &mut Formatter<'_>, span: Span) -> fmt::Result {
        let mut started = false;
        each_char(span.of(self.text), self.kind, |c| match super::classes::digit_value(c) {
            Some(0) if !started => Ok(()),
            Some(d) => {
                started = true;
                write!(f, "{d}")
            }
            None => Ok(()),
        })?;
        if started { Ok(()) } else { f.write_char('0') }
    }

    fn words(&self, f: &mut Formatter<'_>) -> fmt::Result {
        use ErrorKind::*;
        let words = match self.error.kind {
            Memory(super::error::Memory::Program, n) => {
                return write!(f, "program memory: {n} words or more are needed");
            }
            Memory(super::error::Memory::Scratch, n) => {
                return write!(f, "scratch memory: {n} words or more are needed");
            }
            PatternTooLong => "the pattern is too long",
            BadEscapeAtEnd => "bad escape (end of pattern)",
            BadEscape(s) => {
                f.write_str("bad escape ")?;
                return self.plain(f, s);
            }
            IncompleteEscape(s) => {
                f.write_str("incomplete escape ")?;
                return self.plain(f, s);
            }
            OctalOutOfRange(s) => {
                f.write_str("octal escape value ")?;
                self.plain(f, s)?;
                " outside of range 0-0o377"
            }
            NamedCharacter(s) => {
                f.write_str("character names are not known here: ")?;
                return self.quoted(f, s);
            }
            UnknownCharacterName(s) => {
                f.write_str("undefined character name ")?;
                return self.quoted(f, s);
            }
            MissingBrace => "missing {",
            MissingName(what) => return write!(f, "missing {what}"),
            UnterminatedName(end) => return write!(f, "missing {end}, unterminated name"),
            UnterminatedSet => "unterminated character set",
            BadRange(a, b) => {
                f.write_str("bad character range ")?;
                self.plain(f, a)?;
                f.write_char('-')?;
                return self.plain(f, b);
            }
            NothingToRepeat => "nothing to repeat",
            MultipleRepeat => "multiple repeat",
            MinAboveMax => "min repeat greater than max repeat",
            RepeatTooLarge => "the repetition number is too large",
            UnexpectedEnd => "unexpected end of pattern",
            BadNameCharacter(s) => {
                f.write_str("bad character in group name ")?;
                return self.quoted(f, s);
            }
            UnknownName(s) | UnknownTemplateName(s) => {
                f.write_str("unknown group name ")?;
                return self.quoted(f, s);
            }
            OpenGroup => "cannot refer to an open group",
            LookbehindGroup => "cannot refer to group defined in the same lookbehind subpattern",
            UnknownExtension(before, s) => {
                f.write_str("unknown extension ")?;
                f.write_str(before)?;
                return self.plain(f, s);
            }
            UnterminatedComment => "missing ), unterminated comment",
            UnterminatedGroup => "missing ), unterminated subpattern",
            UnbalancedParenthesis => "unbalanced parenthesis",
            BadGroupNumber => "bad group number",
            InvalidGroup(s) => {
                f.write_str("invalid group reference ")?;
                return self.number(f, s);
            }
            TooManyBranches => "conditional backref with more than two branches",
            TooManyGroups => "too many groups",
            Redefinition(s, new, old) => {
                f.write_str("redefinition of group name ")?;
                self.quoted(f, s)?;
                return write!(f, " as group {new}; was group {old}");
            }
            GlobalFlagsNotAtStart => "global flags not at the start of the expression",
            LocaleInStr => "bad inline flags: cannot use 'L' flag with a str pattern",
            UnicodeInBytes => "bad inline flags: cannot use 'u' flag with a bytes pattern",
            IncompatibleTypes => "bad inline flags: flags 'a', 'u' and 'L' are incompatible",
            UnknownFlag => "unknown flag",
            MissingFlag => "missing flag",
            MissingColon => "missing :",
            MissingFlagEnd => "missing -, : or )",
            TurnOnGlobal => "bad inline flags: cannot turn on global flag",
            TurnOffGlobal => "bad inline flags: cannot turn off global flag",
            TurnOffType => "bad inline flags: cannot turn off flags 'a', 'u' and 'L'",
            OnAndOff => "bad inline flags: flag turned on and off",
            LocaleFlagInStr => "cannot use LOCALE flag with a str pattern",
            AsciiAndUnicode => "ASCII and UNICODE flags are incompatible",
            UnicodeFlagInBytes => "cannot use UNICODE flag with a bytes pattern",
            AsciiAndLocale => "ASCII and LOCALE flags are incompatible",
            VariableLookbehind => "look-behind requires fixed-width pattern",
            LookbehindTooLong => "looks too much behind",
            TemplateRepeat(op) => return write!(f, "internal: unsupported template operator {op}"),
            MissingAngle => "missing <",
        };
        f.write_str(words)
    }
}

impl Display for Message<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.words(f)?;
        let Some(pos) = self.error.pos.filter(|_| self.with_position) else { return Ok(()) };
        write!(f, " at position {pos}")?;
        match self.error.line_column(self.text, self.kind) {
            Some((line, column)) if self.text.contains(&b'\n') => {
                write!(f, " (line {line}, column {column})")
            }
            _ => Ok(()),
        }
    }
}

fn each_char(text: &[u8], kind: Kind, mut f: impl FnMut(u32) -> fmt::Result) -> fmt::Result {
    let mut at = 0;
    while let Some((c, len)) = char_at(text, at, kind) {
        at += len;
        f(c)?;
    }
    Ok(())
}

/// Whether `repr` leaves a character above ASCII as it is. White space, controls and what is never text are escaped.
fn printable(c: char) -> bool {
    let n = u32::from(c);
    !(super::classes::is_space(n, false)
        || n < 0xa1
        || matches!(n, 0xad | 0x600..=0x605 | 0x61c | 0x6dd | 0x70f | 0x180e | 0x200b..=0x200f | 0x202a..=0x202e)
        || matches!(n, 0x2060..=0x206f | 0xfeff | 0xe000..=0xf8ff | 0xfff0..=0xfffb | 0xf0000..)
        || n & 0xfffe == 0xfffe)
}

/// The position of byte `at` of `text`, in characters.
pub(crate) fn char_position(text: &[u8], at: usize, kind: Kind) -> u32 {
    count_chars(text.get(..at).unwrap_or(text), kind) as u32
}
