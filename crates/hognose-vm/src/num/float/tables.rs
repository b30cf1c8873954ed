//! The shortest digits of a float by way of `core`, whose tables of some 20 KB make it fast where there is room for them.

use super::shortest::Digits;
use super::{Cut, Decimal};
use crate::text::sink::{Fixed, Full, Sink};
use core::fmt::Write;

/// As [`shortest`](super::shortest::shortest).
pub(super) fn shortest(value: f64) -> Digits {
    let mut bytes = [b'0'; 17];
    let mut text = [0; 32];
    let mut sink = Ascii(Fixed::new(&mut text));
    // "d.ddde-eee" always fits.
    let _ = write!(sink, "{value:e}");
    let mut len = 0;
    let mut top = 0;
    let mut parts = sink.0.bytes().split(|&byte| byte == b'e');
    for &byte in parts.next().unwrap_or(b"0").iter().filter(|byte| byte.is_ascii_digit()).take(17) {
        bytes[len] = byte;
        len += 1;
    }
    let exponent = parts.next().unwrap_or(b"0");
    for &byte in exponent.iter().filter(|byte| byte.is_ascii_digit()) {
        top = top * 10 + i32::from(byte - b'0');
    }
    let top = if exponent.first() == Some(&b'-') { -top } else { top };
    let odd = bytes[..len].last().is_some_and(|last| last % 2 != 0);
    // `core` rounds up where the float lies half way between two candidates, Python to even.
    if odd && is_half(value, top - len as i32) && reads_back_below(value, &bytes[..len], top) {
        bytes[len - 1] -= 1;
    }
    Digits { bytes, len: len.max(1), top }
}

/// Whether digits read back as the same float when the last of them is one less. Below a power of two floats lie closer
/// together, so half a digit may be too far there.
fn reads_back_below(value: f64, digits: &[u8], top: i32) -> bool {
    if value.to_bits() << 12 != 0 {
        return true;
    }
    let mut text = [0; 32];
    let mut sink = Ascii(Fixed::new(&mut text));
    for (i, digit) in digits.iter().enumerate() {
        let digit = if i + 1 == digits.len() { digit - 1 } else { *digit };
        let point = if i == 0 { "." } else { "" };
        let _ = write!(sink, "{}{point}", char::from(digit));
    }
    let _ = write!(sink, "e{top}");
    super::parse(sink.0.bytes()) == Some(value)
}

/// Whether the last digit of a float's exact decimal expansion is a five at this place.
fn is_half(value: f64, place: i32) -> bool {
    let Some(ratio) = super::ratio(value) else { return false };
    if ratio.down > 0 {
        // Every halving adds a decimal place, and the last of them is a five.
        return place == -(ratio.down as i32);
    }
    // An integer with this many zeros at its end is a multiple of as high a power of five; no float above 5^23 is odd.
    if !(0..=23).contains(&place) {
        return false;
    }
    let decimal = Decimal::new(value, Cut::Places(0));
    let mut digit = [0];
    decimal.bottom() == Some(place)
        && decimal.put(place, place, &mut Fixed::new(&mut digit)).is_ok()
        && digit == *b"5"
}

struct Ascii<'a>(Fixed<'a>);

impl Write for Ascii<'_> {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        self.0.put(text.as_bytes()).map_err(|Full| core::fmt::Error)
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use crate::num::float::shortest;

    fn same(value: f64) {
        assert_eq!(super::shortest(value), shortest::shortest(value), "{value:e}");
    }

    #[test]
    fn both_ways_give_the_same_digits() {
        let mut state = 1u64;
        for _ in 0..20_000 {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            let bits = state ^ state >> 29;
            let value = f64::from_bits(bits >> 1);
            if value.is_finite() && value != 0.0 {
                same(value);
            }
            // As scripts have them: between 0 and 1, and with few digits.
            same((bits >> 11 | 1) as f64 / 9007199254740992.0);
            same((bits % 100_000 + 1) as f64 / 1000.0);
        }
    }

    #[test]
    fn both_ways_agree_at_the_ends_and_at_powers_of_two() {
        for exponent in 1..2047u64 {
            for bits in [exponent << 52, (exponent << 52) - 1, exponent << 52 | 1] {
                same(f64::from_bits(bits));
            }
        }
        for shift in 0..52 {
            same(f64::from_bits(1 << shift));
        }
        for power in -320..308 {
            let value: f64 = std::format!("1e{power}").parse().unwrap();
            for bits in value.to_bits() - 1..value.to_bits() + 2 {
                same(f64::from_bits(bits));
            }
        }
        same(f64::MAX);
        same(9007199254740993e10);
    }
}
