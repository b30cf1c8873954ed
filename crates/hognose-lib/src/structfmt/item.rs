//! One item to bytes and back.

use super::code::{Code, Takes};
use super::error::StructError;
use super::half::{from_half, from_single, to_half, to_single};
use super::layout::{Item, Layout};

/// A value to pack, or one that was unpacked.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Value<'a> {
    /// A whole number. One that does not fit is given as `i128::MIN` or `i128::MAX`: it is out of every range.
    Int(i128),
    /// A number.
    Float(f64),
    /// A truth.
    Bool(bool),
    /// Bytes.
    Bytes(&'a [u8]),
    /// A value that is none of what the format takes; only to pack, and always refused.
    Other,
}

/// Packs `value` into `out`, which has as many bytes as the item.
pub fn pack(layout: &Layout, item: Item, value: Value, out: &mut [u8]) -> Result<(), StructError> {
    let code = item.code;
    match (code.takes(), value) {
        (Takes::Int, Value::Int(n)) => {
            check_range(layout, code, item.size, n)?;
            // The low bytes of two's complement, for every size and sign.
            put(layout, out, &n.to_le_bytes());
        }
        (Takes::Int, _) => return Err(StructError::NotInteger),
        (Takes::Float, Value::Float(x)) => pack_float(layout, code, x, out)?,
        (Takes::Float, _) => return Err(StructError::NotFloat),
        (Takes::Truth, Value::Bool(truth)) => put(layout, out, &[u8::from(truth)]),
        (Takes::Truth, _) => return Err(StructError::NotInteger),
        (Takes::Bytes, Value::Bytes(bytes)) => match (code.0, bytes) {
            (b'c', &[byte]) => put(layout, out, &[byte]),
            (b'c', _) => return Err(StructError::NotChar),
            (b's', _) => put_text(out, bytes),
            _ => put_pascal(out, bytes),
        },
        (Takes::Bytes, _) if code.0 == b'c' => return Err(StructError::NotChar),
        (Takes::Bytes, _) => return Err(StructError::NotBytes(code)),
    }
    Ok(())
}

/// Unpacks an item from its bytes.
pub fn unpack<'a>(layout: &Layout, item: Item, bytes: &'a [u8]) -> Value<'a> {
    let code = item.code;
    match code.takes() {
        Takes::Int => {
            let bits = get(layout, bytes);
            let unused = 64 - 8 * bytes.len().clamp(1, 8) as u32;
            Value::Int(if code.is_signed() {
                i128::from((bits << unused) as i64 >> unused)
            } else {
                i128::from(bits)
            })
        }
        Takes::Float => Value::Float(match code.0 {
            b'e' => from_half(get(layout, bytes) as u16),
            b'f' => from_single(get(layout, bytes) as u32),
            _ => f64::from_bits(get(layout, bytes)),
        }),
        Takes::Truth => Value::Bool(bytes.iter().any(|&b| b != 0)),
        Takes::Bytes if code.0 == b'p' => {
            let Some((&len, text)) = bytes.split_first() else { return Value::Bytes(&[]) };
            Value::Bytes(text.get(..usize::from(len)).unwrap_or(text))
        }
        Takes::Bytes => Value::Bytes(bytes),
    }
}

/// Refuses numbers that have no place, first those that the machine has none for.
fn check_range(layout: &Layout, code: Code, size: u64, n: i128) -> Result<(), StructError> {
    let long = i128::from(i64::MIN)..=i128::from(i64::MAX);
    let unsigned_long = 0..=i128::from(u64::MAX);
    let (machine, own) = match code.0 {
        b'P' if (*long.start()..=*unsigned_long.end()).contains(&n) => return Ok(()),
        b'P' => return Err(StructError::IntTooLarge),
        b'B' => (&long, 0..=0xff),
        b'H' if !layout.big_endian => (&long, 0..=0xffff),
        _ if code.is_signed() => {
            let half = 1i128 << (8 * size.clamp(1, 8) - 1);
            (&long, -half..=half - 1)
        }
        _ => (&unsigned_long, 0..=(1i128 << (8 * size.clamp(1, 8))) - 1),
    };
    if !machine.contains(&n) {
        let swapped = layout.big_endian && matches!(code.0, b'q' | b'Q');
        return Err(if swapped { StructError::IntTooLarge } else { StructError::OutOfRange });
    }
    if own.contains(&n) { Ok(()) } else { Err(StructError::Range(code, layout.big_endian)) }
}

fn pack_float(layout: &Layout, code: Code, x: f64, out: &mut [u8]) -> Result<(), StructError> {
    // What tells NaNs of the engine apart stays inside.
    let x = hognose_vm::value::Value::float(x).raw_float();
    match code.0 {
        b'e' => {
            let half = to_half(x).ok_or(StructError::FloatTooLarge(code))?;
            put(layout, out, &half.to_le_bytes());
        }
        b'f' => {
            let single = to_single(x);
            // The native format does not look.
            if !layout.native && x.is_finite() && single & 0x7fff_ffff == 0x7f80_0000 {
                return Err(StructError::FloatTooLarge(code));
            }
            put(layout, out, &single.to_le_bytes());
        }
        _ => put(layout, out, &x.to_bits().to_le_bytes()),
    }
    Ok(())
}

/// Writes the first of `little` (least significant first) in the byte order of the layout.
fn put(layout: &Layout, out: &mut [u8], little: &[u8]) {
    for (to, &from) in out.iter_mut().zip(little) {
        *to = from;
    }
    if layout.big_endian {
        out.reverse();
    }
}

/// Reads up to eight bytes in the byte order of the layout.
fn get(layout: &Layout, bytes: &[u8]) -> u64 {
    let add = |sum: u64, &b: &u8| sum << 8 | u64::from(b);
    if layout.big_endian { bytes.iter().fold(0, add) } else { bytes.iter().rev().fold(0, add) }
}

/// `s`: the bytes, cut or filled up with zeros.
fn put_text(out: &mut [u8], bytes: &[u8]) {
    for (n, to) in out.iter_mut().enumerate() {
        *to = bytes.get(n).copied().unwrap_or(0);
    }
}

/// `p`: the length in one byte, and the bytes.
fn put_pascal(out: &mut [u8], bytes: &[u8]) {
    let Some((len, text)) = out.split_first_mut() else { return };
    *len = bytes.len().min(text.len()).min(255) as u8;
    put_text(text, bytes);
}
