//! The lights: eight colours, what moves on them, and how bright and how fast they may be.

use crate::hardware::{Frame, Hardware};
use crate::limits;
use hognose_device::Millis;

/// Names of the lights in the order of their numbers.
pub const NAMES: [&str; 8] = [
    "middle_right",
    "front_right",
    "right_headlight",
    "left_headlight",
    "front_left",
    "middle_left",
    "back_left",
    "back_right",
];

/// The headlights.
pub const HEADLIGHTS: [usize; 2] = [2, 3];

/// A colour: red, green, blue.
pub type Rgb = [u8; 3];

/// Colours with a name.
pub const COLORS: [(&str, Rgb); 12] = [
    ("red", [255, 0, 0]),
    ("orange", [255, 110, 0]),
    ("yellow", [255, 200, 0]),
    ("green", [0, 255, 0]),
    ("cyan", [0, 255, 255]),
    ("blue", [0, 0, 255]),
    ("violet", [130, 0, 255]),
    ("magenta", [255, 0, 200]),
    ("white", [255, 255, 255]),
    ("gray", [60, 60, 60]),
    ("black", [0, 0, 0]),
    ("none", [0, 0, 0]),
];

/// The colour of a name.
pub fn named(name: &str) -> Option<Rgb> {
    COLORS.iter().find(|(known, _)| *known == name).map(|(_, rgb)| *rgb)
}

/// What the lights do by themselves.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Motion {
    Still,
    /// On for some ms, off for some.
    Blink(Rgb, [Millis; 2]),
    /// Colours in turn, each for so long.
    Colors([Rgb; limits::ANIMATION], usize, Millis),
    /// The colour comes and goes.
    Breathe(Millis),
    /// All hues.
    Rainbow(Millis),
    /// The colour on and off.
    Strobe(Millis),
}

/// Effects by name.
pub const EFFECTS: [&str; 3] = ["breathe", "rainbow", "strobe"];

/// The sum of all channels when eight white lights shine.
const FULL: u32 = 8 * 3 * 255;
/// A light counts for so much of the field at most: from there on it is just bright.
const BRIGHT: u32 = 128;
/// The field flashes when it changes by more than this: three lights or more, of eight.
const FLASH: u32 = 5 * BRIGHT / 2;
/// Shortest time between two flashes of opposite direction.
const FLASH_TIME: Millis = 1000 / (2 * limits::FLASHES as Millis) + 1;

/// The lights.
#[derive(Clone, Debug)]
pub struct Lights {
    colors: Frame,
    brightness: u8,
    motion: Motion,
    /// When the motion began, in the program's time.
    since: Millis,
    shown: Frame,
    next: Millis,
    /// Which way the field went last, since when, and how far it came.
    rising: bool,
    turned_at: Millis,
    peak: u32,
    /// How often the sum was over the cap.
    pub limited: u32,
    capped: bool,
}

impl Default for Lights {
    fn default() -> Self {
        Lights {
            colors: [[0; 3]; 8],
            brightness: 100,
            motion: Motion::Still,
            since: 0,
            shown: [[0; 3]; 8],
            next: 0,
            rising: false,
            turned_at: 0,
            peak: 0,
            limited: 0,
            capped: false,
        }
    }
}

fn is_body(light: usize) -> bool {
    !HEADLIGHTS.contains(&light)
}

fn sum(frame: &Frame) -> u32 {
    frame.iter().flatten().map(|&part| u32::from(part)).sum()
}

/// How bright the whole field is.
fn field(frame: &Frame) -> u32 {
    frame.iter().map(|rgb| rgb.iter().map(|&part| u32::from(part)).sum::<u32>().min(BRIGHT)).sum()
}

fn scaled(rgb: Rgb, part: f32) -> Rgb {
    rgb.map(|x| (f32::from(x) * part) as u8)
}

impl Lights {
    /// The body lights in one colour; what moved stops.
    pub fn on(&mut self, rgb: Rgb) {
        self.motion = Motion::Still;
        for (i, light) in self.colors.iter_mut().enumerate() {
            if is_body(i) {
                *light = rgb;
            }
        }
    }

    /// One light; what moved stops, unless it is a headlight.
    pub fn set(&mut self, light: usize, rgb: Rgb) {
        if is_body(light) {
            self.motion = Motion::Still;
        }
        if let Some(place) = self.colors.get_mut(light) {
            *place = rgb;
        }
    }

    /// The headlights.
    pub fn headlights(&mut self, rgb: Rgb) {
        for i in HEADLIGHTS {
            self.colors[i] = rgb;
        }
    }

    /// Brightness of everything, percent.
    pub fn set_brightness(&mut self, percent: u8) {
        self.brightness = percent.min(100);
    }

    /// Brightness, percent.
    pub fn brightness(&self) -> u8 {
        self.brightness
    }

    /// On and off by itself, ms; steps are at least 50 ms.
    pub fn blink(&mut self, now: Millis, rgb: Rgb, times: [Millis; 2]) {
        self.start(now, Motion::Blink(rgb, times.map(|t| t.max(limits::LIGHT_STEP))));
    }

    /// Colours in turn; at most [`limits::ANIMATION`].
    pub fn animate(&mut self, now: Millis, colors: &[Rgb], interval: Millis) {
        let mut all = [[0; 3]; limits::ANIMATION];
        let n = colors.len().min(all.len());
        all[..n].copy_from_slice(&colors[..n]);
        self.start(now, Motion::Colors(all, n, interval.max(limits::LIGHT_STEP)));
    }

