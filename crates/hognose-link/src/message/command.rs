//! Commands: host to device, each answered by one ack or nak.

use super::{Role, coded, in_order};
use crate::wire::{Reader, Wire, WireError, Writer};

coded! {
    /// How hard to stop.
    StopKind as "stop kind" {
        /// Ends the program, the robot goes to its safe state.
        Stop = 0 "stop",
        /// The same, and actuators stay barred until `Clear`.
        Emergency = 1 "emergency stop",
    }
}

/// Limits of one program. 0 leaves the device's own; a larger value than the device's is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Limits {
    /// Longest run, in milliseconds.
    pub run_time: u32,
    /// Memory, in bytes.
    pub memory: u32,
    /// Instructions, in thousands.
    pub kilo_steps: u32,
    /// Depth of calls.
    pub recursion: u16,
    /// Host calls per second.
    pub host_calls: u16,
    /// Console bytes per second.
    pub console: u16,
}

in_order!(Limits {
    run_time: u32,
    memory: u32,
    kilo_steps: u32,
    recursion: u16,
    host_calls: u16,
    console: u16,
});

/// Announces a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UploadBegin<'a> {
    /// Slot it goes to.
    pub slot: u8,
    /// Bytes of the image.
    pub size: u32,
    /// CRC-32 of the image.
    pub crc: u32,
    /// Stop a running program first instead of being refused.
    pub replace: bool,
    /// Start it at every start of the device.
    pub autostart: bool,
    /// Grants, one bit a host module.
    pub grants: u32,
    /// Its limits.
    pub limits: Limits,
    /// Its name.
    pub name: &'a str,
}

in_order!(UploadBegin<'a> {
    slot: u8,
    size: u32,
    crc: u32,
    replace: bool,
    autostart: bool,
    grants: u32,
    limits: message,
    name: text,
});

/// What a host asks of a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command<'a> {
    /// Announces a program. Acked with the offset to go on from: 0, or more if the same program is half there.
    UploadBegin(UploadBegin<'a>),
    /// The bytes of the program at an offset. Acked with the next offset.
    UploadChunk {
        /// Offset of the first byte.
        offset: u32,
        /// The bytes.
        data: &'a [u8],
    },
    /// All bytes are there: verify, then make it the program of its slot.
    UploadCommit {
        /// Bytes of the image.
        size: u32,
        /// CRC-32 of the image.
        crc: u32,
    },
    /// Forget the half program.
    UploadAbort,
    /// Runs the program of a slot.
    Start {
        /// The slot.
        slot: u8,
    },
    /// Freezes program, clock and motion.
    Pause,
    /// Goes on.
    Resume,
    /// Clears a fault or an emergency stop.
    Clear,
    /// Deletes the program of a slot; stops it first.
    Delete {
        /// The slot.
        slot: u8,
    },
    /// Asks for [`super::Status`].
    Status,
    /// Asks for [`super::Capabilities`].
    Capabilities,
    /// Asks what a slot holds.
    Slot {
        /// The slot.
        slot: u8,
    },
    /// Reads a setting.
    GetSetting {
        /// Its number.
        key: u16,
    },
    /// Changes a setting.
    SetSetting {
        /// Its number.
        key: u16,
        /// Its new value.
        value: i32,
    },
    /// Acked with the same number.
    Ping {
        /// The number.
        number: u32,
    },
    /// Asks for another role in the same session.
    Role(Role),
    /// Which telemetry to send: bit *n* is topic *n*.
    Subscribe {
        /// The topics.
        topics: u8,
        /// Shortest time between two messages of one topic, in milliseconds.
        period: u16,
    },
    /// Ends the session.
    Close,
    /// Text for the program's input.
    Input(&'a [u8]),
    /// Something else that host and device agreed on.
    Custom {
        /// What.
        id: u16,
        /// The bytes.
        data: &'a [u8],
    },
}

impl Command<'_> {
    /// Whether viewers may send it: it changes nothing but the peer's own session.
    pub const fn is_for_viewers(&self) -> bool {
        matches!(
            self,
            Self::Status
                | Self::Capabilities
                | Self::Slot { .. }
                | Self::GetSetting { .. }
                | Self::Ping { .. }
                | Self::Role(_)
                | Self::Subscribe { .. }
                | Self::Close
        )
    }
}

