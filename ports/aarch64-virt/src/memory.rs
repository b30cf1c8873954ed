//! The memory map: devices, RAM, and a hole below the stack. Addresses are the machine's own.

use core::arch::asm;
use core::cell::UnsafeCell;

/// A table of the memory map.
#[repr(C, align(4096))]
struct Table(UnsafeCell<[u64; 512]>);

// SAFETY: written once, by the one core that runs, before anything else does.
unsafe impl Sync for Table {}

/// Entries of 1 GB each.
static GIGABYTES: Table = Table(UnsafeCell::new([0; 512]));
/// Entries of 2 MB each: the first gigabyte of RAM.
static FIRST: Table = Table(UnsafeCell::new([0; 512]));

/// Start of RAM on this machine.
pub const RAM: usize = 0x4000_0000;
/// Block, accessed before; not for programs of level 0.
const BLOCK: u64 = 1 | 1 << 10;
/// Memory of devices: first kind of `mair_el1`; never executed.
const DEVICE: u64 = BLOCK | 1 << 53 | 1 << 54;
/// RAM with caches: second kind, inner shareable.
const NORMAL: u64 = BLOCK | 1 << 2 | 3 << 8;
/// The second 2 MB of RAM: below the stack.
const GUARD: usize = 1;

/// Fills the tables and turns the map and the caches on. Called by the start code alone.
#[unsafe(no_mangle)]
extern "C" fn map_memory() {
    // SAFETY: nothing else runs yet, so nothing else looks at the tables.
    let (gigabytes, first) = unsafe { (&mut *GIGABYTES.0.get(), &mut *FIRST.0.get()) };
    for (index, entry) in gigabytes.iter_mut().enumerate() {
        let address = (index as u64) << 30;
        *entry = match index {
            // The last of them: configuration of PCI devices at 257 GB.
            0 | 256.. => address | DEVICE,
            1 => FIRST.0.get() as u64 | 3,
            _ => address | NORMAL,
        };
    }
    for (index, entry) in first.iter_mut().enumerate() {
        *entry = if index == GUARD { 0 } else { (RAM as u64 + ((index as u64) << 21)) | NORMAL };
    }
    // Addresses of 39 bits, pages of 4 KB, tables in cached memory, nothing above; physical addresses of 40 bits.
    let control: u64 = 25 | 1 << 8 | 1 << 10 | 3 << 12 | 1 << 23 | 2 << 32;
    // SAFETY: every address that code, data and stack use is mapped to itself.
    unsafe {
        asm!(
            "msr mair_el1, {kinds}",
            "msr tcr_el1, {control}",
            "msr ttbr0_el1, {table}",
            "dsb sy",
            "isb",
            "tlbi vmalle1",
            "ic iallu",
            "dsb sy",
            "isb",
            "mrs {t}, sctlr_el1",
            "orr {t}, {t}, {on}",
            "bic {t}, {t}, #2",
            "msr sctlr_el1, {t}",
            "isb",
            kinds = in(reg) 0xff00u64,
            control = in(reg) control,
            table = in(reg) GIGABYTES.0.get(),
            on = in(reg) 0x1005u64,
            t = out(reg) _,
        );
    }
}

/// A register of a device.
#[derive(Clone, Copy)]
pub struct Register(usize);

impl Register {
    /// The register at that address, which belongs to a device.
    ///
    /// # Safety
    /// Nothing but a device is there, and reading and writing it as documented for that device harms no memory.
    pub const unsafe fn at(address: usize) -> Register {
        Register(address)
    }

    /// Reads 32 bits.
    pub fn read(self) -> u32 {
        // SAFETY: promised by whoever made this.
        unsafe { (self.0 as *const u32).read_volatile() }
    }

    /// Writes 32 bits.
    pub fn write(self, value: u32) {
        // SAFETY: promised by whoever made this.
        unsafe { (self.0 as *mut u32).write_volatile(value) }
    }
}
