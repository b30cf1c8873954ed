//! The kernel's heap: first fit, blocks aligned to 8 bytes and never to 16, filled with rubbish when they are given and when they
//! come back.

const START: usize = 0x4A00_0008;
const END: usize = 0x5A00_0000;
/// Bytes in front of a block.
const HEAD: usize = 24;

#[repr(C)]
struct Head {
    size: usize,
    used: usize,
    mark: usize,
}

static mut LIVE: usize = 0;
static mut MOST: usize = 0;
static mut BYTES: usize = 0;

/// One free block.
pub fn start() {
    // SAFETY: memory for the heap.
    unsafe { (START as *mut Head).write(Head { size: END - START - HEAD, used: 0, mark: 0 }) };
}

/// Live blocks, and the most bytes that were in use.
pub fn live() -> (usize, usize) {
    // SAFETY: one thread.
    unsafe { (LIVE, MOST) }
}

/// Bytes that are free and in use.
pub fn room() -> (usize, usize) {
    // SAFETY: one thread.
    unsafe { (END - START - BYTES, BYTES) }
}

/// The kernel's `malloc`.
pub extern "C" fn malloc(size: usize) -> usize {
    let size = (size + 15) & !15;
    let mut at = START;
    // SAFETY: the chain of blocks from START to END.
    unsafe {
        while at < END && size > 0 {
            let head = at as *mut Head;
            // Free neighbours become one.
            while (*head).used == 0 {
                let next = at + HEAD + (*head).size;
                if next >= END || (*(next as *mut Head)).used != 0 {
                    break;
                }
                (*head).size += HEAD + (*(next as *mut Head)).size;
            }
            if (*head).used == 0 && (*head).size >= size {
                if (*head).size >= size + HEAD + 16 {
                    // What is left begins so that blocks stay off 16.
                    let step = size + 8;
                    let rest = (at + HEAD + step) as *mut Head;
                    rest.write(Head { size: (*head).size - step - HEAD, used: 0, mark: 0 });
                    (*head).size = step;
                }
                (*head).used = 1;
                (*head).mark = 0x5AFE;
                core::ptr::write_bytes((at + HEAD) as *mut u8, 0xA5, size);
                LIVE += 1;
                BYTES += (*head).size + HEAD;
                MOST = MOST.max(BYTES);
                return at + HEAD;
            }
            at += HEAD + (*head).size;
        }
    }
    0
}

/// The kernel's `free`.
pub extern "C" fn free(block: usize) {
    if block == 0 {
        return;
    }
    // SAFETY: a block of ours has its head in front of it; one that is not panics.
    unsafe {
        let head = (block - HEAD) as *mut Head;
        assert!((*head).used == 1 && (*head).mark == 0x5AFE, "free of what is no block: {block:#x}");
        (*head).used = 0;
        core::ptr::write_bytes(block as *mut u8, 0x5A, (*head).size.min(4096));
        LIVE -= 1;
        BYTES -= (*head).size + HEAD;
    }
}

/// Memory that is the stand-in's own: from above the scene.
fn own(size: usize) -> usize {
    static mut NEXT: usize = 0x4980_0000;
    // SAFETY: one thread.
    unsafe {
        let at = NEXT;
        NEXT += (size + 15) & !15;
        at
    }
}

/// A text with a NUL, kept.
pub fn text(text: &str) -> usize {
    let at = own(text.len() + 1);
    // SAFETY: new memory of that size.
    unsafe {
        core::ptr::copy_nonoverlapping(text.as_ptr(), at as *mut u8, text.len());
        ((at + text.len()) as *mut u8).write(0);
    }
    at
}
