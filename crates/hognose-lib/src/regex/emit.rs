//! Tree to program, with the stack of the scratch memory for the nodes that are open.

use super::case::{Fold, apply, is_cased};
use super::error::{ErrorKind, Memory, RegexError};
use super::parse::{self, GROUP_WORDS};
use super::program::{self as op, HEADER, NO_HINT};
use super::source::encode;
use super::tree::{self, Tree};
use super::{Flags, Kind, hints};
use hognose_vm::character::FindCharacter;

/// What [`compile`] made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Compiled {
    /// Words of the program, from the start of `out`.
    pub len: usize,
    /// Groups, the whole match not counted.
    pub groups: u32,
    /// Flags, those inside the pattern included.
    pub flags: Flags,
    /// Words that were used of `scratch`.
    pub scratch: usize,
}

/// Addresses in a program must fit in 24 bits.
const MAX_PROGRAM: usize = 1 << 24;

/// Compiles a pattern into `out`.
///
/// `scratch` is free again afterwards. Both grow with the pattern: about three words a character in `scratch` and 20 for
/// each group that is open, and one to four words a character in `out`. When one is too small the error is
/// [`ErrorKind::Memory`] with what was needed so far. The time is linear in the pattern, but for names of groups, which
/// are compared with each other.
pub fn compile(
    pattern: &[u8],
    kind: Kind,
    flags: Flags,
    out: &mut [u32],
    scratch: &mut [u32],
) -> Result<Compiled, RegexError> {
    compile_with_names(pattern, kind, flags, None, out, scratch)
}

/// The same for a host that knows the names of characters, for `\N{...}`.
pub fn compile_with_names(
    pattern: &[u8],
    kind: Kind,
    flags: Flags,
    find: Option<FindCharacter>,
    out: &mut [u32],
    scratch: &mut [u32],
) -> Result<Compiled, RegexError> {
    let (parsed, tree) = parse::parse(pattern, kind, flags, find, out, scratch)?;
    let names = keep_names(out, parsed.groups);
    let mut emitter = Emitter { tree, out: Out { words: out, len: 0 }, kind, flags: parsed.flags, loops: 0 };
    let groups = parsed.groups - 1;
    let [magic, len, flags] = op::header_start(parsed.flags, kind);
    let code = HEADER + if names { 2 * groups as usize } else { 0 };
    emitter.out.header(&[magic, len, flags, groups, 0, u32::from(names), code as u32, parsed.width, 0, 0])?;
    emitter.out.len = code;
    emitter.all(parsed.root)?;
    emitter.out.push(op::SUCCESS)?;
    let loops = emitter.loops;
    let scratch = emitter.tree.peak();
    let Out { words, len } = emitter.out;
    let len = hints::add(words, code, len, kind)?;
    for (at, word) in [(op::H_LEN, len as u32), (op::H_LOOPS, loops)] {
        if let Some(to) = words.get_mut(at) {
            *to = word;
        }
    }
    Ok(Compiled { len, groups, flags: parsed.flags, scratch })
}

/// Packs the names out of the table of groups that parsing left; whether there is one.
fn keep_names(out: &mut [u32], groups: u32) -> bool {
    let mut any = false;
    for g in 1..groups as usize {
        let from = HEADER + g * GROUP_WORDS + 2;
        let Some(&[start, end]) = out.get(from..from + 2) else { break };
        any |= end > start;
        let to = HEADER + 2 * (g - 1);
        if let Some(to) = out.get_mut(to..to + 2) {
            to.copy_from_slice(&[start, end]);
        }
    }
    any
}

/// The program so far.
pub struct Out<'a> {
    pub words: &'a mut [u32],
    pub len: usize,
}

impl Out<'_> {
    fn header(&mut self, header: &[u32; HEADER]) -> Result<(), RegexError> {
        match self.words.get_mut(..HEADER) {
            Some(to) => to.copy_from_slice(header),
            None => return Err(too_small(HEADER)),
        }
        Ok(())
    }

    /// Adds a word; gives its address.
    pub fn push(&mut self, word: u32) -> Result<usize, RegexError> {
        let at = self.len;
        if at >= MAX_PROGRAM {
            return Err(RegexError::whole(ErrorKind::PatternTooLong));
        }
        let Some(to) = self.words.get_mut(at) else { return Err(too_small(at + 1)) };
        *to = word;
        self.len += 1;
        Ok(at)
    }

    pub fn extend(&mut self, words: &[u32]) -> Result<usize, RegexError> {
        let at = self.len;
        for &word in words {
            self.push(word)?;
        }
        Ok(at)
    }

    pub fn patch(&mut self, at: usize, word: u32) {
        if let Some(to) = self.words.get_mut(at) {
            *to = word;
        }
    }

    pub fn word(&self, at: usize) -> u32 {
        self.words.get(at).copied().unwrap_or(0)
    }

    /// Puts `a` into the instruction at `at`.
    pub fn patch_a(&mut self, at: usize, a: usize) {
        let word = self.word(at) & 0xff | (a as u32) << 8;
        self.patch(at, word);
    }
}

