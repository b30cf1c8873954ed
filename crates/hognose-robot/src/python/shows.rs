//! `robot.lights`, `robot.headlights`, `robot.speaker`, `robot.display`, `robot.buttons`.

use super::argument::{color, direct, done, number, timeout_of, truth, unit};
use super::{merged, part};
use crate::hardware::Side;
use crate::limits::{ANIMATION, LIGHT_STEP, TEMPO, TONE_TIME, TONES, WAIT};
use crate::robot::Robot;
use crate::show::FAR;
use hognose::{Def, ModuleDef, Object, Raise, Type, module};

module! {
    /// The lights. All of them: on(), off(), blink(), animate(), effect() for the six around the body; one of the eight:
    /// lights[0] to lights[7], or by name: lights["front_left"]. Together they shine no brighter than allowed.
    pub LIGHTS = "robot.lights" for Robot;

    /// All body lights in one colour: a Color, a name or (red, green, blue).
    fn on(robot, color: any) cost 20 {
        done(robot.lights_on(self::color("on", color)?))
    }

    /// All body lights off.
    fn off(robot) cost 20 {
        done(robot.lights_on([0; 3]))
    }

    /// Brightness of all lights.
    fn brightness(robot, percent: float clamp 0.0..=100.0 unit "%") cost 20 {
        done(robot.set_brightness(percent))
    }

    /// On and off by themselves: durations is [on, off] in ms, at least 50 each.
    fn blink(robot, color: any, durations: any) cost 20 {
        let (on, off) = match (durations.len(), durations.item(0), durations.item(1)) {
            (Some(2), Some(on), Some(off)) => (on.as_float(), off.as_float()),
            _ => (None, None),
        };
        let (Some(on), Some(off)) = (on, off) else {
            return Err(Raise::new(Type::TypeError, "blink(): durations must be [on, off] in ms"));
        };
        done(robot.blink(self::color("blink", color)?, on, off))
    }

    /// Colours in turn, at most 16, each for a time.
    fn animate(robot, colors: any, interval: float clamp [LIGHT_STEP, WAIT] unit "ms") cost 20 {
        let mut all = [[0; 3]; ANIMATION + 1];
        let mut n = 0;
        for (place, item) in all.iter_mut().zip(colors.items()) {
            *place = color("animate", item)?;
            n += 1;
        }
        done(robot.animate(&all[..n], interval))
    }

    /// An effect: "breathe", "rainbow" or "strobe".
    fn effect(robot, name: str, period: float clamp [2 * LIGHT_STEP, WAIT] unit "ms" = 2000.0) cost 20 {
        done(robot.effect(name, period))
    }
}

module! {
    /// The two lights in front.
    pub HEADLIGHTS = "robot.headlights" for Robot;

    /// On, in a colour.
    fn on(robot, color: any = None) cost 20 {
        let rgb = if color.is_none() { [255; 3] } else { self::color("on", color)? };
        done(robot.headlights_on(rgb))
    }

    /// Off.
    fn off(robot) cost 20 {
        done(robot.headlights_on([0; 3]))
    }
}

module! {
    /// The speaker.
    pub SPEAKER = "robot.speaker" for Robot;

    /// A tone. With wait=False the program goes on at once.
    pending fn beep(robot, frequency: float clamp [TONES.0, TONES.1] unit "Hz" = 500.0, duration: float clamp [0, TONE_TIME] unit "ms" = 100.0, wait: bool = true) cost 20 {
        unit(robot.beep(frequency, duration, wait))
    }

    /// A tune, at most 256 notes: "C4/4" is a quarter, "F#5/8" an eighth, "Bb3/2." a dotted half, "R/4" a rest, "C4/4_" goes on into
    /// the next note. tempo: quarters a minute.
    pending fn play_notes(robot, notes: any, tempo: float clamp [TEMPO.0, TEMPO.1] = 120.0, wait: bool = true) cost 200 {
        if notes.item(0).is_none() {
            return Err(Raise::value("play_notes(): a list of at least one note"));
        }
        let tempo = robot.new_tune(tempo)?;
        for note in notes.items() {
            match note.as_text() {
                Some(text) => robot.add_note(&text, tempo)?,
                None => return Err(Raise::new(Type::TypeError, "play_notes(): notes must be str, such as 'C4/4'")),
            }
        }
        unit(robot.play_tune(wait))
    }

    /// Silence.
    fn stop(robot) cost 20 {
        done(robot.stop_sound())
    }

    /// Sets the volume in %, if one is given, no louder than the robot's owner allows. Gives the volume.
    fn volume(robot, percent: any = None) -> int unit "%" cost 20 {
        if let Some(percent) = number("volume", "percent", percent)? {
            done(robot.set_volume(percent))?;
        }
        Ok(robot.volume())
    }
}

