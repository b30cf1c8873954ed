import time
import vibe


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


start = time.monotonic()
fib(20)
print("fib20", round((time.monotonic() - start) * 1000), "ms")

start = time.monotonic()
total = 0
for i in range(100000):
    total += i
print("loop", round((time.monotonic() - start) * 1000), "ms")

width, height = vibe.screen_size()
start = time.monotonic()
for i in range(100):
    vibe.fill_rect(0, 0, width, height, i * 0x010203)
print("fills", round(100 / (time.monotonic() - start)), "/s")
vibe.clear()

x = 0
frames = 0
start = time.monotonic()
while time.monotonic() - start < 2:
    vibe.fill_rect(x, 100, 20, 20, 0)
    x = (x + 5) % (width - 20)
    vibe.fill_rect(x, 100, 20, 20, 0xFF0000)
    vibe.draw_string(10, 10, "Bouncing Ball - Press any key to quit", 0xFFFFFF, 0)
    vibe.sleep_ms(16)
    frames += 1
print("frames", round(frames / (time.monotonic() - start)), "/s")
