//! Frames: one packet of the link.
//!
//! ```text
//! version u8 | kind u8 | session u16 | seq u16 | length u16 | payload | crc16 u16      then COBS, then 0x00
//! ```
//! The CRC covers all before it. An empty frame (two zeros in a row) means nothing and is allowed anywhere.

use core::fmt;

use crate::cobs;
use crate::crc::crc16;
use crate::wire::{WireError, Writer};

/// Version of the frame format: the first byte of every frame.
pub const VERSION: u8 = 1;
/// Bytes before the payload.
pub const HEADER: usize = 8;
/// Largest payload. A frame on the wire stays below 1 KiB.
pub const MAX_PAYLOAD: usize = 1000;
/// Largest frame on the wire, with stuffing and the final zero.
pub const MAX_FRAME: usize = encoded_max(MAX_PAYLOAD);

/// Bytes a buffer needs for a frame with `payload` bytes: the frame on the wire, and one byte that building it needs.
pub const fn encoded_max(payload: usize) -> usize {
    let plain = HEADER + payload + 2;
    plain + cobs::overhead(plain) + 2
}

/// What a frame carries. Host to device below 0x80, device to host from 0x80.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    /// Opens a session.
    Hello = 0x01,
    /// Answers a challenge.
    Proof = 0x02,
    /// A command, answered by `Ack` or `Nak` with its sequence number.
    Command = 0x03,
    /// What the host has received of events and console; also its sign of life.
    Flow = 0x04,
    /// Remote drive: not answered, the newest counts.
    Drive = 0x05,
    /// Stop: needs no session, overtakes everything.
    Stop = 0x0F,
    /// Asks the host to prove the key.
    Challenge = 0x81,
    /// The session is open.
    Welcome = 0x82,
    /// The command was done.
    Ack = 0x83,
    /// The command was refused.
    Nak = 0x84,
    /// A numbered event.
    Event = 0x85,
    /// Console output at an offset.
    Console = 0x86,
    /// Telemetry: not answered, the newest counts.
    Telemetry = 0x87,
    /// The device's sign of life.
    Beat = 0x88,
    /// Answers `Stop`.
    Stopped = 0x8F,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 15] = [
        Kind::Hello,
        Kind::Proof,
        Kind::Command,
        Kind::Flow,
        Kind::Drive,
        Kind::Stop,
        Kind::Challenge,
        Kind::Welcome,
        Kind::Ack,
        Kind::Nak,
        Kind::Event,
        Kind::Console,
        Kind::Telemetry,
        Kind::Beat,
        Kind::Stopped,
    ];

    /// The kind with this number.
    pub fn from_number(number: u8) -> Option<Kind> {
        Self::ALL.into_iter().find(|kind| *kind as u8 == number)
    }
}

/// A frame that passed its checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame<'a> {
    /// What it carries.
    pub kind: Kind,
    /// Session it belongs to.
    pub session: u16,
    /// Sequence number, counted per kind by the sender.
    pub seq: u16,
    /// The message.
    pub payload: &'a [u8],
}

/// Why a frame was thrown away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrameError {
    /// More bytes without a zero than the buffer holds.
    TooLong {
        /// Bytes the buffer holds.
        max: usize,
    },
    /// Fewer bytes than header and CRC.
    TooShort {
        /// Bytes found.
        length: usize,
    },
    /// The stuffing is wrong.
    Stuffing {
        /// Offset in the stuffed frame.
        at: usize,
    },
    /// The checksum is wrong.
    Crc {
        /// Checksum of the bytes.
        want: u16,
        /// Checksum in the frame.
        got: u16,
    },
    /// A frame version that is not spoken here.
    Version {
        /// The version found; allowed is [`VERSION`].
        got: u8,
    },
    /// The length field disagrees with the frame.
    Length {
        /// Length field.
        said: usize,
        /// Payload bytes that are there.
        have: usize,
    },
    /// A kind that is not defined.
    Kind {
        /// The kind found.
        got: u8,
    },
}

impl fmt::Display for FrameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { max } => write!(f, "frame longer than {max} bytes"),
            Self::TooShort { length } => write!(f, "frame of {length} bytes, at least {} needed", HEADER + 2),
            Self::Stuffing { at } => write!(f, "wrong stuffing at byte {at}"),
            Self::Crc { want, got } => write!(f, "checksum {got:#06x}, the bytes give {want:#06x}"),
            Self::Version { got } => write!(f, "frame version {got}, spoken here: {VERSION}"),
            Self::Length { said, have } => write!(f, "length field says {said}, the frame has {have}"),
            Self::Kind { got } => write!(f, "frame kind {got:#04x} is not defined"),
        }
    }
}

