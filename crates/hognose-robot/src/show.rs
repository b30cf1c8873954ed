//! Lights, sound, display, buttons and system, as programs ask for them.

use crate::display;
use crate::events::Event;
use crate::hardware::Side;
use crate::lights::{self, Rgb};
use crate::limits;
use crate::part::Part;
use crate::robot::{DONE, Reply, Robot, Wait, now};
use crate::sound::Note;
use hognose::{Handle, Raise, Type};
use hognose_device::{Millis, Signal, Value};

/// Farthest from the display that anything is drawn.
pub const FAR: i64 = 10_000;

impl Robot {
    // Lights

    /// The body lights in one colour.
    pub fn lights_on(&mut self, rgb: Rgb) -> Reply {
        self.granted(Part::Lights)?;
        self.lights.on(rgb);
        DONE
    }

    /// One light, 0 to 7.
    pub fn light_on(&mut self, light: i64, rgb: Rgb) -> Reply {
        self.granted(Part::Lights)?;
        match usize::try_from(light) {
            Ok(light) if light < lights::NAMES.len() => self.lights.set(light, rgb),
            _ => {
                return Err(Raise::with(
                    Type::ValueError,
                    format_args!("lights: there are lights 0..=7, not {light}"),
                ));
            }
        }
        DONE
    }

    /// The headlights.
    pub fn headlights_on(&mut self, rgb: Rgb) -> Reply {
        self.granted(Part::Lights)?;
        self.lights.headlights(rgb);
        DONE
    }

    /// Brightness of all lights, percent.
    pub fn set_brightness(&mut self, percent: f64) -> Reply {
        self.granted(Part::Lights)?;
        let percent = self.limit("brightness", "percent", percent, 0.0, 100.0)?;
        self.lights.set_brightness(percent as u8);
        DONE
    }

    fn light_time(&mut self, function: &str, name: &str, value: f64, least: Millis) -> Result<Millis, Raise> {
        if value < 0.0 {
            return Err(Raise::with(
                Type::ValueError,
                format_args!("{function}(): {name} must not be negative, not {value}"),
            ));
        }
        let least = least as f32;
        self.limit(function, name, value, least, limits::WAIT as f32).map(|ms| ms as Millis)
    }

    /// On and off by themselves, ms.
    pub fn blink(&mut self, rgb: Rgb, on: f64, off: f64) -> Reply {
        self.granted(Part::Lights)?;
        let times = [
            self.light_time("blink", "on time", on, limits::LIGHT_STEP)?,
            self.light_time("blink", "off time", off, limits::LIGHT_STEP)?,
        ];
        self.lights.blink(self.program_time(), rgb, times);
        DONE
    }

    /// Colours in turn, ms each.
    pub fn animate(&mut self, colors: &[Rgb], interval: f64) -> Reply {
        self.granted(Part::Lights)?;
        if colors.is_empty() || colors.len() > limits::ANIMATION {
            return Err(Raise::with(
                Type::ValueError,
                format_args!("animate(): 1..={} colors, not {}", limits::ANIMATION, colors.len()),
            ));
        }
        let interval = self.light_time("animate", "interval", interval, limits::LIGHT_STEP)?;
        self.lights.animate(self.program_time(), colors, interval);
        DONE
    }

    /// An effect by name, with a period in ms.
    pub fn effect(&mut self, name: &str, period: f64) -> Reply {
        self.granted(Part::Lights)?;
        let Some(effect) = lights::EFFECTS.iter().position(|known| *known == name) else {
            return Err(Raise::with(
                Type::ValueError,
                format_args!("effect(): name must be 'breathe', 'rainbow' or 'strobe', not '{name}'"),
            ));
        };
        let period = self.light_time("effect", "period", period, 2 * limits::LIGHT_STEP)?;
        self.lights.effect(self.program_time(), effect, period);
        DONE
    }

    // Sound

    /// A tone, Hz and ms.
    pub fn beep(&mut self, frequency: f64, duration: f64, wait: bool) -> Reply {
        self.granted(Part::Sound)?;
        if duration < 0.0 {
            return Err(Raise::with(
                Type::ValueError,
                format_args!("beep(): duration must not be negative, not {duration}"),
            ));
        }
        let frequency = self.limit("beep", "frequency", frequency, limits::TONES.0, limits::TONES.1)?;
        let duration = self.limit("beep", "duration", duration, 0.0, limits::TONE_TIME as f32)? as Millis;
        let id = self.sound.beep(self.at, frequency, duration);
        if wait { self.wait(Wait::Sound(id)) } else { DONE }
    }

    /// Begins a new tune: its notes follow by [`Robot::add_note`].
    pub fn new_tune(&mut self, tempo: f64) -> Result<f32, Raise> {
        self.granted(Part::Sound)?;
        let tempo = self.limit("play_notes", "tempo", tempo, limits::TEMPO.0, limits::TEMPO.1)?;
        self.sound.new_tune();
        Ok(tempo)
    }

    /// Adds a note to the tune, such as `C4/4`.
    pub fn add_note(&mut self, text: &[u8], tempo: f32) -> Result<(), Raise> {
        let Ok(note) = Note::parse(text, tempo) else {
            let shown = core::str::from_utf8(text.get(..text.len().min(20)).unwrap_or(text)).unwrap_or("?");
            return Err(Raise::with(
                Type::ValueError,
                format_args!("play_notes(): no note: '{shown}' (such as 'C4/4', 'F#5/8', 'Bb3/2.', 'R/4')"),
            ));
        };
        if self.sound.add(note) {
            return Ok(());
        }
        Err(Raise::with(Type::ValueError, format_args!("play_notes(): at most {} notes", limits::NOTES)))
    }

