//! Decoded instructions: what a slot holds, and how code becomes slots.
//!
//! A slot is one instruction with its operands worked out: immediates are words, memory in RAM is an
//! offset into RAM, branches know the slot they lead to. The *form* byte says which operands it has, so
//! that the interpreter needs one jump for opcode and modes together. Forms of the first three banks
//! are opcode numbers: words at fixed places in RAM (W) and immediates (I) as sources, W as target.
//! The last bank has the forms that reach through memory, and those that leave the interpreter.

use crate::memory::load;
use crate::opcode::{COUNTED, Class, Flow, MAX_OPERANDS, Opcode, RMW};
use crate::operand::Mode;
use crate::varint;

/// One decoded instruction, or part of a long one: 20 bytes of caller-supplied memory.
#[derive(Clone, Copy, Debug, Default)]
pub struct Slot {
    pub(crate) form: u8,
    pub(crate) op: u8,
    /// Of a listed form: number of targets, and in the upper half of sources.
    pub(crate) counts: u8,
    /// Address of the instruction.
    pub(crate) pc: u32,
    pub(crate) a: u32,
    pub(crate) b: u32,
    /// Destination of a static jump: index of a slot, or `UNRESOLVED`. Otherwise up to the form.
    pub(crate) c: u32,
}

impl Slot {
    /// A slot that holds nothing yet.
    pub const EMPTY: Self = Self { form: form::STEP, op: 0, counts: 0, pc: 0, a: 0, b: 0, c: 0 };

    pub(crate) fn op(&self) -> Opcode {
        Opcode::from_number(self.op).unwrap_or(Opcode::Nop)
    }

    pub(crate) fn target_count(&self) -> usize {
        usize::from(self.counts & 15)
    }

    pub(crate) fn source_count(&self) -> usize {
        usize::from(self.counts >> 4)
    }

    /// Slots that the instruction takes, itself included.
    pub(crate) fn len(&self) -> usize {
        1 + (self.target_count() + self.source_count()).div_ceil(2)
    }
}

/// In `Slot::c`: the destination has no slot yet.
pub(crate) const UNRESOLVED: u32 = u32::MAX;

/// Forms. `W`: word at a fixed place in RAM, `I`: immediate, `X`: memory at (word at a fixed place) + immediate.
pub(crate) mod form {
    /// Bank of opcodes with sources W, or W and W.
    pub const WW: u8 = 0;
    /// Bank of opcodes with sources I, or W and I.
    pub const WI: u8 = 72;
    /// Bank of opcodes with sources I and W.
    pub const IW: u8 = 144;

    pub const MOV_WX: u8 = 216;
    pub const MOV_XW: u8 = 217;
    pub const MOV_XI: u8 = 218;
    pub const LDB_WX: u8 = 219;
    pub const LDH_WX: u8 = 220;
    pub const LDBU_WX: u8 = 221;
    pub const LDHU_WX: u8 = 222;
    pub const STB_XW: u8 = 223;
    pub const STB_XI: u8 = 224;
    pub const STH_XW: u8 = 225;
    pub const STH_XI: u8 = 226;
    /// Jump to the word at W or X.
    pub const JMP_W: u8 = 227;
    pub const JMP_X: u8 = 228;
    /// Store the link, go to the word at W.
    pub const CALL_W: u8 = 229;
    /// `Jmp` and `Br` to a known place.
    pub const GOTO: u8 = 230;
    /// `JmpLnk` and `BrLnk` to a known place.
    pub const LINK: u8 = 231;
    /// No instruction: the code goes on in another slot.
    pub const CONTINUE: u8 = 232;
    pub const NOP: u8 = 233;
    /// Any operands, listed in the slots that follow: computes.
    pub const LIST: u8 = 234;
    /// The same for a conditional branch.
    pub const BRANCH: u8 = 235;
    /// The same for a host call.
    pub const HOST: u8 = 236;
    /// Executed in place.
    pub const STEP: u8 = 237;
    /// No instruction: the code goes on where there are no slots.
    pub const AWAY: u8 = 238;
}

/// An operand of a listed form. The first word is a value, or an offset into RAM.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// This word.
    Imm(u32),
    /// Memory at this place in RAM.
    Word(u32),
    /// Memory at the word at this place in RAM, plus this word.
    Index(u32, u32),
    /// Memory at the word at this place in RAM, plus the word at that place.
    Sum(u32, u32),
}

impl Place {
    pub(crate) const IMM: u32 = 0;
    pub(crate) const WORD: u32 = 1;
    pub(crate) const INDEX: u32 = 2;
    pub(crate) const SUM: u32 = 3;

    fn parts(self) -> (u32, u32, u32) {
        match self {
            Self::Imm(p) => (Self::IMM, p, 0),
            Self::Word(p) => (Self::WORD, p, 0),
            Self::Index(p, q) => (Self::INDEX, p, q),
            Self::Sum(p, q) => (Self::SUM, p, q),
        }
    }
}

