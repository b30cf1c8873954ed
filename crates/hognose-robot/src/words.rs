//! The functions of the robot by number, for Bajo programs.
//!
//! The same functions under the same limits as those of Python's module `robot`, in whole numbers: mm, degrees, ms, percent. Numbers
//! beyond a range are limited or refused as there. Arguments that are left out have their defaults. See [`TABLE`].
//!
//! - a side: 0 left, 1 right. A colour of light: `0xRRGGBB`. A text: address of its bytes, a zero byte at the end.
//! - `then`: 0 coast, 1 brake, 2 hold. `wait`: 0 goes on at once. `timeout`: -1 for the usual one.
//! - colours of the floor: 0 none, 1 red, 2 green, 3 blue, 4 white, 5 black, 6 yellow.

use crate::hardware::{Sensor, Side};
use crate::lights::{EFFECTS, Rgb};
use crate::limits;
use crate::motion::Ending;
use crate::robot::{DONE, Reply, Robot, now};
use crate::sensing::Query;
use crate::task::Stop;
use bajo::{Call, HostCall, Memory, UNKNOWN_FUNCTION};
use core::task::Poll;
use hognose::{Raise, Type};
use hognose_device::Value;

/// Error: an argument is not allowed.
pub const BAD_VALUE: i32 = -10;
/// Error: too many arguments, or too few.
pub const BAD_COUNT: i32 = -11;
/// Error: the program was not granted that part.
pub const NOT_GRANTED: i32 = -12;
/// Error: a part of the robot does not answer.
pub const BROKEN: i32 = -13;
/// Error: not now: somebody else drives, a cable is on, the battery is empty.
pub const NOT_NOW: i32 = -14;
/// Error: an address is not in the program's memory.
pub const BAD_TEXT: i32 = -15;

/// A function.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Its number: the part in the upper byte.
    pub number: i32,
    /// Its name, as Python programs know it.
    pub name: &'static str,
    /// Its parameters in order, with the defaults of those that may be left out.
    pub parameters: &'static [(&'static str, Option<i32>)],
    /// What it gives, empty for nothing.
    pub results: &'static str,
}

/// Arguments with their defaults, and the memory that addresses mean.
struct Words<'a, 'm> {
    values: [i32; 8],
    memory: &'a mut Memory<'m>,
}

impl Words<'_, '_> {
    fn get(&self, i: usize) -> i32 {
        self.values.get(i).copied().unwrap_or(0)
    }

    fn number(&self, i: usize) -> f64 {
        self.get(i).into()
    }

    fn flag(&self, i: usize) -> bool {
        self.get(i) != 0
    }

    fn side(&self, i: usize) -> Result<Side, Raise> {
        match self.get(i) {
            0 => Ok(Side::Left),
            1 => Ok(Side::Right),
            _ => Err(Raise::value("a side is 0 or 1")),
        }
    }

    /// -1 is None.
    fn optional(&self, i: usize) -> Option<f64> {
        (self.get(i) != -1).then_some(self.number(i))
    }

    fn color(&self, i: usize) -> Rgb {
        let [_, r, g, b] = self.get(i).to_be_bytes();
        [r, g, b]
    }

    fn stop(&self, i: usize) -> Result<Stop, Raise> {
        let found = usize::try_from(self.get(i)).ok().and_then(|n| Stop::ALL.get(n));
        found.copied().ok_or_else(|| Raise::value("then is 0, 1 or 2"))
    }

    /// `then`, `wait`, `timeout` from argument `i` on.
    fn ending(&self, i: usize) -> Result<Ending, Raise> {
        let timeout = self.timeout(i + 2)?;
        Ok(Ending { then: self.stop(i)?, wait: self.flag(i + 1), timeout })
    }

    fn timeout(&self, i: usize) -> Result<Option<u64>, Raise> {
        match self.get(i) {
            -1 => Ok(None),
            ms if (0..=limits::WAIT as i32).contains(&ms) => Ok(Some(ms as u64)),
            _ => Err(Raise::value("a timeout is -1 or up to an hour in ms")),
        }
    }

