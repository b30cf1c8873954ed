//! Reading one code object: its layout, its instructions, its exception ranges, its positions.

use crate::isa::{Op, Operand};
use crate::layout::*;
use crate::position::{Position, Positions};
use crate::varint::{Cursor, unzigzag32, zigzag32};
use crate::view::Items;

/// One code object of an image.
#[derive(Clone, Copy, Debug)]
pub struct Code<'a> {
    /// Flags, see [`CODE_VARARGS`].
    pub flags: u32,
    /// Constant: name.
    pub name: u32,
    /// Constant: qualified name.
    pub qualname: u32,
    /// Module it belongs to.
    pub module: u32,
    /// Line where its definition starts.
    pub first_line: u32,
    /// Most values on its stack.
    pub max_stack: u32,
    /// Constant: doc string.
    pub doc: Option<u32>,
    /// Positional parameters, the positional-only ones among them.
    pub arg_count: u32,
    /// Positional-only parameters.
    pub posonly_count: u32,
    /// Keyword-only parameters.
    pub kwonly_count: u32,
    /// Locals, parameters first.
    pub local_count: u32,
    /// Cell variables.
    pub cell_count: u32,
    /// Free variables.
    pub free_count: u32,
    /// Number of exception ranges.
    pub range_count: u32,
    locals: &'a [u8],
    cells: &'a [u8],
    frees: &'a [u8],
    bytes: &'a [u8],
    ranges: &'a [u8],
    positions: &'a [u8],
}

impl<'a> Code<'a> {
    pub(crate) fn read(record: &'a [u8]) -> Option<Code<'a>> {
        let mut cursor = Cursor::new(record);
        let head = Head::next(&mut cursor)?;
        let locals = varints(&mut cursor, u64::from(head.local_count))?;
        let cells = varints(&mut cursor, u64::from(head.cell_count) * 2)?;
        let frees = varints(&mut cursor, u64::from(head.free_count))?;
        let bytes = cursor.take(head.len as usize)?;
        let ranges = varints(&mut cursor, u64::from(head.range_count) * 4)?;
        Some(Code {
            flags: head.flags,
            name: head.name,
            qualname: head.qualname,
            module: head.module,
            first_line: head.first_line,
            max_stack: head.max_stack,
            doc: head.doc,
            arg_count: head.arg_count,
            posonly_count: head.posonly_count,
            kwonly_count: head.kwonly_count,
            local_count: head.local_count,
            cell_count: head.cell_count,
            free_count: head.free_count,
            range_count: head.range_count,
            locals,
            cells,
            frees,
            bytes,
            ranges,
            positions: cursor.rest(),
        })
    }

    /// Whether all of these flags are set.
    pub const fn has(&self, flags: u32) -> bool {
        self.flags & flags == flags
    }

    /// Locals that calling fills: parameters, with `*args` and `**kwargs`.
    pub fn parameter_count(&self) -> u64 {
        u64::from(self.arg_count)
            + u64::from(self.kwonly_count)
            + u64::from(self.has(CODE_VARARGS))
            + u64::from(self.has(CODE_KEYWORDS))
    }

    /// Constants: names of the locals.
    pub fn locals(&self) -> Items<'a> {
        Items::new(self.locals)
    }

    /// Cell variables: constant of the name, parameter that it takes over.
    pub fn cells(&self) -> Cells<'a> {
        Cells(Items::new(self.cells))
    }

    /// Constants: names of the free variables.
    pub fn frees(&self) -> Items<'a> {
        Items::new(self.frees)
    }

    /// The code.
    pub const fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// Exception ranges in the order in which they are looked up.
    pub fn ranges(&self) -> Ranges<'a> {
        Ranges(Cursor::new(self.ranges))
    }

    /// The instruction at byte `pc`.
    pub fn decode(&self, pc: u32) -> Option<Instruction> {
        decode(self.bytes, pc as usize)
    }

    /// All instructions with their places. Ends at the end of the code or at a malformed instruction.
    pub fn instructions(&self) -> Instructions<'a> {
        Instructions { code: *self, pc: 0 }
    }

    /// Positions, one an instruction; none when the image is stripped.
    pub fn positions(&self) -> Positions<'a> {
        Positions::new(self.positions, self.first_line)
    }

    /// The bytes of the position table.
    pub const fn position_table(&self) -> &'a [u8] {
        self.positions
    }

    /// Position of the instruction that holds byte `pc`, in time linear in it. `None` when it has none, when the image is
    /// stripped, or past the end.
    pub fn position(&self, pc: u32) -> Option<Position> {
        let mut positions = self.positions();
        for (_, instruction) in self.instructions() {
            let position = positions.next()?;
            if pc < instruction.next {
                return position;
            }
        }
        None
    }

    /// The exception range that counts at byte `pc`.
    pub fn range_at(&self, pc: u32) -> Option<Range> {
        self.ranges().find(|range| range.start <= pc && pc < range.end)
    }
}

/// The figures at the start of a code object, read in constant time.
pub(crate) struct Head {
    pub flags: u32,
    pub name: u32,
    pub qualname: u32,
    pub module: u32,
    pub first_line: u32,
    pub max_stack: u32,
    pub doc: Option<u32>,
    pub arg_count: u32,
    pub posonly_count: u32,
    pub kwonly_count: u32,
    pub local_count: u32,
    pub cell_count: u32,
    pub free_count: u32,
    pub len: u32,
    pub range_count: u32,
}

impl Head {
    pub fn read(record: &[u8]) -> Option<Head> {
        Head::next(&mut Cursor::new(record))
    }

