//! Decoded execution: operands are worked out once, into memory that the caller supplies.
//!
//! Results and counts are the same as in place. What cannot be decoded (code in RAM, chains of more
//! than two links, counts from memory), what fails, and what does not fit the memory is executed in
//! place, one instruction at a time.

use crate::bus::Bus;
use crate::fast::{Fast, Leave};
use crate::instruction::Instruction;
use crate::machine::{Machine, Outcome};
use crate::slot::{MOST, Map, Slot, UNRESOLVED, form};
use crate::step::{Signal, Step};

/// Decoded code, in caller-supplied memory.
///
/// `index` needs one entry for every byte of code, `slots` about one for every instruction (a quarter of
/// the bytes), and some more for instructions with many operands. With less, the rest of the code
/// runs in place.
#[derive(Debug)]
pub struct Decoded<'m> {
    /// For each byte of code: 1 + the slot of the instruction that starts there, 0 if none is decoded.
    index: &'m mut [u32],
    slots: &'m mut [Slot],
    used: usize,
    /// Slots before this one have no unresolved destination.
    resolved: usize,
    /// RAM and code this is decoded for: base and length of each.
    shape: Option<(u32, usize, u32, usize)>,
}

impl<'m> Decoded<'m> {
    /// Nothing decoded yet.
    pub fn new(index: &'m mut [u32], slots: &'m mut [Slot]) -> Self {
        index.fill(0);
        Self { index, slots, used: 0, resolved: 0, shape: None }
    }

    /// Forgets everything. Needed when the code has changed; a change of its address or length, or
    /// of RAM's, is noticed.
    pub fn clear(&mut self) {
        self.index.fill(0);
        self.used = 0;
        self.resolved = 0;
        self.shape = None;
    }

    /// Slots in use.
    #[must_use]
    pub fn used(&self) -> usize {
        self.used
    }

    /// The slot of the instruction at `pc`, which is decoded if need be, with all the code that can be
    /// reached from there by jumps to known places.
    fn find(&mut self, map: Map<'_>, pc: u32) -> Option<usize> {
        let shape = (map.ram_base, map.ram_len, map.code_base, map.code.len());
        if self.shape != Some(shape) {
            self.clear();
            self.shape = Some(shape);
        }
        if let Some(slot) = self.known(map, pc)? {
            return Some(slot);
        }
        let slot = self.line(map, pc)?;
        self.resolve(map);
        Some(slot)
    }

    /// The slot of the instruction at `pc`, if it is decoded. `None` outside the code and the index.
    fn known(&self, map: Map<'_>, pc: u32) -> Option<Option<usize>> {
        let at = pc.wrapping_sub(map.code_base) as usize;
        map.code.get(at)?;
        let entry = *self.index.get(at)? as usize;
        Some(entry.checked_sub(1))
    }

    /// Appends slots. There is always room kept for one more, which ends the line.
    fn push(&mut self, slots: &[Slot]) -> Option<usize> {
        let at = self.used;
        self.slots.get_mut(at..at + slots.len())?.copy_from_slice(slots);
        self.used += slots.len();
        Some(at)
    }

    /// Decodes from `pc` on until control cannot go on to the next instruction.
    fn line(&mut self, map: Map<'_>, pc: u32) -> Option<usize> {
        let first = self.used;
        if first >= self.slots.len() || first >= UNRESOLVED as usize - MOST {
            return None;
        }
        let mut pc = pc;
        loop {
            match self.known(map, pc) {
                None => {
                    self.push(&[Slot { form: form::AWAY, pc, ..Slot::EMPTY }])?;
                    break;
                }
                Some(Some(slot)) => {
                    self.push(&[Slot { form: form::CONTINUE, pc, c: slot as u32, ..Slot::EMPTY }])?;
                    break;
                }
                Some(None) => {}
            }
            let mut slots = [Slot::EMPTY; MOST];
            let (mut count, mut len) = map.decode(pc, &mut slots);
            if self.used + count >= self.slots.len() {
                slots[0] = Slot { pc, ..Slot::EMPTY };
                (count, len) = (1, 0);
            }
            let at = self.push(slots.get(..count)?)?;
            *self.index.get_mut(pc.wrapping_sub(map.code_base) as usize)? = at as u32 + 1;
            let goes_on = !matches!(
                slots[0].form,
                form::STEP | form::HOST | form::GOTO | form::LINK | form::JMP_W | form::JMP_X | form::CALL_W
            );
            if len == 0 || !goes_on {
                break;
            }
            pc = pc.wrapping_add(len);
        }
        Some(first)
    }

