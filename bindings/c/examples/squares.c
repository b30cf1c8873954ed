/* A host in C: memory, one host function, a program. Prints the squares of 1 to 5 and their sum. */
#include <stdio.h>
#include <string.h>

#include "bajo.h"

#define RAM_SIZE 1024u
#define CODE_BASE 0x10000u

enum { BAD_ADDRESS = -1, UNKNOWN_FUNCTION = -2 };

/* What the host adds to a machine. The machine comes first. */
struct host {
    bajo_t vm;
    unsigned printed;
    unsigned char ram[RAM_SIZE];
};

static const unsigned char code[] = {
    0x3d, 0x09, 0x09,       /* 10000: Mov r1, #1            */
    0x3d, 0x11, 0x01,       /* 10003: Mov r2, #0            */
    0x03, 0x19, 0x13, 0x13, /* 10006: Mul r3, r1, r1        */
    0x2f, 0x09, 0x33,       /* 1000a: Sys01 #1, r3          */
    0x81, 0x11, 0x33,       /* 1000d: Add r2, r2, r3        */
    0x81, 0x09, 0x09,       /* 10010: Add r1, r1, #1        */
    0x1e, 0x29, 0x13, 0x85, /* 10013: BrGe #5, r1, to 10006 */
    0x2d, 0x23              /* 10017: Exit r2               */
};

/* The len bytes at addr: null if they are not all in RAM, or not all in the code. */
static const unsigned char *at(struct host *host, uint32_t addr, unsigned len) {
    if (addr <= RAM_SIZE - len) return host->ram + addr;
    if (addr >= CODE_BASE && addr - CODE_BASE <= sizeof code - len) return code + (addr - CODE_BASE);
    return NULL;
}

static uint32_t read(bajo_t *me, uint32_t addr, unsigned len) {
    const unsigned char *bytes = at((struct host *)me, addr, len);
    uint32_t word = 0;
    if (!bytes) {
        me->err = BAD_ADDRESS;
        return 0;
    }
    for (unsigned i = 0; i < len; i++) word |= (uint32_t)bytes[i] << (8 * i);
    return word;
}

static void write(bajo_t *me, uint32_t addr, uint32_t val, unsigned len) {
    struct host *host = (struct host *)me;
    if (addr > RAM_SIZE - len) {
        me->err = BAD_ADDRESS;
        return;
    }
    for (unsigned i = 0; i < len; i++) host->ram[addr + i] = (unsigned char)(val >> (8 * i));
}

static void call(bajo_t *me, int fn, int32_t *res, const int32_t *args, unsigned nargs) {
    struct host *host = (struct host *)me;
    (void)res;
    if (fn != 1 || nargs != 1) {
        me->err = UNKNOWN_FUNCTION;
        return;
    }
    printf("%d\n", (int)args[0]);
    host->printed++;
}

int main(void) {
    static struct host host;
    unsigned rounds = 0;
    int err;

    host.vm.read = read;
    host.vm.write = write;
    host.vm.call = call;
    bajo_init(&host.vm, CODE_BASE);

    /* Ten instructions at a time: the host could do its own work in between. */
    do {
        err = bajo_run_budget(&host.vm, 10);
        rounds++;
    } while (err == BAJO_OK);
    printf("err %d, exit %d, %u printed, %u rounds\n", err, host.vm.exit_rc, host.printed, rounds);
    if (err != BAJO_EXIT) return 1;

    /* The same again, to the end and then step by step. */
    memset(host.ram, 0, sizeof host.ram);
    bajo_init(&host.vm, CODE_BASE);
    err = bajo_run(&host.vm);
    printf("err %d, exit %d\n", err, host.vm.exit_rc);
    bajo_init(&host.vm, CODE_BASE);
    rounds = 0;
    while ((err = bajo_step(&host.vm)) == BAJO_OK) rounds++;
    printf("err %d, exit %d, pc %lx after %u steps\n", err, host.vm.exit_rc, (unsigned long)host.vm.pc, rounds);

    /* What cannot be done is an error, and the pc stands behind the instruction. */
    bajo_init(&host.vm, CODE_BASE + 100);
    err = bajo_step(&host.vm);
    printf("err %d\n", err);
    return 0;
}
