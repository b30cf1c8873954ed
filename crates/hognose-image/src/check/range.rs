//! Checking exception ranges, and finding the one that counts.

use super::body::{bit, set_bit};
use super::{NEST_LIMIT, Problem};
use crate::code::Code;
use crate::layout::SLOT_LIMIT;

// Depth and level of nesting share a word.
const _: () = assert!(SLOT_LIMIT <= 0xffff && NEST_LIMIT < 0xffff);

/// No range.
const NONE: u32 = u32::MAX;

/// Exception ranges with the range around each. Four words each: start, end, depth and level of nesting, range around.
pub(super) struct Ranges<'s> {
    words: &'s [u32],
}

impl<'s> Ranges<'s> {
    /// Proves order and nesting, and that edges are instructions; marks the targets. `words` holds 4 for each range.
    pub(super) fn build(
        code: &Code<'_>,
        starts: &[u32],
        targets: &mut [u32],
        words: &'s mut [u32],
    ) -> Result<Self, Problem> {
        let len = code.bytes().len() as u32;
        // Ranges that no later range holds so far, the last one first; linked through their fourth word.
        let mut last = NONE;
        let mut before = (0, NONE);
        let mut ranges = code.ranges();
        for (number, range) in (0u32..).zip(ranges.by_ref()) {
            if range.start >= range.end || range.end > len {
                return Err(Problem::RangeBounds { range: number, start: range.start, end: range.end, len });
            }
            for at in [range.start, range.end, range.target] {
                let is_end = at == range.end && at == len && range.target != at;
                if !bit(starts, at) && !is_end {
                    return Err(Problem::RangeEdge { range: number, at });
                }
            }
            let order = (range.end, u32::MAX - range.start);
            if number > 0 && order < before {
                return Err(Problem::RangeOrder { range: number });
            }
            before = order;
            let mut level = 0;
            while last != NONE {
                let [start, end, deep, link] = get(words, last);
                if start >= range.start {
                    level = level.max((deep >> 16) + 1);
                    set(words, last, 3, number);
                    last = link;
                } else if end > range.start {
                    return Err(Problem::RangeOverlap { range: number, other: last });
                } else {
                    break;
                }
            }
            if level >= NEST_LIMIT {
                return Err(Problem::RangeNest { range: number, most: NEST_LIMIT });
            }
            // Depths above 16 bits are refused as an overflow when the target is reached.
            let depth = range.depth.min(0xffff) | level << 16;
            for (field, value) in [range.start, range.end, depth, last].into_iter().enumerate() {
                set(words, number, field, value);
            }
            last = number;
            set_bit(targets, range.target);
        }
        // A range whose end is past all numbers.
        if !ranges.rest().is_empty() {
            return Err(Problem::Malformed);
        }
        while last != NONE {
            let [.., link] = get(words, last);
            set(words, last, 3, NONE);
            last = link;
        }
        Ok(Ranges { words })
    }

    /// Finds ranges for places that only grow.
    pub(super) fn sweep(&self) -> Sweep<'s> {
        Sweep { words: self.words, first: 0, found: NONE, until: 0 }
    }
}

/// Steps through the code from its start.
pub(super) struct Sweep<'s> {
    words: &'s [u32],
    /// First range that ends later.
    first: u32,
    /// The answer, good before `until`.
    found: u32,
    until: u32,
}

impl Sweep<'_> {
    /// Number and depth of the innermost range that holds `pc`.
    pub(super) fn at(&mut self, pc: u32) -> Option<(u32, u32)> {
        if pc >= self.until {
            self.search(pc);
        }
        let [_, _, deep, _] = get_if(self.words, self.found)?;
        Some((self.found, deep & 0xffff))
    }

    /// Of the ranges that end after `pc` the first is the innermost if it has begun; else the innermost that has begun is
    /// the nearest one around it.
    fn search(&mut self, pc: u32) {
        while get_if(self.words, self.first).is_some_and(|[_, end, ..]| end <= pc) {
            self.first += 1;
        }
        self.found = self.first;
        self.until = u32::MAX;
        while let Some([start, end, _, around]) = get_if(self.words, self.found) {
            if start <= pc {
                self.until = self.until.min(end);
                return;
            }
            self.until = start;
            self.found = around;
        }
        self.found = NONE;
    }
}

fn get_if(words: &[u32], number: u32) -> Option<[u32; 4]> {
    let place = (number as usize).checked_mul(4)?;
    words.get(place..place.checked_add(4)?)?.try_into().ok()
}

fn get(words: &[u32], number: u32) -> [u32; 4] {
    get_if(words, number).unwrap_or([0, 0, 0, NONE])
}

fn set(words: &mut [u32], number: u32, field: usize, value: u32) {
    if let Some(word) = words.get_mut(number as usize * 4 + field) {
        *word = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec;
    use std::vec::Vec;

    /// A code object of that many `none` with these ranges.
    fn record(len: u8, ranges: &[[u8; 4]]) -> Vec<u8> {
        let mut bytes = vec![0; 13];
        bytes.extend([len, ranges.len() as u8]);
        bytes.extend(vec![3; usize::from(len)]);
        bytes.extend(ranges.iter().flatten());
        bytes
    }

    /// Nested ranges by halving at places that a small generator chooses, in the order of the format.
    fn nested(seed: &mut u32, from: u8, to: u8, out: &mut Vec<[u8; 4]>) {
        let mut next = |most: u8| {
            *seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (*seed >> 24) as u8 % most
        };
        if to - from < 2 || out.len() > 80 {
            return;
        }
        let middle = from + 1 + next(to - from - 1);
        let (first, second, whole) = (next(3) > 0, next(3) > 0, next(2) > 0);
        if first {
            nested(seed, from, middle, out);
        }
        if second {
            nested(seed, middle, to, out);
        }
        if whole {
            out.push([from, to - from, 0, out.len() as u8]);
        }
    }

    #[test]
    fn the_sweep_finds_what_looking_up_finds() {
        let mut seed = 1;
        let mut most = 0;
        for _ in 0..500 {
            let mut ranges = Vec::new();
            nested(&mut seed, 0, 100, &mut ranges);
            most = most.max(ranges.len());
            let record = record(100, &ranges);
            let code = Code::read(&record).unwrap();
            let (starts, mut targets) = ([u32::MAX; 4], [0; 4]);
            let mut words = vec![0; 4 * ranges.len()];
            let built = Ranges::build(&code, &starts, &mut targets, &mut words).unwrap();
            let mut sweep = built.sweep();
            for pc in 0..100 {
                let wanted = code.range_at(pc).map(|range| range.depth);
                assert_eq!(sweep.at(pc).map(|(_, depth)| depth), wanted, "byte {pc} of {ranges:?}");
            }
        }
        assert!(most > 20, "{most}");
    }
}