pub fn too_small(need: usize) -> RegexError {
    RegexError::whole(ErrorKind::Memory(Memory::Program, need as u32))
}

/// How characters are compared under `flags`.
pub fn folding(flags: Flags) -> Fold {
    if !flags.has(Flags::IGNORECASE) {
        Fold::None
    } else if flags.has(Flags::UNICODE) && !flags.has(Flags::LOCALE) {
        Fold::Unicode
    } else {
        Fold::Ascii
    }
}

/// Whether classes have ASCII characters only under `flags`.
pub fn ascii_classes(flags: Flags) -> bool {
    !flags.has(Flags::UNICODE) || flags.has(Flags::LOCALE)
}

/// A node whose inside is being emitted: the node, where in it, two addresses, the flags around it.
type Frame = [u32; 5];

pub struct Emitter<'a, 's> {
    pub tree: Tree<'s>,
    pub out: Out<'a>,
    pub kind: Kind,
    pub flags: Flags,
    loops: u32,
}

impl Emitter<'_, '_> {
    fn all(&mut self, root: u32) -> Result<(), RegexError> {
        let mut node = root;
        loop {
            if node != 0 {
                node = self.visit(node)?;
            } else if let Some(frame) = self.tree.pop() {
                node = self.resume(frame)?;
            } else {
                return Ok(());
            }
        }
    }

    fn enter(&mut self, node: u32, part: u32, a: usize, b: usize) -> Result<(), RegexError> {
        self.tree.push(&[node, part, a as u32, b as u32, self.flags.0])
    }

    /// Emits a node, or its start; gives the node to go on with.
    fn visit(&mut self, node: u32) -> Result<u32, RegexError> {
        match self.tree.kind(node) {
            tree::LITERAL if !self.is_cased(node, self.flags) => return self.text(node),
            tree::AT => self.anchor(self.tree.value(node))?,
            tree::REF => {
                let back = match folding(self.flags) {
                    Fold::None => op::BACK,
                    Fold::Ascii => op::BACK_A,
                    Fold::Unicode => op::BACK_U,
                };
                self.out.push(back | (self.tree.word(node, 2) - 1) << 8)?;
            }
            tree::BRANCH if self.is_set(node) => self.set(node, self.flags)?,
            tree::BRANCH => return self.start_alternative(node, self.tree.word(node, 2), 0),
            tree::GROUP => {
                self.out.push(op::OPEN | (self.tree.word(node, 2) - 1) << 8)?;
                self.enter(node, 0, 0, 0)?;
                return Ok(self.tree.word(node, 3));
            }
            tree::PLAIN => {
                self.enter(node, 0, 0, 0)?;
                self.flags = self.scoped(node, self.flags);
                return Ok(self.tree.word(node, 2));
            }
            tree::ATOMIC => {
                self.out.push(op::ATOMIC)?;
                self.enter(node, 0, 0, 0)?;
                return Ok(self.tree.word(node, 2));
            }
            tree::LOOK => return self.look(node),
            tree::COND => {
                let at = self.out.extend(&[op::COND | (self.tree.word(node, 2) - 1) << 8, 0])?;
                self.enter(node, 0, at, 0)?;
                return Ok(self.tree.word(node, 3));
            }
            tree::REPEAT => return self.repeat(node),
            _ => self.unit(node, self.flags)?,
        }
        Ok(self.tree.next(node))
    }

    /// Emits what comes after the inside of a node; gives the node to go on with.
    fn resume(&mut self, frame: Frame) -> Result<u32, RegexError> {
        let [node, part, a, b, flags] = frame;
        let a = a as usize;
        self.flags = Flags(flags);
        match self.tree.kind(node) {
            tree::BRANCH => return self.end_alternative(node, part, a, b),
            tree::GROUP => {
                self.out.push(op::CLOSE | (self.tree.word(node, 2) - 1) << 8)?;
            }
            tree::ATOMIC => {
                self.out.push(op::ATOMIC_END)?;
            }
            tree::LOOK => {
                let negative = self.tree.value(node) & 1 != 0;
                self.out.push(if negative { op::LOOK_NOT_END } else { op::LOOK_END })?;
                self.out.patch(a + 2, self.out.len as u32);
            }
            tree::COND if part == 0 && self.tree.word(node, 4) != 0 => {
                let jump = self.out.push(op::JUMP)?;
                self.out.patch(a + 1, self.out.len as u32);
                self.enter(node, 1, jump, 0)?;
                return Ok(self.tree.word(node, 4));
            }
            tree::COND if part == 0 => self.out.patch(a + 1, self.out.len as u32),
            tree::COND => self.out.patch_a(a, self.out.len),
            tree::REPEAT => self.end_repeat(node, part, a)?,
            _ => {}
        }
        Ok(self.tree.next(node))
    }

