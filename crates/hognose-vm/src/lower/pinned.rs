//! Constants of loops: those that a loop takes as operands again and again get a register each, which is filled once
//! before the first instruction.

use super::emit::{Done, Emitter};
use super::op::{self, wide, word};
use super::stack::Entry;
use hognose_image::code::Instruction;
use hognose_image::isa::{BinaryOp, CompareOp, Flow, Op, Operand};

/// Most constants of a code object with a register of their own: each takes an instruction at every call.
pub(crate) const MOST_PINNED: usize = 8;
/// Loops beside each other that are told apart; of more, the last are taken as one.
const MOST_LOOPS: usize = 8;
/// How many instructions after a constant are looked at for the one that takes it.
const AHEAD: usize = 8;

/// The loops of a code object and the constants with registers of their own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pinned {
    /// First and last byte of loops, outermost ones only.
    loops: [(u32, u32); MOST_LOOPS],
    loop_count: usize,
    constants: [Entry; MOST_PINNED],
    count: usize,
}

impl Pinned {
    /// No loops seen yet.
    pub(super) const fn new() -> Pinned {
        Pinned { loops: [(0, 0); MOST_LOOPS], loop_count: 0, constants: [Entry::Home; MOST_PINNED], count: 0 }
    }

    /// Takes notice of a jump backwards. They come in the order of the code.
    pub(super) fn see(&mut self, instruction: Instruction, pc: u32) {
        if instruction.op.operands().first() != Some(&Operand::Label) || instruction.a > pc {
            return;
        }
        let mut start = instruction.a;
        while let Some(last) = self.loop_count.checked_sub(1) {
            if self.loops[last].0 < start && self.loop_count < MOST_LOOPS {
                break;
            }
            start = start.min(self.loops[last].0);
            self.loop_count = last;
        }
        self.loops[self.loop_count] = (start, pc);
        self.loop_count += 1;
    }

    fn in_loop(&self, pc: u32) -> bool {
        self.loops[..self.loop_count].iter().any(|&(start, end)| start <= pc && pc <= end)
    }

    fn number(&self, constant: Entry) -> Option<usize> {
        self.constants[..self.count].iter().position(|&known| known == constant)
    }
}

impl Emitter<'_, '_> {
    /// What an instruction pushes that stands for a value which is known.
    pub(super) fn constant(&self, i: Instruction) -> Result<Option<Entry>, super::LowerError> {
        Ok(Some(match i.op {
            Op::Const => Entry::Const(self.value_of_constant(i.a)?),
            Op::Int => Entry::Int(i.int()),
            Op::None => Entry::Special(0),
            Op::False => Entry::Special(1),
            Op::True => Entry::Special(2),
            Op::Ellipsis => Entry::Special(3),
            _ => return Ok(None),
        }))
    }

    /// Chooses the constants and moves the stack's registers up behind theirs.
    pub(super) fn pin(&mut self) -> Done {
        if self.pinned.loop_count == 0 {
            return Ok(());
        }
        for (pc, instruction) in self.code.instructions() {
            if self.pinned.count == MOST_PINNED {
                break;
            }
            if let Some(constant) = self.constant(instruction)? {
                if self.pinned.number(constant).is_none() && self.gains(constant, instruction, pc) {
                    self.pinned.constants[self.pinned.count] = constant;
                    self.pinned.count += 1;
                }
            }
        }
        self.first += self.pinned.count;
        Ok(())
    }

    /// Fills the registers.
    pub(super) fn load_pinned(&mut self) -> Done {
        for n in 0..self.pinned.count {
            let register = self.pinned_register(n);
            match self.pinned.constants[n] {
                Entry::Const(k) => self.emit(wide(op::LOADK, 0, register, k))?,
                Entry::Int(n) => self.emit(wide(op::LOADI, 0, register, n as u32))?,
                Entry::Special(n) => self.emit(word(op::LOADS, 0, register, n, 0))?,
                Entry::Home | Entry::Local(_) => {}
            }
        }
        Ok(())
    }

    fn pinned_register(&self, n: usize) -> u16 {
        (self.first - self.pinned.count + n) as u16
    }

    /// The constant, or the register that has it, where that is better.
    pub(super) fn pinned_or(&self, constant: Entry, i: Instruction) -> Entry {
        match self.pinned.number(constant) {
            Some(n) if self.gains(constant, i, self.pc) => Entry::Local(self.pinned_register(n)),
            _ => constant,
        }
    }

    /// Does the instruction that takes the constant want it in a register, in a loop?
    fn gains(&self, constant: Entry, i: Instruction, pc: u32) -> bool {
        if !self.pinned.in_loop(pc) {
            return false;
        }
        let (mut pc, mut above) = (i.next, 0);
        for _ in 0..AHEAD {
            let Some(next) = self.code.decode(pc) else { return false };
            if self.labels.index(pc).is_some() || next.op.flow() != Flow::Next {
                return false;
            }
            let effect = next.op.effect(next.a, next.b);
            if effect.pops > above {
                return self.takes_register(next, above, constant);
            }
            above = (above - effect.pops).saturating_add(effect.pushes);
            pc = next.next;
        }
        false
    }

    /// Does an instruction take its operand, so many below the top, from any register? Small integers are often a part of the instruction.
    fn takes_register(&self, taker: Instruction, below: u32, constant: Entry) -> bool {
        let small = below == 0 && constant.small().is_some();
        match taker.op {
            Op::Binary | Op::InPlace => {
                let operator = BinaryOp::from_byte(taker.a as u8);
                !(small && matches!(operator, Some(BinaryOp::Add | BinaryOp::Sub)))
            }
            Op::Compare => match CompareOp::from_byte(taker.a as u8) {
                Some(CompareOp::Is | CompareOp::IsNot) => constant != Entry::Special(0),
                Some(CompareOp::In | CompareOp::NotIn) => true,
                _ => !(small && self.following_branch(taker).is_some()),
            },
            Op::LoadAttr
            | Op::LoadMethod
            | Op::StoreAttr
            | Op::Subscript
            | Op::StoreSubscript
            | Op::DelSubscript
            | Op::StoreGlobal
            | Op::StoreName
            | Op::StoreCell
            | Op::ListAppend
            | Op::SetAdd
            | Op::DictAdd
            | Op::GetIter
            | Op::Format
            | Op::FormatSpec
            | Op::Negative
            | Op::Positive
            | Op::Invert
            | Op::Not => true,
            _ => false,
        }
    }
}
