/* What a Cortex-M3 needs before newlib's start-up code can run. */
extern void _stack(void); /* the end of RAM, not a function */
extern void _start(void);

static void stop(void) {
    for (;;) {
    }
}

__attribute__((section(".vectors"), used)) static void (*const vectors[16])(void) = {
    _stack, _start, stop, stop, stop, stop, stop, stop,
    stop, stop, stop, stop, stop, stop, stop, stop
};
