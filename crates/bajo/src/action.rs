//! What each opcode does with the words it was given. No memory, no pc: pure functions.

use crate::fault::Cause;
use crate::opcode::{MAX_OPERANDS, Opcode};
use core::cmp::Ordering;

/// One word from one word.
#[inline(always)]
pub(crate) fn unary(op: Opcode, a: i32) -> i32 {
    match op {
        Opcode::Inv => !a,
        Opcode::Neg => a.wrapping_neg(),
        Opcode::Abs => a.wrapping_abs(),
        Opcode::Not => i32::from(a == 0),
        Opcode::Bool => i32::from(a != 0),
        Opcode::LdB => i32::from(a as i8),
        Opcode::LdH => i32::from(a as i16),
        // Mov; LdBU and LdHU read zero-extended bytes, StB and StH write the low ones.
        _ => a,
    }
}

/// One word from two.
#[inline(always)]
pub(crate) fn binary(op: Opcode, a: i32, b: i32) -> Result<i32, Cause> {
    let (ua, ub) = (a as u32, b as u32);
    Ok(match op {
        Opcode::Add => a.wrapping_add(b),
        Opcode::Sub => a.wrapping_sub(b),
        Opcode::Mul => a.wrapping_mul(b),
        Opcode::Div => {
            if b == 0 {
                return Err(Cause::ZeroDivision);
            }
            return a.checked_div(b).ok_or(Cause::IntegerOverflow);
        }
        Opcode::Rem if b != 0 => a.wrapping_rem(b),
        Opcode::DivU => return ua.checked_div(ub).map(|q| q as i32).ok_or(Cause::ZeroDivision),
        Opcode::RemU => return ua.checked_rem(ub).map(|r| r as i32).ok_or(Cause::ZeroDivision),
        Opcode::Rem => return Err(Cause::ZeroDivision),
        Opcode::BitAnd => a & b,
        Opcode::BitOr => a | b,
        Opcode::BitXor => a ^ b,
        Opcode::LShift => ua.checked_shl(ub).unwrap_or(0) as i32,
        Opcode::RShift => a >> ub.min(31),
        Opcode::RShiftU => ua.checked_shr(ub).unwrap_or(0) as i32,
        Opcode::And2 => {
            if a == 0 {
                0
            } else {
                b
            }
        }
        Opcode::Or2 => {
            if a != 0 {
                a
            } else {
                b
            }
        }
        test => i32::from(condition(test, a, b)),
    })
}

/// The comparison in `TstXx`, `BrXx` and `MovXx`.
#[inline(always)]
pub(crate) fn condition(op: Opcode, a: i32, b: i32) -> bool {
    match op {
        Opcode::TstEq | Opcode::BrEq | Opcode::MovEq => a == b,
        Opcode::TstNe | Opcode::BrNe => a != b,
        Opcode::TstGt | Opcode::BrGt | Opcode::MovGt => a > b,
        Opcode::TstGe | Opcode::BrGe | Opcode::MovGe => a >= b,
        Opcode::TstGtU | Opcode::BrGtU | Opcode::MovGtU => a as u32 > b as u32,
        // TstGeU, BrGeU, MovGeU.
        _ => a as u32 >= b as u32,
    }
}

/// One word from a list that is not empty: `And`, `Or`, `Max`, `Min`.
pub(crate) fn fold(op: Opcode, sources: &[i32]) -> Result<i32, Cause> {
    let (&first, rest) = sources.split_first().ok_or(Cause::NoSources)?;
    let mut found = first;
    for &word in rest {
        let replace = match op {
            Opcode::And => found != 0,
            Opcode::Or => found == 0,
            Opcode::Max => word.cmp(&found) == Ordering::Greater,
            _ => word.cmp(&found) == Ordering::Less,
        };
        if replace {
            found = word;
        }
    }
    Ok(found)
}

