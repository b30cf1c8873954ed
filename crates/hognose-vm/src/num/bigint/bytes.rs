//! Integers as bytes: Python's `int.to_bytes` and `int.from_bytes`.

use super::{Int, Made, Short, bit_length, room, trim, used};

/// Which byte comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Least significant first.
    Little,
    /// Most significant first.
    Big,
}

/// Why an integer has no such bytes. Python calls both OverflowError.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BytesError {
    /// Below zero, and the bytes are unsigned: "can't convert negative int to unsigned".
    Negative,
    /// It does not fit: "int too big to convert".
    TooBig,
}

/// Fills all of `out` with `a` in two's complement (`signed`) or plain binary.
pub fn to_bytes(a: Int, order: Order, signed: bool, out: &mut [u8]) -> Result<(), BytesError> {
    let mag = trim(a.mag);
    let neg = a.neg && !mag.is_empty();
    if neg && !signed {
        return Err(BytesError::Negative);
    }
    let room = (out.len() as u64).saturating_mul(8);
    let bits = bit_length(mag);
    // The lowest negative number of a width is a power of two and takes one bit less than the rest.
    let lowest = neg && super::trailing_zeros(mag) == Some(bits - 1);
    let needed = bits + u64::from(signed && !lowest && bits > 0);
    if needed > room {
        return Err(BytesError::TooBig);
    }
    let (mask, mut carry) = if neg { (0xFF, 1) } else { (0, 0) };
    let len = out.len();
    for at in 0..len {
        let byte = mag.get(at / 4).map_or(0, |limb| limb.to_le_bytes()[at % 4]);
        let wide = u32::from(byte ^ mask) + carry;
        carry = wide >> 8;
        let place = if order == Order::Little { at } else { len - 1 - at };
        out[place] = wide as u8;
    }
    Ok(())
}

/// The integer in `bytes`. `out`: a limb for every four bytes begun.
pub fn from_bytes(bytes: &[u8], order: Order, signed: bool, out: &mut [u32]) -> Result<Made, Short> {
    let out = room(out, bytes.len().div_ceil(4))?;
    let at = |place: usize| match order {
        Order::Little => bytes.get(place),
        Order::Big => bytes.len().checked_sub(place + 1).and_then(|place| bytes.get(place)),
    };
    let neg = signed && bytes.len().checked_sub(1).and_then(at).is_some_and(|top| top & 0x80 != 0);
    let (mask, mut carry) = if neg { (0xFF, 1) } else { (0, 0) };
    for (limb, o) in out.iter_mut().enumerate() {
        let mut wide = 0;
        for byte in 0..4 {
            if let Some(&value) = at(limb * 4 + byte) {
                let sum = u32::from(value ^ mask) + carry;
                carry = sum >> 8;
                wide |= (sum & 0xFF) << (8 * byte);
            }
        }
        *o = wide;
    }
    Ok(Made { neg, len: used(out) })
}
