//! The instructions that repeat: runs of one character, and loops.

use super::machine::{Machine, Next, RUN_CHARS, SCAN_BYTES};
use super::program as op;
use super::runs::{back_one, forward, matches};
use super::source::char_at;
use super::state::{CHOICE, LAZY, LOOP, RUN, S_RUN, S_RUN_MIN};
use super::tree::MANY;

impl Machine<'_> {
    /// Sets a loop, so that going back gives its values back. There must be room.
    #[inline]
    pub(super) fn set_loop(&mut self, number: usize, times: u32, last: u32) {
        let slot = self.loops_at + 2 * number;
        self.push(LOOP, slot, self.slot(slot), self.slot(slot + 1));
        self.set_slot(slot, times);
        self.set_slot(slot + 1, last);
    }

    /// Times and last position of a loop.
    #[inline]
    pub(super) fn loop_state(&self, number: usize) -> (u32, u32) {
        let slot = self.loops_at + 2 * number;
        (self.slot(slot), self.slot(slot + 1))
    }

    pub(super) fn until(&mut self, pc: usize, number: usize) -> Next {
        let (times, last) = self.loop_state(number);
        let (min, max) = (self.word(pc + 1), self.word(pc + 2));
        let body = self.word(pc + 3) as usize;
        if !self.has_room(2) {
            return Next::Memory;
        }
        if times < min {
            self.set_loop(number, times.saturating_add(1), last);
            return self.go(body);
        }
        // A time that matched nothing is the last.
        let more = (times < max || max == MANY) && self.pos as u32 != last;
        if more && self.hinted(self.word(pc + 4), self.pos) {
            self.push(CHOICE, pc + 5, self.pos as u32, 0);
            self.set_loop(number, times.saturating_add(1), self.pos as u32);
            return self.go(body);
        }
        self.go(pc + 5)
    }

    pub(super) fn until_lazy(&mut self, pc: usize, number: usize) -> Next {
        let (times, last) = self.loop_state(number);
        let (min, max) = (self.word(pc + 1), self.word(pc + 2));
        if !self.has_room(1) {
            return Next::Memory;
        }
        if times < min {
            self.set_loop(number, times.saturating_add(1), last);
            return self.go(self.word(pc + 3) as usize);
        }
        if (times < max || max == MANY) && self.pos as u32 != last {
            self.push(CHOICE, self.word(pc + 4) as usize, self.pos as u32, 0);
        }
        self.go(pc + 5)
    }

    pub(super) fn until_all(&mut self, pc: usize, number: usize) -> Next {
        let (times, last) = self.loop_state(number);
        let (min, max) = (self.word(pc + 1), self.word(pc + 2));
        let body = self.word(pc + 3) as usize;
        if !self.has_room(1) {
            return Next::Memory;
        }
        if times < min {
            return self.wall(0, self.pos, body);
        }
        if (times < max || max == MANY) && self.pos as u32 != last {
            self.set_slot(self.loops_at + 2 * number + 1, self.pos as u32);
            return self.wall(pc + 4, self.pos, body);
        }
        self.go(pc + 4)
    }

    /// A RUN of any mode, some characters at a time; it is executed again until it has all.
    pub(super) fn run_chars(&mut self, mode: u32, pc: usize, len: usize) -> Next {
        let (min, max) = (self.word(pc + 1), self.word(pc + 2));
        let mut times = self.header[S_RUN];
        let mut left = RUN_CHARS;
        if times == 0 && min == 0 {
            self.header[S_RUN_MIN] = self.pos as u32;
        }
        if times < min {
            let wanted = (min - times).min(left);
            let (taken, pos) = forward(self.program.words, pc + 4, self.text, self.pos, wanted, self.kind);
            if taken < wanted {
                self.header[S_RUN] = 0;
                return Next::Back;
            }
            self.pos = pos;
            times += taken;
            left -= taken;
            self.header[S_RUN] = times;
            self.header[S_RUN_MIN] = pos as u32;
            if times < min {
                return Next::On;
            }
        }
        let more = max > times && mode != op::RUN_LAZY;
        if more && left > 0 {
            let wanted = (max - times).min(left);
            let (taken, pos) = forward(self.program.words, pc + 4, self.text, self.pos, wanted, self.kind);
            self.pos = pos;
            self.header[S_RUN] = times + taken;
            if taken == left && max > times + taken {
                return Next::On;
            }
        } else if more {
            return Next::On;
        }
        self.end_run(mode, pc, len)
    }

    /// A RUN has all that it can have.
    fn end_run(&mut self, mode: u32, pc: usize, len: usize) -> Next {
        let least = self.header[S_RUN_MIN];
        let (times, pos) = (self.header[S_RUN], self.pos as u32);
        let hinted = self.hinted(self.word(pc + 3), self.pos);
        let again = match mode {
            op::RUN => pos > least,
            op::RUN_LAZY => times < self.word(pc + 2),
            _ => false,
        };
        if again {
            if !self.has_room(1) {
                return Next::Memory;
            }
            if mode == op::RUN {
                self.push(RUN, pc, least, pos);
            } else {
                self.push(LAZY, pc, pos, times);
            }
        }
        self.header[S_RUN] = 0;
        if again && !hinted {
            return Next::Back;
        }
        self.go(pc + len)
    }

    /// A RUN gives back: at least one character, up to where the next instruction can match.
    pub(super) fn shorter(&mut self, at: usize, least: usize, end: usize) -> bool {
        let hint = self.word(at + 3);
        let mut pos = back_one(self.text, end, least, self.kind);
        if hint < op::NO_HINT {
            let from = least.max(end.saturating_sub(SCAN_BYTES));
            let window = self.text.get(from..end).unwrap_or(&[]);
            match window.iter().rposition(|&b| u32::from(b) == hint) {
                Some(n) => pos = from + n,
                None => {
                    if from > least {
                        self.push(RUN, at, least as u32, from as u32);
                    }
                    return false;
                }
            }
        }
        if pos > least {
            self.push(RUN, at, least as u32, pos as u32);
        }
        self.pc = at + (self.word(at) >> 8) as usize;
        self.pos = pos.min(self.text.len());
        true
    }

    /// A RUN_LAZY takes more: at least one character, up to where the next instruction can match.
    pub(super) fn longer(&mut self, at: usize, mut pos: usize, mut times: u32) -> bool {
        let (max, hint) = (self.word(at + 2), self.word(at + 3));
        for _ in 0..RUN_CHARS {
            match char_at(self.text, pos, self.kind) {
                Some((c, len)) if times < max && matches(self.program.words, at + 4, c) => pos += len,
                _ => return false,
            }
            times = times.saturating_add(1);
            if self.hinted(hint, pos) {
                if times < max {
                    self.push(LAZY, at, pos as u32, times);
                }
                self.pc = at + (self.word(at) >> 8) as usize;
                self.pos = pos;
                return true;
            }
        }
        self.push(LAZY, at, pos as u32, times);
        false
    }
}
