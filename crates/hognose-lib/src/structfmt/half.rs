//! Floats of two and four bytes. Bits, not conversions of the machine, where machines differ: in what is no number.

const SIGN: u64 = 1 << 63;
const FRACTION: u64 = (1 << 52) - 1;

/// `x` as a float of two bytes, rounded half to even; nothing if it is too large.
pub fn to_half(x: f64) -> Option<u16> {
    let bits = x.to_bits();
    let sign = if bits & SIGN != 0 { 0x8000 } else { 0 };
    let fraction = bits & FRACTION;
    let exponent = (bits >> 52 & 0x7ff) as i32 - 1023;
    let half = match exponent {
        1024 if fraction != 0 => 0x7e00,
        1024 => 0x7c00,
        16.. => return None,
        -14.. => {
            let half = shift_to_even((exponent + 15) as u64 * (1 << 52) + fraction, 42);
            if half >= 0x7c00 {
                return None;
            }
            half
        }
        // Below 2^-14 the exponent is fixed and the fraction gets shorter.
        -25.. => shift_to_even(1 << 52 | fraction, (28 - exponent) as u32),
        _ => 0,
    };
    Some(sign | half as u16)
}

/// `bits >> shift`, rounded half to even.
fn shift_to_even(bits: u64, shift: u32) -> u64 {
    let (kept, lost, half) = (bits >> shift, bits & ((1 << shift) - 1), 1 << (shift - 1));
    kept + u64::from(lost > half || (lost == half && kept & 1 == 1))
}

/// A float of two bytes as `f64`.
pub fn from_half(half: u16) -> f64 {
    let fraction = f64::from(half & 0x3ff);
    let x = match half >> 10 & 0x1f {
        0 => fraction / 16_777_216.0,
        0x1f if half & 0x3ff == 0 => f64::INFINITY,
        0x1f => f64::NAN,
        // Exact: the exponent is put where f64 has it.
        exponent => f64::from_bits((u64::from(exponent) + 1023 - 15) << 52 | u64::from(half & 0x3ff) << 42),
    };
    f64::from_bits(x.to_bits() & !SIGN | u64::from(half >> 15) << 63)
}

/// `x` as a float of four bytes: infinite when it is too large.
pub fn to_single(x: f64) -> u32 {
    let bits = x.to_bits();
    if x.is_nan() {
        return (bits >> 32 & 0x8000_0000) as u32 | 0x7fc0_0000 | (bits >> 29 & 0x3f_ffff) as u32;
    }
    (x as f32).to_bits()
}

/// A float of four bytes as `f64`.
pub fn from_single(bits: u32) -> f64 {
    let x = f32::from_bits(bits);
    if x.is_nan() {
        let bits = u64::from(bits);
        return f64::from_bits((bits & 0x8000_0000) << 32 | 0x7ff8 << 48 | (bits & 0x3f_ffff) << 29);
    }
    f64::from(x)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every float of two bytes comes back, and what lies between two of them goes to the nearer.
    #[test]
    fn every_half() {
        for half in 0..=0xffffu16 {
            let x = from_half(half);
            if x.is_nan() {
                assert_eq!(to_half(x), Some(half & 0x8000 | 0x7e00));
                continue;
            }
            assert_eq!(to_half(x), Some(half));
            let next = from_half((half + 1) & 0x7fff | half & 0x8000);
            if half & 0x7fff < 0x7bff {
                let middle = (x + next) / 2.0;
                let even = if half & 1 == 0 { half } else { half + 1 };
                assert_eq!(to_half(middle), Some(even), "{half:x}");
                let (before, after) = (middle.to_bits() - 1, middle.to_bits() + 1);
                assert_eq!(to_half(f64::from_bits(before)), Some(half), "{half:x}");
                assert_eq!(to_half(f64::from_bits(after)), Some(half + 1), "{half:x}");
            }
        }
        assert_eq!(to_half(65520.0), None);
        assert_eq!(to_half(65519.999), Some(0x7bff));
        assert_eq!(to_half(-1e300), None);
    }
}
