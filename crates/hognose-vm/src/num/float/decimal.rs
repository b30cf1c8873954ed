//! The exact decimal digits of a float, cut and rounded where the caller wants.

use crate::num::bigint::{decimal, pieces};
use crate::num::bigint::{div_small, mul_small};
use crate::text::sink::{Full, Sink};

/// Where to cut the digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// After this many digits behind the point; below zero, that many before it become zero.
    Places(i32),
    /// After this many digits from the first that is not zero (at least one).
    Digits(u32),
}

/// Digits a chunk.
const CHUNK: i32 = 9;
/// Ten to that power.
const BILLION: u32 = 1_000_000_000;
/// Powers of ten in a chunk.
const POWERS: [u32; 9] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];
/// Chunks at most: one for a carry, 2 before the point and 120 behind it (the smallest float has 1074 places), or 35
/// before it.
const CHUNKS: usize = 123;
/// Limbs of the widest integer (1024 bits) or fraction (1074 bits), and one for a shift.
const LIMBS: usize = 35;

/// The digits of a float, rounded half to even at a place. The digit of `10^p` has *place* `p`; places outside of what
/// is stored hold zeros.
#[derive(Debug, Clone)]
pub struct Decimal {
    chunks: [u32; CHUNKS],
    /// Chunks in use.
    len: usize,
    /// Chunks before the point, at least one, the first of them for the carry.
    point: usize,
}

impl Decimal {
    /// The digits of `|value|`; of zero for what is not finite.
    pub fn new(value: f64, cut: Cut) -> Self {
        let mut this = Decimal { chunks: [0; CHUNKS], len: 1, point: 1 };
        if !value.is_finite() || value == 0.0 {
            return this;
        }
        let (mantissa, exponent) = pieces(value);
        let mut work = [0u32; LIMBS];
        if exponent >= 0 {
            place(mantissa, exponent.unsigned_abs(), &mut work);
            this.whole(&mut work);
            this.round(this.cut(cut), false);
            return this;
        }
        let below = exponent.unsigned_abs();
        let whole = mantissa.checked_shr(below).unwrap_or(0);
        (work[0], work[1]) = (whole as u32, (whole >> 32) as u32);
        this.whole(&mut work[..2]);
        let fraction = mantissa & 1u64.checked_shl(below).map_or(u64::MAX, |bit| bit.wrapping_sub(1));
        let width = below.div_ceil(32);
        work.fill(0);
        place(fraction, width * 32 - below, &mut work);
        let left = this.fraction(&mut work[..width as usize], cut);
        this.round(this.cut(cut), left);
        this
    }

    /// Splits an integer into chunks; consumes it.
    fn whole(&mut self, limbs: &mut [u32]) {
        let mut end = limbs.len();
        let mut count = 0;
        while end > 0 {
            if limbs[end - 1] == 0 {
                end -= 1;
                continue;
            }
            count += 1;
            self.chunks[count] = div_small(&mut limbs[..end], BILLION);
        }
        self.chunks[1..=count].reverse();
        self.point = count + 1;
        self.len = count + 1;
    }

    /// Appends chunks of a fraction, given as limbs below the point, until one digit behind the cut is known. Tells
    /// whether anything is left of it.
    fn fraction(&mut self, limbs: &mut [u32], cut: Cut) -> bool {
        let mut start = 0;
        loop {
            while start < limbs.len() && limbs[start] == 0 {
                start += 1;
            }
            if start == limbs.len() || self.len == CHUNKS {
                return start < limbs.len();
            }
            if (self.len - self.point) as i32 * CHUNK > -self.cut(cut)
                && (self.top().is_some() || matches!(cut, Cut::Places(_)))
            {
                return true;
            }
            self.chunks[self.len] = mul_small(&mut limbs[start..], BILLION, 0);
            self.len += 1;
        }
    }

