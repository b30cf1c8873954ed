//! Sound: an AC97 controller (Intel 82801AA) that plays 16-bit stereo at 48,000 Hz from a ring of pieces of memory.

use crate::pci::Function;
use alloc::boxed::Box;
use alloc::collections::VecDeque;
use core::sync::atomic::{Ordering, fence};
use hognose_vibe::part::{self, Format};

/// Frames a second.
pub const RATE: u32 = 48_000;
/// Pieces of the ring.
const PIECES: usize = 32;
/// Frames of a piece: 20 ms.
const FRAMES: usize = 960;
/// Pieces that are filled ahead.
const AHEAD: usize = 8;
/// Registers of the mixer.
const MASTER: usize = 0x02;
const VOICE: usize = 0x18;
/// Registers of the output box.
const LIST: usize = 0x10;
const CURRENT: usize = 0x14;
const LAST: usize = 0x15;
const STATUS: usize = 0x16;
const LEFT: usize = 0x18;
const CONTROL: usize = 0x1b;
const GLOBAL: usize = 0x2c;
/// Bits of them.
const RUN: u8 = 1;
const RESET: u8 = 2;
const HALTED: u16 = 1;
/// Samples that wait at most: a second.
const MOST: usize = RATE as usize * 2;
/// Most samples of a moment, and moments of a second.
const CHANNELS: u32 = 8;
const RATES: core::ops::RangeInclusive<u32> = 4_000..=192_000;

/// A piece of memory to play: its address, how many samples.
#[repr(C)]
#[derive(Clone, Copy, Default)]
struct Piece {
    address: u32,
    samples: u16,
    flags: u16,
}

/// What the device reads by itself.
#[repr(C, align(4096))]
struct Ring {
    pieces: [Piece; PIECES],
    samples: [[i16; FRAMES * 2]; PIECES],
}

/// The sound device.
pub struct Sound {
    mixer: usize,
    bus: usize,
    ring: Box<Ring>,
    waiting: VecDeque<i16>,
    /// The piece to fill next.
    next: usize,
    running: bool,
    paused: bool,
    format: Format,
    /// The moment before the one that comes next, and how far between them the next sample is, in parts of a second's samples.
    before: Option<[i16; 2]>,
    between: u32,
}

impl Sound {
    /// Finds it. None: there is none.
    pub fn open() -> Option<Sound> {
        let [mixer, bus] = Function::find(0x8086, 0x2415)?.enable_ports();
        let ring = Box::new(Ring { pieces: [Piece::default(); PIECES], samples: [[0; FRAMES * 2]; PIECES] });
        let format = Format { channels: 2, rate: RATE };
        let mut sound = Sound {
            mixer,
            bus,
            ring,
            waiting: VecDeque::new(),
            next: 0,
            running: false,
            paused: false,
            format,
            before: None,
            between: 0,
        };
        let addresses = sound.ring.samples.each_ref().map(|samples| samples.as_ptr() as usize as u32);
        for (piece, address) in sound.ring.pieces.iter_mut().zip(addresses) {
            *piece = Piece { address, samples: FRAMES as u16 * 2, flags: 0 };
        }
        // Out of its reset, then as loud as it is.
        sound.word(GLOBAL, 2);
        sound.mix(0, 0);
        sound.mix(MASTER, 0);
        sound.mix(VOICE, 0);
        sound.reset();
        Some(sound)
    }

    fn mix(&self, register: usize, value: u16) {
        // SAFETY: ports of the mixer, which this struct alone uses.
        unsafe { ((self.mixer + register) as *mut u16).write_volatile(value) }
    }

    fn word(&self, register: usize, value: u32) {
        // SAFETY: ports of the bus master, which this struct alone uses; it reads the ring, which lives as long.
        unsafe { ((self.bus + register) as *mut u32).write_volatile(value) }
    }

    fn byte(&self, register: usize, value: u8) {
        // SAFETY: as above.
        unsafe { ((self.bus + register) as *mut u8).write_volatile(value) }
    }

