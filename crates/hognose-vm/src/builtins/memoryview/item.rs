//! Items of views: what their bytes mean.

use super::super::text::{Index, index_of, with_int};
use crate::native::{Result, Trap};
use crate::num::bigint;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Bytes of an item of a native format; None for what is none.
pub(crate) fn size_of(format: u8) -> Option<usize> {
    Some(match format {
        b'B' | b'b' | b'c' | b'?' => 1,
        b'h' | b'H' => 2,
        b'i' | b'I' | b'f' => 4,
        b'l' | b'L' | b'q' | b'Q' | b'n' | b'N' | b'P' | b'd' => 8,
        _ => return None,
    })
}

/// An item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Item {
    /// An integer.
    Int(i128),
    /// A float.
    Float(f64),
    /// True or False.
    Bool(bool),
    /// A byte as bytes.
    Char(u8),
}

impl Item {
    /// Are they equal as Python values?
    pub fn equals(self, other: Item) -> bool {
        let number = |item: Item| match item {
            Item::Bool(b) => Item::Int(b as i128),
            other => other,
        };
        match (number(self), number(other)) {
            (Item::Int(a), Item::Float(b)) | (Item::Float(b), Item::Int(a)) => {
                a as f64 == b && (a as f64) as i128 == a
            }
            (a, b) => a == b,
        }
    }
}

/// Reads an item.
pub(crate) fn unpack(format: u8, bytes: &[u8]) -> Item {
    let mut wide = [0; 8];
    for (to, &from) in wide.iter_mut().zip(bytes) {
        *to = from;
    }
    let n = u64::from_le_bytes(wide);
    match format {
        b'b' => Item::Int((n as u8 as i8).into()),
        b'h' => Item::Int((n as u16 as i16).into()),
        b'i' => Item::Int((n as u32 as i32).into()),
        b'l' | b'q' | b'n' => Item::Int((n as i64).into()),
        b'f' => Item::Float(f32::from_bits(n as u32).into()),
        b'd' => Item::Float(f64::from_bits(n)),
        b'?' => Item::Bool(n != 0),
        b'c' => Item::Char(n as u8),
        _ => Item::Int(n.into()),
    }
}

/// The value that an item's bytes mean. May reserve and move.
pub(crate) fn value_of(vm: &mut Vm<'_>, format: u8, bytes: &[u8]) -> Result {
    let item = unpack(format, bytes);
    to_value(vm, item)
}

/// An item as a value. May reserve and move.
pub(crate) fn to_value(vm: &mut Vm<'_>, item: Item) -> Result {
    match item {
        Item::Int(n) => match i64::try_from(n).ok().filter(|&n| Value::fits(n)) {
            Some(n) => Ok(Value::int(n)),
            None => {
                vm.reserve(crate::object::int::int_words(4))?;
                Ok(vm.heap.make_int(n.unsigned_abs(), n < 0))
            }
        },
        Item::Float(x) => Ok(Value::float(x)),
        Item::Bool(b) => Ok(Value::bool(b)),
        Item::Char(byte) => {
            let made = vm.heap.new_bytes(&[byte]);
            vm.grant_memory(made)
        }
    }
}

#[cold]
fn wrong(vm: &mut Vm<'_>, kind: Type, what: &str, format: u8) -> Trap {
    vm.raise_with(kind, |_, out| write!(out, "memoryview: invalid {what} for format '{}'", format as char))
}

/// The bytes of a value as an item, the first ones of the eight; None: its `__index__` or `__float__` must be called.
pub(crate) fn pack(vm: &mut Vm<'_>, format: u8, value: Value) -> Result<Option<[u8; 8]>> {
    let inner = vm.unwrap(value);
    match format {
        b'?' => Ok(vm.quick_truth(value).map(|truth| [truth as u8, 0, 0, 0, 0, 0, 0, 0])),
        b'c' => match vm.heap.bytes_like(inner) {
            Some([byte]) => Ok(Some([*byte, 0, 0, 0, 0, 0, 0, 0])),
            Some(_) if vm.heap.is_kind(inner, crate::heap::Kind::Bytes) => {
                Err(wrong(vm, Type::ValueError, "value", format))
            }
            _ => Err(wrong(vm, Type::TypeError, "type", format)),
        },
        b'f' | b'd' => {
            if !vm.heap.is_number(inner) || vm.heap.is_kind(inner, crate::heap::Kind::Complex) {
                if vm.is_user_object(value) {
                    let class = vm.type_of(value);
                    if vm.find_user(class, crate::names::DUNDER_FLOAT).is_some() {
                        return Ok(None);
                    }
                }
                return Err(wrong(vm, Type::TypeError, "type", format));
            }
            let x = match vm.to_float(inner) {
                Ok(x) => x.unwrap_or(0.0),
                Err(_) => return Err(wrong(vm, Type::ValueError, "value", format)),
            };
            if format == b'd' {
                return Ok(Some(x.to_le_bytes()));
            }
            let mut out = [0; 8];
            out[..4].copy_from_slice(&(x as f32).to_le_bytes());
            Ok(Some(out))
        }
        _ => {
            let n = match index_of(vm, value) {
                Index::Value(n) => n as i128,
                Index::Huge(_) => with_int(vm, inner, bigint::to_i128).flatten().unwrap_or(i128::MAX),
                Index::Ask => return Ok(None),
                Index::No => return Err(wrong(vm, Type::TypeError, "type", format)),
            };
            let bits = 8 * size_of(format).unwrap_or(1) as u32;
            let signed = matches!(format, b'b' | b'h' | b'i' | b'l' | b'q' | b'n');
            let (low, high) = if signed {
                (-(1i128 << (bits - 1)), (1i128 << (bits - 1)) - 1)
            } else {
                (0, (1i128 << bits) - 1)
            };
            if n < low || n > high {
                return Err(wrong(vm, Type::ValueError, "value", format));
            }
            Ok(Some((n as u64).to_le_bytes()))
        }
    }
}
