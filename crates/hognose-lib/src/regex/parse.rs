//! Pattern to tree. Groups that are open are kept on the stack of the scratch memory, never on the native one.

use super::error::{ErrorKind, Memory, RegexError, Span};
use super::program::HEADER;
use super::source::{Source, Token};
use super::tree::{self, MANY, Sequence, Tree};
use super::{Flags, Kind};
use hognose_vm::character::FindCharacter;

/// Words that a group takes in the table of groups: least and greatest width, start and end of the name.
pub const GROUP_WORDS: usize = 4;
/// The greatest width of a group that is still open; its least width is then 1.
const OPEN: [u32; 2] = [1, 0];
/// More groups than any pattern needs; numbers of slots must fit in 24 bits.
const MAX_GROUPS: u32 = 1 << 22;

/// What opened a level.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Opened {
    Top = 0,
    Group = 1,
    Plain = 2,
    Atomic = 3,
    Look = 4,
    Condition = 5,
}

/// One open group, or the whole pattern.
#[derive(Clone, Copy)]
pub struct Level {
    pub what: Opened,
    /// Byte offset of its parenthesis.
    pub start: usize,
    /// Group number; flags of PLAIN; direction of LOOK; group of COND.
    pub arg: u32,
    pub verbose: bool,
    /// For LOOK: the number of groups where the outermost look-behind began, before this one.
    pub lookbehind: u32,
    /// First and last ALT; for a condition the yes-part, and 1 once there is a no-part.
    alts: (u32, u32),
    /// Width of the alternatives so far; least first.
    width: (u32, u32),
    pub seq: Sequence,
}

const LEVEL_WORDS: usize = 8 + Sequence::WORDS;

impl Level {
    pub fn new(what: Opened, start: usize, arg: u32, verbose: bool) -> Level {
        let seq = Sequence::default();
        Level { what, start, arg, verbose, lookbehind: 0, alts: (0, 0), width: (MANY, 0), seq }
    }

    fn to_words(self) -> [u32; LEVEL_WORDS] {
        let mut w = [0; LEVEL_WORDS];
        let (own, seq) = w.split_at_mut(8);
        own.copy_from_slice(&[
            self.what as u32 | u32::from(self.verbose) << 8,
            self.start as u32,
            self.arg,
            self.lookbehind,
            self.alts.0,
            self.alts.1,
            self.width.0,
            self.width.1,
        ]);
        seq.copy_from_slice(&self.seq.to_words());
        w
    }

    fn from_words(w: [u32; LEVEL_WORDS]) -> Level {
        let [what, start, arg, lookbehind, a, b, low, high, s @ ..] = w;
        let verbose = what >> 8 != 0;
        let what = match what & 0xff {
            0 => Opened::Top,
            1 => Opened::Group,
            2 => Opened::Plain,
            3 => Opened::Atomic,
            4 => Opened::Look,
            _ => Opened::Condition,
        };
        let seq = Sequence::from_words(s);
        Level { what, start: start as usize, arg, verbose, lookbehind, alts: (a, b), width: (low, high), seq }
    }
}

/// A pattern read into a tree.
pub struct Parsed {
    /// First node.
    pub root: u32,
    /// Flags, those inside the pattern included.
    pub flags: Flags,
    /// Groups, the whole match included.
    pub groups: u32,
    /// Least width in characters.
    pub width: u32,
}

pub struct Parser<'a, 's> {
    pub source: Source<'a>,
    pub tree: Tree<'s>,
    /// Table of groups, in what will become the program.
    table: &'a mut [u32],
    pub groups: u32,
    pub flags: Flags,
    /// The number of groups where the outermost open look-behind began; 0 is none.
    pub lookbehind: u32,
    pub level: Level,
    /// How many groups are open.
    depth: u32,
    /// First and last COND that names its group by number.
    conditions: (u32, u32),
}

/// Reads `text`. The table of groups is in `out`, where the header of the program ends.
pub fn parse<'a, 's>(
    text: &'a [u8],
    kind: Kind,
    flags: Flags,
    find: Option<FindCharacter>,
    out: &'a mut [u32],
    scratch: &'s mut [u32],
) -> Result<(Parsed, Tree<'s>), RegexError> {
    let mut source = Source::new(text, kind)?;
    source.find = find;
    let tree = Tree::new(scratch)?;
    let table = out.get_mut(HEADER..).unwrap_or(&mut []);
    let level = Level::new(Opened::Top, 0, 0, flags.has(Flags::VERBOSE));
    let mut parser =
        Parser { source, tree, table, groups: 1, flags, lookbehind: 0, level, depth: 0, conditions: (0, 0) };
    let root = parser.run()?;
    let flags = fix_flags(kind, parser.flags)?;
    if parser.source.next.is_some() {
        return Err(parser.source.error(ErrorKind::UnbalancedParenthesis, 0));
    }
    parser.check_conditions()?;
    let width = parser.level.width.0;
    Ok((Parsed { root, flags, groups: parser.groups, width }, parser.tree))
}

