//! Checking code before it runs: everything that can be reached from the entry points by jumps to
//! known places.
//!
//! The machine needs no check to be safe. A check finds mistakes early: code for another device, a
//! wrong load address, a table that is executed. What depends on a run (jumps through memory, indirect
//! accesses, computed function numbers) is counted, not judged.

use crate::fault::Place;
use crate::instruction::{DecodeError, DecodeErrorKind, Instruction, Operand};
use crate::opcode::{Class, Flow};
use crate::operand::Mode;
use crate::step::BUFFER;
use core::fmt;
use core::ops::Range;

/// The device that code is checked for.
#[derive(Clone, Copy)]
pub struct Device<'a> {
    /// Code as loaded.
    pub code: &'a [u8],
    /// Its address.
    pub code_base: u32,
    /// Address of the first byte of RAM.
    pub ram_base: u32,
    /// Bytes of RAM.
    pub ram_len: u32,
    /// Tells whether the device has this host function.
    pub has_function: &'a dyn Fn(i32) -> bool,
}

impl fmt::Debug for Device<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { code, code_base, ram_base, ram_len, .. } = self;
        write!(
            f,
            "Device {{ {} bytes of code at {code_base:#x}, {ram_len} of RAM at {ram_base:#x} }}",
            code.len()
        )
    }
}

/// Something wrong in code, and the address of the instruction it is wrong with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Address of the instruction; of an entry point outside the code, that address.
    pub pc: u32,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with an instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The bytes are no instruction, or not one that can be read without running it.
    Undecodable(DecodeError),
    /// A list that must not be empty is.
    NoSources,
    /// More links of indirection than the machine holds: it would read some of them again.
    DeepChain {
        /// Which operand.
        place: Place,
    },
    /// An entry point that is not in the code.
    EntryOutside,
    /// It jumps out of the code.
    JumpOutside {
        /// Where to.
        to: u32,
    },
    /// It jumps into another instruction.
    JumpIntoMiddle {
        /// Where to.
        to: u32,
        /// Start of that instruction.
        start: u32,
    },
    /// An entry point or a jump found earlier leads into it.
    EnteredInMiddle {
        /// Where.
        at: u32,
    },
    /// The code ends behind it.
    RunsOff,
    /// It reads memory that is neither RAM nor code.
    Read {
        /// Which operand.
        place: Place,
        /// First byte.
        address: u32,
        /// Bytes.
        len: u32,
    },
    /// It writes memory that is no RAM.
    Write {
        /// Which operand.
        place: Place,
        /// First byte.
        address: u32,
        /// Bytes.
        len: u32,
    },
    /// The device has no such host function.
    UnknownFunction {
        /// Its number.
        func: i32,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Undecodable(error) => error.fmt(f),
            Self::NoSources => f.write_str("no sources (at least one is needed)"),
            Self::DeepChain { place } => write!(f, "{place}: more than {BUFFER} links of indirection"),
            Self::EntryOutside => f.write_str("entry point outside the code"),
            Self::JumpOutside { to } => write!(f, "jumps to {to:#x}, outside the code"),
            Self::JumpIntoMiddle { to, start } => {
                write!(f, "jumps to {to:#x}, into the middle of the instruction at {start:#x}")
            }
            Self::EnteredInMiddle { at } => {
                write!(f, "a jump or an entry point leads to {at:#x}, into the middle of this instruction")
            }
            Self::RunsOff => f.write_str("the code ends behind this instruction"),
            Self::Read { place, address, len } => {
                write!(f, "{place}: reads {len} bytes at {address:#x}, neither in RAM nor in the code")
            }
            Self::Write { place, address, len } => {
                write!(f, "{place}: writes {len} bytes at {address:#x}, not in RAM")
            }
            Self::UnknownFunction { func } => write!(f, "the device has no host function {func}"),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#x}: {}", self.pc, self.problem)
    }
}

