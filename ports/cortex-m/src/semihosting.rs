//! The debugger's (or emulator's) console: the processor stops at a breakpoint, and what the registers ask for is done.

use core::arch::asm;

/// Requests of Arm's semihosting specification, version 3.
const SYS_OPEN: u32 = 0x01;
const SYS_WRITE: u32 = 0x05;
const SYS_EXIT_EXTENDED: u32 = 0x20;
/// Modes of SYS_OPEN: `:tt` opened to write is standard output, opened to append standard error.
const WRITE: usize = 4;
const APPEND: usize = 8;
/// Reason of an exit that the program itself asked for.
const APPLICATION_EXIT: usize = 0x20026;

fn request(number: u32, block: &[usize]) -> usize {
    let result;
    // SAFETY: the debugger reads the parameters that the request has, which are as many as `block` holds at every call below,
    // and the memory that they point to, which lives longer than the call.
    unsafe {
        asm!("bkpt 0xab", inout("r0") number as usize => result, in("r1") block.as_ptr(), options(nostack));
    }
    result
}

/// Handles of standard output and standard error.
pub struct Console {
    handles: [usize; 2],
}

impl Console {
    /// Opens both.
    pub fn open() -> Console {
        let open = |mode| request(SYS_OPEN, &[c":tt".as_ptr() as usize, mode, 3]);
        Console { handles: [open(WRITE), open(APPEND)] }
    }

    /// Writes to standard output (1) or standard error (2).
    pub fn write(&self, stream: u8, bytes: &[u8]) {
        let handle = self.handles[(stream == 2) as usize];
        request(SYS_WRITE, &[handle, bytes.as_ptr() as usize, bytes.len()]);
    }
}

/// Ends the session with an exit status.
pub fn exit(status: u8) -> ! {
    loop {
        request(SYS_EXIT_EXTENDED, &[APPLICATION_EXIT, status as usize]);
    }
}