    fn axis(&self, i: usize) -> Result<Option<usize>, Raise> {
        match self.get(i) {
            -1 => Ok(None),
            axis @ 0..=2 => Ok(Some(axis as usize)),
            _ => Err(Raise::value("an axis is 0, 1, 2 or -1 for all")),
        }
    }

    fn bytes(&self, i: usize, len: usize) -> Result<&[u8], Raise> {
        self.memory.bytes(self.get(i) as u32, len).ok_or_else(no_text)
    }

    fn text(&self, i: usize) -> Result<&str, Raise> {
        if self.get(i) == 0 {
            return Ok("");
        }
        let bytes = self.memory.text(self.get(i) as u32).ok_or_else(no_text)?;
        core::str::from_utf8(bytes).map_err(|_| no_text())
    }
}

fn no_text() -> Raise {
    Raise::new(Type::BufferError, "no text at that address")
}

fn whole(n: i64) -> Reply {
    now(Value::Int(n))
}

fn truth(on: bool) -> Reply {
    now(Value::Bool(on))
}

fn real(x: f64) -> Reply {
    now(Value::Float(x))
}

fn play(robot: &mut Robot, words: &Words<'_, '_>) -> Reply {
    let text = words.text(0)?;
    let tempo = robot.new_tune(words.number(1))?;
    for note in text.split_ascii_whitespace() {
        robot.add_note(note.as_bytes(), tempo)?;
    }
    robot.play_tune(words.flag(2))
}

fn animate(robot: &mut Robot, words: &Words<'_, '_>) -> Reply {
    let n = usize::try_from(words.get(1)).unwrap_or(0).min(limits::ANIMATION + 1);
    let mut colors = [[0; 3]; limits::ANIMATION + 1];
    for (color, word) in colors.iter_mut().zip(words.bytes(0, 4 * n)?.chunks_exact(4)) {
        *color = [word[2], word[1], word[0]];
    }
    robot.animate(&colors[..n], words.number(2))
}

fn picture(robot: &mut Robot, words: &Words<'_, '_>) -> Reply {
    let mut image = [0; 1024];
    image.copy_from_slice(words.bytes(0, 1024)?);
    robot.screen()?.image(&image);
    DONE
}

/// Coordinates as far as anything is drawn.
fn place(words: &Words<'_, '_>, i: usize) -> i64 {
    i64::from(words.get(i)).clamp(-crate::show::FAR, crate::show::FAR)
}

macro_rules! functions {
    (|$robot:ident, $w:ident| $($number:literal $name:literal ($($p:ident $(= $default:literal)?),*) $result:literal $body:expr;)+) => {
        /// All functions, by number.
        pub static TABLE: &[Entry] = &[$(Entry {
            number: $number,
            name: $name,
            parameters: &[$((stringify!($p), functions!(@default $($default)?))),*],
            results: $result,
        }),+];

        fn run(number: i32, $robot: &mut Robot, $w: &mut Words<'_, '_>) -> Reply {
            match number {
                $($number => $body,)+
                _ => Err(Raise::runtime("there is no such function")),
            }
        }
    };
    (@default) => { None };
    (@default $default:literal) => { Some($default) };
}

