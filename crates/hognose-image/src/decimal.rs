//! Floats from decimal digits: exactly, with integers of many limbs and no tables.

/// Significant digits kept: a float that lies half way between two others is told by 767 of them, so of what comes
/// later it only matters whether it is zero.
const KEPT: u32 = 770;
/// Limbs of the widest integer: 771 digits take 2562 bits, 5^1101 takes 2557, and two more while they are divided.
const LIMBS: usize = 82;
/// A number of that place or higher is no float (the largest has 309 digits before the point) ...
const HIGHEST: i64 = 310;
/// ... and one below this is zero: the smallest float is 4.9e-324.
const LOWEST: i64 = -330;

/// A decimal number that is read digit by digit.
pub struct Decimal {
    /// The digits so far as an integer, but for those in `chunk`.
    limbs: [u32; LIMBS],
    /// The last digits, and ten to the power of how many there are.
    chunk: u32,
    scale: u32,
    /// Significant digits so far, [`KEPT`] at most.
    digits: u32,
    exponent: i64,
    /// Something that is not zero came after the digits kept.
    lost: bool,
}

impl Default for Decimal {
    fn default() -> Self {
        Decimal { limbs: [0; LIMBS], chunk: 0, scale: 1, digits: 0, exponent: 0, lost: false }
    }
}

impl Decimal {
    /// Takes the next digit, 0 to 9; `behind` the point or before it.
    pub fn push(&mut self, digit: u8, behind: bool) {
        self.exponent -= i64::from(behind);
        if self.digits == 0 && digit == 0 {
            return;
        }
        if self.digits < KEPT {
            self.put(digit);
        } else {
            self.lost |= digit != 0;
            self.exponent += 1;
        }
    }

    /// Counts an exponent of ten in.
    pub fn shift(&mut self, exponent: i64) {
        self.exponent = self.exponent.saturating_add(exponent);
    }

    /// The nearest float, ties to even; infinity when it is too large.
    pub fn value(mut self) -> f64 {
        if self.lost {
            self.put(1);
            self.exponent = self.exponent.saturating_sub(1);
        }
        let top = self.exponent.saturating_add(self.digits.into());
        if self.digits == 0 || top < LOWEST {
            return 0.0;
        }
        if top > HIGHEST {
            return f64::INFINITY;
        }
        self.flush();
        let exponent = self.exponent as i32;
        let size = exponent.unsigned_abs();
        if self.digits <= 15 && size <= 22 {
            // Both are exact, so that one rounding is all there is.
            let whole = u64::from(self.limbs[1]) << 32 | u64::from(self.limbs[0]);
            let power = (0..size).fold(1.0, |power, _| power * 10.0);
            return if exponent < 0 { whole as f64 / power } else { whole as f64 * power };
        }
        // The powers of two in those of ten only move the point.
        let mut divisor = [0; LIMBS];
        divisor[0] = 1;
        let times = if exponent < 0 { &mut divisor } else { &mut self.limbs };
        let mut left = size;
        while left > 0 {
            let now = left.min(13);
            multiply(times, 5u32.pow(now), 0);
            left -= now;
        }
        let (top, lost, place) = quotient(&mut self.limbs, &mut divisor);
        assemble(false, top, lost, i64::from(exponent + place)).unwrap_or(f64::INFINITY)
    }

    fn put(&mut self, digit: u8) {
        self.digits += 1;
        self.chunk = self.chunk * 10 + u32::from(digit);
        self.scale *= 10;
        if self.scale == 1_000_000_000 {
            self.flush();
        }
    }

    fn flush(&mut self) {
        multiply(&mut self.limbs, self.scale, self.chunk);
        (self.chunk, self.scale) = (0, 1);
    }
}

/// The float nearest to a number of ASCII digits with at most a sign, a point and an exponent; `None` for anything else.
pub fn float(text: &[u8]) -> Option<f64> {
    // With registers of 64 bits the library's way with its tables of 12 KB is faster.
    if cfg!(target_pointer_width = "64") {
        let plain = |byte: &u8| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-');
        return text.iter().all(plain).then(|| core::str::from_utf8(text).ok()?.parse().ok())?;
    }
    exact(text)
}

