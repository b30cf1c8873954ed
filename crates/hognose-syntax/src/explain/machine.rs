//! The machine that runs the grammar of errors.
//!
//! It tries alternatives in order and goes back when one does not fit, with results kept for each place, as the parser of
//! Python does: so it comes to the same fault. It needs an explicit stack only. All it keeps is in the words it is given:
//!
//! ```text
//! | tokens, three words each | kept results, two words each -->      <-- stack |
//! ```

use super::tables::{CODE, MARKED, MEMO, PLAIN, RULES, WRONG};
use crate::character::Characters;
use crate::error::{Place, SyntaxErrorKind};
use crate::lexer::LexError;
use crate::token::TokenKind as T;

/// Operations of the grammar code. Jumps have two bytes, the low one first.
pub(super) mod op {
    /// No alternative fits here.
    pub const FAIL: u8 = 0;
    /// The rule is done.
    pub const RETURN: u8 = 1;
    /// kind: takes a token.
    pub const TOKEN: u8 = 2;
    /// class: takes a number (0), a string (1) or a name that may be `match`, `case` or `_` (2).
    pub const CLASS: u8 = 3;
    /// word: takes a name with this text.
    pub const WORD: u8 = 4;
    /// rule: begins a rule.
    pub const CALL: u8 = 5;
    /// kind: takes a token, or its absence is the error.
    pub const FORCE: u8 = 6;
    /// jump: where to go on, from here, when what follows fails.
    pub const CHOICE: u8 = 7;
    /// jump: what followed a choice fitted.
    pub const COMMIT: u8 = 8;
    /// jump: as COMMIT, once more.
    pub const AGAIN: u8 = 9;
    /// jump: as COMMIT, back at the place of the choice.
    pub const BACK: u8 = 10;
    /// What followed a choice fitted, and should not have.
    pub const FAIL_TWICE: u8 = 11;
    /// The choice has no other way.
    pub const CUT: u8 = 12;
    /// number: the next thing is remembered.
    pub const MARK: u8 = 13;
    /// number: up to here.
    pub const END_MARK: u8 = 14;
    /// how, what: see [`super::super::action`].
    pub const ACTION: u8 = 15;
}

/// A run of tokens: index of the first, index after the last.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Run {
    pub first: u32,
    pub end: u32,
}

/// Why the machine stopped before the rule was done.
#[derive(Clone, Copy, Debug)]
pub(super) enum Stop {
    /// The fault was found.
    Raised(SyntaxErrorKind, Place),
    /// The next token cannot be made.
    Lex(LexError),
    /// The fault is in the field of an f-string, between these offsets.
    Field(u32, u32),
    /// The memory is full.
    Memory,
    /// Too many steps, or no more tokens.
    GivenUp,
}

/// The end of a run.
#[derive(Clone, Copy, Debug)]
pub(super) enum Outcome {
    Fits,
    Fails,
    Stopped(Stop),
}

pub(super) struct Machine<'a> {
    pub source: &'a [u8],
    pub characters: Characters,
    pub words: &'a mut [u32],
    /// Number of tokens.
    pub tokens: u32,
    /// The token after the last one cannot be made.
    pub broken: Option<LexError>,
    /// First free word above the kept results.
    kept: usize,
    /// Index of the topmost word of the stack.
    stack: usize,
    /// Index of the current token.
    at: u32,
    /// The last token that was looked at.
    pub furthest: u32,
    /// Index of the head word of the innermost rule on the stack.
    frame: usize,
    /// Rules that look for something wrong are tried.
    explaining: bool,
    /// The last thing that a comprehension went over, or its last condition.
    pub last_item: Run,
    steps: u64,
}

// Words of a rule on the stack, counted from its head, which is pushed last: where it began, the frame around it, and for
// some rules what they remember: a, b and the last item, two words each. The head has where to return (16 bits), the rule
// (8 bits), and flags. A choice has the place to go back to, under a head that is where to go on.
const START: usize = 1;
const OUTER: usize = 2;
const MARKS: usize = 3;
const MARK_WORDS: usize = 6;
/// A rule, not a choice.
const RULE: u32 = 1 << 31;
/// Faults were looked for outside.
const EXPLAINED: u32 = 1 << 30;
/// The rule has marks.
const HAS_MARKS: u32 = 1 << 29;
/// What is kept of a rule that does not fit.
const FAILED: u32 = 0xff_ffff;

