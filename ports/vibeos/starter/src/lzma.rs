//! Unpacks an LZMA stream with the properties lc = 0, lp = 2, pb = 2: those that suit code of four bytes an instruction.

/// Bits of the place that a literal depends on.
const LITERAL_PLACES: usize = 4;
/// Bits of the place that lengths and kinds depend on.
const PLACES: usize = 4;
const STATES: usize = 12;
/// A literal's tree, and two more for those after a match.
const LITERAL: usize = 0x300;
/// One half.
const EVEN: u16 = 1024;

/// The input, as a number that bits are taken from.
struct Input<'a> {
    bytes: core::slice::Iter<'a, u8>,
    range: u32,
    code: u32,
}

impl<'a> Input<'a> {
    fn new(bytes: &'a [u8]) -> Input<'a> {
        let mut input = Input { bytes: bytes.iter(), range: u32::MAX, code: 0 };
        for _ in 0..5 {
            input.code = input.code << 8 | input.next();
        }
        input
    }

    fn next(&mut self) -> u32 {
        self.bytes.next().copied().unwrap_or(0).into()
    }

    fn fill(&mut self) {
        if self.range < 1 << 24 {
            self.range <<= 8;
            self.code = self.code << 8 | self.next();
        }
    }

    /// A bit that is more or less probable.
    fn bit(&mut self, chance: &mut u16) -> usize {
        let bound = (self.range >> 11).wrapping_mul(u32::from(*chance));
        let bit = self.code >= bound;
        if bit {
            self.range = self.range.wrapping_sub(bound);
            self.code = self.code.wrapping_sub(bound);
            *chance -= *chance >> 5;
        } else {
            self.range = bound;
            *chance += (2048 - *chance) >> 5;
        }
        self.fill();
        bit.into()
    }

    /// Bits that are as often 0 as 1, the high one first.
    fn even(&mut self, count: usize) -> usize {
        let mut bits = 0;
        for _ in 0..count {
            self.range >>= 1;
            let bit = self.code >= self.range;
            if bit {
                self.code -= self.range;
            }
            bits = bits << 1 | usize::from(bit);
            self.fill();
        }
        bits
    }

    /// Bits, the high one first, each depending on those before it.
    fn tree(&mut self, chances: &mut [u16], count: usize) -> usize {
        let mut at = 1;
        for _ in 0..count {
            at = at << 1 | chances.get_mut(at).map_or(0, |chance| self.bit(chance));
        }
        at - (1 << count)
    }

    /// The same, the low one first.
    fn tree_from_low(&mut self, chances: &mut [u16], count: usize) -> usize {
        let (mut at, mut bits) = (1, 0);
        for i in 0..count {
            let bit = chances.get_mut(at).map_or(0, |chance| self.bit(chance));
            at = at << 1 | bit;
            bits |= bit << i;
        }
        bits
    }
}

/// How long a match is.
struct Lengths {
    kind: [u16; 2],
    short: [[u16; 8]; PLACES],
    middle: [[u16; 8]; PLACES],
    long: [u16; 256],
}

impl Lengths {
    const NEW: Lengths = Lengths {
        kind: [EVEN; 2],
        short: [[EVEN; 8]; PLACES],
        middle: [[EVEN; 8]; PLACES],
        long: [EVEN; 256],
    };

    fn read(&mut self, input: &mut Input<'_>, place: usize) -> usize {
        if input.bit(&mut self.kind[0]) == 0 {
            input.tree(&mut self.short[place % PLACES], 3)
        } else if input.bit(&mut self.kind[1]) == 0 {
            8 + input.tree(&mut self.middle[place % PLACES], 3)
        } else {
            16 + input.tree(&mut self.long, 8)
        }
    }
}

/// Fills `out`. False: the stream refers to bytes before it.
pub fn unpack(packed: &[u8], out: &mut [u8]) -> bool {
    let mut input = Input::new(packed);
    let mut literals = [[EVEN; LITERAL]; LITERAL_PLACES];
    let mut is_match = [[EVEN; PLACES]; STATES];
    let mut is_repeat = [EVEN; STATES];
    let mut is_older = [[EVEN; STATES]; 3];
    let mut is_long = [[EVEN; PLACES]; STATES];
    let mut slots = [[EVEN; 64]; 4];
    let mut distances = [EVEN; 128];
    let mut low = [EVEN; 16];
    let (mut lengths, mut repeats) = (Lengths::NEW, Lengths::NEW);
    // Distances of the last four matches; what came last.
    let mut last = [0usize; 4];
    let mut state = 0;
    let mut at = 0;
    while at < out.len() {
        let place = at % PLACES;
        if input.bit(&mut is_match[state][place]) == 0 {
            let chances = &mut literals[at % LITERAL_PLACES];
            let mut symbol = 1;
            if state >= 7 {
                // After a match the byte differs from the one that would have gone on with it.
                let Some(&byte) = at.checked_sub(last[0] + 1).and_then(|from| out.get(from)) else {
                    return false;
                };
                let (mut expected, mut same) = (usize::from(byte), 0x100);
                while symbol < 0x100 {
                    expected <<= 1;
                    let bit = expected & same;
                    let found = input.bit(&mut chances[same + bit + symbol]);
                    symbol = symbol << 1 | found;
                    same &= if found == 1 { bit } else { !bit };
                }
            } else {
                while symbol < 0x100 {
                    symbol = symbol << 1 | input.bit(&mut chances[symbol]);
                }
            }
            out[at] = symbol as u8;
            at += 1;
            state = match state {
                0..4 => 0,
                4..10 => state - 3,
                _ => state - 6,
            };
            continue;
        }
        let mut len = 1;
        if input.bit(&mut is_repeat[state]) == 0 {
            last.copy_within(..3, 1);
            len = lengths.read(&mut input, place);
            state = if state < 7 { 7 } else { 10 };
            let slot = input.tree(&mut slots[len.min(3)], 6);
            last[0] = match slot {
                0..4 => slot,
                _ => {
                    let count = (slot >> 1) - 1;
                    let base = (2 | slot & 1) << count;
                    base + if slot < 14 {
                        input.tree_from_low(&mut distances[base - slot..], count)
                    } else {
                        (input.even(count - 4) << 4) + input.tree_from_low(&mut low, 4)
                    }
                }
            };
            len += 2;
        } else {
            let older = input.bit(&mut is_older[0][state]);
            if older == 0 && input.bit(&mut is_long[state][place]) == 0 {
                state = if state < 7 { 9 } else { 11 };
            } else {
                if older == 1 {
                    let mut which = 1;
                    while which < 3 && input.bit(&mut is_older[which][state]) == 1 {
                        which += 1;
                    }
                    last[..=which].rotate_right(1);
                }
                len = 2 + repeats.read(&mut input, place);
                state = if state < 7 { 8 } else { 11 };
            }
        }
        let Some(mut from) = at.checked_sub(last[0] + 1) else { return false };
        for _ in 0..len.min(out.len() - at) {
            out[at] = out[from];
            (at, from) = (at + 1, from + 1);
        }
    }
    true
}
