//! Instructions as they stand in code: taken apart without running them.
//!
//! ```
//! use bajo::instruction::Instruction;
//! let instruction = Instruction::decode(&[0x3d, 0x6b, 0x41, 0xe3]).unwrap();
//! assert_eq!(instruction.to_string(), "Mov mem[r13 + #8], r14");
//! assert_eq!(instruction.len(), 4);
//! ```

use crate::fault::Place;
use crate::opcode::{COUNTED, Flow, MAX_OPERANDS, Opcode, RMW};
use crate::operand::Mode;
use crate::varint;
use core::fmt::{self, Write as _};

/// Addresses below this are listed as registers when they are multiples of 4.
pub const NAMED_WORDS: u32 = 4 * 256;

/// Why bytes are no instruction that can be read without running it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DecodeError {
    /// Offset of the byte in question from the start of the instruction.
    pub at: usize,
    /// Which part of the instruction it belongs to.
    pub place: Place,
    /// What is wrong with it.
    pub kind: DecodeErrorKind,
}

/// What is wrong with bytes that are no instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DecodeErrorKind {
    /// The bytes end within the instruction.
    Truncated,
    /// This opcode byte is not in the table.
    UnknownOpcode(u8),
    /// A byte that starts no varint.
    BadVarint(u8),
    /// A count above 8.
    BadCount(u32),
    /// The count is not an immediate: how long the instruction is, only a run can tell.
    CountFromMemory,
    /// The rmw flag on an instruction without a target or without a source.
    NoFirstOperand,
    /// More links of indirection than the reader wanted to follow.
    TooDeep,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "byte {}, {}: ", self.at, self.place)?;
        match self.kind {
            DecodeErrorKind::Truncated => f.write_str("the code ends within the instruction"),
            DecodeErrorKind::UnknownOpcode(byte) => {
                write!(f, "unknown opcode {} (known are 0 to {})", byte & !RMW, crate::opcode::COUNT - 1)
            }
            DecodeErrorKind::BadVarint(byte) => {
                write!(f, "{byte:#04x} starts no operand (one of its five low bits must be set)")
            }
            DecodeErrorKind::BadCount(count) => {
                write!(f, "count of {count} (at most {MAX_OPERANDS})")
            }
            DecodeErrorKind::CountFromMemory => f.write_str("the count of operands is read from memory"),
            DecodeErrorKind::NoFirstOperand => {
                f.write_str("the flag for \"source 0 is target 0\" needs a target and a source")
            }
            DecodeErrorKind::TooDeep => f.write_str("too many links of indirection"),
        }
    }
}

impl core::error::Error for DecodeError {}

/// One operand: its bytes, proven to be one whole chain of varints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operand<'a> {
    bytes: &'a [u8],
    target: bool,
}

impl<'a> Operand<'a> {
    /// The operand at the start of `bytes`; `target` says which of the two encodings to read.
    ///
    /// # Errors
    /// When the bytes end early or a byte starts no varint: its offset and what is wrong.
    pub fn decode(bytes: &'a [u8], target: bool) -> Result<Self, (usize, DecodeErrorKind)> {
        Self::decode_up_to(bytes, target, usize::MAX)
    }

    fn decode_up_to(bytes: &'a [u8], target: bool, links: usize) -> Result<Self, (usize, DecodeErrorKind)> {
        let mut at = 0;
        let mut left = links;
        let mut mode_of = if target { Mode::of_target } else { Mode::of_source };
        loop {
            let rest = bytes.get(at..).unwrap_or(&[]);
            let &head = rest.first().ok_or((at, DecodeErrorKind::Truncated))?;
            if varint::len_of_head(head).is_none() {
                return Err((at, DecodeErrorKind::BadVarint(head)));
            }
            let (key, len) = varint::decode(rest).ok_or((at, DecodeErrorKind::Truncated))?;
            at += len;
            if !matches!(mode_of(key), Mode::Indirect(_)) {
                return Ok(Self { bytes: bytes.get(..at).unwrap_or(bytes), target });
            }
            left = left.checked_sub(1).ok_or((0, DecodeErrorKind::TooDeep))?;
            mode_of = Mode::of_source;
        }
    }

