//! Frames and generators: they stand at instructions of their code, with the registers that it has, and what is to be done
//! with their value goes with the instruction that waits for it.

use super::error::{Fault, SnapshotError};
use super::wanted::Wanted;
use crate::heap::Kind;
use crate::heap::header::{kind_byte, size};
use crate::interp::{CARRIER, Cont, GENERATOR_FRAME, ON_CARRIER, OWN_NAMESPACE};
use crate::lower::op;
use crate::object::code::{ASYNC_GENERATOR, COROUTINE, GENERATOR};
use crate::object::function::F_CODE;
use crate::object::generator::{Flavour, G_FUNCTION, G_PC, GENERATOR_WORDS, State};
use crate::value::Value;
use crate::vm::{FRAME, Vm};

/// The frame below, as far as the one above it depends on it.
struct Waiting {
    /// Its code object.
    code: Value,
    /// Its pc, behind the instruction that waits.
    pc: usize,
}

impl Vm<'_> {
    /// Frames from the youngest to the oldest, then the generators that are not on the stack.
    pub(crate) fn check_frames(&mut self) -> Result<(), SnapshotError> {
        let mut fp = self.heap.floor;
        let mut pc = self.pc;
        let mut depth = 0;
        while fp < self.heap.map {
            depth += self.check_frame(fp, pc).map_err(|what| self.frame_error(fp, what))?;
            pc = self.heap.mem[fp] as u32 as usize;
            fp += self.frame_words(fp);
        }
        if depth != self.depth {
            return Err(SnapshotError::Field { name: "depth", found: self.depth as u64, most: depth as u64 });
        }
        let mut at = 1;
        while at < self.heap.top {
            let head = self.heap.mem[at];
            if kind_byte(head) == Kind::Generator as u8 {
                self.check_generator(at).map_err(|what| self.object_error(at, what))?;
            }
            at += size(head);
        }
        Ok(())
    }

    /// Gives 1 for a frame that runs, 0 for a carrier.
    fn check_frame(&self, fp: usize, pc: usize) -> Result<usize, Fault> {
        let words = self.frame_words(fp);
        let meta = self.heap.mem[fp + 1];
        let (cont, flags, dst) = (meta as u8, (meta >> 8) as u8, (meta >> 16) as u16 as usize);
        if Cont::from_byte(cont) as u8 != cont || meta >> 32 != 0 {
            return Err("no such continuation");
        }
        let cont = Cont::from_byte(cont);
        let (function, namespace) = (Value(self.heap.mem[fp + 2]), Value(self.heap.mem[fp + 3]));
        for i in fp + FRAME..fp + words {
            if !self.heap.fits(Value(self.heap.mem[i]), Wanted::Any)
                || Value(self.heap.mem[i]) == Value::DELETED
            {
                return Err("a register with what a script cannot have");
            }
        }
        let runs = flags & CARRIER == 0;
        if !runs {
            if flags != CARRIER || !function.is_null() || !namespace.is_null() || words < FRAME + 1 {
                return Err("a carrier that is more than one");
            }
        } else {
            if flags & !(GENERATOR_FRAME | ON_CARRIER | OWN_NAMESPACE) != 0
                || flags & GENERATOR_FRAME != 0 && flags & OWN_NAMESPACE != 0
            {
                return Err("flags that a frame does not have");
            }
            if !self.heap.is_kind(function, Kind::Function) {
                return Err("no function");
            }
            let code = self.heap.field(function, F_CODE);
            if !self.heap.is_kind(code, Kind::Code) {
                return Err("a function that was never called");
            }
            if words != FRAME + self.heap.code_registers(code) {
                return Err("another number of registers than its code has");
            }
            self.check_place(code, pc, fp + FRAME)?;
            let generator = flags & GENERATOR_FRAME != 0;
            if generator {
                if !self.heap.is_kind(namespace, Kind::Generator)
                    || self.heap.generator_state(namespace) != State::Running
                    || self.heap.field(namespace, G_FUNCTION) != function
                {
                    return Err("the frame of a generator that does not run it");
                }
            } else if flags & OWN_NAMESPACE != 0 {
                if !namespace.is_null() && !self.heap.is_visible(namespace) {
                    return Err("a namespace that is none");
                }
            } else if !namespace.is_null() || cont == Cont::Normal && flags == 0 {
                // The loop returns there without another look.
                let below = fp + words;
                let function =
                    if below < self.heap.map { Value(self.heap.mem[below + 2]) } else { Value::NULL };
                if !self.heap.is_kind(function, Kind::Function)
                    || self.heap.field(function, F_CODE) != namespace
                {
                    return Err("another code than that of the frame below");
                }
            }
            let flavours = GENERATOR | COROUTINE | ASYNC_GENERATOR;
            if generator != (self.heap.code_flags(code) & flavours != 0) {
                return Err("a frame of another sort than its code");
            }
        }
        self.check_continuation(fp, cont, flags, dst)?;
        Ok(runs as usize)
    }

    /// pc is that of an instruction, and the cells that the code made by then are cells.
    fn check_place(&self, code: Value, pc: usize, registers: usize) -> Result<(), Fault> {
        let start = self.heap.code_start(code);
        if pc < start || pc >= start + self.heap.code_len(code) {
            return Err("a pc outside its code");
        }
        let first = self.heap.code_locals(code);
        let (own, free) = self.heap.code_cells(code);
        for i in 0..own + free {
            let made = pc > start + i.min(own);
            if made && !self.heap.is_kind(Value(self.heap.mem[registers + first + i]), Kind::Cell) {
                return Err("a cell that is none");
            }
        }
        Ok(())
    }

    /// What is to be done with the value of the frame at `fp`.
    fn check_continuation(&self, fp: usize, cont: Cont, flags: u8, dst: usize) -> Result<(), Fault> {
        let below = fp + self.frame_words(fp);
        if below >= self.heap.map {
            return if cont == Cont::Entry { Ok(()) } else { Err("a value for a frame that is not there") };
        }
        if cont == Cont::Entry {
            return Ok(());
        }
        if self.frame_flags(below) & CARRIER != 0 {
            // Its value goes through the carrier: the loop must not take the short way.
            return if flags == 0 && cont == Cont::Normal {
                Err("not marked as one on a carrier")
            } else {
                Ok(())
            };
        }
        let function = Value(self.heap.mem[below + 2]);
        if !self.heap.is_kind(function, Kind::Function) {
            return Err("a value for what does not run");
        }
        let code = self.heap.field(function, F_CODE);
        if !self.heap.is_kind(code, Kind::Code) {
            return Err("a value for what does not run");
        }
        self.check_waiting(&Waiting { code, pc: self.heap.mem[fp] as u32 as usize }, cont, dst)
    }

    fn check_waiting(&self, below: &Waiting, cont: Cont, dst: usize) -> Result<(), Fault> {
        let start = self.heap.code_start(below.code);
        if below.pc <= start || below.pc > start + self.heap.code_len(below.code) {
            return Err("a caller outside its code");
        }
        let w = self.heap.word(below.code, below.pc - 1);
        let code = w as u8;
        let fits = match cont {
            Cont::Entry | Cont::Discard | Cont::Bool | Cont::LenTruth | Cont::Contains | Cont::Spread => true,
            Cont::Normal
            | Cont::Step
            | Cont::Unary
            | Cont::Import
            | Cont::ClassBody
            | Cont::Text
            | Cont::Iter => {
                return self.check_target(below.code, dst);
            }
            Cont::Init => matches!(code, op::CALL | op::CALLM | op::CALLK | op::CALLMK),
            Cont::Binary | Cont::BinaryLast | Cont::InPlace => {
                matches!(code, op::ADD..=op::MATMUL | op::ADDI | op::SUBI)
            }
            Cont::Compare | Cont::CompareLast => matches!(code, op::CMP | op::CMPJ | op::CMPIJ),
            Cont::For => code == op::FORITER,
            Cont::YieldFrom => code == op::YFROM,
        };
        if !fits {
            return Err("a continuation that does not go with the caller's instruction");
        }
        if matches!(cont, Cont::Init | Cont::Binary | Cont::BinaryLast | Cont::InPlace | Cont::For) {
            return self.check_target(below.code, dst);
        }
        Ok(())
    }

    /// A register that may take a value: not that of a cell.
    fn check_target(&self, code: Value, dst: usize) -> Result<(), Fault> {
        let first = self.heap.code_locals(code);
        let (own, free) = self.heap.code_cells(code);
        if dst >= self.heap.code_registers(code) || dst >= first && dst < first + own + free {
            return Err("a result register that its caller does not have");
        }
        Ok(())
    }

    fn check_generator(&self, at: usize) -> Result<(), Fault> {
        let generator = Value::object(at as u32);
        let code = self.heap.field(self.heap.field(generator, G_FUNCTION), F_CODE);
        if !self.heap.is_kind(code, Kind::Code) {
            return Err("a function that was never called");
        }
        if self.heap.size(generator) != GENERATOR_WORDS + self.heap.code_registers(code) {
            return Err("another number of registers than its code has");
        }
        let flags = self.heap.code_flags(code);
        let flavour = if flags & ASYNC_GENERATOR != 0 {
            Flavour::AsyncGenerator
        } else if flags & COROUTINE != 0 {
            Flavour::Coroutine
        } else if flags & GENERATOR != 0 {
            Flavour::Generator
        } else {
            return Err("code that makes no generator");
        };
        if flavour as u16 != self.heap.aux(generator) {
            return Err("another sort than its code makes");
        }
        if self.heap.len_word(generator) > State::Finished as usize {
            return Err("no such state");
        }
        let (pc, start) = (self.heap.word(generator, G_PC), self.heap.code_start(code));
        let end = start + self.heap.code_len(code);
        if pc < start as u64 || pc >= end as u64 {
            return Err("a pc outside its code");
        }
        let pc = pc as usize;
        match self.heap.generator_state(generator) {
            State::Created if pc != start => Err("not begun, but not at the beginning"),
            State::Suspended => {
                // Going on writes into the register of the instruction that waits.
                let at_delegate = self.heap.word(code, pc) as u8 == op::YFROM;
                let before = if pc > start { self.heap.word(code, pc - 1) as u8 } else { op::NOP };
                if !at_delegate && !matches!(before, op::YIELD | op::AYIELD | op::YFROM) {
                    return Err("suspended at no yield");
                }
                self.check_place(code, pc, at + GENERATOR_WORDS)
            }
            _ => Ok(()),
        }
    }
}
