# Clocks are numbers that do not run backwards; sleep waits at least as long.
import time
print(type(time.time()).__name__, type(time.time_ns()).__name__, type(time.monotonic()).__name__,
    type(time.perf_counter()).__name__, type(time.monotonic_ns()).__name__, time.time() > 0)
last = time.monotonic()
for _ in range(1000):
    now = time.monotonic()
    assert now >= last
    last = now
a = time.perf_counter()
time.sleep(0.01)
b = time.perf_counter()
print(b - a >= 0.009, time.sleep(0), abs(time.time_ns() / 1e9 - time.time()) < 5)
t0 = time.monotonic_ns()
time.sleep(0.002)
print((time.monotonic_ns() - t0) >= 1_900_000)
for bad in (-1, "1", None, [], -0.5, float("nan")):
    try:
        time.sleep(bad)
        print("slept")
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
