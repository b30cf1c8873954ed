//! The speaker: tones and tunes, their length and volume.

use crate::hardware::Hardware;
use crate::limits;
use hognose_device::Millis;

/// Shortest time between two beginnings of sound.
const GAP: Millis = 1000 / limits::SOUND_RATE as Millis;
/// Silence after which sound counts as new, and which follows sound that went on for too long.
const BREATH: Millis = 1000;

/// A note of a tune: 4 bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// MIDI number, 69 is 440 Hz; 0 is a rest.
    pub number: u8,
    /// Is it tied to the next one, without a gap?
    pub tied: bool,
    /// How long, ms.
    pub time: u16,
}

/// Why a text is no note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoNote;

impl Note {
    /// A note as text: name, octave, `/`, part of a whole note: `C4/4`, `F#5/8`, `Bb3/2.` (dotted), `R/4` (a rest), `C4/4_` (tied to
    /// the next). At a tempo in quarters a minute.
    ///
    /// # Errors
    /// When it is none, or is too high, too low or too long.
    pub fn parse(text: &[u8], tempo: f32) -> Result<Note, NoNote> {
        let mut rest = text;
        let mut take = |wanted: u8| match rest.split_first() {
            Some((&first, tail)) if first == wanted => {
                rest = tail;
                true
            }
            _ => false,
        };
        let steps = [(b'C', 0), (b'D', 2), (b'E', 4), (b'F', 5), (b'G', 7), (b'A', 9), (b'B', 11)];
        let number = if take(b'R') {
            0
        } else {
            let step = steps.iter().find(|(name, _)| take(*name)).map(|&(_, step)| step).ok_or(NoNote)?;
            let shift = if take(b'#') { 1 } else { -i32::from(take(b'b')) };
            let octave = (2..=8).find(|&octave| take(b'0' + octave)).ok_or(NoNote)?;
            let number = 12 * (i32::from(octave) + 1) + step + shift;
            u8::try_from(number)
                .ok()
                .filter(|&n| (limits::TONES.0..=limits::TONES.1).contains(&pitch(n)))
                .ok_or(NoNote)?
        };
        if !take(b'/') {
            return Err(NoNote);
        }
        let mut part = 0u32;
        while let Some(digit) = (0..=9).find(|&digit| take(b'0' + digit)) {
            part = (10 * part + u32::from(digit)).min(1000);
        }
        let dotted = take(b'.');
        let tied = take(b'_');
        if !rest.is_empty() || part == 0 || part > 64 {
            return Err(NoNote);
        }
        let time = 240_000.0 / tempo / part as f32 * if dotted { 1.5 } else { 1.0 };
        if time > limits::TONE_TIME as f32 {
            return Err(NoNote);
        }
        Ok(Note { number, tied, time: (time as u16).max(1) })
    }
}

/// Hz of a MIDI number.
fn pitch(number: u8) -> f32 {
    440.0 * libm::exp2f((f32::from(number) - 69.0) / 12.0)
}

/// The speaker.
#[derive(Clone, Debug)]
pub struct Sound {
    tune: [Note; limits::NOTES],
    length: usize,
    at: usize,
    /// Frequency of a single tone.
    tone: f32,
    /// When the tone or note ends.
    until: Millis,
    /// When it falls silent before that.
    quiet: Millis,
    playing: bool,
    id: u32,
    volume: u8,
    most: u8,
    sounding: Option<(f32, u8)>,
    /// When the first sound began without a breath since; when the last one ended.
    loud_since: Option<Millis>,
    silent_since: Millis,
    /// No sound before that.
    not_before: Millis,
    /// How often sound was cut because it went on for too long.
    pub limited: u32,
}

impl Default for Sound {
    fn default() -> Self {
        Sound {
            tune: [Note::default(); limits::NOTES],
            length: 0,
            at: 0,
            tone: 0.0,
            until: 0,
            quiet: 0,
            playing: false,
            id: 0,
            volume: 50,
            most: 80,
            sounding: None,
            loud_since: None,
            silent_since: 0,
            not_before: 0,
            limited: 0,
        }
    }
}

impl Sound {
    /// Loudest volume, percent.
    pub fn set_most(&mut self, most: u8) {
        self.most = most.min(100);
        self.volume = self.volume.min(self.most);
    }

    /// Loudest volume, percent.
    pub fn most(&self) -> u8 {
        self.most
    }

    /// A program begins.
    pub fn begin(&mut self) {
        self.stop();
        self.volume = 50.min(self.most);
    }

    /// Volume, percent.
    pub fn volume(&self) -> u8 {
        self.volume
    }

    /// Sets the volume, no more than the loudest.
    pub fn set_volume(&mut self, percent: u8) {
        self.volume = percent.min(self.most);
    }

