//! The pass itself: its state, what it writes, labels and jumps.

use super::label::Labels;
use super::op::{self, wide, word};
use super::pinned::{MOST_PINNED, Pinned};
use super::stack::Entry;
use super::{LowerError, Lowered, Places, Use};
use core::cell::Cell;
use hognose_image::code::Code;
use hognose_image::isa::Op;

/// State of the pass. All memory is the caller's.
pub(crate) struct Emitter<'s, 'i> {
    pub(crate) code: Code<'i>,
    /// Output, one word an instruction.
    pub(crate) out: &'s mut [u64],
    /// Words for the symbolic stack, at least `max_stack`.
    pub(crate) stack: &'s mut [u64],
    pub(crate) labels: Labels<'s>,
    /// Fixups from the front (instruction, label), cache names from the back.
    pub(crate) notes: &'s mut [u64],
    /// Where among the values constants, names and code objects stand.
    pub(super) places: Places<'s>,
    /// Report the byte pc of the instruction with that index.
    pub(crate) query: Option<usize>,
    pub(crate) answer: Option<u32>,
    /// Instructions so far.
    pub(super) n: usize,
    /// Jumps whose distance is still to be filled in.
    pub(super) fixups: usize,
    /// Inline caches so far.
    pub(super) caches: usize,
    /// Values on the symbolic stack.
    pub(super) depth: usize,
    /// How many slots of the stack need a register.
    pub(super) used: Cell<usize>,
    /// Register of the lowest slot: behind locals and cells.
    pub(super) first: usize,
    /// Locals below 64 that are bound here on every way.
    pub(super) assigned: u64,
    /// Locals below 64 that some instruction unbinds.
    pub(super) deleted: u64,
    /// Locals that are known to be bound are not checked.
    pub(super) trust: bool,
    /// Index of the last instruction whose result may be redirected.
    pub(super) redirect: Option<usize>,
    /// Constants that have registers of their own.
    pub(super) pinned: Pinned,
    /// Byte of the code where the pass is.
    pub(super) pc: u32,
}

pub(super) type Done = Result<(), LowerError>;

impl<'s, 'i> Emitter<'s, 'i> {
    /// Prepares a pass.
    pub(crate) fn new(
        code: Code<'i>,
        out: &'s mut [u64],
        stack: &'s mut [u64],
        labels: Labels<'s>,
        notes: &'s mut [u64],
        places: Places<'s>,
        trust: bool,
    ) -> Self {
        let first = code.local_count as usize + code.cell_count as usize + code.free_count as usize;
        Emitter {
            code,
            out,
            stack,
            labels,
            notes,
            places,
            query: None,
            answer: None,
            n: 0,
            fixups: 0,
            caches: 0,
            depth: 0,
            used: Cell::new(0),
            first,
            assigned: 0,
            deleted: 0,
            trust,
            redirect: None,
            pinned: Pinned::new(),
            pc: 0,
        }
    }

    /// Runs the pass.
    pub(crate) fn run(&mut self) -> Result<Lowered, LowerError> {
        // One more than the stack has slots: swapping takes it.
        if self.first + MOST_PINNED + self.code.max_stack as usize + 1 >= 0xFFFF
            || self.code.parameter_count() >= 0xFFF0
        {
            return Err(LowerError::TooLarge);
        }
        for (pc, instruction) in self.code.instructions() {
            self.pinned.see(instruction, pc);
            if instruction.op == Op::DelLocal && instruction.a < 64 {
                self.deleted |= 1 << instruction.a;
            }
        }
        let parameters = self.code.parameter_count().min(64) as u32;
        self.assigned = if parameters == 64 { u64::MAX } else { (1u64 << parameters) - 1 };
        // What is deleted anywhere is looked at before every use.
        self.assigned &= !self.deleted;
        if !self.trust {
            self.assigned = 0;
        }
        self.pin()?;
        self.prologue()?;
        let mut reached = true;
        let mut next_pc = 0;
        while let Some(instruction) = self.code.decode(next_pc) {
            self.pc = next_pc;
            if let Some(label) = self.labels.index(next_pc) {
                reached = self.at_label(label, reached)?;
            }
            if !reached {
                next_pc = instruction.next;
                continue;
            }
            let skip = self.one(instruction)?;
            use hognose_image::isa::Flow;
            let skipped = if skip { self.code.decode(instruction.next) } else { None };
            reached = match skipped {
                Some(second) => !matches!(second.op.flow(), Flow::End | Flow::Jump),
                None => !matches!(instruction.op.flow(), Flow::End | Flow::Jump),
            };
            next_pc = skipped.map_or(instruction.next, |i| i.next);
        }
        if (next_pc as usize) < self.code.bytes().len() {
            return Err(LowerError::Malformed(next_pc));
        }
        if let Some(label) = self.labels.index(next_pc) {
            self.place_label(label);
        }
        if self.n.checked_sub(1).is_some_and(|last| self.out[last] as u8 == op::RAISE) {
            // Raising may call a class first, and such a call has something to return to.
            self.emit(word(op::STOP, 0, 0, 0, 0))?;
        }
        self.fix()?;
        let registers = self.first + self.used.get();
        Ok(Lowered { len: self.n, caches: self.caches, handlers: self.code.range_count as usize, registers })
    }