impl core::error::Error for FrameError {}

/// Reads a frame out of unstuffed bytes.
pub fn parse(plain: &[u8]) -> Result<Frame<'_>, FrameError> {
    let short = FrameError::TooShort { length: plain.len() };
    let body_end = plain.len().checked_sub(2).ok_or(short)?;
    let (body, crc) = plain.split_at(body_end);
    let (Some(header), Some(payload)) = (body.get(..HEADER), body.get(HEADER..)) else {
        return Err(short);
    };
    let got = u16::from_le_bytes([crc[0], crc[1]]);
    let want = crc16(body);
    if got != want {
        return Err(FrameError::Crc { want, got });
    }
    if header[0] != VERSION {
        return Err(FrameError::Version { got: header[0] });
    }
    let said = usize::from(u16::from_le_bytes([header[6], header[7]]));
    if said != payload.len() {
        return Err(FrameError::Length { said, have: payload.len() });
    }
    let kind = Kind::from_number(header[1]).ok_or(FrameError::Kind { got: header[1] })?;
    Ok(Frame {
        kind,
        session: u16::from_le_bytes([header[2], header[3]]),
        seq: u16::from_le_bytes([header[4], header[5]]),
        payload,
    })
}

/// Builds a frame as it goes on the wire into `buffer`, its payload written by `fill`, and returns its length.
///
/// A buffer of [`encoded_max`]`(n)` bytes takes payloads of up to `n` bytes.
pub fn build(
    buffer: &mut [u8],
    kind: Kind,
    session: u16,
    seq: u16,
    fill: impl FnOnce(&mut Writer<'_>) -> Result<(), WireError>,
) -> Result<usize, WireError> {
    // The payload is written behind a gap that the stuffing grows into.
    let gap = cobs::overhead(buffer.len().min(MAX_FRAME)) + 1;
    let payload_end = buffer.len().saturating_sub(2).min(gap + HEADER + MAX_PAYLOAD);
    let room = buffer.get_mut(gap + HEADER..payload_end).unwrap_or(&mut []);
    let mut writer = Writer::new(room);
    fill(&mut writer)?;
    let length = writer.length();
    let too_small = WireError {
        problem: crate::wire::Problem::NoRoom { need: encoded_max(length), have: buffer.len() },
        field: "frame",
        at: 0,
    };
    let plain = buffer.get_mut(gap..gap + HEADER + length + 2).ok_or(too_small)?;
    plain[0] = VERSION;
    plain[1] = kind as u8;
    plain[2..4].copy_from_slice(&session.to_le_bytes());
    plain[4..6].copy_from_slice(&seq.to_le_bytes());
    plain[6..8].copy_from_slice(&(length as u16).to_le_bytes());
    let crc = crc16(&plain[..HEADER + length]);
    plain[HEADER + length..].copy_from_slice(&crc.to_le_bytes());
    let stuffed = cobs::encode_in_place(buffer, gap, HEADER + length + 2).ok_or(too_small)?;
    *buffer.get_mut(stuffed).ok_or(too_small)? = 0;
    Ok(stuffed + 1)
}

/// Cuts a byte stream into frames.
#[derive(Debug)]
pub struct Framer<'b> {
    buffer: &'b mut [u8],
    length: usize,
    overlong: bool,
    complete: bool,
}

impl<'b> Framer<'b> {
    /// A framer that takes frames of up to `buffer.len()` stuffed bytes; see [`encoded_max`].
    pub fn new(buffer: &'b mut [u8]) -> Self {
        Self { buffer, length: 0, overlong: false, complete: false }
    }

    /// Takes one byte. `true`: a frame has ended, ask [`Self::frame`] for it.
    pub fn push(&mut self, byte: u8) -> bool {
        if self.complete {
            self.reset();
        }
        if byte == 0 {
            self.complete = self.length > 0 || self.overlong;
            return self.complete;
        }
        match self.buffer.get_mut(self.length) {
            Some(place) => {
                *place = byte;
                self.length += 1;
            }
            None => self.overlong = true,
        }
        false
    }

