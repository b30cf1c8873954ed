//! Rounding as Python's `round` does.

use super::{Cut, Decimal};
use crate::text::sink::Fixed;

/// The nearest integer, ties to even, as a float: `round(value)` before it becomes an `int`.
pub fn round_half_even(value: f64) -> f64 {
    libm::rint(value)
}

/// Python's `round(value, places)`: the float nearest to the decimal number that is nearest to the float's exact
/// value, ties to even. `None`: OverflowError, "rounded value too large to represent".
pub fn round_places(value: f64, places: i64) -> Option<f64> {
    // No float has a digit behind the 323rd place that could matter, and none is as large as 10^308.3.
    if !value.is_finite() || value == 0.0 || places > 323 {
        return Some(value);
    }
    if places < -308 {
        return Some(0.0 * value);
    }
    let places = places as i32;
    if places >= 0 && value.abs() >= 4503599627370496.0 {
        // From 2^52 on every float is an integer.
        return Some(value);
    }
    let decimal = Decimal::new(value, Cut::Places(places));
    let mut text = [0; 360];
    let mut sink = Fixed::new(&mut text);
    let size = match (decimal.top(), decimal.bottom()) {
        (Some(top), Some(bottom)) => digits(&decimal, top, bottom, &mut sink)?,
        _ => 0.0,
    };
    if size.is_infinite() {
        return None;
    }
    Some(if value < 0.0 { -size } else { size })
}

/// The float nearest to some digits.
fn digits(decimal: &Decimal, top: i32, bottom: i32, sink: &mut Fixed) -> Option<f64> {
    use crate::text::sink::Sink;
    decimal.put(top, bottom, sink).ok()?;
    sink.put(b"e").ok()?;
    if bottom < 0 {
        sink.put(b"-").ok()?;
    }
    let size = bottom.unsigned_abs();
    sink.put(&[b'0' + (size / 100) as u8, b'0' + (size / 10 % 10) as u8, b'0' + (size % 10) as u8]).ok()?;
    hognose_image::decimal::float(sink.bytes())
}
