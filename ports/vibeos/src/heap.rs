//! Memory from the kernel's heap. The kernel gives back nothing when a process ends, so what is still in use then is given back
//! here: all blocks are in a ring.

use crate::table::Kernel;
use core::alloc::{GlobalAlloc, Layout};
use core::cell::UnsafeCell;
use core::ptr::null_mut;

/// In front of every block.
#[repr(C)]
struct Head {
    next: *mut Head,
    previous: *mut Head,
    /// What the kernel gave: blocks of the kernel are aligned to 8 bytes only.
    start: *mut u8,
}

/// Most that a block is aligned to.
const ALIGN: usize = 16;
/// Bytes in front of a block.
const HEAD: usize = 32;

const _: () = assert!(size_of::<Head>() <= HEAD && HEAD % ALIGN == 0);

struct Heap {
    kernel: Option<Kernel>,
    first: *mut Head,
}

/// The heap of this process.
struct Shared(UnsafeCell<Heap>);

// SAFETY: a process is one thread, and interrupts do not come here.
unsafe impl Sync for Shared {}

static HEAP: Shared = Shared(UnsafeCell::new(Heap { kernel: None, first: null_mut() }));

struct Allocator;

#[global_allocator]
static ALLOCATOR: Allocator = Allocator;

/// The kernel that memory comes from.
pub fn start(kernel: Kernel) {
    // SAFETY: one thread; nobody else has a reference.
    unsafe { (*HEAP.0.get()).kernel = Some(kernel) };
}

/// The kernel that memory comes from, for who has no other way to know it.
pub fn kernel() -> Option<Kernel> {
    // SAFETY: as above.
    unsafe { (*HEAP.0.get()).kernel }
}

/// Gives everything back.
///
/// # Safety
/// Nothing that was allocated is used any more.
pub unsafe fn end() {
    // SAFETY: as above; every block in the list is one of ours.
    unsafe {
        let heap = &mut *HEAP.0.get();
        while !heap.first.is_null() {
            let head = heap.first;
            heap.first = (*head).next;
            if let Some(kernel) = heap.kernel {
                kernel.free((*head).start);
            }
        }
    }
}

// SAFETY: blocks do not overlap, as the kernel's do not, and are aligned as asked or refused.
unsafe impl GlobalAlloc for Allocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: one thread. The block has room for the head, the bytes and the alignment.
        unsafe {
            let heap = &mut *HEAP.0.get();
            let bytes = layout.size().checked_add(HEAD + ALIGN);
            let start =
                heap.kernel.zip(bytes).and_then(|(kernel, bytes)| kernel.malloc(bytes)).unwrap_or(null_mut());
            if start.is_null() || layout.align() > ALIGN {
                return null_mut();
            }
            let head = start.add(start.align_offset(ALIGN)).cast::<Head>();
            head.write(Head { next: heap.first, previous: null_mut(), start });
            if !heap.first.is_null() {
                (*heap.first).previous = head;
            }
            heap.first = head;
            head.cast::<u8>().add(HEAD)
        }
    }

    unsafe fn dealloc(&self, block: *mut u8, _: Layout) {
        // SAFETY: the block came from `alloc`, so its head is in front of it.
        unsafe {
            let heap = &mut *HEAP.0.get();
            let head = block.sub(HEAD).cast::<Head>();
            let Head { next, previous, start } = head.read();
            if previous.is_null() {
                heap.first = next;
            } else {
                (*previous).next = next;
            }
            if !next.is_null() {
                (*next).previous = previous;
            }
            if let Some(kernel) = heap.kernel {
                kernel.free(start);
            }
        }
    }
}
