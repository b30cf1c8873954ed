//! The symbolic stack of the lowering pass.

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