/// Slots that one instruction may take: itself and two operands in each that follows.
pub(crate) const MOST: usize = 1 + MAX_OPERANDS;

/// What decoding knows of the memory.
#[derive(Clone, Copy)]
pub(crate) struct Map<'a> {
    pub(crate) ram_base: u32,
    pub(crate) ram_len: usize,
    pub(crate) code_base: u32,
    pub(crate) code: &'a [u8],
}

impl Map<'_> {
    /// The place in RAM of `len` bytes at `address`.
    fn in_ram(&self, address: u32, len: u32) -> Option<u32> {
        let at = address.wrapping_sub(self.ram_base);
        (u64::from(at) + u64::from(len) <= self.ram_len as u64).then_some(at)
    }

    fn at(&self, address: u32, len: u32, target: bool) -> Option<Place> {
        if let Some(at) = self.in_ram(address, len) {
            return Some(Place::Word(at));
        }
        // Code does not change: what stands in it is as good as an immediate.
        let word = load(self.code, address.wrapping_sub(self.code_base), len)?;
        (!target).then_some(Place::Imm(word))
    }

    /// The next varint of code, as an operand.
    fn mode(&self, at: &mut usize, of: fn(u64) -> Mode) -> Option<Mode> {
        let (key, len) = varint::decode(self.code.get(*at..)?)?;
        *at += len;
        Some(of(key))
    }

    /// Works the operand at `at` out, and moves `at` behind it. `None` for what only the machine in place
    /// does: long chains, bad addresses, bad bytes. So this reads few bytes, whatever the code.
    fn place(&self, at: &mut usize, of: fn(u64) -> Mode, len: u32, target: bool) -> Option<Place> {
        match self.mode(at, of)? {
            Mode::Immediate(word) => Some(Place::Imm(word as u32 & (u32::MAX >> (32 - 8 * len)))),
            Mode::Memory(address) => self.at(address, len, target),
            Mode::Indirect(reference) => {
                let base = self.at(reference, 4, false)?;
                let offset = match self.mode(at, Mode::of_source)? {
                    Mode::Immediate(word) => Place::Imm(word as u32),
                    Mode::Memory(address) => self.at(address, 4, false)?,
                    Mode::Indirect(_) => return None,
                };
                match (base, offset) {
                    (Place::Word(base), Place::Imm(offset)) => Some(Place::Index(base, offset)),
                    (Place::Imm(base), Place::Word(offset)) => Some(Place::Index(offset, base)),
                    (Place::Word(base), Place::Word(offset)) => Some(Place::Sum(base, offset)),
                    (Place::Imm(base), Place::Imm(offset)) => self.at(base.wrapping_add(offset), len, target),
                    _ => None,
                }
            }
        }
    }

    /// A count: fixed by the opcode, or an immediate in the code.
    fn count(&self, at: &mut usize, fixed: u32) -> Option<usize> {
        if fixed != COUNTED {
            return Some(fixed as usize);
        }
        match self.mode(at, Mode::of_source)? {
            Mode::Immediate(n) if (0..=MAX_OPERANDS as i32).contains(&n) => Some(n as usize),
            _ => None,
        }
    }

    /// Decodes the instruction at `pc` into one or more slots. Returns how many were filled, and the
    /// length of the instruction in code; 0 for a form that is executed in place.
    pub(crate) fn decode(&self, pc: u32, slots: &mut [Slot; MOST]) -> (usize, u32) {
        slots[0] = Slot { pc, ..Slot::EMPTY };
        self.try_decode(pc, slots).unwrap_or_else(|| {
            slots[0].form = form::STEP;
            (1, 0)
        })
    }

    fn try_decode(&self, pc: u32, slots: &mut [Slot; MOST]) -> Option<(usize, u32)> {
        let start = pc.wrapping_sub(self.code_base) as usize;
        let byte = *self.code.get(start)?;
        let op = Opcode::from_number(byte & !RMW)?;
        let shape = op.shape();
        let mut at = start + 1;
        let mut targets = [Place::Imm(0); MAX_OPERANDS];
        let mut sources = targets;

        let target_count = self.count(&mut at, shape.targets())?;
        let mut first = at;
        for to in targets.iter_mut().take(target_count) {
            *to = self.place(&mut at, Mode::of_target, shape.target_size(), true)?;
        }
        let source_count = self.count(&mut at, shape.sources())?;
        let mut rest = sources.iter_mut().take(source_count);
        if byte & RMW != 0 {
            if target_count == 0 {
                return None;
            }
            *rest.next()? = self.place(&mut first, Mode::of_target, shape.source_size(), false)?;
        }
        for to in rest {
            *to = self.place(&mut at, Mode::of_source, shape.source_size(), false)?;
        }

        let len = (at - start) as u32;
        let next = pc.wrapping_add(len);
        if short(op, &targets, &sources, next, &mut slots[0]) {
            return Some((1, len));
        }
        let form = match (op.info().class, op.info().flow) {
            (Class::Host, _) => form::HOST,
            (_, Flow::Next) => form::LIST,
            (_, Flow::Condition(_)) if matches!(sources[2], Place::Imm(_)) => form::BRANCH,
            _ => return None,
        };
        let counts = (target_count | source_count << 4) as u8;
        slots[0] = Slot { form, op: op as u8, counts, pc, a: 0, b: next, c: UNRESOLVED };
        if form != form::BRANCH {
            slots[0].c = 0;
        }
        let places = targets.iter().take(target_count).chain(sources.iter().take(source_count));
        let mut used = 1;
        for (i, place) in places.enumerate() {
            let (mode, p, q) = place.parts();
            slots[0].a |= mode << (2 * i);
            used = 2 + i / 2;
            let slot = slots.get_mut(used - 1)?;
            if i % 2 == 0 {
                *slot = Slot { a: p, b: q, ..Slot::EMPTY };
            } else {
                (slot.c, slot.pc) = (p, q);
            }
        }
        Some((used, len))
    }
}