impl<'a> Wire<'a> for Command<'a> {
    fn put(&self, out: &mut Writer<'_>) -> Result<(), WireError> {
        const TAG: &str = "command";
        match self {
            Self::UploadBegin(begin) => {
                out.u8(TAG, 0x01)?;
                begin.put(out)
            }
            Self::UploadChunk { offset, data } => {
                out.u8(TAG, 0x02)?;
                out.u32("offset", *offset)?;
                out.bytes("data", data)
            }
            Self::UploadCommit { size, crc } => {
                out.u8(TAG, 0x03)?;
                out.u32("size", *size)?;
                out.u32("crc", *crc)
            }
            Self::UploadAbort => out.u8(TAG, 0x04),
            Self::Start { slot } => {
                out.u8(TAG, 0x05)?;
                out.u8("slot", *slot)
            }
            Self::Pause => out.u8(TAG, 0x06),
            Self::Resume => out.u8(TAG, 0x07),
            Self::Clear => out.u8(TAG, 0x08),
            Self::Delete { slot } => {
                out.u8(TAG, 0x09)?;
                out.u8("slot", *slot)
            }
            Self::Status => out.u8(TAG, 0x0A),
            Self::Capabilities => out.u8(TAG, 0x0B),
            Self::Slot { slot } => {
                out.u8(TAG, 0x0C)?;
                out.u8("slot", *slot)
            }
            Self::GetSetting { key } => {
                out.u8(TAG, 0x0D)?;
                out.u16("key", *key)
            }
            Self::SetSetting { key, value } => {
                out.u8(TAG, 0x0E)?;
                out.u16("key", *key)?;
                out.i32("value", *value)
            }
            Self::Ping { number } => {
                out.u8(TAG, 0x0F)?;
                out.u32("number", *number)
            }
            Self::Role(role) => {
                out.u8(TAG, 0x10)?;
                role.put(out)
            }
            Self::Subscribe { topics, period } => {
                out.u8(TAG, 0x11)?;
                out.u8("topics", *topics)?;
                out.u16("period", *period)
            }
            Self::Close => out.u8(TAG, 0x12),
            Self::Input(data) => {
                out.u8(TAG, 0x13)?;
                out.bytes("data", data)
            }
            Self::Custom { id, data } => {
                out.u8(TAG, 0x14)?;
                out.u16("id", *id)?;
                out.bytes("data", data)
            }
        }
    }

    fn get(from: &mut Reader<'a>) -> Result<Self, WireError> {
        Ok(match from.u8("command")? {
            0x01 => Self::UploadBegin(Wire::get(from)?),
            0x02 => Self::UploadChunk { offset: from.u32("offset")?, data: from.rest() },
            0x03 => Self::UploadCommit { size: from.u32("size")?, crc: from.u32("crc")? },
            0x04 => Self::UploadAbort,
            0x05 => Self::Start { slot: from.u8("slot")? },
            0x06 => Self::Pause,
            0x07 => Self::Resume,
            0x08 => Self::Clear,
            0x09 => Self::Delete { slot: from.u8("slot")? },
            0x0A => Self::Status,
            0x0B => Self::Capabilities,
            0x0C => Self::Slot { slot: from.u8("slot")? },
            0x0D => Self::GetSetting { key: from.u16("key")? },
            0x0E => Self::SetSetting { key: from.u16("key")?, value: from.i32("value")? },
            0x0F => Self::Ping { number: from.u32("number")? },
            0x10 => Self::Role(Wire::get(from)?),
            0x11 => Self::Subscribe { topics: from.u8("topics")?, period: from.u16("period")? },
            0x12 => Self::Close,
            0x13 => Self::Input(from.rest()),
            0x14 => Self::Custom { id: from.u16("id")?, data: from.rest() },
            other => return Err(from.unknown("command", other)),
        })
    }
}