/// Flags that go with the kind of pattern.
fn fix_flags(kind: Kind, flags: Flags) -> Result<Flags, RegexError> {
    let wrong = |kind| Err(RegexError::whole(kind));
    match kind {
        Kind::Str if flags.has(Flags::LOCALE) => wrong(ErrorKind::LocaleFlagInStr),
        Kind::Str if !flags.has(Flags::ASCII) => Ok(flags.with(Flags::UNICODE)),
        Kind::Str if flags.has(Flags::UNICODE) => wrong(ErrorKind::AsciiAndUnicode),
        Kind::Bytes if flags.has(Flags::UNICODE) => wrong(ErrorKind::UnicodeFlagInBytes),
        Kind::Bytes if flags.has(Flags::LOCALE) && flags.has(Flags::ASCII) => {
            wrong(ErrorKind::AsciiAndLocale)
        }
        _ => Ok(flags),
    }
}

impl Parser<'_, '_> {
    /// Reads everything; gives the first node of the whole.
    fn run(&mut self) -> Result<u32, RegexError> {
        loop {
            let this = self.source.next;
            match this.and_then(Token::single) {
                Some(0x7c) => self.alternative()?,
                Some(0x29) if self.level.what != Opened::Top => self.close()?,
                Some(0x29) => return self.finish(),
                _ => match this {
                    None if self.level.what == Opened::Top => return self.finish(),
                    None => return Err(self.source.error_at(ErrorKind::UnterminatedGroup, self.level.start)),
                    Some(token) => {
                        self.source.get()?;
                        self.item(token)?;
                    }
                },
            }
        }
    }

    /// One token that is neither `|` nor `)`; it was taken.
    fn item(&mut self, token: Token) -> Result<(), RegexError> {
        let Some(c) = token.single() else {
            return self.escape(token);
        };
        if self.level.verbose {
            if matches!(c, 0x20 | 0x09..=0x0d) {
                return Ok(());
            }
            if c == 0x23 {
                while let Some(t) = self.source.get()? {
                    if t.is(b'\n') {
                        break;
                    }
                }
                return Ok(());
            }
        }
        match u8::try_from(c).unwrap_or(b'a') {
            b'[' => self.set(token),
            b'*' => self.repeat(token, 0, MANY),
            b'+' => self.repeat(token, 1, MANY),
            b'?' => self.repeat(token, 0, 1),
            b'{' => self.braces(token),
            b'.' => self.unit(tree::ANY),
            b'(' => self.open(token),
            b'^' => self.anchor(super::program::BEGIN),
            b'$' => self.anchor(super::program::END),
            _ => self.literal(c),
        }
    }

    /// Appends a node of one word that matches one character.
    pub fn unit(&mut self, word: u32) -> Result<(), RegexError> {
        self.append(&[word, 0], 1, 1)
    }

    pub fn literal(&mut self, c: u32) -> Result<(), RegexError> {
        self.unit(tree::LITERAL | c << 8)
    }

    pub fn anchor(&mut self, at: u32) -> Result<(), RegexError> {
        self.append(&[tree::AT | at << 8, 0], 0, 0)
    }

    pub fn append(&mut self, words: &[u32], low: u32, high: u32) -> Result<(), RegexError> {
        let node = self.tree.alloc(words)?;
        self.level.seq.append(&mut self.tree, node, low, high);
        Ok(())
    }

    pub fn reference(&mut self, group: u32) -> Result<(), RegexError> {
        let low = self.table_word(group, 0);
        let high = self.table_word(group, 1);
        self.append(&[tree::REF, 0, group], low, high)
    }

