/* Runs vectors with the C library. Reads cases from standard input, writes what happened to standard output;
 * the test that drives it compares. Words are in host byte order.
 *
 * case:   words entry, max_steps, ram_base, ram_len, code_base, code_len; the bytes of RAM and code
 * result: words steps, rc, err, exit_rc, pc; the bytes of RAM;
 *         for each access words kind, address or function, length or count, and more; a word 0
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BAJO_NO_OPCODES
#include "bajo.h"

struct host {
    bajo_t vm;
    uint32_t ram_base, ram_len, code_base, code_len;
    unsigned char *ram, *code;
    uint32_t *log;
    size_t log_len, log_size;
};

static void put(struct host *host, uint32_t word) {
    if (host->log_len == host->log_size) {
        host->log_size = host->log_size * 2 + 64;
        host->log = realloc(host->log, host->log_size * sizeof *host->log);
        if (!host->log) exit(2);
    }
    host->log[host->log_len++] = word;
}

static unsigned char *at(struct host *host, uint32_t addr, unsigned len, int code_too) {
    uint64_t ram = (uint64_t)(uint32_t)(addr - host->ram_base) + len;
    uint64_t code = (uint64_t)(uint32_t)(addr - host->code_base) + len;
    if (ram <= host->ram_len) return host->ram + (addr - host->ram_base);
    if (code_too && code <= host->code_len) return host->code + (addr - host->code_base);
    return NULL;
}

static uint32_t on_read(bajo_t *me, uint32_t addr, unsigned len) {
    struct host *host = (struct host *)me;
    unsigned char *bytes = at(host, addr, len, 1);
    uint32_t word = 0;
    if (bytes) {
        for (unsigned i = 0; i < len; i++) word |= (uint32_t)bytes[i] << (8 * i);
    } else {
        me->err = -1;
    }
    put(host, 1), put(host, addr), put(host, len), put(host, word);
    return word;
}

static void on_write(bajo_t *me, uint32_t addr, uint32_t val, unsigned len) {
    struct host *host = (struct host *)me;
    unsigned char *bytes = at(host, addr, len, 0);
    if (bytes) {
        for (unsigned i = 0; i < len; i++) bytes[i] = (unsigned char)(val >> (8 * i));
    } else {
        me->err = -1;
    }
    put(host, 2), put(host, addr), put(host, len), put(host, len == 4 ? val : val & ((1u << 8 * len) - 1));
}

static void on_call(bajo_t *me, int fn, int32_t *res, const int32_t *args, unsigned nargs) {
    struct host *host = (struct host *)me;
    uint32_t mix = (uint32_t)fn * 31 + nargs;
    put(host, 3), put(host, (uint32_t)fn), put(host, nargs);
    for (unsigned i = 0; i < nargs; i++) put(host, (uint32_t)args[i]);
    for (unsigned i = 0; i < 8; i++) {
        if (res[i] != 0) exit(3);
    }
    if (fn >= 9000 && fn <= 9002) {
        me->err = fn == 9000 ? -2 : fn == 9001 ? 1 : 77;
        return;
    }
    for (unsigned i = 0; i < nargs; i++) mix = mix * 33 + (uint32_t)args[i];
    for (uint32_t i = 0; i < 8; i++) res[i] = (int32_t)(mix + i * 0x01000193u);
}

static unsigned char *bytes(uint32_t len) {
    unsigned char *to = malloc(len ? len : 1);
    if (!to || fread(to, 1, len, stdin) != len) exit(2);
    return to;
}

static void out(uint32_t word) {
    if (fwrite(&word, sizeof word, 1, stdout) != 1) exit(2);
}

int main(int argc, char **argv) {
    uint32_t head[6];
    int budgets = argc > 1 && strcmp(argv[1], "budget") == 0;
    while (fread(head, sizeof head, 1, stdin) == 1) {
        struct host host = {0};
        uint32_t steps = 0;
        int rc = 0;
        host.vm.read = on_read, host.vm.write = on_write, host.vm.call = on_call;
        host.ram_base = head[2], host.ram_len = head[3], host.code_base = head[4], host.code_len = head[5];
        host.ram = bytes(host.ram_len);
        host.code = bytes(host.code_len);
        bajo_init(&host.vm, head[0]);
        if (budgets) {
            rc = bajo_run_budget(&host.vm, head[1]);
        } else {
            while (steps < head[1] && rc == 0) {
                rc = bajo_step(&host.vm);
                steps++;
            }
        }
        out(steps), out((uint32_t)rc), out((uint32_t)host.vm.err), out((uint32_t)host.vm.exit_rc), out(host.vm.pc);
        if (fwrite(host.ram, 1, host.ram_len, stdout) != host.ram_len) exit(2);
        for (size_t i = 0; i < host.log_len; i++) out(host.log[i]);
        out(0);
        free(host.ram), free(host.code), free(host.log);
    }
    return 0;
}