    pub fn scoped(&self, plain: u32, flags: Flags) -> Flags {
        let value = self.tree.value(plain);
        flags.scoped(Flags(value & 0x1ff), Flags(value >> 9 & 0x1ff))
    }

    pub fn is_cased(&self, literal: u32, flags: Flags) -> bool {
        is_cased(self.tree.value(literal), folding(flags))
    }

    /// Literals that stand one after the other, as one instruction.
    fn text(&mut self, first: u32) -> Result<u32, RegexError> {
        let at = self.out.push(op::TEXT)?;
        let (mut node, mut bytes, mut word) = (first, 0u32, 0);
        while self.tree.kind(node) == tree::LITERAL && !self.is_cased(node, self.flags) {
            let (utf8, len) = encode(self.tree.value(node), self.kind);
            for &b in utf8.iter().take(len) {
                word |= u32::from(b) << (8 * (bytes & 3));
                bytes += 1;
                if bytes & 3 == 0 {
                    self.out.push(word)?;
                    word = 0;
                }
            }
            node = self.tree.next(node);
        }
        if bytes & 3 != 0 {
            self.out.push(word)?;
        }
        self.out.patch_a(at, bytes as usize);
        if self.tree.next(first) == node {
            self.out.len = at;
            self.out.push(op::CHAR | self.tree.value(first) << 8)?;
        }
        Ok(node)
    }

    /// A node that matches one character.
    pub fn unit(&mut self, node: u32, flags: Flags) -> Result<(), RegexError> {
        let value = self.tree.value(node);
        let word = match self.tree.kind(node) {
            kind @ (tree::LITERAL | tree::NOT_LITERAL) => {
                let how = folding(flags);
                let not = u32::from(kind == tree::NOT_LITERAL);
                match how {
                    _ if !self.is_cased(node, flags) => (op::CHAR + not) | value << 8,
                    Fold::Unicode => (op::FOLD_U + not) | apply(how, value) << 8,
                    _ => (op::FOLD_A + not) | apply(how, value) << 8,
                }
            }
            tree::ANY if flags.has(Flags::DOTALL) => op::ANY_ALL,
            tree::ANY => op::ANY,
            tree::CLASS => op::CLASS | (value | if ascii_classes(flags) { op::CLASS_ASCII } else { 0 }) << 8,
            tree::SET | tree::BRANCH => return self.set(node, flags),
            _ => op::FAIL,
        };
        self.out.push(word)?;
        Ok(())
    }

    fn anchor(&mut self, at: u32) -> Result<(), RegexError> {
        let ascii = ascii_classes(self.flags);
        let at = match at {
            op::BEGIN if self.flags.has(Flags::MULTILINE) => op::BEGIN_LINE,
            op::END if self.flags.has(Flags::MULTILINE) => op::END_LINE,
            op::BOUNDARY if ascii => op::BOUNDARY_A,
            op::NOT_BOUNDARY if ascii => op::NOT_BOUNDARY_A,
            at => at,
        };
        self.out.push(op::AT | at << 8)?;
        Ok(())
    }

    fn look(&mut self, node: u32) -> Result<u32, RegexError> {
        let value = self.tree.value(node);
        let (low, high) = (self.tree.word(node, 3), self.tree.word(node, 4));
        let back = match value >> 1 {
            0 => 0,
            _ if low == tree::MANY => return Err(RegexError::whole(ErrorKind::LookbehindTooLong)),
            _ if low != high => return Err(RegexError::whole(ErrorKind::VariableLookbehind)),
            _ => low,
        };
        let at = self.out.extend(&[if value & 1 != 0 { op::LOOK_NOT } else { op::LOOK }, back, 0])?;
        self.enter(node, 0, at, 0)?;
        Ok(self.tree.word(node, 2))
    }

    /// Starts alternative `alt` of a branch. `jumps` is the last jump to its end, each holds the one before.
    fn start_alternative(&mut self, branch: u32, alt: u32, jumps: usize) -> Result<u32, RegexError> {
        let last = self.tree.next(alt) == 0;
        let split = if last { 0 } else { self.out.extend(&[op::SPLIT, NO_HINT])? };
        self.enter(branch, alt, split, jumps)?;
        Ok(self.tree.word(alt, 2))
    }

