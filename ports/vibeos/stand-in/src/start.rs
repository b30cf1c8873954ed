//! From the first instruction to Rust: as the kernel leaves the processor to programs, with memory map and caches off. Strict
//! alignment is checked by the processor then: memory without a map is device memory.

use core::arch::global_asm;

global_asm!(
    r#"
.section .text.start, "ax"
.global _start
_start:
    msr daifset, #15
    mov x0, #(3 << 20)
    msr cpacr_el1, x0
    isb
    ldr x0, =0x40180000
    mov sp, x0
    ldr x0, =BSS_START
    ldr x1, =BSS_END
1:  cmp x0, x1
    b.hs 2f
    stp xzr, xzr, [x0], #16
    b 1b
2:  ldr x0, =VECTORS
    msr vbar_el1, x0
    // Unaligned accesses fault, as hardware may do.
    mrs x0, sctlr_el1
    orr x0, x0, #2
    msr sctlr_el1, x0
    isb
    bl main
3:  wfi
    b 3b

// A call of a program on a stack of its own: program, table, count, words, top of the stack. `leave` comes back from anywhere in it.
.global call_program
call_program:
    stp x29, x30, [sp, #-112]!
    stp x19, x20, [sp, #16]
    stp x21, x22, [sp, #32]
    stp x23, x24, [sp, #48]
    stp x25, x26, [sp, #64]
    stp x27, x28, [sp, #80]
    ldr x9, =KEPT_SP
    mov x10, sp
    str x10, [x9]
    mov x9, x0
    mov x0, x1
    mov x1, x2
    mov x2, x3
    mov sp, x4
    blr x9
.global leave
leave:
    ldr x9, =KEPT_SP
    ldr x10, [x9]
    mov sp, x10
    ldp x19, x20, [sp, #16]
    ldp x21, x22, [sp, #32]
    ldp x23, x24, [sp, #48]
    ldp x25, x26, [sp, #64]
    ldp x27, x28, [sp, #80]
    ldp x29, x30, [sp], #112
    ret

.section .text.vectors, "ax"
.balign 2048
.global VECTORS
VECTORS:
.rept 16
    .balign 128
    mrs x0, esr_el1
    mrs x1, elr_el1
    mrs x2, far_el1
    b fault
.endr

.section .bss
.balign 8
.global KEPT_SP
KEPT_SP: .skip 8
"#
);