/// What a check went through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Instructions that can be reached.
    pub instructions: u32,
    /// Bytes they take.
    pub bytes: u32,
    /// Findings.
    pub findings: u32,
    /// Jumps through memory: where they lead was not followed.
    pub dynamic_jumps: u32,
    /// Host calls whose function number comes from memory.
    pub dynamic_calls: u32,
}

/// The marks do not suffice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarksTooFew {
    /// How many are needed: one a byte of code.
    pub needed: usize,
}

impl fmt::Display for MarksTooFew {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "checking this code needs {} words of memory", self.needed)
    }
}

impl core::error::Error for MarksTooFew {}

/// Checks all code that can be reached from `entries` and tells `report` what is wrong with it. `marks`
/// is memory to work in, one word for each byte of code. The time is linear in the length of the code.
///
/// # Errors
/// When there are too few marks.
pub fn check(
    device: &Device<'_>,
    entries: &[u32],
    marks: &mut [u32],
    report: &mut dyn FnMut(Finding),
) -> Result<Summary, MarksTooFew> {
    let needed = device.code.len();
    let marks = marks.get_mut(..needed).ok_or(MarksTooFew { needed })?;
    marks.fill(UNKNOWN);
    let mut walk = Walk { device, marks, pending: NONE, report, summary: Summary::default() };
    for &entry in entries {
        walk.enter(entry, None);
    }
    while let Some(pc) = walk.next_pending() {
        walk.line(pc);
    }
    Ok(walk.summary)
}

/// States of a byte, in the upper two bits of its mark.
const STATE: u32 = 3 << 30;
const UNKNOWN: u32 = 0;
/// Within an instruction.
const BODY: u32 = 1 << 30;
/// An instruction starts here, it was looked at.
const START: u32 = 2 << 30;
/// An instruction starts here. The lower bits are the next such byte in the list.
const PENDING: u32 = 3 << 30;
/// End of the list of pending bytes.
const NONE: u32 = !STATE;

struct Walk<'a> {
    device: &'a Device<'a>,
    marks: &'a mut [u32],
    pending: u32,
    report: &'a mut dyn FnMut(Finding),
    summary: Summary,
}

