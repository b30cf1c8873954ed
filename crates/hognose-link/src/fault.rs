//! A carrier that fails on purpose, for tests: drops, doubles, reorders and corrupts frames, by a seed.

/// How often each fault happens, in frames of a thousand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Faults {
    /// The frame never arrives.
    pub drop: u16,
    /// The frame arrives twice.
    pub double: u16,
    /// The frame arrives after the next one.
    pub reorder: u16,
    /// One to three bits of the frame are flipped; its end may be among them.
    pub corrupt: u16,
}

impl Faults {
    /// All four faults at the same rate.
    pub const fn all(per_mille: u16) -> Self {
        Self { drop: per_mille, double: per_mille, reorder: per_mille, corrupt: per_mille }
    }
}

/// What the carrier has done so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Frames that went in.
    pub frames: u32,
    /// Frames dropped.
    pub dropped: u32,
    /// Frames doubled.
    pub doubled: u32,
    /// Frames held back behind the next.
    pub reordered: u32,
    /// Frames corrupted.
    pub corrupted: u32,
}

/// One direction of a carrier.
#[derive(Debug)]
pub struct Lossy<'b> {
    faults: Faults,
    state: u64,
    frame: &'b mut [u8],
    length: usize,
    held: &'b mut [u8],
    held_length: usize,
    tally: Tally,
}

impl<'b> Lossy<'b> {
    /// A direction with its faults; `frame` and `held` each hold one frame on the wire
    /// ([`crate::frame::MAX_FRAME`]); longer ones are cut into pieces.
    pub fn new(seed: u64, faults: Faults, frame: &'b mut [u8], held: &'b mut [u8]) -> Self {
        let state = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
        Self { faults, state, frame, length: 0, held, held_length: 0, tally: Tally::default() }
    }

    /// What was done so far.
    pub fn tally(&self) -> Tally {
        self.tally
    }

    /// Numbers by SplitMix64: the same for the same seed, everywhere.
    fn random(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn happens(&mut self, per_mille: u16) -> bool {
        self.random() % 1000 < u64::from(per_mille)
    }

    /// Sends bytes; what arrives goes to `arrive`, frame by frame.
    pub fn send(&mut self, bytes: &[u8], mut arrive: impl FnMut(&[u8])) {
        for &byte in bytes {
            if let Some(place) = self.frame.get_mut(self.length) {
                *place = byte;
                self.length += 1;
            }
            if byte == 0 || self.length == self.frame.len() {
                self.pass(&mut arrive);
                self.length = 0;
            }
        }
    }

    /// Lets a frame that was held back arrive, as if time had passed.
    pub fn release(&mut self, mut arrive: impl FnMut(&[u8])) {
        if self.held_length > 0 {
            arrive(&self.held[..self.held_length]);
            self.held_length = 0;
        }
    }

    fn pass(&mut self, arrive: &mut impl FnMut(&[u8])) {
        self.tally.frames += 1;
        if self.happens(self.faults.drop) {
            self.tally.dropped += 1;
            return;
        }
        if self.length > 0 && self.happens(self.faults.corrupt) {
            self.tally.corrupted += 1;
            for _ in 0..=self.random() % 3 {
                let bit = self.random() as usize % (self.length * 8);
                self.frame[bit / 8] ^= 1 << (bit % 8);
            }
        }
        if self.held_length == 0 && self.length <= self.held.len() && self.happens(self.faults.reorder) {
            self.tally.reordered += 1;
            self.held[..self.length].copy_from_slice(&self.frame[..self.length]);
            self.held_length = self.length;
            return;
        }
        arrive(&self.frame[..self.length]);
        if self.happens(self.faults.double) {
            self.tally.doubled += 1;
            arrive(&self.frame[..self.length]);
        }
        self.release(arrive);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec::Vec;

    fn run(seed: u64, faults: Faults) -> (Vec<u8>, Tally) {
        let (mut frame, mut held) = ([0; 16], [0; 16]);
        let mut lossy = Lossy::new(seed, faults, &mut frame, &mut held);
        let mut out = Vec::new();
        for i in 0..10_000u32 {
            lossy.send(&[i as u8 | 1, (i >> 8) as u8 | 1, 0], |bytes| out.extend_from_slice(bytes));
        }
        lossy.release(|bytes| out.extend_from_slice(bytes));
        (out, lossy.tally())
    }

    #[test]
    fn faults_happen_at_their_rate_and_by_the_seed() {
        let (clean, tally) = run(1, Faults::default());
        assert_eq!((clean.len(), tally.frames, tally.dropped), (30_000, 10_000, 0));
        let (first, tally) = run(7, Faults::all(100));
        for count in [tally.dropped, tally.doubled, tally.reordered, tally.corrupted] {
            assert!((700..1200).contains(&count), "{tally:?}");
        }
        assert_eq!(first, run(7, Faults::all(100)).0);
        assert_ne!(first, run(8, Faults::all(100)).0);
    }
}