    /// The frame that just ended. Asking twice gives an error: unstuffing uses the bytes up.
    pub fn frame(&mut self) -> Result<Frame<'_>, FrameError> {
        let (length, overlong) = (self.length, self.overlong);
        self.reset();
        if overlong {
            return Err(FrameError::TooLong { max: self.buffer.len() });
        }
        let stuffed = self.buffer.get_mut(..length).unwrap_or(&mut []);
        let plain = cobs::decode_in_place(stuffed).map_err(|at| FrameError::Stuffing { at })?;
        parse(stuffed.get(..plain).unwrap_or(&[]))
    }

    /// Whether the next byte starts a frame.
    pub fn is_empty(&self) -> bool {
        self.complete || (self.length == 0 && !self.overlong)
    }

    /// Forgets a half frame.
    pub fn reset(&mut self) {
        self.length = 0;
        self.overlong = false;
        self.complete = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec;
    use std::vec::Vec;

    #[test]
    fn every_payload_length_round_trips() {
        for length in 0..=MAX_PAYLOAD {
            let payload: Vec<u8> = (0..length).map(|i| (i * 7) as u8).collect();
            let mut wire = vec![0xAA; MAX_FRAME + 8];
            let n = build(&mut wire, Kind::Console, 0x1234, 7, |w| w.bytes("data", &payload)).unwrap();
            assert!(n <= encoded_max(length) && n <= 1024);
            let mut memory = [0; MAX_FRAME];
            let mut framer = Framer::new(&mut memory);
            assert!(!framer.push(0), "an empty frame means nothing");
            let ends = wire[..n].iter().filter(|byte| framer.push(**byte)).count();
            assert_eq!(ends, 1);
            let frame = framer.frame().unwrap();
            assert_eq!(frame, Frame { kind: Kind::Console, session: 0x1234, seq: 7, payload: &payload });
        }
    }

    #[test]
    fn a_buffer_of_encoded_max_is_enough() {
        for length in 0..=MAX_PAYLOAD {
            let mut wire = vec![0; encoded_max(length)];
            let payload = vec![9; length];
            assert!(build(&mut wire, Kind::Hello, 0, 0, |w| w.bytes("data", &payload)).is_ok(), "{length}");
            let mut small = vec![0; length + HEADER];
            assert!(build(&mut small, Kind::Hello, 0, 0, |w| w.bytes("data", &payload)).is_err());
        }
        let mut wire = vec![0; 4000];
        assert!(build(&mut wire, Kind::Hello, 0, 0, |w| w.bytes("data", &[1; 1001])).is_err());
    }

    #[test]
    fn every_flipped_bit_is_seen() {
        let mut wire = [0; 64];
        let n = build(&mut wire, Kind::Command, 5, 6, |w| w.bytes("data", b"start")).unwrap();
        for bit in 0..(n - 1) * 8 {
            let mut bad = wire;
            bad[bit / 8] ^= 1 << (bit % 8);
            let mut memory = [0; 64];
            let mut framer = Framer::new(&mut memory);
            for byte in &bad[..n] {
                if framer.push(*byte) {
                    assert!(framer.frame().is_err(), "bit {bit}");
                }
            }
        }
    }

    #[test]
    fn bad_frames_say_why() {
        fn with_crc(body: &[u8]) -> Vec<u8> {
            let mut plain = body.to_vec();
            plain.extend_from_slice(&crc16(body).to_le_bytes());
            plain
        }
        assert_eq!(parse(&[1, 2, 3]), Err(FrameError::TooShort { length: 3 }));
        assert_eq!(parse(&with_crc(&[2, 3, 0, 0, 0, 0, 0, 0])), Err(FrameError::Version { got: 2 }));
        assert_eq!(parse(&with_crc(&[1, 0x77, 0, 0, 0, 0, 0, 0])), Err(FrameError::Kind { got: 0x77 }));
        assert_eq!(
            parse(&with_crc(&[1, 3, 0, 0, 0, 0, 2, 0, 9])),
            Err(FrameError::Length { said: 2, have: 1 })
        );
        let mut memory = [0; 4];
        let mut framer = Framer::new(&mut memory);
        for byte in [1, 1, 1, 1, 1, 0] {
            framer.push(byte);
        }
        assert_eq!(framer.frame(), Err(FrameError::TooLong { max: 4 }));
    }
}