    /// Gives every jump to a known place its slot. Decodes those places, which may add more.
    fn resolve(&mut self, map: Map<'_>) {
        while let Some(&slot) = self.slots.get(..self.used).and_then(|used| used.get(self.resolved)) {
            let at = self.resolved;
            self.resolved += slot.len();
            if slot.c != UNRESOLVED {
                continue;
            }
            let start = slot.pc.wrapping_sub(map.code_base) as usize;
            let code = map.code.get(start..).unwrap_or(&[]);
            let to = Instruction::decode(code).ok().and_then(|jump| jump.destination(slot.pc));
            let found = to.and_then(|to| match self.known(map, to) {
                Some(Some(slot)) => Some(slot),
                Some(None) => self.line(map, to),
                None => None,
            });
            let found = found.or_else(|| {
                // Nowhere to go, or no room: leave the decoded code there.
                self.push(&[Slot { form: form::AWAY, pc: to?, ..Slot::EMPTY }])
            });
            if let Some(slot) = self.slots.get_mut(at) {
                match found {
                    Some(found) => slot.c = found as u32,
                    None => *slot = Slot { form: form::STEP, c: 0, ..*slot },
                }
            }
        }
    }
}

impl Machine {
    /// Executes at most `budget` instructions, decoded. Outcome, state, memory and counts are those of
    /// [`Machine::run`], and the two may take turns.
    ///
    /// Needs a bus with [`Bus::memory`]; over another one it runs in place.
    pub fn run_decoded<B: Bus>(&mut self, bus: &mut B, decoded: &mut Decoded<'_>, budget: u64) -> Outcome {
        if let Some(func) = self.waiting() {
            return Outcome::Waiting(func);
        }
        let mut step = Step::new(bus, self.pc, self.exit_code, self.is_original());
        let mut left = budget;
        let outcome = loop {
            if left == 0 {
                break Outcome::Spent;
            }
            let leave = enter(&mut step, decoded, &mut left);
            let signal = match leave {
                Leave::Spent => break Outcome::Spent,
                Leave::Jump(_) => continue,
                Leave::Host => step.finish_host(),
                Leave::Step => step.step_once(),
            };
            left -= 1;
            if signal != Signal::Next {
                break self.outcome(&step, signal);
            }
        };
        self.pc = step.pc;
        self.exit_code = step.exit_code;
        self.spent = self.spent.wrapping_add(budget - left);
        outcome
    }
}

/// Runs decoded code from the pc on. Afterwards the pc is that of the next instruction, which is the one
/// the interpreter left at, and of a host call everything is evaluated.
fn enter<B: Bus>(step: &mut Step<'_, B>, decoded: &mut Decoded<'_>, left: &mut u64) -> Leave {
    let Some(memory) = step.bus.memory() else { return Leave::Step };
    let (ram_base, code_base, code) = (memory.ram_base, memory.code_base, memory.code);
    let map = Map { ram_base, ram_len: memory.ram.len(), code_base, code };
    let Some(at) = decoded.find(map, step.pc) else { return Leave::Step };
    let mut fast = Fast {
        slots: decoded.slots.get(..decoded.used).unwrap_or(&[]),
        index: decoded.index,
        ram: memory.ram,
        ram_base,
        code,
        code_base,
        targets: &mut step.targets,
        sources: &mut step.sources,
        at,
        left: *left,
    };
    let leave = fast.run();
    *left = fast.left;
    let slot = fast.slots.get(fast.at).copied().unwrap_or(Slot::EMPTY);
    step.pc = match leave {
        Leave::Jump(pc) => pc,
        _ => slot.pc,
    };
    if leave == Leave::Host {
        step.start = slot.pc;
        step.opcode = code.get(slot.pc.wrapping_sub(code_base) as usize).copied().unwrap_or(slot.op);
        step.pc = slot.b;
        step.target_count = slot.target_count();
        step.source_count = slot.source_count();
    }
    leave
}