    fn braces(&mut self, token: Token) -> Result<(), RegexError> {
        if self.source.ahead(b'}') {
            return self.literal(token.c);
        }
        let here = self.source.tell();
        let (low, mut high) = (self.number()?, None);
        let comma = self.source.take(b',')?;
        if comma {
            high = self.number()?;
        }
        if !self.source.take(b'}')? {
            self.literal(token.c)?;
            return self.source.seek(here);
        }
        let most = if comma { high } else { low };
        let (min, max) = (low.unwrap_or(0), most.map_or(u64::from(MANY), |n| n));
        if min >= u64::from(MANY) || most.is_some_and(|n| n >= u64::from(MANY)) {
            return Err(RegexError::whole(ErrorKind::RepeatTooLarge));
        }
        if max < min {
            return Err(self.source.error_at(ErrorKind::MinAboveMax, here));
        }
        self.repeat(token, min as u32, max as u32)
    }

    /// Decimal digits, if there are any; large numbers stay large.
    fn number(&mut self) -> Result<Option<u64>, RegexError> {
        let mut sum = None;
        while let Some(digit) = self.source.next.and_then(Token::digit) {
            let so_far = sum.unwrap_or(0u64);
            sum = Some(so_far.saturating_mul(10).saturating_add(u64::from(digit)).min(u64::from(MANY)));
            self.source.get()?;
        }
        Ok(sum)
    }

    fn repeat(&mut self, token: Token, min: u32, max: u32) -> Result<(), RegexError> {
        let last = self.level.seq.last;
        match self.tree.kind(last) {
            0 | tree::AT => return Err(self.source.error_at(ErrorKind::NothingToRepeat, token.start)),
            tree::REPEAT => return Err(self.source.error_at(ErrorKind::MultipleRepeat, token.start)),
            _ => {}
        }
        let mode = if self.source.take(b'?')? {
            tree::LAZY
        } else if self.source.take(b'+')? {
            tree::POSSESSIVE
        } else {
            tree::GREEDY
        };
        self.level.seq.repeat(&mut self.tree, mode, min, max)
    }

    /// Goes into a group.
    pub fn enter(&mut self, level: Level) -> Result<(), RegexError> {
        self.tree.push(&self.level.to_words())?;
        self.level = level;
        self.depth += 1;
        Ok(())
    }

    /// Whether flags for the whole may stand here: nothing was read so far.
    pub fn at_start(&self) -> bool {
        self.depth == 0 && self.level.alts.0 == 0 && self.level.seq.last == 0
    }

    /// Ends one alternative at `|`.
    fn alternative(&mut self) -> Result<(), RegexError> {
        if self.level.what == Opened::Condition {
            if self.level.alts.1 != 0 {
                return Err(self.source.error(ErrorKind::TooManyBranches, 0));
            }
            self.level.alts = (self.level.seq.head, 1);
            self.level.width = self.level.seq.width();
            self.level.seq = Sequence::default();
        } else {
            self.end_alternative()?;
            if self.level.what == Opened::Top {
                self.level.verbose = self.flags.has(Flags::VERBOSE);
            }
        }
        self.source.get()?;
        Ok(())
    }

    fn end_alternative(&mut self) -> Result<(), RegexError> {
        let alt = self.tree.alloc(&[tree::ALT, 0, self.level.seq.head])?;
        match self.level.alts.1 {
            0 => self.level.alts.0 = alt,
            before => self.tree.set(before, 1, alt),
        }
        self.level.alts.1 = alt;
        self.end_width();
        self.level.seq = Sequence::default();
        Ok(())
    }

    fn end_width(&mut self) {
        let (low, high) = self.level.seq.width();
        self.level.width = (self.level.width.0.min(low), self.level.width.1.max(high));
    }

    /// Ends the alternatives; gives the sequence they are. The width is then in the level.
    fn finish(&mut self) -> Result<u32, RegexError> {
        if self.level.alts.0 == 0 {
            self.end_width();
            return Ok(self.level.seq.head);
        }
        self.end_alternative()?;
        self.tree.alloc(&[tree::BRANCH, 0, self.level.alts.0])
    }

    /// Ends the level at `)`.
    fn close(&mut self) -> Result<(), RegexError> {
        if self.level.what == Opened::Condition {
            return self.close_condition();
        }
        let inner = self.finish()?;
        let level = self.level;
        if level.what == Opened::Look {
            self.lookbehind = level.lookbehind;
        }
        self.leave()?;
        let (low, high) = level.width;
        match level.what {
            Opened::Group => {
                self.set_table(level.arg, [low, high]);
                self.append(&[tree::GROUP, 0, level.arg, inner], low, high)
            }
            Opened::Atomic => self.append(&[tree::ATOMIC, 0, inner], low, high),
            Opened::Look => self.append(&[tree::LOOK | level.arg << 8, 0, inner, low, high], 0, 0),
            _ => self.append(&[tree::PLAIN | level.arg << 8, 0, inner], low, high),
        }
    }

