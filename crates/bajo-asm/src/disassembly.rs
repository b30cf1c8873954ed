//! From bytes back to code that assembles to the same bytes.
//!
//! Every instruction is pinned to the encoding it had, over-long forms included. What the assembler cannot write
//! (unknown opcodes, bad varints, counts from memory, other spellings of an address) becomes data.

use crate::assembly::{Assembly, assemble};
use crate::code::{Code, Item};
use crate::encode::Encoder;
use crate::env::Env;
use crate::expr::Expr;
use crate::fault::Faults;
use crate::inst::{Inst, Pin};
use crate::label::Label;
use crate::layout::Layout;
use crate::operand::{Last, Operand, imm, mem, reg};
use crate::program::Program;
use bajo::opcode::{MAX_OPERANDS, Operands, RMW};
use bajo::{Opcode, varint};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Words from address 0 that are shown as registers; beyond them as memory.
const REGISTERS: u64 = 64;

/// Bytes of data in one line.
const DATA_LINE: usize = 8;

/// One instruction or piece of data.
#[derive(Debug)]
pub struct Line {
    /// Its address.
    pub address: u32,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The label of those who jump here.
    pub label: Option<Label>,
    /// What it is.
    pub item: Item,
}

/// Code from bytes.
#[derive(Debug)]
pub struct Disassembly {
    /// Address of the first byte.
    pub base: u32,
    /// Instructions and data in order, without gaps.
    pub lines: Vec<Line>,
}

/// Disassembles `bytes` that lie at `base`. With `entries`, what cannot be reached from them is data; without, all
/// bytes are read in order. Bytes beyond the end of the address space are left out.
pub fn disassemble(bytes: &[u8], base: u32, entries: Option<&[u32]>) -> Disassembly {
    let room = usize::try_from((1u64 << 32) - u64::from(base)).unwrap_or(usize::MAX);
    let bytes = &bytes[..bytes.len().min(room)];
    let (nothing, _) = Program::new(Code::new(), Env::anywhere(base));
    let layout = Arc::new(Layout::new(&nothing));
    let reader = Reader { bytes, base, nothing: &nothing, layout: &layout };
    let found = match entries {
        Some(entries) => reader.reachable(entries),
        None => reader.all(),
    };
    reader.lines(found)
}

impl Disassembly {
    /// The code. Takes the lines' items, labels in front of them.
    pub fn into_code(self) -> Code {
        let mut code = Code::new();
        for line in self.lines {
            code.push(line.label.as_ref().map(Code::from));
            code.push(line.item);
        }
        code
    }

    /// Assembles it again, any address allowed.
    ///
    /// # Errors
    /// None are known; there are no bytes that do not come back.
    pub fn assemble(self) -> Result<Assembly, Faults> {
        let env = Env::anywhere(self.base);
        assemble(self.into_code(), env)
    }
}

/// An instruction as read.
struct Read {
    inst: Inst,
    len: usize,
    /// Where it may lead to besides the next instruction.
    to: Option<u32>,
    /// Whether it may go on with the next instruction.
    goes_on: bool,
}

struct Reader<'a> {
    bytes: &'a [u8],
    base: u32,
    /// What instructions are encoded against to see whether they come back.
    nothing: &'a Program,
    layout: &'a Arc<Layout>,
}

/// Position in one instruction, with the widths read so far.
struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
    widths: Vec<u8>,
}

impl Cursor<'_> {
    fn varint(&mut self) -> Option<u64> {
        let (value, len) = varint::decode(self.bytes.get(self.at..)?)?;
        self.at += len;
        self.widths.push(len as u8);
        Some(value)
    }

    /// How many operands follow: what the table says, or a count in the code if it is one machines accept.
    fn count(&mut self, row: &Operands) -> Option<usize> {
        if let Some(n) = row.fixed() {
            return Some(n);
        }
        let operand = self.source()?;
        let Last::Imm(n) = operand.last else { return None };
        let n = usize::try_from(n).ok().filter(|_| operand.chain.is_empty())?;
        (row.names.len()..=MAX_OPERANDS).contains(&n).then_some(n)
    }

    fn source(&mut self) -> Option<Operand> {
        let mut chain = Vec::new();
        loop {
            let m = self.varint()?;
            if m & 1 == 0 {
                let p = (m >> 2) as u32 as i32;
                let value = if m & 2 == 0 { p } else { !p };
                return Some(Operand { chain, ..imm(i64::from(value)) });
            }
            let found = memory(m >> 3, m & 4 != 0)?;
            if m & 2 == 0 {
                return Some(Operand { chain, ..found });
            }
            let Last::Mem(base) = found.last else { return None };
            chain.push(base);
        }
    }

    fn target(&mut self) -> Option<Operand> {
        let m = self.varint()?;
        let found = memory(m >> 2, m & 2 != 0)?;
        if m & 1 == 0 { Some(found) } else { Some(found.plus(self.source()?)) }
    }
}

/// Direct memory. `None` for addresses that the assembler spells differently: they would not come back.
fn memory(payload: u64, byte: bool) -> Option<Operand> {
    let address = if byte { payload } else { payload.checked_mul(4)? };
    if address > u64::from(u32::MAX) || byte == (address % 4 == 0) {
        return None;
    }
    let address = address as i64;
    Some(if !byte && payload < REGISTERS { reg(payload as i64) } else { mem(address) })
}

