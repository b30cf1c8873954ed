//! The machine that executes a program: looking for a start, the stack, and the plain instructions.

use super::Kind;
use super::matcher::Step;
use super::program::{self as op, Program};
use super::runs::{back_one, find_byte, matches, text_at};
use super::source::char_at;
use super::state::*;

/// How an attempt from one position ended.
enum Exit {
    Matched,
    Failed,
    Fuel,
    Memory,
}

/// Characters of a run that one fuel pays.
pub(super) const RUN_CHARS: u32 = 32;
/// Bytes that are looked through for one fuel.
pub(super) const SCAN_BYTES: usize = 256;
/// Words of an entry on the stack.
pub(super) const ENTRY: usize = 3;

pub(super) struct Machine<'a> {
    pub(super) program: Program<'a>,
    pub(super) kind: Kind,
    /// The text up to where it ends.
    pub(super) text: &'a [u8],
    pub(super) slots: &'a mut [u32],
    pub(super) stack: &'a mut [u32],
    /// First slot of the loops.
    pub(super) loops_at: usize,
    pub(super) header: [u32; HEADER],
    pub(super) pc: usize,
    pub(super) pos: usize,
    /// Words on the stack.
    pub(super) top: usize,
}

impl<'a> Machine<'a> {
    pub(super) fn load(program: Program<'a>, text: &'a [u8], state: &'a mut [u32]) -> Option<Machine<'a>> {
        let (head, rest) = state.split_at_mut_checked(HEADER)?;
        let header: [u32; HEADER] = (&*head).try_into().ok()?;
        let slots = 2 * (program.groups() as usize + program.loops() as usize);
        if header[S_SLOTS] as usize != slots {
            return None;
        }
        let (slots, stack) = rest.split_at_mut_checked(slots)?;
        let text = text.get(..header[S_END] as usize).unwrap_or(text);
        let top = (header[S_STACK] as usize).min(stack.len());
        Some(Machine {
            kind: program.kind(),
            loops_at: 2 * program.groups() as usize,
            program,
            text,
            slots,
            stack,
            header,
            pc: header[S_PC] as usize,
            pos: (header[S_POS] as usize).min(text.len()),
            top: top - top % ENTRY,
        })
    }

    pub(super) fn save(mut self) -> [u32; HEADER] {
        self.header[S_PC] = self.pc as u32;
        self.header[S_POS] = self.pos as u32;
        self.header[S_STACK] = self.top as u32;
        self.header
    }

    pub(super) fn run(&mut self, fuel: &mut u64) -> Step {
        let debt = u64::from(self.header[S_DEBT]);
        let paid = debt.min(*fuel);
        *fuel -= paid;
        self.header[S_DEBT] = (debt - paid) as u32;
        loop {
            match self.header[S_PHASE] {
                SCAN => {
                    if *fuel == 0 {
                        return Step::MoreFuel;
                    }
                    *fuel -= 1;
                    self.scan();
                }
                FORWARD | BACKWARD => match self.attempt(fuel) {
                    Exit::Fuel => return Step::MoreFuel,
                    Exit::Memory => return Step::MoreMemory,
                    Exit::Matched => self.header[S_PHASE] = MATCHED,
                    Exit::Failed => self.next_start(),
                },
                MATCHED => return Step::Match,
                _ => return Step::NoMatch,
            }
        }
    }

    /// Looks for the next position to try; stops after a while to be paid.
    fn scan(&mut self) {
        let start = self.header[S_START] as usize;
        if self.header[S_MODE] & (MODE_MATCH | MODE_FULL) != 0 {
            return self.begin(start);
        }
        let left = self.text.len().saturating_sub(start);
        if start > self.text.len() || left < self.program.word(op::H_WIDTH) as usize {
            self.header[S_PHASE] = FAILED;
            return;
        }
        let how = self.program.word(op::H_SCAN);
        let value = how >> 8;
        let window = self.text.get(start..start + left.min(SCAN_BYTES)).unwrap_or(&[]);
        let found = match how & 0xff {
            op::SCAN_NONE => return self.begin(start),
            op::SCAN_BEGIN => {
                if start == 0 {
                    return self.begin(start);
                }
                self.header[S_PHASE] = FAILED;
                return;
            }
            op::SCAN_BYTE => find_byte(window, value as u8),
            op::SCAN_TEXT => self.scan_text(start, window, value as usize),
            _ => {
                let at = self.program.word(op::H_SCAN_AT) as usize;
                let bits: [u32; 8] = self
                    .program
                    .words
                    .get(at..)
                    .and_then(|w| w.get(..8))
                    .and_then(|w| w.try_into().ok())
                    .unwrap_or([u32::MAX; 8]);
                window.iter().position(|b| bits[usize::from(b >> 5)] >> (b & 31) & 1 != 0)
            }
        };
        match found {
            Some(n) => self.begin(start + n),
            None if left <= SCAN_BYTES => self.header[S_PHASE] = FAILED,
            None => self.header[S_START] += SCAN_BYTES as u32,
        }
    }

    /// The first place in the window where the TEXT instruction at `at` matches.
    fn scan_text(&self, start: usize, window: &[u8], at: usize) -> Option<usize> {
        let first = self.program.word(at + 1) as u8;
        let mut from = 0;
        while let Some(n) = find_byte(window.get(from..)?, first) {
            if text_at(self.program.words, at, self.text, start + from + n).is_some() {
                return Some(from + n);
            }
            from += n + 1;
        }
        None
    }

    fn begin(&mut self, start: usize) {
        self.header[S_START] = start as u32;
        self.header[S_PHASE] = FORWARD;
        self.header[S_WALL] = NONE;
        self.header[S_RUN] = 0;
        (self.pc, self.pos, self.top) = (self.program.word(op::H_CODE) as usize, start, 0);
    }

    /// After an attempt that failed. All slots have their first values back.
    fn next_start(&mut self) {
        let start = self.header[S_START] as usize;
        if self.header[S_MODE] & (MODE_MATCH | MODE_FULL) != 0 || start >= self.text.len() {
            self.header[S_PHASE] = FAILED;
            return;
        }
        let len = char_at(self.text, start, self.kind).map_or(1, |(_, len)| len);
        self.header[S_START] = (start + len) as u32;
        self.header[S_PHASE] = SCAN;
    }

    /// Takes fuel for work that was done; what is missing is owed.
    pub(super) fn charge(&mut self, fuel: &mut u64, n: usize) {
        let n = n as u64;
        if let Some(left) = fuel.checked_sub(n) {
            *fuel = left;
        } else {
            let owed = (n - *fuel).min(u64::from(u32::MAX)) as u32;
            self.header[S_DEBT] = self.header[S_DEBT].saturating_add(owed);
            *fuel = 0;
        }
    }

    #[inline]
    pub(super) fn has_room(&self, entries: usize) -> bool {
        self.top + entries * ENTRY <= self.stack.len()
    }

    #[inline]
    pub(super) fn push(&mut self, tag: u32, a: usize, b: u32, c: u32) {
        if let Some(to) = self.stack.get_mut(self.top..self.top + ENTRY) {
            to.copy_from_slice(&[tag | (a as u32) << 3, b, c]);
            self.top += ENTRY;
        }
    }

    #[inline]
    fn entry(&self, at: usize) -> Option<[u32; ENTRY]> {
        self.stack.get(at..)?.get(..ENTRY)?.try_into().ok()
    }

    #[inline]
    pub(super) fn slot(&self, n: usize) -> u32 {
        self.slots.get(n).copied().unwrap_or(NONE)
    }

    #[inline]
    pub(super) fn set_slot(&mut self, n: usize, value: u32) {
        if let Some(to) = self.slots.get_mut(n) {
            *to = value;
        }
    }

    /// The characters that a group matched.
    pub(super) fn group(&self, n: usize) -> Option<(usize, usize)> {
        let (start, end) = (self.slot(2 * n), self.slot(2 * n + 1));
        (start != NONE && end != NONE && start <= end).then_some((start as usize, end as usize))
    }

    /// Executes, and goes back, until the attempt has ended or something is missing.
    fn attempt(&mut self, fuel: &mut u64) -> Exit {
        let mut backward = self.header[S_PHASE] == BACKWARD;
        loop {
            if *fuel == 0 {
                self.header[S_PHASE] = if backward { BACKWARD } else { FORWARD };
                return Exit::Fuel;
            }
            *fuel -= 1;
            if backward {
                if self.top < ENTRY {
                    return Exit::Failed;
                }
                backward = !self.back();
                continue;
            }
            match self.execute(fuel) {
                Next::On => {}
                Next::Back => backward = true,
                Next::Matched => return Exit::Matched,
                Next::Memory => {
                    // The instruction did nothing and is paid when it does.
                    *fuel += 1;
                    self.header[S_PHASE] = FORWARD;
                    return Exit::Memory;
                }
            }
        }
    }

    /// Takes one entry off the stack; whether to execute on.
    fn back(&mut self) -> bool {
        self.top -= ENTRY;
        let Some([first, b, c]) = self.entry(self.top) else { return false };
        let a = (first >> 3) as usize;
        match first & 7 {
            CHOICE => {
                (self.pc, self.pos) = (a, (b as usize).min(self.text.len()));
                true
            }
            RUN => self.shorter(a, b as usize, c as usize),
            LAZY => self.longer(a, b as usize, c),
            WALL => {
                self.header[S_WALL] = b;
                (self.pc, self.pos) = (a, (c as usize).min(self.text.len()));
                a != 0
            }
            _ => {
                self.undo(first, b, c);
                false
            }
        }
    }

    /// Gives slots their values back.
    #[inline]
    fn undo(&mut self, first: u32, b: u32, c: u32) {
        let slot = (first >> 3) as usize;
        match first & 7 {
            SLOT => self.set_slot(slot, b),
            CLOSED => {
                self.set_slot(slot, b);
                self.header[S_LAST] = c;
            }
            LOOP => {
                self.set_slot(slot, b);
                self.set_slot(slot + 1, c);
            }
            _ => {}
        }
    }

    pub(super) fn word(&self, at: usize) -> u32 {
        self.program.word(at)
    }

    /// Whether the byte at `pos` is what `hint` wants.
    #[inline]
    pub(super) fn hinted(&self, hint: u32, pos: usize) -> bool {
        hint >= op::NO_HINT || self.text.get(pos).is_some_and(|&b| u32::from(b) == hint)
    }

    /// Executes one instruction.
    #[inline]
    fn execute(&mut self, fuel: &mut u64) -> Next {
        let pc = self.pc;
        let word = self.word(pc);
        let a = (word >> 8) as usize;
        match word & 0xff {
            op::CHAR | op::NOT_CHAR | op::ANY | op::ANY_ALL | op::CLASS => self.one(pc, 1),
            op::FOLD_A | op::NOT_FOLD_A | op::FOLD_U | op::NOT_FOLD_U => self.one(pc, 1),
            op::SET => self.one(pc, a),
            op::TEXT => match text_at(self.program.words, pc, self.text, self.pos) {
                Some(end) => {
                    self.charge(fuel, a / 64);
                    self.pos = end;
                    self.go(pc + 1 + a.div_ceil(4))
                }
                None => Next::Back,
            },
            op::OPEN => {
                if !self.has_room(1) {
                    return Next::Memory;
                }
                self.push(SLOT, 2 * a, self.slot(2 * a), 0);
                self.set_slot(2 * a, self.pos as u32);
                self.go(pc + 1)
            }
            op::CLOSE => {
                if !self.has_room(1) {
                    return Next::Memory;
                }
                self.push(CLOSED, 2 * a + 1, self.slot(2 * a + 1), self.header[S_LAST]);
                self.set_slot(2 * a + 1, self.pos as u32);
                self.header[S_LAST] = a as u32 + 1;
                self.go(pc + 1)
            }
            op::SPLIT => {
                if !self.hinted(self.word(pc + 1), self.pos) {
                    return self.go(a);
                }
                self.choose(a, pc + 2)
            }
            op::SPLIT_LAZY => self.choose(pc + 1, a),
            op::JUMP => self.go(a),
            op::RUN | op::RUN_LAZY | op::RUN_ALL => self.run_chars(word & 0xff, pc, a),
            op::UNTIL => self.until(pc, a),
            op::REPEAT => {
                if !self.has_room(1) {
                    return Next::Memory;
                }
                self.set_loop(a, 0, NONE);
                self.go(self.word(pc + 1) as usize)
            }
            op::AT => {
                if self.anchored(a as u32) {
                    self.go(pc + 1)
                } else {
                    Next::Back
                }
            }
            op::SUCCESS => {
                let mode = self.header[S_MODE];
                let short = mode & MODE_FULL != 0 && self.pos != self.text.len();
                let stuck = mode & MODE_ADVANCE != 0 && self.pos == self.header[S_BEGIN] as usize;
                if short || stuck { Next::Back } else { Next::Matched }
            }
            _ => self.execute_rare(word, fuel),
        }
    }

    /// The instructions that stand in few patterns.
    fn execute_rare(&mut self, word: u32, fuel: &mut u64) -> Next {
        let pc = self.pc;
        let a = (word >> 8) as usize;
        match word & 0xff {
            op::UNTIL_LAZY => self.until_lazy(pc, a),
            op::MORE => {
                if !self.has_room(1) {
                    return Next::Memory;
                }
                let times = self.slot(self.loops_at + 2 * a);
                self.set_loop(a, times.saturating_add(1), self.pos as u32);
                self.go(self.word(pc + 1) as usize)
            }
            op::UNTIL_ALL => self.until_all(pc, a),
            op::ALL_END => {
                self.cut(fuel);
                let slot = self.loops_at + 2 * a;
                self.set_slot(slot, self.slot(slot).saturating_add(1));
                self.go(self.word(pc + 1) as usize)
            }
            op::ATOMIC => self.wall(0, self.pos, pc + 1),
            op::ATOMIC_END => {
                self.cut(fuel);
                self.go(pc + 1)
            }
            op::LOOK | op::LOOK_NOT => {
                let back = self.word(pc + 1);
                let after = self.word(pc + 2) as usize;
                let not = word & 0xff == op::LOOK_NOT;
                if !self.has_room(1) {
                    return Next::Memory;
                }
                let mut pos = self.pos;
                for n in 0..back {
                    if pos == 0 {
                        self.charge(fuel, n as usize / 32);
                        return if not { self.go(after) } else { Next::Back };
                    }
                    pos = back_one(self.text, pos, 0, self.kind);
                }
                self.charge(fuel, back as usize / 32);
                self.wall(if not { after } else { 0 }, pos, pc + 3)
            }
            op::LOOK_END => {
                self.pos = self.cut(fuel);
                self.go(pc + 1)
            }
            op::LOOK_NOT_END => {
                self.unwind(fuel);
                Next::Back
            }
            op::BACK | op::BACK_A | op::BACK_U => self.back_reference(word & 0xff, a, fuel),
            op::COND => {
                if self.group(a).is_some() {
                    self.go(pc + 2)
                } else {
                    self.go(self.word(pc + 1) as usize)
                }
            }
            _ => Next::Back,
        }
    }

    #[inline]
    pub(super) fn go(&mut self, pc: usize) -> Next {
        self.pc = pc;
        Next::On
    }

    #[inline]
    fn one(&mut self, pc: usize, len: usize) -> Next {
        match char_at(self.text, self.pos, self.kind) {
            Some((c, bytes)) if matches(self.program.words, pc, c) => {
                self.pos += bytes;
                self.go(pc + len)
            }
            _ => Next::Back,
        }
    }

    /// Goes on at `now`, and when that fails at `later`.
    #[inline]
    fn choose(&mut self, later: usize, now: usize) -> Next {
        if !self.has_room(1) {
            return Next::Memory;
        }
        self.push(CHOICE, later, self.pos as u32, 0);
        self.go(now)
    }

    /// Opens a wall, and goes on behind it at `pos`. When the inside fails it goes on at `later`, or back if that is 0.
    pub(super) fn wall(&mut self, later: usize, pos: usize, now: usize) -> Next {
        if !self.has_room(1) {
            return Next::Memory;
        }
        let at = self.top as u32;
        self.push(WALL, later, self.header[S_WALL], self.pos as u32);
        self.header[S_WALL] = at;
        self.pos = pos;
        self.go(now)
    }

    /// Takes away the innermost wall and the choices behind it, but not what gives slots back; gives its position.
    fn cut(&mut self, fuel: &mut u64) -> usize {
        let wall = self.header[S_WALL] as usize;
        let Some([_, before, pos]) = self.entry(wall) else { return self.pos };
        self.charge(fuel, (self.top - wall.min(self.top)) / (4 * ENTRY));
        let mut kept = wall;
        let mut at = wall + ENTRY;
        while at < self.top {
            let Some(entry) = self.entry(at) else { break };
            if matches!(entry[0] & 7, SLOT | CLOSED | LOOP) {
                if let Some(to) = self.stack.get_mut(kept..kept + ENTRY) {
                    to.copy_from_slice(&entry);
                }
                kept += ENTRY;
            }
            at += ENTRY;
        }
        self.top = kept;
        self.header[S_WALL] = before;
        (pos as usize).min(self.text.len())
    }

    /// Takes away the innermost wall and all behind it, and gives slots back.
    fn unwind(&mut self, fuel: &mut u64) {
        let wall = self.header[S_WALL] as usize;
        let Some([_, before, _]) = self.entry(wall) else { return };
        self.charge(fuel, (self.top - wall.min(self.top)) / (4 * ENTRY));
        while self.top > wall + ENTRY {
            self.top -= ENTRY;
            if let Some([first, b, c]) = self.entry(self.top) {
                self.undo(first, b, c);
            }
        }
        self.top = wall;
        self.header[S_WALL] = before;
    }
}

/// What an instruction did.
pub(super) enum Next {
    On,
    Back,
    Matched,
    Memory,
}
