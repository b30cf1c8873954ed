//! The symbolic stack of the lowering pass.

use super::LowerError;
use super::emit::{Done, Emitter};
use super::op::{self, wide, word};

/// Where a value on the stack is right now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    /// In the home register of its stack slot.
    Home,
    /// In a local, still to be copied.
    Local(u16),
    /// Value k of the code object, still to be loaded.
    Const(u32),
    /// A small integer, still to be loaded.
    Int(i32),
    /// A special value, still to be loaded.
    Special(u16),
}

impl Entry {
    /// The integer, when it can be a part of an instruction.
    pub(crate) fn small(self) -> Option<i16> {
        match self {
            Entry::Int(n) => i16::try_from(n).ok(),
            _ => None,
        }
    }

    /// As one word of scratch memory.
    pub(crate) fn pack(self) -> u64 {
        match self {
            Entry::Home => 0,
            Entry::Local(i) => 1 << 32 | i as u64,
            Entry::Const(k) => 2 << 32 | k as u64,
            Entry::Int(n) => 3 << 32 | n as u32 as u64,
            Entry::Special(n) => 4 << 32 | n as u64,
        }
    }

    /// Back from a word.
    pub(crate) fn unpack(word: u64) -> Entry {
        match word >> 32 {
            1 => Entry::Local(word as u16),
            2 => Entry::Const(word as u32),
            3 => Entry::Int(word as u32 as i32),
            4 => Entry::Special(word as u16),
            _ => Entry::Home,
        }
    }
}

impl Emitter<'_, '_> {
    /// Register of a slot.
    pub(super) fn home(&self, slot: usize) -> u16 {
        self.used.set(self.used.get().max(slot + 1));
        (self.first + slot) as u16
    }

    pub(super) fn top_home(&self) -> u16 {
        self.home(self.depth)
    }

    pub(super) fn push(&mut self, entry: Entry) -> Done {
        let Some(place) = self.stack.get_mut(self.depth) else { return Err(LowerError::Malformed(self.pc)) };
        *place = entry.pack();
        if entry == Entry::Home {
            self.home(self.depth);
        }
        self.depth += 1;
        Ok(())
    }

    pub(super) fn entry(&self, slot: usize) -> Entry {
        Entry::unpack(self.stack[slot])
    }

    /// Takes the top off; gives its slot.
    pub(super) fn pop(&mut self) -> Result<usize, LowerError> {
        if self.depth == 0 {
            return Err(LowerError::Malformed(self.pc));
        }
        self.depth -= 1;
        Ok(self.depth)
    }

    pub(super) fn pop_n(&mut self, n: usize) -> Result<usize, LowerError> {
        if self.depth < n {
            return Err(LowerError::Malformed(self.pc));
        }
        self.depth -= n;
        Ok(self.depth)
    }

    /// Writes what is in a slot to a register.
    pub(super) fn load_into(&mut self, entry: Entry, slot: usize, target: u16) -> Done {
        match entry {
            Entry::Home => {
                if self.home(slot) != target {
                    self.emit(word(op::MOVE, 0, target, self.home(slot), 0))?;
                }
                Ok(())
            }
            Entry::Local(i) => {
                if i != target {
                    self.emit(word(op::MOVE, 0, target, i, 0))?;
                }
                Ok(())
            }
            Entry::Const(k) => self.emit(wide(op::LOADK, 0, target, k)),
            Entry::Int(n) => self.emit(wide(op::LOADI, 0, target, n as u32)),
            Entry::Special(n) => self.emit(word(op::LOADS, 0, target, n, 0)),
        }
    }

    /// Writes a slot to its home register.
    pub(super) fn settle(&mut self, slot: usize) -> Done {
        let entry = self.entry(slot);
        if entry != Entry::Home {
            self.load_into(entry, slot, self.home(slot))?;
            self.stack[slot] = Entry::Home.pack();
        }
        Ok(())
    }

    pub(super) fn settle_from(&mut self, slot: usize, n: usize) -> Done {
        for i in slot..slot + n {
            self.settle(i)?;
        }
        Ok(())
    }

    pub(super) fn flush_all(&mut self) -> Done {
        let depth = self.depth;
        self.settle_from(0, depth)
    }

    /// Register that holds a slot, loading constants to its home.
    pub(super) fn register(&mut self, slot: usize) -> Result<u16, LowerError> {
        match self.entry(slot) {
            Entry::Local(i) => Ok(i),
            _ => {
                self.settle(slot)?;
                Ok(self.home(slot))
            }
        }
    }

    /// Before a local changes: slots that still stand for it take its value.
    pub(super) fn detach(&mut self, local: u16) -> Result<bool, LowerError> {
        let mut any = false;
        for slot in 0..self.depth {
            if self.entry(slot) == Entry::Local(local) {
                self.settle(slot)?;
                any = true;
            }
        }
        Ok(any)
    }
}
