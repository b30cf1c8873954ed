//! Virtio devices of this machine: 32 places in memory, and the memory that is shared with them.

use alloc::alloc::{alloc_zeroed, dealloc};
use core::alloc::Layout;
use core::ptr::NonNull;
use virtio_drivers::transport::mmio::{MmioTransport, VirtIOHeader};
use virtio_drivers::transport::{DeviceType, Transport};
use virtio_drivers::{BufferDirection, Hal, PAGE_SIZE, PhysAddr};

const FIRST: usize = 0x0a00_0000;
const STEP: usize = 0x200;
const PLACES: usize = 32;

/// Memory that devices and drivers share: addresses are the same for both, and caches are coherent.
pub struct Shared;

fn pages(count: usize) -> Option<Layout> {
    Layout::from_size_align(count.checked_mul(PAGE_SIZE)?, PAGE_SIZE).ok()
}

// SAFETY: pages come zeroed and aligned from the heap and belong to nobody else.
unsafe impl Hal for Shared {
    fn dma_alloc(count: usize, _direction: BufferDirection) -> (PhysAddr, NonNull<u8>) {
        // SAFETY: the size is not zero: drivers ask for pages.
        let place = pages(count.max(1)).and_then(|layout| NonNull::new(unsafe { alloc_zeroed(layout) }));
        match place {
            Some(place) => (place.as_ptr() as PhysAddr, place),
            // Address 0 says that there is no memory.
            None => (0, NonNull::dangling()),
        }
    }

    unsafe fn dma_dealloc(_physical: PhysAddr, place: NonNull<u8>, count: usize) -> i32 {
        match pages(count.max(1)) {
            // SAFETY: it came from `dma_alloc` with as many pages.
            Some(layout) => unsafe { dealloc(place.as_ptr(), layout) },
            None => return -1,
        }
        0
    }

    unsafe fn mmio_phys_to_virt(physical: PhysAddr, _size: usize) -> NonNull<u8> {
        NonNull::new(physical as *mut u8).unwrap_or(NonNull::dangling())
    }

    unsafe fn share(buffer: NonNull<[u8]>, _direction: BufferDirection) -> PhysAddr {
        buffer.cast::<u8>().as_ptr() as PhysAddr
    }

    unsafe fn unshare(_physical: PhysAddr, _buffer: NonNull<[u8]>, _direction: BufferDirection) {}
}

/// A device's registers.
pub type Place = MmioTransport<'static>;

/// Every device that is plugged in, and its kind. To be asked once.
pub fn devices() -> impl Iterator<Item = (DeviceType, Place)> {
    (0..PLACES).filter_map(|index| {
        let header = NonNull::new((FIRST + index * STEP) as *mut VirtIOHeader)?;
        // SAFETY: the place of a virtio device on this machine, asked for once. An empty one says kind 0 and is left alone.
        let place = unsafe { MmioTransport::new(header, STEP) }.ok()?;
        Some((place.device_type(), place))
    })
}
