//! Messages that nobody answers: console, telemetry, drive, signs of life.

use super::{Status, in_order};
use crate::wire::{Reader, Wire, WireError, Writer};

/// What the host has received so far, and how much console output it takes. Also its sign of life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flow {
    /// First event not received.
    pub event_next: u32,
    /// First console byte not received.
    pub console_next: u32,
    /// Console bytes the device may send from there.
    pub window: u16,
}

in_order!(Flow { event_next: u32, console_next: u32, window: u16 });

/// Console output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Console<'a> {
    /// Offset of the oldest byte the device still has.
    pub oldest: u32,
    /// Offset of the first byte here, counted from 0 at the start of the device.
    pub offset: u32,
    /// The output.
    pub data: &'a [u8],
}

in_order!(Console<'a> { oldest: u32, offset: u32, data: rest, });

/// Remote drive. Both zero ends it; else send it at least every 250 ms, or the device stops the motors after 500 ms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drive {
    /// Forward speed, mm/s.
    pub speed: i16,
    /// Turn rate, degrees/s, clockwise positive.
    pub turn: i16,
}

in_order!(Drive { speed: i16, turn: i16 });

/// The device's sign of life: what it has so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beat {
    /// Number of the next event.
    pub event_end: u32,
    /// Offset of the next console byte.
    pub console_end: u32,
}

in_order!(Beat { event_end: u32, console_end: u32 });

/// Topics of telemetry, for `Subscribe`.
pub mod topic {
    /// [`super::Telemetry::Status`].
    pub const STATUS: u8 = 0;
    /// [`super::Telemetry::Reading`].
    pub const READING: u8 = 1;
    /// [`super::Telemetry::Custom`].
    pub const CUSTOM: u8 = 2;
    /// How many there are.
    pub const COUNT: usize = 3;
    /// All of them, as `Subscribe` takes them.
    pub const ALL: u8 = 0b111;
}

/// Where the robot is and what it senses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reading {
    /// When, milliseconds since the device started.
    pub at: u32,
    /// Position by odometry, mm.
    pub x: i32,
    /// Position by odometry, mm.
    pub y: i32,
    /// Heading, tenths of a degree, clockwise positive.
    pub heading: i32,
    /// Speed of the left wheel, mm/s.
    pub left: i16,
    /// Speed of the right wheel, mm/s.
    pub right: i16,
    /// Distance to what is in front, mm.
    pub front: u16,
    /// Proximity left, 0 to 100.
    pub left_side: u8,
    /// Proximity right, 0 to 100.
    pub right_side: u8,
    /// Colour of the floor, red, green, blue.
    pub floor: [u8; 3],
    /// Buttons, bit 0 left, bit 1 right.
    pub buttons: u8,
}

in_order!(Reading {
    at: u32,
    x: i32,
    y: i32,
    heading: i32,
    left: i16,
    right: i16,
    front: u16,
    left_side: u8,
    right_side: u8,
    floor: array,
    buttons: u8,
});

/// Telemetry: only the newest of each topic counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telemetry<'a> {
    /// State of device and program.
    Status(Status),
    /// Sensors and pose.
    Reading(Reading),
    /// Something else that host and device agreed on.
    Custom(&'a [u8]),
}

impl Telemetry<'_> {
    /// Its number in [`topic`].
    pub const fn topic(&self) -> u8 {
        match self {
            Self::Status(_) => topic::STATUS,
            Self::Reading(_) => topic::READING,
            Self::Custom(_) => topic::CUSTOM,
        }
    }
}

impl<'a> Wire<'a> for Telemetry<'a> {
    fn put(&self, out: &mut Writer<'_>) -> Result<(), WireError> {
        out.u8("topic", self.topic())?;
        match self {
            Self::Status(status) => status.put(out),
            Self::Reading(reading) => reading.put(out),
            Self::Custom(data) => out.bytes("data", data),
        }
    }

    fn get(from: &mut Reader<'a>) -> Result<Self, WireError> {
        Ok(match from.u8("topic")? {
            topic::STATUS => Self::Status(Wire::get(from)?),
            topic::READING => Self::Reading(Wire::get(from)?),
            topic::CUSTOM => Self::Custom(from.rest()),
            other => return Err(from.unknown("topic", other)),
        })
    }
}
