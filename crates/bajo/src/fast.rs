//! The interpreter of decoded instructions.
//!
//! It does only what succeeds, and only in RAM and code. For anything else it leaves with nothing done
//! of that instruction, and the machine in place does it, errors and all.

use crate::action::{binary, compute, condition, unary};
use crate::memory::{load, store};
use crate::opcode::{MAX_OPERANDS, Opcode};
use crate::slot::{Place, Slot, form};

/// Why the interpreter left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leave {
    /// The budget is spent.
    Spent,
    /// This instruction is not for it.
    Step,
    /// A jump to this address, which has no slot yet. Executed.
    Jump(u32),
    /// A host call with its operands evaluated. Not executed.
    Host,
}

/// What it works on. Slices and counters are copied to locals: that keeps them in registers.
pub(crate) struct Fast<'a> {
    pub(crate) slots: &'a [Slot],
    pub(crate) index: &'a [u32],
    pub(crate) ram: &'a mut [u8],
    pub(crate) ram_base: u32,
    pub(crate) code: &'a [u8],
    pub(crate) code_base: u32,
    /// Operands of the host call it leaves with.
    pub(crate) targets: &'a mut [u32; MAX_OPERANDS],
    pub(crate) sources: &'a mut [i32; MAX_OPERANDS],
    /// Slot to begin with; where it left.
    pub(crate) at: usize,
    /// Instructions it may execute; those that remain.
    pub(crate) left: u64,
}

#[inline(always)]
fn word(ram: &[u8], at: u32) -> Option<i32> {
    let at = at as usize;
    let bytes = ram.get(at..at.wrapping_add(4))?;
    bytes.first_chunk().map(|b| i32::from_le_bytes(*b))
}

#[inline(always)]
fn put(ram: &mut [u8], at: u32, value: i32) -> Option<()> {
    let at = at as usize;
    let bytes = ram.get_mut(at..at.wrapping_add(4))?;
    *bytes.first_chunk_mut()? = value.to_le_bytes();
    Some(())
}

/// Opcode numbers as patterns, one module a bank.
macro_rules! banks {
    ($($op:ident)*) => {
        #[allow(non_upper_case_globals, dead_code, reason = "named like the opcodes; not all have all forms")]
        mod ww { use super::*; $(pub const $op: u8 = form::WW + Opcode::$op as u8;)* }
        #[allow(non_upper_case_globals, dead_code, reason = "named like the opcodes; not all have all forms")]
        mod wi { use super::*; $(pub const $op: u8 = form::WI + Opcode::$op as u8;)* }
        #[allow(non_upper_case_globals, dead_code, reason = "named like the opcodes; not all have all forms")]
        mod iw { use super::*; $(pub const $op: u8 = form::IW + Opcode::$op as u8;)* }
    };
}
banks! {
    Add Sub Mul Div DivU Rem RemU BitAnd BitOr BitXor LShift RShift RShiftU TstEq TstNe TstGt TstGe
    TstGtU TstGeU And2 Or2 BrEq BrNe BrGt BrGe BrGtU BrGeU Mov Inv Neg Abs Not Bool
}

/// The interpreter's match: the arms given, and three arms for each two-source opcode and each branch.
macro_rules! dispatch {
    (
        $slot:ident, $ram:ident, $i:ident, $step:lifetime;
        binary $($bin:ident)*; branch $($br:ident)*; unary $($un:ident)*;
        $($arm:tt)*
    ) => {
        match $slot.form {
            $(
                ww::$bin => {
                    let (Some(a), Some(b)) = (word($ram, $slot.a), word($ram, $slot.b)) else { break $step };
                    let Ok(t) = binary(Opcode::$bin, a, b) else { break $step };
                    let Some(()) = put($ram, $slot.c, t) else { break $step };
                    $i += 1;
                }
                wi::$bin => {
                    let Some(a) = word($ram, $slot.a) else { break $step };
                    let Ok(t) = binary(Opcode::$bin, a, $slot.b as i32) else { break $step };
                    let Some(()) = put($ram, $slot.c, t) else { break $step };
                    $i += 1;
                }
                iw::$bin => {
                    let Some(b) = word($ram, $slot.b) else { break $step };
                    let Ok(t) = binary(Opcode::$bin, $slot.a as i32, b) else { break $step };
                    let Some(()) = put($ram, $slot.c, t) else { break $step };
                    $i += 1;
                }
            )*
            $(
                ww::$br => {
                    let (Some(a), Some(b)) = (word($ram, $slot.a), word($ram, $slot.b)) else { break $step };
                    $i = if condition(Opcode::$br, a, b) { $slot.c as usize } else { $i + 1 };
                }
                wi::$br => {
                    let Some(a) = word($ram, $slot.a) else { break $step };
                    $i = if condition(Opcode::$br, a, $slot.b as i32) { $slot.c as usize } else { $i + 1 };
                }
                iw::$br => {
                    let Some(b) = word($ram, $slot.b) else { break $step };
                    $i = if condition(Opcode::$br, $slot.a as i32, b) { $slot.c as usize } else { $i + 1 };
                }
            )*
            $(
                ww::$un => {
                    let Some(a) = word($ram, $slot.a) else { break $step };
                    let Some(()) = put($ram, $slot.c, unary(Opcode::$un, a)) else { break $step };
                    $i += 1;
                }
            )*
            $($arm)*
        }
    };
}

