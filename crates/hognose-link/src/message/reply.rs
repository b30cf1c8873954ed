//! Replies: what an ack brings, and why a nak says no.

use super::{Capabilities, Status, coded, in_order};
use crate::line::Line;
use crate::wire::{Reader, Wire, WireError, Writer};

coded! {
    /// Why a command was refused.
    NakCode as "code" {
        /// The payload is malformed; `value` is the byte.
        Malformed = 1 "malformed message",
        /// The device does not know or do this.
        Unsupported = 2 "not supported",
        /// There is no such session (any more): open one.
        NoSession = 3 "no session",
        /// No common protocol version; `value` is the device's.
        Version = 4 "no common protocol version",
        /// Another peer has control; the text names it.
        ControllerBusy = 5 "another controller is connected",
        /// A viewer asked for something only the controller may do.
        NotController = 6 "only the controller may do this",
        /// Proof of the key is needed first.
        AuthRequired = 7 "authentication is needed",
        /// The proof was wrong; `value` is the wait in milliseconds before the next try.
        AuthFailed = 8 "authentication failed",
        /// Not in this state; the text names it.
        Busy = 9 "busy",
        /// No program in the slot.
        NoProgram = 10 "no program",
        /// Larger than allowed; `value` is the limit.
        TooLarge = 11 "too large",
        /// No upload is open.
        NoUpload = 12 "no upload is open",
        /// The chunk does not fit; `value` is the offset expected.
        WrongOffset = 13 "wrong offset",
        /// The whole does not match its checksum; `value` is the checksum of the bytes received.
        BadChecksum = 14 "checksum does not match",
        /// The image did not pass the check; `value` is the offset of the fault.
        BadImage = 15 "image refused",
        /// The program imports what it was not granted; the text names it.
        NotGranted = 16 "not granted",
        /// A limit above the device's; `value` is the device's.
        LimitTooHigh = 17 "limit too high",
        /// On the cable, and the program has motors.
        Tethered = 18 "tethered",
        /// Battery too low; `value` is its level in per cent.
        LowBattery = 19 "battery too low",
        /// The program is not paused.
        NotPaused = 20 "not paused",
        /// The device has a fault or an emergency stop; clear it first.
        Fault = 21 "fault",
        /// The store could not write.
        Storage = 22 "storage failed",
        /// A slot, setting or other number that does not exist; `value` is the largest allowed.
        OutOfRange = 23 "out of range",
        /// Input or output is full; `value` is the room left.
        Full = 24 "full",
        /// Something else; the text says what.
        Other = 25 "refused",
    }
}

/// A refusal as the device makes it: code, number and text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    /// Why.
    pub code: NakCode,
    /// The number that belongs to the code.
    pub value: u32,
    /// What a person reads.
    pub text: Line,
}

impl Refusal {
    /// A refusal with the code's own words.
    pub fn new(code: NakCode) -> Self {
        Self { code, value: 0, text: Line::from(code.text()) }
    }

    /// A refusal with its number and words.
    pub fn say(code: NakCode, value: u32, text: core::fmt::Arguments<'_>) -> Self {
        Self { code, value, text: Line::format(text) }
    }
}

/// A refusal on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nak<'a> {
    /// Why.
    pub code: NakCode,
    /// The number that belongs to the code.
    pub value: u32,
    /// What a person reads.
    pub text: &'a str,
}

in_order!(Nak<'a> { code: message, value: u32, text: text, });

/// What a slot holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SlotInfo<'a> {
    /// The slot.
    pub slot: u8,
    /// Whether it starts by itself.
    pub autostart: bool,
    /// Bytes of the image, 0 if empty.
    pub size: u32,
    /// CRC-32 of the image.
    pub crc: u32,
    /// Its name.
    pub name: &'a str,
}

in_order!(SlotInfo<'a> { slot: u8, autostart: bool, size: u32, crc: u32, name: text, });

/// What an ack brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply<'a> {
    /// Done.
    Done,
    /// To upload messages: the offset to go on from.
    Offset(u32),
    /// To `Status`.
    Status(Status),
    /// To `Capabilities`.
    Capabilities(Capabilities<'a>),
    /// To `Slot`.
    Slot(SlotInfo<'a>),
    /// To setting messages: the value now.
    Setting(i32),
    /// To `Ping`.
    Pong(u32),
    /// To `Role`: the role now.
    Role(super::Role),
    /// To `Custom`.
    Data(&'a [u8]),
}

impl<'a> Wire<'a> for Reply<'a> {
    fn put(&self, out: &mut Writer<'_>) -> Result<(), WireError> {
        const TAG: &str = "reply";
        match self {
            Self::Done => out.u8(TAG, 0),
            Self::Offset(offset) => {
                out.u8(TAG, 1)?;
                out.u32("offset", *offset)
            }
            Self::Status(status) => {
                out.u8(TAG, 2)?;
                status.put(out)
            }
            Self::Capabilities(capabilities) => {
                out.u8(TAG, 3)?;
                capabilities.put(out)
            }
            Self::Slot(slot) => {
                out.u8(TAG, 4)?;
                slot.put(out)
            }
            Self::Setting(value) => {
                out.u8(TAG, 5)?;
                out.i32("value", *value)
            }
            Self::Pong(number) => {
                out.u8(TAG, 6)?;
                out.u32("number", *number)
            }
            Self::Role(role) => {
                out.u8(TAG, 7)?;
                role.put(out)
            }
            Self::Data(data) => {
                out.u8(TAG, 8)?;
                out.bytes("data", data)
            }
        }
    }

    fn get(from: &mut Reader<'a>) -> Result<Self, WireError> {
        Ok(match from.u8("reply")? {
            0 => Self::Done,
            1 => Self::Offset(from.u32("offset")?),
            2 => Self::Status(Wire::get(from)?),
            3 => Self::Capabilities(Wire::get(from)?),
            4 => Self::Slot(Wire::get(from)?),
            5 => Self::Setting(from.i32("value")?),
            6 => Self::Pong(from.u32("number")?),
            7 => Self::Role(Wire::get(from)?),
            8 => Self::Data(from.rest()),
            other => return Err(from.unknown("reply", other)),
        })
    }
}
