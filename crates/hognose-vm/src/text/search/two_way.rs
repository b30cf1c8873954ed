//! Searching in linear time and constant space (Crochemore and Perrin, "Two-way string-matching", 1991), from either
//! end.

/// Bytes read from the start, or from the end.
#[derive(Clone, Copy)]
struct View<'a, const BACK: bool>(&'a [u8]);

impl<const BACK: bool> View<'_, BACK> {
    #[inline]
    fn at(&self, index: usize) -> u8 {
        if BACK { self.0[self.0.len() - 1 - index] } else { self.0[index] }
    }

    fn len(&self) -> usize {
        self.0.len()
    }
}

/// Where `part` (two bytes or more) first occurs in `text`, both read from the end when `BACK`.
pub(super) fn two_way<const BACK: bool>(text: &[u8], part: &[u8]) -> Option<usize> {
    let (text, part) = (View::<BACK>(text), View::<BACK>(part));
    let (n, m) = (text.len(), part.len());
    let last = n.checked_sub(m)?;
    let (cut, mut period) = factorize(part);
    // When the start repeats with the period, what matched before a shift by it need not be compared again.
    let periodic = period + cut <= m && (0..cut).all(|at| part.at(at) == part.at(at + period));
    if !periodic {
        period = cut.max(m - cut) + 1;
    }
    let (mut at, mut known) = (0, 0);
    while at <= last {
        let right = (cut.max(known)..m).find(|&place| part.at(place) != text.at(at + place));
        if let Some(place) = right {
            at += place - cut + 1;
            known = 0;
            continue;
        }
        if (known.min(cut)..cut).rev().all(|place| part.at(place) == text.at(at + place)) {
            return Some(at);
        }
        at += period;
        known = if periodic { m - period } else { 0 };
    }
    None
}

/// A critical factorization: where to cut, and the period of what is behind the cut.
fn factorize<const BACK: bool>(part: View<BACK>) -> (usize, usize) {
    let (less, more) = (maximal_suffix(part, false), maximal_suffix(part, true));
    if less.0 >= more.0 { less } else { more }
}

/// The start and period of the greatest suffix, in the order of bytes or in the reverse one.
fn maximal_suffix<const BACK: bool>(part: View<BACK>, reverse: bool) -> (usize, usize) {
    let (mut start, mut rival, mut same, mut period) = (0, 1, 0, 1);
    while rival + same < part.len() {
        let (new, old) = (part.at(rival + same), part.at(start + same));
        if new == old {
            same += 1;
            if same == period {
                rival += same;
                same = 0;
            }
        } else if (new < old) != reverse {
            rival += same + 1;
            same = 0;
            period = rival - start;
        } else {
            start = rival;
            (rival, same, period) = (start + 1, 0, 1);
        }
    }
    (start, period)
}