    /// Its encoding.
    #[must_use]
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// The links of the chain, outermost first: any number of [`Mode::Indirect`], then one that is not.
    pub fn links(&self) -> impl Iterator<Item = Mode> + use<'a> {
        let mut rest = self.bytes;
        let mut mode_of = if self.target { Mode::of_target } else { Mode::of_source };
        core::iter::from_fn(move || {
            let (key, len) = varint::decode(rest)?;
            rest = rest.get(len..)?;
            let mode = mode_of(key);
            mode_of = Mode::of_source;
            Some(mode)
        })
    }

    /// The first link: how the operand starts.
    #[must_use]
    pub fn mode(&self) -> Mode {
        self.links().next().unwrap_or(Mode::Immediate(0))
    }

    /// The word of an immediate, `None` for memory.
    #[must_use]
    pub fn immediate(&self) -> Option<i32> {
        match self.mode() {
            Mode::Immediate(word) => Some(word),
            _ => None,
        }
    }

    /// The two parts of an indirect operand: address of the reference, and the offset.
    #[must_use]
    pub fn indirect(&self) -> Option<(u32, Operand<'a>)> {
        let Mode::Indirect(reference) = self.mode() else { return None };
        let (_, len) = varint::decode(self.bytes)?;
        Some((reference, Operand { bytes: self.bytes.get(len..)?, target: false }))
    }
}

/// One instruction in code, with where its operands stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instruction<'a> {
    op: Opcode,
    rmw: bool,
    bytes: &'a [u8],
    target_count: u8,
    source_count: u8,
    /// Starts of the targets, then from `MAX_OPERANDS` on of the sources.
    starts: [u32; 2 * MAX_OPERANDS],
}

impl<'a> Instruction<'a> {
    /// The instruction at the start of `bytes`; what follows it does not matter.
    ///
    /// # Errors
    /// When the bytes are no instruction, or one whose length only a run can tell.
    pub fn decode(bytes: &'a [u8]) -> Result<Self, DecodeError> {
        Self::decode_up_to(bytes, usize::MAX)
    }

    /// The same, but no operand may have more than this many links of indirection: reading is then
    /// bounded, whatever the bytes.
    ///
    /// # Errors
    /// The same, and [`DecodeErrorKind::TooDeep`].
    pub fn decode_up_to(bytes: &'a [u8], links: usize) -> Result<Self, DecodeError> {
        let fail = |at, place, kind| Err(DecodeError { at, place, kind });
        let Some(&first) = bytes.first() else {
            return fail(0, Place::Opcode, DecodeErrorKind::Truncated);
        };
        let Some(op) = Opcode::from_number(first & !RMW) else {
            return fail(0, Place::Opcode, DecodeErrorKind::UnknownOpcode(first));
        };
        let rmw = first & RMW != 0;
        let shape = op.shape();
        let mut at = 1;
        let mut starts = [0; 2 * MAX_OPERANDS];
        let operand = |at: usize, place, target| {
            Operand::decode_up_to(bytes.get(at..).unwrap_or(&[]), target, links)
                .map_err(|(byte, kind)| DecodeError { at: at + byte, place, kind })
        };
        let count = |at: &mut usize, fixed, place| {
            if fixed != COUNTED {
                return Ok(fixed);
            }
            let start = *at;
            let found = operand(start, place, false)?;
            *at += found.bytes.len();
            match found.immediate().map(|n| n as u32) {
                None => Err(DecodeError { at: start, place, kind: DecodeErrorKind::CountFromMemory }),
                Some(n) if n > MAX_OPERANDS as u32 => {
                    Err(DecodeError { at: start, place, kind: DecodeErrorKind::BadCount(n) })
                }
                Some(n) => Ok(n),
            }
        };

        let target_count = count(&mut at, shape.targets(), Place::TargetCount)? as usize;
        for i in 0..target_count {
            starts[i] = at as u32;
            at += operand(at, Place::Target(i as u8), true)?.bytes.len();
        }
        let source_count = count(&mut at, shape.sources(), Place::SourceCount)? as usize;
        if rmw && (target_count == 0 || source_count == 0) {
            return fail(0, Place::Source(0), DecodeErrorKind::NoFirstOperand);
        }
        for i in usize::from(rmw)..source_count {
            starts[MAX_OPERANDS + i] = at as u32;
            at += operand(at, Place::Source(i as u8), false)?.bytes.len();
        }
        let bytes = bytes.get(..at).unwrap_or(bytes);
        let (target_count, source_count) = (target_count as u8, source_count as u8);
        Ok(Self { op, rmw, bytes, target_count, source_count, starts })
    }