impl<'a> Machine<'a> {
    pub fn new(source: &'a [u8], characters: Characters, words: &'a mut [u32]) -> Self {
        Self {
            source,
            characters,
            stack: words.len(),
            words,
            tokens: 0,
            broken: None,
            kept: 0,
            at: 0,
            furthest: 0,
            frame: 0,
            explaining: false,
            last_item: Run::default(),
            steps: 0,
        }
    }

    fn word(&self, at: usize) -> u32 {
        self.words.get(at).copied().unwrap_or(0)
    }

    fn set_word(&mut self, at: usize, word: u32) {
        if let Some(slot) = self.words.get_mut(at) {
            *slot = word;
        }
    }

    /// Adds a token. False when the memory is full.
    pub fn add_token(&mut self, kind: T, start: u32, end: u32, depth: usize) -> bool {
        let at = self.tokens as usize * 3;
        if at + 3 > self.words.len() {
            return false;
        }
        self.set_word(at, (kind as u32) << 24 | start & 0xff_ffff);
        self.set_word(at + 1, (depth as u32) << 24 | end & 0xff_ffff);
        self.set_word(at + 2, 0);
        self.tokens += 1;
        true
    }

    /// The code of the kind of a token.
    pub fn kind(&self, index: u32) -> u8 {
        (self.word(index as usize * 3) >> 24) as u8
    }

    pub fn is(&self, index: u32, kind: T) -> bool {
        self.kind(index) == kind as u8
    }

    pub fn start(&self, index: u32) -> u32 {
        self.word(index as usize * 3) & 0xff_ffff
    }

    pub fn end(&self, index: u32) -> u32 {
        self.word(index as usize * 3 + 1) & 0xff_ffff
    }

    /// Brackets open after a token.
    pub fn depth(&self, index: u32) -> u32 {
        self.word(index as usize * 3 + 1) >> 24
    }