impl Walk<'_> {
    fn find(&mut self, pc: u32, problem: Problem) {
        self.summary.findings += 1;
        (self.report)(Finding { pc, problem });
    }

    /// Offset in the code, if the address is there.
    fn offset(&self, address: u32) -> Option<usize> {
        let at = address.wrapping_sub(self.device.code_base) as usize;
        (at < self.marks.len() && at < NONE as usize).then_some(at)
    }

    fn state(&self, at: usize) -> u32 {
        self.marks.get(at).map_or(BODY, |mark| mark & STATE)
    }

    fn set(&mut self, at: usize, mark: u32) {
        if let Some(old) = self.marks.get_mut(at) {
            *old = mark;
        }
    }

    /// Control comes to `to`, from the instruction at `from` or as an entry point.
    fn enter(&mut self, to: u32, from: Option<u32>) {
        let Some(at) = self.offset(to) else {
            return match from {
                Some(from) => self.find(from, Problem::JumpOutside { to }),
                None => self.find(to, Problem::EntryOutside),
            };
        };
        match self.state(at) {
            UNKNOWN => {
                self.set(at, PENDING | self.pending);
                self.pending = at as u32;
            }
            BODY => {
                let start = (0..at).rev().find(|&at| self.state(at) == START).unwrap_or(0);
                let start = self.device.code_base.wrapping_add(start as u32);
                self.find(from.unwrap_or(to), Problem::JumpIntoMiddle { to, start });
            }
            _ => {}
        }
    }

    fn next_pending(&mut self) -> Option<usize> {
        let at = self.pending;
        let mark = *self.marks.get(at as usize).filter(|_| at != NONE)?;
        self.pending = mark & !STATE;
        Some(at as usize)
    }

    /// Looks at the instructions from `at` on, until control cannot go on to the next one or one
    /// was seen before. Pending bytes that it passes stay in the list and are passed over later.
    fn line(&mut self, at: usize) {
        let mut at = at;
        let mut last: Option<u32> = None;
        loop {
            let pc = self.device.code_base.wrapping_add(at as u32);
            match self.marks.get(at).map(|mark| mark & STATE) {
                None => {
                    if let Some(last) = last {
                        self.find(last, Problem::RunsOff);
                    }
                    return;
                }
                Some(START) => return,
                Some(BODY) => {
                    let start = (0..at).rev().find(|&at| self.state(at) == START).unwrap_or(0);
                    let start = self.device.code_base.wrapping_add(start as u32);
                    return self.find(last.unwrap_or(pc), Problem::JumpIntoMiddle { to: pc, start });
                }
                _ => {}
            }
            // The link of a pending byte stays: it may still be in the list.
            let link = self.marks.get(at).map_or(NONE, |mark| mark & !STATE);
            self.set(at, START | link);
            let code = self.device.code.get(at..).unwrap_or(&[]);
            let instruction = match Instruction::decode_up_to(code, BUFFER) {
                Ok(instruction) => instruction,
                Err(DecodeError { place, kind: DecodeErrorKind::TooDeep, .. }) => {
                    return self.find(pc, Problem::DeepChain { place });
                }
                Err(error) => return self.find(pc, Problem::Undecodable(error)),
            };
            self.summary.instructions += 1;
            self.summary.bytes += instruction.len() as u32;
            for body in at + 1..at + instruction.len() {
                match self.state(body) {
                    UNKNOWN => self.set(body, BODY),
                    BODY => {}
                    _ => {
                        let at = self.device.code_base.wrapping_add(body as u32);
                        self.find(pc, Problem::EnteredInMiddle { at });
                    }
                }
            }
            self.operands(pc, &instruction);
            if !self.flow(pc, &instruction) {
                return;
            }
            last = Some(pc);
            at += instruction.len();
        }
    }

    /// Follows static jumps. False when control does not go on to the next instruction.
    fn flow(&mut self, pc: u32, instruction: &Instruction<'_>) -> bool {
        let info = instruction.op().info();
        if info.flow.destination().is_some() {
            match instruction.destination(pc) {
                Some(to) => self.enter(to, Some(pc)),
                None => self.summary.dynamic_jumps += 1,
            }
        }
        match info.flow {
            Flow::Next | Flow::Condition(_) => true,
            // What is called comes back behind the call.
            Flow::Jump(_) | Flow::Branch(_) => info.links(),
            Flow::Exit => false,
        }
    }

    fn operands(&mut self, pc: u32, instruction: &Instruction<'_>) {
        let info = instruction.op().info();
        for (i, operand) in instruction.targets().enumerate() {
            self.access(pc, Place::Target(i as u8), operand, info.targets.size.into(), true);
        }
        for (i, operand) in instruction.sources().enumerate() {
            self.access(pc, Place::Source(i as u8), operand, info.sources.size.into(), false);
        }
        if info.sources.counted && instruction.source_count() == 0 {
            self.find(pc, Problem::NoSources);
        } else if info.class == Class::Host {
            match instruction.source(0).and_then(|func| func.immediate()) {
                Some(func) if !(self.device.has_function)(func) => {
                    self.find(pc, Problem::UnknownFunction { func });
                }
                Some(_) => {}
                None => self.summary.dynamic_calls += 1,
            }
        }
    }

    /// Judges the addresses of an operand that are known: all references, and direct memory.
    fn access(&mut self, pc: u32, place: Place, operand: Operand<'_>, len: u32, write: bool) {
        let device = self.device;
        let ram = region(device.ram_base, u64::from(device.ram_len));
        let code = region(device.code_base, device.code.len() as u64);
        let mut outermost = true;
        for mode in operand.links() {
            // Offsets are words that are read, whatever the operand is for.
            let (len, write) = if outermost { (len, write) } else { (4, false) };
            outermost = false;
            let (address, len, write) = match mode {
                Mode::Immediate(_) => continue,
                Mode::Memory(address) => (address, len, write),
                Mode::Indirect(reference) => (reference, 4, false),
            };
            let bytes = region(address, u64::from(len));
            let inside = |outer: &Range<u64>| outer.start <= bytes.start && bytes.end <= outer.end;
            if write && !inside(&ram) {
                self.find(pc, Problem::Write { place, address, len });
            } else if !write && !inside(&ram) && !inside(&code) {
                self.find(pc, Problem::Read { place, address, len });
            }
        }
    }
}

