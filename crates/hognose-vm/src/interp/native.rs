//! Call instructions whose callee is a native function.

use super::call::{Called, NATIVE_COST};
use super::frame::Cont;
use crate::heap::Kind;
use crate::native::{Args, MODULE_TABLES, Result, What};
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
        let table = index >> 16;
        if let Some(def) = self.native_def(index) {
            if let What::Function(takes, native) = def.what {
                let is_method = table < MODULE_TABLES;
                let counted = n.wrapping_sub(is_method as usize);
                if counted >= takes.min as usize
                    && counted <= takes.max as usize
                    && (!is_method || self.is_plain(Value(self.heap.mem[at]), table))
                {
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
                    return Ok(());
                }
            }
        }
        self.call_instruction(Value::native(index), at, n, dst)
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