    fn end_alternative(
        &mut self,
        branch: u32,
        alt: u32,
        split: usize,
        jumps: u32,
    ) -> Result<u32, RegexError> {
        let next = self.tree.next(alt);
        if next != 0 {
            let jump = self.out.push(op::JUMP | jumps << 8)?;
            self.out.patch_a(split, self.out.len);
            return self.start_alternative(branch, next, jump);
        }
        let mut jump = jumps as usize;
        while jump != 0 {
            let before = self.out.word(jump) >> 8;
            self.out.patch_a(jump, self.out.len);
            jump = before as usize;
        }
        Ok(self.tree.next(branch))
    }

    fn repeat(&mut self, node: u32) -> Result<u32, RegexError> {
        let mode = self.tree.value(node);
        let (min, max, child) = (self.tree.word(node, 2), self.tree.word(node, 3), self.tree.word(node, 4));
        if self.flags.has(Flags::TEMPLATE) {
            let name =
                ["MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"].get(mode as usize).copied().unwrap_or("");
            return Err(RegexError::whole(ErrorKind::TemplateRepeat(name)));
        }
        if let Some((unit, flags)) = self.single(child) {
            let run = [op::RUN, op::RUN_LAZY, op::RUN_ALL].get(mode as usize).copied().unwrap_or(op::FAIL);
            let at = self.out.extend(&[run, min, max, NO_HINT])?;
            self.unit(unit, flags)?;
            self.out.patch_a(at, self.out.len - at);
            return Ok(self.tree.next(node));
        }
        let (part, at) = match (min, max, mode) {
            (_, 0, _) => (PART_SKIP, self.out.push(op::JUMP)?),
            (1, 1, tree::GREEDY | tree::LAZY) => (PART_ONCE, 0),
            (0, 1, tree::GREEDY) => (PART_SPLIT, self.out.extend(&[op::SPLIT, NO_HINT])?),
            (0, 1, tree::LAZY) => (PART_SPLIT, self.out.push(op::SPLIT_LAZY)?),
            _ => {
                let number = self.loops << 8;
                self.loops += 1;
                let at = self.out.extend(&[op::REPEAT | number, 0])?;
                if mode == tree::LAZY {
                    self.out.extend(&[op::MORE | number, self.out.len as u32 + 2])?;
                }
                (PART_LOOP, at)
            }
        };
        self.enter(node, part, at, 0)?;
        Ok(child)
    }

    fn end_repeat(&mut self, node: u32, part: u32, at: usize) -> Result<(), RegexError> {
        match part {
            PART_ONCE => return Ok(()),
            PART_SKIP | PART_SPLIT => {
                self.out.patch_a(at, self.out.len);
                return Ok(());
            }
            _ => {}
        }
        let number = self.out.word(at) & !0xff;
        let (min, max) = (self.tree.word(node, 2), self.tree.word(node, 3));
        let body = at as u32 + 2;
        match self.tree.value(node) {
            tree::GREEDY => {
                let until = self.out.extend(&[op::UNTIL | number, min, max, body, NO_HINT])?;
                self.out.patch(at + 1, until as u32);
            }
            tree::LAZY => {
                let until = self.out.extend(&[op::UNTIL_LAZY | number, min, max, body + 2, body])?;
                self.out.patch(at + 1, until as u32);
            }
            _ => {
                let end = self.out.len as u32;
                self.out.extend(&[op::ALL_END | number, end + 2])?;
                let until = self.out.extend(&[op::UNTIL_ALL | number, min, max, body])?;
                self.out.patch(at + 1, until as u32);
            }
        }
        Ok(())
    }

    /// The node of one character that a repeat repeats, if it is one, and the flags for it.
    fn single(&self, mut node: u32) -> Option<(u32, Flags)> {
        let mut flags = self.flags;
        while self.tree.kind(node) == tree::PLAIN {
            flags = self.scoped(node, flags);
            node = self.tree.word(node, 2);
            if node == 0 || self.tree.next(node) != 0 {
                return None;
            }
        }
        match self.tree.kind(node) {
            tree::LITERAL | tree::NOT_LITERAL | tree::ANY | tree::CLASS | tree::SET => Some((node, flags)),
            tree::BRANCH if self.is_set(node) => Some((node, flags)),
            _ => None,
        }
    }
}

/// How a repeat of more than one character was started.
const PART_SKIP: u32 = 0;
const PART_ONCE: u32 = 1;
const PART_SPLIT: u32 = 2;
const PART_LOOP: u32 = 3;
