//! Labels: where code is reached by jumps, and with what.

use super::LowerError;
use hognose_image::code::Code;
use hognose_image::isa::Operand;

/// Jump targets, range borders and handlers of a code object, sorted by pc: three words each.
/// `[pc u32, instruction u32] [assigned locals] [depth + 1 (0: not reached yet)]`
pub(crate) struct Labels<'s> {
    words: &'s mut [u64],
    count: usize,
}

const NOT_EMITTED: u64 = 0xFFFF_FFFF;

impl<'s> Labels<'s> {
    /// Finds all labels. `marks` is scratch of one bit a byte of code.
    pub(crate) fn find(
        code: &Code<'_>,
        marks: &mut [u64],
        words: &'s mut [u64],
    ) -> Result<Labels<'s>, LowerError> {
        let len = code.bytes().len();
        if marks.len() * 64 < len + 1 {
            return Err(LowerError::NoSpace);
        }
        marks.fill(0);
        let mut mark = |pc: u32| {
            if pc as usize <= len {
                marks[pc as usize / 64] |= 1 << (pc % 64);
            }
        };
        for (_, instruction) in code.instructions() {
            if instruction.op.operands().first() == Some(&Operand::Label) {
                mark(instruction.a);
            }
        }
        for range in code.ranges() {
            mark(range.start);
            mark(range.end);
            mark(range.target);
        }
        let mut count = 0;
        for (i, &bits) in marks.iter().enumerate() {
            let mut bits = bits;
            while bits != 0 {
                let pc = i as u64 * 64 + bits.trailing_zeros() as u64;
                bits &= bits - 1;
                let at = count * 3;
                let Some(slot) = words.get_mut(at..at + 3) else { return Err(LowerError::NoSpace) };
                slot.copy_from_slice(&[pc | NOT_EMITTED << 32, u64::MAX, 0]);
                count += 1;
            }
        }
        Ok(Labels { words, count })
    }

    /// Number of the label at that pc.
    pub(super) fn index(&self, pc: u32) -> Option<usize> {
        let (mut low, mut high) = (0, self.count);
        while low < high {
            let middle = (low + high) / 2;
            let found = self.words[middle * 3] as u32;
            if found == pc {
                return Some(middle);
            }
            if found < pc {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        None
    }

    /// Instruction that the label stands before, once it is known.
    pub(super) fn place(&self, label: usize) -> Option<usize> {
        let place = self.words[label * 3] >> 32;
        if place == NOT_EMITTED { None } else { Some(place as usize) }
    }

    /// The label stands before instruction `n`.
    pub(super) fn put(&mut self, label: usize, n: usize) {
        let word = &mut self.words[label * 3];
        *word = *word & NOT_EMITTED | (n as u64) << 32;
    }

    /// Depth of the stack there, and the locals that are bound on all ways found so far; `None`: no way found yet.
    pub(super) fn state(&self, label: usize) -> Option<(usize, u64)> {
        let depth = (self.words[label * 3 + 2] as usize).checked_sub(1)?;
        Some((depth, self.words[label * 3 + 1]))
    }

    /// One more way there.
    pub(super) fn join(&mut self, label: usize, depth: usize, assigned: u64) {
        self.words[label * 3 + 2] = depth as u64 + 1;
        self.words[label * 3 + 1] &= assigned;
    }
}
