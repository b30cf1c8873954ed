//! Parts of the robot that a program is granted, or not.

use hognose::Raise;

/// A part with its grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// `drive` and `motors`.
    Motors,
    /// `lights` and `headlights`.
    Lights,
    /// `speaker`.
    Sound,
    /// `display`.
    Display,
    /// `imu`, `front`, `left_side`, `right_side`, `floor`.
    Sensors,
    /// `buttons`.
    Buttons,
}

/// All grants.
pub const ALL: u32 = 0x3F;

impl Part {
    /// Its bit in grants.
    pub const fn bit(self) -> u32 {
        1 << self as u32
    }

    /// Its name in messages.
    pub const fn name(self) -> &'static str {
        match self {
            Part::Motors => "motors",
            Part::Lights => "lights",
            Part::Sound => "speaker",
            Part::Display => "display",
            Part::Sensors => "sensors",
            Part::Buttons => "buttons",
        }
    }
}

/// The grant that a name of module `robot` needs: 0 for those that need none. None: there is no such name.
pub fn grant(name: &str) -> Option<u32> {
    Some(match name {
        "drive" | "motors" => Part::Motors.bit(),
        "lights" | "headlights" => Part::Lights.bit(),
        "speaker" => Part::Sound.bit(),
        "display" => Part::Display.bit(),
        "sensors" | "imu" | "front" | "left_side" | "right_side" | "floor" => Part::Sensors.bit(),
        "buttons" => Part::Buttons.bit(),
        "battery" | "system" | "wait" | "on" | "StopWatch" | "Color" | "Stop" | "X" | "Y" | "Z" => 0,
        _ => return None,
    })
}

/// What a program is told that uses a part which it was not granted.
pub(crate) fn not_granted(part: Part) -> Raise {
    Raise::with(
        hognose::Type::PermissionError,
        format_args!("this program was not granted the {}", part.name()),
    )
}
