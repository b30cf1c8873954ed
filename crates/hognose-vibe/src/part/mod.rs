//! The parts of a computer, a trait each. All of them are polled: nothing here waits, so that programs which wait do not
//! stop the others.

mod console;
mod disk;
mod input;
mod machine;
mod network;
mod processes;
mod screen;
mod sound;
mod text;
mod windows;

pub use console::Console;
pub use disk::{Disk, Stat};
pub use input::{Keyboard, Pointer, key};
pub use machine::{Clock, Cpu, Dma, KernelLog, Led, Memory, Serial, System, UsbDevice, block};
pub use network::{Network, Received, Sockets, Ticket};
pub use processes::{Job, Processes, State};
pub use screen::Screen;
pub use sound::{Format, Sound};
pub use text::{Fonts, Glyph, Metrics, style};
pub use windows::{Canvas, Event, Windows, event};
