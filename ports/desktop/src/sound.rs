//! The loudspeaker: samples are taken as fast as they would be heard. With the feature `sound` they are heard.

use hognose_vibe::part::{Format, Sound};
use std::collections::VecDeque;

/// Milliseconds of sound that wait to be heard.
const AHEAD: u64 = 200;

/// The loudspeaker.
pub struct Speaker {
    format: Format,
    waiting: VecDeque<i16>,
    paused: bool,
    last: u64,
    /// Thousandths of a moment that are still to be played.
    rest: u64,
    /// Samples that were heard, for who looks at them later.
    pub heard: Vec<i16>,
    /// Keep what was heard?
    kept: bool,
    #[cfg(feature = "sound")]
    output: Option<crate::output::Output>,
}

impl Speaker {
    /// Silent. `loud`: it is to be heard, where that is built in; else what it plays is kept.
    pub fn new(loud: bool) -> Speaker {
        Speaker {
            format: Format { channels: 2, rate: 44_100 },
            waiting: VecDeque::new(),
            paused: false,
            last: 0,
            rest: 0,
            heard: Vec::new(),
            kept: !loud,
            #[cfg(feature = "sound")]
            output: if loud { crate::output::Output::new() } else { None },
        }
    }

    /// Plays up to that moment.
    pub fn run(&mut self, now: u64) {
        let passed = now.saturating_sub(self.last);
        self.last = now;
        if self.paused || self.waiting.is_empty() {
            self.rest = 0;
            return;
        }
        let due = passed * u64::from(self.format.rate) + self.rest;
        self.rest = due % 1000;
        let samples = (due / 1000) as usize * self.format.channels as usize;
        let samples = self.waiting.drain(..samples.min(self.waiting.len()));
        #[cfg(feature = "sound")]
        if let Some(output) = &mut self.output {
            output.play(self.format, samples);
            return;
        }
        if self.kept {
            self.heard.extend(samples);
        }
    }
}

impl Sound for Speaker {
    fn start(&mut self, format: Format) -> bool {
        if format.channels == 0 || format.channels > 2 {
            return false;
        }
        self.waiting.clear();
        (self.format, self.paused, self.rest) = (format, false, 0);
        true
    }

    fn feed(&mut self, samples: &[i16]) -> usize {
        if self.paused {
            return 0;
        }
        let moment = self.format.channels as usize;
        let most = (u64::from(self.format.rate) * AHEAD / 1000) as usize * moment;
        let room = most.saturating_sub(self.waiting.len()).min(samples.len()) / moment * moment;
        self.waiting.extend(&samples[..room]);
        room
    }

    fn is_playing(&mut self) -> bool {
        !self.waiting.is_empty()
    }

    fn stop(&mut self) {
        self.waiting.clear();
        self.paused = false;
    }

    fn pause(&mut self) {
        self.paused = !self.waiting.is_empty();
    }

    fn resume(&mut self) -> bool {
        std::mem::take(&mut self.paused)
    }

    fn is_paused(&mut self) -> bool {
        self.paused
    }
}
