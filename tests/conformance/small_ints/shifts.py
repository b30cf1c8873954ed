# Shifts: arithmetic right shift, growth to the left, and their errors.
for n in (1, -1, 5, -5, 0, 255, -256):
    print(n, [n << s for s in (0, 1, 4, 8)], [n >> s for s in (0, 1, 4, 8, 100)])
print(1 << 30, 1 << 31, 1 << 32, 1 << 46, 1 << 47, 1 << 48, 1 << 62, 1 << 63, 1 << 64)
print(-1 << 47, -1 << 63, -(1 << 63) >> 62, -(1 << 64) >> 64)
print(True << 3, 12 >> True)
print(0 << 1000, 0 >> 1000)
x = 3
x <<= 4
print(x)
x >>= 2
print(x)
for f in (lambda: 1 << -1, lambda: 1 >> -1, lambda: 1 << 1.0, lambda: 1.5 >> 1, lambda: "a" << 1,
        lambda: 1 >> None):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