/// Fills the slot with one of the short forms. False if there is none for these operands.
fn short(op: Opcode, targets: &[Place], sources: &[Place], next: u32, slot: &mut Slot) -> bool {
    use Opcode::*;
    use Place::{Imm, Index, Word};
    let number = op as u8;
    let (form, a, b, c) = match (op, targets, sources) {
        (Nop, ..) => (form::NOP, 0, 0, 0),
        (Jmp | Br, _, [Imm(_), ..]) => (form::GOTO, 0, 0, UNRESOLVED),
        (JmpLnk | BrLnk, [Word(t), ..], [Imm(_), ..]) => (form::LINK, *t, next, UNRESOLVED),
        (Jmp, _, [Word(a), ..]) => (form::JMP_W, *a, 0, 0),
        (Jmp, _, [Index(a, b), ..]) => (form::JMP_X, *a, *b, 0),
        (JmpLnk, [Word(t), ..], [Word(a), ..]) => (form::CALL_W, *a, next, *t),
        (BrEq | BrNe | BrGt | BrGe | BrGtU | BrGeU, _, [a, b, Imm(_), ..]) => match (a, b) {
            (Word(a), Word(b)) => (form::WW + number, *a, *b, UNRESOLVED),
            (Word(a), Imm(b)) => (form::WI + number, *a, *b, UNRESOLVED),
            (Imm(a), Word(b)) => (form::IW + number, *a, *b, UNRESOLVED),
            _ => return false,
        },
        (Mov, [Index(t, o), ..], [Word(a), ..]) => (form::MOV_XW, *a, *o, *t),
        (Mov, [Index(t, o), ..], [Imm(a), ..]) => (form::MOV_XI, *a, *o, *t),
        (StB, [Index(t, o), ..], [Word(a), ..]) => (form::STB_XW, *a, *o, *t),
        (StB, [Index(t, o), ..], [Imm(a), ..]) => (form::STB_XI, *a, *o, *t),
        (StH, [Index(t, o), ..], [Word(a), ..]) => (form::STH_XW, *a, *o, *t),
        (StH, [Index(t, o), ..], [Imm(a), ..]) => (form::STH_XI, *a, *o, *t),
        (Mov, [Word(t), ..], [Index(a, b), ..]) => (form::MOV_WX, *a, *b, *t),
        (LdB, [Word(t), ..], [Index(a, b), ..]) => (form::LDB_WX, *a, *b, *t),
        (LdH, [Word(t), ..], [Index(a, b), ..]) => (form::LDH_WX, *a, *b, *t),
        (LdBU, [Word(t), ..], [Index(a, b), ..]) => (form::LDBU_WX, *a, *b, *t),
        (LdHU, [Word(t), ..], [Index(a, b), ..]) => (form::LDHU_WX, *a, *b, *t),
        (Mov | Inv | Neg | Abs | Not | Bool, [Word(t), ..], [Word(a), ..]) => (form::WW + number, *a, 0, *t),
        (Mov, [Word(t), ..], [Imm(a), ..]) => (form::WI + number, *a, 0, *t),
        (
            Add | Sub | Mul | Div | DivU | Rem | RemU | BitAnd | BitOr | BitXor | LShift | RShift | RShiftU
            | TstEq | TstNe | TstGt | TstGe | TstGtU | TstGeU | And2 | Or2,
            [Word(t), ..],
            [a, b, ..],
        ) => match (a, b) {
            (Word(a), Word(b)) => (form::WW + number, *a, *b, *t),
            (Word(a), Imm(b)) => (form::WI + number, *a, *b, *t),
            (Imm(a), Word(b)) => (form::IW + number, *a, *b, *t),
            _ => return false,
        },
        _ => return false,
    };
    *slot = Slot { form, op: number, counts: 0, pc: slot.pc, a, b, c };
    true
}