    pub fn text(&self, index: u32) -> &'a [u8] {
        self.source.get(self.start(index) as usize..self.end(index) as usize).unwrap_or(&[])
    }

    /// Index of the token after what was read.
    pub const fn position(&self) -> u32 {
        self.at
    }

    /// A mark of the innermost rule: 0 for a, 1 for b, 2 for the last item of the comprehension in b.
    pub fn mark(&self, number: usize) -> Run {
        let at = self.frame + MARKS + number * 2;
        Run { first: self.word(at), end: self.word(at + 1) }
    }

    /// Counts the work of looking at some tokens as steps.
    pub fn charge(&mut self, run: Run) {
        let cost = 16 * u64::from(run.end.saturating_sub(run.first));
        self.steps = self.steps.saturating_sub(cost).max(1);
    }

    /// The words that hold nothing.
    pub fn free_words(&mut self) -> &mut [u32] {
        self.words.get_mut(self.kept..self.stack).unwrap_or_default()
    }

    /// Runs a rule from the first token on. In the second pass (`explaining`) faults are looked for.
    pub fn run(&mut self, rule: u8, explaining: bool) -> Outcome {
        for index in 0..self.tokens {
            self.set_word(index as usize * 3 + 2, 0);
        }
        // Word 0 would be the link that ends a chain, but it belongs to the first token.
        self.kept = self.tokens as usize * 3;
        self.stack = self.words.len();
        self.at = 0;
        self.frame = self.stack;
        self.explaining = explaining;
        self.steps = 100_000 + 2_000 * u64::from(self.tokens);
        match self.execute(rule) {
            Ok(true) => Outcome::Fits,
            Ok(false) => Outcome::Fails,
            Err(stop) => Outcome::Stopped(stop),
        }
    }

    fn execute(&mut self, rule: u8) -> Result<bool, Stop> {
        let Some(mut pc) = self.call(rule, 0)? else { return Ok(false) };
        loop {
            self.steps -= 1;
            if self.steps == 0 {
                return Err(Stop::GivenUp);
            }
            let operand = || CODE.get(pc + 1).copied().unwrap_or(0);
            let jump = || usize::from(operand()) | usize::from(CODE.get(pc + 2).copied().unwrap_or(0)) << 8;
            let next = match CODE.get(pc).copied().unwrap_or(op::FAIL) {
                op::RETURN => match self.finish_rule() {
                    Some(next) => Some(next),
                    None => return Ok(true),
                },
                op::TOKEN => {
                    let kind = operand();
                    self.fetch()?;
                    self.take_if(self.kind(self.at) == kind, pc + 2)
                }
                op::CLASS => {
                    let class = operand();
                    self.fetch()?;
                    self.take_if(self.is_class(class), pc + 2)
                }
                op::WORD => {
                    let word = [&b"match"[..], b"case", b"_"].get(usize::from(operand())).copied();
                    self.fetch()?;
                    let here = self.is(self.at, T::Name).then(|| self.text(self.at));
                    self.take_if(here == word, pc + 2)
                }
                op::FORCE => {
                    let kind = operand();
                    self.fetch()?;
                    if self.kind(self.at) != kind {
                        let text = if kind == T::Colon as u8 { ":" } else { "(" };
                        let kind = SyntaxErrorKind::Expected { text };
                        return Err(Stop::Raised(kind, self.place_of(self.at)));
                    }
                    self.take_if(true, pc + 2)
                }
                op::CALL => self.call(operand(), pc + 2)?,
                op::CHOICE => {
                    let other = jump();
                    self.push(self.at)?;
                    self.push(other as u32)?;
                    Some(pc + 3)
                }
                op::COMMIT => {
                    self.stack += 2;
                    Some(jump())
                }
                op::AGAIN => {
                    self.set_word(self.stack + 1, self.at);
                    Some(jump())
                }
                op::BACK => {
                    self.at = self.word(self.stack + 1);
                    self.stack += 2;
                    Some(jump())
                }
                op::FAIL_TWICE => {
                    self.stack += 2;
                    None
                }
                op::CUT => {
                    // The choice goes on at a FAIL.
                    self.set_word(self.stack, 0);
                    Some(pc + 1)
                }
                op::MARK => {
                    let at = self.frame + MARKS + usize::from(operand()) * 2;
                    self.set_word(at, self.at);
                    Some(pc + 2)
                }
                op::END_MARK => {
                    let number = usize::from(operand());
                    self.set_word(self.frame + MARKS + number * 2 + 1, self.at);
                    if number == 1 {
                        let item = self.last_item;
                        self.set_word(self.frame + MARKS + 4, item.first);
                        self.set_word(self.frame + MARKS + 5, item.end);
                    }
                    Some(pc + 2)
                }
                op::ACTION => {
                    let what = CODE.get(pc + 2).copied().unwrap_or(0);
                    if self.act(operand(), what)? { Some(pc + 3) } else { None }
                }
                _ => None,
            };
            pc = match next {
                Some(next) => next,
                None => match self.fail() {
                    Some(next) => next,
                    None => return Ok(false),
                },
            };
        }
    }

    /// Makes sure that there is a current token.
    fn fetch(&mut self) -> Result<(), Stop> {
        if self.at >= self.tokens {
            return Err(self.broken.map_or(Stop::GivenUp, Stop::Lex));
        }
        self.furthest = self.furthest.max(self.at);
        Ok(())
    }

    fn take_if(&mut self, fits: bool, next: usize) -> Option<usize> {
        self.at += u32::from(fits);
        fits.then_some(next)
    }

    fn is_class(&self, class: u8) -> bool {
        let any = |kinds: &[T]| kinds.iter().any(|&kind| self.is(self.at, kind));
        match class {
            0 => any(&[T::Int, T::Float, T::Imaginary]),
            1 => any(&[T::Str, T::Bytes, T::FString]),
            _ => {
                // Python compares only as many letters as the name has: `c` counts as `case`.
                let name = self.text(self.at);
                any(&[T::Name]) && [&b"match"[..], b"case", b"_"].iter().any(|word| word.starts_with(name))
            }
        }
    }

    fn push(&mut self, word: u32) -> Result<(), Stop> {
        if self.stack <= self.kept {
            return Err(Stop::Memory);
        }
        self.stack -= 1;
        self.set_word(self.stack, word);
        Ok(())
    }

    /// Begins a rule: where its code is, or where to go on when its result is known. None when it does not fit.
    fn call(&mut self, rule: u8, back: usize) -> Result<Option<usize>, Stop> {
        let marks = RULES.get(usize::from(rule)).copied().unwrap_or(0);
        if marks & WRONG != 0 && !self.explaining {
            return Ok(None);
        }
        if marks & MEMO != 0 {
            self.fetch()?;
            if let Some(end) = self.recall(rule) {
                if end == FAILED {
                    return Ok(None);
                }
                self.at = end;
                return Ok(Some(back));
            }
        }
        let mut head = RULE | u32::from(rule) << 16 | back as u32;
        if self.explaining {
            head |= EXPLAINED;
        }
        if marks & MARKED != 0 {
            head |= HAS_MARKS;
            for _ in 0..MARK_WORDS {
                self.push(0)?;
            }
        }
        self.push(self.frame as u32)?;
        self.push(self.at)?;
        self.push(head)?;
        self.frame = self.stack;
        if marks & PLAIN != 0 {
            self.explaining = false;
        }
        Ok(Some((marks & 0xffff) as usize))
    }

    /// Takes the innermost rule off; its result is `end`. Where to go on.
    fn leave_rule(&mut self, end: u32) -> usize {
        let head = self.word(self.frame);
        let start = self.word(self.frame + START);
        let outer = self.word(self.frame + OUTER);
        self.stack = self.frame + MARKS + if head & HAS_MARKS != 0 { MARK_WORDS } else { 0 };
        self.frame = outer as usize;
        self.explaining = head & EXPLAINED != 0;
        let rule = (head >> 16) as u8;
        if RULES.get(usize::from(rule)).is_some_and(|marks| marks & MEMO != 0) {
            self.keep(rule, start, end);
        }
        (head & 0xffff) as usize
    }

    /// The rule fits. None when it was the outermost.
    fn finish_rule(&mut self) -> Option<usize> {
        let back = self.leave_rule(self.at);
        if back == 0 { None } else { Some(back) }
    }

    /// Goes back to the last choice. None when there is none.
    fn fail(&mut self) -> Option<usize> {
        loop {
            if self.stack >= self.words.len() {
                return None;
            }
            let head = self.word(self.stack);
            if head & RULE == 0 {
                self.at = self.word(self.stack + 1);
                self.stack += 2;
                return Some(head as usize);
            }
            self.frame = self.stack;
            self.leave_rule(FAILED);
        }
    }

    /// The result of a rule at the current token, when it is kept.
    fn recall(&self, rule: u8) -> Option<u32> {
        let mut link = self.word(self.at as usize * 3 + 2) as usize;
        if self.at >= self.tokens {
            return None;
        }
        while link != 0 {
            let head = self.word(link);
            if head >> 24 == u32::from(rule) {
                return Some(self.word(link + 1));
            }
            // Links count entries, to have room beside the rule.
            link = self.entry((head & 0xff_ffff) as usize);
        }
        None
    }

    /// The place of a kept result by its number, counted from 1; 0 for none.
    fn entry(&self, number: usize) -> usize {
        if number == 0 { 0 } else { self.tokens as usize * 3 + (number - 1) * 2 }
    }

    /// Keeps a result when there is room: it only saves time.
    fn keep(&mut self, rule: u8, start: u32, end: u32) {
        let number = (self.kept - self.tokens as usize * 3) / 2 + 1;
        if start >= self.tokens || number > 0xff_ffff || self.kept + 64 > self.stack {
            return;
        }
        let slot = start as usize * 3 + 2;
        let before = self.word(slot) as usize;
        let before = if before == 0 { 0 } else { (before - self.tokens as usize * 3) / 2 + 1 };
        self.set_word(self.kept, u32::from(rule) << 24 | before as u32);
        self.set_word(self.kept + 1, end);
        self.set_word(slot, self.kept as u32);
        self.kept += 2;
    }
}