    /// Its opcode.
    #[must_use]
    pub fn op(&self) -> Opcode {
        self.op
    }

    /// True when source 0 is target 0 and is left out of the encoding.
    #[must_use]
    pub fn rmw(&self) -> bool {
        self.rmw
    }

    /// Its encoding.
    #[must_use]
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// Length in bytes, at least 1.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "no instruction is empty")]
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// How many targets it has.
    #[must_use]
    pub fn target_count(&self) -> usize {
        self.target_count.into()
    }

    /// How many sources it has, the one left out by rmw included.
    #[must_use]
    pub fn source_count(&self) -> usize {
        self.source_count.into()
    }

    fn operand(&self, slot: usize, target: bool) -> Option<Operand<'a>> {
        let start = *self.starts.get(slot)? as usize;
        Operand::decode(self.bytes.get(start..)?, target).ok()
    }

    /// Target `i`.
    #[must_use]
    pub fn target(&self, i: usize) -> Option<Operand<'a>> {
        if i < self.target_count() { self.operand(i, true) } else { None }
    }

    /// Source `i`. With rmw, source 0 is target 0 in the encoding of a target.
    #[must_use]
    pub fn source(&self, i: usize) -> Option<Operand<'a>> {
        if i == 0 && self.rmw {
            self.target(0)
        } else if i < self.source_count() {
            self.operand(MAX_OPERANDS + i, false)
        } else {
            None
        }
    }

    /// The targets in order.
    pub fn targets(&self) -> impl Iterator<Item = Operand<'a>> + '_ {
        (0..self.target_count()).map_while(|i| self.target(i))
    }

    /// The sources in order, the one left out by rmw included.
    pub fn sources(&self) -> impl Iterator<Item = Operand<'a>> + '_ {
        (0..self.source_count()).map_while(|i| self.source(i))
    }

    /// Where the instruction sends control when it stands at `pc` and its destination is an immediate.
    #[must_use]
    pub fn destination(&self, pc: u32) -> Option<u32> {
        let flow = self.op.info().flow;
        let word = self.source(flow.destination()?)?.immediate()?;
        Some(match flow {
            Flow::Jump(_) => word as u32,
            _ => pc.wrapping_add(self.len() as u32).wrapping_add_signed(word),
        })
    }

    /// The instruction as text, knowing where it stands and what is code.
    pub fn display(&self, pc: u32, code: core::ops::Range<u32>) -> impl fmt::Display + use<'a> {
        Text { instruction: *self, place: Some((pc, code)) }
    }
}

impl fmt::Display for Instruction<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Text { instruction: *self, place: None }.fmt(f)
    }
}

struct Text<'a> {
    instruction: Instruction<'a>,
    place: Option<(u32, core::ops::Range<u32>)>,
}

