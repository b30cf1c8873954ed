//! A small robot with two wheels as programs see it: drive, motors, sensors, lights, sound, display, buttons, clock. Python and
//! Bajo programs call the same functions, under the same limits.
//!
//! ```text
//! programs            python (module `robot`)        bajo (functions by number)       a person at a distance
//!                                    \                    |                           /
//! Robot               limits · who may drive · moves · clock · lights · sound · events · safe state
//!                                                         |
//! Hardware            a board of embedded-hal parts  ·  the simulator  ·  a recorder for tests
//! ```
//!
//! - [`Hardware`]: what a board must be able to do.
//! - [`Robot`]: everything between programs and hardware. All limits live here ([`limits`]).
//! - [`Rig`]: a robot with its hardware: the equipment that a device's supervisor looks after.
#![no_std]
#![forbid(unsafe_code)]
// Without an allocator the message of an error lies in the error.
#![allow(clippy::result_large_err)]

#[cfg(any(feature = "sim", test))]
extern crate std;

pub mod base;
pub mod board;
pub mod buttons;
pub mod color;
pub mod display;
pub mod events;
mod font;
pub mod hardware;
pub mod lights;
pub mod limits;
mod motion;
pub mod part;
pub mod python;
mod queue;
mod ramp;
#[cfg(feature = "sim")]
pub mod recorder;
mod rig;
mod robot;
mod sense;
mod sensing;
mod show;
#[cfg(feature = "sim")]
pub mod sim;
pub mod sound;
mod task;
mod wheel;
pub mod words;

pub use hardware::{Hardware, Sensor, Side};
pub use limits::Settings;
pub use motion::Ending;
pub use rig::Rig;
pub use robot::{Reply, Robot};
pub use sensing::Query;
pub use task::{MoveId, Stop};
