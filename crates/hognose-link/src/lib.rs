//! The protocol between a host and a device.
//!
//! Bytes become [`frame`]s (COBS, CRC-16, sequence numbers), frames carry [`message`]s, and two state machines talk:
//! [`Hub`] on the device (one controller, many viewers) and [`Client`] on the host. Neither does any input or output:
//! both are fed with bytes and a clock in milliseconds and give bytes to send, in memory of the caller.
//! `docs/protocol.md` describes the wire with examples; [`fault`] is a carrier that loses frames on purpose.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(test)]
extern crate std;

pub mod auth;
pub mod client;
pub mod cobs;
pub mod crc;
pub mod fault;
pub mod frame;
pub mod hub;
mod journal;
pub mod line;
pub mod message;
mod peer;
mod ring;
pub mod upload;
pub mod wire;

pub use client::{Client, ClientError, Notice, Options, Resume};
pub use frame::{Frame, FrameError, Framer, Kind};
pub use hub::{Answer, Caller, Hub, HubMemory, Left, PeerMemory, Runtime, Settings};
pub use line::Line;
pub use message::*;
pub use upload::Sender;
pub use wire::{Problem, WireError};
