//! What the processor does at an error or an interrupt. After an error the machine says what it was and stands still.

use crate::parts::Parts;
use crate::serial::Serial;
use alloc::string::String;
use core::arch::{asm, global_asm};
use core::cell::{OnceCell, RefCell};
use core::fmt::Write;
use core::sync::atomic::{AtomicBool, Ordering};

global_asm!(
    r#"
.section .text
.balign 2048
.global VECTORS
VECTORS:
.macro ERROR number
    .balign 128
    msr tpidr_el1, x0
    mov x0, #\number
    b error_entry
.endm
.macro INTERRUPT
    .balign 128
    b interrupt_entry
.endm
    ERROR 0
    ERROR 1
    ERROR 2
    ERROR 3
    ERROR 4
    INTERRUPT
    ERROR 6
    ERROR 7
    ERROR 8
    ERROR 9
    ERROR 10
    ERROR 11
    ERROR 12
    ERROR 13
    ERROR 14
    ERROR 15

interrupt_entry:
    sub sp, sp, #576
    stp x0, x1, [sp]
    stp x2, x3, [sp, #16]
    stp x4, x5, [sp, #32]
    stp x6, x7, [sp, #48]
    stp x8, x9, [sp, #64]
    stp x10, x11, [sp, #80]
    stp x12, x13, [sp, #96]
    stp x14, x15, [sp, #112]
    stp x16, x17, [sp, #128]
    stp x18, x30, [sp, #144]
    // All of the floating-point registers: the handler is Rust and may use any of them.
    stp q0, q1, [sp, #192]
    stp q2, q3, [sp, #224]
    stp q4, q5, [sp, #256]
    stp q6, q7, [sp, #288]
    stp q16, q17, [sp, #320]
    stp q18, q19, [sp, #352]
    stp q20, q21, [sp, #384]
    stp q22, q23, [sp, #416]
    stp q24, q25, [sp, #448]
    stp q26, q27, [sp, #480]
    stp q28, q29, [sp, #512]
    stp q30, q31, [sp, #544]
    mrs x0, fpsr
    mrs x1, fpcr
    stp x0, x1, [sp, #160]
    mrs x0, elr_el1
    mrs x1, spsr_el1
    stp x0, x1, [sp, #176]
    bl interrupt
    ldp x0, x1, [sp, #176]
    msr elr_el1, x0
    msr spsr_el1, x1
    ldp x0, x1, [sp, #160]
    msr fpsr, x0
    msr fpcr, x1
    ldp q0, q1, [sp, #192]
    ldp q2, q3, [sp, #224]
    ldp q4, q5, [sp, #256]
    ldp q6, q7, [sp, #288]
    ldp q16, q17, [sp, #320]
    ldp q18, q19, [sp, #352]
    ldp q20, q21, [sp, #384]
    ldp q22, q23, [sp, #416]
    ldp q24, q25, [sp, #448]
    ldp q26, q27, [sp, #480]
    ldp q28, q29, [sp, #512]
    ldp q30, q31, [sp, #544]
    ldp x2, x3, [sp, #16]
    ldp x4, x5, [sp, #32]
    ldp x6, x7, [sp, #48]
    ldp x8, x9, [sp, #64]
    ldp x10, x11, [sp, #80]
    ldp x12, x13, [sp, #96]
    ldp x14, x15, [sp, #112]
    ldp x16, x17, [sp, #128]
    ldp x18, x30, [sp, #144]
    ldp x0, x1, [sp]
    add sp, sp, #576
    eret

// The stack may be what is wrong: another one is used, and nothing of the old one.
error_entry:
    msr tpidrro_el0, x1
    ldr x1, =REGISTERS
    str x0, [x1, #272]
    mrs x0, tpidr_el1
    str x0, [x1]
    mrs x0, tpidrro_el0
    str x0, [x1, #8]
    stp x2, x3, [x1, #16]
    stp x4, x5, [x1, #32]
    stp x6, x7, [x1, #48]
    stp x8, x9, [x1, #64]
    stp x10, x11, [x1, #80]
    stp x12, x13, [x1, #96]
    stp x14, x15, [x1, #112]
    stp x16, x17, [x1, #128]
    stp x18, x19, [x1, #144]
    stp x20, x21, [x1, #160]
    stp x22, x23, [x1, #176]
    stp x24, x25, [x1, #192]
    stp x26, x27, [x1, #208]
    stp x28, x29, [x1, #224]
    mov x0, sp
    stp x30, x0, [x1, #240]
    mov x0, x1
    ldr x1, =EMERGENCY_TOP
    mov sp, x1
    bl error
5:  wfi
    b 5b

.section .bss
.balign 16
.global REGISTERS
REGISTERS: .skip 288
.balign 16
    .skip 32768
EMERGENCY_TOP:
"#
);

/// The parts, once there are any.
struct Shown(OnceCell<&'static RefCell<Parts>>);

// SAFETY: one core, and it is set before anything else runs.
unsafe impl Sync for Shown {}

static SCREEN: Shown = Shown(OnceCell::new());
static STOPPED: AtomicBool = AtomicBool::new(false);

/// Errors are shown there from now on.
pub fn show_on(parts: &'static RefCell<Parts>) {
    let _ = SCREEN.0.set(parts);
}

/// The registers at an error.
#[repr(C)]
pub struct Registers {
    /// x0 to x30.
    general: [u64; 31],
    stack: u64,
    unused: [u64; 2],
    vector: u64,
}

/// What the processor says about it.
struct Syndrome(u64);

impl Syndrome {
    fn name(&self) -> &'static str {
        match self.0 >> 26 & 63 {
            0 => "unknown instruction",
            7 => "floating point not allowed",
            0xe => "illegal state of the processor",
            0x15 => "system call",
            0x20 | 0x21 => "no memory to execute at that address",
            0x22 => "the next instruction's address is not aligned",
            0x24 | 0x25 => "no memory at that address",
            0x26 => "the stack is not aligned",
            0x2f => "error of the memory",
            0x3c => "breakpoint",
            _ => "error of the processor",
        }
    }
}

#[unsafe(no_mangle)]
extern "C" fn error(registers: &Registers) -> ! {
    let (syndrome, address, place): (u64, u64, u64);
    // SAFETY: reads registers without effect.
    unsafe {
        asm!("mrs {}, esr_el1", "mrs {}, far_el1", "mrs {}, elr_el1", out(reg) syndrome, out(reg) address, out(reg) place);
    }
    stop(&mut |out| {
        let name = Syndrome(syndrome).name();
        writeln!(out, "\nThe machine stopped: {name} {address:#x}, at instruction {place:#x}.")?;
        writeln!(out, "vector {} syndrome {syndrome:#x}", registers.vector)?;
        for (index, value) in registers.general.iter().enumerate() {
            write!(out, "x{index:<2} {value:016x}{}", if index % 4 == 3 { "\n" } else { "  " })?;
        }
        writeln!(out, "sp  {:016x}", registers.stack)
    })
}

#[panic_handler]
fn panic(info: &core::panic::PanicInfo<'_>) -> ! {
    stop(&mut |out| writeln!(out, "\nThe machine stopped: {info}"))
}

/// Says it everywhere and stands still.
fn stop(say: &mut dyn FnMut(&mut dyn Write) -> core::fmt::Result) -> ! {
    // SAFETY: nothing goes on after this.
    unsafe { asm!("msr daifset, #15") };
    let _ = say(&mut Serial);
    // The screen needs more to work: it comes second, and an error in it ends here.
    if !STOPPED.swap(true, Ordering::Relaxed) {
        let mut text = String::new();
        let _ = say(&mut text);
        if let Some(parts) = SCREEN.0.get() {
            // SAFETY: whoever may have borrowed the parts never runs again.
            unsafe { &mut *parts.as_ptr() }.cry(&text);
        }
    }
    loop {
        // SAFETY: there is nothing left to do.
        unsafe { asm!("wfi") };
    }
}