    /// Plays the tune.
    pub fn play_tune(&mut self, wait: bool) -> Reply {
        self.granted(Part::Sound)?;
        let id = self.sound.play(self.at);
        if wait { self.wait(Wait::Sound(id)) } else { DONE }
    }

    /// Silence.
    pub fn stop_sound(&mut self) -> Reply {
        self.granted(Part::Sound)?;
        self.sound.stop();
        DONE
    }

    /// Volume, percent.
    pub fn set_volume(&mut self, percent: f64) -> Reply {
        self.granted(Part::Sound)?;
        let most = f32::from(self.sound.most());
        let percent = self.limit("volume", "percent", percent, 0.0, most)?;
        self.sound.set_volume(percent as u8);
        DONE
    }

    /// Volume, percent.
    pub fn volume(&self) -> i64 {
        self.sound.volume().into()
    }

    // Display

    /// The display, for a program that was granted it.
    pub fn screen(&mut self) -> Result<&mut display::Display, Raise> {
        self.granted(Part::Display)?;
        Ok(&mut self.display)
    }

    // Buttons

    /// May a program read that button?
    fn button(&self, side: Side) -> Result<(), Raise> {
        self.granted(Part::Buttons)?;
        if side == Side::Left && !self.settings.left_button {
            return Err(Raise::permission("the left button starts and stops programs: they cannot read it"));
        }
        Ok(())
    }

    /// Is a button down?
    pub fn is_pressed(&self, side: Side) -> Reply {
        self.button(side)?;
        now(Value::Bool(self.buttons.is_pressed(side)))
    }

    /// Was it pressed since this was asked last?
    pub fn was_pressed(&mut self, side: Side) -> Reply {
        self.button(side)?;
        now(Value::Bool(self.buttons.was_pressed(side)))
    }

    /// Names of the buttons that are down and that programs may read.
    pub fn pressed(&self) -> Reply {
        self.granted(Part::Buttons)?;
        let name =
            |side: Side| (self.button(side).is_ok() && self.buttons.is_pressed(side)).then_some(side.name());
        now(Value::Names([name(Side::Left), name(Side::Right)]))
    }

    /// Waits until a button goes down, any that programs may read if none is given; gives its name, None after the timeout.
    pub fn wait_button(&mut self, side: Option<Side>, timeout: Option<Millis>) -> Reply {
        if let Some(side) = side {
            self.button(side)?;
        }
        self.granted(Part::Buttons)?;
        let before = Side::BOTH.map(|one| {
            let counts = side.is_none_or(|side| side == one) && self.button(one).is_ok();
            counts.then(|| self.buttons.presses(one))
        });
        let deadline = timeout.map(|timeout| self.program_time() + timeout);
        self.wait(Wait::Button(before, deadline))
    }

    pub(crate) fn button_answer(
        &self,
        before: [Option<u32>; 2],
        deadline: Option<Millis>,
    ) -> Option<Result<Value, Raise>> {
        for side in Side::BOTH {
            if before[side.index()].is_some_and(|presses| presses != self.buttons.presses(side)) {
                return Some(Ok(Value::Name(side.name(), side.index() as i32 + 1)));
            }
        }
        deadline.filter(|&deadline| self.program_time() >= deadline).map(|_| Ok(Value::None))
    }

    // System

    /// Asks the supervisor to stop the program.
    pub fn stop_program(&mut self, reason: &str) -> Reply {
        let mut len = reason.len().min(self.reason.len());
        while !reason.is_char_boundary(len) {
            len -= 1;
        }
        if let (Some(to), Some(from)) = (self.reason.get_mut(..len), reason.as_bytes().get(..len)) {
            to.copy_from_slice(from);
        }
        self.reason_len = len;
        self.signal(Signal::StopRequested);
        // Nothing runs after it: the supervisor stops the program while it waits.
        self.wait(Wait::Until(Millis::MAX))
    }

    /// Name of the robot.
    pub fn name(&self) -> &'static str {
        self.settings.name
    }

    // Events

    /// Calls a handler when something happens. The value: mm, percent or ms, where the event has one.
    pub fn on(&mut self, name: &str, value: Option<f64>, handler: Option<Handle>) -> Reply {
        let Some(kind) = crate::events::NAMES.iter().position(|known| *known == name) else {
            return Err(Raise::with(
                Type::ValueError,
                format_args!(
                    "on(): event must be one of button, front, side, bump, battery, timer, not '{name}'"
                ),
            ));
        };
        match kind {
            0 => self.button(Side::Right)?,
            1 | 2 => self.granted(Part::Sensors)?,
            _ => {}
        }
        let Some(handler) = handler else {
            self.events.remove(kind);
            return DONE;
        };
        let number =
            |low: f32, high: f32, usual: f64| self.in_range("on", "value", value.unwrap_or(usual), low, high);
        let event = match kind {
            0 => Event::Button,
            1 => Event::Front(number(20.0, 2000.0, 200.0)?),
            2 => Event::Side(number(1.0, 100.0, 30.0)?),
            3 => Event::Bump,
            4 => Event::Battery(number(0.0, 100.0, f64::from(limits::BATTERY_LOW))?),
            _ => match value {
                Some(_) => Event::Timer(number(20.0, limits::WAIT as f32, 0.0)? as Millis),
                None => return Err(Raise::value("on(): a timer needs a value: its period in ms")),
            },
        };
        let moment = self.moment_now();
        if self.events.add(self.program_time(), event, handler, moment) {
            return DONE;
        }
        Err(Raise::with(Type::RuntimeError, format_args!("on(): at most {} handlers", limits::HANDLERS)))
    }
}