/// As [`float`], on every machine the same way.
pub fn exact(text: &[u8]) -> Option<f64> {
    let (neg, mut rest) = signed(text);
    let mut number = Decimal::default();
    let (mut count, mut behind) = (0u32, false);
    while let [byte, after @ ..] = rest {
        match byte {
            b'0'..=b'9' => {
                number.push(byte - b'0', behind);
                count |= 1;
            }
            b'.' if !behind => behind = true,
            b'e' | b'E' => break,
            _ => return None,
        }
        rest = after;
    }
    if count == 0 {
        return None;
    }
    if let [_, exponent @ ..] = rest {
        let (down, digits) = signed(exponent);
        if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        // Far beyond what any digits before it could make up for.
        let add = |size: i64, byte: &u8| (size * 10 + i64::from(byte - b'0')).min(1 << 48);
        let size = digits.iter().fold(0, add);
        number.shift(if down { -size } else { size });
    }
    let value = number.value();
    Some(if neg { -value } else { value })
}

/// Is there a minus, and what follows the sign.
fn signed(text: &[u8]) -> (bool, &[u8]) {
    match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    }
}

/// `limbs = limbs * factor + carry`, as far as there are limbs in use.
fn multiply(limbs: &mut [u32; LIMBS], factor: u32, carry: u32) {
    let mut carry = u64::from(carry);
    let used = bits(limbs).div_ceil(32) as usize + 1;
    for limb in limbs.iter_mut().take(used) {
        carry += u64::from(*limb) * u64::from(factor);
        *limb = carry as u32;
        carry >>= 32;
    }
}

/// Bits of an integer.
fn bits(limbs: &[u32]) -> u32 {
    let last = limbs.iter().rposition(|&limb| limb != 0);
    last.map_or(0, |at| 32 * at as u32 + 32 - limbs[at].leading_zeros())
}

/// `limbs = limbs * 2^count`
fn move_up(limbs: &mut [u32], count: u32) {
    let (whole, part) = ((count / 32) as usize, count % 32);
    for at in (0..limbs.len()).rev() {
        let limb = |down: usize| u64::from(at.checked_sub(down).map_or(0, |at| limbs[at]));
        limbs[at] = ((limb(whole) << 32 | limb(whole + 1)) << part >> 32) as u32;
    }
}

/// `a / b` as its highest 64 bits, whether something is left, and the exponent of two; neither is zero.
fn quotient(a: &mut [u32], b: &mut [u32]) -> (u64, bool, i32) {
    let (wide, narrow) = (bits(a), bits(b));
    let len = a.len().min(wide.max(narrow) as usize / 32 + 1);
    let (a, b) = (&mut a[..len], &mut b[..len]);
    move_up(b, wide.saturating_sub(narrow));
    move_up(a, narrow.saturating_sub(wide));
    let mut exponent = wide as i32 - narrow as i32 - 63;
    let mut top = 0u64;
    // Both have the same number of bits now, so that the first or the second bit is set.
    while top >> 63 == 0 {
        let fits = a.iter().rev().ge(b.iter().rev());
        if fits {
            let mut borrow = 0;
            for (x, y) in a.iter_mut().zip(b.iter()) {
                borrow += i64::from(*x) - i64::from(*y);
                *x = borrow as u32;
                borrow >>= 32;
            }
        }
        if top == 0 && !fits {
            exponent -= 1;
        }
        top = top << 1 | u64::from(fits);
        move_up(a, 1);
    }
    (top, a.iter().any(|&limb| limb != 0), exponent)
}