    /// Handlers as pairs of words, pcs relative to the first instruction.
    pub(crate) fn handlers(&self, base: usize, mut visit: impl FnMut(usize, u64, u64)) -> Done {
        for (i, range) in self.code.ranges().enumerate() {
            let place = |pc| {
                let label = self.labels.index(pc).ok_or(LowerError::Malformed(pc))?;
                Ok(self.labels.place(label))
            };
            // A range in dead code has no place: it covers nothing.
            let (start, end, target) = match (place(range.start)?, place(range.end)?, place(range.target)?) {
                (Some(s), Some(e), Some(t)) => (s, e, t),
                (Some(s), None, Some(t)) => (s, self.n, t),
                _ => (0, 0, 0),
            };
            let register = self.first + range.depth as usize;
            let a = (base + start) as u64 | ((base + end.max(start)) as u64) << 32;
            visit(i, a, (base + target) as u64 | (register as u64) << 32);
        }
        Ok(())
    }

    /// Index among the values of the name of cache `i`.
    pub(crate) fn cache_name(&self, i: usize) -> usize {
        let last = self.notes.len() - 1;
        self.notes[last - i] as usize
    }

    /// Cell variables first: those that take over a parameter, the empty ones, then the free ones of the closure; constants of
    /// loops behind them.
    fn prologue(&mut self) -> Done {
        let locals = self.code.local_count as u16;
        let mut n = 0;
        for (_, parameter) in self.code.cells() {
            self.emit(word(op::MAKECELL, 0, locals + n, parameter.map_or(0xFFFF, |p| p as u16), 0))?;
            n += 1;
        }
        if self.code.free_count > 0 {
            self.emit(word(op::COPYFREE, 0, locals + n, self.code.free_count as u16, 0))?;
        }
        self.load_pinned()
    }

    fn place_label(&mut self, label: usize) {
        self.labels.put(label, self.n);
        self.redirect = None;
    }

    /// A label: joins the ways that lead here. Gives whether the code is reached.
    fn at_label(&mut self, label: usize, reached: bool) -> Result<bool, LowerError> {
        if reached {
            self.flush_all()?;
            self.meet(label)?;
        }
        self.place_label(label);
        let Some((depth, assigned)) = self.labels.state(label) else { return Ok(false) };
        self.depth = depth;
        for i in 0..self.depth {
            self.stack[i] = Entry::Home.pack();
        }
        self.assigned = assigned;
        // A range that starts here hands its state to its handler.
        let ranges = self.code.ranges();
        for range in ranges {
            if range.start == self.pc {
                let target = self.labels.index(range.target).ok_or(LowerError::Malformed(range.target))?;
                let depth = self.depth;
                self.depth = range.depth as usize + 1;
                let met = self.meet(target);
                self.depth = depth;
                met?;
                self.home(range.depth as usize);
            }
        }
        Ok(true)
    }