impl Reader<'_> {
    /// The instruction at an offset, if there is one that the assembler writes the same.
    fn read(&self, offset: usize) -> Option<Read> {
        let head = *self.bytes.get(offset)?;
        let op = Opcode::from_number(head & !RMW)?;
        let rmw = head & RMW != 0;
        let info = op.info();
        let mut cursor = Cursor { bytes: self.bytes, at: offset + 1, widths: Vec::new() };
        let count = cursor.count(&info.targets)?;
        let first = cursor.widths.len();
        let mut targets = Vec::with_capacity(count);
        let mut first_end = first;
        for i in 0..count {
            targets.push(cursor.target()?);
            if i == 0 {
                first_end = cursor.widths.len();
            }
        }
        let count = cursor.count(&info.sources)?;
        let mut sources = Vec::with_capacity(count);
        if rmw {
            if count == 0 {
                return None;
            }
            sources.push(targets.first()?.clone());
            // The operand that is left out has no bytes; were it written out, it would be as wide as needed.
            cursor.widths.extend(vec![1; first_end - first]);
        }
        while sources.len() < count {
            sources.push(cursor.source()?);
        }
        let end = cursor.at;
        let widths = cursor.widths;
        let inst = Inst::new(op, targets, sources).at_site(None).pinned(Pin { rmw, widths });
        let same = self.comes_back(&inst, &self.bytes[offset..end]);
        same.then(|| {
            let to = self.destination(&inst, end);
            // `Jmp`, `Br` and `Exit` end a straight run; links come back.
            let goes_on = !matches!(op, Opcode::Jmp | Opcode::Br | Opcode::Exit);
            Read { inst, len: end - offset, to, goes_on }
        })
    }

    fn comes_back(&self, inst: &Inst, bytes: &[u8]) -> bool {
        let mut encoder = Encoder::new(self.nothing, self.layout);
        encoder.inst(inst, 0);
        let mut out = Vec::new();
        let Some(pin) = inst.pin() else { return false };
        encoder.write_inst(inst, pin.rmw, &pin.widths, &mut out);
        encoder.failures.is_empty() && out == bytes
    }

    fn address(&self, offset: usize) -> u32 {
        self.base.wrapping_add(offset as u32)
    }

    fn offset(&self, address: u32) -> Option<usize> {
        usize::try_from(address.checked_sub(self.base)?).ok().filter(|o| *o < self.bytes.len())
    }

    /// Where an instruction that ends at the offset `end` leads to, if that is a constant.
    fn destination(&self, inst: &Inst, end: usize) -> Option<u32> {
        let flow = inst.op.info().flow;
        let to = inst.sources.get(flow.destination()?)?;
        match to.last {
            Last::Imm(v) if to.chain.is_empty() => {
                if flow.is_relative() {
                    u32::try_from(i64::from(self.base) + end as i64 + v).ok()
                } else {
                    Some(v as u32)
                }
            }
            _ => None,
        }
    }

    /// Everything read in order: what is no instruction is stepped over byte by byte.
    fn all(&self) -> BTreeMap<usize, Read> {
        let mut found = BTreeMap::new();
        let mut offset = 0;
        while offset < self.bytes.len() {
            match self.read(offset) {
                Some(read) => {
                    let next = offset + read.len;
                    found.insert(offset, read);
                    offset = next;
                }
                None => offset += 1,
            }
        }
        found
    }

    /// What can be reached. Of instructions that overlap the first one met stays.
    fn reachable(&self, entries: &[u32]) -> BTreeMap<usize, Read> {
        let mut found: BTreeMap<usize, Read> = BTreeMap::new();
        let mut work: Vec<usize> = entries.iter().rev().filter_map(|e| self.offset(*e)).collect();
        while let Some(offset) = work.pop() {
            let before = found.range(..=offset).next_back();
            if before.is_some_and(|(start, read)| offset < start + read.len) {
                continue;
            }
            let Some(read) = self.read(offset) else { continue };
            let end = offset + read.len;
            if found.range(offset..end).next().is_some() {
                continue;
            }
            if read.goes_on {
                work.push(end);
            }
            work.extend(read.to.and_then(|to| self.offset(to)));
            found.insert(offset, read);
        }
        found
    }

    fn lines(&self, found: BTreeMap<usize, Read>) -> Disassembly {
        let wanted: BTreeSet<u32> = found.values().filter_map(|read| read.to).collect();
        let named = |offset: usize| {
            let address = self.address(offset);
            wanted.contains(&address).then(|| (address, Label::new(&format!("L{address:x}"))))
        };
        let labels: BTreeMap<u32, Label> = found.keys().filter_map(|&offset| named(offset)).collect();
        let mut lines = Vec::new();
        let mut at = 0;
        for (offset, mut read) in found {
            self.data(at, offset, &mut lines);
            at = offset + read.len;
            if let (Some(label), Some(i)) =
                (read.to.and_then(|to| labels.get(&to)), read.inst.op.info().flow.destination())
            {
                let relative = read.inst.op.info().flow.is_relative();
                read.inst.sources[i] =
                    if relative { Operand::branch(label) } else { Operand::from(Expr::from(label)) };
            }
            let address = self.address(offset);
            lines.push(Line {
                address,
                bytes: self.bytes[offset..at].to_vec(),
                label: labels.get(&address).cloned(),
                item: read.inst.into(),
            });
        }
        self.data(at, self.bytes.len(), &mut lines);
        Disassembly { base: self.base, lines }
    }

    fn data(&self, from: usize, to: usize, lines: &mut Vec<Line>) {
        let mut offset = from;
        for chunk in self.bytes[from..to].chunks(DATA_LINE) {
            lines.push(Line {
                address: self.address(offset),
                bytes: chunk.to_vec(),
                label: None,
                item: Item::bytes(chunk).at_site(None),
            });
            offset += chunk.len();
        }
    }
}