impl Text<'_> {
    fn memory(&self, f: &mut fmt::Formatter<'_>, address: u32) -> fmt::Result {
        if self.place.as_ref().is_some_and(|(_, code)| code.contains(&address)) {
            write!(f, "rom[{address}]")
        } else if address % 4 == 0 && address < NAMED_WORDS {
            write!(f, "r{}", address / 4)
        } else {
            write!(f, "ram[{address}]")
        }
    }

    fn operand(&self, f: &mut fmt::Formatter<'_>, operand: Operand<'_>) -> fmt::Result {
        let mut depth = 0;
        for mode in operand.links() {
            match mode {
                Mode::Immediate(word) => write!(f, "#{word}")?,
                Mode::Memory(address) => self.memory(f, address)?,
                Mode::Indirect(reference) => {
                    f.write_str("mem[")?;
                    self.memory(f, reference)?;
                    f.write_str(" + ")?;
                    depth += 1;
                }
            }
        }
        for _ in 0..depth {
            f.write_char(']')?;
        }
        Ok(())
    }

    fn list<'b>(
        &self,
        f: &mut fmt::Formatter<'_>,
        operands: impl Iterator<Item = Operand<'b>>,
        counted: bool,
        first: &mut bool,
    ) -> fmt::Result {
        if counted {
            f.write_str(if *first { " (" } else { ", (" })?;
            *first = false;
            for operand in operands {
                self.operand(f, operand)?;
                f.write_str(", ")?;
            }
            return f.write_char(')');
        }
        for operand in operands {
            f.write_str(if *first { " " } else { ", " })?;
            *first = false;
            self.operand(f, operand)?;
        }
        Ok(())
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let instruction = &self.instruction;
        let info = instruction.op.info();
        f.write_str(info.name)?;
        let mut first = true;
        self.list(f, instruction.targets(), info.targets.counted, &mut first)?;
        self.list(f, instruction.sources(), info.sources.counted, &mut first)?;
        if let Some((pc, _)) = self.place {
            if info.flow.is_relative() {
                if let Some(to) = instruction.destination(pc) {
                    write!(f, ":<{to:#x}>")?;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::string::ToString;

    fn text(bytes: &[u8]) -> std::string::String {
        let instruction = Instruction::decode(bytes).unwrap();
        assert_eq!(instruction.len(), bytes.len());
        instruction.to_string()
    }

    #[test]
    fn texts() {
        assert_eq!(text(&[0]), "Nop");
        assert_eq!(text(&[0x3d, 0x39, 0xa2, 0x0f]), "Mov r7, #250");
        assert_eq!(text(&[0x82, 0x82, 0x02, 0x09]), "Sub r40, r40, #1");
        assert_eq!(text(&[0x3d, 0x6b, 0x41, 0xe3]), "Mov mem[r13 + #8], r14");
        assert_eq!(text(&[0xc2, 0x11, 0x19, 0x83, 0x45]), "Max r2, (r2, r8, #-9, )");
        assert_eq!(text(&[0x2c, 0x01, 0x11, 0x31, 0x13]), "Sys (), (#6, r1, )");
        assert_eq!(text(&[0x3d, 0x35, 0x27, 0x8e, 0x02, 0x09]), "Mov ram[6], mem[r2 + mem[r20 + #1]]");
        assert_eq!(text(&[0x2d, 0x7a, 0x02]), "Exit #-40");
        let jump = Instruction::decode(&[0x19, 0x95]).unwrap();
        assert_eq!(jump.display(0x10011, 0x10000..0x10020).to_string(), "Br #-19:<0x10000>");
        let load = Instruction::decode(&[0x17, 0x0c, 0, 0x10]).unwrap();
        assert_eq!(load.display(0x10004, 0x10000..0x10020).to_string(), "Jmp rom[65536]");
    }

    #[test]
    fn errors_say_where() {
        let fail = |bytes: &[u8]| Instruction::decode(bytes).unwrap_err();
        let error = |at, place, kind| DecodeError { at, place, kind };
        assert_eq!(fail(&[]), error(0, Place::Opcode, DecodeErrorKind::Truncated));
        assert_eq!(fail(&[0xc8]), error(0, Place::Opcode, DecodeErrorKind::UnknownOpcode(0xc8)));
        assert_eq!(fail(&[1, 9, 0x20]), error(2, Place::Source(0), DecodeErrorKind::BadVarint(0x20)));
        assert_eq!(fail(&[1, 9, 9, 0x07]), error(4, Place::Source(1), DecodeErrorKind::Truncated));
        assert_eq!(fail(&[8, 9, 0x49]), error(2, Place::SourceCount, DecodeErrorKind::BadCount(9)));
        assert_eq!(fail(&[8, 9, 0x03]), error(2, Place::SourceCount, DecodeErrorKind::CountFromMemory));
        assert_eq!(fail(&[0x80]), error(0, Place::Source(0), DecodeErrorKind::NoFirstOperand));
        assert_eq!(fail(&[0x88, 9, 1]), error(0, Place::Source(0), DecodeErrorKind::NoFirstOperand));
    }
}
