/* Bajo: a bytecode machine on 32-bit integers. Libraries: libbajo.a, libbajo.so.
 *
 * A host embeds bajo_t as the first member of its own struct, sets the three callbacks, calls
 * bajo_init and then bajo_run, bajo_run_budget or bajo_step. The machine keeps no other state and
 * allocates nothing. It never recurses, whatever the bytecode.
 */
#ifndef BAJO_H
#define BAJO_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What bajo_step and bajo_run return, and err holds. Callbacks use other numbers, negative by convention. */
enum {
    BAJO_OK = 0,
    BAJO_EXIT = 1,             /* Exit was executed: not a failure, see exit_rc */
    BAJO_BAD_VARINT = 2,       /* an operand begins with a byte whose five low bits are zero */
    BAJO_UNKNOWN_OPCODE = 3,   /* opcode 72 to 127 */
    BAJO_BAD_OPERAND = 4,      /* more than 8 operands, or none where one is needed */
    BAJO_BUG = 5,              /* bajo_step and the like were given a null pointer */
    BAJO_ZERO_DIVISION = 6,
    BAJO_INTEGER_OVERFLOW = 7  /* -2147483648 / -1 */
};

/* Opcode numbers. Define BAJO_NO_OPCODES before including this file if the names are in the way. */
#ifndef BAJO_NO_OPCODES
enum bajo_opcode {
    NOP = 0, ADD = 1, SUB = 2, MUL = 3, DIV = 4, DIV_U = 5, REM = 6, REM_U = 7, AND = 8, OR = 9,
    BIT_AND = 10, BIT_OR = 11, BIT_XOR = 12, INV = 13, L_SHIFT = 14, R_SHIFT = 15, R_SHIFT_U = 16,
    TST_EQ = 17, TST_NE = 18, TST_GT = 19, TST_GE = 20, TST_GT_U = 21, TST_GE_U = 22, JMP = 23,
    JMP_LNK = 24, BR = 25, BR_LNK = 26, BR_EQ = 27, BR_NE = 28, BR_GT = 29, BR_GE = 30,
    BR_GT_U = 31, BR_GE_U = 32, MOV_EQ = 33, MOV_GT = 34, MOV_GE = 35, MOV_GT_U = 36,
    MOV_GE_U = 37, LD_B = 38, LD_H = 39, LD_B_U = 40, LD_H_U = 41, ST_B = 42, ST_H = 43, SYS = 44,
    EXIT = 45, SYS00 = 46, SYS01 = 47, SYS02 = 48, SYS03 = 49, SYS04 = 50, SYS10 = 51, SYS11 = 52,
    SYS12 = 53, SYS13 = 54, SYS14 = 55, SYS20 = 56, SYS21 = 57, SYS22 = 58, SYS23 = 59, SYS24 = 60,
    MOV = 61, NEG = 62, ABS = 63, AND2 = 64, OR2 = 65, MAX = 66, MIN = 67, NOT = 68, BOOL = 69,
    LONG_MUL = 70, LONG_MUL_U = 71,
    _MAX_OPCODE = 71
};
#endif

typedef struct bajo_t bajo_t;

struct bajo_t {
    uint32_t pc;  /* the next instruction; inside callbacks, how far decoding has come */
    int err;      /* set it in a callback to fail the instruction */
    int exit_rc;  /* exit code, after BAJO_EXIT */

    /* Returns the len bytes at addr (1, 2, 3 or 4, little-endian), upper bits zero. Code is read this way too. */
    uint32_t (*read)(bajo_t *me, uint32_t addr, unsigned len);

    /* Stores the low len bytes (1, 2 or 4) of val at addr. */
    void (*write)(bajo_t *me, uint32_t addr, uint32_t val, unsigned len);

    /* Calls host function fn with nargs arguments (up to 7). res has room for 8 results, all 0 at first;
     * those that the program did not ask for are ignored. It may set me->pc: the program goes on there. */
    void (*call)(bajo_t *me, int fn, int32_t *res, const int32_t *args, unsigned nargs);
};

/* Clears err and exit_rc, sets pc. The callbacks stay. */
void bajo_init(bajo_t *me, uint32_t pc);

/* Executes one instruction and returns its error, BAJO_OK if there is none. After an error or an exit
 * it may be called again: the program goes on at pc. */
int bajo_step(bajo_t *me);

/* Executes until an instruction ends with an error or an exit, and returns that. */
int bajo_run(bajo_t *me);

/* The same, but executes at most budget instructions: then it returns BAJO_OK, and calling it again goes on. */
int bajo_run_budget(bajo_t *me, uint64_t budget);

#ifdef __cplusplus
}
#endif

#endif
