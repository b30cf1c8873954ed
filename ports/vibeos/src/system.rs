//! Clock, memory, log, light: what the kernel tells about the machine.

use crate::table::Kernel;
use crate::text::text;
use alloc::vec::Vec;
use core::ffi::CStr;
use hognose_vibe::part::*;

/// Most blocks of memory.
const BLOCKS: usize = 64;

/// The machine.
pub struct Board {
    kernel: Kernel,
    /// Name of the device that was asked for last.
    name: [u8; 64],
    blocks: Vec<(u32, Vec<u8>)>,
    next: u32,
}

impl Board {
    /// By that table.
    pub fn new(kernel: Kernel) -> Board {
        Board { kernel, name: [0; 64], blocks: Vec::new(), next: block::FIRST }
    }
}

fn kibibytes(n: Option<i32>) -> u64 {
    n.and_then(|n| n.try_into().ok()).unwrap_or(0)
}

impl Clock for Board {
    fn uptime(&mut self) -> u64 {
        self.kernel.get_uptime_ticks().unwrap_or(0).saturating_mul(10)
    }

    fn time(&mut self) -> Option<u64> {
        self.kernel.get_timestamp().map(u64::from)
    }
}

impl System for Board {
    fn heap_free(&mut self) -> u64 {
        self.kernel.get_mem_free().unwrap_or(0) as u64
    }

    fn heap_used(&mut self) -> u64 {
        self.kernel.get_mem_used().unwrap_or(0) as u64
    }

    fn ram_total(&mut self) -> u64 {
        self.kernel.get_ram_total().unwrap_or(0) as u64
    }

    fn disk_total(&mut self) -> u64 {
        kibibytes(self.kernel.get_disk_total())
    }

    fn disk_free(&mut self) -> u64 {
        kibibytes(self.kernel.get_disk_free())
    }

    fn cpu(&mut self) -> Cpu<'_> {
        let name = match self.kernel.get_cpu_name() {
            // SAFETY: a text of the kernel that stays.
            Some(name) if !name.is_null() => unsafe { CStr::from_ptr(name.cast()) }.to_str().unwrap_or(""),
            _ => "",
        };
        Cpu {
            name,
            mhz: self.kernel.get_cpu_freq_mhz().unwrap_or(0),
            cores: self.kernel.get_cpu_cores().and_then(|n| n.try_into().ok()).unwrap_or(1),
        }
    }

    fn usb(&mut self, index: usize) -> Option<UsbDevice<'_>> {
        let index =
            i32::try_from(index).ok().filter(|&i| self.kernel.usb_device_count().is_some_and(|n| i < n))?;
        let (mut vendor, mut product) = (0, 0);
        let room = self.name.len() as i32;
        let found =
            self.kernel.usb_device_info(index, &mut vendor, &mut product, self.name.as_mut_ptr(), room)?;
        (found == 0).then(|| UsbDevice { vendor, product, name: text(&self.name) })
    }
}

impl KernelLog for Board {
    fn size(&mut self) -> usize {
        self.kernel.klog_size().unwrap_or(0)
    }

    fn read(&mut self, offset: usize, out: &mut [u8]) -> usize {
        self.kernel.klog_read(out.as_mut_ptr(), offset, out.len()).map_or(0, |n| n.min(out.len()))
    }
}

impl Led for Board {
    fn is_on(&mut self) -> bool {
        self.kernel.led_status().is_some_and(|on| on != 0)
    }

    fn set(&mut self, on: bool) {
        if on {
            self.kernel.led_on()
        } else {
            self.kernel.led_off()
        };
    }
}

impl Memory for Board {
    fn allocate(&mut self, bytes: usize) -> Option<u32> {
        if self.blocks.len() >= BLOCKS {
            return None;
        }
        let mut block = Vec::new();
        block.try_reserve_exact(bytes).ok()?;
        block.resize(bytes, 0);
        let number = self.next;
        self.next = number.checked_add(1)?;
        self.blocks.push((number, block));
        Some(number)
    }

    fn free(&mut self, number: u32) {
        self.blocks.retain(|(other, _)| *other != number);
    }

    fn bytes(&mut self, number: u32) -> Option<&mut [u8]> {
        self.blocks.iter_mut().find(|(other, _)| *other == number).map(|(_, block)| block.as_mut_slice())
    }
}

impl Dma for Board {
    fn is_available(&self) -> bool {
        self.kernel.dma_available().is_some_and(|there| there != 0)
    }
}
