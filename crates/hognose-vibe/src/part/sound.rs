//! Sound.

/// What samples mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// Samples of a moment: 1 mono, 2 stereo.
    pub channels: u32,
    /// Moments a second.
    pub rate: u32,
}

/// A loudspeaker that is fed.
pub trait Sound {
    /// Starts a new sound; what was playing ends. False: it cannot play that.
    fn start(&mut self, format: Format) -> bool;
    /// Takes samples, signed 16 bits, the channels in turn; how many it took: whole moments, 0 when it is full.
    fn feed(&mut self, samples: &[i16]) -> usize;
    /// Is there something that was fed and not heard yet?
    fn is_playing(&mut self) -> bool;
    /// Ends it at once.
    fn stop(&mut self);
    /// Holds it.
    fn pause(&mut self);
    /// Goes on. False: it was not held.
    fn resume(&mut self) -> bool;
    /// Is it held?
    fn is_paused(&mut self) -> bool;
}