functions! { |robot, w|
    0x100 "drive.straight" (distance, then = 1, wait = 1, timeout = -1) "reached" robot.straight(w.number(0), w.ending(1)?);
    0x101 "drive.turn" (angle, then = 1, wait = 1, timeout = -1) "reached" robot.turn(w.number(0), w.ending(1)?);
    0x102 "drive.arc (by angle)" (radius, angle, then = 1, wait = 1, timeout = -1) "reached"
        robot.arc(w.number(0), Some(w.number(1)), None, w.ending(2)?);
    0x103 "drive.arc (by distance)" (radius, distance, then = 1, wait = 1, timeout = -1) "reached"
        robot.arc(w.number(0), None, Some(w.number(1)), w.ending(2)?);
    0x104 "drive.drive" (speed, turn_rate = 0) "" robot.drive(w.number(0), w.number(1));
    0x105 "drive.tank" (left, right) "" robot.tank(w.number(0), w.number(1));
    0x106 "drive.stop" () "" robot.stop_driving(Stop::Coast);
    0x107 "drive.brake" () "" robot.stop_driving(Stop::Brake);
    0x108 "drive.hold" () "" robot.stop_driving(Stop::Hold);
    0x109 "drive.settings" (speed = -1, acceleration = -1, turn_rate = -1, turn_acceleration = -1)
        "speed acceleration turn_rate turn_acceleration"
        robot.set_pace([w.optional(0), w.optional(1), w.optional(2), w.optional(3)]).and_then(|_| now(Value::Four(robot.pace())));
    0x10A "drive.distance" () "mm" robot.may_read_motors().and_then(|()| real(robot.distance()));
    0x10B "drive.angle" () "degrees" robot.may_read_motors().and_then(|()| real(robot.angle()));
    0x10C "drive.speed" () "mm/s" robot.may_read_motors().and_then(|()| real(robot.speed()));
    0x10D "drive.state" () "distance speed angle rate" robot.may_read_motors().and_then(|()| now(Value::Four(robot.drive_state())));
    0x10E "drive.reset" (distance = 0, angle = 0) "" robot.reset_drive(w.number(0), w.number(1));
    0x10F "drive.done" () "truth" robot.may_read_motors().and_then(|()| truth(robot.is_done()));
    0x110 "drive.is_moving" () "truth" robot.may_read_motors().and_then(|()| truth(robot.is_moving()));
    0x111 "drive.stalled" () "truth" robot.may_read_motors().and_then(|()| truth(robot.has_stalled()));
    0x112 "drive.use_gyro" (on) "" robot.use_gyro(w.flag(0));

    0x200 "motors.run" (side, speed) "" robot.run(w.side(0)?, w.number(1));
    0x201 "motors.dc" (side, duty) "" robot.dc(w.side(0)?, w.number(1));
    0x202 "motors.run_angle" (side, speed, angle, then = 1, wait = 1, timeout = -1) "reached"
        robot.run_angle(w.side(0)?, w.number(1), w.number(2), w.ending(3)?);
    0x203 "motors.run_time" (side, speed, time, then = 1, wait = 1) "reached"
        robot.run_time(w.side(0)?, w.number(1), w.number(2), Ending { then: w.stop(3)?, wait: w.flag(4), timeout: None });
    0x204 "motors.angle" (side) "degrees" robot.may_read_motors().and_then(|()| real(robot.wheel_angle(w.side(0)?)));
    0x205 "motors.speed" (side) "degrees/s" robot.may_read_motors().and_then(|()| real(robot.wheel_speed(w.side(0)?)));
    0x206 "motors.reset_angle" (side, angle = 0) "" robot.reset_wheel(w.side(0)?, w.number(1));
    0x207 "motors.stop" (side) "" robot.stop_wheel(w.side(0)?, Stop::Coast);
    0x208 "motors.brake" (side) "" robot.stop_wheel(w.side(0)?, Stop::Brake);
    0x209 "motors.hold" (side) "" robot.stop_wheel(w.side(0)?, Stop::Hold);
    0x20A "motors.stalled" (side) "truth" robot.may_read_motors().and_then(|()| truth(robot.wheel_stalled(w.side(0)?)));
    0x20B "motors.counts" (side) "counts" robot.may_read_motors().and_then(|()| whole(robot.wheel_counts(w.side(0)?)));

    0x300 "imu.heading" () "degrees" robot.read(Query::Heading);
    0x301 "imu.reset_heading" (angle = 0) "" robot.reset_heading(w.number(0));
    0x302 "imu.tilt" () "pitch roll" robot.read(Query::Tilt);
    0x303 "imu.acceleration" (axis = -1) "mm/s2, of all axes x y z" robot.read(Query::Acceleration(w.axis(0)?));
    0x304 "imu.angular_velocity" (axis = -1) "degrees/s, of all axes x y z" robot.read(Query::AngularVelocity(w.axis(0)?));
    0x305 "imu.magnetic_field" () "x y z" robot.read(Query::MagneticField);
    0x306 "imu.ready" () "truth" robot.read(Query::Ready);
    0x307 "imu.stationary" () "truth" robot.read(Query::Stationary);
    0x308 "imu.age" () "ms" robot.read(Query::Age(Sensor::Imu));

    0x400 "front.distance" () "mm" robot.read(Query::Distance);
    0x401 "front.detected" (within = 200) "truth" robot.read(Query::Detected(w.number(0) as f32));
    0x402 "front.zone" (row, column) "mm, -1 for nothing" match (w.get(0), w.get(1)) {
        (row @ 0..=7, column @ 0..=7) => robot.read(Query::Zone((8 * row + column) as usize)),
        _ => Err(Raise::value("row and column are 0 to 7")),
    };
    0x403 "front.age" () "ms" robot.read(Query::Age(Sensor::Front));

    0x500 "side.proximity" (side) "percent" robot.read(Query::Proximity(w.side(0)?));
    0x501 "side.detected" (side, threshold = 30) "truth" robot.read(Query::SideDetected(w.side(0)?, w.number(1) as f32));
    0x502 "side.raw" (side) "counts" robot.read(Query::Raw(w.side(0)?));

    0x600 "floor.color" () "colour" robot.read(Query::Color);
    0x601 "floor.rgb" () "red green blue" robot.read(Query::Rgb);
    0x602 "floor.hsv" () "hue saturation value" robot.read(Query::Hsv);
    0x603 "floor.reflection" () "percent" robot.read(Query::Reflection);
    0x604 "floor.detectable_colors" (bits) "" robot.set_detectable(w.get(0) as u8);
    0x605 "floor.calibrate" (white) "" robot.read(Query::Calibrate(w.flag(0)));
    0x606 "floor.raw" () "red green blue" robot.read(Query::RawColor);
    0x607 "floor.age" () "ms" robot.read(Query::Age(Sensor::Floor));

    0x700 "lights.on" (color) "" robot.lights_on(w.color(0));
    0x701 "lights.off" () "" robot.lights_on([0; 3]);
    0x702 "lights[i].on" (light, color) "" robot.light_on(w.get(0).into(), w.color(1));
    0x703 "lights.brightness" (percent) "" robot.set_brightness(w.number(0));
    0x704 "lights.blink" (color, on, off) "" robot.blink(w.color(0), w.number(1), w.number(2));
    0x705 "lights.animate" (address, count, interval) "" animate(robot, w);
    0x706 "lights.effect" (effect, period = 2000) "" match usize::try_from(w.get(0)).ok().and_then(|n| EFFECTS.get(n)) {
        Some(name) => robot.effect(name, w.number(1)),
        None => Err(Raise::value("an effect is 0 (breathe), 1 (rainbow) or 2 (strobe)")),
    };
    0x707 "headlights.on" (color = 0xFFFFFF) "" robot.headlights_on(w.color(0));
    0x708 "headlights.off" () "" robot.headlights_on([0; 3]);

    0x800 "speaker.beep" (frequency = 500, duration = 100, wait = 1) "" robot.beep(w.number(0), w.number(1), w.flag(2));
    0x801 "speaker.play_notes" (text, tempo = 120, wait = 1) "" play(robot, w);
    0x802 "speaker.stop" () "" robot.stop_sound();
    0x803 "speaker.volume" (percent = -1) "percent" match w.optional(0) {
        Some(percent) => robot.set_volume(percent).and_then(|_| whole(robot.volume())),
        None => whole(robot.volume()),
    };

    0x900 "display.text" (x, y, text) "" {
        robot.screen()?.text(place(w, 0), place(w, 1), w.text(2)?);
        DONE
    };
    0x901 "display.line" (x1, y1, x2, y2, on = 1) "" {
        robot.screen()?.line([place(w, 0), place(w, 1)], [place(w, 2), place(w, 3)], w.flag(4));
        DONE
    };
    0x902 "display.rect" (x, y, width, height, fill = 0, on = 1) "" {
        robot.screen()?.rect([place(w, 0), place(w, 1)], [place(w, 2), place(w, 3)], w.flag(4), w.flag(5));
        DONE
    };
    0x903 "display.pixel" (x, y, on = 1) "" {
        robot.screen()?.pixel(place(w, 0), place(w, 1), w.flag(2));
        DONE
    };
    0x904 "display.image" (address) "" picture(robot, w);
    0x905 "display.clear" () "" {
        robot.screen()?.clear();
        DONE
    };
    0x906 "display.show" () "" {
        robot.screen()?.show();
        DONE
    };
    0x907 "display.print" (text) "" {
        robot.screen()?.print(w.text(0)?);
        DONE
    };

    0xA00 "buttons.is_pressed" (side) "truth" robot.is_pressed(w.side(0)?);
    0xA01 "buttons.was_pressed" (side) "truth" robot.was_pressed(w.side(0)?);
    0xA02 "buttons.pressed" () "left right" robot.pressed();
    0xA03 "buttons.wait" (side = -1, timeout = -1) "1 left, 2 right, 0 after the timeout" {
        let side = if w.get(0) == -1 { None } else { Some(w.side(0)?) };
        robot.wait_button(side, w.timeout(1)?)
    };

    0xB00 "battery.voltage" () "mV" robot.battery_voltage();
    0xB01 "battery.current" () "mA" robot.battery_current();
    0xB02 "battery.level" () "percent" robot.battery_level();
    0xB03 "battery.charging" () "truth" robot.battery_charging();

    0xC00 "wait" (time) "" robot.pause_program(w.number(0));
    0xC01 "system.time" () "ms" whole((robot.running_for() & 0x7FFF_FFFF) as i64);
    0xC02 "system.stop" (text = 0) "" robot.stop_program(w.text(0)?);
}

