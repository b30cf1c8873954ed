//! Floats as text and back, and the arithmetic that Python defines differently from IEEE 754.

mod arith;
mod decimal;
mod hex;
mod parse;
mod power;
mod render;
mod round;
mod shortest;
#[cfg(target_pointer_width = "64")]
mod tables;

pub use arith::{PowError, Ratio, div_mod, floor_div, floor_mod, is_odd_integer, pow, ratio, rest};
pub use decimal::{Cut, Decimal};
pub use hex::{HexError, from_hex, to_hex};
pub use parse::{parse, parse_prefix};
pub use render::{Flags, MAX_PRECISION, Rendered, Style, repr};
pub use round::{round_half_even, round_places};
