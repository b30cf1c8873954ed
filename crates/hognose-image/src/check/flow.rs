//! Running one code object over stack depths.

use super::Problem;
use super::body::bit;
use super::range::Ranges;
use crate::code::Code;
use crate::isa::{self, Operand};

/// No depth yet.
const UNKNOWN: u32 = u32::MAX;

/// Where it went wrong, and what.
type Fault = (u32, Problem);

/// Depths at labels. A label is looked at once, and the code from there up to the next label that is known.
pub(super) struct Flow<'s, 'a> {
    code: Code<'a>,
    targets: &'s [u32],
    /// Labels before each word of `targets`.
    ranks: &'s mut [u32],
    /// Depth at each label.
    depths: &'s mut [u32],
    /// Labels to be looked at.
    waiting: &'s mut [u32],
    waiting_count: usize,
}

impl<'s, 'a> Flow<'s, 'a> {
    /// `targets` has a bit for each label; `scratch` holds one word for each of its words and 2 for each label.
    pub(super) fn new(code: &Code<'a>, targets: &'s mut [u32], scratch: &'s mut [u32]) -> Self {
        super::body::set_bit(targets, 0);
        let (ranks, rest) = scratch.split_at_mut(targets.len().min(scratch.len()));
        let mut count = 0;
        for (rank, word) in ranks.iter_mut().zip(targets.iter()) {
            *rank = count;
            count += word.count_ones();
        }
        let count = count as usize;
        let (depths, waiting) = rest.split_at_mut(count.min(rest.len()));
        depths.fill(UNKNOWN);
        Flow { code: *code, targets, ranks, depths, waiting, waiting_count: 0 }
    }

    pub(super) fn run(mut self, ranges: &Ranges<'_>) -> Result<(), Fault> {
        self.arrive(0, 0, 0)?;
        for range in self.code.ranges() {
            self.arrive(range.target, range.target, range.depth.saturating_add(1))?;
        }
        while let Some(pc) = self.take() {
            self.follow(pc)?;
        }
        self.sweep(ranges)
    }

    /// From a label on, as far as nobody was before.
    fn follow(&mut self, start: u32) -> Result<(), Fault> {
        let mut pc = start;
        let mut depth = self.depth(pc);
        loop {
            let Some(instruction) = self.code.decode(pc) else { return Err((pc, Problem::FallsOff)) };
            let effect = instruction.op.effect(instruction.a, instruction.b);
            let Some(base) = depth.checked_sub(effect.pops) else {
                return Err((pc, Problem::Underflow { need: effect.pops, have: depth }));
            };
            if instruction.op.operands().contains(&Operand::Label) {
                self.arrive(pc, instruction.a, base.saturating_add(effect.jump_pushes))?;
            }
            if matches!(instruction.op.flow(), isa::Flow::Jump | isa::Flow::End) {
                return Ok(());
            }
            depth = base.saturating_add(effect.pushes);
            self.fits(pc, depth)?;
            let next = instruction.next;
            if next as usize >= self.code.bytes().len() {
                return Err((pc, Problem::FallsOff));
            }
            if bit(self.targets, next) {
                match self.depth(next) {
                    UNKNOWN => self.set_depth(next, depth),
                    there if there == depth => return Ok(()),
                    there => return Err((pc, Problem::Join { target: next, here: depth, there })),
                }
            }
            pc = next;
        }
    }

    /// Control comes from `pc` to the label at `target`.
    fn arrive(&mut self, pc: u32, target: u32, depth: u32) -> Result<(), Fault> {
        self.fits(pc, depth)?;
        match self.depth(target) {
            UNKNOWN => {
                self.set_depth(target, depth);
                if let Some(place) = self.waiting.get_mut(self.waiting_count) {
                    *place = target;
                    self.waiting_count += 1;
                }
                Ok(())
            }
            there if there == depth => Ok(()),
            there => Err((pc, Problem::Join { target, here: depth, there })),
        }
    }

    /// In every exception range the stack is at least as deep as the range keeps it. Code that is never reached is left out.
    fn sweep(&self, ranges: &Ranges<'_>) -> Result<(), Fault> {
        let mut sweep = ranges.sweep();
        let mut depth = UNKNOWN;
        for (pc, instruction) in self.code.instructions() {
            if bit(self.targets, pc) {
                depth = self.depth(pc);
            }
            if depth == UNKNOWN {
                continue;
            }
            if let Some((range, need)) = sweep.at(pc) {
                if depth < need {
                    return Err((pc, Problem::RangeDepth { range, have: depth, need }));
                }
            }
            let effect = instruction.op.effect(instruction.a, instruction.b);
            depth = match instruction.op.flow() {
                isa::Flow::Next | isa::Flow::Branch => {
                    depth.saturating_sub(effect.pops).saturating_add(effect.pushes)
                }
                isa::Flow::Jump | isa::Flow::End => UNKNOWN,
            };
        }
        Ok(())
    }

    fn fits(&self, pc: u32, depth: u32) -> Result<(), Fault> {
        let most = self.code.max_stack;
        if depth > most { Err((pc, Problem::Overflow { depth, most })) } else { Ok(()) }
    }

    fn take(&mut self) -> Option<u32> {
        self.waiting_count = self.waiting_count.checked_sub(1)?;
        self.waiting.get(self.waiting_count).copied()
    }

    /// Number of the label at `pc`.
    fn label(&self, pc: u32) -> usize {
        let word = pc as usize / 32;
        let before = (1u32 << (pc % 32)) - 1;
        let bits = self.targets.get(word).copied().unwrap_or(0) & before;
        (self.ranks.get(word).copied().unwrap_or(0) + bits.count_ones()) as usize
    }

    fn depth(&self, pc: u32) -> u32 {
        self.depths.get(self.label(pc)).copied().unwrap_or(UNKNOWN)
    }

    fn set_depth(&mut self, pc: u32, depth: u32) {
        let label = self.label(pc);
        if let Some(place) = self.depths.get_mut(label) {
            *place = depth;
        }
    }
}
