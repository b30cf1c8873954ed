//! What a machine that stores and runs programs is made of. It knows no robot and no sensor: everything that moves, shines or
//! sounds stands behind [`Equipment`].
//!
//! - [`Device`]: the supervisor. One program at a time, Python or Bajo, and the safe state after its every end.
//! - [`Gear`]: what an engine has around it; it lies beside the device.
//! - [`store`]: the program and the settings in flash, whole whenever power fails.
//! - [`Setting`]: what the owner of a device decides for all programs.
//!
//! # Commands
//!
//! | command | EMPTY | READY | RUNNING | PAUSED | STOPPING |
//! |---|---|---|---|---|---|
//! | upload | ok | ok, old one kept until commit | busy, or stops with `replace` | busy, or stops with `replace` | busy |
//! | start | no program | ok, or tethered, low battery, fault | ok, nothing to do | resumes | busy |
//! | pause | no program | nothing to do | ok | nothing to do | nothing to do |
//! | resume | not paused | not paused | nothing to do | ok | not paused |
//! | stop | ok | ok | ok | ok | ok |
//! | delete | ok | ok | stops, then deletes | stops, then deletes | after the stop |
//!
//! WAITING_START is READY with its start gate armed; FAULT is left by *clear* alone.
#![no_std]
#![forbid(unsafe_code)]
// Without an allocator the message of an error lies in the error.
#![allow(clippy::result_large_err)]

mod console;
mod device;
pub mod equipment;
pub mod flash;
mod gear;
pub mod limits;
mod note;
pub mod owner;
mod program;
mod runtime;
pub mod setting;
pub mod store;
mod uses;
pub mod value;

pub use device::{Config, Device};
pub use equipment::{Equipment, Senses, Signal};
pub use gear::Gear;
pub use note::{Failure, Note};
pub use owner::Owner;
pub use setting::Setting;
pub use store::{Store, StoreError};
pub use value::Value;

/// Milliseconds since some moment, usually the start of the device. It never goes back.
pub type Millis = u64;