    /// A tone for some time; the caller has limited both. What sounds ends.
    pub fn beep(&mut self, now: Millis, frequency: f32, time: Millis) -> u32 {
        self.length = 0;
        self.tone = frequency;
        self.until = now + time;
        self.quiet = self.until;
        self.begin_sound(time > 0)
    }

    fn begin_sound(&mut self, any: bool) -> u32 {
        self.playing = any;
        self.id = self.id.wrapping_add(1);
        self.id
    }

    /// Empties the tune, to fill it with [`Sound::add`].
    pub fn new_tune(&mut self) {
        self.stop();
        self.length = 0;
    }

    /// Adds a note; false when there are too many.
    pub fn add(&mut self, note: Note) -> bool {
        let Some(place) = self.tune.get_mut(self.length) else { return false };
        *place = note;
        self.length += 1;
        true
    }

    /// Plays the tune.
    pub fn play(&mut self, now: Millis) -> u32 {
        self.at = 0;
        self.until = now;
        let any = self.length > 0;
        if any {
            self.next_note(now);
        }
        self.begin_sound(any)
    }

    fn next_note(&mut self, start: Millis) {
        let note = self.tune.get(self.at).copied().unwrap_or_default();
        let time = Millis::from(note.time);
        self.until = start + time;
        // A note ends a little early, so that two of the same are two.
        self.quiet = if note.number == 0 {
            start
        } else if note.tied {
            self.until
        } else {
            start + time * 7 / 8
        };
        self.tone = pitch(note.number);
    }

    /// Silence from now on.
    pub fn stop(&mut self) {
        self.playing = false;
    }

    /// Has that sound ended, or was it replaced?
    pub fn has_ended(&self, id: u32) -> bool {
        !self.playing || self.id != id
    }

    /// Does anything sound or will?
    pub fn is_silent(&self) -> bool {
        !self.playing && self.sounding.is_none()
    }

    /// Silence at once, also in the hardware.
    pub fn cut(&mut self, now: Millis, hardware: &mut dyn Hardware) {
        self.stop();
        self.put(now, None, hardware);
    }

    /// Does what is due; gives when it wants to be called again.
    pub fn poll(&mut self, now: Millis, hardware: &mut dyn Hardware) -> Millis {
        while self.playing && now >= self.until {
            self.at += 1;
            if self.at < self.length {
                self.next_note(self.until);
            } else {
                self.playing = false;
            }
        }
        let end = self.loud_since.map(|since| since + limits::SOUND_TIME);
        if self.sounding.is_none() && now >= self.silent_since + BREATH {
            self.loud_since = None;
        } else if end.is_some_and(|end| now >= end) && self.playing {
            self.limited += 1;
            self.playing = false;
            self.not_before = now + BREATH;
        }
        let wanted = (self.playing && now < self.quiet).then_some((self.tone, self.volume));
        if wanted.is_none() || now >= self.not_before {
            self.put(now, wanted, hardware);
        }
        let mut next = Millis::MAX;
        if self.playing {
            next = self.until;
            for other in [self.quiet, self.not_before, end.unwrap_or(next)] {
                if other > now {
                    next = next.min(other);
                }
            }
        }
        next
    }

    fn put(&mut self, now: Millis, tone: Option<(f32, u8)>, hardware: &mut dyn Hardware) {
        if tone == self.sounding {
            return;
        }
        match tone {
            Some(_) => {
                self.loud_since.get_or_insert(now);
                self.not_before = now + GAP;
            }
            None => self.silent_since = now,
        }
        self.sounding = tone;
        hardware.tone(tone);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_read() {
        let note = |text: &str| Note::parse(text.as_bytes(), 120.0);
        assert_eq!(note("A4/4"), Ok(Note { number: 69, tied: false, time: 500 }));
        assert_eq!(note("C4/4."), Ok(Note { number: 60, tied: false, time: 750 }));
        assert_eq!(note("F#5/8_"), Ok(Note { number: 78, tied: true, time: 250 }));
        assert_eq!(note("Bb3/16").map(|n| n.number), Ok(58));
        assert_eq!(note("R/1"), Ok(Note { number: 0, tied: false, time: 2000 }));
        for bad in [
            "",
            "H4/4",
            "C4",
            "C4/",
            "C4/0",
            "C4/65",
            "C9/4",
            "C4/4x",
            "C4/4._.",
            "c4/4",
            "C4/99999999999",
            "R4/4",
        ] {
            assert_eq!(note(bad), Err(NoNote), "{bad}");
        }
        assert!((pitch(69) - 440.0).abs() < 1e-3 && (pitch(60) - 261.63).abs() < 0.01);
    }
}
