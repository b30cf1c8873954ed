//! Opening a session: versions, roles, capabilities, proof of the key.

use super::{coded, get_option, in_order, put_option};
use crate::wire::{Reader, Wire, WireError, Writer};

coded! {
    /// What a peer may do.
    Role as "role" {
        /// Watches only.
        Viewer = 0 "viewer",
        /// Commands; there is one.
        Controller = 1 "controller",
        /// Asks for control and is content with watching if somebody else has it.
        ControllerOrViewer = 2 "controller or viewer",
    }
}

/// The first message of a host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hello<'a> {
    /// Lowest protocol version the host speaks.
    pub version_min: u8,
    /// Highest protocol version the host speaks.
    pub version_max: u8,
    /// The role it asks for.
    pub role: Role,
    /// 16 bytes never used before by this host.
    pub nonce: [u8; 16],
    /// Largest payload the host takes, in bytes.
    pub max_payload: u16,
    /// Also send the events and console output kept from before.
    pub history: bool,
    /// Boot number of the device as the host knows it, 0 if it does not.
    pub boot: u32,
    /// First event the host has not seen in that boot.
    pub event_next: u32,
    /// First console byte the host has not seen in that boot.
    pub console_next: u32,
    /// Who asks, for the others to read: at most 32 bytes are kept.
    pub name: &'a str,
}

in_order!(Hello<'a> {
    version_min: u8,
    version_max: u8,
    role: message,
    nonce: array,
    max_payload: u16,
    history: bool,
    boot: u32,
    event_next: u32,
    console_next: u32,
    name: text,
});

/// The device asks for proof of the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Challenge {
    /// 16 bytes never used before by this device.
    pub nonce: [u8; 16],
}

in_order!(Challenge { nonce: array });

/// The proof of the key: [`crate::auth::host_proof`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proof {
    /// HMAC-SHA256.
    pub mac: [u8; 32],
}

in_order!(Proof { mac: array });

/// Feature bits of [`Capabilities::features`].
pub mod feature {
    /// Runs Python images.
    pub const PYTHON: u32 = 1;
    /// Runs Bajo images.
    pub const BAJO: u32 = 1 << 1;
    /// Takes remote drive.
    pub const DRIVE: u32 = 1 << 2;
    /// Has a battery gauge.
    pub const BATTERY: u32 = 1 << 3;
    /// Also speaks the raw REPL on a byte stream.
    pub const RAW_REPL: u32 = 1 << 4;
    /// Is a simulation.
    pub const SIMULATED: u32 = 1 << 5;
}

/// What a device is and takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capabilities<'a> {
    /// Largest payload the device takes, in bytes.
    pub max_payload: u16,
    /// Largest upload chunk, in bytes.
    pub max_chunk: u16,
    /// Largest program, in bytes.
    pub max_program: u32,
    /// Program slots.
    pub slots: u8,
    /// Bits of [`feature`].
    pub features: u32,
    /// Version of images it takes.
    pub image_version: u16,
    /// Checksum over its table of host functions.
    pub host_table: u32,
    /// Bytes of memory a program gets at most.
    pub memory: u32,
    /// Grants a program may have at most, one bit a host module.
    pub grants: u32,
    /// Name of the device, at most 32 bytes by convention.
    pub name: &'a str,
    /// Version of its firmware.
    pub firmware: &'a str,
}

in_order!(Capabilities<'a> {
    max_payload: u16,
    max_chunk: u16,
    max_program: u32,
    slots: u8,
    features: u32,
    image_version: u16,
    host_table: u32,
    memory: u32,
    grants: u32,
    name: text,
    firmware: text,
});

/// The session is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Welcome<'a> {
    /// Protocol version of this session.
    pub version: u8,
    /// The role granted: viewer or controller.
    pub role: Role,
    /// Boot number of the device: changes at every start of the device.
    pub boot: u32,
    /// Number of the first event this session will send.
    pub event_next: u32,
    /// Offset of the first console byte this session will send.
    pub console_next: u32,
    /// What the device is and takes.
    pub capabilities: Capabilities<'a>,
    /// The device's own proof of the key, on carriers that need one: [`crate::auth::device_proof`].
    pub proof: Option<Proof>,
}

impl<'a> Wire<'a> for Welcome<'a> {
    fn put(&self, out: &mut Writer<'_>) -> Result<(), WireError> {
        out.u8("version", self.version)?;
        self.role.put(out)?;
        out.u32("boot", self.boot)?;
        out.u32("event_next", self.event_next)?;
        out.u32("console_next", self.console_next)?;
        self.capabilities.put(out)?;
        put_option(self.proof.as_ref(), "proof", out)
    }

    fn get(from: &mut Reader<'a>) -> Result<Self, WireError> {
        Ok(Self {
            version: from.u8("version")?,
            role: Role::get(from)?,
            boot: from.u32("boot")?,
            event_next: from.u32("event_next")?,
            console_next: from.u32("console_next")?,
            capabilities: Capabilities::get(from)?,
            proof: get_option("proof", from)?,
        })
    }
}