    /// An effect by its place in [`EFFECTS`], with the colour of the body lights, or white when they are off.
    pub fn effect(&mut self, now: Millis, effect: usize, period: Millis) {
        if self.base() == [0; 3] {
            self.on([255; 3]);
        }
        let period = period.max(2 * limits::LIGHT_STEP);
        self.start(
            now,
            match effect {
                0 => Motion::Breathe(period),
                1 => Motion::Rainbow(period),
                _ => Motion::Strobe(period),
            },
        );
    }

    fn start(&mut self, now: Millis, motion: Motion) {
        self.motion = motion;
        self.since = now;
    }

    fn base(&self) -> Rgb {
        self.colors[0]
    }

    /// Everything off.
    pub fn off(&mut self) {
        self.motion = Motion::Still;
        self.colors = [[0; 3]; 8];
    }

    /// A program begins.
    pub fn begin(&mut self) {
        self.off();
        self.brightness = 100;
    }

    /// All off now, without asking how fast that is.
    pub fn black_out(&mut self, now: Millis, hardware: &mut dyn Hardware) {
        self.off();
        if self.shown != [[0; 3]; 8] {
            self.put(now, [[0; 3]; 8], hardware);
        }
    }

    /// Are they off?
    pub fn are_off(&self) -> bool {
        self.shown == [[0; 3]; 8] && self.motion == Motion::Still && self.colors == [[0; 3]; 8]
    }

    /// What is shown.
    pub fn shown(&self) -> &Frame {
        &self.shown
    }

    /// The colours as they should be at a time of the program.
    fn frame(&self, now: Millis) -> Frame {
        let t = now.saturating_sub(self.since);
        let mut frame = self.colors;
        for (i, light) in frame.iter_mut().enumerate().filter(|&(i, _)| is_body(i)) {
            *light = match self.motion {
                Motion::Still => continue,
                Motion::Blink(rgb, [on, off]) => {
                    if t % (on + off) < on {
                        rgb
                    } else {
                        [0; 3]
                    }
                }
                Motion::Colors(all, n, each) => {
                    all.get((t / each % (n as Millis).max(1)) as usize).copied().unwrap_or([0; 3])
                }
                Motion::Breathe(period) => {
                    let phase = (t % period) as f32 / period as f32;
                    let wave = 0.5 - 0.5 * libm::cosf(core::f32::consts::TAU * phase);
                    scaled(self.base(), 0.1 + 0.9 * wave)
                }
                Motion::Rainbow(period) => {
                    let phase = (t % period) as f32 / period as f32 + i as f32 / 8.0;
                    hue((phase % 1.0) * 360.0)
                }
                Motion::Strobe(period) => {
                    if t % period < period / 2 {
                        self.base()
                    } else {
                        [0; 3]
                    }
                }
            };
        }
        frame
    }

    /// Brightness and the cap on all of them together.
    fn limit(&mut self, frame: Frame) -> Frame {
        let part = f32::from(self.brightness) / 100.0;
        let frame = frame.map(|rgb| scaled(rgb, part));
        let (sum, most) = (sum(&frame) as f32, FULL as f32 * limits::LIGHT_PART);
        let over = sum > most;
        if over && !self.capped {
            self.limited += 1;
        }
        self.capped = over;
        if over { frame.map(|rgb| scaled(rgb, most / sum)) } else { frame }
    }

    /// One tick of 20 ms: `now` is real time, `program` the program's, which stands still in a pause.
    pub fn poll(&mut self, now: Millis, program: Millis, hardware: &mut dyn Hardware) -> Millis {
        if now < self.next {
            return self.next;
        }
        self.next = now + limits::LIGHT_PERIOD;
        let frame = self.frame(program);
        let frame = self.limit(frame);
        if frame != self.shown && self.may_flash(now, &frame) {
            self.put(now, frame, hardware);
        }
        self.next
    }

    /// Is this change of the whole field slow enough?
    fn may_flash(&self, now: Millis, frame: &Frame) -> bool {
        !self.turns(field(frame)) || now >= self.turned_at + FLASH_TIME
    }

    /// Does the field go far enough in the other direction to be half a flash?
    fn turns(&self, new: u32) -> bool {
        if self.rising { self.peak > new + FLASH } else { new > self.peak + FLASH }
    }

    fn put(&mut self, now: Millis, frame: Frame, hardware: &mut dyn Hardware) {
        let new = field(&frame);
        if self.turns(new) {
            self.rising = !self.rising;
            self.turned_at = now;
            self.peak = new;
        }
        self.peak = if self.rising { self.peak.max(new) } else { self.peak.min(new) };
        self.shown = frame;
        hardware.show_lights(&frame);
    }
}

/// A full colour of a hue in degrees.
fn hue(degrees: f32) -> Rgb {
    let part = |shift: f32| {
        let h = (degrees + shift) % 360.0 / 60.0;
        let x = if h < 1.0 {
            h
        } else if h < 3.0 {
            1.0
        } else if h < 4.0 {
            4.0 - h
        } else {
            0.0
        };
        (x * 255.0) as u8
    };
    [part(120.0), part(0.0), part(240.0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hues_go_around() {
        assert_eq!((hue(0.0), hue(120.0), hue(240.0)), ([255, 0, 0], [0, 255, 0], [0, 0, 255]));
        assert_eq!(hue(60.0), [255, 255, 0]);
    }

    #[test]
    fn colours_have_names() {
        assert_eq!(named("blue"), Some([0, 0, 255]));
        assert_eq!(named("mauve"), None);
    }
}