    /// Joins the state here with that of a label to come.
    pub(super) fn meet(&mut self, label: usize) -> Done {
        if self.depth > self.stack.len() {
            return Err(LowerError::Malformed(self.pc));
        }
        let known = self.labels.state(label);
        if known.is_some_and(|(depth, _)| depth != self.depth) {
            return Err(LowerError::Malformed(self.pc));
        }
        // A way back that has bound less than the way in, or there was none: this code needs all its checks.
        let less = known.is_none_or(|(_, assigned)| assigned & !self.assigned != 0);
        if less && self.labels.place(label).is_some() {
            return Err(LowerError::Order(self.pc));
        }
        self.labels.join(label, self.depth, self.assigned);
        Ok(())
    }

    #[inline]
    pub(super) fn emit(&mut self, instruction: u64) -> Done {
        if self.query == Some(self.n) {
            self.answer = Some(self.pc);
        }
        let Some(place) = self.out.get_mut(self.n) else { return Err(LowerError::NoSpace) };
        *place = instruction;
        self.n += 1;
        self.redirect = None;
        Ok(())
    }

    /// An instruction whose result register may be changed by a following store.
    pub(super) fn emit_result(&mut self, instruction: u64) -> Done {
        self.emit(instruction)?;
        self.redirect = Some(self.n - 1);
        Ok(())
    }

    /// Place among the values of constant `k`.
    pub(super) fn value_of_constant(&self, k: u32) -> Result<u32, LowerError> {
        self.places.of(Use::Constant(k)).ok_or(LowerError::Malformed(self.pc))
    }

    /// The same in the bits that instructions have for it: the low 16, and 8 above.
    pub(super) fn k24(&self, k: u32) -> Result<(u16, u8), LowerError> {
        let place = self.value_of_constant(k)?;
        if place >= 1 << 24 { Err(LowerError::TooLarge) } else { Ok((place as u16, (place >> 16) as u8)) }
    }

    /// A new cache for a name; its number.
    pub(super) fn cache(&mut self, name: u32) -> Result<u32, LowerError> {
        let place = self.value_of_constant(name)?;
        let last = self.notes.len().checked_sub(1 + self.caches).ok_or(LowerError::NoSpace)?;
        if last < self.fixups {
            return Err(LowerError::NoSpace);
        }
        self.notes[last] = place as u64;
        self.caches += 1;
        let number = self.caches as u32 - 1;
        if number >= 1 << 22 { Err(LowerError::TooLarge) } else { Ok(number) }
    }

    /// Emits a jump whose distance is filled in at the end.
    pub(super) fn emit_jump(&mut self, instruction: u64, target: u32) -> Done {
        let label = self.labels.index(target).ok_or(LowerError::Malformed(self.pc))?;
        self.meet(label)?;
        if self.fixups + self.caches >= self.notes.len() {
            return Err(LowerError::NoSpace);
        }
        self.notes[self.fixups] = self.n as u64 | (label as u64) << 32;
        self.fixups += 1;
        self.emit(instruction)
    }

    /// Is that pc near enough for a distance of 16 bits?
    pub(super) fn near(&self, target: u32) -> bool {
        (target as i64 - self.pc as i64).abs() < 12_000
    }

    fn fix(&mut self) -> Done {
        for i in 0..self.fixups {
            let note = self.notes[i];
            let (at, label) = (note as u32 as usize, (note >> 32) as usize);
            let target = self.labels.place(label).ok_or(LowerError::Malformed(0))?;
            let rel = target as i64 - (at as i64 + 1);
            let w = self.out[at];
            let code = w as u8;
            self.out[at] = match code {
                op::CMPJ | op::CMPIJ | op::FORITER => {
                    let rel = i16::try_from(rel).map_err(|_| LowerError::TooLarge)?;
                    w & !(0xFFFF << 48) | (rel as u16 as u64) << 48
                }
                _ => {
                    let code = if code == op::JUMP && rel < 0 { op::LOOP } else { code };
                    wide(code, op::s(w), op::a(w) as u16, rel as i32 as u32)
                }
            };
        }
        // Caches become distances from the start of the object later; here only numbers.
        Ok(())
    }
}