/// The function with that number.
pub fn find(number: i32) -> Option<&'static Entry> {
    TABLE.binary_search_by_key(&number, |entry| entry.number).ok().and_then(|i| TABLE.get(i))
}

/// Error code of what a function raises.
pub fn code(raise: &Raise) -> i32 {
    match raise.class() {
        Type::ValueError => BAD_VALUE,
        Type::TypeError => BAD_COUNT,
        Type::PermissionError => NOT_GRANTED,
        Type::OSError => BROKEN,
        Type::BufferError => BAD_TEXT,
        _ => NOT_NOW,
    }
}

/// Calls a function. [`Call::Pending`]: its results come from [`Robot::take_answer`].
///
/// # Errors
/// [`UNKNOWN_FUNCTION`] or one of the codes of this module.
pub fn call(robot: &mut Robot, call: HostCall<'_>, memory: &mut Memory<'_>) -> Result<Call, i32> {
    let entry = find(call.func).ok_or(UNKNOWN_FUNCTION)?;
    if call.args.len() > entry.parameters.len() {
        return Err(BAD_COUNT);
    }
    let mut words = Words { values: [0; 8], memory };
    for (i, (word, (_, default))) in words.values.iter_mut().zip(entry.parameters).enumerate() {
        *word = match (call.args.get(i), default) {
            (Some(&given), _) => given,
            (None, Some(default)) => *default,
            (None, None) => return Err(BAD_COUNT),
        };
    }
    match run(call.func, robot, &mut words).map_err(|raise| code(&raise))? {
        Poll::Pending => Ok(Call::Pending),
        Poll::Ready(value) => {
            *call.results = value.words();
            Ok(Call::Done)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_rise_and_defaults_come_last() {
        assert!(TABLE.windows(2).all(|pair| pair[0].number < pair[1].number));
        for entry in TABLE {
            let first = entry
                .parameters
                .iter()
                .position(|(_, default)| default.is_some())
                .unwrap_or(entry.parameters.len());
            assert!(entry.parameters[first..].iter().all(|(_, default)| default.is_some()), "{}", entry.name);
            assert!(entry.parameters.len() <= 7);
            assert_eq!(find(entry.number).map(|found| found.name), Some(entry.name));
        }
        assert!(find(0x99).is_none());
    }
}

/// A number that changes when these functions do: hosts and devices compare it.
pub fn host_table() -> u32 {
    let mut sum = hognose_link::crc::Crc32::new();
    for entry in TABLE {
        sum.update(&entry.number.to_le_bytes());
        sum.update(entry.name.as_bytes());
        sum.update(&[entry.parameters.len() as u8]);
    }
    sum.value()
}
