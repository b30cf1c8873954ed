//! A computer: its parts, each of which it may lack.

use crate::part::*;
use core::cell::RefCell;

/// A computer. What it lacks answers None, and programs get the failure that is documented for it.
pub trait Computer {
    /// Does what is due: takes what devices have, shows what was drawn, feeds the loudspeaker. Called between slices of programs.
    fn poll(&mut self) {}
    /// Nothing is to be done: waits for something, at most that long.
    fn idle(&mut self, milliseconds: u32) {
        let _ = milliseconds;
    }
    /// What programs print; stream 1 is standard output, 2 standard error.
    fn print(&mut self, stream: u8, bytes: &[u8]) {
        let _ = stream;
        if let Some(console) = self.console() {
            console.write(bytes);
        }
    }
    /// Text on the screen.
    fn console(&mut self) -> Option<&mut dyn Console> {
        None
    }
    /// Keys.
    fn keyboard(&mut self) -> Option<&mut dyn Keyboard> {
        None
    }
    /// The mouse.
    fn pointer(&mut self) -> Option<&mut dyn Pointer> {
        None
    }
    /// Pixels.
    fn screen(&mut self) -> Option<&mut dyn Screen> {
        None
    }
    /// The disk.
    fn files(&mut self) -> Option<&mut dyn Disk> {
        None
    }
    /// Time.
    fn clock(&mut self) -> Option<&mut dyn Clock> {
        None
    }
    /// The serial port.
    fn serial(&mut self) -> Option<&mut dyn Serial> {
        None
    }
    /// Other programs.
    fn processes(&mut self) -> Option<&mut dyn Processes> {
        None
    }
    /// The loudspeaker.
    fn sound(&mut self) -> Option<&mut dyn Sound> {
        None
    }
    /// The network.
    fn network(&mut self) -> Option<&mut dyn Network> {
        None
    }
    /// What it is.
    fn system(&mut self) -> Option<&mut dyn System> {
        None
    }
    /// A TrueType font.
    fn fonts(&mut self) -> Option<&mut dyn Fonts> {
        None
    }
    /// Windows.
    fn windows(&mut self) -> Option<&mut dyn Windows> {
        None
    }
    /// What the system wrote about itself.
    fn log(&mut self) -> Option<&mut dyn KernelLog> {
        None
    }
    /// A light.
    fn led(&mut self) -> Option<&mut dyn Led> {
        None
    }
    /// Memory of the system.
    fn memory(&mut self) -> Option<&mut dyn Memory> {
        None
    }
    /// Copies without the processor.
    fn dma(&mut self) -> Option<&mut dyn Dma> {
        None
    }
}

/// The computer as all its programs share it.
pub type Shared = &'static RefCell<dyn Computer>;