/// Low and high word of a 64-bit product.
#[inline(always)]
pub(crate) fn long_mul(op: Opcode, a: i32, b: i32) -> (i32, i32) {
    let product = if matches!(op, Opcode::LongMul) {
        (i64::from(a) * i64::from(b)) as u64
    } else {
        u64::from(a as u32) * u64::from(b as u32)
    };
    (product as i32, (product >> 32) as i32)
}

/// The words for the targets of an opcode that only computes: no jump, no host, no exit.
#[inline(always)]
pub(crate) fn compute(op: Opcode, sources: &[i32; MAX_OPERANDS], count: usize) -> Result<[i32; 2], Cause> {
    use Opcode::*;
    let [a, b, c, d, ..] = *sources;
    let low = match op {
        MovEq | MovGt | MovGe | MovGtU | MovGeU => {
            if condition(op, a, b) {
                c
            } else {
                d
            }
        }
        And | Or | Max | Min => fold(op, sources.get(..count).unwrap_or(&[]))?,
        LongMul | LongMulU => {
            let (low, high) = long_mul(op, a, b);
            return Ok([low, high]);
        }
        Add | Sub | Mul | Div | DivU | Rem | RemU | BitAnd | BitOr | BitXor | LShift | RShift | RShiftU
        | TstEq | TstNe | TstGt | TstGe | TstGtU | TstGeU | And2 | Or2 => binary(op, a, b)?,
        _ => unary(op, a),
    };
    Ok([low, 0])
}

#[cfg(test)]
mod tests {
    use super::*;
    use Opcode::*;

    #[test]
    fn corner_cases() {
        let min = i32::MIN;
        assert_eq!(binary(Add, i32::MAX, 1), Ok(min));
        assert_eq!(binary(Sub, min, 1), Ok(i32::MAX));
        assert_eq!(binary(Mul, min, -1), Ok(min));
        assert_eq!(binary(Div, -7, 2), Ok(-3));
        assert_eq!(binary(Div, min, -1), Err(Cause::IntegerOverflow));
        assert_eq!(binary(Rem, -7, 2), Ok(-1));
        assert_eq!(binary(Rem, min, -1), Ok(0));
        for op in [Div, DivU, Rem, RemU] {
            assert_eq!(binary(op, 5, 0), Err(Cause::ZeroDivision));
        }
        assert_eq!(binary(DivU, -1, 2), Ok(i32::MAX));
        assert_eq!(binary(RemU, -1, 16), Ok(15));
        for count in [32, 33, -1, min] {
            assert_eq!(binary(LShift, -1, count), Ok(0));
            assert_eq!(binary(RShiftU, -1, count), Ok(0));
            assert_eq!(binary(RShift, min, count), Ok(-1));
            assert_eq!(binary(RShift, i32::MAX, count), Ok(0));
        }
        assert_eq!(binary(LShift, -1, 31), Ok(min));
        assert_eq!(binary(RShift, min, 31), Ok(-1));
        assert_eq!(unary(Neg, min), min);
        assert_eq!(unary(Abs, min), min);
        assert_eq!(unary(LdB, 0x80), -128);
        assert_eq!(unary(LdBU, 0x80), 128);
        assert_eq!(long_mul(LongMul, -1, -1), (1, 0));
        assert_eq!(long_mul(LongMulU, -1, -1), (1, -2));
    }

    #[test]
    fn lists() {
        assert_eq!(fold(And, &[]), Err(Cause::NoSources));
        assert_eq!(fold(And, &[3, 0, 5]), Ok(0));
        assert_eq!(fold(And, &[3, 4, 5]), Ok(5));
        assert_eq!(fold(Or, &[0, 4, 5]), Ok(4));
        assert_eq!(fold(Or, &[0, 0]), Ok(0));
        assert_eq!(fold(Max, &[-3, 4, -5]), Ok(4));
        assert_eq!(fold(Min, &[-3, 4, -5]), Ok(-5));
    }
}