/// `±(top + lost) * 2^exponent` rounded to a float, where `lost` is something between 0 and 1 that is not 0. Where
/// `lost` is set, `top` must have 55 bits or more. `None` when too large.
pub fn assemble(neg: bool, top: u64, lost: bool, exponent: i64) -> Option<f64> {
    if top == 0 {
        return Some(if neg { -0.0 } else { 0.0 });
    }
    let length = i64::from(64 - top.leading_zeros());
    // The exponent of the lowest bit that the float keeps: subnormals keep no bit below 2^-1074.
    let lowest = (exponent + length - 53).max(-1074);
    let mut mantissa = top;
    let drop = lowest - exponent;
    let mut sticky = lost;
    if drop > 0 {
        if drop > 64 {
            return Some(if neg { -0.0 } else { 0.0 });
        }
        let (kept, rest) = if drop == 64 { (0, top) } else { (top >> drop, top & ((1 << drop) - 1)) };
        let half = 1u64 << (drop - 1);
        sticky |= rest & (half - 1) != 0;
        mantissa = kept + u64::from(rest & half != 0 && (sticky || kept & 1 != 0));
    } else {
        mantissa <<= -drop;
    }
    // The mantissa may have become 2^53, which carries into the exponent as it should.
    let biased = if mantissa >> 52 == 0 { 0 } else { lowest + 1075 };
    if biased > 2046 {
        return None;
    }
    let bits = if biased == 0 { mantissa } else { ((biased as u64 - 1) << 52) + mantissa };
    if bits >> 52 >= 0x7FF {
        return None;
    }
    Some(f64::from_bits(bits | u64::from(neg) << 63))
}

#[cfg(test)]
mod tests {
    use super::{exact, float};
    use std::format;
    use std::string::String;

    /// Numbers of all sizes, the same in each run.
    struct Dice(u64);

    impl Dice {
        fn next(&mut self) -> u64 {
            self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            self.0 ^ self.0 >> 29
        }
    }

    fn same(text: &str) {
        let (got, expected) = (exact(text.as_bytes()), text.parse::<f64>().ok());
        assert_eq!(got.map(f64::to_bits), expected.map(f64::to_bits), "{text}");
        assert_eq!(float(text.as_bytes()).map(f64::to_bits), expected.map(f64::to_bits), "{text}");
    }

    #[test]
    fn the_ends_of_the_range() {
        for text in [
            "0",
            "-0.0",
            "1",
            "-1.5",
            "+.5",
            "5.",
            "1e22",
            "1e23",
            "9007199254740993",
            "9007199254740992.5",
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "1.7976931348623159e308",
            "1e309",
            "1e310",
            "1e99999999",
            "4.9e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "2.5e-324",
            "1e-330",
            "1e-99999999999999999999",
            "2.2250738585072011e-308",
            "2.2250738585072014e-308",
            "0e99999",
            "0.000000000000000000000000001e27",
        ] {
            same(text);
        }
        for text in ["", ".", "e5", "1e", "1e+", "1.2.3", "+-1", "1 ", "0x1", "inf", "1e1e1", "--1"] {
            assert_eq!(exact(text.as_bytes()), None, "{text}");
            assert_eq!(float(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn half_way_between_two_floats() {
        let mut dice = Dice(1);
        for _ in 0..2000 {
            let bits = dice.next() % 0x7FE0_0000_0000_0000;
            let (low, high) = (f64::from_bits(bits), f64::from_bits(bits + 1));
            // The digits of the middle: exact where the exponent is not too low for a float to hold it.
            let middle = format!("{:.1100}", low / 2.0 + high / 2.0);
            same(&format!("{low:.1100}"));
            same(&middle);
            same(&format!("{middle}1"));
            let exact = format!("{low:.800e}");
            same(&exact);
        }
        // More digits than are kept.
        let long: String = (0..900).map(|i| char::from(b'0' + (i * 7 % 10) as u8)).collect();
        same(&long[1..300]);
        same(&format!("0.{long}"));
        same(&format!("{long}e-890"));
        same(&format!("9007199254740993.{}1", "0".repeat(1000)));
        same(&format!("9007199254740993.{}", "0".repeat(1000)));
        same(&format!("0.{}123456789123456789", "0".repeat(320)));
    }

    #[test]
    fn digits_and_exponents() {
        let mut dice = Dice(7);
        for _ in 0..20_000 {
            let digits = dice.next() >> (dice.next() % 64);
            let exponent = (dice.next() % 700) as i64 - 350;
            same(&format!("{digits}e{exponent}"));
            let value = f64::from_bits(dice.next());
            if value.is_finite() {
                same(&format!("{value:e}"));
            }
        }
    }
}
