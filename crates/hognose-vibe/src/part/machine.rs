//! Clock, memory and what a computer tells about itself.

/// Clocks.
pub trait Clock {
    /// Milliseconds since the start; never goes back.
    fn uptime(&mut self) -> u64;
    /// Seconds since the start of 1970 in UTC. None: there is no such clock.
    fn time(&mut self) -> Option<u64>;
}

/// The serial port.
pub trait Serial {
    /// Writes bytes; a line end becomes CR LF.
    fn write(&mut self, bytes: &[u8]);
}

/// A processor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cpu<'a> {
    /// Its name.
    pub name: &'a str,
    /// MHz.
    pub mhz: u32,
    /// How many there are.
    pub cores: u32,
}

/// A device on the USB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UsbDevice<'a> {
    /// Vendor.
    pub vendor: u16,
    /// Product.
    pub product: u16,
    /// What it is.
    pub name: &'a str,
}

/// What a computer knows of itself.
pub trait System {
    /// Bytes of the heap of the system that are free.
    fn heap_free(&mut self) -> u64;
    /// Bytes of the heap of the system in use.
    fn heap_used(&mut self) -> u64;
    /// Bytes of memory.
    fn ram_total(&mut self) -> u64;
    /// KiB of the disk, 0 without one.
    fn disk_total(&mut self) -> u64;
    /// KiB of the disk that are free.
    fn disk_free(&mut self) -> u64;
    /// The processor.
    fn cpu(&mut self) -> Cpu<'_>;
    /// USB device `index`.
    fn usb(&mut self, index: usize) -> Option<UsbDevice<'_>> {
        let _ = index;
        None
    }
}

/// What the system wrote about itself: the youngest bytes.
pub trait KernelLog {
    /// Bytes kept.
    fn size(&mut self) -> usize;
    /// Copies from that place on, counted from the oldest byte; how many.
    fn read(&mut self, offset: usize, out: &mut [u8]) -> usize;
}

/// A light.
pub trait Led {
    /// Is it on?
    fn is_on(&mut self) -> bool;
    /// Switches it.
    fn set(&mut self, on: bool);
}

/// Blocks of memory with a meaning; those of [`Memory::allocate`] have other numbers.
pub mod block {
    /// The picture that is shown.
    pub const SCREEN: u32 = 0;
    /// The picture that is not shown.
    pub const BACK: u32 = 1;
    /// The letters of the console: 256 glyphs of 16 bytes.
    pub const FONT: u32 = 2;
    /// First number of a block that was allocated.
    pub const FIRST: u32 = 16;
}

/// Memory of the system outside the blocks of programs.
pub trait Memory {
    /// A block of that many bytes, zeroed; its number, [`block::FIRST`] or more. None: there is no room.
    fn allocate(&mut self, bytes: usize) -> Option<u32>;
    /// Gives it back. Unknown numbers are ignored.
    fn free(&mut self, number: u32);
    /// The bytes of a block.
    fn bytes(&mut self, number: u32) -> Option<&mut [u8]>;
}

/// Copies without the processor. The copies themselves are made by who has both ends: see `dma_copy`.
pub trait Dma {
    /// Is there such a thing?
    fn is_available(&self) -> bool;
}