    fn next(cursor: &mut Cursor<'_>) -> Option<Head> {
        let mut next = || cursor.varint();
        Some(Head {
            flags: next()?,
            name: next()?,
            qualname: next()?,
            module: next()?,
            first_line: next()?,
            max_stack: next()?,
            doc: next()?.checked_sub(1),
            arg_count: next()?,
            posonly_count: next()?,
            kwonly_count: next()?,
            local_count: next()?,
            cell_count: next()?,
            free_count: next()?,
            len: next()?,
            range_count: next()?,
        })
    }
}

/// Steps over `count` varints and gives their bytes.
fn varints<'a>(cursor: &mut Cursor<'a>, count: u64) -> Option<&'a [u8]> {
    let rest = cursor.rest();
    let start = cursor.at();
    // A count beyond the bytes there are ends with them.
    for _ in 0..count {
        cursor.varint()?;
    }
    rest.get(..cursor.at() - start)
}

// How operands are written.
const NOTHING: u8 = 0;
const NUMBER: u8 = 1;
const SIGNED: u8 = 2;
const BYTE: u8 = 3;
const LABEL: u8 = 4;

/// How the operands of each opcode are written: the first in the low four bits, the second above.
const FORMS: [u8; 0x80] = {
    let mut forms = [NOTHING; 0x80];
    let mut byte = 0;
    while byte < forms.len() {
        if let Some(op) = Op::from_byte(byte as u8) {
            let operands = op.operands();
            let mut i = 0;
            while i < operands.len() {
                let form = match operands[i] {
                    Operand::Label => LABEL,
                    Operand::Bin | Operand::Cmp => BYTE,
                    Operand::Int => SIGNED,
                    _ => NUMBER,
                };
                forms[byte] |= form << (4 * i);
                i += 1;
            }
        }
        byte += 1;
    }
    forms
};

/// The instruction at byte `pc` of `bytes`. Every pass over code asks for every instruction: it has to be quick,
/// and to stand in one place.
#[inline(never)]
pub(crate) fn decode(bytes: &[u8], pc: usize) -> Option<Instruction> {
    let byte = *bytes.get(pc)?;
    let op = Op::from_byte(byte)?;
    let forms = *FORMS.get(usize::from(byte))?;
    let mut cursor = Cursor::starting(bytes, pc + 1);
    let (mut a, mut b) = (0, 0);
    if forms != 0 {
        a = operand(forms & 15, &mut cursor)?;
        if forms > 15 {
            b = operand(forms >> 4, &mut cursor)?;
        }
    }
    Some(Instruction { op, a, b, next: u32::try_from(cursor.at()).ok()? })
}

/// The next operand, written in that form.
#[inline(always)]
fn operand(form: u8, cursor: &mut Cursor<'_>) -> Option<u32> {
    match form {
        LABEL => cursor.u24(),
        BYTE => cursor.byte().map(u32::from),
        SIGNED => cursor.signed().map(|value| value as u32),
        _ => cursor.varint(),
    }
}

/// One decoded instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instruction {
    /// What to do.
    pub op: Op,
    /// First operand, 0 when there is none. An [`Operand::Int`] is here with its bits, see [`Instruction::int`].
    pub a: u32,
    /// Second operand, 0 when there is none.
    pub b: u32,
    /// Where the next instruction starts.
    pub next: u32,
}

impl Instruction {
    /// The first operand as a signed number.
    pub const fn int(&self) -> i32 {
        self.a as i32
    }
}

/// The form in which an operand of kind `Int` is written as a varint.
pub(crate) const fn int_operand(a: u32) -> u32 {
    zigzag32(a as i32)
}

const _: () = assert!(unzigzag32(int_operand(-1i32 as u32)) == -1);

/// Instructions of a code object, each with the byte where it starts.
#[derive(Clone, Copy, Debug)]
pub struct Instructions<'a> {
    code: Code<'a>,
    pc: u32,
}

impl Instructions<'_> {
    /// Where the next one starts; the length of the code after the last one unless an instruction was malformed.
    pub const fn pc(&self) -> u32 {
        self.pc
    }
}

impl Iterator for Instructions<'_> {
    type Item = (u32, Instruction);

    fn next(&mut self) -> Option<(u32, Instruction)> {
        let pc = self.pc;
        let instruction = self.code.decode(pc)?;
        self.pc = instruction.next;
        Some((pc, instruction))
    }
}

/// Cell variables: constant of the name, parameter that the cell takes over.
#[derive(Clone, Copy, Debug)]
pub struct Cells<'a>(Items<'a>);

impl Iterator for Cells<'_> {
    type Item = (u32, Option<u32>);

    fn next(&mut self) -> Option<(u32, Option<u32>)> {
        Some((self.0.next()?, self.0.next()?.checked_sub(1)))
    }
}

/// A stretch of code whose exceptions go to one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// Where to go on.
    pub target: u32,
    /// Values that stay on the stack; the exception is pushed on them.
    pub depth: u32,
}

/// Exception ranges of a code object.
#[derive(Clone, Copy, Debug)]
pub struct Ranges<'a>(Cursor<'a>);

impl<'a> Ranges<'a> {
    /// Bytes not read yet: not empty after a malformed range.
    pub fn rest(&self) -> &'a [u8] {
        self.0.rest()
    }
}

impl Iterator for Ranges<'_> {
    type Item = Range;

    fn next(&mut self) -> Option<Range> {
        let mut cursor = self.0;
        let (start, len, target, depth) =
            (cursor.varint()?, cursor.varint()?, cursor.varint()?, cursor.varint()?);
        let range = Range { start, end: start.checked_add(len)?, target, depth };
        self.0 = cursor;
        Some(range)
    }
}
