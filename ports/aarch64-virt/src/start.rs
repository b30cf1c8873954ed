//! From the first instruction to Rust: down to exception level 1, floating point, memory map, caches, stack.

use core::arch::global_asm;

global_asm!(
    r#"
.section .text.start, "ax"
.global _start
_start:
    msr daifset, #15
    mrs x1, CurrentEL
    lsr x1, x1, #2
    cmp x1, #2
    b.lo 1f
    b.eq 2f
    // From level 3 to level 2 of the non-secure world.
    mov x0, #0x5b1              // NS, RES1, HVC, 64 bits below
    msr scr_el3, x0
    mov x0, #0x3c9
    msr spsr_el3, x0
    adr x0, 2f
    msr elr_el3, x0
    eret
2:  // From level 2 to level 1; timers are for level 1, nothing is trapped.
    mov x0, #(1 << 31)
    msr hcr_el2, x0
    mov x0, #3
    msr cnthctl_el2, x0
    msr cntvoff_el2, xzr
    mov x0, #0x33ff
    msr cptr_el2, x0
    msr hstr_el2, xzr
    mrs x0, midr_el1
    msr vpidr_el2, x0
    mrs x0, mpidr_el1
    msr vmpidr_el2, x0
    ldr x0, =0x30d00800
    msr sctlr_el1, x0
    mov x0, #0x3c5
    msr spsr_el2, x0
    adr x0, 1f
    msr elr_el2, x0
    eret
1:  // Only the first core runs.
    mrs x0, mpidr_el1
    and x0, x0, #0xff
    cbnz x0, 9f
    mov x0, #(3 << 20)
    msr cpacr_el1, x0
    isb
    ldr x0, =STACK_TOP
    mov sp, x0
    ldr x0, =BSS_START
    ldr x1, =BSS_END
3:  cmp x0, x1
    b.hs 4f
    stp xzr, xzr, [x0], #16
    b 3b
4:  ldr x0, =VECTORS
    msr vbar_el1, x0
    isb
    bl map_memory
    bl main
9:  wfi
    b 9b
"#
);