module! {
    /// The display: 128 by 64 dots, (0, 0) at the top left. What is drawn is seen after show().
    pub DISPLAY = "robot.display" for Robot;

    /// Text, 6 by 8 dots a letter.
    fn text(robot, x: int in [-FAR, FAR], y: int in [-FAR, FAR], text: str) cost 100 {
        robot.screen()?.text(x, y, text);
        Ok(())
    }

    /// A line.
    fn line(robot, x1: int in [-FAR, FAR], y1: int in [-FAR, FAR], x2: int in [-FAR, FAR], y2: int in [-FAR, FAR], on: bool = true) cost 200 {
        robot.screen()?.line([x1, y1], [x2, y2], on);
        Ok(())
    }

    /// A rectangle.
    fn rect(robot, x: int in [-FAR, FAR], y: int in [-FAR, FAR], width: int in [0, FAR], height: int in [0, FAR], fill: bool = false, on: bool = true) cost 200 {
        robot.screen()?.rect([x, y], [width, height], fill, on);
        Ok(())
    }

    /// A dot.
    fn pixel(robot, x: int in [-FAR, FAR], y: int in [-FAR, FAR], on: bool = true) cost 20 {
        robot.screen()?.pixel(x, y, on);
        Ok(())
    }

    /// All dots: 8 rows of 128 bytes, each a column of 8 dots with bit 0 at the top.
    fn image(robot, data: bytes in 1024..=1024) cost 200 {
        let mut image = [0; 1024];
        image.copy_from_slice(data);
        robot.screen()?.image(&image);
        Ok(())
    }

    /// Takes everything away.
    fn clear(robot) cost 20 {
        robot.screen()?.clear();
        Ok(())
    }

    /// Shows what was drawn.
    fn show(robot) cost 50 {
        robot.screen()?.show();
        Ok(())
    }

    /// Text on the next line, scrolling; shows it.
    fn print(robot, text: str) cost 200 {
        robot.screen()?.print(text);
        Ok(())
    }
}

/// A button by name.
fn side(given: Object<'_>) -> Result<Option<Side>, Raise> {
    if given.is_none() {
        return Ok(None);
    }
    let name = given.as_text();
    match name.as_ref().map(|name| name.as_str()) {
        Some("left") => Ok(Some(Side::Left)),
        Some("right") => Ok(Some(Side::Right)),
        _ => Err(Raise::value("wait(): button must be 'left', 'right' or None")),
    }
}

module! {
    /// The buttons. The left one starts and stops programs; they can read it only when the robot's owner allows that.
    pub BUTTONS = "robot.buttons" for Robot;

    /// Names of the buttons that are down.
    fn pressed(robot) -> tuple cost 20 {
        match robot.pressed()? {
            core::task::Poll::Ready(value) => Ok(value),
            core::task::Poll::Pending => Ok(hognose_device::Value::Names([None; 2])),
        }
    }

    /// Waits until a button goes down, "left" or "right", or any. Gives its name, or None after the timeout in ms.
    pending fn wait(robot, button: any = None, timeout: any = None) -> any cost 20 {
        robot.wait_button(side(button)?, timeout_of("wait", timeout)?)
    }
}

macro_rules! button {
    ($table:ident $name:literal $side:expr) => {
        module! {
            /// A button.
            pub $table = $name for Robot;

            /// Is it down?
            fn is_pressed(robot) -> bool cost 20 {
                direct(truth(robot.is_pressed($side)))
            }

            /// Was it pressed since this was asked last?
            fn was_pressed(robot) -> bool cost 20 {
                direct(truth(robot.was_pressed($side)))
            }
        }
    };
}

button!(LEFT_BUTTON "robot.buttons.left" Side::Left);
button!(RIGHT_BUTTON "robot.buttons.right" Side::Right);

/// `robot.buttons`
pub static BUTTONS_TABLE: ModuleDef = ModuleDef {
    name: "robot.buttons",
    attributes: &BUTTON_DEFS,
    types: &[],
    notes: BUTTONS.definition.notes,
    doc: BUTTONS.definition.doc,
};

static BUTTON_DEFS: [Def; 4] = merged(
    BUTTONS.definition.attributes,
    &[part!("left", "robot.buttons.left"), part!("right", "robot.buttons.right")],
);