    fn close_condition(&mut self) -> Result<(), RegexError> {
        let level = self.level;
        self.leave()?;
        let (low, high) = level.seq.width();
        let (yes, no, width) = match level.alts.1 {
            0 => (level.seq.head, 0, (0, high)),
            _ => (level.alts.0, level.seq.head, (level.width.0.min(low), level.width.1.max(high))),
        };
        let node = self.tree.alloc(&[tree::COND, 0, level.arg, yes, no])?;
        self.level.seq.append(&mut self.tree, node, width.0, width.1);
        Ok(())
    }

    /// Takes the `)` and goes back to the level around.
    fn leave(&mut self) -> Result<(), RegexError> {
        self.source.get()?;
        if let Some(words) = self.tree.pop() {
            self.level = Level::from_words(words);
        }
        self.depth = self.depth.saturating_sub(1);
        Ok(())
    }

    fn table_word(&self, group: u32, n: usize) -> u32 {
        self.table.get(group as usize * GROUP_WORDS + n).copied().unwrap_or(0)
    }

    fn set_table(&mut self, group: u32, words: [u32; 2]) {
        let at = group as usize * GROUP_WORDS;
        if let Some(to) = self.table.get_mut(at..at + 2) {
            to.copy_from_slice(&words);
        }
    }

    /// Gives the next group its number.
    pub fn new_group(&mut self, name: Option<Span>) -> Result<u32, RegexError> {
        let group = self.groups;
        if group >= MAX_GROUPS {
            return Err(self.source.error(ErrorKind::TooManyGroups, 0));
        }
        if let Some(name) = name {
            if let Some(old) = self.group_named(name) {
                let kind = ErrorKind::Redefinition(name, group, old);
                return Err(self.source.error(kind, self.source.chars(name) + 1));
            }
        }
        let end = (group as usize + 1) * GROUP_WORDS;
        let Some(to) = self.table.get_mut(end - GROUP_WORDS..end) else {
            return Err(RegexError::whole(ErrorKind::Memory(Memory::Program, (HEADER + end) as u32)));
        };
        let name = name.unwrap_or_default();
        to.copy_from_slice(&[OPEN[0], OPEN[1], name.start, name.end]);
        self.groups += 1;
        Ok(group)
    }

    pub fn group_named(&self, name: Span) -> Option<u32> {
        let wanted = name.of(self.source.text);
        (1..self.groups).find(|&g| {
            let span = Span { start: self.table_word(g, 2), end: self.table_word(g, 3) };
            span.end - span.start == name.end - name.start && span.of(self.source.text) == wanted
        })
    }

    pub fn is_closed(&self, group: u32) -> bool {
        group < self.groups && [self.table_word(group, 0), self.table_word(group, 1)] != OPEN
    }

    /// Refuses a group that a look-behind cannot refer to. `back` is where the error is shown.
    pub fn check_lookbehind(&self, group: u32) -> Result<(), RegexError> {
        if self.lookbehind == 0 {
            return Ok(());
        }
        if !self.is_closed(group) {
            return Err(self.source.error(ErrorKind::OpenGroup, 0));
        }
        if group >= self.lookbehind {
            return Err(self.source.error(ErrorKind::LookbehindGroup, 0));
        }
        Ok(())
    }

    /// Remembers that a condition named `group` at `name`, to be checked when all groups are known.
    pub fn note_condition(&mut self, group: u32, name: Span) -> Result<(), RegexError> {
        let node = self.tree.alloc(&[group, 0, name.start, name.end])?;
        match self.conditions.1 {
            0 => self.conditions.0 = node,
            before => self.tree.set(before, 1, node),
        }
        self.conditions.1 = node;
        Ok(())
    }

    fn check_conditions(&self) -> Result<(), RegexError> {
        let mut node = self.conditions.0;
        while node != 0 {
            if self.tree.word(node, 0) >= self.groups {
                let name = Span { start: self.tree.word(node, 2), end: self.tree.word(node, 3) };
                return Err(self.source.error_at(ErrorKind::InvalidGroup(name), name.start as usize));
            }
            node = self.tree.next(node);
        }
        Ok(())
    }
}
