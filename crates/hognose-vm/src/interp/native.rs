//! Call instructions whose callee is a native function.

use super::call::{Called, NATIVE_COST};
use super::frame::Cont;
use crate::heap::Kind;
use crate::native::{Args, MODULE_TABLES, Native, Result, What};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// The type that objects of a kind are instances of; beyond all types where the kind alone does not say it.
const TYPE_OF_KIND: [u16; 32] = {
    let mut types = [u16::MAX; 32];
    types[Kind::Str as usize] = Type::Str as u16;
    types[Kind::Bytes as usize] = Type::Bytes as u16;
    types[Kind::ByteArray as usize] = Type::ByteArray as u16;
    types[Kind::Tuple as usize] = Type::Tuple as u16;
    types[Kind::List as usize] = Type::List as u16;
    types[Kind::Dict as usize] = Type::Dict as u16;
    types[Kind::Set as usize] = Type::Set as u16;
    types[Kind::FrozenSet as usize] = Type::FrozenSet as u16;
    types[Kind::Generator as usize] = IN_HEADER;
    types[Kind::Iter as usize] = IN_HEADER;
    types[Kind::Record as usize] = IN_HEADER;
    types
};

/// The type is in the header of the object.
const IN_HEADER: u16 = u16::MAX - 1;

/// Natives that are kept in [`Vm::natives`].
#[cfg(target_pointer_width = "64")]
pub(crate) const KNOWN_NATIVES: usize = 64;

/// A native that was called lately: finding it in the tables takes as long as all else of a call.
#[cfg(target_pointer_width = "64")]
#[derive(Clone, Copy)]
pub(crate) struct KnownNative {
    /// Its number.
    index: u32,
    /// Kind of the receiver of a method, 0 for functions.
    kind: u8,
    /// Fewest and most arguments, with the receiver.
    least: u8,
    most: u16,
    native: Native,
}

#[cfg(target_pointer_width = "64")]
impl KnownNative {
    /// None yet.
    pub(crate) const NONE: KnownNative =
        KnownNative { index: u32::MAX, kind: 0, least: 1, most: 0, native: |_, _| Ok(Value::NONE) };

    fn place(index: u32) -> usize {
        // The highest bits of the product: neighbours in a table, and the same place of two tables, are far from each other.
        (index.wrapping_mul(0x9E37_79B1) >> 26) as usize % KNOWN_NATIVES
    }
}

impl Vm<'_> {
    /// Calls native `index` with `n` arguments at word `at`, into a register. What needs no words about receiver and number
    /// of arguments goes straight to the function.
    #[inline(never)]
    pub(crate) fn call_native_instruction(
        &mut self,
        index: u32,
        at: usize,
        n: usize,
        dst: u16,
    ) -> Result<()> {
        #[cfg(target_pointer_width = "64")]
        let native = match self.known_native(index, at, n) {
            None => self.plain_native(index, at, n),
            known => known,
        };
        #[cfg(not(target_pointer_width = "64"))]
        let native = self.plain_native(index, at, n);
        let Some(native) = native else {
            return self.call_instruction(Value::native(index), at, n, dst);
        };
        self.fuel -= NATIVE_COST;
        let mark = self.heap.held_mark();
        let result = native(self, Args { base: at as u32, count: n as u16, keywords: 0 });
        self.heap.release_to(mark);
        match result {
            Ok(value) => self.set_reg(dst as usize, value),
            Err(trap) => {
                if let Called::Value(value) = self.follow(trap, Cont::Normal, dst)? {
                    self.set_reg(dst as usize, value);
                }
            }
        }
        Ok(())
    }

    /// The native with that number, if it was called lately and these arguments will do.
    #[cfg(target_pointer_width = "64")]
    #[inline(always)]
    fn known_native(&self, index: u32, at: usize, n: usize) -> Option<Native> {
        let known = &self.natives[KnownNative::place(index)];
        if known.index != index || n < known.least as usize || n > known.most as usize {
            return None;
        }
        if known.kind != 0 {
            let receiver = Value(self.heap.mem[at]);
            let fits = if receiver.is_object() {
                self.heap.mem[receiver.offset()] as u8 == known.kind
            } else {
                known.kind == Kind::Str as u8 && (receiver.is_short_str() || receiver.is_name())
            };
            if !fits {
                return None;
            }
        }
        Some(known.native)
    }

    /// The native with that number, if these arguments will do: a function, or a method whose receiver is of its type.
    #[cfg_attr(target_pointer_width = "64", inline(never))]
    #[cfg_attr(not(target_pointer_width = "64"), inline(always))]
    fn plain_native(&mut self, index: u32, at: usize, n: usize) -> Option<Native> {
        let table = index >> 16;
        let What::Function(takes, native) = self.native_def(index)?.what else { return None };
        let is_method = table < MODULE_TABLES;
        let counted = n.wrapping_sub(is_method as usize);
        if counted < takes.min as usize
            || counted > takes.max as usize
            || is_method && !self.is_plain(Value(self.heap.mem[at]), table)
        {
            return None;
        }
        #[cfg(target_pointer_width = "64")]
        {
            // The type of other receivers is not in their kind.
            let kind = TYPE_OF_KIND.iter().position(|&of| of as u32 == table).unwrap_or(0) as u8;
            if kind != 0 || !is_method {
                self.natives[KnownNative::place(index)] = KnownNative {
                    index,
                    kind: if is_method { kind } else { 0 },
                    least: takes.min.saturating_add(is_method as u8),
                    most: takes.max as u16 + is_method as u16,
                    native,
                };
            }
        }
        Some(native)
    }

    /// Is it an object of the built-in type with that number itself, as its kind says?
    #[inline]
    fn is_plain(&self, value: Value, index: u32) -> bool {
        if value.is_object() {
            let head = self.heap.mem[value.offset()];
            let known = TYPE_OF_KIND[head as usize & 31];
            let known = if known == IN_HEADER { (head >> 16) as u16 } else { known };
            known as u32 == index
        } else {
            index == Type::Str as u32 && (value.is_short_str() || value.is_name())
        }
    }
}