    /// The lowest place that the cut keeps, as far as the top digit is known.
    fn cut(&self, cut: Cut) -> i32 {
        match cut {
            Cut::Places(places) => places.saturating_neg(),
            Cut::Digits(digits) => {
                self.top().unwrap_or(0).saturating_sub(i32::try_from(digits.max(1) - 1).unwrap_or(i32::MAX))
            }
        }
    }

    /// Rounds at the place `low`, half to even; `left` tells whether the true value goes on behind the chunks.
    fn round(&mut self, low: i32, left: bool) {
        let Ok(at) = usize::try_from(self.point as i32 - 1 - low.div_euclid(CHUNK)) else {
            // The cut is above the chunk for the carry: all of the number is less than half.
            *self = Decimal { chunks: [0; CHUNKS], len: 1, point: 1 };
            return;
        };
        if at >= self.len {
            return;
        }
        let unit = POWERS[low.rem_euclid(CHUNK) as usize];
        let lost = self.chunks[at] % unit;
        let more = |from: usize| {
            left || self.chunks.get(from..self.len).is_some_and(|rest| rest.iter().any(|&c| c != 0))
        };
        let odd = self.chunks[at] / unit % 2 != 0;
        let up = if unit > 1 {
            lost > unit / 2 || (lost == unit / 2 && (odd || more(at + 1)))
        } else {
            let next = if at + 1 < self.len { self.chunks[at + 1] } else { 0 };
            next > BILLION / 2 || (next == BILLION / 2 && (odd || more(at + 2)))
        };
        self.chunks[at] -= lost;
        self.len = at + 1;
        if up {
            self.chunks[at] += unit;
            for chunk in (0..=at).rev() {
                if self.chunks[chunk] < BILLION || chunk == 0 {
                    break;
                }
                self.chunks[chunk] -= BILLION;
                self.chunks[chunk - 1] += 1;
            }
        }
    }

    /// The place of the highest digit that is not zero; `None` for zero.
    pub fn top(&self) -> Option<i32> {
        let at = self.chunks[..self.len].iter().position(|&chunk| chunk != 0)?;
        let digits = self.chunks[at].ilog10() as i32;
        Some((self.point as i32 - 1 - at as i32) * CHUNK + digits)
    }

    /// The place of the lowest digit that is not zero; `None` for zero.
    pub fn bottom(&self) -> Option<i32> {
        let at = self.chunks[..self.len].iter().rposition(|&chunk| chunk != 0)?;
        let zeros = POWERS.iter().rposition(|&power| self.chunks[at] % power == 0).unwrap_or(0);
        Some((self.point as i32 - 1 - at as i32) * CHUNK + zeros as i32)
    }

    /// Puts the digits of the places from `high` down to `low`, both included.
    pub fn put(&self, high: i32, low: i32, sink: &mut (impl Sink + ?Sized)) -> Result<(), Full> {
        let mut place = high;
        while place >= low {
            let index = self.point as i32 - 1 - place.div_euclid(CHUNK);
            if index >= self.len as i32 {
                return sink.fill(b'0', (place - low) as usize + 1);
            }
            // Places from here to the end of the chunk.
            let (first, last) = (place.rem_euclid(CHUNK), (low - place.div_euclid(CHUNK) * CHUNK).max(0));
            let chunk = usize::try_from(index).map_or(0, |index| self.chunks[index]);
            let mut text = [0; CHUNK as usize];
            decimal(chunk.into(), &mut text);
            sink.put(&text[(CHUNK - 1 - first) as usize..(CHUNK - last) as usize])?;
            place -= first - last + 1;
        }
        Ok(())
    }
}

/// `limbs = value << shift`; it fits.
pub(super) fn place(value: u64, shift: u32, limbs: &mut [u32]) {
    let wide = u128::from(value) << (shift % 32);
    for at in 0..3 {
        if let Some(limb) = limbs.get_mut(shift as usize / 32 + at) {
            *limb = (wide >> (32 * at)) as u32;
        }
    }
}
