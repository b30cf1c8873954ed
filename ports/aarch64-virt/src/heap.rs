//! Memory for the drivers and for the engines' blocks: all RAM behind the image.

use core::alloc::{GlobalAlloc, Layout};
use core::cell::UnsafeCell;
use core::ptr::{NonNull, null_mut};
use core::sync::atomic::{AtomicUsize, Ordering};
use rlsf::Tlsf;

/// Two-level segregated fit: every request takes the same short time.
type Space = Tlsf<'static, u64, u64, 40, 32>;

struct Heap {
    space: UnsafeCell<Space>,
    used: AtomicUsize,
    size: AtomicUsize,
}

// SAFETY: one core, and interrupt handlers do not allocate.
unsafe impl Sync for Heap {}

#[global_allocator]
static HEAP: Heap =
    Heap { space: UnsafeCell::new(Tlsf::new()), used: AtomicUsize::new(0), size: AtomicUsize::new(0) };

// SAFETY: the space hands out memory that is its own, once.
unsafe impl GlobalAlloc for Heap {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: one core, no allocation inside an allocation.
        match unsafe { &mut *self.space.get() }.allocate(layout) {
            Some(place) => {
                self.used.fetch_add(layout.size(), Ordering::Relaxed);
                place.as_ptr()
            }
            None => null_mut(),
        }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        if let Some(place) = NonNull::new(place) {
            self.used.fetch_sub(layout.size(), Ordering::Relaxed);
            // SAFETY: it came from `alloc` with that layout.
            unsafe { (*self.space.get()).deallocate(place, layout.align()) }
        }
    }
}

/// Takes the memory from that address up to that one.
///
/// # Safety
/// Nothing else uses it, ever; called once.
pub unsafe fn give(start: usize, end: usize) {
    let Some(len) = end.checked_sub(start) else { return };
    if let Some(place) = NonNull::new(core::ptr::slice_from_raw_parts_mut(start as *mut u8, len)) {
        // SAFETY: promised by the caller.
        unsafe { (*HEAP.space.get()).insert_free_block_ptr(place) };
        HEAP.size.store(len, Ordering::Relaxed);
    }
}

/// Bytes in use.
pub fn used() -> usize {
    HEAP.used.load(Ordering::Relaxed)
}

/// Bytes that are free.
pub fn free() -> usize {
    HEAP.size.load(Ordering::Relaxed).saturating_sub(used())
}