fn region(base: u32, len: u64) -> Range<u64> {
    u64::from(base)..u64::from(base) + len
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::opcode::Opcode::{self, *};
    use crate::varint;
    use Mode::{Immediate as Imm, Indirect, Memory as Mem};
    use std::vec;
    use std::vec::Vec;

    fn source(code: &mut Vec<u8>, mode: Mode) {
        let (bytes, len) = varint::encode(mode.source_key()).unwrap();
        code.extend_from_slice(&bytes[..len]);
    }

    /// Appends an instruction without counts. Operands that follow an indirect one are its offset.
    fn put(code: &mut Vec<u8>, op: Opcode, targets: &[Mode], sources: &[Mode]) {
        code.push(op as u8);
        for mode in targets {
            let (bytes, len) = varint::encode(mode.target_key().unwrap()).unwrap();
            code.extend_from_slice(&bytes[..len]);
        }
        for mode in sources {
            source(code, *mode);
        }
    }

    fn findings(code: &[u8], entries: &[u32]) -> (Vec<(u32, Problem)>, Summary) {
        let has_function = &|func| func == 6;
        let device = Device { code, code_base: 0x100, ram_base: 0, ram_len: 0x100, has_function };
        let mut found = Vec::new();
        let mut marks = vec![7; code.len()];
        let mut report = |finding: Finding| found.push((finding.pc, finding.problem));
        let summary = check(&device, entries, &mut marks, &mut report).unwrap();
        assert_eq!(summary.findings as usize, found.len());
        (found, summary)
    }

    /// The findings in one instruction at 0x100, with an Exit behind it.
    fn of(op: Opcode, targets: &[Mode], sources: &[Mode]) -> Vec<Problem> {
        let mut code = Vec::new();
        put(&mut code, op, targets, sources);
        put(&mut code, Exit, &[], &[Imm(0)]);
        let (found, _) = findings(&code, &[0x100]);
        found.into_iter().map(|(pc, problem)| (pc == 0x100).then_some(problem).unwrap()).collect()
    }

    #[test]
    fn good_code_has_no_findings() {
        let mut code = Vec::new();
        put(&mut code, Mov, &[Mem(0)], &[Imm(0)]); // 0x100
        put(&mut code, Add, &[Mem(0)], &[Mem(0), Mem(0x100)]); // 0x103
        put(&mut code, BrGt, &[], &[Imm(20), Mem(0), Imm(-9)]); // 0x108 to 0x103
        put(&mut code, Sys01, &[], &[Imm(6), Mem(0)]);
        put(&mut code, Sys01, &[], &[Mem(4), Mem(0)]);
        put(&mut code, BrLnk, &[Mem(56)], &[Imm(2)]);
        put(&mut code, Exit, &[], &[Mem(0)]);
        put(&mut code, Jmp, &[], &[Mem(56)]);
        let reached = code.len() as u32;
        code.extend_from_slice(&[0xff; 3]);
        let (found, summary) = findings(&code, &[0x100]);
        assert_eq!(found, []);
        let expected =
            Summary { instructions: 8, bytes: reached, findings: 0, dynamic_jumps: 1, dynamic_calls: 1 };
        assert_eq!(summary, expected);
    }

    #[test]
    fn instructions_that_are_none() {
        let undecodable = |code: &[u8], pc: u32, at: usize| {
            let (found, _) = findings(code, &[0x100]);
            assert!(
                matches!(found[..], [(p, Problem::Undecodable(error))] if p == pc && error.at == at),
                "{found:?}"
            );
        };
        undecodable(&[0, 72], 0x101, 0);
        undecodable(&[0x3d, 9, 0x20], 0x100, 2);
        undecodable(&[0x3d, 9], 0x100, 2);
        undecodable(&[0x80], 0x100, 0);
        undecodable(&[8, 9, 3, 9], 0x100, 2);
        assert_eq!(findings(&[0], &[0x100]).0, [(0x100, Problem::RunsOff)]);
        assert_eq!(findings(&[8, 9, 1, 0x2d, 1], &[0x100]).0, [(0x100, Problem::NoSources)]);
        let chain = |links| {
            let mut sources = vec![Indirect(4); links];
            sources.push(Imm(0));
            of(Mov, &[Mem(0)], &sources)
        };
        assert_eq!(chain(BUFFER), []);
        assert_eq!(chain(BUFFER + 1), [Problem::DeepChain { place: Place::Source(0) }]);
    }

    #[test]
    fn jumps() {
        assert_eq!(of(Jmp, &[], &[Imm(0x50)]), [Problem::JumpOutside { to: 0x50 }]);
        assert_eq!(of(Br, &[], &[Imm(2)]), [Problem::JumpOutside { to: 0x104 }]);
        assert_eq!(of(BrEq, &[], &[Imm(2), Imm(3), Imm(0)]), []);
        assert_eq!(
            of(BrEq, &[], &[Imm(2), Imm(3), Imm(-2)]),
            [Problem::JumpIntoMiddle { to: 0x102, start: 0x100 }]
        );
        // The jump comes first, the instruction around its destination later.
        let (found, _) = findings(&[0x1b, 1, 1, 0x11, 0x3d, 1, 0x2d, 0x2d, 1], &[0x100]);
        assert!(found.contains(&(0x104, Problem::EnteredInMiddle { at: 0x106 })), "{found:x?}");
        let (found, _) = findings(&[0x3d, 1, 1, 0x2d, 1], &[0x102, 0x100, 0x105, 0x104]);
        let expected = [
            (0x105, Problem::EntryOutside),
            (0x103, Problem::EnteredInMiddle { at: 0x104 }),
            (0x100, Problem::EnteredInMiddle { at: 0x102 }),
        ];
        for problem in expected {
            assert!(found.contains(&problem), "{found:x?}");
        }
    }

    #[test]
    fn accesses() {
        let place = Place::Source(0);
        let read = |place, address, len| Problem::Read { place, address, len };
        assert_eq!(of(Mov, &[Mem(0xfc)], &[Mem(0xfc)]), []);
        assert_eq!(of(Mov, &[Mem(0)], &[Mem(0xfd)]), [read(place, 0xfd, 4)]);
        assert_eq!(of(LdB, &[Mem(0)], &[Mem(0xff)]), []);
        assert_eq!(of(LdH, &[Mem(0)], &[Mem(0xff)]), [read(place, 0xff, 2)]);
        assert_eq!(of(Mov, &[Mem(0)], &[Indirect(0x1000), Imm(1)]), [read(place, 0x1000, 4)]);
        assert_eq!(of(Mov, &[Indirect(0x1000)], &[Imm(1), Imm(1)]), [read(Place::Target(0), 0x1000, 4)]);
        assert_eq!(of(LdB, &[Mem(0)], &[Indirect(0), Mem(0xfe)]), [read(place, 0xfe, 4)]);
        let write = |address, len| Problem::Write { place: Place::Target(0), address, len };
        assert_eq!(of(Mov, &[Mem(0x100)], &[Imm(1)]), [write(0x100, 4)]);
        assert_eq!(of(StB, &[Mem(0xff)], &[Imm(1)]), []);
        assert_eq!(of(StH, &[Mem(0xff)], &[Imm(1)]), [write(0xff, 2)]);
        assert_eq!(of(Sys00, &[], &[Imm(7)]), [Problem::UnknownFunction { func: 7 }]);
    }

    #[test]
    fn too_few_marks() {
        let has_function = &|_| true;
        let device = Device { code: &[0; 9], code_base: 0, ram_base: 0, ram_len: 0, has_function };
        assert_eq!(check(&device, &[0], &mut [0; 8], &mut |_| {}), Err(MarksTooFew { needed: 9 }));
    }
}
