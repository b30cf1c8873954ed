//! Sound. What is fed gathers while the kernel plays what was fed before.

use crate::table::Kernel;
use alloc::vec::Vec;
use hognose_vibe::part::*;

/// Most samples that gather.
const MOST: usize = 1 << 20;
/// Moments a second that the kernel plays.
const RATES: &[u32] =
    &[5512, 8000, 11025, 16000, 22050, 32000, 44100, 48000, 64000, 88200, 96000, 176_400, 192_000];

/// The loudspeaker.
pub struct Speaker {
    kernel: Kernel,
    format: Format,
    /// The kernel reads these until it has played them.
    played: Vec<i16>,
    gathered: Vec<i16>,
    failed: bool,
}

impl Speaker {
    /// By that table.
    pub fn new(kernel: Kernel) -> Speaker {
        let format = Format { channels: 1, rate: 8000 };
        Speaker { kernel, format, played: Vec::new(), gathered: Vec::new(), failed: false }
    }

    fn is_busy(&self) -> bool {
        let on = |answer: Option<i32>| answer.is_some_and(|answer| answer != 0);
        on(self.kernel.sound_is_playing()) || on(self.kernel.sound_is_paused())
    }

    /// Hands on what gathered, when the kernel has played what it had.
    pub fn poll(&mut self) {
        if self.gathered.is_empty() || self.is_busy() {
            return;
        }
        core::mem::swap(&mut self.played, &mut self.gathered);
        self.gathered.clear();
        let frames = self.played.len() as u32 / self.format.channels;
        let (samples, channels) = (self.played.as_ptr(), self.format.channels as u8);
        let done = self.kernel.sound_play_pcm_async(samples, frames, channels, self.format.rate);
        self.failed = done != Some(0);
    }
}

impl Sound for Speaker {
    fn start(&mut self, format: Format) -> bool {
        self.stop();
        self.format = format;
        self.failed = false;
        self.kernel.has_sound() && RATES.contains(&format.rate) && (1..=8).contains(&format.channels)
    }

    fn feed(&mut self, samples: &[i16]) -> usize {
        let channels = self.format.channels.max(1) as usize;
        if self.failed {
            // Nothing plays: what comes is let go, so that nobody waits for it.
            return samples.len();
        }
        let n = samples.len().min(MOST.saturating_sub(self.gathered.len())) / channels * channels;
        if self.gathered.try_reserve(n).is_err() {
            return 0;
        }
        self.gathered.extend_from_slice(samples.get(..n).unwrap_or(&[]));
        n
    }

    fn is_playing(&mut self) -> bool {
        self.poll();
        self.is_busy() || !self.gathered.is_empty()
    }

    fn stop(&mut self) {
        self.kernel.sound_stop();
        self.gathered.clear();
    }

    fn pause(&mut self) {
        self.kernel.sound_pause();
    }

    fn resume(&mut self) -> bool {
        self.kernel.sound_resume() == Some(0)
    }

    fn is_paused(&mut self) -> bool {
        self.kernel.sound_is_paused().is_some_and(|held| held != 0)
    }
}

impl Drop for Speaker {
    fn drop(&mut self) {
        // The kernel reads the samples until it is told to stop.
        self.kernel.sound_stop();
    }
}