impl Fast<'_> {
    /// Runs from slot `at`.
    pub(crate) fn run(&mut self) -> Leave {
        let (slots, index) = (self.slots, self.index);
        let (code, code_base) = (self.code, self.code_base);
        let ram_base = self.ram_base;
        let ram = &mut *self.ram;
        // From an offset into RAM to one into code.
        let to_code = ram_base.wrapping_sub(code_base);
        let mut i = self.at;
        let mut left = self.left;

        macro_rules! load_x {
            ($slot:ident, $len:literal, $step:lifetime) => {{
                let Some(base) = word(ram, $slot.a) else { break $step };
                let at = (base as u32).wrapping_add($slot.b).wrapping_sub(ram_base);
                match load(ram, at, $len) {
                    Some(word) => word as i32,
                    None => match load(code, at.wrapping_add(to_code), $len) {
                        Some(word) => word as i32,
                        None => break $step,
                    },
                }
            }};
        }
        macro_rules! store_x {
            ($slot:ident, $value:expr, $len:literal, $step:lifetime) => {{
                let Some(base) = word(ram, $slot.c) else { break $step };
                let at = (base as u32).wrapping_add($slot.b).wrapping_sub(ram_base);
                let Some(()) = store(ram, at, $value as u32, $len) else { break $step };
                i += 1;
            }};
        }
        macro_rules! set {
            ($slot:ident, $value:expr, $step:lifetime) => {{
                let Some(()) = put(ram, $slot.c, $value) else { break $step };
                i += 1;
            }};
        }
        macro_rules! jump {
            ($pc:expr, $run:lifetime) => {{
                let pc: u32 = $pc;
                match index.get(pc.wrapping_sub(code_base) as usize) {
                    Some(&known) if known != 0 => i = known as usize - 1,
                    _ => break $run Leave::Jump(pc),
                }
            }};
        }

        let leave = 'run: loop {
            let Some(slot) = slots.get(i) else { break Leave::Step };
            if left == 0 {
                break Leave::Spent;
            }
            left -= 1;
            'step: {
                dispatch! {
                    slot, ram, i, 'step;
                    binary Add Sub Mul Div DivU Rem RemU BitAnd BitOr BitXor LShift RShift RShiftU
                        TstEq TstNe TstGt TstGe TstGtU TstGeU And2 Or2;
                    branch BrEq BrNe BrGt BrGe BrGtU BrGeU;
                    unary Mov Inv Neg Abs Not Bool;

                    wi::Mov => set!(slot, slot.a as i32, 'step),
                    form::MOV_WX => set!(slot, load_x!(slot, 4, 'step), 'step),
                    form::LDB_WX => set!(slot, i32::from(load_x!(slot, 1, 'step) as i8), 'step),
                    form::LDH_WX => set!(slot, i32::from(load_x!(slot, 2, 'step) as i16), 'step),
                    form::LDBU_WX => set!(slot, load_x!(slot, 1, 'step), 'step),
                    form::LDHU_WX => set!(slot, load_x!(slot, 2, 'step), 'step),
                    form::MOV_XW => {
                        let Some(value) = word(ram, slot.a) else { break 'step };
                        store_x!(slot, value, 4, 'step);
                    }
                    form::STB_XW => {
                        let Some(value) = word(ram, slot.a) else { break 'step };
                        store_x!(slot, value, 1, 'step);
                    }
                    form::STH_XW => {
                        let Some(value) = word(ram, slot.a) else { break 'step };
                        store_x!(slot, value, 2, 'step);
                    }
                    form::MOV_XI => store_x!(slot, slot.a, 4, 'step),
                    form::STB_XI => store_x!(slot, slot.a, 1, 'step),
                    form::STH_XI => store_x!(slot, slot.a, 2, 'step),
                    form::GOTO => i = slot.c as usize,
                    form::LINK => {
                        let Some(()) = put(ram, slot.a, slot.b as i32) else { break 'step };
                        i = slot.c as usize;
                    }
                    form::JMP_W => {
                        let Some(pc) = word(ram, slot.a) else { break 'step };
                        jump!(pc as u32, 'run);
                    }
                    form::JMP_X => jump!(load_x!(slot, 4, 'step) as u32, 'run),
                    form::CALL_W => {
                        let Some(pc) = word(ram, slot.a) else { break 'step };
                        let Some(()) = put(ram, slot.c, slot.b as i32) else { break 'step };
                        jump!(pc as u32, 'run);
                    }
                    form::CONTINUE => {
                        left += 1;
                        i = slot.c as usize;
                    }
                    form::NOP => i += 1,
                    form::LIST => {
                        let mut operands = Operands { slots, ram, ram_base, code, code_base };
                        let Some(()) = operands.compute(i, slot) else { break 'step };
                        i += slot.len();
                    }
                    form::BRANCH => {
                        let operands = Operands { slots, ram, ram_base, code, code_base };
                        let Some(taken) = operands.condition(i, slot) else { break 'step };
                        i = if taken { slot.c as usize } else { i + slot.len() };
                    }
                    form::HOST => {
                        let operands = Operands { slots, ram, ram_base, code, code_base };
                        let Some(()) = operands.all(i, slot, self.targets, self.sources) else { break 'step };
                        left += 1;
                        break 'run Leave::Host;
                    }
                    form::AWAY => {
                        left += 1;
                        break 'run Leave::Jump(slot.pc);
                    }
                    _ => break 'step,
                }
                continue 'run;
            }
            left += 1;
            break Leave::Step;
        };
        self.at = i;
        self.left = left;
        leave
    }
}

/// Operands of the listed forms.
struct Operands<'a> {
    slots: &'a [Slot],
    ram: &'a mut [u8],
    ram_base: u32,
    code: &'a [u8],
    code_base: u32,
}

impl Operands<'_> {
    /// Mode and words of operand `n` of the instruction in slot `i`.
    #[inline(always)]
    fn parts(&self, i: usize, slot: &Slot, n: usize) -> Option<(u32, u32, u32)> {
        let part = self.slots.get(i + 1 + n / 2)?;
        let (p, q) = if n % 2 == 0 { (part.a, part.b) } else { (part.c, part.pc) };
        Some((slot.a >> (2 * n) & 3, p, q))
    }

    /// The address that memory operand means, as an offset into RAM.
    #[inline(always)]
    fn offset(&self, (mode, p, q): (u32, u32, u32)) -> Option<u32> {
        if mode == Place::WORD {
            return Some(p);
        }
        let base = word(self.ram, p)? as u32;
        let offset = if mode == Place::INDEX { q } else { word(self.ram, q)? as u32 };
        Some(base.wrapping_add(offset).wrapping_sub(self.ram_base))
    }

    #[inline(always)]
    fn source(&self, parts: (u32, u32, u32), len: u32) -> Option<i32> {
        if parts.0 == Place::IMM {
            return Some(parts.1 as i32);
        }
        let at = self.offset(parts)?;
        let word = load(self.ram, at, len)
            .or_else(|| load(self.code, at.wrapping_add(self.ram_base).wrapping_sub(self.code_base), len))?;
        Some(word as i32)
    }

    #[inline(always)]
    fn sources(&self, i: usize, slot: &Slot, sources: &mut [i32; MAX_OPERANDS]) -> Option<()> {
        let len = slot.op().shape().source_size();
        for (n, to) in sources.iter_mut().enumerate().take(slot.source_count()) {
            *to = self.source(self.parts(i, slot, slot.target_count() + n)?, len)?;
        }
        Some(())
    }

    /// Executes an instruction that only computes. `None` with nothing written when something is amiss.
    #[inline(never)]
    fn compute(&mut self, i: usize, slot: &Slot) -> Option<()> {
        let mut sources = [0; MAX_OPERANDS];
        self.sources(i, slot, &mut sources)?;
        let results = compute(slot.op(), &sources, slot.source_count()).ok()?;
        let len = slot.op().shape().target_size();
        let mut places = [0; 2];
        for (n, to) in places.iter_mut().enumerate().take(slot.target_count()) {
            *to = self.offset(self.parts(i, slot, n)?)?;
            load(self.ram, *to, len)?;
        }
        for (to, word) in places.iter().zip(results).take(slot.target_count()) {
            store(self.ram, *to, word as u32, len)?;
        }
        Some(())
    }

    #[inline(never)]
    fn condition(&self, i: usize, slot: &Slot) -> Option<bool> {
        let mut sources = [0; MAX_OPERANDS];
        self.sources(i, slot, &mut sources)?;
        Some(condition(slot.op(), sources[0], sources[1]))
    }

    /// Evaluates targets, to addresses, and sources.
    #[inline(never)]
    fn all(
        &self,
        i: usize,
        slot: &Slot,
        targets: &mut [u32; MAX_OPERANDS],
        sources: &mut [i32; MAX_OPERANDS],
    ) -> Option<()> {
        for (n, to) in targets.iter_mut().enumerate().take(slot.target_count()) {
            *to = self.offset(self.parts(i, slot, n)?)?.wrapping_add(self.ram_base);
        }
        self.sources(i, slot, sources)
    }
}