    fn read(&self, register: usize) -> u8 {
        // SAFETY: as above; reading has no effect.
        unsafe { ((self.bus + register) as *const u8).read_volatile() }
    }

    fn status(&self) -> u16 {
        // SAFETY: as above.
        unsafe { ((self.bus + STATUS) as *const u16).read_volatile() }
    }

    fn left(&self) -> u16 {
        // SAFETY: as above.
        unsafe { ((self.bus + LEFT) as *const u16).read_volatile() }
    }

    fn reset(&mut self) {
        self.byte(CONTROL, 0);
        self.byte(CONTROL, RESET);
        for _ in 0..1000 {
            if self.read(CONTROL) & RESET == 0 {
                break;
            }
        }
        self.word(LIST, &raw const self.ring.pieces as usize as u32);
        self.next = 0;
        self.running = false;
    }

    /// Feeds the device. To be called every 50 ms at least.
    pub fn poll(&mut self) {
        if self.paused {
            return;
        }
        if self.running && self.status() & HALTED != 0 && self.waiting.is_empty() {
            self.reset();
        }
        let mut filled = false;
        loop {
            let ahead = if self.running {
                let current = usize::from(self.read(CURRENT));
                let halted = self.status() & HALTED != 0;
                if halted { 0 } else { (self.next + PIECES - current) % PIECES }
            } else {
                self.next
            };
            if ahead >= AHEAD || self.waiting.is_empty() {
                break;
            }
            for sample in &mut self.ring.samples[self.next % PIECES] {
                *sample = self.waiting.pop_front().unwrap_or(0);
            }
            fence(Ordering::SeqCst);
            self.byte(LAST, (self.next % PIECES) as u8);
            self.next = (self.next + 1) % PIECES;
            filled = true;
            if self.running && self.status() & HALTED != 0 {
                // It had run dry: it goes on with the piece just filled.
                self.byte(CONTROL, RUN);
            }
        }
        if filled && !self.running {
            self.byte(CONTROL, RUN);
            self.running = true;
        }
    }
}

impl part::Sound for Sound {
    fn start(&mut self, format: Format) -> bool {
        if !(1..=CHANNELS).contains(&format.channels) || !RATES.contains(&format.rate) {
            return false;
        }
        self.stop();
        self.format = format;
        (self.before, self.between) = (None, 0);
        true
    }

    fn feed(&mut self, samples: &[i16]) -> usize {
        let channels = self.format.channels as usize;
        let mut taken = 0;
        for frame in samples.chunks_exact(channels) {
            if self.waiting.len() >= MOST {
                break;
            }
            taken += channels;
            let left = frame.first().copied().unwrap_or(0);
            let now = [left, frame.get(1).copied().unwrap_or(left)];
            let before = self.before.replace(now).unwrap_or(now);
            // Between two moments it is a straight line.
            while self.between < RATE {
                for (from, to) in before.into_iter().zip(now) {
                    let (from, to) = (i64::from(from), i64::from(to));
                    self.waiting
                        .push_back((from + (to - from) * i64::from(self.between) / i64::from(RATE)) as i16);
                }
                self.between += self.format.rate;
            }
            self.between -= RATE;
        }
        self.poll();
        taken
    }

    fn is_playing(&mut self) -> bool {
        !self.waiting.is_empty() || self.running && (self.status() & HALTED == 0 || self.left() != 0)
    }

    fn is_paused(&mut self) -> bool {
        self.paused
    }

    fn stop(&mut self) {
        self.waiting.clear();
        self.paused = false;
        self.reset();
    }

    fn pause(&mut self) {
        if self.is_playing() {
            self.byte(CONTROL, 0);
            self.paused = true;
        }
    }

    fn resume(&mut self) -> bool {
        if !self.paused {
            return false;
        }
        self.paused = false;
        if self.running {
            self.byte(CONTROL, RUN);
        }
        self.poll();
        true
    }
}
