//! The screen: a virtio GPU with one picture that it shows.

use crate::interrupts::uptime;
use crate::virtio::{Place, Shared};
use core::ptr::NonNull;
use core::time::Duration;
use virtio_drivers::device::gpu::VirtIOGpu;

/// Time between two pictures at least.
const PERIOD: Duration = Duration::from_millis(10);

/// A screen of `width` x `height` pixels `0x00RRGGBB`.
pub struct Screen {
    device: VirtIOGpu<Shared, Place>,
    pixels: NonNull<[u32]>,
    width: u32,
    height: u32,
    /// When it was shown last.
    shown: Duration,
}

impl Screen {
    /// Sets it up at the size that the device prefers. None: the device does not work.
    pub fn open(place: Place) -> Option<Screen> {
        let mut device = VirtIOGpu::new(place).ok()?;
        let (width, height) = device.resolution().ok()?;
        let bytes = device.change_resolution(width, height).ok()?;
        let len = (width as usize).checked_mul(height as usize)?;
        if bytes.len() < len * 4 {
            return None;
        }
        let pixels = NonNull::slice_from_raw_parts(NonNull::from(bytes).cast::<u32>(), len);
        let mut screen = Screen { device, pixels, width, height, shown: Duration::ZERO };
        screen.show();
        Some(screen)
    }

    /// What was drawn is seen at once.
    pub fn show(&mut self) {
        let _ = self.device.flush();
        self.shown = uptime();
    }

    /// Is it time for the next picture?
    pub fn is_due(&self) -> bool {
        uptime().saturating_sub(self.shown) >= PERIOD
    }

    /// Width and height.
    pub fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    /// The picture, row by row.
    pub fn pixels(&mut self) -> &mut [u32] {
        // SAFETY: pages that belong to the device's driver as long as it lives; it lives in this struct, gives them to nobody
        // else, and the machine only reads them.
        unsafe { self.pixels.as_mut() }
    }
}
