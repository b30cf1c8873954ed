//! Events: device to host, numbered, each delivered exactly once.

use super::{State, StopReason, in_order};
use crate::wire::{Reader, Wire, WireError, Writer};

/// An event with its number. `oldest` is the first the device still has, so that a host sees what it missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event<'a> {
    /// Number of the oldest event the device still has.
    pub oldest: u32,
    /// Its number, counted from 0 at the start of the device.
    pub number: u32,
    /// When, in milliseconds since the device started.
    pub at: u32,
    /// What.
    pub kind: EventKind<'a>,
}

in_order!(Event<'a> { oldest: u32, number: u32, at: u32, kind: message, });

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventKind<'a> {
    /// An edge of the lifecycle.
    State {
        /// Before.
        from: State,
        /// After.
        to: State,
        /// Why, if a program ended.
        reason: StopReason,
    },
    /// A program ended with an error. The host finds the source line by `program` and `pc`.
    Failed {
        /// CRC-32 of the program.
        program: u32,
        /// Where in the image.
        pc: u32,
        /// Line, 0 if the device does not know.
        line: u32,
        /// Column, 0 if the device does not know.
        column: u16,
        /// Type of the error.
        error: &'a str,
        /// Its message.
        message: &'a str,
    },
    /// A program was committed.
    Uploaded {
        /// Its slot.
        slot: u8,
        /// Its size in bytes.
        size: u32,
        /// Its CRC-32.
        crc: u32,
    },
    /// A program was deleted.
    Deleted {
        /// Its slot.
        slot: u8,
    },
    /// Another peer has control; an empty name: nobody has.
    Controller {
        /// Its name.
        name: &'a str,
    },
    /// A button.
    Button {
        /// Which.
        button: u8,
        /// Pressed or released.
        pressed: bool,
    },
    /// The battery passed a threshold.
    Battery {
        /// Level in per cent.
        level: u8,
    },
    /// An actuator stalled and was cut off.
    Stall {
        /// Which.
        actuator: u8,
    },
    /// Something a person should read.
    Warning {
        /// What.
        text: &'a str,
    },
    /// Something else that host and device agreed on.
    Custom {
        /// What.
        id: u16,
        /// The bytes.
        data: &'a [u8],
    },
}

impl<'a> Wire<'a> for EventKind<'a> {
    fn put(&self, out: &mut Writer<'_>) -> Result<(), WireError> {
        const TAG: &str = "event";
        match self {
            Self::State { from, to, reason } => {
                out.u8(TAG, 1)?;
                from.put(out)?;
                to.put(out)?;
                reason.put(out)
            }
            Self::Failed { program, pc, line, column, error, message } => {
                out.u8(TAG, 2)?;
                out.u32("program", *program)?;
                out.u32("pc", *pc)?;
                out.u32("line", *line)?;
                out.u16("column", *column)?;
                out.text("error", error)?;
                out.text("message", message)
            }
            Self::Uploaded { slot, size, crc } => {
                out.u8(TAG, 3)?;
                out.u8("slot", *slot)?;
                out.u32("size", *size)?;
                out.u32("crc", *crc)
            }
            Self::Deleted { slot } => {
                out.u8(TAG, 4)?;
                out.u8("slot", *slot)
            }
            Self::Controller { name } => {
                out.u8(TAG, 5)?;
                out.text("name", name)
            }
            Self::Button { button, pressed } => {
                out.u8(TAG, 6)?;
                out.u8("button", *button)?;
                out.u8("pressed", u8::from(*pressed))
            }
            Self::Battery { level } => {
                out.u8(TAG, 7)?;
                out.u8("level", *level)
            }
            Self::Stall { actuator } => {
                out.u8(TAG, 8)?;
                out.u8("actuator", *actuator)
            }
            Self::Warning { text } => {
                out.u8(TAG, 9)?;
                out.text("text", text)
            }
            Self::Custom { id, data } => {
                out.u8(TAG, 10)?;
                out.u16("id", *id)?;
                out.bytes("data", data)
            }
        }
    }

    fn get(from: &mut Reader<'a>) -> Result<Self, WireError> {
        Ok(match from.u8("event")? {
            1 => Self::State { from: Wire::get(from)?, to: Wire::get(from)?, reason: Wire::get(from)? },
            2 => Self::Failed {
                program: from.u32("program")?,
                pc: from.u32("pc")?,
                line: from.u32("line")?,
                column: from.u16("column")?,
                error: from.text("error")?,
                message: from.text("message")?,
            },
            3 => Self::Uploaded { slot: from.u8("slot")?, size: from.u32("size")?, crc: from.u32("crc")? },
            4 => Self::Deleted { slot: from.u8("slot")? },
            5 => Self::Controller { name: from.text("name")? },
            6 => Self::Button { button: from.u8("button")?, pressed: from.bool("pressed")? },
            7 => Self::Battery { level: from.u8("level")? },
            8 => Self::Stall { actuator: from.u8("actuator")? },
            9 => Self::Warning { text: from.text("text")? },
            10 => Self::Custom { id: from.u16("id")?, data: from.rest() },
            other => return Err(from.unknown("event", other)),
        })
    }
}
